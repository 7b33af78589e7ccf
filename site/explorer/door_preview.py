"""The door's second page: what was found, how it will look, what to mend; it waits a while for a look that goes on."""

from __future__ import annotations

import time

from datasette import Response

from explorer.door_addresses import STYLE, everywhere, to
from explorer.door_forms import PART, draft_of
from explorer.door_shown import preview_context
from explorer.door_start import begin, both, gone
from explorer.page import Asked
from explorer.rates import client_key
from store.desk_drafts import Draft, save_look

WAIT_SECONDS = 25
"""How long a page is held back for a look; then it says that it goes on."""


async def preview(asked: Asked) -> Response:
    """The page of a draft; a POST looks once more."""
    if asked.request.method == "POST":
        return await _again(asked)
    found = await draft_of(asked)
    if found is None:
        return await gone(asked)
    if found.submission_id:
        return asked.see_other(to(asked, asked.parts["draft"], "receipt"))
    if not found.examined:
        found = await _waited(asked, found)
    return await _page(asked, found)


async def _waited(asked: Asked, found: Draft) -> Draft:
    """The draft after the look that goes on has ended, or after a while."""
    _, door = both(asked)
    if await door.looks.ended(_look_key(asked, found), WAIT_SECONDS):
        return await draft_of(asked) or found
    return found


def _look_key(asked: Asked, found: Draft) -> str:
    return f"{asked.parts['draft']} {found.text('address')}"


async def _page(asked: Asked, found: Draft) -> Response:
    _, door = both(asked)
    key = asked.parts["draft"]
    if not found.examined:
        going = door.looks.is_going(_look_key(asked, found))
        return await asked.page(
            *("door/looking.html", PART),
            private=True,
            is_going=going,
            here=to(asked, key, "preview"),
            languages=everywhere(asked, key, "preview"),
        )
    return await asked.page(
        *("door/preview.html", PART),
        **preview_context(found.examined, asked.language),
        private=True,
        kind=found.text("kind"),
        back=to(asked, key, "event" if found.text("kind") == "events" else "address"),
        further=to(asked, key, "publishing"),
        here=to(asked, key, "preview"),
        style=asked.href("door", STYLE),
        languages=everywhere(asked, key, "preview"),
    )


async def _again(asked: Asked) -> Response:
    """Looks again, for somebody who has mended something meanwhile, or whose turn did not come."""
    await asked.form()
    found = await draft_of(asked)
    if found is None:
        return await gone(asked)
    services, door = both(asked)
    key = asked.parts["draft"]
    if found.text("kind") == "calendar" and not door.rates.wait(client_key(asked.client), time.monotonic()):

        def afresh() -> None:
            with services.desk.write() as connection:
                save_look(connection, key, {}, {})
            begin(services, door, key, found.text("address"))

        await asked.in_thread(afresh)
    return asked.see_other(to(asked, key, "preview"))
