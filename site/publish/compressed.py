"""Pages and feeds compressed beforehand, beside the plain file, for web servers to send as they are (``gzip_static``, ``precompressed``).

Visitors on a slow line get small files, and the server compresses nothing while they wait.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import PurePosixPath

import brotli

ENDINGS = (".br", ".gz")
_TEXT = frozenset({".html", ".css", ".js", ".json", ".jsonld", ".webmanifest", ".ics", ".xml", ".svg", ".txt"})
_SMALLEST = 860
"""Bytes below which a packet is not filled anyhow."""
_SWIFT, _TIGHT = 6, 11
"""Brotli's effort: files named by their content are made once in years, pages every day. The steps above 6 take off less than a
hundredth of a page and cost half as much time again; 4 leaves a twentieth more and saves nothing."""
_NARROW, _WIDE = 16, 22
"""Bounds of the window, in bits: one wider than the file takes time to clear and finds no more."""


def variants(path: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """``(ending, bytes)`` of each compressed form that is worth its place; the same for the same bytes."""
    if PurePosixPath(path).suffix not in _TEXT or len(data) < _SMALLEST:
        return
    is_lasting = path.startswith("static/")
    window = min(_WIDE, max(_NARROW, len(data).bit_length()))
    yield ".br", brotli.compress(data, mode=brotli.MODE_TEXT, quality=_TIGHT if is_lasting else _SWIFT, lgwin=window)
    yield ".gz", gzip.compress(data, 9 if is_lasting else 6, mtime=0)
