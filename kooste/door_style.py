"""The site's own style sheet, made valid below one class only, so that its cards look on a page of the explorer as they do at home."""

from __future__ import annotations

import re
from collections.abc import Iterator

_AT = re.compile(r"@[a-z-]+")
_WHOLE = re.compile(r"^(?::root|html|body)(?![\w-])")
_NESTED = frozenset({"@media", "@supports"})


def below(style: str, scope: str) -> str:
    """The rules of ``style`` (without comments), each for what stands below ``scope`` alone; fonts, pages and imports are left out."""
    return "\n".join(_rules(style, scope))


def _rules(style: str, scope: str) -> Iterator[str]:
    for head, body in _blocks(style):
        at = _AT.match(head)
        if at is None:
            yield f"{_scoped(head, scope)} {{{body}}}"
        elif at[0] in _NESTED:
            yield f"{head} {{{below(body, scope)}}}"


def _blocks(style: str) -> Iterator[tuple[str, str]]:
    """What stands before each brace of the outermost level, and what in it."""
    depth, start, head = 0, 0, ""
    for found in re.finditer(r'"[^"]*"|[{};]', style):
        mark = found[0]
        if mark == "{":
            if not depth:
                head, start = style[start : found.start()].strip(), found.end()
            depth += 1
        elif mark == "}":
            depth -= 1
            if not depth:
                yield head, style[start : found.start()]
                start = found.end()
        elif mark == ";" and not depth:
            start = found.end()


def _scoped(selectors: str, scope: str) -> str:
    return ", ".join(_one(one.strip(), scope) for one in _split(selectors))


def _one(selector: str, scope: str) -> str:
    """``:root`` and ``body`` are the scope itself; everything else is within it."""
    whole = _WHOLE.match(selector)
    return f"{scope}{selector[whole.end() :]}" if whole else f"{scope} {selector}"


def _split(selectors: str) -> Iterator[str]:
    """The selectors of a list; commas within ``:is(...)`` part none."""
    depth, piece = 0, ""
    for character in selectors:
        depth += (character == "(") - (character == ")")
        if character == "," and not depth:
            yield piece
            piece = ""
        else:
            piece += character
    yield piece
