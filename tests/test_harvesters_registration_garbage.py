"""Whatever stands in a field, a reader of a registration system raises nothing but ``Unreadable``, and its ledger adds up (H6)."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harvesters import hellewi, hellewi_html, hsds, lahella, openactive
from harvesters.errors import Unreadable
from harvesters.record import ReadContext, Reading
from tests.garbage import GARBAGE, mutated
from tests.gathered_sources import answer, checked, context, remembered

SOURCES = Path(__file__).parent / "sources"
PAGES: dict[str, tuple[Any, str]] = {
    "hellewi": (hellewi, "hellewi-college/courses-1.json"),
    "hellewi-clubs": (hellewi, "hellewi-school-clubs/courses.json"),
    "lahella": (lahella, "lahella-portal/activities-1.json"),
    "openactive": (openactive, "openactive-sports/series-1.json"),
    "openactive-courses": (openactive, "openactive-sports/series-2.json"),
    "hsds": (hsds, "hsds-directory/services-1.json"),
}
THOROUGH = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def documents() -> dict[str, tuple[Any, Any]]:
    return {name: (module, json.loads((SOURCES / path).read_text(encoding="utf-8"))) for name, (module, path) in PAGES.items()}


DOCUMENTS = documents()


def survives(module: Any, body: bytes, around: ReadContext) -> Reading | None:
    """The reading, unless the document as a whole is refused; all of it can be written as UTF-8, and no time is left open."""
    response = answer(body, headers={"link": '<http://[>; rel="next", <?page=x>; rel="last"'})
    try:
        module.follow(response, around)
        found = checked(module.read(response, around))
    except Unreadable:
        return None
    repr(found).encode()
    assert all(event.start is not None or event.when or event.kind in {"service", "volunteering"} for event in found.events)
    return found


@pytest.mark.parametrize("name", PAGES)
@THOROUGH
@given(data=st.data())
def test_a_real_page_with_garbage_in_it(name: str, data: st.DataObject) -> None:
    module, document = DOCUMENTS[name]
    body = json.dumps(data.draw(mutated(document))).encode()
    found = survives(module, body, context())
    if found is not None:
        again = survives(module, body, replace(context(), known=remembered(found)))
        assert again is not None
        assert not again.events


@pytest.mark.parametrize("module", [hellewi, lahella, openactive, hsds], ids=lambda module: str(module.__name__))
@THOROUGH
@given(body=GARBAGE | st.lists(GARBAGE) | st.fixed_dictionaries({"items": st.lists(GARBAGE)}))
def test_garbage_alone(module: Any, body: Any) -> None:
    survives(module, json.dumps(body).encode(), context())


@pytest.mark.parametrize("module", [hellewi, lahella, openactive, hsds], ids=lambda module: str(module.__name__))
@pytest.mark.parametrize("depth", [40, 300, 100_000])
def test_deep_nesting(module: Any, depth: int) -> None:
    nested = "[" * depth + "]" * depth
    body = f'{{"items": [{{"id": 1, "_key": 1, "name": "x", "kind": "Event", "data": {nested}, "traits": {nested}}}]}}'
    survives(module, body.encode(), context())


@THOROUGH
@given(
    cells=st.lists(st.text(alphabet="<>&\"'/= täjono0123456789.:–-abct\n", max_size=40), min_size=1, max_size=8), href=st.text(max_size=20)
)
def test_a_table_of_garbage(cells: list[str], href: str) -> None:
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    page = f"<html><body><table><tr>{row}<td><a href='course.php{href}'>Kurssi</a></td></tr></table></body></html>"
    try:
        hellewi_html.follow(answer(page), context())
        found = checked(hellewi_html.read(answer(page), context()))
    except Unreadable:
        return
    repr(found).encode()
