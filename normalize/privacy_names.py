"""Names of persons in running text, where a role, a word of asking or a contact beside them says whose names they are.

A name is known by a common given name, an initial, or the ending of a surname; two capitalised words that nobody knows are a name only
right after a Finnish role. A name that stands alone stays: an author, a composer or an artist is what an event is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from normalize import privacy_beside as beside
from normalize import privacy_name_words as words
from normalize import privacy_roles as roles
from normalize.privacy_given_names import GENITIVES, GIVEN_NAMES, ILLATIVES, TOWARDS
from normalize.privacy_mail import plain
from normalize.privacy_marks import Span
from normalize.stems import Stems

Owners = frozenset[tuple[str, str]]
"""First and last names that e-mail addresses in the same text have told."""
Strength = Literal["full", "given", "towards", "genitive", "weak"]
"""``full``: a given name or initial with a surname; ``given``: a given name alone; ``towards``: alone, in a case of asking; ``genitive``:
alone, as whose something is; ``weak``: capitalised words that may be a name."""

_UPPER = "A-ZÀ-ÖØ-ÞĆČĐŁŃŊŘŚŞŠŦŹŻŽ"
_TOKEN = rf"(?:[{_UPPER}]\.(?:-?[{_UPPER}]\.)?|[{_UPPER}][\w'’-]*)"
_PARTICLE = r"(?:(?:af|av|von|van|der|den|de|da|di|al|el|bin|ben)[ \u00a0])?"
_REST = rf"(?:\.(?:-?[{_UPPER}]\.)?|[\w'’-]*)"
_RUN = re.compile(rf"[{_UPPER}](?<![\w@#.].)(?<!\w[-'’].){_REST}(?:[ \u00a0]{{1,2}}{_PARTICLE}{_TOKEN}){{0,7}}")
"""Begins with its capital and only then looks back: a search for a letter skips what is none at once."""
_WORD = re.compile(_TOKEN)
_NOT_AFTER = re.compile(
    r"[ \u00a0]?-\w|\w|:n?\b[ \u00a0][\w-]*(?:juhl|konsert|säätiö|päiv)|[ \u00a0](?:ry|rf|oy|ab|tmi|inc|ltd|säätiö|stiftelse)\b",
    re.IGNORECASE,
)
"""*Aino Kallas -ilta*, *Eino Leino säätiö*: the name of an event or of a society."""
_MAY_BE_FINNISH = ("ä", "ö", "aja", "Ä", "AJA", "aji", "ori", "elev", "upil", "oppil")
_FORMS = GIVEN_NAMES | TOWARDS | GENITIVES | ILLATIVES
_ROLES, _FINNISH_ROLES, _ASKING, _PUPILS = map(Stems, (roles.STEMS, roles.FINNISH_STEMS, roles.ASKING_STEMS, beside.PUPILS))
_NEAR, _FAR, _LONGEST_GAP = 100, 160, 60
_ABBREVIATION, _FULL = 5, 2


class Candidate(NamedTuple):
    """What may be somebody's name."""

    span: Span
    strength: Strength


@dataclass(frozen=True)
class Scene:
    """One text, and what in it may say of a name that it must go; each looked up once, when first asked for, because names are many."""

    text: str
    owners: Owners

    @cached_property
    def low(self) -> str:
        """The text in small letters."""
        return self.text.lower()

    @cached_property
    def has_role(self) -> bool:
        """The stem of a role stands in it."""
        return _ROLES.any_within(self.low)

    @cached_property
    def has_finnish_role(self) -> bool:
        """That of a Finnish one does."""
        return _FINNISH_ROLES.any_within(self.low)

    @cached_property
    def has_asking(self) -> bool:
        """The stem of a word of asking stands in it."""
        return _ASKING.any_within(self.low)

    @cached_property
    def is_reached(self) -> bool:
        """A contact, or the mark of one, stands in it."""
        return "[" in self.text or "sukunimi@" in self.low or "efternamn@" in self.low

    @cached_property
    def has_account(self) -> bool:
        """A bank account may stand in it."""
        return beside.has_account(self.text)

    @cached_property
    def has_age(self) -> bool:
        """Somebody's age may stand in it."""
        return beside.AGE.search(self.text) is not None

    @cached_property
    def pupils(self) -> bool:
        """Those who perform are minors."""
        return _PUPILS.any_within(self.low)

    @property
    def is_empty(self) -> bool:
        """True where nothing in it can make a name anybody's."""
        return not (self.owners or self.is_reached or self.has_asking or self.has_role or self.has_account or self.has_age or self.pupils)


def names(text: str, owners: Owners) -> list[Span]:
    """Where the names of persons stand that must go, each with the home behind it."""
    found: list[Span] = []
    runs = _runs(text, owners)
    scene = Scene(text, owners)
    if not runs or scene.is_empty:
        return found
    for candidate in _candidates(scene, runs):
        follows = bool(found) and _goes_on(text, found[-1], candidate)
        if follows or _is_told(scene, candidate):
            found.append(_with_home(text, candidate.span))
    return found


