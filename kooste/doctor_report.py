"""The doctor's report: plain text for a person, and one JSON document for programs (``docs/doctor.md`` describes its fields)."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from harvesters.address_advice import shown_address
from harvesters.address_secrets import secret_part
from harvesters.platforms import PLATFORMS, by_address
from kooste import asking
from kooste.doctor import Examination, is_secret_url
from kooste.doctor_shown import Shown, brief, brief_days, next_shown
from kooste.doctor_words import REPORT
from normalize.finding import Example, Finding
from normalize.finding_mend import ALIASES, PROGRAMS, TOPICS, mend_of
from normalize.finding_words import LEVEL_WORDS, Lang, told
from publish.dates import Dates

VERSION = 1
"""Of the JSON document: raised when a field changes its meaning or goes; new fields do not raise it."""
_WIDTH = 100
_SHORTEST_SECRET = 6
_MARKS = {"EventCancelled": "status.cancelled", "EventPostponed": "status.postponed", "EventRescheduled": "status.moved"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An examination in one language."""

    examination: Examination
    language: Lang
    dates: Dates
    contact: str = ""
    """Whom to ask for help; a role."""
    file: str = ""
    """Name of the file that was read instead of an address."""

    def text(self) -> str:
        """The whole report, at most 100 characters wide where words can be broken."""
        parts = [self._head(), self._summary(), self._next(), self._findings(), self._then()]
        return self._discreet("\n\n".join("\n".join(part) for lines in parts if (part := list(lines)))) + "\n"

    def document(self) -> dict[str, Any]:
        """The report for programs."""
        facts = self.examination.facts
        seen = facts.recognised
        failure = facts.failure
        document = {
            "version": VERSION,
            "language": self.language,
            "address": {
                "shown": self._shown_address(),
                "is_secret": self.examination.advice.is_secret,
                "advice": self.examination.advice.code,
                "calendar": _shown(self.examination.url),
            },
            "verdict": self.examination.verdict,
            "is": {
                "format": seen.format if seen else "",
                "format_name": seen.format_name if seen else "",
                "confidence": seen.confidence if seen else "",
                "evidence": list(seen.evidence) if seen else [],
                "kind": seen.kind if seen else "",
                "platform": seen.platform if seen else "",
                "platform_name": PLATFORMS.get(seen.platform, "") if seen else "",
                "program": seen.program if seen else "",
                "title": self._title(),
                "found_by": facts.found_by.how if facts.found_by else "",
            },
            "counts": self.counts(),
            "next": [self._shown_json(one) for one in self._shown()],
            "failure": {"reason": failure.reason, "state": failure.state} if failure else None,
            "findings": [self._finding_json(one) for one in self.examination.findings],
            "then": self._then_words(),
        }
        return cast("dict[str, Any]", self._discreetly(document))

    def counts(self) -> dict[str, int]:
        """How many records became what."""
        facts, reading = self.examination.facts, self.examination.facts.reading
        coming = facts.coming()
        refused = sum(result.outcome == "set_aside" for result in facts.results)
        private = sum(result.outcome == "not_public" for result in facts.results)
        return {
            "read": reading.read if reading else 0,
            "coming": len(coming),
            "ready": self.examination.ready,
            "past": len(facts.results) - len(coming) - refused - private,
            "set_aside": refused + (reading.set_aside if reading else 0),
            "not_public": private + (reading.not_public if reading else 0),
        }

    # --- the text -------------------------------------------------------------------------------------------------------------

    def _say(self, key: str, **values: object) -> str:
        return REPORT[self.language][key].format(**values)

    def _head(self) -> Iterator[str]:
        yield from _heading(self._say("title"), "=")
        facts = [(self._say("file") if self.file else self._say("address"), self._shown_address())]
        seen = self.examination.facts.recognised
        if seen:
            facts.append((self._say("format"), self._format_words()))
            facts.append((self._say("program"), PLATFORMS.get(seen.platform, "") or self._say("unknown")))
        if self._title():
            facts.append((self._say("calendar"), self._title()))
        width = max(len(name) for name, _ in facts) + 1
        for name, value in facts:
            yield f"{name + ':':<{width}} {value}"

    def _format_words(self) -> str:
        seen = self.examination.facts.recognised
        if seen is None or (seen.format == "page" and not self.examination.facts.reading):
            return self._say("page")
        return seen.format_name or self._say("unknown")

    def _summary(self) -> Iterator[str]:
        if self.examination.facts.reading is None:
            return
        counts = self.counts()
        yield self._say("counts", **counts)
        if counts["past"]:
            yield self._say("past", n=counts["past"])
        if counts["set_aside"]:
            yield self._say("set_aside", n=counts["set_aside"])

    def _next(self) -> Iterator[str]:
        shown = self._shown()
        if shown:
            yield from _heading(self._say("next"), "-")
        for one in shown:
            mark = f"{self.dates.words(_MARKS[one.status])} · " if one.status in _MARKS else ""
            yield f"• {one.when}"
            yield f"  {mark}{one.title}"
            yield f"  {one.place or '(' + self._say('no_place') + ')'}"
        undated = sum(1 for record in self.examination.facts.coming() if record.listing and record.listing.start is None)
        if undated:
            yield self._say("no_dates", n=undated)

    def _findings(self) -> Iterator[str]:
        found = self.examination.findings
        yield from _heading(self._say("findings", n=len(found)), "-")
        if not found:
            yield self._say("none")
        for index, finding in enumerate(found):
            if index:
                yield ""
            yield from self._finding(finding)

    def _finding(self, finding: Finding) -> Iterator[str]:
        words = told(finding, self.language, self._platform())
        yield from _wrapped(f"[{LEVEL_WORDS[self.language][finding.level]}] {words.what}", "")
        where = "; ".join(self._example(example) for example in finding.examples)
        if where and finding.count > len(finding.examples):
            where = f"{where}; {self._say('more', n=finding.count - len(finding.examples))}"
        program = self._program(finding)
        mend = self._say("mend") + (f" ({program})" if program else "")
        for name, value in (
            (self._say("where"), where),
            (self._say("why"), words.why),
            (mend, words.mend),
            (self._say("link"), words.link),
        ):
            if value:
                yield from _wrapped(f"{name}: {value}", "    ")

    def _example(self, example: Example) -> str:
        """``Joululeivonta, ti 1.12. klo 18.00 (rivi 14)``."""
        zone = self.examination.facts.context.region_timezone
        named = [example.title or "–", brief(example.start, zone, self.dates) if example.start else ""]
        if example.dates:
            named[1] = self._say("on_days", days=brief_days(example.dates, self.dates))
        row = f" ({self._say('row', line=example.line)})" if example.line else ""
        detail = f": {example.detail}" if example.detail else ""
        return ", ".join(filter(None, named)) + row + detail

    def _then(self) -> Iterator[str]:
        yield from _heading(self._say("then"), "-")
        yield from _wrapped(self._then_words(), "")
        if self.contact:
            yield self._say("help", contact=self.contact)

    def _then_words(self) -> str:
        return self._say(f"then.{self.examination.verdict}")

    # --- the same for both ----------------------------------------------------------------------------------------------------

    def _shown(self) -> tuple[Shown, ...]:
        return next_shown(self.examination.facts, self.language, self.dates)

    def _title(self) -> str:
        reading, seen = self.examination.facts.reading, self.examination.facts.recognised
        return (reading.title if reading else "") or (seen.title if seen else "")

    def _shown_address(self) -> str:
        if self.file:
            return self.file
        advice = self.examination.advice
        if advice.is_secret:
            return f"{advice.shown} ({self._say('hidden')})"
        return advice.url or "–"

    def _platform(self) -> str:
        """The program whose menus the advice is for; of an address that gave nothing the service it belongs to."""
        seen = self.examination.facts.recognised
        clue = by_address(self.examination.url)
        own = {"address_google_own": "google", "address_outlook_own": "outlook", "address_icloud_own": "icloud"}
        own["address_nextcloud_own"] = "nextcloud"
        return (seen.platform if seen else "") or own.get(self.examination.advice.code, "") or (clue.platform if clue else "")

    def _program(self, finding: Finding) -> str:
        """The program that the advice is for; empty where the advice is a general one."""
        platform = self._platform()
        topic = TOPICS.get(finding.code, "")
        known = ALIASES.get(platform, platform) in PROGRAMS and bool(topic) and bool(mend_of(topic, platform, self.language))
        return PLATFORMS.get(platform, "") if known else ""

    def _finding_json(self, finding: Finding) -> dict[str, Any]:
        words = told(finding, self.language, self._platform())
        return {
            "code": finding.code,
            "level": finding.level,
            "level_word": LEVEL_WORDS[self.language][finding.level],
            "count": finding.count,
            "what": words.what,
            "why": words.why,
            "mend": words.mend,
            "program": self._program(finding),
            "link": words.link,
            "examples": [self._example_json(example) for example in finding.examples],
            "values": dict(finding.values),
        }

    def _example_json(self, example: Example) -> dict[str, Any]:
        return {
            "title": example.title,
            "start": example.start.isoformat() if example.start else None,
            "line": example.line,
            "detail": example.detail,
            "dates": [day.isoformat() for day in example.dates],
            "words": self._example(example),
        }

    @staticmethod
    def _shown_json(shown: Shown) -> dict[str, Any]:
        return {
            "title": shown.title,
            "when": shown.when,
            "place": shown.place,
            "is_known_place": shown.is_known_place,
            "description": shown.description,
            "start": shown.start.isoformat(),
            "end": shown.end.isoformat() if shown.end else None,
            "status": shown.status,
        }

    def _discreet(self, text: str) -> str:
        """The text without the secret address and its key, wherever they may have come from."""
        for secret in self._secrets():
            text = text.replace(secret, "…")
        for url in {self.examination.advice.url, self.examination.url}:
            if url and (is_secret_url(url) or (url == self.examination.advice.url and self.examination.advice.is_secret)):
                text = text.replace(url, shown_address(url, is_secret=True))
        return text

    def _secrets(self) -> list[str]:
        """Keys by themselves, the longest first: events may repeat them in an address of their own."""
        facts = self.examination.facts
        found = {secret_part(url)[0] for url in (self.examination.advice.url, self.examination.url)}
        found |= {asking.filled(f"${{{name}}}") for name in facts.source.secret_names}
        return sorted((secret for secret in found if len(secret) >= _SHORTEST_SECRET), key=len, reverse=True)

    def _discreetly(self, value: Any) -> Any:
        """The document likewise."""
        if isinstance(value, dict):
            return {key: self._discreetly(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self._discreetly(inner) for inner in value]
        return self._discreet(value) if isinstance(value, str) else value


def _shown(url: str) -> str:
    return shown_address(url, is_secret=is_secret_url(url))


def _heading(text: str, mark: str) -> Iterator[str]:
    yield text
    yield mark * len(text)


def _wrapped(text: str, indent: str) -> Iterator[str]:
    """The text in lines; addresses stay whole, line breaks of its own are kept."""
    for index, line in enumerate(text.split("\n")):
        more = indent + "    "
        yield from textwrap.wrap(
            line,
            _WIDTH,
            initial_indent=indent if not index else more,
            subsequent_indent=more,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
