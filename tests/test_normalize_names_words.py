"""The tables of words of names: every key that another table names is there, words are known in their forms and as compounds."""

from __future__ import annotations

import pytest

from normalize.names_contradictions import contradictions_of
from normalize.names_fold import distance, fold_word, is_slip, sound
from normalize.names_lexicon import concept_keys, lexicon, parts_of
from normalize.names_near import near_keys
from normalize.names_read import read_name
from normalize.names_stop import MATCHES, WHO_ENDS
from normalize.names_table_other import OTHER, OTHER_LANGUAGES


def keys(word: str, language: str) -> list[list[str]]:
    """The concepts of each part of a word; an empty list for a part that nobody knows."""
    return [sorted(sense.key for sense in part.senses) for part in parts_of(fold_word(word), language)]


def test_there_are_more_than_a_thousand_concepts() -> None:
    assert len(list(concept_keys())) > 1_000


def test_every_key_that_a_table_names_is_a_concept() -> None:
    named = near_keys() | MATCHES | WHO_ENDS | {line.split("|")[0].strip() for line in OTHER.strip().splitlines()}
    assert named - set(concept_keys()) == set()


def test_every_line_of_the_other_languages_has_a_cell_for_each() -> None:
    assert {line.count("|") for line in OTHER.strip().splitlines()} == {len(OTHER_LANGUAGES)}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_concept_of_a_language_is_found_by_its_own_words(language: str) -> None:
    made = lexicon(language)
    lost = [
        stem
        for stem, entries in made.stems.items()
        if any(not ends or "" in ends for ends, _ in entries if ends is not None) and not made.whole(stem)
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("joulukonsertissa", "fi", [["joulu"], ["konsertti"]]),
        ("kirjastoissa", "fi", [["kirjasto"]]),
        ("puhelimella", "fi", [["puhelin"]]),
        ("lampaiden", "fi", [["lammas"]]),
        ("vedessä", "fi", [["vesi"]]),
        ("lastenteatteriin", "fi", [["lapsi"], ["teatteri"]]),
        ("julkonserten", "sv", [["joulu"], ["konsertti"]]),
        ("vänner", "sv", [["ystava"]]),
        ("kyrkokören", "sv", [["kirkko"], ["kuoro"]]),
        ("byfest", "sv", [["kyla"], ["juhla"]]),
        ("storytime", "en", [["satu", "satutunti"]]),
        ("carols", "en", [["laulu"]]),
        ("raamatukogus", "et", [["kirjasto"]]),
        ("اللغة", "ar", [["kieli"]]),
        ("библиотеке", "ru", [["kirjasto"]]),
    ],
)
def test_words_are_known_in_their_forms_and_as_compounds(word: str, language: str, expected: list[list[str]]) -> None:
    assert keys(word, language) == expected


@pytest.mark.parametrize(("word", "language"), [("Punkaharju", "fi"), ("Norppala", "fi"), ("Savonranta", "fi"), ("Rantasalmella", "fi")])
def test_names_of_places_are_not_taken_apart(word: str, language: str) -> None:
    assert len(parts_of(fold_word(word), language, is_name=True)) == 1


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [("kuura", "kuura", 0), ("kuura", "kuuru", 1), ("kuura", "kuuar", 1), ("abc", "xyz", 3), ("", "ab", 2), ("norppa", "norpa", 1)],
)
def test_distance_counts_letters_added_left_out_changed_and_swapped(a: str, b: str, expected: int) -> None:
    assert distance(a, b, 5) == distance(b, a, 5) == expected


def test_short_words_that_differ_by_a_letter_are_two_words() -> None:
    assert not is_slip("aho", "aro")
    assert is_slip("wegelius", "wegeliuis")


def test_one_composer_sounds_the_same_in_four_languages() -> None:
    written = ["Tšaikovski", "Tjajkovskij", "Tchaikovsky", "Чайковский"]
    assert len({sound(fold_word(word)) for word in written}) == 1


def test_names_alone_contradict_only_where_both_have_one() -> None:
    a, b = read_name("Konsertti: Wegelius", "fi", frozenset()), read_name("Konsertti", "fi", frozenset())
    assert contradictions_of(a, b, (), ()) == ()
