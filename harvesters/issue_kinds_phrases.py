"""The kinds of issue that are told about times in words; part of ``ISSUE_KINDS``.

Those that leave the record without a time are the reasons of ``normalize.phrase_timing``; the last three are told beside a time.
"""

from __future__ import annotations

from harvesters.issue_kind import IssueKind

PHRASE_KINDS: dict[str, IssueKind] = {
    "no_time_phrase": IssueKind(
        fi="Tekstistä ei löydy aikaa, jolloin tapahtuma on. Kirjoita päivä ja kellonaika, esimerkiksi ”pe 27.11.2026 klo 17–19”.",
        sv="Texten säger inte när evenemanget är. Skriv dag och klockslag, till exempel ”fre 27.11.2026 kl. 17–19”.",
        en="The text does not say when the event takes place. Write the day and the time, for example “Fri 27.11.2026 at 17–19”.",
    ),
    "phrase_conflict": IssueKind(
        fi="Aika on ristiriidassa itsensä kanssa: viikonpäivä ei sovi päivämäärään, tai päivää ei ole. Sitä ei näytetä tulevana. "
        "Korjaa viikonpäivä tai päivämäärä ja kirjoita vuosi, tai poista vanha rivi.",
        sv="Tiden motsäger sig själv: veckodagen passar inte ihop med datumet, eller dagen finns inte. Den visas inte som kommande. "
        "Rätta veckodagen eller datumet och skriv ut året, eller ta bort den gamla raden.",
        en="The time contradicts itself: the weekday does not fit the date, or there is no such day. It is not shown as upcoming. "
        "Correct the weekday or the date and write the year, or remove the old row.",
    ),
    "phrase_ambiguous": IssueKind(
        fi="Tekstissä on useita aikoja tai aika, jonka voi lukea monella tavalla, joten yhtäkään ei valittu. "
        "Kerro yhdessä kohdassa, milloin tapahtuma on.",
        sv="Texten nämner flera tider eller en tid som kan läsas på flera sätt, därför valdes ingen. Säg på ett ställe när evenemanget är.",
        en="The text names several times, or one that can be read in several ways, so none was chosen. "
        "Say in one place when the event takes place.",
    ),
    "phrase_past": IssueKind(
        fi="Tekstin aika on kauan sitten ohi. Jos tapahtuma on tulossa, korjaa päivä; muuten poista vanha ilmoitus.",
        sv="Tiden i texten är för länge sedan förbi. Om evenemanget är på kommande, rätta dagen; ta annars bort det gamla inlägget.",
        en="The time in the text is long over. If the event is still to come, correct the day; else remove the old notice.",
    ),
    "phrase_vague": IssueKind(
        fi="Tekstissä kerrotaan vain kuukausi, kausi, viikot tai kuinka usein, ei päivää. Lisää päivä ja kellonaika.",
        sv="Texten nämner bara månad, säsong, veckor eller hur ofta, inte vilken dag. Lägg till dag och klockslag.",
        en="The text tells only a month, a season, weeks or how often, but no day. Add the day and the time.",
    ),
    "phrase_hours": IssueKind(
        fi="Tekstissä kerrotaan aukioloajat, ei tapahtuman aikaa. Lisää, mistä mihin päivään tapahtuma kestää.",
        sv="Texten anger öppettider, inte när ett evenemang är. Lägg till från vilken dag till vilken det pågår.",
        en="The text tells opening hours, not when an event takes place. Add from which day to which it lasts.",
    ),
    "phrase_assumed": IssueKind(
        fi="Aika luettiin tekstistä, ja jotain jouduttiin olettamaan. Tarkista aika ja kirjoita se kokonaan: päivä, vuosi ja kellonaika.",
        sv="Tiden lästes ur texten och något måste antas. Kontrollera tiden och skriv ut den helt: dag, år och klockslag.",
        en="The time was read from the text and something had to be assumed. Check it and write it in full: day, year and time.",
    ),
    "phrase_exception_missed": IssueKind(
        fi="Poikkeuspäivä ei ole mikään sarjan päivistä, joten sillä ei ole vaikutusta. Tarkista päivä.",
        sv="Undantagsdagen är ingen av seriens dagar och har därför ingen verkan. Kontrollera dagen.",
        en="The exception is none of the days of the series, so it has no effect. Check the day.",
    ),
    "phrase_left_out": IssueKind(
        fi="Päivät, joina tekstin mukaan ei kokoonnuta, jätettiin pois, vaikka toistosääntö ne sisältää. Merkitse ne poikkeuksiksi.",
        sv="Dagar som enligt texten utgår lämnades bort fast upprepningen har dem. Märk ut dem som undantag i kalendern.",
        en="Days that the text leaves out were taken out although the rule has them. Mark them as exceptions in the calendar.",
    ),
    "phrase_needs_calendar": IssueKind(
        fi="Tekstin mukaan koulujen loma-aikoina ei ole kerhoa, mutta loma-aikoja ei tunneta. Luettele päivät, joina ei kokoonnuta.",
        sv="Enligt texten ordnas inget under skolloven, men loven är inte kända. Räkna upp de dagar som utgår.",
        en="According to the text there is nothing during school holidays, but those are not known. List the days that are left out.",
    ),
}
