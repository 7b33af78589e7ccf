"""One look at a calendar for the door: what the doctor finds, in every language of the region, and how the site would show it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from explorer.door_examined import MOST_FINDINGS, MOST_FOR_MEMBERS, MOST_LEFT_OUT, Examined, Found, LeftOut, Told
from explorer.door_forms import one_line
from explorer.door_services import Looked
from explorer.texts import part_words
from harvesters.address_advice import shown_address
from harvesters.issue_kinds import ISSUE_KINDS
from harvesters.record import Response
from harvesters.registry import FORMATS
from harvesters.source import Schedules
from kooste.doctor import Examination, examine, examine_answer, guessed_options, is_secret_url
from kooste.doctor_report import Report
from kooste.doctor_shown import dates_in
from kooste.door_cards import Cards, cards
from kooste.new_source import language_of, usual_schedule
from normalize.finding import Facts
from normalize.finding_words import LEVEL_WORDS, Lang
from normalize.findings_address import ADDRESS_FINDINGS
from normalize.text import words

_SECONDS, _CONNECT_SECONDS = 12.0, 5.0
"""Somebody waits for the page: a server that takes longer is told to be too slow."""
_LONGEST_WORDS, _LONGEST_TITLE = 1000, 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """What looking needs to know."""

    schedules: Schedules
    """With every source that is known now."""
    data: Path
    """The data directory, for the region's own words and templates."""
    now: datetime

    def at(self, pasted: str) -> Looked:
        """What an address holds; never raises for the address."""
        return self._looked(examine(_patient(self.schedules), pasted, self.now))

    def at_file(self, body: bytes, name: str) -> Looked:
        """What a file holds."""
        response = Response(source_id="door", url="", status=200, headers=_headers(name), body=body, fetched_at=self.now)
        return self._looked(examine_answer(self.schedules, response, self.now), file=name)

    def _looked(self, examination: Examination, file: str = "") -> Looked:
        facts = examination.facts
        title = _title(facts) or urlsplit(examination.url).hostname or file or "–"
        made = cards(facts, title, self.schedules, self.data / "custom", self.now) if facts.reading else {}
        told: dict[str, Told] = {
            language: self._told(examination, language, made.get(language, Cards()), file) for language in self.schedules.region.languages
        }
        entry = _entry(examination)
        return Looked(examined=self._examined(examination, told, file, bool(entry.get("format"))), entry=entry)

    def _examined(self, examination: Examination, told: Mapping[str, Told], file: str, can_be_read: bool) -> Examined:  # noqa: FBT001 - a field
        facts = examination.facts
        document = Report(examination=examination, language="fi", dates=dates_in("fi", self.data), file=file).document()
        what, counts = document["is"], document["counts"]
        code = examination.advice.code
        return Examined(
            verdict=examination.verdict,
            address_shown=file or examination.advice.shown,
            is_secret=examination.advice.is_secret or is_secret_url(examination.url),
            is_address=bool(file or examination.advice.url)
            and ADDRESS_FINDINGS.get(code, ("", "hint"))[1] != "blocks"
            and not _is_local(facts),
            can_be_read=can_be_read,
            format=what["format"],
            format_name=what["format_name"],
            program=what["platform_name"],
            title=one_line(what["title"], _LONGEST_TITLE),
            found_by=what["found_by"],
            calendar_shown=_shown(examination.url) if examination.url != examination.advice.url else "",
            read=counts["read"],
            coming=counts["coming"],
            ready=counts["ready"],
            past=counts["past"],
            failure=facts.failure.reason if facts.failure else "",
            is_known=any(_same(source.url) == _same(examination.url) for source in self.schedules.sources),
            for_members=tuple(dict.fromkeys(record.title for record in facts.hidden() if record.title))[:MOST_FOR_MEMBERS],
            told=told,
        )

    def _told(self, examination: Examination, language: Lang, made: Cards, file: str) -> Told:
        """Everything in one language, without secrets."""
        dates = dates_in(language, self.data)
        document = Report(examination=examination, language=language, dates=dates, file=file).document()
        nameless = () if _title(examination.facts) or not examination.facts.coming() else (_nameless(language),)
        return Told(
            findings=(*map(_found, document["findings"][:MOST_FINDINGS]), *nameless),
            left_out=tuple(_left_out(examination.facts, language))[:MOST_LEFT_OUT],
            days=made.first,
            days_more=made.more,
        )


