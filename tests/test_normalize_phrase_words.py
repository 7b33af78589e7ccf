"""Ages, audiences, prices, enrolment, status, place, accessibility and language in words."""

# ruff: noqa: E501 - a phrase and its meaning stand on one line

from __future__ import annotations

import pytest

from tests.phrases import Case, cases, inner, plain

AGE = """
fi | age | 7–12-vuotiaat | age_min=7 age_max=12
fi | age | 9-12 -vuotiaille | age_min=9 age_max=12
fi | age | 5–6 v | age_min=5 age_max=6
fi | age | (3–5 v) | age_min=3 age_max=5
fi | age | yli 7-vuotiaille | age_min=7 age_max=?
fi | age | 60 vuotta täyttäneille | age_min=60 age_max=? audience=[seniors]
fi | age | yli 65-vuotiaat | age_min=65 age_max=? audience=[seniors]
fi | age | alle 3-vuotiaat | age_min=0 age_max=2
fi | age | alle 3-vuotiaat vanhempien kanssa | age_min=0 age_max=2 with_adult=yes audience=[parents]
fi | age | 4–6-vuotiaille yhdessä aikuisen kanssa | age_min=4 age_max=6 with_adult=yes
fi | age | 18+ | age_min=18 age_max=?
fi | age | K-15 | age_min=15 age_max=? legal_limit=yes
fi | age | ikäraja 15 v | age_min=15 age_max=?
fi | age | 12-vuotiaat ja vanhemmat | age_min=12 age_max=?
fi | age | 3.–6.-lk | age_min=9 age_max=13 grade=[3,6]
fi | age | 1.-2.-luokkalaiset | age_min=7 age_max=9 grade=[1,2]
fi | age | 3. - 4. lk. | age_min=9 age_max=11 grade=[3,4]
fi | age | 5.-luokkalaisille | age_min=11 age_max=12 grade=[5,5]
fi | age | eskarilaisille | age_min=6 age_max=7 grade=[0,0]
fi | age | alakouluikäisille | age_min=7 age_max=12 grade=[1,6] audience=[school_age]
fi | age | yläkoululaisille | age_min=13 age_max=15 grade=[7,9] audience=[youth]
fi | age | vauvoille | age_min=0 age_max=2 audience=[babies_toddlers]
fi | age | nuorille | age_min=? age_max=? audience=[youth] ptv=KR1.3
fi | age | 13–29-vuotiaille | age_min=13 age_max=29
fi | age | vuonna 2015 syntyneet | age_min=11 age_max=11 birth_years=[2015,2015]
fi | age | 2012–2014 syntyneille | age_min=12 age_max=14 birth_years=[2012,2014]
fi | age | P2014 | age_min=12 age_max=12 sport_classes=[P2014] birth_years=[2014,2014]
fi | age | U12 | age_max=12 sport_classes=[U12]
fi | age | seniorit 65+ | age_min=65 age_max=? audience=[seniors] ptv=KR1.1
fi | age | 0–3-vuotiaat | age_min=0 age_max=3
fi | age | 3–12 kk | age_min=0 age_max=1
sv | age | 7–12 år | age_min=7 age_max=12
sv | age | 8–12-åringar | age_min=8 age_max=12
sv | age | under 3 år | age_min=0 age_max=2
sv | age | över 65 år | age_min=65 age_max=? audience=[seniors]
sv | age | för 60 år fyllda | age_min=60 age_max=? audience=[seniors]
sv | age | årskurs 7–9 | age_min=13 age_max=16 grade=[7,9]
sv | age | födda 2014–2016 | age_min=10 age_max=12 birth_years=[2014,2016]
sv | age | från 7 år | age_min=7 age_max=?
sv | age | barn under 10 år i sällskap av vuxen | age_min=? age_max=? accompany_under=10 audience=[children]
en | age | ages 7–12 | age_min=7 age_max=12
en | age | 7 to 12 years | age_min=7 age_max=12
en | age | 12 and over | age_min=12 age_max=?
en | age | under 5s | age_min=0 age_max=4
en | age | grades 1–3 | age_min=7 age_max=10 grade=[1,3]
en | age | 65+ | age_min=65 age_max=? audience=[seniors]
en | age | children under 8 must be accompanied by an adult | age_min=? age_max=? accompany_under=8 audience=[children] ptv=KR1.2
"""

