"""Every kind of issue, in words: what is wrong and what the publisher can do, in Finnish, Swedish and English.

A message says what was lost or repaired and how to mend it; it never repeats the value (that stands beside it).
"""

from __future__ import annotations

from harvesters.issue_kind import IssueKind
from harvesters.issue_kinds_feed import FEED_KINDS
from harvesters.issue_kinds_fields import FIELDS_KINDS
from harvesters.issue_kinds_formats import FORMAT_KINDS
from harvesters.issue_kinds_kooste import KOOSTE_KINDS
from harvesters.issue_kinds_meaning import MEANING_KINDS
from harvesters.issue_kinds_phrases import PHRASE_KINDS
from harvesters.issue_kinds_privacy import PRIVACY_KINDS
from harvesters.issue_kinds_schema import SCHEMA_KINDS
from harvesters.issue_kinds_texts import TEXT_KINDS

ISSUE_KINDS: dict[str, IssueKind] = {
    "rrule_frequency": IssueKind(
        fi="Tapahtuma toistuu minuutin tai sekunnin välein, mitä kalenteri ei näytä. Valitse toistoksi tunti tai pidempi väli.",
        sv="Evenemanget upprepas varje minut eller sekund, och det visar kalendern inte. Välj en timme eller ett längre intervall.",
        en="The event repeats every minute or second, which the calendar does not show. Choose an hour or a longer interval.",
    ),
    "rrule_invalid": IssueKind(
        fi="Toistosääntöä (RRULE) ei voi lukea, joten mitään tapahtuman kertaa ei näytetä. "
        "Tallenna toisto uudelleen kalenteriohjelmassasi.",
        sv="Upprepningsregeln (RRULE) går inte att läsa, därför visas ingen av gångerna. "
        "Spara upprepningen på nytt i ditt kalenderprogram.",
        en="The recurrence rule (RRULE) cannot be read, so none of the event's dates is shown. "
        "Save the repetition again in your calendar program.",
    ),
    "rrule_no_occurrence": IssueKind(
        fi="Toistosääntö ei osu yhteenkään päivään (esimerkiksi 30. helmikuuta), tai toisto päättyy ennen alkuaan. Tarkista toisto.",
        sv="Upprepningsregeln träffar ingen enda dag (till exempel den 30 februari), eller så slutar den innan den börjar. "
        "Kontrollera upprepningen.",
        en="The recurrence rule matches no day at all (30 February, for example), or it ends before it begins. Check the repetition.",
    ),
    "rrule_several": IssueKind(
        fi="Tapahtumalla on useampi toistosääntö. Kaikkien kerrat näytetään; useimmat ohjelmat näyttävät vain yhden säännön mukaiset.",
        sv="Evenemanget har flera upprepningsregler. Alla reglers gånger visas; de flesta program visar bara den enas.",
        en="The event has more than one recurrence rule. The dates of all of them are shown; most programs show those of one only.",
    ),
    "rrule_start_off": IssueKind(
        fi="Ensimmäinen kerta (DTSTART) ei osu toistosääntöön. "
        "Sekin näytetään; jos sinä päivänä ei ole mitään, siirrä alku oikealle päivälle.",
        sv="Den första gången (DTSTART) följer inte upprepningsregeln. "
        "Den visas ändå; om inget händer den dagen, flytta början till rätt dag.",
        en="The first date (DTSTART) is not one that the rule gives. "
        "It is shown too; if nothing happens that day, move the start to the right one.",
    ),
    "rrule_too_dense": IssueKind(
        fi="Toistosta syntyisi enemmän kertoja kuin kalenteri näyttää yhdestä tapahtumasta. "
        "Harvenna toistoa, tai kuvaa aukioloajat tekstissä.",
        sv="Upprepningen skulle ge fler gånger än kalendern visar av ett evenemang. "
        "Glesa ut upprepningen, eller beskriv öppettiderna i texten.",
        en="The repetition would give more dates than the calendar shows of one event. "
        "Repeat it less often, or describe opening hours in the text.",
    ),
    "rrule_too_many_steps": IssueKind(
        fi="Kertojen määrä (COUNT) on laskettava niin kaukaa menneisyydestä, ettei sitä tehdä. Siirrä sarjan alku lähemmäs nykyhetkeä.",
        sv="Antalet gånger (COUNT) måste räknas från så långt tillbaka att det inte görs. Flytta seriens början närmare nutiden.",
        en="The number of times (COUNT) would have to be counted from too far back. "
        "Move the beginning of the series nearer to the present.",
    ),
    "rrule_until_type": IssueKind(
        fi="Toiston loppu (UNTIL) on kirjoitettu toisin kuin alku. Päivä luettiin koko päiväksi ja kellonaika sarjan omaksi ajaksi; "
        "tarkista viimeinen kerta.",
        sv="Upprepningens slut (UNTIL) är skrivet på annat sätt än början. En dag lästes som hela dagen och ett klockslag som seriens egen "
        "tid; kontrollera den sista gången.",
        en="The end of the repetition (UNTIL) is written in another way than the start. A day was read as all of that day, a clock time "
        "as the series' own; check the last date.",
    ),
    "rrule_unsupported": IssueKind(
        fi="Toistosäännössä on osa, jota ei tueta (EXRULE, muu kuin gregoriaaninen kalenteri tai liian monta sääntöä). "
        "Käytä yhtä tavallista toistoa.",
        sv="Upprepningsregeln har en del som inte stöds (EXRULE, en annan kalender än den gregorianska eller för många regler). "
        "Använd en vanlig upprepning.",
        en="The recurrence rule has a part that is not supported (EXRULE, a calendar other than the Gregorian, or too "
        "many rules). Use one ordinary repetition.",
    ),
    "too_many_dates": IssueKind(
        fi="Sarjassa on liikaa yksittäin lueteltuja päiviä (RDATE tai EXDATE). Käytä toistosääntöä tai jaa sarja osiin.",
        sv="Serien har för många dagar uppräknade en och en (RDATE eller EXDATE). Använd en upprepningsregel eller dela upp serien.",
        en="The series lists too many dates one by one (RDATE or EXDATE). Use a recurrence rule, or split the series.",
    ),
    "out_of_horizon": IssueKind(
        fi="Tapahtuma on jo ohi tai vuosien päässä, joten sitä ei näytetä. Mitään ei tarvitse tehdä.",
        sv="Evenemanget är redan förbi eller ligger flera år framåt, därför visas det inte. Du behöver inte göra något.",
        en="The event is over already or years ahead, so it is not shown. Nothing needs to be done.",
    ),
    "not_public": IssueKind(
        fi="Julkaisija on merkinnyt tapahtuman yksityiseksi, tai se ei kuulu niihin, jotka tästä lähteestä on sovittu "
        "näytettäväksi. Siitä ei ole tallennettu mitään.",
        sv="Utgivaren har märkt evenemanget som privat, eller så hör det inte till dem som enligt överenskommelse visas från den "
        "här källan. Inget har sparats.",
        en="The publisher marked the event as private, or it is not among those that are to be shown from this source. Nothing of "
        "it was kept.",
    ),
    "no_title": IssueKind(
        fi="Tapahtumalla ei ole nimeä, joten sitä ei voi näyttää. Kirjoita sille otsikko (SUMMARY).",
        sv="Evenemanget har inget namn och kan därför inte visas. Ge det en rubrik (SUMMARY).",
        en="The event has no name, so it cannot be shown. Give it a title (SUMMARY).",
    ),
    "no_start": IssueKind(
        fi="Tapahtumalla ei ole alkamisaikaa, joten sitä ei voi näyttää. Lisää päivä ja kellonaika (DTSTART).",
        sv="Evenemanget har ingen starttid och kan därför inte visas. Lägg till dag och klockslag (DTSTART).",
        en="The event has no start, so it cannot be shown. Add the day and the time (DTSTART).",
    ),
    "no_end": IssueKind(
        fi="Tapahtuman päättymisaikaa ei ole kerrottu. Tapahtuma näytetään ilman sitä; lisää päättymisaika, niin ihmiset osaavat "
        "suunnitella päivänsä.",
        sv="Evenemangets sluttid är inte angiven. Evenemanget visas utan den; lägg till en sluttid så att folk kan planera sin dag.",
        en="The event does not say when it ends. It is shown without an end; add one so that people can plan their day.",
    ),
    "end_before_start": IssueKind(
        fi="Päättymisaika on ennen alkamisaikaa, joten se jätettiin pois. Tarkista ajat.",
        sv="Sluttiden är före starttiden och lämnades därför bort. Kontrollera tiderna.",
        en="The end is before the start, so it was left out. Check the times.",
    ),
    "end_not_comparable": IssueKind(
        fi="Alku on kellonaika mutta loppu pelkkä päivä, tai päinvastoin. Loppu jätettiin pois; kirjoita molemmat samalla tavalla.",
        sv="Början är ett klockslag men slutet bara en dag, eller tvärtom. Slutet lämnades bort; skriv båda på samma sätt.",
        en="The start is a time but the end only a day, or the other way round. The end was left out; write both in the same way.",
    ),
    "duration_too_long": IssueKind(
        fi="Tapahtuma kestäisi vuosia, mikä on luultavasti virhe. Tarkista päättymisaika; toistuvalle tapahtumalle anna yhden "
        "kerran pituus ja toistosääntö.",
        sv="Evenemanget skulle pågå i flera år, vilket troligen är ett fel. Kontrollera sluttiden; ange för ett återkommande "
        "evenemang en gångs längd och en upprepningsregel.",
        en="The event would last for years, which is probably a mistake. Check the end; for a recurring event give the length of "
        "one meeting and a rule.",
    ),
    "floating_time": IssueKind(
        fi="Kellonajasta ei käy ilmi aikavyöhyke. Se luettiin lähteen omana paikallisena aikana; lisää aikavyöhyke (TZID), niin "
        "ajasta ei jää epäselvyyttä.",
        sv="Klockslaget saknar tidszon. Det lästes som källans egen lokala tid; lägg till tidszonen (TZID) så blir tiden entydig.",
        en="The time does not say its time zone. It was read as the source's own local time; add the zone (TZID) so that it "
        "cannot be misread.",
    ),
    "time_in_dst_gap": IssueKind(
        fi="Tätä kellonaikaa ei ole, koska kelloja siirretään silloin kesäaikaan. Aika siirrettiin tunnin eteenpäin; tarkista se.",
        sv="Det här klockslaget finns inte, eftersom klockan då ställs om till sommartid. Tiden flyttades en timme framåt; "
        "kontrollera den.",
        en="This time does not exist because the clocks go forward then. It was moved on by the length of the change; check it.",
    ),
    "bad_date_dropped": IssueKind(
        fi="Osa toistuvan tapahtuman erikseen luetelluista päivistä on mahdottomia, ja ne jätettiin pois. Tarkista päivien vuodet (RDATE).",
        sv="En del av de datum som räknas upp för det återkommande evenemanget är omöjliga och lämnades bort. Kontrollera årtalen (RDATE).",
        en="Some of the dates listed for the recurring event are impossible and were left out. Check their years (RDATE).",
    ),
    "bad_value": IssueKind(
        fi="Kentän arvoa ei voi ymmärtää, joten tapahtumaa ei voi näyttää. Korjaa kenttä.",
        sv="Fältets värde går inte att tolka och evenemanget kan därför inte visas. Rätta fältet.",
        en="The value of the field cannot be understood, so the event cannot be shown. Correct the field.",
    ),
    "status_unknown": IssueKind(
        fi="Tapahtuman tilaa (STATUS) ei tunneta, joten se ohitettiin. Käytä arvoa CONFIRMED, TENTATIVE tai CANCELLED.",
        sv="Evenemangets status (STATUS) är okänd och har inte beaktats. Använd CONFIRMED, TENTATIVE eller CANCELLED.",
        en="The status of the event (STATUS) is not a known one and was ignored. Use CONFIRMED, TENTATIVE or CANCELLED.",
    ),
    "place_unknown": IssueKind(
        fi="Paikkaa ei löytynyt alueen paikkaluettelosta. Se näytetään tekstinä; kirjoita paikan nimi niin kuin se on "
        "luettelossa, tai pyydä lisäämään paikka.",
        sv="Platsen finns inte i regionens platsförteckning. Den visas som text; skriv platsens namn som i förteckningen eller be "
        "om att få den tillagd.",
        en="The place is not in the region's list of places. It is shown as text; write its name as it stands in the list, or ask "
        "for it to be added.",
    ),
    "personal_data_removed": IssueKind(
        fi="Tekstistä poistettiin yksityishenkilön sähköpostiosoite, puhelinnumero tai henkilötunnus. Käytä yhteystietona "
        "yhteisön osoitetta, esimerkiksi info@ tai toimisto@.",
        sv="En privatpersons e-postadress, telefonnummer eller personbeteckning togs bort ur texten. Ange föreningens eller "
        "organisationens egen adress, till exempel info@ eller kansli@.",
        en="A private e-mail address, telephone number or identity code was taken out of the text. Give an address of the "
        "organisation instead, such as info@ or office@.",
    ),
    "text_cut": IssueKind(
        fi="Teksti on niin pitkä, että se lyhennettiin. Lyhennä nimi tai kuvaus ja kerro muu omalla sivullasi.",
        sv="Texten är så lång att den kortades av. Korta namnet eller beskrivningen och berätta resten på er egen sida.",
        en="The text is so long that it was cut. Shorten the name or the description and tell the rest on your own page.",
    ),
    "bad_geo": IssueKind(
        fi="Koordinaatit ovat mahdottomat, ja ne jätettiin pois. Kirjoita leveys- ja pituusaste asteina, esimerkiksi 61.868;28.886.",
        sv="Koordinaterna är omöjliga och lämnades bort. Skriv latitud och longitud i grader, till exempel 61.868;28.886.",
        en="The coordinates are impossible and were left out. Write latitude and longitude in degrees, for example 61.868;28.886.",
    ),
    "bad_url": IssueKind(
        fi="Osoite ei ole kelvollinen verkko-osoite, ja se jätettiin pois. Linkin on alettava http:// tai https://, kuvan https://.",
        sv="Adressen är inte en giltig webbadress och lämnades bort. En länk ska börja med http:// eller https://, en bild med https://.",
        en="The address is not a usable web address and was left out. A link must begin with http:// or https://, an image with https://.",
    ),
    "url_credentials_removed": IssueKind(
        fi="Linkissä oli käyttäjätunnus tai salasana. Se poistettiin; vaihda salasana, sillä se on ollut julkisessa syötteessä.",
        sv="Länken innehöll ett användarnamn eller lösenord. Det togs bort; byt lösenordet, eftersom det har funnits i ett öppet flöde.",
        en="The link held a user name or a password. It was removed; change the password, because it stood in a public feed.",
    ),
    "categories_cut": IssueKind(
        fi="Luokkia on niin monta, että vain ensimmäiset otettiin mukaan. Muutama osuva luokka auttaa löytämään tapahtuman parhaiten.",
        sv="Kategorierna är så många att bara de första togs med. Några träffande kategorier gör evenemanget lättast att hitta.",
        en="There are so many categories that only the first ones were kept. A few fitting ones make the event easiest to find.",
    ),
    "uid_twice": IssueKind(
        fi="Kalenterissa on kaksi eri merkintää samalla tunnisteella (UID). Näytämme niistä uudemman. Anna kummallekin oma tunniste"
        " tai poista vanhentunut.",
        sv="I kalendern finns två olika poster med samma identifierare (UID). Vi visar den nyare. Ge båda en egen identifierare"
        " eller ta bort den föråldrade.",
        en="The calendar has two different entries with one identifier (UID). We show the newer one. Give each its own identifier"
        " or remove the outdated one.",
    ),
    "uids_change": IssueKind(
        fi="Kalenterin tunnisteet (UID) vaihtuvat joka haulla, joten tunnistamme tapahtumat nimestä ja ajasta. Siksi muutettu nimi tai"
        " aika näyttää uudelta tapahtumalta. Pyydä kalenteriohjelman tekijää pitämään tunnisteet samoina (RFC 5545, kohta 3.8.4.7).",
        sv="Kalenderns identifierare (UID) byts vid varje hämtning, så vi känner igen evenemangen på namn och tid. Därför ser ett ändrat"
        " namn eller en ändrad tid ut som ett nytt evenemang. Be kalenderprogrammets leverantör hålla identifierarna oförändrade"
        " (RFC 5545, avsnitt 3.8.4.7).",
        en="The calendar's identifiers (UID) change at every fetch, so we recognise events by name and time. A changed name or time"
        " therefore looks like a new event. Ask the maker of the calendar program to keep them the same (RFC 5545, section 3.8.4.7).",
    ),
    "tz_unknown": IssueKind(
        fi="Aikavyöhykettä (TZID) ei tunneta, joten kellonaika jäi epäselväksi eikä tapahtumaa voi näyttää. Käytä nimeä kuten "
        "Europe/Helsinki tai liitä kalenteriin vyöhykkeen kuvaus (VTIMEZONE).",
        sv="Tidszonen (TZID) är okänd, så klockslaget är oklart och evenemanget kan inte visas. Använd ett namn som Europe/Helsinki "
        "eller beskriv zonen i kalendern (VTIMEZONE).",
        en="The time zone (TZID) is not known, so the time is in doubt and the event cannot be shown. Use a name such as "
        "Europe/Helsinki, or describe the zone in the calendar (VTIMEZONE).",
    ),
    "tz_calendar_unknown": IssueKind(
        fi="Kalenterin oma aikavyöhyke (X-WR-TIMEZONE) on tuntematon, joten se ohitettiin. Kirjoita se muodossa Europe/Helsinki.",
        sv="Kalenderns egen tidszon (X-WR-TIMEZONE) är okänd och har inte beaktats. Skriv den i formen Europe/Helsinki.",
        en="The calendar's own time zone (X-WR-TIMEZONE) is not known and was ignored. Write it as Europe/Helsinki.",
    ),
    "uid_missing": IssueKind(
        fi="Tapahtumalla ei ole tunnistetta (UID). Tunniste tehtiin nimestä ja alkamisajasta; jos jompikumpi muuttuu, tapahtuma "
        "näyttää uudelta. Anna jokaiselle tapahtumalle pysyvä UID.",
        sv="Evenemanget saknar id (UID). Ett id gjordes av namnet och starttiden; om någotdera ändras ser evenemanget ut som ett nytt."
        " Ge varje evenemang ett bestående UID.",
        en="The event has no identifier (UID). One was made from its name and start; if either changes, the event looks like a new "
        "one. Give every event a UID that stays.",
    ),
    "uid_shared": IssueKind(
        fi="Usealla eri tapahtumalla on sama tunniste (UID). Ne pidettiin erillään nimen, ajan ja paikan perusteella. Anna jokaiselle "
        "tapahtumalle oma UID.",
        sv="Flera olika evenemang har samma id (UID). De hölls isär med hjälp av namn, tid och plats. Ge varje evenemang ett eget UID.",
        en="Several different events have the same identifier (UID). They were kept apart by name, time and place. Give every event a "
        "UID of its own.",
    ),
    "superseded": IssueKind(
        fi="Syötteessä on samasta tapahtumasta uudempi versio, joten tämä jätettiin pois. Poista vanha versio syötteestä.",
        sv="Flödet innehåller en nyare version av samma evenemang, därför lämnades den här bort. Ta bort den gamla versionen ur flödet.",
        en="The feed holds a later version of the same event, so this one was left out. Remove the old version from the feed.",
    ),
    "repeated": IssueKind(
        fi="Syötteessä on samoja tapahtumia moneen kertaan. Ne luettiin kerran; kaksoiskappaleet voi poistaa.",
        sv="Flödet innehåller samma evenemang flera gånger. De lästes en gång; dubbletterna kan tas bort.",
        en="The feed holds the same events several times. They were read once; the copies can be removed.",
    ),
    "not_an_event": IssueKind(
        fi="Syötteessä on muutakin kuin tapahtumia (esimerkiksi tehtäviä). Ne ohitettiin. Mitään ei tarvitse tehdä.",
        sv="Flödet innehåller även annat än evenemang (till exempel uppgifter). De har hoppats över. Du behöver inte göra något.",
        en="The feed holds other things than events (tasks, for example). They were skipped. Nothing needs to be done.",
    ),
    "structure": IssueKind(
        fi="Tapahtuman rakenne on rikki: sen loppu (END:VEVENT) puuttuu tai sen sisällä on toinen tapahtuma. Siksi sitä ei voi "
        "näyttää. Korjaa syötteen tekevä ohjelma.",
        sv="Evenemangets struktur är trasig: slutet (END:VEVENT) saknas eller så finns ett annat evenemang inuti det. Därför kan det "
        "inte visas. Rätta programmet som gör flödet.",
        en="The event's structure is broken: its end (END:VEVENT) is missing, or another event stands inside it. So it cannot be "
        "shown. Mend the program that makes the feed.",
    ),
    "structure_repaired": IssueKind(
        fi="Kalenterissa on rivejä väärässä paikassa tai osa on jäänyt sulkematta. Tapahtumat luettiin silti; korjaa syötteen tekevä "
        "ohjelma.",
        sv="Kalendern har rader på fel ställe, eller så har en del lämnats öppen. Evenemangen lästes ändå; rätta programmet som gör "
        "flödet.",
        en="The calendar has lines in the wrong place, or a part was left open. The events were read all the same; mend the program "
        "that makes the feed.",
    ),
    "encoding_repaired": IssueKind(
        fi="Tapahtuman kirjaimet eivät ole UTF-8:aa, joten ne tulkittiin vanhalla merkistöllä. Tarkista ä, ö ja å, ja julkaise syöte "
        "UTF-8:na.",
        sv="Evenemangets tecken är inte UTF-8 och tolkades därför med en äldre teckenuppsättning. Kontrollera å, ä och ö, och "
        "publicera flödet som UTF-8.",
        en="The event's letters are not UTF-8 and were read in an older encoding. Check the accented letters, and publish the feed as "
        "UTF-8.",
    ),
    "line_too_long": IssueKind(
        fi="Yksi kenttä on yli miljoonan merkin pituinen, joten tapahtumaa ei luettu. Lyhennä kenttää tai jätä upotettu tiedosto pois.",
        sv="Ett fält är över en miljon tecken långt, därför lästes evenemanget inte. Korta fältet eller lämna bort den inbäddade filen.",
        en="One field is more than a million characters long, so the event was not read. Shorten it, or leave the embedded file out.",
    ),
    "too_many_lines": IssueKind(
        fi="Tapahtumassa on yli 2000 riviä, joten sitä ei luettu. Käytä toistosääntöä äläkä luettele kaikkea erikseen.",
        sv="Evenemanget har över 2000 rader, därför lästes det inte. Använd en upprepningsregel i stället för att räkna upp allt.",
        en="The event has more than 2,000 lines, so it was not read. Use a recurrence rule instead of listing everything.",
    ),
    "bad_content_line": IssueKind(
        fi="Kentän rivi on rikki (kaksoispiste puuttuu tai lainausmerkki jää auki), joten tapahtumaa ei voi näyttää. Korjaa rivi.",
        sv="Fältets rad är trasig (kolon saknas eller ett citattecken lämnas öppet), så evenemanget kan inte visas. Rätta raden.",
        en="The field's line is broken (no colon, or a quotation mark that never closes), so the event cannot be shown. Mend the line.",
    ),
    "bad_line_dropped": IssueKind(
        fi="Rivi ei ole kalenterin rivi, ja se jätettiin pois. Usein kuvauksen rivinvaihto on jäänyt merkitsemättä (\\n); jos kuvaus "
        "näkyy vajaana, korjaa se.",
        sv="Raden är ingen kalenderrad och lämnades bort. Ofta har en radbrytning i beskrivningen inte märkts ut (\\n); rätta den om "
        "beskrivningen visas ofullständig.",
        en="The line is not a calendar line and was left out. Often a line break in the description was not escaped (\\n); mend it if "
        "the description looks cut.",
    ),
    "duration_ignored": IssueKind(
        fi="Tapahtumalla on sekä päättymisaika (DTEND) että kesto (DURATION). Päättymisaikaa noudatettiin; jätä toinen pois.",
        sv="Evenemanget har både sluttid (DTEND) och längd (DURATION). Sluttiden gäller; lämna bort den ena.",
        en="The event has both an end (DTEND) and a length (DURATION). The end was used; leave one of them out.",
    ),
    "bad_sequence": IssueKind(
        fi="Version numero (SEQUENCE) ei ole luku, joten se ohitettiin. Kirjoita siihen kokonaisluku alkaen nollasta.",
        sv="Versionsnumret (SEQUENCE) är inget tal och har inte beaktats. Skriv ett heltal från noll uppåt.",
        en="The version number (SEQUENCE) is not a number and was ignored. Write a whole number from zero upwards.",
    ),
    "period_shortened": IssueKind(
        fi="Lisäpäivällä (RDATE) on oma kestonsa. Siitä otettiin vain alku; kesto on sama kuin muilla kerroilla. Tee pidemmästä "
        "kerrasta oma tapahtumansa.",
        sv="Ett extra datum (RDATE) har en egen längd. Bara början togs med; längden är densamma som de andra gångerna. Gör ett eget "
        "evenemang av den längre gången.",
        en="An extra date (RDATE) has a length of its own. Only its start was used; it lasts as long as the other dates. Make the "
        "longer one an event of its own.",
    ),
    "empty_rule": IssueKind(
        fi="Toistosääntö (RRULE) on tyhjä, joten tapahtuma näytetään kertaluonteisena. Jätä tyhjä rivi pois.",
        sv="Upprepningsregeln (RRULE) är tom, så evenemanget visas som en enskild gång. Lämna bort den tomma raden.",
        en="The recurrence rule (RRULE) is empty, so the event is shown as a single one. Leave the empty line out.",
    ),
    **FIELDS_KINDS,
    **FORMAT_KINDS,
    **FEED_KINDS,
    **SCHEMA_KINDS,
    **KOOSTE_KINDS,
    **PHRASE_KINDS,
    **MEANING_KINDS,
    **PRIVACY_KINDS,
    **TEXT_KINDS,
}
