"""Saved pages of public bodies, read by a description alone and compared with the events that another project expects of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from harvesters import page
from harvesters.page_options import PageOptions
from harvesters.record import RawEvent, ReadContext, Reading, Response
from tests.shared import CORPORA

DESCRIPTIONS = Path(__file__).parent / "pages"
FIELDS = ("count", "title", "start", "end", "place", "status")


@dataclass(frozen=True, slots=True, kw_only=True)
class CityPage:
    """One description with the page it is for and the label it is compared with."""

    id: str
    file: str
    options: PageOptions
    parts: tuple[dict[str, str], ...] = ()
    """Further answers: ``file``, ``url`` and ``role``."""
    by_start: str = ""
    """``first`` or ``last`` where the label's events are in order of time, the first or the last one first; else the page's order."""
    order: tuple[int, ...] = ()
    """Which of our events the label's first, second ... are, where its program reads the page in another order."""
    count: bool = True
    """False where the other program leaves out old meetings, as ours does later (the calendar's window)."""
    only: tuple[str, ...] = ()
    """Which of the label's items are about this page; all of them unless given."""
    note: str = ""


@cache
def labels() -> dict[str, dict[str, Any]]:
    """What is expected, by the name of the program that read the page."""
    lines = (CORPORA / "labels" / "city_scrapers.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return {label["test"].removeprefix("test_").removesuffix(".py"): label for label in found}


def html_labels() -> dict[str, dict[str, Any]]:
    """Those with a saved page and at least one expected event."""
    return {
        name: label for name, label in labels().items() if label["items"] and any(one["file"].endswith(".html") for one in label["files"])
    }


def descriptions() -> list[CityPage]:
    """Every description, by name."""
    return [description(path) for path in sorted(DESCRIPTIONS.glob("*.yaml"))]


def description(path: Path) -> CityPage:
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    return CityPage(
        id=path.stem,
        file=written.get("file", f"{path.stem}.html"),
        options=PageOptions.model_validate(written["page"]),
        parts=tuple(written.get("parts", ())),
        by_start=written.get("by_start", ""),
        order=tuple(written.get("order", ())),
        only=tuple(written.get("only", ())),
        count=written.get("count", True),
        note=written.get("note", ""),
    )


def url_of(file: str, label: dict[str, Any]) -> str:
    told = next((one["url"] for one in label["files"] if one["file"].endswith(f"/{file}")), None)
    return told if told and told.startswith("http") else f"https://city.example/{file}"


def answer(file: str, url: str, role: str = "") -> Response:
    (path,) = CORPORA.glob(f"City-Bureau*/tests/files/{file}")
    return Response(
        source_id="city",
        url=url,
        status=200,
        headers={"content-type": "text/html"},
        body=path.read_bytes(),
        fetched_at=datetime(2026, 11, 22, tzinfo=UTC),
        role=role,
    )


def reading(one: CityPage) -> Reading:
    """The page as its description reads it."""
    label = labels()[one.id]
    parts = tuple(answer(part["file"], part["url"], part["role"]) for part in one.parts)
    main = answer(one.file, url_of(one.file, label))
    response = Response(
        source_id=main.source_id, url=main.url, status=200, headers=main.headers, body=main.body, fetched_at=main.fetched_at, parts=parts
    )
    return page.read(response, ReadContext(zone="America/Chicago", options=one.options))


@dataclass(slots=True)
class Score:
    """How many values of each field agree with the label."""

    right: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def mark(self, name: str, ours: object, theirs: object) -> None:
        if ours == theirs:
            self.right[name] = self.right.get(name, 0) + 1
        else:
            self.wrong.append(f"{name}: ours {ours!r}, theirs {theirs!r}")

    @property
    def agrees(self) -> bool:
        return bool(self.right) and not self.wrong


def compare(one: CityPage) -> Score:
    """The description's events against the label's, field by field."""
    score, label = Score(), labels()[one.id]
    events = list(reading(one).events)
    if one.by_start:
        events.sort(key=lambda event: moment(event.start) or "", reverse=one.by_start == "last")
    if label["expected_count"] is not None and one.count:
        score.mark("count", len(events), label["expected_count"])
    for index, expected in expectations(label, one, len(events)):
        if not -len(events) <= index < len(events):
            score.wrong.append(f"no event {index} among {len(events)}")
            continue
        compare_event(score, events[index], expected)
    return score


def expectations(label: dict[str, Any], one: CityPage, count: int) -> Iterator[tuple[int, dict[str, Any]]]:
    """The expected fields with the place of the event in our order."""
    for key, item in label["items"].items():
        if one.only and key not in one.only:
            continue
        number = int(key) if key.lstrip("-").isdigit() else 0
        if one.order:
            position = list(label["items"]).index(key)
            number = one.order[position]
        yield number, {**label["all"], **item}
    if label["all"] and count:
        yield from ((number, label["all"]) for number in range(count))


def compare_event(score: Score, event: RawEvent, expected: dict[str, Any]) -> None:
    if "title" in expected:
        score.mark("title", event.name[0].value, " ".join(expected["title"].split()))
    if expected.get("start"):
        score.mark("start", moment(event.start), expected["start"])
    if "end" in expected:
        score.mark("end", moment(event.end if isinstance(event.start, datetime) else None), expected["end"])
    if "location" in expected:
        score.mark("place", place(event), place_of(expected["location"]))
    if "status" in expected:
        score.mark("status", event.status == "CANCELLED", expected["status"] == "cancelled")


def moment(value: date | None) -> str | None:
    """As the labels write it: a day without a time as its midnight."""
    if value is None:
        return None
    return value.isoformat() if isinstance(value, datetime) else f"{value}T00:00:00"


def place(event: RawEvent) -> str:
    return plain(f"{event.location[0].value if event.location else ''} {event.address}")


def place_of(location: dict[str, str]) -> str:
    return plain(f"{location['name']} {location['address']}")


def plain(text: str) -> str:
    return " ".join(text.split())
