"""The statistics' pages: numbers, pictures, CSV and JSON say the same; filters; gaps; the month on paper; three languages."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from explorer.app import Explorer, explorer_app
from explorer.charts import bars, curve, short, stacked
from explorer.statistics import SHEETS
from explorer.statistics_tables import GROUPS
from explorer.texts import part_words
from store.figures import add_figures
from tests.explorer_client import ask
from tests.explorer_region import TODAY, write_region
from tests.explorer_snapshot import schedules
from tests.test_store_statistics import fill

LANGUAGES = ("fi", "sv", "en")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy with the figures of three days."""
    found = write_region(tmp_path_factory.mktemp("statistics") / "kooste-1.db", fill)
    with closing(sqlite3.connect(found)) as database:
        for ago in (2, 1, 0):
            add_figures(database, TODAY - timedelta(days=ago))
        database.commit()
    return found


@pytest.fixture
def app(path: Path) -> Explorer:
    return explorer_app(lambda: path, schedules())


def rows(answer: Any) -> list[dict[str, str]]:
    """The lines of a CSV answer."""
    return list(csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff"))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_is_there_in_every_form(path: Path, language: str) -> None:
    words = part_words("statistics", language)
    slug = {"fi": "tilastot", "sv": "statistik", "en": "statistics"}[language]
    addresses = [f"/explore/{slug}/{words[f'slug_{name}']}" for name in SHEETS]
    forms = [f"{address}{form}" for address in addresses for form in ("", ".csv", ".json")]
    answers = ask(explorer_app(lambda: path, schedules()), f"/explore/{slug}/", *forms)
    assert [(str(one.url), one.status_code) for one in answers if one.status_code != 200] == []
    pages = [one.text for one in answers if "text/html" in one.headers["content-type"]]
    assert len(pages) == 1 + len(SHEETS)
    for page in pages:
        assert f'<html lang="{language}">' in page
        assert "{" not in re.sub(r"<[^>]+>", "", page.split("<main")[1]), "a place in a sentence that nobody filled"


def test_the_page_the_csv_and_the_json_say_the_same(app: Explorer) -> None:
    page, table, data = ask(app, *(f"/explore/tilastot/kohderyhmat{form}" for form in ("", ".csv", ".json")))
    found = {row["code"]: (row["events"], row["times"], row["hours"]) for row in rows(table)}
    assert found["seniors"] == ("2", "5", "6.0")
    assert found[""] == ("3", "3", "3.0")
    assert found["total"] == ("7", "9", "12.0")
    told = {row["code"]: row for row in data.json()["rows"]}
    assert (told["seniors"]["events"], told[""]["label"], data.json()["first"]) == (2, "Kohderyhmää ei kerrottu", "2026-11-23")
    assert re.search(r"Ikäihmiset</th><td class=\"number\" data-head=\"Tapahtumia\">2</td>", page.text)


def test_a_picture_says_in_words_what_it_shows(app: Explorer) -> None:
    (page,) = ask(app, "/explore/tilastot/kohderyhmat")
    picture = page.text.split("<figure")[1].split("</figure>")[0]
    assert 'role="img" aria-labelledby="chart-title chart-text"' in picture
    assert '<title id="chart-title">Tarjonta kohderyhmittäin: Kohderyhmä ja Tapahtumia</title>' in picture
    assert "Ikäihmiset on suurin, 2." in picture
    assert "style=" not in page.text


def test_what_is_asked_narrows_the_numbers(app: Explorer) -> None:
    aged, area, twelve = ask(
        app,
        "/explore/tilastot/lajit.json?ika=13",
        "/explore/tilastot/lajit.json?alue=kerimaki",
        "/explore/tilastot/lajit.json?viikot=12&kenelle=seniors",
    )
    assert [answer.json()["total"]["events"] for answer in (aged, area, twelve)] == [1, 2, 2]
    assert twelve.json()["total"]["times"] == 9


@pytest.mark.parametrize("query", ["ika=131", "ika=x", "viikot=5", "kenelle=kuu", "alue=atlantis", "ryhma=kuu"])
def test_what_cannot_be_counted_is_refused(app: Explorer, query: str) -> None:
    (answer,) = ask(app, f"/explore/tilastot/aukot?{query}")
    assert answer.status_code == 400


def test_gaps_and_the_week_of_one_group(app: Explorer) -> None:
    page, table = ask(app, "/explore/tilastot/aukot?ryhma=seniors", "/explore/tilastot/aukot.csv")
    week = page.text.split('id="week"')[1].split("</table>")[0]
    area = week.split("Keskusta</th>")[1].split("</tr>")[0]
    assert re.findall(r'data-head="(\w\w)">(\d)', area) == [
        (day, "4" if day == "ti" else "0") for day in ("ma", "ti", "ke", "to", "pe", "la", "su")
    ]
    assert area.count('<span class="hidden"> aukko</span>') == 6
    assert "Aukkoja on 12 / 14." in week
    found = {(row["code"], row["area"], row["weekday"]): row["times"] for row in rows(table)}
    assert (found["seniors", "Kerimäki", "3"], found["", "Alue ei ole tiedossa", "5"]) == ("1", "1")


def test_change_day_by_day(app: Explorer) -> None:
    page, table = ask(app, "/explore/tilastot/kehitys", "/explore/tilastot/kehitys.csv")
    assert page.text.count("<polyline") == 11
    events = [row["value"] for row in rows(table) if (row["measure"], row["part"]) == ("events", "")]
    assert events == ["7", "7", "7"]


def test_a_copy_without_figures_says_so(tmp_path: Path) -> None:
    bare = write_region(tmp_path / "kooste-1.db", fill)
    with closing(sqlite3.connect(bare)) as database:
        database.execute("drop table figures")
        database.commit()
    (page,) = ask(explorer_app(lambda: bare, schedules()), "/explore/tilastot/kehitys")
    assert (page.status_code, "Lukuja ei ole vielä kertynyt." in page.text) == (200, True)


def test_the_report_of_a_month(app: Explorer) -> None:
    this, next_, never = ask(app, *(f"/explore/tilastot/raportti?kk={month}" for month in ("2026-11", "2026-12", "2031-01")))
    assert "Kuukausiraportti: marraskuu 2026" in this.text
    assert "7 → 7" in this.text
    assert "Muutosta ei voi vielä sanoa" in next_.text
    assert never.status_code == 404


def test_the_first_page_leads_to_every_table(app: Explorer) -> None:
    (page,) = ask(app, "/explore/tilastot/?kenelle=seniors")
    words = part_words("statistics", "fi")
    for name in (name for group in GROUPS.values() for name in group):
        assert f'href="/explore/tilastot/{words[f"slug_{name}"]}?kenelle=seniors"' in page.text
    assert '/explore/statistik/?kenelle=seniors" lang="sv"' in page.text


def test_bars_are_shares_of_the_longest() -> None:
    found = bars([("a", 4, "4", False), ("b", 1, "1", False), ("c", None, "ei tietoa", True)])
    assert [(one.pieces[0].width, one.is_unknown) for one in found] == [(100, False), (25, False), (0, True)]
    assert [one.pieces[0].width for one in bars([("a", 0.5, "50 %", False)], 1.0)] == [50]
    assert bars([("a", 0, "0", False)])[0].pieces[0].width == 0


def test_stacked_bars_fill_the_width() -> None:
    (one,) = stacked([("a", (1, 1, 2), "1 · 1 · 2")])
    assert [(piece.start, piece.width) for piece in one.pieces] == [(0, 25), (25, 25), (50, 50)]


def test_a_curve_needs_two_days() -> None:
    assert curve([(TODAY, 3)]) is None
    found = curve([(TODAY, 2), (TODAY + timedelta(days=2), 4), (TODAY + timedelta(days=4), 0)])
    assert found is not None
    assert (found.points, found.lowest, found.highest) == ("0,50 50,0 100,100", 0, 4)


def test_a_long_label_is_cut() -> None:
    assert short("Personer med intellektuell funktionsnedsättning") == "Personer med intellektuell funktion…"
