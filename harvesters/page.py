"""Reads a page that its entry in ``schedules.yaml`` describes: lists, tables, timetables and running text (``docs/formats/page.md``).

``page_rows`` finds the rows and what the headings above them say, ``field_values`` and ``field_event`` make events of them. Nothing on a
page but the described links is ever followed; ``base`` on another host and ``meta refresh`` are not looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel

from harvesters.errors import Unreadable
from harvesters.field_reading import Described, Record, RecordReader
from harvesters.field_values import Captures, Values
from harvesters.field_words import WORDS, base_name
from harvesters.markup import breaks_off
from harvesters.page_answers import DETAIL, Details, ListPage, addresses, list_page, list_pages, next_address
from harvesters.page_options import PageOptions
from harvesters.page_rows import Row
from harvesters.page_soundness import refuse_no_rows, says_nothing_now
from harvesters.page_text import visible
from harvesters.paging_options import Numbered, asked, page_index, page_role
from harvesters.record import Ask, ReadContext, Reading, Response

if TYPE_CHECKING:
    from harvesters.registry import Span


def options_of(context: ReadContext) -> PageOptions:
    """The source's description; raises ``Unreadable`` where it has none."""
    if not isinstance(context.options, PageOptions):
        raise Unreadable("The source has no description of its page.", reason="unexpected_shape")
    return context.options


def address(url: str, span: Span, options: BaseModel | None) -> str:
    """The source's address with the query that its description asks for."""
    return asked(url, span, options.query) if isinstance(options, PageOptions) else url


def follow(response: Response, context: ReadContext) -> tuple[Ask, ...]:
    """The next page of the list and the pages of its rows."""
    options, index = options_of(context), page_index(response.role)
    if index is None or (options.next is None and options.detail is None):
        return ()
    page = list_page(response, options, index)
    needed = options.detail is not None and options.detail.required
    details = [Ask(url=url, role=DETAIL, is_needed=needed) for _, _, url in addresses([page], options) if url]
    following = next_address(page, options, response.url) if index + 1 < options.max_pages else ""
    pages = [Ask(url=following, role=page_role(index + 1))] if following else []
    return tuple(dict.fromkeys([*pages, *details]))


def read(response: Response, context: ReadContext) -> Reading:
    """Every row of every page; raises ``Unreadable`` where a page has none and does not say why."""
    options = options_of(context)
    pages = list_pages(response, options)
    for page in pages:
        _refuse_empty(page, options)
    records = _records(pages, response, options)
    reader = RecordReader(Described(rules=options.rules, locale=options.locale, miss="selector_miss"), context)
    reader.take(records)
    is_cut = _is_cut(pages, options)
    if is_cut:
        reader.ledger.tell("pages_cut", "warning", value=str(len(pages)))
    is_broken_off = any(breaks_off(page.response) for page in pages)
    if is_broken_off:
        reader.ledger.tell("markup_repaired", "warning", "html")
    title = visible(pages[0].tree.css("title")[0]) if pages[0].tree.css("title") else ""
    return reader.reading(complete=not (is_cut or is_broken_off or response.missing), title=title)


def _refuse_empty(page: ListPage, options: PageOptions) -> None:
    """Raise ``Unreadable`` for a page without rows, unless it says that there is nothing or is the one after the last by number."""
    is_after_last = page.index > 0 and isinstance(options.next, Numbered)
    if not page.rows and not is_after_last and not says_nothing_now(page.tree, options.empty_text):
        refuse_no_rows(page.tree)


def _records(pages: list[ListPage], response: Response, options: PageOptions) -> list[Record]:
    """The values of every row, completed by its own page."""
    found = list(addresses(pages, options))
    details = Details(response, options, [url for _, _, url in found if url])
    return [_record(page, row, url, details) for page, row, url in found]


def _record(page: ListPage, row: Row, url: str, details: Details) -> Record:
    found = row.found.later()
    found.read(details.options.captures, row.spot.find)
    found.read(details.options.fields, row.spot.find)
    if "url" not in found.values and url:
        found.values["url"] = (url,)
    listed = _told(found) if details.options.detail else None
    is_whole = details.complete(found, url)
    return Record(
        values=_told(found),
        base=page.base,
        line=row.spot.node.root.sourceline,
        warnings=() if is_whole else (("detail_missing", "url", url),),
        listed=listed,
    )


def _told(found: Captures) -> Values:
    """The fields among what was found, as they stand now."""
    return {key: values for key, values in found.values.items() if base_name(key) in WORDS}


def _is_cut(pages: list[ListPage], options: PageOptions) -> bool:
    """True where the list goes on beyond the pages that were fetched."""
    last = max(pages, key=lambda page: page.index)
    following = next_address(last, options, pages[0].response.url)
    return bool(following) and following not in {page.response.url for page in pages}
