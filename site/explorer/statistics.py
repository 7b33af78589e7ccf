"""``/tilastot``: statistics that make themselves, each as a table, a picture, CSV and JSON, and a report of a month for paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any
from urllib.parse import urlencode

from datasette import Response

from explorer.addresses import LANGUAGES, Language
from explorer.page import Asked, Page, Refused
from explorer.statistics_areas import areas_of
from explorer.statistics_asked import AUDIENCE, PART, WEEKS, Question, counted, month, month_question, months, names, question
from explorer.statistics_gaps import gaps_sheet, groups, lines, week_of
from explorer.statistics_names import Names
from explorer.statistics_outputs import CSV, csv_text, plain
from explorer.statistics_sheets import Kind, Row, Sheet, Value
from explorer.statistics_tables import GROUPS, Counted, table
from explorer.statistics_trend import SHOWN, days_of, series
from explorer.texts import part_words
from normalize.planning_words import best
from store.figures import WEEKS as FIGURE_WEEKS
from store.figures import Figure, read_figures

TREND, REPORT, GAPS = "trend", "report", "gaps"
SHEETS = (*(name for group in GROUPS.values() for name in group), TREND, REPORT)
_GROUP = "ryhma"
_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Shown:
    """How numbers are written in the page's language."""

    asked: Asked

    def __call__(self, value: Value, kind: Kind = "number") -> str:
        """The number, a share in percent, minutes as hours; what is not known is said."""
        words = self.asked.words(PART)
        if value is None:
            return words["not_known"]
        if isinstance(value, str):
            return value
        if kind == "share":
            return words("percent", n=f"{100 * value:.0f}")
        return self.asked.about.number(round(value / 60) if kind == "hours" else round(value))


async def first_page(asked: Asked) -> Response:
    """The most important numbers, and where the tables are."""
    wanted = await question(asked)
    found = await counted(asked, wanted)
    sheets = {name: _sheet(name, found) for group in GROUPS.values() for name in group}
    return await _page(asked, "statistics/index.html", wanted, found, sheets=sheets, groups=GROUPS, key=_key_numbers(asked, found))


async def one_page(asked: Asked) -> Response:
    """One table, the trend or the report, in the form that the address asks for."""
    name = _slugs(asked.language).get(asked.parts["sheet"])
    if name is None:
        return asked.missing()
    own = {TREND: _trend, REPORT: _report, GAPS: _gaps}.get(name)
    return await (own(asked) if own else _table(asked, name))


async def _table(asked: Asked, name: str) -> Response:
    wanted = await question(asked)
    found = await counted(asked, wanted)
    sheet = table(name, found)
    if asked.parts["format"] == ".csv":
        return asked.text(csv_text(sheet.heads(), sheet.lines()), CSV, filename=_filename(asked, wanted))
    if asked.parts["format"] == ".json":
        return asked.json(plain({**_told(wanted), **sheet.data()}))
    return await _page(asked, "statistics/sheet.html", wanted, found, name=name, sheet=sheet)


def _sheet(name: str, found: Counted) -> Sheet:
    return gaps_sheet(found.facts.grid, found.names) if name == GAPS else table(name, found)


async def _gaps(asked: Asked) -> Response:
    """For everybody a line; of one group its week, area by area."""
    wanted = await question(asked)
    found = await counted(asked, wanted)
    grid, code = found.facts.grid, asked.query.get(_GROUP) or wanted.among.audience
    if code and code not in groups(found.names):
        raise Refused(400, f"{_GROUP}={code[:40]!r} is no group of the vocabulary.")
    if asked.parts["format"] == ".csv":
        heads = ["code", "group", "area", "weekday", "times"]
        return asked.text(csv_text(heads, lines(grid, found.names)), CSV, filename=_filename(asked, wanted))
    sheet = gaps_sheet(grid, found.names)
    if asked.parts["format"] == ".json":
        keys = ("code", "group", "area", "weekday", "times")
        cells = [dict(zip(keys, line, strict=True)) for line in lines(grid, found.names)]
        return asked.json(plain({**_told(wanted), **sheet.data(), "cells": cells}))
    week = week_of(code, grid, found.names) if code else None
    return await _page(
        asked,
        "statistics/gaps.html",
        wanted,
        found,
        name=GAPS,
        sheet=sheet,
        week=week,
        group_field=_GROUP,
        choices=[(one, found.names.group(one)) for one in groups(found.names)],
        group_href=lambda one: f"{_href(asked, GAPS)}?{urlencode([*_without_audience(wanted), (_GROUP, one)])}#week",
    )


