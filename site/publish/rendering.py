"""Templates made into bytes: one Jinja environment a language, each template compiled once, everything escaped unless it is Markup."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.bccache import Bucket
from markupsafe import Markup

from publish.compiling import QuickEnvironment
from publish.dates import sentence
from publish.qr import qr

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)
_SAFE = tuple((character, f"\\u{ord(character):04x}") for character in "<>&\u2028\u2029")


def inert_json(value: Any) -> Markup:
    """JSON that cannot end or open a script element (``</script``, ``<!--``) nor break a line of JavaScript."""
    text = _JSON.encode(value)
    for character, safe in _SAFE:
        text = text.replace(character, safe)
    return Markup(text)  # noqa: S704 - every character that HTML could act on was written as \uXXXX above


class _Compiled(BytecodeCache):
    """Compiled templates in memory: one compilation serves the environments of all languages."""

    def __init__(self) -> None:
        self._codes: dict[str, CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key] = bucket.code


def environment(
    folders: Sequence[Path], shared: Mapping[str, Any], compiled: BytecodeCache | None = None, kind: type[Environment] = QuickEnvironment
) -> Environment:
    """An environment whose templates know ``shared``; an undefined name is an error, never an empty place on a page.

    They know ``part`` too, and ``qr``, the code of a text: it is drawn when the page is made, not to see whether it has changed.
    """
    made = kind(
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
    made.globals.update(shared, part=_parts(made), qr=qr)
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

    def make_ready(self) -> None:
        """Compile the pages' templates, for processes forked from this one to have them; one that is wrong is told when it is used."""
        for made in self._environments.values():
            for name in made.list_templates(filter_func=lambda name: name.startswith(("pages/", "parts/", "macros/", "base"))):
                with suppress(TemplateError):
                    made.get_template(name)

    def __call__(self, language: str, template: str, context: Mapping[str, Any]) -> bytes:
        """The page as UTF-8."""
        return self._environments[language].get_template(template).render(context).encode("utf-8", "replace")
