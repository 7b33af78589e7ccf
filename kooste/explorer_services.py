"""What the explorer can do besides reading, put together here, where everything may be known."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from explorer.instance import Means
from explorer.services import Services
from harvesters.source import Schedules
from kooste import desk_acts
from kooste.desk_work import desk_work
from kooste.door_services import door_services
from store.desk import open_desk

SECRET_NAME = "explorer.secret"  # noqa: S105 - the name of a file
_BYTES = 32


def means(schedules: Schedules, directory: Path, config: Path, now: Callable[[], datetime]) -> Means:
    """The means of the explorer of a data directory; ``config`` is ``schedules.yaml``, beside which decisions of people are kept."""
    services = Services(
        desk=open_desk(directory),
        apply=lambda: desk_acts.apply_now(schedules, directory, config, now()),
        at_desk=desk_work(schedules, directory, config),
        door=door_services(schedules, directory, config, now),
    )
    return Means(services=services, now=now, secret=_secret(directory / SECRET_NAME))


def _secret(path: Path) -> str:
    """What cookies are signed with, made once; for its owner only."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(_BYTES), encoding="ascii")
    return path.read_text(encoding="ascii")
