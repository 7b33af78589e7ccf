"""One port for site and explorer, beside other work in the same loop, ended by a signal."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from explorer.server import PortTakenError, serve_forever, site_app
from store.snapshot import CURRENT, DIRECTORY
from tests.explorer_client import running
from tests.explorer_snapshot import schedules, write_snapshot
from tests.shared import ROOT


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory with a site of one page, a snapshot and a private file."""
    (tmp_path / "site-a").mkdir()
    (tmp_path / "site-a" / "index.html").write_text("<title>Etusivu</title>", encoding="utf-8")
    (tmp_path / "public").symlink_to("site-a")
    (tmp_path / "private.db").write_bytes(b"secret")
    show(tmp_path, 3)
    return tmp_path


def show(data: Path, edition: int) -> None:
    """Makes an edition the current snapshot as ``store.snapshot`` does."""
    folder = data / DIRECTORY
    folder.mkdir(exist_ok=True)
    write_snapshot(folder / f"kooste-{edition}.db", edition=str(edition), events=edition)
    fresh = folder / "current.made"
    fresh.symlink_to(f"kooste-{edition}.db")
    fresh.replace(folder / CURRENT)


def test_site_and_explorer_stand_on_one_port(data: Path) -> None:
    with running(site_app(data, schedules())) as address, httpx.Client(base_url=address) as asking:
        assert "Etusivu" in asking.get("/").text
        assert "<h1>Tietoselain</h1>" in asking.get("/explore/").text
        assert len(asking.get("/explore/kooste/events.json?_shape=array").json()) == 3
        assert asking.get("/healthz").json() == {"ok": True, "site": True, "explorer": True}
        show(data, 5)
        assert len(asking.get("/explore/kooste/events.json?_shape=array").json()) == 5


def test_pages_of_the_explorer_are_compressed_and_the_file_is_not(data: Path) -> None:
    with running(site_app(data, schedules())) as address, httpx.Client(base_url=address) as asking:
        page, file = asking.get("/explore/kooste/events"), asking.get("/explore/kooste.db")
        assert page.headers["content-encoding"] == "gzip"
        assert "content-encoding" not in file.headers
        assert file.content == (data / DIRECTORY / CURRENT).read_bytes()


@pytest.mark.parametrize(
    "path", ["/explore/private.db", "/explore/private", "/private.db", "/snapshots/kooste-3.db", "/explore/../private.db"]
)
def test_private_data_is_out_of_reach(data: Path, path: str) -> None:
    with running(site_app(data, schedules())) as address, httpx.Client() as asking:
        answer = asking.get(httpx.URL(address).copy_with(raw_path=path.encode()))
        assert answer.status_code == 404
        assert b"secret" not in answer.content


def test_a_taken_port_is_named_with_what_to_do() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTakenError, match=rf"Port {port} of 127\.0\.0\.1 cannot be had \(Address already in use\).*--port"):
            asyncio.run(serve_forever(site_app(Path("none"), schedules()), "127.0.0.1", port, print))


def test_an_address_of_another_computer_is_named() -> None:
    with pytest.raises(PortTakenError, match="no such host"):
        asyncio.run(serve_forever(site_app(Path("none"), schedules()), "no such host", 0, print))


def test_serving_ends_when_the_work_beside_it_fails(data: Path) -> None:
    async def beside(ready: asyncio.Event) -> None:
        await ready.wait()
        raise RuntimeError("the scheduler broke")

    async def both() -> None:
        ready = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            group.create_task(serve_forever(site_app(data, schedules()), "127.0.0.1", 0, lambda _: ready.set()))
            group.create_task(beside(ready))

    with pytest.raises(ExceptionGroup) as caught:
        asyncio.run(both())
    assert "the scheduler broke" in repr(caught.value.exceptions)


PROGRAM = """
import asyncio, sys
from pathlib import Path
from explorer.server import serve_forever, site_app
from tests.explorer_snapshot import schedules

async def main():
    await serve_forever(site_app(Path(sys.argv[1]), schedules()), "127.0.0.1", 0, lambda address: print(address, flush=True))
    print("stopped", flush=True)

asyncio.run(main())
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_serving_and_the_caller_goes_on(data: Path, number: signal.Signals) -> None:
    environment = {"PYTHONPATH": f"{ROOT}:{ROOT / 'site'}"}
    with subprocess.Popen([sys.executable, "-c", PROGRAM, str(data)], stdout=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        address = child.stdout.readline().strip()
        assert httpx.get(f"{address}/explore/").status_code == 200
        child.send_signal(number)
        rest = child.stdout.read()
    assert (rest, child.returncode) == ("stopped\n", 0)


def test_a_visitor_who_leaves_early_harms_nobody(data: Path) -> None:
    with running(site_app(data, schedules())) as address:
        host, port = address.removeprefix("http://").split(":")
        for _ in range(5):
            with contextlib.closing(socket.create_connection((host, int(port)))) as rude:
                rude.sendall(b"GET /explore/kooste/events HTTP/1.1\r\nHost: x\r\n\r\n")
        assert httpx.get(f"{address}/explore/kooste/events").status_code == 200
