"""``corrections.yaml``: what people say against the sources, read, checked and taken into the store.

It lies beside ``schedules.yaml``. A mistake in it stops the command that reads it, with file and line, before anything is done. The
scheduler goes on with the corrections it had: one person's typing error must neither stop a town's harvest nor undo what others corrected.
The same holds for a file that is gone while its corrections are in force.
"""

from __future__ import annotations

import difflib
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import Field, TypeAdapter, ValidationError

from harvesters.errors import ConfigError
from harvesters.source import Schedules
from harvesters.strict import Strict
from kooste.yaml_file import UniqueKeys, line_of, mistakes, yaml_words
from normalize.corrections import Correction, Key, is_role
from normalize.corrections_fields import SUBJECTS, FormError, Raw, Subject, Value, every_field, field_names, form_of, read_value
from normalize.privacy import redact
from store.corrections import corrections_in_force, sync_corrections
from store.database import Store

FILE_NAME = "corrections.yaml"
LONGEST_WHY = 300
_NULL = "tag:yaml.org,2002:null"

_log = logging.getLogger(__name__)


class Loader(UniqueKeys):
    """YAML in which every word is a text and only ``null`` is none: no ``no`` becomes false, no ``00100`` becomes 64."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - the base class's own way
        first: [pair for pair in pairs if pair[0] == _NULL] for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


_Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,62}$")]
_Written = str | list[str] | None


class Entry(Strict):
    """One correction as it stands in the file; exactly one of the first three is given."""

    place: _Id | None = None
    organizer: _Id | None = None
    event: _Id | None = None
    field: str
    value: _Written
    was: _Written = None
    by: str
    on: date
    why: str = Field(default="", max_length=LONGEST_WHY)

    @property
    def subject(self) -> Subject:
        """What it is about."""
        return next(subject for subject in SUBJECTS if getattr(self, subject) is not None)

    @property
    def key(self) -> Key:
        """Which field of what."""
        return Key(self.subject, getattr(self, self.subject), self.field)


_ENTRIES = TypeAdapter(list[Entry])


def path_beside(config: Path) -> Path:
    """Where the corrections of a configuration are."""
    return config.with_name(FILE_NAME)


def read(path: Path) -> tuple[Correction, ...] | None:
    """The corrections of the file in its order, ``None`` where there is no file; ``ConfigError`` names every mistake at once."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read as UTF-8 text ({error})") from error
    return parse(text, path)


def parse(text: str, path: Path) -> tuple[Correction, ...]:
    """The corrections of a text; raises ``ConfigError`` in the name of the file."""
    try:
        data = yaml.load(text, Loader=Loader)  # noqa: S506 - a SafeLoader that takes fewer things for something else
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        raise ConfigError(yaml_words(str(path), error)) from error
    if data is None:
        return ()
    if not isinstance(data, list):
        raise ConfigError(f"{path}: holds no list; each correction begins with a hyphen (see docs/corrections.md)")
    try:
        entries = _ENTRIES.validate_python(data)
    except ValidationError as error:
        raise ConfigError("\n".join(mistakes(str(path), data, node, error, Entry))) from error
    if problems := list(_problems(path, node, entries)):
        raise ConfigError("\n".join(problems))
    return tuple(map(_correction, entries))


def _problems(path: Path, node: yaml.Node | None, entries: Sequence[Entry]) -> Iterator[str]:
    """What is wrong with entries that have the right keys, one line each."""
    seen: dict[Key, int] = {}
    for number, entry in enumerate(entries):
        for key, words in _wrong(entry):
            yield f"{path}, line {line_of(node, [number, key])}: number {number + 1} › {key}: {words}"
        if len(_subjects(entry)) == 1 and seen.setdefault(entry.key, number) != number:
            line = line_of(node, [number])
            yield f"{path}, line {line}: number {number + 1}: {' '.join(entry.key)} is corrected by number {seen[entry.key] + 1} already"


def _subjects(entry: Entry) -> list[Subject]:
    return [subject for subject in SUBJECTS if getattr(entry, subject) is not None]


