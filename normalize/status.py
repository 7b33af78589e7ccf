"""Whether it takes place: STATUS (RFC 5545 section 3.8.1.11), marks in the name, and sentences that say so.

A mark is a word of status that stands apart from the name (``PERUTTU: Myyjäiset``, ``Myyjäiset (siirretty)``). It is taken off the name
that is shown. A word inside a name is part of it: "Peruttu häät -näytelmä" is a play.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from normalize import phrase_status
from normalize.facts import Read, Sentence, When, evidence_of, spoken
from normalize.facts_words import IF, WORD, is_event
from normalize.model import EventStatus
from normalize.notes import Notes

CANCELLED_MARKS = {"fi": "PERUTTU", "sv": "INSTÄLLT", "en": "CANCELLED"}
"""What our own feeds write before the name of a cancelled event, followed by a colon: many calendar programs do not show STATUS."""

_STATUS: dict[str, EventStatus] = {
    "CANCELLED": "EventCancelled",
    "CANCELED": "EventCancelled",
    "PERUTTU": "EventCancelled",
    "PERUUTETTU": "EventCancelled",
    "INSTÄLLT": "EventCancelled",
    "INSTÄLLD": "EventCancelled",
    "EVENTCANCELLED": "EventCancelled",
    "POSTPONED": "EventPostponed",
    "SIIRRETTY": "EventPostponed",
    "EVENTPOSTPONED": "EventPostponed",
    "RESCHEDULED": "EventRescheduled",
    "EVENTRESCHEDULED": "EventRescheduled",
    "MOVEDONLINE": "EventMovedOnline",
    "EVENTMOVEDONLINE": "EventMovedOnline",
}
"""Words of RFC 5545, schema.org (the last part of the address) and our own languages."""
_SCHEDULED = frozenset({"", "CONFIRMED", "TENTATIVE", "SCHEDULED", "EVENTSCHEDULED"})
_CANCELLED = (
    r"peruttu|perutut|peruutettu|peruuntunut|peruuntuu|perutaan|inställt|inställd|inställda|avlyst|ställs in|cancell?ed|"
    r"cancell?ation|šluhttejuvvon"
)
_POSTPONED = (
    r"siirretty|siirtyy|siirtynyt|siirretään|lykätty|lykkääntyy|uppskjut(?:et|en|na)|framflytta[td]|flyttat|flyttad|flyttas|"
    r"skjuts upp|postponed|rescheduled|moved"
)
_NEW_TIME = r"uusi (?:aika|ajankohta|päivä|päivämäärä)|muuttunut (?:aika|ajankohta)|ny tid|nytt datum|new (?:date|time)"
_WORD = rf"(?:{_CANCELLED}|{_POSTPONED}|{_NEW_TIME})"
_TAIL = (
    r"(?:\s(?:verkkoon|etänä|online|till nätet|till \S+|to \S+|myöhempään ajankohtaan|keväälle|syksylle|kesälle|talvelle|"
    r"tulevaisuuteen|\d[^()\[\]:]{0,24}))?"
)
_EMPHASIS = r"[\s*_!#~>«»\"'“”•-]*"
_PREFIX = re.compile(
    rf"^(?:(?:huom|obs|note)\b[!.:]*\s*)?{_EMPHASIS}[(\[]?\s*(?P<word>{_WORD})(?P<tail>{_TAIL})\s*(?:[)\]]\s*[:!.,–—-]*|"
    rf"\*+|!+|\s*[:|–—]|\s+-)\s*(?=\S)",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"^(?:(?:HUOM|OBS)[!.:]*\s*)?(?P<word>PERUUTUS|CANCELLATION)(?P<tail>)\s*[!:]+\s*(?=\S)")
"""``PERUUTUS! Myyjäiset``, in capitals and in titles only: "Peruutus: viim. 1.12." tells until when one may call off."""
_ABOUT_PREFIX = re.compile(
    r"^(?:kurssi|luento|tapahtuma|tilaisuus|konsertti|näytös|esitys|ryhmä|kerho|retki|kursen|evenemanget|konserten|föreställningen|"
    r"föreläsningen|utfärden|the event|event|course|class|concert)\s(?:on\s|är\s|har\s|is\s)?"
    rf"(?P<word>{_WORD})(?P<tail>{_TAIL})\s*[:!–—]+\s*(?=\S)",
    re.IGNORECASE,
)
"""``Kurssi peruttu: Valokuvauksen perusteet``."""
_LOUD_PREFIX = re.compile(rf"^{_EMPHASIS}(?P<word>{_WORD.upper()})(?P<tail>{_TAIL})[.,]?\s+(?=\S)")
_SUFFIX = re.compile(
    rf"(?:\s+[–—|-]+\s+(?:on|ovat|är|is)\s+|\s*[(\[]\s*(?:huom|obs|note)\b[!.:]*\s*|\s*[(\[]\s*|\s+[–—|-]+\s*|\s*[:;,!/–—|]\s*|\s+\*+\s*)(?P<word>{_WORD})(?P<tail>{_TAIL}|[^()\[\]]{{0,30}}(?=[)\]]))[\s)\]!.*_]*$",
    re.IGNORECASE,
)
_LOUD_SUFFIX = re.compile(rf"\s+(?P<word>{_WORD.upper()})[\s!.*]*$")
_PLAIN_SUFFIX = re.compile(rf"\s(?P<word>{_CANCELLED}|siirretty|siirtyy|uppskjut(?:et|en)|postponed)[\s!.]*$", re.IGNORECASE)
_BEFORE_ASIDE = re.compile(rf"(?:\s+[–—|-]+\s*|\s*[:;,!–—|]\s*)(?P<word>{_CANCELLED})(?=\s+\([^()\d]{{1,40}}\)\s*$)", re.IGNORECASE)
"""``Språkcafé: inställt (Pargas)``: what stands in brackets at the end is of the name, not of the mark."""
_IN_BRACKETS = re.compile(rf"[(\[]\s*(?P<word>{_WORD})\s*[)\]]", re.IGNORECASE)
_STARRED = re.compile(rf"^\s*\*+\s*(?P<word>{_WORD})(?P<tail>)\b[^*]{{0,30}}\*+\s*", re.IGNORECASE)
_MARKS = (_STARRED, _NOTICE, _PREFIX, _ABOUT_PREFIX, _SUFFIX, _BEFORE_ASIDE, _IN_BRACKETS)
_ALONE = re.compile(rf"[\s*_!(\[]*(?P<word>{_CANCELLED})[\s*_!.:)\]]*", re.IGNORECASE)
_ONLINE = re.compile(r"verkko|etänä|online|nätet|teams|zoom", re.IGNORECASE)
_MOST_MARKS = 4
_FIRST = 3
"""A mark at the head of a sentence counts in the first ones."""
_NEAR, _TINY = 30, 3
_LATER = re.compile(
    r"uusi (?:aika|ajankoh|päivä)|ny tid|nytt datum|new (?:date|time)|myöhem|toistaiseksi|tills vidare|senare|later|until|"
    r"keväälle|syksylle|kesälle|talvelle|framtid|hösten|våren|sommaren|vintern|further notice|pidetään|järjestetään|hålls|"
    r"will be held|\d{1,2}\.\d|to (?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_ANOTHER_TIME = re.compile(r"^\W*(?:uusi|ny|nytt|new)\b")
_FROM_DAY = re.compile(
    r"\b(?:från|from)\s(?:den\s)?\D{0,12}\d{1,2}[./]\d{1,2}|\d{1,2}\.\d{1,2}\.?:?(?:sta|stä|lta|ltä)\b|"
    r"\b(?:alun perin|alkuperäi\w+|ursprunglig\w*|originally)\b[^\d]{0,20}\d{1,2}[./]\d{1,2}",
    re.IGNORECASE,
)
"""``flyttad från 29.11``: moved from there, so that the record's own time is the new one."""
_NEGATED = re.compile(r"\b(?:ei|eikä|eivät|inte|ej|not|isn't|never|no longer)\b(?! enää järjestetä)")
_FORCED = re.compile(
    r"\b(?:joudumme|joudutaan|olemme joutuneet|tvingas|tvungna att|have to|had to)\b.{0,40}\b(?:perumaan|peruuttamaan|ställa in|cancel)\b"
)
_DAY = re.compile(r"(?<![\d.:])(\d{1,2})[./](\d{1,2})(?!\d|:)")
TRIGGERS = frozenset((
    "peru", "inställ", "ställs in", "avlys", "cancel", "called off", "siirr", "siirty", "lykä", "lykkä", "uppskj", "skjuts",
    "flytta", "postpone", "resched",
    "moved", "uusi aika", "ny tid", "nytt datum", "šluht", "etänä", "verkossa", "verkkoon",
))  # fmt: skip
_CLAUSE = re.compile(
    r"(?P<subject>.*?)\b(?:on|ovat|är|har|is|are|has been|have been|has|joudutaan|jouduttiin)?\s?(?:valitettavasti |"
    r"jouduttu |nyt |tyvärr |unfortunately |blivit |been )*"
    rf"(?P<word>{_CANCELLED}|peruttava|perumaan|{_POSTPONED}|called off|moved online)\b(?P<after>.*)"
)
_SUBJECT = re.compile(
    r"tämä\w*|päivän|illan|tämän|huom|huomio|obs|note|the|this|dagens|kvällens|valitettavasti|tyvärr|unfortunately|on|"
    r"se|it|we|today's|tonight's|\d[\d.]*"
)
_WEEKDAY = re.compile(
    r"(?:maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai)(?:na|n)?|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en|ens)?|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:'s)?"
)
"""Beside its date it says which day is meant; alone it may be one evening of many."""
_REASON = re.compile(
    r"\s*(?:$|[.!,;:(–-]|(?:sairas|esiintyj|luennoitsij|ohjaaj|esteen|sää|säiden|koronan|\w+ (?:vuoksi|takia|johdosta)|"
    r"på grund|p\.g\.a|pga|due to|because|"
    r"uusi|ny|new|tältä|toistaiseksi|tills|until|till|to |from|pidetään|järjestetään|keväälle|syksylle|kesälle|"
    r"myöhemmin|myöhempään|verkkoon|online|\d))"
)
_OTHER = re.compile(
    r"\b(?:edelli\w+|viime|aiemm?in|aikaisemm?in|vuonna|silloin|oli|olivat|tidigare|förra|previous\w*|last (?:year|week|"
    r"month|time)|was|were|"
    r"osallistuminen|ilmoittautumi\w+|varau\w+|paikka|paikat|anmälan|bokning\w*|tilau\w+|reservation\w*|tickets?|liput|"
    r"lippu|class(?:es)? (?:is|are) "
    r"(?:non|not)|muut|loput|toinen|some|many|several|policy|peruutusehdo\w*|flight\w*|show was)\b"
)
"""What is cancelled instead of this event, or was another time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A name and the mark that stood on it."""

    name: str
    """As it is shown."""
    status: EventStatus | None = None
    """What the mark says; ``None`` where there is none."""
    mark: str = ""
    """Its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The event status, whether the event is only planned, and whether the publisher's word was one we know."""

    event_status: EventStatus
    planned: bool
    known: bool


