"""Duplicates at the desk: the queue of pairs about which a person is asked, any two side by side, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from datasette import Response

from explorer.desk_frame import At, act, desk_page_at, page_number, show, work
from explorer.page import Asked
from normalize.likeness_sign import Likeness
from normalize.likeness_words import weighed
from normalize.privacy import redact
from store.desk_seen import Seen, seen
from store.verdicts import Compared, Given, Kind, Side, compared, find_side, review_queue, verdicts

PER_PAGE = 10
GIVEN_PER_PAGE = 30
LONGEST_WHY = 300
_KINDS: tuple[Kind, ...] = ("same", "different", "not_overlap")


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Two listings side by side, and what speaks for and against their being one."""

    a: Seen
    b: Seen
    speaks_for: tuple[str, ...]
    """In words, the weightiest first."""
    speaks_against: tuple[str, ...]
    decision: str
    """What follows from both."""


async def queue(asked: Asked) -> Response:
    """The pairs about which a person is asked, the likeliest first."""
    number, found = page_number(asked), work(asked)

    def read() -> tuple[list[Beside], int]:
        waiting = review_queue(found.database)
        shown = waiting[(number - 1) * PER_PAGE : number * PER_PAGE]
        return _beside(asked, [(one.a, one.b, one.likeness) for one in shown]), len(waiting)

    pairs, count = await asked.in_thread(read)
    told = {"pairs": pairs, "count": count, "page": number, "pages": -(-count // PER_PAGE), "per_page": PER_PAGE}
    return await show(asked, "review", "review", **told)


def _beside(asked: Asked, pairs: Iterable[tuple[Side, Side, Likeness | None]]) -> list[Beside]:
    """The pairs with what their sources tell; one whose listing went away meanwhile is left out."""
    known = list(pairs)
    found = work(asked)
    listings = seen(found.database, [side.listing_id for a, b, _ in known for side in (a, b)])
    labels = found.labels(asked.language)
    made = []
    for a, b, likeness in known:
        if a.listing_id in listings and b.listing_id in listings:
            one, other = listings[a.listing_id], listings[b.listing_id]
            for_it, against, decision = weighed(likeness, asked.language, labels) if likeness else ([], [], "")
            made.append(Beside(a=one, b=other, speaks_for=tuple(for_it), speaks_against=tuple(against), decision=decision))
    return made


async def compare(asked: Asked) -> Response:
    """Any two listings or events side by side."""
    return await _compare(asked, asked.query.get("a") or "", asked.query.get("b") or "")


async def _compare(asked: Asked, a: str, b: str, status: int = 200, **typed: str) -> Response:
    texts = [text.strip().rstrip("/").rpartition("/")[2] for text in (a, b)]

    def read() -> tuple[list[Side | None], Compared | None, list[Beside]]:
        database = work(asked).database
        sides = [find_side(database, text) if text else None for text in texts]
        one, other = sides
        if one is None or other is None or one.strand_id == other.strand_id:
            return sides, None, []
        both = compared(database, one, other)
        return sides, both, _beside(asked, [(one, other, both.likeness)])

    sides, both, pairs = await asked.in_thread(read)
    problems = [("why", typed["problem"])] if "problem" in typed else _problems(texts, sides)
    context: dict[str, Any] = {
        "a": a,
        "b": b,
        "both": both,
        "pair": pairs[0] if pairs else None,
        "problems": problems,
        "why": typed.get("why", ""),
    }
    return await show(asked, "compare", "compare", status=status, **context)


def _problems(texts: list[str], sides: list[Side | None]) -> list[tuple[str, str]]:
    """Field and key of the words for each thing that is wrong with what was asked."""
    found = [(name, "unknown_listing") for name, text, side in zip("ab", texts, sides, strict=True) if text and side is None]
    one, other = sides
    if one and other and one.strand_id == other.strand_id:
        found.append(("b", "same_listing"))
    return found


async def decided(asked: Asked) -> Response:
    """Everything that was decided of pairs, the newest first; a POST decides or takes back."""
    if asked.request.method == "POST":
        return await _decide(asked)
    number = page_number(asked)
    given = await asked.in_thread(verdicts, work(asked).database)
    shown = given[(number - 1) * GIVEN_PER_PAGE : number * GIVEN_PER_PAGE]
    told = {"given": shown, "count": len(given), "page": number, "pages": -(-len(given) // GIVEN_PER_PAGE), "per_page": GIVEN_PER_PAGE}
    return await show(asked, "decisions", "decisions", **told)


async def _decide(asked: Asked) -> Response:
    """Keeps what a moderator decided of two."""
    form = await asked.form()
    kind, why, a, b = form["kind"], form["why"], form["a"], form["b"]
    if kind == "undo":
        return await _undo(asked, a, b, form["about"], form["once"])
    if kind not in _KINDS:
        return asked.refused(400, "The form names no decision.")
    if redact(why).count or len(why) > LONGEST_WHY:
        return await _compare(asked, a, b, status=400, why=why, problem="why_long" if len(why) > LONGEST_WHY else "why_personal")
    database = work(asked).database
    sides = [await asked.in_thread(find_side, database, text) for text in (a, b)]
    one, other = sides
    if one is None or other is None or one.strand_id == other.strand_id:
        return await _compare(asked, a, b, status=409)
    strands = sorted((one.strand_id, other.strand_id))
    payload = {"a": strands[0], "b": strands[1], "kind": kind, "why": why, "names": [one.name, other.name]}
    done = await act(asked, "verdict", "~".join(strands), payload, form["once"])
    back = "overlaps" if kind == "not_overlap" else "review" if form["back"] != "compare" else "compare"
    at = At(asked)
    return asked.see_other(at(back, a=a, b=b, act=done.id) if back == "compare" else at(back, act=done.id))


async def _undo(asked: Asked, a: str, b: str, about: str, once: str) -> Response:
    """Takes back what was decided of two strands."""
    given = await asked.in_thread(verdicts, work(asked).database)
    pair = tuple(sorted((a, b)))
    found = next((one for one in given if one.ids == pair and about in {"", _about(one)}), None)
    if found is None:
        return asked.see_other(At(asked)("decisions"))
    names = [side.name if side else identifier for side, identifier in zip((found.a, found.b), found.ids, strict=True)]
    payload = {"a": pair[0], "b": pair[1], "about": _about(found), "kind": found.kind, "names": names}
    done = await act(asked, "take_back", "~".join(pair), payload, once)
    return asked.see_other(At(asked)("decisions", act=done.id))


def _about(one: Given) -> str:
    return "overlap" if one.kind == "not_overlap" else "identity"


PAGES = (
    desk_page_at(queue, "review"),
    desk_page_at(compare, "compare"),
    desk_page_at(decided, "decisions", posts=True),
)
