"""The door's parts: the calendar of entered events, its harvest without a network, the scoped style, and what a look gives."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as few
from hypothesis import strategies as st

from explorer.door_sheet import template_of
from explorer.texts import part_words
from harvesters import csv_guess, ical
from harvesters.csv_options import CsvOptions
from harvesters.record import ReadContext, Response
from harvesters.registry import FORMATS
from harvesters.source import Schedules
from kooste import approved, pipeline, settings
from kooste.door_calendar import Making, calendar
from kooste.door_look import Looking
from kooste.door_services import _may_be_asked, door_services
from kooste.door_style import below
from normalize.mapping import normalize
from store.database import open_store
from store.desk import open_desk
from store.desk_own_events import Kept, OwnEvent, add, cancel, change
from store.desk_submissions import NewSubmission, Publishing, submit
from tests.shared import HOSTILE
from tests.test_kooste_approved import CONFIG

HELSINKI = ZoneInfo("Europe/Helsinki")
NOW = datetime(2026, 11, 23, 8, tzinfo=HELSINKI)
MAKING = {
    language: Making(zone="Europe/Helsinki", language=language, audiences={"seniors": name})
    for language, name in {"fi": "Ikäihmiset", "sv": "Äldre", "en": "Older people"}.items()
}
EVENT = OwnEvent(name="Laulutupa", day=date(2026, 12, 1), begins=time(18), ends=time(20), place="Kylätalo, yläkerta; sali")


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Schedules:
    path = tmp_path_factory.mktemp("region") / "schedules.yaml"
    path.write_text(CONFIG, encoding="utf-8")
    return settings.load(path)


def read(body: bytes) -> Any:
    response = Response(source_id="a", url="https://a.example/", status=200, headers={}, body=body, fetched_at=NOW)
    return ical.read(response, ReadContext(zone="Europe/Helsinki", language="fi"))


def kept(event: OwnEvent, **changes: Any) -> Kept:
    return Kept(**{"uid": "abc-1", "event": event, "updated_at": NOW, **changes})


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(
    ("changes", "is_free", "price", "required"),
    [
        ({"is_free": "yes", "enrolment": "no"}, True, None, False),
        ({"is_free": "no", "price": "5 €", "enrolment": "yes", "how_to_enrol": "https://a.example/lomake"}, False, 5.0, True),
        ({}, None, None, None),
    ],
)
def test_what_was_entered_is_understood(  # noqa: PLR0913 - a row of the table
    region: Schedules, language: str, changes: dict[str, Any], *, is_free: bool | None, price: float | None, required: bool | None
) -> None:
    event = OwnEvent(**{**{name: getattr(EVENT, name) for name in OwnEvent.__slots__}, "audience": ("seniors",), **changes})
    reading = read(calendar("Auttajat", [kept(event)], MAKING[language]))
    assert (reading.read, len(reading.events), reading.issues, reading.title) == (1, 1, (), "Auttajat")
    listing = normalize(reading.events[0], region.sources[0], pipeline.context_of(region, NOW)).listing
    assert listing is not None
    assert (listing.start, listing.end) == (datetime(2026, 12, 1, 18, tzinfo=HELSINKI), datetime(2026, 12, 1, 20, tzinfo=HELSINKI))
    details = listing.details
    assert (details.is_accessible_for_free, details.audience) == (is_free, ("seniors",))
    assert [offer.minimum for offer in details.offers if offer.minimum] == ([price] if price else [])
    assert (details.registration.required if details.registration else None) == required


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


@few(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS, TEXTS)
def test_no_text_of_an_event_becomes_another_property(name: str, place: str, description: str) -> None:
    event = OwnEvent(name=name, day=date(2026, 12, 1), place=place, description=description)
    body = calendar("x", [kept(event)], MAKING["fi"])
    assert body.count(b"\r\nBEGIN:VEVENT\r\n") == 1
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    reading = read(body)
    assert reading.read == 1
    assert [raw.uid for raw in reading.events] == ["abc-1"]


def test_a_series_keeps_its_hour_over_the_change_of_clocks_and_shows_what_is_cancelled() -> None:
    event = OwnEvent(
        name="Kerho", day=date(2026, 10, 20), begins=time(18), ends=time(1), until=date(2026, 11, 5), off=(date(2026, 10, 27),)
    )
    series, off = read(calendar("", [kept(event)], MAKING["fi"])).events
    assert series.rrule == ("FREQ=WEEKLY;UNTIL=20261103T160000Z",)
    assert (series.start.hour, series.end.day, series.status) == (18, 21, "CONFIRMED")
    assert (off.recurrence_id, off.status) == (datetime(2026, 10, 27, 18, tzinfo=HELSINKI), "CANCELLED")
    assert read(calendar("", [kept(event, is_cancelled=True, revision=1)], MAKING["fi"])).events[0].status == "CANCELLED"


def test_personal_data_is_taken_out_of_the_public_file() -> None:
    event = OwnEvent(name="Kerho", day=date(2026, 12, 5), description="Soita 040 123 4567 tai maija.meikalainen@posti.example")
    body = calendar("", [kept(event)], MAKING["fi"]).decode()
    assert "040 123" not in body
    assert "maija.meikalainen" not in body


def test_equal_events_give_equal_bytes_and_a_whole_day_is_one() -> None:
    event = OwnEvent(name="Retki", day=date(2026, 12, 5))
    body = calendar("", [kept(event)], MAKING["fi"])
    assert body == calendar("", [kept(event)], MAKING["fi"])
    assert (read(body).events[0].start, read(body).events[0].end) == (date(2026, 12, 5), date(2026, 12, 6))


def test_entered_events_are_harvested_without_a_network_and_cancelled_ones_stay(tmp_path: Path) -> None:
    config = tmp_path / "schedules.yaml"
    config.write_text(CONFIG, encoding="utf-8")
    data, desk = tmp_path / "var", open_desk(tmp_path / "var")
    with desk.write() as connection:
        new = NewSubmission(kind="events", language="fi", title="Luonto ry", publishing=Publishing(organizer="Luonto ry"))
        identifier = submit(connection, new, "secret", NOW)
        uid = add(connection, identifier, EVENT, NOW)
    approved.approve(approved.path_beside(config), desk, identifier, settings.load(config), NOW)
    known = settings.load(config)
    own = known.sources[-1:]

    def harvested(at: datetime) -> tuple[int, int, int, str]:
        with open_store(data) as store:
            (summary,) = pipeline.harvest(store, known, own, at)
            pipeline.relate(store, known, at)
            found = store.public.execute("select event_status from events where withdrawn_at is null").fetchall()
        return summary.read, summary.new, summary.changed, ",".join(row[0] for row in found)

    assert harvested(NOW) == (1, 1, 0, "EventScheduled")
    assert harvested(NOW + timedelta(minutes=15)) == (1, 0, 0, "EventScheduled")
    with desk.write() as connection:
        change(connection, identifier, uid, OwnEvent(name="Laulutupa", day=date(2026, 12, 2), begins=time(18)), NOW)
        cancel(connection, identifier, uid, NOW)
    assert harvested(NOW + timedelta(minutes=30)) == (1, 0, 1, "EventCancelled")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_columns_of_the_template_are_understood_and_its_examples_are_no_events(language: str) -> None:
    text = template_of(part_words("door", language))
    filled = text + '5.12.2026,18.00,20.00,Konsertti,Kylätalo,"Tule, kuule",5 €,https://a.example/k\r\n'
    guessed = csv_guess.guess(filled)
    assert guessed is not None
    assert set(guessed["fields"]) == {"name", "when", "location", "description", "price", "url"}
    assert set(guessed["captures"]) == {"clock", "ends"}
    response = Response(source_id="a", url="https://a.example/", status=200, headers={}, body=("\ufeff" + filled).encode(), fetched_at=NOW)
    reading = FORMATS["csv"].read(response, ReadContext(zone="Europe/Helsinki", language="fi", options=CsvOptions.model_validate(guessed)))
    assert [raw.name[0].value for raw in reading.events] == ["Konsertti"]
    assert reading.issues == ()


def test_the_cards_are_those_of_the_site_and_what_is_not_taken_in_says_why(region: Schedules) -> None:
    body = calendar("Auttajat", [kept(EVENT), kept(OwnEvent(name="Hallituksen kokous", day=date(2026, 12, 8)), uid="b")], MAKING["fi"])
    looked = Looking(schedules=region, data=Path("nowhere"), now=NOW).at_file(body, "k.ics")
    told = looked.examined.in_language("fi")
    (day,) = told.days
    for part in ('<div class="leaf"', '<li class="card', '<span class="start">18.00</span>', "Laulutupa", "Auttajat, haettu"):
        assert part in day
    assert "href" not in day
    assert [one.title for one in told.left_out] == ["Hallituksen kokous"]
    assert looked.examined.verdict in {"ready", "mend"}
    assert set(looked.examined.told) == {"fi", "sv", "en"}


@pytest.mark.corpora
@pytest.mark.skipif(not HOSTILE.exists(), reason="the hostile addresses are not here")
def test_every_hostile_address_is_refused_before_anything_is_asked(region: Schedules) -> None:
    lines = (HOSTILE / "ssrf_urls.txt").read_text(encoding="utf-8").splitlines()
    through = [line for line in lines if line and not line.startswith("#") and _may_be_asked(line, region)]
    assert [line for line in through if "http" in line and "//" in line and not _is_a_name(line)] == []


def _is_a_name(line: str) -> bool:
    """Whether the address is a public name, which only its lookup can betray."""
    host = line.partition("//")[2].partition("/")[0]
    return host.rpartition(".")[2].isalpha()


def test_a_style_is_valid_below_one_class_only() -> None:
    style = ':root { --a: 1; }\n@font-face { src: url("x{y}"); }\nbody, a:is(.b, .c) > p { color: red; }\n'
    style += "@media print { html { margin: 0; } h1 { x: y; } }\n"
    assert below(style, ".s").split("\n") == [
        ".s { --a: 1; }",
        ".s, .s a:is(.b, .c) > p { color: red; }",
        "@media print {.s { margin: 0; }",
        ".s h1 { x: y; }}",
    ]


def test_the_week_s_sheet_is_offered_where_the_site_has_it(region: Schedules, tmp_path: Path) -> None:
    services = door_services(region, tmp_path, tmp_path / "schedules.yaml", lambda: NOW)
    assert services.own_pages("a", "fi").sheet == ""
    sheet = "/fi/tulosta/jarjestaja/a/viikko-2026-w48/"
    (tmp_path / f"public{sheet}").mkdir(parents=True)
    (tmp_path / f"public{sheet}index.html").touch()
    assert services.own_pages("a", "fi").sheet == sheet
