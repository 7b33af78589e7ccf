from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from harvesters.record import RawRegistration
from normalize.model import Registration
from tests.facts_telling import HELSINKI, START, details, facts


def of(text: str, language: str = "fi", **fields: Any) -> Registration | None:
    return details(fields.pop("title", "Keramiikkakurssi"), text, language, **fields).registration


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("fi", "Ilmoittautumiset 10.12. mennessä toimisto@yhdistys.example", {"required": True, "closes": date(2026, 12, 10)}),
        ("fi", "Sitovat ilmoittautumiset 1.12. mennessä.", {"required": True, "closes": date(2026, 12, 1), "binding": True}),
        ("fi", "Ilm. viim. 5.12. klo 12", {"required": True, "closes": datetime(2026, 12, 5, 12, tzinfo=HELSINKI)}),
        ("fi", "Ilmoittautuminen alkaa 1.9. klo 9.", {"required": True, "opens": datetime(2026, 9, 1, 9, tzinfo=HELSINKI)}),
        ("fi", "Ei ennakkoilmoittautumista.", {"required": False}),
        ("fi", "Tapahtumaan on vapaa pääsy eikä siihen tarvitse ilmoittautua.", {"required": False}),
        ("fi", "Vaatii ilmoittautumisen.", {"required": True}),
        ("fi", "Kurssi on täynnä.", {"state": "full"}),
        ("fi", "Loppuunmyyty!", {"state": "full"}),
        ("fi", "Kurssi on täynnä, voit ilmoittautua jonoon.", {"state": "waiting_list"}),
        ("fi", "Kurssi on täynnä, jonoon voi ilmoittautua.", {"state": "waiting_list"}),
        ("fi", "Kurssi on täynnä, mutta varasijalle voi ilmoittautua.", {"state": "waiting_list"}),
        ("sv", "Kursen är fullbokad, men du kan ställa dig i kö.", {"state": "waiting_list"}),
        ("sv", "Kursen är fullsatt.", {"state": "full"}),
        ("fi", "Ei enää vapaita paikkoja!", {"state": "full"}),
        ("sv", "Inga platser kvar.", {"state": "full"}),
        ("fi", "Ilm. Maijalle.", {"required": True}),
        ("fi", "Mukaan mahtuu 12 osallistujaa.", {"capacity": 12}),
        ("sv", "Anmälan senast 5.12.", {"required": True, "closes": date(2026, 12, 5)}),
        ("sv", "Ingen förhandsanmälan.", {"required": False}),
        ("sv", "Kursen är fullbokad.", {"state": "full"}),
        ("en", "Registration required by 5 December.", {"required": True, "closes": date(2026, 12, 5)}),
        ("en", "No registration needed.", {"required": False}),
        ("en", "Studio meetings do not require registration.", {"required": False}),
    ],
)
def test_a_sentence_about_enrolling_is_read(language: str, text: str, told: dict[str, Any]) -> None:
    found = of(text, language)
    assert found is not None
    assert {name: value for name, value in found.model_dump().items() if value not in {None, "", False} or name in told} == told


@pytest.mark.parametrize(
    "text",
    [
        "Halutessasi voit ilmoittautua uutiskirjeen tilaajaksi.",
        "Ilmoita erityisruokavaliosi 1.12. mennessä.",
        "Kun kurssi on täynnä, pääset jonoon.",
        "Kurssi oli viime vuonna täynnä.",
        "Ilta täynnä musiikkia.",
        "Saunaan mahtuu 6 hlö kerrallaan.",
        "Pöytävaraukset 5.12. mennessä.",
        "Registration is encouraged but not required for the newsletter.",
        "Sign up to volunteer at the information desk.",
        "Golf tournament (separate registration required).",
        "Liput 5 €, alle 12-v. ilm. Kahvio.",
        "Liput 10 €, eläk. 8 €, lapset ilm.",
        "Ei numeroituja paikkoja.",
        "Ei paikkoja pyörätuoleille, pahoittelemme.",
        "Ei ilmoittautumista kesken lukuvuoden.",
        "Ei ilmoittautumista enää paikan päällä.",
        "Ingen anmälan på plats.",
        "Ilmoittautuminen rippikouluun 1.–31.12. netissä.",
        "Anmälan öppnar 31.12 kl. 9.",
    ],
)
def test_other_sentences_tell_nothing(text: str) -> None:
    assert of(text) is None


