"""Sheets of paper: what fits on a page, what is left out and said, the code, and what becomes of a week that is over."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import brotli
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from parsel import Selector

from publish.fitting import LARGE_PRINT, NORMAL, SIZES, SheetDay, SheetRow, Size, cut, fits, lines_of, room, row_height
from publish.qr import qr, qr_of_many
from publish.views import Prose
from tests.publish_rows import NOW, HandMade, at, joined, organizer, page, publish, schedules, single, slug_of, small_region, source, weekly

_DAY = timedelta(days=1)
WEEK = "fi/tulosta/viikko-2026-w48/"


def code_text(html: str) -> str:
    """What a telephone reads from the code on the page: the SVG drawn dot by dot and given to a decoder that is not ours."""
    drawn = Selector(html).css("svg.qr path[stroke]::attr(d)").get() or ""
    side = int(html.partition('viewBox="0 0 ')[2].split()[0])
    dots = [bytearray(b"\xff" * side) for _ in range(side)]
    x = y = 0
    for move, first, second, length in re.findall(r"([Mm])(\d+) ([\d.]+)h(\d+)", drawn):
        x, y = (int(first), int(float(second))) if move == "M" else (x + int(first), y)
        dots[y][x : x + int(length)] = bytes(int(length))
        x += int(length)
    wide = [bytes(dot for dot in row for _ in range(4)) for row in dots for _ in range(4)]
    found = zxingcpp.read_barcodes(memoryview(b"".join(wide)).cast("B", (len(wide), len(wide[0]))))
    return found[0].text if found else ""


def busy(singles: int, series: int = 0) -> HandMade:
    """A week from Tuesday on with so many one-offs and weekly series."""
    parts = [
        single(f"o{n}", f"Kyläilta {n}", at(day, f"{9 + n // 6 % 12:02}:30"), at(day, f"{10 + n // 6 % 12:02}:30"))
        for n in range(singles)
        for day in [(date(2026, 11, 24) + n % 6 * _DAY).isoformat()]
    ]
    parts += [
        weekly(f"w{n}", f"Kerho {n}", (at(day, "10:00"), at(day, "11:00")), 6)
        for n in range(series)
        for day in [(date(2026, 11, 24) + n % 6 * _DAY).isoformat()]
    ]
    return joined(*parts)


def rows(html: str) -> list[str]:
    return Selector(html).css(".poster-name").xpath("normalize-space()").getall()


@given(st.text(min_size=1, max_size=80).filter(str.strip), st.sampled_from(["fi", "", "a/b/"]))
def test_any_address_is_read_from_its_code(text: str, path: str) -> None:
    address = f"https://norppala.example/{path}{re.sub(r'[^a-z0-9-]', '-', text.lower())}"
    assert code_text(str(qr(address))) == address


@given(st.text("0123456789bcdfghjkmnpqrstvwxz", min_size=16, max_size=16))
def test_codes_of_many_are_the_same_as_each_made_alone(name: str) -> None:
    assert qr_of_many("https://norppala.example/v/", name, "/") == qr(f"https://norppala.example/v/{name}/")


def test_a_printed_event_has_its_short_address_as_text_and_as_code(site: Path) -> None:
    fair = next(row for row in small_region().event_rows if row.name == {"fi": "Kyläkirppis"})
    html = page(site, f"en/event/{fair.slug}/")
    assert code_text(html) == f"https://norppala.example/v/{fair.id}/"
    assert f"https://norppala.example/v/{fair.id}/" in "".join(Selector(html).css(".on-paper ::text").getall())
    assert len(brotli.compress(html.encode())) < 6 * 1024


def test_the_code_on_a_sheet_leads_to_the_page_of_its_list(site: Path) -> None:
    for path, to in {
        "fi/tulosta/viikko-2026-w48/": "https://norppala.example/fi/",
        "fi/tulosta/alue/keskusta/viikko-2026-w49/iso/": "https://norppala.example/fi/alue/keskusta/",
        "sv/skriv-ut/omrade/keskusta/vecka-2026-w48/": "https://norppala.example/sv/omrade/keskusta/",
        "en/print/free/week-rhythm/large/": "https://norppala.example/en/free/",
    }.items():
        html = page(site, path)
        assert code_text(html) == to
        assert to.removeprefix("https://").rstrip("/") in html
        assert "+358 00 000 0000" in html
        assert "24.11.2026" in html or "24/11/2026" in html or "24 November 2026" in html


def test_a_sheet_shows_the_rest_of_this_week_and_the_whole_next_one(site: Path) -> None:
    this, following = page(site, WEEK), page(site, "fi/tulosta/viikko-2026-w49/")
    assert [" ".join(name.split()) for name in rows(this)] == [
        "Tuolijumppa", "Lähimuisti-kerho", "Sagostund", "Pikkujoulusitsit", "PERUTTU Kyläkirppis", "Näyttely: Järven valo",
    ]  # fmt: skip
    assert "Tuolijumppa" in rows(following)
    assert "UUSI AIKA Lähimuisti-kerho" in rows(following)
    assert Selector(this).css('.poster-name [lang="sv"]::text').getall() == ["Sagostund"]


def test_a_place_and_an_organizer_have_sheets_of_their_own_events_alone(tmp_path: Path) -> None:
    singing = weekly("laulu", "Yhteislaulu", (at("2026-11-25", "12:00"), at("2026-11-25", "13:00")), 6)
    elsewhere = single("retki", "Retki", at("2026-11-26", "10:00"), None, place_id="", place_text="Metsä")
    walk = replace(elsewhere, event_rows=[replace(row, organizer_id="latu") for row in elsewhere.event_rows])
    rows_of_two = replace(
        joined(singing, walk), organizer_rows=[organizer(), organizer("latu", "Latu ry"), organizer("hiljaa", "Hiljaa ry")]
    )
    publish(rows_of_two, tmp_path, schedules=schedules(languages=("fi",)))
    sheets = sorted(
        path.relative_to(tmp_path / "public/fi/tulosta").parent.as_posix()
        for path in tmp_path.glob("public/fi/tulosta/[jp]*/*/viikko-2026-w48/index.html")
    )
    assert {sheet: rows(page(tmp_path, f"fi/tulosta/{sheet}/")) for sheet in sheets} == {
        "jarjestaja/latu/viikko-2026-w48": ["Retki"],
        "jarjestaja/s13/viikko-2026-w48": ["Yhteislaulu"],
        "paikka/v-torikulma/viikko-2026-w48": ["Yhteislaulu"],
    }


def test_what_is_held_every_week_goes_first_and_stands_on_the_week_rhythm(tmp_path: Path) -> None:
    publish(busy(6, 40), tmp_path)
    html = page(tmp_path, f"{WEEK}iso/")
    shown = rows(html)
    assert {f"Kyläilta {n}" for n in range(6)} <= set(shown)
    left = 40 - sum(name.startswith("Kerho") for name in shown)
    assert f"Lisäksi {left} joka viikko toistuvaa tapahtumaa" in html
    assert "Ja " not in " ".join(Selector(html).css(".poster-note::text").getall())
    assert {f"Kerho {n}" for n in range(40)} == set(rows(page(tmp_path, "fi/tulosta/viikkorytmi/iso/")))


def test_what_does_not_fit_is_counted_and_said_with_the_phone(tmp_path: Path) -> None:
    publish(busy(60), tmp_path)
    for path, most in ((WEEK, NORMAL.most), (f"{WEEK}iso/", LARGE_PRINT.most)):
        html = page(tmp_path, path)
        shown = rows(html)
        assert 0 < len(shown) <= most
        assert f"Ja {60 - len(shown)} muuta: soita +358 00 000 0000 tai lue koodi puhelimella." in html


def test_a_region_without_a_phone_names_the_code_alone(tmp_path: Path) -> None:
    config = schedules(languages=("fi",))
    contact = config.region.contact.model_copy(update={"phone": ""})
    publish(busy(60), tmp_path, schedules=schedules(languages=("fi",), contact=contact))
    html = page(tmp_path, WEEK)
    assert "muuta: lue koodi puhelimella." in html
    assert "Kysy" not in html


def test_the_week_rhythm_names_days_off_and_leaves_out_what_is_not_weekly(tmp_path: Path) -> None:
    rare = weekly("harva", "Harva kerho", (at("2026-11-25", "12:00"), at("2026-11-25", "13:00")), 2)
    often = weekly("usein", "Kerho", (at("2026-11-25", "10:00"), at("2026-11-25", "11:00")), 6, skip=[date(2026, 12, 9)])
    publish(joined(rare, often), tmp_path)
    html = page(tmp_path, "fi/tulosta/viikkorytmi/")
    assert rows(html) == ["Kerho"]
    assert "ei 9.12." in html
    assert Selector(html).css(".poster h2::text").getall() == ["Keskiviikko"]


def test_an_empty_week_says_so(tmp_path: Path) -> None:
    publish(joined(single("myohemmin", "Myöhemmin", at("2027-01-12", "10:00"), None)), tmp_path)
    assert "Tälle viikolle ei ole tiedossa tapahtumia." in page(tmp_path, WEEK)


def test_a_week_that_is_over_leads_on_and_stays_so(tmp_path: Path) -> None:
    publish(busy(3), tmp_path)
    later = NOW + 7 * _DAY
    for now in (later, later + 7 * _DAY):
        publish(busy(3), tmp_path, now=now, force=True)
        for path, to in (
            (WEEK, "/fi/tilaa/"),
            (f"{WEEK}iso/", "/fi/tilaa/"),
            ("fi/tulosta/maksuton/viikko-2026-w48/", "/fi/tilaa/maksuton/"),
        ):
            html = page(tmp_path, path)
            assert "Tämä viikko on ohi" in html
            assert Selector(html).css("meta[http-equiv=refresh]::attr(content)").get() == f"0; url={to}"
            assert "Kyläilta" not in html
    assert "Kyläilta" not in page(tmp_path, "fi/tulosta/viikko-2026-w50/")


def test_short_links_lead_to_the_event_and_go_with_it(tmp_path: Path) -> None:
    rows = small_region()
    fair = next(row for row in rows.event_rows if row.name == {"fi": "Kyläkirppis"})
    publish(rows, tmp_path, schedules=schedules())
    html = page(tmp_path, f"v/{fair.id}/")
    assert Selector(html).css("meta[http-equiv=refresh]::attr(content)").get() == f"0; url=/fi/t/{fair.slug}/"
    assert Selector(html).css("li a::attr(href)").getall() == [f"/{way}/{fair.slug}/" for way in ("fi/t", "sv/e", "en/event")]
    assert "noindex" in html
    assert slug_of(rows, "Kyläkirppis") == fair.slug
    kept = [row for row in rows.event_rows if row.id != fair.id]
    dates = [row for row in rows.occurrence_rows if row.event_id != fair.id]
    without = joined(HandMade(event_rows=kept, occurrence_rows=dates))
    publish(without, tmp_path, schedules=schedules(), whole="gone", force=True)
    assert page(tmp_path, f"v/{fair.id}/") == html
    publish(without, tmp_path, schedules=schedules(), whole="hidden", force=True, taken_off=frozenset({fair.id}))
    assert not (tmp_path / f"public/v/{fair.id}").exists()


def a_row(name: str = "Jumppa", facts: str = "Kirjasto") -> SheetRow:
    return SheetRow(start="10.00", end="11.00", name=Prose(name), marks=(), facts=(Prose(facts),))


@given(
    st.lists(st.lists(st.text("aiM ", max_size=120), min_size=1, max_size=20), max_size=7),
    st.sampled_from(SIZES),
    st.floats(0, 90),
)
def test_what_is_kept_fits_and_nothing_is_lost(names: list[list[str]], size: Size, lines: float) -> None:
    days = tuple(SheetDay(heading=f"Päivä {n}", rows=tuple(map(a_row, day))) for n, day in enumerate(names))
    kept, rest = cut(days, size, lines)
    assert fits(kept, size, lines)
    assert sum(len(day.rows) for day in kept) + rest == sum(map(len, names))
    assert [row for day in kept for row in day.rows] == [row for day in days for row in day.rows][: sum(map(len, names)) - rest]
    assert fits(days, size, lines) == (rest == 0)


@pytest.mark.parametrize(
    ("text", "em", "lines"),
    [("", 10, 0), ("aa", 10, 1), ("aaaaa aaaaa", 3, 2), ("aaaaa aaaaa", 10, 1), ("a" * 100, 10, 6), ("W" * 10, 5, 2)],
)
def test_lines_are_broken_between_words(text: str, em: float, lines: int) -> None:
    assert lines_of(text, em) == lines


def test_longer_titles_notes_and_feet_leave_less_room() -> None:
    full = room(NORMAL, "Ikäihmiset", (), ())
    assert room(NORMAL, "Ikäihmisten omaiset ja läheiset, Savonlinnan keskusta ja ympäristö", (), ()) < full
    assert room(NORMAL, "Ikäihmiset", ("Ja 12 muuta.",), ()) < full
    assert room(LARGE_PRINT, "Ikäihmiset", (), ("osoite" * 20, "puhelin" * 10)) < room(LARGE_PRINT, "Ikäihmiset", (), ("osoite",))
    assert row_height(a_row(), NORMAL) < row_height(a_row("Pitkä nimi " * 5), NORMAL)


def test_facts_are_dated_by_the_newest_fetch(tmp_path: Path) -> None:
    fetched = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
    publish(replace(busy(1), source_rows=[source(last_fetched=fetched), source("s14", last_fetched=None)]), tmp_path)
    assert "Tiedot 20.11.2026. Muutokset mahdollisia." in page(tmp_path, WEEK)
