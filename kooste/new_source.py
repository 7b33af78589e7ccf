"""An entry for ``schedules.yaml`` written from what the doctor found, with a comment beside everything that was guessed."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from harvesters.address_secrets import secret_part, without_secret
from harvesters.errors import ConfigError, Unreadable
from harvesters.markup import page_of
from harvesters.page_guess import PageGuess, guess
from harvesters.platforms import PLATFORMS
from harvesters.recognise import Recognised
from harvesters.record import Response
from harvesters.registry import FORMATS
from harvesters.source import Schedules
from kooste import settings
from kooste.doctor import Examination, guessed_options
from normalize.finding import Facts
from normalize.identity import slug
from normalize.text import words

_SCHEDULES = {
    "page": "1d",
    "schema": "12h",
    "kirkanta": "1d",
    "ptv": "1d",
    "hsds": "1d",
    "linked_events": "1h",
    "tribe": "1h",
    "hellewi": "1h",
}
"""How often a format is usually worth asking; everything else as the defaults say."""

_LONGEST_ID = 40
_FEWEST_WORDS = 3
_COMMON_WORDS = {
    "fi": "ja on klo kaikille tule mukaan kanssa sekä että tai vapaa pääsy tervetuloa kerho jumppa lapsille ilmoittautuminen",
    "sv": "och för med är alla kl välkommen det som inte barn fri inträde anmälan kan till på vi",
    "en": "and the for with to of is you welcome free all we our at children join",
}
_COMMON: Mapping[str, frozenset[str]] = {language: frozenset(text.split()) for language, text in _COMMON_WORDS.items()}
"""Words that hardly ever stand in another of the three languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry that is not in the configuration yet."""

    id: str
    format: str
    text: str
    """The entry as a YAML list item, its first column at the left margin."""
    options: Mapping[str, Any] | None = None
    """What stands under the format's own key."""
    secret_name: str = ""
    """The environment variable that the address refers to; empty where it holds no secret."""


def usual_schedule(name: str) -> str:
    """How often a format is usually worth asking; empty for as often as the defaults say."""
    return _SCHEDULES.get(name, "")


