"""HSDS tables side by side in one document (``{"services.csv": [...], "locations.csv": [...]}``) as nested services."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from harvesters.json_document import mappings, text

_OF_SERVICE = ("schedules", "cost_options", "languages", "service_areas", "required_documents", "funding", "eligibility")
_OF_LOCATION = ("addresses", "physical_addresses", "accessibility", "languages", "schedules")

Rows = dict[str, list[dict[str, Any]]]


def is_tabular(document: Any) -> bool:
    """True for a document whose parts are named like the files of a tabular publication."""
    return isinstance(document, dict) and any(isinstance(document.get(name), list) for name in ("services.csv", "service.csv"))


def services_of(document: dict[str, Any]) -> list[Any]:
    """Every service with the rows of the other tables that belong to it; a row that is no row stays, to be counted and named."""
    tables = {name.removesuffix(".csv"): rows for name, rows in document.items()}
    services = tables.get("services") or tables.get("service") or []
    joined = _Joined({name: mappings(rows) for name, rows in tables.items()})
    return [joined.service(row) if isinstance(row, dict) else row for row in services]


class _Joined:
    """The tables, each findable by what its rows belong to."""

    def __init__(self, tables: Rows) -> None:
        self.tables = tables
        self.terms = self._by("taxonomy_terms", "id")
        self.at = self._by("service_at_locations", "service_id") or self._by("service_at_location", "service_id")
        self.locations = self._by("locations", "id")
        self.organizations = self._by("organizations", "id")
        self.programs = self._by("programs", "id")
        self.attributes = self._by("attributes", "link_id")
        self.of_service = {name: self._by(name, "service_id") for name in _OF_SERVICE}
        self.of_location = {name: self._by(name, "location_id") for name in _OF_LOCATION}
        self.schedules_at = self._by("schedules", "service_at_location_id")

    def service(self, row: dict[str, Any]) -> dict[str, Any]:
        """One service, nested as the JSON interface gives it."""
        key = text(row.get("id"))
        nested: dict[str, Any] = {name: rows.get(key, []) for name, rows in self.of_service.items()}
        nested["service_at_locations"] = [self._place(link) for link in self.at.get(key, [])]
        nested["organization"] = next(iter(self.organizations.get(text(row.get("organization_id")), [])), {})
        nested["program"] = next(iter(self.programs.get(text(row.get("program_id")), [])), {})
        nested["attributes"] = [self._attribute(attribute) for attribute in self.attributes.get(key, [])]
        return {name: value for name, value in nested.items() if value} | row

    def _place(self, link: dict[str, Any]) -> dict[str, Any]:
        location = next(iter(self.locations.get(text(link.get("location_id")), [])), {})
        key = text(location.get("id"))
        nested = {name: rows.get(key, []) for name, rows in self.of_location.items()}
        return link | {"location": location | nested, "schedules": self.schedules_at.get(text(link.get("id")), [])}

    def _attribute(self, row: dict[str, Any]) -> dict[str, Any]:
        return row | {"taxonomy_term": next(iter(self.terms.get(text(row.get("taxonomy_term_id")), [])), {})}

    def _by(self, table: str, field: str) -> Rows:
        found: Rows = defaultdict(list)
        for row in self.tables.get(table, []):
            if text(row.get(field)):
                found[text(row.get(field))].append(row)
        return dict(found)
