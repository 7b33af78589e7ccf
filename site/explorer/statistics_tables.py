"""The tables of the statistics by name: what is on offer, how people take part, what is missing, how good the information is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from explorer.statistics_names import Names
from explorer.statistics_sheets import Row, Sheet, Value, columns, ordered
from store.statistics import UNKNOWN
from store.statistics_counts import By, Line
from store.statistics_facts import AVOIDED_DAYS, EVERYTHING, Facts, Health
from store.statistics_health import AGES_OF_NEWS, NEVER, age_of_news
from store.statistics_places import Places, Tasks

GROUPS: Mapping[str, tuple[str, ...]] = {
    "supply": ("kind", "audience", "age", "topic", "area", "weekday", "hour", "price", "accessibility", "language", "organizer"),
    "taking_part": ("enrolment", "places", "tasks"),
    "missing": ("gaps", "known"),
    "quality": ("sources", "freshness", "findings", "joined", "overlaps"),
}
"""Every table, in the order in which the pages show them; the trend stands by itself."""
_ORDINAL = frozenset({"age", "weekday", "hour", "price", "enrolment"})
_OVERLAPS = ("venue", "audience", "topic", "audience_soft")
_SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What the tables are made of."""

    facts: Facts
    health: Health
    names: Names
    now: datetime
    """When the data was compiled."""
    moment: Callable[[datetime], str]
    """Writes an instant."""


def table(name: str, counted: Counted) -> Sheet:
    """The table of a name of ``GROUPS``, without the gaps, which are a grid (``explorer.statistics_gaps``)."""
    made = _OTHERS.get(name)
    return made(counted) if made else _supply(name, counted)


def _words(name: str, counted: Counted) -> tuple[str, str, str]:
    """Title, method and what the rows are."""
    words = counted.names.words
    return words[f"title_{name}"], words[f"method_{name}"], words[f"head_{name}"]


def _supply(name: str, counted: Counted) -> Sheet:
    """Events, times and hours by one of the ways of counting."""
    by: By = next(by for by in get_args(By) if by == name)
    lines, names = counted.facts.by[by], counted.names.of(by)
    size = {code: line.events for code, line in lines.items()}
    codes = ordered(lines, names, size)
    if by not in _ORDINAL:
        codes.sort(key=lambda code: -size.get(code, 0))
    if by == "language":
        codes = [code for code in codes if size.get(code)]
    rows = [_line(code, names.get(code, code), lines.get(code, Line())) for code in codes]
    title, method, head = _words(name, counted)
    return Sheet(
        name=name,
        title=title,
        method=method,
        head=head,
        columns=columns(counted.names.words, ("events", "number"), ("times", "number"), ("hours", "hours")),
        rows=(*rows, _line(UNKNOWN, names[UNKNOWN], lines[UNKNOWN], is_unknown=True)),
        total=_line("total", counted.names.words["total"], counted.facts.total),
        notes=(counted.names.words("hours_of", n=counted.facts.total.ended, all=counted.facts.total.times),),
    )


def _line(code: str, label: str, line: Line, *, is_unknown: bool = False) -> Row:
    """Hours are not known where no end is told."""
    hours: Value = line.minutes if line.ended or not line.times else None
    return Row(code=code, label=label, values=(line.events, line.times, hours), is_unknown=is_unknown)


def _accessibility(counted: Counted) -> Sheet:
    title, method, head = _words("accessibility", counted)
    words, everything = counted.names.words, counted.facts.total.events
    told = counted.facts.by["accessibility"]
    rows = tuple(
        Row(code=one.code, label=_feature(one.code, counted), values=(one.yes, one.no, one.unknown)) for one in counted.facts.features
    )
    silent = told[UNKNOWN].events
    return Sheet(
        name="accessibility",
        title=title,
        method=method,
        head=head,
        columns=columns(words, ("yes", "number"), ("no", "number"), ("not_told", "number")),
        rows=rows,
        chart="stacked",
        charted=2,
        notes=(words("accessibility_silent", n=silent, all=everything),),
    )


