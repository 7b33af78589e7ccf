"""The key records of ``scenario.json`` as calendar entries: times, rules, exceptions and statuses exactly as they stand there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from .entry import Entry, Registration

Record = Mapping[str, Any]

LEADS = {
    "d1a": "Käsitöitä, leivonnaisia ja arpajaiset. Kahvio auki koko ajan.",
    "d1b": "Seurakunnan ja järjestöjen yhteiset myyjäiset: käsitöitä, leivonnaisia ja joulukahvila.",
    "d1c": "Handicrafts, pastries and a raffle. The café is open all the time.",
    "d2a": "Ohjattua jumppaa tuolilla istuen, sopii myös rollaattorin kanssa liikkuville.",
    "d2b": "Kevyttä ohjattua liikuntaa istuen. Sisään esteettömästi pihan puolelta.",
    "d2c": "Eläkeväen tuolijumppa tiistaisin.",
    "d3a": "Jatketaan siitä, mihin peruskurssilla jäätiin: dreijausta ja lasituksia. Kohderyhmä: aikuiset.",
    "d3b": "Jatkokurssi.",
    "d4a": "Talvinen näytelmä koko perheelle.",
    "d4b": "Vierailunäytäntö koko perheelle. Kesto 2 h 15 min, sisältää väliajan.",
    "d4c": "A winter play for the whole family, performed in Finnish.",
    "d4d": "Talvinen näytelmä koko perheelle.",
    "d5a": "Satuja ja loruja 3–6-vuotiaille aikuisen kanssa. Kenelle: lapset ja perheet.",
    "d5b": "Satutunti 3–6-vuotiaille lastenosastolla.",
    "d5c": "Sagor och ramsor för 3–6-åringar tillsammans med en vuxen. För vem: barn och familjer.",
    "d6a": "Avoin perhekerho alle kouluikäisille ja vanhemmille. Aamupala tarjolla.",
    "d7a": "Tule harjoittelemaan suomea kahvikupin ääreen. Kaikki kielitaidon tasot.",
    "d7b": "Come and practise Finnish over a cup of coffee. All levels are welcome.",
    "d7c": "Приходите поговорить по-фински за чашкой кофе. Любой уровень.",
    "d7d": "Suomen kielen harjoittelua kahvikupin ääressä. Kaikki kielitaidon tasot. Kenelle: maahan muuttaneet.",
    "d8a": "Lasketaan talvilintuja lintulautojen ympäristössä. Omat kiikarit mukaan, jos on.",
    "d8b": "Luontoyhdistyksen lintulaskenta, lähtö yhteistalolta.",
    "d9a": "Askarrellaan joulukoristeita museon kokoelmien innoittamina. Kenelle: lapset ja perheet. Ei ilmoittautumista.",
    "d9b": "Koko perheen joulupaja museossa.",
    "d9c": "Christmas decorations inspired by the museum's collections. For whom: families.",
    "d10a": "Ensiavun peruskurssi, 16 tuntia. Kohderyhmä: aikuiset. Osallistujat saavat todistuksen.",
    "d11a": "Valaistu polku, jonka varrella tontut kertovat tarinoita. Glögiä ja makkaraa.",
    "d11b": "Kylien joulupolku yhteistalon pihasta.",
    "d12a": "Käsityöläisten yhteinen joulukonsertti; väliajalla kahvia, pipareita ja arpoja.",
    "d12b": "Nuorisoseuran järjestämä joulukonsertti seurantalolla.",
    "c1a": "Vertaistukea ja kahvit omaishoitajille. Hoidettavan voi tuoda mukaan.",
    "c1b": "Tietoa, juttuseuraa ja kahvia. Kenelle: muistisairaat ja omaishoitajat.",
    "c2a": "Sovitaan kevään yhteisistä tapahtumista. Kaikki alueen yhdistykset tervetulleita.",
    "c2b": "Peruskoulutus uusille vapaaehtoisille.",
    "c3a": "Kotiottelu.",
    "c3b": "Yleisöluistelu jäähallissa. Luistimia ei vuokrata.",
    "c4a": "Kirjailija kertoo uudesta romaanistaan. Kohderyhmä: aikuiset.",
    "c4b": "Paikalliset runoilijat lukevat uusia tekstejään. Kahvila avoinna. Kohderyhmä: aikuiset.",
    "c5a": "Tanssit elävän musiikin tahdissa.",
    "c5b": "Joulupuuro, yhteislaulua ja ohjelmaa.",
    "c6a": "Kokataan yhdessä helppoja välipaloja. Harrastamisen Suomen mallin kerho.",
    "c6b": "Konsoli- ja lautapelejä, kioski auki.",
    "c7a": "Lauletaan yhdessä kauneimpia joululauluja.",
    "c7b": "Oppilaiden yhteinen joulukonsertti.",
    "c8a": "Sali on kaikkien käytössä, omat välineet mukaan.",
    "c8b": "Kotiottelu, katsomo auki tuntia ennen.",
    "o1": "Muistia virkistävää yhdessäoloa parittomien viikkojen tiistaisin.",
    "o2": "Aamukahvit ja päivän lehdet.",
    "o8": "Suomen kielen alkeiskurssi. Kenelle: maahan muuttaneet. Oppikirja hankitaan yhdessä.",
    "o10": "Leivotaan yhdessä joululeivonnaisia. Jauhot ja esiliinat talon puolesta.",
    "o3": "PERUTTU. Kirppis siirtyy keväälle, uusi päivä kerrotaan myöhemmin.",
    "o4": "SIIRRETTY: konsertti piti olla 29.11.2026 klo 14, uusi aika on 6.12.2026 klo 14. Liput käyvät sellaisinaan.",
    "o5": "Bussi lähtee kylätalolta.",
    "o6": "Maksuton. Kenelle: yhdistykset. Mitä rekistereissä saa olla ja miten niistä kerrotaan. Linkki lähetetään ilmoittautuneille.",
    "o9": "Valokuvia ja maalauksia järvimaisemasta. Avoinna ti–su klo 10–17.",
    "o11": "Vigilia.",
    "o12": "K-18. Sitseillä lauletaan, lippu sisältää ruoan.",
    "o13": "Avoin kokeilukerta vauvauintiin, 3–12 kk ikäiset.",
    "o14": "Apua puhelimen, tietokoneen ja verkkoasioinnin kanssa.",
    "o15": "Kahvia ja juttuseuraa. Kyytiä voi kysyä toisilta kävijöiltä.",
    "o16": "Tasapainoa ja lihasvoimaa ikäihmisille, harjoitteita tuolin tuella. Ei ilmoittautumista.",
}
AUDIENCES = {
    "seniors": "ikäihmiset",
    "babies_toddlers": "vauvat ja taaperot",
    "families": "perheet",
    "children": "lapset",
    "adults": "aikuiset",
    "immigrants": "maahanmuuttaneet",
    "informal_carers": "omaishoitajat",
    "people_with_memory_disorders": "muistisairaat",
    "associations": "yhdistykset",
    "volunteers": "vapaaehtoiset",
    "school_age": "kouluikäiset",
    "youth": "nuoret",
    "students": "opiskelijat",
}
CATEGORIES = {
    "d4b": "Teatteri",
    "d9b": "Lapset ja perheet",
    "c4b": "Kirjallisuus",
    "o4": "Lapset ja perheet",
    "d5a": "Lapset ja perheet",
    "d5b": "Lapset ja perheet",
    "d5c": "Barn och familjer",
    "d7a": "Tule harjoittelemaan suomea kahvikupin ääreen. Kaikki kielitaidon tasot.",
    "d7b": "Come and practise Finnish over a cup of coffee. All levels are welcome.",
    "d7c": "Приходите поговорить по-фински за чашкой кофе. Любой уровень.",
    "d7d": "Kielet",
    "c3b": "Liikunta",
    "c4a": "Kirjallisuus",
    "c6a": "Kokataan yhdessä helppoja välipaloja. Harrastamisen Suomen mallin kerho.",
    "c6b": "Konsoli- ja lautapelejä, kioski auki.",
    "c7a": "Musiikki",
    "c7b": "Oppilaiden yhteinen joulukonsertti.",
    "c8a": "Liikunta",
    "o16": "Liikunta",
    "d2b": "Urheilu ja liikunta",
    "c1b": "Hyvinvointi",
    "o14": "Digi ja teknologia",
    "o15": "Hyvinvointi",
    "d8a": "Luonto",
    "d9a": "Työpajat",
    "o9": "Näyttelyt",
    "d11a": "Koko perheen tapahtumat",
    "o13": "Avoimet tapahtumat",
    "c8b": "Ottelut",
}
_PRICES = {"free": "Maksuton.", "paid": "Maksullinen.", "": ""}
_MORE_DAYS = {
    "d5b": ("2026-11-25", "2026-12-02", "2026-12-09"),
    "o1": ("2026-12-01", "2026-12-15", "2026-12-29", "2027-01-05", "2027-01-19"),
}
"""The city's three sub-events of one super event, and the Tuesdays of odd weeks."""


