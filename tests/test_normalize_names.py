"""Names of events compared: the tables of pairs, contradictions, what is left out of a name, and what holds for any two names."""

from __future__ import annotations

import itertools
import json
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.names import Name, NameLikeness, best, compare, name_of
from tests import names_pairs, names_pairs_more
from tests.shared import REGION, needs_region

ALIKE, UNLIKE = 0.7, 0.5
LANGUAGES = ("fi", "sv", "en", "ru", "se", "und", "et", "ar", "xx")


def pairs(*tables: str) -> Iterator[tuple[str, Name, Name]]:
    """What the table says of each pair, and both names read."""
    for line in "\n".join(tables).strip().splitlines():
        if line.strip():
            said, _, rest = line.rpartition("; ") if "; " in line else ("", "", line)
            first, second = (side.split(": ", 1) for side in rest.split(" = "))
            yield said, name_of(first[1], first[0]), name_of(second[1], second[0])


def told(one: NameLikeness) -> tuple[float, list[str]]:
    return one.likeness, [contradiction.kind for contradiction in one.contradictions]


def test_names_of_one_thing_are_alike_and_do_not_contradict_in_any_pair_of_languages() -> None:
    wrong = [
        f"{a.text} ~ {b.text}: {told(compare(a, b))}"
        for _, a, b in pairs(names_pairs.SAME, names_pairs_more.SAME)
        if compare(a, b).likeness < ALIKE or compare(a, b).contradictions
    ]
    assert wrong == []


def test_names_of_different_things_are_not_alike() -> None:
    different = pairs(names_pairs.DIFFERENT, names_pairs_more.DIFFERENT)
    wrong = [f"{a.text} ~ {b.text}: {told(compare(a, b))}" for _, a, b in different if compare(a, b).likeness > UNLIKE]
    assert wrong == []


def test_names_that_say_different_things_of_one_matter_contradict_and_are_not_alike() -> None:
    wrong = [
        f"{kind}: {a.text} ~ {b.text}: {told(compare(a, b))}"
        for kind, a, b in pairs(names_pairs.CONTRADICTED)
        if kind not in told(compare(a, b))[1] or compare(a, b).likeness > UNLIKE
    ]
    assert wrong == []


def test_names_that_only_say_more_or_otherwise_do_not_contradict() -> None:
    wrong = [
        f"{a.text} ~ {b.text}: {told(compare(a, b))}" for _, a, b in pairs(names_pairs.NOT_CONTRADICTED) if compare(a, b).contradictions
    ]
    assert wrong == []


@needs_region
def test_the_names_of_every_duplicate_of_the_region_are_alike() -> None:
    told_of = json.loads((REGION / "scenario.json").read_text(encoding="utf-8"))
    names = {event["key"]: name_of(event["title"], event.get("lang", "fi")) for event in told_of["events"]}
    found = [compare(names[a], names[b]) for group in told_of["expected_duplicates"] for a, b in itertools.combinations(group, 2)]
    assert len(found) > 12
    assert all(one.likeness > ALIKE and not one.contradictions for one in found)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("Joulumyyjäiset", "Christmas Fair"), ("Kielikahvila", "Språkcafé"), ("Jooga aloittelijoille", "Yoga for beginners")],
)
def test_a_name_in_another_language_than_its_source_says_is_found_all_the_same(ours: str, theirs: str) -> None:
    assert compare(name_of(ours, "fi"), name_of(theirs, "fi")).likeness > ALIKE


def test_there_are_enough_pairs_for_a_table() -> None:
    assert len(list(pairs(*(getattr(names_pairs, table) for table in ("SAME", "DIFFERENT", "CONTRADICTED", "NOT_CONTRADICTED"))))) > 300


def test_a_translated_pair_says_so_and_shows_the_words_as_they_are_written() -> None:
    found = compare(name_of("Museon joulupaja", "fi"), name_of("Julverkstad på museet", "sv"))
    assert (found.is_translated, found.shared) == (True, ("Museon", "joulu", "paja"))
    same = compare(name_of("Käsityöilta", "fi"), name_of("Käsityöilta Torikulmassa", "fi"))
    assert (same.is_translated, same.shared) == (False, ("Käsityö", "ilta"))


