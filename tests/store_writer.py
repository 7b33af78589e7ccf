"""Writers to be killed: each harvests, relates and freezes without end, one dot for every statement, a number for every run that is done.

A line ``DIRECTORY`` on standard input starts one, a fork of this process; it tells its process id first, and when it has ended, this
process tells ``over``. One writer at a time.

python -m tests.store_writer
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from store.database import Store, open_store
from store.snapshot import freeze
from tests.store_support import HOUR, NOW, Region, many, record

RECORDS = 12


def main() -> None:
    """Until standard input ends; what is made at first use is made before the forks, which would each make it again."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder)) as store:
        region = Region(store)
        region.configure()
        _run(region, store, 1)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _tell(f"{os.getpid()}\n")
            _write(Path(line.rstrip("\n")))
        os.waitpid(child, 0)
        _tell("\nover\n")


def _write(directory: Path) -> None:
    """Until it is killed."""
    with open_store(directory) as store:
        region = Region(store)
        region.configure()
        number = int(store.public.execute("select coalesce(max(id), 0) from harvest").fetchone()[0])
        for connection in (store.public, store.private):
            connection.set_trace_callback(lambda _: _tell("."))
        while True:
            number += 1
            _run(region, store, number)
            _tell(f"\n{number}\n")


def _run(region: Region, store: Store, number: int) -> None:
    now = NOW + number * HOUR / 60
    answer = [record(raw.uid, f"Run {number}", raw.start) for raw in many(RECORDS)]
    region.harvest(answer, now, etag=f'"{number}"')
    region.relate(now)
    freeze(store, now)


def _tell(text: str) -> None:
    os.write(1, text.encode())


if __name__ == "__main__":
    main()
