from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters.record import RawOffer
from normalize.model import Details
from tests.facts_telling import details, facts

FREE = [
    ("fi", "Iltama", "Vapaa pääsy."),
    ("fi", "Luento", "Tilaisuus on maksuton."),
    ("fi", "Luento", "Keskustelua ja kahvit. Maksuton! Tervetuloa."),
    ("fi", "Päivä", "Lastentapahtuma on kaikille avoin ja ilmainen!"),
    ("fi", "Konsertti", "Vapaa pääsy, ohjelma 10 €."),
    ("fi", "Konsertti", "Käsiohjelma 5 €, vapaa pääsy."),
    ("fi", "Messut", "Messuille on vapaa pääsy ja ilmainen pysäköinti."),
    ("fi", "Näyttely", "Näyttelyyn on vapaa pääsy."),
    ("fi", "Maksuton terveysilta", ""),
    ("fi", "Joululounas", "Lounas on maksuton."),
    ("sv", "Konsert", "Fritt inträde."),
    ("sv", "Sagostund", "Sagostunden är avgiftsfri och öppen för alla."),
    ("en", "Poetry slam", "This event is free and open to the public."),
    ("en", "Walk (Free!)", ""),
]
PAID = [
    ("fi", "Iltama", "Liput 10/5 €.", {5.0, 10.0}),
    ("fi", "Kerho", "Retkiä lähimetsään. Kausimaksu 20 €.", {20.0}),
    ("fi", "Pikkujoulut", "Hinta 25 €, sis. ruokailun.", {25.0}),
    ("fi", "Retki", "Hinta 8 euroa, alle 15-vuotiaat 4 euroa.", {4.0, 8.0}),
    ("fi", "Tanssit", "Elävää musiikkia; liput ovelta 12 e.", {12.0}),
    ("fi", "Keittolounas (8 €)", "", {8.0}),
    ("fi", "Jumppa", "Pääsymaksu 5 €, lapset ilmaiseksi.", {0.0, 5.0}),
    ("sv", "Konsert", "Inträde 10 €.", {10.0}),
    ("en", "Concert", "Tickets €10, students €5.", {5.0, 10.0}),
]
UNKNOWN = [
    ("fi", "Myyjäiset", "Kahvi 2 €, arvat 3 €/kpl."),
    ("fi", "Myyjäiset", "Arvan hinta 2 e."),
    ("fi", "Kokous", "Jäsenmaksu 15 € vuodessa."),
    ("fi", "Konsertti", "Parkkimaksu 5 €."),
    ("fi", "Konsertti", "Ilmainen pysäköinti!"),
    ("fi", "Avoimet ovet", "Maksuton kahvitarjoilu!"),
    ("fi", "Luento", "Maksuton lounas."),
    ("fi", "Konsertti", "Kaikukortilla maksutta."),
    ("fi", "Konsertti", "Alle 12-vuotiaat ilmaiseksi."),
    ("fi", "Jumppa", "Jäsenille maksuton."),
    ("fi", "Kurssi", "Ensimmäinen kerta on ilmainen."),
    ("fi", "Näytelmä", "Näytelmä kertoo ilmaisesta työstä."),
    ("fi", "Näyttely", "Maksuton opastus lauantaisin klo 14."),
    ("fi", "Markkinat", "Pöydän hinta 20 €."),
    ("fi", "Retki", "Peruuttamattomasta ilmoittautumisesta laskutetaan 20 €."),
    ("fi", "Konsertti", "Viime vuonna liput maksoivat 10 €."),
    ("fi", "Bingo, päävoitto 500 €", ""),
    ("fi", "Konsertti", "Vapaa pääsy. Liput 10 €."),
    ("sv", "Klubb", "Välkomna! Kaffe 2 €."),
    ("en", "Free Range Singers", "Feel free to join. Free parking."),
    ("en", "Chili cook-off", "To enter your chili, click here (no fee)."),
]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hinta 6 €/kerta tai 50 €/kausi.", [(6.0, "per_visit", False), (50.0, "per_season", False)]),
        ("Kertamaksu 6 €, 10 krt 50€.", [(6.0, "per_visit", False), (50.0, "per_card", False)]),
        ("Hinta 6 €/kerta, 10 kerran kortti 50 €.", [(6.0, "per_visit", False), (50.0, "per_card", False)]),
        ("Deltagaravgift 120 €, syskonrabatt 20 €.", [(120.0, "", False)]),
        ("Hinta 60 €/hlö, 100 €/pari.", [(60.0, "per_person", False), (100.0, "per_couple", False)]),
        ("Hinta 85 € + savi 3 €/kg.", [(85.0, "", False), (3.0, "", True)]),
    ],
)
def test_each_price_says_what_one_pays_for(text: str, told: list[tuple[float, str, bool]]) -> None:
    assert [(offer.minimum, offer.unit, offer.is_optional) for offer in details("Kahvakuula", text).offers] == told


