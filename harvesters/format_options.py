"""What a source's entry says about its format: the name, and what the format needs to know under a key of the same name."""

from __future__ import annotations

import difflib
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field, model_validator

from harvesters.csv_options import CsvOptions
from harvesters.feed_options import FeedOptions
from harvesters.hellewi import HellewiOptions
from harvesters.hsds import HsdsOptions
from harvesters.json_options import JsonOptions
from harvesters.kirkanta_options import KirkantaOptions
from harvesters.kooste_instance import KoosteOptions
from harvesters.lahella import LahellaOptions
from harvesters.linked_events import LinkedEventsOptions
from harvesters.openactive import OpenActiveOptions
from harvesters.page_options import PageOptions
from harvesters.registry import FORMATS
from harvesters.schema_options import SchemaOptions
from harvesters.spider import SpiderOptions
from harvesters.strict import Strict


def _known_format(name: str) -> str:
    """The name itself if there is a reader for it."""
    if name not in FORMATS:
        near = difflib.get_close_matches(name, FORMATS, n=1)
        hint = f"did you mean {near[0]!r}? " if near else ""
        msg = f"{name!r} is no format; {hint}there are {', '.join(sorted(FORMATS))}"
        raise ValueError(msg)
    return name


_FIELDS = {"json": "json_", "schema": "schema_"}
"""Field names that differ from their keys."""


class FormatOptions(Strict):
    """The format and, where it has any, its options; options of another format are refused, and so is a format without what it needs."""

    format: Annotated[str, AfterValidator(_known_format)]
    """A name of ``harvesters.registry.FORMATS``."""
    csv: CsvOptions | None = None
    feed: FeedOptions | None = None
    hellewi: HellewiOptions | None = None
    hsds: HsdsOptions | None = None
    json_: JsonOptions | None = Field(default=None, alias="json")
    """Under ``json``: pydantic has methods of the name, as of ``schema``."""
    kirkanta: KirkantaOptions | None = None
    kooste: KoosteOptions | None = None
    lahella: LahellaOptions | None = None
    linked_events: LinkedEventsOptions | None = None
    openactive: OpenActiveOptions | None = None
    page: PageOptions | None = None
    spider: SpiderOptions | None = None
    schema_: SchemaOptions | None = Field(default=None, alias="schema")

    @property
    def options(self) -> BaseModel | None:
        """What stands under the key named like the format."""
        return self._of(self.format)

    def _of(self, name: str) -> BaseModel | None:
        found: BaseModel | None = getattr(self, _FIELDS.get(name, name), None)
        return found

    @model_validator(mode="after")
    def _options_fit(self) -> FormatOptions:
        for name in FORMATS:
            if name != self.format and self._of(name) is not None:
                msg = f"the key {name!r} is for the format {name!r}, but this entry's format is {self.format!r}"
                raise ValueError(msg)
        if FORMATS[self.format].needs_options and self.options is None:
            msg = f"the format {self.format!r} needs a description under the key {self.format!r} (docs/formats/{self.format}.md)"
            raise ValueError(msg)
        return self
