"""Calendars to subscribe to (RFC 5545, RFC 7986): our events as VEVENTs whose bytes change only when the event does.

Harvesting our own file gives the same listings back: name, times, zone, rule, exceptions, status, place and address. Times keep the
zone they were written in. One text in the language it was written in; only the word of a state (``PERUTTU:``) is the reader's.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from normalize.links import web_address
from normalize.model import EventStatus, Start, Texts
from normalize.text import description as markup
from publish.addresses import Addresses
from publish.edition import Edition
from publish.plain import plain, without_controls
from publish.zones import tzid, vtimezone, zone_of
from store.reading import EventRow, OccurrenceRow

_LONGEST = 75
_STATE_WORDS = {"EventCancelled": "ics.cancelled", "EventPostponed": "ics.postponed"}


def escaped(text: str) -> str:
    """A TEXT value (RFC 5545 section 3.3.11); every kind of line end is written as an escape, so that no text can begin a property."""
    text = "\n".join(without_controls(text).replace("\x85", "\n").splitlines())
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> str:
    """The line in pieces of at most 75 octets, cut between characters (RFC 5545 section 3.1), with its CRLF."""
    if len(line) <= _LONGEST and line.isascii():
        return f"{line}\r\n"
    data, pieces, start, room = line.encode("utf-8", "replace"), [], 0, _LONGEST
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # noqa: PLR2004 - the bits of a UTF-8 continuation octet
            end -= 1
        pieces.append(data[start:end])
        start, room = end, _LONGEST - 1
    return b"\r\n ".join([*pieces, data[start:]]).decode() + "\r\n"


def _uri(address: str) -> str:
    """An address as a URI value: no line end, no blank, no control character."""
    return "".join(without_controls(address).split())


def original(texts: Texts, in_language: Sequence[str], languages: Sequence[str]) -> tuple[str, str]:
    """The text in the language it was written in, with that language; where several are original, the event's or the region's first."""
    for language in (*in_language, *languages, *sorted(texts)):
        if language in texts:
            return texts[language], "" if language == "und" else language
    return "", ""


def _instant(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _wall(moment: datetime, zone_name: str) -> str:
    return f"{moment.astimezone(zone_of(zone_name)):%Y%m%dT%H%M%S}"


def _times(name: str, moments: Sequence[Start], zone_name: str) -> str:
    """A property of one or more times, all of one form: dates, UTC or wall clock with TZID (RFC 5545 sections 3.3.4, 3.3.5)."""
    if not isinstance(moments[0], datetime):
        return f"{name};VALUE=DATE:{','.join(f'{moment:%Y%m%d}' for moment in moments)}"
    instants = [moment for moment in moments if isinstance(moment, datetime)]
    if zone_of(zone_name) is UTC:
        return f"{name}:{','.join(map(_instant, instants))}"
    return f"{name};TZID={tzid(zone_name)}:{','.join(_wall(moment, zone_name) for moment in instants)}"


def _rule_lines(event: EventRow) -> Iterator[str]:
    """RRULE, RDATE and EXDATE as the source gave them."""
    recurrence = event.recurrence
    if recurrence is None:
        return
    for rule in recurrence.rrule:
        yield f"RRULE:{_uri(rule)}"
    for name, moments in (("RDATE", recurrence.rdate), ("EXDATE", recurrence.exdate)):
        for group in ([m for m in moments if isinstance(m, datetime)], [m for m in moments if not isinstance(m, datetime)]):
            if group:
                yield _times(name, group, _rule_zone(event))


def _rule_zone(event: EventRow) -> str:
    """The zone an event's times are written in: the one its rule counts in, for a rule in another zone has other days."""
    return event.recurrence_timezone or event.timezone


def _recurrence_id(occurrence: OccurrenceRow, zone_name: str) -> str:
    """Which instance an override replaces, in the form of the series' start (RFC 5545 section 3.8.4.4)."""
    key = occurrence.recurrence_id
    if "T" not in key:
        return f"RECURRENCE-ID;VALUE=DATE:{key}"
    if zone_of(zone_name) is UTC:
        return f"RECURRENCE-ID:{key}Z"
    return f"RECURRENCE-ID;TZID={tzid(zone_name)}:{key}"


def is_changed(event: EventRow, occurrence: OccurrenceRow, moved: Container[str]) -> bool:
    """True where an instance is not simply what the series' rule says."""
    return (
        occurrence.id in moved
        or bool(occurrence.name and occurrence.name != event.name)
        or occurrence.event_status != event.event_status
        or (occurrence.place_id, occurrence.place_text) not in {(event.place_id, event.place_text), (event.place_id, ""), ("", "")}
        or not _same_length(event, occurrence)
    )


