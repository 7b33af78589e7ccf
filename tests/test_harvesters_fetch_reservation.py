"""A site's reservation from text and data mining, in its well-known file."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvesters.errors import HarvestError
from harvesters.fetch import FetchRequest, crawl
from harvesters.fetch_reservation import PATH, is_reserved_path, rules_of
from harvesters.source import FetchDefaults
from tests.served import CalendarHost, calendar, calendar_host, event
from tests.test_harvesters_gather import NOW


@pytest.mark.parametrize(
    ("rules", "path", "reserved"),
    [
        ([{"location": "/", "tdm-reservation": 1}], "/tapahtumat", True),
        ([{"location": "/kuvat/*", "tdm-reservation": 1}], "/tapahtumat", False),
        ([{"location": "/*/kuvat", "tdm-reservation": 1}], "/fi/kuvat/1", True),
        ([{"location": "/a$", "tdm-reservation": 1}], "/ab", False),
        ([{"location": "/t", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}], "/tapahtumat", False),
        ([{"location": "/", "tdm-reservation": "1"}], "/", True),
        ([{"location": "/", "tdm-reservation": True}], "/", True),
        ({"location": "/", "tdm-reservation": 1}, "/", False),
        (["x", 5, None], "/", False),
    ],
)
def test_the_first_rule_that_fits_decides(rules: object, path: str, reserved: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_reserved_path(rules_of(json.dumps(rules).encode()), path) is reserved


@given(st.binary(max_size=200), st.text(max_size=50))
def test_no_file_breaks_it(body: bytes, path: str) -> None:
    assert is_reserved_path(rules_of(body), path) in {True, False}


@pytest.fixture
def host() -> Iterator[CalendarHost]:
    with calendar_host() as found:
        found.files["/kal"] = calendar(event("a"))
        found.files[PATH] = b'[{"location": "/kal", "tdm-reservation": 1}]'
        yield found


@pytest.mark.parametrize(
    ("accept", "may_mine", "reason"),
    [("text/html", False, "opted_out"), ("text/html", True, ""), ("text/calendar", False, "")],
)
def test_pages_are_reserved_calendars_are_not(host: CalendarHost, accept: str, may_mine: bool, reason: str) -> None:  # noqa: FBT001 - a column of the table
    request = FetchRequest(source_id="s", url=host.url("/kal"), accept=accept, may_mine=may_mine)
    limits = FetchDefaults(delay_seconds=0, allow_hosts=(f"127.0.0.1:{host.port}",))
    (outcome,) = crawl([request], limits, "Kooste/0 (+https://x.example)", now=NOW)
    assert (outcome.reason if isinstance(outcome, HarvestError) else "") == reason
    assert [path for path, _ in host.requests].count(PATH) == (accept == "text/html" and not may_mine)
