"""The referral list: chosen offers on one sheet of paper, at an address that holds their ids and the day it was made, nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from datasette import Response

from explorer.page import Asked
from explorer.referral_asking import Problem, day_in, unknown
from explorer.referral_cards import Card, Speaking, card
from explorer.referral_list_data import list_data, list_text
from explorer.referral_list_map import Drawn, drawn
from explorer.referral_outputs import ics_text
from explorer.referral_qr import qr
from explorer.referral_questions import LIST
from explorer.referral_reach import CONTACTS, SHOW, reach
from explorer.referral_speaking import PART, SECONDS, fetched, languages, public, query_of, refused, speaking
from explorer.referral_strip import Strip, strip
from store.referral import Hit
from store.referral_finding import Offer
from store.referral_lists import Listed, listed

MOST = 24
"""Ids of one list."""
_PARAMETERS = ("id", "tehty", "koko", SHOW)
_LARGE = "iso"
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing on the list."""

    number: int
    id: str
    """As the address has it."""
    card: Card | None
    """``None`` where nothing is known of it any more."""
    marks: tuple[tuple[str, str], ...]
    """What became of it since the list was made: kind and words."""
    is_gone: bool
    """It cannot be gone to any more."""
    without: str
    """Address of the list without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What the address holds."""

    ids: tuple[str, ...]
    made: date
    is_large: bool
    contacts_only: bool
    problems: tuple[Problem, ...]


async def list_page(asked: Asked, form: str) -> Response:
    """The list, as a page, as text for a message, as data or as a calendar."""
    t = asked.words(PART)
    told = _read(asked)
    if form and told.problems:
        return refused(asked, told.problems)
    words = await speaking(asked, is_on_paper=True)
    found = await asked.read(lambda connection: listed(connection, told.ids, asked.now), seconds=SECONDS)
    entries = tuple(_entry(number, one, told, words, asked) for number, one in enumerate(found, start=1))
    address = public(asked, _where(asked, told))
    if form == "txt":
        return asked.text(list_text(entries, address, fetched(asked, words), words), "text/plain; charset=utf-8")
    if form == "json":
        return asked.json(list_data(entries, told.made, address, words))
    if form == "ics":
        cards = [entry.card for entry in entries if entry.card and not entry.is_gone]
        last = date(asked.today.year + 1, 12, 31)
        body = ics_text(cards, f"{asked.about.region}: {t['list_title']}", last, public(asked, ""), words)
        return asked.text(body, "text/calendar; charset=utf-8", filename=f"{LIST[asked.language]}.ics")
    if form:
        return asked.missing()
    return await (_contacts(asked, told, entries, words) if told.contacts_only else _page(asked, told, entries, words, address))


async def _page(asked: Asked, told: _Asked, entries: Sequence[Entry], words: Speaking, address: str) -> Response:
    held = [entry for entry in entries if entry.card and not entry.is_gone]
    days: Strip = strip([(entry.number, entry.card) for entry in held if entry.card], words)
    picture: Drawn | None = drawn([(entry.number, entry.card.item) for entry in held if entry.card])
    changed = sum(1 for entry in entries if entry.marks)
    region = asked.datasette.region
    return await asked.page(
        "referral/list.html",
        PART,
        status=400 if told.problems else 200,
        languages=languages(asked, LIST),
        entries=entries,
        told=told,
        made=words.days.numeric(told.made),
        fetched=fetched(asked, words),
        changed=changed,
        strip=days,
        picture=picture,
        code=qr(address, words.t["list_qr"]) if entries else "",
        address=address,
        as_text=list_text(entries, address, fetched(asked, words), words),
        text_at=_where(asked, told, ".txt"),
        data_at=_where(asked, told, ".json"),
        calendar_at=_where(asked, told, ".ics"),
        other_size=_where(asked, told, is_large=not told.is_large),
        contacts_at=_where(asked, told, shown=CONTACTS),
        front=asked.href("referral"),
        contact=region.contact if region else None,
        contact_hours=words.days.text(region.contact.hours or {}) if region else "",
    )


