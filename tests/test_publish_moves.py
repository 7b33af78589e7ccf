"""No address dies when events become one, nor when they are parted again: pages lead on, calendars stay true, what is private is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest

from harvesters.errors import KoosteError
from publish.moves import part_of
from publish.tree import Trees
from store.reading import EventRow
from tests.publish_joined import VISIT
from tests.publish_rows import NOW, HandMade, at, files, joined, page, publish, schedules, single, source

LANGUAGES = {"fi": ("t", "tapahtuma.ics"), "sv": ("e", "evenemang.ics"), "en": ("event", "event.ics")}


def parted() -> tuple[HandMade, EventRow, EventRow]:
    """Two events of two sources before they are joined, in three languages' pages."""
    ours = single("a", "Joulumyyjäiset", at("2026-11-28", "10:00"), None)
    theirs = single("b", "Christmas Fair", at("2026-11-28", "10:00"), None, source_ids=(VISIT,))
    rows = joined(ours, theirs, source_rows=[source(), source(VISIT, "Visit Norppala")])
    return rows, ours.event_rows[0], theirs.event_rows[0]


def put_together(rows: HandMade, kept: EventRow, gone: EventRow) -> HandMade:
    """The same with the second event being part of the first."""
    one = replace(kept, source_ids=("s13", VISIT), last_changed=NOW.astimezone(UTC))
    return replace(
        rows,
        event_rows=[one, *(row for row in rows.event_rows if row.id not in {kept.id, gone.id})],
        occurrence_rows=[row for row in rows.occurrence_rows if row.event_id != gone.id],
        redirect_rows={gone.id: kept.id},
    )


def test_a_joined_event_s_old_address_leads_on_in_every_language_and_its_calendar_stays_true(tmp_path: Path) -> None:
    rows, kept, gone = parted()
    publish(rows, tmp_path, schedules=schedules())
    report = publish(put_together(rows, kept, gone), tmp_path, schedules=schedules())
    assert report.redirects == 2 * len(LANGUAGES) + 1  # the page, the one in easy language, and the short link
    for language, (folder, file) in LANGUAGES.items():
        old = page(tmp_path, f"{language}/{folder}/{gone.slug}/")
        assert f'content="0; url=https://norppala.example/{language}/{folder}/{kept.slug}/"' in old
        assert 'content="noindex"' in old
        ours, theirs = (page(tmp_path, f"{language}/{folder}/{row.slug}/{file}") for row in (kept, gone))
        assert ours == theirs
        assert f"UID:{kept.id}@" in ours.replace("\n ", "")
    assert gone.slug not in page(tmp_path, "sitemap.xml")


def test_the_old_address_follows_what_changes_later(tmp_path: Path) -> None:
    rows, kept, gone = parted()
    publish(rows, tmp_path)
    one = put_together(rows, kept, gone)
    publish(one, tmp_path)
    renamed = one.with_event(replace(one.event_rows[0], name={"fi": "Uusi nimi"}, slug="uusi-nimi-1"))
    publish(renamed, tmp_path)
    assert "/fi/t/uusi-nimi-1/" in page(tmp_path, f"fi/t/{gone.slug}/")
    assert "/fi/t/uusi-nimi-1/" in page(tmp_path, f"fi/t/{kept.slug}/")
    calendars = {page(tmp_path, f"fi/t/{name}/tapahtuma.ics") for name in ("uusi-nimi-1", kept.slug, gone.slug)}
    assert len(calendars) == 1
    assert "Uusi nimi" in calendars.pop()
    again = publish(renamed, tmp_path, whole="another snapshot of the same rows")
    assert (again.rendered, again.switched, again.redirects) == (0, False, 5)


def test_what_is_parted_again_has_its_own_page_back(tmp_path: Path) -> None:
    rows, kept, gone = parted()
    for made in (rows, put_together(rows, kept, gone), rows):
        publish(made, tmp_path / "steps")
    publish(rows, tmp_path / "whole")
    steps, whole = files(tmp_path / "steps"), files(tmp_path / "whole")
    assert steps == whole


