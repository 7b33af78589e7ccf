"""An event as people say it is: its listings with the corrections of a person over what the source says.

The listings that are given are not changed and not stored again: what comes back is what the event is made from. Of a series and its
changed instances those are corrected that say what the series says; an instance that says something else of its own keeps it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from harvesters.source import PlaceEntry
from normalize.corrections import Correction, with_text
from normalize.corrections_fields import Value
from normalize.model import Evidence, Feature, Listing, Offer, Registration, Start
from normalize.phrase_prices import read_price
from normalize.recurrence import Window
from normalize.recurrence_zone import zone as zone_of
from normalize.relate import Related, relate, shown_zone
from normalize.times import instant, settle, stamp
from normalize.where import inherited

_FIRST = ("place_id", "price", "start")
"""Corrected before the others, which may say more exactly what follows from these or are judged by them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """What a correction of an event may refer to, as it is after the places' own corrections."""

    places: Mapping[str, PlaceEntry] = field(default_factory=dict)
    organizers: frozenset[str] = frozenset()
    features: Mapping[str, Sequence[Correction]] = field(default_factory=dict)
    """Place id -> the corrections of its accessibility."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """An event with its corrections."""

    related: Related
    listings: tuple[Listing, ...]
    """Its listings as people say they are."""
    said: Mapping[str, Value]
    """Field -> what the source says of it."""
    refused: Mapping[str, str]
    """Field -> why its correction does not fit the event as it is now: ``series``, ``no_name``, ``unknown_place``,
    ``unknown_organizer``, ``end_before_start``."""


class _RefusedError(Exception):
    """A correction that does not fit; the code says why."""


def relate_corrected(
    event_id: str, listings: Sequence[Listing], corrections: Sequence[Correction], registry: Registry, window: Window
) -> Corrected:
    """The event of these listings, its corrected fields as people say. Its ids are those it has without any correction."""
    lead = lead_of(listings)
    ours = [_inheriting(listing, registry) for listing in listings]
    said = {one.key.field: said_of_event(lead, one.key.field, window) for one in corrections}
    refused: dict[str, str] = {}
    for correction in sorted(corrections, key=_order):
        try:
            ours = _applied(ours, listings, lead, correction, registry, window)
        except _RefusedError as reason:
            refused[correction.key.field] = str(reason)
    ours = [_sound(listing, window) for listing in ours]
    if ours == list(listings):
        return Corrected(related=relate(event_id, listings, window), listings=tuple(ours), said=said, refused=refused)
    shown = lead_of(ours)
    related = replace(relate(event_id, ours, window), corrected=shown)
    return Corrected(related=_with_first_ids(related, lead, shown), listings=tuple(ours), said=said, refused=refused)


def lead_of(listings: Sequence[Listing]) -> Listing:
    """The listing whose fields are the event's, as in ``normalize.relate``."""
    return min(listings, key=lambda listing: (listing.recurrence_id, listing.id))


def _order(correction: Correction) -> tuple[bool, str]:
    return correction.key.field not in _FIRST, correction.key.field


def _with_first_ids(related: Related, lead: Listing, shown: Listing) -> Related:
    """A corrected start is no new instance: it keeps the id that the source's start gave it."""
    if lead.start is None or lead.start == shown.start:
        return related
    first = f"{related.event.id}-{stamp(lead.start, lead.timezone)}"
    return replace(related, occurrences=tuple(one.model_copy(update={"id": first}) for one in related.occurrences))


def _applied(  # noqa: PLR0913, PLR0917 - all of it decides
    ours: Sequence[Listing], listings: Sequence[Listing], lead: Listing, correction: Correction, registry: Registry, window: Window
) -> list[Listing]:
    """The listings with one more correction; raises ``_RefusedError``."""
    name = correction.key.field
    root, _, rest = name.partition(".")
    if root in {"start", "end"} and (len(listings) > 1 or lead.recurrence is not None or lead.recurrence_id):
        raise _RefusedError("series")
    if root in {"place_id", "organizer_id"}:
        _refuse_unknown(root, correction.value, registry)
    said = said_of_event(lead, name, window)
    put = _PUTS.get(root, _put_plain)
    made = []
    for mine, original in zip(ours, listings, strict=True):
        if original.id == lead.id or said_of_event(original, name, window) == said:
            mine = put(mine, rest, _Change(correction=correction, registry=registry, zone=shown_zone(mine, window)))  # noqa: PLW2901
            mine = _with_evidence(mine, root, rest)  # noqa: PLW2901
        made.append(mine)
    return made


