"""What is dear to make and only looked at: made once for all processes of a run of the tests, by whichever needs it first."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder of that name, filled by ``make`` in the first process that asks; whoever asks meanwhile waits for it.

    Nobody may change what is in it: a test that writes takes a copy. Where ``make`` fails, the next who asks tries again.
    """
    is_one_of_several = "PYTEST_XDIST_WORKER" in os.environ  # then the base folder is the worker's own, inside that of the run
    folder = factory.getbasetemp().parent if is_one_of_several else factory.getbasetemp()
    done = folder / name
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            unfinished = factory.mktemp(f"{name}-unfinished")
            make(unfinished)
            unfinished.rename(done)
    return done
