"""Events of web pages that carry structured data: JSON-LD, microdata, RDFa Lite, h-event and hCalendar (``docs/formats/schema.md``).

One page, or a list that leads to a page for each event. A page without any structured data is a failure, never an empty calendar.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from harvesters.errors import Unreadable
from harvesters.ledger import Ledger
from harvesters.markup import page_of
from harvesters.record import Ask, Missing, ReadContext, Reading, Response
from harvesters.schema_links import DETAIL, asks_of, without_campaign
from harvesters.schema_objects import take
from harvesters.schema_options import SchemaOptions
from harvesters.schema_page import Page, read_page
from harvesters.schema_records import Sighting, distinct, sighting

VERSION = "1"
"""Goes up whenever the same record would be read differently."""
_BESIDE, _ON_LISTS = 10, 20
"""Added to the rank of what a page says of other events than its own, and of what a list says."""
_OTHER_PAGES = {"soft_404": "The page says that the page is not found.", "login_page": "The page is a login page."}


def follow(response: Response, context: ReadContext) -> tuple[Ask, ...]:
    """The next page of a list and the pages of its events; nothing without options, and nothing from an event's own page."""
    options = _options(context)
    if response.role == DETAIL or not (options.links or options.next):
        return ()
    return asks_of(page_of(response), response, options)


def read(response: Response, context: ReadContext) -> Reading:
    """Every event of the pages once. Raises ``Unreadable`` (``soft_404``, ``login_page``, ``meta_refresh``, ``selector_miss``,
    ``no_structured_data``, and what ``page_of`` raises).
    """
    options = _options(context)
    ledger = Ledger(context=context, version=VERSION)
    pages = [read_page(response, options), *_further(response, options, ledger)]
    seen = [found for page in pages for found in _sightings(page, options)]
    if not seen:
        _explain(pages, options)
    if len(pages) <= len(response.parts) or not all(map(_is_beyond, response.missing)):
        seen = _without_strays(seen)
    take(ledger, seen, formats=options.date_formats)
    _tell(ledger, pages, options)
    is_whole = len(pages) > len(response.parts) and all(map(_is_beyond, response.missing)) and not any(map(_may_hide, pages))
    return ledger.reading(title=pages[0].title, platform=pages[0].generator, complete=is_whole)


def _without_strays(seen: Sequence[Sighting]) -> list[Sighting]:
    """The events without what only a list says and nothing identifies, while pages of single events are missing.

    Its own page may be one of them and would have named it: under a name made up here it would stand twice until that page is back.
    """
    chosen, _ = distinct(seen)
    strays = {id(one) for one in chosen if one.rank >= _ON_LISTS and not one.ids}
    return [one for one in seen if id(one) not in strays]


def _is_beyond(lost: Missing) -> bool:
    """True for an event's page on another host, which was never a part of the source."""
    return lost.reason == "outside_host" and lost.role == DETAIL


def _may_hide(page: Page) -> bool:
    """True where an event may stand that could not be read: in a broken block, beyond the end of a page that was cut off, or on its own
    page without any structured data.
    """
    return page.hides_event or page.breaks_off or (page.role == DETAIL and not page.is_structured)


def _options(context: ReadContext) -> SchemaOptions:
    return context.options if isinstance(context.options, SchemaOptions) else SchemaOptions()


def _further(response: Response, options: SchemaOptions, ledger: Ledger) -> list[Page]:
    """The other pages; one of an event's that is no page, an error or a login counts as missing, one of the list fails the whole."""
    found = list[Page]()
    lost = Counter(missing.reason for missing in response.missing)
    for part in response.parts:
        try:
            page = read_page(part, options)
            _refuse_other(page)
        except Unreadable as error:
            if part.role != DETAIL:
                raise
            lost[error.reason] += 1
        else:
            found.append(page)
    _tell_lost(ledger, lost)
    return found


def _refuse_other(page: Page) -> None:
    """Raise ``Unreadable`` for the page of an error or of a login."""
    if page.trouble in _OTHER_PAGES:
        raise Unreadable(_OTHER_PAGES[page.trouble], reason=page.trouble)


def _tell_lost(ledger: Ledger, lost: Counter[str]) -> None:
    """Pages that were wanted and are not there, by what that means for the reader of an issue."""
    for reason in ("outside_host", "pages_cut"):
        if lost[reason]:
            ledger.tell(reason, "warning", value=str(lost.pop(reason)))
    if rest := +lost:
        ledger.tell("detail_missing", "warning", value=", ".join(f"{reason}: {count}" for reason, count in sorted(rest.items())))


def _sightings(page: Page, options: SchemaOptions) -> list[Sighting]:
    """The page's events: an event's own page is believed before a list beside another event, and that before the list itself."""
    if page.role != DETAIL:
        return [sighting(record, _ON_LISTS + syntax, page.url, options.date_formats) for syntax, record in page.found]
    own = without_campaign(page.url)
    found = [sighting(record, syntax, "", options.date_formats) for syntax, record in page.found]
    if max(Counter(syntax for syntax, _ in page.found).values(), default=0) == 1:
        return [replace(one, url=own, ids=tuple(dict.fromkeys((*one.ids, own)))) for one in found]
    return [one if any(named.partition("#")[0] == own for named in one.ids) else replace(one, rank=one.rank + _BESIDE) for one in found]


def _explain(pages: Sequence[Page], options: SchemaOptions) -> None:
    """Raise ``Unreadable`` unless it is plain that there is nothing to come."""
    first = pages[0]
    _refuse_other(first)
    if any(page.is_structured or page.is_said_empty for page in pages):
        return
    if first.trouble == "meta_refresh":
        raise Unreadable("The page only sends the browser on to another address.", reason="meta_refresh")
    if options.links and not first.has_links:
        raise Unreadable("No link to an event was found on the page in the way described.", reason="selector_miss")
    if not options.links or any(page.role == DETAIL for page in pages):
        raise Unreadable("The page holds no structured data.", reason="no_structured_data")


def _tell(ledger: Ledger, pages: Sequence[Page], options: SchemaOptions) -> None:
    """What is worth knowing about the pages as pages."""
    for page in pages:
        for block in page.broken:
            ledger.tell("item_unreadable", "warning", "application/ld+json", block)
    if mended := sum(page.mended for page in pages):
        ledger.tell("markup_repaired", "info", "application/ld+json", str(mended))
    if any(page.breaks_off for page in pages):
        ledger.tell("markup_repaired", "warning", "html")
    bare = sum(page.role == DETAIL and not page.found for page in pages)
    if bare:
        ledger.tell("page_without_event", "warning", options.links, str(bare))
