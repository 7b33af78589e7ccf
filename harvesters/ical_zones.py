"""What a TZID means (RFC 5545 sections 3.2.19 and 3.6.5), decided for each calendar alone.

A name of the tz database wins over whatever the calendar defines under that name; then come the names Windows and Outlook use, then
the calendar's own VTIMEZONE. A name that means nothing is never taken for floating time. Names are looked up in an explicit list,
never opened as files: ``localtime``, ``Factory`` or a path mean nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from harvesters.ical_lines import Line
from harvesters.ical_vtimezone import Definition, define, fixed_offset, lookalike
from harvesters.ical_windows import WINDOWS_ZONES

_LONGEST_NAME = 200
_PLACEHOLDERS = {"Factory", "localtime", "posixrules", "Etc/Unknown"}
IANA = frozenset((files("tzdata") / "zones").read_text(encoding="utf-8").split()) - _PLACEHOLDERS
"""Every zone that means the same on every computer."""
_FOLDED = {name.casefold(): name for name in sorted(IANA)}
_WINDOWS = {name.casefold(): zones for name, zones in WINDOWS_ZONES.items()}
_CITIES: dict[str, list[str]] = {}
for _name in sorted(IANA):
    _CITIES.setdefault(_name.rpartition("/")[2].replace("_", " ").casefold(), []).append(_name)
_REGIONS = {
    "eastern time (us & canada)": "America/New_York",
    "central time (us & canada)": "America/Chicago",
    "mountain time (us & canada)": "America/Denver",
    "pacific time (us & canada)": "America/Los_Angeles",
    "atlantic time (canada)": "America/Halifax",
    "arizona": "America/Phoenix",
    "coordinated universal time": "Etc/UTC",
}
"""Outlook's names that name no city."""
_OUTLOOK = re.compile(r"\((?:UTC|GMT)(?:\s*(?P<sign>[+-])(?P<hours>\d{1,2})(?:[:.](?P<minutes>\d\d))?)?\)\s*(?P<where>.*)", re.IGNORECASE)
_DISTANCE = re.compile(r"(?:UTC|GMT)\s*(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?", re.IGNORECASE)
_FARTHEST = timedelta(hours=14)
_MOST_SEARCHES = 50
"""Look-ups by definition in one calendar; a calendar with more definitions than that is no honest one, and gets fixed offsets."""


class UnknownZone(Exception):
    """The name means nothing, and the calendar does not define it in a usable way."""


@lru_cache(maxsize=4096)
def named_zone(name: str, source_zone: str) -> tzinfo | None:
    """The zone a well-known name means; ``None`` where the name alone does not tell.

    Where a Windows name covers several zones, the source's own zone wins: "FLE Standard Time" is Helsinki in Helsinki.
    """
    name = name.strip().strip('"').strip()
    if not name or len(name) > _LONGEST_NAME:
        return None
    iana = _FOLDED.get(name.casefold()) or _vendor(name) or _windows(name, source_zone) or _outlook(name, source_zone)
    return ZoneInfo(iana) if iana else _distance(name)


def _vendor(name: str) -> str | None:
    """``/mozilla.org/20050126_1/Europe/Helsinki``: a vendor's own copy of a zone (globally unique names, RFC 5545 section 3.2.19)."""
    if name.casefold() == "tzone://microsoft/utc":
        return "Etc/UTC"
    parts = name.split("/")
    if len(parts) < 3 or parts[0] or "." not in parts[1]:  # noqa: PLR2004 - "", vendor, zone
        return None
    tails = ("/".join(parts[-count:]) for count in (3, 2, 1) if count < len(parts) - 1)
    return next((_FOLDED[tail.casefold()] for tail in tails if tail.casefold() in _FOLDED), None)


def _windows(name: str, source_zone: str) -> str | None:
    """The zone a Windows name means to this source."""
    zones = _WINDOWS.get(name.casefold(), ())
    return source_zone if source_zone in zones else next(iter(zones), None)


