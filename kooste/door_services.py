"""What the explorer's door needs of the rest of the program, put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from explorer.door_services import DoorServices, Looked, Looks, OwnPages
from harvesters.fetch_guard import ForbiddenAddressError, check_url
from harvesters.source import Schedules
from kooste import approved
from kooste.door_calendar import calendar
from kooste.door_feeds import making_of
from kooste.door_look import Looking
from kooste.door_style import below
from publish.addresses import Addresses, Target
from publish.assets import read_assets
from publish.folders import Folders
from publish.outputs import embed_of, offers_of, sheet_name, sheet_of, sheet_weeks
from publish.qr import qr
from store.desk_own_events import Kept

SCOPE = ".site-cards"


def door_services(schedules: Schedules, directory: Path, config: Path, now: Callable[[], datetime]) -> DoorServices:
    """The door's services of a data directory; approved sources are those beside ``config`` at that moment."""

    def looking() -> Looking:
        return Looking(schedules=approved.renewed(schedules, approved.path_beside(config)), data=directory, now=now())

    def look(pasted: str) -> Looked:
        return looking().at(pasted)

    def look_at(body: bytes, name: str) -> Looked:
        return looking().at_file(body, name)

    def made(title: str, events: Sequence[Kept], language: str) -> bytes:
        return calendar(title, events, making_of(schedules, language))

    def may_be_asked(url: str) -> bool:
        return _may_be_asked(url, schedules)

    addresses, zone = Addresses.below(schedules.region.public_address), ZoneInfo(schedules.region.timezone)
    return DoorServices(
        looks=Looks(look),
        may_be_asked=may_be_asked,
        look_at=look_at,
        calendar=made,
        style=lambda: _style(directory / "custom"),
        own_pages=lambda slug, language: _own_pages(addresses, slug, language, directory / "public", now().astimezone(zone).date()),
        code=lambda text: str(qr(text)),
    )


def _may_be_asked(url: str, schedules: Schedules) -> bool:
    """Whether the guard lets an address through as it is written; what its name stands for is judged when it is asked."""
    try:
        check_url(url, schedules.defaults.fetch.allow_hosts)
    except ForbiddenAddressError:
        return False
    return True


@lru_cache(maxsize=2)
def _style(custom: Path) -> str:
    """The site's style sheet below ``SCOPE``; made once, for files of a running server do not change."""
    assets = read_assets(Folders.found(custom))
    return below(assets.files[assets.style].decode(), SCOPE)


def _own_pages(addresses: Addresses, slug: str, language: str, site: Path, today: date) -> OwnPages:
    """Where an organizer's own things are; the week's sheet only where the published site has one: whoever has no dates has none."""
    target = Target(kind="organizer", name=slug)
    sheet = sheet_of(target, sheet_name(sheet_weeks(today)[0]))
    has_sheet = (site / addresses.folder(language, sheet) / "index.html").is_file()
    return OwnPages(
        page=addresses.url(language, target),
        href=addresses.href(language, target),
        webcal=addresses.webcal(language, target, "calendar"),
        calendar=addresses.url(language, target, "calendar"),
        feed=addresses.url(language, target, "feed"),
        data=addresses.url(language, target, "data"),
        offers=addresses.href(language, offers_of(target)),
        embed=addresses.url(language, embed_of(target)),
        sheet=addresses.href(language, sheet) if has_sheet else "",
        notices=addresses.href(language, Target(kind="notices", name=slug)),
    )
