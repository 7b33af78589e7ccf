"""What was harvested, and what was decided about it: plain data between reading, deciding and writing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from harvesters.errors import SuspiciousHarvest
from harvesters.record import Issue, Reading, Validators
from normalize.mapping import Normalized
from store.columns import ListingColumns
from store.known import Identity, Remembered
from store.withheld import Effects

What = Literal["new", "changed", "renamed", "restored", "touched"]
"""``touched``: the record's text is another, what it says is not; no history, no new page."""
Reason = Literal["absent", "deleted", "out_of_horizon", "not_public", "source_removed", "source_gone"]
"""``deleted``: the source said so of this very record. ``source_gone``: its address answered "gone" or "not found" for weeks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvested:
    """One answer, read and normalised."""

    reading: Reading
    normalized: tuple[Normalized, ...]
    """One for each of ``reading.events``, in the same order."""
    validators: Validators
    fetched_at: datetime
    size: int | None = None
    """Bytes of the decoded body, where the caller knows them."""
    is_incremental: bool = False
    """The source was asked only for what changed: what is not in the answer is as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What became of every record of one answer."""

    read: int = 0
    stored: int = 0
    unchanged: int = 0
    set_aside: int = 0
    out_of_horizon: int = 0
    not_public: int = 0
    deleted: int = 0

    @property
    def is_balanced(self) -> bool:
        """True when nothing was lost in silence and nothing came from nowhere."""
        return self.read == self.stored + self.unchanged + self.set_aside + self.out_of_horizon + self.not_public + self.deleted


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One listing to write, with the raw record it came from."""

    what: What
    id: str
    uid: str
    recurrence_id: str
    event_id: str
    slug: str
    digest: str
    content_key: str
    columns: ListingColumns
    altered: bool
    """True when people can see a difference: the event is made again."""
    raw_text: str
    raw_extra: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """One listing that the source no longer shows."""

    id: str
    event_id: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Everything one answer changes. Where ``held`` is set, nothing but the log of harvests and the source's state is written."""

    source_id: str
    now: datetime
    ledger: Ledger
    future: int
    """Listings still to come once this is written."""
    complete: bool
    """Everything the source has was seen, so that absence means something."""
    answered: bool
    """All that was asked for came; false where an optional part is missing."""
    size: int | None
    held: SuspiciousHarvest | None = None
    held_key: str = ""
    would: Effects | None = None
    """What a held answer would have done."""
    released: bool = False
    """A held answer was believed after all."""
    written: tuple[Written, ...] = ()
    returned: tuple[tuple[str, str], ...] = ()
    """``(id, event id)`` of withdrawn listings whose very record came back."""
    withdrawn: tuple[Withdrawal, ...] = ()
    left: tuple[str, ...] = ()
    """Listings that are over and no longer in the answer: not withdrawn, only no longer seen."""
    back: tuple[str, ...] = ()
    """Such listings that are seen again."""
    remember: tuple[Remembered, ...] = ()
    forget: tuple[str, ...] = ()
    issues_added: tuple[Issue, ...] = ()
    issues_gone: tuple[str, ...] = ()
    validators: Validators = field(default_factory=Validators)
    meaning: str = ""
    identity: Identity = "uid"
    rename_runs: int = 0

    def count(self, what: What) -> int:
        """How many listings were written for one reason."""
        return sum(1 for one in self.written if one.what == what) + (len(self.returned) if what == "restored" else 0)

    @property
    def changed_anything(self) -> bool:
        """True when a listing came, went, changed or was renamed."""
        return bool(self.withdrawn or self.returned or any(one.what != "touched" for one in self.written))
