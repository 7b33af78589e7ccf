"""Small described pages for tests: a body, a description, and what comes of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from harvesters import page
from harvesters.page_options import PageOptions
from harvesters.record import Missing, RawEvent, Reading, Response
from tests.golden_answers import answer, checked

URL = "https://kyla.example/tapahtumat/"
SIMPLE = {"row": "li", "fields": {"name": "b", "when": "i"}}


def html(body: str, title: str = "Tapahtumat") -> str:
    return f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head><body>{body}</body></html>"


def reading(body: str, options: dict[str, Any], *, parts: tuple[Response, ...] = (), missing: tuple[Missing, ...] = ()) -> Reading:
    response = replace(answer(html(body), URL), parts=parts, missing=missing)
    return checked(page.read, response, PageOptions.model_validate(options))


def events(body: str, options: dict[str, Any]) -> tuple[RawEvent, ...]:
    return reading(body, options).events


def rows(body: str, options: dict[str, Any]) -> list[tuple[str, str]]:
    return [(event.name[0].value, event.when) for event in events(body, options)]