def test_what_comes_back_under_another_name_is_found_from_the_old_address(tmp_path: Path) -> None:
    rows, kept, gone = parted()
    publish(rows, tmp_path)
    publish(put_together(rows, kept, gone), tmp_path)
    publish(rows.with_event(replace(gone, slug="toinen-nimi-2")), tmp_path)
    assert "/fi/t/toinen-nimi-2/" in page(tmp_path, f"fi/t/{gone.slug}/")


def test_joining_step_by_step_differs_from_scratch_only_where_pages_were_before(tmp_path: Path) -> None:
    rows, kept, gone = parted()
    one = put_together(rows, kept, gone)
    publish(rows, tmp_path / "steps")
    publish(one, tmp_path / "steps")
    publish(one, tmp_path / "whole")
    steps, whole = files(tmp_path / "steps"), files(tmp_path / "whole")
    assert {path for path in whole if path != "build.json" and steps[path] != whole[path]} == set()
    assert steps.keys() - whole.keys() == {
        f"fi/t/{gone.slug}/index.html",
        f"fi/t/{gone.slug}/tapahtuma.ics",
        f"fi/selko/t/{gone.slug}/index.html",
        f"v/{gone.id}/index.html",
    }


def test_what_must_not_be_public_leaves_nothing_at_the_addresses_of_its_parts(tmp_path: Path) -> None:
    rows, kept, gone = parted()
    publish(rows, tmp_path)
    one = put_together(rows, kept, gone)
    publish(one, tmp_path)
    hidden = replace(one, event_rows=one.event_rows[1:], occurrence_rows=[], redirect_rows={})
    publish(hidden, tmp_path, taken_off=frozenset({kept.id}), force=True)
    assert not [path for path in files(tmp_path) if kept.slug in path or gone.slug in path]


def test_a_part_that_its_publisher_made_private_leaves_no_address(tmp_path: Path) -> None:
    rows, kept, gone = parted()
    publish(rows, tmp_path)
    publish(put_together(rows, kept, gone), tmp_path, taken_off=frozenset({gone.id}))
    assert not [path for path in files(tmp_path) if gone.slug in path]
    assert page(tmp_path, f"fi/t/{kept.slug}/")


@pytest.mark.parametrize(
    ("redirects", "found"),
    [({}, ""), ({"a": "b"}, "b"), ({"a": "b", "b": "c"}, "c"), ({"a": "b", "b": "a"}, ""), ({"b": "c"}, "")],
)
def test_former_ids_are_followed_to_their_end(redirects: dict[str, str], found: str) -> None:
    assert part_of("a", redirects) == found


def test_events_that_were_joined_are_not_missed_and_lost_ones_are(tmp_path: Path) -> None:
    parts = [single(f"e{n}", f"Tapahtuma {n}", at("2026-12-01", "10:00"), None) for n in range(10)]
    publish(joined(*parts), tmp_path)
    first, rest = joined(*parts[:5]), parts[5:]
    redirects = {part.event_rows[0].id: parts[0].event_rows[0].id for part in rest}
    with pytest.raises(KoosteError, match="5 coming events, the published one has 10"):
        publish(first, tmp_path)
    assert publish(replace(first, redirect_rows=redirects), tmp_path).switched
    again = replace(joined(*parts[:3]), redirect_rows=redirects)
    with pytest.raises(KoosteError, match="3 coming events, the published one has 5"):
        publish(again, tmp_path)


def test_the_manifest_says_where_a_page_leads(tmp_path: Path) -> None:
    rows, kept, gone = parted()
    publish(rows, tmp_path)
    publish(put_together(rows, kept, gone), tmp_path)
    live = Trees(tmp_path).live()
    assert live is not None
    assert live.files[f"fi/t/{gone.slug}/index.html"].key == f"item:{gone.id}:fi>{kept.id}"
