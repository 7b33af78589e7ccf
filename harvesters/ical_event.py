"""One VEVENT as a RawEvent (RFC 5545 section 3.6.1), or the reason why it cannot be one.

What is only odd is kept and told as a warning; what makes the event's time doubtful sets this event aside, and no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from harvesters.ical_issues import Notes, Refused
from harvesters.ical_lines import Line, decode, logical_lines, split_line, split_values, unescape
from harvesters.ical_personal import is_dropped, may_be_personal, without_userinfo
from harvesters.ical_times import dates, moment_of, rules, span
from harvesters.ical_values import coordinates, http_address, sequence
from harvesters.ical_zones import Zones
from harvesters.record import Moment, RawEvent, RawImage, Text

DEEPEST_INSIDE = 2
"""Components inside a VEVENT that we follow (VALARM and one more); the document allows four levels in all."""
LONGEST_LINE = 1024 * 1024
MOST_LINES = 2000
MOST_CATEGORIES = 20
MOST_EXTRA, LONGEST_EXTRA = 50, 500
MOST_ADDRESSES = 10
_ONCE = ("UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID")
"""Properties that decide identity and time: two different ones leave us guessing (RFC 5545 section 3.6.1)."""
_TEXTS = ("SUMMARY", "DESCRIPTION", "X-ALT-DESC", "STYLED-DESCRIPTION", "LOCATION", "CATEGORIES")
_RECURRENCE = ("RRULE", "EXRULE", "RDATE", "EXDATE")
_KNOWN = frozenset((*_ONCE, *_TEXTS, *_RECURRENCE, "STATUS", "SEQUENCE", "GEO", "URL", "CLASS", "CONFERENCE", "IMAGE"))
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")


class HiddenEvent(Exception):
    """There is a BEGIN or END of an event inside the event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an event's meaning hangs on beside its own text: its calendar and its source."""

    zones: Zones
    zone: str = ""
    """IANA name of X-WR-TIMEZONE."""
    is_cancelled: bool = False
    """METHOD:CANCEL (RFC 5546 section 3.2.5)."""
    fallback: str = "cp1252"
    """Codec for what is not UTF-8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an event stands and which name it got there."""

    digest: str
    line: int
    uid: str = ""
    """The uid made for it; ``""`` where its own holds."""


@dataclass(slots=True, kw_only=True)
class Content:
    """The kept lines of one event, by name."""

    lines: dict[str, list[Line]] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)

    def all(self, name: str) -> Sequence[Line]:
        """Every line of that name, in the event's order."""
        return self.lines.get(name, ())

    def first(self, name: str) -> Line | None:
        """The first line of that name."""
        return self.lines[name][0] if name in self.lines else None

    def value(self, name: str) -> str:
        """The trimmed value of the first line of that name; ``""`` where there is none."""
        return self.lines[name][0].value.strip() if name in self.lines else ""


def contents(record: bytes, fallback: str, notes: Notes) -> Content:
    """The unfolded event's lines without people, attachments, alarms and anything nested; raises ``Refused`` and ``HiddenEvent``."""
    text, repaired = decode(record, fallback)
    if repaired:
        notes.warn("encoding_repaired")
    found = Content()
    for raw in _own_lines(text, notes):
        _keep(found, raw, notes)
    return found


def _own_lines(text: str, notes: Notes) -> Iterator[str]:
    """Lines that stand in the event itself, not in a component inside of it."""
    inside: list[str] = []
    for raw in logical_lines(text):
        mark, _, name = raw[:200].partition(":")
        if mark.strip().upper() not in {"BEGIN", "END"}:
            if not inside:
                yield raw
            continue
        name = name.strip().upper()
        if name == "VEVENT":
            raise HiddenEvent
        if mark[:1] in "Bb":
            inside.append(name)
        elif name not in inside:
            notes.warn("structure_repaired", "END", raw)
        else:
            del inside[-1 - inside[::-1].index(name) :]
        if len(inside) > DEEPEST_INSIDE:
            raise Refused("structure", "BEGIN", raw[:200])
    if inside:
        notes.warn("structure_repaired", "BEGIN", f"BEGIN:{inside[0]}")


