"""The names and descriptions of a record by the language they are really in.

The publisher's word comes first, unless the text plainly contradicts it (feeds declare ``en`` for everything); then what the text itself
shows; of a title too short to show anything what its description shows; then the source's language; else ``und``. What languages the
thing is *held* in is another question (``Listing.in_language``), which nothing here answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from harvesters.record import Text
from normalize.languages import NOTHING, OURS, SURE, UNKNOWN, VERY_SURE, Guess, detect
from normalize.model import Evidence, Language, Texts
from normalize.notes import Notes
from normalize.texts_blocks import split_description
from normalize.texts_titles import split_title

QUOTE_LIMIT = 80
"""Characters of a quote in evidence."""
Hints = Mapping[Language, Guess]
"""What the descriptions are in, by the language declared for them (``""``: none)."""
Clean = Callable[[Text, Language], str]
"""A text's clean words without personal data; the language says in which one a removal is marked."""

_TAG = re.compile(r"[a-z]{2,3}(?=$|[-_])")
_MARKUP = re.compile(r"<[^>]{0,500}>|&(?:#\d{1,7}|[A-Za-z]{2,8});")
_READ = 2000
_COMMON = 6000
"""Characters of a description that is remembered."""
_SOURCE_WEIGHT, _DECLARED_WEIGHT, _HINT_WEIGHT = 1.0, 1.0, 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Texts by language, each with the reason why it is taken for that language where nobody declared it."""

    texts: Texts
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """One text in its language; ``rule`` is empty where the publisher or the source tells it."""

    language: Language
    text: str
    rule: str = ""
    quote: str = field(default="")

    @property
    def rank(self) -> int:
        """What comes first where two texts are in one language: whole and declared, then taken apart, then declared wrongly."""
        return {"language_mismatch": 2, "bilingual_title": 1, "bilingual_description": 1}.get(self.rule, 0)


def declared_language(text: Text) -> Language:
    """The primary language subtag the publisher declared (RFC 5646 section 2.2.1), ``""`` where none was."""
    found = _TAG.match(text.language.strip().lower())
    return found[0] if found else ""


def hints_of(descriptions: Sequence[Text]) -> Hints:
    """What the raw descriptions show of their languages, for titles too short to show any; one that shows nothing hides no other."""
    hints: dict[Language, Guess] = {}
    for text in descriptions:
        declared, guess = declared_language(text), _look(text.value[:_READ])
        if guess != NOTHING or (declared and _MARKUP.sub("", text.value).strip()):
            hints.setdefault(declared, guess)
    return hints


@lru_cache(maxsize=2048)
def _look(raw: str) -> Guess:
    """What a raw description shows; asked for its title, then for itself."""
    return detect(_MARKUP.sub(" ", raw) if "<" in raw or "&" in raw else raw)


def names_of(texts: Sequence[Text], source_language: Language, clean: Clean, notes: Notes, hints: Hints | None = None) -> Said:
    """The names of a record: the first of each language that has words in it, titles in several languages taken apart."""
    cleaned = [(text, declared_language(text)) for text in texts]
    lines = [(clean(text, declared or source_language or UNKNOWN), declared) for text, declared in cleaned]
    found: list[_Found] = []
    for line, declared in lines:
        if line:
            others = frozenset(other for text, other in lines if text == line)
            found += _names(line, declared, source_language, _hint(declared, hints or {}), others)
    return _said(found, "name", "SUMMARY", notes)


def descriptions_of(texts: Sequence[Text], source_language: Language, clean: Clean, notes: Notes) -> Said:
    """The descriptions of a record as clean HTML: the first of each language, blocks of several languages taken apart."""
    found: list[_Found] = []
    for text in texts:
        declared = declared_language(text)
        guess = _look(text.value[:_READ])
        language, rule = _language(declared, source_language, guess)
        if html := clean(text, language):
            parts = _parts(html) if len(html) <= _COMMON else split_description(html)
            found += [_Found(language=part, text=html, rule="bilingual_description") for part, html in parts] or [
                _Found(language=language, text=html, rule=rule)
            ]
    return _said(found, "description", "DESCRIPTION", notes)


_parts = lru_cache(maxsize=2048)(split_description)


@lru_cache(maxsize=4096)
def _names(line: str, declared: Language, source_language: Language, hint: Guess, others: frozenset[Language]) -> tuple[_Found, ...]:
    """A title in its language, or its parts in theirs; remembered, for a series repeats it."""
    parts = split_title(line)
    if not parts:
        return (_whole_name(line, declared, source_language, hint, others),)
    return tuple(_Found(language=language, text=part, rule="bilingual_title", quote=line) for language, part in parts)


def _hint(declared: Language, hints: Hints) -> Guess:
    """What the description that goes with a title is in; nothing where that is not sure.

    A title of a declared language goes with the description of that language or with one that declares none, any other with the first.
    """
    hint = hints.get(declared) or (hints.get("", NOTHING) if declared else next(iter(hints.values()), NOTHING))
    return hint if hint.confidence >= SURE and hint.language in OURS else NOTHING


def _whole_name(line: str, declared: Language, source_language: Language, hint: Guess, others: frozenset[Language]) -> _Found:
    """A title in one language; ``others`` are all languages the very same title is declared for."""
    expected = [(declared or source_language, _DECLARED_WEIGHT if declared else _SOURCE_WEIGHT), (hint.language, _HINT_WEIGHT)]
    is_disproved = bool(declared) and hint.confidence >= VERY_SURE and hint.language != declared
    guess = detect(line, expected[1:] if is_disproved else expected)
    needed = SURE if is_disproved or guess.language in others - {declared} else VERY_SURE
    language, rule = _language(declared, source_language, guess, needed)
    if rule in {"language_detected", "language_mismatch"}:
        return _Found(language=language, text=line, rule=rule)
    if is_disproved and declared in OURS and not (guess.language == declared and guess.confidence >= SURE):
        return _Found(language=hint.language, text=line, rule="language_mismatch")
    if not declared and hint.language in OURS:
        return _Found(language=hint.language, text=line, rule="language_of_description")
    return _Found(language=language, text=line, rule=rule)


def _language(declared: Language, source_language: Language, guess: Guess, needed: float = VERY_SURE) -> tuple[Language, str]:
    """The language of a text and the rule that decided it, ``""`` for the publisher's or the source's own word.

    A declared language that we do not tell apart (``smn``) is never contradicted: its texts look like something else to us.
    """
    if declared:
        contradicts = guess.language != declared and guess.language in OURS and guess.confidence >= needed and declared in OURS
        return (guess.language, "language_mismatch") if contradicts else (declared, "")
    if guess.confidence >= SURE:
        return guess.language, "" if guess.language == source_language else "language_detected"
    return source_language or UNKNOWN, ""


def _said(found: Sequence[_Found], name: str, origin: str, notes: Notes) -> Said:
    """The first text of each language with its evidence; a wrongly declared one is told."""
    texts: Texts = {}
    kept: list[_Found] = []
    for one in sorted(found, key=lambda one: one.rank):
        if one.language not in texts:
            texts[one.language] = one.text
            kept.append(one)
    if any(one.rule == "language_mismatch" for one in found):
        notes.add("language_mismatch", "info", origin)
    return Said(texts=texts, evidence=tuple(_evidence(kept, name, origin)))


def _evidence(kept: Sequence[_Found], name: str, origin: str) -> Iterator[Evidence]:
    for one in kept:
        if one.rule:
            certainty = "read" if one.rule.startswith("bilingual") else "inferred"
            yield Evidence(field=name, value=one.language, origin=origin, rule=one.rule, quote=one.quote[:QUOTE_LIMIT], certainty=certainty)
