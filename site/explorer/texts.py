"""The explorer's words in Finnish, Swedish and English, and where its replaceable files lie.

The words are data: ``site/explorer/words/<language>.yaml``. A test keeps the three files equal in shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class PartWords:
    """What one part of the explorer says in one language; ``KeyError`` for words that nobody wrote."""

    texts: Mapping[str, str | list[str]]

    def __getitem__(self, key: str) -> str:
        """The words of a key."""
        found = self.texts[key]
        return found if isinstance(found, str) else found[1]

    def __call__(self, key: str, **values: object) -> str:
        """The words with values in their places."""
        return self[key].format(**values)

    def __contains__(self, key: str) -> bool:
        return key in self.texts

    def count(self, key: str, number: int, **values: object) -> str:
        """The words for one or for many; ``{n}`` is the number."""
        return self.texts[key][0 if number == 1 else 1].format(n=number, **values)


@cache
def part_words(part: str, language: str) -> PartWords:
    """The words of a part (``words/<part>/<language>.yaml``: key to text, or to a pair for one and for many)."""
    return PartWords(yaml.safe_load((HERE / "words" / part / f"{language}.yaml").read_text(encoding="utf-8")))


def folder(kind: str, name: str = "explorer") -> Path:
    """Where our ``templates`` or ``static`` files are: beside us in a checkout, carried by ``publish`` in a wheel.

    The checkout comes first, because an editable install leaves a copy among the installed packages too.
    """
    places = [HERE.parent / kind / name, HERE.parent / "publish" / kind / name]
    return next((place for place in places if place.is_dir()), places[0])
