"""The tables of names by form: what a word means in a language, what a compound is made of, which words in a row mean one thing.

A line of a table is ``kind code: Finnish | Swedish | English``. Forms of one language are separated by commas; every form is taken with the
endings of its language, ``=form`` just so and ``form*`` with whatever follows. The first Finnish form, folded, is the key of the concept. A
line without a kind is about what an event is (``c``). Everything is compared folded: without accents, in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple, TypeVar

from normalize.names_fold import fold_word
from normalize.names_forms import endings_of, linked, other_stems
from normalize.names_table_culture import ART, BOOKS, MUSIC, STAGE
from normalize.names_table_forms import FORMS, LANGUAGES, PEOPLE
from normalize.names_table_leisure import FOOD, NATURE, PLACES, PLAY, SPORTS
from normalize.names_table_other import OTHER, OTHER_LANGUAGES
from normalize.names_table_society import CARE, FAITH, LEARNING, YEAR
from normalize.names_table_town import CLUBS, TOWN
from normalize.names_table_words import WORDS
from normalize.vocabulary_forms import ALONE, Endings, stems_of

_TABLES = (
    FORMS,
    PEOPLE,
    LANGUAGES,
    MUSIC,
    STAGE,
    BOOKS,
    ART,
    SPORTS,
    PLAY,
    NATURE,
    FOOD,
    PLACES,
    YEAR,
    FAITH,
    CARE,
    LEARNING,
    CLUBS,
    TOWN,
    WORDS,
)
_OURS = ("fi", "sv", "en")
_T = TypeVar("_T")
_KEPT = 65_536
SHORTEST_PART = 3
_SHORTEST_KNOWN_END, _SHORTEST_KNOWN_BEGINNING = 4, 6
_SHORTEST_END = {"fi": 4, "en": 4}
"""Letters of a compound's last part: in Finnish three are mostly an ending (laske-maan)."""
_SHORTEST_BEGINNING = {"sv": 2, "en": 4}
"""Letters of a compound's first part: by-fest, is-hall."""
_SHORT_NOUNS = {"fi": frozenset({"yo"})}
"""Of two letters, that stand first in compounds all the same (yö-kahvila)."""
_SHORTEST_STEM = 3
"""Letters of the stem of a compound's last part: two and an ending (``li-ilta`` for likka) are hardly ever one."""
_CHANGED_BY_ACCENT = "yö"
"""The Finnish letters whose stems are others without the accents (yö: öi-); any other word is folded before its stems are made."""
_EVENING = "ilta"
"""Also an ending of Finnish plurals: behind a word as it stands (museo-ilta) it is the word, for the plural would change it (museo-i-lta is
rare in names)."""
_TAKES_TEN = ("n", "t", "us", "ys")
"""Ends of the Finnish words that have a genitive in -ten: naisten, miesten, avustusten."""
_INFINITIVE = frozenset({"maan", "massa", "masta", "maalla"})
"""Endings of Finnish verbs that look like a word (katso-maan)."""
_MOST_PARTS = 4
_SHORTEST_WORD, _LONGEST_WORD = 2, 48
_ARTICLE = "al"
"""Of Arabic, written together with its word."""
_SHORT_FREE_ENDING, _LONGEST_FREE_ENDING = 1, 9
"""Letters that may follow a stem with any ending: as an ending for sure, and where the word is no compound either."""
_FREE_BY_LENGTH = {2: 1, 3: 2, 4: 4}
"""Fewer behind a short stem."""
_GENITIVES = ("n", "ien", "jen", "iden", "itten", "ten")
_DERIVED = re.compile(r"l?a?i(?:nen|set?|se[a-z]{1,4}|sten?|sia|siin|sill[ae]|sissa|sista|silta)")
"""What makes a Finnish word for who or what is of something: kylä-läiset, keskiaika-iset."""
_PLACE_WORDS = "ranta jarvi joki saari vuori koski suo maa kyla puu tie silta meri kivi puisto metsa tori"
_PLACE_ENDS = frozenset(_PLACE_WORDS.split())
"""Concepts that, behind a beginning nobody knows, make the name of a place (Savonranta), which is not taken apart."""


class Sense(NamedTuple):
    """What a word means: the concept, its kind and, of an audience, a level or a language, which."""

    key: str
    kind: str
    code: str = ""


