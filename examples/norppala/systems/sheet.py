"""How a village association publishes a shared sheet: semicolons, Finnish headings, day and hours apart, remarks at the end."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from examples.norppala.entry import Entry, as_datetime, each
from examples.norppala.publisher import Publisher
from examples.norppala.words import in_euros, price_of

COLUMNS = ("Päivämäärä", "Klo", "Päättyy", "Tapahtuma", "Paikka", "Hinta", "Lisätiedot", "Huomautuksia")


def write(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """The sheet as a spreadsheet exports it: with a byte order mark, one row a date."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    dates = sorted((one for entry in entries for one in each(entry)), key=lambda one: as_datetime(one.start))
    writer.writerows(_cells(publisher, one) for one in dates)
    return {"s19.csv": text.getvalue().encode("utf-8-sig")}


def _cells(publisher: Publisher, entry: Entry) -> Iterator[str]:
    """``28.11.2026;10.00;13.00;Kyläkirppis;…;0,00;…;PERUTTU``."""
    start, end = as_datetime(entry.start), as_datetime(entry.end or entry.start)
    price = in_euros(entry.price or price_of(entry.description))
    yield f"{start.day}.{start.month}.{start.year}"
    yield f"{start:%H.%M}"
    yield f"{end:%H.%M}"
    yield entry.name
    yield publisher.place(entry)
    yield f"{float(price):.2f}".replace(".", ",") if price else ""
    yield entry.text.removeprefix("PERUTTU. ")
    yield "PERUTTU" if entry.status == "CANCELLED" else ""
