"""What of a record is kept as its text: without people, without volatile fields, without what is unknown and reaches somebody."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from harvesters.json_document import canonical
from harvesters.json_people import impersonal, reaches_someone
from harvesters.record import Text


def kept_of(record: Any, understood: Collection[str], *dropped: str) -> Any:
    """The tidy record without the named fields at any depth and without an unknown field that holds an address or a number of somebody.

    Fields that are read stay as they are: ``normalize`` redacts words. What is no record is given back.
    """
    kept = impersonal(record, *dropped)
    if not isinstance(kept, dict):
        return kept
    return {name: value for name, value in kept.items() if name in understood or not reaches_someone(canonical(value))}


def organisations(names: Iterable[Text]) -> tuple[Text, ...]:
    """Names that may stand for an organisation: one with an e-mail address or a telephone number in it is a person's."""
    return tuple(name for name in names if not reaches_someone(name.value))