def _outlook(name: str, source_zone: str) -> str | None:
    """The zone of ``(UTC+02:00) Helsinki, Kyiv, Riga ...``: one of the cities, provided that the distance from UTC agrees."""
    found = _OUTLOOK.fullmatch(name)
    if found is None:
        return None
    region = _REGIONS.get(found["where"].strip().casefold())
    cities = (city.strip().casefold() for city in found["where"].split(","))
    zones = [region] if region else [zone for city in cities for zone in _CITIES.get(city, ())]
    zones = [zone for zone in zones if _standard_offset(zone) == _offset(found)]
    return source_zone if source_zone in zones else next(iter(zones), None)


def _standard_offset(zone: str) -> timedelta | None:
    """The zone's distance from UTC in the half of the year when it is smaller."""
    offsets = (datetime(2026, month, 1, tzinfo=ZoneInfo(zone)).utcoffset() for month in (1, 7))
    return min((offset for offset in offsets if offset is not None), default=None)


def _offset(found: re.Match[str]) -> timedelta:
    """The distance from UTC that the match writes down; zero where it writes none."""
    size = timedelta(hours=int(found["hours"] or 0), minutes=int(found["minutes"] or 0))
    return -size if found["sign"] == "-" else size


def _distance(name: str) -> tzinfo | None:
    """``UTC+3``, ``GMT-05:00``: a fixed offset, east positive as people write it; ``None`` for anything else."""
    found = _DISTANCE.fullmatch(name)
    return timezone(_offset(found)) if found and abs(_offset(found)) <= _FARTHEST else None


class Zones:
    """The zones of one VCALENDAR: well-known names, and its own definitions for the rest. Nothing is shared between calendars."""

    def __init__(self, source_zone: str, definitions: Sequence[Sequence[Sequence[Line]]] = ()) -> None:
        self.source_zone = source_zone
        self._own: dict[str, Definition] = {}
        self._found: dict[tuple[str, int], tzinfo | None] = {}
        for parts in definitions:
            self._define(parts)

    def _define(self, parts: Sequence[Sequence[Line]]) -> None:
        """Take up a VTIMEZONE whose name means nothing by itself; of two with one name the first holds."""
        name = next((line.value.strip() for line in parts[0] if line.name == "TZID"), "")
        if name and len(name) <= _LONGEST_NAME and named_zone(name, self.source_zone) is None and name not in self._own:
            definition = define(parts)
            if definition is not None:
                self._own[name] = definition

    @property
    def fingerprint(self) -> str:
        """What the events' meaning hangs on beside their own text: the source's zone and the calendar's own definitions."""
        return "\n".join([self.source_zone, *sorted(f"{name}={own.text}" for name, own in self._own.items())])

    def iana(self, name: str) -> str:
        """The IANA name that a zone name means; ``""`` where it has none."""
        zone = named_zone(name, self.source_zone)
        return zone.key if isinstance(zone, ZoneInfo) else ""

    def localise(self, wall: datetime, name: str) -> datetime:
        """The wall-clock time as an instant in the named zone; raises ``UnknownZone``."""
        own = self._own.get(name.strip())
        try:
            zone = self._zone(name, wall) or (fixed_offset(own, wall) if own else None)
        except (ValueError, OverflowError, IndexError):
            zone = None
        if zone is None:
            raise UnknownZone(name)
        return wall.replace(tzinfo=zone)

    def _zone(self, name: str, wall: datetime) -> tzinfo | None:
        """The zone by its name, or the IANA zone that the calendar's own definition amounts to around that year."""
        key = (name, wall.year)
        if key not in self._found:
            own = self._own.get(name.strip()) if len(self._found) < _MOST_SEARCHES else None
            zone = named_zone(name, self.source_zone)
            self._found[key] = zone or (lookalike(own, wall.year, self.source_zone, IANA) if own else None)
        return self._found[key]
