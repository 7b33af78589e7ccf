from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.facts_telling import details, facts

AUDIENCES = [
    ("fi", "Tasapainoryhmä ikäihmisille", "", {"seniors"}),
    ("fi", "Ikäihmisten tuolijumppa Torikulmassa", "", {"seniors"}),
    ("fi", "Senioritanssit", "", {"seniors"}),
    ("fi", "Perhekerho", "", {"families"}),
    ("fi", "Vauvamuskari", "", {"babies_toddlers"}),
    ("fi", "Työttömien lounas", "", {"unemployed"}),
    ("fi", "Koko perheen joulupaja", "", {"families"}),
    ("fi", "Miesten ja naisten sauna", "", {"men", "women"}),
    ("fi", "Joulupolku", "Glögiä ja makkaraa. Kenelle: perheet. Maksuton.", {"families"}),
    ("fi", "Vertaisilta", "Kohderyhmä: omaishoitajat ja läheiset", {"informal_carers", "relatives"}),
    ("fi", "Jumppa", "Ikäihmisille suunnattu kevyt jumppa.", {"seniors"}),
    ("fi", "Kuoro", "Tapahtuma on kaikille avoin ja maksuton.", {"all"}),
    ("fi", "Vertaisilta", "Vertaistukea ja kahvit omaishoitajille.", {"informal_carers"}),
    ("sv", "Seniordans", "", {"seniors"}),
    ("sv", "Clownen kommer", "För barn under skolåldern i sällskap med vuxen.", {"under_school_age"}),
    ("sv", "Seniorgymnastik", "", {"seniors"}),
    ("sv", "Närståendevårdarnas träff", "", {"informal_carers"}),
    ("sv", "Vattengymnastik", "För seniorer. 5 €/gång.", {"seniors"}),
    ("fi", "Vesijumppa", "Ikäihmisille. 5 € kerta.", {"seniors"}),
    ("sv", "Kurs för pensionärer", "", {"pensioners"}),
    ("sv", "Körsång", "Öppet för alla.", {"all"}),
    ("en", "Improv for Teens", "", {"youth"}),
    ("en", "Family Storytime", "", {"families"}),
    ("en", "Chess", "All ages welcome!", {"all"}),
]
NOBODY = [
    ("fi", "Nuorten taiteilijoiden näyttely", ""),
    ("fi", "Lasten oikeuksien päivä", ""),
    ("fi", "Lasten ja nuorten kirjamessut", ""),
    ("fi", "Joululahjoja lapsille -keräys", ""),
    ("fi", "Kyläjuhla", "Lapsille omaa ohjelmaa. Glögiä aikuisille."),
    ("fi", "Uinti", "Liput lapsille 5 €."),
    ("fi", "Kyläjuhla", "Lapsille: poniratsastusta. Aikuisille: kahvia."),
    ("sv", "Byafest", "För barn\nPonnyridning\nFör vuxna\nKaffe"),
    ("en", "Women in science lecture", ""),
    ("en", "Senior Center bingo", ""),
    ("en", "Women's Basketball vs Hawai'i - Senior Night", ""),
    ("en", "Music Bingo - Family Movie Songs", ""),
    ("en", "Benefit concert for children in need", ""),
    ("en", "Picnic", "It is open to students, families, and community members."),
    ("en", "Bingo", "We will have prizes for all ages!"),
    ("en", "Briefing", "This meeting is open to all corporate members to attend."),
]


@pytest.mark.parametrize(("language", "title", "text", "audience"), AUDIENCES)
def test_words_that_say_for_whom_are_audiences(language: str, title: str, text: str, audience: set[str]) -> None:
    found = details(title, text, language)
    assert set(found.audience) == audience
    assert {one.value for one in found.evidence if one.field == "audience"} == audience


@pytest.mark.parametrize(("language", "title", "text"), NOBODY)
def test_people_who_are_only_named_are_no_audience(language: str, title: str, text: str) -> None:
    found = details(title, text, language)
    assert (found.audience, found.gender) == ((), "")


