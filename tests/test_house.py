"""The house rules that no linter knows: who owns which dependency, what an ``__init__`` may hold, how long a file may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.shared import ROOT

PACKAGES = ("harvesters", "normalize", "store", "site/publish", "site/explorer", "kooste")
FILES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
OWNERS: dict[str, str | tuple[str, ...]] = {
    "scrapy": ("harvesters/fetch", "harvesters/spider.py", "harvesters/spiders/"),  # a spider has callbacks; only the fetcher fetches
    "twisted": "harvesters/fetch",
    "socket": ("harvesters/fetch", "site/explorer/server.py"),
    "icalendar": ("harvesters/ical", "site/publish/", "site/explorer/referral_outputs.py"),
    "feedparser": "harvesters/feed.py",
    "sqlite3": "store/",
    "sqlite_utils": "store/",
    "jinja2": "site/",
    "datasette": "site/explorer/",
    "apscheduler": "kooste/scheduler.py",
    "dateutil": "normalize/recurrence",
}
"""Dependency -> the beginning of the paths that may import it (design.md, "Each heavy dependency has one owner")."""


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Everything in a file, parsed once for all tests."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


@cache
def imports(path: Path) -> frozenset[str]:
    whole = [alias.name for node in nodes(path) if isinstance(node, ast.Import) for alias in node.names]
    parts = [node.module for node in nodes(path) if isinstance(node, ast.ImportFrom) and node.module and not node.level]
    return frozenset(module.partition(".")[0] for module in (*whole, *parts))


@pytest.mark.parametrize("dependency", sorted(OWNERS))
def test_a_dependency_has_one_owner(dependency: str) -> None:
    strangers = [name(path) for path in FILES if dependency in imports(path) and not name(path).startswith(OWNERS[dependency])]
    assert strangers == []


@pytest.mark.parametrize("path", [path for path in FILES if path.name == "__init__.py"], ids=name)
def test_an_init_holds_a_docstring_and_nothing_else(path: Path) -> None:
    (only,) = ast.parse(path.read_text(encoding="utf-8")).body
    assert isinstance(only, ast.Expr)


def test_site_is_no_package_and_the_standard_library_keeps_its_name() -> None:
    assert not (ROOT / "site" / "__init__.py").exists()
    found = subprocess.run(
        [sys.executable, "-c", "import site; print(site.__file__)"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert str(ROOT) not in found.stdout.replace(str(ROOT / ".venv"), "")


@pytest.mark.parametrize("package", ["harvesters", "normalize", "store", "publish", "explorer", "kooste"])
def test_our_packages_come_from_this_checkout(package: str) -> None:
    module = __import__(package)
    assert Path(str(module.__file__)).is_relative_to(ROOT)


def test_no_file_outgrows_its_reader() -> None:
    tall = {name(path): lines for path in FILES if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400}
    assert tall == {}


def test_functions_are_short() -> None:
    lengths = sorted(length for path in FILES for length in function_lengths(path))
    assert lengths[len(lengths) // 2] < 10


def function_lengths(path: Path) -> Iterator[int]:
    """Lines of each function without its docstring."""
    for node in nodes(path):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
            yield (node.end_lineno or node.lineno) - first.lineno + 1


def test_the_lock_names_no_address() -> None:
    assert "://" not in (ROOT / "requirements.lock").read_text(encoding="utf-8")
