"""The process that reads: loads every format once, then forks for each task, and the fork has no network and little room.

``python -m harvesters.sandbox_child``; ``harvesters.sandbox`` starts it. Messages are a length and that many bytes both ways.
"""

from __future__ import annotations

import ctypes
import json
import os
import pickle
import resource
import signal
import sys
import traceback
from typing import TYPE_CHECKING, Any, BinaryIO

from pydantic import TypeAdapter

from harvesters.errors import HarvestError
from harvesters.record import Ask, ReadContext, Reading, Response
from harvesters.registry import FORMATS

if TYPE_CHECKING:
    from harvesters.sandbox import Bounds

_HEAD = 8
_MOST_REPLY = 512 * 1024 * 1024
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
"""CLONE_NEWUSER and CLONE_NEWNET of ``unshare(2)``."""
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "ctypes.dlopen", "urllib.Request", "ftplib.")
_READING = TypeAdapter(Reading)
_ASKS = TypeAdapter(tuple[Ask, ...])


def main() -> None:
    """One task after another until standard input ends."""
    told, out = sys.stdin.buffer, sys.stdout.buffer
    while head := told.read(_HEAD):
        message = told.read(int.from_bytes(head, "big"))
        reply = _in_fork(message)
        out.write(len(reply).to_bytes(_HEAD, "big") + reply)
        out.flush()


def _in_fork(message: bytes) -> bytes:
    """The reply of a fork that does the task, or ``limit`` where it was stopped for using too much."""
    bounds: Bounds = pickle.loads(message)[-1]  # noqa: S301 - from the parent, which made it
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        with os.fdopen(writing, "wb") as out:
            _confined(message, bounds, out)
        os._exit(0)
    os.close(writing)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.alarm(bounds.wall_seconds)
    with os.fdopen(reading, "rb") as replied:
        reply = replied.read(_MOST_REPLY)
    signal.alarm(0)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return reply if reply.endswith(b"\n") else b"limit\n" if os.WIFSIGNALED(status) else b"fault\nthe reader ended without a word"


def _confined(message: bytes, bounds: Bounds, out: BinaryIO) -> None:
    """Does the task in its bounds; whatever happens is a reply, and a reply that ends in a line end is a whole one."""
    try:
        _confine(bounds)
        out.write(_done(*pickle.loads(message)[:-1]) + b"\n")  # noqa: S301 - from the parent, which made it
    except HarvestError as error:
        told = {"message": str(error), "reason": error.reason, "line": error.line}
        out.write(b"no\n" + json.dumps(told).encode() + b"\n")
    except (MemoryError, RecursionError):
        out.write(b"limit\n")
    except BaseException:  # noqa: BLE001 - the border of the sandbox: told with its traceback
        out.write(b"fault\n" + traceback.format_exc().encode(errors="replace") + b"\n")


def _done(task: str, name: str, response: Response, context: ReadContext) -> bytes:
    chosen = FORMATS[name]
    if task == "read":
        return b"ok\n" + _READING.dump_json(chosen.read(response, context))
    return b"ok\n" + _ASKS.dump_json(chosen.follow(response, context) if chosen.follow else ())


def _confine(bounds: Bounds) -> None:
    """No network (a namespace of its own where the system allows one, an audit hook everywhere), no processes, no files to write."""
    with_network = ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NET)
    del with_network  # refused in some containers; the hook below holds all the same
    resource.setrlimit(resource.RLIMIT_AS, (bounds.memory_bytes, bounds.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (bounds.cpu_seconds, bounds.cpu_seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Stops what no reader has any business doing."""
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"a reader may not do this: {event}")
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        raise PermissionError("a reader may not write files")


if __name__ == "__main__":
    main()
