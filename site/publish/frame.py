"""What every page of one language has around its content: name, navigation, languages, help, addresses of style and icon."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from publish.addresses import Target
from publish.assets import Assets, Logo
from publish.easy import target_of as easy_of
from publish.edition import Edition
from publish.offline import manifest_path
from publish.views import Link

_NAV = ("today", "week", "month", "hobbies", "volunteering", "places", "easy", "search")
_FOOTER = (
    "changes", "mine", "index", "organizers", "subscribe", "sources", "quality",
    "help", "feedback", "organizing", "professionals", "accessibility", "privacy", "about",
)  # fmt: skip


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
    subscribe: str
    search: str
    help: str
    organizing: str
    """For those whose calendar is missing."""
    sources: str
    mine: str
    explorer: str
    style: str
    embed_style: str
    icon: str
    logo: Logo | None
    """The municipality's own mark with links to its files, where it brought one."""
    touch_icon: str
    picture: str
    """The full address of the same, for those who show a preview of a page."""
    side: int
    """Pixels of its sides."""
    font: str
    script: str
    """What every page runs."""
    manifest: str
    zone: str
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
        nav=tuple((key, _link(key, edition)) for key in _NAV),
        footer=tuple(_link(key, edition) for key in _FOOTER),
        subscribe=edition.href("subscribe"),
        search=edition.href("search"),
        help=edition.href("help"),
        organizing=edition.href("organizing"),
        sources=edition.href("sources"),
        mine=edition.href("mine"),
        explorer=explorer,
        style=path(assets.style),
        embed_style=path(assets.embed),
        icon=path(assets.icon),
        logo=_linked(assets.logo, edition) if assets.logo else None,
        touch_icon=path(assets.picture),
        picture=f"{edition.addresses.public}/{assets.picture}",
        side=assets.side,
        font=path(assets.font) if assets.font else "",
        script=path(assets.scripts["site"][0]),
        manifest=path(manifest_path(edition.language)),
        zone=region.timezone,
        contact=edition.said(contact.name).text,
        email=contact.email,
        phone=contact.phone,
        telephone="".join(character for character in contact.phone if character.isdigit() or character == "+"),
        hours=edition.said(contact.hours or {}).text,
        notice=edition.said(region.notice or {}).text,
    )


def _link(key: str, edition: Edition) -> Link:
    """A page that stands in the navigation, under its short name."""
    href = edition.addresses.href(edition.language, easy_of(Target(kind="home"))) if key == "easy" else edition.href(key)
    return Link(href, edition.words(f"nav.{key}"))


def _linked(logo: Logo, edition: Edition) -> Logo:
    path = edition.addresses.path
    return replace(logo, path=path(logo.path), dark=path(logo.dark) if logo.dark else "")


def shared(edition: Edition, assets: Assets, explorer: str) -> dict[str, Any]:
    """Names that every template of the language knows: ``t`` and ``n`` for texts, ``site`` for the frame."""
    return {"t": edition.words, "n": edition.words.count, "site": frame(edition, assets, explorer)}
