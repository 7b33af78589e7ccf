"""Enrolment as pages write it: needed or not, when it opens and closes, places, full, queue."""

# ruff: noqa: E501 - a phrase and its meaning stand on one line

from __future__ import annotations

from tests.phrase_tables import misread

ENROLMENT = """
fi | registration | ilmoittautuminen 1.9. klo 9 alkaen | required=yes opens=2026-09-01T09:00 state=open
fi | registration | Ilmoittautuminen alkaen 1.12. klo 12 | required=yes opens=2026-12-01T12:00 state=not_yet_open
fi | registration | Ilmoittautuminen alkaa maanantaina 7.12. klo 9.00 | required=yes opens=2026-12-07T09:00 state=not_yet_open
fi | registration | ilmoittautuminen aukeaa 8.12. | required=yes opens=2026-12-08 state=not_yet_open
fi | registration | Ilmoittautuminen avautuu ti 1.12. klo 10 | required=yes opens=2026-12-01T10:00 state=not_yet_open
fi | registration | ilmoittautuminen käynnistyy 1.12. | required=yes opens=2026-12-01 state=not_yet_open
fi | registration | Ilmoittautuminen alkoi 1.11. | required=yes opens=2026-11-01 state=open
fi | registration | ilmoittautuminen on alkanut 1.11. | required=yes opens=2026-11-01 state=open
fi | registration | Ilmoittautumiset 1.12. alkaen | required=yes opens=2026-12-01 state=not_yet_open
fi | registration | ilm. viim. 30.11. | required=yes closes=2026-11-30 state=open
fi | registration | ilm. viim. to 26.11. klo 16 | required=yes closes=2026-11-26T16:00 state=open
fi | registration | Ilm. viimeistään 30.11. | required=yes closes=2026-11-30 state=open
fi | registration | ilm 30.11 mennessä | required=yes closes=2026-11-30 state=open
fi | registration | ilmoittautumiset pe 27.11. mennessä | required=yes closes=2026-11-27 state=open
fi | registration | Ilmoittautuminen 30.11. mennessä | required=yes closes=2026-11-30 state=open
fi | registration | Ilmoittautuminen viimeistään 30.11.2026 | required=yes closes=2026-11-30 state=open
fi | registration | ilmoittaudu 30.11. mennessä | required=yes closes=2026-11-30 state=open
fi | registration | Ilmoittaudu viimeistään perjantaina 27.11. klo 12 | required=yes closes=2026-11-27T12:00 state=open
fi | registration | Viimeinen ilmoittautumispäivä 27.11. | required=yes closes=2026-11-27 state=open
fi | registration | ilmoittautuminen päättyy 30.11. klo 23.59 | required=yes closes=2026-11-30T23:59 state=open
fi | registration | Ilmoittautumisaika päättyy 30.11. | required=yes closes=2026-11-30 state=open
fi | registration | ilmoittautumisaika 1.–15.12. | required=yes opens=2026-12-01 closes=2026-12-15 state=not_yet_open
fi | registration | ilmoittautuminen 23.–30.11. | required=yes opens=2026-11-23 closes=2026-11-30 state=not_yet_open
fi | registration | ilmoittautuminen avoinna 1.12.–15.12. | required=yes opens=2026-12-01 closes=2026-12-15 state=not_yet_open
fi | registration | Ilmoittautuminen on auki 30.11. asti | required=yes closes=2026-11-30 state=open
fi | registration | ilmoittautuminen auki 6.12. saakka | required=yes closes=2026-12-06 state=open
fi | registration | Ennakkoilmoittautuminen 4.12. mennessä | required=yes closes=2026-12-04 state=open
fi | registration | ennakkoilmoittautuminen | required=yes
fi | registration | Ennakkoilmoittautuminen pakollinen | required=yes
fi | registration | vaatii ilmoittautumisen | required=yes
fi | registration | edellyttää ennakkoilmoittautumista | required=yes
fi | registration | Ilmoittautuminen vaaditaan | required=yes
fi | registration | Ilmoittautuminen pakollinen | required=yes
fi | registration | Ilmoittaudu mukaan! | required=yes
fi | registration | Muista ilmoittautua! | required=yes
fi | registration | vain ennakkoon ilmoittautuneille | required=yes
fi | registration | Sitova ilmoittautuminen 30.11. mennessä | required=yes closes=2026-11-30 state=open binding=yes
fi | registration | sitovat ilm. 30.11. mennessä | required=yes closes=2026-11-30 state=open binding=yes
fi | registration | Ilmoittautuminen on sitova | required=yes binding=yes
fi | registration | ilmoittautuminen on sitovaa | required=yes binding=yes
fi | registration | Ei ennakkoilmoittautumista | required=no
fi | registration | ei ennakkoilmoittautumisia | required=no
fi | registration | ei ilmoittautumista | required=no
fi | registration | Ei vaadi ennakkoilmoittautumista | required=no
fi | registration | ei edellytä ilmoittautumista | required=no
fi | registration | Ilmoittautumista ei tarvita | required=no
fi | registration | Ilmoittautumista ei vaadita. | required=no
fi | registration | ennakkoilmoittautumista ei tarvita | required=no
fi | registration | Ei tarvitse ilmoittautua etukäteen | required=no
fi | registration | ei tarvitse ennakkoilmoittautua | required=no
fi | registration | Ei erillistä ilmoittautumista | required=no
fi | registration | ilman ennakkoilmoittautumista | required=no
fi | registration | Mukaan voi tulla ilman ilmoittautumista | required=no
fi | registration | tule mukaan ilman ennakkoilmoittautumista | required=no
fi | registration | Voit tulla paikalle ilmoittautumatta | required=no
fi | registration | Mukaan mahtuu ilmoittautumatta | required=no
fi | registration | tervetuloa ilman ajanvarausta | required=no
fi | registration | ei ajanvarausta | required=no
fi | registration | Ilman ajanvarausta | required=no
fi | registration | Ilmoittautuminen ei ole välttämätöntä | required=no
fi | registration | Ilmoittautuminen ei ole pakollista | required=no
fi | registration | ilmoittautuminen vapaaehtoinen | required=no
fi | registration | Toivomme ilmoittautumista | registration={}
fi | registration | Ilmoittautuminen toivottavaa | registration={}
fi | registration | avoin ryhmä, ei ilmoittautumista | required=no
fi | registration | TÄYNNÄ | state=full
fi | registration | Kurssi on TÄYNNÄ! | state=full
fi | registration | Ryhmä täynnä | state=full
fi | registration | Retki on täynnä, peruutuspaikkoja voi kysellä | state=full ask_cancellations=yes
fi | registration | täyteen varattu | state=full
fi | registration | loppuunmyyty | state=full
fi | registration | LOPPUUNMYYTY! | state=full
fi | registration | loppuun varattu | state=full
fi | registration | Kaikki paikat on varattu | state=full
fi | registration | paikat loppu | state=full
fi | registration | ei enää paikkoja | state=full
fi | registration | Ei vapaita paikkoja | state=full
fi | registration | ei ole enää vapaita paikkoja | state=full
fi | registration | ei vielä täynnä | registration={}
fi | registration | kurssi ei ole täynnä | registration={}
fi | registration | melkein täynnä | registration={}
fi | registration | Kurssi täynnä, jonoon voi ilmoittautua | required=yes state=waiting_list
fi | registration | varasijalle | state=waiting_list
fi | registration | varasijoja jäljellä | state=waiting_list
fi | registration | jonotuspaikkoja | state=waiting_list
fi | registration | jono | state=waiting_list
fi | registration | Kysy peruutuspaikkoja! | state=full ask_cancellations=yes
fi | registration | Tiedustele peruutuspaikkoja | state=full ask_cancellations=yes
fi | registration | 1 paikka jäljellä | remaining=1 state=open
fi | registration | 3 paikkaa vapaana | remaining=3 state=open
fi | registration | 3 vapaata paikkaa | remaining=3 state=open
fi | registration | vielä 3 paikkaa jäljellä | remaining=3 state=open
fi | registration | enää 2 paikkaa jäljellä | remaining=2 state=open
fi | registration | Paikkoja jäljellä: 5 | remaining=5 state=open
fi | registration | Vapaita paikkoja: 5 | remaining=5 state=open
fi | registration | vapaita paikkoja 0 | remaining=0 state=full
fi | registration | vapaita paikkoja jäljellä 6 | remaining=6 state=open
fi | registration | vapaana 5/20 | remaining=5 capacity=20 state=open
fi | registration | 5/20 paikkaa vapaana | remaining=5 capacity=20 state=open
fi | registration | vapaita paikkoja 4 / 12 | remaining=4 capacity=12 state=open
fi | registration | Vielä mahtuu mukaan! | state=open
fi | registration | Vielä muutama paikka vapaana | state=open
fi | registration | viimeiset paikat | state=open
fi | registration | Mukaan mahtuu vielä | state=open
fi | registration | paikkoja vapaana | state=open
fi | registration | tilaa on vielä | state=open
fi | registration | ryhmään mahtuu 12 | capacity=12
fi | registration | ryhmään otetaan 10 osallistujaa | capacity=10
fi | registration | Mukaan mahtuu 20 ensimmäistä | capacity=20
fi | registration | 20 ensimmäistä mahtuu mukaan | capacity=20
fi | registration | paikkoja on 15 | capacity=15
fi | registration | Paikkoja 30 | capacity=30
fi | registration | max. 12 hlöä | capacity=12
fi | registration | max 8 henkilöä | capacity=8
fi | registration | enintään 15 osallistujaa | capacity=15
fi | registration | korkeintaan 10 henkeä | capacity=10
fi | registration | osallistujamäärä rajattu 20:een | capacity=20
fi | registration | ryhmän koko 8–12 henkilöä | capacity=12
fi | registration | ryhmäkoko max 10 | capacity=10
fi | registration | ryhmän koko 10 | capacity=10
fi | registration | rajoitettu määrä paikkoja | registration={}
fi | registration | paikkoja rajoitetusti | registration={}
fi | registration | ilmoittautuminen päättynyt | required=yes state=closed
fi | registration | Ilmoittautuminen on sulkeutunut | required=yes state=closed
fi | registration | ilmoittautumisaika on päättynyt | required=yes state=closed
fi | registration | ilmoittautuminen suljettu | required=yes state=closed
fi | registration | Ilmoittautuminen ei ole vielä alkanut | required=yes state=not_yet_open
fi | registration | ilmoittautuminen avataan myöhemmin | required=yes state=not_yet_open
fi | registration | Ilmoittautuminen avoinna | required=yes state=open
fi | registration | Ilmoittautuminen käynnissä | required=yes state=open
fi | registration | Haku 1.–15.12. | required=yes opens=2026-12-01 closes=2026-12-15 state=not_yet_open
fi | registration | hakuaika 1.12.–15.1. | required=yes opens=2026-12-01 closes=2027-01-15 state=not_yet_open
fi | registration | Varaa paikkasi 30.11. mennessä | required=yes closes=2026-11-30 state=open
fi | registration | paikkavaraukset 30.11. mennessä | required=yes closes=2026-11-30 state=open
fi | registration | Pöytävaraukset 4.12. mennessä | required=yes closes=2026-12-04 state=open
fi | registration | Ilmoittautumiset toimistoon 27.11. mennessä, max 20 osallistujaa | required=yes closes=2026-11-27 capacity=20 state=open
fi | registration | ilmottautuminen 30.11 mennessä | required=yes closes=2026-11-30 state=open
fi | registration | ilmoitautuminen 30.11. mennessä | required=yes closes=2026-11-30 state=open
fi | registration | Ilmoittautuminen 1.12.-10.12. klo 15 mennessä | required=yes opens=2026-12-01 closes=2026-12-10T15:00 state=not_yet_open
fi | registration | ilmoittautuminen ja peruutukset 30.11. mennessä | required=yes closes=2026-11-30 state=open
fi | registration | ilmoittautuminen 30.11. klo 12 asti | required=yes closes=2026-11-30T12:00 state=open
fi | registration | Ilmoittautuminen nettisivuilla 1.12. klo 9 alkaen, viimeistään 10.12. | required=yes opens=2026-12-01T09:00 closes=2026-12-10 state=not_yet_open
sv | registration | anmälan senast 27.11 | required=yes closes=2026-11-27 state=open
sv | registration | Anmälan senast fredag 27.11 kl. 12 | required=yes closes=2026-11-27T12:00 state=open
sv | registration | anmäl dig senast den 30 november | required=yes closes=2026-11-30 state=open
sv | registration | anmälningar senast 30.11. | required=yes closes=2026-11-30 state=open
sv | registration | Anmälning före 30.11 | required=yes closes=2026-11-30 state=open
sv | registration | anmälan till och med 30.11 | required=yes closes=2026-11-30 state=open
sv | registration | anmälan t.o.m. 30.11 | required=yes closes=2026-11-30 state=open
sv | registration | sista anmälningsdag 30.11 | required=yes closes=2026-11-30 state=open
sv | registration | anmälningstiden går ut 30.11 | required=yes closes=2026-11-30 state=open
sv | registration | anmälan öppnar 1.12 | required=yes opens=2026-12-01 state=not_yet_open
sv | registration | Anmälan börjar 1.12 kl. 9 | required=yes opens=2026-12-01T09:00 state=not_yet_open
sv | registration | anmälan från 1.12 | required=yes opens=2026-12-01 state=not_yet_open
sv | registration | anmälan fr.o.m. 1.12 kl. 10 | required=yes opens=2026-12-01T10:00 state=not_yet_open
sv | registration | anmälan 1–15.12 | required=yes opens=2026-12-01 closes=2026-12-15 state=not_yet_open
sv | registration | förhandsanmälan krävs | required=yes
sv | registration | kräver förhandsanmälan | required=yes
sv | registration | anmälan krävs | required=yes
sv | registration | obligatorisk anmälan | required=yes
sv | registration | bindande anmälan senast 27.11 | required=yes closes=2026-11-27 state=open binding=yes
sv | registration | anmälan är bindande | required=yes binding=yes
sv | registration | ingen anmälan | required=no
sv | registration | ingen förhandsanmälan krävs | required=no
sv | registration | ingen förhandsanmälan behövs | required=no
sv | registration | anmälan behövs inte | required=no
sv | registration | anmälan krävs ej | required=no
sv | registration | utan förhandsanmälan | required=no
sv | registration | du behöver inte anmäla dig | required=no
sv | registration | kom utan anmälan | required=no
sv | registration | fullbokat | state=full
sv | registration | FULLBOKAD | state=full
sv | registration | kursen är fullbokad | state=full
sv | registration | fulltecknat | state=full
sv | registration | slutsålt | state=full
sv | registration | inga lediga platser | state=full
sv | registration | platserna är slut | state=full
sv | registration | köplatser finns | state=waiting_list
sv | registration | väntelista | state=waiting_list
sv | registration | anmäl dig till kö | required=yes state=waiting_list
sv | registration | 3 platser kvar | remaining=3 state=open
sv | registration | 2 lediga platser | remaining=2 state=open
sv | registration | lediga platser 4/12 | remaining=4 capacity=12 state=open
sv | registration | lediga platser: 3 | remaining=3 state=open
sv | registration | några platser kvar | state=open
sv | registration | platser kvar | state=open
sv | registration | högst 12 deltagare | capacity=12
sv | registration | max 15 personer | capacity=15
sv | registration | plats för 20 | capacity=20
sv | registration | anmälan stängd | required=yes state=closed
sv | registration | anmälan har stängt | required=yes state=closed
sv | registration | anmälningstiden har gått ut | required=yes state=closed
sv | registration | anmälan är öppen | required=yes state=open
sv | registration | fråga efter återbudsplatser | state=full ask_cancellations=yes
sv | registration | inte fullbokat | registration={}
sv | registration | drop-in | required=no
en | registration | register by 27 November | required=yes closes=2026-11-27 state=open
en | registration | Registration by 27 Nov at 12 | required=yes closes=2026-11-27T12:00 state=open
en | registration | please register by Friday 27 November | required=yes closes=2026-11-27 state=open
en | registration | sign up by 30.11. | required=yes closes=2026-11-30 state=open
en | registration | registration deadline 30 November | required=yes closes=2026-11-30 state=open
en | registration | registration closes 30 November | required=yes closes=2026-11-30 state=open
en | registration | registration opens 1 December | required=yes opens=2026-12-01 state=not_yet_open
en | registration | registration from 1 December | required=yes opens=2026-12-01 state=not_yet_open
en | registration | registration open until 30 November | required=yes closes=2026-11-30 state=open
en | registration | registration required | required=yes
en | registration | advance registration required | required=yes
en | registration | pre-registration required | required=yes
en | registration | registration is mandatory | required=yes
en | registration | booking essential | required=yes
en | registration | no registration | required=no
en | registration | no registration required | required=no
en | registration | no need to register | required=no
en | registration | no pre-registration | required=no
en | registration | registration not required | required=no
en | registration | without registration | required=no
en | registration | no booking required | required=no
en | registration | drop in | required=no
en | registration | just show up | required=no
en | registration | fully booked | state=full
en | registration | sold out | state=full
en | registration | full | state=full
en | registration | the course is full | state=full
en | registration | not full yet | registration={}
en | registration | waiting list | state=waiting_list
en | registration | join the waiting list | state=waiting_list
en | registration | 3 places left | remaining=3 state=open
en | registration | only 2 spots left | remaining=2 state=open
en | registration | 1 place available | remaining=1 state=open
en | registration | places available | state=open
en | registration | no places left | state=full
en | registration | limited places | registration={}
en | registration | limited to 20 participants | capacity=20
en | registration | max. 10 people | capacity=10
en | registration | room for 15 | capacity=15
en | registration | registration closed | required=yes state=closed
en | registration | registration is open | required=yes state=open
en | registration | registration has not opened yet | required=yes state=not_yet_open
en | registration | binding registration by 27.11. | required=yes closes=2026-11-27 state=open binding=yes
se | registration | almmuheapmi 27.11. rádjai | required=yes closes=2026-11-27 state=open
fi | registration | Ilmoittaudu 4.12. klo 16 mennessä | required=yes closes=2026-12-04T16:00 state=open
fi | registration | ilmoittautumiset ke 2.12. klo 12 mennessä | required=yes closes=2026-12-02T12:00 state=open
fi | registration | Ilmoittautuminen alkaa 1.12. ja päättyy 15.12. | required=yes opens=2026-12-01 closes=2026-12-15 state=not_yet_open
fi | registration | Ilmoittautumisaika 1.12.2026–10.1.2027 | required=yes opens=2026-12-01 closes=2027-01-10 state=not_yet_open
fi | registration | sitova ilmoittautuminen viimeistään 3.12. | required=yes closes=2026-12-03 state=open binding=yes
fi | registration | Vapaita paikkoja: 12/20 | remaining=12 capacity=20 state=open
fi | registration | jäljellä 3 paikkaa | remaining=3 state=open
fi | registration | 3/15 paikkaa jäljellä | remaining=3 capacity=15 state=open
fi | registration | Ryhmä on täynnä. Ilmoittaudu jonoon. | required=yes state=waiting_list
fi | registration | Mukaan mahtuu 25 nopeinta | capacity=25
fi | registration | max 15 hlö | capacity=15
fi | registration | Osallistujamäärä max 10 | capacity=10
fi | registration | Ei tarvitse varata paikkaa | required=no
fi | registration | Avoimet ovet, ei ilmoittautumista | required=no
fi | registration | Ilmoittautuminen aukeaa syyskuussa | required=yes
fi | registration | Ilmoittautuminen päättynyt, kurssi täynnä | required=yes state=full
sv | registration | Anmälningarna öppnar 1.12 kl 10 och stänger 10.12 | required=yes opens=2026-12-01T10:00 closes=2026-12-10 state=not_yet_open
sv | registration | Anmälan senast 27.11 kl. 16.00, högst 15 deltagare | required=yes closes=2026-11-27T16:00 capacity=15 state=open
sv | registration | Öppet för alla, ingen anmälan | required=no
sv | registration | Kursen är full, men du kan ställa dig i kö | state=waiting_list
en | registration | Registration opens on 1 December at 10:00 | required=yes opens=2026-12-01T10:00 state=not_yet_open
en | registration | Sign up by 27 November – 10 places left | required=yes closes=2026-11-27 remaining=10 state=open
"""


def test_each_phrase_means_what_stands_beside_it() -> None:
    assert misread(ENROLMENT) == []