def status_of(word: str, *, marked: bool) -> Status:
    """The status of a STATUS word and of a mark in the name; an unknown word says nothing."""
    word = word.strip().rpartition("/")[2].upper()
    event_status: EventStatus = "EventCancelled" if marked else _STATUS.get(word, "EventScheduled")
    return Status(event_status=event_status, planned=word == "TENTATIVE", known=word in _STATUS or word in _SCHEDULED)


def status_told(word: str, read: Read, when: When, notes: Notes, *, moved: bool = False) -> Status:
    """The status of a STATUS word, of marks in the names and of sentences that say so.

    A cancellation in the name outranks the field, which outranks other marks and sentences. ``moved`` is true where the source names a
    former start. Moved to a day that is not the record's own is postponed: the time shown is not when it takes place.
    """
    declared = status_of(word, marked=False)
    titled = _of_titles(read, when, notes)
    if declared.event_status != "EventScheduled":
        read.told(evidence_of("event_status", declared.event_status, "STATUS", "status_field", word))
        if titled == "EventCancelled" != declared.event_status:
            notes.add("status_conflict", "warning", "STATUS", word)
            return _with(declared, titled)
        return declared
    told = titled or _of_sentences(read, when, notes) or ("EventRescheduled" if moved else None)
    return _with(declared, told) if told else declared


