"""What persons and secrets publishers plant in their feeds is found nowhere behind the harvest (issue values, logs and pages included)."""

from __future__ import annotations

import gzip
import json
import sqlite3
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest

from normalize.privacy import redact
from tests.explorer_client import ask, explorer
from tests.planted import PERSONAL, SECRETS, STAYS
from tests.served import CalendarHost, calendar_host, event
from tests.town import Town

SECRET_SOURCE = "source0own0key"  # noqa: S105 - planted
LINES = [*(one.text for one in (*PERSONAL, *SECRETS)), *(text for text, _ in STAYS)]
NEEDLES = sorted({needle for one in (*PERSONAL, *SECRETS) for needle in one.needles} | {SECRET_SOURCE})
PEOPLE = ("Ulla Järjestönen", "ulla.jarjestonen", "Osma Osanen", "Kaino Kontaktinen")
"""In fields that are about a person: never kept, not even in the private file."""
HIDDEN = ("Hallituksen kokous 9/2026", "Yksityinen syntymäpäivä", "Kilparyhmän harjoitukset")
FORMATS = 5
QUESTIONS = [
    "/explore/",
    *(
        f"/explore/kooste/{table}.json?_shape=array&_size=max"
        for table in ("events", "listings", "occurrences", "issues", "sources", "harvests")
    ),
    "/explore/kooste/events.csv?_size=max",
    "/explore/kooste/listings.csv?_size=max",
    "/explore/kooste/events?_search=kuviteltunen",
]


def share(number: int) -> list[str]:
    """Every fifth line."""
    return LINES[number::FORMATS]


def serve_calendar(town: Town) -> None:
    """iCalendar: the line in the description, the first two in the name and the place as well."""
    people = ("ORGANIZER;CN=Ulla Järjestönen:mailto:ulla.jarjestonen@posti.example", "ATTENDEE;CN=Osma Osanen:mailto:o@posti.example")
    events = [
        event(f"a{number}", "20261201T160000Z", f"Kahvila {number}", *people, "CONTACT:Kaino Kontaktinen", f"DESCRIPTION:{_escaped(line)}")
        for number, line in enumerate(share(0))
    ]
    first, second = share(0)[:2]
    events += [
        event("name", "20261202T160000Z", _escaped(f"Ilta. {first}"), f"CATEGORIES:{_escaped(second)}", f"LOCATION:{_escaped(second)}"),
        event("board", "20261202T170000Z", "Hallituksen kokous 9/2026"),
        event("private", "20261202T180000Z", "Yksityinen syntymäpäivä", "CLASS:PRIVATE"),
    ]
    town.source("kalenteri", *events, licence="CC-BY-4.0")
    town.source(
        "jasenet",
        event("m1", "20261203T160000Z", "Kilparyhmän harjoitukset"),
        event("m2", "20261203T170000Z", "Avoin kokeilu", f"DESCRIPTION:{town.host.url('/jasenet.ics')}?token={SECRET_SOURCE}"),
    )
    town.host.files[f"/jasenet.ics?token={SECRET_SOURCE}"] = town.host.files["/jasenet.ics"]
    town.sources["jasenet"]["url"] = town.host.url("/jasenet.ics?token=${PLANTED_TOKEN}")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")


def serve_feed(town: Town) -> None:
    """RSS, with HTML in the text."""
    items = "".join(
        f"<item><title>Kerho {number} ti 1.12.2026 klo 17</title><guid>f{number}</guid>"
        f"<author>ulla.jarjestonen@posti.example (Ulla Järjestönen)</author>"
        f"<description>{escape(f'<p>Tervetuloa!</p><p>{line}</p>')}</description></item>"
        for number, line in enumerate(share(1))
    )
    put(
        town,
        "uutiset",
        "feed",
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>Uutiset</title>{items}</channel></rss>",
        "application/rss+xml",
    )


