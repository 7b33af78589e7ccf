"""The clauses of a text about money, each with its amounts, for whom they are, and what they are for. Texts are folded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from normalize import phrase_price_words as words
from normalize.phrase_word_table import WordTable

_NUMBER = r"(?:[1-9]\d?\s\d{3}|\d{1,5})(?:[.,]\d{1,2})?(?!\d)"
_EURO = r"(?:€|euroa?\b|euros?\b|eur\b|e\b(?![-.:]\w))"
AMOUNTS = re.compile(
    rf"(?P<before>€|(?<!\w)eur)\s?(?P<one>{_NUMBER}(?:\s?[-/]\s?(?:€\s?)?{_NUMBER}){{0,5}})"
    rf"|(?<![\d.,:])(?P<many>{_NUMBER}(?:\s?{_EURO})?(?:\s?(?:[-/]|(?<=\s)(?:tai|eller|"
    rf"or)(?=\s))\s?{_NUMBER}(?:\s?{_EURO})?){{0,5}}?)\s?{_EURO}"
    rf"|\b(?:hinta|maksu|\w{{0,20}}maksu|pris|price|\w{{0,20}}avgift|fee|\w{{0,10}}liput?|inträde|biljett\w*|tickets?)\b:?\s"
    rf"(?P<plain>\d{{1,4}}(?:[.,]\d\d)?(?:/\d{{1,4}}(?:[.,]\d\d)?){{0,4}})(?!\s?[\d.:%/-])(?=\s*(?:$|[,;)]))"
)
_ONE = re.compile(r"(?:[1-9]\d?\s\d{3}|\d{1,5})(?:[.,]\d{1,2})?")
_SPAN = re.compile(rf"{_NUMBER}(?:\s?{_EURO})?\s?-\s?(?:€\s?)?{_NUMBER}")
_CHOICE = re.compile(r"\s(?:tai|eller|or)\s")
_BESIDE = 20
"""Characters beside an amount in which a word is about it."""
_FROM, _FROM_AFTER = (
    re.compile(rf"(?:^|(?<=\W))(?<!\d\s)(?<!\d\.\s)(?:{words.FROM})\s?$"),
    re.compile(r"^\s?(?:alkaen|alk\b|lähtien|och\suppåt|upwards|and\sup)"),
)
_NOT_MONEY = re.compile(r"\b(?:klo|kl|kello)\.?\s*$")
_FREE, _NOT_FREE = (re.compile(rf"(?<![\w-])(?:{shape})") for shape in (words.FREE, words.NOT_FREE))
_GROUPS = tuple((code, re.compile(rf"(?<![\w-])(?:{shape})(?!\w)")) for code, shape in words.GROUPS)
_OPTIONAL = tuple((code, re.compile(rf"(?<!\w)(?:\w{{0,12}})?(?:{shape})(?!\w)")) for code, shape in words.OPTIONAL)
CARDS, VOUCHERS = WordTable(words.CARDS), WordTable(words.VOUCHERS)
_YEARS = r"\s?-?\s?(?:v\b\.?|vuotia\w*|år\w*|years?|s\b)?"
_UNDER = re.compile(rf"\b(?:alle|under|below)[\s-](\d{{1,2}}){_YEARS}")
_OVER = re.compile(rf"\b(?:yli|över|over)\s(\d{{1,3}}){_YEARS}")
_PLUS = re.compile(r"(?<![\d.,])(5[5-9]|[6-9]\d)\s?\+(?!\d)")
_AGES = re.compile(r"(?<!\d)(\d{1,2})\s?-\s?(\d{1,2})\s?-?\s?(?:v\b\.?|vuotia\w*|år\w*|years?)")
_SHORT = (
    "alk", "sis", "hlö", "krt", "max", "min", "opisk", "eläk", "norm", "inkl", "incl", "fr", "väh", "tyött", "pens", "stud", "aik",
    "pers", "ca", "enn", "ens", "esim", "puh", "os", "työt", "var", "jäs", "per", "ks", "arb", "medl",
)  # fmt: skip
"""Abbreviations whose dot ends no clause."""
_DOT = r"(?<![\s\d-]v)(?<!\bn)" + "".join(rf"(?<!\b{word})" for word in _SHORT) + r"\.(?=\s|$)"
_SPLIT = re.compile(
    rf"[,;|()\n!]|{_DOT}|\s(?:ja|och|and|sekä|samt|mutta|men|but|\+|(?<!\d\s)-|-(?!\s\d))\s(?!(?:sen|sitä|uppåt)\b)|:\s(?=\D)"
    r"|\s(?:tai|eller|or)\s(?=\d[\d.,]{0,6}\s?(?:€|e|euroa?|euros?)\s?(?:/|per\s))"
    r"|\s?/\s?(?!kert|krt|kaus|hlö|henk|perhe\s|gång|termin|visit|session|person|time|kk|kuu|päiv|pv|tun|h\b|vko|viik|år\b|mån|"
    r"kurs)(?=[^\W\d_](?:(?!\s(?:ja|och|and)\s)[^,;/\d€]){1,28}\s\d{1,4}(?:[.,]\d\d?)?\s?(?:€|e\b|eur)|[^,;/€]{0,28}\s(?:ilmai|maksut|gratis|free))"
)
_BRACKETS = re.compile(r"\(([^()]{0,200})\)")
_DASHED = re.compile(r"(?<=\d)\s?,-(?!\d)\s?(?:€|euroa?\b|eur\b|e\b)?")
_CENTS = re.compile(r"(?<![\d.,])(\d{1,2})\s?(?:snt\b|sentti\w*|cent\b|cents\b)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause with what stands in it."""

    text: str
    amounts: tuple[float, ...] = ()
    is_span: bool = False
    is_choice: bool = False
    """Amounts with "or" between: nobody says which is for whom."""
    is_from: bool = False
    rest: str = ""
    """The clause without its amounts."""
    groups: tuple[str, ...] = ()
    """For whom, empty where it does not say."""
    grouped_first: bool = False
    """True where it says for whom before the first amount."""

    @property
    def group(self) -> str:
        """For whom, ``""`` where it does not say."""
        return self.groups[0] if self.groups else ""

    @property
    def besides(self) -> str:
        """What it is money for besides the entrance, ``""`` where it is the entrance."""
        return next((code for code, shape in _OPTIONAL if shape.search(self.rest or self.text)), "")

    @property
    def is_free(self) -> bool:
        """True where it says that this costs nothing."""
        return bool(_FREE.search(_NOT_FREE.sub(" ", self.text)))


