"""The hostile server on several loopback hosts at once, because one host is only ever asked by one request at a time.

python -m tests.hostile_hosts SERVER.py HOST,HOST... [arguments of the server]
"""

from __future__ import annotations

import asyncio
import runpy
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.shared import HOSTILE, ROOT
from tests.test_harvesters_fetch_hostile import Hostile

HOME = "127.0.0.1"


def free_port() -> int:
    with socket.create_server((HOME, 0)) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def hostile_hosts(folder: Path, hosts: Sequence[str] = ()) -> Iterator[Hostile]:
    """A copy of the server that finds its files in ``folder``, on these hosts beside 127.0.0.1."""
    (folder / "ics").mkdir(exist_ok=True)
    server, port = Path(shutil.copy(HOSTILE / "server.py", folder)), free_port()
    arguments = ["--port", str(port), "--canary", str(free_port()), "--minutes", "5"]
    command = [sys.executable, "-m", "tests.hostile_hosts", str(server), ",".join([HOME, *hosts]), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield Hostile(port=port)
        finally:
            process.kill()


def main() -> None:
    """Runs the server, listening where it is told."""
    server, hosts, *arguments = sys.argv[1:]
    usual: Any = asyncio.start_server

    def listen(answer: Any, host: str, *rest: Any, **more: Any) -> Any:
        return usual(answer, hosts.split(",") if host == HOME else host, *rest, **more)

    asyncio.start_server = listen  # type: ignore[assignment]  # the same but for the host
    sys.argv = [server, *arguments]
    runpy.run_path(server, run_name="__main__")


if __name__ == "__main__":
    main()
