"""Which edition of a publication a day has, and what else the story brings about. Standard library only: the server needs it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

TURNED_AWAY = (date(2026, 11, 25), date(2026, 12, 4))
"""First day on which the parish's site answers 403 to programs, and the day after the last one."""
GONE = date(2027, 1, 11)
"""First day on which the Martat's calendar is not found any more."""
PUBLISHED = date(2026, 11, 22)
"""The day of the region's description, which is also that of everything without a later edition."""


class Edition(NamedTuple):
    """A file, and the day since which it reads so."""

    path: Path
    since: date


def edition(feeds: Path, name: str, day: date | None) -> Edition:
    """The file that is published on a day; ``None`` for the region as its description has it, the whole story in one.

    ``until-DAY/name`` holds before DAY, ``from-DAY/name`` from DAY on, ``name`` otherwise.
    """
    whole = Edition(feeds / name, PUBLISHED)
    if day is None:
        return whole
    earlier = dict(_folders(feeds, "until-", name))
    if later_than := [until for until in sorted(earlier) if day < until]:
        return Edition(earlier[later_than[0]], PUBLISHED)
    after = [Edition(path, since) for since, path in sorted(_folders(feeds, "from-", name)) if since <= day]
    return after[-1] if after else Edition(whole.path, max(earlier, default=PUBLISHED))


def _folders(feeds: Path, kind: str, name: str) -> list[tuple[date, Path]]:
    """Day and file of every edition of a kind that this file has."""
    found = [(date.fromisoformat(folder.name.removeprefix(kind)), folder / name) for folder in feeds.glob(f"{kind}*")]
    return [(day, path) for day, path in found if path.is_file()]
