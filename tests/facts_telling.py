"""The facts of one record that is little more than a title and a text."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.record import RawEvent
from normalize.details import Facts, facts_of
from normalize.facts import Telling
from normalize.model import Details, Start
from normalize.notes import Notes

ZONE = "Europe/Helsinki"
HELSINKI = ZoneInfo(ZONE)
TODAY = date(2026, 11, 22)
START = datetime(2026, 12, 12, 18, tzinfo=HELSINKI)


def facts(title: str = "", text: str = "", language: str = "fi", start: Start | None = START, **fields: Any) -> tuple[Facts, set[str]]:
    """What is read of a record, and the codes of the issues told."""
    raw = RawEvent(uid="a@x", digest="d", text="", **fields)
    notes = Notes(raw)
    below = Telling(origin="DESCRIPTION", text=text, language=language)
    name = Telling(origin="SUMMARY", text=title, language=language, kind="title")
    found = facts_of(raw, (below, name), (), ZONE, TODAY, start, notes)
    return found, {issue.code for issue in notes.issues}


def details(title: str = "", text: str = "", language: str = "fi", **fields: Any) -> Details:
    """The details alone."""
    return facts(title, text, language, **fields)[0].details
