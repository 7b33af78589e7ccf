"""Recognises what comes home: our own calendar as somebody's source, and single records of ours within another instance's.

Two instances that harvest each other would otherwise send every event round for ever. An instance is known by its public address, an
event of it by its uid (``<id>@<host>``, ``publish.ics``) and by the address of its page.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from harvesters.record import RawEvent

_VENDOR = "kooste"


def is_own_calendar(platform: str, own_prodid: str) -> bool:
    """True where a calendar's PRODID is that of ours, in whichever language.

    ``own_prodid`` is ``-//Kooste//<region id>//<LANGUAGE>``. Two regions of one id are taken for one: an instance whose calendar somebody
    wants to harvest needs an id of its own.
    """
    theirs, ours = _maker(platform), _maker(own_prodid)
    return bool(ours) and theirs == ours


def _maker(prodid: str) -> tuple[str, ...]:
    """Vendor and product of a formal public identifier (ISO 9070, as RFC 5545 section 3.7.3 asks for); empty for another vendor's."""
    parts = tuple(part.strip().casefold() for part in prodid.split("//"))
    return parts[1:3] if len(parts) > 2 and parts[1] == _VENDOR and parts[2] else ()  # noqa: PLR2004 - "-", vendor, product


def is_within(link: str, instance: str) -> bool:
    """True for an address of that instance: the same host and port, and a path below its own. ``http`` and ``https`` are one."""
    try:
        there, home = urlsplit(link.strip()), urlsplit(instance.strip())
        same = bool(home.hostname) and (there.hostname, _port(there.port)) == (home.hostname, _port(home.port))
    except ValueError:
        return False
    below = home.path.rstrip("/")
    return same and (there.path == below or there.path.startswith(f"{below}/"))


def is_uid_of(uid: str, instance: str) -> bool:
    """True for a uid that this instance gives its events in calendars: something before an ``@``, the instance's host after it."""
    try:
        host = urlsplit(instance.strip()).hostname or ""
    except ValueError:
        return False
    before, _, after = uid.strip().rpartition("@")
    return bool(before and host) and after.casefold() == host


def comes_home(event: RawEvent, own_address: str) -> bool:
    """True for a record of ours inside any source: by its origin, its uid, or the original that the calendar names.

    The link of an event is no sign: an organiser may well point to our page of it. A calendar names the original with
    LINK;LINKREL=SOURCE (RFC 9253), which the iCalendar reader keeps in ``extra``.
    """
    if not own_address:
        return False
    origin = event.origin
    uids = [event.uid, origin.uid if origin else ""]
    links = [
        *event.extra.get("LINK", "").splitlines(),
        event.extra.get("SOURCE", ""),
        *((origin.instance, origin.source, origin.url) if origin else ()),
    ]
    return any(is_uid_of(uid, own_address) for uid in uids) or any(is_within(link, own_address) for link in links)


def _port(port: int | None) -> int | None:
    """The port where it is not the usual one of its scheme."""
    return None if port in {80, 443} else port
