"""Small calendars and readings for the tests of the iCalendar reader."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Literal

from harvesters.ical import read
from harvesters.record import ReadContext, Reading, Response

MOMENT = datetime(2027, 1, 15, 12, tzinfo=UTC)
START = "DTSTART;TZID=Europe/Helsinki:20270401T180000"
NEIGHBOUR = ("UID:neighbour@norppala.example", START, "SUMMARY:Naapuri")


def reading(
    body: bytes,
    known: Mapping[str, str] | None = None,
    *,
    zone: str = "Europe/Helsinki",
    content_type: str = "text/calendar; charset=utf-8",
    identity: Literal["uid", "content"] = "uid",
) -> Reading:
    """What the reader makes of a body; every reading's ledger is checked on the way."""
    answer = Response(
        source_id="feed", url="https://norppala.example/", status=200, headers={"content-type": content_type}, body=body, fetched_at=MOMENT
    )
    found = read(answer, ReadContext(zone=zone, known=known or {}, identity=identity))
    assert found.read == len(found.events) + len(found.unchanged) + found.set_aside + found.not_public
    assert_named(found)
    return found


def assert_named(found: Reading) -> None:
    """Every record that was set aside is named by an issue, remembered and kept from being taken for absent."""
    errors = [issue for issue in found.issues if issue.severity == "error"]
    assert len(errors) == found.set_aside == len(found.refused)
    assert all(issue.digest in found.remember and issue.line and issue.code for issue in errors)
    private = [issue for issue in found.issues if issue.code == "not_public"]
    assert len(private) == found.not_public
    assert all(found.remember[issue.digest] == "not_public" and not issue.value for issue in private)


def vevent(*lines: str) -> str:
    """One VEVENT."""
    return "\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT", ""))


def calendar(*parts: str, head: tuple[str, ...] = ()) -> bytes:
    """A calendar of these components."""
    first = "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Norppala//tests//FI", *head, ""))
    return (first + "".join(parts) + "END:VCALENDAR\r\n").encode()


def remembered(found: Reading) -> dict[str, str]:
    """What the caller would know after this reading."""
    return {event.digest: "stored" for event in found.events} | found.remember | dict.fromkeys(found.unchanged, "stored")


def codes(found: Reading) -> list[str]:
    """The codes of all issues, sorted."""
    return sorted(issue.code for issue in found.issues)
