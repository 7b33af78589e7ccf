"""Getting in and taking part: what is known to be there, what is known to be missing, and who says so."""

from __future__ import annotations

from collections.abc import Iterator

from normalize.model import Details
from publish.edition import Edition
from publish.views import Link, Mark
from store.reading import PlaceRow

_ALWAYS_SAID = ("step_free_entrance", "accessible_toilet", "induction_loop")
"""Asked for most often: said to be unknown where nobody told, never passed over."""


def place_features(place: PlaceRow, edition: Edition) -> Iterator[tuple[str, Mark]]:
    """Each feature with yes, no or unknown. That something is missing is never concluded from silence."""
    words = edition.words
    known = (*place.accessibility, *place.lacks)
    for code in (*_ALWAYS_SAID, *(code for code in known if code not in _ALWAYS_SAID)):
        if code in place.lacks:
            mark = Mark("cancelled", words("access.no"))
        else:
            mark = Mark("ok", words("access.yes")) if code in place.accessibility else Mark("unknown", words("access.unknown"))
        yield feature_name(code, edition), mark


def assured(place: PlaceRow, edition: Edition) -> str:
    """Who said last what the place is like, and when; ``""`` where nobody is named."""
    if not place.assured_by or place.assured_date is None:
        return ""
    return edition.words("access.assured", by=place.assured_by, date=edition.dates.numeric(place.assured_date))


def feature_lines(details: Details, edition: Edition) -> Iterator[Link]:
    """What is known of an event: what is there, what is not, and the publisher's own words for the rest."""
    there = [feature_name(one.code, edition) for one in details.accessibility if one.is_available]
    missing = [feature_name(one.code, edition) for one in details.accessibility if not one.is_available]
    for key, names in (("", there), ("access.missing", missing)):
        if names:
            text = ", ".join([names[0], *(name[:1].lower() + name[1:] for name in names[1:])])
            yield Link("", edition.words(key, features=text) if key else text)
    yield from (Link("", text) for text in details.accessibility_text)
    if details.accessibility and all(one.is_inherited for one in details.accessibility):
        yield Link("", edition.words("access.of_place"))
    for by, on in dict.fromkeys((one.said_by, one.said_on) for one in details.accessibility if one.said_by and one.said_on):
        yield Link("", edition.words("access.assured", by=by, date=edition.dates.numeric(on)))


def feature_name(code: str, edition: Edition) -> str:
    """The feature in words; a code nobody worded as it is."""
    key = f"access.{code}"
    return edition.words(key) if key in edition.words.texts else code.replace("_", " ")
