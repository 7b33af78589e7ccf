"""Which records of a document are which, decided for the document as a set: the order of its VEVENTs never matters.

Most records are alone with their uid and need no decision. Decided are: several records of one uid and instance (RFC 5546 section
2.1.5), records without uid that say the same, instances of a private series, and every record of a source whose uids mean nothing.
What is decided becomes part of the record's digest, so that a record is read again when a decision about it changes.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from harvesters.ical_document import Document
from harvesters.ical_lines import Line, decode, logical_lines, split_line, unescape, unfold

_UID = re.compile(rb"\nUID:([^\s]+)\r?\n(?![ \t])")
"""The uid as nearly every calendar writes it: no parameter, no white space, no fold."""
_ANY_UID = re.compile(rb"[\r\n]UID(?:;[^:\r\n]*)?:([^\r\n]*(?:(?:\r\n|\r|\n)[ \t][^\r\n]*)*)", re.IGNORECASE)
_PRIVATE = re.compile(rb"[\r\n]CLASS[^:\r\n]*:[ \t]*(?!PUBLIC[ \t]*(?:[\r\n]|$))[^\s]", re.IGNORECASE)
_INSTANCE = re.compile(rb"[\r\n]RECURRENCE-ID[^\r\n]*", re.IGNORECASE)
_FEW = 4
"""So many changed records are looked up one by one; for more of them it is quicker to look at the uids of all."""
_UID_START = 40
"""Bytes of a uid that no fold ever divides (RFC 5545 section 3.1 folds at 75)."""
_CONTENT = frozenset({"SUMMARY", "DTSTART", "DTEND", "DURATION", "RRULE", "RECURRENCE-ID"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided about one record beside what it says itself."""

    outcome: Literal["read", "superseded", "not_public"] = "read"
    uid: str = ""
    """The uid it gets; ``""`` where it keeps its own."""

    @property
    def salt(self) -> bytes:
        """What the record's digest is salted with."""
        return f"\0{self.outcome}\0{self.uid}".encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What tells two records of one uid apart."""

    name: str
    start: str
    place: str
    instance: str
    sequence: int
    revised: tuple[str, str]
    """LAST-MODIFIED and DTSTAMP, as text: only ever compared within one document."""


Decisions = dict[int, Decision]


def uid_of(record: bytes) -> bytes:
    """The record's trimmed uid as it stands in the document, unfolded; empty where it has none."""
    found = _ANY_UID.search(record)
    return unfold(found[1]).strip() if found else b""


def decide(document: Document, touched: Sequence[int]) -> Decisions:
    """The decision about every record that needs one, by its index.

    ``touched`` are the records that are not known as they stand; a record that has nothing to do with any of them is what it was, and
    needs no decision that it did not need before.
    """
    if _are_alone(document, touched):
        return {}
    indexes = range(len(document.records))
    groups = _groups(indexes, _uids(document.records))
    nameless = groups.pop(b"", [])
    decisions = _decide_nameless(document, nameless)
    for uid, same in groups.items():
        if not _are_different(document.records[index] for index in same):
            decisions.update(_decide_uid(document, uid.decode("utf-8", "replace"), same))
    decisions.update(_under_private(document, groups))
    return decisions


def _are_alone(document: Document, touched: Sequence[int]) -> bool:
    """True when there are few touched records and the uid of none of them stands anywhere else in the document."""
    return len(touched) <= _FEW and all(_is_alone(document, index) for index in touched)


def _is_alone(document: Document, index: int) -> bool:
    """True when the record's uid stands in it once and nowhere else; then the document learns by it where the record is."""
    found = _UID.search(document.records[index])
    if found is None:
        return False
    uid = found[1][:_UID_START]
    at = document.body.find(uid)
    if document.body.find(uid, at + 1) >= 0:
        return False
    document.locate(index, at)
    return True


def _uids(records: Sequence[bytes]) -> list[bytes]:
    """The uid of every record; the odd ones are looked at again more closely."""
    return [found[1] if (found := _UID.search(record)) else uid_of(record) for record in records]


