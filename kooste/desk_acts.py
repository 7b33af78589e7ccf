"""Carries out what people decided at the desk: at once where nobody else writes, else at the beginning of the next run.

Corrections need no lock, for their file is the truth: they are written at once even while a harvest goes on. Everything here may be done
twice without harm: whoever stops between an act and the note that it was done finds it waiting, and does it again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from harvesters.errors import ConfigError, KoosteError
from harvesters.source import Schedules
from kooste import approved, corrections, corrections_text
from kooste.corrections_checked import Checking
from normalize.corrections import Key
from normalize.corrections_fields import Subject
from store.database import Store, open_store
from store.desk import DESK_NAME, Desk, open_desk
from store.desk_acts import Act, acts_unshown, acts_waiting, finish, forget_old_acts, note_shown
from store.desk_feedback import forget_feedback
from store.harvests import release
from store.lock import BusyError
from store.moves import forget_move
from store.verdicts import Decision, give_verdict, take_back

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """What acts that need no lock work with."""

    desk: Desk
    schedules: Schedules
    directory: Path
    config: Path
    """``schedules.yaml``: what people decide is kept in files beside it."""
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Work(Files):
    """What the other acts work with."""

    store: Store


def carry_out_files(files: Files) -> int:
    """Carries out the acts that need no lock; how many were tried."""
    with files.desk.read() as connection:
        waiting = acts_waiting(connection, OF_FILES)
    for act in waiting:
        _try(files.desk, act, lambda act=act: OF_FILES[act.kind](files, act), files.now)  # type: ignore[misc] # mypy cannot infer it
    return len(waiting)


def carry_out(work: Work) -> int:
    """Carries out every act that waits, in the order in which they were given; how many were tried."""
    count = carry_out_files(work)
    with work.desk.read() as connection:
        waiting = acts_waiting(connection, OF_STORE)
    for act in waiting:
        _try(work.desk, act, lambda act=act: OF_STORE[act.kind](work, act), work.now)  # type: ignore[misc] # as above
    return count + len(waiting)


def _try(desk: Desk, act: Act, do: Callable[[], str], now: datetime) -> None:
    """Does it and writes down what came of it; a failure is told in the log of acts and stops no other act."""
    try:
        state, message = "done", do()
    except (KoosteError, OSError) as problem:
        state, message = "failed", str(problem)
    except Exception as problem:  # noqa: BLE001 - the border between one act and the others: told, logged, and the rest go on
        _log.exception("Act %s (%s): a failure nobody foresaw", act.id, act.kind)
        state, message = "failed", f"a defect in Kooste ({type(problem).__name__}); the log has the details"
    with desk.write() as connection:
        finish(connection, act.id, "done" if state == "done" else "failed", message, now)


def take_up(store: Store, schedules: Schedules, config: Path, now: datetime) -> Schedules:
    """The beginning of a run: carries out what waits; the configuration with the sources that were approved by then.

    The corrections that were written are in force in the store too; a file that is broken stays as it was read last.
    """
    desk = desk_of(store.directory)
    if desk is None:
        return schedules
    schedules = _renewed(schedules, config)
    if carry_out(Work(desk=desk, schedules=schedules, directory=store.directory, config=config, now=now, store=store)):
        schedules = _renewed(schedules, config)
        _take_corrections(store, config, schedules, now)
    with desk.write() as connection:
        forget_old_acts(connection, now)
        forget_feedback(connection, now)
    return schedules


def apply_now(schedules: Schedules, directory: Path, config: Path, now: datetime) -> None:
    """Carries out what waits and relates what it touched, if the store is free; pages follow at the next publishing."""
    from kooste import pipeline

    desk = open_desk(directory)
    files = Files(desk=desk, schedules=schedules, directory=directory, config=config, now=now)
    written = carry_out_files(files)
    with desk.read() as connection:
        waiting = acts_waiting(connection, OF_STORE)
    if not written and not waiting:
        return
    try:
        with open_store(directory) as store:
            known = take_up(store, schedules, config, now)
            _take_corrections(store, config, known, now)
            pipeline.relate(store, known, now)
    except BusyError:
        _log.info("Another Kooste is writing; %d acts wait for its next run", len(waiting))
    except (KoosteError, OSError) as problem:
        _log.error("What was decided at the desk waits: %s", problem)


def _renewed(schedules: Schedules, config: Path) -> Schedules:
    """The configuration with the approved sources; as it was where their file is broken, which must not stop a town's harvest."""
    try:
        return approved.renewed(schedules, approved.path_beside(config))
    except ConfigError as problem:
        _log.error("%s. Until it is mended the sources stay what they were.", problem)
        return schedules


