"""What a correction is held against before it is written: the file of corrections, the configuration, the data. No lock is needed."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from harvesters.errors import ConfigError
from harvesters.source import Schedules
from kooste import corrections, corrections_words
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
from normalize.corrections_fields import UNKNOWN, FormError, Subject, Value, read_value
from normalize.recurrence import Window
from store.corrections_told import find_event, listings_of_event, near_events, organizer_ids, topic_ids
from store.database import PUBLIC_NAME
from store.text import best


class Unfit(ConfigError):
    """A correction cannot be made.

    ``code`` says why to a program: ``by``, ``why``, ``form``, ``topics``, ``unknown_id``, or one of ``corrections_words.REFUSED``.
    """

    def __init__(self, words: str, code: str) -> None:
        super().__init__(words)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Checking:
    """The file, the configuration and the data, as they are now."""

    config: Path
    schedules: Schedules
    now: datetime
    path: Path
    database: Path
    standing: tuple[Correction, ...]

    @classmethod
    def of(cls, config: Path, schedules: Schedules, directory: Path, now: datetime) -> Self:
        """What there is beside a configuration and in a data directory; raises ``ConfigError`` for a file that is broken already."""
        path = corrections.path_beside(config)
        return cls(
            config=config,
            schedules=schedules,
            now=now,
            path=path,
            database=directory / PUBLIC_NAME,
            standing=corrections.read(path) or (),
        )

    def kept_key(self, subject: Subject, text: str, field: str) -> Key:
        """The key of a correction that stands in the file, its subject known or not."""
        if Key(subject, text, field) not in {one.key for one in self.standing} and subject == "event" and self.database.exists():
            return Key(subject, find_event(self.database, text) or text, field)
        return Key(subject, text, field)

    def known_id(self, subject: Subject, text: str) -> str:
        """The id that is meant; raises ``Unfit`` with the likely ones."""
        if subject == "event":
            return self._event_id(text)
        names = self._names(subject)
        if text in names:
            return text
        by_text = {key.casefold(): one for one, name in names.items() for key in (one, name)}
        near = list(dict.fromkeys(by_text[key] for key in difflib.get_close_matches(text.casefold(), by_text, n=3)))
        hint = "; did you mean " + ", ".join(f"{one} ({names[one]})" for one in near) + "?" if near else f"; there are {', '.join(names)}"
        raise Unfit(f"{text!r} is the id of no {subject} of {self.config}{hint}", "unknown_id")

    def _names(self, subject: Subject) -> dict[str, str]:
        schedules = self.schedules
        if subject == "place":
            return {place.id: best(place.name) for place in schedules.places}
        return {organizer_id(source): best(source.organizer.name) for source in reversed(schedules.sources)}

    def _event_id(self, text: str) -> str:
        if not self.database.exists():
            raise ConfigError(f"{self.database.parent} holds no events yet; harvest first")
        text = text.rstrip("/").rpartition("/")[2]  # the address of its page does as well
        if found := find_event(self.database, text):
            return found
        near = "".join(f"\n  {one.id}  {one.name}  {said(one.start[:16]) if one.start else ''}" for one in near_events(self.database, text))
        raise Unfit(f"no event of the id {text!r} is known" + (f"; did you mean\n{near[1:]}" if near else ""), "unknown_id")

    def correction(self, key: Key, text: str, by: str, why: str) -> Correction:
        """The correction of what a person typed; raises ``Unfit`` that says what is expected."""
        for name, words in (("--by", corrections.wrong_role(by)), ("--why", corrections.wrong_reason(why))):
            if words:
                raise Unfit(f"{name}: {words}", name.removeprefix("--"))
        try:
            value = read_value(key.subject, key.field, None if text.strip() == UNKNOWN else text)
        except FormError as error:
            raise Unfit(f"{key.field}: {text!r} cannot be taken: {error}", "form") from None
        self._refuse_unknown_topics(key, value)
        on = self.now.astimezone(ZoneInfo(self.schedules.region.timezone)).date()
        return Correction(key=key, value=value, was=self.said(key, value), is_was_known=True, by=by, on=on, why=why)

    def _refuse_unknown_topics(self, key: Key, value: Value) -> None:
        """Raises ``Unfit`` for a topic that the region's vocabulary does not have."""
        known = topic_ids(self.database) if key.field == "topics" else set()
        unknown = sorted({*value} - known) if known and isinstance(value, tuple) else []
        if unknown:
            raise Unfit(f"topics: {unknown[0]!r} is no topic; there are {', '.join(sorted(known))}", "topics")

    def said(self, key: Key, value: Value) -> Value:
        """What the source says of the field now."""
        schedules = self.schedules
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

        return context_of(self.schedules, self.now).window

    def loses_end(self, correction: Correction) -> bool:
        """Whether the end that the source tells is left out because of it; raises ``Unfit`` where it does not fit the event."""
        key = correction.key
        if key.subject != "event":
            return False
        others = [one for one in self.standing if one.key != key]
        known = corrected_schedules(self.schedules, others)
        registry = Registry(places={place.id: place for place in known.places}, organizers=frozenset(organizer_ids(self.database)))
        listings = listings_of_event(self.database, key.id)
        ours = [*by_subject(others, "event").get(key.id, []), correction]
        made = relate_corrected(key.id, listings, ours, registry, self._window())
        if reason := made.refused.get(key.field):
            raise Unfit(f"{corrections_words.what(correction, self.name(key))}: {corrections_words.REFUSED[reason]}", reason)
        shown, lead = made.related.corrected, lead_of(listings)
        return key.field == "start" and lead.end is not None and shown is not None and shown.end is None
