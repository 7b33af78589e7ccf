"""Harvests that are killed: one line ``DIRECTORY SOURCE VERSION NUMBER`` on standard input, one word (``killed``, ``done``) back.

Each is a fork of this process that opens the town of ``tests.misbehaving_town`` in the directory, harvests the source in that version, and
is killed with SIGKILL before the writing statement of that number; number 0 is killed while the answer is being read.

python -m tests.killed_harvest
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from pathlib import Path

from harvesters.record import ReadContext, Reading, Response
from harvesters.sandbox import Sandbox
from tests.misbehaving_town import START, STEP, Here, Town, town_in

WRITING = ("begin", "commit", "insert", "update", "delete")
"""How the statements begin that are counted: before and between the others the files are as they were."""


def main() -> None:
    """Until standard input ends; what is made at first use is made before the forks, which would each make it again."""
    with tempfile.TemporaryDirectory() as folder, town_in(Path(folder), Here()) as town:
        town.harvest("club", "village")
    for line in sys.stdin:
        directory, source, version, number = line.split()
        child = os.fork()
        if not child:
            _harvest(Path(directory), Here() if int(number) else _Fatal(), source, int(version), int(number))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print("killed" if os.WIFSIGNALED(status) else "done" if status == 0 else "failed", flush=True)  # noqa: T201 - the answer


class _Fatal(Here):
    """The process dies while the document is being read."""

    def read(self, name: str, response: Response, context: ReadContext) -> Reading:
        os.kill(os.getpid(), signal.SIGKILL)
        return super().read(name, response, context)


def _harvest(directory: Path, sandbox: Sandbox, source: str, version: int, number: int) -> None:
    with town_in(directory, sandbox, now=START + 3 * version * STEP) as town:
        town.versions[source] = version
        _kill_before(town, number)
        town.harvest(source)


def _kill_before(town: Town, number: int) -> None:
    left = [number]

    def told(statement: str) -> None:
        left[0] -= statement.lstrip().startswith(WRITING)
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)

    town.store.public.set_trace_callback(told)
    town.store.private.set_trace_callback(told)


if __name__ == "__main__":
    main()
