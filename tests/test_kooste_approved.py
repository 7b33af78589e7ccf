"""Approved sources beside ``schedules.yaml``: written once, read by every command, taken away again with their events."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from harvesters.errors import ConfigError, KoosteError
from kooste import approved, settings
from kooste.vocabulary import vocabulary_of
from store.configuration import sync_configuration
from store.database import open_store
from store.desk import Desk, open_desk
from store.desk_submissions import NewSubmission, Publishing, mark_withdrawn, reject, submission, submit
from store.reading import Snapshot

NOW = datetime(2026, 11, 23, 6, tzinfo=UTC)
CONFIG = """
region:
  id: norppala
  name: {fi: Norppala, sv: Norppala, en: Norppala}
  timezone: Europe/Helsinki
  public_address: https://norppala.example/
  contact: {name: Kunta, email: info@kunta.example}
places:
  - {id: kylatalo, name: Kylätalo}
sources:
  - {id: auttajat, title: Auttajat, organizer: {id: auttajat, name: Toiset Auttajat ry}, format: ical, url: "https://t.example/k.ics"}
"""
KEYED = "https://calendar.google.com/calendar/ical/a%40group.calendar.google.com/private-0123456789abcdef/basic.ics"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "schedules.yaml"
    path.write_text(CONFIG, encoding="utf-8")
    return path


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_desk(tmp_path / "var")


def sent(desk: Desk, organizer: str = "Auttajat", address: str = "https://a.example/k.ics", kind: str = "calendar", **entry: object) -> str:
    told = Publishing(organizer=organizer, place_id="kylatalo", audience=("seniors",), licence="CC BY 4.0", email="info@a.example")
    found = {"format": "ical", **entry} if kind == "calendar" else {}
    new = NewSubmission(kind=kind, language="fi", title=organizer, publishing=told, address=address, entry=found)  # type: ignore[arg-type]
    with desk.write() as connection:
        return submit(connection, new, f"{organizer}{address}{kind}", NOW)


def approve(config: Path, desk: Desk, identifier: str, **changes: str) -> str:
    path = approved.path_beside(config)
    return approved.approve(path, desk, identifier, settings.load(config), NOW, changes=changes).id


def test_an_approved_source_is_part_of_the_configuration(config: Path, desk: Desk) -> None:
    assert approve(config, desk, sent(desk)) == "auttajat-2"  # the id of another source is never taken
    source = settings.load(config).sources[-1]
    assert (source.id, source.title, source.default_place, source.usual.audience) == ("auttajat-2", "Auttajat", "kylatalo", ("seniors",))
    assert (source.licence, source.schedule, source.timezone, source.organizer.id) == ("CC BY 4.0", "6h", "Europe/Helsinki", "auttajat-2")
    text = (config.with_name("approved.yaml")).read_text(encoding="utf-8")
    assert "info@a.example" not in text
    assert text.startswith("# Sources approved at the desk.")


def test_approved_twice_it_is_the_same_and_stays_so_when_others_come(config: Path, desk: Desk) -> None:
    one, other = sent(desk, "Luonto ry"), sent(desk, "Luonto rf", "https://b.example/")
    assert [approve(config, desk, one), approve(config, desk, one), approve(config, desk, other)] == ["luonto-ry", "luonto-ry", "luonto-rf"]
    assert [source.id for source in settings.load(config).sources] == ["auttajat", "luonto-ry", "luonto-rf"]


def test_an_organizer_that_is_known_by_name_is_the_same(config: Path, desk: Desk) -> None:
    approve(config, desk, sent(desk, "toiset auttajat RY"))
    assert settings.load(config).sources[-1].organizer.id == "auttajat"


def test_a_moderator_may_set_what_was_not_submitted(config: Path, desk: Desk) -> None:
    approve(
        config,
        desk,
        sent(desk, place_id="x"),
        title="Nimi",
        schedule="1d",
        role="municipality",
        organizer_id="kunta",
        url="https://evil.example/",
    )
    source = settings.load(config).sources[-1]
    assert (source.title, source.schedule, source.organizer.role, source.organizer.id) == ("Nimi", "1d", "municipality", "kunta")
    assert source.url == "https://a.example/k.ics"


@pytest.mark.parametrize("case", ["unknown", "unreadable", "rejected", "withdrawn", "wrong"])
def test_what_cannot_be_a_source_is_refused_in_words_and_nothing_is_written(config: Path, desk: Desk, case: str) -> None:
    identifier = "none00" if case == "unknown" else sent(desk, format="" if case == "unreadable" else "ical")
    with desk.write() as connection:
        if case == "rejected":
            reject(connection, identifier, "Ei", NOW)
        if case == "withdrawn":
            mark_withdrawn(connection, identifier, "", NOW)
    with pytest.raises(KoosteError):
        approve(config, desk, identifier, **({"schedule": "often"} if case == "wrong" else {}))
    assert not config.with_name("approved.yaml").exists()


def test_a_key_stands_in_no_file_that_others_read(config: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LUONTO_RY_KEY", raising=False)
    approve(config, desk, sent(desk, "Luonto ry", KEYED))
    assert "0123456789abcdef" not in config.with_name("approved.yaml").read_text(encoding="utf-8")
    secrets = config.with_name("approved.secrets.yaml")
    assert secrets.stat().st_mode & 0o077 == 0
    source = settings.load(config).sources[-1]
    assert (source.is_secret, source.secret_names) == (True, ("LUONTO_RY_KEY",))
    assert os.environ["LUONTO_RY_KEY"] in KEYED
    monkeypatch.delenv("LUONTO_RY_KEY")


def test_an_operator_takes_an_entry_over(config: Path, desk: Desk) -> None:
    approve(config, desk, sent(desk, "Luonto ry"))
    entry = yaml.safe_load(config.with_name("approved.yaml").read_text(encoding="utf-8"))["sources"][0]["source"]
    data = yaml.safe_load(config.read_text(encoding="utf-8"))
    data["sources"].append({**entry, "title": "Oma"})
    config.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    assert [(source.id, source.title) for source in settings.load(config).sources] == [("auttajat", "Auttajat"), ("luonto-ry", "Oma")]


def test_a_place_that_is_gone_stops_nothing(config: Path, desk: Desk) -> None:
    approve(config, desk, sent(desk))
    config.write_text(config.read_text(encoding="utf-8").replace("id: kylatalo", "id: muu"), encoding="utf-8")
    assert settings.load(config).sources[-1].default_place is None


def test_a_broken_file_is_named(config: Path, desk: Desk) -> None:
    approve(config, desk, sent(desk))
    path = config.with_name("approved.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("format: ical", "format: ikal"), encoding="utf-8")
    with pytest.raises(ConfigError, match=r"approved\.yaml, line"):
        settings.load(config)


def test_withdrawing_takes_the_source_out_and_keeps_its_id_taken(config: Path, desk: Desk, tmp_path: Path) -> None:
    one = sent(desk, "Luonto ry")
    approve(config, desk, one)
    path, known = approved.path_beside(config), settings.load(config)
    with open_store(tmp_path / "var") as store:
        sync_configuration(store, known, vocabulary_of(known), NOW)
        later = NOW + timedelta(hours=1)
        assert approved.withdraw(path, store, desk, one, known, later, reason="ilmoittaja")
        assert not approved.withdraw(path, store, desk, one, known, later)
    states = {row.id: row.state for row in Snapshot(tmp_path / "var" / "kooste.db").sources()}
    assert states == {"auttajat": "new", "luonto-ry": "removed"}
    with desk.read() as connection:
        closed = submission(connection, one)
    assert closed is not None
    assert (closed.state, closed.reason, closed.source_id) == ("withdrawn", "ilmoittaja", "luonto-ry")
    assert approve(config, desk, sent(desk, "Luonto ry", "https://c.example/")) == "luonto-ry-2"
    assert [source.id for source in approved.renewed(known, path).sources] == ["auttajat", "luonto-ry-2"]


def test_events_without_a_calendar_become_a_feed_of_their_own(config: Path, desk: Desk) -> None:
    one = sent(desk, "Luonto ry", "", "events")
    approve(config, desk, one)
    known = settings.load(config)
    source = known.sources[-1]
    assert source.url == f"https://norppala.example/explore/ilmoita-kalenteri/syote/{one}.ics"
    assert approved.submission_of_feed(known, source) == one
    assert approved.submission_of_feed(known, known.sources[0]) == ""
