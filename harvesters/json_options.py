"""How any JSON interface is described in ``schedules.yaml``: where its records are and which path leads to which field."""

from __future__ import annotations

from typing import Annotated, Any

import jmespath  # type: ignore[import-untyped]  # it ships no types
from jmespath.exceptions import JMESPathError  # type: ignore[import-untyped]
from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from harvesters.field_formats import Locale
from harvesters.field_rules import KEY, Rule, check_fields, check_names, flattened
from harvesters.paging_options import MOST_PAGES, Numbered
from harvesters.strict import Strict


def is_path(path: str) -> str:
    """The JMESPath expression itself if it is one."""
    try:
        jmespath.compile(path)
    except JMESPathError as error:
        msg = f"{path!r} is no path (JMESPath): {' '.join(str(error).split())}"
        raise ValueError(msg) from None
    return path


JsonPath = Annotated[str, AfterValidator(is_path)]


class JsonRule(Rule):
    """Where in a record a field stands."""

    path: JsonPath | None = None
    """JMESPath from the record: ``location.name``, ``prices[0].eur``, ``"@id"`` (names with signs in quotes)."""

    @model_validator(mode="after")
    def _stands_in_one_place(self) -> JsonRule:
        if self.path is not None and self.value is not None:
            raise ValueError("path and value exclude each other")
        if self.path is None and self.value is None and not self.template:
            raise ValueError("say where the field stands: path, value or template")
        return self


def _fields(value: Any) -> Any:
    return flattened(value, "path", only_words=True)


def _captures(value: Any) -> Any:
    return flattened(value, "path", only_words=False)


Captures = Annotated[dict[str, JsonRule], BeforeValidator(_captures)]


class JsonOptions(Strict):
    """One interface."""

    records: JsonPath = "@"
    """Path to the list of records; ``@`` where the answer itself is the list."""
    keyed: bool = False
    """The records are no list but stand in an object by a key of their own; ``{key}`` in templates, and the uid unless described."""
    fields: Annotated[dict[str, JsonRule], BeforeValidator(_fields)]
    captures: Captures = Field(default_factory=dict)
    """Captures of each record, for templates."""
    document: Captures = Field(default_factory=dict)
    """Captures found once in each answer, from its top."""
    only: JsonPath | None = None
    """Only records for which this path gives something true are events: ``published``, ``status == 'PUBLIC'``."""
    next: JsonPath | Numbered | None = None
    """Path to the address of the next page (absolute or relative), or the pages' addresses by number."""
    max_pages: int = Field(default=MOST_PAGES, ge=1, le=200)
    ignore: tuple[str, ...] = ()
    """Names in a record that are left out on purpose and not told about."""
    locale: Locale = "fi"
    query: dict[str, str] = Field(default_factory=dict)
    """Added to the address; ``{first}`` and ``{last}`` are the days of the calendar's window."""

    @model_validator(mode="before")
    @classmethod
    def _next_is_a_path_or_a_number(cls, value: Any) -> Any:
        following = value.get("next") if isinstance(value, dict) else None
        return {**value, "next": Numbered.model_validate(following)} if isinstance(following, dict) else value

    @model_validator(mode="after")
    def _records_are_described(self) -> JsonOptions:
        check_names([self.document, self.captures, self.fields], [KEY] if self.keyed else [])
        check_fields(self.fields, [*self.document, *self.captures, *(["uid"] if self.keyed else [])])
        return self

    @property
    def rules(self) -> dict[str, JsonRule]:
        """Captures and fields together."""
        return self.document | self.captures | self.fields
