"""How to take part: the record's own registration first, then the sentences that speak of enrolling for this event.

``Registration.state`` is only what the publisher says in words (full, a queue, closed); what follows from opening and closing days
alone changes with the clock and is never kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple, get_args

from harvesters.record import Moment, RawRegistration
from normalize import phrase_enrolment
from normalize.codes import enrolment_state_of
from normalize.facts import Read, Sentence, When, evidence_of, spoken
from normalize.facts_words import IF, UMBRELLA, WORD, is_about, is_event, is_past
from normalize.full_marks import FULL_WORD, says_full
from normalize.links import web_address
from normalize.model import EnrolmentState, Evidence, Registration, Start
from normalize.notes import Notes
from normalize.privacy import redact
from normalize.recurrence_zone import settle as settled
from normalize.recurrence_zone import zone as zone_of
from normalize.text import one_line, shortened
from normalize.times import is_sane, settle

Shape = dict[str, Any]
_LIMIT = 300
_STATES: frozenset[str] = frozenset(get_args(EnrolmentState))
_SAID = frozenset({"full", "waiting_list"})
"""States that a day told beside them does not undo."""
_MOST_PLACES = 100_000
_LONG, _SHORT = 120, 60
"""Characters of a sentence that says that nobody need enrol, and of one that says nothing else."""
TRIGGERS = frozenset((
    "ilm.", "ilmo", "anm.", "anmäl", "regist", "rsvp", "täynnä", "täyteen", "loppuun", "fullbok", "fullteck", "fullsatt", "slutså", "utsål",
    "sold out", "sold-out",
    "fully booked", "booked up", "jono", "varasij", "köplats", "reservplats", "waitlist", "wait list", "waiting list", "mahtuu",
    "max", "enintään",
    "högst", "limited to", "ei ajanvarau", "ennakkovarau", "drop-in", "drop in", "sign up", "sign-up", "signup", "boknin",
    "booking", "reserv",
    "enrol", "capacity", "hakuaika", "paikka", "paikkoj", "plats", "walk-in", "ryhmäkok", "osallistujam", "almmut", "varaus",
))  # fmt: skip
_ENROL = (
    r"(?:ennakko|en?nakko-?)?ilmoitt?aut?u\w*|(?:ennakko)?ilmoittaud\w*|ilmottau\w+|ilm\.|ilmo(?:t)?\b|(?:för(?:hands)?)?anmäl\w*|anm\.|"
    r"regist(?:ration|er)\b|pre-?regist\w+|rsvp|enrol\w*|sign[- ]?up|reservations?|reserve\b|ennakkovaraus\w*|"
    r"bokning\w*|booking|hakuaika|almmut\w*"
)
_ENROLS = re.compile(rf"\b(?:{_ENROL})")
_NEEDLESS = re.compile(
    r"\b(?:ei (?:vaadi |tarvitse |edellytä |tarvita |ole )?(?:erillistä |etukäteis|"
    r"etukäteen )?(?:ennakko)?(?:ilmoittautumis\w*|ilmoittautumi\w+|"
    r"ajanvarausta|varausta|ilmoa)|ilmoittautumatta|ilman (?:ennakko)?(?:ilmoittautumis\w*|ajanvarausta|varausta)|"
    r"(?:ennakko)?ilmoittautumista ei (?:tarvi\w*|vaadita|edellytetä)|(?:ei|eikä) (?:\w+ ){0,2}tarvitse (?:\w+ ){0,2}ilmoittautua|"
    r"(?:ingen|ej|inte någon|utan) (?:för(?:hands)?)?anmäl\w*|(?:behöver|behövs) (?:man |du )?(?:inte|ingen|ej) (?:för(?:hands)?)?anmäl\w*|"
    r"kräver ingen (?:för(?:hands)?)?anmäl\w*|anmälan (?:behövs|krävs) (?:inte|ej)|ingen bokning|"
    r"no (?:prior |advance |pre-?)?(?:registration|rsvp|sign[- ]?ups?|reservations?|booking)(?: (?:is|"
    r"are))?(?: (?:required|needed|necessary))?|"
    r"(?:registration|rsvp|reservations?|booking)(?: is| are)? not (?:required|needed|necessary)|no need to (?:register|rsvp|book|sign up)|"
    r"(?:does|do) not require (?:advance |prior |an? )?(?:registration|rsvp|reservations?|booking)|"
    r"without (?:prior |advance )?(?:registration|booking|signing up))"
)
_NOT_THEN = re.compile(
    r"(?:ilmoittautumi\w+|anmäl\w*|registrations?) (?:kesken|enää|paikan ?päällä|paikalla|ovella|puhelimitse|sähköpostitse|viestillä|"
    r"(?:\S+ ){0,2}jälkeen|under|efter|på plats|per telefon|at the door|on the day|after|by phone)\b"
)
"""Not then or not that way: ``Ei ilmoittautumista kesken lukuvuoden`` does not say that one may simply come."""
_FREE = re.compile(
    r"(?:(?:alle|yli|under|over) \S+(?: ?v\.?| vuotiaat)?|\d ?-?v\.?|\bv\.|aik\w*\.?|laps\w+|läps\w+|eläk\w*\.?|opisk\w*\.?|muut|pääsy|"
    r"kaikki)\s+ilm\.?(?=\s*(?:$|[,;)/]|\.|[a-zåäö]))(?!\.?\s*(?:viim|menn|netti|puh|sähk|osoit|alk|klo))"
)
"""``alle 12-v. ilm.``: free, not to be enrolled for."""
_LONG_AGO = timedelta(days=300)
"""A last day that lies so long before the event is none of its own: ``1.–31.12.`` said of what begins on 2.12."""
_DROP_IN = re.compile(r"\b(?:drop[- ]?ins? (?:welcome|ok)|drop-in\b)")
_NO_DROP_IN = re.compile(r"(?:no|ei|inga|ingen|not) (?:\w+ )?drop[- ]?in")
_OTHER_NEEDLESS = re.compile(r"amtrak|train|juna|tåg|jäsen|member|medlem|suosit|recommend|kahvi|lounas|ruokailu|jälkeen|efter|after|ryhm")
_NEEDED = re.compile(
    r"(?:^|[.,;:(!|]\s*|-\s|\b(?:ja|och|mutta|men) )(?:sitova\w* |ennakko-? ?|obligatorisk |bindande )?(?:"
    r"(?:ennakko)?ilmoitt?autumi(?:nen|set|sia)\b(?!.{0,40}\bei\b)|(?:ennakko)?ilmoittau(?:du|tukaa|duthan|tuthan|"
    r"tuminen)\b|ilm\.|ilmo(?:ttaudu|ttautumiset)?\b|"
    r"(?:för(?:hands)?)?anmälan\b|anmäl (?:dig|er)\b|anm\.|anmälningar\b|sista anmälning\w*|hakuaika\b)"
    r"|(?:vaatii|edellyttää|vaaditaan|tarvitaan) (?:sitovan |etukäteis|etukäteen )?(?:ennakko)?ilmoittautumi\w+"
    r"|(?:ennakko)?ilmoittautumi(?:nen|sta) (?:on )?(?:pakolli\w+|vaaditaan|tarvitaan|välttämätö\w+|edellytetään)"
    r"|ilmoittau(?:dutaan|tuminen) (?:\w+ )?(?:etukäteen|ennakkoon)|mukaan ilmoittautum\w+|ilmoittautuneille"
    r"|(?:för(?:hands)?)?anmälan (?:krävs|är obligatorisk|behövs|erfordras)|kräver (?:för(?:hands)?)?anmälan"
    r"|(?:registration|rsvp|reservations?|pre-?registration|sign-?up|booking)(?: is| are)? (?:required|necessary|"
    r"mandatory|essential|needed|a must)"
    r"|must (?:pre-?)?(?:register|rsvp|sign up|book|reserve)|(?<!not )(?<!n't )(?:requires?) (?:advance |prior |"
    r"pre-?)?(?:registration|rsvp|reservations?)"
    r"|please (?:pre-?)?(?:register|rsvp)(?: here| online| at| by| in advance| with| to\b)?|register by\b|rsvp by\b|registration deadline"
)
_SOFT = re.compile(
    r"halutessa|halutaan|halukkaat|suosit|toivo|voit |voi |mahdollis|optional|encourag|recommend|prefer|appreciat|request|but not|"
    r"suggested|helpful|gärna|frivillig|valfri|rekommender|kan du|uutiskir|newsletter|nyhetsbrev|tilaajaksi|volunteer|vapaaehtoiseksi|"
    r"talko|myyjäksi|myyntipai|myyntipöy|pöytäpaikk|vendor|booth|esiintyj|open mic|not count|zoom link|library card|vote|account|refund|"
    r"nurse|car\b|vehicle|for the (?:email|newsletter)|reminder|if you|jos |mikäli|allergi|ruokavali|erityisruok|kyyti|bussi|kuljetu|"
    r"lastenhoito|childcare|lunch|lounas|ruokailu|middag|dinner|peruut|cancel|maksamat|laskute|jäsen|member|medlem|"
    r"puh\. ilm|separate|erillinen ilm|erikseen|check (?:each|with)|compete|kilpail|guaranteed spot|teams?\b"
)
"""What makes an enrolment one that may be, or one for something else."""
_FULL = re.compile(rf"(?P<before>.*?)\b{FULL_WORD}(?P<after>[^\w]*(?:(?:tältä|för|tillfället|now|at this time).*)?)")
_FULL_FILLER = re.compile(
    r"on|ovat|jo|nyt|valitettavasti|tällä|hetkellä|tämä|kaikki|paikat|paikkoja|liput|är|redan|tyvärr|nu|alla|platser|"
    r"biljetter|kursen|is|are|"
    r"already|now|currently|this|the|event|all|tickets|seats|spots|we|unfortunately|huom|note|obs|class|both|completely|har|blivit|been|has"
)
_QUEUE = re.compile(r"jono(?:on|ssa|paik\w*)|varasij\w*|köplats\w*|kölista\w*|\bkö(?:n)?\b|reservplats\w*|wait(?:ing)?[- ]?list")
_MAY_QUEUE = re.compile(
    r"[,;–-]\s?(?:mutta\s)?(?:voi(?:t)?\s(?:ilmoittautua|jättäytyä|päästä)\s)?(?:jono\w+|varasij\w+)(?:\s(?:voi|voit|voidaan)\s\w+)?\W*$|"
    r"[,;–-]\s?(?:men\s)?(?:du|man)\skan\s[^,;]{0,30}\b(?:kö|kön|köplats|reservplats)\b"
)
"""``Kurssi on täynnä, jonoon voi ilmoittautua``: what may be done behind the comma makes the fullness no condition."""
_CAPACITY_BESIDE = re.compile(
    r"(?:osallistuj|ryhmä|mukaan|kurssi|retke|henk|hlö|deltagare|personer|participants|limited to|capacity|attendees)"
)
_NOT_CAPACITY = re.compile(
    r"pöytä|pöydä|table|huone|room|sauna|mökki|majoit|auto|car\b|vene|boat|ikä|vuotiai|age|km|min\b|euro|€|per person|/hlö|sanaa|words|"
    r"groups? of|per (?:team|household|family)|joukkuee|lag\b|team|each|kerrallaan|at a time|talo\w* mahtuu|sali\w* mahtuu|kirk\w+ mahtuu"
)


def registration_of(raw: RawRegistration | None, read: Read, when: When, notes: Notes) -> Registration | None:
    """The registration that is told, ``None`` where nothing is."""
    declared = _declared(raw, when, read, notes)
    told = _told(read, when)
    if declared is None:
        return _kept(Registration(), told, read) if told else None
    _compare(declared, told, notes)
    known = {name for name in Registration.model_fields if getattr(declared, name) not in {None, "", False}}
    known |= {"required"} if declared.required is not None else set()
    known |= {"opens", "closes"} if {"opens", "closes"} & known else set()
    return _kept(declared, {name: value for name, value in told.items() if name not in known}, read)


@dataclass(frozen=True, slots=True)
class _Value:
    """One value of a registration and the sentence it stands in; two sentences that disagree leave none."""

    value: Any
    evidence: Evidence


def _kept(registration: Registration, told: dict[str, _Value], read: Read) -> Registration:
    """The registration with what the text adds to it."""
    for one in told.values():
        read.told(one.evidence)
    return registration.model_copy(update={name: one.value for name, one in told.items()})


def _compare(declared: Registration, told: dict[str, _Value], notes: Notes) -> None:
    """Note where the text says another thing than the field; the field holds."""
    for name in ("required", "closes", "state"):
        field, text = getattr(declared, name), told.get(name)
        if field not in {None, ""} and text is not None and _plain(field) != _plain(text.value):
            notes.add("enrolment_conflict", "warning", f"registration.{name}", text.evidence.quote)


def _plain(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value


def _declared(raw: RawRegistration | None, when: When, read: Read, notes: Notes) -> Registration | None:
    """The registration of the record's own field; an opening after the closing is told as it is, for nobody knows which is wrong."""
    if raw is None:
        return None
    url, text = web_address(raw.url) or "", shortened(redact(one_line(raw.text)).text, _LIMIT)
    if raw.url and not url:
        notes.add("bad_url", "warning", "registration", raw.url)
    state = enrolment_state_of(raw.state)
    fields: dict[str, Any] = {
        "url": url,
        "text": text,
        "required": raw.required,
        "opens": _moment(raw.opens, when.zone),
        "closes": _moment(raw.closes, when.zone),
        "capacity": raw.capacity if raw.capacity is None or 0 <= raw.capacity <= _MOST_PLACES else None,
        "state": state if state in _STATES else "",
    }
    for name, value in fields.items():
        if value not in {None, ""} and name != "text":
            read.told(evidence_of("registration", name, f"registration.{name}", "registration_field", str(value)))
    _add_words(fields, text, when, read)
    return Registration.model_validate(fields)


