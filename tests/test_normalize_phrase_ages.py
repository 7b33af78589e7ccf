"""Ages of children, pupils, players and the old as pages write them."""

from __future__ import annotations

from tests.phrase_tables import misread

AGES = """
fi | age | 3–6-luokkalaiset | age_min=9 age_max=13 grade=[3,6]
fi | age | 1.-2. lk | age_min=7 age_max=9 grade=[1,2]
fi | age | 1.–2. lk. | age_min=7 age_max=9 grade=[1,2]
fi | age | 1-2lk | age_min=7 age_max=9 grade=[1,2]
fi | age | 3.-6.lk | age_min=9 age_max=13 grade=[3,6]
fi | age | 3 - 6 lk | age_min=9 age_max=13 grade=[3,6]
fi | age | 5.–9.-luokkalaisille nuorille | age_min=11 age_max=16 grade=[5,9] audience=[youth] ptv=KR1.3
fi | age | luokille 1–6 | age_min=7 age_max=13 grade=[1,6]
fi | age | luokat 1.–4. | age_min=7 age_max=11 grade=[1,4]
fi | age | 1. ja 2. luokkalaisille | age_min=7 age_max=9 grade=[1,2]
fi | age | 1. ja 2. luokan oppilaille | age_min=7 age_max=9 grade=[1,2]
fi | age | 4., 5. ja 6. luokka | age_min=10 age_max=13 grade=[4,6]
fi | age | 6. luokkalaisille | age_min=12 age_max=13 grade=[6,6]
fi | age | 2-luokkalaiset | age_min=8 age_max=9 grade=[2,2]
fi | age | ekaluokkalaisille | age_min=7 age_max=8 grade=[1,1]
fi | age | eka- ja tokaluokkalaiset | age_min=7 age_max=9 grade=[1,2]
fi | age | tokaluokkalaiset | age_min=8 age_max=9 grade=[2,2]
fi | age | kolmasluokkalaiset | age_min=9 age_max=10 grade=[3,3]
fi | age | ykkösluokkalaisille | age_min=7 age_max=8 grade=[1,1]
fi | age | 1.-luokkalaisista alkaen | age_min=7 age_max=?
fi | age | eskarit | age_min=6 age_max=7 grade=[0,0]
fi | age | eskarilaiset ja 1.–2.-luokkalaiset | age_min=6 age_max=9 grade=[0,2]
fi | age | eskari-2 lk | age_min=6 age_max=9 grade=[0,2]
fi | age | eskari–2.lk | age_min=6 age_max=9 grade=[0,2]
fi | age | esikoululaisille | age_min=6 age_max=7 grade=[0,0]
fi | age | esikouluikäiset | age_min=6 age_max=7 grade=[0,0]
fi | age | eskari-ikäisille | age_min=6 age_max=7 grade=[0,0]
fi | age | 2014 syntyneet | age_min=12 age_max=12 birth_years=[2014,2014]
fi | age | v. 2014 syntyneet | age_min=12 age_max=12 birth_years=[2014,2014]
fi | age | v. -15 ja nuoremmat | age_min=? age_max=11 birth_years=[2015,?]
fi | age | s. 2012-2014 | age_min=12 age_max=14 birth_years=[2012,2014]
fi | age | s. 2012–14 | age_min=12 age_max=14 birth_years=[2012,2014]
fi | age | synt. 2015 | age_min=11 age_max=11 birth_years=[2015,2015]
fi | age | synt. 2015 tai myöhemmin | age_min=? age_max=11 birth_years=[2015,?]
fi | age | 2015 ja myöhemmin syntyneet | age_min=? age_max=11 birth_years=[2015,?]
fi | age | 2010 tai aiemmin syntyneet | age_min=16 age_max=? birth_years=[?,2010]
fi | age | ennen vuotta 2010 syntyneet | age_min=17 age_max=? birth_years=[?,2009]
fi | age | vuonna 2016 ja sen jälkeen syntyneille | age_min=? age_max=10 birth_years=[2016,?]
fi | age | 2015–16 syntyneet | age_min=10 age_max=11 birth_years=[2015,2016]
fi | age | vuosina 2013–2015 syntyneille tytöille | age_min=11 age_max=13 birth_years=[2013,2015] audience=[children]
fi | age | 2013- ja 2014-syntyneet | age_min=12 age_max=13 birth_years=[2013,2014]
fi | age | -14 ja -15 syntyneet | age_min=11 age_max=12 birth_years=[2014,2015]
fi | age | -13–-15 syntyneet | age_min=11 age_max=13 birth_years=[2013,2015]
fi | age | v. 2013, 2014 ja 2015 syntyneet | age_min=11 age_max=13 birth_years=[2013,2015]
fi | age | alakouluikäiset | age_min=7 age_max=12 grade=[1,6] audience=[school_age]
fi | age | ala- ja yläkouluikäisille | age_min=7 age_max=15 grade=[1,9] audience=[school_age,youth]
fi | age | yläkoululaiset | age_min=13 age_max=15 grade=[7,9] audience=[youth]
fi | age | yläkouluikäisille ja sitä vanhemmille | age_min=13 age_max=? audience=[youth]
fi | age | alakoululaisille (1.–6. lk) | age_min=7 age_max=13 grade=[1,6] audience=[school_age]
fi | age | peruskouluikäisille | age_min=7 age_max=15 grade=[1,9] audience=[school_age]
fi | age | kouluikäisille | age_min=? age_max=? audience=[school_age]
fi | age | lukioikäiset | age_min=? age_max=? audience=[youth]
fi | age | 65+ | age_min=65 age_max=? audience=[seniors]
fi | age | 65 + | age_min=65 age_max=? audience=[seniors]
fi | age | +65 | age_min=65 age_max=? audience=[seniors]
fi | age | 65+ -vuotiaille | age_min=65 age_max=? audience=[seniors]
fi | age | 65-vuotta täyttäneille | age_min=65 age_max=? audience=[seniors]
fi | age | yli 60-vuotiaille | age_min=60 age_max=? audience=[seniors]
fi | age | yli 60 v. | age_min=60 age_max=? audience=[seniors]
fi | age | yli 60v | age_min=60 age_max=? audience=[seniors]
fi | age | 60 v täyttäneet | age_min=60 age_max=? audience=[seniors]
fi | age | 60 vuotta täyttäneet | age_min=60 age_max=? audience=[seniors]
fi | age | 63 vuotta täyttäneille eläkeläisille | age_min=63 age_max=? audience=[pensioners]
fi | age | ikääntyneille (yli 65-vuotiaat) | age_min=65 age_max=? audience=[seniors] ptv=KR1.1
fi | age | 0–12 kk | age_min=0 age_max=1
fi | age | 3–12 kk vauvoille | age_min=0 age_max=1 audience=[babies_toddlers]
fi | age | alle 1-v | age_min=0 age_max=0
fi | age | alle 1-vuotiaat | age_min=0 age_max=0
fi | age | 6–11 kk ikäisille | age_min=0 age_max=0
fi | age | 6 kk – 2 v | age_min=0 age_max=2
fi | age | 6kk-3v | age_min=0 age_max=3
fi | age | 3 kk–4 v | age_min=0 age_max=4
fi | age | noin 3-10 kuukauden ikäisille | age_min=0 age_max=0
fi | age | 1,5–3-vuotiaat | age_min=1 age_max=3
fi | age | alle 18 kk ikäisille | age_min=0 age_max=1
fi | age | alle 3 v | age_min=0 age_max=2
fi | age | alle 3v. | age_min=0 age_max=2
fi | age | K-18 | age_min=18 age_max=? legal_limit=yes
fi | age | K 18 | age_min=18 age_max=? legal_limit=yes
fi | age | K18 tapahtuma | age_min=18 age_max=? legal_limit=yes
fi | age | S-18 | age_min=18 age_max=? legal_limit=yes
fi | age | ikäraja 18 | age_min=18 age_max=?
fi | age | Ikäraja: K-18 | age_min=18 age_max=? legal_limit=yes
fi | age | ikäraja K15 | age_min=15 age_max=? legal_limit=yes
fi | age | ikäraja 16 vuotta | age_min=16 age_max=?
fi | age | ikäsuositus 5–9-vuotiaille | age_min=5 age_max=9
fi | age | ikäsuositus 4-10 v | age_min=4 age_max=10
fi | age | Ikäsuositus: 3–6 vuotta | age_min=3 age_max=6
fi | age | alle 10-v. vain huoltajan seurassa | age_min=? age_max=? accompany_under=10
fi | age | alle 10-vuotiaat vain huoltajan seurassa | age_min=? age_max=? accompany_under=10
fi | age | Alle 7-vuotiaat vain aikuisen seurassa | age_min=? age_max=? accompany_under=7
fi | age | alle 12 v aikuisen kanssa | age_min=? age_max=? accompany_under=12
fi | age | alle kouluikäiset aikuisen seurassa | age_min=0 age_max=6 with_adult=yes audience=[under_school_age]
fi | age | alle kouluikäiset vain vanhemman seurassa | age_min=0 age_max=6 with_adult=yes audience=[under_school_age]
fi | age | Alle 8-vuotiaalla oltava aikuinen mukana | age_min=? age_max=? accompany_under=8
fi | age | alle 8-vuotiailla tulee olla huoltaja mukana | age_min=? age_max=? accompany_under=8
fi | age | 7-vuotiaat ja sitä nuoremmat huoltajan seurassa | age_min=? age_max=? accompany_under=8
fi | age | Alle 6-vuotiaat osallistuvat yhdessä aikuisen kanssa | age_min=? age_max=? accompany_under=6
fi | age | 3–6-vuotiaat lapset aikuisen kanssa | age_min=3 age_max=6 with_adult=yes audience=[children] ptv=KR1.2
fi | age | 3-5v lapsi + aikuinen | age_min=3 age_max=5 with_adult=yes audience=[children]
fi | age | P12 | age_max=12 sport_classes=[P12]
fi | age | T13 | age_max=13 sport_classes=[T13]
fi | age | P12/T12 | age_max=12 sport_classes=[P12,T12]
fi | age | P10-P12 | age_max=12 sport_classes=[P10,P12]
fi | age | U15 | age_max=15 sport_classes=[U15]
fi | age | U-15 | age_max=15 sport_classes=[U15]
fi | age | P2012 ja T2013 | age_min=13 age_max=14 sport_classes=[P2012,T2013] birth_years=[2012,2013]
fi | age | P15 juniorit | age_max=15 sport_classes=[P15] audience=[children]
fi | age | T14-tytöt | age_max=14 sport_classes=[T14] audience=[children]
fi | age | F8 | age_min=? age_max=?
fi | age | 7-9v | age_min=7 age_max=9
fi | age | 7–9 v | age_min=7 age_max=9
fi | age | 7 - 9 -vuotiaat | age_min=7 age_max=9
fi | age | 7–9-v | age_min=7 age_max=9
fi | age | 7-9 vuotiaat | age_min=7 age_max=9
fi | age | 7–9‑vuotiaat | age_min=7 age_max=9
fi | age | 7–9 vuotta | age_min=7 age_max=9
fi | age | 7–9-vuotiaat lapset | age_min=7 age_max=9 audience=[children] ptv=KR1.2
fi | age | 7- 9 v. | age_min=7 age_max=9
fi | age | 7.–9. luokka | age_min=13 age_max=16 grade=[7,9]
fi | age | 10-vuotiaat | age_min=10 age_max=10
fi | age | 10-vuotiaille ja vanhemmille | age_min=10 age_max=?
fi | age | yli 10-vuotiaat lapset | age_min=10 age_max=? audience=[children] ptv=KR1.2
fi | age | vähintään 16-vuotiaille | age_min=16 age_max=?
fi | age | vähintään 16 v. | age_min=16 age_max=?
fi | age | vähintään 15 vuotta täyttäneille | age_min=15 age_max=?
fi | age | 15-vuotiaasta ylöspäin | age_min=15 age_max=?
fi | age | 7-vuotiaasta alkaen | age_min=7 age_max=?
fi | age | 7 vuodesta ylöspäin | age_min=7 age_max=?
fi | age | 13–99-vuotiaille | age_min=13 age_max=99
fi | age | 0–99 v | age_min=0 age_max=99
fi | age | 0-100-vuotiaille | age_min=0 age_max=100
fi | age | täysi-ikäisille | age_min=18 age_max=? audience=[adults]
fi | age | vain täysi-ikäisille | age_min=18 age_max=? audience=[adults]
fi | age | aikuisille | age_min=? age_max=? audience=[adults]
fi | age | aikuisille 18+ | age_min=18 age_max=? audience=[adults]
fi | age | 18–30-vuotiaille nuorille aikuisille | age_min=18 age_max=30 audience=[youth,adults] ptv=KR1.3
fi | age | nuorille aikuisille (18-29 v.) | age_min=18 age_max=29 audience=[youth,adults] ptv=KR1.3
fi | age | 16–29v. nuoret | age_min=16 age_max=29 audience=[youth] ptv=KR1.3
fi | age | 9-13-vuotiaat varhaisnuoret | age_min=9 age_max=13 audience=[youth]
fi | age | Ikä: 10-13 | age_min=10 age_max=13
fi | age | Ikä 10–13 v. | age_min=10 age_max=13
fi | age | ikäryhmä 7–12 | age_min=7 age_max=12
fi | age | ikäluokka 2015 | age_min=11 age_max=11 birth_years=[2015,2015]
fi | age | 3–5-vuotiaille ja 6–8-vuotiaille | age_min=3 age_max=8
fi | age | 5-6-v. ja 7-9-v. | age_min=5 age_max=9
fi | age | kaiken ikäiset | age_min=? age_max=? audience=[all]
fi | age | ei ikärajaa | age_min=? age_max=?
fi | age | kaikenikäiset perheet | age_min=? age_max=? audience=[all,families]
fi | age | päiväkoti-ikäisille | age_min=0 age_max=6 audience=[under_school_age]
fi | age | vauvat | age_min=0 age_max=2 audience=[babies_toddlers]
fi | age | taaperoille (1–3 v) | age_min=1 age_max=3 audience=[babies_toddlers]
fi | age | vauvaikäiset | age_min=0 age_max=2 audience=[babies_toddlers]
fi | age | 18 vuotta täyttäneille | age_min=18 age_max=?
fi | age | 18-64-vuotiaille | age_min=18 age_max=64
fi | age | enintään 12-vuotiaat | age_min=0 age_max=12
fi | age | alle 18-vuotiaille | age_min=? age_max=17
fi | age | alle 29-vuotiaille nuorille | age_min=? age_max=28 audience=[youth] ptv=KR1.3
fi | age | 12 vuotiaat ja nuoremmat | age_min=0 age_max=12
fi | age | alle kouluikäisille | age_min=0 age_max=6 audience=[under_school_age]
fi | age | alle kouluikäisille lapsille | age_min=0 age_max=6 audience=[under_school_age,children] ptv=KR1.2
fi | age | alle 7-vuotiaille | age_min=0 age_max=6
fi | age | alle 20 v. | age_min=? age_max=19
sv | age | 7–12-åringar | age_min=7 age_max=12
sv | age | för 7-12 åringar | age_min=7 age_max=12
sv | age | 7–12 år gamla | age_min=7 age_max=12
sv | age | barn 3–6 år | age_min=3 age_max=6 audience=[children]
sv | age | i åldern 7–12 | age_min=7 age_max=12
sv | age | i åldern 7–12 år | age_min=7 age_max=12
sv | age | mellan 7 och 12 år | age_min=7 age_max=12
sv | age | åk 3-6 | age_min=9 age_max=13 grade=[3,6]
sv | age | åk 1 | age_min=7 age_max=8 grade=[1,1]
sv | age | åk. 4–6 | age_min=10 age_max=13 grade=[4,6]
sv | age | årskurs 1–2 | age_min=7 age_max=9 grade=[1,2]
sv | age | årskurserna 3-6 | age_min=9 age_max=13 grade=[3,6]
sv | age | klass 1–3 | age_min=7 age_max=10 grade=[1,3]
sv | age | klasserna 1–6 | age_min=7 age_max=13 grade=[1,6]
sv | age | för elever i åk 7–9 | age_min=13 age_max=16 grade=[7,9]
sv | age | förskolebarn | age_min=? age_max=? audience=[under_school_age]
sv | age | eskare | age_min=6 age_max=7 grade=[0,0]
sv | age | viskari | age_min=6 age_max=7 grade=[0,0]
sv | age | förskola–åk 2 | age_min=6 age_max=9 grade=[0,2]
sv | age | lågstadiebarn | age_min=7 age_max=12 grade=[1,6] audience=[school_age]
sv | age | lågstadieelever | age_min=7 age_max=12 grade=[1,6] audience=[school_age]
sv | age | högstadieelever | age_min=13 age_max=15 grade=[7,9] audience=[youth]
sv | age | 65 år fyllda | age_min=65 age_max=? audience=[seniors]
sv | age | fyllda 65 år | age_min=65 age_max=? audience=[seniors]
sv | age | över 60 år | age_min=60 age_max=? audience=[seniors]
sv | age | personer över 65 år | age_min=65 age_max=? audience=[seniors]
sv | age | äldre än 60 år | age_min=60 age_max=? audience=[seniors]
sv | age | från 12 år | age_min=12 age_max=?
sv | age | från 12 år och uppåt | age_min=12 age_max=?
sv | age | 12 år och äldre | age_min=12 age_max=?
sv | age | fr.o.m. 10 år | age_min=10 age_max=?
sv | age | minst 16 år | age_min=16 age_max=?
sv | age | under 7 år | age_min=0 age_max=6
sv | age | upp till 12 år | age_min=0 age_max=12
sv | age | högst 12 år | age_min=0 age_max=12
sv | age | 0–12 mån | age_min=0 age_max=1
sv | age | 0–12 månader | age_min=0 age_max=1
sv | age | 6 mån–2 år | age_min=0 age_max=2
sv | age | babyer 3–12 mån | age_min=0 age_max=1 audience=[babies_toddlers]
sv | age | åldersgräns 18 år | age_min=18 age_max=?
sv | age | åldersgräns: 18 | age_min=18 age_max=?
sv | age | rekommenderad ålder 5–10 år | age_min=5 age_max=10
sv | age | Rekommenderas från 6 år | age_min=6 age_max=?
sv | age | barn under 8 år endast i vuxens sällskap | age_min=? age_max=? accompany_under=8 audience=[children]
sv | age | barn under 8 år i målsmans sällskap | age_min=? age_max=? accompany_under=8 audience=[children]
sv | age | Under 10-åringar tillsammans med en vuxen | age_min=? age_max=? accompany_under=10
sv | age | 3-6 år tillsammans med vuxen | age_min=3 age_max=6 with_adult=yes
sv | age | barn under skolåldern | age_min=0 age_max=6 audience=[under_school_age]
sv | age | barn under skolåldern i vuxens sällskap | age_min=0 age_max=6 with_adult=yes audience=[under_school_age]
sv | age | födda 2012–14 | age_min=12 age_max=14 birth_years=[2012,2014]
sv | age | födda 2015 eller senare | age_min=? age_max=11 birth_years=[2015,?]
sv | age | född 2012 | age_min=14 age_max=14 birth_years=[2012,2012]
sv | age | barn födda 2014 och 2015 | age_min=11 age_max=12 birth_years=[2014,2015] audience=[children]
sv | age | F13 | age_min=? age_max=?
sv | age | i alla åldrar | age_min=? age_max=? audience=[all]
sv | age | för alla åldrar | age_min=? age_max=? audience=[all]
sv | age | 13–17-åriga ungdomar | age_min=13 age_max=17 audience=[youth] ptv=KR1.3
sv | age | ungdomar 13-18 år | age_min=13 age_max=18 audience=[youth] ptv=KR1.3
en | age | ages 7-12 | age_min=7 age_max=12
en | age | ages 7 to 12 | age_min=7 age_max=12
en | age | aged 7–12 | age_min=7 age_max=12
en | age | age 5+ | age_min=5 age_max=?
en | age | Ages 5+ | age_min=5 age_max=?
en | age | ages 5 and up | age_min=5 age_max=?
en | age | for ages 12 and above | age_min=12 age_max=?
en | age | 7–12 yrs | age_min=7 age_max=12
en | age | 7-12 years old | age_min=7 age_max=12
en | age | 7- to 12-year-olds | age_min=7 age_max=12
en | age | 7–12-year-olds | age_min=7 age_max=12
en | age | children aged 3 to 5 | age_min=3 age_max=5 audience=[children] ptv=KR1.2
en | age | under 18s | age_min=? age_max=17
en | age | over 65s | age_min=65 age_max=? audience=[seniors]
en | age | over 60 years | age_min=60 age_max=? audience=[seniors]
en | age | over 18s only | age_min=18 age_max=?
en | age | adults only (18+) | age_min=18 age_max=? audience=[adults]
en | age | 18 and over | age_min=18 age_max=?
en | age | 60 and older | age_min=60 age_max=? audience=[seniors]
en | age | 65 or over | age_min=65 age_max=? audience=[seniors]
en | age | 16 years and over | age_min=16 age_max=?
en | age | from 16 years | age_min=16 age_max=?
en | age | min. age 15 | age_min=15 age_max=?
en | age | minimum age 15 | age_min=15 age_max=?
en | age | age limit 18 | age_min=18 age_max=?
en | age | 0–12 months | age_min=0 age_max=1
en | age | 6 months to 3 years | age_min=0 age_max=3
en | age | babies 3-12 months | age_min=0 age_max=1 audience=[babies_toddlers]
en | age | under 1 year | age_min=0 age_max=0
en | age | grade 3 | age_min=9 age_max=10 grade=[3,3]
en | age | grades 1 to 6 | age_min=7 age_max=13 grade=[1,6]
en | age | 3rd–6th graders | age_min=9 age_max=13 grade=[3,6]
en | age | grades 7–9 | age_min=13 age_max=16 grade=[7,9]
en | age | 1st and 2nd graders | age_min=7 age_max=9 grade=[1,2]
en | age | pre-schoolers | age_min=? age_max=? audience=[under_school_age]
en | age | preschoolers | age_min=? age_max=? audience=[under_school_age]
en | age | born 2014-2016 | age_min=10 age_max=12 birth_years=[2014,2016]
en | age | born in 2015 or later | age_min=? age_max=11 birth_years=[2015,?]
en | age | Children under 10 with an adult | age_min=? age_max=? accompany_under=10 audience=[children] ptv=KR1.2
en | age | under 10s must be accompanied by an adult | age_min=? age_max=? accompany_under=10
en | age | Under-8s only with an adult | age_min=? age_max=? accompany_under=8
en | age | children under school age accompanied by a parent | age_min=0 age_max=6 with_adult=yes audience=[under_school_age] ptv=KR1.2
en | age | all ages | age_min=? age_max=? audience=[all]
en | age | suitable for all ages | age_min=? age_max=? audience=[all]
en | age | no age limit | age_min=? age_max=?
en | age | primary school aged children | age_min=7 age_max=12 grade=[1,6] audience=[school_age,children] ptv=KR1.2
en | age | teens 13-17 | age_min=? age_max=? audience=[youth]
en | age | babies and toddlers | age_min=0 age_max=2 audience=[babies_toddlers]
se | age | 7–12 jagi | age_min=7 age_max=12
se | age | 7–12-jahkásaččat | age_min=7 age_max=12
fi | age | Satutunti 3–6-vuotiaille lapsille | age_min=3 age_max=6 audience=[children] ptv=KR1.2
fi | age | 5.-6. -luokkalaiset | age_min=11 age_max=13 grade=[5,6]
fi | age | 7. -9.-lk | age_min=13 age_max=16 grade=[7,9]
fi | age | Kerho 1.–2.-luokkalaisille tytöille | age_min=7 age_max=9 grade=[1,2] audience=[children]
fi | age | 4-luokkalaisille ja vanhemmille | age_min=10 age_max=?
fi | age | 3. luokasta ylöspäin | age_min=9 age_max=?
fi | age | yli 18-v. | age_min=18 age_max=?
fi | age | yli 15-vuotiaille nuorille | age_min=15 age_max=? audience=[youth] ptv=KR1.3
fi | age | n. 5-10-vuotiaille | age_min=5 age_max=10
fi | age | Suositusikä 8–12 vuotta | age_min=8 age_max=12
fi | age | 9+ | age_min=9 age_max=?
fi | age | 6+ v. | age_min=6 age_max=?
fi | age | 12+ -vuotiaille | age_min=12 age_max=?
fi | age | 70+ kerho | age_min=70 age_max=? audience=[seniors]
fi | age | sallittu yli 12-vuotiaille | age_min=12 age_max=?
fi | age | kielletty alle 18-vuotiailta | age_min=18 age_max=?
fi | age | vuonna -12 syntyneet | age_min=14 age_max=14 birth_years=[2012,2012]
fi | age | vuosina 2010 - 2013 syntyneille nuorille | age_min=13 age_max=16 birth_years=[2010,2013] audience=[youth] ptv=KR1.3
fi | age | T11/T12 | age_max=12 sport_classes=[T11,T12]
fi | age | U8-U10 | age_max=10 sport_classes=[U8,U10]
fi | age | Alle 3-vuotiaat vanhempineen | age_min=0 age_max=2 with_adult=yes audience=[parents]
fi | age | 1-3-vuotiaat lapset vanhempineen | age_min=1 age_max=3 with_adult=yes audience=[children,parents] ptv=KR1.2
fi | age | 0-1-vuotiaat vauvat | age_min=0 age_max=1 audience=[babies_toddlers]
fi | age | vauvoille (0-1 v) ja vanhemmille | age_min=0 age_max=1 audience=[babies_toddlers,parents]
fi | age | alle 1-vuotiaille vauvoille | age_min=0 age_max=0 audience=[babies_toddlers]
fi | age | ryömivät vauvat | age_min=0 age_max=2 audience=[babies_toddlers]
fi | age | kouluikäiset 7-12 v | age_min=7 age_max=12 audience=[school_age]
fi | age | aikuiset ja yli 10-vuotiaat lapset | age_min=10 age_max=? audience=[adults,children]
fi | age | Yli 16 v. | age_min=16 age_max=?
fi | age | alle 16 v. huoltajan kanssa | age_min=? age_max=? accompany_under=16
fi | age | seniorit | age_min=? age_max=? audience=[seniors] ptv=KR1.1
fi | age | seniorit yli 65 v | age_min=65 age_max=? audience=[seniors] ptv=KR1.1
fi | age | eläkeläiset 65+ | age_min=65 age_max=? audience=[pensioners]
fi | age | ikäihmiset +70 | age_min=70 age_max=? audience=[seniors] ptv=KR1.1
fi | age | Nuoret 13-17v. | age_min=13 age_max=17 audience=[youth] ptv=KR1.3
fi | age | 13 v. täyttäneet | age_min=13 age_max=?
fi | age | 10 - 99 v. | age_min=10 age_max=99
sv | age | barn i åldern 3-6 | age_min=3 age_max=6 audience=[children]
sv | age | för barn 7–12 år | age_min=7 age_max=12 audience=[children]
sv | age | 5-åringar | age_min=5 age_max=5
sv | age | barn över 10 år | age_min=10 age_max=? audience=[children]
sv | age | 0-3 åringar med förälder | age_min=0 age_max=3 with_adult=yes
sv | age | minst 18 år | age_min=18 age_max=?
sv | age | endast för över 18-åringar | age_min=18 age_max=?
sv | age | elever i årskurs 3–6 | age_min=9 age_max=13 grade=[3,6]
sv | age | 60+ | age_min=60 age_max=? audience=[seniors]
en | age | children 3–6 years | age_min=3 age_max=6 audience=[children] ptv=KR1.2
en | age | toddlers 1-3 years with parents | age_min=1 age_max=3 with_adult=yes audience=[babies_toddlers,parents]
en | age | teens aged 13–17 | age_min=13 age_max=17 audience=[youth]
en | age | seniors 65+ | age_min=65 age_max=? audience=[seniors]
en | age | ages 16 and over | age_min=16 age_max=?
en | age | suitable for ages 8+ | age_min=8 age_max=?
fi | age | Seurakunnan 100-vuotisjuhla | age_min=? age_max=?
fi | age | Klo 7-12 | age_min=? age_max=?
fi | age | 7–12 € | age_min=? age_max=?
fi | age | viikot 7–12 | age_min=? age_max=?
fi | age | 12.1.–24.4. | age_min=? age_max=?
fi | age | 1.-2.12. | age_min=? age_max=?
fi | age | 2–5 hengen joukkueet | age_min=? age_max=?
fi | age | Peruskurssi 1-2 | age_min=? age_max=?
fi | age | yli 5 km | age_min=? age_max=?
fi | age | K-kauppa 18 | age_min=? age_max=?
fi | age | Luokka 204 | age_min=? age_max=?
fi | age | 3. luokka | age_min=9 age_max=10 grade=[3,3]
"""


def test_each_phrase_means_what_stands_beside_it() -> None:
    assert misread(AGES) == []
