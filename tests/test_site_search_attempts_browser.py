"""Questions that find nothing as they are asked, in a real browser: compounds, slips, endings, and what is farther away than 30 days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.publish_rows import NOW, HandMade, publish, schedules, single
from tests.test_publish_search import WORDS, searched
from tests.test_site_browser import Visit, served
from tests.test_site_search_browser import Recording, heading, titles

pytestmark = pytest.mark.browser
SOON, LATER = 3, 50
TITLES = {
    ("fi", SOON): [
        *("Lasten konsertti", "Jumppa senioreille", "Kirpputori torilla", "Kirpputorille yhdessä", "Satutunti kirjastossa", "Peli-ilta"),
        *("Nuorten joulukonsertti", "Koripallo tytöille", *(f"Retki {n}" for n in range(12))),
    ],
    ("fi", LATER): ["Talvirieha Kasinonsaaressa", "Lasten teatteri", "Retki jäälle"],
    ("sv", SOON): ["Konsert med kören", "Öppet hus i biblioteket", "Joga för alla", "Ungdomarnas bio"],
    ("sv", LATER): ["Körsång i kyrkan"],
    ("en", SOON): ["Workshop for beginners", "Film night"],
    ("en", LATER): ["Children’s theatre"],
}
FORMS = {"fi": "/fi/haku/", "sv": "/sv/sok/", "en": "/en/search/"}
NOT_SOON = {
    "fi": "Ei tuloksia 30 päivän sisällä. Näytetään kaikki tulevat.",
    "sv": "Inga resultat inom 30 dagar. Visar allt kommande.",
    "en": "No results within 30 days. Showing everything to come.",
}


def rows() -> HandMade:
    parts = [searched()]
    for (language, days), names in TITLES.items():
        for n, name in enumerate(names):
            parts.append(single(f"{language}{days}-{n}", name, NOW + timedelta(days=days), None, name={language: name}))
    return replace(
        parts[0],
        event_rows=[row for part in parts for row in part.event_rows],
        occurrence_rows=[row for part in parts for row in part.occurrence_rows],
    )


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("attempts")
    publish(rows(), folder, schedules=schedules(), words=WORDS)
    with served(folder, Recording) as address:
        yield address


@pytest.fixture(scope="module")
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """One visitor with many questions, on the day of the index; nothing may go wrong on the page."""
    made = Visit(browser, address)
    made.page.clock.set_fixed_time(NOW)
    yield made
    made.page.context.close()
    assert [line for line in made.wrong if not line.startswith("failed")] == []


def ask(page: Page, address: str, language: str, question: str, more: str = "") -> None:
    page.goto("about:blank")
    page.goto(f"{address}{FORMS[language]}#q={question}{more}")
    heading(page)


def notice(page: Page) -> str:
    """What is said about the answer; "" where nothing is."""
    found = page.locator("#instead")
    return found.inner_text() if found.is_visible() else ""


ASKED = [
    # As it is written: nothing is said.
    ("fi", "tuoli jumppa", ["Tuolijumppa"], ""),
    ("fi", "konsertti lasten", ["Lasten konsertti"], ""),
    ("sv", "joga", ["Joga för alla"], ""),
    ("en", "work shop", ["Workshop for beginners"], ""),
    # Compounds taken apart, and put together.
    ("fi", "lastenkonsertti", ["Lasten konsertti"], "Ei tuloksia sanalla ”lastenkonsertti”. Näytetään ”lasten konsertti”."),
    ("fi", "lastenkonserttiin", ["Lasten konsertti"], "Ei tuloksia sanalla ”lastenkonserttiin”. Näytetään ”lasten konsertti”."),
    ("fi", "nuortenkonsertti", ["Nuorten joulukonsertti"], "Ei tuloksia sanalla ”nuortenkonsertti”. Näytetään ”nuorten konsertti”."),
    ("fi", "seniorijumppa", ["Jumppa senioreille"], "Ei tuloksia sanalla ”seniorijumppa”. Näytetään ”senior… jumppa”."),
    ("fi", "tuoli-jumppa", ["Tuolijumppa"], "Ei tuloksia sanalla ”tuoli-jumppa”. Näytetään ”tuolijumppa”."),
    ("fi", "peliilta", ["Peli-ilta"], "Ei tuloksia sanalla ”peliilta”. Näytetään ”peli ilta”."),
    ("sv", "körkonsert", ["Konsert med kören"], "Inga resultat för ordet ”körkonsert”. Visar ”kör konsert”."),
    ("sv", "korkonsert", ["Konsert med kören"], "Inga resultat för ordet ”korkonsert”. Visar ”kör konsert”."),
    ("sv", "ungdomsbio", ["Ungdomarnas bio"], "Inga resultat för ordet ”ungdomsbio”. Visar ”ungdom… bio”."),
    ("en", "filmnight", ["Film night"], "No results for the word ”filmnight”. Showing ”film night”."),
    # A slip: wrong, missing, doubled, swapped.
    ("fi", "tuolujumppa", ["Tuolijumppa"], "Ei tuloksia sanalla ”tuolujumppa”. Näytetään ”tuolijumppa”."),
    ("fi", "tuolijumpa", ["Tuolijumppa"], "Ei tuloksia sanalla ”tuolijumpa”. Näytetään ”tuolijumppa”."),
    ("fi", "tuoliijumppa", ["Tuolijumppa"], "Ei tuloksia sanalla ”tuoliijumppa”. Näytetään ”tuolijumppa”."),
    ("fi", "utolijumppa", ["Tuolijumppa"], "Ei tuloksia sanalla ”utolijumppa”. Näytetään ”tuolijumppa”."),
    ("fi", "tuolijummpa", ["Tuolijumppa"], "Ei tuloksia sanalla ”tuolijummpa”. Näytetään ”tuolijumppa”."),
    (
        *("sv", "konzert", ["Konsert med kören", "Lasten konsertti", "Nuorten joulukonsertti"]),
        "Inga resultat för ordet ”konzert”. Visar ”konsert”.",
    ),
    ("sv", "bibloteket", ["Öppet hus i biblioteket"], "Inga resultat för ordet ”bibloteket”. Visar ”biblioteket”."),
    ("sv", "jooga", ["Joga för alla"], "Inga resultat för ordet ”jooga”. Visar ”joga”."),
    ("en", "worskhop", ["Workshop for beginners"], "No results for the word ”worskhop”. Showing ”workshop”."),
    # An ending is no slip: it is cut off. Two slips would make one game of another.
    (
        "fi",
        "kirpputorilla",
        ["Kirpputori torilla", "Kirpputorille yhdessä"],
        "Ei tuloksia sanalla ”kirpputorilla”. Näytetään ”kirpputori…”.",
    ),
    ("fi", "käsipallo", [], ""),
    # Several words, each in its way.
    ("fi", "lasten konsretti", ["Lasten konsertti"], "Ei tuloksia sanalla ”konsretti”. Näytetään ”konsertti”."),
    (
        *("fi", "seniorijumppa jumpppa", ["Jumppa senioreille"]),
        "Ei tuloksia sanoilla ”seniorijumppa”, ”jumpppa”. Näytetään ”senior… jumppa”, ”jumppa”.",
    ),
    # Farther away than 30 days: what is written before what is not.
    ("fi", "talvirieha", ["Talvirieha Kasinonsaaressa"], NOT_SOON["fi"]),
    ("sv", "körsång", ["Körsång i kyrkan"], NOT_SOON["sv"]),
    ("en", "theatre", ["Children’s theatre"], NOT_SOON["en"]),
    ("fi", "lastenteatteri", ["Lasten teatteri"], f"Ei tuloksia sanalla ”lastenteatteri”. Näytetään ”lasten teatteri”. {NOT_SOON['fi']}"),
    ("fi", "talvireiha", ["Talvirieha Kasinonsaaressa"], f"Ei tuloksia sanalla ”talvireiha”. Näytetään ”talvirieha”. {NOT_SOON['fi']}"),
    # Nothing of the kind.
    ("fi", "xyzzy", [], ""),
    ("fi", "a.b*c-[d]e(f", [], ""),
    ("fi", "--- ----------", [], ""),
]


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: f"{asked[0]}-{asked[1]}")
def test_what_is_found_and_said(visit: Visit, address: str, asked: tuple[str, str, list[str], str]) -> None:
    page = visit.page
    language, question, found, said = asked
    ask(page, address, language, question)
    assert (titles(page), notice(page)) == (found, said)
    expect(page.locator("#search-state")).to_have_text("")  # the heading with the focus says it all, once


def test_the_heading_says_that_all_to_come_is_shown_and_no_chip_takes_it_away(visit: Visit, address: str) -> None:
    page = visit.page
    ask(page, address, "fi", "talvirieha")
    assert page.locator("#results-heading").inner_text() == "1 tulos: ”talvirieha”, kaikki tulevat"
    assert page.locator("#chips li .unseen").all_text_contents() == ["Poista ”talvirieha”"]
    assert page.url.endswith("#q=talvirieha")


def test_by_keyboard_the_heading_is_heard_and_what_was_shown_instead_follows_it(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto("about:blank")
    page.goto(f"{address}/sv/sok/")
    page.get_by_label("Sökord").focus()
    page.keyboard.type("körkonsert")
    page.keyboard.press("Enter")
    assert heading(page) == "1 resultat: ”körkonsert”, 30 dagar"
    assert page.evaluate("document.activeElement.id") == "results-heading"
    assert page.evaluate("document.activeElement.nextElementSibling.id") == "instead"
    assert page.get_by_text("kör konsert").count() == 1
    assert "kör" not in "".join(page.locator("[aria-live], [role=status], [role=alert]").all_text_contents())


def test_within_days_that_were_chosen_what_suits_better_at_another_time_is_offered_with_its_number(visit: Visit, address: str) -> None:
    page = visit.page
    ask(page, address, "fi", "lastenteatteri", "&when=7")
    assert titles(page) == ["Lasten konsertti"]
    expect(page.locator("#instead")).to_have_text(
        "Ei tuloksia sanalla ”lastenteatteri”. Näytetään ”lasten…”. Osuvampia tuloksia: Kaikki tulevat 1"
    )
    page.locator("#instead").get_by_role("link", name="Kaikki tulevat").click()
    expect(page.locator("#found .title")).to_contain_text(["Lasten teatteri"])
    expect(page.locator("#instead")).to_have_text("Ei tuloksia sanalla ”lastenteatteri”. Näytetään ”lasten teatteri”.")
    ask(page, address, "fi", "kasinonsaaressa", "&when=7")
    assert (titles(page), notice(page)) == ([], "")
    page.locator("#ways-on").get_by_role("link", name="Kaikki tulevat").click()
    expect(page.locator("#found .title")).to_contain_text(["Talvirieha Kasinonsaaressa"])


def test_what_needs_neither_the_second_file_nor_other_ways_loads_neither(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto("about:blank")
    Recording.asked.clear()
    ask(page, address, "fi", "retki")
    assert heading(page).startswith("12 tulosta")
    page.wait_for_load_state("networkidle")
    assert not [path for path in Recording.asked if "myohemmin" in path or "attempts" in path]


def test_without_the_second_file_the_first_one_is_searched_in_every_way(browser: Browser, address: str) -> None:
    visit = Visit(browser, address)
    visit.page.clock.set_fixed_time(NOW)
    visit.page.route("**/myohemmin.json", lambda route: route.abort())
    ask(visit.page, address, "fi", "lastenkonsertti")
    assert titles(visit.page) == ["Lasten konsertti"]
    visit.page.context.close()


EXACT = """async ([files, code]) => {
    const [{ search }, { find, opened, wordsOf }] = await Promise.all(code.map((path) => import(path)));
    const indexes = await Promise.all(files.map(async (file) => opened(await (await fetch(file)).json())));
    const words = [...new Set(indexes.flatMap(({ rows }) => rows.flatMap(({ title }) => wordsOf(title))))];
    const parts = words.flatMap((word) => [word, word.slice(0, 4), word.slice(1), word.slice(-3), word.toUpperCase()]);
    const asked = [...parts, ...parts.map((part, n) => `${part} ${parts[(n * 7 + 3) % parts.length]}`)];
    const told = ({ found }) => found.map(({ row, at }) => `${row.href} ${row.title} ${at.day}`).join();
    const wrong = [];
    let exact = 0;
    for (const q of asked) for (const when of ["30", "all", "today"]) {
        const [plain, wide] = [find, search].map((way) => way(indexes, { q, when }, 0));
        if (!plain.found.length) continue;
        exact += 1;
        if (told(plain) !== told(wide) || wide.instead.length || wide.isLater) wrong.push(q);
        const holds = ({ title }) => wordsOf(q).every((word) => title.toLowerCase().includes(word));
        const missing = indexes.flatMap(({ rows }) => rows.filter(holds)).filter(({ title }) => !told(wide).includes(title));
        if (when === "all" && missing.length) wrong.push(`${q}: ${missing[0].title}`);
    }
    return [exact, wrong];
}"""


def test_an_exact_answer_is_never_changed_by_the_other_ways(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(f"{address}/fi/haku/")
    attempts = page.locator("#search").get_attribute("data-attempts") or ""
    index = page.locator("link[rel=modulepreload][href*='search-index']").get_attribute("href") or ""
    exact, wrong = page.evaluate(EXACT, [["nyt.json", "myohemmin.json"], [attempts, index]])
    assert exact > 300
    assert wrong == []
