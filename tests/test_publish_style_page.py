"""The page of styles: what the tokens say, measured, and every component in every state, made by the templates of the pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from parsel import Selector

from publish.assets import read_assets
from publish.contrast import measured
from publish.folders import Folders
from publish.style_page import Measure, Role, style_page, tokens
from publish.style_samples import Samples
from tests.publish_joined import editions_of
from tests.publish_rows import HandMade, publish, schedules

ADDRESSES = {"fi": "fi/tyylit", "sv": "sv/stilar", "en": "en/style"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("styles")
    publish(HandMade(), folder, schedules=schedules())
    return folder / "public"


def page(site: Path, language: str = "fi") -> Selector:
    return Selector((site / ADDRESSES[language] / "index.html").read_text("utf-8"))


@pytest.mark.parametrize("language", ADDRESSES)
def test_it_stands_in_each_language_and_is_not_for_search_engines(site: Path, language: str) -> None:
    shown = page(site, language)
    assert shown.css("html").attrib["lang"] == language
    assert shown.css("meta[name=robots]").attrib["content"] == "noindex"
    assert ADDRESSES[language] not in (site / "sitemap.xml").read_text("utf-8")
    about = {"fi": "fi/tietoa", "sv": "sv/om", "en": "en/about"}[language]
    assert f'href="/{ADDRESSES[language]}/"' in (site / about / "index.html").read_text("utf-8")


def test_every_state_is_a_word_before_the_name(site: Path) -> None:
    marks = page(site).css("section[aria-labelledby=marks] .mark::text").getall()
    assert {"PERUTTU", "UUSI AIKA", "TÄYNNÄ", "JONO", "Ilmoittautuminen auki"} <= set(marks)
    assert any(mark.startswith("Ilmoittautuminen alkaa ti 24.11. klo") for mark in marks)


def test_a_card_of_which_nothing_is_known_says_nothing(site: Path) -> None:
    cards = page(site).css("section[aria-labelledby=cards] .card")
    known, nothing = cards[0], cards[1]
    assert "".join(known.css(".facts span::text").getall()) == "Esimerkkitalo, Keksityn kyläIkäihmisetMaksutontule suoraan"
    assert nothing.css(".facts span") == []
    assert nothing.css(".told, .end") == []
    assert "is-free" not in nothing.attrib["class"]


@pytest.mark.parametrize(
    "component",
    [
        ".card.hobby", ".regular", ".task", ".day .leaf", ".day .empty", ".strip", ".turn", ".door-groups", ".switches", ".search select",
        ".button.second", ".answers .hint", ".access-ok", ".access-unknown", ".help .phone", "table.month", "table.figures", ".poster li",
        ".easy-item", ".subscribe .address", ".tombstone", ".otherwise", ".state-ok", ".made-before", ".missing a", ".told.stale",
    ],
)  # fmt: skip
def test_every_component_is_there(site: Path, component: str) -> None:
    assert page(site).css(f"main {component}")


def test_invented_links_lead_nowhere_else(site: Path) -> None:
    """To the page itself, its parts, or pages of the site that every page links to."""
    hrefs = set(page(site).css("main .card a::attr(href), main .regular a::attr(href), main .task a::attr(href)").getall())
    assert hrefs == {"/fi/tyylit/"}


def test_contrast_is_told_as_it_was_measured_never_rounded_up() -> None:
    css = read_assets(Folders.found(Path("nowhere"))).tokens
    edition = editions_of(HandMade())["fi"]
    ratios = {(one.scheme, one.front, one.back): one.ratio for one in measured(css)}
    for role in tokens(css, edition)["roles"]:
        assert isinstance(role, Role)
        for scheme, tone in (("light", role.light), ("dark", role.dark)):
            told = [float(text.replace(",", ".")) for text in tone.measured.split(" · ")]
            real = [ratios[scheme, role.token, ground] for ground in ("paper", "card", "sunk")]
            assert all(0 <= exact - said < 0.1 for said, exact in zip(told, real, strict=True)), role.token


def test_a_municipality_sees_its_own_tokens() -> None:
    css = (
        read_assets(Folders.found(Path("nowhere")))
        .tokens.replace("--radius: 4px", "--radius: 9px")
        .replace("--ink: #14201B", "--ink: #000001")
    )
    shown = tokens(css, editions_of(HandMade())["en"])
    assert ("radius", "9px") in [(one.token, one.value) for one in shown["others"] if isinstance(one, Measure)]
    assert shown["roles"][0].light.front == "#000001"  # type: ignore[union-attr]
    assert [one.pixels for one in shown["spaces"] if isinstance(one, Measure)] == [4, 8, 12, 16, 24, 32, 48, 64]


def test_a_region_of_one_language_has_no_name_in_another() -> None:
    edition = editions_of(HandMade())["fi"]
    alone = Samples(replace(edition, languages=("fi",)), "/")
    assert all(not card.name.lang for card in alone.cards())
    assert any(card.name.lang for card in Samples(edition, "/").cards())


def test_the_page_is_the_same_as_long_as_nothing_on_it_changes() -> None:
    assets = read_assets(Folders.found(Path("nowhere")))
    one, other = (style_page(editions_of(HandMade())["fi"], lambda *_: b"", assets) for _ in range(2))
    assert one.inputs == other.inputs
