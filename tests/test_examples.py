"""The demo region's feeds: written the same at every run, true to the region's description, with the quirks of the systems they imitate."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events

from examples.norppala import generate, keys
from examples.norppala.clashes import Rules
from examples.norppala.entry import Entry
from examples.norppala.publishers import feeds

HELSINKI = ZoneInfo("Europe/Helsinki")
FEEDS = Path(generate.__file__).parent / "feeds"
BROKEN = "s35"
REGION = generate.scenario()
SOURCES = [feed.source for feed in feeds(REGION)]
WELL_FORMED = [source for source in SOURCES if source != BROKEN]
FOLDED = [source for source in WELL_FORMED if source not in {"s02", "s20"}]
DATED = [record for record in REGION["events"] if "start" in record and record["source"] in WELL_FORMED]
FIRST_DAY, DAY_AFTER = date(2026, 11, 23), date(2027, 3, 29)


def data_of(source: str) -> bytes:
    return (FEEDS / f"{source}.ics").read_bytes()


def text_of(source: str) -> str:
    """The document with its lines unfolded."""
    return re.sub(r"\r?\n ", "", data_of(source).decode("cp1252" if source == BROKEN else "utf-8")).replace("\r\n", "\n")


@cache
def calendar_of(source: str) -> icalendar.Calendar:
    calendar = icalendar.Calendar.from_ical(data_of(source))
    assert isinstance(calendar, icalendar.Calendar)
    return calendar


def named(record: dict[str, Any]) -> list[Any]:
    """The VEVENTs of a key record, by its name."""
    name = f"Klo 18 {record['title']}" if record["key"] == "o10" else record["title"]
    return [event for event in calendar_of(record["source"]).walk("VEVENT") if str(event["SUMMARY"]) == name]


def local(moment: date) -> str:
    """``2026-11-24T10:00`` in Helsinki for an instant or a floating time, ``2026-11-24`` for a day: as the scenario writes it."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return (moment.astimezone(HELSINKI) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M")


# --- determinism -----------------------------------------------------------------------------------------------------------------------


def test_the_committed_feeds_are_what_the_generator_writes(tmp_path: Path) -> None:
    generate.main(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {path.name: path.read_bytes() for path in FEEDS.iterdir()}


def test_every_publisher_of_the_table_has_a_feed_and_every_feed_a_source_of_the_scenario() -> None:
    assert sorted(path.stem for path in FEEDS.iterdir()) == sorted(SOURCES)
    assert set(SOURCES) <= {source["id"] for source in REGION["sources"]}
    calendars = {source["id"] for source in REGION["sources"] if source["format"].startswith("ics_")}
    assert calendars <= set(SOURCES)


# --- the key records -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("record", DATED, ids=lambda record: record["key"])
def test_a_key_record_stands_in_its_sources_feed_as_the_scenario_says(record: dict[str, Any]) -> None:
    events = named(record)
    assert len(events) in ({"d5b": {3}, "c3a": set(range(1, 9))}.get(record["key"]) or {1})
    event = min(events, key=lambda event: local(event["DTSTART"].dt))
    if record["key"] == "o10":
        assert local(event["DTSTART"].dt) == record["start"][:10]
        return
    assert local(event["DTSTART"].dt) == record["start"]
    assert set(rule_of(event)) - {"WKST=MO"} == set(record["rrule"].split(";") if "rrule" in record else [])
    assert sorted(days(event, "EXDATE")) == record.get("exdates", [])


def rule_of(event: Any) -> list[str]:
    """The parts of the recurrence rule; none where there is no rule."""
    return str(event["RRULE"].to_ical(), "ascii").split(";") if "RRULE" in event else []


def days(event: Any, name: str) -> Iterator[str]:
    """The local days of EXDATE or RDATE, however many lines or values there are."""
    found = event.get(name, [])
    for line in found if isinstance(found, list) else [found]:
        for value in line.dts:
            yield local(value.dt)[:10]


@pytest.mark.parametrize("record", [r for r in DATED if "end" in r and r["key"] not in {"o9", "c2b"}], ids=lambda record: record["key"])
def test_a_key_record_ends_when_the_scenario_says(record: dict[str, Any]) -> None:
    event = min(named(record), key=lambda event: local(event["DTSTART"].dt))
    assert local(event["DTEND"].dt) == record["end"]


@pytest.mark.parametrize("key", ["d8b", "d10b", "c2b"])
def test_an_end_that_the_publisher_does_not_give_is_missing(key: str) -> None:
    (event,) = named(next(record for record in DATED if record["key"] == key))
    assert "DTEND" not in event
    assert "DURATION" not in event


def test_an_exhibition_is_one_event_of_whole_days_with_an_exclusive_end() -> None:
    (event,) = named(next(record for record in DATED if record["key"] == "o9"))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 12, 2), date(2027, 3, 1))


