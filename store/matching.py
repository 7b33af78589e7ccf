"""Which record of an answer is which known listing. Pure.

A listing is (source, uid, recurrence id). Where a uid is gone and a new one says the same, it is the same listing under a new uid and
keeps its id, event and address (docs/decisions/0004-identity.md). A record that could not be read is not an absent one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from harvesters.record import RawEvent
from normalize.identity import content_key, kept_uid
from normalize.model import Listing
from store.changes import Harvested
from store.known import Known, KnownListing

Pair = tuple[KnownListing, "Arrival"]
Target = tuple[str, str | None]
"""What an unreadable record may be: uid and recurrence id, ``None`` for any record of the uid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A record that was read and normalised in this answer."""

    listing: Listing
    raw: RawEvent

    @property
    def key(self) -> tuple[str, str]:
        """Identity within the source."""
        return self.listing.uid, self.listing.recurrence_id

    @property
    def rank(self) -> tuple[int, str]:
        """Which of two records of one identity counts: the later revision (RFC 5545 section 3.8.7.4), else any, but always the same."""
        return self.listing.sequence, self.raw.digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """Every record of the answer and every known listing, each in one place."""

    seen: tuple[KnownListing, ...]
    """Their record is in the answer, letter for letter."""
    updates: tuple[Pair, ...]
    renames: tuple[Pair, ...]
    fresh: tuple[Arrival, ...]
    twice: tuple[Arrival, ...]
    """Records whose identity another record of the answer has with more right."""
    missing: tuple[KnownListing, ...]
    """Neither withdrawn nor in the answer, and no unreadable record may be one of them."""
    keeps: Mapping[str, tuple[str, ...]]
    """Digest of each unreadable record -> ids of the listings it may be."""
    private: tuple[KnownListing, ...]
    """Their record says that it is not public."""

    @property
    def in_answer(self) -> int:
        """Listings the answer shows."""
        return len(self.seen) + len(self.updates) + len(self.renames) + len(self.fresh)


def match(known: Known, harvested: Harvested) -> Matches:
    """The answer beside what is known."""
    arrivals = _arrivals(harvested)
    refused = _refused(harvested)
    uids = {arrival.listing.uid for arrival in arrivals} | {uid for keys in refused.values() for uid, _ in keys}
    rows = {row.key: row for row in known.listings if row.uid in uids}
    unchanged = set(harvested.reading.unchanged)
    seen = {row.id: row for row in known.listings if row.digest in unchanged and row.digest}
    best, twice = _winners(arrivals, rows, seen)
    updates = [(row, arrival) for key, arrival in best.items() if (row := rows.get(key))]
    fresh = [arrival for key, arrival in best.items() if key not in rows]
    for row, _ in updates:
        seen.pop(row.id, None)
    present = set(seen) | {row.id for row, _ in updates}
    absent = [row for row in known.listings if row.id not in present]
    private = private_uids(harvested)
    keeps = _identified(harvested, known, refused, rows)
    kept = {listing_id for ids in keeps.values() for listing_id in ids}
    candidates = [row for row in absent if row.id not in kept and row.uid not in private]
    renames = _renames(fresh, candidates) if harvested.reading.complete else []
    renamed = {row.id for row, _ in renames}
    taken = {arrival.key for _, arrival in renames}
    missing = [row for row in candidates if row.id not in renamed and row.withdrawn_at is None]
    vague = _unidentified(known, refused, [row.id for row in missing])
    guarded = {listing_id for ids in vague.values() for listing_id in ids}
    return Matches(
        seen=tuple(seen.values()),
        updates=tuple(updates),
        renames=tuple(renames),
        fresh=tuple(arrival for arrival in fresh if arrival.key not in taken),
        twice=tuple(twice),
        missing=tuple(row for row in missing if row.id not in guarded),
        keeps={**keeps, **vague},
        private=tuple(row for row in absent if row.uid in private and row.withdrawn_reason != "not_public"),
    )


def _arrivals(harvested: Harvested) -> list[Arrival]:
    """Stored records in an order that does not hang on the document's."""
    pairs = zip(harvested.normalized, harvested.reading.events, strict=True)
    arrivals = [Arrival(listing=result.listing, raw=raw) for result, raw in pairs if result.outcome == "stored" and result.listing]
    return sorted(arrivals, key=lambda arrival: (arrival.key, arrival.rank))


