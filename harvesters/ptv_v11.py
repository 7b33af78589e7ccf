"""Version 11 of PTV's open interface (and the names its earlier versions used): texts as lists of language and value."""

from __future__ import annotations

from typing import Any

from harvesters.json_document import mapping, mappings, text
from harvesters.json_people import left_over
from harvesters.json_texts import best, by_language, strings
from harvesters.json_words import one_line
from harvesters.ptv_codes import codes_of, role_contact
from harvesters.ptv_hours import hours_of
from harvesters.ptv_record import ByLanguage, PtvPlace, PtvRecord

_READ = {
    "areaType", "organizationId", "id", "type", "serviceNames", "serviceChannelNames", "serviceDescriptions",
    "serviceChannelDescriptions", "serviceChargeType", "languages", "keywords", "requirements", "serviceClasses", "ontologyTerms",
    "targetGroups", "lifeEvents", "organizations", "mainOrganization", "serviceChannelType", "addresses", "serviceHours", "webPages",
    "publishingStatus", "modified", "versionId", "areas", "municipalities", "areaMunicipalities", "availableLanguages",
    "displayNameType", "services", "serviceChannels", "serviceProducers", "legislation", "industrialClasses", "sourceId", "security",
    "serviceCollections", "supportPhones", "supportEmails", "phoneNumbers", "emails", "isVisibleForAll", "serviceVouchers",
    "serviceVouchersInUse", "responsibleSoteOrganization", "channelId", "attachments", "urls",
}  # fmt: skip
_NATIONWIDE = {"Nationwide", "WholeCountry", "NationwideExceptAlandIslands", "WholeCountryExceptAlandIslands"}


def is_v11(record: dict[str, Any]) -> bool:
    """True for a record in this version's shape."""
    return "serviceNames" in record or "serviceChannelNames" in record


def record_of(record: dict[str, Any], zone: str, language: str) -> PtvRecord:
    """The record in the words both versions share."""
    names = record.get("serviceNames") or record.get("serviceChannelNames")
    told = record.get("serviceDescriptions") or record.get("serviceChannelDescriptions")
    keywords = [text(one.get("value")) for one in mappings(record.get("keywords")) if text(one.get("language")) in {"", language}]
    codes = codes_of(record.get("serviceClasses"), record.get("lifeEvents"), record.get("ontologyTerms"))
    return PtvRecord(
        uid=text(record.get("id")),
        channel_type=text(record.get("serviceChannelType")),
        names=by_language(names, kind="Name") or by_language(names),
        other_names=by_language(names, kind="AlternativeName") or by_language(names, kind="AlternateName"),
        summaries=by_language(told, kind="Summary") or by_language(told, kind="ShortDescription"),
        descriptions=by_language(told, kind="Description"),
        instructions=_instructions(record, told),
        charge_type=text(record.get("serviceChargeType")),
        charge_details=by_language(told, kind="ChargeTypeAdditionalInfo"),
        categories=(*codes, *filter(None, keywords)),
        audience=codes_of(record.get("targetGroups")),
        languages=tuple(strings(record.get("languages"))),
        places=tuple(_places(record, language)),
        accessibility=tuple(_sentences(record, language)),
        hours=hours_of(record.get("serviceHours"), zone, language),
        web_pages=_web_pages(record),
        organizer=_organizer(record),
        status=text(record.get("publishingStatus")),
        extra=_extra(record, language),
    )


def _instructions(record: dict[str, Any], told: Any) -> ByLanguage:
    """How to use the service, and what is asked of its users, language by language."""
    use = by_language(told, kind="UserInstruction") or by_language(told, kind="ServiceUserInstruction")
    asked = by_language(record.get("requirements"))
    return {tag: "\n\n".join(part[tag] for part in (use, asked) if tag in part) for tag in {**use, **asked}}


def _places(record: dict[str, Any], language: str) -> list[PtvPlace]:
    """Visiting addresses; postal ones say nothing about where the door is."""
    found = []
    for one in mappings(record.get("addresses")):
        if text(one.get("type")) == "Postal":
            continue
        street, other = mapping(one.get("streetAddress")), mapping(one.get("otherAddress"))
        where = street or other
        name = best(by_language(where.get("street")), language)
        office = best(by_language(where.get("postOffice")), language)
        line = f"{name} {text(where.get('streetNumber'))}".strip() or best(by_language(where.get("additionalInformation")), language)
        address = one_line(line, f"{text(where.get('postalCode'))} {office}".strip())
        found.append(PtvPlace(address=address, northing=text(where.get("latitude")), easting=text(where.get("longitude"))))
    return [place for place in found if place.address or place.northing]


def _sentences(record: dict[str, Any], language: str) -> list[str]:
    """Accessibility sentences of the entrances, the main one first, in the wanted language where there is one."""
    entrances = [entrance for one in mappings(record.get("addresses")) for entrance in mappings(one.get("entrances"))]
    found = []
    for entrance in sorted(entrances, key=lambda one: one.get("isMainEntrance") is not True):
        for group in mappings(entrance.get("accessibilitySentences")):
            found += [best(by_language(one.get("sentence")), language) for one in mappings(group.get("sentences"))]
    return list(dict.fromkeys(filter(None, found)))


def _web_pages(record: dict[str, Any]) -> ByLanguage:
    found: ByLanguage = {}
    for one in mappings(record.get("webPages")):
        found.setdefault(text(one.get("language")), text(one.get("url")))
    return {tag: url for tag, url in found.items() if url.startswith(("https://", "http://"))}


def _organizer(record: dict[str, Any]) -> ByLanguage:
    """The responsible organisation, else the main one."""
    listed = mappings(record.get("organizations"))
    responsible = [one for one in listed if text(one.get("roleType")) == "Responsible"]
    told = [mapping(one.get("organization")) for one in responsible] or [mapping(record.get("mainOrganization"))]
    return by_language(told[0].get("name"))


def _extra(record: dict[str, Any], language: str) -> dict[str, str]:
    """Ids of what it is connected to, the area, a role address, and fields nobody understood."""
    found = left_over(record, _READ)
    services = [mapping(one.get("service")) for one in mappings(record.get("services"))]
    channels = [mapping(one.get("serviceChannel")) for one in mappings(record.get("serviceChannels"))]
    for name, linked in (("services", services), ("serviceChannels", channels)):
        if ids := [text(one.get("id")) for one in linked if text(one.get("id"))]:
            found[name] = " ".join(ids)[:500]
    municipalities = [one for area in mappings(record.get("areas")) for one in mappings(area.get("municipalities"))]
    municipalities += mappings(record.get("municipalities")) + mappings(record.get("areaMunicipalities"))
    if names := list(dict.fromkeys(filter(None, (best(by_language(one.get("name")), language) for one in municipalities)))):
        found["municipalities"] = ", ".join(names)[:500]
    if organization := text(record.get("organizationId")):
        found["organizationId"] = organization
    if text(record.get("areaType")) in _NATIONWIDE:
        found["areaType"] = text(record.get("areaType"))
    addresses = [one.get("value") for one in (*mappings(record.get("emails")), *mappings(record.get("supportEmails")))]
    return found | role_contact(addresses)
