"""Who, for whom, about what and at what price: the signs beside time, place and name."""

from __future__ import annotations

from collections.abc import Iterator

from normalize.likeness_sign import Sign, sign
from normalize.places_words import folded
from normalize.traits import Traits
from normalize.traits_links import host_of, is_page_of_one

_EVERYBODY = frozenset({"all", "adults", "children", "families"})
"""Audiences so wide that sharing them tells nothing, and not sharing them little."""
_AGES: dict[str, tuple[int, int]] = {
    "babies_toddlers": (0, 3),
    "under_school_age": (0, 7),
    "children": (0, 13),
    "school_age": (6, 17),
    "youth": (11, 29),
    "students": (15, 130),
    "adults": (16, 130),
    "pensioners": (50, 130),
    "seniors": (50, 130),
}
"""Years that an audience may mean at the widest; an audience that is not here may be of any age."""
_STEM = 5
_HALF, _SOME = 0.5, 3
"""Of the passages of the shorter sample; passages."""
_SHARED_WORDS = 2
_PASSING = frozenset({"umbrella", "republisher", "municipality"})
_PLATFORMS = frozenset(
    {"facebook.com", "instagram.com", "youtube.com", "google.com", "maps.google.com", "zoom.us", "teams.microsoft.com", "meetup.com"}
)


def term_signs(a: Traits, b: Traits) -> list[Sign]:
    """Every sign beside time, place and name."""
    found = (*_who(a, b), *_links(a, b), *_prices(a, b), *_ages(a, b), *_audience(a, b), *_content(a, b), *_text(a, b))
    return list(found)


def _who(a: Traits, b: Traits) -> Iterator[Sign]:
    """The organizers: the same, one named by the other, or two."""
    if a.organizer_id == b.organizer_id:
        yield sign("same_organizer", a.organizer_id)
    elif _credits(a, b) or _credits(b, a):
        yield sign("credits", a.organizer_id, b.organizer_id)
    elif word := _names_organizer(a, b) or _names_organizer(b, a):
        yield sign("names_organizer", word)
    elif a.role in _PASSING or b.role in _PASSING:
        yield sign("passed_on", a.organizer_id, b.organizer_id)
    else:
        yield sign("other_organizer", a.organizer_id, b.organizer_id)


def _credits(a: Traits, b: Traits) -> bool:
    """True where ``a`` credits the organizer of ``b`` by its whole name, or both credit the same one."""
    own = b.organizer_id.replace("-", " ")
    return bool(set(a.credited) & set(b.credited)) or any(name == own or name.startswith(f"{own} ") for name in a.credited)


def _names_organizer(a: Traits, b: Traits) -> str:
    """The word by which ``a`` names the organizer of ``b``: not its own too and none of the place; empty where it names none."""
    own = [word for word in b.organizer_words if len(word) > _STEM and word not in a.organizer_words]
    if not own:
        return ""
    where = {word[:_STEM] for one in (a, b) for name in one.place_names for word in name.split()}
    said = {one[:_STEM]: one for one in (*a.said, *(word for name in a.names for word in folded(name.text).split()))}
    found = (word for word in own if word[:_STEM] in said and word[:_STEM] not in where and _same_stem(word, said[word[:_STEM]]))
    return next((word for word in found if not any(_same_stem(word, one) for one in a.organizer_words)), "")


def _same_stem(one: str, other: str) -> bool:
    """True for two forms of one word: all but the last three letters of the shorter agree."""
    length = min(len(one), len(other))
    stem = max(_STEM, length - 3)
    return length > _STEM and abs(len(one) - len(other)) <= _STEM and one[:stem] == other[:stem]


def _links(a: Traits, b: Traits) -> Iterator[Sign]:
    """Identities and addresses."""
    if a.origin and a.origin == b.origin:
        yield sign("same_origin", a.origin)
    if uid := shared_uid(a, b):
        yield sign("same_uid", uid)
    if pages := sorted(page for page in set(a.urls) & set(b.urls) if is_page_of_one(page)):
        yield sign("same_page", pages[0])
    elif pointed := sorted(page for page in {*a.links} & {*b.urls} | {*b.links} & {*a.urls} if is_page_of_one(page)):
        yield sign("links_to_page", pointed[0])
    elif a.registration_url and a.registration_url == b.registration_url and is_page_of_one(a.registration_url):
        yield sign("same_registration", a.registration_url)
    elif host := _linked_host(a, b) or _linked_host(b, a):
        yield sign("links_to_host", host)


