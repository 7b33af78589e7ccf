"""The desk: who may see it, what waits there, and that every act does what it says, once, and stands in the log."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from explorer.addresses import Language
from explorer.desk_frame import SECTIONS
from kooste import desk_acts, scheduler
from store.database import open_store
from store.desk_feedback import NewFeedback, take_feedback
from store.desk_submissions import NewSubmission, Publishing, submission, submit
from store.harvests import due_facts
from store.verdicts import review_queue, verdicts
from tests.desk_client import DESK, Sitting, base, copied, press, sign_in
from tests.door_client import Visitor, examined
from tests.store_support import NOW

PATHS = ("", *(words["fi"] for words in SECTIONS.values()), "loki.csv", "korjaukset/place/library")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return base(tmp_path_factory.mktemp("desk"))


@pytest.fixture
def sitting(made: Path, tmp_path: Path) -> Sitting:
    return copied(made, tmp_path / "copy")


def test_nobody_sees_anything_without_signing_in(sitting: Sitting) -> None:
    async def story(visitor: Visitor) -> list[tuple[int, str]]:
        pages = [await visitor.client.get(DESK + path) for path in PATHS]
        await visitor.open("/explore/palaute/")
        pages.append(await visitor.send({"a": "x", "b": "y", "kind": "same"}, to=f"{DESK}paatokset", follow=False))
        return [(page.status_code, page.headers["location"].partition("?")[0]) for page in pages]

    assert set(sitting.run(story)) == {(303, "/explore/kirjaudu/")}
    assert sitting.acts() == []


def test_a_professional_is_told_who_may(sitting: Sitting) -> None:
    async def story(visitor: Visitor) -> None:
        await sign_in(visitor, "pekka")
        assert str(visitor.page.url).endswith("/explore/kysely/")
        for path in PATHS:
            assert (await visitor.open(DESK + path)).status_code == 403
        assert "neuvola" in visitor.text
        await visitor.send({"kind": "same", "a": "x", "b": "y"}, to=f"{DESK}paatokset", follow=False)
        assert visitor.page.status_code == 403

    sitting.run(story)
    assert sitting.acts() == []


@pytest.mark.parametrize(("language", "slug", "word"), [("fi", "poyta", "Pari 1"), ("sv", "bordet", "Par 1"), ("en", "desk", "Pair 1")])
def test_every_page_is_there_in_three_languages_and_kept_by_nobody(language: Language, slug: str, word: str, sitting: Sitting) -> None:
    async def story(visitor: Visitor) -> None:
        await sign_in(visitor, at=DESK)
        for path in ("", *(words[language] for words in SECTIONS.values())):
            page = await visitor.open(f"/explore/{slug}/{path}")
            assert (page.status_code, page.headers["cache-control"]) == (200, "private, no-store"), path
            assert f'<html lang="{language}">' in page.text
        await visitor.open(f"/explore/{slug}/{SECTIONS['review'][language]}")
        assert word in visitor.text
        for other, where in re.findall(r'<a href="([^"]+)" lang="\w\w" hreflang="(\w\w)"', visitor.page.text):
            assert other.endswith(SECTIONS["review"][where])

    sitting.run(story)


def test_the_first_page_counts_what_waits(sitting: Sitting) -> None:
    with sitting.desk.write() as connection:
        take_feedback(
            connection,
            NewFeedback(language="fi", kind="time", text="Aika on väärin"),
            NOW - timedelta(days=12),
            today=(NOW - timedelta(days=12)).date(),
        )

    async def story(visitor: Visitor) -> dict[str, str]:
        await sign_in(visitor, at=DESK)
        rows = re.findall(r'href="/explore/poyta/(\w+)"><span class="number">(\d+)</span>', visitor.page.text)
        assert "Ensimmäinen vastattava viimeistään" in visitor.text
        return dict(rows)

    counts = sitting.run(story)
    assert {
        key: counts[key] for key in ("ilmoitukset", "palautteet", "kaksoiskappaleet", "pidatetyt", "paallekkaisyydet", "paikannimet")
    } == {
        "ilmoitukset": "0",
        "palautteet": "1",
        "kaksoiskappaleet": "1",
        "pidatetyt": "1",
        "paallekkaisyydet": "1",
        "paikannimet": "1",
    }


def test_a_pair_is_decided_at_once_and_taken_back(sitting: Sitting) -> None:
    async def decide(visitor: Visitor) -> None:
        await sign_in(visitor, at=f"{DESK}kaksoiskappaleet")
        assert "Kauneimmat joululaulut" in visitor.text
        assert "Puhuu samasta puolesta" in visitor.text
        await press(visitor, "Sama tapahtuma", why="sama ilta")
        assert "Tehty. Sivuilla se näkyy seuraavan julkaisun jälkeen." in visitor.text
        assert "Yhtään paria ei odota" in visitor.text

    async def take_back(visitor: Visitor) -> None:
        await sign_in(visitor, at=f"{DESK}paatokset")
        assert "sama ilta" in visitor.text
        await press(visitor, "Peru päätös")

    sitting.run(decide)
    ((one,),) = [verdicts(sitting.data / "kooste.db")]
    assert (one.kind, one.by, one.why) == ("same", "toimitus", "sama ilta")
    assert one.a is not None
    assert one.b is not None
    assert one.a.event_id == one.b.event_id
    later = sitting.later(timedelta(minutes=5))
    later.run(take_back)
    assert verdicts(sitting.data / "kooste.db") == []
    assert len(review_queue(sitting.data / "kooste.db")) == 1
    assert later.acts() == [("verdict", "toimitus", "done"), ("take_back", "toimitus", "done")]


def test_what_is_sent_twice_is_done_once(sitting: Sitting) -> None:
    async def story(visitor: Visitor) -> None:
        await sign_in(visitor, at=f"{DESK}kaksoiskappaleet")
        page = visitor.page
        await press(visitor, "Eri tapahtumat")
        visitor.page = page
        await press(visitor, "Eri tapahtumat")

    sitting.run(story)
    assert sitting.acts() == [("verdict", "toimitus", "done")]


def test_a_reason_with_a_name_in_it_is_shown_again_and_nothing_is_lost(sitting: Sitting) -> None:
    async def story(visitor: Visitor) -> None:
        await sign_in(visitor, at=f"{DESK}kaksoiskappaleet")
        page = await press(visitor, "Sama tapahtuma", why="soita 040 123 4567")
        assert page.status_code == 400
        assert 'value="soita 040 123 4567"' in page.text
        assert 'href="#why-1"' in page.text
        await press(visitor, "Sama tapahtuma", why="soitettu")
        assert "Nämä on nyt yhdistetty" in visitor.text

    sitting.run(story)
    assert sitting.acts() == [("verdict", "toimitus", "done")]


def test_an_overlap_that_bothers_nobody_leaves_the_list(sitting: Sitting) -> None:
    async def story(visitor: Visitor) -> None:
        await sign_in(visitor, at=f"{DESK}paallekkaisyydet")
        assert "Sama tila" in visitor.text
        assert "Tanssikurssi" in visitor.text
        await press(visitor, "Tämä ei haittaa")
        assert "Päällekkäisyyksiä ei ole" in visitor.text
        await press(visitor, "Peru päätös")

    sitting.run(story)
    assert [kind for kind, _, _ in sitting.acts()] == ["verdict", "take_back"]
    assert verdicts(sitting.data / "kooste.db") == []


def test_a_held_answer_is_told_by_name_and_released_only_when_confirmed(sitting: Sitting) -> None:
    async def story(visitor: Visitor) -> None:
        await sign_in(visitor, at=f"{DESK}pidatetyt")
        assert "12 poistuisi kalenterista" in visitor.text
        assert "Tapahtuma 11" in visitor.text
        assert "Uusi retki" in visitor.text
        assert (await press(visitor, "Usko lähteen seuraava vastaus")).status_code == 400
        assert "Vahvista ensin" in visitor.text
        await press(visitor, "Usko lähteen seuraava vastaus", sure="yes")
        assert "Vapautettu" in visitor.text

    sitting.run(story)
    assert sitting.acts() == [("release", "toimitus", "done")]
    with open_store(sitting.data) as store:
        facts = due_facts(store)
    source = next(source for source in sitting.schedules.sources if source.id == "choir")
    when = scheduler.next_due(sitting.schedules.resolved(source), "Europe/Helsinki", facts["choir"])
    assert facts["choir"].is_released
    assert when is not None
    assert when <= NOW


def test_what_is_decided_while_a_harvest_goes_on_waits_and_is_done_by_the_next_run(sitting: Sitting) -> None:
    async def story(visitor: Visitor) -> None:
        await sign_in(visitor, at=f"{DESK}kaksoiskappaleet")
        with open_store(sitting.data):
            await press(visitor, "Sama tapahtuma")
            assert "muutos tehdään heti sen jälkeen" in visitor.text
            await visitor.open(DESK)
            assert "1 päätös odottaa" in visitor.text

    sitting.run(story)
    assert sitting.acts() == [("verdict", "toimitus", "waiting")]
    with open_store(sitting.data) as store:
        desk_acts.take_up(store, sitting.schedules, sitting.config, NOW)
    assert sitting.acts() == [("verdict", "toimitus", "done")]
    assert [one.kind for one in verdicts(sitting.data / "kooste.db")] == ["same"]


def test_an_act_that_fails_says_why_and_stops_no_other(sitting: Sitting) -> None:
    async def story(visitor: Visitor) -> None:
        await sign_in(visitor, at=f"{DESK}kaksoiskappaleet")
        page = visitor.page
        await visitor.send({"do": "approve", "once": "n"}, to=f"{DESK}ilmoitukset/abcdef")
        visitor.page = page
        await press(visitor, "Sama tapahtuma")
        await visitor.open(DESK)
        assert "1 päätös ei onnistunut" in visitor.text
        assert "There is no submission" in visitor.text

    sitting.run(story)
    assert sitting.acts() == [("approve", "toimitus", "failed"), ("verdict", "toimitus", "done")]


def test_a_submission_is_asked_back_approved_and_withdrawn(sitting: Sitting) -> None:
    new = NewSubmission(
        kind="calendar",
        language="fi",
        title="Auttajat",
        publishing=Publishing(organizer="Norppalan Auttajat ry", licence="CC BY 4.0", email="info@auttajat.example"),
        address="https://auttajat.example/kalenteri.ics",
        examined=examined().model_dump(mode="json"),
        entry={"url": "https://auttajat.example/kalenteri.ics", "format": "ical"},
    )
    with sitting.desk.write() as connection:
        identifier = submit(connection, new, "t" * 32, NOW)

    async def story(visitor: Visitor) -> None:
        await sign_in(visitor, at=f"{DESK}ilmoitukset")
        await visitor.open(visitor.link("Auttajat"))
        assert "Päättymisaika puuttuu 5 tapahtumasta." in visitor.text
        assert (await press(visitor, "Kysy ilmoittajalta", text="")).status_code == 400
        assert (await press(visitor, "Hylkää", text="Soita 040 123 4567")).status_code == 400
        await press(visitor, "Kysy ilmoittajalta", text="Puuttuuko päättymisaika?")
        assert "Odottaa ilmoittajaa" in visitor.text
        assert "Puuttuuko päättymisaika?" in visitor.text
        await press(visitor, "Hyväksy")
        assert "Ilmoituksen hyväksyminen: Auttajat Tehty." in visitor.text
        assert "Hyväksytyt" in visitor.text
        await press(visitor, "Poista", text="Pyydetty pois")
        assert "Pyydetty pois" in visitor.text

    sitting.run(story)
    assert sitting.acts() == [("submission_asked", "toimitus", "done"), ("approve", "toimitus", "done"), ("withdraw", "toimitus", "done")]
    with sitting.desk.read() as connection:
        found = submission(connection, identifier)
    assert found is not None
    assert (found.state, found.reason) == ("withdrawn", "Pyydetty pois")


def test_a_location_is_another_spelling_of_a_place(sitting: Sitting) -> None:
    async def story(visitor: Visitor) -> None:
        await sign_in(visitor, at=f"{DESK}paikannimet")
        assert "Kylätalo Vanhala" in visitor.text
        await press(visitor, "Tämä se on", place="hall")
        assert "Kaikki paikat tunnetaan." in visitor.text
        assert (await visitor.send({"text": "x", "place": "nowhere", "once": "n"}, to=f"{DESK}paikannimet")).status_code == 400

    sitting.run(story)
    text = (sitting.folder / "corrections.yaml").read_text(encoding="utf-8")
    assert "value: [Kylätalo Vanhala]" in text
    assert "place: hall" in text


def test_a_stale_source_has_a_letter_ready(sitting: Sitting) -> None:
    later = sitting.later(timedelta(days=20))

    async def story(visitor: Visitor) -> None:
        await sign_in(visitor, at=f"{DESK}vanhentuneet")
        assert "Source library" in visitor.text
        assert "luki kalenterin ”Source library” viimeksi su 1.11.2026" in visitor.text
        assert "mailto:" not in visitor.page.text.partition("<main")[2].partition("</main>")[0]
        assert "Norppalan kunta" in visitor.text
        await visitor.open("/explore/bordet/foraldrat")
        assert "Norppala kommun" in visitor.text
        assert "Norppalan kunta" not in visitor.text

    later.run(story)


def test_feedback_is_answered_sent_and_closed_without_its_address(sitting: Sitting) -> None:
    with sitting.desk.write() as connection:
        new = NewFeedback(
            language="fi",
            kind="time",
            text="Alkaa klo 17, ei 18.",
            about="place:library",
            about_name="Kirjasto",
            email="lukija@posti.example",
        )
        take_feedback(connection, new, NOW, today=NOW.date())

    async def story(visitor: Visitor) -> None:
        await sign_in(visitor, at=f"{DESK}palautteet")
        await visitor.open(visitor.link("Väärä aika"))
        assert (await press(visitor, "Tallenna vastaus", answer="")).status_code == 400
        await press(visitor, "Tallenna vastaus", answer="Korjasimme ajan.")
        assert "mailto:lukija%40posti.example?subject=" in visitor.page.text
        await press(visitor, "Vastattu, sulje viesti")
        assert "Yhtään viestiä ei odota" in visitor.text

    sitting.run(story)
    with sitting.desk.read() as connection:
        assert [tuple(row) for row in connection.execute("select state, email, answer, closed_by from feedback")] == [
            ("closed", None, "Korjasimme ajan.", "toimitus")
        ]
    assert sitting.acts() == [("feedback_answer", "toimitus", "done"), ("feedback_closed", "toimitus", "done")]


def test_the_log_tells_every_act_and_gives_them_as_a_file(sitting: Sitting) -> None:
    async def story(visitor: Visitor) -> str:
        await sign_in(visitor, at=f"{DESK}kaksoiskappaleet")
        await press(visitor, "Eri tapahtumat", why="=1+1")
        await visitor.open(f"{DESK}loki?kind=verdict&by=toimitus")
        assert "Päätös kahdesta: Eri tapahtumat" in visitor.text
        await visitor.open(f"{DESK}loki?state=failed")
        assert "ei ole mitään" in visitor.text
        page = await visitor.open(f"{DESK}loki.csv?kind=verdict")
        assert page.headers["content-type"] == "text/csv; charset=utf-8"
        return page.text

    lines = sitting.run(story).splitlines()
    assert len(lines) == 2
    assert lines[1].split(",")[2:4] == ["toimitus", "verdict"]
    assert "maija" not in lines[1]
