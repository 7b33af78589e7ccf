"""``kooste doctor`` over real HTTP on loopback: one polite fetch, one hop from a page, every failure in words, no secret anywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click import UsageError

from harvesters.sandbox import Sandbox
from kooste.cli_doctor import doctor
from kooste.doctor import examine
from tests.doctoring import NOW, SAMPLES, invoke, schedules
from tests.served import CalendarHost, calendar, calendar_host, event
from tests.shared import needs_hostile
from tests.test_harvesters_fetch_hostile import hostility
from tests.town import Town

GOOD = event("1", "20261124T080000Z", "Tuolijumppa", "DTEND:20261124T090000Z", "LOCATION:Torikulma", "DESCRIPTION:Kaikille")


@pytest.fixture
def host() -> Iterator[CalendarHost]:
    with calendar_host() as served:
        yield served


@pytest.fixture
def town(tmp_path: Path, host: CalendarHost) -> Town:
    return Town(tmp_path, host)


def looked(town: Town, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(invoke(town, doctor, *arguments, "--json").stdout)
    return found


def codes(document: dict[str, Any]) -> list[str]:
    return [one["code"] for one in document["findings"]]


def test_a_calendar_as_visitors_will_see_it(town: Town) -> None:
    town.host.files["/kal.ics"] = calendar(GOOD)
    done = invoke(town, doctor, town.host.url("/kal.ics"))
    assert done.exit_code == 0
    assert "tiistai 24.11.2026 klo 10.00–11.00\n  Tuolijumppa\n  Torikulma" in done.stdout
    assert "Kalenterin voi ottaa mukaan sellaisenaan." in done.stdout
    assert [path for path, _ in town.host.requests] == ["/robots.txt", "/kal.ics"]
    assert not town.data.exists()


@pytest.mark.parametrize(
    ("language", "word"), [("fi", "Kalenterin tarkistus"), ("sv", "Kontroll av kalendern"), ("en", "Looking at your calendar")]
)
def test_the_report_speaks_three_languages(town: Town, language: str, word: str) -> None:
    assert invoke(town, doctor, "--file", str(SAMPLES / "empty.ics"), "--lang", language).stdout.startswith(word)


def test_a_page_that_leads_to_a_calendar(town: Town) -> None:
    town.host.files["/"] = b'<html><title>Seura</title><a href="/rikki.ics">a</a><a href="/kal.ics">iCal</a></html>'
    town.host.files["/rikki.ics"] = b"Not a calendar"
    town.host.files["/kal.ics"] = calendar(GOOD)
    found = looked(town, town.host.url("/"))
    assert (found["is"]["format"], found["is"]["found_by"], found["verdict"]) == ("ical", "link", "mend")
    assert codes(found) == ["page_with_feed"]
    assert found["address"]["calendar"] == town.host.url("/kal.ics")
    assert found["next"][0]["title"] == "Tuolijumppa"
    assert town.host.url("/kal.ics") in found["findings"][0]["mend"]


def test_a_page_whose_links_all_fail_is_a_page_without_a_calendar(town: Town) -> None:
    town.host.files["/"] = b'<html><title>Seura</title><a href="/poissa.ics">a</a></html>'
    found = looked(town, town.host.url("/"))
    assert (codes(found), found["verdict"]) == (["page_without_feed"], "blocked")


def test_a_page_is_left_once_and_no_further(town: Town) -> None:
    town.host.files["/"] = b'<html><a href="/toinen.ics">a</a></html>'
    town.host.files["/toinen.ics"] = b'<html><a href="/kal.ics">a</a></html>'
    town.host.files["/kal.ics"] = calendar(GOOD)
    assert codes(looked(town, town.host.url("/"))) == ["page_without_feed"]
    assert "/kal.ics" not in {path for path, _ in town.host.requests}


@pytest.mark.parametrize(
    ("status", "code"), [(401, "needs_password"), (403, "forbidden"), (404, "not_found"), (410, "not_found"), (500, "not_reachable")]
)
def test_a_failure_is_told_in_words_and_blocks(town: Town, status: int, code: str) -> None:
    town.host.files["/kal.ics"] = calendar(GOOD)
    town.host.statuses["/kal.ics"] = status
    done = invoke(town, doctor, town.host.url("/kal.ics"), "--json")
    found = json.loads(done.stdout)
    assert (codes(found), done.exit_code) == ([code], 1)
    assert found["failure"]["reason"]


def test_robots_txt_is_obeyed(town: Town) -> None:
    town.host.files["/robots.txt"] = b"User-agent: *\nDisallow: /"
    town.host.files["/kal.ics"] = calendar(GOOD)
    assert codes(looked(town, town.host.url("/kal.ics"))) == ["robots"]
    assert "/kal.ics" not in {path for path, _ in town.host.requests}


@pytest.mark.parametrize("address", ["http://10.0.0.1/kal.ics", "http://169.254.169.254/latest/meta-data/", "http://[::1]/kal.ics"])
def test_an_address_inside_is_refused(town: Town, address: str) -> None:
    assert codes(looked(town, address)) == ["address_local"]


@pytest.mark.parametrize("address", ["toimisto@seura.example", "C:\\kalenteri.ics", "https://www.facebook.com/seura", "kalenterimme"])
def test_a_mistaken_address_costs_no_request(town: Town, address: str) -> None:
    done = invoke(town, doctor, address)
    assert (done.exit_code, town.host.requests) == (1, [])
    assert "[estää]" in done.stdout


def test_a_secret_address_stands_nowhere_in_the_report(town: Town) -> None:
    more = f"\nURL:{town.host.url('/kal.ics?token=hyvin-salainen')}\nDESCRIPTION:Avain on hyvin-salainen"
    town.host.files["/kal.ics?token=hyvin-salainen"] = calendar(GOOD.replace("\nDESCRIPTION:Kaikille", more))
    address = town.host.url("/kal.ics?token=hyvin-salainen")
    for options in ([], ["--json"]):
        done = invoke(town, doctor, address, *options)
        assert "hyvin-salainen" not in done.output
        assert "Tuolijumppa" in done.stdout
    assert codes(json.loads(done.stdout)) == ["address_secret", "password_in_link"]


def test_identifiers_that_change_are_seen_by_fetching_twice(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    class Changing(dict[str, bytes]):
        asked = 0

        def get(self, path: str, default: Any = None) -> Any:
            if path != "/kal.ics":
                return default
            self.asked += 1
            return calendar(GOOD.replace("UID:1", f"UID:kerta-{self.asked}"))

    monkeypatch.setattr(town.host, "files", Changing())
    found = looked(town, town.host.url("/kal.ics"), "--twice")
    assert codes(found) == ["uid_changes"]


def test_a_file_is_looked_at_without_a_request(town: Town) -> None:
    done = invoke(town, doctor, "--file", str(SAMPLES / "no_end.ics"))
    assert (done.exit_code, town.host.requests) == (0, [])
    assert "Tiedosto:" in done.stdout
    assert "Päättymisaika puuttuu 1 tapahtumasta." in done.stdout


def test_a_configured_source_is_looked_at_with_its_own_settings(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    town.source("seura", GOOD, only=["Avoin"], url=town.host.url("/${SEURAN_AVAIN}.ics"))
    town.host.files["/hyvin-salainen.ics"] = calendar(GOOD)
    monkeypatch.setenv("SEURAN_AVAIN", "hyvin-salainen")
    done = invoke(town, doctor, "--source", "seura", "--json")
    assert "hyvin-salainen" not in done.output
    found = json.loads(done.stdout)
    assert (codes(found), found["counts"]["not_public"]) == (["nothing_public"], 1)


def test_a_source_that_must_not_be_asked_is_not_asked(town: Town) -> None:
    town.source("seura", GOOD, fetch_policy="disallowed")
    assert codes(looked(town, "--source", "seura")) == ["robots"]
    assert town.host.requests == []


@pytest.mark.parametrize("arguments", [[], ["https://a.example", "--source", "seura"], ["https://a.example", "--file", __file__]])
def test_one_thing_is_looked_at_at_a_time(town: Town, arguments: list[str]) -> None:
    town.source("seura", GOOD)
    done = invoke(town, doctor, *arguments)
    assert done.exit_code == UsageError.exit_code
    assert "give an address" in done.stderr


def test_a_page_with_events_of_its_own_is_not_left_for_an_address_that_is_only_likely(town: Town) -> None:
    script = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Event","name":"Ilta","startDate":"2026-12-01"}</script>'
    town.host.files["/"] = f'<html><body class="tribe-events-page">{script}</body></html>'.encode()
    looked(town, town.host.url("/"))
    assert {path for path, _ in town.host.requests} == {"/robots.txt", "/"}


BEHAVIOURS = {
    "html_200": "page_without_feed",
    "login_as_calendar": "needs_password",
    "bot_challenge": "forbidden",
    "forbidden": "forbidden",
    "too_many": "forbidden",
    "not_found": "not_found",
    "empty_200": "empty_answer",
    "endless": "too_large",
    "length_too_long": "truncated",
    "redirect_loop": "not_reachable",
    "redirect_private": "address_local",
    "header_bomb": "not_reachable",
}


@needs_hostile
def test_a_hostile_server_is_told_of_in_words() -> None:
    with hostility() as hostile, Sandbox() as sandbox:
        region = schedules(delay_seconds=0, total_seconds=10, max_bytes=3_000_000, allow_hosts=[f"127.0.0.1:{hostile.port}"])
        told = {}
        for name in BEHAVIOURS:
            found = examine(region, hostile.url(name), NOW, sandbox=sandbox)
            told[name] = " ".join(one.code for one in found.findings)
        assert hostile.ask("/_canary") == []
    assert told == BEHAVIOURS
