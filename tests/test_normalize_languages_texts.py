"""Names and descriptions by their language: normalize.texts, texts_titles and texts_blocks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters.record import RawEvent, Text
from normalize.model import Texts
from normalize.notes import Notes
from normalize.text import description, one_line, words
from normalize.texts import Said, descriptions_of, hints_of, names_of
from normalize.texts_blocks import split_description
from normalize.texts_titles import split_title

FI = "Tervetuloa satutunnille kirjastoon! Luemme yhdessä satuja ja laulamme. Sopii yli 3-vuotiaille lapsille."
SV = "Välkommen på sagostund i biblioteket! Vi läser sagor tillsammans och sjunger. Passar för barn över 3 år."
EN = "Welcome to story time at the library! We read stories together and sing. Suitable for children over 3 years."

SPLIT = [
    ("Satutunti / Sagostund", {"fi": "Satutunti", "sv": "Sagostund"}),
    ("Satutunti/Sagostund", {"fi": "Satutunti", "sv": "Sagostund"}),
    ("Joulumarkkinat – Julmarknad", {"fi": "Joulumarkkinat", "sv": "Julmarknad"}),
    ("Story time | Satutunti", {"en": "Story time", "fi": "Satutunti"}),
    ("Jooga (Yoga på svenska)", {"fi": "Jooga", "sv": "Yoga på svenska"}),
    ("Perhekahvila/Familjecafé", {"fi": "Perhekahvila", "sv": "Familjecafé"}),
    ("Satutunti / Sagostund / Story time", {"fi": "Satutunti", "sv": "Sagostund", "en": "Story time"}),
    ("Talvipäivä - Vinterdag / Winter day", {"fi": "Talvipäivä", "sv": "Vinterdag", "en": "Winter day"}),
    ("Muskari 0–2 v. / Musiklek 0–2 år", {"fi": "Muskari 0–2 v.", "sv": "Musiklek 0–2 år"}),
    ("Kielikahvila | Языковое кафе", {"fi": "Kielikahvila", "ru": "Языковое кафе"}),
    ("AVOIMET OVET – ÖPPET HUS", {"fi": "AVOIMET OVET", "sv": "ÖPPET HUS"}),
    ("Kirjasto: Satutunti / Sagostund", {"fi": "Kirjasto: Satutunti", "sv": "Sagostund"}),
]
WHOLE = """
Ma/ke-ryhmä
Kaksi / Duo
AC/DC
Jooga – alkeet
Jooga / Pilates
Konsertti: Sibelius / Grieg
Bingo / Bingo
Elokuva (The Holiday)
Joulukonsertti – Christmas with Elvis
Winter Wonderland – talvinen tapahtuma perheille
Sagostund (på svenska)
Kahvihetki suomeksi / på svenska
Pojat/tytöt
Rock/Metal
Kauhajoki - Lapua
Nuoret 13–17 v.
Teatteri: Talven tarina / A Winter's Tale
Savonlinna / Nyslott
"""


@pytest.mark.parametrize(("title", "parts"), SPLIT)
def test_a_title_in_several_languages_is_taken_apart(title: str, parts: Texts) -> None:
    assert dict(split_title(title)) == parts


@pytest.mark.parametrize("title", WHOLE.strip().splitlines())
def test_a_title_that_only_looks_so_stays_whole(title: str) -> None:
    assert split_title(title) == ()


def notes() -> Notes:
    return Notes(RawEvent(uid="1", digest="d", text=""))


def named(*texts: Text, source: str = "fi", about: str = "", told: Notes | None = None) -> Said:
    return names_of(texts, source, lambda text, _: one_line(text.value), told or notes(), hints_of((Text(value=about),)) if about else None)


def test_a_split_title_tells_why() -> None:
    said = named(Text(value="Satutunti / Sagostund"))
    assert said.texts == {"fi": "Satutunti", "sv": "Sagostund"}
    assert [(one.field, one.value, one.origin, one.rule, one.quote) for one in said.evidence] == [
        ("name", "fi", "SUMMARY", "bilingual_title", "Satutunti / Sagostund"),
        ("name", "sv", "SUMMARY", "bilingual_title", "Satutunti / Sagostund"),
    ]


UNDECLARED = [
    ("Satutunti", "", "fi"),
    ("Sagostund", "", "sv"),
    ("Bingo", "", "fi"),
    ("Bingo", SV, "sv"),
    ("Open Stage", FI, "fi"),
    ("Story time", FI, "en"),
    ("Café International", EN, "en"),
]


@pytest.mark.parametrize(("title", "about", "language"), UNDECLARED)
def test_an_undeclared_title_is_in_what_it_shows_else_in_what_its_description_shows_else_in_the_sources(
    title: str, about: str, language: str
) -> None:
    assert named(Text(value=title), about=about).texts == {language: title}


def test_without_any_sign_a_language_is_undetermined() -> None:
    assert named(Text(value="Bingo"), source="").texts == {"und": "Bingo"}


def test_a_declared_language_stands_unless_the_text_plainly_contradicts_it() -> None:
    told = notes()
    assert named(Text(value="Bingo", language="sv-FI"), told=told).texts == {"sv": "Bingo"}
    assert named(Text(value="Kiinteytys", language="en"), told=told).texts == {"en": "Kiinteytys"}
    assert named(Text(value="Kirkkoste puávtáá uážžud", language="smn"), told=told).texts == {"smn": "Kirkkoste puávtáá uážžud"}
    assert told.issues == []
    said = named(Text(value="Lasten satutunti kirjastossa", language="en"), told=told)
    assert said.texts == {"fi": "Lasten satutunti kirjastossa"}
    assert [(one.rule, one.certainty) for one in said.evidence] == [("language_mismatch", "inferred")]
    assert [(issue.code, issue.field) for issue in told.issues] == [("language_mismatch", "SUMMARY")]


def test_one_text_declared_in_three_languages_is_told_once_in_its_own() -> None:
    texts = [Text(value="Kesäillan vesijumppa", language=language) for language in ("en", "fi", "sv")]
    assert named(*texts).texts == {"fi": "Kesäillan vesijumppa"}
    assert named(*[Text(value="Bingo", language=language) for language in ("en", "fi")]).texts == {"en": "Bingo", "fi": "Bingo"}


def test_a_feed_that_declares_english_for_everything_is_disproved_by_its_description() -> None:
    hints = hints_of((Text(value=FI, language="en"),))
    said = names_of((Text(value="Bingo", language="en"),), "", lambda text, _: text.value, notes(), hints)
    assert said.texts == {"fi": "Bingo"}


def test_a_declared_text_goes_before_one_that_was_taken_apart() -> None:
    texts = (Text(value="Satutunti / Sagostund", language="fi"), Text(value="Sagostund för små", language="sv"))
    assert named(*texts).texts == {"fi": "Satutunti", "sv": "Sagostund för små"}


def described(text: str, language: str = "", source: str = "fi") -> Said:
    return descriptions_of((Text(value=text, language=language),), source, lambda text, _: description(text.value), notes())


APART = [
    (f"{FI}\n\n{SV}", {"fi": FI, "sv": SV}),
    (f"{FI}\n{SV}", {"fi": FI, "sv": SV}),
    (f"<div>{FI}</div><div>{SV}</div>", {"fi": FI, "sv": SV}),
    (f"På svenska nedan\n\n{FI}\n\n***\n\n{SV}\n\nIn English:\n\n{EN}", {"fi": FI, "sv": SV, "en": EN}),
    (f"{FI}\n\nTervetuloa!\n\n{SV}\n\nVälkommen!", {"fi": f"{FI}\nTervetuloa!", "sv": f"{SV}\nVälkommen!"}),
    (f"{FI}\n\n{SV}\n\nKatu 1, 57100 Norppala", {"fi": f"{FI}\nKatu 1, 57100 Norppala", "sv": f"{SV}\nKatu 1, 57100 Norppala"}),
    (f"<h3>Satutunti</h3><p>{FI}</p><h3>Sagostund</h3><p>{SV}</p>", {"fi": f"Satutunti\n{FI}", "sv": f"Sagostund\n{SV}"}),
]


@pytest.mark.parametrize(("text", "parts"), APART)
def test_a_description_in_several_languages_is_taken_apart(text: str, parts: Texts) -> None:
    said = described(text)
    assert {language: words(html) for language, html in said.texts.items()} == parts
    assert {one.rule for one in said.evidence} == {"bilingual_description"}


@pytest.mark.parametrize("text", [FI, f"{FI}\n\nWelcome!", f"{FI} {SV}", f"{FI}\n\n{SV}\n\n{FI}", f"{FI}\n\nBingo & Jazz live\n\n{FI}"])
def test_what_is_not_clear_stays_whole_in_its_main_language(text: str) -> None:
    assert described(text).texts == {"fi": description(text)}


def test_an_english_description_of_a_finnish_source_is_english() -> None:
    said = described(EN)
    assert list(said.texts) == ["en"]
    assert [(one.field, one.value, one.rule) for one in said.evidence] == [("description", "en", "language_detected")]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from([FI, SV, EN, "<b>", "</b>", "<br>", "<p>", "</p>", "<ul><li>", "</li></ul>", "\n\n", "Katu 1", "In English"]),
        max_size=12,
    )
)
def test_what_is_taken_apart_is_clean_html_again(pieces: list[str]) -> None:
    for _, html in split_description(description("".join(pieces))):
        assert description(html) == html
