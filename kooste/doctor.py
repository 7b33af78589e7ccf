"""Looks at one address as a harvest would, and gathers everything that its owner should know. Stores nothing.

    advise      what the pasted address is                        harvesters.address_advice
    | fetch     through the one guarded, polite crawl             kooste.doctor_fetch
    | recognise format and program; a page's calendar, one hop    harvesters.recognise
    | read      in the sandbox, by the format's own reader        harvesters.sandbox
    | normalize as a source of this region would be               normalize.mapping
    | findings  what to mend, and why                             normalize.findings

The words are ``kooste.doctor_report``'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from harvesters import csv_guess
from harvesters.address_advice import Advice, advise
from harvesters.address_secrets import secret_part
from harvesters.errors import HarvestError
from harvesters.ical_titles import titles_at
from harvesters.markup import text_of
from harvesters.page_links import FeedLink
from harvesters.recognise import Recognised, recognise
from harvesters.record import Ask, ReadContext, Reading, Response
from harvesters.registry import FORMATS, Span
from harvesters.sandbox import Sandbox
from harvesters.source import Schedules, Source
from kooste import asking
from kooste.doctor_fetch import NAME, fetch_one
from kooste.pipeline import context_of
from normalize.finding import Facts, Finding
from normalize.findings import findings, ready
from normalize.mapping import normalize
from normalize.privacy import redact

_MOST_HOPS = 3
"""Calendars of one page that are tried, until one of them is one."""
_EVENTS_IN = frozenset({"ical", "tribe"})
"""Formats of links that are worth leaving a page for; a feed of news seldom has events in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """Everything that is known of one address."""

    facts: Facts
    findings: tuple[Finding, ...]
    response: Response | None = None
    """The answer that was read, or the last one that was not."""
    ready: int = 0
    """Coming events about which there is nothing to mend."""

    @property
    def advice(self) -> Advice:
        """What the address is."""
        return self.facts.advice or Advice()

    @property
    def url(self) -> str:
        """The address of the calendar that was read, or the one that was asked; may be a secret."""
        return self.facts.found_by.url if self.facts.found_by else self.advice.url

    @property
    def verdict(self) -> str:
        """``ready``: nothing to mend. ``mend``: can be taken in as it is. ``blocked``: there is nothing to show."""
        if not self.facts.coming():
            return "blocked"
        return "mend" if any(one.level != "hint" for one in self.findings) else "ready"


def examine(  # noqa: PLR0913 - every fact is named
    schedules: Schedules, pasted: str, now: datetime, *, source: Source | None = None, twice: bool = False, sandbox: Sandbox | None = None
) -> Examination:
    """The address looked at; ``source`` is a configured entry to look at it as, ``twice`` fetches it once more to compare identifiers.

    ``sandbox`` is one that is running already, for callers that look at many.
    """
    advice = advise(pasted) if source is None else _of_source(source, _days(schedules, now))
    with _running(sandbox) as running:
        doctor = _Doctor(schedules=schedules, source=source, now=now, sandbox=running)
        facts, response = doctor.look(advice)
        if twice and facts.reading is not None:
            facts = doctor.look_again(facts)
    return _examination(facts, response)


def examine_answer(
    schedules: Schedules, response: Response, now: datetime, *, source: Source | None = None, sandbox: Sandbox | None = None
) -> Examination:
    """The same for an answer that is here already (a file); nothing is fetched."""
    with _running(sandbox) as running:
        doctor = _Doctor(schedules=schedules, source=source, now=now, sandbox=running)
        facts = doctor.read(doctor.facts(Advice(), recognised=recognise(response)), response)
    return _examination(facts, response)


def _running(sandbox: Sandbox | None) -> AbstractContextManager[Sandbox]:
    """The caller's sandbox, which stays; else one for this examination."""
    return nullcontext(sandbox) if sandbox else Sandbox()


def _examination(facts: Facts, response: Response | None) -> Examination:
    found = findings(facts)
    return Examination(facts=facts, findings=found, response=response, ready=ready(facts, found))


def _of_source(source: Source, days: Span) -> Advice:
    """The address of a configured entry, which nobody has to be told about; it is shown only where it holds no secret."""
    url, complete = asking.filled(source.url), FORMATS[source.format].address
    return Advice(url=complete(url, days, source.options) if complete else url, is_secret=source.is_secret)