@pytest.mark.parametrize(("language", "title", "text"), FREE)
def test_what_costs_nobody_anything_is_free(language: str, title: str, text: str) -> None:
    found = details(title, text, language)
    assert found.is_accessible_for_free is True
    assert all(offer.is_free or offer.is_optional for offer in found.offers)


@pytest.mark.parametrize(("language", "title", "text", "sums"), PAID)
def test_the_price_of_the_event_itself_is_read(language: str, title: str, text: str, sums: set[float]) -> None:
    found = details(title, text, language)
    assert found.is_accessible_for_free is False
    assert {amount for offer in found.offers for amount in (offer.minimum, offer.maximum)} == sums


@pytest.mark.parametrize(("language", "title", "text"), UNKNOWN)
def test_other_money_and_contradictions_leave_the_price_unknown(language: str, title: str, text: str) -> None:
    found = details(title, text, language)
    assert (found.is_accessible_for_free, found.offers) == (None, ())


def test_what_is_asked_for_besides_is_optional_and_makes_nothing_dearer() -> None:
    entrance, programme = details("Konsertti", "Vapaa pääsy, ohjelma 10 €.").offers
    assert (entrance.is_free, programme.is_optional, programme.minimum) == (True, True, 10.0)


@pytest.mark.parametrize(
    ("raw", "amounts", "is_free"),
    [
        (RawOffer(price="9/5 €"), [(9.0, 9.0), (5.0, 5.0)], False),
        (RawOffer(price="78"), [(78.0, 78.0)], False),
        (RawOffer(price="12.50", currency="USD"), [(12.5, 12.5)], False),
        (RawOffer(price="20–35 €"), [(20.0, 35.0)], False),
        (RawOffer(price="0"), [(0.0, 0.0)], True),
        (RawOffer(price="Maksuton"), [(None, None)], True),
        (RawOffer(is_free=True), [(None, None)], True),
        (RawOffer(is_free=False), [(None, None)], False),
        (RawOffer(price="ks. lisätiedot"), [(None, None)], None),
        (RawOffer(price="Sisäänpääsymaksu + ohjausmaksu 2,50 €"), [(None, None)], False),
    ],
)
def test_a_price_field_keeps_its_words_and_gets_amounts(
    raw: RawOffer, amounts: list[tuple[float | None, float | None]], is_free: object
) -> None:
    found = details("Jumppa", offers=(raw,))
    assert [(offer.minimum, offer.maximum) for offer in found.offers] == amounts
    assert {offer.price for offer in found.offers} == {raw.price}
    assert found.is_accessible_for_free is is_free


@pytest.mark.parametrize("raw", [RawOffer(price="5 €", is_free=True), RawOffer(price="Maksuton", is_free=False)])
def test_a_field_that_contradicts_itself_keeps_only_its_words(raw: RawOffer) -> None:
    found, issues = facts("Jumppa", offers=(raw,))
    assert [(offer.price, offer.is_free, offer.minimum) for offer in found.details.offers] == [(raw.price, None, None)]
    assert (found.details.is_accessible_for_free, issues) == (None, {"price_conflict"})


def test_an_offer_for_some_makes_nothing_free_for_all() -> None:
    assert details("Uinti", offers=(RawOffer(is_free=True, name="lapset"),)).is_accessible_for_free is None
    offers = (RawOffer(is_free=True, name="lapset"), RawOffer(price="5 €", name="aikuiset"))
    assert details("Uinti", offers=offers).is_accessible_for_free is False


@pytest.mark.parametrize("text", ["Hinta 8 €.", "Maksuton."])
def test_the_field_outranks_the_text_and_the_contradiction_is_told(text: str) -> None:
    found, issues = facts("Jumppa", text, offers=(RawOffer(price="5 €"),))
    assert [offer.minimum for offer in found.details.offers] == [5.0]
    assert issues == {"price_conflict"}


def test_a_field_that_only_says_paid_gets_the_amount_from_the_text() -> None:
    found, issues = facts("Jumppa", "Hinta 5 €.", offers=(RawOffer(is_free=False),))
    assert [offer.minimum for offer in found.details.offers] == [5.0]
    assert issues == set()


def test_cards_that_are_taken_are_told_with_their_evidence() -> None:
    found = details("Konsertti", "Liput 10 €. Maksuvälineinä käyvät Kaikukortti ja Smartum.")
    assert found.concessions == ("kaikukortti", "smartum")
    assert {one.value for one in found.evidence if one.field == "concessions"} == {"kaikukortti", "smartum"}


def _is_explained(found: Details) -> bool:
    return (found.is_accessible_for_free is None) == (not any(one.field == "is_accessible_for_free" for one in found.evidence))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([text for _, _, text, *_ in (*FREE, *PAID, *UNKNOWN) if text]), max_size=4))
def test_whether_it_is_free_is_never_told_without_evidence(texts: list[str]) -> None:
    assert _is_explained(details("Konsertti", " ".join(texts)))