def _same_length(event: EventRow, occurrence: OccurrenceRow) -> bool:
    """Whether an instance is as long as the first, by the clock on the wall or by the stop watch (they differ when clocks change)."""
    start, end = event.first_start, event.first_end
    if start is None or end is None or occurrence.end is None:
        return (end is None) == (occurrence.local_end is None)
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return (occurrence.last_day - occurrence.day) + timedelta(days=1) == end - start
    zone = zone_of(event.timezone)
    wall = _bare(end, zone_name=event.timezone) - _bare(start, zone_name=event.timezone)
    here = occurrence.end.astimezone(zone).replace(tzinfo=None) - occurrence.start.astimezone(zone).replace(tzinfo=None)
    return here == wall or occurrence.end - occurrence.start == end.astimezone(UTC) - start.astimezone(UTC)


def _bare(moment: datetime, *, zone_name: str) -> datetime:
    return moment.astimezone(zone_of(zone_name)).replace(tzinfo=None)


def vevent(event: EventRow, edition: Edition) -> str:
    """The event's VEVENTs, made once and put into every calendar that has it."""
    made = edition.entries.get(event.id)
    if made is None:
        made = edition.entries[event.id] = _vevent(event, edition)
    return made


def _vevent(event: EventRow, edition: Edition) -> str:
    """The event or series itself, then one VEVENT for every instance that is not as the rule says; nothing for what has no dates."""
    if event.first_start is None:
        return ""
    occurrences = edition.almanac.dates.get(event.id, ())
    text = ""
    has_master = not event.is_series or event.recurrence is not None
    if has_master:
        text = _component(_lines(event, edition, _said_by(event)))
    if event.is_series:
        for occurrence in occurrences:
            if not has_master or is_changed(event, occurrence, edition.almanac.moved):
                text += _component(_lines(event, edition, _said_by(event, occurrence)))
    return text


