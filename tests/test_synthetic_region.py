"""The made-up region of ``benchmarks/synthetic_region.py``: one region a seed, a truth without contradictions, and an honest floor."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from benchmarks.synthetic.events import Happening
from benchmarks.synthetic.headings import LOSSY
from benchmarks.synthetic.region import WINDOW, Region, region
from benchmarks.synthetic_region import joined_pairs, score
from normalize.joining import Joined, join

LISTINGS = 500


@pytest.fixture(scope="module")
def made() -> Region:
    return region(LISTINGS, seed=11)


@pytest.fixture(scope="module")
def joined(made: Region) -> Joined:
    return join(made.strands, made.places, WINDOW)


def test_a_seed_is_one_region_and_another_seed_another() -> None:
    first, again, other = (region(60, seed=seed) for seed in (3, 3, 4))
    assert first.strands == again.strands
    assert first.accounts == again.accounts
    assert {strand.lead.id for strand in first.strands} != {strand.lead.id for strand in other.strands}


def test_it_holds_as_many_accounts_and_doubles_as_asked(made: Region) -> None:
    assert len(made.accounts) == LISTINGS
    assert len(made.events) == round(LISTINGS * 0.85)
    assert sum(bool(event.looks_like) for event in made.events) == round(LISTINGS * 0.08)
    assert len(made.same()) > LISTINGS * 0.15


def test_every_record_is_of_one_account_and_every_account_of_one_event(made: Region) -> None:
    rows = Counter(made.account_of[strand.id] for strand in made.strands)
    assert len(made.strands) == len(made.account_of)
    assert [rows[number] for number in range(len(made.accounts))] == [len(account.records) for account in made.accounts]
    assert {account.event for account in made.accounts} == {event.id for event in made.events}


def test_a_source_tells_of_an_event_once(made: Region) -> None:
    assert max(Counter((account.source, account.event) for account in made.accounts).values()) == 1


def test_two_events_of_one_thing_on_one_day_and_in_one_house_were_made_to_look_alike(made: Region) -> None:
    taken: dict[tuple[str, object, str], list[Happening]] = defaultdict(list)
    for event in made.events:
        for day in event.days:
            taken[event.house.entry.id, day, event.heading.key].append(event)
    for events in taken.values():
        assert len(events) == 1 or all(event.is_marked for event in events), [event.heading for event in events]


def test_what_looks_alike_differs_in_what_its_title_time_or_place_tells(made: Region) -> None:
    for event in made.events:
        if event.looks_like:
            base = made.events[event.base]
            assert (event.heading, event.start, event.house) != (base.heading, base.start, base.house)


def test_a_title_that_another_event_looks_like_loses_no_word(made: Region) -> None:
    marked = {event.id for event in made.events if event.is_marked}
    assert not [account for account in made.accounts if account.event in marked and LOSSY & set(account.edits)]


def test_what_is_joined_is_right_and_most_is_found(made: Region, joined: Joined) -> None:
    found = score(joined_pairs(made, joined), made.same())
    assert found.precision >= 0.97, found
    assert found.recall >= 0.9, found


@pytest.mark.parametrize(
    ("told", "figures"), [({(0, 1)}, (1.0, 0.5)), ({(0, 1), (0, 2)}, (0.5, 0.5)), (set(), (1.0, 0.0)), ({(0, 1), (1, 2)}, (1.0, 1.0))]
)
def test_the_score_of_pairs(told: set[tuple[int, int]], figures: tuple[float, float]) -> None:
    found = score(told, {(0, 1), (1, 2)})
    assert (found.precision, found.recall) == figures
