"""What a page says of for whom, at what cost, how to take part and how to get in; the unknown is said to be unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from harvesters.source import Horizon
from normalize.model import Details, Feature, Offer, Registration
from publish.access import assured, place_features
from publish.almanac import read_almanac
from publish.edition import Edition
from publish.editions import make_editions
from publish.folders import Folders
from publish.prices import json_offers
from publish.terms import term_facts
from store.reading import TermRow
from tests.publish_rows import HELSINKI, NOW, HandMade, event, place, schedules

AUDIENCES = (
    TermRow(id="seniors", name={"fi": "ikäihmiset", "sv": "äldre", "en": "older people"}),
    TermRow(id="families", name={"fi": "perheet", "sv": "familjer", "en": "families"}),
)
EDITIONS: dict[str, Edition] = {}


def edition(language: str) -> Edition:
    if not EDITIONS:
        almanac = read_almanac(HandMade(audience_rows=AUDIENCES), now=NOW, zone=HELSINKI, horizon=Horizon())
        EDITIONS.update(make_editions(schedules(), almanac, Folders.found(Path("none")), ""))
    return EDITIONS[language]


def told(details: Details, language: str = "fi") -> dict[str, list[str]]:
    row = replace(event("u", "Jumppa", NOW, None), details=details)
    return {
        fact.label: [*filter(None, [", ".join(door.text for door in fact.doors)]), *(line.text for line in fact.lines)]
        for fact in term_facts(row, edition(language))
    }


KNOWN: list[tuple[str, dict[str, Any], str, list[str]]] = [
    ("fi", {"audience": ("families", "seniors")}, "Kenelle", ["Perheet, ikäihmiset"]),
    ("sv", {"audience": ("seniors",)}, "För vem", ["Äldre"]),
    ("fi", {"minimum_age": 7, "maximum_age": 12}, "Kenelle", ["7–12-vuotiaat"]),
    ("fi", {"minimum_age": 7, "maximum_age": 10, "grades": (1, 3)}, "Kenelle", ["Luokat 1–3"]),
    ("en", {"minimum_age": 10, "maximum_age": 12, "birth_years": (2014, 2016)}, "For whom", ["Born 2014–2016"]),
    ("fi", {"minimum_age": 0, "maximum_age": 2, "with_adult": True}, "Kenelle", ["0–2-vuotiaat", "Yhdessä aikuisen kanssa"]),
    ("fi", {"accompany_under": 10}, "Kenelle", ["Alle 10-vuotiaat aikuisen kanssa"]),
    ("fi", {"gender": "female"}, "Kenelle", ["Naisille ja tytöille"]),
    ("fi", {"eligibility": ("Järven ystävät",)}, "Kenelle", ["Järven ystävät"]),
    ("fi", {"eligibility": ("ikäihmiset",), "audience": ("seniors",)}, "Kenelle", ["Ikäihmiset"]),
    ("fi", {"is_accessible_for_free": True}, "Hinta", ["Maksuton"]),
    ("fi", {"is_accessible_for_free": False}, "Hinta", ["Maksullinen, hintaa ei kerrota"]),
    ("fi", {"offers": (Offer(price="3 e/kerta", minimum=3, maximum=3, unit="per_visit"),)}, "Hinta", ["3 € / kerta"]),
    ("fi", {"offers": (Offer(price="38,50", minimum=38.5, maximum=38.5),)}, "Hinta", ["38,50 €"]),
    ("fi", {"offers": (Offer(price="ks. sivut"),)}, "Hinta", ["ks. sivut"]),
    (
        "en",
        {"offers": (Offer(minimum=15, maximum=15), Offer(minimum=10, maximum=10, group="reduced"))},
        "Price",
        ["€15", "Reduced: €10"],
    ),
    (
        "fi",
        {"offers": (Offer(minimum=10, maximum=10), Offer(minimum=0, maximum=0, group="under_18", is_free=True))},
        "Hinta",
        ["10 €", "Alle 18-vuotiaat: Maksuton"],
    ),
    ("sv", {"offers": (Offer(minimum=5, maximum=5, group="ages_4_12"),)}, "Pris", ["4–12 år: 5 €"]),
    (
        "en",
        {"offers": (Offer(minimum=5, maximum=5, group="over_65"), Offer(minimum=8, group="advance"))},
        "Price",
        ["Over 65: €5", "In advance: €8"],
    ),
    (
        "fi",
        {"is_accessible_for_free": True, "offers": (Offer(minimum=10, maximum=10, group="programme", is_optional=True),)},
        "Hinta",
        ["Maksuton", "Ohjelma: 10 € (ei pakollinen)"],
    ),
    ("fi", {"concessions": ("kaikukortti", "smartum")}, "Hinta", ["Käy: Kaikukortti ja Smartum"]),
    ("fi", {"registration": Registration(required=False)}, "Ilmoittautuminen", ["Ei ilmoittautumista, tule suoraan"]),
    (
        "fi",
        {"registration": Registration(required=True, state="full", closes=date(2026, 11, 30), binding=True)},
        "Ilmoittautuminen",
        ["Täynnä", "Ilmoittautuminen tarvitaan", "Viimeistään maanantai 30.11.2026", "Ilmoittautuminen on sitova"],
    ),
    (
        "fi",
        {"registration": Registration(opens=datetime(2026, 12, 8, 9, tzinfo=HELSINKI))},
        "Ilmoittautuminen",
        ["Alkaa tiistai 8.12.2026 klo 9.00"],
    ),
    (
        "fi",
        {"accessibility": (Feature(code="induction_loop"), Feature(code="lift", is_available=False))},
        "Esteettömyys",
        ["Induktiosilmukka", "Ei ole: Hissi"],
    ),
    (
        "fi",
        {"accessibility": (Feature(code="lift", is_inherited=True), Feature(code="step_free_entrance", is_inherited=True))},
        "Esteettömyys",
        ["Hissi, esteetön sisäänkäynti", "Tiedot ovat paikan"],
    ),
]


@pytest.mark.parametrize(("language", "fields", "label", "lines"), KNOWN)
def test_what_is_known_is_said(language: str, fields: dict[str, Any], label: str, lines: list[str]) -> None:
    assert told(Details(**fields), language)[label] == lines


def test_what_nobody_told_is_said_to_be_unknown_in_one_line() -> None:
    assert told(Details()) == {"Kenelle, hinta ja ilmoittautuminen": ["ei tietoa"]}
    assert told(Details(is_accessible_for_free=True))["Kenelle ja ilmoittautuminen"] == ["ei tietoa"]


def test_an_event_says_who_assured_its_places_features() -> None:
    by = {"said_by": "Norppalan vammaisneuvosto", "said_on": date(2026, 10, 5), "is_inherited": True}
    lines = told(Details(accessibility=(Feature(code="lift", **by), Feature(code="ramp", **by))))["Esteettömyys"]
    assert lines == ["Hissi, luiska", "Tiedot ovat paikan", "Tiedot varmisti Norppalan vammaisneuvosto 5.10.2026"]


OFFERS: list[tuple[dict[str, Any], Any, bool | None]] = [
    ({}, None, None),
    ({"is_accessible_for_free": True}, [{"@type": "Offer", "price": "0", "priceCurrency": "EUR"}], True),
    (
        {"is_accessible_for_free": False, "offers": (Offer(minimum=5, maximum=5),)},
        [{"@type": "Offer", "price": "5", "priceCurrency": "EUR"}],
        False,
    ),
    (
        {"is_accessible_for_free": False, "offers": (Offer(minimum=5, maximum=9.5),)},
        [{"@type": "AggregateOffer", "lowPrice": "5", "highPrice": "9.50", "priceCurrency": "EUR"}],
        False,
    ),
    (
        {"is_accessible_for_free": False, "offers": (Offer(minimum=0, maximum=0, group="under_18", is_free=True),)},
        [{"@type": "Offer", "price": "0", "priceCurrency": "EUR", "name": "Alle 18-vuotiaat"}],
        False,
    ),
    ({"offers": (Offer(minimum=2, maximum=2, is_optional=True),)}, None, None),
    ({"offers": (Offer(price="ks. sivut"),)}, None, None),
]


@pytest.mark.parametrize(("fields", "offers", "free"), OFFERS)
def test_search_engines_are_told_the_same(fields: dict[str, Any], offers: Any, free: bool | None) -> None:  # noqa: FBT001 - a row of the table
    assert json_offers(Details(**fields), edition("fi")) == {"offers": offers, "isAccessibleForFree": free}


@pytest.mark.parametrize(("language", "marked"), [("fi", ""), ("sv", "fi")])
def test_the_publishers_own_words_have_their_language(language: str, marked: str) -> None:
    details = Details(
        offers=(Offer(price="ks. sivut"), Offer(minimum=5, maximum=5)),
        eligibility=("kaikki kiinnostuneet",),
        registration=Registration(text="Ilmoittaudu sähköpostilla ja kerro samalla, mitä ruokaa sinun on paras syödä."),
    )
    row = replace(event("u", "Jumppa", NOW, None, name={"fi": "Jumppa"}), details=details)
    assert [line.lang for fact in term_facts(row, edition(language)) for line in fact.lines] == [marked, marked, "", marked]


def test_a_place_says_yes_no_and_unknown_and_who_assured_it() -> None:
    row = place(accessibility=("step_free_entrance",), lacks=("lift",), assured_by="Norppalan kaupunki", assured_date=date(2026, 10, 1))
    said = {name: mark.word for name, mark in place_features(row, edition("fi"))}
    assert said == {
        "Esteetön sisäänkäynti": "on",
        "Esteetön wc": "ei tietoa, kysy",
        "Induktiosilmukka": "ei tietoa, kysy",
        "Hissi": "ei ole",
    }
    assert assured(row, edition("fi")) == "Tiedot varmisti Norppalan kaupunki 1.10.2026"
    assert assured(place(), edition("fi")) == ""
