"""Which reader reads which format; ``schedules.yaml`` names the format of every source."""

from __future__ import annotations

from harvesters import ical
from harvesters.record import Reader

READERS: dict[str, Reader] = {"ical": ical.read}
"""Format -> reader. A new format is a module with a ``read``, a line here and a page in ``docs/formats/``."""
