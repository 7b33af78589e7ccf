"""What changed stands on its own page before the lists are made; in the end the site is as if there had been no haste."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from benchmarks.synthetic.snapshot import NOW, write_snapshot
from publish.build import BuildReport, build
from publish.compressed import ENDINGS, variants
from publish.tree import Trees
from tests.publish_rows import files, schedules

CONFIG = schedules(languages=("fi",))
LATER = "2026-11-24T04:00:00Z"
BEFORE = "2026-11-24T09:00:00+02:00"


@dataclass(frozen=True)
class World:
    """A small region, published once."""

    snapshot: Path
    site: Path

    def copy(self, folder: Path) -> World:
        """The same in a folder of its own."""
        shutil.copytree(self.site, folder / "site", symlinks=True)
        manifest = folder / "site" / "site-a.json"
        shutil.copy(self.snapshot, folder / "old.db")
        manifest.write_text(manifest.read_text().replace(str(self.snapshot), str(folder / "old.db")))
        return World(folder / "old.db", folder / "site")

    def changed(self, *acts: Callable[[sqlite3.Connection], object]) -> Path:
        """Another snapshot, in which something is otherwise."""
        new = self.snapshot.with_name("new.db")
        shutil.copy(self.snapshot, new)
        with closing(sqlite3.connect(new)) as connection:
            for act in acts:
                act(connection)
            connection.commit()
        return new


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder = tmp_path_factory.mktemp("region")
    write_snapshot(folder / "old.db", 24, days=5)
    (folder / "site").mkdir()
    build(folder / "old.db", folder / "site", CONFIG, now=NOW)
    return World(folder / "old.db", folder / "site")


class CutError(Exception):
    """The build ends here."""


def only_ahead(snapshot: Path, site: Path, *, later: timedelta = timedelta()) -> int:
    """A build that is cut short when what changed is in its place; how many files that were."""
    heard: list[int] = []

    def cut(files_put: int) -> None:
        heard.append(files_put)
        raise CutError

    with pytest.raises(CutError):
        build(snapshot, site, CONFIG, now=NOW + later, ahead=cut)
    return heard[0]


def whole(snapshot: Path, site: Path) -> BuildReport:
    return build(snapshot, site, CONFIG, now=NOW)


def without_haste(snapshot: Path, world: World, folder: Path) -> dict[str, bytes]:
    """What a build makes of the same site that cannot know what it was made from."""
    shutil.copytree(world.site, folder / "slow", symlinks=True)
    about = Trees(world.site).about_live()
    assert about is not None
    assert about.circumstances
    manifest = folder / "slow" / "site-a.json"
    manifest.write_text(manifest.read_text().replace(about.circumstances, "", 1))
    whole(snapshot, folder / "slow")
    return files(folder / "slow")


def ids(connection: sqlite3.Connection) -> list[str]:
    return [row[0] for row in connection.execute("select id from events order by id")]


def rename(event_id: str, name: str) -> Callable[[sqlite3.Connection], object]:
    question = "update events set name = ?1, name_fi = ?1, names = ?2, last_changed = ?3 where id = ?4"
    return lambda connection: connection.execute(question, (name, json.dumps({"fi": name}), LATER, event_id))


def cancel(event_id: str) -> Callable[[sqlite3.Connection], object]:
    def act(connection: sqlite3.Connection) -> None:
        connection.execute("update events set event_status = 'EventCancelled', last_changed = ? where id = ?", (LATER, event_id))
        connection.execute("update occurrences set event_status = 'EventCancelled' where event_id = ?", (event_id,))

    return act


def move(event_id: str) -> Callable[[sqlite3.Connection], object]:
    """To nine o'clock two days later, its first date too."""

    def act(connection: sqlite3.Connection) -> None:
        day = (NOW + timedelta(days=2)).date().isoformat()
        start = f"{day}T09:00:00+02:00"
        utc, key = f"{day}T07:00:00Z", f"{day.replace('-', '')}T090000"
        connection.execute(
            "update events set first_start = ?, first_end = null, first_start_utc = ?, last_changed = ? where id = ?",
            (start, utc, LATER, event_id),
        )
        (first,) = connection.execute("select min(id) from occurrences where event_id = ?", (event_id,)).fetchone()
        connection.execute(
            "update occurrences set id = ?, start_utc = ?, start_local = ?, end_utc = null, end_local = null, day = ?, last_day = ?,"
            " recurrence_id = ? where id = ?",
            (f"{event_id}-{key}", utc, start, day, day, key, first),
        )

    return act


