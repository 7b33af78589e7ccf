"""``corrections.yaml`` as text: an entry added, replaced or taken out, everything else as its writer left it, byte by byte."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import yaml

from harvesters.errors import ConfigError
from kooste.corrections import Loader, parse
from normalize.corrections import Correction, Key
from normalize.corrections_fields import UNKNOWN, Value

HEADER = "# What people say against the sources; it holds at every harvest. How to write it: docs/corrections.md\n"
_BOM = "\ufeff"
_PLAIN = re.compile(r"[^\W\d_](?:[\w .äöåÄÖÅ-]*\w)?")
_PLAIN_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{1,9}")
_RESERVED = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_TRIES = 5


def with_correction(path: Path, correction: Correction) -> None:
    """Writes a correction into the file: at its end, or in place of the one of the same field. Raises ``ConfigError``."""

    def changed(text: str) -> str:
        before = _keys(text, path)
        if correction.key in before:
            return _replaced(text, before.index(correction.key), entry(correction))
        return _appended(text or HEADER, entry(correction))

    _change(path, changed, lambda found: [*(one for one in found if one.key != correction.key), correction])


def without_correction(path: Path, key: Key) -> None:
    """Takes a correction out of the file; raises ``ConfigError`` where it does not stand there."""

    def changed(text: str) -> str:
        before = _keys(text, path)
        if key not in before:
            raise ConfigError(f"{path}: {' '.join(key)} is not corrected there")
        return _replaced(text, before.index(key), [])

    _change(path, changed, lambda found: [one for one in found if one.key != key])


def _keys(text: str, path: Path) -> list[Key]:
    return [one.key for one in parse(text.removeprefix(_BOM), path)]


def _change(path: Path, changed: Callable[[str], str], expected: Callable[[list[Correction]], list[Correction]]) -> None:
    """Writes the changed text in one step, once it says what is expected; again where somebody else wrote meanwhile."""
    path = path.resolve()
    for _ in range(_TRIES):
        text = _text(path)
        made = changed(text)
        before, after = parse(text.removeprefix(_BOM), path), parse(made.removeprefix(_BOM), path)
        if {one.key: one for one in after} != {one.key: one for one in expected(list(before))}:
            raise ConfigError(f"{path}: is written in a way that cannot be changed by a command without changing more; edit it by hand")
        if _put(path, made, text):
            return
    raise ConfigError(f"{path}: somebody else keeps writing it; try again")


def _text(path: Path) -> str:
    """The file's text with its own line ends; empty where there is none."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: cannot be read as UTF-8 text ({error})") from error


def _put(path: Path, made: str, before: str) -> bool:
    """Puts the text in the file's place, with its rights; false, and nothing done, where the file is not what was read."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    fresh = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(made.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        if _text(path) != before:
            return False
        fresh.replace(path)
        return True
    finally:
        fresh.unlink(missing_ok=True)


def _appended(text: str, lines: list[str]) -> str:
    """The text with one more entry at its end, indented as the others are."""
    root = yaml.compose(text.removeprefix(_BOM), Loader=Loader)
    if isinstance(root, yaml.SequenceNode) and not root.value:  # "[]"
        text = text.removeprefix(_BOM)
        text, root = text[: root.start_mark.index] + text[root.end_mark.index :].lstrip("\r\n"), None
    indent = " " * root.start_mark.column if root else ""
    end = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not text or text.endswith("\n") else end
    return text + gap + "".join(f"{indent}{line}{end}" for line in lines)


def _replaced(text: str, number: int, lines: list[str]) -> str:
    """The text with other lines in place of an entry's own; comments above it stay."""
    mark = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(_BOM)
    root = yaml.compose(text, Loader=Loader)
    if not isinstance(root, yaml.SequenceNode):
        raise ConfigError("holds no list of corrections")
    whole = text.splitlines(keepends=True)
    first, last = _span(root.value[number], whole)
    indent, end = " " * root.start_mark.column, "\r\n" if "\r\n" in text else "\n"
    rest = whole[last + 1 :]
    if not lines and rest and not rest[0].strip() and (first == 0 or not whole[first - 1].strip()):
        rest = rest[1:]  # one empty line between two entries, not two
    return mark + "".join([*whole[:first], *(f"{indent}{line}{end}" for line in lines), *rest])


def _span(node: yaml.Node, lines: list[str]) -> tuple[int, int]:
    """The first and the last line of an entry, from its hyphen to the end of its last value."""
    first = node.start_mark.line
    while first > 0 and not lines[first].lstrip().startswith("-"):
        first -= 1
    end = _end(node)
    return first, end.line if end.column else end.line - 1


def _end(node: yaml.Node) -> yaml.Mark:
    """Where a value ends; of a mapping over several lines where its last value does, for what follows may be a comment."""
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        return _end(node.value[-1][1])
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        return _end(node.value[-1])
    return node.end_mark


def entry(correction: Correction) -> list[str]:
    """The lines of an entry as the command writes it."""
    subject, identifier, field = correction.key
    told = [(subject, _scalar(identifier)), ("field", field), ("value", written(correction.value))]
    if correction.is_was_known:
        told.append(("was", written(correction.was)))
    told += [("by", _scalar(correction.by)), ("on", correction.on.isoformat())]
    if correction.why:
        told.append(("why", _scalar(correction.why)))
    return [f"{'  ' if number else '- '}{key}: {value}" for number, (key, value) in enumerate(told)]


def written(value: Value) -> str:
    """A value as it stands in the file."""
    if value is None:
        return UNKNOWN
    if isinstance(value, tuple):
        return f"[{', '.join(map(_scalar, value))}]"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _scalar(value) if isinstance(value, str) else f"{value}"


def _scalar(text: str) -> str:
    """A text, in quotes where YAML, or its reader, might take it for something else."""
    is_plain = _PLAIN.fullmatch(text) or _PLAIN_DAY.fullmatch(text)
    return text if is_plain and text.casefold() not in _RESERVED else json.dumps(text, ensure_ascii=False)