def serve_jsonld(town: Town) -> None:
    """JSON-LD in a web page."""
    person = {"@type": "Person", "name": "Ulla Järjestönen", "email": "ulla.jarjestonen@posti.example"}
    events = [
        {
            "@context": "https://schema.org",
            "@type": "Event",
            "@id": f"#{number}",
            "name": f"Retki {number}",
            "startDate": "2026-12-02T18:00:00+02:00",
            "description": line,
            "organizer": person,
            "performer": person,
        }
        for number, line in enumerate(share(2))
    ]
    put(town, "museo", "schema", f'<html><body><script type="application/ld+json">{json.dumps(events)}</script></body></html>', "text/html")


def serve_sheet(town: Town) -> None:
    """A shared sheet with a column for whoever is to be asked."""
    rows = [
        f'ke 2.12.2026 klo 18;Kylätalon ilta {number};"{line.replace(chr(34), chr(39))}";Kaino Kontaktinen'
        for number, line in enumerate(share(3))
    ]
    fields = {"name": "Tapahtuma", "when": "Päivä", "description": "Kuvaus"}
    put(
        town,
        "taulukko",
        "csv",
        "\n".join(["Päivä;Tapahtuma;Kuvaus;Yhteyshenkilö", *rows]),
        "text/csv",
        csv={"fields": fields, "ignore": ["Yhteyshenkilö"]},
    )


def serve_page(town: Town) -> None:
    """A web page without structure, where tags part a name from its role."""
    rows = "".join(
        f"<li><h3>Pajatunti {number}</h3><time>2026-12-03</time><div>{escape(line).replace(' ', '</b> <b>', 1)}</div></li>"
        for number, line in enumerate(share(4))
    )
    fields = {"name": {"css": "h3"}, "start_date": {"css": "time"}, "description": {"css": "div"}}
    put(town, "sivu", "page", f"<html><body><ul>{rows}</ul></body></html>", "text/html", page={"row": "li", "fields": fields})


def put(town: Town, name: str, format_name: str, body: str, media_type: str, **more: object) -> None:
    """Serve a body as a source of its own."""
    town.host.files[f"/{name}"] = body.encode()
    town.host.headers[f"/{name}"] = {"Content-Type": f"{media_type}; charset=utf-8"}
    town.sources[name] = {
        "id": name,
        "title": f"{name} ry",
        "organizer": {"name": f"{name} ry"},
        "format": format_name,
        "url": town.host.url(f"/{name}"),
        "licence": "CC-BY-4.0",
        **more,
    }


@pytest.fixture(scope="module")
def host() -> Iterator[CalendarHost]:
    with calendar_host() as running:
        yield running


@pytest.fixture(scope="module")
def town(host: CalendarHost, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """A town whose every source was harvested and published once, and what was said while it was."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLANTED_TOKEN", SECRET_SOURCE)
        town = Town(tmp_path_factory.mktemp("planted"), host)
        for serve in (serve_calendar, serve_feed, serve_jsonld, serve_sheet, serve_page):
            serve(town)
        said = [town.kooste("run", "--all"), town.kooste("status", "--json")]
        assert [done.exit_code for done in said] == [0, 0], said[0].output
        (town.folder / "said.txt").write_text("\n".join(done.output for done in said), encoding="utf-8")
        (town.folder / "doctor.txt").write_text(
            town.kooste("doctor", host.url(f"/jasenet.ics?token={SECRET_SOURCE}")).output, encoding="utf-8"
        )
        yield town


def readable(path: Path) -> Iterator[str]:
    """What can be read of a file: its bytes, what it is packed from, and every value of a database (overflowing ones lie in pieces)."""
    body = path.read_bytes()
    yield body.decode("utf-8", "replace")
    if path.suffix == ".gz":
        yield gzip.decompress(body).decode("utf-8", "replace")
    if body.startswith(b"SQLite format 3"):
        yield dump(path)


def dump(path: Path) -> str:
    """Every row of every table of a database."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        tables = [row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")]
        return "\n".join(repr(row) for table in tables for row in connection.execute(f'select * from "{table}"'))  # noqa: S608 - its own names
    finally:
        connection.close()


