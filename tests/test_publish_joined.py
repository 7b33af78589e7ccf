"""One page for what several sources tell: who told it, what they say otherwise, and addresses that outlive joining and parting."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, timedelta

import pytest
from parsel import Selector

from normalize.model import Conflict
from publish.contradictions import contradictions, days_told
from publish.edition import Edition
from publish.evidence import event_facts
from publish.federation import federation_pages
from publish.pages import Page
from store.reading import EventRow
from tests.publish_joined import UMBRELLA, VISIT, Site, editions_of, joined_region, listing
from tests.publish_rows import NOW, HandMade, at, joined, single, slug_of

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def joint() -> Site:
    """The joined region in three languages."""
    return Site(joined_region())


def text_of(html: str, css: str = "main") -> str:
    return " ".join(" ".join(Selector(html).css(f"{css} ::text").getall()).split())


def slug(name: str) -> str:
    return slug_of(joined_region(), name)


def event_named(rows: HandMade, name: str) -> EventRow:
    return next(row for row in rows.event_rows if name in row.name.values())


def edition_of(rows: HandMade, language: str = "fi") -> Edition:
    return editions_of(rows)[language]


def test_every_source_is_named_with_its_page_and_what_is_from_it(joint: Site) -> None:
    html = Selector(joint[f"fi/t/{slug('Joulumyyjäiset')}/"])
    assert "Tämän kertoo 3 lähdettä; niiden tiedot on koottu yhteen." in text_of(html.get(), ".provenance")
    told = [" ".join(" ".join(one.css("::text").getall()).split()) for one in html.css(".provenance li")]
    passed_on = "Norppalan Seudun Kumppanit ry Siellä nimellä Kirkon ja järjestöjen myyjäiset haettu 24.11.2026 Tästä lähteestä: hinta"
    assert told == [
        "Norppalan seurakunta haettu 24.11.2026 Tästä lähteestä: nimi (suomi), aika, paikka",
        f"{passed_on} Katso alkuperäisessä lähteessä",
        "Visit Norppala ollut lähteessä viimeksi 3.11.2026 Tästä lähteestä: nimi (englanti) Katso alkuperäisessä lähteessä",
    ]
    links = html.css(".provenance li a::attr(href)").getall()
    assert links[:2] == ["/fi/lahteet/s08/", f"/fi/lahteet/{UMBRELLA}/"]
    assert links[-1] == f"https://{VISIT}.example/{slug('Joulumyyjäiset')}"


def test_translations_stand_side_by_side(joint: Site) -> None:
    finnish = Selector(joint[f"fi/t/{slug('Joulumyyjäiset')}/"])
    assert finnish.css(".other-names [lang=en]::text").getall() == ["Christmas Fair"]
    english = Selector(joint[f"en/event/{slug('Joulumyyjäiset')}/"])
    assert english.css("h1::text").get() == "Christmas Fair"
    assert english.css(".other-names [lang=fi]::text").getall() == ["Joulumyyjäiset"]


def test_names_that_one_listing_gives_in_several_languages_are_no_other_names() -> None:
    made = single("a", "Runoilta", at("2026-11-28", "10:00"), None, name={"fi": "Runoilta", "sv": "Diktkväll"})
    row = replace(made.event_rows[0], origins={"name.fi": "l", "name.sv": "l"})
    site = Site(joined(made.with_event(row)))
    assert not Selector(site[f"fi/t/{row.slug}/"]).css(".other-names")


def test_another_time_and_days_that_only_one_source_has_are_said_in_words(joint: Site) -> None:
    path = joint[f"fi/t/{slug('Joulupolku')}/"]
    assert "La 19.12.: toinen lähde kertoo: alkaa klo 17.00 ( Norppalan Seudun Kumppanit ry )" in text_of(path, ".otherwise")
    assert Selector(path).css(".otherwise a::attr(href)").get() == f"/fi/lahteet/{UMBRELLA}/"
    chair = text_of(joint[f"fi/s/{slug('Tuolijumppa')}/"], ".otherwise")
    assert "Toinen lähde ilmoittaa myös 22.12. ja 29.12.; järjestäjän mukaan silloin ei kokoonnuta" in chair
    assert "17.11." not in chair  # it is over
    assert "the organizer says that nothing is held then" in text_of(joint[f"en/series/{slug('Tuolijumppa')}/"], ".otherwise")


def told(language: str, **fields: object) -> list[str]:
    """What a page says of one conflict of the path."""
    rows = joined_region()
    row = event_named(rows, "Joulupolku")
    conflict = Conflict(**{"listing_id": f"{UMBRELLA}-{row.id}", **fields})
    edition = edition_of(rows, language)
    return [one.text for one in contradictions(replace(row, conflicts=(conflict,)), edition)]


@pytest.mark.parametrize(
    ("language", "fields", "text"),
    [
        ("fi", {"field": "start", "value": "2026-12-20T16:00", "shown": "2026-12-19T16:00"}, "alkaa su 20.12. klo 16.00"),
        ("fi", {"field": "start", "value": "2026-12-19", "shown": "2026-12-19T16:00"}, "alkaa lauantai 19.12.2026"),
        ("sv", {"field": "end", "value": "2026-12-19T18:00", "shown": "2026-12-19T19:00"}, "slutar kl. 18.00"),
        ("en", {"field": "place_id", "value": "v-sali", "shown": "v-torikulma"}, "place: Norppasali"),
        ("en", {"field": "place_id", "value": "Lakeside, by the pier"}, "place: Lakeside, by the pier"),
        ("fi", {"field": "is_accessible_for_free", "value": "false", "shown": "true"}, "maksullinen"),
        ("fi", {"field": "is_accessible_for_free", "value": "true", "shown": "false"}, "maksuton"),
        ("en", {"field": "event_status", "value": "EventCancelled", "shown": "EventScheduled"}, "cancelled"),
        ("sv", {"field": "registration.required", "value": "true", "shown": "false"}, "anmälan krävs"),
        ("fi", {"field": "offers", "value": "5 €", "shown": "3 €"}, "hinta: 5 €"),
        ("en", {"field": "ages", "value": "7-12", "shown": "6-12"}, "audience: ages 7–12"),
        ("en", {"field": "ages", "value": "65-", "shown": "60-"}, "audience: from the age of 65"),
        ("fi", {"field": "ages", "value": "g3-6", "shown": "g1-2"}, "3–6"),
    ],
)
def test_each_kind_of_conflict_has_words(language: str, fields: dict[str, object], text: str) -> None:
    (said,) = told(language, **fields)
    assert text in said
    assert said.startswith({"fi": "Toinen lähde kertoo: ", "sv": "En annan källa säger: ", "en": "Another source says: "}[language])


@pytest.mark.parametrize(
    "fields",
    [
        {"field": "start", "value": "soon"},
        {"field": "what_is_this", "value": "x"},
        {"field": "offers", "value": '{"price": 1}'},
        {"field": "ages", "value": "-"},
        {"field": "event_status", "value": "EventOdd"},
        {"field": "dates", "value": "2026-11-01,nonsense"},
        {"field": "start", "value": "2026-11-20T17:00", "day": date(2026, 11, 20)},
    ],
)
def test_what_has_no_words_or_is_over_is_not_said(fields: dict[str, object]) -> None:
    assert told("fi", **fields) == []


def test_what_is_said_of_several_days_is_said_once() -> None:
    rows = joined_region()
    row = event_named(rows, "Tuolijumppa")
    conflicts = tuple(
        Conflict(field="start", listing_id=f"{UMBRELLA}-{row.id}", value=f"{day}T12:00", shown=f"{day}T10:00", day=date.fromisoformat(day))
        for day in ("2026-12-01", "2026-12-08")
    )
    (said,) = contradictions(replace(row, conflicts=conflicts), edition_of(rows))
    assert said.text == "Ti 1.12. ja ti 8.12.: toinen lähde kertoo: alkaa klo 12.00"


def test_one_source_that_says_two_things_is_called_the_same_source() -> None:
    rows = joined_region()
    row = event_named(rows, "Joulupolku")
    own = Conflict(field="end", listing_id=f"s20-{row.id}", value="2026-12-19T18:00", shown="2026-12-19T19:00")
    (said,) = contradictions(replace(row, conflicts=(own,)), edition_of(rows))
    assert said.text == "Sama lähde kertoo myös: päättyy klo 18.00"
    ghosts = Conflict(field="dates", listing_id=f"s20-{row.id}", value="2026-12-20")
    (said,) = contradictions(replace(row, conflicts=(ghosts,), source_ids=("s20",)), edition_of(rows))
    assert said.text == "Sama lähde ilmoittaa myös 20.12.; sen toisen ilmoituksen mukaan silloin ei kokoonnuta"


def test_what_is_over_is_contradicted_no_more() -> None:
    site = Site(joined_region(), now=NOW + 27 * DAY)
    path, chair = site[f"fi/t/{slug('Joulupolku')}/"], site[f"fi/s/{slug('Tuolijumppa')}/"]
    assert "ON PÄÄTTYNYT" in path
    assert not Selector(path).css(".otherwise")
    assert "22.12. ja 29.12." in text_of(chair, ".otherwise")


def test_what_is_alike_soon_is_a_quiet_list_of_links_both_ways(joint: Site) -> None:
    first, second = (Selector(joint[f"fi/t/{slug(name)}/"]) for name in ("Ensiapukurssi EA1", "Ensiavun peruskurssi"))
    assert text_of(first.get(), ".alike") == "Samankaltaista lähiaikoina Ensiavun peruskurssi Su 24.1."
    assert second.css(".alike a::attr(href)").getall() == [f"/fi/t/{slug('Ensiapukurssi EA1')}/"]


def test_overlaps_are_not_for_residents(joint: Site) -> None:
    words = text_of(joint[f"fi/t/{slug('Järjestöjen yhteistyöilta')}/"])
    assert "Vapaaehtoisten koulutusilta" not in words
    assert "äällek" not in words


Change = Callable[[HandMade], HandMade]


def one_listing(**fields: object) -> Change:
    """The fair's listing of the tourist office changed."""

    def change(rows: HandMade) -> HandMade:
        return replace(
            rows,
            listing_rows=[replace(row, **fields) if row.source_id == VISIT else row for row in rows.listing_rows],  # type: ignore[arg-type]
        )

    return change


