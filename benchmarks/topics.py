"""Measures what share of real titles gets a topic, how quickly, and prints a sample for the eye.

Titles are read in place from other people's feeds beside the repository (``--shared``); nothing of them is kept. For each group: how many
distinct titles have a topic from the title alone, from the publisher's categories too, and with the description as the last resort. The
sample (fixed seed) is for counting wrong assignments by eye: title, topics, subjects. ``--only inferred`` samples what the description
alone tells.

    python benchmarks/topics.py [--shared ../shared] [--sample 200] [--seed 4] [--group english] [--only inferred]
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from icalendar import Calendar

from kooste.vocabulary import vocabulary
from normalize.vocabulary import Vocabulary

ROOT = Path(__file__).resolve().parents[1]
GOAL = 50


class Record(NamedTuple):
    """One title as its publisher gives it."""

    language: str
    title: str
    categories: tuple[str, ...] = ()
    description: str = ""


def english(shared: Path) -> Iterator[Record]:
    for path in sorted((shared / "corpora" / "judell+community-calendar" / "cities").glob("*/*.ics")):
        if path.name != "combined.ics":
            yield from calendar(path, "en")


def calendar(path: Path, language: str) -> Iterator[Record]:
    """The VEVENTs of a file, read leniently."""
    text = re.sub(r"\r?\n[ \t]", "", path.read_text(encoding="utf-8", errors="replace"))
    for event in text.split("BEGIN:VEVENT")[1:]:
        title, categories, description = (prop(event, name) for name in ("SUMMARY", "CATEGORIES", "DESCRIPTION"))
        if title:
            yield Record(language, title, tuple(filter(None, categories.split(","))), re.sub(r"<[^>]+>", " ", description))


def prop(event: str, name: str) -> str:
    """The text of a property, unescaped."""
    found = re.search(rf"^{name}[^:\n]*:(.*?)\r?$", event, re.MULTILINE)
    return re.sub(r"\\([,;\\])", r"\1", found[1].replace("\\n", "\n")).strip() if found else ""


def finnish(shared: Path) -> Iterator[Record]:
    for line in (shared / "corpora" / "labels" / "linkedevents_fi_sv_text_cases.jsonl").read_text(encoding="utf-8").splitlines():
        title = json.loads(line)["case"][0]
        if isinstance(title, str) and re.search("[a-zåäö]{4}", title, re.IGNORECASE):
            yield Record("fi", title)


def region(shared: Path) -> Iterator[Record]:
    for event in json.loads((shared / "region" / "scenario.json").read_text(encoding="utf-8"))["events"]:
        yield Record(event.get("lang") or "fi", event["title"], tuple(event.get("topics") or ()), event.get("note") or "")


def demo(_: Path) -> Iterator[Record]:
    feeds = ROOT / "examples" / "norppala" / "feeds"
    for path in sorted(feeds.glob("*.ics")):
        for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT"):
            yield Record("fi", str(event.get("SUMMARY", "")), (), str(event.get("DESCRIPTION", "")))


GROUPS = {"english": english, "finnish": finnish, "region": region, "demo": demo}


def shares(name: str, records: list[Record], words: Vocabulary) -> None:
    """Print how many have a topic, and by what."""
    by = Counter[str]()
    for one in records:
        by["title"] += bool(words.classify({one.language: one.title}).topics)
        by["and categories"] += bool(words.classify({one.language: one.title}, categories=one.categories).topics)
        full = words.classify({one.language: one.title}, {one.language: one.description}, one.categories)
        by["and description"] += bool(full.topics)
    print(f"{name}: {len(records)} distinct titles; " + ", ".join(f"{key} {count / len(records):.1%}" for key, count in by.items()))


def speed(records: list[Record], words: Vocabulary) -> None:
    """Print microseconds of a title: seen for the first time, and again."""
    for which in ("for the first time", "again"):
        began = time.process_time()
        for one in records:
            words.classify({one.language: one.title})
        print(f"{(time.process_time() - began) / len(records) * 1e6:.0f} µs a title {which} (goal: at most {GOAL})")


def show(records: list[Record], words: Vocabulary, arguments: argparse.Namespace) -> None:
    """Print the sample."""
    for one in random.Random(arguments.seed).sample(records, min(arguments.sample, len(records))):
        found = words.classify({one.language: one.title}, {one.language: one.description}, one.categories)
        if arguments.only == "all" or any(why.certainty == arguments.only for why in found.evidence):
            print(f"{one.title[:80]:80} | {' '.join(found.topics)} | {' '.join(found.subjects)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--group", choices=sorted(GROUPS), default="english")
    parser.add_argument("--only", choices=["all", "declared", "read", "inferred"], default="all")
    arguments = parser.parse_args()
    words = vocabulary()
    _ = words.classifier
    groups = {name: list({one.title: one for one in read(arguments.shared)}.values()) for name, read in GROUPS.items()}
    speed([one for records in groups.values() for one in records], words)
    for name, records in groups.items():
        shares(name, records, words)
    show(groups[arguments.group], words, arguments)


if __name__ == "__main__":
    main()
