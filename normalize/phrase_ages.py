"""Ages and audiences in words: ``7-12-v.``, ``65+``, ``1.-3.-luokkalaisille``, ``alle 10-v. aikuisen seurassa``, ``eläkeläisille``.

Unknown bounds are ``None``. A grade n is of the ages 6+n to 7+n (the rule of Helsinki's Enkora importer). A word such as
"eläkeläisille" is an audience and no age. "Alle 10-v. aikuisen seurassa" is who must come along, no upper limit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from normalize.phrase_audience_words import AGES, AUDIENCES, GENDERS, PTV, SCHOOLS
from normalize.phrase_tokens import folded

Shape = dict[str, Any]
_SENIOR = 60
"""From which lowest age something is meant for seniors."""
_CHILD = 12
"""Below which upper limit newborns are meant too."""
_OLDEST = 110
_SCHOOL = 6
"""Below this "alle 3-vuotiaat vanhempien kanssa" says for whom it is; from it on, who must have company."""
_NEAR = 40
_IN_COMPANY = re.compile(r"seura|sällskap|accompanied")
_V = (
    r"(?:-?\s?vuotia\w*|-?\s?vuotta\b|-?\s?v\b\.?|-?\s?vee\b|-?\s?år(?:ingar|ing|iga)?\w*|-?\s?(?:years?|"
    r"yrs?)(?:[-\s]olds?)?(?:\sof\sage)?|-?\s?jahkás\w*|-?\s?jagi\w*)"
)
_N = r"(?P<{}>\d{{1,3}})"
_RANGE = re.compile(rf"(?<![\d.,:]){_N.format('low')}(?:\s?-\s?|\sto\s|\still\s){_N.format('high')}\s?(?:{_V}|-?\s?ikäis\w*)")
_AGED = re.compile(
    rf"\b(?:ages?|aged|ikä:?|ikäryhmä:?|ålder:?|för\såldrarna)\s{_N.format('low')}\s?(?:-|to|till)\s?{_N.format('high')}\b(?!\s?(?:€|e\b|eur))"
)
_MONTHS = re.compile(
    rf"(?<!\d)(?P<low>\d{{1,2}})\s?(?:(?:kk|mån|months?)\w*\.?\s?-\s?(?P<high>\d{{1,2}})\s?(?P<unit>kk|mån|months?|{_V})|-\s?(?P<high2>\d{{1,2}})\s?(?P<unit2>kk|mån|months?))"
)
_ONE = re.compile(rf"(?<![\d.,:+-])(?<![\d] ){_N.format('low')}\s?{_V}")
_UNDER = r"(?:alle|under|younger\sthan|vuollel)"
_UPPER = re.compile(rf"\b{_UNDER}\s{_N.format('high')}(?:\s?{_V}|s\b|:n\w*)?")
_AT_MOST = re.compile(rf"\b(?:enintään|korkeintaan|max\.?|högst|up\sto|at\smost)\s{_N.format('high')}\s?{_V}")
_LOWER = re.compile(
    rf"\b(?:yli|vähintään|min\.?|över|minst|från|over|at\sleast|from|badjel|ikäraja:?|åldersgräns:?|age\slimit:?|ikäsuositus:?|suositusikä:?|rekommenderad\sålder:?|fyllda?)"
    rf"\s{_N.format('low')}(?:\s?\+|\s?{_V}|:n\w*|s\b)?"
)
_AND_OLDER = re.compile(
    rf"(?<!\d){_N.format('low')}\s?(?:{_V}\s?)?(?:ja\s(?:sitä\s)?vanhem\w*|(?:och|eller)\säldre|and\s(?:over|older|up|above)|täyttän\w*|(?:år\s)?fyllda|alkaen\b|:sta\s(?:eteenpäin|ylöspäin)|ylöspäin|or\solder)"
)
_PLUS = re.compile(r"(?<![\d.,])(?:(?P<low>\d{1,3})\s?\+(?!\s?\d)|\+\s?(?P<other>\d{2,3})(?![\d.,]|\s\d)(?:\s?-?vuotia\w*)?)")
_LEGAL = re.compile(r"(?<![\w-])k\s?-?\s?(?P<low>12|15|16|18|20|21)(?!\d)")
_WITH_ADULT = re.compile(
    r"(?:aikui|huoltaj|vanhem|vuxen|vuxn|förälder|föräldrar|målsman|adult|parent|guardian|"
    r"saattaj)\w*[\s-]*(?:\w+\s)?(?:seura\w*|kanssa|kera|mukana|sällskap)|(?:i\ssällskap|tillsammans|i\sföljd|"
    r"ihop)\s(?:av|med)\s(?:en\s)?(?:vuxen|vuxna|förälder|föräldrar|målsman)|med\s(?:en\s)?(?:vuxen|förälder|"
    r"föräldrar|målsman)|(?:with|accompanied\sby)\s(?:an?\s|their\s|a\sresponsible\s)?(?:adult|parent|guardian)\w*|"
    r"must\sbe\saccompanied|aikuinen\smukana"
)
_GRADE = r"(?:-?\s?lk\b\.?|-?\s?luok\w*|-?\s?luoki\w*)"
_GRADES = re.compile(
    rf"(?<![\d.,:-])(?P<low>\d)\.?\s?(?:-|ja|–)\s?(?P<high>\d)\.?\s?{_GRADE}"
    r"|\b(?:åk|årskurs\w*|klass\w*|grades?|luokat|luokkien|luokille)\.?\s?(?P<low2>\d)\.?\s?(?:-|och|to|and|ja)\s?(?P<high2>\d)\b"
)
_ONE_GRADE = re.compile(
    rf"(?<![\d.,:-])(?P<low>\d)\.?\s?{_GRADE}|\b(?:åk|årskurs|grade)\.?\s?(?P<low2>\d)\b|\b(?P<low3>\d)(?:st|nd|rd|th)\sgraders?"
)
_PRESCHOOL = re.compile(r"\beskar\w*|\besikoulu\w*|\besiope\w*|\bviskari\w*|\bförskol(?:an|eelev)\w*|\bpreschool(?:ers)?\b")
_BORN = re.compile(
    r"(?<!\d)(?P<low>(?:19|20)\d\d)\s?(?:-\s?(?P<high>(?:19|20)?\d\d))?[\s-]*(?:vuonna\s)?synt\w*|\b(?:s\.|synt\w*\.?|"
    r"syntyneet|född[a]?|born(?:\sin)?)\s(?:v\.|vuosina|vuonna|åren|år|in|between)?\s?(?P<low2>(?:19|"
    r"20)\d\d)(?:\s?(?:-|och|and)\s?(?P<high2>(?:19|20)\d\d))?"
)
_SPORT = re.compile(r"(?<![\w-])(?P<sex>[ptu])\s?-?(?P<age>\d{1,2})(?![\d.,:]|\s?(?:€|e\b))")
_SPORT_YEAR = re.compile(r"(?<![\w-])(?P<sex>[pt])\s?-?(?P<year>20[01]\d)(?!\d)")
_CLASSES = re.compile(r"(?<![\w-])[ptu]\s?-?\d{1,2}")


@dataclass(slots=True)
class _Found:
    """Ages while they are gathered."""

    low: int | None = None
    high: int | None = None
    grades: list[int] = field(default_factory=list)
    extra: Shape = field(default_factory=dict)

    def widen(self, low: int | None, high: int | None) -> None:
        """Take in a further range; what has no bound has none."""
        known = self.low is not None or self.high is not None
        self.low = low if not known else None if low is None or self.low is None else min(low, self.low)
        self.high = high if not known else None if high is None or self.high is None else max(high, self.high)


def read_ages(text: str, reference: date) -> Shape:
    """Ages and audience of a phrase of kind ``age``: both bounds always, ``None`` where not told."""
    low = folded(text)
    found = _Found()
    rest = _supervision(low, found)
    rest = _figures(rest, found)
    _grades(rest, found)
    _birth_years(low, reference, found)
    audience = audiences_of(_AND_OLDER.sub(" ", low))
    _words(low, audience, found)
    if found.low is not None and found.low >= _SENIOR and "seniors" not in audience and not audience:
        audience = [*audience, "seniors"]
    shape = _bounds(found, low) | found.extra | ({"audience": audience} if audience else {})
    return shape | _ptv(low)


def read_audience(text: str, reference: date) -> Shape:
    """Whom a phrase of kind ``audience`` names; figures in it are ages all the same."""
    low = folded(text)
    shape: Shape = {"audience": audiences_of(low)}
    if _WITH_ADULT.search(low):
        shape["with_adult"] = True
    ages = read_ages(text, reference)
    if _has_figures(low):
        shape |= {key: ages[key] for key in ("age_min", "age_max", "grade", "accompany_under") if key in ages}
    if gender := gender_of(text):
        shape["gender"] = gender
    return shape | _ptv(low)


def ages_beside(text: str, reference: date) -> Shape:
    """Ages and audience that stand among other things (a title): only what is told, nothing for what is not."""
    low = folded(text)
    ages = read_ages(text, reference) if _has_figures(low) or _PRESCHOOL.search(low) or audiences_of(low) else {}
    told = {key: value for key, value in ages.items() if key not in {"age_min", "age_max", "ptv"}}
    if _has_figures(low) and (ages.get("age_min") is not None or ages.get("age_max") is not None):
        told |= {"age_min": ages.get("age_min"), "age_max": ages.get("age_max")}
    return told


def _has_figures(text: str) -> bool:
    """True where ages or grades stand in figures."""
    shapes = (_RANGE, _AGED, _ONE, _UPPER, _AT_MOST, _LOWER, _AND_OLDER, _PLUS, _LEGAL, _GRADES, _ONE_GRADE, _BORN, _SPORT, _MONTHS)
    return any(shape.search(text) for shape in shapes)


def _supervision(text: str, found: _Found) -> str:
    """Who must come along, and the text without the ages that only say that."""
    adult = _WITH_ADULT.search(text)
    if not adult:
        return text
    for under in _UPPER.finditer(text):
        near = under.start() <= adult.start() and adult.start() - under.end() < _NEAR
        if near and _plausible(int(under["high"])) and (int(under["high"]) >= _SCHOOL or _IN_COMPANY.search(adult[0])):
            found.extra["accompany_under"] = int(under["high"])
            return text[: under.start()] + " " + text[under.end() :]
    found.extra["with_adult"] = True
    return text


def _plausible(*ages: int) -> bool:
    """True for ages that people have."""
    return all(0 <= age <= _OLDEST for age in ages)


def _figures(text: str, found: _Found) -> str:
    """Ranges and limits in figures; each piece is taken once."""
    for shape, take in _SHAPES:
        for match in list(shape.finditer(text)):
            take(match, found)
        text = shape.sub(" ", text)
    return text


def _take_range(match: re.Match[str], found: _Found) -> None:
    low, high = int(match["low"]), int(match["high"])
    if low <= high and _plausible(low, high):
        found.widen(low, high)


def _take_months(match: re.Match[str], found: _Found) -> None:
    high, unit = match["high"] or match["high2"], match["unit"] or match["unit2"]
    months = unit.startswith(("kk", "mån", "month"))
    found.widen(int(match["low"]) // 12, int(high) // 12 if months else int(high))


def _take_upper(match: re.Match[str], found: _Found) -> None:
    high = int(match["high"])
    if _plausible(high) and high:
        found.widen(0 if high <= _CHILD else None, high - 1)


def _take_at_most(match: re.Match[str], found: _Found) -> None:
    high = int(match["high"])
    if _plausible(high):
        found.widen(0 if high <= _CHILD else None, high)


def _take_lower(match: re.Match[str], found: _Found) -> None:
    if _plausible(int(match["low"])):
        found.widen(int(match["low"]), None)


def _take_plus(match: re.Match[str], found: _Found) -> None:
    low = int(match["low"] or match["other"])
    if _plausible(low):
        found.widen(low, None)


def _take_legal(match: re.Match[str], found: _Found) -> None:
    found.widen(int(match["low"]), None)
    found.extra["legal_limit"] = True


def _take_one(match: re.Match[str], found: _Found) -> None:
    if _plausible(int(match["low"])):
        found.widen(int(match["low"]), int(match["low"]))


_SHAPES = (
    (_MONTHS, _take_months), (_RANGE, _take_range), (_AGED, _take_range), (_LEGAL, _take_legal), (_AND_OLDER, _take_lower),
    (_AT_MOST, _take_at_most), (_UPPER, _take_upper), (_LOWER, _take_lower), (_PLUS, _take_plus), (_ONE, _take_one),
)  # fmt: skip
"""What is looked for, the most telling first."""


def _grades(text: str, found: _Found) -> None:
    """School grades, the pre-school year being grade 0."""
    for match in _GRADES.finditer(text):
        found.grades += [int(match["low"] or match["low2"]), int(match["high"] or match["high2"])]
    for match in _ONE_GRADE.finditer(_GRADES.sub(" ", text)):
        found.grades.append(int(match["low"] or match["low2"] or match["low3"]))
    if _PRESCHOOL.search(text):
        found.grades.append(0)
    if found.grades:
        first, last = min(found.grades), max(found.grades)
        found.widen(6 + first, 7 + last)
        found.extra["grade"] = [first, last]


def _birth_years(text: str, reference: date, found: _Found) -> None:
    """Years of birth, kept as the truth; the ages are those of the reference's year."""
    for match in _BORN.finditer(text):
        low = int(match["low"] or match["low2"])
        told = match["high"] or match["high2"]
        high = int(told) if told and len(told) == 4 else low // 100 * 100 + int(told) if told else low  # noqa: PLR2004
        _born(low, high, reference, found)
    for match in _SPORT_YEAR.finditer(text):
        found.extra.setdefault("sport_classes", []).append(f"{match['sex'].upper()}{match['year']}")
        _born(int(match["year"]), int(match["year"]), reference, found)


