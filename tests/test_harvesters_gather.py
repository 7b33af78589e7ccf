"""Several answers of one source: what follows from what, within which bounds, and what a failed or unchanged page means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from harvesters.errors import Blocked, HarvestError, Unreachable, Unreadable
from harvesters.fetch_wire import FetchRequest
from harvesters.gather import Bounds, Gathered, Gathering, KeptAnswer, address_key
from harvesters.record import Ask, NotModified, Response, Validators

NOW = datetime(2026, 11, 25, 6, tzinfo=UTC)
HOME = "https://tapahtumat.example"
FIRST = FetchRequest(source_id="s01", url=f"{HOME}/event/?page=1", headers={"X-Key": "k"}, accept="application/json")
BOUNDS = Bounds(hosts=frozenset({"kuvat.example"}), max_pages=3, max_bytes=1000)

Web = Mapping[str, Response | NotModified | HarvestError]


def answer(url: str, body: str = "", *, etag: str = "") -> Response:
    validators = Validators(etag=etag, body_digest=f"digest of {body or url}")
    return Response(source_id="s01", url=url, status=200, headers={}, body=(body or url).encode(), fetched_at=NOW, validators=validators)


def leads(*asks: Ask) -> Callable[[Response], tuple[Ask, ...]]:
    """Every answer leads to all of these."""
    return lambda _: asks


def gather(web: Web, follow: Callable[[Response], tuple[Ask, ...]] | None, **more: object) -> tuple[Gathered, list[FetchRequest]]:
    """Asks the addresses of a small web until it is done; what was asked, in order."""
    settings = {"bounds": BOUNDS, "kept": {}, "is_late": lambda: False} | more
    gathering = Gathering(FIRST, follow, **settings)  # type: ignore[arg-type]  # each of its own type
    asked, waiting = [], [gathering.begin()]
    while waiting and not gathering.is_done:
        request = waiting.pop(0)
        asked.append(request)
        waiting += gathering.take(request, web[request.url])
    return gathering.gathered(), asked


def page(number: int) -> str:
    return f"{HOME}/event/?page={number}"


def test_a_source_of_one_answer_is_that_answer() -> None:
    gathered, asked = gather({FIRST.url: answer(FIRST.url, etag="a")}, None)
    assert gathered.answer == answer(FIRST.url, etag="a")
    assert (asked, gathered.pages) == ([FIRST], {})


def test_pages_and_details_come_in_the_order_they_were_asked_with_their_roles() -> None:
    web = {page(1): answer(page(1)), page(2): answer(page(2)), f"{HOME}/e/7": answer(f"{HOME}/e/7")}
    gathered, asked = gather(web, leads(Ask(url=page(2)), Ask(url=f"{HOME}/e/7", role="detail")))
    assert isinstance(gathered.answer, Response)
    assert [(part.url, part.role) for part in gathered.answer.parts] == [(page(2), "page"), (f"{HOME}/e/7", "detail")]
    assert all(request.headers == {"X-Key": "k"} and request.accept == "application/json" for request in asked)
    assert len(gathered.pages) == 3


@pytest.mark.parametrize(
    "again",
    [page(1), page(1) + "#top", page(1) + "&PHPSESSID=1", page(1) + "&utm_source=x", page(1).replace("https", "HTTPS")],
)
def test_no_page_is_asked_twice_whatever_session_it_names(again: str) -> None:
    _, asked = gather({page(1): answer(page(1))}, leads(Ask(url=again)))
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("url", "reason"),
    [("https://muualla.example/x", "outside_host"), ("http://127.0.0.1/", "outside_host"), (f"{HOME}:8443/x", "outside_host")],
)
def test_what_lies_elsewhere_is_not_asked_and_named(url: str, reason: str) -> None:
    gathered, asked = gather({page(1): answer(page(1))}, leads(Ask(url=url)))
    assert isinstance(gathered.answer, Response)
    assert [missing.reason for missing in gathered.answer.missing] == [reason]
    assert len(asked) == 1


def test_a_declared_host_belongs_to_the_source() -> None:
    other = "https://kuvat.example/lista"
    gathered, asked = gather({page(1): answer(page(1)), other: answer(other)}, leads(Ask(url=other)))
    assert [request.url for request in asked] == [page(1), other]
    assert isinstance(gathered.answer, Response)
    assert not gathered.answer.missing


def test_the_host_that_a_redirect_led_to_belongs_to_the_source() -> None:
    moved = "https://uusi.example/event/?page=2"
    web = {page(1): replace(answer(page(1)), url="https://uusi.example/event/?page=1"), moved: answer(moved)}
    gathered, _ = gather(web, leads(Ask(url=moved)))
    assert isinstance(gathered.answer, Response)
    assert len(gathered.answer.parts) == 1


def test_an_endless_list_is_cut_and_the_rest_is_named() -> None:
    def onward(response: Response) -> tuple[Ask, ...]:
        number = int(response.url.rpartition("=")[2])
        return (Ask(url=page(number + 1)),)

    gathered, asked = gather({page(n): answer(page(n)) for n in range(1, 99)}, onward)
    assert len(asked) == 1 + BOUNDS.max_pages
    assert isinstance(gathered.answer, Response)
    assert [missing.reason for missing in gathered.answer.missing] == ["pages_cut"]


def test_a_source_that_takes_too_long_has_shown_enough() -> None:
    gathered, asked = gather({page(1): answer(page(1))}, leads(Ask(url=page(2))), is_late=lambda: True)
    assert len(asked) == 1
    assert isinstance(gathered.answer, Response)
    assert gathered.answer.missing[0].reason == "pages_cut"


def test_all_answers_together_may_not_be_too_large() -> None:
    web = {page(n): answer(page(n), "x" * 999) for n in range(1, 12)}
    gathered, _ = gather(web, lambda r: (Ask(url=page(int(r.url.rpartition("=")[2]) + 1)),), bounds=replace(BOUNDS, max_pages=10))
    assert isinstance(gathered.answer, Unreadable)
    assert gathered.answer.reason == "too_much"


def failed(reason: str, kind: type[HarvestError] = Unreachable) -> HarvestError:
    return kind("words", reason=reason, source="s01", url="tapahtumat.example", status=500)


def test_a_page_that_fails_fails_the_source() -> None:
    gathered, _ = gather({page(1): answer(page(1)), page(2): failed("http_500")}, leads(Ask(url=page(2))))
    assert isinstance(gathered.answer, Unreachable)
    assert (gathered.answer.reason, gathered.answer.status) == ("page_failed", 500)


def test_a_host_that_turns_us_away_at_a_later_page_is_told_as_it_is() -> None:
    blocked = failed("too_many_requests", Blocked)
    gathered, _ = gather({page(1): answer(page(1)), page(2): blocked}, leads(Ask(url=page(2))))
    assert gathered.answer is blocked


def test_what_can_be_done_without_is_only_named() -> None:
    detail = f"{HOME}/e/7"
    gathered, _ = gather({page(1): answer(page(1)), detail: failed("http_404")}, leads(Ask(url=detail, role="detail", is_needed=False)))
    assert isinstance(gathered.answer, Response)
    assert [(missing.url, missing.role, missing.reason) for missing in gathered.answer.missing] == [(detail, "detail", "http_404")]


def test_the_first_address_failing_is_the_failure() -> None:
    error = failed("http_404")
    gathered, _ = gather({page(1): error}, leads(Ask(url=page(2))))
    assert gathered.answer is error


def test_a_reader_that_refuses_a_page_fails_the_source_by_its_own_reason() -> None:
    def refuse(_: Response) -> tuple[Ask, ...]:
        raise Unreadable("no", reason="not_json")

    gathered, _ = gather({page(1): answer(page(1))}, refuse)
    assert isinstance(gathered.answer, Unreadable)
    assert gathered.answer.reason == "not_json"


def kept(*answers: Response) -> dict[str, KeptAnswer]:
    return {address_key(one.url): KeptAnswer(response=one, validators=one.validators) for one in answers}


def not_modified(etag: str) -> NotModified:
    return NotModified(source_id="s01", fetched_at=NOW, validators=Validators(etag=etag, body_digest="d"))


def test_pages_are_asked_conditionally_and_all_unchanged_is_unchanged() -> None:
    known = kept(answer(page(1), etag="one"), answer(page(2), etag="two"))
    web = {page(1): not_modified("one"), page(2): not_modified("two")}
    gathered, asked = gather(web, leads(Ask(url=page(2))), kept=known)
    assert [request.validators.etag for request in asked] == ["one", "two"]
    assert isinstance(gathered.answer, NotModified)


def test_one_changed_page_is_read_beside_the_kept_ones() -> None:
    known = kept(answer(page(1), "old one", etag="one"), answer(page(2), "old two", etag="two"))
    gathered, _ = gather({page(1): not_modified("one"), page(2): answer(page(2), "new two")}, leads(Ask(url=page(2))), kept=known)
    assert isinstance(gathered.answer, Response)
    assert (gathered.answer.body, gathered.answer.parts[0].body) == (b"old one", b"new two")
    assert gathered.pages[address_key(page(1))].response.body == b"old one"


def test_a_page_that_is_gone_from_the_list_is_a_change_though_the_others_are_not() -> None:
    known = kept(answer(page(1), etag="one"), answer(page(2), etag="two"))
    gathered, _ = gather({page(1): not_modified("one")}, leads(), kept=known)
    assert isinstance(gathered.answer, Response)
    assert gathered.pages.keys() == {address_key(page(1))}


def test_not_modified_without_anything_kept_is_a_failure() -> None:
    gathered, _ = gather({page(1): not_modified("x")}, leads())
    assert isinstance(gathered.answer, Unreachable)
    assert gathered.answer.reason == "not_modified_unasked"
