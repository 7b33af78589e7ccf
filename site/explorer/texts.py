"""The explorer's words in Finnish, Swedish and English, and where its replaceable files lie.

The words are data: ``site/explorer/words/<language>.yaml``. A test keeps the three files equal in shape.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

HERE = Path(__file__).resolve().parent


class _Frozen(BaseModel):
    """A value; a key nobody knows is a slip of the pen."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class TableText(_Frozen):
    """What one table is called and what its columns mean."""

    title: str
    description: str
    columns: dict[str, str]


class Words(_Frozen):
    """Everything the explorer says in one language."""

    language: str
    ui: dict[str, str]
    filters: dict[str, str]
    """Datasette's filter keys (``exact``, ``gte`` ...) in words."""
    labels: dict[str, str]
    """Short headings of the columns that pages show first."""
    codes: dict[str, dict[str, str]]
    """Column -> code -> word, for columns whose values are codes."""
    tables: dict[str, TableText]


@cache
def words(language: str) -> Words:
    """The words of one of the three languages."""
    return Words.model_validate(yaml.safe_load((HERE / "words" / f"{language}.yaml").read_text(encoding="utf-8")))


def folder(kind: str, name: str = "explorer") -> Path:
    """Where our ``templates`` or ``static`` files are: beside us in a checkout, carried by ``publish`` in a wheel.

    The checkout comes first, because an editable install leaves a copy among the installed packages too.
    """
    places = [HERE.parent / kind / name, HERE.parent / "publish" / kind / name]
    return next((place for place in places if place.is_dir()), places[0])
