"""Topics, subjects, audiences and life situations of events, by codes, categories and words; and a vocabulary laid over another."""

from __future__ import annotations

import csv
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kooste.vocabulary import vocabulary
from normalize.phrase_audience_words import AUDIENCES
from normalize.vocabulary import Classified, Vocabulary, VocabularyFile, entries_of, extended
from normalize.vocabulary_codes import code_of
from normalize.vocabulary_entries import LANGUAGES, MOST_TOPICS
from tests.shared import REGION, needs_region
from tests.vocabulary_titles import rows

WORDS = vocabulary()


def misses(titles: list[tuple[str, str, frozenset[str], frozenset[str]]]) -> list[tuple[str, Classified]]:
    """Titles whose topics are not just those told, or whose subjects lack one of those told, with what was found."""
    found = [(title, WORDS.classify({language: title}), topics, subjects) for language, title, topics, subjects in titles]
    return [(title, got) for title, got, topics, subjects in found if set(got.topics) != topics or not subjects <= set(got.subjects)]


def test_titles_as_publishers_write_them() -> None:
    assert len(rows()) >= 250
    assert misses(rows()) == []


def test_capitals_and_spaces_change_nothing() -> None:
    assert misses([(language, f"  {title.upper()} ", topics, subjects) for language, title, topics, subjects in rows()]) == []


def test_the_words_of_a_place_or_an_organizer_tell_nothing() -> None:
    assert WORDS.classify({"fi": "Avoin ilta Tanssipaviljongilla"}).topics == ("music",)
    assert WORDS.classify({"fi": "Avoin ilta Tanssipaviljongilla"}, places=["Rannan tanssipaviljonki"]).topics == ()
    assert WORDS.classify({"fi": "Joulupaja Museo Kalliossa"}, places=["Museo Kallio"]).topics == ("crafts",)
    assert WORDS.classify({"en": "Bingo at the Dance Theatre"}).topics == ("company",)
    assert WORDS.classify({"fi": "Museokierros"}, places=["Museokierros"]).topics == ("culture",), "a title is never emptied"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("yso:p916", "yso:p916"),
        ("YSO:P916", "yso:p916"),
        ("http://www.yso.fi/onto/yso/p916", "yso:p916"),
        ("https://linkedevents.example/v1/keyword/yso:p916/", "yso:p916"),
        ("http://www.yso.fi/onto/koko/p916", "koko:p916"),
        ("https://linkedevents.example/v1/keyword/tsl:p17/", "tsl:p17"),
        ("http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P27.1", "ptv:P27.1"),
        ("P27.1", "ptv:P27.1"),
        ("http://uri.suomi.fi/codelist/ptv/ptvkohderyhmat/code/KR1.1", "ptv:KR1.1"),
        ("KE4", "ptv:KE4"),
        ("ht_urheilu", "lahella:ht_urheilu"),
        ("P12", ""),
        ("Liikunta", ""),
        ("yso: mitä?", ""),
        ("", ""),
    ],
)
def test_ids_in_any_form(value: str, code: str) -> None:
    assert code_of(value) == code


@pytest.mark.parametrize(
    ("values", "topics", "audience"),
    [
        (["http://www.yso.fi/onto/yso/p916"], ("exercise",), ()),
        (["yso:p27829"], ("exercise",), ()),
        (["http://www.yso.fi/onto/koko/p916"], (), ()),
        (["ht_kulttuuri", "hm_harrastukset"], ("culture",), ()),
        (["P25.6", "KR1.1"], ("faith",), ("seniors",)),
        (["ptv:P4.12"], ("wellbeing",), ()),
        (["tsl:p18"], (), ("children", "families")),
        (["yso:p4354", "yso:p11617"], (), ("children", "youth")),
        (["Liikunta", "Nuoret"], ("exercise",), ("youth",)),
        (["Lapset ja perheet"], ("company",), ("families",)),
        (["Kulttuuri ja vapaa-aika"], (), ()),
        (["Musik", "Konserter"], ("music",), ()),
        (["Performing Arts"], ("culture",), ()),
    ],
)
def test_codes_and_categories_are_declared(values: list[str], topics: tuple[str, ...], audience: tuple[str, ...]) -> None:
    found = WORDS.classify({"fi": "Talvi-ilta"}, categories=values)
    assert (found.topics, found.audience_from_codes) == (topics, audience)
    assert {why.certainty for why in found.evidence} <= {"declared"}


def test_every_assignment_has_its_reason() -> None:
    found = WORDS.classify({"fi": "Ikäihmisten vesijumppaa"}, categories=["yso:p2433"], concepts=["ptv:P27.1"])
    assert {(why.field, why.value, why.origin, why.rule, why.certainty) for why in found.evidence} == {
        ("audience", "seniors", "CATEGORIES", "vocabulary_code", "declared"),
        ("concepts", "yso:p2433", "CATEGORIES", "vocabulary_code", "declared"),
        ("concepts", "ptv:P27.1", "CONCEPT", "vocabulary_code", "declared"),
        ("topics", "exercise", "CONCEPT", "vocabulary_code", "declared"),
        ("subjects", "swimming", "SUMMARY", "title_words", "read"),
    }
    assert [why.quote for why in found.evidence if why.field == "subjects"] == ["vesijumppaa"]


