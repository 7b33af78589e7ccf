"""What every page of the desk has in common: who may see it, its addresses, its menu, and what came of the act before."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from datasette import Response
from datasette.utils.sqlite import sqlite3

from explorer.addresses import LANGUAGES, Language
from explorer.desk_work import DeskWork
from explorer.page import Asked, Page, View
from explorer.services import Services
from explorer.sign_in import nonce, wanted
from store.desk_acts import Act, NewAct, enqueue, find_act, record_in
from store.desk_seen import Seen

SECTIONS: Mapping[str, Mapping[Language, str]] = {
    "submissions": {"fi": "ilmoitukset", "sv": "anmalningar", "en": "submissions"},
    "feedback": {"fi": "palautteet", "sv": "respons", "en": "feedback"},
    "review": {"fi": "kaksoiskappaleet", "sv": "dubbletter", "en": "duplicates"},
    "overlaps": {"fi": "paallekkaisyydet", "sv": "krockar", "en": "overlaps"},
    "held": {"fi": "pidatetyt", "sv": "kvarhallna", "en": "held"},
    "corrections": {"fi": "korjaukset", "sv": "rattelser", "en": "corrections"},
    "places": {"fi": "paikannimet", "sv": "platsnamn", "en": "place-names"},
    "stale": {"fi": "vanhentuneet", "sv": "foraldrat", "en": "stale"},
    "decisions": {"fi": "paatokset", "sv": "beslut", "en": "decisions"},
    "log": {"fi": "loki", "sv": "logg", "en": "log"},
    "compare": {"fi": "vertaa", "sv": "jamfor", "en": "compare"},
}
"""Part of the desk -> language -> the word of its address; in the order of the menu."""
MENU = tuple(section for section in SECTIONS if section != "compare")
MOST_BYTES = 60_000
_ID = r"[\w.:-]{1,80}"


def rest(section: str, tail: str = "") -> str:
    """What follows the slug in the address of a part of the desk, as a regular expression; ``tail`` follows a slash."""
    words = "|".join(re.escape(word) for word in SECTIONS[section].values())
    return f"(?:{words})/{tail}" if tail else f"(?:{words})/?"


def tail_id(name: str = "id") -> str:
    """An id in an address, as a regular expression."""
    return f"(?P<{name}>{_ID})"


@dataclass(frozen=True, slots=True)
class At:
    """The addresses of the desk in one language, for views and templates."""

    asked: Asked

    def __call__(self, section: str, *tail: str, **query: str | int) -> str:
        """The address of a part of the desk; ``""`` is its first page."""
        words = (SECTIONS[section][self.asked.language],) if section else ()
        return self._address(self.asked.language, *words, *tail, query=query)

    def _address(self, language: Language, *words: str, query: Mapping[str, str | int]) -> str:
        where = self.asked.href("desk", *words, language=language)
        return f"{where}?{urlencode(query)}" if query else where

    def others(self, section: str, tail: tuple[str, ...], query: Mapping[str, str | int]) -> tuple[tuple[Language, str], ...]:
        """The same page in each language of the region."""
        there = self.asked.datasette.pages.languages
        return tuple(
            (language, self._address(language, *((SECTIONS[section][language],) if section else ()), *tail, query=query))
            for language in LANGUAGES
            if language in there
        )


def services(asked: Asked) -> Services:
    """The services; the desk is not there without them."""
    if asked.services is None:
        msg = "the desk needs services"
        raise RuntimeError(msg)
    return asked.services


def work(asked: Asked) -> DeskWork:
    """What the composition root does for the desk."""
    found = services(asked).at_desk
    if found is None:
        msg = "the desk needs its work"
        raise RuntimeError(msg)
    return found


def moderated(view: View) -> View:
    """The view, for moderators; everybody else gets the sign-in page."""

    async def gated(asked: Asked) -> Response:
        return await wanted(asked, "desk") or await view(asked)

    return gated


def desk_page_at(view: View, section: str = "", tail: str = "", *, posts: bool = False) -> Page:
    """One page of the desk."""
    pattern = rest(section, tail) if section else tail
    return Page(kind="desk", view=moderated(view), rest=pattern, posts=MOST_BYTES if posts else 0, needs_services=True)


async def show(asked: Asked, template: str, section: str, **context: Any) -> Response:
    """A page of the desk with its menu, and what came of the act that led here (``act=`` of the address).

    ``tail`` among the context is what follows the section's word in the page's address.
    """
    number = asked.query.get("act") or ""
    done = await asked.in_thread(_act, services(asked), int(number)) if number.isascii() and number.isdigit() and len(number) < 10 else None  # noqa: PLR2004 - digits
    at = At(asked)
    kept = {name: value for name in asked.query if name != "act" and (value := asked.query.get(name)) and "_" not in name}
    told = {"at": at, "section": section, "menu": MENU, "act": done, "once": nonce(), **_times(asked), **context}
    told["languages"] = at.others(section, context.get("tail", ()), kept)
    return await asked.page(f"desk/{template}.html", "desk", private=True, **told)


def _act(found: Services, number: int) -> Act | None:
    with found.desk.read() as connection:
        return find_act(connection, number)


async def act(asked: Asked, kind: str, subject: str, payload: Mapping[str, Any], once: str) -> Act:
    """Keeps an act and has it carried out if that can be now; what came of it."""
    new = NewAct(by=role(asked), kind=kind, subject=subject, payload=payload, once=once)

    def do() -> Act:
        found = services(asked)
        kept = enqueue(found.desk, new, asked.now)
        if kept.state == "waiting":
            found.apply()
        with found.desk.read() as connection:
            return find_act(connection, kept.id) or kept

    return await asked.in_thread(do)


async def at_once(asked: Asked, new: NewAct, do: Callable[[sqlite3.Connection], str | None]) -> Act | None:
    """An act that only changes the desk's own file: ``do`` gives a message for the log, or ``None`` where nothing was to be done."""

    def done() -> Act | None:
        with services(asked).desk.write() as connection:
            message = do(connection)
            return None if message is None else record_in(connection, new, asked.now, message)

    return await asked.in_thread(done)


def role(asked: Asked) -> str:
    """As whom a moderator acts."""
    return str((asked.actor or {}).get("role", ""))


def _times(asked: Asked) -> dict[str, Callable[..., str]]:
    """For templates: instants on the region's clock, and local days and times of the data, as people write them."""
    zone, about = asked.now.tzinfo, asked.about

    def minute(moment: datetime) -> str:
        return about.moment(moment.astimezone(zone))

    def day_of(text: str) -> str:
        try:
            found = datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
        except ValueError:
            return text
        return about.moment(found.astimezone(zone) if text.endswith("Z") and isinstance(found, datetime) else found)

    def span_of(one: Seen) -> str:
        begin, end = day_of(one.start), one.end
        if not one.start or not end:
            return begin
        same_day = end[:10] == one.start[:10] and "T" in end
        return f"{begin}–{datetime.fromisoformat(end):%-H.%M}" if same_day else f"{begin}–{day_of(end)}"

    return {"minute": minute, "day_of": day_of, "span_of": span_of}


def page_number(asked: Asked) -> int:
    """Which page of a list is asked for, from 1 on."""
    text = asked.query.get("page") or "1"
    return min(max(int(text), 1), 10_000) if text.isascii() and text.isdigit() and len(text) < 6 else 1  # noqa: PLR2004 - digits
