from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.model import EventStatus
from normalize.status import marked_name, without_mark
from tests.facts_telling import facts

MARKED: list[tuple[str, str, EventStatus | None]] = [
    ("PERUTTU: Syysmyyjäiset", "Syysmyyjäiset", "EventCancelled"),
    ("PERUTTU!!! Syysmyyjäiset", "Syysmyyjäiset", "EventCancelled"),
    ("[PERUTTU] Syysmyyjäiset", "Syysmyyjäiset", "EventCancelled"),
    ("Syysmyyjäiset (PERUTTU)", "Syysmyyjäiset", "EventCancelled"),
    ("Syysmyyjäiset - peruttu", "Syysmyyjäiset", "EventCancelled"),
    ("Syysmyyjäiset PERUTTU!", "Syysmyyjäiset", "EventCancelled"),
    ("PERUTTU Syysmyyjäiset", "Syysmyyjäiset", "EventCancelled"),
    ("HUOM! PERUTTU: Kerho", "Kerho", "EventCancelled"),
    ("INSTÄLLT – Höstkonsert", "Höstkonsert", "EventCancelled"),
    ("INSTÄLLT: INSTÄLLT: Konsert", "Konsert", "EventCancelled"),
    ("Canceled: Joy Ride", "Joy Ride", "EventCancelled"),
    ("** Cancelled - Rain ** Soft Ride", "Soft Ride", "EventCancelled"),
    ("SIIRTYY: Kerho", "Kerho", "EventPostponed"),
    ("Kerho (siirretty 9.12. klo 18)", "Kerho", "EventPostponed"),
    ("Siirtyy verkkoon: Luento", "Luento", "EventMovedOnline"),
    ("UUSI AIKA: Kerho", "Kerho", "EventRescheduled"),
    ("English Conversation Group: Cancelled (Davis)", "English Conversation Group (Davis)", "EventCancelled"),
    ("Språkcafé – inställt (Pargas)", "Språkcafé (Pargas)", "EventCancelled"),
    ("Kurssi peruttu: Valokuvauksen perusteet", "Valokuvauksen perusteet", "EventCancelled"),
    ("Kurssi on siirretty: Valokuvauksen perusteet", "Valokuvauksen perusteet", "EventPostponed"),
    ("Kursen inställd! Foto för nybörjare", "Foto för nybörjare", "EventCancelled"),
    ("Yhteislaulut - ON PERUTTU", "Yhteislaulut", "EventCancelled"),
    ("HUOM! PERUUTUS! Yhteislaulut", "Yhteislaulut", "EventCancelled"),
    ("Peruutus ja paluu", "Peruutus ja paluu", None),
    ("Kurssi: Peruttu häät", "Kurssi: Peruttu häät", None),
    ("Elokuva: Peruttu (Suomi 2020)", "Elokuva: Peruttu (Suomi 2020)", None),
    ("Peruttu: Konsertti (siirtyy keväälle)", "Konsertti", "EventCancelled"),
    ("Syysmyyjäiset peruttu", "Syysmyyjäiset peruttu", "EventCancelled"),
    ("PERUTTU", "PERUTTU", "EventCancelled"),
    ("Peruttu häät -näytelmä", "Peruttu häät -näytelmä", None),
    ("Kesäteatteri: Häät peruttu", "Kesäteatteri: Häät peruttu", None),
    ('"Peruttu"', '"Peruttu"', None),
    ("Siirretty aarre -näytelmä", "Siirretty aarre -näytelmä", None),
    ("Moved by Music", "Moved by Music", None),
    ("Cancelled Lives: book talk", "Cancelled Lives: book talk", None),
    ("Flyttat berg – utställning", "Flyttat berg – utställning", None),
]


