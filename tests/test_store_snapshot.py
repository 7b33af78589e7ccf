"""The frozen copy: public data and nothing else, the same file for the same data, whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from harvesters.errors import KoosteError
from harvesters.record import Text
from store.database import open_store
from store.reading import Snapshot
from store.rights import mark_changed_rights
from store.snapshot import current_snapshot, freeze
from store.snapshot_schema import TABLES
from tests.store_support import DAY, HELSINKI, HOUR, NOW, Broken, Region, record, weekly


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    with open_store(tmp_path) as store:
        made = Region(store)
        made.configure()
        made.harvest(
            [
                record("a", "Äänekosken saari", location="Jossain", description=()),
                record("b", "Sääri", date(2026, 12, 5), end=date(2026, 12, 7)),
                weekly("w", exdate=(datetime(2026, 11, 27, 18, tzinfo=HELSINKI),)),
                Broken(uid="x"),
                record("gone", "Kevätjuhla"),
            ]
        )
        made.relate()
        yield made


def ask(path: Path, question: str, *arguments: Any) -> list[Any]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return connection.execute(question, arguments).fetchall()


def test_the_tables_have_the_columns_of_the_views_and_keys(region: Region) -> None:
    path = freeze(region.store, NOW)
    for name in TABLES:
        columns = [row[1] for row in region.rows(f"pragma table_info({name})")]
        frozen = ask(path, f"pragma table_info({name})")
        assert [row[1] for row in frozen] == columns
        assert [row[1] for row in frozen if row[5]] == ["id"]
        assert ask(path, f"select * from {name} order by id") == region.rows(f"select * from {name} order by id")  # noqa: S608 - ours
    tables = {row[0] for row in ask(path, "select name from sqlite_master where type = 'table' and name not like 'events_fts%'")}
    assert tables == {*TABLES, "meta", "sqlite_stat1"}
    assert ask(path, "select name from sqlite_master where type in ('view', 'trigger')") == []
    references = {(row[3], row[2]) for row in ask(path, "pragma foreign_key_list(listings)")}
    assert references == {("source_id", "sources"), ("event_id", "events"), ("place_id", "places"), ("organizer_id", "organizers")}


def test_equal_data_is_the_same_file_and_nothing_is_written(region: Region, tmp_path: Path) -> None:
    path = freeze(region.store, NOW)
    stamp = path.stat().st_mtime_ns
    region.harvest([record("a", "Äänekosken saari", location="Jossain", description=())], NOW + HOUR, complete=False)
    assert freeze(region.store, NOW + 2 * HOUR) == path == current_snapshot(tmp_path)
    assert path.stat().st_mtime_ns == stamp
    assert freeze(region.store, NOW + DAY) != path


@pytest.mark.parametrize("change", ["data", "state"])
def test_other_data_is_another_file(region: Region, change: str, tmp_path: Path) -> None:
    path = freeze(region.store, NOW)
    if change == "data":
        region.harvest([record("new")], NOW + HOUR, complete=False)
    else:
        region.store.public.execute("update source_state set state = 'unreachable' where source_id = 'library'")
    second = freeze(region.store, NOW + HOUR)
    assert second != path
    assert current_snapshot(tmp_path) == second
    assert path.exists()


def test_the_last_three_are_kept(region: Region, tmp_path: Path) -> None:
    paths = [freeze(region.store, NOW + day * DAY) for day in range(5)]
    folder = tmp_path / "snapshots"
    assert {path.name for path in folder.iterdir()} == {"current", *(path.name for path in paths[-3:])}
    assert freeze(region.store, NOW + 2 * DAY) == paths[2] == current_snapshot(tmp_path)


def test_there_is_none_before_the_first(tmp_path: Path) -> None:
    assert current_snapshot(tmp_path) is None


def test_search_knows_finnish_letters(region: Region) -> None:
    path = freeze(region.store, NOW)

    def hits(words: str) -> list[str]:
        found = ask(
            path, "select e.name from events e join events_fts f on f.rowid = e.rowid where events_fts match ? order by f.rank, 1", words
        )
        return [row[0] for row in found]

    assert hits("äänekosk*") == hits("SAARI") == hits("jossain") == ["Äänekosken saari"]
    assert hits("sääri") == ["Sääri"]
    assert len(hits("järjestäjä")) == 4
    assert hits("aanekosk*") == []


def test_nothing_private_is_in_the_file(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        region = Region(store)
        region.configure(url="https://feeds.example/${FEED_TOKEN}/a.ics")
        hidden = Broken(uid="p", digest="hidden", outcome="not_public")
        region.harvest(
            [
                record("p", "KanariaNimi", location="KanariaPaikka"),
                record("c", extra={"X-CANARY": "KanariaLisä"}, access="PRIVATE"),
                record("d", extra={"X-CANARY": "KanariaLisä"}),
            ]
        )
        region.relate()
        region.harvest([hidden, record("d", extra={"X-CANARY": "KanariaLisä"})], NOW + HOUR, etag="KanariaEtag")
        region.relate(NOW + HOUR)
        content = freeze(store, NOW + HOUR).read_bytes().decode("utf-8", "replace").lower()
        assert "kanaria" not in content
        assert "feed_token" not in content
        public = (tmp_path / "kooste.db").read_bytes().decode("utf-8", "replace").lower()
        assert "kanarialisä" not in public


def test_rows_for_pages(region: Region) -> None:
    region.harvest(
        [
            record("a", "Äänekosken saari", location="Jossain", description=()),
            record("b", "Sääri", date(2026, 12, 5), end=date(2026, 12, 7)),
            weekly("w", exdate=(datetime(2026, 11, 27, 18, tzinfo=HELSINKI),)),
            Broken(uid="x"),
        ],
        NOW + HOUR,
    )
    region.relate(NOW + HOUR)
    snapshot = Snapshot(freeze(region.store, NOW + HOUR))
    choir = snapshot.sources()[0]
    assert (choir.id, choir.state, choir.events, choir.issues, choir.last_fetched) == ("choir", "ok", 3, 2, NOW + HOUR)
    assert choir.organizer == {"fi": "Järjestäjä choir"}
    assert [place.id for place in snapshot.places()] == ["hall", "library"]
    assert snapshot.places()[1].accessibility == ("step_free_entrance",)
    assert [organizer.slug for organizer in snapshot.organizers()] == ["choir", "library"]
    events = {next(iter(event.name.values())): event for event in snapshot.events()}
    series, fair = next(event for event in snapshot.events() if event.is_series), events["Sääri"]
    assert series.recurrence is not None
    assert str(getattr(series.recurrence.exdate[0], "tzinfo", None)) == series.recurrence_timezone == "Europe/Helsinki"
    assert (fair.first_start, fair.first_end, fair.withdrawn_at) == (date(2026, 12, 5), date(2026, 12, 7), None)
    dates = [one for one in snapshot.occurrences() if one.event_id == fair.id]
    assert [(one.local_start, one.local_end, one.day, one.last_day, one.all_day) for one in dates] == [
        (date(2026, 12, 5), date(2026, 12, 7), date(2026, 12, 5), date(2026, 12, 6), True)
    ]
    assert dates[0].start == datetime(2026, 12, 5, tzinfo=HELSINKI)
    assert sorted(one.start for one in snapshot.occurrences()) == [one.start for one in snapshot.occurrences()]
    assert {issue.code for issue in snapshot.issues("choir")} == {"no_start", "place_unknown"}
    assert len(snapshot.issues()) == 2
    assert all(set(issue.message) == {"fi", "sv", "en"} for issue in snapshot.issues())
    (listing,) = snapshot.listings(fair.id)
    assert (listing.uid, listing.first_seen, listing.last_seen) == ("b", NOW, NOW + HOUR)
    gone = next(event for event in snapshot.events() if event.withdrawn_at)
    assert (gone.withdrawn_at, gone.withdrawn_reason) == (NOW + HOUR, "absent")
    told = snapshot.provenance()
    assert (told.built_at, told.region, told.timezone) == (NOW + HOUR, "norppala", "Europe/Helsinki")
    assert told.content_id in snapshot.path.name


def test_the_live_file_answers_the_same_questions(region: Region, tmp_path: Path) -> None:
    live, frozen = Snapshot(tmp_path / "kooste.db"), Snapshot(freeze(region.store, NOW))
    assert live.sources() == frozen.sources()
    assert live.events() == frozen.events()
    assert live.occurrences() == frozen.occurrences()


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(KoosteError, match="cannot be read"):
        Snapshot(tmp_path / "missing.db").sources()


def test_what_an_interrupted_freeze_left_is_taken_away_and_the_last_one_stays(region: Region, tmp_path: Path) -> None:
    path = freeze(region.store, NOW)
    region.harvest([record("new")], NOW + HOUR, complete=False)
    folder = tmp_path / "snapshots"
    (folder / "kooste-0.stage").write_bytes(b"left")
    (folder / "current.made").symlink_to("nowhere")
    region.store.public.execute("drop view events")
    region.store.public.execute("create view events as select 1 as id")
    with pytest.raises(KoosteError, match="The last one stays"):
        freeze(region.store, NOW + HOUR)
    assert current_snapshot(tmp_path) == path
    assert {one.name for one in folder.iterdir()} == {"current", path.name}


def test_next_start_is_the_next_that_takes_place(region: Region) -> None:
    question = "select next_start_utc from events where is_series = 1"
    path = freeze(region.store, NOW)
    assert ask(path, question) == [("2026-11-20T16:00:00Z",)]
    later = NOW + timedelta(days=20)
    assert ask(freeze(region.store, later), question) == [("2026-12-04T16:00:00Z",)]


@pytest.mark.parametrize(
    "told", [{"status": "TENTATIVE"}, {"categories": ("Suunnitteilla",)}, {"categories": ("Konsertti", "Under planering")}]
)
def test_what_is_planned_is_in_one_table_and_in_no_other(tmp_path: Path, told: dict[str, Any]) -> None:
    with open_store(tmp_path) as store:
        region = Region(store)
        region.configure()
        region.harvest([record("kahvit"), record("alustava", "Alustava ilta", **told)])
        region.relate()
        path = freeze(store, NOW)
    with closing(sqlite3.connect(path)) as connection:
        names = {name for (name,) in connection.execute("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")}
        holding = {name for name in names if any("lustava" in repr(row) for row in connection.execute(f"select * from {name}"))}  # noqa: S608
    assert holding == {"planned"}


LONG = "<p>" + "Kuoro harjoittelee kevään konsertteja varten. " * 20 + "</p>"


@pytest.mark.parametrize(("licence", "permission", "whole"), [
    ("CC BY 4.0", None, True),
    ("", None, False),
    ("kaikki oikeudet pidätetään", None, False),
    ("", {"by": "toimisto", "given": date(2026, 1, 1), "scope": "kuvaukset saa näyttää kokonaan"}, True),
    ("", {"by": "toimisto", "given": date(2026, 1, 1), "scope": "kuvaukset", "until": date(2026, 2, 1)}, False),
    ("", {"by": "toimisto", "given": date(2026, 1, 1), "scope": "ajat ja paikat"}, False),
])  # fmt: skip
def test_the_public_file_holds_no_more_of_a_description_than_may_be_shown(
    tmp_path: Path,
    licence: str,
    permission: dict[str, Any] | None,
    whole: bool,  # noqa: FBT001 - a row of the table
) -> None:
    with open_store(tmp_path) as store:
        region = Region(store)
        region.configure(licence=licence, permission=permission)
        region.harvest([record("a", description=(Text(value=LONG, html=True),))])
        mark_changed_rights(store, NOW)
        region.relate()
        ((told,),) = ask(freeze(store, NOW), "select description from events")
    assert (len(told) > 900) is whole
    assert whole or len(told) <= 300


def test_a_licence_that_was_withdrawn_shortens_what_was_whole(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        region = Region(store)
        for licence, least, most in (("CC BY 4.0", 900, 1000), ("", 100, 300), ("CC0", 900, 1000)):
            region.configure(licence=licence)
            if licence == "CC BY 4.0":
                region.harvest([record("a", description=(Text(value=LONG, html=True),))])
            mark_changed_rights(store, NOW)
            region.relate()
            ((told,),) = ask(freeze(store, NOW), "select description from events")
            assert least < len(told) <= most
