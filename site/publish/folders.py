"""Where templates, static files and catalogues lie, and how a municipality puts its own before ours.

A checkout has them under ``site/``, a wheel inside ``publish``; the checkout is looked at first because an editable install
leaves a copy among the installed packages. ``DIR/custom/`` (same folder names) comes before both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from harvesters.errors import KoosteError

_PACKAGE = Path(__file__).resolve().parent
_NOT_OURS = frozenset({"explorer", "__pycache__"})


def _shipped(kind: str) -> Path:
    """The folder of that kind that came with the program."""
    for folder in (_PACKAGE.parent / kind, _PACKAGE / kind):
        if folder.is_dir():
            return folder
    raise KoosteError(f"The folder {kind!r} of the site is missing beside {_PACKAGE}; install the program again.")


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below the folder by its name with ``/``, sorted, without what belongs to the explorer."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not _NOT_OURS.intersection(parts):
            yield "/".join(parts), path


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Search paths of the four kinds of files, the municipality's own first."""

    templates: tuple[Path, ...]
    static: tuple[Path, ...]
    locale: tuple[Path, ...]
    data: tuple[Path, ...] = ()

    @classmethod
    def found(cls, custom: Path) -> Folders:
        """The folders of this installation, with those below ``custom`` before them where they exist."""

        def paths(kind: str) -> tuple[Path, ...]:
            own = custom / kind
            return (own, _shipped(kind)) if own.is_dir() else (_shipped(kind),)

        return cls(templates=paths("templates"), static=paths("static"), locale=paths("locale"), data=paths("data"))

    def static_files(self) -> dict[str, Path]:
        """Name -> file, the municipality's own where it has one of that name."""
        return {name: path for folder in reversed(self.static) for name, path in _files(folder)}

    def fingerprint(self) -> str:
        """Hex digest of every template, static file, catalogue, list and module: what pages hang on besides the data."""
        digest = hashlib.sha256()
        for folder in (*self.templates, *self.static, *self.locale, *self.data):
            for name, path in _files(folder):
                digest.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
        for path in sorted(_PACKAGE.glob("*.py")):
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()
