"""Languages an event is held in, in words, as shapes of folded text."""

from __future__ import annotations

LANGUAGES: tuple[tuple[str, str], ...] = (
    (
        "fi",
        (
            r"suomeksi|suomenkieli\w*|suomen\skielellä|på\sfinska|finsksprå\w*|finskspråkig\w*|in\sfinnish|finnish-speaking|"
            r"finnish-language|suomagillii|selkosuom\w*|finnish-?\slanguage"
        ),
    ),
    (
        "sv",
        (
            r"ruotsiksi|ruotsinkieli\w*|ruotsin\skielellä|på\ssvenska|svensksprå\w*|svenskspråkig\w*|in\sswedish|"
            r"swedish-speaking|swedish-language|ruoŧagillii|selkoruots\w*|lätt\ssvenska|lättläst\ssvenska"
        ),
    ),
    (
        "en",
        (
            r"englanniksi|englanninkieli\w*|englannin\skielellä|på\sengelska|engelsksprå\w*|engelskspråkig\w*|in\senglish|"
            r"english-speaking|english-language|eaŋgalasgillii|easy\senglish"
        ),
    ),
    (
        "se",
        (
            r"saameksi|pohjoissaameksi|pohjoissaamenkieli\w*|saamenkieli\w*|saamen\skielellä|på\ss[aá]miska|nordsamiska|"
            r"samiska|(?:in\s|northern\s)s[aá]mi|sámegillii|davvisámegillii|davvisámegiella"
        ),
    ),
    (
        "fss",
        (
            r"suomenruotsalai\w*\sviittomak\w*|på\sfinlandssvenskt\steckenspråk|finlandssvenskt\steckenspråk\w*|"
            r"finland-swedish\ssign\slanguage"
        ),
    ),
    ("smn", r"inarinsaameksi|inarinsaamenkieli\w*|enaresamiska|inari\ssámi|anarâškielâ"),
    ("sms", r"koltansaameksi|koltansaamenkieli\w*|skoltsamiska|skolt\ssámi"),
    ("ru", r"venäjäksi|venäjänkieli\w*|på\sryska|in\srussian|rysksprå\w*|по-русски|на\sрусском"),
    ("uk", r"ukrainaksi|ukrainankieli\w*|på\sukrainska|in\sukrainian|українською"),
    ("et", r"viroksi|vironkieli\w*|på\sestniska|in\sestonian|eesti\skeeles"),
    ("ar", r"arabiaksi|arabiankieli\w*|på\sarabiska|in\sarabic|بالعربية"),
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
            r"viittomakielellä|viittomakieli(?:nen|set|stä)|suomalaisella\sviittomakielellä|på\steckenspråk|"
            r"teckenspråkig\w*|in\s(?:finnish\s)?sign\slanguage"
        ),
    ),
)
"""(BCP 47 tag, shape): words that say by themselves that it is held in the language."""
NAMES: tuple[tuple[str, str], ...] = (
    ("fss", r"suomenruotsalainen\sviittomakieli|finlandssvenskt\steckenspråk"),
    ("fse", r"(?:suomalainen\s)?viittomakieli|(?:finskt\s)?teckenspråk|finnish\ssign\slanguage"),
    ("fi", r"suomi|suomea|suomella|suomen-(?=\s?(?:,|ja|tai|sekä)\s)|finska|finnish|suomagiella"),
    ("sv", r"ruotsi|ruotsia|ruotsilla|ruotsin-(?=\s?(?:,|ja|tai|sekä)\s)|svenska|svensk-|swedish|ruoŧagiella"),
    ("en", r"englanti|englantia|englannilla|englannin-(?=\s?(?:,|ja|tai|sekä)\s)|engelska|english|eaŋgalasgiella"),
    ("smn", r"inarinsaame|inarinsaamea|enaresamiska|inari\ssámi"),
    ("sms", r"koltansaame|koltansaamea|skoltsamiska|skolt\ssámi"),
    ("se", r"(?:pohjois)?saame|(?:pohjois)?saamea|(?:nord)?samiska|(?:northern\s)?sámi|(?:northern\s)?sami|davvisámegiella"),
    ("ru", r"venäjä|venäjää|ryska|russian|русский"),
    ("uk", r"ukraina|ukrainaa|ukrainska|ukrainian|українська"),
    ("et", r"viro|viroa|eesti|estniska|estonian"),
    ("ar", r"arabia|arabiaa|arabiska|arabic"),
    ("so", r"somali|somalia|somaliska"),
    ("ku", r"kurdi|kurdia|kurdiska|kurdish"),
    ("fa", r"persia|persiaa|dari|farsi|persiska|persian"),
    ("de", r"saksa|saksaa|tyska|german"),
    ("fr", r"ranska|ranskaa|franska|french"),
    ("es", r"espanja|espanjaa|spanska|spanish"),
    ("zh", r"kiina|kiinaa|kinesiska|chinese"),
    ("vi", r"vietnam|vietnamia|vietnamesiska|vietnamese"),
    ("th", r"thai|thaita|thailändska"),
)
"""(tag, shape): plain names, which mean something else too (a country, a subject) and count only beside a word for speaking."""
LABEL = (
    r"(?<!\w)(?:kaksikieli\w*|monikieli\w*|tvåspråkig\w*|flerspråkig\w*|bilingual|multilingual|\w*kieli|kielet|kielinä|kielenä|"
    r"\w*språk(?:et)?|languages?|puhu\w*|keskustel\w*|talar|vi\stalar|spoken|speak|giella)(?!\w)"
)
ONLY = r"[\s,;/&+()–-]*(?:(?:ja|och|and|sekä|tai|/)[\s,;/&+-]*)*"
BESIDES = (
    r"(?:tekstity\w*|tekstitetty|tekstitykset|ohjelmavihko\w*|materiaali\w*|undertexter|undertext|textad|textning\w*|subtitles|"
    r"subtitled|käännö\w*|opetellaan|opitaan|opiskel\w*)\s(?:on\s|in\s|på\s)?(?:\w+\s(?:ja|och|and)\s)?$"
)
BESIDES_AFTER = (
    r"^-?\s?(?:tekstity\w*|tekstitetty|subtitles|subtitled|undertext\w*|materiaali\w*|alkeet|alkeis\w*|jatko\w*|kurssi\w*|lessons?|"
    r"course|for\sbeginners)"
)
"""What a language is named for without anything being said in it: subtitles, a course of it."""
INTERPRETED = r"(?:tulkkaus|tulkataan|tulkattu|tolkning|tolkas|interpretation|interpreted)\s(?:on\s|in\s|into\s|till\s|på\s)?$"
DENIED = r"(?:\bei|\bole|\binte|\bej|\bnot)\s(?:\w+\s)?$"
EASY = (
    r"selko\w*|lättläst\w*|lätt\ssvenska|lätt\sspråk|lätt\sfinska|easy\s(?:finnish|swedish|english|language|read)|plain\slanguage|"
    r"easy-to-read|helpolla\s(?:suomella|suomeksi|kielellä)|helppo\ssuomi|helpolla\sruotsilla"
)
EASY_OWN = (
    ("sv", r"lätt(?:läst|\ssvenska|\sspråk)|selkoruots|helpolla\sruotsilla|easy\sswedish"),
    ("en", r"easy\senglish|easy-?\s?(?:to-)?read|plain\slanguage|selkoenglan"),
    ("fi", r"selko|easy\sfinnish|helpo|helppo|lätt\sfinska"),
)
BILINGUAL = r"kaksikieli\w*|tvåspråkig\w*|bilingual"
MANY = r"monikieli\w*|flerspråkig\w*|multilingual|useilla\skielillä|eri\skielillä|usealla\skielellä"
