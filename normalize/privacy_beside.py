"""What else beside a name makes it a private person's: a contact, an account, a home, a child's age (fi, sv, en)."""

from __future__ import annotations

import re

from normalize.privacy_marks import Span, written

_MARK = "|".join(re.escape(one) for one in written("contact"))
_TITLE = (
    r"(?:[\w-]{0,20}(?:ohjaaja|opettaja|johtaja|sihteeri|vetäjä|henkilö|vastaava|päällikkö|työntekijä|hoitaja|koordinaattori|ordförande|sekreterare|ledare"
    r"|coordinator|president|secretary|chair|instructor|director|treasurer|leader))"
)
_BY = (
    r"(?:p|puh|puhelin\w{0,4}|gsm|tel|tfn|tlf|mob|mobil|mobile|cell|phone|sähköposti\w{0,3}|sposti|s-posti|e-?mail|e-?post|at|on|or|tai|ja|numeroon|numerosta"
    r"|nro|whatsapp|tekstiviesti\w{0,3}|soita|ring|call|text|osoitteesta|osoitteeseen)"
)
REACHED_AFTER = re.compile(
    rf"[\s,:;(/|–—-]{{0,4}}(?:{_TITLE}[\s,.:]{{1,3}})?(?:{_BY}[.:]{{0,2}}\s{{0,2}}){{0,3}}\(?(?:{_MARK}|etunimi\.sukunimi@|f[öo]rnamn\.efternamn@)",
    re.IGNORECASE,
)
"""A contact right after a name."""
REACHED_BEFORE = re.compile(rf"(?:{_MARK})(?P<gap>[ \t]*[/(|–—-][ \t]*|[ \t]+|[ \t]*,[ \t]*)$")
"""A contact right before a name."""
LINE_ENDS = re.compile(r"\s*(?:$|[).,;\n/])")
_ACCOUNT = r"\b[A-Z]{2}\d\d(?:[ \u00a0]?\d{4}){3,6}(?:[ \u00a0]?\d{1,4})?\b"
_NEAR_ACCOUNT = r"[\s,:;(/–-]{0,4}(?:(?:saaja|tili|tilille|konto|mottagare|account|iban)[\s:]{0,3}){0,2}"
_ACCOUNT_HINT = re.compile(r"[A-Z][A-Z]\d\d[ \u00a0]?\d{4}")
ACCOUNT_AFTER = re.compile(_NEAR_ACCOUNT + _ACCOUNT, re.IGNORECASE)
ACCOUNT_BEFORE = re.compile(_ACCOUNT + _NEAR_ACCOUNT + r"$", re.IGNORECASE)
_NAME_MARK = "|".join(re.escape(one) for one in written("name"))
_OF_SOMEONE = re.compile(
    rf"(?:{_NAME_MARK}){_NEAR_ACCOUNT}(?P<after>{_ACCOUNT})|(?P<before>{_ACCOUNT}){_NEAR_ACCOUNT}(?:{_NAME_MARK})", re.IGNORECASE
)
PUPILS = (
    *(
        "oppilaskonsert",
        "oppilasilt",
        "oppilasmatine",
        "oppilaat",
        "oppilaiden",
        "musiikkiopiston",
        "musiikkikoulu",
        "balettikoulu",
        "tanssikoulu",
    ),
    *("lasten tanssinäyt", "lasten esity", "lasten näytelm", "nuoret soittajat", "elevkonsert", "elever", "musikskola"),
    *("student recital", "pupils", "youth recital", "children's recital"),
)
"""A text in which those who perform are minors holds one of these."""
AGE = re.compile(r"\d\s?-?(?:v\b|vuo|år|year|yr)")
PERFORMS = re.compile(
    r"(?:esiinty(?:jät|jinä|vät|mässä|jiä)|soitta(?:jat|jina|vat|jia)|laula(?:jat|vat|jina)|solisti(?:t|na)|solisteina|tanssi(?:jat|vat)|rooleissa|lausuvat"
    r"|medverkar|medverkande|uppträder|solister|performers?|performing|featuring)[ \t]*(?:mm\.?|ovat|on|:)?\s*$",
    re.IGNORECASE,
)
MINOR_AGE = re.compile(r"\s?[,(]?\s?(?P<age>\d{1,2})\s?-?(?:v\b|vuotta\b|vuotias|år\b|åring|years? old|yrs?\b)", re.IGNORECASE)
ADULT = 18
_STREET = r"[A-ZÅÄÖ][\w'-]{2,30}(?: [A-ZÅÄÖ]?[\w'-]{2,20})? \d{1,4}"
ADDRESS_AFTER = re.compile(
    rf"[ \t]*[,\n(][ \t]*(?P<street>{_STREET} ?[a-z]? ?(?:[A-ZÅÄÖ] ?\d{{1,3}}\b|(?:as|bst|lgh|asunto)\.? ?\d{{1,3}}\b)"
    r"(?:,? ?\d{5}(?: [A-ZÅÄÖ][\w-]+)?)?)"
)
"""A street with the staircase and the flat: somebody's home."""
_HOME_WORD = r"(?:[Kk]oti\s?osoit(?:e|teeni|teessani)|[Hh]emadress|[Hh]ome address|[Ll]uonani|[Kk]otonani|[Hh]emma hos mig)"
_HOME = re.compile(rf"\b{_HOME_WORD}[ :,-]{{0,4}}(?:osoitteessa )?(?P<street>{_STREET}(?: ?[a-zA-Z]\b)?(?: ?\d{{1,3}}\b)?)")


def has_account(text: str) -> bool:
    """True where a bank account may stand in the text."""
    return _ACCOUNT_HINT.search(text) is not None


def homes(text: str) -> list[Span]:
    """Streets that are called somebody's home."""
    if not any(hint in text for hint in ("otiosoi", "oti osoi", "emadress", "ome address", "emma hos mig", "uonani", "otonani")):
        return []
    return [Span(*found.span("street")) for found in _HOME.finditer(text)]


def accounts(text: str) -> list[Span]:
    """Bank accounts with the mark of a removed name beside them: a person's own."""
    if "[" not in text:
        return []
    return [Span(*found.span("after" if found["after"] else "before")) for found in _OF_SOMEONE.finditer(text)]
