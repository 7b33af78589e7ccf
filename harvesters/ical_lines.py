"""Bytes of a calendar into content lines (RFC 5545 sections 3.1 and 3.2), one record at a time.

Unfolding works on bytes, because a fold may stand inside a UTF-8 character (section 3.1). ``CRLF``, ``LF`` and ``CR`` all end a
line; nothing else does, so a U+2028 or a form feed in a text never makes a line of its own.
"""

from __future__ import annotations

import codecs
import quopri
import re
from collections.abc import Iterator
from typing import NamedTuple

DROPPED = (
    "DTSTAMP",
    "CREATED",
    "LAST-MODIFIED",
    "ATTENDEE",
    "ORGANIZER",
    "CONTACT",
    "COMMENT",
    "ATTACH",
    "REQUEST-STATUS",
    "X-MOZ-LASTACK",
    "X-MOZ-GENERATION",
    "X-MOZ-SNOOZE-TIME",
    "X-MOZ-RECEIVED-DTSTAMP",
    "X-MOZ-RECEIVED-SEQUENCE",
    "X-LIC-ERROR",
)
"""Properties that never reach an event: clocks and counters of the publisher's system, people, attachments. Because nothing of
them is read, nothing of them is hashed either: equal digest, equal event. ``docs/formats/ical.md`` gives the reason for each."""

_UTF16_STARTS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16", b"B\x00": "utf-16-le", b"\x00B": "utf-16-be"}
_FALLBACKS = re.compile(r"iso8859-\d+|cp125\d|koi8-[ru]|mac-roman|shift_jis|euc[_-]?\w+|gb\w+|big5|cp437|cp850")
_WINDOWS = "cp1252"
_LATIN = {"ascii", "iso8859-1", "utf-8", _WINDOWS}
_CONTROLS = {c: None for c in range(32) if c not in {9, 10}} | {127: None, 11: " ", 12: " "}
_HAS_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_PLAIN = re.compile(r"([A-Za-z0-9-]+)(?:;([^\":]*+))?:(.*)", re.DOTALL)
_NAME = re.compile(r"[A-Za-z0-9-]+")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)(?:=((?:"[^"]*+"|[^";:,]*+)(?:,(?:"[^"]*+"|[^";:,]*+))*+))?')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_MEANING = {"n": "\n", "N": "\n", "\\": "\\", ",": ",", ";": ";", ":": ":", '"': '"'}


class Line(NamedTuple):
    """One content line: name in upper case, parameters by upper-case name without quotes, value as it stands."""

    name: str
    parameters: dict[str, str]
    value: str
    raw: str

    def parameter(self, name: str) -> str:
        """The parameter's value, trimmed; ``""`` where it is not given."""
        return self.parameters.get(name, "").strip()


def clean(body: bytes) -> bytes:
    """The body as 8-bit text: byte order marks gone (one or several), UTF-16 turned into UTF-8, lone CRs into LF where no LF stands."""
    encoding = _UTF16_STARTS.get(body[:2])
    if encoding:
        body = body.decode(encoding, errors="replace").encode("utf-8")
    while body.startswith(codecs.BOM_UTF8):
        body = body[3:]
    return body if b"\n" in body else body.replace(b"\r", b"\n")


def fallback_codec(content_type: str) -> str:
    """The codec for what is not UTF-8: the declared charset where it is a plain legacy one, else Windows-1252.

    As browsers do, ISO 8859-1 is read as Windows-1252. UTF-7 and other codecs that can hide markup are never honoured.
    """
    declared = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", content_type, re.IGNORECASE)
    try:
        name = codecs.lookup(declared[1]).name if declared else _WINDOWS
    except LookupError:
        return _WINDOWS
    return name if name not in _LATIN and _FALLBACKS.fullmatch(name) else _WINDOWS


def unfold(chunk: bytes) -> bytes:
    """The text with ``LF`` line ends and no folds; of each fold exactly one blank goes (RFC 5545 section 3.1)."""
    if b"\r" in chunk:
        chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return chunk.replace(b"\n ", b"").replace(b"\n\t", b"")


