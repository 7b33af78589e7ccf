"""Signing in: one answer whatever is wrong, waits that grow, and sessions that end."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from explorer.app import explorer_app
from explorer.instance import Means
from explorer.services import Services
from store.desk import Desk, open_desk
from store.desk_accounts import add_account, hashed, remove_account, set_password
from tests.desk_client import PASSWORD, ROUNDS, SIGN_IN, Sitting, sign_in
from tests.door_client import Visitor
from tests.explorer_snapshot import schedules, write_snapshot
from tests.store_support import NOW


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_snapshot(tmp_path_factory.mktemp("snapshot") / "kooste.db")


class Clock:
    """A clock that stands until it is set on."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def on(self, **passed: float) -> None:
        self.now += timedelta(**passed)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sitting(snapshot: Path, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Sitting:
    monkeypatch.setattr("store.desk_accounts.NOBODY", f"pbkdf2_sha256${ROUNDS}${'00' * 16}${'00' * 32}")
    desk = open_desk(tmp_path)
    with desk.write() as connection:
        add_account(connection, ("maija", "toimitus", "moderator"), hashed(PASSWORD, ROUNDS), NOW)
        add_account(connection, ("pekka", "neuvola", "professional"), hashed(PASSWORD, ROUNDS), NOW)
    return serving(snapshot, tmp_path, desk, clock)


def serving(snapshot: Path, folder: Path, desk: Desk, clock: Clock, secret: str = "s" * 64) -> Sitting:
    means = Means(services=Services(desk=desk, apply=lambda: None), now=clock, secret=secret)
    known = schedules()
    return Sitting(folder, explorer_app(lambda: snapshot, known, means=means), desk, known, means)


async def signed_in(visitor: Visitor) -> str:
    """The role that the sign-in page tells; empty where it shows its form."""
    page = await visitor.open(SIGN_IN)
    found = re.search(r"Roolisi on (\w+)", page.text)
    return found[1] if found else ""


def test_a_name_and_a_password_open_the_page_that_was_asked_for(sitting: Sitting) -> None:
    async def story(visitor: Visitor) -> None:
        await visitor.open("/explore/poyta/loki?kind=verdict")
        assert visitor.page.headers["cache-control"] == "private, no-store"
        await visitor.send({"name": "Maija", "password": PASSWORD}, to=SIGN_IN, follow=False)
        assert visitor.page.headers["location"] == "/explore/poyta/loki?kind=verdict"
        assert await signed_in(visitor) == "toimitus"

    sitting.run(story)


@pytest.mark.parametrize("secure", [False, True])
def test_the_cookie_is_for_the_explorer_alone(sitting: Sitting, *, secure: bool) -> None:
    async def story(visitor: Visitor) -> str:
        await visitor.open(SIGN_IN)
        await visitor.send({"name": "maija", "password": PASSWORD}, to=SIGN_IN, follow=False)
        return next(told for told in visitor.page.headers.get_list("set-cookie") if told.startswith("kooste_session="))

    parts = {part.strip().casefold() for part in sitting.run(story, secure=secure).split(";")[1:]}
    assert parts == {"httponly", "path=/explore/", "samesite=lax", "max-age=28800"} | ({"secure"} if secure else set())


@pytest.mark.parametrize(
    ("name", "password"), [("maija", "vaara-salasana-1"), ("nobody", PASSWORD), ("nobody", "vaara-salasana-1"), ("maija", PASSWORD + " ")]
)
def test_what_is_wrong_is_not_told(sitting: Sitting, name: str, password: str) -> None:
    async def story(visitor: Visitor) -> tuple[int, str]:
        page = await sign_in(visitor, name, password)
        return page.status_code, re.sub(r'value="[^"]*"', "", page.text)

    async def other(visitor: Visitor) -> tuple[int, str]:
        page = await sign_in(visitor, "maija", "aivan-toinen-salasana")
        return page.status_code, re.sub(r'value="[^"]*"', "", page.text)

    assert sitting.run(story)[0] == 403
    assert sitting.run(story, host="192.0.2.8") == sitting.run(other, host="192.0.2.9")


def test_a_wrong_name_is_held_against_a_password_too(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[tuple[str, int]] = []
    derive = hashlib.pbkdf2_hmac

    def counted(name: str, password: bytes, salt: bytes, rounds: int) -> bytes:
        looked.append((name, rounds))
        return derive(name, password, salt, rounds)

    monkeypatch.setattr(hashlib, "pbkdf2_hmac", counted)

    async def story(visitor: Visitor) -> None:
        await sign_in(visitor, "maija", "vaara-salasana-1")
        await sign_in(visitor, "nobody", "vaara-salasana-1")

    sitting.run(story)
    assert looked == [("sha256", ROUNDS)] * 2


def test_waits_grow_and_even_the_right_password_waits(sitting: Sitting, clock: Clock) -> None:
    async def story(visitor: Visitor) -> None:
        for _ in range(4):
            assert (await sign_in(visitor, "maija", "vaara-salasana-1")).status_code == 403
        page = await sign_in(visitor)
        assert (page.status_code, page.headers["retry-after"]) == (429, "5")
        assert "Odota 5 sekuntia" in page.text
        clock.on(seconds=5)
        assert (await sign_in(visitor, "maija", "vaara-salasana-1")).status_code == 403
        clock.on(seconds=9)
        assert (await sign_in(visitor)).status_code == 429
        clock.on(seconds=1)
        await sign_in(visitor)
        assert await signed_in(visitor) == "toimitus"

    sitting.run(story)


@pytest.mark.parametrize(
    ("steps", "role"),
    [([29] * 15, "toimitus"), ([29, 31], ""), ([29] * 16 + [17], ""), ([0], "toimitus")],
    ids=["in use for seven hours", "idle for half an hour", "in use for eight hours", "just now"],
)
def test_a_session_ends_by_itself(sitting: Sitting, clock: Clock, steps: list[int], role: str) -> None:
    async def story(visitor: Visitor) -> str:
        await sign_in(visitor)
        found = ""
        for minutes in steps:
            clock.on(minutes=minutes)
            found = await signed_in(visitor)
        return found

    assert sitting.run(story) == role


def test_a_session_ends_when_somebody_signs_out_and_its_cookie_is_worth_nothing_then(sitting: Sitting) -> None:
    async def story(visitor: Visitor) -> None:
        await sign_in(visitor)
        kept = visitor.client.cookies["kooste_session"]
        await visitor.open(SIGN_IN)
        await visitor.send({}, to=f"{SIGN_IN}ulos")
        assert "Olet kirjautunut ulos" in visitor.text
        visitor.client.cookies.set("kooste_session", kept, domain="kooste.example", path="/explore/")
        assert await signed_in(visitor) == ""

    sitting.run(story)


@pytest.mark.parametrize("change", ["password", "removal"])
def test_a_session_ends_with_a_new_password_and_with_the_account(sitting: Sitting, change: str) -> None:
    async def story(visitor: Visitor) -> None:
        await sign_in(visitor)
        assert await signed_in(visitor) == "toimitus"
        with sitting.desk.write() as connection:
            if change == "password":
                set_password(connection, "maija", hashed("uusi-salasana-123", ROUNDS), NOW)
            else:
                remove_account(connection, "maija")
        assert await signed_in(visitor) == ""

    sitting.run(story)


def test_a_cookie_that_we_did_not_sign_is_nobodys(sitting: Sitting, snapshot: Path, clock: Clock) -> None:
    async def story(visitor: Visitor) -> str:
        await sign_in(visitor)
        return str(visitor.client.cookies["kooste_session"])

    kept = sitting.run(story)
    other = serving(snapshot, sitting.folder, sitting.desk, clock, secret="t" * 64)

    async def with_it(visitor: Visitor) -> str:
        visitor.client.cookies.set("kooste_session", kept, domain="kooste.example", path="/explore/")
        return await signed_in(visitor)

    assert other.run(with_it) == ""
    assert serving(snapshot, sitting.folder, sitting.desk, clock).run(with_it) == "toimitus"


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.example/",
        "//evil.example/",
        "/explore//evil.example",
        "/explore/\\evil",
        "javascript:alert(1)",
        "/",
        "/explore/x\r\ny",
    ],
)
def test_nobody_is_sent_elsewhere_after_signing_in(sitting: Sitting, back: str) -> None:
    async def story(visitor: Visitor) -> str:
        await visitor.open(SIGN_IN)
        await visitor.send({"name": "maija", "password": PASSWORD, "back": back}, to=SIGN_IN, follow=False)
        return str(visitor.page.headers["location"])

    assert sitting.run(story) == "/explore/poyta/"


def test_a_form_without_its_token_does_nothing(sitting: Sitting) -> None:
    async def story(visitor: Visitor) -> int:
        return (await visitor.client.post(SIGN_IN, data={"name": "maija", "password": PASSWORD})).status_code

    assert sitting.run(story) == 403


def test_nothing_to_sign_in_to_without_services(snapshot: Path, tmp_path: Path, clock: Clock) -> None:
    known = schedules()
    bare = Sitting(tmp_path, explorer_app(lambda: snapshot, known, means=Means(now=clock)), open_desk(tmp_path), known, Means())

    async def story(visitor: Visitor) -> list[int]:
        return [(await visitor.open(path)).status_code for path in ("/explore/kirjaudu", "/explore/poyta", "/explore/palaute")]

    assert bare.run(story) == [404, 404, 404]
