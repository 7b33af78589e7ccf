"""Single values of a calendar, read by icalendar's value types where they are typed (RFC 5545 section 3.3).

Only values go through icalendar, never lines with a TZID: its zone cache is one for the whole process, and ours is one per calendar.
Everything here raises ``ValueError`` for a value that cannot be what it should be.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from icalendar.prop import vDate, vDatetime, vDuration

_LONGEST_ADDRESS = 2000
_LARGEST_SEQUENCE = 2**31 - 1
_DAY = re.compile(r"\d{8}", re.ASCII)
_DATE_TIME = re.compile(r"\d{8}T\d{6}Z?", re.ASCII)
_DURATION = re.compile(r"[+-]?P(?:\d{1,9}W)?(?:\d{1,9}D)?(?:T(?:\d{1,9}H)?(?:\d{1,9}M)?(?:\d{1,9}S)?)?", re.ASCII)
_ADDRESS = re.compile(r"(https?)://(?:([^/?#]*)@)?([^/?#@]+)([/?#].*)?", re.IGNORECASE | re.DOTALL)
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_read_day: Callable[[str], date] = vDate.from_ical
_read_date_time: Callable[[str], datetime] = vDatetime.from_ical
_read_duration: Callable[[str], timedelta] = vDuration.from_ical


def day(text: str) -> date:
    """A whole day (RFC 5545 section 3.3.4)."""
    return _read_day(text.strip())


def date_time(text: str) -> datetime:
    """A wall-clock time without zone, or an instant in UTC where a Z is written (RFC 5545 section 3.3.5); a leap second is read as 59."""
    text = text.strip().upper()
    if not _DATE_TIME.fullmatch(text):
        raise ValueError(text[:40])
    text = f"{text[:13]}59{text[15:]}" if text[13:15] == "60" else text
    moment = _read_date_time(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo else moment


def is_day(text: str) -> bool:
    """True where the value is written as a whole day, whatever its VALUE parameter says."""
    return _DAY.fullmatch(text.strip()) is not None


def duration(text: str) -> timedelta:
    """A length of time, negative with a minus sign (RFC 5545 section 3.3.6)."""
    text = text.strip().upper()
    if not _DURATION.fullmatch(text) or not any(letter.isdigit() for letter in text):
        raise ValueError(text[:40])
    return _read_duration(text)


def coordinates(text: str) -> tuple[float, float]:
    """Latitude and longitude in degrees (RFC 5545 section 3.8.1.6)."""
    latitude, longitude = (float(part) for part in text.strip().split(";"))
    if not (math.isfinite(latitude) and math.isfinite(longitude) and abs(latitude) <= 90 and abs(longitude) <= 180):  # noqa: PLR2004 - degrees
        raise ValueError(text[:40])
    return latitude, longitude


def sequence(text: str) -> int:
    """The revision number (RFC 5545 section 3.8.7.4)."""
    number = int(text.strip()[:12])
    if not 0 <= number <= _LARGEST_SEQUENCE:
        raise ValueError(text[:40])
    return number


def http_address(text: str) -> str:
    """An http or https address without user name and password; raises ``ValueError`` for every other scheme or spelling.

    A user name without a password before a bare host is somebody's e-mail address, and refused. So is a backslash, or a character
    nobody sees inside the host: browsers and libraries disagree about what they mean.
    """
    text = text.strip().strip('"').replace("\\,", ",").replace("\\;", ";").replace(" ", "%20")
    found = _ADDRESS.fullmatch(text)
    if found is None or len(text) > _LONGEST_ADDRESS or "\\" in text or _INVISIBLE.search(text):
        raise ValueError(text[:40])
    scheme, user, host, rest = found[1].lower(), found[2], found[3], found[4] or ""
    if (user and ":" not in user and rest in {"", "/"}) or not urlsplit(f"{scheme}://{host}").hostname:
        raise ValueError(text[:40])
    return f"{scheme}://{host}{rest}"
