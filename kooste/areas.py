"""The packaged tables of municipalities and postal codes (``normalize/data``), read once. Finland's; see docs/places.md."""

from __future__ import annotations

from functools import cache
from importlib import resources

from kooste.renew_areas import MUNICIPALITIES, POSTAL_CODES
from normalize.areas import Areas


@cache
def areas() -> Areas:
    """Every municipality and postal code the package knows."""
    return Areas(_rows(MUNICIPALITIES), _rows(POSTAL_CODES))


def _rows(name: str) -> list[list[str]]:
    """The rows of a table without its heading."""
    text = resources.files("normalize").joinpath("data").joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]
