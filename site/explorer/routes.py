"""Every page of our own, and how Datasette and the guard learn of them."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Any

from datasette import Request, Response

from explorer import desk, door, feedback, open_data, planning, query, referral, sign_in, statistics
from explorer.addresses import LANGUAGES, Language
from explorer.page import Asked, Page, Refused

PAGES: tuple[Page, ...] = (
    *referral.PAGES,
    *open_data.PAGES,
    *sign_in.PAGES,
    *desk.PAGES,
    *feedback.PAGES,
    *planning.PAGES,
    *door.PAGES,
    *statistics.PAGES,
    *query.PAGES,
)
NAMED = ("referral", "planning", "statistics", "open_data", "door", "feedback")
"""Kinds that the main menu names, where they have a first page."""


def menu(*, has_services: bool) -> tuple[str, ...]:
    """The kinds of the main menu, in order."""
    there = {page.kind for page in PAGES if not page.rest and (has_services or not page.needs_services)}
    return tuple(kind for kind in NAMED if kind in there)


def routes(languages: Sequence[str], *, has_services: bool) -> Iterator[tuple[str, Callable[..., Awaitable[Response]]]]:
    """What Datasette's ``register_routes`` wants: a pattern and a view for each page and language of the region."""
    for page in PAGES:
        if has_services or not page.needs_services:
            patterns = {page.pattern(language): language for language in reversed(LANGUAGES) if language in languages}
            yield from ((pattern, _view(page, language)) for pattern, language in patterns.items())


def _view(page: Page, language: Language) -> Callable[..., Awaitable[Response]]:
    """The page's view as Datasette calls it."""

    async def view(datasette: Any, request: Request) -> Response:
        asked = Asked(datasette=datasette, request=request, kind=page.kind, language=language, parts=request.url_vars)
        try:
            return await page.view(asked)
        except Refused as refusal:
            return asked.refused(refusal.status, refusal.detail)

    return view


def most_posted(path: str) -> int:
    """How many bytes may be posted to an address below the explorer's base (with a slash before it); 0 where nothing may."""
    return max(
        (page.posts for page in PAGES if page.posts and any(re.match(page.pattern(language), path) for language in LANGUAGES)), default=0
    )
