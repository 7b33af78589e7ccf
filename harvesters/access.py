"""May a source be fetched, by whose leave, and with which key: the part of a source's entry that is about permission.

The policies are those that a careful steward of other people's calendars needs (docs/schedules.md, "Permission").
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from harvesters.strict import Strict

FetchPolicy = Literal["allowed", "ask_first", "disallowed", "credentials", "contract"]
"""``allowed``: published for everyone. ``ask_first``: only with a recorded permission. ``disallowed``: the publisher does not want it,
so it is never contacted. ``credentials``: with a key of our own. ``contract``: with a key and a recorded agreement."""
NEEDS_PERMISSION: frozenset[FetchPolicy] = frozenset({"ask_first", "contract"})

SECRET = re.compile(r"\$\{([A-Z][A-Z0-9_]*)\}")
"""How an environment variable is referred to."""


def _is_reference(text: str) -> str:
    """The text itself if it is one reference to an environment variable: a key never stands in the file."""
    if not SECRET.fullmatch(text):
        msg = "is not of the form ${NAME}; put the key into an environment variable and write its name"
        raise ValueError(msg)
    return text


SecretName = Annotated[str, AfterValidator(_is_reference)]


class Permission(Strict):
    """A permission or an agreement, recorded so that anyone can see who gave it, when and for what."""

    by: str = Field(min_length=1)
    """The role or the organisation that gave it; never a person's name."""
    given: date
    scope: str = Field(min_length=1)
    """For what, in a few words."""
    until: date | None = None
    """The last day it holds; without one it holds until it is withdrawn."""

    def holds_on(self, day: date) -> bool:
        """True on every day from the one it was given on to the last one, both inclusive."""
        return self.given <= day and (self.until is None or day <= self.until)


class Auth(Strict):
    """How the source's interface wants its key (``harvesters.credentials`` makes the header of it)."""

    kind: Literal["bearer", "header", "query", "hellewi_jwt", "lyyti"]
    """``bearer``: ``Authorization: Bearer``. ``header``/``query``: under ``name``. The last two sign every request anew."""
    secret: SecretName
    name: str = ""
    """Of the header or the query parameter."""
    key_id: str = ""
    """The key's public id (``kid`` of Hellewi, ``public_key`` of Lyyti)."""
    tenant: str = ""
    """The tenant and its domain (``norppala.opistopalvelut.fi``), for Hellewi."""

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Auth:
        needed = {"header": ("name",), "query": ("name",), "hellewi_jwt": ("key_id", "tenant"), "lyyti": ("key_id",)}
        for key in needed.get(self.kind, ()):
            if not getattr(self, key):
                msg = f"auth of the kind {self.kind!r} needs {key!r} too"
                raise ValueError(msg)
        return self
