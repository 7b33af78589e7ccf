"""What feedback is about: an event, a place and so on by its id, its name now, and where its page is."""

from __future__ import annotations

import re

from explorer.page import Asked
from store.desk_feedback import ABOUT
from store.desk_seen import name_of, slug_of

_ABOUT = re.compile(rf"({'|'.join(ABOUT)}):([A-Za-z0-9][A-Za-z0-9_.-]{{0,79}})")
_TABLES = {"event": "events", "series": "events", "place": "places", "organizer": "organizers", "source": "sources"}


def about_of(text: str) -> str:
    """``event:ID`` and the like as it was asked, empty for anything else."""
    return text if _ABOUT.fullmatch(text) else ""


async def about_name(asked: Asked, about: str) -> str:
    """What it is called in the snapshot; empty where it is not there."""
    subject, _, identifier = about.partition(":")
    return await asked.read(lambda connection: name_of(connection, subject, identifier)) if about else ""


async def about_address(asked: Asked, about: str) -> str:
    """Its page on the site, else its row in the explorer; empty where it is neither."""
    subject, _, identifier = about.partition(":")
    if not about or not await about_name(asked, about):
        return ""
    table = _TABLES[subject]
    page = await asked.read(lambda connection: slug_of(connection, subject, identifier))
    found = asked.about.page_of(table, page, asked.language) if page else ""
    return found or f"{asked.about.table(table)}/{identifier}"
