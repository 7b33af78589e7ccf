"""Reads a shared sheet: comma or semicolon separated rows whose columns its entry in ``schedules.yaml`` describes.

What looks like a formula is text like any other; nothing in a sheet is computed or followed. How each oddity is decided is told in
``docs/formats/csv.md``.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harvesters.csv_options import CsvOptions, CsvRule
from harvesters.errors import Unreadable
from harvesters.field_reading import Described, Record, RecordReader
from harvesters.field_rules import is_required
from harvesters.field_values import Captures
from harvesters.field_words import DAYS, WORDS, base_name
from harvesters.markup import text_of
from harvesters.page_table import same_name
from harvesters.record import ReadContext, Reading, Response

_SNIFFED = 20
_FEWEST = 3
"""Rows from which on a last row with fewer cells than all others is no row but what is left of one."""
_LOGIN = re.compile(r"accounts\.google\.|servicelogin|login\.microsoftonline|type=[\"']?password|kirjaudu|sign in|logga in", re.IGNORECASE)
_DELIMITERS = (";", ",", "\t", "|")
_NAMED = {"tab": "\t"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    line: int
    cells: Sequence[str]

    @property
    def text(self) -> str:
        """The cells that have something."""
        return " | ".join(cell.strip() for cell in self.cells if cell.strip())


def read(response: Response, context: ReadContext) -> Reading:
    """Every row of the sheet; raises ``Unreadable`` where it is no sheet, or one without the described columns."""
    if not isinstance(context.options, CsvOptions):
        raise Unreadable("The source has no description of its sheet.", reason="unexpected_shape")
    options = context.options
    rows, repaired = _rows(_text(response, options), options)
    header, rows = _split(rows, options)
    columns = {same_name(name): index for index, name in reversed(list(enumerate(header))) if name.strip()}
    reader = RecordReader(Described(rules=options.rules, locale=options.locale, miss="unexpected_shape"), context)
    _tell_about_columns(reader, header, columns, options)
    if repaired:
        reader.ledger.tell("markup_repaired", "warning")
    reader.take([_record(row, columns, options, response.url) for row in rows if _is_event(row, options)])
    return reader.reading()


def _text(response: Response, options: CsvOptions) -> str:
    """The sheet's text; raises ``Unreadable`` (``empty_body``, ``login_page``, ``html_instead_of_feed``, ``not_csv``)."""
    if options.encoding:
        text = response.body.decode(options.encoding, errors="replace").lstrip("\ufeff")
    else:
        text = _wide(response.body) or text_of(response)[0]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    start = text.lstrip()[:4096].lower()
    if not start:
        raise Unreadable("The sheet is empty. Nothing of the source was changed.", reason="empty_body")
    if start.startswith("<") and ("<html" in start or "<!doctype html" in start):
        reason = "login_page" if _LOGIN.search(text) else "html_instead_of_feed"
        raise Unreadable("The answer is a web page, not a sheet in CSV form: publish the sheet as CSV.", reason=reason, line=1)
    if start.startswith(("%pdf", "pk\x03\x04", "<?xml", "{", "begin:vcalendar")) or response.body[:4] in {
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0",
    }:
        raise Unreadable("The answer is another sort of file, not a sheet in CSV form.", reason="not_csv", line=1)
    return text


