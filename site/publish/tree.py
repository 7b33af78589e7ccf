"""Two trees and the link between them: the site that is read is never written, and is changed by one rename.

    DIR/site-a, DIR/site-b            the trees; one is live, the other idle
    DIR/site-a.json, DIR/site-b.json  what each holds: path -> digest of inputs, digest of content, key
    DIR/public                        a link to the live one

A manifest is removed before its tree is touched and written after the tree is whole, so that a tree with a manifest is a whole one. Files
that both trees share are hard links: a file is therefore never written in place but removed and made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from harvesters.errors import KoosteError
from publish.compressed import ENDINGS, variants

_NAMES = ("site-a", "site-b")
_LINK = "public"
_FORMAT = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a tree."""

    inputs: str
    content: str
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a whole tree holds."""

    name: str
    build: str
    """Digest of everything the build hung on; equal digest, equal site."""
    future: Mapping[str, int]
    """Last day -> number of coming events that ended on it."""
    files: Mapping[str, Entry] = field(default_factory=dict)


def content_digest(data: bytes) -> str:
    """Hex digest of a file's bytes."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


class Trees:
    """The pair of trees below one data directory."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def path(self, name: str) -> Path:
        """The folder of a tree."""
        return self.directory / name

    def live_name(self) -> str:
        """The name of the tree that is read, ``""`` before the first build."""
        link = self.directory / _LINK
        if link.exists() and not link.is_symlink():
            raise KoosteError(f"{link} is a folder of its own, not our link to the published site. Move it away, then publish again.")
        name = str(link.readlink()) if link.is_symlink() else ""
        return name if name in _NAMES and self.path(name).is_dir() else ""

    def live(self) -> Manifest | None:
        """What the tree that is read holds, ``None`` before the first build."""
        name = self.live_name()
        return (self._manifest(name) or self._looked_at(name)) if name else None

    def _looked_at(self, name: str) -> Manifest:
        """What a tree without a manifest holds: files whose origin is forgotten, made anew or kept as they are."""
        root = self.path(name)
        there = (path for path in sorted(root.rglob("*")) if path.is_file() and path.suffix not in ENDINGS)
        files = {path.relative_to(root).as_posix(): path for path in there}
        entries = {path: Entry("", content_digest(file.read_bytes())) for path, file in files.items()}
        return Manifest(name=name, build="", future={}, files=entries)

    def _manifest(self, name: str) -> Manifest | None:
        """The manifest of a whole tree, ``None`` where it has none (a build was cut short) or one of another form."""
        try:
            head, files = (self.directory / f"{name}.json").read_text(encoding="utf-8").split("\n", 1)
            about = json.loads(head)
            entries = {path: Entry(*entry) for path, entry in json.loads(files).items()}
        except (OSError, ValueError, TypeError):
            return None
        if about.get("format") != _FORMAT:
            return None
        return Manifest(name=name, build=about["build"], future=about["future"], files=entries)

    def remember(self, manifest: Manifest) -> None:
        """Write down that the manifest's tree is whole."""
        head = json.dumps({"format": _FORMAT, "build": manifest.build, "future": manifest.future})
        files = {path: (entry.inputs, entry.content, entry.key) for path, entry in manifest.files.items()}
        target = self.directory / f"{manifest.name}.json"
        _replace(target, f"{head}\n{json.dumps(files, separators=(',', ':'))}".encode())

    def draft(self, live: Manifest | None) -> Draft:
        """The idle tree, opened for writing."""
        name = _NAMES[1] if live is not None and live.name == _NAMES[0] else _NAMES[0]
        held = self._manifest(name) if self.path(name).is_dir() else None
        (self.directory / f"{name}.json").unlink(missing_ok=True)
        self.path(name).mkdir(parents=True, exist_ok=True)
        had = {path: entry.content for path, entry in held.files.items()} if held else {}
        return Draft(name=name, root=self.path(name), live=self.path(live.name) if live else None, had=had)

    def renew(self, path: str, data: bytes) -> None:
        """Put a file that no build makes into the trees that are there; it stays through every build."""
        for name in _NAMES:
            if self.path(name).is_dir():
                _replace(self.path(name) / path, data)

    def switch(self, name: str) -> None:
        """Make a whole tree the live one, in one rename."""
        link = self.directory / f"{_LINK}.new"
        link.unlink(missing_ok=True)
        link.symlink_to(name)
        os.sync()  # a power cut after the rename must not find the link on the disk and the pages not
        link.replace(self.directory / _LINK)


def _replace(target: Path, data: bytes) -> None:
    """The file whole or not at all."""
    new = target.with_suffix(".new")
    with new.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    new.replace(target)


@dataclass(slots=True, kw_only=True)
class Draft:
    """The idle tree while it becomes the next site."""

    name: str
    root: Path
    live: Path | None
    had: Mapping[str, str]
    """Path -> content it already holds."""
    _folders: set[Path] = field(default_factory=set)

    def write(self, path: str, data: bytes, content: str) -> None:
        """Put a new file in, unless it is there already."""
        if self.had.get(path) != content:
            target = self._place(path)
            target.write_bytes(data)
            for ending, packed in variants(path, data):
                target.with_name(f"{target.name}{ending}").write_bytes(packed)

    def keep(self, path: str, content: str) -> None:
        """Take the live tree's file over, unless it is there already."""
        if self.had.get(path) == content or self.live is None:
            return
        target, source = self._place(path), self.live / path
        _take_over(source, target)
        for packed in _packed(source):
            _take_over(packed, target.with_name(packed.name))

    def sweep(self, files: Collection[str]) -> None:
        """Take away pages and calendars that are none of these files, whichever build left them."""
        there = [path for pattern in ("*.html", "*.ics") for path in self.root.rglob(pattern)]
        for path in there:
            if path.relative_to(self.root).as_posix() not in files:
                for gone in (*_packed(path), path):
                    gone.unlink()
                if not any(path.parent.iterdir()):
                    path.parent.rmdir()

    def _place(self, path: str) -> Path:
        """Where the file goes, with its folder made and an older file of that name removed."""
        target = self.root / path
        if target.parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(target.parent)
        for former in (*_packed(target), target):
            former.unlink(missing_ok=True)
        return target


def _packed(path: Path) -> list[Path]:
    """The compressed forms that stand beside a file."""
    forms = (path.with_name(f"{path.name}{ending}") for ending in ENDINGS)
    return [form for form in forms if form.exists()]


def _take_over(source: Path, target: Path) -> None:
    """The same file in another tree."""
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links, or with too many on one file
        shutil.copyfile(source, target)
