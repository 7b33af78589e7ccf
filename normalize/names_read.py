"""A name as it is written, read into a ``Name``: remarks away, figures by their role, every word with what it is to the name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from normalize.model import Language
from normalize.names_asides import owners_of, without_asides
from normalize.names_fold import fold_word, stem
from normalize.names_lexicon import Part, parts_of, run_at
from normalize.names_model import Name
from normalize.names_numbers import figures_of
from normalize.names_stop import AT, GROUPS, LOCAL, MATCHES, ON, REMARKS, STOP, VERSUS, WHO_ENDS

MOST_CHARACTERS = 300
"""A longer name is read up to here."""
AREA = "@"
"""Before a word of ``known`` that is the name of an area."""
_SHORTEST_AREA = 5
_MOST_WORDS = 40
_KEPT = 65_536
_SAME = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d", "-"),
        **dict.fromkeys("\u2019\u2018\u02bc\u00b4`\u2032", "'"),
        **dict.fromkeys("\u200b\u200c\u200d\u00ad\ufeff\ufe0f", ""),
        "\u2026": "...",
        "_": " ",
    }
)
_DECORATION = re.compile(r"[^\w\s.,:;!?()\[\]/|&+\"»«”“@#€$%'-]")
_CUT = re.compile(r"[^\W\d_]\s?\.\.\.?\s*[\])]?\s*$|\[(?:\.\.\.)?\]\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[:;,.!?()\[\]/|\"»«”“@-]+")
_SIDE = r"[^\W\d_][\w.']*"
_TEAMS = re.compile(
    rf"(?P<a>{_SIDE})(?:\s?-\s?|\s(?i:vs\.?|v\.|mot|vastaan|against)\s)(?P<b>(?=[A-ZÅÄÖ]){_SIDE}(?:\s(?=[A-ZÅÄÖ]){_SIDE})?)"
)
_APART, _HYPHEN = re.compile(r"\s-\s"), re.compile(r"(?<=\w)-(?=\w)")
"""A dash between blanks, by which others in the name are no more than hyphens."""
_OWNED = re.compile(r"(?<=...)n$")
_HELD_IN = re.compile(r"(?:ksi|kielinen|kielis\w*|sprakig\w*)$")
_EVERYDAY = frozenset("cmfals")
"""Kinds of words that stay what they are where a place or an organizer is called by them, too (a yoga club's yoga)."""
_IN_COMPOUND = ("o", "f")
"""What a word that says where is before another in a compound (village choir), and at the end (Christmas church)."""
_WHAT = frozenset("cmprfo")
"""Kinds of words that say what it is, or may."""
_SURER = "wdglafmnc"
"""Kinds of a word that may mean two things, the one it is taken for last."""


class Token(NamedTuple):
    """A word with how it stands in the name."""

    key: str
    is_capital: bool
    is_first: bool
    before: str
    """The folded word right before it; empty behind a mark."""


class Read(NamedTuple):
    """A word that was read: its normal form, kind and code, and the letters it was read from."""

    word: str
    kind: str
    code: str
    shown: str


@lru_cache(maxsize=_KEPT)
def read_name(text: str, language: Language, known: frozenset[str]) -> Name:
    """``names.name_of`` with what it needs to be remembered by."""
    clean, is_cut = _cleaned(text)
    figures = figures_of(without_asides(clean))
    tokens = _without_remarks(_tokens(figures.text))
    read = _unique(_reads(tokens, language, known, owners_of(figures.text)))
    kept = _what_it_is([one for one in read if one.kind != "s"] or read, language)
    return Name(
        language=language,
        text=clean,
        words=tuple([one.word for one in kept]),
        kinds="".join([one.kind for one in kept]).replace("s", "g"),
        shown=tuple([one.shown for one in kept]),
        numbers=figures.numbers,
        audience=tuple(sorted({code for one in kept if one.kind == "a" for code in one.code.split("/")})),
        level=next((one.code for one in kept if one.kind == "l"), ""),
        spoken=tuple(sorted({one.code for one in read if one.kind == "s"})),
        teams=_teams(figures.text, tokens, language),
        is_cut=is_cut,
    )


def _cleaned(text: str) -> tuple[str, bool]:
    """The name composed, with one kind of dash and apostrophe, without pictures and decoration; and whether it is cut off."""
    text = text[:MOST_CHARACTERS]
    if "&" in text and ";" in text:
        text = unescape(text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_SAME)
    text = " ".join(_DECORATION.sub(_kept, text.replace("_", " ")).split())[:MOST_CHARACTERS]
    return text, text.endswith((".", ".)", ".]", "[]")) and _CUT.search(text) is not None


def _kept(sign: re.Match[str]) -> str:
    """A combining mark stays; any other sign is a blank."""
    return sign[0] if unicodedata.category(sign[0]).startswith("M") else " "


def _tokens(text: str) -> list[Token]:
    """The words of a name; words all in capitals say nothing about proper names."""
    found: list[Token] = []
    before, is_first, is_loud = "", True, text.isupper()
    for word in _WORD.findall(text)[: 3 * _MOST_WORDS]:
        if not word[0].isalpha():
            before = "@" if "@" in word else before if word == "-" else ""
            is_first = is_first or word[0] in ".!?/|"
            continue
        key = fold_word(word)
        if key:
            found.append(Token(key, word[0].isupper() and not is_loud, is_first, before))
        before, is_first = key, False
    return found[:_MOST_WORDS]


def _without_remarks(tokens: list[Token]) -> list[Token]:
    """The words without "cancelled", "sold out" and the like before and behind them."""
    first, last = 0, len(tokens)
    while first < last and tokens[first].key in REMARKS:
        first += 1
    while last > first and tokens[last - 1].key in REMARKS:
        last -= 1
    if last - first in {0, len(tokens)}:
        return tokens
    return [tokens[first]._replace(is_first=True), *tokens[first + 1 : last]]


def _teams(text: str, tokens: list[Token], language: Language) -> tuple[str, ...]:
    """The two sides of a match: names with a dash or "vs" between them, not both of them everyday words."""
    is_versus = any(token.key in VERSUS for token in tokens)
    if not is_versus and (
        "-" not in text or not any(one.word in MATCHES for token in tokens for one in _read_word(token.key, language, "", ""))
    ):
        return ()
    if _APART.search(text):
        text = _HYPHEN.sub("", text)
    for match in _TEAMS.finditer(text):
        sides = [fold_word(match["a"]), fold_word(match["b"])]
        if match["a"][0].isupper() and not all(_is_everyday(side, language) for side in sides):
            return tuple(sorted(stem(side, language) for side in sides))
    return ()


def _is_everyday(word: str, language: Language) -> bool:
    """True for a word that is hardly a team: it says for whom, and in English, where every word has a capital, any that the tables know."""
    read = _read_word(word.replace(" ", ""), language, "inner", "")
    return all(one.kind in "al" or (language == "en" and not one.word.startswith("=")) for one in read)


def _what_it_is(read: list[Read], language: Language) -> list[Read]:
    """The words of a name; where it has but a house or an organisation, what that is about (sewing society)."""
    if any(one.kind in _WHAT and one.word not in GROUPS for one in read) or not any("+" in one.word for one in read):
        return read
    found: list[Read] = []
    for one in read:
        pieces = [_read_part(part, language, "") for part in parts_of(one.shown, language)] if "+" in one.word else [one]
        found += [piece._replace(kind="f") if "+" in one.word and piece.kind == "w" else piece for piece in pieces]
    return found


def _reads(tokens: list[Token], language: Language, known: frozenset[str], owners: frozenset[str]) -> Iterator[Read]:
    """Every word that counts, from left to right; several words that mean one thing together are one."""
    keys = [token.key for token in tokens]
    past = 0
    for index, token in enumerate(tokens):
        if index < past:
            continue
        if token.key in owners:
            yield Read("=" + stem(token.key, language), "w", "", token.key)
            continue
        if found := run_at(keys, index, language):
            sense, length = found
            past = index + length
            yield _read_part(Part(" ".join(keys[index:past]), (sense,)), language, _stand(token, language))
        elif token.key not in STOP or _is_alone(tokens, index):
            read = _read_word(token.key, language, _case(token), _stand(token, language))
            if known and (
                is_area(token.key, known) or (not all(one.kind in _EVERYDAY for one in read) and is_known_place(token.key, known))
            ):
                read = (Read(read[0].word if len(read) == 1 else "=" + stem(token.key, language), "w", "", token.key),)
            yield from read


def _is_alone(tokens: list[Token], index: int) -> bool:
    """True for a little word that stands behind a mark with nothing after it: it is a title ("Movie night: Up")."""
    return index > 0 and index + 1 == len(tokens) and not tokens[index].before and tokens[index].is_capital


def _case(token: Token) -> str:
    """``first`` or ``inner`` for a word with a capital, else empty."""
    return "" if not token.is_capital else "first" if token.is_first else "inner"


def _stand(token: Token, language: Language) -> str:
    """``at`` behind a word that tells where, ``on`` behind one that may tell in which language."""
    before = token.before
    if before in ON.get(language, ()):
        return "on"
    return "at" if before == "@" or before in AT.get(language, ()) else ""


@lru_cache(maxsize=_KEPT)
def _read_word(key: str, language: Language, case: str, stand: str) -> tuple[Read, ...]:
    """One word as its parts; a word that says where or who is taken as a whole."""
    parts = parts_of(key, language, is_name=case == "inner" and language != "en")
    if len(parts) > 1 and any(sense.key in WHO_ENDS for sense in parts[-1].senses):
        keys = [min((sense.key for sense in part.senses), default=part.shown) for part in parts]
        return (Read("+".join(keys), "w", "", key),)
    if len(parts) == 1 and not parts[0].senses:
        return (Read("=" + stem(key, language), _raw_kind(key, language, case, stand), "", key),)
    read = [_read_part(part, language, stand) for part in parts]
    if len(read) > 1:
        read = [one._replace(kind=_IN_COMPOUND[index == len(read) - 1]) if one.kind == "w" else one for index, one in enumerate(read)]
    return tuple(read)


def _raw_kind(key: str, language: Language, case: str, stand: str) -> str:
    """What a word nobody knows is: where or whose it is (``o``), a proper name, or just unknown."""
    if not case:
        return "r"
    if stand or (language in LOCAL and LOCAL[language].search(key)):
        return "o"
    if case == "first":
        return "o" if language == "fi" and _OWNED.search(key) else "r"
    return "r" if language == "en" else "p"


def _read_part(part: Part, language: Language, stand: str) -> Read:
    """One piece of a word."""
    senses = part.senses
    if not senses:
        return Read("=" + stem(part.shown, language), "r", "", part.shown)
    first = senses[0]
    if first.kind == "n" and (stand == "on" or _HELD_IN.search(part.shown)):
        return Read(first.key, "s", first.code, part.shown)
    kind = first.kind if len(senses) == 1 else max((sense.kind for sense in senses), key=_SURER.index)
    code = "/".join([sense.code for sense in senses if sense.kind == kind]) if kind in "al" else ""
    word = first.key if len(senses) == 1 else "/".join(sorted([sense.key for sense in senses]))
    return Read(word, "c" if kind == "n" else kind, code, part.shown)


def _unique(read: Iterator[Read]) -> list[Read]:
    """Each word once, as it first stands."""
    found: dict[str, Read] = {}
    for one in read:
        found.setdefault(one.word, one)
    return list(found.values())


def is_known_place(word: str, known: frozenset[str]) -> bool:
    """True for a word that is one of ``known`` in any of its forms (Torikulmassa; Punkaharjun)."""
    names = _known_index(known).get(word[:3])
    return names is not None and any(_is_form(word, one) for one in names)


@lru_cache(maxsize=4096)
def _known_index(known: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The single words of ``known`` by their first three letters; shorter words are no names."""
    found: dict[str, list[str]] = {}
    for word in sorted({fold_word(word) for phrase in known for word in phrase.split()}):
        if len(word) >= 3:  # noqa: PLR2004 - as the docstring says
            found.setdefault(word[:3], []).append(word)
    return {start: tuple(words) for start, words in found.items()}


def is_area(word: str, known: frozenset[str]) -> bool:
    """True for a form of one of ``known`` that is marked as the name of an area: that it is whatever else it could mean (Jokisuun)."""
    areas = _areas_of(known)
    return bool(areas) and len(word) >= _SHORTEST_AREA and is_known_place(word, areas)


@lru_cache(maxsize=4096)
def _areas_of(known: frozenset[str]) -> frozenset[str]:
    """The words of ``known`` that are marked as areas."""
    return frozenset(word.removeprefix(AREA) for word in known if word.startswith(AREA))


_MOST_CHANGED, _LONGEST_ENDING = 2, 5
_ENDED = re.compile(
    r"(?:[aeiouy]{0,2}|[a-z]?[aeiouy]{1,2}|se|kse)?"
    r"(?:n|ssa|sta|lla|lta|lle|ksi|an|en|in|on|un|yn|aan|een|iin|oon|uun|yyn|seen|hin|hon|s|t|ns|ets|ens|et|ta|tta|a)?"
)


@lru_cache(maxsize=_KEPT)
def _is_form(word: str, name: str) -> bool:
    """True where a word is a name with an ending: at most two letters of the name are changed, and an ending of at most five follows."""
    if word == name:
        return True
    same = 0
    while same < min(len(word), len(name)) and word[same] == name[same]:
        same += 1
    is_near = len(name) - same <= _MOST_CHANGED and len(word) - same <= _LONGEST_ENDING and same * 5 >= len(name) * 3
    return is_near and _ENDED.fullmatch(word[same:]) is not None
