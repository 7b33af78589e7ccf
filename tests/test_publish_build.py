"""A build makes only what changed, never touches the tree that is read, and lets no address die."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters.errors import KoosteError
from harvesters.source import OrganizerEntry, Source
from kooste.vocabulary import vocabulary
from normalize.model import Recurrence
from publish.addresses import Addresses, Target, safe
from publish.build import build
from publish.guard import check_build
from publish.tree import Entry, Manifest, Trees
from store.configuration import sync_configuration
from store.database import open_store
from store.snapshot import freeze
from tests.publish_rows import NOW, HandMade, at, files, joined, page, publish, schedules, single, small_region

DAY = timedelta(days=1)


def renamed(rows: HandMade, index: int, name: str) -> HandMade:
    row = rows.event_rows[index]
    return rows.with_event(replace(row, name={"fi": name}, last_changed=NOW.astimezone(UTC), sequence=row.sequence + 1))


def test_the_same_data_makes_nothing(tmp_path: Path) -> None:
    first = publish(small_region(), tmp_path)
    link = str((tmp_path / "public").readlink())
    again = publish(small_region(), tmp_path, whole="another snapshot of the same rows")
    assert (again.rendered, again.written, again.switched) == (0, 0, False)
    assert (again.pages, again.unchanged) == (first.pages, first.pages)
    assert str((tmp_path / "public").readlink()) == link


def test_a_real_snapshot_published_twice(tmp_path: Path) -> None:
    origin = Source(id="s13", title="Eläkeväki", organizer=OrganizerEntry(name="Eläkeväki"), format="ical", url="https://s13.example/k.ics")
    config = schedules().model_copy(update={"sources": (origin,)})
    with open_store(tmp_path) as store:
        sync_configuration(store, config, vocabulary(), NOW)
        snapshot = freeze(store, NOW)
    seen: list[tuple[int, int]] = []
    first = build(snapshot, tmp_path, config, now=NOW, progress=lambda done, total: seen.append((done, total)))
    assert first.switched
    assert seen[-1][0] == seen[-1][1]
    again = build(snapshot, tmp_path, config, now=NOW + timedelta(hours=1))
    assert (again.rendered, again.written, again.switched, again.pages) == (0, 0, False, first.pages)


def test_one_changed_event_makes_only_the_pages_that_show_it(tmp_path: Path) -> None:
    rows = small_region()
    publish(rows, tmp_path)
    before = files(tmp_path)
    report = publish(renamed(rows, 4, "Pikkujoulut"), tmp_path)
    after = files(tmp_path)
    different = {path for path in after if after[path] != before.get(path)}
    assert report.switched
    assert report.rendered == report.written
    assert different == {path for path in after if b"Pikkujoulut" in after[path]} | {"build.json", "sitemap.xml"}
    assert len(different) < report.unchanged / 4


def test_step_by_step_gives_the_same_bytes_as_from_scratch(tmp_path: Path) -> None:
    rows = small_region()
    steps, whole = tmp_path / "steps", tmp_path / "whole"
    for made in (rows, renamed(rows, 0, "Toinen nimi"), renamed(rows, 3, "Kolmas")):
        publish(made, steps)
    publish(renamed(rows, 3, "Kolmas"), whole)
    once, stepped = files(whole), files(steps)
    assert {path: stepped[path] for path in once if path != "build.json"} == {path: once[path] for path in once if path != "build.json"}


def first(rows: HandMade, kind: str, **fields: object) -> HandMade:
    """The rows with the first one of a kind changed."""
    kept = list(getattr(rows, kind))
    changed: dict[str, Any] = {kind: [replace(kept[0], **fields), *kept[1:]]}
    return replace(rows, **changed)


MUTATIONS: dict[str, Callable[[HandMade], HandMade]] = {
    "an event's name": lambda rows: renamed(rows, 0, "Toinen nimi"),
    "an event's description": lambda rows: first(rows, "event_rows", description={"fi": "<p>Uusi kuvaus.</p>"}),
    "an event's rule": lambda rows: first(rows, "event_rows", recurrence=Recurrence(rrule=("FREQ=DAILY",))),
    "an event's status": lambda rows: first(rows, "event_rows", event_status="EventCancelled"),
    "an event's language": lambda rows: first(rows, "event_rows", in_language=("fi", "sv")),
    "an event is withdrawn": lambda rows: first(rows, "event_rows", withdrawn_at=NOW.astimezone(UTC)),
    "an event has another source": lambda rows: first(rows, "event_rows", source_ids=()),
    "a date's status": lambda rows: first(rows, "occurrence_rows", event_status="EventCancelled"),
    "a date's name": lambda rows: first(rows, "occurrence_rows", name={"fi": "Toisin"}),
    "a date is gone": lambda rows: replace(rows, occurrence_rows=rows.occurrence_rows[1:]),
    "a place's name": lambda rows: first(rows, "place_rows", name={"fi": "Uusi talo"}),
    "a place's address": lambda rows: first(rows, "place_rows", address="Rantatie 2"),
    "a place is gone": lambda rows: replace(rows, place_rows=[]),
    "an organizer's name": lambda rows: first(rows, "organizer_rows", name={"fi": "Uusi yhdistys"}),
    "an organizer's page": lambda rows: first(rows, "organizer_rows", slug="toinen"),
    "a source's title": lambda rows: first(rows, "source_rows", title="Uusi otsikko"),
    "a source's fetch": lambda rows: first(rows, "source_rows", last_fetched=(NOW - 9 * DAY).astimezone(UTC)),
    "a source that never answered": lambda rows: first(rows, "source_rows", last_fetched=None),
    "a source's failure": lambda rows: first(rows, "source_rows", state="gone", reason="gone"),
}
ORPHANS = re.compile(r"^(?:build\.json|fi/(?:t|s|pv|viikko|kk)/|fi/(?:[\w-]+/)?(?:paikka|jarjestaja)/|fi/(?:[\w-]+/)*alue/)")


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small region, published once; what goes on from it takes a copy."""
    made = tmp_path_factory.mktemp("before")
    publish(small_region(), made)
    return made


