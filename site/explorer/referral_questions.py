"""The ready questions of the referral pages: what each of them asks, with which defaults, and where it stands in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from explorer.addresses import Language

Answered = Literal["offers", "news", "gaps", "stale", "overlaps"]
"""By cards, or by one of the tables for those who coordinate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One ready question. Its name, lead and number stand in the words of the part."""

    key: str
    slugs: Mapping[Language, str]
    """The last word of its address; once published it never means anything else."""
    defaults: Mapping[str, str] = field(default_factory=dict)
    """Parameter -> value where the address does not name it; an empty parameter in the address takes the default away."""
    kinds: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    is_remote: bool = False
    hours_ahead: int = 0
    """Only what begins within so many hours from now."""
    answered: Answered = "offers"


def _slugs(fi: str, sv: str, en: str) -> Mapping[Language, str]:
    return {"fi": fi, "sv": sv, "en": en}


QUESTIONS = (
    Question(
        key="free_nearby",
        slugs=_slugs("maksutonta-lahella", "gratis-i-narheten", "free-nearby"),
        defaults={"hinta_max": "0", "ilmoittautuminen": "ei", "paivia": "14"},
    ),
    Question(
        key="seated",
        slugs=_slugs("istuen-tai-kevyesti", "sittande-eller-latt", "seated-or-light"),
        defaults={"ika": "75", "paivia": "14"},
        about=("chair_exercise", "balance_strength", "fall_prevention", "adapted_exercise"),
    ),
    Question(key="by_ride", slugs=_slugs("kyydilla", "med-skjuts", "by-ride"), defaults={"kyyti": "1", "paivia": "30"}),
    Question(
        key="company",
        slugs=_slugs("seuraa-ja-kahvia", "sallskap-och-kaffe", "company-and-coffee"),
        defaults={"paivia": "14"},
        about=("loneliness", "meeting_places", "shared_meals", "discussion"),
    ),
    Question(
        key="memory",
        slugs=_slugs("muisti", "minne", "memory"),
        defaults={"paivia": "30"},
        whom=("people_with_memory_disorders",),
        about=("memory",),
    ),
    Question(
        key="carers",
        slugs=_slugs("omaishoitajat", "narstaendevardare", "carers"),
        defaults={"paivia": "30"},
        whom=("informal_carers",),
        about=("informal_care", "peer_support"),
    ),
    Question(
        key="baby_mornings",
        slugs=_slugs("vauva-ja-perhe-aamulla", "baby-och-familj-pa-morgonen", "baby-and-family-mornings"),
        defaults={"ika": "0", "aika": "aamu", "hinta_max": "0", "paivia": "7"},
        whom=("babies_toddlers", "under_school_age", "families"),
    ),
    Question(
        key="first_hobby",
        slugs=_slugs("lapsi-ilman-harrastusta", "barn-utan-hobby", "child-without-a-hobby"),
        defaults={"ika": "9", "hinta_max": "0"},
        kinds=("activity",),
    ),
    Question(
        key="learning_finnish",
        slugs=_slugs("suomea-oppivalle", "for-den-som-lar-sig-finska", "learning-finnish"),
        about=("finnish_learning",),
    ),
    Question(key="remote", slugs=_slugs("etana", "pa-distans", "online"), defaults={"paivia": "30"}, is_remote=True),
    Question(
        key="volunteering",
        slugs=_slugs("vapaaehtoistehtava", "frivilliguppdrag", "volunteering"),
        defaults={"paivia": "30"},
        whom=("volunteers",),
        about=("volunteering",),
    ),
    Question(key="right_now", slugs=_slugs("juuri-nyt", "just-nu", "right-now"), defaults={"paivia": "7"}, hours_ahead=48),
    Question(key="news", slugs=_slugs("uutta-ja-muuttunutta", "nytt-och-andrat", "new-and-changed"), answered="news"),
    Question(key="gaps", slugs=_slugs("aukot", "luckor", "gaps"), answered="gaps"),
    Question(key="stale", slugs=_slugs("vanhentuneet-tiedot", "foraldrade-uppgifter", "out-of-date"), answered="stale"),
    Question(key="overlaps", slugs=_slugs("paallekkaisyydet", "krockar", "overlaps"), answered="overlaps"),
)
LIST: Mapping[Language, str] = {"fi": "lista", "sv": "lista", "en": "list"}
"""The last word of the referral list's address."""


def question_at(slug: str, language: Language) -> Question | None:
    """The question at an address of that language."""
    return next((one for one in QUESTIONS if one.slugs[language] == slug), None)
