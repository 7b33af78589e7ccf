"""Readers in a process of their own: the same reading, no network, no files, and bounds that hold."""

from __future__ import annotations

import os
import pickle
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from harvesters import sandbox_child
from harvesters.errors import Unreadable
from harvesters.moments import read_moment, write_moment
from harvesters.record import Ask, RawEvent, ReadContext, Reading, Response
from harvesters.registry import FORMATS, Format
from harvesters.sandbox import Bounds, ReaderFaultError, Sandbox
from tests.served import calendar, event

NOW = datetime(2026, 11, 25, 6, tzinfo=UTC)
CONTEXT = ReadContext(zone="Europe/Helsinki")


def response(body: bytes) -> Response:
    return Response(source_id="s12", url="https://k.example/a.ics", status=200, headers={}, body=body, fetched_at=NOW)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


def test_it_reads_what_the_reader_reads(sandbox: Sandbox) -> None:
    body = calendar(
        event("a", "20261124T080000Z", "Jumppa", "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20261201T080000Z", "GEO:61.8;28.8"),
        event("b", "20261124", "Päivä", "DTSTART;VALUE=DATE:20261125"),
        event("c", "20261324T080000Z", "Ei kuukautta"),
    )
    here = FORMATS["ical"].read(response(body), CONTEXT)
    assert sandbox.read("ical", response(body), CONTEXT) == here
    assert sandbox.follow("ical", response(body), CONTEXT) == ()


def test_a_refused_document_is_refused_by_its_reason_and_the_next_one_is_read(sandbox: Sandbox) -> None:
    with pytest.raises(Unreadable) as refused:
        sandbox.read("ical", response(b"<html><body>Kirjaudu</body></html>"), CONTEXT)
    assert refused.value.reason == "html_instead_of_feed"
    assert sandbox.read("ical", response(calendar(event("a"))), CONTEXT).read == 1


def _own_network(_: Response, __: ReadContext) -> Reading:
    socket.create_connection(("127.0.0.1", 9), timeout=1)
    return Reading()


def _own_library(_: Response, __: ReadContext) -> Reading:
    urllib.request.urlopen("http://127.0.0.1:9/")
    return Reading()


def _own_program(_: Response, __: ReadContext) -> Reading:
    subprocess.run([sys.executable, "-c", ""], check=True)
    return Reading()


def _own_file(_: Response, __: ReadContext) -> Reading:
    Path("written-by-a-reader").write_text("x", encoding="utf-8")
    return Reading()


def _own_memory(_: Response, __: ReadContext) -> Reading:
    return Reading(title="x" * 2_000_000_000)


def _own_time(_: Response, __: ReadContext) -> Reading:
    number = 0
    while number >= 0:
        number += 1
    return Reading()


def _own_depth(_: Response, __: ReadContext) -> Reading:
    raise RecursionError  # how deep is too deep differs between machines; what comes of it does not


def _own_bug(_: Response, __: ReadContext) -> Reading:
    raise KeyError("nobody foresaw this")


def _own_death(_: Response, __: ReadContext) -> Reading:
    os._exit(7)


BAD: dict[str, Callable[[Response, ReadContext], Reading]] = {
    "network": _own_network,
    "library": _own_library,
    "program": _own_program,
    "file": _own_file,
    "memory": _own_memory,
    "time": _own_time,
    "depth": _own_depth,
    "bug": _own_bug,
    "death": _own_death,
}


def run_badly(name: str) -> bytes:
    """What the sandbox's fork replies for a reader that misbehaves; the fork has it because it is forked from here."""
    FORMATS["bad"] = Format(read=BAD[name])
    try:
        bounds = Bounds(memory_bytes=1024**3, cpu_seconds=1, wall_seconds=10)
        return sandbox_child._in_fork(pickle.dumps(("read", "bad", response(b"x"), CONTEXT, bounds)))
    finally:
        del FORMATS["bad"]


@pytest.mark.parametrize("name", ["network", "library", "program", "file"])
def test_a_reader_has_no_network_no_programs_and_no_files(name: str) -> None:
    reply = run_badly(name)
    assert reply.startswith(b"fault\n")
    assert b"PermissionError" in reply or b"Network is unreachable" in reply
    assert not Path("written-by-a-reader").exists()


@pytest.mark.parametrize("name", ["memory", "time", "depth"])
def test_a_reader_that_wants_too_much_is_stopped(name: str) -> None:
    assert run_badly(name) == b"limit\n"


@pytest.mark.parametrize("name", ["bug", "death"])
def test_a_bug_is_told_as_one(name: str) -> None:
    assert run_badly(name).startswith(b"fault\n")


def test_a_helper_that_died_is_replaced(sandbox: Sandbox) -> None:
    sandbox.read("ical", response(calendar(event("a"))), CONTEXT)
    process = sandbox._process
    assert process is not None
    process.kill()
    with pytest.raises(ReaderFaultError):
        sandbox.read("ical", response(calendar(event("a"))), CONTEXT)
    assert sandbox.read("ical", response(calendar(event("a"))), CONTEXT).read == 1


ZONES = st.sampled_from([None, UTC, ZoneInfo("Europe/Helsinki"), ZoneInfo("America/New_York"), timezone(timedelta(hours=3))])
MOMENTS = st.one_of(st.dates(), st.builds(lambda m, z, f: m.replace(tzinfo=z, fold=f), st.datetimes(), ZONES, st.integers(0, 1)))


@given(MOMENTS)
def test_a_moment_survives_being_written(moment: datetime | date) -> None:
    again = read_moment(write_moment(moment))
    assert again == moment
    assert type(again) is type(moment)
    if isinstance(moment, datetime) and isinstance(again, datetime):
        assert (again.tzinfo, again.fold) == (moment.tzinfo, moment.fold)


@pytest.mark.parametrize("text", ["", "x", "2026-13-01", "2026-01-01T25:00", "2026-01-01T10:00[No/Where]", None, 5])
def test_what_is_no_moment_is_refused(text: object) -> None:
    with pytest.raises((ValueError, KeyError)):
        read_moment(text)


SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(),
    int: st.integers(-(10**9), 10**9),
    bool: st.booleans(),
    float: st.floats(-90, 90),
    date: st.dates(),
    timedelta: st.timedeltas(timedelta(days=-99), timedelta(days=99)),
}


def _filled(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a field's type, every field of every part filled in."""
    if hasattr(hint, "__metadata__"):
        return MOMENTS
    if is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint, include_extras=True)
        return st.builds(hint, **{field.name: _filled(hints[field.name]) for field in fields(hint)})
    return SIMPLE[hint] if hint in SIMPLE else _composed(get_origin(hint), get_args(hint))


def _composed(origin: Any, arguments: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if origin is tuple and arguments[-1] is ...:
        return st.lists(_filled(arguments[0]), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(st.text(), st.text(), max_size=2)
    if type(None) in arguments:
        return st.none() | st.one_of([_filled(argument) for argument in arguments if argument is not type(None)])
    return st.sampled_from(arguments)


@given(_filled(RawEvent))
def test_every_field_of_a_record_survives_the_way_back(raw: RawEvent) -> None:
    adapter = TypeAdapter(RawEvent)
    assert adapter.validate_json(adapter.dump_json(raw)) == raw


@given(_filled(Ask))
def test_every_field_of_an_ask_survives_the_way_back(ask: Ask) -> None:
    adapter = TypeAdapter(Ask)
    assert adapter.validate_json(adapter.dump_json(ask)) == ask
