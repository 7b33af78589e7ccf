"""The values of one record as a RawEvent and, where they tell them, its places left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from harvesters.field_formats import Locale
from harvesters.field_rules import Rule, is_required
from harvesters.field_times import Times
from harvesters.field_values import Values
from harvesters.field_words import language_of
from harvesters.ical_values import http_address
from harvesters.json_document import decimal, integer
from harvesters.ledger import Notes, Refused
from harvesters.record import Availability, RawEvent, RawImage, RawOffer, RawRegistration, Text

STATES = frozenset({"open", "full", "queue", "not_yet_open", "closed"})
KINDS = frozenset({"event", "activity", "volunteering", "service"})
ATTENDANCE = frozenset({"offline", "online", "mixed"})
_YES = frozenset({"yes", "true", "1", "x", "kyllä", "ja", "on", "free", "maksuton", "ilmainen", "gratis"})
_NO = frozenset({"no", "false", "0", "-", "ei", "nej", "off"})
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_COUNT = re.compile(r"(\d{1,9})\s*(\+?)")


class EventMaker:
    """Makes the event of one record; used once."""

    def __init__(self, values: Values, rules: Mapping[str, Rule], base: str, locale: Locale, notes: Notes) -> None:
        self.values = values
        self.rules = rules
        self.base = base
        self.notes = notes
        self.times = Times(rules, locale, notes)

    def event(self, *, uid: str, digest: str, text: str) -> RawEvent:
        """The event; raises ``Refused`` where a field it cannot do without is missing."""
        if missing := missing_fields(self.values, self.rules):
            raise Refused("required_field_missing", missing[0])
        when = self.times.of(self.values)
        latitude, longitude = self._position()
        return RawEvent(
            uid=uid,
            digest=digest,
            text=text,
            line=self.notes.line,
            name=self._texts("name"),
            description=self._texts("description"),
            start=when.start,
            end=when.end,
            when=when.when,
            status=self._status(),
            location=self._texts("location"),
            address=self._one("address"),
            latitude=latitude,
            longitude=longitude,
            url=self._address("url"),
            conference=tuple(self._addresses("conference")),
            categories=self.values.get("categories", ()),
            images=tuple(RawImage(url=address) for address in self._addresses("image")),
            kind=self._choice("kind", KINDS),
            series=self._one("series"),
            organizer=tuple(text for text in self._texts("organizer") if "@" not in text.value),
            offers=self._offers(),
            registration=self._registration(),
            minimum_age=self._number("minimum_age"),
            maximum_age=self._number("maximum_age"),
            audience=self.values.get("audience", ()),
            accessibility=self.values.get("accessibility", ()),
            in_language=self._languages(),
            attendance=self._choice("attendance", ATTENDANCE),
            previous_start=self.times.moment("previous_start", self.values),
        )

    def _one(self, key: str) -> str:
        return self.values.get(key, ("",))[0]

    def _texts(self, name: str) -> tuple[Text, ...]:
        keys = [key for key in self.values if key == name or key.startswith(f"{name}:")]
        return tuple(
            Text(value=self.values[key][0], language=language_of(key), html=key in self.rules and self.rules[key].html) for key in keys
        )

    def _status(self) -> str:
        """``CANCELLED`` where a field of its own says so, else the publisher's word."""
        return "CANCELLED" if self._yes("cancelled") else self._one("status").upper()

    def _yes(self, key: str) -> bool | None:
        """What a field says that is either so or not; ``cancelled`` is so with any other word too, of others such a word is told."""
        word = self._one(key).casefold()
        if not word or word in _NO:
            return False if word else None
        if word in _YES or key == "cancelled":
            return True
        self.notes.warn("field_ignored", key, word)
        return None

    def _choice(self, key: str, allowed: frozenset[str]) -> str:
        word = self._one(key)
        if word and word not in allowed:
            self.notes.warn("field_ignored", key, word)
        return word if word in allowed else ""

    def _number(self, key: str) -> int | None:
        text = self._one(key)
        number = integer(text) if text else None
        if text and number is None:
            self.notes.warn("field_ignored", key, text)
        return number

    def _position(self) -> tuple[float | None, float | None]:
        """Latitude and longitude, with a decimal comma or point; neither where one is missing or impossible."""
        told = self._one("latitude"), self._one("longitude")
        if not any(told):
            return None, None
        north, east = (decimal(text.replace(",", ".")) for text in told)
        if north is None or east is None or abs(north) > 90 or abs(east) > 180:  # noqa: PLR2004 - degrees
            self.notes.warn("bad_geo", "latitude", " ".join(told))
            return None, None
        return north, east

    def _address(self, key: str) -> str:
        return next(self._addresses(key), "")

    def _addresses(self, key: str) -> Iterator[str]:
        """The absolute http addresses; anything else is told and left out."""
        for text in self.values.get(key, ()):
            if address := absolute(self.base, text):
                yield address
            else:
                self.notes.warn("bad_url", key, "" if "@" in text else text)

    def _languages(self) -> tuple[str, ...]:
        told = self.values.get("language", ())
        if unknown := [tag for tag in told if not _TAG.fullmatch(tag)]:
            self.notes.warn("field_ignored", "language", unknown[0])
        return tuple(tag for tag in told if _TAG.fullmatch(tag))

    def _offers(self) -> tuple[RawOffer, ...]:
        price, is_free = self._one("price"), self._yes("is_free")
        if not price and is_free is None:
            return ()
        return (RawOffer(price=price, currency=self._one("currency").upper() if price else "", is_free=is_free),)

    def _registration(self) -> RawRegistration | None:
        found = RawRegistration(
            url=self._address("registration_url"),
            text=self._one("registration_text"),
            required=self._yes("registration_required"),
            opens=self.times.moment("opens", self.values),
            closes=self.times.moment("closes", self.values),
            capacity=self._number("capacity"),
            state=self._one("registration_state"),
        )
        return found if found != RawRegistration() else None


def missing_fields(values: Values, rules: Mapping[str, Rule]) -> list[str]:
    """The required fields that have no value; one name in any language is a name."""
    named = any(key.partition(":")[0] == "name" for key in values)
    needed = [key for key, rule in rules.items() if is_required(key, rule) and key not in values]
    return [key for key in needed if rules[key].required or not named] or ([] if named else ["name"])


def absolute(base: str, address: str) -> str:
    """The http address that a link on the page at ``base`` leads to; ``""`` for any other scheme and for nonsense."""
    try:
        return http_address(urljoin(base, address.strip()))
    except ValueError:
        return ""


def availability_of(values: Values, uid: str) -> Availability | None:
    """Places left as the record tells them, ``None`` where it tells none of it or has no uid to tell them by."""
    remaining, is_at_least = _count(values, "remaining")
    queue, _ = _count(values, "queue")
    state = values.get("registration_state", ("",))[0]
    state = state if state in STATES else ""
    capacity, _ = _count(values, "capacity")
    taken, _ = _count(values, "taken")
    if remaining is None and capacity is not None and taken is not None:
        remaining = max(0, capacity - taken)
    if not uid or (remaining is None and queue is None and not state):
        return None
    return Availability(uid=uid, remaining=remaining, capacity=capacity, queue=queue, state=state, is_at_least=is_at_least)


def _count(values: Values, key: str) -> tuple[int | None, bool]:
    """A number of people, and whether it is only a lower bound (``100+``)."""
    found = _COUNT.fullmatch(values.get(key, ("",))[0].strip())
    return (int(found[1]), bool(found[2])) if found else (None, False)
