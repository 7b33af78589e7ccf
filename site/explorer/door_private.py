"""The private address of a submission: whoever knows it sees and steers its own, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from explorer.door_services import DoorServices
from explorer.door_start import both
from explorer.page import Asked
from explorer.services import Services
from store.desk_submissions import Submission, submission_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Private:
    """A submission as its sender may see it."""

    submission: Submission
    services: Services
    door: DoorServices
    where: tuple[str, ...]
    """The steps of its status page's address."""
    now: datetime


async def private(asked: Asked) -> Private | None:
    """The submission of the address; ``None`` where there is none."""
    services, door = both(asked)
    token = asked.parts["token"]

    def found() -> Submission | None:
        with services.desk.read() as connection:
            return submission_of(connection, token)

    submission = await asked.in_thread(found)
    if submission is None:
        return None
    return Private(submission=submission, services=services, door=door, where=("status", token), now=asked.now)
