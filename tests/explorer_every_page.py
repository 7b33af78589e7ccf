"""Every page of the explorer's own, in each language: where it is, and the two servers that have something to show on all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

import httpx

from explorer.addresses import SLUGS, Language
from explorer.desk_frame import SECTIONS
from explorer.door_addresses import STEPS
from explorer.door_examined import Examined
from explorer.door_forms import status_token
from explorer.door_services import Looked
from explorer.feedback import THANKS
from explorer.page import COOKIE, TOKEN
from explorer.pages import pages
from explorer.referral_questions import LIST, QUESTIONS
from explorer.server import site_app
from explorer.statistics import SHEETS
from explorer.texts import part_words
from kooste.door_look import Looking
from kooste.door_services import _style
from store.desk import Desk
from store.desk_accounts import add_account, hashed
from store.desk_drafts import save_fields, save_look
from store.desk_feedback import NewFeedback, take_feedback
from store.desk_own_events import OwnEvent, add_all
from store.desk_submissions import NewSubmission, Publishing, ask_back, mark_approved, reject, submit
from tests.desk_client import PASSWORD, ROUNDS, base, opened
from tests.door_client import NOW as DOOR_NOW
from tests.door_client import door
from tests.explorer_client import running
from tests.explorer_snapshot import schedules
from tests.referral_region import region_file
from tests.served import calendar, event
from tests.shared import ROOT
from tests.store_support import NOW

FEED = (ROOT / "examples" / "norppala" / "feeds" / "s28.ics").read_bytes()
MEMBERS = calendar(event("1", "20261126T150000Z", "Saunailta (vain jäsenille)"), event("2", "20261127T150000Z", "Kahvila"))
STATUSES = (400, 403, 404, 405, 408, 413, 414, 429, 500, 503)
STOCK = (
    *("kooste", "kooste/events", "kooste/events?_search=k&kind=event&_facet=slug&_sort=name", "kooste/events?_all=on"),
    *("kooste/events/kahvila", "kooste/occurrences", "kooste/listings", "kooste/places", "kooste/places/kirjasto", "kooste/organizers"),
    *("kooste/sources", "kooste/topics", "kooste/audiences", "kooste/availability", "kooste/issues", "kooste/harvests", "kooste/meta"),
)
"""Pages that Datasette makes, over templates of ours."""
DRAFT, EVENT, DONE = "d" * 40, "e" * 40, "f" * 40
"""Drafts: of a calendar, of an event, and one that was sent in."""
SENT = {name: name[0] * 43 for name in ("waiting", "inquired", "refused", "source")}
"""Private addresses of submissions, by what became of them."""
_SELECT = "select name, kind from events limit 3"
_QUESTION = "ika=78&paikka=kirjasto&km=5&esteettomyys=rollaattori"
_THREE = "id=kahvila&id=tukea&id=koulussa&id=poistui&id=olematon&tehty=2026-11-23"


@dataclass(frozen=True, slots=True)
class Served:
    """A running server, and the cookies of whoever looks."""

    address: str
    cookies: Mapping[str, str]
    answers: Mapping[str, str]
    """Pages that a form was answered with, by a name of ours: they stand at no address."""


@cache
def found(feed: bytes) -> Examined:
    """What the doctor really says of a calendar."""
    return Looking(schedules=schedules(), data=Path("nowhere"), now=DOOR_NOW).at_file(feed, "kalenteri.ics").examined


def town_pages(language: Language) -> dict[str, str]:
    """Name -> address of what everybody may open; the door's private pages among them."""
    words = {part: part_words(part, language) for part in ("planning", "statistics")}
    at = {kind: f"/explore/{slugs[language]}/" for kind, slugs in SLUGS.items()}
    step = {name: told[language] for name, told in STEPS.items()}
    weeks = {"fi": "ikaihmiset", "sv": "aldre", "en": "older-people"}[language]
    made = {"front": "/explore/", "referral": at["referral"], "open data": at["open_data"], "feedback": at["feedback"]}
    made |= {f"question {one.key}": at["referral"] + one.slugs[language] for one in QUESTIONS}
    first, group = (
        at["referral"] + one.slugs[language] for one in (QUESTIONS[0], next(one for one in QUESTIONS if one.answered == "gaps"))
    )
    listed = f"{at['referral']}{LIST[language]}"
    made |= {
        "question, asked": f"{first}?{_QUESTION}",
        "question, unsure": f"{first}?{_QUESTION}&tuntematon=1",
        "question, wrong": f"{first}?ika=x&km=7&alkaen=31.2.",
        "question, contacts": f"{first}?{_QUESTION}&nayta=yhteystiedot",
        "gaps, one group": f"{group}?kenelle=seniors",
        "list": f"{listed}?{_THREE}",
        "list, large": f"{listed}?{_THREE}&koko=iso",
        "list, contacts": f"{listed}?{_THREE}&nayta=yhteystiedot",
        "list, empty": listed,
    }
    made |= {
        "planning": at["planning"],
        "planning, asked": f"{at['planning']}?pv=26&kk=11&vvvv=2026&alkaa=12&paattyy=13&kenelle=seniors&paikka=kirjasto",
        "planning, wrong": f"{at['planning']}?pv=31&kk=2&vvvv=2027&alkaa=x&paattyy=",
        "weeks": f"{at['planning']}{weeks}/kerimaki",
        "weeks, everywhere": f"{at['planning']}{words['planning']['slug_all']}/{words['planning']['slug_everywhere']}",
        "statistics": at["statistics"],
        "statistics, filtered": f"{at['statistics']}?kenelle=seniors",
    }
    made |= {f"statistics {name}": at["statistics"] + words["statistics"][f"slug_{name}"] for name in SHEETS}
    steps = {"sheet": "sheet", "event": "event form", "file": "try a file"}
    made |= {name: f"{at['door']}{step[key]}" for key, name in steps.items()} | {"door": at["door"]}
    made |= {f"door {one}": f"{at['door']}{DRAFT}/{step[one]}" for one in ("address", "preview", "publishing")}
    made |= {"door event": f"{at['door']}{EVENT}/{step['event']}", "door receipt": f"{at['door']}{DONE}/{step['receipt']}"}
    made |= {"door gone": f"{at['door']}{'g' * 40}/{step['preview']}"}
    private = {name: f"{at['door']}{step['status']}/{token}" for name, token in SENT.items()}
    made |= {f"status {name}": where for name, where in private.items()}
    made |= {f"status, {one}": f"{private['source']}/{step[one]}" for one in ("withdraw", "poster", "event")}
    made |= {"status, cancel": f"{private['source']}/{step['event']}/own-1/{step['cancel']}"}
    return made | {"feedback, thanks": at["feedback"] + THANKS[language], "sign in": at["sign_in"]}


