"""Prices in words: ``5 €/krt``, ``liput 15/10 e``, ``Vapaa pääsy, ohjelma 10 €``, ``Kaikukortilla maksutta``.

Three values: free, not free, not told. What is asked for besides the entrance (a programme, coffee) makes nothing dearer. "Free for
some" says nothing about the others. Amounts are euros.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from normalize import phrase_price_words as words
from normalize.phrase_low import low_of
from normalize.phrase_price_pieces import AMOUNTS, CARDS, VOUCHERS, Piece, pieces_of

Shape = dict[str, Any]
_TRIGGER = re.compile(words.TRIGGER)
_PAID = re.compile(rf"(?<![\w-])(?:{words.PAID})")
_UNITS = tuple((code, re.compile(rf"(?:(?<!\w)|(?=/))(?:{shape})")) for code, shape in words.UNITS)
_VOLUNTARY, _VOLUNTARY_FEE = (re.compile(rf"(?<!\w)(?:{shape})") for shape in (words.VOLUNTARY, words.VOLUNTARY_FEE))
_ENTRANCE = re.compile(rf"(?<!\w)(?:{words.ENTRANCE})")
_MATERIALS, _EXTRA = re.compile(words.INCLUDES_MATERIALS), re.compile(rf"(?<!\w)(?:{words.EXTRA_COST})")
_ADVANCE = re.compile(words.ADVANCE)
_MEASURED = re.compile(r"(?:€|e|eur\w*)\s?/\s?(?:kg|kilo|g|hg|100\s?g|litra|dl|metri|meter)\b")
"""Money for stuff by its weight or length (``+ savi 3 €/kg``), never for coming in."""
_DISCOUNT = re.compile(r"\b\w*(?:sisar|syskon)\w*(?:alennu|ale\b|rabatt)\w*|\bsibling\sdiscount")
"""A sum that is taken off, not paid: ``deltagaravgift 120 €, syskonrabatt 20 €``."""
_NEVER_ENTRANCE = frozenset({"cloakroom", "parking", "raffle", "donation", "collection"})


def read_price(text: str) -> Shape:
    """``{"price": ...}`` of a phrase; ``is_free`` is ``None`` where neither a price nor "free" is told."""
    low = low_of(text)
    if not _TRIGGER.search(low):
        return {"price": {"is_free": None}}
    pieces = pieces_of(low)
    free = [piece for piece in pieces if piece.is_free]
    cards = [piece for piece in pieces if CARDS.tells(piece.text) and not any(piece.amounts)]
    general = [piece for piece in free if not piece.groups and piece not in cards]
    besides = _besides(pieces, low, is_free=bool(general))
    spared = [piece for piece in pieces if _DISCOUNT.search(piece.text)]
    paid = [piece for piece in pieces if piece.amounts and piece not in (*besides, *cards, *spared) and not piece.is_free]
    price: Shape = {"is_free": None}
    if general:
        price, paid = _free(paid)
    elif not paid and _VOLUNTARY.search(low) and (besides or _VOLUNTARY_FEE.search(low)):
        price = {"is_free": True}
    if paid:
        price |= _amounts(paid, [piece for piece in free if piece.groups], [piece.text for piece in pieces], is_free=bool(general))
    elif price["is_free"] is None and _PAID.search(low) and not free:
        price = {"is_free": False}
    return {"price": price | _besides_shape(besides) | _remarks(low, price, free)}


def _free(paid: list[Piece]) -> tuple[Shape, list[Piece]]:
    """What "free" means beside amounts: free for everybody else, or, beside a ticket's price for everybody, nothing that is sure."""
    if any(_ENTRANCE.search(piece.text) and not piece.groups and any(piece.amounts) for piece in paid):
        return {"is_free": None}, []
    return {"is_free": True}, [piece for piece in paid if piece.groups]


def _besides(pieces: list[Piece], text: str, *, is_free: bool) -> list[Piece]:
    """Clauses about money for something besides: beside "free", or where it is said to be voluntary, or an extra cost."""
    voluntary = bool(_VOLUNTARY.search(text))
    return [
        piece
        for piece in pieces
        if piece.amounts
        and not piece.groups
        and ((_named(piece) and (is_free or voluntary or _is_extra(piece))) or _named(piece) in _NEVER_ENTRANCE)
    ]