@pytest.mark.parametrize("name", MUTATIONS)
def test_whatever_changes_the_site_is_as_if_made_from_nothing(name: str, before: Path, tmp_path: Path) -> None:
    changed = MUTATIONS[name](small_region())
    shutil.copytree(before, tmp_path / "steps", symlinks=True)
    publish(changed, tmp_path / "steps", force=True)
    publish(changed, tmp_path / "whole")
    stepped, whole = files(tmp_path / "steps"), files(tmp_path / "whole")
    assert {path for path in whole if path != "build.json" and stepped.get(path) != whole[path]} == set()
    assert all(ORPHANS.match(path) for path in stepped.keys() - whole.keys())


@pytest.mark.parametrize("days", [1, 5, 8, 40])
def test_as_days_go_by_the_site_is_as_if_made_from_nothing(days: int, before: Path, tmp_path: Path) -> None:
    rows, later = small_region(), NOW + days * DAY
    shutil.copytree(before, tmp_path / "steps", symlinks=True)
    publish(rows, tmp_path / "steps", now=later, force=True)
    publish(rows, tmp_path / "whole", now=later)
    stepped, whole = files(tmp_path / "steps"), files(tmp_path / "whole")
    assert {path for path in whole if path != "build.json" and stepped.get(path) != whole[path]} == set()


def test_both_trees_take_turns_and_the_live_one_is_never_written(tmp_path: Path) -> None:
    rows = small_region()
    publish(rows, tmp_path)
    assert str((tmp_path / "public").readlink()) == "site-a"
    old = {path: path.read_bytes() for path in (tmp_path / "site-a").rglob("*") if path.is_file()}
    publish(renamed(rows, 0, "Uusi nimi"), tmp_path)
    assert str((tmp_path / "public").readlink()) == "site-b"
    assert {path: path.read_bytes() for path in old} == old
    second = files(tmp_path)
    third = publish(renamed(rows, 0, "Kolmas nimi"), tmp_path)
    assert str((tmp_path / "public").readlink()) == "site-a"
    now = files(tmp_path)
    assert third.written == sum(now[path] != second.get(path) for path in now if path != "build.json")


def test_a_build_cut_short_leaves_the_old_site_and_the_next_one_is_whole(tmp_path: Path) -> None:
    rows = small_region()
    publish(rows, tmp_path)
    before = files(tmp_path)

    def pull_the_plug(done: int, _total: int) -> None:
        if done > 60:
            raise KeyboardInterrupt

    changed = renamed(rows, 0, "Uusi nimi")
    with pytest.raises(KeyboardInterrupt):
        publish(changed, tmp_path, progress=pull_the_plug)
    assert files(tmp_path) == before
    for path in list((tmp_path / "site-b").rglob("*.html"))[:5]:
        path.write_bytes(b"half a pa")
    publish(changed, tmp_path)
    fresh = tmp_path / "fresh"
    publish(changed, fresh)
    once, now = files(fresh), files(tmp_path)
    assert {path: now[path] for path in once if path != "build.json"} == {path: data for path, data in once.items() if path != "build.json"}


