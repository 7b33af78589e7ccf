"""The search in a real browser: by keyboard, from the address, back again, without JavaScript, and with nothing sent anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from normalize.model import Details, Offer
from tests.browsing import broken
from tests.publish_rows import NOW, HandMade, joined, publish, schedules, single
from tests.test_publish_search import WORDS, searched
from tests.test_site_browser import Quiet, Visit, served

pytestmark = pytest.mark.browser
LECTURES = 60


def rows() -> HandMade:
    """The small region of the search with sixty lectures that cost something, and one thing whose name is one long word."""
    lectures = [single(f"luento{n}", f"Luento {n:02}", NOW + timedelta(days=n % 20 + 1), None) for n in range(LECTURES)]
    paid = Details(offers=(Offer(price="5 €", minimum=5, maximum=5),), is_accessible_for_free=False)
    priced = joined(*(replace(one, event_rows=[replace(one.event_rows[0], details=paid)]) for one in lectures))
    long = single("pitka", "Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilasyhdistys", NOW + timedelta(days=40), None)
    parts = (searched(), priced, long)
    return replace(
        parts[0],
        event_rows=[row for part in parts for row in part.event_rows],
        occurrence_rows=[row for part in parts for row in part.occurrence_rows],
    )


class Recording(Quiet):
    """A file server that remembers what it was asked for."""

    asked: list[str] = []  # noqa: RUF012 - one list for all of a test's requests

    def send_head(self) -> object:  # type: ignore[override]
        """As any file server."""
        self.asked.append(self.path)
        return super().send_head()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("searched")
    publish(rows(), folder, schedules=schedules(languages=("fi", "sv")), words=WORDS)
    with served(folder, Recording) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """A visitor on the day of the index, on whose page nothing may go wrong."""
    made = Visit(browser, address)
    made.page.clock.set_fixed_time(NOW)
    yield made
    made.page.context.close()
    assert [line for line in made.wrong if not line.startswith("failed")] == []  # what was on its way when a page was left


def heading(page: Page) -> str:
    found = page.locator("#results-heading")
    expect(found).to_be_visible()
    return found.inner_text()


def titles(page: Page) -> list[str]:
    return [text.partition(",")[0] for text in page.locator("#found .title a").all_text_contents()]


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.textContent"))


def test_a_question_in_the_address_is_answered_and_shown_in_the_form(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(f"{address}/fi/haku/#q=jumppa&who=seniors&free=1&where=keskusta&km=5")
    assert heading(page) == "1 tulos: ”jumppa”, ikäihmiset, Keskusta ja enintään 5 km, 30 päivää, maksuton"
    assert titles(page) == ["Tuolijumppa"]
    assert page.get_by_label("Hakusanat").input_value() == "jumppa"
    assert page.get_by_label("Kenelle", exact=True).input_value() == "seniors"
    assert page.get_by_label("Maksuton").is_checked()
    assert page.title().startswith("1 tulos: ”jumppa”")


def test_a_form_of_another_page_is_taken_over_into_the_fragment(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(f"{address}/fi/haku/?q=voimistelu")
    assert heading(page).startswith("1 tulos: ”voimistelu”")
    assert titles(page) == ["Tuolijumppa"]
    assert page.url == f"{address}/fi/haku/#q=voimistelu"
    assert focused(page) == "results-heading"
    assert page.locator("#found .facts").inner_text().endswith("osuma: Tuolijumppa")


@pytest.mark.parametrize("question", ["maksuton", "ilmainen jumppa", "jumppaa ilmaiseksi"])
def test_a_word_for_free_finds_what_is_free(visit: Visit, address: str, question: str) -> None:
    visit.page.goto(f"{address}/fi/haku/#q={question}")
    assert heading(visit.page).startswith("1 tulos")
    assert titles(visit.page) == ["Tuolijumppa"]


def test_the_keyboard_asks_hears_the_count_once_and_goes_back(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(f"{address}/fi/haku/")
    page.get_by_label("Hakusanat").focus()
    page.keyboard.type("tuolijumppaan")
    page.keyboard.press("Enter")
    assert heading(page).startswith("1 tulos: ”tuolijumppaan”")
    assert focused(page) == "results-heading"
    assert page.locator("#instead").inner_text() == "Ei tuloksia sanalla ”tuolijumppaan”. Näytetään ”tuolijumppa…”."
    assert "tulos" not in "".join(page.locator("[aria-live], [role=status], [role=alert]").all_text_contents())
    assert page.get_by_text("1 tulos").count() == 1
    while focused(page) != "Poista ”tuolijumppaan”":
        page.keyboard.press("Tab")
        assert "Tuolijumppa," not in focused(page)
        if page.evaluate("document.activeElement.closest('.chips') !== null"):
            break
    page.get_by_label("Hakusanat").fill("kuoro")
    page.get_by_role("button", name="Näytä tulokset").press("Enter")
    expect(page.locator("#found .title")).to_contain_text(["Kuoroilta"])
    page.go_back()
    expect(page.locator("#found .title")).to_contain_text(["Tuolijumppa"])
    assert page.get_by_label("Hakusanat").input_value() == "tuolijumppaan"


def test_back_from_an_event_finds_the_answer_again(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(f"{address}/fi/haku/#q=kuoro&when=7")
    page.locator("#found").get_by_role("link", name="Kuoroilta").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Kuoroilta"
    page.go_back()
    assert heading(page) == "1 tulos: ”kuoro”, 7 päivää"
    assert page.get_by_label("7 päivää", exact=True).is_checked()


def test_chips_take_one_condition_away(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(f"{address}/fi/haku/#q=luento&free=1")
    assert heading(page).startswith("Ei tuloksia: ”luento”")
    page.get_by_role("link", name="Poista maksuton").click()
    expect(page.locator("#results-heading")).to_have_text("60 tulosta: ”luento”, 30 päivää")
    assert focused(page) == "results-heading"
    assert not page.get_by_label("Maksuton").is_checked()
    assert page.url.endswith("#q=luento")


def test_an_empty_answer_leads_on_with_counts(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(f"{address}/fi/haku/#q=luento&free=1&where=kerimaki&km=20&when=today")
    wider = page.locator("#ways-on")
    expect(page.locator("#results-heading")).to_contain_text("Ei tuloksia")
    assert not wider.is_visible()
    page.goto(f"{address}/fi/haku/#what=exercise&where=kerimaki")
    wider.get_by_role("link", name="Koko alue").click()
    expect(page.locator("#found .title")).to_contain_text(["Tuolijumppa"])
    page.goto(f"{address}/fi/haku/#q=kuoroilta&where=keskusta&km=20")
    expect(wider.get_by_role("link", name="ja enintään 50 km")).to_be_visible()
    wider.get_by_role("link", name="ja enintään 50 km").click()
    expect(page.locator("#found .away")).to_have_text("enintään 25 km")


def test_fifty_at_a_time_and_the_button_leads_to_the_first_new_one(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(f"{address}/fi/haku/#q=luento")
    assert heading(page).startswith("60 tulosta")
    assert page.locator("#found > li").count() == 50
    page.get_by_role("button", name="Näytä 10 lisää").press("Enter")
    assert page.locator("#found > li").count() == LECTURES
    assert focused(page).startswith(titles(page)[50])
    assert not page.locator("#more").is_visible()


def test_nothing_of_a_question_reaches_a_server(visit: Visit, address: str) -> None:
    page = visit.page
    Recording.asked.clear()
    page.goto(f"{address}/fi/haku/")
    page.get_by_label("Hakusanat").fill("salaisuus")
    page.get_by_role("button", name="Näytä tulokset").click()
    assert heading(page).startswith("Ei tuloksia")
    expect(page.locator("#search-state")).to_have_text("")
    assert not [path for path in Recording.asked if "salaisuus" in path or "?" in path]
    assert {path for path in Recording.asked if path.endswith(".json")} <= {"/fi/haku/nyt.json", "/fi/haku/myohemmin.json"}
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_words_of_a_question_are_never_read_as_html(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(f"{address}/fi/haku/#q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&who=%3Cb%3E&when=%3Ci%3E")
    assert "<img" in heading(page)
    assert page.locator("main img").count() == 0


def test_the_other_language_gets_the_same_question(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(f"{address}/fi/haku/#q=kuoroilta&who=&when=all")
    heading(page)
    page.get_by_role("link", name="Svenska").click()
    assert heading(page) == "1 resultat: ”kuoroilta”, allt kommande"
    assert titles(page) == ["Körkväll"]


def test_today_is_the_day_of_the_region_not_that_of_the_last_build(visit: Visit, address: str) -> None:
    page = visit.page
    page.clock.set_fixed_time(NOW + timedelta(days=2))
    page.goto(f"{address}/fi/haku/#q=kuoroilta&when=today")
    assert titles_when(page) == ["to 26.11."]
    page.clock.set_fixed_time(NOW + timedelta(days=1))
    page.reload()
    assert heading(page).startswith("Ei tuloksia")


def titles_when(page: Page) -> list[str]:
    heading(page)
    return page.locator("#found .found-day").all_inner_texts()


def test_the_skip_link_does_not_ask_anything(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(f"{address}/fi/haku/#q=kuoro")
    heading(page)
    page.evaluate("document.body.focus()")
    page.locator(".skip").press("Enter")
    assert titles(page) == ["Kuoroilta"]
    assert focused(page) == "main"


PAGES = ("/fi/haku/", "/sv/sok/#q=luento&who=seniors", "/fi/haku/#q=luento", "/fi/a-o/", "/fi/paikat/")


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (320, True)])
def test_search_letters_and_map_pass_axe_and_fit(browser: Browser, address: str, *, width: int, dark: bool) -> None:
    visit = Visit(browser, address, width=width, dark=dark)
    found: list[str] = []
    for path in PAGES:
        visit.page.goto("about:blank")
        visit.page.goto(address + path)
        if "#" in path:
            heading(visit.page)
        found += [f"{path}: {problem}" for problem in broken(visit.page)]
        found += [f"{path}: small: {text}" for text in visit.page.evaluate(SMALL)]
    visit.page.context.close()
    assert found + visit.wrong == []


SMALL = """() => [...document.querySelectorAll("form :is(.ticks label, select, [type=search]), .button, :is(.chips, .wider, .letters) a")]
    .filter(e => { const r = e.getBoundingClientRect(); return r.width && r.height < 43.5 })
    .map(e => e.outerHTML.slice(0, 120))"""
"""Controls that are lower than 44 px."""


def test_a_printed_map_is_on_the_page_with_its_list(visit: Visit, address: str, tmp_path: Path) -> None:
    page = visit.page
    page.goto(f"{address}/fi/paikat/")
    page.emulate_media(media="print")
    assert page.locator(".map svg").first.is_visible()
    page.pdf(path=tmp_path / "map.pdf", format="A4", prefer_css_page_size=True)
    assert (tmp_path / "map.pdf").read_bytes().count(b"/Type /Page\n") == 1
