"""A text as tokens: figures, words and marks with their places, so that what was read can be shown and cut out again.

Only the shape is judged here. What holds figures and is no time (web addresses, telephone numbers, sums of money, postal codes) becomes one
token of kind ``other``, so that nothing later can take a piece of it for a date.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

MOST_CHARACTERS = 4000
"""A longer text is read up to here; a notice that tells its time later than that is no notice."""

_SAME = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2009\u202f\u2007\u2002\u2003\u3000\t\u000b\u000c", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d", "-"),
        **dict.fromkeys("\u2019\u2018\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u200b\u200c\u200d\u00ad\ufeff", " "),
        "\uff1a": ":",
        "\r": "\n",
        "\u2028": "\n",
    }
)
"""One character for one, so that places in the text stay what they are."""

_SUM = r"\d{1,5}(?:[.,]\d{1,2})?(?:,-)?"
_PATTERN = re.compile(
    rf"""
      (?P<other>(?:https?://|www\.)\S+ | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
        | (?<![\w.,:/-])(?:\+\d[\d\ ()-]{{6,20}}\d
            | \(?0\d{{1,3}}\)?[\ -]?\d{{3}}[\d\ -]{{1,12}}\d(?!\.\d)
            | \d{{1,3}}(?:\ \d{{3}}){{1,3}}(?!\d|[.:]\d))
        | (?<![\d.,])(?:{_SUM}[-/]){{0,3}}{_SUM}\s?(?:€|euroa?\b|euros?\b|eur\b|e\b(?![-.\w])|ekr\b|snt\b)
        | €\s?\d+(?:[.,]\d\d)?
        | \d{{1,4}}(?:,\d{{1,2}})(?![\d.]) (?=\s?(?:€|km|m\b|kg|x\b))
        | (?<!\d)\d{{5,}}(?!\d))
    | (?P<iso>(?<!\d)\d{{4}}-\d\d-\d\d(?!\d)T?)
    | (?P<num>\d+(?:[.:]\d+)*\.? | \d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?(?!\d))
    | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
    | (?P<newline>\n)
    | (?P<space>[^\S\n]+)
    | (?P<mark>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_PLAIN = re.compile(r"[ ]+(?![^\S\n])|[^\W\d_]+(?=[ ,;!?)\n]|$)")
"""Most tokens: blanks, and a word with nothing behind it that could make it an address."""
_SLASHED = re.compile(r"\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d\d))?(?![\d/])")
_GLUED = re.compile(r"(\d{1,2}\.\d{1,2}\.(?:(?:19|20)\d\d\.?)?)(\d{1,2}[.:]\d\d)\.?")
"""A date with the time right behind it: ``28.11.18.00``."""
_COMMA_TIME = re.compile(r"\d{1,2},\d\d(?![\d,.])")
_MARKS = {
    "-": "dash", ",": "comma", ";": "semicolon", ".": "dot", "/": "slash", "|": "pipe", "(": "open", "[": "open", ")": "close",
    "]": "close", ":": "colon", "&": "and", "+": "and", "!": "stop", "?": "stop", "•": "newline", "·": "newline", "*": "newline",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a text. ``kind``: ``num``, ``iso``, ``word``, ``newline``, ``other``, or what ``_MARKS`` names."""

    kind: str
    text: str
    start: int
    end: int
    glued: bool
    """No white space before it."""

    @property
    def key(self) -> str:
        """The word as tables have it: folded, a figure without its last dot."""
        return self.text.rstrip(".") if self.kind == "num" else self.text.casefold()


def composed(text: str) -> str:
    """The text in one spelling of its characters (NFC), cut at ``MOST_CHARACTERS``: places are counted in this form."""
    return unicodedata.normalize("NFC", text[:MOST_CHARACTERS])


@lru_cache(maxsize=16)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a ``composed`` text in order."""
    even = text.translate(_SAME)
    found: list[Token] = []
    position, glued = 0, False
    while position < len(even):
        kind, end = _next(even, position)
        if kind != "space":
            found.append(Token(kind, even[position:end], position, end, glued))
        glued = kind != "space"
        position = end
    return tuple(found)


def _next(text: str, position: int) -> tuple[str, int]:
    """Kind and end of the token at a place."""
    if plain := _PLAIN.match(text, position):
        return ("space" if text[position] == " " else "word"), plain.end()
    if not text[position].isdigit():
        return _of_pattern(text, position)
    if slashed := _SLASHED.match(text, position):
        money = _PATTERN.match(text, position)
        if money and money.lastgroup != "other":
            return "num", slashed.end()
    if comma := _COMMA_TIME.match(text, position):
        money = _PATTERN.match(text, position)
        if money and money.lastgroup == "num":
            return "num", comma.end()
    return _of_pattern(text, position)


def _of_pattern(text: str, position: int) -> tuple[str, int]:
    """The same for anything, figures with a slash or a comma aside."""
    found = _PATTERN.match(text, position)
    if found is None:  # the last alternative takes any character
        return "mark", position + 1
    if glued := _GLUED.fullmatch(found[0]):
        return "num", position + len(glued[1])
    kind = found.lastgroup or "mark"
    return (_MARKS.get(found[0], "mark") if kind == "mark" else kind), found.end()


def folded(text: str) -> str:
    """The text for tables of words: composed, small letters, one kind of dash, apostrophe and blank; places stay what they are."""
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in composed(text).translate(_SAME))
