"""What must not stay in a text, and what must: normalize.privacy."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.privacy import redact
from normalize.text import description

MARK = "[…]"
REMOVED = [
    "Tel: 0161 227 3758",
    "Call 916-206-2922",
    "phone (916) 206 2922",
    "tel:01612261912",
    "klo 18 044 123 4567",
    "044 1234567/050 1234567",
    "0441234567,0501234567",
    "Maija,0441234567",
    "044 123 4567 ja 050 765 4321",
    "044 123 4567",
    "0441234567",
    "044-123 4567",
    "044-1234567",
    "0440 123 456",
    "050 123 4567",
    "050-1234567",
    "(050) 123 4567",
    "+358 44 123 4567",
    "+358441234567",
    "+358 (0)44 123 4567",
    "+358(0)441234567",
    "00358 44 123 4567",
    "00358441234567",
    "044/123 4567",
    "044.123.4567",
    "0457 123 4567",
    "puh. 044 123 4567",
    "p. 0400 123456",
    "p.0400-123456",
    "tfn 0400 12 34 56",
    "015 527 100",
    "(015) 527 100",
    "015-527 100",
    "09 310 1691",
    "puh 0151234567",
    "+46 70 123 45 67",
    "+372 5123 4567",
    "+44 7911 123456",
    "044 12 34 567",
    "040 12345678",
    "Soita 050 12345",
    "puh: 019-123456",
    "maija.meikalainen@gmail.com",
    "Maija@example.org",
    "maija (at) example.org",
    "maija[at]example.org",
    "maija.meikäläinen@gmail.com",
    "131052-308T",
    "https://wa.me/358441234567",
    "tel:+358441234567",
    "044\u00a0123\u00a04567",
    "044–123 4567",
    "maija@kunta.fi.",
    "09-123 4567",
    "+358 15 527 100",
    "maija.virtanen (a) gmail.com",
    "https://api.whatsapp.com/send?phone=358441234567",
    "https://x.example/?vastaanottaja=maija.meikalainen@gmail.com",
    "sms:+358441234567",
]
KEPT = [
    "puh. 020 123 4567",
    "Tel: 0800 111 222",
    "call 2026-11-26",
    "Viite 1232 04412 34567",
    "Zoom ID: 844 0441 23456",
    "FI21 1234 0456 0007 85",
    "60.0441234567 24.0501234567",
    "4.12.2026",
    "04.12.2026",
    "04.12.2026 klo 10.00–12.00",
    "2026-12-04",
    "4.12.2026-5.12.2026",
    "04.12.–05.12.2026",
    "klo 09.00-11.30",
    "09:00–11:30",
    "klo 09 - 11",
    "50,00 €",
    "0,50 €",
    "045 €",
    "12 345,67 €",
    "57100 Savonlinna",
    "04130 Sipoo",
    "09100",
    "040 00 e",
    "210134",
    "Y-tunnus 1234567-8",
    "FI21 1234 5600 0007 85",
    "ISBN 978-951-0-12345-6",
    "Meeting ID: 844 1234 5678",
    "Passcode 045678",
    "info@norppala.example",
    "toimisto@x.fi",
    "kirjaamo@savonlinna.fi",
    "savonlinna.kirjasto@savonlinna.fi",
    "kaupunginkirjasto@savonlinna.fi",
    "etunimi.sukunimi@savonlinna.fi",
    "https://x.fi/e/0401234567?id=050123456789",
    "www.x.fi/0401234567",
    "020 123 4567",
    "010 123 4567",
    "0800 123 456",
    "0600 12345",
    "+358 20 123 4567",
    "+358 29 123 4567",
    "116 117",
    "puh. 116 123",
    "112",
    "030 123 456",
    "1.1.-31.12.2026",
    "01 02 2026",
    "09 12 2026",
    "1914–1918",
    "vuosina 1950 2026",
    "05.06.2026 06.06.2026",
    "K-18",
    "3.–6.-lk",
    "8-12-vuotiaat",
    "viikot 36–49",
    "60.1699, 24.9384",
    "61.86800 28.88610",
    "1 000 000",
    "12.30-14.00",
    "Viite 1232 04412",
    "s. 045-048",
    "s. 12–15",
    "klo 10-12 ja 13-15",
    "12.12. 18 15.12. 18",
    "pe 27.11. klo 18 – su 29.11. klo 15",
    "23 032 400",
    "tunnus: #0441234567",
    "x@y",
    "@norppala",
    "a@b",
    "2026/12/04",
    "20261204T100000",
    "050-sarja",
    "Lk 045",
    "+1+1",
    "K+3 ",
    "ma 09.11.2026 09.00–11.00",
    "02.03.2026 04.05.2026",
    "02-03-2026",
    "2026-02-03 04:05",
    "16.00 - 17.00 045",
    "tila 045 klo 17.00",
    "5.–8.1.2026",
    "05.01.2026 045",
    "09 2026",
    "Talvi 09-03-2026",
    "1.–5.6.2026 klo 09–15",
    "40 000 hlö",
    "klo 08 30",
    "Kurssi 040123",
    "Kurssi 0401234",
]


@pytest.mark.parametrize("text", REMOVED)
def test_contacts_of_persons_are_removed(text: str) -> None:
    cleaned = redact(f"Kysy lisää {text} ja tule mukaan")
    assert MARK in cleaned.text
    assert cleaned.count >= 1
    assert sum(letter.isdigit() for letter in cleaned.text) <= 2  # the hour of one row
    assert "maija" not in cleaned.text.casefold().replace("maija,", "")


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_contact_of_a_person_stays(text: str) -> None:
    assert redact(f"Katso {text} tästä").text == f"Katso {text} tästä"


NEIGHBOURS = [
    ("Ilm. p. +358 44 123 4567 12.12. klo 18", "Ilm. p. […] 12.12. klo 18"),
    ("Ilm. 0441234567 5.12. klo 9–11", "Ilm. […] 5.12. klo 9–11"),
    ("0441234567 5 €", "[…] 5 €"),
    ("+46 70 123 45 67 5.12.", "[…] 5.12."),
    ("p.044 123 4567, klo 10-12", "p.[…], klo 10-12"),
    ("toimisto@x.fi tai maija@x.fi, 015 527 100", "toimisto@x.fi tai […], […]"),
    ("klo 17 040 1234567 57100 Savonlinna", "klo 17 […] 57100 Savonlinna"),
]


@pytest.mark.parametrize(("text", "expected"), NEIGHBOURS)
def test_what_stands_beside_a_contact_stays(text: str, expected: str) -> None:
    assert redact(text).text == expected


def test_the_mark_is_in_the_language_of_the_text() -> None:
    assert redact("Soita 044 123 4567", "fi").text == "Soita [yhteystieto poistettu]"
    assert redact("Ring 044 123 4567", "sv").text == "Ring [kontaktuppgift borttagen]"
    assert redact("Call 044 123 4567", "en").text == "Call [contact removed]"


def test_in_html_too() -> None:
    text = '<p>Ilmoittaudu <a href="mailto:maija.m@x.fi">maija.m@x.fi</a>, p. <b>044</b> <a href="tel:0441234567">044 123 4567</a></p>'
    cleaned = description(text, redact=lambda piece: redact(piece).text)
    assert cleaned == "<p>Ilmoittaudu […], p. <b>044</b> […]</p>"


PIECES = st.sampled_from([*REMOVED, *KEPT, "klo 18", "5.12.", "ja", "€", "0", "(0)", "+"])


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES | st.text(max_size=4), max_size=6).map(" ".join), st.sampled_from(["fi", "sv", "en", "und"]))
def test_redacted_twice_is_redacted_once(text: str, language: str) -> None:
    once = redact(text, language)
    assert redact(once.text, language).text == once.text
    assert (once.text == text) == (once.count == 0)


@settings(max_examples=100, deadline=None)
@given(
    st.dates().map("{0.day}.{0.month}.{0.year}".format) | st.dates().map(str) | st.dates().map("{:%d.%m.%Y}".format),
    st.times().map("{0:%H.%M}".format) | st.times().map("{0:%H:%M}".format),
    st.times().map("{0:%H.%M}".format),
    st.sampled_from(["–", "-", " - ", "—"]),
    st.integers(1, 999).map("{} €".format) | st.decimals(0, 999, places=2).map(lambda price: f"{price} e".replace(".", ",")),
    st.integers(100, 99999).map("{:05d} Norppala".format),
)
def test_dates_times_prices_and_postal_codes_stay(day: str, start: str, end: str, dash: str, price: str, postal: str) -> None:  # noqa: PLR0913, PLR0917 - the parts of one line
    for text in (f"{day} klo {start}{dash}{end}, {price}, {postal}", f"{day} {start}{dash}{end} {price} {postal}"):
        assert redact(text).text == text
