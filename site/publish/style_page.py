"""The page of styles: the tokens as they are, measured, and each component in each state, made by the templates of the pages themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import floor
from typing import Any

from publish.addresses import Target
from publish.assets import Assets
from publish.contrast import Measured, colours, measured
from publish.edition import Edition
from publish.outputs import outputs
from publish.pages import Maker, Page, Render
from publish.style_samples import Samples
from publish.views_told import Figure

_TARGET = Target(kind="style")
_DARK = re.compile(r"@media\s*\(prefers-color-scheme:\s*dark\).*", re.DOTALL)
_TOKEN = re.compile(r"--([a-z0-9-]+)\s*:\s*([^;]+);")
_GROUNDS = ("paper", "card", "sunk")
_ROLES = ("ink", "ink-2", "spruce", "visited", "lake", "focus", "cancelled", "changed", "ok", "control")
_BADGES = ("free", "cancelled", "changed", "info")
_REM = 16
"""Pixels of one rem, where nobody chose another size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """A colour in one scheme, with its ground."""

    front: str
    back: str
    measured: str
    """``16,1 · 16,8 · 14,6``: its contrast on each ground, rounded down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A colour and what it is for."""

    token: str
    use: str
    least: str
    light: Tone
    dark: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A token that is no colour."""

    token: str
    value: str
    pixels: int = 0
    """Of a space, for its picture."""


def style_page(edition: Edition, render: Render, assets: Assets) -> Page:
    """The page of styles of one language: not for search engines, not in the site map."""
    words = edition.words
    head = edition.head(_TARGET, words("style.title"), words("style.description", region=edition.name), indexed=False)
    return Maker(edition, render)(_TARGET, "pages/style.html", head, {**tokens(assets.tokens, edition), **_samples(edition)})


def _samples(edition: Edition) -> dict[str, Any]:
    """Every component with made-up content."""
    made = Samples(edition, edition.href("style"))
    return {
        "item_marks": made.marks(),
        "cards": made.cards(),
        "day": made.day(),
        "empty_day": made.empty_day(),
        "regulars": made.regulars(),
        "hobbies": made.hobbies(),
        "tasks": made.tasks(),
        "facts": made.facts(),
        "access": made.access(),
        "help": made.help(),
        "help_note": edition.words("situation.numbers_checked", date=edition.dates.numeric(edition.almanac.today)),
        "times": made.doors(),
        "groups": made.groups(),
        "before": made.turn(-1),
        "after": made.turn(1),
        "figures_of": tuple(_figures(edition)),
        "weekdays": made.weekdays(),
        "weeks": made.weeks(),
        "sheet": made.sheet(),
        "easy": made.easy(),
        "outputs": outputs(Target(kind="home"), edition.name, edition),
        "here": made.here,
    }


def _figures(edition: Edition) -> Iterator[Figure]:
    """Two rows of a table of figures."""
    yield Figure(label=edition.words("style.figure"), value="12", meaning=edition.words("style.figure_text"))
    yield Figure(label=edition.words("style.figure_none"), value="0")


def tokens(css: str, edition: Edition) -> dict[str, tuple[Role | Measure, ...]]:
    """What ``tokens.css`` says: colours with their contrast, sizes of type, spaces, and the rest."""
    palette = _Palette(schemes=colours(css), pairs={(one.scheme, one.front, one.back): one for one in measured(css)}, edition=edition)
    found = [Measure(token=name, value=value.strip(), pixels=_pixels(value)) for name, value in _TOKEN.findall(_DARK.sub("", css))]
    plain = tuple(one for one in found if one.token not in palette.schemes["light"])
    kinds = {kind: tuple(one for one in plain if one.token.startswith(f"{kind}-")) for kind in ("type", "space")}
    return {
        "roles": tuple(palette.role(token, token, _GROUNDS, edition.words(f"style.role_{token}")) for token in _ROLES),
        "badges": tuple(palette.role(f"badge-{kind}", f"badge-{kind}-ink", (f"badge-{kind}",)) for kind in _BADGES),
        "types": kinds["type"],
        "spaces": kinds["space"],
        "others": tuple(one for one in plain if one not in (*kinds["type"], *kinds["space"])),
    }


def _pixels(value: str) -> int:
    size = re.fullmatch(r"([0-9.]+)rem", value.strip())
    return round(float(size[1]) * _REM) if size else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Palette:
    """The colours of both schemes and how they were measured."""

    schemes: Mapping[str, Mapping[str, str]]
    pairs: Mapping[tuple[str, str, str], Measured]
    edition: Edition

    def role(self, token: str, front: str, grounds: tuple[str, ...], use: str = "") -> Role:
        """The colour ``front`` on its grounds, under the name of ``token``."""
        least = f"{self.pairs['light', front, grounds[0]].least:.0f}"
        return Role(token=token, use=use, least=least, light=self._tone("light", front, grounds), dark=self._tone("dark", front, grounds))

    def _tone(self, scheme: str, front: str, grounds: tuple[str, ...]) -> Tone:
        ratios = " · ".join(_number(self.pairs[scheme, front, ground].ratio, self.edition) for ground in grounds)
        return Tone(front=self.schemes[scheme][front], back=self.schemes[scheme][grounds[0]], measured=ratios)


def _number(ratio: float, edition: Edition) -> str:
    """Rounded down to a tenth: what is just below 7 is not called 7."""
    whole, tenth = divmod(floor(ratio * 10), 10)
    return edition.words("cost.decimal", whole=whole, cents=tenth)
