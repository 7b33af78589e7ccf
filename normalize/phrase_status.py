"""Whether it takes place, in words: ``PERUTTU: Syysmyyjäiset``, ``Siirtyy! Uusi aika ke 9.12.``, ``perutaan, jos ...``, ``Ei peruttu``.

A word behind "not" says the opposite, one before "if" says nothing yet. Moved with a new day is ``rescheduled``, without one ``postponed``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from normalize.phrase_enrolment import read_enrolment
from normalize.phrase_items import Dates, Day, Item, Times, Weekdays
from normalize.phrase_parse import items_of
from normalize.phrase_shape import at
from normalize.phrase_tokens import composed, folded
from normalize.phrase_years import resolve

Shape = dict[str, Any]
_CANCELLED = (
    r"peru(?:ttu|utettu|taan|untu\w*|utuu|tetaan|uttu|tut|utetut|utuvat|utettiin|ttiin)|inställ[tda]+\w*|ställs\sin|"
    r"ställts\sin|avlys[te]\w*|cancell?ed|called\soff|šluhttejuvvon|ei\sjärjestetä|järjestetä\sei|ei\spidetä|"
    r"hålls\sinte|will\snot\s(?:be\sheld|take\splace)"
)
_MOVED = (
    r"siir(?:retty|retään|tyy|tynyt|tyvät|retyt|rettiin|tyi)|lykä(?:tty|tään)|lykkään\w*|uppskjut\w*|skjuts\s(?:upp|"
    r"fram)|flytta[st]?\b\w*|framflytta\w*|flyttas|postponed|moved|rescheduled|aika(?:taulu)?\s(?:on\s)?(?:muuttunut|"
    r"muuttuu)|(?:ajankohta|päivä|päivämäärä)\s(?:on\s)?(?:muuttunut|muuttuu|siirtynyt)|muuttunut\s(?:aika|ajankohta|"
    r"päivä)|huom!?\suusi\s(?:aika|päivä|ajankohta)|ny\stid|nytt\sdatum|new\s(?:date|time)|uusi\s(?:aika|päivä|"
    r"ajankohta|päivämäärä)"
)
_ONLINE = (
    r"(?:siirtyy|siirretty|siirretään|järjestetään|pidetään|muutettu|muuttuu)\s(?:\w+\s)?(?:verkkoon|etänä|verkossa|"
    r"etätapahtumaksi|teamsiin|zoomiin|etäyhteydellä|etäyhteyksin)|flyttas\still\snätet|moved\sonline"
)
_PLACE = (
    r"(?:siirtyy|siirretty|flyttas|moved)\s\w+(?:saliin|taloon|luokkaan|kirjastoon|koululle|kirkkoon|tiloihin)|"
    r"paikka\s(?:on\s)?(?:muuttunut|vaihtunut|siirtynyt)|uusi\spaikka|ny\splats|new\svenue"
)
_PLANNED = r"suunnitteilla|alustava\w*|vahvistamaton|preliminär\w*|tentative|to\sbe\sconfirmed|tbc\b"
_NOT = re.compile(r"(?:\bei|\beivät|\binte|\bej|\bnot|\bisn't|\bikke)\s(?:\w+\s){0,2}$")
_IF = re.compile(r"^[\s,]*(?:\w+\s){0,3}?(?:jos|mikäli|ellei|om|ifall|if|unless|in\scase|tarvittaessa|vid\sbehov)\b")
_MAY = re.compile(r"(?:jos|mikäli|ellei|om|ifall|if|unless|voidaan|saatetaan|kan|may|might|could)\s(?:\w+[\s,]+){0,8}$")
_NEW = re.compile(r"uusi\w*|ny(?:tt)?\b|new|->|→|siirtyy|siirretty|flytta\w*|moved\sto")
_EDGE = " \t\n:;,.!–—-|()[]\"'”“*"
_SHAPES = tuple((name, re.compile(rf"(?<!\w)(?:{shape})(?!\w)")) for name, shape in (
    ("moved_online", _ONLINE), ("cancelled", _CANCELLED), ("moved", _MOVED), ("planned", _PLANNED),
))  # fmt: skip
_OTHER_PLACE = re.compile(_PLACE)
_CAPITALS = re.compile(r"[^\W\d_a-zåäöšžđŋčá]{4,}")


def read_status(text: str, language: str, reference: date) -> Shape:
    """Status, the new start of what was moved, the title beside the mark; places where the words are about those; ``{}``: nothing told."""
    low = folded(text)
    for name, shape in _SHAPES:
        if found := shape.search(low):
            return _of(name, found, _Notice(composed(text), low, language, reference))
    places = read_enrolment(text, language, reference)
    if places["registration"]:
        return places
    return {"status": "scheduled", "flags": ["place_changed"]} if _OTHER_PLACE.search(low) else {}


@dataclass(frozen=True, slots=True)
class _Notice:
    """A text, the same folded, and what its days are read by."""

    text: str
    low: str
    language: str
    reference: date


def _of(name: str, found: re.Match[str], notice: _Notice) -> Shape:
    """The status that a word tells where it stands."""
    low = notice.low
    if _NOT.search(low[: found.start()]):
        return {"status": "scheduled"}
    if _IF.match(low[found.end() :]) or _MAY.search(low[: found.start()]):
        return {"status": "scheduled", "flags": ["conditional"]}
    if name == "moved" and _OTHER_PLACE.search(low):
        return {"status": "scheduled", "flags": ["place_changed"]}
    shape: Shape = {"status": name}
    if name == "moved":
        new_start = _new_start(notice)
        shape = {"status": "rescheduled", "new_start": new_start} if new_start else {"status": "postponed"}
    if title := _title(notice.text, found) if name in {"cancelled", "moved_online", "moved"} else "":
        shape["title"] = title
    return shape


def _new_start(notice: _Notice) -> str:
    """The day it was moved to: the one behind "new" or an arrow, else the last that stands there; ``""`` where none does."""
    items = items_of(notice.text, notice.language)
    days = [index for index, item in enumerate(items) if isinstance(item, Dates)]
    if not days:
        return ""
    behind = [index for index in days if _NEW.search(notice.low[max(0, items[index].start - 30) : items[index].start])]
    return _moment(items, behind[-1] if behind else days[-1], notice.reference)


def _moment(items: Sequence[Item], index: int, reference: date) -> str:
    """The day at an index with the time behind it."""
    item = items[index]
    day = resolve(item.spans[0].first if isinstance(item, Dates) else Day(), reference).day
    if day is None:
        return ""
    following = next((later for later in items[index + 1 :] if not isinstance(later, Weekdays)), None)
    slot = following.slots[0] if isinstance(following, Times) else None
    return day.isoformat() if slot is None or slot.start is None else at(day, slot.start).isoformat(timespec="minutes")


def _title(text: str, found: re.Match[str]) -> str:
    """What the mark stands before or behind, where something parts the two: ``PERUTTU: Myyjäiset``, ``Myyjäiset (peruttu)``."""
    before, after = text[: found.start()], text[found.end() :]
    loud = bool(_CAPITALS.fullmatch(text[found.start() : found.end()].replace(" ", "")))
    if not before.strip(_EDGE) and (
        after[:1] in {":", "!", "|", ","} or re.match(r"\s+[-–—|]\s|\s*\n|\)\s", after) or (loud and after[:1] == " ")
    ):
        return _named(after)
    if not after.strip(_EDGE) and re.search(r"(?:[(:|,!–—]|\s-)\s*$", before):
        return _named(before)
    return _named(before) if not after.strip(_EDGE) and loud and before.endswith(" ") and before.strip(_EDGE) else ""


def _named(piece: str) -> str:
    """A title of one sentence without the marks around it; ``""`` where it says when or is a sentence of its own."""
    title = piece.strip(_EDGE)
    return "" if re.match(r"(?:uusi|ny|new|tervetuloa|välkom|welcome)\b", title.casefold()) else title


def tells_status(text: str) -> bool:
    """True where a word of status stands in a text."""
    low = folded(text)
    return any(shape.search(low) for _, shape in _SHAPES)