@pytest.mark.parametrize(
    ("title", "state"),
    [
        ("TÄYNNÄ: Keramiikkakurssi", "full"),
        ("Keramiikkakurssi (täynnä)", "full"),
        ("Paint Nite - SOLD OUT", "full"),
        ("Teaterresa (fullsatt!)", "full"),
        ("Talo täynnä tarinoita", None),
        ("Full Moon Hike", None),
    ],
)
def test_a_mark_in_the_title_says_full_and_a_word_in_it_does_not(title: str, state: str | None) -> None:
    found = of("", title=title)
    assert (found.state if found else None) == state


def test_what_follows_from_days_alone_is_no_state() -> None:
    past = of("Ilmoittautuminen avoinna 16.8.–31.8.")
    assert past is not None
    assert (past.state, past.closes) == ("", date(2026, 8, 31))


@pytest.mark.parametrize(
    ("start", "text", "closes"),
    [
        (date(2027, 1, 15), "Ilm. viim. 20.12.", date(2026, 12, 20)),
        (date(2027, 1, 15), "Ilm. viim. 10.1.", date(2027, 1, 10)),
        (date(2027, 10, 5), "Ilm. viim. 30.9.", date(2027, 9, 30)),
        (date(2026, 12, 12), "Ilm. viim. 31.12.2026.", date(2026, 12, 31)),
        (date(2024, 9, 1), "Ilm. viim. 10.12.", date(2026, 12, 10)),
        (None, "Ilm. viim. 10.12.", date(2026, 12, 10)),
        (date(2028, 3, 6), "Ilm. viim. 29.2.", date(2028, 2, 29)),
        (date(2028, 3, 6), "Ilm. viim. 29.2. klo 12.", datetime(2028, 2, 29, 12, tzinfo=HELSINKI)),
    ],
)
def test_a_day_without_a_year_is_the_last_one_before_the_start(start: date | None, text: str, closes: date | datetime) -> None:
    found = of(text, start=start)
    assert found is not None
    assert found.closes == closes


@pytest.mark.parametrize("start", [date(2027, 3, 6), date(2026, 12, 12), None])
def test_a_leap_day_that_no_year_near_by_has_is_no_deadline(start: date | None) -> None:
    found = of("Ilm. viim. 29.2.", start=start)
    assert found is None or found.closes is None


@settings(max_examples=40, deadline=None)
@example(date(2028, 12, 25), 300)  # 29.2.2028
@given(st.dates(date(2026, 11, 23), date(2028, 12, 31)), st.integers(0, 300))
def test_a_deadline_without_a_year_is_never_after_the_start(start: date, before: int) -> None:
    day = date.fromordinal(start.toordinal() - before)
    found = of(f"Ilmoittautuminen viimeistään {day.day}.{day.month}.", start=start)
    assert found is not None
    assert found.closes == day


def test_the_field_comes_first_and_the_contradiction_is_told() -> None:
    raw = RawRegistration(required=True, closes=date(2026, 12, 1), state="full", capacity=12)
    found, issues = facts("Kurssi", "Ei ilmoittautumista. Mukaan mahtuu 20 osallistujaa.", registration=raw)
    assert found.details.registration == Registration(required=True, closes=date(2026, 12, 1), state="full", capacity=12)
    assert issues == {"enrolment_conflict"}


def test_the_words_of_the_registration_field_are_read_and_kept() -> None:
    found = details("Kurssi", registration=RawRegistration(text="Ilmoittautuminen viim. 5.12. klo 12")).registration
    assert found is not None
    assert (found.required, found.closes) == (True, datetime(2026, 12, 5, 12, tzinfo=HELSINKI))
    assert found.text == "Ilmoittautuminen viim. 5.12. klo 12"


def test_two_sentences_that_disagree_leave_it_unknown() -> None:
    assert of("Vaatii ilmoittautumisen. Keskustelua ja kahvia. Ei ennakkoilmoittautumista.") is None


@pytest.mark.parametrize("text", ["Ilm. viim. 5.12. klo 12 maija.meikalainen@posti.example", "Ilmoittaudu p. 050 123 4567"])
def test_evidence_quotes_no_contacts(text: str) -> None:
    evidence = details("Kurssi", text, start=START).evidence
    assert evidence
    assert not any("@" in one.quote or "4567" in one.quote or len(one.quote) > 80 for one in evidence)
