"""Are two tellings one thing? The signs one by one, the decisions, and the demo region's groups and traps: normalize.likeness."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples.norppala.server import ExampleServer
from normalize.likeness import ASK, JOINED, likeness
from normalize.likeness_points import POINTS, VETOES
from normalize.likeness_sign import Sign
from normalize.model import Details, Offer, Origin, Registration
from normalize.names import best, name_of
from normalize.traits import Traits, traits_of
from tests import region_reading
from tests.shared import REGION, ROOT, needs_region
from tests.tellings import HOUR, TUESDAY, codes, compared, region_tellings, traits, weekly

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
Changes = dict[str, Any]


def at(minutes: int, length: timedelta | None = HOUR) -> Changes:
    """A start so many minutes after the usual one, and an end."""
    start = TUESDAY + minutes * MINUTE
    return {"start": start, "end": length and start + length}


TIMES: list[tuple[Changes, Changes, str]] = [
    (at(0), at(0), "same_times"),
    (at(0), at(0, None), "same_start"),
    (at(0, None), at(0, None), "same_start"),
    (at(0), at(0, 2 * HOUR), "same_start_other_end"),
    (at(0, 31 * HOUR), at(0), "first_day"),
    ({"start": TUESDAY.date(), "end": TUESDAY.date() + DAY}, at(0), "whole_day"),
    ({"start": TUESDAY.date(), "end": TUESDAY.date() + 3 * DAY}, at(0), "first_day"),
    ({"start": TUESDAY.date(), "end": None}, {"start": TUESDAY.date(), "end": None}, "same_times"),
    (at(0), at(30, HOUR / 2), "same_end"),
    (at(0), at(60), "hour_apart"),
    (at(0), at(120), "utc_apart"),
    (at(0, 3 * HOUR), at(30, 3 * HOUR), "quarters_apart"),
    (at(0, 3 * HOUR), at(100, 3 * HOUR), "other_start"),
    (at(0), at(90), "other_performance"),
    (at(0), at(24 * 60), "other_dates"),
    (weekly(5), weekly(5), "same_dates"),
    (weekly(20, without=4), weekly(20), "same_dates"),
    (weekly(8), weekly(20, at=TUESDAY + 7 * DAY * 2), "same_dates"),
    (weekly(5), at(7 * 24 * 60), "instance"),
    (weekly(5), at(6 * 24 * 60), "other_dates"),
    (weekly(5), weekly(5, at=TUESDAY + HOUR), "hour_apart"),
    ({"start": None, "end": None}, {"start": None, "end": None}, "undated"),
    ({"start": None, "end": None}, at(0), "one_undated"),
]


@pytest.mark.parametrize(("one", "other", "code"), TIMES)
def test_how_times_go_together(one: Changes, other: Changes, code: str) -> None:
    assert code in codes(compared(traits("a", **one), traits("b", **other)))


def test_in_summer_the_offset_from_utc_is_three_hours() -> None:
    june = TUESDAY.replace(year=2027, month=6, day=1)
    for hours, code in ((3, "utc_apart"), (2, "other_performance")):
        found = compared(traits("a", start=june, end=june + HOUR), traits("b", start=june + hours * HOUR, end=june + (hours + 1) * HOUR))
        assert code in codes(found)


HONKALA = {"place_id": "", "place_text": "Honkala"}
PLACES: list[tuple[Changes, Changes, str]] = [
    ({}, {}, "same_place"),
    ({"room": "sali"}, {"room": "sali"}, "same_room"),
    ({"room": "sali"}, {"room": "verstas"}, "other_room"),
    ({}, {"place_id": "halli"}, "other_place"),
    ({}, {"place_id": "vaja"}, "beside"),
    (HONKALA, {}, "same_place_words"),
    ({"place_id": "", "place_text": "Honkatie 3"}, {}, "same_place_words"),
    ({"place_id": "", "place_text": "Honkalan kyläta., Savonlinna"}, {}, "some_place_words"),
    ({"place_id": "", "place_text": "Puistokatu 8"}, {"place_id": "", "place_text": "Puistokatu 8, Savonlinna"}, "same_place_words"),
    ({"place_id": "", "place_text": "Kallion koulu"}, {"place_id": "", "place_text": "Mertalan koulu"}, "other_house"),
    ({"place_id": "", "place_text": "Ravintola Puro"}, {"place_id": "", "place_text": "Kahvio Lampi"}, "other_place_words"),
    ({"place_id": "", "place_text": ""}, {}, "place_untold"),
    ({"place_id": "", "place_text": "", "latitude": 61.8701, "longitude": 28.8801}, {}, "same_spot"),
    ({"place_id": "", "place_text": "", "latitude": 61.875, "longitude": 28.88}, {}, "near_by"),
    ({"place_id": "", "place_text": "", "latitude": 62.1, "longitude": 28.88}, {}, "far_apart"),
    (
        {"place_id": "", "place_text": "", "municipality_code": "740"},
        {"place_id": "", "place_text": "", "municipality_code": "046"},
        "other_municipality",
    ),
    ({"place_id": "verkko"}, {"place_id": "", "place_text": "Zoom"}, "both_online"),
    ({"place_id": "verkko"}, {}, "online_or_not"),
]


@pytest.mark.parametrize(("one", "other", "code"), PLACES)
def test_what_places_say(one: Changes, other: Changes, code: str) -> None:
    assert code in codes(compared(traits("a", **one), traits("b", **other)))


def named(name: str, language: str = "fi") -> Changes:
    return {"name": {language: name}}


NAMES: list[tuple[Changes, Changes, str]] = [
    (named("Villasukkapiiri"), named("VILLASUKKAPIIRI"), "same_name"),
    (named("Villasukkapiiri"), named("Honkalan avoin villasukkapiiri aloittelijoille"), "like_name"),
    (named("Villasukkapiiri"), named("Kuntosaliohjaus"), "other_name"),
    (named("Joulumyyjäiset"), named("Christmas fair", "en"), "translated_name"),
    (named("Villasukkapiiri"), named("Шурум-бурум", "ru"), "untranslated_name"),
    (named("Villasukkapiiri"), named("Шахматы", "ru"), "half_translated_name"),
    (named("Luento: nivelrikko ja liikunta"), named("Lecture: osteoarthritis", "en"), "open_name"),
    (named("Muskari 1–2-vuotiaille"), named("Muskari 5–6-vuotiaille"), "name_number"),
    (named("Miesten kuntopiiri"), named("Naisten kuntopiiri"), "name_audience"),
    (named("Lasten kuntopiiri"), named("Nuorten kuntopiiri"), "name_people"),
]


@pytest.mark.parametrize(("one", "other", "code"), NAMES)
def test_what_names_say(one: Changes, other: Changes, code: str) -> None:
    assert code in codes(compared(traits("a", **one), traits("b", **other)))


def told(**details: Any) -> Changes:
    return {"details": Details(**details)}


TEXT = {"fi": "<p>" + " ".join(f"kirjoitus{number}" for number in range(40)) + "</p>"}
PAGE = "https://kyla.example/tapahtuma/5"
TERMS: list[tuple[Changes, Changes, str]] = [
    ({"organizer_id": "martat"}, {"organizer_id": "martat"}, "same_organizer"),
    ({"organizer_id": "kylan-martat"}, told(credited={"fi": "Kylän martat"}), "credits"),
    ({"organizer_id": "neulojat"}, named("Villasukkapiiri (Neulojat)"), "names_organizer"),
    ({}, {}, "other_organizer"),
    ({"url": PAGE}, {"url": PAGE + "/?utm_source=uutiskirje"}, "same_page"),
    ({"url": PAGE}, {"description": {"fi": f'<p><a href="{PAGE}">lisää</a></p>'}}, "links_to_page"),
    ({"url": "https://kyla.example/tapahtumat"}, {"url": "https://kyla.example/tapahtumat"}, "other_organizer"),
    ({"uid": "20261124-77@kyla.example"}, {"uid": "20261124-77@kyla.example"}, "same_uid"),
    (told(origin=Origin(instance="x", uid="7")), told(origin=Origin(instance="x", uid="7")), "same_origin"),
    (told(registration=Registration(url=PAGE)), told(registration=Registration(url=PAGE)), "same_registration"),
    (told(offers=(Offer(minimum=8),)), told(offers=(Offer(minimum=8),)), "same_price"),
    (told(offers=(Offer(minimum=8),)), told(offers=(Offer(minimum=9),)), "other_price"),
    (told(is_accessible_for_free=True), told(is_accessible_for_free=False), "free_or_not"),
    (told(is_accessible_for_free=True), told(is_accessible_for_free=True), "both_free"),
    (told(minimum_age=7, maximum_age=9), told(minimum_age=7, maximum_age=9), "same_ages"),
    (told(minimum_age=7, maximum_age=9), told(minimum_age=10, maximum_age=12), "other_ages"),
    (told(birth_years=(2017, 2018)), told(birth_years=(2015, 2016)), "other_ages"),
    (told(audience=("informal_carers",)), told(audience=("informal_carers", "seniors")), "same_audience"),
    (told(audience=("informal_carers",)), told(audience=("seniors",)), "other_audience"),
    (told(audience=("babies_toddlers",)), told(audience=("seniors",)), "other_generation"),
    (told(subjects=("handicrafts",)), told(subjects=("handicrafts",)), "same_subject"),
    (told(topics=("music",)), told(topics=("nature",)), "other_topic"),
    (told(registration=Registration(capacity=12)), told(registration=Registration(capacity=12)), "same_capacity"),
    ({"kind": "volunteering"}, {}, "other_kind"),
    ({"description": TEXT}, {"description": TEXT}, "same_text"),
]


@pytest.mark.parametrize(("one", "other", "code"), TERMS)
def test_what_the_rest_says(one: Changes, other: Changes, code: str) -> None:
    first, second = ({key: value for key, value in side.items() if key != "uid"} for side in (one, other))
    found = compared(traits("a", one.get("uid", "u1"), **first), traits("b", other.get("uid", "u2"), **second))
    assert code in codes(found)


def test_a_group_is_not_another_kind_of_thing_than_an_event() -> None:
    assert "other_kind" not in codes(compared(traits("a", kind="activity"), traits("b")))


UNKNOWN = (named("Шурум-бурум", "ru") | told(subjects=("handicrafts",)), told(subjects=("handicrafts",)))
DECISIONS: list[tuple[str, Changes, Changes, str]] = [
    ("a title edited", named("Honkalan villasukkapiiri, tervetuloa!"), at(0, None), "joined"),
    ("a title and language changed", named("Joulumyyjäiset"), named("Christmas fair", "en"), "joined"),
    ("an unresolved place", HONKALA, {}, "joined"),
    ("a series and one of its evenings", weekly(5), at(7 * 24 * 60), "joined"),
    ("a series whose break one source forgot", weekly(20, without=4), weekly(20), "joined"),
    ("an end that is the same and a start an hour off", at(0, 2 * HOUR), at(60), "joined"),
    ("UTC read as local time", at(0, 3 * HOUR), at(120, 3 * HOUR), "joined"),
    ("two days against the first", at(0, 31 * HOUR), at(0, None), "joined"),
    ("another thing in the same house", named("Kuntosaliohjaus"), {}, "apart"),
    ("two languages and no word in common", named("Шахматы", "ru"), {}, "ask"),
    ("two languages, one meaning known, the rest unknown", named("Luento: nivelrikko"), named("Lecture: osteoarthritis", "en"), "joined"),
    ("two languages, nothing in common, nothing known", named("Шурум-бурум", "ru"), {}, "ask"),
    ("the same of one subject", UNKNOWN[0], UNKNOWN[1], "joined"),
    ("one time of day later", UNKNOWN[0], UNKNOWN[1] | at(60), "apart"),
    ("two languages and other things", named("Luento: villasukat"), named("Lecture: chess", "en"), "ask"),
    ("another level in two languages", named("Kudonta, alkeet"), named("Weaving, advanced", "en"), "apart"),
    ("one level under two names", named("Kudonnan jatkokurssi"), named("Weaving, intermediate", "en"), "joined"),
    ("with what it is about this time", named("Perhekahvila"), named("Perhekahvila: metsän eläimet talvella"), "joined"),
    ("a house written together", {"place_id": "", "place_text": "Kylä talo Honkala"}, {}, "joined"),
    ("another showing", at(0, 2 * HOUR), at(180, 2 * HOUR), "apart"),
    ("another day", at(24 * 60), {}, "apart"),
    ("another known place", {"place_id": "halli"}, {}, "apart"),
    ("another age group", named("Muskari 1–2-vuotiaille"), named("Muskari 5–6-vuotiaille"), "apart"),
    ("ages told beside the same name", told(minimum_age=7, maximum_age=9), told(minimum_age=10, maximum_age=12), "apart"),
    ("a task that asks for helpers", {"kind": "volunteering"}, named("Villasukkapiirin ohjaaja"), "apart"),
]


@pytest.mark.parametrize(("case", "one", "other", "decision"), DECISIONS)
def test_what_is_decided_about_two_sources(case: str, one: Changes, other: Changes, decision: str) -> None:
    found = compared(traits("a", **one), traits("b", "u2", role="republisher", **other))
    assert found.decision == decision, case


FILM = {**named("Elokuva: Pitkä talvi"), **told(subjects=("film",))}


def test_two_showings_two_hours_apart_are_not_taken_for_a_slip() -> None:
    found = compared(traits("a", **FILM, **at(0, 100 * MINUTE)), traits("b", **FILM, **at(120, 100 * MINUTE)))
    assert "performed_twice" in codes(found)
    assert found.decision != "joined"


PLAY = {**named("Teatteri: Pitkä talvi"), **told(subjects=("theatre",))}


def test_what_begins_the_moment_it_is_over_is_a_slip_and_no_second_showing() -> None:
    found = compared(traits("a", **PLAY, **at(0, 2 * HOUR)), traits("b", **PLAY, **at(120, 2 * HOUR)))
    assert "performed_twice" not in codes(found)
    assert found.decision == "joined"


ONE_SOURCE: list[tuple[str, Changes, Changes, str]] = [
    ("the same row twice", {}, {}, "joined"),
    ("three posts in three languages", named("Kielikahvila"), named("Языковое кафе", "ru"), "joined"),
    ("an updated copy", {"description": TEXT}, {**named("Villasukkapiiri, uusi paikka!"), "description": TEXT}, "joined"),
    ("a second row on a day of its series", weekly(5), {}, "joined"),
    ("two evenings", {}, at(24 * 60), "apart"),
    ("two groups one after the other", {}, at(60), "apart"),
    ("two things at once", {}, named("Kuntosaliohjaus"), "apart"),
    ("two rooms", {"room": "sali"}, {"room": "verstas"}, "apart"),
    ("two age groups", told(minimum_age=7, maximum_age=9), told(minimum_age=10, maximum_age=12), "apart"),
]


@pytest.mark.parametrize(("case", "one", "other", "decision"), ONE_SOURCE)
def test_one_source_only_repeats_itself(case: str, one: Changes, other: Changes, decision: str) -> None:
    found = compared(traits("a", "u1", **one), traits("a", "u2", **other))
    assert found.decision == decision, case
    assert found.is_repeat is (decision == "joined")


def test_the_same_page_with_another_place_is_for_a_person_to_see() -> None:
    found = compared(traits("a", url=PAGE, description=TEXT), traits("b", url=PAGE, description=TEXT, place_id="halli"))
    assert (found.decision, found.is_contradicted) == ("ask", True)


def test_what_decides_is_the_same_in_full() -> None:
    one, other = traits("a"), traits("b", place_id="halli")
    short, full = likeness(one, other), likeness(one, other, in_full=True)
    assert (short.decision, short.is_contradicted) == (full.decision, full.is_contradicted) == ("apart", True)
    assert codes(short) < codes(full)


def test_the_table_of_points_gives_a_reason_for_each() -> None:
    assert 0 < ASK < JOINED
    assert set(POINTS) > VETOES
    assert all(weight.reason.endswith(".") for weight in POINTS.values())
    assert all(POINTS[code].points <= -6 for code in VETOES)


CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(
            [{"fi": "Villasukkapiiri"}, {"fi": "Kuoroilta"}, {"sv": "Körkväll"}, {"en": "Choir 3"}, {"fi": "Lasten kuoro", "sv": "Barnkör"}]
        ),
        "start": st.sampled_from([TUESDAY, TUESDAY + HOUR, TUESDAY + 2 * HOUR, TUESDAY + 7 * DAY, TUESDAY.date(), None]),
        "end": st.none(),
        "place_id": st.sampled_from(["talo", "vaja", "halli", "verkko", ""]),
        "place_text": st.sampled_from(["", "Honkala", "Kallion koulu", "Rantatie 10, Savonlinna"]),
        "organizer_id": st.sampled_from(["martat", "kyla"]),
        "url": st.sampled_from(["", PAGE]),
        "description": st.sampled_from([{}, TEXT]),
        "details": st.sampled_from([Details(), Details(minimum_age=3), Details(audience=("seniors",)), Details(topics=("music",))]),
    },
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from("ab"), CHANGES, CHANGES)
def test_likeness_is_symmetric_sorted_and_consistent(source: str, one: Changes, other: Changes) -> None:
    a, b = traits("a", "u1", **one), traits(source, "u2", **other)
    found = compared(a, b)
    assert found == likeness(Traits.model_validate_json(a.model_dump_json()), b)
    assert [abs(sign.points) for sign in found.signs] == sorted((abs(sign.points) for sign in found.signs), reverse=True)
    assert found.points == pytest.approx(sum(sign.points for sign in found.signs))
    assert found.is_contradicted == any(sign.is_veto for sign in found.signs)
    if found.decision == "joined":
        assert found.points >= JOINED
        assert not found.is_contradicted
        assert found.is_repeat or a.source_id != b.source_id


def test_a_telling_is_like_itself_told_again() -> None:
    assert compared(traits("a"), traits("a", "u2")).is_repeat


def test_a_sign_knows_whether_anything_makes_up_for_it() -> None:
    assert Sign("other_place", -9.0).is_veto
    assert not Sign("other_place_words", -2.5).is_veto


def _scenario() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((REGION / "scenario.json").read_text(encoding="utf-8"))
    return found


def _region(sources: set[str]) -> list[Traits]:
    """The traits of everything that some sources of the demo region tell."""
    with ExampleServer(ROOT / "examples" / "norppala", port=0) as example:
        reads = [region_reading.read(example, source) for source in sorted(sources)]
    places = {place.id: place for place in region_reading.SCHEDULES.places}
    window = region_reading.context_of(region_reading.SCHEDULES).window
    assert window is not None
    return [traits_of(telling, places, window) for telling in region_tellings(reads)]


def _told_of(record: dict[str, Any], region: list[Traits]) -> Traits:
    """What became of a record of the scenario: of its source's tellings on its day the one with the likest name."""
    title = (name_of(record["title"], record["lang"]),)
    day = date.fromisoformat(record["start"][:10]).toordinal()
    found = [one for one in region if one.source_id == record["source"] and day in one.days]
    return max(found, key=lambda one: (record["lang"] in one.languages, best(title, one.names).likeness))


@needs_region
def test_the_regions_groups_are_joined_pair_by_pair_and_its_traps_are_not() -> None:
    scenario = _scenario()
    records = {record["key"]: record for record in scenario["events"]}
    same = [pair for group in scenario["expected_duplicates"] for pair in combinations(group, 2)]
    other = [(pair[0], pair[1]) for pair in scenario["expected_non_duplicates"]]
    assert (len(scenario["expected_duplicates"]), len(other)) == (12, 8)
    region = _region({records[key]["source"] for pair in (*same, *other) for key in pair})
    for pairs, decision in ((same, "joined"), (other, "apart")):
        for pair in pairs:
            one, two = (_told_of(records[key], region) for key in pair)
            assert one.id != two.id, pair
            assert compared(one, two).decision == decision, pair
