"""Changes: what was cancelled or moved, each once with its former time, and what is new in fourteen days; the same in the feed."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from parsel import Selector

from normalize.model import Details
from tests.publish_rows import NOW, SEEN, HandMade, at, joined, publish, schedules, single, small_region, source, weekly

LATELY = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
HOST = "norppala.example"


def moved_concert() -> HandMade:
    """A concert that was to be on 29 November."""
    rows = single(
        "konsertti",
        "Lasten konsertti",
        at("2026-12-06", "14:00"),
        at("2026-12-06", "15:00"),
        event_status="EventRescheduled",
        last_changed=LATELY,
    )
    event = replace(rows.event_rows[0], details=Details(previous_start=at("2026-11-29", "14:00")))
    return replace(rows, event_rows=[event])


def rows() -> HandMade:
    off = weekly("kuoro", "Kuoro", (at("2026-11-24", "18:00"), at("2026-11-24", "19:00")), 6)
    dates = [replace(one, event_status="EventCancelled") if n in {1, 2} else one for n, one in enumerate(off.occurrence_rows)]
    off = replace(off, occurrence_rows=dates)
    past = single("vanha", "Vanha kirppis", at("2026-11-10", "10:00"), None, event_status="EventCancelled")
    fresh = single("uusi", "Glögi-ilta", at("2026-12-10", "18:00"), None, first_seen=LATELY)
    series = weekly(
        "uusisarja", "Neuleilta", (at("2026-11-25", "17:00"), at("2026-11-25", "19:00")), 4, first_seen=LATELY - timedelta(days=1)
    )
    known = single("tuttu", "Tuttu juhla", at("2026-12-12", "18:00"), None)
    first = single("toinen", "Toisen lähteen juhla", at("2026-12-13", "18:00"), None, first_seen=LATELY, source_ids=("s14",))
    made = joined(moved_concert(), off, past, fresh, series, known, first)
    return replace(made, source_rows=[source(), source("s14", "Toinen lähde")])


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("changes")
    publish(rows(), folder, schedules=schedules())
    return folder / "public"


def html(region: Path, path: str) -> Selector:
    return Selector((region / path / "index.html").read_text(encoding="utf-8"))


def words(of: Selector, css: str = "*") -> str:
    return " ".join(" ".join(of.css(f"{css} ::text").getall()).split())


def items(region: Path, path: str) -> list[ET.Element]:
    return ET.fromstring((region / path).read_bytes()).findall("channel/item")  # noqa: S314 - our own file


@pytest.mark.parametrize("path", ["fi/muutokset", "sv/andringar", "en/changes"])
def test_each_change_stands_once_under_its_day(region: Path, path: str) -> None:
    page = html(region, path)
    assert page.css(".card .title a::text").getall() == ["Kuoro", "Lasten konsertti"]
    assert page.css(".day h2::attr(id)").getall() == ["d2026-12-01", "d2026-12-06"]


def test_the_former_time_of_a_moved_concert_can_be_read(region: Path) -> None:
    concert = html(region, "fi/muutokset").css(".card")[1]
    assert words(concert, ".mark") == "UUSI AIKA"
    assert "aiempi aika su 29.11. klo 14.00" in words(concert, ".facts")
    assert "tieto muuttui 20.11." in words(concert, ".facts")


def test_further_dates_of_a_change_are_named_with_it(region: Path) -> None:
    choir = html(region, "fi/muutokset").css(".card")[0]
    assert words(choir, ".mark") == "PERUTTU"
    assert "myös ti 8.12." in words(choir, ".facts")


def test_new_is_what_came_after_the_first_harvest_of_its_source(region: Path) -> None:
    page = html(region, "fi/muutokset")
    assert page.css(".regular .title a::text").getall() == ["Glögi-ilta", "Neuleilta"]
    assert page.css("section[aria-labelledby=new] h3::text").getall() == ["Lisätty pe 20.11.", "Lisätty to 19.11."]
    assert "Torstai 10.12.2026 klo 18.00" in words(page.css(".regular")[0], ".facts")


def test_new_things_are_news_for_fourteen_days(tmp_path: Path) -> None:
    publish(rows(), tmp_path, now=NOW + timedelta(days=9))
    assert html(tmp_path / "public", "fi/muutokset").css(".regular .title a::text").getall() == ["Glögi-ilta"]


def test_the_feed_tells_the_same_once(region: Path) -> None:
    titles = [item.findtext("title") for item in items(region, "fi/muutokset/syote.xml")]
    assert sorted(map(str, titles)) == ["PERUTTU: Kuoro", "UUSI AIKA: Lasten konsertti", "UUSI: Glögi-ilta", "UUSI: Neuleilta"]
    concert = next(item for item in items(region, "fi/muutokset/syote.xml") if "konsertti" in str(item.findtext("title")))
    assert "aiempi aika su 29.11. klo 14.00" in str(concert.findtext("description"))
    assert concert.findtext("pubDate") == "Fri, 20 Nov 2026 08:00:00 GMT"
    assert str(concert.findtext("guid")).endswith(f"@{HOST}")


def test_ids_of_the_feed_are_the_same_in_every_language_and_stay(region: Path, tmp_path: Path) -> None:
    def ids(root: Path, path: str) -> set[str | None]:
        return {item.findtext("guid") for item in items(root, path)}

    first = ids(region, "fi/muutokset/syote.xml")
    assert first == ids(region, "sv/andringar/flode.xml") == ids(region, "en/changes/feed.xml")
    assert len(first) == 4
    publish(rows(), tmp_path, now=NOW + timedelta(days=8), force=True)
    assert ids(tmp_path / "public", "fi/muutokset/syote.xml") <= first


def test_a_concert_moved_again_is_another_item(region: Path, tmp_path: Path) -> None:
    concert = moved_concert()
    later = [replace(one, start=one.start + timedelta(days=7), day=one.day + timedelta(days=7)) for one in concert.occurrence_rows]
    publish(joined(replace(concert, occurrence_rows=later)), tmp_path)
    [again] = items(tmp_path / "public", "fi/muutokset/syote.xml")
    assert again.findtext("guid") not in {item.findtext("guid") for item in items(region, "fi/muutokset/syote.xml")}


def test_the_page_is_dated_by_what_it_tells_not_by_the_build(tmp_path: Path) -> None:
    publish(rows(), tmp_path)
    before = (tmp_path / "public/fi/muutokset/index.html").read_bytes(), (tmp_path / "public/fi/muutokset/syote.xml").read_bytes()
    report = publish(rows(), tmp_path, now=NOW + timedelta(minutes=30), whole="again")
    after = (tmp_path / "public/fi/muutokset/index.html").read_bytes(), (tmp_path / "public/fi/muutokset/syote.xml").read_bytes()
    assert (before, report.switched) == (after, False)


def test_where_nothing_changed_the_page_leads_on(tmp_path: Path) -> None:
    publish(joined(single("juhla", "Juhla", at("2026-12-12", "18:00"), None)), tmp_path)
    page = html(tmp_path / "public", "fi/muutokset")
    assert len(page.css("main .empty")) == 2
    assert page.css("main p.block a::attr(href)").getall() == ["/fi/tanaan/", "/fi/viikko/2026-w48/"]
    assert items(tmp_path / "public", "fi/muutokset/syote.xml") == []


def test_the_small_region_has_its_changes(tmp_path: Path) -> None:
    publish(small_region(), tmp_path)
    page = html(tmp_path / "public", "fi/muutokset")
    told = [(words(card, ".mark"), card.css(".title a::text").get()) for card in page.css(".card")]
    assert told == [("PERUTTU", "Kyläkirppis"), ("UUSI AIKA", "Lähimuisti-kerho"), ("PERUTTU", "Lähimuisti-kerho")]
    assert SEEN < LATELY
