"""What pages say: when and where first, states in words, what is unknown never as if it were known, nothing that a text could break."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, date, timedelta
from pathlib import Path

import pytest
from parsel import Selector

from publish.almanac import Span
from store.reading import IssueRow
from tests.publish_rows import (
    NOW,
    at,
    files,
    joined,
    organizer,
    page,
    place,
    publish,
    schedules,
    single,
    slug_of,
    small_region,
    source,
    weekly,
)
from tests.publish_scenario import scenario_region
from tests.shared import REGION, needs_region

LANGUAGES = ("fi", "sv", "en")
DAY = timedelta(days=1)


def text_of(html: str, css: str = "main") -> str:
    """The words a reader gets from a part of a page, in one line."""
    return " ".join(" ".join(Selector(html).css(f"{css} ::text").getall()).split())


def test_home_shows_today_and_tomorrow_and_what_is_new(site: Path) -> None:
    words = text_of(page(site, "fi/"))
    assert "Mitä tänään tehtäisiin? Tiistai 24.11.2026, viikko 48" in words
    assert "Tänään Tiistai 24.11." in words
    assert words.index("10.00 –11.00 Tuolijumppa") < words.index("13.00 –15.00 Lähimuisti-kerho") < words.index("Sagostund")
    assert "PERUTTU Kyläkirppis" in words


@pytest.mark.parametrize(
    ("today", "tomorrow", "shown"), [(15, 10, [8, 4]), (2, 20, [2, 10]), (20, 0, [12, 0]), (20, 1, [11, 1]), (3, 3, [3, 3])]
)
def test_home_has_twelve_of_today_and_tomorrow_together(tmp_path: Path, today: int, tomorrow: int, shown: list[int]) -> None:
    counts = {"2026-11-24": today, "2026-11-25": tomorrow}
    rows = joined(*(single(f"{day}-{n}", f"Ilta {n}", at(day, "18:00"), None) for day, count in counts.items() for n in range(count)))
    publish(rows, tmp_path)
    days = Selector(page(tmp_path, "fi/")).css("section.day")[:2]
    assert [len(day.css("li.card")) for day in days] == shown
    assert [bool(day.css(".more a")) for day in days] == [count > kept for count, kept in zip(counts.values(), shown, strict=True)]


def test_a_card_says_when_where_and_how_often_in_this_order(site: Path) -> None:
    card = Selector(page(site, "fi/pv/2026-11-24/")).css("li.card")[0]
    assert " ".join(" ".join(card.css("::text").getall()).split()) == (
        "10.00 –11.00 Tuolijumppa , tiistaina 24.11. klo 10.00, Kumppanuustalo Torikulma joka tiistai Kumppanuustalo Torikulma, Keskusta "
        "Norppalan Eläkeväki ry, haettu 24.11."
    )
    assert card.css("time::attr(datetime)").get() == "2026-11-24T10:00+02:00"


def test_cancelled_and_moved_stay_in_their_place_with_words_before_the_title(site: Path) -> None:
    saturday = text_of(page(site, "fi/pv/2026-11-28/"), "ul.cards")
    assert saturday.startswith("10.00 –13.00 PERUTTU Kyläkirppis")
    moved = text_of(page(site, "fi/pv/2026-12-02/"), "ul.cards")
    assert "14.00 –16.00 UUSI AIKA Lähimuisti-kerho" in moved
    assert "aiempi aika ti 1.12. klo 13.00" in moved
    assert "PERUTTU Lähimuisti-kerho" in text_of(page(site, "fi/pv/2026-12-08/"))


def test_the_week_lists_one_offs_by_day_and_series_once(site: Path) -> None:
    html = page(site, "fi/viikko/2026-w48/")
    days, regulars = text_of(html, "section.day"), text_of(html, "ul.regulars")
    assert "Tuolijumppa" not in days
    assert "Tuolijumppa ti 10.00–11.00 Kumppanuustalo Torikulma, Keskusta" in regulars
    assert [part in days for part in ("Sagostund", "Pikkujoulusitsit", "PERUTTU Kyläkirppis")] == [True] * 3
    assert "Näyttely: Järven valo" in text_of(html, "#running + ul")
    assert Selector(html).css("h1::text").get() == "Viikko 48/2026"


@pytest.mark.parametrize(
    ("path", "days"),
    [
        ("fi/viikko/2026-w48/", ["Ma 23.", "Ti 24."]),
        ("sv/vecka/2026-w48/", ["Mån 23", "Tis 24"]),
        ("en/week/2026-w48/", ["Mon 23", "Tue 24"]),
    ],
)
def test_the_days_of_a_week_are_written_as_the_language_does(site: Path, path: str, days: list[str]) -> None:
    assert Selector(page(site, path)).css(".strip-days a[href^='#d']::text").getall()[:2] == days


def test_the_month_is_a_real_table_of_day_links(site: Path) -> None:
    html = Selector(page(site, "fi/kk/2026-12/"))
    assert html.css("table.month caption::text").get() == "Joulukuu 2026: tapahtumat päivittäin"
    assert html.css("thead th[scope=col]").getall().__len__() == 8
    assert html.css("tbody th[scope=row] a::attr(href)").getall()[0] == "/fi/viikko/2026-w49/"
    cell = html.css('a.cell[href="/fi/pv/2026-12-02/"]')
    assert " ".join("".join(cell.xpath(".//text()[not(ancestor::*[@aria-hidden])]").getall()).split()) == "2. joulukuuta, 2 tapahtumaa"
    assert len(html.css("table a")) <= 45


def test_an_exhibition_is_one_thing_that_goes_on(site: Path) -> None:
    html = page(site, "fi/pv/2026-11-30/")
    assert "koko päivä Näyttely: Järven valo" in text_of(html, "#running + ul")
    assert "28.2. asti" in text_of(html, "#running + ul")
    item = page(site, f"fi/t/{slug_of(small_region(), 'Näyttely: Järven valo')}/")
    assert "20.11.2026–28.2.2027" in text_of(item)


def test_a_night_belongs_to_its_evening(site: Path) -> None:
    assert "19.00 –1.00 Pikkujoulusitsit" in text_of(page(site, "fi/pv/2026-11-27/"))
    assert "Pikkujoulusitsit" not in text_of(page(site, "fi/pv/2026-11-28/"))


def test_a_series_tells_its_timetable_its_breaks_and_its_dates(site: Path) -> None:
    html = page(site, f"fi/s/{slug_of(small_region(), 'Tuolijumppa')}/")
    words = text_of(html)
    assert "Milloin Joka tiistai klo 10.00–11.00 ei 22.12., 29.12." in words
    dates = Selector(html).css(".date-list time::text").getall()
    assert dates[:2] == ["Tiistai 24.11.2026 klo 10.00–11.00", "Tiistai 1.12.2026 klo 10.00–11.00"]
    assert not [text for text in dates if "22.12." in text]


def test_what_nobody_told_is_said_to_be_unknown_and_never_free_or_open(site: Path) -> None:
    named = {"ohje", "ilmoittautuminen-auki", "tyylit"}
    for path in (path for path in (site / "public/fi").rglob("index.html") if path.parent.name not in named):
        words = text_of(re.sub(r"(?s)<fieldset.*?</fieldset>", "", path.read_text(encoding="utf-8")))
        if "maksuton" in path.parts:  # the list of what is free has the word in its name
            assert not re.search(r'<li class="(?:card|regular)', path.read_text(encoding="utf-8"))
            continue
        assert not re.search(r"maksuton|ilmainen|vapaa pääsy|ilmoittautuminen auki", words, re.IGNORECASE), path
    item = text_of(page(site, f"fi/t/{slug_of(small_region(), 'Sagostund')}/"))
    assert "Kenelle, hinta ja ilmoittautuminen ei tietoa" in item
    assert "Keskiviikko 25.11.2026 klo 17.00 Missä" in item


def test_every_item_says_where_it_comes_from_and_when(site: Path) -> None:
    html = Selector(page(site, f"fi/t/{slug_of(small_region(), 'Sagostund')}/"))
    words = " ".join(" ".join(html.css(".provenance ::text").getall()).split())
    assert words == "Tiedon alkuperä Norppalan Eläkeväki ry haettu 24.11.2026 Muuttunut 3.11.2026 Ilmoita virheestä"
    report = html.css(".provenance > p a::attr(href)").get() or ""
    assert report.startswith("/explore/palaute/?about=event%3A")


def test_a_mistake_is_reported_by_mail_where_no_explorer_stands_beside(tmp_path: Path) -> None:
    publish(small_region(), tmp_path, schedules=schedules(languages=("fi",), explorer_address=""))
    html = Selector(page(tmp_path, f"fi/t/{slug_of(small_region(), 'Sagostund')}/"))
    report = html.css(".provenance a[href^=mailto]::attr(href)").get() or ""
    assert report.startswith(
        "mailto:kalenteri@norppala.example?subject=Virhe%20kalenterissa%3A%20Sagostund&body=https%3A//norppala.example/fi/t/"
    )


def test_an_old_fetch_is_said_in_words(tmp_path: Path) -> None:
    rows = replace(small_region(), source_rows=[source(last_fetched=(NOW - 9 * DAY).astimezone(UTC))])
    publish(rows, tmp_path)
    assert "ei ole voitu tarkistaa 15.11.2026 jälkeen" in text_of(page(tmp_path, f"fi/t/{slug_of(rows, 'Sagostund')}/"))
    assert "Tieto vanhentunut" in text_of(page(tmp_path, "fi/lahteet/s13/"))


def test_foreign_text_is_marked_and_named(site: Path) -> None:
    slug = slug_of(small_region(), "Tuolijumppa")
    html = Selector(page(site, f"sv/serie/{slug}/"))
    assert html.css("h1 [lang=fi]::text").get() == "Tuolijumppa"
    assert html.css(".only::text").get() == "Bara på finska"
    assert html.css("html::attr(lang)").get() == "sv"
    assert "Varje tisdag kl. 10.00–11.00" in text_of(html.get())
    swedish = Selector(page(site, f"sv/e/{slug_of(small_region(), 'Sagostund')}/"))
    assert not swedish.css(".only")
    english = page(site, f"en/series/{slug}/")
    assert "Only in Finnish" in english
    assert "Every Tuesday, 10:00–11:00" in text_of(english)


def test_the_language_links_lead_to_the_same_item(site: Path) -> None:
    slug = slug_of(small_region(), "Tuolijumppa")
    html = Selector(page(site, f"fi/s/{slug}/"))
    assert html.css(".languages a::attr(href)").getall() == [f"/sv/serie/{slug}/", f"/en/series/{slug}/"]
    assert html.css('link[rel=alternate][hreflang="en"]::attr(href)').get() == f"https://norppala.example/en/series/{slug}/"
    assert html.css("link[rel=canonical]::attr(href)").get() == f"https://norppala.example/fi/s/{slug}/"


def test_a_withdrawn_event_keeps_its_page_and_leaves_the_lists(tmp_path: Path) -> None:
    gone = single("pois", "Poistunut ilta", at("2026-11-26", "18:00"), None, withdrawn_at=NOW.astimezone(UTC))
    publish(joined(gone, small_region()), tmp_path)
    html = page(tmp_path, f"fi/t/{gone.event_rows[0].slug}/")
    assert "Tapahtuma poistui lähteestä 24.11.2026." in text_of(html)
    assert 'content="noindex"' in html
    shown = [path for path, data in files(tmp_path).items() if path.startswith("fi/") and b"Poistunut ilta" in data]
    assert {path.split("/")[-2] for path in shown} == {gone.event_rows[0].slug}


def test_an_ended_event_says_so(tmp_path: Path) -> None:
    past = single("ohi", "Mennyt ilta", at("2026-11-10", "18:00"), None)
    publish(joined(past, small_region()), tmp_path)
    assert "ON PÄÄTTYNYT Mennyt ilta" in text_of(page(tmp_path, f"fi/t/{past.event_rows[0].slug}/"))


def test_an_empty_day_shows_the_way_on(tmp_path: Path) -> None:
    publish(joined(single("a", "Kuoro", at("2026-12-04", "18:00"), None)), tmp_path)
    html = Selector(page(tmp_path, "fi/pv/2026-11-26/"))
    assert html.css("p.empty a::attr(href)").get() == "/fi/pv/2026-12-04/"
    assert "perjantai 4.12.2026" in text_of(html.get())


def test_places_tell_what_is_known_of_access_and_what_is_not(site: Path) -> None:
    words = text_of(page(site, "fi/paikka/v-torikulma/"))
    assert "Esteetön sisäänkäynti on Esteetön wc on Induktiosilmukka ei tietoa, kysy" in words
    assert "Torikatu 1, 57130 Savonlinna" in words
    assert "60 hengelle" in words
    assert "joka tiistai klo 10.00–11.00" in words


def test_indexes_list_everyone_with_counts(tmp_path: Path) -> None:
    rows = replace(
        small_region(),
        place_rows=[place(), place("v-sali", "Norppasali", district="Talvisalo")],
        organizer_rows=[organizer(), organizer("s02", "Öljymäen kylä")],
    )
    publish(rows, tmp_path)
    assert "Kumppanuustalo Torikulma Torikatu 1 5 tulossa" in text_of(page(tmp_path, "fi/paikat/"))
    assert "Norppasali Torikatu 1 ei tulossa" in text_of(page(tmp_path, "fi/paikat/"))
    assert Selector(page(tmp_path, "fi/jarjestajat/")).css(".index-group h2::text").getall() == ["N", "Ö"]


STATES = [
    "ok",
    "new",
    "removed",
    "unreachable",
    "blocked",
    "disallowed",
    "not_configured",
    "gone",
    "unreadable",
    "suspicious",
    "failed",
    "what-is-this",
]


def test_every_state_of_a_source_is_told_in_words_with_what_to_do(tmp_path: Path) -> None:
    rows = replace(small_region(), source_rows=[source(f"s-{n}", f"Lähde {n}", state=state) for n, state in enumerate(STATES)])
    publish(rows, tmp_path, schedules=schedules())
    for n in range(len(STATES)):
        for language, folder in (("fi", "lahteet"), ("sv", "kallor"), ("en", "sources")):
            words = text_of(page(tmp_path, f"{language}/{folder}/s-{n}/"), "section.state")
            assert len(words) > 20
            assert "_" not in words
            assert "what-is-this" not in words


def test_a_source_page_has_the_reason_and_its_issues_for_the_publisher(tmp_path: Path) -> None:
    common = {"source_id": "s13", "uid": "x", "code": "no_end", "severity": "warning", "field": "DTEND"}
    message = {"fi": "Päättymisaika puuttuu.", "sv": "Sluttiden saknas.", "en": "The end is missing."}
    issues = [IssueRow(**common, value="", line=n, message=message) for n in range(1, 15)]
    hostile = IssueRow(**{**common, "code": "bad"}, value="<script>alert(1)</script>", line=None, message={"fi": "Outo arvo."})
    rows = replace(small_region(), issue_rows=[*issues, hostile], source_rows=[source(state="unreachable", reason="dns", issues=15)])
    publish(rows, tmp_path)
    html = page(tmp_path, "fi/lahteet/s13/")
    words = text_of(html)
    assert "Palvelimen nimeä ei löydy." in words
    assert "Korjattava 14 kertaa Päättymisaika puuttuu. rivi 1, DTEND" in words
    assert "ja vielä 4" in words
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


HOSTILE = "</script><script>alert(1)</script><!--<script>\"'&{{7*7}}{% raw %}\u2028"


def test_no_text_of_a_source_can_act_on_a_page(tmp_path: Path) -> None:
    rows = joined(
        single(
            "paha",
            HOSTILE,
            at("2026-11-26", "18:00"),
            None,
            name={"fi": HOSTILE},
            place_id="",
            place_text=HOSTILE,
            url="javascript:alert(1)",
            conference=("https://ok.example/x", "//evil.example", "https:\\\\evil.example"),
            categories=(HOSTILE,),
        ),
        organizer_rows=[organizer(name=HOSTILE, url="data:text/html,x")],
        place_rows=[place(name=HOSTILE)],
        source_rows=[source(title=HOSTILE)],
    )
    publish(rows, tmp_path, schedules=schedules())
    for path in (tmp_path / "public").rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        scripts = Selector(html).css("script")
        ours = [script for script in scripts if script.attrib.get("src", "").startswith("/static/") and not script.css("::text").get()]
        assert all(script.attrib.get("type") == "application/ld+json" for script in scripts if script not in ours)
        assert not re.search(r'="\s*(?:javascript:|data:|//|[^"]*evil)', html)
        assert "<!--" not in html
    item = Selector(page(tmp_path, f"fi/t/{rows.event_rows[0].slug}/"))
    data = json.loads(item.css("script::text").get() or "")
    assert data["name"] == HOSTILE
    assert "{{7*7}}" in text_of(item.get(), "h1")
    assert item.css(".answers a[rel=external]::attr(href)").getall() == ["https://ok.example/x"]
    ET.parse(tmp_path / "public/fi/syote.xml")  # noqa: S314 - our own output


def test_the_root_is_a_plain_choice_of_language(site: Path) -> None:
    html = Selector(page(site, "index.html"))
    assert html.css("a.choice::attr(href)").getall() == ["/fi/", "/sv/", "/en/"]
    assert not html.css("meta[http-equiv=refresh]")
    missing = text_of(page(site, "404.html"))
    assert all(words in missing for words in ("Sivua ei löytynyt", "Sidan hittades inte", "Page not found"))


def test_the_subscribe_page_offers_webcal_and_an_address_to_copy(site: Path) -> None:
    html = Selector(page(site, "fi/tilaa/"))
    assert html.css(".button::attr(href)").get() == "webcal://norppala.example/fi/kalenteri.ics"
    assert html.css(".address code::text").get() == "https://norppala.example/fi/kalenteri.ics"


def test_the_accessibility_statement_has_what_the_law_asks(site: Path) -> None:
    words = text_of(page(site, "fi/saavutettavuus/"))
    for part in ("https://norppala.example", "WCAG 2.2", "Vastaamme 14 päivässä", "Traficom", "1.11.2026", "kalenteri@norppala.example"):
        assert part in words


@pytest.mark.parametrize("path", ["sv/tillganglighet/", "sv/respons/", "sv/dataskydd/"])
def test_who_answers_is_named_in_the_readers_language(site: Path, path: str) -> None:
    words = text_of(page(site, path))
    assert "Kulturtjänsterna i Norppala" in words
    assert "Norppalan kulttuuripalvelut" not in words


def test_one_language_only(tmp_path: Path) -> None:
    publish(small_region(), tmp_path)
    assert not (tmp_path / "public/sv").exists()
    assert Selector(page(tmp_path, "fi/")).css(".languages a").getall() == []


def test_the_days_with_pages_and_their_whole_weeks_and_months() -> None:
    span = Span(today=date(2026, 11, 24), first=date(2026, 10, 24), last=date(2027, 1, 12))
    assert len(list(span.days())) == 81
    assert [next(iter(span.mondays())), list(span.mondays())[-1]] == [date(2026, 10, 26), date(2027, 1, 11)]
    assert list(span.months()) == [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)]
    tight = Span(today=date(2026, 11, 24), first=date(2026, 11, 24), last=date(2026, 12, 1))
    assert [list(tight.mondays()), list(tight.months())] == [
        [date(2026, 11, 23), date(2026, 11, 30)],
        [date(2026, 11, 1), date(2026, 12, 1)],
    ]


def test_pages_of_permanent_addresses_do_not_change_from_day_to_day(tmp_path: Path) -> None:
    rows = joined(weekly("a", "Kuoro", (at("2026-12-01", "18:00"), at("2026-12-01", "20:00")), 6))
    publish(rows, tmp_path)
    before = {path: path.read_bytes() for path in (tmp_path / "site-a/fi/pv").rglob("*.html")}
    publish(rows, tmp_path, now=NOW + DAY)
    kept = [path for path, data in before.items() if (tmp_path / "public/fi/pv" / path.parent.name / "index.html").read_bytes() == data]
    assert len(kept) >= len(before) - 2  # the days at the edges of the span lose or gain a neighbour


def test_a_location_that_is_an_address_leads_there_and_an_end_at_midnight_is_24(tmp_path: Path) -> None:
    address = "https://kartta.example/?q=torppa"
    rows = single("j", "Juhla", at("2026-11-24", "18:00"), at("2026-11-25", "00:00"), place_id="", place_text=address)
    publish(rows, tmp_path)
    link = Selector(page(tmp_path, f"fi/t/{slug_of(rows, 'Juhla')}/")).css(f"main a[href='{address}']")
    assert (link.css("::text").get(), link.attrib["rel"]) == ("kartta.example", "external")
    card = text_of(page(tmp_path, "fi/pv/2026-11-24/"), "li.card")
    assert card.startswith("18.00 –24.00 Juhla")
    assert "https://" not in card


@needs_region
def test_the_whole_scenario_is_published(tmp_path: Path) -> None:
    rows = scenario_region(REGION / "scenario.json")
    publish(rows, tmp_path)
    assert "PERUTTU Kyläkirppis" in text_of(page(tmp_path, "fi/viikko/2026-w48/"))
    assert "UUSI AIKA Lasten konsertti" in text_of(page(tmp_path, "fi/pv/2026-12-06/"))
    assert "Языковое кафе" in page(tmp_path, "fi/pv/2026-11-26/")
