"""What ``schedules.yaml`` may say about one Kirkanta source, under the entry's key ``kirkanta``."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from harvesters.strict import Strict


class KirkantaOptions(Strict):
    """What the libraries' register is asked for."""

    languages: tuple[Literal["fi", "sv", "en", "se", "ru"], ...] = Field(default=("fi",), min_length=1)
    """The languages names and descriptions are asked in, each with requests of its own; everything else is read in the first."""
    days: int = Field(default=60, ge=1, le=366)
    """How many days of opening hours are asked for; the register gives at most 5,000 library days an answer."""
