"""Every kind of page is sound HTML: no parse error of the standard, no attribute twice, and what is told to machines in their form.

What holds elements together beyond that is asked of the Nu checker by hand (docs/proof.md).
"""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from justhtml import JustHTML

from tests.once import made_once
from tests.site_kinds import every_kind, examples, publish_every_kind

TIME = re.compile(r"\d{4}-\d\d(-\d\d)?|\d{4}-W\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)?|P[0-9DTHMS]+")
"""The forms of ``time datetime`` that we write (WHATWG HTML, section 4.5.14)."""
REFERENCES = {"for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list"}


class Attributes(HTMLParser):
    """What an HTML parser passes over in silence."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.ids: Counter[str] = Counter()
        self.meant: list[str] = []
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if len(values) < len(attrs):
            self.wrong.append(f"<{tag}> has an attribute twice: {attrs}")
        if tag == "time" and not TIME.fullmatch(values.get("datetime") or ""):
            self.wrong.append(f"no time: {values.get('datetime')!r}")
        if tag in {"a", "button"}:
            self.wrong += [f"<{tag}> within <{outer}>" for outer in self._links]
            self._links.append(tag)
        self.ids.update([values["id"] or ""] if "id" in values else [])
        self.meant += [name for key in REFERENCES & set(values) for name in (values[key] or "").split()]

    def handle_endtag(self, tag: str) -> None:
        if tag in {"a", "button"} and self._links:
            self._links.pop()

    def found(self) -> list[str]:
        """Everything that is wrong, at the end of the page."""
        twice = [f"id {name!r} stands {n} times" for name, n in self.ids.items() if n > 1 or not name.strip() or " " in name]
        return [*self.wrong, *twice, *(f"no id {name!r}" for name in self.meant if name not in self.ids)]


def faults(html: str) -> list[str]:
    """What is wrong with a page."""
    errors = JustHTML(html, collect_errors=True).errors
    attributes = Attributes()
    attributes.feed(html)
    return [f"line {error.line}: {error.code}" for error in errors] + attributes.found()


def test_every_kind_of_page_is_sound_html(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = made_once(tmp_path_factory, "every-kind", publish_every_kind) / "public"
    wrong = []
    for one in examples(every_kind()):
        for path in one.paths.values():
            file = root / path.lstrip("/") / ("index.html" if path.endswith("/") else "")
            wrong += [f"{path}: {fault}" for fault in faults(file.read_text(encoding="utf-8"))]
    assert wrong == []


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<p><div>Text</div></p>", "unexpected-end-tag"),
        ("<ul><li>Text</b></ul>", "unexpected-end-tag"),
        ("<p id=a>Text<p id=a>Text", "id 'a' stands 2 times"),
        ("<label for=b>Text</label>", "no id 'b'"),
        ("<a href=/ href=/b>Text</a>", "has an attribute twice"),
        ("<a href=/>Text<button>Text</button></a>", "<button> within <a>"),
        ("<time>now</time>", "no time: None"),
        ("<time datetime='24.11.2026'>now</time>", "no time: '24.11.2026'"),
    ],
)
def test_what_is_wrong_is_found(html: str, fault: str) -> None:
    page = f"<!doctype html><html lang=fi><head><title>Text</title></head><body>{html}</body></html>"
    assert any(fault in one for one in faults(page))