def _groups(indexes: Sequence[int], uids: Sequence[bytes]) -> dict[bytes, list[int]]:
    """Records that share a uid, and those that have none."""
    if len(set(uids)) == len(uids) and b"" not in uids:
        return {}
    groups: dict[bytes, list[int]] = defaultdict(list)
    for index, uid in zip(indexes, uids, strict=True):
        groups[uid].append(index)
    return {uid: same for uid, same in groups.items() if len(same) > 1 or not uid}


def _are_different(records: Iterable[bytes]) -> bool:
    """True when each record is about another instance: the common case of a series with some of its instances changed."""
    found = [match[0] if (match := _INSTANCE.search(record)) else b"" for record in records]
    return len(set(found)) == len(found)


def _decide_uid(document: Document, uid: str, indexes: Sequence[int]) -> Decisions:
    """Decisions about the records of one uid, for each instance they are about by itself."""
    by_instance: dict[str, dict[int, Facts]] = defaultdict(dict)
    for index in indexes:
        facts = facts_of(document, index)
        by_instance[facts.instance][index] = facts
    return {index: decision for same in by_instance.values() for index, decision in _decide_same(document, uid, same).items()}


def _decide_nameless(document: Document, indexes: Sequence[int]) -> Decisions:
    """Decisions about records without uid: only those that agree on name, start and instance have to do with each other."""
    alike: dict[tuple[str, str, str], dict[int, Facts]] = defaultdict(dict)
    for index in indexes:
        facts = facts_of(document, index)
        alike[facts.name, facts.start, facts.instance][index] = facts
    return {index: made for same in alike.values() if len(same) > 1 for index, made in _decide_same(document, "", same).items()}


def _decide_same(document: Document, uid: str, facts: Mapping[int, Facts]) -> Decisions:
    """Decisions about records of one uid and one instance.

    A later revision (SEQUENCE, then LAST-MODIFIED, then DTSTAMP; RFC 5546 section 2.1.5) supersedes an earlier one that has its name or
    start; records that differ in more are different events that share a uid, and each gets a uid of its own.
    """
    text = document.records
    ordered = sorted(facts, key=lambda index: (facts[index].sequence, facts[index].revised, text[index]), reverse=True)
    kept: dict[bytes, int] = {}
    newest: dict[tuple[str, str], int] = {}
    superseded = []
    for index in ordered:
        own = facts[index]
        if text[index] in kept or not _is_outdated(own, newest):
            kept.setdefault(text[index], index)
            for key in _keys(own):
                newest.setdefault(key, own.sequence)
        else:
            superseded.append(index)
    decisions = _share(uid, facts, [index for index in facts if text[index] in kept], is_shared=len(kept) > 1)
    return decisions | {index: Decision(outcome="superseded", uid=uid or default_uid(facts[index])) for index in superseded}


def _keys(facts: Facts) -> tuple[tuple[str, str], ...]:
    """What a later revision is recognised by."""
    return ("name", facts.name), ("start", facts.start), (f"{facts.name}\0{facts.start}", facts.place)


def _is_outdated(facts: Facts, newest: Mapping[tuple[str, str], int]) -> bool:
    """True when a record kept before is a revision of this one: a later SEQUENCE and the same name or start, or all but the details."""
    by_name, by_start, by_all = (newest.get(key, -1) for key in _keys(facts))
    return max(by_name, by_start) > facts.sequence or by_all >= facts.sequence


def _share(uid: str, facts: Mapping[int, Facts], kept: Sequence[int], *, is_shared: bool) -> Decisions:
    """A uid of its own for each kept record where several events share one; nothing where there is only one event."""
    if not is_shared:
        return {}
    places: dict[tuple[str, str], set[str]] = defaultdict(set)
    for index in kept:
        places[facts[index].name, facts[index].start].add(facts[index].place)
    found = {}
    for index in kept:
        own = facts[index]
        place = own.place if len(places[own.name, own.start]) > 1 else ""
        found[index] = Decision(uid=derived_uid(uid, own.name, own.start, place))
    return found


