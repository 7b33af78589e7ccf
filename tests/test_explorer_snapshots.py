"""A new snapshot is taken up between requests: never a mixture, never a failure, nothing left open."""

from __future__ import annotations

import asyncio
import os
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest

from explorer.app import Explorer, explorer_app
from tests.explorer_client import client
from tests.explorer_snapshot import schedules, write_snapshot

EDITIONS = 8
READERS = 6
ROWS = "/explore/kooste/events.json?_shape=objects&_size=max&_labels=on"
META = "/explore/kooste/meta.json?_shape=objects&key=content_id"


class Shelf:
    """Snapshots in a folder, and which one is current."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.current: Path | None = None

    def path(self) -> Path | None:
        return self.current

    def put(self, edition: int) -> Path:
        """Makes edition ``n``, which has ``n`` events, current; the one before is deleted, as pruning would."""
        before, self.current = self.current, write_snapshot(self.folder / f"{edition}.db", edition=str(edition), events=edition)
        if before is not None:
            before.unlink(missing_ok=True)
        return self.current

    def open_files(self) -> list[str]:
        """Which of its files this process holds open."""
        held = [os.readlink(link) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]  # noqa: PTH115 - it may end in " (deleted)"
        return [target for target in held if target.startswith(str(self.folder))]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def editions(answer: httpx.Response) -> set[int]:
    """Every edition that one answer speaks of."""
    body: dict[str, Any] = answer.json()
    found = {int(row["content_id"]) for row in body["rows"] if "content_id" in row} | {
        int(row["value"]) for row in body["rows"] if row.get("key") == "content_id"
    }
    for row in body["rows"]:
        if "organizer_id" in row:
            found |= {int(row["place_text"].split()[-1]), int(row["organizer_id"]["label"].split()[-1]), len(body["rows"])}
            found.add(body["filtered_table_rows_count"])
    return found


def test_each_answer_is_of_exactly_the_current_snapshot_while_snapshots_change(shelf: Shelf) -> None:
    app = explorer_app(shelf.path, schedules())
    mistakes: list[object] = []
    asked = 0
    now = 1
    answered = asyncio.Event()

    async def read(asking: httpx.AsyncClient, done: asyncio.Event) -> None:
        nonlocal asked
        while not done.is_set():
            for path in (ROWS, META):
                begun = now
                answer = await asking.get(path)
                said = editions(answer) if answer.status_code == 200 else set()
                asked += 1
                answered.set()
                if len(said) != 1 or not begun <= min(said) <= now:
                    mistakes.append((answer.status_code, path, said, begun, now))

    async def change(done: asyncio.Event) -> None:
        nonlocal now
        for edition in range(2, EDITIONS + 1):
            for _ in range(3 * READERS):
                answered.clear()
                await answered.wait()
            shelf.put(edition)
            now = edition
        done.set()

    async def run() -> None:
        done = asyncio.Event()
        async with client(app) as asking:
            await asyncio.gather(change(done), *[read(asking, done) for _ in range(READERS)])
            assert editions(await asking.get(ROWS)) == {EDITIONS}
        await app.aclose()

    shelf.put(1)
    threads = threading.active_count()
    asyncio.run(run())
    assert mistakes == []
    assert asked > EDITIONS * READERS
    assert shelf.open_files() == []
    assert threading.active_count() <= threads


def test_a_request_that_began_on_the_old_snapshot_ends_on_it(shelf: Shelf) -> None:
    app = explorer_app(shelf.path, schedules())
    old = shelf.put(3).read_bytes()

    async def download(begun: asyncio.Event, go_on: asyncio.Event) -> bytes:
        body = b""

        async def send(message: Any) -> None:
            nonlocal body
            body += message.get("body", b"")
            begun.set()
            await go_on.wait()

        path = "/explore/kooste.db"
        scope = {"type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"", "headers": []}
        await app(scope, nothing, send)
        return body

    async def run() -> None:
        begun, go_on = asyncio.Event(), asyncio.Event()
        async with client(app) as asking:
            downloading = asyncio.create_task(download(begun, go_on))
            await begun.wait()
            shelf.put(4)
            assert editions(await asking.get(ROWS)) == {4}
            assert any(name.endswith("3.db (deleted)") for name in shelf.open_files())
            go_on.set()
            assert await downloading == old
        await app.aclose()

    asyncio.run(run())
    assert shelf.open_files() == []


async def nothing() -> Any:
    return {"type": "http.request", "body": b"", "more_body": False}


def test_the_first_snapshot_may_come_later(shelf: Shelf) -> None:
    assert statuses(explorer_app(shelf.path, schedules()), lambda: shelf.put(2)) == [503, 200]


def test_another_file_under_the_same_name_is_another_snapshot(shelf: Shelf) -> None:
    app = explorer_app(shelf.path, schedules())
    current = shelf.put(2)

    async def run() -> list[set[int]]:
        async with client(app) as asking:
            before = editions(await asking.get(ROWS))
            write_snapshot(shelf.folder / "new.db", edition="5", events=5).replace(current)
            after = editions(await asking.get(ROWS))
        await app.aclose()
        return [before, after]

    assert asyncio.run(run()) == [{2}, {5}]


def test_the_current_snapshot_may_be_named_by_a_link(shelf: Shelf) -> None:
    link = shelf.folder / "current"
    app = explorer_app(lambda: link, schedules())
    shelf.put(2)
    link.symlink_to("2.db")

    async def run() -> list[set[int]]:
        async with client(app) as asking:
            before = editions(await asking.get(ROWS))
            shelf.put(3)
            link.unlink()
            link.symlink_to("3.db")
            after = editions(await asking.get(ROWS))
        await app.aclose()
        return [before, after]

    assert asyncio.run(run()) == [{2}, {3}]


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\0" + b"\0" * 4096])
def test_a_file_that_is_no_snapshot_leaves_the_last_one_in_place(shelf: Shelf, content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    good, bad = shelf.put(2), shelf.folder / "bad.db"
    bad.write_bytes(content)

    def spoil() -> None:
        shelf.current = bad

    def mend() -> None:
        shelf.current = good

    assert statuses(explorer_app(shelf.path, schedules()), spoil, mend) == [200, 200, 200]
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "bad.db" in caplog.text
    assert "stays with what it had" in caplog.text
    assert shelf.open_files() == []


def test_a_snapshot_that_vanishes_between_the_look_and_the_opening_is_not_there(shelf: Shelf) -> None:
    shelf.current = shelf.folder / "gone.db"
    assert statuses(explorer_app(shelf.path, schedules()), lambda: shelf.put(2)) == [503, 200]


def statuses(app: Explorer, *changes: Any) -> list[int]:
    """The status of the rows before any change and after each of them."""

    async def run() -> list[int]:
        async with client(app) as asking:
            found = [(await asking.get(ROWS)).status_code]
            for change in changes:
                change()
                found.append((await asking.get(ROWS)).status_code)
        await app.aclose()
        return found

    return asyncio.run(run())
