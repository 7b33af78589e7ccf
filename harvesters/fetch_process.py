"""A child process with a deadline, and its lines as they come: nothing here knows what the lines mean."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import IO, Self

_MOST_COMPLAINT_BYTES = 64 * 1024


def child_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for the child: ours importable, proxies not known."""
    root = str(Path(__file__).resolve().parents[1])
    kept = {name: value for name, value in environment.items() if not name.lower().endswith("_proxy")}
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, (root, kept.get("PYTHONPATH", ""))))}


class Child:
    """Runs ``python -m module``, tells it ``given`` and whatever follows; a context manager that leaves no process behind.

    What the child writes is spooled to an unnamed file at once: a caller that takes its time never makes the child wait, and
    many large answers do not pile up in memory.
    """

    def __init__(self, module: str, given: bytes, deadline_seconds: float) -> None:
        self._until = time.monotonic() + deadline_seconds
        self._to_tell: SimpleQueue[bytes | None] = SimpleQueue()
        self._to_tell.put(given)
        self._spool: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed in __exit__
        self._complaints: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed in __exit__
        self._arrived: SimpleQueue[tuple[int, int] | None] = SimpleQueue()
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            env=child_environment(os.environ),
        )
        self._threads = [threading.Thread(target=work, daemon=True) for work in (self._feed, self._collect)]
        self.is_late = False
        """True once the deadline passed and the child was stopped for it."""

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait()
        self._to_tell.put(None)
        for thread in self._threads:
            thread.join()
        self._spool.close()
        self._complaints.close()

    def _feed(self) -> None:
        pipe = self._process.stdin
        if pipe is not None:
            try:
                with pipe:
                    while (line := self._to_tell.get()) is not None:
                        pipe.write(line)
                        pipe.flush()
            except BrokenPipeError:
                return  # it ended before it read; that it ended is noticed elsewhere

    def _collect(self) -> None:
        pipe = self._process.stdout
        if pipe is not None:
            with pipe:
                for line in pipe:
                    if line.endswith(b"\n"):  # a child that was killed in mid-line said nothing
                        offset = self._spool.tell()
                        self._spool.write(line)
                        self._spool.flush()
                        self._arrived.put((offset, len(line)))
        self._arrived.put(None)

    def tell(self, line: bytes) -> None:
        """Hands a further line to the child; never waits for it."""
        self._to_tell.put(line)

    def allow(self, seconds: float) -> None:
        """Moves the deadline to so many seconds from now, where that is later."""
        self._until = max(self._until, time.monotonic() + seconds)

    def lines(self) -> Iterator[bytes]:
        """Each line as it arrives, until the child ends or the deadline passes; what came before the deadline is still given."""
        while (place := self._next()) is not None:
            offset, length = place
            yield os.pread(self._spool.fileno(), length, offset)

    def _next(self) -> tuple[int, int] | None:
        try:
            return self._arrived.get(timeout=max(0.0, self._until - time.monotonic()))
        except Empty:
            self.is_late = True
            return None

    def complaints(self) -> str:
        """The end of what the child wrote on standard error, when it has ended or is ended now."""
        self._process.kill()
        self._process.wait()
        size = os.fstat(self._complaints.fileno()).st_size
        start = max(0, size - _MOST_COMPLAINT_BYTES)
        return os.pread(self._complaints.fileno(), _MOST_COMPLAINT_BYTES, start).decode(errors="replace")
