"""What it costs: free, so many euros and for whom, or the publisher's own words; and the same as schema.org offers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from normalize.links import web_address
from normalize.model import Details, Offer
from publish.edition import Edition
from publish.views import Link

_NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,2})?")
_AGED = re.compile(r"(?:under|over)_\d+|ages_\d+_\d+")
_EURO = frozenset({"", "EUR"})


def price_lines(details: Details, edition: Edition, lang: str = "") -> Iterator[Link]:
    """Each price once, those that one need not pay last, then the cards that are taken; ``lang`` marks the publisher's own words."""
    words = edition.words
    offers = sorted(dict.fromkeys(details.offers), key=lambda offer: offer.is_optional)
    told = [(offer, text) for offer in offers if (text := _offer(offer, edition))]
    lines = [Link(web_address(offer.url) or "", text, lang if _is_in_words(offer) else "") for offer, text in told]
    if details.is_accessible_for_free and not any(offer.is_free for offer in offers):
        lines.insert(0, Link("", words("cost.free")))
    if details.is_accessible_for_free is False and not lines:
        lines.append(Link("", words("cost.paid")))
    if details.concessions:
        cards = [words(key) if (key := f"card.{code}") in words.texts else code for code in details.concessions]
        lines.append(Link("", words("cost.cards", cards=words.listed(cards))))
    yield from dict.fromkeys(lines)


def _is_in_words(offer: Offer) -> bool:
    """True where the publisher's own words are shown, as a name or for want of an amount."""
    understood = offer.is_free or (offer.minimum is not None and offer.currency in _EURO)
    return bool(offer.name) or not (understood or _NUMBER.fullmatch(offer.price))


def _offer(offer: Offer, edition: Edition) -> str:
    """``Lapset: 5 € / kerta``; ``""`` for an offer that says nothing."""
    words = edition.words
    price = words("cost.free") if offer.is_free and not offer.maximum else _amount(offer, edition)
    if not price:
        return ""
    name = _name(offer, edition)
    text = words("cost.named", name=name, price=price) if name else price
    return words("cost.optional", price=text) if offer.is_optional else text


def _name(offer: Offer, edition: Edition) -> str:
    """For whom a price is: the publisher's name of it, a group's, or ages (``under_12``, ``ages_4_12``); ``""`` where it is for all."""
    words = edition.words
    code, *years = offer.group.split("_") if (aged := _AGED.fullmatch(offer.group)) else (offer.group,)
    key = f"group.{code}"
    if offer.name or key not in words.texts:
        return offer.name
    return words(key, **dict(zip(("n", "m"), years, strict=False))) if aged else words(key)


def _amount(offer: Offer, edition: Edition) -> str:
    """The amounts that were understood, else the publisher's words."""
    words = edition.words
    if offer.minimum is None or offer.currency not in _EURO:
        return _in_words(offer, edition)
    amount = number_in_words(offer.minimum, edition)
    if offer.maximum is not None and offer.maximum != offer.minimum:
        amount = f"{amount}–{number_in_words(offer.maximum, edition)}"
    told = words("cost.euros", amount=amount)
    key = f"unit.{offer.unit}"
    return words(key, price=told) if key in words.texts else told


def _in_words(offer: Offer, edition: Edition) -> str:
    """The publisher's words; a bare number with its currency."""
    if not _NUMBER.fullmatch(offer.price) or offer.currency not in _EURO:
        return f"{offer.price} {offer.currency}".strip()
    return edition.words("cost.euros", amount=number_in_words(float(offer.price.replace(",", ".")), edition))


def number_in_words(value: float, edition: Edition) -> str:
    """``5`` or ``5,50``."""
    whole, _, cents = f"{value:.2f}".partition(".")
    return whole if cents == "00" else edition.words("cost.decimal", whole=whole, cents=cents)


def json_offers(details: Details, edition: Edition) -> dict[str, Any]:
    """schema.org ``offers`` and ``isAccessibleForFree``, only where a price or its absence is told."""
    offers = [told for offer in details.offers if not offer.is_optional and (told := _json_offer(offer, edition))]
    if details.is_accessible_for_free and not offers:
        offers = [{"@type": "Offer", "price": "0", "priceCurrency": "EUR"}]
    return {"offers": offers or None, "isAccessibleForFree": details.is_accessible_for_free}


def _json_offer(offer: Offer, edition: Edition) -> dict[str, Any]:
    """One offer, or an AggregateOffer where the price is a span."""
    currency = offer.currency or "EUR"
    told: dict[str, Any] = {"@type": "Offer", "price": _json_price(offer), "priceCurrency": currency}
    if offer.minimum is not None and offer.maximum is not None and offer.maximum > offer.minimum:
        told = {"@type": "AggregateOffer", "lowPrice": _plain(offer.minimum), "highPrice": _plain(offer.maximum), "priceCurrency": currency}
    elif not told["price"]:
        return {}
    told |= {"name": _name(offer, edition) or None, "url": web_address(offer.url) or None}
    return {key: value for key, value in told.items() if value}


def _json_price(offer: Offer) -> str:
    if offer.minimum is not None:
        return _plain(offer.minimum)
    return offer.price.replace(",", ".") if _NUMBER.fullmatch(offer.price) else "0" if offer.is_free else ""


def _plain(value: float) -> str:
    return f"{value:.2f}".removesuffix(".00")
