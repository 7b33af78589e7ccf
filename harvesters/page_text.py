"""What a person sees of a piece of a page: its text with the lines that breaks, blocks and cells make."""

from __future__ import annotations

import re
from typing import Any

from parsel import Selector

_HIDDEN = frozenset({"script", "style", "template", "noscript", "head", "iframe", "svg"})
_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|caption|center|d[dlt]|details|div|fieldset|figcaption|figure|footer|form|h[1-6r]|header|li|main|nav"
    r"|[ou]l|option|p|pre|section|summary|table|t(?:body|d|foot|h|head|r)"
)
_BLANKS = {
    0xA0: " ",
    0x202F: " ",
    0x2007: " ",
    0x2009: " ",
    0xAD: None,
    0x200B: None,
    0x200C: None,
    0x200D: None,
    0x2060: None,
    0xFEFF: None,
}
_MARK = "\x00"
"""Where a line ends; no text has it, for control characters are taken out of every page."""


def visible(selector: Selector) -> str:
    """The text within, one line for each block, cell or ``br``, blanks folded, without scripts and without invisible characters."""
    root = selector.root
    return _folded(str(root)) if isinstance(root, str | bool | float | int) else _folded("".join(_pieces(root)))


def inner_html(selector: Selector) -> str:
    """The markup within, as it stands."""
    return "".join(selector.xpath("./node()").getall()).strip()


def is_element(selector: Selector) -> bool:
    """True for an element, False for an attribute, a text or a number that an expression gave."""
    return hasattr(selector.root, "tag")


def _pieces(root: Any) -> list[str]:
    """Texts and line marks in the order of the document, without recursion: pages may be nested deep."""
    found: list[str] = []
    waiting: list[Any] = [(root, False)]
    while waiting:
        item, is_tail = waiting.pop()
        if isinstance(item, str):
            found.append(item)
            continue
        name = item.tag if isinstance(item.tag, str) else ""
        if is_tail and item.tail:
            waiting.append((item.tail, False))
        if name == "br":
            found.append(_MARK)
        elif name and name not in _HIDDEN:
            waiting += _within(item, is_block=_BLOCKS.fullmatch(name) is not None)
    return found


def _within(element: Any, *, is_block: bool) -> list[Any]:
    """What stands inside an element, last first."""
    inside: list[Any] = [(_MARK, False)] if is_block else []
    inside += [(child, True) for child in reversed(element)]
    if element.text:
        inside.append((element.text, False))
    return [*inside, (_MARK, False)] if is_block else inside


def _folded(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.translate(_BLANKS).split(_MARK))
    return re.sub(r"\n+", "\n", "\n".join(lines)).strip()
