"""Places of ActivityPub events, as Gancio's own tests have them."""

from __future__ import annotations

import json

import pytest

from tests.shared import CORPORA, needs_corpora
from tests.test_harvesters_activitypub import event

POSTAL = "15 Fediverse Street, 8010 Fediverse Town, Steiermark, Austria"


@needs_corpora
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("bad-location-without-a-name", ("", "", ())),
        ("multiple-mixed-locations", ("Location with a name", "", ("https://virtual.location.org", "https://a.second.fallback.virtual.location.org"))),
        ("physical-location-no-address", ("Location with a name", "", ())),
        ("physical-location-with-postal-address", ("Location with a postal address", POSTAL, ())),
        ("physical-location-with-simple-string-address", ("Location with a simple string address", "Simple string address", ())),
        ("physical-location-without-id", ("Location without id", "", ())),
        ("virtual-location", ("", "", ("https://virtual.location.org",))),
    ],
)  # fmt: skip
def test_the_places_of_gancios_tests_are_read_without_loss(name: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    place = json.loads((CORPORA / "lesion+gancio" / "tests" / "fixtures" / "AP-location" / f"{name}.json").read_text("utf-8"))
    found = event(location=place)
    assert ("".join(text.value for text in found.location), found.address, found.conference) == expected
    others = "A second location with a name" if name.startswith("multiple") else None
    assert found.extra.get("location") == others
