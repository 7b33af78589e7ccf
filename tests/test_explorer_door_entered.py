"""Events without a calendar, and every field of the door as people write it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from explorer.door_contacts import office_address
from explorer.door_event_form import EventFields, check, event_of
from explorer.door_forms import clock_of, day_of, web_address_of
from explorer.door_publishing import _business_id
from explorer.texts import part_words
from store.desk_own_events import own_events
from store.desk_submissions import mark_approved, submissions
from tests.door_client import DOOR, NOW, PUBLISHING, Visitor, door

EVENT = {
    "name": "Laulutupa",
    "day": "2026-12-01",
    "begins": "18.00",
    "ends": "20",
    "place": "Pääkirjasto",
    "is_free": "yes",
    "enrolment": "no",
}


def test_events_without_a_calendar_are_entered_changed_and_cancelled(tmp_path: Path) -> None:
    at = door(tmp_path)

    async def begin(visitor: Visitor) -> str:
        await visitor.open(f"{DOOR}tapahtuma")
        await visitor.send({**EVENT, "day": "", "name": ""})
        assert visitor.text.count("Kirjoita tapahtuman nimi.") == 2
        assert 'value="Pääkirjasto"' in visitor.page.text
        await visitor.send(EVENT)
        assert str(visitor.page.url).endswith("/esikatselu")
        await visitor.open(visitor.link("Muuta tapahtumaa"))
        assert 'value="Laulutupa"' in visitor.page.text
        await visitor.send({**EVENT, "name": "Laulutupa ja kahvit"})
        await visitor.open(visitor.link("Jatka"))
        await visitor.send(PUBLISHING)
        return visitor.link("Avaa tilasivu")

    status = at.run(begin)
    with at.desk.read() as connection:
        (found,) = submissions(connection)
        (kept,) = own_events(connection, found.id)
    assert (found.kind, kept.event.name, kept.event.is_free) == ("events", "Laulutupa ja kahvit", "yes")
    feed = f"{DOOR}syote/{found.id}.ics"

    async def further(visitor: Visitor) -> None:
        assert (await visitor.open(feed)).status_code == 404
        await visitor.open(status)
        await visitor.open(visitor.link("Lisää tapahtuma"))
        form, where = visitor.page, str(visitor.page.url)
        await visitor.send({**EVENT, "name": "Myyjäiset", "weekly": "yes", "until": "2026-12-22", "off": "8.12."})
        assert "joka viikko" in visitor.text
        visitor.page = form
        await visitor.send({**EVENT, "name": "Myyjäiset", "weekly": "yes", "until": "2026-12-22", "off": "8.12."}, to=where)
        assert visitor.text.count("Myyjäiset") == 3  # once in the list, twice for those who hear the links
        await visitor.open(re.findall(r'<a href="([^"]+/peru)">', visitor.page.text)[0])
        await visitor.send({})
        assert "Peruttu" in visitor.text

    at.run(further)
    with at.desk.write() as connection:
        mark_approved(connection, found.id, "auttajat", NOW)

    async def subscribe(visitor: Visitor) -> str:
        await visitor.open(feed)
        return visitor.page.text

    assert at.run(subscribe).count("BEGIN:VEVENT") == 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({}, ""),
        ({"name": ""}, "name"),
        ({"name": "Soita Maija Meikäläinen 040 123 4567"}, "name"),
        ({"day": ""}, "day"),
        ({"day": "huomenna"}, "day"),
        ({"day": "1.11.2026"}, "day"),
        ({"day": "1.1.2029"}, "day"),
        ({"begins": "iltapäivällä"}, "begins"),
        ({"begins": "", "ends": "18"}, "begins"),
        ({"begins": "18", "ends": "18.00"}, "ends"),
        ({"begins": "22", "ends": "2"}, ""),
        ({"place": ""}, "place"),
        ({"enrolment": "yes"}, "how_to_enrol"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"weekly": "yes"}, "until"),
        ({"weekly": "yes", "until": "24.11.2026"}, "until"),
        ({"weekly": "yes", "until": "22.12.2026", "off": "8.12., 15.12."}, ""),
        ({"weekly": "yes", "until": "22.12.2026", "off": "9.12."}, "off"),
        ({"weekly": "yes", "until": "22.12.2026", "off": "jouluna"}, "off"),
        ({"day": "3.11.2026", "weekly": "yes", "until": "22.12.2026"}, ""),
    ],
)
def test_an_event_is_checked_in_words(changes: dict[str, str], field: str) -> None:
    fields = EventFields({**EVENT, **changes})
    problems = list(check(fields, part_words("door", "fi"), NOW.date()))
    assert [one.field for one in problems][:1] == ([field] if field else [])
    if not field:
        assert event_of(fields, NOW.date(), set()) is not None


@pytest.mark.parametrize(
    ("text", "organizer", "kept"),
    [
        ("info@auttajat.example", "Auttajat ry", True),
        ("Sihteeri@Auttajat.example", "Auttajat ry", True),
        ("norppalanauttajat@posti.example", "Norppalan Auttajat ry", True),
        ("norppalan.auttajat.ry@posti.example", "Norppalan Auttajat ry", True),
        ("kalenteri@kirjasto.norppala.example", "Kirjasto", True),
        ("maija.meikalainen@auttajat.example", "Auttajat ry", False),
        ("maija.auttajat@posti.example", "Auttajat ry", False),
        ("sihteeri.maija@auttajat.example", "Auttajat ry", False),
        ("auttajat", "Auttajat ry", False),
        ("a@b", "A ry", False),
    ],
)
def test_only_an_office_is_a_contact(text: str, organizer: str, *, kept: bool) -> None:
    assert office_address(text, organizer) == (text.lower() if kept else "")


def test_fields_are_read_as_people_write_them() -> None:
    today = NOW.date()
    days = [day_of(text, today) for text in ("24.11.2026", "24.11.", "1.1.", "2026-12-01", "ti 1.12.2026", "31.2.2026", "x")]
    assert [day.isoformat() if day else "" for day in days] == [
        "2026-11-24",
        "2026-11-24",
        "2027-01-01",
        "2026-12-01",
        "2026-12-01",
        "",
        "",
    ]
    assert [str(clock_of(text) or "")[:5] for text in ("18", "klo 18.30", "18:00", "25", "kl. 9.05", "illalla")] == [
        *("18:00", "18:30", "18:00", "", "09:05", "")
    ]
    assert web_address_of("www.auttajat.example") == "https://www.auttajat.example"
    assert [web_address_of(text) for text in ("javascript:x", "https://a@b.example/", "http://a.example:8080/", "ei ole")] == [
        "",
        "",
        "",
        "",
    ]
    assert [_business_id(text) for text in ("1572860-0", "fi 1572860-0", "15728600", "1572860-1", "abc")] == ["1572860-0"] * 3 + ["", ""]


def test_a_file_is_only_looked_at(tmp_path: Path) -> None:
    at = door(tmp_path)

    async def story(visitor: Visitor) -> None:
        await visitor.open(f"{DOOR}kokeile-tiedostoa")
        token = re.search(r'name="csrftoken" value="([^"]*)"', visitor.page.text)
        assert token is not None
        data, where = {"csrftoken": token[1]}, str(visitor.page.url)
        visitor.page = await visitor.client.post(where, data=data, files={"file": ("k<b>.ics", b"BEGIN:VEVENT\n" * 3)})
        assert "Tiedostossa k&lt;b&gt;.ics" in visitor.page.text
        visitor.page = await visitor.client.post(where, data=data, files={"file": ("k.ics", b"")})
        assert visitor.page.status_code == 422
        visitor.page = await visitor.client.post(where, data=data, files={"file": ("k.ics", b"x" * 3_000_000)})
        assert visitor.page.status_code == 413

    at.run(story)
    with at.desk.read() as connection:
        assert connection.execute("select count(*) from door_draft").fetchone()[0] == 0
