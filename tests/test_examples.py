"""The demo region's entries and calendars: written the same at every run, true to the region's description, exact in what they add to it.

What the other systems publish is in ``test_examples_published``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
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
from examples.norppala.entry import Entry, as_datetime, clock, starts
from examples.norppala.publishers import publishers

HELSINKI = ZoneInfo("Europe/Helsinki")
FEEDS = Path(generate.__file__).parent / "feeds"
BROKEN = "s35"
REGION = generate.scenario()
PUBLISHED = generate.entries_of(REGION)
SOURCES = sorted(path.stem for path in FEEDS.glob("s*.ics"))
WELL_FORMED = [source for source in SOURCES if source != BROKEN]
FOLDED = [source for source in WELL_FORMED if source != "s20"]
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
    (tmp_path / "s99.ics").write_bytes(b"a publisher that is no more")
    generate.main(tmp_path)
    assert files_in(tmp_path) == files_in(FEEDS)


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_source_of_the_scenario_publishes() -> None:
    known = [source["id"] for source in REGION["sources"]]
    assert [publisher.source for publisher in publishers(REGION)] == known
    assert {re.findall(r"s\d\d", path.relative_to(FEEDS).as_posix())[0] for path in FEEDS.rglob("*.*")} == set(known)
    assert [source["id"] for source in REGION["sources"] if source["format"].startswith("ics_")] == SOURCES


# --- the key records -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("record", DATED, ids=lambda record: record["key"])
def test_a_key_record_stands_in_its_sources_feed_as_the_scenario_says(record: dict[str, Any]) -> None:
    events = named(record)
    assert len(events) in ({"c3a": set(range(1, 9))}.get(record["key"]) or {1})
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


@pytest.mark.parametrize("record", [r for r in DATED if "end" in r and r["key"] != "c2b"], ids=lambda record: record["key"])
def test_a_key_record_ends_when_the_scenario_says(record: dict[str, Any]) -> None:
    event = min(named(record), key=lambda event: local(event["DTSTART"].dt))
    assert local(event["DTEND"].dt) == record["end"]


@pytest.mark.parametrize("key", ["d8b", "d10b", "c2b"])
def test_an_end_that_the_publisher_does_not_give_is_missing(key: str) -> None:
    (event,) = named(next(record for record in DATED if record["key"] == key))
    assert "DTEND" not in event
    assert "DURATION" not in event


# --- the filling -----------------------------------------------------------------------------------------------------------------------


WINDOW = {"s03": date(2026, 12, 23)}
"""The day after the last one that a source shows."""


def occurrences(source: str) -> int:
    """Public dates of a source within the eighteen weeks."""
    after = WINDOW.get(source, DAY_AFTER)
    public = [entry for entry in PUBLISHED[source] if not entry.private]
    return sum(start.date() >= FIRST_DAY for entry in public for start in starts(entry, after))


def test_eighteen_weeks_hold_about_six_hundred_occurrences() -> None:
    counts = {source: occurrences(source) for source in PUBLISHED}
    assert (DAY_AFTER - FIRST_DAY).days == 18 * 7
    assert 570 <= sum(counts.values()) <= 650
    assert [source for source, count in counts.items() if not count] == ["s04", "s11", "s27", "s33"]


@pytest.mark.parametrize("source", WELL_FORMED)
def test_a_calendar_holds_the_dates_of_its_entries(source: str) -> None:
    found = recurring_ical_events.of(calendar_of(source)).between(FIRST_DAY, DAY_AFTER)
    named_dates = Counter(local(event["DTSTART"].dt)[:10] for event in found)
    assert named_dates == Counter(
        start.date().isoformat()
        for entry in PUBLISHED[source]
        if not entry.instance_of
        for start in starts(entry, DAY_AFTER)
        if start.date() >= FIRST_DAY
    )


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
    begin, end = clock("2026-11-26", "17:00"), clock("2026-11-26", "20:00")
    met = [
        entry
        for entry in generate.filling(REGION)
        if any(start < end and start + length(entry) > begin for start in starts(entry, end.date() + timedelta(days=1)))
    ]
    assert met == []


def length(entry: Entry) -> timedelta:
    return as_datetime(entry.end) - as_datetime(entry.start) if entry.end else timedelta(minutes=90)


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
    assert mails == []
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
        ("s09", r"^DTSTART;TZID=FLE Standard Time:20261124T093000$"),
        ("s09", r"^RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215T215959Z;WKST=MO$"),
        ("s09", r"^X-MICROSOFT-CDO-BUSYSTATUS:BUSY$"),
        ("s12", r"^X-WR-TIMEZONE:Europe/Helsinki$"),
        ("s12", r"^DTSTART:20261128T080000Z$"),
        ("s12", r"^DTSTART;TZID=Europe/Helsinki:20261124T100000$"),
        ("s12", r"^RECURRENCE-ID;TZID=Europe/Helsinki:\d{8}T\d{6}$"),
        ("s15", r"^SUMMARY:Kilparyhmä 2\\, vesiharjoitus$"),
        ("s16", r"^UID:match-\d+@pallo\.example$"),
        ("s16", r"^CLASS:PRIVATE$"),
        ("s17", r"^LOCATION:JH1$"),
        ("s20", r"^DTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261207$"),
        ("s28", r"^DTSTART:20261126T173000$"),
        ("s29", r"^SUMMARY:Klo 18 Joululeivonta\nDTSTART;VALUE=DATE:20261201$"),
    ],
)
def test_a_feed_has_the_quirk_of_its_system(source: str, pattern: str) -> None:
    assert re.search(pattern, text_of(source), re.MULTILINE)


@pytest.mark.parametrize(("source", "word"), [("s09", "\nDESCRIPTION"), ("s28", "VTIMEZONE"), ("s28", "TZID"), ("s15", "CLASS")])
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
