"""What a text says about time, put together item by item but not yet placed on the calendar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from normalize.phrase_groups import Group, settled
from normalize.phrase_items import Count, Dates, Day, Item, Mark, Month, Monthly, Season, Slot, Times, Weekdays, Weeks, Words
from normalize.phrase_roles import roles_of

_TIES = frozenset({"from", "until", "and", "clock", "every", "hours", "length", "except", "weekly"})
_SILENT = frozenset({"dot", "colon"})
_PLACED = (Dates, Times, Weekdays)
_FIGURE = re.compile(r"\d{1,2}(?:[.:]\d{1,2})?\.?")


@dataclass(slots=True, kw_only=True)
class Facts:
    """Everything that was told. ``seen`` names what was told about something else (deadline, stamp ...)."""

    groups: list[Group] = field(default_factory=list)
    interval: int = 1
    parity: str = ""
    weekly: bool = False
    vague: bool = False
    rare: bool = False
    """It takes place less than weekly (``kerran kuussa``), so that a weekday beside it does not tell the day."""
    open_ended: bool = False
    first: Day | None = None
    last: Day | None = None
    weeks: Weeks | None = None
    count: Count | None = None
    excluded: list[Item] = field(default_factory=list)
    months: list[Month] = field(default_factory=list)
    season: Season | None = None
    relative: str = ""
    """``week``, ``weekend`` or ``month`` of ``relative_step`` from now."""
    relative_step: int = 0
    hours: bool = False
    exhibition: bool = False
    history: bool = False
    lead: list[Slot] = field(default_factory=list)
    further: list[Slot] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    places: list[tuple[int, int]] = field(default_factory=list)
    """Where in the text something of it stood."""
    ties: list[tuple[int, int]] = field(default_factory=list)
    """Where a small word stood that belongs to it (ja, alkaen, kesto)."""
    asides: list[tuple[int, int]] = field(default_factory=list)
    """Where a time of something else stood (a deadline), with its small words in ``aside_ties``."""
    aside_ties: list[tuple[int, int]] = field(default_factory=list)
    parted: bool = False
    """Words stand between several days with times of their own: they may be of several things."""
    unread: bool = False
    """An exception was told that was not understood."""
    half_read: bool = False
    """A figure that nobody understood hangs on a date or time (``fredag 21. joku huhtikuu``, ``7- klo 10``)."""

    @property
    def recurs(self) -> bool:
        """True where days of the week or month come again."""
        return any(group.monthly or (group.weekdays and group.weekdays.form == "every") for group in self.groups) or bool(
            self.interval > 1 or self.parity or self.weeks or self.weekly
        )

    @property
    def says_when(self) -> bool:
        """True where anything tells when the thing is."""
        return bool(self.groups or self.first or self.last or self.weeks or self.months or self.season or self.relative or self.count)


def facts_of(items: Sequence[Item]) -> Facts:
    """The facts of a row of items."""
    kept = [item for item in items if not (isinstance(item, Mark) and item.kind in _SILENT)]
    builder = _Builder(kept, roles_of(kept), Facts(half_read=any(_hangs(kept, index) for index in range(len(kept)))))
    for index in range(len(kept)):
        builder.take(index)
    return builder.finished()


def _hangs(items: Sequence[Item], index: int) -> bool:
    """True for a figure that was not understood and stands between two times, or at the other end of a dash."""
    item = items[index]
    if not isinstance(item, Words) or not _FIGURE.fullmatch(item.text):
        return False
    before, after = items[max(index - 2, 0) : index], items[index + 1 : index + 3]
    dashed = [pair for pair in (before[::-1], after) if len(pair) == 2 and isinstance(pair[0], Mark) and pair[0].kind == "dash"]  # noqa: PLR2004
    if before and isinstance(before[-1], Mark) and before[-1].kind == "clock":
        return True
    beside = bool(before and after) and isinstance(before[-1], _PLACED) and isinstance(after[0], (*_PLACED, Month))
    return beside or any(isinstance(pair[1], Dates | Times) for pair in dashed)


@dataclass(slots=True)
class _Builder:
    """The facts while they are gathered: used once, from the first item to the last."""

    items: Sequence[Item]
    roles: Sequence[str]
    facts: Facts
    spoken: bool = False
    """Words stood since the last time of day."""
    linking: bool = False
    """A dash stands open behind a time: a stretch over days may follow."""

    def take(self, index: int) -> None:
        """Add one item."""
        item, role = self.items[index], self.roles[index]
        if role == "except":
            self._exclude(item)
        elif role == "main":
            self._main(index, item)
        elif isinstance(item, Dates | Times | Weekdays):
            self.facts.seen.add(role)
            self.facts.asides.append((item.start, item.end))
            self.facts.history = self.facts.history or role == "history"
            if role == "history":
                self._main(index, item)
        elif isinstance(item, Mark) and item.kind in _TIES | {"enrol", "by", "begins", "ends"}:
            self.facts.aside_ties.append((item.start, item.end))

    def _exclude(self, item: Item) -> None:
        """An exception; the word for it only takes its place in the text."""
        if isinstance(item, Mark) and item.kind == "except":
            self.facts.ties.append((item.start, item.end))
        else:
            self._place(item)
            self.facts.excluded.append(item)

    def _place(self, item: Item) -> None:
        self.facts.places.append((item.start, item.end))

    def _main(self, index: int, item: Item) -> None:
        """An item that is told about the thing itself."""
        match item:
            case Dates():
                self._dates(index, item)
            case Times():
                self._times(item)
            case Weekdays() | Monthly():
                self._weekdays(item)
            case Words():
                self.spoken = True
                self.linking = False
            case Mark():
                self._mark(index, item)
            case _:
                self._setting(item)

    def _setting(self, item: Item) -> None:
        """Weeks, counts, months and seasons: each of them told once, the first counts."""
        self._place(item)
        match item:
            case Weeks():
                known = self.facts.weeks
                self.facts.weeks = item if known is None else replace(known, spans=known.spans + item.spans)
            case Count():
                known_count = self.facts.count or Count(start=item.start, end=item.end)
                self.facts.count = replace(known_count, times=known_count.times or item.times, minutes=known_count.minutes or item.minutes)
            case Month():
                self.facts.months.append(item)
            case Season():
                self.facts.season = self.facts.season or item

    def _near(self, index: int, *kinds: str) -> bool:
        """True where the item at the index is a mark of one of the kinds."""
        if not 0 <= index < len(self.items):
            return False
        item = self.items[index]
        return isinstance(item, Mark) and item.kind in kinds

    def _dates(self, index: int, item: Dates) -> None:
        """Dates: a bound of something that recurs, the end of a stretch, or days of their own."""
        self._place(item)
        only = item.spans[0].first if len(item.spans) == 1 and item.spans[0].last is None else None
        if only is not None and self.linking and self.facts.groups:
            self.facts.groups[-1].ends_on, self.linking = only, False
        elif only is not None and (self._near(index - 1, "until", "ends") or self._near(index + 1, "until")):
            self.facts.last = self.facts.last or only
        elif only is not None and (self._near(index - 1, "from", "begins") or self._begins_behind(index)):
            self.facts.first = self.facts.first or only
            self._lead_to_first()
        else:
            self._group(Group(spans=item.spans))
        self.spoken = False

    def _begins_behind(self, index: int) -> bool:
        """True where the word behind a date says that something begins on it (``1.9. alkaen``; not ``1 September from 6 pm``)."""
        if self._near(index + 1, "begins"):
            return True
        after = self.items[index + 1] if index + 1 < len(self.items) else None
        return isinstance(after, Mark) and after.kind == "from" and after.value != "ahead"

    def _lead_to_first(self) -> None:
        """The times after "alkaa ma 11.1." belong to what begins; a group of its own holds them where nothing recurs."""
        if not self.facts.groups:
            self.facts.groups.append(Group())

    def _weekdays(self, item: Weekdays | Monthly) -> None:
        """Days of the week or month."""
        self._place(item)
        group = Group(monthly=item) if isinstance(item, Monthly) else Group(weekdays=item)
        self._group(group)
        self.spoken = False

    def _group(self, group: Group) -> None:
        """One more group of days; times that stood before the first are its own."""
        groups = self.facts.groups
        if len(groups) == 1 and not (groups[0].spans or groups[0].weekdays or groups[0].monthly):
            group.slots = groups.pop().slots
        is_bound = len(group.spans) == 1 and group.spans[0].last is not None
        self.facts.parted = self.facts.parted or (self.spoken and any(known.slots or known.spans for known in groups) and not is_bound)
        if self.facts.lead and not groups:
            group.slots, self.facts.lead = group.slots or list(self.facts.lead), []
        groups.append(group)

    def _times(self, item: Times) -> None:
        """Times of day: of the last days told, or of those still to come."""
        groups = self.facts.groups
        if groups and groups[-1].ends_on is not None and groups[-1].ends_at is None and len(item.slots) == 1:
            groups[-1].ends_at = item.slots[0].start if item.slots[0].end is None else item.slots[0].end
        elif groups and not groups[-1].slots:
            groups[-1].slots = list(item.slots)
            groups[-1].doubtful = item.doubtful
        elif not groups:
            self.facts.parted = self.facts.parted or (self.spoken and bool(self.facts.lead))
            self.facts.lead += list(item.slots)
        elif self.spoken or item.bare:
            self.facts.further += list(item.slots)
            return
        else:
            groups[-1].slots += list(item.slots)
        self._place(item)
        self.spoken = False

    def _mark(self, index: int, item: Mark) -> None:
        """A small word or a mark of the text."""
        match item.kind:
            case "dash":
                self._dash(index)
            case "until" if index and isinstance(self.items[index - 1], Times):
                self._dash(index)
            case "next" | "coming" | "week_of" | "weekend_of":
                self._relative(index, item)
            case "break":
                self.spoken = self.spoken or item.value in {"sentence", "line"}
            case _:
                self._note(item)
        if item.kind in {"interval", "parity", "vague", "open_ended"}:
            self._place(item)
        elif item.kind in _TIES and item.value != "off":  # "la 12.12. klo 10 PERUTTU" says it of the thing itself
            self.facts.ties.append((item.start, item.end))

    def _note(self, item: Mark) -> None:
        """A small word that says something of the whole."""
        match item.kind:
            case "shift" | "public_holidays":
                self.facts.half_read = True
            case "interval":
                self.facts.interval = int(item.value)
            case "parity":
                self.facts.parity = str(item.value)
            case "except":
                self.facts.unread = self.facts.unread or item.value == "strong"
            case "weekly" | "vague" | "open_ended" | "hours" | "exhibition":
                setattr(self.facts, item.kind, True)
                self.facts.rare = self.facts.rare or item.value == "rare"

    def _dash(self, index: int) -> None:
        """A dash behind a time opens a stretch over days when a date follows."""
        last = self.facts.groups[-1] if self.facts.groups else None
        after = self.items[index + 1] if index + 1 < len(self.items) else None
        if last is not None and last.weekdays and last.slots and isinstance(after, Weekdays) and isinstance(self.items[index - 1], Times):
            self.facts.half_read = True  # pe klo 18 - su klo 15: one stretch, but of which days?
        one = last is not None and len(last.slots) == 1 and last.slots[0].end is None and bool(last.spans)
        self.linking = one and isinstance(after, Dates)

    def _relative(self, index: int, item: Mark) -> None:
        """``ensi viikolla``, ``tulevana viikonloppuna``, ``viikonloppuna``, ``next month``."""
        steps = {"next": 1, "coming": 0}.get(item.kind)
        for unit in ("week", "weekend", "month"):
            if steps is not None and self._near(index + 1, f"{unit}_of"):
                self.facts.relative, self.facts.relative_step = unit, steps
                self._place(item)
                self._place(self.items[index + 1])
        if item.kind == "weekend_of" and not self._near(index - 1, "next", "coming"):
            self.facts.relative = self.facts.relative or "weekend"
            self._place(item)

    def finished(self) -> Facts:
        """The facts, with what only the end of the text shows."""
        self.facts.groups = settled(self.facts.groups)
        if self.facts.lead and self.facts.groups and not self.facts.groups[0].slots:
            self.facts.groups[0].slots = list(self.facts.lead)
        return self.facts
