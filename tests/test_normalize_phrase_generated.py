"""Ages, prices, places left and addresses written from random figures in the forms pages use, and read back."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from normalize.phrase import read_phrase
from normalize.phrase_access import read_accessibility
from tests.phrases import REFERENCE

AGE_RANGES = (
    "{0}–{1}-vuotiaille", "{0}-{1} -vuotiaat", "{0} - {1} v.", "{0}–{1}v", "{0}-{1}-v.", "({0}–{1} v)", "ikä: {0}–{1}",
    "Ikäsuositus {0}-{1} v",
    "{0}–{1} vuotiaat", "för {0}–{1}-åringar", "{0}-{1} år", "i åldern {0}–{1} år", "mellan {0} och {1} år", "ages {0}–{1}",
    "aged {0} to {1}",
    "{0}-{1} years old", "{0}–{1}-year-olds",
)  # fmt: skip
LOWEST = (
    "yli {}-vuotiaille", "yli {} v.", "{}+", "+{}", "{} +", "{} vuotta täyttäneille", "vähintään {}-vuotiaille", "ikäraja {} v",
    "{}-vuotiaat ja vanhemmat",
    "över {} år", "{} år fyllda", "från {} år", "{} år och äldre", "over {}s", "ages {} and up", "{} and over", "at least {} years",
)  # fmt: skip
COMPANY = (
    "alle {}-v. aikuisen seurassa", "alle {}-vuotiaat vain huoltajan seurassa", "Alle {} v. vain aikuisen seurassa",
    "barn under {} år i vuxens sällskap",
    "under {}s must be accompanied by an adult",
)  # fmt: skip
GRADES = (
    "{0}.–{1}. lk",
    "{0}-{1}-luokkalaiset",
    "{0}.-{1}.-luokkalaisille",
    "åk {0}–{1}",
    "årskurs {0}-{1}",
    "grades {0}–{1}",
    "luokat {0}–{1}",
)
BIRTHS = ("{0}–{1} syntyneet", "v. {0}-{1} syntyneille", "s. {0}–{1}", "födda {0}–{1}", "born {0}-{1}")
ONE_PRICE = (
    "{} €",
    "{}€",
    "{} e",
    "{}e",
    "{} euroa",
    "{} EUR",
    "€{}",
    "hinta {} €",
    "Hinta: {} euroa",
    "liput {} €",
    "pääsymaksu {} e",
    "inträde {} €",
    "avgift {} euro",
)
TWO_PRICES = ("{0}/{1} €", "liput {0}/{1} e", "{0} € / {1} €", "{0}€/{1}€", "biljetter {0}/{1} €", "tickets {0}/{1} €")
UNITS = (
    ("/krt", "per_visit"),
    ("/kerta", "per_visit"),
    ("/kausi", "per_season"),
    ("/kk", "per_month"),
    ("/hlö", "per_person"),
    ("/gång", "per_visit"),
)
LEFT = (
    "{} paikkaa jäljellä",
    "{} vapaata paikkaa",
    "vapaana {} paikkaa",
    "Vapaita paikkoja: {}",
    "{} platser kvar",
    "{} lediga platser",
    "{} places left",
)
SHARE = ("vapaita paikkoja {0}/{1}", "{0}/{1} paikkaa vapaana", "lediga platser {0}/{1}")
CAPACITY = (
    "ryhmään mahtuu {} osallistujaa",
    "max {} osallistujaa",
    "enintään {} henkilöä",
    "högst {} deltagare",
    "max. {} participants",
    "room for {}",
)
FEATURES = (
    ("hissi", "lift"), ("induktiosilmukka", "induction_loop"), ("inva-wc", "accessible_toilet"),
    ("viittomakielen tulkkaus", "sign_language_interpretation"),
    ("pyörätuolipaikkoja", "wheelchair_seats"), ("esteetön sisäänkäynti", "step_free_entrance"),
)  # fmt: skip


def read(text: str, kind: str, language: str = "fi") -> dict[str, Any]:
    return read_phrase(text, language, REFERENCE, kind)


@given(st.integers(0, 60), st.integers(1, 30), st.sampled_from(AGE_RANGES))
def test_a_range_of_ages(low: int, more: int, form: str) -> None:
    shape = read(form.format(low, low + more), "age")
    assert (shape["age_min"], shape["age_max"]) == (low, low + more)


@given(st.integers(10, 90), st.sampled_from(LOWEST))
def test_a_lowest_age(age: int, form: str) -> None:
    shape = read(form.format(age), "age")
    assert (shape["age_min"], shape["age_max"]) == (age, None)
    assert shape.get("audience", []) == (["seniors"] if age >= 60 else [])


@given(st.integers(6, 17), st.sampled_from(COMPANY))
def test_company_is_no_limit_of_age(age: int, form: str) -> None:
    shape = read(form.format(age), "age")
    assert (shape["age_min"], shape["age_max"], shape["accompany_under"]) == (None, None, age)


@given(st.integers(1, 8), st.integers(1, 8), st.sampled_from(GRADES))
def test_school_grades(first: int, more: int, form: str) -> None:
    last = min(first + more, 9)
    shape = read(form.format(first, last), "age")
    assert shape == {"age_min": 6 + first, "age_max": 7 + last, "grade": [first, last]}


@given(st.integers(2006, 2020), st.integers(1, 5), st.sampled_from(BIRTHS))
def test_years_of_birth(first: int, more: int, form: str) -> None:
    shape = read(form.format(first, first + more), "age")
    assert shape == {"age_min": 2026 - first - more, "age_max": 2026 - first, "birth_years": [first, first + more]}


@given(st.decimals("0.5", 500, places=2), st.sampled_from(ONE_PRICE), st.booleans())
def test_one_price(amount: Any, form: str, comma: bool) -> None:  # noqa: FBT001 - drawn
    written = f"{amount.normalize():f}"
    price = read(form.format(written.replace(".", ",") if comma else written), "price")["price"]
    assert price == {"is_free": False, "min": float(amount), "max": float(amount), "currency": "EUR"}


@given(st.integers(2, 90), st.integers(1, 60), st.sampled_from(TWO_PRICES))
def test_an_ordinary_and_a_reduced_price(low: int, more: int, form: str) -> None:
    price = read(form.format(low + more, low), "price")["price"]
    assert price["options"] == [{"label": None, "amount": low + more}, {"label": "reduced", "amount": low}]
    assert (price["min"], price["max"], price["is_free"]) == (low, low + more, False)


@given(st.integers(1, 300), st.sampled_from(UNITS), st.sampled_from((" €", "€", " e", "e")), st.sampled_from(("", " ")))
def test_what_one_pays_for(amount: int, unit: tuple[str, str], euro: str, gap: str) -> None:
    price = read(f"{amount}{euro}{gap}{unit[0].replace('/', '/' + gap)}", "price")["price"]
    assert (price["min"], price["unit"]) == (amount, unit[1])


@given(st.integers(1, 400), st.sampled_from(LEFT))
def test_places_left(places: int, form: str) -> None:
    registration = read(form.format(places), "registration")["registration"]
    assert registration["state"] == "open"
    assert registration.get("remaining", 1) == places


@given(st.integers(0, 50), st.integers(1, 50), st.sampled_from(SHARE))
def test_places_left_of_all(left: int, more: int, form: str) -> None:
    registration = read(form.format(left, left + more), "registration")["registration"]
    assert registration == {"remaining": left, "capacity": left + more, "state": "open" if left else "full"}


@given(st.integers(2, 900), st.sampled_from(CAPACITY))
def test_places_in_all(places: int, form: str) -> None:
    assert read(form.format(places), "registration")["registration"] == {"capacity": places}


@given(st.lists(st.tuples(st.sampled_from(FEATURES), st.booleans()), min_size=1, max_size=5, unique_by=lambda one: one[0][1]))
def test_features_there_and_denied(features: list[tuple[tuple[str, str], bool]]) -> None:
    words = ", ".join(word if there else f"ei ole: {word}".replace(": ", " ") for (word, _), there in features)
    shape = read_accessibility(words)
    assert sorted(shape["accessibility"]) == sorted(code for (_, code), there in features if there)
    assert sorted(shape.get("not_accessible", [])) == sorted(code for (_, code), there in features if not there)


@given(st.from_regex(r"[A-ZÅÄÖ][a-zåäö]{2,9}(?:katu|tie|kuja)", fullmatch=True), st.integers(1, 199), st.integers(100, 99899))
def test_an_address(street: str, number: int, code: int) -> None:
    shape = read(f"Kylätalo, {street} {number}, {code:05d} Norppala", "place")
    assert shape == {"name": "Kylätalo", "street": f"{street} {number}", "postal_code": f"{code:05d}", "locality": "Norppala"}
