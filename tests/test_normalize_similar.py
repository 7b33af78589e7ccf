from __future__ import annotations

import random
from typing import Any

import pytest

from normalize.names import name_of
from normalize.similar import Content, Similar, SimilarRules, similar

DAY = 86_400
FIRST = 1_796_000_400
TOWN, VILLAGE, FAR = (61.8675, 28.8861), (61.912, 29.285), (62.9, 27.7)
RULES = SimilarRules()


def content(identifier: str, name: str = "Ensiapukurssi EA1", day: float = 0, **told: Any) -> Content:
    language = told.pop("language", "fi")
    values: dict[str, Any] = {
        "event_id": identifier,
        "starts": (FIRST + int(day * DAY),),
        "names": (name_of(name, language),),
        "subjects": frozenset({"first_aid_safety"}),
        "organizer_id": f"organizer-{identifier}",
        "place_id": f"place-{identifier}",
        "point": TOWN,
    }
    return Content(**values | told)


def pairs(*contents: Content, rules: SimilarRules = RULES) -> list[tuple[str, str]]:
    return [(one.event_a, one.event_b) for one in similar(contents, rules)]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"name": "Ensiapukurssi EA1", "day": 20}, id="three weeks later"),
        pytest.param({"name": "EA1-ensiapukurssi", "day": 60}, id="other words, sixty days"),
        pytest.param({"name": "First aid course EA1", "language": "en", "day": 9}, id="another language"),
        pytest.param({"day": 5, "point": VILLAGE}, id="in a village 21 km away"),
        pytest.param({"day": 5, "audience": frozenset({"adults"})}, id="for everybody in other words"),
        pytest.param({"starts": (FIRST + 8 * DAY, FIRST + 9 * DAY)}, id="two days long"),
    ],
)
def test_nearly_the_same(other: dict[str, Any]) -> None:
    assert pairs(content("a"), content("b", **other)) == [("a", "b")]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"day": 61}, id="too long after"),
        pytest.param({"day": 5, "point": FAR}, id="too far away"),
        pytest.param({"day": 5, "point": None}, id="nobody knows how far"),
        pytest.param({"day": 5, "organizer_id": "organizer-a"}, id="one organizer knows"),
        pytest.param({"day": 5, "place_id": "place-a"}, id="one name in one place: two dates of one thing"),
        pytest.param({"day": 5, "is_series": True}, id="a club"),
        pytest.param({"starts": tuple(FIRST + n * 7 * DAY for n in range(12))}, id="a term's course"),
        pytest.param({"starts": ()}, id="no dates"),
        pytest.param({"day": 5, "kind": "service"}, id="standing help"),
        pytest.param({"day": 5, "name": "Ensiavun kertaus: palovammat"}, id="something else of the subject"),
        pytest.param({"day": 5, "subjects": frozenset({"cooking"})}, id="another subject"),
        pytest.param({"day": 5, "subjects": frozenset()}, id="nobody knows what about"),
        pytest.param({"day": 5, "audience": frozenset({"youth"})}, id="for other people"),
    ],
)
def test_not_the_same(other: dict[str, Any]) -> None:
    assert pairs(content("a"), content("b", **other)) == []


def test_what_is_told() -> None:
    audience = frozenset({"seniors"})
    a, b = content("z", audience=audience), content("b", day=8.5, point=VILLAGE, audience=audience | {"volunteers"})
    [told] = similar([a, b], RULES)
    assert told._replace(shared=()) == Similar("b", "z", 8, 21.5, ())
    assert told.shared[0] == "first_aid_safety"
    assert len(told.shared) > 1


@pytest.mark.parametrize("subject", sorted(RULES.performed))
def test_performances_are_occasions_of_their_own(subject: str) -> None:
    subjects = frozenset({subject, "first_aid_safety"})
    assert pairs(content("a", subjects=subjects), content("b", day=5, subjects=subjects)) == []


def test_different_levels_are_different_courses() -> None:
    assert pairs(content("a", "Suomea alkeista"), content("b", "Suomen jatkokurssi", 5)) == []
    assert pairs(content("a", "Ensiapukurssi EA1"), content("b", "Ensiapukurssi EA2", 5)) == []


def test_what_everybody_arranges_is_a_custom() -> None:
    courses = [content(f"course-{number}", day=number) for number in range(5)]
    assert pairs(*courses[:3]) == [("course-0", "course-1"), ("course-0", "course-2"), ("course-1", "course-2")]
    assert pairs(*courses) == []
    assert len(pairs(*courses, rules=SimilarRules(most_alike=5))) == 10


def test_words_that_many_names_have_are_too_little() -> None:
    fairs = [content(name, "Joulumyyjäiset", subjects=frozenset({"sales_fairs"})) for name in ("a", "b")]
    assert pairs(*fairs) == []


def test_any_order() -> None:
    chance = random.Random(4)
    names = ("Ensiapukurssi EA1", "First aid course", "Digineuvontaa senioreille", "Digituki ikäihmisille", "Neuleilta", "Neulontailta")
    contents = [content(f"c{number}", chance.choice(names), chance.randrange(300)) for number in range(60)]
    answer = similar(contents, SimilarRules(days=9))
    assert answer
    for _ in range(3):
        assert similar(chance.sample(contents, len(contents)), SimilarRules(days=9)) == answer
