"""How parishes publish on their pages: a list whose dates have no year, and a table whose rows have no month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby

from examples.norppala.entry import Entry, as_datetime, each
from examples.norppala.publisher import Publisher
from examples.norppala.words import MONTHS, hours, slug, weekday_and_day

from .pages import page

_ON_A_PAGE = 20


def write_list(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """The event search of the parishes' platform: twenty items a page, each with its date in its address and nowhere else a year."""
    dates = sorted((one for entry in entries for one in each(entry)), key=lambda one: (as_datetime(one.start), one.name))
    pages = [dates[first : first + _ON_A_PAGE] for first in range(0, len(dates), _ON_A_PAGE)]
    return {
        f"s08/page-{number}.html": page(publisher.title, "Tapahtumat", _list(publisher, items, number, len(pages)))
        for number, items in enumerate(pages, start=1)
    }


def _list(publisher: Publisher, items: Sequence[Entry], number: int, last: int) -> str:
    """One page of the search."""
    following = f'<a class="next" rel="next" href="?page={number + 1}">Seuraava</a>' if number < last else ""
    return (
        f'<div class="event-search-listview">\n{"".join(_item(publisher, item) for item in items)}</div>\n'
        f'<nav class="pagination"><span>Sivu {number}/{last}</span> {following}</nav>'
    )


def _item(publisher: Publisher, entry: Entry) -> str:
    """One item: date and time apart, and all of it once more in the metadata."""
    start = as_datetime(entry.start)
    date, time = weekday_and_day(start), f"klo {hours(start, entry.end)}"
    place = escape(publisher.place(entry))
    return (
        f'<a class="event-search-listview-item" href="{publisher.site}/tapahtumat/{start:%Y-%m-%d}/{slug(entry.name)}">\n'
        f'<div class="event-item-datetime"><span class="event-date">{date}</span> <span class="event-time">{time}</span></div>\n'
        f'<div class="event-item-header">{escape(entry.name)}</div>\n'
        f'<div class="event-item-description">{escape(entry.description)}</div>\n'
        f'<div class="event-item-metadata">{date} {time} {place}</div>\n</a>\n'
    )


def write_table(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """The services of a winter under headings of months; the year stands in the heading above them and nowhere else."""
    ordered = sorted(entries, key=lambda entry: as_datetime(entry.start))
    months = "".join(_month(publisher, month, list(group)) for month, group in groupby(ordered, key=lambda entry: entry.start.month))
    intro = "<p>Palvelukset toimitetaan vaihtuvissa paikoissa. Tervetuloa!</p>\n"
    return {"s10.html": page(publisher.title, "Jumalanpalvelukset talvella 2026–2027", f"{intro}{months}")}


def _month(publisher: Publisher, month: int, entries: Sequence[Entry]) -> str:
    """``Joulukuu`` and its rows: ``5. klo 18``."""
    rows = "".join(
        f"<tr><td>{entry.start.day}. klo {hours(as_datetime(entry.start), entry.end)}</td>"
        f"<td>{escape(entry.name)}</td><td>{escape(publisher.place(entry))}</td></tr>\n"
        for entry in entries
    )
    return f'<h2>{MONTHS[month - 1].capitalize()}</h2>\n<table class="palvelukset">\n{rows}</table>\n'
