"""Templates made into bytes: one Jinja environment a language, each template compiled once, everything escaped unless it is Markup."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from publish.dates import sentence


def inert_json(value: Any) -> Markup:
    """JSON that cannot end or open a script element (``</script``, ``<!--``) nor break a line of JavaScript."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - every character that HTML could act on was written as \uXXXX above


class _Compiled(BytecodeCache):
    """Compiled templates in memory: one compilation serves the environments of all languages."""

    def __init__(self) -> None:
        self._codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._codes:
            bucket.bytecode_from_string(self._codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key] = bucket.bytecode_to_string()


def environment(folders: Sequence[Path], shared: Mapping[str, Any], compiled: BytecodeCache | None = None) -> Environment:
    """An environment whose templates know ``shared``; an undefined name is an error, never an empty place on a page."""
    made = Environment(
        loader=ChoiceLoader([FileSystemLoader(str(folder)) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=compiled,
    )
    made.filters["sentence"] = sentence
    made.globals.update(shared, part=_parts(made))
    return made


def _parts(made: Environment) -> Callable[..., Markup]:
    """``part(template, item, level, where)``: what stands on many pages, made once for each item and put in as it is."""

    @cache
    def part(template: str, item: Hashable = None, level: str = "h3", where: bool = True) -> Markup:  # noqa: FBT001, FBT002 - as macros are called
        text = made.get_template(template).render(item=item, level=level, where=where)
        return Markup(text)  # noqa: S704 - a template's output, escaped in it

    return part


class Press:
    """Makes pages: ``(language, template, context) -> bytes``."""

    def __init__(self, folders: Sequence[Path], shared: Mapping[str, Mapping[str, Any]]) -> None:
        compiled = _Compiled()
        self._environments = {language: environment(folders, values, compiled) for language, values in shared.items()}

    def __call__(self, language: str, template: str, context: Mapping[str, Any]) -> bytes:
        """The page as UTF-8."""
        return self._environments[language].get_template(template).render(context).encode("utf-8", "replace")
