"""What may be asked of the explorer, decided before Datasette sees it, and what its answers may hold.

* Only GET and HEAD, and POST where a form of ours is sent to: up to its size, in time, and not too often from one client.
* Only addresses without ``//``, ``..``, backslashes and control characters, none of Datasette's own inspection pages.
* Only the query parameters named in ``docs/explorer.md``: Datasette has others that run SQL, trace or take unbounded work.
* A cell of a CSV file never begins with what a spreadsheet takes for a formula.
"""

from __future__ import annotations

import asyncio
import csv
import io
import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from explorer.pages import Pages
from explorer.rates import Rates, client_key

MAX_QUERY_BYTES = 4000
MAX_PARAMETERS = 60
POSTS_A_MINUTE, POSTS_AT_ONCE = 30, 60
"""Forms that one client may send. A person sends a few a minute; a moderator who clears a queue sends some tens."""
BODY_SECONDS = 20
_WHOLE_NUMBERS = {"_size": 500, "_facet_size": 500}
_FORBIDDEN = {"sql", "_where", "_through", "_stream", "_fts_table", "_fts_pk"}
_PARAMETER = re.compile(
    r"_search(_[a-z_]+)?|_sort(_desc|_by_desc)?|_facet(_size|_array|_date)?|_next|_size|_shape|_nl|_json|_json_infinity"
    r"|_labels?|_(no)?col|_all|_no(facet|count|suggest)|_dl|_header|_extras|_filter_(column|op|value)(_\d{1,2})?"
)
_INSPECTION = re.compile(r"-/(?!explorer/|metadata\.json$)")
_FORMULA = tuple("=+-@\t\r＝＋－＠")  # the last four are the full-width forms
_NEGATIVE = re.compile(r"-\d+(\.\d+)?")
csv.field_size_limit(10_000_000)  # a long description must not end the file it stands in


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not passed on; the detail is technical and in English."""

    status: int
    detail: str


def judge(method: str, path: str, query: bytes, base_url: str, *, takes: bool = False) -> Refusal | None:
    """The reason to refuse the request, or ``None``; ``takes`` where something may be posted to the address."""
    if method not in {"GET", "HEAD"} and not (takes and method == "POST"):
        return Refusal(405, "This address only answers GET and HEAD.")
    if "//" in path or "\\" in path or not path.isprintable() or {".", ".."} & set(path.split("/")):
        return Refusal(404, "No such address.")
    if _INSPECTION.match(path.removeprefix(base_url)):
        return Refusal(404, "No such address.")
    return _judge_query(query)


def _judge_query(query: bytes) -> Refusal | None:
    """The first parameter that is not offered, or ``None``."""
    if len(query) > MAX_QUERY_BYTES:
        return Refusal(414, f"The query is longer than {MAX_QUERY_BYTES} bytes.")
    try:
        pairs = parse_qsl(query.decode("ascii"), keep_blank_values=True, max_num_fields=MAX_PARAMETERS, errors="strict")
    except ValueError:
        return Refusal(400, f"The query is not UTF-8 text in percent encoding, or holds more than {MAX_PARAMETERS} parameters.")
    return next((refusal for name, value in pairs if (refusal := _judge_parameter(name, value))), None)


def _judge_parameter(name: str, value: str) -> Refusal | None:
    """A reason to refuse one parameter. Filters (``column``, ``column__gte``) are Datasette's to judge."""
    if name in _FORBIDDEN:
        return Refusal(403, f"{name}= is not offered: ready questions, filters, facets and search are.")
    if name in _WHOLE_NUMBERS and value != "max" and not (re.fullmatch(r"\d{1,3}", value) and int(value) <= _WHOLE_NUMBERS[name]):
        return Refusal(400, f"{name}= takes a whole number from 0 to {_WHOLE_NUMBERS[name]}, or max.")
    if name.startswith("_") and not _PARAMETER.fullmatch(name):
        return Refusal(400, f"{name}= is not a parameter of the explorer.")
    if "\0" in value:
        return Refusal(400, "A value holds a NUL character.")
    return None