def _registration(record: Record) -> str:
    """What the record tells about enrolment, as a publisher would write it; empty when it tells nothing."""
    facts = record.get("registration")
    if facts is None:
        return ""
    if facts.get("required") is False:
        return "Ei ilmoittautumista."
    closes = facts.get("closes", "")
    by = f" viimeistään {_day(closes)}" if closes else ""
    places = f" Paikkoja {facts['capacity']}, vapaana {facts['remaining']}." if {"capacity", "remaining"} <= facts.keys() else ""
    return f"Ilmoittautuminen{by}.{places}" if by else f"Vaatii ilmoittautumisen.{places}"


def _day(iso: str) -> str:
    """``2027-01-15T12:00`` as ``15.1.2027 klo 12``."""
    moment = datetime.fromisoformat(iso)
    return f"{moment.day}.{moment.month}.{moment.year}" + (f" klo {moment.hour}" if moment.hour else "")


def _description(record: Record) -> str:
    """A few plain sentences with what the record knows: what, for whom, price and enrolment."""
    price = record.get("price", "")
    if record["lang"] != "fi":
        return LEADS[record["key"]] + (" Fritt inträde." if record["lang"] == "sv" else "")
    groups = ", ".join(AUDIENCES[group] for group in record["audience"] if group in AUDIENCES)
    whom = f"Kenelle: {groups}." if groups else ""
    told = _PRICES.get(price, f"Hinta {price}." if "e" in price or "€" in price else f"Hinta {price} €.")
    return " ".join(part for part in (LEADS.get(record["key"], ""), whom, told, _registration(record)) if part)


