"""A small region of a test: its configuration, its data folder, and the command over them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner, Result

from kooste.cli import main
from tests.served import CalendarHost, calendar
from tests.warm import warm

NOW = "2026-11-22T06:00"


class Town:
    """One configuration and data folder, and the command over them."""

    def __init__(self, folder: Path, host: CalendarHost, region: str = "norppala", address: str = "https://tapahtumat.example/") -> None:
        self.folder, self.host, self.sources = folder, host, {}
        self.region, self.address = region, address
        self.more_hosts: tuple[str, ...] = ()
        self.data = folder / "var"

    sources: dict[str, dict[str, Any]]

    def source(self, name: str, *events: str, **more: Any) -> None:
        self.host.files[f"/{name}.ics"] = calendar(*events)
        entry = {
            "id": name,
            "title": f"{name} ry",
            "organizer": {"name": f"{name} ry"},
            "format": "ical",
            "url": self.host.url(f"/{name}.ics"),
        }
        self.sources[name] = entry | more

    def config(self) -> Path:
        path = self.folder / "schedules.yaml"
        region = {
            "id": self.region,
            "name": {"fi": "Norppalan tapahtumat", "sv": "Evenemang i Norppala", "en": "Events in Norppala"},
            "timezone": "Europe/Helsinki",
            "languages": ["fi"],
            "public_address": self.address,
            "contact": {"name": "Toimisto", "email": "toimisto@tapahtumat.example"},
        }
        fetch = {"delay_seconds": 0, "total_seconds": 5, "allow_hosts": [f"127.0.0.1:{self.host.port}", *self.more_hosts]}
        data = {
            "region": region,
            "defaults": {"language": "fi", "fetch": fetch, "horizon": {"months_back": 0, "months_ahead": 1}},
            "sources": list(self.sources.values()),
        }
        path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
        return path

    def kooste(self, *arguments: str, now: str = NOW) -> Result:
        name, *rest = arguments
        told = ["--config", str(self.config()), "--data", str(self.data), "--now", now]
        with warm():
            return CliRunner().invoke(main, [name, *rest, *told], catch_exceptions=False)
