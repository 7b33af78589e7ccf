"""From a text on a page to the value of a field: each step of a rule, and their order."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from harvesters.field_rules import Rule, check_fields, check_names, flattened
from harvesters.field_values import Captures, filled


def value(rule: dict[str, Any], *texts: str, name: str = "name", known: dict[str, str] | None = None) -> tuple[str, ...]:
    found = Captures(known=dict(known or {}))
    found.read({name: Rule.model_validate(rule)}, lambda _: list(texts))
    return found.values.get(name, ())


@pytest.mark.parametrize(
    ("rule", "texts", "values"),
    [
        ({}, ["  Tuoli\n jumppa "], ("Tuoli jumppa",)),
        ({}, ["", "toinen", "kolmas"], ("toinen",)),
        ({"join": ", "}, ["yksi", "kaksi"], ("yksi, kaksi",)),
        ({"regex": r"\d+ €"}, ["Liput 12 € ovelta"], ("12 €",)),
        ({"regex": r"klo (\d+)|kello (\d+)"}, ["kello 18"], ("18",)),
        ({"regex": r"\d+"}, ["ei numeroita"], ()),
        ({"regex": r"\d+", "default": "?"}, ["ei numeroita"], ("?",)),
        ({"regex": r".+"}, ["rivi yksi\nrivi kaksi"], ("rivi yksi",)),
        ({"replace": {"miestenj": "miesten"}}, ["miestenj jumppa"], ("miesten jumppa",)),
        ({"replace": {r"(\d):([ap])": r"\1 \2"}}, ["3:pm"], ("3 pm",)),
        ({"map": {"Peruttu": "CANCELLED"}}, [" PERUTTU "], ("CANCELLED",)),
        ({"map": {"peruttu": "CANCELLED"}}, ["ehkä"], ("ehkä",)),
        ({"map": {"peruttu": "CANCELLED", "*": ""}}, ["ehkä"], ()),
        ({"template": "{text} (2026)"}, ["Vappu"], ("Vappu (2026)",)),
        ({"template": "{text} (2026)"}, [""], ()),
        ({"regex": r"(?P<day>\d+)\.(?P<month>\d+)\.", "template": "{month}/{day}"}, ["28.11."], ("11/28",)),
        ({"map": {"tammi": "1"}, "template": "{text}.2027"}, ["Tammi"], ("1.2027",)),
        ({"divide": 100}, ["1800"], ("18",)),
        ({"divide": 100}, ["1850"], ("18.50",)),
        ({"divide": 100}, ["12,5"], ("0.12",)),
        ({"divide": 100}, ["maksuton"], ("maksuton",)),
        ({"value": "aina"}, ["muu"], ("aina",)),
        ({"value": 5}, [], ("5",)),
        ({"value": True}, [], ("true",)),
    ],
)
def test_each_step(rule: dict[str, Any], texts: list[str], values: tuple[str, ...]) -> None:
    assert value(rule, *texts) == values


def test_fields_that_may_have_several_values_keep_them_all() -> None:
    assert value({"split": r"\s*,\s*"}, "musiikki, lapset,,musiikki", name="categories") == ("musiikki", "lapset")


def test_long_texts_keep_their_lines() -> None:
    assert value({}, "yksi\nkaksi", name="description") == ("yksi\nkaksi",)


@pytest.mark.parametrize(
    ("template", "known", "text"),
    [
        ("{date} klo {time}", {"date": "28.11.", "time": "18"}, "28.11. klo 18"),
        ("{date} klo {time}", {"date": "28.11."}, ""),
        ("{date}[ klo {time}]", {"date": "28.11."}, "28.11."),
        ("{date}[ klo {time}]", {"date": "28.11.", "time": "18"}, "28.11. klo 18"),
        ("[{a}][{b}]", {"b": "x"}, "x"),
        ("{a}", {"a": "{b} [c]", "b": "never"}, "{b} [c]"),
    ],
)
def test_templates(template: str, known: dict[str, str], text: str) -> None:
    assert filled(template, known) == text


@given(st.dictionaries(st.sampled_from(["a", "b"]), st.text(min_size=1, max_size=10)))
def test_what_a_publisher_writes_is_never_taken_for_a_template(known: dict[str, str]) -> None:
    assert filled("{a}|[{b}]", known) == (f"{known['a']}|{known.get('b', '')}" if "a" in known else "")


def test_later_fields_use_earlier_ones() -> None:
    found = Captures()
    rules = {"date": Rule(regex=r"(?P<day>\d+)\.(?P<month>\d+)\."), "when": Rule(template="{day}.{month}.2026")}
    found.read(rules, lambda rule: ["la 28.11."] if rule.regex else None)
    assert found.values["when"] == ("28.11.2026",)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"regex": "("}, "is no regular expression"),
        ({"split": "*"}, "is no regular expression"),
        ({"replace": {"(": ""}}, "is no regular expression"),
        ({"replace": {"a": r"\3"}}, "cannot be put in its place"),
        ({"format": "dd.mm."}, "is no format"),
        ({"format": ["%d.%m.%Y", "%x"]}, "%x is not known"),
        ({"template": "{date"}, "write names as {date}"),
        ({"template": "{ date }"}, "write names as {date}"),
        ({"template": "[{a}"}, "needs its ]"),
        ({"zone": "Helsinki"}, "is not an IANA time zone"),
        ({"map": {False: "x"}}, "put the words yes, no"),
        ({"divide": 0}, "greater than or equal to 1"),
        ({"fromat": "iso"}, "Extra inputs"),
        ({"locale": "de"}, "'fi', 'sv' or 'en'"),
    ],
)
def test_a_mistake_in_a_rule_is_named_when_it_is_loaded(rule: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said.replace("(", r"\(").replace("{", r"\{").replace("]", r"\]")):
        Rule.model_validate(rule)


def test_names_are_checked() -> None:
    with pytest.raises(ValueError, match="'nmae' is no field; is 'name' meant"):
        flattened({"nmae": "h2"}, "css", only_words=True)
    with pytest.raises(ValueError, match="Other names go under captures"):
        flattened({"xyz": "h2"}, "css", only_words=True)
    with pytest.raises(ValueError, match="small letters"):
        flattened({"Päivä": "h2"}, "css", only_words=False)
    with pytest.raises(ValueError, match=r"uses \{day\}, which no capture"):
        check_names([{"start": Rule(template="{day}"), "day": Rule()}])
    assert check_names([{"day": Rule(), "start": Rule(template="{day}")}]) >= {"day", "start"}


def test_languages_become_fields_of_their_own() -> None:
    assert flattened({"name": {"fi": "h2", "sv": {"css": "h3"}}, "url": "a"}, "css", only_words=True) == {
        "name:fi": {"css": "h2"},
        "name:sv": {"css": "h3"},
        "url": {"css": "a"},
    }
    assert flattened({"name": {"css": "h2"}}, "css", only_words=True) == {"name": {"css": "h2"}}


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ({"start": Rule()}, "name is missing"),
        ({"name": Rule(), "price": Rule(format=("%d.%m.%Y",))}, "only days and times have a format"),
        ({"name": Rule(), "remaining": Rule()}, "places left need a uid"),
    ],
)
def test_fields_that_make_no_event_are_refused(rules: dict[str, Rule], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        check_fields(rules)
