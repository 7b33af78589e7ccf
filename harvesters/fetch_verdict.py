"""What an answer means: a whole body, nothing new, or a named failure. Pure; ``now`` is an argument."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from harvesters.fetch_failures import FetchFailedError
from harvesters.fetch_wire import FetchRequest
from harvesters.record import NotModified, Response, Validators

SHORTEST_WAIT = timedelta(minutes=30)
LONGEST_WAIT = timedelta(days=7)

_LONGEST_VALIDATOR = 1024
_NOT_KEPT = frozenset({"set-cookie", "set-cookie2", "content-length", "content-encoding", "transfer-encoding", "connection"})
_CHALLENGES = re.compile(
    rb"just a moment\.\.\.|cf-chl-|_incapsula_resource|captcha-delivery|sgcaptcha|attention required! \| cloudflare", re.IGNORECASE
)
_RESERVED = re.compile(
    rb"""<meta\b(?=[^>]{0,300}\bname\s*=\s*["']?tdm-reservation\b)(?=[^>]{0,300}\bcontent\s*=\s*["']?1\b)""", re.IGNORECASE
)
_HEAD_BYTES = 64 * 1024
"""Where the head of a page ends for certain."""
_SNIFFED = 4096
_REASONS: dict[int, str] = {
    HTTPStatus.UNAUTHORIZED: "login_required",
    HTTPStatus.FORBIDDEN: "forbidden",
    HTTPStatus.TOO_MANY_REQUESTS: "too_many_requests",
    HTTPStatus.GONE: "gone",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One HTTP answer after redirects; header names in lower case, the body decoded."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes = b""


def conditional(validators: Validators) -> dict[str, str]:
    """The headers that ask only for what is new (RFC 9110 sections 13.1.2 and 13.1.3); empty where nothing is known."""
    asked = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: value for name, value in asked.items() if value}


def _validator(value: str) -> str:
    """The value if it can be sent back exactly as it came, else nothing: a cut validator would never match."""
    return value if len(value) <= _LONGEST_VALIDATOR and value.isascii() and value.isprintable() else ""


def _moment(text: str) -> datetime | None:
    """An HTTP date (RFC 9110 section 5.6.7)."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def retry_after(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long to stay away (RFC 9110 section 10.2.3), never under 30 minutes nor over 7 days; ``None`` where nothing was asked.

    A date counts from the server's own ``Date``, because its clock may be wrong; what cannot be read counts as the shortest wait.
    """
    text = headers.get("retry-after", "").strip()
    if not text:
        return None
    if re.fullmatch(r"\d{1,9}", text):
        return min(max(timedelta(seconds=int(text)), SHORTEST_WAIT), LONGEST_WAIT)
    if text.isdigit():
        return LONGEST_WAIT
    until = _moment(text)
    wait = until - (_moment(headers.get("date", "")) or now) if until else SHORTEST_WAIT
    return min(max(wait, SHORTEST_WAIT), LONGEST_WAIT)


def is_challenge(answer: Answer) -> bool:
    """True for the page of a bot protection, whatever status it comes with."""
    if "challenge" in answer.headers.get("cf-mitigated", ""):
        return True
    return "html" in answer.headers.get("content-type", "") and _CHALLENGES.search(answer.body[:_SNIFFED]) is not None


def is_reserved(answer: Answer) -> bool:
    """True where the publisher reserves the content from text and data mining (TDM Reservation Protocol, W3C community group report:
    header ``tdm-reservation: 1`` or the meta element of that name; directive (EU) 2019/790, article 4).
    """
    if answer.headers.get("tdm-reservation", "").strip() == "1":
        return True
    return "html" in answer.headers.get("content-type", "") and _RESERVED.search(answer.body[:_HEAD_BYTES]) is not None


def _refusal(answer: Answer, now: datetime) -> FetchFailedError:
    reason = _REASONS.get(answer.status, f"http_{answer.status}")
    return FetchFailedError(reason, status=answer.status, retry_after=retry_after(answer.headers, now))


def _validators(answer: Answer, digest: str) -> Validators:
    return Validators(
        etag=_validator(answer.headers.get("etag", "")),
        last_modified=_validator(answer.headers.get("last-modified", "")),
        body_digest=digest,
    )


def _not_modified(request: FetchRequest, answer: Answer, now: datetime) -> NotModified:
    """304 renews the validators it brings and keeps the others (RFC 9111 section 4.3.4)."""
    if not conditional(request.validators):
        raise FetchFailedError("not_modified_unasked", status=answer.status)
    brought = _validators(answer, request.validators.body_digest)
    renewed = {name: value for name in ("etag", "last_modified") if (value := getattr(brought, name))}
    return NotModified(source_id=request.source_id, fetched_at=now, validators=replace(request.validators, **renewed))


def judge(request: FetchRequest, answer: Answer, now: datetime) -> Response | NotModified:
    """A whole new body or the news that nothing changed; only 200 and 304 can be either, all else raises ``FetchFailedError``."""
    if is_challenge(answer):
        raise FetchFailedError("bot_challenge", status=answer.status, retry_after=retry_after(answer.headers, now))
    if answer.status == HTTPStatus.NOT_MODIFIED:
        return _not_modified(request, answer, now)
    if answer.status != HTTPStatus.OK:
        raise _refusal(answer, now)
    if not answer.body.strip():
        raise FetchFailedError("empty_body", status=answer.status)
    if not request.may_mine and is_reserved(answer):
        raise FetchFailedError("opted_out", status=answer.status)
    validators = _validators(answer, hashlib.sha256(answer.body).hexdigest())
    if validators.body_digest == request.validators.body_digest:
        return NotModified(source_id=request.source_id, fetched_at=now, validators=validators)
    return Response(
        source_id=request.source_id,
        url=answer.url,
        status=answer.status,
        headers={name: value for name, value in answer.headers.items() if name not in _NOT_KEPT},
        body=answer.body,
        fetched_at=now,
        validators=validators,
    )