def test_a_contradiction_says_what_both_sides_say() -> None:
    found = compare(name_of("Salibandyottelu U12", "fi"), name_of("U14-salibandyottelu", "fi")).contradictions
    assert [(one.kind, one.a, one.b) for one in found] == [("number", "u12", "u14")]
    found = compare(name_of("Jazzklubi: Kuura Trio", "fi"), name_of("Jazzklubi: Häive Trio", "fi")).contradictions
    assert [(one.kind, one.a, one.b) for one in found] == [("performer", "Kuura", "Häive")]


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("Muskari 2–4-vuotiaille", "fi", ("age:2-4",)),
        ("Musiklek 4–6 år", "sv", ("age:4-6",)),
        ("Ages 3-5 storytime", "en", ("age:3-5",)),
        ("Jumppa 65+", "fi", ("age:65-",)),
        ("Jumppa yli 65-vuotiaille", "fi", ("age:65-",)),
        ("Kokkikerho 3.–6.-lk", "fi", ("grade:3-6",)),
        ("Kockklubb för åk 3–6", "sv", ("grade:3-6",)),
        ("Vauvauinti 4-11 kk", "fi", ("months:4-11",)),
        ("U12-ottelu", "fi", ("class:u12",)),
        ("Ensiapukurssi EA1", "fi", ("no:1",)),
        ("Ensiapu osa 2", "fi", ("no:2",)),
        ("Kurs, del 2/5", "sv", ("no:2",)),
        ("Watercolour Part II", "en", ("no:2",)),
        ("2. osa: Keramiikka", "fi", ("no:2",)),
        ("Ryhmä B: jumppa", "fi", ("no:b",)),
        ("Keramiikka, jatko (210134)", "fi", ("code:210134",)),
        ("Englanti B1", "fi", ("cefr:b1",)),
        ("Joulukonsertti 2026", "fi", ("year:2026",)),
        ("Joulukonsertti la 12.12.2026 klo 18.00–19.30", "fi", ()),
        ("Farmers Market – Saturdays 8am–1pm", "en", ()),
        ("Concert, December 12th, 2026", "en", ()),
        ("Lounas 12,50 €", "fi", ()),
        ("Peli-ilta pe 27.11. klo 17", "fi", ()),
    ],
)
def test_figures_are_read_by_their_role_and_dates_times_and_prices_left_out(text: str, language: str, numbers: tuple[str, ...]) -> None:
    assert name_of(text, language).numbers == numbers


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Joulupaja", "fi", ("joulu", "paja")),
        ("Julverkstad", "sv", ("joulu", "paja")),
        ("Christmas workshop", "en", ("joulu", "paja")),
        ("Mátki girjerádjui", "se", ("retki", "kirjasto")),
        ("Языковое кафе", "ru", ("kieli", "kahvila")),
        ("Talvilintuja laskemaan", "fi", ("talvi", "lintu", "laskenta")),
        ("Musiikkiopiston kevätkonsertti", "fi", ("musiikki+opisto", "kevat", "konsertti")),
        ("Punkaharjun joulupolku", "fi", ("=punkaharju", "joulu", "polku")),
        ("PERUTTU: Kirppis", "fi", ("kirpputori",)),
        ("Christmas fair", "en", ("joulu", "markkinat/messut/myyjaiset")),
    ],
)
def test_a_name_is_kept_as_concepts_and_stems(text: str, language: str, words: tuple[str, ...]) -> None:
    assert name_of(text, language).words == words


@pytest.mark.parametrize("name", ["Joulupolku Torikulmassa", "Torikulman joulupolku", "Joulupolku, Torikulma", "Joulupolku Torikulmalla"])
def test_known_words_say_where_and_not_what_in_every_form(name: str) -> None:
    read = name_of(name, "fi", frozenset({"torikulma"}))
    assert dict(zip(read.words, read.kinds, strict=True)) == {
        "joulu": "m",
        "polku": "c",
        **{word: "w" for word in read.words if "torikulm" in word},
    }
    assert compare(read, name_of("Joulupolku", "fi")).likeness > 0.9


def test_an_everyday_word_stays_what_it_is_where_an_organizer_is_called_by_it() -> None:
    assert name_of("Jooga", "fi", frozenset({"norppalan jooga"})).kinds == "c"