AUDIENCE = """
fi | audience | ikäihmisille | audience=[seniors] ptv=KR1.1
fi | audience | lapsille ja nuorille | audience=[children,youth]
fi | audience | muistisairaille ja heidän läheisilleen | audience=[people_with_memory_disorders,relatives]
fi | audience | perheille | audience=[families] ptv=KR1.2
fi | audience | koko perheelle | audience=[families]
fi | audience | opiskelijoille ja työttömille | audience=[students,unemployed]
fi | audience | kehitysvammaisille | audience=[people_with_intellectual_disabilities]
fi | audience | näkövammaisille | audience=[visually_impaired]
fi | audience | yhdistyksille | audience=[associations] ptv=KR2.7
fi | audience | naisille | audience=[women] gender=female
fi | audience | isovanhemmille ja lapsenlapsille | audience=[grandparents]
fi | audience | vapaaehtoisille | audience=[volunteers]
fi | audience | omaishoitajille | audience=[informal_carers]
fi | audience | päihdekuntoutujille | audience=[substance_abuse_rehabilitees]
sv | audience | pensionärer och arbetslösa | audience=[pensioners,unemployed]
sv | audience | närståendevårdare | audience=[informal_carers]
sv | audience | barnfamiljer | audience=[families] ptv=KR1.2
sv | audience | invandrare | audience=[immigrants]
sv | audience | för alla | audience=[all]
sv | audience | seniorer | audience=[seniors]
en | audience | seniors | audience=[seniors]
en | audience | families with toddlers | audience=[families,babies_toddlers] ptv=KR1.2
en | audience | immigrants and refugees | audience=[immigrants]
en | audience | everyone | audience=[all]
se | audience | mánáide | audience=[children]
"""

PRICE = """
fi | price | vapaa pääsy | is_free=yes
fi | price | Pääsy vapaa! | is_free=yes
fi | price | Ei pääsymaksua | is_free=yes
fi | price | 5 € | is_free=no min=5 max=5
fi | price | 5e | is_free=no min=5 max=5
fi | price | 12,50 € | is_free=no min=12.5 max=12.5
fi | price | Hinta: 10 euroa | is_free=no min=10 max=10
fi | price | aikuiset 10 €, lapset 5 € | is_free=no min=5 max=10 options=[{label=adults amount=10},{label=children amount=5}]
fi | price | 12/8 € | is_free=no min=8 max=12 options=[{label=? amount=12},{label=reduced amount=8}]
fi | price | 28€/22€ | is_free=no min=22 max=28 options=[{label=? amount=28},{label=reduced amount=22}]
fi | price | 5–10 € | is_free=no min=5 max=10
fi | price | alk. 15 € | is_free=no min=15 max=?
fi | price | 10 €/kk | is_free=no min=10 max=10 unit=per_month
fi | price | 60 €/lukukausi | is_free=no min=60 max=60 unit=per_season
fi | price | 4 €/kerta | is_free=no min=4 max=4 unit=per_visit
fi | price | 20 €/hlö | is_free=no min=20 max=20 unit=per_person
fi | price | perhelippu 20 € | is_free=no min=20 max=20 options=[{label=family amount=20}]
fi | price | jäsenet 5 €, ei-jäsenet 8 € | is_free=no min=5 max=8 options=[{label=members amount=5},{label=non_members amount=8}]
fi | price | aikuiset 8 €, alle 7-v. ilmaiseksi | is_free=no min=0 max=8 options=[{label=adults amount=8},{label=under_7 amount=0}]
fi | price | lapset ilmaiseksi | is_free=? free_for=[children]
fi | price | Vapaa pääsy, käsiohjelma 5 € | is_free=yes optional=[{label=programme amount=5}]
fi | price | Vapaaehtoinen ohjelmamaksu 10 € | is_free=yes optional=[{label=programme amount=10}]
fi | price | Vapaa pääsy, kolehti | is_free=yes
fi | price | maksullinen | is_free=no
fi | price | Hinta ilmoitetaan myöhemmin | is_free=?
fi | price | Kurssimaksu 45 € sisältää materiaalit | is_free=no min=45 max=45 unit=per_course includes_materials=yes
fi | price | Smartum ja ePassi käyvät | is_free=? payment=[smartum,epassi]
fi | price | 10 €, Kaikukortilla ilmaiseksi | is_free=no min=10 max=10 concessions=[kaikukortti]
fi | price | eläkeläiset 6 €, muut 8 € | is_free=no min=6 max=8 options=[{label=pensioners amount=6},{label=others amount=8}]
fi | price | 0 € | is_free=yes min=0 max=0
fi | price | jäsenmaksu 15 €/vuosi | is_free=no min=15 max=15 unit=per_year
sv | price | gratis | is_free=yes
sv | price | fritt inträde | is_free=yes
sv | price | Inträde 8 € | is_free=no min=8 max=8
sv | price | vuxna 10 €, barn 5 € | is_free=no min=5 max=10 options=[{label=adults amount=10},{label=children amount=5}]
sv | price | 40 €/termin | is_free=no min=40 max=40 unit=per_season
sv | price | 12/8 € | is_free=no min=8 max=12 options=[{label=? amount=12},{label=reduced amount=8}]
sv | price | fri entré, kaffe 2 € | is_free=yes optional=[{label=coffee amount=2}]
sv | price | avgift 20 € | is_free=no min=20 max=20
en | price | free | is_free=yes
en | price | Free admission | is_free=yes
en | price | €5 | is_free=no min=5 max=5
en | price | €5 per session | is_free=no min=5 max=5 unit=per_visit
en | price | adults €10, children €5 | is_free=no min=5 max=10 options=[{label=adults amount=10},{label=children amount=5}]
en | price | 10 € / 5 € concessions | is_free=no min=5 max=10 options=[{label=? amount=10},{label=reduced amount=5}]
en | price | no charge | is_free=yes
se | price | nuvttá | is_free=yes
"""

