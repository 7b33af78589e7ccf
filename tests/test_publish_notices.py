"""What organizers and keepers of places are told: what differs, overlaps, is told twice or is alike; on a page and in a feed."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, date, timedelta
from pathlib import Path

import feedparser
import pytest
from parsel import Selector

from tests.publish_joined import UMBRELLA, Site, joined_region, listing, overlap
from tests.publish_rows import NOW, HandMade, at, joined, organizer, page, publish, single, source, weekly

DAY = timedelta(days=1)
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def joint() -> Site:
    """The joined region in three languages."""
    return Site(joined_region())


def words(html: str | None, css: str = "main") -> str:
    return " ".join(" ".join(Selector(html or "").css(f"{css} ::text").getall()).split())


def matters(html: str, section: str) -> list[str]:
    """The notices of one kind as they are read."""
    return [words(one.get(), "li") for one in Selector(html).css(f"section[aria-labelledby={section}] > ul > li")]


def feed(site: Site, path: str) -> ET.Element:
    return ET.fromstring(site[path])  # noqa: S314 - our own output


def test_whose_listing_says_otherwise_is_told_what_to_mend_and_whom_to_ask(joint: Site) -> None:
    chair, path = matters(joint[f"fi/jarjestaja/{UMBRELLA}/huomiot/"], "conflicts")
    assert chair == (
        "Tarkistettava Tuolijumppa Joka tiistai klo 10.00–11.00"
        " Lähteessä ”Norppalan Seudun Kumppanit ry” ovat myös 22.12. ja 29.12.; muualla kerrotaan, ettei silloin kokoonnuta."
        " Tarkistakaa tieto ja korjatkaa se omaan kalenteriinne, tai kysykää järjestäjältä: Norppalan Eläkeväki ry"
    )
    assert "La 19.12.: lähteessä ”Norppalan Seudun Kumppanit ry”: alkaa klo 17.00. Kalenterissa näkyy: alkaa klo 16.00." in path


def test_the_organizer_is_told_what_others_say_and_that_all_is_on_one_page(joint: Site) -> None:
    html = joint["fi/jarjestaja/s20/huomiot/"]
    (conflict,) = matters(html, "conflicts")
    assert "Ristiriita Joulupolku" in conflict
    assert "toinen lähde kertoo: alkaa klo 17.00 (Norppalan Seudun Kumppanit ry)" in conflict
    assert Selector(html).css(".todo a::attr(href)").get() == f"/fi/jarjestaja/{UMBRELLA}/"
    (twice,) = matters(html, "twice")
    assert "Tapahtuman kertovat Kylän lapsiperheet ry ja Norppalan Seudun Kumppanit ry. Ilmoituksissa on eroja: aika." in twice
    assert "teidän ei tarvitse tehdä mitään" in twice
    (fair,) = matters(joint["en/organizer/s08/notices/"], "twice")
    assert "They say the same." in fair


def test_an_overlap_says_how_when_and_with_whom_one_s_own_event_first(joint: Site) -> None:
    room, people = matters(joint[f"fi/jarjestaja/{UMBRELLA}/huomiot/"], "overlaps")
    assert room == (
        "Sama tila Järjestöjen yhteistyöilta ja Vapaaehtoisten koulutusilta To 26.11. klo 17.00–19.00 ja 17.30–20.00"
        " Päällekkäin 90 minuuttia. Voisitteko sopia ajoista tai järjestää yhdessä? Yhteystiedot löytyvät sivulta: Norppalan ensiapu ry"
    )
    assert "Päällekkäin 90 minuuttia, välimatka 0,4 km. Yhteistä: volunteers. Päättymisaikaa ei ole kerrottu kaikista" in people
    assert "Nämä saattavat olla sama tapahtuma." in people
    theirs = matters(joint["sv/arrangor/s28/notiser/"], "overlaps")[0]
    assert theirs.startswith("Samma lokal Vapaaehtoisten koulutusilta och Järjestöjen yhteistyöilta Tors 26.11 kl. 17.30–20.00")


def test_what_is_alike_is_told_to_both(joint: Site) -> None:
    (one,) = matters(joint["fi/jarjestaja/s28/huomiot/"], "alike")
    (other,) = matters(joint["fi/jarjestaja/s13/huomiot/"], "alike")
    assert one.startswith(
        "Samankaltainen Ensiapukurssi EA1 ja Ensiavun peruskurssi Ma 11.1. ja su 24.1. Väliä 13 päivää. Välimatka 2,5 km."
    )
    assert other.startswith("Samankaltainen Ensiavun peruskurssi ja Ensiapukurssi EA1")


def test_pages_of_notices_are_linked_but_not_for_search_engines(joint: Site) -> None:
    html = Selector(joint[f"fi/jarjestaja/{UMBRELLA}/huomiot/"])
    assert html.css("meta[name=robots]::attr(content)").get() == "noindex"
    assert html.css('link[type="application/atom+xml"]::attr(href)').get() == f"/fi/jarjestaja/{UMBRELLA}/huomiot/syote.xml"
    assert not [address for address in joint.listed() if "huomiot" in address]
    ways = (f"fi/jarjestaja/{UMBRELLA}/", f"fi/lahteet/{UMBRELLA}/")
    links = [Selector(joint[way]).css(".doorway a") for way in ways]
    assert [one.attrib["href"] for one in links] == [f"/fi/jarjestaja/{UMBRELLA}/huomiot/"] * 2
    assert words(joint[ways[0]], ".doorway") == "4 huomiota järjestäjälle"


def test_who_has_no_notices_has_a_page_and_a_feed_to_follow() -> None:
    site = Site(joined(single("a", "Kahvit", at("2026-11-28", "10:00"), None)))
    assert "Ei huomioita juuri nyt." in words(site["fi/jarjestaja/s13/huomiot/"])
    assert words(site["fi/jarjestaja/s13/"], ".doorway") == "Ei huomioita järjestäjälle"
    empty = feed(site, "fi/jarjestaja/s13/huomiot/syote.xml")
    assert empty.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"
    assert not empty.findall(f"{ATOM}entry")


def test_the_feed_is_atom_with_everything_that_readers_need(joint: Site) -> None:
    text = joint[f"fi/jarjestaja/{UMBRELLA}/huomiot/syote.xml"]
    read = feedparser.parse(text)
    assert (read.version, read.bozo, read.feed.language) == ("atom10", False, "fi")
    assert read.feed.id == f"tag:norppala.example,2026:norppala/notices/{UMBRELLA}"
    assert [link.rel for link in read.feed.links] == ["self", "alternate"]
    assert read.feed.links[0].href == f"https://norppala.example/fi/jarjestaja/{UMBRELLA}/huomiot/syote.xml"
    assert [entry.title for entry in read.entries] == [
        "Tarkistettava: Tuolijumppa",
        "Tarkistettava: Joulupolku",
        "Sama tila: Järjestöjen yhteistyöilta – Vapaaehtoisten koulutusilta",
        "Sama kohderyhmä lähellä: Järjestöjen yhteistyöilta – Vapaaehtoisten koulutusilta",
    ]
    assert [entry.tags[0].term for entry in read.entries] == ["mend", "mend", "venue", "audience"]
    html = Selector(joint[f"fi/jarjestaja/{UMBRELLA}/huomiot/"])
    assert [entry.link.partition("#")[2] for entry in read.entries] == html.css("li.matter::attr(id)").getall()


def test_ids_are_the_same_in_every_language_and_on_every_day(joint: Site) -> None:
    site = Site(joined_region(), now=NOW + DAY)
    paths = [f"fi/jarjestaja/{UMBRELLA}/huomiot/syote.xml", f"en/organizer/{UMBRELLA}/notices/feed.xml"]
    feeds = [feed(joint, path) for path in paths] + [feed(site, paths[0])]
    ids = [[entry.findtext(f"{ATOM}id") for entry in one.findall(f"{ATOM}entry")] for one in feeds]
    assert ids[0] == ids[1] == ids[2]
    assert len(set(ids[0])) == 4
    assert joint[paths[0]] == site[paths[0]]  # nothing of the clock is in it


def test_an_entry_is_as_new_as_the_last_change_of_its_events() -> None:
    rows = joined_region()
    evening = next(row for row in rows.event_rows if "Järjestöjen yhteistyöilta" in row.name.values())
    changed = NOW.astimezone(UTC)
    site = Site(rows.with_event(replace(evening, last_changed=changed)))
    found = feed(site, "fi/jarjestaja/s28/huomiot/syote.xml")
    updated = [entry.findtext(f"{ATOM}updated") for entry in found.findall(f"{ATOM}entry")]
    assert updated[:2] == [changed.isoformat()] * 2
    assert updated[2] != changed.isoformat()
    assert found.findtext(f"{ATOM}updated") == changed.isoformat()


def two_series(count: int = 9) -> HandMade:
    """Two weekly things of two organizers in one room, over each other every week."""
    first = weekly("a", "Kuoro", (at("2026-11-24", "18:00"), at("2026-11-24", "20:00")), count)
    second = weekly("b", "Jooga", (at("2026-11-24", "19:00"), at("2026-11-24", "20:00")), count, organizer_id="s28")
    pairs = zip(first.occurrence_rows, second.occurrence_rows, strict=True)
    rows = [overlap(one, other, minutes=60) for one, other in pairs]
    return joined(first, second, overlap_rows=rows, organizer_rows=[organizer(), organizer("s28", "Norppalan ensiapu ry")])


def test_what_meets_every_week_is_one_notice_with_its_dates() -> None:
    site = Site(two_series())
    (one,) = matters(site["fi/jarjestaja/s28/huomiot/"], "overlaps")
    assert "Jooga ja Kuoro Ti 24.11. klo 19.00–20.00 ja 18.00–20.00" in one
    assert "Myös 1.12., 8.12., 15.12., 22.12., 29.12., 5.1. ja vielä 2 kertaa Päällekkäin 60 minuuttia." in one


def test_what_is_over_is_told_no_more_and_its_id_stays() -> None:
    ids = []
    for days in (0, 10):
        site = Site(two_series(), now=NOW + days * DAY)
        ids.append(Selector(site["fi/jarjestaja/s28/huomiot/"]).css("li.matter::attr(id)").getall())
    assert "Ti 8.12." in words(site["fi/jarjestaja/s28/huomiot/"])
    assert "24.11." not in words(site["fi/jarjestaja/s28/huomiot/"])
    assert ids[0] == ids[1]
    site = Site(two_series(), now=NOW + 90 * DAY)
    assert "Ei huomioita juuri nyt." in words(site["fi/jarjestaja/s28/huomiot/"])


def test_two_of_one_organizer_are_one_notice_to_itself() -> None:
    rows = two_series()
    own = replace(rows, event_rows=[replace(row, organizer_id="s13") for row in rows.event_rows])
    site = Site(own)
    (one,) = matters(site["fi/jarjestaja/s13/huomiot/"], "overlaps")
    assert "Molemmat ovat omianne." in one
    assert one.startswith("Sama tila Kuoro ja Jooga")  # the one that begins first


def test_a_source_that_tells_one_thing_twice_is_told_so_and_rows_of_a_series_are_no_repeat() -> None:
    made = single("a", "Kielikahvila", at("2026-11-28", "10:00"), None)
    row, dated = made.event_rows[0], weekly("b", "Kerho", (at("2026-11-24", "18:00"), at("2026-11-24", "20:00")), 3)
    twice = [listing(row, "s13", uid="1"), listing(row, "s13", id="other", uid="2")]
    rows_of_series = [listing(dated.event_rows[0], "s13", id=f"row-{n}", uid=f"row-{n}") for n in range(3)]
    site = Site(joined(made, dated, listing_rows=[*twice, *rows_of_series]))
    (one,) = matters(site["fi/jarjestaja/s13/huomiot/"], "twice")
    assert "Monta ilmoitusta Kielikahvila" in one
    assert "Lähteessä ”Norppalan Eläkeväki ry” se on useammin kuin kerran." in one
    assert "poistakaa se omasta kalenteristanne" in one


def test_a_long_list_is_cut_and_says_how_many_are_left() -> None:
    parts = [single(f"e{n}", f"Ilta {n}", at("2026-12-01", "18:00"), None) for n in range(61)]
    pairs = [overlap(parts[0].occurrence_rows[0], part.occurrence_rows[0]) for part in parts[1:]]
    site = Site(joined(*parts, overlap_rows=pairs))
    html = site["fi/jarjestaja/s13/huomiot/"]
    assert len(Selector(html).css("li.matter")) == 50
    assert "ja vielä 10" in words(html)


def test_double_bookings_stand_by_day_with_both_events(joint: Site) -> None:
    html = joint["fi/paikka/v-torikulma/paallekkaiset/"]
    shown = words(html)
    assert "1 päällekkäinen varaus Torstai 26.11.2026 Tilaa ei ole kerrottu 17.00–19.00 Järjestöjen yhteistyöilta" in shown
    assert "17.30–20.00 Vapaaehtoisten koulutusilta Norppalan ensiapu ry Päällekkäin 90 minuuttia." in shown
    assert "välimatka" not in shown  # what only shares an audience is no double booking
    assert 'content="noindex"' in html
    assert not [address for address in joint.listed() if "paallekkaiset" in address]
    assert Selector(joint["fi/paikka/v-torikulma/"]).css(".doorway a::attr(href)").get() == "/fi/paikka/v-torikulma/paallekkaiset/"
    assert not Selector(joint["fi/paikka/v-sali/"]).css(".doorway")


@pytest.mark.parametrize(
    ("rooms", "told"),
    [
        (("iso-sali", "iso-sali"), "Tila: iso sali"),
        (("iso-sali", ""), "Tila: iso sali; toisessa tilaa ei ole kerrottu"),
        (("", ""), "Tilaa ei ole"),
    ],
)
def test_the_room_is_named_as_far_as_it_is_told(rooms: tuple[str, str], told: str) -> None:
    rows = two_series(1)
    placed = [replace(one, room=room) for one, room in zip(rows.occurrence_rows, rooms, strict=True)]
    site = Site(replace(rows, occurrence_rows=placed))
    assert told in words(site["fi/paikka/v-torikulma/paallekkaiset/"])


def test_a_page_of_double_bookings_is_made_where_there_are_any_and_stays_when_there_are_none(tmp_path: Path) -> None:
    rows = two_series(1)
    none = replace(rows, overlap_rows=[])
    publish(none, tmp_path)
    path = "fi/paikka/v-torikulma/paallekkaiset/"
    assert not (tmp_path / "public" / path).exists()
    publish(rows, tmp_path)
    assert "1 päällekkäinen varaus" in words(page(tmp_path, path))
    for whole in ("once", "and again"):
        publish(none, tmp_path, whole=whole)
        assert "Ei päällekkäisiä varauksia tiedossa." in words(page(tmp_path, path))
    assert "paallekkaiset" not in page(tmp_path, "fi/paikka/v-torikulma/")
    moved = replace(none, place_rows=[replace(none.place_rows[0], slug="uusi-nimi")])
    publish(moved, tmp_path)
    assert "Ei päällekkäisiä varauksia tiedossa." in words(page(tmp_path, "fi/paikka/uusi-nimi/paallekkaiset/"))
    assert "/fi/paikka/uusi-nimi/paallekkaiset/" in page(tmp_path, path)


def test_overlaps_of_withdrawn_events_and_of_unknown_instances_are_left_out() -> None:
    rows = two_series(2)
    gone = rows.with_event(replace(rows.event_rows[1], withdrawn_at=NOW.astimezone(UTC)))
    lost = replace(rows, overlap_rows=[replace(rows.overlap_rows[0], occurrence_a="nobody-knows")])
    for made in (gone, lost):
        site = Site(made)
        assert "Ei huomioita juuri nyt." in words(site["fi/jarjestaja/s13/huomiot/"])


def test_nothing_of_a_source_can_act_in_notices_or_break_the_feed() -> None:
    hostile = "</title><script>alert(1)</script>\x0b]]>&\"'"
    rows = two_series(1)
    rows = replace(
        rows,
        event_rows=[replace(row, name={"fi": hostile}) for row in rows.event_rows],
        organizer_rows=[replace(row, name={"fi": hostile}) for row in rows.organizer_rows],
        occurrence_rows=[replace(row, room=hostile) for row in rows.occurrence_rows],
        overlap_rows=[replace(row, shared=(hostile,)) for row in rows.overlap_rows],
        source_rows=[source(title=hostile)],
    )
    site = Site(rows)
    for path in ("fi/jarjestaja/s13/huomiot/", "fi/paikka/v-torikulma/paallekkaiset/"):
        assert not re.search(r"<script>alert", site[path])
    assert len(feed(site, "fi/jarjestaja/s13/huomiot/syote.xml").findall(f"{ATOM}entry")) == 1


def test_a_day_that_is_named_is_the_day_on_which_both_go_on() -> None:
    night = single("a", "Yö", at("2026-11-27", "22:00"), at("2026-11-28", "04:00"))
    early = single("b", "Aamu", at("2026-11-28", "01:00"), at("2026-11-28", "05:00"))
    row = overlap(night.occurrence_rows[0], early.occurrence_rows[0], day=date(2026, 11, 28), minutes=180)
    site = Site(joined(night, early, overlap_rows=[row]))
    assert "La 28.11. klo 22.00–4.00 ja 1.00–5.00" in words(site["fi/jarjestaja/s13/huomiot/"])
