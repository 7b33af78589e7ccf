"""What events are called: the parts of a title, how they are put into words in each language, and what other publishers make of it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from benchmarks.synthetic.words import EXTRAS, FILM, LECTURE, PLAY, Audience, Subject, Words

Sort = Literal["club", "fair", "course", "lecture", "concert", "play", "film", "match"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The parts of an event's name; which of them there are goes by ``sort``."""

    sort: Sort
    what: Words
    """The activity, the fair, the kind of concert or match, the play, the theme; of a course its subject, in four forms."""
    audience: Audience | None = None
    level: Subject | None = None
    number: str = ""
    """The course's code, the session's number or the teams' age class."""
    performer: str = ""
    """An ensemble, or the two sides of a match."""
    theme: Words | None = None
    genitive: str = ""
    """Of a course's subject."""

    @property
    def key(self) -> str:
        """Equal for two headings of the same thing, whatever else they tell."""
        return self.what.fi


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a title may name besides: where and who."""

    district: str
    district_genitive: str
    house: str
    organizer: str


def plain(text: str) -> str:
    """The word as it is written, without the marks that say where it may be written apart."""
    return text.replace("·", "")


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def title(heading: Heading, language: str = "fi", *, turned: bool = False, short: bool = False, other: bool = False) -> str:
    """The name in one language. ``turned``: in another order of its parts; ``short``: without for whom and by whom; ``other``: by the
    other name that there is for it.
    """
    what = heading.what.other if other and heading.what.other and language == "fi" else getattr(heading.what, language)
    text = _WRITERS[heading.sort](heading, language, plain(what), turned, short)
    return capital(" ".join(text.split()))


def _club(heading: Heading, language: str, what: str, turned: bool, short: bool) -> str:  # noqa: FBT001 - one shape for all writers
    if heading.theme is not None and not short:
        theme = getattr(heading.theme, language)
        return _club(replace(heading, theme=None), language, what, turned, short) + (f" – {theme}" if turned else f": {theme}")
    if heading.audience is None or short:
        return f"{what} {heading.number}".strip()
    if language == "fi" and not turned and heading.audience.genitive:
        return f"{heading.audience.genitive} {what} {heading.number}".strip()
    return " ".join(filter(None, (what, heading.number, getattr(heading.audience, language))))


def _course(heading: Heading, language: str, what: str, turned: bool, short: bool) -> str:  # noqa: FBT001 - as above
    level = heading.level
    number = "" if short or not heading.number else f"({heading.number})" if turned else heading.number
    if level is None:
        return f"{ {'fi': f'{heading.genitive} kurssi', 'sv': f'kurs i {what}', 'en': f'{what} course'}[language] } {number}"
    if language == "fi":
        return f"{what}, {level.fi} {number}" if turned else f"{heading.genitive} {level.genitive} {number}"
    return (
        f"{level.sv} i {what} {number}"
        if language == "sv"
        else f"{what} for {level.en} {number}"
        if turned
        else f"{what}, {level.en} {number}"
    )


def _lecture(_: Heading, language: str, what: str, turned: bool, short: bool) -> str:  # noqa: FBT001 - as above
    return what if short else f"{what} ({getattr(LECTURE, language)})" if turned else f"{getattr(LECTURE, language)}: {what}"


def _concert(heading: Heading, _: str, what: str, turned: bool, short: bool) -> str:  # noqa: FBT001 - as above
    return heading.performer if short else f"{heading.performer} – {what}" if turned else f"{what}: {heading.performer}"


def _staged(heading: Heading, language: str, what: str, turned: bool, short: bool) -> str:  # noqa: FBT001 - as above
    genre = getattr(PLAY if heading.sort == "play" else FILM, language)
    return what if short else f"{what} ({genre})" if turned else f"{genre}: {capital(what)}"


def _match(heading: Heading, _: str, what: str, turned: bool, short: bool) -> str:  # noqa: FBT001 - as above
    sides = heading.performer
    return f"{sides} {heading.number}" if short else f"{sides}, {heading.number} {what}" if turned else f"{heading.number} {what} {sides}"


_WRITERS: dict[Sort, Callable[[Heading, str, str, bool, bool], str]] = {
    "club": _club,
    "fair": _club,
    "course": _course,
    "lecture": _lecture,
    "concert": _concert,
    "play": _staged,
    "film": _staged,
    "match": _match,
}
TELLING = frozenset({"lecture", "concert", "play", "film", "match"})
"""Sorts whose name alone says which event it is."""


def edited(kind: str, heading: Heading, around: Surroundings, random_: random.Random) -> str:
    """The Finnish title as another publisher gives it; ``kind`` is a key of ``EDITS``. Equal to the plain one where it does not apply."""
    return EDITS[kind](heading, around, random_)


def _place_added(heading: Heading, around: Surroundings, random_: random.Random) -> str:
    name, stem = title(heading), around.district_genitive[:-1]
    inside = f"{stem}ss{'a' if set('aou') & set(stem.casefold()) else 'ä'}"
    forms = [f"{name} {inside}", f"{name}, {around.house}", f"{name} ({around.district})"]
    if heading.sort in {"club", "fair", "course"}:
        forms.append(f"{around.district_genitive} {name[:1].lower()}{name[1:]}")
    return random_.choice(forms)


def _organizer_added(heading: Heading, around: Surroundings, random_: random.Random) -> str:
    name = title(heading)
    return random_.choice((f"{name} ({around.organizer})", f"{around.organizer}: {name}", f"{name} / {around.organizer}"))


def _genre_added(heading: Heading, _: Surroundings, random_: random.Random) -> str:
    genres = {"club": "Ryhmä", "fair": "Tapahtuma", "course": "Kurssi", "match": "Ottelu", "concert": "Musiikki"}
    genre = genres.get(heading.sort, "Kulttuuri")
    return random_.choice((f"{genre}: {title(heading)}", f"{title(heading)} – {genre.lower()}"))


def _words_added(heading: Heading, _: Surroundings, random_: random.Random) -> str:
    extra = random_.choice(EXTRAS).fi
    return random_.choice((f"{title(heading)} – {extra}", f"{title(heading)}, {extra}", f"{title(heading)}! {capital(extra)}!"))


def _words_dropped(heading: Heading, _: Surroundings, _random: random.Random) -> str:
    return title(heading, short=True)


def _turned(heading: Heading, _: Surroundings, _random: random.Random) -> str:
    return title(heading, turned=True)


def _other_name(heading: Heading, _: Surroundings, _random: random.Random) -> str:
    return title(heading, other=True)


def _case(heading: Heading, _: Surroundings, random_: random.Random) -> str:
    name = title(heading)
    return random_.choice((name.upper(), name.lower(), name.title()))


def _apart(heading: Heading, _: Surroundings, random_: random.Random) -> str:
    """A compound written in two words, or with a hyphen."""
    between = random_.choice((" ", "-", " - "))
    what = heading.what._replace(fi=heading.what.fi.replace("·", between))
    return _WRITERS[heading.sort](heading, "fi", what.fi, False, False).strip().capitalize()  # noqa: FBT003 - as in title


def _typing_error(heading: Heading, _: Surroundings, random_: random.Random) -> str:
    words = title(heading).split()
    longest = [n for n, word in enumerate(words) if len(word) > 4] or [0]
    for number in random_.sample(longest, min(len(longest), random_.choice((1, 1, 2)))):
        words[number] = _mistyped(words[number], random_)
    return " ".join(words)


def _mistyped(word: str, random_: random.Random) -> str:
    """Two letters swapped, one left out, or one typed twice; digits stay."""
    places = [n for n in range(1, len(word) - 1) if word[n].isalpha() and word[n + 1].isalpha()]
    if not places:
        return word
    at = random_.choice(places)
    return random_.choice(
        (word[:at] + word[at + 1] + word[at] + word[at + 2 :], word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:])
    )


def _cut(heading: Heading, _: Surroundings, random_: random.Random) -> str:
    name = title(heading, turned=heading.audience is not None)  # what it is stands first, or nobody could tell what is left
    return name[: max(8, int(len(name) * random_.uniform(0.55, 0.85)))].rstrip() + random_.choice(("…", "...", ""))


EDITS: dict[str, Callable[[Heading, Surroundings, random.Random], str]] = {
    "same": lambda heading, _, __: title(heading),
    "place added": _place_added,
    "organizer added": _organizer_added,
    "genre added": _genre_added,
    "words added": _words_added,
    "words dropped": _words_dropped,
    "turned": _turned,
    "other name": _other_name,
    "case": _case,
    "apart": _apart,
    "typing error": _typing_error,
    "cut": _cut,
}
LOSSY = frozenset({"words dropped", "shortened", "cut"})
"""Edits that may lose the very word by which a parallel session differs."""
