"""What the demo region's systems publish beside iCalendar: every key record in its own source, with the quirks of that system.

Read here by the simplest means (json, csv, ElementTree, parsel), never by Kooste's own readers: the example must be right by itself.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest
from parsel import Selector

from examples.norppala import generate, story
from examples.norppala.systems.tm35fin import to_tm35fin

FEEDS = Path(generate.__file__).parent / "feeds"
REGION = generate.scenario()
RECORDS = {record["key"]: record for record in REGION["events"]}
HELSINKI = ZoneInfo("Europe/Helsinki")


def text(name: str, encoding: str = "utf-8") -> str:
    return (FEEDS / name).read_text(encoding)


def data(name: str) -> Any:
    return json.loads(text(name))


def rows(selector: str, *names: str, encoding: str = "utf-8") -> list[str]:
    """The visible text of every element that a selector finds on one or several pages."""
    found = [element for name in names for element in Selector(text(name, encoding)).css(selector)]
    return [" ".join(" ".join(element.css("::text").getall()).split()) for element in found]


def items(name: str, tag: str) -> list[str]:
    """The texts of every XML element of a name, inner elements one after the other."""
    tree = ET.parse(FEEDS / name)  # noqa: S314 - as above
    found = [element for element in tree.iter() if element.tag.rpartition("}")[2] == tag]
    return [" | ".join(piece.strip() for piece in element.itertext() if piece.strip()) for element in found]


def dumps(records: list[Any]) -> list[str]:
    return [json.dumps(record, ensure_ascii=False) for record in records]


def paragraphs(name: str) -> list[str]:
    """A heading with the paragraph below it."""
    return [" ".join(pair) for pair in zip(rows("main h2", name), rows("main h2 + p", name), strict=True)]


PAGES = tuple(path.relative_to(FEEDS).as_posix() for path in sorted((FEEDS / "s08").iterdir()))
PUBLISHED: dict[str, Callable[[], list[str]]] = {
    "s01": lambda: dumps(data("s01/events.json")),
    "s02": lambda: dumps(data("s02/events.json")),
    "s03": lambda: items("s03.xml", "item"),
    "s05": lambda: dumps(data("s05/courses.json")),
    "s06": lambda: rows("tr.course", "s06.html", encoding="iso-8859-15"),
    "s07": lambda: dumps(data("s07/courses.json")),
    "s08": lambda: rows("a.event-search-listview-item", *PAGES),
    "s10": lambda: rows("main h2 + table tr, main h2", "s10.html"),
    "s13": lambda: rows("main li", "s13.html"),
    "s14": lambda: rows("tr", "s14.html"),
    "s19": lambda: text("s19.csv", "utf-8-sig").splitlines(),
    "s21": lambda: items("s21.xml", "item"),
    "s22": lambda: dumps(graph()),
    "s23": lambda: dumps(data("s23.json")["Events"]),
    "s24": lambda: dumps(data("s24.json")["model"]["events"]),
    "s25": lambda: dumps(list(data("s25.json").values())),
    "s26": lambda: dumps(data("s26.json")["activities"]),
    "s27": lambda: dumps(data("s27.json")["activities"]),
    "s30": lambda: items("s30.atom", "entry"),
    "s31": lambda: dumps([activity["object"] for activity in data("s31.json")["orderedItems"]]),
    "s32": lambda: items("s32.rdf", "item"),
    "s34": lambda: paragraphs("s34.html"),
    "s36": lambda: items("s36.xml", "item"),
}
TOLD = {
    "d1a": ("la 28.11. klo 10–14 Joulumyyjäiset", "Seurakuntatalo"),
    "d1c": ("Christmas Fair", "2026-11-28T10:00:00+02:00", "2026-11-28T14:00:00+02:00", "Norppala Parish Hall"),
    "d2a": ("klo 10–11 Tuolijumppa, Torikulma, 3 e/kerta, ei ennakkoilmoittautumista, ei 22.12., 29.12. ja 5.1.",),
    "d2b": ("Ikäihmisten tuolijumppa Torikulmassa", '"weekday": 2', '"startTime": "10:00"', '"endTime": "11:00"', "ageGroup/range:65-99"),
    "d3a": (
        "Keramiikan jatkokurssi",
        '"begins": "2027-01-13"',
        '"time": "ke 18.00–20.15"',
        '"exceptions": ["2027-03-03"]',
        "2026-12-08T09:00",
    ),
    "d3b": ("Keramiikka, jatko (210134)", "ke 18.00–20.15", "13.01.2027–07.04.2027, ei 3.3.", "78,00"),
    "d4a": ("Talven tarina", '"EventDate": "04.12.2026"', '"EventTime": "19:00"', '"EventAvailable": "143"', '"EventCapacity": "520"'),
    "d4b": ("Teatteri: Talven tarina", '"start_date": "2026-12-04 19:00:00"', '"utc_end_date": "2026-12-04 19:15:00"', '"cost": "28€"'),
    "d4c": ("A Winter's Tale – theatre in Finnish", "2026-12-04T19:00:00+02:00", "2026-12-04T21:15:00+02:00"),
    "d4d": ("Talven tarina", '"EventDate": "05.12.2026"', '"EventTime": "14:00"', '"EventAvailable": "0"'),
    "d5a": ("Satutunti", "2026-12-09T09:30:00+02:00", "2026-12-09T10:00:00+02:00", "Pääkirjasto"),
    "d5b": ("Satutunti pääkirjastossa", '"start_time": "2026-12-09T07:30:00Z"', '"super_event": {"@id"', '"is_free": true'),
    "d5c": ("Sagostund", "2026-11-26T09:30:00+02:00"),
    "d6a": ("ti 12.1. klo 9.30–11.30 Perhekerho", "Seurakuntatalo"),
    "d7a": ("Kielikahvila", "Torstaina 26.11. klo 17–18.30", "Pääkirjasto"),
    "d7b": ("Language café", "Thursday 26 November 2026, 5–6.30 pm"),
    "d7c": ("Языковое кафе", "26.11.2026 17.00–18.30"),
    "d7d": ("Kielikahvila yhdessä Monikulttuuriyhdistyksen kanssa", "2026-11-26T17:00:00+02:00"),
    "d8a": (
        "Talvilintuja laskemaan",
        '"startTime": "2026-12-12T09:00:00+02:00"',
        '"joinMode": "external"',
        '"endTime": "2026-12-12T12:00:00+02:00"',
    ),
    "d9a": ("Museon joulupaja", '"startDate": "2026-12-13T11:00:00"', '"price": "0"'),
    "d9b": ("Joulupaja Museo Kalliossa", '"start_date": "2026-12-13 11:00:00"', '"cost": ""'),
    "d9c": ("Christmas Workshop at Museum Kallio", "2026-12-13T11:00:00+02:00"),
    "d10a": ("Ensiapukurssi EA1", f'"start_time_utc": "{1800687600}"', '"participant_capacity": 16', '"participant_count": 14'),
    "c1b": ("Muistikahvila omaisille", '"startTime": "13:30"', '"endTime": "15:00"'),
    "c3b": ("Yleisöluistelu", '"start_time": "2026-12-05T10:00:00Z"', '"end_time": "2026-12-05T11:30:00Z"', '"price": {"fi": "4 €"}'),
    "c4a": ("Kirjailijavieras", "2026-12-03T18:00:00+02:00", "2026-12-03T19:30:00+02:00"),
    "c4b": ("Runoilta", '"start_date": "2026-12-03 18:00:00"', "Museo Kallio"),
    "c5a": ("to 10.12. klo 13–16 Senioritanssit, Norppasali, 8 €",),
    "c5b": ("to10.12. | 13.00–15.00 | Kerimäen seniorien joulujuhla",),
    "c6a": (
        "Kokkikerho 3.–6.-lk",
        '"time": "to 14.15–15.45"',
        '"begins": "2026-11-26"',
        '"ends": "2026-12-03"',
        '"full": true',
        "Nojanmaan koulu",
    ),
    "c6b": ("Peli-ilta pe 27.11. klo 17",),
    "c7a": ("su 13.12. klo 18–19 Kauneimmat joululaulut", "Norppalan kirkko, kirkkosali"),
    "c7b": ("Musiikkiopiston joulukonsertti", "Sunnuntaina 13.12. klo 18–19.15"),
    "c8a": ("Avoin liikuntavuoro", '"start_time": "2026-12-02T14:00:00Z"', '"end_time": "2026-12-02T16:00:00Z"'),
    "o1": ("Lähimuisti-kerho, Torikulma", "parittomien viikkojen tiistaisin: 1.12., 15.12., 29.12., 5.1. ja 19.1."),
    "o2": ("Maanantai 7.12.", "Toimintakeskuksen avoin aamu joka kuukauden 1. maanantai klo 9–11"),
    "o3": ("28.11.2026;10.00;13.00;Kyläkirppis;Tapahtumatupa;0,00;", ";PERUTTU"),
    "o4": ("Lasten konsertti", '"start_date": "2026-12-06 14:00:00"', "29.11.2026 klo 14"),
    "o5": ("to 9.10. | | Virkistysretki",),
    "o6": ("Yhdistystoimijan tietosuoja (verkossa)", '"participant_capacity": 100', '"participant_count": 37', '"location_type": "online"'),
    "o7": ("Ulkoiluystävä ikäihmiselle", '"type": "voluntary"', '"events": []'),
    "o8": ("Suomea alkeista", '"time": "ti ja to 17.00–18.30"', '"begins": "2027-01-12"', '"ends": "2027-04-15"'),
    "o9": ("Näyttely: Järven valo", '"startDate": "2026-12-02"', '"endDate": "2027-02-28"', '"price": "9"', '"price": "5"'),
    "o11": ("5. klo 18 Vigilia Norppalan kirkko",),
    "o12": ("Pikkujoulusitsit", '"eur": 1800', '"dateActualUntil": "2026-11-28T01:00:00+02:00"', '"availability": 12'),
    "o14": ("Digituki kirjastossa", '"weekday": 4', '"startTime": "12:00"', '"pricing": ["free"]'),
    "o15": ("Kerimäen ystäväkahvila", '"weekday": 3', '"startTime": "13:00"'),
    "o16": ("Tasapainoryhmä ikäihmisille", '"start_time": "2026-12-04T08:00:00Z"', "yso:p2433"),
}
"""Key -> what must stand together in one record of its source."""


def graph() -> list[dict[str, Any]]:
    """The museum's JSON-LD."""
    script = Selector(text("s22.html")).css('script[type="application/ld+json"]::text').get("")
    found: list[dict[str, Any]] = json.loads(script)["@graph"]
    return found


