"""Submissions at the desk: what came in at the door, how it would look, and approving, asking back or rejecting it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from datasette import Response

from explorer.desk_frame import At, act, at_once, desk_page_at, role, services, show, work
from explorer.door_shown import preview_context
from explorer.page import Asked
from normalize.privacy import redact
from store.desk_acts import NewAct, acts_of
from store.desk_own_events import own_events
from store.desk_submissions import Submission, ask_back, counts, reject, submission, submissions

_STATES = ("waiting", "asked", "approved", "rejected", "withdrawn")
_LONGEST_TEXT = 1000
_KINDS = ("approve", "withdraw", "take_in", "submission_asked", "submission_rejected")
_KIND = {"ask": "submission_asked", "reject": "submission_rejected"}
_CHANGES = ("title", "place_id")


async def listed(asked: Asked) -> Response:
    """The submissions of a state, the oldest first."""
    wanted = asked.query.get("state") or "waiting"
    state = wanted if wanted in _STATES else "waiting"

    def read() -> tuple[list[Submission], dict[str, int]]:
        with services(asked).desk.read() as connection:
            return submissions(connection, states=(state,)), counts(connection)

    found, number_of = await asked.in_thread(read)
    return await show(asked, "submissions", "submissions", found=found, state=state, states=_STATES, number_of=number_of)


async def of_one(asked: Asked) -> Response:
    """One submission with its preview; a POST decides about it."""
    if asked.request.method == "POST":
        return await _decide(asked, asked.parts["id"])
    return await _one(asked, asked.parts["id"])


async def _one(asked: Asked, identifier: str, *, status: int = 200, **typed: str) -> Response:
    def read() -> tuple[Submission | None, list[Any], tuple[Any, ...]]:
        with services(asked).desk.read() as connection:
            found = submission(connection, identifier)
            events = own_events(connection, identifier) if found and found.kind == "events" else ()
            return found, acts_of(connection, identifier, _KINDS), events

    found, done, events = await asked.in_thread(read)
    if found is None:
        return asked.missing()
    places = await asked.in_thread(work(asked).place_names, asked.language)
    labels = await asked.in_thread(work(asked).labels, asked.language)
    context: dict[str, Any] = {
        **preview_context(found.examined, asked.language, found.publishing.also),
        "one": found,
        "done": done,
        "events": events,
        "places": places,
        "labels": labels,
        "door": asked.words("door"),
        "style": asked.href("door", "kortit.css"),
        "tail": (identifier,),
        "problem": "",
        "text": "",
        **typed,
    }
    return await show(asked, "submission", "submissions", status=status, **context)


async def _decide(asked: Asked, identifier: str) -> Response:
    """Approves, asks back, rejects or withdraws; a text is needed where the submitter will read it."""
    form = await asked.form()
    do, text = form["do"], form["text"]
    names = await _names(asked, identifier)
    if do == "approve":
        payload: dict[str, Any] = {name: form[name] for name in _CHANGES if form[name]} | {"names": names}
        done = await act(asked, "approve", identifier, payload, form["once"])
        return asked.see_other(At(asked)("submissions", identifier, act=done.id))
    if do not in {"ask", "reject", "withdraw"}:
        return asked.refused(400, "The form names no decision.")
    if problem := _wrong_text(text):
        return await _one(asked, identifier, status=400, problem=problem, text=text, do=do)
    if do == "withdraw":
        done = await act(asked, "withdraw", identifier, {"reason": text, "names": names}, form["once"])
        return asked.see_other(At(asked)("submissions", identifier, act=done.id))
    new = NewAct(by=role(asked), kind=_KIND[do], subject=identifier, payload={"names": names}, once=form["once"])
    return await _answer(asked, new, text)


async def _names(asked: Asked, identifier: str) -> list[str]:
    """What the log calls the submission."""

    def read() -> list[str]:
        with services(asked).desk.read() as connection:
            found = submission(connection, identifier)
            return [found.title or found.publishing.organizer] if found else []

    return await asked.in_thread(read)


def _wrong_text(text: str) -> str:
    """Why a text cannot be sent to a submitter: a key of the words."""
    if not text:
        return "text_missing"
    if len(text) > _LONGEST_TEXT:
        return "text_long"
    return "text_personal" if redact(text).count else ""


async def _answer(asked: Asked, new: NewAct, text: str) -> Response:
    """Asking back and rejecting only change the desk's own file."""
    change: Callable[..., bool] = ask_back if new.kind == _KIND["ask"] else reject
    done = await at_once(asked, new, lambda connection: "" if change(connection, new.subject, text, asked.now) else None)
    return asked.see_other(At(asked)("submissions", new.subject, **({"act": done.id} if done else {})))


PAGES = (
    desk_page_at(listed, "submissions"),
    desk_page_at(of_one, "submissions", r"(?P<id>[a-z0-9]{4,20})", posts=True),
)
