"""Life situations of the vocabulary: stored, frozen and read as they are written there."""

from __future__ import annotations

from kooste.vocabulary import vocabulary
from store.configuration import sync_configuration
from store.reading import Snapshot
from store.snapshot import freeze
from tests.store_support import DAY, NOW, Region


def test_situations_are_read_from_a_snapshot_as_the_vocabulary_has_them(region: Region) -> None:
    rows = Snapshot(freeze(region.store, NOW)).situations()
    entries = vocabulary().situations
    assert [row.id for row in rows] == [entry.id for entry in entries]
    assert [(row.name, row.description, row.ptv) for row in rows] == [(entry.name, entry.description, entry.ptv) for entry in entries]
    assert {row.id for row in rows if row.is_sensitive} == {entry.id for entry in entries if entry.sensitive}


def test_a_situation_that_a_town_leaves_out_goes(region: Region) -> None:
    whole = vocabulary()
    sync_configuration(region.store, region.schedules, whole.model_copy(update={"situations": whole.situations[1:]}), NOW + DAY)
    assert region.one("select count(*) from situations") == len(whole.situations) - 1
    assert region.one("select is_sensitive from situations where id = 'separation'") == 1


def test_the_first_languages_words_stand_in_columns_of_their_own(region: Region) -> None:
    told = region.rows("select name, name_sv, description from situations where id = 'separation'")
    assert told == [("Ero perheessä", "Separation i familjen", "Vertaistukea ja neuvoja eron keskellä")]
