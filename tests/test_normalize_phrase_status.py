"""Cancelled, moved and put off as pages write it, and what only looks like it."""

from __future__ import annotations

from tests.phrase_tables import misread

STATUS = """
fi | status | PERUTTU: Syysmyyjäiset | status=cancelled title=Syysmyyjäiset
fi | status | PERUTTU Syysmyyjäiset | status=cancelled title=Syysmyyjäiset
fi | status | PERUTTU - Syysmyyjäiset | status=cancelled title=Syysmyyjäiset
fi | status | Peruttu! Syysmyyjäiset | status=cancelled title=Syysmyyjäiset
fi | status | peruttu: syysmyyjäiset | status=cancelled title=syysmyyjäiset
fi | status | (PERUTTU) Syysmyyjäiset | status=cancelled title=Syysmyyjäiset
fi | status | [PERUTTU] Syysmyyjäiset | status=cancelled title=Syysmyyjäiset
fi | status | *PERUTTU* Syysmyyjäiset | status=cancelled title=Syysmyyjäiset
fi | status | PERUUTETTU: Syysmyyjäiset | status=cancelled title=Syysmyyjäiset
fi | status | Syysmyyjäiset PERUTTU | status=cancelled title=Syysmyyjäiset
fi | status | Syysmyyjäiset – PERUTTU | status=cancelled title=Syysmyyjäiset
fi | status | Syysmyyjäiset - peruttu | status=cancelled title=Syysmyyjäiset
fi | status | Syysmyyjäiset (peruttu) | status=cancelled title=Syysmyyjäiset
fi | status | Syysmyyjäiset peruttu | status=cancelled title=Syysmyyjäiset
fi | status | Syysmyyjäiset peruttu! | status=cancelled title=Syysmyyjäiset
fi | status | Syysmyyjäiset on peruttu | status=cancelled
fi | status | Myyjäiset peruttu | status=cancelled title=Myyjäiset
fi | status | Konsertti perutaan | status=cancelled
fi | status | Konsertti on peruutettu sairastapauksen vuoksi | status=cancelled
fi | status | Peruttu sairastapauksen vuoksi | status=cancelled
fi | status | Joulukonsertti peruuntuu | status=cancelled
fi | status | TAPAHTUMA PERUTTU | status=cancelled
fi | status | Tilaisuus on valitettavasti peruttu. | status=cancelled
fi | status | Ei peruttu, tervetuloa! | status=scheduled
fi | status | ei ole peruttu | status=scheduled
fi | status | Tapahtumaa ei ole peruttu | status=scheduled
fi | status | Tapahtumaa ei peruta | status=scheduled
fi | status | retkeä ei peruta sateen takia | status=scheduled
fi | status | ei peruuteta | status=scheduled
fi | status | perutaan sateen sattuessa | status=scheduled flags=[conditional]
fi | status | Peruuntuu sateella | status=scheduled flags=[conditional]
fi | status | Sateen sattuessa tapahtuma perutaan | status=scheduled flags=[conditional]
fi | status | Sateella tilaisuus on peruttu | status=scheduled flags=[conditional]
fi | status | perutaan, jos ilmoittautuneita on alle 5 | status=scheduled flags=[conditional]
fi | status | Perutaan tarvittaessa | status=scheduled flags=[conditional]
fi | status | Kurssi perutaan, mikäli osallistujia on liian vähän | status=scheduled flags=[conditional]
fi | status | Jos osallistujia on alle 8, kurssi perutaan | status=scheduled flags=[conditional]
fi | status | Huonon sään vuoksi peruttu | status=cancelled
fi | status | Retki SIIRTYY | status=postponed title=Retki
fi | status | Retki siirtyy | status=postponed
fi | status | SIIRTYY: Retki | status=postponed title=Retki
fi | status | SIIRRETTY: Konsertti | status=postponed title=Konsertti
fi | status | Konsertti SIIRRETTY | status=postponed title=Konsertti
fi | status | Konsertti siirretty | status=postponed title=Konsertti
fi | status | Siirretty keväälle | status=postponed
fi | status | siirretty myöhempään ajankohtaan | status=postponed
fi | status | Siirretty myöhemmäksi | status=postponed
fi | status | siirtyy myöhemmäksi | status=postponed
fi | status | siirtyy ensi vuoteen | status=postponed
fi | status | siirretään keväälle 2027 | status=postponed
fi | status | Siirtyy! Uusi aika ke 9.12. klo 18 | status=rescheduled new_start=2026-12-09T18:00
fi | status | Siirretty! Uusi päivä 9.12. | status=rescheduled new_start=2026-12-09
fi | status | siirretty 9.12. klo 18 | status=rescheduled new_start=2026-12-09T18:00
fi | status | Siirretty pidettäväksi 9.12. klo 18 | status=rescheduled new_start=2026-12-09T18:00
fi | status | siirtyy torstaille 10.12. | status=rescheduled new_start=2026-12-10
fi | status | Siirtyy päivälle 10.12. klo 18 | status=rescheduled new_start=2026-12-10T18:00
fi | status | HUOM! uusi aika: pe 11.12. klo 17 | status=rescheduled new_start=2026-12-11T17:00
fi | status | HUOM! Uusi ajankohta 11.12. klo 17 | status=rescheduled new_start=2026-12-11T17:00
fi | status | Muuttunut aika! ke 9.12. klo 18 | status=rescheduled new_start=2026-12-09T18:00
fi | status | Huom. muuttunut ajankohta la 5.12. klo 14 | status=rescheduled new_start=2026-12-05T14:00
fi | status | Ajankohta muuttunut: ke 9.12. klo 18 | status=rescheduled new_start=2026-12-09T18:00
fi | status | Aika muuttunut, uusi aika klo 18 | status=scheduled flags=[time_changed]
fi | status | Konsertti on siirretty 28.11. -> 5.12. klo 18 | status=rescheduled new_start=2026-12-05T18:00
fi | status | 28.11. konsertti on siirretty 5.12. klo 18 | status=rescheduled new_start=2026-12-05T18:00
fi | status | lykätty | status=postponed
fi | status | lykkääntyy keväälle | status=postponed
fi | status | Tapahtuma lykätään | status=postponed
fi | status | Ei siirretä | status=scheduled
fi | status | tapahtuma siirtyy verkkoon | status=moved_online
fi | status | Luento siirtyy Teamsiin | status=moved_online
fi | status | Siirretty verkkoon | status=moved_online
fi | status | Tilaisuus järjestetään etänä | nothing
fi | status | paikka vaihtunut: kirjasto | status=scheduled flags=[place_changed]
fi | status | Siirretty seurakuntataloon | status=scheduled flags=[place_changed]
fi | status | Uusi paikka: kirjasto | status=scheduled flags=[place_changed]
fi | status | Loppuunmyyty | state=full
fi | status | TÄYNNÄ | state=full
fi | status | Kurssi täynnä | state=full
fi | status | järjestetään säästä riippumatta | nothing
fi | status | Ei järjestetä | status=cancelled
fi | status | ei järjestetä tänä vuonna | status=cancelled
fi | status | ei pidetä | status=cancelled
fi | status | Peruutukset 30.11. mennessä | nothing
fi | status | Peruutukset viimeistään 3 päivää ennen | nothing
fi | status | peruutusehdot | nothing
fi | status | peruuttamaton | nothing
fi | status | Peruuttaminen on maksutonta | nothing
fi | status | suunnitteilla | status=planned
fi | status | Alustava aika | status=planned
fi | status | alustava: Kyläpäivä | status=planned
fi | status | Muutokset mahdollisia | nothing
fi | status | Muutto-opas | nothing
sv | status | INSTÄLLT | status=cancelled
sv | status | INSTÄLLT: Julmarknad | status=cancelled title=Julmarknad
sv | status | Inställt! Julmarknad | status=cancelled title=Julmarknad
sv | status | INSTÄLLD Julmarknad | status=cancelled title=Julmarknad
sv | status | Julmarknad INSTÄLLD | status=cancelled title=Julmarknad
sv | status | Julmarknaden inställd | status=cancelled title=Julmarknaden
sv | status | Julmarknaden är inställd | status=cancelled
sv | status | Julmarknad (inställd) | status=cancelled title=Julmarknad
sv | status | Konserten ställs in | status=cancelled
sv | status | Konserten har ställts in | status=cancelled
sv | status | Evenemanget ställs in på grund av sjukdom | status=cancelled
sv | status | Inte inställt | status=scheduled
sv | status | är inte inställt | status=scheduled
sv | status | ställs inte in | status=scheduled
sv | status | ställs in vid regn | status=scheduled flags=[conditional]
sv | status | Vid regn ställs evenemanget in | status=scheduled flags=[conditional]
sv | status | ställs in om det regnar | status=scheduled flags=[conditional]
sv | status | inställs vid för få deltagare | status=scheduled flags=[conditional]
sv | status | uppskjutet tills vidare | status=postponed
sv | status | Uppskjutet till våren | status=postponed
sv | status | skjuts upp | status=postponed
sv | status | Konserten skjuts upp till våren | status=postponed
sv | status | framflyttat | status=postponed
sv | status | Flyttat till 9.12 kl. 18 | status=rescheduled new_start=2026-12-09T18:00
sv | status | FLYTTAD: Julkonsert | status=postponed title=Julkonsert
sv | status | Julkonserten flyttas till 9.12 | status=rescheduled new_start=2026-12-09
sv | status | Obs! Ny tid: onsdag 9.12 kl. 18 | status=rescheduled new_start=2026-12-09T18:00
sv | status | Nytt datum 9.12 | status=rescheduled new_start=2026-12-09
sv | status | flyttas till nätet | status=moved_online
sv | status | avlyst | status=cancelled
sv | status | slutsålt | state=full
sv | status | fullbokat | state=full
sv | status | ny plats: biblioteket | status=scheduled flags=[place_changed]
sv | status | avbokning senast 30.11 | nothing
en | status | CANCELLED: Christmas fair | status=cancelled title=Christmas fair
en | status | CANCELED: Christmas fair | status=cancelled title=Christmas fair
en | status | Christmas fair – cancelled | status=cancelled title=Christmas fair
en | status | Christmas fair - CANCELLED | status=cancelled title=Christmas fair
en | status | Christmas fair (cancelled) | status=cancelled title=Christmas fair
en | status | Christmas fair CANCELLED | status=cancelled title=Christmas fair
en | status | Christmas fair is cancelled | status=cancelled
en | status | Christmas fair has been cancelled | status=cancelled
en | status | The event is cancelled due to illness | status=cancelled
en | status | not cancelled | status=scheduled
en | status | has not been cancelled | status=scheduled
en | status | cancelled if it rains | status=scheduled flags=[conditional]
en | status | will be cancelled in case of rain | status=scheduled flags=[conditional]
en | status | may be cancelled | status=scheduled flags=[conditional]
en | status | in case of rain the event will be cancelled | status=scheduled flags=[conditional]
en | status | Postponed | status=postponed
en | status | POSTPONED: Concert | status=postponed title=Concert
en | status | postponed until spring | status=postponed
en | status | postponed until further notice | status=postponed
en | status | Concert postponed to 9 December at 6 pm | status=rescheduled new_start=2026-12-09T18:00
en | status | rescheduled to 9 December | status=rescheduled new_start=2026-12-09
en | status | New date: 9 December 6 pm | status=rescheduled new_start=2026-12-09T18:00
en | status | moved to 9 December | status=rescheduled new_start=2026-12-09
en | status | moved online | status=moved_online
en | status | sold out | state=full
en | status | cancellation policy | nothing
en | status | cancellations by 30 November | nothing
se | status | šluhttejuvvon | status=cancelled
fi | status | Pikkujoulut PERUTTU! | status=cancelled title=Pikkujoulut
fi | status | Peruttu: perhekerho 26.11. | status=cancelled title=perhekerho
fi | status | Huom! Kerho on peruttu 26.11. | status=cancelled
fi | status | Illan konsertti on peruttu esiintyjän sairastumisen vuoksi. | status=cancelled
fi | status | Tapahtuma ei ole peruttu vaan siirretty 9.12. | status=rescheduled new_start=2026-12-09
fi | status | Siirtynyt: uusi ajankohta 14.1. klo 18 | status=rescheduled new_start=2027-01-14T18:00
fi | status | Konsertti siirtyy tammikuulle | status=postponed
fi | status | Siirretty lauantaille 5.12. klo 12 | status=rescheduled new_start=2026-12-05T12:00
sv | status | Julkonsert – INSTÄLLD | status=cancelled title=Julkonsert
sv | status | OBS! Inställt p.g.a. sjukdom | status=cancelled
sv | status | Framflyttat till den 9 december kl. 18 | status=rescheduled new_start=2026-12-09T18:00
sv | status | Konserten flyttas fram | status=postponed
en | status | [CANCELLED] Choir concert | status=cancelled title=Choir concert
en | status | Choir concert postponed to 9 Dec | status=rescheduled new_start=2026-12-09
en | status | NEW DATE 9 December | status=rescheduled new_start=2026-12-09
"""


def test_each_phrase_means_what_stands_beside_it() -> None:
    assert misread(STATUS) == []
