"""What the store remembers of a source's manners: pauses, closures, departures, moves, pages, places left, deletions it names itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from harvesters.errors import Blocked, Gone, HarvestError, Unreachable
from harvesters.gather import KeptAnswer, address_key
from harvesters.record import Availability, Response, Validators
from normalize.mapping import normalize
from store.answers import keep_answers, kept_answers
from store.apply import apply
from store.availability import save_availability, uids_with_places
from store.changes import Harvested
from store.database import open_store
from store.departed import withdraw_departed
from store.harvests import answered_at, due_facts, known, record_failure, release
from store.moves import Seen, forget_move, move_of, note_move
from store.sync import plan
from tests.store_support import DAY, HOUR, NOW, Broken, Region, active, many, reading


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    with open_store(tmp_path) as store:
        found = Region(store)
        found.configure()
        yield found


def fail(region: Region, error: HarvestError, now: datetime) -> int:
    """One failure, and what a person would lose by it."""
    summary = record_failure(region.store, region.source("choir"), error, now)
    return withdraw_departed(region.store, "choir", summary.harvest_id, now)


def not_found() -> HarvestError:
    return Unreachable("no", reason="http_404", source="choir", status=404)


def gone() -> HarvestError:
    return Gone("no", reason="gone", source="choir", status=410)


def test_a_pause_lasts_as_long_as_it_was_asked_and_ends_with_a_good_answer(region: Region) -> None:
    blocked = Blocked("later", reason="too_many_requests", source="choir", retry_after=timedelta(hours=3))
    fail(region, blocked, NOW)
    assert due_facts(region.store)["choir"].wait_until == NOW + timedelta(hours=3)
    fail(region, not_found(), NOW + HOUR)
    assert due_facts(region.store)["choir"].wait_until is None, "this answer asked for no pause"
    fail(region, blocked, NOW + 2 * HOUR)
    region.harvest(many(3), NOW + 3 * HOUR)
    facts = due_facts(region.store)["choir"]
    assert (facts.wait_until, facts.failures) == (None, 0)


@pytest.mark.parametrize(
    ("answers", "closed"),
    [("ggg", True), ("gg", False), ("ggog", False), ("ggfg", False), ("gggf", True), ("gggr", False), ("gfgfgf", False)],
)
def test_three_times_gone_in_a_row_closes_a_source_until_a_person_opens_it(region: Region, answers: str, closed: bool) -> None:  # noqa: FBT001 - a column of the table
    for hour, answer in enumerate(answers):
        now = NOW + hour * HOUR
        if answer == "o":
            region.harvest(many(3), now)
        elif answer == "r":
            release(region.store, "choir")
        else:
            fail(region, gone() if answer == "g" else not_found(), now)
    assert due_facts(region.store)["choir"].is_closed is closed


def test_two_weeks_without_an_address_withdraw_what_was_promised_and_a_return_brings_it_back(region: Region) -> None:
    region.harvest(many(9, first=40), etag="a")
    for day in range(1, 15):
        assert fail(region, gone() if day % 2 else not_found(), NOW + day * DAY) == 0
    assert fail(region, not_found(), NOW + 15 * DAY) == 9
    assert active(region) == set()
    assert region.rows("select distinct withdrawn_reason from listing") == [("source_gone",)]
    assert fail(region, not_found(), NOW + 16 * DAY) == 0
    assert known(region.store, "choir", NOW + 17 * DAY).validators == Validators(), "what comes back must be read"
    assert region.harvest(many(9, first=40), NOW + 17 * DAY).restored == 9


@pytest.mark.parametrize("reason", ["http_500", "timeout", "dns", "forbidden", "truncated", "robots", "not_configured"])
def test_any_other_answer_in_between_begins_the_two_weeks_anew(region: Region, reason: str) -> None:
    region.harvest(many(9, first=60))
    for day in range(1, 50):
        error = Unreachable("no", reason=reason, source="choir") if day % 13 == 0 else not_found()
        assert fail(region, error, NOW + day * DAY) == 0
    assert len(active(region)) == 9


HOME = "https://kuoro.example/kalenteri.ics"
AWAY = "https://uusi.kuoro.example/kalenteri.ics"


def move(region: Region, to: str, day: float, *, may_adopt: bool = True) -> bool:
    seen = Seen(configured=HOME, moved_to=to, may_adopt=may_adopt)
    found = note_move(region.store, "choir", seen, NOW + day * DAY)
    return found is not None and found.is_adopted


def test_a_move_needs_three_equal_answers_over_a_week(region: Region) -> None:
    assert [move(region, AWAY, day) for day in (0, 2, 6.9, 7)] == [False, False, False, True]
    assert move_of(region.store, "choir", "https://muu.example/") is None, "the entry was changed: the move was about another address"
    assert move(region, "", 9), "the new address itself does not redirect any more"
    forget_move(region.store, "choir")
    assert move_of(region.store, "choir", HOME) is None


@pytest.mark.parametrize(
    "days",
    [
        [(AWAY, 0), ("", 3), (AWAY, 6), (AWAY, 7)],
        [(AWAY, 0), ("https://toinen.kuoro.example/", 4), (AWAY, 8), (AWAY, 9)],
        [(AWAY, 0), (AWAY, 30)],
    ],
)
def test_a_move_that_wavers_is_not_believed(region: Region, days: list[tuple[str, float]]) -> None:
    adopted = [move(region, to, day) for to, day in days]
    assert not any(adopted)


def test_a_move_to_somebody_elses_domain_is_a_persons_to_believe(region: Region) -> None:
    adopted = [move(region, "https://pysakointi.example/", day, may_adopt=False) for day in range(30)]
    assert not any(adopted)
    found = move_of(region.store, "choir", HOME)
    assert found is not None
    assert (found.times, found.since) == (30, NOW)


def kept(url: str, body: bytes, etag: str) -> dict[str, KeptAnswer]:
    validators = Validators(etag=etag, body_digest=etag)
    response = Response(
        source_id="choir",
        url=url,
        status=200,
        headers={"link": "<x>", "server": "y"},
        body=body,
        fetched_at=NOW,
        validators=validators,
        role="page",
    )
    return {address_key(url): KeptAnswer(response=response, validators=validators)}


def test_pages_are_kept_until_they_leave_the_list_or_are_a_day_old(region: Region) -> None:
    keep_answers(region.store, "choir", kept("u1", b"one" * 999, "a") | kept("u2", b"\x00\xff", "b"), NOW)
    found = kept_answers(region.store, "choir", NOW + HOUR, longest=DAY)
    one = found[address_key("u1")]
    assert (one.response.body, one.response.role, one.response.headers) == (b"one" * 999, "page", {"link": "<x>"})
    assert one.validators == Validators(etag="a", body_digest="a")
    keep_answers(region.store, "choir", kept("u1", b"one" * 999, "a"), NOW + 20 * HOUR)
    assert set(kept_answers(region.store, "choir", NOW + 21 * HOUR, longest=DAY)) == {address_key("u1")}
    assert kept_answers(region.store, "choir", NOW + 25 * HOUR, longest=DAY) == {}, "not modified does not make it younger"


def test_places_left_belong_to_the_sources_own_listings_and_change_nothing_else(region: Region) -> None:
    region.harvest(many(2))
    region.harvest(many(2, prefix="v"), source="library")
    before = region.rows("select * from listing order by id")
    told = [Availability(uid="u0", remaining=3, capacity=12, state="open"), Availability(uid="v0", remaining=1), Availability(uid="nobody")]
    assert save_availability(region.store, "choir", told, NOW) == 1
    assert save_availability(region.store, "choir", told, NOW + HOUR) == 0, "the same figures, only newer"
    assert region.rows("select remaining, capacity, state, at from availability_told") == [(3, 12, "open", "2026-11-01T07:00:00Z")]
    assert region.rows("select * from listing order by id") == before
    assert uids_with_places(region.store, "choir") == ("u0", "u1")


def incremental(region: Region, changed: int, deleted: tuple[str, ...], now: datetime) -> tuple[int, int]:
    """An answer that holds only what changed, and names what was deleted: changed and withdrawn."""
    before = known(region.store, "choir", now)
    records = [replace(raw, digest=f"new {raw.uid}") for raw in many(changed)]
    read = reading(records, {})
    read = replace(read, deleted=deleted, read=read.read + len(deleted))
    source = region.source("choir")
    results = tuple(normalize(raw, source, region.context(now)) for raw in read.events)
    answer = Harvested(reading=read, normalized=results, validators=Validators(), fetched_at=now, is_incremental=True)
    summary = apply(region.store, plan(before, answer, source, now))
    return summary.stored, summary.withdrawn


def test_an_answer_of_changes_withdraws_only_what_it_calls_deleted(region: Region) -> None:
    region.harvest(many(20))
    assert incremental(region, 2, ("u7", "u8", "never seen"), NOW + HOUR) == (2, 2)
    assert len(active(region)) == 18
    assert region.rows("select uid, withdrawn_reason from listing where withdrawn_at is not null order by uid") == [
        ("u7", "deleted"),
        ("u8", "deleted"),
    ]


def test_deletions_too_are_questioned_when_they_are_many(region: Region) -> None:
    region.harvest(many(20))
    assert incremental(region, 0, tuple(f"u{number}" for number in range(15)), NOW + HOUR) == (0, 0)
    assert len(active(region)) == 20


def test_changes_alone_are_asked_for_only_while_the_last_whole_answer_is_fresh(region: Region) -> None:
    assert answered_at(region.store, "choir", NOW) is None
    region.harvest(many(3), etag="a")
    assert answered_at(region.store, "choir", NOW + HOUR) == NOW
    incremental(region, 1, (), NOW + 2 * HOUR)
    assert answered_at(region.store, "choir", NOW + 25 * HOUR) is None, "an answer of changes does not count as a whole one"
    region.harvest(many(3), NOW + 26 * HOUR, etag="b")
    fail(region, not_found(), NOW + 27 * HOUR)
    assert answered_at(region.store, "choir", NOW + 28 * HOUR) is None, "after a failure everything is asked for"


def test_an_answer_of_changes_keeps_what_was_said_of_the_whole(region: Region) -> None:
    region.harvest([*many(3), Broken(uid="x")])
    said = region.rows("select id from issue order by id")
    assert said
    incremental(region, 0, (), NOW + HOUR)
    assert region.rows("select id from issue order by id") == said
