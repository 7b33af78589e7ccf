"""Feedback at the desk: what waits for an answer and until when, the answer, and the end of it."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from datasette import Response

from explorer.desk_frame import At, at_once, desk_page_at, role, services, show
from explorer.feedback_about import about_address
from explorer.page import Asked
from explorer.texts import part_words
from store.desk_acts import NewAct
from store.desk_feedback import (
    LONGEST_ANSWER,
    Feedback,
    close_feedback,
    feedback_closed,
    feedback_open,
    feedback_waiting,
    find_feedback,
    write_answer,
)

_CLOSED_SHOWN = 20
_MOST_MAILTO = 1800


async def listed(asked: Asked) -> Response:
    """What waits, the one that is due first, first; and what was closed last."""

    def read() -> tuple[Any, ...]:
        with services(asked).desk.read() as connection:
            return feedback_open(connection), feedback_closed(connection, _CLOSED_SHOWN), feedback_waiting(connection, asked.today)

    waiting, closed, counts = await asked.in_thread(read)
    return await show(asked, "feedback", "feedback", waiting=waiting, closed=closed, counts=counts)


async def of_one(asked: Asked) -> Response:
    """One message; a POST keeps its answer or closes it."""
    number = int(asked.parts["number"])
    if asked.request.method == "POST":
        return await _answered(asked, number)
    found = await _found(asked, number)
    return await _one(asked, found) if found else asked.missing()


async def _found(asked: Asked, number: int) -> Feedback | None:
    def read() -> Feedback | None:
        with services(asked).desk.read() as connection:
            return find_feedback(connection, number)

    return await asked.in_thread(read)


async def _one(asked: Asked, found: Feedback, *, status: int = 200, problem: str = "", answer: str = "") -> Response:
    words = part_words("desk", found.language)
    subject = words("answer_subject", region=asked.about.region)
    body = words("answer_body", answer=found.answer, text=found.text, day=asked.about.moment(found.at.astimezone(asked.now.tzinfo).date()))
    query = urlencode({"subject": subject, "body": body[:_MOST_MAILTO]}, quote_via=quote)
    where = await about_address(asked, found.about)
    told = {
        "one": found,
        "where": where,
        "mailto": f"mailto:{quote(found.email)}?{query}" if found.email and found.answer else "",
        "body": body,
        "problem": problem,
        "answer": answer or found.answer,
        "tail": (str(found.id),),
    }
    return await show(asked, "feedback_one", "feedback", status=status, **told)


async def _answered(asked: Asked, number: int) -> Response:
    """Keeps an answer that is still to be sent, or closes the message: then what tells who wrote it is deleted."""
    form = await asked.form()
    found = await _found(asked, number)
    if found is None:
        return asked.missing()
    at, answer = At(asked), form["answer"]
    if found.state == "closed":
        return asked.see_other(at("feedback", str(number)))
    if form["do"] == "write":
        if not answer or len(answer) > LONGEST_ANSWER:
            return await _one(asked, found, status=400, problem="answer_missing" if not answer else "answer_long", answer=answer)
        new = _act(asked, found, "feedback_answer", form["once"])
        written = await at_once(asked, new, lambda connection: "" if write_answer(connection, number, answer) else None)
        return asked.see_other(at("feedback", str(number), **({"act": written.id} if written else {})))
    new, message = _act(asked, found, "feedback_closed", form["once"]), "answered" if found.answer else "not_answered"
    closed = await at_once(asked, new, lambda connection: message if close_feedback(connection, number, new.by, asked.now) else None)
    return asked.see_other(at("feedback", **({"act": closed.id} if closed else {})))


def _act(asked: Asked, found: Feedback, kind: str, once: str) -> NewAct:
    """What the log says of a message: what it is about, and none of its words."""
    names = [found.about_name] if found.about_name else []
    return NewAct(by=role(asked), kind=kind, subject=str(found.id), payload={"names": names}, once=once)


PAGES = (
    desk_page_at(listed, "feedback"),
    desk_page_at(of_one, "feedback", r"(?P<number>\d{1,9})", posts=True),
)
