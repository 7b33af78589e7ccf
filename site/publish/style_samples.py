"""Plainly made-up events and parts for the page of styles: every state that a component has, named by what it shows.

Words, dates and marks come from where all pages have them; only names and addresses are invented, and lead nowhere but to the page itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from publish.dates import sentence
from publish.edition import Edition
from publish.fitting import SheetDay, SheetRow
from publish.views import (
    Answers,
    Card,
    Cell,
    DayView,
    Door,
    DoorGroup,
    EasyItem,
    Fact,
    HelpLine,
    HelpView,
    Hobby,
    Leaf,
    Link,
    Mark,
    Prose,
    Regular,
    Row,
    Task,
)

_DAY = date(2026, 11, 24)
_STARTS = datetime(2026, 11, 24, 10, 0)  # noqa: DTZ001 - only its hour is read
_ENDS = datetime(2026, 11, 24, 11, 30)  # noqa: DTZ001
_CALLED = "000\N{NO-BREAK SPACE}000"
NOTHING = Answers(marks=(), whom="", cost="", is_free=False, enrol="", flags="", told="", is_stale=False)
"""What is said of an event of which nobody told anything."""


@dataclass(frozen=True, slots=True)
class Samples:
    """The invented parts of one language."""

    edition: Edition
    here: str
    """The link of the page itself, where every invented link leads."""

    def said(self, name: str, **values: object) -> str:
        """A text that only the page of styles has."""
        return self.edition.words(f"style.{name}", **values)

    @property
    def place(self) -> Prose:
        """An invented place."""
        return Prose(self.said("place"))

    def marks(self) -> tuple[Mark, ...]:
        """Every state as a word."""
        words = self.edition.words
        opens = words("enrol.mark_opens", when=self._moment())
        return (
            Mark("cancelled", words("status.cancelled")),
            Mark("changed", words("status.moved")),
            Mark("changed", words("status.postponed")),
            Mark("info", words("status.online")),
            Mark("changed", words("enrol.mark_full")),
            Mark("changed", words("enrol.mark_waiting_list")),
            Mark("info", opens),
            Mark("info", words("enrol.mark_not_yet_open")),
            Mark("free", words("hobbies.open")),
            Mark("info", words("status.ended")),
            Mark("changed", words("status.withdrawn")),
        )

    def _moment(self) -> str:
        dates = self.edition.dates
        return dates.at(dates.short(_DAY), dates.clock(_STARTS))

    def known(self) -> Answers:
        """All answers known."""
        words = self.edition.words
        return Answers(
            marks=(),
            whom=self.said("whom"),
            cost=words("cost.free"),
            is_free=True,
            enrol=words("enrol.just_come"),
            flags="is-free no-enrolment step-free",
            told=words("told.fetched", name=self.said("organizer"), date=self.edition.dates.brief(_DAY)),
            is_stale=False,
        )

    def stale(self) -> Answers:
        """The same of a source that has not answered for long."""
        told = self.edition.words("told.stale", name=self.said("organizer"), date=self.edition.dates.brief(_DAY))
        return self.known()._replace(told=told, is_stale=True)

    def card(self, shown: str, **parts: Any) -> Card:
        """A card named by what it shows; everything of it is known unless other ``parts`` are given."""
        dates = self.edition.dates
        usual: dict[str, Any] = {
            "href": self.here,
            "name": Prose(self.said(f"card_{shown}")),
            "marks": (),
            "start": dates.clock(_STARTS),
            "end": dates.clock(_ENDS),
            "datetime": "2026-11-24T10:00+02:00",
            "spoken": self.edition.words("card.spoken", when=dates.at(dates.on_day(_DAY), dates.clock(_STARTS)), place=self.place.text),
            "place": self.place,
            "area": self.said("area"),
            "more": (),
            "answers": self.known(),
            "is_once": True,
        }
        return Card(**{**usual, **parts})

    def cards(self) -> tuple[Card, ...]:
        """A card of every kind."""
        words, dates = self.edition.words, self.edition.dates
        cancelled, moved, _, _, full, queue, opens, *_ = self.marks()
        paid = self.known()._replace(cost=words("cost.euros", amount="5–9"), is_free=False, enrol=words("enrol.enrol"), flags="")
        day = dates.on_day(_DAY)
        return (
            self.card("known"),
            self.card("nothing", end="", place=Prose(""), area="", answers=NOTHING, spoken=dates.at(day, dates.clock(_STARTS))),
            self.card("series", more=(words("rhythm.every_week", day=dates.weekday(_DAY)),), is_once=False),
            self.card("cancelled", marks=(cancelled,)),
            self.card("moved", marks=(moved,), more=(words("card.former", when=self._moment()),)),
            self.card("full", marks=(full,), answers=paid),
            self.card("queue", marks=(queue,), answers=paid),
            self.card("opens", marks=(opens,), answers=paid),
            self.card("all_day", start=words("card.all_day"), end="", more=(words("card.until", date=dates.brief(_DAY)),)),
            self.card("stale", answers=self.stale()),
            *self._foreign(),
            self.card("long"),
        )

    def _foreign(self) -> tuple[Card, ...]:
        """A card whose name is in another of the region's languages alone, where it has several."""
        other = next((one for one in self.edition.languages if one != self.edition.language), "")
        return (self.card("foreign", name=Prose(self.edition.others[other]("style.card_foreign"), other)),) if other else ()

    def day(self) -> DayView:
        """A day with one card."""
        dates = self.edition.dates
        leaf = Leaf(
            iso=_DAY.isoformat(),
            href=self.here,
            heading=dates.heading(_DAY),
            weekday=dates.weekday_short(_DAY),
            number=_DAY.day,
            month=dates.month_short(_DAY),
            week=dates.week(_DAY),
        )
        return DayView(leaf=leaf, cards=(self.card("known"),), total="")

    def empty_day(self) -> DayView:
        """A day with nothing on it."""
        dates, next_day = self.edition.dates, date(2026, 11, 25)
        leaf = self.day().leaf._replace(
            iso=next_day.isoformat(),
            heading=dates.heading(next_day),
            weekday=dates.weekday_short(next_day),
            number=next_day.day,
        )
        return DayView(leaf=leaf, cards=(), total="")

    def regulars(self) -> tuple[Regular, ...]:
        """Series in a line: all known, and nothing but that it comes several times."""
        words, dates = self.edition.words, self.edition.dates
        every = words("rhythm.every_week", day=dates.weekday(_DAY))
        known = Regular(
            href=self.here,
            name=Prose(self.said("card_known")),
            marks=(),
            rhythm=dates.at(every, dates.clock(_STARTS), dates.clock(_ENDS)),
            place=self.place,
            area=self.said("area"),
            next=words("card.next", date=dates.short(_DAY)),
            answers=self.known(),
        )
        unknown = replace(known, name=Prose(self.said("card_nothing")), rhythm=words("rhythm.several"), place=Prose(""), answers=NOTHING)
        return known, unknown

    def hobbies(self) -> tuple[Hobby, ...]:
        """A hobby that is open, with the way to enrol."""
        card = self.card("known", marks=(self.marks()[8],), more=(self.regulars()[0].next,))
        return (Hobby(card=card, ways=(Link(self.here, self.edition.words("enrol.now")),)),)

    def tasks(self) -> tuple[Task, ...]:
        """A task of volunteers."""
        task = Task(
            href=self.here,
            name=Prose(self.said("task")),
            marks=(),
            text=Prose(self.said("task_text")),
            when=self.edition.words("volunteering.agreed"),
            need=Prose(self.said("task_need")),
            place=self.place,
            area=self.said("area"),
            answers=self.known()._replace(enrol="", cost=""),
            enrol="",
            contact=Link(self.here, self.said("organizer")),
        )
        return (task,)

    def facts(self) -> tuple[Fact, ...]:
        """Answers of an item's page, one of them not known."""
        words, dates = self.edition.words, self.edition.dates
        when = dates.at(sentence(dates.long(_DAY)), dates.clock(_STARTS), dates.clock(_ENDS))
        return (
            Fact(label=words("fact.when"), lines=(Link("", when),)),
            Fact(label=words("fact.where"), lines=(Link(self.here, self.place.text), Link("", self.said("area")))),
            Fact(label=words("terms.cost"), lines=(Link("", words("fact.unknown_value")),), hint=words("fact.unknown_hint")),
        )

    def access(self) -> tuple[tuple[str, Mark], ...]:
        """What is there, what is not, what nobody told."""
        words = self.edition.words
        return (
            (words("access.step_free_entrance"), Mark("ok", words("access.yes"))),
            (words("access.accessible_toilet"), Mark("cancelled", words("access.no"))),
            (words("access.induction_loop"), Mark("unknown", words("access.unknown"))),
        )

    def help(self) -> tuple[HelpView, ...]:
        """Somebody who would help."""
        line = HelpLine(number=_CALLED, telephone="000000", note=self.said("hours"))
        return (
            HelpView(
                name=Prose(self.said("helper")),
                text=Prose(self.said("helper_text")),
                lines=(line,),
                site=Link(self.here, "apu.example"),
                checked="",
            ),
        )

    def doors(self) -> tuple[Door, ...]:
        """Ways by time, the first of them here."""
        words = self.edition.words
        counts = (("today", 9), ("tomorrow", 11), ("weekend", 14))
        return tuple(
            Door(
                link=Link(self.here, words(f"nav.{time}")),
                n=n,
                count=words.count("count.events", n),
                is_here=time == "today",
            )
            for time, n in counts
        )

    def groups(self) -> tuple[DoorGroup, ...]:
        """Ways of one sort."""
        door = Door(link=Link(self.here, self.said("whom")), n=6, count=self.edition.words.count("count.events", 6))
        return (
            DoorGroup(
                id="sample",
                label=self.edition.words("doors.audience"),
                doors=(door, door._replace(link=Link(self.here, self.said("area")))),
            ),
        )

    def weekdays(self) -> tuple[tuple[str, str], ...]:
        """Short and long names of a week's days."""
        dates = self.edition.dates
        return tuple((dates.weekday_short(day), dates.weekday(day)) for day in (date(2026, 11, 23 + n) for n in range(7)))

    def weeks(self) -> tuple[Row, ...]:
        """A week of a month table: a day with events, days without, days of another month."""
        days = [self._cell(day) for day in range(23, 30)]
        return (Row(href=self.here, number=48, label=self.edition.dates.week(_DAY), cells=tuple(days)),)

    def _cell(self, number: int) -> Cell:
        words, day = self.edition.words, date(2026, 11, number)
        n = 2 if number == _DAY.day else 0
        count = words.count("count.events", n)
        return Cell(
            iso=day.isoformat(),
            number=number,
            href=self.here if n else "",
            spoken=words("card.spoken", when=self.edition.dates.day_month(day), place=count),
            count=count,
            n=n,
            titles=((Prose(self.said("card_known")), ""),) if n else (),
            rest=0,
            outside=number > 28,  # noqa: PLR2004 - as if the month ended there
        )

    def sheet(self) -> tuple[SheetDay, ...]:
        """A day of a sheet of paper."""
        cancelled = self.marks()[0]
        row = SheetRow(
            start=self.edition.dates.clock(_STARTS),
            end=self.edition.dates.clock(_ENDS),
            name=Prose(self.said("card_known")),
            marks=(),
            facts=(self.place, Prose(self.edition.words("cost.free"))),
        )
        rows = (row, row._replace(name=Prose(self.said("card_cancelled")), marks=(cancelled,), facts=(self.place,)))
        return (SheetDay(heading=sentence(self.edition.dates.heading(_DAY)), rows=rows),)

    def easy(self) -> EasyItem:
        """An event in easy language."""
        words = self.edition.words
        told = (
            words("easy.starts", time=self.edition.dates.clock(_STARTS)),
            words("easy.place", place=self.place.text),
            words("easy.free"),
            words("easy.just_come"),
        )
        return EasyItem(link=Link(self.here, self.said("card_known")), sentences=told)

    def turn(self, step: int) -> Link:
        """The day before or after."""
        return Link(self.here, self.edition.dates.heading(date(2026, 11, _DAY.day + step)))
