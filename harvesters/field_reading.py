"""Records with their values, whatever format they came from, as one Reading whose ledger adds up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from harvesters.errors import Unreadable
from harvesters.field_event import EventMaker, absolute, availability_of, missing_fields
from harvesters.field_formats import Locale
from harvesters.field_rules import Rule
from harvesters.field_values import Values
from harvesters.field_words import ADDRESSES, DAYS, SELDOM, STARTS, VOLATILE, WORDS, base_name
from harvesters.json_document import canonical
from harvesters.ledger import Ledger, Notes, digest_of
from harvesters.record import RawEvent, ReadContext, Reading

VERSION = "1"
"""Raised whenever the same values would be read differently."""
_FEWEST = 3
"""Records from which on a field that stands in none of them is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row or object: what the description found in it."""

    values: Values
    base: str
    """The address that relative links in it start from."""
    line: int | None = None
    warnings: tuple[tuple[str, str, str], ...] = ()
    """Code, field and value of what is already known to be wrong with it."""
    listed: Values | None = None
    """What the list alone tells of it, where a page of its own completes it: who it is must not hang on whether that page came."""

    @property
    def identity(self) -> Values:
        """What it is known by where it has no uid."""
        return self.values if self.listed is None else self.listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What a description says of all records."""

    rules: Mapping[str, Rule]
    """Of rows, headings and detail pages together."""
    locale: Locale
    miss: str
    """The reason for a failure when no record holds what is described."""


class RecordReader:
    """Reads the records of one answer; used once."""

    def __init__(self, described: Described, context: ReadContext) -> None:
        self.described = described
        self.context = context
        self.ledger = Ledger(context=context, version=VERSION)
        self._wholes: defaultdict[str, set[str]] = defaultdict(set)

    def take(self, records: Sequence[Record]) -> None:
        """Read them all; raises ``Unreadable`` where not one holds what the description promises."""
        self._refuse_when_nothing_fits(records)
        for record in records:
            self._wholes[_short(record.identity)].add(_whole(record.identity))
        for record in records:
            self._take(record)
        self._tell_fields_never_found(records)

    def reading(self, *, complete: bool = True, title: str = "") -> Reading:
        """The whole answer. Rows have no identifier that a publisher could mend, so that is no issue of theirs."""
        found = self.ledger.reading(complete=complete, title=title)
        issues = tuple(issue for issue in found.issues if issue.code not in {"uid_missing", "uid_shared"} or issue.uid)
        return replace(found, issues=issues)

    def _take(self, record: Record) -> None:
        values = record.values
        by_content = self.context.identity == "content"
        uid = values.get("uid", ("",))[0]
        hidden = {*VOLATILE, "uid"} if by_content else set(VOLATILE)
        text = canonical({key: found for key, found in _kept(record).items() if key not in hidden} | self._doubts(record))
        derived = "" if uid and not by_content else self._derive(record.identity)

        def make(digest: str, notes: Notes) -> RawEvent:
            for code, field_name, value in record.warnings:
                notes.warn(code, field_name, value)
            event = EventMaker(values, self.described.rules, record.base, self.described.locale, notes).event(
                uid=uid, digest=digest, text=text
            )
            return replace(event, derived_uid=derived)

        self.ledger.take("" if by_content else uid, text + derived, make, line=record.line)
        if (places := availability_of(values, uid)) is not None:
            self.ledger.availability.append(places)

    @staticmethod
    def _doubts(record: Record) -> dict[str, list[str]]:
        """Warnings are part of what is read: a record whose detail page came today is not the one of yesterday."""
        return {"warnings": [code for code, _, _ in record.warnings]} if record.warnings else {}

    def _derive(self, values: Values) -> str:
        """A key of name, time and place; of all that is told where another record has the same, whatever their order on the page."""
        return _key(_short(values) if len(self._wholes[_short(values)]) == 1 else _whole(values))

    def _refuse_when_nothing_fits(self, records: Sequence[Record]) -> None:
        rules = self.described.rules
        if not records:
            return
        lacking = [missing_fields(record.values, rules) for record in records]
        if all(lacking):
            raise Unreadable(f"None of {len(records)} records has {lacking[0][0]} where it is described.", reason=self.described.miss)
        if any(key in rules for key in DAYS) and not any(key in record.values for record in records for key in DAYS):
            raise Unreadable(f"None of {len(records)} records has a time where it is described.", reason=self.described.miss)

    def _tell_fields_never_found(self, records: Sequence[Record]) -> None:
        if len(records) < _FEWEST:
            return
        found = {key for record in records for key in record.values}
        described = {key: rule for key, rule in self.described.rules.items() if base_name(key) in WORDS and key not in SELDOM}
        if missing := [key for key, rule in described.items() if key not in found and not rule.default]:
            self.ledger.tell("field_never_found", "info", missing[0], ", ".join(missing))


def _kept(record: Record) -> dict[str, list[str]]:
    """The values as they are kept: without links that are no web addresses (``mailto:``) and organisers that are people's addresses."""
    kept = {key: list(found) for key, found in record.values.items()}
    kept |= {key: [address for one in kept[key] if (address := absolute(record.base, one))] for key in ADDRESSES if key in kept}
    for key in [key for key in kept if base_name(key) == "organizer"]:
        kept[key] = [one for one in kept[key] if "@" not in one]
    return {key: found for key, found in kept.items() if found}


def _short(values: Values) -> str:
    """What a person would know the record by."""
    return canonical([(key, found) for key, found in values.items() if key.partition(":")[0] in {"name", "location", *STARTS}])


def _whole(values: Values) -> str:
    """Everything the record tells that is not about places left."""
    return canonical([(key, found) for key, found in values.items() if key not in {*VOLATILE, "uid"}])


def _key(text: str) -> str:
    return digest_of("described", text)