def _winners(
    arrivals: Iterable[Arrival], rows: Mapping[tuple[str, str], KnownListing], seen: Mapping[str, KnownListing]
) -> tuple[dict[tuple[str, str], Arrival], list[Arrival]]:
    """One record for each identity, and those that another outranks; an unchanged record of the same identity may outrank too."""
    best: dict[tuple[str, str], Arrival] = {}
    twice = []
    for arrival in arrivals:  # sorted: a later one of the same identity has the higher rank
        row = rows.get(arrival.key)
        if row and row.id in seen and (row.sequence, row.digest) >= arrival.rank:
            twice.append(arrival)
            continue
        if arrival.key in best:
            twice.append(best[arrival.key])
        best[arrival.key] = arrival
    return best, twice


def _renames(fresh: Sequence[Arrival], absent: Sequence[KnownListing]) -> list[Pair]:
    """New uids that say what a missing listing said; listings still shown go before withdrawn ones."""
    if not fresh or not absent:
        return []
    free: dict[str, list[KnownListing]] = defaultdict(list)
    for row in sorted(absent, key=lambda row: (row.withdrawn_at is not None, row.id), reverse=True):
        if row.withdrawn_reason in {"", "absent", "deleted"}:
            free[row.content_key].append(row)
    return [(rows.pop(), arrival) for arrival in fresh if (rows := free.get(content_key(arrival.listing)))]


def private_uids(harvested: Harvested) -> set[str]:
    """Raw uids of the records that are not public; their listings lose their text at once."""
    outcomes = harvested.reading.remember
    named = {issue.uid for issue in harvested.reading.issues if outcomes.get(issue.digest) == "not_public"}
    pairs = zip(harvested.normalized, harvested.reading.events, strict=True)
    named |= {own_uid(raw) for result, raw in pairs if result.outcome == "not_public"}
    return {kept_uid(uid) for uid in named} - {""}


def own_uid(raw: RawEvent) -> str:
    """The uid its listing has or would have."""
    return kept_uid(raw.derived_uid or raw.uid)


def _refused(harvested: Harvested) -> dict[str, set[Target]]:
    """Digest of each record refused in this answer -> what it may be: (uid, recurrence id; ``None`` for any of the uid).

    Under the digest ``""`` stands what no issue names by its digest: kept now, and read again next time.
    """
    reading = harvested.reading
    uids: dict[str, set[str]] = {digest: set() for digest, outcome in reading.remember.items() if outcome == "set_aside"}
    for issue in reading.issues:
        if issue.severity == "error" and issue.digest in uids:
            uids[issue.digest].add(issue.uid)
    keys: dict[str, set[Target]] = defaultdict(set)
    for uid, recurrence_id in reading.refused:
        keys[uid].add((kept_uid(uid), recurrence_id))
    found = {digest: {key for uid in named for key in keys.get(uid, ())} for digest, named in uids.items()}
    found[""] = {key for group in keys.values() for key in group} - {key for group in found.values() for key in group}
    for result, raw in zip(harvested.normalized, reading.events, strict=True):
        if result.outcome == "set_aside":
            found[raw.digest] = {(own_uid(raw), "" if raw.recurrence_id is None else None)}
    return found


def _identified(
    harvested: Harvested, known: Known, refused: Mapping[str, AbstractSet[Target]], rows: Mapping[tuple[str, str], KnownListing]
) -> dict[str, tuple[str, ...]]:
    """What unreadable records keep, as far as their uid tells; those of earlier answers keep what they kept."""
    by_uid: dict[str, list[str]] = defaultdict(list)
    for row in rows.values():
        by_uid[row.uid].append(row.id)
    keeps = {digest: _kept(targets, rows, by_uid) for digest, targets in refused.items()}
    for digest in harvested.reading.unchanged if known.remembered else ():
        old = known.remembered.get(digest)
        if old and old.outcome == "set_aside":
            keeps[digest] = tuple(json.loads(old.keeps))
    return keeps


def _kept(targets: Iterable[Target], rows: Mapping[tuple[str, str], KnownListing], by_uid: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Ids of the listings that one unreadable record may be: the very one, else all of its uid."""
    kept: set[str] = set()
    for uid, recurrence_id in targets:
        row = None if recurrence_id is None else rows.get((uid, recurrence_id))
        kept |= {row.id} if row else set(by_uid.get(uid, ()))
    return tuple(sorted(kept))


def _unidentified(known: Known, refused: Mapping[str, AbstractSet[Target]], missing: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """New unreadable records whose uid is absent or means nothing may be any listing that is missing now."""
    vague = {
        digest for digest, targets in refused.items() if digest and (known.identity == "content" or not any(uid for uid, _ in targets))
    }
    return dict.fromkeys(vague, tuple(sorted(missing))) if missing else {}
