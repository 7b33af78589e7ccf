"""Codes of other vocabularies in ours."""

from __future__ import annotations

import csv
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize import codes_tables
from normalize.codes import AudienceCode, audience_of, enrolment_state_of, features_of, is_free_of, lahella_of, ptv_of
from normalize.phrase_audience_words import AUDIENCES
from tests.shared import REGION, needs_region

OURS = {code for code, _ in AUDIENCES}
AUDIENCE_CODES: list[tuple[str, dict[str, Any]]] = [
    ("yso:p2433", {"audience": ("seniors",)}),
    ("http://www.yso.fi/onto/yso/p4354", {"audience": ("children",)}),
    ("https://town.example/v1/keyword/yso:p11617/", {"audience": ("youth",)}),
    ("yso:p8173", {"audience": ("men",), "gender": "male"}),
    ("tsl:p17", {"audience": ("babies_toddlers",)}),
    ("helfi:6", {"audience": ("entrepreneurs",)}),
    ("KR1.2", {"audience": ("children", "families")}),
    ("http://uri.suomi.fi/codelist/ptv/ptvkohderyhmat/code/KR1.1", {"audience": ("seniors",)}),
    ("ageGroup/range:65-", {"audience": ("seniors",), "minimum_age": 65}),
    ("ageGroup/range:65-99", {"audience": ("seniors",), "minimum_age": 65}),
    ("ageGroup/range:18-29", {"audience": ("adults", "youth"), "minimum_age": 18, "maximum_age": 29}),
    ("ageGroup/schoolAge", {"audience": ("school_age",), "minimum_age": 7, "maximum_age": 12}),
    ("gender/female", {"gender": "female"}),
    ("https://openactive.io/FemaleOnly", {"gender": "female"}),
    ("oa:MaleOnly", {"gender": "male"}),
    ("https://schema.org/Male", {"gender": "male"}),
    ("7-12", {"minimum_age": 7, "maximum_age": 12}),
    ("65-", {"audience": ("seniors",), "minimum_age": 65}),
    ("-12", {"maximum_age": 12}),
    ("18+", {"minimum_age": 18}),
    ("0–3", {"minimum_age": 0, "maximum_age": 3}),
    ("Adults", {"audience": ("adults",)}),
    ("All ages", {"audience": ("all",)}),
]
UNKNOWN = (
    "",
    "x",
    "yso:p1",
    "yso:p43549",
    "KR1",
    "KR3",
    "KR9",
    "gender/gender",
    "ageGroup/any",
    "NoRestriction",
    "12-7",
    "200-",
    "-",
    "tsl:p99",
    "x" * 500,
)


@pytest.mark.parametrize(("code", "told"), AUDIENCE_CODES, ids=str)
def test_a_code_of_an_audience(code: str, told: dict[str, Any]) -> None:
    assert audience_of(code) == AudienceCode(**told)


@pytest.mark.parametrize("code", UNKNOWN)
def test_a_code_that_names_nobody_we_know(code: str) -> None:
    assert audience_of(code) is None


@given(st.text(max_size=40))
def test_any_word_is_answered(word: str) -> None:
    told = audience_of(word)
    assert told is None or set(told.audience) <= OURS
    assert all(code for code, _ in features_of(word))
    assert enrolment_state_of(word) in {"", "open", "not_yet_open", "closed", "full", "waiting_list"}


@given(st.integers(0, 59), st.integers(0, 39))
def test_ages_of_schema_org(low: int, more: int) -> None:
    assert audience_of(f"{low}-{low + more}") == AudienceCode(minimum_age=low, maximum_age=low + more)


def test_every_audience_of_the_tables_is_one_of_ours() -> None:
    named = {code for group in (codes_tables.AUDIENCES, codes_tables.WORDS) for audience in group.values() for code in audience}
    assert named | {code for *_, audience in codes_tables.AGE_GROUPS.values() for code in audience} <= OURS
    assert set(codes_tables.PTV_OF) | set(codes_tables.LAHELLA_OF) <= OURS
    assert all(list(audience) == sorted(audience) for audience in codes_tables.AUDIENCES.values())


@needs_region
def test_every_target_group_we_name_is_in_the_national_list() -> None:
    with (REGION / "ptv_target_groups.tsv").open(encoding="utf-8") as file:
        national = {row["code"]: row["uri"] for row in csv.DictReader(file, delimiter="\t")}
    assert set(codes_tables.PTV_OF.values()) <= set(national)
    listed = {code.removeprefix("ptv:") for code in codes_tables.AUDIENCES if code.startswith("ptv:")}
    assert listed <= set(national)
    assert all(audience_of(national[code]) == audience_of(code) for code in listed)


def test_there_and_back() -> None:
    assert [ptv_of(audience) for audience in ("seniors", "families", "immigrants", "nobody")] == ["KR1.1", "KR1.2", "KR1", ""]
    assert lahella_of("seniors") == ("ageGroup/range:65-99",)
    assert lahella_of("immigrants") == ()
    for audience in ("babies_toddlers", "under_school_age", "school_age", "youth", "seniors"):
        told = [audience_of(code) for code in lahella_of(audience)]
        assert [one.audience for one in told if one] == [(audience,)]


FEATURES: list[tuple[str, tuple[tuple[str, bool], ...]]] = [
    ("ac_wheelchair", (("step_free_entrance", True),)),
    ("ac_itoilet", (("accessible_toilet", True),)),
    ("ac_parking", ()),
    ("ac_unknow", ()),
    ("Adapted For Wheelchairs", (("step_free_entrance", True),)),
    ("Disabled Toilet", (("accessible_toilet", True),)),
    ("Lift=false", (("lift", False),)),
    ("Lift: no", (("lift", False),)),
    ("mz:accessibility:wheelchairAccessible=fully", (("step_free_entrance", True),)),
    ("mz:accessibility:wheelchairAccessible=partially", ()),
    ("mz:accessibility:live:sign_language=true", (("sign_language_interpretation", True),)),
    ("https://schema.org/captions", (("subtitles", True),)),
    ("Sisäänkäynnin edessä ei ole portaita.", (("step_free_entrance", True),)),
    ("Toimipisteessä on esteetön WC ja induktiosilmukka.", (("accessible_toilet", True), ("induction_loop", True))),
    ("Rakennuksessa ei ole hissiä.", (("lift", False),)),
    ("Hissi on, mutta hissi puuttuu sivurakennuksesta", ()),
    ("foo=bar", ()),
    ("Showers", ()),
]


@pytest.mark.parametrize(("words", "told"), FEATURES, ids=str)
def test_features(words: str, told: tuple[tuple[str, bool], ...]) -> None:
    assert features_of(words) == told


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("full", "full"), ("SoldOut", "full"), ("https://schema.org/SoldOut", "full"), ("TÄYNNÄ", "full"), ("waiting_list", "waiting_list"),
        ("jono", "waiting_list"), ("EnrolmentClosed", "closed"), ("not yet open", "not_yet_open"), ("InStock", "open"), ("", ""),
        ("peruttu", ""),
    ],
)  # fmt: skip
def test_states_of_enrolment(word: str, state: str) -> None:
    assert enrolment_state_of(word) == state


def test_free_or_paid() -> None:
    assert [is_free_of(word) for word in ("free", "FreeOfCharge", "paid", "Chargeable", "maksuton", "other", "")] == [
        True,
        True,
        False,
        False,
        True,
        None,
        None,
    ]
