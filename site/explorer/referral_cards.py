"""The card of one offer: nine labelled rows, each with what is known, or saying that it is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from explorer.referral_contacts import contacts
from explorer.referral_dates import DateWords, Rhythm, Said, rhythm
from explorer.referral_terms import cost_lines, enrolment_lines, feature_lines, features_known, whom_lines
from explorer.texts import PartWords
from normalize.links import web_address
from store.referral import Condition, Hit
from store.referral_finding import Offer
from store.referral_items import Item
from store.referral_rides import ride_in

WARNED_AFTER = timedelta(days=30)
"""What no source has shown for longer is shown with a warning."""
_OTHERS_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a row."""

    text: str
    href: str = ""
    language: str = ""
    """Where it is not the page's."""
    is_unknown: bool = False
    """Nobody told: said so in words."""
    kind: str = ""
    """``own-page`` for what is of no use on paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One labelled row."""

    key: str
    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An offer as a page, a list and a feed show it."""

    item: Item
    hit: Hit
    others: tuple[tuple[Item, Hit], ...]
    name: Said
    href: str
    """Its page on the site; empty where the explorer knows none."""
    marks: tuple[tuple[str, str], ...]
    """Kind and word, before the name: full, queue, opens, moved, warns."""
    rhythm: Rhythm
    summary: str
    """``ke 25.11. klo 13.00 (joka ke)``: when it is next."""
    distance: str
    rows: tuple[Row, ...]
    place: Said
    freshness: str
    is_warned: bool
    phones: tuple[str, ...]
    season: str = ""
    """Of a full one: when the next season begins, or that it is not known."""
    season_href: str = ""

    def row(self, key: str) -> Row:
        """The row of that key."""
        return next(row for row in self.rows if row.key == key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """In which words cards are made, and what they link to."""

    t: PartWords
    days: DateWords
    now: datetime
    audiences: Mapping[str, str]
    """Code of the vocabulary -> its name in the page's language."""
    page_of: Callable[[str, Mapping[str, Any], str], str]
    features: tuple[str, ...] = ()
    """The ones asked for: always said."""
    is_on_paper: bool = False
    """It will be read another day: nothing is told of "today"."""

    def href(self, item: Item) -> str:
        """The event's page on the site."""
        return self.page_of("events", {"slug": item.slug, "is_series": item.is_series}, self.days.language)


def card(offer: Offer, speaking: Speaking, season: tuple[str, date] | None = None) -> Card:
    """The card."""
    item, t, days = offer.item, speaking.t, speaking.days
    when = rhythm(item, days)
    freshness, is_warned = checked(item, speaking)
    reached = contacts(item)
    place = where(item, days)
    later = _season(item, season, speaking)
    return Card(
        item=item,
        hit=offer.hit,
        others=offer.others,
        name=days.said(item.name),
        href=speaking.href(item),
        marks=tuple(_marks(item, when, speaking, is_warned=is_warned)),
        rhythm=when,
        summary=_summary(offer, when, days),
        distance=kilometres(offer.hit.km, t, days),
        rows=tuple(_rows(offer, when, freshness, speaking)),
        place=place,
        freshness=freshness,
        is_warned=is_warned,
        phones=reached.phones,
        season=later[0],
        season_href=later[1],
    )


def _rows(offer: Offer, when: Rhythm, freshness: str, speaking: Speaking) -> list[Row]:
    item, t = offer.item, speaking.t
    rows: list[tuple[str, Sequence[Line]]] = [
        ("whom", _told(whom_lines(item, speaking.audiences, speaking.days), t)),
        ("cost", _told(cost_lines(item, t, speaking.days), t)),
        ("when", [*_when(item, when, speaking), *_elsewhere(offer, speaking)]),
        ("where", _where(offer, speaking)),
        ("access", _access(item, speaking)),
        ("ride", [_ride(item, t)]),
        ("join", _join(item, speaking)),
        ("contact", _contact(item, speaking)),
        ("checked", [Line(text=freshness)]),
    ]
    return [Row(key=key, label=t[f"row_{key}"], lines=tuple(lines)) for key, lines in rows]


def _told(texts: Sequence[str], t: PartWords) -> list[Line]:
    """The lines, or one that says that nobody told."""
    return [Line(text=text) for text in texts] or [Line(text=t["unknown_ask"], is_unknown=True)]


def _marks(item: Item, when: Rhythm, speaking: Speaking, *, is_warned: bool) -> list[tuple[str, str]]:
    """Words before the name."""
    marks = [("full", speaking.t[f"mark_{item.state}"])] if item.state in {"full", "closed"} else []
    if item.state == "queue":
        marks.append(("changed", speaking.t["mark_queue"]))
    if any(one.status == "EventRescheduled" for one in when.next[:1]):
        marks.append(("changed", speaking.t["mark_moved"]))
    if is_warned:
        marks.append(("warn", speaking.t["mark_unchecked"]))
    return marks


def _summary(offer: Offer, when: Rhythm, days: DateWords) -> str:
    """Its first fitting date and its rhythm in short."""
    first = next((one for one in offer.item.dates if one.start == offer.hit.start), when.next[0] if when.next else None)
    if first is None:
        return days.t["no_dates"]
    usual = when.usual.removesuffix(when.hours).strip()
    return days.t("summary_form", when=days.one(first), usual=usual) if usual else days.one(first)


