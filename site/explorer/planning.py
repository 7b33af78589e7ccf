"""``/suunnittele``: what a planned event would compete with, and the weeks in which there is room. Nothing that is asked is stored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from datasette import Response

from explorer.addresses import LANGUAGES, Language
from explorer.page import Asked, Page
from explorer.planning_form import AUDIENCE, DAY, MONTH, RADII, YEAR, Problem, Wish, is_asked, read
from explorer.planning_result import holidays_of as holidays
from explorer.planning_result import planned, reading, result, rules_for, window_of
from explorer.planning_weeks import PARTS, Calendar, Week, span, weeks
from explorer.statistics_areas import Area, areas_of, by_slug, code_of, slugs_of
from explorer.statistics_outputs import CSV, csv_text, plain
from explorer.texts import part_words
from normalize.model import Texts
from normalize.planning import Plan, PlanRequest
from normalize.planning_words import best, day_text, note_text, told
from store.planning import Taken, taken
from store.planning_choices import Choices, PlaceChoice, choices
from store.planning_links import links_of
from store.statistics import terms

PART = "planning"
ALL = ""
"""Stands for every audience, or the whole region."""
_MOST_SELECTS = 4
_Page = dict[str, Any]


async def plan_page(asked: Asked) -> Response:
    """The form, with the answer above it where a plan was sent."""
    known = await asked.kept("planning choices", choices)
    wish = read(asked.query, known, asked.region.timezone, asked.today)
    found = await _plan(asked, wish)
    context = {**_form(asked, wish, known), "weeks": await _weeks_choices(asked)}
    if found is None:
        status = 400 if wish.problems else 200
        return await asked.page("planning/plan.html", PART, status=status, found=None, plan=None, **context)
    links = await asked.read(
        lambda connection: links_of(
            connection, (one.event_id for one in found.competing), (one.facts.organizer_id for one in found.competing)
        )
    )
    shown = result(found, known.names, links, asked, lambda parameters: f"{asked.about.own('planning')}?{urlencode(parameters)}")
    return await asked.page(
        "planning/plan.html", PART, found=shown, plan=found, asked_for=_sentence(asked, found.request, known), **context
    )


async def plan_data(asked: Asked) -> Response:
    """The answer as data, or what is wrong with the question."""
    known = await asked.kept("planning choices", choices)
    wish = read(asked.query, known, asked.region.timezone, asked.today)
    found = await _plan(asked, wish)
    if found is None:
        problems = wish.problems or (Problem(name=DAY, code="no_day"),)
        told_wrong = [{"field": one.name, "message": _message(asked, one)} for one in problems]
        return asked.json({"ok": False, "status": 400, "error": told_wrong[0]["message"], "problems": told_wrong}, 400)
    return asked.json(plain(told(found)))


async def _plan(asked: Asked, wish: Wish) -> Plan | None:
    """The plan held against what is on; ``None`` where there is none to hold."""
    if wish.request is None:
        return None
    request, region, today = wish.request, asked.region, asked.today
    going = await asked.kept(("going", window_of(request.day)[0]), reading(request.day, region))
    return await asked.in_thread(planned, request, going, region, today)


def _form(asked: Asked, wish: Wish, known: Choices) -> _Page:
    """What the form shows: fields as they were filled in, choices, and problems in words beside their fields."""
    return {
        "wish": wish,
        "problems": [(one.name, _message(asked, one)) for one in wish.problems],
        "places": _places(known, asked.language),
        "audiences": [(code, best(names, asked.language)) for code, names in known.audiences.items()],
        "themes": _themes(known, asked.language),
        "radii": RADII,
        "year": wish.written[YEAR] or str(asked.today.year),
        "audience_fields": _selects(wish.audiences, known.audiences),
        "topic_fields": _selects(wish.topics, known.themes),
        "was_asked": is_asked(asked.query),
        "data_href": f"{asked.href(PART, _data_word(asked.language))}?{asked.request.query_string}",
    }


def _selects(chosen: Sequence[str], known: Any) -> list[str]:
    """What each of the fields of one name shows: what was chosen, and one more to choose."""
    fitting = [code for code in chosen if code in known]
    return [*fitting, ""][:_MOST_SELECTS] if fitting else [""]


def _message(asked: Asked, problem: Problem) -> str:
    return asked.words(PART)(f"problem_{problem.code}", **problem.values)


def _places(known: Choices, language: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Municipality to its places and their rooms, as the field's values and texts."""
    found: dict[str, list[tuple[str, str]]] = {}
    for place in known.places.values():
        name = best(place.names, language)
        options = found.setdefault(place.municipality, [])
        options.append((place.id, name))
        options += [(f"{place.id}/{room}", f"{name}: {best(names, language)}") for room, names in place.rooms.items()]
    return [(of, sorted(options, key=lambda option: option[1].casefold())) for of, options in found.items()]


