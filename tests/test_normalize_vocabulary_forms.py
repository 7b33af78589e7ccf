"""The forms of words that the vocabulary's notation stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.vocabulary_forms import KNOWN_ENDINGS, stems_of, weak
from normalize.vocabulary_lexicon import Lexicon, Meaning, Word, tokens_of


def forms(word: str, language: str, mark: str = "") -> set[str]:
    return {f"{stem}{ending}" for stem, endings in stems_of(word, language, mark) for ending in endings}


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("jumppa", "jumppaa jumpan jumpassa jumppaan jumpalla jumpat jumppia jumppien"),
        ("kerho", "kerhon kerhossa kerhoon kerhot kerhoja kerhojen"),
        ("konsertti", "konsertin konserttia konserttiin konserteissa konsertteja konserttien"),
        ("myyjäiset", "myyjäisten myyjäisissä myyjäisiin myyjäisiä"),
        ("kirpputori", "kirpputorilla kirpputoreja kirpputorien"),
        ("luento", "luennot luentoja luennolla luentojen"),
        ("yhdistys", "yhdistyksen yhdistysten yhdistyksille"),
        ("kirjallisuus", "kirjallisuuden kirjallisuutta kirjallisuuteen"),
        ("talkoot", "talkoissa talkoisiin talkoiden"),
        ("markkinat", "markkinoilla markkinoille markkinoiden"),
        ("tanssit", "tansseissa tanssien tansseihin"),
        ("retki", "retken retkelle retkiä retkien"),
        ("perhe", "perheen perheet perheille perheiden"),
        ("käsityö", "käsityöt käsitöitä käsityön"),
        ("kahvila", "kahvilassa kahviloita kahvilat"),
        ("suunnistus", "suunnistusta suunnistuksen"),
        ("vertaistuki", "vertaistukea vertaistuen"),
        ("suomalainen", "suomalaista suomalaisen suomalaisten"),
    ],
)
def test_finnish_cases(word: str, others: str) -> None:
    assert set(others.split()) | {word} <= forms(word, "fi")


def test_the_singular_alone_keeps_masses_from_fairs() -> None:
    assert {"messu", "messun", "messussa", "messuun"} <= forms("messu", "fi", "sg")
    assert forms("messu", "fi", "sg").isdisjoint({"messut", "messuilla", "messujen"})


def test_where_alone() -> None:
    assert {"museossa", "museolla", "museoon", "museoista"} <= forms("museo", "fi", "loc")
    assert forms("museo", "fi", "loc").isdisjoint({"museo", "museon", "museot"})


@pytest.mark.parametrize(
    ("word", "language", "others"),
    [
        ("loppis", "sv", "loppisen loppisar"),
        ("kör", "sv", "kören körer körerna"),
        ("klubba", "sv", "klubbor klubborna"),
        ("cirkel", "sv", "cirkeln cirklar cirklarna"),
        ("class", "en", "classes"),
        ("party", "en", "parties"),
    ],
)
def test_other_endings(word: str, language: str, others: str) -> None:
    assert set(others.split()) <= forms(word, language)


def test_a_name_is_no_plural() -> None:
    assert "james" not in forms("jam", "en")


@pytest.mark.parametrize(("strong", "weakened"), [("jumppa", "jumpa"), ("tuki", "tui"), ("ilta", "illa"), ("runo", "runo"), ("", "")])
def test_weak_grade(strong: str, weakened: str) -> None:
    assert weak(strong) == weakened


@given(st.text(alphabet="aeikouyäölmnprstkv", min_size=3, max_size=12), st.sampled_from(["fi", "sv", "en", "se"]))
def test_every_ending_is_one_that_is_looked_for(word: str, language: str) -> None:
    assert all(endings <= KNOWN_ENDINGS for _, endings in stems_of(word, language))
    assert word in forms(word, language)


@pytest.mark.parametrize(
    ("written", "found", "passed"),
    [
        ("kirppis", ["kirppis", "Kirppiksellä"], ["kyläkirppis", "kirppispäivä"]),
        ("-kirppis", ["kirppis", "kyläkirppis", "Kyläkirppiksen"], ["kirppispäivä"]),
        ("kirppis-", ["kirppispäivä", "kirppis-ilta"], ["kyläkirppis", "kirppis"]),
        ("-kirppis-", ["kirppis", "kyläkirppis", "kirppispäivä"], ["kirkko"]),
        ("=kirppis", ["kirppis"], ["kirppiksen", "kyläkirppis"]),
        ("kaatumisten ehkäisy", ["Kaatumisten ehkäisyä", "kaatumisten-ehkäisyn ilta"], ["kaatumisten", "ehkäisy"]),
    ],
)
def test_the_notation(written: str, found: list[str], passed: list[str]) -> None:
    lexicon = Lexicon("fi")
    lexicon.add(written, Meaning(frozenset({"flea"})))
    assert [bool(lexicon.hits(tokens_of(text))) for text in found] == [True] * len(found)
    assert [bool(lexicon.hits(tokens_of(text))) for text in passed] == [False] * len(passed)


def test_a_word_is_taken_apart() -> None:
    assert Word.read("~-kerho/sg") == Word("kerho", is_weak=True, is_exact=False, is_tail=True, is_head=False, mark="sg")


def test_the_longer_end_wins_and_a_house_is_no_activity() -> None:
    lexicon = Lexicon("fi")
    lexicon.add("-jumppa", Meaning(frozenset({"gymnastics"})))
    lexicon.add("-vesijumppa", Meaning(frozenset({"swimming"})))
    lexicon.add("urheilu-", Meaning(frozenset({"exercise"})))
    lexicon.add("-talo", Meaning(is_place=True))
    told = {
        text: {target for hit in lexicon.hits(tokens_of(text)) for target in hit.targets}
        for text in ("Seniorivesijumppa", "urheilutalo", "urheiluilta", "urheilulainen")
    }
    assert told == {"Seniorivesijumppa": {"swimming"}, "urheilutalo": set(), "urheiluilta": {"exercise"}, "urheilulainen": set()}
