"""Overlaps at the desk: pairs of events that compete, and "this is none"."""

from __future__ import annotations

from datasette import Response

from explorer.desk_frame import desk_page_at, page_number, show, work
from explorer.page import Asked
from store.desk_seen import Pair, overlapping
from store.verdicts import verdicts

PER_PAGE = 20


async def overlaps(asked: Asked) -> Response:
    """Pairs of events that compete from today on, the worst and the nearest first."""
    number = page_number(asked)
    no_more = await asked.in_thread(parted, asked)
    begin = (number - 1) * PER_PAGE
    pairs, count = await asked.read(lambda connection: overlapping(connection, asked.today, no_more, limit=PER_PAGE, offset=begin))
    page_of, language = asked.about.page_of, asked.language

    def page(pair: Pair, side: str) -> str:
        return page_of("events", {"slug": getattr(pair, f"slug_{side}"), "is_series": getattr(pair, f"is_series_{side}")}, language)

    told = {"pairs": pairs, "count": count, "page": number, "pages": -(-count // PER_PAGE), "per_page": PER_PAGE, "page_of": page}
    return await show(asked, "overlaps", "overlaps", **told)


def parted(asked: Asked) -> set[tuple[str, str]]:
    """Pairs of events, the smaller id first, of which somebody said that they do not compete."""
    given = verdicts(work(asked).database)
    pairs = ((one.a.event_id, one.b.event_id) for one in given if one.kind == "not_overlap" and one.a and one.b)
    return {(min(pair), max(pair)) for pair in pairs}


PAGES = (desk_page_at(overlaps, "overlaps"),)