def pieces_of(text: str) -> list[Piece]:
    """The clauses of a folded text; a comma inside an amount cuts nothing. A list of groups before an amount belongs to its clause."""
    text = _CENTS.sub(lambda found: f"0.{int(found[1]):02d} €", _DASHED.sub(" € ", text))
    shielded = _BRACKETS.sub(_opened, re.sub(r"(?<=\d),(?=\d)", ".", text))
    pieces: list[Piece] = []
    waiting = ""
    for part in filter(None, (part.strip() for whole in _SPLIT.split(shielded) for part in _cut(whole))):
        piece = _piece(f"{waiting}{part}")
        if not piece.amounts and not piece.is_free and _is_only_group(piece):
            waiting = f"{piece.text} & "
            continue
        waiting = ""
        pieces.append(piece)
    return [*pieces, _piece(waiting)] if waiting else pieces


def _cut(text: str) -> list[str]:
    """A clause of several amounts with words for whom between them (``aikuiset 10 € lapset 5 €``), cut behind or before each amount."""
    places = [found.span() for found in AMOUNTS.finditer(text)]
    if len(places) < 2 or not any(shape.search(text) for _, shape in _GROUPS):  # noqa: PLR2004 - one amount needs no cutting
        return [text]
    leads = any(shape.search(text[: places[0][0]]) for _, shape in _GROUPS)
    cuts = [0, *(place[1] if leads else place[0] for place in (places[:-1] if leads else places[1:])), len(text)]
    return [text[start:end].strip(" /") for start, end in pairwise(cuts)]


def _is_only_group(piece: Piece) -> bool:
    """True for a clause of nothing but a word for whom."""
    return bool(piece.groups) and len(piece.text.split()) - piece.text.count("&") <= len(piece.groups) + 1


def _opened(found: re.Match[str]) -> str:
    """Brackets that only explain (``lapset (4-12 v) 4 e``) are part of their clause; with a price in them they are one of their own."""
    return found[0] if AMOUNTS.search(found[1]) or _FREE.search(found[1]) else f" {found[1].replace(',', ' ')} "


def _piece(text: str) -> Piece:
    """One clause with its amounts."""
    amounts: list[float] = []
    is_span = is_choice = is_from = False
    first = len(text)
    for found in AMOUNTS.finditer(text):
        told = found["one"] or found["many"] or found["plain"]
        before, after = text[max(0, found.start() - _BESIDE) : found.start()], text[found.end() : found.end() + _BESIDE]
        if _NOT_MONEY.search(before):
            continue
        first = min(first, found.start())
        amounts += [float(number.replace(",", ".").replace(" ", "")) for number in _ONE.findall(told)]
        is_span = is_span or bool(_SPAN.fullmatch(told))
        is_choice = is_choice or bool(_CHOICE.search(told))
        is_from = is_from or bool(_FROM.search(before) or _FROM_AFTER.search(after))
    rest = AMOUNTS.sub(" ", text)
    return Piece(text, tuple(amounts), is_span, is_choice, is_from, rest, *_groups(text, rest, first))


def _groups(text: str, rest: str, first: int) -> tuple[tuple[str, ...], bool]:
    """For whom a clause is, and whether that stands before its first amount."""
    for name, shape in (("under_{}", _UNDER), ("over_{}", _OVER), ("ages_{}_{}", _AGES), ("over_{}", _PLUS)):
        if found := shape.search(text):
            return (name.format(*found.groups()),), found.start() < first
    told = {code: match.start() for code, shape in _GROUPS if (match := shape.search(rest))}
    if "non_members" in told:
        told.pop("members", None)
    codes = tuple(sorted(told, key=lambda code: told[code]))
    return codes, any(shape.search(text[:first]) for code, shape in _GROUPS if code in told)
