"""The steps of the schema of ``desk.db``; each part registers its own in its own module (``store/desk_*.py``)."""

from __future__ import annotations

from sqlite_utils.migrations import Migrations

DESK_APPLICATION_ID = 0x4B6F7364
DESK = Migrations("kooste-desk")
