"""Reads services of a referral directory (Open Referral Human Services Data Specification, HSDS 2 and 3, JSON).

A service gives one record for every place it is given at, and where it states its times as rules, one for every rule; standing hours stay
with it as opening hours. ``docs/formats/hsds.md`` tells how each table is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from pydantic import Field
from w3lib.url import add_or_replace_parameter

from harvesters.errors import Unreadable
from harvesters.hsds_schedule import Series, hours_of, series_of, words_of
from harvesters.hsds_service import Service, event_of
from harvesters.hsds_tables import is_tabular, services_of
from harvesters.json_document import canonical, integer, load, mapping, mappings, text
from harvesters.json_moments import zone_of
from harvesters.json_people import impersonal, tidy
from harvesters.json_words import joined, parameters
from harvesters.ledger import Ledger, Notes, Refused, digest_of
from harvesters.record import Ask, RawEvent, ReadContext, Reading, Response
from harvesters.strict import Strict

VERSION = "hsds-1"
_LISTS = ("contents", "items", "data", "results")
_STAMPS = ("last_modified", "metadata", "assurer_email", "last_action_date")
_GONE = {"defunct", "inactive"}
"""Statuses of services that are no longer given: the directory itself says that they are gone."""
_MOST_RECORDS = 500


class HsdsOptions(Strict):
    """What stands under ``hsds:`` in an entry of ``schedules.yaml``."""

    details: bool = False
    """True: every service is asked for by itself as well, for directories whose list leaves out places and times."""
    page_parameter: str = Field(default="page", pattern=r"^[A-Za-z_]{1,40}$")
    """What the interface calls the number of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """One record to be: at which place, and by which of its schedules."""

    uid: str
    place: dict[str, Any]
    schedule: dict[str, Any] | None


def follow(response: Response, context: ReadContext) -> tuple[Ask, ...]:
    """The next page of the list, and the services by themselves where the options ask for them."""
    if response.role == "detail":
        return ()
    options, document = _options(context), _document(response)
    link = _next_page(response, document, options)
    asks = [Ask(url=link)] if link else []
    if options.details and isinstance(document, dict):
        ids = (text(service.get("id")) for service in mappings(_listed(document)))
        asks += [Ask(url=_detail(response.url, number), role="detail", is_needed=False) for number in ids if number]
    return tuple(asks)


def read(response: Response, context: ReadContext) -> Reading:
    """Every service of every page; raises ``Unreadable`` (``unexpected_shape``) where the answer is of another table."""
    pages = [(answer, _document(answer)) for answer in (response, *response.parts) if answer.role != "detail"]
    details = dict(_details(response.parts))
    ledger = Ledger(context, VERSION)
    for _, page in pages:
        for record in _services(page):
            told = tidy(record)
            service = told | details.get(text(told.get("id")), {}) if isinstance(told, dict) else told
            _take(ledger, service)
    complete = any(not _next_page(answer, page, _options(context)) for answer, page in pages) and not response.missing
    if not complete and not response.missing:
        ledger.tell("pages_cut", "warning", "total_pages")
    return ledger.reading(platform="Open Referral HSDS", complete=complete)


def _take(ledger: Ledger, service: Any) -> None:
    """One service into the ledger: a record for every place and every rule."""
    if not isinstance(service, dict):
        ledger.take("", canonical(service), _refused("item_unreadable", "id"))
        return
    uid = text(service.get("id"))
    if uid and text(service.get("status")).lower() in _GONE:
        ledger.deleted.append(uid)
        return
    told = canonical(impersonal(service, *_STAMPS))
    stem = digest_of(told)
    plans = list(_plans(service, uid))
    if len(plans) > _MOST_RECORDS:
        ledger.take(uid, stem, _refused("too_many_dates", "schedules"))
        return
    for number, plan in enumerate(plans):
        ledger.take(plan.uid, f"{stem}{number}", _maker(service, plan, told, ledger.context))


def _plans(service: dict[str, Any], uid: str) -> Iterator[_Plan]:
    """A record for each place, and within it for each schedule that is a rule; the first of all keeps the service's id."""
    places = mappings(service.get("service_at_locations")) or [{}]
    first = True
    for place in places:
        schedules = [schedule for schedule in _schedules(place) or _schedules(service) if _is_rule(schedule)]
        one_each: list[dict[str, Any] | None] = [*_distinct(schedules)] or [None]
        for schedule in one_each:
            steps = [text(place.get("id")), text(schedule.get("id")) if schedule and len(one_each) > 1 else ""]
            name = "".join(f"#{step}" for step in steps if step)
            yield _Plan(uid=uid if first or not uid else f"{uid}{name or '#+'}", place=place, schedule=schedule)
            first = False


