"""What every page of one language has around its content: name, navigation, languages, help, addresses of style and icon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from publish.assets import Assets
from publish.edition import Edition
from publish.views import Link

_NAV = ("today", "week", "month", "places", "organizers", "subscribe")
_FOOTER = ("sources", "quality", "accessibility", "privacy", "about")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The frame, as templates see it."""

    name: str
    tagline: str
    home: str
    language: str
    nav: tuple[tuple[str, Link], ...]
    """Key and link, in order."""
    footer: tuple[Link, ...]
    explorer: str
    style: str
    icon: str
    font: str
    contact: str
    email: str
    phone: str
    telephone: str
    """The number as a ``tel:`` link has it."""
    hours: str
    notice: str


def frame(edition: Edition, assets: Assets, explorer: str) -> Site:
    """The frame of one language."""
    region, contact, path = edition.region, edition.region.contact, edition.addresses.path
    return Site(
        name=edition.name,
        tagline=edition.said(region.tagline or {}).text,
        home=edition.href("home"),
        language=edition.language,
        nav=tuple((key, Link(edition.href(key), edition.words(f"nav.{key}"))) for key in _NAV),
        footer=tuple(Link(edition.href(key), edition.words(f"nav.{key}")) for key in _FOOTER),
        explorer=explorer,
        style=path(assets.style),
        icon=path(assets.icon),
        font=path(assets.font) if assets.font else "",
        contact=contact.name,
        email=contact.email,
        phone=contact.phone,
        telephone="".join(character for character in contact.phone if character.isdigit() or character == "+"),
        hours=edition.said(contact.hours or {}).text,
        notice=edition.said(region.notice or {}).text,
    )


def shared(edition: Edition, assets: Assets, explorer: str) -> dict[str, Any]:
    """Names that every template of the language knows: ``t`` and ``n`` for texts, ``site`` for the frame."""
    return {"t": edition.words, "n": edition.words.count, "site": frame(edition, assets, explorer)}
