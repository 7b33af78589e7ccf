"""Held harvests at the desk: what an answer that was not believed would have changed, and releasing it."""

from __future__ import annotations

from datasette import Response

from explorer.desk_frame import At, act, desk_page_at, show, work
from explorer.page import Asked
from store.withheld import SORTS, read_held


async def held(asked: Asked) -> Response:
    """The sources whose last answer was held back; a POST releases one."""
    if asked.request.method == "POST":
        return await _release(asked)
    return await _page(asked)


async def _page(asked: Asked, *, status: int = 200, problem: str = "") -> Response:
    found = await asked.in_thread(read_held, work(asked).database)
    return await show(asked, "held", "held", status=status, held=found, sorts=SORTS, problem=problem)


async def _release(asked: Asked) -> Response:
    """The next answer of a source is believed: what it withdraws leaves the calendar, so the moderator confirms it first."""
    form = await asked.form()
    found = await asked.in_thread(read_held, work(asked).database)
    one = next((one for one in found if one.source_id == form["source"]), None)
    if one is None:
        return asked.see_other(At(asked)("held"))
    if form["sure"] != "yes":
        return await _page(asked, status=400, problem=one.source_id)
    payload = {"reason": one.reason, "counts": dict(one.counts), "names": [one.title]}
    done = await act(asked, "release", one.source_id, payload, form["once"])
    return asked.see_other(At(asked)("held", act=done.id))


PAGES = (desk_page_at(held, "held", posts=True),)
