"""Several tellings -> one event: normalize.compose, one telling alone, and whose field wins."""

from __future__ import annotations

from datetime import UTC, date
from typing import Any

import pytest

from harvesters.source import Role
from normalize.compose import compose
from normalize.identity import listing_id
from normalize.model import Conflict, Details, Evidence, Feature, Listing, Offer, Registration
from normalize.sequences import telling_of
from tests.composing import DAY, HOUR, ROLES, TUESDAY, WEEK, WEEKLY, WINDOW, days, listing, of, rows, said, strand, tell, times

# One telling alone


SINGLES: list[tuple[str, list[Listing]]] = [
    ("a single event", [listing("s", url="https://s.example/1", sequence=4)]),
    ("a series", [listing("s", recurrence=WEEKLY)]),
    (
        "a series with a moved instance",
        [listing("s", recurrence=WEEKLY), listing("s", recurrence_id="20261201T100000", start=TUESDAY + 8 * DAY)],
    ),
    (
        "overrides alone",
        [listing("s", recurrence_id="20261201T100000"), listing("s", recurrence_id="20261208T100000", start=TUESDAY + WEEK)],
    ),
    ("whole days", [listing("s", start=date(2026, 12, 2), end=date(2027, 2, 28))]),
    ("no dates", [listing("s", start=None, end=None, kind="volunteering")]),
    ("planned", [listing("s", planned=True)]),
    ("over", [listing("s", start=TUESDAY.replace(year=2020), end=TUESDAY.replace(year=2020) + HOUR)]),
    ("cancelled, in UTC", [listing("s", start=TUESDAY.astimezone(UTC), end=None, timezone="UTC", event_status="EventCancelled")]),
]


@pytest.mark.parametrize(("what", "listings"), SINGLES, ids=[row[0] for row in SINGLES])
def test_a_telling_alone_is_its_own_event(what: str, listings: list[Listing]) -> None:
    alone = strand(*listings, is_withdrawn=what == "over")
    made = compose(alone.id, [telling_of([alone])], WINDOW)
    assert made.event.origins["name.fi"] == alone.related.lead.id
    assert made.event.model_copy(update={"origins": {}}) == alone.related.event
    assert (made.occurrences, made.lead, made.corrected) == (alone.related.occurrences, alone.related.lead, None)


@pytest.mark.parametrize(("what", "listings"), SINGLES, ids=[row[0] for row in SINGLES])
def test_what_one_source_tells_twice_is_what_it_tells_once(what: str, listings: list[Listing]) -> None:
    alone = strand(*listings)
    again = strand(*(one.model_copy(update={"id": f"again-{one.id}", "uid": "again"}) for one in listings), first_seen="2026-11-02")
    made = compose(alone.id, [telling_of([alone]), telling_of([again])], WINDOW)
    ids: dict[str, Any] = {"origins": {}, "listing_ids": ()}
    assert made.event.model_copy(update=ids) == alone.related.event.model_copy(update=ids), what
    assert (made.occurrences, made.event.conflicts, made.lead) == (alone.related.occurrences, (), alone.related.lead)
    assert len(made.event.listing_ids) == 2 * len(listings)


def test_the_rows_of_one_series_are_one_event() -> None:
    made = of(rows("organizer", [TUESDAY + week * WEEK for week in range(4)]))
    assert (days(made), made.event.is_series, made.lead.recurrence) == (["11-24", "12-01", "12-08", "12-15"], True, None)
    assert len({one.listing_id for one in made.occurrences}) == 4 == len(made.event.listing_ids)
    assert [one.id for one in made.occurrences][:2] == ["e-20261124T100000", "e-20261201T100000"]


# Whose field wins


@pytest.mark.parametrize(("better", "worse"), [(a, b) for at, a in enumerate(ROLES) for b in ROLES[at + 1 :]])
def test_names_and_times_are_those_of_the_better_role(better: Role, worse: Role) -> None:
    other: dict[str, Any] = {"start": TUESDAY + HOUR, "description": {"fi": "<p>pitkä</p>"}, "url": "https://w.example"}
    made = of(tell(worse, **other), tell(better))
    assert (made.event.name, times(made)) == ({"fi": f"Kerho {better}"}, [("11-24 10:00", "11-24 11:00")])
    assert (made.event.description, made.event.url) == ({"fi": "<p>pitkä</p>"}, "https://w.example"), "what the better does not tell"
    ours, theirs = listing_id(better, "u"), listing_id(worse, "u")
    assert {name: made.event.origins[name] for name in ("name.fi", "start", "url")} == {"name.fi": ours, "start": ours, "url": theirs}
    assert made.event.conflicts[0] == Conflict(
        field="start", listing_id=theirs, value="2026-11-24T11:00", shown="2026-11-24T10:00", day=date(2026, 11, 24)
    )


