"""What the doctor says of a calendar, as the door's pages tell it and as it is kept with a submission: plain data, no secret in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict

MOST_FINDINGS = 40
MOST_LEFT_OUT = 25
MOST_FOR_MEMBERS = 40


class _Frozen(BaseModel):
    """A value; what an older program kept may have fields that this one does not know."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Found(_Frozen):
    """One thing to know or to mend, in one language."""

    code: str
    level: Literal["blocks", "mend", "hint"]
    level_word: str
    count: int
    what: str
    where: tuple[str, ...] = ()
    """The first events it is about, in words, each with its row."""
    why: str = ""
    mend: str = ""
    program: str = ""
    """The program that the advice is for; empty for general advice."""
    link: str = ""


class LeftOut(_Frozen):
    """One record that is not taken in, and why."""

    title: str
    """Empty where it has no name or must not be named."""
    why: str


class Told(_Frozen):
    """Everything that is said in one language."""

    findings: tuple[Found, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    days: tuple[str, ...] = ()
    """The next days as the site shows them, one piece of HTML each, made and escaped by the site's own templates."""
    days_more: tuple[str, ...] = ()


class Examined(_Frozen):
    """One look at an address."""

    verdict: Literal["ready", "mend", "blocked"]
    """``ready``: nothing to mend. ``mend``: can be taken in as it is. ``blocked``: there is nothing to show."""
    address_shown: str = ""
    """Of a secret address only scheme and host."""
    is_secret: bool = False
    is_address: bool = True
    """False for what cannot be asked at all: no address, an e-mail address, a file's name, one's own network."""
    can_be_read: bool = False
    """Whether an entry could be made of it without a person describing the page."""
    format: str = ""
    format_name: str = ""
    program: str = ""
    title: str = ""
    found_by: str = ""
    """How the calendar was found from a page; empty where the address was the calendar's own."""
    calendar_shown: str = ""
    """The calendar's address where it is another than the one given."""
    read: int = 0
    coming: int = 0
    ready: int = 0
    past: int = 0
    failure: str = ""
    """The reason for which nothing came (``harvesters.failure_reasons``); empty where something did."""
    is_known: bool = False
    """The calendar is here already."""
    for_members: tuple[str, ...] = ()
    """Names of events that are left out because they look like members' matters; the sender may say that they are open to all."""
    told: Mapping[str, Told] = {}
    """Language -> what is said."""

    def in_language(self, language: str) -> Told:
        """What is said in a language; nothing in one that is not the region's."""
        return self.told.get(language, Told())
