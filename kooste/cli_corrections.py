"""``kooste correct``: a person says what is right where a source does not. Registered by ``kooste.cli``."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from harvesters.errors import ConfigError
from kooste import console, corrections, corrections_text, corrections_words
from kooste.corrections_words import said
from normalize.corrections import (
    Correction,
    Key,
    by_subject,
    corrected_schedules,
    organizer_id,
    said_of_organizer,
    said_of_place,
)
from normalize.corrections_event import Registry, lead_of, relate_corrected, said_of_event
from normalize.corrections_fields import SUBJECTS, UNKNOWN, FormError, Subject, Value, read_value
from normalize.recurrence import Window
from store.corrections_told import Told, find_event, listings_of_event, near_events, organizer_ids, read_corrections, topic_ids
from store.database import PUBLIC_NAME
from store.text import best

if TYPE_CHECKING:
    from kooste.cli import Job

_SHOWN_BY = (
    "It is shown after the next `kooste run`, or `kooste relate` and `kooste publish`, without a new harvest; "
    "a running scheduler does it within a minute."
)


@click.argument("subject", required=False, type=click.Choice(SUBJECTS), metavar="[place|organizer|event]")
@click.argument("identifier", required=False, metavar="[ID]")
@click.argument("field", required=False, metavar="[FIELD]")
@click.argument("value", required=False, metavar="[VALUE]")
@click.option("--by", metavar="ROLE", help="Who says so: a role such as toimitus, never a person.")
@click.option("--why", default="", metavar="TEXT", help="The reason, for those who look at it later.")
@click.option("--remove", is_flag=True, help="Take the correction back: the source's value counts again.")
@click.option("--list", "listed", is_flag=True, help="Every correction, and how its source stands to it.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def correct(  # noqa: PLR0913 - one parameter an argument or option
    job: Job,
    *,
    subject: Subject | None,
    identifier: str | None,
    field: str | None,
    value: str | None,
    by: str | None,
    why: str,
    remove: bool,
    listed: bool,
    as_json: bool,
) -> None:
    """Correct a field of a place, an organizer or an event: it holds at every harvest (docs/corrections.md). VALUE null: not known."""
    if listed:
        _list(job, as_json=as_json)
        return
    if subject is None or identifier is None or field is None or (value is None) != remove:
        raise click.UsageError("give place, organizer or event, an ID, a FIELD and a VALUE; or --remove in place of the value; or --list")
    desk = _Desk.of(job)
    if words := corrections.unknown_field(subject, field):
        raise ConfigError(words)
    if remove:
        _remove(desk, desk.kept_key(subject, identifier, field), as_json=as_json)
        return
    if by is None:
        raise click.UsageError("say --by whom: a role such as toimitus")
    _add(desk, desk.correction(Key(subject, desk.known_id(subject, identifier), field), str(value), by, why), as_json=as_json)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What a correction is held against before it is written."""

    job: Job
    path: Path
    database: Path
    standing: tuple[Correction, ...]

    @classmethod
    def of(cls, job: Job) -> _Desk:
        """The desk of a data directory; raises ``ConfigError`` for a file that is broken already."""
        path = corrections.path_beside(job.config)
        return cls(job=job, path=path, database=job.directory / PUBLIC_NAME, standing=corrections.read(path) or ())

    def kept_key(self, subject: Subject, text: str, field: str) -> Key:
        """The key of a correction that stands in the file, its subject known or not."""
        if Key(subject, text, field) not in {one.key for one in self.standing} and subject == "event" and self.database.exists():
            return Key(subject, find_event(self.database, text) or text, field)
        return Key(subject, text, field)

    def known_id(self, subject: Subject, text: str) -> str:
        """The id that is meant; raises ``ConfigError`` with the likely ones."""
        if subject == "event":
            return self._event_id(text)
        names = self._names(subject)
        if text in names:
            return text
        by_text = {key.casefold(): one for one, name in names.items() for key in (one, name)}
        near = list(dict.fromkeys(by_text[key] for key in difflib.get_close_matches(text.casefold(), by_text, n=3)))
        hint = "; did you mean " + ", ".join(f"{one} ({names[one]})" for one in near) + "?" if near else f"; there are {', '.join(names)}"
        raise ConfigError(f"{text!r} is the id of no {subject} of {self.job.config}{hint}")

    def _names(self, subject: Subject) -> dict[str, str]:
        schedules = self.job.schedules
        if subject == "place":
            return {place.id: best(place.name) for place in schedules.places}
        return {organizer_id(source): best(source.organizer.name) for source in reversed(schedules.sources)}

    def _event_id(self, text: str) -> str:
        if not self.database.exists():
            raise ConfigError(f"{self.job.directory} holds no events yet; harvest first")
        text = text.rstrip("/").rpartition("/")[2]  # the address of its page does as well
        if found := find_event(self.database, text):
            return found
        near = "".join(f"\n  {one.id}  {one.name}  {said(one.start[:16]) if one.start else ''}" for one in near_events(self.database, text))
        raise ConfigError(f"no event of the id {text!r} is known" + (f"; did you mean\n{near[1:]}" if near else ""))

    def correction(self, key: Key, text: str, by: str, why: str) -> Correction:
        """The correction of what a person typed; raises ``ConfigError`` that says what is expected."""
        for name, words in (("--by", corrections.wrong_role(by)), ("--why", corrections.wrong_reason(why))):
            if words:
                raise ConfigError(f"{name}: {words}")
        try:
            value = read_value(key.subject, key.field, None if text.strip() == UNKNOWN else text)
        except FormError as error:
            raise ConfigError(f"{key.field}: {text!r} cannot be taken: {error}") from None
        self._refuse_unknown_topics(key, value)
        on = self.job.now.astimezone(ZoneInfo(self.job.schedules.region.timezone)).date()
        return Correction(key=key, value=value, was=self.said(key, value), is_was_known=True, by=by, on=on, why=why)

    def _refuse_unknown_topics(self, key: Key, value: Value) -> None:
        """Raises ``ConfigError`` for a topic that the region's vocabulary does not have."""
        known = topic_ids(self.database) if key.field == "topics" else set()
        unknown = sorted({*value} - known) if known and isinstance(value, tuple) else []
        if unknown:
            raise ConfigError(f"topics: {unknown[0]!r} is no topic; there are {', '.join(sorted(known))}")

    def said(self, key: Key, value: Value) -> Value:
        """What the source says of the field now."""
        schedules = self.job.schedules
        if key.subject == "place":
            return said_of_place(next(place for place in schedules.places if place.id == key.id), key.field, value)
        if key.subject == "organizer":
            return said_of_organizer(next(one.organizer for one in schedules.sources if organizer_id(one) == key.id), key.field)
        return said_of_event(lead_of(listings_of_event(self.database, key.id)), key.field, self._window())

    def name(self, key: Key) -> str:
        """What is corrected, by the name its source gives it; empty where it is not known."""
        if key.subject != "event":
            return self._names(key.subject).get(key.id, "")
        listings = listings_of_event(self.database, key.id) if self.database.exists() else []
        return best(lead_of(listings).name) if listings else ""

    def _window(self) -> Window:
        from kooste.pipeline import context_of

        return context_of(self.job.schedules, self.job.now).window

    def remark(self, correction: Correction) -> str:
        """What else becomes of an event by it; raises ``ConfigError`` where it does not fit the event."""
        key = correction.key
        if key.subject != "event":
            return ""
        others = [one for one in self.standing if one.key != key]
        known = corrected_schedules(self.job.schedules, others)
        registry = Registry(places={place.id: place for place in known.places}, organizers=frozenset(organizer_ids(self.database)))
        listings = listings_of_event(self.database, key.id)
        ours = [*by_subject(others, "event").get(key.id, []), correction]
        made = relate_corrected(key.id, listings, ours, registry, self._window())
        if reason := made.refused.get(key.field):
            raise ConfigError(f"{corrections_words.what(correction, self.name(key))}: {corrections_words.REFUSED[reason]}")
        shown, lead = made.related.corrected, lead_of(listings)
        is_cut = key.field == "start" and lead.end is not None and shown is not None and shown.end is None
        return "The end that the source tells does not fit this start and is left out; correct 'end' too." if is_cut else ""


