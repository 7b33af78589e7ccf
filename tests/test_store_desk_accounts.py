"""Accounts: passwords that nobody can read, waits that grow, sessions that end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from harvesters.errors import ConfigError
from store import desk_accounts
from store.desk import Desk, open_desk
from store.desk_accounts import (
    FORGOTTEN,
    IDLE,
    LASTS,
    LONGEST_WAIT,
    NOBODY,
    ROUNDS,
    accounts,
    add_account,
    begin_session,
    check_name,
    check_password,
    count_try,
    end_session,
    forgive,
    hashed,
    is_password,
    kept_password,
    note_seen,
    remove_account,
    session_account,
    set_password,
    wait_after,
)
from tests.store_support import NOW

FEW = 1000
"""Rounds, for tests."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    with made.write() as connection:
        add_account(connection, ("maija", "toimitus", "moderator"), hashed("seitseman-veljesta", FEW), NOW)
    yield made
    text = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"seitseman-veljesta" not in text
    assert b"198.51.100" not in text


def test_a_password_is_kept_with_a_salt_of_its_own_and_enough_rounds() -> None:
    one, other = hashed("seitseman-veljesta"), hashed("seitseman-veljesta", FEW)
    assert one.split("$")[:2] == ["pbkdf2_sha256", str(ROUNDS)]
    assert ROUNDS >= 600_000
    assert NOBODY.split("$")[1] == str(ROUNDS)
    assert one.split("$")[2] != other.split("$")[2]
    assert is_password("seitseman-veljesta", one)
    assert not is_password("seitseman-veljesta ", other)
    assert not is_password("", other)


@pytest.mark.parametrize("name", ["", "a", "Maija", "maija virtanen", "maija@example.org", "x" * 41, "-maija", "mai\nja"])
def test_a_name_is_short_and_plain(name: str) -> None:
    with pytest.raises(ConfigError, match="no name of an account"):
        check_name(name)
    check_name("toimitus-2.kirjasto_1")


@pytest.mark.parametrize("password", ["lyhyt", "x" * 201, "aaaaaaaaaaaa", "121212121212", "maija-on-paras"])
def test_a_weak_password_is_refused(password: str) -> None:
    with pytest.raises(ConfigError):
        check_password(password, "maija")
    check_password("neljätoista m€rkkiä", "maija")


def test_a_name_that_nobody_has_has_a_password_that_nothing_equals(desk: Desk) -> None:
    with desk.read() as connection:
        assert kept_password(connection, "nobody") == NOBODY
        assert kept_password(connection, "maija") != NOBODY


def test_a_name_is_given_once_and_others_are_told(desk: Desk) -> None:
    with desk.write() as connection:
        with pytest.raises(ConfigError, match="already"):
            add_account(connection, ("maija", "kirjasto", "moderator"), hashed("x" * 12, 1), NOW)
        with pytest.raises(ConfigError, match="there are maija"):
            set_password(connection, "pekka", hashed("x" * 12, 1), NOW)
        with pytest.raises(ConfigError, match="there are maija"):
            remove_account(connection, "pekka")
        assert [(one.name, one.role, one.may) for one in accounts(connection)] == [("maija", "toimitus", "moderator")]


@pytest.mark.parametrize(
    ("count", "wait"), [(0, 0), (3, 0), (4, 5), (5, 10), (6, 20), (10, 320), (11, 640), (12, LONGEST_WAIT), (10_000, LONGEST_WAIT)]
)
def test_waits_double_and_end_somewhere(count: int, wait: int) -> None:
    assert wait_after(count, LONGEST_WAIT) == wait


def tries(desk: Desk, number: int, *, name: str = "maija", client: str = "198.51.100.1", after: timedelta = timedelta(0)) -> list[int]:
    """The waits of tries one after another."""
    with desk.write() as connection:
        return [count_try(connection, name, client, NOW + after) for _ in range(number)]


def test_a_client_that_tries_many_names_waits(desk: Desk) -> None:
    for number in range(4):
        assert tries(desk, 1, name=f"name{number}") == [0]
    assert tries(desk, 1, name="other") == [5]
    assert tries(desk, 1, name="other", client="198.51.100.2") == [0]


def test_a_name_that_many_clients_try_waits_a_minute_at_most(desk: Desk) -> None:
    for number in range(40):
        tries(desk, 1, client=f"198.51.100.{number}", after=timedelta(minutes=number * 2))
    assert 0 < tries(desk, 1, client="198.51.100.99", after=timedelta(minutes=78, seconds=1))[0] <= 60
    assert tries(desk, 1, client="198.51.100.99", after=timedelta(minutes=79, seconds=1)) == [0]


def test_tries_are_forgiven_by_the_right_password_and_forgotten_after_a_day(desk: Desk) -> None:
    assert tries(desk, 5) == [0, 0, 0, 0, 5]
    with desk.write() as connection:
        forgive(connection, "maija", "198.51.100.1")
    assert tries(desk, 5) == [0, 0, 0, 0, 5]
    assert tries(desk, 5, after=FORGOTTEN + timedelta(minutes=1)) == [0, 0, 0, 0, 5]


@pytest.mark.parametrize(
    ("used", "after", "lives"),
    [
        ([], IDLE - timedelta(seconds=1), True),
        ([], IDLE + timedelta(seconds=1), False),
        ([IDLE * 0.9], IDLE * 1.8, True),
        ([IDLE * 0.9 * step for step in range(1, 18)], LASTS + timedelta(seconds=1), False),
    ],
)
def test_a_session_lives_while_it_is_used_but_not_for_ever(desk: Desk, used: list[timedelta], after: timedelta, *, lives: bool) -> None:
    with desk.write() as connection:
        key = begin_session(connection, "maija", NOW)
        for passed in used:
            assert session_account(connection, key, NOW + passed) is not None
            note_seen(connection, key, NOW + passed)
        assert (session_account(connection, key, NOW + after) is not None) is lives
        assert session_account(connection, key + "x", NOW) is None
        assert key not in str([tuple(row) for row in connection.execute("select * from session")])


def test_sessions_end_with_sign_out_password_and_account(desk: Desk) -> None:
    with desk.write() as connection:
        first, second = (begin_session(connection, "maija", NOW) for _ in range(2))
        end_session(connection, first)
        assert session_account(connection, first, NOW) is None
        assert session_account(connection, second, NOW) is not None
        set_password(connection, "maija", hashed("x" * 12, 1), NOW)
        assert session_account(connection, second, NOW) is None
        third = begin_session(connection, "maija", NOW)
        remove_account(connection, "maija")
        assert session_account(connection, third, NOW) is None
        assert connection.execute("select count(*) from session").fetchone()[0] == 0


def test_use_is_written_down_no_more_than_once_a_minute(desk: Desk) -> None:
    with desk.write() as connection:
        key = begin_session(connection, "maija", NOW)
        due = [session_account(connection, key, NOW + desk_accounts.SEEN_EVERY * part) for part in (0.5, 1)]
    assert [one and one[1] for one in due] == [False, True]
