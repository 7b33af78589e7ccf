"""Words made safe and tidy: normalize.text and normalize.links."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.links import has_userinfo, web_address
from normalize.text import DESCRIPTION_LIMIT, NAME_LIMIT, TAGS, description, one_line, words

MARKUP = """
<b> </b> <p> </p> <br> <br/> <div> </div> <li> <ul> </ul> <a~href="https://x.fi/?a=1&b=2"> <a~href=javascript:alert(1)> </a> <script>
</script>
<!-- --> <svg/onload=alert(1)> <img~src=x~onerror=alert(1)> <h1> </h2> <td> </td> <math> <table> </table> <style> </style> <iframe> <em>
&amp; &amp;amp; &lt;b&gt; &#x3c;script&#x3e; &nbsp; &#0; &copy &copy; < > & " ' https://x.fi/a?b=1&copy=2 http://u:p@x.fi/ (https://x.fi/a_(b))
www.x.fi/ä ]]> <![CDATA[ {{7*7}} sana Ääkköset \u202e e\u0301\u0301\u0301\u0301\u0301 <3 <vapaa
"""
PIECES = st.sampled_from([piece.replace("~", " ") for piece in re.split("[ \n]+", MARKUP)])
SOUP = st.lists(
    st.one_of(PIECES, st.sampled_from([" ", "\n", "\n\n", "\r\n", "\t", "\u2028", "\u00a0", ""]), st.text(max_size=5)), max_size=25
).map("".join)

NAMES = [
    ("Joulukonsertti", "Joulukonsertti"),
    ("  Joulu\tkonsertti \n ja\u00a0kahvit ", "Joulu konsertti ja kahvit"),
    ("<img src=x onerror=alert(1)><script>alert(2)</script>Party", "Party"),
    ("Talk </script><script>alert(1)</script>", "Talk"),
    ("]]> & &amp; &#x3c;script&#x3e;", "]]> & &"),
    ("Kahvi&#8211;ja&nbsp;pulla &amp;amp; mehu", "Kahvi–ja pulla & mehu"),
    ("Kon<b>sert</b>ti<br>illalla", "Konsertti illalla"),
    ("Ystävät <3 <vapaa pääsy>", "Ystävät <3 <vapaa pääsy>"),
    ("A&T ja R&B &copy=2", "A&T ja R&B &copy=2"),
    ("Concert \u202egpj.exe\u202c \u200b\u200cfree\u2066", "Concert gpj.exe free"),
    ("Nolla\x00tavu \x07\x1b[31m", "Nollatavu [31m"),
    ("{{ 7*7 }} ${7*7} <%= 7*7 %>", "{{ 7*7 }} ${7*7} <%= 7*7 %>"),
    ("=1+1", "=1+1"),
    ("cafe\u0301", "café"),
    ("yksinäinen \ud800 sijainen", "yksinäinen sijainen"),
    ("\u200b\u00ad \ufeff", ""),
]


@pytest.mark.parametrize(("written", "expected"), NAMES)
def test_a_name_is_one_line_of_plain_words(written: str, expected: str) -> None:
    assert one_line(written) == expected


def test_combining_marks_are_capped() -> None:
    zalgo = one_line("Z" + "\u0335" * 300 + "a" + "\u0321" * 300)
    assert len(zalgo) == 8
    assert one_line("Hyvää päivää, Việt Nam, שָׁלוֹם") == unicodedata.normalize("NFC", "Hyvää päivää, Việt Nam, שָׁלוֹם")


def test_a_long_name_is_cut() -> None:
    assert one_line("a" * 400) == "a" * (NAME_LIMIT - 1) + "…"


@settings(max_examples=100, deadline=None)
@given(SOUP)
def test_a_name_cleaned_twice_is_the_name_cleaned_once(text: str) -> None:
    once = one_line(text)
    assert one_line(once) == once
    assert once == unicodedata.normalize("NFC", once)
    assert "\n" not in once
    once.encode()


DESCRIPTIONS = [
    ("Tervetuloa!", "<p>Tervetuloa!</p>"),
    ("Rivi\nToinen\n\n\n  Kappale ", "<p>Rivi<br>Toinen</p><p>Kappale</p>"),
    ("R&B, 1 < 2 ja &amp;", "<p>R&amp;B, 1 &lt; 2 ja &amp;</p>"),
    (
        "Katso https://x.fi/a?b=1&c=2, (https://y.fi/z_(1)).",
        (
            '<p>Katso <a href="https://x.fi/a?b=1&amp;c=2" rel="nofollow noopener">https://x.fi/a?b=1&amp;c=2</a>, '
            '(<a href="https://y.fi/z_(1)" rel="nofollow noopener">https://y.fi/z_(1)</a>).</p>'
        ),
    ),
    (
        '<b>ok</b><svg/onload=alert(1)><a href="javascript:alert(1)">x</a><iframe srcdoc="<script>alert(1)</script>"></iframe>',
        "<p><b>ok</b>x</p>",
    ),
    ("<div>yksi</div><div>kaksi</div><h1>Otsikko</h1>", "yksi<br><br>kaksi<h3>Otsikko</h3>"),
    ("Google\nkirjoittaa <b>näin</b>\nrivit", "<p>Google<br>kirjoittaa <b>näin</b><br>rivit</p>"),
    ("<p style='position:fixed' onclick=x class=y>a</p>", "<p>a</p>"),
    ("&lt;p&gt;kahdesti&lt;/p&gt;", "<p>kahdesti</p>"),
    ("<a href='//evil.example'>a</a> <a href='/x'>b</a>", "<p>a b</p>"),
    ("<a href='https://u:p@ok.example/?a&b'>c</a>", '<p><a href="https://ok.example/?a&amp;b" rel="nofollow noopener">c</a></p>'),
    ("<p> </p><br><br>", ""),
    ("", ""),
]


@pytest.mark.parametrize(("written", "expected"), DESCRIPTIONS)
def test_a_description_is_small_clean_html(written: str, expected: str) -> None:
    assert description(written) == expected


@settings(max_examples=100, deadline=None)
@given(SOUP, st.booleans())
def test_a_description_cleaned_twice_is_cleaned_once_and_holds_nothing_else(text: str, declared: bool) -> None:  # noqa: FBT001 - hypothesis passes it
    once = description(text, html_declared=declared)
    assert description(once) == once
    assert set(re.findall(r"<\s*/?\s*([^\s/>]+)", once)) <= TAGS
    tags = "".join(re.findall(r"<[^>]*>", once))
    assert all(address.startswith(("http://", "https://")) for address in re.findall(r'href="([^"]*)"', tags))
    assert set(re.findall(r'\s([a-z-]+)="', tags)) <= {"href", "rel"}


@pytest.mark.parametrize("text", ["x" * 50_000, "& " * 30_000, "<b>a</b> " * 9_000, "https://x.fi/a " * 5_000, "<p>" * 40_000 + "a"])
def test_a_long_description_is_bounded_and_stays_as_it_is(text: str) -> None:
    once = description(text)
    assert len(once) <= DESCRIPTION_LIMIT
    assert description(once) == once


def test_what_is_redacted_is_text_not_tags() -> None:
    assert description("<a href='https://x.fi/abc'>abc</a> abc", redact=lambda text: text.replace("abc", "…")) == (
        '<p><a href="https://x.fi/abc" rel="nofollow noopener">…</a> …</p>'
    )


def test_words_are_what_a_reader_sees() -> None:
    assert words("<p>Rivi<br>toinen &amp; <b>lihava</b></p><ul><li>kohta</li></ul>") == "Rivi\ntoinen & lihava\nkohta"
    assert words("Barn 3–6 år.<p>Gratis</p>Obs:<ul><li>kaffe</li></ul>") == "Barn 3–6 år.\nGratis\nObs:\nkaffe"


NO_ADDRESSES = r"""
javascript:alert(1) JaVaScRiPt:alert(1) vbscript:x data:text/html,x //evil.example/x /\evil.example https:\\evil.example https:/evil.example
https:evil.example https://evil.example\@ok.fi mailto:a@b.fi tel:0401234567 ftp://x.fi www.x.fi x https:// https://:80 https://x.fi:99999/
https://intranet/ http://[::1 file:///etc/passwd blob:https://x.fi/1
"""
ADDRESSES = [
    ("https://x.fi", "https://x.fi"),
    (" HTTPS://X.FI/Polku?q=ä#§ ", "https://x.fi/Polku?q=%C3%A4#%C2%A7"),
    ("http://ääkköset.fi/", "http://xn--kkset-fraa0m.fi/"),
    ("https://user:secret@example.org/private?token=abc", "https://example.org/private?token=abc"),
    ("http://127.0.0.1:8123/x", "http://127.0.0.1:8123/x"),
    ("https://x.fi/a b\"c'<d>", "https://x.fi/a%20b%22c%27%3Cd%3E"),
    ("https://x.fi/%C3%A4%20", "https://x.fi/%C3%A4%20"),
    ("http://[::1]/", "http://[::1]/"),
    ("java\tscript:alert(1)", ""),
    ("https://x.fi/a\nb", ""),
    ("\x01javascript:alert(1)", ""),
    ("https://x.fi/" + "a" * 3000, ""),
]


@pytest.mark.parametrize(("written", "expected"), [*ADDRESSES, *((bad, "") for bad in NO_ADDRESSES.split())])
def test_only_web_addresses_become_links(written: str, expected: str) -> None:
    assert web_address(written) == expected


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30).map(lambda text: "https://x.fi/" + text) | st.text(max_size=20).map(lambda text: "http://" + text))
def test_an_address_cleaned_twice_is_cleaned_once(value: str) -> None:
    once = web_address(value)
    assert web_address(once) == once
    assert once.isascii()
    assert not set(once) & set("<>\"' \\")
    assert not has_userinfo(once)
