"""Described pages: rows and the headings above them, tables, fields, and which row is which."""

from __future__ import annotations

from typing import Any

import pytest

from harvesters import page
from harvesters.page_options import PageOptions
from harvesters.record import ReadContext
from tests.described_pages import SIMPLE, URL, events, html, reading, rows
from tests.golden_answers import ZONE, answer, checked, codes, remembered

# --- rows and headings -------------------------------------------------------------------------------------------------------------------


def test_a_list() -> None:
    assert rows("<ul><li><b>Kuoro</b> <i>ti klo 18</i></li><li></li><li><b>Bingo</b></li></ul>", SIMPLE) == [
        ("Kuoro", "ti klo 18"),
        ("Bingo", ""),
    ]


def test_headings_hold_for_the_rows_below_until_the_next_of_their_level() -> None:
    body = "<h2>Kirkko</h2><h3>Joulukuu</h3><p>5. Vigilia</p><h3>Tammikuu</h3><p>6. Liturgia</p><h2>Tsasouna</h2><p>7. Rukous</p>"
    options = {
        "row": "p",
        "headings": [{"css": "h2", "fields": {"location": {}}}, {"css": "h3", "fields": {"month": {}}}],
        "fields": {"name": {"regex": r"\. (.*)"}, "when": {"regex": r"\d+\.", "template": "{text}[ {month}]"}},
    }
    assert [(event.name[0].value, event.when, event.location[0].value) for event in events(body, options)] == [
        ("Vigilia", "5. Joulukuu", "Kirkko"),
        ("Liturgia", "6. Tammikuu", "Kirkko"),
        ("Rukous", "7.", "Tsasouna"),
    ]


def test_a_rows_own_value_comes_before_its_headings() -> None:
    body = "<h2>Sali</h2><p><b>Kuoro</b></p><p><b>Leivonta</b> <u>Keittiö</u></p>"
    options = {"row": "p", "headings": [{"css": "h2", "fields": {"location": {}}}], "fields": {"name": "b", "location": "u"}}
    assert [event.location[0].value for event in events(body, options)] == ["Sali", "Keittiö"]


def test_a_heading_that_is_only_known_by_its_text() -> None:
    body = "<table><tr><td colspan=2>Joulukuu 2026<tr><td>5.<td>Vigilia<tr><td colspan=2>Tammikuu 2027<tr><td>6.<td>Liturgia</table>"
    options = {
        "row": "tr",
        "headings": [{"match": r"^\w+kuu \d{4}$", "fields": {"month": {}}}],
        "fields": {"name": {"column": 2}, "start_date": {"column": 1, "template": "{text} {month}", "format": "%d. %B %Y"}},
    }
    assert [f"{event.start}" for event in events(body, options)] == ["2026-12-05", "2027-01-06"]


def test_a_heading_known_by_its_text_is_never_the_page_itself() -> None:
    options = {
        "row": "p",
        "headings": [{"match": "Joulukuu", "fields": {"month": {}}}],
        "fields": {"name": {}, "when": {"template": "{month}"}},
    }
    assert rows("<p>Joulukuu</p><p>Vigilia</p>", options) == [("Vigilia", "Joulukuu")]


def test_only_matching_headings_count() -> None:
    body = "<h2>Syksy</h2><h2>Mainos</h2><p>Kuoro</p>"
    options = {
        "row": "p",
        "headings": [{"css": "h2", "match": "Syksy|Kevät", "fields": {"season": {}}}],
        "fields": {"name": {}, "when": {"template": "{season}"}},
    }
    assert rows(body, options) == [("Kuoro", "Syksy")]


def test_one_text_cut_into_rows() -> None:
    body = "<p>Maanantai<br>klo 9 Kahvila<br>klo 18 Kuoro</p><p>Tiistai<br>klo 10 Jumppa</p>"
    options = {
        "row": "p",
        "split": r"\n",
        "headings": [{"match": "^[A-Z][a-z]+$", "fields": {"day": {}}}],
        "fields": {"name": {"regex": r"klo \d+ (.*)"}, "when": {"regex": r"klo \d+", "template": "{day} {text}"}},
    }
    assert rows(body, options) == [("Kahvila", "Maanantai klo 9"), ("Kuoro", "Maanantai klo 18"), ("Jumppa", "Tiistai klo 10")]


