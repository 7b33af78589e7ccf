"""How a space booking system shows who has which hour of a hall: a week a page, a column a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from html import escape

from examples.norppala.entry import Entry, as_datetime, each
from examples.norppala.publisher import Publisher
from examples.norppala.words import weekday_and_day

from .pages import page

_FIRST_MONDAY = date(2026, 11, 23)
_WEEKS = 6
_QUARTERS = 4


def write(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """Six weeks, each with a link to the next one."""
    dates = [one for entry in entries for one in each(entry)]
    mondays = [_FIRST_MONDAY + timedelta(weeks=number) for number in range(_WEEKS)]
    return {f"s18/{_week(monday)}.html": page(publisher.title, _title(monday), _grid(publisher, monday, dates)) for monday in mondays}


def _week(monday: date) -> str:
    year, week, _ = monday.isocalendar()
    return f"{year}-{week:02}"


def _title(monday: date) -> str:
    sunday = monday + timedelta(days=6)
    return f"Salivuorot viikolla {monday.isocalendar().week}, {monday:%d.%m.}–{sunday:%d.%m.%Y}"


def _grid(publisher: Publisher, monday: date, dates: Sequence[Entry]) -> str:
    """The week's columns; an hour that nobody has is an empty cell, which is no element at all."""
    columns = "".join(_column(publisher, monday + timedelta(days=number), dates) for number in range(7))
    following = monday + timedelta(weeks=1)
    link = (
        f'<a rel="next" href="?viikko={_week(following)}">Seuraava viikko</a>'
        if following < _FIRST_MONDAY + timedelta(weeks=_WEEKS)
        else ""
    )
    is_empty = "booking" not in columns
    note = "<p>Ei varauksia tällä viikolla.</p>\n" if is_empty else ""
    return f'<div class="grid">\n{columns}</div>\n{note}<nav>{link}</nav>'


def _column(publisher: Publisher, day: date, dates: Sequence[Entry]) -> str:
    """One day: its date as a heading, then its bookings from top to bottom."""
    own = sorted((one for one in dates if as_datetime(one.start).date() == day), key=lambda one: as_datetime(one.start))
    cells = "".join(_booking(publisher, one) for one in own)
    return f'<section class="day">\n<h2><time datetime="{day}">{weekday_and_day(day)}</time></h2>\n{cells}</section>\n'


def _booking(publisher: Publisher, entry: Entry) -> str:
    """A cell as high as the booking is long: hours, hall, who has it."""
    start, end = as_datetime(entry.start), as_datetime(entry.end or entry.start)
    rows = [moment.hour * _QUARTERS + moment.minute // 15 for moment in (start, end)]
    return (
        f'<div class="booking" style="grid-row: {rows[0]} / {rows[1]}"><span class="time">{start:%H.%M}–{end:%H.%M}</span> '
        f'<span class="space">{escape(publisher.place(entry))}</span> <span class="group">{escape(entry.name)}</span></div>\n'
    )
