"""How to mend findings in each program, in Finnish. ``tribe`` is The Events Calendar of WordPress."""

from __future__ import annotations

MEND_FI: dict[str, dict[str, str]] = {
    "publish": {
        "google": "Avaa Google-kalenteri tietokoneella. Avaa kalenterin nimen vierestä kolme pistettä ja valitse ”Asetukset ja "
        "jakaminen”. Aseta kalenteri kaikkien saataville. Kopioi samalta sivulta kohdasta ”Integroi kalenteri” julkinen osoite "
        "iCal-muodossa.",
        "outlook": "Avaa Outlook selaimessa. Valitse Asetukset → Kalenteri → Jaetut kalenterit → ”Julkaise kalenteri”. Valitse "
        "kalenteri ja ”Voi nähdä kaikki tiedot”, ja paina Julkaise. Kopioi ICS-linkki (ei HTML-linkkiä). Jos kohtaa ei ole, "
        "organisaatiosi on estänyt sen: kysy it-tuesta.",
        "nextcloud": "Avaa Nextcloudin kalenteri. Paina kalenterin nimen vierestä jakamiskuvaketta ja luo julkinen linkki (”Jaa "
        "linkki”). Valitse linkin valikosta ”Kopioi tilauslinkki”.",
        "tribe": "Avaa sivustosi tapahtumakalenteri selaimessa. Sivun alla on ”Tilaa kalenteri”. Anna meille osoite, joka päättyy "
        "?ical=1, esimerkiksi https://sivusto.example/tapahtumat/?ical=1.",
        "icloud": "Avaa Kalenteri Macissa tai icloud.com. Paina kalenterin nimen vierestä jakamiskuvaketta, valitse ”Julkinen "
        "kalenteri” ja kopioi linkki. Se alkaa webcal://.",
        "myclub": "Pyydä seuran pääkäyttäjää julkaisemaan avoimet tapahtumat seuran myClub-verkkosivuilla ja anna meille sen kalenterin "
        "osoite. Oma kalenteritilauksesi on henkilökohtainen.",
    },
    "details": {
        "google": "Valitse ”Asetukset ja jakaminen” ja julkisen kalenterin kohdalta ”Näytä kaikki tapahtuman tiedot”.",
        "outlook": "Valitse Outlookissa selaimessa Asetukset → Kalenteri → Jaetut kalenterit. Vaihda julkaistun kalenterin kohdalle "
        "”Voi nähdä kaikki tiedot”.",
        "nextcloud": "Avaa tapahtuma ja vaihda sen näkyvyydeksi ”Näytä koko tapahtuma, kun jaetaan”.",
        "myclub": "Pyydä seuran pääkäyttäjää näyttämään tapahtumien nimet julkisessa kalenterissa.",
    },
    "end": {
        "google": "Avaa tapahtuma, paina kynää ja valitse päättymisaika alkamisajan viereen. Tallenna.",
        "outlook": "Avaa tapahtuma ja valitse päättymisaika alkamisajan alle. Tallenna.",
        "nextcloud": "Avaa tapahtuma ja valitse päättymisaika alkamisajan viereen. Päivitä.",
        "tribe": "Muokkaa tapahtumaa WordPressissä. Kirjoita kohtaan ”Aika ja päivämäärä” myös loppu, ja poista valinta, joka piilottaa "
        "päättymisajan. Päivitä.",
        "icloud": "Avaa tapahtuma, paina sen aikaa ja valitse päättymisaika.",
        "myclub": "Avaa tapahtuma myClubissa, valitse Muokkaa ja lisää päättymisaika.",
    },
    "all_day": {
        "google": "Avaa tapahtuma, paina kynää ja poista valinta ”Koko päivä”. Valitse alkamis- ja päättymisaika. Poista kellonaika "
        "nimestä. Tallenna.",
        "outlook": "Avaa tapahtuma ja sammuta ”Koko päivä”. Valitse alkamis- ja päättymisaika. Poista kellonaika nimestä. Tallenna.",
        "nextcloud": "Avaa tapahtuma ja poista valinta ”Koko päivä”. Valitse ajat. Poista kellonaika nimestä. Päivitä.",
        "tribe": "Muokkaa tapahtumaa WordPressissä ja poista valinta ”Koko päivän tapahtuma”. Valitse ajat. Poista kellonaika nimestä. "
        "Päivitä.",
        "icloud": "Avaa tapahtuma, paina sen aikaa ja sammuta ”koko päivä”. Valitse ajat. Poista kellonaika nimestä.",
        "myclub": "Avaa tapahtuma myClubissa, valitse Muokkaa, aseta alkamis- ja päättymisaika ja poista kellonaika nimestä.",
    },
    "place": {
        "google": "Avaa tapahtuma, paina kynää ja kirjoita paikka kohtaan ”Lisää sijainti”: rakennus ja osoite. Tallenna.",
        "outlook": "Avaa tapahtuma ja kirjoita paikka kohtaan ”Sijainti”: rakennus ja osoite. Tallenna.",
        "nextcloud": "Avaa tapahtuma ja kirjoita paikka kohtaan ”Lisää sijainti”: rakennus ja osoite. Päivitä.",
        "tribe": "Muokkaa tapahtumaa WordPressissä ja valitse tapahtumapaikka (Venue), tai luo uusi: nimi ja osoite. Päivitä.",
        "icloud": "Avaa tapahtuma ja kirjoita paikka kohtaan ”Lisää sijainti”.",
        "myclub": "Avaa tapahtuma myClubissa, valitse Muokkaa ja lisää tapahtumapaikka.",
    },
    "description": {
        "google": "Avaa tapahtuma, paina kynää ja kirjoita kohtaan ”Lisää kuvaus”: mitä, kenelle, hinta, ilmoittautuminen.",
        "outlook": "Avaa tapahtuma ja kirjoita tekstikenttään: mitä, kenelle, hinta, ilmoittautuminen. Tarkista, että kalenteri on "
        "julkaistu valinnalla ”Voi nähdä kaikki tiedot”, muuten kuvaus ei tule mukaan.",
        "nextcloud": "Avaa tapahtuma ja kirjoita kohtaan ”Lisää kuvaus”: mitä, kenelle, hinta, ilmoittautuminen.",
        "tribe": "Muokkaa tapahtumaa WordPressissä ja kirjoita otsikon alle pari lausetta: mitä, kenelle, hinta, ilmoittautuminen.",
        "icloud": "Avaa tapahtuma ja kirjoita kohtaan ”Muistiinpanot”: mitä, kenelle, hinta, ilmoittautuminen.",
    },
    "zone": {
        "google": "Avaa kalenterin ”Asetukset ja jakaminen” ja valitse aikavyöhykkeeksi Helsinki.",
        "outlook": "Valitse Asetukset → Kalenteri → Näkymä ja aikavyöhykkeeksi Helsinki.",
        "nextcloud": "Avaa tapahtuma ja valitse ajan vierestä aikavyöhykkeeksi Europe/Helsinki.",
        "tribe": "Valitse WordPressissä Asetukset → Yleiset → Aikavyöhyke: Helsinki (ei UTC+2).",
        "icloud": "Ota Kalenterin asetuksista käyttöön aikavyöhyketuki ja valitse tapahtumalle Helsinki.",
    },
    "repeat_end": {
        "google": "Avaa tapahtuma, paina kynää, valitse toiston kohdalta ”Muokattu” ja anna kohtaan ”Loppuu” päivä. Tallenna koko sarjaan.",
        "outlook": "Avaa sarja, paina toistoa ja valitse päättymispäivä. Tallenna.",
        "nextcloud": "Avaa tapahtuma, muokkaa toistoa ja valitse ”Loppuu” → päivä. Päivitä kaikki.",
        "tribe": "Muokkaa sarjaa WordPressissä ja anna toistolle päättymispäivä. Päivitä.",
        "icloud": "Avaa tapahtuma, paina toistoa ja valitse ”Toiston päättyminen” → päivä.",
        "myclub": "Avaa tapahtumasarja myClubissa ja anna kauden viimeinen päivä.",
    },
    "exceptions": {
        "google": "Paina kalenterissa sitä päivää, jolloin ei kokoonnuta, valitse roskakori ja ”Tämä tapahtuma”. Tee sama muille päiville.",
        "outlook": "Paina kalenterissa sitä päivää, jolloin ei kokoonnuta, ja valitse Poista → ”Tämä tapahtuma”. Tee sama muille päiville.",
        "nextcloud": "Avaa sen päivän tapahtuma, jolloin ei kokoonnuta, ja valitse ”Poista tämä esiintymä”. Tee sama muille päiville.",
        "tribe": "Muokkaa sarjaa WordPressissä ja lisää poikkeukset: päivät, jolloin ei kokoonnuta. Päivitä.",
        "icloud": "Paina sitä päivää, jolloin ei kokoonnuta, ja valitse Poista → ”Vain tämä tapahtuma”. Tee sama muille päiville.",
        "myclub": "Poista tai peru myClubissa ne yksittäiset kerrat, jolloin ei kokoonnuta.",
    },
    "members": {
        "google": "Tee jäsenten tapahtumille oma kalenteri: Muut kalenterit → + → ”Luo uusi kalenteri”. Älä julkaise sitä. Yksittäisen "
        "tapahtuman voi myös merkitä yksityiseksi: kynä → näkyvyys → ”Yksityinen”.",
        "outlook": "Avaa tapahtuma ja merkitse se yksityiseksi (lukon kuva), tai pidä jäsenten tapahtumat toisessa kalenterissa, jota "
        "ei julkaista.",
        "nextcloud": "Avaa tapahtuma ja vaihda näkyvyydeksi ”Piilota tapahtuma, kun jaetaan”, tai pidä jäsenten tapahtumat toisessa "
        "kalenterissa.",
        "tribe": "Muokkaa tapahtumaa WordPressissä ja vaihda näkyvyydeksi ”Yksityinen”. Päivitä.",
        "icloud": "Siirrä tapahtuma toiseen kalenteriin, jota ei julkaista.",
        "myclub": "Tarkista tapahtuman näkyvyys myClubissa: julkiseen kalenteriin kuuluvat vain kaikille avoimet tapahtumat. Voit myös "
        "kertoa meille, minkä nimiset tapahtumat ovat avoimia: näytämme vain ne.",
    },
    "uid": {
        "outlook": "Outlookin julkaisema kalenteri tekee tämän itse. Sinun ei tarvitse tehdä mitään: tunnistamme tapahtumat nimestä ja "
        "ajasta.",
    },
    "confirm": {
        "outlook": "Kun tapahtuma on varma, avaa se ja vaihda tilaksi ”Varattu” alustavan sijaan. Tallenna.",
        "nextcloud": "Kun tapahtuma on varma, avaa se ja vaihda tilaksi ”Vahvistettu”. Päivitä.",
    },
}
