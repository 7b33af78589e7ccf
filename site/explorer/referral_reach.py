"""Whom to call about an offer: what remains of a card where only contacts are asked (``nayta=yhteystiedot``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from explorer.referral_cards import Card, Line, Speaking
from explorer.referral_contacts import contacts
from explorer.referral_dates import DateWords
from normalize.links import web_address
from normalize.model import OpeningHours

SHOW, CONTACTS = "nayta", "yhteystiedot"
"""The parameter and its one value: the same hits as contacts alone."""
_MOST_HOURS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How to reach those who hold it, and how to join."""

    card: Card
    organizer: Line | None
    phones: tuple[Line, ...]
    emails: tuple[Line, ...]
    hours: tuple[str, ...]
    """When the doors are open, where that is told."""
    join: tuple[Line, ...]
    page: Line | None

    @property
    def is_silent(self) -> bool:
        """Nobody told a number or an address."""
        return not (self.phones or self.emails)


def reach(card: Card, speaking: Speaking) -> Reach:
    """The contacts of a card."""
    item, t = card.item, speaking.t
    found = contacts(item)
    organizer = speaking.days.said(item.details.credited or item.organizer)
    page = web_address(item.url)
    return Reach(
        card=card,
        organizer=Line(text=organizer.text, href=web_address(item.organizer_url) or "", language=organizer.language)
        if organizer.text
        else None,
        phones=tuple(Line(text=number, href=f"tel:{number.replace(' ', '')}") for number in found.phones),
        emails=tuple(Line(text=address, href=f"mailto:{address}") for address in found.emails),
        hours=tuple(open_hours(item.details.opening_hours, speaking.days))[:_MOST_HOURS],
        join=card.row("join").lines,
        page=Line(text=t["own_page"], href=page, kind="own-page") if page else None,
    )


def open_hours(hours: Sequence[OpeningHours], days: DateWords) -> Iterator[str]:
    """``ma 10.00–14.00``; those of weekdays that hold today or later, then the coming single days."""
    weekly = [one for one in hours if one.day is None and one.weekday and not _is_past(one.valid_through, days.today)]
    dated = [one for one in hours if one.day is not None and one.day >= days.today]
    for one in (
        *sorted(weekly, key=lambda one: (one.weekday or 0, one.opens)),
        *sorted(dated, key=lambda one: (one.day or days.today, one.opens)),
    ):
        yield _span(one, days)


def _is_past(last: date | None, today: date) -> bool:
    return last is not None and last < today


def _span(one: OpeningHours, days: DateWords) -> str:
    """One line; a day without hours is closed."""
    when = days.short(one.day) if one.day else days.t["weekdays_short"].split()[(one.weekday or 1) - 1]
    hours = "–".join(_clock(text, days) for text in (one.opens, one.closes) if text) or days.t["reach_closed"]
    return f"{when} {hours}" + (f" ({one.note})" if one.note else "")


def _clock(text: str, days: DateWords) -> str:
    hour, _, minute = text.partition(":")
    return days.t("clock_form", h=int(hour), m=int(minute or 0))
