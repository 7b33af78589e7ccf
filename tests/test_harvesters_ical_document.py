"""The stream as a whole: what is refused and why, what survives broken neighbours, what is never looked at."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters.errors import Unreadable
from tests.ical_feeds import NEIGHBOUR, START, calendar, codes, reading, remembered, vevent

FIFTY = calendar(*(vevent(f"UID:{n}@norppala.example", "DTSTAMP:20270101T000000Z", START, f"SUMMARY:Tapahtuma {n}") for n in range(50)))
NEXT = vevent(*NEIGHBOUR)


def refusal(body: bytes) -> str:
    """The reason for which the body is refused."""
    with pytest.raises(Unreadable) as caught:
        reading(body)
    assert str(caught.value).endswith((".", ")"))
    assert "norppala.example" not in str(caught.value)
    return caught.value.reason


def test_three_hundred_cuts_are_three_hundred_failures() -> None:
    chance = random.Random(20270115)
    last = len(FIFTY.rstrip()) - 1
    reasons = {refusal(FIFTY[: chance.randint(1, last)]) for _ in range(300)}
    assert reasons == {"truncated"}


@given(st.integers(1, len(FIFTY.rstrip()) - 1), st.sampled_from([b"\r\n", b"\n", b"\r"]))
@settings(max_examples=100, deadline=None)
def test_any_cut_is_a_failure_whatever_ends_the_lines(at: int, ending: bytes) -> None:
    body = FIFTY.replace(b"\r\n", ending)
    assert refusal(body[: min(at, len(body.rstrip()) - 1)]) == "truncated"


def test_a_calendar_without_its_last_line_break_is_whole() -> None:
    assert len(reading(FIFTY.rstrip()).events) == 50


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty_body"),
        (b" \r\n\0\r\n", "empty_body"),
        (b"\xef\xbb\xbf", "empty_body"),
        (b"BEGIN:VCAL", "truncated"),
        (b"<!DOCTYPE html><title>Kirjaudu</title>", "html_instead_of_feed"),
        (b"\n\n  <HTML><body>BEGIN:VCALENDAR</body>", "html_instead_of_feed"),
        (b"<html><pre>\n" + FIFTY + b"</pre>", "html_instead_of_feed"),
        (b'<?xml version="1.0"?><rss/>', "not_icalendar"),
        (b'{"error": "not found"}', "not_icalendar"),
        (b"[ERROR] 500", "not_icalendar"),
        (NEXT.encode(), "not_icalendar"),
        (bytes(range(256)) * 4, "not_icalendar"),
        (b"END:VCALENDAR\r\n" + FIFTY, "structure"),
        (FIFTY + NEXT.encode(), "structure"),
        (FIFTY[:200] + FIFTY, "truncated"),
        (FIFTY[:200] + b"\r\n" + FIFTY, "truncated"),
        (calendar("BEGIN:X\r\n" * 5000 + "END:X\r\n" * 5000), "structure"),
        (calendar("BEGIN:\0\r\nEND:\0\r\n"), "control_chars"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_is_no_complete_calendar_is_refused_by_name(body: bytes, reason: str) -> None:
    assert refusal(body) == reason


def test_an_empty_calendar_is_a_calendar() -> None:
    found = reading(calendar())
    assert (found.read, found.complete, found.platform) == (0, True, "-//Norppala//tests//FI")


@pytest.mark.parametrize(
    "parts",
    [
        ("BEGIN:VEVENT\r\nUID:cut\r\nSUMMARY:Loppu puuttuu\r\n", NEXT),
        (NEXT, "BEGIN:VEVENT\r\nUID:cut\r\nSUMMARY:Loppu puuttuu\r\n"),
        (vevent("UID:deep", START, "BEGIN:A", "BEGIN:B", "BEGIN:C", "END:C", "END:B", "END:A"), NEXT),
        ("BEGIN:VEVENTX\r\nUID:x\r\nEND:VEVENTX\r\n", NEXT),
    ],
    ids=["no end, in between", "no end, last", "too deep", "another name"],
)
def test_a_broken_structure_costs_one_event(parts: tuple[str, str]) -> None:
    found = reading(calendar(*parts))
    assert [event.uid for event in found.events if event.uid == "neighbour@norppala.example"] == ["neighbour@norppala.example"]
    assert "structure" in codes(found)


@pytest.mark.parametrize(
    "around",
    [
        ("BEGIN:VTIMEZONE\r\nTZID:x\r\n", NEXT),
        (NEXT, "END:VTODO\r\n"),
        (NEXT, "END:VEVENT\r\n"),
        ("Notice, undefined index\r\n", NEXT),
        ("BEGIN:VTODO\r\nUID:t\r\n", NEXT, "END:VTODO\r\n"),
    ],
    ids=["open zone", "stray end", "end twice", "text of a program", "event in a task"],
)
def test_odd_things_around_an_event_are_told_and_do_not_hurt_it(around: tuple[str, ...]) -> None:
    found = reading(calendar(*around))
    assert len(found.events) == 1
    assert codes(found) == ["structure_repaired"]


def test_the_line_of_an_odd_thing_is_told() -> None:
    (issue,) = reading(calendar(NEXT, "END:VTODO\r\n")).issues
    assert issue.line == 4 + NEXT.count("\r\n")


def test_a_warning_of_a_web_server_before_the_calendar_does_not_cost_it() -> None:
    assert codes(reading(b"<br />\n<b>Warning</b>: something\n" + calendar(NEXT))) == ["structure_repaired"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("begin:vevent", "BEGIN:VEVENT"),
        ("Begin:Vevent", "BEGIN:VEVENT"),
        ("BEGIN:VEVENT  ", "BEGIN:VEVENT"),
        ("BEGIN: VEVENT", "BEGIN:VEVENT"),
        ("BEGIN:VE\r\n VENT", "BEGIN:VEVENT"),
        ("BE\r\n\tGIN:VEVENT", "BEGIN:VEVENT"),
        ("end:vevent", "END:VEVENT"),
        ("END:VEVENT ", "END:VEVENT"),
        ("END:VEV\r\n ENT", "END:VEVENT"),
        ("dtstart", "DTSTART"),
        ("uid", "UID"),
    ],
)
def test_other_spellings_of_the_frame_are_the_frame(written: str, meant: str) -> None:
    plain = calendar(NEXT, vevent("UID:b", START, "SUMMARY:Toinen"), NEXT.replace("neighbour", "third"))
    found = reading(plain.replace(meant.encode(), written.encode(), 2))
    assert [(event.uid, event.start) for event in found.events] == [(event.uid, event.start) for event in reading(plain).events]
    assert not [issue for issue in found.issues if issue.severity == "error"]


def test_events_behind_a_lone_carriage_return_are_found() -> None:
    body = calendar(NEXT, vevent("UID:b", START, "SUMMARY:Toinen")).replace(
        b"END:VEVENT\r\nBEGIN:VEVENT\r\n", b"END:VEVENT\rBEGIN:VEVENT\r"
    )
    assert len(reading(body).events) == 2


def test_several_calendars_in_a_stream_keep_their_own_heads() -> None:
    first = calendar(vevent("UID:a", "DTSTART:20270401T180000", "SUMMARY:x"), head=("X-WR-TIMEZONE:Europe/Stockholm", "X-WR-CALNAME:Yksi"))
    second = calendar(vevent("UID:b", START, "SUMMARY:y"), head=("METHOD:CANCEL",))
    found = reading(first + second)
    assert [(event.zone, event.status) for event in found.events] == [("Europe/Stockholm", ""), ("", "CANCELLED")]
    assert found.title == "Yksi"


def test_other_components_are_counted_and_skipped() -> None:
    todo, journal = "BEGIN:VTODO\r\nUID:t\r\nEND:VTODO\r\n", "BEGIN:VJOURNAL\r\nEND:VJOURNAL\r\n"
    (issue,) = reading(calendar(todo, NEXT, todo, journal)).issues
    assert (issue.code, issue.severity, issue.value) == ("not_an_event", "info", "1 VJOURNAL, 2 VTODO")


def test_a_line_number_is_the_physical_line_of_the_document() -> None:
    bad = vevent("UID:b", "DESCRIPTION:one\r\n two\r\n three", "ATTENDEE:x", "BEGIN:VALARM\r\nEND:VALARM", "GEO:no", START)
    found = reading(calendar(NEXT, bad))
    event, (issue,) = found.events[1], found.issues
    lines = calendar(NEXT, bad).split(b"\r\n")
    assert (lines[(event.line or 0) - 1], lines[(issue.line or 0) - 1]) == (b"BEGIN:VEVENT", b"GEO:no")


def test_people_attachments_alarms_and_zones_never_hurt() -> None:
    junk = (
        "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "\r\n ".join(["QUFB" * 18] * 2000),
        'ATTENDEE;CN="unclosed:mailto:pekka@example.org',
        "ORGANIZER",
        "BEGIN:VALARM\r\nTRIGGER:garbage\r\nREPEAT:2147483648\r\nATTENDEE:mailto:x@example.org\r\nEND:VALARM",
        "BEGIN:PARTICIPANT\r\nCALENDAR-ADDRESS:mailto:y@example.org\r\nEND:PARTICIPANT",
    )
    zone = "BEGIN:VTIMEZONE\r\nTZID:Europe/Helsinki\r\nBEGIN:STANDARD\r\nTZOFFSETTO:+9999\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    found = reading(calendar(zone, vevent("UID:a", *junk, START, "SUMMARY:x", *junk)))
    assert codes(found) == []
    assert found.events[0].text == f"BEGIN:VEVENT\nUID:a\n{START}\nSUMMARY:x\nEND:VEVENT"


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_random_bytes_never_raise_anything_else(noise: bytes) -> None:
    for body in (
        noise,
        b"BEGIN:VCALENDAR\r\n" + noise,
        calendar(NEXT).replace(b"SUMMARY:", noise),
        calendar(NEXT, "@@", NEXT).replace(b"@@", noise),
    ):
        try:
            reading(body)
        except Unreadable as refused:
            assert refused.reason in {"empty_body", "truncated", "html_instead_of_feed", "not_icalendar", "structure", "control_chars"}  # noqa: PT017 - either is right


@given(
    st.integers(0, len(FIFTY) - 1),
    st.sampled_from([b"", b"\r", b"\n", b":", b";", b'"', b"\0", b"\xff", b"END:VEVENT\r\n", b"BEGIN:VEVENT\r\n"]),
)
@settings(max_examples=80, deadline=None)
def test_one_damage_costs_at_most_two_events(at: int, damage: bytes) -> None:
    body = FIFTY[:at] + damage + FIFTY[at + 1 :]
    try:
        found = reading(body)
    except Unreadable:
        return
    kept = sum(event.uid.endswith("@norppala.example") for event in found.events)
    assert kept >= 48
    again = reading(body, remembered(found))
    assert len(again.unchanged) == again.read == found.read
