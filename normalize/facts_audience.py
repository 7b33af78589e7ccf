"""For whom it is: ages, grades, years of birth, audiences, gender; from fields of their own, the title, and sentences that say "for".

A word for people is no audience by itself: "Nuorten taiteilijoiden näyttely" is not for the young. It is one where grammar says "for"
(``lapsille``, ``för barn``), where a sort of gathering is theirs (``ikäihmisten jumppa``, ``perhekahvila``), or behind ``Kohderyhmä:``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, Literal

from harvesters.record import RawEvent
from normalize import facts_audience_words as words
from normalize import phrase_ages
from normalize.codes import AudienceCode, audience_of
from normalize.facts import Read, Sentence, evidence_of
from normalize.facts_words import IF, WORD, is_event, is_past
from normalize.notes import Notes
from normalize.privacy import redact
from normalize.text import one_line, shortened

Shape = dict[str, Any]
_LIMIT = 300
_MOST = 40
_OLDEST = 130
_NO_LIMIT = 99
"""Systems write 99 (or more) where there is no upper limit."""
_CODE = re.compile(r"[:/]|^[\d\W]+$")
"""Shows that something is an identifier or a bare range, and no word of anybody's."""
_LONGEST = 200
_COMPANY = re.compile(r"seura|kanssa|sällskap|accompan|med en vuxen|with an adult")
_FIGURE = re.compile(r"\d")
_MAY_TELL_AGES = re.compile(r"\d|eskar")
"""Without one of these no ages stand in a sentence (``words.AGES``); most have none."""
_NEAR, _OPEN_TO = 40, 4
_SENIOR = 60
_KEYS = ("age_min", "age_max", "grade", "birth_years", "accompany_under", "with_adult")


@dataclass(frozen=True, slots=True, kw_only=True)
class Whom:
    """For whom it is, as the fields of ``model.Details`` have it."""

    minimum_age: int | None = None
    maximum_age: int | None = None
    birth_years: tuple[int, int] | None = None
    grades: tuple[int, int] | None = None
    accompany_under: int | None = None
    with_adult: bool | None = None
    gender: Literal["", "female", "male"] = ""
    audience: tuple[str, ...] = ()
    eligibility: tuple[str, ...] = ()


def whom_of(raw: RawEvent, read: Read, reference: date, notes: Notes) -> Whom:
    """For whom the record is. ``reference`` is the day years of birth are counted from: the event's own where it is known.

    Of a volunteer's task only ``Kenelle:`` counts: "ulkoiluystävä ikäihmiselle" is done for the old, by others.
    """
    declared = _declared(raw, read, reference)
    told = [one for one in _told(read, reference) if one and (raw.kind != "volunteering" or one.rule == "audience_labelled")]
    ages = _ages(declared, told, notes)
    grown = [one for one in (declared, *told) if one.audience]
    audience = tuple(sorted({code for one in grown for code in one.audience}))
    for one in told:
        one.tell(read, is_kept=one is ages)
    genders = {one.gender for one in (declared, *told) if one.gender}
    shape = ages.shape if ages else {}
    low, high = _sound(shape.get("age_min"), shape.get("age_max"), notes)
    born, grades = shape.get("birth_years"), shape.get("grade")
    accompany = {one.shape["accompany_under"] for one in told if "accompany_under" in one.shape}
    return Whom(
        minimum_age=low,
        maximum_age=high,
        birth_years=(born[0], born[1]) if born else None,
        grades=(grades[0], grades[1]) if grades else None,
        accompany_under=min(accompany) if len(accompany) == 1 else None,
        with_adult=True if any(one.shape.get("with_adult") for one in told) else None,
        gender=_gender(genders),
        audience=audience,
        eligibility=declared.words,
    )


@dataclass(slots=True)
class _Reading:
    """What one field, title or sentence says."""

    shape: Shape = field(default_factory=dict)
    """Keys of the grammar: ``age_min``, ``age_max``, ``grade``, ``birth_years``, ``accompany_under``, ``with_adult``."""
    audience: tuple[str, ...] = ()
    gender: str = ""
    words: tuple[str, ...] = ()
    sentence: Sentence | None = None
    rule: str = ""

    def __bool__(self) -> bool:
        return bool(self.shape or self.audience or self.gender)

    @property
    def limits(self) -> tuple[int | None, int | None]:
        """Lowest and highest age."""
        return self.shape.get("age_min"), self.shape.get("age_max")

    def tell(self, read: Read, *, is_kept: bool) -> None:
        """Leave the evidence of what was kept of it."""
        if self.sentence is None:
            return
        names = {"age_min": "minimum_age", "age_max": "maximum_age", "grade": "grades", "birth_years": "birth_years"} if is_kept else {}
        names |= {"accompany_under": "accompany_under", "with_adult": "with_adult"}
        for key, name in names.items():
            if self.shape.get(key) is not None:
                read.told(self.sentence.evidence(name, str(self.shape[key]), self.rule))
        for code in self.audience:
            read.told(self.sentence.evidence("audience", code, self.rule))
        if self.gender:
            read.told(self.sentence.evidence("gender", self.gender, self.rule))


