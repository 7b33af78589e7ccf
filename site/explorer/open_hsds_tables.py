"""The directory as HSDS 3.0's tabular package: one CSV file a table and a ``datapackage.json``, in one zip file."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from explorer.guard import harmless

_FILES = {
    "organizations": ("id", "name", "description", "website"),
    "services": (
        *("id", "organization_id", "name", "description", "url", "status", "application_process", "fees_description"),
        *("eligibility_description", "minimum_age", "maximum_age", "last_modified"),
    ),
    "service_at_location": ("id", "service_id", "location_id"),
    "locations": ("id", "location_type", "name", "latitude", "longitude"),
    "addresses": ("id", "location_id", "address_1", "city", "state_province", "postal_code", "country", "address_type"),
    "accessibility": ("id", "location_id", "description", "details"),
    "schedules": (
        *("id", "service_id", "dtstart", "freq", "interval", "byday", "bymonthday", "wkst", "count", "until", "valid_to"),
        *("opens_at", "closes_at"),
    ),
    "languages": ("id", "service_id", "code"),
    "cost_options": ("id", "service_id", "option", "currency", "amount", "amount_description"),
    "attributes": ("id", "link_id", "taxonomy_term_id", "link_entity"),
    "taxonomy_terms": ("id", "code", "name", "description"),
}
"""File (as the HSDS 3.0 data package names it) -> columns that we can fill."""
_OF_A_SERVICE = ("schedules", "languages", "cost_options")


def package(services: Iterable[Mapping[str, Any]], name: str, licence: str, made: datetime) -> bytes:
    """The zip file; equal records give equal bytes."""
    tables = _tables(services)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, text in (*_csv_files(tables), ("datapackage.json", _description(name, licence))):
            archive.writestr(zipfile.ZipInfo(file, (made.year, made.month, made.day, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _tables(services: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Mapping[str, Any]]]:
    """Table -> id -> row: what stands inside several services stands in its table once."""
    tables: dict[str, dict[str, Mapping[str, Any]]] = {name: {} for name in _FILES}

    def put(table: str, row: Mapping[str, Any], **keys: str) -> None:
        tables[table][row["id"]] = {**row, **keys}

    for service in services:
        organization = service.get("organization")
        if organization:
            put("organizations", organization)
        put("services", service, **({"organization_id": organization["id"]} if organization else {}))
        for table in _OF_A_SERVICE:
            for row in service.get(table, ()):
                put(table, row, service_id=service["id"])
        for row in service.get("attributes", ()):
            put("attributes", row, taxonomy_term_id=row["taxonomy_term"]["id"])
            put("taxonomy_terms", row["taxonomy_term"])
        for at in service.get("service_at_locations", ()):
            location = at["location"]
            put("service_at_location", at, service_id=service["id"], location_id=location["id"])
            put("locations", location)
            for table in ("addresses", "accessibility"):
                for row in location.get(table, ()):
                    put(table, row, location_id=location["id"])
    return tables


def _csv_files(tables: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> Iterable[tuple[str, str]]:
    for name, columns in _FILES.items():
        out = io.StringIO(newline="")
        rows = csv.writer(out)
        rows.writerow(columns)
        rows.writerows([harmless(str(row.get(column, ""))) for column in columns] for row in tables[name].values())
        yield f"{name}.csv", out.getvalue()


def _description(name: str, licence: str) -> str:
    """Frictionless Data Package 1.0, as HSDS's own examples are described."""
    resources = [
        {
            "name": table,
            "path": f"{table}.csv",
            "format": "csv",
            "mediatype": "text/csv",
            "profile": "tabular-data-resource",
            "schema": {"fields": [{"name": column} for column in columns], "primaryKey": "id"},
        }
        for table, columns in _FILES.items()
    ]
    told = {"name": name, "profile": "tabular-data-package", "licenses": [{"title": licence}] if licence else [], "resources": resources}
    return json.dumps({key: value for key, value in told.items() if value}, ensure_ascii=False, indent=1) + "\n"