def test_odd_tuesdays_are_told_one_by_one() -> None:
    (event,) = named(next(record for record in DATED if record["key"] == "o1"))
    assert list(days(event, "RDATE")) == ["2026-12-01", "2026-12-15", "2026-12-29", "2027-01-05", "2027-01-19"]


def test_the_citys_story_hour_is_three_records_of_one_node() -> None:
    events = named(next(record for record in DATED if record["key"] == "d5b"))
    assert sorted(local(event["DTSTART"].dt) for event in events) == ["2026-11-25T09:30", "2026-12-02T09:30", "2026-12-09T09:30"]
    assert len({str(event["UID"]).rpartition(".field_aika.")[0] for event in events}) == 1


def test_the_cancelled_and_the_moved_event_say_so() -> None:
    (cancelled,) = named(next(record for record in DATED if record["key"] == "o3"))
    assert (str(cancelled["STATUS"]), int(cancelled["SEQUENCE"])) == ("CANCELLED", 1)
    (moved,) = named(next(record for record in DATED if record["key"] == "o4"))
    assert int(moved["SEQUENCE"]) == 1
    assert "29.11.2026 klo 14" in str(moved["DESCRIPTION"])


# --- the filling -----------------------------------------------------------------------------------------------------------------------


def public(event: Any) -> bool:
    """What the demo's configuration lets through: no CLASS:PRIVATE, of the clubs only what their allow lists name."""
    members = any(word in str(event.get("SUMMARY")) for word in ("Kilparyhmä", "Seurakilpailut"))
    return str(event.get("CLASS", "PUBLIC")) == "PUBLIC" and not members


def test_eighteen_weeks_hold_about_six_hundred_occurrences() -> None:
    occurrences = [event for source in WELL_FORMED for event in recurring_ical_events.of(calendar_of(source)).between(FIRST_DAY, DAY_AFTER)]
    assert (DAY_AFTER - FIRST_DAY).days == 18 * 7
    assert 570 <= sum(public(event) for event in occurrences) <= 630


def test_the_filling_adds_no_clash_to_the_nine_expected_ones() -> None:
    rules, every = Rules.of(REGION), [*keys.all_keys(REGION), *generate.filling(REGION)]
    apart = {frozenset(pair) for group in REGION["expected_duplicates"] for pair in combinations(group, 2)}
    later = {key for group in REGION["expected_duplicates"] for key in group[1:]}
    found = {
        (*sorted((a.key, b.key)), clash.type, clash.date.isoformat(), clash.minutes, clash.km)
        for a, b in combinations([entry for entry in every if not is_repeat(entry, later)], 2)
        if frozenset((a.key, b.key)) not in apart and b.instance_of != a.key
        for clash in list(rules.between(a, b))[:1]
    }
    expected = {
        (*sorted((c["a"], c["b"])), c["type"], c["date"], c["overlap_minutes"], c["distance_km"]) for c in REGION["expected_clashes"]
    }
    assert found == expected


def is_repeat(entry: Entry, later: set[str]) -> bool:
    """A second listing of an event that its group's first member stands for, or an event of the past."""
    return re.sub(r"-\d+$", "", entry.key) in later or entry.key.startswith("mennyt")


def test_the_filling_answers_none_of_the_questions_of_the_scenario() -> None:
    filling = generate.filling(REGION)
    audiences = {audience for entry in filling for audience in entry.audience}
    assert not audiences & {"babies_toddlers", "school_age", "informal_carers", "immigrants"}
    near_kerimaki = [entry for entry in filling if entry.venue.startswith("v-kerimaki") and "seniors" in entry.audience]
    assert near_kerimaki
    assert not [entry for entry in near_kerimaki if "Maksuton" in entry.description]


def test_nothing_of_the_filling_meets_on_the_planning_evening() -> None:
    evening = datetime(2026, 11, 26, 15, tzinfo=UTC), datetime(2026, 11, 26, 18, tzinfo=UTC)
    titles = {
        str(event["SUMMARY"])
        for source in WELL_FORMED
        for event in recurring_ical_events.of(calendar_of(source)).between(evening[0] + timedelta(seconds=1), evening[1])
        if isinstance(event["DTSTART"].dt, datetime)
    }
    wanted = {record["title"] for record in REGION["events"] if record["key"] in {"c2a", "c2b", "d7d"}}
    assert titles == wanted


def test_a_calendar_that_forgets_nothing_goes_back_to_2024() -> None:
    starts = [local(event.start) for event in calendar_of("s12").events]
    assert sum(start < "2026-11-01" for start in starts) > 30
    assert min(starts).startswith("2024-01")


