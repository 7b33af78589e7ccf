"""Reads courses of Hellewi, the registration system of adult education centres and hobby groups (its interface v1).

``follow`` asks for the next pages by the ``Link`` header (RFC 8288) and for the places left of every course; ``availability`` asks for the
places alone. The full course schema is not public: ``docs/formats/hellewi.md`` says which names are tried for what.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from pydantic import Field
from w3lib.url import add_or_replace_parameter

from harvesters.errors import Unreadable
from harvesters.hellewi_course import Surroundings, course_of, text_of_course, uid_of
from harvesters.hellewi_places import Places, places_of
from harvesters.json_document import integer, items, load
from harvesters.json_moments import zone_of
from harvesters.json_people import tidy
from harvesters.json_words import joined, parameters
from harvesters.ledger import Ledger, Notes, Refused
from harvesters.record import Ask, Availability, RawEvent, ReadContext, Reading, Response
from harvesters.strict import Strict

VERSION = "hellewi-1"
PLACES = "places"
_LONGEST_CHUNK = 100
"""Most courses that the interface is asked about at once."""
_UID = re.compile(r"[A-Za-z0-9_.-]{1,64}", re.ASCII)
_LINK = re.compile(r"<([^<>]{0,2000})>([^<]{0,500})")
_RELATION = re.compile(r"""rel\s*=\s*["']?([A-Za-z -]{1,40})""")
_LISTS = ("courses", "data", "items", "results")


class HellewiOptions(Strict):
    """What stands under ``hellewi:`` in an entry of ``schedules.yaml``."""

    course_page: str = Field(default="", pattern=r"^$|^https?://[^{}]*\{id\}[^{}]*$")
    """Address of one course's page, with ``{id}`` for its number; empty where it can be made from the interface's own address."""
    places: bool = True
    """False: the places left are not asked for, only whether a course is full."""


def follow(response: Response, context: ReadContext) -> tuple[Ask, ...]:
    """The next page, and the places of the courses on this one."""
    if response.role == PLACES:
        return ()
    courses = _courses(load(response))
    following = _next_page(response)
    asks = [Ask(url=following)] if following else []
    if _options(context).places:
        asks += availability(response.url, tuple(uid for course in courses if (uid := uid_of(course))))
    return tuple(asks)


def availability(url: str, uids: Sequence[str]) -> tuple[Ask, ...]:
    """The addresses that tell only places left, at most 100 courses each."""
    known = [uid for uid in dict.fromkeys(uids) if _UID.fullmatch(uid)]
    chunks = (known[first : first + _LONGEST_CHUNK] for first in range(0, len(known), _LONGEST_CHUNK))
    return tuple(Ask(url=_participants(url, chunk), role=PLACES, is_needed=False) for chunk in chunks)


def read(response: Response, context: ReadContext) -> Reading:
    """Every course of every page, or places left alone where nothing else was asked for."""
    answers = (response, *response.parts)
    pages = [answer for answer in answers if answer.role != PLACES]
    places = _all_places(answers)
    if not pages:
        return Reading(availability=tuple(_alone(uid, told) for uid, told in places.items()), complete=False)
    zone = zone_of(None, context.zone)
    around = Surroundings(
        page=_options(context).course_page or course_page(response.url),
        language=context.language or _language(response.url),
        zone=zone,
        at=response.fetched_at.astimezone(zone),
    )
    ledger = Ledger(context, f"{VERSION} {around.page} {around.language}")
    for page in pages:
        for course in _courses(load(page)):
            _take(ledger, course, around, places)
    complete = any(not _next_page(page) for page in pages)
    if not complete:
        ledger.tell("pages_cut", "warning", "Link")
    return ledger.reading(platform="Hellewi", complete=complete)


def course_page(url: str) -> str:
    """``https://uusi.opisto.example/norppala/fi/course/{id}`` for ``https://api.opisto.example/v1/norppala/fi/courses``, else nothing."""
    parts = urlsplit(url)
    steps = [step for step in parts.path.split("/") if step]
    if not parts.netloc.startswith("api.") or len(steps) < 4 or "{" in url:  # noqa: PLR2004 - version, tenant, language, courses
        return ""
    return f"https://uusi.{parts.netloc.removeprefix('api.')}/{steps[1]}/{steps[2]}/course/{{id}}"


