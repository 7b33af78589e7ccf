"""Which lines of an event may name a person or hold a secret (design.md, rule 8): they are dropped before anything is kept."""

from __future__ import annotations

import re

from harvesters.ical_lines import DROPPED, Line

_DROPPED = frozenset(DROPPED)
_PEOPLE = re.compile(
    r"(?:^|-)(?:ATTENDEES?|ORGANI[SZ]ERS?|SENDER|CONTACTS?|AUTHOR|CREATOR|OWNER|PHONE|TEL|MOBILE|FAX|E?-?MAIL|HOST|PERSON|USER|COACH"
    r"|TEACHER|INSTRUCTOR|LEADER|MEMBERS?|PARTICIPANTS?|RSVP|INVITEES?|DELEGATE|VCARD)(?:-|\d|$)"
)
_PERSONAL_PARAMETERS = frozenset(
    ("CN", "CUTYPE", "DELEGATED-FROM", "DELEGATED-TO", "DIR", "EMAIL", "MEMBER", "PARTSTAT", "RSVP", "SENT-BY")
)
_ADDRESS = re.compile(r"[^\s@]@[^\s@]|mailto:|(?<![a-z])tel:|(?<![\d-])(?:\+|00)\d[\d \-()]{6,}|(?<!\d)0\d{1,2}[ -]\d{3,}", re.IGNORECASE)
_USERINFO = re.compile(r"(?<=://)[^\s/?#@\\\"']*@")


def is_dropped(name: str) -> bool:
    """True for a property that no event ever keeps."""
    return name in _DROPPED


def may_be_personal(line: Line) -> bool:
    """True for a property we do not know that, by its name, its parameters or its value, may tell who or how to reach them."""
    return bool(_PEOPLE.search(line.name) or _PERSONAL_PARAMETERS & line.parameters.keys() or _ADDRESS.search(line.value))


def without_userinfo(text: str) -> str:
    """The text with user name and password taken out of every address in it (RFC 3986 section 3.2.1)."""
    return _USERINFO.sub("", text) if "@" in text else text
