"""Accessibility and language in words: ``Esteetön sisäänkäynti, induktiosilmukka``, ``selkokielinen opastus``.

What is denied ("ei hissiä") is told as such and never counts as there.
"""

from __future__ import annotations

import re
from typing import Any

from normalize.phrase_tokens import folded

Shape = dict[str, Any]
_FEATURES: tuple[tuple[str, str], ...] = (
    (
        "accessible_toilet",
        (
            r"esteet\w+\s(?:wc\w*|vessa\w*)|inva-?\s?(?:wc|vessa)\w*|le-?wc\w*|tillgänglig\w*\stoalett\w*|handikapptoalett\w*|"
            r"rwc|accessible\s(?:toilet|wc)\w*|disabled\stoilet"
        ),
    ),
    (
        "accessible_parking",
        (
            r"inva-?\s?(?:paik|pysäköin)\w*|le-?pysäköin\w*|esteet\w+\s(?:auto|pysäköinti)paik\w*|handikapparkering\w*|"
            r"accessible\sparking|disabled\sparking"
        ),
    ),
    ("wheelchair_seats", r"pyörätuoli\s?paik\w*|pyörätuolikatsomo\w*|rullstolsplats\w*|wheelchair\s(?:seats?|spaces?|places?)"),
    ("pool_lift", r"allas(?:nosti|hissi)\w*|bassänglyft\w*|pool\s(?:lift|hoist)"),
    ("ramp_side_door", r"(?:luiska|ramppi)\s(?:sivu|taka)-?ove\w*|ramp\w*\svid\ssidodörr\w*|ramp\sat\s(?:the\s)?side\s(?:door|entrance)"),
    ("ramp", r"luiska\w*|ramppi|rampit|ramp(?:en|er)?"),
    ("lift", r"hissi\w*|hiss(?:en|ar)?|lift|elevator"),
    (
        "one_step_entrance",
        (
            r"(?:yksi|1)\s(?:porras|askelma|kynnys)\w*|(?:sisäänkäynnissä|ovella)\s(?:on\s)?(?:yksi\s)?(?:porras|kynnys)|"
            r"ett\strappsteg|one\sstep"
        ),
    ),
    (
        "step_free_entrance",
        (
            r"esteet\w+\s(?:sisäänkäyn\w*|kulku\w*|pääsy\w*|reit\w*)|(?:sisäänkäyn\w*|kulku|pääsy|tila\w*|talo|sali|"
            r"paikka)\s(?:on\s)?(?:täysin\s)?esteet\w+|esteet(?:ön|tömä\w*|tömät)|portaaton\w*|kynnyksetön\w*|"
            r"tillgänglig\w*\s(?:entré\w*|ingång\w*|lokal\w*|plats\w*)|tröskelfri\w*|hinderfri\w*|tillgänglig(?:t|"
            r"a)?\sför\srullstol\w*|step-?free\w*(?:\s(?:access|entrance))?|level\saccess|barrier-?free|wheelchair\saccess\w*|"
            r"fully\saccessible|tillgänglig\w*|pyörätuolilla\spääsee|accessible\s(?:entrance|venue)"
        ),
    ),
    ("induction_loop", r"induktiosilmuk\w*|silmukka\w*|induktionssling\w*|hörselsling\w*|hörslinga|induction\sloop|hearing\sloop"),
    (
        "sign_language_interpretation",
        (
            r"viittomakiel\w*\stulk\w*|viittomakielentulk\w*|viittomakielinen\stulk\w*|tulkataan\sviittomakielelle|"
            r"teckenspråkstolk\w*|(?:tolkas|tolkning)\s(?:till\s|på\s)?teckenspråk|sign\slanguage\sinterpret\w*|"
            r"bsl\sinterpret\w*"
        ),
    ),
    ("speech_to_text", r"kirjoitustulk\w*|skrivtolk\w*|speech[-\s]to[-\s]text|live\scaption\w*"),
    ("subtitles", r"tekstity\w*|tekstitetty|textad\w*|textning|subtitle\w*|captions?"),
    ("audio_description", r"kuvailutulk\w*|syntolk\w*|audio\sdescri\w*"),
    (
        "assistant_free",
        (
            r"avustaja\s(?:pääsee\s)?(?:ilmaiseksi|maksutta)|ledsagare\s(?:gratis|fritt|utan\savgift)|assistent\w*\sgratis|"
            r"(?:carers?|assistants?|companions?)\s(?:go\s)?free"
        ),
    ),
    ("guide_dogs_welcome", r"opaskoira\w*|avustajakoira\w*|ledarhund\w*|assistanshund\w*|guide\sdog\w*|assistance\sdog\w*"),
    ("quiet_space", r"hiljainen\s(?:tila|huone)|lugnt\srum|quiet\s(?:room|space)|rauhallinen\stila"),
    ("relaxed_performance", r"aistiystäväl\w*|aistiesteet\w*|relaxed\sperformance|sensory[-\s]friendly|sinnesvänlig\w*|rento\snäytös"),
    ("fragrance_free", r"hajusteet\w*|tuoksuton\w*|doftfri\w*|parfymfri\w*|fragrance-?free|scent-?free"),
)
"""(code, shape of the words); what is special stands before what is general."""
_FEATURE_SHAPES = tuple((code, re.compile(rf"(?<!\w)(?:{shape})(?!\w)")) for code, shape in _FEATURES)
_DENIED = re.compile(
    r"(?:\bei\sole|\bei|\beivät\sole|\binte|\bingen|\binget|\bej|\bno|\bnot|\bwithout|\butan|\bilman|\bsaknar|\bpuuttuu)\s(?:\w+\s)?$"
)
_LANGUAGES: tuple[tuple[str, str], ...] = (
    (
        "fi",
        (
            r"suomeksi|suomenkieli\w*|suomen\skielellä|på\sfinska|finsksprå\w*|finskspråkig\w*|in\sfinnish|finnish-speaking|"
            r"finnish-language|suomagillii|language:?\sfinnish|kieli:?\ssuomi|finnish|språk:?\sfinska|selkosuom\w*|suomi"
        ),
    ),
    (
        "sv",
        (
            r"ruotsiksi|ruotsinkieli\w*|ruotsin\skielellä|på\ssvenska|svensksprå\w*|svenskspråkig\w*|in\sswedish|"
            r"swedish-speaking|swedish-language|ruoŧagillii|kieli:?\sruotsi|språk:?\ssvenska|swedish|language:?\sswedish|"
            r"ruotsi|svenska"
        ),
    ),
    (
        "en",
        (
            r"englanniksi|englanninkieli\w*|englannin\skielellä|på\sengelska|engelsksprå\w*|engelskspråkig\w*|in\senglish|"
            r"english-speaking|english-language|eaŋgalasgillii|kieli:?\senglanti|språk:?\sengelska|english|"
            r"language:?\senglish|englanti|engelska"
        ),
    ),
    (
        "se",
        (
            r"saameksi|pohjoissaameksi|pohjoissaamenkieli\w*|saamenkieli\w*|saamen\skielellä|på\ss[aá]miska|nordsamiska|"
            r"samiska|(?:in\s|northern\s)s[aá]mi|sámegillii|davvisámegillii|davvisámegiella"
        ),
    ),
    ("smn", r"inarinsaameksi|inarinsaamenkieli\w*|enaresamiska|inari\ssámi|anarâškielâ"),
    ("sms", r"koltansaameksi|koltansaamenkieli\w*|skoltsamiska|skolt\ssámi"),
    ("ru", r"venäjäksi|venäjänkieli\w*|på\sryska|in\srussian|rysksprå\w*|по-русски|на\sрусском"),
    ("uk", r"ukrainaksi|ukrainankieli\w*|på\sukrainska|in\sukrainian|українською"),
    ("et", r"viroksi|vironkieli\w*|på\sestniska|in\sestonian|eesti\skeeles"),
    ("ar", r"arabiaksi|arabiankieli\w*|på\sarabiska|in\sarabic|arabia|بالعربية"),
    ("so", r"somaliksi|somalinkieli\w*|på\ssomaliska|in\ssomali"),
    ("ku", r"kurdiksi|kurdinkieli\w*|på\skurdiska|in\skurdish"),
    ("fa", r"persiaksi|persiankieli\w*|farsiksi|dariksi|på\spersiska|in\s(?:persian|farsi|dari)"),
    ("de", r"saksaksi|saksankieli\w*|på\styska|in\sgerman"),
    ("fr", r"ranskaksi|ranskankieli\w*|på\sfranska|in\sfrench"),
    ("es", r"espanjaksi|espanjankieli\w*|på\sspanska|in\sspanish"),
    ("zh", r"kiinaksi|kiinankieli\w*|på\skinesiska|in\schinese"),
    ("vi", r"vietnamiksi|på\svietnamesiska|in\svietnamese"),
    ("th", r"thaiksi|på\sthailändska|in\sthai"),
    (
        "fse",
        (
            r"viittomakielellä|viittomakielinen|viittomakieliset|suomalaisella\sviittomakielellä|på\steckenspråk|"
            r"teckenspråkig\w*|in\s(?:finnish\s)?sign\slanguage"
        ),
    ),
)
_LANGUAGE_SHAPES = tuple((code, re.compile(rf"(?<!\w)(?:{shape})(?!\w)")) for code, shape in _LANGUAGES)
_EASY = re.compile(
    r"(?<!\w)(?:selko\w*|lättläst\w*|lätt\ssvenska|lätt\sspråk|easy\s(?:finnish|swedish|english|language|read)|"
    r"plain\slanguage|easy-to-read)"
)
_EASY_OWN = (
    ("fi", r"selko"),
    ("sv", r"lätt(?:läst|\ssvenska)|selkoruots"),
    ("en", r"easy\senglish|easy-?\s?(?:to-)?read|plain\slanguage"),
    ("fi", r"easy\sfinnish"),
)
_BILINGUAL = re.compile(r"(?<!\w)(?:kaksikieli\w*|tvåspråkig\w*|bilingual)")
_MANY = re.compile(r"(?<!\w)(?:monikieli\w*|flerspråkig\w*|multilingual|useilla\skielillä|eri\skielillä)")


