"""``sitemap.xml`` and ``robots.txt``: what search engines may and should read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from publish.addresses import Addresses
from publish.pages import Page, digest

_MOST = 45_000
"""Addresses a file; the protocol allows 50 000."""
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap_pages(listed: Sequence[tuple[str, str]], addresses: Addresses, *, preview: bool = False) -> Iterator[Page]:
    """The map of ``(address, day of the last change)`` pairs, in several files with an index where one would be too long.

    A preview has an empty one, and robots.txt that asks to stay away.
    """
    rule = "Disallow: /" if preview else f"Allow: /\n\nSitemap: {addresses.public}/sitemap.xml"
    yield _page("robots.txt", f"User-agent: *\n{rule}\n")
    parts = [listed[start : start + _MOST] for start in range(0, len(listed), _MOST)]
    if len(parts) <= 1:
        yield _page("sitemap.xml", _urls(listed))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield _page(name, _urls(part))
    entries = "".join(f"<sitemap><loc>{escape(f'{addresses.public}/{name}')}</loc></sitemap>\n" for name in names)
    yield _page("sitemap.xml", f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex {_SPACE}>\n{entries}</sitemapindex>\n')


def _urls(listed: Sequence[tuple[str, str]]) -> str:
    urls = "".join(
        f"<url><loc>{escape(address)}</loc>{f'<lastmod>{changed}</lastmod>' if changed else ''}</url>\n" for address, changed in listed
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {_SPACE}>\n{urls}</urlset>\n'


def _page(path: str, text: str) -> Page:
    return Page(path=path, inputs=digest(text), render=text.encode)
