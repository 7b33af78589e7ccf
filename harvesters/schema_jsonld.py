"""The JSON of one ``<script type="application/ld+json">``, with the mistakes that such blocks have: what can be meant only one way is read.

Nothing that a block names is fetched, its ``@context`` least of all.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from typing import Any

from harvesters.json_people import tidy
from harvesters.schema_links import Base
from harvesters.schema_values import Node

_LONGEST_NUMBER = 1000
"""Digits; converting a longer number takes time that grows with the square of its length."""
_MOST_VALUES = 1000
_STRING = r'(?P<string>"(?:[^"\\]|\\.)*+")'
_COMMENTS = re.compile(_STRING + r"|(?://[ \t]*)?(?:<!\[CDATA\[|\]\]>)|/\*(?:.*?\*/|.*)|//[^\n\r]*|<!--(?:.*?-->|.*)", re.DOTALL)
"""One that never ends goes on to the end of the block."""
_COMMAS = re.compile(_STRING + r"|,(?=[\s;]*[}\]])", re.DOTALL)
_WRAPPED = re.compile(r"<!--(?!.*-->.*-->)(.*?)(?://\s*)?-->\s*", re.DOTALL)
_BAD_ESCAPE = re.compile(r'\\(?:(u[0-9a-fA-F]{4}|["\\/bfnrt])|(.))', re.DOTALL)
_BETWEEN = re.compile(r"[\s;,\ufeff]*")
_VOCABULARY = re.compile(r"(?:https?://(?:www\.)?schema\.org/|schema:|sdo:)", re.IGNORECASE)
_ADDRESSES = frozenset(
    ("@id", "url", "image", "photo", "contentUrl", "thumbnailUrl", "sameAs", "target", "urlTemplate", "mainEntityOfPage")
)
"""Properties whose values may be relative to the page (RFC 3986 section 5)."""


class BrokenBlock(ValueError):
    """The block is no JSON, and cannot be mended without guessing."""


def decoded(block: str) -> tuple[list[Any], bool]:
    """Every value of a block, and whether it had to be mended; raises ``BrokenBlock``, which says where it breaks off.

    Comments, CDATA marks, commas before a closing bracket, semicolons, escapes that JSON does not have and several values one after the
    other are mended; raw line breaks in strings are read as they are. NaN and Infinity mean nothing.
    """
    block = block.strip().lstrip("\ufeff")
    if not block:
        return [], False
    try:
        return [_loads(block)], False
    except ValueError as error:
        wrong = str(error)
    mended = _mended(block)
    if "&quot;" in mended and '"' not in mended:
        mended = html.unescape(mended)
    try:
        return _values(mended), True
    except ValueError:
        raise BrokenBlock(wrong) from None


def _loads(block: str) -> Any:
    try:
        return json.loads(block, strict=False, parse_int=_integer, parse_constant=_nothing)
    except RecursionError:
        raise BrokenBlock("nested too deep") from None


def _mended(block: str) -> str:
    """The block without comments and needless commas, outside of its strings, and with its strings' bad escapes mended."""
    wrapped = _WRAPPED.fullmatch(block) if block.startswith("<!--") else None
    bare = _COMMENTS.sub(lambda found: found["string"] or " ", wrapped[1] if wrapped else block)
    return _COMMAS.sub(lambda found: _BAD_ESCAPE.sub(_escape, found["string"]) if found["string"] else " ", bare)


def _escape(found: re.Match[str]) -> str:
    """The escape where JSON knows it, else the character that it was put before (RFC 8259 section 7)."""
    return found[0] if found[1] else found[2]


def _values(mended: str) -> list[Any]:
    """The JSON values that stand one after the other, and nothing else."""
    decoder = json.JSONDecoder(strict=False, parse_int=_integer, parse_constant=_nothing)
    position, found = 0, list[Any]()
    while (position := _after_blanks(mended, position)) < len(mended):
        if found and mended[position] in "}]":
            position += 1
            continue
        try:
            value, position = decoder.raw_decode(mended, position)
        except RecursionError:
            raise BrokenBlock("nested too deep") from None
        found.append(value)
        if len(found) > _MOST_VALUES:
            raise BrokenBlock("too many values")
    if not found:
        raise BrokenBlock("empty")
    return found


def _after_blanks(text: str, position: int) -> int:
    found = _BETWEEN.match(text, position)
    return found.end() if found else position


def _integer(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise ValueError("a number longer than any")
    return int(digits)


def _nothing(_: str) -> None:
    """NaN and Infinity are no JSON and no use."""


def told(value: Any, base: Base) -> Any:
    """A decoded value as nodes: local property names, addresses in full and without session ids, no control characters, 32 levels."""
    return _told(tidy(value), base)


def _told(value: Any, base: Base) -> Any:
    if isinstance(value, list):
        return [_told(item, base) for item in value]
    if not isinstance(value, dict):
        return value
    return {name: _property(name, item, base) for name, item in _named(value).items()}


def _named(value: Node) -> Mapping[str, Any]:
    """The mapping with ``schema:name`` and ``https://schema.org/name`` called ``name``; ``id`` and ``type`` are JSON-LD's by usage."""
    found: dict[str, Any] = {}
    for name, item in value.items():
        short = _VOCABULARY.sub("", name, count=1) if ":" in name else name
        found.setdefault({"id": "@id", "type": "@type", "@none": "@value"}.get(short, short), item)
    return found


def _property(name: str, item: Any, base: Base) -> Any:
    if name == "@context":
        return _language_alone(item)
    if name in _ADDRESSES:
        if isinstance(item, str):
            return base.absolute(item)
        if isinstance(item, list):
            return [base.absolute(one) if isinstance(one, str) else _told(one, base) for one in item]
    return _told(item, base)


def _language_alone(context: Any) -> dict[str, str]:
    """Of a context only the language of texts that name none (JSON-LD 1.1 section 4.2.4); the rest is never looked up."""
    for part in context if isinstance(context, list) else [context]:
        if isinstance(part, dict) and isinstance(part.get("@language"), str):
            return {"@language": part["@language"]}
    return {}
