"""Style, scripts, fonts and icons under names that hold their content's hash: a page and its style are always of one build."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from harvesters.errors import KoosteError
from publish.contrast import check_tokens, colours
from publish.folders import Folders
from publish.pages import Page
from publish.pictures import icon_side, size_of

_URL = re.compile(r'url\("?([a-zA-Z0-9._/-]+)"?\)')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s*\n\s*")
_FOLDER = "static"
_EMBED = "embed.css"
_SCRIPTS = "script/"
_WORKER = "worker.js"
_PICTURE = "icon.png"
_LOGO, _DARK_LOGO = ("logo.svg", "logo.png"), ("logo-dark.svg", "logo-dark.png")
"""A municipality's own mark, which the site has none of; the other one for dark pages."""
_IMPORT = re.compile(r'(?<=from ")\./([a-z0-9-]+\.js)(?=";)')
_REMARK = re.compile(r"^[ \t]*//.*\n|^[ \t]+|\n(?=\n)", re.MULTILINE)
"""Lines that are a comment, indents and empty lines of a script. No text of our scripts goes on over lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A municipality's own mark, as paths of the tree."""

    path: str
    dark: str
    """The one for dark pages; empty where both have the same."""
    wide: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """The files and where pages find them, as paths of the tree."""

    files: Mapping[str, bytes]
    style: str
    icon: str
    picture: str
    """The icon for what shows no SVG: the first screen of a phone, a preview where a page is shared."""
    side: int
    """How many pixels the picture is wide and high."""
    font: str
    """The one font file that every page needs at once."""
    logo: Logo | None = None
    embed: str = ""
    """The small style sheet of lists within other sites."""
    scripts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """A script's name (``search``) -> its file and those of the modules it imports."""
    worker: str = ""
    """The service worker before its settings are put in (``publish.offline``)."""
    tokens: str = ""
    """``tokens.css`` as it is."""
    colours: Mapping[str, str] = field(default_factory=dict)
    """Token -> ``#rrggbb`` of the light scheme, for what is no style sheet."""

    def pages(self) -> Iterator[Page]:
        """The files as parts of the site."""
        for path, data in self.files.items():
            yield Page(path=path, inputs=_hash(data), render=lambda data=data: data)  # type: ignore[misc]


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:10]


def _named(name: str, data: bytes) -> str:
    """``static/style.1a2b3c4d5e.css``."""
    stem, _, suffix = name.rpartition(".")
    return f"{_FOLDER}/{stem.rpartition('/')[2]}.{_hash(data)}.{suffix}"


def read_assets(folders: Folders) -> Assets:
    """All assets, the style sheet put together: tokens first, then the parts in the order of their names."""
    found = folders.static_files()
    fonts = {name: _named(name, path.read_bytes()) for name, path in found.items() if name.endswith(".woff2")}
    style = _style(found, fonts)
    files = {fonts[name]: found[name].read_bytes() for name in fonts}
    files |= {f"{_FOLDER}/{name}": path.read_bytes() for name, path in found.items() if name.endswith(".txt")}
    icon = found["favicon.svg"].read_bytes()
    style_path, icon_path = _named("style.css", style), _named("favicon.svg", icon)
    picture = found[_PICTURE].read_bytes()
    picture_path = _named(_PICTURE, picture)
    tokens = found["tokens.css"].read_text(encoding="utf-8")
    embed = _embed_style(found)
    embed_path = _named(_EMBED, embed)
    files |= {style_path: style, icon_path: icon, "favicon.svg": icon, embed_path: embed, picture_path: picture}
    logo, marks = _logo(found)
    files |= marks
    scripts = _Scripts(found)
    loaded = {name.removeprefix(_SCRIPTS).removesuffix(".js"): scripts.with_imports(name) for name in found if name.startswith(_SCRIPTS)}
    files |= scripts.files
    first = next((path for name, path in fonts.items() if name.endswith("-latin.woff2")), "")
    return Assets(
        files=files,
        style=style_path,
        icon=icon_path,
        picture=picture_path,
        side=icon_side(_PICTURE, picture),
        logo=logo,
        font=first,
        scripts=loaded,
        embed=embed_path,
        worker=_REMARK.sub("", found[_WORKER].read_text(encoding="utf-8")),
        tokens=tokens,
        colours=colours(tokens)["light"],
    )


class _Scripts:
    """ES modules under hashed names, those that they import named by theirs."""

    def __init__(self, found: Mapping[str, Path]) -> None:
        self.found = found
        self.files: dict[str, bytes] = {}
        self._loaded: dict[str, tuple[str, ...]] = {}

    def with_imports(self, name: str) -> tuple[str, ...]:
        """The path of a module, then those of what it imports; a ``KoosteError`` where that is not there or imports it back."""
        if name not in self._loaded:
            self._loaded[name] = ()
            text = _REMARK.sub("", self.found[name].read_text(encoding="utf-8"))
            imported = {one: self._imported(name, one) for one in dict.fromkeys(_IMPORT.findall(text))}
            data = _IMPORT.sub(lambda one: f"./{imported[one[1]][0].rpartition('/')[2]}", text).encode()
            path = _named(name, data)
            self.files[path] = data
            self._loaded[name] = tuple(dict.fromkeys((path, *(one for paths in imported.values() for one in paths))))
        return self._loaded[name]

    def _imported(self, name: str, other: str) -> tuple[str, ...]:
        wanted = f"{_SCRIPTS}{other}"
        if wanted not in self.found or self._loaded.get(wanted) == ():
            raise KoosteError(f"static/{name} imports {other!r}, which is not beside it or imports it in turn.")
        return self.with_imports(wanted)


def _logo(found: Mapping[str, Path]) -> tuple[Logo | None, dict[str, bytes]]:
    """The mark that stands before the site's name, and its files; none where nobody brought one."""
    light, dark = ([name for name in names if name in found][:1] for names in (_LOGO, _DARK_LOGO))
    files = {name: found[name].read_bytes() for name in (*light, *dark)}
    paths = {name: _named(name, data) for name, data in files.items()}
    if not light:
        return None, {}
    wide, high = size_of(light[0], files[light[0]])
    logo = Logo(path=paths[light[0]], dark=paths[dark[0]] if dark else "", wide=wide, high=high)
    return logo, {paths[name]: data for name, data in files.items()}


def _embed_style(found: Mapping[str, Path]) -> bytes:
    """The style of lists within other sites, with the colours of the tokens that it names; dark is a class there."""
    text = found[_EMBED].read_text(encoding="utf-8")
    named = set(re.findall(r"var\(--([a-z0-9-]+)\)", text))
    schemes = colours(found["tokens.css"].read_text(encoding="utf-8"))
    rules = (
        f"{selector} {{ {' '.join(f'--{name}: {value};' for name, value in schemes[scheme].items() if name in named)} }}"
        for scheme, selector in (("light", ":root"), ("dark", ".dark"))
    )
    return _BLANKS.sub("\n", _COMMENT.sub("", "\n".join([*rules, text]))).strip().encode()


def _style(found: Mapping[str, Path], fonts: Mapping[str, str]) -> bytes:
    """One style sheet without comments and indents, its fonts under their hashed names."""
    tokens = found["tokens.css"].read_text(encoding="utf-8")
    check_tokens(tokens)
    parts = [tokens, *(path.read_text(encoding="utf-8") for name, path in sorted(found.items()) if name.startswith("style/"))]
    text = _BLANKS.sub("\n", _COMMENT.sub("", "\n".join(parts))).strip()
    return _URL.sub(lambda url: f"url({fonts.get(url[1], url[1]).rpartition('/')[2]})", text).encode()
