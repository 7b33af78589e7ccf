"""Version 12 of PTV's interface (beta): one object a language, classifications as bare codes, coordinates with their system named."""

from __future__ import annotations

from typing import Any

from harvesters.json_document import items, mapping, mappings, text
from harvesters.json_people import left_over
from harvesters.json_texts import best, by_language, strings
from harvesters.json_words import one_line
from harvesters.ptv_codes import codes_of, role_contact
from harvesters.ptv_hours import hours_of
from harvesters.ptv_record import ByLanguage, PtvPlace, PtvRecord

SYSTEM = "EPSG:3067"
_READ = {
    "organizationContentId", "contentId", "id", "languageVersions", "serviceChannelType", "serviceType", "serviceClasses",
    "lifeEvents", "ontologyTerms", "targetGroups", "industrialClasses", "keywords", "serviceLanguages", "languages", "location",
    "contactAddresses", "serviceHours", "organization", "publishingStatus", "areas", "municipalities", "serviceChargeType",
    "chargeType", "generalDescriptionContentId", "modified", "modifiedAt", "publishedAt", "created", "versionId", "sourceId",
    "supportPhoneNumbers", "supportEmails",
}  # fmt: skip


def is_v12(record: dict[str, Any]) -> bool:
    """True for a record in this version's shape."""
    return "languageVersions" in record


def record_of(record: dict[str, Any], zone: str, language: str) -> PtvRecord:
    """The record in the words both versions share."""
    versions = {str(tag)[:12]: mapping(words) for tag, words in mapping(record.get("languageVersions")).items()}
    codes = codes_of(record.get("serviceClasses"), record.get("lifeEvents"), record.get("ontologyTerms"))
    return PtvRecord(
        uid=text(record.get("contentId")) or text(record.get("id")),
        channel_type=text(record.get("serviceChannelType")),
        names=_field(versions, "name"),
        other_names=_field(versions, "alternativeName"),
        summaries=_field(versions, "summary"),
        descriptions=_field(versions, "description"),
        instructions=_joined(_field(versions, "userInstruction"), _field(versions, "requirements")),
        charge_type=text(record.get("serviceChargeType")) or text(record.get("chargeType")),
        charge_details=_field(versions, "chargeTypeAdditionalInfo") or _field(versions, "chargeAdditionalInformation"),
        categories=(*codes, *strings(versions.get(language, {}).get("keywords"))),
        audience=codes_of(record.get("targetGroups")),
        languages=tuple(strings(record.get("serviceLanguages") or record.get("languages"))),
        places=tuple(_places(record, language)),
        hours=hours_of(record.get("serviceHours"), zone, language),
        web_pages=_web_pages(versions),
        organizer=_organizer(record),
        status=text(record.get("publishingStatus")),
        extra=_extra(record, versions, language),
    )


def _field(versions: dict[str, dict[str, Any]], name: str) -> ByLanguage:
    """One text in every language; PTV writes ``""`` for a translation that is missing."""
    return {tag: words for tag, version in versions.items() if (words := text(version.get(name)))}


def _joined(*parts: ByLanguage) -> ByLanguage:
    tags = dict.fromkeys(tag for part in parts for tag in part)
    return {tag: "\n\n".join(part[tag] for part in parts if tag in part) for tag in tags}


def _places(record: dict[str, Any], language: str) -> list[PtvPlace]:
    """Visiting addresses of a service location."""
    town = next((name for area in mappings(record.get("areas")) if (name := best(by_language(area.get("name")), language))), "")
    found = []
    for one in mappings(mapping(record.get("location")).get("streetAddresses")):
        street = best(by_language(one.get("streetName"), language), language)
        line = f"{street} {text(one.get('addressDetail')) or text(one.get('streetNumber'))}".strip()
        office = best(by_language(one.get("postOffice"), language), language) or town
        spot = next((spot for spot in mappings(one.get("coordinates")) if text(spot.get("system")) in {SYSTEM, ""}), {})
        address = one_line(line, f"{text(one.get('postalCode'))} {office}".strip())
        found.append(PtvPlace(address=address, northing=text(spot.get("northing")), easting=text(spot.get("easting"))))
    return [place for place in found if place.address or place.northing]


def _web_pages(versions: dict[str, dict[str, Any]]) -> ByLanguage:
    """The first page of each language: its web address, else a contact page."""
    found: ByLanguage = {}
    for tag, version in versions.items():
        listed = [*items(version.get("webAddress")), *items(version.get("contactWebPages")), *items(version.get("webPages"))]
        urls = [text(one.get("url")) if isinstance(one, dict) else text(one) for one in listed]
        if url := next((url for url in urls if url.startswith(("https://", "http://"))), ""):
            found[tag] = url
    return found


def _organizer(record: dict[str, Any]) -> ByLanguage:
    told = mapping(record.get("organization"))
    versions = {str(tag): mapping(words) for tag, words in mapping(told.get("languageVersions")).items()}
    return _field(versions, "name") or by_language(told.get("name"))


def _extra(record: dict[str, Any], versions: dict[str, dict[str, Any]], language: str) -> dict[str, str]:
    """The area, a role address, and fields nobody understood."""
    found = left_over(record, _READ)
    areas = [best(by_language(area.get("name")), language) for area in mappings(record.get("areas"))]
    if names := list(dict.fromkeys(filter(None, areas))):
        found["municipalities"] = ", ".join(names)[:500]
    if organization := text(record.get("organizationContentId")):
        found["organizationId"] = organization
    told = [one for version in versions.values() for one in (*items(version.get("contactEmails")), *items(version.get("supportEmails")))]
    return found | role_contact([one.get("email") if isinstance(one, dict) else one for one in told])
