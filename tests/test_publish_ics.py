"""Our calendars: every byte as RFC 5545 asks, and harvested again they say what they said."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, use_zoneinfo

from harvesters import ical
from harvesters.record import ReadContext, Response
from harvesters.sandbox import Sandbox
from harvesters.source import OrganizerEntry, PlaceEntry, Schedules, Source
from kooste import pipeline
from kooste.asking import Asked
from kooste.vocabulary import vocabulary
from normalize.mapping import normalize
from normalize.model import Listing, Recurrence
from publish.ics import escaped, folded
from publish.zones import vtimezone
from store.configuration import sync_configuration
from store.database import open_store
from tests.publish_rows import HELSINKI, NOW, at, event, joined, occurrence, page, publish, schedules, single, small_region, weekly

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
HOUR = timedelta(hours=1)

VEVENTS = {
    "a single event with everything": """UID:everything
DTSTART;TZID=Europe/Helsinki:20261128T100000
DTEND;TZID=Europe/Helsinki:20261128T140000
SUMMARY;LANGUAGE=fi:Joulumyyjäiset\\, torilla\\; sateellakin
DESCRIPTION;LANGUAGE=fi:Ensimmäinen kappale\\, pitkä.\\n\\nToinen: 100 % \\\\ varmaa\\; kyllä.
LOCATION:Norppalan tori\\, lava
GEO:61.868000;28.880000
CATEGORIES:myyjäiset,torit ja\\, kadut
URL:https://s13.example/joulu?a=1&b=2
SEQUENCE:3""",
    "a weekly series with a break and a moved, renamed date": """UID:series
DTSTART;TZID=Europe/Helsinki:20261124T100000
DTEND;TZID=Europe/Helsinki:20261124T110000
RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270430T070000Z
EXDATE;TZID=Europe/Helsinki:20261222T100000,20261229T100000
SUMMARY:Tuolijumppa
LOCATION:Torikulma
END:VEVENT
BEGIN:VEVENT
UID:series
RECURRENCE-ID;TZID=Europe/Helsinki:20261208T100000
DTSTART;TZID=Europe/Helsinki:20261209T120000
DTEND;TZID=Europe/Helsinki:20261209T133000
SUMMARY:Tuolijumppa\\, jouluinen
LOCATION:Torikulma""",
    "an instance that was cancelled": """UID:cancelled-date
DTSTART;TZID=Europe/Helsinki:20261125T130000
DTEND;TZID=Europe/Helsinki:20261125T143000
RRULE:FREQ=WEEKLY;COUNT=5
SUMMARY:Ystäväkahvila
END:VEVENT
BEGIN:VEVENT
UID:cancelled-date
RECURRENCE-ID;TZID=Europe/Helsinki:20261202T130000
DTSTART;TZID=Europe/Helsinki:20261202T130000
DTEND;TZID=Europe/Helsinki:20261202T143000
SUMMARY:Ystäväkahvila
STATUS:CANCELLED""",
    "whole days": "UID:days\nDTSTART;VALUE=DATE:20261202\nDTEND;VALUE=DATE:20270301\nSUMMARY:Näyttely",
    "a whole day each month": """UID:month
DTSTART;VALUE=DATE:20261207
RRULE:FREQ=MONTHLY;BYDAY=1MO
EXDATE;VALUE=DATE:20270104
SUMMARY:Päivä""",
    "extra dates": """UID:rdate
DTSTART;TZID=Europe/Helsinki:20261201T130000
DTEND;TZID=Europe/Helsinki:20261201T150000
RDATE;TZID=Europe/Helsinki:20261215T130000,20270105T130000
SUMMARY:Lähimuisti-kerho""",
    "no end": "UID:endless\nDTSTART;TZID=Europe/Helsinki:20261204T190000\nSUMMARY:Talven tarina",
    "another zone": "UID:york\nDTSTART;TZID=America/New_York:20261204T120000\nSUMMARY:Webinar",
    "a series in another zone": """UID:tokyo
DTSTART;TZID=Asia/Tokyo:20261204T180000
DTEND;TZID=Asia/Tokyo:20261204T190000
RRULE:FREQ=WEEKLY;COUNT=4
SUMMARY:Etäluento""",
    "UTC": "UID:utc\nDTSTART:20261205T100000Z\nDTEND:20261205T111500Z\nSUMMARY:U12-ottelu",
    "cancelled": "UID:off\nDTSTART;TZID=Europe/Helsinki:20261128T100000\nSUMMARY:Kyläkirppis\nSTATUS:CANCELLED\nSEQUENCE:2",
    "Swedish": "UID:sv\nDTSTART;TZID=Europe/Helsinki:20261126T173000\nSUMMARY;LANGUAGE=sv:Sagostund\nDESCRIPTION;LANGUAGE=sv:Hej!",
    "an address to take part online": """UID:online
