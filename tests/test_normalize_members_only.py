"""What is hidden because it is not for the public, and what must not be: normalize.members_only."""

from __future__ import annotations

import pytest

from harvesters.record import RawEvent, Text
from harvesters.source import Source
from normalize.members_only import members_only, reason_of

HIDDEN = [
    ("Saunailta vain jäsenille", "", "stated"),
    ("Jäsenille: pikkujoulut", "", "stated"),
    ("Pikkujoulut (jäsenille)", "", "stated"),
    ("Retki", "Tilaisuus on tarkoitettu vain yhdistyksen jäsenille.", "stated"),
    ("Retki", "Lähtö torilta klo 9. Vain jäsenille.", "stated"),
    ("Julfest endast för medlemmar", "", "stated"),
    ("Kvällsträff", "Evenemanget är endast för föreningens medlemmar.", "stated"),
    ("Sauna night – members only", "", "stated"),
    ("Private view", "This event is not open to the public.", "stated"),
    ("Varattu", "", "private"),
    ("VARATTU: Norppalan Kuoro", "", "private"),
    ("Yksityistilaisuus", "", "private"),
    ("Suljettu ryhmä", "", "private"),
    ("Abonnerad", "", "private"),
    ("Slutet sällskap", "", "private"),
    ("Busy", "", "private"),
    ("Private event", "", "private"),
    ("Itsenäisyyspäivän vastaanotto (kutsuvieraat)", "", "stated"),
    ("Ensi-illan kutsuvierasnäytäntö", "", "stated"),
    ("Mottagning (för inbjudna gäster)", "", "stated"),
    ("Hautajaiset", "", "private"),
    ("Ristiäiset!", "", "private"),
    ("Vigsel", "", "private"),
    ("Birthday party", "", "private"),
    ("Hallituksen kokous", "", "internal"),
    ("hallituksen kokous 3/2026", "Kahvit klo 17.", "internal"),
    ("Johtokunta", "", "internal"),
    ("Henkilökunnan pikkujoulut", "", "internal"),
    ("Sisäinen koulutus", "", "internal"),
    ("Styrelsemöte", "", "internal"),
    ("Styrelsemöte – öppet för medlemmar", "", "internal"),
    ("Hallituksen kokous, avoin jäsenille", "", "internal"),
    ("Staff meeting", "", "internal"),
]
SHOWN = [
    ("Yhdistyksen vuosikokous", "Sääntömääräiset asiat, jäsenille kahvit."),
    ("Kevätkokous", "Sääntömääräiset asiat, jäsenille kahvit."),
    ("Jäsenkokous", ""),
    ("Häät – kesäteatterin komedia", ""),
    ("Muistotilaisuus sankarivainajille", ""),
    ("Dopp i plurret", ""),
    ("Wedding fair", ""),
    ("Kutsuvieraana kirjailija", ""),
    ("Medlemsmöte", ""),
    ("Kunnanhallituksen kokous", ""),
    ("Kaupunginvaltuuston kokous", "Kokous on julkinen."),
    ("Jäseneksi liittyminen", ""),
    ("Uusien jäsenten ilta", ""),
    ("Jäsenilta", ""),
    ("Konsertti", "Liput 15 €, jäsenille 10 €. Ennakkoliput vain jäsenille."),
    ("Pilkkikisan talkoot", "Keittoa talkoolaisille."),
    ("Avoin harjoitus kaikille", ""),
    ("U12 harjoitukset", ""),
    ("Kuoron harjoitukset", ""),
    ("Hallituksen kokous", "Kokous on kaikille avoin."),
    ("Saunailta jäsenille ja muille kiinnostuneille", ""),
    ("Täynnä – loppuunvarattu", ""),
    ("Kurssi on täyteen varattu", ""),
    ("Board meeting", ""),
    ("City Council Committee Meeting", ""),
    ("Reserved seats concert", ""),
    ("Privat ägo – utställning", ""),
    ("Suljettujen ovien takana -näytelmä", ""),
    ("Sisäinen rauha -kurssi", ""),
    ("Öppet styrelsemöte", ""),
    ("Kerho", "Vain jäsenille tarkoitettu arvonta illan päätteeksi, tervetuloa kaikki!"),
]
OWN = [
    *("U12 harjoitukset", "Kilparyhmä 2", "Talkoot", "Jäsenilta", "Saunailta jäsenille", "Kahvivuoro: 4. luokka"),
    *("Fotbollsträning", "Board meeting"),
]
OPENED = ["Avoin harjoitus", "Vauvauinti (avoin kokeilu)", "Peruskurssi, harjoitukset", "Medlemskväll, alla välkomna", "Vuosikokous"]


@pytest.mark.parametrize(("title", "description", "reason"), HIDDEN)
def test_what_is_not_for_the_public_is_hidden_in_every_feed(title: str, description: str, reason: str) -> None:
    assert members_only(title, description) == members_only(title, description, members_feed=True) == reason


@pytest.mark.parametrize(("title", "description"), SHOWN)
def test_what_anybody_may_come_to_is_not(title: str, description: str) -> None:
    assert members_only(title, description) == ""


@pytest.mark.parametrize("title", OWN)
def test_a_clubs_own_matters_are_hidden_in_its_members_feed_only(title: str) -> None:
    assert members_only(title) == ""
    assert members_only(title, members_feed=True) == "own_matter"


@pytest.mark.parametrize("title", OPENED)
def test_an_invitation_opens_a_members_feed(title: str) -> None:
    assert members_only(title, members_feed=True) == ""


def test_a_category_says_it_too() -> None:
    assert members_only("Retki", "", ("Liikunta", "Vain jäsenille")) == "stated"
    assert members_only("Retki", "", ("Liikunta", "Jäsenille")) == ""


@pytest.mark.parametrize(
    ("name", "also", "reason"),
    [
        ("Hallituksen kokous", (), "internal"),
        ("Hallituksen kokous", ("hallituksen  KOKOUS ",), ""),
        ("Hallituksen kokous 3/2026", ("Hallituksen kokous",), "internal"),  # whole names alone
        ("Kevään hallituksen kokous", ("Hallituksen kokous",), "internal"),
        ("Retki", ("Hallituksen kokous",), ""),
    ],
)
def test_what_the_publisher_names_as_open_is_not_hidden(name: str, also: tuple[str, ...], reason: str) -> None:
    entry = {
        "id": "kerho",
        "title": "Kerho",
        "organizer": {"name": "Kerho"},
        "format": "ical",
        "url": "https://k.example/k.ics",
        "also": also,
    }
    raw = RawEvent(uid="1", digest="1", text="", name=(Text(value=name),))
    assert reason_of(raw, Source.model_validate(entry), [name]) == reason


def test_long_texts_are_quick_to_judge() -> None:
    for piece in ("tilaisuus on vain ", "jäsenille ", "vain yhden kahden kolmen ", "\n ", "avoin vain "):
        members_only(piece * 2000, piece * 2000, members_feed=True)