def _add_words(fields: dict[str, Any], text: str, when: When, read: Read) -> None:
    """What the words of the registration's own field tell beside its other fields."""
    if not text:
        return
    for name, value in _values(text, "und", when).items():
        if fields.get(name) in {None, "", False} and fields.get(name) is not False:
            fields[name] = value
            read.told(evidence_of("registration", name, "registration.text", "enrolment_words", text))
        elif name == "binding":
            fields[name] = value


def _moment(moment: Moment | None, zone: str) -> Start | None:
    """The moment on a clock; ``None`` where it was not told or is of another age of the world."""
    return settle(moment, zone).start if moment is not None and is_sane(moment) else None


def _told(read: Read, when: When) -> dict[str, _Value]:
    """What the sentences about enrolling tell, each value once; a value told in two ways is none."""
    found: dict[str, _Value] = {}
    doubtful: set[str] = set()
    for sentence in read.sentences(TRIGGERS):
        for name, (value, rule) in _of_sentence(sentence, read.title, when).items():
            known = found.get(name)
            if known is not None and known.value != value and not _widens(name, known.value, value):
                doubtful.add(name)
            if known is None or _widens(name, known.value, value):
                found[name] = _Value(value, sentence.evidence("registration", name, rule))
    return {name: value for name, value in found.items() if name not in doubtful}


