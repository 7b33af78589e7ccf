"""Who told an event: its sources, what each of them told and calls it, and other events that are much like it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from normalize.links import web_address
from publish.almanac import Almanac
from publish.contradictions import field_name, fields_by_listing
from publish.dates import sentence
from publish.edition import Edition
from publish.views import Link, Origin, Prose
from store.reading import EventRow, ListingRow, SimilarRow, SourceRow

STALE_AFTER = timedelta(days=7)
_ALIKE_SHOWN = 5
_NAMES_SHOWN = 3
_TEXTS = ("name", "description")


def origins(event: EventRow, edition: Edition) -> Iterator[Origin]:
    """Every source of the item with the day its facts were last confirmed; a past item's is told no more, for it changes no more."""
    told = edition.almanac.told.get(event.id, ())
    fields = _fields(event, told, edition)
    for source_id in event.source_ids:
        source = edition.almanac.sources.get(source_id)
        if source is not None:
            theirs = [row for row in told if row.source_id == source_id]
            yield _origin(event, source, theirs, fields.get(source_id, ""), edition)


def _origin(event: EventRow, source: SourceRow, listings: Sequence[ListingRow], fields: str, edition: Edition) -> Origin:
    fetched, is_stale = _confirmed(event, source, listings, edition)
    is_joined = len(event.source_ids) > 1
    return Origin(
        source=Link(edition.href("source", source.id), source.title),
        fetched=fetched,
        stale=is_stale,
        fields=edition.words("origin.fields", fields=fields) if fields else "",
        name=_called(event, listings, edition) if is_joined else Prose(""),
        page=_page(event, listings, edition) if is_joined else Link("", ""),
    )


def _confirmed(event: EventRow, source: SourceRow, listings: Sequence[ListingRow], edition: Edition) -> tuple[str, bool]:
    """When the source was last fetched, or had the item last, in words; whether that is long ago."""
    seen, fetched = seen_and_fetched(source, listings, edition.almanac)
    if event.withdrawn_at is not None or edition.almanac.ended(event) or fetched is None:
        return "", False
    if edition.almanac.today - fetched > STALE_AFTER:
        return edition.words("origin.stale", date=edition.dates.numeric(fetched)), True
    if seen is not None and seen < fetched:
        return edition.words("origin.seen", date=edition.dates.numeric(seen)), False
    return edition.words("origin.fetched", date=edition.dates.numeric(fetched)), False


def seen_and_fetched(source: SourceRow, listings: Sequence[ListingRow], almanac: Almanac) -> tuple[date | None, date | None]:
    """The day on which the source had the item last, and the day on which it was fetched last."""
    seen = max((row.last_seen for row in listings if row.last_seen is not None), default=None)
    return almanac.local(seen).date() if seen else None, almanac.local(source.last_fetched).date() if source.last_fetched else None


def _called(event: EventRow, listings: Sequence[ListingRow], edition: Edition) -> Prose:
    """The name it has there, where that is none of the item's own."""
    ours = {text.casefold() for text in event.name.values()}
    for row in listings:
        name = edition.titled(row.name)
        if name.text and not any(text.casefold() in ours for text in row.name.values()):
            return name
    return Prose("")


def _page(event: EventRow, listings: Sequence[ListingRow], edition: Edition) -> Link:
    """The item's page there; the one that stands among the answers is not named again."""
    shown = web_address(event.url)
    address = next((found for row in listings if (found := web_address(row.url)) and found != shown), "")
    return Link(address, edition.words("origin.page"), rel="external") if address else Link("", "")


def _fields(event: EventRow, told: Sequence[ListingRow], edition: Edition) -> dict[str, str]:
    """Source id -> what is from it, in words; nothing where all is from one source."""
    found: dict[str, list[str]] = {}
    for source_id, field in fields_by_listing(event, told):
        found.setdefault(source_id, []).append(_label(event, field, edition))
    if len(found) <= 1:
        return {}
    return {source_id: ", ".join(dict.fromkeys(labels)) for source_id, labels in found.items()}


def _label(event: EventRow, field: str, edition: Edition) -> str:
    """The field in words, with its language where the item has the text in several."""
    words, (stem, _, language) = edition.words, field.partition(".")
    label = field_name(field, edition)
    texts = event.name if stem == "name" else event.description
    if stem not in _TEXTS or not language or len(texts) <= 1:
        return label
    return words("origin.in_language", field=label, language=words(words.known(f"language.{language}", "language.other")))


def other_names(event: EventRow, shown: Prose, edition: Edition) -> tuple[Prose, ...]:
    """What other listings call the item in other languages: a reader may know it by that name."""
    first = event.origins.get(f"name.{shown.lang or edition.language}")
    known = {shown.text.casefold()}
    found = []
    for language, text in sorted(event.name.items()):
        if first and event.origins.get(f"name.{language}") not in {None, first} and text.casefold() not in known:
            known.add(text.casefold())
            found.append(Prose(edition.titled({language: text}).text, "" if language == edition.language else language))
    return tuple(found[:_NAMES_SHOWN])


def alike(event: EventRow, almanac: Almanac) -> list[tuple[SimilarRow, EventRow]]:
    """Other items of nearly the same content that are still to come, the nearest first; none for what is over itself."""
    if event.withdrawn_at is not None or almanac.ended(event):
        return []
    rows = ((row, almanac.events[row.event_b if row.event_a == event.id else row.event_a]) for row in almanac.similar.get(event.id, ()))
    return [(row, other) for row, other in rows if almanac.upcoming(other.id)][:_ALIKE_SHOWN]


def alike_links(event: EventRow, edition: Edition) -> tuple[tuple[Link, str], ...]:
    """The links to them, each with its next day."""
    return tuple((event_link(other, edition), sentence(next_day(other, edition))) for _, other in alike(event, edition.almanac))


def event_link(event: EventRow, edition: Edition) -> Link:
    """The page of an event under its name."""
    name = edition.titled(event.name)
    return Link(edition.item_href(event), name.text, name.lang)


def next_day(event: EventRow, edition: Edition) -> str:
    """``ti 24.11.``: its next day; ``""`` where none is known."""
    upcoming = edition.almanac.upcoming(event.id)
    return edition.dates.short(upcoming[0].day) if upcoming else ""
