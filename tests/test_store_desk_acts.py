"""Acts: kept at once, done once, told for ever."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from store.desk import Desk, open_desk
from store.desk_acts import (
    KEPT,
    NewAct,
    Wanted,
    acts,
    acts_of,
    acts_unshown,
    acts_waiting,
    enqueue,
    find_act,
    finish,
    forget_old_acts,
    note_shown,
    record_in,
    said_in_log,
)
from tests.store_support import HOUR, NOW

VERDICT = NewAct(by="toimitus", kind="verdict", subject="a~b", payload={"kind": "same"}, once="n1")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_desk(tmp_path)


@pytest.mark.parametrize(
    ("second", "is_same"),
    [
        (VERDICT, True),
        (NewAct(by="toimitus", kind="other", subject="x", once="n1"), True),
        (NewAct(by="toimitus", kind="verdict", subject="a~b", payload={"kind": "same"}, once="n2"), True),
        (NewAct(by="toimitus", kind="verdict", subject="a~b", payload={"kind": "same"}), True),
        (NewAct(by="kirjasto", kind="verdict", subject="a~b", payload={"kind": "same"}, once="n2"), False),
        (NewAct(by="toimitus", kind="verdict", subject="a~b", payload={"kind": "different"}, once="n2"), False),
        (NewAct(by="toimitus", kind="verdict", subject="a~c", payload={"kind": "same"}), False),
    ],
)
def test_what_is_sent_twice_is_one_act(desk: Desk, second: NewAct, *, is_same: bool) -> None:
    first = enqueue(desk, VERDICT, NOW)
    assert (enqueue(desk, second, NOW + HOUR).id == first.id) is is_same


def test_an_equal_act_after_the_first_was_done_is_another(desk: Desk) -> None:
    first = enqueue(desk, NewAct(by="toimitus", kind="release", subject="s01"), NOW)
    with desk.write() as connection:
        assert finish(connection, first.id, "done", "", NOW)
        assert not finish(connection, first.id, "failed", "again", NOW)
    assert enqueue(desk, NewAct(by="toimitus", kind="release", subject="s01"), NOW).id != first.id
    assert enqueue(desk, NewAct(by="toimitus", kind="release", subject="s01"), NOW).state == "waiting"


def test_an_act_waits_is_done_and_is_shown(desk: Desk) -> None:
    made = enqueue(desk, VERDICT, NOW)
    with desk.write() as connection:
        assert [one.id for one in acts_waiting(connection)] == [made.id]
        assert acts_waiting(connection, {"release"}) == []
        assert acts_unshown(connection, {"verdict"}) == 0
        finish(connection, made.id, "done", "ok", NOW + HOUR)
        assert acts_waiting(connection) == []
        assert (acts_unshown(connection, {"verdict"}), acts_unshown(connection, {"release"})) == (1, 0)
        note_shown(connection, {"verdict"}, NOW, NOW)  # a publishing that had begun before it was done
        assert acts_unshown(connection, {"verdict"}) == 1
        note_shown(connection, {"verdict"}, NOW + HOUR, NOW + 2 * HOUR)
        assert acts_unshown(connection, {"verdict"}) == 0
        found = find_act(connection, made.id)
    assert found is not None
    assert (found.state, found.message, found.payload) == ("done", "ok", {"kind": "same"})
    assert (found.at, found.done_at, found.shown_at) == (NOW, NOW + HOUR, NOW + 2 * HOUR)


def test_the_log_is_filtered_and_paged(desk: Desk) -> None:
    with desk.write() as connection:
        for number in range(6):
            by, kind = ("toimitus", "kirjasto")[number % 2], ("verdict", "release")[number // 3]
            record_in(connection, NewAct(by=by, kind=kind, subject=f"s{number}"), NOW + number * HOUR)
        told = [one.subject for one in acts(connection, Wanted(), limit=2)]
        assert told == ["s5", "s4"]
        last = acts(connection, Wanted(), limit=2)[-1].id
        assert [one.subject for one in acts(connection, Wanted(), limit=2, before=last)] == ["s3", "s2"]
        assert [one.subject for one in acts(connection, Wanted(by="kirjasto", kind="verdict"), limit=9)] == ["s1"]
        since = Wanted(since=NOW + HOUR, until=NOW + 3 * HOUR)
        assert [one.subject for one in acts(connection, since, limit=9)] == ["s2", "s1"]
        assert [one.subject for one in acts(connection, Wanted(state="failed"), limit=9)] == []
        assert [one.kind for one in acts_of(connection, "s3", {"release"})] == ["release"]
        assert said_in_log(connection) == (["kirjasto", "toimitus"], ["release", "verdict"])


def test_what_is_very_old_is_forgotten_unless_it_waits(desk: Desk) -> None:
    waiting = enqueue(desk, VERDICT, NOW)
    with desk.write() as connection:
        record_in(connection, NewAct(by="operator", kind="account_added", subject="toimitus"), NOW)
        assert forget_old_acts(connection, NOW + KEPT - timedelta(days=1)) == 0
        assert forget_old_acts(connection, NOW + KEPT + timedelta(days=1)) == 1
        assert [one.id for one in acts(connection, Wanted(), limit=9)] == [waiting.id]