def one_event(called: str, **fields: object) -> Change:
    return lambda rows: rows.with_event(replace(event_named(rows, called), **fields))  # type: ignore[arg-type]


MUTATIONS: dict[str, Change] = {
    "a listing's name": one_listing(name={"en": "Winter Fair"}),
    "a listing's page": one_listing(url="https://s32.example/other"),
    "when a listing was seen": one_listing(last_seen=(NOW - DAY).astimezone(UTC)),
    "a listing is withdrawn": one_listing(withdrawn_at=NOW.astimezone(UTC)),
    "whose a field is": one_event("Joulumyyjäiset", origins={}),
    "a conflict": one_event("Joulupolku", conflicts=()),
    "a source's publisher": lambda rows: replace(rows, source_rows=[replace(row, organizer={"fi": "Uusi"}) for row in rows.source_rows]),
    "a source's address": lambda rows: replace(rows, source_rows=[replace(row, address="https://u.example/") for row in rows.source_rows]),
    "the name of what is alike": one_event("Ensiavun peruskurssi", name={"fi": "Ensiapua"}),
    "nothing is alike": lambda rows: replace(rows, similar_rows=[]),
    "nothing overlaps": lambda rows: replace(rows, overlap_rows=[]),
    "an overlap is longer": lambda rows: replace(rows, overlap_rows=[replace(row, minutes=75) for row in rows.overlap_rows]),
    "nothing is measured": lambda rows: replace(rows, evaluation_rows=[]),
}


