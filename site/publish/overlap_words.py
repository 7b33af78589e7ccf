"""Overlaps in words: in what way two events compete, when, for how long, how far apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publish.cards import clock_times
from publish.edition import Edition
from publish.views import Link, Mark
from store.reading import OccurrenceRow, OverlapRow

_COLOUR = {"venue": "changed"}


def kind_mark(kind: str, edition: Edition) -> Mark:
    """``Sama tila``; a kind that nobody worded is only said to be at the same time."""
    return Mark(_COLOUR.get(kind, "info"), edition.words(edition.words.known(f"overlap.{kind}", "overlap.other")))


def times(occurrence: OccurrenceRow, edition: Edition) -> str:
    """``17.00–19.00``; without an end where none is known."""
    start, end = clock_times(occurrence, edition)
    return edition.words("format.span", start=start, end=end) if end else start


def overlap_lines(row: OverlapRow, edition: Edition) -> Iterator[str]:
    """How long and how far, what both share, what is not certain."""
    words = edition.words
    if row.kilometres:
        yield words.count("overlap.minutes_apart", row.minutes, km=kilometres(row.kilometres, edition))
    else:
        yield words.count("overlap.minutes", row.minutes)
    shared = shared_names(row.shared, edition)
    if shared:
        yield words("overlap.shared", what=shared)
    if row.is_end_assumed:
        yield words("overlap.assumed_end")
    if row.is_maybe_same:
        yield words("overlap.maybe_same")


def kilometres(value: float, edition: Edition) -> str:
    """``0,4``, in tenths."""
    whole, _, tenths = f"{value:.1f}".partition(".")
    return edition.words("cost.decimal", whole=whole, cents=tenths)


def shared_names(codes: Sequence[str], edition: Edition) -> str:
    """The audiences and subjects by their names; words as they are."""
    known = {**edition.almanac.topics, **edition.almanac.audiences}
    names = [edition.said(known[code].name).text if code in known else code for code in codes]
    return ", ".join(name[:1].lower() + name[1:] for name in dict.fromkeys(names))


def organizer_link(organizer_id: str, edition: Edition) -> Link:
    """The page of an organizer; empty for one that is not known."""
    organizer = edition.almanac.organizers.get(organizer_id)
    if organizer is None:
        return Link("", "")
    name = edition.said(organizer.name)
    return Link(edition.href("organizer", organizer.slug), name.text, name.lang)
