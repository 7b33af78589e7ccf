"""A site to look at before it is published: at another address, kept from search engines, the published one untouched."""

from __future__ import annotations

from pathlib import Path

from tests.served import calendar_host, event
from tests.town import Town


def test_a_preview_stands_elsewhere_asks_search_engines_away_and_publishes_nothing(tmp_path: Path) -> None:
    with calendar_host() as host:
        town = Town(tmp_path, host)
        town.source("kuoro", event("1", "20261128T160000Z", "Joulukonsertti"))
        assert town.kooste("run", "--all").exit_code == 0
        before = {path: path.stat().st_mtime_ns for path in (town.data / "public").resolve().rglob("*") if path.is_file()}
        own = town.data / "custom" / "locale"
        own.mkdir(parents=True)
        (own / "fi.po").write_text(
            'msgid ""\nmsgstr ""\n"Language: fi\\n"\n\nmsgid "home.title"\nmsgstr "Uusi otsikko"\n', encoding="utf-8"
        )
        done = town.kooste("publish", "--preview", "https://kokeilu.example/")
    assert done.exit_code == 0, done.output
    assert str(town.data / "preview" / "public") in done.output
    home = (town.data / "preview/public/fi/index.html").read_text(encoding="utf-8")
    assert "Uusi otsikko" in home
    assert "Joulukonsertti" in home
    assert '<link rel="canonical" href="https://kokeilu.example/fi/">' in home
    pages = list((town.data / "preview/public/fi").rglob("index.html"))
    assert pages
    assert all('<meta name="robots" content="noindex">' in path.read_text(encoding="utf-8") for path in pages)
    assert (town.data / "preview/public/robots.txt").read_text(encoding="utf-8") == "User-agent: *\nDisallow: /\n"
    assert before == {path: path.stat().st_mtime_ns for path in (town.data / "public").resolve().rglob("*") if path.is_file()}


def test_a_preview_names_the_links_of_one_s_own_templates_that_lead_nowhere(tmp_path: Path) -> None:
    with calendar_host() as host:
        town = Town(tmp_path, host)
        town.source("kuoro", event("1", "20261128T160000Z", "Joulukonsertti"))
        own = town.data / "custom/templates/parts/mainnav.html"
        own.parent.mkdir(parents=True)
        own.write_text("".join(f'<a href="/fi/oma-{n:02}/">{n}</a>' for n in range(12)), encoding="utf-8")
        done = town.kooste("publish", "--preview", "https://kokeilu.example/")
    assert done.exit_code == 0, done.output
    told = done.output.splitlines()
    assert sum(line.endswith("which is not there.") for line in told) == 10
    assert any("links to fi/oma-00/index.html, which" in line for line in told)
    assert told[-2:] == [
        "So do 2 more links.",
        "The site is published all the same. Look at your own templates, texts and channels of help.",
    ]


def test_a_preview_without_a_whole_address_is_refused_in_words(tmp_path: Path) -> None:
    with calendar_host() as host:
        town = Town(tmp_path, host)
        town.source("kuoro", event("1", "20261128T160000Z", "Joulukonsertti"))
        done = town.kooste("publish", "--preview", "kokeilu.example")
    assert done.exit_code != 0
    assert "whole address" in done.output
