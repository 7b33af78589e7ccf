"""What a person at the terminal sees: progress while they look, plain lines otherwise, tables, one JSON document on request."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

T = TypeVar("T")
Told = Callable[[int, int], None]
"""``told(done, total)``, called as work goes on."""


def say(text: str) -> None:
    """A line for the person, on standard error so that standard output stays for results; control characters made visible."""
    click.echo("".join(c if c.isprintable() or c in "\n\t" else f"\\x{ord(c):02x}" for c in text), err=True)


def emit_json(value: Any) -> None:
    """The one JSON document of a ``--json`` run."""
    click.echo(json.dumps(plain(value), ensure_ascii=False, indent=2))


def plain(value: Any) -> Any:
    """Dataclasses, tuples and times as what JSON knows."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(inner) for inner in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool | None) else str(value)


@contextmanager
def progress(label: str) -> Iterator[Told]:
    """A ``progress(done, total)`` that draws a bar for a person; for anyone else it is silent, the result line tells the sum."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    both = sys.stdout.isatty()  # lines for a pipe must not be drawn above the bar instead
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=both) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def followed(items: Iterable[T], total: int, label: str) -> Iterator[T]:
    """The items, with a bar that grows as they come."""
    with progress(label) as tell:
        tell(0, total)
        for done, item in enumerate(items, start=1):
            tell(done, total)
            yield item


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], right: Collection[str] = ()) -> None:
    """A table on standard output: drawn for a person, columns aligned by spaces in a pipe. ``right`` names right-aligned headings."""
    rows = [[str(cell) for cell in row] for row in rows]
    if sys.stdout.isatty():
        drawn = Table(box=None, header_style="bold", pad_edge=False)
        for heading in headings:
            drawn.add_column(heading, justify="right" if heading in right else "left", overflow="fold")
        for row in rows:
            drawn.add_row(*row)
        Console().print(drawn)
        return
    widths = [max(len(heading), *(len(row[i]) for row in rows)) if rows else len(heading) for i, heading in enumerate(headings)]
    for row in [list(headings), *rows]:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
