"""Where: whether two tellings take place in one house, as far as either tells."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from normalize.distances import distance_km
from normalize.likeness_sign import Sign, sign
from normalize.names_fold import is_slip, is_slip_of_all
from normalize.places_words import is_room
from normalize.traits import Traits
from normalize.traits_places import is_address, telling_words

_BESIDE, _SPOT, _NEAR, _FAR = 0.1, 0.15, 1.0, 2.0
"""Kilometres."""
_VENUE_PARTS = 2
"""Parts of a location that may name the house; behind them stand street, town and country."""
_STEM = 4
_HOUSES = """
library kirjasto bibliotek biblioteket | school koulu skola skolan | church kirkko kyrka kyrkan chapel kappeli | museum museo museet
| theatre theater teatteri teater teatern | park puisto parken | kylatalo seurantalo bygdegard | nuorisotila nuorisotalo ungdomsgard
| uimahalli simhall simhallen | liikuntahalli urheilutalo idrottshall | seurakuntatalo forsamlingshem | winery vineyard vineyards
| hotel hotelli hotell
"""
_HOUSE = {word: number for number, row in enumerate(_HOUSES.split("|")) for word in row.split()}
"""Sorts of houses of which a region has many, each in its own place."""


def place_signs(a: Traits, b: Traits) -> list[Sign]:
    """What their places say; the most telling sign, and the room."""
    if a.is_online or b.is_online:
        return [sign("both_online" if a.is_online and b.is_online else "online_or_not")]
    if a.place_id and a.place_id == b.place_id:
        return _same_house(a, b)
    return [_two_known(a, b) if a.place_id and b.place_id else _by_words(a, b)]


def _same_house(a: Traits, b: Traits) -> list[Sign]:
    if a.room and b.room:
        return [sign("same_room" if a.room == b.room else "other_room", a.room, b.room)]
    return [sign("same_place", _name(a))]


def _two_known(a: Traits, b: Traits) -> Sign:
    """Two places of the registry: two things, unless they stand in or beside one another."""
    is_near = a.point and b.point and distance_km(a.point, b.point) < _BESIDE
    return sign("beside" if is_near or _addresses(a) & _addresses(b) else "other_place", *_told(a, b))


def _name(traits: Traits) -> str:
    return traits.place_shown or traits.place_id


def _told(a: Traits, b: Traits) -> tuple[str, str]:
    return _name(a), _name(b)


def _addresses(traits: Traits) -> set[str]:
    return {name for name in traits.place_names if is_address(name)}


def _by_words(a: Traits, b: Traits) -> Sign:
    """At least one place is not of the registry: its words, then its coordinates, then its area."""
    code = _words_code(a, b)
    if code in {"same_place_words", "some_place_words"}:
        return sign(code, *_told(a, b))
    if a.point and b.point:
        return _by_distance(a, b)
    if a.municipality_code and b.municipality_code and a.municipality_code != b.municipality_code:
        return sign("other_municipality", a.municipality_code, b.municipality_code)
    if code == "place_untold" and a.postal_code and a.postal_code == b.postal_code:
        return sign("same_postal_code", a.postal_code)
    return sign(code, *_told(a, b))


def _words_code(a: Traits, b: Traits) -> str:
    """What the words of the two locations say."""
    own, other = _venues(a), _venues(b)
    if _addresses(a) & _addresses(b) or telling_words(own & other):
        return "some_place_words" if _part_ways(a, b) else "same_place_words"
    first, second = telling_words(own), telling_words(other)
    if not first or not second:
        return "place_untold"
    if first <= second or second <= first or _is_within(own, other) or _is_within(other, own):
        return "some_place_words"
    if _share_stem(first, second):
        return "part_place_words"
    return "other_house" if _house(own) & _house(other) else "other_place_words"


def _venues(traits: Traits) -> frozenset[str]:
    """The parts that may name the house: every name of a place of the registry, the first parts of a location in words."""
    names = traits.place_names if traits.place_id else traits.place_names[:_VENUE_PARTS]
    return frozenset(venue for name in names if (venue := _before_street(name)))


@lru_cache(maxsize=8192)
def _is_within(parts: frozenset[str], names: frozenset[str]) -> bool:
    """True where every word of the parts is a form, an abbreviation or a slip of a word of one of the names, rooms left out;
    or where one part is a name but for blanks and slips (ice rink, icerink).
    """
    words = [word for part in parts for word in part.split() if not is_room(word) and len(word) > 1]
    if len(words) > 1 and any(all(any(_is_form(word, one) for one in name.split()) for word in words) for name in names):
        return True
    letters = {"".join(part.split()) for part in parts if " " in part}
    return any(one == other or is_slip_of_all(one, other) for one in letters for name in names if (other := "".join(name.split())))


def _is_form(word: str, other: str) -> bool:
    """True for two forms of one word, one shortened (``kult`` for ``kulttuuritalo``), or one with a letter wrong."""
    short, long = sorted((word, other), key=len)
    if len(short) < _STEM:
        return short == long
    return long.startswith(short[: max(_STEM, len(short) - 2)]) or is_slip(word, other)


def _before_street(name: str) -> str:
    """The name without a street address: what stands before the number where the street follows it, nothing where the number follows."""
    if not is_address(name):
        return name
    words = name.split()
    at = next((at for at, word in enumerate(words) if word[:1].isdigit()), 0)
    return " ".join(words[:at]) if words[at + 1 :] else ""


def _part_ways(a: Traits, b: Traits) -> bool:
    """True where each location in words has a part of its own that tells something: what they share may be the town."""
    if a.place_id or b.place_id or _addresses(a) & _addresses(b):
        return False
    own, other = {*a.place_names}, {*b.place_names}
    return bool(telling_words(own - other) - telling_words(other)) and bool(telling_words(other - own) - telling_words(own))


def _share_stem(words: Iterable[str], others: Collection[str]) -> bool:
    """True where a word of the one may be a form of a word of the other."""
    return any(
        one[: max(_STEM, min(len(one), len(other)) - 2)] == other[: max(_STEM, min(len(one), len(other)) - 2)]
        for one in words
        for other in others
    )


@lru_cache(maxsize=4096)
def _house(names: frozenset[str]) -> frozenset[int]:
    """Which sorts of house the names say; the end of a Finnish or Swedish compound counts."""
    words = {word for name in names for word in name.split()}
    return frozenset(
        number for end, number in _HOUSE.items() if any(word == end or (len(end) > _STEM and word.endswith(end)) for word in words)
    )


def _by_distance(a: Traits, b: Traits) -> Sign:
    """How far apart their coordinates are."""
    kilometres = distance_km(a.point or (0, 0), b.point or (0, 0))
    code = "same_spot" if kilometres < _SPOT else "near_by" if kilometres < _NEAR else "off" if kilometres < _FAR else "far_apart"
    return sign(code, f"{kilometres:.2f}")
