"""How many places a course has left, from the course itself and from the participants' answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from harvesters.hellewi_fields import Fields, plain
from harvesters.json_document import text
from harvesters.record import Availability, Moment

STATES = {
    "open": "open",
    "available": "open",
    "free": "open",
    "full": "full",
    "queue": "queue",
    "waitinglist": "queue",
    "waiting": "queue",
    "notyetopen": "not_yet_open",
    "notopen": "not_yet_open",
    "upcoming": "not_yet_open",
    "closed": "closed",
    "ended": "closed",
}
"""A state's plain name, as a course or the participants' answer may write it -> ours."""

REMAINING = ("remaining", "remainingplaces", "freeplaces", "placesleft", "placesavailable", "available", "vacant", "vacancies", "freeseats")
CAPACITY = (
    "maxparticipants",
    "participantsmax",
    "maximumparticipants",
    "maximumattendeecapacity",
    "capacity",
    "max",
    "maximum",
    "places",
    "seats",
)
TAKEN = ("participants", "participantcount", "accepted", "enrolled", "enrolledcount", "registered", "registrations", "confirmed", "count")
QUEUE = ("queue", "queued", "queuelength", "queuecount", "inqueue", "waiting", "waitinglist", "waitinglistcount", "reserve")
QUEUE_CAPACITY = ("queuemax", "maxqueue", "queuecapacity", "waitinglistcapacity")
FULL = ("full", "isfull")
STATE = ("state", "enrolmentstate", "enrollmentstate", "enrolmentstatus", "registrationstate", "availability")
VOLATILE = frozenset((*REMAINING, *TAKEN, *QUEUE, *FULL, *STATE))
"""Plain names of what changes with every enrolment: never part of a digest. How many places there are in all is the course's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """What one record tells; ``None`` where it does not."""

    remaining: int | None = None
    capacity: int | None = None
    taken: int | None = None
    queue: int | None = None
    queue_capacity: int | None = None
    full: bool | None = None
    state: str = ""

    def over(self, fresher: Places | None) -> Places:
        """These places where ``fresher`` says nothing, else that."""
        if fresher is None:
            return self
        return Places(
            remaining=_first(fresher.remaining, self.remaining),
            capacity=_first(fresher.capacity, self.capacity),
            taken=_first(fresher.taken, self.taken),
            queue=_first(fresher.queue, self.queue),
            queue_capacity=_first(fresher.queue_capacity, self.queue_capacity),
            full=self.full if fresher.full is None else fresher.full,
            state=fresher.state or self.state,
        )

    @property
    def left(self) -> int | None:
        """Places left: as told, else what is not taken of what there is; a full course has none."""
        if self.remaining is not None:
            return self.remaining
        if self.capacity is not None and self.taken is not None:
            return max(self.capacity - self.taken, 0)
        return 0 if self.full else None

    def availability(self, uid: str, opens: Moment | None, closes: Moment | None, now: datetime | None) -> tuple[Availability, ...]:
        """One Availability where anything is told, else none. The enrolment's times are compared with ``now`` where it is given."""
        state = self.state or self._state(opens, closes, now)
        told = Availability(
            uid=uid,
            remaining=self.left,
            capacity=self.capacity,
            queue=self.queue,
            queue_remaining=max(self.queue_capacity - self.queue, 0)
            if self.queue_capacity is not None and self.queue is not None
            else None,
            state=state,
        )
        return () if told == Availability(uid=uid) else (told,)

    def _state(self, opens: Moment | None, closes: Moment | None, now: datetime | None) -> str:
        """By the enrolment's times first, then by the places. Free places without known times are no promise that enrolment is open."""
        if now is not None and opens is not None and _is_before(now, opens):
            return "not_yet_open"
        if now is not None and closes is not None and not _is_before(now, closes, last_day=True):
            return "closed"
        if self.full or self.left == 0:
            return "queue" if self.queue or self.queue_capacity else "full"
        return "open" if now is not None and opens is not None and self.left else ""


def places_of(record: dict[str, Any]) -> Places:
    """What one course, or one record of the participants' answer, tells."""
    fields = Fields(record)
    return Places(
        remaining=fields.number(*REMAINING),
        capacity=fields.number(*CAPACITY),
        taken=fields.number(*TAKEN),
        queue=fields.number(*QUEUE),
        queue_capacity=fields.number(*QUEUE_CAPACITY),
        full=fields.flag(*FULL),
        state=STATES.get(plain(text(fields.find(*STATE))), ""),
    )


def _is_before(now: datetime, moment: Moment, *, last_day: bool = False) -> bool:
    """True while ``now``, on the clock of the source, has not come to the moment; a last day is over only when it ends."""
    if isinstance(moment, datetime):
        return now < moment
    return now.date() <= moment if last_day else now.date() < moment


def _first(*values: int | None) -> int | None:
    return next((value for value in values if value is not None), None)