@given(st.sampled_from([row[:2] for row in rows()]), st.lists(st.sampled_from(["Liikunta", "yso:p1808", "Nuoret", "x"]), max_size=3))
def test_evidence_stands_for_exactly_what_is_found(row: tuple[str, str], categories: list[str]) -> None:
    language, title = row
    found = WORDS.classify({language: title}, categories=categories)
    by_field = {name: {why.value for why in found.evidence if why.field == name} for name in ("topics", "subjects", "audience", "concepts")}
    assert by_field == {
        "topics": set(found.topics),
        "subjects": set(found.subjects),
        "audience": set(found.audience_from_codes),
        "concepts": set(found.concepts),
    }
    assert all(len(why.quote) <= 80 for why in found.evidence)
    assert {topic for one in found.subjects for topic in WORDS.subject[one].topics} <= set(found.topics)


def test_a_description_tells_only_where_nothing_else_does_and_three_of_its_words_agree() -> None:
    told = {"fi": "Kuoro laulaa, orkesteri soittaa ja lopuksi tanssitaan tangoa. Kahvia ja leivontaa."}
    found = WORDS.classify({"fi": "Keskiviikkoilta"}, told)
    assert (found.topics, found.subjects) == (("music",), ())
    assert {why.certainty for why in found.evidence} == {"inferred"}
    assert WORDS.classify({"fi": "Bingo"}, told).topics == ("company",)
    assert WORDS.classify({"fi": "Keskiviikkoilta"}, {"fi": "Kuoro laulaa."}).topics == ()
    assert WORDS.classify({"fi": "Keskiviikkoilta"}, {"fi": "Tervetuloa! Kuoro, orkesteri ja tangoa."}).topics == ()


@given(st.text(max_size=200))
def test_any_text_is_taken(text: str) -> None:
    found = WORDS.classify({"fi": text, "und": text}, {"fi": text}, [text], [text])
    assert set(found.topics) <= set(WORDS.topic)


def test_the_same_record_gives_the_same_answer() -> None:
    again = Vocabulary.model_validate(WORDS.model_dump())
    for language, title, *_ in rows():
        assert again.classify({language: title}) == WORDS.classify({language: title})


def test_a_hostile_title_is_quick() -> None:
    assert WORDS.classify({"fi": "jumppa" * 4000}).topics == ()
    assert WORDS.classify({"fi": "jumppa-" * 4000}).topics == ("exercise",)


@pytest.mark.parametrize(
    ("topics", "subjects", "audience", "classes"),
    [
        (["exercise"], [], [], ("P27.1",)),
        (["exercise", "nature"], ["skiing"], [], ("P27.1",)),
        (["wellbeing"], ["peer_support", "memory"], [], ("P4.2", "P4.12", "P5.16", "P5.17")),
        (["learning"], ["finnish_learning"], ["immigrants"], ("P4.11", "P22.3")),
        (["music"], [], ["youth"], ("P25.2", "P28.2")),
        ([], [], ["youth"], ()),
        (["markets"], [], [], ()),
        (["nobody_has_it"], ["nor_this"], ["nor_that"], ()),
    ],
)
def test_service_classes(topics: list[str], subjects: list[str], audience: list[str], classes: tuple[str, ...]) -> None:
    assert WORDS.service_classes_of(topics, subjects, audience) == classes


def test_target_groups_are_the_closest_ones() -> None:
    assert WORDS.target_groups_of(["seniors", "visually_impaired"]) == ("KR1.1", "KR1.6")
    assert WORDS.target_groups_of(["immigrants"]) == ()


@pytest.mark.parametrize(
    ("title", "audience", "situation"),
    [
        ("Imetystukiryhmä", [], "new_baby"),
        ("Uinti", ["babies_toddlers"], "new_baby"),
        ("Ystäväkahvila", [], "loneliness"),
        ("Muistikahvila", [], "memory_worries"),
        ("Omaishoitajien tapaaminen", [], "informal_care"),
        ("Tuolijumppa", [], "functional_ability"),
        ("Vesijumppa", ["seniors"], "functional_ability"),
        ("Kielikahvila", [], "learning_finnish"),
        ("Kielikahvila", [], "new_in_town"),
        ("Työnhakuilta", ["unemployed"], "unemployment"),
        ("Eroryhmä", [], "separation"),
        ("AA-ryhmä", [], "mind_and_substances"),
        ("Sururyhmä", [], "bereavement"),
        ("Perhekerho", [], "family_life"),
    ],
)
def test_life_situations(title: str, audience: list[str], situation: str) -> None:
    assert situation in WORDS.classify({"fi": title}, audience=audience).life_situations


