"""Measures one polite pass over many sources that have nothing new, as most sources of a region do most of the time.

Every source has a host of its own (loopback addresses ``127.x.y.z`` of one server in a process of its own), answers 304 to a conditional
request and has a robots.txt. Told are requests a second, processor time a source, the memory of this process after each pass, and, as
the bound that no crawler can pass, the same number of conditional requests with httpx alone (no robots.txt, no pause, no store).

    python benchmarks/polite_pass.py [--sources 1000] [--passes 20] [--delay 1]
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

import httpx

from harvesters.source import Schedules
from kooste import pipeline
from store.database import open_store

START = datetime(2026, 11, 22, 6, tzinfo=UTC)
AT_ONCE = 64
"""As many hosts side by side as our own crawl has."""
CALENDAR = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Norppala//benchmark//FI\r\nBEGIN:VEVENT\r\nUID:a@yhdistys.example\r\n"
    b"DTSTART:20261201T160000Z\r\nDTEND:20261201T170000Z\r\nSUMMARY:Jumppa\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
ETAG = b'"always"'


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One request: robots.txt, 304 to a conditional one, else the calendar."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        if b"/robots.txt" in head.split(b"\r\n", 1)[0]:
            body, status = b"User-agent: *\nDisallow: /private\n", b"200 OK"
        elif ETAG in head:
            body, status = b"", b"304 Not Modified"
        else:
            body, status = CALENDAR, b"200 OK"
        length = b"" if status.startswith(b"304") else b"Content-Length: %d\r\n" % len(body)
        writer.write(b"HTTP/1.1 %s\r\nETag: %s\r\n%sConnection: close\r\n\r\n%s" % (status, ETAG, length, body))
        await writer.drain()
    except (ConnectionError, asyncio.IncompleteReadError):
        return
    finally:
        writer.close()


def _serve(pipe: Connection) -> None:
    async def forever() -> None:
        server = await asyncio.start_server(_answer, "0.0.0.0", 0, backlog=2048)  # noqa: S104 - every loopback address
        pipe.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(forever())


@contextmanager
def server() -> Iterator[int]:
    """The port of the server."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        process.kill()
        process.join()


def hosts(number: int) -> list[str]:
    """So many loopback addresses."""
    return [f"127.0.{10 + n // 250}.{1 + n % 250}" for n in range(number)]


def region(addresses: list[str], port: int, delay: float) -> Schedules:
    """A region with a source at each address."""
    fetch = {"delay_seconds": delay, "allow_hosts": [f"{address}:{port}" for address in addresses]}
    found = Schedules.model_validate(
        {
            "region": {
                "id": "norppala",
                "name": "Norppala",
                "timezone": "Europe/Helsinki",
                "public_address": "https://norppala.example/",
                "contact": {"name": "Toimisto", "email": "toimisto@norppala.example"},
            },
            "defaults": {"fetch": fetch},
            "sources": [
                {"id": f"s{n}", "title": f"s{n}", "organizer": {"name": f"s{n}"}, "format": "ical", "url": f"http://{address}:{port}/a.ics"}
                for n, address in enumerate(addresses)
            ],
        }
    )
    return found.model_copy(update={"sources": tuple(found.resolved(source) for source in found.sources)})


def cpu_seconds() -> float:
    """Processor time of this process and of the children that ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def megabytes() -> float:
    """Memory of this process that is not shared or swapped out."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


async def _bound(urls: list[str]) -> float:
    limit = asyncio.Semaphore(AT_ONCE)
    async with httpx.AsyncClient(trust_env=False) as client:

        async def one(url: str) -> None:
            async with limit:
                answer = await client.get(url, headers={"If-None-Match": ETAG.decode()})
                assert answer.status_code == httpx.codes.NOT_MODIFIED

        began = time.perf_counter()
        await asyncio.gather(*map(one, urls))
        return time.perf_counter() - began


def main() -> None:
    """Prints one line a pass, then the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=int, default=1000)
    parser.add_argument("--passes", type=int, default=20)
    parser.add_argument("--delay", type=float, default=1.0)
    told = parser.parse_args()
    with server() as port, tempfile.TemporaryDirectory() as folder, open_store(Path(folder)) as store:
        addresses = hosts(told.sources)
        schedules = region(addresses, port, told.delay)
        seconds, used, memory = [], [], []
        for number in range(told.passes + 1):
            began, cpu = time.perf_counter(), cpu_seconds()
            now = START + number * timedelta(minutes=30)
            outcomes = [summary.outcome for summary in pipeline.harvest(store, schedules, schedules.sources, now)]
            assert set(outcomes) == {"changed" if number == 0 else "unchanged"}, Counter(outcomes)
            assert len(outcomes) == told.sources
            seconds.append(time.perf_counter() - began)
            used.append(cpu_seconds() - cpu)
            memory.append(megabytes())
            print(f"pass {number:2}: {seconds[-1]:6.1f} s, {used[-1]:6.1f} s of processor time, {memory[-1]:6.1f} MB")
        bound = asyncio.run(_bound([f"http://{address}:{port}/a.ics" for address in addresses]))
    best, cost = min(seconds[1:]), min(used[1:])
    rate = told.sources / best
    print(f"{told.sources} sources, all 304: {best:.1f} s a pass, {rate:.0f} sources/s, twice as many requests with robots.txt")
    print(f"processor time a source: {1000 * cost / told.sources:.1f} ms; of the first pass: {1000 * used[0] / told.sources:.1f} ms")
    print(f"httpx alone: {bound:.1f} s, {told.sources / bound:.0f} requests/s; a polite pass takes {best / bound:.1f} times as long")
    print(f"memory after the first pass {memory[1]:.1f} MB, after the last {memory[-1]:.1f} MB")


if __name__ == "__main__":
    main()