@pytest.mark.parametrize("key", TOLD)
def test_a_key_record_stands_in_its_own_source(key: str) -> None:
    records = PUBLISHED[RECORDS[key]["source"]]()
    pieces = [piece.replace("|", " ") for piece in TOLD[key]]
    assert [record for record in records if all(squeezed(piece) in squeezed(record.replace("|", " ")) for piece in pieces)]


def squeezed(value: str) -> str:
    return " ".join(value.split())


def test_these_and_the_calendars_are_all_sixty_four() -> None:
    calendars = {source["id"] for source in REGION["sources"] if source["format"].startswith("ics_")}
    assert len(RECORDS) == 64
    assert set(TOLD) == {key for key, record in RECORDS.items() if record["source"] not in calendars}


# --- quirks ----------------------------------------------------------------------------------------------------------------------------


def test_linked_events_has_a_super_event_with_its_dates_one_deleted_and_one_without_an_end() -> None:
    events = data("s01/events.json")
    frames = [event for event in events if event["super_event_type"] == "recurring"]
    assert {len(frame["sub_events"]) for frame in frames if frame["name"]["fi"] == "Satutunti pääkirjastossa"} == {3}
    assert [event["name"]["fi"] for event in events if event["deleted"]] == ["Joululaulut torilla"]
    (endless,) = [event for event in events if not event["has_end_time"]]
    assert datetime.fromisoformat(endless["end_time"]).astimezone(HELSINKI).strftime("%H:%M:%S") == "23:59:59"
    assert all(event["description"]["fi"].startswith("<p>") for event in events)


