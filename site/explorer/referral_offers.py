"""The page of a question that is answered with offers: the form, the sentence, the cards, and the same as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from datasette import Response
from datasette.utils.sqlite import sqlite3

from explorer.page import Asked
from explorer.referral_asking import DAYS, HOURS, KILOMETRES, LANGUAGES, ORDERS, PARAMETERS, PROFILES, Asking, read
from explorer.referral_cards import Card, Speaking, card, unknown_words
from explorer.referral_outputs import atom_text, csv_text, ics_text, json_data
from explorer.referral_questions import LIST, Question
from explorer.referral_reach import CONTACTS, SHOW, reach
from explorer.referral_speaking import (
    PART,
    fetched,
    forms,
    known_places,
    languages,
    parameters,
    public,
    query_as_asked,
    query_of,
    refused,
    speaking,
)
from store.referral import Condition, wider_days, wider_km
from store.referral_finding import FEW, Answer, Offer, find, find_near
from store.referral_places import Map

Near = dict[Condition, tuple[Offer, ...]]
_CARDS = 60
_ROWS = 200
"""Results of an answer as data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """The answer in words."""

    results: tuple[Card, ...]
    full: tuple[Card, ...]
    standing: tuple[Card, ...]
    near: Mapping[Condition, tuple[Card, ...]]
    unsure: int
    stale: int
    has_more: bool


async def offers_page(asked: Asked, question: Question, form: str) -> Response:
    """The question and its answer."""
    t = asked.words(PART)
    if form == "txt":
        return asked.missing()
    given, twice = parameters(asked, t)
    places = await known_places(asked)
    words = await speaking(asked)
    asking = read(given, question, places, asked.now, t, words.days, twice)
    if asking.problems:
        return refused(asked, asking.problems) if form else await _page(asked, question, asking, places, None)
    words = await speaking(asked, asking.ask.features)
    cards = await _cards(asked, asking, words, _ROWS if form else _CARDS)
    if not form:
        return await (_contacts(asked, question, asking, cards) if asking.contacts_only else _page(asked, question, asking, places, cards))
    return _data(asked, question, asking, cards, words, form)


async def _cards(asked: Asked, asking: Asking, words: Speaking, most: int) -> Cards:
    """What the snapshot answers, as cards."""
    answer, near = await _found(asked, asking, most)
    return Cards(
        results=_made(answer.results, words),
        full=tuple(card(offer, words, _season(answer, offer, asked)) for offer in answer.full),
        standing=_made(answer.standing, words),
        near={condition: _made(offers, words) for condition, offers in near.items()},
        unsure=answer.unsure,
        stale=answer.stale,
        has_more=answer.has_more,
    )


async def _found(asked: Asked, asking: Asking, most: int) -> tuple[Answer, Near]:
    """The answer and its near misses. The same question within a minute, in whatever language, is looked up once."""

    def look(connection: sqlite3.Connection) -> tuple[Answer, Near]:
        ask = asking.ask
        answer = find(connection, ask, most=most, with_unsure=asking.with_unsure, with_stale=asking.with_stale, order=asking.order)
        return answer, Near(find_near(connection, ask, answer)) if len(answer.results) < FEW else Near()

    return await asked.kept(("referral", asking.ask, most, asking.with_unsure, asking.with_stale, asking.order), look)


def _made(offers: Iterable[Offer], words: Speaking) -> tuple[Card, ...]:
    return tuple(card(offer, words) for offer in offers)


def _season(answer: Answer, offer: Offer, asked: Asked) -> tuple[str, date] | None:
    """Where the next season of something full is, and its first day."""
    found = answer.seasons.get(offer.item.id)
    return (
        (asked.about.page_of("events", {"slug": found.slug, "is_series": found.is_series}, asked.language), found.first) if found else None
    )


def sentence(asking: Asking, cards: Cards, question: Question, words: Speaking) -> str:
    """``3 tulosta: 78-vuotias, enintään 5 km: Kerimäen lähikirjasto, maksuton, 23.11.–6.12.2026``."""
    t, n = words.t, len(cards.results)
    count = t("results_more", n=n) if cards.has_more else t.count("results", n)
    told = ", ".join(asking.told)
    return t("sentence", count=count, told=told) if told else f"{count}: {t[f'q_{question.key}']}"


async def _page(asked: Asked, question: Question, asking: Asking, places: Map, cards: Cards | None) -> Response:
    words = await speaking(asked)
    t = words.t
    return await asked.page(
        "referral/offers.html",
        PART,
        status=400 if asking.problems else 200,
        languages=languages(asked, question.slugs),
        question=question,
        title=t[f"q_{question.key}"],
        lead=t[f"q_{question.key}_lead"],
        here=asked.href("referral", question.slugs[asked.language]),
        front=asked.href("referral"),
        list_at=asked.href("referral", LIST[asked.language]),
        today=asked.today.isoformat(),
        asking=asking,
        v=asking.values,
        fields=_fields(places, words, question),
        cards=cards,
        sentence=sentence(asking, cards, question, words) if cards else "",
        unknown=lambda conditions: unknown_words(conditions, t),
        near=list(_near(asked, question, asking, cards)) if cards else [],
        with_unsure=_changed(asked, question, asking, tuntematon="1"),
        with_stale=_changed(asked, question, asking, vanhat="1"),
        contacts_at=_changed(asked, question, asking, **{SHOW: CONTACTS}),
        outputs=list(forms(asked, question, "json", "csv", "atom", "ics")),
        feedback=feedback_of(asked),
        most=_CARDS,
    )


