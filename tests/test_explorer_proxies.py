"""Whose request it is behind a web server: one visitor's flood is one visitor's, and a header that a visitor wrote is worth nothing."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from explorer.guard import POSTS_AT_ONCE
from explorer.instance import Means
from explorer.proxies import client_of, networks
from explorer.server import site_app
from explorer.services import Services
from kooste.cli import main
from store.desk import open_desk
from store.desk_accounts import add_account, hashed
from store.snapshot import CURRENT, DIRECTORY
from tests.explorer_client import running
from tests.explorer_snapshot import MOMENT, schedules, write_snapshot

PROXIES = networks(("127.0.0.1", "10.0.0.0/24", "2001:db8:ff::/48"))
SIGN_IN = "/explore/kirjaudu/"


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("127.0.0.1", "192.0.2.7", "192.0.2.7"),
        ("127.0.0.1", "198.51.100.1, 192.0.2.7", "192.0.2.7"),  # the first was written by the visitor
        ("127.0.0.1", "127.0.0.1, 192.0.2.7", "192.0.2.7"),
        ("127.0.0.1", "192.0.2.7, 10.0.0.9", "192.0.2.7"),  # two proxies in a row
        ("127.0.0.1", "198.51.100.1, 192.0.2.7, 10.0.0.9, 10.0.0.8", "192.0.2.7"),
        ("127.0.0.1", "10.0.0.9", "10.0.0.9"),  # the proxy itself asks
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "unknown", "127.0.0.1"),
        ("127.0.0.1", "192.0.2.7, _hidden", "127.0.0.1"),
        ("127.0.0.1", "192.0.2.7, , 10.0.0.9", "10.0.0.9"),
        ("127.0.0.1", "192.0.2.7:4711", "192.0.2.7"),
        ("127.0.0.1", "[2001:db8::7]:4711", "2001:db8::7"),
        ("127.0.0.1", '"[2001:db8::7]"', "2001:db8::7"),
        ("127.0.0.1", "::ffff:192.0.2.7", "192.0.2.7"),
        ("::ffff:127.0.0.1", "192.0.2.7", "192.0.2.7"),  # a listener for both kinds of address
        ("2001:db8:ff::1", "2001:db8::7", "2001:db8::7"),
        ("192.0.2.9", "192.0.2.7", "192.0.2.9"),  # none of our proxies
        ("192.0.2.9", "192.0.2.7, 127.0.0.1", "192.0.2.9"),
        ("", "192.0.2.7", ""),
    ],
)
def test_the_client_is_the_first_address_from_the_end_that_is_no_proxy(peer: str, forwarded: str, client: str) -> None:
    assert client_of(peer, forwarded, PROXIES) == client


@given(st.lists(st.one_of(st.ip_addresses().map(str), st.text(max_size=12)), max_size=6))
def test_nothing_that_a_visitor_writes_changes_who_it_is(written: list[str]) -> None:
    assert client_of("127.0.0.1", ",".join([*written, "192.0.2.7"]), PROXIES) == "192.0.2.7"
    assert client_of("192.0.2.7", ",".join(written), PROXIES) == "192.0.2.7"


@pytest.mark.parametrize("text", ["nginx", "10.0.0.5/8", "0.0.0.0/0", "::/0", ""])
def test_what_names_no_proxy_is_refused_in_words(text: str) -> None:
    done = CliRunner().invoke(main, ["serve", "--behind-proxy", text])
    assert (done.exit_code, "10.0.0.0/24" in done.stderr) == (2, True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("proxies")
    (made / DIRECTORY).mkdir()
    write_snapshot(made / DIRECTORY / "kooste-1.db")
    (made / DIRECTORY / CURRENT).symlink_to("kooste-1.db")
    return made


@pytest.fixture
def behind(folder: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """A server as it stands behind a proxy of this machine, where ``request.param`` names it."""
    desk = open_desk(tmp_path)
    with desk.write() as connection:
        add_account(connection, ("maija", "toimitus", "moderator"), hashed("seitseman-veljesta", 1000), MOMENT)
    means = Means(services=Services(desk=desk, apply=lambda: None), now=lambda: MOMENT, secret="s" * 64)
    with running(site_app(folder, schedules(), means=means, proxies=networks(request.param))) as address:
        yield address


def posts(asking: httpx.Client, count: int, who: str, **more: str) -> list[int]:
    """The statuses of so many forms without a token, which the limits count all the same."""
    told = {"x-forwarded-for": who, **more}
    return [asking.post(SIGN_IN, data={"name": "x"}, headers=told).status_code for _ in range(count)]


@pytest.mark.parametrize("behind", [["127.0.0.1"]], indirect=True)
def test_a_flood_through_the_proxy_locks_out_nobody_else_however_it_names_itself(behind: str) -> None:
    with httpx.Client(base_url=behind) as asking:
        flood = [posts(asking, 1, f"198.51.100.{number}, 192.0.2.7")[0] for number in range(POSTS_AT_ONCE + 5)]
        assert set(flood[POSTS_AT_ONCE:]) == {429}
        assert 429 not in flood[:POSTS_AT_ONCE]
        assert posts(asking, 1, "192.0.2.8") != [429]
        assert set(posts(asking, POSTS_AT_ONCE, "2001:db8::1")) != {429}
        assert 429 in posts(asking, 2, "2001:db8::2")  # the same line
        assert 429 not in posts(asking, 2, "2001:db8:0:1::2")


@pytest.mark.parametrize("behind", [[]], indirect=True)
def test_without_a_named_proxy_the_header_is_worth_nothing_and_the_log_says_what_to_do_once(
    behind: str, caplog: pytest.LogCaptureFixture
) -> None:
    with httpx.Client(base_url=behind) as asking, caplog.at_level(logging.WARNING):
        assert asking.get("/explore/", headers={"x-forwarded-for": "192.0.2.1"}).status_code == 200
        assert not caplog.records
        flood = [posts(asking, 1, f"192.0.2.{number}")[0] for number in range(POSTS_AT_ONCE + 5)]
    assert set(flood[POSTS_AT_ONCE:]) == {429}
    assert [record.getMessage() for record in caplog.records if "--behind-proxy 127.0.0.1" in record.getMessage()] == [caplog.messages[0]]


@pytest.mark.parametrize(
    ("behind", "scheme", "is_secure"),
    [(["127.0.0.1"], "https", True), (["127.0.0.1"], "http", False), ([], "https", False)],
    indirect=["behind"],
)
def test_the_scheme_is_the_proxys_to_tell(behind: str, scheme: str, *, is_secure: bool) -> None:
    told = {"x-forwarded-for": "192.0.2.7", "x-forwarded-proto": scheme}
    with httpx.Client(base_url=behind, headers=told) as asking:
        token = re.search(r'name="csrftoken" value="([^"]+)"', asking.get(SIGN_IN).text)
        assert token
        fields = {"csrftoken": token[1], "name": "maija", "password": "seitseman-veljesta"}
        answer = asking.post(SIGN_IN, data=fields)
    session = next(cookie for cookie in answer.headers.get_list("set-cookie") if cookie.startswith("kooste_session="))
    assert ("secure" in session.lower()) is is_secure


@pytest.mark.parametrize("behind", [["127.0.0.1"]], indirect=True)
def test_forwarded_is_not_read(behind: str) -> None:
    with httpx.Client(base_url=behind) as asking:
        flood = [posts(asking, 1, "192.0.2.7", forwarded=f"for=192.0.2.{number}")[0] for number in range(POSTS_AT_ONCE + 2)]
    assert flood[-1] == 429
