"""Feedback: "is this wrong?" of any page, and the accessibility statement's channel. It arrives at the desk, where an answer falls due."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from typing import Any

from datasette import Response

from explorer.addresses import Language
from explorer.feedback_about import about_address, about_name, about_of
from explorer.page import Asked, Form, Page
from explorer.rates import Rates, client_key
from explorer.services import Services
from explorer.sign_in import nonce
from normalize.privacy import redact
from store.desk_feedback import DAYS, KINDS, LONGEST_EMAIL, LONGEST_TEXT, Kind, NewFeedback, take_feedback

THANKS: dict[Language, str] = {"fi": "kiitos", "sv": "tack", "en": "thanks"}
"""The word of the address of the receipt."""
MOST_BYTES = 40_000
RATES = Rates(per_minute=2, burst=10)
"""Of one client: a person sends one, a library's shared computer a few."""
_EMAIL = re.compile(r"[^@\s,;:<>\"']{1,64}@[^@\s,;:<>\"']+\.[^@\s,;:<>\"'.]{2,}")
_SHORTEST = 3


async def feedback(asked: Asked) -> Response:
    """The form; a POST sends it."""
    if asked.request.method == "POST":
        return await _sent(asked)
    kind, item = asked.query.get("kind") or "", asked.query.get("id") or ""
    about = about_of(asked.query.get("about") or "") or about_of(f"event:{item}")
    return await _form(asked, about, kind=kind if kind in KINDS else "")


async def _form(asked: Asked, about: str, *, status: int = 200, **typed: Any) -> Response:
    """The page with the form, with what was typed and what is wrong of it (field and key of the words)."""
    told = {
        "about": about,
        "about_name": await about_name(asked, about),
        "about_page": await about_address(asked, about),
        "kinds": KINDS,
        "days": _days(asked),
        "once": nonce(),
        "longest": LONGEST_TEXT,
        "kind": "",
        "text": "",
        "email": "",
        "problems": (),
        "asks_sure": False,
        **typed,
    }
    return await asked.page("feedback/form.html", "feedback", status=status, private=True, **told)


def _days(asked: Asked) -> int:
    """Within how many days an answer is promised."""
    found = _services(asked).at_desk
    return found.feedback_days if found else DAYS


def _services(asked: Asked) -> Services:
    """The services; the page is not there without them."""
    if asked.services is None:
        msg = "feedback needs services"
        raise RuntimeError(msg)
    return asked.services


async def _sent(asked: Asked) -> Response:
    """Keeps the message, or shows the form again with everything that was typed."""
    form = await asked.form()
    about = about_of(form["about"])
    typed = {"kind": form["kind"], "text": form["text"], "email": form["email"]}
    is_personal = bool(redact(form["text"], asked.language).count) and form["sure"] != "yes"
    problems = _problems(form, is_personal=is_personal)
    if problems:
        return await _form(asked, about, status=400, problems=problems, asks_sure=is_personal or form["sure"] == "yes", **typed)
    if wait := RATES.wait(client_key(asked.client), time.monotonic()):
        response = await _form(asked, about, status=429, problems=(("text", "too_often"),), **typed)
        response.headers["retry-after"] = str(int(wait) + 1)
        return response
    number = await _kept(asked, about, form)
    if not number:
        return await _form(asked, about, status=503, problems=(("text", "full"),), **typed)
    return asked.see_other(asked.href("feedback", THANKS[asked.language]))


def _problems(form: Form, *, is_personal: bool) -> tuple[tuple[str, str], ...]:
    """What is wrong: the field and the key of the words."""
    found = []
    if form["kind"] not in KINDS:
        found.append(("kind-" + KINDS[0], "kind_missing"))
    if len(form["text"]) < _SHORTEST:
        found.append(("text", "text_missing"))
    elif len(form["text"]) > LONGEST_TEXT:
        found.append(("text", "text_long"))
    elif is_personal:
        found.append(("text", "text_personal"))
    if form["email"] and (len(form["email"]) > LONGEST_EMAIL or not _EMAIL.fullmatch(form["email"])):
        found.append(("email", "email_wrong"))
    return tuple(found)


async def _kept(asked: Asked, about: str, form: Form) -> int:
    """The number of the message; 0 where the desk has no room left."""
    kind: Kind = next(kind for kind in KINDS if kind == form["kind"])
    new = NewFeedback(
        language=asked.language,
        kind=kind,
        text=form["text"],
        about=about,
        about_name=await about_name(asked, about),
        email=form["email"],
        once=form["once"][:64],
    )

    def keep() -> int:
        with _services(asked).desk.write() as connection:
            return take_feedback(connection, new, asked.now, today=asked.today, days=_days(asked))

    return await asked.in_thread(keep)


async def thanks(asked: Asked) -> Response:
    """The receipt: until when there is an answer."""
    due = asked.about.moment(asked.today + timedelta(days=_days(asked)))
    languages = tuple((language, asked.href("feedback", word, language=language)) for language, word in THANKS.items())
    there = asked.datasette.pages.languages
    return await asked.page(
        "feedback/thanks.html", "feedback", private=True, due=due, languages=[one for one in languages if one[0] in there]
    )


PAGES = (
    Page(kind="feedback", view=feedback, posts=MOST_BYTES, needs_services=True),
    Page(kind="feedback", view=thanks, rest=f"(?:{'|'.join(THANKS.values())})", needs_services=True),
)