def _runs(text: str, owners: Owners) -> list[Span]:
    """Rows of capitalised words that may hold a name; the others too where words of Finnish roles can make strangers names."""
    weak = bool(owners) or any(map(text.__contains__, _MAY_BE_FINNISH))
    return [Span(*run.span()) for run in _RUN.finditer(text) if _may_hold_name(run[0]) or (weak and " " in run[0])]


def _candidates(scene: Scene, runs: Sequence[Span]) -> Iterator[Candidate]:
    """Everything that looks like a name, from the left."""
    weak = scene.pupils or scene.has_finnish_role
    for run in runs:
        tokens = list(_WORD.finditer(scene.text, run.start, run.end))
        folded = [_folded(token[0]) for token in tokens]
        position, is_known = 0, False
        while position < len(tokens):
            length, strength = _name_at(folded, position, scene.owners)
            if length:
                is_known = True
                yield Candidate(_span(tokens[position : position + length]), strength)
            position += length or 1
        if weak and not is_known and (unknown := _unknown(tokens, folded)):
            yield Candidate(_span(unknown), "weak")


@lru_cache(maxsize=8192)
def _may_hold_name(run: str) -> bool:
    """False for capitalised words of which none is a given name, an initial or ends as a surname does."""
    parts = run.lower().split()
    if not _FORMS.isdisjoint(parts) or any(mark in run for mark in ".-'’"):
        return True
    return len(parts) > 1 and any(map(words.is_surname, parts))


def _folded(word: str) -> str:
    return word.lower().rstrip("-'’").removesuffix("'s").removesuffix("’s")


def _span(tokens: Sequence[re.Match[str]]) -> Span:
    """From the first to the last of them, without the *'s* of an English genitive."""
    last = tokens[-1]
    return Span(tokens[0].start(), last.end() - (2 if last[0].endswith(("'s", "’s")) else 0))


def _name_at(folded: Sequence[str], position: int, owners: Owners) -> tuple[int, Strength]:
    """How many words from here on are one name, and how sure that is; 0 where none begins here."""
    first = folded[position]
    if position and folded[position - 1] in words.BEFORE_PLACES:
        return 0, "weak"
    following = folded[position + 1] if position + 1 < len(folded) else ""
    if following and _is_owner(first, following, owners):
        return 2, "full"
    strength = _given(first)
    if strength is None and not _is_initial(first):
        is_known = bool(following) and words.is_surname(following) and _may_be_given(first)
        return (2, "full") if is_known else (0, "weak")
    end = position + 1
    while end < len(folded) and (folded[end] in GIVEN_NAMES or _is_initial(folded[end])):
        end += 1
    if any(map(words.is_organisation, folded[end : end + 2])):
        return 0, "weak"  # a place or a society that is named after somebody
    has_surname = end < len(folded) and _may_be_surname(folded[end])
    end += has_surname
    if has_surname and end < len(folded) and words.is_surname(folded[end]):
        end += 1
    if strength is None:
        return (end - position, "full") if has_surname else (0, "weak")
    return end - position, "full" if has_surname or end - position >= _FULL else strength


def _is_owner(first: str, second: str, owners: Owners) -> bool:
    """True for the name, in whatever case and order, that an e-mail address has told."""
    if not owners:
        return False  # most texts: nothing is folded for them
    one, other = plain(first), plain(second)
    return any((one == a and other.startswith(b)) or (one == b and other.startswith(a)) for a, b in owners)


def _given(word: str) -> Strength | None:
    """How a word stands for a given name."""
    if word in GIVEN_NAMES or ("-" in word and word.partition("-")[0] in GIVEN_NAMES and word.rpartition("-")[2] in GIVEN_NAMES):
        return "given"
    if word in TOWARDS or word in ILLATIVES:
        return "towards"
    return "genitive" if word in GENITIVES else None


def _is_initial(word: str) -> bool:
    return word.endswith(".") and len(word) <= _ABBREVIATION


def _may_be_given(word: str) -> bool:
    """True for a word that may stand before a surname: no heading, no society, no genitive of a place."""
    return len(word) > 1 and word not in words.NO_NAMES and not words.is_organisation(word) and not word.endswith("n")


def _may_be_surname(word: str) -> bool:
    return word not in words.NO_NAMES and not words.is_organisation(word) and word.replace("-", "").replace("'", "").isalpha()


def _unknown(tokens: Sequence[re.Match[str]], folded: Sequence[str]) -> Sequence[re.Match[str]]:
    """Two or three capitalised words that may be a name nobody knows, without the heading before them; else nothing."""
    begin = 0
    while begin < len(folded) and folded[begin] in words.NO_NAMES:
        begin += 1
    rest, spoken = tokens[begin:], folded[begin:]
    if not _FULL <= len(rest) <= _FULL + 1 or any(token[0].isupper() and len(token[0]) <= _ABBREVIATION for token in rest):
        return ()
    return rest if _may_be_given(spoken[0]) and all(map(_may_be_surname, spoken[1:])) else ()