DTSTART;TZID=Europe/Helsinki:20261209T170000
DTEND;TZID=Europe/Helsinki:20261209T183000
SUMMARY:Tietosuoja
CONFERENCE;VALUE=URI:https://kokous.example/huone/1""",
    "across the change of clocks": """UID:dst
DTSTART;TZID=Europe/Helsinki:20270323T170000
DTEND;TZID=Europe/Helsinki:20270323T183000
RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=6
SUMMARY:Suomea alkeista""",
    "a night": "UID:night\nDTSTART;TZID=Europe/Helsinki:20261127T190000\nDTEND;TZID=Europe/Helsinki:20261128T010000\nSUMMARY:Sitsit",
    "a long name": f"UID:long\nDTSTART;TZID=Europe/Helsinki:20261130T100000\nSUMMARY:{'Yhteislaulutilaisuus äänekkäästi – ' * 6}loppu",
}


def region() -> Schedules:
    places = (PlaceEntry(id="v-torikulma", name={"fi": "Kumppanuustalo Torikulma"}, aliases=("Torikulma",)),)
    origin = Source(id="s13", title="Eläkeväki", organizer=OrganizerEntry(name="Eläkeväki"), format="ical", url="https://s13.example/k.ics")
    return schedules(languages=("fi",)).model_copy(update={"places": places, "sources": (origin.model_copy(update={"language": "fi"}),)})


def answer(body: bytes) -> Response:
    headers = {"content-type": "text/calendar"}
    return Response(source_id="s13", url="https://s13.example/k.ics", status=200, headers=headers, body=body, fetched_at=NOW)


def listings(body: bytes, config: Schedules) -> dict[tuple[str, str], Listing]:
    """Every listing of a document by the first name of its event's series and its recurrence id."""
    source = config.resolved(config.sources[0])
    reading = ical.read(answer(body), ReadContext(zone="Europe/Helsinki"))
    assert not [issue for issue in reading.issues if issue.severity == "error"]
    made = [normalize(raw, source, pipeline.context_of(config, NOW)).listing for raw in reading.events]
    assert len(made) == reading.read
    found = [listing for listing in made if listing is not None]
    names = {listing.uid: next(iter(listing.name.values())) for listing in found if not listing.recurrence_id}
    return {(names[listing.uid], listing.recurrence_id): listing for listing in found}


def harvested_and_published(body: bytes, config: Schedules, directory: Path) -> bytes:
    """The region's own calendar, after the document went the whole way."""
    with open_store(directory) as store:
        sync_configuration(store, config, vocabulary(), NOW)
        source = config.resolved(config.sources[0])
        with Sandbox() as sandbox:
            reader = pipeline.Reader(sandbox=sandbox, context=pipeline.context_of(config, NOW))
            pipeline.read(store, Asked(source=source), answer(body), reader, NOW)
        pipeline.relate(store, config, NOW)
        pipeline.publish(store, config, NOW)
    return (directory / "public/fi/kalenteri.ics").read_bytes()


SAME = (
    "name",
    "description",
    "start",
    "end",
    "timezone",
    "recurrence",
    "event_status",
    "place_id",
    "place_text",
    "categories",
    "conference",
)


@pytest.mark.parametrize("name", VEVENTS)
def test_our_calendar_harvested_again_says_the_same(name: str, tmp_path: Path) -> None:
    events = VEVENTS[name].replace("\n", "\r\n")
    body = f"{HEAD}BEGIN:VEVENT\r\nDTSTAMP:20261101T000000Z\r\n{events}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".encode()
    config = region()
    first = listings(body, config)
    second = listings(harvested_and_published(body, config, tmp_path), config)
    assert list(second) == list(first)
    for key, listing in first.items():
        again = second[key]
        fields = [field for field in SAME if not (listing.recurrence_id and field == "description")]
        assert {field: getattr(again, field) for field in fields} == {field: getattr(listing, field) for field in fields}
        assert (again.latitude, again.longitude, again.sequence) == (listing.latitude, listing.longitude, listing.sequence)
        assert again.url.startswith("https://norppala.example/fi/")
        assert again.uid.endswith("@norppala.example")


