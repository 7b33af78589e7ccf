"""Measures what misbehaving sources cost the others, over HTTP on loopback, every source on a host of its own.

* How much later a healthy source is stored beside twenty slow ones (a byte a second, a header a second, never a byte) than alone.
* The memory of this process and of its largest helper while a source of many large pages is harvested: anew, unchanged, one page changed.

    python benchmarks/misbehaving.py [--slow 20] [--pages 24] [--megabytes 1]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from harvesters.source import Schedules
from kooste import pipeline
from store.database import open_store
from store.harvests import HarvestSummary

START = datetime(2026, 11, 22, 6, tzinfo=UTC)
HEALTHY, LARGE = "127.0.3.1", "127.0.4.1"
SLOW = ("drip", "headers", "silent")
EVENTS = 100
"""On one large page."""
DEADLINE_SECONDS = 8
"""What one source gets."""
MOST_DELAY_SECONDS, MOST_MEGABYTES = 5, 300
CALENDAR = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Norppala//benchmark//FI\r\nBEGIN:VEVENT\r\nUID:a@norppala.example\r\n"
    b"DTSTART:20261201T160000Z\r\nDTEND:20261201T170000Z\r\nSUMMARY:Jumppa\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@dataclass
class Server:
    """Answers every path in its own manner; a list's second page is another one after ``/change`` was asked."""

    pages: int
    size: int
    """Bytes of one large page, about."""
    version: int = 0

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request."""
        try:
            path = (await reader.readuntil(b"\r\n\r\n")).split(b" ", 2)[1].decode().partition("?")[0]
            self.version += path == "/change"
            if path.startswith("/slow/"):
                await _slowly(writer, path)
            elif path.startswith("/v1/event/"):
                _whole(writer, self._page(int(path.rpartition("/")[2] or 1)), "application/json")
            else:
                _whole(writer, CALENDAR if path == "/calendar" else b"User-agent: *\nDisallow:\n", "text/calendar")
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()

    @cached_property
    def _filling(self) -> str:
        return "sana " * (self.size // EVENTS // 5)

    def _page(self, number: int) -> bytes:
        words = f"Tervetuloa, versio {self.version if number == 2 else 0}. {self._filling}"
        records = [
            {
                "id": f"n:{number}-{n}",
                "name": {"fi": f"Tapahtuma {number}-{n}"},
                "description": {"fi": words},
                "start_time": f"{START.date() + timedelta(days=1 + n)}T16:00:00Z",
            }
            for n in range(EVENTS)
        ]
        following = f"/v1/event/{number + 1}" if number < self.pages else None
        return json.dumps({"meta": {"count": EVENTS * self.pages, "next": following}, "data": records}).encode()


def _whole(writer: asyncio.StreamWriter, body: bytes, kind: str) -> None:
    writer.write(f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body)


async def _slowly(writer: asyncio.StreamWriter, path: str) -> None:
    """Longer than anybody waits."""
    begin = {"/slow/drip": b"HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\n\r\n", "/slow/headers": b"HTTP/1.1 200 OK\r\n"}
    writer.write(begin.get(path, b""))
    for number in range(2 * DEADLINE_SECONDS):
        if path in begin:
            writer.write(b"B" if path.endswith("drip") else f"X-{number}: a\r\n".encode())
            await writer.drain()
        await asyncio.sleep(1)


def _serve(pipe: Connection, server: Server) -> None:
    async def forever() -> None:
        listening = await asyncio.start_server(server.answer, "0.0.0.0", 0)  # noqa: S104 - every loopback address
        pipe.send(listening.sockets[0].getsockname()[1])
        await listening.serve_forever()

    asyncio.run(forever())


@contextmanager
def running(server: Server) -> Iterator[int]:
    """The port of the server."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_serve, args=(theirs, server), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        process.kill()
        process.join()


