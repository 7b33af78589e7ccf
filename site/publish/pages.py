"""One file of the site: where it stands, what it is about, what it shows and how it is made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from operator import attrgetter
from typing import Any

from publish.addresses import Target
from publish.edition import Edition
from publish.views import Head, Piece

_VALUES: dict[type, Callable[[Any], Any]] = {}
"""Kind of view -> what takes its values out, found once a kind: views are hashed by the hundred thousand."""


def _plain(value: Any) -> Any:
    """A view as its values, for hashing."""
    kind = type(value)
    if isinstance(value, Piece):
        return _folded(value)
    if kind not in _VALUES:
        if not is_dataclass(kind):
            raise TypeError(f"{kind.__name__} is no part of a page")
        _VALUES[kind] = attrgetter(*(field.name for field in fields(kind)))
    return _VALUES[kind](value)


_PLAIN = json.JSONEncoder(default=_plain, ensure_ascii=False, separators=(",", ":"), check_circular=False)
"""Views hold no circles: what is made of others is made after them."""


def _folded(piece: Piece) -> str:
    """The digest of a piece, found once for all its pages."""
    try:
        return piece.digest
    except AttributeError:
        values = (getattr(piece, field.name) for field in fields(piece))  # type: ignore[arg-type]
        object.__setattr__(piece, "digest", digest(type(piece).__name__, *values))
        return piece.digest


def digest(*parts: Any) -> str:
    """Hex digest of plain values and views: equal parts, equal page."""
    text = _PLAIN.encode(parts)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A file of the site that can say what it hangs on without being made."""

    path: str
    """Below the tree, with ``/``; never anything but our own slugs."""
    key: str = ""
    """What the page is about in which language (``item:<event id>:fi``); an address that loses its key to another one redirects there."""
    inputs: str
    """Digest of everything the file shows."""
    render: Callable[[], bytes]
    listed: str = ""
    """Full address for the sitemap; empty for what is no page of its own."""
    changed: str = ""
    """Day of the last change, for the sitemap."""


Render = Callable[[str, str, Mapping[str, Any]], bytes]
"""``(language, template, context) -> file``."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the HTML pages of one edition: ``(target, template, head, content) -> page``."""

    edition: Edition
    render: Render

    def __call__(self, target: Target, template: str, head: Head, content: Mapping[str, Any], changed: str = "") -> Page:
        """The page that the template makes of its head and content; ``changed`` is the day of its last change where it is known."""
        edition, render = self.edition, self.render
        return Page(
            path=f"{edition.addresses.folder(edition.language, target)}index.html",
            key=f"{target.key}:{edition.language}",
            inputs=digest(edition.fingerprint, template, head, content),
            render=lambda: render(head.language, template, {"head": head, **content}),
            listed=head.url if head.indexed and head.url == head.canonical else "",
            changed=changed,
        )
