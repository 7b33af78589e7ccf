"""The door from the first page to the published site and back: the demo's s28 feed, over real HTTP on loopback."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from explorer.server import site_app
from kooste import cli, daemon, demo, desk_acts, explorer_services, settings
from kooste.door_look import Looking
from kooste.vocabulary import vocabulary_of
from store.configuration import sync_configuration
from store.database import open_store
from store.desk import open_desk
from store.desk_acts import NewAct, enqueue
from store.desk_submissions import submission, submissions
from store.snapshot import freeze
from tests.door_client import DOOR, HELSINKI, PUBLISHING, Door, Visitor
from tests.shared import ROOT

NOW = datetime(2026, 11, 23, 8, tzinfo=HELSINKI)


def configured(folder: Path, port: int) -> Path:
    """The demo's region without a single source, in one language and for the winter: less to publish."""
    text = (ROOT / "schedules.yaml").read_text(encoding="utf-8")
    data = yaml.safe_load(text.replace("127.0.0.1:8765", f"127.0.0.1:{port}"))
    data["region"]["languages"] = ["fi"]
    data["defaults"]["horizon"] = {"months_back": 0, "months_ahead": 5}
    path = folder / "schedules.yaml"
    path.write_text(yaml.safe_dump({**data, "sources": []}, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def kooste(*arguments: str) -> str:
    result = CliRunner().invoke(cli.main, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def begin(config: Path, data: Path) -> None:
    """The data directory of a region before its first harvest."""
    schedules = settings.load(config)
    with open_store(data) as store:
        sync_configuration(store, schedules, vocabulary_of(schedules), NOW)
        freeze(store, NOW)


@contextmanager
def served(config: Path, data: Path, now: datetime) -> Iterator[Door]:
    """The site and the explorer as ``kooste serve`` has them, asked in process."""
    schedules = settings.load(config)
    means = explorer_services.means(schedules, data, config, lambda: now)
    app = site_app(data, schedules, page_of=daemon.page_of(schedules), means=means)
    yield Door(_Lifespanless(app), open_desk(data), [])  # type: ignore[arg-type]


class _Lifespanless:
    """The whole server as one application whose closing is its explorer's."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await self.app(scope, receive, send)

    async def aclose(self) -> None:
        for route in self.app.routes:
            if closing := getattr(getattr(route, "app", None), "aclose", None):
                await closing()


def test_a_calendar_is_submitted_approved_harvested_seen_and_withdrawn(tmp_path: Path) -> None:  # noqa: PLR0915 - one story
    data = tmp_path / "var"
    with demo.examples() as server:
        server.day = NOW.date()
        config = configured(tmp_path, server.port)
        options = ("--config", str(config), "--data", str(data), "--now")
        begin(config, data)

        async def submit(visitor: Visitor) -> str:
            await visitor.open(DOOR)
            await visitor.send({"address": f"{server.url}/auttajat.example/kalenteri.ics"})
            while "Katsomme kalenteria" in visitor.text:
                await visitor.open(str(visitor.page.url))
            assert "Löysimme 6 tulevaa tapahtumaa" in visitor.text
            assert "4 huomiota" in visitor.text
            for named in (
                "Aikavyöhyke puuttuu 6 tapahtumasta",
                "Päättymisaika puuttuu 5 tapahtumasta",
                "jatkuu myös pyhinä",
                "ei ole nimeä",
            ):
                assert named in visitor.text
            assert "EA1-kurssi, la 23.1. klo 9.00 (rivi 4)" in visitor.text
            assert '<div class="leaf"' in visitor.page.text
            await visitor.open(visitor.link("Jatka"))
            await visitor.send(PUBLISHING)
            return visitor.link("Avaa tilasivu")

        with served(config, data, NOW) as explorer:
            status = explorer.run(submit)
        assert settings.load(config).sources == ()  # nothing is harvested before a person says so

        desk = open_desk(data)
        with desk.read() as connection:
            waiting = submissions(connection, states=("waiting",))
        assert [one.title for one in waiting] == ["Norppalan Auttajat ry"]
        enqueue(desk, NewAct(by="toimitus", kind="approve", subject=waiting[0].id), NOW)
        desk_acts.apply_now(settings.load(config), data, config, NOW)
        written = yaml.safe_load((tmp_path / "approved.yaml").read_text(encoding="utf-8"))["sources"]
        assert [entry["source"]["id"] for entry in written] == ["norppalan-auttajat-ry"]

        later = NOW + timedelta(hours=1)
        kooste("run", *options, later.isoformat())
        assert list((data / "public" / "fi").rglob("ea1-kurssi*"))

        async def look(visitor: Visitor) -> str:
            await visitor.open(status)
            sheet = visitor.link("Viikon tapahtumat ilmoitustaululle (A4)")
            assert (data / "public" / sheet.lstrip("/") / "index.html").is_file()
            return visitor.text

        with served(config, data, later) as explorer:
            seen = explorer.run(look)
            assert "Hyväksytty" in seen
            assert "EA1-kurssi" in seen
            assert "Haku toimii" in seen
            assert "/fi/jarjestaja/norppalan-auttajat-ry" in seen

            async def leave(visitor: Visitor) -> str:
                await visitor.open(status)
                await visitor.open(visitor.link("Poista ilmoitus"))
                await visitor.send({})
                return visitor.text

            assert "Poistettu" in explorer.run(leave)

        last = later + timedelta(hours=1)
        kooste("publish", "--force", *options, last.isoformat())
        (page,) = (path.read_text(encoding="utf-8") for path in (data / "public" / "fi").glob("[st]/ea1-kurssi*/index.html"))
        assert re.search(r'class="tombstone"', page)
        assert yaml.safe_load((tmp_path / "approved.yaml").read_text(encoding="utf-8"))["sources"] == []
        with desk.read() as connection:
            closed = submission(connection, waiting[0].id)
        assert closed is not None
        assert closed.state == "withdrawn"


def test_each_way_of_being_turned_away_has_its_own_sentence(tmp_path: Path) -> None:
    with demo.examples() as server:
        server.statuses["s28"] = 403
        looking = Looking(schedules=settings.load(configured(tmp_path, server.port)), data=tmp_path, now=NOW)
        said = {}
        for name, path in {
            "forbidden": "/auttajat.example/kalenteri.ics",
            "robots": "/enonkoski.example/tapahtumat",
            "missing": "/none",
        }.items():
            looked = looking.at(f"{server.url}{path}")
            assert (looked.examined.verdict, looked.examined.can_be_read, looked.examined.is_address) == ("blocked", False, True)
            said[name] = looked.examined.in_language("fi").findings[0]
    assert [one.level for one in said.values()] == ["blocks"] * 3
    assert [one.code for one in said.values()] == ["forbidden", "robots", "not_found"]
    assert len({one.what for one in said.values()}) == len(said)
