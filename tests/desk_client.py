"""A small region with something waiting in every part of the desk, and a moderator who sits at it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import httpx
import yaml

from explorer.app import Explorer, explorer_app
from explorer.instance import Means
from harvesters.source import Schedules
from kooste import explorer_services
from kooste.settings import load
from store.database import open_store
from store.desk import Desk, open_desk
from store.desk_accounts import add_account, hashed
from store.snapshot import current_snapshot, freeze
from tests.door_client import Visitor
from tests.store_support import DAY, HELSINKI, NOW, Region, many, record, schedules, weekly

START = datetime(2026, 11, 28, 18, tzinfo=HELSINKI)
DESK = "/explore/poyta/"
SIGN_IN = "/explore/kirjaudu/"
PASSWORD = "seitseman-veljesta"  # noqa: S105 - of an account that exists only in a test
ROUNDS = 1000
"""Of the hash: a test need not be slow to show that it is right."""
_T = TypeVar("_T")


@dataclass
class Sitting:
    """The explorer with the desk over a data directory, and its clock."""

    folder: Path
    app: Explorer
    desk: Desk
    schedules: Schedules
    means: Means

    @property
    def config(self) -> Path:
        return self.folder / "schedules.yaml"

    @property
    def data(self) -> Path:
        return self.folder / "var"

    def run(self, story: Callable[[Visitor], Awaitable[_T]], *, host: str = "192.0.2.7", secure: bool = False) -> _T:
        """What one visitor's story gives."""
        import asyncio

        async def told() -> _T:
            transport = httpx.ASGITransport(self.app, client=(host, 1))
            address = f"http{'s' if secure else ''}://kooste.example"
            async with httpx.AsyncClient(transport=transport, base_url=address) as client:
                try:
                    return await story(Visitor(client))
                finally:
                    await self.app.aclose()

        return asyncio.run(told())

    def acts(self) -> list[tuple[Any, ...]]:
        """Kind, role, state of every act, oldest first."""
        with self.desk.read() as connection:
            return [tuple(row) for row in connection.execute("select kind, made_by, state from act order by id")]

    def later(self, passed: timedelta) -> Sitting:
        """The same some time later."""
        return opened(self.folder, NOW + passed)


def base(folder: Path) -> Path:
    """The data directory with its configuration, made once; tests take copies of it."""
    document = schedules().model_dump(mode="json", exclude_defaults=True)
    document["region"]["languages"] = ["fi", "sv", "en"]
    config = folder / "schedules.yaml"
    config.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
    with open_store(folder / "var") as store:
        region = Region(store, load(config))
        region.configure()
        clash = record("k1", "Kuoroharjoitus", START + 3 * DAY, location="Sali")
        songs = record("c9", "Kauneimmat joululaulut", START + 5 * DAY)
        region.harvest([record("c1", "Joulukonsertti", START), clash, songs, *many(12, first=40)], source="choir")
        told = [
            record("l1", "Joulukonsertti kirjastossa", START),
            record("l2", "Tanssikurssi", START + 3 * DAY, location="Sali"),
            record("l3", "Yhteislaulua", START + 5 * DAY),
            record("l4", "Kädentaitoja", START + 6 * DAY, location="Kylätalo Vanhala"),
            weekly("l5", name="Lukupiiri", start=START + 2 * DAY),
        ]
        region.harvest(told, source="library")
        region.harvest([record("c1", "Joulukonsertti", START), clash, songs, record("c8", "Uusi retki", START + 7 * DAY)], NOW + DAY / 24)
        region.relate()
        freeze(store, NOW)
    return folder


def copied(made: Path, folder: Path) -> Sitting:
    """A copy of the region, and the explorer over it."""
    shutil.copytree(made, folder, symlinks=True, dirs_exist_ok=True)
    return opened(folder, NOW)


def opened(folder: Path, now: datetime) -> Sitting:
    """The explorer over a data directory, with a moderator (``maija``) and a professional (``pekka``)."""
    config, data = folder / "schedules.yaml", folder / "var"
    known = load(config)
    means = replace(explorer_services.means(known, data, config, lambda: now), secret="s" * 64)
    desk = open_desk(data)
    with desk.write() as connection:
        if not connection.execute("select 1 from account").fetchone():
            add_account(connection, ("maija", "toimitus", "moderator"), hashed(PASSWORD, ROUNDS), now)
            add_account(connection, ("pekka", "neuvola", "professional"), hashed(PASSWORD, ROUNDS), now)
    return Sitting(folder, explorer_app(lambda: current_snapshot(data), known, means=means), desk, known, means)


async def sign_in(visitor: Visitor, name: str = "maija", password: str = PASSWORD, *, at: str = SIGN_IN) -> httpx.Response:
    """The page that a name and a password lead to."""
    await visitor.open(at)
    return await visitor.send({"name": name, "password": password}, to=SIGN_IN)


async def press(visitor: Visitor, words: str, **fields: str) -> httpx.Response:
    """Sends the form whose button says these words, with its hidden fields and the button's own."""
    for action, inside in re.findall(r'<form[^>]*method="post"[^>]*action="([^"]+)"[^>]*>(.*?)</form>', visitor.page.text, re.DOTALL):
        for attributes, label in re.findall(r"<button([^>]*)>(.*?)</button>", inside, re.DOTALL):
            if re.sub(r"<[^>]+>", "", label).startswith(words):
                return await _send(visitor, action, inside, attributes, fields)
    msg = f"no button {words!r} on {visitor.page.url}"
    raise AssertionError(msg)


async def _send(visitor: Visitor, action: str, inside: str, attributes: str, fields: dict[str, str]) -> httpx.Response:
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', inside))
    button = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', attributes))
    visitor.page = await visitor.client.post(action, data={**hidden, **button, **fields})
    if visitor.page.status_code == 303:
        await visitor.open(visitor.page.headers["location"])
    return visitor.page
