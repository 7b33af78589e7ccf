"""The words of a vocabulary, compiled, and what they find in a title: whole words, ends and beginnings of compounds, words in a row.

A lexicon is of one language. Looking up a word costs a handful of dictionary look-ups, whatever the vocabulary's size; no pattern is
tried against a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from normalize.vocabulary_forms import ALONE, KNOWN_ENDINGS, LONGEST_ENDING, Endings, Stem, stems_of, weak

SHORTEST_REST = 2
"""Letters that a compound needs before its known end."""
SHORTEST_HEAD, SHORTEST_TAIL = 3, 3
_LONGEST_WORD = 60
_PLACE = re.compile(r"l[aä](?:n|an|än|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle)?")
"""What makes a place of a thing: "Lintula" and "Hevosla" are somewhere, not birds and horses."""
_PERSON = ("lai", "läi")
"""What makes a person of a thing: "käsityöläinen" is somebody, not handicrafts."""
_SHORT = 4
"""Letters of words in a name that any title may hold."""
_LONGEST_ENDING = 5
_AT = frozenset({"at", "@"})
_KEPT = 20_000
"""Words whose meaning is remembered."""
_MOST_TOKENS = 80
"""Words of a text that are looked at: a title is shorter."""
_TOKEN = re.compile(r"[^\W_]+(?:['’´][^\W_]+)*|[,;:()\[\]|/–—@•·!?.]")
_HYPHENS = frozenset("-\u2010\u2011")
_OWNER = re.compile(r"['’´]s?$")
_MARKS = frozenset(",;:()[]|/–—@•·!?.")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word means: ids of topics and subjects; none where it is a place, or is to be passed over."""

    targets: frozenset[str] = frozenset()
    is_weak: bool = False
    """It counts only where nothing else tells."""
    is_place: bool = False
    is_notice: bool = False
    """It makes a notice of the whole title."""

    def joined(self, other: Meaning) -> Meaning:
        """Both; a place, and a word that is passed over, outrank what else the form could mean."""
        for one in (self, other):
            if one.is_place or not one.targets:
                return one
        return Meaning(self.targets | other.targets, self.is_weak and other.is_weak)


class Token(NamedTuple):
    """A word, or a mark that parts a text; ``key`` is what is looked up."""

    key: str
    start: int
    end: int
    is_mark: bool
    is_joined: bool
    """True before a hyphen: "lego-kerho"."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a text that mean something."""

    targets: frozenset[str]
    start: int
    end: int
    is_weak: bool


def tokens_of(text: str) -> tuple[Token, ...]:
    """The first words of a text in NFC, in lower case, without the genitive's apostrophe, and the marks between them."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word in _MARKS:
            found.append(Token(word, match.start(), match.end(), True, False))  # noqa: FBT003 - a mark, not joined
        else:
            key = _OWNER.sub("", word).replace("’", "'") if not word.isalnum() else word
            found.append(Token(key.lower(), match.start(), match.end(), False, text[match.end() : match.end() + 1] in _HYPHENS))  # noqa: FBT003
        if len(found) == _MOST_TOKENS:
            break
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the vocabulary's notation, taken apart."""

    text: str
    is_weak: bool
    is_exact: bool
    is_tail: bool
    is_head: bool
    mark: str

    @classmethod
    def read(cls, written: str) -> Word:
        """``~-kerho/sg``: weak, also at the end of compounds, in the singular; ``=art``: no other form."""
        body, _, mark = written.partition("/")
        is_weak, body = body.startswith("~"), body.removeprefix("~")
        text = body.strip("=-").lower()
        return cls(text, is_weak, "=" in body[:2], "-" in body[:2], body.endswith("-"), mark)

    def stems(self, language: str) -> Iterator[Stem]:
        """Its stems with their endings, of a single word."""
        return iter([(self.text, ALONE)]) if self.is_exact else stems_of(self.text, language, self.mark)


Stems: TypeAlias = dict[str, list[tuple[Endings, Meaning]]]
"""What a stem means with which endings."""


