"""Questions in SQL are for those who are signed in; what they read is the public data, and nothing they write changes it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest

from explorer.app import explorer_app
from explorer.instance import Means
from explorer.services import Services
from store.desk import open_desk
from store.desk_accounts import add_account, hashed
from tests.desk_client import PASSWORD, ROUNDS, sign_in
from tests.door_client import Visitor
from tests.explorer_snapshot import schedules, write_snapshot
from tests.store_support import NOW

QUERY = "/explore/kysely/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("query")
    write_snapshot(made / "kooste.db")
    with open_desk(made).write() as connection:
        add_account(connection, ("pekka", "neuvola", "professional"), hashed(PASSWORD, ROUNDS), NOW)
    return made


def run(folder: Path, story: Callable[[Visitor], Awaitable[httpx.Response]]) -> httpx.Response:
    """What one visitor's story gives."""
    import asyncio

    async def told() -> httpx.Response:
        services = Services(desk=open_desk(folder), apply=lambda: None)
        app = explorer_app(lambda: folder / "kooste.db", schedules(), means=Means(services=services, now=lambda: NOW))
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app, client=("192.0.2.7", 1)), base_url="http://kooste.example"
        ) as client:
            try:
                return await story(Visitor(client))
            finally:
                await app.aclose()

    return asyncio.run(told())


def asked(sql: str, file: str = "") -> str:
    return f"{QUERY}{file}?{urlencode({'q': sql})}"


def signed_in(address: str) -> Callable[[Visitor], Awaitable[httpx.Response]]:
    async def story(visitor: Visitor) -> httpx.Response:
        await sign_in(visitor, "pekka")
        return await visitor.client.get(address)

    return story


@pytest.mark.parametrize("file", ["", "kooste.csv", "kooste.json"])
def test_the_public_is_led_to_the_door_and_its_question_is_not_asked(file: str, folder: Path) -> None:
    async def story(visitor: Visitor) -> httpx.Response:
        return await visitor.client.get(asked("select 'kukkaruukku'", file))

    told = run(folder, story)
    assert told.status_code == 303
    assert told.headers["location"].startswith("/explore/kirjaudu/")


def test_a_professional_gets_a_table_and_the_same_as_data(folder: Path) -> None:
    sql = "select id, '=1+1' as formula, '<script>' as mark from events order by id limit 2"
    page, table, data = (run(folder, signed_in(asked(sql, file))) for file in ("", "kooste.csv", "kooste.json"))
    assert "<td>e0</td>" in page.text
    assert "&lt;script&gt;" in page.text
    assert all("no-store" in told.headers["cache-control"] for told in (page, table, data))
    assert table.text.splitlines()[:2] == ["id,formula,mark", "e0,'=1+1,<script>"]
    assert data.json() == {
        "columns": ["id", "formula", "mark"],
        "rows": [["e0", "=1+1", "<script>"], ["e1", "=1+1", "<script>"]],
        "is_cut": False,
    }


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("selec 1", "Kyselyssä on virhe."),
        ("delete from events", "Vain lukeminen on sallittu."),
        ("select zeroblob(1900000000)", "liian paljon muistia"),
    ],
)
def test_what_cannot_be_answered_is_said_in_words_and_kept_in_the_field(sql: str, words: str, folder: Path) -> None:
    told = run(folder, signed_in(asked(sql)))
    assert told.status_code == 400
    assert words in told.text
    assert f">{sql}</textarea>" in told.text


def test_the_page_speaks_three_languages(folder: Path) -> None:
    told = run(folder, signed_in("/explore/query/"))
    assert "<h1>Ask in SQL</h1>" in told.text
    assert '<html lang="en">' in told.text
