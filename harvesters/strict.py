"""The base of every model that people write in ``schedules.yaml``."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Strict(BaseModel):
    """Frozen, and a key that nobody knows is an error: a typo must never be a silent default."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, serialize_by_alias=True)
