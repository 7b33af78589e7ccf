"""What can be found out without the network: is the configuration usable, are the texts complete, is the data sound."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from harvesters.errors import Disallowed, NotConfigured
from harvesters.source import Schedules, Source
from kooste import scheduler
from kooste.asking import permitted
from kooste.moves import words
from kooste.place_checks import place_findings
from publish.folders import Folders
from publish.words import read_words
from store.database import PRIVATE_NAME, check_database
from store.harvests import DueFacts, read_due_facts
from store.moves import Move, read_moves
from store.reading import Snapshot, SourceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceStatus:
    """One line of ``kooste status``."""

    id: str
    title: str
    state: str
    """``new`` until the first harvest, ``off`` when switched off, else the state of the last one."""
    last_fetched: datetime | None
    last_changed: datetime | None
    events: int
    problem: str
    next_due: datetime | None
    """When it is asked next; ``None`` where it is not: switched off, closed, or not wanted by its publisher."""
    failures: int
    """In a row."""


def findings(schedules: Schedules, directory: Path, now: datetime) -> list[str]:
    """Sentences worth reading; raises ``KoosteError`` for what makes a run impossible."""
    scheduler.check(schedules)
    read_words(Folders.found(directory / "custom").locale, schedules.region.languages)
    told = [f"{source.id}: {problem}" for source in schedules.sources if (problem := _not_allowed(source, now))]
    if not schedules.sources:
        told.append("there are no sources yet; add one under 'sources' (docs/schedules.md)")
    told += place_findings(schedules)
    return told + (check_database(directory) if (directory / "kooste.db").exists() else [])


def _not_allowed(source: Source, now: datetime) -> str:
    """Which key or permission a source waits for."""
    try:
        permitted(source, now)
    except Disallowed:
        return ""
    except NotConfigured as missing:
        return str(missing)
    return ""


def status(schedules: Schedules, directory: Path) -> list[SourceStatus]:
    """Every configured source with its health, in the order of the file."""
    database = directory / "kooste.db"
    rows = {row.id: row for row in Snapshot(database).sources()} if database.exists() else {}
    facts = read_due_facts(database) if database.exists() else {}
    moves = read_moves(directory / PRIVATE_NAME) if (directory / PRIVATE_NAME).exists() else {}
    zone = schedules.region.timezone
    return [_status(source, rows.get(source.id), facts.get(source.id), zone, moves.get(source.id)) for source in schedules.sources]


def _status(source: Source, row: SourceRow | None, facts: DueFacts | None, zone: str, move: Move | None) -> SourceStatus:
    """One source's health, from its row when it was ever harvested."""
    return SourceStatus(
        id=source.id,
        title=source.title,
        state="off" if not source.enabled else row.state if row else "new",
        last_fetched=row.last_fetched if row else None,
        last_changed=row.last_changed if row else None,
        events=row.events if row else 0,
        problem="; ".join(filter(None, (row.problem if row else "", words(move) if move else ""))),
        next_due=scheduler.next_due(source, zone, facts),
        failures=facts.failures if facts else 0,
    )
