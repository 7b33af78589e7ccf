"""Occurrences and series as lists show them: time first, then what and where, states as words before the title."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from normalize.links import web_address
from publish.almanac import former_start, rule_zone
from publish.answers import answers, marked_name
from publish.edition import Edition
from publish.rhythm import rhythm
from publish.views import Card, DayView, Leaf, Mark, Prose, Regular
from store.reading import EventRow, OccurrenceRow, PlaceRow

_STATUS = {
    "EventCancelled": "cancelled",
    "EventPostponed": "postponed",
    "EventRescheduled": "moved",
    "EventMovedOnline": "online",
}
_COLOUR = {"cancelled": "cancelled", "postponed": "changed", "moved": "changed", "online": "info"}


def status_mark(status: str, edition: Edition) -> tuple[Mark, ...]:
    """The word of a schema.org status; nothing where all is as planned."""
    word = _STATUS.get(status)
    return (Mark(_COLOUR[word], edition.words(f"status.{word}")),) if word else ()


def occurrence_marks(occurrence: OccurrenceRow, edition: Edition) -> tuple[Mark, ...]:
    """The state of one occurrence in words."""
    marks = status_mark(occurrence.event_status, edition)
    if not marks and occurrence.id in edition.almanac.moved:
        return status_mark("EventRescheduled", edition)
    return marks


def host_of(place_text: str) -> str:
    """The host of a location that is nothing but a web address, as calendars have it of maps and meetings; else an empty text."""
    address = "" if " " in place_text.strip() else web_address(place_text)
    return (urlsplit(address).hostname or "") if address else ""


def place_of(place_id: str, place_text: str, edition: Edition) -> tuple[Prose, str]:
    """The place's name and its area; the source's words where the region's registry does not know it, of a web address its host."""
    place = edition.almanac.places.get(place_id)
    if place is None:
        return Prose(host_of(place_text) or place_text), ""
    return edition.said(place.name), edition.area_near(place)


def area_of(place: PlaceRow, edition: Edition) -> str:
    """``Keskusta, Savonlinna``: district and municipality, each as it is called in the language."""
    return ", ".join(dict.fromkeys(edition.area(part) for part in (place.district, place.municipality) if part))


def address_of(place: PlaceRow, edition: Edition) -> str:
    """``Torikatu 1, 57130 Savonlinna``, as far as it is known."""
    return ", ".join(part for part in (place.address, f"{place.postal_code} {edition.area(place.municipality)}".strip()) if part)


def former_time(occurrence: OccurrenceRow, edition: Edition) -> str:
    """``aiempi aika ti 24.11. klo 10.00``, ``""`` where it was not moved."""
    former = former_start(occurrence, edition.almanac.events[occurrence.event_id]) if occurrence.id in edition.almanac.moved else None
    if former is None:
        return ""
    dates = edition.dates
    if not isinstance(former, datetime):
        return edition.words("card.former", when=dates.short(former))
    local = edition.almanac.local(former)
    return edition.words("card.former", when=dates.at(dates.short(local.date()), dates.clock(local)))


def clock_times(occurrence: OccurrenceRow, edition: Edition) -> tuple[str, str]:
    """Start and end for the left rail; an unknown end is left out, never invented."""
    if occurrence.all_day:
        return edition.words("card.all_day"), ""
    start = edition.almanac.local(occurrence.start)
    end = edition.almanac.local(occurrence.end) if occurrence.end else None
    return edition.dates.clock(start), edition.dates.end_clock(start, end) if end and end != start else ""


def last_day_shown(occurrence: OccurrenceRow) -> date:
    """The last day an occurrence is said to go on: a night is its evening's."""
    night = not occurrence.all_day and occurrence.end is not None and occurrence.end - occurrence.start < timedelta(hours=12)
    return occurrence.day if night else occurrence.last_day


def card(occurrence: OccurrenceRow, edition: Edition) -> Card:
    """The card of an occurrence, made once and used in every list."""
    made = edition.cards.get(occurrence.id)
    if made is None:
        made = edition.cards[occurrence.id] = _card(edition.almanac.events[occurrence.event_id], occurrence, edition)
    return made


