"""The log of the desk: every act, who did it as what, when, and what came of it; as a page and as CSV."""

from __future__ import annotations

import csv
import io
from datetime import datetime, time, timedelta
from typing import Any

from datasette import Response

from explorer.desk_frame import SECTIONS, desk_page_at, services, show
from explorer.page import Asked
from store.desk_acts import Act, Wanted, acts, said_in_log

PER_PAGE = 50
MOST_CSV = 20_000
_FIELDS = ("id", "at", "by", "kind", "subject", "about", "state", "message", "done_at", "shown_at")
_STATES = ("waiting", "done", "failed")


async def log(asked: Asked) -> Response:
    """The newest acts first, filtered."""
    wanted, before = _wanted(asked), asked.query.get("before") or ""

    def read() -> tuple[list[Act], tuple[list[str], list[str]]]:
        with services(asked).desk.read() as connection:
            last = int(before) if before.isascii() and before.isdigit() and len(before) < 10 else None  # noqa: PLR2004 - digits
            return acts(connection, wanted, limit=PER_PAGE + 1, before=last), said_in_log(connection)

    found, (roles, kinds) = await asked.in_thread(read)
    told: dict[str, Any] = {name: asked.query.get(name) or "" for name in ("kind", "by", "state", "since", "until")}
    further = found[PER_PAGE - 1].id if len(found) > PER_PAGE else None
    return await show(asked, "log", "log", acts=found[:PER_PAGE], roles=roles, kinds=kinds, states=_STATES, told=told, further=further)


def _wanted(asked: Asked) -> Wanted:
    """The filter of the address; a day that is none is left out."""
    since, until = _day(asked, "since"), _day(asked, "until")
    return Wanted(
        kind=asked.query.get("kind") or "",
        by=asked.query.get("by") or "",
        state=asked.query.get("state") or "",
        since=since,
        until=until + timedelta(days=1) if until else None,
    )


def _day(asked: Asked, name: str) -> datetime | None:
    """The beginning of a day on the region's clock."""
    try:
        found = datetime.fromisoformat(asked.query.get(name) or "")
    except ValueError:
        return None
    return datetime.combine(found.date(), time.min, asked.now.tzinfo)


async def as_csv(asked: Asked) -> Response:
    """The same as a file, without pages."""
    wanted = _wanted(asked)

    def read() -> list[Act]:
        with services(asked).desk.read() as connection:
            return acts(connection, wanted, limit=MOST_CSV)

    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_FIELDS)
    for act in await asked.in_thread(read):
        moments = [f"{moment:%Y-%m-%dT%H:%M:%SZ}" if moment else "" for moment in (act.at, act.done_at, act.shown_at)]
        about = " / ".join(map(str, act.payload.get("names", ())))
        writer.writerow((act.id, moments[0], act.by, act.kind, act.subject, about, act.state, act.message, *moments[1:]))
    return asked.text(out.getvalue(), "text/csv; charset=utf-8", filename=f"{SECTIONS['log'][asked.language]}.csv", private=True)


PAGES = (
    desk_page_at(log, "log"),
    desk_page_at(as_csv, "", rf"(?:{'|'.join(SECTIONS['log'].values())})\.csv"),
)
