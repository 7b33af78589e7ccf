"""Measures how long a site takes to build: from nothing, again, with one event changed; beside writing the same files, and Hugo.

* ``kooste``: a made-up region (``benchmarks/synthetic/snapshot.py``) published by a process of its own, its start included: every page,
  calendar, feed and index in three languages, with the compressed forms beside them.
* ``again``: the same snapshot once more. ``changed``: another one in which one event has a new name; told are the time until the event's
  own pages are in place and until the whole site is.
* ``writing``: every byte that ``kooste`` made, read beforehand and written to as many files by as many processes; and the same where the
  compressed forms are made and not read, which no program that gives out these files can do without.
* ``hugo``: the same pages, where ``hugo`` is installed (Debian's package). It gets the main part of each page ready made and only has to
  add head, masthead and navigation; it makes neither calendars nor compressed forms. Told is also what it takes with the compressed forms
  of its pages.

Told are the memory of the largest process, and seconds by the clock and, of all processes together, by the processor: where others keep
the computer busy only those, and the ratios of them, say something. Deleting is outside of both. Goals: at least three times as fast as
Hugo by the file, at most 2.5 times the writing.

    python -m benchmarks.building [--events 500] [--folder FOLDER] [--processes 2]
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.synthetic.snapshot import NOW, rename_event, write_snapshot
from publish.build import build
from publish.compressed import ENDINGS, variants
from publish.tree import Trees
from tests.publish_rows import schedules

_MAIN = re.compile(r'<main id="main" tabindex="-1">(.*?)</main>', re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>")
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')
_ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([a-z]+)" href="([^"]+)"')
_NAV = re.compile(r"<(?:nav|footer)[^>]*>.*?</(?:nav|footer)>", re.DOTALL)
_ANCHOR = re.compile(r'<a [^>]*href="([^"]+)"[^>]*>([^<]+)</a>')
_LAYOUT = """<!doctype html>
<html lang="{{ .Params.lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }}</title>
<meta name="description" content="{{ .Params.description }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .Params.alternates }}<link rel="alternate" hreflang="{{ .language }}" href="{{ .url }}">
{{ end }}<meta property="og:title" content="{{ .Title }}">
<meta property="og:description" content="{{ .Params.description }}">
<meta property="og:url" content="{{ .Permalink }}">
</head>
<body>
<header><a href="/">{{ .Site.Title }}</a>
<ul>{{ range .Params.alternates }}<li><a lang="{{ .language }}" href="{{ .url }}">{{ .language }}</a></li>{{ end }}</ul>
<nav><ul>{{ range (index .Site.Data.frames .Params.lang) }}<li><a href="{{ .href }}">{{ .text }}</a></li>{{ end }}</ul></nav>
</header>
<main id="main" tabindex="-1">{{ .Content }}</main>
</body>
</html>
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=500)
    parser.add_argument("--folder", type=Path, default=None, help="on a file system in memory, best")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--make", nargs=2, type=Path, metavar=("SNAPSHOT", "DIR"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.make:
        snapshot, directory = asked.make
        make(snapshot, directory, asked.processes)
        return
    folder = Path(tempfile.mkdtemp(prefix="building-", dir=asked.folder or _memory()))
    try:
        measure(folder, asked.events, asked.processes)
    finally:
        shutil.rmtree(folder)


def _memory() -> Path | None:
    """A folder in memory, where Linux has one."""
    shared = Path("/dev/shm")  # noqa: S108 - the name of the kernel's own file system
    return shared if shared.is_dir() else None


def make(snapshot: Path, directory: Path, processes: int, *, only_ahead: bool = False) -> None:
    """One build; what it did on the last line. ``only_ahead`` ends the process when what changed is in its place."""

    def ahead(_files: int) -> None:
        if only_ahead:
            os._exit(0)

    report = build(snapshot, directory, schedules(), now=NOW, processes=processes, ahead=ahead)
    print(json.dumps({"rendered": report.rendered, "written": report.written, "files": report.pages}))


