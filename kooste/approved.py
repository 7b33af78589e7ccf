"""``approved.yaml``: the sources that moderators approved from submissions, beside ``schedules.yaml`` and part of the configuration.

Kooste writes this file, a whole one each time; people may read it. An entry of the same id in ``schedules.yaml`` stands in its place, so an
operator takes one over by copying it there. Keys of secret addresses are in ``approved.secrets.yaml``, which only its owner can read.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, cast
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

import yaml
from pydantic import Field, ValidationError

from harvesters.address_secrets import secret_part, without_secret
from harvesters.errors import ConfigError, KoosteError
from harvesters.source import Schedules, Source
from harvesters.strict import Strict
from kooste.correcting import in_force
from kooste.vocabulary import vocabulary_of
from kooste.yaml_file import read_model, text_of
from normalize.identity import slug
from store.configuration import sync_configuration
from store.database import PUBLIC_NAME, Store
from store.desk import Desk
from store.desk_submissions import Submission, address_of, entry_of, mark_approved, mark_withdrawn, source_ids, submission
from store.reading import Snapshot

FILE_NAME = "approved.yaml"
SECRETS_NAME = "approved.secrets.yaml"
OWN_FEED = "ilmoita-kalenteri/syote/{}.ics"
"""Where below the explorer the feed of events is that were entered one by one (``explorer.door_addresses``)."""
_OWN_SCHEDULE = "15min"
_LONGEST_ID = 40
_HEADER = "# Sources approved at the desk. Kooste writes this file; take a source away at the desk, or copy its entry to schedules.yaml.\n"
_CHANGEABLE = frozenset({"title", "schedule", "role", "organizer_id", "place_id"})


class ApprovedSource(Source):
    """A source of this file, so that it is known again among those of ``schedules.yaml``."""


class Entry(Strict):
    """One approved source."""

    submission: Annotated[str, Field(pattern=r"^[a-z0-9]{4,20}$")]
    approved: date
    source: ApprovedSource


class File(Strict):
    """The whole file."""

    sources: tuple[Entry, ...] = ()


def path_beside(config: Path) -> Path:
    """Where the approved sources of a configuration are."""
    return config.with_name(FILE_NAME)


def read(path: Path) -> tuple[Entry, ...]:
    """The entries of the file, none where there is no file; ``ConfigError`` names every mistake at once."""
    if not path.exists():
        return ()
    return read_model(text_of(path), str(path), File).sources


def renewed(schedules: Schedules, path: Path) -> Schedules:
    """The configuration with the approved sources that stand in the file now, in the place of those that stood there before.

    Keys of secret addresses become environment variables, unless these are set. ``ConfigError`` where the file is broken.
    """
    own = tuple(source for source in schedules.sources if not isinstance(source, ApprovedSource))
    found = tuple(_fitting(entry.source, schedules) for entry in read(path))
    for name, value in _secrets(path).items():
        os.environ.setdefault(name, value)
    known = {source.id for source in own}
    approved = tuple(schedules.resolved(source) for source in found if source.id not in known)
    return schedules.model_copy(update={"sources": own + approved})


def _fitting(source: ApprovedSource, schedules: Schedules) -> Source:
    """The source without a place that is not registered any more: one changed line elsewhere must not stop a town's harvest."""
    known = {place.id for place in schedules.places}
    return source if source.default_place in {None, *known} else source.model_copy(update={"default_place": None})


