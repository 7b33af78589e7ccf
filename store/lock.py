"""One writer at a time: a lock that the operating system gives back when its holder dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from harvesters.errors import KoosteError

LOCK_NAME = "lock"


class BusyError(KoosteError):
    """Another process writes."""


@contextmanager
def writer_lock(directory: Path) -> Iterator[None]:
    """Holds ``directory/lock``; raises ``BusyError`` naming the process that holds it already."""
    with (directory / LOCK_NAME).open("a+", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "unknown"
            raise BusyError(f"{directory} is being written by another Kooste (process {holder}); wait for it or stop it") from None
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield
