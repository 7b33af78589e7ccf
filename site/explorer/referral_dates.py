"""Days, hours and rhythms as people of one language say them; and the best of several texts for a reader of that language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from explorer.texts import PartWords
from store.referral_items import Item, When

_ORDER = ("fi", "sv", "en")
_WEEK = 7
_SEEN = 3
"""Dates that show a rhythm."""
_MOST_LEFT_OUT = 0.34
"""Share of weeks that may be missing from a rhythm that is only seen, not told."""
_AHEAD = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Said:
    """A text, and its language where that is not the page's."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class DateWords:
    """Wording in one language, on the region's clock."""

    t: PartWords
    language: str
    today: date
    zone: ZoneInfo

    def said(self, texts: Mapping[str, str]) -> Said:
        """The text in the page's language, else in another one."""
        for language in dict.fromkeys((self.language, "und", *_ORDER, *sorted(texts))):
            if texts.get(language):
                return Said(texts[language], "" if language in {self.language, "und"} else language)
        return Said("")

    def text(self, texts: Mapping[str, str]) -> str:
        """The same without its language."""
        return self.said(texts).text

    def local(self, moment: datetime) -> datetime:
        """On the region's clock."""
        return moment.astimezone(self.zone)

    def weekday(self, day: date) -> str:
        """``ke``."""
        return self.t["weekdays_short"].split()[day.weekday()]

    def numeric(self, day: date) -> str:
        """``25.11.2026``."""
        return self.t("date_form", d=day.day, y=day.year, month=self._month(day))

    def brief(self, day: date) -> str:
        """``25.11.``, with the year where it is another one."""
        if day.year != self.today.year:
            return self.numeric(day)
        return self.t("brief_form", d=day.day, month=self._month(day))

    def short(self, day: date) -> str:
        """``ke 25.11.``."""
        return f"{self.weekday(day)} {self.brief(day)}"

    def _month(self, day: date) -> str:
        return self.t["months_short"].split()[day.month - 1]

    def span(self, first: date, last: date) -> str:
        """``23.11.–6.12.``."""
        return self.numeric(first) if first == last else f"{self.brief(first)}–{self.brief(last)}"

    def clock(self, when: datetime) -> str:
        """``13.00``."""
        return self.t("clock_form", h=when.hour, m=when.minute)

    def hours(self, when: When) -> str:
        """``13.00–14.30``; the start alone where the end is not told; empty for a whole day."""
        if not isinstance(when.local_start, datetime):
            return ""
        start = self.clock(when.local_start)
        if not isinstance(when.local_end, datetime) or when.local_end <= when.local_start or when.last_day != when.day:
            return start
        return f"{start}–{self.clock(when.local_end)}"

    def one(self, when: When) -> str:
        """``ke 25.11. klo 13.00–14.30``; the first and last day of what takes several."""
        if when.last_day != when.day:
            return f"{self.short(when.day)}–{self.short(when.last_day)}"
        hours = self.hours(when)
        return self.t("at_form", day=self.short(when.day), hours=hours) if hours else self.short(when.day)

    def decimal(self, value: float) -> str:
        """``3`` or ``3,50``."""
        return f"{value:.0f}" if value == int(value) else f"{value:.2f}".replace(".", self.t["decimal_point"])

    def listed(self, parts: Sequence[str]) -> str:
        """``a, b ja c``."""
        return parts[0] if len(parts) == 1 else self.t("and_form", first=", ".join(parts[:-1]), last=parts[-1]) if parts else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """When it is held."""

    usual: str
    """``joka ke 13.00–14.30``; empty where it has no rhythm that is certain."""
    weekdays: tuple[int, ...]
    """The weekdays it is usually held on, Monday 0; empty where it has no rhythm."""
    next: tuple[When, ...]
    """The next dates that are held, at most three."""
    left_out: tuple[date, ...]
    """Days within two months on which it is not held although it usually would be, or is cancelled."""
    hours: str
    """``13.00–14.30``, where it is the same each time."""


def rhythm(item: Item, words: DateWords) -> Rhythm:
    """What the dates of an event say."""
    held = [when for when in item.dates if when.status not in {"EventCancelled", "EventPostponed"}]
    cancelled = {when.day for when in item.dates if when.status in {"EventCancelled", "EventPostponed"}}
    usual = [when for when in held if when.status != "EventRescheduled"] or held
    spans = {words.hours(when) for when in usual}
    hours = spans.pop() if len(spans) == 1 else ""
    weekday, step, gaps = _weekly(item, usual)
    days = {day for day in {*gaps, *_excluded(item, words), *cancelled} if words.today <= day <= words.today + _AHEAD}
    days -= {when.day for when in held}
    text = ""
    if weekday is not None:
        key = "every_week" if step == _WEEK else "every_other_week"
        text = words.t(key, day=words.t["weekdays_short"].split()[weekday])
    return Rhythm(
        usual=f"{text} {hours}".strip() if text else "",
        weekdays=(weekday,) if weekday is not None else tuple(sorted({when.day.weekday() for when in held[:_SEEN]})),
        next=tuple(held[:_SEEN]),
        left_out=tuple(sorted(days)),
        hours=hours,
    )


def _weekly(item: Item, held: Sequence[When]) -> tuple[int | None, int, list[date]]:
    """The one weekday of a series, every how many days, and the days missing between its dates; ``None`` where there is no rhythm."""
    days = sorted({when.day for when in held})
    if len(days) < _SEEN or len({day.weekday() for day in days}) > 1:
        return None, _WEEK, []
    steps = {(later - day).days for day, later in pairwise(days)}
    step = min(steps)
    if step not in {_WEEK, 2 * _WEEK} or any(one % step for one in steps):
        return None, _WEEK, []
    all_days = [days[0] + timedelta(days=step * n) for n in range((days[-1] - days[0]).days // step + 1)]
    missing = [day for day in all_days if day not in days]
    if len(missing) > _MOST_LEFT_OUT * len(all_days) and item.recurrence is None:
        return None, _WEEK, []
    return days[0].weekday(), step, missing


def _excluded(item: Item, words: DateWords) -> list[date]:
    """The days that the rule itself leaves out (EXDATE)."""
    if item.recurrence is None:
        return []
    return [words.local(one).date() if isinstance(one, datetime) else one for one in item.recurrence.exdate]
