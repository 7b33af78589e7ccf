"""Where a page leads whoever finds something wrong on it: the explorer's form where there is one, else a mail to the region's contact."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from publish.addresses import Target
from publish.edition import Edition

FORMS: Mapping[str, str] = {"fi": "palaute", "sv": "respons", "en": "feedback"}
"""The word of the form's address below the explorer, as ``explorer.addresses`` has it."""


def form(edition: Edition, **asked: str) -> str:
    """The address of the form (``about`` what, ``kind`` of feedback); ``""`` where no explorer stands beside the site."""
    explorer = edition.region.explorer_address
    if not explorer:
        return ""
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{explorer.rstrip('/')}/{FORMS[edition.language]}/{query}"


def report(about: str, name: str, target: Target, edition: Edition) -> str:
    """Where a mistake on a page is reported; ``about`` is ``event:ID``, ``place:ID`` ...; ``""`` where no address is known."""
    if address := form(edition, about=about):
        return address
    email = edition.region.contact.email
    if not email:
        return ""
    subject = quote(edition.words("origin.report_subject", name=name))
    return f"mailto:{quote(email, safe='@')}?subject={subject}&body={quote(edition.addresses.url(edition.language, target))}"
