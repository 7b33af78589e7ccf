"""The answer to a question as JSON, a table, a feed or a calendar."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

import icalendar

from explorer.guard import harmless
from explorer.referral_asking import Asking
from explorer.referral_cards import Card, Speaking
from explorer.referral_terms import ALWAYS_SAID, features_known
from normalize.links import web_address
from store.referral import Hit
from store.referral_items import Item, When

if TYPE_CHECKING:
    from explorer.referral_offers import Cards

_COLUMNS = ("id", "name", "whom", "cost", "when", "where", "access", "ride", "join", "contact", "checked")
_NEVER = "1970-01-01T00:00:00+00:00"
_HELD = frozenset({"EventScheduled", "EventRescheduled", "EventMovedOnline"})


def json_data(key: str, title: str, told: str, asking: Asking, cards: Cards, words: Speaking) -> dict[str, Any]:  # noqa: PLR0913, PLR0917 - one answer
    """The whole answer. What nobody told is null."""
    return {
        "ok": True,
        "question": key,
        "title": title,
        "asked": told,
        "parameters": {name: value for name, value in asking.values.items() if value},
        "notes": list(asking.notes),
        "results": [card_data(one, words) for one in cards.results],
        "has_more": cards.has_more,
        "full": [{**card_data(one, words), "season": one.season} for one in cards.full],
        "standing": [card_data(one, words) for one in cards.standing],
        "near": [{"loosened": name, "results": [card_data(one, words) for one in found]} for name, found in cards.near.items()],
        "unknown": cards.unsure,
        "stale": cards.stale,
    }


def card_data(card: Card, words: Speaking) -> dict[str, Any]:
    """One offer."""
    item, details = card.item, card.item.details
    registration = details.registration
    known = features_known(item)
    return {
        "id": item.id,
        "name": card.name.text,
        "names": dict(item.name),
        "kind": item.kind,
        "url": card.href,
        "eligibility": {
            "audience": list(details.audience),
            "minimum_age": details.minimum_age,
            "maximum_age": details.maximum_age,
            "text": _text(card, "whom"),
        },
        "cost": {"is_free": details.is_accessible_for_free, "text": _text(card, "cost")},
        "next": [one.start.isoformat().replace("+00:00", "Z") for one in card.rhythm.next],
        "not_on": [day.isoformat() for day in card.rhythm.left_out],
        "when": _text(card, "when"),
        "place": {
            "id": item.place_id or None,
            "name": card.place.text,
            "address": item.address,
            "district": item.district,
            "latitude": item.latitude,
            "longitude": item.longitude,
        },
        "distance_km": _rounded(card.hit),
        "accessibility": {code: known.get(code) for code in dict.fromkeys((*words.features, *ALWAYS_SAID, *known))},
        "ride": None if card.row("ride").lines[0].is_unknown else card.row("ride").lines[0].text,
        "enrolment": {
            "required": registration.required if registration else None,
            "state": item.state or None,
            "url": web_address(registration.url) if registration and registration.url else None,
            "remaining": item.remaining,
            "text": _text(card, "join"),
        },
        "contact": {
            "organizer": words.days.text(item.details.credited or item.organizer),
            "url": item.url or item.organizer_url or None,
            "phones": list(card.phones),
        },
        "checked": item.checked.isoformat().replace("+00:00", "Z") if item.checked else None,
        "is_warned": card.is_warned,
        "not_known": list(card.hit.unknown),
        "also": [{"id": other.id, "place_id": other.place_id or None, "distance_km": _rounded(hit)} for other, hit in card.others],
    }


def _rounded(hit: Hit) -> float | None:
    return None if hit.km is None else round(hit.km, 1)


def _text(card: Card, key: str) -> str:
    """A row as one text."""
    return "; ".join(line.text for line in card.row(key).lines)


def csv_text(cards: Iterable[Card], words: Speaking) -> str:
    """A table with one row a result; no cell is a formula to a spreadsheet."""
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(["id", words.t["stale_item"], *(words.t[f"row_{key}"] for key in _COLUMNS[2:]), "url"])
    for card in cards:
        cells = [card.item.id, card.name.text, *(_text(card, key) for key in _COLUMNS[2:]), card.href]
        rows.writerow([harmless(cell) for cell in cells])
    return out.getvalue()


def atom_text(cards: Sequence[Card], title: str, told: str, here: str, words: Speaking) -> str:
    """A feed (RFC 4287) of what the question finds, the last changed first; an entry is new when its event comes or changes."""
    ordered = sorted(cards, key=lambda card: (-card.item.last_changed.timestamp(), card.item.id))
    updated = ordered[0].item.last_changed.isoformat() if ordered else _NEVER
    head = [
        _tag("id", here),
        _tag("title", f"{title} – {told}"),
        _tag("updated", updated),
        f"<link rel={quoteattr('alternate')} type={quoteattr('text/html')} href={quoteattr(here)}/>",
        "<author><name>Kooste</name></author>",
    ]
    entries = [_entry(card, here) for card in ordered]
    body = "\n".join([*head, *entries])
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" '
        f"xml:lang={quoteattr(words.days.language)}>\n{body}\n</feed>\n"
    )


def _tag(name: str, text: str, attributes: str = "") -> str:
    return f"<{name}{attributes}>{escape(text)}</{name}>"


def _entry(card: Card, here: str) -> str:
    host = urlsplit(here).netloc
    lines = [f"{row.label}: {_text(card, row.key)}" for row in card.rows]
    href = card.href if card.href.startswith("http") else f"{urlsplit(here).scheme}://{host}{card.href}" if card.href else here
    return "\n".join(
        [
            "<entry>",
            _tag("id", f"tag:{host},2026:event/{card.item.id}"),
            _tag("title", f"{card.name.text}, {card.summary}"),
            _tag("updated", card.item.last_changed.isoformat()),
            f"<link rel={quoteattr('alternate')} href={quoteattr(href)}/>",
            _tag("content", "\n".join(lines), f" type={quoteattr('text')}"),
            "</entry>",
        ]
    )


def ics_text(cards: Iterable[Card], name: str, last: date, public: str, words: Speaking) -> str:
    """A calendar (RFC 5545) of the dates of every result up to the last day."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Kooste//referral//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for card in cards:
        for item in (card.item, *(other for other, _ in card.others)):
            for when in _dates(item, last):
                calendar.add_component(_event(item, when, card, public, words))
    calendar.add_missing_timezones()
    return str(calendar.to_ical().decode())


def _dates(item: Item, last: date) -> Iterator[When]:
    yield from (when for when in item.dates if when.day <= last and when.status in _HELD)


def _event(item: Item, when: When, card: Card, public: str, words: Speaking) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{when.id}@{urlsplit(public).hostname or 'kooste'}")
    event.add("dtstamp", item.last_changed)
    event.add("summary", words.days.text(item.name))
    event.add("dtstart", when.local_start)
    if when.local_end is not None:
        event.add("dtend", when.local_end)
    place = words.days.text(item.place) or item.place_text
    event.add("location", ", ".join(part for part in (place, item.address) if part))
    event.add(
        "description", "\n".join(f"{row.label}: {_text(card, row.key)}" for row in card.rows if row.key in {"cost", "join", "access"})
    )
    if address := web_address(item.url):
        event.add("url", address)
    return event
