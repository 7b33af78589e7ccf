"""The VTIMEZONE blocks of the systems we imitate: the same clock, told in seven ways."""

from __future__ import annotations

_RULES = {"STANDARD": ("19701025T040000", 10), "DAYLIGHT": ("19700329T030000", 3)}
_OFFSETS = {"STANDARD": ("+0300", "+0200", "EET"), "DAYLIGHT": ("+0200", "+0300", "EEST")}
_SWITCHES = {
    2026: ("20260329T010000", "20261025T010000"),
    2027: ("20270328T010000", "20271031T010000"),
    2028: ("20280326T010000", "20281029T010000"),
}
"""The moments of change in UTC: The Events Calendar writes them so, although RFC 5545 section 3.6.5 wants the wall clock."""


def _ruled(part: str, *, named: bool) -> list[str]:
    """One half of a zone that changes by a yearly rule."""
    start, month = _RULES[part]
    before, after, name = _OFFSETS[part]
    return [
        f"BEGIN:{part}",
        f"TZOFFSETFROM:{before}",
        f"TZOFFSETTO:{after}",
        *([f"TZNAME:{name}"] if named else []),
        f"DTSTART:{start}",
        f"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU",
        f"END:{part}",
    ]


def _zone(name: str, *, extra: tuple[str, ...] = (), named: bool = True) -> list[str]:
    """A whole block by yearly rules."""
    halves = [*_ruled("DAYLIGHT", named=named), *_ruled("STANDARD", named=named)]
    return ["BEGIN:VTIMEZONE", f"TZID:{name}", *extra, *halves, "END:VTIMEZONE"]


def _by_year() -> list[str]:
    """The Events Calendar's block: each change of each year, in UTC and without a rule."""
    block = ["BEGIN:VTIMEZONE", "TZID:Europe/Helsinki"]
    for spring, autumn in _SWITCHES.values():
        for part, moment in (("DAYLIGHT", spring), ("STANDARD", autumn)):
            before, after, name = _OFFSETS[part]
            block += [
                f"BEGIN:{part}",
                f"TZOFFSETFROM:{before}",
                f"TZOFFSETTO:{after}",
                f"TZNAME:{name}",
                f"DTSTART:{moment}",
                f"END:{part}",
            ]
    return [*block, "END:VTIMEZONE"]


PLAIN = _zone("Europe/Helsinki")
LOCATED = _zone("Europe/Helsinki", extra=("X-LIC-LOCATION:Europe/Helsinki",))
OLSON = _zone("Europe/Helsinki", extra=("TZURL:http://tzurl.org/zoneinfo/Europe/Helsinki", "X-LIC-LOCATION:Europe/Helsinki"))
BY_YEAR = _by_year()
OUTLOOK = [
    "BEGIN:VTIMEZONE",
    "TZID:FLE Standard Time",
    "BEGIN:STANDARD",
    "DTSTART:16010101T040000",
    "TZOFFSETFROM:+0300",
    "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0300",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
]
