"""Names with slips of the pen, names cut off, one word read in two ways, compounds in their linking forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.names import compare, name_of
from normalize.names_fold import distance, fold_word, is_one_edit
from normalize.names_lexicon import parts_of

ALIKE, UNLIKE = 0.7, 0.5


def keys(word: str, language: str) -> list[list[str]]:
    """The concepts of each part of a word; an empty list for a part that nobody knows."""
    return [sorted(sense.key for sense in part.senses) for part in parts_of(fold_word(word), language)]


@given(st.text("abö", max_size=7), st.text("abö", max_size=7))
def test_one_edit_is_a_distance_of_one(a: str, b: str) -> None:
    assert is_one_edit(a, b) == is_one_edit(b, a) == (distance(a, b, 2) == 1)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("fi: Avnatouinti aamulla", "fi: Avantouinti aamulla"),
        ("fi: Avnatouinti ja saunnailta: jalkapalo", "fi: Avantouinti ja saunailta: jalkapallo"),
        ("fi: Avnatouinti ja keramiikan alkei…", "fi: Avantouinti ja keramiikan alkeiskurssi"),
        ("fi: Lautpeli-ilta", "fi: Lautapeli-ilta"),
        ("fi: Avooimet ovet 7–9-vuotiaille", "fi: Avoimet ovet 7–9-vuotiaille"),
        ("fi: Siienestyksen kurssi", "fi: Sienestyksen kurssi"),
        ("fi: Satutunti omaishoi", "fi: Omaishoitajien satutunti"),
        ("fi: Tietokoneenn käyttö", "fi: Tietokoneen käyttö"),
        ("fi: Muskari 3–5-vuoitaille", "fi: Muskari 3–5-vuotiaille"),
        ("sv: Trädgrdsvandring", "sv: Trädgårdsvandring"),
        ("sv: Körkonsrt", "sv: Körkonsert"),
        ("en: Gardenning club", "en: Gardening club"),
        ("fi: Joulukonsertti: Duo Hiekkapelto", "fi: Joulukonsertti: Duo Hiekkaplto"),
        ("fi: Jalkapallo-ottelu Honkalan Yritsy – Raadon Pojat", "sv: Fotbollsmatch Honkalan Yritys – Raadon Pojat"),
    ],
)
def test_a_word_with_one_slip_is_the_other_names_word_whatever_its_pieces_are(ours: str, theirs: str) -> None:
    a, b = (name_of(text.partition(": ")[2], text[:2]) for text in (ours, theirs))
    assert compare(a, b).likeness > ALIKE
    assert compare(a, b).contradictions == compare(b, a).contradictions == ()


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("Jazzklubi: Yhtye Poh…", "Jazzklubi: Yhtye Pohjatuuli"),
        ("Jazzklubi: Yhtye Pohjatu", "Jazzklubi: Yhtye Pohjatuuli"),
        ("Yhtye Poh...", "Jazzklubi: Yhtye Pohjatuuli"),
        ("Koripallo-ottelu Honkalan Veto – Raa…", "Koripallo-ottelu Honkalan Veto – Raadon Pojat"),
        ("Koripallo-ottelu Honkalan Veto – Raad", "Koripallo-ottelu Honkalan Veto – Raadon Pojat"),
        ("Kudonnan jatk…", "Kudonnan jatkokurssi"),
        ("Rukoushet", "Rukoushetki"),
    ],
)
def test_the_last_word_of_a_name_that_is_cut_off_contradicts_nothing(cut: str, whole: str) -> None:
    found = compare(name_of(cut, "fi"), name_of(whole, "fi"))
    assert found.likeness > ALIKE
    assert found.contradictions == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jazzklubi: Yhtye Poh…", "Jazzklubi: Yhtye Hiekkapelto"),
        ("Koripallo-ottelu Honkalan Veto – Raa…", "Koripallo-ottelu Honkalan Veto – Niemen Isku"),
        ("Luentoretki", "Luontoretki"),
        ("Neuvontatuokio", "Neulontatuokio"),
    ],
)
def test_words_that_both_are_known_or_begin_otherwise_are_not_put_right(one: str, other: str) -> None:
    found = compare(name_of(one, "fi"), name_of(other, "fi"))
    assert found.contradictions or found.likeness < ALIKE


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("fi: Yöuinti", "sv: Nattsim"),
        ("fi: Yöuinti", "en: Night swim"),
        ("fi: Museopäivä", "sv: Museidag"),
        ("fi: Museoilta", "en: Museum evening"),
        ("fi: Lehtikahvit", "fi: Lehtikahvit, kahvitarjoilu"),
        ("fi: Kahvitarjoilu", "sv: Kaffeservering"),
        ("fi: Päivätanssit", "sv: Dagsdans"),
        ("fi: Päivätanssit", "en: Tea dance"),
        ("fi: Kirjamyyjäiset", "en: Book sale"),
        ("fi: Kirjamyyjäiset", "fi: Kirjaston poistomyynti"),
        ("fi: Puutyöpaja", "en: Woodworking workshop"),
        ("fi: Ryhmä: Vaunuseura", "fi: Vaunuseura"),
        ("fi: Vauvojen päivä", "fi: Päivä: vauvojen päivä"),
        ("fi: Vauvojen vauvapäivä! Kahvitarjoilu!", "fi: Vauvapäivä"),
        ("fi: Duo Kiireinen Sauna", "sv: Duo Kiireinen Sauna"),
    ],
)
def test_names_of_one_thing_in_other_compounds_are_alike(ours: str, theirs: str) -> None:
    a, b = (name_of(text.partition(": ")[2], text[:2]) for text in (ours, theirs))
    assert compare(a, b).likeness > ALIKE


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("yökahvila", "fi", [["yo"], ["kahvila"]]),
        ("kahvitarjoilu", "fi", [["kahvila"], ["tarjoilu"]]),
        ("revontuliilta", "fi", [["revontulet"], ["ilta"]]),
        ("museoilta", "fi", [["museo"], ["ilta"]]),
        ("kyläläisten", "fi", [["kyla"]]),
        ("puutyöpaja", "fi", [["puutyo"], ["paja"]]),
        ("ystävänpäivätanssit", "fi", [["ystavanpaiva"], ["tanssi"]]),
        ("museiverkstad", "sv", [["museo"], ["paja"]]),
        ("kyrkokonsert", "sv", [["kirkko"], ["konsertti"]]),
        ("barnteater", "sv", [["lapsi"], ["teatteri"]]),
        ("bokkväll", "sv", [["kirja"], ["ilta"]]),
        ("folkmusikkväll", "sv", [["kansanmusiikki"], ["ilta"]]),
    ],
)
def test_compounds_are_split_into_their_longest_known_parts(word: str, language: str, expected: list[list[str]]) -> None:
    assert keys(word, language) == expected
