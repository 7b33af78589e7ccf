"""Measures which languages ``normalize.languages`` takes texts for, against texts whose language is known, titles and descriptions apart.

Material: names in three languages (classes and target groups of the public service vocabulary, keywords of a city's event interface), the
region's scenario and phrases, a city's Finnish course titles, American event feeds in English, a university alliance's Spanish, French,
Italian and Romanian feeds (all of them ``und`` to us), and the project's own messages. A name that reads the same in two languages counts
for neither. Goal: of the guesses at or above ``SURE`` at least 99 of 100 right, and at most 100 microseconds a record.

    python benchmarks/languages.py [--corpora ../shared/corpora] [--region ../shared/region] [--misses 30]
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import feedparser
import yaml
from icalendar import Calendar

from harvesters.issue_kinds import ISSUE_KINDS
from normalize.languages import SURE, VERY_SURE, detect
from normalize.text import description, words

OTHERS = {"Coimbra": "und", "Iasi": "und", "Pavia": "und", "Poitiers": "und", "Salamanca": "und"}
SHORTEST = 60


class Case(NamedTuple):
    """A text whose language is known; a title or a description."""

    kind: str
    language: str
    text: str


def vocabulary(region: Path) -> Iterator[Case]:
    for name in ("ptv_service_classes.tsv", "ptv_target_groups.tsv"):
        with (region / name).open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines, delimiter="\t"):
                yield from (Case("title", language, row[language]) for language in ("fi", "sv", "en"))


def scenario(region: Path) -> Iterator[Case]:
    data = json.loads((region / "scenario.json").read_text(encoding="utf-8"))
    yield from (Case("title", event["lang"], event["title"]) for event in data["events"])
    for line in (region / "phrases.jsonl").read_text(encoding="utf-8").splitlines():
        phrase = json.loads(line)
        if len(re.findall(r"[^\W\d_]{3,}", phrase["text"])) > 1:
            yield Case("description" if len(phrase["text"]) >= SHORTEST else "title", phrase["lang"], phrase["text"])


def keywords(corpora: Path) -> Iterator[Case]:
    for row in yaml.safe_load((corpora / "City-of-Helsinki+linkedevents/events/fixtures/helfi_keywords.yaml").read_text(encoding="utf-8")):
        fields = row["fields"]
        yield from (
            Case("title", language, fields[f"name_{language}"]) for language in ("fi", "sv", "en") if fields.get(f"name_{language}")
        )


def courses(corpora: Path) -> Iterator[Case]:
    for line in (corpora / "labels/linkedevents_fi_sv_text_cases.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        text = case["case"][0]
        if "enkora" in case["test"] and isinstance(text, str) and len(re.findall(r"[^\W\d_]{4,}", text)) > 1:
            swedish = re.search(r"\bD \+ +H\b|träning|simskola|nybörjar|gymp|vård|damer", text, re.IGNORECASE)
            yield Case("title", "sv" if swedish else "fi", text)


def english(corpora: Path) -> Iterator[Case]:
    for path in sorted(corpora.glob("judell+community-calendar/cities/*/*.ics"))[:60]:
        try:
            calendar = Calendar.from_ical(path.read_bytes())
        except ValueError:
            continue
        for event in list(calendar.walk("VEVENT"))[:15]:
            yield Case("title", "en", str(event.get("SUMMARY", "")))
            yield Case("description", "en", words(description(str(event.get("DESCRIPTION", ""))[:4000])))


def others(corpora: Path) -> Iterator[Case]:
    for path in sorted((corpora / "ec2u+data").glob("*.xml")):
        if any(name in path.name for name in OTHERS):
            for entry in feedparser.parse(path.read_bytes()).entries[:30]:
                yield Case("title", "und", entry.get("title", ""))
                yield Case("description", "und", words(description(entry.get("summary", "")[:4000], html_declared=True)))


def turku(corpora: Path) -> Iterator[Case]:
    for event in json.loads((corpora / "ec2u+data/EventsTurkuCity.00.json").read_text(encoding="utf-8"))["data"]:
        for kind, field in (("title", "name"), ("description", "description")):
            texts = event.get(field) or {}
            if texts.get("fi"):
                yield Case(kind, "fi", words(description(texts["fi"])))


def messages() -> Iterator[Case]:
    for kind in ISSUE_KINDS.values():
        yield from (Case("description", language, getattr(kind, language)) for language in ("fi", "sv", "en"))


def cases(corpora: Path, region: Path) -> list[Case]:
    found = [
        *vocabulary(region), *scenario(region), *keywords(corpora), *courses(corpora), *english(corpora), *others(corpora),
        *turku(corpora), *messages(),
    ]  # fmt: skip
    found = [case for case in dict.fromkeys(found) if case.text.strip() and (case.kind == "title" or len(case.text) >= SHORTEST)]
    languages: dict[str, set[str]] = {}
    for case in found:
        languages.setdefault(case.text, set()).add(case.language)
    return [case for case in found if len(languages[case.text]) == 1]


def tell(kind: str, found: list[Case], misses: int) -> None:
    guesses = [(case, detect(case.text)) for case in found]
    table = Counter((case.language, guess.language if guess.confidence >= SURE else "not sure") for case, guess in guesses)
    columns = sorted({told for _, told in table})
    print(f"\n{kind}s: {len(found)}")
    print("is \\ told  " + "".join(f"{column:>9}" for column in columns))
    for language in sorted({case.language for case in found}):
        print(f"{language:<10} " + "".join(f"{table[language, column] or '':>9}" for column in columns))
    for threshold in (0.8, SURE, 0.95, VERY_SURE):
        sure = [(case, guess) for case, guess in guesses if guess.confidence >= threshold]
        right = sum(case.language == guess.language for case, guess in sure)
        print(f"at {threshold:.2f}: answered {len(sure) / len(found):.1%}, right {right / max(len(sure), 1):.2%}")
    wrong = [(case, guess) for case, guess in guesses if guess.confidence >= SURE and case.language != guess.language]
    for case, guess in wrong[:misses]:
        print(f"  {case.language} taken for {guess.language} ({guess.confidence}): {case.text[:90]!r}")


def speed(found: list[Case]) -> None:
    begin = time.perf_counter()
    for case in found:
        detect(case.text)
    print(f"\n{(time.perf_counter() - begin) / len(found) * 1e6:.0f} microseconds a text ({len(found)} texts)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--region", type=Path, default=Path("../shared/region"))
    parser.add_argument("--misses", type=int, default=30)
    options = parser.parse_args()
    found = cases(options.corpora, options.region)
    for kind in ("title", "description"):
        tell(kind, [case for case in found if case.kind == kind], options.misses)
    speed(found)


if __name__ == "__main__":
    main()
