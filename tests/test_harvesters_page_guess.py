"""A first description of a page: rows that repeat and hold dates, and nothing where there are none."""

from __future__ import annotations

import pytest
from parsel import Selector

from harvesters.page_guess import guess
from harvesters.page_options import PageOptions
from tests.doctoring import SAMPLES
from tests.shared import CORPORA, needs_corpora

DAYS = ["ma 23.11.", "ti 1.12.", "to 10.12."]


def page(rows: str) -> Selector:
    return Selector(text=f"<html><body><main>{rows}</main></body></html>", type="html")


def test_a_list() -> None:
    found = guess(Selector(text=(SAMPLES / "reports" / "kylat.html").read_text(encoding="utf-8"), type="html"))
    assert found is not None
    assert (found.row, found.rows) == ("ul.tapahtumat li", 3)
    assert found.fields == {"name": "h3", "when": ".aika", "location": ".paikka", "url": {"css": "a", "attribute": "href"}}
    assert found.first_row.startswith("Kyläkirppis la 28.11.2026")


def test_a_table_with_day_time_and_words() -> None:
    rows = "".join(f"<tr><td>{day}</td><td>1{i}.00</td><td>Kerho numero {i}</td></tr>" for i, day in enumerate(DAYS))
    found = guess(page(f"<table class='kalenteri'><tr><th>Päivä</th><th>Klo</th><th>Tapahtuma</th></tr>{rows}</table>"))
    assert found is not None
    assert found.options == {
        "row": "table.kalenteri tr",
        "captures": {"day": {"column": 1}, "clock": {"column": 2}},
        "fields": {"name": {"column": 3}, "when": {"template": "{day}[ klo {clock}]"}},
    }


def test_links_that_are_whole_events() -> None:
    rows = "".join(
        f"<a class='listview-item' href='/t/{i}'><span class='date'>{day}</span><b>Ilta {i}</b></a>" for i, day in enumerate(DAYS)
    )
    found = guess(page(rows))
    assert found is not None
    assert found.row == "a.listview-item"
    assert found.fields == {"name": "b", "when": ".date", "url": {"attribute": "href"}}


@pytest.mark.parametrize(
    "rows",
    [
        "<ul class=a><li>Tervetuloa</li><li>mukaan</li><li>toimintaan</li></ul>",
        "<ul class=a><li>1.12. <b>Ilta</b></li><li>2.12. <b>Aamu</b></li></ul>",
        "<p class=a>Uutinen 1.12.2026</p><p class=a>Toinen</p><p class=a>Kolmas</p><p class=a>Neljäs</p>",
        "",
    ],
    ids=["no dates", "too few", "one of four", "nothing"],
)
def test_nothing_is_guessed_where_nothing_repeats(rows: str) -> None:
    assert guess(page(rows)) is None


@pytest.mark.parametrize("rows", ["list", "table"])
def test_what_is_guessed_is_a_description_that_is_accepted(rows: str) -> None:
    if rows == "list":
        found = guess(Selector(text=(SAMPLES / "reports" / "kylat.html").read_text(encoding="utf-8"), type="html"))
    else:
        found = guess(
            page("<table id='k'>" + "".join(f"<tr><td>{day}</td><td>Kerho {i}</td></tr>" for i, day in enumerate(DAYS)) + "</table>")
        )
    assert found is not None
    PageOptions.model_validate(found.options)


@needs_corpora
def test_guesses_on_real_pages_are_descriptions_that_are_accepted() -> None:
    paths = sorted(CORPORA.glob("City-Bureau+city-scrapers*/**/*.html"))[::3]
    found = [made for path in paths if (made := guess(Selector(text=path.read_bytes().decode("utf-8", "replace"), type="html")))]
    assert len(found) > len(paths) // 6
    for made in found:
        PageOptions.model_validate(made.options)
