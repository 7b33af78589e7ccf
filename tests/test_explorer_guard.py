"""What may not be asked of the explorer, and what its answers may not hold."""

from __future__ import annotations

import asyncio
import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.guard import harmless
from explorer.instance import Identity, Instance, Means
from explorer.pages import Pages, about
from tests.explorer_client import ask, explorer
from tests.explorer_snapshot import schedules, write_snapshot

BOMB = "select+length(hex(zeroblob(400000000)))"


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_snapshot(tmp_path_factory.mktemp("guard") / "a.db")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"/explore/kooste?sql={BOMB}", 403),
        (f"/explore/kooste.json?sql={BOMB}", 403),
        (f"/explore/kooste.csv?sql={BOMB}", 403),
        ("/explore/kooste?sql=select+1", 403),
        ("/explore/kooste/events?_where=1=1", 403),
        ("/explore/kooste/events?_through={}", 403),
        ("/explore/kooste/events.csv?_stream=1", 403),
        ("/explore/kooste/events?_search=a&_fts_table=sqlite_master", 403),
        ("/explore/kooste/events?_trace=1", 400),
        ("/explore/kooste/events?_timelimit=x", 400),
        ("/explore/kooste/events?_ttl=9999999", 400),
        ("/explore/kooste/events?_size=100000", 400),
        ("/explore/kooste/events?_size=-1", 400),
        ("/explore/kooste/events?_facet_size=x", 400),
        ("/explore/kooste/events?_offset=99999999", 400),
        ("/explore/kooste/events?foo=1", 400),
        ("/explore/kooste/events?kind__foo=1", 400),
        ("/explore/kooste/events?_facet=foo", 400),
        ("/explore/kooste/events?_sort=foo", 400),
        ("/explore/kooste/events?_col=foo", 400),
        ("/explore/kooste/events?_search_foo=a", 400),
        ("/explore/kooste/events?name__arraycontains=a", 400),
        ("/explore/kooste/events?%FF=1", 400),
        ("/explore/kooste/events?kind=%00", 400),
        ("/explore/kooste/events?" + "kind=a&" * 61, 400),
        ("/explore/kooste/events?kind=" + "a" * 5000, 414),
        ("/explore/kooste/events?name__like=" + "%25" * 300, 400),
        ("/explore/kooste/events~5D", 404),
        ("/explore/kooste/events~5D~20--/x", 404),
        ("/explore//example.com", 404),
        ("/explore//example.com/", 404),
        ("/explore/%2F%2Fexample.com/", 404),
        ("/explore/%5Cexample.com/", 404),
        ("/explore/private", 404),
        ("/explore/private.db", 404),
        ("/explore/_internal", 404),
        ("/explore/-/static/../../private.db", 404),
        ("/explore/-/explorer/%2e%2e/%2e%2e/private.db", 404),
        ("/explore/-/databases.json", 404),
        ("/explore/-/settings.json", 404),
        ("/explore/-/threads", 404),
        ("/explore/-/plugins", 404),
        ("/explore/-/permissions", 404),
        ("/explore/-/logout", 404),
        ("/explore/-/metadata", 404),
    ],
)
def test_refused(snapshot: Path, path: str, status: int, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    (snapshot.parent / "private.db").write_bytes(b"secret")
    (answer,) = ask(explorer(snapshot), path)
    assert answer.status_code == status
    assert "location" not in answer.headers
    assert "secret" not in answer.text
    assert str(snapshot.parent) not in answer.text
    assert not caplog.records
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("path", ["/explore/kooste/events%5D", "/explore/kooste/%252e%252e", "/explore/%25%2fexample.com"])
def test_percent_encoding_is_led_to_an_address_of_ours(snapshot: Path, path: str) -> None:
    (answer,) = ask(explorer(snapshot), path)
    assert answer.status_code == 302
    assert answer.headers["location"].startswith("/explore/")


@pytest.mark.parametrize("query", ["_next=99999999", "_next=abc,def", "_next=%2C%2C", "_sort=id&_next=%2400"])
def test_a_page_that_does_not_exist_is_no_failure_of_ours(snapshot: Path, query: str) -> None:
    (answer,) = ask(explorer(snapshot), f"/explore/kooste/events.json?{query}")
    assert answer.status_code in {200, 400}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PROPFIND", "OPTIONS"])
def test_only_looking_is_allowed(snapshot: Path, method: str) -> None:
    (answer,) = ask(explorer(snapshot), "/explore/kooste/events", method=method)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


def test_head_is_get_without_its_body(snapshot: Path) -> None:
    paths = ("/explore/", "/explore/kooste/events.csv", "/explore/kooste/nothing", "/explore/kooste.db")
    answers = ask(explorer(snapshot), *paths, method="HEAD")
    assert [(answer.status_code, answer.content) for answer in answers] == [(200, b""), (200, b""), (404, b""), (200, b"")]


def test_sqlite_itself_refuses_what_is_too_big(snapshot: Path) -> None:
    async def run() -> str:
        region = schedules()
        opened = await Instance.open(Identity.of(snapshot), region, Pages(about(region, "/explore/")), Means())
        try:
            await opened._datasette.get_database("kooste").execute("select hex(zeroblob(400000000))")
        except Exception as problem:  # noqa: BLE001 - what kind it is is SQLite's affair
            return str(problem)
        finally:
            opened.retire()
            assert opened.closing is not None
            await opened.closing
        return ""

    assert asyncio.run(run()) == "string or blob too big"


FORMULAS = ('=HYPERLINK("http://x.example")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1")


@pytest.mark.parametrize("query", ["", "?_dl=on", "?_labels=on&_size=max", "?_labels=on&_col=name&_col=organizer_id"])
def test_no_cell_of_a_csv_file_is_a_formula(tmp_path: Path, query: str) -> None:
    snapshot = write_snapshot(tmp_path / "a.db", events=10, names=FORMULAS)
    events, places = ask(explorer(snapshot), f"/explore/kooste/events.csv{query}", "/explore/kooste/places.csv")
    table = list(csv.DictReader(io.StringIO(events.text, newline="")))
    assert {row["name"] for row in table} == {f"'{formula}" for formula in FORMULAS}
    (place,) = csv.DictReader(io.StringIO(places.text, newline=""))
    assert place["longitude"] == "-28.8822"


@given(st.text(max_size=8))
def test_a_cell_keeps_its_text_and_never_begins_like_a_formula(cell: str) -> None:
    made = harmless(cell)
    assert made in {cell, f"'{cell}"}
    assert made[:1] not in tuple("=+@\t\r＝＋－＠")


def test_every_answer_has_the_headers_and_no_cookie(snapshot: Path) -> None:
    answers = ask(explorer(snapshot), "/explore/", "/explore/kooste/events?kind=event", "/explore/nothing", "/explore/kooste/events.json")
    for answer in answers:
        assert "set-cookie" not in answer.headers
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "script-src" not in policy
    assert "x-robots-tag" not in answers[0].headers
    assert answers[1].headers["x-robots-tag"] == "noindex, nofollow"
    assert answers[3].headers["access-control-allow-origin"] == "*"


def test_pages_have_no_script_and_no_style_attribute(snapshot: Path) -> None:
    pages = ask(explorer(snapshot), "/explore/", "/explore/kooste", "/explore/kooste/events", "/explore/kooste/events/e1", "/explore/x")
    for page in pages:
        assert "<script" not in page.text
        assert "style=" not in page.text


def test_markup_in_the_data_stays_text(tmp_path: Path) -> None:
    snapshot = write_snapshot(tmp_path / "a.db", names=("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}"))
    pages = ask(
        explorer(snapshot), "/explore/kooste/events", "/explore/kooste/occurrences", "/explore/kooste/events/e1",
        "/explore/kooste/events?_search=%3Cscript%3E", "/explore/kooste/events?name=%3Cimg%20src%3Dx%3E", "/explore/%3Cscript%3E",
    )  # fmt: skip
    for page in pages:
        assert "<script" not in page.text
        assert "<img" not in page.text
    assert "{{7*7}}" in pages[0].text
