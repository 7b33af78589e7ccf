"""``schedules.yaml`` read, checked and worded: what is wrong, where, what was found and what is allowed.

The shape itself is ``harvesters.source``; here stand reading the file, the words of its errors and the secrets it refers to.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import BaseModel, ValidationError

from harvesters.errors import ConfigError
from harvesters.source import Schedules

_SHOWN = 80
"""Characters of a wrong value that a message repeats."""


class _UniqueKeys(yaml.SafeLoader):
    """YAML 1.1 without the silent "the last one wins" for a key that stands twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - the base class's signature
        """The mapping, or an error that points at the second of two equal keys."""
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(None, None, f"the key {key!r} stands twice in one entry", key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep=deep)


def load(path: Path) -> Schedules:
    """The whole configuration with every default filled in; ``ConfigError`` names every mistake at once."""
    text = _text(path)
    try:
        data = yaml.load(text, Loader=_UniqueKeys)  # noqa: S506 - a SafeLoader with one more refusal
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise ConfigError(_yaml_words(path, error)) from error
    if not isinstance(data, dict):
        raise ConfigError(f"{path}: holds no entries; it needs at least 'region' and 'sources' (see docs/schedules.md)")
    try:
        schedules = Schedules.model_validate(data)
    except ValidationError as error:
        raise ConfigError("\n".join(_words(path, data, node, error))) from error
    return schedules.model_copy(update={"sources": tuple(schedules.resolved(source) for source in schedules.sources)})


def _text(path: Path) -> str:
    """The file as text."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ConfigError(f"{path}: there is no such file; give one with --config, or start from the schedules.yaml of Kooste") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read as UTF-8 text ({error})") from error


def _yaml_words(path: Path, error: yaml.YAMLError) -> str:
    """Where the file stops being YAML, with the usual reason."""
    mark = getattr(error, "problem_mark", None)
    where = f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""
    problem = getattr(error, "problem", None) or str(error)
    return f"{path}{where}: {problem}. (Check the indentation, and put texts that hold ': ' or '#' in quotes.)"


def _words(path: Path, data: Any, node: yaml.Node | None, error: ValidationError) -> Iterator[str]:
    """One line a mistake: file and line, entry, key, what was found, what is allowed."""
    for mistake in error.errors(include_url=False):
        location = [part for part in mistake["loc"] if not (isinstance(part, str) and part.startswith("function-"))]
        line = _line(node, location)
        where = " › ".join(_names(data, location)) or "the file"
        yield f"{path}{f', line {line}' if line else ''}: {where}: {_explain(mistake, location)}"


def _names(data: Any, location: list[int | str]) -> Iterator[str]:
    """The path to a mistake, an entry of a list being called by its id rather than its number."""
    for part in location:
        entry: Any = None
        if isinstance(data, list) and isinstance(part, int) and part < len(data):
            entry = data[part]
        elif isinstance(data, dict):
            entry = data.get(part)
        named = isinstance(part, int) and isinstance(entry, dict) and (entry.get("id") or entry.get("code"))
        yield str(named or (f"number {part + 1}" if isinstance(part, int) else part))
        data = entry


def _line(node: yaml.Node | None, location: list[int | str]) -> int | None:
    """The 1-based line of the deepest part of the path that stands in the file."""
    line = None
    for part in location:
        if isinstance(node, yaml.MappingNode):
            pair = next(((key, value) for key, value in node.value if key.value == part), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + 1
        else:
            break
    return line


def _explain(mistake: Mapping[str, Any], location: list[int | str]) -> str:
    """What was found and what is allowed, without the validator's jargon."""
    kind, found = mistake["type"], mistake.get("input")
    if kind == "extra_forbidden":
        return _unknown_key(str(location[-1]), location)
    if kind == "missing":
        return f"the key {location[-1]!r} is missing"
    if location[-1:] in (["url"], ["secret"]) or isinstance(found, dict):
        return str(mistake.get("ctx", {}).get("error", mistake["msg"]))  # the value may hold a secret, or is a whole entry
    return f"found {_short(found)}; {_allowed(mistake, found)}"


def _allowed(mistake: Mapping[str, Any], found: object) -> str:
    """What may stand there instead."""
    kind, context = mistake["type"], mistake.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])
    if kind == "string_type":
        return f"YAML reads it as a {type(found).__name__}, a text is needed: put it in quotes"
    if kind == "string_pattern_mismatch":
        return f"allowed is a text of the form {context['pattern']}"
    return f"{mistake['msg'][:1].lower()}{mistake['msg'][1:]}"


def _unknown_key(key: str, location: list[int | str]) -> str:
    """A key nobody knows, the keys that are known there, and the likely one."""
    allowed = sorted(_model_at(location[:-1]).model_fields)
    near = difflib.get_close_matches(key, allowed, n=1)
    hint = f"did you mean {near[0]!r}? " if near else ""
    return f"the key {key!r} is not known here; {hint}allowed are {', '.join(allowed)}"


def _model_at(location: list[int | str]) -> type[BaseModel]:
    """The model that the path leads to."""
    model: type[BaseModel] = Schedules
    for part in location:
        if isinstance(part, str) and part in model.model_fields:
            model = next(_models(model.model_fields[part].annotation), model)
    return model


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models inside an annotation such as ``tuple[Source, ...] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


def _short(value: object) -> str:
    """A wrong value, short enough for a message."""
    text = repr(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def user_agent(schedules: Schedules) -> str:
    """How we introduce ourselves to publishers, with a way to reach the operator."""
    region = schedules.region
    return schedules.defaults.fetch.user_agent.format(public_address=region.public_address, email=region.contact.email)