def test_a_lost_manifest_loses_no_page(tmp_path: Path) -> None:
    rows = small_region()
    publish(rows, tmp_path)
    (tmp_path / "site-a" / "fi" / "t" / "vanha-sivu").mkdir()
    (tmp_path / "site-a" / "fi" / "t" / "vanha-sivu" / "index.html").write_text("vanha")
    (tmp_path / "site-a.json").unlink()
    before = files(tmp_path)
    report = publish(renamed(rows, 0, "Uusi nimi"), tmp_path)
    after = files(tmp_path)
    assert before.keys() <= after.keys()
    assert report.written == sum(after[path] != before.get(path) for path in after if path != "build.json")


def test_a_page_that_moves_leaves_a_page_that_leads_there(tmp_path: Path) -> None:
    rows = small_region()
    publish(rows, tmp_path)
    row = rows.event_rows[4]
    report = publish(rows.with_event(replace(row, slug="pikkujoulut-abc123")), tmp_path)
    text = page(tmp_path, f"fi/t/{row.slug}/")
    assert report.redirects == 2  # with the page in easy language
    assert '<meta http-equiv="refresh" content="0; url=https://norppala.example/fi/t/pikkujoulut-abc123/">' in text
    assert '<link rel="canonical" href="https://norppala.example/fi/t/pikkujoulut-abc123/">' in text
    assert 'content="noindex"' in text
    assert 'href="/fi/t/pikkujoulut-abc123/"' in text
    assert row.slug not in page(tmp_path, "sitemap.xml")


def test_a_chain_of_moves_leads_to_the_last_address_and_back_again(tmp_path: Path) -> None:
    rows = small_region()
    row = rows.event_rows[4]
    for slug in (row.slug, "toinen-1", "kolmas-2"):
        publish(rows.with_event(replace(row, slug=slug)), tmp_path)
    assert "url=https://norppala.example/fi/t/kolmas-2/" in page(tmp_path, f"fi/t/{row.slug}/")
    assert "url=https://norppala.example/fi/t/kolmas-2/" in page(tmp_path, "fi/t/toinen-1/")
    publish(rows, tmp_path)
    assert "<h1>" in page(tmp_path, f"fi/t/{row.slug}/")
    assert f"url=https://norppala.example/fi/t/{row.slug}/" in page(tmp_path, "fi/t/kolmas-2/")


def test_an_event_that_becomes_a_series_leads_to_its_new_page(tmp_path: Path) -> None:
    rows = small_region()
    publish(rows, tmp_path)
    row = rows.event_rows[4]
    publish(rows.with_event(replace(row, is_series=True)), tmp_path)
    assert f"url=https://norppala.example/fi/s/{row.slug}/" in page(tmp_path, f"fi/t/{row.slug}/")


def test_what_leaves_the_snapshot_keeps_its_page_as_it_was(tmp_path: Path) -> None:
    rows = small_region()
    publish(rows, tmp_path)
    row = rows.event_rows[5]
    old = page(tmp_path, f"fi/t/{row.slug}/")
    fewer = replace(rows, event_rows=[other for other in rows.event_rows if other.id != row.id])
    fewer = replace(fewer, occurrence_rows=[other for other in rows.occurrence_rows if other.event_id != row.id])
    publish(fewer, tmp_path)
    assert page(tmp_path, f"fi/t/{row.slug}/") == old
    assert page(tmp_path, f"fi/t/{row.slug}/tapahtuma.ics")


def test_days_that_left_the_window_keep_their_pages(tmp_path: Path) -> None:
    publish(small_region(), tmp_path)
    old = page(tmp_path, "fi/pv/2026-10-24/")
    publish(small_region(), tmp_path, now=NOW + 20 * DAY, force=True)
    assert page(tmp_path, "fi/pv/2026-10-24/") == old
    assert "Kyläkirppis" in page(tmp_path, "fi/kk/2026-11/")


def test_half_a_site_is_refused_and_the_old_one_stays(tmp_path: Path) -> None:
    many = joined(*(single(f"e{n}", f"Tapahtuma {n}", at("2026-12-01", "10:00"), None) for n in range(20)))
    few = joined(*(single(f"e{n}", f"Tapahtuma {n}", at("2026-12-01", "10:00"), None) for n in range(15)))
    publish(many, tmp_path)
    before = files(tmp_path)
    with pytest.raises(KoosteError, match=r"15 coming events, the published one has 20 \(75% are left.*--force"):
        publish(few, tmp_path)
    assert files(tmp_path) == before
    assert publish(few, tmp_path, force=True).switched
    assert publish(few, tmp_path, whole="again").switched is False


