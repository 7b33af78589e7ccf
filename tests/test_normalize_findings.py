"""Every finding has a stored sample of ours, and the sentence a volunteer reads about it (``tests/doctor/expected.json``)."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from harvesters.address_advice import advise
from harvesters.errors import HarvestError, Unreachable
from harvesters.failure_reasons import FAILURE_REASONS
from harvesters.issue_kinds import ISSUE_KINDS
from harvesters.page_links import FeedLink
from harvesters.record import Issue
from kooste.doctor import Examination, throwaway
from kooste.pipeline import context_of
from normalize.finding import Facts, Finding
from normalize.finding_words import told
from normalize.finding_words_fi import FI
from normalize.findings import findings
from normalize.findings_address import ADDRESS_FINDINGS
from normalize.findings_failure import finding_of_reason
from normalize.findings_issue import ISSUE_FINDINGS, SILENT
from tests.doctoring import NOW, SAMPLES, examined, schedules

FILES = sorted(path for path in SAMPLES.iterdir() if path.is_file() and path.name != "expected.json")
ADDRESSES = {
    "address_missing": " ",
    "address_not_one": "meidän kalenterimme",
    "address_mail": "toimisto@auttajat.example",
    "address_file": "C:\\Users\\Yhdistys\\kalenteri.ics",
    "address_facebook": "https://www.facebook.com/auttajat/events",
    "address_local": "http://palvelin.local/kalenteri.ics",
    "address_own": "https://calendar.google.com/calendar/u/0/r/month",
    "address_shared_file": "https://1drv.ms/x/esimerkki",
    "address_other": "https://calendar.google.com/calendar/embed?src=auttajat%40group.calendar.google.com&ctz=Europe%2FHelsinki",
    "address_sheet": "https://docs.google.com/spreadsheets/d/esimerkki/edit#gid=7",
    "address_sharing": "https://www.dropbox.com/s/esimerkki/kalenteri.ics?dl=0",
    "address_webcal": "webcal://auttajat.example/kalenteri.ics",
    "address_no_scheme": "auttajat.example/kalenteri.ics",
    "address_secret": "https://id.seura.example/kalenteri.ics?token=hyvinsalainen1",
    "several_calendars": "https://calendar.google.com/calendar/embed?src=a%40gmail.com&src=b%40group.calendar.google.com",
}
REASONS = {"not_reachable": "dns", "robots": "robots", "too_large": "too_large", "own_feed": "federation_loop", "failure": "crash"}


def facts(**known: Any) -> Facts:
    region = schedules()
    return Facts(now=NOW, source=throwaway(region, None), context=context_of(region, NOW), places=region.places, **known)


def sentence(found: Finding) -> dict[str, Any]:
    words = told(found, "fi")
    where = [f"{one.title} | {one.start} | {one.line} | {one.detail}" for one in found.examples]
    return {"level": found.level, "count": found.count, "what": words.what, "why": words.why, "mend": words.mend, "where": where}


def of_file(path: Path) -> list[Finding]:
    return list(examined(path.read_bytes(), url=f"https://auttajat.example/{path.name}").findings)


def of_address(text: str) -> list[Finding]:
    return list(findings(facts(advice=advise(text))))


def of_reason(reason: str) -> list[Finding]:
    return list(findings(facts(failure=Unreachable("words", reason=reason))))


def by_hop() -> list[Finding]:
    link = FeedLink(url="https://auttajat.example/?ical=1", format="ical", how="declared")
    read = examined((SAMPLES / "all_in_order.ics").read_bytes()).facts
    return list(findings(replace(read, advice=advise("https://auttajat.example/"), found_by=link)))


def changed_uids() -> Examination:
    body = (SAMPLES / "all_in_order.ics").read_bytes()
    first = examined(body)
    again = examined(body.replace(b"UID:hyva-", b"UID:uusi-")).facts.reading
    known = replace(first.facts, again=again)
    return replace(first, facts=known, findings=findings(known))


@cache
def all_found() -> dict[str, list[Finding]]:
    found = {path.name: of_file(path) for path in FILES}
    found |= {f"address {text}": of_address(text) for text in ADDRESSES.values()}
    found |= {f"failure {reason}": of_reason(reason) for reason in REASONS.values()}
    return found | {"page with a feed": by_hop(), "read twice": list(changed_uids().findings)}


def test_every_sample_gives_its_finding_in_plain_finnish(update_golden: bool) -> None:  # noqa: FBT001 - a fixture
    found = {name: {one.code: sentence(one) for one in them} for name, them in all_found().items()}
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    path = SAMPLES / "expected.json"
    if update_golden:
        path.write_text(text, encoding="utf-8")
    assert found == json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_named_after_a_finding_has_it(path: Path) -> None:
    codes = [one.code for one in of_file(path)]
    assert path.stem in codes or (path.stem == "all_in_order" and not codes)


@pytest.mark.parametrize(("code", "text"), ADDRESSES.items())
def test_an_address_has_its_finding(code: str, text: str) -> None:
    assert code in {one.code for one in of_address(text)}


@pytest.mark.parametrize(("code", "reason"), REASONS.items())
def test_a_failure_has_its_finding(code: str, reason: str) -> None:
    assert {one.code for one in of_reason(reason)} == {code}


def test_no_finding_is_without_a_sample() -> None:
    found = {one.code for them in all_found().values() for one in them}
    pure = {"address_secret_public", "too_many_events", "first_page_only"}  # shown by tests of their own
    assert set(FI) - found - pure == set()


@pytest.mark.parametrize("reason", [*FAILURE_REASONS, "http_404", "http_418", "http_502", "http_401", "a reason of tomorrow"])
def test_every_reason_for_a_failure_is_told_in_words(reason: str) -> None:
    assert finding_of_reason(reason) in FI
    (found,) = findings(facts(failure=HarvestError("words", reason=reason)))
    words = told(found, "fi")
    assert found.level == "blocks"
    assert words.what
    assert words.mend


@pytest.mark.parametrize("code", sorted(ISSUE_KINDS))
def test_every_issue_is_told_or_is_nobodys_business(code: str) -> None:
    body = (SAMPLES / "all_in_order.ics").read_bytes()
    first = examined(body).facts
    assert first.reading is not None
    issue = Issue(code=code, severity="warning", uid="hyva-1", line=7, digest=first.reading.events[0].digest)
    known = replace(first, reading=replace(first.reading, issues=(issue,)))
    found = findings(known)
    elsewhere = ISSUE_FINDINGS.get(code, ("", ""))[0] in {"unknown_place", "private"}
    assert len(found) == (0 if code in SILENT or elsewhere else 1)
    for one in found:
        assert told(one, "fi").what
        assert one.examples[0].title == "Kahvihetki"


@pytest.mark.parametrize("code", sorted(set(ISSUE_KINDS) - SILENT))
def test_an_error_always_blocks_its_event(code: str) -> None:
    reading = examined((SAMPLES / "all_in_order.ics").read_bytes()).facts.reading
    assert reading is not None
    known = facts(reading=replace(reading, events=(), issues=(Issue(code=code, severity="error", uid="x", line=3, digest="d"),)))
    told_elsewhere = ISSUE_FINDINGS.get(code, ("", ""))[0] in {"unknown_place", "private"}
    assert told_elsewhere or "blocks" in {one.level for one in findings(known)}


def test_every_advice_has_its_finding() -> None:
    assert {code for code, _ in ADDRESS_FINDINGS.values()} - set(FI) == set()


def test_nothing_is_told_about_the_past() -> None:
    body = (SAMPLES / "no_end.ics").read_bytes().replace(b"20261126T173000", b"20251126T173000")
    assert [one.code for one in examined(body).findings] == []


def test_a_private_event_is_never_named() -> None:
    shown = repr(examined((SAMPLES / "private.ics").read_bytes()))
    assert "Salaisuus" not in shown.partition("Response(")[0]


def test_contacts_of_persons_are_not_repeated() -> None:
    body = (SAMPLES / "no_end.ics").read_bytes().replace(b"Vapaaehtoisten koulutusilta", b"Soita 040 123 4567")
    titles = [example.title for one in examined(body).findings for example in one.examples]
    assert titles == ["Soita [yhteystieto poistettu]", "Soita [yhteystieto poistettu]"]


def test_too_many_events_are_questioned() -> None:
    one = (SAMPLES / "all_in_order.ics").read_bytes().split(b"BEGIN:VEVENT")[1].split(b"END:VCALENDAR")[0]
    many = b"".join(b"BEGIN:VEVENT" + one.replace(b"hyva-1", b"n%d" % number) for number in range(2001))
    assert "too_many_events" in {found.code for found in examined(b"BEGIN:VCALENDAR\n" + many + b"END:VCALENDAR\n").findings}


def test_only_a_first_page_says_so() -> None:
    first = examined((SAMPLES / "all_in_order.ics").read_bytes()).facts
    assert first.reading is not None
    assert [one.code for one in findings(replace(first, reading=replace(first.reading, complete=False)))] == ["first_page_only"]


def test_stable_identifiers_are_no_finding() -> None:
    first = examined((SAMPLES / "all_in_order.ics").read_bytes()).facts
    assert findings(replace(first, again=first.reading)) == ()


@pytest.mark.parametrize(
    ("title", "is_told"),
    [
        ("Klo 18 Joululeivonta", True),
        ("Leivonta kello 18.30", True),
        ("Bakning kl. 18", True),
        ("Leivonta 18.00–20.00", True),
        ("Itsenäisyyspäivä 6.12.", False),
        ("Messut 10.–12.3.", False),
        ("Kylä 2030", False),
    ],
)
def test_a_clock_in_the_name_of_a_whole_day(title: str, is_told: bool) -> None:  # noqa: FBT001 - a table
    body = (SAMPLES / "all_day_clock.ics").read_text(encoding="utf-8").replace("Klo 18 Joululeivonta", title)
    assert ("all_day_clock" in {one.code for one in examined(body.encode()).findings}) is is_told


@pytest.mark.parametrize(
    ("title", "is_told"),
    [
        ("Hallituksen kokous", True),
        ("Kilparyhmä 2, vesiharjoitus", True),
        ("Styrelsemöte", True),
        ("Board meeting", True),
        ("Avoin harjoitus kaikille", False),
        ("Yhdistyksen vuosikokous", False),
        ("Jäseneksi liittyminen", False),
    ],
)
def test_what_looks_like_members_only(title: str, is_told: bool) -> None:  # noqa: FBT001 - a table
    body = (SAMPLES / "members_only.ics").read_text(encoding="utf-8").replace("Hallituksen kokous", title)
    assert ("members_only" in {one.code for one in examined(body.encode()).findings}) is is_told


def test_exceptions_over_christmas_are_enough() -> None:
    body = (SAMPLES / "holidays.ics").read_text(encoding="utf-8")
    without = body.replace("RRULE:", "EXDATE;TZID=Europe/Helsinki:20261222T100000,20261229T100000,20270105T100000\nRRULE:")
    assert [one.code for one in examined(without.encode()).findings] == []


def test_a_group_that_meets_on_a_public_holiday_is_more_than_a_hint() -> None:
    body = (SAMPLES / "holidays.ics").read_text(encoding="utf-8").replace("20261124", "20261126").replace("BYDAY=TU", "BYDAY=TH")
    (found,) = examined(body.encode()).findings
    assert (found.code, found.level) == ("holidays", "mend")
    assert [day.isoformat() for day in found.examples[0].dates] == ["2026-12-24", "2026-12-31"]


def test_the_order_is_what_blocks_first() -> None:
    bodies = [(SAMPLES / f"{name}.ics").read_text(encoding="utf-8") for name in ("no_title", "no_end", "capitals")]
    events = "".join(body.partition("BEGIN:VEVENT")[2].rpartition("END:VCALENDAR")[0].join(("BEGIN:VEVENT", "")) for body in bodies)
    found = examined(f"BEGIN:VCALENDAR\n{events}END:VCALENDAR\n".encode()).findings
    levels = [one.level for one in found]
    assert levels == sorted(levels, key=["blocks", "mend", "hint"].index)
    assert set(levels) == {"blocks", "mend", "hint"}