REGISTRATION = """
fi | registration | ilmoittautuminen alkaa 8.12. klo 9 | required=yes opens=2026-12-08T09:00 state=not_yet_open
fi | registration | ilmoittautumiset 27.11. mennessä | required=yes closes=2026-11-27 state=open
fi | registration | Ilmoittaudu viimeistään pe 27.11. | required=yes closes=2026-11-27 state=open
fi | registration | ilm. 1.12. mennessä | required=yes closes=2026-12-01 state=open
fi | registration | Ilmoittautuminen 1.12.–10.12. | required=yes opens=2026-12-01 closes=2026-12-10 state=not_yet_open
fi | registration | ilmoittautuminen aukeaa 1.12. klo 9 ja päättyy 10.12. klo 16 | required=yes opens=2026-12-01T09:00 closes=2026-12-10T16:00 state=not_yet_open
fi | registration | Ilmoittautuminen on päättynyt | required=yes state=closed
fi | registration | ilmoittautuminen päättyi 15.11. | required=yes closes=2026-11-15 state=closed
fi | registration | vaatii ennakkoilmoittautumisen | required=yes
fi | registration | ei vaadi ilmoittautumista | required=no
fi | registration | Ei tarvitse ilmoittautua | required=no
fi | registration | ilman ilmoittautumista | required=no
fi | registration | kurssi on täynnä | state=full
fi | registration | Loppuunvarattu | state=full
fi | registration | jonotuspaikkoja on | state=waiting_list
fi | registration | vapaana 3 paikkaa | remaining=3 state=open
fi | registration | 5 vapaata paikkaa | remaining=5 state=open
fi | registration | paikkoja jäljellä 7 | remaining=7 state=open
fi | registration | max 12 osallistujaa | capacity=12
fi | registration | enintään 20 henkilöä | capacity=20
fi | registration | mukaan mahtuu 15 | capacity=15
fi | registration | Paikkoja on vielä jäljellä | state=open
sv | registration | anmälan öppnar 1.12 kl. 9 | required=yes opens=2026-12-01T09:00 state=not_yet_open
sv | registration | anmälan senast den 27 november | required=yes closes=2026-11-27 state=open
sv | registration | bindande anmälan före 27.11 | required=yes closes=2026-11-27 state=open binding=yes
sv | registration | ingen förhandsanmälan | required=no
sv | registration | kursen är full | state=full
sv | registration | 3 platser kvar | remaining=3 state=open
sv | registration | plats för 12 deltagare | capacity=12
sv | registration | kölista | state=waiting_list
en | registration | register by 27 November | required=yes closes=2026-11-27 state=open
en | registration | registration opens 1 December at 9 am | required=yes opens=2026-12-01T09:00 state=not_yet_open
en | registration | no registration needed | required=no
en | registration | sold out | state=full
en | registration | waiting list only | state=waiting_list
en | registration | 4 places left | remaining=4 state=open
en | registration | max 12 participants | capacity=12
"""

