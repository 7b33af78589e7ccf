"""Entering events one by one: the first of somebody without a calendar, further ones from the status page, changing and cancelling them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from datasette import Response

from explorer.door_addresses import everywhere, to
from explorer.door_event_form import EventFields, check, event_of, shown, typed
from explorer.door_forms import PART, Problem, draft_of, key_of, new_key
from explorer.door_private import Private, private
from explorer.door_services import Looked
from explorer.door_start import both
from explorer.page import Asked
from store.desk_drafts import save_fields, save_look
from store.desk_own_events import Kept, OwnEvent, add, as_fields, cancel, change, own_events
from store.desk_source_facts import audiences, places

_ONCE = re.compile(r"[A-Za-z0-9_-]{32,64}")
_EMPTY = EventFields({})


async def first_event(asked: Asked) -> Response:
    """Leads somebody without a calendar to a draft's own address, where the form is."""
    return asked.see_other(to(asked, new_key(), "event"))


async def draft_event(asked: Asked) -> Response:
    """The form with what a draft holds, empty for a new one; what is sent gets a preview."""
    if asked.request.method == "POST":
        return await _first_sent(asked)
    found = await draft_of(asked)
    if found is not None and found.submission_id:
        return asked.see_other(to(asked, asked.parts["draft"], "receipt"))
    texts = found.fields.get("event", {}) if found else {}
    audience = found.fields.get("event_audience", ()) if found else ()
    return await _first_form(asked, EventFields(texts, tuple(audience)), ())


async def _first_form(asked: Asked, fields: EventFields, problems: tuple[Problem, ...], *, status: int = 200) -> Response:
    key = asked.parts["draft"]
    return await _form(asked, key, fields, problems, here=(key, "event"), back=to(asked), status=status)


async def _first_sent(asked: Asked) -> Response:
    form = await asked.form()
    services, door = both(asked)
    key, fields = asked.parts["draft"], typed(form)
    problems, event = await _checked(asked, fields)
    kept: dict[str, Any] = {
        "kind": "events",
        "language": asked.language,
        "event": dict(fields.texts),
        "event_audience": list(fields.audience),
        "events": [as_fields(event)] if event else [],
    }
    now = asked.now

    def keep() -> None:
        with services.desk.write() as connection:
            save_fields(connection, key, kept, now)

    def look() -> Looked:
        entered = [Kept(uid="preview", event=event, updated_at=now)] if event else []
        return door.look_at(door.calendar("", entered, asked.language), "preview.ics")

    await asked.in_thread(keep)
    if problems:
        return await _first_form(asked, fields, problems, status=422)
    looked = await asked.in_thread(look)

    def keep_look() -> None:
        with services.desk.write() as connection:
            save_look(connection, key, looked.examined.model_dump(mode="json"), looked.entry)

    await asked.in_thread(keep_look)
    return asked.see_other(to(asked, key, "preview"))


async def _checked(asked: Asked, fields: EventFields) -> tuple[tuple[Problem, ...], OwnEvent | None]:
    """What is to be mended, or the event."""
    problems = tuple(check(fields, asked.words(PART), asked.today))
    if problems:
        return problems, None
    known = {term.id for term in await asked.read(lambda connection: audiences(connection, asked.language))}
    return (), event_of(fields, asked.today, known)


async def _form(  # noqa: PLR0913 - the page and its two ways out
    asked: Asked,
    key: str,
    fields: EventFields,
    problems: tuple[Problem, ...],
    *,
    here: tuple[str, ...],
    back: str,
    status: int = 200,
    context: Mapping[str, Any] | None = None,
) -> Response:
    return await asked.page(
        *("door/event.html", PART),
        status=status,
        private=True,
        key=key,
        fields=fields,
        problems=problems,
        places=await asked.read(lambda connection: places(connection, asked.language)),
        audiences=await asked.read(lambda connection: audiences(connection, asked.language)),
        here=to(asked, *here),
        back=back,
        languages=everywhere(asked, *here),
        **{"status_page": "", "kept": None, **(context or {})},
    )


async def further_event(asked: Asked) -> Response:
    """A further event, or another version of one, from the status page."""
    found = await private(asked)
    if found is None or found.submission.kind != "events" or found.submission.state in {"rejected", "withdrawn"}:
        return asked.missing()
    kept = await _kept(asked, found)
    if asked.parts.get("uid") and kept is None:
        return asked.missing()
    where = (*found.where, "event", *([kept.uid] if kept else []))
    context = {"status_page": to(asked, *found.where), "kept": kept}
    if asked.request.method == "GET":
        fields = shown(kept.event) if kept else _EMPTY
        return await _form(asked, new_key(), fields, (), here=where, back=to(asked, *found.where), context=context)
    form = await asked.form()
    fields = typed(form)
    problems, event = await _checked(asked, fields)
    if event is None:
        key = key_of(form["draft"])
        return await _form(asked, key, fields, problems, here=where, back=to(asked, *found.where), status=422, context=context)
    once = form["draft"] if _ONCE.fullmatch(form["draft"]) else ""
    await asked.in_thread(_write, found, kept, event, once)
    return asked.see_other(to(asked, *found.where))


def _write(found: Private, kept: Kept | None, event: OwnEvent, once: str) -> None:
    """Adds or changes the event; sent twice it is there once."""
    with found.services.desk.write() as connection:
        if kept is None:
            add(connection, found.submission.id, event, found.now, once=once)
        else:
            change(connection, found.submission.id, kept.uid, event, found.now)


async def _kept(asked: Asked, found: Private) -> Kept | None:
    """The event that the address names."""
    uid = asked.parts.get("uid")

    def read() -> tuple[Kept, ...]:
        with found.services.desk.read() as connection:
            return own_events(connection, found.submission.id)

    events = await asked.in_thread(read) if uid else ()
    return next((one for one in events if one.uid == uid), None)


async def cancel_event(asked: Asked) -> Response:
    """Asks whether an event is to be cancelled (or is on after all), and does it."""
    found = await private(asked)
    if found is None or found.submission.kind != "events" or found.submission.state in {"rejected", "withdrawn"}:
        return asked.missing()
    kept = await _kept(asked, found)
    if kept is None:
        return asked.missing()
    status_page = to(asked, *found.where)
    if asked.request.method == "GET":
        where = (*found.where, "event", kept.uid, "cancel")
        return await asked.page(
            *("door/cancel.html", PART),
            private=True,
            kept=kept,
            back=status_page,
            here=to(asked, *where),
            languages=everywhere(asked, *where),
        )
    form = await asked.form()

    def write() -> None:
        with found.services.desk.write() as connection:
            cancel(connection, found.submission.id, kept.uid, found.now, is_cancelled=form["is_cancelled"] != "no")

    await asked.in_thread(write)
    return asked.see_other(status_page)