def _wrong(entry: Entry) -> Iterator[tuple[str, str]]:
    """Key and words of each mistake."""
    if len(_subjects(entry)) != 1:
        yield "field", f"an entry is about one place, one organizer or one event; found are {', '.join(_subjects(entry)) or 'none'}"
        return
    if words := wrong_role(entry.by):
        yield "by", words
    if words := wrong_reason(entry.why):
        yield "why", words
    if words := unknown_field(entry.subject, entry.field):
        yield "field", words
        return
    for key in ("value", "was"):
        try:
            _read(entry, key)
        except FormError as error:
            yield key, f"found {getattr(entry, key)!r}; {error}"


def unknown_field(subject: Subject, field: str) -> str:
    """Why a field cannot be corrected, with those that can and the likely one; empty where it can."""
    try:
        form_of(subject, field)
    except KeyError:
        near = difflib.get_close_matches(field, every_field(subject), n=1)
        hint = f"did you mean {near[0]!r}? " if near else ""
        return f"{field!r} of {_article(subject)} cannot be corrected; {hint}allowed are {', '.join(field_names(subject))}"
    return ""


def _article(subject: Subject) -> str:
    return f"an {subject}" if subject in {"organizer", "event"} else f"a {subject}"


def wrong_role(by: str) -> str:
    """Why a text cannot stand for who made a correction; empty where it can."""
    return "" if is_role(by) else "it must be a role in small letters (toimitus, kirjasto), never a person's name, address or number"


def wrong_reason(why: str) -> str:
    """Why a reason cannot be kept; empty where it can."""
    if redact(why).count:
        return "it holds personal data (a name with a role, an address, a number); say it without"
    return f"it has more than {LONGEST_WHY} characters" if len(why) > LONGEST_WHY else ""


def _read(entry: Entry, key: str) -> Value:
    raw: Raw | None = getattr(entry, key)
    if key == "was" and raw is None:
        return () if form_of(entry.subject, entry.field).is_list else None
    return read_value(entry.subject, entry.field, raw)


def _correction(entry: Entry) -> Correction:
    return Correction(
        key=entry.key,
        value=_read(entry, "value"),
        was=_read(entry, "was"),
        is_was_known="was" in entry.model_fields_set,
        by=entry.by,
        on=entry.on,
        why=entry.why,
    )


def take(store: Store, path: Path, schedules: Schedules, now: datetime) -> bool:
    """Makes the store's corrections those of the file; true where they were others. Raises ``ConfigError`` and changes nothing.

    A file that is gone while its corrections are in force is a mistake too; one without entries takes them all back.
    """
    return put(store, read(path), path, schedules, now)


def put(store: Store, corrections: tuple[Correction, ...] | None, path: Path, schedules: Schedules, now: datetime) -> bool:
    """As ``take``, of a file that was read before; ``None``: there is none."""
    before = corrections_in_force(store)
    if corrections is None and before:
        raise ConfigError(
            f"{path}: there is no such file, but {len(before)} corrections are in force. "
            "Put it back; to take them all back, leave an empty file"
        )
    return sync_corrections(store, corrections or (), schedules, now)


@dataclass(slots=True)
class Watched:
    """The file as the scheduler sees it, tick by tick."""

    path: Path
    problem: str = ""
    """What was wrong with it last, told once."""

    def take(self, store: Store, schedules: Schedules, now: datetime) -> bool:
        """True where the corrections changed; those of a broken file stay what they were, which the log says."""
        try:
            changed = take(store, self.path, schedules, now)
        except ConfigError as error:
            if str(error) != self.problem:
                _log.error("%s. Until it is mended the corrections that were read last stay in force.", error)
            self.problem = str(error)
            return False
        if self.problem:
            _log.warning("%s can be read again.", self.path)
        self.problem = ""
        return changed


def problem_of(path: Path, in_force: int) -> str:
    """What is wrong with the file, for ``kooste status``; empty where nothing is."""
    try:
        found: Any = read(path)
    except ConfigError as error:
        return str(error)
    return f"{path}: there is no such file, but {in_force} corrections are in force" if found is None and in_force else ""
