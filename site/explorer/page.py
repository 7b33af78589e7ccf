"""What one request of the explorer's own pages is, and how it is answered: the border between Datasette and our views."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit

from datasette import Request, Response
from datasette.utils import sqlite_timelimit
from datasette.utils.sqlite import sqlite3
from markupsafe import Markup
from starlette.datastructures import UploadFile
from starlette.requests import Request as StarletteRequest

from explorer.addresses import LANGUAGES, SLUGS, Language, address
from explorer.pages import DATABASE, About
from explorer.services import Services
from explorer.texts import PartWords, part_words
from harvesters.source import Region

COOKIE = "ds_csrftoken"
TOKEN = "csrftoken"  # noqa: S105 - the name of a form field
TRAP = "second_address"
"""A field that no person sees; whatever fills it is a program."""
OWN_SECONDS = 3.0
"""For a question of our own, whose cost we know: a busy machine is no reason to refuse it. Visitors' filters have ``sql_time_limit_ms``."""
KEPT_SECONDS = 30.0
"""For what is looked for once for everybody."""
_MOST_KEPT = 128
_MOST_FIELDS = 400
_KINDS_OF_FORM = ("application/x-www-form-urlencoded", "multipart/form-data")
_T = TypeVar("_T")


class Refused(Exception):
    """The request is answered with the page of a status; the detail is technical and in English."""

    def __init__(self, status: int, detail: str = "") -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What was posted: the fields by name (the last of equal names), and at most one file."""

    fields: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]
    """Every value of each field, in order."""
    filename: str = ""
    content: bytes = b""

    def __getitem__(self, name: str) -> str:
        """The field without blanks around it; empty where it was not posted."""
        return self.fields.get(name, "").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request for one of our pages."""

    datasette: Any
    request: Request
    kind: str
    language: Language
    parts: Mapping[str, str]
    """What the page's regular expression found in the address."""

    @property
    def about(self) -> About:
        """The region and its words in the page's language."""
        found: About = self.datasette.pages.about_in(self.language)
        return found

    @property
    def query(self) -> Any:
        """The parameters of the address (Datasette's ``MultiParams``)."""
        return self.request.args

    @property
    def region(self) -> Region:
        """The region as it is configured."""
        found: Region = self.datasette.region
        return found

    @property
    def now(self) -> datetime:
        """The instant of the clock in the region's zone; without a clock, when the data was compiled."""
        compiled: datetime = self.datasette.compiled
        return self.datasette.now().astimezone(compiled.tzinfo) if self.datasette.now else compiled

    @property
    def today(self) -> date:
        """The region's day."""
        return self.now.date()

    @property
    def services(self) -> Services | None:
        """What can be done besides reading; ``None`` over a single file."""
        found: Services | None = self.datasette.services
        return found

    @property
    def actor(self) -> Mapping[str, Any] | None:
        """Who is signed in."""
        found: Mapping[str, Any] | None = self.request.actor
        return found

    @property
    def client(self) -> str:
        """The address the request came from; the empty text where the server does not say."""
        found = self.request.scope.get("client")
        return str(found[0]) if found else ""

    def words(self, part: str) -> PartWords:
        """The words of a part in the page's language."""
        return part_words(part, self.language)

    async def read(self, function: Callable[[sqlite3.Connection], _T], *, seconds: float = OWN_SECONDS) -> _T:
        """What the function finds in the frozen snapshot; it runs in one of Datasette's threads.

        After ``seconds`` it is interrupted: a longer limit is for what is ``kept`` for everybody.
        """

        def within(connection: sqlite3.Connection) -> _T:
            with sqlite_timelimit(connection, int(seconds * 1000)):
                return function(connection)

        try:
            found: _T = await self.datasette.get_database(DATABASE).execute_fn(within)
        except sqlite3.OperationalError as problem:
            if str(problem) == "interrupted":
                raise Refused(503, "The question took too long.") from problem
            raise
        return found

    async def kept(self, key: Hashable, function: Callable[[sqlite3.Connection], _T]) -> _T:
        """What the function finds in the snapshot, looked for once for a key: the file never changes, so the answer does not either.

        Whoever else asks meanwhile waits for the same answer; the answers that were asked for last are kept.
        """
        answers: OrderedDict[Hashable, asyncio.Task[Any]] = self.datasette.kept
        task: asyncio.Task[_T] | None = answers.get(key)
        if task is None or (task.done() and (task.cancelled() or task.exception() is not None)):
            task = answers[key] = asyncio.ensure_future(self.read(function, seconds=KEPT_SECONDS))
        answers.move_to_end(key)
        while len(answers) > _MOST_KEPT:
            answers.popitem(last=False)
        return await asyncio.shield(task)

    async def in_thread(self, function: Callable[..., _T], *arguments: Any) -> _T:
        """What a function gives that blocks: the private file, the services."""
        return await asyncio.to_thread(function, *arguments)

    def href(self, kind: str, *rest: str, language: Language | None = None, **query: str | int) -> str:
        """The address of one of our pages, in this page's language unless told."""
        where = address(self.about.base, language or self.language, kind, *rest)
        return f"{where}?{urlencode(query)}" if query else where

    async def form(self) -> Form:
        """The posted form. Raises ``Refused`` where it does not come from a page of ours, or where a program filled it in."""
        if not self.request.headers.get("content-type", "").lower().startswith(_KINDS_OF_FORM):
            raise Refused(400, "A form is expected.")
        if self.request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            raise Refused(403, "The form was sent from another site.")
        form = await _posted(self.request)
        cookie = self.request.cookies.get(COOKIE, "")
        if not cookie or not secrets.compare_digest(form.fields.get(TOKEN, "").encode(), cookie.encode()):
            raise Refused(403, "The form has no valid token: open the page again and send it once more; cookies must be allowed.")
        if form[TRAP]:
            raise Refused(400, "The field that must stay empty was filled in.")
        return form

    async def page(self, template: str, part: str, *, status: int = 200, private: bool = False, **context: Any) -> Response:
        """The page of a template; ``private`` ones are kept by nobody and found by no search engine."""
        told = {"k": self.about, "t": self.words(part), "asked": self, "part": part, "private": private, **context}
        told.setdefault("languages", self._languages(self.request.query_string))
        text = await self.datasette.render_template(template, {**told, "form_token": self._token}, request=self.request)
        return Response.html(text, status=status, headers=_kept(private=private))

    def _languages(self, query: str) -> tuple[tuple[Language, str], ...]:
        """The same page in each language, where what follows the slug has no words of its own; a part with words tells them itself."""
        rest = self.request.path.removeprefix(self.about.base).partition("/")[2]
        end = f"?{query}" if query else ""
        known = self.datasette.pages.languages
        return tuple((language, address(self.about.base, language, self.kind, rest) + end) for language in LANGUAGES if language in known)

    def _token(self) -> Markup:
        """What every form of a POST begins with: the token that ties it to this browser, and the field that must stay empty."""
        label = self.about.ui["trap"]
        return Markup(
            '<input type="hidden" name="{}" value="{}"><p class="trap" aria-hidden="true"><label>{} '
            '<input name="{}" tabindex="-1" autocomplete="off"></label></p>'
        ).format(TOKEN, self.request.scope["csrftoken"](), label, TRAP)

    def see_other(self, where: str) -> Response:
        """The answer to a POST that was done: look there (RFC 9110 section 15.4.4)."""
        if urlsplit(where).netloc or not where.startswith("/") or where.startswith("//"):
            msg = f"{where!r} is no address of ours"
            raise ValueError(msg)
        return Response("", status=303, headers={"location": where, "cache-control": "no-store"}, content_type="text/plain; charset=utf-8")

    def json(self, data: Any, status: int = 200) -> Response:
        """A JSON document."""
        return Response.json(data, status=status, headers=_kept(private=False))

    def text(self, body: str | bytes, content_type: str, *, filename: str = "", private: bool = False) -> Response:
        """Another kind of document; with a file name a browser saves it."""
        headers = {"content-disposition": f'attachment; filename="{filename}"'} if filename else {}
        return Response(body, headers={**headers, **_kept(private=private)}, content_type=content_type)

    def missing(self, detail: str = "") -> Response:
        """The page that says that nothing is here."""
        return self.refused(404, detail)

    def refused(self, status: int, detail: str = "") -> Response:
        """A page that says why; the words are those of ``error_<status>``."""
        return Response.html(self.datasette.pages.message(status, detail, self.language), status=status, headers=_kept(private=True))


