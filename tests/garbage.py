"""What an interface may give in place of what it should: any JSON, and real answers with any JSON in them (reliability H6)."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from harvesters.errors import Unreadable
from harvesters.record import Follow, ReadContext, Reader
from tests.json_sources import CONTEXT, answer, reading

_ODD = st.sampled_from([
    *("", " ", "\ud800", "\0", "<p>", "http://[", "https://a@b", "//x", "2026-02-30", "0000-00-00 00:00:00", "9999-12-31T23:59:59Z"),
    *("0001-01-01T00:00:00+14:00", "{id}", "null", "-1", "1e400", "P9999999D", "as:Public", "Europe/Nowhere", "../../etc/localtime"),
])  # fmt: skip
_PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | _ODD | st.just(10**40)
GARBAGE = st.recursive(
    _PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "@id", "name", "fi", "type", "url", "object", "start", "coordinates"]) | _ODD, inner, max_size=3
        )
    ),
    max_leaves=8,
)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inside:
        yield from _paths(item, (*path, key))


@st.composite
def mutated(draw: st.DrawFn, document: Any) -> Any:
    """The document with garbage in one to four places."""
    changed = copy.deepcopy(document)
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(list(_paths(changed))))
        if not path:
            return draw(GARBAGE)
        holder = changed
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] = draw(GARBAGE)
    return changed


def check_garbage(read: Reader, follow: Follow, body: Any, context: ReadContext = CONTEXT) -> None:
    """Nothing but ``Unreadable`` is raised, the ledger adds up, and all of it can be written as UTF-8."""
    response = answer(body)
    try:
        follow(response, context)
        found = reading(read, response, context)
    except Unreadable:
        return
    repr(found).encode()