def _without_audience(wanted: Question) -> list[tuple[str, str]]:
    return [(name, value) for name, value in wanted.parameters() if name != AUDIENCE]


async def _trend(asked: Asked) -> Response:
    """The year up to today."""
    figures = await _figures(asked, asked.today - _YEAR, asked.today)
    found = series(figures)
    if asked.parts["format"] == ".csv":
        rows = ((one.day, one.measure, one.part, one.value) for one in figures)
        return asked.text(csv_text(["day", "measure", "part", "value"], rows), CSV, filename=f"{asked.parts['sheet']}.csv")
    if asked.parts["format"] == ".json":
        return asked.json(plain({"name": TREND, "method": asked.words(PART)("method_trend", weeks=FIGURE_WEEKS), "figures": figures}))
    wanted = await question(asked)
    days = days_of(found)
    return await asked.page(
        "statistics/trend.html",
        PART,
        **_frame(asked, wanted, TREND),
        found=found,
        days=days[:SHOWN],
        more=max(len(days) - SHOWN, 0),
        weeks=FIGURE_WEEKS,
    )


async def _figures(asked: Asked, first: date, last: date) -> list[Figure]:
    found: list[Figure] = await asked.kept(("figures", first, last), lambda connection: read_figures(connection, first, last))
    return found


async def _report(asked: Asked) -> Response:
    """A month on paper, or everything counted of it as JSON."""
    first = month(asked)
    wanted = await month_question(asked, first)
    found = await counted(asked, wanted)
    sheets = {name: _sheet(name, found) for group in GROUPS.values() for name in group}
    if asked.parts["format"] == ".json":
        return asked.json(plain({**_told(wanted), "tables": [sheet.data() for sheet in sheets.values()]}))
    if asked.parts["format"] == ".csv":
        rows = ([sheet.name, *line] for sheet in sheets.values() for line in _long(sheet))
        return asked.text(
            csv_text(["table", "code", "label", "column", "value"], rows), CSV, filename=f"{asked.parts['sheet']}-{first:%Y-%m}.csv"
        )
    changes = series(await _figures(asked, wanted.period.first, wanted.period.last))
    return await _page(
        asked,
        "statistics/report.html",
        wanted,
        found,
        name=REPORT,
        sheets=sheets,
        key=_key_numbers(asked, found),
        changes=[one for one in changes if len(one.values) > 1],
        month=first,
        months=months(asked.today),
        some=_some,
        month_name=lambda one: asked.words(PART)[f"month_{one.month}"] + f" {one.year}",
    )


def _some(sheet: Sheet, most: int) -> list[Row]:
    """What a paper has room for: rows that hold something, and what is not told."""
    told = [row for row in sheet.rows if not row.is_unknown and any(row.values[-1:] if sheet.name == GAPS else row.values[:3])]
    return [*told[:most], *([sheet.unknown] if sheet.unknown else [])]


def _long(sheet: Sheet) -> Any:
    """The cells of a table one by one."""
    for code, label, *values in sheet.lines():
        for column, value in zip(sheet.columns, values, strict=True):
            yield code, label, column.key, value