def read_accessibility(text: str) -> Shape:
    """``accessibility`` in the order of the words; ``not_accessible`` for what is denied."""
    low = folded(text)
    found: dict[str, int] = {}
    denied: dict[str, int] = {}
    for code, shape in _FEATURE_SHAPES:
        for match in shape.finditer(low):
            (denied if _DENIED.search(low[: match.start()]) else found).setdefault(code, match.start())
        low = shape.sub(lambda match: "·" * len(match[0]), low)
    result: Shape = {"accessibility": sorted(found, key=lambda code: found[code])}
    if denied:
        result["not_accessible"] = sorted(denied, key=lambda code: denied[code])
    return result


def read_languages(text: str, language: str) -> Shape:
    """``event_languages`` of a phrase about the language spoken there; easy language is a flag."""
    low = folded(text)
    found = {code: match.start() for code, shape in _LANGUAGE_SHAPES if (match := shape.search(low))}
    flags: list[str] = []
    if easy := _EASY.search(low):
        flags.append("easy_language")
        own = next((code for code, shape in _EASY_OWN if re.search(shape, low)), language)
        found.setdefault(own, easy.start()) if not found else None
    if _BILINGUAL.search(low) and len(found) < 2:  # noqa: PLR2004 - bilingual is two
        found = {"fi": 0, "sv": 1}
    if _MANY.search(low):
        flags.append("multilingual")
    shape: Shape = {"event_languages": sorted(found, key=lambda code: found[code])}
    return shape | ({"flags": flags} if flags else {})
