"""Which language a text is in: normalize.languages."""

from __future__ import annotations

import csv
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.languages import OURS, SURE, UNKNOWN, detect, shares
from tests.shared import REGION, needs_region

SURE_ONES = [
    ("Satutunti pääkirjastossa", "fi"),
    ("Äijäjumppa", "fi"),
    ("TYTTÖJEN UIMAKOULU", "fi"),
    ("Muistikahvila omaisille", "fi"),
    ("Sagostund", "sv"),
    ("Öppet hus för pensionärer", "sv"),
    ("BALANSTRÄNING FÖR ÄLDRE", "sv"),
    ("Story time", "en"),
    ("Welcome to the language café", "en"),
    ("Tervetuloa kaikki mukaan yhteiseen iltaan, kahvia ja pullaa tarjolla.", "fi"),
    ("Välkomna alla till en gemensam kväll, det bjuds på kaffe och bulla.", "sv"),
    ("Everyone is welcome to our evening together, coffee and buns are served.", "en"),
    ("Bures boahtin! Máinnasboddu mánáide girjerájus.", "se"),
    ("Tere tulemast jõulukontserdile, sissepääs on tasuta kõigile.", "et"),
    ("Herzlich willkommen, der Eintritt ist frei und wir freuen uns auf euch.", "de"),
    ("Waa lagu soo dhaweynayaa carruurta iyo waalidiinta, waa bilaash.", "so"),
    ("Языковое кафе", "ru"),
    ("Мовне кафе для всіх, вхід вільний", "uk"),
    ("مقهى اللغة للجميع", "ar"),
]


@pytest.mark.parametrize(("text", "language"), SURE_ONES)
def test_what_shows_its_language_is_told_for_sure(text: str, language: str) -> None:
    guess = detect(text)
    assert guess.language == language
    assert guess.confidence >= SURE


@pytest.mark.parametrize(
    "text",
    [
        "Bingo",
        "Café International",
        "Jazz live",
        "Yoga",
        "Kaija Koo",
        "AC/DC",
        "Windsor",
        "EA1",
        "",
        "12.3. 18:00",
        "https://koulu.example/ja-on-ei",
    ],
)
def test_what_shows_nothing_is_not_told(text: str) -> None:
    assert detect(text).confidence < SURE


@pytest.mark.parametrize(
    "text",
    [
        "El concierto es gratis para todos los niños y sus familias",
        "Le concert est gratuit pour tous les enfants et leurs familles",
        "Il concerto è gratuito per tutti i bambini e le famiglie",
        "Alle børn og voksne er velkomne, der er gratis adgang",
        "Ελληνικά για αρχάριους",
        "日本語カフェ",
        "قهوه و گفتگو",
    ],
)
def test_other_languages_are_not_taken_for_ours(text: str) -> None:
    guess = detect(text)
    assert guess.language == UNKNOWN or guess.confidence < SURE


def test_two_languages_in_one_text_are_no_sure_one() -> None:
    text = "Tervetuloa kaikki mukaan, kahvia on tarjolla kun tulet. Välkommen alla, det finns kaffe när du kommer till oss."
    assert detect(text).confidence < SURE
    assert set(shares(text)) >= {"fi", "sv"}


def test_what_is_expected_decides_only_where_the_text_says_nothing() -> None:
    assert detect("Vigilia", [("sv", 4.0)]).language == "sv"
    assert detect("Sagostund i biblioteket", [("fi", 3.0)]).language == "sv"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_has_a_guess_between_nothing_and_certain(text: str) -> None:
    guess = detect(text)
    assert guess.language in OURS | {UNKNOWN}
    assert 0 <= guess.confidence <= 1
    assert detect(text) == guess


@needs_region
def test_of_the_sure_guesses_99_of_100_are_right() -> None:
    cases = [(event["title"], event["lang"]) for event in json.loads((REGION / "scenario.json").read_text(encoding="utf-8"))["events"]]
    with (REGION / "ptv_service_classes.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    cases += [(row[language], language) for row in rows for language in ("fi", "sv", "en") if [*row.values()].count(row[language]) == 1]
    sure = [(guess.language, language) for text, language in cases if (guess := detect(text)).confidence >= SURE]
    assert len(sure) > 0.6 * len(cases)
    assert sum(told == language for told, language in sure) >= 0.99 * len(sure)
