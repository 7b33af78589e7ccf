"""What publishers write beside a name and that is no part of it: free entry, welcome, sign up, coffee, a new time; and who they are."""

from __future__ import annotations

import re

from normalize.names_fold import fold_word

_FINNISH = """
vapaa pääsy, pääsy vapaa, vapaa sisäänpääsy, ilmainen sisäänpääsy, ei pääsymaksua, pääsymaksuton, maksuton, maksuton tapahtuma, ilmainen,
ilmaistapahtuma, tervetuloa, tervetuloa mukaan, lämpimästi tervetuloa, kaikki tervetulleita, kaikki ovat tervetulleita, kaikille avoin,
avoin kaikille, kaikille avoin tapahtuma, avoin tapahtuma, ilmoittaudu, ilmoittaudu nyt, ilmoittaudu mukaan, ilmoittautuminen avoinna,
ilmoittautuminen käynnissä, ei ilmoittautumista, ei ennakkoilmoittautumista, vaatii ilmoittautumisen, kahvitarjoilu, kahvia ja pullaa,
tarjoilu, pieni tarjoilu, uusi aika, uusi paikka, uusi päivä, muuttunut aika, muuttunut paikka, huom aika, huom paikka, huomaa aika,
huomaa paikka, tule mukaan, varaa paikkasi, paikkoja vapaana, muutama paikka vapaana, vielä ehdit mukaan, lisävuoro
"""
_SWEDISH = """
fritt inträde, fri entré, gratis, gratis inträde, kostnadsfritt, avgiftsfritt, välkommen, välkommen med, välkomna, välkomna med,
varmt välkommen, varmt välkomna, alla välkomna, alla är välkomna, öppet för alla, öppen för alla, anmäl dig, anmäl dig nu, anmälan krävs,
ingen föranmälan, ingen anmälan, kaffeservering, servering, ny tid, ny plats, nytt datum, ändrad tid, ändrad plats, obs tiden, obs platsen,
kom med, boka plats, platser kvar
"""
_ENGLISH = """
free entry, free entrance, free admission, admission free, free, free event, free of charge, welcome, all welcome, all are welcome,
everyone welcome, everyone is welcome, open to all, open to everyone, open for all, sign up, sign up now, register now,
registration required, registration open, no registration, no registration needed, coffee served, refreshments, refreshments served,
new time, new place, new venue, new date, join us, book now, places left, few places left
"""
_PHRASES = sorted(
    {phrase.strip() for table in (_FINNISH, _SWEDISH, _ENGLISH) for phrase in table.split(",") if phrase.strip()}, key=len, reverse=True
)
_ASIDE = re.compile(
    r"(?:\s-\s|[,;!?|/(\[]|\.(?=\s))\s*(?:"
    + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in _PHRASES)
    + r")(?=\s*(?:[,;!?|/)\].]|\s-\s|$))",
    re.IGNORECASE,
)
_PART = re.compile(r"\s-\s|:\s|[,;!?|/()\[\]]")
_REGISTERED = re.compile(r"\b(?:ry|rf|r\.\s?y\.|r\.\s?f\.)$", re.IGNORECASE)
_MAY_BE_REGISTERED = re.compile(r"\b[rR]\.?\s?[yYfF]\b")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 7


def owners_of(text: str) -> frozenset[str]:
    """The folded words of an association's whole name that stands in a name between marks ("Kylän Martat ry: Kahvila"); empty without."""
    if not _MAY_BE_REGISTERED.search(text):
        return frozenset()
    parts = [part for piece in _PART.split(text) if (part := piece.strip())]
    owned = [words for part in parts if _REGISTERED.search(part) and len(words := _WORD.findall(part)) <= _MOST_WORDS]
    return frozenset(fold_word(word) for words in owned for word in words) if len(owned) < len(parts) else frozenset()


def without_asides(text: str) -> str:
    """The name without what stands behind a mark and is no part of it; dashes are hyphens. A name that is nothing else stays."""
    kept = _ASIDE.sub(" ", text)
    return kept if kept == text or any(map(str.isalpha, kept)) else text
