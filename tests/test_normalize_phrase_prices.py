"""Prices as pages write them: free, amounts and groups, what is asked for besides, and what nobody tells."""

# ruff: noqa: E501 - a phrase and its meaning stand on one line

from __future__ import annotations

from tests.phrase_tables import misread

PRICES = """
fi | price | vapaa pääsy, ohjelma 10 € | is_free=yes optional=[{label=programme amount=10}]
fi | price | Vapaa pääsy, käsiohjelma 5 e | is_free=yes optional=[{label=programme amount=5}]
fi | price | Vapaa pääsy, ohjelmamaksu 10 € | is_free=yes optional=[{label=programme amount=10}]
fi | price | Vapaaehtoinen ohjelmamaksu 10 € | is_free=yes optional=[{label=programme amount=10}]
fi | price | vapaaehtoinen ohjelmamaksu | is_free=yes
fi | price | maksuton, kahvi 2 € | is_free=yes optional=[{label=coffee amount=2}]
fi | price | Maksuton. Kahvi 2 €. | is_free=yes optional=[{label=coffee amount=2}]
fi | price | maksuton tilaisuus, kahvitarjoilu | is_free=yes
fi | price | Maksuton tilaisuus, kahvitarjoilu 3 € | is_free=yes optional=[{label=coffee amount=3}]
fi | price | Vapaa pääsy, kolehti | is_free=yes
fi | price | Vapaa pääsy – kolehti lähetystyölle | is_free=yes
fi | price | Vapaa pääsy, vapaaehtoinen maksu | is_free=yes
fi | price | Liput ovelta 20 €, eläkeläiset ja opiskelijat 15 €, lapset alle 12 v ilmaiseksi | is_free=no min=0 max=20 options=[{label=? amount=20},{label=pensioners amount=15},{label=students amount=15},{label=under_12 amount=0}]
fi | price | hinta 12/8/5 € | is_free=no min=5 max=12 options=[{label=? amount=12},{label=reduced amount=8},{label=reduced amount=5}]
fi | price | Liput 20/15/5 € | is_free=no min=5 max=20 options=[{label=? amount=20},{label=reduced amount=15},{label=reduced amount=5}]
fi | price | alk. 15 € | is_free=no min=15 max=?
fi | price | alkaen 15 € | is_free=no min=15 max=?
fi | price | 15 € alkaen | is_free=no min=15 max=?
fi | price | Liput alk. 12,50 € | is_free=no min=12.5 max=?
fi | price | 25 e sis. lounaan | is_free=no min=25 max=25
fi | price | 25 € (sis. lounas) | is_free=no min=25 max=25
fi | price | 25 €, sisältää ruokailun ja kahvin | is_free=no min=25 max=25
fi | price | Hinta 35 €, sis. bussimatkan ja lounaan | is_free=no min=35 max=35
fi | price | hinta 45 € (sisältää materiaalit) | is_free=no min=45 max=45 includes_materials=yes
fi | price | 45 € sis. tarvikkeet | is_free=no min=45 max=45 includes_materials=yes
fi | price | 60 € + materiaalit | is_free=no min=60 max=60
fi | price | kurssimaksu 50 € + materiaalimaksu 10 € | is_free=no min=50 max=50 unit=per_course optional=[{label=materials amount=10}]
fi | price | 5 euroa kerta | is_free=no min=5 max=5 unit=per_visit
fi | price | 5 €/kerta tai 40 €/kausi | is_free=no min=5 max=40 options=[{label=? amount=5 unit=per_visit},{label=? amount=40 unit=per_season}]
fi | price | 5e/krt | is_free=no min=5 max=5 unit=per_visit
fi | price | 5,-/kerta | is_free=no min=5 max=5 unit=per_visit
fi | price | 5 € kerralta | is_free=no min=5 max=5 unit=per_visit
fi | price | kertamaksu 5 € | is_free=no min=5 max=5 unit=per_visit
fi | price | 5 € per kerta | is_free=no min=5 max=5 unit=per_visit
fi | price | 8 e/hlö | is_free=no min=8 max=8 unit=per_person
fi | price | 8 € / henkilö | is_free=no min=8 max=8 unit=per_person
fi | price | 8 €/hlö, lapset 4 € | is_free=no min=4 max=8 unit=per_person options=[{label=? amount=8},{label=children amount=4}]
fi | price | 20 €/perhe | is_free=no min=20 max=20 unit=per_family options=[{label=family amount=20}]
fi | price | 10 € aikuiset, 5 € lapset | is_free=no min=5 max=10 options=[{label=adults amount=10},{label=children amount=5}]
fi | price | aikuiset 10 € / lapset 5 € | is_free=no min=5 max=10 options=[{label=adults amount=10},{label=children amount=5}]
fi | price | Aikuiset 10€, lapset (4–12 v.) 5€, alle 4 v. ilmaiseksi | is_free=no min=0 max=10 options=[{label=adults amount=10},{label=ages_4_12 amount=5},{label=under_4 amount=0}]
fi | price | Liput: 10 €, alennusliput 5 € | is_free=no min=5 max=10 options=[{label=? amount=10},{label=reduced amount=5}]
fi | price | Liput 25 €, eläkeläiset 20 €, opiskelijat 12 € | is_free=no min=12 max=25 options=[{label=? amount=25},{label=pensioners amount=20},{label=students amount=12}]
fi | price | 22 € / 18 € (eläkeläiset, opiskelijat, työttömät) | is_free=no min=18 max=22 options=[{label=? amount=22},{label=reduced amount=18}]
fi | price | Peruslippu 22 €, alennettu 18 € | is_free=no min=18 max=22 options=[{label=? amount=22},{label=reduced amount=18}]
fi | price | perusliput 30 €, eläkeläisliput 25 €, opiskelijaliput 15 € | is_free=no min=15 max=30 options=[{label=? amount=30},{label=pensioners amount=25},{label=students amount=15}]
fi | price | normaali 15 €, alennettu 10 € | is_free=no min=10 max=15 options=[{label=? amount=15},{label=reduced amount=10}]
fi | price | Liput ennakkoon 15 €, ovelta 20 € | is_free=no min=15 max=20 options=[{label=advance amount=15},{label=? amount=20}]
fi | price | ennakkoliput 12 €, ovelta 15 € | is_free=no min=12 max=15 options=[{label=advance amount=12},{label=? amount=15}]
fi | price | Liput 10 € ovelta | is_free=no min=10 max=10
fi | price | Pääsymaksu 5 € | is_free=no min=5 max=5
fi | price | Sisäänpääsy 3 € | is_free=no min=3 max=3
fi | price | osallistumismaksu 20 € | is_free=no min=20 max=20
fi | price | Osallistumismaksu 20 € sisältää kahvin | is_free=no min=20 max=20
fi | price | pääsylippu 7 euroa | is_free=no min=7 max=7
fi | price | Hinta: 10 euroa/henkilö | is_free=no min=10 max=10 unit=per_person
fi | price | 10 eur | is_free=no min=10 max=10
fi | price | 10 EUR | is_free=no min=10 max=10
fi | price | 10,00 € | is_free=no min=10 max=10
fi | price | 10.00 € | is_free=no min=10 max=10
fi | price | 10,- € | is_free=no min=10 max=10
fi | price | €10 | is_free=no min=10 max=10
fi | price | 10€ | is_free=no min=10 max=10
fi | price | 10 - 15 € | is_free=no min=10 max=15
fi | price | 10–15 euroa | is_free=no min=10 max=15
fi | price | 10 €–15 € | is_free=no min=10 max=15
fi | price | 7,50–12 € | is_free=no min=7.5 max=12
fi | price | 1 200 € | is_free=no min=1200 max=1200
fi | price | 1200 € | is_free=no min=1200 max=1200
fi | price | noin 20 € | is_free=no min=20 max=20
fi | price | n. 20 € | is_free=no min=20 max=20
fi | price | 5 € tai 10 € | is_free=no min=5 max=10
fi | price | jäsenet 5 €, muut 8 € | is_free=no min=5 max=8 options=[{label=members amount=5},{label=others amount=8}]
fi | price | jäsenille 5 €, ei-jäsenille 10 € | is_free=no min=5 max=10 options=[{label=members amount=5},{label=non_members amount=10}]
fi | price | Jäsenet maksutta, muut 5 € | is_free=no min=0 max=5 options=[{label=others amount=5},{label=members amount=0}]
fi | price | jäsenille ilmainen | is_free=? free_for=[members]
fi | price | jäsenet ilmaiseksi | is_free=? free_for=[members]
fi | price | opiskelijat 5 € | is_free=no min=5 max=5 options=[{label=students amount=5}]
fi | price | lapset ilmaiseksi | is_free=? free_for=[children]
fi | price | lapset alle 7 v. ilmaiseksi | is_free=? free_for=[under_7]
fi | price | lapset ilmaiseksi, aikuiset 5 € | is_free=no min=0 max=5 options=[{label=adults amount=5},{label=children amount=0}]
fi | price | alle 18-vuotiaat maksutta | is_free=? free_for=[under_18]
fi | price | alle 18-vuotiaat ilmaiseksi, muut 10 € | is_free=no min=0 max=10 options=[{label=others amount=10},{label=under_18 amount=0}]
fi | price | 12 €, alle 12 v. 6 € | is_free=no min=6 max=12 options=[{label=? amount=12},{label=under_12 amount=6}]
fi | price | 10 € (alle 18 v. 5 €) | is_free=no min=5 max=10 options=[{label=? amount=10},{label=under_18 amount=5}]
fi | price | Liput 10 € / alle 18 v. ilmaiseksi | is_free=no min=0 max=10 options=[{label=? amount=10},{label=under_18 amount=0}]
fi | price | 0 € | is_free=yes min=0 max=0
fi | price | 0 e | is_free=yes min=0 max=0
fi | price | 0,00 € | is_free=yes min=0 max=0
fi | price | ilmainen | is_free=yes
fi | price | Ilmaistapahtuma | is_free=yes
fi | price | Tilaisuus on maksuton | is_free=yes
fi | price | Osallistuminen on maksutonta | is_free=yes
fi | price | Osallistuminen maksuton | is_free=yes
fi | price | Kurssi on maksuton | is_free=yes
fi | price | Maksuton sisäänpääsy | is_free=yes
fi | price | sisäänpääsy ilmainen | is_free=yes
fi | price | sisäänpääsy vapaa | is_free=yes
fi | price | vapaa sisäänpääsy | is_free=yes
fi | price | Vapaa pääsy! | is_free=yes
fi | price | vapaapääsy | is_free=yes
fi | price | pääsymaksuton | is_free=yes
fi | price | Ei pääsymaksua | is_free=yes
fi | price | ei osallistumismaksua | is_free=yes
fi | price | ei maksua | is_free=yes
fi | price | ei maksa mitään | is_free=yes
fi | price | veloituksetta | is_free=yes
fi | price | veloituksetonta | is_free=yes
fi | price | kaikille ilmainen | is_free=yes
fi | price | Kaikille avoin ja maksuton | is_free=yes
fi | price | kahvit tarjotaan, tilaisuus on ilmainen | is_free=yes
fi | price | maksullinen | is_free=no
fi | price | ei ilmainen | is_free=no
fi | price | tapahtuma on maksullinen | is_free=no
fi | price | Maksu: ks. lisätiedot | is_free=?
fi | price | Hinta: katso lisätiedot | is_free=?
fi | price | hinta ilmoitetaan myöhemmin | is_free=?
fi | price | Hinta avoin | is_free=?
fi | price | kysy hintaa | is_free=?
fi | price | omakustanteinen | is_free=?
fi | price | omakustannushintaan | is_free=?
fi | price | lounas omakustanteinen | is_free=?
fi | price | Kaikukortilla maksutta | is_free=? concessions=[kaikukortti]
fi | price | Kaikukortilla ilmaiseksi | is_free=? concessions=[kaikukortti]
fi | price | Kaikukortilla 0 € | is_free=? concessions=[kaikukortti]
fi | price | 10 €, Kaikukortilla maksutta | is_free=no min=10 max=10 concessions=[kaikukortti]
fi | price | Liput 15/10 €, Kaikukortilla ilmaiseksi | is_free=no min=10 max=15 options=[{label=? amount=15},{label=reduced amount=10}] concessions=[kaikukortti]
fi | price | Kaikukortti käy | is_free=? concessions=[kaikukortti]
fi | price | Museokortilla | is_free=? concessions=[museokortti]
fi | price | museokortilla maksutta | is_free=? concessions=[museokortti]
fi | price | 8 €, museokortilla vapaa pääsy | is_free=no min=8 max=8 concessions=[museokortti]
fi | price | Maksuvälineinä Smartum, ePassi ja Edenred | is_free=? payment=[smartum,epassi,edenred]
fi | price | 5 €, maksuna käy ePassi | is_free=no min=5 max=5 payment=[epassi]
fi | price | pääsymaksu 8 €, museokortti | is_free=no min=8 max=8 concessions=[museokortti]
fi | price | 12 €/kk | is_free=no min=12 max=12 unit=per_month
fi | price | 30 €/vuosi | is_free=no min=30 max=30 unit=per_year
fi | price | jäsenmaksu 20 €/vuosi | is_free=no min=20 max=20 unit=per_year
fi | price | 100 €/lukuvuosi | is_free=no min=100 max=100
fi | price | 60 euroa syyskausi | is_free=no min=60 max=60 unit=per_season
fi | price | syyskausi 60 € | is_free=no min=60 max=60 unit=per_season
fi | price | kausimaksu 75 € | is_free=no min=75 max=75 unit=per_season
fi | price | 80 €/kausi | is_free=no min=80 max=80 unit=per_season
fi | price | kausikortti 100 € | is_free=no min=100 max=100 unit=per_season
fi | price | 120 € / lukukausi | is_free=no min=120 max=120 unit=per_season
fi | price | 10 kerran kortti 45 € | is_free=no min=45 max=45 unit=per_card
fi | price | kurssin hinta 38,50 € | is_free=no min=38.5 max=38.5 unit=per_course
fi | price | kurssimaksu 38,50 | is_free=no min=38.5 max=38.5 unit=per_course
fi | price | Kurssimaksu: 38,50 € | is_free=no min=38.5 max=38.5 unit=per_course
fi | price | 38,50 €/kurssi | is_free=no min=38.5 max=38.5 unit=per_course
fi | price | 15 €/päivä | is_free=no min=15 max=15 unit=per_day
fi | price | leirimaksu 45 € | is_free=no min=45 max=45
fi | price | 10 €/tunti | is_free=no min=10 max=10 unit=per_hour
fi | price | Keittolounas 8 € | is_free=no min=8 max=8
fi | price | Buffet 5 €, vapaa pääsy | is_free=yes optional=[{label=refreshments amount=5}]
fi | price | Vapaa pääsy. Buffetti. Arpajaiset. | is_free=yes
fi | price | Vapaa pääsy, makkara 2 € | is_free=yes optional=[{label=refreshments amount=2}]
fi | price | Vapaa pääsy, narikka 3 € | is_free=yes optional=[{label=cloakroom amount=3}]
fi | price | Vapaa pääsy, pysäköinti 5 € | is_free=yes optional=[{label=parking amount=5}]
fi | price | Ilmainen sisäänpääsy, arpa 2 € | is_free=yes optional=[{label=raffle amount=2}]
fi | price | Vapaa pääsy (ohjelma 10 €) | is_free=yes optional=[{label=programme amount=10}]
fi | price | Ohjelma 10 €, vapaa pääsy | is_free=yes optional=[{label=programme amount=10}]
fi | price | Pääsy vapaa, ohjelma 5€ ja kahvi 2€ | is_free=yes optional=[{label=programme amount=5},{label=coffee amount=2}]
fi | price | Ilmainen, materiaalimaksu 5 € | is_free=yes optional=[{label=materials amount=5}]
fi | price | Maksuton, materiaalit 10 € | is_free=yes optional=[{label=materials amount=10}]
fi | price | Vapaaehtoinen maksu 5 € | is_free=yes optional=[{label=donation amount=5}]
fi | price | Vapaaehtoinen pääsymaksu | is_free=yes
fi | price | suositeltu lahjoitus 5 € | is_free=yes optional=[{label=donation amount=5}]
fi | price | Liput 28/22 € + palvelumaksu | is_free=no min=22 max=28 options=[{label=? amount=28},{label=reduced amount=22}]
fi | price | Liput: 28 € / 22 € / 15 € | is_free=no min=15 max=28 options=[{label=? amount=28},{label=reduced amount=22},{label=reduced amount=15}]
fi | price | 28/22/15 euroa | is_free=no min=15 max=28 options=[{label=? amount=28},{label=reduced amount=22},{label=reduced amount=15}]
fi | price | 10/5 € | is_free=no min=5 max=10 options=[{label=? amount=10},{label=reduced amount=5}]
fi | price | 10 e / 5 e | is_free=no min=5 max=10 options=[{label=? amount=10},{label=reduced amount=5}]
fi | price | 10€/5€ | is_free=no min=5 max=10 options=[{label=? amount=10},{label=reduced amount=5}]
fi | price | 10/5e | is_free=no min=5 max=10 options=[{label=? amount=10},{label=reduced amount=5}]
fi | price | 28€/22€/ryhmät 20€ | is_free=no min=20 max=28 options=[{label=? amount=28},{label=reduced amount=22},{label=group amount=20}]
fi | price | 12 €, ryhmät (väh. 10 hlö) 10 € | is_free=no min=10 max=12 options=[{label=? amount=12},{label=group amount=10}]
fi | price | perhelippu 25 € (2 aik. + 2 lasta) | is_free=no min=25 max=25 options=[{label=family amount=25}]
fi | price | Liput 20 €, varusmiehet ja työttömät 10 € | is_free=no min=10 max=20 options=[{label=? amount=20},{label=conscripts amount=10},{label=unemployed amount=10}]
fi | price | liput 15€ (eläk./opisk. 10€) | is_free=no min=10 max=15 options=[{label=? amount=15},{label=pensioners amount=10},{label=students amount=10}]
fi | price | 15 € (eläk., opisk., tyött. 10 €) | is_free=no min=10 max=15 options=[{label=? amount=15},{label=pensioners amount=10},{label=students amount=10},{label=unemployed amount=10}]
fi | price | 20/18/10 € | is_free=no min=10 max=20 options=[{label=? amount=20},{label=reduced amount=18},{label=reduced amount=10}]
fi | price | Liput lippu.fi alk. 25 € | is_free=no min=25 max=?
fi | price | ilmainen alle 15-vuotiaille | is_free=? free_for=[under_15]
fi | price | 50 snt | is_free=no min=0.5 max=0.5
fi | price | 50 senttiä | is_free=no min=0.5 max=0.5
fi | price | 2,50e | is_free=no min=2.5 max=2.5
sv | price | fritt inträde | is_free=yes
sv | price | Fri entré | is_free=yes
sv | price | gratis | is_free=yes
sv | price | Gratis! | is_free=yes
sv | price | avgiftsfritt | is_free=yes
sv | price | avgiftsfri | is_free=yes
sv | price | kostnadsfritt | is_free=yes
sv | price | utan avgift | is_free=yes
sv | price | ingen avgift | is_free=yes
sv | price | Fritt inträde, program 10 € | is_free=yes optional=[{label=programme amount=10}]
sv | price | Fritt inträde, programblad 5 € | is_free=yes optional=[{label=programme amount=5}]
sv | price | fri entré, kollekt | is_free=yes
sv | price | frivillig programavgift 10 € | is_free=yes optional=[{label=programme amount=10}]
sv | price | frivillig kaffeavgift 2 € | is_free=yes optional=[{label=coffee amount=2}]
sv | price | inträde 5 € | is_free=no min=5 max=5
sv | price | Inträde 10 €, barn gratis | is_free=no min=0 max=10 options=[{label=? amount=10},{label=children amount=0}]
sv | price | Biljetter 20/15 € | is_free=no min=15 max=20 options=[{label=? amount=20},{label=reduced amount=15}]
sv | price | biljetter 20 €, pensionärer 15 €, barn under 12 år gratis | is_free=no min=0 max=20 options=[{label=? amount=20},{label=pensioners amount=15},{label=under_12 amount=0}]
sv | price | biljett 12 euro | is_free=no min=12 max=12
sv | price | vuxna 10 €, barn 5 € | is_free=no min=5 max=10 options=[{label=adults amount=10},{label=children amount=5}]
sv | price | Vuxna 10 €/barn 5 € | is_free=no min=5 max=10 options=[{label=adults amount=10},{label=children amount=5}]
sv | price | medlemmar 5 €, övriga 8 € | is_free=no min=5 max=8 options=[{label=members amount=5},{label=others amount=8}]
sv | price | medlemmar gratis | is_free=? free_for=[members]
sv | price | från 15 € | is_free=no min=15 max=?
sv | price | fr. 15 € | is_free=no min=15 max=?
sv | price | 5 €/gång | is_free=no min=5 max=5 unit=per_visit
sv | price | 5 € per gång | is_free=no min=5 max=5 unit=per_visit
sv | price | 5 euro/gång | is_free=no min=5 max=5 unit=per_visit
sv | price | 40 €/termin | is_free=no min=40 max=40 unit=per_season
sv | price | terminsavgift 40 € | is_free=no min=40 max=40 unit=per_season
sv | price | kursavgift 38,50 € | is_free=no min=38.5 max=38.5 unit=per_course
sv | price | kursavgift: 50 euro | is_free=no min=50 max=50 unit=per_course
sv | price | 20 €/person | is_free=no min=20 max=20 unit=per_person
sv | price | 20 €/pers. | is_free=no min=20 max=20 unit=per_person
sv | price | 60 € inkl. material | is_free=no min=60 max=60 includes_materials=yes
sv | price | 25 € inkl. lunch | is_free=no min=25 max=25
sv | price | avgift 20 € | is_free=no min=20 max=20
sv | price | deltagaravgift 15 € | is_free=no min=15 max=15
sv | price | avgiftsbelagd | is_free=no
sv | price | pris meddelas senare | is_free=?
sv | price | inte gratis | is_free=no
sv | price | Pris: se tilläggsuppgifter | is_free=?
sv | price | Med Kaikukortet gratis | is_free=? concessions=[kaikukortti]
sv | price | 10 €/månad | is_free=no min=10 max=10 unit=per_month
sv | price | familjebiljett 20 € | is_free=no min=20 max=20 options=[{label=family amount=20}]
sv | price | studerande 5 € | is_free=no min=5 max=5 options=[{label=students amount=5}]
sv | price | förköp 15 €, vid dörren 20 € | is_free=no min=15 max=20 options=[{label=advance amount=15},{label=? amount=20}]
sv | price | 10–15 € | is_free=no min=10 max=15
en | price | free | is_free=yes
en | price | Free entry | is_free=yes
en | price | free of charge | is_free=yes
en | price | Free event | is_free=yes
en | price | Admission free | is_free=yes
en | price | free admission, programme 10 € | is_free=yes optional=[{label=programme amount=10}]
en | price | No entrance fee | is_free=yes
en | price | it's free | is_free=yes
en | price | This event is free | is_free=yes
en | price | Free for all | is_free=yes
en | price | free for members | is_free=? free_for=[members]
en | price | free for children | is_free=? free_for=[children]
en | price | children under 7 free | is_free=? free_for=[under_7]
en | price | €10/€5 | is_free=no min=5 max=10 options=[{label=? amount=10},{label=reduced amount=5}]
en | price | tickets €20, concessions €15 | is_free=no min=15 max=20 options=[{label=? amount=20},{label=reduced amount=15}]
en | price | Tickets 20/15 € | is_free=no min=15 max=20 options=[{label=? amount=20},{label=reduced amount=15}]
en | price | Tickets from €15 | is_free=no min=15 max=?
en | price | from 15 € | is_free=no min=15 max=?
en | price | 5 € per visit | is_free=no min=5 max=5 unit=per_visit
en | price | €5 per person | is_free=no min=5 max=5 unit=per_person
en | price | 10 € / person | is_free=no min=10 max=10 unit=per_person
en | price | €40 per term | is_free=no min=40 max=40 unit=per_season
en | price | course fee 38.50 € | is_free=no min=38.5 max=38.5 unit=per_course
en | price | €45 incl. materials | is_free=no min=45 max=45 includes_materials=yes
en | price | €45 (includes lunch) | is_free=no min=45 max=45
en | price | adults 10 €, children 5 € | is_free=no min=5 max=10 options=[{label=adults amount=10},{label=children amount=5}]
en | price | Adults €10, under 12s free | is_free=no min=0 max=10 options=[{label=adults amount=10},{label=under_12 amount=0}]
en | price | members €5, non-members €8 | is_free=no min=5 max=8 options=[{label=members amount=5},{label=non_members amount=8}]
en | price | 10 euros | is_free=no min=10 max=10
en | price | EUR 10 | is_free=no min=10 max=10
en | price | donation €5 | is_free=yes optional=[{label=donation amount=5}]
en | price | voluntary programme fee 10 € | is_free=yes optional=[{label=programme amount=10}]
en | price | price to be announced | is_free=?
en | price | not free | is_free=no
en | price | feel free to join | is_free=?
en | price | sugar-free baking 10 € | is_free=no min=10 max=10
en | price | gluten-free lunch | is_free=?
en | price | free parking | is_free=?
en | price | free time activities | is_free=?
se | price | nuvttá | is_free=yes
se | price | 5 €/geardi | is_free=no min=5 max=5 unit=per_visit
fi | price | Liput 8 € (eläkeläiset 5 €) | is_free=no min=5 max=8 options=[{label=? amount=8},{label=pensioners amount=5}]
fi | price | Hinta 10€/aikuinen ja 5€/lapsi | is_free=no min=5 max=10 unit=per_person options=[{label=adults amount=10},{label=children amount=5}]
fi | price | Osallistumismaksu jäseniltä 15 €, ei-jäseniltä 25 € | is_free=no min=15 max=25 options=[{label=members amount=15},{label=non_members amount=25}]
fi | price | kertamaksu 6 e, kausimaksu 60 e | is_free=no min=6 max=60 options=[{label=? amount=6 unit=per_visit},{label=? amount=60 unit=per_season}]
fi | price | 6 €/kerta, 10 kerran kortti 50 € | is_free=no min=6 max=50 options=[{label=? amount=6 unit=per_visit},{label=? amount=50 unit=per_card}]
fi | price | liput 12 € / 8 € / 5 € (norm/eläk/lapset) | is_free=no min=5 max=12 options=[{label=? amount=12},{label=reduced amount=8},{label=reduced amount=5}]
fi | price | Vapaa pääsy, ohjelmalehtinen 10 €. | is_free=yes optional=[{label=programme amount=10}]
fi | price | Vapaa pääsy. Ohjelma 10 € / 5 € | is_free=yes optional=[{label=programme amount=10}]
fi | price | Ohjelma 15 €, vapaa pääsy alle 18-vuotiaille | is_free=no min=0 max=15 options=[{label=? amount=15},{label=under_18 amount=0}]
fi | price | Tarjoilu 5 €, muuten ilmainen | is_free=yes optional=[{label=refreshments amount=5}]
fi | price | maksuton, ei ennakkoilmoittautumista | is_free=yes
fi | price | Maksuton ja avoin kaikille! | is_free=yes
fi | price | 120 €/lukukausi, sisarale 10 % | is_free=no min=120 max=120 unit=per_season
fi | price | Hinta: 59,00 | is_free=no min=59 max=59
fi | price | 59 euroa/kurssi | is_free=no min=59 max=59 unit=per_course
fi | price | 85€ sis. materiaalin | is_free=no min=85 max=85 includes_materials=yes
fi | price | hinta 45 e + alv | is_free=no min=45 max=45
fi | price | alkaen 9,90 € | is_free=no min=9.9 max=?
fi | price | 15–25 e/hlö | is_free=no min=15 max=25 unit=per_person
fi | price | 4 € lapset, aikuiset ilmaiseksi | is_free=no min=0 max=4 options=[{label=children amount=4},{label=adults amount=0}]
sv | price | Inträde: 10/5 € | is_free=no min=5 max=10 options=[{label=? amount=10},{label=reduced amount=5}]
sv | price | 5 € (barn 2 €) | is_free=no min=2 max=5 options=[{label=? amount=5},{label=children amount=2}]
sv | price | Deltagaravgift 25 €, inkl. lunch och kaffe | is_free=no min=25 max=25
sv | price | 10 €, gratis för medlemmar | is_free=no min=0 max=10 options=[{label=? amount=10},{label=members amount=0}]
sv | price | Fritt inträde, frivillig programavgift 5 € | is_free=yes optional=[{label=programme amount=5}]
en | price | Tickets: €12/€8 (concessions) | is_free=no min=8 max=12 options=[{label=? amount=12},{label=reduced amount=8}]
en | price | €3 suggested donation | is_free=yes optional=[{label=donation amount=3}]
en | price | Entry by donation | is_free=?
en | price | 8 € per class or 60 € per season | is_free=no min=8 max=60 options=[{label=? amount=8 unit=per_visit},{label=? amount=60 unit=per_season}]
fi | price | Vapaaehtoisten koulutus, kurssimaksu peritään | is_free=?
fi | price | Vapaaehtoisten koulutus 10 € | is_free=no min=10 max=10
fi | price | 10 € / 7 € / 5 €, alle 7-v. maksutta | is_free=no min=0 max=10 options=[{label=? amount=10},{label=reduced amount=7},{label=reduced amount=5},{label=under_7 amount=0}]
fi | price | Liput: 35–59 € (sis. palvelumaksun) | is_free=no min=35 max=59
fi | price | Hinta 1.9. alkaen 10 € | is_free=no min=10 max=?
fi | price | klo 18 e-kirjakerho | is_free=?
fi | price | Maksuton näyttely, opastus 5 € | is_free=yes
fi | price | Vapaa pääsy torille, liput konserttiin 20 € | is_free=?
fi | price | Lapset 3 €, aikuiset 6 €, perhelippu 15 € | is_free=no min=3 max=15 options=[{label=children amount=3},{label=adults amount=6},{label=family amount=15}]
fi | price | 10e aikuiset/5e lapset | is_free=no min=5 max=10 options=[{label=adults amount=10},{label=children amount=5}]
fi | price | lapset 5€ aikuiset 10€ | is_free=no min=5 max=10 options=[{label=children amount=5},{label=adults amount=10}]
fi | price | Aikuiset 10 € lapset 5 € | is_free=no min=5 max=10 options=[{label=adults amount=10},{label=children amount=5}]
fi | price | alle 7 v 0 €, muut 5 € | is_free=no min=0 max=5 options=[{label=under_7 amount=0},{label=others amount=5}]
fi | price | 65+ 5 € | is_free=no min=5 max=5 options=[{label=over_65 amount=5}]
fi | price | opiskelijat ja eläkeläiset -50 % | is_free=?
fi | price | Maksuton jäsenille | is_free=? free_for=[members]
fi | price | Maksuton jäsenille, muille 5 € | is_free=no min=0 max=5 options=[{label=others amount=5},{label=members amount=0}]
fi | price | Hinta: 35e/jäsen, 45e/ei-jäsen | is_free=no min=35 max=45 options=[{label=members amount=35},{label=non_members amount=45}]
fi | price | 20 € jäsen / 30 € muut | is_free=no min=20 max=30 options=[{label=members amount=20},{label=others amount=30}]
fi | price | vapaa pääsy alle 18-vuotiaille, muut 5 € | is_free=no min=0 max=5 options=[{label=others amount=5},{label=under_18 amount=0}]
sv | price | Medlemmar 10 €, icke-medlemmar 15 € | is_free=no min=10 max=15 options=[{label=members amount=10},{label=non_members amount=15}]
sv | price | 10 € för medlemmar och 15 € för övriga | is_free=no min=10 max=15 options=[{label=members amount=10},{label=others amount=15}]
en | price | 10 € for members, 15 € for others | is_free=no min=10 max=15 options=[{label=members amount=10},{label=others amount=15}]
en | price | Adults €10 / children €5 | is_free=no min=5 max=10 options=[{label=adults amount=10},{label=children amount=5}]
en | price | €10 (concessions €5) | is_free=no min=5 max=10 options=[{label=? amount=10},{label=reduced amount=5}]
fi | price | Liput 12 € (sis. narikan) | is_free=no min=12 max=12
fi | price | Lounas 12 €, vapaa pääsy | is_free=yes optional=[{label=lunch amount=12}]
fi | price | Kahvi/tee 2 € | is_free=no min=2 max=2
fi | price | Hinta 85 €, alennus 20 % | is_free=no min=85 max=85
"""


def test_each_phrase_means_what_stands_beside_it() -> None:
    assert misread(PRICES) == []