def _card(event: EventRow, occurrence: OccurrenceRow, edition: Edition) -> Card:
    start, end = clock_times(occurrence, edition)
    place, area = place_of(occurrence.place_id, occurrence.place_text, edition)
    told = answers(event, edition)
    return Card(
        href=edition.item_href(event),
        name=marked_name(event, occurrence.name or event.name, edition),
        marks=(*occurrence_marks(occurrence, edition), *told.marks),
        start=start,
        end=end,
        datetime=occurrence.day.isoformat()
        if occurrence.all_day
        else edition.almanac.local(occurrence.start).isoformat(timespec="minutes"),
        spoken=_spoken(occurrence, start, place, edition),
        place=place,
        area=area,
        more=_more(event, occurrence, edition),
        answers=told,
        is_once=edition.almanac.is_one_off(occurrence),
        ends=_ends(occurrence, edition),
    )


def _ends(occurrence: OccurrenceRow, edition: Edition) -> str:
    """When it is over to the minute; ``""`` for whole days and where no end is known."""
    if occurrence.all_day or occurrence.end is None or occurrence.end <= occurrence.start:
        return ""
    return edition.almanac.local(occurrence.end).isoformat(timespec="minutes")


def _spoken(occurrence: OccurrenceRow, start: str, place: Prose, edition: Edition) -> str:
    """Day, time and place after the title, for a link that is heard alone."""
    day = edition.dates.on_day(occurrence.day)
    when = day if occurrence.all_day else edition.dates.at(day, start)
    return edition.words("card.spoken", when=when, place=place.text) if place.text else when


def _more(event: EventRow, occurrence: OccurrenceRow, edition: Edition) -> tuple[str, ...]:
    """Former time, end of something long, rhythm of a series: what is there of them."""
    last = last_day_shown(occurrence)
    goes_on = edition.words("card.until", date=edition.dates.brief(last)) if last > occurrence.day else ""
    return tuple(text for text in (former_time(occurrence, edition), goes_on, event_rhythm(event, edition)) if text)


def event_rhythm(event: EventRow, edition: Edition) -> str:
    """``joka tiistai``; ``""`` for a single event or a rule without certain words."""
    if not event.is_series:
        return ""
    said = edition.rhythms.get(event.id)
    if said is None:
        first = event.first_start
        day = first.astimezone(edition.almanac.zone).date() if isinstance(first, datetime) else first
        said = rhythm(event.recurrence, day, edition.dates) if day is not None and _days_agree(event, edition) else ""
        edition.rhythms[event.id] = said
    return said


def _days_agree(event: EventRow, edition: Edition) -> bool:
    """Whether the weekdays of the rule are the region's: a rule that counts in UTC may name the day before."""
    zone = rule_zone(event)
    if zone == edition.almanac.zone or not isinstance(event.first_start, datetime):
        return True
    return all(row.start.astimezone(zone).date() == row.day for row in edition.almanac.dates.get(event.id, ()))


def has_one_clock_time(event: EventRow, edition: Edition) -> bool:
    """Whether every date of a series that is in its place begins at the same time; those of a rule in UTC move with the clock changes."""
    usual = (row for row in edition.almanac.dates.get(event.id, ()) if row.id not in edition.almanac.moved)
    return len({clock_times(row, edition)[0] for row in usual}) <= 1


def leaf(day: date, edition: Edition) -> Leaf:
    """The date leaf of a day, made once."""
    made = edition.leaves.get(day)
    if made is None:
        made = edition.leaves[day] = _leaf(day, edition)
    return made


def _leaf(day: date, edition: Edition) -> Leaf:
    dates = edition.dates
    return Leaf(
        iso=day.isoformat(),
        href=edition.day_href(day),
        heading=dates.heading(day),
        weekday=dates.weekday_short(day),
        number=day.day,
        month=dates.month_short(day),
        week=dates.week(day),
    )


def day_view(
    day: date,
    occurrences: Iterable[OccurrenceRow],
    edition: Edition,
    *,
    most: int | None = None,
    had: Callable[[OccurrenceRow], bool] = lambda _: False,
) -> DayView:
    """A day's list, cut after ``most`` cards with the number of those left out.

    What was to be on that day and is on another now stands at its former time, where the list ``had`` it.
    """
    cards = tuple(_with_moved(day, list(occurrences), edition, had))
    shown = cards if most is None else cards[:most]
    total = edition.words.count("count.events", len(edition.almanac.on(day)))
    return DayView(leaf=leaf(day, edition), cards=shown, total=total, rest=len(cards) - len(shown))


def _with_moved(day: date, occurrences: list[OccurrenceRow], edition: Edition, had: Callable[[OccurrenceRow], bool]) -> Iterator[Card]:
    """The cards of a day, those of what has moved to another before the first that begins later."""
    gone = [(former, one) for former, one in edition.almanac.moved_from.get(day, ()) if had(one)]
    for occurrence in occurrences:
        while gone and (occurrence.day < day or _is_before(gone[0][0], occurrence)):
            yield moved_card(*gone.pop(0), edition)
        yield card(occurrence, edition)
    yield from (moved_card(former, one, edition) for former, one in gone)


