"""The four questions of those who coordinate: news, gaps, what went stale, overlaps; each a form, a table and the same as data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from datasette import Response
from datasette.utils.sqlite import sqlite3

from explorer.page import Asked
from explorer.referral_asking import Problem, unknown
from explorer.referral_cards import Speaking, card
from explorer.referral_outputs import atom_text, ics_text
from explorer.referral_questions import Question
from explorer.referral_speaking import PART, SECONDS, forms, languages, parameters, public, query_as_asked, refused, speaking
from explorer.referral_supply import gap_data, gap_table
from explorer.referral_tables import Table, gaps_table, news_table, overlaps_table, stale_table, table_csv
from store.referral import Hit
from store.referral_finding import Offer
from store.referral_items import Item, items
from store.referral_places import districts
from store.referral_reviews import News, Overlapping, Supply, news, overlapping, stale, supply

_MOST = 150
_NEWS_DAYS, _GAP_DAYS, _STALE_DAYS, _OVERLAP_DAYS = 14, 30, 30, 30
_LONGEST = 400
_KINDS = ("venue", "audience", "topic", "audience_soft")
_MONTHS_AHEAD = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """What was asked: a number of days, and perhaps one choice."""

    days: int
    choice: str
    problems: tuple[Problem, ...]
    name: str
    """The choice's parameter; empty where there is none."""
    choices: tuple[tuple[str, str], ...]


def _read(asked: Asked, days: int, name: str = "", choices: tuple[tuple[str, str], ...] = ()) -> _Form:
    """The number of days and one of the choices; mistakes in words."""
    t = asked.words(PART)
    given, problems = parameters(asked, t)
    problems += unknown(given, ("paivia", name) if name else ("paivia",), t)
    text, choice = given.get("paivia", "").strip() or str(days), given.get(name, "").strip() if name else ""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= _LONGEST):
        problems.append(Problem("paivia", t("wrong_days", value=text[:40], high=_LONGEST)))
        text = str(days)
    if choice and choice not in dict(choices):
        problems.append(Problem(name, t("wrong_choice", value=choice[:40], choices=", ".join(dict(choices)))))
        choice = ""
    return _Form(days=int(text), choice=choice, problems=tuple(problems), name=name, choices=choices)


async def news_page(asked: Asked, question: Question, form: str) -> Response:
    """Question 13: what came, changed or went."""
    read, words = _read(asked, _NEWS_DAYS), await speaking(asked)
    since = asked.now - timedelta(days=read.days)

    def look(connection: sqlite3.Connection) -> list[tuple[News, Item]]:
        found = news(connection, since, _MOST)
        known = items(connection, [one.id for one in found], asked.now)
        return [(one, known[one.id]) for one in found if one.id in known]

    table = news_table(await asked.read(look, seconds=SECONDS), words.t[f"q_{question.key}_lead"], words)
    return await _answer(asked, question, form, read, table, labels=("p_news_days", "", ""))


async def stale_page(asked: Asked, question: Question, form: str) -> Response:
    """Question 15: what is to come and has not been shown for long."""
    read, words = _read(asked, _STALE_DAYS), await speaking(asked)

    def look(connection: sqlite3.Connection) -> list[tuple[Any, Item]]:
        found = stale(connection, asked.now, read.days, _MOST)
        known = items(connection, [ident for ident, _ in found], asked.now)
        return [(seen, known[ident]) for ident, seen in found if ident in known]

    table = stale_table(await asked.read(look, seconds=SECONDS), read.days, words)
    return await _answer(asked, question, form, read, table, labels=("p_stale_days", "", ""))


async def overlaps_page(asked: Asked, question: Question, form: str) -> Response:
    """Question 16: what competes."""
    words = await speaking(asked)
    kinds = tuple((kind, words.t[f"overlap_{kind}"]) for kind in _KINDS)
    read = _read(asked, _OVERLAP_DAYS, "laji", kinds)

    def look(connection: sqlite3.Connection) -> list[tuple[Overlapping, Item, Item]]:
        found = overlapping(connection, asked.today, read.days, read.choice, _MOST)
        known = items(connection, {ident for one in found for ident in (one.event_a, one.event_b)}, asked.now)
        return [(one, known[one.event_a], known[one.event_b]) for one in found if {one.event_a, one.event_b} <= known.keys()]

    table = overlaps_table(await asked.read(look, seconds=SECONDS), words)
    return await _answer(asked, question, form, read, table, labels=("p_paivia", "p_kind", "p_kind_all"), planning=asked.href("planning"))