def _take_corrections(store: Store, config: Path, schedules: Schedules, now: datetime) -> None:
    try:
        corrections.take(store, corrections.path_beside(config), schedules, now)
    except ConfigError as problem:
        _log.error("%s. Until it is mended the corrections that were read last stay in force.", problem)


def desk_of(directory: Path) -> Desk | None:
    """The desk of a data directory; ``None`` where nobody ever opened one."""
    return open_desk(directory) if (directory / DESK_NAME).exists() else None


def is_unshown(directory: Path) -> bool:
    """Whether something that people decided is not on the pages yet."""
    desk = desk_of(directory)
    if desk is None:
        return False
    with desk.read() as connection:
        return acts_unshown(connection, SHOWN) > 0


def shown(directory: Path, begun: datetime) -> None:
    """A publishing that had ``begun`` then is done: what was carried out by then is on the pages."""
    if desk := desk_of(directory):
        with desk.write() as connection:
            note_shown(connection, SHOWN, begun, begun)


def _correct(files: Files, act: Act) -> str:
    """Writes a correction, as ``kooste correct`` does."""
    told = act.payload
    desk = Checking.of(files.config, files.schedules, files.directory, act.at)
    key = Key(_subject(act), desk.known_id(_subject(act), told["id"]), told["field"])
    correction = desk.correction(key, told["value"], act.by, told.get("why", ""))
    desk.loses_end(correction)
    corrections_text.with_correction(desk.path, correction)
    return ""


def _uncorrect(files: Files, act: Act) -> str:
    """Takes a correction back; one that is gone already needs nothing."""
    key = Key(_subject(act), act.payload["id"], act.payload["field"])
    path = corrections.path_beside(files.config)
    if key not in {one.key for one in corrections.read(path) or ()}:
        return "nothing"
    corrections_text.without_correction(path, key)
    return ""


def _alias(files: Files, act: Act) -> str:
    """A further spelling of a place: added to those that people gave it before."""
    desk = Checking.of(files.config, files.schedules, files.directory, act.at)
    place, text = act.payload["id"], act.payload["text"]
    key = Key("place", desk.known_id("place", place), "aliases")
    before = next((one.value for one in desk.standing if one.key == key), ())
    known = before if isinstance(before, tuple) else ()
    if text in known:
        return "nothing"
    made = desk.correction(key, text, act.by, act.payload.get("why", ""))
    value = tuple(sorted({*known, *(made.value if isinstance(made.value, tuple) else ())}))
    corrections_text.with_correction(desk.path, replace(made, value=value))
    return ""


def _subject(act: Act) -> Subject:
    found: Subject = act.payload["subject"]
    return found


def _verdict(work: Work, act: Act) -> str:
    """Keeps what was decided of two; the relating that follows obeys it."""
    told = act.payload
    decision = Decision(kind=told["kind"], by=act.by, why=told.get("why", ""))
    give_verdict(work.store, (told["a"], told["b"]), decision, act.at)
    return ""


def _take_back(work: Work, act: Act) -> str:
    """Forgets what was decided of two."""
    count = take_back(work.store, (act.payload["a"], act.payload["b"]), about=act.payload.get("about", ""))
    return "" if count else "nothing"


def _release(work: Work, act: Act) -> str:
    """The next answer of the source is believed; it is asked at once."""
    if act.subject not in {source.id for source in work.schedules.sources}:
        raise ConfigError(f"{act.subject!r} is no source any more")
    release(work.store, act.subject)
    forget_move(work.store, act.subject)
    return ""


def _approve(work: Work, act: Act) -> str:
    """The submitted calendar becomes a source."""
    path = approved.path_beside(work.config)
    return approved.approve(path, work.desk, act.subject, work.schedules, work.now, changes=act.payload).id


def _withdraw(work: Work, act: Act) -> str:
    """The source leaves, its coming events with it."""
    path = approved.path_beside(work.config)
    reason = act.payload.get("reason", "")
    was = approved.withdraw(path, work.store, work.desk, act.subject, work.schedules, work.now, reason=reason)
    return "" if was else "nothing"


def _take_in(work: Work, act: Act) -> str:
    """Events that look like members' matters are shown from the next harvest on: their sender says that they are open to all."""
    was = approved.take_in(approved.path_beside(work.config), act.subject, act.payload["also"])
    return "" if was else "nothing"


OF_FILES: Mapping[str, Callable[[Files, Act], str]] = {"correct": _correct, "uncorrect": _uncorrect, "alias": _alias}
"""Acts that need no lock."""
OF_STORE: Mapping[str, Callable[[Work, Act], str]] = {
    "verdict": _verdict,
    "take_back": _take_back,
    "release": _release,
    "approve": _approve,
    "withdraw": _withdraw,
    "take_in": _take_in,
}
SHOWN = frozenset({*OF_FILES, *OF_STORE})
"""Acts that change what the pages say."""