def _key_numbers(asked: Asked, found: Counted) -> list[tuple[str, str]]:
    """What one wants to know first: what it is, and its number in words."""
    show, words, facts = Shown(asked), asked.words(PART), found.facts
    everything = facts.total.events
    free = facts.by["price"]["free"].events if "free" in facts.by["price"] else 0
    step_free = next((one.yes for one in facts.features if one.code == "step_free_entrance"), 0)
    enrolled = facts.places["*"]
    well = sum(one.state == "ok" for one in found.health.sources)
    told = [
        ("events", show(everything)),
        ("times", show(facts.total.times)),
        ("free", words("of", n=show(free), all=show(everything))),
        ("step_free", words("of", n=show(step_free), all=show(everything))),
        ("fill", show(enrolled.share, "share")),
        ("tasks", show(sum(one.tasks for one in facts.tasks.values()))),
        ("spared", show(facts.joined.spared)),
        ("sources_well", words("of", n=show(well), all=show(len(found.health.sources)))),
    ]
    return [(words[f"key_{code}"], text) for code, text in told]


async def _page(asked: Asked, template: str, wanted: Question, found: Counted, *, name: str = "", **context: Any) -> Response:
    """A page with what all of them need."""
    return await asked.page(template, PART, **_frame(asked, wanted, name), counted=found, **context)


def _frame(asked: Asked, wanted: Question, name: str) -> dict[str, Any]:
    """What every page of the statistics needs: numbers in words, the filter, addresses, the same page in other languages."""
    found = names(asked, wanted.terms)
    return {
        "name": name,
        "show": Shown(asked),
        "wanted": wanted,
        "sentence": _sentence(asked, wanted, found),
        "audiences": [(code, best(texts, asked.language)) for code, texts in wanted.terms.audiences.items()],
        "areas": areas_of(wanted.terms),
        "weeks_offered": WEEKS,
        "sheet_href": lambda sheet, ending="": f"{_href(asked, sheet)}{ending}{wanted.query()}",
        "all_sheets": GROUPS,
        "here": _href(asked, name) if name else asked.about.own(PART),
        "languages": _languages(asked, name),
        "listed": asked.about.table("events"),
    }


def _sentence(asked: Asked, wanted: Question, found: Names) -> str:
    """What is counted, in words: the days, for whom, of which age, where."""
    words = asked.words(PART)
    moment = asked.about.moment
    parts = [words("days", first=moment(wanted.period.first), last=moment(wanted.period.last))]
    parts.append(found.of("audience")[wanted.among.audience] if wanted.among.audience else words["everybody"])
    if wanted.among.age is not None:
        parts.append(words("aged", n=wanted.among.age))
    parts.append(wanted.area.name if wanted.area else words["everywhere"])
    return ", ".join(parts)


def _told(wanted: Question) -> dict[str, Any]:
    among = wanted.among
    return {"first": wanted.period.first, "last": wanted.period.last, "audience": among.audience, "age": among.age, "area": among.area}


def _filename(asked: Asked, wanted: Question) -> str:
    return f"{asked.parts['sheet']}-{wanted.period.first}.csv"


def _href(asked: Asked, name: str, language: Language | None = None) -> str:
    """The address of a table."""
    return asked.href(PART, part_words(PART, language or asked.language)[f"slug_{name}"], language=language)


def _languages(asked: Asked, name: str) -> list[tuple[Language, str]]:
    """The same page in each language, with the same filter."""
    query = f"?{asked.request.query_string}" if asked.request.query_string else ""
    known: Sequence[Language] = asked.datasette.pages.languages
    return [(one, (_href(asked, name, one) if name else asked.href(PART, language=one)) + query) for one in LANGUAGES if one in known]


@cache
def _slugs(language: Language) -> Mapping[str, str]:
    """Part of an address to the table's name."""
    words = part_words(PART, language)
    return {words[f"slug_{name}"]: name for name in SHEETS}


PAGES = (
    Page(kind="statistics", view=first_page),
    Page(kind="statistics", view=one_page, rest=r"(?P<sheet>[a-z-]{2,40})(?P<format>\.csv|\.json|)"),
)
