"""Measures the expansion of recurring events over a window of thirteen months.

Contenders, run in turn in every round so that a busy computer slows all of them alike:

* ``kooste``: ``normalize.recurrence.expand`` of every series, with nothing kept between series or rounds but parsed rules and zones;
* ``recurring-ical-events``: ``of(calendar).between(...)`` of the same series, the parsing of the calendar not counted;
* ``dateutil``: ``rrule`` on plain wall clocks alone, without zones, ends, EXDATE or objects: what another engine would leave to win.

Before anything is timed the first two must give the same instances, start and end. The ratio is taken in every round, the median tells.
Goal: at least 20 times faster than recurring-ical-events (aimed at: 100 times).

    python benchmarks/expansion.py [--series 1000] [--rounds 5]
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import recurring_ical_events
from dateutil.rrule import rrulestr
from icalendar import Calendar, use_zoneinfo

from normalize.model import Listing, Recurrence
from normalize.recurrence import Instance, Window, expand

HELSINKI = ZoneInfo("Europe/Helsinki")
WINDOW = Window(start=date(2026, 10, 24), end=date(2027, 12, 24), timezone="Europe/Helsinki")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
GOAL = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One series as each contender takes it."""

    listing: Listing
    text: str
    """The VEVENT."""


def series(number: int, chance: random.Random) -> Series:
    """A club, course, market ... that begins on a day its rule matches, as calendar programs write it."""
    day = date(2025, 9, 1) + timedelta(days=chance.randrange(600))
    start = datetime(day.year, day.month, day.day, chance.randrange(8, 20), chance.choice((0, 15, 30)), tzinfo=HELSINKI)
    rule = rule_for(start, chance)
    end = start + timedelta(minutes=chance.choice((45, 60, 90, 120)))
    week = timedelta(days=7)
    exdate = tuple(start + week * k for k in chance.sample(range(1, 60), chance.choice((0, 0, 3)))) if "WEEKLY" in rule else ()
    recurrence = Recurrence(rrule=(rule,), exdate=exdate)
    listing = Listing(
        id=f"s{number}",
        source_id="bench",
        uid=f"s{number}",
        digest="",
        name={"fi": "Kerho"},
        start=start,
        end=end,
        timezone="Europe/Helsinki",
        recurrence=recurrence,
        organizer_id="bench",
    )
    lines = ["BEGIN:VEVENT", f"UID:s{number}", "SUMMARY:Kerho", stamped("DTSTART", start), stamped("DTEND", end), f"RRULE:{rule}"]
    return Series(listing=listing, text="\r\n".join([*lines, *(stamped("EXDATE", moment) for moment in exdate), "END:VEVENT"]))


def rule_for(start: datetime, chance: random.Random) -> str:
    """Mostly weekly, as in real feeds; some with an end."""
    weekday, nth = DAYS[start.weekday()], min((start.day - 1) // 7 + 1, 4)
    other = DAYS[(start.weekday() + 2) % 7]
    shape = chance.choices(
        (
            f"FREQ=WEEKLY;BYDAY={weekday}",
            "FREQ=WEEKLY",
            f"FREQ=WEEKLY;INTERVAL=2;BYDAY={weekday}",
            f"FREQ=WEEKLY;BYDAY={weekday},{other}",
            "FREQ=DAILY",
            f"FREQ=MONTHLY;BYDAY={nth}{weekday}" if start.day <= 28 else "FREQ=MONTHLY",
            f"FREQ=MONTHLY;BYMONTHDAY={start.day}",
            "FREQ=YEARLY",
        ),
        weights=(40, 10, 10, 10, 8, 12, 6, 4),
    )[0]
    until = (start + timedelta(days=chance.randrange(100, 500))).astimezone(UTC)
    return shape + chance.choice(("", "", f";COUNT={chance.randrange(5, 60)}", f";UNTIL={until:%Y%m%dT%H%M%SZ}"))


def stamped(name: str, moment: datetime) -> str:
    return f"{name};TZID=Europe/Helsinki:{moment:%Y%m%dT%H%M%S}"


def by_kooste(all_series: list[Series]) -> list[list[Instance]]:
    return [expand(each.listing, (), WINDOW) for each in all_series]


def by_recurring_ical_events(calendar: Any) -> Any:
    return recurring_ical_events.of(calendar).between(WINDOW.start_utc.astimezone(HELSINKI), WINDOW.end_utc.astimezone(HELSINKI))


def by_dateutil(all_series: list[Series]) -> int:
    first, last = (datetime(day.year, day.month, day.day) for day in (WINDOW.start, WINDOW.end))  # noqa: DTZ001 - wall clocks
    found = 0
    for each in all_series:
        recurrence, start = each.listing.recurrence, each.listing.start
        assert recurrence is not None
        assert isinstance(start, datetime)
        rule = recurrence.rrule[0].replace("Z", "")
        found += len(rrulestr(rule, dtstart=start.replace(tzinfo=None)).between(first, last, inc=True))
    return found


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of the work, which other programs disturb less than a wall clock, with the collector at rest as in ``timeit``."""
    gc.collect()
    gc.disable()
    begin = time.process_time()
    work()
    taken = time.process_time() - begin
    gc.enable()
    return taken


def comparable(found: list[tuple[str, Any, Any]]) -> list[tuple[str, datetime, datetime]]:
    return sorted((uid, start.astimezone(UTC), end.astimezone(UTC)) for uid, start, end in found)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--series", type=int, default=1000)
    arguments.add_argument("--rounds", type=int, default=5)
    asked = arguments.parse_args()
    chance = random.Random(2027)
    all_series = [series(number, chance) for number in range(asked.series)]
    use_zoneinfo()  # type: ignore[no-untyped-call] # icalendar declares none
    text = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:bench", *(each.text for each in all_series), "END:VCALENDAR", ""])
    calendar = Calendar.from_ical(text.encode())

    ours = comparable([(one.listing.uid, one.start, one.end) for each in by_kooste(all_series) for one in each])
    theirs = comparable([(str(one["UID"]), one["DTSTART"].dt, one["DTEND"].dt) for one in by_recurring_ical_events(calendar)])
    assert ours == theirs, "the contenders disagree"
    print(f"{asked.series} series, {len(ours)} instances, the same from both")

    slower, engine, pace = [], [], []
    for _ in range(asked.rounds):
        kooste = seconds(lambda: by_kooste(all_series))
        slower.append(seconds(lambda: by_recurring_ical_events(calendar)) / kooste)
        engine.append(seconds(lambda: by_dateutil(all_series)) / kooste)
        pace.append(len(ours) / kooste)
    ratio = statistics.median(slower)
    print(f"kooste                  {statistics.median(pace):>10,.0f} instances a second")
    print(f"recurring-ical-events   {ratio:>10.1f} times slower ({min(slower):.1f} to {max(slower):.1f}); goal {GOAL}")
    print(f"dateutil, rule alone    {statistics.median(engine):>10.1f} times slower ({min(engine):.1f} to {max(engine):.1f})")
    sys.exit(0 if ratio >= GOAL else f"below the goal of {GOAL} times")


if __name__ == "__main__":
    main()
