"""Every change can be told as of any time: what history rebuilds is what the store showed then."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.database import open_store
from store.history import history, listing_as_of
from tests.store_support import DAY, HOUR, NOW, Broken, Region, many, record

Seen = dict[str, tuple[str, str, str]]


def shown(region: Region) -> Seen:
    """What the store shows of every listing: words, uid, why it is withdrawn."""
    rows = region.rows("select id, coalesce(names ->> '$.fi', ''), uid, withdrawn_reason from listing")
    return {listing_id: (name, uid, reason) for listing_id, name, uid, reason in rows}


def test_every_change_is_told(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        region = Region(store)
        region.configure()
        others = many(6)
        for hours, answer in enumerate(
            [
                [record("a", "Yksi")],
                [record("a", "Kaksi")],
                [record("b", "Kaksi")],
                [],
                [record("b", "Kaksi")],
            ]
        ):
            region.harvest([*answer, *others], NOW + hours * HOUR)
        region.configure(NOW + 9 * HOUR, sources=("library",))
        listing_id = region.one("select id from listing where uid = 'b'")
        told = [
            (entry.what, entry.at, entry.before and entry.before.listing and entry.before.listing.name)
            for entry in history(store, listing_id)
        ]
        assert told == [
            ("new", NOW, None),
            ("changed", NOW + HOUR, {"fi": "Yksi"}),
            ("renamed", NOW + 2 * HOUR, {"fi": "Kaksi"}),
            ("withdrawn", NOW + 3 * HOUR, {"fi": "Kaksi"}),
            ("restored", NOW + 4 * HOUR, {"fi": "Kaksi"}),
            ("withdrawn", NOW + 9 * HOUR, {"fi": "Kaksi"}),
        ]
        assert [entry.harvest_id for entry in history(store, listing_id)] == [1, 2, 3, 4, 5, None]
        assert history(store, "nobody") == []


def test_before_it_was_seen_there_was_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        region = Region(store)
        region.configure()
        region.harvest(many(1))
        (listing_id,) = shown(region)
        assert listing_as_of(store, listing_id, NOW - HOUR) is None
        assert listing_as_of(store, "nobody", NOW) is None
        version = listing_as_of(store, listing_id, NOW)
        assert version is not None
        assert version.listing is not None
        assert (version.listing.id, version.listing.uid, version.withdrawn_at) == (listing_id, "u0", None)


_pool = st.tuples(st.sampled_from("abc"), st.sampled_from(["Yksi", "Kaksi"]))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(_pool, max_size=3, unique_by=lambda one: one[0]), min_size=1, max_size=7))
def test_history_rebuilds_what_was_shown_at_any_time(steps: list[list[tuple[str, str]]]) -> None:
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder)) as store:
        for connection in (store.public, store.private):
            connection.execute("pragma synchronous = off")  # hypothesis runs this many times, and nobody pulls the plug here
        region = Region(store)
        region.configure()
        versions: list[Seen] = []
        for step, chosen in enumerate(steps):
            region.harvest([*(record(uid, name) for uid, name in chosen), *many(3)], NOW + step * HOUR)
            versions.append(shown(region))
        for step, version in enumerate(versions):
            for listing_id in versions[-1]:
                found = listing_as_of(store, listing_id, NOW + step * HOUR + timedelta(minutes=1))
                told = (
                    None
                    if found is None or found.listing is None
                    else (found.listing.name["fi"], found.listing.uid, found.withdrawn_reason)
                )
                assert told == version.get(listing_id)


def test_what_became_private_is_erased_from_history_too(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        region = Region(store)
        region.configure()
        region.harvest([record("p", "Kissa"), *many(2)])
        region.harvest([record("p", "Toinen kissa"), *many(2)], NOW + HOUR)
        region.harvest([Broken(uid="p", outcome="not_public"), *many(2)], NOW + DAY)
        listing_id = region.one("select id from listing where uid = 'p'")
        assert [entry.before.listing for entry in history(store, listing_id) if entry.before] == [None, None]
        version = listing_as_of(store, listing_id, NOW)
        assert version is not None
        assert version.listing is None
