"""What has moved to another day stands at its former time too, with the new one before its name, and is counted once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from parsel import Selector

from normalize.model import Details
from tests.publish_rows import HandMade, at, joined, page, publish, schedules, single

FORMER = at("2026-11-29", "14:00")


def moved(**fields: object) -> HandMade:
    """A concert that was to be on Sunday at two, between two other things."""
    details = Details(previous_start=fields.pop("was", FORMER))
    concert = single(
        "konsertti", "Lasten konsertti", at("2026-12-06", "14:00"), at("2026-12-06", "14:45"),
        details=details, **{"event_status": "EventRescheduled"} | fields,
    )  # fmt: skip
    others = [single(name, name, at("2026-11-29", clock), None) for name, clock in (("Messu", "10:00"), ("Akatistos", "16:00"))]
    return joined(concert, *others)


def lines(folder: Path, path: str) -> list[str]:
    """Start and title of each item, without what is only heard."""
    cards = Selector(page(folder, path)).css("main .card")
    return [" ".join(" ".join(card.css(".start::text, .mark::text, .title a::text").getall()).split()) for card in cards]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made on the Friday before."""
    made = tmp_path_factory.mktemp("moved")
    publish(moved(), made, now=at("2026-11-27", "08:00"), schedules=schedules())
    return made


@pytest.mark.parametrize("path", ["fi/pv/2026-11-29/", "fi/viikonloppu/", "fi/viikonloppu/alue/keskusta/", "fi/viikko/2026-w48/"])
def test_it_stands_at_its_former_time_with_the_new_one_before_its_name(folder: Path, path: str) -> None:
    assert lines(folder, path) == ["10.00 Messu", "14.00 SIIRTYNYT su 6.12. klo 14.00 Lasten konsertti", "16.00 Akatistos"]


@pytest.mark.parametrize(
    ("path", "mark"),
    [("sv/dag/2026-11-29/", "FLYTTAD TILL sön 6.12 kl. 14.00"), ("en/day/2026-11-29/", "MOVED TO Sun 6 Dec, 14:00")],
)
def test_each_language_says_so_in_its_words(folder: Path, path: str, mark: str) -> None:
    assert mark in lines(folder, path)[1]


def test_it_is_counted_where_it_is_now(folder: Path) -> None:
    assert "2 tapahtumaa" in page(folder, "fi/pv/2026-11-29/")
    assert lines(folder, "fi/pv/2026-12-06/") == ["14.00 UUSI AIKA Lasten konsertti"]


@pytest.mark.parametrize(
    "fields",
    [{"event_status": "EventCancelled"}, {"was": at("2026-12-06", "13:00")}, {"place_id": "", "place_text": "Muualla"}],
    ids=["cancelled", "another hour of the same day", "elsewhere: not of this area"],
)
def test_what_is_not_on_or_not_of_the_list_leaves_nothing_behind(tmp_path: Path, fields: dict[str, object]) -> None:
    publish(moved(**fields), tmp_path, now=at("2026-11-27", "08:00"))
    assert lines(tmp_path, "fi/viikonloppu/alue/keskusta/") == ["10.00 Messu", "16.00 Akatistos"]


def test_a_day_of_which_everything_moved_is_not_called_empty(tmp_path: Path) -> None:
    publish(moved(was=date(2026, 12, 1)), tmp_path, now=at("2026-12-01", "08:00"))
    assert lines(tmp_path, "fi/tanaan/") == ["koko päivä SIIRTYNYT su 6.12. klo 14.00 Lasten konsertti"]
    assert not Selector(page(tmp_path, "fi/tanaan/")).css("main .empty")