def _widens(name: str, known: object, value: object) -> bool:
    """True for a queue told beside "full": it says more of the same."""
    return name == "state" and known == "full" and value == "waiting_list"


def _of_sentence(sentence: Sentence, title: str, when: When) -> dict[str, tuple[Any, str]]:
    """What one sentence says: name of the value, the value and the rule that read it."""
    spoken_of = _speaks(sentence, title)
    found: dict[str, tuple[Any, str]] = {"state": (spoken_of.state, "enrolment_full")} if spoken_of.state else {}
    if spoken_of.is_needless:
        return found | {"required": (False, "enrolment_needless")}
    if not spoken_of.of_terms:
        return found
    values = _values(sentence.text, sentence.telling.language, when)
    if _is_long_before(values, sentence.text, when):
        return found
    if spoken_of.is_needed:
        found["required"] = (True, "enrolment_needed")
        found |= {name: (values[name], "enrolment_days") for name in ("opens", "closes", "binding") if name in values}
    if "state" not in found and spoken_of.of_state and values.get("state") in {"open", "closed", "not_yet_open"}:
        found["state"] = (values["state"], "enrolment_state")
    if "capacity" in values and spoken_of.of_places:
        found["capacity"] = (values["capacity"], "enrolment_capacity")
    return found


def _is_long_before(values: Shape, text: str, when: When) -> bool:
    """True where enrolment would close, or in a year that nobody told open, so long before the event that it is another one's."""
    first, closes, opens = when.first_day, _plain(values.get("closes")), _plain(values.get("opens"))
    if first is None:
        return False
    is_opened = opens is not None and not _names_year(text, opens)
    return (closes is not None and closes < first - _LONG_AGO) or (is_opened and opens < first - _LONG_AGO)


