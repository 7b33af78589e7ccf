"""Who publishes what, in which system, and how each spells the places: the table from which everything in ``feeds/`` is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .publisher import Publisher, Writer
from .systems import (
    association_pages,
    bookings,
    forbidden,
    hellewi,
    ical_clubs,
    ical_hosted,
    lahella,
    libraries,
    linked_events,
    lyyti,
    mobilizon,
    museum,
    news_feeds,
    parish_pages,
    service_register,
    sheet,
    tickets,
    tribe,
)
from .systems.ical import calendar


class _Row(NamedTuple):
    source: str
    title: str
    site: str
    system: Writer
    about: str = ""
    spellings: Mapping[str, str] = {}


_TORIKULMA = {"v-torikulma": "Torikulma"}
_ENGLISH = {"v-srktalo": "Norppala Parish Hall", "v-sali": "Norppasali Concert Hall", "v-museo": "Museum Kallio"}

_PUBLISHERS = (
    _Row("s01", "Norppalan kaupunki", "https://kaupunki.example", linked_events.write),
    _Row("s02", "Norppalan kulttuuripalvelut", "https://kulttuuri.example", tribe.write),
    _Row("s03", "Norppalan kirjastot", "https://kirjastot.example", libraries.write_events,
         "Kirjastojen tapahtumat seuraavien 31 päivän aikana", {"v-kirjasto": "Pääkirjasto"}),
    _Row("s04", "Norppalan kirjastot", "https://kirkanta.example", libraries.write_hours),
    _Row("s05", "Norppalan kansalaisopisto", "https://api.opisto.example", hellewi.write_courses, "", {"v-kansalaisopisto": "Opistotalo"}),
    _Row("s06", "Norppalan kansalaisopisto", "https://opisto.example", hellewi.write_listing, "",
         {"v-kansalaisopisto": "Norppalan kansalaisopisto, lk 12"}),
    _Row("s07", "Norppalan harrastava koulu", "https://api.kunta.example", hellewi.write_courses),
    _Row("s08", "Norppalan seurakunta", "https://seurakunta.example", parish_pages.write_list, "",
         {"v-srktalo": "Seurakuntatalo", "v-tuomiokirkko": "Norppalan kirkko, kirkkosali"}),
    _Row("s09", "Perhetyö", "https://seurakunta.example", calendar(ical_hosted.OUTLOOK), "", {"v-srktalo": "srk-talo"}),
    _Row("s10", "Norppalan ortodoksit", "https://ortodoksit.example", parish_pages.write_table),
    _Row("s11", "Norppalan hyvinvointialue", "https://ptv.example", service_register.write),
    _Row("s12", "Norppalan Seudun Kumppanit", "https://kumppanit.example", calendar(ical_hosted.GOOGLE),
         "Norppalan seudun yhdistysten yhteinen kalenteri",
         {"v-torikulma": "Järjestötalo Torikulma", "v-punkaharju-talo": "Yhteistalo Punkaharju", "v-sulkava": "Seurantalo, Sulkava"}),
    _Row("s13", "Norppalan Eläkeväki ry", "https://elakevaki.example", association_pages.write_weekdays, "",
         {**_TORIKULMA, "v-liikuntahalli": "Talvisalon halli"}),
    _Row("s14", "Kerimäen Senioriyhdistys ry", "https://seniorit-kerimaki.example", association_pages.write_bars, "",
         {"v-kerimaki-talo": "Kerimäen Kylätalo"}),
    _Row("s15", "Norppalan Uimaseura", "https://club.example", calendar(ical_clubs.MYCLUB), "", {"v-uimahalli": "Uimahalli"}),
    _Row("s16", "Norppalan Palloilijat", "https://pallo.example", calendar(ical_clubs.NIMENHUUTO), "",
         {"v-liikuntahalli": "Talvisalohalli", "v-koulu-nojanmaa": "Nojanmaan koulu, liikuntasali"}),
    _Row("s17", "U12", "https://kiekko.example", calendar(ical_clubs.JOPOX), "", {"v-jaahalli": "JH1"}),
    _Row("s18", "Norppalan liikuntapalvelut", "https://liikunta.example", bookings.write, "", {"v-liikuntahalli": "Talvisalohalli"}),
    _Row("s19", "Savonrannan kylä", "https://savonranta.example", sheet.write, "", {"v-savonranta-talo": "Tapahtumatupa"}),
    _Row("s20", "Punkaharjun Kylät", "https://kylat.example", calendar(ical_hosted.MEC), "Kylien tapahtumat",
         {"v-punkaharju-talo": "Yhteistalo Punkaharju"}),
    _Row("s21", "Norppalan nuorisopalvelut", "https://nuoret.example", news_feeds.write_plain, "Nuorten uutiset", {"v-nuokkari": "Hylje"}),
    _Row("s22", "Museo Kallio", "https://museo.example", museum.write),
    _Row("s23", "Norppalan teatteri", "https://liput.example", tickets.write_theatre, "", {"v-sali": "Norppasali, iso sali"}),
    _Row("s24", "Norppalan opiskelijat ry", "https://kide.example", tickets.write_students, "", _TORIKULMA),
    _Row("s25", "Järjestöverkosto", "https://lyyti.example", lyyti.write, "", {**_TORIKULMA, "v-online": "Verkossa"}),
    _Row("s26", "Lähitoiminta", "https://lahitoiminta.example", lahella.write_activities),
    _Row("s27", "Lähitoiminta", "https://lahitoiminta.example", lahella.write_tasks),
    _Row("s28", "Norppalan Auttajat", "https://auttajat.example", calendar(ical_clubs.BYHAND), "", {"v-torikulma": "Kumppanuustalo"}),
    _Row("s29", "Martat", "https://martat.example", calendar(ical_hosted.OUTLOOK_DAYS), "", {"v-asukastupa": "Pihlajaniemen asukastupa"}),
    _Row("s30", "Norppalan musiikkiopisto", "https://musiikki.example", news_feeds.write_atom, "",
         {"v-sali": "Konserttitalo Norppasali", "v-kirjasto": "Pääkirjasto"}),
    _Row("s31", "Norppalan Luonto", "https://fedi.example", mobilizon.write, "", {"v-nuokkari": "Nuokkari Hylje"}),
    _Row("s32", "Norppala Tourism", "https://matkailu.example", news_feeds.write_event_module, "Events in the Norppala region", _ENGLISH),
    _Row("s33", "Enonkosken kunta (esimerkki)", "https://enonkoski.example", forbidden.write),
    _Row("s34", "Rantasalmen kunta (esimerkki)", "https://rantasalmi.example", association_pages.write_paragraphs),
    _Row("s35", "Sulkavan Nuorisoseura", "https://nuorisoseura.example", calendar(ical_clubs.BROKEN), "", {"v-sulkava": "Seuran talo"}),
    _Row("s36", "Norppalan Monikulttuuriyhdistys", "https://moni.example", news_feeds.write_posts, "",
         {**_TORIKULMA, "v-kirjasto": "Pääkirjasto"}),
)  # fmt: skip


def publishers(scenario: Mapping[str, Any]) -> list[Publisher]:
    """Every publisher of the example, its spellings filled up with the venues' own names."""
    venues = {venue["id"]: venue for venue in scenario["venues"]}
    names = {key: venue["name"] for key, venue in venues.items()}
    return [
        Publisher(
            source=row.source,
            title=row.title,
            site=row.site,
            about=row.about,
            spellings={**names, **row.spellings},
            venues=venues,
            system=row.system,
        )
        for row in _PUBLISHERS
    ]
