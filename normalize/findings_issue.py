"""Findings gathered from the issues that readers and ``normalize`` noted: nothing is detected twice, and no code is passed over.

An issue without a finding of its own becomes the finding ``other``, told in the words of ``ISSUE_KINDS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from harvesters.record import Issue
from normalize.finding import MOST_EXAMPLES, Example, Facts, Finding, Level, Record, issue_example

ISSUE_FINDINGS: dict[str, tuple[str, Level]] = {
    "no_title": ("no_title", "blocks"),
    "members_only": ("private", "hint"),
    "secret_address_removed": ("password_in_link", "mend"),
    "no_start": ("no_start", "blocks"),
    "required_field_missing": ("no_start", "blocks"),
    "date_unreadable": ("date_in_text", "blocks"),
    "published_not_when": ("date_in_text", "blocks"),
    "no_time_phrase": ("date_in_text", "blocks"),
    "phrase_ambiguous": ("date_in_text", "blocks"),
    "phrase_hours": ("date_in_text", "blocks"),
    "phrase_assumed": ("time_from_text", "hint"),
    "phrase_left_out": ("time_from_text", "hint"),
    "weekday_conflict": ("date_in_text", "blocks"),
    "weekday_year_conflict": ("date_in_text", "blocks"),
    "encoding_repaired": ("windows_1252", "mend"),
    "floating_time": ("floating_time", "mend"),
    "tz_unknown": ("zone_unknown", "blocks"),
    "tz_calendar_unknown": ("zone_unknown", "mend"),
    "time_in_dst_gap": ("time_missing", "mend"),
    "no_end": ("no_end", "mend"),
    "end_before_start": ("wrong_end", "mend"),
    "end_not_comparable": ("wrong_end", "mend"),
    "duration_too_long": ("wrong_end", "blocks"),
    "uid_missing": ("uid", "mend"),
    "uid_shared": ("uid", "mend"),
    "uid_twice": ("uid", "mend"),
    "uids_change": ("uid_changes", "mend"),
    "repeated": ("repeated", "hint"),
    "superseded": ("repeated", "hint"),
    "rrule_frequency": ("rule_unreadable", "blocks"),
    "rrule_invalid": ("rule_unreadable", "blocks"),
    "rrule_no_occurrence": ("rule_unreadable", "blocks"),
    "rrule_too_dense": ("rule_unreadable", "blocks"),
    "rrule_too_many_steps": ("rule_unreadable", "blocks"),
    "rrule_unsupported": ("rule_unreadable", "blocks"),
    "too_many_dates": ("rule_unreadable", "blocks"),
    "rrule_several": ("rule_odd", "mend"),
    "rrule_start_off": ("rule_odd", "mend"),
    "rrule_until_type": ("rule_odd", "mend"),
    "bad_date_dropped": ("rule_odd", "mend"),
    "place_unknown": ("unknown_place", "hint"),
    "personal_data_removed": ("personal_data", "mend"),
    "text_cut": ("text_cut", "hint"),
    "url_credentials_removed": ("password_in_link", "mend"),
    "structure": ("unreadable_event", "blocks"),
    "item_unreadable": ("unreadable_event", "blocks"),
    "bad_content_line": ("unreadable_event", "blocks"),
    "bad_value": ("unreadable_event", "blocks"),
    "line_too_long": ("unreadable_event", "blocks"),
    "too_many_lines": ("unreadable_event", "blocks"),
    "not_public": ("private", "hint"),
}
"""``Issue.code`` -> finding and level. ``unknown_place``, ``date_in_text`` and ``private`` are told in ``findings_event``."""
_SHOWS_VALUE = frozenset({"unreadable_event", "zone_unknown", "wrong_end", "date_in_text", "other"})
"""Findings whose examples say what stands there; of the others the event's name says enough."""
SILENT = frozenset({"out_of_horizon", "not_an_event", "echo"})
"""What nobody has to do anything about."""
_NO_ASSUMPTION = frozenset({"no_end_time", "crosses_midnight", "named_day", "open_ended", "no_start_time"})
"""Flags of the phrase grammar (docs/phrases.md) that say what stands there, or what other findings tell."""
_ELSEWHERE = frozenset({"unknown_place", "private"})
_BY_SEVERITY: dict[str, Level] = {"error": "blocks", "warning": "mend", "info": "hint"}


