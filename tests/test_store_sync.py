"""What one answer changes: every case of the ledger, of absence, of identity and of doubt, on a real store."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from harvesters.errors import SuspiciousHarvest, Unreachable
from harvesters.record import NotModified, RawEvent, Reading, Validators
from store.harvests import due_facts, known, record_failure, record_not_modified
from store.known import Known
from store.sync import Harvested, plan
from tests.store_support import DAY, HELSINKI, HOUR, NOW, Broken, Region, active, many, record, weekly


def addresses(region: Region) -> dict[str, tuple[str, str]]:
    return {row[0]: row[1:] for row in region.rows("select id, event_id, slug from listing where withdrawn_at is null")}


# --- the ledger ------------------------------------------------------------------------------------------------------------------


def test_every_record_is_accounted_for(region: Region) -> None:
    answer: list[RawEvent | Broken] = [
        *many(3),
        weekly("w"),
        Broken(uid="b"),
        record("far", start=datetime(2090, 1, 1, 12, tzinfo=HELSINKI)),
        record("secret", access="PRIVATE"),
        Broken(uid="p", digest="hidden", outcome="not_public"),
        record("bad", rrule=("FREQ=SECONDLY",)),
    ]
    first = region.harvest([*answer, answer[0]])
    assert (first.read, first.stored, first.unchanged, first.set_aside, first.out_of_horizon, first.not_public) == (10, 4, 1, 2, 1, 2)
    assert (first.outcome, first.new) == ("changed", 4)
    second = region.harvest(answer, NOW + HOUR)
    assert (second.read, second.unchanged, second.outcome) == (9, 9, "unchanged")


def test_a_sum_that_is_off_fails_and_writes_nothing(region: Region) -> None:
    before = known(region.store, "choir", NOW)
    answer = Harvested(reading=Reading(read=2), normalized=(), validators=Validators(), fetched_at=NOW)
    with pytest.raises(SuspiciousHarvest) as caught:
        plan(before, answer, region.source("choir"), NOW)
    assert (caught.value.reason, caught.value.source) == ("ledger", "choir")
    assert region.rows("select * from harvest") == []


def test_of_two_records_of_one_identity_the_later_revision_is_shown_and_the_other_named(region: Region) -> None:
    old, new = record("twin", "Vanha", sequence=1), record("twin", "Uusi", sequence=2)
    results: list[tuple[str, list[tuple[str, str]]]] = []
    for order in ([old, new], [new, old]):
        summary = region.harvest(order, NOW + HOUR * len(results))
        results.append((region.one("select names from listing"), region.rows("select code, uid from issues where severity = 'error'")))
        assert summary.stored + summary.unchanged == summary.set_aside == 1
    assert results == [('{"fi":"Uusi"}', [("uid_twice", "twin")])] * 2
    assert region.harvest([old], NOW + 3 * HOUR).changed == 1
    assert region.one("select names from listing") == '{"fi":"Vanha"}'
    assert region.rows("select code from issues where severity = 'error'") == []


# --- unchanged is cheap ----------------------------------------------------------------------------------------------------------


def test_the_same_answer_writes_no_row_of_data(region: Region) -> None:
    region.harvest([*many(20), weekly("w"), Broken(uid="b")])
    before = region.rows("select * from listing")
    issues = region.rows("select * from issue")
    changes = region.plan([*many(20), weekly("w"), Broken(uid="b")], NOW + HOUR)
    assert changes.written + changes.withdrawn + changes.returned + changes.left + changes.back == ()
    assert changes.remember + changes.forget + changes.issues_added + changes.issues_gone == ()
    region.harvest([*many(20), weekly("w"), Broken(uid="b")], NOW + HOUR)
    assert region.rows("select * from listing") == before
    assert region.rows("select * from issue") == issues


def test_the_order_of_the_records_does_not_matter(region: Region) -> None:
    answer = [*many(12), weekly("w"), record("w", "Tonight elsewhere", recurrence_id=datetime(2026, 11, 27, 18, tzinfo=HELSINKI))]
    region.harvest(answer)
    shuffled = random.Random(1).sample(answer, len(answer))
    region.harvest(shuffled, source="library")
    question = "select uid, recurrence_id, names, start_utc, content_key from listing where source_id = ? order by uid, recurrence_id"
    assert region.rows(question, "choir") == region.rows(question, "library")
    master, override = region.rows("select event_id, slug from listing where source_id = 'library' and uid = 'w' order by recurrence_id")
    assert master == override


def test_a_record_whose_text_but_not_meaning_changed_is_no_change(region: Region) -> None:
    (one,) = many(1)
    region.harvest([one])
    summary = region.harvest([replace(one, digest="another", extra={"X-NOTE": "1"})], NOW + HOUR)
    assert (summary.outcome, summary.changed) == ("unchanged", 0)
    assert region.rows("select what from history") == [("new",)]
    assert region.plan([replace(one, digest="another")], NOW + 2 * HOUR).written == ()


def test_a_changed_record_keeps_id_event_and_address(region: Region) -> None:
    region.harvest([record("a", "Vanha nimi")])
    before = addresses(region)
    summary = region.harvest([record("a", "Uusi nimi")], NOW + HOUR)
    assert summary.changed == 1
    assert addresses(region) == before
    assert region.rows("select name, first_seen, last_changed from listings") == [
        ("Uusi nimi", "2026-11-01T06:00:00Z", "2026-11-01T07:00:00Z")
    ]


# --- absent, unreadable, private -------------------------------------------------------------------------------------------------


def test_one_that_is_gone_is_withdrawn_with_a_reason_and_comes_back(region: Region) -> None:
    region.harvest(many(10))
    before = addresses(region)
    assert region.harvest(many(9), NOW + HOUR).withdrawn == 1
    assert region.rows("select uid, withdrawn_at, withdrawn_reason, last_seen from listings where withdrawn_at is not null") == [
        ("u9", "2026-11-01T07:00:00Z", "absent", "2026-11-01T06:00:00Z")
    ]
    summary = region.harvest(many(10), NOW + 2 * HOUR)
    assert (summary.restored, summary.unchanged) == (1, 10)
    assert addresses(region) == before
    assert region.rows("select distinct last_seen from listings") == [("2026-11-01T08:00:00Z",)]


def test_an_incomplete_answer_withdraws_nothing_but_is_taken(region: Region) -> None:
    region.harvest(many(10))
    summary = region.harvest([many(10)[0], record("new")], NOW + HOUR, complete=False)
    assert (summary.withdrawn, summary.new) == (0, 1)
    assert len(active(region)) == 11
    assert region.one("select last_fetched from sources where id = 'choir'") == "2026-11-01T06:00:00Z"


@pytest.mark.parametrize(
    ("broken", "kept"),
    [
        (Broken(uid="w"), {"w|"}),
        (Broken(uid="w", recurrence_key="20261127T180000"), {"w|20261127T180000"}),
        (Broken(uid="w", recurrence_key="unknown"), {"w|", "w|20261127T180000"}),
        (Broken(uid="other"), set()),
        (Broken(uid=""), {"w|", "w|20261127T180000"}),
    ],
)
def test_unreadable_is_not_absent_now_nor_next_time(region: Region, broken: Broken, kept: set[str]) -> None:
    series = [weekly("w"), record("w", "Poikkeus", recurrence_id=datetime(2026, 11, 27, 18, tzinfo=HELSINKI))]
    region.harvest([*many(3), *series])
    for hours in (1, 2, 3):
        region.harvest([*many(3), broken], NOW + hours * HOUR)
        found = region.rows("select uid || '|' || recurrence_id from listing where uid = 'w' and withdrawn_at is null")
        assert {row[0] for row in found} == kept
    if broken.recurrence_key != "20261127T180000":
        region.harvest(many(3), NOW + 4 * HOUR)
        assert region.one("select count(*) from listing where withdrawn_at is null") == 3


def test_a_record_that_normalize_refuses_keeps_its_last_good_listing(region: Region) -> None:
    region.harvest([weekly("w"), *many(2)])
    for hours in (1, 2):
        summary = region.harvest([record("w", rrule=("FREQ=SECONDLY",)), *many(2)], NOW + hours * HOUR)
        assert summary.withdrawn == 0
    assert region.one("select count(*) from listing where withdrawn_at is null") == 3


def test_what_is_over_stays_and_is_only_no_longer_seen(region: Region) -> None:
    region.harvest(many(20))
    later = NOW + 15 * DAY
    summary = region.harvest(many(20)[10:], later)
    assert (summary.outcome, summary.withdrawn) == ("unchanged", 0)
    assert region.one("select count(*) from listings where withdrawn_at is null") == 20
    assert region.rows("select last_seen, count(*) from listings group by 1") == [
        ("2026-11-01T06:00:00Z", 10),
        ("2026-11-16T06:00:00Z", 10),
    ]
    region.harvest(many(20), later + HOUR)
    assert region.rows("select distinct last_seen from listings") == [("2026-11-16T07:00:00Z",)]


def test_a_series_is_over_when_its_last_occurrence_is(region: Region) -> None:
    region.harvest([weekly("w"), record("s", rrule=("FREQ=WEEKLY;COUNT=3",)), *many(1, first=60)])
    region.relate()
    later = NOW + 40 * DAY
    assert region.harvest(many(1, first=60), later).withdrawn == 1
    assert region.rows("select uid, withdrawn_reason from listings where withdrawn_at is not null") == [("w", "absent")]


def test_one_that_moved_out_of_the_horizon_says_so(region: Region) -> None:
    region.harvest([record("a"), *many(2)])
    far = record("a", start=datetime(2035, 1, 1, 12, tzinfo=HELSINKI))
    assert region.harvest([far, *many(2)], NOW + HOUR).withdrawn == 1
    assert region.rows("select uid, withdrawn_reason from listings where withdrawn_at is not null") == [("a", "out_of_horizon")]


@pytest.mark.parametrize("way", ["reader", "normalize"])
def test_one_that_became_private_loses_every_word_at_once(region: Region, way: str) -> None:
    canary = "Salaisuuskissa"
    region.harvest([record("p", canary, location="Kissatalo", url="https://kissa.example/"), *many(2)])
    region.harvest([record("p", f"{canary} muuttui", location="Kissatalo"), *many(2)], NOW + HOUR)
    hidden = Broken(uid="p", digest="hidden", outcome="not_public") if way == "reader" else record("p", canary, access="PRIVATE")
    assert region.harvest([hidden, *many(2)], NOW + 2 * HOUR).withdrawn == 1
    row = "select name, place_text, url, withdrawn_reason from listings where uid = 'p'"
    assert region.rows(row) == [("", "", None, "not_public")]
    for connection in (region.store.public, region.store.private):
        dump = "\n".join(connection.iterdump())
        assert canary.lower() not in dump.lower()
        assert "kissa" not in dump.lower()
    summary = region.harvest([record("p", "Julkinen taas"), *many(2)], NOW + 3 * HOUR)
    assert summary.restored == 1
    assert region.one("select slug from listing where uid = 'p'").startswith("julkinen-taas-")


def test_private_is_obeyed_even_where_the_answer_is_not_believed(region: Region) -> None:
    region.harvest([record("p"), *many(20)])
    summary = region.harvest([Broken(uid="p", outcome="not_public"), *many(2)], NOW + HOUR)
    assert (summary.outcome, summary.withdrawn) == ("held", 1)
    assert len(active(region)) == 20


# --- identity --------------------------------------------------------------------------------------------------------------------


def test_uids_that_change_at_every_fetch(region: Region) -> None:
    plain = many(50)
    region.harvest(plain)
    before = addresses(region)
    for fetch in range(1, 20):
        fresh = [replace(raw, uid=f"{raw.uid}-{fetch}", digest=f"{raw.digest}-{fetch}") for raw in plain]
        if known(region.store, "choir", NOW).identity == "content":
            fresh = [replace(raw, digest=old.digest) for raw, old in zip(fresh, plain, strict=True)]
        summary = region.harvest(fresh, NOW + fetch * HOUR)
        assert (summary.new, summary.withdrawn, summary.changed) == (0, 0, 0), fetch
        assert addresses(region) == before
        assert (known(region.store, "choir", NOW).identity == "content") is (fetch >= 2)
    assert summary.unchanged == 50
    assert region.rows("select code, severity, uid from issues") == [("uids_change", "warning", "")]
    assert region.one("select last_changed from listings limit 1") == "2026-11-01T06:00:00Z"


def test_a_migration_changes_all_uids_once(region: Region) -> None:
    old = many(50)
    region.harvest(old)
    before = addresses(region)
    moved = [replace(raw, uid=f"new-{raw.uid}", digest=f"new-{raw.digest}") for raw in old[:47]]
    edited = [record(f"new-{n}", f"Muutettu {n}", raw.start) for n, raw in enumerate(old[47:])]
    summary = region.harvest(moved + edited, NOW + HOUR)
    assert (summary.renamed, summary.new, summary.withdrawn) == (47, 3, 3)
    assert sum(addresses(region).get(key) == value for key, value in before.items()) == 47
    assert region.harvest(moved + edited, NOW + 2 * HOUR).outcome == "unchanged"
    assert known(region.store, "choir", NOW).identity == "uid"


def test_a_series_keeps_its_event_with_overrides_new_and_old(region: Region) -> None:
    third, fourth = datetime(2026, 12, 4, 18, tzinfo=HELSINKI), datetime(2026, 12, 11, 18, tzinfo=HELSINKI)
    region.harvest([weekly("w"), record("w", "Poikkeus", recurrence_id=third), *many(3)])
    event = region.one("select distinct event_id from listing where uid = 'w'")
    answer = [weekly("v"), record("v", "Poikkeus", recurrence_id=third), record("v", "Toinen", recurrence_id=fourth), *many(3)]
    region.harvest(answer, NOW + HOUR)
    assert region.rows("select distinct event_id, uid from listing where withdrawn_at is null and uid in ('v', 'w')") == [(event, "v")]
    # the old uid now belongs to somebody else: its own id is taken, so it gets another, and an event of its own
    region.harvest([*answer, weekly("w", name="Aivan muu")], NOW + 2 * HOUR)
    rows = region.rows("select uid, event_id, slug from listing where withdrawn_at is null and recurrence_id = '' and uid in ('v', 'w')")
    assert len({row[1] for row in rows}) == len({row[2] for row in rows}) == 2


def test_the_same_uid_in_another_source_is_another_listing(region: Region) -> None:
    region.harvest([record("thief", "Oma"), *many(3)])
    before = region.rows("select * from listing order by id")
    region.harvest([record("thief", "Varas"), *many(3)], source="library")
    region.harvest(many(3), NOW + HOUR, source="library")
    assert region.rows("select * from listing where source_id = 'choir' order by id") == before


# --- what is remembered for the next fetch ---------------------------------------------------------------------------------------


def test_a_record_beyond_the_horizon_is_read_again_when_its_day_comes(region: Region) -> None:
    far = record("far", start=datetime(2028, 3, 1, 18, tzinfo=HELSINKI))
    region.harvest([far, *many(3)], etag='"1"')
    (day,) = region.rows("select reconsider from remembered")
    later = datetime.combine(date.fromisoformat(day[0]), NOW.timetz())
    assert known(region.store, "choir", NOW + HOUR).digests[far.digest] == "out_of_horizon"
    before = known(region.store, "choir", later)
    assert far.digest not in before.digests
    assert before.validators == Validators()
    assert region.harvest([far, *many(3)], later, etag='"1"').out_of_horizon == 1
    assert region.harvest([far, *many(3)], later + HOUR).unchanged == 4
    assert region.harvest([far], datetime(2027, 3, 1, 6, tzinfo=HELSINKI)).new == 1
    assert region.rows("select * from remembered") == []


@pytest.mark.parametrize(("hours", "conditional"), [(1, True), (23, True), (25, False)])
def test_once_a_day_the_whole_answer_is_asked_for(region: Region, hours: int, *, conditional: bool) -> None:
    region.harvest(many(3), etag='"1"')
    record_not_modified(region.store, region.source("choir"), NotModified(source_id="choir", fetched_at=NOW), NOW + HOUR / 2)
    assert (known(region.store, "choir", NOW + hours * HOUR).validators.etag == '"1"') is conditional


def test_a_source_that_means_something_else_now_is_read_again(region: Region) -> None:
    region.harvest([record("a", location="Pikkusali"), *many(2)], etag='"1"')
    region.configure(lookups={"place": {"Pikkusali": "Saarisali"}})
    before = known(region.store, "choir", NOW + HOUR)
    assert (before.digests, before.validators) == ({}, Validators())
    summary = region.harvest([record("a", location="Pikkusali"), *many(2)], NOW + HOUR, etag='"1"')
    assert (summary.changed, summary.stored) == (1, 3)
    assert region.one("select place_id from listings where uid = 'a'") == "hall"
    assert known(region.store, "choir", NOW + 2 * HOUR).validators.etag == '"1"'


def test_issues_of_unchanged_records_stay_and_those_of_mended_ones_go(region: Region) -> None:
    region.harvest([record("a", location="Jossain"), Broken(uid="b"), *many(2)])
    assert region.rows("select code, uid from issues order by code") == [("no_start", "b"), ("place_unknown", "a")]
    before = region.rows("select rowid_of.id from issue rowid_of")
    region.harvest([record("a", location="Jossain"), Broken(uid="b"), *many(3)], NOW + HOUR)
    assert region.rows("select rowid_of.id from issue rowid_of") == before
    region.harvest([record("a"), Broken(uid="b"), *many(3)], NOW + 2 * HOUR)
    assert region.rows("select code, message_fi <> '' from issues") == [("no_start", 1)]


# --- the log ---------------------------------------------------------------------------------------------------------------------


def test_failures_are_states_and_touch_no_data(region: Region) -> None:
    region.harvest(many(3), etag='"1"')
    listings = region.rows("select * from listing")
    source = region.source("choir")
    for hours in (1, 2):
        error = Unreachable("no answer within 30 s", reason="timeout", source="choir", status=None)
        summary = record_failure(region.store, source, error, NOW + hours * HOUR)
        assert (summary.outcome, summary.state, summary.message) == ("failed", "unreachable", "no answer within 30 s")
    assert region.rows("select state, state_since, problem, reason, last_fetched from sources where id = 'choir'") == [
        ("unreachable", "2026-11-01T07:00:00Z", "no answer within 30 s", "timeout", "2026-11-01T06:00:00Z")
    ]
    assert due_facts(region.store)["choir"].failures == 2
    assert region.rows("select * from listing") == listings
    assert known(region.store, "choir", NOW + 3 * HOUR).validators.etag == '"1"'
    answer = NotModified(source_id="choir", fetched_at=NOW, validators=Validators(last_modified="Sun"))
    assert record_not_modified(region.store, source, answer, NOW + 3 * HOUR).outcome == "unchanged"
    assert region.rows("select state, problem, last_fetched from sources where id = 'choir'") == [("ok", "", "2026-11-01T09:00:00Z")]
    after = known(region.store, "choir", NOW + 3 * HOUR).validators
    assert (after.etag, after.last_modified, after.body_digest) == ('"1"', "Sun", '"1"')
    assert due_facts(region.store)["choir"].last_started == NOW + 3 * HOUR


def test_a_secret_address_never_enters_the_log(region: Region) -> None:
    region.configure(url="https://secret.example/${FEED_TOKEN}/basic.ics")
    address = "https://secret.example/canary-token/basic.ics"
    error = Unreachable(f"{address} answered 500 (then https://other.example/canary-token?x)", reason="status", url=address)
    summary = record_failure(region.store, region.source("choir"), error, NOW)
    assert "canary" not in summary.message
    assert "secret.example" in summary.message
    assert "canary" not in "\n".join(region.store.public.iterdump())
    assert region.one("select address from sources where id = 'choir'") == "secret.example"


def test_planning_is_pure(region: Region) -> None:
    region.harvest(many(10))
    before: Known = known(region.store, "choir", NOW + HOUR)
    again = region.plan(many(8), NOW + HOUR)
    assert region.plan(many(8), NOW + HOUR) == again
    assert known(region.store, "choir", NOW + HOUR) == before


def test_the_raw_record_is_in_the_private_file_only(region: Region) -> None:
    region.harvest([record("a", "Nimi", extra={"X-CANARY": "kanarialintu"})])
    assert [json.loads(row[0]) for row in region.store.private.execute("select extra from raw")] == [{"X-CANARY": "kanarialintu"}]
    assert "kanarialintu" not in "\n".join(region.store.public.iterdump())
    region.harvest([record("b", "Muu")], NOW + HOUR)
    region.configure(NOW + timedelta(days=20))
    assert region.store.private.execute("select count(*) from raw").fetchone() == (2,)
    region.configure(NOW + timedelta(days=40))
    assert region.store.private.execute("select count(*) from raw").fetchone() == (1,)
