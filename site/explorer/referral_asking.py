"""What the address of a referral page asks: every parameter read, every mistake told in words, nothing passed over in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from explorer.referral_dates import DateWords
from explorer.referral_questions import Question
from explorer.referral_reach import CONTACTS, SHOW
from explorer.texts import PartWords
from normalize.distances import Point
from normalize.needs import NEEDS
from store.referral import Ask
from store.referral_finding import Order
from store.referral_places import Map

PARAMETERS = (
    *("ika", "alue", "paikka", "km", "alkaen", "paivia", "aika", "hinta_max", "esteettomyys", "kyyti", "ilmoittautuminen", "kieli"),
    *("tuntematon", "vanhat", "jarjestys", SHOW),
)
"""Of every question that is answered with offers; the same in every language, so that an address works in all."""
KILOMETRES = ("2", "5", "10", "30")
DAYS = ("7", "14", "30")
HOURS: Mapping[str, tuple[str, str]] = {"aamu": ("00:00", "12:00"), "paiva": ("12:00", "17:00"), "ilta": ("17:00", "24:00")}
PROFILES: Mapping[str, tuple[str, ...]] = {
    "rollaattori": NEEDS["rollator"],
    "pyoratuoli": NEEDS["wheelchair"],
    "vaunut": NEEDS["pram"],
    "wc": NEEDS["toilet"],
    "kuulolaite": NEEDS["hearing_aid"],
    "viittomakieli": NEEDS["sign_language"],
    "opaskoira": NEEDS["guide_dog"],
}
"""What somebody needs, as addresses say it -> the features that must be there."""
LANGUAGES = ("fi", "sv", "en", "se", "ru", "uk", "et", "ar", "so", "fa")
ORDERS: Mapping[str, Order] = {"aika": "time", "matka": "distance", "tarkistettu": "checked"}
_OLDEST = 120
_DEAREST = 10_000.0
_FARTHEST_DAYS = 400
_MOST_DAYS = 400
_DEFAULT_KM = "5"
_DAY = re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})?|(?P<Y>\d{4})-(?P<M>\d{2})-(?P<D>\d{2})")


@dataclass(frozen=True, slots=True)
class Problem:
    """A parameter that cannot be understood, and what to do about it."""

    field: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What was asked."""

    values: Mapping[str, str]
    """Every parameter, defaults included; the empty text for what is not asked."""
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    """What was understood otherwise than it was written."""
    ask: Ask
    """Only to be used where there is no problem."""
    told: tuple[str, ...]
    """What is asked, piece by piece, in words."""
    with_unsure: bool = False
    with_stale: bool = False
    order: Order = "time"
    contacts_only: bool = False
    """Shown as contacts alone."""

    def problem(self, name: str) -> str:
        """What is wrong with a field; empty where nothing is."""
        return next((one.text for one in self.problems if one.field == name), "")


@dataclass(slots=True, kw_only=True)
class _Reading:
    """The parameters being read, one by one."""

    values: dict[str, str]
    t: PartWords
    days: DateWords
    places: Map
    today: date
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def wrong(self, name: str, key: str, **values: object) -> None:
        """A mistake, in words; what was written is repeated, shortened."""
        self.problems.append(Problem(name, self.t(f"wrong_{key}", value=_short(self.values[name]), **values)))

    def say(self, key: str, **values: object) -> None:
        """One piece of the sentence."""
        self.told.append(self.t(f"asked_{key}", **values))

    def number(self, name: str, low: float, high: float) -> float | None:
        """A number within bounds; a decimal comma is one."""
        text = self.values[name]
        if not text:
            return None
        if re.fullmatch(r"\d{1,6}([.,]\d{1,2})?", text) and low <= (value := float(text.replace(",", "."))) <= high:
            return value
        self.wrong(name, "number", low=f"{low:g}", high=f"{high:g}")
        return None

    def choice(self, name: str, choices: Mapping[str, Any] | tuple[str, ...]) -> str:
        """One of the choices, or nothing."""
        text = self.values[name]
        if text and text not in choices:
            self.wrong(name, "choice", choices=", ".join(choices))
            return ""
        return text


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"  # noqa: PLR2004 - enough to know it again