def test_a_concert_for_everybody_helps_in_no_life_situation() -> None:
    assert WORDS.classify({"fi": "Joulukonsertti"}).life_situations == ()


def test_the_packaged_vocabulary_is_complete() -> None:
    assert len(WORDS.topics) <= MOST_TOPICS
    assert {entry.id for entry in WORDS.audiences} == {code for code, _ in AUDIENCES}
    for _, entry in entries_of(WORDS):
        assert set(LANGUAGES) <= set(entry.name), entry.id
    assert all(set(LANGUAGES) <= set(entry.description) for entry in (*WORDS.topics, *WORDS.situations))


def test_its_own_names_as_a_category_are_understood() -> None:
    for entry in (*WORDS.topics, *WORDS.subjects):
        for name in entry.name.values():
            found = WORDS.classify({"fi": "Ilta"}, categories=[f" {name.upper()}"])
            assert (set(found.topics), set(found.subjects) <= {entry.id}) == (set(WORDS.classifier.topics_of[entry.id]), True), name


def test_an_audience_s_own_names_as_a_category_are_understood() -> None:
    for entry in WORDS.audiences:
        for name in entry.name.values():
            assert WORDS.classify({"fi": "Ilta"}, categories=[f" {name.upper()}"]).audience_from_codes == (entry.id,)


@needs_region
def test_codes_of_the_national_register_exist() -> None:
    def codes(name: str) -> set[str]:
        with (REGION / name).open(encoding="utf-8", newline="") as file:
            return {row["code"] for row in csv.DictReader(file, delimiter="\t") if row.get("status", "VALID") == "VALID"}

    classes, groups = codes("ptv_service_classes.tsv"), codes("ptv_target_groups.tsv")
    assert {code for entry in (*WORDS.topics, *WORDS.subjects) for code in entry.ptv} <= classes
    assert {code for entry in WORDS.situations for code in entry.ptv} <= classes
    assert {code for entry in WORDS.audiences for code in entry.service_classes} <= classes
    assert {code for entry in WORDS.audiences for code in entry.ptv} <= groups
    told = {code.removeprefix("ptv:") for _, entry in entries_of(WORDS) for code in entry.codes if code.startswith("ptv:")}
    assert told <= classes | groups


LOCAL: Mapping[str, object] = {
    "topics": [{"id": "exercise", "name": {"fi": "Liikkuminen"}, "words": {"fi": ["-potkunyrkkeily"]}}],
    "subjects": [
        {"id": "curling", "topic": "exercise", "name": {"fi": "Curling", "sv": "Curling", "en": "Curling"}, "words": {"fi": ["kiviilta"]}}
    ],
    "without": ["tasting"],
}


def test_a_town_s_own_words_and_names_lie_over_the_packaged_ones() -> None:
    ours = extended(WORDS, VocabularyFile.model_validate(LOCAL))
    assert (ours.topic["exercise"].name["fi"], ours.topic["exercise"].name["sv"]) == ("Liikkuminen", WORDS.topic["exercise"].name["sv"])
    assert ours.classify({"fi": "Potkunyrkkeilyä"}).topics == ("exercise",)
    assert ours.classify({"fi": "Kivi-ilta ja kiviilta"}).subjects == ("curling",)
    assert ours.classify({"fi": "Vesijumppa"}).subjects == ("swimming",)
    assert "tasting" not in ours.subject


def test_a_town_s_own_vocabulary_may_stand_alone() -> None:
    name = {"fi": "Ulkona", "sv": "Ute", "en": "Outside"}
    alone = VocabularyFile.model_validate(
        {"replaces": True, "topics": [{"id": "out", "name": name, "description": name, "words": {"fi": ["ulko-"]}}]}
    )
    ours = extended(WORDS, alone)
    assert [entry.id for entry in ours.topics] == ["out"]
    assert ours.classify({"fi": "Ulkoilta, jumppaa"}).topics == ("out",)


@pytest.mark.parametrize(
    ("local", "words"),
    [
        ({"subjects": [{"id": "curling", "name": {"fi": "Curling"}}]}, "missing in sv, en"),
        ({"subjects": [{"id": "yoga_pilates", "topic": "excercise"}]}, "did you mean 'exercise'"),
        ({"without": ["nature"]}, "'nature' is not known"),
        ({"situations": [{"id": "new_baby", "any_of": [{}]}]}, "would hold for every event"),
        ({"audiences": [{"id": "swimmers"}]}, "missing in fi, sv, en"),
        ({"topics": [{"id": "nature", "codes": ["yso:p916"]}]}, "stands at two entries"),
    ],
)
def test_what_does_not_go_together_is_refused(local: Mapping[str, object], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        extended(WORDS, VocabularyFile.model_validate(local))


def test_thirteen_topics_are_too_many() -> None:
    name = {"fi": "Muu", "sv": "Annat", "en": "Other"}
    with pytest.raises(ValidationError, match="13 of them; at most 12"):
        extended(WORDS, VocabularyFile.model_validate({"topics": [{"id": "other", "name": name, "description": name}]}))