def public_files(town: Town) -> list[Path]:
    """Everything but the private file: the database, its snapshots, the site with its feeds and documents, what was said."""
    return [path for path in [*town.data.rglob("*"), town.folder / "said.txt"] if path.is_file() and not path.name.startswith("private.db")]


def found_in(text: str, needles: list[str] | tuple[str, ...]) -> set[str]:
    """Which of the needles stand in a text, letter case aside, as they are or as HTML, JSON and addresses write them."""
    folded = text.casefold()
    spoken = {needle: {needle.casefold(), escape(needle).casefold(), json.dumps(needle)[1:-1].casefold()} for needle in needles}
    return {needle for needle, forms in spoken.items() if any(form in folded for form in forms)}


def test_the_planted_set_is_what_it_says() -> None:
    assert (len(PERSONAL), len(SECRETS)) == (40, 5)
    assert all(found_in(one.text, one.needles) == set(one.needles) for one in (*PERSONAL, *SECRETS))


def test_nothing_planted_is_in_any_public_file(town: Town) -> None:
    files = public_files(town)
    leaks = {
        str(path.relative_to(town.folder)): leak
        for path in files
        if (leak := found_in("\n".join(readable(path)), [*NEEDLES, *PEOPLE, *HIDDEN]))
    }
    assert leaks == {}
    kinds = {path.suffix for path in files}
    assert {".html", ".ics", ".json", ".db", ".xml"} <= kinds, kinds


def test_nothing_planted_is_told_by_the_explorer(town: Town) -> None:
    path = next(path for path in (town.data / "snapshots").iterdir() if path.suffix == ".db")
    answers = ask(explorer(path), *QUESTIONS)
    assert {answer.status_code for answer in answers} == {200}
    asked = [answer.text.replace("kuviteltunen", "") if "_search" in str(answer.url) else answer.text for answer in answers]
    assert [leak for text in asked if (leak := found_in(text, [*NEEDLES, *PEOPLE, *HIDDEN]))] == []


def test_the_doctor_tells_no_name_and_no_key(town: Town) -> None:
    """Whoever asks about an address of their own is told which events are hidden and why, but no key and nobody's name."""
    told = (town.folder / "doctor.txt").read_text(encoding="utf-8")
    assert "Kilparyhmän harjoitukset" in told
    assert found_in(told, [*NEEDLES, *PEOPLE]) == set()


def test_what_belongs_to_offices_and_to_everybody_is_still_there(town: Town) -> None:
    public = dump(town.data / "kooste.db")
    assert {stays for _, stays in STAYS if stays not in public} == set()
    site = "\n".join(text for path in public_files(town) if path.suffix == ".html" for text in readable(path))
    assert {stays for _, stays in STAYS if escape(stays, quote=False) not in site} == set()


def test_what_went_is_counted_and_not_repeated(town: Town) -> None:
    connection = sqlite3.connect(f"file:{town.data / 'kooste.db'}?mode=ro", uri=True)
    rows = connection.execute("select code, count(*), max(length(value)) from issue group by code").fetchall()
    connection.close()
    counted = {code: (count, longest) for code, count, longest in rows}
    assert counted["personal_data_removed"] >= (len(PERSONAL), 0)
    assert counted["secret_address_removed"] >= (len(SECRETS), 0)
    assert (counted["members_only"], counted["not_public"]) == ((2, 0), (1, 0))
    assert (counted["personal_data_removed"][1], counted["secret_address_removed"][1]) == (0, 0)


def test_the_private_file_has_no_line_about_a_person(town: Town) -> None:
    """It keeps what publishers wrote for thirty days, so that a reader can be mended; fields that are about persons are not among it."""
    private = dump(town.data / "private.db")
    assert found_in(private, PEOPLE) == set()
    assert found_in(private, HIDDEN) == set()


@pytest.mark.parametrize("planted", [*PERSONAL, *SECRETS], ids=lambda one: one.text[:40])
def test_every_planted_text_is_told_by_itself(planted: tuple[str, tuple[str, ...]]) -> None:
    text, needles = planted
    assert found_in(redact(f"{text}. Tervetuloa mukaan!", "fi").text, needles) == set()
