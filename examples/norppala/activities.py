"""The weekly life around the key records: groups, clubs and open hours, placed by a fixed seed where they disturb nothing.

What each group is stands in ``WEEKLY``; weekday and hour are drawn. A drawn time is kept only when it adds no clash to those that
``scenario.json`` expects and no answer to the questions it asks, so that its expectations stay exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

from .clashes import Rules
from .entry import Entry, as_datetime, starts
from .words import price_of

SEED = 20261122
SEASON_END = "20270430T205959Z"
CHRISTMAS = (date(2026, 12, 21), date(2027, 1, 7))
WINTER_HOLIDAY = (date(2027, 3, 8), date(2027, 3, 15))
"""First day and the day after the last one; week 10 is the school holiday of eastern Finland."""
PLANNING_EVENING = (datetime.fromisoformat("2026-11-26T17:00"), datetime.fromisoformat("2026-11-26T20:00"))
"""Query q6 asks what is on then, anywhere: the filling must not answer."""
HOURS = {
    "aamu": (time(9), time(9, 30), time(10), time(10, 30)),
    "päivä": (time(12), time(12, 30), time(13), time(13, 30), time(14)),
    "iltapäivä": (time(14, 30), time(15), time(15, 30), time(16)),
    "ilta": (time(17), time(17, 30), time(18), time(18, 30)),
}
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One weekly group: everything but when it meets."""

    source: str
    name: str
    venue: str
    minutes: int
    part: str
    """Part of the day, a key of ``HOURS``."""
    text: str
    audience: tuple[str, ...] = ("all",)
    topic: str = ""
    days: str = "MO TU WE TH FR"
    every: int = 1
    first: str = "2026-11-23"
    until: str = SEASON_END
    """UNTIL of the rule as it is written; empty for a group that goes on."""
    holidays: bool = False
    """True where the winter holiday is a break as well."""
    category: str = ""
    place: str = ""
    private: bool = False


SENIORS, FAMILIES, CHILDREN, ADULTS = ("seniors",), ("families",), ("children",), ("adults",)

