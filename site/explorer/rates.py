"""How often one client may send something: a bucket of tokens each, kept in memory only, and never of more clients than fit there."""

from __future__ import annotations

import ipaddress
from collections import OrderedDict
from dataclasses import dataclass, field

from explorer.proxies import plain

MOST_CLIENTS = 20_000


@dataclass(slots=True, kw_only=True)
class Rates:
    """``burst`` at once, then ``per_minute``, for each key by itself: whoever floods fills the own bucket and nobody else's."""

    per_minute: float
    burst: int
    _buckets: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def wait(self, key: str, now: float) -> float:
        """Takes a token at ``now`` (seconds of a clock that never goes back); 0, or how many seconds until there is one again."""
        left, since = self._buckets.pop(key, (float(self.burst), now))
        left = min(float(self.burst), left + max(0.0, now - since) * self.per_minute / 60)
        is_free = left >= 1
        self._buckets[key] = (left - 1 if is_free else left, now)
        while len(self._buckets) > MOST_CLIENTS:
            self._buckets.popitem(last=False)
        return 0.0 if is_free else (1 - left) * 60 / self.per_minute


def client_key(host: str) -> str:
    """Who is counted as one: an IPv4 address, or the /64 network that one IPv6 line has."""
    try:
        found = plain(ipaddress.ip_address(host))
    except ValueError:
        return host
    return str(ipaddress.IPv6Network((int(found), 64), strict=False)) if found.version == 6 else str(found)  # noqa: PLR2004 - IP version 6
