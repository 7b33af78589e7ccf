"""The names of events, compared in any two languages.

``name_of`` reads one, ``compare`` says how alike two are, ``best`` takes the best pair of two events' names.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from normalize.model import Language
from normalize.names_compare import compared
from normalize.names_model import UNLIKE, Contradiction, Name, NameLikeness
from normalize.names_read import read_name

__all__ = ["Contradiction", "Name", "NameLikeness", "best", "compare", "name_of"]


def name_of(text: str, language: Language, known: Collection[str] = ()) -> Name:
    """The name read; ``known`` are folded words of places, organizers and the municipality, which tell where and who, not what.

    Of those behind an at sign, names of districts and municipalities, no other meaning is looked for.
    A name read before is remembered; a frozenset for ``known`` saves making one.
    """
    return read_name(text, language, known if isinstance(known, frozenset) else frozenset(known))


def compare(a: Name, b: Name) -> NameLikeness:
    """How alike two names are; the same whichever comes first, but for ``shared`` and the sides of the contradictions."""
    return compared(a, b)


def best(a: Sequence[Name], b: Sequence[Name]) -> NameLikeness:
    """The likeness of the pair that is most alike; 0 where one side has no name."""
    return max(
        (compared(one, other) for one in a for other in b), key=lambda likeness: (likeness.likeness, likeness.weight), default=UNLIKE
    )
