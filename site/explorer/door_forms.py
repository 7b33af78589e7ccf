"""What the door's forms share: problems in words, the secret of a draft, and reading what people write into fields."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import date, time
from urllib.parse import urlsplit

from explorer.page import Asked
from store.desk_drafts import Draft, draft

PART = "door"
_KEY = re.compile(r"[A-Za-z0-9_-]{32,64}")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY = re.compile(r"(?:[a-zåäö]{2,12}\.?\s+)?(\d{1,2})\s*[./]\s*(\d{1,2})\s*[./]?\s*(\d{4}|\d{2})?", re.IGNORECASE)
_CLOCK = re.compile(r"(?:klo|kl\.?|at)?\s*(\d{1,2})(?:\s*[.:]\s*(\d{2})(?::\d{2})?)?", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend in a form."""

    field: str
    """Id of the field that it is about."""
    words: str


def new_key() -> str:
    """The secret of a draft: 192 bits of chance."""
    return secrets.token_urlsafe(24)


def key_of(text: str) -> str:
    """The secret as a form sent it back, a new one where it is none."""
    return text if _KEY.fullmatch(text) else new_key()


def status_token(key: str) -> str:
    """The secret of the private address that a draft leads to: whoever holds the draft's can make it, and nobody the other way."""
    return base64.urlsafe_b64encode(hashlib.sha256(f"status:{key}".encode()).digest()).decode().rstrip("=")


async def draft_of(asked: Asked) -> Draft | None:
    """The draft that the address names; ``None`` where it is gone."""
    services = asked.services
    if services is None:
        return None

    def found() -> Draft | None:
        with services.desk.read() as connection:
            return draft(connection, asked.parts["draft"])

    return await asked.in_thread(found)


def one_line(text: str, most: int) -> str:
    """The text in one line, without control characters and marks that turn the direction of writing, cut to ``most`` characters."""
    return " ".join(_CONTROLS.sub(" ", text.replace("\n", " ").replace("\r", " ")).split())[:most]


def lines(text: str, most: int) -> str:
    """The same with its line breaks."""
    kept = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"\n{3,}", "\n\n", kept).strip()[:most]


def day_of(text: str, today: date) -> date | None:
    """``24.11.2026``, ``24.11.`` (the next one) or ``2026-11-24`` as a day; ``None`` where it is none."""
    text = text.strip()
    try:
        if found := _ISO_DAY.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _DAY.fullmatch(text):
            return _day(int(found[1]), int(found[2]), found[3], today)
    except ValueError:
        return None
    return None


def _day(number: int, month: int, year: str | None, today: date) -> date:
    """The day; without a year the next such day from today on."""
    if year:
        return date(int(year) if len(year) > 2 else _CENTURY + int(year), month, number)  # noqa: PLR2004 - two digits of a year
    this = date(today.year, month, number)
    return this if this >= today else date(today.year + 1, month, number)


def days_of(text: str, today: date) -> tuple[tuple[date, ...], str]:
    """The days of a list (``22.12., 29.12.``), and the first piece that is none; empty where all are."""
    pieces = [piece.strip() for piece in re.split(r"[,;\n]|\s+(?:ja|och|and)\s+", text) if piece.strip()]
    found = [(piece, day_of(piece, today)) for piece in pieces]
    wrong = next((piece for piece, day in found if day is None), "")
    return tuple(sorted({day for _, day in found if day})), wrong


def clock_of(text: str) -> time | None:
    """``18``, ``18.00``, ``klo 18:00`` as a time; ``None`` where it is none."""
    found = _CLOCK.fullmatch(text.strip())
    try:
        return time(int(found[1]), int(found[2] or 0)) if found else None
    except ValueError:
        return None


def web_address_of(text: str) -> str:
    """The http address, with ``https://`` before a bare host name; empty where it is none."""
    text = text.strip()
    if text and "://" not in text and re.match(r"[\w-]+(\.[\w-]+)+(/|$)", text):
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    fine = (
        parts.scheme in {"http", "https"} and "." in host and port in {None, 80, 443} and not parts.username and not re.search(r"\s", text)
    )
    return text if fine else ""
