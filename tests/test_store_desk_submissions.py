"""Submissions, drafts and entered events in the private file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.desk import open_desk
from store.desk_drafts import KEPT, draft, mark_sent, save_fields, save_look
from store.desk_own_events import OwnEvent, add, add_all, as_fields, cancel, change, of_fields, own_events
from store.desk_submissions import (
    KEPT_CLOSED,
    MOST_MESSAGES,
    NewSubmission,
    Publishing,
    address_of,
    answer,
    ask_back,
    entry_of,
    mark_approved,
    mark_withdrawn,
    reject,
    save_examined,
    say,
    source_ids,
    submission,
    submission_of,
    submissions,
    submit,
)

NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
KEY = "k" * 32


@pytest.fixture
def file(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_desk(tmp_path).write() as connection:
        yield connection


def new(**changes: str) -> NewSubmission:
    told = Publishing(organizer="Auttajat ry", email="info@auttajat.example", note="Terveisiä", audience=("seniors",))
    address = changes.get("address", "https://a.example/k.ics")
    return NewSubmission(
        kind="calendar", language="fi", title="Auttajat", publishing=told, address=address, examined={"address_shown": address}
    )


def test_a_submission_is_made_once_for_each_secret_and_found_by_it_alone(file: sqlite3.Connection) -> None:
    first = submit(file, new(), "secret", NOW)
    assert submit(file, new(address="https://other.example/"), "secret", NOW) == first
    assert len(submissions(file)) == 1
    found = submission_of(file, "secret")
    assert found == submission(file, first)
    assert found is not None
    assert (found.state, found.publishing.audience, address_of(file, first)) == ("waiting", ("seniors",), "https://a.example/k.ics")
    assert submission_of(file, "other") is None
    assert not [line for line in file.iterdump() if "'secret'" in line]


ACTS = {
    "ask": lambda file, one: ask_back(file, one, "Mikä?", NOW),
    "answer": lambda file, one: answer(file, one, "Tämä.", NOW),
    "reject": lambda file, one: reject(file, one, "Ei.", NOW),
    "approve": lambda file, one: mark_approved(file, one, "auttajat", NOW),
    "withdraw": lambda file, one: mark_withdrawn(file, one, "ilmoittaja", NOW),
}


@pytest.mark.parametrize(
    ("acts", "state"),
    [
        ((), "waiting"),
        (("ask",), "asked"),
        (("ask", "answer"), "waiting"),
        (("answer",), "waiting"),
        (("reject",), "rejected"),
        (("reject", "approve", "ask"), "rejected"),
        (("approve",), "approved"),
        (("approve", "approve"), "approved"),
        (("approve", "reject", "ask"), "approved"),
        (("approve", "withdraw"), "withdrawn"),
        (("withdraw",), "withdrawn"),
        (("approve", "withdraw", "approve"), "withdrawn"),
        (("ask", "approve", "answer"), "approved"),
    ],
)
def test_states_follow_each_other_one_way(file: sqlite3.Connection, acts: tuple[str, ...], state: str) -> None:
    one = submit(file, new(), "secret", NOW)
    for act in acts:
        ACTS[act](file, one)
    found = submission(file, one)
    assert found is not None
    assert found.state == state


def test_a_look_that_failed_does_not_forget_how_the_calendar_is_read(file: sqlite3.Connection) -> None:
    one = submit(file, new(), "secret", NOW)
    save_examined(file, one, {"read": 3}, {"format": "ical"}, NOW)
    save_examined(file, one, {"read": 0}, {}, NOW)
    found = submission(file, one)
    assert found is not None
    assert (found.examined, entry_of(file, one)) == ({"read": 0}, {"format": "ical"})


def test_a_source_id_stays_taken_after_a_withdrawal(file: sqlite3.Connection) -> None:
    one = submit(file, new(), "secret", NOW)
    mark_approved(file, one, "auttajat", NOW)
    mark_withdrawn(file, one, "", NOW)
    assert source_ids(file) == {"auttajat"}


def test_a_message_sent_twice_is_one_and_there_is_an_end_to_them(file: sqlite3.Connection) -> None:
    one = submit(file, new(), "secret", NOW)
    assert [say(file, one, "submitter", "Hei", NOW) for _ in range(2)] == [True, True]
    said = [say(file, one, "submitter", str(number), NOW) for number in range(MOST_MESSAGES)]
    assert said == [True] * (MOST_MESSAGES - 1) + [False]


def test_what_was_closed_long_ago_keeps_no_contact_and_no_words(file: sqlite3.Connection) -> None:
    one = submit(file, new(), "secret", NOW)
    say(file, one, "submitter", "Hei", NOW)
    reject(file, one, "Ei.", NOW)
    submit(file, new(), "other", NOW + KEPT_CLOSED + timedelta(days=1))
    found = submission(file, one)
    assert found is not None
    assert (found.publishing.email, found.publishing.note, found.messages, address_of(file, one)) == ("", "", (), "")


def test_a_draft_keeps_what_was_typed_until_it_is_sent(file: sqlite3.Connection) -> None:
    save_fields(file, KEY, {"address": "https://a.example/"}, NOW)
    save_look(file, KEY, {"read": 3}, {"format": "ical"})
    save_fields(file, KEY, {"organizer": "Auttajat ry"}, NOW, is_far=True)
    found = draft(file, KEY)
    assert found is not None
    assert (dict(found.fields), found.examined, found.entry) == (
        {"address": "https://a.example/", "organizer": "Auttajat ry"},
        {"read": 3},
        {"format": "ical"},
    )
    mark_sent(file, KEY, "abc")
    save_fields(file, KEY, {"organizer": "Joku muu"}, NOW)
    save_look(file, KEY, {"read": 4}, {})
    sent = draft(file, KEY)
    assert sent is not None
    assert (sent.submission_id, dict(sent.fields), sent.examined) == ("abc", {}, {})


def test_old_drafts_go_when_a_new_one_comes(file: sqlite3.Connection) -> None:
    save_fields(file, KEY, {"address": "a"}, NOW)
    save_fields(file, "n" * 32, {"address": "b"}, NOW + KEPT + timedelta(minutes=1))
    assert draft(file, KEY) is None
    assert draft(file, "n" * 32) is not None


def test_when_there_are_too_many_drafts_those_go_that_never_came_far(file: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.desk_drafts.MOST_DRAFTS", 3)
    save_fields(file, KEY, {"organizer": "Auttajat ry"}, NOW, is_far=True)
    for number in range(20):
        save_fields(file, f"{number:032}", {"address": "x"}, NOW + timedelta(seconds=number))
    assert file.execute("select count(*) from door_draft").fetchone()[0] == 3
    assert draft(file, KEY) is not None
    assert draft(file, f"{19:032}") is not None


EVENTS = st.builds(
    OwnEvent,
    name=st.text(min_size=1, max_size=20),
    day=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    begins=st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    ends=st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    until=st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    off=st.lists(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=3).map(tuple),
    audience=st.lists(st.sampled_from(["all", "seniors"]), max_size=2).map(tuple),
    is_free=st.sampled_from(["", "yes", "no"]),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(EVENTS)
def test_an_event_comes_back_as_it_was_written(event: OwnEvent) -> None:
    assert of_fields(as_fields(event)) == event


def test_events_are_changed_and_cancelled_and_never_deleted(file: sqlite3.Connection) -> None:
    one = submit(file, new(), "secret", NOW)
    event = OwnEvent(name="Laulutupa", day=date(2026, 12, 1), begins=time(18))
    uid = add(file, one, event, NOW, once="abc")
    assert add(file, one, event, NOW, once="abc") == uid
    assert change(file, one, uid, OwnEvent(name="Laulutupa", day=date(2026, 12, 2)), NOW)
    assert change(file, one, uid, OwnEvent(name="Laulutupa", day=date(2026, 12, 2)), NOW)
    assert cancel(file, one, uid, NOW)
    (kept,) = own_events(file, one)
    assert (kept.revision, kept.is_cancelled, kept.event.day) == (2, True, date(2026, 12, 2))
    assert cancel(file, one, uid, NOW, is_cancelled=False)
    assert not own_events(file, one)[0].is_cancelled


def test_nobody_changes_the_events_of_somebody_else(file: sqlite3.Connection) -> None:
    one, other = submit(file, new(), "secret", NOW), submit(file, new(), "other", NOW)
    event = OwnEvent(name="Laulutupa", day=date(2026, 12, 1))
    uid = add(file, one, event, NOW)
    assert not change(file, other, uid, OwnEvent(name="Kaapattu", day=date(2026, 12, 1)), NOW)
    assert not cancel(file, other, uid, NOW)
    assert [kept.event.name for kept in own_events(file, one)] == ["Laulutupa"]


def test_the_events_of_a_draft_come_in_once_and_there_is_an_end_to_them(file: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.desk_own_events.MOST_EVENTS", 2)
    one = submit(file, new(), "secret", NOW)
    event = OwnEvent(name="Laulutupa", day=date(2026, 12, 1))
    for _ in range(2):
        add_all(file, one, [event], NOW)
    assert len(own_events(file, one)) == 1
    assert add(file, one, event, NOW)
    assert not add(file, one, event, NOW)
