"""Reads answers in a process of its own, without network and with bounds on memory and time, so that one source cannot hurt another.

A :class:`Sandbox` keeps one helper process (``harvesters.sandbox_child``) that has every reader loaded and forks for each task; a
fork costs milliseconds. What comes back is JSON, never anything that could run here. Used from one thread.
"""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import select
import subprocess
import sys
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Literal, Self

from pydantic import TypeAdapter

from harvesters.errors import HarvestError, Unreadable
from harvesters.fetch_process import child_environment
from harvesters.record import Ask, ReadContext, Reading, Response

_HEAD = 8
"""Bytes of a length before each message."""
_GRACE_SECONDS = 15
"""Beside the task's own time, for the helper to start or to be slow in."""

_READING = TypeAdapter(Reading)
_ASKS = TypeAdapter(tuple[Ask, ...])


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What one task may use."""

    memory_bytes: int = 768 * 1024 * 1024
    """Of address space, the readers themselves (about 200 MB of it) included."""
    cpu_seconds: int = 20
    wall_seconds: int = 40


class Sandbox:
    """A context manager; ``read`` and ``follow`` are the format's functions, run elsewhere."""

    def __init__(self, bounds: Bounds | None = None) -> None:
        self._bounds = bounds or Bounds()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stop()

    def read(self, name: str, response: Response, context: ReadContext) -> Reading:
        """``FORMATS[name].read``; raises ``HarvestError`` as that does, and ``Unreadable`` (``read_limit``) where it went out of bounds."""
        return _READING.validate_json(self._run("read", name, response, context))

    def follow(self, name: str, response: Response, context: ReadContext) -> tuple[Ask, ...]:
        """``FORMATS[name].follow``, with the same errors; nothing for a format without one."""
        return _ASKS.validate_json(self._run("follow", name, response, context))

    def _run(self, task: Literal["read", "follow"], name: str, response: Response, context: ReadContext) -> bytes:
        message = pickle.dumps((task, name, response, context, self._bounds), protocol=pickle.HIGHEST_PROTOCOL)
        kind, body = self._exchange(message)
        if kind == b"ok":
            return body
        if kind == b"no":
            raise _failure(body)
        if kind == b"limit":
            raise Unreadable("Reading the answer took more time or memory than is allowed.", reason="read_limit")
        raise ReaderFaultError(body.decode(errors="replace"))

    def _exchange(self, message: bytes) -> tuple[bytes, bytes]:
        """Kind and body of the reply; a helper that does not reply is replaced."""
        process = self._process = self._process or _start()
        if process.stdin is None or process.stdout is None:
            raise ReaderFaultError("the reading process has no pipes")
        try:
            process.stdin.write(len(message).to_bytes(_HEAD, "big") + message)
            process.stdin.flush()
            until = time.monotonic() + self._bounds.wall_seconds + _GRACE_SECONDS
            length = int.from_bytes(_exactly(process.stdout.fileno(), _HEAD, until), "big")
            kind, _, body = _exactly(process.stdout.fileno(), length, until).partition(b"\n")
        except (OSError, EOFError) as error:
            self._stop()
            raise ReaderFaultError(f"the reading process broke down ({error})") from error
        return kind, body

    def _stop(self) -> None:
        """Ends the helper and whatever it runs."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            with contextlib.suppress(BrokenPipeError):
                process.communicate()


class ReaderFaultError(Exception):
    """A reader failed in a way nobody foresaw: a bug of ours, told with its traceback."""


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "harvesters.sandbox_child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=child_environment(os.environ),
    )


def _exactly(pipe: int, length: int, until: float) -> bytes:
    """So many bytes, or ``EOFError`` where the pipe ends or the time is over before."""
    pieces: list[bytes] = []
    while length:
        ready, _, _ = select.select([pipe], [], [], max(0.0, until - time.monotonic()))
        piece = os.read(pipe, min(length, 1 << 20)) if ready else b""
        if not piece:
            raise EOFError("no more is coming" if ready else "no answer in time")
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)


def _failure(body: bytes) -> HarvestError:
    """The reader's own error; only ``Unreadable`` is ever made of what a document says."""
    told = json.loads(body)
    return Unreadable(str(told["message"]), reason=str(told["reason"]), line=told["line"])