def _themes(known: Choices, language: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Each topic with its subjects."""
    subjects: dict[str, list[tuple[str, str]]] = {}
    for code, topic in known.topic_of.items():
        subjects.setdefault(topic, []).append((code, best(known.themes[code], language)))
    topics = [(code, names) for code, names in known.themes.items() if code not in known.topic_of]
    return [(code, best(names, language), sorted(subjects.get(code, []), key=lambda one: one[1].casefold())) for code, names in topics]


def _sentence(asked: Asked, request: PlanRequest, known: Choices) -> str:
    """What was asked, in words: place, room, for whom, what about, how far."""
    words, place = asked.words(PART), known.places.get(request.place_id)
    parts = [_place_name(place, request.room, asked.language) if place else words["whole_region"]]
    parts += [best(known.names[code], asked.language).lower() for code in (*request.audience, *request.topics)]
    parts += [words("within", km=f"{request.radius_km:g}".replace(".", words["decimal"]))] if request.radius_km else []
    return ", ".join(parts)


def _place_name(place: PlaceChoice, room: str, language: str) -> str:
    name = best(place.names, language)
    return f"{name} ({best(place.rooms[room], language)})" if room else name


async def weeks_door(asked: Asked) -> Response:
    """From the form that chooses audience and area to the address that they have."""
    audiences, areas = await _audiences(asked), await _areas(asked)
    slugs = _audience_slugs(asked, audiences)
    code = asked.query.get(AUDIENCE) or ALL
    area = asked.query.get("alue") or asked.words(PART)["slug_everywhere"]
    if code not in slugs or (area != asked.words(PART)["slug_everywhere"] and by_slug(areas, area) is None):
        return asked.missing()
    return asked.see_other(asked.href(PART, slugs[code], area))


async def weeks_page(asked: Asked) -> Response:
    """The weeks of an audience in an area, as a page, CSV or JSON."""
    audiences, areas = await _audiences(asked), await _areas(asked)
    words = asked.words(PART)
    code = code_of(_audience_slugs(asked, audiences), asked.parts["audience"])
    area = by_slug(areas, asked.parts["area"])
    if code is None or (area is None and asked.parts["area"] not in _everywhere()):
        return asked.missing()
    made = await _weeks(asked, code, area)
    if asked.parts["format"] == ".json":
        return asked.json({"audience": code, "area": area.key if area else ALL, "weeks": [_week_data(week) for week in made]})
    if asked.parts["format"] == ".csv":
        heads = [words[f"column_{name}"] for name in ("date", "week", "weekday", "part", "count", "names", "notes")]
        return asked.text(csv_text(heads, _lines(asked, made)), CSV, filename=f"{asked.parts['audience']}-{asked.parts['area']}.csv")
    name = best(audiences[code], asked.language) if code else words["all_audiences"]
    return await asked.page(
        "planning/weeks.html",
        PART,
        made=made,
        day_parts=list(PARTS),
        audience=name,
        code=code,
        area=area.name if area else words["whole_region"],
        day_href=lambda day: f"{asked.about.own(PART)}?{urlencode(_prefilled(day, code))}#{DAY}",
        note=lambda note: note_text(note, asked.language),
        day_text=lambda day: day_text(day, asked.language),
        weeks=await _weeks_choices(asked, code, asked.parts["area"]),
        here=asked.href(PART, asked.parts["audience"], asked.parts["area"]),
        languages=_week_languages(asked, audiences, code, area),
    )


async def _weeks(asked: Asked, code: str, area: Area | None) -> list[Week]:
    """Kept by audience: another area of the same people costs no reading."""
    region, today, language = asked.region, asked.today, asked.language
    first, last = span(today)
    rules = rules_for(region)
    found: list[Taken] = await asked.kept(("taken", code, first), lambda connection: taken(connection, first, last, rules, code))
    by = Calendar(closed=holidays(region), timezone=region.timezone, today=today)
    return await asked.in_thread(weeks, found, area.key if area else ALL, by, language)


def _prefilled(day: date, code: str) -> list[tuple[str, str]]:
    found = [(DAY, str(day.day)), (MONTH, str(day.month)), (YEAR, str(day.year))]
    return [*found, (AUDIENCE, code)] if code else found


def _week_data(week: Week) -> Any:
    days = [
        {
            "date": day.date,
            "notes": day.notes,
            **{part: {"count": cell.count, "names": [one.name for one in cell.named]} for part, cell in day.cells.items()},
        }
        for day in week.days
    ]
    return plain({"week": week.number, "days": days})


def _lines(asked: Asked, made: Sequence[Week]) -> Any:
    """One line a part of a day."""
    words = asked.words(PART)
    for week in made:
        for day in week.days:
            notes = "; ".join(note_text(note, asked.language) for note in day.notes)
            for part, cell in day.cells.items():
                names = "; ".join(one.name for one in cell.named)
                yield day.date, week.number, words[f"weekday_{day.date.isoweekday()}"], words[f"part_{part}"], cell.count, names, notes


async def _audiences(asked: Asked) -> dict[str, Texts]:
    found = await asked.kept("terms", terms)
    return dict(found.audiences)


async def _areas(asked: Asked) -> tuple[Area, ...]:
    found = await asked.kept("terms", terms)
    return areas_of(found)


def _audience_slugs(asked: Asked, audiences: dict[str, Texts], language: Language | None = None) -> dict[str, str]:
    words = part_words(PART, language or asked.language)
    return {**slugs_of(audiences, language or asked.language), ALL: words["slug_all"]}


def _everywhere() -> set[str]:
    return {part_words(PART, language)["slug_everywhere"] for language in LANGUAGES}


async def _weeks_choices(asked: Asked, code: str = "", area: str = "") -> _Page:
    """The form that chooses whose weeks are shown."""
    audiences = await _audiences(asked)
    return {
        "action": asked.href(PART, asked.words(PART)["slug_weeks"]),
        "audiences": [(one, best(names, asked.language)) for one, names in audiences.items()],
        "areas": await _areas(asked),
        "code": code,
        "area": area,
    }


def _week_languages(asked: Asked, audiences: dict[str, Texts], code: str, area: Area | None) -> list[tuple[Language, str]]:
    """The same weeks in each language."""
    known = asked.datasette.pages.languages
    return [
        (
            language,
            asked.href(
                PART,
                _audience_slugs(asked, audiences, language)[code],
                area.slug if area else part_words(PART, language)["slug_everywhere"],
                language=language,
            ),
        )
        for language in LANGUAGES
        if language in known
    ]


def _data_word(language: Language) -> str:
    return f"{part_words(PART, language)['slug_time']}.json"


_WEEKS = "|".join(part_words(PART, language)["slug_weeks"] for language in LANGUAGES)
_TIMES = "|".join(part_words(PART, language)["slug_time"] for language in LANGUAGES)
PAGES = (
    Page(kind="planning", view=plan_page),
    Page(kind="planning", view=plan_data, rest=rf"(?:{_TIMES})\.json"),
    Page(kind="planning", view=weeks_door, rest=rf"(?:{_WEEKS})"),
    Page(kind="planning", view=weeks_page, rest=r"(?P<audience>[a-z0-9_-]{1,80})/(?P<area>[a-z0-9-]{1,80})(?P<format>\.json|\.csv|)"),
)
