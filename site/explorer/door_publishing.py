"""The door's third page: under whose name and how the events are shown. Sent twice it is one submission."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from datasette import Response

from explorer.door_addresses import everywhere, to
from explorer.door_contacts import office_address
from explorer.door_forms import PART, Problem, draft_of, lines, one_line, status_token, web_address_of
from explorer.door_start import both, gone
from explorer.page import Asked, Form
from explorer.texts import PartWords
from normalize.privacy import redact
from store.desk import Desk
from store.desk_drafts import Draft, draft, mark_sent, save_fields
from store.desk_own_events import add_all, of_fields
from store.desk_source_facts import Term, audiences, places
from store.desk_submissions import NewSubmission, Publishing, submit

LICENCES: Mapping[str, str] = {"by": "CC BY 4.0", "zero": "CC0", "facts": ""}
"""What may be chosen -> what the source's entry says; without a licence descriptions are shown as excerpts."""
FIELDS = ("organizer", "business_id", "url", "place_id", "place_text", "licence", "email", "note", "may_publish")
_LONGEST = {
    "organizer": 120,
    "business_id": 20,
    "url": 300,
    "place_id": 80,
    "place_text": 200,
    "licence": 10,
    "email": 200,
    "may_publish": 5,
}
_LONGEST_NOTE = 1000
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True, slots=True)
class Filled:
    """The page's fields as they were filled in."""

    fields: Mapping[str, str]
    audience: tuple[str, ...]
    also: tuple[str, ...] = ()
    """Names of events that look like members' matters and are open to all."""

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")


async def publishing(asked: Asked) -> Response:
    """The form, or what comes of it."""
    found = await draft_of(asked)
    if found is None:
        return await gone(asked)
    if found.submission_id:
        return asked.see_other(to(asked, asked.parts["draft"], "receipt"))
    if asked.request.method == "POST":
        return await _sent(asked, found)
    if not _may_go_on(found):
        return asked.see_other(to(asked, asked.parts["draft"], "preview"))
    return await _page(asked, found, _before(found), ())


def _may_go_on(found: Draft) -> bool:
    """Whether there is something that a person could look at: everything but what is no address."""
    return bool(found.examined) and found.examined.get("is_address", True)


def _before(found: Draft) -> Filled:
    """What was filled in last time; the first time what the calendar says of itself."""
    fields = {name: found.text(name) for name in FIELDS}
    if "organizer" not in found.fields:
        fields |= {"organizer": one_line(str(found.examined.get("title", "")), _LONGEST["organizer"]), "licence": "by"}
    audience, also = (found.fields.get(name, []) for name in ("audience", "also"))
    return Filled(fields, *(tuple(told) if isinstance(told, list) else () for told in (audience, also)))


async def _page(asked: Asked, found: Draft, filled: Filled, problems: tuple[Problem, ...], *, status: int = 200) -> Response:
    key = asked.parts["draft"]
    return await asked.page(
        *("door/publishing.html", PART),
        status=status,
        private=True,
        filled=filled,
        problems=problems,
        places=await asked.read(lambda connection: places(connection, asked.language)),
        audiences=await asked.read(lambda connection: audiences(connection, asked.language)),
        for_members=for_members(found.examined),
        licences=tuple(LICENCES),
        here=to(asked, key, "publishing"),
        back=to(asked, key, "preview"),
        languages=everywhere(asked, key, "publishing"),
    )


async def _sent(asked: Asked, found: Draft) -> Response:
    """Keeps what was typed, then checks it, then sends it in."""
    form = await asked.form()
    services, _ = both(asked)
    key = asked.parts["draft"]
    filled = _filled(form, found)
    now = asked.now

    def keep() -> None:
        with services.desk.write() as connection:
            save_fields(connection, key, {**filled.fields, "audience": list(filled.audience), "also": list(filled.also)}, now, is_far=True)

    await asked.in_thread(keep)
    if form["go"] == "back" or not _may_go_on(found):
        return asked.see_other(to(asked, key, "preview"))
    known = await asked.read(lambda connection: (places(connection, asked.language), audiences(connection, asked.language)))
    if problems := tuple(check(filled, asked.words(PART), known[0])):
        return await _page(asked, found, filled, problems, status=422)
    told = _publishing(filled, {term.id for term in known[1]})

    await asked.in_thread(_send, services.desk, asked, told)
    return asked.see_other(to(asked, key, "receipt"))


