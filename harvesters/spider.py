"""Runs a site-specific spider where a description in YAML does not reach: one file under ``harvesters/spiders/``, a Scrapy spider.

A spider is Scrapy's ``Spider`` with its callbacks, and yields ``RawEvent``, ``Issue`` and ``Request``. What it does not do is fetch:
its requests become ``Ask``s, so that its pages come by the one polite and guarded crawl like all others, and its callbacks run in the
reading sandbox, without network. Only plain GET requests are possible. ``docs/formats/spider.md`` shows how to write one.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import Field

from harvesters.ledger import Ledger, Notes
from harvesters.markup import text_of
from harvesters.record import Ask, Issue, RawEvent, ReadContext, Reading, Response
from harvesters.strict import Strict

if TYPE_CHECKING:  # Scrapy takes a second to load, which every other format is spared
    import scrapy

_FIRST = "parse"
_PAGE = "page"
"""The role of a list's next page, which ``parse`` reads like the first one."""


class SpiderOptions(Strict):
    """What stands under ``spider:`` in an entry of ``schedules.yaml``."""

    name: str = Field(pattern=r"^[a-z][a-z0-9_]{0,62}$")
    """Name of the file under ``harvesters/spiders/``, without ``.py``."""


class SpiderFaultError(Exception):
    """A spider asks for what none may have: a bug in its file, told with its traceback."""


def follow(response: Response, context: ReadContext) -> tuple[Ask, ...]:
    """The addresses that the answer's callback asks for."""
    found = _called(_spider(context), response)
    return tuple(_ask(one) for one in found if not isinstance(one, RawEvent | Issue))


def read(response: Response, context: ReadContext) -> Reading:
    """Every record that the callbacks yield for all answers."""
    spider = _spider(context)
    ledger = Ledger(context, f"spider {spider.name} {getattr(spider, 'version', 1)}")
    for answer in (response, *response.parts):
        for found in _called(spider, answer):
            if isinstance(found, RawEvent):
                _take(ledger, found)
            elif isinstance(found, Issue):
                ledger.issues.append(found)
    return ledger.reading(platform=spider.name, complete=not response.missing)


def _take(ledger: Ledger, found: RawEvent) -> None:
    """One record into the ledger, by the text that its spider gave it."""

    def made(digest: str, _: Notes) -> RawEvent:
        return replace(found, digest=digest)

    ledger.take(found.uid, found.text, made, line=found.line)


def _spider(context: ReadContext) -> scrapy.Spider:
    """The one spider of the file that the entry names."""
    import scrapy

    options = context.options
    if not isinstance(options, SpiderOptions):
        raise SpiderFaultError("the entry names no spider")
    module = importlib.import_module(f"harvesters.spiders.{options.name}")
    own = [
        kind for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, scrapy.Spider) and kind is not scrapy.Spider
    ]
    if len(own) != 1:
        raise SpiderFaultError(f"harvesters/spiders/{options.name}.py holds {len(own)} spiders; it must hold one")
    return own[0](name=options.name)


def _called(spider: scrapy.Spider, answer: Response) -> Iterator[Any]:
    """What the callback that the answer was asked for yields."""
    from scrapy.http import HtmlResponse

    callback, _, given = ("parse" if answer.role in {"", _PAGE} else answer.role).partition(" ")
    text, _ = text_of(answer)
    page = HtmlResponse(answer.url, headers=dict(answer.headers), body=text.encode("utf-8", "replace"), encoding="utf-8")
    yield from getattr(spider, callback)(page, **(json.loads(given) if given else {})) or ()


def _ask(request: scrapy.Request) -> Ask:
    """The further address; its callback and what it is to be given travel as the role."""
    name = request.callback.__name__ if request.callback else _FIRST
    if request.method != "GET" or request.body:
        raise SpiderFaultError("a spider may only ask for pages (GET)")
    given = json.dumps(request.cb_kwargs, sort_keys=True) if request.cb_kwargs else ""
    role = _PAGE if name == _FIRST and not given else f"{name} {given}".strip()
    return Ask(url=request.url, role=role, is_needed=not request.meta.get("is_optional", False))
