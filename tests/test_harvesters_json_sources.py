"""Golden readings of JSON interfaces: every folder holds the answers as their system gives them, and what must come out of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from harvesters import activitypub, kooste_instance, linked_events, tribe
from harvesters.record import Follow, ReadContext, Reader, Reading
from tests.json_sources import CONTEXT, SOURCES, as_text, gathered, knowing, reading


@dataclass(frozen=True)
class Case:
    follow: Follow
    read: Reader
    context: ReadContext = CONTEXT


NEIGHBOUR = replace(CONTEXT, language="", options=kooste_instance.KoosteOptions(own_address="https://norppala.example"))
TOWN = replace(CONTEXT, options=linked_events.LinkedEventsOptions(event_page="https://tapahtumat.kaupunki.example/{id}"))
CASES = {
    "linked-events-town": Case(linked_events.follow, linked_events.read, TOWN),
    "tribe-culture": Case(tribe.follow, tribe.read),
    "mobilizon-group": Case(activitypub.follow, activitypub.read),
    "gancio-collective": Case(activitypub.follow, activitypub.read),
    "kooste-neighbour": Case(kooste_instance.follow, kooste_instance.read, NEIGHBOUR),
}
every = pytest.mark.parametrize("folder", sorted(CASES))


def harvested(folder: str, remember: Callable[[Reading], ReadContext] | None = None) -> Reading:
    case = CASES[folder]
    response = gathered(folder, case.follow, case.context)
    found = reading(case.read, response, case.context)
    return reading(case.read, response, remember(found)) if remember else found


@every
def test_what_a_source_gives(folder: str, update_golden: bool) -> None:  # noqa: FBT001 - a fixture
    text, expected = as_text(harvested(folder)), SOURCES / folder / "expected.json"
    if update_golden:
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


@every
def test_the_same_again_is_not_read_again(folder: str) -> None:
    first = harvested(folder)
    again = harvested(folder, lambda found: knowing(found, CASES[folder].context))
    assert len(again.unchanged) == first.read - len(first.deleted)
    assert again.deleted == first.deleted
    assert again.availability == first.availability
    assert not any(issue.digest for issue in again.issues)


@every
def test_every_event_has_an_identity_of_its_own(folder: str) -> None:
    found = harvested(folder).events
    assert len({(event.uid, event.derived_uid, event.recurrence_id) for event in found}) == len(found)


@every
def test_the_whole_source_was_seen(folder: str) -> None:
    assert harvested(folder).complete


@every
def test_no_person_is_kept(folder: str) -> None:
    found = repr(harvested(folder)).lower()
    for name in ("maija", "matti", "mallikas", "044 000", "sali@"):
        assert name not in found
