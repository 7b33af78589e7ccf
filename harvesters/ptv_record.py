"""One service or service location of PTV, told alike by every version of its interface, and how it becomes a RawEvent."""

from __future__ import annotations

from dataclasses import dataclass, field

from harvesters.etrs_tm35fin import to_wgs84
from harvesters.json_texts import best, texts
from harvesters.ledger import Notes, Refused
from harvesters.record import RawEvent, RawHours, RawOffer, Text

ByLanguage = dict[str, str]
_MOST_WORDS, _MOST_SENTENCES = 30, 40
_FREE = {"FreeOfCharge", "Free"}
_CHARGED = {"Chargeable", "Charged"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PtvPlace:
    """One visiting address with its coordinates as written (ETRS-TM35FIN, metres)."""

    address: str = ""
    northing: str = ""
    easting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PtvRecord:
    """What both versions say of one record; texts by language as PTV tags them."""

    uid: str
    channel_type: str = ""
    """``ServiceLocation`` ...; empty for a service."""
    names: ByLanguage = field(default_factory=dict)
    other_names: ByLanguage = field(default_factory=dict)
    summaries: ByLanguage = field(default_factory=dict)
    descriptions: ByLanguage = field(default_factory=dict)
    instructions: ByLanguage = field(default_factory=dict)
    """How to use the service, and what it asks for."""
    charge_type: str = ""
    charge_details: ByLanguage = field(default_factory=dict)
    categories: tuple[str, ...] = ()
    """Codes of service classes and life events, URIs of ontology terms, keywords."""
    audience: tuple[str, ...] = ()
    """Codes of target groups."""
    languages: tuple[str, ...] = ()
    places: tuple[PtvPlace, ...] = ()
    accessibility: tuple[str, ...] = ()
    hours: tuple[RawHours, ...] = ()
    web_pages: ByLanguage = field(default_factory=dict)
    organizer: ByLanguage = field(default_factory=dict)
    status: str = ""
    """``Published``, ``Draft`` ..."""
    extra: dict[str, str] = field(default_factory=dict)


def event_of(record: PtvRecord, language: str, digest: str, shown: str, notes: Notes) -> RawEvent | None:
    """The record as a standing service; ``None`` for one that is not published; raises ``Refused`` for one without id or name."""
    if record.status not in {"", "Published"}:
        return None
    if not record.uid or not record.names:
        raise Refused("required_field_missing", "names" if record.uid else "id", record.uid)
    place = next(iter(record.places), PtvPlace())
    latitude, longitude = _position(record, notes)
    is_place = record.channel_type == "ServiceLocation"
    return RawEvent(
        uid=record.uid,
        digest=digest,
        text=shown,
        kind="service",
        name=texts(record.names, language),
        description=_description(record, language),
        location=texts(record.names, language) if is_place else (),
        address=place.address,
        latitude=latitude,
        longitude=longitude,
        url=best(record.web_pages, language),
        categories=tuple(dict.fromkeys(record.categories))[:_MOST_WORDS],
        audience=tuple(dict.fromkeys(record.audience))[:_MOST_WORDS],
        accessibility=record.accessibility[:_MOST_SENTENCES],
        in_language=record.languages,
        organizer=texts(record.organizer, language),
        offers=_offers(record, language),
        hours=record.hours,
        extra=record.extra | _further(record),
    )


def _description(record: PtvRecord, language: str) -> tuple[Text, ...]:
    """Summary, description and how to use it, one paragraph each, language by language."""
    tags = dict.fromkeys([*record.summaries, *record.descriptions, *record.instructions])
    parts = (record.summaries, record.descriptions, record.instructions)
    joined = {tag: "\n\n".join(dict.fromkeys(part[tag] for part in parts if tag in part)) for tag in tags}
    return texts(joined, language, html=True)


def _position(record: PtvRecord, notes: Notes) -> tuple[float | None, float | None]:
    """Degrees of the first address that has coordinates; ``bad_geo`` for numbers that are no point in Finland."""
    for place in record.places:
        if not place.northing and not place.easting:
            continue
        try:
            return to_wgs84(float(place.northing.replace(",", ".")), float(place.easting.replace(",", ".")))
        except (ValueError, OverflowError):
            notes.warn("bad_geo", "coordinates", f"{place.northing} {place.easting}")
    return None, None


def _offers(record: PtvRecord, language: str) -> tuple[RawOffer, ...]:
    """Whether it costs anything, only where PTV says so, with the publisher's words about it."""
    details = best(record.charge_details, language)
    is_free = True if record.charge_type in _FREE else False if record.charge_type in _CHARGED else None
    return (RawOffer(price=details, is_free=is_free),) if details or is_free is not None else ()


def _further(record: PtvRecord) -> dict[str, str]:
    """What RawEvent has no field for: other names, further addresses, the sort of channel."""
    found = {f"alternativeName.{tag}": name for tag, name in record.other_names.items()}
    if len(record.places) > 1:
        found["otherAddresses"] = "; ".join(place.address for place in record.places[1:] if place.address)[:500]
    if record.channel_type:
        found["serviceChannelType"] = record.channel_type
    return found
