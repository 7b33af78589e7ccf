"""Life situations: help first, a quick way out of the sensitive ones, services before events, feeds as of any other list."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from icalendar import Calendar
from parsel import Selector

from harvesters.errors import KoosteError
from normalize.model import Details
from publish.folders import Folders
from publish.help_channels import NAME, Channel, help_note, read_channels
from store.reading import SituationRow
from tests.publish_joined import editions_of
from tests.publish_rows import HandMade, at, joined, publish, schedules, single, weekly
from tests.shared import ROOT

SEPARATION = SituationRow(
    id="separation",
    name={"fi": "Ero perheessä", "sv": "Separation i familjen", "en": "Separation in the family"},
    description={"fi": "Vertaistukea ja neuvoja", "sv": "Kamratstöd och råd", "en": "Peer support and advice"},
    is_sensitive=True,
)
BABY = SituationRow(
    id="new_baby",
    name={"fi": "Vauva tulossa", "sv": "Ett barn på väg", "en": "A baby on the way"},
    description={"fi": "Seuraa ja tukea", "sv": "Sällskap och stöd", "en": "Company and support"},
)
OWN_WORD = SituationRow(id="moving_house", name={"fi": "Muutto"})


def helping(rows: HandMade, *situations: str, **fields: object) -> HandMade:
    """The one event of the rows in these situations."""
    event = replace(rows.event_rows[0], details=Details(life_situations=situations), **fields)  # type: ignore[arg-type]
    return replace(rows, event_rows=[event])


def rows() -> HandMade:
    group = weekly("ryhma", "Eroryhmä", (at("2026-11-24", "17:00"), at("2026-11-24", "18:00")), 4)
    evening = single("ilta", "Eroilta", at("2026-12-01", "18:00"), None)
    desk = single("neuvonta", "Perheneuvonta", at("2026-12-01", "18:00"), None)
    desk = replace(desk, event_rows=[replace(desk.event_rows[0], first_start=None, first_end=None)], occurrence_rows=[])
    other = single("konsertti", "Konsertti", at("2026-11-28", "18:00"), None)
    parts = (helping(group, "separation"), helping(evening, "separation"), helping(desk, "separation", "new_baby", kind="service"), other)
    return joined(*parts, situation_rows=[SEPARATION, BABY, OWN_WORD])


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("situations")
    publish(rows(), folder, schedules=schedules())
    return folder / "public"


def html(region: Path, path: str) -> Selector:
    return Selector((region / path / "index.html").read_text(encoding="utf-8"))


def texts(page: Selector, css: str) -> list[str]:
    return [" ".join(" ".join(one.css("::text").getall()).split()) for one in page.css(css)]


@pytest.mark.parametrize(
    ("path", "heading", "help_now"),
    [
        ("fi/elamantilanne/ero-perheessa", "Ero perheessä", "Apua heti"),
        ("sv/livssituation/separation-i-familjen", "Separation i familjen", "Hjälp genast"),
        ("en/life-situation/separation-in-the-family", "Separation in the family", "Help right away"),
    ],
)
def test_help_comes_before_everything_else(region: Path, path: str, heading: str, help_now: str) -> None:
    page = html(region, path)
    assert texts(page, "h1") == [heading]
    assert texts(page, "main h2")[0] == help_now
    assert page.css(".help a[href='tel:112']")
    assert page.css(".help a[href='tel:080005005']")


def test_services_stand_before_events_and_nothing_of_other_situations(region: Path) -> None:
    assert texts(html(region, "fi/elamantilanne/ero-perheessa"), "main .card .title a, main .regular .title a") == [
        "Perheneuvonta",
        "Eroilta , tiistaina 1.12. klo 18.00, Kumppanuustalo Torikulma",
        "Eroryhmä",
    ]
    assert texts(html(region, "fi/elamantilanne/vauva-tulossa"), "main .regular .title a") == ["Perheneuvonta"]


def test_the_way_out_is_the_second_thing_by_keyboard_and_tells_nobody_where_one_was(region: Path) -> None:
    page = html(region, "fi/elamantilanne/ero-perheessa")
    stops = page.css("a, button, input")
    assert stops[0].attrib["href"] == "#main"
    assert stops[1].css("::text").get() == "Poistu sivulta nopeasti"
    assert "noreferrer" in stops[1].attrib["rel"]
    assert page.css("meta[name=referrer]::attr(content)").get() == "no-referrer"


def test_only_sensitive_situations_have_the_way_out(region: Path) -> None:
    assert not html(region, "fi/elamantilanne/vauva-tulossa").css(".leave")


def test_a_situation_without_events_still_helps_and_leads_on(region: Path) -> None:
    page = html(region, "fi/elamantilanne/muutto")
    assert page.css(".help a[href='tel:112']")
    assert "ei ole nyt tiedossa" in texts(page, "main .empty")[0]
    assert page.css(".door-group a::attr(href)").getall() == ["/fi/elamantilanne/ero-perheessa/", "/fi/elamantilanne/vauva-tulossa/"]


def test_numbers_in_the_readers_language_come_first(region: Path) -> None:
    def first(path: str) -> str:
        return texts(html(region, path), ".helper:contains('MIELI') .phone a")[0]

    assert first("fi/elamantilanne/ero-perheessa") == "09 2525 0111"
    assert first("sv/livssituation/separation-i-familjen") == "09 2525 0112"
    assert first("en/life-situation/separation-in-the-family") == "09 2525 0116"


def test_calendar_and_feed_hold_what_the_page_shows(region: Path) -> None:
    folder = region / "fi/elamantilanne/ero-perheessa"
    calendar = Calendar.from_ical((folder / "kalenteri.ics").read_bytes())
    assert {str(event["SUMMARY"]) for event in calendar.walk("VEVENT")} == {"Eroryhmä", "Eroilta"}
    titles = {item.text for item in ET.fromstring((folder / "syote.xml").read_bytes()).iterfind("channel/item/title")}  # noqa: S314 - our own file
    assert titles == {"Eroryhmä", "Eroilta", "Perheneuvonta"}  # a standing service has no dates: a calendar cannot hold it


def test_moving_lists_are_not_narrowed_by_situations(region: Path) -> None:
    assert not (region / "fi/tanaan/elamantilanne").exists()


def test_a_region_puts_its_own_list_of_help(tmp_path: Path) -> None:
    own = tmp_path / "custom" / "data"
    own.mkdir(parents=True)
    (own / NAME).write_text(
        "channels:\n"
        "  - {id: own, name: {fi: Alueen kriisipäivystys}, lines: [{number: '015 000 0000'}], address: 'https://alue.example/',\n"
        "     checked: 2026-11-20, situations: [separation]}\n",
        "utf-8",
    )
    publish(rows(), tmp_path)
    page = html(tmp_path / "public", "fi/elamantilanne/ero-perheessa")
    assert texts(page, ".helper h3") == ["Alueen kriisipäivystys"]
    assert "Yhteystiedot tarkistettu 20.11.2026" in texts(page, ".helper")[0]
    assert not html(tmp_path / "public", "fi/elamantilanne/vauva-tulossa").css(".help")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("checked: 2026-11-20\ncollected: 2026-11-01\n", ["Numerot tarkistettu 20.11.2026."]),
        ("collected: 2026-11-01\n", ["Numerot koottu 1.11.2026 palvelujen julkaisemista tiedoista. Palvelun oma sivu kertoo varmimmin."]),
        ("checked: 2099-01-01\n", []),
        ("", []),
    ],
    ids=["checked", "only collected", "a day to come", "nobody told"],
)
def test_a_page_says_when_the_numbers_were_checked(tmp_path: Path, days: str, said: list[str]) -> None:
    own = tmp_path / "custom" / "data"
    own.mkdir(parents=True)
    one = "channels: [{id: own, name: {fi: Kriisipäivystys}, address: 'https://alue.example/', situations: [separation]}]"
    (own / NAME).write_text(days + one, "utf-8")
    shown = help_note(read_channels([own]), editions_of(rows())["fi"])
    assert [shown] * bool(shown) == said


def test_a_slip_in_the_list_of_help_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("channels: [{id: a, name: {fi: A}, lines: [{number: soita}], address: 'https://a.example/'}]", "utf-8")
    with pytest.raises(KoosteError, match="not a list of help channels, so nothing was published") as refused:
        read_channels([tmp_path])
    assert "channels 1, lines 1, number: " in str(refused.value)
    assert "pydantic" not in str(refused.value)


def packaged() -> tuple[Channel, ...]:
    return read_channels(Folders.found(Path("nowhere")).data).channels


def test_the_packaged_list_is_complete_in_three_languages_and_names_known_situations() -> None:
    vocabulary = (ROOT / "normalize" / "data" / "vocabulary.yaml").read_text("utf-8")
    for channel in packaged():
        for told in (channel.name, channel.text, *(line.hours for line in channel.lines if line.hours)):
            assert set(told) == {"fi", "sv", "en"}, channel.id
        assert channel.everywhere or channel.situations
        assert channel.seen
        assert all(f"- id: {one}\n" in vocabulary for one in channel.situations), channel.id


def test_every_situation_has_somebody_to_turn_to_beside_the_emergency_number() -> None:
    vocabulary = (ROOT / "normalize" / "data" / "vocabulary.yaml").read_text("utf-8").split("\nsituations:\n")[1].split("\nignored:")[0]
    situations = {line.removeprefix("  - id: ") for line in vocabulary.splitlines() if line.startswith("  - id: ")}
    assert situations == {one for channel in packaged() for one in channel.situations}
