"""ETRS-TM35FIN coordinates (EPSG:3067, what Finnish registers write in metres) into degrees of WGS84.

Gauss-Krüger series as in the Finnish recommendation JHS 197 (annex 2) and in Karney, "Transverse Mercator with an accuracy of a few
nanometers" (2011), to the fourth order of the third flattening n, on the GRS80 ellipsoid:

    n  = f / (2 - f)                                 A1 = a / (1 + n) * (1 + n²/4 + n⁴/64)
    ξ  = N / (A1 k0)                                 η  = (E - E0) / (A1 k0)
    ξ' = ξ - Σ h_i sin(2iξ) cosh(2iη)                η' = η - Σ h_i cos(2iξ) sinh(2iη)          i = 1 ... 4
    β  = asin(sin ξ' / cosh η')                      λ  = λ0 + asin(tanh η' / cos β)
    Q  = atanh(sin β),  φ from  Q = atanh(sin φ) - e atanh(e sin φ)  by iteration

Zone 35 is used for the whole country: central meridian 27° E, scale 0.9996, false easting 500 km. The series is exact to less than a
millimetre over Finland. ETRS89 and WGS84 are taken for the same; they differ by well under a metre (the continent's drift since 1989).
"""

from __future__ import annotations

import math

_A = 6_378_137.0
"""Semi-major axis of GRS80, metres."""
_F = 1 / 298.257222101
_SCALE = 0.9996
_MERIDIAN = math.radians(27)
_FALSE_EASTING = 500_000.0
_N = _F / (2 - _F)
_E = math.sqrt(2 * _F - _F * _F)
_RADIUS = _A / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_H = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96 - _N**4 / 360,
    _N**2 / 48 + _N**3 / 15 - 437 * _N**4 / 1440,
    17 * _N**3 / 480 - 37 * _N**4 / 840,
    4397 * _N**4 / 161280,
)
_NORTHINGS = (6_500_000.0, 7_900_000.0)
_EASTINGS = (30_000.0, 800_000.0)
"""Finland and its sea, with a margin; anything else is no coordinate of this system, or the two were mixed up."""


def to_wgs84(northing: float, easting: float) -> tuple[float, float]:
    """Latitude and longitude in degrees, to 0.1 m (six decimals); raises ``ValueError`` for a point that is nowhere near Finland."""
    if not (_NORTHINGS[0] <= northing <= _NORTHINGS[1] and _EASTINGS[0] <= easting <= _EASTINGS[1]):
        msg = f"{northing} {easting} is no point of ETRS-TM35FIN in Finland"
        raise ValueError(msg)
    xi, eta = _unscaled(northing / (_RADIUS * _SCALE), (easting - _FALSE_EASTING) / (_RADIUS * _SCALE))
    conformal = math.asin(math.sin(xi) / math.cosh(eta))
    longitude = _MERIDIAN + math.asin(math.tanh(eta) / math.cos(conformal))
    return round(math.degrees(_geodetic(conformal)), 6), round(math.degrees(longitude), 6)


def _unscaled(xi: float, eta: float) -> tuple[float, float]:
    """Both coordinates on the sphere of the conformal latitude."""
    terms = list(enumerate(_H, start=1))
    return (
        xi - sum(h * math.sin(2 * i * xi) * math.cosh(2 * i * eta) for i, h in terms),
        eta - sum(h * math.cos(2 * i * xi) * math.sinh(2 * i * eta) for i, h in terms),
    )


def _geodetic(conformal: float) -> float:
    """The latitude on the ellipsoid; three steps would do, for e² is small."""
    isometric = math.atanh(math.sin(conformal))
    latitude = conformal
    for _ in range(6):
        latitude = math.asin(math.tanh(isometric + _E * math.atanh(_E * math.sin(latitude))))
    return latitude
