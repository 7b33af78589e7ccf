"""Pages and feeds compressed beforehand, beside the plain file, for web servers to send as they are (``gzip_static``, ``precompressed``).

Visitors on a slow line get small files, and the server compresses nothing while they wait.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import brotli

from publish.addresses import FOLDERS

ENDINGS = (".br", ".gz")
_FORMS = {
    **dict.fromkeys(("html", "css", "js", "json", "jsonld", "webmanifest", "svg", "txt"), ENDINGS),
    **dict.fromkeys(("ics", "xml"), (".gz",)),
}
"""Ending of a text -> its forms: programs that ask for calendars and feeds know gzip, and brotli makes calendars no smaller."""
_BESIDE = tuple(f"{language}/{folders[kind]}/" for language, folders in FOLDERS.items() for kind in ("print", "embed", "subscribe"))
"""Sheets, frames and what is said of them: two in five pages of a small region, few of which are ever asked for. Gzip will do."""
_SMALLEST = 1150
"""Bytes up to which a file and the head of its answer are one packet (1,460 bytes) as it is."""
_SWIFT, _TIGHT = 6, 11
"""Brotli's effort: files named by their content are made once in years, pages every day. The steps above 6 take off less than a
hundredth of a page and cost half as much time again; 4 leaves a twentieth more and saves nothing."""
_QUICK, _THOROUGH = 4, 9
"""Gzip's effort, for those who know nothing newer: 6 takes off a fiftieth more for a third more time."""
_NARROW, _WIDE = 16, 22
"""Bounds of the window, in bits: one wider than the file takes time to clear and finds no more."""


def variants(path: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """``(ending, bytes)`` of each compressed form that is worth its place; the same for the same bytes."""
    forms = _FORMS.get(path.rpartition(".")[2], ()) if len(data) >= _SMALLEST else ()
    is_lasting = path.startswith("static/")
    if ".br" in forms and not path.startswith(_BESIDE):
        window = min(_WIDE, max(_NARROW, len(data).bit_length()))
        yield ".br", brotli.compress(data, mode=brotli.MODE_TEXT, quality=_TIGHT if is_lasting else _SWIFT, lgwin=window)
    if ".gz" in forms:
        yield ".gz", gzip.compress(data, _THOROUGH if is_lasting else _QUICK, mtime=0)
