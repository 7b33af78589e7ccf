"""Every calendar file there is, through reading, normalising and expanding, each in a process of its own: seconds, memory, the ledger.

    python benchmarks/calendar_files.py [FOLDER]...

Without folders: the real and the hostile calendars beside the repository (``KOOSTE_SHARED``). A file passes when nothing crashes, it
takes at most 2 s of processor time and 200 MB more than an idle process, and every VEVENT that was read is accounted for.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import traceback
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from harvesters.errors import Unreadable
from harvesters.record import ReadContext, Response
from harvesters.registry import FORMATS
from harvesters.source import Horizon, Source
from normalize.mapping import Context, Normalized, normalize
from normalize.model import Listing
from normalize.places import PlaceRegistry
from normalize.recurrence import Window
from normalize.relate import relate

SHARED = Path(os.environ.get("KOOSTE_SHARED", Path(__file__).resolve().parents[2] / "shared"))
NOW = datetime(2027, 1, 15, 12, tzinfo=UTC)
ZONE = "Europe/Helsinki"
SECONDS, MEGABYTES, GIVE_UP = 2.0, 200, 30
ENDINGS = {".ics", ".ical", ".vcs", ".ifb", ".icalendar"}
SOURCE = Source.model_validate(
    {"id": "file", "title": "File", "organizer": {"name": "File"}, "format": "ical", "url": "https://file.example/", "timezone": ZONE}
)
CONTEXT = Context(
    window=Window.around(NOW, Horizon(), ZONE),
    places=PlaceRegistry(()),
    region_timezone=ZONE,
    max_occurrences=Horizon().max_occurrences,
    today=NOW.date(),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one file cost and gave."""

    path: Path
    seconds: float
    megabytes: float
    told: dict[str, object]

    @property
    def passed(self) -> bool:
        """Whether it kept every limit."""
        return (
            not self.told.get("crash") and self.seconds <= SECONDS and self.megabytes <= MEGABYTES and bool(self.told.get("adds_up", True))
        )


def account(path: Path) -> dict[str, object]:
    """The whole way of one file."""
    response = Response(
        source_id="file", url=SOURCE.url, status=200, headers={"content-type": "text/calendar"}, body=path.read_bytes(), fetched_at=NOW
    )
    try:
        reading = FORMATS["ical"].read(response, ReadContext(zone=ZONE))
    except Unreadable as refused:
        return {"refused": refused.reason}
    normalized = [normalize(raw, SOURCE, CONTEXT) for raw in reading.events]
    adds_up = reading.read == len(reading.events) + len(reading.unchanged) + reading.set_aside + reading.not_public
    return {
        "read": reading.read,
        "stored": sum(one.listing is not None for one in normalized),
        "adds_up": adds_up,
        "occurrences": dated(normalized),
    }


def dated(normalized: list[Normalized]) -> int:
    """Occurrences of everything that was stored."""
    groups: dict[str, list[Listing]] = {}
    for one in normalized:
        if one.listing is not None:
            groups.setdefault(one.listing.uid, []).append(one.listing)
    return sum(len(relate("event", listings, CONTEXT.window).occurrences) for listings in groups.values())


def measured(path: Path) -> Verdict:
    """The file in a child process, which a limit ends when it runs away."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (GIVE_UP, GIVE_UP))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        try:
            told = account(path)
        except Exception:  # noqa: BLE001 - any crash is the finding
            told = {"crash": traceback.format_exc(limit=-3)}
        told["kilobytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        os.write(writing, json.dumps(told).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    _, _, usage = os.wait4(child, 0)
    told = json.loads(answer) if answer else {"crash": f"ended after {GIVE_UP} s or out of memory"}
    return Verdict(path=path, seconds=usage.ru_utime + usage.ru_stime, megabytes=int(str(told.get("kilobytes", 0))) / 1024, told=told)


def files(folders: list[Path]) -> list[Path]:
    """Every calendar file below the folders."""
    return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in ENDINGS)


def main() -> None:
    """One line for every file that fails or was among the slowest, and the sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    folders = parser.parse_args().folders or [SHARED / "corpora", SHARED / "hostile" / "ics"]
    if not all(folder.is_dir() for folder in folders):
        print("skipped: the calendar files are not here (KOOSTE_SHARED)")
        return
    verdicts = [measured(path) for path in files(folders)]
    failed = [verdict for verdict in verdicts if not verdict.passed]
    for verdict in failed:
        print(f"FAILED {verdict.path} {verdict.seconds:.2f} s {verdict.megabytes:.0f} MB {verdict.told}")
    slowest, largest = max(verdicts, key=lambda v: v.seconds), max(verdicts, key=lambda v: v.megabytes)
    refused = sum("refused" in verdict.told for verdict in verdicts)
    read = sum(int(str(verdict.told.get("read", 0))) for verdict in verdicts)
    print(f"{len(verdicts)} files, {refused} refused by name, {read} VEVENTs read, {len(failed)} failed;", end=" ")
    print(f"slowest {slowest.seconds:.2f} s ({slowest.path.name}), largest {largest.megabytes:.0f} MB ({largest.path.name})")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
