"""Places as pages write them: addresses, rooms, online or both, where one meets."""

# ruff: noqa: E501 - a phrase and its meaning stand on one line

from __future__ import annotations

from tests.phrase_tables import misread

PLACES = """
fi | place | Kaupunginkirjasto, Esimerkkikatu 1, 57100 Savonlinna | postal_code=57100 locality=Savonlinna street=Esimerkkikatu 1 name=Kaupunginkirjasto
fi | place | Kaupunginkirjasto, Esimerkkikatu 1 A, 57100 SAVONLINNA | postal_code=57100 locality=SAVONLINNA street=Esimerkkikatu 1 A name=Kaupunginkirjasto
fi | place | Esimerkkikatu 1, 57100 Savonlinna | postal_code=57100 locality=Savonlinna street=Esimerkkikatu 1
fi | place | Esimerkkikatu 1 A 5, Savonlinna | street=Esimerkkikatu 1 A 5 locality=Savonlinna
fi | place | Esimerkkikatu 1-3, Savonlinna | street=Esimerkkikatu 1-3 locality=Savonlinna
fi | place | Esimerkkikatu 12 B, 00100 Helsinki | postal_code=00100 locality=Helsinki street=Esimerkkikatu 12 B
fi | place | Seurakuntatalo, Kirkkokatu 5 | street=Kirkkokatu 5 name=Seurakuntatalo
fi | place | Seurakuntatalo (Kirkkokatu 5) | street=Kirkkokatu 5 name=Seurakuntatalo
fi | place | Seurakuntatalo, Kirkkokatu 5, Mikkeli | street=Kirkkokatu 5 locality=Mikkeli name=Seurakuntatalo
fi | place | Kirjasto - Koulukatu 2, Kuopio | street=Koulukatu 2 locality=Kuopio name=Kirjasto
fi | place | Paikka: Kirjasto, Koulukatu 2 | street=Koulukatu 2 name=Kirjasto
fi | place | Osoite: Koulukatu 2, 70100 Kuopio | postal_code=70100 locality=Kuopio street=Koulukatu 2
fi | place | Työväenopisto, luokka 204 | room=luokka 204 name=Työväenopisto
fi | place | Työväenopisto, lk 12 | room=lk 12 name=Työväenopisto
fi | place | Norppalan opisto, lk. 12 | room=lk. 12 name=Norppalan opisto
fi | place | Opistotalo, luokka 12, Kauppakatu 5 | room=luokka 12 street=Kauppakatu 5 name=Opistotalo
fi | place | Kulttuuritalo, iso sali | room=iso sali name=Kulttuuritalo
fi | place | Kirjasto, 2. krs | room=2. krs name=Kirjasto
fi | place | Kirjasto, 2. kerros | room=2. kerros name=Kirjasto
fi | place | Kirjaston kokoushuone | name=Kirjaston kokoushuone
fi | place | Kaupungintalo, valtuustosali | room=valtuustosali name=Kaupungintalo
fi | place | Koulun liikuntasali | name=Koulun liikuntasali
fi | place | Nojanmaan koulu, liikuntasali | room=liikuntasali name=Nojanmaan koulu
fi | place | Keskuskoulu, jumppasali | room=jumppasali name=Keskuskoulu
fi | place | Kirjasto, musiikkihuone | room=musiikkihuone name=Kirjasto
fi | place | Seurakuntakeskus, takkahuone | room=takkahuone name=Seurakuntakeskus
fi | place | Seurakuntakeskus, yläsali, Kirkkotie 3 | room=yläsali street=Kirkkotie 3 name=Seurakuntakeskus
fi | place | Seurakuntakeskuksen yläsali | name=Seurakuntakeskuksen yläsali
fi | place | Järjestötalo, kabinetti 2 | room=kabinetti 2 name=Järjestötalo
fi | place | Järjestötalo, huone 3 | room=huone 3 name=Järjestötalo
fi | place | Kylätalo Kerimäki | name=Kylätalo Kerimäki
fi | place | Tori | name=Tori
fi | place | Mannerheimintie 10, Helsinki | street=Mannerheimintie 10 locality=Helsinki
fi | place | Teams | attendance_mode=online
fi | place | Teams-etätilaisuus | attendance_mode=online
fi | place | Zoom | attendance_mode=online
fi | place | Zoomissa | attendance_mode=online
fi | place | verkossa | attendance_mode=online
fi | place | Verkkotapahtuma | attendance_mode=online
fi | place | etänä | attendance_mode=online
fi | place | Etäyhteys | attendance_mode=online
fi | place | etäosallistuminen | attendance_mode=online
fi | place | Etäopetus | attendance_mode=online
fi | place | etäkurssi | attendance_mode=online
fi | place | Webinaari | attendance_mode=online
fi | place | Verkkoluento | attendance_mode=online
fi | place | suora lähetys verkossa | attendance_mode=online
fi | place | Livestream | attendance_mode=online
fi | place | Google Meet | attendance_mode=online
fi | place | internet | attendance_mode=online
fi | place | Kirjasto ja etänä | attendance_mode=mixed name=Kirjasto
fi | place | Kirjasto / Teams | attendance_mode=mixed name=Kirjasto
fi | place | Kirjasto + Zoom | attendance_mode=mixed name=Kirjasto
fi | place | Kirjasto ja verkossa | attendance_mode=mixed name=Kirjasto
fi | place | paikan päällä ja etänä | attendance_mode=mixed
fi | place | Paikan päällä kirjastossa tai etänä Teamsissa | attendance_mode=mixed
fi | place | lähi- ja etäosallistuminen | attendance_mode=mixed
fi | place | hybriditilaisuus | attendance_mode=mixed
fi | place | Ei etäyhteyttä | attendance_mode=offline
fi | place | ei etäosallistumista | attendance_mode=offline
fi | place | Kokoontuminen P-paikalla | meeting_point=P-paikka
fi | place | Kokoontuminen parkkipaikalla | meeting_point=parkkipaikka
fi | place | Kokoontuminen kirjaston pihalla | meeting_point=kirjaston piha
fi | place | Kokoontuminen torilla | meeting_point=tori
fi | place | Kokoontuminen klo 10 torilla | meeting_point=tori
fi | place | Kokoontuminen uimahallin edessä | meeting_point=uimahallin edessä
fi | place | Kokoontuminen linja-autoasemalla | meeting_point=linja-autoasema
fi | place | Kokoontuminen: kirjaston aula | meeting_point=kirjaston aula
fi | place | kokoonnutaan koulun parkkipaikalla | meeting_point=koulun parkkipaikka
fi | place | tapaaminen torin laidalla | meeting_point=torin laidalla
fi | place | Tapaaminen rautatieasemalla | meeting_point=rautatieasema
fi | place | Lähtö torilta | meeting_point=tori
fi | place | Lähtö linja-autoasemalta | meeting_point=linja-autoasema
fi | place | Lähtö: kirkon parkkipaikka | meeting_point=kirkon parkkipaikka
fi | place | lähtöpaikka tori | meeting_point=tori
fi | place | Tapaamispaikka: museon pääovi | meeting_point=museon pääovi
fi | place | Kokoontumispaikka: Urheilutalon P-paikka | meeting_point=Urheilutalon P-paikka
fi | place | tavataan kirjastolla | meeting_point=kirjasto
fi | place | Tavataan laavulla | meeting_point=laavu
fi | place | Esimerkkikatu | name=Esimerkkikatu
fi | place | Kylätalo, Kyläntie 120, 58200 Kerimäki | postal_code=58200 locality=Kerimäki street=Kyläntie 120 name=Kylätalo
fi | place | Uimahalli, Rantakatu 3 as 4 | street=Rantakatu 3 as 4 name=Uimahalli
fi | place | Kerimäki | name=Kerimäki
fi | place | 57100 Savonlinna | postal_code=57100 locality=Savonlinna
fi | place | Ravintola Ranta, Rantatie 1 B, 2. kerros | street=Rantatie 1 B room=2. kerros name=Ravintola Ranta
fi | place | Mikaelinkirkko | name=Mikaelinkirkko
fi | place | Teatteri, pieni näyttämö | room=pieni näyttämö name=Teatteri
fi | place | Liikuntahalli, kenttä 2 | room=kenttä 2 name=Liikuntahalli
fi | place | Jäähalli 1 | name=Jäähalli 1
fi | place | Kirjasto Oodi, Töölönlahdenkatu 4, Helsinki | street=Töölönlahdenkatu 4 locality=Helsinki name=Kirjasto Oodi
fi | place | Aleksanterinkatu 10 C 12, 15110 Lahti, Suomi | postal_code=15110 locality=Lahti street=Aleksanterinkatu 10 C 12
fi | place | Kirkonkylän koulu, Koulutie 5, 58175 Enonkoski, Finland | postal_code=58175 locality=Enonkoski street=Koulutie 5 name=Kirkonkylän koulu
sv | place | Biblioteket, Storgatan 5, 65100 Vasa | postal_code=65100 locality=Vasa street=Storgatan 5 name=Biblioteket
sv | place | Stadsbiblioteket, Biblioteksgatan 13 | street=Biblioteksgatan 13 name=Stadsbiblioteket
sv | place | Församlingshemmet, Kyrkogatan 5, 68600 Jakobstad | postal_code=68600 locality=Jakobstad street=Kyrkogatan 5 name=Församlingshemmet
sv | place | Församlingshemmet, stora salen | room=stora salen name=Församlingshemmet
sv | place | Rådhuset, 2 vån. | room=2 vån. name=Rådhuset
sv | place | Medborgarinstitutet, rum 12 | room=rum 12 name=Medborgarinstitutet
sv | place | på nätet | attendance_mode=online
sv | place | på distans | attendance_mode=online
sv | place | via Teams | attendance_mode=online
sv | place | distansevenemang | attendance_mode=online
sv | place | webbinarium | attendance_mode=online
sv | place | på plats och på distans | attendance_mode=mixed
sv | place | hybrid | attendance_mode=mixed
sv | place | biblioteket och Teams | attendance_mode=mixed name=biblioteket
sv | place | Samling vid kyrkan | meeting_point=kyrkan
sv | place | samling på parkeringen | meeting_point=parkeringen
sv | place | Samling: torget | meeting_point=torget
sv | place | Vi träffas vid biblioteket | meeting_point=biblioteket
sv | place | Avgång från torget | meeting_point=torget
sv | place | Träffpunkt: simhallen | meeting_point=simhallen
sv | place | Start från skolan | meeting_point=skolan
en | place | City Library, Library Street 1, 57100 Savonlinna | postal_code=57100 locality=Savonlinna street=Library Street 1 name=City Library
en | place | City Library, 2nd floor | room=2nd floor name=City Library
en | place | City Hall, room 204 | room=room 204 name=City Hall
en | place | online | attendance_mode=online
en | place | via Zoom | attendance_mode=online
en | place | online and on site | attendance_mode=mixed
en | place | hybrid event | attendance_mode=mixed
en | place | on-site and online | attendance_mode=mixed
en | place | Meeting point: railway station | meeting_point=railway station
en | place | meet at the library | meeting_point=library
en | place | We meet at the market square | meeting_point=market square
en | place | Departure from the bus station | meeting_point=bus station
en | place | in person only | attendance_mode=offline
se | place | neahtas | attendance_mode=online
"""


def test_each_phrase_means_what_stands_beside_it() -> None:
    assert misread(PLACES) == []
