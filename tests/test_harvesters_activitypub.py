"""ActivityPub: outboxes and what stands in them, events of Mobilizon and Gancio, and whom they are for."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvesters.activitypub import follow, read
from harvesters.errors import Unreadable
from harvesters.record import Missing, RawEvent, Reading
from tests.garbage import GARBAGE, check_garbage, mutated
from tests.json_sources import CONTEXT, SOURCES, answer, knowing, reading
from tests.shared import ROOT

HOST = "https://fedi.example"
OUTBOX = f"{HOST}/@luonto/outbox"
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
EVENT = {
    "type": "Event",
    "id": f"{HOST}/events/1",
    "name": "Lintulaskenta",
    "startTime": "2026-12-12T09:00:00+02:00",
    "endTime": "2026-12-12T12:00:00+02:00",
    "timezone": "Europe/Helsinki",
}
PAGES = [json.loads((SOURCES / "mobilizon-group" / f"page-{number}.json").read_text("utf-8")) for number in (1, 2)]
FULL = PAGES[0]["orderedItems"][0]["object"]


def outbox(*entries: Any, **page: Any) -> dict[str, Any]:
    return {"type": "OrderedCollectionPage", "id": f"{OUTBOX}?page=1", "orderedItems": list(entries), **page}


def create(event: Any, kind: str = "Create", **activity: Any) -> dict[str, Any]:
    return {"type": kind, "id": f"{HOST}/a/1", "actor": f"{HOST}/@luonto", "object": event, **activity}


def of(*entries: Any, **page: Any) -> Reading:
    return reading(read, answer(outbox(*entries, **page), OUTBOX))


def event(**changes: Any) -> RawEvent:
    (found,) = of(create(EVENT | changes)).events
    return found


FURTHER: list[tuple[Any, list[tuple[str, str]]]] = [
    ({"type": "Group", "id": f"{HOST}/@luonto", "outbox": OUTBOX}, [(OUTBOX, "page")]),
    ({"type": "Person", "id": f"{HOST}/@luonto"}, []),
    ({"type": "OrderedCollection", "first": f"{OUTBOX}?page=1"}, [(f"{OUTBOX}?page=1", "page")]),
    (
        {"type": "OrderedCollection", "first": {"type": "OrderedCollectionPage", "id": f"{OUTBOX}?page=1"}},
        [(f"{OUTBOX}?page=1", "page")],
    ),
    ({"type": "OrderedCollection", "first": {"orderedItems": [create(EVENT)], "next": f"{OUTBOX}?page=2"}}, [(f"{OUTBOX}?page=2", "page")]),
    (outbox(create(EVENT), next=f"{OUTBOX}?page=2", first=f"{OUTBOX}?page=1"), [(f"{OUTBOX}?page=2", "page")]),
    (outbox(next=f"{OUTBOX}?page=99"), []),
    (outbox(f"{HOST}/events/7", create("https://muualla.example/events/7")), [(f"{HOST}/events/7", "detail")]),
    (outbox(create(f"{HOST}/events/7", "Announce"), create(f"{HOST}/events/7")), [(f"{HOST}/events/7", "detail")]),
    (outbox(create(f"{HOST}/events/7", "Delete"), create(f"{HOST}/events/7", "Like")), []),
    (EVENT, []),
    ([], []),
]


@pytest.mark.parametrize(("page", "asked"), FURTHER)
def test_what_else_is_asked_for(page: Any, asked: list[tuple[str, str]]) -> None:
    asks = follow(answer(page, OUTBOX), CONTEXT)
    assert [(ask.url, ask.role) for ask in asks] == asked
    assert all(ask.is_needed == (ask.role == "page") for ask in asks)
    assert follow(answer(page, OUTBOX, "detail"), CONTEXT) == ()


@pytest.mark.parametrize("body", [{"name": "x"}, 5, "x", None, [1, 2], [{"id": 3}], {"type": 7.5, "x": []} | {"type": None}])
def test_what_is_nothing_of_activitypubs_is_named_so(body: Any) -> None:
    with pytest.raises(Unreadable) as failure:
        read(answer(body), CONTEXT)
    assert failure.value.reason == "unexpected_shape"


def test_a_page_for_people_is_named_so() -> None:
    with pytest.raises(Unreadable) as failure:
        follow(answer(b"<!DOCTYPE html><html><head></head></html>"), CONTEXT)
    assert failure.value.reason == "html_instead_of_feed"


@pytest.mark.parametrize("kind", ["Create", "Update", "Announce", "Add"])
def test_every_way_to_tell_an_event_tells_it(kind: str) -> None:
    assert [kept.uid for kept in of(create(EVENT, kind)).events] == [EVENT["id"]]
    assert [kept.uid for kept in of(create(create(EVENT), kind)).events] == [EVENT["id"]]
    assert [kept.uid for kept in of(EVENT).events] == [EVENT["id"]]


def test_the_newest_entry_about_an_event_holds() -> None:
    found = of(create(EVENT | {"name": "Uusi"}, "Update"), create(EVENT))
    assert [kept.name[0].value for kept in found.events] == ["Uusi"]
    assert found.read == 1


@pytest.mark.parametrize(
    "gone",
    [
        create(EVENT["id"], "Delete"),
        create({"type": "Tombstone", "id": EVENT["id"], "formerType": "Event"}, "Delete"),
        create(EVENT, "Remove"),
        {"type": "Tombstone", "id": EVENT["id"]},
        create({"type": "Announce", "object": EVENT["id"]}, "Undo"),
    ],
)
def test_what_is_taken_back_is_deleted_and_stays_so(gone: Any) -> None:
    found = of(gone, create(EVENT))
    assert (found.deleted, found.events) == ((EVENT["id"],), ())


def test_an_event_told_again_after_it_was_deleted_is_there() -> None:
    found = of(create(EVENT), create(EVENT["id"], "Delete"))
    assert (found.deleted, len(found.events)) == ((), 1)


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        (create({"type": "Note", "content": "Hei"}), "Note"),
        (create(EVENT["id"], "Like"), "Like"),
        (create({"type": "Like", "object": EVENT["id"]}, "Undo"), "Undo"),
        ({"type": "Follow", "object": f"{HOST}/@luonto"}, "Follow"),
        ({}, "?"),
    ],
)
def test_what_people_do_is_no_event(entry: Any, kind: str) -> None:
    found = of(entry)
    assert [(issue.code, issue.value) for issue in found.issues] == [("not_an_event", f"1 {kind}")]
    assert found.read == 0


def test_a_link_is_read_where_it_was_fetched_and_told_where_not() -> None:
    page = outbox(f"{HOST}/events/7", f"{HOST}/events/8", create("https://muualla.example/events/9", "Announce"))
    detail = answer(create(EVENT | {"id": f"{HOST}/events/7"}), f"{HOST}/events/7", "detail")
    missing = (Missing(url=f"{HOST}/events/8", role="detail", reason="http_404"),)
    found = reading(read, replace(answer(page, OUTBOX), parts=(detail,), missing=missing))
    assert [kept.uid for kept in found.events] == [f"{HOST}/events/7"]
    assert [(issue.code, issue.value) for issue in found.issues] == [
        ("detail_missing", f"{HOST}/events/8"),
        ("outside_host", "muualla.example"),
    ]
    assert not found.complete


@pytest.mark.parametrize("body", [b"<!doctype html><html></html>", b"", [EVENT], {"name": "x"}])
def test_a_link_that_leads_to_something_else_costs_only_itself(body: Any) -> None:
    detail = answer(body, f"{HOST}/events/7", "detail")
    found = reading(read, replace(answer(outbox(f"{HOST}/events/7", create(EVENT)), OUTBOX), parts=(detail,)))
    assert [kept.uid for kept in found.events] == [EVENT["id"]]
    assert [issue.code for issue in found.issues] == ["detail_missing"]
    assert not found.complete


@pytest.mark.parametrize(
    ("page", "is_complete"),
    [
        (outbox(create(EVENT)), True),
        (outbox(create(EVENT), next=f"{OUTBOX}?page=2"), False),
        (outbox(next=f"{OUTBOX}?page=2"), True),
        ({"type": "OrderedCollection", "first": f"{OUTBOX}?page=1"}, False),
        ({"type": "Group", "id": "x", "outbox": OUTBOX}, False),
        ({"type": "OrderedCollection", "totalItems": 0, "orderedItems": []}, True),
        ([], True),
    ],
)
def test_only_a_whole_outbox_may_withdraw(page: Any, is_complete: bool) -> None:  # noqa: FBT001 - a parameter
    assert reading(read, answer(page, OUTBOX)).complete == is_complete


AUDIENCES: list[tuple[dict[str, Any], dict[str, Any], bool]] = [
    ({}, {}, True),
    ({"to": [PUBLIC]}, {}, True),
    ({"to": PUBLIC}, {}, True),
    ({"to": ["as:Public"], "cc": [f"{HOST}/@luonto/followers"]}, {}, True),
    ({}, {"to": ["Public"]}, True),
    ({}, {"to": [f"{HOST}/@luonto/followers"]}, False),
    ({"to": [f"{HOST}/@luonto/followers"]}, {"to": [PUBLIC]}, False),
    ({"to": [f"{HOST}/@luonto/followers"], "cc": [PUBLIC]}, {}, False),
    ({"draft": True, "to": [PUBLIC]}, {}, False),
]


@pytest.mark.parametrize(("told", "around", "is_public"), AUDIENCES)
def test_only_what_is_for_everybody_is_shown(told: dict[str, Any], around: dict[str, Any], is_public: bool) -> None:  # noqa: FBT001 - a parameter
    found = of(create(EVENT | told | {"maximumAttendeeCapacity": 5, "participantCount": 1}, **around))
    assert (len(found.events), found.not_public) == ((1, 0) if is_public else (0, 1))
    assert len(found.availability) == is_public


TIMES: list[tuple[dict[str, Any], str, str]] = [
    ({}, "2026-12-12 09:00:00+02:00", "2026-12-12 12:00:00+02:00"),
    ({"startTime": "2026-12-12T07:00:00Z", "endTime": "2026-12-12T10:00:00.0Z"}, "2026-12-12 09:00:00+02:00", "2026-12-12 12:00:00+02:00"),
    ({"timezone": "Europe/Paris"}, "2026-12-12 08:00:00+01:00", "2026-12-12 11:00:00+01:00"),
    ({"timezone": "Nowhere/Land"}, "2026-12-12 09:00:00+02:00", "2026-12-12 12:00:00+02:00"),
    ({"endTime": "2026-12-12T23:59:59+02:00"}, "2026-12-12 09:00:00+02:00", "None"),
    ({"endTime": "2026-12-12T21:59:59Z"}, "2026-12-12 09:00:00+02:00", "None"),
    ({"endTime": "2026-12-13T23:59:59+02:00"}, "2026-12-12 09:00:00+02:00", "2026-12-13 23:59:59+02:00"),
    ({"endTime": None}, "2026-12-12 09:00:00+02:00", "None"),
    ({"endTime": "2026-12-12T09:00:00+02:00"}, "2026-12-12 09:00:00+02:00", "None"),
    ({"startTime": "2026-12-12", "endTime": "2026-12-13"}, "2026-12-12", "2026-12-14"),
    ({"endTime": "2026-12-13"}, "2026-12-12 09:00:00+02:00", "None"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "start", "end"), TIMES)
def test_when(told: dict[str, Any], start: str, end: str) -> None:
    found = event(**told)
    assert (str(found.start), str(found.end)) == (start, end)


def test_a_duration_stands_for_the_end() -> None:
    assert event(endTime=None, duration="PT1H30M").duration == timedelta(minutes=90)


@pytest.mark.parametrize(
    ("value", "code"), [(None, "no_start"), ("", "no_start"), ("pian", "bad_value"), (5, "bad_value"), ([], "bad_value")]
)
def test_an_event_without_a_start_is_set_aside_alone(value: Any, code: str) -> None:
    found = of(create(EVENT | {"startTime": value}), create(EVENT | {"id": f"{HOST}/events/2"}))
    assert [issue.code for issue in found.issues] == [code]
    assert len(found.events) == 1


WORDS: list[tuple[dict[str, Any], str]] = [
    ({"ical:status": "CONFIRMED"}, "CONFIRMED"),
    ({"status": "TENTATIVE", "ical:status": "CONFIRMED"}, "TENTATIVE"),
    ({"status": "CANCELLED"}, "CANCELLED"),
    ({"eventStatus": "https://schema.org/EventCancelled"}, "CANCELLED"),
    ({"eventStatus": "EventPostponed"}, "POSTPONED"),
    ({}, ""),
]


@pytest.mark.parametrize(("told", "status"), WORDS)
def test_the_status_is_the_publishers_word(told: dict[str, Any], status: str) -> None:
    assert event(**told).status == status


ROOM = {"type": "Place", "name": "Laavu", "address": "Metsätie 1"}
ON_THE_NET = {
    "type": "Place",
    "name": "Etänä",
    "id": "https://video.example/b",
    "address": {"type": "VirtualLocation", "url": "https://video.example/a"},
}
WEBSITE = {"type": "Link", "mediaType": "text/html", "href": "https://luonto.example/", "name": "Website"}
WAY_IN = {"type": "Link", "href": "https://video.example/a", "name": "https://video.example/a"}
PLACES: list[tuple[dict[str, Any], str, str, tuple[str, ...]]] = [
    ({}, "", "", ()),
    ({"location": ROOM}, "Laavu", "", ()),
    ({"location": ROOM, "isOnline": False}, "Laavu", "offline", ()),
    ({"location": "Laavu"}, "Laavu", "", ()),
    ({"location": "https://fedi.example/address/4"}, "", "", ()),
    ({"location": {"type": "Place", "address": "Metsätie 1"}}, "Metsätie 1", "", ()),
    ({"location": [{"type": "Place", "id": "x"}, ROOM, {"name": "Piha"}]}, "Laavu", "", ()),
    ({"location": ON_THE_NET}, "", "online", ("https://video.example/a",)),
    ({"location": {"type": "VirtualLocation", "id": "https://video.example/b"}}, "", "online", ("https://video.example/b",)),
    ({"location": [ROOM, ON_THE_NET]}, "Laavu", "mixed", ("https://video.example/a",)),
    ({"isOnline": True, "attachment": [WEBSITE]}, "", "online", ("https://luonto.example/",)),
    ({"isOnline": True, "location": ROOM}, "Laavu", "mixed", ()),
    ({"attachment": [WEBSITE], "location": ROOM}, "Laavu", "", ()),
    ({"attachment": [WAY_IN], "location": ROOM}, "Laavu", "mixed", ("https://video.example/a",)),
]  # fmt: skip


@pytest.mark.parametrize(("told", "name", "attendance", "conference"), PLACES)
def test_where(told: dict[str, Any], name: str, attendance: str, conference: tuple[str, ...]) -> None:
    found = event(**told)
    assert "".join(text.value for text in found.location) == name
    assert (found.attendance, found.conference) == (attendance, conference)


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (f"{HOST}/@luonto", ["Norppalan Luonto ry"]),
        (f"{HOST}/@maija", []),
        ([f"{HOST}/@maija", f"{HOST}/@luonto"], ["Norppalan Luonto ry"]),
        ({"type": "Group", "id": "https://x.example/@a", "name": "Toinen ry"}, ["Toinen ry"]),
        ({"type": "Group", "id": "https://x.example/@a", "preferredUsername": "toinen"}, ["toinen"]),
        ({"type": "Person", "id": "https://x.example/@b", "name": "Maija Mallikas"}, []),
        ({"type": "Organization", "id": "https://x.example/@c", "name": "maija@x.example"}, []),
        (None, []),
    ],
)
def test_groups_are_named_and_persons_are_not(told: Any, names: list[str]) -> None:
    group = {"type": "Group", "id": f"{HOST}/@luonto", "name": "Norppalan Luonto ry", "outbox": OUTBOX}
    page = answer(outbox(create(EVENT | {"attributedTo": told, "contacts": [f"{HOST}/@maija"]}, actor=f"{HOST}/@maija")), OUTBOX, "page")
    found = reading(read, replace(answer(group, f"{HOST}/@luonto"), parts=(page,)))
    assert [text.value for text in found.events[0].organizer] == names
    assert "maija" not in repr(found).lower()


JOINING: list[tuple[dict[str, Any], tuple[str, bool | None, int | None, str] | None]] = [
    ({"joinMode": "free"}, ("", None, None, "free")),
    ({"joinMode": "restricted"}, ("", True, None, "restricted")),
    ({"joinMode": "external", "externalParticipationUrl": "https://x.example/ilmo"}, ("https://x.example/ilmo", None, None, "external")),
    ({"maximumAttendeeCapacity": 20}, ("", None, 20, "")),
    ({"maximumAttendeeCapacity": 0}, None),
    ({}, None),
]


@pytest.mark.parametrize(("told", "expected"), JOINING)
def test_how_to_join(told: dict[str, Any], expected: tuple[str, bool | None, int | None, str] | None) -> None:
    found = event(**told).registration
    assert (None if found is None else (found.url, found.required, found.capacity, found.state)) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"maximumAttendeeCapacity": 20, "remainingAttendeeCapacity": 3, "participantCount": 9}, [(3, 20, "")]),
        ({"maximumAttendeeCapacity": 20, "participantCount": 20}, [(0, 20, "full")]),
        ({"maximumAttendeeCapacity": 20, "participantCount": 21}, [(0, 20, "full")]),
        ({"maximumAttendeeCapacity": 20}, []),
        ({"participantCount": 5}, []),
        ({"maximumAttendeeCapacity": 0, "participantCount": 5}, []),
    ],
)
def test_places_left(told: dict[str, Any], expected: list[tuple[int, int, str]]) -> None:
    found = of(create(EVENT | told)).availability
    assert [(left.remaining, left.capacity, left.state) for left in found] == expected


def test_who_joins_meanwhile_changes_no_digest() -> None:
    first = of(create(FULL | {"participantCount": 1, "updated": "2026-11-01T00:00:00Z"}))
    again = reading(
        read, answer(outbox(create(FULL | {"participantCount": 9, "updated": "2026-11-24T00:00:00Z"}, "Update"))), knowing(first)
    )
    assert len(again.unchanged) == 1


def test_pictures_and_links_of_every_shape() -> None:
    found = event(
        url=[
            {"type": "Link", "href": "https://x.example/a.json", "mediaType": "application/json"},
            {"type": "Link", "href": "https://x.example/a"},
        ],
        attachment=[
            {"type": "Image", "url": [{"type": "Link", "href": "https://x.example/1.jpg"}], "name": "Lintu"},
            {"type": "Document", "mediaType": "image/png", "url": "https://x.example/2.png", "name": "Banner"},
            {"type": "Document", "mediaType": "application/pdf", "url": "https://x.example/3.pdf"},
        ],
        image="https://x.example/4.jpg",
    )
    assert found.url == "https://x.example/a"
    assert [(image.url[-5:], image.text) for image in found.images] == [("1.jpg", "Lintu"), ("2.png", ""), ("4.jpg", "")]


def test_gancios_plain_list_names_events_as_its_outbox_does() -> None:
    plain = {"id": 12, "slug": "paja", "title": "Paja", "start_datetime": 1796731200, "place": {"name": "Talo", "address": "Katu 1"}}
    inside = create({**EVENT, "id": "https://gancio.example/federation/m/12", "url": "https://gancio.example/event/paja", "timezone": None})
    one = reading(read, answer([plain], "https://gancio.example/api/events"))
    other = reading(read, answer(outbox(inside), "https://gancio.example/federation/u/relay/outbox"))
    assert [(kept.uid, kept.url) for kept in one.events] == [(kept.uid, kept.url) for kept in other.events]
    assert isinstance(one.events[0].start, datetime)


@given(st.sampled_from(sorted(FULL)), GARBAGE)
def test_garbage_in_a_field_costs_one_record_at_most(field: str, value: Any) -> None:
    found = of(create(EVENT | {field: value}), create(EVENT | {"id": f"{HOST}/events/2"}))
    assert f"{HOST}/events/2" in {kept.uid for kept in found.events}


@given(mutated(PAGES[0]), mutated(PAGES[1]))
def test_garbage_anywhere_raises_nothing_but_unreadable(first: Any, second: Any) -> None:
    check_garbage(read, follow, first)
    check_garbage(read, follow, second)


@given(mutated(json.loads((SOURCES / "gancio-collective" / "events.json").read_text("utf-8"))))
def test_garbage_in_gancios_list_raises_nothing_but_unreadable(body: Any) -> None:
    check_garbage(read, follow, body)


def test_the_page_about_the_format_names_every_code() -> None:
    text = (ROOT / "docs" / "formats" / "activitypub.md").read_text(encoding="utf-8")
    for word in ("pages_cut", "bad_value", "no_start", "item_unreadable", "not_public", "not_an_event", "outside_host", "detail_missing"):
        assert f"`{word}`" in text