@pytest.mark.parametrize(("old", "new", "refused"), [(10, 8, False), (10, 7, True), (1, 0, True), (0, 0, False), (3, 9, False)])
def test_the_limit_is_four_fifths(old: int, new: int, refused: bool) -> None:  # noqa: FBT001 - a column of the table
    today = NOW.date()
    before, after = {"2026-12-01": old, "2026-11-01": 500}, {"2026-12-05": new}
    if refused:
        with pytest.raises(KoosteError):
            check_build(before, after, today)
    else:
        check_build(before, after, today)


def test_events_that_are_simply_over_are_not_missed(tmp_path: Path) -> None:
    rows = joined(*(single(f"e{n}", f"Tapahtuma {n}", at("2026-11-25", "10:00"), None) for n in range(20)))
    publish(rows, tmp_path)
    gone = joined(single("e1", "Tapahtuma 1", at("2026-11-25", "10:00"), None))
    assert publish(gone, tmp_path, now=NOW + 2 * DAY).switched


def test_a_folder_in_the_link_s_place_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    with pytest.raises(KoosteError, match="Move it away"):
        publish(small_region(), tmp_path)
    assert not list((tmp_path / "public").iterdir())


def test_a_missing_snapshot_is_told(tmp_path: Path) -> None:
    with pytest.raises(KoosteError, match="snapshot cannot be read"):
        build(tmp_path / "none.db", tmp_path, schedules(), now=NOW)


def test_the_build_has_an_id_that_follows_its_content(tmp_path: Path) -> None:
    publish(small_region(), tmp_path / "one")
    publish(small_region(), tmp_path / "two")
    ids = [json.loads(page(tmp_path / name, "build.json"))["id"] for name in ("one", "two")]
    assert ids[0] == ids[1]
    publish(renamed(small_region(), 0, "Muu"), tmp_path / "one")
    assert json.loads(page(tmp_path / "one", "build.json"))["id"] != ids[0]


def test_two_events_of_one_slug_both_have_a_page(tmp_path: Path) -> None:
    rows = joined(
        single("a", "Kuoro", at("2026-12-01", "18:00"), None, slug="kuoro-1"),
        single("b", "Kuoro", at("2026-12-02", "18:00"), None, slug="kuoro-1"),
    )
    publish(rows, tmp_path)
    assert len(list((tmp_path / "public/fi/t").iterdir())) == 2


@given(slug=st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_a_slug_never_leaves_its_folder(slug: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]{1,120}", safe(slug))
    folder = Addresses.below("https://norppala.example").folder("fi", Target(kind="event", name=slug or "x"))
    assert folder.count("/") == 3


def test_a_site_below_a_path_links_below_it(tmp_path: Path) -> None:
    publish(small_region(), tmp_path, schedules=schedules(public_address="https://www.norppala.example/kalenteri/", languages=("fi",)))
    text = page(tmp_path, "fi/")
    assert 'href="/kalenteri/fi/tanaan/"' in text
    assert '<link rel="canonical" href="https://www.norppala.example/kalenteri/fi/">' in text
    assert not re.findall(r'(?:href|src)="/(?!kalenteri/)', text)


@pytest.mark.parametrize(("prefix", "processes"), [("", 1), ("", 2), ("/kalenteri", 1)])
def test_a_link_that_leads_nowhere_is_told(prefix: str, processes: int, tmp_path: Path) -> None:
    template = Path("site/templates/parts/mainnav.html")
    own = tmp_path / "custom/templates/parts/mainnav.html"
    own.parent.mkdir(parents=True)
    links = [f"{prefix}/fi/uimahalli/", f"{prefix}/fi/tanaan/?a#b", f"{prefix}/explore/", "https://norppala.example/uimahalli/"]
    links += ["/uimahalli/"] if prefix else []
    own.write_text(template.read_text(encoding="utf-8") + "".join(f'<a href="{link}">.</a>' for link in links), encoding="utf-8")
    there = {"public_address": f"https://norppala.example{prefix}", "explorer_address": f"{prefix}/explore/", "languages": ("fi",)}
    report = publish(small_region(), tmp_path, schedules=schedules(**there), processes=processes)
    [(page_path, file)] = report.dead_links
    assert file == "fi/uimahalli/index.html"
    assert links[0] in page(tmp_path, page_path)
    own.unlink()
    assert publish(small_region(), tmp_path, schedules=schedules(**there), whole="again", processes=processes).dead_links == ()


def test_manifests_survive_writing_and_reading(tmp_path: Path) -> None:
    trees = Trees(tmp_path)
    (tmp_path / "site-a").mkdir()
    (tmp_path / "public").symlink_to("site-a")
    manifest = Manifest(name="site-a", build="x", future={"2026-12-01": 3}, files={"fi/ä.html": Entry("i", "c", "k")})
    trees.remember(manifest)
    assert trees.live() == manifest
