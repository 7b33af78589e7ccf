"""Accessibility and the languages it is held in: declared, or said by words that mean nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from normalize import phrase_access
from normalize.codes import features_of
from normalize.facts import Read, Sentence, evidence_of, spoken
from normalize.facts_words import IF, PAST, WORD, is_event
from normalize.model import Feature
from normalize.privacy import redact
from normalize.text import one_line, shortened

_LIMIT = 300
_MOST = 40
FEATURE_TRIGGERS = frozenset((
    "esteet", "induktio", "tulk", "tolk", "teckenspråk", "sign language", "asl", "bsl", "hörsel", "hörsling", "hearing loop", "wheelchair",
    "pyörätuoli", "rullstol", "step-free", "step free", "tillgänglig", "inva", "le-wc", "opaskoir", "ledarhund", "guide dog",
    "hajuste", "tuoksuton",
    "doftfri", "scent-free", "fragrance", "aistiystäv", "relaxed perf", "sensory", "audio descr", "syntolk", "hissi",
    "portaaton", "kynnykset",
    "tröskelfri", "hinderfri", "barrier-free", "avustaja", "accessible",
))  # fmt: skip
_FEATURE = re.compile(
    r"(?<![\w-])(?:esteet(?:ön|tömä\w*|töntä|tömästi)\b|induktiosilmuk\w*|viittomakiel\w* tulk\w*|viittomakielentulk\w*|"
    r"tulkataan viittomakielelle|"
    r"kirjoitustulk\w*|kuvailutulk\w*|teckenspråkstolk\w*|tolk\w* (?:till|på) teckenspråk|skrivtolk\w*|syntolk\w*|"
    r"(?:asl|bsl|sign language) interpret\w*|induktionssling\w*|hörselsling\w*|hörslinga|(?:induction|hearing) loop|"
    r"wheelchair[- ](?:access\w*|seats?|spaces?)|pyörätuoli\w*|rullstol\w*|step[- ]free|tillgänglig\w* (?:entré|ingång|"
    r"lokal|toalett|för rullstol)\w*|"
    r"inva-?\s?(?:wc|vessa|paikk|paikat|pysäk|pysäköin)\w*|le-wc\w*|opaskoir\w*|ledarhund\w*|guide dogs?|hajusteet\w*|tuoksuton\w*|"
    r"doftfri\w*|(?:scent|fragrance)-free|aistiystäväl\w*|relaxed performance|sensory[- ]friendly|audio description|"
    r"portaaton\w*|kynnyksetön\w*|"
    r"tröskelfri\w*|hinderfri\w*|barrier-free|hissi\w*|accessible (?:toilets?|restrooms?|entrance|venue|parking)|"
    r"avustaja\w* (?:pääsee|ilmais|maksut)\w*)"
)
_ON_REQUEST = re.compile(
    r"pyyd|pyynnö|pyyntö|tarvit|ilmoita|ota yhteyttä|varata|varaa|request|need|contact|accommodat|arrange|behov|kontakta|meddela|önskemål|"
    r"kerro|tilaa |tilattav|mahdolli"
)
"""Not there yet: one must ask for it."""
_ANOTHER = re.compile(
    r"\b(?:reitti|reitin|polku|polun|luontopolku|maasto\w*|stig\w*|led(?:en)?|trail|path|koulutus|kurssi|luento|työryhmä|"
    r"benefit|raise money|keräys)\b"
)
"""What it may be about instead of the house."""
LANGUAGE_TRIGGERS = frozenset((
    "kieli", "kielellä", "kieltä", "suomeksi", "ruotsiksi", "englanniksi", "saameksi", "venäjäksi", "ukrainaksi", "arabiaksi",
    "viroksi", "selko", "viittoma",
    "språk", "på svenska", "på finska", "på engelska", "lätt ", "in english", "in finnish", "in swedish", "in spanish",
    "in russian", "language", "in ukrainian",
    "gillii", "easy finnish",
))  # fmt: skip
_LABEL = re.compile(
    r"(?:^|[.;|•]\s*)(?:(?:tapahtuman |tilaisuuden |puhuttu |esityksen |opastuksen )?(?:kieli|kielet)|(?:evenemangets )?språk(?:et)?|"
    r"(?:event )?languages?)\s?(?::|\son\s|\sovat\s|\sär\s)\s*(?P<rest>[^.;|•]{2,60})"
)
_HELD = re.compile(
    r"\b(?:järjestetään|pidetään|puhutaan|esitetään|luennoidaan|keskustellaan|ohjataan|opastetaan|vedetään|toteutetaan|"
    r"tapahtuma on|tilaisuus on|"
    r"esitys on|luento on|opastus on|kurssi on|ohjaus on|opetus on|hålls|ordnas|genomförs|evenemanget är|föreläsningen är|guidningen är|"
    r"kursen är|held|conducted|presented|taught|performed|given|offered|spoken|event is|workshop is|tour is|class is|lecture is)\s"
    r"(?:myös |pääosin |både |entirely |fully |kokonaan )?(?P<rest>(?:\w+ ){0,2}?(?:suome|ruots|englan|saame|venäj|"
    r"ukrain|arabi|viro|somali|kurdi|selko|viittoma|på |in |"
    r"finsk|svensk|engelsk|kaksikiel|tvåspråk).{0,40})"
)
_ADVERB = (
    r"(?:(?:suome|ruots|englann|saame|venäjä|ukraina|arabia|viro|somali|selkosuome)i?ksi|på (?:lätt )?(?:svenska|finska|"
    r"engelska|ryska|ukrainska|arabiska|samiska)|"
    r"in (?:easy )?(?:english|finnish|swedish|spanish|russian|ukrainian|arabic)|selkokielellä|viittomakielellä|"
    r"på teckenspråk|sámegillii|suomagillii)"
)
_IN_TITLE = re.compile(
    rf"(?:[(\[,-]\s?{_ADVERB}(?:(?:,| ja| sekä| och| and| &|\s?/) ?{_ADVERB})*\b|\b{_ADVERB}(?:(?:,| ja| sekä| och| and|"
    rf" &|\s?/) ?{_ADVERB})*\W*$)"
)
_ADJECTIVE = re.compile(
    r"\b(?P<how>(?:suomen|ruotsin|englannin|saamen|venäjän|ukrainan|arabian|viron|selko|viittoma|kaksi)kieli(?:nen|set|stä|siä)|"
    r"(?:svensk|finsk|engelsk|två)språkig\w*|selkosuomen)\s(?P<what>[^\W\d_-]+)"
)
_NOT_SPOKEN = re.compile(
    r"tekstit|subtit|textad|textning|kurssi\b|kurs\b|opiskel|alkeet|kirja|runo|lyriik|learn|class in|teksti|käännet|"
    r"translat|lehti|materia|esite|ei "
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What a record says of accessibility."""

    features: tuple[Feature, ...] = ()
    words: tuple[str, ...] = ()


