"""What the parent and the child of a crawl tell each other: a line with the job, then a line a request; a line an outcome back."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any

from harvesters.errors import HarvestError
from harvesters.fetch_failures import KINDS
from harvesters.record import NotModified, Response, Validators

Outcome = Response | NotModified | HarvestError


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchRequest:
    """One address to fetch; ``url`` has its secrets filled in, so it is never printed."""

    source_id: str
    url: str = field(repr=False)
    validators: Validators = field(default_factory=Validators)
    headers: dict[str, str] = field(default_factory=dict, repr=False)
    """Further headers; may hold a key. They are sent to the address's own host alone, never along a redirect to another."""
    accept: str = "text/calendar, */*;q=0.5"
    may_mine: bool = False
    """True where the publisher gave a permission, which outranks what it says to everyone (``is_reserved``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """``FetchDefaults`` as plain data: the child starts a quarter faster without the models of ``schedules.yaml``."""

    total_seconds: float
    connect_seconds: float
    max_bytes: int
    max_redirects: int
    delay_seconds: float
    allow_hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What holds for every request of a crawl."""

    limits: Limits
    user_agent: str
    now: datetime


def encode_job(job: Job) -> bytes:
    """The job as the first line on the child's standard input."""
    return _line({"limits": asdict(job.limits), "user_agent": job.user_agent, "now": job.now.isoformat()})


def decode_job(line: bytes) -> Job:
    """The job the parent wrote."""
    told = json.loads(line)
    limits = Limits(**(told["limits"] | {"allow_hosts": tuple(told["limits"]["allow_hosts"])}))
    return Job(limits=limits, user_agent=told["user_agent"], now=datetime.fromisoformat(told["now"]))


def encode_request(number: int, request: FetchRequest) -> bytes:
    """One further line for the child; ``number`` is what its outcome will be called by."""
    return _line({"number": number} | asdict(request))


def decode_request(line: bytes) -> tuple[int, FetchRequest]:
    """The number and the request of one line."""
    told = json.loads(line)
    number = told.pop("number")
    return number, FetchRequest(**(told | {"validators": Validators(**told["validators"])}))


def _line(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told).encode() + b"\n"


def _told(outcome: Outcome) -> dict[str, Any]:
    if isinstance(outcome, HarvestError):
        return {
            "state": outcome.state,
            "message": str(outcome),
            "reason": outcome.reason,
            "url": outcome.url,
            "status": outcome.status,
            "retry_after": outcome.retry_after.total_seconds() if outcome.retry_after is not None else None,
        }
    told: dict[str, Any] = {"validators": asdict(outcome.validators), "moved_to": outcome.moved_to}
    if isinstance(outcome, Response):
        told |= {"url": outcome.url, "status": outcome.status, "headers": outcome.headers}
        told["body"] = base64.b64encode(outcome.body).decode("ascii")
    return told


def encode_outcome(number: int, outcome: Outcome) -> bytes:
    """One line for the parent; ``number`` is the request's."""
    return _line({"number": number} | _told(outcome))


def _error(told: Mapping[str, Any], request: FetchRequest) -> HarvestError:
    wait = told["retry_after"]
    return KINDS[told["state"]](
        told["message"],
        reason=told["reason"],
        source=request.source_id,
        url=told["url"],
        status=told["status"],
        retry_after=None if wait is None else timedelta(seconds=wait),
    )


def number_of(told: Mapping[str, Any]) -> int:
    """Which request the outcome is of."""
    return int(told["number"])


def decode_outcome(told: Mapping[str, Any], request: FetchRequest, now: datetime) -> Outcome:
    """The outcome of a request, fetched at ``now``."""
    if "state" in told:
        return _error(told, request)
    validators = Validators(**told["validators"])
    if "body" not in told:
        return NotModified(source_id=request.source_id, fetched_at=now, validators=validators, moved_to=told["moved_to"])
    return Response(
        source_id=request.source_id,
        url=told["url"],
        status=told["status"],
        headers=told["headers"],
        body=base64.b64decode(told["body"]),
        fetched_at=now,
        validators=validators,
        moved_to=told["moved_to"],
    )
