"""``kooste new``: an entry that ``kooste check`` takes, in a file whose comments stay, and a golden folder that tells the truth."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from harvesters.errors import ConfigError
from kooste import settings
from kooste.cli import WRONG
from kooste.cli_doctor import new
from kooste.golden import as_text
from kooste.new_source import appended, language_of
from tests.doctoring import SAMPLES, invoke
from tests.ical_feeds import reading
from tests.served import CalendarHost, calendar, calendar_host, event
from tests.test_harvesters_ical_sources import FOLDERS
from tests.town import Town

GOOD = event("1", "20261124T080000Z", "Tuolijumppa", "DTEND:20261124T090000Z", "LOCATION:Torikulma", "DESCRIPTION:Kaikille")
ENTRY = "- id: uusi\n  # kommentti\n  title: Uusi\n"


@pytest.fixture
def host() -> Iterator[CalendarHost]:
    with calendar_host() as served:
        yield served


@pytest.fixture
def town(tmp_path: Path, host: CalendarHost) -> Town:
    return Town(tmp_path, host)


def named(body: bytes, name: str) -> bytes:
    return body.replace(b"VERSION:2.0", f"VERSION:2.0\r\nX-WR-CALNAME:{name}".encode())


def test_an_entry_is_printed_and_nothing_is_written(town: Town) -> None:
    town.host.files["/kal.ics"] = named(calendar(GOOD), "Norppalan Eläkeväki: ”jumppa”")
    before = town.config().read_bytes()
    done = invoke(town, new, town.host.url("/kal.ics"))
    (entry,) = yaml.safe_load(done.stdout)
    assert entry["id"] == "norppalan-elakevaki-jumppa"
    assert entry["title"] == entry["organizer"]["name"] == "Norppalan Eläkeväki: ”jumppa”"
    assert (entry["format"], entry["url"]) == ("ical", town.host.url("/kal.ics"))
    assert "Kalenterin tarkistus" in done.stderr
    assert town.config().read_bytes() == before


def test_an_entry_is_written_where_check_takes_it(town: Town) -> None:
    town.source("jumppa", GOOD)
    town.host.files["/kal.ics"] = named(calendar(GOOD), "jumppa")
    done = invoke(town, new, town.host.url("/kal.ics"), "--write")
    path = town.folder / "schedules.yaml"
    assert done.exit_code == 0, done.output
    assert [source.id for source in settings.load(path).sources] == ["jumppa", "jumppa-2"]
    assert sorted(town.folder.iterdir()) == [path]


def test_an_entry_that_check_would_refuse_leaves_the_file_as_it_is(town: Town) -> None:
    town.source("jumppa", GOOD)
    town.host.files["/kal.ics"] = calendar(GOOD)
    before = town.config().read_bytes()
    done = invoke(town, new, town.host.url("/kal.ics"), "--write", "--id", "Ei Kelpaa!")
    assert done.exit_code == WRONG
    assert "id" in done.output
    assert (town.folder / "schedules.yaml").read_bytes() == before
    assert [path.name for path in town.folder.iterdir()] == ["schedules.yaml"]


def test_a_secret_never_reaches_the_file(town: Town) -> None:
    town.host.files["/kal.ics?token=hyvin-salainen"] = named(calendar(GOOD), "Uimaseura")
    golden = town.folder / "golden"
    done = invoke(town, new, town.host.url("/kal.ics?token=hyvin-salainen"), "--write", "--golden", str(golden))
    (source,) = settings.load(town.folder / "schedules.yaml").sources
    assert source.url == town.host.url("/kal.ics?token=${UIMASEURA_KEY}")
    assert "UIMASEURA_KEY" in done.stderr
    for path in [path for path in town.folder.rglob("*") if path.is_file()]:
        assert b"hyvin-salainen" not in path.read_bytes(), path
    assert "hyvin-salainen" not in done.output


def test_a_golden_folder_is_what_the_tests_of_sources_expect(town: Town) -> None:
    town.host.files["/kal.ics"] = named(calendar(GOOD), "Jumppa")
    invoke(town, new, town.host.url("/kal.ics"), "--golden", str(town.folder / "golden"))
    folder = town.folder / "golden" / "jumppa"
    body = (folder / "input.ics").read_bytes()
    assert body == town.host.files["/kal.ics"]
    assert (folder / "expected.json").read_text(encoding="utf-8") == as_text(reading(body))
    assert json.loads((folder / "about.json").read_text(encoding="utf-8"))["format"] == "ical"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_reading_is_written_as_the_golden_folders_have_it(folder: Path) -> None:
    assert as_text(reading((folder / "input.ics").read_bytes())) == (folder / "expected.json").read_text(encoding="utf-8")


def test_what_cannot_be_read_gives_no_entry(town: Town) -> None:
    town.host.files["/esite.pdf"] = b"%PDF-1.7"
    done = invoke(town, new, town.host.url("/esite.pdf"))
    assert (done.exit_code, done.stdout) == (1, "")
    assert "No entry was written" in done.stderr


def test_a_page_without_a_calendar_gets_a_first_description(town: Town) -> None:
    town.host.files["/"] = (SAMPLES / "reports" / "kylat.html").read_bytes()
    done = invoke(town, new, town.host.url("/"), "--write", "--golden", str(town.folder / "golden"))
    (source,) = settings.load(town.folder / "schedules.yaml").sources
    assert source.format == "page", done.output
    expected = json.loads((town.folder / "golden" / source.id / "expected.json").read_text(encoding="utf-8"))
    assert [event["name"][0]["value"] for event in expected["events"]] == ["Kyläkirppis", "Joulupolku", "Talkoot"]


@pytest.mark.parametrize(
    "before",
    [
        "region: {}\nsources:\n  - id: a\n    title: A # kommentti\n",
        "region: {}\nsources:\n- id: a\n  title: A\n",
        "sources:\n  - id: a\n    title: A\n\n# seuraava\nregion: {}\n",
        "region: {}\nsources: []\n",
        "region: {}\n",
        "region: {}\nsources:\n",
    ],
)
def test_an_entry_goes_to_the_end_of_the_sources_and_the_rest_stays(before: str) -> None:
    after = appended(before, ENTRY)
    known = yaml.safe_load(before)
    read = yaml.safe_load(after)
    assert read["sources"] == [*(known.get("sources") or []), {"id": "uusi", "title": "Uusi"}]
    assert read["region"] == known["region"]
    assert all(line in after for line in before.splitlines() if line.strip() and not line.startswith("sources"))
    assert "# kommentti" in after


def test_a_list_in_brackets_is_left_to_a_person() -> None:
    with pytest.raises(ConfigError, match="brackets"):
        appended("sources: [{id: a}]\n", ENTRY)


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (["Tule mukaan ja ota ystävä kanssa, vapaa pääsy"], "fi"),
        (["Välkommen alla barn och vuxna, fri inträde"], "sv"),
        (["Join us and bring all the children, welcome"], "en"),
        (["Jooga"], ""),
        ([], ""),
    ],
)
def test_the_language_of_words(texts: list[str], language: str) -> None:
    assert language_of(texts) == language


def test_a_sheet_is_described_by_the_names_of_its_columns(town: Town) -> None:
    town.host.files["/taulukko.csv"] = (SAMPLES / "guessed_columns.csv").read_bytes()
    invoke(town, new, town.host.url("/taulukko.csv"), "--write", "--golden", str(town.folder / "golden"))
    (source,) = settings.load(town.folder / "schedules.yaml").sources
    assert source.format == "csv"
    expected = json.loads((town.folder / "golden" / source.id / "expected.json").read_text(encoding="utf-8"))
    assert [event["when"] for event in expected["events"]] == ["1.12.2026 klo 18.00", "3.12.2026 klo 18.00"]
