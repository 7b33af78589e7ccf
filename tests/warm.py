"""One reading process for all commands of a test process: it forks for each task and keeps nothing, and starting it takes a second.

Commands with a reading process of their own are shown by ``test_story``, ``test_kooste_demo`` and ``test_kooste_daemon``, its life and
death by ``test_harvesters_sandbox`` and ``test_failures_of_our_own``.
"""

from __future__ import annotations

import atexit
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

import pytest

from harvesters.sandbox import Sandbox


class Warm(Sandbox):
    """The real thing, left running when a command is done with it."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Goes on."""

    def end(self) -> None:
        """At the end of the tests."""
        super().__exit__(None, None, None)


SANDBOX = Warm()
atexit.register(SANDBOX.end)


@contextmanager
def warm() -> Iterator[None]:
    """Commands that are run in here read in the shared process."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("kooste.pipeline", "kooste.doctor", "kooste.places_left", "harvesters.sandbox"):
            patch.setattr(f"{module}.Sandbox", lambda: SANDBOX)
        yield
