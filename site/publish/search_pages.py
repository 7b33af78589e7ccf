"""The page of the search with its index. Without JavaScript it is doors and the list from A to Ö; with it, a form whose question never
leaves the device.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from normalize.needs import NEEDS
from publish.addresses import FILES, Target, week_name
from publish.almanac import monday
from publish.assets import Assets
from publish.dates import sentence
from publish.doors import facet_doors, in_order, time_doors
from publish.edition import Edition
from publish.facets import Facet, Facets
from publish.pages import Maker, Page, Render, digest
from publish.search_index import RADII, Searching, features_there, indexes
from publish.views import Head
from store.reading import EventRow

_TARGET = Target(kind="search")
_ASKED_FOR = ("rollator", "wheelchair", "toilet", "hearing_aid", "sign_language", "guide_dog")
"""The needs that one may search by; those of the same features (a rollator, a pram) stand together under one name."""
_WEEKS = 13
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a list."""

    value: str
    text: str


def scripted(head: Head, name: str, assets: Assets, edition: Edition) -> Head:
    """The head of a page that runs one of our scripts."""
    return head._replace(scripts=tuple(edition.addresses.path(path) for path in assets.scripts[name]))


def search_pages(edition: Edition, render: Render, facets: Facets, searching: Searching, assets: Assets) -> Iterator[Page]:
    """The search of one language and the two files it reads."""
    for file, data in zip(("now", "later"), indexes(edition, searching), strict=True):
        path = f"{edition.addresses.folder(edition.language, _TARGET)}{FILES[edition.language][file]}"
        yield Page(path=path, inputs=digest(data.decode()), render=partial(bytes, data))
    title = edition.words("search.title")
    head = edition.head(_TARGET, title, edition.words("search.description", region=edition.name), nav="search")
    yield Maker(edition, render)(
        _TARGET, "pages/search.html", scripted(head, "search", assets, edition), _content(title, edition, facets, assets)
    )


def _content(title: str, edition: Edition, facets: Facets, assets: Assets) -> dict[str, Any]:
    files = {file: edition.href("search", file=file) for file in ("now", "later")}
    return {
        "title": title,
        "action": edition.href("search"),
        "files": files,
        "attempts": edition.addresses.path(assets.scripts["search-attempts"][0]),
        "script_words": json.dumps(_words(edition), ensure_ascii=False, sort_keys=True),
        "audiences": _options("audience", edition, facets),
        "topics": _options("topic", edition, facets),
        "areas": _options("area", edition, facets),
        "radii": tuple(Option(str(km), edition.words("search.radius", n=km)) for km in RADII),
        "needs": tuple(_needs(edition)),
        "tongues": tuple(_tongues(edition)),
        "weeks": tuple(Option(week_name(day), _week(day, edition)) for day in _coming_weeks(edition)),
        "index": edition.href("index"),
        "times": time_doors("", None, edition),
        "groups": facet_doors(facets, edition),
    }


def _options(kind: str, edition: Edition, facets: Facets) -> tuple[Option, ...]:
    """The facets of a kind with something to come: codes of the vocabulary, so that an address means the same in every language."""
    return tuple(Option(one.target.name, _name(one, edition)) for one in in_order(facets.single.get(kind, ()), edition) if one.coming)


def _name(facet: Facet, edition: Edition) -> str:
    return edition.said(facet.names[0]).text


def _listed(edition: Edition) -> list[EventRow]:
    """The events that the index holds."""
    almanac = edition.almanac
    return [one for one in almanac.events.values() if one.withdrawn_at is None and (one.first_start is None or almanac.upcoming(one.id))]


def _needs(edition: Edition) -> Iterator[Option]:
    """What somebody may need, where it is known to be there anywhere; its value are the features, so that the script knows no needs."""
    there = {frozenset(features_there(event)) for event in _listed(edition)}
    for need in _ASKED_FOR:
        if any(one.issuperset(NEEDS[need]) for one in there):
            yield Option(" ".join(NEEDS[need]), edition.words(f"search.need_{need}"))


def _tongues(edition: Edition) -> Iterator[Option]:
    """The languages that events are known to be held in: those of the site first, the others by name."""
    words, own = edition.words, list(edition.languages)
    named = {code: words.texts.get(f"language.{code}") for event in _listed(edition) for code in event.in_language}
    known = [(code, name[0]) for code, name in named.items() if name]
    for code, name in sorted(known, key=lambda one: (own.index(one[0]) if one[0] in own else len(own), one[1])):
        yield Option(code, sentence(name))


def _coming_weeks(edition: Edition) -> Iterator[date]:
    first = monday(edition.almanac.today)
    return (day for day in (first + n * _WEEK for n in range(_WEEKS)) if day in edition.almanac.weeks)


def _week(day: date, edition: Edition) -> str:
    """``Viikko 48: 23.–29.11.2026``."""
    dates = edition.dates
    return edition.words("search.week", week=sentence(dates.week(day)), days=dates.days(day, day + timedelta(days=6)))


def _words(edition: Edition) -> dict[str, Any]:
    """What the script says, with places for values in braces."""
    words = edition.words

    def text(key: str) -> str:
        return words.texts[key][0]

    return {
        **{key: text(f"search.{key}") for key in _SAID},
        **{key: words.texts[f"search.{key}"] for key in ("results", "instead")},
        "free": text("switch.free"),
        "open": text("switch.open"),
        "stepfree": text("switch.step_free"),
        "times": {code: text(f"search.time_{code}") for code in ("today", "7", "30", "all")},
        "ways": {key: text(f"search.wider_{key}") for key in _WIDER},
        "at": text("format.date_time"),
        "spoken": text("card.spoken"),
    }


_WIDER = ("30", "all", "where", "free", "open", "stepfree", "need", "lang", "who", "what", "word")
_SAID = ("none", "remove", "clear", "more", "later", "better", "because", "away", "always", "loading", "failed")
