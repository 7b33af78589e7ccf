"""Pieces that stand on many pages keep their digest, which is that of what they show."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from publish.cards import card, regular
from publish.pages import digest
from publish.views import Card, Piece, Prose
from tests.publish_joined import editions_of
from tests.publish_rows import small_region


def shown() -> tuple[Card, Piece]:
    """A card and a line of a series, made anew."""
    edition = editions_of(small_region())["fi"]
    series = next(event for event in edition.almanac.events.values() if event.is_series)
    dates = list(edition.almanac.upcoming(series.id))
    return card(dates[0], edition), regular(series, dates, edition)


def test_equal_pieces_make_equal_pages_whoever_made_them() -> None:
    first, second = shown(), shown()
    assert first[0] is not second[0]
    assert digest("page", first) == digest("page", second)
    assert digest(first[0]) != digest(first[1])


@pytest.mark.parametrize("name", [field.name for field in fields(Card)])
def test_whatever_a_card_shows_is_in_its_digest(name: str) -> None:
    one, _ = shown()
    before = digest(one)
    value: Any = getattr(one, name)
    other = {str: f"{value}!", bool: not value, tuple: (*value, "!") if isinstance(value, tuple) else ()}.get(type(value), Prose("!"))
    changed: dict[str, Any] = {name: other}
    assert digest(replace(one, **changed)) != before == digest(one)


def test_a_page_is_another_one_when_a_card_deep_in_it_is() -> None:
    one, _ = shown()
    other = replace(one, answers=one.answers._replace(cost="5 €"))
    assert digest({"days": ((one,),)}) != digest({"days": ((other,),)})
