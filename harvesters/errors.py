"""Everything that may go wrong on purpose, in one tree.

    KoosteError                 what, where and what to do, for a person
    ├─ ConfigError              schedules.yaml is wrong; nothing runs
    └─ HarvestError             one source failed (.source); the others go on
       ├─ Unreachable           no usable HTTP answer (.url, .status)
       ├─ Blocked               the site turns robots away (401, 403, 429, a challenge page)
       ├─ Disallowed            robots.txt, the publisher's wish or our address guard
       ├─ NotConfigured         a secret or a permission is missing
       ├─ Gone                  410: the publisher closed the address
       ├─ Unreadable            not the promised format (.line where known)
       └─ SuspiciousHarvest     an expectation is broken or the ledger does not add up; nothing is written

The ``state`` of a class is the state its source takes on (design.md, "Failures are states of the source").
``reason`` is a short stable code (``truncated``, ``timeout``, ``not_icalendar`` ...), the message is for people.
"""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar


class KoosteError(Exception):
    """The root; its text is shown to people as it is."""


class ConfigError(KoosteError):
    """``schedules.yaml`` cannot be used; the text names entry, key, what was found and what is allowed."""


class HarvestError(KoosteError):
    """One source failed; nothing of it is written and nothing of it is withdrawn."""

    state: ClassVar[str] = "failed"

    def __init__(  # noqa: PLR0913 - every fact is optional and named
        self,
        message: str,
        *,
        reason: str,
        source: str = "",
        url: str = "",
        status: int | None = None,
        line: int | None = None,
        retry_after: timedelta | None = None,
    ) -> None:
        super().__init__(message)
        self.reason = reason
        self.source = source
        self.url = url
        self.status = status
        self.line = line
        self.retry_after = retry_after
        """How long the server asks to be left alone, between 30 minutes and 7 days; ``None`` where it does not ask."""


class Unreachable(HarvestError):
    """No usable HTTP answer: name not found, refused, timed out, cut off, too large, a status that is no success."""

    state = "unreachable"


class Blocked(HarvestError):
    """The site turns robots away; we never route around it."""

    state = "blocked"


class Disallowed(HarvestError):
    """robots.txt, the publisher's wish or the address guard forbids the request."""

    state = "disallowed"


class NotConfigured(HarvestError):
    """A secret or a recorded permission is missing; not a failure of the source."""

    state = "not_configured"


class Gone(HarvestError):
    """The publisher says the address is closed for good (RFC 9110 section 15.5.11)."""

    state = "gone"


class Unreadable(HarvestError):
    """The answer is not the promised format, or not all of it."""

    state = "unreadable"


class SuspiciousHarvest(HarvestError):
    """The answer was read, but believing it would break what we expect of the source."""

    state = "suspicious"