def test_a_row_of_text_with_bars() -> None:
    options = {
        "row": "pre",
        "split": r"\n",
        "cells": r"\s*\|\s*",
        "skip": "Päivä",
        "fields": {"name": {"column": 3}, "when": {"column": 1, "template": "{text} klo {k}"}},
        "captures": {"k": {"column": 2}},
    }
    assert rows("<pre>Päivä | Klo | Tapahtuma<br>to 10.12. | 13 | Joulujuhla</pre>", options) == [("Joulujuhla", "to 10.12. klo 13")]


def test_what_is_found_once_holds_for_every_row() -> None:
    body = "<p>Kausi 1.9.–30.4.</p><li><b>Kuoro</b></li><li><b>Bingo</b></li>"
    options = {"row": "li", "document": {"season": {"regex": "Kausi (.*)"}}, "fields": {"name": "b", "when": {"template": "{season}"}}}
    assert rows(body, options) == [("Kuoro", "1.9.–30.4."), ("Bingo", "1.9.–30.4.")]


def test_skip_and_only_choose_rows() -> None:
    body = "<li><b>A</b> konsertti <i>ti</i></li><li><b>B</b> kokous</li><li><b>C</b> konsertti peruttu</li>"
    assert [name for name, _ in rows(body, SIMPLE | {"only": "konsertti", "skip": ["peruttu"]})] == ["A"]


def test_only_a_part_of_the_page() -> None:
    body = "<div id=nav><li><b>Etusivu</b></li></div><div id=main><li><b>Kuoro</b><i>ti</i></li></div>"
    assert rows(body, SIMPLE | {"within": "#main"}) == [("Kuoro", "ti")]


def test_hidden_text_is_no_text() -> None:
    assert rows("<li><b>Ku\xadoro<script>x</script><!-- y --><style>z</style></b> <i>ti\xa0klo\u202f18</i></li>", SIMPLE) == [
        ("Kuoro", "ti klo 18")
    ]


# --- tables ----------------------------------------------------------------------------------------------------------------------------


TABLE = (
    "<table><thead><tr><th>Päivä<th>Klo<th>Tapahtuma</tr></thead><tr><td rowspan=2>5.12.<td>10<td>Aamu<tr><td>18<td>Ilta"
    "<tr><td>6.12.<td colspan=2>Koko päivä</table>"
)


@pytest.mark.parametrize(("day", "name"), [(1, 3), ("Päivä", "Tapahtuma"), ("  päivä:", "TAPAHTUMA")])
def test_cells_by_number_or_heading_also_where_they_span(day: int | str, name: int | str) -> None:
    found = rows(TABLE, {"row": "tr", "fields": {"name": {"column": name}, "when": {"column": day}}})
    assert found == [("Aamu", "5.12."), ("Ilta", "5.12."), ("Koko päivä", "6.12.")]


def test_a_heading_row_without_th_is_known_by_the_columns_names() -> None:
    body = "<table><tr><td>Päivä<td>Nimi<tr><td>5.12.<td>Kuoro</table>"
    assert rows(body, {"row": "tr", "fields": {"name": {"column": "Nimi"}, "when": {"column": "Päivä"}}}) == [("Kuoro", "5.12.")]


def test_columns_of_what_is_no_table_are_its_children() -> None:
    assert rows("<ul><li><i>5.12.</i><b>Kuoro</b></ul>", {"row": "li", "fields": {"name": {"column": 2}, "when": {"column": 1}}}) == [
        ("Kuoro", "5.12.")
    ]


def test_a_link_within_a_cell() -> None:
    body = "<table><tr><td>5.12.<td><a href='kuoro?a=1#b'>Kuoro</a></table>"
    (event,) = events(body, {"row": "tr", "fields": {"name": {"column": 2}, "url": {"column": 2, "css": "a", "attribute": "href"}}})
    assert event.url == "https://kyla.example/tapahtumat/kuoro?a=1#b"


def test_a_timetable_of_rooms_and_hours() -> None:
    body = "<table><tr><th><th>Sali<th>Keittiö<tr><th>16<td class=x rowspan=2>a<td><tr><th>17<td class=x><tr><th>18<td><td></table>"
    options = {
        "row": "td.x",
        "fields": {
            "name": {"value": "Varattu"},
            "location": {"header": "column"},
            "when": {"header": "row", "template": "{text}–{last}"},
            "description": {"header": "last_row"},
        },
        "captures": {"last": {"header": "next_row"}},
    }
    found = [(event.location[0].value, event.when, event.description[0].value) for event in events(body, options)]
    assert found == [("Sali", "16–18", "17"), ("Keittiö", "17–18", "17")]