WEEKLY = (
    Group(source="s01", name="Kuntosalin avoin vuoro", every=2, venue="v-uimahalli", minutes=90, part="aamu", topic="kuntosali",
          audience=ADULTS, text="Uimahallin kuntosali, opastaja paikalla. Hinta 4 €.", category="Liikunta"),
    Group(source="s01", name="ATK-tuki", every=2, venue="v-kansalaisopisto", minutes=120, part="päivä", topic="digitaidot",
          audience=SENIORS, text="Neuvontaa oman tietokoneen käyttöön. Kenelle: ikäihmiset. Maksuton. Ei ilmoittautumista.",
          category="Neuvonta"),
    Group(source="s01", name="Salibandyn höntsyvuoro", every=2, venue="v-koulu-mertala", minutes=90, part="ilta", topic="salibandy",
          audience=ADULTS, text="Sekajoukkueet jaetaan paikan päällä. Maksuton.", category="Liikunta", holidays=True),
    Group(source="s02", name="Elokuvakerho", venue="v-sali", minutes=120, part="ilta", topic="elokuva", audience=ADULTS, every=2,
          text="Katsotaan elokuva ja keskustellaan siitä. Hinta 5 €.", category="Elokuva"),
    Group(source="s03", name="Lukupiiri", venue="v-kirjasto", minutes=90, part="ilta", topic="lukupiiri", audience=ADULTS, every=2,
          text="Luetaan kuukauden kirjaa. Kirjan saa lainaksi kirjastosta. Maksuton.", category="Kirjallisuus"),
    Group(source="s03", name="Novellikoukku", every=2, venue="v-kirjasto", minutes=60, part="päivä", topic="käsityö",
          text="Kuunnellaan novelleja ja neulotaan. Maksuton. Ei ilmoittautumista.", category="Kirjallisuus"),
    Group(source="s03", name="Lautapelikerho", every=2, venue="v-kirjasto", minutes=120, part="iltapäivä", topic="lautapelit",
          text="Kirjaston pelit käytössä, omiakin saa tuoda. Maksuton.", category="Pelit", holidays=True),
    Group(source="s03", name="Digituki Punkaharjulla", venue="v-punkaharju-kirjasto", minutes=90, part="aamu", topic="digituki",
          audience=SENIORS, text="Apua puhelimen ja tietokoneen kanssa. Maksuton.", category="Neuvonta", place="Punkaharjun kirjasto"),
    Group(source="s05", name="Aamujooga", venue="v-kansalaisopisto", minutes=75, part="aamu", topic="jooga", audience=ADULTS,
          first="2027-01-11", until="20270416T205959Z", text="Rauhallista joogaa kaikentasoisille. Hinta 62 €.", holidays=True),
    Group(source="s05", name="Espanjan alkeet", venue="v-kansalaisopisto", minutes=90, part="ilta", topic="espanja", audience=ADULTS,
          first="2027-01-11", until="20270416T205959Z", text="Aivan alusta alkaen. Hinta 58 €.", holidays=True),
    Group(source="s06", name="Pihasuunnittelu (210177)", venue="v-kansalaisopisto", minutes=135, part="ilta", topic="piha",
          audience=ADULTS, first="2027-02-01", until="20270326T215959Z", text="Hinta 41,50 €.", holidays=True),
    Group(source="s07", name="Koodauskerho 7.–9.-lk", venue="v-koulu-nojanmaa", minutes=60, part="iltapäivä", topic="koodaus",
          audience=("youth",), first="2027-01-11", until="20270516T205959Z", text="Tehdään omia pelejä. Maksuton.", holidays=True),
    Group(source="s07", name="Koodauskerho 7.–9.-lk", venue="v-koulu-mertala", minutes=60, part="iltapäivä", topic="koodaus",
          audience=("youth",), first="2027-01-11", until="20270516T205959Z", text="Tehdään omia pelejä. Maksuton.", holidays=True),
    Group(source="s08", name="Raamattupiiri", every=2, venue="v-srktalo", minutes=90, part="ilta", topic="raamattu", audience=ADULTS,
          text="Luetaan tulevan pyhän tekstejä. Maksuton.", category="Piirit"),
    Group(source="s08", name="Kirkkokuoro", every=2, venue="v-srktalo", minutes=120, part="ilta", topic="kuoro", audience=ADULTS,
          text="Viikkoharjoitukset. Uudet laulajat tervetulleita.", category="Musiikki"),
    Group(source="s08", name="Mieskerho", venue="v-srktalo", minutes=90, part="päivä", topic="mieskerho", audience=ADULTS, every=2,
          text="Keskustelua, kahvia ja vierailijoita. Maksuton.", category="Kerhot"),
    Group(source="s09", name="Perhekahvila", every=2, venue="v-srktalo", minutes=120, part="päivä", topic="perhekahvila", audience=FAMILIES,
          until="20270331T205959Z", text="", category=""),
    Group(source="s09", name="Muskari 2–4-vuotiaille", venue="v-srktalo", minutes=45, part="iltapäivä", topic="muskari",
          audience=FAMILIES, first="2027-01-11", until="20270331T205959Z", text=""),
    Group(source="s12", name="Ystäväkahvila", every=2, venue="v-torikulma", minutes=90, part="päivä", topic="ystäväkahvila",
          text="Kahvia ja juttuseuraa. Maksuton. Ei ilmoittautumista."),
    Group(source="s12", name="Keskustelukerho", every=2, venue="v-torikulma", minutes=90, part="iltapäivä", topic="keskustelu",
          audience=ADULTS, text="Viikon puheenaiheet vapaasti keskustellen. Maksuton.", until=""),
    Group(source="s13", name="Miestenj jumppa", venue="v-liikuntahalli", minutes=60, part="aamu", topic="voimistelu", audience=SENIORS,
          text="Hinta 3 e/kerta."),
    Group(source="s13", name="Bingo", every=2, venue="v-torikulma", minutes=90, part="päivä", topic="bingo", audience=SENIORS,
          text="Hinta 2 e, kahvi sisältyy hintaan."),
    Group(source="s13", name="Yhteislaulu", venue="v-torikulma", minutes=60, part="päivä", topic="yhteislaulu", audience=SENIORS, every=2,
          text="Lauletaan toivelauluja hanurin säestyksellä. Maksuton."),
    Group(source="s14", name="Istumatanssi", venue="v-kerimaki-talo", minutes=60, part="aamu", topic="tanssi", audience=SENIORS,
          text="Hinta 2 €.", place="Kylätalo"),
    Group(source="s15", name="Avoin vesijumppa", every=2, venue="v-uimahalli", minutes=45, part="ilta", topic="vesijumppa", audience=ADULTS,
          text="Hinta 8 €. Uimahallin pääsymaksu sisältyy hintaan.", category="Avoimet tapahtumat"),
    Group(source="s15", name="Kilparyhmä 2, vesiharjoitus", venue="v-uimahalli", minutes=90, part="iltapäivä", topic="uinti",
          audience=CHILDREN, text="Kokoontuminen altaan päädyssä 15 min ennen.", category="Harjoitukset", private=True),
    Group(source="s16", name="Edustusjoukkueen harjoitukset", venue="v-koulu-nojanmaa", minutes=90, part="ilta", topic="salibandyharjoitus",
          audience=ADULTS, text="Kahvivuoro sovitaan joukkueen viestiryhmässä.", private=True),
    Group(source="s18", name="Norppalan Voimistelijat ry", venue="v-liikuntahalli", minutes=90, part="ilta", topic="vuoro",
          until="20270103T215959Z", text=""),
    Group(source="s18", name="Koripallokerho", venue="v-liikuntahalli", minutes=90, part="ilta", topic="vuoro",
          until="20270103T215959Z", text=""),
    Group(source="s19", name="Kyläkuoro", every=2, venue="v-savonranta-talo", minutes=90, part="ilta", topic="kylakuoro",
          text="Avoin kuoro kaikille laulamisesta pitäville. Maksuton."),
    Group(source="s20", name="Kyläjumppa", every=2, venue="v-punkaharju-talo", minutes=60, part="ilta", topic="jumppa", audience=ADULTS,
          until="20270325T215959Z", text="Kuntojumppaa lempeästi. Hinta 5 e.", category="Liikunta"),
    Group(source="s22", name="Yleisöopastus", venue="v-museo", minutes=60, part="päivä", topic="opastus", days="SA",
          text="Opastus vaihtuviin näyttelyihin. Opastus sisältyy pääsymaksuun 9/5 €.", category="Opastukset", first="2026-12-05"),
    Group(source="s25", name="Järjestöneuvonta", venue="v-torikulma", minutes=120, part="aamu", topic="neuvonta", audience=ADULTS, every=2,
          text="Apua yhdistyksen arkeen: säännöt, rahoitus, viestintä. Maksuton."),
    Group(source="s26", name="Tasapainoryhmä Enonkoskella", every=2, venue="v-enonkoski", minutes=60, part="aamu", topic="tasapaino",
          audience=SENIORS, text="Tasapainoa ja lihasvoimaa. Maksuton. Ei ilmoittautumista.", category="Urheilu ja liikunta"),
    Group(source="s26", name="Muistikahvila Rantasalmella", venue="v-rantasalmi", minutes=90, part="päivä", topic="muisti", every=2,
          audience=("people_with_memory_disorders",), text="Kahvia ja aivojumppaa. Maksuton.", category="Hyvinvointi"),
    Group(source="s26", name="Sulkavan sauvakävelijät", every=2, venue="v-sulkava", minutes=75, part="aamu", topic="sauvakavely",
          text="Reitti 4–6 km, lähtö seurantalon pihasta. Sauvoja lainataan. Maksuton.", category="Urheilu ja liikunta"),
    Group(source="s26", name="Kädentaitokerho", every=2, venue="v-asukastupa", minutes=120, part="päivä", topic="kadentaidot",
          audience=ADULTS, text="Neulotaan, virkataan ja paikataan. Maksuton.", category="Kädentaidot"),
    Group(source="s28", name="Kauppakassiapu, lähtö", venue="v-torikulma", minutes=60, part="aamu", topic="kauppakassi", every=2,
          audience=("volunteers",), until="20270430T235959", text="Vapaaehtoiset jakavat kauppakassit kotiin."),
    Group(source="s29", name="Neuleilta", venue="v-asukastupa", minutes=120, part="ilta", topic="neulonta", every=2,
          audience=ADULTS, until="20270430", text="Omat työt mukaan. Maksuton."),
    Group(source="s31", name="Lasten luontokerho", every=2, venue="v-nuokkari", minutes=90, part="iltapäivä", topic="luonto",
          audience=CHILDREN, until="20270325T215959Z", holidays=True, category="Luonto",
          text="Retkiä lähimetsään säällä kuin säällä. Kausimaksu 20 €."),
)  # fmt: skip


