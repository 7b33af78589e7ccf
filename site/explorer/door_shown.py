"""What a look at a calendar gave, as a page shows it: the sentence, three levels of findings, the cards, what is not taken in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from markupsafe import Markup

from explorer.door_examined import Examined, Told

LEVELS = ("blocks", "mend", "hint")


def preview_context(examined: Mapping[str, Any], language: str, also: Collection[str] = ()) -> dict[str, Any]:
    """What ``door/_examined.html`` needs, of what was kept (``Examined`` as JSON); ``{}`` for nothing.

    ``also``: names that are taken in all the same, as their sender said.
    """
    if not examined:
        return {"examined": None}
    found = Examined.model_validate(examined)
    told: Told = found.in_language(language)
    return {
        "examined": found,
        "told": told.model_copy(update={"left_out": tuple(one for one in told.left_out if one.title not in also)}) if also else told,
        "levels": tuple((level, members) for level in LEVELS if (members := [one for one in told.findings if one.level == level])),
        "days": tuple(map(_made, told.days)),
        "days_more": tuple(map(_made, told.days_more)),
    }


def _made(piece: str) -> Markup:
    """HTML that the site's own templates made and escaped; it was kept in our own file since."""
    return Markup(piece)  # noqa: S704 - never a visitor's: only kooste.door_cards writes it
