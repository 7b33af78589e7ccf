from __future__ import annotations

import pytest

from tests.facts_telling import details, facts


@pytest.mark.parametrize(
    ("text", "features"),
    [
        ("Salissa on induktiosilmukka.", {("induction_loop", True)}),
        ("Tila on esteetön. Ei hissiä.", {("step_free_entrance", True), ("lift", False)}),
        ("Esitys tulkataan viittomakielelle.", {("sign_language_interpretation", True)}),
        ("Viittomakielen tulkkaus pyydettäessä.", set()),
        ("Reitti ei ole esteetön.", set()),
        ("Neulotaan helppo silmukka kerrallaan.", set()),
        ("Jos tarvitset induktiosilmukkaa, kerro ilmoittautuessasi.", set()),
    ],
)
def test_features_are_read_only_where_they_are_there_for_sure(text: str, features: set[tuple[str, bool]]) -> None:
    found = details("Ilta", text)
    assert {(one.code, one.is_available) for one in found.accessibility} == features
    assert {one.value for one in found.evidence if one.field == "accessibility"} == {code for code, _ in features}


def test_codes_and_words_of_the_field_become_features_and_the_rest_stays_as_words() -> None:
    found = details("Ilta", "Ei induktiosilmukkaa.", accessibility=("ac_wheelchair", "induktiosilmukka", "Kysy lisää"))
    assert [(one.code, one.is_available) for one in found.accessibility] == [("induction_loop", True), ("step_free_entrance", True)]
    assert found.accessibility_text == ("Kysy lisää",)


@pytest.mark.parametrize(
    ("language", "title", "text", "spoken"),
    [
        ("fi", "Ruotsinkielinen satutunti", "", ("sv",)),
        ("fi", "Satutunti suomeksi ja ruotsiksi", "", ("fi", "sv")),
        ("fi", "Opastus", "Opastus järjestetään englanniksi.", ("en",)),
        ("sv", "Fest", "Evenemanget hålls på svenska.", ("sv",)),
        ("en", "A Winter's Tale – theatre in Finnish", "", ("fi",)),
        ("en", "Music", "This program is presented in Spanish.", ("es",)),
        ("en", "Bilingual Storytime", "", ()),
        ("fi", "Suomen kielen kurssi", "", ()),
        ("fi", "Elokuva", "Elokuva esitetään englanniksi, tekstitys suomeksi.", ()),
    ],
)
def test_the_languages_it_is_held_in_are_those_that_words_say(language: str, title: str, text: str, spoken: tuple[str, ...]) -> None:
    assert facts(title, text, language)[0].in_language == spoken


def test_declared_languages_are_tags_and_outrank_words() -> None:
    found, _ = facts("Satutunti suomeksi", in_language=("sv-FI", "fisl", "", "???"))
    assert found.in_language == ("fse", "sv")


def test_easy_language_is_a_flag_of_its_own() -> None:
    found, _ = facts("Opastus", "Opastus on selkokielinen.")
    assert (found.details.easy_language, found.in_language) == (True, ("fi",))
