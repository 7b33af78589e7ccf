"""How small associations and municipalities publish by hand: weekday headings, a table with bars, paragraphs of text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby

from examples.norppala.entry import Entry, as_datetime
from examples.norppala.publisher import Publisher
from examples.norppala.words import LONG, SHORT, day, every, hours, listed, pauses, price_of, when

from .pages import page

_INTRO = (
    "<p>Toimintakausi 24.11.2026–30.4.2027. Ryhmät kokoontuvat viikoittain, ellei toisin mainita, "
    "ja ne ovat avoimia kaikille eläkeikäisille. Ilmoittautua ei tarvitse.</p>\n"
)


def write_weekdays(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """Groups under the name of their weekday, without dates: the season stands in the introduction. Below them what happens once."""
    groups = sorted(
        (entry for entry in entries if entry.recurs), key=lambda entry: (entry.start.weekday(), as_datetime(entry.start).time())
    )
    singles = sorted((entry for entry in entries if not entry.recurs), key=lambda entry: as_datetime(entry.start))
    weekdays = "".join(
        f"<h2>{LONG[number].capitalize()}</h2>\n<ul>\n{''.join(_group(publisher, entry) for entry in rows)}</ul>\n"
        for number, rows in groupby(groups, key=lambda entry: entry.start.weekday())
    )
    dated = "".join(f"<li>{when(entry)} {_rest(publisher, entry)}</li>\n" for entry in singles)
    body = f"{_INTRO}{weekdays}<h2>Tapahtumat</h2>\n<ul>\n{dated}</ul>"
    return {"s13.html": page(publisher.title, "Toiminta", body)}


def _group(publisher: Publisher, entry: Entry) -> str:
    """One row: ``klo 10–11 Tuolijumppa, Torikulma, 3 e/kerta, ei 22.12., 29.12. ja 5.1.``."""
    start = as_datetime(entry.start)
    told = f"klo {hours(start, entry.end)} {_rest(publisher, entry)}"
    if entry.rdates:
        told += f", parittomien viikkojen tiistaisin: {listed([day(one) for one in entry.rdates])}"
    elif "INTERVAL=2" in entry.rrule:
        told += f", joka toinen {LONG[start.weekday()]} alkaen {day(start)}"
    return f"<li>{told}{', ' + pauses(entry) if entry.exdates else ''}</li>\n"


def _rest(publisher: Publisher, entry: Entry) -> str:
    """Name, place, price and how to take part."""
    price = entry.price or price_of(entry.description)
    told = (escape(entry.name), escape(publisher.place(entry)), "maksuton" if price == "free" else price, _enrolment(entry))
    return ", ".join(part for part in told if part)


def _enrolment(entry: Entry) -> str:
    """``ei ennakkoilmoittautumista`` or the sentence about enrolling; empty where nothing is told."""
    if entry.registration is not None:
        return "" if entry.registration.required else "ei ennakkoilmoittautumista"
    return next((f"ilm.{rest.rstrip('.')}" for _, told, rest in [entry.description.partition("ilmoittautuminen")] if told), "")


def write_bars(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """Day, hour and event in a table typed by hand: bars between cells, weekday and date glued, last year's trip still there."""
    ordered = sorted(entries, key=lambda entry: as_datetime(entry.start))
    rows = "".join(_row(publisher, entry) for entry in ordered)
    head = "<tr><th>Päivä</th><th>|</th><th>Klo</th><th>|</th><th>Tapahtuma</th></tr>\n"
    return {"s14.html": page(publisher.title, "Ohjelma", f'<table class="ohjelma">\n{head}{rows}</table>')}


def _row(publisher: Publisher, entry: Entry) -> str:
    """``to10.12.`` with the date glued to the weekday; last year's row has a blank, and no hour. A weekly group has its season."""
    start, is_old = as_datetime(entry.start), entry.key == "o5"
    if entry.recurs:
        days, clock = f"{every(start)} {day(start)}–30.4.", hours(start, entry.end)
    else:
        days, clock = f"{SHORT[start.weekday()]}{' ' if is_old else ''}{day(start)}", "" if is_old else _clock(entry)
    place = "" if is_old else f", {escape(publisher.place(entry))}"
    pause = f", {pauses(entry)}" if entry.exdates else ""
    cells = (days, "|", clock, "|", f"{escape(entry.name)}{place}{_price(entry)}{pause}")
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"


def _clock(entry: Entry) -> str:
    """``13.00–15.00``: always with minutes."""
    return "–".join(f"{as_datetime(moment):%H.%M}" for moment in (entry.start, entry.end) if moment is not None)


def _price(entry: Entry) -> str:
    price = entry.price or price_of(entry.description)
    return "" if not price else f" ({'vapaa pääsy' if price == 'free' else price})"


_DAY_TEXTS = {
    "Toimintakeskuksen avoin aamu": "Toimintakeskuksen avoin aamu joka kuukauden 1. maanantai klo {hours} toimintakeskuksessa.",
    "Kuntosaliopastus": "Kuntosaliopastus klo {hours} toimintakeskuksen kuntosalilla, ohjaaja on paikalla.",
    "Yhteislaulua": "Yhteislaulua klo {hours} toimintakeskuksen salissa.",
    "Puurojuhla": "Puurojuhla klo {hours} toimintakeskuksessa, tarjolla riisipuuroa ja torttuja.",
    "Kyläilta": "Kyläilta klo {hours} toimintakeskuksessa: keskustellaan kevään suunnitelmista.",
}


def write_paragraphs(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """A weekday with its date as a heading, then one paragraph of running text; the price of everything stands at the end."""
    ordered = sorted(entries, key=lambda entry: as_datetime(entry.start))
    days = "".join(_day(entry) for entry in ordered)
    note = "<p>Kanslia on auki ma–to klo 9–15.</p>\n<p>Kaikkiin ohjelman tapahtumiin on maksuton pääsy.</p>"
    return {"s34.html": page(publisher.title, "Viikko-ohjelma", f"{days}{note}")}


def _day(entry: Entry) -> str:
    start = as_datetime(entry.start)
    told = _DAY_TEXTS[entry.name].format(hours=hours(start, entry.end))
    return f"<h2>{LONG[start.weekday()].capitalize()} {day(start)}</h2>\n<p>{told}</p>\n"
