"""Requests per second, and how long the slowest hundredth waits: site and explorer over a region of 100,000 events, asked by wrk.

The server is one process, as ``kooste serve`` runs it; wrk (Debian's package) asks it over loopback with a few connections for some seconds
each. The site is that of a smaller region, for its pages are bounded (150 items) whatever the region's size. Both share the machine: the
figures are what one core gives while the other asks.

    python -m benchmarks.serving [--events 100000] [--seconds 5] [--connections 8]
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import shutil
import subprocess
import sys
import tempfile
from multiprocessing.synchronize import Event
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.synthetic.snapshot import NOW, write_snapshot
from publish.build import build
from tests.publish_rows import schedules

_SMALLER = 1000
_RATE = re.compile(r"Requests/sec:\s*([\d.]+)")
_SLOWEST = re.compile(r"99%\s+([\d.]+)(us|ms|s)")
_MIDDLE = re.compile(r"50%\s+([\d.]+)(us|ms|s)")
_AS_A_BROWSER = ("-H", "Accept-Encoding: gzip, deflate, br")
_IN_MS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
_FAILED = re.compile(r"Non-2xx or 3xx responses: (\d+)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--connections", type=int, default=8)
    asked = parser.parse_args()
    if shutil.which("wrk") is None:
        sys.exit("wrk is not here; on Debian: sudo apt-get install wrk")
    folder = Path(tempfile.mkdtemp(prefix="serving-"))
    try:
        prepare(folder, asked.events)
        measure(folder, asked.seconds, asked.connections)
    finally:
        shutil.rmtree(folder)


def prepare(folder: Path, events: int) -> None:
    """The snapshot in its place, and a site."""
    (folder / "snapshots").mkdir()
    write_snapshot(folder / "snapshots" / "kooste-made.db", events)
    (folder / "snapshots" / "current").symlink_to("kooste-made.db")
    write_snapshot(folder / "smaller.db", min(events, _SMALLER))
    build(folder / "smaller.db", folder, schedules(), now=NOW)


def addresses(folder: Path) -> list[tuple[str, str]]:
    """What is asked, by name."""
    free = next(iter(sorted((folder / "public" / "fi").glob("maksuton/index.html"))), None)
    question = urlencode({"ika": 78, "paikka": "p1", "km": 5, "paivia": 14})
    return [
        ("site: home", "/fi/"),
        *([("site: a facet", "/fi/maksuton/")] if free else []),
        ("referral: a question", "/explore/ohjaus/maksutonta-lahella"),
        ("referral: narrowed", f"/explore/ohjaus/maksutonta-lahella?{question}"),
        ("referral: JSON", "/explore/ohjaus/maksutonta-lahella.json"),
        ("planning", "/explore/suunnittele/"),
        ("statistics", "/explore/tilastot/"),
        ("a table", "/explore/kooste/events"),
        ("a search, most found", "/explore/kooste/events?_search=jumppa"),
        ("Linked Events", "/explore/v1/event/?page_size=20"),
        ("OpenActive", "/explore/openactive/opportunities"),
    ]


def measure(folder: Path, seconds: int, connections: int) -> None:
    """Starts the server, asks each address, prints a table."""
    context = multiprocessing.get_context("spawn")
    port, stop = context.Queue(), context.Event()
    server = context.Process(target=serve, args=(folder, port, stop))
    server.start()
    root = f"http://127.0.0.1:{port.get(timeout=120)}"
    print(f"{'address':<24}{'requests/s':>12}{'p50 ms':>10}{'p99 ms':>10}  failed")
    try:
        for name, path in addresses(folder):
            print(row(name, wrk(f"{root}{path}", seconds, connections)), flush=True)
    finally:
        stop.set()
        server.join(10)
        server.kill()


def wrk(url: str, seconds: int, connections: int) -> str:
    """What wrk prints; one request goes first, which makes what is made once for a snapshot."""
    program = str(shutil.which("wrk"))
    for length in ("1s", f"{seconds}s"):
        done = subprocess.run(
            [program, "-t1", f"-c{connections}", f"-d{length}", "--timeout", "30s", "--latency", *_AS_A_BROWSER, url],
            capture_output=True,
            text=True,
            check=True,
        )
    return done.stdout


def row(name: str, told: str) -> str:
    rate, middle, slowest, failed = _RATE.search(told), _MIDDLE.search(told), _SLOWEST.search(told), _FAILED.search(told)
    figures = [float(found[1]) * _IN_MS[found[2]] if found else float("nan") for found in (middle, slowest)]
    return f"{name:<24}{float(rate[1]) if rate else 0:>12.1f}{figures[0]:>10.1f}{figures[1]:>10.1f}  {failed[1] if failed else 0}"


def serve(folder: Path, port: multiprocessing.Queue[int], stop: Event) -> None:
    """The server's process: answers until it is told to stop."""
    import asyncio

    from explorer.server import serve_forever, site_app

    async def until_stopped() -> None:
        app = site_app(folder, schedules())
        serving = asyncio.create_task(serve_forever(app, "127.0.0.1", 0, lambda address: port.put(int(address.rpartition(":")[2]))))
        await asyncio.to_thread(stop.wait)
        serving.cancel()

    asyncio.run(until_stopped())


if __name__ == "__main__":
    main()