def region(port: int, sources: Sequence[dict[str, Any]]) -> Schedules:
    """These sources; each host may be asked."""
    hosts = [f"{source.pop('host')}:{port}" for source in sources]
    found = Schedules.model_validate(
        {
            "region": {
                "id": "norppala",
                "name": "Norppala",
                "timezone": "Europe/Helsinki",
                "public_address": "https://kalenteri.norppala.example/",
                "contact": {"name": "Toimisto", "email": "toimisto@norppala.example"},
            },
            "defaults": {"fetch": {"delay_seconds": 0, "total_seconds": DEADLINE_SECONDS, "allow_hosts": hosts}},
            "sources": [source | {"title": source["id"], "organizer": {"name": source["id"]}} for source in sources],
        }
    )
    return found.model_copy(update={"sources": tuple(found.resolved(source) for source in found.sources)})


def entry(port: int, name: str, host: str, path: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "host": host, "url": f"http://{host}:{port}{path}", "format": "ical"} | more


def harvested(schedules: Schedules) -> dict[str, tuple[float, HarvestSummary]]:
    """Source id -> seconds until it was stored, and how it ended; in a store of its own."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder)) as store:
        began = time.perf_counter()
        return {one.source_id: (time.perf_counter() - began, one) for one in pipeline.harvest(store, schedules, schedules.sources, START)}


def delay(port: int, slow: int) -> None:
    """Seconds alone, beside the slow ones, and until the first of those has failed."""
    healthy = entry(port, "healthy", HEALTHY, "/calendar")
    alone = harvested(region(port, [dict(healthy)]))["healthy"][0]
    others = [entry(port, f"slow-{n}", f"127.0.5.{n + 1}", f"/slow/{SLOW[n % len(SLOW)]}") for n in range(slow)]
    beside = harvested(region(port, [*others, dict(healthy)]))
    seconds = beside["healthy"][0]
    failed = min(taken for name, (taken, _) in beside.items() if name != "healthy")
    assert beside["healthy"][1].new == 1, beside
    assert {summary.reason for _, summary in beside.values()} == {"", "timeout"}
    print(f"healthy source alone: stored after {alone:.2f} s; beside {slow} slow ones: after {seconds:.2f} s,")
    print(f"  {seconds - alone:+.2f} s (at most {MOST_DELAY_SECONDS}); the first slow one had failed after {failed:.2f} s")
    assert seconds - alone < MOST_DELAY_SECONDS


def megabytes(who: int) -> float:
    """The most memory this process, or its largest child that ended, ever had."""
    return resource.getrusage(who).ru_maxrss / 1024


def memory(port: int, server: Server) -> None:
    """One line a harvest of the large source."""
    expect = {"max_events": 2 * EVENTS * server.pages}
    schedules = region(port, [entry(port, "large", LARGE, "/v1/event/", format="linked_events", expect=expect)])
    change = region(port, [entry(port, "change", LARGE, "/change")])
    before = megabytes(resource.RUSAGE_SELF)
    print(f"{server.pages} pages of {len(server._page(1)) / 1e6:.2f} MB; this process before: {before:.0f} MB")  # noqa: SLF001 - its size
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder)) as store:
        for number, what in enumerate(("anew", "unchanged", "one page changed", "in full again")):
            if what == "one page changed":
                harvested(change)
            began = time.perf_counter()
            now = START + timedelta(hours=number * (1 if number < 3 else 9))
            (one,) = pipeline.harvest(store, schedules, schedules.sources, now)
            taken, most = time.perf_counter() - began, megabytes(resource.RUSAGE_SELF)
            told = f"{one.outcome} {one.reason}: read {one.read}, new {one.new}, changed {one.changed}"
            print(f"{what:17} {taken:5.1f} s; {told}; at most {most:.0f} MB here, {megabytes(resource.RUSAGE_CHILDREN):.0f} MB in a helper")
            assert one.state == "ok"
    grown = megabytes(resource.RUSAGE_SELF) - before
    print(f"this process grew by {grown:.0f} MB (at most {MOST_MEGABYTES})")
    assert grown < MOST_MEGABYTES


def main() -> None:
    """Prints the figures and fails where they are beyond their bounds."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--slow", type=int, default=20)
    options.add_argument("--pages", type=int, default=24)
    options.add_argument("--megabytes", type=float, default=1)
    chosen = options.parse_args()
    server = Server(pages=chosen.pages, size=int(chosen.megabytes * 1e6))
    with running(server) as port:
        delay(port, chosen.slow)
        memory(port, server)


if __name__ == "__main__":
    main()
