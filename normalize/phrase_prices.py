"""Prices in words: ``5 €/krt``, ``liput 15/10 e``, ``Vapaa pääsy, ohjelma 10 €``, ``Kaikukortilla maksutta``.

Three values: free, not free, not told. What is asked for besides the entrance (a programme, coffee) makes nothing dearer. "Free for
some" says nothing about the others. Amounts are euros.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from normalize import phrase_price_words as words
from normalize.phrase_tokens import folded

Shape = dict[str, Any]
_NUMBER = r"\d{1,5}(?:[.,]\d{1,2})?(?:,?-(?!\d))?"
_EURO = r"(?:€|euroa?\b|euros?\b|eur\b|e\b(?![-.:]\w))"
_AMOUNTS = re.compile(
    rf"(?P<before>€)\s?(?P<one>{_NUMBER}(?:\s?[-/]\s?€?\s?{_NUMBER}){{0,5}})"
    rf"|(?<![\d.,:])(?P<many>{_NUMBER}(?:\s?{_EURO})?(?:\s?(?:[-/]|tai|eller|or)\s?{_NUMBER}(?:\s?{_EURO})?){{0,5}}?)\s?{_EURO}"
    rf"|\b(?:hinta|maksu|pris|price|avgift|fee|liput?|biljett\w*|tickets?)\b:?\s"
    rf"(?P<plain>\d{{1,4}}(?:[.,]\d\d)?(?:,-)?)(?!\s?[\d.:%-])(?=\s*(?:$|[,;)]))"
)
_BESIDE = 20
"""Characters beside an amount in which a word is about it."""
_ONE = re.compile(r"\d{1,5}(?:[.,]\d{1,2})?")
_SPAN = re.compile(rf"{_NUMBER}(?:\s?{_EURO})?\s?-\s?{_NUMBER}")
_FREE, _NOT_FREE, _PAID = (re.compile(rf"(?<![\w-])(?:{shape})") for shape in (words.FREE, words.NOT_FREE, words.PAID))
_UNITS = tuple((code, re.compile(rf"(?:(?<!\w)|(?=/))(?:{shape})")) for code, shape in words.UNITS)
_GROUPS = tuple((code, re.compile(rf"(?<![\w-])(?:{shape})(?!\w)")) for code, shape in words.GROUPS)
_OPTIONAL = tuple((code, re.compile(rf"(?<!\w)(?:\w{{0,12}})?(?:{shape})(?!\w)")) for code, shape in words.OPTIONAL)
_CARDS = tuple((code, re.compile(rf"(?<!\w)(?:{shape})(?!\w)")) for code, shape in words.CARDS)
_VOUCHERS = tuple((code, re.compile(rf"(?<!\w)(?:{shape})(?!\w)")) for code, shape in words.VOUCHERS)
_VOLUNTARY, _FROM = re.compile(rf"(?<!\w)(?:{words.VOLUNTARY})"), re.compile(rf"(?:^|(?<=\W))(?:{words.FROM})\s?$")
_FROM_AFTER = re.compile(r"^\s?(?:alkaen|alk\b|lähtien|och\suppåt|upwards|and\sup)")
_MATERIALS, _EXTRA = re.compile(words.INCLUDES_MATERIALS), re.compile(rf"(?<!\w)(?:{words.EXTRA_COST})")
_UNDER = re.compile(r"\b(?:alle|under)\s(\d{1,2})\s?-?\s?(?:v\b\.?|vuotia\w*|år\w*|years?|s\b)?")
_OVER = re.compile(r"\b(?:yli|över|over)\s(\d{1,3})\s?-?\s?(?:v\b\.?|vuotia\w*|år\w*|years?|s\b)?")
_AGES = re.compile(r"(?<!\d)(\d{1,2})\s?-\s?(\d{1,2})\s?-?\s?(?:v\b\.?|vuotia\w*|år\w*|years?)")
_SPLIT = re.compile(
    r"[,;|()\n]"
    r"|(?<![\s\d-]v)(?<!alk)(?<!sis)(?<!hlö)(?<!krt)(?<!max)(?<!min)(?<!opisk)(?<!eläk)(?<!norm)(?<!inkl)(?<!incl)\.(?=\s|$)"
    r"|\s(?:ja|och|and|sekä|samt|mutta|men|but|\+)\s|:\s(?=\D)"
)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_NOT_MONEY = re.compile(r"\b(?:klo|kl|kello)\.?\s*$")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A clause with what stands in it."""

    text: str
    amounts: tuple[float, ...] = ()
    is_span: bool = False
    is_from: bool = False
    rest: str = ""
    """The clause without its amounts."""

    @property
    def group(self) -> str:
        """For whom, ``""`` where it does not say."""
        if found := _UNDER.search(self.text):
            return f"under_{found[1]}"
        if found := _OVER.search(self.text):
            return f"over_{found[1]}"
        if found := _AGES.search(self.text):
            return f"ages_{found[1]}_{found[2]}"
        return next((code for code, shape in _GROUPS if shape.search(self.rest or self.text)), "")

    @property
    def besides(self) -> str:
        """What it is money for besides the entrance, ``""`` where it is the entrance."""
        return next((code for code, shape in _OPTIONAL if shape.search(self.rest or self.text)), "")

    @property
    def is_free(self) -> bool:
        """True where it says that this costs nothing."""
        return bool(_FREE.search(_NOT_FREE.sub(" ", self.text)))