def default_uid(facts: Facts) -> str:
    """The uid of a record that has none: made from name and start, so it is the same at every harvest."""
    return derived_uid("", facts.name, facts.start, "")


def derived_uid(*parts: str) -> str:
    """A uid made from the parts, each counted with its length."""
    text = "".join(f"{len(part)}:{part}" for part in parts)
    return "derived-" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def facts_of(document: Document, index: int) -> Facts:
    """What tells the record apart, from its text alone."""
    first: dict[str, Line] = {}
    for line in _lines(document.records[index]):
        first.setdefault(line.name, line)
    number = first["SEQUENCE"].value.strip() if "SEQUENCE" in first else ""
    original = document.original(index)
    return Facts(
        name=_folded(first.get("SUMMARY")),
        start=_stamped(first.get("DTSTART")),
        place=_folded(first.get("LOCATION")),
        instance=_stamped(first.get("RECURRENCE-ID")),
        sequence=int(number) if re.fullmatch(r"[0-9]{1,9}", number) else 0,
        revised=(_clock(original, b"LAST-MODIFIED"), _clock(original, b"DTSTAMP")),
    )


def _lines(record: bytes) -> Iterable[Line]:
    """The record's content lines, broken ones left out."""
    return filter(None, map(split_line, logical_lines(decode(unfold(record), "cp1252")[0])))


def _folded(line: Line | None) -> str:
    """The text without regard to case and white space."""
    return " ".join(unescape(line.value).casefold().split()) if line else ""


def _stamped(line: Line | None) -> str:
    """The time with its zone, as written."""
    return f"{line.parameter('TZID')}:{line.value.strip()}" if line else ""


def _clock(original: bytes, name: bytes) -> str:
    """A clock of the publisher, as written."""
    found = re.search(rb"[\r\n]" + name + rb"[^:\r\n]*:([^\r\n]{0,20})", original, re.IGNORECASE)
    return found[1].decode("ascii", "replace").strip() if found else ""


def is_private_text(record: bytes) -> bool:
    """True when the record's text has a CLASS other than PUBLIC (RFC 5545 section 3.8.1.3)."""
    return _PRIVATE.search(record) is not None


def _under_private(document: Document, groups: Mapping[bytes, Sequence[int]]) -> Decisions:
    """Instances of a series that is not public are not public either, whatever they say themselves."""
    if not groups or document.body.upper().count(b"\nCLASS") == document.body.count(b"\nCLASS:PUBLIC"):
        return {}
    found: Decisions = {}
    for indexes in groups.values():
        masters = (index for index in indexes if not _INSTANCE.search(document.records[index]))
        if any(is_private_text(document.records[index]) for index in masters):
            found.update((index, Decision(outcome="not_public")) for index in indexes if not is_private_text(document.records[index]))
    return found


def decide_by_content(document: Document) -> Decisions:
    """The decision about every record of a source whose uids change at every fetch (the document was cut without its UID lines).

    A record's uid is made from name, start, end, rule and instance. The instances of a series share a uid in this document, if in no
    other: they get the uid made for their series.
    """
    made = [derived_uid("content", *_content(record)) for record in document.records]
    indexes = range(len(document.records))
    groups = _groups(indexes, _uids([document.original(index) for index in indexes]))
    groups.pop(b"", None)
    for same in groups.values():
        masters = [index for index in same if not _INSTANCE.search(document.records[index])]
        for index in same if len(masters) == 1 else ():
            made[index] = made[masters[0]]
    decisions = {index: Decision(uid=uid) for index, uid in enumerate(made)}
    for uid, same in _groups(indexes, [uid.encode() for uid in made]).items():
        decisions.update(_decide_uid(document, uid.decode(), same))
    return decisions | _under_private(document, groups)


def _content(record: bytes) -> list[str]:
    """The lines that say which event it is."""
    return sorted(f"{line.name};{line.parameter('TZID')}={_folded(line)}" for line in _lines(record) if line.name in _CONTENT)
