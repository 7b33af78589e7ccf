"""``kooste plan``: what a planned event would compete with, whom to ask, and when it would be better. Registered by ``kooste.cli``."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Sequence
from datetime import date, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from harvesters.errors import ConfigError
from harvesters.region_rules import LANGUAGES
from kooste import console
from normalize.distances import point_of
from store.database import PUBLIC_NAME

if TYPE_CHECKING:  # the registry and the rules are for those who run the command
    from harvesters.source import PlaceEntry
    from kooste.cli import Job
    from normalize.planning import Plan, PlanRequest

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?")
_NEAR = 3


def _read_day(_context: click.Context, _option: click.Parameter, value: str) -> date:
    """The day of ``--date``."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write it as 2026-11-26") from None


def _read_clock(_context: click.Context, _option: click.Parameter, value: str) -> time:
    """The hour of ``--from`` or ``--to``: ``17:30``, ``17.30`` or ``17``; ``24`` is midnight."""
    found = _CLOCK.fullmatch(value.strip())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (-1, 0)
    try:
        return time.min if (hour, minute) == (24, 0) else time(hour, minute)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no time of day; write it as 17:30") from None


@click.option("--date", "day", required=True, metavar="YYYY-MM-DD", callback=_read_day, help="The day.")
@click.option("--from", "from_", required=True, metavar="HH:MM", callback=_read_clock, help="When it begins.")
@click.option("--to", required=True, metavar="HH:MM", callback=_read_clock, help="When it ends; 24:00 is midnight.")
@click.option("--place", metavar="ID", help="Id or name of the place (`kooste places`); without one the whole region is near.")
@click.option("--room", default="", metavar="ROOM", help="A room of the place; without one the whole house.")
@click.option("--audience", "audiences", multiple=True, metavar="CODE", help="For whom; may stand several times.")
@click.option("--topic", "topics", multiple=True, metavar="ID", help="What about: a topic or a subject; may stand several times.")
@click.option("--radius", type=click.FloatRange(min=0, min_open=True), metavar="KM", help="Look no further than this.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the answer; the region's first one unless told.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def plan(  # noqa: PLR0913 - one parameter an option
    job: Job,
    *,
    day: date,
    from_: time,
    to: time,
    place: str | None,
    room: str,
    audiences: tuple[str, ...],
    topics: tuple[str, ...],
    radius: float | None,
    lang: str | None,
    as_json: bool,
) -> None:
    """Say what a planned event would compete with, whom to ask about doing it together, and when would be better (docs/overlaps.md)."""
    from kooste.vocabulary import vocabulary_of
    from normalize import planning_words
    from normalize.planning import PlanRequest

    vocabulary = vocabulary_of(job.schedules)
    where = _place(job.schedules.places, place)
    try:
        request = PlanRequest(
            day=day,
            from_=from_,
            to=to,
            timezone=job.schedules.region.timezone,
            place_id=where.id if where else "",
            point=point_of(where),
            room=_room(job.schedules.places, where, room),
            audience=_known("--audience", audiences, vocabulary.audience),
            topics=_known("--topic", topics, {**vocabulary.topic, **vocabulary.subject}),
            radius_km=radius,
        )
    except ValueError as error:
        raise ConfigError(f"--from and --to: {error}") from None
    found = _planned(job, request)
    if as_json:
        console.emit_json(planning_words.told(found))
        return
    names = {code: entry.name for code, entry in {**vocabulary.topic, **vocabulary.subject, **vocabulary.audience}.items()}
    for line in planning_words.explained(found, names, lang or job.schedules.region.languages[0]):
        click.echo(line)


def _planned(job: Job, request: PlanRequest) -> Plan:
    """The plan held against what was harvested; raises ``ConfigError`` for a day that is over, or where nothing was harvested yet."""
    from normalize.overlaps_slot import rules_of
    from normalize.planning import SchoolHoliday, days_needed, plan, planning_rules
    from store.planning import planning_slots

    today = job.now.astimezone(ZoneInfo(request.timezone)).date()
    if request.day < today:
        raise ConfigError(f"--date: {request.day} is over; today is {today}")
    database = job.directory / PUBLIC_NAME
    if not database.exists():
        raise ConfigError(f"{job.directory} holds no events yet; harvest first")
    region = job.schedules.region
    rules = planning_rules(rules_of(region.overlaps))
    closed = [SchoolHoliday(names=one.name, first=one.first, last=one.last) for one in region.school_holidays]
    going = planning_slots(database, *days_needed(request.day), rules)
    return plan(request, going.slots, going.facts, rules, closed, today=today)


def _place(entries: Sequence[PlaceEntry], text: str | None) -> PlaceEntry | None:
    """The place of an id or a name; ``ConfigError`` with the likeliest ones for any other text."""
    from normalize.nearest_places import nearest_entries
    from normalize.places import Hints, PlaceRegistry

    if not text:
        return None
    registry = PlaceRegistry(entries)
    found = registry.get(text) or registry.get(registry.find(text, Hints()).place_id)
    if found is None:
        near = "".join(f" Perhaps {entry.id}?" for entry in nearest_entries(text, entries, 1))
        raise ConfigError(f"--place: {text!r} is no place of this region; `kooste places` lists them.{near}")
    return found


def _room(entries: Sequence[PlaceEntry], place: PlaceEntry | None, text: str) -> str:
    """The room as occurrences name it; ``ConfigError`` for words that name none."""
    from normalize.places import PlaceRegistry

    if not text:
        return ""
    if place is None:
        raise ConfigError("--room needs the --place it is in")
    rooms = {room.id for room in place.rooms}
    found = text if text in rooms else PlaceRegistry(entries).room(text, place.id)
    if not found:
        raise ConfigError(f"--room: {text!r} names no room of {place.id}{'; there is ' + ', '.join(sorted(rooms)) if rooms else ''}")
    return found


def _known(option: str, codes: Sequence[str], known: Collection[str]) -> tuple[str, ...]:
    """The codes, each once; ``ConfigError`` with the nearest ones for one that the vocabulary has not."""
    for code in codes:
        if code not in known:
            near = difflib.get_close_matches(code, known, n=_NEAR) or sorted(known)
            raise ConfigError(f"{option}: {code!r} is not in the vocabulary; there is {', '.join(near)} (docs/vocabulary.md)")
    return tuple(dict.fromkeys(codes))
