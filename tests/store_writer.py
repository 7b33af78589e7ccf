"""A writer to be killed: harvests, relates and freezes without end, one dot on standard output for every statement, a number when done.

python -m tests.store_writer DIRECTORY
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from store.database import Store, open_store
from store.snapshot import freeze
from tests.store_support import HOUR, NOW, Region, many, record

RECORDS = 12


def main() -> None:
    """Until it is killed."""
    with open_store(Path(sys.argv[1])) as store:
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
