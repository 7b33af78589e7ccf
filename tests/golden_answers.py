"""Answers of a source kept in a folder of ``tests/sources``, what its reader makes of them, and the check that both still agree.

``source.json`` names format, options and the answers in order (file, address, role); ``expected.json`` holds the reading without digests
and without what is empty.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from harvesters.record import ReadContext, Reader, Reading, Response

SOURCES = Path(__file__).parent / "sources"
MOMENT = datetime(2026, 11, 22, 12, tzinfo=UTC)
ZONE = "Europe/Helsinki"


def answer(body: bytes | str, url: str = "https://norppala.example/feed", *, role: str = "", kind: str = "") -> Response:
    """One complete answer."""
    encoded = body.encode() if isinstance(body, str) else body
    headers = {"content-type": kind} if kind else {}
    return Response(source_id="source", url=url, status=200, headers=headers, body=encoded, fetched_at=MOMENT, role=role)


def with_parts(first: Response, *parts: Response) -> Response:
    """The answer with what was fetched after it."""
    return dataclasses.replace(first, parts=parts)


def checked(
    read: Reader, response: Response, options: BaseModel | None = None, known: Mapping[str, str] | None = None, language: str = "fi"
) -> Reading:
    """The reading, whose ledger must add up and name every record that was set aside."""
    found = read(response, ReadContext(zone=ZONE, known=known or {}, options=options, language=language))
    assert found.read == len(found.events) + len(found.unchanged) + found.set_aside + found.not_public + len(found.deleted)
    errors = [issue for issue in found.issues if issue.severity == "error"]
    assert len(errors) == found.set_aside == len(found.refused)
    assert all(issue.digest in found.remember for issue in errors)
    return found


def remembered(found: Reading) -> dict[str, str]:
    """What the caller would know after this reading."""
    return {event.digest: "stored" for event in found.events} | found.remember | dict.fromkeys(found.unchanged, "stored")


def codes(found: Reading) -> list[str]:
    """The codes of all issues, sorted."""
    return sorted(issue.code for issue in found.issues)


def folders(format_name: str) -> list[Path]:
    """The folders of one format."""
    named = [path.parent for path in sorted(SOURCES.glob("*/source.json"))]
    return [folder for folder in named if _told(folder)["format"] == format_name]


def of_folder(folder: Path) -> tuple[Response, dict[str, Any]]:
    """The answers of a folder as one response, and the options as written."""
    told = _told(folder)
    found = [answer((folder / one["file"]).read_bytes(), one["url"], role=one.get("role", "")) for one in told["answers"]]
    return with_parts(found[0], *found[1:]), told.get("options", {})


def same_as_expected(found: Reading, folder: Path, *, update: bool) -> None:
    """Fail where the reading is not the expected one; write it instead where that is asked for."""
    text, expected = as_text(found), folder / "expected.json"
    if update:
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


def as_text(found: Reading) -> str:
    """The reading as JSON, without digests and kept texts, and without what is empty."""
    record = dataclasses.asdict(dataclasses.replace(found, remember={})) | {"unchanged": len(found.unchanged)}
    for event in (*record["events"], *record["issues"]):
        event.pop("digest")
        event.pop("text", None)
    return json.dumps(_without_empty(record), ensure_ascii=False, indent=1, default=_plain) + "\n"


def _told(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((folder / "source.json").read_text(encoding="utf-8"))
    return told


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        zone = value.tzinfo
        return f"{value.replace(tzinfo=None).isoformat()} {zone.key if isinstance(zone, ZoneInfo) else zone or 'floating'}"
    if isinstance(value, date | timedelta):
        return str(value)
    raise TypeError(type(value))


def _without_empty(value: object) -> object:
    if isinstance(value, dict):
        kept = {key: _without_empty(item) for key, item in value.items() if item not in ("", (), None, {}, [], 0) or item is False}
        return {key: item for key, item in kept.items() if not (item is False and key in {"html", "this_and_future", "is_at_least"})}
    return [_without_empty(item) for item in value] if isinstance(value, list | tuple) else value