# --- fiction and form ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("source", SOURCES)
def test_a_feed_names_no_real_host_and_no_way_to_reach_a_person(source: str) -> None:
    text = text_of(source)
    hosts = set(re.findall(r"https?://([^/\s:\\]+)", text)) - {"tzurl.org"}
    assert all(host.endswith(".example") for host in hosts), hosts
    mails = re.findall(r"mailto:(\S+)", text, re.IGNORECASE)
    assert set(mails) <= {"tapahtumat@kulttuuri.example"}
    words = "".join(re.findall(r"^(?:SUMMARY|DESCRIPTION|LOCATION)\b.*$", text, re.MULTILINE))
    assert not re.search(r"(?:\+358|\b0\d{1,2})[ -]?\d{3}", words)
    uids = re.findall(r"^UID:(.*)$", text, re.MULTILINE)
    assert all(uid.endswith(".example") or ".example/" in uid for uid in uids if "@" in uid)


@pytest.mark.parametrize("source", WELL_FORMED)
def test_a_record_is_identified_by_uid_and_recurrence_id(source: str) -> None:
    ids = Counter(
        (str(event["UID"]), local(event.RECURRENCE_ID) if "RECURRENCE-ID" in event else "") for event in calendar_of(source).events
    )
    assert [identity for identity, count in ids.items() if count > 1] == []


@pytest.mark.parametrize("source", FOLDED)
def test_long_lines_are_folded_where_the_system_folds(source: str) -> None:
    assert max(len(line.rstrip(b"\r")) for line in data_of(source).split(b"\n")) <= 75


@pytest.mark.parametrize(
    ("source", "pattern"),
    [
        ("s01", r"^UID:calendar\.\d+\.field_aika\.2@kaupunki\.example$"),
        ("s02", r"^PRODID:-//Norppalan kulttuuripalvelut - ECPv6"),
        ("s02", r"^DTSTART:20270328T010000$"),
        ("s02", r"^DTSTAMP:\d{8}T\d{6}$"),
        ("s03", r"^SUMMARY;LANGUAGE=sv:Sagostund$"),
        ("s08", r"^X-ALT-DESC;FMTTYPE=text/html:<p>"),
        ("s09", r"^DTSTART;TZID=FLE Standard Time:20261124T093000$"),
        ("s09", r"^RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215T215959Z;WKST=MO$"),
        ("s09", r"^X-MICROSOFT-CDO-BUSYSTATUS:BUSY$"),
        ("s12", r"^X-WR-TIMEZONE:Europe/Helsinki$"),
        ("s12", r"^DTSTART:20261128T080000Z$"),
        ("s12", r"^DTSTART;TZID=Europe/Helsinki:20261124T100000$"),
        ("s12", r"^RECURRENCE-ID;TZID=Europe/Helsinki:\d{8}T\d{6}$"),
        ("s13", r"^X-APPLE-STRUCTURED-LOCATION;.*geo:61\.8675,28\.8861$"),
        ("s14", r"^BEGIN:VALARM$"),
        ("s14", r"^DTSTART;TZID=Europe/Helsinki:20251009T090000$"),
        ("s15", r"^SUMMARY:Kilparyhmä 2\\, vesiharjoitus$"),
        ("s16", r"^UID:match-\d+@pallo\.example$"),
        ("s16", r"^CLASS:PRIVATE$"),
        ("s17", r"^LOCATION:JH1$"),
        ("s19", r"^STATUS:CANCELLED$"),
        ("s20", r"^DTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261207$"),
        ("s22", r"^TZID:Europe/Helsinki$"),
        ("s25", r"^COLOR:steelblue$"),
        ("s25", r"^CONFERENCE;VALUE=URI;"),
        ("s26", r"^EXDATE;TZID=Europe/Helsinki:20261222T100000,20261229T100000,20270105T100000$"),
        ("s28", r"^DTSTART:20261126T173000$"),
        ("s29", r"^SUMMARY:Klo 18 Joululeivonta\nDTSTART;VALUE=DATE:20261201$"),
        ("s31", r"^GEO:61\.756;29\.393$"),
    ],
)
def test_a_feed_has_the_quirk_of_its_system(source: str, pattern: str) -> None:
    assert re.search(pattern, text_of(source), re.MULTILINE)


@pytest.mark.parametrize(
    ("source", "word"), [("s09", "\nDESCRIPTION"), ("s26", "VTIMEZONE"), ("s28", "VTIMEZONE"), ("s28", "TZID"), ("s15", "CLASS")]
)
def test_a_feed_lacks_what_its_system_leaves_out(source: str, word: str) -> None:
    assert word not in text_of(source)


def test_the_broken_feed_is_broken_in_every_way_the_scenario_lists() -> None:
    data = data_of(BROKEN)
    with pytest.raises(UnicodeDecodeError):
        data.decode("utf-8")
    assert "Käsityöläisten joulukonsertti" in data.decode("cp1252")
    assert b"\r" not in data
    assert max(map(len, data.splitlines())) > 75
    assert re.search(rb"^DESCRIPTION:.*[^\\];.*[^\\],", data, re.MULTILINE)
    uids = Counter(re.findall(rb"^UID:(.*)$", data, re.MULTILINE))
    assert uids.most_common(1)[0][1] == 3
    assert b"DTSTART:05.02.2027 klo 18" in data