@dataclass(slots=True)
class Lexicon:
    """The words of one language, by form."""

    language: str
    whole: Stems = field(default_factory=dict)
    tails: Stems = field(default_factory=dict)
    heads: dict[str, Meaning] = field(default_factory=dict)
    runs: dict[str, list[tuple[tuple[frozenset[str], ...], Meaning]]] = field(default_factory=dict)
    """By the first word's form: the words that follow, longest run first."""
    ends: set[str] = field(default_factory=set)
    """The last letters of the stems in ``tails``: most words are told apart by them alone."""
    starts: set[str] = field(default_factory=set)
    """The first letters of ``heads``."""
    prefixes: tuple[str, ...] = ()
    """What a compound's known beginning may stand behind, the longest first."""
    known: dict[str, Meaning | None] = field(default_factory=dict)
    """Words looked up before: titles repeat themselves."""

    def add(self, written: str, meaning: Meaning) -> None:
        """Take in a word of the vocabulary's notation."""
        word = Word.read(written)
        if word.is_weak:
            meaning = Meaning(meaning.targets, is_weak=True, is_place=meaning.is_place)
        if " " in word.text:
            self._add_run(word, meaning)
            return
        for stem, endings in word.stems(self.language) if not word.is_head or word.is_tail else ():
            self.whole.setdefault(stem, []).append((endings, meaning))
            if word.is_tail:
                self.tails.setdefault(stem, []).append((endings, meaning))
                self.ends.add(stem[-SHORTEST_TAIL:])
        if word.is_head:
            known = self.heads.get(word.text)
            self.heads[word.text] = known.joined(meaning) if known else meaning
            self.starts.add(word.text[:SHORTEST_HEAD])

    def _add_run(self, word: Word, meaning: Meaning) -> None:
        """Take in several words in a row."""
        parts = [Word(part, word.is_weak, word.is_exact, is_tail=False, is_head=False, mark="") for part in word.text.split()]
        first, *rest = [frozenset(f"{stem}{end}" for stem, ends in part.stems(self.language) for end in ends) for part in parts]
        for form in first:
            runs = self.runs.setdefault(form, [])
            same = next((at for at, run in enumerate(runs) if run[0] == tuple(rest)), None)
            if same is None:
                runs.append((tuple(rest), meaning))
                runs.sort(key=lambda run: -len(run[0]))
            else:
                runs[same] = (tuple(rest), runs[same][1].joined(meaning))

    def hits(self, tokens: Sequence[Token]) -> list[Hit]:
        """What the words mean, from left to right; a word is used once. A notice means nothing."""
        found: list[Hit] = []
        index = 0
        while index < len(tokens):
            token = tokens[index]
            meaning, length = (self._run(tokens, index) if token.key in self.runs else None) or (self._single(token), 1)
            if meaning is not None:
                if meaning.is_notice:
                    return []
                if meaning.targets:
                    found.append(Hit(meaning.targets, token.start, tokens[index + length - 1].end, meaning.is_weak))
            index += length
        return found

    def _run(self, tokens: Sequence[Token], index: int) -> tuple[Meaning, int] | None:
        """What the longest known run of words from a place on means, and how many they are."""
        for rest, meaning in self.runs[tokens[index].key]:
            following = tokens[index + 1 : index + 1 + len(rest)]
            if len(following) == len(rest) and all(token.key in forms for token, forms in zip(following, rest, strict=True)):
                return meaning, 1 + len(rest)
        return None

    def _single(self, token: Token) -> Meaning | None:
        """What one word means."""
        if token.is_mark:
            return None
        key = token.key
        if key not in self.known:
            if len(self.known) > _KEPT:
                self.known.clear()
            self.known[key] = self.meaning(key)
        known = self.known[key]
        return self.heads.get(key) if known is None and token.is_joined else known

    def meaning(self, key: str) -> Meaning | None:
        """What a single word means; ``None`` where it is not known.

        The whole word, else the longest end of a compound that is known, else its longest beginning. A beginning counts beside a weak
        end ("neulekahvila" is knitting), not where the end is the name of a house ("urheilutalo").
        """
        cuts = _cuts(key)
        if (whole := _met(self.whole, key, 0, cuts)) is not None:
            return whole
        if not SHORTEST_HEAD < len(key) <= _LONGEST_WORD:
            return None
        tail = self._tail(key, cuts)
        if tail is not None and not (tail.is_weak and tail.targets):
            return tail
        return self._head(key) or tail

    def _tail(self, key: str, cuts: Sequence[int]) -> Meaning | None:
        """The longest known end of a compound."""
        likely = [cut for cut in cuts if key[max(cut - SHORTEST_TAIL, 0) : cut] in self.ends]
        if not likely:
            return None
        found = (_met(self.tails, key, start, likely) for start in range(SHORTEST_REST, len(key) - SHORTEST_TAIL + 1))
        return next((meaning for meaning in found if meaning is not None), None)

    def _head(self, key: str) -> Meaning | None:
        """The longest known beginning of a compound, also behind a prefix; one that is sure before one that is weak."""
        first = self._beginning(key)
        if first is not None and not first.is_weak:
            return first
        prefix = next((one for one in self.prefixes if key.startswith(one)), "")
        inner = self._beginning(key[len(prefix) :]) if prefix else None
        return inner if inner is not None and not inner.is_weak else first

    def _beginning(self, key: str) -> Meaning | None:
        """The longest known beginning; what follows must be a word, not an ending, and not make a person of it."""
        if key[:SHORTEST_HEAD] not in self.starts:
            return None
        for length in range(len(key) - SHORTEST_TAIL, SHORTEST_HEAD - 1, -1):
            if key[:length] in self.heads and not key.startswith(_PERSON, length) and not _PLACE.fullmatch(key, length):
                return self.heads[key[:length]]
        return None


