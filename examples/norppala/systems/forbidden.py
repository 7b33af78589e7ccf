"""The events page of a town that does not want programs to read it (robots.txt): there for people alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from examples.norppala.entry import Entry
from examples.norppala.publisher import Publisher

from .pages import page

_BODY = "<p>Sivua ei saa kerätä koneellisesti.</p>\n<ul><li>Kylätoimikunnan kokous ke 2.12. klo 18</li></ul>"


def write(publisher: Publisher, _entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """The page that Kooste must never ask for."""
    return {"s33.html": page(publisher.title, "Tapahtumat", _BODY)}