def _when(item: Item, when: Rhythm, speaking: Speaking) -> list[Line]:
    """The rhythm, the next dates, and the days that are left out."""
    t, days = speaking.t, speaking.days
    if not when.next:
        return [Line(text=t["no_dates"], is_unknown=True)]
    dates = [days.brief(one.day) if when.usual else days.one(one) for one in when.next]
    lines = [when.usual] if when.usual else []
    lines.append(t("next_dates", dates=", ".join(dates)) if len(item.dates) > 1 else dates[0])
    if when.left_out:
        lines.append(t("left_out", days=", ".join(days.brief(day) for day in when.left_out)))
    return [Line(text=text) for text in lines]


def _elsewhere(offer: Offer, speaking: Speaking) -> list[Line]:
    """The other places and days of the same service, the nearest first."""
    t, days = speaking.t, speaking.days
    lines = []
    for item, hit in sorted(offer.others, key=lambda pair: (pair[1].km is None, pair[1].km or 0.0))[:_OTHERS_SHOWN]:
        place, first = where(item, days).text, next(iter(rhythm(item, days).next), None)
        same = item.place_id == offer.item.place_id
        parts = ["" if same else place, days.one(first) if first else "", kilometres(hit.km, t, days) if not same else ""]
        lines.append(Line(text=t("also", what=", ".join(part for part in parts if part)), href=speaking.href(item)))
    if len(offer.others) > _OTHERS_SHOWN:
        lines.append(Line(text=t.count("also_more", len(offer.others) - _OTHERS_SHOWN)))
    return lines


def where(item: Item, days: DateWords) -> Said:
    """The place's name, or the publisher's words."""
    return days.said(item.place) if item.place else Said(item.place_text)


def kilometres(km: float | None, t: PartWords, days: DateWords) -> str:
    """``3,2 km``; empty where it was not asked or is not known."""
    return t("kilometres", km=f"{km:.1f}".replace(".", days.t["decimal_point"])) if km is not None else ""


def _where(offer: Offer, speaking: Speaking) -> list[Line]:
    item, t, days = offer.item, speaking.t, speaking.days
    if item.details.attendance_mode == "online":
        return [Line(text=t["online"])]
    place = where(item, days)
    rest = ", ".join(dict.fromkeys(part for part in (item.address, item.district, item.municipality) if part))
    if not place.text and not rest:
        return [Line(text=t["unknown_ask"], is_unknown=True)]
    lines = [Line(text=place.text, language=place.language)] if place.text else []
    distance = kilometres(offer.hit.km, t, days)
    lines += [Line(text=part) for part in (", ".join(part for part in (rest, distance) if part),) if part]
    if item.details.attendance_mode == "mixed":
        lines.append(Line(text=t["online_too"]))
    return lines


def _access(item: Item, speaking: Speaking) -> list[Line]:
    """Each feature with yes, no or unknown."""
    t, days = speaking.t, speaking.days
    if item.details.attendance_mode == "online":
        return [Line(text=t["access_online"])]
    known = features_known(item)
    lines = [Line(text=text, is_unknown=is_unknown) for text, is_unknown in feature_lines(known, speaking.features, t)]
    lines += [Line(text=text) for text in item.details.accessibility_text]
    if item.assured_by and item.assured_date:
        lines.append(Line(text=t("assured", by=item.assured_by, day=days.numeric(item.assured_date))))
    return lines


def _ride(item: Item, t: PartWords) -> Line:
    """The publisher's own sentence about a ride."""
    ride = ride_in(item.description)
    return Line(text=t("quoted", text=ride.text)) if ride else Line(text=t["unknown"], is_unknown=True)


def _join(item: Item, speaking: Speaking) -> list[Line]:
    lines = [Line(text=text, href=href) for text, href in enrolment_lines(item, speaking.t, speaking.days, speaking.now)]
    lines += [Line(text=speaking.t["join_online"], href=address) for url in item.conference if (address := web_address(url))]
    return lines or [Line(text=speaking.t["unknown_ask"], is_unknown=True)]


def _contact(item: Item, speaking: Speaking) -> list[Line]:
    """Role contacts as the snapshot has them: the organizer, its numbers and addresses in the text, its pages."""
    t, reached = speaking.t, contacts(item)
    organizer = speaking.days.said(item.details.credited or item.organizer)
    lines = [Line(text=organizer.text, href=web_address(item.organizer_url) or "", language=organizer.language)] if organizer.text else []
    lines += [Line(text=t("phone", number=number), href=f"tel:{number.replace(' ', '')}") for number in reached.phones]
    lines += [Line(text=address, href=f"mailto:{address}") for address in reached.emails]
    if page := web_address(item.url):
        lines.append(Line(text=t["own_page"], href=page, kind="own-page"))
    return lines or [Line(text=t["unknown"], is_unknown=True)]


def checked(item: Item, speaking: Speaking) -> tuple[str, bool]:
    """When its source had it last, in words, and whether that is so long ago that people must be warned."""
    t, days = speaking.t, speaking.days
    if item.checked is None:
        return t["never_checked"], True
    day = days.local(item.checked).date()
    if speaking.now - item.checked > WARNED_AFTER:
        return t("unchecked_for", n=(days.today - day).days, day=days.numeric(day)), True
    is_today = day == days.today and not speaking.is_on_paper
    return (t("checked_today", day=days.brief(day)) if is_today else t("checked_on", day=days.numeric(day))), False


def _season(item: Item, season: tuple[str, date] | None, speaking: Speaking) -> tuple[str, str]:
    """Of something full: its next season, or that none is known yet."""
    if not item.is_shut:
        return "", ""
    if season is None:
        return speaking.t["season_unknown"], ""
    return speaking.t("season", day=speaking.days.short(season[1])), season[0]


def unknown_words(conditions: Sequence[Condition], t: PartWords) -> str:
    """What is not told of an offer, in words."""
    return ", ".join(t[f"condition_{name}"] for name in conditions)
