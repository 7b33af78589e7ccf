"""Findings about the address itself and about what it led to, before any event was read."""

from __future__ import annotations

from collections.abc import Iterator

from harvesters.address_advice import Advice, shown_address
from harvesters.address_secrets import secret_part
from harvesters.platforms import PLATFORMS
from normalize.finding import Facts, Finding, Level

ADDRESS_FINDINGS: dict[str, tuple[str, Level]] = {
    "address_missing": ("address_missing", "blocks"),
    "address_not_one": ("address_not_one", "blocks"),
    "address_not_web": ("address_not_one", "blocks"),
    "address_mail": ("address_mail", "blocks"),
    "address_file": ("address_file", "blocks"),
    "address_facebook": ("address_facebook", "blocks"),
    "address_local": ("address_local", "blocks"),
    "address_google_own": ("address_own", "blocks"),
    "address_outlook_own": ("address_own", "blocks"),
    "address_icloud_own": ("address_own", "blocks"),
    "address_nextcloud_own": ("address_own", "blocks"),
    "address_shared_file": ("address_shared_file", "blocks"),
    "address_google_embed": ("address_other", "mend"),
    "address_google_sharing": ("address_other", "mend"),
    "address_google_settings": ("address_other", "mend"),
    "address_google_event": ("address_other", "mend"),
    "address_google_id": ("address_other", "mend"),
    "address_outlook_page": ("address_other", "mend"),
    "address_nextcloud_page": ("address_other", "mend"),
    "address_known_page": ("address_other", "mend"),
    "address_sheet": ("address_sheet", "mend"),
    "address_sharing": ("address_sharing", "mend"),
    "address_webcal": ("address_webcal", "hint"),
    "address_no_scheme": ("address_no_scheme", "hint"),
    "address_secret": ("address_secret", "mend"),
}
"""``Advice.code`` -> finding and level."""
_FILES = frozenset({"pdf", "office", "image", "packed"})
_PAGE_KINDS: dict[str, str] = {
    "login": "needs_password",
    "not_found": "not_found",
    "challenge": "forbidden",
    "error": "server_words",
    "empty": "empty_answer",
}


def address_findings(facts: Facts) -> Iterator[Finding]:
    """What is to be told about the address."""
    advice = facts.advice
    if advice and advice.code:
        yield _of_advice(advice)
    if advice and advice.others:
        values = {"urls": "\n".join(advice.others), "number": str(len(advice.others) + 1)}
        yield Finding(code="several_calendars", level="hint", values=values)
    if facts.found_by:
        shown = shown_address(facts.found_by.url, is_secret=bool(secret_part(facts.found_by.url)[0]))
        yield Finding(code="page_with_feed", level="mend", values={"url": shown})
    if facts.columns:
        yield Finding(code="guessed_columns", level="hint", values={"columns": ", ".join(facts.columns)})


def _of_advice(advice: Advice) -> Finding:
    code, level = ADDRESS_FINDINGS[advice.code]
    values = dict(advice.values)
    if advice.url:
        values["url"] = advice.shown
    if advice.public_url:
        values["public"] = advice.public_url
    return Finding(code=code, level=level, values=values)


def answer_findings(facts: Facts) -> Iterator[Finding]:
    """What an answer is instead of a calendar; nothing where it is one that was read."""
    seen = facts.recognised
    if seen is None or facts.reading is not None:
        return
    if seen.kind in _FILES:
        yield Finding(code="file_kind", level="blocks", values={"kind": seen.kind})
    elif seen.kind in _PAGE_KINDS:
        yield Finding(code=_PAGE_KINDS[seen.kind], level="blocks")
    elif seen.format == "page":
        yield Finding(code="page_without_feed", level="blocks")
    elif seen.format and not facts.can_read:
        program = PLATFORMS.get(seen.platform, "")
        yield Finding(code="needs_description", level="blocks", values={"format": seen.format_name, "program": program})
    elif not facts.failure:
        yield Finding(code="not_calendar", level="blocks", values={"kind": seen.kind or seen.format})
