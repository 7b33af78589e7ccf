"""Accounts of the desk, sessions of those who are signed in, and how often somebody tried.

A password is kept as PBKDF2-HMAC-SHA256 with a salt of its own; a session as the digest of its key, so that who reads the file can be
nobody. A try is counted under a keyed digest of the name and of the client: neither stands there, for people type passwords where a name
belongs.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, get_args

from sqlite_utils import Database

from harvesters.errors import ConfigError
from store.desk_migrations import DESK
from store.text import moment_of, utc_text

May = Literal["moderator", "professional"]
LEVELS: tuple[May, ...] = get_args(May)
ROUNDS = 600_000
"""Of PBKDF2-HMAC-SHA256 (OWASP Password Storage Cheat Sheet, 2023)."""
SHORTEST_PASSWORD, LONGEST_PASSWORD = 12, 200
"""Characters (NIST SP 800-63B section 5.1.1.2 wants 8 at least and no other rule)."""
LASTS, IDLE = timedelta(hours=8), timedelta(minutes=30)
SEEN_EVERY = timedelta(minutes=1)
"""A session's last use is written down no more often than that."""
FREE_TRIES = 4
"""Tries in a row that nobody has to wait after."""
FIRST_WAIT, LONGEST_WAIT, LONGEST_WAIT_NAME = 5, 900, 60
"""Seconds: of a client up to a quarter of an hour, of a name no more than a minute, so that nobody can be locked out from elsewhere."""
FORGOTTEN = timedelta(hours=24)
"""After so long without a try the tries before count no more."""
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")
_DIGEST = "sha256"


