"""Which e-mail addresses belong to an office and not to a person (design.md, rule 8)."""

from __future__ import annotations

import re

_WORDS = """
    asiakasneuvonta asiakaspalvelu bibliotek bibliotket bokning booking contact customerservice hallinto ilmoittautuminen
    info kansalaisopisto kansli kanslia kirjaamo kirjasto kulttuuripalvelut kundtjanst library liikuntapalvelut lippu liput
    museo museum myynti neuvonta nuorisopalvelut office opisto paakirjasto palvelu palveluneuvonta palvelut posti
    pääkirjasto registry service seurakunta tickets toimisto varaukset varaus viestinta yhteys
"""
_ROLES = frozenset(_WORDS.split())
_ADDRESS = re.compile(r"([^\s@<>,;]{1,64})@((?:[\w-]+\.)+[a-z]{2,24})", re.IGNORECASE)


def role_address(text: str) -> str:
    """The address in lower case where its local part is a well-known role, alone or with a place (``kirjasto.norppala@``); else ``""``.

    A person's name in any part makes it somebody's own: only parts that are roles, and the words of the host, are let through.
    """
    found = _ADDRESS.fullmatch(text.strip())
    if found is None:
        return ""
    words = re.split(r"[._-]", found[1].lower())
    of_host = set(re.split(r"[.-]", found[2].lower()))
    is_role = any(word in _ROLES for word in words) and all(word in _ROLES or word in of_host for word in words)
    return found[0].lower() if is_role else ""
