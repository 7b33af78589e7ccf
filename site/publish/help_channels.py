"""National help channels of life situations: read from a file of their own, which a region replaces by its own.

A wrong number is worse than none: the list is short, and says where each number was read (``site/data/help_channels.yaml``).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from harvesters.errors import KoosteError
from harvesters.source import HttpAddress
from normalize.model import Texts
from publish.edition import Edition
from publish.views import HelpLine, HelpView, Link

NAME = "help_channels.yaml"


class _Frozen(BaseModel):
    """A value; a key nobody knows is a slip of the pen."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PhoneLine(_Frozen):
    """One number of a channel."""

    number: Annotated[str, Field(pattern=r"^\+?[0-9][0-9 ]*$")]
    languages: tuple[str, ...] = ()
    """Empty where one number serves in several and nobody need choose."""
    hours: Texts = Field(default_factory=dict)
    """In words; empty where they are not simple."""


class Channel(_Frozen):
    """Somebody who helps all over the country."""

    id: str
    name: Texts
    text: Texts = Field(default_factory=dict)
    """In which trouble to turn to it."""
    lines: tuple[PhoneLine, ...] = ()
    address: HttpAddress
    checked: date | None = None
    """The day on which a person made sure of number and address, where it is not the list's; shown."""
    seen: str = ""
    """Where they were read; not shown."""
    situations: tuple[str, ...] = ()
    """Life situations of the vocabulary; one that it does not have is passed over."""
    everywhere: bool = False


class Channels(_Frozen):
    """The list, and how far its numbers can be trusted."""

    checked: date | None = None
    """The day on which a person called every number or read it on the channel's own page; shown."""
    collected: date | None = None
    """The day on which the numbers were put together from what the channels have published; shown until they are checked."""
    channels: tuple[Channel, ...] = ()


def read_channels(folders: Iterable[Path]) -> Channels:
    """The list of the first folder that has one; ``KoosteError`` says what is wrong with it."""
    path = next((folder / NAME for folder in folders if (folder / NAME).is_file()), None)
    if path is None:
        return Channels()
    try:
        return Channels.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except ValidationError as error:
        mistakes = "".join(f"\n  {_where(mistake['loc'])}: {mistake['msg']}" for mistake in error.errors(include_url=False))
        raise KoosteError(f"{path}: not a list of help channels, so nothing was published:{mistakes}") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise KoosteError(f"{path}: not a list of help channels, so nothing was published: {error}") from error


def _where(location: Iterable[int | str]) -> str:
    """``channels 3, lines 1, number``: entries are counted from one, as people do."""
    parts = [f" {part + 1}" if isinstance(part, int) else f", {part}" for part in location]
    return "".join(parts).removeprefix(", ") or "the file"


def help_in(situation: str, listed: Channels, edition: Edition) -> tuple[HelpView, ...]:
    """Who helps in a situation, in the order of the file."""
    return tuple(_shown(one, edition) for one in listed.channels if one.everywhere or situation in one.situations)


def help_note(listed: Channels, edition: Edition) -> str:
    """When the numbers were checked or, until then, put together; ``""`` where nobody told, or names a day that is still to come."""
    for key, day in (("checked", listed.checked), ("collected", listed.collected)):
        if day and day <= edition.almanac.today:
            return edition.words(f"situation.numbers_{key}", date=edition.dates.numeric(day))
    return ""


def _shown(channel: Channel, edition: Edition) -> HelpView:
    ordered = sorted(channel.lines, key=lambda line: bool(line.languages) and edition.language not in line.languages)
    return HelpView(
        name=edition.said(channel.name),
        text=edition.said(channel.text),
        lines=tuple(_line(line, edition) for line in ordered),
        site=Link(channel.address, channel.address.split("/")[2].removeprefix("www."), rel="noreferrer external"),
        checked=edition.words("situation.checked", date=edition.dates.numeric(channel.checked))
        if channel.checked and channel.checked <= edition.almanac.today
        else "",
    )


def _line(line: PhoneLine, edition: Edition) -> HelpLine:
    words = edition.words
    languages = words.listed([words(words.known(f"language.{code}", "language.other")) for code in line.languages])
    note = ", ".join(part for part in (languages, edition.said(line.hours).text) if part)
    return HelpLine(number=line.number, telephone=line.number.replace(" ", ""), note=note)
