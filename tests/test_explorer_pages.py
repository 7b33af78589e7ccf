"""What professionals can ask, and how the answers look."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from explorer.app import explorer_app
from tests.explorer_client import ask, client, explorer
from tests.explorer_snapshot import schedules, write_snapshot


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_snapshot(tmp_path_factory.mktemp("pages") / "a.db", events=8)


def test_the_front_page_names_every_table_with_its_rows(snapshot: Path) -> None:
    (page,) = ask(explorer(snapshot), "/explore/")
    for name, title, rows in (("events", "Tapahtumat", "8 riviä"), ("sources", "Lähteet", "1 rivi"), ("harvests", "Haut", "1 rivi")):
        assert f'<a href="/explore/kooste/{name}">{title}</a> <code>{name}</code> <span class="count">{rows}</span>' in page.text
    assert "events_fts" not in page.text
    assert "Tiedot koottu: ti 24.11.2026 klo 10.00." in re.sub(r"\s+", " ", page.text)
    assert "/explore/kooste/occurrences?last_day__gte=2026-11-24" in page.text


def test_references_are_shown_by_name_and_lead_to_their_rows(snapshot: Path) -> None:
    table, row, occurrences = ask(
        explorer(snapshot), "/explore/kooste/events", "/explore/kooste/events/e1", "/explore/kooste/occurrences?_sort=start_utc"
    )
    assert '<a href="/explore/kooste/places/kirjasto">Pääkirjasto</a>' in table.text
    assert '<a href="/explore/kooste/events/e0">Tuolijumppa</a>' in table.text
    assert '<a href="/explore/kooste/organizers/kunta">Kunta 1</a> <code>kunta</code>' in row.text
    assert '<a href="/explore/kooste/occurrences?event_id=e1">Tapahtumakerrat: 1 rivi</a>' in row.text
    assert '<a href="/explore/kooste/events/e1">Joulukonsertti</a>' in occurrences.text


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("_search=tuolijump", ["e0", "e6"]),  # the beginning of a word
        ("_search=jumppa", []),  # not its end
        ("_search=TUOLIJUMPPA+pääkirj", ["e0", "e6"]),  # every word, any letter size
        ("_search=paivakoti", []),  # ä is not a
        ("_search=päiväkoti", ["e4"]),
        ("_search=%22%27%29%28*", []),  # no word at all
        ("kind=activity&event_status=EventCancelled", []),
        ("event_status=EventCancelled", ["e4"]),
        ("next_start_utc__gte=2026-11-28", ["e5", "e6", "e7"]),
        ("name__contains=kerho", ["e2"]),
    ],
)
def test_searching_and_filtering(snapshot: Path, query: str, ids: list[str]) -> None:
    (answer,) = ask(explorer(snapshot), f"/explore/kooste/events.json?_shape=array&_sort=id&{query}")
    assert [row["id"] for row in answer.json()] == ids


@pytest.mark.parametrize(
    ("table", "facets"),
    [
        ("events", ["kind", "event_status", "is_free", "district", "organizer_id", "place_id"]),
        ("occurrences", ["event_status", "place_id"]),
        ("listings", ["source_id", "kind", "event_status", "organizer_id", "place_id"]),
        ("sources", ["state", "role", "format"]),
        ("issues", ["severity", "code", "source_id"]),
        ("harvests", ["outcome", "state", "source_id"]),
    ],
)
def test_values_are_counted_on_the_columns_that_matter(snapshot: Path, table: str, facets: list[str]) -> None:
    (answer,) = ask(explorer(snapshot), f"/explore/kooste/{table}.json")
    assert list(answer.json()["facet_results"]) == facets


def test_pages_show_words_and_local_times_and_data_keeps_codes(snapshot: Path) -> None:
    page, data = ask(explorer(snapshot), "/explore/kooste/events?_sort=id", "/explore/kooste/events.json?_sort=id&_shape=array")
    assert '<time datetime="2026-11-23T08:00:00Z">ma 23.11.2026 klo 10.00</time>' in page.text
    assert re.search(r">\s*peruttu</td>", page.text)
    assert data.json()[4]["event_status"] == "EventCancelled"
    assert len(data.json()[0]) > 30


def test_pages_can_show_every_column(snapshot: Path) -> None:
    brief, whole = ask(explorer(snapshot), "/explore/kooste/events", "/explore/kooste/events?_all=on")
    assert "first_seen</a></th>" not in brief.text
    assert "first_seen</a></th>" in whole.text


def test_every_link_of_every_page_answers(snapshot: Path) -> None:
    async def crawl() -> dict[str, int]:
        seen: dict[str, int] = {}
        todo = ["/explore/", "/explore/kooste/events?_search=j", "/explore/kooste/events?kind=event&_facet=slug&_sort_desc=id"]
        async with client(app := explorer(snapshot)) as asking:
            while todo and len(seen) < 120:
                path = todo.pop(0)
                if path in seen:
                    continue
                answer = await asking.get(path)
                seen[path] = answer.status_code
                if "text/html" in answer.headers["content-type"] and path.count("?") + path.count("&") < 2:
                    links = [unescape(link) for link in re.findall(r'href="([^"#]+)"', answer.text)]
                    todo += [link.removeprefix("http://127.0.0.1") for link in links if "/explore/" in link]
            await app.aclose()
        return seen

    seen = asyncio.run(crawl())
    assert len(seen) == 120
    assert {path: status for path, status in seen.items() if status != 200} == {}
    assert all(path.startswith("/explore/") and "/explore/explore" not in path for path in seen)


def test_redirects_stay_below_the_base(snapshot: Path) -> None:
    answers = ask(
        explorer(snapshot), "/explore/kooste/events/", "/explore/kooste/events?_filter_column=kind&_filter_op=exact&_filter_value=event"
    )
    assert [(a.status_code, a.headers["location"]) for a in answers] == [
        (302, "/explore/kooste/events"),
        (302, "/explore/kooste/events?kind__exact=event"),
    ]


def test_a_row_leads_to_its_page_on_the_site(snapshot: Path) -> None:
    def page_of(table: str, row: Mapping[str, Any], language: str) -> str:
        return f"/{language}/t/{row['slug']}/" if table == "events" else ""

    app = explorer_app(lambda: snapshot, schedules(), page_of=page_of)
    event, place = ask(app, "/explore/kooste/events/e1", "/explore/kooste/places/kirjasto")
    assert '<a href="/fi/t/x-e1/">Näytä tapahtumakalenterissa</a>' in event.text
    assert "Näytä tapahtumakalenterissa" not in place.text


def test_the_stylesheet_is_there_before_the_first_snapshot_and_kept_for_long() -> None:
    (page,) = ask(explorer(None), "/explore/")
    found = re.search(r'href="([^"]+explorer\.css\?\w+)"', page.text)
    assert found
    marked, bare, other = ask(explorer(None), found[1], found[1].partition("?")[0], "/explore/-/explorer/other.css")
    assert (marked.status_code, marked.headers["content-type"]) == (200, "text/css; charset=utf-8")
    assert "immutable" in marked.headers["cache-control"]
    assert bare.headers["cache-control"] == "public, max-age=3600"
    assert other.status_code == 503


def test_the_whole_file_can_be_taken_along(snapshot: Path) -> None:
    (answer,) = ask(explorer(snapshot), "/explore/kooste.db")
    assert answer.content == snapshot.read_bytes()


def test_before_the_first_snapshot_there_is_a_friendly_page() -> None:
    page, data = ask(explorer(None), "/explore/", "/explore/kooste/events.json")
    assert page.status_code == data.status_code == 503
    assert page.headers["retry-after"] == "60"
    assert "Ei vielä tietoja" in page.text
    assert "kooste run" in page.text
    assert data.json()["ok"] is False


def test_an_address_without_a_row_is_a_404_in_our_words(snapshot: Path, caplog: pytest.LogCaptureFixture) -> None:
    answers = ask(explorer(snapshot), "/explore/kooste/events/none", "/explore/kooste/nothing", "/explore/elsewhere")
    assert {answer.status_code for answer in answers} == {404}
    assert all("Sivua ei löydy" in answer.text for answer in answers)
    assert not caplog.records
