"""The small tree in easy language: one thing a sentence, at most ten words, no abbreviations, nothing that nobody told."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parsel import Selector

from normalize.model import Details, Feature, Offer, Registration, Start
from publish.easy_sentences import occurrence_sentences, series_sentences, term_sentences
from store.reading import TermRow
from tests.publish_joined import editions_of
from tests.publish_rows import HandMade, at, joined, publish, schedules, single, slug_of, small_region, weekly

SENIORS = TermRow(id="seniors", name={"fi": "Ikäihmiset", "sv": "Äldre", "en": "Older people"})
LONGEST = 10


def told(rows: HandMade, **details: Any) -> HandMade:
    return replace(rows, event_rows=[replace(rows.event_rows[0], details=Details(**details))], audience_rows=[SENIORS])


def sentences(folder: Path, path: str) -> list[str]:
    html = Selector((folder / "public" / path / "index.html").read_text(encoding="utf-8"))
    return [" ".join("".join(p.css("::text").getall()).split()) for p in html.css("main p")]


def chair() -> HandMade:
    rows = weekly("jumppa", "Tuolijumppa", (at("2026-11-24", "10:00"), at("2026-11-24", "11:00")), 8, skip=[date(2026, 12, 22)])
    return told(
        joined(rows),
        audience=("seniors",),
        offers=(Offer(price="3 €", minimum=3, maximum=3, currency="EUR"),),
        registration=Registration(required=False),
        accessibility=(Feature(code="step_free_entrance"),),
    )


def test_a_series_in_easy_finnish(tmp_path: Path) -> None:
    publish(chair(), tmp_path)
    assert sentences(tmp_path, f"fi/selko/s/{slug_of(chair(), 'Tuolijumppa')}")[:-1] == [
        "Se on joka tiistai.",
        "Seuraava kerta on tiistaina 24. marraskuuta.",
        "Se alkaa kello 10.",
        "Se loppuu kello 11.",
        "Sitä ei ole tiistaina 22. joulukuuta.",
        "Paikka on Kumppanuustalo Torikulma.",
        "Osoite on Torikatu 1.",
        "Kenelle: ikäihmiset.",
        "Hinta on 3 euroa.",
        "Sinun ei tarvitse ilmoittautua.",
        "Sisään pääsee ilman portaita.",
    ]


def test_cancelled_moved_and_over_are_said_first(tmp_path: Path) -> None:
    rows = small_region()
    publish(rows, tmp_path)
    assert sentences(tmp_path, f"fi/selko/t/{slug_of(rows, 'Kyläkirppis')}")[0] == "Tapahtuma on peruttu. Sitä ei järjestetä."
    later = joined(single("vanha", "Vanha juhla", at("2026-11-20", "18:00"), None))
    publish(later, tmp_path / "later")
    assert sentences(tmp_path / "later", f"fi/selko/t/{slug_of(later, 'Vanha juhla')}")[0] == "Tämä on jo loppunut."


OVERNIGHT = {
    "fi": ["Yötanssit on lauantaina 28. marraskuuta.", "Se alkaa kello 21.", "Se loppuu sunnuntaina 29. marraskuuta kello 2."],
    "sv": ["Evenemanget är lördag den 28 november.", "Det börjar klockan 21.", "Det slutar söndag den 29 november klockan 2."],
    "en": ["The event is on Saturday 28 November.", "It starts at 21.", "It ends on Sunday 29 November at 2."],
}


@pytest.mark.parametrize("language", OVERNIGHT)
def test_an_end_on_another_day_names_it_and_a_name_in_another_language_stays_out_of_sentences(language: str) -> None:
    rows = single("y", "Yötanssit", at("2026-11-28", "21:00"), at("2026-11-29", "02:00"))
    said = occurrence_sentences(rows.event_rows[0], rows.occurrence_rows[0], editions_of(rows)[language])
    assert list(said)[:3] == OVERNIGHT[language]


STRETCHES = [
    (
        at("2026-11-24", "17:00"),
        at("2026-11-25", "00:00"),
        ["Juhla on tiistaina 24. marraskuuta.", "Se alkaa kello 17.", "Se loppuu kello 24."],
    ),
    (date(2026, 11, 1), date(2026, 12, 1), ["Juhla on käynnissä nyt.", "Se jatkuu ja loppuu maanantaina 30. marraskuuta."]),
]


@pytest.mark.parametrize(("start", "end", "expected"), STRETCHES)
def test_midnight_is_of_its_day_and_what_goes_on_has_begun(start: Start, end: Start, expected: list[str]) -> None:
    rows = single("j", "Juhla", start, end, place_id="")
    said = list(occurrence_sentences(rows.event_rows[0], rows.occurrence_rows[0], editions_of(rows)["fi"]))
    assert said[: len(expected)] == expected


@pytest.mark.parametrize(
    ("rhythm", "expected"),
    [
        ("joka tiistai", ["Se on joka tiistai."]),
        ("arkipäivisin ma–pe", ["Se on arkipäivisin."]),
        ("joka vuosi 10.10.", ["Se on joka vuosi."]),
        ("", []),
    ],
)
def test_a_rhythm_has_no_short_words(rhythm: str, expected: list[str]) -> None:
    rows = chair()
    said = list(series_sentences(rows.event_rows[0], rhythm, editions_of(rows)["fi"]))
    assert said[: len(expected) + 1] == [*expected, "Seuraava kerta on tiistaina 24. marraskuuta."]


def test_a_bare_address_is_no_place_to_go_to() -> None:
    rows = single("j", "Juhla", at("2026-11-30", "18:00"), None, place_id="", place_text="https://kartta.example/?q=torppa")
    assert not any("kartta" in text for text in occurrence_sentences(rows.event_rows[0], rows.occurrence_rows[0], editions_of(rows)["fi"]))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_sentence_is_short_and_without_abbreviations(language: str, tmp_path: Path) -> None:
    publish(joined(chair(), small_region()), tmp_path, schedules=schedules())
    folder = {"fi": "fi/selko", "sv": "sv/lattlast", "en": "en/easy"}[language]
    found = [
        sentence
        for path in sorted((tmp_path / "public" / folder).rglob("index.html"))
        for text in sentences(tmp_path, str(path.parent.relative_to(tmp_path / "public")))
        for sentence in re.split(r"(?<=[^\d]\.)\s", text)
    ]
    assert len(found) > 30
    assert [text for text in found if len(text.split()) > LONGEST] == []
    assert [text for text in found if re.search(r"\b(klo|kl\.|esim|mm|yms|a\.m\.|p\.m\.|bl\.a)\b", text)] == []


def test_a_list_shows_at_most_ten_things_and_each_once(tmp_path: Path) -> None:
    rows = joined(*(single(f"e{n}", f"Juhla {n}", at("2026-11-24", f"{8 + n:02}:00"), None) for n in range(14)))
    publish(rows, tmp_path)
    html = Selector((tmp_path / "public/fi/selko/tanaan/index.html").read_text(encoding="utf-8"))
    assert html.css(".easy-item h2 a::text").getall() == [f"Juhla {n}" for n in range(10)]


REGISTRATIONS = st.builds(
    Registration, required=st.none() | st.booleans(), state=st.sampled_from(["", "open", "full", "waiting_list", "closed", "not_yet_open"])
)
DETAILS = st.builds(
    Details,
    is_accessible_for_free=st.none() | st.booleans(),
    offers=st.lists(
        st.builds(Offer, price=st.sampled_from(["", "5"]), minimum=st.none() | st.floats(0, 900), currency=st.just("EUR")), max_size=3
    ).map(tuple),
    registration=st.none() | REGISTRATIONS,
)


@given(DETAILS)
def test_nothing_is_said_to_be_free_open_or_easy_to_enter_that_nobody_told(details: Details) -> None:
    rows = told(single("x", "Juhla", at("2026-11-30", "18:00"), None))
    event = replace(rows.event_rows[0], details=details)
    said = list(term_sentences(event, editions_of(rows)["fi"]))
    assert ("Se ei maksa mitään." in said) == (details.is_accessible_for_free is True)
    assert ("Sinun ei tarvitse ilmoittautua." in said) <= (details.registration is not None and details.registration.required is False)
    assert not any("portaita" in sentence for sentence in said)


def test_what_a_day_is_stands_in_the_nominative_and_when_something_is_in_the_essive(tmp_path: Path) -> None:
    enrol = Registration(required=True, closes=date(2026, 11, 27))
    rows = told(single("retki", "Retki", at("2026-12-01", "18:00"), None), registration=enrol)
    publish(rows, tmp_path)
    assert "Tänään on tiistai 24. marraskuuta." in sentences(tmp_path, "fi/selko")
    said = sentences(tmp_path, f"fi/selko/t/{slug_of(rows, 'Retki')}")
    assert "Viimeinen ilmoittautumispäivä on perjantai 27. marraskuuta." in said
    assert "Retki on tiistaina 1. joulukuuta." in said
