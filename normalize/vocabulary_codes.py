"""Ids of open vocabularies, however a feed writes them: ``yso:p916``, ``http://www.yso.fi/onto/yso/p916``, ``ht_urheilu``, ``P27.1``.

A KOKO number is not a YSO number: ``koko:p916`` is kept as it is and means nothing unless a vocabulary lists it.
"""

from __future__ import annotations

import re

_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:^|[/:])(yso|koko|afo|kauno)[/:](p\d{1,7})/?$", re.IGNORECASE), "{0}:{1}"),
    (re.compile(r"^(?:keyword/)?(p\d{1,7})@yso$", re.IGNORECASE), "yso:{0}"),
    (re.compile(r"/keyword/([a-z]+):([A-Za-z0-9_.-]+)/?$", re.IGNORECASE), "{0}:{1}"),
    (re.compile(r"ptvserclass2?/(?:code/)?(P\d{1,2}(?:\.\d{1,2})?)/?$", re.IGNORECASE), "ptv:{0}"),
    (re.compile(r"ptvkohderyhmat/(?:code/)?(KR[1-3](?:\.\d{1,2})?)/?$", re.IGNORECASE), "ptv:{0}"),
    (re.compile(r"ptvelamantilanteet/(?:code/)?(KE\d{1,2}(?:\.\d{1,2})?)/?$", re.IGNORECASE), "ptv:{0}"),
    (re.compile(r"^(?:ptv:)?(P\d{1,2}\.\d{1,2}|KR[1-3](?:\.\d{1,2})?|KE\d{1,2}(?:\.\d{1,2})?)$"), "ptv:{0}"),
    (re.compile(r"^ptv:(P\d{1,2})$"), "ptv:{0}"),
    (re.compile(r"^(?:lahella:)?(h[tm]_[a-z_]+)$"), "lahella:{0}"),
    (re.compile(r"^(?:lahella:)?(?:ageGroup/)(?:range:)?([a-zA-Z]+|\d{1,3}-\d{0,3})$"), "lahella:{0}"),
    (re.compile(r"^(tsl|helfi|kulke|lahella):([A-Za-z0-9_.-]+)$"), "{0}:{1}"),
)
_UPPER = frozenset({"ptv"})
_LONGEST = 200


def code_of(value: str) -> str:
    """The id in one form (``yso:p916``, ``ptv:P27.1``, ``lahella:ht_urheilu``); ``""`` for a value that is none."""
    value = value.strip()
    if not value or len(value) > _LONGEST or " " in value:
        return ""
    for pattern, form in _FORMS:
        if found := pattern.search(value):
            return _cased(form.format(*found.groups()))
    return ""


def _cased(code: str) -> str:
    """The vocabulary's name in lower case, numbers of PTV in capitals."""
    scheme, _, number = code.partition(":")
    scheme = scheme.lower()
    if scheme in _UPPER:
        return f"{scheme}:{number.upper()}"
    return f"{scheme}:{number.lower()}" if scheme in {"yso", "koko", "afo", "kauno"} else f"{scheme}:{number}"