@dataclass(frozen=True, slots=True)
class Cost:
    """What something took, all processes together."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{self.clock:8.2f} s {self.processor:8.2f} s"

    def over(self, other: Cost) -> str:
        """How many times the other's cost, by the clock and by the processor."""
        return f"{self.clock / other.clock:.2f} and {self.processor / other.processor:.2f}"

    def and_(self, other: Cost) -> Cost:
        """Both, one after the other."""
        return Cost(self.clock + other.clock, self.processor + other.processor)

    def by(self, count: int) -> Cost:
        """The cost of one of so many."""
        return Cost(self.clock / count, self.processor / count)


def cost(work: Callable[[], object]) -> Cost:
    """What it takes to run programs or processes, from their start to their end."""
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(time.perf_counter() - begun, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def built(snapshot: Path, directory: Path, processes: int) -> tuple[Cost, dict[str, Any]]:
    """The cost of a process that builds, and what it told."""
    told: list[str] = []
    command = [sys.executable, "-m", "benchmarks.building", "--make", str(snapshot), str(directory), "--processes", str(processes)]

    def run() -> None:
        told.extend(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines())

    took = cost(run)
    return took, json.loads(told[-1])


def measure(folder: Path, events: int, processes: int) -> None:
    snapshot, changed, site = folder / "one.db", folder / "two.db", folder / "site"
    write_snapshot(snapshot, events)
    site.mkdir()
    whole, told = built(snapshot, site, processes)
    print(f"{events} events, {told['files']} files, {processes} processes {'clock':>14} {'processor':>10}")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"  kooste from nothing   {whole}  {told['files'] / whole.processor:.0f} files a second of processor, {memory:.0f} MB", flush=True
    )
    again, _ = built(snapshot, site, processes)
    print(f"  kooste again          {again}  {again.over(whole)} of the first", flush=True)
    writing(site / "public", folder / "written", whole, processes)
    hugo(site / "public", folder / "hugo", whole, told["files"], processes)
    shutil.copyfile(snapshot, changed)
    event_id = rename_event(changed, 7, "Aivan uusi nimi")
    one(changed, site, event_id, whole, processes)


def one(changed: Path, site: Path, event_id: str, whole: Cost, processes: int) -> None:
    """One event changed: what it takes until its own pages are in place, and until everything is."""
    context = multiprocessing.get_context("fork")
    trees = Trees(site)
    page = next(path for path in (site / "public" / "fi").glob("[ts]/*/index.html") if event_id in path.read_text(encoding="utf-8"))

    def run(target: Callable[[], object]) -> None:
        process = context.Process(target=target)
        process.start()
        process.join()

    ahead = cost(lambda: run(lambda: make(changed, site, processes, only_ahead=True)))
    assert "Aivan uusi nimi" in page.read_text(encoding="utf-8"), "nothing was put ahead: was the program edited meanwhile?"
    every = cost(lambda: run(lambda: make(changed, site, processes)))
    assert trees.live_name() == "site-b"
    print(f"  one event changed     {ahead}  {ahead.over(whole)} of the first, until its own pages are in place")
    print(f"                        {every}  {every.over(whole)} of the first, until all is")


def writing(site: Path, target: Path, whole: Cost, processes: int) -> None:
    """The same bytes to as many files."""
    files = _files(site.resolve(), "*")
    bare = [(path, data) for path, data in files if not path.endswith(ENDINGS)]
    for name, kept, write in (("packed forms too", files, _write), ("without these", bare, _write), ("and packing them", bare, _pack)):
        took = _shared_out(kept, partial(write, target), processes)
        size = sum(len(data) for _, data in kept) / 1e6
        print(f"  writing {name:18}{took}  {len(kept)} files, {size:.0f} MB; kooste takes {whole.over(took)} x", flush=True)
        shutil.rmtree(target)


