"""What the door needs of the rest of the program, handed in by the composition root; all of it blocks."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from explorer.door_examined import Examined
from explorer.rates import Rates
from store.desk_own_events import Kept

log = logging.getLogger(__name__)
AT_ONCE = 2
MOST_WAITING = 12
LOOKS_A_MINUTE, LOOKS_AT_ONCE = 4, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What one look at a calendar gave."""

    examined: Examined
    entry: Mapping[str, Any] = field(default_factory=dict)
    """How a source would be read that is made of it: ``url`` (may be a secret), ``format``, ``schedule``, ``language``, ``options``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPages:
    """Where on the site an organizer's own things are, in one language; the empty text where they are not."""

    page: str = ""
    """The full address of the organizer's page."""
    href: str = ""
    """The same as a link within this server."""
    webcal: str = ""
    calendar: str = ""
    feed: str = ""
    data: str = ""
    offers: str = ""
    """The page that offers all of them, with QR codes and sheets of paper."""
    embed: str = ""
    sheet: str = ""
    """This week's sheet of paper, in normal print."""
    notices: str = ""


class Looks:
    """Looks at addresses in a few threads; what is asked for twice is looked at once. Each look is bounded by the fetch's own limits."""

    def __init__(self, look: Callable[[str], Looked], *, at_once: int = AT_ONCE, waiting: int = MOST_WAITING) -> None:
        self._look = look
        self._most = at_once + waiting
        self._pool = ThreadPoolExecutor(at_once, thread_name_prefix="door")
        self._going: dict[str, Future[None]] = {}
        self._lock = threading.Lock()

    def begin(self, key: str, pasted: str, keep: Callable[[Looked], None]) -> bool:
        """Begins to look for ``key`` unless that goes on already; ``keep`` takes what was found. False where too many wait."""
        with self._lock:
            if key in self._going:
                return True
            if len(self._going) >= self._most:
                return False
            future = self._going[key] = self._pool.submit(self._run, pasted, keep)
        future.add_done_callback(lambda _: self._forget(key))
        return True

    def is_going(self, key: str) -> bool:
        """Whether a look for the key has not ended yet."""
        return key in self._going

    async def ended(self, key: str, seconds: float) -> bool:
        """Waits until the look for the key has ended, at most so long; True where none goes on."""
        future = self._going.get(key)
        if future is not None:
            await asyncio.wait([asyncio.wrap_future(future)], timeout=seconds)
        return future is None or future.done()

    def _run(self, pasted: str, keep: Callable[[Looked], None]) -> None:
        """Looks; where that fails in a way that nobody foresaw a person can still look at the calendar."""
        try:
            found = self._look(pasted)
        except Exception:
            log.exception("a calendar could not be looked at")  # never its address: it may be a secret
            found = Looked(examined=Examined(verdict="blocked", failure="bug"))
        keep(found)

    def _forget(self, key: str) -> None:
        with self._lock:
            self._going.pop(key, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorServices:
    """The door's part of ``Services``."""

    looks: Looks
    may_be_asked: Callable[[str], bool]
    """Whether an address may be contacted at all; nothing is resolved or asked."""
    look_at: Callable[[bytes, str], Looked]
    """Looks at a file's bytes; the second argument is its name. Nothing is kept."""
    calendar: Callable[[str, Sequence[Kept], str], bytes]
    """Title, events and language -> the iCalendar file of events that were entered one by one."""
    style: Callable[[], str]
    """The style sheet of the site's cards, valid below ``.site-cards`` only."""
    own_pages: Callable[[str, str], OwnPages]
    """Slug of an organizer and language -> its things on the site."""
    code: Callable[[str], str]
    """The QR code of a text, as SVG."""
    rates: Rates = field(default_factory=lambda: Rates(per_minute=LOOKS_A_MINUTE, burst=LOOKS_AT_ONCE))
    """How often one client may have something looked at."""
