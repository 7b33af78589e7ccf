"""Whole notices: a title with its time before, behind or around it, rows of a table, a venue, rows under a weekday."""

# ruff: noqa: E501 - the forms of one thing stand on one line

from __future__ import annotations

from datetime import date, time

from tests.phrase_writer import DAY, HORIZON, Write, Written, a_time, ahead, flags_of, occurrences
from tests.phrase_writer_words import EN_DAYS, FI_DAYS, SV_DAYS, Pen, clock, full_date, weekday

TITLES = {
    "fi": (
        "Tuolijumppa",
        "Hartaus",
        "Lauluilta",
        "Keskustelukerho",
        "Syysmyyjäiset",
        "Novellikoukku",
        "Bingo",
        "Elokuvailta",
        "Sählyvuoro",
    ),
    "sv": ("Sagostund", "Stickcafé", "Julbasar", "Bokcirkel", "Körövning", "Gudstjänst", "Allsångskväll", "Bingo"),
    "en": ("Story time", "Knitting circle", "Language café", "Choir practice", "Film night", "Board games"),
}
VENUES = {"fi": ("Kylätalo", "seurakuntatalo", "Kirjasto"), "sv": ("biblioteket", "församlingshemmet"), "en": ("library",)}


def _when(pen: Pen, day: date, reference: date, hour: str) -> str:
    return f"{full_date(pen, day, reference)} {hour}"


def titled(pen: Pen, reference: date) -> Written:
    """``Bingo pe 27.11. klo 17``, ``la 28.11. klo 10-14 Syysmyyjäiset``."""
    day, slot = ahead(pen, reference), a_time(pen.dice)
    title, when = pen.one(*TITLES[pen.language]), _when(pen, day, reference, clock(pen, *slot))
    text = pen.one(f"{title} {when}", f"{title}, {when}", f"{title} – {when}", f"{title}: {when}", f"{title} ({when})", f"{when} {title}",
                   f"{when}: {title}", f"{when} – {title}", f"{when}, {title}", f"{title} {when}.", f"{title}\n{when}", f"{when}\n{title}")  # fmt: skip
    return notice("titled", pen, reference, text, day, slot, {"title": title})


def notice(  # noqa: PLR0913, PLR0917 - a notice has many sides
    sort: str, pen: Pen, reference: date, text: str, day: date, slot: tuple[time, time | None], extra: dict[str, str],
) -> Written:  # fmt: skip
    days = occurrences([day], [slot])
    return Written(sort, text, pen.language, reference, "composite", days, frozenset(flags_of([slot])), extra=dict(extra))


def cells(pen: Pen, reference: date) -> Written:
    """``Pe | 27.11. | 12.00 | Keittolounas``."""
    day, slot = ahead(pen, reference), a_time(pen.dice, ended=0.4)
    title = pen.one(*TITLES[pen.language])
    name = weekday(pen, day.weekday()).strip(" ,").removeprefix("on ").removeprefix("On ").removesuffix(" den").removesuffix(" the")
    start, end = slot
    hour = f"{start.hour:02d}.{start.minute:02d}" + ("" if end is None else f"{pen.one('–', '-')}{end.hour}.{end.minute:02d}")
    dated = f"{day.day}.{day.month}."
    bar = pen.one(" | ", "|", " | ", " ¦ ".replace("¦", "|"))
    text = pen.one(f"{name}{bar}{dated}{bar}{hour}{bar}{title}", f"{name} {dated}{bar}{hour}{bar}{title}", f"{dated}{bar}{hour}{bar}{title}",
                   f"{name} {dated}{bar}klo {hour}{bar}{title}", f"{name}\t{dated}\t{hour}\t{title}")  # fmt: skip
    return notice("cells", pen, reference, text, day, slot, {"title": title})


def with_venue(pen: Pen, reference: date) -> Written:
    """``la 28.11. klo 10-14 Joulumyyjäiset, seurakuntatalo``."""
    day, slot = ahead(pen, reference), a_time(pen.dice)
    title, venue = pen.one(*TITLES[pen.language]), pen.one(*VENUES[pen.language])
    when = _when(pen, day, reference, clock(pen, *slot))
    text = pen.one(f"{when} {title}, {venue}", f"{title} {when}, {venue}", f"{title}, {when}, {venue}", f"{when} {title}, {venue}.")
    return notice("with_venue", pen, reference, text, day, slot, {"title": title, "place": venue})


def weekly_notice(pen: Pen, reference: date) -> Written:
    """``Tuolijumppa tiistaisin klo 10-11``."""
    number, slot = pen.dice.randrange(7), a_time(pen.dice)
    names = {"fi": (f"{FI_DAYS[number]}sin", f"joka {FI_DAYS[number]}", f"{FI_DAYS[number]}sin".capitalize()), "sv": (f"{SV_DAYS[number]}ar", f"varje {SV_DAYS[number]}"),
             "en": (f"{EN_DAYS[number]}s", f"every {EN_DAYS[number]}", f"on {EN_DAYS[number]}s")}  # fmt: skip
    name, title, hour = pen.one(*names[pen.language]), pen.one(*TITLES[pen.language]), clock(pen, *slot)
    text = pen.one(
        f"{title} {name} {hour}",
        f"{title}, {name} {hour}",
        f"{name} {hour} {title}",
        f"{title} – {name} {hour}",
        f"{title} ({name} {hour})",
    )
    until = reference + HORIZON
    days = [reference + step * DAY for step in range(HORIZON.days + 1)]
    found = occurrences([day for day in days if day.weekday() == number], [slot])
    flags = frozenset(flags_of([slot]) | {"open_ended"})
    return Written("weekly_notice", text, pen.language, reference, "composite", found, flags, until, key="series", extra={"title": title})


def under_weekday(pen: Pen, reference: date) -> Written:
    """``Maanantai`` over rows with a time and a title each."""
    number = pen.dice.randrange(7)
    rows = [a_time(pen.dice) for _ in range(pen.dice.randint(2, 3))]
    heading = {"fi": (FI_DAYS[number].capitalize(), FI_DAYS[number], f"{FI_DAYS[number].upper()}", f"{FI_DAYS[number].capitalize()}:", f"{FI_DAYS[number].capitalize()}sin"),
               "sv": (SV_DAYS[number].capitalize(), f"{SV_DAYS[number].capitalize()}ar"), "en": (EN_DAYS[number], f"{EN_DAYS[number]}s")}  # fmt: skip
    lines = [
        pen.one(f"{clock(pen, *slot)} {title}", f"{title} {clock(pen, *slot)}")
        for slot, title in zip(rows, pen.dice.sample(TITLES[pen.language], len(rows)), strict=True)
    ]
    until = reference + HORIZON
    days = [day for step in range(HORIZON.days + 1) if (day := reference + step * DAY).weekday() == number]
    flags = frozenset(flags_of(list(rows)) | {"open_ended"})
    text = "\n".join([pen.one(*heading[pen.language]), *lines])
    return Written("under_weekday", text, pen.language, reference, "composite", occurrences(days, list(rows)), flags, until, key="series")


NOTICES: tuple[Write, ...] = (titled, cells, with_venue, weekly_notice, under_weekday)
