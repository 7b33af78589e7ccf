"""Forty personal patterns, five secret addresses, and what must stay: all of it invented, in three languages."""

from __future__ import annotations

from typing import NamedTuple


class Planted(NamedTuple):
    """What a publisher wrote, and what of it must be found nowhere."""

    text: str
    needles: tuple[str, ...]


PERSONAL = (
    Planted("Ohjaajana Maija Kuviteltunen.", ("Kuviteltunen",)),
    Planted("ohjaaja: M. Keksittynen", ("Keksittynen",)),
    Planted("Vetäjänä fysioterapeutti Teppo Olemattonen", ("Olemattonen",)),
    Planted("Opettaja Anna-Liisa Tarunen", ("Tarunen", "Anna-Liisa")),
    Planted("luennoitsijana Hilma Mielikuvanen", ("Mielikuvanen",)),
    Planted("Illan juontaa Jorma Haavenen", ("Haavenen",)),
    Planted("Ohjaajina Outi Unelmanen ja Pertti Peitenen", ("Unelmanen", "Peitenen")),
    Planted("Lauletaan Liisa Loruisen johdolla", ("Loruisen",)),
    Planted("Lisätietoja Matti Valhenen", ("Valhenen",)),
    Planted("Lisätietoja kurssista antaa Terttu Tyhjänen", ("Tyhjänen",)),
    Planted("Ilmoittautumiset Tiinalle", ("Tiinalle",)),
    Planted("Ilmoittautumiset 5.12. mennessä Heikille", ("Heikille",)),
    Planted("Yhteyshenkilö: Veikko Nimetön", ("Veikko",)),
    Planted("Kahvit, Kyllikki Keinonen p. 044 321 0001", ("Keinonen", "321 0001")),
    Planted("Kysy Raimolta, 0443210002", ("Raimolta", "0443210002")),
    Planted("Soita 050 / 321 00 03", ("321 00 03",)),
    Planted("Soita (045) 321 0004", ("321 0004",)),
    Planted("puh. +358 (0)44 321 0005", ("321 0005",)),
    Planted("Numero on nolla neljä neljä kolme kaksi yksi nolla nolla nolla kuusi", ("kolme kaksi yksi",)),
    Planted("Viesti https://wa.me/358443210007 riittää", ("443210007",)),
    Planted("Kirjoita veikko.nimeton@posti.example", ("veikko.nimeton",)),
    Planted("sirkka (at) posti.example", ("sirkka",)),
    Planted("kerttu ät posti piste example", ("kerttu",)),
    Planted("urho[ät]posti.example", ("urho",)),
    Planted("aarne.aave @ posti.example", ("aarne",)),
    Planted("Henkilötunnus 131052-308T", ("131052",)),
    Planted("Hetu 010203A9999", ("010203A",)),
    Planted("Maksu Saimi Saajanen, FI21 1234 5600 0007 85", ("Saajanen", "5600 0007")),
    Planted("Yhteyshenkilö Ritva Rivinen, Piilokatu 7 B 12", ("Rivinen", "Piilokatu")),
    Planted("Oppilasilta. Esiintyjät: Eetu Pikkunen, piano, ja Oona Penonen, viulu", ("Pikkunen", "Penonen")),
    Planted("Ledare: Gunilla Påhittström", ("Påhittström",)),
    Planted("Kontaktperson Bengt Sagosson", ("Sagosson",)),
    Planted("Under ledning av Tove Drömqvist", ("Drömqvist",)),
    Planted("Anmälan till Birgitta senast 4.12", ("Birgitta",)),
    Planted("Mera info: Kaj Låtsaslund, tfn 044 321 0008", ("Låtsaslund", "321 0008")),
    Planted("kaj (snabel-a) posten.example", ("kaj (",)),
    Planted("Led by Jane Madeupson", ("Madeupson",)),
    Planted("with instructor John Fictionby", ("Fictionby",)),
    Planted("Contact: Karen Nobodyson", ("Nobodyson",)),
    Planted("Write to first.name at mail dot example", ("first.name",)),
)
SECRETS = (
    Planted(
        "Kalenteri https://calendar.google.com/calendar/ical/x%40group.calendar.google.com/private-0a1b2c3d4e5f6071/basic.ics",
        ("0a1b2c3d4e5f6071",),
    ),
    Planted("Tilaa webcal://seura.example/flow/calendar_subscriptions/1.ics?token=planted7token", ("planted7token",)),
    Planted("https://outlook.office365.com/owa/calendar/aa11@x.example/9f8e7d6c5b4a/reachcalendar.ics", ("9f8e7d6c5b4a",)),
    Planted("https://joukkue.example/calendar/ical?auth[user_id]=7&auth[signature]=planted8sign", ("planted8sign",)),
    Planted("Se https://klubb.example/feed.ics?key=planted9key1", ("planted9key1",)),
)
STAYS = (
    ("Ilmoittautumiset info@kylat.example", "info@kylat.example"),
    ("Kysy: toimisto@kylat.example", "toimisto@kylat.example"),
    ("Lähetä kirjaamo@kylat.example", "kirjaamo@kylat.example"),
    ("Kontakta bibliotek@byar.example", "bibliotek@byar.example"),
    ("Varaukset puh. 020 123 4567", "020 123 4567"),
    ("Ohjaajana SPR:n ensiapukouluttaja", "SPR:n ensiapukouluttaja"),
    ("Järjestäjä Norppalan Sepitteelliset ry", "Norppalan Sepitteelliset ry"),
    ("Konsertti: Lauri Lavanen, piano", "Lauri Lavanen, piano"),
    ("Y-tunnus 1234567-8", "1234567-8"),
    ("Maksu yhdistyksen tilille FI21 9876 5400 0004 93", "9876 5400 0004 93"),
)
"""A line, and what of it must still be read."""