def access_of(raw: Iterable[str], read: Read) -> Access:
    """Features by code, those of a field of its own first, and the words that mean none."""
    found: dict[str, bool] = {}
    kept: list[str] = []
    for word in [*dict.fromkeys(raw)][:_MOST]:
        line = shortened(redact(one_line(word)).text, _LIMIT)
        told = features_of(word)
        if line and not told:
            kept.append(line)
        for code, is_available in told:
            found.setdefault(code, is_available)
            read.told(evidence_of("accessibility", code, "accessibility", "accessibility_field", line))
    for sentence in read.sentences(FEATURE_TRIGGERS):
        for code, is_available in _features(sentence):
            if code not in found:
                found[code] = is_available
                read.told(sentence.evidence("accessibility", code, "accessibility_words"))
    features = tuple(Feature(code=code, is_available=there) for code, there in sorted(found.items()))
    return Access(features=features, words=tuple(dict.fromkeys(kept)))


def _features(sentence: Sentence) -> Iterator[tuple[str, bool]]:
    """The features that a sentence says are there, or are not."""
    low = sentence.low
    if not _FEATURE.search(low) or _ON_REQUEST.search(low) or IF.search(low) or PAST.search(low) or _ANOTHER.search(low):
        return
    shape = phrase_access.read_accessibility(sentence.text)
    for code in shape["accessibility"]:
        if code not in shape.get("not_accessible", ()):
            yield code, True
    for code in shape.get("not_accessible", ()):
        if code not in shape["accessibility"]:
            yield code, False


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """The languages it is held in."""

    languages: tuple[str, ...] = ()
    easy: bool | None = None


def spoken_of(raw: Iterable[str], read: Read) -> Spoken:
    """Languages declared, else those that words say; ``easy`` where it is held in easy language."""
    declared = dict.fromkeys(filter(None, map(_tag, [*raw][:_MOST])))
    for tag in declared:
        read.told(evidence_of("in_language", tag, "in_language", "language_field", tag))
    told: dict[str, None] = {}
    easy: bool | None = None
    for sentence in read.sentences(LANGUAGE_TRIGGERS):
        words = _spoken(sentence)
        if not words:
            continue
        shape = phrase_access.read_languages(words, spoken(words, sentence.telling.language))
        if "easy_language" in shape.get("flags", ()):
            easy = True
            read.told(sentence.evidence("easy_language", "true", "language_words"))
        for tag in shape["event_languages"]:
            if not declared and tag not in told:
                read.told(sentence.evidence("in_language", tag, "language_words"))
                told[tag] = None
    return Spoken(languages=tuple(sorted(declared or told)), easy=easy)


def _tag(value: str) -> str:
    """The primary subtag of a language tag (RFC 5646 section 2.2.1); PTV's ``fisl`` is Finnish sign language."""
    tag = re.split(r"[-_]", value.strip().lower())[0]
    tag = {"fisl": "fse"}.get(tag, tag)
    return tag if re.fullmatch(r"[a-z]{2,3}", tag) and tag != "und" else ""


def _spoken(sentence: Sentence) -> str:
    """The words that say in which language it is held, ``""`` where none do."""
    low = sentence.low
    if labelled := _LABEL.search(low):
        return labelled["rest"]
    if _NOT_SPOKEN.search(low) or IF.search(low) or PAST.search(low):
        return ""
    if held := _HELD.search(low):
        return held["rest"]
    if sentence.is_title and (ends := _IN_TITLE.search(low)):
        return ends[0]
    found = _ADJECTIVE.search(low) if sentence.is_title or sentence.index == 0 else None
    return found["how"] if found and is_event(WORD.findall(found["what"])[0]) else ""