def decode(text: bytes, fallback: str) -> tuple[str, bool]:
    """The text, and whether it had to be repaired: strict UTF-8, else line by line the fallback codec for what is not UTF-8."""
    try:
        return _without_controls(text.decode("utf-8")), False
    except UnicodeDecodeError:
        return _without_controls("\n".join(_legacy(line, fallback) for line in text.split(b"\n"))), True


def _legacy(line: bytes, fallback: str) -> str:
    """The line as UTF-8 if it is, else by the fallback codec; bytes without meaning there become U+FFFD."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(fallback, errors="replace")


def _without_controls(text: str) -> str:
    """The text without control characters; vertical tab and form feed become blanks."""
    return text.translate(_CONTROLS) if _HAS_CONTROL.search(text) else text


def logical_lines(text: str) -> Iterator[str]:
    """Every non-empty line of unfolded text; vCalendar 1.0 soft breaks (``=`` at the end of a quoted-printable line) are joined."""
    if "QUOTED-PRINTABLE" in text.upper() and "=\n" in text:
        text = _join_soft_breaks(text)
    return (line for line in text.split("\n") if line)


def _join_soft_breaks(text: str) -> str:
    """The text with the continuation lines of each quoted-printable value put behind it (vCalendar 1.0, RFC 2045 section 6.7)."""
    joined: list[str] = []
    soft = False
    for line in text.split("\n"):
        if soft:
            joined[-1] = joined[-1][:-1] + line
        else:
            joined.append(line)
        soft = line.endswith("=") and (soft or "QUOTED-PRINTABLE" in line.partition(":")[0].upper())
    return "\n".join(joined)


def split_line(text: str) -> Line | None:
    """The content line in parts; ``None`` where it is none: no name, no colon, or a quote that never closes (RFC 5545 section 3.1)."""
    plain = _PLAIN.match(text)
    if plain is None:
        return _split_quoted(text)
    name, given, value = plain.groups()
    if not given:
        return Line(name.upper(), {}, value, text)
    pairs = [part.partition("=") for part in reversed(given.split(";"))]
    parameters = {key.strip().upper(): item for key, _, item in pairs}
    return _decoded(Line(name.upper(), parameters, value, text))


def _split_quoted(text: str) -> Line | None:
    """The same for lines whose parameters hold quotes (RFC 5545 section 3.2), in one pass."""
    name = _NAME.match(text)
    if name is None:
        return None
    position, parameters = name.end(), dict[str, str]()
    while found := _PARAMETER.match(text, position):
        parameters.setdefault(found[1].upper(), (found[2] or "").replace('"', ""))
        position = found.end()
    if text[position : position + 1] != ":":
        return None
    return _decoded(Line(name[0].upper(), parameters, text[position + 1 :], text))


def _decoded(line: Line) -> Line:
    """The line with a quoted-printable value decoded (vCalendar 1.0); every other line as it is."""
    if "QUOTED-PRINTABLE" not in line.parameters and line.parameter("ENCODING").upper() != "QUOTED-PRINTABLE":
        return line
    octets = quopri.decodestring(line.value.encode("utf-8"))
    value, _ = decode(octets.replace(b"\r\n", b"\n"), fallback_codec("charset=" + line.parameter("CHARSET")))
    return line._replace(value=value.replace("\\", "\\\\").replace("\n", "\\n"))


def unescape(value: str) -> str:
    """The text that an escaped value stands for (RFC 5545 section 3.3.11); an escape that means nothing stays as it is."""
    if "\\" not in value:
        return value
    return _ESCAPED.sub(lambda found: _MEANING.get(found[1], found[0]), value)


def split_values(value: str) -> list[str]:
    """The parts of a comma-separated list, each unescaped and trimmed, empty ones left out (RFC 5545 section 3.1.1)."""
    parts = re.findall(r"(?:\\.|[^,\\]|\\$)+", value, re.DOTALL) if "\\" in value else value.split(",")
    return [text for part in parts if (text := unescape(part).strip())]
