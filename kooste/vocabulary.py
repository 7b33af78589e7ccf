"""The vocabulary of topics and audiences: the packaged one, with a town's own file laid over it where there is one."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from harvesters.errors import ConfigError
from harvesters.source import Schedules
from kooste.yaml_file import read_model, text_of
from normalize.vocabulary import Vocabulary, VocabularyFile, extended

PACKAGED = "normalize/data/vocabulary.yaml"


@lru_cache(maxsize=4)
def vocabulary(local: Path | None = None) -> Vocabulary:
    """The vocabulary; ``local`` is a town's own file (``region.vocabulary`` of ``schedules.yaml``).

    Read once for each file. ``ConfigError`` names every wrong entry of the town's file with its line; where an entry is right by itself
    but does not go with the rest, it is named without one.
    """
    if local is None:
        return _packaged()
    told = read_model(text_of(local), str(local), VocabularyFile)
    try:
        return extended(_packaged(), told)
    except ValidationError as error:
        mistakes = (str(mistake.get("ctx", {}).get("error", mistake["msg"])) for mistake in error.errors(include_url=False))
        raise ConfigError("\n".join(f"{local}: {mistake}" for mistake in mistakes)) from error


def vocabulary_of(schedules: Schedules) -> Vocabulary:
    """The vocabulary of a region: ``region.vocabulary`` names the town's own file, if it has one."""
    return vocabulary(Path(schedules.region.vocabulary) if schedules.region.vocabulary else None)


@lru_cache(maxsize=1)
def _packaged() -> Vocabulary:
    """The vocabulary that comes with Kooste."""
    return read_model(files("normalize").joinpath("data", "vocabulary.yaml").read_text(encoding="utf-8"), PACKAGED, Vocabulary)
