"""Federation from the reader's side: what comes home is recognised, nothing travels too far, and origins stay."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from harvesters.errors import Unreadable
from harvesters.federation import comes_home, is_own_calendar, is_uid_of, is_within
from harvesters.issue_kinds_kooste import KOOSTE_KINDS
from harvesters.kooste_instance import KoosteOptions, address, follow, read
from harvesters.record import Origin, RawEvent, Reading
from harvesters.registry import Span
from tests.garbage import GARBAGE, check_garbage, mutated
from tests.ical_feeds import calendar, vevent
from tests.ical_feeds import reading as ical_reading
from tests.json_sources import CONTEXT, SOURCES, answer, knowing, reading
from tests.shared import ROOT

HOME = "https://norppala.example/kalenteri"
THERE = "https://naapuri.example"
US = replace(CONTEXT, language="", options=KoosteOptions(own_address=HOME))
EVENT = {
    "id": "aaaa000000000001@naapuri.example",
    "url": f"{THERE}/fi/t/kahvit/",
    "name": {"fi": "Kahvit"},
    "start": "2026-12-01T10:00:00+02:00",
    "end": "2026-12-01T12:00:00+02:00",
    "timezone": "Europe/Helsinki",
    "kind": "event",
}
DOCUMENT = json.loads((SOURCES / "kooste-neighbour" / "federation.json").read_text("utf-8"))
FIELDS = sorted({name for record in DOCUMENT["events"] for name in record})


def document(*events: Any, **head: Any) -> dict[str, Any]:
    return {"format": "kooste-federation", "version": 1, "instance": THERE, "count": len(events), "events": list(events), **head}


def of(*events: Any, **head: Any) -> Reading:
    return reading(read, answer(document(*events, **head), f"{THERE}/federation.json"), US)


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        (THERE, f"{THERE}/federation.json"),
        (f"{THERE}/kalenteri/", f"{THERE}/kalenteri/federation.json"),
        (f"{THERE}/federation.json?a=1", f"{THERE}/federation.json?a=1"),
        (f"{THERE}/?x#y", f"{THERE}/federation.json"),
    ],
)
def test_an_instances_address_leads_to_its_document(url: str, asked: str) -> None:
    assert address(url, Span(first=date(2026, 11, 24), last=date(2027, 11, 24)), None) == asked


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ([], "unexpected_shape"),
        ({"events": []}, "unexpected_shape"),
        (document() | {"format": "jotain"}, "unexpected_shape"),
        (document() | {"version": 2}, "unexpected_shape"),
        (document() | {"version": None}, "unexpected_shape"),
        (document() | {"events": {}}, "unexpected_shape"),
        (document(instance=HOME), "federation_loop"),
        (document(instance="http://NORPPALA.example/kalenteri/"), "federation_loop"),
    ],
)
def test_what_is_no_document_of_another_instance_is_named_so(body: Any, reason: str) -> None:
    for look in (read, follow):
        with pytest.raises(Unreadable) as failure:
            look(answer(body), US)
        assert failure.value.reason == reason


COMING_HOME: list[dict[str, Any]] = [
    {"origin": {"instance": HOME}},
    {"origin": {"instance": f"{HOME}/"}},
    {"origin": {"instance": "http://norppala.example/kalenteri"}, "hops": 3},
    {"origin": {"instance": THERE, "uid": "bbbb000000000001@norppala.example"}},
    {"origin": {"instance": THERE, "source": f"{HOME}/fi/kalenteri.ics"}},
    {"origin": {"instance": THERE, "url": f"{HOME}/fi/t/kahvit/"}},
    {"id": "bbbb000000000001@norppala.example"},
]


@pytest.mark.parametrize("told", COMING_HOME)
def test_what_comes_home_is_an_echo_and_nobodys_mistake(told: dict[str, Any]) -> None:
    found = of(EVENT | told, EVENT | {"id": "x"})
    assert [(issue.code, issue.severity) for issue in found.issues] == [("echo", "info")]
    assert (found.not_public, found.set_aside, [kept.uid for kept in found.events]) == (1, 0, ["x"])


def test_an_echo_is_not_read_again() -> None:
    first = of(EVENT | {"origin": {"instance": HOME}})
    again = reading(read, answer(document(EVENT | {"origin": {"instance": HOME}})), knowing(first, US))
    assert (len(again.unchanged), again.issues) == (1, ())


NO_ECHO: list[dict[str, Any]] = [
    {"event_page": f"{HOME}/fi/t/kahvit/"},  # an organiser may well point to our page
    {"origin": {"instance": THERE, "uid": "x@norppala.example.evil.example"}},
    {"origin": {"instance": "https://norppala.example/muu-kalenteri"}},
    {"event_page": "https://norppala.example/kalenteri2/t/1"},
    {"event_page": "https://norppala.example:8443/kalenteri/t/1"},
    {},
]


@pytest.mark.parametrize("told", NO_ECHO)
def test_what_only_looks_like_ours_is_kept(told: dict[str, Any]) -> None:
    assert len(of(EVENT | told).events) == 1


def test_without_an_own_address_nothing_is_an_echo() -> None:
    found = reading(read, answer(document(EVENT | {"origin": {"instance": HOME}})), replace(US, options=None))
    assert len(found.events) == 1


@pytest.mark.parametrize(
    ("hops", "most", "is_kept"), [(None, 1, True), (0, 1, True), (1, 1, False), (1, 2, True), (4, 5, True), (9, 5, False), ("x", 1, True)]
)
def test_a_record_that_travelled_too_far_is_not_passed_on(hops: Any, most: int, is_kept: bool) -> None:  # noqa: FBT001 - a parameter
    context = replace(US, options=KoosteOptions(own_address=HOME, max_hops=most))
    found = reading(read, answer(document(EVENT | {"hops": hops, "origin": {"instance": "https://kaukana.example"}})), context)
    assert [kept.origin and kept.origin.hops for kept in found.events] == ([(hops if isinstance(hops, int) else 0) + 1] if is_kept else [])
    assert [issue.code for issue in found.issues] == ([] if is_kept else ["passed_on"])


def test_the_origin_stays_as_it_came() -> None:
    origin = {
        "instance": "https://kaukana.example",
        "source": "https://seura.example/k.ics",
        "uid": "1@seura.example",
        "url": "https://seura.example/1",
    }
    (kept,) = of(EVENT | {"origin": origin}).events
    assert kept.origin == Origin(**origin, hops=1)
    assert of(EVENT | {"origin": {"instance": "javascript:x", "uid": "y"}}).events[0].origin is None


def test_a_withdrawn_event_is_deleted_here_too() -> None:
    found = of(EVENT, withdrawn=[{"id": "a@naapuri.example", "at": "2026-11-22T10:00:00+00:00"}, {"at": "x"}, {"id": "a@naapuri.example"}])
    assert found.deleted == ("a@naapuri.example",)


@pytest.mark.parametrize(("head", "is_complete"), [({}, True), ({"count": 2}, False), ({"next": f"{THERE}/federation-2.json"}, False)])
def test_only_a_whole_set_of_documents_may_withdraw(head: dict[str, Any], is_complete: bool) -> None:  # noqa: FBT001 - a parameter
    assert of(EVENT, **head).complete == is_complete


TIMES: list[tuple[dict[str, Any], str]] = [
    ({}, "2026-12-01 10:00:00+02:00 Europe/Helsinki"),
    ({"start": "2026-12-01T08:00:00+00:00"}, "2026-12-01 10:00:00+02:00 Europe/Helsinki"),
    ({"start": "2026-12-01T08:00:00+00:00", "timezone": "UTC"}, "2026-12-01 08:00:00+00:00 UTC"),
    ({"start": "2026-12-01T10:00:00+03:00", "timezone": "+03:00"}, "2026-12-01 10:00:00+03:00 UTC+03:00"),
    ({"start": "2026-12-01T10:00:00+02:00", "timezone": "../../etc/passwd"}, "2026-12-01 10:00:00+02:00 UTC+02:00"),
]


@pytest.mark.parametrize(("told", "start"), TIMES)
def test_times_stand_on_the_clock_they_were_written_in(told: dict[str, Any], start: str) -> None:
    (kept,) = of(EVENT | {"end": None} | told).events
    assert f"{kept.start} {getattr(kept.start, 'tzinfo', '')}" == start


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"start": "2026-12-01T10:00:00"}, "bad_value"),
        ({"start": "huomenna"}, "bad_value"),
        ({"end": 5}, "bad_value"),
        ({"recurrence": {"exdate": ["x"]}}, "bad_value"),
        ({"recurrence": {"rdate": ["2026-12-01"] * 5001}}, "too_many_dates"),
        ({"recurrence": {"rrule": ["FREQ=DAILY;" + "X" * 2000]}}, "rrule_invalid"),
    ],
)
def test_an_event_whose_time_cannot_be_read_is_set_aside_alone(told: dict[str, Any], code: str) -> None:
    found = of(EVENT | told, EVENT | {"id": "x"})
    assert [issue.code for issue in found.issues if issue.severity == "error"] == [code]
    assert [kept.uid for kept in found.events] == ["x"]


def test_dates_that_differ_from_their_series_are_records_of_their_own() -> None:
    dates = [{"recurrence_id": "2026-12-08T10:00:00+02:00", "start": "2026-12-09T10:00:00+02:00", "event_status": "EventCancelled"}]
    series = EVENT | {"recurrence": {"rrule": ["FREQ=WEEKLY"]}, "dates": dates}
    master, moved = of(series).events
    assert (master.rrule, master.recurrence_id) == (("FREQ=WEEKLY",), None)
    assert (moved.rrule, str(moved.recurrence_id), moved.status, moved.name) == ((), "2026-12-08 10:00:00+02:00", "CANCELLED", master.name)
    without_rule = {name: value for name, value in series.items() if name not in {"recurrence", "start", "end"}}
    assert [str(kept.recurrence_id) for kept in of(without_rule).events] == ["2026-12-08 10:00:00+02:00"]


@pytest.mark.parametrize(
    ("theirs", "is_ours"),
    [
        ("-//Kooste//norppala//FI", True),
        ("-//Kooste//norppala//SV", True),
        ("-//KOOSTE//Norppala//en", True),
        ("-//Kooste//naapuri//FI", False),
        ("-//Google Inc//Google Calendar 70.9054//EN", False),
        ("-//Norppala//Kooste//FI", False),
        ("Kooste", False),
        ("-//Kooste////", False),
        ("", False),
    ],
)
def test_our_own_calendar_is_known_by_who_made_it(theirs: str, is_ours: bool) -> None:  # noqa: FBT001 - a parameter
    assert is_own_calendar(theirs, "-//Kooste//norppala//FI") == is_ours
    assert not is_own_calendar(theirs, "")


def of_ical(*lines: str) -> RawEvent:
    (event,) = ical_reading(calendar(vevent("DTSTART:20261201T100000Z", "SUMMARY:Kahvit", *lines))).events
    return event


@pytest.mark.parametrize(
    ("lines", "is_ours"),
    [
        (("UID:bbbb000000000001@norppala.example",), True),
        (("UID:bbbb000000000001@NORPPALA.example",), True),
        (("UID:x@naapuri.example", f"URL:{HOME}/fi/t/kahvit/"), False),
        (("UID:x@naapuri.example", f"URL:{THERE}/fi/t/kahvit/", f'LINK;VALUE=URI;LINKREL="SOURCE":{HOME}/fi/t/kahvit/'), True),
        (("UID:x@naapuri.example", f"URL:{THERE}/fi/t/kahvit/", 'LINK;VALUE=URI;LINKREL="SOURCE":https://seura.example/kahvit'), False),
        (("UID:norppala.example",), False),
    ],
)
def test_a_record_of_ours_is_known_in_another_instances_calendar(lines: tuple[str, ...], is_ours: bool) -> None:  # noqa: FBT001 - a parameter
    assert comes_home(of_ical(*lines), HOME) == is_ours
    assert not comes_home(of_ical(*lines), "")


@given(st.text(max_size=30) | st.sampled_from(["http://[", "//x", "http://a:b/", "@", "@@", "x@"]), st.text(max_size=30))
def test_no_address_breaks_the_recognition(link: str, home: str) -> None:
    assert isinstance(is_within(link, home), bool)
    assert isinstance(is_uid_of(link, home), bool)
    assert isinstance(is_own_calendar(link, home), bool)


@pytest.mark.parametrize(
    "wrong", [{"own_address": "ftp://x"}, {"own_address": "norppala.example"}, {"max_hops": 0}, {"max_hops": 9}, {"hop": 1}]
)
def test_wrong_options_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        KoosteOptions(**wrong)


@given(st.sampled_from(FIELDS), GARBAGE)
def test_garbage_in_a_field_costs_one_record_at_most(field: str, value: Any) -> None:
    found = of(EVENT | {field: value}, EVENT | {"id": "x"})
    assert "x" in {kept.uid for kept in found.events}


@given(mutated(DOCUMENT))
def test_garbage_anywhere_raises_nothing_but_unreadable(body: Any) -> None:
    check_garbage(read, follow, body, US)


def test_the_page_about_the_format_names_every_code_and_option() -> None:
    text = (ROOT / "docs" / "formats" / "kooste.md").read_text(encoding="utf-8")
    codes = ("echo", "federation_loop", "pages_cut", "bad_value", "item_unreadable", "date_unreadable", "too_many_dates", "rrule_invalid")
    for word in (*codes, *KOOSTE_KINDS, *KoosteOptions.model_fields, *FIELDS, *DOCUMENT):
        assert f"`{word}`" in text