def shared_uid(a: Traits, b: Traits) -> str:
    """An identifier both have that no other program makes by chance: with an at sign, or long."""
    shared = sorted(uid for uid in {*a.uids} & {*b.uids} if a.source_id != b.source_id)
    return next((uid for uid in shared if "@" in uid or len(uid) >= 24), "")  # noqa: PLR2004 - a UUID has 36 characters


def _linked_host(a: Traits, b: Traits) -> str:
    """The host of ``b``'s pages that ``a`` points at, where it is not its own host nor everybody's."""
    if not b.urls or not (a.links or a.registration_url):
        return ""
    own, other = {host_of(page) for page in a.urls}, {host_of(page) for page in b.urls}
    pointed = {host_of(page) for page in (*a.links, a.registration_url) if page}
    return next(iter(sorted((pointed & other) - own - _PLATFORMS)), "")


def _prices(a: Traits, b: Traits) -> Iterator[Sign]:
    if a.is_free is not None and b.is_free is not None and a.is_free != b.is_free:
        yield sign("free_or_not", _price(a), _price(b))
    elif a.is_free and b.is_free:
        yield sign("both_free")
    elif a.prices and b.prices:
        yield sign("same_price" if {*a.prices} & {*b.prices} else "other_price", _price(a), _price(b))


def _price(traits: Traits) -> str:
    return " ".join(f"{price:g}" for price in traits.prices) or ("0" if traits.is_free else "")


def _ages(a: Traits, b: Traits) -> Iterator[Sign]:
    """Ages, years of birth and grades; the first that both tell."""
    for one, other in ((a.birth_years, b.birth_years), (a.grades, b.grades), (a.ages, b.ages)):
        if one is None or other is None:
            continue
        if one == other:
            yield sign("same_ages", _span(one), _span(other))
        elif not _touch(one, other):
            yield sign("other_ages", _span(one), _span(other))
        return


def _span(bounds: tuple[int | None, int | None]) -> str:
    return "–".join("" if bound is None else str(bound) for bound in bounds)


def _touch(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    """True where two spans share a year; an open end goes on for ever."""
    return max(one[0] or 0, other[0] or 0) <= min(one[1] if one[1] is not None else 9999, other[1] if other[1] is not None else 9999)


def _audience(a: Traits, b: Traits) -> Iterator[Sign]:
    """For whom: a shared special audience, or ages that exclude each other, or others."""
    own, other = {*a.audience} - {"all"}, {*b.audience} - {"all"}
    if not own or not other:
        return
    told = ",".join(sorted(own)), ",".join(sorted(other))
    if shared := (own & other) - _EVERYBODY:
        yield sign("same_audience", ",".join(sorted(shared)))
    elif not own & other:
        yield sign("other_audience" if _generations_meet(own, other) else "other_generation", *told)


def _generations_meet(own: set[str], other: set[str]) -> bool:
    """True unless every audience of the one excludes by age every one of the other."""
    return any(one not in _AGES or two not in _AGES or _touch(_AGES[one], _AGES[two]) for one in own for two in other)


def _content(a: Traits, b: Traits) -> Iterator[Sign]:
    """What it is about, how many it takes, and what sort of thing it is."""
    if shared := {*a.subjects} & {*b.subjects}:
        yield sign("same_subject", ",".join(sorted(shared)))
    elif topics := {*a.topics} & {*b.topics}:
        yield sign("same_topic", ",".join(sorted(topics)))
    elif a.topics and b.topics:
        yield sign("other_topic", ",".join(a.topics), ",".join(b.topics))
    if a.capacity and a.capacity == b.capacity:
        yield sign("same_capacity", str(a.capacity))
    if a.kind != b.kind and {a.kind, b.kind} != {"event", "activity"}:
        yield sign("other_kind", a.kind, b.kind)


def _text(a: Traits, b: Traits) -> Iterator[Sign]:
    """Whether one description was copied from the other, or names the same people and numbers."""
    shared = len({*a.passages} & {*b.passages})
    if shared and shared >= _HALF * min(len(a.passages), len(b.passages)):
        yield sign("same_text")
    elif shared >= _SOME:
        yield sign("part_of_text")
    elif len(words := sorted(_apart_from_names(a, b))) >= _SHARED_WORDS:
        yield sign("same_words", ", ".join(words[:3]))


def _apart_from_names(a: Traits, b: Traits) -> set[str]:
    """Proper words that both say and that stand in the name of neither: those are compared by themselves."""
    shared = {*a.said} & {*b.said}
    return shared - {word for one in (a, b) for name in one.names for word in folded(name.text).split()} if shared else shared
