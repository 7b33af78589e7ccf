"""All the answers of one source: its own address, then what the format's ``follow`` asks for because of it, within bounds.

Pure but for the clock it is given: who fetches and where what is kept lies are the caller's. A needed part that cannot be had fails
the whole; an optional one is named in ``Response.missing``. Where nothing of it all has changed, the source has not.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from harvesters.errors import Blocked, Disallowed, HarvestError, Unreachable, Unreadable
from harvesters.fetch_wire import FetchRequest
from harvesters.record import Ask, Missing, NotModified, Response, Validators

DETAILS_PER_PAGE = 10
"""So many pages of single events are fetched for each page that a list may have."""
_MOST_SIZES = 8
"""All answers of a source together may be so many times as large as one of them."""
_SESSIONS = re.compile(r"^(phpsessid|jsessionid|aspsessionid\w*|sid|session(id)?|utm_\w+|fbclid|gclid|_ga)$", re.IGNORECASE)

Follower = Callable[[Response], tuple[Ask, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswer:
    """An answer of an earlier harvest, for a server that says "not modified" about one page of several."""

    response: Response
    validators: Validators


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How far one source may lead."""

    hosts: frozenset[str]
    """Host and port (``urlsplit(...).netloc`` in lower case) where its pages may lie; the one it ends up at is added."""
    max_pages: int
    max_bytes: int
    """Of one answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What came of one source, and what is worth keeping of it."""

    source_id: str
    answer: Response | NotModified | HarvestError
    pages: Mapping[str, KeptAnswer] = field(default_factory=dict)
    """Address -> answer, for the next harvest; empty for a source of one answer, whose validators are kept with its state."""


def address_key(url: str) -> str:
    """What an answer is kept under: addresses may hold secrets."""
    return hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()


def digest_of(pages: Mapping[str, KeptAnswer]) -> str:
    """One digest of all pages: what was read of a source of several answers is known by it."""
    digests = [page.validators.body_digest for _, page in sorted(pages.items())]
    return hashlib.sha256("\0".join(digests).encode()).hexdigest()


