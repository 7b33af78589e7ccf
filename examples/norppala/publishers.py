"""Who publishes what, in which system, and how each spells the places: the table from which the feeds are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import clubs, hosted, sites
from .dialect import Dialect, Feed

_TORIKULMA = {"v-torikulma": "Torikulma"}

_PUBLISHERS: tuple[tuple[str, str, str, str, Dialect, dict[str, str]], ...] = (
    ("s01", "Norppalan kaupunki", "https://kaupunki.example", "", sites.DRUPAL, {}),
    (
        "s02",
        "Norppalan kulttuuripalvelut",
        "https://kulttuuri.example",
        "Tapahtumat: Norppalan kulttuuripalvelut",
        sites.TEC,
        {
            "v-sali": "Norppasali, Konserttikatu 1, Norppala, 57130, Suomi",
            "v-museo": "Museo Kallio, Rantatie 4, Norppala, 57130, Suomi",
        },
    ),
    ("s03", "Norppalan kirjastot", "https://kirjastot.example", "Kirjastojen tapahtumat", sites.PLONE, {"v-kirjasto": "Pääkirjasto"}),
    (
        "s08",
        "Norppalan seurakunta",
        "https://seurakunta.example",
        "",
        sites.LIFERAY,
        {"v-srktalo": "Seurakuntatalo", "v-tuomiokirkko": "Norppalan kirkko, kirkkosali"},
    ),
    ("s09", "Perhetyö", "https://seurakunta.example", "", hosted.OUTLOOK, {"v-srktalo": "srk-talo"}),
    (
        "s12",
        "Norppalan Seudun Kumppanit",
        "https://kumppanit.example",
        "Norppalan seudun yhdistysten yhteinen kalenteri",
        hosted.GOOGLE,
        {"v-torikulma": "Järjestötalo Torikulma", "v-punkaharju-talo": "Yhteistalo Punkaharju", "v-sulkava": "Seurantalo, Sulkava"},
    ),
    ("s13", "Eläkeväen toiminta", "https://elakevaki.example", "", hosted.ICLOUD, {**_TORIKULMA, "v-liikuntahalli": "Talvisalon halli"}),
    ("s14", "Kerimäen seniorit", "https://seniorit-kerimaki.example", "", clubs.THUNDERBIRD, {"v-kerimaki-talo": "Kerimäen Kylätalo"}),
    ("s15", "Norppalan Uimaseura", "https://club.example", "", clubs.MYCLUB, {"v-uimahalli": "Uimahalli"}),
    (
        "s16",
        "Norppalan Palloilijat",
        "https://pallo.example",
        "",
        clubs.NIMENHUUTO,
        {"v-liikuntahalli": "Talvisalohalli", "v-koulu-nojanmaa": "Nojanmaan koulu, liikuntasali"},
    ),
    ("s17", "U12", "https://kiekko.example", "", clubs.JOPOX, {"v-jaahalli": "JH1"}),
    (
        "s19",
        "Savonrannan kylä",
        "https://savonranta.example",
        "Savonrannan Kyläyhdistyksen tapahtumat",
        hosted.TEAMUP,
        {"v-savonranta-talo": "Tapahtumatupa"},
    ),
    ("s20", "Punkaharjun Kylät", "https://kylat.example", "Kylien tapahtumat", sites.MEC, {"v-punkaharju-talo": "Yhteistalo Punkaharju"}),
    ("s22", "Museo Kallio", "https://museo.example", "", sites.MANAGER, {}),
    ("s25", "Järjestöverkosto", "https://verkosto.example", "", hosted.NEXTCLOUD, {**_TORIKULMA, "v-online": "Verkossa"}),
    ("s26", "Lähitoiminta: Norppalan seutu", "https://lahitoiminta.example", "", hosted.PORTAL, {}),
    ("s28", "Norppalan Auttajat", "https://auttajat.example", "", clubs.BYHAND, {"v-torikulma": "Kumppanuustalo"}),
    ("s29", "Martat", "https://martat.example", "", hosted.OUTLOOK_DAYS, {"v-asukastupa": "Pihlajaniemen asukastupa"}),
    ("s31", "Norppalan Luonto", "https://fedi.example", "", hosted.MOBILIZON, {"v-nuokkari": "Nuokkari Hylje"}),
    ("s35", "Sulkavan Nuorisoseura", "https://nuorisoseura.example", "", clubs.BROKEN, {"v-sulkava": "Seuran talo"}),
)


def feeds(scenario: Mapping[str, Any]) -> list[Feed]:
    """Every feed of the example, its spellings filled up with the venues' own names."""
    names = {venue["id"]: venue["name"] for venue in scenario["venues"]}
    points = {venue["id"]: (venue["lat"], venue["lon"]) for venue in scenario["venues"] if venue["lat"] is not None}
    return [
        Feed(source=source, title=title, site=site, about=about, spellings={**names, **spellings}, points=points, dialect=dialect)
        for source, title, site, about, dialect, spellings in _PUBLISHERS
    ]
