"""Answers of an interface from a folder of ``tests/sources``, gathered as the fetcher would: whatever ``follow`` asks for is looked up."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from harvesters import hellewi, hellewi_html, hsds, lahella, openactive
from harvesters.record import Missing, ReadContext, Reading, Response
from harvesters.strict import Strict

AT = datetime(2026, 11, 22, 6, tzinfo=UTC)
FORMATS: dict[str, tuple[Any, type[Strict] | None]] = {
    "hellewi": (hellewi, hellewi.HellewiOptions),
    "hellewi_html": (hellewi_html, None),
    "lahella": (lahella, lahella.LahellaOptions),
    "openactive": (openactive, openactive.OpenActiveOptions),
    "hsds": (hsds, hsds.HsdsOptions),
}


def answer(body: bytes | str | Any, url: str = "https://norppala.example/v1/courses", **fields: Any) -> Response:
    """One answer; what is neither bytes nor text is written as JSON."""
    text = body if isinstance(body, bytes | str) else json.dumps(body)
    raw = text.encode() if isinstance(text, str) else text
    return Response(source_id="s", url=url, status=200, headers=fields.pop("headers", {}), body=raw, fetched_at=AT, **fields)


def context(known: Mapping[str, str] | None = None, **fields: Any) -> ReadContext:
    """A source in Helsinki."""
    return ReadContext(zone=fields.pop("zone", "Europe/Helsinki"), known=known or {}, **fields)


def checked(found: Reading) -> Reading:
    """The reading, if its ledger adds up and every record that was set aside is named."""
    assert found.read == len(found.events) + len(found.unchanged) + found.set_aside + found.not_public + len(found.deleted)
    errors = [issue for issue in found.issues if issue.severity == "error"]
    assert len(errors) == found.set_aside == len(found.refused)
    return found


def remembered(found: Reading) -> dict[str, str]:
    """What the caller would know after this reading."""
    return {event.digest: "stored" for event in found.events} | found.remember | dict.fromkeys(found.unchanged, "stored")


def gather(folder: Path) -> tuple[Response, str, dict[str, Any]]:
    """The first answer with all its parts, the format's name, and what the context needs."""
    told = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
    module, model = FORMATS[told["format"]]
    options = model(**told.get("options", {})) if model else None
    fields = {"zone": told["zone"], "language": told.get("language", ""), "options": options}
    waiting, seen, answers, missing = [(told["start"], "", True)], {told["start"]}, [], []
    while waiting:
        url, role, needed = waiting.pop(0)
        found = told["answers"].get(url)
        if found is None:
            assert not needed, url
            missing.append(Missing(url=url, role=role, reason="http_404"))
            continue
        one = answer((folder / found["file"]).read_bytes(), url, headers=found.get("headers", {}), role=role)
        answers.append(one)
        asked = [ask for ask in module.follow(one, context(**fields)) if ask.url not in seen]
        seen |= {ask.url for ask in asked}
        waiting += [(ask.url, ask.role, ask.is_needed) for ask in asked]
    assert {url for url in told["answers"] if url not in seen} == set(), "an answer nobody asked for"
    return dataclasses.replace(answers[0], parts=tuple(answers[1:]), missing=tuple(missing)), told["format"], fields


def reading_of(folder: Path, known: Mapping[str, str] | None = None) -> Reading:
    """What the folder's answers say."""
    response, name, fields = gather(folder)
    return checked(FORMATS[name][0].read(response, context(known, **fields)))


def as_text(found: Reading) -> str:
    """The reading as JSON, without digests, original texts and what is empty."""
    record = dataclasses.asdict(dataclasses.replace(found, remember={})) | {"unchanged": len(found.unchanged)}
    for event in (*record["events"], *record["issues"]):
        event.pop("digest")
        event.pop("text", None)
    return json.dumps(_without_empty(record), ensure_ascii=False, indent=1, default=_plain) + "\n"


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        zone = value.tzinfo
        return f"{value.replace(tzinfo=None).isoformat()} {zone.key if isinstance(zone, ZoneInfo) else zone or 'floating'}"
    if isinstance(value, date | timedelta):
        return str(value)
    raise TypeError(type(value))


def _without_empty(value: object) -> object:
    """The value without fields that say nothing; a nought, a no and a "not complete" say something."""
    if isinstance(value, dict):
        return {
            key: _without_empty(item) for key, item in value.items() if item not in ("", (), None, {}, []) and not _is_default(key, item)
        }
    return [_without_empty(item) for item in value] if isinstance(value, list | tuple) else value


def _is_default(key: str, value: object) -> bool:
    return key in {"this_and_future", "sequence", "html", "is_at_least"} and not value
