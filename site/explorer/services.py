"""What the explorer can do besides reading the snapshot: handed in by the composition root, which alone knows how.

An explorer over a single file on a laptop has none of it: the pages that need it are then not there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from explorer.desk_work import DeskWork
from explorer.door_services import DoorServices
from store.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Everything blocks: call it through ``Asked.in_thread``."""

    desk: Desk
    """The private file of what people enter."""
    apply: Callable[[], None]
    """Carries out the acts that wait, if the store is free; else they wait for the next run. Raises nothing that an act may cause."""
    at_desk: DeskWork | None = None
    """What the desk needs; without it the desk is not there."""
    door: DoorServices | None = None
    """What the door needs; without it the door is not there."""
