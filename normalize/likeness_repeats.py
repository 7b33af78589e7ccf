"""One source, two tellings: when a source tells the same thing twice, and when it tells two things, as it nearly always does."""

from __future__ import annotations

from collections.abc import Sequence

from normalize.likeness_sign import Sign, sign
from normalize.likeness_times import is_part_of
from normalize.names import Name, best
from normalize.traits import Traits

_TIMES = frozenset({"same_times", "same_start", "same_dates", "undated"})
_OTHER_TIMES = frozenset(
    {
        *(
            "same_start_other_end",
            "other_start",
            "other_performance",
            "other_dates",
            "utc_apart",
            "hour_apart",
            "quarters_apart",
            "same_end",
        ),
        *("some_dates", "most_dates", "instance", "first_day", "whole_day", "one_undated"),
    }
)
_PLACES = frozenset({"same_room", "same_place", "same_place_words", "both_online"})
_COPIED = frozenset({"same_text", "same_uid", "same_origin"})
_AGAINST = frozenset(
    {"other_room", "other_name", "other_generation", "other_audience", "other_topic", "other_price", "free_or_not", "other_kind"}
)
_UPDATED = 0.6
"""Likeness from which on the names of two copies of one text are those of one thing."""


def is_repeat(a: Traits, b: Traits, signs: Sequence[Sign]) -> bool:
    """True where a source tells a thing twice: the same time and place, and the same name, another language, or a copy of the same text."""
    codes = {one.code for one in signs}
    if a.is_planned != b.is_planned or codes & _AGAINST or any(one.is_veto for one in signs):
        return False
    if is_part_of(a, b):
        return _same_name(a, b)
    return _one_time(signs) and _one_place(a, b, codes) and _one_name(a, b, codes)


def _one_time(signs: Sequence[Sign]) -> bool:
    """True where the times are equal; of a series and a second row on one of its days those of that day."""
    return any(one.code in _TIMES or (one.code == "instance" and one.a == one.b) for one in signs)


def _one_place(a: Traits, b: Traits, codes: set[str]) -> bool:
    """True where the place is the same; where none is told, or it is told in two ways, only for one text under one name."""
    if codes & _PLACES:
        return True
    if "place_untold" in codes and not (a.place_names and b.place_names):
        return "same_name" in codes and ((not a.place_names and not b.place_names) or bool(codes & _COPIED))
    return "some_place_words" in codes and "same_name" in codes and bool(codes & {*_COPIED, "same_page"})


def _one_name(a: Traits, b: Traits, codes: set[str]) -> bool:
    """True for the same name, for names of two languages, and for two copies of one text whose names are alike."""
    if not {*a.languages} & {*b.languages}:
        return True
    return _same_name(a, b) or (bool(codes & _COPIED) and best(a.names, b.names).likeness >= _UPDATED)


def _same_name(a: Traits, b: Traits) -> bool:
    """True where both have a name of the same words, whatever their order, case and decoration."""
    return bool({_words(name) for name in a.names} & {_words(name) for name in b.names})


def _words(name: Name) -> tuple[str, ...]:
    return tuple(sorted(name.words)) or (name.text.casefold(),)


def source_signs(a: Traits, b: Traits, times: Sequence[Sign]) -> list[Sign]:
    """What it means that both are one source's, as far as times tell: a part of the other, or two things at two times."""
    if is_part_of(a, b):
        return [sign("part_of")]
    if _one_time(times) or not {one.code for one in times} & _OTHER_TIMES:
        return []
    return [sign("one_source_other_time")]
