"""ETRS-TM35FIN into degrees, against points computed by PROJ (EPSG:3067 to EPSG:4326) and by the projection's own definition."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvesters.etrs_tm35fin import to_wgs84

POINTS = [
    (6672256.0, 385595.0, 60.1711303, 24.9380287),
    (6834688.0, 503879.0, 61.6454668, 27.0732095),
    (6862000.0, 599000.0, 61.8777836, 28.8827836),
    (6980000.0, 720000.0, 62.8834025, 31.3284778),
    (7208000.0, 427000.0, 64.9879046, 25.4525472),
    (6700000.0, 106000.0, 60.2449271, 19.8742264),
    (7701000.0, 497000.0, 69.4182328, 26.9235343),
]
"""Northing, easting, latitude, longitude: the market square of Helsinki to the corners of the country."""
METRES_A_DEGREE = 111_320


def metres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    east = (longitude - other_longitude) * math.cos(math.radians(latitude))
    return math.hypot(latitude - other_latitude, east) * METRES_A_DEGREE


@pytest.mark.parametrize(("northing", "easting", "latitude", "longitude"), POINTS)
def test_known_points_are_met_to_a_tenth_of_a_metre(northing: float, easting: float, latitude: float, longitude: float) -> None:
    assert metres(*to_wgs84(northing, easting), latitude, longitude) < 0.1


@given(st.floats(6_600_000, 7_780_000), st.floats(250_000, 750_000))
def test_the_central_meridian_is_straight_and_the_rest_is_a_mirror(northing: float, easting: float) -> None:
    assert to_wgs84(northing, 500_000)[1] == 27
    latitude, longitude = to_wgs84(northing, easting)
    mirrored = to_wgs84(northing, 1_000_000 - easting)
    assert mirrored[0] == pytest.approx(latitude, abs=2e-6)
    assert mirrored[1] == pytest.approx(54 - longitude, abs=2e-6)


@given(st.floats(6_600_000, 7_700_000), st.floats(100_000, 700_000))
def test_a_kilometre_on_the_map_is_a_kilometre_on_the_ground(northing: float, easting: float) -> None:
    """The scale of zone 35 lies between 0.9996 and 1.0003 over Finland."""
    here, there = to_wgs84(northing, easting), to_wgs84(northing + 1000, easting)
    radius = 6_371_000
    angle = math.acos(
        min(
            1.0,
            math.sin(math.radians(here[0])) * math.sin(math.radians(there[0]))
            + math.cos(math.radians(here[0])) * math.cos(math.radians(there[0])) * math.cos(math.radians(here[1] - there[1])),
        )
    )
    assert radius * angle == pytest.approx(1000, rel=0.006)


@pytest.mark.parametrize(
    ("northing", "easting"),
    [(385595.0, 6672256.0), (60.17, 24.94), (0.0, 0.0), (math.nan, 1.0), (math.inf, 500_000.0), (6_000_000.0, 500_000.0)],
)
def test_what_is_no_point_in_finland_is_refused(northing: float, easting: float) -> None:
    with pytest.raises(ValueError, match="ETRS-TM35FIN"):
        to_wgs84(northing, easting)
