"""The words of the interface in one language, read from ``site/locale/<language>.po`` and compiled in memory.

A message id is a key (``event.where``), never a sentence, so that mending the English does not orphan the Finnish. A key that
one language lacks stops the build: a page half in another language is worse than yesterday's page.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from gettext import c2py
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from harvesters.errors import KoosteError

Texts = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Every text of the interface in one language."""

    language: str
    texts: Texts
    plural: Callable[[int], int]

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of the key with the values put in; an unknown key is a ``KoosteError``."""
        forms = self.texts.get(key) or self._forms(key)
        return forms[0].format(**values) if values else forms[0]

    def count(self, key: str, n: int, /, **values: object) -> str:
        """The text of the key in the plural form that ``n`` asks for."""
        forms = self._forms(key)
        return forms[min(self.plural(n), len(forms) - 1)].format(n=n, **values)

    def known(self, key: str, otherwise: str) -> str:
        """The first of the two keys that exists: for codes that sources or other packages may add to."""
        return key if key in self.texts else otherwise

    def listed(self, items: Sequence[str]) -> str:
        """``a``, ``a ja b``, ``a, b ja c``."""
        if len(items) <= 1:
            return "".join(items)
        return self("format.and", first=", ".join(items[:-1]), last=items[-1])

    def _forms(self, key: str) -> tuple[str, ...]:
        try:
            return self.texts[key]
        except KeyError:
            raise KoosteError(f"The text {key!r} is missing in site/locale/{self.language}.po; add it there.") from None


def _read(path: Path) -> tuple[Texts, str]:
    """The messages of one catalogue and its rule of plurals."""
    try:
        with path.open("rb") as file:
            catalog = read_po(file, locale=path.stem, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        raise KoosteError(f"{path}: not a catalogue of texts: {error}") from error
    texts: dict[str, tuple[str, ...]] = {}
    for message in catalog:
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            forms = message.string if isinstance(message.string, tuple) else (message.string,)
            texts[key] = tuple(str(form) for form in forms)
    return texts, catalog.plural_expr


def _placeholders(forms: Sequence[str]) -> frozenset[str]:
    """Names of the values a text takes; a format that cannot be read gives a name nobody has."""
    try:
        return frozenset(name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name)
    except ValueError:
        return frozenset({"a brace that does not close"})


def problems(catalogues: Mapping[str, Texts]) -> list[str]:
    """What stops a build: keys without a text in one language, and values that only one language names."""
    found = []
    for key in sorted({key for texts in catalogues.values() for key in texts}):
        for language, texts in catalogues.items():
            if not all(texts.get(key, ("",))):
                found.append(f"{language}.po: no text for {key!r}")
        named = {_placeholders(texts[key]) for texts in catalogues.values() if key in texts}
        if len(set().union(*named)) != len(max(named, key=len)) and not key.startswith("format."):
            found.append(f"{key!r}: the languages name different values: {', '.join(sorted(set().union(*named)))}")
    return found


def read_words(folders: Sequence[Path], languages: Sequence[str]) -> dict[str, Words]:
    """Language -> its words; own catalogues (earlier folders) replace single texts. ``KoosteError`` names what is missing."""
    read: dict[str, tuple[Texts, str]] = {}
    for language in languages:
        texts: dict[str, tuple[str, ...]] = {}
        plural = ""
        for path in (folder / f"{language}.po" for folder in reversed(folders)):
            if path.is_file():
                more, rule = _read(path)
                texts.update(more)
                plural = plural or rule
        read[language] = texts, plural
    wrong = problems({language: texts for language, (texts, _) in read.items()})
    if wrong:
        raise KoosteError("The texts of the site are not complete, so nothing was published:\n  " + "\n  ".join(wrong[:20]))
    return {language: Words(language=language, texts=texts, plural=c2py(plural or "n != 1")) for language, (texts, plural) in read.items()}