def _refuse_unknown(root: str, value: Value, registry: Registry) -> None:
    if root == "place_id" and value is not None and value not in registry.places:
        raise _RefusedError("unknown_place")
    if root == "organizer_id" and value not in registry.organizers:
        raise _RefusedError("unknown_organizer")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """One correction on its way into a listing."""

    correction: Correction
    registry: Registry
    zone: str
    """On whose clock a person writes a time."""

    @property
    def value(self) -> Value:
        return self.correction.value


def said_of_event(listing: Listing, name: str, window: Window) -> Value:
    """What a listing says of a field, canonical."""
    root, _, rest = name.partition(".")
    details = listing.details
    if root in {"name", "description"}:
        texts: Mapping[str, str] = getattr(listing, root)
        return texts.get(rest)
    if root == "accessibility":
        return next((one.is_available for one in details.accessibility if one.code == rest and not one.is_inherited), None)
    if root == "registration":
        return _written(getattr(details.registration, rest, None), shown_zone(listing, window))
    if root == "price":
        return "; ".join(filter(None, map(_price_words, details.offers))) or None
    if root == "hidden":
        return False
    holder = listing if root in Listing.model_fields else details
    return _written(getattr(holder, root), shown_zone(listing, window))


def _written(value: Any, zone: str) -> Value:
    """A value of the model in its canonical form."""
    if isinstance(value, datetime):
        local = value.astimezone(zone_of(zone)).replace(tzinfo=None)
        return local.isoformat(timespec="seconds" if local.second else "minutes")
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    if isinstance(value, tuple):
        return tuple(sorted(map(str, value)))
    plain: Value = value if value != "" else None
    return plain


def _price_words(offer: Offer) -> str:
    """The words of a price; where there are none, its amounts."""
    if offer.price or offer.minimum is None:
        return offer.price
    most = "" if offer.maximum in {None, offer.minimum} else f"–{offer.maximum:g}"
    return f"{offer.minimum:g}{most} {offer.currency or 'EUR'}"


def _moment(value: Value, zone: str) -> Start | None:
    """A time as a person wrote it, on the clock of the event."""
    if value is None:
        return None
    text = str(value)
    return settle(datetime.fromisoformat(text) if "T" in text else datetime.fromisoformat(text).date(), zone).start


def _put_plain(listing: Listing, _: str, change: _Change) -> Listing:
    """A field that stands by itself, in the listing or in its details."""
    name, value = change.correction.key.field, change.value
    if name in Listing.model_fields:
        return listing.model_copy(update={name: _emptied(value, getattr(listing, name))})
    more: dict[str, object] = {"birth_years": None} if name in {"minimum_age", "maximum_age"} else {}
    return _with_details(listing, {name: _emptied(value, getattr(listing.details, name)), **more})


def _emptied(value: Value, before: object) -> object:
    """The model's own way to say that a text is not told."""
    return "" if value is None and isinstance(before, str) else value


def _with_details(listing: Listing, update: Mapping[str, object]) -> Listing:
    return listing.model_copy(update={"details": listing.details.model_copy(update=update)})


def _put_texts(listing: Listing, language: str, change: _Change) -> Listing:
    root = change.correction.key.field.partition(".")[0]
    texts = with_text(getattr(listing, root), language, change.value)
    if root == "name" and not texts:
        raise _RefusedError("no_name")
    return listing.model_copy(update={root: texts})


def _put_time(listing: Listing, _: str, change: _Change) -> Listing:
    return listing.model_copy(update={change.correction.key.field: _moment(change.value, change.zone)})


def _put_start(listing: Listing, _: str, change: _Change) -> Listing:
    """The start, and no end of the source's that cannot belong to it: half of a time is better than a wrong one."""
    start = _moment(change.value, change.zone)
    moved = listing.model_copy(update={"start": start})
    return moved if _is_in_order(moved, change.zone) else moved.model_copy(update={"end": None})


def _put_end(listing: Listing, name: str, change: _Change) -> Listing:
    made = _put_time(listing, name, change)
    if change.value is not None and not _is_in_order(made, change.zone):
        raise _RefusedError("end_before_start")
    return made


def _is_in_order(listing: Listing, zone: str) -> bool:
    """True where the end is after the start and of its sort, a day or an instant; or where one of them is not told."""
    start, end = listing.start, listing.end
    if start is None or end is None:
        return True
    return isinstance(start, datetime) == isinstance(end, datetime) and instant(start, zone) < instant(end, zone)


def _sound(listing: Listing, window: Window) -> Listing:
    """The listing without an end that a later correction of its start left behind."""
    return listing if _is_in_order(listing, shown_zone(listing, window)) else listing.model_copy(update={"end": None})


