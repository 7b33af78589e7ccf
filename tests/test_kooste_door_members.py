"""Events that look like members' matters, from the look at the door to the published data: shown where their sender says so, by name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kooste import approved, desk_acts, settings
from kooste.door_look import Looking
from kooste.vocabulary import vocabulary_of
from store.configuration import sync_configuration
from store.database import open_store
from store.desk import Desk, open_desk
from store.desk_acts import NewAct, enqueue
from store.desk_submissions import NewSubmission, Publishing, submit
from store.snapshot import freeze
from tests.served import CalendarHost, calendar, calendar_host, event
from tests.town import Town

SAUNA, BOARD = "Saunailta (vain jäsenille)", "Hallituksen kokous"
EVENTS = (
    event("1", "20261125T150000Z", "Kahvila"),
    event("2", "20261126T150000Z", SAUNA),
    event("3", "20261127T150000Z", BOARD),
    event("4", "20261203T150000Z", BOARD),
)
NOW = datetime(2026, 11, 22, 6, tzinfo=ZoneInfo("Europe/Helsinki"))


@pytest.fixture
def host() -> Iterator[CalendarHost]:
    with calendar_host() as served:
        served.files["/kerho.ics"] = calendar(*EVENTS)
        yield served


def sent_in(town: Town, desk: Desk, also: Sequence[str]) -> str:
    """A submission as the door makes it of what it saw, in a region that is set up; its id."""
    known = settings.load(town.config())
    with open_store(town.data) as store:
        sync_configuration(store, known, vocabulary_of(known), NOW)
    seen = Looking(schedules=known, data=town.data, now=NOW).at_file(calendar(*EVENTS), "kerho.ics")
    assert seen.examined.for_members == (SAUNA, BOARD)
    told = Publishing(organizer="Kerho ry", also=tuple(also))
    new = NewSubmission(
        kind="calendar", language="fi", title="Kerho", publishing=told, address=town.host.url("/kerho.ics"), entry=seen.entry
    )
    with desk.write() as connection:
        return submit(connection, new, "x" * 43, NOW)


def do(town: Town, desk: Desk, kind: str, subject: str, **payload: object) -> None:
    """One act, carried out."""
    enqueue(desk, NewAct(by="toimitus", kind=kind, subject=subject, payload=payload), NOW)
    desk_acts.apply_now(settings.load(town.config()), town.data, town.config(), NOW)


def shown(town: Town, hours: int) -> set[str]:
    """The names of what is coming after everything was harvested so many hours later."""
    now = NOW + timedelta(hours=hours)
    assert town.kooste("harvest", "--all", now=now.isoformat()).exit_code == 0
    assert town.kooste("relate", now=now.isoformat()).exit_code == 0
    with open_store(town.data) as store, closing(sqlite3.connect(freeze(store, now))) as connection:
        return {row[0] for row in connection.execute("select name from events where withdrawn_at is null")}


def test_what_its_sender_names_is_shown_and_nothing_else_of_the_kind(tmp_path: Path, host: CalendarHost) -> None:
    town, desk = Town(tmp_path, host), open_desk(tmp_path / "var")
    identifier = sent_in(town, desk, [SAUNA])
    do(town, desk, "approve", identifier)
    assert settings.load(town.config()).sources[-1].also == (SAUNA,)
    assert shown(town, 1) == {"Kahvila", SAUNA}
    before = meaning(town)
    do(town, desk, "take_in", identifier, also=[BOARD])
    assert settings.load(town.config()).sources[-1].also == (BOARD,)
    assert meaning(town) != before  # what was read before is read anew, though the calendar be the same
    do(town, desk, "take_in", identifier, also=[])
    assert "also" not in approved.path_beside(town.config()).read_text(encoding="utf-8")


def meaning(town: Town) -> str:
    """What the store takes the source's entry to mean."""
    known = settings.load(town.config())
    with open_store(town.data) as store:
        sync_configuration(store, known, vocabulary_of(known), NOW)
        return str(store.public.execute("select meaning from source").fetchone()[0])


def test_what_is_no_source_is_left_as_it_is(tmp_path: Path) -> None:
    assert not approved.take_in(tmp_path / "approved.yaml", "0123456789", [SAUNA])
    assert list(tmp_path.iterdir()) == []
