"""``corrections.yaml`` and ``kooste correct``: what is refused, what the file looks like afterwards, and the whole way over HTTP."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters.errors import ConfigError
from kooste import daemon
from kooste.corrections import Watched, parse, read
from kooste.corrections_text import entry, with_correction, without_correction
from kooste.settings import load
from normalize.corrections import Correction, Key
from normalize.corrections_fields import FormError, read_value
from normalize.identity import event_id
from store.corrections import corrections_in_force
from store.database import open_store
from tests.served import CalendarHost, calendar_host, event
from tests.town import Town

GOOD = """\
- event: b7x3
  field: name.fi
  value: Naiskuoro
  by: toimitus
  on: 2026-11-24
"""
PATH = Path("corrections.yaml")


@pytest.fixture
def host() -> Iterator[CalendarHost]:
    with calendar_host() as served:
        yield served


@pytest.fixture
def town(tmp_path: Path, host: CalendarHost) -> Town:
    return Town(tmp_path, host)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]\n", "---\n"])
def test_a_file_without_entries_corrects_nothing(text: str) -> None:
    assert parse(text, PATH) == ()


def test_words_stay_words() -> None:
    text = """\
- {place: hall, field: postal_code, value: 00100, was: 57100, by: toimitus, on: 2026-11-24}
- place: hall
  field: name.fi
  value: no
  was: null
  by: toimitus
  on: 2026-11-24
  why: Kyltissä lukee 17:30
