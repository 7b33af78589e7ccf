"""Reads any JSON interface whose entry in ``schedules.yaml`` says where the records are and which path leads to which field.

Paths are JMESPath, which can only look, never compute without end. Nothing named in a record is ever fetched; only the described next
page is. See ``docs/formats/json.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

import jmespath  # type: ignore[import-untyped]  # it ships no types
from jmespath.exceptions import JMESPathError  # type: ignore[import-untyped]
from pydantic import BaseModel

from harvesters.errors import Unreadable
from harvesters.field_event import absolute
from harvesters.field_reading import Described, Record, RecordReader
from harvesters.field_rules import KEY
from harvesters.field_values import Captures
from harvesters.field_words import WORDS, base_name
from harvesters.json_document import items, load
from harvesters.json_options import JsonOptions, JsonRule
from harvesters.paging_options import Numbered, asked, page_index, page_role
from harvesters.record import Ask, ReadContext, Reading, Response

if TYPE_CHECKING:
    from harvesters.registry import Span

_NAME = re.compile(r'"([^"]+)"|([A-Za-z_]\w*)(?!\w*\()')


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    response: Response
    index: int
    document: Any
    records: tuple[tuple[str, Any], ...]
    """Key (``""`` in a list) and record."""


def address(url: str, span: Span, options: BaseModel | None) -> str:
    """The source's address with the query that its description asks for."""
    return asked(url, span, options.query) if isinstance(options, JsonOptions) else url


def follow(response: Response, context: ReadContext) -> tuple[Ask, ...]:
    """The next page."""
    options, index = _options(context), page_index(response.role)
    if index is None or options.next is None or index + 1 >= options.max_pages:
        return ()
    following = _next_address(_page(response, options, index), options, response.url)
    return (Ask(url=following, role=page_role(index + 1)),) if following else ()


def read(response: Response, context: ReadContext) -> Reading:
    """Every record of every page; raises ``Unreadable`` where there are none where the description says."""
    options = _options(context)
    answers = (response, *response.parts)
    pages = [_page(one, options, index) for one in answers if (index := page_index(one.role)) is not None]
    reader = RecordReader(Described(rules=options.rules, locale=options.locale, miss="unexpected_shape"), context)
    reader.take([record for page in pages for record in _records(page, options)])
    _tell_about_names(reader, pages, options)
    last = max(pages, key=lambda page: page.index)
    following = _next_address(last, options, response.url)
    is_cut = bool(following) and following not in {page.response.url for page in pages}
    if is_cut:
        reader.ledger.tell("pages_cut", "warning", value=str(len(pages)))
    return reader.reading(complete=not is_cut and not response.missing)


def _options(context: ReadContext) -> JsonOptions:
    if not isinstance(context.options, JsonOptions):
        raise Unreadable("The source has no description of its interface.", reason="unexpected_shape")
    return context.options


def _page(response: Response, options: JsonOptions, index: int) -> _Page:
    document = load(response)
    found = _at(options.records, document)
    if options.keyed and isinstance(found, dict):
        records = tuple((str(key), record) for key, record in found.items())
    elif not options.keyed and isinstance(found, list):
        records = tuple(("", record) for record in found)
    else:
        wanted = "object with records by key" if options.keyed else "list of records"
        raise Unreadable(f"The answer has no {wanted} at {options.records!r}.", reason="unexpected_shape")
    return _Page(response=response, index=index, document=document, records=records)


@lru_cache(maxsize=512)
def _compiled(path: str) -> Any:
    return jmespath.compile(path)


def _at(path: str, value: Any) -> Any:
    """What stands at the path; ``None`` where nothing does or where the values are of another sort than the path expects."""
    try:
        return _compiled(path).search(value)
    except (JMESPathError, TypeError, ValueError, AttributeError, RecursionError, ArithmeticError):
        return None


def _next_address(page: _Page, options: JsonOptions, first_url: str) -> str:
    if isinstance(options.next, Numbered):
        return options.next.address(first_url, page.index + 1) if page.records else ""
    told = _at(options.next, page.document) if options.next else None
    following = absolute(page.response.url, told) if isinstance(told, str) and told.strip() else ""
    return "" if following == page.response.url else following


def _records(page: _Page, options: JsonOptions) -> Iterator[Record]:
    above = Captures()
    above.read(options.document, partial(_find, page.document))
    for key, record in page.records:
        if options.only is not None and not _at(options.only, record):
            continue
        found = above.later()
        if key:
            found.known[KEY] = key
            found.values["uid"] = (key,)
        found.read(options.captures, partial(_find, record))
        found.read(options.fields, partial(_find, record))
        yield Record(values={name: values for name, values in found.values.items() if base_name(name) in WORDS}, base=page.response.url)


def _find(record: Any, rule: JsonRule) -> list[str] | None:
    """The texts at a rule's path: each word or number of a list; objects and empty values are none."""
    if rule.path is None:
        return None
    return [text for value in items(_at(rule.path, record)) if (text := _text(value))]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int | float) else ""


def _tell_about_names(reader: RecordReader, pages: list[_Page], options: JsonOptions) -> None:
    """Names in the records that no path mentions."""
    rules = (*options.captures.values(), *options.fields.values())
    paths = [*(rule.path for rule in rules if rule.path), options.only or ""]
    mentioned = {quoted or bare for path in paths for quoted, bare in _NAME.findall(path)} | set(options.ignore)
    names = dict.fromkeys(str(name) for page in pages for _, record in page.records if isinstance(record, dict) for name in record)
    if others := [name for name in names if name not in mentioned]:
        reader.ledger.tell("not_described", "info", value=", ".join(others))