def _feature(code: str, counted: Counted) -> str:
    words = counted.names.words
    key = f"feature_{code}"
    return words[key] if key in words else code  # noqa: SIM401 - words are no dict and have no get


def _places(counted: Counted) -> Sheet:
    title, method, head = _words("places", counted)
    names = counted.names.of("audience")
    by = counted.facts.places
    size = {code: one.places for code, one in by.items()}
    codes = [code for code in ordered(by, names, size) if code in by and by[code].events and code != EVERYTHING]
    rows = [_enrolled(code, names.get(code, code), by[code]) for code in sorted(codes, key=lambda code: -by[code].places)]
    return Sheet(
        name="places",
        title=title,
        method=method,
        head=head,
        columns=columns(
            counted.names.words,
            *(("share", "share"), ("enrolled", "number"), ("places", "number"), ("taken", "number"), ("left", "number")),
            *(("full", "number"), ("queued", "number"), ("no_places_told", "number")),
        ),
        rows=(*rows, _enrolled(UNKNOWN, names[UNKNOWN], by.get(UNKNOWN, Places()), is_unknown=True)),
        total=_enrolled("total", counted.names.words["total"], by[EVERYTHING]),
    )


def _enrolled(code: str, label: str, one: Places, *, is_unknown: bool = False) -> Row:
    taken: Value = one.taken if one.with_taken else None
    left: Value = one.places_of_taken - one.taken if one.with_taken else None
    places: Value = one.places if one.with_places else None
    values = (one.share, one.events, places, taken, left, one.full, one.queued, one.events - one.with_taken)
    return Row(code=code, label=label, values=values, is_unknown=is_unknown)


def _tasks(counted: Counted) -> Sheet:
    title, method, head = _words("tasks", counted)
    words, names, by = counted.names.words, counted.names.of("area"), counted.facts.tasks
    codes = sorted((code for code in by if code), key=lambda code: (-by[code].tasks, names.get(code, code)))
    rows = [_task(code, names.get(code, code), by[code]) for code in codes]
    return Sheet(
        name="tasks",
        title=title,
        method=method,
        head=head,
        columns=columns(
            words,
            *(("tasks", "number"), ("agreed", "number"), ("times", "number"), ("people", "number"), ("people_unknown", "number")),
            *(("hours", "hours"), ("person_hours", "hours")),
        ),
        rows=(*rows, _task(UNKNOWN, names[UNKNOWN], by.get(UNKNOWN, Tasks()), is_unknown=True)),
        total=_task("total", words["total"], together(by)),
    )


def together(by: Mapping[str, Tasks]) -> Tasks:
    """The tasks of all areas; each is in one."""
    fields = Tasks.__dataclass_fields__
    return Tasks(**{name: sum(getattr(one, name) for one in by.values()) for name in fields})


def _task(code: str, label: str, one: Tasks, *, is_unknown: bool = False) -> Row:
    people: Value = one.people if one.with_people or not one.tasks else None
    hours: Value = one.minutes if one.ended or not one.tasks else None
    person: Value = one.person_minutes if one.person_minutes or not one.tasks else None
    values = (one.tasks, one.tasks - one.dated, one.times, people, one.tasks - one.with_people, hours, person)
    return Row(code=code, label=label, values=values, is_unknown=is_unknown)