def test_the_events_calendar_prints_entities_and_an_empty_list_for_nowhere() -> None:
    (homeless,) = [event for event in data("s02/events.json") if event["venue"] == []]
    assert homeless["title"] == "Kirjallisuusilta &#8211; tekstejä ja musiikkia"


def test_self_service_hours_are_told_apart() -> None:
    libraries = data("s04/libraries.json")
    statuses = {span["status"] for library in libraries for day in library["schedules"] for span in day["times"]}
    assert (len(libraries), statuses) == (3, {1, 2})
    (independence,) = [day for day in libraries[0]["schedules"] if day["date"] == "2026-12-06"]
    assert independence["closed"]


def test_the_old_listing_is_latin_9_with_other_numbers_than_the_interface() -> None:
    raw = (FEEDS / "s06.html").read_bytes()
    assert b"78,00 \xa4" in raw
    assert b"ke 18.00&#8211;20.15" in raw
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")
    assert re.findall(rb"t=(\d+)", raw)[0] == b"1234"
    assert not {course["id"] for course in data("s05/courses.json")} & {int(number) for number in re.findall(rb"t=(\d+)", raw)}


def test_school_clubs_of_one_name_meet_at_two_schools() -> None:
    clubs = [course for course in data("s07/courses.json") if course["name"] == "Koodauskerho 7.–9.-lk"]
    assert len({club["location"] for club in clubs}) == 2
    assert all("2027-03-09" not in club["exceptions"] or "ti" in club["time"] for club in clubs)