def _keep(found: Content, raw: str, notes: Notes) -> None:
    """Put one line where it belongs: known, unknown but harmless, or nowhere."""
    line = split_line(raw)
    if line is None:
        _bad_line(raw, notes)
    elif line.name in _KNOWN:
        if line.name == "CONFERENCE" and line.value.lstrip()[:4].lower() != "http":
            return  # tel:, xmpp: and the like: another way to take part, often a person's number
        if len(raw) > LONGEST_LINE:
            raise Refused("line_too_long", line.name, raw[:400], raw=raw)
        if len(found.kept) >= MOST_LINES:
            raise Refused("too_many_lines", line.name)
        found.lines.setdefault(line.name, []).append(line)
        found.kept.append(raw)
    elif not is_dropped(line.name) and not may_be_personal(line):
        _keep_unknown(found, line)


def _keep_unknown(found: Content, line: Line) -> None:
    """Keep a field that nobody understands yet, within bounds; several values of one name stand under each other."""
    value = "\n".join(filter(None, (found.extra.get(line.name, ""), without_userinfo(unescape(line.value)).strip())))
    if len(value) <= LONGEST_EXTRA and value and (line.name in found.extra or len(found.extra) < MOST_EXTRA):
        found.extra[line.name] = value
        found.kept.append(line.raw)


def _bad_line(raw: str, notes: Notes) -> None:
    """Refuse the event for a broken line of a field that we read; any other broken line is left out and told, without its text."""
    name = re.match(r"[A-Za-z0-9-]*", raw)
    field_name = name[0].upper() if name else ""
    if field_name in _KNOWN:
        raise Refused("bad_content_line", field_name, raw[:400], raw=raw)
    if not is_dropped(field_name):
        notes.warn("bad_line_dropped", raw=raw)


def is_private(content: Content) -> bool:
    """True unless every CLASS says PUBLIC; an unknown word means private (RFC 5545 section 3.8.1.3)."""
    return any(line.value.strip().upper() not in {"", "PUBLIC"} for line in content.all("CLASS"))


def event_of(content: Content, setting: Setting, origin: Origin, notes: Notes) -> RawEvent:
    """The event in the publisher's own words; raises ``Refused``."""
    _refuse_doubtful(content)
    zones, status = setting.zones, "CANCELLED" if setting.is_cancelled else content.value("STATUS").upper()[:40]
    replaced, address = content.first("RECURRENCE-ID"), content.first("URL")
    instance = moment_of(replaced, zones) if replaced else None
    times = span(content.first("DTSTART"), content.first("DTEND"), content.first("DURATION"), zones, notes)
    latitude, longitude = _position(content, notes)
    return RawEvent(
        uid=content.value("UID"),
        derived_uid=origin.uid,
        recurrence_id=instance,
        this_and_future=replaced is not None and replaced.parameter("RANGE").upper() == "THISANDFUTURE",
        digest=origin.digest,
        text=without_userinfo("\n".join(("BEGIN:VEVENT", *content.kept, "END:VEVENT"))),
        line=origin.line,
        name=texts(content.all("SUMMARY")),
        description=styled(content) + texts(content.all("DESCRIPTION")),
        start=_start(times.start, instance, status),
        end=times.end,
        duration=times.duration,
        zone=setting.zone,
        rrule=rules(content.all("RRULE"), notes),
        rdate=dates(content.all("RDATE"), zones, notes),
        exdate=dates(content.all("EXDATE"), zones, notes),
        status=status,
        sequence=_sequence(content, notes),
        access=content.value("CLASS").upper(),
        location=texts(content.all("LOCATION")),
        latitude=latitude,
        longitude=longitude,
        url=_address(address, notes) if address else "",
        conference=_addresses(content.all("CONFERENCE"), notes),
        categories=_categories(content, notes),
        images=tuple(RawImage(url=image) for image in _addresses(content.all("IMAGE"), notes)),
        extra=content.extra,
    )


