"""A feed of notices (Atom, RFC 4287): each entry keeps its id as long as what it tells is there."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from publish.edition import Edition
from publish.plain import without_controls
from publish.views_told import Notice

_NEVER = "1970-01-01T00:00:00+00:00"
"""``updated`` of a feed in which nothing was ever told: the element must be there, and no clock is asked."""


def _tag(name: str, text: str, attributes: str = "") -> str:
    return f"<{name}{attributes}>{escape(without_controls(text))}</{name}>\n"


def _link(relation: str, url: str, media: str) -> str:
    return f'<link rel="{relation}" type="{media}" href={quoteattr(url)}/>\n'


def atom(tag: str, title: str, page: str, own: str, notices: Sequence[Notice], edition: Edition) -> bytes:  # noqa: PLR0913, PLR0917 - a feed's parts
    """The whole feed. ``tag`` is its id (RFC 4151) and begins the ids of its entries, which are the same in every language."""
    head = (
        _tag("id", tag)
        + _tag("title", title)
        + _tag("updated", max((notice.changed for notice in notices), default=_NEVER))
        + _link("self", own, "application/atom+xml")
        + _link("alternate", page, "text/html")
        + f"<author>\n{_tag('name', edition.name)}</author>\n"
    )
    entries = "".join(_entry(tag, page, notice) for notice in notices)
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{edition.language}">\n{head}{entries}</feed>\n'
    )
    return text.encode("utf-8", "replace")


def _entry(tag: str, page: str, notice: Notice) -> str:
    names = " – ".join(link.text for link in (notice.title, notice.other) if link.text)
    whom = ", ".join(link.text for link in notice.whom)
    todo = f"{notice.todo} {whom}".strip()
    return (
        "<entry>\n"
        + _tag("id", f"{tag}/{notice.id}")
        + _tag("title", f"{notice.mark.word}: {names}")
        + _tag("updated", notice.changed)
        + _link("alternate", f"{page}#{notice.id}", "text/html")
        + f"<category term={quoteattr(notice.kind)} label={quoteattr(notice.mark.word)}/>\n"
        + _tag("content", "\n".join(line for line in (notice.when, *notice.lines, todo) if line), ' type="text"')
        + "</entry>\n"
    )
