"""Ages and audiences in words: ``7-12-v.``, ``65+``, ``1.-3.-luokkalaisille``, ``alle 10-v. aikuisen seurassa``, ``eläkeläisille``.

Unknown bounds are ``None``. A grade n is of the ages 6+n to 7+n (the rule of Helsinki's Enkora importer). A word such as
"eläkeläisille" is an audience and no age. "Alle 10-v. aikuisen seurassa" is who must come along, no upper limit.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from normalize import phrase_age_shapes as shapes
from normalize.phrase_age_words import birth_years, grades, sport_classes
from normalize.phrase_ages_found import Ages, plausible
from normalize.phrase_audience_words import AUDIENCES, GENDERS, PTV, PTV_MEMBERS, SCHOOLS, WORD_AGES
from normalize.phrase_low import low_of
from normalize.phrase_word_table import WordTable

Shape = dict[str, Any]
_SENIOR = 60
"""From which lowest age something is meant for seniors."""
_CHILD = 12
"""Below which upper limit newborns are meant too."""
_SCHOOL = 6
"""Below this "alle 3-vuotiaat vanhempien kanssa" says for whom it is; from it on, who must have company."""
_YOUNG = 20
"""A bare ``50 v`` from here on may be how long something has been there."""
_NEAR = 40
_GRADED, _ADULT = (
    re.compile(r"luok|esk|esik|esio|visk|försko"),
    re.compile(r"aikui|huolta|vanhem|saatta|vux|föräld|målsman|vårdnad|adult|parent|guardian|accompan"),
)
"""What must stand in a text for it to name grades, or company."""
_OF_PARENTS = re.compile(r"vanhempainil|vanhempaintapaa|föräldramöt|föräldrakväll|parents'?\sevening|luokkakokou|klassmöte")
"""A meeting of the parents of a class: the grade is the children's."""
_DIGIT = re.compile(r"\d")
_AUDIENCES, _PTV, _GENDERS, _SCHOOLS = (WordTable(table) for table in (AUDIENCES, PTV, GENDERS, tuple((s[0], s[1]) for s in SCHOOLS)))
_WORD_AGES = WordTable(tuple((str(number), shape) for number, (shape, *_) in enumerate(WORD_AGES)))
_OLDER = re.compile(r"\s(?:ja|tai|och|eller|and|or)\s(?:sitä\s)?(?:vanhem\w*|äldre|older)")
_COMPARED = re.compile(r"\b(?:äldre|yngre|older|younger)\s(?:än|than)")


def read_ages(text: str, reference: date) -> Shape:
    """Ages and audience of a phrase of kind ``age``: both bounds always, ``None`` where not told."""
    low = low_of(text)
    found = Ages()
    rest = _figures_of(low, reference, found)
    audience = audiences_of(low)
    _words(rest, audience, found)
    if found.low is not None and found.low >= _SENIOR and not audience:
        audience = ["seniors"]
    return _bounds(found) | found.extra | ({"audience": audience} if audience else {}) | _ptv(low, audience)


def _figures_of(low: str, reference: date, found: Ages) -> str:
    """The text without the figures (and names of grades) that were taken in."""
    if _OF_PARENTS.search(low):
        return low
    has_digits = _DIGIT.search(low) is not None
    rest = birth_years(low, reference, found) if has_digits else low
    if has_digits or _GRADED.search(low):
        rest = grades(rest, found)
    if _ADULT.search(low):
        rest = _supervision(rest, found)
    return sport_classes(_figures(rest, found), reference, found) if has_digits else rest


def read_audience(text: str, reference: date) -> Shape:
    """Whom a phrase of kind ``audience`` names; figures in it are ages all the same."""
    low = low_of(text)
    shape: Shape = {"audience": audiences_of(low)}
    if _is_supervised(low):
        shape["with_adult"] = True
    ages: Shape = read_ages(text, reference) if _has_figures(low) or "luok" in low else {}
    told: Shape = {key: ages[key] for key in ("age_min", "age_max", "grade", "accompany_under", "birth_years") if key in ages}
    if any(value is not None for value in told.values()):
        shape.update(told)
    if "accompany_under" in shape:
        shape.pop("with_adult", None)
    if not shape["audience"] and (shape.get("age_min") or 0) >= _SENIOR:
        shape["audience"] = ["seniors"]
    if gender := gender_of(text):
        shape["gender"] = gender
    return shape | _ptv(low, shape["audience"])


