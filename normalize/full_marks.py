"""How a title says that there are no places left: ``TÄYNNÄ: Keramiikka``, ``Keramiikka (täynnä)``."""

from __future__ import annotations

import re

FULL_WORD = (
    r"(?:täynnä|täyteen varattu|loppuunmyyty|loppuun myyty|loppuunvarattu|loppuun varattu|fullbokat|fullbokad|fulltecknat|fulltecknad|"
    r"slutsåld|slutsålt|utsålt|fullsatt|fully booked|sold[- ]out|booked up|"
    r"ei (?:ole )?(?:enää )?(?:yhtään )?(?:vapaita )?paikkoja(?: (?:jäljellä|vapaana|enää))?|inga (?:lediga )?platser(?: kvar)?)"
)
"""Words for it, in small letters."""
_MARK = re.compile(rf"^\W*{FULL_WORD}\s*[:!|–—-]+|[(\[]\W*{FULL_WORD}\W*[)\]]|(?:\s[-–—|]\s|[,:!|]\s?){FULL_WORD}\W*$", re.IGNORECASE)
_LOUD = re.compile(rf"^\W*{FULL_WORD.upper()}\b|\b{FULL_WORD.upper()}\W*$")
_LOOSE = re.compile(r"\s([,;:.])")
_EDGES = " \t,:;|–—-*_"


def says_full(title: str) -> bool:
    """True for a title with a mark that says full: before a colon or dash, in brackets, after a dash, or in capitals."""
    return _MARK.search(title) is not None or (_LOUD.search(title) is not None and any(letter.islower() for letter in title))


def without_full_mark(title: str) -> str:
    """The title without such marks, for those who are told so beside it; as it is where nothing else would be left of it."""
    rest = title
    while says_full(rest):
        rest = _LOUD.sub("", _MARK.sub(" ", rest)).strip(_EDGES).lstrip(_EDGES + "!")
    return _LOOSE.sub(r"\1", " ".join(rest.split())) or title