def _is_extra(piece: Piece) -> bool:
    """True for money that comes on top of the price."""
    return bool(_EXTRA.search(piece.text) or _MEASURED.search(piece.text))


def _named(piece: Piece) -> str:
    """What the money of a clause is for besides the entrance; a voluntary payment without a name is a donation, stuff a material."""
    nameless = "donation" if _VOLUNTARY.search(piece.text) else "materials" if _MEASURED.search(piece.text) else ""
    return piece.besides or nameless


def _amounts(paid: list[Piece], free: list[Piece], texts: list[str], *, is_free: bool) -> Shape:
    """Least and most, for whom, and what one pays for."""
    numbers = [number for piece in paid for number in piece.amounts] + [0.0 for _ in free]
    low, high = min(numbers), max(numbers)
    shape: Shape = {"is_free": is_free or high == 0, "min": low, "max": high, "currency": "EUR"}
    if all(piece.is_from for piece in paid):
        shape["max"] = None
    units = [_unit([piece.text]) for piece in paid]
    if len(paid) > 1 and len(set(filter(None, units))) > 1:
        shape["options"] = [
            {"label": piece.group or None, "amount": amount} | ({"unit": unit} if unit else {})
            for piece, unit in zip(paid, units, strict=True)
            for amount in piece.amounts
        ]
        return shape
    if unit := _unit(texts) or _unit(piece.text for piece in paid):
        shape["unit"] = unit
    if options := _options(paid, free):
        shape["options"] = options
    return shape


def _unit(texts: Iterable[str]) -> str:
    """What one pays for (a visit, a course), ``""`` where it does not say or says several things."""
    found = {code for text in texts for code, shape in _UNITS if shape.search(text)}
    return found.pop() if len(found) == 1 else ""


def _options(paid: list[Piece], free: list[Piece]) -> list[Shape]:
    """The amounts one by one, where they are for different people: the first of ``15/10 e`` is the ordinary one."""
    options: list[Shape] = []
    for piece in paid:
        if piece.is_span or piece.is_choice:
            continue
        if len(piece.amounts) == 1:
            labels: tuple[str | None, ...] = piece.groups or (_door(piece, paid),)
            options += [{"label": label, "amount": piece.amounts[0]} for label in labels]
            continue
        first = piece.group if piece.grouped_first and piece.group != "reduced" else None
        labels = (first, *["reduced"] * (len(piece.amounts) - 1))
        options += [{"label": label, "amount": amount} for label, amount in zip(labels, piece.amounts, strict=True)]
    options += [{"label": group, "amount": 0.0} for piece in free for group in piece.groups]
    return options if len(options) > 1 or any(option["label"] for option in options) else []


def _door(piece: Piece, paid: list[Piece]) -> str | None:
    """``advance`` for what is paid beforehand beside another price."""
    return "advance" if len(paid) > 1 and _ADVANCE.search(piece.text) else None


def _besides_shape(besides: list[Piece]) -> Shape:
    """What is asked for besides."""
    told = [{"label": _named(piece), "amount": piece.amounts[0], "currency": "EUR"} for piece in besides]
    return {"optional": told} if told else {}


def _remarks(text: str, price: Shape, free: list[Piece]) -> Shape:
    """Cards, vouchers, materials, and for whom alone it is free."""
    shape: Shape = {}
    if cards := _in_order(CARDS.codes(text), words.CARDS):
        shape["concessions"] = cards
    if vouchers := _in_order(VOUCHERS.codes(text), words.VOUCHERS):
        shape["payment"] = vouchers
    if _MATERIALS.search(text):
        shape["includes_materials"] = True
    groups = [group for piece in free for group in piece.groups]
    if groups and price["is_free"] is None:
        shape["free_for"] = groups
    return shape


def _in_order(found: list[str], table: tuple[tuple[str, str], ...]) -> list[str]:
    """The codes in the order of their table."""
    return [code for code, _ in table if code in found]


def tells_price(text: str) -> bool:
    """True where a text says anything of a price."""
    if not _TRIGGER.search(low_of(text)):
        return False
    shape = read_price(text)["price"]
    return shape["is_free"] is not None or len(shape) > 1 or bool(AMOUNTS.search(low_of(text)))
