"""Lists that JSON interfaces give in pages: how an address is completed, and where the next page is."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from harvesters.json_document import load, text
from harvesters.json_people import tidy
from harvesters.record import Ask, Response


def document(response: Response) -> Any:
    """The JSON without control characters and lone surrogates, at most 32 levels deep; raises ``Unreadable`` as ``load`` does."""
    return tidy(load(response))


def answers(response: Response) -> Iterator[Response]:
    """The source's own answer and every further one, in the order they were asked."""
    yield response
    yield from response.parts


def completed(address: str, asked: Mapping[str, str], otherwise: Mapping[str, str]) -> str:
    """The address with the asked parameters in place of its own of those names, and with the others only where it has none.

    What else stands in the query is kept as it is written: it may hold the name of a secret (``${NAME}``).
    """
    bare = address.partition("#")[0]
    before, _, query = bare.partition("?")
    kept = [part for part in query.split("&") if part and part.partition("=")[0] not in asked]
    names = {part.partition("=")[0] for part in kept}
    added = {**asked, **{name: value for name, value in otherwise.items() if name not in names}}
    parts = [*kept, *(f"{name}={quote(value, safe=',:')}" for name, value in added.items() if value)]
    return f"{before}?{'&'.join(parts)}" if parts else before


def next_page(response: Response, link: Any, role: str = "page") -> tuple[Ask, ...]:
    """The page a link leads to, none where there is no link.

    An interface behind a proxy tells its own address with ``http:``; on the same host the answer's own scheme is used.
    """
    written = text(link).replace(" ", "%20")
    if not written:
        return ()
    try:
        url = urljoin(response.url, written)
        here, there = urlsplit(response.url), urlsplit(url)
        if there.scheme not in {"http", "https"} or not there.hostname:
            return ()
        if here.hostname == there.hostname and here.scheme == "https" and there.scheme == "http" and there.port in {None, 80}:
            url = there._replace(scheme="https", netloc=here.netloc).geturl()
    except ValueError:
        return ()
    return (Ask(url=url, role=role),)


def latest(pages: Sequence[Sequence[Any]], key: Callable[[dict[str, Any]], Hashable]) -> Iterator[Any]:
    """Every record in order, without those that a later page tells again: the list moves on while its pages are fetched.

    ``key`` names what a record is about; one with a key that says nothing is always kept, and so are two of one page.
    """
    found = [(record, number) for number, page in enumerate(pages) for record in page]
    last = {key(record): number for record, number in found if isinstance(record, dict)}
    for record, number in found:
        if not isinstance(record, dict) or not key(record) or last[key(record)] == number:
            yield record
