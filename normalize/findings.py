"""What a publisher should know about a calendar, in the order in which it matters.

    findings_address    the address that was given, and what answered instead of a calendar
    findings_failure    why nothing came
    findings_issue      what readers and ``normalize`` noted, gathered
    findings_calendar   the calendar as a whole
    findings_event      events that are well formed and still mislead

Pure: equal facts give equal findings. The words are in ``finding_words``, how to mend each in which program in ``finding_mend``.
"""

from __future__ import annotations

from collections.abc import Iterable

from normalize.finding import LEVELS, Facts, Finding
from normalize.findings_address import address_findings, answer_findings
from normalize.findings_calendar import calendar_findings
from normalize.findings_event import event_findings
from normalize.findings_failure import failure_findings
from normalize.findings_issue import issue_findings


def findings(facts: Facts) -> tuple[Finding, ...]:
    """Every finding, blocking ones first; within a level those about the address, then those about most events."""
    found = [
        *address_findings(facts),
        *failure_findings(facts),
        *answer_findings(facts),
        *calendar_findings(facts),
        *issue_findings(facts),
        *event_findings(facts),
    ]
    return tuple(sorted(_without_repetition(found), key=lambda one: (LEVELS.index(one.level), one.count > 0, -one.count, one.code)))


def _without_repetition(found: Iterable[Finding]) -> list[Finding]:
    """Of two findings of one code and level the one that names more events; that nothing is public says that some is private."""
    kept: dict[tuple[str, str, str], Finding] = {}
    for one in found:
        key = (one.code, one.level, one.values.get("issue", "") if one.code == "other" else "")
        known = kept.get(key)
        if known is None or known.count < one.count:
            kept[key] = one
    blank = any(one.code == "nothing_public" for one in kept.values())
    return [one for one in kept.values() if not (blank and one.code == "private")]


def ready(facts: Facts, found: Iterable[Finding]) -> int:
    """Coming events about which there is nothing to mend."""
    concerned = frozenset().union(*(one.about for one in found if one.level == "mend"))
    return sum(record.raw.digest not in concerned for record in facts.coming())
