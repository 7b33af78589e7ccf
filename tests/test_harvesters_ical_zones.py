"""What a TZID means, and that nothing a calendar says about zones reaches another one (RFC 5545 sections 3.2.19 and 3.6.5)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from harvesters.ical_windows import WINDOWS_ZONES
from harvesters.ical_zones import IANA, named_zone
from tests.ical_feeds import NEIGHBOUR, calendar, codes, reading, vevent


def vtimezone(name: str, *parts: tuple[str, str, str, str], extra: str = "") -> str:
    """A definition; each part is DTSTART, offset before, offset after, rule."""
    lines = [f"BEGIN:VTIMEZONE\r\nTZID:{name}\r\n{extra}"]
    for start, before, after, rule in parts:
        lines.append(f"BEGIN:STANDARD\r\nDTSTART:{start}\r\nTZOFFSETFROM:{before}\r\nTZOFFSETTO:{after}\r\n")
        lines.append(f"RRULE:{rule}\r\nEND:STANDARD\r\n" if rule else "END:STANDARD\r\n")
    return "".join([*lines, "END:VTIMEZONE\r\n"])


def european(name: str, winter: str = "+0200", summer: str = "+0300", extra: str = "") -> str:
    """A definition with the European summer time in wall-clock hours that fit the given offsets."""
    hour = 1 + int(winter[1:3])
    autumn = (f"16010101T{hour + 1:02d}0000", summer, winter, "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
    spring = (f"16010101T{hour:02d}0000", winter, summer, "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
    return vtimezone(name, autumn, spring, extra=extra)


def start_of(tzid: str, *zones: str, wall: str = "20270713T180000", zone: str = "Europe/Helsinki") -> datetime | str:
    """The start of an event in that zone, or the code for which it was set aside; its neighbour is always there."""
    found = reading(calendar(*zones, vevent("UID:a", f"DTSTART;TZID={tzid}:{wall}", "SUMMARY:x"), vevent(*NEIGHBOUR)), zone=zone)
    assert found.events[-1].start == datetime(2027, 4, 1, 18, tzinfo=ZoneInfo("Europe/Helsinki"))
    if found.set_aside:
        return next(issue.code for issue in found.issues if issue.severity == "error")
    start = found.events[0].start
    assert isinstance(start, datetime)
    return start


@pytest.mark.parametrize(
    ("tzid", "zone"),
    [
        ("Europe/Helsinki", "Europe/Helsinki"),
        ("europe/helsinki", "Europe/Helsinki"),
        ('"Europe/Helsinki"', "Europe/Helsinki"),
        ("FLE Standard Time", "Europe/Helsinki"),
        ('"FLE Standard Time"', "Europe/Helsinki"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("GMT Standard Time", "Europe/London"),
        ("/freeassociation.sourceforge.net/Tzfile/Europe/Helsinki", "Europe/Helsinki"),
        ("/freeassociation.sourceforge.net/Europe/Helsinki", "Europe/Helsinki"),
        ("/mozilla.org/20050126_1/Europe/Helsinki", "Europe/Helsinki"),
        ("/softwarestudio.org/Olson_20011030_5/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ('"(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius"', "Europe/Helsinki"),
        ("(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius", "Europe/Helsinki"),
        ('"(GMT+01.00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', "Europe/Amsterdam"),
        ('"(UTC-05:00) Eastern Time (US & Canada)"', "America/New_York"),
        ("UTC", "UTC"),
        ("EET", "EET"),
        ("tzone://Microsoft/Utc", "Etc/UTC"),
    ],
)
def test_a_name_that_means_something(tzid: str, zone: str) -> None:
    assert start_of(tzid) == datetime(2027, 7, 13, 18, tzinfo=ZoneInfo(zone))
    assert str(getattr(start_of(tzid), "tzinfo", "")) == zone


@pytest.mark.parametrize(
    ("name", "source", "zone"),
    [
        ("FLE Standard Time", "Europe/Helsinki", "Europe/Helsinki"),
        ("FLE Standard Time", "Europe/Mariehamn", "Europe/Mariehamn"),
        ("FLE Standard Time", "Europe/Stockholm", "Europe/Kyiv"),
        ("W. Europe Standard Time", "Europe/Stockholm", "Europe/Stockholm"),
        ("(UTC+01:00) Amsterdam, Berlin, Stockholm", "Europe/Stockholm", "Europe/Stockholm"),
    ],
)
def test_where_a_name_covers_several_zones_the_sources_own_wins(name: str, source: str, zone: str) -> None:
    assert named_zone(name, source) == ZoneInfo(zone)


def test_every_windows_name_leads_to_zones_of_the_list() -> None:
    assert len(WINDOWS_ZONES) > 130
    assert {zone for zones in WINDOWS_ZONES.values() for zone in zones} <= IANA
    assert all(named_zone(name, "Europe/Helsinki") for name in WINDOWS_ZONES)


@pytest.mark.parametrize(
    "tzid",
    [
        "Customized Time Zone",
        "/etc/localtime",
        "/usr/share/zoneinfo/Europe/Helsinki",
        "localtime",
        "Factory",
        "posixrules",
        "Etc/Unknown",
        "../../etc/passwd",
        "A" * 5000,
        "Euro\0pe/Hel\0sinki/",
        "(UTC+05:00) Helsinki",
        "(UTC+02:00) Norppala",
        "GMT+99",
        "Helsinki",
    ],
)
def test_a_name_that_means_nothing_is_never_floating_time(tzid: str) -> None:
    assert start_of(tzid) == "tz_unknown"


@pytest.mark.parametrize("line", ["DTEND", "RECURRENCE-ID", "EXDATE", "RDATE"])
def test_an_unknown_zone_anywhere_sets_the_event_aside(line: str) -> None:
    found = reading(
        calendar(vevent("UID:a", "DTSTART:20270401T180000Z", "SUMMARY:x", f"{line};TZID=Nowhere:20270401T190000"), vevent(*NEIGHBOUR))
    )
    (issue,) = found.issues
    assert (issue.code, issue.field, issue.value, issue.uid) == ("tz_unknown", line, "Nowhere", "a")
    assert len(found.events) == 1


@pytest.mark.parametrize("tzid", ["UTC+3", "GMT+3", "UTC+03:00", "utc+0300"])
def test_a_distance_from_utc_is_a_fixed_offset(tzid: str) -> None:
    found = start_of(tzid)
    assert isinstance(found, datetime)
    assert found.tzinfo == timezone(timedelta(hours=3))


def test_a_definition_becomes_the_zone_that_it_describes() -> None:
    assert str(getattr(start_of("Oma", european("Oma")), "tzinfo", "")) == "Europe/Helsinki"
    assert str(getattr(start_of("Oma", european("Oma", "+0100", "+0200"), zone="Europe/Stockholm"), "tzinfo", "")) == "Europe/Stockholm"


def test_a_definition_that_is_no_zone_of_the_world_gives_its_offset_at_that_time() -> None:
    odd = european("Oma", "+0200", "+0330")
    assert start_of("Oma", odd) == datetime(2027, 7, 13, 14, 30, tzinfo=UTC)
    assert start_of("Oma", odd, wall="20270113T180000") == datetime(2027, 1, 13, 16, tzinfo=UTC)


def test_a_definition_without_summer_time_is_a_fixed_offset_unless_it_names_its_place() -> None:
    steady = ("19700101T000000", "+0300", "+0300", "")
    found = start_of("Oma", vtimezone("Oma", steady))
    assert getattr(found, "tzinfo", None) == timezone(timedelta(hours=3))
    named = start_of("Oma", vtimezone("Oma", steady, extra="X-LIC-LOCATION:Asia/Baghdad\r\n"))
    assert str(getattr(named, "tzinfo", "")) == "Asia/Baghdad"


@pytest.mark.parametrize(
    ("wall", "hour"),
    [("20270713T180000", 15), ("20270113T180000", 16), ("20290713T180000", 16)],
    ids=["summer", "winter", "after the rule"],
)
def test_rules_that_end_and_lists_of_dates_are_followed(wall: str, hour: int) -> None:
    autumn = ("20261025T040000", "+0300", "+0200", "")
    spring = ("20270328T030000", "+0200", "+0300", "")
    ended = ("20271031T040000", "+0300", "+0200", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20271031T010000Z")
    found = start_of("Oma", vtimezone("Oma", autumn, spring, ended), wall=wall)
    assert isinstance(found, datetime)
    assert found.astimezone(UTC).hour == hour


@pytest.mark.parametrize(
    "zone",
    [
        vtimezone("Oma"),
        vtimezone("Oma", ("00010101T000000", "+9999", "-9999", "")),
        vtimezone("Oma", ("00010101T000000", "+1900", "+0200", "")),
        vtimezone("Oma", ("garbage", "+0200", "+0200", "")),
        vtimezone("Oma", ("19700101T000000", "+0200", "+0200", "FREQ=SECONDLY")),
        vtimezone("Oma", ("19700101T000000", "+0200", "+0200", "FREQ=YEARLY;INTERVAL=0")),
        vtimezone("Oma", ("19700101T000000", "+0200", "+0300", "FREQ=YEARLY;BYMONTH=2;BYDAY=5MO")),
        vtimezone("Oma", ("19700101T000000", "+0200", "+0300", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")),
        vtimezone("Oma", ("19700101T000000", "+0200", "+0300", "FREQ=YEARLY;BYMONTH=13;BYDAY=1SU")),
        vtimezone("Oma", ("19700101T000000", "+0200", "+0200", "FREQ=YEARLY;BYDAY=SU,MO,TU,WE")),
        "BEGIN:VTIMEZONE\r\nTZID:Oma\r\nBEGIN:DAYLIGHT\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n",
        "BEGIN:VTIMEZONE\r\nTZID:Oma\r\nBEGIN:STANDARD\r\nRDATE:"
        + ",".join(["20270101T000000"] * 5000)
        + "\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n",
    ],
)
def test_a_definition_that_cannot_be_used_is_none(zone: str) -> None:
    assert start_of("Oma", zone) == "tz_unknown"


def test_a_definition_never_beats_a_name_that_means_something() -> None:
    for name in ("Europe/Helsinki", "FLE Standard Time"):
        assert start_of(name, european(name, "-0700", "-0600")) == datetime(2027, 7, 13, 18, tzinfo=ZoneInfo("Europe/Helsinki"))


def test_a_definition_never_leaks_into_another_calendar() -> None:
    assert isinstance(start_of("Oma", european("Oma")), datetime)
    assert start_of("Oma") == "tz_unknown"
    stream = calendar(european("Oma"), vevent(*NEIGHBOUR)) + calendar(vevent("UID:b", "DTSTART;TZID=Oma:20270401T180000", "SUMMARY:x"))
    assert codes(reading(stream)) == ["tz_unknown"]


def test_a_changed_definition_is_read_again_and_an_unused_one_is_not() -> None:
    event = vevent("UID:a", "DTSTART;TZID=Oma:20270713T180000", "SUMMARY:x")
    first = reading(calendar(european("Oma"), event)).events[0]
    again = reading(calendar(european("Oma", "+0100", "+0200"), event), {first.digest: "stored"})
    assert [found.start for found in again.events] == [datetime(2027, 7, 13, 16, tzinfo=UTC)]
    known = {reading(calendar(vevent(*NEIGHBOUR))).events[0].digest: "stored"}
    assert len(reading(calendar(european("Europe/Helsinki"), vevent(*NEIGHBOUR)), known).unchanged) == 1


@pytest.mark.parametrize(
    ("name", "zone", "issues"),
    [
        ("Europe/Stockholm", "Europe/Stockholm", []),
        ("FLE Standard Time", "Europe/Helsinki", []),
        ("Nowhere", "", ["tz_calendar_unknown"]),
        ("", "", []),
    ],
)
def test_the_calendars_own_zone_is_kept_for_floating_times(name: str, zone: str, issues: list[str]) -> None:
    found = reading(calendar(vevent("UID:a", "DTSTART:20270401T180000", "SUMMARY:x"), head=(f"X-WR-TIMEZONE:{name}",)))
    assert (found.events[0].zone, found.events[0].start) == (zone, datetime(2027, 4, 1, 18))  # noqa: DTZ001 - floating
    assert codes(found) == issues


@pytest.mark.parametrize("value", ["20270401T180000Z", "20270401"])
def test_a_zone_beside_a_time_in_utc_or_a_day_is_ignored(value: str) -> None:
    plain = reading(calendar(vevent("UID:a", f"DTSTART:{value}", "SUMMARY:x"))).events[0].start
    assert reading(calendar(vevent("UID:a", f"DTSTART;TZID=Europe/Helsinki:{value}", "SUMMARY:x"))).events[0].start == plain


def test_a_thousand_definitions_do_not_take_long() -> None:
    zones = [european(f"Oma{n}", "+0200", "+0330", extra=f"X-N:{n}\r\n") for n in range(1000)]
    events = [vevent(f"UID:{n}", f"DTSTART;TZID=Oma{n}:{1980 + n % 50}0713T180000", "SUMMARY:x") for n in range(1000)]
    assert len(reading(calendar(*zones, *events)).events) == 1000
