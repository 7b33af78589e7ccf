"""Corrections at the desk: what is corrected and how its source stands to it, and forms over what ``kooste correct`` does."""

from __future__ import annotations

from typing import Any, get_args

from datasette import Response

from explorer.desk_fields import Choice, choices, control_of, fields_of, may_be_unknown, shown_value, typed_value
from explorer.desk_frame import At, act, desk_page_at, role, show, work
from explorer.desk_work import Judged, Proposed
from explorer.page import Asked
from harvesters.errors import KoosteError
from normalize.corrections import Correction, Key
from normalize.corrections_fields import Subject
from store.corrections_told import Told, read_corrections
from store.desk_seen import Named, name_of, named, slug_of

SUBJECTS: tuple[Subject, ...] = get_args(Subject)
_MOST_FOUND = 20
NEEDS_A_LOOK = frozenset({"source_changed", "not_needed", "not_applied", "unknown_id"})


async def listed(asked: Asked) -> Response:
    """Every correction and how its source stands to it; a search for what is to be corrected."""
    if asked.request.method == "POST":
        return await _remove(asked)
    text, subject = (asked.query.get("q") or "").strip()[:200], _subject(asked.query.get("subject") or "event")
    found: list[Named] = []
    if text:
        found = await asked.read(lambda connection: named(connection, subject, text, _MOST_FOUND))
    told, waiting = await asked.in_thread(standing, asked)
    told.sort(key=lambda one: one.state not in NEEDS_A_LOOK)
    context: dict[str, Any] = {"told": told, "waiting": waiting, "needs": NEEDS_A_LOOK, "q": text, "subject": subject, "found": found}
    return await show(asked, "corrections", "corrections", subjects=SUBJECTS, say=_say(asked), **context)


def standing(asked: Asked) -> tuple[list[Told], list[Correction]]:
    """The corrections that are in force, and those of the file that were not taken in yet."""
    found = work(asked)
    told = read_corrections(found.database) if found.database.exists() else []
    in_force = {one.correction.key: one.correction.value for one in told}
    return told, [one for one in found.standing() if in_force.get(one.key, "\0") != one.value]


def _subject(text: str) -> Subject:
    return next((subject for subject in SUBJECTS if subject == text), "event")


def _say(asked: Asked) -> Any:
    """For templates: a field's value in words."""
    names = {**work(asked).place_names(asked.language), **work(asked).labels(asked.language)}
    return lambda subject, field, value: shown_value(asked.words("desk"), subject, field, value, names)


async def of_one(asked: Asked) -> Response:
    """The fields of one place, organizer or event; with ``field=`` the form for it. A POST corrects it."""
    subject, identifier = _subject(asked.parts["subject"]), asked.parts["id"]
    if asked.request.method == "POST":
        return await _correct(asked, subject, identifier)
    field = asked.query.get("field") or ""
    if field and field not in fields_of(subject):
        return asked.missing()
    return await _one(asked, subject, identifier, field)


async def _one(asked: Asked, subject: Subject, identifier: str, field: str, **typed: Any) -> Response:
    """The page of one subject; ``typed`` is what was sent and is wrong."""
    name = await asked.read(lambda connection: name_of(connection, subject, identifier))
    if not name:
        return asked.missing()
    told, waiting = await asked.in_thread(standing, asked)
    page = await asked.read(lambda connection: slug_of(connection, subject, identifier))
    told = [one for one in told if one.correction.key[:2] == (subject, identifier)]
    context: dict[str, Any] = {
        "subject": subject,
        "id": identifier,
        "name": name,
        "told": told,
        "waiting": [one for one in waiting if one.key[:2] == (subject, identifier)],
        "fields": fields_of(subject),
        "field": field,
        "page": asked.about.page_of(f"{subject}s", page, asked.language) if page else "",
        "tail": (subject, identifier),
        "problem": "",
        "value": "",
        "why": "",
        **typed,
    }
    if field:
        context |= await asked.in_thread(_form, asked, subject, identifier, field)
    return await show(asked, "correct", "corrections", say=_say(asked), needs=NEEDS_A_LOOK, **context)


def _form(asked: Asked, subject: Subject, identifier: str, field: str) -> dict[str, Any]:
    """What the form of a field shows: what the source says, how it is written, what may be chosen."""
    found = work(asked)
    try:
        said, is_known = found.said(subject, identifier, field, asked.now), True
    except KoosteError:
        said, is_known = None, False
    ours = Key(subject, identifier, field)
    known = next((one.value for one in found.standing() if one.key == ours), said)
    options: tuple[Choice, ...] = choices(asked.words("desk"), subject, field, found.place_names(asked.language))
    return {
        "said": said,
        "is_said_known": is_known,
        "known": known,
        "control": control_of(subject, field),
        "options": options,
        "unknown_allowed": may_be_unknown(subject, field),
    }


async def _correct(asked: Asked, subject: Subject, identifier: str) -> Response:
    """Corrects a field, or shows the form again with what is wrong."""
    form = await asked.form()
    field, why = form["field"], form["why"]
    if field not in fields_of(subject):
        return asked.missing()
    value = typed_value(subject, field, form["value"], is_unknown=form["unknown"] == "yes")
    judged = await asked.in_thread(
        _judged, asked, Proposed(subject=subject, id=identifier, field=field, value=value, by=role(asked), why=why)
    )
    if judged.problem:
        typed = {
            "problem": judged.problem,
            "detail": judged.detail,
            "value": form["value"],
            "why": why,
            "is_unknown": form["unknown"] == "yes",
        }
        return await _one(asked, subject, identifier, field, status=400, **typed)
    name = await asked.read(lambda connection: name_of(connection, subject, identifier))
    payload = {"subject": subject, "id": identifier, "field": field, "value": value, "why": why, "names": [name or identifier]}
    done = await act(asked, "correct", identifier, payload, form["once"])
    more = {"cut": 1} if judged.loses_end else {}
    return asked.see_other(At(asked)("corrections", subject, identifier, act=done.id, **more))


def _judged(asked: Asked, proposed: Proposed) -> Judged:
    return work(asked).judge(proposed, asked.now)


async def _remove(asked: Asked) -> Response:
    """Takes a correction back: what the source says counts again."""
    form = await asked.form()
    subject = _subject(form["subject"])
    told, waiting = await asked.in_thread(standing, asked)
    known = {one.correction.key: one.name for one in told} | {one.key: "" for one in waiting}
    key = Key(subject, form["id"], form["field"])
    if key not in known:
        return asked.see_other(At(asked)("corrections"))
    payload = {"subject": subject, "id": key.id, "field": key.field, "names": [known[key] or key.id]}
    done = await act(asked, "uncorrect", key.id, payload, form["once"])
    return asked.see_other(At(asked)("corrections", act=done.id))


PAGES = (
    desk_page_at(listed, "corrections", posts=True),
    desk_page_at(of_one, "corrections", rf"(?P<subject>{'|'.join(SUBJECTS)})/(?P<id>[a-z0-9][a-z0-9_-]{{0,62}})", posts=True),
)