def test_audience_level_and_language_are_read() -> None:
    name = name_of("Naisten joogan alkeet englanniksi", "fi")
    assert (name.audience, name.level, name.spoken) == (("women",), "beginner", ("en",))


def test_the_best_pair_of_two_events_names_is_taken() -> None:
    ours = [name_of("Kielikahvila", "fi"), name_of("Language café", "en")]
    assert best(ours, [name_of("Kirppis", "fi"), name_of("Språkcafé", "sv")]).likeness == 1
    assert best(ours, []).likeness == 0


def test_what_is_shared_weighs_more_the_more_it_says() -> None:
    club, fair = name_of("Kerho", "fi"), name_of("Käsityöläisten joulumyyjäiset", "fi")
    assert compare(club, club).weight < compare(fair, fair).weight


MADE_UP = [
    "joulu",
    "konsertti",
    "kerho",
    "vauvoille",
    "kirjastossa",
    "jatko",
    "norppa",
    "story",
    "time",
    "julverkstad",
    "lapsille",
    "osa",
    "2",
    "u12",
]
texts = st.text(st.sampled_from("abcdefghijklmnopqrstuvxyzåäöÅÄÖABC 0123456789-–:,.()'!йцёжشل"), max_size=60)
word_lists = st.lists(
    st.sampled_from(MADE_UP),
    max_size=7,
)
languages = st.sampled_from(LANGUAGES)


@settings(deadline=None)
@given(texts, languages, texts, languages)
def test_likeness_is_the_same_both_ways_and_between_0_and_1(first: str, language: str, second: str, other: str) -> None:
    a, b = name_of(first, language), name_of(second, other)
    one, turned = compare(a, b), compare(b, a)
    assert 0 <= one.likeness <= 1
    assert (one.likeness, one.weight, one.is_translated) == (turned.likeness, turned.weight, turned.is_translated)
    assert [(each.kind, each.a, each.b) for each in one.contradictions] == [(each.kind, each.b, each.a) for each in turned.contradictions]


@settings(deadline=None)
@given(word_lists, word_lists, languages)
def test_made_up_names_are_compared_the_same_both_ways(first: list[str], second: list[str], language: str) -> None:
    a, b = name_of(" ".join(first), language), name_of(" ".join(second), language)
    assert compare(a, b).likeness == compare(b, a).likeness


@settings(deadline=None)
@given(texts, languages)
def test_a_name_is_itself(text: str, language: str) -> None:
    name = name_of(text, language)
    assert compare(name, name).likeness == (1 if any(letter.isalnum() for letter in text) else 0)


@settings(deadline=None)
@given(texts.filter(lambda text: any(letter.isalnum() for letter in text)), languages)
def test_case_white_space_and_decoration_change_nothing(text: str, language: str) -> None:
    name = name_of(text, language)
    assert compare(name, name_of(text.upper(), language)).likeness == 1
    assert compare(name, name_of(f"  ★ {text.replace(' ', '  ')} 🎄 ", language)).likeness == 1


@settings(deadline=None)
@given(st.permutations(["joulu", "konsertti", "kirjastossa", "lapsille", "norppa"]), languages)
def test_the_order_of_words_changes_nothing(words: list[str], language: str) -> None:
    other = name_of("lasten joulukonsertti", "fi")
    in_order = name_of("joulu konsertti kirjastossa lapsille norppa", language)
    assert compare(name_of(" ".join(words), language), other).likeness == compare(in_order, other).likeness


@settings(deadline=None)
@given(texts, languages)
def test_a_name_is_kept_as_json_and_read_back(text: str, language: str) -> None:
    name = name_of(text, language)
    assert Name.model_validate_json(name.model_dump_json()) == name
    assert len(json.dumps(name.model_dump())) < 6_000


@pytest.mark.parametrize(
    "text",
    [
        "a" * 20_000,
        "ä " * 10_000,
        "1-" * 10_000,
        "(" * 20_000,
        "klo " * 5_000,
        "joulu" * 4_000,
        "12." * 7_000,
        "A vs B " * 3_000,
        "\u0301" * 20_000,
    ],
)
def test_a_hostile_name_is_read_and_compared_at_once(text: str) -> None:
    before = time.process_time()
    name = name_of(text, "fi")
    compare(name, name_of(text + "x", "sv"))
    assert time.process_time() - before < 1
    assert len(name.text) <= 300