def desk_pages(language: Language) -> dict[str, str]:
    """Name -> address of what a moderator opens."""
    desk, words = f"/explore/{SLUGS['desk'][language]}/", {key: told[language] for key, told in SECTIONS.items()}
    query = f"/explore/{SLUGS['query'][language]}/"
    made = {"desk": desk} | {f"desk {key}": f"{desk}{word}" for key, word in words.items()}
    return made | {
        "desk compare, unknown": f"{desk}{words['compare']}?a=nothing&b=nothing",
        "desk feedback, one": f"{desk}{words['feedback']}/1",
        "desk submission": f"{desk}{words['submissions']}/{{submission}}",
        "desk rejected": f"{desk}{words['submissions']}?state=rejected",
        "desk corrections, found": f"{desk}{words['corrections']}?q=k&subject=place",
        "desk correction, yes or no": f"{desk}{words['corrections']}/place/library?field=accessibility.lift",
        "desk correction, number": f"{desk}{words['corrections']}/place/hall?field=capacity",
        "desk log, filtered": f"{desk}{words['log']}?kind=approve&state=done",
        "signed in": f"/explore/{SLUGS['sign_in'][language]}/",
        "query": query,
        "query, answered": f"{query}?{urlencode({'q': _SELECT})}",
        "query, wrong": f"{query}?{urlencode({'q': 'drop table events'})}",
    }


@contextmanager
def town(folder: Path) -> Iterator[Served]:
    """The referral region with a door: something stands on every page that everybody may open."""
    region_file(folder / "kooste.db")
    at = door(
        folder, lambda pasted: Looked(examined=found(FEED), entry={"format": "ical", "url": pasted}), style=lambda: _style(Path("nowhere"))
    )
    _fill(at.desk)
    with running(at.app) as address:
        yield Served(address, {}, _answers(address))