@pytest.fixture(scope="module")
def before() -> tuple[dict[str, Page], dict[str, bytes]]:
    """The files of the region as it is, and what is in them."""
    pages = Site(joined_region(), languages=("fi",)).pages
    return pages, {path: one.render() for path, one in pages.items()}


def stale(before: tuple[dict[str, Page], dict[str, bytes]], after: dict[str, Page]) -> tuple[set[str], set[str]]:
    """Files that would be kept although they would be made otherwise; and those that are made anew."""
    pages, contents = before
    kept = {path for path, one in after.items() if path in pages and pages[path].inputs == one.inputs}
    return {path for path in kept if after[path].render() != contents[path]}, after.keys() - kept


@pytest.mark.parametrize("name", MUTATIONS)
def test_whatever_changes_is_made_anew_where_it_shows(name: str, before: tuple[dict[str, Page], dict[str, bytes]]) -> None:
    wrong, anew = stale(before, Site(MUTATIONS[name](joined_region()), languages=("fi",)).pages)
    assert wrong == set()
    assert anew
    assert len(anew) < len(before[0]) // 2 or name.startswith("a source's")


@pytest.mark.parametrize("days", [1, 27])
def test_as_days_go_by_what_shows_it_is_made_anew(days: int, before: tuple[dict[str, Page], dict[str, bytes]]) -> None:
    assert stale(before, Site(joined_region(), now=NOW + days * DAY, languages=("fi",)).pages)[0] == set()