async def _contacts(asked: Asked, question: Question, asking: Asking, cards: Cards) -> Response:
    """The same hits as contacts alone; near misses are none."""
    words = await speaking(asked)
    t = words.t
    shown = [
        ("results", t["results_title"], cards.results),
        ("full", t["full_title"], cards.full),
        ("standing", t["standing_title"], cards.standing),
    ]
    return await asked.page(
        "referral/contacts.html",
        PART,
        languages=languages(asked, question.slugs),
        title=t[f"q_{question.key}"],
        sentence=sentence(asking, cards, question, words),
        front=asked.href("referral"),
        with_cards=_changed(asked, question, asking, **{SHOW: ""}),
        notes=[*asking.notes, *([t("results_cut", n=len(cards.results))] if cards.has_more else [])],
        groups=[(key, heading, [reach(one, words) for one in found]) for key, heading, found in shown if found],
        none=t["none"],
        fetched=fetched(asked, words),
    )


def feedback_of(asked: Asked) -> str:
    """Where an error is told; empty where nobody could take it (a file on a laptop)."""
    return asked.href("feedback") if asked.services is not None else ""


def _fields(places: Map, words: Speaking, question: Question) -> dict[str, Any]:
    """The choices of the form, each a value with its words."""
    t, days = words.t, words.days
    return {
        "areas": [(area.key, ", ".join(part for part in (area.district, area.municipality) if part)) for area in places.areas],
        "places": [(spot.id, days.text(spot.name)) for spot in places.spots if spot.point],
        "km": [(km, t("p_km_value", n=km)) for km in KILOMETRES],
        "days": [(count, t("p_paivia_value", n=count)) for count in DAYS],
        "hours": [(part, t[f"p_aika_{part}"]) for part in HOURS],
        "profiles": [(profile, t[f"profile_{profile}"]) for profile in PROFILES],
        "languages": [(code, t[f"language_{code}"]) for code in LANGUAGES],
        "orders": [(order, t[f"order_{order}"]) for order in ORDERS],
        "day": days.numeric(days.today),
        "is_window_fixed": bool(question.hours_ahead),
    }


def _changed(asked: Asked, question: Question, asking: Asking, **changes: str) -> str:
    """The address of the same question with something else asked."""
    values = {**asking.values, **changes}
    told = {name: values[name] for name in PARAMETERS if values[name] != question.defaults.get(name, "")}
    return asked.href("referral", question.slugs[asked.language]) + query_of(told)


_LOOSER: Mapping[Condition, tuple[str, str]] = {
    "hours": ("aika", ""),
    "price": ("hinta_max", ""),
    "enrolment": ("ilmoittautuminen", ""),
    "access": ("esteettomyys", ""),
    "language": ("kieli", ""),
}


def _near(asked: Asked, question: Question, asking: Asking, cards: Cards) -> Iterator[tuple[Condition, str, tuple[Card, ...]]]:
    """Each condition that could be given up, the address of that search, and what it would find."""
    for condition, found in cards.near.items():
        yield condition, _changed(asked, question, asking, **loosened(asking, condition)), found


def loosened(asking: Asking, condition: Condition) -> dict[str, str]:
    """The one parameter that is asked otherwise, to find what misses by that condition."""
    if condition == "distance":
        km = f"{wider_km(asking.ask.km or 0):g}"
        return {"km": km} if km in KILOMETRES else {"km": "", "paikka": "", "alue": ""}
    if condition == "days":
        return {"paivia": str(wider_days(asking.ask.days or 1))}
    name, value = _LOOSER[condition]
    return {name: value}


def _data(asked: Asked, question: Question, asking: Asking, cards: Cards, words: Speaking, form: str) -> Response:  # noqa: PLR0913, PLR0917 - one answer
    """The answer as JSON, a table, a feed or a calendar."""
    slug = question.slugs[asked.language]
    title, here = words.t[f"q_{question.key}"], public(asked, asked.href("referral", slug) + query_as_asked(asked))
    told = sentence(asking, cards, question, words)
    if form == "json":
        return asked.json(json_data(question.key, title, told, asking, cards, words))
    if form == "csv":
        return asked.text(csv_text(cards.results, words), "text/csv; charset=utf-8", filename=f"{slug}.csv")
    if form == "atom":
        return asked.text(atom_text(cards.results, title, told, here, words), "application/atom+xml; charset=utf-8")
    last = asking.ask.last if asking.ask.days else asked.today + timedelta(days=90)
    name = f"{asked.about.region}: {title}"
    return asked.text(ics_text(cards.results, name, last, public(asked, ""), words), "text/calendar; charset=utf-8", filename=f"{slug}.ics")