def draft(schedules: Schedules, examination: Examination, *, wanted_id: str = "") -> Draft | None:
    """The entry for what was examined; ``None`` where there is nothing that could be read."""
    facts = examination.facts
    seen = facts.recognised
    if seen is None or not seen.format or seen.format not in FORMATS:
        return None
    guessed = _guess(examination, seen)
    if FORMATS[seen.format].needs_options and guessed is None:
        return None
    title = (facts.reading.title if facts.reading else "") or seen.title or _host(examination.url)
    identifier = _free(wanted_id or _identifier(title), {source.id for source in schedules.sources})
    secret = secret_part(examination.url)[0]
    name = f"{re.sub(r'[^A-Z0-9]', '_', identifier.upper())}_KEY" if secret else ""
    url = without_secret(examination.url, name) if secret else examination.url
    lines = _entry(schedules, examination, identifier=identifier, title=title, url=url, guessed=guessed, secret_name=name)
    return Draft(
        id=identifier, format=seen.format, text="\n".join(lines) + "\n", options=guessed.options if guessed else None, secret_name=name
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Guess:
    """A first description, and what a person should compare it with."""

    options: Mapping[str, Any]
    remarks: tuple[str, ...]


def _guess(examination: Examination, seen: Recognised) -> _Guess | None:
    """The first description of a page or a sheet; ``None`` where nothing can be guessed or nothing needs to be."""
    if examination.response is None:
        return None
    if seen.format == "csv" and (options := guessed_options(seen, examination.response)):
        return _Guess(options=options, remarks=("Guessed from the names of the columns (docs/formats/csv.md).",))
    if seen.format == "page" and (found := _page_guess(examination.response)):
        start = f"A start, guessed from {found.rows} rows that repeat. The first was:"
        remarks = (start, f"  {_comment(found.first_row)}", "Compare what comes out with the page (docs/formats/page.md).")
        return _Guess(options=found.options, remarks=remarks)
    return None


def _page_guess(response: Response) -> PageGuess | None:
    try:
        return guess(page_of(response))
    except Unreadable:
        return None


def _entry(  # noqa: PLR0913 - every fact is named
    schedules: Schedules, examination: Examination, *, identifier: str, title: str, url: str, guessed: _Guess | None, secret_name: str
) -> Iterator[str]:
    """The lines of the entry."""
    facts = examination.facts
    seen = facts.recognised
    name = seen.format if seen else ""
    program = PLATFORMS.get(seen.platform, "") if seen else ""
    made = f", made with {program}" if program else ""
    yield f"# {seen.format_name if seen else ''}{made}; {len(facts.coming())} coming events on {facts.today.isoformat()}."
    yield f"- id: {_scalar(identifier)}"
    yield f"  title: {_scalar(title)}"
    yield "  organizer:"
    yield "    # Who is responsible, as visitors should read it. Check it: the name is the calendar's own."
    yield f"    name: {_scalar(title)}"
    yield "    # organizer, municipality, umbrella, republisher or registration (docs/schedules.md)"
    yield "    role: organizer"
    yield f"  format: {name}"
    if secret_name:
        yield f"  # The address holds a key: put it into the environment variable {secret_name}; it never stands in this file."
    yield f"  url: {_scalar(url)}"
    if name in _SCHEDULES:
        yield "  # How often this kind of source is usually worth asking."
        yield f"  schedule: {_SCHEDULES[name]}"
    yield from _language_lines(schedules, facts)
    yield from _hints(facts)
    if guessed:
        yield from (f"  # {remark}" for remark in guessed.remarks)
        yield from _dumped({name: guessed.options})


def _language_lines(schedules: Schedules, facts: Facts) -> Iterator[str]:
    """The language, where the words tell it and the defaults do not say so already."""
    language = language_of(_texts(facts)) or (facts.recognised.language if facts.recognised else "")
    if language and language != schedules.defaults.language:
        yield "  # Guessed from the words of the events."
        yield f"  language: {language}"


def _hints(facts: Facts) -> Iterator[str]:
    """What a person may want to add."""
    coming = facts.coming()
    bare = sum(1 for record in coming if record.listing and not record.listing.place_text and not record.listing.place_id)
    if coming and bare * 2 > len(coming):
        yield f"  # {bare} of {len(coming)} events name no place. If they take place at one: default_place: its id under places"
    if facts.recognised and facts.recognised.platform == "lahella":
        yield "  # Ask first: fetch_policy: ask_first, with a recorded permission (docs/schedules.md)"
    yield "  # Under which terms the publisher lets the events be shown: licence: CC BY 4.0"


def _texts(facts: Facts) -> Iterator[str]:
    for record in facts.records():
        if record.listing:
            yield from record.listing.name.values()
            yield from (words(text) for text in record.listing.description.values())


def language_of(texts: Iterator[str] | Sequence[str]) -> str:
    """The language most texts are in; empty where it is not clear."""
    counts = dict.fromkeys(_COMMON, 0)
    for text in texts:
        found = re.findall(r"[^\W\d_]+", text[:2000].lower())
        for language, common in _COMMON.items():
            counts[language] += sum(word in common for word in found)
    first, second = sorted(counts.values(), reverse=True)[:2]
    return max(counts, key=lambda language: counts[language]) if first >= _FEWEST_WORDS and first >= 2 * second else ""


def _identifier(title: str) -> str:
    """A short name made from the title."""
    made = slug(title, "calendar").removesuffix("-calend")[:_LONGEST_ID].strip("-")
    return made or "calendar"


def _free(identifier: str, taken: set[str]) -> str:
    """The id, with a number where another source has it."""
    return next(name for number in range(1, 10_000) if (name := identifier if number == 1 else f"{identifier}-{number}") not in taken)


def _host(url: str) -> str:
    return urlsplit(url).hostname or "calendar"


def _scalar(text: str) -> str:
    """The text as YAML writes it in one line."""
    return yaml.safe_dump(text, allow_unicode=True, width=10**6).removesuffix("...\n").strip()


def _comment(text: str) -> str:
    return " ".join(text.split())[:120]


def _dumped(value: Mapping[str, Any]) -> Iterator[str]:
    for line in yaml.safe_dump(dict(value), allow_unicode=True, sort_keys=False, width=120).splitlines():
        yield f"  {line}"


def appended(text: str, entry: str) -> str:
    """The configuration with the entry as its last source; comments and the order of everything else stay."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    index = next((i for i, (key, _) in enumerate(pairs) if key.value == "sources"), None)
    if index is None:
        return f"{text.rstrip()}\n\nsources:\n{_indented(entry, 2)}"
    sources = pairs[index][1]
    if not isinstance(sources, yaml.SequenceNode) or sources.flow_style or not sources.value:
        if isinstance(sources, yaml.SequenceNode) and sources.value:
            raise ConfigError("sources: is written in brackets; write each source on lines of its own, then add the new one")
        return f"{text[: sources.start_mark.index].rstrip()}\n{_indented(entry, 2)}{text[sources.end_mark.index :].lstrip(chr(10))}"
    column = sources.value[0].start_mark.column - 2
    lines = text.splitlines(keepends=True)
    at = len(lines) if index == len(pairs) - 1 else _end_of(lines, sources.end_mark.line)
    before = "".join(lines[:at]).rstrip() + "\n"
    return before + "\n" + _indented(entry, column) + ("\n" if lines[at:] else "") + "".join(lines[at:]).lstrip("\n")


def _end_of(lines: Sequence[str], line: int) -> int:
    """The row after the last one of a block that ends before ``line``; comments above the next key belong to that."""
    while line and (not lines[line - 1].strip() or lines[line - 1].startswith("#")):
        line -= 1
    return line


def _indented(entry: str, column: int) -> str:
    return "".join(f"{' ' * column}{line}" if line.strip() else line for line in entry.splitlines(keepends=True))


def write(path: Path, entry: str) -> None:
    """Append the entry to the file, if ``kooste check`` would take the result; else raise ``ConfigError`` and leave the file as it is."""
    text = appended(path.read_text(encoding="utf-8-sig"), entry)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", suffix=".yaml", delete=False) as file:
        file.write(text)
    try:
        settings.load(Path(file.name))
        Path(file.name).chmod(path.stat().st_mode)
        Path(file.name).replace(path)
    finally:
        Path(file.name).unlink(missing_ok=True)