def place(taken: Sequence[Entry], rules: Rules) -> list[Entry]:
    """Every group of ``WEEKLY`` at a drawn time that disturbs neither the given entries nor the groups placed before it."""
    random, placed = Random(SEED), list(taken)
    for number, group in enumerate(WEEKLY, start=1):
        placed.append(_first_quiet(group, number, placed, rules, random))
    return placed[len(taken) :]


def _first_quiet(group: Group, number: int, placed: Sequence[Entry], rules: Rules, random: Random) -> Entry:
    """The group at the first drawn time that is quiet; a table that leaves it none is wrong."""
    slots = [(day, hour) for day in group.days.split() for hour in HOURS[group.part]]
    random.shuffle(slots)
    for day, hour in slots:
        entry = _meets(group, number, day, hour)
        if is_quiet(entry, placed, rules):
            return entry
    raise LookupError(f"{group.source} {group.name}: no weekday and hour is left for it; move it to another part of the day or venue")


def is_quiet(entry: Entry, placed: Sequence[Entry], rules: Rules) -> bool:
    """True where the entry competes with nothing and does not turn up in the planning evening of query q6."""
    return not _in_planning_evening(entry) and not any(next(rules.between(entry, other), None) for other in placed)


def _in_planning_evening(entry: Entry) -> bool:
    """True where one instance overlaps the evening that query q6 asks about."""
    begin, end = PLANNING_EVENING
    length = as_datetime(entry.end or entry.start) - as_datetime(entry.start)
    on_that_day = [start for start in starts(entry, end.date() + timedelta(days=1)) if start.date() == begin.date()]
    return any(start < end and start + length > begin for start in on_that_day)