def _facts(record: Record) -> Registration | None:
    """The record's enrolment as fields."""
    told = record.get("registration")
    if told is None:
        return None
    moments = {name: datetime.fromisoformat(told[name]) for name in ("opens", "closes") if name in told}
    return Registration(**{**told, **moments})


def _moment(text: str) -> datetime | date:
    """A wall clock where the record has one, a day otherwise."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _end(record: Record) -> datetime | date | None:
    """The exclusive end: the record's own for a time, the day after for a last day."""
    if "end" not in record:
        return None
    end = _moment(record["end"])
    return end if isinstance(end, datetime) else end + timedelta(days=1)


def _entry(record: Record) -> Entry:
    """The record as it stands, before what only one source does to it."""
    return Entry(
        key=record["key"],
        source=record["source"],
        name=record["title"],
        start=_moment(record["start"]),
        end=_end(record),
        venue=record["venue"],
        description=_description(record),
        lead=LEADS.get(record["key"], ""),
        price=record.get("price", ""),
        registration=_facts(record),
        category=CATEGORIES.get(record["key"], ""),
        audience=tuple(record["audience"]),
        topics=tuple(record.get("topics", ())),
        language=record["lang"],
        rrule=record.get("rrule", ""),
        exdates=tuple(date.fromisoformat(day) for day in record.get("exdates", ())),
        status="CANCELLED" if record["status"] == "cancelled" else "CONFIRMED",
        sequence=0 if record["status"] == "scheduled" else 1,
    )


def _as_published(entry: Entry) -> Entry:
    """The record with the dates that the notes of ``scenario.json`` tell beyond its fields."""
    days = _MORE_DAYS.get(entry.key, ())
    return replace(entry, rdates=tuple(date.fromisoformat(day) for day in days))


def records(scenario: Record) -> Sequence[Record]:
    """The key records that have a time at all; a standing task (o7) is none of a calendar's."""
    return [record for record in scenario["events"] if "start" in record]


def all_keys(scenario: Record) -> list[Entry]:
    """Every key record that has a time, as its source publishes it."""
    return [_as_published(_entry(record)) for record in records(scenario)]
