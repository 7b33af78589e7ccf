"""What every referral page needs of the snapshot and the region: words, places, audiences, addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode, urlsplit
from zoneinfo import ZoneInfo

from datasette import Response

from explorer.addresses import LANGUAGES, Language, address
from explorer.page import Asked
from explorer.referral_asking import Problem
from explorer.referral_cards import Speaking
from explorer.referral_dates import DateWords
from explorer.referral_questions import Question
from explorer.texts import PartWords
from store.referral_places import Map, audiences, places

PART = "referral"
SECONDS = 3.0
"""The most that one look into the snapshot may take; a region of 100,000 events needs a tenth of it."""


def date_words(asked: Asked) -> DateWords:
    """Days and hours in the page's language."""
    zone = asked.now.tzinfo
    return DateWords(asked.words(PART), asked.language, asked.today, zone if isinstance(zone, ZoneInfo) else ZoneInfo("UTC"))


async def known_places(asked: Asked) -> Map:
    """The places and areas of the snapshot."""
    return await asked.kept("referral places", places)


async def speaking(asked: Asked, features: tuple[str, ...] = (), *, is_on_paper: bool = False) -> Speaking:
    """In which words cards are made."""
    days, names = date_words(asked), await asked.kept("referral audiences", audiences)
    return Speaking(
        t=days.t,
        days=days,
        now=asked.now,
        audiences={code: days.text(texts) for code, texts in names.items()},
        page_of=asked.about.page_of,
        features=features,
        is_on_paper=is_on_paper,
    )


def parameters(asked: Asked, t: PartWords) -> tuple[dict[str, str], list[Problem]]:
    """Each parameter once, and a problem for each that stands there several times with different values."""
    values, problems = {}, []
    for name in asked.query:
        told = asked.query.getlist(name)
        values[name] = told[0]
        if len(set(told)) > 1:
            problems.append(Problem(name, t("wrong_twice", value=name)))
    return values, problems


def languages(asked: Asked, slugs: Mapping[Language, str]) -> tuple[tuple[Language, str], ...]:
    """The same page, with the same question, in each language of the region."""
    query, known = query_as_asked(asked), asked.datasette.pages.languages
    return tuple((one, address(asked.about.base, one, "referral", slugs[one]) + query) for one in LANGUAGES if one in known)


def forms(asked: Asked, question: Question, *kinds: str) -> Iterator[tuple[str, str]]:
    """The same answer in other forms: the key of its words, and its address."""
    for kind in kinds:
        yield f"out_{kind}", asked.href("referral", f"{question.slugs[asked.language]}.{kind}") + query_as_asked(asked)


def query_as_asked(asked: Asked) -> str:
    """The query string of the request, with its question mark; empty where there is none."""
    return f"?{asked.request.query_string}" if asked.request.query_string else ""


def public(asked: Asked, where: str) -> str:
    """The address as everybody reaches it, for paper and feeds: that of the region, else the one that was asked."""
    region = asked.datasette.region
    if region is not None and region.public_address:
        parts = urlsplit(region.public_address)
        return f"{parts.scheme}://{parts.netloc}{where}"
    asked_at = urlsplit(asked.request.url)
    return f"{asked_at.scheme}://{asked_at.netloc}{where}"


def fetched(asked: Asked, words: Speaking) -> str:
    """When the data was fetched, which is not when somebody looks at it."""
    compiled, days = asked.datasette.compiled, words.days
    return words.t("list_fetched", when=days.t("at_form", day=days.short(compiled.date()), hours=days.clock(compiled)))


def query_of(values: Mapping[str, Any] | Sequence[tuple[str, Any]]) -> str:
    """A query string; nothing for no values."""
    return f"?{urlencode(values)}" if values else ""


def refused(asked: Asked, problems: tuple[Problem, ...]) -> Response:
    """The mistakes as data: for programs."""
    told = [{"parameter": one.field, "message": one.text} for one in problems]
    return asked.json({"ok": False, "status": 400, "error": " ".join(one.text for one in problems), "problems": told}, status=400)