def _cuts(key: str) -> list[int]:
    """Where an ending may begin."""
    return [at for at in range(max(len(key) - LONGEST_ENDING, 2), len(key) + 1) if key[at:] in KNOWN_ENDINGS]


def _met(table: Stems, key: str, start: int, cuts: Sequence[int]) -> Meaning | None:
    """What the word from a letter on means; ``None`` where it is not known."""
    found: Meaning | None = None
    for cut in cuts:
        for endings, meaning in table.get(key[start:cut], ()):
            if key[cut:] in endings:
                found = found.joined(meaning) if found else meaning
    return found


def lexicons_of(words: Iterable[tuple[Mapping[str, Iterable[str]], Meaning]], prefixes: Mapping[str, Iterable[str]]) -> dict[str, Lexicon]:
    """The lexicons of all words, by language."""
    made: dict[str, Lexicon] = {}
    for by_language, meaning in words:
        for language, written in by_language.items():
            lexicon = made.setdefault(language, Lexicon(language))
            for word in written:
                lexicon.add(word, meaning)
    for language, written in prefixes.items():
        made.setdefault(language, Lexicon(language)).prefixes = tuple(sorted(written, key=len, reverse=True))
    return made


def without_places(tokens: Sequence[Token], names: Iterable[str]) -> Sequence[Token]:
    """The words of a title without those of a place's or organizer's name, whatever their case; all of them where nothing else is left."""
    stems = tuple(stem for name in names for stem in _stems(name))
    if not stems:
        return tokens
    kept = tuple(token for token in tokens if not _is_of(token.key, stems))
    return kept if any(not token.is_mark for token in kept) else tokens


def _is_of(key: str, stems: tuple[str, ...]) -> bool:
    """True for a word of the name with any ending; a longer compound is a word of its own."""
    return key.startswith(stems) and any(key.startswith(stem) and len(key) - len(stem) <= _LONGEST_ENDING for stem in stems)


@lru_cache(maxsize=2048)
def _stems(name: str) -> tuple[str, ...]:
    """What the words of a name begin with in every case: all but the last letter, in both grades; short words are left alone."""
    keys = [token.key.removesuffix("nen") for token in tokens_of(name) if len(token.key) > _SHORT]
    return tuple(form[:-1] for key in keys for form in dict.fromkeys((key, weak(key))) if len(form) > _SHORT)


def before_place(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without those behind an "at" or "@": what follows is where it takes place."""
    if not any(token.key in _AT for token in tokens):
        return tokens
    kept: list[Token] = []
    place = False
    for token in tokens:
        place = token.key in _AT or (place and not token.is_mark)
        if not place:
            kept.append(token)
    return kept