def test_the_whole_calendar_at_once_survives_the_round_trip(tmp_path: Path) -> None:
    events = "".join(f"BEGIN:VEVENT\r\nDTSTAMP:20261101T000000Z\r\n{text}\r\nEND:VEVENT\r\n" for text in VEVENTS.values())
    body = f"{HEAD}{events}END:VCALENDAR\r\n".replace("\r\n", "\n").replace("\n", "\r\n").encode()
    config = region()
    first = listings(body, config)
    second = listings(harvested_and_published(body, config, tmp_path), config)
    assert second.keys() == first.keys()
    assert {key: value.start for key, value in second.items()} == {key: value.start for key, value in first.items()}


HOSTILE_TEXT = st.text(st.one_of(st.characters(), st.sampled_from('\r\n\\,;:"\x00\x0b\x1c\x85\u2028\ufeff')), max_size=200)


@given(name=HOSTILE_TEXT, place=HOSTILE_TEXT, words=HOSTILE_TEXT)
@settings(max_examples=150, deadline=None)
def test_no_text_can_add_a_property_or_a_component(name: str, place: str, words: str) -> None:
    lines = [f"SUMMARY:{escaped(name)}", f"LOCATION:{escaped(place)}", f"DESCRIPTION:{escaped(words)}"]
    text = "BEGIN:VEVENT\r\n" + "".join(map(folded, lines)) + "END:VEVENT\r\n"
    unfolded = re.sub("\r\n ", "", text)
    assert [line.partition(":")[0] for line in re.split("\r\n", unfolded)[:-1]] == ["BEGIN", "SUMMARY", "LOCATION", "DESCRIPTION", "END"]
    assert re.sub("\r\n", "", text).isprintable() or not re.search("[\x00-\x08\x0a-\x1f\x7f\x85]", text.replace("\r\n", ""))


@given(line=st.text(st.characters(blacklist_categories=("Cc", "Cs")), min_size=1, max_size=400))
@settings(max_examples=150, deadline=None)
def test_folded_lines_are_at_most_75_octets_and_unfold_to_themselves(line: str) -> None:
    pieces = folded(line).encode().split(b"\r\n")
    assert max(map(len, pieces)) <= 75
    assert b"".join([pieces[0], *(piece[1:] for piece in pieces[1:])]).decode() == line


ZONES = [
    "Europe/Helsinki",
    "Europe/London",
    "America/New_York",
    "America/Sao_Paulo",
    "Australia/Sydney",
    "Asia/Tokyo",
    "Africa/Casablanca",
    "Asia/Tehran",
    "Europe/Kyiv",
    "+03:00",
]


@pytest.mark.parametrize("zone", ZONES)
def test_a_zone_definition_tells_the_same_time_as_the_tz_database(zone: str) -> None:
    use_zoneinfo()  # type: ignore[no-untyped-call]
    own = "Test/Zone"
    lines = [f"TZID:{own}" if line.startswith("TZID:") else line for line in vtimezone(zone, 2001)]
    text = f"{HEAD}{chr(13)}{chr(10)}".replace("\r\n\r\n", "\r\n") + "".join(f"{line}\r\n" for line in lines) + "END:VCALENDAR\r\n"
    defined = Calendar.from_ical(text.encode()).timezones[0].to_tz()
    expected = ZoneInfo(zone) if zone[0] not in "+-" else HELSINKI
    start = datetime(2001, 2, 1, 12, 0, tzinfo=UTC)
    for week in range(52 * 35):
        moment = start + timedelta(weeks=week)
        there = (
            moment.astimezone(expected) if zone[0] not in "+-" else moment.astimezone(datetime.fromisoformat("2026-01-01T00+03:00").tzinfo)
        )
        assert there.replace(tzinfo=defined).utcoffset() == there.utcoffset(), there
    assert len(lines) < 100 or zone in {"Africa/Casablanca", "Asia/Tehran"}  # their changes follow the moon or a decree


def test_helsinki_takes_two_rules() -> None:
    lines = vtimezone("Europe/Helsinki", 2026)
    assert [line for line in lines if line.startswith("RRULE")] == [
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    ]


@pytest.mark.parametrize(
    ("language", "file", "word"), [("fi", "kalenteri", "PERUTTU"), ("sv", "kalender", "INSTÄLLT"), ("en", "calendar", "CANCELLED")]
)
def test_a_cancelled_event_stays_with_its_word_and_status(language: str, file: str, word: str, tmp_path: Path) -> None:
    publish(small_region(), tmp_path, schedules=schedules())
    text = page(tmp_path, f"{language}/{file}.ics").replace("\n ", "")
    block = next(block for block in text.split("BEGIN:VEVENT") if "Kyläkirppis" in block)
    assert f"SUMMARY;LANGUAGE=fi:{word}: Kyläkirppis" in block
    assert "STATUS:CANCELLED" in block
    assert "SEQUENCE:2" in block