- {event: b7x3, field: start, value: 2026-11-24 17:30:00, by: toimitus, on: 2026-11-24}
- {event: b7x3, field: audience, value: [seniors, families], by: toimitus, on: 2026-11-24}
"""
    found = parse(text, PATH)
    assert [one.value for one in found] == ["00100", "no", "2026-11-24T17:30", ("families", "seniors")]
    assert [(one.was, one.is_was_known) for one in found] == [("57100", True), (None, True), (None, False), ((), False)]
    assert (found[1].why, found[1].on) == ("Kyltissä lukee 17:30", date(2026, 11, 24))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("event:", "evnt:"), r"line 1: number 1 › evnt: the key 'evnt' is not known here; did you mean 'event'\?"),
        (("event: b7x3", "place: hall\n  event: b7x3"), "line 3: number 1 › field: an entry is about one place, .* found are place, event"),
        (("name.fi", "nmae.fi"), r"line 2: number 1 › field: 'nmae.fi' of an event cannot be corrected; did you mean 'name.fi'\?"),
        (("field: name.fi", "field: start"), "line 3: number 1 › value: found 'Naiskuoro'; expected is a day"),
        (("Naiskuoro", "null"), None),
        (("value: Naiskuoro\n", "was: Kuoro\n"), "line 1: number 1 › value: the key 'value' is missing"),
        (("toimitus", "Kaisu Korpela"), "line 4: number 1 › by: it must be a role"),
        (("2026-11-24", "24.11.2026"), "line 5: number 1 › on: found '24.11.2026'"),
        (("on: 2026-11-24", "on: 2026-11-24\n  why: soita 040 123 4567"), "line 6: number 1 › why: it holds personal data"),
        (("Naiskuoro", "Naiskuoro: nyt"), r"line 3, column \d+: mapping values are not allowed"),
        (("  by: toimitus", "  by: toimitus\n  by: muut"), "stands twice"),
        (("- event: b7x3\n  ", "event: b7x3\n"), "corrections.yaml"),
    ],
)
def test_every_mistake_is_told_with_its_line(change: tuple[str, str], words: str | None) -> None:
    text = GOOD.replace(*change)
    assert text != GOOD
    if words is None:
        assert parse(text, PATH)[0].value is None
        return
    with pytest.raises(ConfigError, match=words):
        parse(text, PATH)


def test_one_field_is_corrected_once() -> None:
    with pytest.raises(ConfigError, match=r"line 6: number 2: event b7x3 name\.fi is corrected by number 1 already"):
        parse(GOOD + GOOD.replace("Naiskuoro", "Mieskuoro"), PATH)


def correction(value: str = "Naiskuoro", field: str = "name.fi", identifier: str = "b7x3", **more: Any) -> Correction:
    told = {"was": None, "is_was_known": False, "by": "toimitus", "on": date(2026, 11, 24)} | more
    return Correction(key=Key("event", identifier, field), value=read_value("event", field, value), **told)


STYLES = {
    "comments": f"# Ohje\n\n{GOOD}  # tämä jää\n\n# toinen\n{GOOD.replace('b7x3', 'c2z5')}# loppu",
    "indented": "".join(f"  {line}\n" for line in GOOD.splitlines()),
    "flow": "- {event: b7x3, field: name.fi, value: Naiskuoro, by: toimitus, on: 2026-11-24}  # yksi rivi\n",
    "hyphen alone": GOOD.replace("- event", "-\n  event"),
    "block text": GOOD.replace("value: Naiskuoro", "value: >-\n    Nais-\n    kuoro"),
    "windows": GOOD.replace("\n", "\r\n"),
    "mark": "\ufeff" + GOOD,
    "no end": GOOD.rstrip("\n"),
    "nothing": "[]\n",
}


@pytest.mark.parametrize("style", STYLES)
def test_the_command_leaves_everything_else_as_it_was(style: str, tmp_path: Path) -> None:
    path, text = tmp_path / "corrections.yaml", STYLES[style]
    path.write_bytes(text.encode())
    path.chmod(0o640)
    fresh = correction("Ei: mitään #1", identifier="zzz", why='Sanoi "ei"')
    with_correction(path, fresh)
    found = read(path)
    assert found is not None
    assert found[-1] == fresh
    added = path.read_bytes().decode()
    if style != "nothing":
        assert added.startswith(text)
        assert ("\r\n" in text) == ("\n" not in added.replace("\r\n", ""))
    without_correction(path, fresh.key)
    assert path.read_bytes().decode().rstrip("\r\n") == ("" if style == "nothing" else text.rstrip("\r\n"))
    assert path.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["corrections.yaml"]


@pytest.mark.parametrize("style", [style for style in STYLES if style != "nothing"])
def test_an_entry_is_replaced_or_taken_out_by_its_own_lines(style: str, tmp_path: Path) -> None:
    path, text = tmp_path / "corrections.yaml", STYLES[style]
    path.write_bytes(text.encode())
    with_correction(path, correction("Sekakuoro"))
    assert {one.value for one in parse(path.read_text(encoding="utf-8-sig"), path)} >= {"Sekakuoro"}
    without_correction(path, correction().key)
    left = path.read_text(encoding="utf-8-sig")
    assert [one.key.id for one in parse(left, path)] == (["c2z5"] if style == "comments" else [])
    assert all(comment in left for comment in ("# Ohje", "# tämä jää", "# toinen", "# loppu")) or style != "comments"
    with pytest.raises(ConfigError, match="not corrected"):
        without_correction(path, correction().key)


def test_a_way_of_writing_that_a_command_would_break_is_left_to_a_person(tmp_path: Path) -> None:
    path = tmp_path / "corrections.yaml"
    text = "[{event: b7x3, field: name.fi, value: Kuoro, by: toimitus, on: 2026-11-24}]\n"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"corrections\.yaml"):
        with_correction(path, correction(identifier="zzz"))
    anchored = GOOD.replace("b7x3", "&a b7x3") + GOOD.replace("event: b7x3", "event: *a").replace("name.fi", "name.sv")
    path.write_text(anchored, encoding="utf-8")
    with pytest.raises(ConfigError):
        without_correction(path, correction().key)
    assert path.read_text(encoding="utf-8") == anchored


@given(st.text(min_size=1, max_size=40))
@settings(max_examples=80, deadline=None)
def test_whatever_can_be_a_name_is_read_as_it_was_written(text: str) -> None:
    try:
        one = correction(text)
    except FormError:
        return
    lines = "".join(f"{line}\n" for line in entry(one))
    assert parse(lines, PATH) == (one,)


def told(done: Result) -> str:
    assert done.exit_code == 0, done.stderr
    return done.stdout


CHOIR = event_id("kuoro", "k1")


def served(town: Town, start: str = "20261124T150000Z", name: str = "Kuroo", note: str = "Tervetuloa", other: str = "Lukupiiri") -> None:
    town.source(
        "kuoro",
        event("k1", start, name, f"DTEND:{start[:9]}190000Z", "LOCATION:Saarisali", f"DESCRIPTION:{note}"),
        *(event(f"k{day}", f"202611{day}T150000Z", f"{other} {day}") for day in range(25, 31)),
    )


def page(town: Town) -> str:
    (found,) = (town.data / "public" / "fi" / "t").glob(f"*-{CHOIR[:6]}/index.html")
    return found.read_text(encoding="utf-8")


def snapshot(town: Town, question: str, *values: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(town.data / "snapshots" / "current")) as database:
        return database.execute(question, values).fetchall()


def live(town: Town, question: str, *values: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"{(town.data / 'kooste.db').as_uri()}?mode=ro", uri=True)) as database:
        return database.execute(question, values).fetchall()


def with_hall(town: Town) -> None:
    """The town's hall with a lift, in every configuration it writes from now on."""
    plain = town.config

    def config() -> Path:
        path = plain()
        text = path.read_text(encoding="utf-8")
        hall = "places:\n- {id: hall, name: Saarisali, accessibility: [lift, ramp]}\n"
        path.write_text(text + hall, encoding="utf-8")
        return path

    town.config = config  # type: ignore[method-assign]


