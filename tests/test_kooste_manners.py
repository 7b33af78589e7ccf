"""Good manners, end to end: by whose leave, how often, how long to stay away, and what is believed of a source that is not there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kooste import scheduler, settings
from store.database import open_store
from store.harvests import due_facts
from store.moves import move_of
from tests.served import calendar, calendar_host, event
from tests.town import Town

DAY = timedelta(days=1)
START = datetime(2026, 11, 22, 6, tzinfo=UTC)


def at(moment: datetime) -> str:
    return moment.isoformat()


def harvest(town: Town, moment: datetime, name: str = "jumppa") -> str:
    return town.kooste("harvest", name, now=at(moment)).stdout


def asked(town: Town, path: str = "/jumppa.ics") -> int:
    return sum(1 for requested, _ in town.host.requests if requested == path)


def state(town: Town) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(town.kooste("status", "--json").stdout)["sources"][0]
    return found


def is_due(town: Town, moment: datetime, name: str = "jumppa") -> bool:
    with open_store(town.data) as store:
        return name in {source.id for source in scheduler.due(settings.load(town.config()), due_facts(store), moment)}


def shown(town: Town) -> int:
    return int(state(town)["events"])


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    with calendar_host() as host:
        yield Town(tmp_path, host)


EVENTS = [event(str(number), f"202612{number + 1:02}T080000Z") for number in range(9)]


def test_a_source_that_asks_to_be_left_alone_is_and_keeps_its_events(town: Town) -> None:
    town.source("jumppa", *EVENTS, schedule="30min")
    harvest(town, START)
    town.host.statuses["/jumppa.ics"] = 429
    town.host.headers["/jumppa.ics"] = {"Retry-After": "7200"}
    assert "blocked" in harvest(town, START + timedelta(hours=1))
    assert not is_due(town, START + timedelta(hours=2, minutes=59))
    assert is_due(town, START + timedelta(hours=3))
    assert shown(town) == 9
    town.host.statuses.clear()
    town.host.headers.clear()
    assert "9 read" in harvest(town, START + timedelta(hours=3)) or "0 read" in harvest(town, START + timedelta(hours=3))
    assert is_due(town, START + timedelta(hours=3, minutes=30)), "a good answer ends the wait"


def test_an_address_closed_for_good_is_not_asked_after_the_third_time_until_a_person_says_so(town: Town) -> None:
    town.source("jumppa", *EVENTS)
    harvest(town, START)
    town.host.statuses["/jumppa.ics"] = 410
    for day in range(1, 4):
        assert is_due(town, START + day * DAY)
        assert "gone" in harvest(town, START + day * DAY)
    assert not is_due(town, START + 300 * DAY)
    assert shown(town) == 9, "a closed calendar's events are still held"
    town.host.statuses.clear()
    town.kooste("release", "jumppa", now=at(START + 4 * DAY))
    assert state(town)["state"] == "ok"
    assert is_due(town, START + 6 * DAY)


def moving(town: Town, to: str, status: int = 301) -> None:
    town.host.statuses["/jumppa.ics"] = status
    town.host.headers["/jumppa.ics"] = {"Location": to}
    town.host.files["/uusi.ics"] = calendar(*EVENTS)


def test_a_move_is_believed_after_the_third_time_over_a_week(town: Town) -> None:
    town.source("jumppa", *EVENTS)
    moving(town, "/uusi.ics")
    configured = town.host.url("/jumppa.ics")
    for day in (0, 3, 6):
        harvest(town, START + day * DAY)
        with open_store(town.data) as store:
            move = move_of(store, "jumppa", configured)
        assert move is not None
        assert not move.is_adopted, "three times, but not a week yet"
    harvest(town, START + 7 * DAY)
    before = asked(town)
    harvest(town, START + 8 * DAY)
    assert (asked(town), asked(town, "/uusi.ics")) == (before, 5)
    assert shown(town) == 9
    assert "has moved within its own domain" in state(town)["problem"]
    town.kooste("release", "jumppa", now=at(START + 9 * DAY))
    assert asked(town) == before + 1, "a person went back to the configured address"


def test_a_move_to_another_site_is_told_and_waits_for_a_person(town: Town) -> None:
    town.source("jumppa", *EVENTS)
    moving(town, f"http://localhost:{town.host.port}/uusi.ics?avain=hyvin-salainen")
    town.host.files["/uusi.ics?avain=hyvin-salainen"] = calendar(*EVENTS)
    town.more_hosts = (f"localhost:{town.host.port}",)
    for day in (0, 4, 8, 12):
        harvest(town, START + day * DAY)
    assert asked(town) == 4
    told = state(town)["problem"]
    assert "says since 2026-11-22 that it has moved to localhost" in told
    assert "salainen" not in told


def test_a_temporary_redirect_is_no_move(town: Town) -> None:
    town.source("jumppa", *EVENTS)
    moving(town, "/uusi.ics", 302)
    for day in (0, 4, 8, 9):
        harvest(town, START + day * DAY)
    assert asked(town) == 4


def test_without_leave_nothing_is_asked_and_it_is_no_failure(town: Town) -> None:
    town.source("jumppa", *EVENTS, fetch_policy="ask_first")
    told = town.kooste("harvest", "jumppa", now=at(START))
    assert (told.exit_code, asked(town)) == (0, 0)
    assert state(town)["state"] == "not_configured"
    permission = {"by": "Jumppa ry:n hallitus", "given": "2026-11-20", "scope": "julkiset ryhmät", "until": "2026-12-31"}
    town.source("jumppa", *EVENTS, fetch_policy="ask_first", permission=permission)
    harvest(town, START + DAY)
    assert (shown(town), asked(town)) == (9, 1)
    harvest(town, START + 60 * DAY)
    assert asked(town) == 1, "the permission has run out"


def test_what_a_publisher_does_not_want_is_never_contacted_and_said_once(town: Town) -> None:
    town.source("jumppa", *EVENTS, fetch_policy="disallowed")
    assert "does not want" in harvest(town, START)
    assert asked(town) == 0
    assert not is_due(town, START + 30 * DAY)
    assert state(town)["state"] == "disallowed"


def test_a_reservation_is_respected_unless_the_publisher_gave_leave(town: Town) -> None:
    town.source("jumppa", *EVENTS)
    town.host.headers["/jumppa.ics"] = {"tdm-reservation": "1"}
    harvest(town, START)
    assert (state(town)["state"], shown(town)) == ("disallowed", 0)
    town.source("jumppa", *EVENTS, permission={"by": "Jumppa ry", "given": "2026-11-20", "scope": "kalenteri"})
    harvest(town, START + DAY)
    assert (state(town)["state"], shown(town)) == ("ok", 9)


def test_a_missing_key_is_told_by_its_name_and_never_asked_without(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    auth = {"kind": "header", "name": "X-Api-Key", "secret": "${JUMPPA_KEY}"}
    town.source("jumppa", *EVENTS, fetch_policy="credentials", auth=auth)
    assert "JUMPPA_KEY" in harvest(town, START)
    assert asked(town) == 0
    monkeypatch.setenv("JUMPPA_KEY", "s3cr3t-0123456789")
    told = harvest(town, START + DAY)
    assert "s3cr3t" not in told
    path, headers = town.host.requests[-1]
    assert (path, headers["x-api-key"]) == ("/jumppa.ics", "s3cr3t-0123456789")


def test_a_key_is_shown_to_nobody_else(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUMPPA_KEY", "s3cr3t-0123456789")
    auth = {"kind": "bearer", "secret": "${JUMPPA_KEY}"}
    town.source("jumppa", *EVENTS, auth=auth)
    moving(town, f"http://localhost:{town.host.port}/uusi.ics", 302)
    town.host.requests.clear()
    harvest(town, START)
    seen = {path: "authorization" in headers for path, headers in town.host.requests}
    assert seen["/jumppa.ics"]
    assert not seen.get("/uusi.ics", False)