def _with(status: Status, event_status: EventStatus) -> Status:
    return Status(event_status=event_status, planned=status.planned, known=status.known)


def _of_titles(read: Read, when: When, notes: Notes) -> EventStatus | None:
    """What the marks of the names say."""
    said: EventStatus | None = None
    for sentence in read.sentences(TRIGGERS, ("title",)):
        marked = marked_name(sentence.text)
        if marked.status is None or (marked.status == "EventCancelled" and _is_another_day(marked.mark, when)):
            continue
        status = _timed(marked.status, sentence, when, notes)
        read.told(sentence.evidence("event_status", status, "status_mark"))
        said = _graver(said, status)
    return said


def _of_sentences(read: Read, when: When, notes: Notes) -> EventStatus | None:
    """What the sentences say, the first that says anything."""
    for sentence in read.sentences(TRIGGERS, ("text", "field")):
        status = _of_sentence(sentence)
        if status is not None and not (status == "EventCancelled" and _is_another_day(sentence.text, when)):
            status = _timed(status, sentence, when, notes, read.following(sentence))
            read.told(sentence.evidence("event_status", status, "status_sentence"))
            return status
    return None


def _of_sentence(sentence: Sentence) -> EventStatus | None:
    """What a sentence says of the event itself: it begins with a mark, or is a plain statement about it."""
    low = sentence.low
    if sentence.index < _FIRST and _PREFIX.match(sentence.text) and not IF.search(low[:_NEAR]):
        return marked_name(sentence.text).status
    if IF.search(low) or _NEGATED.search(low):
        return None
    return "EventCancelled" if _FORCED.search(low) else _of_statement(low)