def withdraw(event_id: str) -> Callable[[sqlite3.Connection], object]:
    return lambda connection: connection.execute(
        "update events set withdrawn_at = ?, last_changed = ? where id = ?", (LATER, LATER, event_id)
    )


def elsewhere(event_id: str) -> Callable[[sqlite3.Connection], object]:
    """At a place that has no page yet."""

    def act(connection: sqlite3.Connection) -> None:
        copied(connection, "places", "p0", id="uusi", slug="uusi-talo")
        connection.execute("update events set place_id = 'uusi', last_changed = ? where id = ?", (LATER, event_id))
        connection.execute("update occurrences set place_id = 'uusi' where event_id = ?", (event_id,))

    return act


def add(event_id: str) -> Callable[[sqlite3.Connection], object]:
    """One more event, like another one, on its first date."""

    def act(connection: sqlite3.Connection) -> None:
        (first,) = connection.execute("select min(id) from occurrences where event_id = ?", (event_id,)).fetchone()
        twin = f"zz{event_id[2:]}"
        copied(connection, "events", event_id, id=twin, slug="aivan-uusi-zz")
        copied(connection, "occurrences", first, id=f"zz{first[2:]}", event_id=twin)

    return act


def copied(connection: sqlite3.Connection, table: str, row_id: str, **fields: str) -> None:
    """A row again, with other fields."""
    names = [row[1] for row in connection.execute(f"pragma table_info({table})")]
    values = ", ".join(f":{name}" if name in fields else name for name in names)
    connection.execute(f"insert into {table} select {values} from {table} where id = :row_id", {**fields, "row_id": row_id})  # noqa: S608


def pages_of(event_id: str, there: dict[str, bytes]) -> dict[str, bytes]:
    """The event's own page, by its id."""
    return {path: data for path, data in there.items() if path.startswith(("fi/t/", "fi/s/")) and f'"{event_id}"'.encode() in data}


ACTS = {
    "rename": lambda event_id: rename(event_id, "Aivan uusi nimi"),
    "cancel": cancel,
    "move": move,
    "withdraw": withdraw,
    "elsewhere": elsewhere,
    "add": add,
}


@pytest.mark.parametrize("seed", range(2))
def test_every_file_is_as_before_or_as_it_will_be_and_in_the_end_as_without_haste(seed: int, published: World, tmp_path: Path) -> None:
    world, chance = published.copy(tmp_path), random.Random(seed)
    with closing(sqlite3.connect(world.snapshot)) as connection:
        chosen = chance.sample(ids(connection), 4)
    acts = chance.sample(sorted(ACTS), 4)
    new = world.changed(*(ACTS[act](event_id) for act, event_id in zip(acts, chosen, strict=True)))
    before, after = files(world.site), without_haste(new, world, tmp_path)
    only_ahead(new, world.site)
    now = files(world.site)
    assert before.keys() <= now.keys()
    assert {path for path, data in now.items() if data not in (before.get(path), after.get(path))} == set()
    whole(new, world.site)
    end = files(world.site)
    assert {path for path in after | end if end.get(path) != after.get(path)} == set()


