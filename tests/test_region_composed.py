"""The region's duplicate groups d2, d4, d10 and d11, from what the sources publish to the one event: whose field wins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

from kooste import demo
from normalize.compose import compose
from normalize.identity import event_id
from normalize.model import Conflict, Listing
from normalize.recurrence import Window
from normalize.relate import Related, Strand, relate
from normalize.sequences import Telling, tellings
from tests.region_reading import FIRST, LAST, Read, read
from tests.shared import needs_region

WINDOW = Window(start=FIRST, end=LAST, timezone="Europe/Helsinki")
GROUPS = {
    "d2": {"s12": "Tuolijumppa (Eläkeväki)", "s26": "Ikäihmisten tuolijumppa Torikulmassa", "s13": "Tuolijumppa"},
    "d4": {"s32": "A Winter's Tale – theatre in Finnish", "s02": "Teatteri: Talven tarina", "s23": "Talven tarina"},
    "d10": {"s25": "Ensiapukurssi EA1", "s28": "EA1-kurssi"},
    "d11": {"s12": "Punkaharjun joulupolku", "s20": "Joulupolku"},
}
"""As in the region's scenario: source and title."""
CHRISTMAS = (date(2026, 12, 22), date(2026, 12, 29), date(2027, 1, 5))

pytestmark = needs_region


@pytest.fixture(scope="module")
def sources() -> Iterator[Any]:
    with demo.examples() as example:
        yield cache(lambda source: read(example, source))


def tellings_of(read_of: Read, title: str) -> list[Telling]:
    """The tellings whose lead has this title, of two performances the first."""
    source = read_of.source
    records: dict[str, list[Listing]] = defaultdict(list)
    for result in read_of.results:
        if result.listing is not None and title in result.listing.name.values():
            records[result.listing.uid].append(result.listing)
    ids = {uid: event_id(source.id, uid) for uid in records}
    strands = (
        Strand(
            id=ids[uid],
            source_id=source.id,
            role=source.organizer.role,
            listings=tuple(found),
            related=relate(ids[uid], found, WINDOW),
        )
        for uid, found in records.items()
    )
    return sorted(tellings(strands), key=lambda telling: str(telling.lead.start))[:1]


def composed(group: str, sources: Any) -> tuple[Related, dict[str, str]]:
    """The event, and which source each of its listings is of."""
    told = [telling for source, title in GROUPS[group].items() for telling in tellings_of(sources(source), title)]
    assert len(told) == len(GROUPS[group])
    return compose("e", told, WINDOW), {one.id: one.source_id for telling in told for strand in telling.strands for one in strand.listings}


def test_the_organizer_s_christmas_break_removes_the_umbrella_s_ghost_dates(sources: Any) -> None:
    made, source_of = composed("d2", sources)
    days = {one.start.date() if hasattr(one.start, "date") else one.start for one in made.occurrences}
    assert not days & set(CHRISTMAS)
    assert {date(2026, 12, 15), date(2027, 1, 12)} <= days
    (told,) = made.event.conflicts
    assert (told.field, source_of[told.listing_id]) == ("dates", "s12")
    ghosts = [date.fromisoformat(day) for day in told.value.split(",")]
    assert ghosts[: len(CHRISTMAS)] == list(CHRISTMAS)
    assert min(ghosts[len(CHRISTMAS) :]) > date(2027, 4, 30)  # the organizer's season ends, the umbrella's series was never ended
    assert max(days) <= date(2027, 4, 30)


def test_the_play_has_price_and_seats_of_the_box_office_and_its_end_and_words_of_the_town(sources: Any) -> None:
    made, source_of = composed("d4", sources)
    event, (only,) = made.event, made.occurrences
    assert event.name == {"fi": "Talven tarina", "en": "A Winter's Tale – theatre in Finnish"}
    asked = ("name.fi", "name.en", "offers", "registration", "start", "end", "description.fi")
    assert [source_of[event.origins[name]] for name in asked] == ["s23", "s32", "s23", "s23", "s23", "s02", "s02"]
    assert (f"{only.start:%d.%m. %H:%M}", f"{only.end:%H:%M}") == ("04.12. 19:00", "21:15")
    assert event.details.registration is not None
    assert (event.details.registration.capacity, event.conflicts) == (520, ())


def test_the_course_ends_on_the_second_day_as_its_enrolment_says(sources: Any) -> None:
    made, source_of = composed("d10", sources)
    (only,) = made.occurrences
    assert (f"{only.start:%d.%m. %H:%M}", f"{only.end:%d.%m. %H:%M}") == ("23.01. 09:00", "24.01. 16:00")
    assert (made.lead.end, made.event.last_end) == (only.end, only.end)
    assert (source_of[made.event.origins["start"]], source_of[made.event.origins["end"]]) == ("s28", "s25")
    assert made.event.name == {"fi": "EA1-kurssi"}


def test_the_trail_begins_when_its_organizer_says_and_the_umbrella_s_hour_is_told(sources: Any) -> None:
    made, source_of = composed("d11", sources)
    (told,) = made.event.conflicts
    theirs = next(one for one, source in source_of.items() if source == "s12")
    shown = Conflict(field="start", listing_id=theirs, value="2026-12-19T17:00", shown="2026-12-19T16:00", day=date(2026, 12, 19))
    assert (told, made.event.name) == (shown, {"fi": "Joulupolku"})
