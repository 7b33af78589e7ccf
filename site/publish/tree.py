"""Two trees and the link between them: the site that is read is never written, and is changed by one rename.

    DIR/site-a, DIR/site-b            the trees; one is live, the other idle
    DIR/site-a.json, DIR/site-b.json  what each holds: path -> digest of inputs, digest of content, key
    DIR/site-a.ahead                  files that were put into a tree since its manifest was written: path -> key
    DIR/site-a.open                   the manifest of the idle tree while a build writes it
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
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from harvesters.errors import KoosteError
from publish.compressed import ENDINGS, variants

_NAMES = ("site-a", "site-b")
_LINK = "public"
_FORMAT = 2
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


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
    snapshot: str = ""
    """The file that it was made from, where it was one."""
    circumstances: str = ""
    """Digest of everything else that it hung on: day, settings, templates, texts, program."""


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
        return self._read(self.directory / f"{name}.json", name)

    def _read(self, file: Path, name: str) -> Manifest | None:
        """The manifest of a whole tree, ``None`` where it has none (a build was cut short) or one of another form."""
        try:
            head, files = file.read_text(encoding="utf-8").split("\n", 1)
            about = json.loads(head)
            entries = {path: Entry(*entry) for path, entry in json.loads(files).items()}
            ahead = self._ahead(name)
        except (OSError, ValueError, TypeError):
            return None
        if about.get("format") != _FORMAT:
            return None
        for path, key in ahead.items():
            if (self.path(name) / path).is_file():
                entries[path] = Entry("", content_digest((self.path(name) / path).read_bytes()), key)
        return replace(_about(name, about), build="" if ahead else about["build"], files=entries)

    def _ahead(self, name: str) -> dict[str, str]:
        """Path -> key of the files that were put into a tree after its manifest was written."""
        try:
            return dict(json.loads((self.directory / f"{name}.ahead").read_text(encoding="utf-8")))
        except FileNotFoundError:
            return {}

    def about_live(self) -> Manifest | None:
        """What the manifest of the live tree says of itself, without its files: they are very many. ``None`` where it has none."""
        name = self.live_name()
        try:
            with (self.directory / f"{name}.json").open(encoding="utf-8") as file:
                return _about(name, json.loads(file.readline()))
        except (OSError, ValueError, KeyError):
            return None

    def put_ahead(self, name: str, files: Mapping[str, tuple[bytes, str]]) -> int:
        """Put files (path -> bytes and key) into a tree that is being read, each whole or not at all; how many were another before.

        What is put is written down first, so that the next build neither trusts the manifest about these files nor loses one.
        """
        root = self.path(name)
        changed = {path: data for path, (data, _) in files.items() if _held(root / path) != data}
        if changed:
            ahead = self._ahead(name) | {path: key for path, (_, key) in files.items() if path in changed}
            _replace(self.directory / f"{name}.ahead", json.dumps(ahead).encode())
        for path, data in changed.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            packed = dict(variants(path, data))
            for ending in ENDINGS:
                beside = target.with_name(f"{target.name}{ending}")
                if ending in packed:
                    _swap(beside, packed[ending])
                else:
                    beside.unlink(missing_ok=True)
            _swap(target, data)
        return len(changed)

    def remember(self, manifest: Manifest) -> None:
        """Write down that the manifest's tree is whole."""
        about = {name: getattr(manifest, name) for name in ("build", "future", "snapshot", "circumstances")}
        head = json.dumps({"format": _FORMAT, **about})
        files = {path: (entry.inputs, entry.content, entry.key) for path, entry in manifest.files.items()}
        target = self.directory / f"{manifest.name}.json"
        _replace(target, f"{head}\n{json.dumps(files, separators=(',', ':'))}".encode())
        (self.directory / f"{manifest.name}.ahead").unlink(missing_ok=True)
        self.begin()

    def begin(self) -> None:
        """Forget which tree a build opened that was cut short."""
        for name in _NAMES:
            (self.directory / f"{name}.open").unlink(missing_ok=True)

    def draft(self, live: Manifest | None) -> Draft:
        """The idle tree, opened for writing; several processes of one build may each open it. Its manifest is kept aside meanwhile."""
        name = _NAMES[1] if live is not None and live.name == _NAMES[0] else _NAMES[0]
        aside = self.directory / f"{name}.open"
        with suppress(FileNotFoundError):
            (self.directory / f"{name}.json").rename(aside)
        held = self._read(aside, name) if self.path(name).is_dir() else None
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


def _about(name: str, head: Mapping[str, Any]) -> Manifest:
    """A manifest without its files from its first line."""
    told = {key: head[key] for key in ("snapshot", "circumstances") if key in head}
    return Manifest(name=name, build=head["build"], future=head["future"], **told)


def _held(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def _swap(target: Path, data: bytes) -> None:
    """A file in the place of another, in one rename: its links in the other tree keep what they had."""
    new = target.with_name(f"{target.name}.new")
    new.unlink(missing_ok=True)
    _put(str(new), data)
    new.replace(target)


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
    _folders: dict[str, bool] = field(default_factory=dict)
    """Folders that are there -> whether they were made just now and hold nothing older."""

    def write(self, path: str, data: bytes, content: str) -> None:
        """Put a new file in, unless it is there already."""
        if self.had.get(path) != content:
            target = self._place(path)
            _put(target, data)
            for ending, packed in variants(path, data):
                _put(f"{target}{ending}", packed)

    def keep(self, path: str, content: str) -> None:
        """Take the live tree's file over, unless it is there already."""
        if self.had.get(path) == content or self.live is None:
            return
        target, source = self._place(path), f"{self.live}/{path}"
        _take_over(source, target)
        for ending in ENDINGS:
            with suppress(FileNotFoundError):
                _take_over(f"{source}{ending}", f"{target}{ending}")

    def sweep(self, files: Collection[str]) -> None:
        """Take away pages and calendars that are none of these files, whichever build left them."""
        there = [path for pattern in ("*.html", "*.ics") for path in self.root.rglob(pattern)]
        for path in there:
            if path.relative_to(self.root).as_posix() not in files:
                for gone in (*_packed(path), path):
                    gone.unlink()
                if not any(path.parent.iterdir()):
                    path.parent.rmdir()

    def _place(self, path: str) -> str:
        """Where the file goes, with its folder made and an older file of that name removed."""
        target = f"{self.root}/{path}"
        folder = target.rpartition("/")[0]
        if folder not in self._folders:
            self._folders[folder] = _is_made(folder)
        if not self._folders[folder]:
            for former in (target, *(f"{target}{ending}" for ending in ENDINGS)):
                with suppress(FileNotFoundError):
                    os.unlink(former)  # noqa: PTH108 - a Path for each of a hundred thousand files takes longer than the file
        return target


def _is_made(folder: str) -> bool:
    """The folder is there afterwards: ``True`` where it was not before."""
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        return False
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    return True


def _put(target: str, data: bytes) -> None:
    """A file that was not there."""
    file = os.open(target, _NEW, 0o666)
    try:
        done = os.write(file, data)
        while done < len(data):
            done += os.write(file, memoryview(data)[done:])
    finally:
        os.close(file)


def _packed(path: Path) -> list[Path]:
    """The compressed forms that stand beside a file."""
    forms = (path.with_name(f"{path.name}{ending}") for ending in ENDINGS)
    return [form for form in forms if form.exists()]


def _take_over(source: str, target: str) -> None:
    """The same file in another tree. Raises ``FileNotFoundError`` where there is none."""
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:  # a file system without hard links, or with too many on one file
        shutil.copyfile(source, target)
