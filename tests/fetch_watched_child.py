"""The child of a crawl under watch: names answered by a script, every connection written down, none let out of loopback.

``python -m tests.fetch_watched_child`` in place of ``harvesters.fetch_child``. ``WATCHED_NAMES`` is a JSON object from name to the
addresses it stands for, one list an asking (the last one stays); an empty list is a name server that fails. ``WATCHED_LOG`` is the
file that each looked-up name and each connection is added to.
"""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
from pathlib import Path
from typing import Any

_ANSWERS: dict[str, list[list[str]]] = json.loads(os.environ["WATCHED_NAMES"])
_LOG = Path(os.environ["WATCHED_LOG"])


def _note(*words: object) -> None:
    with _LOG.open("a", encoding="utf-8") as log:
        log.write(" ".join(map(str, words)) + "\n")


def scripted(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
    """What ``socket.getaddrinfo`` would say if the script were the name server."""
    _note("resolve", host)
    answers = _ANSWERS[host]
    addresses = answers.pop(0) if len(answers) > 1 else answers[0]
    if not addresses:
        raise socket.gaierror(socket.EAI_AGAIN, "the name server failed")
    return [(socket.AF_INET6 if ":" in a else socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in addresses]


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Notes every connection and stops those that would leave this machine."""
    if event == "socket.connect":
        host, port = arguments[1][:2]
        _note("connect", host, port)
        if host != "127.0.0.1":
            raise PermissionError(errno.EACCES, "this connection would leave the machine")


if __name__ == "__main__":
    socket.getaddrinfo = scripted  # type: ignore[assignment]  # the script needs fewer kinds of arguments
    sys.addaudithook(watch)
    from harvesters.fetch_child import main

    main()
