"""What programs leave in the words they pass on: normalize.text_leftovers, seen through normalize.text."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters.record import Text
from normalize.text import description
from normalize.text_leftovers import without_tracking
from tests.normalizing import stored

LINK = 'rel="nofollow noopener"'
WRITTEN = [
    ("Rivi\\nToinen\\n\\nKappale\\, jossa", "<p>Rivi<br>Toinen</p><p>Kappale, jossa</p>"),
    ("C:\\new folder", "<p>C:\\new folder</p>"),
    ("Kahvi &amp;amp; pulla&amp;nbsp;&amp;#228;", "<p>Kahvi &amp; pulla ä</p>"),
    ("&amp;lt;p&amp;gt;Kolmesti&amp;lt;/p&amp;gt;", "<p>Kolmesti</p>"),
    ("Hinta 5&nbsp;&nbsp;&nbsp;€", "<p>Hinta 5 €</p>"),
    ("<p>Ohjelma:<br>• kahvia<br>• pullaa<br>Tervetuloa</p>", "<p>Ohjelma:</p><ul><li>kahvia</li><li>pullaa</li></ul><p>Tervetuloa</p>"),
    ("Ohjelma\n- yksi\n- kaksi", "<p>Ohjelma</p><ul><li>yksi</li><li>kaksi</li></ul>"),
    ("<p>·<span>&nbsp;&nbsp;</span>yksi</p><p>·&nbsp;kaksi</p>", "<ul><li>yksi</li><li>kaksi</li></ul>"),
    ("- yksi rivi vain", "<p>- yksi rivi vain</p>"),
    ("Alku\n_______\nLoppu\n***", "<p>Alku</p><p>Loppu</p>"),
    ("Teksti jatkuu […] Lue lisää »", "<p>Teksti jatkuu […]</p>"),
    ('<p>Teksti…</p><p><a href="https://x.example/a">Read more</a></p>', "<p>Teksti…</p>"),
    ("<p>Hei</p><p>Läs mer</p>", "<p>Hei</p>"),
    ('<p><a href="https://x.example/a">Lue lisää</a></p>', f'<p><a href="https://x.example/a" {LINK}>Lue lisää</a></p>'),
    ("<p>Hei</p><p>The post <a href='https://x.example/a'>Talo</a> appeared first on <a href='https://x.example'>X</a>.</p>", "<p>Hei</p>"),
    (
        "<p>Hei</p><p>Artikkeli <a href='https://x.example/a'>Talo</a> julkaistiin ensimmäisen kerran <a href='https://x.example'>X</a>.</p>",
        "<p>Hei</p>",
    ),
    ("Normal 0 21 false false false FI X-NONE X-NONE Tervetuloa", "<p>Tervetuloa</p>"),
    ("<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><p class=MsoNormal>Hei<o:p></o:p></p>", "<p>Hei</p>"),
    ("<xml><w:View>Normal</w:View></xml><p>Hei</p>", "<p>Hei</p>"),
    ("**Tervetuloa** mukaan, ***kaikki***", "<p><strong>Tervetuloa</strong> mukaan, <strong>kaikki</strong></p>"),
    ("[Ilmoittaudu **tästä**](https://x.example/a)", f'<p><a href="https://x.example/a" {LINK}>Ilmoittaudu <strong>tästä</strong></a></p>'),
    ("[https://x.example/a](https://x.example/a?utm_source=m)", f'<p><a href="https://x.example/a" {LINK}>https://x.example/a</a></p>'),
    ("Potenssi 2**3**4, tähdet ** kaksi ** ja [sana](javascript:x)", "<p>Potenssi 2**3**4, tähdet ** kaksi ** ja [sana](javascript:x)</p>"),
    ("None", ""),
    (" null ", ""),
    ("None of us", "<p>None of us</p>"),
    ("TULE MUKAAN KAIKKI", "<p>TULE MUKAAN KAIKKI</p>"),
]


@pytest.mark.parametrize(("written", "expected"), WRITTEN)
def test_leftovers_are_taken_away_once_and_for_all(written: str, expected: str) -> None:
    assert description(written) == expected
    assert description(expected) == expected


def test_a_field_without_a_value_is_no_place() -> None:
    assert stored(location=(Text(value="None"), Text(value="Torikulma"))).place_text == "Torikulma"


def test_what_is_called_html_and_holds_no_tag_is_plain_text() -> None:
    assert description("**Kahvia**\n\nja &amp; pullaa", html_declared=True) == "<p><strong>Kahvia</strong></p><p>ja &amp; pullaa</p>"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://x.example/a?utm_source=a&id=3&fbclid=xx#osa", "https://x.example/a?id=3#osa"),
        ("https://x.example/a?utm_source=a&amp;utm_medium=b", "https://x.example/a"),
        ("https://x.example/a?tutm_a=1&q=utm_source", "https://x.example/a?tutm_a=1&q=utm_source"),
        ("https://x.example/a?id=3", "https://x.example/a?id=3"),
    ],
)
def test_an_address_does_not_tell_who_sent_the_reader(address: str, expected: str) -> None:
    assert without_tracking(address) == expected
    assert description(f"<a href='{address}'>x</a>") == f'<p><a href="{expected.replace("&", "&amp;")}" {LINK}>x</a></p>'


SCRAPS = r"""\n|\\n|\,|n|•|• a|- a|* b|<br>|<p>|</p>|<li>|<ul>|</ul>|<b>|</b>|***|____|Lue lisää|Read more|…|[…]|<a href="https://x.example/?utm_a=1&b=1">|</a>
The post | appeared first on |X.|&amp;amp;|&amp;lt;p&amp;gt;|&#92;n|Normal 0 21 false false false FI X-NONE|https://x.example/?fbclid=1|a|·|&nbsp;|A|1|<h3>|</h3>"""


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from([*SCRAPS.replace("\n", "|").split("|"), "\n", " "]), max_size=16).map("".join))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = description(text)
    assert description(once) == once


@pytest.mark.parametrize("piece", ["\\", "<b>", "• a\n", "_ ", "The post ", "Read more ", "<p>• a</p>", "…", "Normal 0 ", "\\n", "<"])
def test_a_long_row_of_anything_is_cleaned(piece: str) -> None:
    once = description(piece * (20_000 // len(piece)))
    assert description(once) == once


def test_order_of_scraps_does_not_matter_to_safety() -> None:
    source = random.Random(7)
    scraps = SCRAPS.replace("\n", "|").split("|")
    for _ in range(100):
        clean = description("".join(source.choices(scraps, k=12)))
        assert "utm_" not in clean
        assert "fbclid" not in clean