def _gender(found: set[str]) -> Literal["", "female", "male"]:
    """The gender where one is told."""
    return "female" if found == {"female"} else "male" if found == {"male"} else ""


def _sound(low: int | None, high: int | None, notes: Notes) -> tuple[int | None, int | None]:
    """The limits; none where the lower one is above the upper one. What systems write for "no limit" (99 and more) is none."""
    low = low if low is not None and 0 <= low <= _OLDEST else None
    high = high if high is not None and 0 <= high < _NO_LIMIT else None
    if low is not None and high is not None and low > high:
        notes.add("age_limits_reversed", "warning", "audience", f"{low}-{high}")
        return None, None
    return low, high


def _ages(declared: _Reading, told: list[_Reading], notes: Notes) -> _Reading | None:
    """The reading whose ages hold: the field's, the title's, then the one that the text tells without contradicting itself."""
    aged = [one for one in told if one.limits != (None, None)]
    titled = [one for one in aged if one.sentence and one.sentence.is_title]
    first = declared if declared.limits != (None, None) else titled[0] if titled else None
    if first is None:
        return aged[0] if len({one.limits for one in aged}) == 1 else None
    for other in aged:
        if _apart(first.limits, other.limits) and other.sentence:
            notes.add("age_conflict", "warning", other.sentence.telling.origin, other.sentence.text)
    return first


