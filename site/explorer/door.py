"""The door for associations: a calendar's address in four plain pages, a sheet or a form for those without one, a private status page."""

from __future__ import annotations

from explorer.door_addresses import DRAFT, PRIVATE, STYLE, any_of
from explorer.door_event import cancel_event, draft_event, first_event, further_event
from explorer.door_file import MOST_BYTES, try_file
from explorer.door_outputs import own_feed, poster, style
from explorer.door_preview import preview
from explorer.door_publishing import publishing, receipt
from explorer.door_sheet import sheet, template
from explorer.door_start import address, start
from explorer.door_status import status, withdraw
from explorer.page import Page, View

_SMALL, _LARGE = 8_000, 32_000
"""Bytes of a posted form; text in percent encoding takes three bytes for one."""
_STATUS = f"{any_of('status')}/{PRIVATE}"
_UID = r"(?P<uid>[a-z0-9]{4,20}-[A-Za-z0-9_-]{3,64})"


def _page(view: View, rest: str = "", posts: int = 0) -> Page:
    return Page(kind="door", view=view, rest=rest, posts=posts, needs_services=True)


PAGES: tuple[Page, ...] = (
    _page(start),
    _page(sheet, any_of("sheet")),
    _page(template, r"(?:tapahtumataulukko|evenemangstabell|event-sheet)\.csv"),
    _page(first_event, any_of("event")),
    _page(try_file, any_of("file"), MOST_BYTES + _SMALL),
    _page(style, STYLE.replace(".", r"\.")),
    _page(own_feed, rf"{any_of('feed')}/(?P<id>[a-z0-9]{{4,20}})\.ics"),
    _page(address, f"{DRAFT}/{any_of('address')}", _LARGE),
    _page(draft_event, f"{DRAFT}/{any_of('event')}", _LARGE),
    _page(preview, f"{DRAFT}/{any_of('preview')}", _SMALL),
    _page(publishing, f"{DRAFT}/{any_of('publishing')}", _LARGE),
    _page(receipt, f"{DRAFT}/{any_of('receipt')}"),
    _page(status, _STATUS, _LARGE),
    _page(withdraw, f"{_STATUS}/{any_of('withdraw')}", _SMALL),
    _page(poster, f"{_STATUS}/{any_of('poster')}"),
    _page(further_event, f"{_STATUS}/{any_of('event')}(?:/{_UID})?", _LARGE),
    _page(cancel_event, f"{_STATUS}/{any_of('event')}/{_UID}/{any_of('cancel')}", _SMALL),
)