def _add(desk: _Desk, correction: Correction, *, as_json: bool) -> None:
    """Writes the correction and says what it changes."""
    key = correction.key
    remark = desk.remark(correction)
    before = next((one for one in desk.standing if one.key == key), None)
    corrections_text.with_correction(desk.path, correction)
    if as_json:
        console.emit_json(_document(correction, desk) | {"remark": remark})
        return
    click.echo(corrections_words.what(correction, desk.name(key)))
    click.echo(f"  the source says: {said(correction.was)}")
    if before is not None:
        click.echo(f"  corrected until now: {said(before.value)} ({before.by}, {before.on})")
    click.echo(f"  corrected: {said(correction.value)} ({correction.by}, {correction.on})")
    if correction.value == correction.was:
        click.echo("  Source and correction say the same: it holds should the source change.")
    if remark:
        click.echo(f"  {remark}")
    click.echo(f"Written to {desk.path}. {_SHOWN_BY}")


def _remove(desk: _Desk, key: Key, *, as_json: bool) -> None:
    """Takes the correction out of the file and says what counts again."""
    standing = next((one for one in desk.standing if one.key == key), None)
    if standing is None:
        ours = [" ".join(one.key) for one in desk.standing if one.key.id == key.id]
        raise ConfigError(f"{desk.path}: {' '.join(key)} is not corrected; {'there are ' + ', '.join(ours) if ours else 'see --list'}")
    corrections_text.without_correction(desk.path, key)
    if as_json:
        console.emit_json(_document(standing, desk) | {"removed": True})
        return
    click.echo(corrections_words.what(standing, desk.name(key)))
    click.echo(f"  corrected until now: {said(standing.value)} ({standing.by}, {standing.on})")
    if desk.name(key):
        click.echo(f"  the source says: {said(desk.said(key, standing.value))}")
    click.echo(f"Taken out of {desk.path}. {_SHOWN_BY.replace('It is shown', 'The source counts again')}")


