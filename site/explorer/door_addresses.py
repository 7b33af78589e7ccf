"""The door's addresses: every step has words of its own in each language."""

from __future__ import annotations

from collections.abc import Mapping

from explorer.addresses import LANGUAGES, Language
from explorer.page import Asked

STEPS: Mapping[str, Mapping[Language, str]] = {
    "address": {"fi": "osoite", "sv": "adress", "en": "address"},
    "preview": {"fi": "esikatselu", "sv": "forhandsvisning", "en": "preview"},
    "publishing": {"fi": "julkaisutiedot", "sv": "publicering", "en": "publishing"},
    "receipt": {"fi": "kuitti", "sv": "kvitto", "en": "receipt"},
    "sheet": {"fi": "taulukko", "sv": "tabell", "en": "sheet"},
    "event": {"fi": "tapahtuma", "sv": "evenemang", "en": "event"},
    "cancel": {"fi": "peru", "sv": "stall-in", "en": "cancel"},
    "file": {"fi": "kokeile-tiedostoa", "sv": "prova-fil", "en": "try-file"},
    "status": {"fi": "tila", "sv": "lage", "en": "status"},
    "withdraw": {"fi": "poista", "sv": "ta-bort", "en": "withdraw"},
    "poster": {"fi": "juliste", "sv": "affisch", "en": "poster"},
    "feed": {"fi": "syote", "sv": "flode", "en": "feed"},
}
STYLE = "kortit.css"
DRAFT = r"(?P<draft>[A-Za-z0-9_-]{32,64})"
PRIVATE = r"(?P<token>[A-Za-z0-9_-]{43})"


def any_of(step: str) -> str:
    """The words of a step in every language, for the expression of a page's address."""
    return f"(?:{'|'.join(dict.fromkeys(STEPS[step].values()))})"


def to(asked: Asked, *parts: str, language: Language | None = None) -> str:
    """The address of a step: ``parts`` are names of steps, or ids as they are."""
    told = language or asked.language
    return asked.href("door", *(STEPS[part][told] if part in STEPS else part for part in parts), language=told)


def everywhere(asked: Asked, *parts: str) -> tuple[tuple[Language, str], ...]:
    """The same step in each language of the region."""
    known = asked.datasette.pages.languages
    return tuple((language, to(asked, *parts, language=language)) for language in LANGUAGES if language in known)
