"""Stale items at the desk: sources and places whose owner should look again, each with a message that is ready to be sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlencode

from datasette import Response

from explorer.desk_frame import desk_page_at, services, show
from explorer.page import Asked
from explorer.texts import PartWords, part_words
from harvesters.failure_reasons import failure_reason
from normalize.privacy import redact
from store.desk_seen import StaleSource, stale_places, stale_sources
from store.desk_submissions import submissions

_MOST_SERIES = 15
_MOST_MAILTO = 1800
"""Characters of an address that mail programs take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One source with the message to its owner."""

    source: StaleSource
    email: str
    """A role address that the owner gave; empty: none is known."""
    subject: str
    text: str
    mailto: str
    """Opens the mail program with the message in it; empty without an address."""


async def stale(asked: Asked) -> Response:
    """Sources with their letters, and places whose accessibility nobody assured for a year."""
    found = await asked.read(lambda connection: stale_sources(connection, asked.today, asked.language))
    places = await asked.read(lambda connection: stale_places(connection, asked.today))
    emails = await asked.in_thread(_emails, asked)
    letters = [_letter(asked, source, emails.get(source.id, "")) for source in found]
    return await show(asked, "stale", "stale", letters=letters, places=places)


def _emails(asked: Asked) -> dict[str, str]:
    """Source id -> the role address that its submitter gave; a person's own is never one."""
    with services(asked).desk.read() as connection:
        approved = submissions(connection, states=("approved",))
    return {one.source_id: one.publishing.email for one in approved if one.publishing.email and not redact(one.publishing.email).count}


def _letter(asked: Asked, source: StaleSource, email: str) -> Letter:
    words = part_words("desk", asked.language)
    subject = words("letter_subject", title=source.title, region=asked.about.region)
    text = "\n".join(_lines(asked, source, words))
    mailto = f"mailto:{quote(email)}?{urlencode({'subject': subject, 'body': text[:_MOST_MAILTO]}, quote_via=quote)}" if email else ""
    return Letter(source=source, email=email, subject=subject, text=text, mailto=mailto)


def _lines(asked: Asked, source: StaleSource, words: PartWords) -> list[str]:
    """The message, line by line."""
    lines = [
        words["letter_hello"],
        "",
        words(f"letter_{source.why}", title=source.title, region=asked.about.region, day=_day(asked, source)),
    ]
    if source.why == "state" and source.reason:
        lines.append(words("letter_reason", reason=_reason(source.reason, asked.language)))
    if source.why == "old":
        lines += ["", *(f"- {name}" for name in source.series[:_MOST_SERIES])]
        lines += [words.count("letter_more", len(source.series) - _MOST_SERIES)] if len(source.series) > _MOST_SERIES else []
    if source.issues:
        lines += ["", words["letter_issues"], *(f"- {message} ({number})" for message, number in source.issues)]
    return [*lines, "", words["letter_please"], "", asked.about.office, asked.about.contact]


def _day(asked: Asked, source: StaleSource) -> str:
    """Since when it is so, in words."""
    text = {"state": source.since, "silent": source.last_fetched}.get(source.why) or source.last_changed or source.last_fetched
    return asked.about.moment(datetime.fromisoformat(text).astimezone(asked.now.tzinfo).date()) if text else ""


def _reason(code: str, language: str) -> str:
    """Why a source could not be read, in words; nothing of a reason nobody wrote words for."""
    found = failure_reason(code)
    return str(getattr(found, language, "")) if found else code


PAGES = (desk_page_at(stale, "stale"),)
