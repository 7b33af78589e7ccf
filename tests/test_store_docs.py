"""docs/data.md and the database say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from harvesters import errors
from store.database import open_store
from store.migrations import PRIVATE, PUBLIC
from store.view_files import PUBLIC_VIEWS
from tests.shared import ROOT

_DOCUMENT = (ROOT / "docs" / "data.md").read_text("utf-8")


def documented(heading: str) -> list[str]:
    """The first cells of the table under a heading."""
    section = _DOCUMENT.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)


@pytest.mark.parametrize("view", PUBLIC_VIEWS)
def test_every_column_is_documented_in_its_order(view: str, tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        columns = [row[1] for row in store.public.execute(f"pragma table_info({view})")]
    assert documented(view) == columns


CONTRACT = {
    "sources": "id,title,organizer,role,format,state,state_since,last_fetched,last_changed,events,problem",
    "listings": "id,source_id,uid,recurrence_id,event_id,kind,name_fi,name_sv,name_en,name,start_utc,end_utc,start_local,timezone,all_day,"
    "event_status,place_id,place_text,organizer_id,url,first_seen,last_seen,last_changed,withdrawn_at",
    "events": "id,kind,name_fi,name_sv,name_en,slug,place_id,organizer_id,event_status,next_start_utc,first_start_utc,last_end_utc,"
    "listings",
    "occurrences": "id,event_id,start_utc,end_utc,start_local,end_local,all_day,event_status,place_id",
    "issues": "source_id,uid,code,severity,field,value,line,message_fi,message_sv,message_en",
}


@pytest.mark.parametrize(("view", "columns"), CONTRACT.items())
def test_the_promised_columns_come_first(view: str, columns: str) -> None:
    promised = columns.split(",")
    assert documented(view)[: len(promised)] == promised


def test_views_and_private_table_are_all_there(tmp_path: Path) -> None:
    assert re.findall(r"^## (\w+)$", _DOCUMENT, re.MULTILINE) == [*PUBLIC_VIEWS, "meta"]
    with open_store(tmp_path) as store:
        assert documented("private.db") == [row[1] for row in store.private.execute("pragma table_info(raw)")]


def test_every_state_is_told() -> None:
    states = {error.state for error in vars(errors).values() if isinstance(error, type) and issubclass(error, errors.HarvestError)}
    told = next(line for line in _DOCUMENT.splitlines() if line.startswith("| `state` | `new`"))
    assert states | {"new", "ok", "removed", "off"} == set(re.findall(r"`(\w+)`", told)) - {"state"}


def test_migrations_are_numbered_in_order() -> None:
    for steps in (PUBLIC, PRIVATE):
        names = [step.name for step in steps._migrations]
        assert names == sorted(names)
        assert all(re.fullmatch(r"\d{4}_[a-z_]+", name) for name in names)