def _document(correction: Correction, desk: _Desk) -> dict[str, object]:
    subject, identifier, field = correction.key
    return {
        "subject": subject,
        "id": identifier,
        "name": desk.name(correction.key),
        "field": field,
        "value": correction.value,
        "was": correction.was,
        "by": correction.by,
        "on": correction.on,
        "file": str(desk.path),
    }


def _list(job: Job, *, as_json: bool) -> None:
    """Every correction of the file, and those in force that are no longer in it."""
    desk = _Desk.of(job)
    told = {one.correction.key: one for one in (read_corrections(desk.database) if desk.database.exists() else [])}
    taken = [told[one.key] for one in desk.standing if _is_taken(one, told.get(one.key))]
    waiting = [one for one in desk.standing if not _is_taken(one, told.get(one.key))]
    dropped = [one for key, one in told.items() if key not in {other.key for other in desk.standing}]
    if as_json:
        fresh = [_document(one, desk) | {"state": "waiting"} for one in waiting]
        console.emit_json({"corrections": [corrections_words.as_json(one) for one in taken] + fresh})
        return
    for one in taken:
        click.echo(corrections_words.line(one))
    for correction in waiting:
        click.echo(f"{corrections_words.what(correction, desk.name(correction.key))}: {said(correction.value)!r}, not taken in yet")
    for one in dropped:
        click.echo(f"{corrections_words.what(one.correction, one.name)}: no longer in {desk.path}; in force until the next run")
    if not desk.standing and not dropped:
        click.echo(f"{desk.path}: nothing is corrected.")


def _is_taken(correction: Correction, one: Told | None) -> bool:
    return one is not None and one.correction.value == correction.value


def attention(job: Job) -> tuple[list[Told], Sequence[str]]:
    """For ``kooste status``: every correction in force, and a line for each thing about them that a person should look at."""
    database = job.directory / PUBLIC_NAME
    told = read_corrections(database) if database.exists() else []
    problem = corrections.problem_of(corrections.path_beside(job.config), len(told))
    return told, [*([problem] if problem else []), *corrections_words.attention(told)]