def approve(  # noqa: PLR0913 - where, what, when and with which changes
    path: Path, desk: Desk, submission_id: str, schedules: Schedules, now: datetime, *, changes: Mapping[str, Any] | None = None
) -> Source:
    """The source that a submission becomes, in the file and harvested from the next run on; approved again it is the same.

    ``changes`` are what a moderator sets otherwise than submitted: ``title``, ``schedule``, ``role``, ``organizer_id``, ``place_id``.
    Raises ``KoosteError`` where it cannot be one.
    """
    with desk.read() as connection:
        found = submission(connection, submission_id)
        if found is None:
            raise KoosteError(f"There is no submission {submission_id!r}.")
        address, entry, taken = address_of(connection, submission_id), entry_of(connection, submission_id), source_ids(connection)
    known = next((one for one in read(path) if one.submission == submission_id), None)
    if known is None:
        if not (found.is_open or found.state == "approved"):
            raise KoosteError(f"The submission was {found.state}; it can only be sent in again.")
        identifier = found.source_id or _free(found.publishing.organizer, _taken(schedules, taken, desk))
        url, key = _address(address, identifier) if found.kind == "calendar" else (own_feed_address(schedules, submission_id), {})
        made = _source(found, entry, identifier, url, schedules, changes or {})
        known = _checked(made, found.id, now, schedules)
        _keep_secrets(path, key)
        _write(path, [*_raw(path), {"submission": found.id, "approved": known.approved, "source": made}])
    with desk.write() as connection:
        mark_approved(connection, submission_id, known.source.id, now)
    return schedules.resolved(known.source)


def take_in(path: Path, submission_id: str, also: Sequence[str]) -> bool:
    """Makes these names the ones that are open to all although they look like members' matters; False where it is no source here."""
    entries = _raw(path)
    entry = next((entry for entry in entries if entry.get("submission") == submission_id), None)
    if entry is None:
        return False
    source = {name: value for name, value in entry["source"].items() if name != "also"}
    entry["source"] = source | ({"also": list(also)} if also else {})
    _write(path, entries)
    return True


def withdraw(  # noqa: PLR0913, PLR0917 - both files, both databases, and why
    path: Path, store: Store, desk: Desk, submission_id: str, schedules: Schedules, now: datetime, *, reason: str = ""
) -> bool:
    """Takes a source away with its coming events, whose pages then say so; False where it was none (one that waits is only marked)."""
    kept = [entry for entry in _raw(path) if entry.get("submission") != submission_id]
    was_there = len(kept) < len(_raw(path))
    if was_there:
        _write(path, kept)
        known = renewed(schedules, path)
        sync_configuration(store, in_force(store, known), vocabulary_of(known), now)
    with desk.write() as connection:
        mark_withdrawn(connection, submission_id, reason, now)
    return was_there


def own_feed_address(schedules: Schedules, submission_id: str) -> str:
    """The full address of the feed of events that were entered one by one."""
    region = schedules.region
    explorer = urljoin(region.public_address, region.explorer_address or "/explore/")
    return f"{explorer.rstrip('/')}/{OWN_FEED.format(submission_id)}"


def submission_of_feed(schedules: Schedules, source: Source) -> str:
    """The id of the submission whose own feed a source is; empty for every other source."""
    found = re.search(r"/([a-z0-9]{4,20})\.ics$", source.url)
    return found[1] if found and source.url == own_feed_address(schedules, found[1]) else ""


def _source(  # noqa: PLR0913, PLR0917 - what was sent, what was found out, what is set otherwise
    found: Submission, entry: Mapping[str, Any], identifier: str, url: str, schedules: Schedules, changes: Mapping[str, Any]
) -> dict[str, Any]:
    """The entry as it is written."""
    told = found.publishing
    is_own = found.kind == "events"
    if not is_own and not entry.get("format"):
        raise KoosteError("The calendar could not be read by itself: describe it in schedules.yaml (kooste new-source), or ask back.")
    wanted = {name: str(value) for name, value in changes.items() if name in _CHANGEABLE and value}
    place = wanted.get("place_id", told.place_id)
    made: dict[str, Any] = {
        "id": identifier,
        "title": wanted.get("title", told.organizer),
        "organizer": _organizer(found, wanted, schedules),
        "format": "ical" if is_own else entry["format"],
        "url": url,
        "schedule": wanted.get("schedule") or (_OWN_SCHEDULE if is_own else entry.get("schedule")),
        "language": found.language if is_own else entry.get("language"),
        "licence": told.licence,
        "default_place": place if place in {one.id for one in schedules.places} else None,
        "usual": {"audience": list(told.audience)} if told.audience else None,
        "also": list(told.also) or None,
        "expect": {"max_withdrawn": 1.0} if is_own else None,
    }
    options = entry.get("options")
    if options and not is_own:
        made[str(entry["format"])] = options
    return {name: value for name, value in made.items() if value is not None}