class Part(NamedTuple):
    """A piece of a word with all it may mean; without senses nobody knows it."""

    shown: str
    senses: tuple[Sense, ...] = ()


@dataclass(slots=True)
class Lexicon:
    """The words of one language by their folded stems."""

    language: str
    stems: dict[str, list[tuple[Endings | None, Sense]]] = field(default_factory=dict)
    """``None`` for the endings: any."""
    heads: dict[str, list[Sense]] = field(default_factory=dict)
    """How a word stands before another in a compound."""
    run_stems: dict[str, list[tuple[Endings | None, str]]] = field(default_factory=dict)
    """By stem, the words of the runs as the tables write them; there ``None`` is no ending."""
    taken: set[str] = field(default_factory=set)
    """Words of runs that were taken in."""
    run_starts: set[str] = field(default_factory=set)
    """How their stems begin: most words are no part of a run."""
    runs: dict[str, list[tuple[tuple[str, ...], Sense]]] = field(default_factory=dict)
    """By the first word: the words that follow and what they mean together."""

    def add(self, written: str, sense: Sense) -> None:
        """Take in a form of a table."""
        if "-" in written:
            self.add(written.replace("-", ""), sense)
            written = written.replace("-", " ")
        if " " in written:
            self._add_run(written.split(), sense)
            return
        self._take(self.stems, written, sense)
        for head in self._heads(written):
            senses = self.heads.get(head)
            if senses is None:
                self.heads[head] = [sense]
            elif sense not in senses:
                senses.append(sense)

    def _take(self, found: dict[str, list[tuple[Endings | None, _T]]], written: str, told: _T) -> None:
        """Put what is told of a written form under each of its folded stems, with what may follow the stem."""
        if written.endswith("*") or self.language not in _OURS:
            found.setdefault(fold_word(written.rstrip("*")), []).append((None, told))
            return
        if written.startswith("="):
            found.setdefault(fold_word(written[1:]), []).append((ALONE, told))
            return
        endings_in = endings_of(self.language, takes_ten=self.language != "fi" or written.endswith(_TAKES_TEN))
        folded = fold_word(written)
        if self.language == "fi" and _CHANGED_BY_ACCENT not in written:
            written = folded
        is_folded = folded == written
        entries: dict[Endings, tuple[Endings | None, _T]] = {}
        for form in (written, *other_stems(written, self.language)):
            for stem, endings in stems_of(form, self.language):
                entry = entries.get(endings)
                if entry is None:
                    entry = entries[endings] = (endings_in[endings], told)
                key = stem if is_folded else fold_word(stem)
                if key in found:
                    found[key].append(entry)
                else:
                    found[key] = [entry]

    def _heads(self, written: str) -> Iterator[str]:
        """The folded forms in which a word stands first in a compound, genitives of Finnish aside: as it is, or with what links it."""
        word = fold_word(written.strip("=*"))
        yield word
        if self.language == "fi" and not written.startswith("="):
            if word.endswith(("nen", "set")):
                yield word[: -3 if word[-1] == "n" else -2] + ("s" if word[-1] == "n" else "")
            elif word.endswith("et"):
                yield f"{word[:-2]}i"
        elif self.language == "sv":
            yield from linked(word)
        elif self.language == "et":
            yield from (word + vowel for vowel in "aeiu")

    def head(self, word: str) -> list[Sense]:
        """What a word means that stands first in a compound, in Finnish also in the genitive; empty where nobody knows it."""
        found = self.heads.get(word, [])
        if self.language != "fi" or word[-1] != "n":
            return found
        owners = [
            sense
            for ending in _GENITIVES
            if word.endswith(ending)
            for endings, sense in self.stems.get(word[: -len(ending)], ())
            if endings is not None and ending in endings
        ]
        return list(dict.fromkeys((*found, *owners))) if owners else found

    def _add_run(self, words: list[str], sense: Sense) -> None:
        """Take in several words in a row."""
        for word in words:
            if word not in self.taken:
                self.taken.add(word)
                self._take(self.run_stems, word, word)
        self.runs.setdefault(words[0], []).append((tuple(words[1:]), sense))

    def run_words(self, form: str) -> frozenset[str]:
        """The words of runs that a folded word is a form of."""
        if form[:SHORTEST_PART] not in self.run_starts and form[:1] not in self.run_stems and form[:2] not in self.run_stems:
            return frozenset()
        return frozenset(
            word
            for end in range(len(form), 0, -1)
            for endings, word in self.run_stems.get(form[:end], ())
            if form[end:] in (ALONE if endings is None else endings)
        )

    def whole(self, word: str, free: int = _LONGEST_FREE_ENDING, shortest: int = _SHORTEST_WORD) -> tuple[Sense, ...]:
        """What the whole word means: the senses of the longest stem that fits, of at least ``shortest`` letters.

        ``free`` letters may follow a stem that takes any ending.
        """
        for end in range(len(word), shortest - 1, -1):
            entries = self.stems.get(word[:end])
            if entries is None:
                continue
            ending = word[end:]
            if ending == _EVENING and self.language == "fi" and word[:end] in self.heads:
                return ()
            found = [
                sense for endings, sense in entries if (len(ending) <= self._free(end, free) if endings is None else ending in endings)
            ]
            if found:
                return tuple(dict.fromkeys(found))
        return ()

    def _free(self, length: int, free: int) -> int:
        """How many letters may follow a stem of that length which takes any ending; our tables' stems are also beginnings of compounds."""
        return min(free, _FREE_BY_LENGTH.get(length, free)) if self.language in _OURS else free

    def parts(self, word: str, depth: int = _MOST_PARTS) -> tuple[Part, ...]:
        """A compound as its known parts, the fewest first and then those with the longest beginning; empty where it is none."""
        best: tuple[Part, ...] = ()
        shortest = _SHORTEST_BEGINNING.get(self.language, SHORTEST_PART)
        for cut in range(len(word) - _SHORTEST_END.get(self.language, SHORTEST_PART), 1, -1):
            if cut < shortest and word[:cut] not in _SHORT_NOUNS.get(self.language, ()):
                continue
            head, tail = self.head(word[:cut]), word[cut:]
            if not head or (self.language == "fi" and tail in _INFINITIVE):
                continue
            if whole := self.whole(tail, _SHORT_FREE_ENDING, _SHORTEST_STEM):
                return (Part(word[:cut], tuple(head)), Part(tail, whole))
            if depth > 1 and len(tail) >= 2 * SHORTEST_PART:
                rest = self.parts(tail, depth - 1)
                if rest and (not best or len(rest) + 1 < len(best)):
                    best = (Part(word[:cut], tuple(head)), *rest)
        return best

    def ended(self, word: str) -> tuple[Part, ...]:
        """A compound with a known end, or a long known beginning, and a part that nobody knows; empty where it has neither."""
        if derived := self._derived(word):
            return derived
        for cut in range(SHORTEST_PART, len(word) - _SHORTEST_KNOWN_END + 1):
            senses = self.whole(word[cut:], shortest=_SHORTEST_STEM)
            if senses:
                if any(sense.key in _PLACE_ENDS for sense in senses):
                    return ()
                return (Part(word[:cut]), Part(word[cut:], senses))
        for cut in range(len(word) - _SHORTEST_KNOWN_END, _SHORTEST_KNOWN_BEGINNING - 1, -1):
            if head := self.head(word[:cut]):
                return (Part(word[:cut], tuple(head)), Part(word[cut:]))
        return ()

    def _derived(self, word: str) -> tuple[Part, ...]:
        """A word made of a known one by an ending that says who or what is of it; empty where it is none."""
        if self.language == "fi":
            for cut in range(len(word) - SHORTEST_PART, _SHORTEST_KNOWN_END - 1, -1):
                if _DERIVED.fullmatch(word, cut) and (head := self.heads.get(word[:cut])):
                    return (Part(word, tuple(head)),)
        return ()


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; an empty one where no table has it."""
    made = Lexicon(language)
    if language in _OURS:
        column = _OURS.index(language)
        for columns, sense in _concepts():
            for form in columns[column]:
                made.add(form, sense)
    elif language in OTHER_LANGUAGES:
        column = OTHER_LANGUAGES.index(language)
        by_key = {sense.key: sense for _, sense in _concepts()}
        for key, *cells in _rows(OTHER):
            for form in _forms(cells[column]):
                made.add(form, by_key[key])
    made.run_starts.update(stem[:SHORTEST_PART] for stem in made.run_stems)
    return made


def _rows(table: str) -> Iterator[list[str]]:
    """The cells of each line."""
    return ([cell.strip() for cell in line.split("|")] for line in table.strip().splitlines())


def _forms(cell: str) -> list[str]:
    """The forms of one cell."""
    return [form.strip() for form in cell.split(",") if form.strip()]


@cache
def _concepts() -> tuple[tuple[tuple[list[str], ...], Sense], ...]:
    """Every line of our tables: the forms by language, and the concept. Lines with one key are one concept."""
    found: list[tuple[tuple[list[str], ...], Sense]] = []
    kinds: dict[str, Sense] = {}
    for table in _TABLES:
        for first, *rest in _rows(table):
            mark, colon, finnish = first.rpartition(":")
            kind, _, code = mark.strip().partition(" ") if colon else ("c", "", "")
            columns = (_forms(finnish), *map(_forms, rest))
            key = fold_word(columns[0][0].strip("=*").replace(" ", "_"))
            found.append((columns, kinds.setdefault(key, Sense(key, kind, code))))
    return tuple(found)


def concept_keys() -> Iterable[str]:
    """The key of every concept, in the order of the tables."""
    return dict.fromkeys(sense.key for _, sense in _concepts())


@lru_cache(maxsize=_KEPT)
def _run_words(form: str, language: str) -> frozenset[str]:
    """The words of a language's runs that a folded word is a form of."""
    return lexicon(language).run_words(form)