def test_prices_and_enrolment_are_asked_of_the_registration_system_first() -> None:
    sold = Details(
        offers=(Offer(price="12 €", minimum=12, maximum=12),),
        is_accessible_for_free=False,
        registration=Registration(required=True, capacity=20, state="open"),
    )
    own = Details(
        offers=(Offer(price="10 €", minimum=10, maximum=10),),
        registration=Registration(url="https://o.example/ilmo", required=False, state="full"),
        minimum_age=7,
    )
    made = of(tell("organizer", details=own), tell("registration", details=sold, name={"fi": "KERHO (kevät)"}))
    details = made.event.details
    assert ([one.price for one in details.offers], details.is_accessible_for_free, details.minimum_age) == (["12 €"], False, 7)
    assert details.registration == Registration(url="https://o.example/ilmo", required=True, capacity=20, state="open")
    assert made.event.name == {"fi": "Kerho organizer"}
    assert said(made) == [("offers", "10 €", "12 €"), ("registration.required", "false", "true")]


def test_the_town_describes_before_the_system_that_sells() -> None:
    sold, town, umbrella = (tell(role, description={"fi": f"<p>{role}</p>"}) for role in ("registration", "municipality", "umbrella"))
    assert of(sold, umbrella, town).event.description == {"fi": "<p>municipality</p>"}
    assert of(sold, umbrella).event.description == {"fi": "<p>registration</p>"}
    assert of(sold, umbrella, town).event.name == {"fi": "Kerho registration"}


PRICES: list[tuple[str, Details, Details, tuple[list[str], bool | None], list[str]]] = [
    ("nothing", Details(), Details(), ([], None), []),
    ("the second fills in", Details(), Details(is_accessible_for_free=True), ([], True), []),
    (
        "a price, then the word free",
        Details(offers=(Offer(price="5 €", minimum=5),)),
        Details(is_accessible_for_free=True),
        (["5 €"], None),
        [],
    ),
    ("paid, then the price", Details(is_accessible_for_free=False), Details(offers=(Offer(price="5 €", minimum=5),)), (["5 €"], False), []),
    (
        "free, then a price",
        Details(is_accessible_for_free=True),
        Details(offers=(Offer(price="5 €", minimum=5),), is_accessible_for_free=False),
        ([], True),
        ["is_accessible_for_free"],
    ),
    (
        "prices told in part",
        Details(offers=(Offer(price="28/22 €", minimum=28), Offer(price="22", minimum=22))),
        Details(offers=(Offer(price="28€", minimum=28),)),
        (["28/22 €", "22"], None),
        [],
    ),
]


@pytest.mark.parametrize(("what", "first", "second", "shown", "conflicts"), PRICES, ids=[row[0] for row in PRICES])
def test_price_and_free_never_contradict_each_other(
    what: str, first: Details, second: Details, shown: tuple[list[str], bool | None], conflicts: list[str]
) -> None:
    made = of(tell("umbrella", details=second), tell("organizer", details=first))
    details = made.event.details
    assert ([one.price for one in details.offers], details.is_accessible_for_free) == shown, what
    assert [one.field for one in made.event.conflicts] == conflicts


def test_whoever_others_credit_counts_as_the_organizer() -> None:
    city = tell("municipality", "kulttuuripalvelut", organizer_id="norppalan-kulttuuripalvelut")
    credit = Details(credited={"fi": "Norppalan Kulttuuripalvelut ry"})
    made = of(tell("registration"), city, tell("umbrella", details=credit))
    assert made.event.name == {"fi": "Kerho kulttuuripalvelut"}
    assert of(tell("registration"), city, tell("umbrella")).event.name == {"fi": "Kerho registration"}
    assert of(tell("organizer"), city, tell("umbrella", details=credit)).event.name == {"fi": "Kerho organizer"}, "its own source is clear"


def test_within_a_rank_more_is_told_first_then_the_first_seen() -> None:
    full = tell("organizer", "a", description={"fi": "<p>kuvaus</p>"}, url="https://a.example")
    assert of(tell("organizer", "b"), full).event.name == {"fi": "Kerho a"}
    late, early = (telling_of([strand(listing(source), first_seen=seen)]) for source, seen in (("a", "2026-11-03"), ("b", "2026-11-02")))
    assert of(late, early).event.name == {"fi": "Kerho b"}


