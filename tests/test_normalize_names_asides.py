"""What stands beside a name and is no part of it: remarks, who publishes it, the name of a part of town."""

from __future__ import annotations

import pytest

from normalize.names import compare, name_of
from normalize.names_asides import owners_of, without_asides


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Kirpputori - vapaa pääsy", "Kirpputori"),
        ("Kirpputori, Vapaa pääsy!", "Kirpputori"),
        ("Loppis (fritt inträde)", "Loppis"),
        ("Sewing café | open to all | coffee served", "Sewing café"),
        ("Kuoro! Tervetuloa mukaan!", "Kuoro"),
        ("Vapaa pääsy", "Vapaa pääsy"),
        ("Kuoro, vapaa pääsy kirkkoon", "Kuoro, vapaa pääsy kirkkoon"),
        ("Vapaa pääsykoe", "Vapaa pääsykoe"),
        ("Elokuva: Uusi aika koittaa", "Elokuva: Uusi aika koittaa"),
    ],
)
def test_a_remark_behind_a_mark_is_no_part_of_a_name(text: str, kept: str) -> None:
    assert without_asides(text).strip(" !|)(") == kept


def test_the_name_is_shown_as_it_stands() -> None:
    name = name_of("Kirpputori – vapaa pääsy", "fi")
    assert name.text == "Kirpputori - vapaa pääsy"
    assert compare(name, name_of("Kirpputori", "fi")).likeness == 1


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Honkalan Omaishoitajat ry: Kahvila", {"honkalan", "omaishoitajat", "ry"}),
        ("Café (Hemgårdens vänner rf)", {"hemgardens", "vanner", "rf"}),
        ("Kahvila / Honkalan Martat r.y.", {"honkalan", "martat", "r", "y"}),
        ("Honkalan Martat ry", set()),
        ("Honkalan Martat ry:n kahvila", set()),
        ("Kahvila: kevät", set()),
    ],
)
def test_an_associations_whole_name_tells_who(text: str, owners: set[str]) -> None:
    assert owners_of(text) == owners


def test_for_whom_it_is_does_not_follow_from_who_arranges_it() -> None:
    read = name_of("Honkalan Omaishoitajat ry: Talkoot", "fi")
    assert read.audience == ()
    assert compare(read, name_of("Talkoot", "fi")).likeness > 0.7


def test_the_name_of_an_area_is_one_whatever_its_pieces_mean() -> None:
    text, known = "Kirpputori Jokisuussa", {"@jokisuu"}
    assert name_of(text, "fi", known).kinds == "fw"
    assert name_of(text, "fi", {"jokisuu"}).kinds != "fw"
    assert name_of("Jokiretki", "fi", known) == name_of("Jokiretki", "fi")
