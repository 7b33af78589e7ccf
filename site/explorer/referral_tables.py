"""The tables that answer those who coordinate: each row for a page, and the same as data."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from explorer.guard import harmless
from explorer.referral_cards import Line, Speaking, where
from store.referral_items import Item
from store.referral_reviews import News, Overlapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of one of the questions."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    count: str
    none: str
    keys: tuple[str, ...]
    """Names of the columns as data."""
    data: tuple[Mapping[str, Any], ...]
    items: tuple[Item, ...] = ()
    """What it is about, for feeds and calendars."""


def table_csv(table: Table) -> str:
    """The table's data; no cell is a formula to a spreadsheet."""
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(table.keys)
    rows.writerows([harmless("" if row[key] is None else str(row[key])) for key in table.keys] for row in table.data)
    return out.getvalue()


def news_table(found: Sequence[tuple[News, Item]], lead: str, words: Speaking) -> Table:
    """What came, changed or went."""
    t = words.t
    return Table(
        caption=lead,
        headings=(t["news_day"], t["news_what"], t["stale_item"], t["news_next"]),
        rows=tuple(
            (_day(one.at, words), Line(text=t[f"news_{one.change}"]), _named(item, words), _next(item, words)) for one, item in found
        ),
        count=t.count("results", len(found)),
        none=t["news_none"],
        keys=("at", "change", "id", "name", "url"),
        data=tuple({"at": _instant(one.at), "change": one.change, **_who(item, words)} for one, item in found),
        items=tuple(item for one, item in found if one.change != "gone"),
    )


def stale_table(found: Sequence[tuple[datetime | None, Item]], least: int, words: Speaking) -> Table:
    """What has not been shown for long."""
    t, days = words.t, words.days
    never = Line(text=t["stale_never"])
    return Table(
        caption=t("stale_caption", n=least),
        headings=(t["stale_checked"], t["stale_item"], t["stale_source"], t["stale_next"]),
        rows=tuple(
            (_day(seen, words) if seen else never, _named(item, words), Line(text=days.text(item.organizer)), _next(item, words))
            for seen, item in found
        ),
        count=t.count("stale_count", len(found)),
        none=t["stale_none"],
        keys=("checked", "id", "name", "organizer", "url"),
        data=tuple(
            {"checked": _instant(seen) if seen else None, **_who(item, words), "organizer": days.text(item.organizer)}
            for seen, item in found
        ),
        items=tuple(item for _, item in found),
    )


def overlaps_table(found: Sequence[tuple[Overlapping, Item, Item]], words: Speaking) -> Table:
    """What competes."""
    t, days = words.t, words.days
    return Table(
        caption=t["overlaps_caption"],
        headings=(t["overlaps_day"], t["overlaps_kind"], t["overlaps_first"], t["overlaps_second"], t["overlaps_minutes"]),
        rows=tuple(
            (
                Line(text=days.short(one.day)),
                Line(text=_how(one, words)),
                _named(first, words),
                _named(second, words),
                Line(text=t.count("overlaps_minutes_value", one.minutes)),
            )
            for one, first, second in found
        ),
        count=t.count("overlaps_count", len(found)),
        none=t["overlaps_none"],
        keys=("day", "kind", "event_a", "name_a", "event_b", "name_b", "minutes", "is_maybe_same", "is_end_assumed"),
        data=tuple(_pair(one, first, second, words) for one, first, second in found),
        items=tuple({item.id: item for _, first, second in found for item in (first, second)}.values()),
    )


def gaps_table(gaps: Iterable[Mapping[str, Any]], days: int, words: Speaking) -> Table:
    """Where there is nothing; the page shows it as a matrix of its own."""
    data = tuple(gaps)
    return Table(
        caption=words.t("gaps_caption", n=days),
        headings=(),
        rows=(),
        count=words.t.count("gaps_count", len(data)),
        none=words.t["gaps_empty"],
        keys=("audience", "district", "municipality_code", "weekday"),
        data=data,
    )


def _pair(one: Overlapping, first: Item, second: Item, words: Speaking) -> dict[str, Any]:
    return {
        "day": one.day.isoformat(),
        "kind": one.kind,
        "event_a": first.id,
        "name_a": words.days.text(first.name),
        "event_b": second.id,
        "name_b": words.days.text(second.name),
        "minutes": one.minutes,
        "is_maybe_same": one.is_maybe_same,
        "is_end_assumed": one.is_end_assumed,
    }


def _how(one: Overlapping, words: Speaking) -> str:
    notes = [(one.is_maybe_same, "overlap_maybe_same"), (one.is_end_assumed, "overlap_end_assumed")]
    return ". ".join([words.t[f"overlap_{one.kind}"], *(words.t[key] for is_so, key in notes if is_so)])


def _who(item: Item, words: Speaking) -> dict[str, Any]:
    return {"id": item.id, "name": words.days.text(item.name), "url": words.href(item)}


def _instant(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _day(moment: datetime, words: Speaking) -> Line:
    return Line(text=words.days.short(words.days.local(moment).date()))


def _named(item: Item, words: Speaking) -> Line:
    """The event with its place, leading to its page."""
    name, place = words.days.said(item.name), where(item, words.days).text
    return Line(text=f"{name.text}, {place}" if place else name.text, href=words.href(item), language=name.language)


def _next(item: Item, words: Speaking) -> Line:
    """Its next date that is held; a dash for what is held no more."""
    held = [when for when in item.dates if when.status not in {"EventCancelled", "EventPostponed"}]
    if item.withdrawn_at is not None or item.status == "EventCancelled":
        return Line(text="–")
    return Line(text=words.days.one(held[0]) if held else words.t["no_dates"], is_unknown=not held)
