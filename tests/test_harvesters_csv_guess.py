"""What the columns of a sheet are, by their names alone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvesters.csv_guess import columns_of, guess
from harvesters.csv_options import CsvOptions

SHEETS: list[tuple[str, dict[str, Any] | None]] = [
    (
        "Päivä;Klo;Päättyy;Tapahtuma;Paikka;Hinta\n1.12.2026;18;20;Ilta;Sali;5 €\n",
        {
            "delimiter": ";",
            "captures": {"clock": "Klo", "ends": "Päättyy"},
            "fields": {
                "name": "Tapahtuma",
                "when": {"column": "Päivä", "template": "{text}[ klo {clock}][–{ends}]"},
                "location": "Paikka",
                "price": "Hinta",
            },
        },
    ),
    ("Ajankohta\tOtsikko\nti 1.12. klo 18\tIlta\n", {"delimiter": "tab", "fields": {"name": "Otsikko", "when": "Ajankohta"}}),
    (
        "Datum,Evenemang,Plats\n1.12.2026,Kväll,Sal\n",
        {"delimiter": ",", "fields": {"name": "Evenemang", "when": "Datum", "location": "Plats"}},
    ),
    ("Date,Event name\n2026-12-01,Evening\n", {"delimiter": ",", "fields": {"name": "Event name", "when": "Date"}}),
    ("Päivä;Vastuuhenkilö\n1.12.2026;x\n", None),
    ("Tapahtuma;Paikka\nIlta;Sali\n", None),
    ("A;B\n1;2\n", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), SHEETS)
def test_the_columns_of_a_sheet(text: str, expected: dict[str, Any] | None) -> None:
    assert guess(text) == expected
    if expected:
        CsvOptions.model_validate(expected)


def test_a_column_has_one_meaning_and_persons_have_none() -> None:
    assert columns_of(["Aika", "Aika", "Yhteyshenkilö", "Puhelin"]) == {"clock": "Aika"}


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    found = guess(text)
    assert found is None or CsvOptions.model_validate(found)
