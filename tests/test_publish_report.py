"""Every page of an event, a place and an organizer leads to the explorer's form for feedback, which knows the address."""

from __future__ import annotations

from pathlib import Path

import pytest
from parsel import Selector

from explorer.addresses import SLUGS
from publish.report import FORMS
from tests.publish_rows import page, publish, schedules, small_region


def test_the_addresses_are_those_of_the_explorer() -> None:
    assert SLUGS["feedback"] == FORMS


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("site")
    publish(small_region(), directory, schedules=schedules(languages=("fi",), explorer_address="https://tieto.example/selain/"))
    return directory


@pytest.mark.parametrize(("kind", "about"), [("paikka", "place%3A"), ("jarjestaja", "organizer%3A"), ("t", "event%3A"), ("s", "series%3A")])
def test_each_page_says_what_it_is(site: Path, kind: str, about: str) -> None:
    pages = list((site / "public/fi" / kind).glob("*/index.html"))
    assert pages
    for path in pages:
        links = Selector(path.read_text(encoding="utf-8")).css("a::attr(href)").getall()
        assert sum(link.startswith(f"https://tieto.example/selain/palaute/?about={about}") for link in links) == 1, path


@pytest.mark.parametrize(("path", "query"), [("fi/palaute/", ""), ("fi/saavutettavuus/", "?kind=access")])
def test_the_pages_of_feedback_and_accessibility_lead_to_the_form(site: Path, path: str, query: str) -> None:
    links = Selector(page(site, path)).css("a.button::attr(href)").getall()
    assert f"https://tieto.example/selain/palaute/{query}" in links