def _patient(schedules: Schedules) -> Schedules:
    """The configuration with the short times of a page that somebody waits for."""
    limits = schedules.defaults.fetch
    fetch = limits.model_copy(
        update={"total_seconds": min(limits.total_seconds, _SECONDS), "connect_seconds": min(limits.connect_seconds, _CONNECT_SECONDS)}
    )
    return schedules.model_copy(update={"defaults": schedules.defaults.model_copy(update={"fetch": fetch})})


def _headers(name: str) -> dict[str, str]:
    """What a server would say of a file of that name."""
    return {"content-type": "text/csv"} if name.lower().endswith(".csv") else {}


def _is_local(facts: Facts) -> bool:
    return facts.failure is not None and facts.failure.reason == "forbidden_address"


def _shown(url: str) -> str:
    return shown_address(url, is_secret=is_secret_url(url))


def _same(url: str) -> str:
    """The address without what makes no other calendar of it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return f"{(parts.hostname or '').removeprefix('www.')}:{parts.port}{parts.path.rstrip('/')}?{parts.query}"


def _found(finding: Mapping[str, Any]) -> Found:
    """A finding of the report's document."""
    return Found(
        code=finding["code"],
        level=finding["level"],
        level_word=finding["level_word"],
        count=finding["count"],
        what=finding["what"][:_LONGEST_WORDS],
        where=tuple(example["words"][:_LONGEST_WORDS] for example in finding["examples"]),
        why=finding["why"],
        mend=finding["mend"][:_LONGEST_WORDS],
        program=finding["program"],
        link=finding["link"],
    )


def _left_out(facts: Facts, language: Lang) -> Iterator[LeftOut]:
    """The records that give nothing to show, each with the reason that was noted first."""
    for record in facts.records():
        if record.result.outcome in {"set_aside", "not_public"} or record in facts.hidden():
            issue = next((one for one in record.result.issues if one.severity == "error" or one.code == "members_only"), None)
            code = issue.code if issue else "not_public"
            yield LeftOut(title="" if code == "not_public" else record.title, why=_why(code, language))
    for issue in facts.reading.issues if facts.reading else ():
        if issue.severity == "error" or issue.code == "not_public":
            yield LeftOut(title=facts.titles.get(issue.line or 0, ""), why=_why(issue.code, language))


def _title(facts: Facts) -> str:
    """What the calendar calls itself."""
    return (facts.reading.title if facts.reading else "") or (facts.recognised.title if facts.recognised else "")


def _nameless(language: Lang) -> Found:
    """A calendar that does not say whose it is: nothing wrong with its events, but whoever subscribes to it sees only an address."""
    words = part_words("door", language)
    return Found(
        code="no_title",
        level="hint",
        level_word=LEVEL_WORDS[language]["hint"],
        count=0,
        what=words["no_title_what"],
        why=words["no_title_why"],
        mend=words["no_title_mend"],
    )


def _why(code: str, language: Lang) -> str:
    kind = ISSUE_KINDS.get(code) or ISSUE_KINDS["item_unreadable"]
    return str(getattr(kind, language))


def _entry(examination: Examination) -> dict[str, Any]:
    """How a source would be read that is made of it; the address alone where it could not be read without a description."""
    facts, seen = examination.facts, examination.facts.recognised
    entry: dict[str, Any] = {"url": examination.url} if examination.url else {}
    if seen is None or facts.reading is None or seen.format not in FORMATS:
        return entry
    options = guessed_options(seen, examination.response) if examination.response else None
    if FORMATS[seen.format].needs_options and options is None:
        return entry
    texts = [*_texts(facts)]
    found = {"format": seen.format, "schedule": usual_schedule(seen.format), "language": language_of(texts), "options": dict(options or {})}
    return entry | {name: value for name, value in found.items() if value}


def _texts(facts: Facts) -> Iterator[str]:
    for record in facts.records():
        if record.listing:
            yield from record.listing.name.values()
            yield from (words(text) for text in record.listing.description.values())