def test_a_span_beyond_the_table_is_cut() -> None:
    body = "<table><tr><td rowspan=999999 colspan=99999999999>5.12.<td>x<tr><td>Kuoro</table>"
    assert rows(body, {"row": "tr", "fields": {"name": {"column": 1}}})[0] == ("5.12.", "")


# --- fields ----------------------------------------------------------------------------------------------------------------------------


def test_texts_in_several_languages_and_markup() -> None:
    body = "<li><b>Kuoro</b><b lang=sv>Kör</b><div><p>Laulua <em>ja</em> kahvia</p></div></li>"
    (event,) = events(
        body, {"row": "li", "fields": {"name": {"fi": "b:not([lang])", "sv": "b[lang=sv]"}, "description": {"css": "div", "html": True}}}
    )
    assert [(text.value, text.language) for text in event.name] == [("Kuoro", "fi"), ("Kör", "sv")]
    assert (event.description[0].value, event.description[0].html) == ("<p>Laulua <em>ja</em> kahvia</p>", True)


@pytest.mark.parametrize(
    ("rule", "status"),
    [
        ({"cancelled": {"regex": "(?i)peruttu"}}, "CANCELLED"),
        ({"cancelled": {"regex": "siirretty"}}, ""),
        ({"cancelled": {"value": "ei"}}, ""),
        ({"status": {"regex": "PERUTTU", "map": {"peruttu": "cancelled"}}}, "CANCELLED"),
    ],
)
def test_status(rule: dict[str, Any], status: str) -> None:
    (event,) = events("<li><b>Kuoro</b> PERUTTU</li>", {"row": "li", "fields": {"name": "b"} | rule})
    assert event.status == status


def test_every_other_field() -> None:
    body = (
        "<li><b>Kuoro</b><a href='/k'>l</a><img src='/k.png'><s>61,87</s><s>28,88</s><u>7</u><u>99</u><q>musiikki, lapset</q>"
        "<var>5 €</var><kbd>2026-11-01T09:00:00+02:00</kbd></li>"
    )
    (event,) = events(
        body,
        {
            "row": "li",
            "fields": {
                "name": "b",
                "url": "a::attr(href)",
                "registration_url": {"css": "a", "attribute": "href"},
                "registration_text": {"value": "Ilmoittaudu ajoissa"},
                "registration_required": {"value": "kyllä"},
                "registration_state": {"value": "open"},
                "opens": {"css": "kbd", "format": "iso"},
                "image": {"css": "img", "attribute": "src"},
                "conference": {"value": "https://verkko.example/huone"},
                "latitude": "s:nth-of-type(1)",
                "longitude": "s:nth-of-type(2)",
                "minimum_age": "u:nth-of-type(1)",
                "maximum_age": "u:nth-of-type(2)",
                "categories": {"css": "q", "split": ", "},
                "audience": {"value": "lapset"},
                "accessibility": {"value": "ramp"},
                "language": {"value": "fi, sv", "split": ", "},
                "price": "var",
                "currency": {"value": "eur"},
                "is_free": {"value": "no"},
                "kind": {"value": "activity"},
                "attendance": {"value": "mixed"},
                "series": {"value": "s1"},
                "organizer": {"value": "Kyläyhdistys"},
                "previous_start": {"value": "28.11.2026", "format": "%d.%m.%Y"},
            },
        },
    )
    assert (event.url, event.images[0].url, event.conference) == (
        "https://kyla.example/k",
        "https://kyla.example/k.png",
        ("https://verkko.example/huone",),
    )
    assert (event.latitude, event.longitude, event.minimum_age, event.maximum_age) == (61.87, 28.88, 7, 99)
    assert (event.categories, event.audience, event.accessibility, event.in_language) == (
        ("musiikki", "lapset"),
        ("lapset",),
        ("ramp",),
        ("fi", "sv"),
    )
    assert (event.offers[0].price, event.offers[0].currency, event.offers[0].is_free) == ("5 €", "EUR", False)
    assert (event.kind, event.attendance, event.series, event.organizer[0].value) == ("activity", "mixed", "s1", "Kyläyhdistys")
    assert event.registration is not None
    assert (event.registration.required, event.registration.state, f"{event.registration.opens}") == (
        True,
        "open",
        "2026-11-01 09:00:00+02:00",
    )
    assert f"{event.previous_start}" == "2026-11-28"