def read(  # noqa: PLR0913, PLR0917 - what is asked, of what, when and in which words
    query: Mapping[str, str],
    question: Question,
    places: Map,
    now: datetime,
    t: PartWords,
    days: DateWords,
    problems: Iterable[Problem] = (),
) -> Asking:
    """What the address asks. ``query`` has each parameter once; ``problems`` are those found while it was made so."""
    values = {name: query.get(name, question.defaults.get(name, "")).strip() for name in PARAMETERS}
    reading = _Reading(values=values, t=t, days=days, places=places, today=now.date())
    reading.problems += [*problems, *unknown(query, PARAMETERS, t)]
    made: dict[str, Any] = {}
    for step in (_age, _where, _price, _enrolment, _when, _hours, _access, _rides, _language):
        made |= step(reading)
    if question.hours_ahead:
        made |= {"before": now + timedelta(hours=question.hours_ahead), "days": question.hours_ahead // 24 + 1}
    flags = {name: reading.choice(name, ("1",)) == "1" for name in ("tuntematon", "vanhat")}
    order = ORDERS.get(reading.choice("jarjestys", ORDERS), "time")
    if values[SHOW] not in {"", CONTACTS}:  # no field of the form to lead to
        reading.problems.append(Problem("", t("wrong_choice", value=_short(values[SHOW]), choices=CONTACTS)))
    minute = now.replace(second=0, microsecond=0)
    made |= {"kinds": question.kinds, "whom": question.whom, "about": question.about, "is_remote": question.is_remote}
    return Asking(
        values=values,
        problems=tuple(reading.problems),
        notes=tuple(reading.notes),
        ask=Ask(now=minute, **made),
        told=tuple(reading.told),
        with_unsure=flags["tuntematon"],
        with_stale=flags["vanhat"],
        order=order,
        contacts_only=values[SHOW] == CONTACTS,
    )


def unknown(query: Mapping[str, str], known: tuple[str, ...], t: PartWords) -> Iterator[Problem]:
    """A problem for each parameter that the page does not know."""
    for name in query:
        if name not in known:
            yield Problem("", t("wrong_parameter", value=_short(name), known=", ".join(known)))


def _age(reading: _Reading) -> dict[str, Any]:
    value = reading.number("ika", 0, _OLDEST)
    if value is None:
        return {}
    if not value.is_integer():
        reading.wrong("ika", "number", low="0", high=str(_OLDEST))
        return {}
    reading.say("age", n=int(value))
    return {"age": int(value)}


def _where(reading: _Reading) -> dict[str, Any]:
    """Around a place, around the middle of an area, or within an area."""
    values = reading.values
    spot, area = reading.places.spot(values["paikka"]), reading.places.area(values["alue"])
    if values["paikka"] and spot is None:
        reading.wrong("paikka", "place")
    if values["alue"] and area is None:
        reading.wrong("alue", "area")
    if spot and not values["km"]:
        values["km"] = _DEFAULT_KM
    km = reading.choice("km", KILOMETRES)
    if spot:
        return _around(reading, "paikka", spot.point, reading.days.text(spot.name), km)
    if area and km:
        return _around(reading, "alue", area.centre, area.district or area.municipality, km)
    if km and not (values["paikka"] or values["alue"]):
        reading.wrong("km", "distance")
    if area:
        reading.say("area", name=", ".join(name for name in (area.district, area.municipality) if name))
        return {"district": area.district, "municipality": area.code}
    return {}


def _around(reading: _Reading, name: str, point: Point | None, label: str, km: str) -> dict[str, Any]:
    if point is None:
        reading.wrong(name, "nowhere")
        return {}
    if km:
        reading.say("distance", km=km, name=label)
    return {"near": point, "km": float(km or _DEFAULT_KM)}


def _price(reading: _Reading) -> dict[str, Any]:
    value = reading.number("hinta_max", 0, _DEAREST)
    if value is None:
        return {}
    reading.say("price" if value else "free", euros=reading.days.decimal(value))
    return {"price": value}


def _enrolment(reading: _Reading) -> dict[str, Any]:
    if reading.choice("ilmoittautuminen", ("ei",)):
        reading.say("without_enrolment")
        return {"without_enrolment": True}
    return {}


def _when(reading: _Reading) -> dict[str, Any]:
    """The first day, never one that is past, and how many days."""
    first = _first(reading)
    text = reading.values["paivia"]
    if text and not (text.isdigit() and 1 <= int(text) <= _MOST_DAYS):
        reading.wrong("paivia", "days", high=_MOST_DAYS)
        return {"first": first}
    count = int(text) if text else None
    if count:
        reading.say("window", span=reading.days.span(first, first + timedelta(days=count - 1)))
    else:
        reading.say("from", day=reading.days.numeric(first))
    return {"first": first, "days": count}


def _first(reading: _Reading) -> date:
    text, today = reading.values["alkaen"], reading.today
    if not text:
        return today
    day = day_in(text, today)
    if day is None:
        reading.wrong("alkaen", "day")
        return today
    if day > today + timedelta(days=_FARTHEST_DAYS):
        reading.wrong("alkaen", "far")
        return today
    if day < today:
        reading.notes.append(reading.t("note_past", day=reading.days.numeric(day), today=reading.days.numeric(today)))
        return today
    return day


def day_in(text: str, today: date) -> date | None:
    """The day that was written: ``26.11.2026``, ``26.11.`` (the next one) or ``2026-11-26``; ``None`` where it is none."""
    found = _DAY.fullmatch(text)
    if not found:
        return None
    try:
        if found["Y"]:
            return date.fromisoformat(text)
        day = date(int(found["y"] or today.year), int(found["m"]), int(found["d"]))
        return day if found["y"] or day >= today else day.replace(year=today.year + 1)
    except ValueError:
        return None


def _hours(reading: _Reading) -> dict[str, Any]:
    part = reading.choice("aika", HOURS)
    if not part:
        return {}
    reading.say(f"hours_{part}")
    return {"hours": HOURS[part]}


def _access(reading: _Reading) -> dict[str, Any]:
    profile = reading.choice("esteettomyys", PROFILES)
    if not profile:
        return {}
    features = PROFILES[profile]
    reading.told.append(", ".join(_lower(reading.t[f"access_{code}"]) for code in features))
    return {"features": features}


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _rides(reading: _Reading) -> dict[str, Any]:
    if reading.choice("kyyti", ("1",)):
        reading.say("rides")
        return {"rides": True}
    return {}


def _language(reading: _Reading) -> dict[str, Any]:
    code = reading.choice("kieli", LANGUAGES)
    if not code:
        return {}
    reading.say("language", name=reading.t[f"language_{code}"])
    return {"language": code}
