"""The whole of ``facts_of``: a notice as people write it, speed on real feeds, and hostile texts."""

from __future__ import annotations

import time
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters.issue_kinds_meaning import MEANING_KINDS
from harvesters.record import RawHours
from normalize.facts import pieces_of
from tests.facts_telling import HELSINKI, details, facts

NOTICE = (
    "Kansalaisopiston suosittu kurssi jatkuu! Opettelemme dreijausta ja lasitusta.\n"
    "Kohderyhmä: aikuiset ja ikäihmiset. Kurssimaksu 78 €, eläkeläiset 65 €.\n"
    "Sitovat ilmoittautumiset 5.12. klo 12 mennessä. Mukaan mahtuu 10 osallistujaa.\n"
    "Kahvi ja pulla 3 €. Kyläkaupan takana on ilmainen pysäköinti. Tila on esteetön.\n"
    "Edellinen kurssi peruttiin. Lapsille omaa ohjelmaa keväällä."
)


def test_a_notice_says_what_it_costs_for_whom_it_is_and_how_to_take_part() -> None:
    found = details("Keramiikan jatkokurssi", NOTICE)
    assert [(offer.minimum, offer.group) for offer in found.offers] == [(78.0, ""), (65.0, "pensioners")]
    assert found.audience == ("adults", "seniors")
    assert found.registration is not None
    assert (found.registration.required, found.registration.binding, found.registration.capacity) == (True, True, 10)
    assert found.registration.closes == datetime(2026, 12, 5, 12, tzinfo=HELSINKI)
    assert [one.code for one in found.accessibility] == ["step_free_entrance"]
    assert facts("Keramiikan jatkokurssi", NOTICE)[0].status.event_status == "EventScheduled"


def test_every_value_has_evidence_in_order_and_with_its_field() -> None:
    evidence = details("Keramiikan jatkokurssi", NOTICE).evidence
    assert list(evidence) == sorted(evidence, key=lambda one: (one.field, one.value, one.origin, one.rule, one.quote))
    assert {one.origin for one in evidence} == {"DESCRIPTION"}
    assert {"offers", "is_accessible_for_free", "audience", "registration", "accessibility"} == {one.field for one in evidence}
    assert all(one.quote and one.quote.rstrip("…") in " ".join(NOTICE.split()) for one in evidence)


def test_a_record_that_says_nothing_leaves_everything_unknown() -> None:
    found, issues = facts("Kyläilta", "Keskustellaan kevään suunnitelmista.")
    assert (found.details.model_dump(exclude_defaults=True), found.in_language, issues) == ({}, (), set())


def test_hours_that_are_none_are_dropped() -> None:
    hours = (RawHours(weekday=1, opens="10:00", closes="17:00"), RawHours(weekday=8, opens="10:00", closes="17:00"))
    assert [one.weekday for one in details("Näyttely", hours=(*hours, RawHours(weekday=2, opens="kymmenen"))).opening_hours] == [1]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Ilm. viim. 3.12. klo 12. Maksuton.", ["Ilm. viim. 3.12. klo 12.", "Maksuton."]),
        ("Hinta 10 €. Lapset 5 €.", ["Hinta 10 €.", "Lapset 5 €."]),
        ("Kahvia paikalla. Tervetuloa! 5 €", ["Kahvia paikalla.", "Tervetuloa!", "5 €"]),
        ("Maksuton • Ei ilmoittautumista", ["Maksuton", "Ei ilmoittautumista"]),
        ("3. 12. 2026 klo 13", ["3. 12. 2026 klo 13"]),
    ],
)
def test_sentences_end_where_they_end_and_not_at_an_abbreviation(text: str, pieces: list[str]) -> None:
    assert pieces_of(text) == pieces


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.text(max_size=400), st.sampled_from(["fi", "sv", "en", "und"]))
def test_any_text_is_read_the_same_every_time(title: str, text: str, language: str) -> None:
    assert facts(title, text, language) == facts(title, text, language)


@pytest.mark.parametrize(
    "text",
    ["a" * 20_000, "5 € " * 5_000, "lapsille ja " * 1_700, "peruttu " * 2_500, "(" * 20_000, "for kids and " * 1_500, "2014-" * 4_000],
    ids=["letters", "sums", "allatives", "marks", "brackets", "for", "years"],
)
def test_a_hostile_text_is_read_quickly(text: str) -> None:
    begun = time.process_time()
    facts(text[:300], text)
    assert time.process_time() - begun < 1.0


def test_the_kinds_of_issue_are_told_in_three_languages() -> None:
    assert set(MEANING_KINDS) == {"price_conflict", "enrolment_conflict", "status_conflict", "age_conflict", "age_limits_reversed"}
    assert all(kind.fi and kind.sv and kind.en for kind in MEANING_KINDS.values())


def test_a_record_without_texts_is_read_from_its_fields_alone() -> None:
    found = details(start=None, minimum_age=7, attendance="Online", series="s1")
    assert (found.minimum_age, found.attendance_mode, found.series) == (7, "online", "s1")
