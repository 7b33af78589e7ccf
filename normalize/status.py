"""Whether it takes place: STATUS (RFC 5545 section 3.8.1.11) and the mark that calendars write before a cancelled event's name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from normalize.model import EventStatus

CANCELLED_MARKS = {"fi": "PERUTTU", "sv": "INSTÄLLT", "en": "CANCELLED"}
"""What our own feeds write before the name of a cancelled event, followed by a colon: many calendar programs do not show STATUS."""

_MARK = re.compile(rf"^(?:(?:{'|'.join(CANCELLED_MARKS.values())}|CANCELED):\s*)+(?=\S)", re.IGNORECASE)
_STATUS: dict[str, EventStatus] = {
    "CANCELLED": "EventCancelled",
    "CANCELED": "EventCancelled",
    "PERUTTU": "EventCancelled",
    "PERUUTETTU": "EventCancelled",
    "INSTÄLLT": "EventCancelled",
    "INSTÄLLD": "EventCancelled",
    "EVENTCANCELLED": "EventCancelled",
    "POSTPONED": "EventPostponed",
    "EVENTPOSTPONED": "EventPostponed",
    "RESCHEDULED": "EventRescheduled",
    "EVENTRESCHEDULED": "EventRescheduled",
    "MOVEDONLINE": "EventMovedOnline",
    "EVENTMOVEDONLINE": "EventMovedOnline",
}
"""Words of RFC 5545, schema.org (the last part of the address) and our own languages."""
_SCHEDULED = frozenset({"", "CONFIRMED", "TENTATIVE", "SCHEDULED", "EVENTSCHEDULED"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The event status, whether the event is only planned, and whether the publisher's word was one we know."""

    event_status: EventStatus
    planned: bool
    known: bool


def status_of(word: str, *, marked: bool) -> Status:
    """The status of a STATUS word and of a mark in the name; an unknown word says nothing."""
    word = word.strip().rpartition("/")[2].upper()
    event_status: EventStatus = "EventCancelled" if marked else _STATUS.get(word, "EventScheduled")
    return Status(event_status=event_status, planned=word == "TENTATIVE", known=word in _STATUS or word in _SCHEDULED)


def without_mark(name: str) -> str:
    """The name without a leading ``PERUTTU:``, ``INSTÄLLT:`` or ``CANCELLED:``; a name that is nothing else stays."""
    return _MARK.sub("", name)