def _of_statement(low: str) -> EventStatus | None:
    """What ``Konsertti on peruttu sairastumisen vuoksi`` says: about the event, and about nothing else."""
    found = _CLAUSE.fullmatch(low)
    if not found or _OTHER.search(low) or not _REASON.match(found["after"]):
        return None
    subject = WORD.findall(found["subject"])
    dated = _DAY.search(low) is not None
    if not all(_SUBJECT.fullmatch(word) or is_event(word) or len(word) < _TINY or (dated and _WEEKDAY.fullmatch(word)) for word in subject):
        return None
    if re.fullmatch(rf"{_CANCELLED}|called off", found["word"]):
        return "EventCancelled"
    if _ONLINE.search(found["after"]) or found["word"] == "moved online":
        return "EventMovedOnline"
    return "EventPostponed" if _LATER.search(found["after"]) or not found["after"].strip() else None


def _timed(status: EventStatus, sentence: Sentence, when: When, notes: Notes, following: str = "") -> EventStatus:
    """Moved with the record's own start as the new one is rescheduled; with another one the record's time no longer holds."""
    if status != "EventPostponed":
        return status
    if when.day is not None and (told_from := _FROM_DAY.search(sentence.text)) and _is_another_day(told_from[0].rstrip(":lstaä"), when):
        return "EventRescheduled"
    words = f"{sentence.text} {following}" if _ANOTHER_TIME.search(following.lower()) else sentence.text
    shape = phrase_status.read_status(words, spoken(words, sentence.telling.language), when.reference)
    told = str(shape.get("new_start", ""))[:10]
    if not told:
        return status
    if when.day is not None and told[5:] == when.day.isoformat()[5:]:
        return "EventRescheduled"
    notes.add("status_conflict", "warning", sentence.telling.origin, sentence.text)
    return status