class Gathering:
    """One source's answers as they come in; used once."""

    def __init__(
        self, first: FetchRequest, follow: Follower | None, bounds: Bounds, kept: Mapping[str, KeptAnswer], is_late: Callable[[], bool]
    ) -> None:
        self._first = first
        self._follow = follow
        self._bounds = bounds
        self._kept = kept
        self._is_late = is_late
        self._asks: dict[str, Ask] = {}
        self._order: list[str] = []
        self._seen: set[str] = {_same(first.url)}
        self._counts = {"page": 0, "other": 0}
        self._main: Response | None = None
        self._parts: dict[str, Response] = {}
        self._missing: list[Missing] = []
        self._waiting = 1
        self._size = 0
        self._is_new = False
        self._pages: dict[str, KeptAnswer] = {}
        self._single: NotModified | None = None
        self._error: HarvestError | None = None
        self._hosts = set(bounds.hosts) | {urlsplit(first.url).netloc.lower()}

    @property
    def is_done(self) -> bool:
        """True when nothing more is on its way, or it has failed already."""
        return self._waiting == 0 or self._error is not None

    def begin(self) -> FetchRequest:
        """The first request."""
        return self._conditional(self._first) if self._follow else self._first

    def take(self, request: FetchRequest, outcome: Response | NotModified | HarvestError) -> tuple[FetchRequest, ...]:
        """Takes in the outcome of one request; gives those that follow from it."""
        self._waiting -= 1
        if self._error is not None:
            return ()
        if isinstance(outcome, HarvestError):
            self._fail(request, outcome)
            return ()
        if isinstance(outcome, NotModified) and not self._follow:
            self._single = outcome
            return ()
        try:
            return self._requests(self._follow_up(self._taken(request, outcome)))
        except HarvestError as error:
            self._error = error
            return ()

    def gathered(self) -> Gathered:
        """What came of it; once ``is_done``."""
        return Gathered(source_id=self._first.source_id, answer=self._answer(), pages=self._pages if self._follow else {})

    def _answer(self) -> Response | NotModified | HarvestError:
        if self._error or self._single:
            return self._error or self._single  # type: ignore[return-value]  # one of them is there
        if self._main is None:
            return Unreachable("no answer came", reason="crash", source=self._first.source_id)
        if self._follow and not self._is_new and not self._missing and self._pages.keys() == self._kept.keys():
            main = self._main
            return NotModified(source_id=main.source_id, fetched_at=main.fetched_at, validators=main.validators, moved_to=main.moved_to)
        parts = tuple(self._parts[url] for url in self._order if url in self._parts)
        return replace(self._main, parts=parts, missing=tuple(self._missing), validators=self._validators())

    def _validators(self) -> Validators:
        """One answer's own; several have theirs apart, and together only a digest."""
        if self._main is None or not self._follow:
            return self._main.validators if self._main else Validators()
        return Validators(body_digest=digest_of(self._pages))

    def _taken(self, request: FetchRequest, outcome: Response | NotModified) -> Response:
        """The answer itself, from what is kept where the server says that it is the same; raises ``HarvestError``."""
        response = self._known(request, outcome) if isinstance(outcome, NotModified) else outcome
        self._is_new = self._is_new or isinstance(outcome, Response)
        self._size += len(response.body)
        if self._size > _MOST_SIZES * self._bounds.max_bytes:
            raise Unreadable("All answers of the source together are too large.", reason="too_much", source=request.source_id)
        validators = outcome.validators
        if request.url == self._first.url and self._main is None:
            self._hosts.add(urlsplit(response.url).netloc.lower())
            self._main = response
        else:
            response = replace(response, role=self._asks[request.url].role)
            self._parts[request.url] = response
        self._pages[address_key(request.url)] = KeptAnswer(response=replace(response, parts=()), validators=validators)
        return response

    def _known(self, request: FetchRequest, outcome: NotModified) -> Response:
        kept = self._kept.get(address_key(request.url))
        if kept is None:
            raise Unreachable("not modified, but nothing is kept", reason="not_modified_unasked", source=request.source_id)
        return replace(kept.response, fetched_at=outcome.fetched_at, validators=outcome.validators, moved_to=outcome.moved_to)

    def _follow_up(self, response: Response) -> Iterable[Ask]:
        return self._follow(response) if self._follow else ()

    def _requests(self, asks: Iterable[Ask]) -> tuple[FetchRequest, ...]:
        """The requests that are within bounds and were not made yet."""
        return tuple(self._request(ask) for ask in asks if self._may_ask(ask))

    def _may_ask(self, ask: Ask) -> bool:
        same = _same(ask.url)
        if same in self._seen:
            return False
        self._seen.add(same)
        if urlsplit(ask.url).netloc.lower() not in self._hosts:
            self._missing.append(Missing(url=ask.url, role=ask.role, reason="outside_host"))
            return False
        kind = "page" if ask.role == "page" else "other"
        most = self._bounds.max_pages * (1 if kind == "page" else DETAILS_PER_PAGE)
        if self._counts[kind] >= most or self._is_late():
            self._missing.append(Missing(url=ask.url, role=ask.role, reason="pages_cut"))
            return False
        self._counts[kind] += 1
        return True

    def _request(self, ask: Ask) -> FetchRequest:
        self._waiting += 1
        self._asks[ask.url] = ask
        self._order.append(ask.url)
        return self._conditional(replace(self._first, url=ask.url, validators=Validators()))

    def _conditional(self, request: FetchRequest) -> FetchRequest:
        kept = self._kept.get(address_key(request.url))
        return replace(request, validators=kept.validators) if kept else replace(request, validators=Validators())

    def _fail(self, request: FetchRequest, error: HarvestError) -> None:
        """A failed part fails the source, unless it can be done without; a host that turns us away is told as it is."""
        ask = self._asks.get(request.url)
        if ask is None or isinstance(error, Blocked | Disallowed):
            self._error = error
        elif ask.is_needed:
            words = f"one of several pages failed: {error}"
            facts = {"source": error.source, "url": error.url, "status": error.status, "retry_after": error.retry_after}
            self._error = Unreachable(words, reason="page_failed", **facts)  # type: ignore[arg-type]  # a fact each of its own type
        else:
            self._missing.append(Missing(url=request.url, role=ask.role, reason=error.reason))


def _same(url: str) -> str:
    """The address without fragment and without what only names a visit, so that a page is not fetched twice."""
    parts = urlsplit(url)
    query = urlencode([(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _SESSIONS.match(name)])
    path = re.sub(r";jsessionid=[^/;]*", "", parts.path, flags=re.IGNORECASE)
    return f"{parts.scheme.lower()}://{parts.netloc.lower()}{path or '/'}?{query}"