Files = Sequence[tuple[str, bytes]]


def _files(root: Path, pattern: str) -> Files:
    """The files below a folder: the path from there, and what they hold."""
    return [(path.relative_to(root).as_posix(), path.read_bytes()) for path in root.rglob(pattern) if path.is_file()]


def _shared_out(files: Files, write: Callable[[Files], None], processes: int) -> Cost:
    """What it takes so many processes."""
    context = multiprocessing.get_context("fork")

    def run() -> None:
        running = [context.Process(target=write, args=(files[number::processes],)) for number in range(processes)]
        for process in running:
            process.start()
        for process in running:
            process.join()

    return cost(run)


def _write(target: Path, files: Files) -> None:
    made: set[str] = set()
    for path, data in files:
        folder = path.rpartition("/")[0]
        if folder not in made:
            (target / folder).mkdir(parents=True, exist_ok=True)
            made.add(folder)
        (target / path).write_bytes(data)


def _pack(target: Path, files: Files) -> None:
    _write(target, files)
    for path, data in files:
        for ending, packed in variants(path, data):
            (target / f"{path}{ending}").write_bytes(packed)


def hugo(site: Path, folder: Path, whole: Cost, files: int, processes: int) -> None:
    """The same pages by Hugo."""
    program = shutil.which("hugo")
    if program is None:
        print("  hugo: not measured, it is not installed here")
        return
    pages = _hugo_site(site.resolve(), folder)
    took = cost(lambda: subprocess.run([program, "--quiet"], cwd=folder, check=True))
    made = sum(1 for _ in (folder / "public").rglob("*.html"))
    assert made >= pages, (made, pages)
    print(f"  hugo                  {took}  {pages} pages: {took.over(whole)} x what kooste takes for all,", flush=True)
    print(f"  {'':41} {took.by(pages).over(whole.by(files))} x by the file")
    both = took.and_(_shared_out(_files(folder / "public", "*.html"), partial(_pack, folder / "packed"), processes))
    print(f"  hugo, and packing     {both}  {both.by(pages).over(whole.by(files))} x by the file", flush=True)


def _hugo_site(site: Path, folder: Path) -> int:
    """Hugo's sources for every page that has a main part: how many there are."""
    for name in ("content/p", "layouts/_default", "data/frames"):
        (folder / name).mkdir(parents=True)
    kinds = ["taxonomy", "term", "section", "home", "RSS", "sitemap", "robotsTXT", "404"]
    config = {"baseURL": "https://norppala.example/", "title": "Norppala", "disableKinds": kinds}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    (folder / "layouts/_default/single.html").write_text(_LAYOUT, encoding="utf-8")
    for language in ("fi", "sv", "en"):
        text = (site / language / "index.html").read_text(encoding="utf-8")
        links = [{"href": href, "text": said} for part in _NAV.findall(text) for href, said in _ANCHOR.findall(part)]
        (folder / f"data/frames/{language}.json").write_text(json.dumps(links), encoding="utf-8")
    count = 0
    for count, (about, body) in enumerate(_pages(site), start=1):
        (folder / f"content/p/{count}.html").write_text(f"{json.dumps(about)}\n\n{body}", encoding="utf-8")
    return count


def _pages(site: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """What Hugo is told of each page, and its main part."""
    for language in ("fi", "sv", "en"):
        for path in (site / language).rglob("index.html"):
            text = path.read_text(encoding="utf-8")
            main, title, description = _MAIN.search(text), _TITLE.search(text), _DESCRIPTION.search(text)
            if main and title and description:
                alternates = [{"language": code, "url": url} for code, url in _ALTERNATE.findall(text)]
                url = f"/{path.parent.relative_to(site).as_posix()}/"
                told = {"title": title[1], "description": description[1], "url": url, "lang": language, "alternates": alternates}
                yield told, main[1]


if __name__ == "__main__":
    main()
