"""What an answer means, how it travels from child to parent, and that its words are there in three languages."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvesters.errors import HarvestError
from harvesters.failure_reasons import FAILURE_REASONS, failure_reason
from harvesters.fetch_failures import _KINDS, KINDS, FetchFailedError, failure
from harvesters.fetch_secrets import discreet
from harvesters.fetch_settings import product_token, settings_for
from harvesters.fetch_verdict import Answer, conditional, judge, retry_after
from harvesters.fetch_wire import (
    FetchRequest,
    Job,
    Limits,
    decode_job,
    decode_outcome,
    decode_request,
    encode_job,
    encode_outcome,
    encode_request,
)
from harvesters.record import NotModified, Response, Validators
from tests.fetch_server import AGENT, CALENDAR, NOW
from tests.shared import ROOT

REQUEST = FetchRequest(source_id="norppala", url="https://example.org/a.ics")
MINUTES = 60.0
DAYS = 24 * 60 * MINUTES


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": ""}, None),
        ({"retry-after": "3600"}, 3600),
        ({"retry-after": "10"}, 30 * MINUTES),
        ({"retry-after": "-5"}, 30 * MINUTES),
        ({"retry-after": "soon"}, 30 * MINUTES),
        ({"retry-after": "999999999"}, 7 * DAYS),
        ({"retry-after": "99999999999999999999"}, 7 * DAYS),
        ({"retry-after": "Fri, 15 Jan 2027 14:00:00 GMT"}, 2 * 3600),  # two hours after NOW
        ({"retry-after": "Fri, 15 Jan 2027 14:00:00"}, 2 * 3600),
        ({"retry-after": "Mon, 01 Jan 2001 01:00:00 GMT", "date": "Mon, 01 Jan 2001 00:00:00 GMT"}, 3600),  # a clock that is wrong
        ({"retry-after": "Mon, 01 Jan 2001 01:00:00 GMT"}, 30 * MINUTES),
        ({"retry-after": "Fri, 31 Dec 9999 23:59:59 GMT"}, 7 * DAYS),
        ({"retry-after": "Mon, 99 Foo 2001 01:00:00 GMT"}, 30 * MINUTES),
    ],
)
def test_retry_after_is_read_and_bounded(headers: Mapping[str, str], seconds: float | None) -> None:
    wait = retry_after(headers, NOW)
    assert (wait and wait.total_seconds()) == seconds


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_retry_after_is_out_of_bounds(text: str, date: str) -> None:
    wait = retry_after({"retry-after": text, "date": date}, NOW)
    assert wait is None or timedelta(minutes=30) <= wait <= timedelta(days=7)


def test_only_known_validators_are_sent() -> None:
    assert conditional(Validators()) == conditional(Validators(body_digest="x")) == {}
    assert conditional(Validators(etag='W/"1"', last_modified="then")) == {"If-None-Match": 'W/"1"', "If-Modified-Since": "then"}


@pytest.mark.parametrize("etag", ['"a"', 'W/"a"', "unquoted", '"' + "x" * 1022 + '"'])
def test_a_validator_is_kept_as_it_came(etag: str) -> None:
    outcome = judge(REQUEST, Answer(url=REQUEST.url, status=200, headers={"etag": etag}, body=CALENDAR), NOW)
    assert outcome.validators.etag == etag


@pytest.mark.parametrize("etag", ['"' + "x" * 1023 + '"', '"ä"', '"a\r\nX: y"'])
def test_or_not_kept_at_all(etag: str) -> None:
    outcome = judge(REQUEST, Answer(url=REQUEST.url, status=200, headers={"etag": etag}, body=CALENDAR), NOW)
    assert outcome.validators.etag == ""


def test_a_304_keeps_the_validators_that_it_does_not_renew() -> None:
    known = Validators(etag='"1"', last_modified="then", body_digest="d")
    outcome = judge(replace(REQUEST, validators=known), Answer(url="", status=304, headers={"last-modified": "now"}), NOW)
    assert outcome == NotModified(source_id="norppala", fetched_at=NOW, validators=replace(known, last_modified="now"))


@pytest.mark.parametrize("known", [Validators(), Validators(body_digest="d")])
def test_a_304_that_nobody_asked_for_is_a_failure(known: Validators) -> None:
    with pytest.raises(FetchFailedError, match="not_modified_unasked"):
        judge(replace(REQUEST, validators=known), Answer(url="", status=304, headers={}), NOW)


@given(st.integers(100, 999).filter(lambda status: status not in {200, 304}))
def test_every_other_status_is_a_failure_with_words(status: int) -> None:
    with pytest.raises(FetchFailedError) as failed:
        judge(REQUEST, Answer(url="", status=status, headers={}, body=CALENDAR), NOW)
    assert failed.value.status == status
    assert failure_reason(failed.value.reason).fi


TEXT = st.text(max_size=30)
VALIDATORS = st.builds(Validators, etag=TEXT, last_modified=TEXT, body_digest=TEXT)
RESPONSES = st.builds(
    Response,
    source_id=st.just("norppala"),
    url=TEXT,
    status=st.just(200),
    headers=st.dictionaries(TEXT, TEXT, max_size=3),
    body=st.binary(max_size=200),
    fetched_at=st.just(NOW),
    validators=VALIDATORS,
)
SAME = st.builds(NotModified, source_id=st.just("norppala"), fetched_at=st.just(NOW), validators=VALIDATORS)


@given(st.one_of(RESPONSES, SAME))
def test_an_outcome_arrives_as_it_was_sent(outcome: Response | NotModified) -> None:
    line = encode_outcome(0, outcome)
    assert line.count(b"\n") == 1
    assert decode_outcome(json.loads(line), REQUEST, NOW) == outcome


@pytest.mark.parametrize("reason", [*FAILURE_REASONS, "http_502", "http_999"])
def test_a_failure_arrives_as_it_was_sent(reason: str) -> None:
    sent = failure("norppala", REQUEST.url, FetchFailedError(reason, status=502, retry_after=timedelta(hours=1)))
    arrived = decode_outcome(json.loads(encode_outcome(0, sent)), REQUEST, NOW)
    assert isinstance(arrived, HarvestError)
    assert type(arrived) is type(sent)
    assert str(arrived) == str(sent) == f"example.org: {failure_reason(reason).en}"
    facts = [(error.reason, error.source, error.url, error.status, error.retry_after) for error in (sent, arrived)]
    assert facts == [(reason, "norppala", "example.org", 502, timedelta(hours=1))] * 2


def test_a_job_arrives_as_it_was_sent() -> None:
    limits = Limits(total_seconds=1, connect_seconds=2, max_bytes=3, max_redirects=4, delay_seconds=5, allow_hosts=("127.0.0.1:80",))
    job = Job(limits=limits, user_agent=AGENT, now=NOW)
    assert decode_job(encode_job(job)) == job


def test_a_request_arrives_as_it_was_sent() -> None:
    request = replace(REQUEST, validators=Validators(etag="\ud800ä"), headers={"X-Key": "ä\n"}, accept="application/json")
    assert decode_request(encode_request(7, request)) == (7, request)
    assert encode_request(7, request).count(b"\n") == 1


def test_every_reason_has_words_in_three_languages_and_names_no_address() -> None:
    for reason, words in FAILURE_REASONS.items():
        texts = (words.fi, words.sv, words.en)
        assert len(set(texts)) == 3, reason
        assert all(text.endswith(".") and text[0].isupper() and "http:" not in text for text in texts), reason
    assert set(_KINDS) <= set(FAILURE_REASONS)
    assert set(KINDS) == {"failed", "unreachable", "blocked", "disallowed", "gone", "unreadable"}


@pytest.mark.parametrize(
    ("code", "told_as"),
    [
        ("http_404", "http_404"),
        ("http_410", "http_4xx"),
        ("http_502", "http_5xx"),
        ("http_206", "http_2xx"),
        ("http_999", "http_other"),
        ("no_words", "bug"),
    ],
)
def test_a_status_without_words_of_its_own_has_those_of_its_class(code: str, told_as: str) -> None:
    assert failure_reason(code) == FAILURE_REASONS[told_as]


def test_the_documentation_has_every_reason_and_no_other() -> None:
    table = (ROOT / "docs" / "fetching.md").read_text(encoding="utf-8").partition("## Failures")[2]
    assert set(re.findall(r"^\| `([a-z0-9_]+)` \|", table, re.MULTILINE)) == set(FAILURE_REASONS)


SECRET = "s3cr3t-t0ken-0123456789"  # noqa: S105 - a canary


@pytest.mark.parametrize(
    "url",
    [
        f"https://example.org/private-{SECRET}/basic.ics",
        f"https://example.org/a.ics?key=1&token={SECRET}",
        f"https://user:{SECRET}@example.org/",
        f"https://example.org/%7E{SECRET}",
    ],
)
def test_a_log_shows_no_more_of_an_address_than_its_host(url: str) -> None:
    for text in (
        f"Getting {url} failed",
        f"GET {url.removeprefix('https://example.org')}",
        f"('{url}',)",
        unquote(url),
        f"the path was ~{SECRET}",
    ):
        assert SECRET not in discreet(text, [url, f"https://example.org/~{SECRET}"])
    assert discreet(f"Getting {url}#x failed", []) == "Getting https://example.org/… failed"


def test_the_robots_name_is_the_product_alone() -> None:
    assert product_token(AGENT) == "Kooste"
    assert product_token("Kooste (+https://example.org/)") == "Kooste"


def test_the_doors_are_shut() -> None:
    limits = Limits(total_seconds=1, connect_seconds=2, max_bytes=3, max_redirects=4, delay_seconds=5)
    settings = settings_for(Job(limits=limits, user_agent=AGENT, now=NOW))
    off = ("REMOTE_CONTROL", "TELNETCONSOLE", "HTTPPROXY", "RETRY", "COOKIES", "REDIRECT", "METAREFRESH", "COMPRESSION", "REFERER", "LOG")
    assert not [name for name in off if settings[f"{name}_ENABLED"]]
    assert settings["DOWNLOAD_VERIFY_CERTIFICATES"]
    assert [scheme for scheme, handler in settings["DOWNLOAD_HANDLERS"].items() if handler] == ["http", "https"]
    assert (settings["CONCURRENT_REQUESTS_PER_DOMAIN"], settings["DOWNLOAD_DELAY"], settings["DOWNLOAD_DELAY_JITTER"]) == (1, 5, 0)
