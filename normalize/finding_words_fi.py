"""The findings in Finnish."""

from __future__ import annotations

from normalize.finding_wording import FindingWords as W

FI: dict[str, W] = {
    # The address
    "address_missing": W(
        "Osoite puuttuu.",
        "Ilman osoitetta emme löydä kalenteria.",
        "Kopioi kalenterin osoite ja liitä se tähän. Se alkaa yleensä https:// tai webcal://.",
    ),
    "address_not_one": W(
        "Tämä ei ole verkko-osoite.",
        "Haemme tapahtumat verkko-osoitteesta, joten muusta tekstistä emme löydä niitä.",
        "Kopioi osoite kokonaan. Se alkaa https:// tai webcal://.",
    ),
    "address_mail": W(
        "Tämä on sähköpostiosoite, ei kalenterin osoite.",
        "Sähköpostiosoitteesta ei voi lukea tapahtumia.",
        "Avaa kalenteriohjelmasi, julkaise kalenteri ja kopioi sen osoite. Se alkaa https:// tai webcal://.",
    ),
    "address_file": W(
        "Tämä on oman laitteesi tiedosto ({name}), ei verkko-osoite.",
        "Emme pääse laitteellesi. Tiedosto myös vanhenee: kun muutat kalenteria, tiedosto ei muutu.",
        "Julkaise kalenteri ohjelmassasi ja anna meille sen verkko-osoite. Jos haluat vain kokeilla tiedostoa, pyydä ylläpitoa lukemaan "
        "se.",
    ),
    "address_facebook": W(
        "Facebookista ja Instagramista emme voi hakea tapahtumia.",
        "Palvelu ei anna niitä muille ohjelmille, eivätkä kaikki asukkaat käytä sitä.",
        "Pidä tapahtumat kalenterissa, jonka voi julkaista, esimerkiksi Google-kalenterissa, ja anna meille sen osoite.",
    ),
    "address_local": W(
        "Osoite ei ole kaikille avoimessa internetissä.",
        "Siihen pääsee vain omasta verkostasi, joten emme voi hakea tapahtumia.",
        "Anna osoite, joka avautuu myös puhelimella kotona.",
    ),
    "address_own": W(
        "Tämä on oma kalenterinäkymäsi. Sen näet vain sinä, kun olet kirjautunut.",
        "Muut saavat osoitteesta vain kirjautumissivun.",
        "Julkaise kalenteri ohjelmassasi ja anna meille julkaistun kalenterin osoite.",
    ),
    "address_shared_file": W(
        "Tämä on jaetun tiedoston tai kansion linkki.",
        "Linkistä aukeaa katselusivu, josta tapahtumia ei voi lukea.",
        "Anna kalenterin oma osoite. Jos tapahtumat ovat taulukossa, julkaise taulukko verkkoon CSV-muodossa ja anna sen osoite.",
    ),
    "address_other": W(
        "Annoit kalenterin katselu- tai jakosivun osoitteen.",
        "Sivu on tehty ihmisille. Ohjelmat lukevat tapahtumat toisesta osoitteesta.",
        "Käytä tätä osoitetta: {url}",
    ),
    "address_sheet": W(
        "Annoit taulukon muokkaussivun osoitteen.",
        "Sivu on tehty ihmisille. Ohjelmat lukevat taulukon toisesta osoitteesta.",
        "Käytä tätä osoitetta: {url} Taulukon pitää olla jaettu niin, että kuka tahansa linkin saanut voi katsella sitä.",
    ),
    "address_sharing": W(
        "Annoit tiedoston jakosivun osoitteen.",
        "Jakosivulta ei voi lukea tapahtumia, mutta itse tiedostosta voi.",
        "Käytä tätä osoitetta: {url} Muista, että tiedosto muuttuu vain, kun viet siihen uuden version. Julkaistu kalenteri pysyy ajan "
        "tasalla itse.",
    ),
    "address_webcal": W("Osoite alkaa webcal:. Luimme sen muodossa https:.", "", "Sinun ei tarvitse tehdä mitään."),
    "address_no_scheme": W(
        "Osoitteen alusta puuttui https://. Lisäsimme sen.",
        "",
        "Tarkista, että tämä on oikea osoite: {url}",
    ),
    "address_secret": W(
        "Osoitteessa on salainen avain. Emme näytä osoitetta kenellekään.",
        "Avaimen haltija näkee kaiken kalenterissa, myös sen, mikä ei kuulu yleisölle.",
        "Jos kalenterissa on muutakin kuin julkisia tapahtumia, tee julkisille oma kalenteri ja anna meille sen julkinen osoite.",
    ),
    "address_secret_public": W(
        "Osoitteessa on salainen avain. Emme näytä osoitetta kenellekään.",
        "Avaimen haltija näkee kaiken kalenterissa, myös sen, mikä ei kuulu yleisölle.",
        "Tee kalenterista julkinen ja anna meille sen julkinen osoite: {public}",
    ),
    "several_calendars": W(
        "Antamassasi tekstissä on {number} kalenteria. Tutkimme niistä ensimmäisen.",
        "Muiden kalenterien tapahtumat jäävät puuttumaan.",
        "Ilmoita muut erikseen:\n{urls}",
    ),
    "page_with_feed": W(
        "Annoit verkkosivun osoitteen. Löysimme sivulta kalenterin ja tutkimme sen.",
        "Verkkosivun ulkoasu voi muuttua, ja silloin tapahtumat katoavat. Kalenterin oma osoite pysyy.",
        "Käytä tätä osoitetta: {url}",
    ),
    "guessed_columns": W(
        "Luimme taulukon sarakkeiden nimien mukaan: {columns}.",
        "Jos sarake on ymmärretty väärin, tieto näkyy väärässä paikassa.",
        "Katso, näkyvätkö tapahtumat yllä oikein. Ylläpito voi kertoa sarakkeet tarkemmin. Älä muuta sarakkeiden nimiä myöhemmin.",
    ),
    # What answered instead of a calendar
    "file_kind": W(
        "Osoitteessa on tiedosto, josta emme voi lukea tapahtumia ({kind}).",
        "Esitteestä, kuvasta tai asiakirjasta ohjelma ei tiedä, mikä on tapahtuman nimi, päivä tai paikka.",
        "Laita tapahtumat kalenteriin, jonka voi julkaista, tai taulukkoon, ja anna meille sen osoite.",
    ),
    "page_without_feed": W(
        "Osoitteessa on tavallinen verkkosivu, ja siltä ei löytynyt kalenteria.",
        "Emme tiedä, mitkä sivun tekstit ovat tapahtumia.",
        "Anna kalenterin oma osoite. Etsi sivulta linkkiä ”Tilaa kalenteri” tai ”iCal”, tai kysy sivujen tekijältä. Jos kalenteria ei "
        "ole, ylläpito voi kuvata sivun meille käsin.",
    ),
    "needs_description": W(
        "Tunnistimme muodon: {format}. Se pitää kuvata ylläpidon asetuksissa ennen kuin tapahtumat voi lukea.",
        "Tapahtumat eivät näy ennen sitä.",
        "Pyydä ylläpitoa lisäämään lähde (kooste new).",
    ),
    "not_calendar": W(
        "Osoitteesta ei tullut kalenteria.",
        "Tapahtumia ei voi näyttää, koska niitä ei löytynyt.",
        "Avaa osoite selaimessa. Jos näet tavallisen sivun, osoite on väärä. Kalenterin osoite lataa tiedoston tai näyttää tekstiä, "
        "joka alkaa BEGIN:VCALENDAR.",
    ),
    "needs_password": W(
        "Osoite vaatii kirjautumisen tai salasanan.",
        "Emme pääse sisään, eivätkä asukkaatkaan.",
        "Julkaise kalenteri ilman salasanaa ja anna meille julkinen osoite.",
    ),
    "not_found": W(
        "Osoitteessa ei ole mitään.",
        "Tapahtumia ei voi näyttää.",
        "Tarkista, että kopioit osoitteen kokonaan. Jos kalenteri on siirretty tai sen julkaisu lopetettu, julkaise se uudelleen.",
    ),
    "forbidden": W(
        "Palvelin ei päästä meitä sisään.",
        "Tapahtumia ei voi näyttää. Emme kierrä estoa.",
        "Pyydä sivujen ylläpitoa sallimaan kalenterin osoite ohjelmallemme.",
    ),
    "server_words": W(
        "Palvelin vastasi virheilmoituksella eikä kalenterilla.",
        "Tapahtumia ei voi näyttää.",
        "Avaa osoite selaimessa. Jos näet saman virheen, kerro siitä kalenteriohjelman tuelle.",
    ),
    "empty_answer": W(
        "Palvelin vastasi, mutta lähetti tyhjän tiedoston.",
        "Tapahtumia ei voi näyttää.",
        "Julkaise kalenteri uudelleen ja kopioi uusi osoite.",
    ),
    "not_reachable": W(
        "Osoitteesta ei saatu vastausta. {reason_words}",
        "Tapahtumia ei voi näyttää.",
        "Avaa osoite selaimessa. Jos se ei aukea sinullekaan, tarkista osoite tai kysy sivujen ylläpidolta.",
    ),
    "robots": W(
        "Sivusto kieltää ohjelmia hakemasta tätä osoitetta.",
        "Noudatamme kieltoa, joten tapahtumia ei voi näyttää.",
        "Pyydä sivujen ylläpitoa sallimaan kalenterin osoite (tiedosto robots.txt), tai anna toinen osoite.",
    ),
    "truncated": W(
        "Kalenteri katkesi kesken, joten siitä ei käytetty mitään.",
        "Jos käyttäisimme puolikasta kalenteria, loput tapahtumat katoaisivat.",
        "Kokeile hetken kuluttua uudelleen. Jos sama toistuu, kerro siitä kalenteriohjelman tuelle.",
    ),
    "too_large": W(
        "Kalenteri on liian suuri. {reason_words}",
        "Tapahtumia ei voi näyttää.",
        "Tee julkisille tapahtumille oma kalenteri ilman vanhoja tapahtumia ja liitetiedostoja.",
    ),
    "broken_file": W(
        "Kalenteritiedosto on rikki. {reason_words}",
        "Tapahtumia ei voi näyttää.",
        "Julkaise kalenteri uudelleen. Jos sama toistuu, kerro siitä kalenteriohjelman tuelle.",
    ),
    "own_feed": W(
        "Osoite antaa takaisin oman kalenterimme tapahtumat.",
        "Samat tapahtumat näkyisivät kahteen kertaan.",
        "Anna alkuperäisen kalenterin osoite.",
    ),
    "failure": W("{reason_words}", "Tapahtumia ei voi näyttää juuri nyt.", "Jos sama toistuu, kerro siitä ylläpidolle."),
    # The calendar as a whole
    "empty": W(
        "Kalenteri on kunnossa, mutta siinä ei ole yhtään tapahtumaa.",
        "Kävijä ei näe mitään.",
        "Lisää kalenteriin tapahtumia. Jos niitä on jo, julkaistu on ehkä väärä kalenteri.",
    ),
    "only_past": W(
        "Kaikki kalenterin tapahtumat ({n}) ovat jo ohi.",
        "Kävijä ei näe mitään.",
        "Lisää tulevat tapahtumat. Jos pidät nykyään toista kalenteria, anna meille sen osoite.",
    ),
    "only_far": W(
        "Kalenterissa ei ole tapahtumia lähimmän vuoden ajalta. Muita on {n}.",
        "Kävijä ei näe mitään.",
        "Tarkista tapahtumien vuosi. Kaukana olevat tulevat näkyviin, kun niihin on enää noin vuosi.",
    ),
    "nothing_public": W(
        "Kaikki kalenterin tapahtumat ({n}) on merkitty yksityisiksi.",
        "Emme näytä yksityisiä tapahtumia, joten kävijä ei näe mitään.",
        "Muuta julkisten tapahtumien näkyvyydeksi ”Julkinen”.",
    ),
    "old_events": W(
        "Vanhoja tapahtumia on kalenterissa {n}.",
        "Ne eivät näy kävijälle, mutta hidastavat hakua.",
        "Jos ohjelmasi antaa valita, julkaise vain tulevat tapahtumat. Mitään ei ole pakko tehdä.",
    ),
    "too_many_events": W(
        "Kalenterissa on hyvin paljon tulevia tapahtumia ({n}).",
        "Muiden järjestäjien tapahtumat hukkuvat joukkoon. Näin suuri määrä on usein vahinko, kuten aukioloajat merkittynä tapahtumiksi.",
        "Poista kalenterista aukioloajat ja tilavaraukset. Yhdistä viikoittain toistuva toiminta yhdeksi toistuvaksi tapahtumaksi.",
    ),
    "broken_letters": W(
        "Ä, ö tai å on rikki {n} tapahtumassa (esimerkiksi ”Ã¤”).",
        "Nimi näyttää virheeltä eikä löydy haulla.",
        "Kirjoita nimi uudelleen. Jos kaikki ääkköset ovat rikki, pyydä ohjelman tukea julkaisemaan kalenteri UTF-8-merkistöllä.",
    ),
    "one_title": W(
        "Monella tapahtumalla on sama nimi: ”{title}” ({n}).",
        "Kävijä ei erota tapahtumia toisistaan.",
        "Kerro nimessä, mitä tapahtuu: esimerkiksi ”Kerho” → ”Käsityökerho: huovutus”.",
    ),
    "no_description": W(
        "Kuvaus puuttuu {n} tapahtumasta.",
        "Kävijä ei saa tietää, mitä tapahtuu, kenelle se on, mitä se maksaa ja pitääkö ilmoittautua.",
        "Kirjoita kuvaukseen pari lausetta: mitä, kenelle, hinta, ilmoittautuminen.",
    ),
    "uid_changes": W(
        "Kalenteri antaa samoille tapahtumille uuden tunnisteen joka kerta ({n}).",
        "Tapahtuman oma sivu ja muistutukset voivat katketa, kun nimi tai aika muuttuu.",
        "Tätä et voi korjata itse. Kerro ohjelman tuelle: tapahtuman UID ei saa vaihtua.",
    ),
    "private": W(
        "Yksityisiksi merkittyjä tapahtumia on {n}. Jätimme ne pois.",
        "Kävijä ei näe niitä. Emme tallenna niistä mitään.",
        "Jos jokin niistä on tarkoitettu kaikille, muuta sen näkyvyydeksi ”Julkinen”.",
    ),
    "first_page_only": W(
        "Tutkimme vain listan ensimmäisen sivun.",
        "Varsinainen haku lukee kaikki sivut, joten tapahtumia voi olla enemmän.",
        "Sinun ei tarvitse tehdä mitään.",
    ),
    # Single events
    "no_title": W(
        "Nimi puuttuu {n} tapahtumasta. Ilman nimeä tapahtumaa ei voi näyttää.",
        "Kävijä ei näe tapahtumaa lainkaan.",
        "Kirjoita tapahtumalle nimi.",
    ),
    "no_start": W(
        "Alkamisaika puuttuu {n} tapahtumasta. Ilman aikaa tapahtumaa ei voi näyttää.",
        "Kävijä ei näe tapahtumaa lainkaan.",
        "Lisää tapahtumalle päivä ja kellonaika.",
    ),
    "date_in_text": W(
        "Tapahtuman aika on vain tekstissä, ei omassa kentässään ({n}).",
        "Ohjelma ei tiedä, milloin tapahtuma on, joten sitä ei voi näyttää.",
        "Merkitse päivä ja kellonaika tapahtuman omiin kenttiin.",
    ),
    "time_from_text": W(
        "Luimme ajan tekstistä {n} tapahtumassa, ja jotakin piti olettaa.",
        "Jos oletus on väärä, kävijä tulee väärään aikaan.",
        "Kirjoita aika kokonaan: päivä, kuukausi, vuosi ja kellonaika.",
    ),
    "windows_1252": W(
        "Kalenterin kirjaimet on tallennettu vanhalla tavalla ({n} tapahtumassa). Tulkitsimme ne parhaamme mukaan.",
        "Ä, ö, å ja erikoismerkit voivat näkyä väärin.",
        "Tallenna tai julkaise kalenteri UTF-8-merkistöllä. Jos asetusta ei ole, kerro ohjelman tuelle.",
    ),
    "floating_time": W(
        "Aikavyöhyke puuttuu {n} tapahtumasta. Luimme ajat paikallisena aikana.",
        "Ulkomailla tai toisessa ohjelmassa tapahtuma voi näkyä väärään aikaan.",
        "Aseta kalenterin aikavyöhykkeeksi Helsinki (Europe/Helsinki).",
    ),
    "zone_unknown": W(
        "Aikavyöhykkeen nimeä ei tunneta ({n} tapahtumassa).",
        "Emme tiedä tapahtuman oikeaa kellonaikaa, emmekä arvaa sitä.",
        "Aseta kalenterin aikavyöhykkeeksi Helsinki (Europe/Helsinki).",
    ),
    "time_missing": W(
        "Alkamisaika osuu {n} tapahtumassa tuntiin, jota ei ole, koska kelloja siirretään kesäaikaan.",
        "Tapahtuma näkyy tuntia myöhemmin.",
        "Tarkista alkamisaika.",
    ),
    "no_end": W(
        "Päättymisaika puuttuu {n} tapahtumasta.",
        "Kävijä ei tiedä, ehtiikö hän bussiin tai hakemaan lapsen. Päällekkäisyyksiä ei myöskään huomata.",
        "Lisää tapahtumalle päättymisaika.",
    ),
    "wrong_end": W(
        "Päättymisaika on väärin {n} tapahtumassa: se on ennen alkua tai vuosien päässä.",
        "Emme näytä väärää aikaa, joten kävijä ei tiedä, milloin tapahtuma päättyy.",
        "Tarkista tapahtuman alku ja loppu. Toistuvalle tapahtumalle annetaan yhden kerran pituus ja toisto erikseen.",
    ),
    "uid": W(
        "Tapahtumien tunnisteet puuttuvat tai ovat samat usealla ({n}).",
        "Jos nimi tai aika muuttuu, sama tapahtuma voi näkyä uutena.",
        "Tätä et yleensä voi korjata itse. Kerro ohjelman tuelle: jokaisella tapahtumalla pitää olla oma pysyvä UID.",
    ),
    "repeated": W(
        "Sama tapahtuma on kalenterissa moneen kertaan.",
        "Näytämme sen vain kerran.",
        "Poista ylimääräiset. Mitään ei ole pakko tehdä.",
    ),
    "rule_unreadable": W(
        "Toistoa ei voi lukea {n} tapahtumassa. Siksi yhtään kertaa ei näytetä.",
        "Kävijä ei näe tapahtumaa lainkaan.",
        "Avaa tapahtuma, valitse toisto uudelleen (esimerkiksi joka tiistai) ja tallenna.",
    ),
    "rule_odd": W(
        "Toistossa on jotain outoa {n} tapahtumassa.",
        "Jokin kerta voi näkyä vääränä päivänä.",
        "Tarkista ensimmäinen ja viimeinen kerta. Valitse toisto uudelleen ja tallenna.",
    ),
    "unknown_place": W(
        "Emme tunne paikkaa {n} tapahtumassa. Näytämme paikan sellaisena kuin se on kirjoitettu.",
        "Tapahtuma ei löydy paikan tai alueen mukaan, eikä kävijä näe esteettömyyttä tai bussipysäkkiä.",
        "Jos ehdotuksemme on oikea, kirjoita paikan nimi niin. Jos paikka on uusi, kerro siitä ylläpidolle.",
    ),
    "personal_data": W(
        "Löysimme henkilön puhelinnumeron tai sähköpostiosoitteen {n} tapahtumasta. Poistamme sen näkyvistä.",
        "Yksityishenkilön yhteystietoja ei julkaista.",
        "Vaihda tilalle yhdistyksen yhteinen osoite tai numero, esimerkiksi toimisto@… Silloin kävijä voi ottaa yhteyttä.",
    ),
    "text_cut": W(
        "Nimi tai kuvaus on niin pitkä, että lyhensimme sitä ({n}).",
        "Loppu jää kävijältä näkemättä.",
        "Lyhennä tekstiä, tai laita loput omalle sivullesi ja lisää linkki.",
    ),
    "password_in_link": W(
        "Tapahtuman linkissä on käyttäjätunnus tai salasana ({n}). Poistimme ne.",
        "Salasana on ollut kaikkien nähtävissä.",
        "Vaihda salasana ja poista se linkistä.",
    ),
    "unreadable_event": W(
        "Emme pysty lukemaan {n} tapahtumaa.",
        "Kävijä ei näe tapahtumaa lainkaan.",
        "Avaa tapahtuma ja tallenna se uudelleen. Jos se ei auta, tee siitä uusi.",
    ),
    "other": W("{issue_words}", "", ""),
    "all_day_clock": W(
        "Kellonaika on nimessä, mutta tapahtuma on merkitty koko päivän kestäväksi ({n}).",
        "Kävijälle näytetään ”koko päivän”, eikä tapahtuma löydy kellonajan mukaan.",
        "Poista valinta ”Koko päivä” ja kirjoita kellonaika sen omaan kenttään. Poista kellonaika nimestä.",
    ),
    "no_place": W(
        "Paikka puuttuu {n} tapahtumasta.",
        "Kävijä ei tiedä, minne tulla.",
        "Kirjoita paikka tapahtuman Paikka-kenttään: rakennus ja osoite.",
    ),
    "busy_only": W(
        "Nimenä on vain ”Varattu” tai ”Yksityinen” {n} tapahtumassa.",
        "Kalenteri kertoo, milloin on varattua, muttei mitä tapahtuu.",
        "Julkaise kalenteri niin, että kaikki tiedot näkyvät.",
    ),
    "members_only": W(
        "Tapahtumia, jotka näyttävät olevan vain jäsenille tai työntekijöille: {n}.",
        "Kävijä voi tulla turhaan ovelle.",
        "Jos tapahtuma ei ole avoin kaikille, merkitse se yksityiseksi tai siirrä se toiseen kalenteriin.",
    ),
    "html": W(
        "Tekstissä on muotoilukoodia {n} tapahtumassa. Siistimme sen.",
        "Toisissa ohjelmissa kävijä näkee tekstin seassa merkkejä kuten <b> tai &nbsp;.",
        "Liitä teksti kalenteriin ilman muotoilua (Ctrl + Vaihto + V).",
    ),
    "capitals": W(
        "Nimi on kirjoitettu SUURILLA KIRJAIMILLA {n} tapahtumassa.",
        "Sitä on vaikea lukea, ja ruudunlukija voi tavata sen kirjain kerrallaan.",
        "Kirjoita nimi tavallisilla kirjaimilla.",
    ),
    "rule_without_end": W(
        "Toisto ei pääty koskaan {n} tapahtumassa.",
        "Kun toiminta loppuu, kalenteri näyttää sitä yhä ja kävijä tulee turhaan.",
        "Merkitse toistolle päättymispäivä, esimerkiksi kauden viimeinen kerta.",
    ),
    "planned": W(
        "Alustaviksi merkittyjä tapahtumia on {n}.",
        "Ne näkyvät vain muille järjestäjille suunnittelun avuksi, eivät kävijöille.",
        "Kun tapahtuma on varma, muuta sen tilaksi ”Vahvistettu”.",
    ),
    "cancelled": W(
        "Peruttuja tapahtumia on {n}. Nimen edessä näkyy PERUTTU.",
        "Kävijä näkee perumisen samasta paikasta, josta hän näki tapahtuman.",
        "Hyvä näin. Älä poista peruttua tapahtumaa kalenterista ennen kuin sen päivä on ohi.",
    ),
    "holidays": W(
        "Viikoittainen toiminta jatkuu myös pyhinä tai joululomalla ({n}). Onko se tarkoitus?",
        "Kävijä voi tulla suljetulle ovelle.",
        "Poista sarjasta ne päivät, jolloin ei kokoonnuta.",
    ),
}
