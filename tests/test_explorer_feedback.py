"""Feedback: a form that loses nothing, arrives once, and says until when there is an answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from explorer import feedback
from explorer.app import explorer_app
from explorer.instance import Means
from explorer.rates import Rates
from explorer.services import Services
from store import desk_feedback
from store.desk import open_desk
from tests.desk_client import Sitting
from tests.door_client import Visitor
from tests.explorer_snapshot import MOMENT, schedules, write_snapshot

FORM = "/explore/palaute/"
GOOD = {"kind": "time", "text": "Alkaa klo 17, ei 18."}


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_snapshot(tmp_path_factory.mktemp("snapshot") / "kooste.db")


@pytest.fixture
def sitting(snapshot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sitting:
    monkeypatch.setattr(feedback, "RATES", Rates(per_minute=2, burst=4))
    desk, known = open_desk(tmp_path), schedules()
    means = Means(services=Services(desk=desk, apply=lambda: None), now=lambda: MOMENT, secret="s" * 64)
    return Sitting(tmp_path, explorer_app(lambda: snapshot, known, means=means), desk, known, means)


def kept(sitting: Sitting) -> list[tuple[Any, ...]]:
    with sitting.desk.read() as connection:
        return [
            tuple(row) for row in connection.execute("select kind, about, about_name, text, email, due, language from feedback order by id")
        ]


@pytest.mark.parametrize(
    ("about", "name", "stored"),
    [
        ("event:e1", "Joulukonsertti", "event:e1"),
        ("series:e1", "Joulukonsertti", "series:e1"),
        ("place:kirjasto", "Pääkirjasto", "place:kirjasto"),
        ("organizer:kunta", "Kunta 1", "organizer:kunta"),
        ("source:kunta", "Kunnan kalenteri", "source:kunta"),
        ("event:gone", "", "event:gone"),
        ("", "", ""),
        ("event:<script>", "", ""),
        ("meta:built_at", "", ""),
    ],
)
def test_it_says_what_it_is_about_and_arrives(sitting: Sitting, about: str, name: str, stored: str) -> None:
    async def story(visitor: Visitor) -> None:
        page = await visitor.client.get(FORM, params={"about": about} if about else {})
        visitor.page = page
        assert (page.status_code, page.headers["cache-control"]) == (200, "private, no-store")
        assert name in page.text
        await visitor.send({**GOOD, "email": "toimisto@posti.example"}, to=FORM)
        assert str(visitor.page.url).endswith("/explore/palaute/kiitos")
        assert "viimeistään ti 8.12.2026" in visitor.text

    sitting.run(story)
    assert kept(sitting) == [("time", stored, name, GOOD["text"], "toimisto@posti.example", "2026-12-08", "fi")]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"kind": ""}, "Valitse, mikä on väärin."),
        ({"kind": "nonsense"}, "Valitse, mikä on väärin."),
        ({"text": " "}, "Kerro omin sanoin, mistä on kyse."),
        ({"text": "x" * 3001}, "Viestissä on yli 3000 merkkiä."),
        ({"text": "Soita numeroon 040 123 4567"}, "näyttää olevan ihmisen nimi, puhelinnumero tai osoite"),
        ({"email": "nimi@"}, "Sähköpostiosoite on väärin kirjoitettu."),
    ],
)
def test_what_is_wrong_is_told_beside_what_was_written(sitting: Sitting, fields: dict[str, str], words: str) -> None:
    sent = {**GOOD, "email": "toimisto@posti.example", **fields}

    async def story(visitor: Visitor) -> None:
        await visitor.open(FORM)
        page = await visitor.send(sent, to=FORM)
        assert page.status_code == 400
        assert visitor.text.count(words) == 2
        assert sent["text"].strip() in page.text
        assert f'value="{sent["email"]}"' in page.text

    sitting.run(story)
    assert kept(sitting) == []


def test_a_card_that_knows_only_its_id_is_understood(sitting: Sitting) -> None:
    async def story(visitor: Visitor) -> str:
        return (await visitor.open(f"{FORM}?id=e1")).text

    assert 'name="about" value="event:e1"' in sitting.run(story)


def test_a_name_that_is_the_mistake_itself_may_be_written(sitting: Sitting) -> None:
    async def story(visitor: Visitor) -> None:
        await visitor.open(FORM)
        await visitor.send({**GOOD, "text": "Sivulla on numero 040 123 4567"}, to=FORM)
        await visitor.send({**GOOD, "text": "Sivulla on numero 040 123 4567", "sure": "yes"}, to=FORM)
        assert "Kiitos" in visitor.text

    sitting.run(story)
    assert len(kept(sitting)) == 1


def test_what_is_sent_twice_arrives_once_and_a_flood_waits_without_losing_its_text(sitting: Sitting) -> None:
    async def story(visitor: Visitor) -> None:
        await visitor.open(FORM)
        page = visitor.page
        for _ in range(2):
            visitor.page = page
            await visitor.send(GOOD, to=FORM)
        for number in range(2):
            await visitor.open(FORM)
            await visitor.send({"kind": "other", "text": f"Viesti {number}"}, to=FORM)
        await visitor.open(FORM)
        page = await visitor.send({"kind": "other", "text": "Vielä yksi"}, to=FORM)
        assert page.status_code == 429
        assert int(page.headers["retry-after"]) > 0
        assert "Vielä yksi</textarea>" in page.text

    sitting.run(story)
    assert [row[3] for row in kept(sitting)] == [GOOD["text"], "Viesti 0", "Viesti 1"]

    async def other(visitor: Visitor) -> None:
        await visitor.open(FORM)
        await visitor.send({"kind": "other", "text": "Muualta"}, to=FORM)
        assert "Kiitos" in visitor.text

    sitting.run(other, host="198.51.100.1")


def test_a_desk_that_is_full_says_where_to_write(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_feedback, "MOST_OPEN", 0)

    async def story(visitor: Visitor) -> None:
        await visitor.open(FORM)
        page = await visitor.send(GOOD, to=FORM)
        assert page.status_code == 503
        assert "kalenteri@norppala.example" in visitor.text

    sitting.run(story)


@pytest.mark.parametrize("fields", [{"second_address": "http://x.example"}, {"csrftoken": "x"}])
def test_a_program_that_fills_in_everything_is_refused(sitting: Sitting, fields: dict[str, str]) -> None:
    async def story(visitor: Visitor) -> int:
        await visitor.open(FORM)
        return (await visitor.send({**GOOD, **fields}, to=FORM)).status_code

    assert sitting.run(story) in {400, 403}
    assert kept(sitting) == []


@pytest.mark.parametrize(
    ("address", "chosen"), [(f"{FORM}?kind=access", "kind-access"), ("/explore/respons/?kind=access", "kind-access"), (FORM, "")]
)
def test_the_accessibility_statements_link_chooses_its_kind(sitting: Sitting, address: str, chosen: str) -> None:
    async def story(visitor: Visitor) -> str:
        return (await visitor.open(address)).text

    page = sitting.run(story)
    assert page.count("checked") == bool(chosen)
    assert not chosen or f'id="{chosen}" name="kind" type="radio" value="access" checked' in page


def test_script_in_every_field_stays_text(sitting: Sitting) -> None:
    script = '"><script>alert(1)</script>'

    async def story(visitor: Visitor) -> str:
        await visitor.open(FORM)
        page = await visitor.send({"kind": script, "text": script, "email": script, "about": script}, to=FORM)
        return page.text

    assert "<script" not in sitting.run(story)