async def _contacts(asked: Asked, told: _Asked, entries: Sequence[Entry], words: Speaking) -> Response:
    """The list as contacts alone; what is gone has none any more and is named in a note."""
    t = words.t
    held = [entry for entry in entries if entry.card and not entry.is_gone]
    gone = [f"{entry.card.name.text if entry.card else entry.id}: {entry.marks[0][1]}" for entry in entries if entry.is_gone]
    found = [reach(entry.card, words) for entry in held if entry.card]
    return await asked.page(
        "referral/contacts.html",
        PART,
        languages=languages(asked, LIST),
        title=t["list_title"],
        sentence=t("list_made", day=words.days.numeric(told.made)),
        front=asked.href("referral"),
        with_cards=_where(asked, told),
        notes=gone,
        groups=[("results", t["contacts_of"], found)] if found else [],
        none=t["list_empty"],
        fetched=fetched(asked, words),
    )


def _read(asked: Asked) -> _Asked:
    """The ids and the day; mistakes in words."""
    t, given = asked.words(PART), {name: asked.query.get(name) or "" for name in asked.query}
    problems = list(unknown(given, _PARAMETERS, t))
    ids = []
    for text in dict.fromkeys(one.strip() for one in asked.query.getlist("id")):
        if text and len(text) <= _LONGEST_ID and text.replace("-", "").isalnum() and text.isascii():
            ids.append(text)
        elif text:
            problems.append(Problem("id", t("list_wrong_id", value=text[:40])))
    if len(ids) > MOST:
        problems.append(Problem("id", t("list_many", n=MOST)))
    made = day_in(given.get("tehty", ""), asked.today) if given.get("tehty") else asked.today
    if made is None:
        problems.append(Problem("tehty", t("list_wrong_day", value=given["tehty"][:40])))
    if (size := given.get("koko", "")) not in {"", _LARGE}:
        problems.append(Problem("koko", t("wrong_choice", value=size[:40], choices=_LARGE)))
    if (shown := given.get(SHOW, "")) not in {"", CONTACTS}:
        problems.append(Problem("", t("wrong_choice", value=shown[:40], choices=CONTACTS)))
    return _Asked(
        ids=tuple(ids[:MOST]),
        made=made or asked.today,
        is_large=given.get("koko") == _LARGE,
        contacts_only=shown == CONTACTS and not problems,
        problems=tuple(problems),
    )


def _where(  # noqa: PLR0913 - each may be another one
    asked: Asked, told: _Asked, form: str = "", *, is_large: bool | None = None, ids: Sequence[str] | None = None, shown: str = ""
) -> str:
    """The address of the list, which is all there is of it."""
    large = told.is_large if is_large is None else is_large
    pairs = [("id", ident) for ident in (told.ids if ids is None else ids)]
    pairs += [("tehty", told.made.isoformat())] if pairs else []
    pairs += [("koko", _LARGE)] if large and not form else []
    pairs += [(SHOW, shown)] if shown else []
    return asked.href("referral", f"{LIST[asked.language]}{form}") + query_of(pairs)


def _entry(number: int, one: Listed, told: _Asked, words: Speaking, asked: Asked) -> Entry:
    item = one.item
    season = None
    if one.season:
        href = words.page_of("events", {"slug": one.season.slug, "is_series": one.season.is_series}, words.days.language)
        season = (href, one.season.first)
    made = (
        card(Offer(item=item, hit=Hit(id=item.id, start=item.dates[0].start if item.dates else None, km=None)), words, season)
        if item
        else None
    )
    return Entry(
        number=number,
        id=one.id,
        card=made,
        marks=tuple(_marks(one, told.made, words)),
        is_gone=item is None or item.withdrawn_at is not None or one.is_over or item.status == "EventCancelled",
        without=_where(asked, told, ids=[ident for ident in told.ids if ident != one.id]),
    )


def _marks(one: Listed, made: date, words: Speaking) -> Iterator[tuple[str, str]]:
    """What became of it, in words; nothing where all is as it was when the list was made."""
    item, t, days = one.item, words.t, words.days
    if item is None:
        yield "gone", t["list_unknown"]
        return
    changed = days.local(item.last_changed).date()
    if item.withdrawn_at is not None:
        yield "gone", t("list_gone", day=days.brief(days.local(item.withdrawn_at).date()))
    elif item.status == "EventCancelled":
        yield "gone", t["list_cancelled"]
    elif one.is_over:
        yield "gone", t["list_over"]
    elif changed > made:
        yield "changed", t("list_changed", day=days.brief(changed))
    for when in item.dates[:3]:
        if when.status == "EventCancelled" and item.status != "EventCancelled":
            yield "changed", t("list_cancelled_day", day=days.brief(when.day))
    if one.is_joined:
        yield "joined", t("list_joined", id=one.id)
