"""The public page of figures: what was measured, what is counted today, what is known of events; nothing rounded up, nothing made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import Any

import pytest
from parsel import Selector

from normalize.model import Details, Feature, Offer, Registration
from publish.quality import percent
from tests.publish_joined import Site, editions_of, evaluation, joined_region
from tests.publish_rows import NOW, HandMade, at, joined, single


@pytest.fixture(scope="module")
def joint() -> Site:
    """The joined region in three languages."""
    return Site(joined_region())


def figures(site: Site, path: str = "fi/laatu/", table: int = 0) -> dict[str, str]:
    """Name -> value of one of the page's tables."""
    rows = Selector(site[path]).css("table.figures")[table].css("tbody tr")
    return {row.css("th::text").get() or "": " ".join(row.css("td::text").getall()) for row in rows}


def test_the_last_measurement_stands_there_with_what_it_means(joint: Site) -> None:
    assert figures(joint) == {
        "Tarkkuus (precision)": "100 %",
        "Kattavuus (recall)": "98,3 %",
        "Yhteisluku (F1)": "99,1 %",
        "Väärin yhdistetyt parit": "0",
        "Ihmiselle jätetyt parit": "2",
        "Parit, joita ei voitu mitata": "1",
    }
    words = " ".join(Selector(joint["fi/laatu/"]).css("main ::text").getall())
    assert "Mitattu 24.11.2026. Ihminen on merkinnyt 120 paria ilmoituksia; 60 niistä on samaa tapahtumaa." in words
    assert "Näin suuri osa yhdistetyistä pareista on ihmisenkin mielestä samaa tapahtumaa." in words
    assert figures(joint, "en/quality/")["Recall"] == "98.3%"
    assert figures(joint, "sv/kvalitet/")["Täckning (recall)"] == "98,3 %"


def test_what_was_not_measured_is_not_told() -> None:
    site = Site(joined_region(evaluation_rows=[]))
    html = Selector(site["fi/laatu/"])
    assert html.css("#measured ~ .empty::text").get() == "Mittausta ei ole vielä tehty."
    assert len(html.css("table.figures")) == 2
    site = Site(joined_region(evaluation_rows=[evaluation(precision=None), evaluation(name="toinen", recall=0.5)]))
    assert figures(site)["Tarkkuus (precision)"] == "ei tietoa"
    assert figures(site, table=1)["Kattavuus (recall)"] == "50 %"


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (1.0, "100 %"),
        (0.9999, "99,9 %"),
        (0.95, "95 %"),
        (0.29, "29 %"),
        (1 / 3, "33,3 %"),
        (0.0, "0 %"),
        (0.0004, "0 %"),
        (59 / 60, "98,3 %"),
    ],
)
def test_shares_are_rounded_down(share: float, told: str) -> None:
    assert percent(share, editions_of(joined())["fi"]) == told


def test_todays_counts_are_of_what_is_to_come(joint: Site) -> None:
    counts = figures(joint, table=1)
    assert counts == {
        "Tapahtumia": "7",
        "joista useamman lähteen kertomia": "3",
        "joista lähteet kertovat eri tavoin": "2",
        "Päällekkäisyyksiä: sama tila": "1",
        "Päällekkäisyyksiä: sama kohderyhmä lähellä": "1",
        "Päällekkäisyyksiä: sama aihe lähellä": "0",
        "Päällekkäisyyksiä: sama kohderyhmä seudulla": "0",
        "Melkein samansisältöisiä pareja 60 päivän sisällä": "1",
    }
    rows = joined_region()
    gone = [replace(row, withdrawn_at=NOW.astimezone(UTC)) for row in rows.event_rows]
    site = Site(replace(rows, event_rows=gone))
    assert set(figures(site, table=1).values()) == {"0"}
    assert figures(site, table=2)["Kenelle"] == "0 ei tietoa"


def known_of(**details: Any) -> HandMade:
    return joined(single("a", "Kahvit", at("2026-11-28", "10:00"), None, place_id="", details=Details(**details)))


@pytest.mark.parametrize(
    ("details", "known"),
    [
        ({}, set()),
        ({"offers": (Offer(price="5 €"),)}, {"Hinta tai maksuttomuus"}),
        ({"is_accessible_for_free": False}, {"Hinta tai maksuttomuus"}),
        ({"audience": ("seniors",)}, {"Kenelle"}),
        ({"minimum_age": 0}, {"Kenelle"}),
        ({"registration": Registration(required=False)}, {"Ilmoittautuminen"}),
        ({"registration": Registration()}, set()),
        ({"accessibility": (Feature(code="lift", is_available=False),)}, {"Esteettömyys"}),
    ],
)
def test_a_thing_is_known_where_a_source_told_it(details: dict[str, Any], known: set[str]) -> None:
    site = Site(known_of(**details))
    assert {name for name, value in figures(site, table=1).items() if value == "1 100 %"} == known


def test_the_page_is_public_and_linked_from_everywhere(joint: Site) -> None:
    assert "https://norppala.example/fi/laatu/" in joint.listed()
    for path in ("fi/jarjestajat/", "fi/lahteet/", "fi/tietoa/"):
        assert "/fi/laatu/" in Selector(joint[path]).css("a::attr(href)").getall()
    assert "/fi/laatu/" in Selector(joint["fi/tietoa/"]).css("main a::attr(href)").getall()
    assert "/fi/laatu/" in Selector(joint["fi/lahteet/"]).css("main a::attr(href)").getall()
    html = Selector(joint["fi/laatu/"])
    assert html.css("link[hreflang=sv]::attr(href)").get() == "https://norppala.example/sv/kvalitet/"
    assert len(html.css("table caption")) == len(html.css("table")) == 3
    assert all(row.css("th[scope=row]") for row in html.css("tbody tr"))
