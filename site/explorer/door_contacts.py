"""Which e-mail addresses may be given as a contact: those of an office or of the association itself, never a person's own."""

from __future__ import annotations

import re

from harvesters.role_addresses import role_address
from normalize.identity import slug

_WORDS = """
    calendar chair events evenemang hallitus jasenasiat kalender kalenteri kontakt mail ordforande post postia puheenjohtaja
    rahastonhoitaja secretary sekreterare sihteeri sihteeristo styrelse tapahtumat tiedottaja tiedotus toiminta toiminnanjohtaja
    verksamhet verksamhetsledare yhdistys yhteydet
"""
_OFFICES = frozenset(_WORDS.split())
"""Posts and functions of associations, besides the offices that ``harvesters.role_addresses`` knows."""
_ADDRESS = re.compile(r"([a-z0-9][a-z0-9._+-]{0,63})@((?:[a-z0-9-]+\.)+[a-z]{2,24})")
_SHORTEST = 4


def office_address(text: str, organizer: str) -> str:
    """The address in lower case where its first half is made of offices and words of its host and of the organizer's name; else empty."""
    if known := role_address(text):
        return known
    address = text.strip().lower()
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return ""
    named = {word for word in re.split(r"[^a-z0-9]+", slug(organizer, "")) if len(word) >= _SHORTEST}
    of_host = {word for word in re.split(r"[.-]", found[2].rpartition(".")[0]) if len(word) >= _SHORTEST}
    words = [word for word in re.split(r"[._+-]", found[1]) if word and not word.isdigit() and word not in {"ry", "rf", "rs"}]
    fine = bool(words) and all(word in _OFFICES or word in of_host or _is_of(word, named) for word in words)
    return address if fine and (set(words) & _OFFICES or any(_is_of(word, named) for word in words)) else ""


def _is_of(word: str, named: set[str]) -> bool:
    """Whether a word is one of the organizer's name, or several of them written together (``norppalanauttajat``)."""
    if word in named:
        return True
    rest = word
    for one in sorted(named, key=len, reverse=True):
        rest = rest.replace(one, "", 1)
    return rest in {"", "ry", "rf"}
