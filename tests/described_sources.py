"""Sources read by a description alone: their folders in ``tests/sources`` (``entry.yaml`` as it would stand in ``schedules.yaml``)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from harvesters import csv_sheet, json_records, page
from harvesters.csv_options import CsvOptions
from harvesters.json_options import JsonOptions
from harvesters.page_options import PageOptions
from harvesters.record import Follow, Missing, ReadContext, Reader, Response
from tests.golden_answers import ZONE, answer

SOURCES = Path(__file__).parent / "sources"
OPTIONS: dict[str, type[PageOptions | CsvOptions | JsonOptions]] = {
    "page": PageOptions,
    "csv": CsvOptions,
    "json": JsonOptions,
}
READERS: dict[str, Reader] = {"page": page.read, "csv": csv_sheet.read, "json": json_records.read}
FOLLOWS: dict[str, Follow] = {"page": page.follow, "json": json_records.follow}


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribedSource:
    """One folder, ready to be read."""

    format: str
    options: PageOptions | CsvOptions | JsonOptions
    response: Response

    @property
    def context(self) -> ReadContext:
        return ReadContext(zone=ZONE, options=self.options, language="fi")


def folders() -> list[Path]:
    return [path.parent for path in sorted(SOURCES.glob("*/entry.yaml"))]


def source(folder: Path) -> DescribedSource:
    told: dict[str, Any] = yaml.safe_load((folder / "entry.yaml").read_text(encoding="utf-8"))
    (first,) = folder.glob("input.*")
    parts = [answer((folder / one["file"]).read_bytes(), one["url"], role=one["role"]) for one in told.get("answers", ())]
    missing = [Missing(url=one["url"], role=one["role"], reason="http_404") for one in told.get("missing", ())]
    response = replace(answer(first.read_bytes(), told["url"]), parts=tuple(parts), missing=tuple(missing))
    return DescribedSource(format=told["format"], options=OPTIONS[told["format"]].model_validate(told[told["format"]]), response=response)