def test_translations_stand_side_by_side_and_no_second_name_of_one_language() -> None:
    made = of(
        tell("republisher", name={"en": "A Winter's Tale", "fi": "Näytelmä"}, description={"en": "<p>Play</p>"}),
        tell("organizer", name={"fi": "Talven tarina"}),
        tell("umbrella", name={"und": "TALVEN TARINA", "sv": "Vintersaga"}),
    )
    assert made.event.name == {"fi": "Talven tarina", "sv": "Vintersaga", "en": "A Winter's Tale"}
    assert made.event.origins["name.en"] == made.event.origins["description.en"] == listing_id("republisher", "u")


PLACES: list[tuple[str, dict[str, Any], dict[str, Any], tuple[str, str, str]]] = [
    ("a room of the same place", {}, {"room": "sali"}, ("talo", "Talo", "sali")),
    ("no place", {"place_id": "", "place_text": ""}, {"room": "sali"}, ("talo", "Talo", "sali")),
    ("words that mean it", {"place_id": "", "place_text": "Vanha Talo"}, {}, ("talo", "Talo", "")),
    ("other words", {"place_id": "", "place_text": "Piha"}, {}, ("", "Piha", "")),
    ("another place, by verdict", {"place_id": "tupa", "place_text": "Tupa"}, {"room": "sali"}, ("tupa", "Tupa", "")),
]


@pytest.mark.parametrize(("what", "own", "others", "shown"), PLACES, ids=[row[0] for row in PLACES])
def test_the_place_is_the_first_s_and_others_say_more_of_it(
    what: str, own: dict[str, Any], others: dict[str, Any], shown: tuple[str, str, str]
) -> None:
    made = of(tell("umbrella", **others), tell("organizer", **own))
    event, (only,) = made.event, made.occurrences
    assert (event.place_id, event.place_text, event.room) == shown == (only.place_id, only.place_text, only.room), what
    assert said(made) == ([("place_id", "talo", "tupa")] if event.place_id == "tupa" else [])


def test_features_of_the_event_come_before_those_of_the_place() -> None:
    inherited = Feature(code="induction_loop", is_inherited=True)
    own = Feature(code="induction_loop", is_available=False)
    lift = Feature(code="lift")
    made = of(tell("organizer", details=Details(accessibility=(inherited,))), tell("umbrella", details=Details(accessibility=(own, lift))))
    assert made.event.details.accessibility == (own, lift)


def test_evidence_comes_along_from_the_listing_whose_value_is_shown() -> None:
    def evidence(name: str, quote: str, value: str = "") -> Evidence:
        return Evidence(field=name, value=value, origin="SUMMARY", rule="words", quote=quote)

    own = Details(audience=("seniors",), evidence=(evidence("audience", "own", "seniors"), evidence("name", "own", "fi")))
    other = Details(audience=("children",), topics=("culture",), evidence=(evidence("audience", "other"), evidence("topics", "other")))
    made = of(tell("umbrella", details=other), tell("organizer", details=own))
    assert (made.event.details.audience, made.event.details.topics) == (("seniors",), ("culture",))
    assert [(one.field, one.quote) for one in made.event.details.evidence] == [("audience", "own"), ("name", "own"), ("topics", "other")]


def test_what_a_person_corrected_holds_whoever_says_it_also_that_nothing_is_known() -> None:
    def corrected(name: str, value: str = "") -> tuple[Evidence, ...]:
        return (Evidence(field=name, value=value, origin="correction", rule="corrected", certainty="declared"),)

    named = tell("umbrella", name={"fi": "Oikea nimi"}, details=Details(evidence=corrected("name", "fi")))
    assert of(tell("organizer"), named).event.name == {"fi": "Oikea nimi"}
    unpriced = tell("umbrella", details=Details(evidence=corrected("is_accessible_for_free")))
    assert of(tell("organizer", details=Details(is_accessible_for_free=True)), unpriced).event.details.is_accessible_for_free is None


def test_an_audience_of_other_ages_is_told() -> None:
    made = of(tell("organizer", details=Details(minimum_age=7, maximum_age=12)), tell("umbrella", details=Details(minimum_age=8)))
    assert (made.event.details.minimum_age, said(made)) == (7, [("ages", "8-", "7-12")])
