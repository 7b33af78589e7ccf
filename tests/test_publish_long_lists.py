"""Lists of a large region: a page holds what an old phone can show, says how much more there is, and leads to it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from parsel import Selector

from publish.compressed import ENDINGS
from publish.programme import MOST
from tests.publish_rows import at, joined, organizer, place, publish, single, weekly
from tests.test_publish_facets import SENIORS, html, titles, told, words

GROUPS, TALKS, HOUSES = 160, 60, 61
MORE = GROUPS + 48 - MOST


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Groups for older people by the hundred, talks, houses."""
    first, day = at("2026-11-24", "10:00"), timedelta(days=1)
    hours = [(first + n % 7 * day, first + n % 7 * day + timedelta(hours=1)) for n in range(GROUPS)]
    groups = [told(weekly(f"g{n}", f"Ryhmä {n}", times, 8), audience=("seniors",)) for n, times in enumerate(hours)]
    talks = [told(single(f"t{n}", f"Luento {n}", first + n * day, None), audience=("seniors",)) for n in range(TALKS)]
    houses = [place(f"v-{n}", f"Talo {n}") for n in range(HOUSES)]
    halls = [single(f"h{n}", f"Avoimet ovet {n}", at("2026-12-05", "12:00"), None, place_id=f"v-{n}") for n in range(HOUSES)]
    rows = joined(*groups, *talks, *halls)
    rows = replace(rows, place_rows=[*rows.place_rows, *houses], organizer_rows=[organizer()], audience_rows=[SENIORS])
    folder = tmp_path_factory.mktemp("large")
    publish(rows, folder)
    return folder / "public"


def test_a_facet_shows_so_many_and_leads_to_the_rest(region: Path) -> None:
    page = html(region, "fi/kenelle/ikaihmiset")
    assert len(titles(page)) == MOST
    assert f"Lisäksi {MORE} muuta, jotka eivät mahdu tälle sivulle. Hae kaikista" in words(page, "main")
    assert f"Lisäksi {TALKS - 48} tapahtumaa myöhemmin" in words(page, "main")
    assert len(json.loads((region / "fi/kenelle/ikaihmiset/lista.json").read_bytes())["events"]) == GROUPS + TALKS


def test_a_long_list_leads_past_its_days_to_what_is_regular_and_a_short_one_has_no_need(region: Path) -> None:
    page = html(region, "fi/kenelle/ikaihmiset")
    assert words(page, ".jump") == f"Säännölliset ({MOST - 48}) ovat alempana"
    assert page.css(f"section [id='{page.css('.jump a::attr(href)').get('')[1:]}']")
    assert not html(region, "fi/paikka/v-1").css(".jump")


def test_the_way_to_the_rest_is_a_question_that_the_form_of_the_search_can_show(region: Path) -> None:
    link = urlsplit(html(region, "fi/kenelle/ikaihmiset").css("main .more a::attr(href)").get(""))
    form = html(region, "fi/haku").css("form#search")
    asked = {name: values[0] for name, values in parse_qs(link.fragment).items()}
    assert (link.path, asked) == ("/fi/haku/", {"who": "seniors", "when": "all"})
    assert form.css("select[name=who] option::attr(value)").getall() == ["", asked["who"]]
    assert form.css(f"input[name=when][value={asked['when']}]")


def test_a_week_leaves_the_rest_of_what_is_as_every_week_to_its_days(region: Path) -> None:
    week = html(region, "fi/viikko/2026-w49")
    assert len(week.css(".regular")) == MOST
    assert f"Lisäksi {GROUPS - MOST} muuta säännöllistä." in words(week, "main")
    days = [html(region, link.strip("/")) for link in week.css(".whole-days a::attr(href)").getall()]
    assert {title for day in days for title in titles(day) if title.startswith("Ryhmä")} == {f"Ryhmä {n}" for n in range(GROUPS)}


def test_very_many_calendars_are_not_all_named_on_one_page(region: Path) -> None:
    page = html(region, "fi/tilaa")
    assert "Niitä on 62. Jokaisen omalla sivulla on sen kalenteri: Paikat" in words(page, "main")
    assert "Talo 3" not in words(page, "main")
    assert "Norppalan Eläkeväki ry" in words(page, "main")


def test_no_list_is_heavier_than_a_phone_on_a_slow_line_bears(region: Path) -> None:
    heavy = []
    for path in region.rglob("index.html"):
        forms = [path, *(path.with_name(f"{path.name}{ending}") for ending in ENDINGS)]
        packed = min(form.stat().st_size for form in forms if form.exists())
        if packed > 14 * 1024 or path.stat().st_size > 120 * 1024:
            heavy.append((path.relative_to(region).as_posix(), packed, path.stat().st_size))
    assert heavy == []


def test_a_short_list_says_nothing_of_it(region: Path) -> None:
    page = html(region, "fi/paikka/v-3")
    assert titles(page) == ["Avoimet ovet 3"]
    assert not Selector(page.get()).css("main .more a[href*='haku']")
