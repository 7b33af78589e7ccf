"""Reads the texts of Linked Events' own importer tests and counts what is right, wrong and left unknown.

374 of the 383 Finnish and Swedish cases are about words (the others copy a translated field from one name to another), each with the value
that the importer's test expects:

* ages (``test_enkora``, ``test_kulke``): both bounds in years, unknown where we tell none though some are expected;
* course times (``test_kulke``): start and end on the clock, read behind a day, as a course has one;
* languages of Enkora's tags: those of the tags of group 5.

What is not right is told with ``--misses``; the four that are left are theirs: ages in months, which their reader skips, sign language,
which they publish as Finnish, the second of two languages, which they drop, and Finnish where no tag tells a language.

    python benchmarks/linkedevents_texts.py PATH/TO/linkedevents_fi_sv_text_cases.jsonl [--misses]
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from normalize.phrase import read_phrase

Outcome = Literal["right", "wrong", "unknown"]
REFERENCE = date(2026, 11, 22)
_CLOCK = re.compile(r"\bklo?\b.*")
LANGUAGE_GROUP = "5"
"""Enkora's tag group of languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One case: what it is about, what we read and what was expected."""

    kind: str
    text: str
    told: list[Any]
    expected: list[Any]
    outcome: Outcome


def judged(path: Path) -> Iterator[Judged]:
    """Every case of the file that is about words, judged."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        for kind, (marker, judge) in KINDS.items():
            if marker in record["test"]:
                yield judge(kind, record["case"])


def _ages(kind: str, case: list[Any]) -> Judged:
    text, expected = case
    shape = read_phrase(text, "fi", REFERENCE, "age")
    told = [shape.get("age_min"), shape.get("age_max")]
    return Judged(kind=kind, text=text, told=told, expected=expected, outcome=_outcome(told, expected, nothing=[None, None]))


def _times(kind: str, case: list[Any]) -> Judged:
    text, expected = case
    clock = _CLOCK.search(text)
    shape = read_phrase(f"1.12.2026 {clock[0]}" if clock else text, "fi", REFERENCE, "datetime")
    events = shape.get("events", [])
    told = [_clock(events[0]["start"]), _clock(events[0]["end"])] if len(events) == 1 else [None, None]
    return Judged(kind=kind, text=text, told=told, expected=expected, outcome=_outcome(told, expected, nothing=[None, None]))


def _clock(moment: str | None) -> str | None:
    return moment[11:16] if moment and "T" in moment else None


def _languages(kind: str, case: list[Any]) -> Judged:
    tags, expected = case
    text = " ".join(tag["tag_name"] for tag in tags if tag["tag_group_id"] == LANGUAGE_GROUP)
    told = read_phrase(text, "fi", REFERENCE, "language")["event_languages"]
    wanted = expected if isinstance(expected, list) else [expected]
    return Judged(kind=kind, text=text, told=told, expected=wanted, outcome=_outcome(sorted(told), sorted(wanted), nothing=[]))


def _outcome(told: list[Any], expected: list[Any], *, nothing: list[Any]) -> Outcome:
    if told == expected:
        return "right"
    return "unknown" if told == nothing else "wrong"


KINDS: dict[str, tuple[str, Callable[[str, list[Any]], Judged]]] = {
    "ages": ("parse_age", _ages),
    "course times": ("parse_course_time", _times),
    "languages": ("infer_event_language", _languages),
}
"""Name -> (what stands in the test's name, judge)."""


def counted(cases: list[Judged]) -> dict[str, Counter[str]]:
    """How many cases of each kind came out how."""
    found: dict[str, Counter[str]] = {}
    for case in cases:
        found.setdefault(case.kind, Counter())[case.outcome] += 1
    return found


def main() -> int:
    """Print the counts, and the misses where asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("cases", type=Path)
    parser.add_argument("--misses", action="store_true", help="name every case that is not right")
    options = parser.parse_args()
    cases = list(judged(options.cases))
    for kind, counts in counted(cases).items():
        whole = counts.total()
        right, wrong, unknown = (counts[outcome] for outcome in ("right", "wrong", "unknown"))
        print(f"{kind:14} {whole:4} cases: {right} right ({right / whole:.1%}), {wrong} wrong, {unknown} unknown")
    for case in cases if options.misses else []:
        if case.outcome != "right":
            print(f"  {case.kind}, {case.outcome}: {case.text!r}: read {case.told}, expected {case.expected}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