class _Speaks(NamedTuple):
    """Of what a sentence speaks, whatever its figures and days are."""

    state: str = ""
    """``full`` or ``waiting_list`` where it says so in words."""
    is_needless: bool = False
    is_needed: bool = False
    of_terms: bool = False
    """Of enrolling at all, or of how many can: worth the grammar."""
    of_state: bool = False
    of_places: bool = False


@lru_cache(maxsize=2048)
def _speaks(sentence: Sentence, title: str) -> _Speaks:
    """Of what one sentence speaks; remembered, for every date of a series says the same."""
    low = _FREE.sub(" ", sentence.low)
    if is_past(low):
        return _Speaks()
    full = _says_full(sentence, title)
    queues = _QUEUE.search(low) is not None and (not IF.search(low) or _MAY_QUEUE.search(low) is not None)
    state = ("waiting_list" if queues else "full") if full else ""
    if is_needless(low):
        return _Speaks(state, is_needless=True)
    needed, enrols, places = _says_needed(low), _ENROLS.search(low) is not None, _CAPACITY_BESIDE.search(low) is not None
    return _Speaks(
        state,
        is_needed=needed,
        of_terms=needed or enrols or (places and re.search(r"\d", low) is not None),
        of_state=enrols and not IF.search(low),
        of_places=places and not _NOT_CAPACITY.search(low),
    )


