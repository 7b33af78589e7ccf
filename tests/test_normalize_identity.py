"""Ids, slugs and the second key: normalize.identity."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.identity import (
    ALPHABET,
    ID_LENGTH,
    SLUG_ID,
    SLUG_WORDS,
    UID_LIMIT,
    content_key,
    event_id,
    kept_uid,
    listing_id,
    occurrence_id,
    slug,
)
from normalize.model import Listing, Recurrence

UIDS = st.text(max_size=400) | st.sampled_from(
    ["", "../../etc/passwd", "a" * 10_000, "\ud800", "UID", "uid", " uid ", "b" * 255, "b" * 256]
)
ID = re.compile(rf"^[{ALPHABET}]{{{ID_LENGTH}}}$")
HELSINKI = ZoneInfo("Europe/Helsinki")


def listing(**changes: object) -> Listing:
    fields: dict[str, object] = {
        "id": listing_id("s", "u"),
        "source_id": "s",
        "uid": "u",
        "digest": "d",
        "name": {"fi": "Kielikahvila"},
        "start": datetime(2026, 11, 26, 17, tzinfo=HELSINKI),
        "timezone": "Europe/Helsinki",
        "organizer_id": "o",
        "place_text": "Pääkirjasto",
    }
    return Listing.model_validate(fields | changes)


def test_ids_are_what_they_were() -> None:
    """An address once given out must be right for ever: if this fails, every page has moved."""
    assert listing_id("s12", "abc@google.com") == "c9bwz0w5250zj632"
    assert listing_id("s12", "abc@google.com", "20261124T100000") == "b5r16h3gqm0g1vn8"
    assert event_id("s12", "abc@google.com") == "m7wmg9cn2phmxxs0"


def test_the_alphabet_spells_no_words() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) == 29
    assert not set("aeiouyåäöl") & set(ALPHABET)


@settings(max_examples=100, deadline=None)
@given(UIDS, UIDS, st.sampled_from(["", "20261124", "20261124T100000"]))
def test_ids_are_safe_names_and_differ_where_the_uids_do(one: str, other: str, recurrence_id: str) -> None:
    ids = listing_id("s", one, recurrence_id), event_id("s", one)
    assert all(ID.match(identifier) for identifier in ids)
    assert (listing_id("s", one) == listing_id("s", other)) == (kept_uid(one) == kept_uid(other))
    assert len({*ids, listing_id("s2", one, recurrence_id), event_id("s2", one)}) == 4


@settings(max_examples=100, deadline=None)
@given(UIDS)
def test_a_kept_uid_is_short_and_names_the_same_record(uid: str) -> None:
    kept = kept_uid(uid)
    assert len(kept) <= UID_LIMIT
    assert kept_uid(kept) == kept
    assert listing_id("s", kept) == listing_id("s", uid)
    kept.encode()


def test_uids_compare_exactly_after_trimming() -> None:
    assert listing_id("s", " Uid ") == listing_id("s", "Uid") != listing_id("s", "uid")
    assert kept_uid("a" * 300) != kept_uid("a" * 299)


def test_parts_do_not_run_into_each_other() -> None:
    assert listing_id("s", "u", "20261124") != listing_id("s", "u2", "0261124")
    assert occurrence_id("6w2z4p3b1m4wmnc0", "20261124") == "6w2z4p3b1m4wmnc0-20261124"


SLUGS = [
    ("Joulumyyjäiset", "joulumyyjaiset"),
    ("Kyläkirppis & kahvit 28.11.", "kylakirppis-kahvit-28-11"),
    ("  Åbo  Ögon – Øresund Straße ", "abo-ogon-oresund-strasse"),
    ("Čáhcesuolu đŋŧ", "cahcesuolu-dnt"),
    ("../../etc/passwd", "etc-passwd"),
    (
        "Ikäihmisten tuolijumppa Torikulmassa joka tiistai aamulla kello kymmenen",
        "ikaihmisten-tuolijumppa-torikulmassa-joka-tiistai-aamulla",
    ),
    ("a" * 100, "a" * 60),
]


@pytest.mark.parametrize(("name", "expected"), SLUGS)
def test_a_slug_is_the_words_and_the_beginning_of_the_id(name: str, expected: str) -> None:
    assert slug(name, "6w2z4p3b1m4wmnc0") == f"{expected}-6w2z4p"


def test_a_name_without_latin_letters_gives_the_id() -> None:
    assert slug("Языковое кафе", "6w2z4p3b1m4wmnc0") == "6w2z4p3b1m4wmnc0"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_every_slug_is_a_safe_file_name(name: str) -> None:
    made = slug(name, "6w2z4p3b1m4wmnc0")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= SLUG_WORDS + 1 + SLUG_ID


SAME = [
    {"uid": "other", "id": listing_id("s", "other")},
    {"name": {"fi": "KIELIKAHVILA "}},
    {"start": datetime(2026, 11, 26, 15, tzinfo=UTC)},
    {"digest": "e", "sequence": 7, "url": "https://x.fi"},
]
OTHER = [
    {"name": {"fi": "Kielikahvila 2"}},
    {"name": {"sv": "Kielikahvila"}},
    {"start": datetime(2026, 11, 26, 18, tzinfo=HELSINKI)},
    {"start": date(2026, 11, 26)},
    {"end": datetime(2026, 11, 26, 18, tzinfo=HELSINKI)},
    {"place_text": "Torikulma"},
    {"recurrence_id": "20261126T170000"},
    {"recurrence": Recurrence(rrule=("FREQ=WEEKLY",))},
]


@pytest.mark.parametrize("changes", SAME)
def test_a_renamed_uid_keeps_its_content_key(changes: dict[str, object]) -> None:
    assert content_key(listing(**changes)) == content_key(listing())


@pytest.mark.parametrize("changes", OTHER)
def test_another_event_has_another_content_key(changes: dict[str, object]) -> None:
    assert content_key(listing(**changes)) != content_key(listing())


def test_an_exception_and_an_added_date_are_not_the_same() -> None:
    day = datetime(2026, 12, 24, 17, tzinfo=HELSINKI)
    keys = {
        content_key(listing(recurrence=rule))
        for rule in (Recurrence(rdate=(day,)), Recurrence(exdate=(day,)), Recurrence(rdate=(day,), exdate=(day,)))
    }
    assert len(keys) == 3