def issue_findings(facts: Facts) -> Iterator[Finding]:
    """One finding for each sort of issue, of the records that are still to come and of those that were refused."""
    records = facts.records()
    by_digest = {record.raw.digest: record for record in records}
    gathered: dict[tuple[str, Level, str], list[Issue]] = {}
    for issue in _told(facts, records):
        code, level = _finding_of(issue)
        if code not in _ELSEWHERE and issue.code not in SILENT:
            gathered.setdefault((code, level, issue.code if code == "other" else ""), []).append(issue)

    def example(shows_value: bool) -> Callable[[Issue], Example]:  # noqa: FBT001 - a small factory for the line below
        return lambda issue: issue_example(issue if shows_value else replace(issue, value=""), by_digest, facts.titles)

    for (code, level, kind), issues in gathered.items():
        yield _finding(code, level, issues, {"issue": kind or issues[0].code}, example(code in _SHOWS_VALUE))


def _finding_of(issue: Issue) -> tuple[str, Level]:
    """Finding and level; whatever its sort, an error costs the event, and what is no error does not."""
    code, level = ISSUE_FINDINGS.get(issue.code, ("other", _BY_SEVERITY[issue.severity]))
    if code == "other" and issue.code.startswith("phrase_"):
        code = "date_in_text"
    if issue.severity == "error":
        return code, "blocks"
    return code, "mend" if level == "blocks" else level


def _told(facts: Facts, records: Sequence[Record]) -> Iterator[Issue]:
    """The issues of the document, of what the reader refused, and of what is still to come or was set aside by ``normalize``."""
    told = {record.raw.digest for record in records if record.listing is None or facts.is_coming(record.listing)}
    told -= {record.raw.digest for record in records if record.result.outcome in {"out_of_horizon", "not_public"}}
    known = {record.raw.digest for record in records}
    for issue in facts.reading.issues if facts.reading else ():
        if issue.digest in told or issue.digest not in known:
            yield issue
    for record in records:
        if record.raw.digest in told:
            yield from (issue for issue in record.result.issues if not _is_settled(issue, record))


def _is_settled(issue: Issue, record: Record) -> bool:
    """True for what another finding says already, and for an end of a repetition without a zone beside a start without one, which is
    as it should be (RFC 5545 section 3.3.10).
    """
    if issue.code == "phrase_assumed" and issue.value.rpartition(": ")[2] in _NO_ASSUMPTION:
        return True
    start = record.raw.start
    return issue.code == "rrule_until_type" and isinstance(start, datetime) and start.tzinfo is None


def _finding(code: str, level: Level, issues: Sequence[Issue], values: Mapping[str, str], example: Callable[[Issue], Example]) -> Finding:
    """One finding about all issues of a sort; an event is counted once, whatever number of its fields is concerned."""
    examples: dict[str, Example] = {}
    for issue in issues:
        examples.setdefault(_key(issue), example(issue))
    events = {key for issue in issues if (key := _key(issue)) and (issue.digest or issue.uid)}
    whole = {"value": issues[0].value} if issues[0].value and not events else {}
    shown = tuple(one for one in examples.values() if one != Example())[:MOST_EXAMPLES] if events else ()
    about = frozenset(issue.digest for issue in issues if issue.digest)
    return Finding(code=code, level=level, count=len(events), examples=shown, values={**values, **whole}, about=about)


def _key(issue: Issue) -> str:
    """The record an issue is about."""
    return issue.digest or f"{issue.uid}\n{issue.line}"