def _send(desk: Desk, asked: Asked, told: Publishing) -> None:
    """The draft as a submission, in one transaction: whoever sends it again finds it sent."""
    key, now = asked.parts["draft"], asked.now
    with desk.write() as connection:
        found = draft(connection, key)
        if found is None or found.submission_id:
            return
        identifier = submit(connection, _new(found, asked.language, told), status_token(key), now)
        if found.text("kind") == "events":
            add_all(connection, identifier, [of_fields(event) for event in found.fields.get("events", ())], now)
        mark_sent(connection, key, identifier)


def _new(found: Draft, language: str, told: Publishing) -> NewSubmission:
    """What a draft says, as it is sent in."""
    entry = dict(found.entry)
    is_events = found.text("kind") == "events"
    return NewSubmission(
        kind="events" if is_events else "calendar",
        language=language,
        title=one_line(str(found.examined.get("title", "")), _LONGEST["organizer"]) or told.organizer,
        publishing=told,
        address="" if is_events else str(entry.pop("url", "")) or found.text("address"),
        examined=found.examined,
        entry=entry,
    )


def for_members(examined: Mapping[str, Any]) -> tuple[str, ...]:
    """Names of the events that a look left out because they look like members' matters."""
    return tuple(examined.get("for_members", ()))


def chosen(form: Form, examined: Mapping[str, Any]) -> tuple[str, ...]:
    """Those of them that were ticked as open to all."""
    return tuple(name for name in for_members(examined) if name in form.lists.get("also", ()))


def _filled(form: Form, found: Draft) -> Filled:
    fields = {name: one_line(form[name], _LONGEST[name]) for name in FIELDS if name in _LONGEST}
    fields["note"] = lines(form["note"], _LONGEST_NOTE)
    return Filled(fields, tuple(one_line(code, 60) for code in form.lists.get("audience", ()))[:20], chosen(form, found.examined))


def _publishing(filled: Filled, known: set[str]) -> Publishing:
    return Publishing(
        organizer=filled["organizer"],
        business_id=_business_id(filled["business_id"]),
        url=web_address_of(filled["url"]),
        place_id=filled["place_id"],
        place_text=filled["place_text"],
        audience=tuple(code for code in filled.audience if code in known),
        also=filled.also,
        licence=LICENCES[filled["licence"]],
        email=office_address(filled["email"], filled["organizer"]),
        note=filled["note"],
    )


def check(filled: Filled, words: PartWords, known: tuple[Term, ...]) -> Iterator[Problem]:
    """What is to be mended, in the order of the form."""
    if not filled["organizer"]:
        yield Problem("organizer", words["organizer_missing"])
    elif redact(filled["organizer"]).count:
        yield Problem("organizer", words["organizer_person"])
    if filled["business_id"] and not _business_id(filled["business_id"]):
        yield Problem("business_id", words["business_id_wrong"])
    if filled["url"] and not web_address_of(filled["url"]):
        yield Problem("url", words["url_wrong"])
    if filled["place_id"] and filled["place_id"] not in {term.id for term in known}:
        yield Problem("place_id", words["place_unknown"])
    if filled["licence"] not in LICENCES:
        yield Problem("licence", words["licence_missing"])
    if filled["email"] and not office_address(filled["email"], filled["organizer"]):
        yield Problem("email", words["email_person" if "@" in filled["email"] else "email_wrong"])
    if filled["may_publish"] != "yes":
        yield Problem("may_publish", words["consent_missing"])


def _business_id(text: str) -> str:
    """The Finnish business id with its hyphen where its check digit is right; else empty (vero.fi: weights 7 9 10 5 8 4 2, modulo 11)."""
    found = re.fullmatch(r"(?:FI[\s-]?)?(\d{6,7})-?(\d)", text.strip(), re.IGNORECASE)
    if found is None:
        return ""
    digits = found[1].zfill(7)
    rest = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=True)) % 11
    wanted = 0 if rest == 0 else 11 - rest
    return f"{digits}-{found[2]}" if rest != 1 and wanted == int(found[2]) else ""


async def receipt(asked: Asked) -> Response:
    """The door's last page: the private address of the status page, and what happens next."""
    found = await draft_of(asked)
    if found is None:
        return await gone(asked)
    key = asked.parts["draft"]
    if not found.submission_id:
        return asked.see_other(to(asked, key, "publishing"))
    where = to(asked, "status", status_token(key))
    return await asked.page(
        *("door/receipt.html", PART), private=True, status_href=where, start=to(asked), languages=everywhere(asked, key, "receipt")
    )