def test_corrections_survive_every_harvest_and_are_told_when_the_source_changes(town: Town) -> None:
    with_hall(town)
    served(town)
    told(town.kooste("harvest", "--all"))
    told(town.kooste("relate"))
    slug = live(town, "select slug from events where id = ?", CHOIR)[0][0]
    said = told(town.kooste("correct", "event", f"https://tapahtumat.example/fi/t/{slug}/", "name.fi", "Kuoro", "--by", "toimitus"))
    assert "the source says: Kuroo" in said
    assert "kooste publish" in said
    told(town.kooste("correct", "event", CHOIR, "start", "2026-11-24T16:00", "--by", "toimitus", "--why", "Ovella lukee neljä"))
    told(town.kooste("correct", "place", "hall", "accessibility.lift", "no", "--by", "ylläpito"))
    assert "not taken in yet" in told(town.kooste("correct", "--list"))

    def shown() -> tuple[Any, ...]:
        (found,) = snapshot(town, "select name, first_start, lacks, slug from events where id = ?", CHOIR)
        assert ("Kuoro" in page(town), "klo 16.00" in page(town)) == (True, True)
        feed = (town.data / "public" / "fi" / "kalenteri.ics").read_text(encoding="utf-8")
        assert ("DTSTART;TZID=Europe/Helsinki:20261124T160000" in feed, ":Kuoro" in feed, ":Kuroo" in feed) == (True, True, False)
        return (*found[:3], found[3] == slug)

    corrected = ("Kuoro", "2026-11-24T16:00:00+02:00", '["lift"]', True)
    related = json.loads(told(town.kooste("relate", "--json")))
    assert related["events"] == 1  # the touched one, without a harvest
    told(town.kooste("publish"))
    assert shown() == corrected
    assert snapshot(town, "select accessibility, lacks from places") == [('["ramp"]', '["lift"]')]
    assert snapshot(town, "select name from listings where event_id = ?", CHOIR) == [("Kuroo",)]  # the source's own word

    told(town.kooste("harvest", "--all"))  # nothing changed; the corrected place makes every record read again
    assert json.loads(told(town.kooste("relate", "--json")))["written"] == 0
    served(town, note="Tervetuloa mukaan", other="Lukupiiri ja kahvit")
    told(town.kooste("harvest", "--all"))
    assert json.loads(told(town.kooste("relate", "--json")))["written"] > 0
    assert live(town, "select name, first_start, lacks from events where id = ?", CHOIR) == [corrected[:3]]
    assert json.loads(told(town.kooste("status", "--json")))["attention"] == []

    served(town, "20261124T160000Z")
    told(town.kooste("run", "--all", now="2026-11-23T06:00"))
    assert shown() == corrected
    (line,) = json.loads(told(town.kooste("status", "--json")))["attention"]
    assert "the source now says '2026-11-24 18:00' (it said '2026-11-24 17:00'" in line
    assert "the correction says '2026-11-24 16:00', made 2026-11-22 by toimitus. Keep or remove it?" in line
    assert line in told(town.kooste("status"))
    assert line in told(town.kooste("correct", "--list"))
    assert snapshot(town, "select state, source_changed_at from corrections where field = 'start'") == [
        ("source_changed", "2026-11-23T04:00:00Z")
    ]

    for arguments in (("event", CHOIR, "start"), ("event", CHOIR, "name.fi"), ("place", "hall", "accessibility.lift")):
        told(town.kooste("correct", *arguments, "--remove"))
    told(town.kooste("relate"))
    told(town.kooste("publish"))
    (now,) = snapshot(town, "select name, first_start, lacks from events where id = ?", CHOIR)
    assert now == ("Kuroo", "2026-11-24T18:00:00+02:00", "[]")
    assert "klo 18.00" in page(town)
    assert "nothing is corrected" in told(town.kooste("correct", "--list"))


def test_a_hidden_event_leaves_every_page_and_table_and_comes_back(town: Town) -> None:
    served(town, name="Salainen kuoro")
    told(town.kooste("run", "--all"))

    def traces() -> list[str]:
        files = [path for path in (town.data / "public").rglob("*") if path.is_file() and b"Salainen" in path.read_bytes()]
        rows = [table for table in ("events", "listings", "corrections") if "Salainen" in str(snapshot(town, f"select * from {table}"))]  # noqa: S608 - three names
        return [path.name for path in files] + rows

    assert len(traces()) > 3
    told(town.kooste("correct", "event", CHOIR, "name.sv", "Salainen", "--by", "toimitus"))
    told(town.kooste("correct", "event", CHOIR, "hidden", "yes", "--by", "toimitus"))
    told(town.kooste("relate"))
    told(town.kooste("publish"))
    assert traces() == []
    assert not list((town.data / "public" / "fi" / "t").glob(f"*-{CHOIR[:6]}"))
    told(town.kooste("correct", "event", event_id("kuoro", "k25"), "name.fi", "Lukupiiri tiistaina", "--by", "toimitus"))
    told(town.kooste("relate"))
    told(town.kooste("publish"))  # the other tree of the site, too
    assert traces() == []
    told(town.kooste("correct", "event", CHOIR, "hidden", "--remove"))
    told(town.kooste("relate"))
    told(town.kooste("publish"))
    assert "Salainen kuoro" in page(town)


