"""Audiences as pages write them."""

from __future__ import annotations

from tests.phrase_tables import misread

AUDIENCES = """
fi | audience | eläkeläisille | audience=[pensioners]
fi | audience | eläkeläiset ja työttömät | audience=[pensioners,unemployed]
fi | audience | Työttömille työnhakijoille | audience=[unemployed]
fi | audience | työtön työnhakija | audience=[unemployed]
fi | audience | omaishoitajat ja hoidettavat | audience=[informal_carers,care_recipients]
fi | audience | omaishoitajille ja läheisille | audience=[informal_carers,relatives]
fi | audience | omaisille | audience=[relatives]
fi | audience | muistisairaat ja heidän omaisensa | audience=[people_with_memory_disorders,relatives]
fi | audience | muistisairaiden omaisille | audience=[people_with_memory_disorders,relatives]
fi | audience | mielenterveyskuntoutujat ja heidän läheisensä | audience=[mental_health_rehabilitees,relatives]
fi | audience | päihde- ja mielenterveyskuntoutujille | audience=[substance_abuse_rehabilitees,mental_health_rehabilitees]
fi | audience | maahanmuuttajille | audience=[immigrants]
fi | audience | maahanmuuttajanaisille | audience=[immigrants]
fi | audience | maahan muuttaneet naiset | audience=[immigrants,women] gender=female
fi | audience | kotoutujille | audience=[immigrants]
fi | audience | pakolaisille ja turvapaikanhakijoille | audience=[immigrants]
fi | audience | kaikille avoin | audience=[all]
fi | audience | avoin kaikille | audience=[all]
fi | audience | kaikille kiinnostuneille | audience=[all]
fi | audience | Kaikki ovat tervetulleita! | audience=[all]
fi | audience | kaikenikäisille | audience=[all]
fi | audience | koko perheen tapahtuma | audience=[families]
fi | audience | lapsiperheille | audience=[families] ptv=KR1.2
fi | audience | perheille, joissa on alle kouluikäisiä lapsia | audience=[families,under_school_age,children] ptv=KR1.2
fi | audience | lapset ja aikuiset yhdessä | audience=[children,adults]
fi | audience | lapsille ja lapsenmielisille | audience=[children] ptv=KR1.2
fi | audience | lapset, nuoret ja perheet | audience=[children,youth,families]
fi | audience | vanhemmille ja lapsille | audience=[parents,children] ptv=KR1.2
fi | audience | lapsille vanhempineen | audience=[children,parents] with_adult=yes ptv=KR1.2
fi | audience | isille ja lapsille | audience=[parents,children] ptv=KR1.2
fi | audience | äideille ja vauvoille | audience=[parents,babies_toddlers]
fi | audience | vauvoille ja vanhemmille | audience=[babies_toddlers,parents]
fi | audience | vauvat ja vanhemmat | audience=[babies_toddlers,parents]
fi | audience | odottaville äideille | audience=[parents]
fi | audience | raskaana oleville | audience=[parents]
fi | audience | isovanhemmille ja lastenlapsille | audience=[grandparents]
fi | audience | mummoille ja vaareille | audience=[grandparents]
fi | audience | seniorit | audience=[seniors] ptv=KR1.1
fi | audience | senioreille | audience=[seniors] ptv=KR1.1
fi | audience | ikäihmiset | audience=[seniors] ptv=KR1.1
fi | audience | ikääntyneille ja omaishoitajille | audience=[seniors,informal_carers]
fi | audience | ikääntyville | audience=[seniors] ptv=KR1.1
fi | audience | vanhuksille | audience=[seniors]
fi | audience | varttuneelle väelle | audience=[seniors]
fi | audience | aikuisille | audience=[adults]
fi | audience | aikuisväelle | audience=[adults]
fi | audience | nuorille aikuisille | audience=[youth,adults] ptv=KR1.3
fi | audience | varhaisnuorille | audience=[youth]
fi | audience | rippikouluikäisille | audience=[youth]
fi | audience | isosille | audience=[youth]
fi | audience | teineille | audience=[youth]
fi | audience | opiskelijoille | audience=[students]
fi | audience | lukiolaisille ja ammattikoululaisille | audience=[students]
fi | audience | ylioppilaille | audience=[students]
fi | audience | korkeakouluopiskelijoille | audience=[students]
fi | audience | työikäisille | audience=[working_age]
fi | audience | työttömille ja osa-aikaisille | audience=[unemployed]
fi | audience | yrittäjille | audience=[entrepreneurs]
fi | audience | yhdistystoimijoille | audience=[associations]
fi | audience | järjestöjen toimijoille ja vapaaehtoisille | audience=[associations,volunteers]
fi | audience | yhdistyksille ja yrityksille | audience=[associations,entrepreneurs]
fi | audience | vapaaehtoisille ja vapaaehtoistyöstä kiinnostuneille | audience=[volunteers]
fi | audience | näkövammaisille ja heikkonäköisille | audience=[visually_impaired]
fi | audience | kuulovammaisille | audience=[hearing_impaired]
fi | audience | kuuroille | audience=[hearing_impaired]
fi | audience | kehitysvammaisille nuorille | audience=[people_with_intellectual_disabilities,youth]
fi | audience | vammaisille henkilöille | audience=[people_with_disabilities] ptv=KR1.6
fi | audience | liikuntarajoitteisille | audience=[people_with_disabilities]
fi | audience | erityistä tukea tarvitseville | audience=[people_with_disabilities]
fi | audience | erityisryhmille | audience=[people_with_disabilities]
fi | audience | pitkäaikaissairaille | audience=[long_term_ill] ptv=KR1.4
fi | audience | syöpään sairastuneille ja heidän läheisilleen | audience=[relatives]
fi | audience | miehille | audience=[men] gender=male
fi | audience | naisille ja miehille | audience=[women,men]
fi | audience | pojille | audience=[children] gender=male
fi | audience | tytöille | audience=[children] gender=female
fi | audience | vain naisille | audience=[women] gender=female
fi | audience | työssäkäyville | audience=[working_age]
fi | audience | yksinhuoltajille | audience=[parents]
fi | audience | kotiäideille ja -isille | audience=[parents]
fi | audience | koululaisille | audience=[school_age]
fi | audience | alakoululaisille | audience=[school_age]
fi | audience | ekaluokkalaisille ja eskareille | audience=[] age_min=6 age_max=8 grade=[0,1]
fi | audience | 3.–6.-luokkalaisille | audience=[] age_min=9 age_max=13 grade=[3,6]
fi | audience | yli 65-vuotiaille | audience=[seniors] age_min=65 age_max=?
fi | audience | 65+ | audience=[seniors] age_min=65 age_max=?
fi | audience | eläkeläisille (63+) | audience=[pensioners] age_min=63 age_max=?
fi | audience | ikäihmisille (65+) | audience=[seniors] age_min=65 age_max=? ptv=KR1.1
fi | audience | adhd-lapsille ja heidän vanhemmilleen | audience=[children,parents] ptv=KR1.2
fi | audience | saattohoidossa olevien läheisille | audience=[relatives]
sv | audience | pensionärer | audience=[pensioners]
sv | audience | för pensionärer och arbetslösa | audience=[pensioners,unemployed]
sv | audience | arbetssökande | audience=[unemployed]
sv | audience | barnfamiljer | audience=[families] ptv=KR1.2
sv | audience | barn och unga | audience=[children,youth]
sv | audience | barn, unga och familjer | audience=[children,youth,families]
sv | audience | för hela familjen | audience=[families]
sv | audience | småbarnsföräldrar | audience=[parents]
sv | audience | föräldrar och barn | audience=[parents,children]
sv | audience | babyer och föräldrar | audience=[babies_toddlers,parents]
sv | audience | spädbarn med förälder | audience=[babies_toddlers] with_adult=yes
sv | audience | barn med vårdnadshavare | audience=[children] with_adult=yes
sv | audience | mammor och bebisar | audience=[parents,babies_toddlers]
sv | audience | far- och morföräldrar | audience=[grandparents]
sv | audience | seniorer | audience=[seniors]
sv | audience | äldre | audience=[seniors] ptv=KR1.1
sv | audience | äldre personer | audience=[seniors] ptv=KR1.1
sv | audience | för alla | audience=[all]
sv | audience | öppet för alla | audience=[all]
sv | audience | alla är välkomna | audience=[all]
sv | audience | studerande | audience=[students]
sv | audience | studenter | audience=[students]
sv | audience | gymnasieelever | audience=[students]
sv | audience | tonåringar | audience=[youth]
sv | audience | ungdomar | audience=[youth] ptv=KR1.3
sv | audience | unga vuxna | audience=[youth,adults] ptv=KR1.3
sv | audience | vuxna | audience=[adults]
sv | audience | närståendevårdare och vårdtagare | audience=[informal_carers,care_recipients]
sv | audience | anhöriga till minnessjuka | audience=[relatives,people_with_memory_disorders]
sv | audience | minnessjuka och deras anhöriga | audience=[people_with_memory_disorders,relatives]
sv | audience | nyanlända | audience=[immigrants]
sv | audience | inflyttade | audience=[immigrants]
sv | audience | invandrarkvinnor | audience=[immigrants]
sv | audience | synskadade | audience=[visually_impaired]
sv | audience | hörselskadade | audience=[hearing_impaired]
sv | audience | personer med funktionsnedsättning | audience=[people_with_disabilities]
sv | audience | personer med utvecklingsstörning | audience=[people_with_intellectual_disabilities]
sv | audience | föreningar | audience=[associations] ptv=KR2.7
sv | audience | föreningsaktiva | audience=[associations]
sv | audience | frivilliga | audience=[volunteers]
sv | audience | företagare | audience=[entrepreneurs]
sv | audience | kvinnor | audience=[women] gender=female
sv | audience | män | audience=[men] gender=male
sv | audience | damer och herrar | audience=[women,men]
sv | audience | skolelever | audience=[school_age]
sv | audience | lågstadieelever | audience=[school_age]
sv | audience | veteraner | audience=[veterans]
sv | audience | långtidssjuka | audience=[long_term_ill] ptv=KR1.4
sv | audience | rehabiliteringsklienter inom mentalvården | audience=[mental_health_rehabilitees]
en | audience | for everyone | audience=[all]
en | audience | open to everyone | audience=[all]
en | audience | everybody welcome | audience=[all]
en | audience | all are welcome | audience=[all]
en | audience | families | audience=[families] ptv=KR1.2
en | audience | families with children | audience=[families,children] ptv=KR1.2
en | audience | children and young people | audience=[children,youth]
en | audience | kids and parents | audience=[children,parents]
en | audience | babies and their parents | audience=[babies_toddlers,parents]
en | audience | toddlers with a parent | audience=[babies_toddlers,parents] with_adult=yes
en | audience | parents with babies | audience=[parents,babies_toddlers]
en | audience | older adults | audience=[seniors] ptv=KR1.1
en | audience | senior citizens | audience=[seniors]
en | audience | the elderly | audience=[seniors] ptv=KR1.1
en | audience | pensioners and unemployed | audience=[pensioners,unemployed]
en | audience | job seekers | audience=[unemployed]
en | audience | students | audience=[students]
en | audience | young adults | audience=[youth]
en | audience | adults | audience=[adults]
en | audience | women | audience=[women] gender=female
en | audience | men | audience=[men] gender=male
en | audience | women only | audience=[women] gender=female
en | audience | international students | audience=[students]
en | audience | newcomers | audience=[immigrants]
en | audience | asylum seekers | audience=[immigrants]
en | audience | caregivers | audience=[informal_carers]
en | audience | people with memory disorders and their families | audience=[people_with_memory_disorders,families]
en | audience | people with dementia and their loved ones | audience=[people_with_memory_disorders,relatives]
en | audience | visually impaired people | audience=[visually_impaired]
en | audience | deaf people | audience=[hearing_impaired]
en | audience | people with disabilities | audience=[people_with_disabilities] ptv=KR1.6
en | audience | volunteers | audience=[volunteers]
en | audience | associations | audience=[associations] ptv=KR2.7
en | audience | entrepreneurs | audience=[entrepreneurs]
en | audience | veterans | audience=[veterans]
en | audience | grandparents and grandchildren | audience=[grandparents]
se | audience | mánáide ja nuoraide | audience=[children,youth]
se | audience | bearrašiidda | audience=[families]
se | audience | vuorasolbmuide | audience=[seniors]
se | audience | buohkaide | audience=[all]
"""


def test_each_phrase_means_what_stands_beside_it() -> None:
    assert misread(AUDIENCES) == []
