"""Which language a text is in: Finnish, Swedish, English, Northern Sámi, Russian, Ukrainian, Estonian, Arabic, Somali, German, or unknown.

Small and of our own: the script, everyday words, the words events are called by, endings and letter groups
(``normalize.language_traits``). A guess comes with a confidence between 0 and 1; what may follow from it is decided in
``normalize.texts`` by the thresholds below, which ``benchmarks/languages.py`` measures.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from operator import add

from normalize.language_traits import LANGUAGES, NEIGHBOUR_PRIOR, OWNERS, PRIORS, weights_of
from normalize.language_words import CYRILLIC, LITTLE_WORDS, NEIGHBOURS
from normalize.model import Language

UNKNOWN = "und"
OURS = frozenset({*LITTLE_WORDS, *CYRILLIC, "ar"})
"""The languages that are told apart; every other one is ``und``."""
SURE = 0.9
"""From this confidence on a guess is taken for a text that declares no language."""
VERY_SURE = 0.97
"""From this confidence on a guess outranks what the publisher declares."""
READ_CHARACTERS = 800
"""Of a long text only its beginning is looked at."""
READ_WORDS = 50

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NOT_LATIN = re.compile("[\u0370-\u1dff\u2c00-\ua71f\ua800-\ufaff\ufb1d-\ufdff\ufe70-\ufeff]")
_LETTER = re.compile(r"[^\W\d_]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_OTHER_ARABIC = re.compile("[پچژگکیێۆڕڵەےٹڈ]")
_OTHER_CYRILLIC = re.compile("[ўђјљњћџѓќѕәғқңөұүһ]")
_SILENT = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|\[[^\[\]]{0,60}\]")
"""What says nothing of a text's language: addresses, and what stands in square brackets, as our own marks of removed contacts do."""
_FEW, _SOME = 2, 6
_MOST = 0.995
_CAPS = {0: 0.55, 1: 0.88, 2: 0.94}
"""The most confidence that the mere look of so many words is worth."""
_CONTRADICTED = 0.8
_DECISIVE, _MUCH = 6, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A language and how sure it is: 0 knows nothing, 1 is certain; of ``und`` how sure it is that it is none of ours."""

    language: Language
    confidence: float


NOTHING = Guess(language=UNKNOWN, confidence=0.0)
_PRIORS = tuple(math.log(PRIORS.get(language, NEIGHBOUR_PRIOR)) for language in LANGUAGES)


def detect(text: str, expected: Iterable[tuple[Language, float]] = ()) -> Guess:
    """The language of plain text; ``expected``: languages likely for other reasons, each with a weight (1 is e times likelier)."""
    sample = text[:READ_CHARACTERS]
    if "@" in sample or "[" in sample or ("." in sample and ("://" in sample or "www." in sample)):
        sample = _SILENT.sub(" ", sample)
    if not sample.isascii() and _NOT_LATIN.search(sample) and (other := _other_script(sample)) is not None:
        return other
    words = _WORD.findall(sample.lower())[:READ_WORDS]
    return _latin(sample, words, expected) if words else NOTHING


def _other_script(text: str) -> Guess | None:
    """The guess of a text that is mostly not in Latin letters; ``None`` where most of it is."""
    letters = len(_LETTER.findall(text))
    cyrillic, arabic, foreign = (len(pattern.findall(text)) for pattern in (_CYRILLIC, _ARABIC, _NOT_LATIN))
    if not letters or foreign * 2 < letters:
        return None
    if cyrillic * 2 > foreign:
        return _cyrillic(text.lower())
    if arabic * 2 > foreign:
        is_other = _OTHER_ARABIC.search(text)
        return Guess(language=UNKNOWN if is_other else "ar", confidence=0.97)
    return Guess(language=UNKNOWN, confidence=_MOST)


def shares(text: str) -> dict[Language, int]:
    """By language of ours: how many words stand among its everyday words alone; letters of other scripts count by fives."""
    owners = Counter(map(OWNERS.get, _WORD.findall(text.lower())))
    owners.pop(None, None)
    found = {LANGUAGES[index]: count for index, count in owners.items() if index is not None and LANGUAGES[index] in OURS}
    if _NOT_LATIN.search(text):
        for language, pattern in (("ru", _CYRILLIC), ("ar", _ARABIC)):
            if letters := len(pattern.findall(text)):
                found[language] = letters // 5
    return found


_SLAVIC = {language: frozenset(words.split()) for language, words in CYRILLIC.items()}


def _cyrillic(text: str) -> Guess:
    """Russian or Ukrainian by the letters that only one of them has, then by words; other languages' letters: unknown."""
    ukrainian, russian = len(re.findall("[іїєґ]", text)), len(re.findall("[ыэъё]", text))
    if _OTHER_CYRILLIC.search(text):
        return Guess(language=UNKNOWN, confidence=0.9)
    if ukrainian and russian:
        return Guess(language="uk" if ukrainian > russian else "ru", confidence=0.8)
    if ukrainian or russian:
        return Guess(language="uk" if ukrainian else "ru", confidence=0.98)
    words = _WORD.findall(text)
    known = {language: sum(word in vocabulary for word in words) for language, vocabulary in _SLAVIC.items()}
    if known["ru"] == known["uk"]:
        return Guess(language="ru", confidence=0.7)
    return Guess(language=max(known, key=lambda language: known[language]), confidence=0.92)