def _distinct(schedules: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The schedules without repeats: an answer often has the same one at the service and at its place."""
    return list({canonical({name: value for name, value in schedule.items() if name != "id"}): schedule for schedule in schedules}.values())


def _schedules(record: dict[str, Any]) -> list[dict[str, Any]]:
    """The record's own schedules, of whichever version."""
    return mappings(record.get("schedules")) + mappings(record.get("regular_schedules"))


def _is_rule(schedule: dict[str, Any]) -> bool:
    return bool(text(schedule.get("dtstart")) and text(schedule.get("freq")))


def _maker(service: dict[str, Any], plan: _Plan, told: str, context: ReadContext) -> Callable[[str, Notes], RawEvent]:
    zone = zone_of(None, context.zone)

    def make(digest: str, notes: Notes) -> RawEvent:
        series: Series | None = series_of(plan.schedule, zone, notes) if plan.schedule is not None else None
        schedules = _schedules(plan.place) or _schedules(service)
        standing = [schedule for schedule in schedules if not _is_rule(schedule) or (schedule == plan.schedule and series is None)]
        hours = tuple(dict.fromkeys(hour for schedule in standing for hour in hours_of(schedule, zone)))
        words = next(filter(None, (words_of(schedule) for schedule in standing if not hours_of(schedule, zone))), "")
        blank = RawEvent(uid=plan.uid, digest=digest, text=told, kind="service", hours=hours, when="" if series or hours else words)
        return event_of(
            Service(record=service, place=plan.place, series=series, schedule=plan.schedule or {}), blank, context.language, notes
        )

    return make


def _refused(code: str, field: str) -> Callable[[str, Notes], RawEvent]:
    def make(_: str, __: Notes) -> RawEvent:
        raise Refused(code, field)

    return make


def _services(document: Any) -> list[Any]:
    """The services of a page, of organisations, of tables side by side, or the one the answer is."""
    if is_tabular(document):
        return services_of(document)
    if isinstance(document, dict) and not _has_list(document):
        return _turned(document)
    return [service for record in _listed(document) for service in _turned(record)]


def _turned(record: Any) -> list[Any]:
    """A service at a location (its own table in HSDS) as the service with that one place, an organisation as its services."""
    if not isinstance(record, dict):
        return [record]
    if isinstance(record.get("service"), dict):
        place = {name: value for name, value in record.items() if name != "service"}
        return [record["service"] | {"service_at_locations": [place]}]
    if isinstance(record.get("services"), list):
        organization = {name: value for name, value in record.items() if name != "services"}
        return [{"organization": organization} | service if isinstance(service, dict) else service for service in record["services"]]
    return [record]


def _has_list(document: dict[str, Any]) -> bool:
    return any(isinstance(document.get(name), list) for name in _LISTS)


def _listed(document: Any) -> list[Any]:
    if isinstance(document, list):
        return document
    return next((document[name] for name in _LISTS if isinstance(document.get(name), list)), [])


def _document(response: Response) -> Any:
    """The page, the list or the single service; raises ``Unreadable`` where it is none of these."""
    document = load(response)
    if is_tabular(document):
        return document
    if isinstance(document, dict) and not _has_list(document) and not any(map(_is_service, _turned(document))):
        raise Unreadable("The answer is no service and no list of services.", reason="unexpected_shape")
    records = _listed(document) if isinstance(document, dict | list) else None
    if records is None or (records and not any(_is_service(service) for record in records for service in _turned(record))):
        raise Unreadable("The answer holds no services.", reason="unexpected_shape")
    return document


def _is_service(record: Any) -> bool:
    """True for what has a field that only a service has. Organisations, places and terms have names and ids too."""
    told = {
        "status",
        "service_at_locations",
        "schedules",
        "eligibility_description",
        "cost_options",
        "application_process",
        "fees",
        "program",
    }
    return isinstance(record, dict) and bool(told & record.keys()) and "location_type" not in record and "taxonomy" not in record


def _details(parts: tuple[Response, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Services that were asked for by themselves, by id. They can be done without: one that is no service tells nothing."""
    for part in parts:
        if part.role != "detail":
            continue
        try:
            told = tidy(load(part))
        except Unreadable:
            continue
        if isinstance(told, dict) and text(told.get("id")):
            yield text(told.get("id")), told


def _next_page(response: Response, document: Any, options: HsdsOptions) -> str:
    """The page after this one, by the numbers of the envelope or by a ``next`` address."""
    if not isinstance(document, dict):
        return ""
    link = text(document.get("next")) or text(mapping(document.get("links")).get("next"))
    if link:
        following = joined(response.url, link)
        return "" if following == response.url else following
    here = (
        integer(document.get("page_number"))
        or integer(document.get("page"))
        or integer(parameters(response.url).get(options.page_parameter))
        or 1
    )
    total = integer(document.get("total_pages")) or integer(document.get("totalPages")) or 0
    if document.get("last_page") is True or document.get("empty") is True or here >= total:
        return ""
    return add_or_replace_parameter(response.url, options.page_parameter, str(here + 1))


def _detail(url: str, number: str) -> str:
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, f"{parts.path.rstrip('/')}/{quote(number, safe='')}", "", ""))


def _options(context: ReadContext) -> HsdsOptions:
    return context.options if isinstance(context.options, HsdsOptions) else HsdsOptions()