def test_the_parish_shows_no_year_but_in_the_address_of_an_item() -> None:
    page = Selector(text("s08/page-1.html"))
    assert not [row for row in page.css("a.event-search-listview-item ::text").getall() if "202" in row]
    assert all(re.search(r"/tapahtumat/202\d-\d\d-\d\d/", href) for href in page.css("a.event-search-listview-item::attr(href)").getall())
    assert not [
        row for row in rows("a.event-search-listview-item", *PAGES) if "Perhekerho" in row and re.match(r"ti (22|29)\.12\.|ti 5\.1\.", row)
    ]


def test_service_locations_have_finnish_coordinates_as_texts() -> None:
    address = data("s11/channels.json")[1]["addresses"][0]["streetAddress"]
    assert (address["latitude"][:4], address["longitude"][:3]) == ("6866", "620")


@pytest.mark.parametrize("latitude", [59.8, 61.87, 70.1])
def test_northing_on_the_central_meridian_is_the_length_of_its_arc(latitude: float) -> None:
    northing, easting = to_tm35fin(latitude, 27)
    assert easting == pytest.approx(500_000, abs=0.001)
    assert northing == pytest.approx(0.9996 * arc(latitude), abs=0.01)


def arc(latitude: float) -> float:
    """Metres along the meridian from the equator on the ellipsoid GRS80, by Simpson's rule."""
    flattening, steps = 1 / 298.257222101, 2000
    eccentricity = flattening * (2 - flattening)
    step = math.radians(latitude) / steps
    radii: list[float] = [6378137 * (1 - eccentricity) / (1 - eccentricity * math.sin(step * n) ** 2) ** 1.5 for n in range(steps + 1)]
    return float(step / 3 * (radii[0] + radii[-1] + 4 * sum(radii[1:-1:2]) + 2 * sum(radii[2:-1:2])))


def test_the_timetable_names_groups_and_no_person() -> None:
    pages = sorted((FEEDS / "s18").iterdir())
    assert [page.stem for page in pages] == ["2026-48", "2026-49", "2026-50", "2026-51", "2026-52", "2026-53"]
    assert "Ei varauksia" in pages[4].read_text("utf-8")
    assert "rel=" not in Selector(pages[5].read_text("utf-8")).css("nav").get("")


