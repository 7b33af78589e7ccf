"""Corrections applied: every field of a place, an organizer and an event as a person says it is, and the source's word kept beside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvesters.source import PlaceEntry
from normalize.corrections import Correction, Key, by_subject, corrected_place, corrected_schedules, is_role, said_of_region
from normalize.corrections_event import Corrected, Registry, relate_corrected
from normalize.corrections_fields import FEATURES, FIELDS, FormError, Value, every_field, field_names, form_of, read_value
from normalize.model import Details, Event, Evidence, Feature, Listing, Offer, Recurrence, Registration
from normalize.recurrence import Window
from normalize.relate import relate
from tests.shared import ROOT
from tests.store_support import HELSINKI, schedules

WINDOW = Window(start=date(2026, 11, 1), end=date(2027, 2, 1), timezone="Europe/Helsinki")
DAY = date(2026, 11, 24)
LIBRARY = PlaceEntry(id="library", name={"fi": "Kirjasto"}, accessibility=("step_free_entrance",), lacks=("lift",), postal_code="57100")
HALL = PlaceEntry(id="hall", name={"fi": "Sali"}, accessibility=("ramp",), municipality_code="740", postal_code="57200")
REGISTRY = Registry(places={"library": LIBRARY, "hall": HALL}, organizers=frozenset({"choir", "museum"}))


def correction(field: str, value: Value, subject: Any = "event", identifier: str = "e") -> Correction:
    return Correction(key=Key(subject, identifier, field), value=value, was=None, is_was_known=False, by="toimitus", on=DAY)


def listing(**fields: Any) -> Listing:
    whole: dict[str, Any] = {
        "id": "l",
        "source_id": "choir",
        "uid": "u",
        "digest": "d",
        "name": {"fi": "Kuoro"},
        "start": datetime(2026, 11, 24, 17, tzinfo=HELSINKI),
        "end": datetime(2026, 11, 24, 19, tzinfo=HELSINKI),
        "timezone": "Europe/Helsinki",
        "place_id": "library",
        "place_text": "Kirjasto",
        "organizer_id": "choir",
    }
    return Listing(**whole | fields)


def corrected(field: str, value: Value, *more: Correction, of: Sequence[Listing] = (), registry: Registry = REGISTRY) -> Corrected:
    return relate_corrected("e", of or [listing()], [correction(field, value), *more], registry, WINDOW)


def event(field: str, value: Value, *more: Correction, of: Sequence[Listing] = (), registry: Registry = REGISTRY) -> Event:
    made = corrected(field, value, *more, of=of, registry=registry)
    assert made.refused == {}
    return made.related.event


@pytest.mark.parametrize(
    ("field", "value", "attribute", "shown", "said"),
    [
        ("name.fi", "Naiskuoro", "name", {"fi": "Naiskuoro"}, "Kuoro"),
        ("name.sv", "Kören", "name", {"fi": "Kuoro", "sv": "Kören"}, None),
        ("description.fi", "<p>Tule!</p>", "description", {"fi": "<p>Tule!</p>"}, None),
        ("kind", "activity", "kind", "activity", "event"),
        ("place_text", "Yläsali", "place_text", "Yläsali", "Kirjasto"),
        ("place_text", None, "place_text", "", "Kirjasto"),
        ("organizer_id", "museum", "organizer_id", "museum", "choir"),
        ("event_status", "EventCancelled", "event_status", "EventCancelled", "EventScheduled"),
        ("planned", True, "planned", True, False),
        ("url", "https://kuoro.example/", "url", "https://kuoro.example/", None),
    ],
)
def test_a_field_of_the_event(field: str, value: Value, attribute: str, shown: Any, said: Value) -> None:
    made = corrected(field, value)
    assert (getattr(made.related.event, attribute), made.said) == (shown, {field: said})


@pytest.mark.parametrize(
    ("field", "value", "attribute", "shown"),
    [
        ("topics", ("music",), "topics", ("music",)),
        ("audience", ("families", "seniors"), "audience", ("families", "seniors")),
        ("minimum_age", 7, "minimum_age", 7),
        ("maximum_age", None, "maximum_age", None),
        ("is_accessible_for_free", True, "is_accessible_for_free", True),
        ("registration.required", True, "registration", Registration(required=True)),
        ("registration.url", None, "registration", None),
        ("registration.state", "full", "registration", Registration(state="full")),
        ("registration.closes", "2026-11-20", "registration", Registration(closes=date(2026, 11, 20))),
        ("registration.opens", "2026-11-10T09:00", "registration", Registration(opens=datetime(2026, 11, 10, 9, tzinfo=HELSINKI))),
        ("price", "5 €", "offers", (Offer(price="5 €", currency="EUR", is_free=False, minimum=5, maximum=5),)),
        ("price", None, "offers", ()),
    ],
)
def test_a_field_of_the_details(field: str, value: Value, attribute: str, shown: Any) -> None:
    assert getattr(event(field, value).details, attribute) == shown


def test_a_corrected_value_says_that_a_person_said_so_and_what_was_read_for_it_is_gone() -> None:
    read = (
        Evidence(field="audience", value="youth", origin="SUMMARY", rule="words"),
        Evidence(field="name", value="fi", origin="SUMMARY", rule="detected"),
    )
    ours = event("audience", ("seniors",), of=[listing(details=Details(audience=("youth",), evidence=read))])
    assert ours.details.evidence == (
        Evidence(field="audience", origin="correction", rule="corrected", certainty="declared"),
        read[1],
    )


def test_a_corrected_start_keeps_every_id_and_moves_the_occurrence() -> None:
    before = relate("e", [listing()], WINDOW)
    made = corrected("start", "2026-11-24T16:00").related
    (was,), (now,) = before.occurrences, made.occurrences
    assert (now.id, now.start, now.end) == (was.id, datetime(2026, 11, 24, 16, tzinfo=HELSINKI), was.end)
    assert (made.event.id, made.event.first_start) == ("e", now.start)


def test_start_and_end_are_judged_together() -> None:
    later = correction("end", "2026-11-25T12:00")
    made = corrected("start", "2026-11-25T10:00", later)
    assert made.refused == {}
    (occurrence,) = made.related.occurrences
    assert (occurrence.start, occurrence.end) == (datetime(2026, 11, 25, 10, tzinfo=HELSINKI), datetime(2026, 11, 25, 12, tzinfo=HELSINKI))


@pytest.mark.parametrize("start", ["2026-11-24T19:00", "2026-11-25T10:00", "2026-11-24"])
def test_an_end_that_cannot_belong_to_a_corrected_start_is_not_told(start: str) -> None:
    (occurrence,) = corrected("start", start).related.occurrences
    assert occurrence.end is None


def test_an_event_in_utc_is_corrected_on_the_clock_people_read() -> None:
    single = listing(timezone="UTC", start=datetime(2026, 11, 24, 15, tzinfo=HELSINKI), end=None)
    made = corrected("start", "2026-11-24T16:00", of=[single])
    assert made.said == {"start": "2026-11-24T15:00"}
    assert made.related.occurrences[0].start == datetime(2026, 11, 24, 16, tzinfo=HELSINKI)


@pytest.mark.parametrize(
    ("field", "value", "more", "reason"),
    [
        ("start", "2026-11-24T16:00", {"recurrence": Recurrence(rrule=("FREQ=WEEKLY",))}, "series"),
        ("end", "2026-11-24T16:00", {"recurrence_id": "20261124T170000"}, "series"),
        ("end", "2026-11-24T17:00", {}, "end_before_start"),
        ("end", "2026-11-25", {}, "end_before_start"),
        ("name.fi", None, {}, "no_name"),
        ("place_id", "church", {}, "unknown_place"),
        ("organizer_id", "church", {}, "unknown_organizer"),
    ],
)
def test_what_does_not_fit_is_not_applied_and_told(field: str, value: Value, more: dict[str, Any], reason: str) -> None:
    source = [listing(**more)]
    made = corrected(field, value, of=source)
    assert made.refused == {field: reason}
    assert made.related == relate("e", source, WINDOW)


def test_another_place_brings_where_it_is_and_what_is_known_of_it() -> None:
    own = Feature(code="induction_loop")
    inherited = Feature(code="lift", is_available=False, is_inherited=True)
    source = listing(room="lk 12", latitude=61.0, longitude=28.0, details=Details(accessibility=(own, inherited)))
    ours = event("place_id", "hall", of=[source])
    assert (ours.place_id, ours.room, ours.municipality_code, ours.postal_code, ours.latitude) == ("hall", "", "740", "57200", None)
    assert ours.details.accessibility == (own, Feature(code="ramp", is_inherited=True))
    nowhere = event("place_id", None, of=[source])
    assert (nowhere.place_id, nowhere.latitude, nowhere.details.accessibility) == ("", 61.0, (own,))


def test_an_events_own_feature_outranks_its_places() -> None:
    of_place = {"library": [correction("accessibility.lift", value=True, subject="place", identifier="library")]}
    registry = Registry(places=REGISTRY.places, organizers=REGISTRY.organizers, features=of_place)
    source = listing(details=Details(accessibility=(Feature(code="lift", is_available=False, is_inherited=True),)))
    told = Feature(code="lift", said_by="toimitus", said_on=DAY, is_inherited=True)
    assert relate_corrected("e", [source], [], registry, WINDOW).related.event.details.accessibility == (told,)
    own = event("accessibility.lift", value=False, of=[source], registry=registry).details.accessibility
    assert own == (Feature(code="lift", is_available=False, said_by="toimitus", said_on=DAY),)
    assert event("accessibility.lift", None, of=[source], registry=registry).details.accessibility == ()


def test_instances_that_say_what_the_series_says_follow_it() -> None:
    series = listing(recurrence=Recurrence(rrule=("FREQ=WEEKLY;COUNT=3",)))
    moved = listing(
        id="m",
        recurrence_id="20261201T170000",
        start=datetime(2026, 12, 1, 18, tzinfo=HELSINKI),
        end=None,
    )
    other = moved.model_copy(update={"id": "o", "recurrence_id": "20261208T170000", "name": {"fi": "Konsertti"}})
    made = corrected("name.fi", "Naiskuoro", of=[other, series, moved]).related
    assert [(one.id, one.name) for one in made.occurrences] == [
        ("e-20261124T170000", {}),
        ("e-20261201T170000", {}),
        ("e-20261208T170000", {"fi": "Konsertti"}),
    ]


def test_nothing_corrected_is_the_event_itself() -> None:
    assert relate_corrected("e", [listing()], [], REGISTRY, WINDOW).related == relate("e", [listing()], WINDOW)


@given(
    st.permutations([("name.fi", "A"), ("start", "2026-11-24T20:00"), ("end", "2026-11-24T21:00"), ("price", "3 €"), ("place_id", "hall")])
)
def test_the_order_of_corrections_does_not_matter(order: list[tuple[str, Value]]) -> None:
    first, *rest = (correction(*pair) for pair in order)
    made = relate_corrected("e", [listing()], [first, *rest], REGISTRY, WINDOW)
    assert made.related.event.name == {"fi": "A"}
    assert made.related == relate_corrected("e", [listing()], sorted([first, *rest], key=lambda one: one.key), REGISTRY, WINDOW).related


@pytest.mark.parametrize(
    ("field", "value", "attribute", "shown"),
    [
        ("name.se", "Girjerájus", "name", {"fi": "Kirjasto", "se": "Girjerájus"}),
        ("name.fi", None, "name", {"fi": "Kirjasto"}),  # never without a name
        ("aliases", ("Pääkirjasto",), "aliases", ("Pääkirjasto",)),
        ("postal_code", None, "postal_code", ""),
        ("latitude", 61.9, "latitude", 61.9),
        ("capacity", 40, "capacity", 40),
        ("online", True, "online", True),
        ("accessibility.lift", True, "accessibility", ("lift", "step_free_entrance")),
        ("accessibility.lift", True, "lacks", ()),
        ("accessibility.step_free_entrance", False, "lacks", ("lift", "step_free_entrance")),
        ("accessibility.step_free_entrance", None, "accessibility", ()),
    ],
)
def test_a_field_of_a_place(field: str, value: Value, attribute: str, shown: Any) -> None:
    assert getattr(corrected_place(LIBRARY, [correction(field, value, "place", "library")]), attribute) == shown


def test_places_and_organizers_are_corrected_in_the_configuration_and_what_it_says_itself_is_told() -> None:
    ours = [
        correction("name.fi", "Uusi sali", "place", "hall"),
        correction("aliases", ("Iso sali", "Sali"), "place", "hall"),
        correction("name.sv", "Kören", "organizer", "choir"),
        correction("role", "municipality", "organizer", "choir"),
        correction("name.fi", "Ei kukaan", "place", "nowhere"),
    ]
    before = schedules()
    after = corrected_schedules(before, ours)
    hall = next(place for place in after.places if place.id == "hall")
    assert (hall.name["fi"], hall.aliases) == ("Uusi sali", ("Sali", "Iso sali"))
    assert [source.organizer.role for source in after.sources] == ["municipality", "organizer"]
    assert after.sources[0].organizer.name == {"fi": "Järjestäjä choir", "sv": "Kören"}
    said = said_of_region(before, ours)
    assert [said[one.key] for one in ours[:-1]] == ["Saarisali", ("Sali",), None, "organizer"]
    assert ours[-1].key not in said
    assert corrected_schedules(before, []) is before
    assert set(by_subject(ours, "organizer")) == {"choir"}


@pytest.mark.parametrize(
    ("subject", "field", "raw", "value"),
    [
        ("event", "start", "2026-11-24 17:30", "2026-11-24T17:30"),
        ("event", "start", "2026-11-24T17:30:00", "2026-11-24T17:30"),
        ("event", "end", "2026-11-24", "2026-11-24"),
        ("event", "audience", "seniors, families", ("families", "seniors")),
        ("event", "audience", ["seniors"], ("seniors",)),
        ("event", "audience", None, ()),
        ("event", "planned", "Kyllä", True),
        ("event", "hidden", "no", False),
        ("event", "minimum_age", "7", 7),
        ("event", "description.fi", "Tule <script>x</script>mukaan", "<p>Tule mukaan</p>"),
        ("place", "postal_code", "00100", "00100"),
        ("place", "latitude", "61,868", 61.868),
        ("place", "accessibility.lift", "ei", False),
        ("place", "accessibility.lift", None, None),
        ("organizer", "url", "https://kuoro.example", "https://kuoro.example"),
    ],
)
def test_values_are_read_into_one_form(subject: Any, field: str, raw: Any, value: Value) -> None:
    found = read_value(subject, field, raw)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("subject", "field", "raw", "words"),
    [
        ("event", "start", "klo 17", "a day (2026-11-24)"),
        ("event", "start", "2026-02-30", "a day"),
        ("event", "start", "17:30", "wall clock"),
        ("event", "start", None, "cannot be unknown"),
        ("event", "name.fi", ["a", "b"], "one text"),
        ("event", "name.fi", " ", "a name"),
        ("event", "name.fi", "Soita 040 123 4567", "never kept"),
        ("event", "audience", "seniorit", "informal_carers"),
        ("event", "kind", "concert", "one of event, activity"),
        ("event", "minimum_age", "131", "0 to 130"),
        ("place", "postal_code", "1234", "five digits"),
        ("place", "latitude", "95", "-90 to 90"),
        ("place", "latitude", "nan", "-90 to 90"),
        ("place", "accessibility.lift", "maybe", "yes or no"),
        ("organizer", "url", "javascript:alert(1)", "http or https"),
        ("organizer", "role", "boss", "republisher"),
    ],
)
def test_a_value_of_another_form_is_refused_in_words(subject: Any, field: str, raw: Any, words: str) -> None:
    with pytest.raises(FormError, match=words.replace("(", r"\(").replace(")", r"\)")):
        read_value(subject, field, raw)


@pytest.mark.parametrize(
    "field", ["nmae.fi", "name", "name.", "name.FI", "name.fi.sv", "accessibility.stairs", "id", "rooms", "starts", ""]
)
def test_other_fields_cannot_be_corrected(field: str) -> None:
    for subject in FIELDS:
        with pytest.raises(KeyError):
            form_of(subject, field)


def test_every_field_is_told_and_readable() -> None:
    for subject in FIELDS:
        assert [form_of(subject, field).expected for field in every_field(subject)]
        assert len(field_names(subject)) == len(FIELDS[subject])
    catalogue = (ROOT / "site" / "locale" / "en.po").read_text(encoding="utf-8")
    assert [code for code in FEATURES if f'msgid "access.{code}"' not in catalogue] == []


@pytest.mark.parametrize("text", ["toimitus", "ylläpito", "kirjaston toimitus", "Norppalan kaupungin toimitus"])
def test_a_role_may_sign(text: str) -> None:
    assert is_role(text)


@pytest.mark.parametrize(
    "text",
    ["Kaisu Korpela", "kaisu", "kaisu.korpela", "a", "", "toimitus 040 123 4567", "kaisu@posti.example", "info@kirjasto.example", "x" * 80],
)
def test_a_person_may_not(text: str) -> None:
    assert not is_role(text)
