"""What the store knows of one source before its next answer is judged: plain data, read in one go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from harvesters.record import Validators
from store.text import utc_text

Identity = Literal["uid", "content"]


class Moment(NamedTuple):
    """Now and a day later, as the database writes instants."""

    now: str
    tomorrow: str

    @classmethod
    def of(cls, now: datetime) -> Moment:
        """The moment of an instant."""
        return cls(utc_text(now), utc_text(now + timedelta(days=1)))

    def is_before(self, start_utc: str, over_utc: str | None) -> bool:
        """True for something still to come, whose absence means something.

        Many calendars drop an event as it begins; so what has begun and will be over within a day is not to come any more, while an
        exhibition with weeks to go is.
        """
        return over_utc is None or over_utc > self.tomorrow or (over_utc > self.now and start_utc > self.now)

    def coming(self, rows: Iterable[KnownListing]) -> list[KnownListing]:
        """The listings that are still to come."""
        now, tomorrow = self
        return [
            row
            for row in rows
            if row.over_utc is None
            or row.over_utc > tomorrow
            or (row.over_utc > now and row.start_utc > now)  # is_before, ten thousandfold
        ]


class KnownListing(NamedTuple):
    """One listing as far as judging needs it; a tuple because a source may have ten thousand of them and most are never looked at."""

    id: str
    uid: str
    recurrence_id: str
    event_id: str
    slug: str
    digest: str
    content: str
    content_key: str
    sequence: int
    start_utc: str
    """Of the last occurrence, where it is a series."""
    over_utc: str | None
    """From when on it is over; ``None`` for a series whose occurrences were not made yet: not over."""
    last_seen: str | None
    """``None`` while the source shows it."""
    withdrawn_at: str | None
    withdrawn_reason: str

    @property
    def key(self) -> tuple[str, str]:
        """Identity within the source."""
        return self.uid, self.recurrence_id


class Remembered(NamedTuple):
    """A record that gave no listing."""

    digest: str
    outcome: str
    keeps: str
    """JSON list of the ids of listings that this unreadable record may be: they stay as they were."""
    reconsider: str | None
    """ISO date from which the record is read again."""


class HeldAnswer(NamedTuple):
    """An answer that was not believed."""

    key: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One source as of its last good answer."""

    source_id: str
    region: str
    """Zone whose midnights bound whole days."""
    meaning: str = ""
    """Digest of the configuration that decides how a record is understood; what is read now is read with it."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """Digest -> what became of the record; what the reader need not parse again."""
    listings: tuple[KnownListing, ...] = ()
    remembered: Mapping[str, Remembered] = field(default_factory=dict)
    issues: Mapping[str, str] = field(default_factory=dict)
    """Id of each stored issue -> digest of the record it is about."""
    validators: Validators = field(default_factory=Validators)
    """Empty where the next answer must be read in full."""
    identity: Identity = "uid"
    rename_runs: int = 0
    """Answers in a row in which nearly every uid was new."""
    held: tuple[HeldAnswer, ...] = ()
    """Answers held back since the last good one, oldest first."""
    released_at: str = ""
    """Withdrawals up to this instant were believed and count no more."""
    accept_next: bool = False
    """A person said: believe the next answer."""