def ages_beside(text: str, reference: date) -> Shape:
    """Ages and audience that stand among other things (a title): only what is told, nothing for what is not."""
    low = low_of(text)
    figures = _has_figures(low)
    ages = read_ages(text, reference) if figures or _GRADED.search(low) or audiences_of(low) else {}
    told = {key: value for key, value in ages.items() if key not in {"age_min", "age_max", "ptv"}}
    if figures and (ages.get("age_min") is not None or ages.get("age_max") is not None):
        told |= {"age_min": ages.get("age_min"), "age_max": ages.get("age_max")}
    return told


def _has_figures(text: str) -> bool:
    """True where ages or grades stand in figures."""
    return bool(_DIGIT.search(text)) and any(shape.search(text) for shape in _FIGURES)


def _is_supervised(text: str) -> bool:
    return bool(_ADULT.search(text) and shapes.WITH_ADULT.search(text))


def _supervision(text: str, found: Ages) -> str:
    """Who must come along, and the text without the ages that only say that."""
    adult = shapes.WITH_ADULT.search(text)
    if not adult:
        return text
    for limit, more in ((shapes.UPPER, 0), (shapes.AT_MOST, 1)):
        for under in limit.finditer(text):
            age = int(next(filter(None, under.groups()))) + more
            near = under.start() <= adult.start() and adult.start() - under.end() < _NEAR
            if near and plausible(age) and (age >= _SCHOOL or shapes.IN_COMPANY.search(adult[0])):
                found.extra["accompany_under"] = age
                return text[: under.start()] + " " + text[under.end() :]
    found.extra["with_adult"] = True
    return text


def _figures(text: str, found: Ages) -> str:
    """Ranges and limits in figures; each piece is taken once."""
    for shape, take in _SHAPES:
        matches = list(shape.finditer(text))
        for match in matches:
            take(match, found)
        if matches:
            text = shape.sub(" ", text)
    return text


def _take_range(match: re.Match[str], found: Ages) -> None:
    low, high = int(match["low"]), int(match["high"])
    if low <= high and plausible(low, high):
        found.widen(low, high)