def _born(low: int, high: int, reference: date, found: _Found) -> None:
    """Years of birth as ages."""
    if low <= high <= reference.year:
        found.widen(reference.year - high, reference.year - low)
        found.extra["birth_years"] = [low, high]


def _words(text: str, audience: list[str], found: _Found) -> None:
    """Ages that words imply: schools, babies, the age classes of sports."""
    figures = found.low is not None or found.high is not None or bool(found.grades)
    for shape, low, high, first, last in SCHOOLS:
        if re.search(rf"\b(?:{shape})", text) and not figures:
            found.widen(low, high)
            found.extra["grade"] = [first, last]
    for code in audience:
        if code in AGES and not figures and "accompany_under" not in found.extra:
            found.widen(AGES[code][0], AGES[code][1])
    classes = [f"{match['sex'].upper()}{match['age']}" for match in _SPORT.finditer(text)]
    if classes:
        found.extra["sport_classes"] = classes
        found.high = max(int(name[1:]) for name in classes)


def _bounds(found: _Found, text: str) -> Shape:
    """Both bounds; of sports classes only the upper one is told."""
    if "sport_classes" in found.extra and found.low is None and _CLASSES.search(text):
        return {"age_max": found.high}
    return {"age_min": found.low, "age_max": found.high}


def audiences_of(text: str) -> list[str]:
    """The audiences whose words stand in a folded text, in the order in which they stand there."""
    found: dict[str, int] = {}
    taken: list[tuple[int, int]] = []
    for code, shape in _AUDIENCES:
        for match in shape.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                found.setdefault(code, match.start())
    return sorted(found, key=lambda code: found[code])


_AUDIENCES = tuple((code, re.compile(rf"(?<![\w])(?:{shape})(?![\w])")) for code, shape in AUDIENCES)
_PTV = tuple((code, re.compile(rf"(?<![\w])(?:{shape})(?![\w])")) for code, shape in PTV)
_GENDERS = tuple((code, re.compile(rf"(?<![\w])(?:{shape})(?![\w])")) for code, shape in GENDERS)


def _ptv(text: str) -> Shape:
    """The code of the national target group that the words name, where it is one."""
    codes = [code for code, shape in _PTV if shape.search(text)]
    return {"ptv": codes[0]} if len(codes) == 1 else {}


def gender_of(text: str) -> str:
    """``male`` or ``female`` where one of them is named and the other is not."""
    low = folded(text)
    found = [code for code, shape in _GENDERS if shape.search(low)]
    return found[0] if len(found) == 1 else ""
