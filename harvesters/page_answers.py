"""The answers of one described page put together: pages of the list in their order, and the page of its own that completes a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urldefrag, urljoin, urlsplit

from parsel import Selector

from harvesters.errors import Unreadable
from harvesters.field_event import absolute
from harvesters.field_values import Captures
from harvesters.field_words import ADDRESSES
from harvesters.markup import breaks_off, page_of
from harvesters.page_options import PageOptions, PageRule
from harvesters.page_rows import Row, Spot, Tables, rows_of
from harvesters.page_soundness import refuse_deep, refuse_other_page
from harvesters.paging_options import Numbered, page_index
from harvesters.record import Response

DETAIL = "detail"
_FOLLOWING = "following::* | following::text()[normalize-space()]"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """One page of the list."""

    response: Response
    index: int
    """0 for the source's own address."""
    tree: Selector
    base: str
    rows: tuple[Row, ...]


def list_page(response: Response, options: PageOptions, index: int) -> ListPage:
    """The page with its rows, without what is left of the last one where the page breaks off; raises ``Unreadable`` for what is no page."""
    tree = tree_of(response, options)
    rows = tuple(rows_of(tree, options))
    if rows and breaks_off(response) and not rows[-1].spot.node.xpath(_FOLLOWING):
        rows = rows[:-1]
    return ListPage(response=response, index=index, tree=tree, base=base_of(tree, response.url), rows=rows)


def tree_of(response: Response, options: PageOptions) -> Selector:
    """The page's tree, in the encoding the description names, else the one it is found to be in; raises ``Unreadable``."""
    if options.encoding:
        text = response.body.decode(options.encoding, errors="replace")
        response = replace(response, body=text.encode("utf-8", errors="replace"))
    page = page_of(response)
    refuse_deep(page)
    return page


def base_of(page: Selector, url: str) -> str:
    """Where relative links start: the page's ``base`` where it stays on the page's own host, else the page itself."""
    told = urljoin(url, page.xpath("string(//base/@href)").get() or "")
    return told if urlsplit(told)[:2] == urlsplit(url)[:2] else url


def list_pages(response: Response, options: PageOptions) -> list[ListPage]:
    """Every page of the list, first to last."""
    found = [list_page(response, options, 0)]
    for part in response.parts:
        index = page_index(part.role)
        if index is not None:
            found.append(list_page(part, options, index))
    return found


def next_address(page: ListPage, options: PageOptions, first_url: str) -> str:
    """The address of the next page of the list; ``""`` at its end."""
    if isinstance(options.next, Numbered):
        return options.next.address(first_url, page.index + 1) if page.rows else ""
    return _link(options.next, Spot(page.tree, Tables()), Captures(), page.base) if options.next is not None else ""


def detail_address(row: Row, options: PageOptions, base: str) -> str:
    """The address of the row's own page, without fragment; ``""`` where it has none."""
    if options.detail is None:
        return ""
    found = row.found.later()
    found.read(options.captures, row.spot.find)
    return _link(options.detail.link, row.spot, found, base)


def _link(rule: PageRule, spot: Spot, known: Captures, base: str) -> str:
    found = known.later()
    found.read({"link": rule}, spot.find)
    values = found.values.get("link", ())
    address = urldefrag(absolute(base, values[0])).url if values else ""
    return "" if address == urldefrag(base).url else address


class Details:
    """The rows' own pages by the addresses that were asked for."""

    def __init__(self, response: Response, options: PageOptions, asked: Sequence[str]) -> None:
        self.options = options
        self.missing = {urldefrag(missing.url).url for missing in response.missing}
        parts = [part for part in response.parts if part.role == DETAIL]
        self.by_address = {urldefrag(part.url).url: part for part in parts}
        self._settle_redirected(parts, asked)
        self._last: tuple[str, Selector | None] = ("", None)
        """The page that was looked at last: rows that share one stand together, and trees of all would not fit into memory."""

    def complete(self, found: Captures, address: str) -> bool:
        """Add what the row's own page says; ``False`` where the page could not be had or holds nothing of what is described.

        Raises ``Unreadable`` where a page that is required is no page, or a login or an error that would empty what it told before.
        """
        detail = self.options.detail
        if detail is None or not address:
            return True
        tree = self._tree(address)
        if tree is None:
            return False
        spot, own = Spot(tree, Tables()), found.later()
        own.values = {}
        own.read(detail.captures, spot.find)
        own.read(detail.fields, spot.find)
        base = base_of(tree, self.by_address[address].url)
        own.values |= {key: tuple(absolute(base, one) or one for one in own.values[key]) for key in ADDRESSES if key in own.values}
        found.values |= own.values
        is_told = bool(own.values.keys() & detail.fields.keys())
        if detail.required and not is_told:
            refuse_other_page(tree)
        return is_told

    def _tree(self, address: str) -> Selector | None:
        if self._last[0] != address:
            self._last = (address, self._parsed(address))
        return self._last[1]

    def _parsed(self, address: str) -> Selector | None:
        part, detail = self.by_address.get(address), self.options.detail
        if part is None or detail is None:
            return None
        try:
            return tree_of(part, self.options)
        except Unreadable:
            if detail.required:
                raise
            return None

    def _settle_redirected(self, parts: Sequence[Response], asked: Sequence[str]) -> None:
        """An answer that came from another address than the one asked is told by the order, where that leaves no doubt."""
        waiting = [address for address in dict.fromkeys(asked) if address not in self.by_address and address not in self.missing]
        strangers = [part for part in parts if urldefrag(part.url).url not in asked]
        if len(waiting) == len(strangers):
            self.by_address |= dict(zip(waiting, strangers, strict=True))


def addresses(pages: Sequence[ListPage], options: PageOptions) -> Iterator[tuple[ListPage, Row, str]]:
    """Every row with the page it stands on and the address of its own page."""
    for page in pages:
        for row in page.rows:
            yield page, row, detail_address(row, options, page.base)