def test_the_sheet_has_semicolons_and_decimal_commas() -> None:
    table = list(csv.DictReader(io.StringIO(text("s19.csv", "utf-8-sig")), delimiter=";"))
    (cancelled,) = [row for row in table if row["Huomautuksia"]]
    assert (cancelled["Päivämäärä"], cancelled["Klo"], cancelled["Hinta"], cancelled["Huomautuksia"]) == (
        "28.11.2026",
        "10.00",
        "0,00",
        "PERUTTU",
    )


def test_an_exhibition_is_one_event_and_a_tour_is_a_series() -> None:
    kinds = {entry["name"]: entry for entry in graph()}
    assert (kinds["Näyttely: Järven valo"]["@type"], kinds["Yleisöopastus"]["@type"]) == ("ExhibitionEvent", "EventSeries")
    assert len(kinds["Yleisöopastus"]["subEvent"]) > 10
    assert not [sub for sub in kinds["Yleisöopastus"]["subEvent"] if "+" in sub["startDate"]]


def test_lyyti_tells_every_time_twice() -> None:
    (course,) = [event for event in data("s25.json").values() if event["name"]["fi"] == "Ensiapukurssi EA1"]
    assert datetime.fromtimestamp(int(course["start_time_utc"]), HELSINKI).isoformat() == "2027-01-23T09:00:00+02:00"
    assert datetime.fromtimestamp(int(course["start_time"]), UTC).isoformat() == "2027-01-23T09:00:00+00:00"
    assert course["contact_person"]["fi"]["email"].endswith(".example")


def test_a_portal_counts_milliseconds_and_excludes_days() -> None:
    (group,) = [one for one in data("s26.json")["activities"] if one["traits"]["translations"]["fi"]["name"] == "Digituki kirjastossa"]
    (event,) = group["traits"]["channels"][0]["events"]
    days = [datetime.fromtimestamp(moment / 1000, HELSINKI).date().isoformat() for moment in event["recurrence"]["exclude"]]
    assert days == RECORDS["o14"]["exdates"]


def test_posts_in_three_languages_do_not_say_in_which() -> None:
    feed = text("s36.xml")
    assert "lang=" not in feed
    assert feed.count("<item>") == 6
    assert re.findall(r"<language>(.*?)</language>", feed) == ["fi"]


def test_a_feed_of_concerts_names_children_who_are_invented() -> None:
    assert text("s30.atom").count("Esimerkki Oppilas") == 4


# --- the story -------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("chapter", story.CHAPTERS, ids=lambda chapter: f"{chapter.source} {chapter.folder}")
def test_a_chapter_changes_only_the_records_it_names(chapter: story.Chapter) -> None:
    for name in sorted(path.relative_to(FEEDS / chapter.folder).as_posix() for path in (FEEDS / chapter.folder).rglob("*.*")):
        before, after = text(f"{chapter.folder}/{name}"), text(name)
        assert name.startswith(chapter.source)
        changed = set(before.splitlines()) ^ set(after.splitlines())
        assert 0 < len(changed) <= 6, changed


# --- fiction ---------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(path for path in FEEDS.rglob("*.*") if path.is_file() and path.suffix != ".ics"), ids=str)
def test_a_publication_names_no_real_host_and_no_way_to_reach_a_person(path: Path) -> None:
    content = path.read_text("iso-8859-15" if path.stem == "s06" else "utf-8")
    hosts = set(re.findall(r"https?://([^/\s:\\\"'<>&]+)", content)) - STANDARDS
    assert all(host.endswith(".example") or host == "127.0.0.1" for host in hosts), hosts
    mails = set(re.findall(r"[\w.]+@[\w.-]+\.\w+", content))
    assert mails <= {"koulutus@lyyti.example", "tapahtumat@kulttuuri.example"}
    assert not re.search(r"(?:\+358|\b0\d{1,2})[ -]\d{3}", content)


STANDARDS = {
    "www.w3.org", "purl.org", "schema.org", "joinmobilizon.org", "wordpress.org", "uri.suomi.fi", "search.yahoo.com",
}  # fmt: skip
"""Names of vocabularies and programs, which are addresses of nobody's."""