def is_needless(low: str) -> bool:
    """True for a sentence (small letters) that says that nobody need enrol."""
    if len(low) > _LONG:
        return False
    if _NEEDLESS.search(low) and _NOT_THEN.search(low):
        return False
    if _NEEDLESS.search(low):
        return len(low) < _SHORT or not _OTHER_NEEDLESS.search(low)
    return bool(_DROP_IN.search(low)) and len(low) < _SHORT and not _NO_DROP_IN.search(low) and not _NEEDED.search(low)


def _says_needed(low: str) -> bool:
    """True for a sentence (small letters) that says that one must enrol for the event itself."""
    return _NEEDED.search(low) is not None and not _SOFT.search(low) and not IF.search(low)


def _says_full(sentence: Sentence, title: str) -> bool:
    """True where a clause says that the event is full and nothing else: ``Kurssi on täynnä``, never ``ilta täynnä musiikkia``."""
    low = sentence.low
    if sentence.is_title:
        return says_full(sentence.text)
    if IF.search(_MAY_QUEUE.sub("", low).partition(" voit ")[0].partition(", voi ")[0]):
        return False
    for clause in re.split(r"[.,;:()!|]\s*|\s-\s|\s(?:mutta|men|but|ja|och|and)\s", low):
        found = _FULL.fullmatch(clause.strip())
        if found and all(
            _FULL_FILLER.fullmatch(word) or (is_event(word) and (not UMBRELLA.search(title) or is_about(word, title)))
            for word in WORD.findall(found["before"])
        ):
            return True
    return False


def _values(text: str, language: str, when: When) -> Shape:
    """What the grammar reads, its days on the calendar and without a state that only follows from them."""
    language = spoken(text, language)
    shape = _read(text, language, when.reference)
    dated = "opens" in shape or "closes" in shape
    state = shape.get("state", "")
    if dated and state:
        state = _read(re.sub(r"\d[\d.:]*", " ", text), language, when.reference).get("state", "")
        state = state if state in _SAID else ""
    found: Shape = {name: shape[name] for name in ("required", "binding") if name in shape}
    if state in _STATES and state:
        found["state"] = state
    if 0 < shape.get("capacity", 0) <= _MOST_PLACES:
        found["capacity"] = shape["capacity"]
    closes = _day(shape.get("closes", ""), text, when.first_day, when)
    limit = closes.date() if isinstance(closes, datetime) else closes
    opens = _day(shape.get("opens", ""), text, limit or when.first_day, when)
    return found | ({"closes": closes} if closes else {}) | ({"opens": opens} if opens else {})


@lru_cache(maxsize=512)
def _read(text: str, language: str, reference: date) -> Mapping[str, Any]:
    """What the grammar reads; remembered, for every date of a series says the same."""
    shape: Shape = phrase_enrolment.read_enrolment(text, language, reference)["registration"]
    return shape


def _day(told: str, text: str, limit: date | None, when: When) -> Start | None:
    """The day or moment; without a year in the words, the last such day that is not after ``limit``, and not more than a year before."""
    day = date.fromisoformat(told[:10]) if told else None
    if day and not _names_year(text, day):
        day = _last_before(day, limit) if limit else _near(day, when.reference)
    if day is None:
        return None
    if len(told) == len("2026-11-30"):
        return day
    clock = datetime.fromisoformat(told).time().replace(tzinfo=None)
    return settled(datetime.combine(day, clock), zone_of(when.zone))


def _last_before(day: date, limit: date) -> date | None:
    """The last such day of a year that is not after ``limit``; ``None`` where only older years have it (29.2.)."""
    found = (_in_year(day, year) for year in (limit.year, limit.year - 1))
    return next((one for one in found if one and one <= limit), None)


def _near(day: date, reference: date) -> date | None:
    """The day, as far as it is within a year."""
    return day if abs(day - reference) <= timedelta(days=366) else None


def _in_year(day: date, year: int) -> date | None:
    """The same day of another year, ``None`` where it has none (29.2.)."""
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _names_year(text: str, day: date) -> bool:
    """True where the words tell the year of the day."""
    return str(day.year) in text or re.search(rf"\b{day.day}\s?[./]\s?{day.month}\s?[./]\s?{day.year % 100:02d}\b", text) is not None
