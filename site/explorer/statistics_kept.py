"""What was counted over one snapshot, kept as long as it is served: the file never changes, so the answer does not either."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from explorer.page import Asked

_MOST = 48
_SECONDS = 30
"""It is counted once for everybody, so it may take longer than what each asks for alone."""
_KEPT: WeakKeyDictionary[Any, OrderedDict[Hashable, asyncio.Task[Any]]] = WeakKeyDictionary()
"""The Datasette of one snapshot to its answers, the one asked for last at the end; they go with it."""
_T = TypeVar("_T")


async def kept(asked: Asked, key: Hashable, function: Callable[[Any], _T]) -> _T:
    """What the function finds, given a connection to the snapshot.

    It is called once for a key; whoever else asks meanwhile waits for the same answer.
    """
    answers = _KEPT.setdefault(asked.datasette, OrderedDict())
    task: asyncio.Task[_T] | None = answers.get(key)
    if task is None or (task.done() and (task.cancelled() or task.exception() is not None)):
        task = answers[key] = asyncio.ensure_future(asked.read(function, seconds=_SECONDS))
    answers.move_to_end(key)
    while len(answers) > _MOST:
        answers.popitem(last=False)
    return await asyncio.shield(task)
