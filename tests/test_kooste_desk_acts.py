"""Acts carried out: files at once, the store when it is free, the rest by the next run; accounts and reminders on the command line."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kooste import desk_acts
from kooste.cli import main
from kooste.corrections import read
from store.database import open_store
from store.desk import open_desk
from store.desk_accounts import accounts, begin_session, is_password, kept_password, session_account
from store.desk_acts import Act, NewAct, Wanted, acts, enqueue
from store.desk_feedback import NewFeedback, close_feedback, take_feedback
from store.verdicts import find_side, verdicts
from tests.desk_client import Sitting, base, copied
from tests.store_support import NOW


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return base(tmp_path_factory.mktemp("desk"))


@pytest.fixture
def sitting(made: Path, tmp_path: Path) -> Sitting:
    return copied(made, tmp_path / "copy")


def told(sitting: Sitting, kind: str, subject: str, /, **payload: Any) -> Act:
    return enqueue(sitting.desk, NewAct(by="toimitus", kind=kind, subject=subject, payload=payload), NOW)


def apply(sitting: Sitting) -> list[tuple[str, str]]:
    """State and message of every act after what waits was carried out, oldest first."""
    desk_acts.apply_now(sitting.schedules, sitting.data, sitting.config, NOW)
    with sitting.desk.read() as connection:
        return [(one.state, one.message) for one in reversed(acts(connection, Wanted(), limit=99))]


def ids(sitting: Sitting, *names: str) -> list[str]:
    found = [find_side(sitting.data / "kooste.db", row[0]) for row in _listings(sitting, names)]
    return [side.strand_id for side in found if side]


def _listings(sitting: Sitting, names: tuple[str, ...]) -> list[tuple[str]]:
    with open_store(sitting.data) as store:
        return [
            row for name in names for row in store.public.execute("select id from listing where names like ? order by id", (f'%"{name}"%',))
        ]


def test_a_correction_is_written_though_a_harvest_goes_on_and_taken_in_by_the_next_run(sitting: Sitting) -> None:
    told(sitting, "correct", "hall", subject="place", id="hall", field="capacity", value="90", why="Laskettu")
    with open_store(sitting.data):
        assert apply(sitting) == [("done", "")]
    (one,) = read(sitting.folder / "corrections.yaml") or ()
    assert (one.key, one.value, one.by, one.on, one.why) == (("place", "hall", "capacity"), 90, "toimitus", NOW.date(), "Laskettu")
    with open_store(sitting.data) as store:
        assert store.public.execute("select count(*) from correction").fetchone()[0] == 0
    told(sitting, "uncorrect", "hall", subject="place", id="hall", field="aliases")
    apply(sitting)
    with open_store(sitting.data) as store:
        assert store.public.execute("select field, value from correction").fetchall() == [("capacity", "90")]


@pytest.mark.parametrize(
    ("kind", "payload", "state", "message"),
    [
        ("correct", {"subject": "place", "id": "hall", "field": "capacity", "value": "many"}, "failed", "expected is a whole number"),
        ("correct", {"subject": "place", "id": "nowhere", "field": "capacity", "value": "3"}, "failed", "is the id of no place"),
        ("uncorrect", {"subject": "place", "id": "hall", "field": "capacity"}, "done", "nothing"),
        ("take_back", {"a": "x", "b": "y", "about": ""}, "done", "nothing"),
        ("release", {}, "failed", "is no source any more"),
        ("approve", {}, "failed", "There is no submission"),
        ("correct", {"subject": "place"}, "failed", "a defect in Kooste (KeyError)"),
    ],
)
def test_what_cannot_be_done_says_why(sitting: Sitting, kind: str, payload: dict[str, str], state: str, message: str) -> None:
    told(sitting, kind, "subject", **payload)
    ((found, words),) = apply(sitting)
    assert found == state
    assert message in words


def test_spellings_of_a_place_are_added_to_those_given_before(sitting: Sitting) -> None:
    for text in ("Kylätalo Vanhala", "Vanhalan talo", "Vanhalan talo"):
        told(sitting, "alias", "hall", subject="place", id="hall", text=text)
        apply(sitting)
    (one,) = read(sitting.folder / "corrections.yaml") or ()
    assert one.value == ("Kylätalo Vanhala", "Vanhalan talo")


def test_an_act_done_but_not_noted_is_harmless_to_do_again(sitting: Sitting) -> None:
    a, b = ids(sitting, "Kauneimmat joululaulut", "Yhteislaulua")
    told(sitting, "verdict", f"{a}~{b}", a=a, b=b, kind="same", why="")
    apply(sitting)
    with sitting.desk.write() as connection:
        connection.execute("update act set state = 'waiting'")
    assert apply(sitting) == [("done", "")]
    assert len(verdicts(sitting.data / "kooste.db")) == 1


def test_taking_back_an_overlap_leaves_what_was_decided_of_their_being_one(sitting: Sitting) -> None:
    a, b = ids(sitting, "Kuoroharjoitus", "Tanssikurssi")
    for kind in ("different", "not_overlap"):
        told(sitting, "verdict", f"{a}~{b}", a=a, b=b, kind=kind, why="")
    told(sitting, "take_back", f"{a}~{b}", a=a, b=b, about="overlap")
    assert apply(sitting) == [("done", "")] * 3
    assert [one.kind for one in verdicts(sitting.data / "kooste.db")] == ["different"]


def test_a_run_takes_up_what_waits_first_and_says_when_it_is_public(sitting: Sitting) -> None:
    a, b = ids(sitting, "Kauneimmat joululaulut", "Yhteislaulua")
    told(sitting, "verdict", f"{a}~{b}", a=a, b=b, kind="same", why="")
    assert not desk_acts.is_unshown(sitting.data)
    run(sitting, "harvest")
    run(sitting, "relate")
    with sitting.desk.read() as connection:
        assert [one.state for one in acts(connection, Wanted(), limit=9)] == ["waiting"]
    with open_store(sitting.data) as store:
        desk_acts.take_up(store, sitting.schedules, sitting.config, NOW)
    assert desk_acts.is_unshown(sitting.data)
    run(sitting, "publish")
    with sitting.desk.read() as connection:
        (one,) = acts(connection, Wanted(), limit=9)
    assert (one.state, one.shown_at) == ("done", NOW)
    assert not desk_acts.is_unshown(sitting.data)


def test_a_broken_file_of_approved_sources_stops_no_run(sitting: Sitting) -> None:
    (sitting.folder / "approved.yaml").write_text("sources: [x", encoding="utf-8")
    with open_store(sitting.data) as store:
        assert desk_acts.take_up(store, sitting.schedules, sitting.config, NOW) == sitting.schedules


def test_without_a_desk_nothing_is_made(made: Path, tmp_path: Path) -> None:
    data = tmp_path / "var"
    with open_store(data) as store:
        schedules = copied(made, tmp_path / "copy").schedules
        assert desk_acts.take_up(store, schedules, tmp_path / "schedules.yaml", NOW) is schedules
    assert not (data / "desk.db").exists()
    assert not desk_acts.is_unshown(data)


def run(sitting: Sitting, *arguments: str, text: str | None = None, code: int = 0) -> Result:
    where = ["--config", str(sitting.config), "--data", str(sitting.data), "--now", NOW.isoformat()]
    result = CliRunner().invoke(main, [*arguments, *where], input=text)
    assert result.exit_code == code, result.output
    return result


def test_accounts_are_made_listed_changed_and_taken_away(sitting: Sitting) -> None:
    run(sitting, "moderator", "add", "kirjasto1", "--role", "kirjasto", "--professional", text="pitkä-salasana-1\n")
    rows = json.loads(run(sitting, "moderator", "list", "--json").stdout)["accounts"]
    assert [(row["name"], row["role"], row["may"]) for row in rows] == [
        ("kirjasto1", "kirjasto", "professional"),
        ("maija", "toimitus", "moderator"),
        ("pekka", "neuvola", "professional"),
    ]
    assert "password" not in rows[0]
    assert "kirjasto1" in run(sitting, "moderator", "list").stdout
    with sitting.desk.write() as connection:
        key = begin_session(connection, "kirjasto1", NOW)
    run(sitting, "moderator", "password", "kirjasto1", text="aivan-uusi-sana\n")
    with sitting.desk.read() as connection:
        assert session_account(connection, key, NOW) is None
        assert is_password("aivan-uusi-sana", kept_password(connection, "kirjasto1"))
    run(sitting, "moderator", "remove", "kirjasto1")
    with sitting.desk.read() as connection:
        assert [one.name for one in accounts(connection)] == ["maija", "pekka"]
        log = [(one.kind, one.by, one.subject) for one in acts(connection, Wanted(), limit=9)]
    assert log == [
        ("account_removed", "operator", "kirjasto"),
        ("account_password", "operator", "kirjasto"),
        ("account_added", "operator", "kirjasto"),
    ]


@pytest.mark.parametrize(
    ("arguments", "text", "words"),
    [
        (["add", "maija", "--role", "toimitus"], "pitkä-salasana-1\n", "already"),
        (["add", "Maija V", "--role", "toimitus"], "pitkä-salasana-1\n", "no name of an account"),
        (["add", "uusi", "--role", "Maija Virtanen"], "pitkä-salasana-1\n", "--role"),
        (["add", "uusi", "--role", "toimitus"], "lyhyt\n", "12 to 200"),
        (["add", "uusi", "--role", "toimitus"], "", "12 to 200"),
        (["password", "nobody"], "pitkä-salasana-1\n", "there is no account"),
        (["remove", "nobody"], None, "there are maija, pekka"),
    ],
)
def test_an_account_that_cannot_be_says_why(sitting: Sitting, arguments: list[str], text: str | None, words: str) -> None:
    assert words in run(sitting, "moderator", *arguments, text=text, code=2).stderr


def test_status_reminds_of_feedback_that_is_due(sitting: Sitting) -> None:
    for days in (0, 12, 15, 20):
        moment = NOW - timedelta(days=days)
        with sitting.desk.write() as connection:
            take_feedback(connection, NewFeedback(language="fi", kind="other", text=f"Viesti {days}"), moment, today=moment.date())
    lines = run(sitting, "status").stdout
    assert "feedback: 2 messages should have been answered by now (the first by 2026-10-26)" in lines
    assert "feedback: 1 message must be answered within three days" in lines
    with sitting.desk.write() as connection:
        for number in range(1, 5):
            close_feedback(connection, number, "toimitus", NOW)
    assert "feedback" not in run(sitting, "status").stdout
    assert open_desk(sitting.data).path.stat().st_mode & 0o777 == 0o600