async def gaps_page(asked: Asked, question: Question, form: str) -> Response:
    """Question 14: audiences by area and weekday, and where there is nothing."""
    words = await speaking(asked)
    read = _read(asked, _GAP_DAYS, "kenelle", tuple(words.audiences.items()))

    def look(connection: sqlite3.Connection) -> tuple[Supply, list[tuple[str, str, str]]]:
        return supply(connection, asked.today, read.days), districts(connection)

    found, areas = await asked.read(look, seconds=SECONDS)
    table = gaps_table(gap_data(found, areas, read.choice), read.days, words)
    matrix = gap_table(found, areas, read.choice, words)
    more = {"matrix": matrix, "method": words.t["gaps_method"], "weekdays": words.t["weekdays_short"].split()}
    return await _answer(asked, question, form, read, table, labels=("p_paivia", "p_whom", "p_whom_all"), **more)


async def _answer(  # noqa: PLR0913 - one answer
    asked: Asked, question: Question, form: str, read: _Form, table: Table, *, labels: tuple[str, str, str], **more: Any
) -> Response:
    """The answer in the form that was asked for."""
    if not form:
        return await _page(asked, question, read, table, labels, **more)
    if read.problems:
        return refused(asked, read.problems)
    return _data(asked, question, form, read, table, await speaking(asked))


def _data(asked: Asked, question: Question, form: str, read: _Form, table: Table, words: Speaking) -> Response:  # noqa: PLR0913, PLR0917 - one answer
    """The table as data, a feed or a calendar of what it is about; what has neither dates nor events has no feed and no calendar."""
    title, slug = words.t[f"q_{question.key}"], question.slugs[asked.language]
    if form == "json":
        return asked.json({"ok": True, "question": question.key, "title": title, "days": read.days, "rows": list(table.data)})
    if form == "csv":
        return asked.text(table_csv(table), "text/csv; charset=utf-8", filename=f"{slug}.csv")
    if form not in offered(question):
        return asked.missing()
    cards = [card(_offer(item), words) for item in table.items]
    if form == "atom":
        here = public(asked, asked.href("referral", slug) + query_as_asked(asked))
        return asked.text(atom_text(cards, title, table.count, here, words), "application/atom+xml; charset=utf-8")
    body = ics_text(cards, f"{asked.about.region}: {title}", asked.today + _MONTHS_AHEAD, public(asked, ""), words)
    return asked.text(body, "text/calendar; charset=utf-8", filename=f"{slug}.ics")


def _offer(item: Item) -> Offer:
    """An event by itself, near nothing."""
    return Offer(item=item, hit=Hit(id=item.id, start=item.dates[0].start if item.dates else None, km=None))


def offered(question: Question) -> Iterable[str]:
    """The forms in which a question is answered: a gap is no event, so there is nothing to subscribe to."""
    return ("json", "csv") if question.answered == "gaps" else ("json", "csv", "atom", "ics")


async def _page(asked: Asked, question: Question, read: _Form, table: Table, labels: tuple[str, str, str], **more: Any) -> Response:
    t = asked.words(PART)
    days_label, choice_label, choice_all = (t[key] if key else "" for key in labels)
    return await asked.page(
        "referral/review.html",
        PART,
        status=400 if read.problems else 200,
        languages=languages(asked, question.slugs),
        title=t[f"q_{question.key}"],
        lead=t[f"q_{question.key}_lead"],
        here=asked.href("referral", question.slugs[asked.language]),
        front=asked.href("referral"),
        read=read,
        table=None if read.problems else table,
        outputs=list(forms(asked, question, *offered(question))),
        days_label=days_label,
        choice_label=choice_label,
        choice_all=choice_all,
        **{"matrix": None, "method": "", "planning": "", **more},
    )
