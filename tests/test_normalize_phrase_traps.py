"""Words that look like ages, prices, states and places and are something else; and hostile texts, which cost no more than others."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from normalize.phrase_access import read_accessibility, read_languages
from normalize.phrase_ages import ages_beside, audiences_of, gender_of, read_ages, read_audience
from normalize.phrase_enrolment import read_enrolment, tells_enrolment
from normalize.phrase_places import attendance_of, read_place
from normalize.phrase_prices import read_price, tells_price
from normalize.phrase_status import read_status, tells_status
from normalize.phrase_tokens import folded
from tests.phrases import REFERENCE

NO_AGES = (
    "Seurakunnan 100-vuotisjuhla", "Kuoro 50 v", "10 vuotta toimintaa", "Föreningen 100 år", "Klo 7-12", "7–12 €", "viikot 7–12",
    "12.1.–24.4.",
    "2–5 hengen joukkueet", "Peruskurssi 1-2", "yli 5 km", "yli 20 esiintyjää", "Yli 100 osallistujaa", "U2-tribuutti", "T3-linja",
    "Bussi 65",
    "10+1 syytä", "Luokka 204", "24/7", "3 x 90 min", "alle 10 hengen ryhmä", "perustettu v. 1950", "7. luokan vanhempainilta",
)  # fmt: skip
NO_PRICE = (
    "5 e-kirjaa",
    "vapaa-aika",
    "Free jazz -konsertti",
    "Free your mind",
    "feel free to join",
    "gluten-free lunch",
    "Lippukunta",
    "klo 18 e-lehdet",
)
NO_ENROLMENT = (
    "Täynnä elämää -konsertti", "Lauantai täynnä musiikkia", "Jonotanssi", "Full Body Workout", "Full moon yoga", "A house full of music",
    "sateen varalle teltta", "Avoinna ti–su",
)  # fmt: skip
NO_STATUS = (
    "Moved by music",
    "Siirtolapuutarhan avajaiset",
    "Peruna-aitta",
    "Peruutukset 30.11. mennessä",
    "kuljetusta ei järjestetä",
    "Muutto-opas",
    "Inställning",
)
NO_FEATURES = ("Neulekerho: silmukat", "biljetter tillgängliga 1.12", "Kysy esteettömyydestä", "osittain esteetön")
NO_ONLINE = (
    "Ilmoittautuminen verkossa",
    "Liput verkossa",
    "Two teams play",
    "teams of four",
    "online booking",
    "etäisyys 5 km",
    "lue lisää verkossa",
)
NO_LANGUAGES = ("Suomen historia", "Englannin alkeiskurssi", "Ruotsi-ilta", "Suomi 100", "tekstitys suomeksi")


def test_no_ages() -> None:
    told = {text: ages_beside(text, REFERENCE) for text in NO_AGES}
    assert {text: shape for text, shape in told.items() if set(shape) - {"audience"}} == {}


def test_no_price() -> None:
    assert [text for text in NO_PRICE if tells_price(text)] == []


def test_no_enrolment() -> None:
    assert [text for text in NO_ENROLMENT if tells_enrolment(text)] == []


def test_no_status() -> None:
    assert [text for text in NO_STATUS if tells_status(text)] == []


def test_no_features_no_languages_not_online() -> None:
    assert [text for text in NO_FEATURES if read_accessibility(text)["accessibility"]] == []
    assert [text for text in NO_LANGUAGES if read_languages(text, "fi")["event_languages"]] == []
    assert [text for text in NO_ONLINE if attendance_of(folded(text))] == []


READERS: dict[str, Callable[[str], Any]] = {
    "ages": lambda text: read_ages(text, REFERENCE),
    "audience": lambda text: read_audience(text, REFERENCE),
    "ages beside": lambda text: ages_beside(text, REFERENCE),
    "audiences": lambda text: audiences_of(folded(text)),
    "gender": gender_of,
    "price": read_price,
    "a price?": tells_price,
    "enrolment": lambda text: read_enrolment(text, "fi", REFERENCE),
    "enrolment?": tells_enrolment,
    "status": lambda text: read_status(text, "fi", REFERENCE),
    "status?": tells_status,
    "accessibility": read_accessibility,
    "languages": lambda text: read_languages(text, "fi"),
    "attendance": lambda text: attendance_of(folded(text)),
    "place": read_place,
}
PIECES = (
    "1", "1 ", "5 € ", "5/", "1-", "7-12-vuotiaat ja ", "lapset ja ", "esteet", "ei ", "(", " ", "täynnä ", "peruttu ", "a", "ilm. ",
    ",", "perutaan jos ",
    "2014, ", "-14 synt ", "katu 1 ", "Aa ", "online ", "lähi etä ", "eka- ", "vapaaehtoinen ", "\u00a0-", "alle 5 ", "liput ",
    "aikuisen ", "ilmainen/",
)  # fmt: skip
SLOWEST = 1.5
"""Seconds of computing for one text of 20,000 characters by all readers together, on a slow and busy computer (0.2 s are usual)."""


@pytest.mark.parametrize("piece", PIECES)
def test_hostile_texts_are_quick(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    begun = time.process_time()
    for reader in READERS.values():
        reader(text)
    assert time.process_time() - begun < SLOWEST
