"""The next events of a calendar as a visitor would see them: name, day and time in words, place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from harvesters.record import Moment
from normalize.finding import Facts
from normalize.identity import event_id
from normalize.model import Listing, Occurrence, Start
from normalize.recurrence_zone import zone
from normalize.relate import Related, relate
from normalize.text import shortened, words
from normalize.times import instant
from publish.dates import Dates
from publish.folders import Folders
from publish.words import Words, read_words

MOST_SHOWN = 5
_DESCRIPTION = 160
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One occurrence as a visitor reads it."""

    title: str
    when: str
    place: str
    """Empty where the record names none."""
    description: str
    start: Start
    end: Start | None
    status: str
    """schema.org event status."""
    planned: bool
    is_known_place: bool


def dates_in(language: str, data: Path) -> Dates:
    """How this region says days and times in a language; own catalogues below the data folder come first, as on the site."""
    return Dates(words_in(language, data))


def words_in(language: str, data: Path) -> Words:
    """The site's own words in one language."""
    return read_words(Folders.found(data / "custom").locale, (language,))[language]


def next_shown(facts: Facts, language: str, dates: Dates, most: int = MOST_SHOWN) -> tuple[Shown, ...]:
    """The next occurrences of the calendar, the earliest first; planned ones are not for visitors and left out."""
    found = sorted(_occurrences(facts), key=lambda pair: (instant(pair[1].start, facts.context.region_timezone), pair[1].id))
    return tuple(_shown(listing, occurrence, facts, language, dates) for listing, occurrence in found[:most])


def _occurrences(facts: Facts) -> Iterator[tuple[Listing, Occurrence]]:
    """Occurrences that are not over, each with the record it is from."""
    groups: dict[str, list[Listing]] = {}
    for record in facts.records():
        if record.listing is not None:
            groups.setdefault(record.listing.uid, []).append(record.listing)
    for uid, listings in groups.items():
        yield from _of_event(facts, listings, relate(event_id(facts.source.id, uid), listings, facts.context.window))


def _of_event(facts: Facts, listings: Sequence[Listing], related: Related) -> Iterator[tuple[Listing, Occurrence]]:
    by_id = {listing.id: listing for listing in listings}
    for occurrence in related.occurrences:
        ends = occurrence.end or occurrence.start
        over = (
            instant(ends, facts.context.region_timezone) <= facts.now
            and instant(occurrence.start, facts.context.region_timezone) < facts.now
        )
        if not over and not occurrence.planned:
            yield by_id[occurrence.listing_id], occurrence


def _shown(listing: Listing, occurrence: Occurrence, facts: Facts, language: str, dates: Dates) -> Shown:
    place = facts.context.places.get(occurrence.place_id)
    return Shown(
        title=_in(language, occurrence.name or listing.name),
        when=when_words(occurrence.start, occurrence.end, facts.context.region_timezone, dates),
        place=_in(language, place.name) if place else occurrence.place_text,
        description=shortened(" ".join(words(_in(language, listing.description)).split()), _DESCRIPTION),
        start=occurrence.start,
        end=occurrence.end,
        status=occurrence.event_status,
        planned=occurrence.planned,
        is_known_place=place is not None,
    )


def _in(language: str, texts: dict[str, str]) -> str:
    """The text in the language, else in whatever there is."""
    return texts.get(language) or next(iter(texts.values()), "")


def when_words(start: Start, end: Start | None, region_timezone: str, dates: Dates) -> str:
    """Day and time as the site says them, on the region's clock."""
    if isinstance(start, datetime):
        tz = zone(region_timezone)
        return dates.moment(start.astimezone(tz), end.astimezone(tz) if isinstance(end, datetime) else None)
    last = (end - _DAY) if end is not None and not isinstance(end, datetime) else start
    return dates.days(start, max(start, last))


def brief(moment: Moment, region_timezone: str, dates: Dates) -> str:
    """``ti 24.11. klo 18.00``, for naming an event in a list of examples."""
    if isinstance(moment, datetime):
        local = moment.astimezone(zone(region_timezone)) if moment.tzinfo else moment
        return dates.at(dates.short(local.date()), dates.clock(local))
    return dates.short(moment)


def brief_days(days: Sequence[date], dates: Dates) -> str:
    """``22.12., 29.12., 5.1.``."""
    return ", ".join(dates.brief(day) for day in days)
