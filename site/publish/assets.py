"""Style, fonts and icon under names that hold their content's hash: a page and its style are always of one build."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from publish.contrast import check_tokens
from publish.folders import Folders
from publish.pages import Page

_URL = re.compile(r'url\("?([a-zA-Z0-9._/-]+)"?\)')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s*\n\s*")
_FOLDER = "static"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """The files and where pages find them, as paths of the tree."""

    files: Mapping[str, bytes]
    style: str
    icon: str
    font: str
    """The one font file that every page needs at once."""

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
    files |= {style_path: style, icon_path: icon, "favicon.svg": icon}
    first = next((path for name, path in fonts.items() if name.endswith("-latin.woff2")), "")
    return Assets(files=files, style=style_path, icon=icon_path, font=first)


def _style(found: Mapping[str, Path], fonts: Mapping[str, str]) -> bytes:
    """One style sheet without comments and indents, its fonts under their hashed names."""
    tokens = found["tokens.css"].read_text(encoding="utf-8")
    check_tokens(tokens)
    parts = [tokens, *(path.read_text(encoding="utf-8") for name, path in sorted(found.items()) if name.startswith("style/"))]
    text = _BLANKS.sub("\n", _COMMENT.sub("", "\n".join(parts))).strip()
    return _URL.sub(lambda url: f"url({fonts.get(url[1], url[1]).rpartition('/')[2]})", text).encode()