def test_values_that_cannot_be_are_told_and_left_out() -> None:
    fields = {
        "name": "b",
        "url": {"value": "javascript:alert(1)"},
        "latitude": {"value": "999"},
        "longitude": {"value": "1"},
        "minimum_age": {"value": "aikuiset"},
        "kind": {"value": "juhla"},
        "is_free": {"value": "ehkä"},
        "language": {"value": "suomi!"},
        "opens": {"value": "pian", "format": "iso"},
        "organizer": {"value": "sihteeri@kyla.example"},
    }
    found = reading("<li><b>Kuoro</b></li>", {"row": "li", "fields": fields})
    (event,) = found.events
    assert codes(found) == ["bad_geo", "bad_url", "date_unreadable", "field_ignored", "field_ignored", "field_ignored", "field_ignored"]
    assert (event.url, event.latitude, event.minimum_age, event.kind, event.in_language, event.organizer, event.offers) == (
        "",
        None,
        None,
        "",
        (),
        (),
        (),
    )
    assert "sihteeri" not in repr(found)


def test_a_row_without_a_required_field_is_set_aside_alone() -> None:
    options = {"row": "li", "fields": {"name": "b", "when": {"css": "i", "required": True}}}
    found = reading("<li><b>Kuoro</b><i>ti</i></li><li><b>Bingo</b></li><li><i>ke</i></li>", options)
    assert (len(found.events), found.set_aside) == (1, 2)
    assert [(issue.code, issue.field) for issue in found.issues] == [("required_field_missing", "when"), ("required_field_missing", "name")]


def test_places_left_are_told_for_unchanged_rows_and_change_no_digest() -> None:
    options = {"row": "li", "fields": {"uid": {"attribute": "id"}, "name": "b", "remaining": "i", "queue": "u"}}
    first = reading("<li id=1><b>Kurssi</b><i>7</i><u>0</u></li>", options)
    response = answer(html("<li id=1><b>Kurssi</b><i>100+</i><u>2</u></li>"), URL)
    again = checked(page.read, response, PageOptions.model_validate(options), remembered(first))
    assert (first.availability[0].remaining, first.availability[0].is_at_least) == (7, False)
    assert len(again.unchanged) == 1
    assert (again.availability[0].remaining, again.availability[0].is_at_least, again.availability[0].queue) == (100, True, 2)


# --- identity --------------------------------------------------------------------------------------------------------------------------


def test_equal_rows_are_one_and_rows_that_differ_are_two_in_any_order() -> None:
    options = {"row": "li", "fields": {"name": "b", "when": "i", "price": "u"}}
    one, two = "<li><b>Kuoro</b><i>ti</i><u>5 €</u></li>", "<li><b>Kuoro</b><i>ti</i><u>7 €</u></li>"
    both, reverse = reading(one + two, options), reading(two + one, options)
    assert {(event.derived_uid, event.offers[0].price) for event in both.events} == {
        (event.derived_uid, event.offers[0].price) for event in reverse.events
    }
    assert len({event.derived_uid for event in both.events}) == 2
    assert codes(reading(one + one, options)) == ["repeated"]


def test_a_source_whose_uids_change_goes_by_what_its_rows_say() -> None:
    options = PageOptions.model_validate({"row": "li", "fields": {"uid": {"attribute": "id"}, "name": "b", "when": "i"}})
    context = ReadContext(zone=ZONE, options=options, identity="content")
    bodies = (html(f"<li id={number}><b>Kuoro</b><i>ti</i></li>") for number in (1, 2))
    first, second = (page.read(answer(body, URL), context).events[0] for body in bodies)
    assert (first.uid, second.uid) == ("1", "2")
    assert (first.digest, first.derived_uid) == (second.digest, second.derived_uid)


def test_a_row_keeps_its_identity_when_other_fields_change() -> None:
    options = {"row": "li", "fields": {"name": "b", "when": "i", "price": "u"}}
    before, after = (events(f"<li><b>Kuoro</b><i>ti</i><u>{price}</u></li>", options)[0] for price in ("5 €", "7 €"))
    assert before.derived_uid == after.derived_uid
    assert before.digest != after.digest
