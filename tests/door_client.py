"""Somebody at the door: opens pages, fills in forms with the hidden fields that came with them, follows where it is sent."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import httpx

from explorer.app import Explorer, explorer_app
from explorer.door_examined import Examined, Found, LeftOut, Told
from explorer.door_services import DoorServices, Looked, Looks, OwnPages
from explorer.instance import Means
from explorer.services import Services
from harvesters.fetch_guard import ForbiddenAddressError, check_url
from store.desk import Desk, open_desk
from store.desk_own_events import Kept
from tests.explorer_snapshot import schedules, write_snapshot

HELSINKI = ZoneInfo("Europe/Helsinki")
NOW = datetime(2026, 11, 24, 8, tzinfo=HELSINKI)
DOOR = "/explore/ilmoita-kalenteri/"
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
_T = TypeVar("_T")


@dataclass
class Visitor:
    """One browser: its cookies and the page it is on."""

    client: httpx.AsyncClient
    page: httpx.Response = field(init=False)

    @property
    def text(self) -> str:
        """The page as a person reads it."""
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", self.page.text)).split())

    async def open(self, address: str) -> httpx.Response:
        """The page at the address."""
        self.page = await self.client.get(address)
        while self.page.status_code == 303:
            self.page = await self.client.get(self.page.headers["location"])
        return self.page

    async def send(self, fields: Mapping[str, str | Sequence[str]], *, to: str = "", follow: bool = True) -> httpx.Response:
        """The form of the page, filled in; then the page that it leads to."""
        forms = re.findall(r'<form[^>]*method="post".*?</form>', self.page.text, re.DOTALL)
        form = max(forms, key=lambda text: sum(f'name="{name}"' in text for name in fields), default="")
        hidden = {name: html.unescape(value) for name, value in _HIDDEN.findall(form)}
        target = to or str(self.page.url)
        self.page = await self.client.post(target, data={**hidden, **fields})
        if follow and self.page.status_code == 303:
            await self.open(self.page.headers["location"])
        return self.page

    def link(self, words: str) -> str:
        """Where the link with these words leads."""
        found = re.search(rf'<a[^>]*href="([^"]+)"[^>]*>\s*{re.escape(words)}', self.page.text)
        assert found, f"no link {words!r} on the page"
        return html.unescape(found[1])


def examined(verdict: str = "mend", **known: Any) -> Examined:
    """What a look gave, with one finding of each of two levels, and an event that is not taken in."""
    findings = (
        Found(code="no_end", level="mend", level_word="korjaa pian", count=5, what="Päättymisaika puuttuu 5 tapahtumasta.",
              where=("EA1-kurssi, la 23.1. klo 9.00 (rivi 4)",), why="Kävijä ei tiedä.", mend="Lisää päättymisaika.", program="Outlook"),
        Found(code="html", level="hint", level_word="vinkki", count=1, what="Kuvauksessa on <b>merkintöjä</b>."),
    )  # fmt: skip
    told = Told(
        findings=findings, left_out=(LeftOut(title="Hallituksen kokous", why="Vain jäsenille."),), days=("<p class='card'>Kortti</p>",)
    )
    facts: dict[str, Any] = {"read": 6, "coming": 6, "ready": 1, "title": "Auttajat", "format": "ical", "format_name": "iCalendar"}
    facts |= {
        "told": dict.fromkeys(("fi", "sv", "en"), told),
        "address_shown": "https://auttajat.example/kalenteri.ics",
        "can_be_read": True,
    }
    return Examined(**{"verdict": verdict, **facts, **known})


def looked(verdict: str = "mend", **known: Any) -> Looked:
    """The same with how a source would be read."""
    entry = {"url": "https://auttajat.example/kalenteri.ics", "format": "ical"}
    return Looked(examined=examined(verdict, **known), entry=entry)


@dataclass
class Door:
    """An explorer with a door over a small snapshot, and its private file."""

    app: Explorer
    desk: Desk
    asked: list[str]
    """Addresses that were looked at, in order."""

    def run(self, story: Callable[[Visitor], Awaitable[_T]], *, host: str = "192.0.2.7") -> _T:
        """What one visitor's story gives."""

        async def told() -> _T:
            transport = httpx.ASGITransport(self.app, client=(host, 1))
            async with httpx.AsyncClient(transport=transport, base_url="http://kooste.example") as client:
                try:
                    return await story(Visitor(client))
                finally:
                    await self.app.aclose()

        return asyncio.run(told())


def door(folder: Path, look: Callable[[str], Looked] | None = None, **changes: Any) -> Door:
    """The door; ``look`` stands for the doctor."""
    desk, asked = open_desk(folder), []

    def noted(address: str) -> Looked:
        asked.append(address)
        return look(address) if look else looked()

    services = DoorServices(
        looks=Looks(noted),
        may_be_asked=_may_be_asked,
        look_at=lambda body, name: Looked(examined=examined("ready", address_shown=name, read=body.count(b"BEGIN:VEVENT"))),
        calendar=_calendar,
        style=lambda: ".site-cards { margin: 0; }",
        own_pages=lambda slug, language: OwnPages(page=f"https://norppala.example/{language}/{slug}/", href=f"/{language}/{slug}/"),
        code=lambda text: f"<svg><title>{text}</title></svg>",
    )
    means = Means(services=Services(desk=desk, apply=lambda: None, door=replace(services, **changes)), now=lambda: NOW, secret="s" * 64)
    snapshot = folder / "kooste.db"
    if not snapshot.exists():
        write_snapshot(snapshot)
    return Door(explorer_app(lambda: snapshot, schedules(), means=means), desk, asked)


def _may_be_asked(url: str) -> bool:
    try:
        check_url(url)
    except ForbiddenAddressError:
        return False
    return True


def _calendar(title: str, events: Sequence[Kept], language: str) -> bytes:
    return "\n".join([f"X-WR-CALNAME:{title}", language, *(f"BEGIN:VEVENT {kept.event.name}" for kept in events)]).encode()


def at(day: datetime = NOW) -> datetime:
    """The instant in UTC."""
    return day.astimezone(UTC)


PUBLISHING = {"organizer": "Norppalan Auttajat ry", "licence": "by", "email": "info@auttajat.example", "may_publish": "yes"}


async def sent_in(visitor: Visitor, **changes: str) -> str:
    """The private address of a calendar that was sent in."""
    await visitor.open(DOOR)
    await visitor.send({"address": "https://auttajat.example/kalenteri.ics"})
    await visitor.open(visitor.link("Jatka"))
    await visitor.send({**PUBLISHING, **changes})
    return visitor.link("Avaa tilasivu")