def _take(ledger: Ledger, course: Any, around: Surroundings, places: dict[str, Places]) -> None:
    """One course into the ledger, and its places beside it whether or not the course itself is known already."""
    uid = uid_of(course)

    def make(digest: str, notes: Notes) -> RawEvent:
        if not isinstance(course, dict):
            raise Refused("item_unreadable")
        return course_of(course, uid, digest, around, notes)

    ledger.take(uid, text_of_course(course), make)
    if uid and isinstance(course, dict):
        told = places_of(course).over(places.get(uid))
        ledger.availability += told.availability(uid, *around.enrolment(course), around.at)


def _all_places(answers: Iterable[Response]) -> dict[str, Places]:
    """What the participants' answers tell, by uid. They can be done without: one that is no JSON tells nothing."""
    found: dict[str, Places] = {}
    for answer in answers:
        if answer.role == PLACES:
            found |= {uid: places_of(record) for record in _records(answer) if (uid := uid_of(record))}
    return found


def _records(answer: Response) -> Iterator[dict[str, Any]]:
    """``[{"id": 1, ...}]``, or ``{"1": {...}}`` with the uid as the key."""
    try:
        told = tidy(load(answer))
    except Unreadable:
        return
    if isinstance(told, dict) and not any(isinstance(told.get(name), list) for name in _LISTS):
        told = [{"id": uid} | record for uid, record in told.items() if isinstance(record, dict)]
    yield from (record for record in _listed(told) if isinstance(record, dict))


def _alone(uid: str, told: Places) -> Availability:
    """Places without their course: the state only where the answer itself tells."""
    return next(iter(told.availability(uid, None, None, None)), Availability(uid=uid))


def _courses(document: Any) -> list[Any]:
    """The page's courses, tidied one by one; raises ``Unreadable`` (``unexpected_shape``)."""
    if not isinstance(document, list) and not (isinstance(document, dict) and any(isinstance(document.get(name), list) for name in _LISTS)):
        raise Unreadable("The answer holds no list of courses.", reason="unexpected_shape")
    return [tidy(course) for course in _listed(document)]


def _listed(document: Any) -> list[Any]:
    if isinstance(document, dict):
        return next((document[name] for name in _LISTS if isinstance(document.get(name), list)), [])
    return items(document)


def _next_page(response: Response) -> str:
    """The address of the next page: what ``rel=next`` names, else the page after this one where ``rel=last`` names a later one."""
    links = dict(_links(response.headers.get("link", "")))
    if "next" in links:
        following = joined(response.url, links["next"])
        return "" if following == response.url else following
    last, here = _page_number(links.get("last", "")), _page_number(response.url) or 1
    return add_or_replace_parameter(response.url, "page", str(here + 1)) if last is not None and last > here else ""


def _links(header: str) -> Iterator[tuple[str, str]]:
    """Relation and address of every link of the header."""
    for found in _LINK.finditer(header):
        relation = _RELATION.search(found[2])
        for name in relation[1].split() if relation else ():
            yield name.lower(), found[1].strip()


def _page_number(url: str) -> int | None:
    return integer(parameters(url).get("page"))


def _participants(url: str, uids: Iterable[str]) -> str:
    """``/v1/tenant/fi/courses`` becomes ``/v1/tenant/fi/course-participants?ids=1&ids=2``."""
    parts = urlsplit(url)
    path = parts.path.rstrip("/").rpartition("/")[0] + "/course-participants"
    return urlunsplit((parts.scheme, parts.netloc, path, "&".join(f"ids={uid}" for uid in uids), ""))


def _language(url: str) -> str:
    """The language of the interface's address: ``fi`` of ``/v1/norppala/fi/courses``."""
    return next((step for step in urlsplit(url).path.split("/") if step in {"fi", "sv", "en"}), "")


def _options(context: ReadContext) -> HellewiOptions:
    return context.options if isinstance(context.options, HellewiOptions) else HellewiOptions()