def test_bytes_change_only_when_the_event_does(tmp_path: Path) -> None:
    rows = small_region()
    publish(rows, tmp_path)
    file = tmp_path / "public/fi/kalenteri.ics"
    before = file.read_bytes()
    refreshed = replace(rows, source_rows=[replace(row, last_fetched=NOW.astimezone(UTC)) for row in rows.source_rows])
    publish(refreshed, tmp_path, now=NOW + HOUR)
    assert file.read_bytes() == before
    changed = replace(rows.event_rows[0], name={"fi": "Tuolijumppa istuen"}, sequence=1, last_changed=NOW.astimezone(UTC))
    publish(rows.with_event(changed), tmp_path, now=NOW + HOUR)
    assert b"Tuolijumppa istuen" in file.read_bytes()


def test_a_withdrawn_event_leaves_the_lists_and_keeps_its_own_file(tmp_path: Path) -> None:
    rows = joined(single("pois", "Poistunut", at("2026-11-26", "18:00"), None, withdrawn_at=NOW.astimezone(UTC)), small_region())
    publish(rows, tmp_path)
    assert "Poistunut" not in page(tmp_path, "fi/kalenteri.ics")
    own = page(tmp_path, f"fi/t/{rows.event_rows[0].slug}/tapahtuma.ics")
    assert "poistui lähteestä 24.11.2026" in own.replace("\n ", "")


def test_the_calendars_of_a_page_hold_what_the_page_shows(tmp_path: Path) -> None:
    rows = small_region()
    publish(rows, tmp_path)
    text = page(tmp_path, "fi/paikka/v-torikulma/kalenteri.ics")
    here = {row.id for row in rows.event_rows if row.place_id == "v-torikulma"}
    assert {uid.partition("@")[0] for uid in re.findall(r"UID:(\S+)", text)} == here
    assert "X-WR-CALNAME:Norppalan seudun tapahtumat: Kumppanuustalo Torikulma" in text.replace("\n ", "")


def test_a_series_whose_length_changes_only_with_the_clocks_has_no_override(tmp_path: Path) -> None:
    night = weekly("yö", "Yövuoro", (at("2027-03-20", "22:00"), at("2027-03-21", "06:00")), 3)
    dates = [replace(row, **_wall(row.recurrence_id)) for row in night.occurrence_rows]
    publish(joined(replace(night, occurrence_rows=dates)), tmp_path)
    assert page(tmp_path, "fi/kalenteri.ics").count("BEGIN:VEVENT") == 1


def _wall(key: str) -> dict[str, Any]:
    """Start and end by the clock on the wall, whatever the hours between them."""
    start = datetime.strptime(key, "%Y%m%dT%H%M%S").replace(tzinfo=HELSINKI)
    end = (start.replace(tzinfo=None) + timedelta(hours=8)).replace(tzinfo=HELSINKI)
    return {"local_start": start, "local_end": end, "start": start.astimezone(UTC), "end": end.astimezone(UTC)}


def test_a_rule_without_its_series_record_is_told_by_its_dates(tmp_path: Path) -> None:
    row = event("yksin", "Vain yksi kerta", at("2026-11-26", "18:00"), at("2026-11-26", "19:00"), is_series=True)
    alone = replace(joined(), event_rows=[row], occurrence_rows=[occurrence(row)])
    publish(alone, tmp_path)
    assert "RECURRENCE-ID;TZID=Europe/Helsinki:20261126T180000" in page(tmp_path, "fi/kalenteri.ics")


def test_dates_and_utc_keep_their_form(tmp_path: Path) -> None:
    utc = datetime(2026, 12, 5, 10, 0, tzinfo=UTC)
    first = single("utc", "Ottelu", utc, utc + HOUR, timezone="UTC")
    rule = Recurrence(rrule=("FREQ=MONTHLY",), rdate=(date(2026, 12, 24),), exdate=(date(2027, 1, 7),))
    days = event("päivä", "Päivä", date(2026, 12, 7), date(2026, 12, 8), is_series=True, recurrence=rule)
    publish(joined(first, replace(joined(), event_rows=[days], occurrence_rows=[occurrence(days)])), tmp_path)
    text = page(tmp_path, "fi/kalenteri.ics")
    for line in ("DTSTART:20261205T100000Z", "DTSTART;VALUE=DATE:20261207", "DTEND;VALUE=DATE:20261208", "RDATE;VALUE=DATE:20261224"):
        assert f"{line}\n" in text
    assert "EXDATE;VALUE=DATE:20270107\n" in text
    assert "VTIMEZONE" not in text
