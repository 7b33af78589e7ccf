"""Trying a calendar file: it is looked at as an address would be, and neither kept nor taken in."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from datasette import Response

from explorer.door_addresses import STYLE, everywhere, to
from explorer.door_forms import PART, Problem, one_line
from explorer.door_shown import preview_context
from explorer.door_start import both
from explorer.page import Asked
from explorer.rates import client_key

MOST_BYTES = 2 * 1024 * 1024
_AT_ONCE = asyncio.Semaphore(1)


async def try_file(asked: Asked) -> Response:
    """The form, and below it what was found in the file that was sent."""
    if asked.request.method == "GET":
        return await _page(asked)
    form = await asked.form()
    _, door = both(asked)
    if not form.content:
        return await _page(asked, problem=asked.words(PART)["file_missing"], status=422)
    if wait := door.rates.wait(client_key(asked.client), time.monotonic()):
        return await _page(asked, problem=asked.words(PART)("too_often", seconds=round(wait) + 1), status=429)
    name = one_line(form.filename, 100) or "kalenteri.ics"
    async with _AT_ONCE:
        looked = await asked.in_thread(door.look_at, form.content, name)
    return await _page(asked, context=preview_context(looked.examined.model_dump(mode="json"), asked.language), name=name)


async def _page(asked: Asked, *, problem: str = "", status: int = 200, context: dict[str, Any] | None = None, name: str = "") -> Response:
    return await asked.page(
        *("door/file.html", PART),
        status=status,
        private=True,
        problems=(Problem("file", problem),) if problem else (),
        name=name,
        here=to(asked, "file"),
        back=to(asked),
        style=asked.href("door", STYLE),
        languages=everywhere(asked, "file"),
        **(context or {"examined": None}),
    )
