"""The published tree as visitors get it: whole pages of one edition, the right type, 304, and no way out of the tree."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import brotli
import httpx
import pytest

from explorer.server import site_app
from explorer.static_site import accepted, read, segments
from tests.explorer_client import running
from tests.explorer_snapshot import schedules

PAGES = {
    "index.html": "<!DOCTYPE html><title>Etusivu</title>",
    "404.html": "<!DOCTYPE html><title>Sivua ei ole</title>",
    "sv/404.html": "<!DOCTYPE html><title>Sidan finns inte</title>",
    "fi/index.html": "<!DOCTYPE html><title>Ä</title>" + "<p>sana</p>" * 200,
    "fi/kalenteri.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "fi/syote.xml": '<?xml version="1.0"?>\n<rss version="2.0"></rss>',
    "sitemap.xml": '<?xml version="1.0"?>\n<urlset></urlset>',
    "robots.txt": "User-agent: *",
    "tyyli.3f2a9c1d44.css": "body{}",
    "tyyli.css": "body{}",
    "hakemisto.json": "{}",
    "fi/paikka/ä ö/index.html": "<title>Äö</title>",
    ".hidden": "secret",
}


def plant(folder: Path, pages: dict[str, str]) -> None:
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def switch(data: Path, tree: str) -> None:
    """Lets ``public`` name another tree, in one step."""
    fresh = data / "public.new"
    fresh.symlink_to(tree)
    fresh.replace(data / "public")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    plant(folder / "site-a", PAGES)
    (folder / "private.db").write_bytes(b"secret")
    (folder / "site-a" / "escape").symlink_to(folder)
    switch(folder, "site-a")
    return folder


@pytest.fixture(scope="module")
def site(data: Path) -> Iterator[httpx.Client]:
    with running(site_app(data, schedules())) as address, httpx.Client(base_url=address) as asking:
        yield asking


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/fi/", "text/html; charset=utf-8"),
        ("/fi/kalenteri.ics", "text/calendar; charset=utf-8"),
        ("/fi/syote.xml", "application/rss+xml; charset=utf-8"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/tyyli.css", "text/css; charset=utf-8"),
        ("/hakemisto.json", "application/json"),
        ("/fi/paikka/%C3%A4%20%C3%B6/", "text/html; charset=utf-8"),
    ],
)
def test_types(site: httpx.Client, path: str, kind: str) -> None:
    answer = site.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("/fi", "/fi/"),
        ("/fi?a=b", "/fi/?a=b"),
        ("/fi/paikka/%C3%A4%20%C3%B6", "/fi/paikka/%C3%A4%20%C3%B6/"),
        ("/explore", "/explore/"),
    ],
)
def test_a_folder_without_its_slash_is_led_to_it(site: httpx.Client, path: str, where: str) -> None:
    answer = site.get(path)
    assert (answer.status_code, answer.headers["location"]) == (301, where)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/fi/none", "Sivua ei ole"),
        ("/none.html", "Sivua ei ole"),
        ("/sv/none/at/all/", "Sidan finns inte"),
        ("/fi/none.ics", "Sivua ei ole"),
    ],
)
def test_not_found_is_said_in_the_language_of_the_address(site: httpx.Client, path: str, words: str) -> None:
    answer = site.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert words in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/private.db",
        "/../private.db",
        "/%2e%2e/private.db",
        "/fi/..%2f..%2f..%2fprivate.db",
        "/..%5cprivate.db",
        "/escape/private.db",
        "//private.db",
        "/.hidden",
        "/fi/%00",
        "/fi/a%0d%0aSet-Cookie:x=1",
        "//example.com",
        "//example.com/",
        "/%2F%2Fexample.com/",
        "/%5Cexample.com/",
        "/fi//",
        "/fi/index.html/",
    ],
)
def test_no_way_out(site: httpx.Client, path: str) -> None:
    answer = site.get(httpx.URL(str(site.base_url).rstrip("/")).copy_with(raw_path=path.encode()))
    assert answer.status_code == 404
    assert "secret" not in answer.text
    assert "location" not in answer.headers
    assert "set-cookie" not in answer.headers


def test_what_the_client_has_is_not_sent_again(site: httpx.Client) -> None:
    first = site.get("/fi/")
    tag, date = first.headers["etag"], first.headers["last-modified"]
    asked = [{"if-none-match": tag}, {"if-none-match": f'"x", {tag}'}, {"if-none-match": "*"}, {"if-modified-since": date}]
    assert [(answer := site.get("/fi/", headers=headers)).status_code for headers in asked] == [304] * 4
    assert (answer.content, answer.headers["etag"]) == (b"", tag)
    changed = [{"if-none-match": '"x"'}, {"if-none-match": '"x"', "if-modified-since": date}, {"if-modified-since": "nonsense"}]
    assert [site.get("/fi/", headers=headers).status_code for headers in changed] == [200] * 3


def test_head_and_other_methods(site: httpx.Client) -> None:
    head = site.head("/fi/", headers={"accept-encoding": "identity"})
    assert (head.status_code, head.content, int(head.headers["content-length"])) == (200, b"", len(PAGES["fi/index.html"].encode()))
    assert site.post("/fi/").status_code == 405


def test_text_is_compressed_and_the_tag_stays(site: httpx.Client) -> None:
    packed, plain = (site.get("/fi/", headers={"accept-encoding": coding}) for coding in ("gzip", "identity"))
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content == PAGES["fi/index.html"].encode()
    assert packed.headers["etag"] == plain.headers["etag"]
    assert "accept-encoding" in packed.headers["vary"].lower()


@pytest.mark.parametrize(
    ("header", "codings"),
    [
        ("gzip, deflate, br, zstd", ("br", "gzip")),
        ("gzip", ("gzip",)),
        ("GZIP;q=0.5 , br; q=0.0", ("gzip",)),
        ("*", ("br", "gzip")),
        ("br;q=0, *;q=0.1", ("gzip",)),
        ("*;q=0", ()),
        ("identity", ()),
        ("", ()),
        (";q=,,=", ()),
    ],
)
def test_codings_a_client_takes(header: str, codings: tuple[str, ...]) -> None:
    assert accepted(header) == codings


def test_the_form_that_stands_beside_a_page_is_sent_as_it_is(data: Path, site: httpx.Client) -> None:
    text = "<title>Pakattu</title>" + "<p>sana</p>" * 300
    plant(data / "site-a", {"fi/pakattu/index.html": text})
    (data / "site-a" / "fi/pakattu/index.html.br").write_bytes(brotli.compress(text.encode(), quality=11))
    plain, packed = (site.get("/fi/pakattu/", headers={"accept-encoding": coding}) for coding in ("identity", "gzip, br"))
    assert (packed.headers["content-encoding"], packed.headers["vary"]) == ("br", "Accept-Encoding")
    assert int(packed.headers["content-length"]) < 100
    assert packed.text == text
    assert [packed.headers[name] == plain.headers[name] for name in ("etag", "content-type")] == [True, True]
    head = site.head("/fi/pakattu/", headers={"accept-encoding": "br"})
    assert (head.headers["content-length"], head.content) == (packed.headers["content-length"], b"")


@pytest.mark.parametrize(
    ("path", "cache"),
    [("/", "public, max-age=60"), ("/tyyli.css", "public, max-age=60"), ("/tyyli.3f2a9c1d44.css", "public, max-age=31536000, immutable")],
)
def test_only_what_is_named_by_its_content_is_kept_for_long(site: httpx.Client, path: str, cache: str) -> None:
    assert site.get(path).headers["cache-control"] == cache


def test_headers(site: httpx.Client) -> None:
    page, feed = site.get("/"), site.get("/fi/kalenteri.ics")
    for answer in (page, feed, site.get("/none")):
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'self'")
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["permissions-policy"]
        assert "set-cookie" not in answer.headers
        assert "server" not in answer.headers
    assert feed.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in page.headers


def test_a_switch_shows_at_once_and_the_tag_follows_the_content(data: Path, site: httpx.Client) -> None:
    plant(data / "site-b", {**PAGES, "fi/index.html": "<title>Uusi</title>"})
    before, same = site.get("/fi/"), site.get("/sitemap.xml")
    switch(data, "site-b")
    try:
        after = site.get("/fi/", headers={"if-none-match": before.headers["etag"]})
        assert (after.status_code, after.text) == (200, "<title>Uusi</title>")
        assert site.get("/sitemap.xml", headers={"if-none-match": same.headers["etag"]}).status_code == 304
    finally:
        switch(data, "site-a")


def test_a_page_is_never_a_mixture_of_two_editions(tmp_path: Path) -> None:
    """The publisher overwrites the idle tree in place while readers may still be in it."""
    size, published = 200_000, 60
    done = threading.Event()
    mixtures: list[set[int]] = []
    reads = [0, 0, 0]

    def publish() -> None:
        for edition in range(100 * published):
            tree = f"site-{'ab'[edition % 2]}"
            plant(tmp_path / tree, {"index.html": chr(65 + edition % 26) * size})
            switch(tmp_path, tree)
            if edition >= published and min(reads):  # on a busy machine it may take a while until each reader had its turn
                break
        done.set()

    def visit(number: int) -> None:
        while not done.is_set():
            found = read(tmp_path / "public", ("index.html",))
            reads[number] += 1
            if found is None or len(found.body) != size or len(set(found.body)) != 1:
                mixtures.append(set(found.body) if found else set())

    plant(tmp_path / "site-b", {"index.html": "Z" * size})
    switch(tmp_path, "site-b")
    threads = [threading.Thread(target=publish), *[threading.Thread(target=visit, args=(number,)) for number in range(len(reads))]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert mixtures == []
    assert min(reads) > 0


def test_before_the_first_publication_there_is_a_friendly_page(tmp_path: Path) -> None:
    with running(site_app(tmp_path, schedules())) as address, httpx.Client(base_url=address) as asking:
        answer = asking.get("/fi/")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
        assert "kooste run" in answer.text
        assert asking.get("/healthz").json() == {"ok": False, "site": False, "explorer": False}


def test_segments_refuse_what_could_lead_astray() -> None:
    assert segments("/fi/pv/2026-11-24/") == ("fi", "pv", "2026-11-24")
    assert [segments(path) for path in ("", "fi", "/../x", "/a/./b", "/.git/config", "/a//b", "/a\\b", "/a\nb")] == [None] * 8


def test_a_file_nobody_may_read_is_not_found(data: Path, site: httpx.Client) -> None:
    os.mkfifo(data / "site-a" / "pipe.txt")
    assert site.get("/pipe.txt").status_code == 404
