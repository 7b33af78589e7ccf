"""What people decided of pairs, and the pairs about which they are asked. Verdicts are of strands, so that they hold whatever is joined.

A verdict of a page's address or of a listing is one of the strand behind it. What is said of a row of a series is said of the series.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from pydantic import TypeAdapter

from harvesters.errors import KoosteError
from normalize.likeness import Likeness, likeness
from normalize.traits import Traits
from store.database import Store
from store.overlaps import forget_overlaps
from store.text import best, utc_text

Kind = Literal["same", "different", "not_overlap"]
ABOUT: dict[str, str] = {"same": "identity", "different": "identity", "not_overlap": "overlap"}
"""What a verdict is about: of each a pair has one at most, the last one."""
_LIKENESS: TypeAdapter[Likeness] = TypeAdapter(Likeness)
_SIDE = (
    "select l.id, l.source_id, s.title, l.names, l.start_local from listing l join source s on s.id = l.source_id "
    "where l.event_id = ? and l.withdrawn_reason <> 'not_public' order by l.recurrence_id, l.id limit 1"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two that are compared."""

    strand_id: str
    telling_id: str
    event_id: str
    """The event it is part of; empty before it was related."""
    listing_id: str
    source_id: str
    source: str
    """The source's title."""
    name: str
    start: str
    """Local; empty where it has no dates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A verdict as it stands."""

    a: Side | None
    b: Side | None
    """``None`` where the source shows nothing of it any more: the verdict waits for it to come back."""
    ids: tuple[str, str]
    kind: Kind
    by: str
    at: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Two about which a person is asked."""

    a: Side
    b: Side
    likeness: Likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two and everything that speaks for and against their being one event."""

    a: Side
    b: Side
    likeness: Likeness | None
    """``None`` where both are rows of one series of one source."""
    verdict: Given | None
    is_joined: bool
    """They are one event now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided, and why."""

    kind: Kind
    by: str
    """A role, never a person."""
    why: str = ""


def give_verdict(store: Store, pair: tuple[str, str], decision: Decision, now: datetime) -> None:
    """Keeps what a person decided of two strands, in place of what was decided of them before; the next relating obeys it."""
    a, b = sorted(pair)
    with store.transaction():
        store.public.execute(
            "insert into verdict (a, b, about, kind, made_by, made_at, why) values (?, ?, ?, ?, ?, ?, ?) on conflict (a, b, about) "
            "do update set kind = excluded.kind, made_by = excluded.made_by, made_at = excluded.made_at, why = excluded.why",
            (a, b, ABOUT[decision.kind], decision.kind, decision.by, utc_text(now), decision.why),
        )
        _touch(store.public, (a, b))


def take_back(store: Store, pair: tuple[str, str], *, about: str = "") -> int:
    """Forgets what was decided of two strands, of their ``identity`` or ``overlap`` alone where told; how many verdicts that were."""
    a, b = sorted(pair)
    with store.transaction():
        count = store.public.execute("delete from verdict where a = ?1 and b = ?2 and ?3 in ('', about)", (a, b, about)).rowcount
        if count:
            _touch(store.public, (a, b))
    return count


def _touch(public: sqlite3.Connection, strands: Sequence[str]) -> None:
    """They and what is one event or one series with them are compared again; and what competes is looked at again."""
    for strand in strands:
        public.execute(
            "update strand set is_compared = 0 where id = ?1 or event_id = (select event_id from strand where id = ?1) "
            "or (row_key <> '' and row_key = (select row_key from strand where id = ?1))",
            (strand,),
        )
    forget_overlaps(public)


def find_side(database: Path, text: str) -> Side | None:
    """The strand that an id of a listing or an event, or the last part of a page's address, names; ``None`` where there is none."""
    with closing(_opened(database)) as connection:
        row = connection.execute(
            "select event_id from listing where withdrawn_reason <> 'not_public' and (id = ?1 or event_id = ?1 or slug = ?1) "
            "order by id = ?1 desc, event_id = ?1 desc, event_id limit 1",
            (text,),
        ).fetchone()
        return _side(connection, row[0]) if row else None


def compared(database: Path, a: Side, b: Side) -> Compared:
    """Everything that speaks for and against two strands being one event, from what is stored of them."""
    with closing(_opened(database)) as connection:
        given = [one for one in _given(connection) if one.ids == tuple(sorted((a.strand_id, b.strand_id))) and one.kind != "not_overlap"]
        found = (
            None
            if a.telling_id == b.telling_id
            else likeness(_traits(connection, a.telling_id), _traits(connection, b.telling_id), in_full=True)
        )
    is_joined = a.event_id == b.event_id != ""
    return Compared(a=a, b=b, likeness=found, verdict=given[0] if given else None, is_joined=is_joined)


def _traits(connection: sqlite3.Connection, telling: str) -> Traits:
    row = connection.execute("select traits from telling where id = ?", (telling,)).fetchone()
    if row is None:
        raise KoosteError("it was harvested but not compared yet; run `kooste relate` first")
    return Traits.model_validate_json(row[0])


def verdicts(database: Path) -> list[Given]:
    """Every verdict, the newest first."""
    with closing(_opened(database)) as connection:
        return _given(connection)


def _given(connection: sqlite3.Connection) -> list[Given]:
    rows = connection.execute("select a, b, kind, made_by, made_at, why from verdict order by made_at desc, a, b, about").fetchall()
    return [
        Given(a=_side(connection, a), b=_side(connection, b), ids=(a, b), kind=kind, by=by, at=at, why=why)
        for a, b, kind, by, at, why in rows
    ]


def review_queue(database: Path) -> list[Asked]:
    """The pairs about which a person is asked and has not answered, of events that still come, the likeliest first."""
    with closing(_opened(database)) as connection:
        rows: list[tuple[Any, ...]] = connection.execute(
            "select p.a, p.b, p.data from pair p join strand a on a.id = p.a join strand b on b.id = p.b "
            "where p.decision = 'ask' and a.event_id <> b.event_id and max(coalesce(a.over_utc, a.day), coalesce(b.over_utc, b.day)) > "
            "(select value from setting where key = 'moment') and not exists (select 1 from verdict v join strand x on x.id = v.a "
            "join strand y on y.id = v.b where v.about = 'identity' and ((x.telling_id = p.a and y.telling_id = p.b) "
            "or (x.telling_id = p.b and y.telling_id = p.a))) order by p.points desc, p.a, p.b"
        ).fetchall()
        pairs = [(_side(connection, a), _side(connection, b), _LIKENESS.validate_json(data)) for a, b, data in rows]
    return [Asked(a=a, b=b, likeness=found) for a, b, found in pairs if a is not None and b is not None]


def _side(connection: sqlite3.Connection, strand: str) -> Side | None:
    """What people know a strand by."""
    row = connection.execute(_SIDE, (strand,)).fetchone()
    if row is None:
        return None
    place = connection.execute("select telling_id, event_id from strand where id = ?", (strand,)).fetchone() or ("", "")
    return Side(
        strand_id=strand,
        telling_id=place[0],
        event_id=place[1],
        listing_id=row[0],
        source_id=row[1],
        source=row[2],
        name=best(json.loads(row[3])),
        start=row[4],
    )


def _opened(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)
