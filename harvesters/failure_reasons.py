"""Every reason why a source may fail, in words: what happened and what to do, in Finnish, Swedish and English.

A reason is the ``reason`` of a ``HarvestError``. The text goes to the source's page and to the publisher, so it names no address.
``docs/fetching.md`` has the same table; a test keeps the two together.
"""

from __future__ import annotations

import re

from harvesters.failure_reason import FailureReason
from harvesters.failure_reasons_reading import READING_REASONS
from harvesters.failure_reasons_schema import SCHEMA_REASONS

FAILURE_REASONS: dict[str, FailureReason] = {
    # No usable answer
    "dns": FailureReason(
        fi="Palvelimen nimeä ei löydy. Tarkista osoite; verkkotunnus on voinut vanhentua.",
        sv="Serverns namn hittas inte. Kontrollera adressen; domänen kan ha gått ut.",
        en="The server's name is not found. Check the address; the domain may have expired.",
    ),
    "refused": FailureReason(
        fi="Palvelin ei ota yhteyksiä vastaan. Tarkista, että se on käynnissä ja osoite on oikea.",
        sv="Servern tar inte emot anslutningar. Kontrollera att den är igång och att adressen är rätt.",
        en="The server accepts no connections. Check that it is running and that the address is right.",
    ),
    "network": FailureReason(
        fi="Yhteys katkesi kesken. Yritämme uudelleen seuraavalla kerralla; jos tämä toistuu, kysy palvelimen ylläpidolta.",
        sv="Förbindelsen bröts. Vi försöker igen nästa gång; om det upprepas, fråga den som sköter servern.",
        en="The connection broke off. We try again next time; if it keeps happening, ask whoever runs the server.",
    ),
    "timeout": FailureReason(
        fi="Palvelin ei vastannut kokonaan määräajassa. Yritämme uudelleen; jos tämä toistuu, palvelin on liian hidas.",
        sv="Servern hann inte svara helt inom utsatt tid. Vi försöker igen; om det upprepas är servern för långsam.",
        en="The server did not answer in full in the time allowed. We try again; if it keeps happening, the server is too slow.",
    ),
    "tls": FailureReason(
        fi="Suojattua yhteyttä ei saatu luotettavasti. Tarkista palvelimen varmenne: se on voinut vanhentua tai kuulua toiselle nimelle.",
        sv="En säker förbindelse kunde inte upprättas. Kontrollera serverns certifikat: det kan ha gått ut eller gälla ett annat namn.",
        en="No trustworthy secure connection could be made. Check the server's certificate: it may have expired or belong to another name.",
    ),
    "protocol": FailureReason(
        fi="Palvelimen vastaus ei ole kelvollista HTTP:tä. Ilmoita siitä palvelimen ylläpidolle.",
        sv="Serverns svar är inte giltig HTTP. Meddela den som sköter servern.",
        en="The server's answer is not valid HTTP. Tell whoever runs the server.",
    ),
    "truncated": FailureReason(
        fi="Vastaus katkesi ennen loppuaan, joten siitä ei käytetty mitään. Jos tämä toistuu, syöte tai palvelin on rikki.",
        sv="Svaret tog slut i förtid, så inget av det användes. Om det upprepas är flödet eller servern trasig.",
        en="The answer ended before its end, so none of it was used. If it keeps happening, the feed or the server is broken.",
    ),
    "too_large": FailureReason(
        fi="Vastaus on suurempi kuin sallittu. Julkaise syötteessä vain tulevat tapahtumat ilman liitteitä.",
        sv="Svaret är större än tillåtet. Publicera bara kommande evenemang i flödet, utan bilagor.",
        en="The answer is larger than allowed. Publish only coming events in the feed, without attachments.",
    ),
    "bad_encoding": FailureReason(
        fi="Vastauksen pakkausta ei voi purkaa. Tarkista palvelimen pakkausasetukset (Content-Encoding).",
        sv="Svarets komprimering kan inte packas upp. Kontrollera serverns komprimering (Content-Encoding).",
        en="The answer's compression cannot be undone. Check the server's compression settings (Content-Encoding).",
    ),
    "not_modified_unasked": FailureReason(
        fi="Palvelin vastasi ”ei muutoksia”, vaikka sitä ei kysytty. Haemme seuraavalla kerralla kaiken; palvelimen välimuisti on rikki.",
        sv="Servern svarade ”inget ändrat” utan att ha blivit tillfrågad. Vi hämtar allt nästa gång; serverns cache är trasig.",
        en="The server said “not modified” without having been asked. We fetch everything next time; the server's cache is broken.",
    ),
    "too_many_redirects": FailureReason(
        fi="Osoite ohjaa eteenpäin liian monta kertaa. Anna meille lopullinen osoite.",
        sv="Adressen skickar vidare för många gånger. Ge oss den slutliga adressen.",
        en="The address redirects too many times. Give us the final address.",
    ),
    "bad_redirect": FailureReason(
        fi="Palvelin ohjaa eteenpäin kertomatta kelvollista osoitetta. Ilmoita siitä palvelimen ylläpidolle.",
        sv="Servern skickar vidare utan att ange en giltig adress. Meddela den som sköter servern.",
        en="The server redirects without a usable address. Tell whoever runs the server.",
    ),
    "insecure_redirect": FailureReason(
        fi="Suojattu osoite ohjaa suojaamattomaan, joten siihen ei jatkettu. Anna https-osoite, joka vastaa itse.",
        sv="En säker adress skickar vidare till en osäker, så vi följde den inte. Ge en https-adress som svarar själv.",
        en="A secure address redirects to an insecure one, which was not followed. Give an https address that answers itself.",
    ),
    "http_404": FailureReason(
        fi="Osoitteessa ei ole enää mitään (404). Tarkista osoite ja anna meille uusi, jos kalenteri on muuttanut.",
        sv="Det finns ingenting på adressen längre (404). Kontrollera adressen och ge oss den nya om kalendern har flyttat.",
        en="There is nothing at the address any more (404). Check it, and give us the new one if the calendar has moved.",
    ),
    "http_2xx": FailureReason(
        fi="Palvelin ei lähettänyt kokonaista vastausta (vain 200 on kokonainen). Tarkista osoite ja palvelimen asetukset.",
        sv="Servern skickade inget helt svar (bara 200 är helt). Kontrollera adressen och serverns inställningar.",
        en="The server sent no complete answer (only 200 is one). Check the address and the server's settings.",
    ),
    "http_3xx": FailureReason(
        fi="Palvelin vastasi ohjauksella, jota ei voi seurata. Anna meille lopullinen osoite.",
        sv="Servern svarade med en vidarekoppling som inte kan följas. Ge oss den slutliga adressen.",
        en="The server answered with a redirect that cannot be followed. Give us the final address.",
    ),
    "http_4xx": FailureReason(
        fi="Palvelin ei hyväksynyt pyyntöä. Tarkista osoite.",
        sv="Servern godtog inte begäran. Kontrollera adressen.",
        en="The server did not accept the request. Check the address.",
    ),
    "http_5xx": FailureReason(
        fi="Palvelimessa on vika. Yritämme uudelleen; jos tämä jatkuu, ilmoita palvelimen ylläpidolle.",
        sv="Det är fel på servern. Vi försöker igen; om det fortsätter, meddela den som sköter servern.",
        en="The server has a fault. We try again; if it goes on, tell whoever runs the server.",
    ),
    "http_other": FailureReason(
        fi="Palvelin vastasi tuntemattomalla tilakoodilla. Ilmoita siitä palvelimen ylläpidolle.",
        sv="Servern svarade med en okänd statuskod. Meddela den som sköter servern.",
        en="The server answered with an unknown status code. Tell whoever runs the server.",
    ),
    # Turned away
    "login_required": FailureReason(
        fi="Osoite vaatii kirjautumisen (401). Julkaise kalenteri ilman kirjautumista tai anna meille sen julkinen osoite.",
        sv="Adressen kräver inloggning (401). Publicera kalendern utan inloggning eller ge oss dess offentliga adress.",
        en="The address asks for a login (401). Publish the calendar without one, or give us its public address.",
    ),
    "forbidden": FailureReason(
        fi="Palvelin kieltää meiltä pääsyn (403). Salli kalenterin haku ohjelmallemme (User-Agent) tai ota meihin yhteyttä.",
        sv="Servern nekar oss tillträde (403). Tillåt hämtning av kalendern för vår användaragent eller kontakta oss.",
        en="The server denies us access (403). Allow our user agent to fetch the calendar, or contact us.",
    ),
    "too_many_requests": FailureReason(
        fi="Palvelin pyytää hakemaan harvemmin (429). Odotamme sen pyytämän ajan; mitään ei tarvitse tehdä.",
        sv="Servern ber oss hämta mer sällan (429). Vi väntar så länge den ber om; inget behöver göras.",
        en="The server asks us to come less often (429). We wait as long as it asks; nothing needs to be done.",
    ),
    "bot_challenge": FailureReason(
        fi="Palvelimen bottisuoja estää haun. Salli kalenterin osoite bottisuojan asetuksissa.",
        sv="Serverns botskydd stoppar hämtningen. Tillåt kalenderns adress i botskyddets inställningar.",
        en="The server's bot protection stops the fetch. Allow the calendar's address in its settings.",
    ),
    "robots": FailureReason(
        fi="Sivuston robots.txt kieltää haun. Salli kalenterin osoite siinä, jos haluat tapahtumat mukaan.",
        sv="Webbplatsens robots.txt förbjuder hämtningen. Tillåt kalenderns adress där om evenemangen ska visas.",
        en="The site's robots.txt forbids the fetch. Allow the calendar's address there if the events shall be shown.",
    ),
    "robots_unavailable": FailureReason(
        fi="Sivuston robots.txt-tiedostoa ei saatu palvelinvian vuoksi, joten mitään ei haettu. Yritämme uudelleen.",
        sv="Webbplatsens robots.txt kunde inte läsas på grund av ett serverfel, så inget hämtades. Vi försöker igen.",
        en="The site's robots.txt could not be had because of a server fault, so nothing was fetched. We try again.",
    ),
    "forbidden_address": FailureReason(
        fi="Osoite ei ole julkisessa internetissä tai sen muoto ei ole sallittu. Anna kalenterin julkinen https-osoite.",
        sv="Adressen finns inte på det öppna internet eller har en otillåten form. Ge kalenderns offentliga https-adress.",
        en="The address is not on the public Internet, or not of an allowed form. Give the calendar's public https address.",
    ),
    "gone": FailureReason(
        fi="Julkaisija on sulkenut osoitteen pysyvästi (410). Anna uusi osoite tai poista lähde.",
        sv="Utgivaren har stängt adressen för gott (410). Ge en ny adress eller ta bort källan.",
        en="The publisher closed the address for good (410). Give a new address, or remove the source.",
    ),
    # The run itself
    "deadline": FailureReason(
        fi="Hakukierroksen aika loppui ennen tätä lähdettä. Yritämme uudelleen seuraavalla kierroksella.",
        sv="Tiden för hämtningsrundan tog slut före denna källa. Vi försöker igen nästa runda.",
        en="The time of the fetching run was over before this source. We try again in the next run.",
    ),
    "crash": FailureReason(
        fi="Hakuohjelma keskeytyi. Yritämme uudelleen; ylläpito näkee syyn lokista.",
        sv="Hämtningsprogrammet avbröts. Vi försöker igen; driften ser orsaken i loggen.",
        en="The fetching program broke down. We try again; the operator finds the cause in the log.",
    ),
    "bug": FailureReason(
        fi="Ohjelmassamme on virhe, joka esti tämän lähteen käsittelyn. Vika on meissä; ylläpito näkee sen lokista.",
        sv="Ett fel i vårt program hindrade behandlingen av denna källa. Felet är vårt; driften ser det i loggen.",
        en="A fault in our program stopped this source. It is ours to mend; the operator finds it in the log.",
    ),
    "not_configured": FailureReason(
        fi="Lähteen salainen osoite puuttuu palvelimen asetuksista. Ylläpidon pitää lisätä se.",
        sv="Källans hemliga adress saknas i serverns inställningar. Driften behöver lägga till den.",
        en="The source's secret address is missing from the server's settings. The operator has to add it.",
    ),
    # Read, but not what was promised
    "empty_body": FailureReason(
        fi="Palvelin lähetti tyhjän vastauksen. Tarkista, että osoite on kalenterin oma.",
        sv="Servern skickade ett tomt svar. Kontrollera att adressen är kalenderns egen.",
        en="The server sent an empty answer. Check that the address is the calendar's own.",
    ),
    "not_icalendar": FailureReason(
        fi="Vastaus ei ole iCalendar-tiedosto. Anna osoite, josta tulee .ics-tiedosto.",
        sv="Svaret är ingen iCalendar-fil. Ge adressen till en .ics-fil.",
        en="The answer is not an iCalendar file. Give the address of an .ics file.",
    ),
    "html_instead_of_feed": FailureReason(
        fi="Osoitteesta tuli verkkosivu eikä kalenteri; se voi olla kirjautumis- tai virhesivu. Anna kalenterin syötteen osoite.",
        sv="Adressen gav en webbsida i stället för en kalender, kanske en inloggnings- eller felsida. Ge adressen till kalenderns flöde.",
        en="The address gave a web page instead of a calendar, perhaps a login or error page. Give the address of the calendar's feed.",
    ),
    "structure": FailureReason(
        fi="Tiedoston rakenne on rikki (BEGIN ja END eivät täsmää). Vie kalenteri uudelleen tai ilmoita ohjelman tekijälle.",
        sv="Filens struktur är trasig (BEGIN och END stämmer inte). Exportera kalendern på nytt eller meddela programmets tillverkare.",
        en="The file's structure is broken (BEGIN and END do not match). Export the calendar again, or tell the program's maker.",
    ),
    "control_chars": FailureReason(
        fi="Tiedostossa on ohjausmerkkejä, joita siinä ei saa olla. Vie kalenteri uudelleen.",
        sv="Filen innehåller styrtecken som inte får finnas där. Exportera kalendern på nytt.",
        en="The file holds control characters that must not be there. Export the calendar again.",
    ),
    "federation_loop": FailureReason(
        fi="Osoite palauttaa oman kalenterimme tapahtumat. Anna alkuperäisen kalenterin osoite.",
        sv="Adressen ger tillbaka vår egen kalenders evenemang. Ge adressen till den ursprungliga kalendern.",
        en="The address gives back our own calendar's events. Give the address of the original calendar.",
    ),
    # Read, but not believed
    "shrunk": FailureReason(
        fi="Suuri osa tulevista tapahtumista katosi kerralla, joten mitään ei poistettu. Vahvista poisto tai korjaa syöte.",
        sv="En stor del av de kommande evenemangen försvann på en gång, så inget togs bort. Bekräfta borttagningen eller rätta flödet.",
        en="Many of the coming events vanished at once, so nothing was removed. Confirm the removal, or mend the feed.",
    ),
    "too_few": FailureReason(
        fi="Tapahtumia on vähemmän kuin lähteeltä odotetaan, joten mitään ei muutettu. Tarkista syöte tai odotus.",
        sv="Evenemangen är färre än vad som väntas av källan, så inget ändrades. Kontrollera flödet eller förväntningen.",
        en="There are fewer events than the source is expected to have, so nothing was changed. Check the feed or the expectation.",
    ),
    "too_many": FailureReason(
        fi="Tapahtumia on enemmän kuin lähteeltä odotetaan, joten mitään ei muutettu. Tarkista syöte tai odotus.",
        sv="Evenemangen är fler än vad som väntas av källan, så inget ändrades. Kontrollera flödet eller förväntningen.",
        en="There are more events than the source is expected to have, so nothing was changed. Check the feed or the expectation.",
    ),
    "empty": FailureReason(
        fi="Kalenteri on yhtäkkiä tyhjä, joten mitään ei poistettu. Vahvista, että se on tarkoitus, tai korjaa syöte.",
        sv="Kalendern är plötsligt tom, så inget togs bort. Bekräfta att det är avsikten eller rätta flödet.",
        en="The calendar is suddenly empty, so nothing was removed. Confirm that this is meant, or mend the feed.",
    ),
    "ledger": FailureReason(
        fi="Luettujen ja tallennettujen määrät eivät täsmää, joten mitään ei muutettu. Vika on meissä; ylläpito näkee sen lokista.",
        sv="Antalet lästa och sparade evenemang stämmer inte, så inget ändrades. Felet är vårt; driften ser det i loggen.",
        en="The events read and stored do not add up, so nothing was changed. The fault is ours; the operator finds it in the log.",
    ),
    **READING_REASONS,
    **SCHEMA_REASONS,
}

_STATUS = re.compile(r"http_(\d)\d\d")


def failure_reason(code: str) -> FailureReason:
    """The words of a reason; a status without its own words (``http_502``) has those of its class (``http_5xx``).

    A reason that nobody wrote words for is a fault of ours, and is told as one.
    """
    if status := _STATUS.fullmatch(code):
        return FAILURE_REASONS.get(code) or FAILURE_REASONS.get(f"http_{status[1]}xx", FAILURE_REASONS["http_other"])
    return FAILURE_REASONS.get(code, FAILURE_REASONS["bug"])
