"""What a web page says about itself: its title, what made it, events marked up for programs, and whether it is a login or an error."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from parsel import Selector

from harvesters import platforms
from harvesters.json_document import items, walk
from harvesters.platforms import Clue

_EVENT = re.compile(
    r"(?:^|[/:#])(?:\w*Event|EventSeries|Festival|Hackathon|CourseInstance|ExhibitionEvent|ScreeningEvent|TheaterEvent|SessionSeries"
    r"|ScheduledSession)$"
)
_LOGIN = re.compile(r"kirjaudu|sis[äa][äa]nkirjaut|logga in|inloggning|sign in|log ?in\b|salasana|password|lösenord", re.IGNORECASE)
_NOT_FOUND = re.compile(r"\b404\b|ei l[öo]ytynyt|sivua ei l[öo]ydy|sidan (?:hittades|finns) inte|not found|page not found", re.IGNORECASE)
_CHALLENGE = re.compile(
    r"just a moment|checking your browser|attention required|captcha|are you a robot|verify you are human", re.IGNORECASE
)
_LANGUAGE = re.compile(r"^([A-Za-z]{2,3})(?:[-_]|$)")
_MOST_SCRIPTS = 50
_LOOKED_AT = 60_000
_FEW_WORDS = 1500
"""A login page says little else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What a page says about itself."""

    title: str
    generator: str
    language: str
    kind: str
    """``login``, ``not_found``, ``challenge`` or empty."""
    events: int
    """Events marked up in it."""
    vocabulary: str
    """``JSON-LD``, ``microdata``, ``h-event`` or empty."""
    clue: Clue | None
    by_class: Clue | None
    """What the body's own class names give away, for The Events Calendar and its like."""


def facts_of(page: Selector) -> PageFacts:
    """The facts of one page."""
    title = " ".join(page.xpath("string(//title)").get("").split())
    generators = page.css(
        "meta[name=generator]::attr(content), meta[name=Generator]::attr(content), meta[name=GENERATOR]::attr(content)"
    ).getall()
    found = _LANGUAGE.match(page.css("html::attr(lang)").get("").strip())
    events, vocabulary = _events(page)
    markup = " ".join(page.css("link::attr(href), script::attr(src), body::attr(class)").getall())[:_LOOKED_AT]
    return PageFacts(
        title=title,
        generator="; ".join(generators)[:500],
        language=found[1].lower() if found else "",
        kind=_kind(page, title),
        events=events,
        vocabulary=vocabulary,
        clue=platforms.by_markup(markup) or platforms.by_markup((page.get() or "")[:_LOOKED_AT]),
        by_class=_plugin(markup),
    )


def _plugin(markup: str) -> Clue | None:
    """An events plugin by its files, which its host's generator would hide."""
    clue = platforms.by_markup(markup)
    return clue if clue and clue.platform in {"tribe", "mec", "events_manager", "eventon"} else None


def _events(page: Selector) -> tuple[int, str]:
    """How many events a page marks up, and in which vocabulary."""
    marked = sum(_in_script(script) for script in page.css('script[type*="ld+json"]')[:_MOST_SCRIPTS])
    if marked:
        return marked, "JSON-LD"
    microdata = sum(
        bool(_EVENT.search(kind.strip())) for kinds in page.css("[itemscope]::attr(itemtype)").getall() for kind in kinds.split()
    )
    if microdata:
        return microdata, "microdata"
    marked = len(page.css(".h-event, .vevent"))
    return marked, "h-event" if marked else ""


def _in_script(script: Selector) -> int:
    """Events in one block of JSON-LD; one with a small mistake is counted by its words."""
    text = "".join(script.css("::text").getall()).strip()
    try:
        value: Any = json.loads(text)
    except (ValueError, RecursionError):
        return len(re.findall(r'"@type"\s*:\s*"\w*Event"', text))
    return sum(any(isinstance(kind, str) and _EVENT.search(kind) for kind in items(record.get("@type"))) for record in walk(value))


def _kind(page: Selector, title: str) -> str:
    """A page that stands where another should."""
    heading = " ".join(page.css("h1::text, h2::text").getall())[:500]
    if _CHALLENGE.search(title):
        return "challenge"
    if _NOT_FOUND.search(f"{title} {heading}"):
        return "not_found"
    words = " ".join(page.xpath("//body//text()[not(ancestor::script or ancestor::style)]").getall())
    is_short = len(" ".join(words.split())) < _FEW_WORDS
    if page.css("input[type=password]") and (is_short or _LOGIN.search(f"{title} {heading}")):
        return "login"
    return ""