def _known(counted: Counted) -> Sheet:
    title, method, head = _words("known", counted)
    words = counted.names.words
    found = sorted(counted.facts.known, key=lambda one: -_share(one.known, one.everything))
    return Sheet(
        name="known",
        title=title,
        method=method,
        head=head,
        columns=columns(words, ("share", "share"), ("known", "number"), ("not_told", "number")),
        rows=tuple(
            Row(
                code=one.field,
                label=words[f"field_{one.field}"],
                values=(_share(one.known, one.everything) if one.everything else None, one.known, one.everything - one.known),
            )
            for one in found
        ),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _sources(counted: Counted) -> Sheet:
    title, method, head = _words("sources", counted)
    states = counted.names.pages.codes["state"]
    return Sheet(
        name="sources",
        title=title,
        method=method,
        head=head,
        columns=columns(
            counted.names.words,
            ("coming", "number"),
            ("state", "text"),
            ("last_fetched", "text"),
            ("last_changed", "text"),
            ("findings", "number"),
        ),
        rows=tuple(
            Row(
                code=one.id,
                label=one.title,
                values=(
                    one.events,
                    states.get(one.state, one.state),
                    counted.moment(one.last_fetched) if one.last_fetched else None,
                    counted.moment(one.last_changed) if one.last_changed else None,
                    one.issues,
                ),
            )
            for one in sorted(counted.health.sources, key=lambda one: one.state == "ok")
        ),
        notes=(
            counted.names.words(
                "sources_well", n=sum(one.state == "ok" for one in counted.health.sources), all=len(counted.health.sources)
            ),
        ),
    )


def _freshness(counted: Counted) -> Sheet:
    title, method, head = _words("freshness", counted)
    words, seen = counted.names.words, counted.health.seen
    bands = [age_of_news(one.last_fetched, counted.now) for one in counted.health.sources]
    codes = [code for code, _ in AGES_OF_NEWS]
    return Sheet(
        name="freshness",
        title=title,
        method=method,
        head=head,
        columns=columns(words, ("notices", "number"), ("sources", "number")),
        rows=(
            *(Row(code=code, label=words[f"age_of_{code}"], values=(seen.get(code, 0), bands.count(code))) for code in codes),
            Row(code=NEVER, label=words[f"age_of_{NEVER}"], values=(seen.get(NEVER, 0), bands.count(NEVER)), is_unknown=True),
        ),
    )


def _findings(counted: Counted) -> Sheet:
    title, method, head = _words("findings", counted)
    names = counted.names.pages.codes["severity"]
    found = counted.health.issues
    return Sheet(
        name="findings",
        title=title,
        method=method,
        head=head,
        columns=columns(counted.names.words, ("findings", "number")),
        rows=tuple(Row(code=code, label=names[code][:1].upper() + names[code][1:], values=(found.get(code, 0),)) for code in _SEVERITIES),
    )


def _joined(counted: Counted) -> Sheet:
    title, method, head = _words("joined", counted)
    words, one = counted.names.words, counted.facts.joined
    numbers = {"listings": one.listings, "shown": one.events, "shared": one.shared, "spared": one.spared}
    return Sheet(
        name="joined",
        title=title,
        method=method,
        head=head,
        columns=columns(words, ("number", "number")),
        rows=tuple(Row(code=code, label=words[f"joined_{code}"], values=(number,)) for code, number in numbers.items()),
    )


def _overlaps(counted: Counted) -> Sheet:
    title, method, head = _words("overlaps", counted)
    words, found = counted.names.words, counted.health.overlaps
    rows = [Row(code=kind, label=counted.names.overlap(kind), values=(found.get(kind, 0),)) for kind in _OVERLAPS]
    return Sheet(
        name="overlaps",
        title=title,
        method=method,
        head=head,
        columns=columns(words, ("pairs", "number")),
        rows=(
            *rows,
            Row(code="similar", label=words["similar"], values=(counted.health.similar,)),
            Row(code="avoided", label=words("avoided", days=AVOIDED_DAYS), values=(counted.health.avoided,)),
        ),
    )


_OTHERS: Mapping[str, Callable[[Counted], Sheet]] = {
    "accessibility": _accessibility,
    "places": _places,
    "tasks": _tasks,
    "known": _known,
    "sources": _sources,
    "freshness": _freshness,
    "findings": _findings,
    "joined": _joined,
    "overlaps": _overlaps,
}