def read_price(text: str) -> Shape:
    """``{"price": ...}`` of a phrase; ``is_free`` is ``None`` where neither a price nor "free" is told."""
    low = folded(text)
    pieces = _pieces(low)
    price: Shape = {"is_free": None}
    free = [piece for piece in pieces if piece.is_free]
    general = [piece for piece in free if not (piece.group or _cards(piece.text, _CARDS))]
    besides = _besides(pieces, low, is_free=bool(general))
    paid = [piece for piece in pieces if piece.amounts and piece not in besides]
    if general:
        price = {"is_free": True}
        paid = [piece for piece in paid if piece.group and not piece.is_free]
    elif besides and not paid and (_VOLUNTARY.search(low)):
        price = {"is_free": True}
    if paid:
        price |= _amounts(paid, [piece for piece in free if piece.group], low, is_free=bool(general))
    elif price["is_free"] is None and _PAID.search(low):
        price = {"is_free": False}
    return {"price": price | _besides_shape(besides) | _remarks(low, price, free)}


def _pieces(text: str) -> list[_Piece]:
    """The clauses of a folded text; a comma inside an amount cuts nothing."""
    shielded = _BRACKETS.sub(_opened, re.sub(r"(?<=\d),(?=\d|-)", ".", text))
    return [_piece(part.strip()) for part in _SPLIT.split(shielded) if part.strip()]


def _opened(found: re.Match[str]) -> str:
    """Brackets that only explain (``lapset (4-12 v) 4 e``) are part of their clause; with a price in them they are one of their own."""
    return found[0] if _AMOUNTS.search(found[1]) or _FREE.search(found[1]) else f" {found[1].replace(',', ' ')} "


def _piece(text: str) -> _Piece:
    """One clause with its amounts."""
    amounts: list[float] = []
    is_span = is_from = False
    for found in _AMOUNTS.finditer(text):
        told = found["one"] or found["many"] or found["plain"]
        before, after = text[max(0, found.start() - _BESIDE) : found.start()], text[found.end() : found.end() + _BESIDE]
        if _NOT_MONEY.search(before):
            continue
        amounts += [float(number.replace(",", ".")) for number in _ONE.findall(told)]
        is_span = is_span or bool(_SPAN.fullmatch(told))
        is_from = is_from or bool(_FROM.search(before) or _FROM_AFTER.search(after))
    return _Piece(text, tuple(amounts), is_span, is_from, _AMOUNTS.sub(" ", text))


def _besides(pieces: list[_Piece], text: str, *, is_free: bool) -> list[_Piece]:
    """Clauses about money for something besides: beside "free", or where it is said to be voluntary, or an extra cost."""
    voluntary = bool(_VOLUNTARY.search(text))
    return [
        piece
        for piece in pieces
        if piece.amounts and piece.besides and (is_free or voluntary or _EXTRA.search(piece.text)) and not piece.group
    ]


def _amounts(paid: list[_Piece], free: list[_Piece], text: str, *, is_free: bool) -> Shape:
    """Least and most, for whom, and what one pays for."""
    numbers = [number for piece in paid for number in piece.amounts] + [0.0 for _ in free]
    low, high = min(numbers), max(numbers)
    shape: Shape = {"is_free": is_free or high == 0, "min": low, "max": high, "currency": "EUR"}
    if all(piece.is_from for piece in paid):
        shape["max"] = None
    if unit := _unit(text, paid):
        shape["unit"] = unit
    if options := _options(paid, free):
        shape["options"] = options
    return shape


def _unit(text: str, paid: list[_Piece]) -> str:
    """What one pays for (a visit, a course), ``""`` where it does not say or says several things."""
    found = [code for code, shape in _UNITS if shape.search(text)]
    if len(found) > 1:
        beside = [code for code, shape in _UNITS if shape.search(paid[0].text)]
        return beside[0] if len(beside) == 1 and len(paid) == 1 else ""
    return found[0] if found else ""


def _options(paid: list[_Piece], free: list[_Piece]) -> list[Shape]:
    """The amounts one by one, where they are for different people: the first of ``15/10 e`` is the ordinary one."""
    options: list[Shape] = []
    for piece in paid:
        if piece.is_span:
            continue
        first = None if len(piece.amounts) > 1 and piece.group == "reduced" else piece.group or None
        labels = [first, *["reduced"] * (len(piece.amounts) - 1)]
        options += [{"label": label, "amount": amount} for label, amount in zip(labels, piece.amounts, strict=True)]
    options += [{"label": piece.group, "amount": 0.0} for piece in free]
    return options if len(options) > 1 or any(option["label"] for option in options) else []


def _besides_shape(besides: list[_Piece]) -> Shape:
    """What is asked for besides."""
    told = [{"label": piece.besides, "amount": piece.amounts[0], "currency": "EUR"} for piece in besides]
    return {"optional": told} if told else {}


def _remarks(text: str, price: Shape, free: list[_Piece]) -> Shape:
    """Cards, vouchers, materials, and for whom alone it is free."""
    shape: Shape = {}
    if cards := _cards(text, _CARDS):
        shape["concessions"] = cards
    if vouchers := _cards(text, _VOUCHERS):
        shape["payment"] = vouchers
    if _MATERIALS.search(text):
        shape["includes_materials"] = True
    groups = [piece.group for piece in free if piece.group]
    if groups and price["is_free"] is None:
        shape["free_for"] = groups
    return shape


def _cards(text: str, table: tuple[tuple[str, re.Pattern[str]], ...]) -> list[str]:
    """The codes whose words stand in the text."""
    return [code for code, shape in table if shape.search(text)]


def tells_price(text: str) -> bool:
    """True where a text says anything of a price."""
    shape = read_price(text)["price"]
    return shape["is_free"] is not None or len(shape) > 1 or bool(_AMOUNTS.search(folded(text)))
