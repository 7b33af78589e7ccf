"""Ages that stand in other figures: school grades, years of birth, age classes of sports. All texts are folded."""

from __future__ import annotations

import re
from datetime import date

from normalize import phrase_age_shapes as shapes
from normalize.phrase_ages_found import Ages

_GRADE_AGES = 6, 7
"""Grade n is of the ages 6+n to 7+n."""
_LAST_GRADE = 9
_CENTURY = 2000
_FEWEST_YEARS, _MOST_YEARS = 0, 110
_NAMED = tuple((grade, re.compile(shape)) for grade, shape in shapes.NAMED_GRADES)
_GIRLS = re.compile(r"(?<!\w)(?:flick|p\s?-?\d{1,2}\b)")
_NAME = re.compile(r"[^\W\d_]+")


def grades(text: str, found: Ages) -> str:
    """The text without its school grades, which are taken in; the pre-school year is grade 0."""
    if from_grade := shapes.FROM_GRADE.search(text):
        found.widen(_GRADE_AGES[0] + int(next(filter(None, from_grade.groups()))), None)
        return shapes.FROM_GRADE.sub(" ", text)
    told, text = _grades_in_figures(text)
    if "luokkalai" in text or "luok" in text:
        told += [grade for match in shapes.NAMED_GRADE.finditer(text) for grade in _named(match[0])]
    if shapes.PRESCHOOL.search(text):
        told.append(0)
    if told:
        first, last = min(told), max(told)
        found.widen(_GRADE_AGES[0] + first, _GRADE_AGES[1] + last)
        found.extra["grade"] = [first, last]
    return text


def _grades_in_figures(text: str) -> tuple[list[int], str]:
    """The grades that stand in figures, and the text without them."""
    told: list[int] = []
    for shape in (shapes.PRESCHOOL_GRADES, shapes.GRADE_LIST, shapes.GRADES, shapes.ONE_GRADE):
        for match in shape.finditer(text):
            figures = [int(figure) for group in match.groups() if group for figure in re.findall(r"\d", group)]
            told += [figure for figure in figures if figure <= _LAST_GRADE]
            told += [0] if shape is shapes.PRESCHOOL_GRADES else []
        text = shape.sub(" ", text)
    return told, text


def _named(words: str) -> list[int]:
    """The grades of ``eka- ja tokaluokkalaiset``."""
    return [grade for word in _NAME.findall(words) for grade, shape in _NAMED if shape.match(word)]


def birth_years(text: str, reference: date, found: Ages) -> str:
    """The text without its years of birth, which are kept as the truth; the ages are those of the reference's year.

    One end is ``None`` where only the other is told (``2015 tai myöhemmin syntyneet``).
    """
    if not shapes.BIRTH_WORDS.search(text):
        return text
    for shape, shift, is_last in ((shapes.BORN_BEFORE, -1, True), (shapes.BORN_AFTER, 1, False)):
        for match in shape.finditer(text):
            year = int(next(filter(None, match.groups()))) + shift
            _born(None if is_last else year, year if is_last else None, reference, found)
        text = shape.sub(" ", text)
    for match in shapes.BORN.finditer(text):
        _born(*_span(match, reference), reference, found)
    return shapes.BORN.sub(" ", text)


def _span(match: re.Match[str], reference: date) -> tuple[int | None, int | None]:
    """First and last year of a match, one of them ``None`` where it says "or later", "or earlier"."""
    told = match["years"] or match["years2"] or match["years3"] or match["years4"]
    years = [_full(one, reference) for one in shapes.BIRTH_YEAR.finditer(told)]
    opened = next((match[name] for name in ("open1", "open2", "open3", "open4", "open5") if match[name]), "")
    if not opened:
        return min(years), max(years)
    return (None, max(years)) if shapes.EARLIER.match(opened) else (min(years), None)


def _full(year: re.Match[str], reference: date) -> int:
    """A year with its century: two digits are the last such year."""
    if year["full"]:
        return int(year["full"])
    short = int(year["short"])
    return _CENTURY + short if _CENTURY + short <= reference.year else _CENTURY - 100 + short


def _born(first: int | None, last: int | None, reference: date, found: Ages) -> None:
    """Years of birth as ages."""
    ages = [reference.year - year for year in (first, last) if year is not None]
    if any(not _FEWEST_YEARS <= age <= _MOST_YEARS for age in ages):
        return
    before = found.extra.get("birth_years")
    found.widen(None if last is None else reference.year - last, None if first is None else reference.year - first)
    if before:
        first = None if first is None or before[0] is None else min(first, before[0])
        last = None if last is None or before[1] is None else max(last, before[1])
    found.extra["birth_years"] = [first, last]


def sport_classes(text: str, reference: date, found: Ages) -> str:
    """The text without the age classes of sports, which are taken in: ``P12`` is up to twelve, ``P2014`` is born in 2014."""
    named: list[str] = []
    for match in shapes.SPORT_YEAR.finditer(text):
        year = int(match["year"])
        to = int(match["to"][-2:]) + _CENTURY if match["to"] else year
        named += [f"{match['sex'].upper()}{one}" for one in dict.fromkeys((year, to))]
        found.extra["sport_classes"] = named
        _born(year, to, reference, found)
    text = shapes.SPORT_YEAR.sub(" ", text)
    classes = _classes(text)
    if classes:
        found.extra["sport_classes"] = named + [f"{sex.upper()}{age}" for sex, age in classes]
        if not named and found.low is None:
            found.high = max(age for _, age in classes)
    return text


def _classes(text: str) -> list[tuple[str, int]]:
    """Sex and age of each class, in the order of the text."""
    matches = list(shapes.SPORT.finditer(text))
    if _GIRLS.search(text):
        matches += shapes.SPORT_F.finditer(text)
    told: list[tuple[str, int]] = []
    for match in sorted(matches, key=lambda one: one.start()):
        figures = match.groupdict()
        told += [(match["sex"], int(age)) for age in (figures["age"], figures.get("to")) if age]
    return told
