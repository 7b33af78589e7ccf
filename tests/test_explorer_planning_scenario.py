"""The planner's question of the region's description (q6) and its week of older people in Kerimäki, through the pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from dateutil.rrule import rrulestr

from explorer.app import explorer_app
from tests.explorer_client import ask
from tests.explorer_region import HELSINKI, RegionFile, write_region
from tests.explorer_snapshot import schedules
from tests.shared import REGION, needs_region

pytestmark = needs_region
KINDS = {"activity": "activity", "course": "activity", "volunteering": "volunteering"}


def described(data: Mapping[str, Any], region: RegionFile) -> None:
    """The region as it is described: of duplicates the first member, each with the sources of all."""
    for source in data["sources"]:
        region.organizer(source["id"], source["publisher"])
    for venue in data["venues"]:
        known = {"latitude": venue.get("lat"), "longitude": venue.get("lon"), "municipality": venue.get("municipality") or ""}
        online = venue["id"] == "v-online"
        code = venue.get("municipality_code") or ""
        region.place(venue["id"], venue["name"], venue.get("district") or "", municipality_code=code, online=online, **known)
    others = {key for group in data["expected_duplicates"] for key in group[1:]}
    for record in data["events"]:
        if record["key"] not in others and "T" in record.get("start", ""):
            region.event(record["key"], *starts(record), hours=hours(record), **told(record))


def told(record: Mapping[str, Any]) -> dict[str, Any]:
    """What is said of an event besides its times."""
    return {
        "name": record["title"],
        "kind": KINDS.get(record["type"], "event"),
        "place_id": record["venue"],
        "audience": record.get("audience", ()),
        "topics": ["exhibitions"] if record["type"] == "exhibition" else (),
        "event_status": "EventCancelled" if record["status"] == "cancelled" else "EventScheduled",
        "source_ids": [record["source"]],
    }


def starts(record: Mapping[str, Any]) -> Iterator[datetime]:
    """Its dates until the end of April."""
    first = datetime.fromisoformat(record["start"])
    left_out = set(record.get("exdates", ()))
    rule = record.get("rrule", "").replace("Z", "")  # the wall clock's end is near enough
    days = rrulestr(rule, dtstart=first).between(first - timedelta(days=1), datetime(2027, 4, 30)) if rule else [first]  # noqa: DTZ001 - wall clock
    return (day.replace(tzinfo=HELSINKI) for day in days if day.date().isoformat() not in left_out)


def hours(record: Mapping[str, Any]) -> float | None:
    """How long it lasts; ``None`` where no end is told."""
    if "end" not in record:
        return None
    return (datetime.fromisoformat(record["end"]) - datetime.fromisoformat(record["start"])) / timedelta(hours=1)


@pytest.fixture(scope="module")
def data() -> Any:
    return json.loads((REGION / "scenario.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def path(data: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_region(tmp_path_factory.mktemp("scenario") / "kooste-1.db", partial(described, data))


def test_what_is_on_at_the_planner_s_evening_is_exactly_what_is_expected(data: Any, path: Path) -> None:
    (q6,) = (one for one in data["referral_queries"] if one["id"] == "q6")
    day, begin, end = (q6["filters"][name] for name in ("date", "from_", "to"))
    year, month, number = day.split("-")
    wish = {"pv": number, "kk": month, "vvvv": year, "alkaa": begin, "paattyy": end, "kenelle": "volunteers", "paikka": "v-torikulma"}
    told, page = ask(
        explorer_app(lambda: path, schedules()), *(f"/explore/suunnittele/{form}?{urlencode(wish)}" for form in ("aika.json", ""))
    )
    competing = told.json()["competing"]
    assert sorted(one["event_id"] for one in competing) == q6["expected"]
    assert [one["kind"] for one in competing] == ["venue", "venue", "meanwhile"]
    assert [[one.split("-")[0] for one in pair] for pair in told.json()["booked_twice"]] in ([["c2a", "c2b"]], [["c2b", "c2a"]])
    free = [one for one in told.json()["better"] if "venue" not in one["counts"]]
    assert len(free) >= 2
    names = {one["key"]: one["title"] for one in data["events"]}
    shown = page.text.split('class="answer"')[1].split('id="better"')[0]
    assert sorted(key for key in q6["expected"] if names[key] in shown) == q6["expected"]
    assert shown.count('class="what"') == len(q6["expected"])


def test_the_week_of_older_people_in_a_village_names_the_clash(data: Any, path: Path) -> None:
    (page,) = ask(explorer_app(lambda: path, schedules()), "/explore/suunnittele/ikaihmiset/kerimaki")
    afternoon = page.text.split('id="v50"')[1].split("iltapäivä")[1].split("</tr>")[0]
    cells = [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", cell)).strip() for cell in re.findall(r"<td.*?</td>", afternoon, re.DOTALL)]
    names = {one["key"]: one["title"] for one in data["events"]}
    assert cells[3] == f"2: {names['o14']}, {names['c5b']}"
