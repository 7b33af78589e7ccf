"""How a shared sheet is described in ``schedules.yaml``: which column holds which field (``docs/formats/csv.md``)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from harvesters.field_formats import Locale
from harvesters.field_rules import Pattern, Patterns, Rule, check_fields, check_names, flattened
from harvesters.page_options import Codec
from harvesters.strict import Strict


class CsvRule(Rule):
    """Which column a field stands in."""

    column: Annotated[int, Field(ge=1)] | str | None = None
    """The column's heading, without regard to case and blanks, or its number from 1."""

    @model_validator(mode="after")
    def _stands_in_one_place(self) -> CsvRule:
        if self.column is not None and self.value is not None:
            raise ValueError("column and value exclude each other")
        if self.column is None and self.value is None and not self.template:
            raise ValueError("say where the field stands: column, value or template")
        return self


def _fields(value: Any) -> Any:
    return flattened(value, "column", only_words=True)


def _captures(value: Any) -> Any:
    return flattened(value, "column", only_words=False)


class CsvOptions(Strict):
    """One sheet."""

    fields: Annotated[dict[str, CsvRule], BeforeValidator(_fields)]
    captures: Annotated[dict[str, CsvRule], BeforeValidator(_captures)] = Field(default_factory=dict)
    """Captures of each row, for templates."""
    header: int = Field(default=1, ge=0, le=100)
    """In which row the columns' headings stand, empty and comment rows not counted; 0: the sheet has none and columns are numbers."""
    delimiter: Literal["", ",", ";", "tab", "|"] = ""
    """What stands between cells; found out unless given."""
    encoding: Codec | None = None
    """The sheet's character encoding where it is not what it seems to be."""
    comment: str = "#"
    """Rows that begin with this are left out; empty for none."""
    skip: Patterns = ()
    """Rows whose text one of these fits somewhere are no events."""
    only: Pattern = ""
    """Only rows whose text this fits somewhere are events."""
    ignore: tuple[str, ...] = ()
    """Columns that are left out on purpose and not told about (contact persons)."""
    locale: Locale = "fi"
    """Language of weekdays and months in formats."""

    @model_validator(mode="after")
    def _columns_are_described(self) -> CsvOptions:
        check_names([self.captures, self.fields])
        check_fields(self.fields, self.captures)
        if self.header == 0 and (named := [rule.column for rule in self.rules.values() if isinstance(rule.column, str)]):
            msg = f"column {named[0]!r}: with header: 0 the sheet has no headings; give the column's number"
            raise ValueError(msg)
        return self

    @property
    def rules(self) -> dict[str, CsvRule]:
        """Captures and fields together."""
        return self.captures | self.fields
