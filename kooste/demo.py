"""The example region from nothing to a served calendar: its own feeds on loopback, harvested over real HTTP."""

from __future__ import annotations

import importlib
import os
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from types import ModuleType
from typing import Any

import click

from harvesters.errors import ConfigError
from kooste import cli, daemon, explorer_services, settings
from store.reading import Snapshot

DEMO_NOW = "2026-11-23T06:00:00+02:00"
"""The demo's data is written for the weeks after this day (examples/norppala), so its clock stands here unless told otherwise."""
_PACKAGE = "kooste_demo_region"
"""Under this name the demo region's folder is a package, wherever it lies."""


def run(directory: Path, config: Path | None, moment: str | None, port: int, *, once: bool) -> None:
    """Serves the example feeds, harvests them all, publishes, prints the addresses; stays until stopped unless ``once``.

    The keys of the example's publishers are given to whoever has not set them (an empty one stays empty: then the source is not
    configured). With a ``moment`` the publishers tell what they tell on that day of the region's story, without one everything at once.
    """
    for name, value in _module().SECRETS.items():
        os.environ.setdefault(name, value)
    with examples() as server:
        path = config or _first(Path("schedules.yaml"), "schedules.yaml")
        schedules = _module().with_port(settings.load(path), server.port)
        _refuse_foreign(directory, {source.id for source in schedules.sources})
        now = cli.instant(moment or DEMO_NOW, schedules.region.timezone)
        server.day = now.date() if moment and now else None
        job = cli.Job(config=path, schedules=schedules, directory=directory, fixed_now=now)
        click.echo(
            f"The example feeds of {schedules.region.name['en']} are served at {server.url}; the demo's clock stands at {now:%Y-%m-%d}."
        )
        with job.store() as store:
            cli.whole_run(store, job, everything=True, tell=True, labelled=_folder() / "duplicates.jsonl")
        if once:
            click.echo(f"Done. See it with: kooste serve --data {directory}")
            return
        means = explorer_services.means(schedules, directory, path, lambda: job.now)
        daemon.serve(schedules, directory, "127.0.0.1", port, means=means)


def _refuse_foreign(directory: Path, ours: set[str]) -> None:
    """Raises ``ConfigError`` where the folder holds another region: the demo would withdraw everything of it."""
    database = directory / "kooste.db"
    rows = Snapshot(database).sources() if database.exists() else []
    if foreign := sorted(row.id for row in rows if row.state != "removed" and row.id not in ours):
        raise ConfigError(f"{directory} holds the data of another region ({foreign[0]} …); give the demo a folder of its own with --data")


def examples() -> AbstractContextManager[Any]:
    """The example server on a free port when its own is taken."""
    server: AbstractContextManager[Any] = _module().ExampleServer(_folder())
    return server


def _folder() -> Path:
    """The demo region's folder: in a checkout, else inside the installed package."""
    return _first(Path(__file__).parents[1] / "examples" / "norppala", "norppala")


def _first(checkout: Path, packaged: str) -> Path:
    """The path in the checkout if it is there, else the copy that the wheel carries."""
    copy = Path(__file__).parent / "examples" / packaged
    found = next((path for path in (checkout, copy) if path.exists()), None)
    if found is None:
        raise ConfigError(f"the demo region is not here ({checkout.name} is missing); run the demo from a checkout or an installed Kooste")
    return found


def _module() -> ModuleType:
    """``server.py`` of the demo region; a file beside its feeds rather than a package of ours."""
    if _PACKAGE not in sys.modules:
        package = ModuleType(_PACKAGE)
        package.__path__ = [str(_folder())]
        sys.modules[_PACKAGE] = package
    return importlib.import_module(f"{_PACKAGE}.server")
