"""Measures the re-reading of a large feed in which one event has changed and every DTSTAMP is new.

Contenders, run in turn in every round so that a busy computer slows all of them alike:

* ``kooste``: ``harvesters.ical.read`` with the digests of the last time;
* ``floor``: splitting the bytes at ``BEGIN:VEVENT`` and hashing each part, which is the least any such reader must do;
* ``icalendar``: ``icalendar.Calendar.from_ical`` of the whole feed, in full, in the first ``--oracle-rounds`` rounds.

Goals: at least 200 times faster than icalendar, at most 5 times slower than the floor; also told: the first reading of the same feed.

    python benchmarks/reharvest.py [--events 10000] [--rounds 7] [--oracle-rounds 1]
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import random
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from icalendar import Calendar

from harvesters.ical import read
from harvesters.record import ReadContext, Reading, Response

MOMENT = datetime(2027, 1, 15, 12, tzinfo=UTC)
WORDS = ("kuoro", "kirkko", "kerho", "jumppa", "retki", "konsertti", "näyttely", "muskari", "kirppis", "talkoot", "ilta", "aamu", "lapset")
PLAIN_ICALENDAR: Any = Calendar
SHORT = 5
"""Times that a contender of some milliseconds is run in each round."""


def event(number: int, stamp: str, chance: random.Random) -> str:
    """One VEVENT of about 930 bytes as calendar programs write them; two in five recur."""
    words = " ".join(chance.choices(WORDS, k=45))
    folded = "\r\n ".join(words[at : at + 70] for at in range(0, len(words), 70))
    day = f"2027{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}"
    lines = [
        "BEGIN:VEVENT",
        f"UID:event-{number}@norppala.example",
        f"DTSTAMP:{stamp}",
        "CREATED:20260110T080000Z",
        f"LAST-MODIFIED:{stamp}",
        f"DTSTART;TZID=Europe/Helsinki:{day}T180000",
        f"DTEND;TZID=Europe/Helsinki:{day}T200000",
        f"SUMMARY:{chance.choice(WORDS).title()} {number}",
        f"DESCRIPTION:{folded}",
        "LOCATION:Norppalan kirjasto\\, Kirjastokatu 3",
        f"URL:https://norppala.example/tapahtumat/{number}",
        "CATEGORIES:Kulttuuri,Perheet",
        "STATUS:CONFIRMED",
        "SEQUENCE:1",
        "CLASS:PUBLIC",
        "PRIORITY:5",
        "TRANSP:OPAQUE",
        f"GEO:61.{chance.randint(1000, 9999)};28.{chance.randint(1000, 9999)}",
        "ORGANIZER;CN=Norppalan kirjasto:mailto:kirjasto@norppala.example",
        *(["RRULE:FREQ=WEEKLY;COUNT=20"] if number % 5 < 2 else []),
        "END:VEVENT",
    ]
    return "\r\n".join(lines) + "\r\n"


def feed(events: int, stamp: str, changed: int | None = None) -> bytes:
    """A whole calendar; the event with the number ``changed`` has another name."""
    chance = random.Random(20270115)
    body = "".join(event(number, stamp, chance) for number in range(events))
    if changed is not None:
        body = body.replace(f" {changed}\r\nDESCRIPTION", f" {changed} (siirretty)\r\nDESCRIPTION", 1)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Norppala//benchmark//FI\r\n{body}END:VCALENDAR\r\n".encode()


def reading(body: bytes, known: dict[str, str]) -> Reading:
    answer = Response(source_id="feed", url="", status=200, headers={"content-type": "text/calendar"}, body=body, fetched_at=MOMENT)
    return read(answer, ReadContext(zone="Europe/Helsinki", known=known))


def floor(body: bytes) -> list[bytes]:
    return [hashlib.sha256(part).digest() for part in body.split(b"BEGIN:VEVENT")]


def oracle(body: bytes) -> int:
    return len(PLAIN_ICALENDAR.from_ical(body).events)


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """Processor time: every contender is one thread, and other programs on the computer must not count. Of several times the median."""
    found = []
    for _ in range(times):
        gc.collect()  # what one contender leaves behind is not cleared away in another one's time
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return statistics.median(found)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--events", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--oracle-rounds", type=int, default=2)
    chosen = options.parse_args()
    before, after = feed(chosen.events, "20270101T000000Z"), feed(chosen.events, "20270115T115900Z", changed=chosen.events // 2)
    start = time.process_time()
    first = reading(before, {})
    full = time.process_time() - start
    known = {found.digest: "stored" for found in first.events}
    again = reading(after, known)
    assert (len(first.events), len(again.events), len(again.unchanged)) == (chosen.events, 1, chosen.events - 1)
    del first, again
    ours, least, plain = list[float](), list[float](), list[float]()
    for number in range(chosen.rounds):
        ours.append(seconds(lambda: reading(after, known), SHORT))
        least.append(seconds(lambda: floor(after), SHORT))
        if number < chosen.oracle_rounds:
            plain.append(seconds(lambda: oracle(after)))
    report(len(after), full, ours, least, plain)


def report(size: int, full: float, ours: list[float], least: list[float], plain: list[float]) -> None:
    """Print medians and ratios: within each round of the short ones; icalendar, run in fewer rounds, against the median of all."""
    print(f"feed: {size / 1e6:.2f} MB; rounds: {len(ours)}, of icalendar {len(plain)}")
    print(f"kooste, one event changed {statistics.median(ours) * 1000:9.1f} ms")
    print(
        f"split and hash alone      {statistics.median(least) * 1000:9.1f} ms  kooste is {ratio(ours, least):.2f} times slower (at most 5)"
    )
    print(f"kooste, first reading     {full * 1000:9.1f} ms")
    if plain:
        whole = statistics.median(plain)
        print(
            f"icalendar, whole feed     {whole * 1000:9.1f} ms  kooste is {whole / statistics.median(ours):.0f} times faster (at least 200)"
        )
        print(f"                          the first reading is {whole / full:.1f} times faster")


def ratio(slow: list[float], fast: list[float]) -> float:
    """The median of the ratios within each round."""
    return statistics.median(one / other for one, other in zip(slow, fast, strict=True))


if __name__ == "__main__":
    main()
