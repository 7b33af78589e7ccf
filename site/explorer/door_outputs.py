"""What the door gives out besides its pages: the feed of events entered one by one, a poster, the style of the site's cards."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby

from datasette import Response
from markupsafe import Markup

from explorer.door_addresses import everywhere, to
from explorer.door_forms import PART
from explorer.door_private import private
from explorer.door_start import both
from explorer.page import Asked
from store.desk_own_events import own_events
from store.desk_source_facts import poster_rows, source_facts
from store.desk_submissions import submission

_DAYS = timedelta(days=41)
_MOST_ROWS, _FEW_ROWS = 34, 11
"""Rows that one A4 holds at 12 points in two columns; so few that it holds them in large print."""


async def style(asked: Asked) -> Response:
    """The style sheet of the site's cards."""
    _, door = both(asked)
    return asked.text(await asked.in_thread(door.style), "text/css; charset=utf-8")


async def own_feed(asked: Asked) -> Response:
    """The events of an approved submitter without a calendar, as a calendar that anybody may subscribe to."""
    services, door = both(asked)
    identifier = asked.parts["id"]

    def made() -> str | None:
        with services.desk.read() as connection:
            found = submission(connection, identifier)
            if found is None or found.kind != "events" or found.state != "approved":
                return None
            return door.calendar(found.publishing.organizer, own_events(connection, identifier), found.language).decode()

    text = await asked.in_thread(made)
    return asked.text(text, "text/calendar; charset=utf-8") if text is not None else asked.missing()


async def poster(asked: Asked) -> Response:
    """One A4 with what the submitter's own source tells of the next six weeks."""
    found = await private(asked)
    source = found.submission.source_id if found else ""
    if found is None or not source:
        return asked.missing()
    facts = await asked.read(lambda connection: source_facts(connection, source, asked.language, asked.now, asked.today))
    if facts is None:
        return asked.missing()
    rows = await asked.read(lambda connection: poster_rows(connection, source, asked.language, asked.today, asked.today + _DAYS))
    pages = found.door.own_pages(facts.organizer_slug, asked.language)
    code = Markup(found.door.code(pages.page)) if pages.page else Markup()  # noqa: S704 - made by our own encoder
    return await asked.page(
        *("door/poster.html", PART),
        private=True,
        organizer=found.submission.publishing.organizer,
        days=[(day, list(members)) for day, members in groupby(rows[:_MOST_ROWS], key=lambda row: row.day)],
        rest=max(0, len(rows) - _MOST_ROWS),
        is_large=len(rows) <= _FEW_ROWS,
        page=pages.page,
        code=code,
        back=to(asked, *found.where),
        languages=everywhere(asked, *found.where, "poster"),
    )