def _put_place(listing: Listing, _: str, change: _Change) -> Listing:
    """Another place, with where it is and what is known of it; what the source told of the former one's room goes."""
    place = None if change.value is None else change.registry.places[str(change.value)]
    own = tuple(one for one in listing.details.accessibility if not one.is_inherited)
    update: dict[str, object] = {"place_id": "", "room": "", "municipality_code": "", "postal_code": ""}
    if place is not None:
        update |= {"place_id": place.id, "municipality_code": place.municipality_code, "postal_code": place.postal_code}
        update |= {"latitude": None, "longitude": None}
    evidence = tuple(one for one in listing.details.evidence if one.field not in {"room", "municipality_code"})
    moved = _with_details(listing.model_copy(update=update), {"accessibility": inherited(own, place), "evidence": evidence})
    return _inheriting(moved, change.registry)


def _merged(own: Sequence[Feature], more: Sequence[Feature]) -> tuple[Feature, ...]:
    """Each feature once, what stands first counts; sorted by code."""
    found: dict[str, Feature] = {}
    for feature in (*own, *more):
        found.setdefault(feature.code, feature)
    return tuple(found[code] for code in sorted(found))


def _inheriting(listing: Listing, registry: Registry) -> Listing:
    """The listing with what a person corrected of its place's accessibility, without waiting for the next harvest."""
    corrections, place = registry.features.get(listing.place_id, ()), registry.places.get(listing.place_id)
    if not corrections or (place is not None and place.online):
        return listing
    values = {one.key.field.partition(".")[2]: one for one in corrections}
    kept = [one for one in listing.details.accessibility if not (one.is_inherited and one.code in values)]
    more = [_feature(code, one, is_inherited=True) for code, one in values.items() if one.value is not None]
    found = _merged(kept, more)
    return listing if found == listing.details.accessibility else _with_details(listing, {"accessibility": found})


def _feature(code: str, correction: Correction, *, is_inherited: bool) -> Feature:
    return Feature(code=code, is_available=bool(correction.value), said_by=correction.by, said_on=correction.on, is_inherited=is_inherited)


def _put_feature(listing: Listing, code: str, change: _Change) -> Listing:
    rest = [one for one in listing.details.accessibility if one.code != code]
    own = [] if change.value is None else [_feature(code, change.correction, is_inherited=False)]
    return _with_details(listing, {"accessibility": _merged(own, rest)})


def _put_registration(listing: Listing, name: str, change: _Change) -> Listing:
    before = listing.details.registration or Registration()
    value: object = change.value
    if name in {"opens", "closes"}:
        value = _moment(change.value, change.zone)
    made = before.model_copy(update={name: _emptied(change.value, getattr(before, name)) if value is None else value})
    return _with_details(listing, {"registration": made if made != Registration() else None})


def _put_price(listing: Listing, _: str, change: _Change) -> Listing:
    """The words of a price and what they mean; without words, no price is known."""
    if change.value is None:
        return _with_details(listing, {"offers": (), "is_accessible_for_free": None})
    words = str(change.value)
    price = read_price(words)["price"]
    is_free = price["is_free"]
    offer = Offer(price=words, currency=price.get("currency", ""), is_free=is_free, minimum=price.get("min"), maximum=price.get("max"))
    return _with_details(listing, {"offers": (offer,), "is_accessible_for_free": is_free})


def _keep(listing: Listing, _: str, _change: _Change) -> Listing:
    """A hidden event is taken off by the store; nothing of it is another."""
    return listing


_PUTS: dict[str, Callable[[Listing, str, _Change], Listing]] = {
    "name": _put_texts,
    "description": _put_texts,
    "start": _put_start,
    "end": _put_end,
    "place_id": _put_place,
    "accessibility": _put_feature,
    "registration": _put_registration,
    "price": _put_price,
    "hidden": _keep,
}
_OF_DETAILS = {"price": ("offers", "is_accessible_for_free")}
"""Where one correction stands for several fields of the model."""


def _with_evidence(listing: Listing, root: str, rest: str) -> Listing:
    """Says that a person said so, in place of what had been read."""
    if root == "hidden":
        return listing
    fields = _OF_DETAILS.get(root, (root,))
    ours = [Evidence(field=name, value=rest, origin="correction", rule="corrected", certainty="declared") for name in fields]
    kept = [one for one in listing.details.evidence if not (one.field in fields and rest in {"", one.value})]
    evidence = tuple(sorted((*kept, *ours), key=lambda one: (one.field, one.value)))
    return _with_details(listing, {"evidence": evidence})