def _days(schedules: Schedules, now: datetime) -> Span:
    """The days that an interface is asked about, as at a harvest."""
    today = now.astimezone(ZoneInfo(schedules.region.timezone)).date()
    return Span(first=today - timedelta(days=1), last=today + timedelta(days=31 * schedules.defaults.horizon.months_ahead))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Doctor:
    """What is needed for looking at one address."""

    schedules: Schedules
    source: Source | None
    now: datetime
    sandbox: Sandbox

    def look(self, advice: Advice) -> tuple[Facts, Response | None]:
        """The facts about an address, and the answer they are from."""
        if not advice.url:
            return self.facts(advice), None
        try:
            if self.source:
                asking.permitted(self.source, self.now)
        except HarvestError as refusal:
            return self.facts(advice, failure=refusal), None
        answer = self._fetch(advice.url)
        if isinstance(answer, HarvestError):
            return self.facts(advice, failure=answer), None
        seen = recognise(answer)
        if self.source is None and (hop := self._hop(advice, seen)):
            return hop
        return self.read(self.facts(advice, recognised=seen), answer), answer

    def look_again(self, facts: Facts) -> Facts:
        """The facts with what a second request gives."""
        url = facts.found_by.url if facts.found_by else facts.advice.url if facts.advice else ""
        answer = self._fetch(url)
        if isinstance(answer, HarvestError) or facts.recognised is None:
            return facts
        try:
            return replace(facts, again=self._reading(facts.recognised.format, answer))
        except HarvestError:
            return facts

    def facts(self, advice: Advice, **known: Any) -> Facts:
        """The facts so far."""
        entry = self.source or throwaway(self.schedules, known.get("recognised"))
        context = context_of(self.schedules, self.now)
        return Facts(now=self.now, source=entry, context=context, places=self.schedules.places, advice=advice, **known)

    def read(self, facts: Facts, response: Response) -> Facts:
        """The facts with what the answer holds, or why it could not be read."""
        guessed = guessed_options(facts.recognised, response) if self.source is None else None
        name = self._format(facts.recognised, guessed)
        if not name:
            return replace(facts, can_read=False)
        try:
            reading = self._reading(name, response, guessed)
        except HarvestError as error:
            return replace(facts, failure=error)
        facts = replace(facts, columns=columns_in(guessed))
        results = tuple(normalize(raw, facts.source, facts.context) for raw in reading.events)
        return replace(facts, reading=reading, results=results, titles=_titles(reading, response))

    def _hop(self, advice: Advice, seen: Recognised) -> tuple[Facts, Response] | None:
        """The first calendar that a page leads to and that is one."""
        for link in _worth(seen):
            answer = self._fetch(link.url)
            if isinstance(answer, HarvestError):
                continue
            there = recognise(answer)
            if there.format in FORMATS and there.format not in {"page", "schema"}:
                facts = self.read(self.facts(advice, recognised=there, found_by=link), answer)
                if facts.reading is not None:
                    return facts, answer
        return None

    def _fetch(self, url: str) -> Response | HarvestError:
        return fetch_one(self.schedules, url, self.now, self._follow, self.source)

    def _follow(self, response: Response) -> tuple[Ask, ...]:
        """What else belongs to an answer; of a page that leads to a calendar nothing, for the calendar is looked at instead."""
        seen = recognise(response)
        name = self._format(seen)
        if not name or (self.source is None and _worth(seen)):
            return ()
        return self.sandbox.follow(name, response, self._context())

    def _format(self, seen: Recognised | None, guessed: Mapping[str, Any] | None = None) -> str:
        """The format to read with; empty where there is no reader, or where it needs a description that nobody gave or can guess."""
        if self.source:
            return self.source.format
        name = seen.format if seen else ""
        return name if name in FORMATS and (guessed is not None or not FORMATS[name].needs_options) else ""

    def _reading(self, name: str, response: Response, guessed: Mapping[str, Any] | None = None) -> Reading:
        """What the answer says; raises ``HarvestError``."""
        reading = self.sandbox.read(name, response, self._context(options_of(name, guessed)))
        return replace(reading, complete=reading.complete and not response.missing)

    def _context(self, guessed: BaseModel | None = None) -> ReadContext:
        source = self.source
        zone = (source.timezone if source else None) or self.schedules.region.timezone
        language = (source.language if source else self.schedules.defaults.language) or ""
        return ReadContext(zone=zone, options=source.options if source else guessed, language=language)


def guessed_options(seen: Recognised | None, response: Response) -> Mapping[str, Any] | None:
    """The description of a sheet by the names of its columns; ``None`` for everything else."""
    return csv_guess.guess(text_of(response)[0]) if seen and seen.format == "csv" else None


def options_of(name: str, guessed: Mapping[str, Any] | None) -> BaseModel | None:
    """A description as the format's reader takes it."""
    model = FORMATS[name].options
    return model.model_validate(guessed) if model and guessed is not None else None


def columns_in(guessed: Mapping[str, Any] | None) -> tuple[str, ...]:
    """The columns that a guessed description uses, by name."""
    rules = [*guessed.get("captures", {}).values(), *guessed["fields"].values()] if guessed else []
    return tuple(dict.fromkeys(rule if isinstance(rule, str) else rule["column"] for rule in rules))


def context_for(facts: Facts, options: BaseModel | None) -> ReadContext:
    """What a reader is told for reading an answer again with a description."""
    zone = facts.source.timezone or facts.context.region_timezone
    return ReadContext(zone=zone, options=options, language=facts.source.language or "")


def _worth(seen: Recognised) -> Iterator[FeedLink] | tuple[FeedLink, ...]:
    """Links of a page that are worth following; a page with events of its own is left only for a calendar that it names itself."""
    if seen.format not in {"page", "schema"} or seen.kind:
        return ()
    sure = [link for link in seen.links if link.format in _EVENTS_IN and (link.is_sure or seen.format == "page")]
    return tuple(sure[:_MOST_HOPS])


def throwaway(schedules: Schedules, seen: Recognised | None) -> Source:
    """An entry as this region would write one, for normalising with; it is never kept."""
    title = (seen.title if seen else "") or NAME
    entry = Source.model_validate(
        {"id": NAME, "title": title, "organizer": {"name": title}, "format": "ical", "url": "https://address.invalid/"}
    )
    return schedules.resolved(entry)


def _titles(reading: Reading, response: Response) -> dict[int, str]:
    """Names of the records that the reader refused, without personal data; of private ones never any."""
    lines = [issue.line for issue in reading.issues if issue.line and issue.code != "not_public"]
    return {line: redact(title).text for line, title in titles_at(response.body, lines).items()}


def is_secret_url(url: str) -> bool:
    """True for an address that must not be shown."""
    return bool(secret_part(url)[0])