def _is_told(scene: Scene, candidate: Candidate) -> bool:
    """True where what stands around a candidate says that it is a person who leads, teaches or is to be asked."""
    (start, end), strength = candidate
    text = scene.text
    if _NOT_AFTER.match(text, end):
        return False
    line = text[max(0, start - _FAR) : start]
    before = line[-_NEAR:]
    if scene.pupils and strength in {"full", "given", "weak"} and beside.PERFORMS.search(before):
        return True
    if strength == "weak":
        return _has_role(roles.WEAK_ROLE, scene, before)
    return (
        (bool(scene.owners) and _is_owner_of(text[start:end], scene.owners))
        or ((scene.is_reached or scene.has_account) and _is_reached(scene, before, candidate))
        or (scene.has_age and _is_minor(text, candidate))
        or _has_role(roles.ROLE_BEFORE, scene, before)
        or _is_asked(scene, line, candidate)
        or _does(text, candidate)
    )


def _is_owner_of(name: str, owners: Owners) -> bool:
    parts = name.split()
    return len(parts) >= _FULL and _is_owner(_folded(parts[0]), _folded(parts[-1]), owners)


def _has_role(pattern: re.Pattern[str], scene: Scene, before: str) -> bool:
    """True where a role stands before the name, and it is not a film's director or a public figure who speaks."""
    if not scene.has_role or not _ROLES.any_within(before.lower()):
        return False
    found = pattern.search(before)
    if not found or (roles.SPEAKS.search(found["role"]) and roles.PUBLIC_TITLE.search(found["between"])):
        return False
    directs = roles.DIRECTS.match(found["role"]) is not None and not roles.TEACHES.match(found["role"])
    return not (directs and roles.CREDITS.search(scene.text))


def _is_reached(scene: Scene, before: str, candidate: Candidate) -> bool:
    """True where a contact or an account of a person, or what is left of one, stands right beside the name."""
    (_, end), strength = candidate
    if strength == "genitive":
        return False
    if beside.REACHED_AFTER.match(scene.text, end):
        return True
    if scene.has_account and strength == "full" and (beside.ACCOUNT_AFTER.match(scene.text, end) or beside.ACCOUNT_BEFORE.search(before)):
        return True
    found = beside.REACHED_BEFORE.search(before) if "]" in before else None
    return found is not None and (found["gap"].strip() not in {"", ","} or beside.LINE_ENDS.match(scene.text, end) is not None)


def _is_minor(text: str, candidate: Candidate) -> bool:
    """True for a name with the age of a child behind it."""
    found = beside.MINOR_AGE.match(text, candidate.span.end) if candidate.strength in {"full", "given"} else None
    return found is not None and 0 < int(found["age"]) < beside.ADULT


def _is_asked(scene: Scene, line: str, candidate: Candidate) -> bool:
    """True after a word of asking or enrolling in the same sentence."""
    if not scene.has_asking or not _ASKING.any_within(line.lower()):
        return False
    found = roles.CONTACT_BEFORE.search(line)
    if not found or candidate.strength == "genitive" or roles.SENTENCE_END.search(found["between"]):
        return False
    if candidate.strength == "towards":
        return True
    if candidate.strength == "full":
        return any(pattern.fullmatch(found["between"]) for pattern in (roles.FEW_WORDS, roles.TITLES_TOO))
    if not roles.FEW_WORDS.fullmatch(found["between"]):
        return False
    after = scene.text[candidate.span.end :][:20]
    return bool(roles.TOWARDS.search(found["between"]) or roles.TO_BE_REACHED.match(after))


def _does(text: str, candidate: Candidate) -> bool:
    """True where its holder's role, or what they do, stands after the name."""
    (start, end), strength = candidate
    if roles.UNDER_AFTER.match(text, end) and (strength == "genitive" or text[start:end].lower().endswith(("n", "s"))):
        return True
    found = roles.ROLE_AFTER.match(text, end) if strength in {"full", "given"} else None
    return found is not None and not (roles.DIRECTS.search(found[0]) and roles.CREDITS.search(text))


def _goes_on(text: str, last: Span, candidate: Candidate) -> bool:
    """True for the next name of a list whose first had to go."""
    gap = text[last.end : candidate.span.start]
    if len(gap) > _LONGEST_GAP or candidate.strength == "genitive" or _NOT_AFTER.match(text, candidate.span.end):
        return False
    return roles.GOES_ON.fullmatch(gap) is not None


def _with_home(text: str, name: Span) -> Span:
    """The name, with the flat behind it where one is named."""
    found = beside.ADDRESS_AFTER.match(text, name.end)
    return Span(name.start, found.end("street")) if found else name