def _is_another_day(words: str, when: When) -> bool:
    """True where the words name a day that is not the one it begins: one evening of a series is cancelled, not the series."""
    days = {(int(found[1]), int(found[2])) for found in _DAY.finditer(words)}
    day = when.day
    return bool(days) and (day is None or not days & {(day.day, day.month), (day.month, day.day)})


@lru_cache(maxsize=4096)
def marked_name(name: str) -> Marked:
    """The name without its marks of status and what they say; a name that is nothing else stays.

    ``Myyjäiset peruttu`` says so too, but is shown as it is: nothing parts the word from the name.
    """
    shown, said, marks = name, None, list[str]()
    for _ in range(_MOST_MARKS):
        found = _mark_of(shown)
        if found is None:
            break
        said = _graver(said, _said(found))
        marks.append(found[0].strip())
        shown = _without(shown, found)
    if said is None and (plain := _plain_mark(name)):
        return Marked(name=name, status=_said(plain), mark=plain["word"])
    return Marked(name=shown, status=said, mark=" ".join(marks))


def _plain_mark(name: str) -> re.Match[str] | None:
    """A word of status that nothing parts from the name, or that is all of it: it says so, and is shown."""
    if alone := _ALONE.fullmatch(name):
        return alone
    if plain := _PLAIN_SUFFIX.search(name):
        return plain if _is_plain(name[: plain.start()]) else None
    shouted = _LOUD_PREFIX.search(name)
    return shouted if shouted and is_event((WORD.findall(name[shouted.end() :].lower()) or [""])[0]) else None


def without_mark(name: str) -> str:
    """The name without a mark that it is cancelled; a name that is nothing else stays."""
    found = marked_name(name)
    return found.name if found.status == "EventCancelled" else name


def _mark_of(name: str) -> re.Match[str] | None:
    """The next mark on a name, ``None`` where none is or nothing would be left."""
    found = next((match for shape in _MARKS if (match := shape.search(name))), None)
    if found is None and any(letter.islower() for letter in name):
        found = _LOUD_PREFIX.search(name) or _LOUD_SUFFIX.search(name)
    if found is None or not any(map(str.isalnum, _without(name, found))) or _in_quotes(name, found):
        return None
    return found


def _in_quotes(name: str, found: re.Match[str]) -> bool:
    """True where the word is quoted: ``"Peruttu"`` is a name."""
    start, end = found.span("word")
    return name[max(0, start - 1) : start] in {'"', "”", "“", "'", "»", "«"} and name[end : end + 1] in {'"', "”", "“", "'", "»", "«"}


def _without(name: str, found: re.Match[str]) -> str:
    """The name beside a mark."""
    before, after = name[: found.start()].rstrip(), name[found.end() :].lstrip()
    return re.sub(r"\s+", " ", f"{before} {after}").strip().strip("*_").strip() if before and after else (before or after).strip(" *_")


def _said(found: re.Match[str]) -> EventStatus:
    """What a mark says."""
    word, tail = found["word"].lower(), found.groupdict().get("tail") or ""
    if re.fullmatch(rf"{_CANCELLED}|peruutus", word):
        return "EventCancelled"
    if _ONLINE.search(tail):
        return "EventMovedOnline"
    return "EventRescheduled" if re.fullmatch(rf"{_NEW_TIME}|rescheduled", word) else "EventPostponed"


def _graver(one: EventStatus | None, other: EventStatus) -> EventStatus:
    """Of two marks the one that says more: cancelled before moved."""
    return one if one == "EventCancelled" or (one is not None and other != "EventCancelled") else other


def _is_plain(before: str) -> bool:
    """True where ``peruttu`` at the end of a name is no part of it: behind an event or "is"."""
    words = WORD.findall(before.lower())
    return (
        bool(words) and (words[-1] in {"on", "ovat", "är", "is", "are"} or is_event(words[-1])) and '"' not in before and "”" not in before
    )
