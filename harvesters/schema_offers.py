"""What it costs, how to enrol, and how many places are left (schema.org Offer, AggregateOffer, potentialAction, capacities)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from harvesters.json_document import integer, items, text
from harvesters.ledger import Notes
from harvesters.record import Availability, Moment, RawOffer, RawRegistration
from harvesters.schema_times import moment
from harvesters.schema_values import MOST, Node, addresses, first, local, plain, things, types, yes_or_no

_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)
_STATES = {
    "InStock": "open",
    "LimitedAvailability": "open",
    "OnlineOnly": "open",
    "InStoreOnly": "open",
    "PreOrder": "open",
    "SoldOut": "full",
    "OutOfStock": "full",
    "BackOrder": "queue",
    "PreSale": "not_yet_open",
    "Discontinued": "closed",
}
"""schema.org ItemAvailability."""
_ENROLLING = frozenset(("RegisterAction", "ReserveAction", "JoinAction", "BuyAction"))


def offers(node: Node, notes: Notes) -> tuple[RawOffer, ...]:
    """Every price in the publisher's words; ``isAccessibleForFree`` as an offer of its own where no offer can carry it."""
    found = list(dict.fromkeys(offer for told in items(node.get("offers"))[:MOST] for offer in _offers(told, notes)))
    free = yes_or_no(first(node, "isAccessibleForFree", "free"))
    if free is None:
        return tuple(found)
    if not found or (free and all(offer.price for offer in found)):
        found.append(RawOffer(is_free=free))
    return tuple(offer if offer.price else replace(offer, is_free=free) for offer in found)


def _offers(told: Any, notes: Notes, depth: int = 2) -> Iterator[RawOffer]:
    """The prices of one value: an Offer, an AggregateOffer with or without the offers it sums up, an address, or words."""
    if not isinstance(told, dict):
        words = text(told)
        if words and not re.match(r"(?:https?:)?//|\S+\.\S+/\S*$", words):
            yield RawOffer(price=words)
        elif words:
            yield RawOffer(url=next(iter(addresses(words, notes, "offers")), ""))
        return
    inner = [offer for item in items(told.get("offers"))[:MOST] for offer in _offers(item, notes, depth - 1)] if depth else []
    yield from inner or [_offer(told, notes)]


def _offer(told: Node, notes: Notes) -> RawOffer:
    specified = next(iter(things(told.get("priceSpecification"))), {})
    price = (
        "/".join(filter(None, map(plain, items(told.get("price"))))) or _range(told) or plain(specified.get("price")) or _range(specified)
    )
    currency = plain(first(told, "priceCurrency") or specified.get("priceCurrency")).upper()
    return RawOffer(
        price=price,
        currency=currency if _CURRENCY.fullmatch(currency) else "",
        is_free=yes_or_no(told.get("isAccessibleForFree")),
        name=plain(first(told, "name", "category")),
        url=next(iter(addresses(told.get("url"), notes, "offers.url")), ""),
    )


def _range(told: Node) -> str:
    """``9–12`` of ``lowPrice`` and ``highPrice``; one of them alone as it stands."""
    ends = plain(first(told, "lowPrice", "minPrice")), plain(first(told, "highPrice", "maxPrice"))
    return "–".join(dict.fromkeys(filter(None, ends)))


def registration(node: Node, formats: Sequence[str], notes: Notes) -> RawRegistration | None:
    """How to enrol: the address of an action to register or to reserve, when it opens and closes, and for how many."""
    actions = [action for action in things(node.get("potentialAction")) if _ENROLLING.intersection(types(action))]
    url = next(
        (address for action in actions for address in addresses(action.get("target") or action.get("url"), notes, "potentialAction")), ""
    )
    capacity = _count(node, "maximumAttendeeCapacity", "maximumPhysicalAttendeeCapacity")
    selling = [told for told in things(node.get("offers")) if url or text(told.get("url"))]
    opens = _earliest(selling, ("availabilityStarts", "validFrom"), formats)
    closes = _earliest(selling, ("availabilityEnds", "validThrough"), formats)
    if not url and capacity is None and opens is None and closes is None:
        return None
    return RawRegistration(url=url, opens=opens, closes=closes, capacity=capacity)


def _earliest(told: Sequence[Node], names: Sequence[str], formats: Sequence[str]) -> Moment | None:
    """The time of the only offer that tells one; several that differ say nothing about the event as a whole."""
    found = set[Moment]()
    for offer in told:
        try:
            found.add(moment(plain(first(offer, *names)), formats))
        except ValueError:
            continue
    return next(iter(found)) if len(found) == 1 else None


def availability(node: Node, uid: str) -> Availability | None:
    """Places left at this moment, ``None`` where nothing tells."""
    told = [_STATES.get(local(plain(offer.get("availability"))), "") for offer in _sold(node.get("offers"))]
    remaining = _count(node, "remainingAttendeeCapacity")
    state = "full" if remaining == 0 else _state([state for state in told if state])
    if remaining is None and not state:
        return None
    capacity = _count(node, "maximumAttendeeCapacity", "maximumPhysicalAttendeeCapacity")
    return Availability(uid=uid, remaining=remaining, capacity=capacity, state=state)


def _sold(value: Any, depth: int = 2) -> Iterator[Node]:
    for offer in things(value):
        yield offer
        if depth:
            yield from _sold(offer.get("offers"), depth - 1)


def _state(states: Sequence[str]) -> str:
    """Open while any offer is; otherwise the state that all of them share."""
    if "open" in states:
        return "open"
    return states[0] if states and len(set(states)) == 1 else ""


def _count(node: Node, *names: str) -> int | None:
    """A number of people, none where it is negative or no number."""
    number = integer(plain(first(node, *names)))
    return number if number is not None and number >= 0 else None