REFUSED: tuple[tuple[tuple[str, ...], str], ...] = (
    (("event", "kuroo", "start", "2026-11-24"), "did you mean\n"),
    (("event", CHOIR[:15], "start", "2026-11-24"), CHOIR),
    (("event", CHOIR, "strat", "2026-11-24"), "did you mean 'start'?"),
    (("event", CHOIR, "start", "16.00"), "expected is a day (2026-11-24) or"),
    (("event", CHOIR, "end", "2026-11-24T15:00"), "the end is not after the start"),
    (("event", CHOIR, "place_id", "hal"), "not in schedules.yaml"),
    (("place", "hal", "capacity", "10"), "did you mean hall (Saarisali)?"),
    (("organizer", "nobody", "url", "https://x.example/"), "there are kuoro"),
    (("event", CHOIR, "url", "--remove"), "is not corrected"),
    (("event", CHOIR, "name.fi"), "give place, organizer or event"),
    (("--why", "x"), "give place, organizer or event"),
    (("event", CHOIR, "name.fi", "Kuoro", "--by", "Kaisu Korpela"), "it must be a role"),
    (("event", CHOIR, "name.fi", "Kuoro", "--why", "soita 040 123 4567"), "it holds personal data"),
)


def test_what_is_refused_writes_nothing_and_says_what_is_expected(town: Town) -> None:
    with_hall(town)
    served(town)
    early = town.kooste("correct", "event", CHOIR, "name.fi", "Kuoro", "--by", "toimitus")
    assert (early.exit_code, "harvest first" in early.stderr) == (2, True)
    told(town.kooste("harvest", "--all"))
    for arguments, words in REFUSED:
        done = town.kooste("correct", "--by", "toimitus", *arguments)
        assert (done.exit_code, words in done.stderr) == (2, True), (arguments, done.stderr)
    assert not (town.folder / "corrections.yaml").exists()


def test_a_broken_file_stops_the_command_and_loses_nothing(town: Town) -> None:
    served(town)
    told(town.kooste("harvest", "--all"))
    told(town.kooste("correct", "event", CHOIR, "name.fi", "Kuoro", "--by", "toimitus"))
    told(town.kooste("relate"))
    path = town.folder / "corrections.yaml"
    good = path.read_text(encoding="utf-8")
    for text in (good.replace("name.fi", "nmae.fi"), good + "- kesken", None):
        if text is None:
            path.unlink()
        else:
            path.write_text(text, encoding="utf-8")
        for name in ("harvest", "relate", "publish", "check")[: 4 if text else 3]:
            done = town.kooste(name)
            assert (done.exit_code, "corrections.yaml" in done.stderr) == (2, True)
        assert "corrections.yaml" in told(town.kooste("status"))
    path.write_text(good, encoding="utf-8")
    assert "1 corrections" in told(town.kooste("check"))
    assert json.loads(told(town.kooste("relate", "--json")))["written"] == 0
    path.write_text("", encoding="utf-8")
    assert json.loads(told(town.kooste("relate", "--json")))["written"] == 1


def test_the_scheduler_takes_a_correction_within_a_tick_and_goes_on_with_the_last_good_ones(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    served(town)
    town.config()
    now = datetime(2026, 11, 22, 4, tzinfo=UTC)
    path = town.folder / "corrections.yaml"
    tick = daemon.turn(load(town.folder / "schedules.yaml"), town.data, path)
    tick(now)
    assert "Kuroo" in page(town)
    with_correction(path, correction("Kuoro", identifier=CHOIR))
    tick(now)
    assert "Kuroo" not in page(town)
    good = path.read_text(encoding="utf-8")
    path.write_text(good + "- kesken\n", encoding="utf-8")
    for _ in range(2):
        tick(now)
    assert [record.levelname for record in caplog.records if "stay in force" in record.getMessage()] == ["ERROR"]
    assert "Kuroo" not in page(town)
    with open_store(town.data) as store:
        assert [one.value for one in corrections_in_force(store)] == ["Kuoro"]
        watched = Watched(path, problem="told")
        path.write_text(good, encoding="utf-8")
        assert watched.take(store, load(town.folder / "schedules.yaml"), now) is False
        assert watched.problem == ""
