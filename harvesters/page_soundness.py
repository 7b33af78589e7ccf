"""Why a page has no rows: a login, a page that is not there, a bot check, an honest "nothing now", or a layout that changed."""

from __future__ import annotations

import re

from parsel import Selector

from harvesters.errors import Unreadable
from harvesters.markup import MOST_DEPTH
from harvesters.page_text import visible

_LOGIN = re.compile(r"\b(?:kirjaudu|sisäänkirjautuminen|kirjautuminen|logga in|inloggning|log ?in|sign ?in|anmelden)\b", re.IGNORECASE)
_NOT_FOUND = re.compile(
    r"\b404\b|not found|does ?n.t exist|ei (?:löy[dt]|ole olemassa)|hittades inte|hittas inte|hittar inte sidan|finns inte", re.IGNORECASE
)
_CHALLENGE = re.compile(
    r"just a moment|attention required|are you (?:a )?human|verify (?:that )?you are|checking your browser|security check|captcha"
    r"|access denied|oletko ihminen|pääsy estetty",
    re.IGNORECASE,
)
_TOO_DEEP = "boolean(" + "/*" * (MOST_DEPTH - 2) + ")"


def refuse_deep(page: Selector) -> None:
    """Raise ``Unreadable`` (``too_deep``) for a page nested as deep as the parser follows: what stands deeper would be lost unseen."""
    if page.xpath(_TOO_DEEP).get() == "1":
        raise Unreadable("The page is nested so deep that part of it cannot be read.", reason="too_deep")


def says_nothing_now(page: Selector, phrase: str) -> bool:
    """True where the page says in the source's own words that there is nothing now."""
    return bool(phrase) and " ".join(phrase.split()).casefold() in " ".join(visible(page).split()).casefold()


def refuse_other_page(page: Selector) -> None:
    """Raise ``Unreadable`` (``login_page``, ``soft_404``, ``bot_challenge``) for a page that stands there instead of the one asked for."""
    told = " ".join(visible(found) for found in page.css("title, h1"))
    if page.css('input[type="password" i]') or _LOGIN.search(told):
        raise Unreadable("The answer is a login page. Nothing of the source was changed.", reason="login_page")
    if _CHALLENGE.search(told):
        raise Unreadable("The answer is the page of a bot protection. Nothing of the source was changed.", reason="bot_challenge")
    if _NOT_FOUND.search(told):
        raise Unreadable("The answer is a page that says it was not found. Nothing of the source was changed.", reason="soft_404")


def refuse_no_rows(page: Selector) -> None:
    """Raise ``Unreadable`` with the reason that helps best: as ``refuse_other_page``, else ``selector_miss``."""
    refuse_other_page(page)
    raise Unreadable("No row was found on the page in the way described. Nothing of the source was changed.", reason="selector_miss")
