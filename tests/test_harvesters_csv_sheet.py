"""Shared sheets: separators, encodings, quotes, headings, and what is no sheet."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from harvesters import csv_sheet
from harvesters.csv_options import CsvOptions
from harvesters.errors import Unreadable
from harvesters.record import ReadContext, Reading
from tests.golden_answers import ZONE, answer, checked, codes

FIELDS = {"name": "Tapahtuma", "start_date": {"column": "Päivä", "format": "%d.%m.%Y"}, "price": "Hinta"}
SHEET = "Päivä;Tapahtuma;Hinta\n28.11.2026;Kyläkirppis;2,50\n5.12.2026;Kahvit;0,00\n"


def reading(body: str | bytes, **options: Any) -> Reading:
    return checked(csv_sheet.read, answer(body), CsvOptions.model_validate({"fields": FIELDS} | options))


def told(body: str | bytes, **options: Any) -> list[tuple[str, str, str]]:
    return [(e.name[0].value, f"{e.start}", e.offers[0].price if e.offers else "") for e in reading(body, **options).events]


READ = [("Kyläkirppis", "2026-11-28", "2,50"), ("Kahvit", "2026-12-05", "0,00")]


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_the_separator_is_found_out(mark: str) -> None:
    assert told(SHEET.replace(";", mark)) == READ


def test_commas_beside_decimal_commas_in_quotes() -> None:
    assert told('Päivä,Tapahtuma,Hinta\n28.11.2026,Kyläkirppis,"2,50"\n5.12.2026,Kahvit,"0,00"\n') == READ


def test_a_given_separator_holds() -> None:
    body = "Päivä,Tapahtuma;Hinta;\n28.11.2026,Kirppis;x;\n"
    assert told(body, delimiter=",", fields=FIELDS | {"name": {"column": 2}})[0][0] == "Kirppis;x;"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "iso-8859-15", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding: str, ends: str) -> None:
    assert told(SHEET.replace("\n", ends).encode(encoding)) == READ


def test_a_given_encoding_holds() -> None:
    assert told(SHEET.replace("Kahvit", "Kahvit 2 €").encode("iso-8859-15"), encoding="iso-8859-15")[1][0] == "Kahvit 2 €"


def test_quotes_line_breaks_empty_rows_comments_and_rows_that_are_left_out() -> None:
    body = 'Päivä;Tapahtuma;Hinta\n\n;;\n# kesken;;\n28.11.2026;"Kirppis; ""iso""\nja kahvila";2\n5.12.2026;Luonnos X;\n6.12.2026;Juhla;\n'
    found = reading(body, skip="Luonnos")
    assert [(event.name[0].value, event.line) for event in found.events] == [('Kirppis; "iso" ja kahvila', 5), ("Juhla", 8)]
    assert [event.name[0].value for event in reading(body, only="Juhla").events] == ["Juhla"]


def test_a_stray_quote_is_read_as_it_stands_and_told() -> None:
    found = reading('Päivä;Tapahtuma;Hinta\n28.11.2026;"Iso" kirppis;2\n')
    assert (found.events[0].name[0].value, codes(found)) == ("Iso kirppis", ["markup_repaired"])


def test_what_looks_like_a_formula_is_text() -> None:
    assert told("Päivä;Tapahtuma;Hinta\n28.11.2026;=SUM(A1:A9);@x\n") == [("=SUM(A1:A9)", "2026-11-28", "@x")]


@pytest.mark.parametrize("header", ["PÄIVÄ ; tapah tuma:;HINTA", "\ufeffPäivä;Tapahtuma;Hinta"])
def test_headings_without_regard_to_case_and_blanks(header: str) -> None:
    assert told(SHEET.replace("Päivä;Tapahtuma;Hinta", header)) == READ


def test_headings_further_down_and_none_at_all() -> None:
    assert told("Kylän tapahtumat 2026;;\n" + SHEET, header=2) == READ
    numbers = {"name": {"column": 2}, "start_date": {"column": 1, "format": "%d.%m.%Y"}, "price": {"column": 3}}
    assert told(SHEET.partition("\n")[2], header=0, fields=numbers) == READ


def test_short_rows_lack_what_they_lack() -> None:
    found = reading("Päivä;Tapahtuma;Hinta\n28.11.2026;Kirppis\n5.12.2026\n")
    assert ([event.name[0].value for event in found.events], found.set_aside) == (["Kirppis"], 1)


def test_columns_that_are_missing_or_not_described_are_told() -> None:
    found = reading("Päivä;Tapahtuma;Puhelin;Väri\n28.11.2026;Kirppis;044 123 4567;punainen\n", ignore=["väri"])
    assert [(issue.code, issue.field, issue.value) for issue in found.issues] == [
        ("column_missing", "price", "Hinta"),
        ("not_described", "", "Puhelin"),
    ]
    assert "044" not in repr(found)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("", "empty_body"),
        ("  \n \n", "empty_body"),
        ("<!doctype html><html><form action='https://accounts.google.com/ServiceLogin'>", "login_page"),
        ("<!DOCTYPE html><html><body>Taulukko</body></html>", "html_instead_of_feed"),
        ("%PDF-1.7 x", "not_csv"),
        (b"PK\x03\x04\x14\x00xl/workbook.xml", "not_csv"),
        ('{"error": "x"}', "not_csv"),
        ("28.11.2026;Kyläkirppis;2,50\n5.12.2026;Kahvit;0,00\n", "unexpected_shape"),
        ("Päivä;Nimi;Hinta\n28.11.2026;Kirppis;2\n", "unexpected_shape"),
        ("Pvm;Tapahtuma;Hinta\n28.11.2026;Kirppis;2\n", "unexpected_shape"),
        ('Päivä;Tapahtuma;Hinta\n28.11.2026;"Kirppis;2\n5.12.2026;Kahvit;\n', "truncated"),
    ],
)
def test_what_is_no_sheet_is_a_failure_with_a_name(body: str | bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as failure:
        reading(body)
    assert failure.value.reason == reason


def test_a_sheet_with_headings_only_is_an_answer() -> None:
    assert reading("Päivä;Tapahtuma;Hinta\n").read == 0


def test_without_a_description_nothing_is_read() -> None:
    with pytest.raises(Unreadable, match="no description"):
        csv_sheet.read(answer(SHEET), ReadContext(zone=ZONE))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"fields": {"name": {}}}, "say where the field stands"),
        ({"fields": {"name": {"column": "A", "value": "x"}}}, "exclude each other"),
        ({"fields": {"name": {"css": "b"}}}, "Extra inputs"),
        ({"fields": {"start_date": "Päivä"}}, "name is missing"),
        ({"header": 0}, "give the column's number"),
        ({"delimiter": "::"}, "Input should be"),
        ({"fields": FIELDS | {"remaining": "Vapaana"}}, "places left need a uid"),
    ],
)
def test_a_mistake_in_a_description_is_named_when_it_is_loaded(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError) as failure:
        CsvOptions.model_validate({"fields": FIELDS} | options)
    assert said in str(failure.value)


@given(st.text(alphabet=st.sampled_from(list(';,\t"\n\r\0 =x1ä\ud800{}[]#<')), max_size=60))
def test_no_sheet_raises_anything_but_unreadable(body: str) -> None:
    try:
        found = reading(("Päivä;Tapahtuma;Hinta\n" + body).encode("utf-8", "surrogatepass"))
    except Unreadable:
        return
    repr(found).encode()


@given(st.binary(max_size=60))
def test_no_bytes_raise_anything_but_unreadable(body: bytes) -> None:
    try:
        reading(body, header=0, fields={"name": {"column": 1}})
    except Unreadable:
        return