def _meets(group: Group, number: int, day: str, hour: time) -> Entry:
    """The group as an entry that meets on one weekday at one hour."""
    first = date.fromisoformat(group.first)
    first += timedelta(days=(_DAYS.index(day) - first.weekday()) % 7)
    start = datetime.combine(first, hour)
    parts = [
        "FREQ=WEEKLY",
        f"INTERVAL={group.every}" if group.every > 1 else "",
        f"UNTIL={group.until}" if group.until else "",
        f"BYDAY={day}",
    ]
    series = Entry(
        key=f"viikko-{number:02}",
        source=group.source,
        name=group.name,
        start=start,
        end=start + timedelta(minutes=group.minutes),
        venue=group.venue,
        place=group.place,
        description=group.text,
        price=price_of(group.text),
        category=group.category,
        audience=group.audience,
        topics=(group.topic,) if group.topic else (),
        rrule=";".join(part for part in parts if part),
        private=group.private,
    )
    return _with_breaks(series, group)


def _with_breaks(series: Entry, group: Group) -> Entry:
    """The series without its meetings at Christmas and, for some, in the winter holiday."""
    breaks = (CHRISTMAS, WINTER_HOLIDAY) if group.holidays else (CHRISTMAS,)
    return replace(series, exdates=tuple(_days_within(series, breaks)))


def _days_within(series: Entry, breaks: Sequence[tuple[date, date]]) -> Iterator[date]:
    """The days of the series that fall into one of the breaks."""
    for start in starts(series, max(end for _, end in breaks)):
        if any(begin <= start.date() < end for begin, end in breaks):
            yield start.date()
