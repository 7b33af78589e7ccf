"""How the national register of services (PTV, open API v11) tells of a wellbeing county: services, and the locations they are given at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from examples.norppala.entry import Entry
from examples.norppala.publisher import Publisher, as_json

from .tm35fin import to_tm35fin

Json = dict[str, Any]

_CLASS_URI = "http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/"
_GROUP_URI = "http://uri.suomi.fi/codelist/ptv/ptvkohderyhmat/code/"
_MODIFIED = "2026-11-12T08:30:00Z"
_ORGANIZATION = "hyvinvointialue"
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


class _Service(NamedTuple):
    """A service as the county thinks of it."""

    name: str
    swedish: str
    summary: str
    service_class: tuple[str, str]
    group: tuple[str, str]
    channel: str
    charge: str = "FreeOfCharge"


class _Location(NamedTuple):
    """A service location: where, and on which days from when to when."""

    name: str
    swedish: str
    venue: str
    days: tuple[tuple[str, str, str], ...]


_SERVICES = (
    _Service("Omaishoidon tuki", "Stöd för närståendevård", "Neuvontaa ja vapaita omaishoitajille.",
             ("P4.12", "Sosiaalipalvelujen vertais- ja vapaaehtoistoiminta"), ("KR1.1", "Ikäihmiset"), "keskus"),
    _Service("Terveysneuvonta ilman ajanvarausta", "Hälsorådgivning utan tidsbokning", "Terveydenhoitajan neuvontaa arjen terveydestä.",
             ("P5.17", "Terveyden ja hyvinvoinnin neuvonta"), ("KR1", "Kansalaiset"), "kerimaki"),
    _Service("Kotoutumisen ohjaus", "Handledning i integration", "Apua maahan muuttaneen ensimmäisiin askeliin.",
             ("P4.11", "Maahanmuuttajien kotouttaminen"), ("KR1", "Kansalaiset"), "keskus"),
    _Service("Muistineuvonta", "Minnesrådgivning", "Muistihoitajan neuvontaa ikäihmisille ja läheisille.",
             ("P4.2", "Vanhusten palvelut"), ("KR1.1", "Ikäihmiset"), "keskus"),
)  # fmt: skip
_LOCATIONS = {
    "keskus": _Location("Norppalan sosiaali- ja terveyskeskus", "Norppala social- och hälsocentral", "v-kansalaisopisto",
                        tuple((day, "08:00:00", "15:30:00") for day in _WEEK)),
    "kerimaki": _Location("Kerimäen hyvinvointipiste", "Kerimäki välfärdspunkt", "v-kerimaki-talo",
                          (("Tuesday", "09:00:00", "12:00:00"), ("Thursday", "12:00:00", "15:00:00"))),
}  # fmt: skip


def write(publisher: Publisher, _entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """The services and the channels of one municipality; the server makes pages of each."""
    return {
        "s11/services.json": as_json([_service(service) for service in _SERVICES]),
        "s11/channels.json": as_json([_channel(publisher, key, location) for key, location in _LOCATIONS.items()]),
    }


def _guid(what: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"norppala:ptv:{what}"))


def _texts(kind: str, fi: str, sv: str = "") -> list[Json]:
    """A text of a kind in each language that there is."""
    return [{"language": language, "value": value, "type": kind} for language, value in (("fi", fi), ("sv", sv)) if value]


def _service(service: _Service) -> Json:
    """One service; its channel is named by id."""
    code, class_name = service.service_class
    group, group_name = service.group
    return {
        "id": _guid(service.name),
        "type": "Service",
        "fundingType": "PubliclyFunded",
        "serviceChargeType": service.charge,
        "areaType": "LimitedType",
        "areas": [{"type": "Municipality", "municipalities": [{"code": "740", "name": [{"language": "fi", "value": "Savonlinna"}]}]}],
        "serviceNames": _texts("Name", service.name, service.swedish),
        "serviceDescriptions": [*_texts("Summary", service.summary), *_texts("Description", f"{service.summary} Ajanvarausta ei tarvita.")],
        "languages": ["fi", "sv"],
        "keywords": [],
        "serviceClasses": [{"name": [{"language": "fi", "value": class_name}], "code": code, "uri": f"{_CLASS_URI}{code}"}],
        "ontologyTerms": [],
        "targetGroups": [{"name": [{"language": "fi", "value": group_name}], "code": group, "uri": f"{_GROUP_URI}{group}"}],
        "lifeEvents": [],
        "serviceChannels": [{"serviceChannel": {"id": _guid(service.channel), "name": _LOCATIONS[service.channel].name}}],
        "organizations": [{"roleType": "Responsible", "organization": {"id": _guid(_ORGANIZATION), "name": "Norppalan hyvinvointialue"}}],
        "publishingStatus": "Published",
        "modified": _MODIFIED,
    }


def _channel(publisher: Publisher, key: str, location: _Location) -> Json:
    """One service location with its opening hours; its coordinates are texts in ETRS-TM35FIN."""
    venue = publisher.venues[location.venue]
    northing, easting = to_tm35fin(venue["lat"], venue["lon"])
    street = {
        "street": [{"language": "fi", "value": "Sairaalatie"}],
        "streetNumber": "3",
        "postalCode": venue["postal_code"],
        "postOffice": [{"language": "fi", "value": "SAVONLINNA"}],
        "municipality": {"code": "740", "name": [{"language": "fi", "value": "Savonlinna"}]},
        "latitude": f"{northing:.3f}",
        "longitude": f"{easting:.3f}",
        "coordinateState": "Ok",
    }
    hours = [{"dayFrom": day, "dayTo": None, "from": begin, "to": end, "order": 0} for day, begin, end in location.days]
    return {
        "id": _guid(key),
        "serviceChannelType": "ServiceLocation",
        "organizationId": _guid(_ORGANIZATION),
        "serviceChannelNames": _texts("Name", location.name, location.swedish),
        "serviceChannelDescriptions": [
            *_texts("Summary", "Hyvinvointialueen palvelupaikka."),
            *_texts("Description", "Pääovi on pihan puolella."),
        ],
        "areaType": "LimitedType",
        "languages": ["fi", "sv"],
        "addresses": [{"type": "Location", "subType": "Single", "streetAddress": street, "country": "FI", "entrances": []}],
        "phoneNumbers": [],
        "emails": [],
        "webPages": [{"language": "fi", "value": f"{publisher.site}/palvelupaikat/{key}", "url": f"{publisher.site}/palvelupaikat/{key}"}],
        "serviceHours": [
            {
                "serviceHourType": "DaysOfTheWeek",
                "validFrom": None,
                "validTo": None,
                "isClosed": False,
                "validForNow": True,
                "isAlwaysOpen": False,
                "isReservation": False,
                "openingHour": hours,
                "additionalInformation": [],
            }
        ],
        "services": [{"service": {"id": _guid(service.name), "name": service.name}} for service in _SERVICES if service.channel == key],
        "publishingStatus": "Published",
        "modified": _MODIFIED,
    }