@lru_cache(maxsize=_KEPT)
def _runs_from(form: str, language: str) -> tuple[tuple[str, tuple[str, ...], Sense], ...]:
    """The runs a folded word may begin, by their language, the words that follow and what they mean; the name's own language first."""
    return tuple(
        (one, *run)
        for one in dict.fromkeys((language, *_OURS))
        for run in sorted(
            (run for word in sorted(_run_words(form, one)) for run in lexicon(one).runs.get(word, ())), key=lambda run: -len(run[0])
        )
    )


def run_at(words: Sequence[str], index: int, language: str) -> tuple[Sense, int] | None:
    """What the longest known run of folded words from a place on means, and how many words it is."""
    for one, rest, sense in _runs_from(words[index], language):
        following = words[index + 1 : index + 1 + len(rest)]
        if len(following) == len(rest) and all(word in _run_words(form, one) for form, word in zip(following, rest, strict=True)):
            return sense, 1 + len(rest)
    return None


@lru_cache(maxsize=_KEPT)
def parts_of(word: str, language: str, *, is_name: bool = False) -> tuple[Part, ...]:
    """A folded word as its parts with what they mean: whole, as a compound, as a compound known in part, else as it is.

    The name's own language is asked first, then Finnish, Swedish and English. A word written as a proper name (``is_name``) is a compound
    only where its own language knows all of it; besides only English is asked, for titles with a capital on every word are English whatever
    their source says. ``und`` asks all three at once.
    """
    if not _SHORTEST_WORD <= len(word) <= _LONGEST_WORD:
        return (Part(word),)
    if language == "ar" and word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1:
        word = word.removeprefix(_ARTICLE)
    if language == "und" and (senses := tuple(dict.fromkeys(sense for one in _OURS for sense in lexicon(one).whole(word)))):
        return (Part(word, senses),)
    languages = tuple(dict.fromkeys((language, "en") if is_name and language != "und" else (language, *_OURS)))
    return next(filter(None, _ways(word, languages, language, is_name=is_name)))


def _ways(word: str, languages: tuple[str, ...], language: str, *, is_name: bool) -> Iterator[tuple[Part, ...]]:
    """The ways to read a word, the surest first; empty ones among them."""
    for one in languages:
        yield _whole(word, one, _SHORT_FREE_ENDING if one in _OURS else _SHORT_FREE_ENDING + 2)
        if len(word) >= 2 * SHORTEST_PART:
            yield lexicon(one).parts(word)
        if language in {one, "und"}:
            yield _whole(word, one, _LONGEST_FREE_ENDING)
    if not is_name:
        yield from (lexicon(one).ended(word) for one in (languages[:1] if language in _OURS else _OURS) if one != "en")
    yield (Part(word),)


def _whole(word: str, language: str, free: int) -> tuple[Part, ...]:
    """The word as one part; empty where the language does not know it."""
    senses = lexicon(language).whole(word, free)
    return (Part(word, senses),) if senses else ()
