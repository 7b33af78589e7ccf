"""Who performs, by the name of an ensemble: normalize.names_performers."""

from __future__ import annotations

import pytest

from normalize.names import compare, name_of
from normalize.names_performers import performers_of


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fi", "Jazzilta: Kvartetti Metsäpolku", {"metsapolku"}),
        ("fi", "Kamarikuoro Helmi ja Duo Hiekka", {"helmi", "hiekka"}),
        ("sv", "Jazzkväll: Orkesteri Valkea Lumi – konsert", {"valkea", "lumi"}),
        ("fi", "Kuoro laulaa joululauluja", set()),
        ("en", "Choir Concert", set()),
        ("fi", "jazzilta: kvartetti metsäpolku", set()),
        ("fi", "Kuoron kevätkonsertti", set()),
    ],
)
def test_what_stands_behind_the_word_for_an_ensemble_is_its_name(language: str, text: str, words: set[str]) -> None:
    assert performers_of(text, language) == words


@pytest.mark.parametrize(
    ("one", "other", "is_contradicted"),
    [
        ("fi: Kirkkokonsertti: Yhtye Metsäpolku", "fi: Kirkkokonsertti: Yhtye Hopeasilta", True),
        ("fi: Jazzilta: Kvartetti Metsäpolku", "sv: Jazzkväll: Duo Hopeasilta", True),
        ("fi: Jazzilta: Kvartetti Metsäpolku", "sv: Jazzkväll: Kvartetti Metsäpolku", False),
        ("fi: Jazzilta: Kvartetti Metsäpolku", "fi: Jazzilta: Yhtye Metsäploku", False),
        ("fi: Jazzilta: Kvartetti Met…", "fi: Jazzilta: Kvartetti Metsäpolku", False),
        ("fi: Jazzilta", "fi: Jazzilta: Kvartetti Metsäpolku", False),
    ],
)
def test_two_ensembles_are_two_things_in_any_language(one: str, other: str, is_contradicted: bool) -> None:  # noqa: FBT001 - a table's cell
    a, b = (name_of(text[4:], text[:2]) for text in (one, other))
    assert ("performer" in {found.kind for found in compare(a, b).contradictions}) is is_contradicted
    assert ("performer" in {found.kind for found in compare(b, a).contradictions}) is is_contradicted
