"""What else is on at the same time for the same people near by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from parsel import Selector

from normalize.model import Details, Offer, Registration
from publish.meanwhile import meanwhile
from store.reading import TermRow
from tests.publish_rows import NOW, SEEN, HandMade, at, files, joined, place, publish, single, slug_of, source

TODAY = date(2026, 11, 24)
HERE, NEAR, FAR, NOWHERE = (
    place("v-torikulma", latitude=61.868, longitude=28.886),
    place("v-sali", "Norppasali", latitude=61.870, longitude=28.880),
    place("v-kaukana", "Kaukola", latitude=61.95, longitude=29.2),
    place("v-tuntematon", "Tuntematon", latitude=None, longitude=None),
)


def one(key: str, start: str, end: str | None, audience: Sequence[str] = ("seniors",), **fields: Any) -> HandMade:
    rows = single(key, key.capitalize(), at("2026-11-26", start), at("2026-11-26", end) if end else None, **fields)
    return replace(rows, event_rows=[replace(rows.event_rows[0], details=Details(audience=tuple(audience)))])


def beside(mine: HandMade, *others: HandMade) -> list[str]:
    rows = joined(mine, *others)
    events = {event.id: event for event in rows.event_rows}
    dates = {event.id: [row for row in rows.occurrence_rows if row.event_id == event.id] for event in rows.event_rows}
    found = meanwhile(events, dates, {row.id: row for row in (HERE, NEAR, FAR, NOWHERE)}, TODAY)
    return [events[row.event_id].name["fi"] for row in found.get(mine.event_rows[0].id, ())]


MINE = one("jumppa", "10:00", "11:00")


@pytest.mark.parametrize(
    ("other", "is_told"),
    [
        (one("kahvila", "10:30", "12:00", place_id="v-sali"), True),
        (one("kahvila", "09:00", None, place_id="v-sali"), True),
        (one("touching", "11:00", "12:00", place_id="v-sali"), False),
        (one("before", "08:00", "10:00", place_id="v-sali"), False),
        (one("others", "10:00", "11:00", ("youth",), place_id="v-sali"), False),
        (one("everybody", "10:00", "11:00", ("all",), place_id="v-sali"), False),
        (one("nobody", "10:00", "11:00", (), place_id="v-sali"), False),
        (one("far", "10:00", "11:00", place_id="v-kaukana"), False),
        (one("unmapped", "10:00", "11:00", place_id="v-tuntematon"), False),
        (one("cancelled", "10:00", "11:00", place_id="v-sali", event_status="EventCancelled"), False),
    ],
    ids=lambda value: value.event_rows[0].name["fi"] if isinstance(value, HandMade) else None,
)
def test_only_what_overlaps_for_the_same_people_near_by_is_told(other: HandMade, *, is_told: bool) -> None:
    assert beside(MINE, other) == ([other.event_rows[0].name["fi"]] if is_told else [])


def test_the_nearest_three_and_each_other_both_ways() -> None:
    others = [one(f"k{n}", "10:00", "11:00", place_id="v-sali" if n else "v-torikulma") for n in range(5)]
    assert beside(MINE, *others)[0] == "K0"
    assert len(beside(MINE, *others)) == 3
    assert beside(others[0], MINE) == ["Jumppa"]


@pytest.mark.parametrize("change", ["price", "source", "name"])
def test_the_page_is_made_anew_when_anything_of_the_card_on_it_changes(change: str, tmp_path: Path) -> None:
    seniors = TermRow(id="seniors", name={"fi": "Ikäihmiset"})
    rows = replace(
        joined(MINE, one("kahvila", "10:30", "12:00", place_id="v-sali", source_ids=("s14",))),
        place_rows=[HERE, NEAR],
        audience_rows=[seniors],
        source_rows=[source(), source("s14", "Kahvilayhdistys")],
    )
    other = next(row for row in rows.event_rows if row.name["fi"] == "Kahvila")
    priced = Details(audience=("seniors",), offers=(Offer(price="5,50 €", minimum=5.5, maximum=5.5),))
    changed = {
        "price": rows.with_event(replace(other, details=priced)),
        "source": replace(rows, source_rows=[source(), source("s14", "Toinen nimi", last_fetched=SEEN)]),
        "name": rows.with_event(replace(other, name={"fi": "Toinen kahvila"})),
    }[change]
    publish(rows, tmp_path / "steps")
    publish(changed, tmp_path / "steps")
    publish(changed, tmp_path / "whole")
    path = f"fi/t/{slug_of(rows, 'Jumppa')}/index.html"
    assert files(tmp_path / "steps")[path] == files(tmp_path / "whole")[path]


@pytest.mark.parametrize("later", [timedelta(hours=1), timedelta(days=1)], ids=["hour", "day"])
def test_the_page_is_made_anew_when_enrolment_to_the_other_has_ended(later: timedelta, tmp_path: Path) -> None:
    rows = joined(MINE, one("kahvila", "10:30", "12:00", place_id="v-sali"))
    other = next(row for row in rows.event_rows if row.name["fi"] == "Kahvila")
    closes = NOW + timedelta(minutes=30) if later < timedelta(days=1) else NOW.date()
    enrolled = Details(audience=("seniors",), registration=Registration(required=True, closes=closes))
    rows = replace(rows.with_event(replace(other, details=enrolled)), place_rows=[HERE, NEAR])
    path = f"fi/t/{slug_of(rows, 'Jumppa')}/index.html"
    for now, told in ((NOW, "ilmoittaudu viimeistään"), (NOW + later, "Ilmoittautuminen on päättynyt")):
        publish(rows, tmp_path, now=now)
        assert told in files(tmp_path)[path].decode()


def test_the_page_offers_it_as_an_alternative(tmp_path: Path) -> None:
    rows = joined(MINE, one("kahvila", "10:30", "12:00", place_id="v-sali"))
    seniors = TermRow(id="seniors", name={"fi": "Ikäihmiset"})
    publish(replace(rows, place_rows=[HERE, NEAR], audience_rows=[seniors]), tmp_path)
    html = Selector((tmp_path / f"public/fi/t/{slug_of(rows, 'Jumppa')}/index.html").read_text(encoding="utf-8"))
    assert html.css("section[aria-labelledby=meanwhile] .title a::text").getall() == ["Kahvila"]
