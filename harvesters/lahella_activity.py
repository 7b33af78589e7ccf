"""One series of an activity as a RawEvent: texts, place, ages, price and enrolment of Lähellä's ``traits``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from harvesters.json_document import items, mapping, mappings, text
from harvesters.json_people import left_over
from harvesters.json_words import address_of, coordinates_of, first_address, images_of, labels, one_line, tag_of, translated
from harvesters.lahella_times import Series
from harvesters.ledger import Notes, Refused
from harvesters.record import RawEvent, RawImage, RawOffer, RawRegistration, Text

_KINDS = {"hobby": "activity", "support": "activity", "voluntary": "volunteering"}
_AGES = re.compile(r"ageGroup/range:(\d{1,3})-(\d{1,3})?\D*")
_ANY = {"ageGroup/any", "gender/gender"}
_LANGUAGES = {"fisl": "fse"}
"""Finnish sign language, by Lähellä's name and by ISO 639-3."""
_ATTENDANCE = {"place": "offline", "online": "online", "hybrid": "mixed"}
_UNKNOWN_ACCESS = {"ac_unknow", "ac_unknown"}
_TAG = re.compile(r"<[^<>]{0,500}>")
_LONGEST_PLACE = 120
_TRAITS = frozenset(
    (
        "type",
        "translations",
        "requiredLocales",
        "theme",
        "format",
        "locale",
        "demographic",
        "region",
        "pricing",
        "photo",
        "photoAlt",
        "contacts",
        "channels",
    )
)
_CHANNEL = frozenset(
    (
        "id",
        "type",
        "accessibility",
        "map",
        "translations",
        "events",
        "registrationRequired",
        "registrationUrl",
        "www",
        "summary",
    )
)
_RECORD = frozenset(("_key", "_id", "_rev", "id", "status", "group", "traits", "created", "modified", "createdAt", "updatedAt"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """An activity and the one channel of it that a series belongs to."""

    record: dict[str, Any]
    channel: dict[str, Any]
    text: str
    """Canonical, without people."""
    page: str
    """Its public page, where one can be named."""
    idle: int = 0
    """Channels of a hobby without any time, to be told of with this series."""

    @property
    def traits(self) -> dict[str, Any]:
        """What the activity is."""
        return mapping(self.record.get("traits"))


def event_of(activity: Activity, series: Series | None, uid: str, digest: str, language: str, notes: Notes) -> RawEvent:  # noqa: PLR0913, PLR0917
    """The record of one series, or of a standing task or service; raises ``Refused`` where it has no name, or should have a time."""
    traits, channel = activity.traits, activity.channel
    words = mapping(traits.get("translations"))
    name = translated(words, "name")
    if not name:
        raise Refused("no_title", "name")
    kind = _kind(text(traits.get("type")), series)
    if series is None and kind not in {"volunteering", "service"}:
        raise Refused("no_start", "events")
    if activity.idle:
        notes.add("field_ignored", "info", "channels", str(activity.idle))
    lowest, highest, audience = _audience(traits)
    types = [text(told) for told in items(channel.get("type"))]
    links = [contact.get("value") for contact in mappings(traits.get("contacts")) if text(contact.get("type")) == "www"]
    return RawEvent(
        uid=uid,
        digest=digest,
        text=activity.text,
        name=name,
        description=translated(words, "description") or translated(words, "summary"),
        start=series.start if series else None,
        end=series.end if series else None,
        rrule=series.rrule if series else (),
        exdate=series.exdate if series else (),
        kind=kind,
        **_place(channel, notes),
        url=activity.page or first_address((*links, channel.get("registrationUrl")), notes, "www"),
        conference=_online(channel, types, notes),
        categories=labels((*items(traits.get("theme")), *items(traits.get("format")))),
        images=_photo(traits, notes),
        organizer=_organizer(activity.record),
        offers=_offers(traits, words, language),
        registration=_registration(channel, words, language, notes),
        minimum_age=lowest,
        maximum_age=highest,
        audience=audience,
        accessibility=labels(code for code in items(channel.get("accessibility")) if text(code) not in _UNKNOWN_ACCESS),
        in_language=tuple(filter(None, (_language(text(told)) for told in items(traits.get("locale"))))),
        attendance=_attendance(types),
        extra=_extra(activity, words, types, language),
    )


def _kind(told: str, series: Series | None) -> str:
    """Help without a time of its own is a service, a hobby that meets once an event."""
    kind = _KINDS.get(told, "")
    if told == "support" and series is None:
        return "service"
    return "event" if kind == "activity" and series is not None and series.once else kind


def _audience(traits: dict[str, Any]) -> tuple[int | None, int | None, tuple[str, ...]]:
    """Ages where the groups are one range without a gap, and the publisher's own codes but for "anyone"."""
    told = [text(code) for code in items(traits.get("demographic"))]
    groups = sorted((int(found[1]), int(found[2]) if found[2] else None) for found in map(_AGES.fullmatch, told) if found) if told else []
    words = labels(code for code in told if code not in _ANY)
    if not groups or "ageGroup/any" in told:
        return None, None, words
    highest: int | None = groups[0][1]
    for low, high in groups[1:]:
        if highest is not None and low > highest + 1:
            return None, None, words
        highest = None if highest is None or high is None else max(highest, high)
    return groups[0][0] or None, highest, words


def _place(channel: dict[str, Any], notes: Notes) -> dict[str, Any]:
    """What the channel says about where: its summary where that is short enough to be a name, else the street."""
    words = mapping(channel.get("translations"))
    summaries = tuple(Text(value=plain(told.value), language=told.language) for told in translated(words, "summary"))
    address = next((mapping(mapping(told).get("address")) for told in words.values() if mapping(told).get("address")), {})
    street = text(address.get("street"))
    short = tuple(told for told in summaries if told.value and len(told.value) <= _LONGEST_PLACE)
    point = items(mapping(mapping(channel.get("map")).get("center")).get("coordinates"))
    east, north = point[:2] if len(point) > 1 else (None, None)
    latitude, longitude = coordinates_of(north, east, notes, "map")
    return {
        "location": short or ((Text(value=street),) if street else ()),
        "address": one_line(street, f"{text(address.get('postalCode'))} {text(address.get('city'))}"),
        "latitude": latitude,
        "longitude": longitude,
    }


def _online(channel: dict[str, Any], types: list[str], notes: Notes) -> tuple[str, ...]:
    """The address to take part at, for a channel that is (also) online."""
    address = address_of(channel.get("www"), notes, "www") if {"online", "hybrid"} & set(types) else ""
    return (address,) if address else ()


def _attendance(types: list[str]) -> str:
    told = {_ATTENDANCE.get(name, "") for name in types} - {""}
    return "mixed" if len(told) > 1 else next(iter(told), "")


def _photo(traits: dict[str, Any], notes: Notes) -> tuple[RawImage, ...]:
    """The photo where it is an address; most often it is only a key of the system's own."""
    photo = text(traits.get("photo"))
    if not photo.startswith("http"):
        return ()
    alt = traits.get("photoAlt")
    caption = text(alt) or next((text(told) for told in mapping(alt).values() if text(told)), "")
    return images_of([{"url": photo, "caption": caption}], notes, "photo")


def _organizer(record: dict[str, Any]) -> tuple[Text, ...]:
    """The group's name, where the answer holds more of it than its key."""
    group = mapping(record.get("group"))
    name = text(group.get("name"))
    return (Text(value=name),) if name else translated(mapping(group.get("translations")), "name")


def _offers(traits: dict[str, Any], words: dict[str, Any], language: str) -> tuple[RawOffer, ...]:
    """Free or not by its own field, the price in the publisher's words."""
    told = {text(code) for code in items(traits.get("pricing"))}
    price = _said(words, "pricing", language)
    free = True if told == {"free"} else False if told == {"paid"} else None
    return (RawOffer(price=price, is_free=free),) if price or free is not None else ()


def _registration(channel: dict[str, Any], words: dict[str, Any], language: str, notes: Notes) -> RawRegistration | None:
    """How to enrol; e-mail addresses for it are left out."""
    required = channel.get("registrationRequired")
    told = RawRegistration(
        url=address_of(channel.get("registrationUrl"), notes, "registrationUrl"),
        text=_said(mapping(channel.get("translations")), "registration", language) or _said(words, "registration", language),
        required=required if isinstance(required, bool) else None,
    )
    return None if told == RawRegistration() else told


def _said(words: dict[str, Any], field: str, language: str) -> str:
    """A text without markup, in the source's language, else in the first there is."""
    told = {name: plain(text(mapping(said).get(field))) for name, said in words.items()}
    return told.get(language) or next(filter(None, told.values()), "")


def _language(code: str) -> str:
    return _LANGUAGES.get(code, "") or tag_of(code)


def _extra(activity: Activity, words: dict[str, Any], types: list[str], language: str) -> dict[str, str]:
    """The region, the summary beside a description, and what nobody read."""
    summary = _said(words, "summary", language) if translated(words, "description") else ""
    region = ", ".join(labels(items(activity.traits.get("region"))))
    long_place = _said(mapping(activity.channel.get("translations")), "summary", language)
    told = {
        "summary": summary,
        "region": region,
        "channel": ", ".join(filter(None, types)) if set(types) - set(_ATTENDANCE) else "",
        "channel.summary": long_place if len(long_place) > _LONGEST_PLACE else "",
    }
    return (
        {name: value[:500] for name, value in told.items() if value}
        | left_over(activity.record, _RECORD)
        | left_over(activity.traits, _TRAITS)
        | left_over(activity.channel, _CHANNEL, prefix="channel.")
    )


def plain(words: str) -> str:
    """The words without markup, in one line."""
    return " ".join(_TAG.sub(" ", words).split())