def _take_months(match: re.Match[str], found: Ages) -> None:
    high, unit = match["high"] or match["high2"], match["unit"] or match["unit2"]
    months = unit.startswith(("k", "mån", "mo", "mánu"))
    found.widen(int(match["low"]) // 12, int(high) // 12 if months else int(high))


def _take_under_months(match: re.Match[str], found: Ages) -> None:
    found.widen(0, max(int(match["high"]) - 1, 0) // 12)


def _take_upper(match: re.Match[str], found: Ages) -> None:
    high = int(match["high"])
    if plausible(high) and high:
        found.widen(0 if high <= _CHILD else None, high - 1)


def _take_at_most(match: re.Match[str], found: Ages) -> None:
    high = int(match["high"] or match["high2"])
    if plausible(high):
        found.widen(0 if high <= _CHILD else None, high)


def _take_lower(match: re.Match[str], found: Ages) -> None:
    low = int(next(filter(None, match.groups())))
    if plausible(low):
        found.widen(low, None)


def _take_legal(match: re.Match[str], found: Ages) -> None:
    found.widen(int(match["low"]), None)
    found.extra["legal_limit"] = True


def _take_one(match: re.Match[str], found: Ages) -> None:
    age = int(match["low"])
    bare = match[0].endswith(("v", "v.")) and "-" not in match[0]
    if plausible(age) and not (bare and age >= _YOUNG):
        found.widen(age, age)


_SHAPES = (
    (shapes.FORBIDDEN, _take_lower), (shapes.MONTHS, _take_months), (shapes.UNDER_MONTHS, _take_under_months),
    (shapes.RANGE, _take_range), (shapes.AGED, _take_range),
    (shapes.LEGAL, _take_legal), (shapes.AND_OLDER, _take_lower), (shapes.AT_MOST, _take_at_most), (shapes.UPPER, _take_upper),
    (shapes.LOWER, _take_lower), (shapes.PLUS, _take_lower), (shapes.ONE, _take_one), (shapes.SINGLE, _take_one),
)  # fmt: skip
"""What is looked for, the most telling first."""
_FIGURES = (
    *(shape for shape, _ in _SHAPES), shapes.GRADES, shapes.ONE_GRADE, shapes.BORN, shapes.SPORT, shapes.SPORT_YEAR,
)  # fmt: skip


def _words(text: str, audience: list[str], found: Ages) -> None:
    """Ages that words imply: schools, babies; each of these words is one of an audience too."""
    if not audience or found.low is not None or found.high is not None or found.extra.get("grade") or "accompany_under" in found.extra:
        return
    ages = {code: rest for code, _, *rest in SCHOOLS}
    for code in _SCHOOLS.codes(text):
        low, high, first, last = ages[code]
        before = found.extra.get("grade", [first, last])
        found.widen(low, high)
        found.extra["grade"] = [min(before[0], first), max(before[1], last)]
    for number in _WORD_AGES.codes(text):
        found.widen(*WORD_AGES[int(number)][1:])
    if found.low is not None and _OLDER.search(text) and "parents" not in audience:
        found.high = None
        found.extra.pop("grade", None)


def _bounds(found: Ages) -> Shape:
    """Both bounds; of sports classes only the upper one is told."""
    if "sport_classes" in found.extra and found.low is None:
        return {"age_max": found.high}
    return {"age_min": found.low, "age_max": found.high}


def audiences_of(text: str) -> list[str]:
    """The audiences whose words stand in a folded text, in the order in which they stand there."""
    return _AUDIENCES.codes(_without_limits(text))


def _without_limits(text: str) -> str:
    """The text without "12 år och äldre" and "i sällskap av en förälder": neither is an audience of its own."""
    adult = shapes.WITH_ADULT.search(text) if _ADULT.search(text) else None
    if adult and shapes.IN_COMPANY.search(adult[0]):
        text = _blanked(text, adult)
    if _COMPARED.search(text):
        text = _COMPARED.sub(lambda found: " " * len(found[0]), text)
    if not _OLDER.search(text):
        return text
    text = shapes.AND_OLDER.sub(lambda found: " " * len(found[0]), text)
    return _OLDER.sub(
        lambda found: found[0] if found[0].strip().endswith(("pien", "mat", "mille", "pi")) and not _is_limit(text, found) else " ", text
    )


def _blanked(text: str, found: re.Match[str]) -> str:
    return text[: found.start()] + " " * len(found[0]) + text[found.end() :]


def _is_limit(text: str, found: re.Match[str]) -> bool:
    """True for "yläkouluikäisille ja sitä vanhemmille"; "lapsille ja vanhemmille" are parents."""
    before = text[: found.start()]
    if "sitä" in found[0] or before[-1:].isdigit():
        return True
    return before.endswith(("ikäisille", "ikäiset", "vuotiaille", "vuotiaat", "luokkalaisille", "luokkalaiset"))


def _ptv(low: str, audience: list[str]) -> Shape:
    """The code of the national target group that the words name, where it is one and nobody outside it is meant besides."""
    codes = set(_PTV.codes(_without_limits(low))) if audience else set()
    if len(codes) != 1:
        return {}
    code = codes.pop()
    return {"ptv": code} if PTV_MEMBERS[code].issuperset(audience) else {}


def gender_of(text: str) -> str:
    """``male`` or ``female`` where one of them is named and the other is not."""
    found = set(_GENDERS.codes(low_of(text)))
    return found.pop() if len(found) == 1 else ""