def _wide(body: bytes) -> str:
    """The text of UTF-16 without a byte order mark, as some programs save it; ``""`` for everything else."""
    head = body[:200]
    if len(head) < len("Nimi") or b"\x00" not in head or body[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    return body.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace")


def _rows(text: str, options: CsvOptions) -> tuple[list[_Row], bool]:
    """The rows that have something, and whether quotes had to be taken as they stand."""
    delimiter = _NAMED.get(options.delimiter, options.delimiter) or _delimiter(text)
    try:
        rows = list(_parsed(text, delimiter, options, strict=True))
        _refuse_ragged_end(text, rows)
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise Unreadable("The sheet breaks off within a quoted cell.", reason="truncated") from None
    else:
        return rows, False
    try:
        return list(_parsed(text, delimiter, options, strict=False)), True
    except csv.Error as error:
        raise Unreadable(f"The sheet cannot be read: {error}.", reason="not_csv") from None


def _refuse_ragged_end(text: str, rows: Sequence[_Row]) -> None:
    """Raise ``Unreadable`` (``truncated``) where the last row alone has fewer cells and no line end: the sheet was cut on its way."""
    widths = {len(row.cells) for row in rows[:-1]}
    if len(rows) >= _FEWEST and not text.endswith("\n") and len(widths) == 1 and len(rows[-1].cells) < max(widths):
        raise Unreadable("The sheet breaks off within its last row.", reason="truncated", line=rows[-1].line)


def _parsed(text: str, delimiter: str, options: CsvOptions, *, strict: bool) -> Iterator[_Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    line = 1
    for cells in reader:
        row = _Row(line=line, cells=cells)
        line = reader.line_num + 1
        if row.text and not (options.comment and row.text.startswith(options.comment)):
            yield row


def _delimiter(text: str) -> str:
    """What stands between the cells: the mark that cuts most of the first rows into equally many cells."""
    lines = [line for line in text.splitlines()[: 4 * _SNIFFED] if line.strip()][:_SNIFFED]
    return max(_DELIMITERS, key=lambda mark: _evenness(lines, mark))


def _evenness(lines: Sequence[str], mark: str) -> tuple[int, int]:
    counts = [re.sub(r'"[^"]*"', "", line).count(mark) for line in lines]
    usual = max(set(counts), key=lambda count: (count > 0, counts.count(count)), default=0)
    return (counts.count(usual) if usual else 0), usual


def _split(rows: list[_Row], options: CsvOptions) -> tuple[Sequence[str], list[_Row]]:
    """The headings and the rows below; raises ``Unreadable`` where there are no headings."""
    if options.header == 0:
        return [], rows
    if len(rows) < options.header:
        raise Unreadable(f"The sheet has no row {options.header} with the columns' headings.", reason="unexpected_shape")
    return rows[options.header - 1].cells, rows[options.header :]


def _tell_about_columns(reader: RecordReader, header: Sequence[str], columns: dict[str, int], options: CsvOptions) -> None:
    """Columns that are missing, and columns nobody described; raises ``Unreadable`` where name or time is missing."""
    wanted = {key: rule for key, rule in options.rules.items() if isinstance(rule.column, str)}
    for key, rule in wanted.items():
        if same_name(str(rule.column)) in columns:
            continue
        if is_required(key, rule) or base_name(key) in DAYS:
            told = ", ".join(name.strip() for name in header if name.strip())[:200]
            raise Unreadable(f"The sheet has no column {rule.column!r}; its first row says: {told}", reason="unexpected_shape", line=1)
        reader.ledger.tell("column_missing", "warning", key, str(rule.column))
    known = {same_name(str(rule.column)) for rule in wanted.values()} | {same_name(name) for name in options.ignore}
    numbers = {rule.column - 1 for rule in options.rules.values() if isinstance(rule.column, int)}
    others = [name.strip() for index, name in enumerate(header) if name.strip() and same_name(name) not in known and index not in numbers]
    if others:
        reader.ledger.tell("not_described", "info", value=", ".join(others))


def _is_event(row: _Row, options: CsvOptions) -> bool:
    if any(re.search(pattern, row.text) for pattern in options.skip):
        return False
    return not options.only or re.search(options.only, row.text) is not None


def _record(row: _Row, columns: dict[str, int], options: CsvOptions, base: str) -> Record:
    def find(rule: CsvRule) -> list[str] | None:
        if rule.column is None:
            return None
        index = rule.column - 1 if isinstance(rule.column, int) else columns.get(same_name(rule.column), len(row.cells))
        return [row.cells[index]] if index < len(row.cells) else []

    found = Captures()
    found.read(options.captures, find)
    found.read(options.fields, find)
    values = {key: value for key, value in found.values.items() if base_name(key) in WORDS}
    return Record(values=values, base=base, line=row.line)
