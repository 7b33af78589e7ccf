"""The listings that one answer writes: ids, events and addresses that stay, and what differs. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from normalize.identity import content_key, event_id, listing_id, slug
from store.changes import What, Written
from store.columns import ListingColumns, columns
from store.known import Known, KnownListing
from store.matching import Arrival, Matches
from store.text import best


def written(known: Known, matches: Matches) -> Iterator[Written]:
    """One for each listing that is new or differs in anything, its digest included."""
    for row, arrival in (*matches.updates, *matches.renames):
        now = columns(arrival.listing, known.region)
        key = content_key(arrival.listing)
        if what := _what(row, arrival, now, key):
            yield _write(what, row, arrival, now, key)
    if matches.fresh:
        names = _Names.of(known, matches)
        for arrival in matches.fresh:
            yield names.new(arrival, known)


def _what(row: KnownListing, arrival: Arrival, now: ListingColumns, key: str) -> What | None:
    """Why a known listing is written; ``None`` when there is nothing to write."""
    if row.withdrawn_at is not None:
        return "restored"
    if row.uid != arrival.listing.uid:
        return "renamed"
    if row.content != now.content:
        return "changed"
    if (row.digest, row.content_key, row.last_seen) != (arrival.raw.digest, key, None):
        return "touched"
    return None


def _write(what: What, row: KnownListing, arrival: Arrival, now: ListingColumns, key: str) -> Written:
    """A known listing with what the source says now; its id, its event and its address stay."""
    return Written(
        what=what,
        id=row.id,
        uid=arrival.listing.uid,
        recurrence_id=arrival.listing.recurrence_id,
        event_id=row.event_id,
        slug=row.slug if row.digest else slug(best(arrival.listing.name), row.event_id),
        digest=arrival.raw.digest,
        content_key=key,
        columns=now,
        altered=what == "restored" or row.content != now.content,
        raw_text=arrival.raw.text,
        raw_extra=arrival.raw.extra,
    )


@dataclass(slots=True)
class _Names:
    """Ids and addresses that are taken, so that a new listing joins its event and never takes another's name."""

    listings: set[str]
    owners: dict[str, str]
    """Event id -> the uid whose event it is."""
    events: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Uid -> (event id, slug); the slug is empty where it was erased."""

    @classmethod
    def of(cls, known: Known, matches: Matches) -> _Names:
        """The names as they are once the renamed listings have their new uids; a listing that is shown outranks a withdrawn one."""
        uids = {row.id: arrival.listing.uid for row, arrival in matches.renames}
        names = cls(listings={row.id for row in known.listings}, owners={})
        for row in sorted(known.listings, key=lambda row: (row.withdrawn_at is None, row.id)):
            uid = uids.get(row.id, row.uid)
            names.owners[row.event_id] = uid
            names.events[uid] = (row.event_id, row.slug if row.digest else "")
        return names

    def new(self, arrival: Arrival, known: Known) -> Written:
        """A listing seen for the first time."""
        listing = arrival.listing
        event, address = self.events.get(listing.uid, ("", ""))
        event = event or _free(lambda uid: event_id(known.source_id, uid), listing.uid, lambda found: found in self.owners)
        address = address or slug(best(listing.name), event)
        identifier = _free(
            lambda uid: listing_id(known.source_id, uid, listing.recurrence_id), listing.uid, lambda found: found in self.listings
        )
        self.listings.add(identifier)
        self.owners[event] = listing.uid
        self.events[listing.uid] = (event, address)
        return Written(
            what="new",
            id=identifier,
            uid=listing.uid,
            recurrence_id=listing.recurrence_id,
            event_id=event,
            slug=address,
            digest=arrival.raw.digest,
            content_key=content_key(listing),
            columns=columns(listing, known.region),
            altered=True,
            raw_text=arrival.raw.text,
            raw_extra=arrival.raw.extra,
        )


def _free(make: Callable[[str], str], uid: str, taken: Callable[[str], bool]) -> str:
    """The id that belongs to the uid, or, where a renamed listing keeps that id, the first free one after it."""
    found, number = make(uid), 1
    while taken(found):
        number += 1
        found = make(f"{uid}\n{number}")
    return found