def guarded(app: ASGIApp, pages: Pages, most_posted: Callable[[str], int]) -> ASGIApp:
    """The app, reached only by what ``judge`` lets through; HEAD is answered as GET without its body.

    ``most_posted`` says how many bytes may be posted to an address below the explorer (with a slash before it).
    """
    rates = Rates(per_minute=POSTS_A_MINUTE, burst=POSTS_AT_ONCE)

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        path = str(scope["path"])
        most = most_posted("/" + path.removeprefix(pages.about.base))
        refusal = judge(scope["method"], path, scope["query_string"], pages.about.base, takes=most > 0)
        if not refusal and scope["method"] == "POST":
            client = scope.get("client")
            wait = rates.wait(client_key(client[0] if client else ""), time.monotonic())
            body = Refusal(429, f"Too many forms; again in {wait:.0f} seconds.") if wait else await _body(receive, most)
            refusal = body if isinstance(body, Refusal) else None
            receive = receive if isinstance(body, Refusal) else _again(body)
        if scope["method"] == "HEAD":
            scope, send = {**scope, "method": "GET"}, _without_body(send)
        if refusal:
            return await refuse(send, refusal, pages, as_json=path.endswith(".json"))
        if path.endswith(".csv"):
            send = _formula_safe(send)
        return await app(scope, receive, send)

    return answer


async def refuse(send: Send, refusal: Refusal, pages: Pages, *, as_json: bool) -> None:
    """Sends the refusal as a page, or as JSON where JSON was asked for."""
    if as_json:
        text = json.dumps({"ok": False, "error": refusal.detail, "status": refusal.status, "title": None})
        kind = b"application/json; charset=utf-8"
    else:
        text, kind = pages.message(refusal.status, refusal.detail), b"text/html; charset=utf-8"
    headers = [(b"content-type", kind), (b"cache-control", b"no-store")]
    headers += [(b"allow", b"GET, HEAD")] if refusal.status == 405 else []  # noqa: PLR2004 - RFC 9110 section 15.5.6 wants Allow
    headers += [(b"retry-after", b"60")] if refusal.status in {429, 503} else []  # RFC 6585 section 4, RFC 9110 section 15.6.4
    await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode()})


async def _body(receive: Receive, most: int) -> bytes | Refusal:
    """The whole body of a form, or why it is not read: it is longer than a form of ours can be, or it takes for ever."""
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            while True:
                message = await receive()
                body += message.get("body", b"")
                if len(body) > most:
                    return Refusal(413, f"The form is longer than {most} bytes.")
                if message["type"] == "http.disconnect" or not message.get("more_body", False):
                    return bytes(body)
    except TimeoutError:
        return Refusal(408, f"The form did not arrive within {BODY_SECONDS} seconds.")


def _again(body: bytes) -> Receive:
    """``receive`` that gives the body that was read already, once."""
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    return receive


def _without_body(send: Send) -> Send:
    """``send`` that keeps the headers and drops every byte of the body."""

    async def forward(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return forward


def _formula_safe(send: Send) -> Send:
    """``send`` that holds a CSV answer back until it is whole (max_csv_mb bounds it) and rewrites its cells."""
    start: Message = {}
    body: list[bytes] = []

    async def forward(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
            return
        body.append(message.get("body", b""))
        if not message.get("more_body", False):
            whole = _rewrite(b"".join(body)) if start["status"] == 200 else b"".join(body)  # noqa: PLR2004 - errors are no CSV
            start["headers"] = [(name, value) for name, value in start["headers"] if name.lower() != b"content-length"]
            await send(start)
            await send({"type": "http.response.body", "body": whole})

    return forward


def _rewrite(document: bytes) -> bytes:
    """The CSV document with an apostrophe before every cell that a spreadsheet would take for a formula."""
    out = io.StringIO(newline="")
    rows = csv.reader(io.StringIO(document.decode(), newline=""))
    csv.writer(out).writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def harmless(cell: str) -> str:
    """The cell as text for a spreadsheet; a negative number stays one."""
    return f"'{cell}" if cell.startswith(_FORMULA) and not _NEGATIVE.fullmatch(cell) else cell
