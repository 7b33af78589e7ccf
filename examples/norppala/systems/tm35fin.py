"""Latitude and longitude to ETRS-TM35FIN (EPSG:3067), as JHS 197 gives the formulas: what Finnish registers call coordinates."""

from __future__ import annotations

from math import asinh, atan, atanh, cos, cosh, radians, sin, sinh, sqrt, tan

_SEMI_MAJOR = 6378137.0
_FLATTENING = 1 / 298.257222101
_SCALE = 0.9996
_EASTING = 500000.0
_MERIDIAN = radians(27)


def to_tm35fin(latitude: float, longitude: float) -> tuple[float, float]:
    """Northing and easting in metres."""
    n = _FLATTENING / (2 - _FLATTENING)
    radius = _SEMI_MAJOR / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    series = (n / 2 - 2 * n**2 / 3 + 5 * n**3 / 16, 13 * n**2 / 48 - 3 * n**3 / 5, 61 * n**3 / 240)
    eccentricity = sqrt(2 * _FLATTENING - _FLATTENING**2)
    conformal = sinh(asinh(tan(radians(latitude))) - eccentricity * atanh(eccentricity * sin(radians(latitude))))
    away = radians(longitude) - _MERIDIAN
    beta = atan(conformal / cos(away))
    eta = atanh(sin(away) * cos(atan(conformal)))
    terms = [(2 * (k + 1), h) for k, h in enumerate(series)]
    north = beta + sum(h * sin(m * beta) * cosh(m * eta) for m, h in terms)
    east = eta + sum(h * cos(m * beta) * sinh(m * eta) for m, h in terms)
    return _SCALE * radius * north, _EASTING + _SCALE * radius * east