def test_a_changed_event_s_own_pages_are_there_before_any_other(published: World, tmp_path: Path) -> None:
    world = published.copy(tmp_path)
    with closing(sqlite3.connect(world.snapshot)) as connection:
        chosen = ids(connection)[3:7]
    acts = ("rename", "cancel", "move", "withdraw")
    new = world.changed(*(ACTS[act](event_id) for act, event_id in zip(acts, chosen, strict=True)))
    before = files(world.site)
    only_ahead(new, world.site)
    now = files(world.site)
    different = {path for path in now if now[path] != before.get(path)}
    assert all(pages_of(event_id, now).keys() <= different for event_id in chosen)
    assert {path.split("/")[1] for path in different} <= {"t", "s", "selko"}
    for path in different:
        root = world.site / "public"
        packed = {ending: (root / f"{path}{ending}").read_bytes() for ending in ENDINGS if (root / f"{path}{ending}").exists()}
        assert packed == dict(variants(path, now[path]))


def test_they_are_there_too_where_the_site_stands_below_a_path(published: World, tmp_path: Path) -> None:
    region = CONFIG.region.model_copy(update={"public_address": "https://norppala.example/kalenteri"})
    config = CONFIG.model_copy(update={"region": region})
    build(published.snapshot, tmp_path, config, now=NOW)
    with closing(sqlite3.connect(published.snapshot)) as connection:
        new = published.changed(rename(ids(connection)[3], "Uusi"))
    heard: list[int] = []
    build(new, tmp_path, config, now=NOW, ahead=heard.append)
    assert heard[0] >= 3


def test_names_of_areas_hold_ahead_too_and_a_new_one_is_no_change_of_an_event(published: World, tmp_path: Path) -> None:
    with closing(sqlite3.connect(published.snapshot)) as connection:
        town = str(connection.execute("select municipality from places where municipality <> '' order by id").fetchone()[0])
        new = published.changed(rename(ids(connection)[3], "Uusi"))
    heard: list[int] = []
    build(published.snapshot, tmp_path, CONFIG, now=NOW, area_names={town: {"fi": "Ensikaupunki"}})
    build(new, tmp_path, CONFIG, now=NOW, ahead=heard.append, area_names={town: {"fi": "Ensikaupunki"}})
    build(published.snapshot, tmp_path, CONFIG, now=NOW, ahead=heard.append, area_names={town: {"fi": "Toiskaupunki"}})
    assert (heard[0] >= 3, heard[1]) == (True, 0)
    build(published.snapshot, tmp_path / "whole", CONFIG, now=NOW, area_names={town: {"fi": "Toiskaupunki"}})
    stepped, made = files(tmp_path), files(tmp_path / "whole")
    assert {path for path in made if path != "build.json" and stepped.get(path) != made[path]} == set()


def test_what_was_put_ahead_is_taken_back_with_the_data(published: World, tmp_path: Path) -> None:
    world = published.copy(tmp_path)
    with closing(sqlite3.connect(world.snapshot)) as connection:
        new = world.changed(rename(ids(connection)[3], "Hetken nimi"), add(ids(connection)[4]))
    before = files(world.site)
    only_ahead(new, world.site)
    put = {path for path, data in files(world.site).items() if data != before.get(path)}
    assert put
    whole(world.snapshot, world.site)
    end = files(world.site)
    assert {path for path in before if path != "build.json" and end[path] != before[path]} == set()
    assert put <= end.keys()  # an address that was there once goes on answering


@pytest.mark.parametrize("name", ["another day", "another program", "no snapshot any more", "many at once", "a page that is not yet there"])
def test_in_doubt_nothing_is_put_ahead(name: str, published: World, tmp_path: Path) -> None:
    world = published.copy(tmp_path)
    with closing(sqlite3.connect(world.snapshot)) as connection:
        event_ids = ids(connection)
    acts = {"many at once": [rename(event_id, "Uusi") for event_id in event_ids], "a page that is not yet there": [elsewhere(event_ids[0])]}
    new = world.changed(*acts.get(name, [rename(event_ids[0], "Uusi")]))
    manifest = world.site / "site-a.json"
    if name == "no snapshot any more":
        world.snapshot.unlink()
    if name == "another program":
        about = Trees(world.site).about_live()
        assert about is not None
        manifest.write_text(manifest.read_text().replace(about.circumstances, "another"))
    before = files(world.site)
    assert only_ahead(new, world.site, later=timedelta(days=name == "another day")) == 0
    assert files(world.site) == before
