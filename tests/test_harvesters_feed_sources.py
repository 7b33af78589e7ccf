"""Golden readings of feeds, and feeds as others publish them: every item is read, and none takes its date from its publication."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from harvesters.errors import Unreadable
from harvesters.feed import read
from harvesters.feed_options import FeedOptions
from harvesters.record import Reading
from tests.golden_answers import answer, as_text, checked, folders, of_folder, remembered, same_as_expected
from tests.shared import CORPORA, ROOT, needs_corpora

FOLDERS = folders("feed")


def reading(folder: Path, known: dict[str, str] | None = None) -> Reading:
    response, options = of_folder(folder)
    return checked(read, response, FeedOptions(**options), known)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_a_feed_gives(folder: Path, update_golden: bool) -> None:  # noqa: FBT001 - a fixture
    same_as_expected(reading(folder), folder, update=update_golden)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_same_again_is_not_read_again(folder: Path) -> None:
    first = reading(folder)
    again = reading(folder, remembered(first))
    assert (len(again.unchanged), again.events) == (first.read, ())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_person_is_kept(folder: Path) -> None:
    found = repr(reading(folder)).lower()
    for name in ("ruusu", "räntä", "aada", "eero", "vilja", "vastaava.kirjastonhoitaja", "mailto"):
        assert name not in found


def test_of_performers_who_must_not_be_named_only_title_time_and_place_are_kept() -> None:
    folder = next(folder for folder in FOLDERS if folder.name == "music-school-atom")
    concert = reading(folder).events[0]
    assert (concert.name[0].value, concert.when) == (
        "Musiikkiopiston joulukonsertti",
        "Su 13.12.2026 klo 18.00–19.15\nMusiikkiopiston joulukonsertti",
    )
    assert (concert.location[0].value, concert.description, concert.images) == ("Norppasali", (), ())


CORPUS = {
    "ec2u+data/EventsCoimbraAcademica.01.xml": (1, 0, 1),
    "ec2u+data/EventsCoimbraSaoFrancisco.02.xml": (3, 0, 3),
    "ec2u+data/EventsIasiCityCultura.00.xml": (2, 0, 2),
    "ec2u+data/EventsIasiCityInOras.00.xml": (3, 0, 3),
    "ec2u+data/EventsIasiUniversity360.00.xml": (3, 0, 3),
    "ec2u+data/EventsPaviaBorromeo.01.xml": (1, 0, 1),
    "ec2u+data/EventsPaviaUniversity.00.xml": (1, 0, 1),
    "ec2u+data/EventsPoitiersCityGrand.00.xml": (3, 3, 0),
    "ec2u+data/EventsPoitiersUniversity.00.xml": (3, 3, 0),
    "ec2u+data/EventsSalamancaCitySACIS.00.xml": (3, 0, 3),
    "ec2u+data/EventsSalamancaCityTO.00.xml": (3, 0, 3),
    "judell+community-calendar/rss/asheville-latest.xml": (100, 0, 100),
    "judell+community-calendar/rss/davis-full.xml": (625, 0, 625),
    "judell+community-calendar/rss/davis-latest.xml": (100, 0, 100),
    "judell+community-calendar/rss/lancaster-latest.xml": (100, 0, 100),
    "judell+community-calendar/rss/santarosa-latest.xml": (100, 0, 100),
}
"""File: items, events with a start of their own, events with the time in words."""
OWN_FIELDS = {
    "ec2u+data/EventsPoitiersUniversity.00.xml": FeedOptions(
        fields={"start": "date_from", "end": "date_to", "start_time": "hour_from", "end_time": "hour_to"}, date_format="%d/%m/%Y"
    )
}


@needs_corpora
@pytest.mark.corpora
@pytest.mark.parametrize("name", CORPUS)
def test_event_feeds_as_others_publish_them_are_read_without_loss(name: str) -> None:
    body = (CORPORA / name).read_bytes()
    found = checked(read, answer(body, "https://feeds.example/rss"), OWN_FIELDS.get(name))
    items, starts, words = CORPUS[name]
    assert found.read == len(found.events) == items == len(re.findall(rb"<item[\s>]", body))
    assert (sum(event.start is not None for event in found.events), sum(bool(event.when) for event in found.events)) == (starts, words)
    assert all(event.uid and event.url and event.name for event in found.events)
    assert not any(issue.severity == "error" for issue in found.issues)


@needs_corpora
@pytest.mark.corpora
def test_the_time_of_each_dialect_is_the_one_its_publisher_wrote() -> None:
    def first(name: str) -> Reading:
        return checked(read, answer((CORPORA / "ec2u+data" / name).read_bytes()), OWN_FIELDS.get(f"ec2u+data/{name}"))

    module = first("EventsPoitiersCityGrand.00.xml").events[0]
    assert (module.start, module.end) == (datetime(2022, 2, 11, 20, tzinfo=UTC), datetime(2022, 6, 11, 22, 30, tzinfo=UTC))
    own = first("EventsPoitiersUniversity.00.xml").events[0]
    assert (own.start, own.end) == (date(2022, 5, 1), date(2022, 6, 25))
    assert first("EventsSalamancaCityTO.00.xml").events[0].when.startswith("24 May 2022 20:00 : ")
    assert "Mercoledì 8 giugno 2022, alle ore 17:00" in first("EventsPaviaUniversity.00.xml").events[0].when
    assert "29th August – 2nd September 2022" in first("EventsPaviaBorromeo.01.xml").events[0].when


@needs_corpora
@pytest.mark.corpora
@pytest.mark.parametrize("folder", ["kurtmckee+feedparser", "lemon24+reader"])
def test_no_feed_of_other_peoples_tests_is_more_than_unreadable(folder: str) -> None:
    outcomes: dict[str, int] = {}
    files = [path for path in sorted((CORPORA / folder).rglob("*")) if path.is_file()]
    for path in files:
        try:
            found = checked(read, answer(path.read_bytes(), "https://feeds.example/rss"))
        except Unreadable as reason:
            outcomes[reason.reason] = outcomes.get(reason.reason, 0) + 1
        else:
            outcomes["read"] = outcomes.get("read", 0) + 1
            assert as_text(found).encode("utf-8")
    assert sum(outcomes.values()) == len(files)
    assert outcomes["read"] > (900 if folder.startswith("kurt") else 5)
    assert set(outcomes) <= {"read", "dtd_refused", "html_instead_of_feed", "not_feed", "truncated"}


_ENTRY = re.compile(r"""entries\[0\]\['(title|link|id)'\] == u?(?P<quote>['"])(.*)(?P=quote)$""", re.DOTALL)
_NO_GUID = re.compile(rb"(<(?:item|entry)\b[^>]*>)(?!.*<(?:guid|id)\b)(?<!/>)", re.DOTALL)


def expectations() -> Iterator[tuple[str, str, str, Reading]]:
    """File, field, expected value and our reading, of the expressions about one plain value that we map.

    Items without an identifier are given one, for without a date and without that they are set aside.
    """
    for line in (CORPORA / "labels" / "feedparser_expect.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        found, path = _ENTRY.search(told["expect"]), CORPORA / told["file"]
        if found is None or "\\" in found[3] or not path.is_file():
            continue
        located = re.search(r"Content-Location: (\S+)", str(told["headers"]), re.IGNORECASE)
        base = located[1].rstrip("'\"])") if located else f"http://127.0.0.1:8097/{told['file'].partition('/')[2]}"
        body = path.read_bytes()
        if b"rdf:about" not in body:
            body = _NO_GUID.sub(rb"\1<guid isPermaLink='false'>7</guid>", body, count=1)
        yield told["file"], found[1], found[3].strip(), checked(read, answer(body, base))


@needs_corpora
@pytest.mark.corpora
def test_titles_links_and_identifiers_agree_with_feedparsers_own_expectations() -> None:
    differ, compared = [], 0
    for name, field, expected, found in expectations():
        if not found.events:
            assert [issue.code for issue in found.issues] == ["required_field_missing"], name
            continue
        event = found.events[0]
        values = {"title": event.name[0].value if event.name else "", "link": event.url, "id": event.uid}
        # an identifier stays as written here, where feedparser makes an address of it
        same = expected.endswith(values["id"].lstrip("/")) if field == "id" else values[field] == expected
        differ += [] if same else [(name, field, expected, values[field])]
        compared += 1
    assert (compared >= 60, differ) == (True, [])


def test_the_page_about_the_format_names_every_decision() -> None:
    page = (ROOT / "docs" / "formats" / "feed.md").read_text(encoding="utf-8")
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "harvesters").glob("feed*.py"))
    decided = re.findall(r'(?:Refused\(|notes\.warn\(|notes\.add\(|\.tell\(|reason=)\s*"(\w+)"', sources)
    assert len(set(decided)) > 12
    assert {name for name in (*decided, *FeedOptions.model_fields) if f"`{name}`" not in page} == set()
