"""One telling -> what is compared of it: normalize.traits."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.model import Details, Offer, Origin, Registration
from normalize.sequences import tellings
from normalize.traits import Traits, traits_of
from normalize.traits_links import is_page_of_one, page_key
from normalize.traits_places import is_address
from tests.tellings import HOUR, PLACES, TUESDAY, WINDOW, listing, strand, traits, weekly

MONDAY = date(2026, 11, 23)


def test_a_single_listing_is_told_by_its_start_end_and_local_day() -> None:
    found = traits()
    assert (found.starts, found.ends) == ((int(TUESDAY.timestamp()),), (int((TUESDAY + HOUR).timestamp()),))
    assert found.days == (TUESDAY.date().toordinal(),)
    assert not found.is_series
    assert not found.is_whole_day


def test_a_missing_end_stays_missing_and_an_end_at_the_start_tells_nothing() -> None:
    assert traits(end=None).ends == traits(end=TUESDAY).ends == (None,)


def test_a_whole_day_begins_at_local_midnight() -> None:
    found = traits(start=MONDAY, end=MONDAY + timedelta(days=1))
    assert found.is_whole_day
    assert (found.ends[0] or 0) - found.starts[0] == 86_400
    assert found.days == (MONDAY.toordinal(),)


def test_a_series_is_told_by_its_instances_cancelled_ones_too() -> None:
    found = traits(**weekly(5))
    assert found.is_series
    assert [day - found.days[0] for day in found.days] == [0, 7, 14, 21, 28]
    assert traits(event_status="EventCancelled").starts == traits().starts


def test_a_single_listing_outside_the_window_keeps_its_own_start() -> None:
    long_ago = TUESDAY - timedelta(days=400)
    assert traits(start=long_ago, end=None).starts == (int(long_ago.timestamp()),)
    assert traits(start=None, end=None).starts == ()


def test_dated_rows_of_one_series_are_one_telling_with_all_their_pages() -> None:
    weeks = [timedelta(weeks=number) for number in range(4)]
    rows = [
        strand(listing(uid=f"u{at}", start=TUESDAY + week, end=TUESDAY + week + HOUR, url=f"https://a.example/{at}"))
        for at, week in enumerate(weeks)
    ]
    (telling,) = tellings(rows)
    found = traits_of(telling, PLACES, WINDOW)
    assert len(found.starts) == 4
    assert found.urls == ("a.example/0", "a.example/1", "a.example/2", "a.example/3")


@pytest.mark.parametrize(
    ("changes", "names", "words"),
    [
        ({}, ("kylatalo honkala", "honkatie 3", "honkala"), {"honkala", "honkatie"}),
        (
            {"place_id": "", "place_text": "Torppa, Metsäkatu 5, 57100 Savonlinna"},
            ("torppa", "metsakatu 5", "savonlinna"),
            {"torppa", "metsakatu"},
        ),
        ({"place_id": "", "place_text": "Torppa, luokka 12"}, ("torppa",), {"torppa"}),
        ({"place_id": "", "place_text": "Kirjasto"}, ("kirjasto",), set()),
    ],
)
def test_a_place_is_told_by_its_names_or_by_its_words(changes: dict[str, Any], names: tuple[str, ...], words: set[str]) -> None:
    found = traits(**changes)
    assert found.place_names == names
    assert words <= set(found.place_words)


def test_only_the_registry_or_the_listing_says_that_it_is_online() -> None:
    assert traits(place_id="verkko").is_online
    assert traits(place_id="", place_text="Zoom").is_online
    assert traits(place_id="", place_text="", details=Details(attendance_mode="online")).is_online
    assert not traits(details=Details(attendance_mode="mixed")).is_online


def test_what_is_told_of_price_age_and_enrolment() -> None:
    details = Details(
        offers=(Offer(minimum=8.0, maximum=8.0), Offer(minimum=5.0, maximum=5.0, group="children"), Offer(minimum=2.0, is_optional=True)),
        minimum_age=7,
        registration=Registration(url="https://www.liput.example/kurssi/12/?utm_source=x", capacity=10),
    )
    found = traits(details=details)
    assert found.prices == (8.0,)
    assert found.ages == (7, None)
    assert found.capacity == 10
    assert found.registration_url == "liput.example/kurssi/12"
    assert traits().is_free is None
    assert traits().ages is None


def test_an_origin_at_another_instance_is_kept() -> None:
    origin = Origin(instance="https://toinen.example", source="s1", uid="x", url="https://alku.example/tapahtuma/7")
    found = traits(details=Details(origin=origin))
    assert found.origin == "https://toinen.example s1 x"
    assert "alku.example/tapahtuma/7" in found.urls


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.kyla.example/t/5/", "http://kyla.example/t/5"),
        ("https://kyla.example/t?id=5&utm_source=rss&fbclid=1", "https://kyla.example/t?id=5"),
        ("https://kyla.example/t?id=5&lang=sv", "https://kyla.example/t?id=5&lang=fi"),
        ("https://kyla.example/t/index.html", "https://kyla.example/t"),
    ],
)
def test_two_ways_to_write_the_address_of_one_page(one: str, other: str) -> None:
    assert page_key(one) == page_key(other) != ""


def test_what_is_no_web_address_is_none() -> None:
    assert [page_key(text) for text in ("", "mailto:a@b.example", "https://", "https://[1")] == [""] * 4


def test_the_page_of_one_event_is_more_than_a_section() -> None:
    assert is_page_of_one("kyla.example/t/5")
    assert is_page_of_one("kyla.example/villasukkapiiri-honkalassa-tiistaisin")
    assert not is_page_of_one("kyla.example/tapahtumat")
    assert not is_page_of_one("kyla.example")


def test_an_address_is_a_street_with_its_number() -> None:
    assert is_address("honkatie 3")
    assert not is_address("honkala")
    assert not is_address("lk 12")


def test_copies_of_a_text_share_their_passages() -> None:
    text = "<p>" + " ".join(f"sana{number}" for number in range(60)) + "</p>"
    assert traits(description={"fi": text}).passages == traits("b", description={"fi": text.replace("<p>", "<b>").upper()}).passages
    assert not set(traits(description={"fi": text}).passages) & set(traits(description={"fi": text.replace("sana", "muu")}).passages)


WORDS = st.sampled_from(["Villasukkapiiri", "Kuoroilta", "Läksykerho 3–4", "Öinen uinti", "Söndagsfest"])


@settings(max_examples=40, deadline=None)
@given(WORDS, st.integers(0, 400), st.sampled_from([None, HOUR]), st.sampled_from(sorted(PLACES)), st.booleans())
def test_traits_are_the_same_after_they_were_stored(name: str, hours: int, length: timedelta | None, place: str, is_series: bool) -> None:  # noqa: FBT001 - drawn
    start = TUESDAY + timedelta(hours=hours)
    changes = weekly(3, at=start) if is_series else {"start": start, "end": length and start + length}
    found = traits(name={"fi": name}, place_id=place, **changes)
    assert Traits.model_validate_json(found.model_dump_json()) == found
    assert Traits.model_validate_json(found.model_dump_json(exclude_defaults=True)) == found
