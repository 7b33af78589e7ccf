"""Feedback: due in time, reminded of, and gone when it is answered."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from store.desk import Desk, open_desk
from store.desk_feedback import (
    KEPT,
    KEPT_AT_MOST,
    NewFeedback,
    close_feedback,
    feedback_closed,
    feedback_open,
    feedback_waiting,
    find_feedback,
    forget_feedback,
    take_feedback,
    write_answer,
)
from tests.store_support import DAY, HOUR, NOW

TODAY = NOW.date()
NEW = NewFeedback(language="fi", kind="time", text="Alkaa klo 17.", about="event:e1", email="lukija@posti.example", once="n1")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_desk(tmp_path)


def taken(desk: Desk, new: NewFeedback = NEW, *, days_ago: int = 0) -> int:
    with desk.write() as connection:
        return take_feedback(connection, new, NOW - days_ago * DAY, today=TODAY - timedelta(days=days_ago))


@pytest.mark.parametrize(
    ("days_ago", "left", "counts"), [(0, 14, (1, 0, 0)), (10, 4, (1, 0, 0)), (11, 3, (1, 1, 0)), (14, 0, (1, 1, 0)), (15, -1, (1, 0, 1))]
)
def test_an_answer_is_due_in_fourteen_days_and_a_reminder_comes_three_days_before(
    desk: Desk, days_ago: int, left: int, counts: tuple[int, int, int]
) -> None:
    number = taken(desk, days_ago=days_ago)
    with desk.read() as connection:
        found, waiting = find_feedback(connection, number), feedback_waiting(connection, TODAY)
    assert found is not None
    assert found.left(TODAY) == left
    assert (waiting.open, waiting.soon, waiting.late) == counts
    assert waiting.first_due == TODAY + timedelta(days=left)


@pytest.mark.parametrize(
    ("second", "is_same"),
    [
        (NEW, True),
        (NewFeedback(language="sv", kind="time", text="Alkaa klo 17.", about="event:e1", once="n2"), True),
        (NewFeedback(language="fi", kind="time", text="Alkaa klo 18.", about="event:e1", once="n2"), False),
        (NewFeedback(language="fi", kind="place", text="Alkaa klo 17.", about="event:e1", once="n2"), False),
    ],
)
def test_what_is_sent_twice_is_one_message(desk: Desk, second: NewFeedback, *, is_same: bool) -> None:
    assert (taken(desk) == taken(desk, second)) is is_same


def test_the_one_that_is_due_first_comes_first(desk: Desk) -> None:
    taken(desk)
    taken(desk, NewFeedback(language="fi", kind="other", text="Vanhempi", once="n2"), days_ago=3)
    with desk.read() as connection:
        assert [one.text for one in feedback_open(connection)] == ["Vanhempi", "Alkaa klo 17."]


def test_closing_deletes_who_wrote_and_what_tells_it(desk: Desk) -> None:
    number = taken(desk, NewFeedback(language="fi", kind="other", text="Soita 040 123 4567, Maija", email="maija@posti.example", once="n3"))
    with desk.write() as connection:
        assert write_answer(connection, number, "Kiitos, soitimme numeroon 040 123 4567.")
        found = find_feedback(connection, number)
        assert found is not None
        assert (found.state, found.email) == ("written", "maija@posti.example")
        assert close_feedback(connection, number, "toimitus", NOW)
        assert not close_feedback(connection, number, "toimitus", NOW)
        assert not write_answer(connection, number, "Vielä jotain")
        (closed,) = feedback_closed(connection, 9)
        assert "maija@posti" not in str([tuple(row) for row in connection.execute("select * from feedback")])
    assert (closed.email, closed.closed_by) == ("", "toimitus")
    assert "040" not in closed.text + closed.answer
    assert closed.answer.startswith("Kiitos, soitimme numeroon")


def test_everything_goes_after_its_time(desk: Desk) -> None:
    number = taken(desk)
    with desk.write() as connection:
        close_feedback(connection, number, "toimitus", NOW)
        assert forget_feedback(connection, NOW + KEPT) == 0
        assert forget_feedback(connection, NOW + KEPT + HOUR) == 1
    taken(desk, NewFeedback(language="fi", kind="other", text="Vastaamatta", once="n4"))
    with desk.write() as connection:
        assert forget_feedback(connection, NOW + KEPT_AT_MOST + HOUR) == 1
        assert feedback_waiting(connection, date(2027, 1, 1)).open == 0
