"""Every address that takes a form, met by those who mean it ill: strangers' pages, programs, floods, scripts in every field."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import TypeVar

import httpx
import pytest

from explorer.addresses import SLUGS
from explorer.app import Explorer, explorer_app
from explorer.guard import POSTS_AT_ONCE
from explorer.instance import Means
from explorer.page import TOKEN, TRAP, Page
from explorer.routes import PAGES, most_posted
from explorer.services import Services
from store.desk import Desk, open_desk
from tests.door_client import Visitor
from tests.explorer_snapshot import schedules, write_snapshot
from tests.store_support import NOW

FORMS = [page for page in PAGES if page.posts]
FEEDBACK = "/explore/palaute/"
SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
_T = TypeVar("_T")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("hostile")
    write_snapshot(made / "kooste.db")
    return made


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    yield open_desk(folder)
    for file in folder.glob("desk.db*"):
        file.unlink()


def app(folder: Path, desk: Desk) -> Explorer:
    means = Means(services=Services(desk=desk, apply=lambda: None), now=lambda: NOW)
    return explorer_app(lambda: folder / "kooste.db", schedules(), means=means)


def asked(folder: Path, desk: Desk, story: Callable[[Callable[[str], httpx.AsyncClient]], Awaitable[_T]]) -> _T:
    """What a story gives; it is handed a maker of clients, by their address."""

    async def told() -> _T:
        made = app(folder, desk)
        clients: list[httpx.AsyncClient] = []

        def client(host: str) -> httpx.AsyncClient:
            clients.append(httpx.AsyncClient(transport=httpx.ASGITransport(made, client=(host, 1)), base_url="http://kooste.example"))
            return clients[-1]

        try:
            return await story(client)
        finally:
            for one in clients:
                await one.aclose()
            await made.aclose()

    return asyncio.run(told())


def address(page: Page) -> str:
    """The page's address, where nothing of it is named by a regular expression."""
    return f"/explore/{SLUGS[page.kind]['fi']}/{page.rest}"


def content(desk: Desk) -> list[str]:
    """Everything the private file holds."""
    with desk.read() as connection:
        return list(connection.iterdump())


PLAIN = [page for page in FORMS if re.fullmatch("[a-z-]*", page.rest)]
NOT_OURS: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "no token": ({}, {"address": "x", "text": "x", "name": "x", "password": "x"}),
    "another site": ({"sec-fetch-site": "cross-site"}, {TOKEN: "x"}),
    "a made-up token": ({"cookie": "ds_csrftoken=made-up"}, {TOKEN: "made-up"}),
    "no form": ({"content-type": "application/json"}, {}),
}


@pytest.mark.parametrize("page", PLAIN, ids=address)
@pytest.mark.parametrize("sort", NOT_OURS)
def test_a_form_that_is_not_ours_changes_nothing(page: Page, sort: str, folder: Path, desk: Desk) -> None:
    headers, body = NOT_OURS[sort]
    before = content(desk)

    async def story(client: Callable[[str], httpx.AsyncClient]) -> int:
        return (await client("192.0.2.1").post(address(page), data=body, headers=headers)).status_code

    assert asked(folder, desk, story) in {303, 400, 403, 404}
    assert content(desk) == before


def test_a_form_that_is_too_large_is_refused_before_it_is_read(folder: Path, desk: Desk) -> None:
    most = most_posted("/palaute/")

    async def story(client: Callable[[str], httpx.AsyncClient]) -> int:
        told = await client("192.0.2.1").post(FEEDBACK, data={"text": "x" * (most + 1)})
        return told.status_code

    assert most > 0
    assert asked(folder, desk, story) == 413


def test_addresses_without_a_form_take_nothing(folder: Path, desk: Desk) -> None:
    async def story(client: Callable[[str], httpx.AsyncClient]) -> list[int]:
        paths = ("/explore/", "/explore/ohjaus/", "/explore/tilastot/", "/explore/kooste/events", "/explore/kysely/", "/explore/v1/event/")
        return [(await client("192.0.2.1").post(path, data={"x": "y"})).status_code for path in paths]

    assert asked(folder, desk, story) == [405] * 6


async def _send(visitor: Visitor, **fields: str) -> httpx.Response:
    await visitor.open(FEEDBACK)
    return await visitor.send({"kind": "time", "text": "Kello on väärin.", **fields}, follow=False)


def test_a_program_that_fills_every_field_is_not_taken_in(folder: Path, desk: Desk) -> None:
    before = content(desk)

    async def story(client: Callable[[str], httpx.AsyncClient]) -> int:
        return (await _send(Visitor(client("192.0.2.1")), **{TRAP: "https://spam.example/"})).status_code

    assert asked(folder, desk, story) == 400
    assert content(desk) == before


def test_a_flood_from_one_client_loses_no_form_of_another(folder: Path, desk: Desk) -> None:
    async def story(client: Callable[[str], httpx.AsyncClient]) -> tuple[int, int]:
        flooding, neighbour = client("192.0.2.1"), Visitor(client("192.0.2.2"))
        flood = [(await flooding.post(FEEDBACK, data={"text": "x"})).status_code for _ in range(1000)]
        return flood.count(429), (await _send(neighbour)).status_code

    refused, taken = asked(folder, desk, story)
    assert refused >= 1000 - 2 * POSTS_AT_ONCE
    assert taken == 303


def test_scripts_in_every_field_come_back_as_text(folder: Path, desk: Desk) -> None:
    async def story(client: Callable[[str], httpx.AsyncClient]) -> str:
        visitor = Visitor(client("192.0.2.1"))
        wrong = await _send(visitor, text="", kind=SCRIPT, email=SCRIPT, about=SCRIPT)
        shown = [wrong.text, (await visitor.client.get(FEEDBACK, params={"about": SCRIPT, "kind": SCRIPT})).text]
        asked_for = dict.fromkeys(("ika", "alue", "paikka", "kenelle", "back", "pv"), SCRIPT)
        paths = ("ohjaus/maksutonta-lahella", "suunnittele/", "tilastot/", "kirjaudu/")
        shown += [(await visitor.client.get(f"/explore/{path}", params=asked_for)).text for path in paths]
        return "".join(shown)

    assert "<script>alert" not in asked(folder, desk, story)
    assert "<img src=x" not in asked(folder, desk, story)