def _refuse_doubtful(content: Content) -> None:
    """Raise ``Refused`` where identity or time is told twice, or by a rule that takes dates away again (EXRULE, RFC 5545 appendix A.3)."""
    for name in _ONCE:
        lines = content.all(name)
        if len(lines) > 1 and any(line.raw != lines[0].raw for line in lines):
            raise Refused("bad_value", name, lines[1].value, raw=lines[1].raw)
    if content.all("EXRULE"):
        raise Refused("rrule_unsupported", "EXRULE", content.value("EXRULE"))


def _start(start: Moment | None, instance: Moment | None, status: str) -> Moment:
    """The start; the cancellation of one instance may leave it out (RFC 5546 section 3.2.5). Raises ``Refused`` where there is none."""
    start = instance if start is None and status == "CANCELLED" else start
    if start is None:
        raise Refused("no_start", "DTSTART")
    return start


def texts(lines: Sequence[Line]) -> tuple[Text, ...]:
    """Each text once, with its language where one is declared (RFC 5545 section 3.2.10)."""
    found = [Text(value=value, language=language_of(line)) for line in lines if (value := unescape(line.value).strip())]
    return tuple(found) if len(found) < 2 else tuple(dict.fromkeys(found))  # noqa: PLR2004 - one text cannot stand there twice


def styled(content: Content) -> tuple[Text, ...]:
    """Descriptions in HTML, which say more than the plain ones: X-ALT-DESC (Outlook), STYLED-DESCRIPTION (RFC 9073 section 6.5)."""
    lines = (*content.all("X-ALT-DESC"), *content.all("STYLED-DESCRIPTION"))
    plain = (text for line in lines if line.parameter("FMTTYPE").lower() == "text/html" for text in texts([line]))
    return tuple(replace(text, html=True) for text in plain)


def language_of(line: Line) -> str:
    """The declared language as a BCP 47 tag, ``""`` where none or nonsense is declared."""
    tag = line.parameter("LANGUAGE").replace("_", "-") if line.parameters else ""
    return tag if _LANGUAGE.fullmatch(tag) else ""


def _categories(content: Content, notes: Notes) -> tuple[str, ...]:
    """The categories of all lines, each once, at most twenty (RFC 5545 section 3.8.1.2)."""
    found = tuple(dict.fromkeys(value for line in content.all("CATEGORIES") for value in split_values(line.value)))
    if len(found) > MOST_CATEGORIES:
        notes.add("categories_cut", "info", "CATEGORIES", str(len(found)))
    return found[:MOST_CATEGORIES]


def _addresses(lines: Sequence[Line], notes: Notes) -> tuple[str, ...]:
    """The http addresses of the lines, each once."""
    if not lines:
        return ()
    return tuple(dict.fromkeys(address for line in lines[:MOST_ADDRESSES] if (address := _address(line, notes))))


def _address(line: Line, notes: Notes) -> str:
    """The line's http address without user name and password; ``""`` and a warning for anything else (RFC 5545 section 3.8.4.6)."""
    try:
        address = http_address(line.value)
    except ValueError:
        if line.value.strip():
            notes.warn("bad_url", line.name, "" if "@" in line.value else line.value, raw=line.raw)
        return ""
    if without_userinfo(line.value) != line.value:
        notes.warn("url_credentials_removed", line.name, raw=line.raw)
    return address


def _position(content: Content, notes: Notes) -> tuple[float | None, float | None]:
    """Latitude and longitude, or neither and a warning (RFC 5545 section 3.8.1.6)."""
    line = content.first("GEO")
    if line is None or not line.value.strip():
        return None, None
    try:
        return coordinates(line.value)
    except ValueError:
        notes.warn("bad_geo", "GEO", line.value, raw=line.raw)
        return None, None


def _sequence(content: Content, notes: Notes) -> int:
    """The revision number, 0 where it is missing or nonsense (RFC 5545 section 3.8.7.4)."""
    value = content.value("SEQUENCE")
    try:
        return sequence(value) if value else 0
    except ValueError:
        notes.warn("bad_sequence", "SEQUENCE", value)
        return 0
