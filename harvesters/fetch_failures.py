"""From a failed exchange to a named reason, and from a reason to the error that the pipeline gets."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

from harvesters.errors import Blocked, Disallowed, Gone, HarvestError, Unreachable, Unreadable
from harvesters.failure_reasons import failure_reason

_KINDS: dict[str, type[HarvestError]] = {
    "robots": Disallowed,
    "robots_unavailable": Disallowed,
    "forbidden_address": Disallowed,
    "opted_out": Disallowed,
    "login_required": Blocked,
    "forbidden": Blocked,
    "too_many_requests": Blocked,
    "bot_challenge": Blocked,
    "gone": Gone,
    "empty_body": Unreadable,
    "bug": HarvestError,
}
"""What is not named here is ``Unreachable``."""

KINDS: dict[str, type[HarvestError]] = {kind.state: kind for kind in set(_KINDS.values()) | {Unreachable}}
"""The error classes a fetch may end in, by the state they put the source into."""


class FetchFailedError(Exception):
    """One fetch failed; ``reason`` is a key of ``FAILURE_REASONS`` or ``http_`` and a status."""

    def __init__(self, reason: str, *, status: int | None = None, retry_after: timedelta | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status
        self.retry_after = retry_after


def host_of(url: str) -> str:
    """The host of an address, all that a message may show of it; ``""`` where it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def failure(source_id: str, url: str, failed: FetchFailedError) -> HarvestError:
    """The error for a source, with a message for people that names the host and nothing else of the address."""
    kind = _KINDS.get(failed.reason, Unreachable)
    host = host_of(url)
    return kind(
        f"{host or source_id}: {failure_reason(failed.reason).en}",
        reason=failed.reason,
        source=source_id,
        url=host,
        status=failed.status,
        retry_after=failed.retry_after,
    )
