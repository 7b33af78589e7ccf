"""Bytes into content lines: folds, line ends, encodings, parameters, escapes (RFC 5545 sections 3.1 and 3.2)."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar.parser import Contentline

from harvesters import ical_document
from harvesters.ical_lines import DROPPED, clean, decode, fallback_codec, logical_lines, split_line, split_values, unescape, unfold
from tests.ical_feeds import START, calendar, codes, reading, vevent

EVENT = vevent("UID:a", START, "SUMMARY:Päivä €")
CONTENT_LINE: Any = Contentline
PRINTABLE = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\\")


@pytest.mark.parametrize("ending", [b"\r\n", b"\n", b"\r"], ids=["crlf", "lf", "cr"])
def test_any_line_ending_gives_the_same_event(ending: bytes) -> None:
    found = reading(calendar(EVENT).replace(b"\r\n", ending))
    assert [text.value for event in found.events for text in event.name] == ["Päivä €"]
    assert found.issues == ()


def test_mixed_line_endings_are_all_line_endings() -> None:
    body = calendar(vevent("UID:a", START, "SUMMARY:Yksi\rATTENDEE:mailto:x@example.org\rLOCATION:Kirkko"), EVENT.replace("\r\n", "\n"))
    first, second = reading(body).events
    assert (first.name[0].value, first.location[0].value, second.name[0].value) == ("Yksi", "Kirkko", "Päivä €")
    assert "example.org" not in repr(first)


@pytest.mark.parametrize("separator", ["\u2028", "\u0085", "\x0b", "\x0c", "\x1c"])
def test_no_event_arises_from_the_text_of_another(separator: str) -> None:
    text = f"SUMMARY:a{separator}END:VEVENT{separator}BEGIN:VEVENT{separator}SUMMARY:b"
    assert len(reading(calendar(vevent("UID:a", START, text))).events) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"\xef\xbb\xbf" + calendar(EVENT),
        b"\xef\xbb\xbf" * 2 + calendar(EVENT),
        calendar(EVENT).decode().encode("utf-16"),
        b"\xfe\xff" + calendar(EVENT).decode().encode("utf-16-be"),
        calendar(EVENT).decode().encode("utf-16-le"),
        b"\r\n\r\n" + calendar(EVENT),
    ],
    ids=["bom", "two boms", "utf-16", "utf-16-be", "utf-16 without bom", "blank lines first"],
)
def test_marks_before_the_calendar_do_not_hurt(body: bytes) -> None:
    assert reading(body).events[0].name[0].value == "Päivä €"


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\\"), min_size=1, max_size=40), st.integers(1, 20)
)
@settings(max_examples=100, deadline=None)
def test_a_fold_anywhere_even_inside_a_character_changes_nothing(text: str, width: int) -> None:
    line = f"DESCRIPTION:{text}".encode()
    folded = b"\r\n ".join(line[at : at + width] for at in range(0, len(line), width))
    body = calendar(vevent("UID:a", START, "SUMMARY:x", "@@")).replace(b"@@", folded)
    plain = calendar(vevent("UID:a", START, "SUMMARY:x", "@@")).replace(b"@@", line)
    assert reading(body).events[0].description == reading(plain).events[0].description


def test_of_each_fold_one_blank_goes() -> None:
    assert unfold(b"SUMM\r\n\tARY:one\r\n\t two\r\n  three\n") == b"SUMMARY:one two three\n"


@pytest.mark.parametrize(
    ("octets", "declared", "text"),
    [
        ("Hämeenlinna".encode("cp1252"), "", "Hämeenlinna"),
        ("Hämeenlinna".encode(), "iso-8859-1", "Hämeenlinna"),
        ("Hinta 5 €".encode("cp1252"), "iso-8859-1", "Hinta 5 €"),
        ("Hinta 5 €".encode("iso-8859-15"), "ISO-8859-15", "Hinta 5 €"),
        ("Пётр".encode("koi8-r"), "koi8-r", "Пётр"),
        ("Åbo".encode("cp1252"), "no-such-charset", "Åbo"),
        (b"+ADw-script+AD4-", "utf-7", "+ADw-script+AD4-"),
        (b"+ADw-b+AD4- \xe4", "utf-7", "+ADw-b+AD4- ä"),
        (b"bad \xed\xa0\x80 end", "", "bad í\xa0€ end"),
    ],
)
def test_utf8_then_the_declared_charset_then_windows_1252(octets: bytes, declared: str, text: str) -> None:
    body = calendar(vevent("UID:a", START, "SUMMARY:@@"), vevent("UID:b", START, "SUMMARY:Yö")).replace(b"@@", octets)
    found = reading(body, content_type=f"text/calendar; charset={declared}")
    assert [event.name[0].value for event in found.events] == [text, "Yö"]
    repaired = [issue.uid for issue in found.issues if issue.code == "encoding_repaired"]
    assert repaired == ([] if decode(octets, "cp1252")[1] is False else ["a"])


def test_a_declaration_that_comes_and_goes_changes_nothing() -> None:
    body = calendar(EVENT)
    digests = {reading(body, content_type=kind).events[0].digest for kind in ("", "text/calendar", "text/plain; charset=iso-8859-1")}
    assert len(digests) == 1


@given(st.text())
@settings(max_examples=50, deadline=None)
def test_any_declaration_gives_a_codec_that_decodes(content_type: str) -> None:
    assert b"\xe4".decode(fallback_codec(content_type), errors="replace")


@pytest.mark.parametrize(
    ("line", "name", "parameters", "value"),
    [
        ("summary:a:b;c", "SUMMARY", {}, "a:b;c"),
        ("DTSTART;TZID=Europe/Helsinki;VALUE=DATE-TIME:x", "DTSTART", {"TZID": "Europe/Helsinki", "VALUE": "DATE-TIME"}, "x"),
        ('X;A="a:b;c,d";B=e:v', "X", {"A": "a:b;c,d", "B": "e"}, "v"),
        ('X;A="a","b":v', "X", {"A": "a,b"}, "v"),
        ("X;FLAG:v", "X", {"FLAG": ""}, "v"),
        ("X;A=1;A=2:v", "X", {"A": "1"}, "v"),
    ],
)
def test_a_content_line_in_parts(line: str, name: str, parameters: dict[str, str], value: str) -> None:
    found = split_line(line)
    assert found is not None
    assert (found.name, found.parameters, found.value) == (name, parameters, value)


@pytest.mark.parametrize("line", ["", "no colon", "Ä:x", ":x", 'X;A="never closed:v', 'LOCATION;ALTREP="http://x:Unclosed'])
def test_what_is_no_content_line(line: str) -> None:
    assert split_line(line) is None


@given(
    st.from_regex(r"[A-Z][A-Z-]{0,10}", fullmatch=True),
    st.dictionaries(st.from_regex(r"[A-Z][A-Z-]{0,8}", fullmatch=True), st.text("abc :;,äö/+", max_size=12), max_size=3),
    st.text('abc:;,äö"', max_size=20),
)
@settings(max_examples=80, deadline=None)
def test_lines_split_as_icalendar_splits_them(name: str, parameters: dict[str, str], value: str) -> None:
    text = name + "".join(f';{key}="{item}"' for key, item in parameters.items()) + ":" + value
    theirs_name, theirs, theirs_value = CONTENT_LINE(text).parts()
    found = split_line(text)
    assert found is not None
    assert (found.name, found.value) == (theirs_name, theirs_value)
    assert found.parameters == {key: item if isinstance(item, str) else ",".join(item) for key, item in theirs.items()}


def test_ten_thousand_quotes_and_parameters_take_linear_time() -> None:
    assert split_line("X;A=" + '"' * 100_001 + ":v") is None
    found = split_line("SUMMARY" + "".join(f';X{n}="v"' for n in range(100_000)) + ":v")
    assert found is not None
    assert len(found.parameters) == 100_000


@pytest.mark.parametrize(
    ("escaped", "text"), [(r"a\, b\; c\n d\N e\\n", "a, b; c\n d\n e\\n"), (r"\x \"", '\\x "'), ("\\", "\\"), (r"a\\\, b", "a\\, b")]
)
def test_escapes(escaped: str, text: str) -> None:
    assert unescape(escaped) == text


def test_lists_split_at_bare_commas() -> None:
    assert split_values(r"Kulttuuri,Perheet\, lapset,, x\\,y") == ["Kulttuuri", "Perheet, lapset", "x\\", "y"]


def test_quoted_printable_of_vcalendar_1_is_decoded() -> None:
    text = "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:H=C3=A4meen=\r\nlinna, =0D=0Atoinen rivi"
    found = reading(calendar(vevent("UID:a", START, text)))
    assert found.events[0].name[0].value == "Hämeenlinna, \ntoinen rivi"
    assert codes(found) == []


def test_soft_breaks_are_joined_only_where_they_are_meant() -> None:
    assert list(logical_lines("A;QUOTED-PRINTABLE:x=\ny=\nz\nB:1=\nC:2")) == ["A;QUOTED-PRINTABLE:xyz", "B:1=", "C:2"]


def test_control_characters_do_not_reach_the_event() -> None:
    found = reading(calendar(vevent("UID:a", START, "SUMMARY:Ze\0ro\x07 by\x0bte")))
    assert found.events[0].name[0].value == "Zero by te"


def test_the_list_of_dropped_properties_is_the_one_that_is_hashed_around() -> None:
    for name in DROPPED:
        body = f"\nUID:a\n{name};X=1:one\n two\nSUMMARY:x\n".encode()
        assert ical_document._IGNORED.sub(b"", body) == b"\nUID:a\nSUMMARY:x\n"
    assert not ical_document._IGNORED.search(b"\nATTACHED:x\nX-DTSTAMP:1\nDTSTART:2\nCOMMENTS:3\nORGANIZERX;a:4")
    assert len(re.findall(r"[A-Z]+", ical_document._NAMES.decode())) >= len(DROPPED)


def test_clean_leaves_a_plain_body_alone() -> None:
    body = calendar(EVENT)
    assert clean(body) is body