AGES: list[tuple[str, str, str, dict[str, Any]]] = [
    ("fi", "Satutunti 3–6-vuotiaille", "", {"minimum_age": 3, "maximum_age": 6}),
    ("fi", "Kokkikerho 3.–6.-lk", "", {"minimum_age": 9, "maximum_age": 13, "grades": (3, 6)}),
    ("fi", "Disco K-18", "", {"minimum_age": 18}),
    ("fi", "Esitys", "Ikäsuositus 7+", {"minimum_age": 7}),
    ("fi", "Esitys", "Ikäsuositus: yli 7-vuotiaille. Kesto 50 min.", {"minimum_age": 7}),
    ("fi", "Luontokerho", "Retkiä lähimetsään, 7–10-vuotiaille.", {"minimum_age": 7, "maximum_age": 10}),
    ("fi", "Satutunti", "Satuja 3–6-vuotiaille aikuisen kanssa.", {"minimum_age": 3, "maximum_age": 6, "with_adult": True}),
    ("fi", "Uinti", "Alle 10-vuotiaat aikuisen seurassa.", {"accompany_under": 10}),
    ("sv", "Sagostund", "Sagor för 3–6-åringar.", {"minimum_age": 3, "maximum_age": 6}),
    ("en", "Lego Club", "Suitable for ages 5-12.", {"minimum_age": 5, "maximum_age": 12}),
    ("en", "Bingo", "Ages: 21+", {"minimum_age": 21}),
    ("fi", "Jumppa 65+", "", {"minimum_age": 65}),
]
AGE_FIELDS = ("minimum_age", "maximum_age", "grades", "birth_years", "accompany_under", "with_adult")


@pytest.mark.parametrize(("language", "title", "text", "told"), AGES)
def test_ages_are_read_from_titles_and_from_sentences_about_the_event(language: str, title: str, text: str, told: dict[str, Any]) -> None:
    found = details(title, text, language)
    assert {name: value for name in AGE_FIELDS if (value := getattr(found, name)) is not None} == told
    assert {one.field for one in found.evidence} >= set(told)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Messu", "Messun aikana pyhäkoulu 4–8-vuotiaille."),
        ("Högmässa", "Under gudstjänsten söndagsskola för barn 4–8 år."),
        ("Yhdistys 50 v juhla", ""),
        ("Kirjasto 100 vuotta", ""),
        ("U12-ottelu", ""),
        ("Kilpailu", "Sarjat: 7–9 v, 10–12 v."),
        ("Jatkot", "Baari K-18."),
        ("Uinti", "Alle 7-vuotiaat ilmaiseksi aikuisen seurassa."),
        ("Esitys", "Sopii kaikenikäisille, erityisesti 3–6-vuotiaille."),
        ("Spring sale (65+, immunocompromised customers)", ""),
    ],
)
def test_other_figures_are_no_ages(title: str, text: str) -> None:
    found = details(title, text)
    assert all(getattr(found, name) is None for name in AGE_FIELDS)


def test_years_of_birth_are_kept_and_counted_from_the_year_of_the_event() -> None:
    autumn = details("Leiri v. 2014–2016 syntyneille")
    spring = details("Leiri v. 2014–2016 syntyneille", start=date(2027, 4, 1))
    assert autumn.birth_years == spring.birth_years == (2014, 2016)
    assert [(one.minimum_age, one.maximum_age) for one in (autumn, spring)] == [(10, 12), (11, 13)]


def test_fields_come_first_and_words_stay_as_eligibility() -> None:
    found = details("Kerho", audience=("ageGroup/range:65-99", "yso:p4354", "Lapset ja nuoret"))
    assert found.audience == ("children", "seniors", "youth")
    assert (found.minimum_age, found.maximum_age) == (65, None)
    assert found.eligibility == ("Lapset ja nuoret",)
    assert {one.certainty for one in found.evidence if one.field == "audience"} == {"declared"}


def test_a_task_of_volunteers_is_for_whom_it_is_done_only_in_words() -> None:
    assert details("Ulkoiluystävä ikäihmiselle", "Kenelle: vapaaehtoiset.", kind="volunteering").audience == ("volunteers",)


def test_a_field_that_contradicts_the_title_holds_and_is_told() -> None:
    found, issues = facts("Satutunti 7–10-vuotiaille", minimum_age=3, maximum_age=6)
    assert (found.details.minimum_age, found.details.maximum_age) == (3, 6)
    assert issues == {"age_conflict"}


def test_limits_the_wrong_way_round_are_dropped_and_told() -> None:
    found, issues = facts("Kerho", minimum_age=9, maximum_age=6)
    assert (found.details.minimum_age, found.details.maximum_age) == (None, None)
    assert issues == {"age_limits_reversed"}


@pytest.mark.parametrize(("title", "gender"), [("Mieskerho", "male"), ("Naisten ilta", "female"), ("Miesten ja naisten sauna", "")])
def test_a_gathering_of_men_or_women_tells_the_gender(title: str, gender: str) -> None:
    assert details(title).gender == gender
