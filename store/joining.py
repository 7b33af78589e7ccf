"""Which strands are one event: compared where something changed, clustered where a comparison changed, and nothing else touched.

Derived from strands and verdicts alone: from scratch or step by step, the same tellings, pairs and events come out (design.md, rule 10).
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter

from normalize.candidates import keys_of
from normalize.clusters import Link, Verdict, clusters
from normalize.likeness import Likeness, likeness
from normalize.likeness_times import may_meet
from normalize.sequences import Row, grouped
from normalize.traits import Traits
from normalize.traits_rows import as_one
from store.database import Store
from store.overlaps import forget_overlaps
from store.strands import rows_of

_LIKENESS: TypeAdapter[Likeness] = TypeAdapter(Likeness)
_ROWS = "select id, row_key, day, series, first_seen, telling_id, traits from strand where"
_CANDIDATES = """
    select distinct theirs.telling_id
    from telling_key ours
    join telling_key theirs on theirs.key = ours.key and theirs.asks = 1 - ours.asks and theirs.telling_id <> ours.telling_id
    where ours.telling_id = ?
"""


def join_strands(store: Store) -> None:
    """Compares the strands that wait for it, and says of every strand which event it is part of. All of it in one transaction.

    Events whose strands changed are marked as stale: they are to be put together again.
    """
    if store.public.execute("select 1 from strand where is_compared = 0 limit 1").fetchone() is None:
        return
    with store.transaction():
        joining = _Joining(store.public)
        joining.tell()
        joining.compare()
        joining.cluster()
        store.public.execute("update strand set is_compared = 1 where is_compared = 0")
        forget_overlaps(store.public)  # people may be asked of other pairs


@dataclass(slots=True)
class _Joining:
    """One run over what waits."""

    public: sqlite3.Connection
    affected: set[str] = field(default_factory=set)
    """Tellings to cluster again."""
    changed: dict[str, Traits] = field(default_factory=dict)
    """Tellings to compare again."""
    known: dict[str, Traits] = field(default_factory=dict)
    """Traits read so far."""

    def tell(self) -> None:
        """Puts strands together to tellings, and writes the tellings that differ."""
        rows = self.public.execute(
            f"{_ROWS} is_compared = 0 or row_key in (select row_key from strand where is_compared = 0 and row_key <> '') order by id"  # noqa: S608 - names of our own
        ).fetchall()
        by_id = {row[0]: row for row in rows}
        own = _apart(self.public)
        made = {group[0]: group for group in grouped(Row(*row[:5])._replace(key="") if row[0] in own else Row(*row[:5]) for row in rows)}
        before = {row[5] for row in rows} - {""}
        self._forget(before - set(made))
        moved = [(telling, one) for telling, group in made.items() for one in group if by_id[one][5] != telling]
        self.public.executemany("update strand set telling_id = ? where id = ?", sorted(moved))
        self.affected |= set(made)
        self._write({telling: as_one(telling, [_traits(by_id[one][6]) for one in group]) for telling, group in made.items()})

    def _forget(self, tellings: Iterable[str]) -> None:
        """Tellings that are no more; those they were compared with are clustered again."""
        gone = sorted(tellings)
        self._part(gone)
        self.public.executemany("delete from telling where id = ?", [(one,) for one in gone])

    def _part(self, tellings: Collection[str]) -> None:
        """Forgets the pairs of tellings; their other sides are clustered again."""
        for column, other in (("a", "b"), ("b", "a")):
            self.affected |= {row[0] for row in rows_of(self.public, f"select {other} from pair where {column} in ({{}})", tellings)}  # noqa: S608 - names of our own
            self.public.executemany(f"delete from pair where {column} = ?", [(one,) for one in tellings])  # noqa: S608 - as above
        self.affected -= set(tellings)

    def _write(self, tellings: Mapping[str, Traits]) -> None:
        """Keeps the tellings that differ, with their keys; they are to be compared."""
        before = dict(rows_of(self.public, "select id, traits from telling where id in ({})", tellings))
        texts = {telling: traits.model_dump_json(exclude_defaults=True) for telling, traits in tellings.items()}
        self.changed = {one: tellings[one] for one in sorted(tellings) if before.get(one) != texts[one]}
        self.known.update(tellings)
        self._part(list(self.changed))
        self.affected |= set(self.changed)
        self.public.executemany(
            "insert into telling (id, traits) values (?, ?) on conflict (id) do update set traits = excluded.traits",
            [(one, texts[one]) for one in self.changed],
        )
        self.public.executemany("delete from telling_key where telling_id = ?", [(one,) for one in self.changed])
        self.public.executemany("insert into telling_key (key, asks, telling_id) values (?, ?, ?)", _key_rows(self.changed))

    def compare(self) -> None:
        """Compares what changed with everything that may be the same, each pair once."""
        for telling, traits in self.changed.items():
            found = [row[0] for row in self.public.execute(_CANDIDATES, (telling,))]
            others = self._read(sorted(one for one in found if one not in self.changed or one > telling))
            judged = {one: likeness(traits, other) for one, other in others.items() if may_meet(traits, other)}
            rows = [
                (min(telling, one), max(telling, one), told.decision, told.points, _LIKENESS.dump_json(told).decode())
                for one, told in judged.items()
                if told.decision != "apart"
            ]
            self.public.executemany("insert into pair (a, b, decision, points, data) values (?, ?, ?, ?, ?)", rows)

    def _read(self, tellings: Sequence[str]) -> dict[str, Traits]:
        """The traits of tellings, in the order they are given in."""
        missing = [one for one in tellings if one not in self.known]
        self.known.update(
            {one: _traits(text) for one, text in rows_of(self.public, "select id, traits from telling where id in ({})", missing)}
        )
        return {one: self.known[one] for one in tellings}

    def cluster(self) -> None:
        """Says of the strands of every telling that was touched, and of all that these are linked with, which event they are part of."""
        verdicts = verdicts_of_tellings(self.public)
        reached = self._reached(verdicts)
        links = _links(self.public, reached)
        members = self._read(sorted({one for link in links for one in (link.a, link.b)} | {one for v in verdicts for one in (v.a, v.b)}))
        linked = {one: traits for one, traits in members.items() if one in reached}
        ours = [verdict for verdict in verdicts if verdict.a in linked and verdict.b in linked]
        groups = [sorted(group) for group in clusters(linked, links, ours, likeness)]
        alone = [[one] for one in sorted(reached - set(linked))]
        self._assign([*groups, *alone])

    def _reached(self, verdicts: Sequence[Verdict]) -> set[str]:
        """What was touched and everything that is linked with it, however far."""
        neighbours: dict[str, set[str]] = defaultdict(set)
        for verdict in verdicts:
            neighbours[verdict.a].add(verdict.b)
            neighbours[verdict.b].add(verdict.a)
        present = {row[0] for row in rows_of(self.public, "select id from telling where id in ({})", self.affected)}
        reached, edge = set(present), set(present)
        while edge:
            found = {other for one in edge for other in neighbours[one]}
            for column, other in (("a", "b"), ("b", "a")):
                found |= {row[0] for row in rows_of(self.public, f"select {other} from pair where {column} in ({{}})", edge)}  # noqa: S608 - as above
            edge = found - reached
            reached |= edge
        return reached

    def _assign(self, groups: Sequence[Sequence[str]]) -> None:
        """Gives every strand the id of its event: that of the strand of the event that was seen first."""
        tellings = [one for group in groups for one in group]
        strands: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for row in rows_of(self.public, "select telling_id, first_seen, id, event_id from strand where telling_id in ({})", tellings):
            strands[row[0]].append(row[1:])
        moved: list[tuple[str, str, str]] = []
        for group in groups:
            rows = sorted(row for telling in group for row in strands[telling])
            moved += [(rows[0][1], strand, before) for _, strand, before in rows if before != rows[0][1]]
        # a strand that is new here may have been an event of its own before strands were kept
        stale = sorted({one for event, strand, before in moved for one in (event, before or strand)})
        self.public.executemany("update strand set event_id = ? where id = ?", [(event, strand) for event, strand, _ in moved])
        self.public.executemany("insert or ignore into event_stale values (?)", [(one,) for one in stale])


def _traits(text: str) -> Traits:
    return Traits.model_validate_json(text)


def _apart(public: sqlite3.Connection) -> set[str]:
    """Strands that look like rows of one series and of which a person said that they are not."""
    rows = public.execute(
        "select v.a, v.b from verdict v join strand a on a.id = v.a join strand b on b.id = v.b "
        "where v.kind = 'different' and a.row_key = b.row_key and a.row_key <> ''"
    )
    return {one for row in rows for one in row}


def _key_rows(tellings: Mapping[str, Traits]) -> list[tuple[str, int, str]]:
    rows: list[tuple[str, int, str]] = []
    for telling, traits in tellings.items():
        keys = keys_of(traits)
        rows += [(key, 0, telling) for key in sorted(keys.own)]
        rows += [(key, 1, telling) for key in sorted(keys.asked)]
    return rows


def _links(public: sqlite3.Connection, tellings: Iterable[str]) -> list[Link]:
    """The links whose first side is one of these."""
    rows = rows_of(public, "select a, b, data from pair where a in ({}) order by a, b", tellings)
    return [Link(a=a, b=b, likeness=_LIKENESS.validate_json(data)) for a, b, data in rows]


def verdicts_of_tellings(public: sqlite3.Connection) -> list[Verdict]:
    """What people decided of strands, as verdicts of the tellings these are in now; a strand that is gone has none.

    Strands of one telling are dated rows of one series: what is said of one of them is said of the series.
    """
    rows: list[tuple[Any, ...]] = public.execute(
        "select a.telling_id, b.telling_id, v.kind, v.made_at from verdict v join strand a on a.id = v.a join strand b on b.id = v.b "
        "where v.about = 'identity' and a.telling_id <> b.telling_id order by 1, 2, 4, 3"
    ).fetchall()
    return [Verdict(a=min(a, b), b=max(a, b), kind=kind, at=at) for a, b, kind, at in rows]