def _organizer(found: Submission, wanted: Mapping[str, str], schedules: Schedules) -> dict[str, str]:
    """Who is responsible: an organizer that is known by that name is the same one."""
    name = found.publishing.organizer
    same = next(
        (source.organizer for source in schedules.sources if name.casefold() in {one.casefold() for one in source.organizer.name.values()}),
        None,
    )
    made = {"name": name, "role": wanted.get("role", "organizer")}
    identifier = wanted.get("organizer_id") or (same.id if same else None)
    return made | ({"id": identifier} if identifier else {}) | ({"url": found.publishing.url} if found.publishing.url else {})


def _checked(made: Mapping[str, Any], submission_id: str, now: datetime, schedules: Schedules) -> Entry:
    """The entry as the configuration would read it; ``KoosteError`` where it would refuse it."""
    today = now.astimezone(ZoneInfo(schedules.region.timezone)).date()
    try:
        return Entry.model_validate({"submission": submission_id, "approved": today, "source": dict(made)})
    except ValidationError as error:
        where = ", ".join(".".join(map(str, mistake["loc"][1:])) for mistake in error.errors(include_input=False, include_url=False))
        raise KoosteError(f"The configuration would not take the source ({where}); it was not approved.") from None


def _taken(schedules: Schedules, given: frozenset[str], desk: Desk) -> frozenset[str]:
    """Ids that sources have or ever had: their events and addresses are theirs for ever."""
    database = desk.path.with_name(PUBLIC_NAME)
    stored = {row.id for row in Snapshot(database).sources()} if database.exists() else set()
    return given | {source.id for source in schedules.sources} | stored


def _free(name: str, taken: frozenset[str]) -> str:
    """A short id made of the organizer's name, with a number where it is taken."""
    made = slug(name, "")[:_LONGEST_ID].strip("-") or "calendar"
    return next(one for one in _numbered(made) if one not in taken)


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in range(2, 10_000))


def _address(address: str, identifier: str) -> tuple[str, dict[str, str]]:
    """The address as the file has it, and the key that was taken out of it, by the name of its environment variable."""
    if not secret_part(address)[0]:
        return address, {}
    name = f"{re.sub(r'[^A-Z0-9]', '_', identifier.upper())}_KEY"
    before, mark, after = (written := without_secret(address, name)).partition(f"${{{name}}}")
    if not mark or not address.startswith(before) or not address.endswith(after):
        raise KoosteError("The address holds a user name and a password; describe the source in schedules.yaml (docs/schedules.md).")
    return written, {name: address[len(before) : len(address) - len(after)]}


def _raw(path: Path) -> list[dict[str, Any]]:
    """The entries as they stand in the file, checked first."""
    if not read(path):
        return []
    data = yaml.safe_load(text_of(path))
    return cast("list[dict[str, Any]]", data["sources"])


def _write(path: Path, entries: Sequence[Mapping[str, Any]]) -> None:
    """The whole file anew, in one step, once it could be read back."""
    text = _HEADER + yaml.safe_dump({"sources": [dict(entry) for entry in entries]}, allow_unicode=True, sort_keys=False, width=120)
    read_model(text, str(path), File)
    _replace(path, text, 0o644)


def _secrets(path: Path) -> dict[str, str]:
    """Name of an environment variable -> key."""
    secrets = path.with_name(SECRETS_NAME)
    if not secrets.exists():
        return {}
    found = yaml.safe_load(text_of(secrets)) or {}
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise ConfigError(f"{secrets}: each line is NAME: 'key'")
    return found


def _keep_secrets(path: Path, key: Mapping[str, str]) -> None:
    if key:
        _replace(path.with_name(SECRETS_NAME), yaml.safe_dump({**_secrets(path), **key}, allow_unicode=True), 0o600)


def _replace(path: Path, text: str, mode: int) -> None:
    """The file with this text, whole or as it was."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        os.fchmod(file.fileno(), mode)
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    try:
        Path(file.name).replace(path)
    finally:
        Path(file.name).unlink(missing_ok=True)