def _latin(sample: str, words: list[str], expected: Iterable[tuple[Language, float]]) -> Guess:
    """The guess of a text in Latin letters; ``words`` are its words in small letters."""
    owners = Counter(map(OWNERS.get, words))
    owners.pop(None, None)
    ranking = owners.most_common(2)
    second = ranking[1][1] if len(ranking) > 1 else 0
    if ranking and (winner := ranking[0][0]) is not None and ranking[0][1] >= _DECISIVE and ranking[0][1] >= _MUCH * second:
        return _guess(winner, _MOST)
    total = list(_PRIORS)
    for language, weight in expected:
        if language in PRIORS:
            total[LANGUAGES.index(language)] += weight
    speaking, words_told = 0, 0
    firm = [0] * len(LANGUAGES)
    for match, word in zip(_WORD.finditer(sample), words, strict=False):
        weights, told = weights_of(word)
        if not any(weights):
            continue
        if not told and _is_name(match, word):
            weights = tuple(weight * 0.3 for weight in weights)
        else:
            speaking += 1
        for index in told:
            firm[index] += 1
        words_told += bool(told)
        total = list(map(add, total, weights))
    return _posterior(total, speaking, firm, words_told, mixed=bool(second and second * 3 >= ranking[0][1]))


def _is_name(match: re.Match[str], word: str) -> bool:
    """True for a word with a capital that is not the first of the text: in most languages a name, which no language owns."""
    return match.start() > 0 and match[0][0] != word[0] and match[0][1:] == word[1:]


def _posterior(total: list[float], speaking: int, firm: list[int], words_told: int, *, mixed: bool) -> Guess:
    """The likeliest language with its share of all, held down where few words spoke or where two languages did.

    ``firm`` counts, by language, the words that spoke by more than their looks, ``words_told`` all of them.
    """
    best = max(range(len(total)), key=total.__getitem__)
    share = 1 / sum(math.exp(max(weight - total[best], -50)) for weight in total)
    backing = firm[best]
    rest = words_told - backing
    if not backing:
        share = min(share, _CAPS.get(speaking, 0.96))
    if rest * 2 > backing:
        share = min(share, _CONTRADICTED)
    if not speaking:
        share = min(share, _CAPS[0])
    if mixed and words_told > _FEW:
        share = min(share, 0.6 if words_told > _SOME else 0.85)
    return _guess(best, min(share, _MOST))


def _guess(index: int, confidence: float) -> Guess:
    language = LANGUAGES[index]
    return Guess(language=UNKNOWN if language in NEIGHBOURS else language, confidence=round(confidence, 3))