def _kept(*, private: bool) -> dict[str, str]:
    """Whether an answer may be kept: a minute, for a new snapshot may come; or never."""
    return {"cache-control": "no-store", "x-robots-tag": "noindex"} if private else {"cache-control": "max-age=60"}


async def _posted(request: Request) -> Form:
    """The fields and the file of a posted form."""
    found = await StarletteRequest(request.scope, request.receive).form(max_files=1, max_fields=_MOST_FIELDS)
    texts = [(name, value) for name, value in found.multi_items() if isinstance(value, str)]
    file = next((value for value in found.values() if isinstance(value, UploadFile)), None)
    lists: dict[str, tuple[str, ...]] = {}
    for name, value in texts:
        lists[name] = (*lists.get(name, ()), value)
    content = await file.read() if file else b""
    await found.close()
    return Form(fields=dict(texts), lists=lists, filename=(file.filename or "") if file else "", content=content)


View = Callable[[Asked], Awaitable[Response]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One of our pages, at an address in each language."""

    kind: str
    """A key of ``SLUGS``."""
    view: View
    rest: str = ""
    """Regular expression of what follows the slug and its slash; named groups arrive in ``Asked.parts``."""
    posts: int = 0
    """The most bytes that may be posted; 0 for a page that is only read."""
    needs_services: bool = False
    """Whether the page is there only where ``Services`` are."""

    def pattern(self, language: Language) -> str:
        """The whole address below the explorer's base, as a regular expression."""
        slug = re.escape(SLUGS[self.kind][language])
        return f"^/{slug}/{self.rest}$" if self.rest else f"^/{slug}/?$"
