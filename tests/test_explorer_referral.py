"""The referral pages: sixteen questions in three languages and four forms, mistakes told in words, nothing unknown shown as a fact."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import icalendar
import pytest
from parsel import Selector

from explorer.referral_questions import LIST, QUESTIONS
from explorer.referral_reviews import offered
from tests.explorer_client import ask, explorer
from tests.referral_region import asking, region_file

ROOTS = {"fi": "ohjaus", "sv": "vagledning", "en": "referral"}
Q1 = "?ika=78&paikka=kirjasto&km=5&esteettomyys=rollaattori"
NEARBY = "/explore/ohjaus/maksutonta-lahella"
CHILD = "/explore/ohjaus/lapsi-ilman-harrastusta"


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., list[Any]]]:
    with asking(explorer(region_file(tmp_path_factory.mktemp("referral") / "a.db"))) as answers:
        yield answers


def texts(html: str, selector: str) -> list[str]:
    """The visible text of every element."""
    return [" ".join(" ".join(one.css("::text").getall()).split()) for one in Selector(html).css(selector)]


def test_every_question_answers_in_every_language_and_form(answers: Callable[..., list[Any]]) -> None:
    paths = [
        f"/explore/{ROOTS[language]}/{question.slugs[language]}{form}"
        for question in QUESTIONS
        for language in ("fi", "sv", "en")
        for form in ("", ".json", ".csv", ".atom", ".ics")
        if language == "fi" or not form
    ]
    found = dict(zip(paths, answers(*paths), strict=True))
    refused = {f"/explore/ohjaus/aukot{form}" for form in (".atom", ".ics")}
    assert {path for path, answer in found.items() if answer.status_code != 200} == refused
    for path, answer in found.items():
        if path.endswith(".json"):
            assert answer.json()["ok"] is True
        elif path.endswith(".ics") and path not in refused:
            assert icalendar.Calendar.from_ical(answer.text)["version"] == "2.0"
        elif path.endswith(".atom") and path not in refused:
            ET.fromstring(answer.text)  # noqa: S314 - our own feed
        elif path.endswith(".csv"):
            assert len(next(csv.reader(io.StringIO(answer.text)))) > 3


def test_the_front_page_names_all_sixteen_and_every_page_its_other_languages(answers: Callable[..., list[Any]]) -> None:
    front, page = answers("/explore/vagledning/", f"/explore/vagledning/minne{Q1}")
    links = Selector(front.text).css(".questions a::attr(href)").getall()
    assert links == [f"/explore/vagledning/{question.slugs['sv']}" for question in QUESTIONS]
    assert len(links) == 16
    assert Selector(page.text).css(".languages a::attr(href)").getall() == [
        f"/explore/ohjaus/muisti{Q1}", f"/explore/vagledning/minne{Q1}", f"/explore/referral/memory{Q1}",
    ]  # fmt: skip


def test_slugs_are_all_different_in_a_language() -> None:
    for language in ROOTS:
        slugs = [question.slugs[language] for question in QUESTIONS] + [LIST[language]]  # type: ignore[index]
        assert len(slugs) == len(set(slugs))
        assert all(re.fullmatch(r"[a-z0-9-]+", slug) for slug in slugs)


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        (f"/explore/ohjaus/maksutonta-lahella{Q1}",
         "2 tulosta: 78-vuotias, enintään 5 km: Lähikirjasto, maksuton, ei ilmoittautumista, 23.11.–6.12., esteetön sisäänkäynti"),
        (f"/explore/vagledning/gratis-i-narheten{Q1}",
         "2 resultat: 78 år, högst 5 km från Lähikirjasto, gratis, ingen anmälan, 23.11–6.12, tillgänglig ingång"),
        (f"/explore/referral/free-nearby{Q1}",
         "2 results: aged 78, at most 5 km from Lähikirjasto, free, no enrolment, 23 Nov–6 Dec, step-free entrance"),
        (f"{NEARBY}?hinta_max=&ilmoittautuminen=&paivia=&alkaen=1.12.2026&aika=aamu&kieli=sv&alue=Kerim%C3%A4ki",
         "0 tulosta: Kerimäki, 1.12.2026 alkaen, aamulla, kieli ruotsi"),
    ],
)  # fmt: skip
def test_what_was_asked_is_said_in_a_sentence(path: str, sentence: str, answers: Callable[..., list[Any]]) -> None:
    (page,) = answers(path)
    assert texts(page.text, "#results") == [sentence]


def test_a_card_says_nine_things_and_what_nobody_told(answers: Callable[..., list[Any]]) -> None:
    (page,) = answers(f"{NEARBY}{Q1}")
    card = Selector(page.text).css("#o-kahvila").get("")
    said = dict(zip(texts(card, "dt"), texts(card, "dd"), strict=True))
    assert said == {
        "Kenelle": "Ikäihmiset",
        "Hinta": "Maksuton",
        "Milloin": "joka ke 13.00 seuraavat 25.11., 2.12., 9.12.",
        "Missä": "Kylätalo Kerimäki, Savonlinna, 0,2 km",
        "Esteettömyys": "Esteetön sisäänkäynti: on Esteetön wc: ei tietoa Induktiosilmukka: ei tietoa",
        "Kyyti": "”Kyytiä voi kysyä toimistosta, puh.”",
        "Mukaan": "Tule suoraan, ei ilmoittautumista",
        "Yhteys": "Kylän seniorit ry puh. 015 123 4567",
        "Tieto": "tarkistettu tänään 23.11.",
    }
    assert texts(card, ".next") == ["ke 25.11. klo 13.00 (joka ke) 0,2 km"]


def test_what_is_not_told_is_never_shown_as_free_open_or_accessible(answers: Callable[..., list[Any]]) -> None:
    page, data = answers(f"{NEARBY}{Q1}&tuntematon=1", f"{NEARBY}.json{Q1}&tuntematon=1")
    card = Selector(page.text).css("#o-hiljainen").get("")
    said = dict(zip(texts(card, "dt"), texts(card, "dd"), strict=True))
    assert {said[key] for key in ("Kenelle", "Hinta", "Mukaan")} == {"ei tietoa, kysy"}
    assert "on" not in said["Esteettömyys"].split()
    assert texts(card, ".to-ask") == ["Ei tiedossa: hinta, pitääkö ilmoittautua, esteettömyys, kenelle"]
    told = next(one for one in data.json()["results"] if one["id"] == "hiljainen")
    assert (told["cost"]["is_free"], told["enrolment"]["required"], told["accessibility"]["step_free_entrance"]) == (None, None, None)


def test_unknown_ones_are_counted_and_one_link_away(answers: Callable[..., list[Any]]) -> None:
    (page,) = answers(f"{NEARBY}{Q1}")
    (link,) = [one for one in Selector(page.text).css(".results .note a::attr(href)").getall() if "tuntematon=1" in one]
    (shown,) = answers(link)
    assert "Lisäksi 4, jotka muuten sopivat" in page.text
    assert Selector(shown.text).css("#o-hiljainen")
    assert not Selector(page.text).css("#o-hiljainen")


def test_near_misses_name_the_one_condition_and_lead_to_that_search(answers: Callable[..., list[Any]]) -> None:
    (page,) = answers(f"{NEARBY}{Q1}")
    whole = Selector(page.text)
    found = {section.css("h3::text").get(): section.css("article::attr(id)").getall() for section in whole.css(".near > section")}
    assert found == {
        "Jos matka saa olla pidempi": ["o-koulussa"],
        "Jos aikaa saa olla enemmän": ["o-myohemmin"],
        "Jos se saa maksaa enemmän": ["o-maksaa"],
        "Jos ilmoittautuminen käy": ["o-lista"],
        "Jos esteettömyydestä voi tinkiä": ["o-portaat"],
    }
    looser = whole.css(".near section > p > a::attr(href)").getall()
    for answer, added in zip(answers(*looser), ("koulussa", "myohemmin", "maksaa", "lista", "portaat"), strict=True):
        assert f'id="o-{added}"' in answer.text.partition('class="near"')[0]


def test_beyond_the_farthest_distance_the_whole_region_is_asked(answers: Callable[..., list[Any]]) -> None:
    (page,) = answers(f"{NEARBY}?paikka=talo&km=30&hinta_max=2&ilmoittautuminen=&ika=64&paivia=30")
    assert not [one for one in Selector(page.text).css(".near section > p > a::attr(href)").getall() if "km=60" in one]


def test_full_ones_are_told_with_their_next_season(answers: Callable[..., list[Any]]) -> None:
    page, data = answers(CHILD, f"{CHILD}.json")
    full = Selector(page.text).css("section.full").get("")
    assert texts(full, "h2") == ["Täynnä nyt 1"]
    assert texts(full, ".season") == ["Seuraava kausi alkaa to 14.1.2027"]
    assert not Selector(full).css("input")
    assert [(one["id"], one["season"]) for one in data.json()["full"]] == [("taynna", "Seuraava kausi alkaa to 14.1.2027")]
    assert data.json()["results"] == []


def test_stale_ones_warn_and_very_stale_ones_are_left_out_until_asked_for(answers: Callable[..., list[Any]]) -> None:
    base = f"{NEARBY}?ika=78&esteettomyys=rollaattori"
    page, shown = answers(base, f"{base}&vanhat=1")
    old = Selector(page.text).css("#o-vanha").get("")
    assert "ei ole voitu tarkistaa 44 päivään, viimeksi 10.10.2026" in texts(old, "dd")
    assert texts(old, ".badge") == ["Tarkista tieto"]
    assert "1 jätettiin pois, koska sitä ei ole voitu tarkistaa yli 180 päivään." in page.text
    assert not Selector(page.text).css("#o-hyvinvanha")
    assert Selector(shown.text).css("#o-hyvinvanha")


def test_one_service_at_three_places_stands_once(answers: Callable[..., list[Any]]) -> None:
    (page,) = answers(f"{NEARBY}?ilmoittautuminen=&paikka=kirjasto&km=30")
    (card,) = [one.get() for one in Selector(page.text).css("article") if "Järjestöneuvonta" in (one.get() or "")]
    assert [line for line in texts(card, "dd span") if line.startswith("Myös")] == [
        "Myös: Lähikirjasto, ke 2.12. klo 10.00, 0,0 km", "Myös: Halli, to 3.12. klo 10.00, 21,4 km",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "field", "words"),
    [
        ("ika=sata", "ika", "”sata” ei käy. Kirjoita luku väliltä 0–120"),
        ("ika=7.5", "ika", "”7.5” ei käy"),
        ("ika=999", "ika", "0–120"),
        ("km=7", "km", "Valitse: 2, 5, 10, 30."),
        ("km=5", "km", "Valitse etäisyyden lisäksi alue tai paikka"),
        ("paikka=linnake", "paikka", "Paikkaa ”linnake” ei ole rekisterissä"),
        ("alue=Atlantis", "alue", "Aluetta ”Atlantis” ei ole"),
        ("alkaen=31.2.2027", "alkaen", "”31.2.2027” ei ole päivä"),
        ("alkaen=huomenna", "alkaen", "”huomenna” ei ole päivä"),
        ("alkaen=1.1.2999", "alkaen", "liian kaukana"),
        ("paivia=0", "paivia", "väliltä 1–400"),
        ("paivia=kaikki", "paivia", "väliltä 1–400"),
        ("aika=yö", "aika", "Valitse: aamu, paiva, ilta."),
        ("hinta_max=-1", "hinta_max", "”-1” ei käy"),
        ("esteettomyys=lentävä", "esteettomyys", "Valitse: rollaattori"),
        ("kyyti=ehka", "kyyti", "Valitse: 1."),
        ("ilmoittautuminen=on", "ilmoittautuminen", "Valitse: ei."),
        ("kieli=tlh", "kieli", "Valitse: fi, sv, en"),
        ("jarjestys=arpa", "jarjestys", "Valitse: aika, matka, tarkistettu."),
        ("tuntematon=on", "tuntematon", "Valitse: 1."),
        ("ika=7&ika=8", "ika", "monta kertaa"),
        ("hakusana=<script>", "", "hakuehto ”hakusana”, jota ei tunneta"),
    ],
)
def test_a_mistake_is_answered_in_words_beside_its_field(query: str, field: str, words: str, answers: Callable[..., list[Any]]) -> None:
    page, data = answers(f"{NEARBY}?{query}", f"{NEARBY}.json?{query}")
    assert (page.status_code, data.status_code) == (400, 400)
    whole = Selector(page.text)
    assert any(words in one for one in texts(page.text, ".problems li"))
    assert not whole.css("article")
    if field:
        assert whole.css(f'.problems a[href="#{field}"]')
        assert whole.css(f'#{field}[aria-invalid="true"]').attrib["aria-describedby"].endswith(f"{field}-problem")
        assert words in texts(page.text, f"#{field}-problem")[0]
    assert data.json()["problems"][0]["parameter"] == field
    assert "<script>" not in page.text


@pytest.mark.parametrize("slug", ["aukot", "paallekkaisyydet", "uutta-ja-muuttunutta", "vanhentuneet-tiedot"])
def test_the_tables_too_tell_mistakes_in_words(slug: str, answers: Callable[..., list[Any]]) -> None:
    for query in ("paivia=x", "ika=3", "laji=mikä&kenelle=marsilaiset"):
        page, data = answers(f"/explore/ohjaus/{slug}?{query}", f"/explore/ohjaus/{slug}.csv?{query}")
        assert (page.status_code, data.status_code) == (400, 400)
        assert texts(page.text, ".problems li")


def test_a_past_first_day_is_moved_to_today_and_said_so(answers: Callable[..., list[Any]]) -> None:
    (page,) = answers(f"{NEARBY}{Q1}&alkaen=1.11.2026")
    assert "1.11.2026 on jo mennyt, joten haku alkaa tästä päivästä, 23.11.2026." in page.text


def test_an_emptied_condition_is_no_longer_asked(answers: Callable[..., list[Any]]) -> None:
    asked, emptied = answers(f"{NEARBY}.json", f"{NEARBY}.json?hinta_max=&ilmoittautuminen=")
    assert asked.json()["parameters"]["hinta_max"] == "0"
    assert "hinta_max" not in emptied.json()["parameters"]
    assert {one["id"] for one in emptied.json()["results"]} > {one["id"] for one in asked.json()["results"]}


def test_data_has_what_the_page_has_and_null_for_what_nobody_told(answers: Callable[..., list[Any]]) -> None:
    page, data, table, feed, calendar = answers(*[f"{NEARBY}{form}{Q1}" for form in ("", ".json", ".csv", ".atom", ".ics")])
    shown = [one.removeprefix("o-") for one in Selector(page.text).css(".results article::attr(id)").getall()]
    assert shown == ["kahvila", "tukea"]
    told = data.json()
    assert [one["id"] for one in told["results"]] == shown
    assert told["asked"] == texts(page.text, "#results")[0]
    first = told["results"][0]
    assert first["accessibility"] == {"step_free_entrance": True, "accessible_toilet": None, "induction_loop": None}
    assert first["contact"] == {"organizer": "Kylän seniorit ry", "url": None, "phones": ["015 123 4567"]}
    assert first["next"] == ["2026-11-25T11:00:00Z", "2026-12-02T11:00:00Z", "2026-12-09T11:00:00Z"]
    assert [row[0] for row in csv.reader(io.StringIO(table.text))][1:] == shown
    entries = ET.fromstring(feed.text).findall("{http://www.w3.org/2005/Atom}entry")  # noqa: S314 - our own feed
    assert sorted(entry.findtext("{http://www.w3.org/2005/Atom}id", "").rpartition("/")[2] for entry in entries) == shown
    events: list[Any] = icalendar.Calendar.from_ical(calendar.text).walk("VEVENT")
    starts = sorted(event["dtstart"].dt.isoformat() for event in events if event["summary"] == "Ystäväkahvila")
    assert starts == ["2026-11-25T13:00:00+02:00", "2026-12-02T13:00:00+02:00"]
    assert {event["dtstart"].params["TZID"] for event in events} == {"Europe/Helsinki"}


def test_a_cell_of_the_table_is_never_a_formula(tmp_path: Path) -> None:
    from tests.explorer_region import at, write_region
    from tests.referral_region import FREE, add

    def formula(region: Any) -> None:
        region.organizer("kunta", "=1+1")
        add(region, "a", at(25, 12), name='=HYPERLINK("http://x.example")', **FREE)

    (table,) = ask(explorer(write_region(tmp_path / "a.db", formula)), f"{NEARBY}.csv")
    cells = [cell for row in csv.reader(io.StringIO(table.text)) for cell in row]
    assert '\'=HYPERLINK("http://x.example")' in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


def test_gaps_stale_overlaps_and_news_are_tables_with_the_same_as_data(answers: Callable[..., list[Any]]) -> None:
    gaps, data, stale, news = answers(
        "/explore/ohjaus/aukot?kenelle=seniors&paivia=14", "/explore/ohjaus/aukot.json?kenelle=seniors&paivia=14",
        "/explore/ohjaus/vanhentuneet-tiedot", "/explore/ohjaus/uutta-ja-muuttunutta",
    )  # fmt: skip
    rows = [texts(row.get(), "th, td") for row in Selector(gaps.text).css("tbody tr")]
    assert ["Kerimäki", "– ei mitään", "– ei mitään", "1", "1", "3", "1", "– ei mitään"] in rows
    assert {"audience": "seniors", "district": "Kerimäki", "municipality_code": "740", "weekday": 1} in data.json()["rows"]
    assert texts(stale.text, "tbody tr td:nth-child(2)") == ["Hyvin kauan hiljaa, Halli", "Kauan hiljaa, Halli"]
    assert ["to 26.11.", "Poistunut", "Poistunut, Kylätalo", "–"] in [texts(row.get(), "td") for row in Selector(news.text).css("tbody tr")]


def test_what_is_no_event_has_no_feed() -> None:
    assert [question.key for question in QUESTIONS if question.answered != "offers" and "atom" not in offered(question)] == ["gaps"]


def test_addresses_that_are_none_are_not_found(answers: Callable[..., list[Any]]) -> None:
    paths = ("/explore/ohjaus/free-nearby", "/explore/ohjaus/olematon", "/explore/ohjaus/etana.txt", "/explore/ohjaus/etana.pdf")
    assert [answer.status_code for answer in answers(*paths)] == [404] * 4
