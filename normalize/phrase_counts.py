"""Figures that count something (``7-12 v``, ``1.-3.-luokka``, ``10 osallistujaa``) and are therefore no time."""

from __future__ import annotations

import re

from normalize.phrase_cursor import Cursor
from normalize.phrase_figures import plain

_UNITS = re.compile(
    r"v|vuotia(s|at|ille|an|ita|iden)|vuoti\w*|vuotta|vuotis\w*|vee|lk|luok\w*|lka|luo|kk|hlö|henk\w*|hengen|osallistuja\w*|paikka\w*|paikan"
    r"|paikkoja|km|m|kg|kpl|krs|kerros\w*|ikäis\w*|år|åringar|åring|åk|årskurs|platser|personer|pers|years?|yrs?|yo|places|people|seats"
    r"|participants|euroa?|eur|kilometri\w*|metri\w*|litraa?|sivua|prosent\w*|pistettä|op|ov|jäsentä|kuukaut\w*|kuukautta|mån|months?"
    r"|ryhmää|minuutin|osa|osaa|osan|sarja|juoma\w*|ateria\w*|lippua?",
)
"""What makes a figure before it a count."""
_LONGEST = 5
"""Tokens of a range of counts at most (1-2-3)."""


def counted_end(c: Cursor, index: int) -> int | None:
    """The index behind a figure, or a range of figures, and what it counts; ``None`` where nothing is counted."""
    if c.at(index).kind != "num" or plain(c.at(index).text) is None:
        return None
    at = index + 1
    while (
        at < index + _LONGEST and c.at(at).kind in {"dash", "slash"} and c.at(at + 1).kind == "num" and plain(c.at(at + 1).text) is not None
    ):
        at += 2
    at = c.skip(at, "dash")
    return at + 1 if c.at(at).kind == "word" and _UNITS.fullmatch(c.at(at).text.casefold()) else None
