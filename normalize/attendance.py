"""Whether one goes there, takes part online, or may choose (schema.org eventAttendanceMode)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from harvesters.record import RawEvent
from harvesters.source import PlaceEntry
from normalize.model import Certainty, Evidence
from normalize.places_words import folded, is_online, is_online_address, pieces_of
from normalize.privacy import redact

Attendance = Literal["", "offline", "online", "mixed"]
_DECLARED: dict[str, Attendance] = {"offline": "offline", "online": "online", "mixed": "mixed"}
_ONLINE_TITLE = re.compile(
    r"\b(?:zoomissa|teamsissa|via zoom|via teams|etayhteydella|etatapahtuma|etatilaisuus|etaluento|etakoulutus|verkkoluento|verkkokoulutus"
    r"|webb?ina(?:ari|r)(?:i|it|sarja)?|verkkotapahtuma|verkkotilaisuus|pa distans|pa natet|live ?stream|suoratoisto|natforelasning"
    r"|nattraff)\b"
)
"""In a title only what can be nothing but the way of taking part: "Turvallisesti verkossa" is a subject."""
_FAR = r"(?:etana|etayhteydella|verkossa|teamsissa|zoomissa|online|pa distans|distans|pa natet|(?:via )?teams|(?:via )?zoom)"
_THERE = r"(?:paikan paalla|lasna|lahiosallistu\w*|pa plats|in person|on site)"
_OR = r"(?: (?:ja|tai|seka|etta|och|eller|samt|and|or))?(?: (?:myos|aven|also))?"
_HYBRID_WORDS = "tapahtuma|tilaisuus|luento|koulutus|toteutus|kokous|seminaari|tapaaminen|ryhma|kurssi|evenemang|mote|event|meeting"
_MIXED = re.compile(
    rf"\bhybridi?(?:na|{_HYBRID_WORDS}| (?:{_HYBRID_WORDS}))\b|\bhybridi?$|^hybridi?\b(?! ?(?:auto|malli|pyora))"
    rf"|\b{_FAR}{_OR} {_THERE}\b|\b{_THERE}{_OR} {_FAR}\b"
    r"|\bmyos (?:etana|etayhteydella|verkossa|teamsissa|zoomissa|online)\b|\baven (?:pa distans|online|via|pa natet)\b|\balso online\b"
)
"""Folded words for taking part both ways."""
_QUOTE_LIMIT = 80
_LONGEST = 600
_DESCRIPTION_LIMIT = 6000
_TRIGGER = re.compile(
    r"paikan\s+päällä|på\s+plats|hybrid|in[\s-]person|on[\s-]site|läsnä|myös\s+(?:etä|verkos|teams|zoom|online)|"
    r"även\s+(?:på\s+distans|på\s+nätet|online|via)|also\s+online",
    re.IGNORECASE,
)
"""Without one of these a description says nothing about taking part both ways."""
_SIGNS = ("paikan", "plats", "hybrid", "person", "site", "läsnä", "myös", "även", "also")
"""Part of every one of them in small letters: much quicker to look for."""
_SENTENCE = re.compile(r"[.!?]\s|<[^>]{0,200}>|\n")
_TAKING_PART = re.compile(
    r"\b(?:osallistu|seura|jarjestetaan|toteut|pidetaan|mukaan|tule |paaset|delta|folja|ordnas|halls|attend|join|take part|follow|hybrid)"
)
_NO_TAKING_PART = re.compile(
    r"\b(?:liput|lippu|osta|osto|myyn|ilmoittau|varaa|biljett|kop|anmal|boka|ticket|buy|regist|book|enrol)\w*|\bei\b|\binte\b|\bnot\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attending:
    """A mode of attendance and why."""

    mode: Attendance = ""
    evidence: tuple[Evidence, ...] = ()


def attendance_of(raw: RawEvent, location: str, titles: Sequence[str], place: PlaceEntry | None, conference: Sequence[str]) -> Attending:
    """The mode: declared, else in words (location, title, description), else from the place and the addresses for taking part.

    A place that nobody knows and no word about it: unknown.
    """
    declared = _DECLARED.get(raw.attendance.strip().lower())
    if declared:
        return _because(declared, "ATTENDANCE", "declared", raw.attendance, "declared")
    for origin, texts, is_location in (("LOCATION", (location,), True), ("SUMMARY", titles, False)):
        for text in texts:
            if mode := _in_words(text, is_location=is_location, is_somewhere=place is not None and not place.online):
                return _because(mode, origin, "attendance_words", text, "read")
    if sentence := _both_in(raw):
        return _because("mixed", "DESCRIPTION", "attendance_words", sentence, "read")
    return _by_place(location, place, conference)


def _by_place(location: str, place: PlaceEntry | None, conference: Sequence[str]) -> Attending:
    """What follows from a known place and from addresses for taking part."""
    if place is not None and place.online:
        return _because("online", "LOCATION" if location else "CONFERENCE", "attendance_place", location, "inferred")
    somewhere = place is not None or (bool(location.strip()) and not is_online_address(location))
    if conference:
        return _because("mixed" if somewhere else "online", "CONFERENCE", "attendance_conference", "", "inferred")
    return _because("offline", "place", "attendance_place", "", "inferred") if place is not None else Attending()


@lru_cache(maxsize=8192)
def _in_words(text: str, *, is_location: bool, is_somewhere: bool) -> Attendance:
    """What a location or a title says; a title only in words that can mean nothing else, or in a part of its own."""
    text = text[:_LONGEST]
    low = folded(text)
    if not low:
        return ""
    if _MIXED.search(low):
        return "mixed"
    parts = [part for piece in pieces_of(text) if (part := folded(piece))]
    online = [part for part in parts if is_online(part)]
    if is_location:
        if online or is_online_address(text):
            return "mixed" if is_somewhere else "online" if len(online) == len(parts) else ""
        return ""
    if (online and len(parts) > 1) or _ONLINE_TITLE.search(low):
        return "mixed" if is_somewhere else "online"
    return ""


def says_online(titles: Sequence[str]) -> bool:
    """True where titles say that one takes part online and not how else."""
    return any(_in_words(title, is_location=False, is_somewhere=False) == "online" for title in titles)


def _both_in(raw: RawEvent) -> str:
    """The sentence of a description that invites to take part both there and online; ``""`` where there is none."""
    return next(filter(None, (_inviting_both(text.value[:_DESCRIPTION_LIMIT]) for text in raw.description)), "")


@lru_cache(maxsize=2048)
def _inviting_both(text: str) -> str:
    """That sentence of one text; remembered, for every date of a series has the same."""
    if not any(map(text.lower().__contains__, _SIGNS)) or _TRIGGER.search(text) is None:
        return ""
    for sentence in _SENTENCE.split(text):
        low = folded(sentence) if _TRIGGER.search(sentence) else ""
        if low and _MIXED.search(low) and _TAKING_PART.search(low) and not _NO_TAKING_PART.search(low):
            return sentence.strip()
    return ""


def _because(mode: Attendance, origin: str, rule: str, quote: str, certainty: Certainty) -> Attending:
    words = redact(quote[: 2 * _QUOTE_LIMIT]).text if origin == "DESCRIPTION" else quote  # the others come without personal data
    evidence = Evidence(
        field="attendance_mode", value=mode, origin=origin, rule=rule, quote=words[:_QUOTE_LIMIT].strip(), certainty=certainty
    )
    return Attending(mode=mode, evidence=(evidence,))
