"""What the desk of the explorer needs of the rest of the program: judging corrections, proposing places, calling things by their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from explorer.desk_work import DeskWork, Judged, PlaceLeft, Proposed
from harvesters.errors import ConfigError
from harvesters.source import Schedules
from kooste import corrections
from kooste.areas import areas
from kooste.corrections_checked import Checking, Unfit
from kooste.labels import labels
from kooste.place_proposals import proposals, still_unmatched
from normalize.corrections import Correction, Key, corrected_schedules
from normalize.corrections_fields import Subject, Value
from store.database import PUBLIC_NAME
from store.desk_feedback import DAYS
from store.places import unmatched_places


@dataclass(frozen=True, slots=True, kw_only=True)
class _At:
    """Where it is done."""

    schedules: Schedules
    directory: Path
    config: Path

    @property
    def database(self) -> Path:
        return self.directory / PUBLIC_NAME

    def checking(self, now: datetime) -> Checking:
        return Checking.of(self.config, self.schedules, self.directory, now)

    def labels(self, language: str) -> Mapping[str, str]:
        return labels(self.schedules, language)

    def place_names(self, language: str) -> Mapping[str, str]:
        return {place.id: place.name.get(language) or next(iter(place.name.values())) for place in self.schedules.places}

    def judge(self, one: Proposed, now: datetime) -> Judged:
        """Why a correction cannot be made, else what it does."""
        said: Value = None
        try:
            desk = self.checking(now)
            key = Key(one.subject, desk.known_id(one.subject, one.id), one.field)
            said = desk.said(key, None)
            correction = desk.correction(key, one.value, one.by, one.why)
            return Judged(said=correction.was, loses_end=desk.loses_end(correction))
        except Unfit as problem:
            return Judged(said=said, problem=problem.code, detail=str(problem))
        except ConfigError as problem:
            return Judged(said=said, problem="file", detail=str(problem))

    def said(self, subject: Subject, identifier: str, field: str, now: datetime) -> Value:
        """What the source says; raises ``ConfigError`` for an id that nobody knows."""
        desk = self.checking(now)
        return desk.said(Key(subject, desk.known_id(subject, identifier), field), None)

    def standing(self) -> Sequence[Correction]:
        try:
            return corrections.read(corrections.path_beside(self.config)) or ()
        except ConfigError:
            return ()

    def unmatched(self, begin: int, end: int) -> tuple[Sequence[PlaceLeft], int]:
        if not self.database.exists():
            return (), 0
        known = corrected_schedules(self.schedules, self.standing())
        left = still_unmatched(known, unmatched_places(self.database))
        return proposals(known, left[begin:end], areas()), len(left)


def desk_work(schedules: Schedules, directory: Path, config: Path) -> DeskWork:
    """The desk's work in a data directory; ``config`` is ``schedules.yaml``, beside which corrections are kept."""
    at = _At(schedules=schedules, directory=directory, config=config)
    statement = schedules.region.accessibility
    return DeskWork(
        database=at.database,
        labels=at.labels,
        place_names=at.place_names,
        judge=at.judge,
        said=at.said,
        standing=at.standing,
        unmatched=at.unmatched,
        feedback_days=min(DAYS, statement.feedback_days) if statement else DAYS,
    )