def _fill(desk: Desk) -> None:
    """Drafts, and a submission in each state."""
    looked = found(FEED).model_copy(update={"for_members": found(MEMBERS).for_members}).model_dump(mode="json")
    own = OwnEvent(name="Laulutupa", day=DOOR_NOW.date())
    with desk.write() as connection:
        for key, kind in ((DRAFT, "calendar"), (EVENT, "events"), (DONE, "calendar")):
            save_fields(connection, key, {"kind": kind, "address": "https://auttajat.example/k.ics", "language": "fi"}, DOOR_NOW)
            save_look(connection, key, looked, {"format": "ical", "url": "https://auttajat.example/k.ics"})
        for name, token in {**SENT, "done": status_token(DONE)}.items():
            publishing = Publishing(organizer=f"Auttajat {name} ry", email="info@auttajat.example", also=found(MEMBERS).for_members)
            kind = "events" if name == "source" else "calendar"
            new = NewSubmission(kind=kind, language="fi", title=name, publishing=publishing, examined=looked)  # type: ignore[arg-type] # one of two
            made = submit(connection, new, token, DOOR_NOW)
            if name == "inquired":
                ask_back(connection, made, "Kenelle tapahtumat ovat?", DOOR_NOW)
            elif name == "refused":
                reject(connection, made, "Tapahtumat eivät ole seudulla.", DOOR_NOW)
            elif name == "source":
                add_all(connection, made, [own], DOOR_NOW)
                mark_approved(connection, made, "seniorit", DOOR_NOW)


def _answers(address: str) -> dict[str, str]:
    """Forms with mistakes in them, in each language."""
    made: dict[str, str] = {}
    with httpx.Client(base_url=address, follow_redirects=True, timeout=60) as asking:
        asking.get(f"/explore/{SLUGS['feedback']['fi']}/")
        token = {TOKEN: asking.cookies[COOKIE]}
        for language in ("fi", "sv", "en"):
            at, step = f"/explore/{SLUGS['door'][language]}/", {name: told[language] for name, told in STEPS.items()}
            forms = {
                "door address, wrong": (f"{at}{DRAFT}/{step['address']}", {"address": "nimi@posti.example"}),
                "door publishing, wrong": (f"{at}{DRAFT}/{step['publishing']}", {"organizer": "", "email": "x", "business_id": "1"}),
                "door event, wrong": (f"{at}{EVENT}/{step['event']}", {"day": "x", "begins": "y", "url": "z"}),
                "feedback, wrong": (f"/explore/{SLUGS['feedback'][language]}/", {"email": "nimi@"}),
                "sign in, wrong": (f"/explore/{SLUGS['sign_in'][language]}/", {"name": "x", "password": ""}),
            }
            made |= {f"{language} {name}": asking.post(where, data={**token, **fields}).text for name, (where, fields) in forms.items()}
    told = pages(schedules(), "/explore/")
    made |= {f"{one} error {status}": told.message(status, "Why.", one) for one in told.languages for status in STATUSES}
    return made


@contextmanager
def desk(folder: Path) -> Iterator[Served]:
    """The desk with something waiting in every part of it, and a moderator who is signed in."""
    made = opened(base(folder), NOW)
    with made.desk.write() as connection:
        told = NewFeedback(language="fi", kind="time", text="Aika on väärin", email="a@posti.example")
        take_feedback(connection, told, NOW, today=NOW.date())
        looked = found(FEED).model_dump(mode="json")
        new = NewSubmission(
            kind="calendar", language="fi", title="Auttajat", publishing=Publishing(organizer="Auttajat ry"), examined=looked
        )
        submission = submit(connection, new, "s" * 43, NOW)
        rejected = replace(new, title="Muut")
        reject(connection, submit(connection, rejected, "r" * 43, NOW), "Ei seudulla.", NOW)
        add_account(connection, ("liisa", "toimitus", "moderator"), hashed(PASSWORD, ROUNDS), NOW)
    with running(site_app(made.data, made.schedules, means=made.means)) as address, httpx.Client(base_url=address, timeout=60) as asking:
        sign_in = f"/explore/{SLUGS['sign_in']['fi']}/"
        asking.get(sign_in)
        asking.post(sign_in, data={TOKEN: asking.cookies[COOKIE], "name": "liisa", "password": PASSWORD})
        yield Served(address, dict(asking.cookies), {"submission": submission})
