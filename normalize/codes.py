"""Codes of other vocabularies in ours: audiences, ages, accessibility, states of enrolment, free or paid.

Only what a publisher's standard or the vocabulary itself says is mapped; anything else is ``None`` or empty, never a guess. Sources:

* Linked Events: the audience keywords (YSO) that Helsinki uses, Turku's ``tsl`` set, Helsinki's ``helfi`` target groups;
* PTV: the code list *ptvkohderyhmat* of the Finnish service register (v11), accessibility sentences as words;
* Lähellä.fi: ``ageGroup/range:65-99``, ``gender/female``, ``ac_wheelchair``, ``free`` / ``paid`` (as observed by lahella-cli);
* schema.org: ``typicalAgeRange``, ``audienceType``, GenderType, ItemAvailability, amenityFeature names, ``accessibilityFeature``;
* OpenActive Modelling Opportunity Data 2.0: GenderRestrictionType, QuantitativeValue ages; HSDS: ``minimum_age`` and eligibility words;
* Mobilizon: ``mz:accessibility:wheelchairAccessible`` = ``fully`` and its neighbours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

from normalize import codes_tables as tables
from normalize.model import EnrolmentState
from normalize.phrase_access import read_accessibility

_OLDEST = 110
_OPEN_END = 99
"""An upper limit from here on is none (Lähellä writes ``65-99``)."""
_SENIOR = 60
_LONGEST = 300
_SCHEME = re.compile(r"(?:^|[/:])(?P<scheme>yso|tsl|helfi):?/?(?P<number>p?\d{1,7})/?$", re.IGNORECASE)
_PTV = re.compile(r"(?:^|[/:])(?P<code>KR[123](?:\.\d{1,2})?)/?$", re.IGNORECASE)
_AGE_GROUP = re.compile(r"^(?:lahella:)?agegroup[/:](?:range:)?(?P<group>[a-z]+|\d{1,3}-\d{0,3}…?)$", re.IGNORECASE)
_AGE_RANGE = re.compile(r"^(?P<low>\d{1,3})?\s?[-–]\s?(?P<high>\d{1,3})?\s?(?:v|y|years?|år)?\.?$|^(?P<least>\d{1,3})\s?\+$", re.IGNORECASE)
_LAST = re.compile(r"[^/#]+$")
_PLAIN = re.compile(r"[\W_]+")
_PAIR = re.compile(r"^(?P<name>[^=]{1,80})\s*=\s*(?P<value>[^=]{1,20})$|^(?P<name2>[^:=]{1,60}):\s+(?P<value2>[^:=]{1,20})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceCode:
    """What a code says of the audience."""

    audience: tuple[str, ...] = ()
    """Our codes, sorted; empty where it tells only ages or a gender."""
    minimum_age: int | None = None
    maximum_age: int | None = None
    """Both inclusive, in years; ``None``: not told."""
    gender: Literal["", "female", "male"] = ""


def audience_of(code_or_word: str) -> AudienceCode | None:
    """The audience that a code, its address or a vocabulary's own word stands for; ``None`` where it is none that we know."""
    word = code_or_word.strip()
    if not word or len(word) > _LONGEST:
        return None
    return _age_group(word) or _gender(word) or _listed(word) or _age_range(word)


def _listed(word: str) -> AudienceCode | None:
    """A concept of YSO, Turku, Helsinki or PTV, or a plain word of schema.org."""
    code = ""
    if found := _SCHEME.search(word):
        code = f"{found['scheme']}:{found['number']}".lower()
    elif found := _PTV.search(word):
        code = f"ptv:{found['code'].upper()}"
    audience = tables.AUDIENCES.get(code) or tables.WORDS.get(word.casefold())
    gender = cast('Literal["", "female", "male"]', tables.GENDER_OF.get(code, ""))
    return AudienceCode(audience=audience, gender=gender) if audience else None


