"""Documentation that cannot rot: every key, command and option is in it, every link leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from harvesters.failure_reasons import FAILURE_REASONS
from harvesters.format_options import FormatOptions
from harvesters.issue_kinds import ISSUE_KINDS
from harvesters.registry import FORMATS
from harvesters.source import Schedules
from kooste.cli import main
from tests.shared import ROOT

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for field in model.model_fields.values():
        for inner in inside(field.annotation):
            yield from models(inner)


def inside(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from inside(argument)


def test_every_key_of_schedules_yaml_is_explained() -> None:
    text = (ROOT / "docs" / "schedules.md").read_text(encoding="utf-8")
    own = {inner for name in FORMATS for inner in options_of(name)}
    keys = {key for model in models(Schedules) if model not in own for key in model.model_fields if key.rstrip("_") not in FORMATS}
    assert {key for key in keys if f"`{key}`" not in text} == set()


def options_of(name: str) -> list[type[BaseModel]]:
    """The models of what stands under the key of a format."""
    options = FORMATS[name].options
    return list(models(options)) if options else []


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_page_that_explains_its_keys(name: str) -> None:
    pages = {name, "page"} if name in {"csv", "json"} else {name}  # these three describe fields in one way, told at length for pages
    text = "".join((ROOT / "docs" / "formats" / f"{page}.md").read_text(encoding="utf-8") for page in pages)
    told = {word for span in re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL) for word in re.findall(r"\w+", span)}
    assert {key for model in options_of(name) for key in model.model_fields} <= told
    assert {field.alias or key for key, field in FormatOptions.model_fields.items()} >= ({name} if FORMATS[name].options else set())


def test_every_command_and_option_is_explained() -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    missing = []
    for command in main.commands.values():
        missing += [command.name] if f"| `{command.name}" not in text else []
        assert command.help, command.name
        for parameter in command.params:
            options = [option for option in parameter.opts if option.startswith("--")]
            missing += [f"{command.name} {option}" for option in options if f"`{option}" not in text]
    assert missing == []


def test_every_command_takes_configuration_data_and_now() -> None:
    for command in main.commands.values():
        options = {option for parameter in command.params for option in parameter.opts}
        assert {"--config", "--data", "--now"} <= options, command.name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


@pytest.mark.parametrize("texts", [ISSUE_KINDS, FAILURE_REASONS], ids=["issues", "failures"])
def test_what_publishers_are_told_is_there_in_three_languages(texts: dict[str, Any]) -> None:
    for code, kind in texts.items():
        for language in ("fi", "sv", "en"):
            assert re.search(r"[.!?]$", getattr(kind, language)), (code, language)
