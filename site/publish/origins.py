"""Sources: the state of each in words, how fresh it is, and what its publisher can mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from harvesters.failure_reasons import FAILURE_REASONS, failure_reason
from harvesters.source import bounds
from publish.addresses import Target
from publish.edition import Edition
from publish.notices import target_of as notices_of
from publish.pages import Maker, Page, Render
from publish.views import Link
from publish.views_told import Finding, SourceView
from store.reading import IssueRow, SourceRow

_EXAMPLES = 10
_SEVERITIES = {"error": 0, "warning": 1, "info": 2}
_STALE_AFTER = timedelta(days=7)
_GOOD = "ok"


def source_pages(edition: Edition, render: Render) -> Iterator[Page]:
    """The list of sources and the page of each."""
    make = Maker(edition, render)
    words = edition.words
    sources = sorted(edition.almanac.sources.values(), key=lambda source: (source.title.casefold(), source.id))
    head = edition.head(Target(kind="sources"), words("sources.title"), words("sources.description", region=edition.name), nav="sources")
    views = tuple(_view(source, edition) for source in sources)
    failing = sum(view.state not in {_GOOD, "new", "removed", "off"} for view in views)
    content = {
        "title": words("sources.title"),
        "sources": views,
        "summary": words.count("sources.summary", len(views)),
        "failing": words.count("sources.failing", failing) if failing else words("sources.all_well"),
        "quality": edition.href("quality"),
    }
    yield make(Target(kind="sources"), "pages/sources.html", head, content)
    for source in sources:
        target = Target(kind="source", name=source.id)
        view = _view(source, edition, edition.almanac.issues.get(source.id, ()))
        organizer = edition.almanac.organizers.get(source.organizer_id)
        notices = edition.addresses.href(edition.language, notices_of(organizer)) if organizer else ""
        head = edition.head(target, source.title, words("source.description", name=source.title, region=edition.name), nav="sources")
        yield make(target, "pages/source.html", head, {"source": view, "notices": notices, "quality": edition.href("quality")})


def _day(moment: datetime | None, edition: Edition) -> str:
    """The day of a moment; a page then stays as it is until the day changes."""
    return edition.dates.numeric(edition.almanac.local(moment).date()) if moment else edition.words("source.never")


def state_of(source: SourceRow, edition: Edition) -> str:
    """The state's code; a source that says it is well but has not answered for a week is stale."""
    if source.state == _GOOD and source.last_fetched is not None:
        age = edition.almanac.today - edition.almanac.local(source.last_fetched).date()
        return "stale" if age > _STALE_AFTER else _GOOD
    return source.state if f"state.{source.state}" in edition.words.texts else "failed"


def _view(source: SourceRow, edition: Edition, issues: Sequence[IssueRow] = ()) -> SourceView:
    words, state = edition.words, state_of(source, edition)
    organizer = edition.almanac.organizers.get(source.organizer_id)
    name = edition.said(source.organizer)
    return SourceView(
        href=edition.href("source", source.id),
        title=source.title,
        organizer=Link(edition.href("organizer", organizer.slug) if organizer else "", name.text, name.lang),
        state=state,
        word=words(f"state.{state}"),
        meaning=words(f"state.{state}.meaning"),
        todo=_todo(source, state, edition),
        fetched=_day(source.last_fetched, edition),
        changed=_day(source.last_changed, edition),
        since=_day(source.state_since, edition) if source.state_since else "",
        events=words.count("count.listings", source.events),
        n=source.events,
        issues=words.count("count.issues", source.issues) if source.issues else words("source.no_issues"),
        address=source.address,
        licence=source.licence,
        policy=_policy(source, edition),
        rhythm=_rhythm(source, state, edition),
        findings=tuple(_findings(issues, edition)),
    )


def _policy(source: SourceRow, edition: Edition) -> str:
    """By whose leave, and what is recorded of it."""
    words = edition.words
    leave = words(f"policy.{source.fetch_policy}")
    if not source.permission_by:
        return leave
    day = edition.dates.numeric(date.fromisoformat(source.permission_given))
    return words("policy.given", leave=leave, by=source.permission_by, date=day, scope=source.permission_scope)


def _rhythm(source: SourceRow, state: str, edition: Edition) -> str:
    """``30 minuutin välein``; nothing for a source that is not asked, and only "as agreed" for a timetable of days and hours."""
    if state in {"off", "removed", "disallowed"} or source.closed_at:
        return ""
    between = bounds(source.schedule)
    if between is None:
        return edition.words("every.timetable")
    shortest, longest = (_every(length, edition) for length in between)
    return shortest if shortest == longest else edition.words("every.between", shortest=shortest, longest=longest)


def _every(length: timedelta, edition: Edition) -> str:
    minutes = round(length / timedelta(minutes=1))
    for unit, size in (("days", 24 * 60), ("hours", 60)):
        if minutes % size == 0:
            return edition.words.count(f"every.{unit}", minutes // size)
    return edition.words.count("every.minutes", minutes)


def _todo(source: SourceRow, state: str, edition: Edition) -> str:
    """What happened and what to do: in the words of the very reason where it has any, otherwise in those of the state."""
    worded = source.reason in FAILURE_REASONS or source.reason.startswith("http_")
    reason = failure_reason(source.reason) if worded and state not in {_GOOD, "new", "removed", "off"} else None
    told = {"fi": reason.fi, "sv": reason.sv, "en": reason.en}.get(edition.language) if reason else None
    return told or edition.words(f"state.{state}.todo")


def _findings(issues: Sequence[IssueRow], edition: Edition) -> Iterator[Finding]:
    """The issues by kind, the worst first, each with its first examples."""
    ordered = sorted(issues, key=lambda issue: (_SEVERITIES.get(issue.severity, 3), issue.code, issue.line or 0, issue.uid))
    for (severity, _), group in groupby(ordered, key=lambda issue: (issue.severity, issue.code)):
        same = list(group)
        yield Finding(
            severity=severity,
            word=edition.words(edition.words.known(f"severity.{severity}", "severity.info")),
            message=edition.said(same[0].message),
            count=edition.words.count("count.times", len(same)),
            examples=tuple(dict.fromkeys(_example(issue, edition) for issue in same[:_EXAMPLES])),
            rest=max(0, len(same) - _EXAMPLES),
        )


def _example(issue: IssueRow, edition: Edition) -> str:
    """Where in the publisher's own file: line, field, what stood there."""
    line = edition.words("issue.line", n=issue.line) if issue.line else ""
    told = f"{issue.field}: {issue.value}" if issue.field and issue.value else issue.field or issue.value
    return ", ".join(part for part in (line, told, issue.uid if not (line or told) else "") if part)
