"""The door's pages as its visitors meet them: nothing typed is lost, nothing sent twice counts twice, nothing private leaves."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest

from explorer.door_forms import status_token
from explorer.rates import Rates
from store.desk_submissions import ask_back, mark_approved, reject, submissions
from tests.door_client import DOOR, NOW, PUBLISHING, Visitor, door, looked, sent_in
from tests.shared import HOSTILE

KEYED = "https://calendar.google.com/calendar/ical/a%40group.calendar.google.com/private-0123456789abcdef/basic.ics"


def test_four_pages_lead_to_a_private_address(tmp_path: Path) -> None:
    at = door(tmp_path)

    async def story(visitor: Visitor) -> None:
        await visitor.open(DOOR)
        await visitor.send({"address": "webcal://auttajat.example/kalenteri.ics"})
        assert str(visitor.page.url).endswith("/esikatselu")
        assert "Löysimme 6 tulevaa tapahtumaa, joista 1 on valmiita. 2 huomiota." in visitor.text
        for words in (
            "Korjaa pian (1)",
            "Vinkki (1)",
            "EA1-kurssi, la 23.1. klo 9.00 (rivi 4)",
            "Korjaa näin (Outlook)",
            "Ei tuoda: yksi merkintä",
        ):
            assert words in visitor.text
        assert "<p class='card'>Kortti</p>" in visitor.page.text
        assert "&lt;b&gt;merkintöjä&lt;/b&gt;" in visitor.page.text
        await visitor.open(visitor.link("Jatka"))
        assert 'value="Auttajat"' in visitor.page.text
        await visitor.send({**PUBLISHING, "business_id": "1572860-0", "audience": ["all"], "note": "Terveisiä"})
        assert "Ota tämä osoite talteen" in visitor.text
        await visitor.open(visitor.link("Avaa tilasivu"))
        assert "Odottaa tarkistusta" in visitor.text
        assert "no-store" in visitor.page.headers["cache-control"]
        assert visitor.page.headers["x-robots-tag"] == "noindex"
        assert visitor.page.headers["referrer-policy"] == "no-referrer"
        assert '<meta name="robots" content="noindex">' in visitor.page.text

    at.run(story)
    with at.desk.read() as connection:
        (found,) = submissions(connection)
    assert (found.publishing.organizer, found.publishing.business_id, found.publishing.licence) == (
        "Norppalan Auttajat ry",
        "1572860-0",
        "CC BY 4.0",
    )
    assert (found.state, found.kind, found.language, found.publishing.email) == ("waiting", "calendar", "fi", "info@auttajat.example")
    assert at.asked == ["webcal://auttajat.example/kalenteri.ics"]


PASTED = {
    "": "Osoite puuttuu",
    "maija@posti.example": "Tämä on sähköpostiosoite",
    "C:\\Users\\kalenteri.ics": "Tämä on oman laitteesi tiedosto",
    "https://www.facebook.com/auttajat": "Facebookista",
    "https://calendar.google.com/calendar/u/0/r": "oma kalenterinäkymäsi",
    "http://127.0.0.1:8765/k.ics": "ei ole kaikille avoimessa internetissä",
    "ftp://a.example/k.ics": "Tämä ei ole verkko-osoite",
}


def test_what_can_be_no_calendar_is_told_at_once_and_kept_in_the_field(tmp_path: Path) -> None:
    at = door(tmp_path)

    async def story(visitor: Visitor) -> None:
        await visitor.open(DOOR)
        for pasted, words in PASTED.items():
            await visitor.send({"address": pasted})
            assert visitor.page.status_code == 422, pasted
            assert words in visitor.text
            assert '<a href="#address">' in visitor.page.text
            assert 'aria-invalid="true"' in visitor.page.text
            assert "<title>Virhe: " in visitor.page.text
            assert f'name="address" value="{pasted}"' in visitor.page.text

    at.run(story)
    assert at.asked == []


@pytest.mark.corpora
@pytest.mark.skipif(not HOSTILE.exists(), reason="the hostile addresses are not here")
def test_no_hostile_address_is_looked_at(tmp_path: Path) -> None:
    at = door(tmp_path, rates=Rates(per_minute=60, burst=1000))
    lines = [line for line in (HOSTILE / "ssrf_urls.txt").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]

    async def story(visitor: Visitor) -> list[str]:
        through = []
        await visitor.open(DOOR)
        for line in lines[start : start + 50]:
            written = line.encode("latin-1", "xmlcharrefreplace").decode("unicode_escape") if "\\" in line else line
            await visitor.send({"address": written}, follow=False)
            if visitor.page.status_code != 422:
                through.append(line)
                await visitor.open(DOOR)
        return through

    through = []
    for start in range(0, len(lines), 50):
        through += at.run(story, host=f"192.0.2.{start + 1}")
    assert [line for line in through if "example" not in line and "nip.io" not in line and "sslip" not in line] == []
    assert len(at.asked) <= len(through)


def test_nothing_typed_is_lost_on_errors_or_on_going_back(tmp_path: Path) -> None:
    at = door(tmp_path)

    async def story(visitor: Visitor) -> None:
        await visitor.open(DOOR)
        await visitor.send({"address": "auttajat.example/kalenteri"})
        preview = str(visitor.page.url)
        await visitor.open(visitor.link("Jatka"))
        typed = {"organizer": "Auttajat <ry>", "business_id": "123", "email": "maija.meikalainen@posti.example", "note": "Rivi\nToinen"}
        await visitor.send({**typed, "licence": "zero", "audience": ["all"], "place_text": "Kylätalo"})
        assert visitor.page.status_code == 422
        for words in ("Y-tunnus ei ole oikein", "henkilön omalta osoitteelta", "Tarvitsemme lupasi"):
            assert visitor.text.count(words) == 2  # in the summary and beside the field
        await visitor.open(preview)
        await visitor.open(visitor.link("Muuta osoitetta"))
        assert 'value="auttajat.example/kalenteri"' in visitor.page.text
        await visitor.open(preview.replace("esikatselu", "julkaisutiedot"))
        for kept in ('value="Auttajat &lt;ry&gt;"', 'value="123"', "maija.meikalainen@posti.example", "Rivi\nToinen", 'value="Kylätalo"'):
            assert kept in visitor.page.text
        assert re.search(r'value="zero" checked', visitor.page.text)
        await visitor.open(preview)
        await visitor.open(visitor.link("Jatka"))
        await visitor.send({"place_text": "Kylätalo", "go": "back", "organizer": "Auttajat <ry>"})
        assert str(visitor.page.url) == preview
        await visitor.open(visitor.link("Jatka"))
        for kept in ('value="Auttajat &lt;ry&gt;"', 'value="Kylätalo"'):
            assert kept in visitor.page.text

    at.run(story)
    with at.desk.read() as connection:
        assert submissions(connection) == []


def test_a_form_sent_again_changes_nothing(tmp_path: Path) -> None:
    at = door(tmp_path)

    async def story(visitor: Visitor) -> None:
        await visitor.open(DOOR)
        await visitor.send({"address": "https://auttajat.example/kalenteri.ics"})
        await visitor.open(visitor.link("Jatka"))
        form, where = visitor.page, str(visitor.page.url)
        await visitor.send(PUBLISHING)
        first = visitor.link("Avaa tilasivu")
        for changes in ({}, {"organizer": "Joku muu ry"}):
            visitor.page = form
            await visitor.send({**PUBLISHING, **changes}, to=where)
            assert visitor.link("Avaa tilasivu") == first
        for step in ("esikatselu", "julkaisutiedot"):
            await visitor.open(where.replace("julkaisutiedot", step))
            assert str(visitor.page.url).endswith("/kuitti")

    at.run(story)
    with at.desk.read() as connection:
        assert [one.publishing.organizer for one in submissions(connection)] == ["Norppalan Auttajat ry"]


def test_the_private_address_cannot_be_guessed_and_stands_nowhere(tmp_path: Path) -> None:
    at = door(tmp_path)
    status = at.run(sent_in)
    token = status.rpartition("/")[2]
    assert len(token) == 43
    assert status_token("a" * 32) != status_token("b" * 32)
    with at.desk.read() as connection:
        assert not [line for line in connection.iterdump() if token in line]

    async def guess(visitor: Visitor) -> list[int]:
        tries = (token[:-1] + ("A" if token[-1] != "A" else "B"), "x" * 43, token[:20])
        return [(await visitor.open(f"{DOOR}tila/{tried}")).status_code for tried in tries]

    assert at.run(guess) == [404, 404, 404]


def test_a_secret_address_is_never_shown_again(tmp_path: Path) -> None:
    at = door(tmp_path, lambda _: looked(address_shown="https://calendar.google.com/…", is_secret=True))

    async def story(visitor: Visitor) -> str:
        await visitor.open(DOOR)
        await visitor.send({"address": KEYED})
        assert "private-0123" not in visitor.page.text
        assert "pidämme sen salassa" in visitor.text
        await visitor.open(visitor.link("Jatka"))
        await visitor.send(PUBLISHING)
        await visitor.open(visitor.link("Avaa tilasivu"))
        return visitor.page.text

    assert "private-0123" not in at.run(story)


def test_a_slow_calendar_is_waited_for_and_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("explorer.door_preview.WAIT_SECONDS", 0.01)
    answered = threading.Event()

    def slow(_: str) -> object:
        answered.wait(20)
        return looked()

    at = door(tmp_path, slow)  # type: ignore[arg-type]

    async def story(visitor: Visitor) -> None:
        await visitor.open(DOOR)
        await visitor.send({"address": "https://hidas.example/k.ics"})
        assert "Palvelin vastaa hitaasti" in visitor.text
        answered.set()
        monkeypatch.setattr("explorer.door_preview.WAIT_SECONDS", 20)
        await visitor.open(str(visitor.page.url))
        assert "Löysimme 6" in visitor.text

    at.run(story)
    assert len(at.asked) == 1


def test_when_too_many_wait_the_address_is_kept_and_looked_at_later(tmp_path: Path) -> None:
    at = door(tmp_path)
    at_once = at.app._means.services.door.looks  # type: ignore[union-attr]
    at_once._most = 0

    async def story(visitor: Visitor) -> None:
        await visitor.open(DOOR)
        await visitor.send({"address": "https://auttajat.example/k.ics"})
        assert "eikä sinun vuorosi ole vielä tullut" in visitor.text
        at_once._most = 5
        await visitor.send({})
        assert "Löysimme 6" in visitor.text

    at.run(story)


def test_one_client_that_asks_too_often_is_told_and_loses_nothing(tmp_path: Path) -> None:
    at = door(tmp_path, rates=Rates(per_minute=1, burst=2))

    async def flood(visitor: Visitor) -> None:
        for number in range(4):
            await visitor.open(DOOR)
            await visitor.send({"address": f"https://a{number}.example/"})
        assert visitor.page.status_code == 429
        assert 'value="https://a3.example/"' in visitor.page.text

    at.run(flood)
    assert len(at.asked) == 2


def test_a_failure_says_which_it_is_and_a_person_may_still_look(tmp_path: Path) -> None:
    at = door(tmp_path, lambda _: looked("blocked", read=0, coming=0, ready=0, failure="robots"))

    async def story(visitor: Visitor) -> None:
        await visitor.open(DOOR)
        await visitor.send({"address": "https://kielletty.example/"})
        assert "Emme löytäneet osoitteesta tapahtumia" in visitor.text
        await visitor.open(visitor.link("Jatka silti"))
        await visitor.send(PUBLISHING)
        assert "Ota tämä osoite talteen" in visitor.text

    at.run(story)


def test_what_is_no_address_cannot_be_sent_in(tmp_path: Path) -> None:
    at = door(tmp_path, lambda _: looked("blocked", is_address=False))

    async def story(visitor: Visitor) -> None:
        await visitor.open(DOOR)
        await visitor.send({"address": "https://sisainen.example/"})
        assert "Jatka silti" not in visitor.text
        where = str(visitor.page.url).replace("esikatselu", "julkaisutiedot")
        await visitor.open(where)
        assert str(visitor.page.url).endswith("/esikatselu")

    at.run(story)


def test_a_draft_that_is_gone_says_so(tmp_path: Path) -> None:
    at = door(tmp_path)

    async def story(visitor: Visitor) -> None:
        for step in ("esikatselu", "julkaisutiedot", "kuitti"):
            assert (await visitor.open(f"{DOOR}{'x' * 32}/{step}")).status_code == 404
            assert "Tätä luonnosta ei enää ole" in visitor.text

    at.run(story)


@pytest.mark.parametrize(
    ("language", "start", "words"),
    [("sv", "/explore/anmal-kalender/", "Anmäl en kalender"), ("en", "/explore/submit-calendar/", "Submit a calendar")],
)
def test_every_step_has_its_twin_in_the_other_languages(tmp_path: Path, language: str, start: str, words: str) -> None:
    at = door(tmp_path)

    async def story(visitor: Visitor) -> None:
        await visitor.open(start)
        assert words in visitor.text
        await visitor.send({"address": "https://auttajat.example/k.ics"})
        twin = re.search(r'<a href="([^"]+)" lang="fi"', visitor.page.text)
        assert twin is not None
        await visitor.open(twin[1])
        assert "Tätä löysimme" in visitor.text

    at.run(story)
    assert language in {"sv", "en"}


def test_the_status_page_tells_every_state_and_takes_an_answer(tmp_path: Path) -> None:
    at = door(tmp_path)
    status = at.run(sent_in)
    with at.desk.write() as connection:
        identifier = submissions(connection)[0].id
        ask_back(connection, identifier, "Mikä päivä <b>on</b> oikea?", NOW)

    async def answers(visitor: Visitor) -> None:
        await visitor.open(status)
        assert "Kysymme jotain" in visitor.text
        assert "Mikä päivä &lt;b&gt;on&lt;/b&gt; oikea?" in visitor.page.text
        await visitor.send({"text": ""})
        assert (visitor.page.status_code, visitor.text.count("Kirjoita viesti.")) == (422, 2)
        await visitor.send({"text": "Tiistai."})
        assert "Odottaa tarkistusta" in visitor.text
        assert "Tiistai." in visitor.text

    at.run(answers)

    async def look(visitor: Visitor) -> str:
        await visitor.open(status)
        return visitor.text

    with at.desk.write() as connection:
        mark_approved(connection, identifier, "kunta", NOW)
    seen = at.run(look)
    for words in ("Hyväksytty", "Tuolijumppa", "Haku toimii", "Loppu puuttuu", "Upotuskoodi", "Oma järjestäjän sivusi"):
        assert words in seen


def test_a_rejection_tells_its_reason_and_a_withdrawal_is_asked_about_first(tmp_path: Path) -> None:
    at = door(tmp_path)
    status = at.run(sent_in)

    async def leave(visitor: Visitor) -> None:
        await visitor.open(status)
        await visitor.open(visitor.link("Poista ilmoitus"))
        assert "Mitään ei julkaista" in visitor.text
        await visitor.send({})
        assert "Poistettu" in visitor.text

    at.run(leave)
    other = at.run(sent_in)
    with at.desk.write() as connection:
        reject(connection, submissions(connection, states=("waiting",))[0].id, "Kaupallinen tapahtuma.", NOW)

    async def look(visitor: Visitor) -> None:
        await visitor.open(other)
        assert "Ei hyväksytty" in visitor.text
        assert "Kaupallinen tapahtuma." in visitor.text
        assert "Poista ilmoitus" not in visitor.text

    at.run(look)


HOSTILE_TEXTS = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}", "'; drop table submission; --", "\u202ead")


def test_what_is_typed_stays_text(tmp_path: Path) -> None:
    everything = " ".join(HOSTILE_TEXTS)
    at = door(tmp_path, lambda _: looked(title=everything.replace("\u202e", "")))

    async def story(visitor: Visitor) -> list[str]:
        await visitor.open(DOOR)
        await visitor.send({"address": f"https://a.example/{everything}"})
        pages = [visitor.page.text]
        await visitor.open(visitor.link("Jatka"))
        await visitor.send(dict.fromkeys(("organizer", "note", "place_text", "url", "business_id", "email"), everything))
        pages.append(visitor.page.text)
        await visitor.send({**PUBLISHING, **dict.fromkeys(("organizer", "note", "place_text"), everything)})
        await visitor.open(visitor.link("Avaa tilasivu"))
        return [*pages, visitor.page.text]

    for text in at.run(story):
        assert "<script" not in text
        assert "<img" not in text
        assert "{{ 7 * 7 }}" in text
        assert "\u202e" not in text
