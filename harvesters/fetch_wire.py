"""What the parent and the child of a crawl tell each other: one JSON document to the child, one JSON line a request back."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
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
    """All that a child must know."""

    requests: tuple[FetchRequest, ...]
    limits: Limits
    user_agent: str
    now: datetime
    deadline_seconds: float


def encode_job(job: Job) -> bytes:
    """The job as JSON for the child's standard input."""
    return json.dumps(
        {
            "requests": [asdict(request) for request in job.requests],
            "limits": asdict(job.limits),
            "user_agent": job.user_agent,
            "now": job.now.isoformat(),
            "deadline_seconds": job.deadline_seconds,
        }
    ).encode()


def decode_job(data: bytes) -> Job:
    """The job the parent wrote."""
    told = json.loads(data)
    return Job(
        requests=tuple(FetchRequest(**(request | {"validators": Validators(**request["validators"])})) for request in told["requests"]),
        limits=Limits(**(told["limits"] | {"allow_hosts": tuple(told["limits"]["allow_hosts"])})),
        user_agent=told["user_agent"],
        now=datetime.fromisoformat(told["now"]),
        deadline_seconds=told["deadline_seconds"],
    )


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
    told: dict[str, Any] = {"validators": asdict(outcome.validators)}
    if isinstance(outcome, Response):
        told |= {"url": outcome.url, "status": outcome.status, "headers": outcome.headers}
        told["body"] = base64.b64encode(outcome.body).decode("ascii")
    return told


def encode_outcome(number: int, outcome: Outcome) -> bytes:
    """One line for the parent; ``number`` is the request's place in the job."""
    return json.dumps({"number": number} | _told(outcome)).encode() + b"\n"


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


def decode_outcome(line: bytes, requests: Sequence[FetchRequest], now: datetime) -> tuple[int, Outcome]:
    """The request's number and its outcome, fetched at ``now``."""
    told = json.loads(line)
    request = requests[told["number"]]
    if "state" in told:
        return told["number"], _error(told, request)
    validators = Validators(**told["validators"])
    if "body" not in told:
        return told["number"], NotModified(source_id=request.source_id, fetched_at=now, validators=validators)
    response = Response(
        source_id=request.source_id,
        url=told["url"],
        status=told["status"],
        headers=told["headers"],
        body=base64.b64decode(told["body"]),
        fetched_at=now,
        validators=validators,
    )
    return told["number"], response
