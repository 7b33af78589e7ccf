"""Small Finnish: weekdays, hours, prices and names as people write them on pages, and the form of an address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime

from .entry import Entry, as_datetime

SHORT = ("ma", "ti", "ke", "to", "pe", "la", "su")
LONG = ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai")
MONTHS = (
    "tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu",
    "heinäkuu", "elokuu", "syyskuu", "lokakuu", "marraskuu", "joulukuu",
)  # fmt: skip
_PRICE = re.compile(r"(?:Hinta|Liput|Osallistuminen|Kausimaksu|pääsymaksuun) (\d[\d,/]*) ?(€|e\b)")


def slug(text: str) -> str:
    """The words of a name as a site puts them into an address."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def every(moment: date) -> str:
    """``tiistaisin``."""
    name = LONG[moment.weekday()]
    return f"{name}{'i' if name.endswith('o') else ''}sin"


def hour(moment: datetime) -> str:
    """``18`` or ``9.30``."""
    return f"{moment.hour}.{moment.minute:02}" if moment.minute else str(moment.hour)


def hours(start: datetime, end: datetime | date | None) -> str:
    """``10–14``, or ``18`` where no end is told."""
    return f"{hour(start)}–{hour(end)}" if isinstance(end, datetime) else hour(start)


def day(moment: date) -> str:
    """``28.11.``."""
    return f"{moment.day}.{moment.month}."


def weekday_and_day(moment: date) -> str:
    """``la 28.11.``."""
    return f"{SHORT[moment.weekday()]} {day(moment)}"


def when(entry: Entry) -> str:
    """``la 28.11. klo 10–14``."""
    start = as_datetime(entry.start)
    return f"{weekday_and_day(start)} klo {hours(start, entry.end)}"


def listed(items: Sequence[str]) -> str:
    """``22.12., 29.12. ja 5.1.``."""
    return f"{', '.join(items[:-1])} ja {items[-1]}" if len(items) > 1 else "".join(items)


def pauses(entry: Entry) -> str:
    """``ei 22.12., 29.12. ja 5.1.``, or nothing."""
    return f"ei {listed([day(one) for one in entry.exdates])}" if entry.exdates else ""


def price_of(text: str) -> str:
    """The price that a publisher's sentence tells: ``free``, ``8 €``, or nothing."""
    if re.search(r"\bMaksuton\b|\bVapaa pääsy\b", text):
        return "free"
    found = _PRICE.search(text)
    return f"{found[1]} {found[2]}" if found else ""


def in_euros(price: str) -> str:
    """``3 e/kerta`` as ``3``, ``9/5 €`` as ``9``, ``free`` as ``0``; nothing where no figure is told."""
    if price == "free":
        return "0"
    found = re.match(r"\d+(?:,\d+)?", price)
    return found[0].replace(",", ".") if found else ""
