"""The reasons that come from reading an answer and from what a publisher allows; part of ``FAILURE_REASONS``."""

from __future__ import annotations

from harvesters.failure_reason import FailureReason

READING_REASONS: dict[str, FailureReason] = {
    "not_feed": FailureReason(
        fi="Vastaus ei ole RSS- tai Atom-syöte. Anna syötteen osoite, jossa on <rss>, <feed> tai <rdf:RDF>.",
        sv="Svaret är inget RSS- eller Atom-flöde. Ge adressen till ett flöde med <rss>, <feed> eller <rdf:RDF>.",
        en="The answer is not an RSS or Atom feed. Give the address of one, with <rss>, <feed> or <rdf:RDF> in it.",
    ),
    "not_json": FailureReason(
        fi="Vastaus ei ole JSON-muotoista. Tarkista rajapinnan osoite.",
        sv="Svaret är inte i JSON-format. Kontrollera gränssnittets adress.",
        en="The answer is not JSON. Check the address of the interface.",
    ),
    "not_html": FailureReason(
        fi="Vastaus ei ole verkkosivu. Anna sivun osoite.",
        sv="Svaret är ingen webbsida. Ge adressen till sidan.",
        en="The answer is not a web page. Give the address of the page.",
    ),
    "not_csv": FailureReason(
        fi="Vastaus ei ole taulukko (CSV). Jaa taulukko julkaistuna CSV-muodossa.",
        sv="Svaret är ingen tabell (CSV). Publicera kalkylarket i CSV-format.",
        en="The answer is not a table (CSV). Publish the sheet in CSV form.",
    ),
    "unexpected_shape": FailureReason(
        fi="Vastauksessa ei ole sitä, mitä tältä järjestelmältä odotetaan. Tarkista osoite ja lähteen muoto.",
        sv="Svaret innehåller inte det som väntas av systemet. Kontrollera adressen och källans format.",
        en="The answer does not hold what this kind of system gives. Check the address and the source's format.",
    ),
    "selector_miss": FailureReason(
        fi="Sivulta ei löytynyt yhtään riviä kuvatulla tavalla; sivun rakenne on ehkä muuttunut. Päivitä lähteen kuvaus.",
        sv="Inga rader hittades på sidan på det beskrivna sättet; sidans struktur kan ha ändrats. Uppdatera källans beskrivning.",
        en="No row was found on the page in the way described; its layout may have changed. Update the source's description.",
    ),
    "login_page": FailureReason(
        fi="Osoitteesta tuli kirjautumissivu. Julkaise tapahtumat ilman kirjautumista tai anna julkinen osoite.",
        sv="Adressen gav en inloggningssida. Publicera evenemangen utan inloggning eller ge den offentliga adressen.",
        en="The address gave a login page. Publish the events without a login, or give the public address.",
    ),
    "soft_404": FailureReason(
        fi="Palvelin antoi sivun, joka sanoo, ettei sivua löydy. Tarkista osoite.",
        sv="Servern gav en sida som säger att sidan inte finns. Kontrollera adressen.",
        en="The server gave a page that says the page is not found. Check the address.",
    ),
    "dtd_refused": FailureReason(
        fi="Tiedostossa on rakennemäärittely (DTD), jota emme turvallisuussyistä lue. Julkaise syöte ilman sitä.",
        sv="Filen innehåller en dokumenttypsdefinition (DTD) som vi av säkerhetsskäl inte läser. Publicera flödet utan den.",
        en="The file has a document type definition with entities (DTD), which is not read for safety. Publish the feed without it.",
    ),
    "too_deep": FailureReason(
        fi="Tiedoston rakenne on niin syvä tai sekava, ettei sitä voi lukea turvallisesti. Vie se uudelleen.",
        sv="Filens struktur är så djup eller rörig att den inte kan läsas säkert. Exportera den på nytt.",
        en="The file's structure is so deep or tangled that it cannot be read safely. Export it again.",
    ),
    "page_failed": FailureReason(
        fi="Yksi listan sivuista jäi saamatta, joten mitään ei muutettu. Yritämme uudelleen.",
        sv="En av listans sidor kunde inte hämtas, så inget ändrades. Vi försöker igen.",
        en="One of the list's pages could not be had, so nothing was changed. We try again.",
    ),
    "read_limit": FailureReason(
        fi="Vastauksen lukeminen vei liikaa aikaa tai muistia. Julkaise pienempi tai yksinkertaisempi tiedosto.",
        sv="Läsningen av svaret tog för mycket tid eller minne. Publicera en mindre eller enklare fil.",
        en="Reading the answer took too much time or memory. Publish a smaller or simpler file.",
    ),
    "too_much": FailureReason(
        fi="Lähteen sivut ovat yhteensä suuremmat kuin sallitaan. Rajaa lista tuleviin tapahtumiin.",
        sv="Källans sidor är sammanlagt större än tillåtet. Begränsa listan till kommande evenemang.",
        en="The source's pages are larger together than allowed. Limit the list to coming events.",
    ),
    "opted_out": FailureReason(
        fi="Julkaisija on kieltänyt sisältönsä koneellisen käytön. Sovi käytöstä tai poista lähde.",
        sv="Utgivaren har förbjudit maskinell användning av innehållet. Avtala om saken eller ta bort källan.",
        en="The publisher reserves its content from automated use. Agree on it with them, or remove the source.",
    ),
    "not_permitted": FailureReason(
        fi="Lähteen käyttöön tarvitaan lupa, jota ei ole kirjattu. Kysy lupa ja kirjaa, kuka sen antoi ja milloin.",
        sv="Källan kräver ett tillstånd som inte har antecknats. Be om lov och anteckna vem som gav det och när.",
        en="Using the source needs a permission that is not recorded. Ask for it, and record who gave it and when.",
    ),
    "wish": FailureReason(
        fi="Julkaisija ei halua, että tätä haetaan. Pyydä kalenterisyöte.",
        sv="Utgivaren vill inte att detta hämtas. Be om ett kalenderflöde.",
        en="The publisher does not want this fetched. Ask them for a calendar feed.",
    ),
}