def _age_group(word: str) -> AudienceCode | None:
    """Lähellä's ``ageGroup/range:65-99`` or ``ageGroup/elderly``; ``ageGroup/any`` says nothing."""
    found = _AGE_GROUP.match(word)
    if not found:
        return None
    group = found["group"].rstrip("…").lower()
    if named := tables.AGE_GROUPS.get(group):
        low, high, audience = named
        return AudienceCode(audience=audience, minimum_age=low, maximum_age=high)
    told = _age_range(group)
    for low, high, audience in tables.AGE_GROUPS.values():
        if told and (told.minimum_age, told.maximum_age) == (low, high):
            return AudienceCode(audience=audience, minimum_age=low, maximum_age=high)
    return told


def _age_range(word: str) -> AudienceCode | None:
    """``7-12``, ``65-``, ``-12``, ``18+``: bounds in years; an audience only where all of them are old."""
    found = _AGE_RANGE.match(word)
    if not found or not any(found.groups()):
        return None
    told = found["low"] or found["least"]
    low, high = int(told) if told else None, int(found["high"]) if found["high"] else None
    if high is not None and high >= _OPEN_END:
        high = None
    if (low or 0) > _OLDEST or (high is not None and (low or 0) > high):
        return None
    return AudienceCode(audience=("seniors",) if (low or 0) >= _SENIOR else (), minimum_age=low, maximum_age=high)


def _gender(word: str) -> AudienceCode | None:
    """``gender/female``, ``https://openactive.io/FemaleOnly``, ``https://schema.org/Male``, ``oa:MaleOnly``."""
    low = word.casefold()
    last = _LAST.search(low)
    name = low if low in tables.GENDERS else last[0].removeprefix("oa:").removeprefix("schema:") if last else ""
    gender = cast('Literal["", "female", "male"]', tables.GENDERS.get(name, ""))
    return AudienceCode(gender=gender) if gender else None


def features_of(code_or_words: str) -> tuple[tuple[str, bool], ...]:
    """(feature, whether it is there) for a code, a ``name=value`` pair or a sentence about accessibility; empty where it says none of ours.

    A feature that a sentence both names and denies is left out.
    """
    words = code_or_words.strip()[:_LONGEST]
    name, is_there = _named(words)
    if feature := tables.FEATURES.get(_plain(name)):
        return () if is_there is None else ((feature, is_there),)
    if _PAIR.match(words) and "=" in words:
        return ()
    shape = read_accessibility(words)
    there, missing = shape["accessibility"], shape.get("not_accessible", [])
    told = [(code, True) for code in there if code not in missing] + [(code, False) for code in missing if code not in there]
    return tuple(told)


def _named(words: str) -> tuple[str, bool | None]:
    """Name and value of a pair (``Lift=true``, ``Lift: no``); a name alone is there, a value that says neither is unknown."""
    found = _PAIR.match(words)
    if not found:
        return _without_address(words), True
    value = (found["value"] or found["value2"]).strip().casefold()
    if value not in tables.YES | tables.NO:
        return (found["name"] or found["name2"]), None
    return (found["name"] or found["name2"]), value in tables.YES


def _without_address(words: str) -> str:
    """``https://schema.org/captions`` -> ``captions``."""
    last = _LAST.search(words)
    return last[0] if last and "://" in words else words


def _plain(words: str) -> str:
    """Small letters and figures without marks."""
    return _PLAIN.sub("", words).casefold()


def ptv_of(audience: str) -> str:
    """The narrowest PTV target group that holds an audience of ours (``KR1.1``); ``""`` for a code that is none."""
    return tables.PTV_OF.get(audience, "")


def lahella_of(audience: str) -> tuple[str, ...]:
    """Codes of Lähellä's ``demographic`` for an audience of ours; empty where it has no age group or gender there."""
    return tables.LAHELLA_OF.get(audience, ())


def enrolment_state_of(word: str) -> EnrolmentState:
    """What a state of a registration system says (``SoldOut``, ``waiting_list``, ``jono``); ``""``: unknown."""
    return cast("EnrolmentState", tables.ENROLMENT_STATES.get(_plain(_without_address(word.strip()[:_LONGEST])), ""))


def is_free_of(word: str) -> bool | None:
    """Whether a code of pricing means free (``free``, ``paid``, PTV's ``Chargeable`` / ``FreeOfCharge``); ``None``: unknown."""
    plain = _plain(_without_address(word.strip()[:_LONGEST]))
    return True if plain in tables.FREE else False if plain in tables.PAID else None
