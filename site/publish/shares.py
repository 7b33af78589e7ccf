"""Work shared out between processes that were forked from this one: each takes the next part that nobody has taken yet."""

from __future__ import annotations

import multiprocessing
import os
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, ForkProcess
from typing import Any, Generic, TypeVar

from harvesters.errors import KoosteError

Part = TypeVar("Part")
Made = TypeVar("Made")
Tick = Callable[[], None]
_MOST = 4
_WAIT = 0.2
"""Seconds between two looks at how far the others are."""


def processes_for(amount: int, enough: int) -> int:
    """How many processes are worth their forking: one below ``enough``, else one a core, four at most."""
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    return min(_MOST, os.cpu_count() or 1) if can_fork and amount >= enough else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares(Generic[Part, Made]):
    """``parts`` made by ``make(part, tick)``; ``told`` hears how many ticks there were in all processes together."""

    parts: Sequence[Part]
    make: Callable[[Part, Tick], Made]
    told: Callable[[int], None]

    def made(self, processes: int) -> list[Made]:
        """What each part gave, in the order of the parts. What a part raises ends them all: ``KoosteError`` as it is, anything else from
        another process as ``RuntimeError`` with its traceback.
        """
        if processes <= 1:
            return self._alone()
        context = multiprocessing.get_context("fork")
        taken = _Taken(context, len(self.parts), processes)
        with _forked(context, [lambda line, n=number: self._send(line, n, taken) for number in range(1, processes)]) as lines:  # type: ignore[misc]
            found = self._take(0, taken)
            for line in lines:
                found.update(self._received(line, taken))
        return [found[number] for number in range(len(self.parts))]

    def _alone(self) -> list[Made]:
        count = 0

        def tick() -> None:
            nonlocal count
            count += 1
            self.told(count)

        return [self.make(part, tick) for part in self.parts]

    def _take(self, process: int, taken: _Taken) -> dict[int, Made]:
        """Number of the part -> what it gave, of the parts that fell to this process."""

        def tick() -> None:
            taken.counts[process] += 1
            if process == 0:
                self.told(sum(taken.counts))

        return {number: self.make(self.parts[number], tick) for number in taken.numbers(process)}

    def _send(self, line: Connection[Any, Any], process: int, taken: _Taken) -> None:
        try:
            line.send((self._take(process, taken), "", ""))
        except KoosteError as error:
            line.send(({}, str(error), ""))
        except Exception:  # noqa: BLE001 - whatever it is, the process that waits must hear of it
            line.send(({}, "", traceback.format_exc()))

    def _received(self, line: Connection[Any, Any], taken: _Taken) -> dict[int, Made]:
        while not line.poll(_WAIT):
            self.told(sum(taken.counts))
        try:
            found, refused, failed = line.recv()
        except EOFError:
            raise KoosteError("A process that made a part of the site was ended from outside. Nothing was published; try again.") from None
        if refused or failed:
            raise KoosteError(refused) if refused else RuntimeError(failed)
        return dict(found)


class _Taken:
    """What is taken already, seen by every process."""

    def __init__(self, context: ForkContext, parts: int, processes: int) -> None:
        self._lock = context.Lock()
        self._flags = context.RawArray("b", parts)
        self._processes = processes
        self.counts = context.RawArray("q", processes)

    def numbers(self, process: int) -> Iterator[int]:
        """The parts for one process: each begins at another place, since neighbours share what they found out, and helps on at its end."""
        count = len(self._flags)
        for step in range(count):
            number = (step + process * count // self._processes) % count
            if self._is_free(number):
                yield number

    def _is_free(self, number: int) -> bool:
        with self._lock:
            was, self._flags[number] = self._flags[number], 1
        return not was


@contextmanager
def _forked(context: ForkContext, works: Sequence[Callable[[Connection[Any, Any]], None]]) -> Iterator[list[Connection[Any, Any]]]:
    """A process for each work, with the line on which it answers; none is left behind."""
    lines: list[Connection[Any, Any]] = []
    running: list[ForkProcess] = []
    try:
        for work in works:
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=work, args=(theirs,), daemon=True)
            process.start()
            theirs.close()
            lines.append(ours)
            running.append(process)
        yield lines
    except BaseException:
        for process in running:
            process.kill()  # a handler of ours for SIGTERM, taken over by the fork, would let it go on
        raise
    finally:
        for process in running:
            process.join()
