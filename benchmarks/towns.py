"""A real town's feeds as one region: served on loopback, harvested twice with the command, every VEVENT accounted for.

    python benchmarks/towns.py [davis] [petaluma] [--keep DIR]

For every feed: VEVENTs in the file = listings + named issues. The second run of the same bytes must write no row and render no page.
The feeds are other people's data beside the repository (``KOOSTE_SHARED``); without them this says so and ends.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

SHARED = Path(os.environ.get("KOOSTE_SHARED", Path(__file__).resolve().parents[2] / "shared"))
CITIES = SHARED / "corpora" / "judell+community-calendar" / "cities"
NOW = "2026-03-26T12:00:00-07:00"
"""The day the feeds were taken."""
LISTINGS = "select count(*) from listings where source_id = ? and withdrawn_at is null"
NAMED = """
select count(*) filter (where severity = 'error' or code in ('out_of_horizon', 'not_public'))
    + coalesce(sum(cast(value as integer)) filter (where code = 'repeated'), 0)
from issues where source_id = ?
"""
"""A record that is no listing has one issue that says so; the second copy of the very same record is told as a count."""
MERGED = "combined.ics"
"""What another aggregator made of the same feeds: no source of its own."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """The folder's files as a calendar host sends them."""

    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".ics": "text/calendar; charset=utf-8"}  # noqa: RUF012 - as in the base class

    def log_message(self, *args: object) -> None:
        """Nothing: the figures are the output."""


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """The folder on a free loopback port."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()


def feeds(town: str) -> list[Path]:
    """The town's feeds, the merged one left out."""
    return [path for path in sorted((CITIES / town).glob("*.ics")) if path.name != MERGED]


def schedules(town: str, port: int) -> dict[str, object]:
    """The region of one town, every feed a source with the same plain expectations."""
    return {
        "region": {
            "id": town,
            "name": town.title(),
            "timezone": "America/Los_Angeles",
            "languages": ["en"],
            "public_address": f"https://{town}.example/",
            "contact": {"name": "Benchmark", "email": "office@benchmark.example"},
        },
        "defaults": {
            "language": "en",
            "expect": {"max_events": 20000},
            "fetch": {"delay_seconds": 0, "allow_hosts": [f"127.0.0.1:{port}"]},
        },
        "sources": [
            {
                "id": re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")[:40],
                "title": path.stem,
                "organizer": {"name": path.stem, "role": "organizer"},
                "format": "ical",
                "url": f"http://127.0.0.1:{port}/{path.name}",
            }
            for path in feeds(town)
        ],
    }


def kooste(*arguments: str) -> tuple[dict[str, object], float]:
    """What ``kooste … --json`` says, and seconds."""
    started = time.perf_counter()
    command = [str(Path(sys.executable).parent / "kooste"), *arguments, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1}:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    if "Traceback" in done.stderr:
        print(done.stderr)
    return json.loads(done.stdout), time.perf_counter() - started


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One feed's VEVENTs and what became of them."""

    source: str
    vevents: int
    listings: int
    named: int
    """Records that are no listing but named by an issue: set aside, out of horizon, not public or repeated."""
    state: str

    @property
    def adds_up(self) -> bool:
        """Whether every VEVENT is a listing or a named issue; a refused document is named as a whole."""
        return self.vevents == self.listings + self.named or self.state == "unreadable"


def accounts(town: str, data: Path, harvests: list[dict[str, object]]) -> list[Account]:
    """The account of every feed, counted in the file and in the database; of a harvest only its state is believed."""
    database = sqlite3.connect(data / "kooste.db")
    states = {str(harvest["source_id"]): str(harvest["state"]) for harvest in harvests}
    return [
        Account(
            source=source["id"],
            vevents=len(re.findall(rb"^BEGIN:VEVENT\s*$", path.read_bytes(), re.MULTILINE | re.IGNORECASE)),
            listings=database.execute(LISTINGS, [source["id"]]).fetchone()[0],
            named=database.execute(NAMED, [source["id"]]).fetchone()[0],
            state=states[source["id"]],
        )
        for path, source in zip(feeds(town), schedules(town, 0)["sources"], strict=True)  # type: ignore[call-overload]  # plain YAML data
    ]


def dump(data: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that holds data; the log of harvests and the sources' last visit are meant to grow."""
    database = sqlite3.connect(data / "kooste.db")
    names = [name for (name,) in database.execute("select name from sqlite_master where type = 'table'") if not name.startswith("sqlite_")]
    kept = [name for name in names if name not in {"harvest", "source_state"}]
    return {name: sorted(database.execute(f'select * from "{name}"'), key=repr) for name in kept}  # noqa: S608 - names from the schema itself


def town(name: str, data: Path) -> bool:
    """Two runs of one town, told feed by feed; whether everything added up."""
    with served(CITIES / name) as port:
        config = data / "schedules.yaml"
        config.write_text(yaml.safe_dump(schedules(name, port), sort_keys=False), encoding="utf-8")
        options = ("run", "--all", "--config", str(config), "--data", str(data), "--now", NOW)
        first, seconds = kooste(*options)
        before = dump(data)
        second, again = kooste(*options)
        rows_same = before == dump(data)
    ledger = accounts(name, data, first["harvests"])  # type: ignore[arg-type]  # what --json prints
    for account in ledger:
        mark = "" if account.adds_up else "   <-- does not add up"
        sides = f"{account.vevents:5} = {account.listings:5} listings + {account.named:5} named issues"
        print(f"{account.source:50} {account.state:12} {sides}{mark}")
    rendered = second["published"]["rendered"]  # type: ignore[index]  # what --json prints
    states = [account.state for account in ledger]
    print(f"{name}: {len(ledger)} feeds, {sum(a.vevents for a in ledger)} VEVENTs, {sum(a.listings for a in ledger)} listings;", end=" ")
    print(f"states { ({state: states.count(state) for state in sorted(set(states))}) };", end=" ")
    print(f"first run {seconds:.1f} s, {first['published']['pages']} pages;", end=" ")  # type: ignore[index]  # what --json prints
    print(f"second run {again:.1f} s, rows {'unchanged' if rows_same else 'CHANGED'}, {rendered} pages rendered")
    return all(account.adds_up for account in ledger) and rows_same and rendered == 0


def main() -> None:
    """The towns named on the command line, or both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("towns", nargs="*", default=["davis", "petaluma"])
    parser.add_argument("--keep", type=Path, help="keep the data and the site here")
    arguments = parser.parse_args()
    if not CITIES.is_dir():
        print("skipped: the towns' feeds are not here (KOOSTE_SHARED)")
        return
    good = True
    for name in arguments.towns:
        with tempfile.TemporaryDirectory() as temporary:
            data = (arguments.keep or Path(temporary)) / name
            data.mkdir(parents=True, exist_ok=True)
            good = town(name, data) and good
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
