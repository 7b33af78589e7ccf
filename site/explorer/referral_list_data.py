"""A referral list as text for a message, and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from explorer.referral_cards import Line, Speaking
from explorer.referral_outputs import card_data

if TYPE_CHECKING:
    from explorer.referral_list import Entry

_TOLD = ("when", "where", "cost", "access", "join", "contact")


def list_text(entries: Sequence[Entry], address: str, fetched: str, words: Speaking) -> str:
    """Plain text, short enough for a message: what, when, where, what it costs, how to join, whom to call."""
    blocks = ["\n".join(_block(entry, words)) for entry in entries]
    return "\n\n".join([words.t["list_title"], *blocks, f"{fetched}\n{address}"]) + "\n"


def _block(entry: Entry, words: Speaking) -> Iterator[str]:
    marks = f" ({'; '.join(text for _, text in entry.marks)})" if entry.marks else ""
    if entry.card is None:
        yield f"{entry.number}. {words.t('list_unknown_id', id=entry.id)}"
        return
    yield f"{entry.number}. {entry.card.name.text}{marks}"
    if entry.is_gone:
        return
    for key in _TOLD:
        row = entry.card.row(key)
        lines = [_with_address(line, key) for line in row.lines]
        known = [text for text, line in zip(lines, row.lines, strict=True) if not line.is_unknown]
        if known:
            yield f"{row.label}: {'; '.join(known)}"


def _with_address(line: Line, key: str) -> str:
    """The line with the address it leads to, where that is a form or a page; an organizer's name alone is enough."""
    is_name = key == "contact" and line.kind != "own-page"
    return line.text if is_name or not line.href.startswith("http") else f"{line.text}: {line.href}"


def list_data(entries: Sequence[Entry], made: date, address: str, words: Speaking) -> dict[str, Any]:
    """The list with what became of each thing on it."""
    return {
        "ok": True,
        "address": address,
        "made": made.isoformat(),
        "entries": [
            {
                "number": entry.number,
                "id": entry.id,
                "is_gone": entry.is_gone,
                "changes": [{"kind": kind, "text": text} for kind, text in entry.marks],
                "offer": card_data(entry.card, words) if entry.card and not entry.is_gone else None,
                "name": entry.card.name.text if entry.card else None,
            }
            for entry in entries
        ],
    }
