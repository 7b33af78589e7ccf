"""Personal data and secrets kept out of words; what goes, what stays and why is told in ``docs/privacy.md``.

Removed: private e-mail addresses, telephone numbers, personal identity codes, messenger links, the names of persons who lead, teach, speak
or are to be asked, and addresses that are keys. Kept, because they belong to an office and not to a person: role addresses (``info@``,
``toimisto@`` ...), numbers that only companies and public bodies can have (010, 020, 029, 030, 07x, 0800, 0600, 116 xxx ...), the roles
themselves and the organisations in them. A geographic number (015, 09 ...) may be somebody's home and is removed too. Dates, times, prices,
postal codes, accounts and ids are no telephone numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from normalize.privacy_beside import accounts, homes
from normalize.privacy_contacts import NUMBERS, is_personal_link, masked, may_hold_number, numbers_only, personal_links
from normalize.privacy_mail import mails, may_hold_mail, may_spell_mail, owner, spelled_mails
from normalize.privacy_marks import ELSEWHERE, MARKS, Pieces, Sort
from normalize.privacy_names import names
from normalize.privacy_secrets import is_secret, secrets

REMOVED = MARKS["contact"]
"""What stands where a contact was removed, by the language of the text."""
REMOVED_ELSEWHERE = ELSEWHERE["contact"]
_SHORT = 1200
"""Characters of a text that is remembered."""
_MOST_LOOKS = 12
"""What was removed may have hidden the beginning of the next number; no real text needs a fourth look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    """A text without personal data, and what was taken out of it."""

    text: str
    count: int
    """How many pieces were taken out, secret addresses included."""
    sorts: tuple[Sort, ...] = ()
    """What sort each of them was of."""

    @property
    def secrets(self) -> int:
        """How many addresses that are keys were taken out."""
        return self.sorts.count("secret")

    @property
    def personal(self) -> int:
        """How many pieces of personal data were taken out."""
        return self.count - self.secrets


def redact(text: str, language: str = "und") -> Redacted:
    """The text with a short mark where a person's name, contact or identity code, or an address that is a key, stood.

    Doing it again changes nothing.
    """
    return _remembered(text, language) if len(text) <= _SHORT else _redact(text, language)


def _redact(text: str, language: str) -> Redacted:
    """``redact``, looked for."""
    (clean,), sorts = redact_pieces((text,), language)
    return Redacted(text=clean, count=len(sorts), sorts=sorts)


@lru_cache(maxsize=8192)
def _remembered(text: str, language: str) -> Redacted:
    """The same of a short text: titles, locations and quotes of a series repeat themselves, and one record asks several times."""
    return _redact(text, language)


def redact_pieces(pieces: Sequence[str], language: str = "und") -> tuple[tuple[str, ...], tuple[Sort, ...]]:
    """The pieces of one text, each without its part of what had to go, and what sort each thing was of.

    A name may begin in one piece and end in the next, and its role may stand in a third: what markup cuts apart, a reader sees as one.
    Where a line ends, a piece is a line feed.
    """
    whole = Pieces(pieces, language)
    for _ in range(_MOST_LOOKS):
        if not _look(whole):
            break
    return tuple(whole.pieces), tuple(whole.removed)


def private_address(address: str) -> Sort | None:
    """Why a web address may stand behind no link: it is a key (``secret``), or leads to a person's telephone or mailbox (``contact``)."""
    if is_secret(address):
        return "secret"
    return "contact" if is_personal_link(address) else None


def _look(whole: Pieces) -> bool:
    """True where one look at everything found something to take out."""
    found = whole.cut(secrets(whole.text), "secret")
    found |= whole.cut(personal_links(whole.text), "contact")
    owners: set[tuple[str, str]] = set()
    for may_hold, find in ((may_hold_mail, mails), (may_spell_mail, spelled_mails)):
        there = find(numbers_only(masked(whole.text))) if may_hold(whole.text) else []
        owners |= {pair for mail in there if (pair := owner(mail))}
        found |= whole.cut([mail.span for mail in there], "contact")
    if may_hold_number(whole.text):
        found |= _numbers(whole)
    if not whole.text.islower():
        found |= whole.cut(names(whole.text, frozenset(owners)), "name")
        found |= whole.cut(homes(whole.text), "contact")
        found |= whole.cut(accounts(whole.text), "contact")
    return found


def _numbers(whole: Pieces) -> bool:
    """True where a number of a person was taken out; what accounts and ids look like is asked only where something looks like a number."""
    seen = masked(whole.text)
    if not any(find(seen) for find in NUMBERS):
        return False
    found, seen = False, numbers_only(seen)
    for find in NUMBERS:
        if whole.cut(find(seen), "contact"):
            found, seen = True, numbers_only(masked(whole.text))
    return found