@DESK(name="accounts_0001")
def account_tables(database: Database) -> None:
    """Accounts, sessions, tries."""
    for statement in (
        """
        create table account (
            name text primary key,
            role text not null,             -- what the log and corrections say instead of a name
            may text not null check (may in ('moderator', 'professional')),
            password text not null,         -- algorithm$rounds$salt$digest
            made_at text not null,
            changed_at text not null        -- when the password was set last
        ) strict, without rowid
        """,
        """
        create table session (
            digest text primary key,        -- SHA-256 of its key
            name text not null references account (name) on delete cascade,
            begun_at text not null,
            seen_at text not null
        ) strict, without rowid
        """,
        """
        create table sign_in_try (
            who text primary key,           -- keyed digest of a name or a client
            count integer not null,         -- in a row
            last_at text not null
        ) strict, without rowid
        """,
        "create table sign_in_key (id integer primary key check (id = 1), key text not null) strict",
        "create index session_name on session (name)",
    ):
        database.execute(statement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Who may sign in."""

    name: str
    role: str
    may: May
    made_at: datetime
    changed_at: datetime


def check_name(name: str) -> None:
    """Raises ``ConfigError`` for a name that no account can have."""
    if not _NAME.fullmatch(name):
        raise ConfigError(f"{name!r} is no name of an account: 2 to 40 small letters (a-z), digits, dots, hyphens or underscores")


def check_password(password: str, name: str) -> None:
    """Raises ``ConfigError`` for a password that is too short, too long, or the name again."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise ConfigError(f"the password must have {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters")
    if name in password.casefold() or len(set(password)) <= 3:  # noqa: PLR2004 - "aaaaaaaaaaaa", "121212121212"
        raise ConfigError("the password must not hold the account's name, nor be the same few characters over and over")


def hashed(password: str, rounds: int = ROUNDS) -> str:
    """The password as it is kept."""
    salt = secrets.token_bytes(16)
    return f"pbkdf2_{_DIGEST}${rounds}${salt.hex()}${_derived(password, salt, rounds).hex()}"


def _derived(password: str, salt: bytes, rounds: int) -> bytes:
    return hashlib.pbkdf2_hmac(_DIGEST, password.encode(), salt, rounds)


def is_password(password: str, kept: str) -> bool:
    """Whether the password is the one that was kept; takes the same time whether or not."""
    _, rounds, salt, digest = kept.split("$")
    return hmac.compare_digest(_derived(password, bytes.fromhex(salt), int(rounds)), bytes.fromhex(digest))


NOBODY = f"pbkdf2_{_DIGEST}${ROUNDS}${'00' * 16}${'00' * 32}"
"""What a password is held against where there is no such account, so that it takes as long; nothing is equal to it in practice."""


def add_account(connection: sqlite3.Connection, account: tuple[str, str, May], password: str, now: datetime) -> None:
    """Makes an account of a name, a role and what it may; ``password`` as ``hashed`` gave it. ``ConfigError`` where the name is taken."""
    name, role, may = account
    moment = utc_text(now)
    try:
        connection.execute("insert into account values (?, ?, ?, ?, ?, ?)", (name, role, may, password, moment, moment))
    except sqlite3.IntegrityError:
        raise ConfigError(f"there is an account {name!r} already; `kooste moderator password {name}` sets its password") from None


def set_password(connection: sqlite3.Connection, name: str, password: str, now: datetime) -> None:
    """Gives an account another password and ends its sessions; ``ConfigError`` where there is none of that name."""
    changed = connection.execute("update account set password = ?, changed_at = ? where name = ?", (password, utc_text(now), name)).rowcount
    if not changed:
        raise _unknown(connection, name)
    end_sessions(connection, name)


def remove_account(connection: sqlite3.Connection, name: str) -> Account:
    """Takes an account away with its sessions; ``ConfigError`` where there is none of that name."""
    found = find_account(connection, name)
    if found is None:
        raise _unknown(connection, name)
    connection.execute("delete from account where name = ?", (name,))
    return found


def _unknown(connection: sqlite3.Connection, name: str) -> ConfigError:
    names = ", ".join(account.name for account in accounts(connection))
    return ConfigError(f"there is no account {name!r}; there are {names or 'none'}")


def accounts(connection: sqlite3.Connection) -> list[Account]:
    """Every account by name."""
    return [_account(row) for row in connection.execute("select name, role, may, made_at, changed_at from account order by name")]


def find_account(connection: sqlite3.Connection, name: str) -> Account | None:
    """The account of a name."""
    row = connection.execute("select name, role, may, made_at, changed_at from account where name = ?", (name,)).fetchone()
    return _account(row) if row else None


def _account(row: sqlite3.Row) -> Account:
    return Account(
        name=row["name"], role=row["role"], may=row["may"], made_at=moment_of(row["made_at"]), changed_at=moment_of(row["changed_at"])
    )


def kept_password(connection: sqlite3.Connection, name: str) -> str:
    """The password of a name as it is kept; of a name that nobody has one that nothing is equal to."""
    row = connection.execute("select password from account where name = ?", (name,)).fetchone()
    return str(row["password"]) if row else NOBODY


def count_try(connection: sqlite3.Connection, name: str, client: str, now: datetime) -> int:
    """Counts a try before its password is looked at; 0, or how many seconds to wait, and then nothing is counted."""
    key = _key(connection)
    subjects = ((_who(key, "client", client), LONGEST_WAIT), (_who(key, "name", name), LONGEST_WAIT_NAME))
    waits = [_wait(connection, who, longest, now) for who, longest in subjects]
    if max(waits) > 0:
        return max(waits)
    for who, _ in subjects:
        connection.execute(
            "insert into sign_in_try values (?1, 1, ?2) on conflict (who) do update set "
            "count = case when last_at < ?3 then 1 else count + 1 end, last_at = ?2",
            (who, utc_text(now), utc_text(now - FORGOTTEN)),
        )
    connection.execute("delete from sign_in_try where last_at < ?", (utc_text(now - FORGOTTEN),))
    return 0


def forgive(connection: sqlite3.Connection, name: str, client: str) -> None:
    """The right password: the tries before count no more."""
    key = _key(connection)
    connection.executemany("delete from sign_in_try where who = ?", [(_who(key, "client", client),), (_who(key, "name", name),)])


def _wait(connection: sqlite3.Connection, who: str, longest: int, now: datetime) -> int:
    """Seconds until somebody may try again: none after the first tries, then twice as long each time."""
    row = connection.execute("select count, last_at from sign_in_try where who = ?", (who,)).fetchone()
    if row is None or row["count"] < FREE_TRIES:
        return 0
    since = (now - moment_of(row["last_at"])).total_seconds()
    return max(0, round(wait_after(row["count"], longest) - since))


def wait_after(count: int, longest: int) -> int:
    """How many seconds pass after so many tries in a row before the next one is looked at."""
    return 0 if count < FREE_TRIES else int(min(FIRST_WAIT * 2 ** min(count - FREE_TRIES, 20), longest))


def _who(key: bytes, sort: str, text: str) -> str:
    return hmac.digest(key, f"{sort}\n{text}".encode(), _DIGEST).hex()


def _key(connection: sqlite3.Connection) -> bytes:
    """The key of this file's digests, made once."""
    connection.execute("insert or ignore into sign_in_key values (1, ?)", (secrets.token_hex(32),))
    return bytes.fromhex(connection.execute("select key from sign_in_key").fetchone()["key"])


def begin_session(connection: sqlite3.Connection, name: str, now: datetime) -> str:
    """The key of a new session of an account; sessions that have ended are forgotten."""
    key = secrets.token_urlsafe(32)
    moment = utc_text(now)
    connection.execute("delete from session where begun_at < ? or seen_at < ?", (utc_text(now - LASTS), utc_text(now - IDLE)))
    connection.execute("insert into session values (?, ?, ?, ?)", (_digest(key), name, moment, moment))
    return key


def session_account(connection: sqlite3.Connection, key: str, now: datetime) -> tuple[Account, bool] | None:
    """Whose session a key is of, and whether its use is to be written down; ``None`` where it has ended or never was."""
    row = connection.execute(
        "select a.name, a.role, a.may, a.made_at, a.changed_at, s.seen_at from session s join account a on a.name = s.name "
        "where s.digest = ? and s.begun_at > ? and s.seen_at > ?",
        (_digest(key), utc_text(now - LASTS), utc_text(now - IDLE)),
    ).fetchone()
    return (_account(row), now - moment_of(row["seen_at"]) >= SEEN_EVERY) if row else None


def note_seen(connection: sqlite3.Connection, key: str, now: datetime) -> None:
    """The session is being used."""
    connection.execute("update session set seen_at = ? where digest = ?", (utc_text(now), _digest(key)))


def end_session(connection: sqlite3.Connection, key: str) -> None:
    """Ends a session."""
    connection.execute("delete from session where digest = ?", (_digest(key),))


def end_sessions(connection: sqlite3.Connection, *names: str) -> None:
    """Ends every session of these accounts."""
    connection.executemany("delete from session where name = ?", [(name,) for name in names])


def _digest(key: str) -> str:
    """A key has 256 random bits, so a plain digest tells nothing of it."""
    return hashlib.sha256(key.encode()).hexdigest()