def _component(lines: Iterable[str]) -> str:
    return "".join(folded(line) for line in ("BEGIN:VEVENT", *lines, "END:VEVENT"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What one VEVENT says that another of its series may say differently."""

    name: Texts
    status: EventStatus
    place_id: str
    place_text: str
    instance: OccurrenceRow | None


def _said_by(event: EventRow, instance: OccurrenceRow | None = None) -> _Said:
    """The event's own words, or those of one instance with the event's where it has none."""
    if instance is None:
        return _Said(name=event.name, status=event.event_status, place_id=event.place_id, place_text=event.place_text, instance=None)
    return _Said(
        name=instance.name or event.name,
        status=instance.event_status,
        place_id=instance.place_id,
        place_text=instance.place_text or event.place_text,
        instance=instance,
    )


def _lines(event: EventRow, edition: Edition, said: _Said) -> Iterator[str]:
    """The properties of one VEVENT, always in this order."""
    yield f"UID:{uid(event, edition.addresses)}"
    yield f"DTSTAMP:{_instant(event.last_changed)}"
    yield f"CREATED:{_instant(event.first_seen)}"
    yield f"LAST-MODIFIED:{_instant(event.last_changed)}"
    yield f"SEQUENCE:{event.sequence}"
    if said.instance is not None:
        yield _recurrence_id(said.instance, _rule_zone(event))
    yield from _when(event, said.instance)
    yield _summary(said, event, edition)
    yield f"STATUS:{'CANCELLED' if said.status == 'EventCancelled' else 'CONFIRMED'}"
    yield from _where(event, edition, said)
    yield from _about(event, edition)


def uid(event: EventRow, addresses: Addresses) -> str:
    """Our own id of the event, unique in the world; it outlives every source's."""
    return f"{event.id}@{addresses.host}"


def _when(event: EventRow, instance: OccurrenceRow | None) -> Iterator[str]:
    start, end = (event.first_start, event.first_end) if instance is None else (instance.local_start, instance.local_end)
    zone_name = _rule_zone(event)
    if start is not None:
        yield _times("DTSTART", [start], zone_name)
    if end is not None:
        yield _times("DTEND", [end], zone_name)
    if instance is None:
        yield from _rule_lines(event)


def _summary(said: _Said, event: EventRow, edition: Edition) -> str:
    text, language = original(said.name, event.in_language, edition.languages)
    word = edition.words(_STATE_WORDS[said.status]) if said.status in _STATE_WORDS else ""
    if word and not text.upper().startswith(word.strip().upper()):
        text = f"{word}{text}"
    return f"SUMMARY{_language(language)}:{escaped(text)}"


def _language(language: str) -> str:
    return f";LANGUAGE={language}" if language.replace("-", "").isalnum() and language.isascii() else ""


def _where(event: EventRow, edition: Edition, said: _Said) -> Iterator[str]:
    """LOCATION in the source's words, the registry's name where the source had none; GEO only where it is known."""
    place = edition.almanac.places.get(said.place_id)
    text = said.place_text or (original(place.name, (), edition.languages)[0] if place else "")
    if text:
        yield f"LOCATION:{escaped(text)}"
    latitude, longitude = event.latitude, event.longitude
    if (latitude is None or longitude is None) and place is not None:
        latitude, longitude = place.latitude, place.longitude
    if latitude is not None and longitude is not None:
        yield f"GEO:{latitude:.6f};{longitude:.6f}"


def _about(event: EventRow, edition: Edition) -> Iterator[str]:
    description, language = original(event.description, event.in_language, edition.languages)
    text = plain(description)
    if event.withdrawn_at is not None:
        day = edition.dates.numeric(edition.almanac.local(event.withdrawn_at).date())
        text = f"{edition.words('item.withdrawn', date=day)}\n\n{text}".strip()
    if text:
        yield f"DESCRIPTION{_language(language)}:{escaped(text)}"
    if description and event.withdrawn_at is None and not _is_unmarked(description, text, edition):
        yield f"X-ALT-DESC;FMTTYPE=text/html{_language(language)}:{escaped(description)}"
    yield f"URL:{_uri(edition.addresses.url(edition.language, edition.item(event)))}"
    if web_address(event.url):
        yield f'LINK;VALUE=URI;LINKREL="SOURCE":{_uri(event.url)}'
    yield from _attributions(event, edition)
    if event.categories:
        yield f"CATEGORIES:{','.join(map(escaped, event.categories))}"
    for address in filter(None, map(web_address, event.conference)):
        yield f"CONFERENCE;VALUE=URI:{_uri(address)}"


def _is_unmarked(description: str, text: str, edition: Edition) -> bool:
    """Whether the description says no more than its plain text."""
    known = edition.almanac.unmarked
    if description not in known:
        known[description] = markup(text) == description
    return known[description]


def _attributions(event: EventRow, edition: Edition) -> Iterator[str]:
    """A link with its name (RFC 9253) for every source of an event that several tell; the one that stands above is not repeated."""
    shown = {web_address(event.url)}
    for label, url in sources_of(event, edition):
        if url and url not in shown:
            shown.add(url)
            yield f'LINK;VALUE=URI;LINKREL="SOURCE";LABEL="{_quoted(label)}":{_uri(url)}'


def sources_of(event: EventRow, edition: Edition) -> list[tuple[str, str]]:
    """``(title, address)`` of each source of an event that several tell: its page there, else the source; none where it is one."""
    known = [edition.almanac.sources[source_id] for source_id in event.source_ids if source_id in edition.almanac.sources]
    told = edition.almanac.told.get(event.id, ())
    pages = {row.source_id: url for row in reversed(told) if (url := web_address(row.url))}
    return [(source.title, pages.get(source.id) or web_address(source.address)) for source in known] if len(known) > 1 else []


def _quoted(text: str) -> str:
    """The text as the value of a parameter (RFC 5545 section 3.2): without quotes and control characters."""
    return without_controls(text).replace('"', "'").replace("\n", " ").replace("\r", " ")


def calendar(name: str, url: str, self_url: str, events: Sequence[EventRow], edition: Edition) -> bytes:
    """A whole calendar: its head, the zones its times are written in, its events in the given order."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Kooste//{edition.region.id}//{edition.language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{escaped(name)}",
        f"X-WR-CALNAME:{escaped(name)}",
        f"URL:{_uri(url)}",
        f"SOURCE;VALUE=URI:{_uri(self_url)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        *([f"LAST-MODIFIED:{_instant(max(event.last_changed for event in events))}"] if events else []),
    ]
    head = "".join(map(folded, lines)) + "".join(_zone_text(name, year) for name, year in _zones(events))
    body = "".join(vevent(event, edition) for event in events)
    return (head + body + "END:VCALENDAR\r\n").encode("utf-8", "replace")


def _zones(events: Sequence[EventRow]) -> list[tuple[str, int]]:
    """The zones in use, each with the year of its earliest event."""
    years: dict[str, int] = {}
    for event in events:
        if isinstance(event.first_start, datetime) and zone_of(name := _rule_zone(event)) is not UTC:
            years[name] = min(years.get(name, event.first_start.year), event.first_start.year)
    return sorted(years.items())


@cache
def _zone_text(name: str, year: int) -> str:
    """The definition of a zone, right from that year on."""
    return "".join(map(folded, vtimezone(name, year)))
