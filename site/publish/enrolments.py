"""Whether one can enrol in a hobby now, soon or not at all, from what its source told of the enrolment and of places left.

Three-valued as everything: nothing is called open that nobody called so, and what was told of places stands with the time it was told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from normalize.model import Registration, Start
from publish.edition import Edition
from publish.views import Mark
from store.reading import AvailabilityRow, EventRow

State = Literal["", "open", "opens", "queue", "full", "closed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """The state of one enrolment; ``""`` where nobody told, or where one just comes."""

    state: State
    opens: Start | None = None
    """When it opens, where that is ahead and known."""
    closes: Start | None = None
    told_at: datetime | None = None
    """When the source said so, where it is about places left: those change by the hour."""


def enrolment(event: EventRow, edition: Edition) -> Enrolment:
    """The state as of the build. An opening time ahead counts more than a state told before it."""
    registration = event.details.registration or Registration()
    left = edition.almanac.availability.get(event.id)
    opens = registration.opens if registration.opens is not None and edition.almanac.is_ahead(registration.opens) else None
    if opens is not None:
        return Enrolment(state="opens", opens=opens)
    told = _told(left)
    if told and not (told == "opens" and left is not None and _was_told_before(left.at, registration.opens)):
        return Enrolment(state=told, closes=registration.closes, told_at=left.at if left else None)
    return Enrolment(state=_stated(event, registration, edition), closes=registration.closes)


def _was_told_before(told_at: datetime, opens: Start | None) -> bool:
    """Whether "not yet open" was said before an opening that has come since."""
    return isinstance(opens, datetime) and told_at < opens


def _told(left: AvailabilityRow | None) -> State:
    """What the places left say; a figure alone says only that there are none."""
    if left is None:
        return ""
    if left.state:
        return _STATES.get(left.state, "")
    return "full" if left.remaining == 0 and not left.is_at_least else ""


def _stated(event: EventRow, registration: Registration, edition: Edition) -> State:
    """What the enrolment's own fields say: open where its state was told, its end is ahead, or it began before the hobby itself."""
    if registration.state:
        return _STATES.get(registration.state, "")
    if registration.closes is not None and edition.almanac.is_past(registration.closes):
        return "closed"
    if registration.required is False:
        return ""
    if registration.closes is not None:
        return "open"
    return "open" if registration.opens is not None and _is_to_begin(event, edition) else ""


def _is_to_begin(event: EventRow, edition: Edition) -> bool:
    """Whether its very first date is ahead: in a course that goes on, nobody need be let in still."""
    return event.first_start is not None and edition.almanac.is_ahead(event.first_start)


_STATES: dict[str, State] = {
    "open": "open",
    "full": "full",
    "closed": "closed",
    "not_yet_open": "opens",
    "waiting_list": "queue",
    "queue": "queue",
}
"""Codes of a registration and of places left -> what they say."""


def when_in_short(moment: Start, edition: Edition) -> str:
    """``ti 8.12. klo 9.00``."""
    if not isinstance(moment, datetime):
        return edition.dates.short(moment)
    local = edition.almanac.local(moment)
    return edition.dates.at(edition.dates.short(local.date()), edition.dates.clock(local))


def opens_mark(opens: Start, edition: Edition) -> Mark:
    """``Ilmoittautuminen alkaa ti 8.12. klo 9.00``; pages take it away by themselves at that time."""
    moment = edition.almanac.local(sort_key(opens, edition)).isoformat(timespec="minutes")
    return Mark("info", edition.words("enrol.mark_opens", when=when_in_short(opens, edition)), moment)


def sort_key(moment: Start | None, edition: Edition) -> datetime:
    """Moments in order, those nobody told last."""
    if isinstance(moment, datetime):
        return moment
    return (
        datetime.combine(moment or date.max, time(), edition.almanac.zone) if moment else datetime.max.replace(tzinfo=edition.almanac.zone)
    )


def enrolment_mark(one: Enrolment, edition: Edition) -> tuple[Mark, ...]:
    """The state as a word before the title."""
    words = edition.words
    match one.state:
        case "open":
            return (Mark("free", words("hobbies.open")),)
        case "opens":
            return (opens_mark(one.opens, edition) if one.opens else Mark("info", words("enrol.mark_not_yet_open")),)
        case "queue":
            return (Mark("changed", words("enrol.mark_waiting_list")),)
        case "full":
            return (Mark("changed", words("enrol.mark_full")),)
        case "closed":
            return (Mark("info", words("hobbies.closed")),)
        case _:
            return ()


def as_of(one: Enrolment, edition: Edition) -> tuple[str, ...]:
    """As of when the state is, where it is about places left."""
    return (edition.words("hobbies.as_of", when=when_in_short(one.told_at, edition)),) if one.told_at is not None else ()
