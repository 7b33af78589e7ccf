"""Where a course stands in the catalogue: a tree of departments, subjects, categories, terms, periods and groups of places."""

from __future__ import annotations

from typing import Any

from harvesters.json_document import items, mapping, mappings, text
from harvesters.json_words import labels


class Catalogue:
    """The ``catalogitems`` of one course. An item's id is its own only together with its type."""

    def __init__(self, told: Any) -> None:
        self._items = mappings(told)
        self._by_key = {f"{text(item.get('type'))}:{text(item.get('id'))}": item for item in self._items}
        parents = [self._parent_key(item) for item in self._items]
        self._parents = {key for key in parents if key in self._by_key}

    @property
    def subjects(self) -> tuple[str, ...]:
        """Names of subjects and categories, those above them too, and the catalogue's own keywords."""
        wanted = [item for item in self._items if text(item.get("type")) in {"subject", "category"}]
        words = [word for item in wanted for word in items(item.get("keywords"))]
        return labels(
            (*(item.get("name") for item in wanted), *(mapping(word).get("name") if isinstance(word, dict) else word for word in words))
        )

    @property
    def place(self) -> str:
        """The lowest department, else the lowest group of places; nothing where there are several of either."""
        for kind in ("department", "locationgroup"):
            names = self._lowest(kind)
            if len(names) == 1:
                return names[0]
        return ""

    @property
    def rest(self) -> dict[str, str]:
        """What is kept as it is: the period with its term, and the groups of places."""
        periods = [self._with_term(item) for item in self._items if text(item.get("type")) == "period"]
        terms = self._lowest("term") if not periods else ()
        groups = self._lowest("locationgroup")
        told = {
            "period": ", ".join(labels((*periods, *terms))),
            "locationgroup": ", ".join(groups),
            "department": ", ".join(self._lowest("department")),
        }
        return {name: value for name, value in told.items() if value and value != self.place}

    def _lowest(self, kind: str) -> tuple[str, ...]:
        """Names of the items of a type that no other item of the course stands under."""
        found = [item for key, item in self._by_key.items() if text(item.get("type")) == kind and key not in self._parents]
        return labels(item.get("name") for item in found)

    def _with_term(self, item: dict[str, Any]) -> str:
        """``Kevät 2026–2027`` for the period Kevät of the term 2026–2027."""
        name, term = text(item.get("name")), text(self._by_key.get(self._parent_key(item), {}).get("name"))
        return f"{name} {term}".strip() if term not in name else name

    @staticmethod
    def _parent_key(item: dict[str, Any]) -> str:
        """``term:5``; a bare number names an item of the same type, but a period's parent is a term."""
        parent = item.get("parent")
        told = mapping(parent)
        if told:
            return f"{text(told.get('type'))}:{text(told.get('id'))}"
        kind = text(item.get("type"))
        return text(parent) if ":" in text(parent) else f"{'term' if kind == 'period' else kind}:{text(parent)}"