@pytest.mark.parametrize(("name", "shown", "status"), MARKED)
def test_a_mark_is_taken_off_and_a_word_inside_a_name_is_not(name: str, shown: str, status: EventStatus | None) -> None:
    found = marked_name(name)
    assert (found.name, found.status) == (shown, status)
    assert (without_mark(name) == shown) == (status in {None, "EventCancelled"})


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_taking_marks_off_twice_is_taking_them_off_once(name: str) -> None:
    once = marked_name(name).name
    assert marked_name(once).name == once
    assert without_mark(without_mark(name)) == without_mark(name)


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("fi", "Tapahtuma on peruttu.", "EventCancelled"),
        ("fi", "Luento on valitettavasti peruttu sairastumisen vuoksi.", "EventCancelled"),
        ("fi", "Valitettavasti joudumme perumaan konsertin.", "EventCancelled"),
        ("fi", "Luento on siirretty keväälle.", "EventPostponed"),
        ("fi", "Luento on siirretty. Uusi aika 12.12. klo 18.", "EventRescheduled"),
        ("fi", "SIIRRETTY: konsertti piti olla 29.11.2026 klo 14, uusi aika on 12.12.2026 klo 14.", "EventRescheduled"),
        ("fi", "Luento siirtyy verkkoon.", "EventMovedOnline"),
        ("sv", "Konserten är tyvärr inställd.", "EventCancelled"),
        ("sv", "Konserten flyttas till hösten.", "EventPostponed"),
        ("en", "The concert has been cancelled.", "EventCancelled"),
        ("fi", "Konsertti perutaan, jos sataa.", "EventScheduled"),
        ("fi", "Kurssi perutaan, jos osallistujia on alle 5.", "EventScheduled"),
        ("fi", "Edellinen tapahtuma peruttiin.", "EventScheduled"),
        ("fi", "Ei peruttu, tervetuloa!", "EventScheduled"),
        ("fi", "Jumppa ma 3.12. on peruttu.", "EventScheduled"),
        ("fi", "Lauantaina 12.12. konsertti on peruttu.", "EventCancelled"),
        ("fi", "Torstaina 3.12. konsertti on peruttu.", "EventScheduled"),
        ("fi", "Torstaina konsertti on peruttu.", "EventScheduled"),
        ("fi", "Luento siirtyy isoon saliin.", "EventScheduled"),
        ("fi", "Peruutetuista paikoista peritään maksu.", "EventScheduled"),
        ("sv", "Evenemanget ställs in om det regnar.", "EventScheduled"),
        ("en", "Cancellation policy: cancelled bookings are not refunded.", "EventScheduled"),
    ],
)
def test_a_sentence_counts_where_it_is_about_the_event_itself(language: str, text: str, status: str) -> None:
    found, _ = facts("Ilta", text, language)
    assert found.status.event_status == status
    assert any(one.field == "event_status" for one in found.details.evidence) == (status != "EventScheduled")


def test_moved_to_another_day_than_the_records_own_is_postponed_and_told() -> None:
    found, issues = facts("Kerho (siirretty 19.12. klo 18)")
    assert (found.status.event_status, issues) == ("EventPostponed", {"status_conflict"})
    found, issues = facts("Kerho (siirretty 12.12. klo 18)")
    assert (found.status.event_status, issues) == ("EventRescheduled", set())


@pytest.mark.parametrize(
    ("title", "word", "status", "issues"),
    [
        ("PERUTTU: Kerho", "CONFIRMED", "EventCancelled", set()),
        ("PERUTTU: Kerho", "RESCHEDULED", "EventCancelled", {"status_conflict"}),
        ("SIIRTYY: Kerho", "CANCELLED", "EventCancelled", set()),
        ("Kerho", "https://schema.org/EventPostponed", "EventPostponed", set()),
    ],
)
def test_a_cancellation_in_the_name_outranks_the_field_and_the_field_other_marks(
    title: str, word: str, status: str, issues: set[str]
) -> None:
    found, told = facts(title, status=word)
    assert (found.status.event_status, told) == (status, issues)


def test_a_former_start_says_rescheduled() -> None:
    assert facts("Kerho", previous_start=date(2026, 12, 1))[0].status.event_status == "EventRescheduled"


def test_tentative_is_planned_and_an_unknown_word_is_told_as_such() -> None:
    assert facts("Kerho", status="TENTATIVE")[0].status.planned
    assert not facts("Kerho", status="OUTO")[0].status.known