def _is_before(former: datetime | date, occurrence: OccurrenceRow) -> bool:
    """Whether a former time comes before something of its day; whole days come first."""
    if not isinstance(former, datetime):
        return not occurrence.all_day
    return not occurrence.all_day and former < occurrence.start


def moved_card(former: datetime | date, occurrence: OccurrenceRow, edition: Edition) -> Card:
    """What stands at the former time of something that is on another day now: the new time before the title."""
    dates, words = edition.dates, edition.words
    shown = card(occurrence, edition)
    when = dates.short(occurrence.day) if occurrence.all_day else dates.at(dates.short(occurrence.day), shown.start)
    marks = (Mark("changed", words("status.moved_to", when=when)),)
    if isinstance(former, datetime):
        local = edition.almanac.local(former)
        start, stamp = dates.clock(local), local.isoformat(timespec="minutes")
        said = dates.at(dates.on_day(local.date()), start)
    else:
        start, stamp, said = words("card.all_day"), former.isoformat(), dates.on_day(former)
    spoken = words("card.former", when=said)
    return replace(shown, marks=marks, start=start, end="", datetime=stamp, spoken=spoken, more=(), is_once=True, ends="")


def regular(event: EventRow, occurrences: list[OccurrenceRow], edition: Edition, *, week: bool = False) -> Regular:
    """A series in one line: its rhythm and next date or, within one ``week``, the days and times it has there.

    ``occurrences`` must not be empty.
    """
    first = next((occurrence for occurrence in occurrences if occurrence.event_status != "EventCancelled"), occurrences[0])
    key = (event.id, *(occurrence.id for occurrence in occurrences)) if week else (event.id, "", first.id)
    made = edition.regulars.get(key)
    if made is None:
        made = edition.regulars[key] = _regular(event, occurrences, first, edition, week=week)
    return made


def _regular(event: EventRow, occurrences: list[OccurrenceRow], first: OccurrenceRow, edition: Edition, *, week: bool) -> Regular:
    place, area = place_of(first.place_id or event.place_id, first.place_text or event.place_text, edition)
    return Regular(
        href=edition.item_href(event),
        name=marked_name(event, event.name, edition),
        marks=(*status_mark(event.event_status, edition), *answers(event, edition).marks),
        rhythm=_days_and_times(occurrences, edition) if week else _rhythm_and_time(event, first, edition),
        place=place,
        area=area,
        next="" if week else edition.words("card.next", date=edition.dates.short(first.day)),
        answers=answers(event, edition),
    )


def standing_line(event: EventRow, edition: Edition) -> Regular:
    """Something without dates in one line."""
    made = edition.regulars.get((event.id,))
    if made is None:
        made = edition.regulars[event.id,] = _standing_line(event, edition)
    return made


def _standing_line(event: EventRow, edition: Edition) -> Regular:
    place, area = place_of(event.place_id, event.place_text, edition)
    return Regular(
        href=edition.item_href(event),
        name=marked_name(event, event.name, edition),
        marks=(*status_mark(event.event_status, edition), *answers(event, edition).marks),
        rhythm=standing_text(event, edition),
        place=place,
        area=area,
        next="",
        answers=answers(event, edition),
    )


def standing_text(event: EventRow, edition: Edition) -> str:
    """When something without dates is there: in its opening hours, or by arrangement."""
    return edition.words("when.hours" if event.details.opening_hours else "when.standing")


def _rhythm_and_time(event: EventRow, first: OccurrenceRow, edition: Edition) -> str:
    """``joka tiistai klo 10.00–11.00``; a rule without certain words is only said to have several dates."""
    said = event_rhythm(event, edition)
    if not said:
        return edition.words("rhythm.several")
    return said if first.all_day else edition.dates.at(said, *clock_times(first, edition))


def _days_and_times(occurrences: list[OccurrenceRow], edition: Edition) -> str:
    """``ti ja to 17.00–18.30``: the days of one week, those of the same hours together."""
    days: dict[tuple[str, str], list[date]] = {}
    for occurrence in occurrences:
        days.setdefault(clock_times(occurrence, edition), []).append(occurrence.day)
    said = []
    for (start, end), which in days.items():
        time = edition.words("format.span", start=start, end=end) if end else start
        names = edition.words.listed([edition.dates.weekday_short(day) for day in dict.fromkeys(which)])
        said.append(f"{names} {time}")
    return ", ".join(said)
