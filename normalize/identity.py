"""Names that never change: of listings, events, occurrences and their pages.

An id is 16 characters of ``ALPHABET``: the digits and the consonants without ``l`` (read as 1) and without vowels, so that no id spells a
word. They are 16 base-29 digits of a SHA-256 over the parts, each preceded by its length: about 77 bits, one chance in a
million of two equal ids among half a billion. An id says nothing about its parts and is safe in a path, a file name and an address.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import UTC, date, datetime
from functools import lru_cache

from normalize.model import Listing, Start

ALPHABET = "0123456789bcdfghjkmnpqrstvwxz"
ID_LENGTH = 16
_IDS = len(ALPHABET) ** ID_LENGTH
_PAIRS = tuple(low + high for high in ALPHABET for low in ALPHABET)
"""Two digits at a time, the lower one first."""
SLUG_WORDS = 60
"""Most characters of the words before the id in a slug."""
SLUG_ID = 6
"""Characters of the id at the end of a slug."""
UID_LIMIT = 255
"""Most characters of a uid that are kept; a longer one ends in a digest of the whole."""

_CONTROL = re.compile("[\x00-\x1f\x7f]")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ŋ": "n", "ŧ": "t", "þ": "th", "ı": "i"})


@lru_cache(maxsize=256)
def kept_uid(uid: str) -> str:
    """The uid as we store it: trimmed, without control characters, at most 255 characters; the same for what it gave before."""
    uid = _CONTROL.sub("", uid).strip().encode(errors="replace").decode()
    if len(uid) <= UID_LIMIT:
        return uid
    return f"{uid[: UID_LIMIT - ID_LENGTH - 1]}~{_code('uid', uid)}"


def listing_id(source_id: str, uid: str, recurrence_id: str = "") -> str:
    """The id of one source's record; upper and lower case of a uid differ (RFC 7986 section 5.3)."""
    return _code("listing", source_id, kept_uid(uid), recurrence_id)


def event_id(source_id: str, uid: str) -> str:
    """The id of the event that a source's records of one uid (the series and its overrides) describe."""
    return _code("event", source_id, kept_uid(uid))


def occurrence_id(event: str, recurrence_id: str) -> str:
    """The id of one dated instance, ``{event id}-{recurrence id}``."""
    return f"{event}-{recurrence_id}"


def slug(name: str, identifier: str) -> str:
    """The last part of a page's address: the name's words in ASCII, cut at 60 characters, and the first 6 of the id.

    ``Kyläkirppis & kahvit``, ``b7x3...`` give ``kylakirppis-kahvit-b7x3..``. A name without a letter or digit of the Latin alphabet
    gives the whole id.
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    found = re.findall(r"[a-z0-9]+", "".join(letter for letter in decomposed if not unicodedata.combining(letter)))
    if not found:
        return identifier
    text = "-".join(found)
    if len(text) > SLUG_WORDS:
        text = text[: SLUG_WORDS + 1].rpartition("-")[0] or text[:SLUG_WORDS]
    return f"{text}-{identifier[:SLUG_ID]}"


def content_key(listing: Listing) -> str:
    """The second key of a record inside its source: what it says, without its uid.

    Equal for two records that agree on name, start, end, rule, recurrence id and place text; letter case and white space do not count.
    """
    rule = listing.recurrence
    parts = [
        *(f"{language}={_folded(name)}" for language, name in sorted(listing.name.items())),
        _moment(listing.start),
        _moment(listing.end),
        *(sorted(rule.rrule) + sorted(map(_moment, rule.rdate)) + ["!"] + sorted(map(_moment, rule.exdate)) if rule else ()),
        listing.recurrence_id,
        _folded(listing.place_text),
    ]
    return _code("content", *parts)


def _folded(text: str) -> str:
    """The text without what differs between two ways of writing the same."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _moment(moment: Start | None) -> str:
    """An instant in UTC, a day as it is, so that two zones' ways of writing one instant are equal."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).isoformat()
    return moment.isoformat() if isinstance(moment, date) else ""


def _code(*parts: str) -> str:
    """Sixteen characters made from the parts; the lengths keep ("ab", "c") and ("a", "bc") apart."""
    encoded = [part.encode(errors="replace") for part in parts]
    data = b"".join([len(part).to_bytes(4, "big") + part for part in encoded])
    number = int.from_bytes(hashlib.sha256(data).digest(), "big")
    number %= _IDS
    digits = []
    for _ in range(ID_LENGTH // 2):
        number, pair = divmod(number, len(_PAIRS))
        digits.append(_PAIRS[pair])
    return "".join(digits)
