"""Sources of JSON interfaces for tests: answers kept as files, gathered as ``follow`` asks for them, read, and shown as JSON."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sized
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from harvesters.record import Follow, Missing, ReadContext, Reader, Reading, Response
from tests.test_harvesters_ical_sources import plain

SOURCES = Path(__file__).parent / "sources"
MOMENT = datetime(2026, 11, 24, 6, tzinfo=UTC)
CONTEXT = ReadContext(zone="Europe/Helsinki", language="fi")
_MOST_ANSWERS = 30


def answer(body: Any, url: str = "https://api.norppala.example/events?a=1", role: str = "") -> Response:
    """An answer with this body: bytes as they are, anything else as JSON."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {"content-type": "application/json"}
    return Response(source_id="s", url=url, status=200, headers=headers, body=data, fetched_at=MOMENT, role=role)


def gathered(folder: str, follow: Follow, context: ReadContext = CONTEXT) -> Response:
    """The folder's first answer with every further one that is asked for; an optional one that is not there is missing."""
    files = {entry["url"]: SOURCES / folder / entry["file"] for entry in json.loads((SOURCES / folder / "answers.json").read_text("utf-8"))}
    first = next(iter(files))
    found, missing = {first: answer(files[first].read_bytes(), first)}, list[Missing]()
    waiting = list(follow(found[first], context))
    while waiting:
        ask = waiting.pop(0)
        if ask.url in found:
            continue
        assert len(found) < _MOST_ANSWERS
        if ask.url in files:
            found[ask.url] = answer(files[ask.url].read_bytes(), ask.url, ask.role)
            waiting += follow(found[ask.url], context)
        else:
            assert not ask.is_needed, ask.url
            missing.append(Missing(url=ask.url, role=ask.role, reason="http_404"))
    assert set(found) == set(files), "an answer that nobody asked for"
    return replace(found[first], parts=tuple(list(found.values())[1:]), missing=tuple(missing))


def reading(read: Reader, response: Response, context: ReadContext = CONTEXT) -> Reading:
    """What the reader makes of an answer; the ledger of every reading is checked on the way."""
    found = read(response, context)
    assert found.read == len(found.events) + len(found.unchanged) + found.set_aside + found.not_public + len(found.deleted)
    errors = [issue for issue in found.issues if issue.severity == "error"]
    assert len(errors) == found.set_aside == len(found.refused)
    assert "\ud800" not in repr(found)
    return found


def as_text(found: Reading) -> str:
    """The reading as JSON without digests and without what says nothing; no, zero and false do say something."""
    record = dataclasses.asdict(replace(found, remember={})) | {"unchanged": len(found.unchanged)}
    for entry in (*record["events"], *record["issues"]):
        entry.pop("digest")
    return json.dumps(_telling(record), ensure_ascii=False, indent=1, default=plain) + "\n"


def _telling(value: Any) -> Any:
    if isinstance(value, dict):
        defaults = {"html": False, "sequence": 0, "this_and_future": False, "is_at_least": False}
        kept = {key: item for key, item in value.items() if key not in defaults or item != defaults[key]}
        return {key: _telling(item) for key, item in kept.items() if not (item is None or (isinstance(item, Sized) and len(item) == 0))}
    return [_telling(item) for item in value] if isinstance(value, list | tuple) else value


def knowing(found: Reading, context: ReadContext = CONTEXT) -> ReadContext:
    """The context of the next harvest, when all of this is known."""
    known: Mapping[str, str] = {event.digest: "stored" for event in found.events} | found.remember
    return replace(context, known=known)