STATUS = """
fi | status | PERUUTETTU | status=cancelled
fi | status | Tapahtuma on peruttu | status=cancelled
fi | status | PERUTTU! Lasten disko | status=cancelled title=Lasten disko
fi | status | Lasten disko (PERUTTU) | status=cancelled title=Lasten disko
fi | status | ei ole peruttu | status=scheduled
fi | status | perutaan, jos ilmoittautuneita on alle 5 | status=scheduled flags=[conditional]
fi | status | siirtyy keväälle | status=postponed
fi | status | Siirretty: uusi aika la 5.12. klo 14 | status=rescheduled new_start=2026-12-05T14:00
fi | status | Konsertti siirtyy 9.12. | status=rescheduled new_start=2026-12-09
fi | status | Tapahtuma siirtyy verkkoon | status=moved_online
fi | status | Kurssi täynnä | state=full
sv | status | Inställt: Julmarknad | status=cancelled title=Julmarknad
sv | status | inte inställt | status=scheduled
sv | status | flyttat till 9.12 kl. 18 | status=rescheduled new_start=2026-12-09T18:00
sv | status | ställs in om det regnar | status=scheduled flags=[conditional]
en | status | CANCELLED | status=cancelled
en | status | Cancelled: Christmas fair | status=cancelled title=Christmas fair
en | status | postponed | status=postponed
en | status | rescheduled to 9 December at 6 pm | status=rescheduled new_start=2026-12-09T18:00
en | status | not cancelled | status=scheduled
"""

PLACE = """
fi | place | Kirjasto, Koulukatu 2, 70100 Kuopio | postal_code=70100 locality=Kuopio street=Koulukatu 2 name=Kirjasto
fi | place | Seurakuntatalo | name=Seurakuntatalo
fi | place | Kulttuuritalo, Rantatie 12 B | street=Rantatie 12 B name=Kulttuuritalo
fi | place | Työväenopisto, luokka 204, Kauppakatu 5 | room=luokka 204 street=Kauppakatu 5 name=Työväenopisto
fi | place | Mannerheimintie 10, Helsinki | street=Mannerheimintie 10 locality=Helsinki
fi | place | verkossa | attendance_mode=online
fi | place | Zoom | attendance_mode=online
fi | place | hybridi | attendance_mode=mixed
fi | place | Kirjastossa ja Teamsissa | attendance_mode=mixed name=Kirjastossa
fi | place | Kokoontuminen koulun pihalla | meeting_point=koulun piha
fi | place | lähtö torilta | meeting_point=tori
sv | place | Biblioteket, Storgatan 5, 65100 Vasa | postal_code=65100 locality=Vasa street=Storgatan 5 name=Biblioteket
sv | place | på distans | attendance_mode=online
sv | place | Samling vid kyrkan | meeting_point=kyrkan
en | place | online | attendance_mode=online
en | place | Meeting point: main entrance | meeting_point=main entrance
"""

ACCESSIBILITY = """
fi | accessibility | Tila on esteetön | accessibility=[step_free_entrance]
fi | accessibility | ei esteetön | accessibility=[] not_accessible=[step_free_entrance]
fi | accessibility | induktiosilmukka ja inva-wc | accessibility=[induction_loop,accessible_toilet]
fi | accessibility | hissi, esteetön wc, pyörätuolipaikat | accessibility=[lift,accessible_toilet,wheelchair_seats]
fi | accessibility | kirjoitustulkkaus | accessibility=[speech_to_text]
sv | accessibility | hörselslinga och hiss | accessibility=[induction_loop,lift]
sv | accessibility | teckenspråkstolkning | accessibility=[sign_language_interpretation]
sv | accessibility | tillgänglig ingång | accessibility=[step_free_entrance]
en | accessibility | step-free access, hearing loop | accessibility=[step_free_entrance,induction_loop]
en | accessibility | sign language interpretation | accessibility=[sign_language_interpretation]
"""

LANGUAGE = """
fi | language | suomeksi | event_languages=[fi]
fi | language | suomeksi ja ruotsiksi | event_languages=[fi,sv]
fi | language | englanninkielinen opastus | event_languages=[en]
fi | language | selkosuomeksi | event_languages=[fi] flags=[easy_language]
fi | language | viittomakielellä | event_languages=[fse]
sv | language | på svenska | event_languages=[sv]
sv | language | på finska och svenska | event_languages=[fi,sv]
en | language | in English | event_languages=[en]
en | language | in Finnish and Northern Sámi | event_languages=[fi,se]
"""


@pytest.mark.parametrize("case", cases(AGE + AUDIENCE + PRICE + REGISTRATION + STATUS + PLACE + ACCESSIBILITY + LANGUAGE), ids=str)
def test_a_phrase_means(case: Case) -> None:
    assert plain(inner(case.read())) == case.meaning