def test_the_calendar_names_every_source_and_the_json_every_page(joint: Site) -> None:
    folder = f"fi/t/{slug('Joulumyyjäiset')}"
    calendar = joint[f"{folder}/tapahtuma.ics"].replace("\r\n ", "")
    links = [line for line in calendar.splitlines() if line.startswith("LINK")]
    assert links == [
        'LINK;VALUE=URI;LINKREL="SOURCE":https://s08.example/myyjaiset',
        f'LINK;VALUE=URI;LINKREL="SOURCE";LABEL="Norppalan Seudun Kumppanit ry":https://s12.example/{slug("Joulumyyjäiset")}',
        f'LINK;VALUE=URI;LINKREL="SOURCE";LABEL="Visit Norppala":https://s32.example/{slug("Joulumyyjäiset")}',
    ]
    data = json.loads(Selector(joint[f"{folder}/"]).css("script::text").get() or "")
    assert data["sameAs"] == [line[line.index("https:") :] for line in links]
    assert "Lähteet: Norppalan seurakunta, Norppalan Seudun Kumppanit ry ja Visit Norppala" in joint["fi/syote.xml"]


def federation(rows: HandMade) -> dict[str, object]:
    """What another instance is told of the fair."""
    edition = edition_of(rows)
    (document,) = federation_pages(edition, event_facts(edition.almanac))
    events = json.loads(document.render())["events"]
    found: dict[str, object] = next(one for one in events if one["id"].startswith(event_named(rows, "Joulumyyjäiset").id))
    return found


def test_a_joined_event_names_all_its_origins_to_other_instances() -> None:
    rows = joined_region()
    row, told = event_named(rows, "Joulumyyjäiset"), federation(rows)
    expected = [
        {
            "instance": "https://norppala.example",
            "source": f"https://{source_id}.example/kalenteri.ics",
            "uid": f"{row.id}@{source_id}.example",
            "url": f"https://{source_id}.example/{'myyjaiset' if source_id == 's08' else row.slug}",
        }
        for source_id in ("s08", UMBRELLA, VISIT)
    ]
    assert (told["origin"], told["origins"]) == (expected[0], expected)


def test_what_another_instance_told_too_is_ours_and_known_there_again() -> None:
    rows = joined_region()
    sources = [
        replace(row, format="kooste", address="https://naapuri.example/federation.json") if row.id == "s08" else row
        for row in rows.source_rows
    ]
    told = federation(replace(rows, source_rows=sources))
    assert told["origin"] == {**told["origin"], "source": f"https://{UMBRELLA}.example/kalenteri.ics"}  # type: ignore[dict-item]
    origins = told["origins"]
    assert isinstance(origins, list)
    assert [one["instance"] for one in origins] == ["https://norppala.example", "https://norppala.example", "https://naapuri.example"]
    assert "hops" not in told


def test_hostile_words_of_sources_stay_words() -> None:
    hostile = '"><script>alert(1)</script>\r\nX-EVIL:1'
    rows = joined_region()
    row = event_named(rows, "Joulumyyjäiset")
    bad = Conflict(field="offers", listing_id=f"{UMBRELLA}-{row.id}", value=hostile)
    rows = rows.with_event(replace(row, conflicts=(bad,)))
    rows = replace(
        rows,
        source_rows=[replace(one, title=hostile, organizer={"fi": hostile}) for one in rows.source_rows],
        listing_rows=[replace(one, name={"fi": hostile}, url="javascript:alert(1)") for one in rows.listing_rows],
    )
    site = Site(rows)
    html = site[f"fi/t/{row.slug}/"]
    assert "<script>alert" not in html
    assert "javascript:" not in html
    assert "\nX-EVIL" not in site[f"fi/t/{row.slug}/tapahtuma.ics"]


def test_a_withdrawn_listing_is_no_source_any_more() -> None:
    rows = joined_region()
    row = event_named(rows, "Joulupolku")
    gone = replace(listing(row, VISIT), withdrawn_at=NOW.astimezone(UTC))
    site = Site(replace(rows, listing_rows=[*rows.listing_rows, gone]))
    assert "Visit Norppala" not in text_of(site[f"fi/t/{row.slug}/"])


def test_many_days_that_one_source_has_are_told_by_the_first_of_them() -> None:
    days = [date(2026, 12, 1) + n * 7 * DAY for n in range(20)]
    few, many = (days_told(", ".join(day.isoformat() for day in days[:n]), edition_of(joined_region())) for n in (2, 20))
    assert few == "1.12. ja 8.12."
    assert many == "1.12., 8.12., 15.12., 22.12., 29.12., 5.1. …"
