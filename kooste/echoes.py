"""What comes home in a federation: our own calendar as somebody's source is refused, single records of ours are left out."""

from __future__ import annotations

from dataclasses import replace

from harvesters.errors import Unreadable
from harvesters.federation import comes_home, is_own_calendar
from harvesters.record import Issue, Reading


def without_echoes(reading: Reading, own_address: str, own_prodid: str) -> Reading:
    """The reading without records of our own, each named by an issue and counted with what is not shown.

    Raises ``Unreadable`` (``federation_loop``) where all of it is our own calendar.
    """
    if is_own_calendar(reading.platform, own_prodid):
        raise Unreadable("the address gives back our own calendar", reason="federation_loop")
    echoes = {event.digest for event in reading.events if comes_home(event, own_address)}
    if not echoes:
        return reading
    ours = [event for event in reading.events if event.digest in echoes]
    told = [Issue(code="echo", severity="info", uid=event.uid, line=event.line, digest=event.digest) for event in ours]
    return replace(
        reading,
        events=tuple(event for event in reading.events if event.digest not in echoes),
        issues=(*reading.issues, *told),
        not_public=reading.not_public + len(ours),
        remember=reading.remember | dict.fromkeys(echoes, "not_public"),
    )
