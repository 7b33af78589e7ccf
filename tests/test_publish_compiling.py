"""Templates mean the same to the quick compiler as to Jinja: the same text, the same errors."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from publish.almanac import Almanac
from publish.assets import read_assets
from publish.compiling import QuickEnvironment, written
from publish.contents import Found, site_sections
from publish.evidence import event_facts
from publish.folders import Folders
from publish.frame import shared
from publish.rendering import environment
from publish.views import Link
from tests.publish_joined import editions_of
from tests.publish_rows import small_region

MACROS = """
{% macro plain(a) %}[{{ a }}]{% endmacro %}
{% macro more(a, b="<b>", c=none) %}[{{ a }}|{{ b }}|{{ c }}]{% endmacro %}
{% macro rest(a) %}[{{ a }}|{{ varargs|join }}|{{ kwargs|length }}]{% endmacro %}
{% macro around(a) %}<p>{{ caller(a) }}</p>{% endmacro %}
{% macro lacking(a) %}[{{ a }}]{% endmacro %}
"""
PIECES = [
    "{{ text }}|{{ mark }}|{{ number }}|{{ none }}|{{ link.text }}|{{ names.one }}|{{ names['one'] }}",
    "{{ plain(text) }}{{ plain(a=text) }}{{ plain(mark) }}",
    "{{ more(text) }}{{ more(text, 1) }}{{ more(text, c=2) }}{{ more(c=1, a=2) }}{{ more(1, 2, 3) }}",
    "{{ rest(1, 2, 3) }}{{ rest(1, x=2) }}",
    "{% call(one) around(text) %}({{ one }}){% endcall %}",
    "{{ greet('<x>', name=text) }}{{ greet(*['a'], **{'name': 'b'}) }}",
    "{{ tag(class='wide') }}",
    "{% for one in [1, 2] %}{{ loop.index }}{{ plain(one) }}{{ greet(one, name=loop.last) }}{% endfor %}",
    "{% set said %}{{ plain(text) }}{% endset %}{{ said }}{{ plain(said) }}",
    "{% autoescape false %}{{ text }}{{ plain(text) }}{% endautoescape %}",
    "{{ text|upper }}{{ (text ~ mark) }}{{ text if number else mark }}{{ dict(a=1).a }}{{ link.text.upper() }}",
]
WRONG = ["{{ nothing }}", "{{ link.nothing }}", "{{ nothing(1) }}", "{{ plain(nothing) }}", "{{ lacking() }}", "{{ names.nothing.more }}"]


def both(source: str) -> tuple[Any, Any]:
    """The template in Jinja and in ours."""
    pages = {"page": '{% from "macros" import plain, more, rest, around, lacking with context %}' + source, "macros": MACROS}
    options: dict[str, Any] = {"loader": DictLoader(pages), "autoescape": True, "undefined": StrictUndefined}
    return Environment(**options).get_template("page"), QuickEnvironment(**options).get_template("page")  # noqa: S701 - it is in the options


def context() -> Mapping[str, Any]:
    return {
        "text": "<a & 'b' \"c\">",
        "mark": Markup("<b>&amp;</b>"),
        "number": 7,
        "link": Link("/", "<Yksi>"),
        "names": {"one": "&"},
        "greet": lambda word, name: f"{word} <{name}>",
        "tag": lambda **values: str(values),
    }


@pytest.mark.parametrize("source", PIECES)
def test_every_form_gives_the_same_text(source: str) -> None:
    plain, quick = both(source)
    assert quick.render(context()) == plain.render(context())


@pytest.mark.parametrize("source", WRONG)
def test_an_undefined_name_is_an_error(source: str) -> None:
    for template in both(source):
        with pytest.raises(UndefinedError):
            template.render(context())


@given(st.one_of(st.text(), st.integers(), st.none(), st.text().map(Markup), st.text().map(escape)))
def test_values_are_written_as_markupsafe_writes_them(value: object) -> None:
    assert written(value) == escape(value)


def test_the_pages_of_the_site_are_the_same_by_jinja_itself() -> None:
    editions, folders = editions_of(small_region()), Folders.found(Path("none"))
    almanac: Almanac = editions["fi"].almanac
    assets = read_assets(folders)
    known = shared(editions["fi"], assets, "")
    plain, quick = (environment(folders.templates, known, kind=kind) for kind in (Environment, QuickEnvironment))
    seen: set[str] = set()

    def render(_: str, template: str, shown: Mapping[str, Any]) -> bytes:
        made = quick.get_template(template).render(shown)
        assert made == plain.get_template(template).render(shown)
        seen.add(template)
        return made.encode()

    sections = site_sections({"fi": editions["fi"]}, assets, render, event_facts(almanac), Found.of(almanac))  # type: ignore[arg-type]
    for page in chain.from_iterable(islice(section, 12) for section in sections):
        page.render()
    assert {"pages/home.html", "pages/event.html", "pages/series.html", "pages/day.html", "pages/facet.html", "pages/sheet.html"} <= seen
