"""A YAML file that people write, read strictly, and its mistakes in words: file, line, entry, key, what was found, what is allowed."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import yaml
from pydantic import BaseModel, ValidationError

from harvesters.errors import ConfigError

_SHOWN = 80
"""Characters of a wrong value that a message repeats."""

Model = TypeVar("Model", bound=BaseModel)


if TYPE_CHECKING or not yaml.__with_libyaml__:
    from yaml import SafeLoader as _SafeLoader
else:
    from yaml import CSafeLoader as _SafeLoader  # the same in C, ten times as quick


class UniqueKeys(_SafeLoader):
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


def read_model(text: str, name: str, model: type[Model]) -> Model:
    """What a YAML text says, as a model; ``ConfigError`` names every mistake at once, each with ``name`` and its line."""
    try:
        data = yaml.load(text, Loader=UniqueKeys)  # noqa: S506 - a SafeLoader with one more refusal
    except yaml.YAMLError as error:
        raise ConfigError(yaml_words(name, error)) from error
    if not isinstance(data, dict):
        raise ConfigError(f"{name}: holds no entries; allowed are {', '.join(sorted(model.model_fields))}")
    try:
        return model.model_validate(data)
    except ValidationError as error:
        node = yaml.compose(text, Loader=_SafeLoader)
        raise ConfigError("\n".join(mistakes(name, data, node, error, model))) from error


def text_of(path: Path) -> str:
    """A file as text; ``ConfigError`` where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ConfigError(f"{path}: there is no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read as UTF-8 text ({error})") from error


def yaml_words(name: str, error: yaml.YAMLError) -> str:
    """Where the file stops being YAML, with the usual reason."""
    mark = getattr(error, "problem_mark", None)
    where = f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""
    problem = getattr(error, "problem", None) or str(error)
    return f"{name}{where}: {problem}. (Check the indentation, and put texts that hold ': ' or '#' in quotes.)"


def mistakes(name: str, data: Any, node: yaml.Node | None, error: ValidationError, model: type[BaseModel]) -> Iterator[str]:
    """One line a mistake."""
    for mistake in error.errors(include_url=False):
        location = [part for part in mistake["loc"] if not (isinstance(part, str) and part.startswith("function-"))]
        line = line_of(node, location)
        where = " › ".join(_names(data, location)) or "the file"
        yield f"{name}{f', line {line}' if line else ''}: {where}: {_explain(mistake, location, model)}"


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


def line_of(node: yaml.Node | None, location: list[int | str]) -> int | None:
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


def _explain(mistake: Mapping[str, Any], location: list[int | str], model: type[BaseModel]) -> str:
    """What was found and what is allowed, without the validator's jargon."""
    kind, found = mistake["type"], mistake.get("input")
    if kind == "extra_forbidden":
        return _unknown_key(str(location[-1]), location, model)
    if kind == "missing":
        return f"the key {location[-1]!r} is missing"
    if location[-1:] in (["url"], ["secret"]) or isinstance(found, dict):
        # a wrong address may hold a secret, and a whole entry is too long to repeat
        return str(mistake.get("ctx", {}).get("error", mistake["msg"]))
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


def _unknown_key(key: str, location: list[int | str], model: type[BaseModel]) -> str:
    """A key nobody knows, the keys that are known there, and the likely one."""
    allowed = sorted(_model_at(location[:-1], model).model_fields)
    near = difflib.get_close_matches(key, allowed, n=1)
    hint = f"did you mean {near[0]!r}? " if near else ""
    return f"the key {key!r} is not known here; {hint}allowed are {', '.join(allowed)}"


def _model_at(location: list[int | str], model: type[BaseModel]) -> type[BaseModel]:
    """The model that the path leads to."""
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
