"""The doctor's words: complete in three languages, plain, and never a bare "invalid"."""

from __future__ import annotations

import re
import string

import pytest

from harvesters.platforms import PLATFORMS
from kooste.doctor_words import REPORT
from normalize.finding import LEVELS, Finding
from normalize.finding_mend import ALIASES, LINKS, PROGRAMS, TOPICS, mend_of
from normalize.finding_mend_en import MEND_EN
from normalize.finding_mend_fi import MEND_FI
from normalize.finding_mend_sv import MEND_SV
from normalize.finding_words import KIND_WORDS, LEVEL_WORDS, WORDS, Lang, told

LANGUAGES: tuple[Lang, ...] = ("fi", "sv", "en")
JARGON = re.compile(
    r"VEVENT|RRULE|DTSTART|DTEND|SUMMARY|VTIMEZONE|TZID|EXDATE|\bRFC\b|iCalendar|\bHTTP\b|parse|virheelli|epäkelpo|ogiltig|invalid",
    re.IGNORECASE,
)


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_languages_tell_the_same_findings() -> None:
    assert set(WORDS["fi"]) == set(WORDS["sv"]) == set(WORDS["en"])


@pytest.mark.parametrize("code", sorted(WORDS["fi"]))
def test_every_finding_is_told_in_whole_sentences_and_names_the_same_values(code: str) -> None:
    told_values = []
    for language in LANGUAGES:
        words = WORDS[language][code]
        assert words.what
        for text in (words.what, words.why, words.mend):
            assert re.search(r"[.!?}]$", text) or not text, (language, text)
            assert not JARGON.search(text), (language, JARGON.findall(text))
        assert code == "other" or words.mend
        named = names(words.what) | names(words.why) | names(words.mend)
        told_values.append({"n" if name == "events" else name for name in named})
    assert told_values[0] == told_values[1] == told_values[2]


@pytest.mark.parametrize("code", sorted(set(WORDS["fi"]) - {"address_webcal", "address_no_scheme", "other"}))
def test_every_finding_says_why_it_matters(code: str) -> None:
    assert all(WORDS[language][code].why for language in LANGUAGES)


def test_the_three_levels_have_their_words() -> None:
    assert LEVEL_WORDS["fi"] == {"blocks": "estää", "mend": "korjaa pian", "hint": "vinkki"}
    assert all(set(words) == set(LEVELS) for words in LEVEL_WORDS.values())


def test_the_tables_of_programs_are_the_same_in_every_language() -> None:
    assert {topic: set(table) for topic, table in MEND_FI.items()} == {topic: set(table) for topic, table in MEND_SV.items()}
    assert {topic: set(table) for topic, table in MEND_FI.items()} == {topic: set(table) for topic, table in MEND_EN.items()}


def test_every_topic_and_program_of_the_table_exists() -> None:
    assert set(TOPICS.values()) == set(MEND_FI)
    assert {program for table in MEND_FI.values() for program in table} == set(PROGRAMS)
    assert set(PROGRAMS) | set(ALIASES) | {program for _, program in LINKS} <= set(PLATFORMS)
    assert set(TOPICS) <= set(WORDS["fi"])


def test_six_programs_are_told_how_to_publish_end_and_place() -> None:
    for topic in ("publish", "end", "all_day", "place", "exceptions", "members"):
        assert set(MEND_FI[topic]) == set(PROGRAMS), topic


@pytest.mark.parametrize("table", [MEND_FI, MEND_SV, MEND_EN], ids=LANGUAGES)
def test_advice_is_whole_sentences_without_values(table: dict[str, dict[str, str]]) -> None:
    for topic, programs in table.items():
        for program, text in programs.items():
            assert text.endswith("."), (topic, program)
            assert not names(text)
            assert not JARGON.search(text), (topic, program)


def test_an_apple_calendar_is_worked_like_icloud_and_an_unknown_program_by_general_advice() -> None:
    assert mend_of("end", "apple", "fi") == MEND_FI["end"]["icloud"]
    assert mend_of("end", "mobilizon", "fi") == ""
    finding = Finding(code="no_end", level="mend", count=1)
    assert told(finding, "fi", "mobilizon").mend == WORDS["fi"]["no_end"].mend
    assert told(finding, "fi", "google").mend == MEND_FI["end"]["google"]


def test_one_event_is_counted_in_the_singular() -> None:
    finding = Finding(code="no_end", level="mend", count=1)
    assert told(finding, "en").what == "The end is missing in 1 event."
    assert told(finding, "fi").what == "Päättymisaika puuttuu 1 tapahtumasta."


def test_a_secret_address_with_a_public_form_names_it() -> None:
    known = Finding(code="address_secret", level="mend", values={"public": "https://calendar.example/public.ics"})
    assert "https://calendar.example/public.ics" in told(known, "fi").mend
    assert "public" not in told(Finding(code="address_secret", level="mend"), "fi").mend


def test_the_words_around_the_findings_are_complete() -> None:
    for key in REPORT["fi"]:
        assert {language: names(REPORT[language][key]) for language in LANGUAGES} == dict.fromkeys(LANGUAGES, names(REPORT["fi"][key]))
    assert set(REPORT["fi"]) == set(REPORT["sv"]) == set(REPORT["en"])


def test_a_file_is_called_by_its_name_in_every_language() -> None:
    assert told(Finding(code="file_kind", level="blocks", values={"kind": "image"}), "fi").what.endswith("(kuva).")
    assert set(KIND_WORDS["fi"]) == set(KIND_WORDS["sv"]) == set(KIND_WORDS["en"]) == {"pdf", "office", "image", "packed"}
