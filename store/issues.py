"""Which issues stand after an answer: those of what was read now, and those of records that are still there as they were. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from harvesters.record import Issue
from store.changes import Harvested
from store.known import Identity, Known
from store.matching import Matches


def issue_id(source_id: str, issue: Issue) -> str:
    """The same for the same issue at every harvest."""
    parts = (source_id, issue.digest, issue.uid, issue.code, issue.severity, issue.field, issue.value, str(issue.line or ""))
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=10).hexdigest()


def difference(known: Known, harvested: Harvested, matches: Matches, identity: Identity) -> tuple[tuple[Issue, ...], tuple[str, ...]]:
    """Issues that are new, and ids of those that are gone; an equal one is in neither."""
    found = {issue_id(known.source_id, issue): issue for issue in _found(harvested, matches, identity)}
    there = set(harvested.reading.unchanged)
    parsed = {raw.digest for raw in harvested.reading.events} | set(harvested.reading.remember)
    gone = []
    for identifier, digest in known.issues.items():
        of_record = bool(digest) and (harvested.is_incremental or not harvested.reading.complete) and digest not in parsed
        out_of_sight = of_record or (harvested.is_incremental and not digest)  # an answer of changes says nothing of the whole
        if identifier not in found and digest not in there and not out_of_sight:
            gone.append(identifier)
    return tuple(issue for identifier, issue in found.items() if identifier not in known.issues), tuple(gone)


def _found(harvested: Harvested, matches: Matches, identity: Identity) -> Iterator[Issue]:
    """Every issue of this answer; what is said about a record names the record."""
    yield from harvested.reading.issues
    for result, raw in zip(harvested.normalized, harvested.reading.events, strict=True):
        for issue in result.issues:
            yield replace(issue, digest=raw.digest, uid=issue.uid or raw.uid, line=issue.line or raw.line)
    for arrival in matches.twice:
        yield Issue(code="uid_twice", severity="error", uid=arrival.raw.uid, field="UID", line=arrival.raw.line, digest=arrival.raw.digest)
    if identity == "content":
        yield Issue(code="uids_change", severity="warning", field="UID")