def _apart(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    """True where nobody is of both ages."""
    low = max((limit for limit in (one[0], other[0]) if limit is not None), default=0)
    high = min((limit for limit in (one[1], other[1]) if limit is not None), default=_OLDEST)
    return low > high


def _declared(raw: RawEvent, read: Read, reference: date) -> _Reading:
    """What the record's own fields say: ages, codes of vocabularies, and words, which stay as eligibility."""
    found = _Reading(rule="audience_field")
    kept: list[str] = []
    audience: set[str] = set()
    for name, key, years in (("minimum_age", "age_min", raw.minimum_age), ("maximum_age", "age_max", raw.maximum_age)):
        if years is not None:
            found.shape[key] = years
            read.told(evidence_of(name, str(years), name, "age_field", str(years)))
    genders: set[str] = set()
    for word in dict.fromkeys(raw.audience[:_MOST]):
        line = shortened(redact(one_line(word)).text, _LIMIT)
        if not line:
            continue
        code = audience_of(word)
        shape = _of_code(code) if code else _of_words(line, reference)
        kept += [] if code and _CODE.search(line) else [line]
        for one in shape.pop("audience", ()):
            audience.add(one)
            read.told(evidence_of("audience", one, "audience", "audience_code" if code else "audience_words", line))
        genders |= {shape.pop("gender")} if shape.get("gender") else set()
        shape.pop("ptv", None)
        if {"age_min", "age_max"} & set(shape) and not {"age_min", "age_max"} & set(found.shape):
            found.shape |= shape
    found.audience, found.words, found.gender = tuple(sorted(audience)), tuple(kept), _gender(genders)
    return found


def _of_code(code: AudienceCode) -> Shape:
    """The code of a vocabulary in the grammar's keys."""
    ages = {"age_min": code.minimum_age, "age_max": code.maximum_age}
    return {"audience": code.audience, "gender": code.gender} | (ages if any(map(_is_told, ages.values())) else {})


def _is_told(value: object) -> bool:
    return value is not None


def _of_words(line: str, reference: date) -> Shape:
    """Words that are nothing but for whom: the audiences in them, and ages where there are figures."""
    shape = phrase_ages.read_audience(line, reference)
    return {key: value for key, value in shape.items() if value is not None and value != ""}


def _told(read: Read, reference: date) -> Iterator[_Reading]:
    """What title and sentences say. Ages hang on the reference's year alone, so a series is read once a year and not once a date."""
    year = reference.replace(month=1, day=1)
    for sentence in read.titles():
        yield from _title(sentence, year)
    for sentence in read.sentences(words.TRIGGERS, ("text", "field")):
        yield _sentence(sentence, year)


@lru_cache(maxsize=4096)
def _title(sentence: Sentence, reference: date) -> tuple[_Reading, ...]:
    """What the name says: ages, "for" somebody, or whose gathering it is."""
    low = sentence.low
    found: list[_Reading] = []
    if _MAY_TELL_AGES.search(low) and words.AGES.search(low) and not words.NOT_AGE.search(low):
        found.append(_aged(sentence, sentence.text, reference, "age_title"))
    if not (words.CONTEST.search(low) or words.BENEFIT.search(low)):
        found += [_named(sentence, who, reference, "audience_title") for who in (*_for(low), *_gathered(low))]
    return tuple(found)


@lru_cache(maxsize=4096)
def _sentence(sentence: Sentence, reference: date) -> _Reading:
    """What a sentence says, where it speaks of the whole event."""
    low = sentence.low
    if len(low) >= _LONGEST or is_past(low):
        return _Reading()
    label, is_for_all, is_of_part, is_aged = _seen(low)
    if label:
        return _labelled(sentence, label, reference)
    if is_for_all:
        return _Reading(audience=("all",), sentence=sentence, rule="audience_open_to_all")
    if is_of_part:
        return _accompanied(sentence, reference)
    found = _Reading()
    if is_aged and _is_whole(sentence, low):
        found = _aged(sentence, sentence.text, reference, "age_sentence")
    if who := _who(sentence):
        named = _named(sentence, who, reference, "audience_sentence")
        found = _Reading(
            named.shape | found.shape, tuple({*found.audience, *named.audience}), named.gender, (), sentence, "audience_sentence"
        )
    return found or _accompanied(sentence, reference)


def _seen(low: str) -> tuple[str, bool, bool, bool]:
    """What stands behind ``Kenelle:``; whether it is for all, of a part only, tells ages."""
    if labelled := words.LABELLED.search(low):
        return (labelled["rest"] or labelled["plain"])[:120], False, False, False
    is_open = words.OPEN_TO_ALL.search(low) and not words.DENIED.search(low) and not _FIGURE.search(low)
    if is_open or words.ALL_ALONE.fullmatch(low):
        return "", True, False, False
    if words.PART.search(low) or IF.search(low):
        return "", False, True, False
    return "", False, False, _is_aged(low)


def _is_aged(low: str) -> bool:
    """True for a sentence that tells ages once, and nothing in figures that looks like them."""
    if not _MAY_TELL_AGES.search(low) or len(words.AGES.findall(low)) != 1:
        return False
    return not words.NOT_AGE.search(low) and not words.ANY_AGE.search(low)


def _is_whole(sentence: Sentence, low: str) -> bool:
    """True where the ages of a sentence are surely the event's: it says for whom it is meant, or is one of the first and says no more."""
    if words.MEANT.search(low):
        return True
    found = words.AGES.search(low)
    if found is None or re.fullmatch(rf"(?:ikä\w*|för|for|only|vain|ages?|tapahtuma on|event is|\W)*{re.escape(found[0])}.{{0,16}}", low):
        return found is not None
    said = re.search(r"vuotiaille|åringar|(?:for|för) (?:\w+ )?(?:ages?|aged|barn|youth|kids|children)?\s?\d|luokkalaisille", low)
    return bool(said) and sentence.index < 2 and len(low) < 110  # noqa: PLR2004 - a short one of the first two


def _who(sentence: Sentence) -> str:
    """The words for whom a sentence says that the event is, ``""`` where it does not."""
    low = sentence.low
    if words.BENEFIT.search(low):
        return ""
    for meant in words.MEANT.finditer(low):
        near = low[max(0, meant.start() - _NEAR) : meant.start()], low[meant.end() - _OPEN_TO : meant.end() + _NEAR]
        if who := next((phrase for piece in near for phrase in _for(piece)), ""):
            return who
    found = next(iter((*_allatives(low), *words.FOR.finditer(low))), None) if sentence.index == 0 else None
    if found is None or not re.match(r"\W*$|[,.;:(|]", low[found.end() :]):
        return ""
    # "För seniorer." says it; without the dot it may be a heading, and ages are read by themselves
    is_all = found[0] == low and sentence.text.endswith((".", "!")) and not _FIGURE.search(low)
    return next(_for(low[found.start() :]), "") if is_all or any(map(is_event, WORD.findall(low[: found.start()]))) else ""


def _allatives(low: str) -> Iterator[re.Match[str]]:
    """Finnish words for whom; looked for letter by letter, so only where their ending stands at all."""
    return words.FOR_FI.finditer(low) if "lle" in low else iter(())


def _for(low: str) -> Iterator[str]:
    """The phrases that say "for" somebody and for nobody else: each of their parts names people that are known."""
    for found in _allatives(low):
        if "kaikille" not in found[0] or found.end() == len(low) or low[found.end() : found.end() + 1] in ",.;:!)":
            yield found[0]
    for found in words.FOR.finditer(low):
        parts = [part.split() for part in re.split(r",\s|\s(?:and|or|och|eller|samt|&)\s", found["who"].strip()) if part.strip()]
        heads = [part[:3] for part in parts if part[0] not in {"their", "deras", "heidän"}]
        if heads and all(_is_people(" ".join(head[:2])) for head in heads):
            yield ", ".join(" ".join(head) for head in heads)


@lru_cache(maxsize=4096)
def _is_people(words_of: str) -> bool:
    """True where an audience stands in a few words, and none of them belongs to somebody (``women's history``)."""
    return bool(phrase_ages.audiences_of(words_of)) and "'s" not in words_of and "non-" not in words_of


def _gathered(low: str) -> Iterator[str]:
    """Whose gathering a title says that it is, in words that say "for" them."""
    if words.WHOLE_FAMILY.search(low):
        yield "perheille"
    for found in (*words.GENITIVE.finditer(low), *words.COMPOUND.finditer(low)):
        pair = words.PAIR.search(low[: found.start()])
        others = [pair[1]] if pair else []
        if _is_gathering(found, low) and all(map(words.WHOSE.fullmatch, others)):
            yield from (words.PEOPLE.get(who, who) for who in (found["who"], *others))


def _is_gathering(found: re.Match[str], low: str) -> bool:
    """True where the word behind the people is what they gather for, and the words do not go on to something else."""
    if words.ENGLISH.fullmatch(found["who"]) and words.GOES_ON.match(low, found.end()):
        return False  # "family movie songs" are songs
    *middle, last = found["what"].split()
    return bool(words.GATHERING.fullmatch(last)) and not any(words.NOT_GATHERING.fullmatch(word) for word in (*middle, last))


def _named(sentence: Sentence, who: str, reference: date, rule: str) -> _Reading:
    """The audiences of words that say "for" somebody."""
    shape = phrase_ages.read_audience(who, reference)
    named = tuple(code for code in shape["audience"] if code != "informal_carers" or "caregiver" not in who)
    with_adult = {"with_adult": True} if named and shape.get("with_adult") else {}
    return _Reading(with_adult, named, shape.get("gender", "") if named else "", (), sentence, rule)


def _labelled(sentence: Sentence, rest: str, reference: date) -> _Reading:
    """What stands behind ``Kohderyhmä:``."""
    if re.fullmatch(r"\W*(?:kaikki|kaikille|alla|för alla|all|everyone|anyone|open to all|all ages)\W*", rest):
        return _Reading(audience=("all",), sentence=sentence, rule="audience_labelled")
    is_aged = words.AGES.search(rest) or re.search(r"^(?:ikä|suositusikä|rekommenderad|ålder|age|recommended)", sentence.low)
    shape = phrase_ages.read_ages(sentence.low if is_aged and not words.AGES.search(rest) else rest, reference) if is_aged else {}
    named = phrase_ages.read_audience(rest, reference)
    audience = tuple(dict.fromkeys((*named["audience"], *shape.get("audience", ()))))
    kept = {key: shape[key] for key in _KEYS if shape.get(key) is not None} | ({"with_adult": True} if named.get("with_adult") else {})
    return _Reading(kept, audience, named.get("gender", ""), (), sentence, "audience_labelled")


def _aged(sentence: Sentence, text: str, reference: date, rule: str) -> _Reading:
    """The ages of a text that is surely about them."""
    shape = phrase_ages.read_ages(text, reference)
    kept = {key: shape[key] for key in _KEYS if shape.get(key) is not None}
    senior = ("seniors",) if (kept.get("age_min") or 0) >= _SENIOR and "seniors" in shape.get("audience", ()) else ()
    return _Reading(kept, senior, "", (), sentence, rule)


def _accompanied(sentence: Sentence, reference: date) -> _Reading:
    """Who must have company: ``Alle 10-v. aikuisen seurassa``."""
    if not _COMPANY.search(sentence.low) or words.PRICED.search(sentence.low):
        return _Reading()
    shape = phrase_ages.read_ages(sentence.text, reference)
    found = {"accompany_under": shape["accompany_under"]} if "accompany_under" in shape else {}
    return _Reading(found, (), "", (), sentence, "age_company")
