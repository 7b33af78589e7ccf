"""Invented titles as publishers write them, each with the topics it is of and, behind a slash, the finer subjects that must be found.

One line: language, title, topics. ``-`` stands for none: nothing in the words tells. A subject is told where it matters.
"""

from __future__ import annotations

TITLES = """
fi | Tuolijumppaa ikäihmisille | exercise/chair_exercise
fi | Vesijumpassa syksyllä tilaa | exercise/swimming
fi | VESIJUMPPA, naiset + miehet | exercise/swimming
fi | Syvänveden jumppa | exercise/swimming
fi | Avantouinnin kauden avajaiset | exercise/swimming
fi | Kuntosalin avajaiset | exercise/gym
fi | Ohjattua kuntosaliharjoittelua | exercise/gym
fi | Senioreiden sauvakävelylenkki | exercise/walking_running
fi | Iltarastit Harjumäellä | exercise/walking_running
fi | Pihapelejä ja mölkkyä kylätalolla | company, exercise/athletics
fi | Sählyvuoro alakoululaisille | exercise/ball_games
fi | Lentopalloa aikuisille, höntsy | exercise/ball_games
fi | Jääkiekko-ottelu Karhut–Ketut | exercise/matches
fi | Piirinmestaruushiihdot | exercise, nature/skiing
fi | Perheiden hiihtokoulu | exercise, nature/skiing
fi | Lempeää joogaa aloittelijoille | exercise/yoga_pilates
fi | Aamujooga rannalla | exercise/yoga_pilates
fi | Äijäjooga | exercise/yoga_pilates
fi | Tasapainoa ja voimaa 65+ | exercise/balance_strength
fi | Kaatumisten ehkäisy -luento | exercise, wellbeing, learning/fall_prevention
fi | Pysy pystyssä! | exercise, wellbeing/fall_prevention
fi | Frisbeegolfin alkeet | exercise/athletics
fi | Petankkikisat puistossa | exercise/athletics
fi | Judon peruskurssi | exercise/martial_arts
fi | Soveltavan liikunnan iltapäivä | exercise/adapted_exercise
fi | Parkour 9–12 v | exercise/athletics
fi | Temppujumppa 3–4-vuotiaille | exercise/gymnastics
fi | Liikuntahulinat lauantaisin | exercise
fi | Pilkkikilpailut Särkijärvellä | nature/foraging_fishing
fi | Sieniretki Louhimaahan | nature/foraging_fishing
fi | Lintutornilla aamuvirkuille | nature/birds_animals
fi | Linnunpönttöjen rakennusta | nature/birds_animals
fi | Luontopolku opastetusti | nature/nature_trips
fi | Patikkaretki kansallispuistoon | nature/nature_trips
fi | Puutarhakerhon taimienvaihto | nature/gardening
fi | Ympäristöilta: vieraslajien torjunta | nature/environment
fi | Roskakävely rannassa | nature/environment
fi | Ilmastokahvila | nature/environment
fi | Koirakävely ja -treffit | nature/birds_animals
fi | Lumikenkäilyä kuutamolla | exercise, nature/skiing
fi | Kansanlaulukirkko | -
fi | Joulukonsertti kirkossa | music/christmas_concert
fi | Mieskuoron kevätkonsertti | music/choirs, concerts
fi | Kirkkokuoron harjoitukset | music/choirs
fi | Kauneimmat joululaulut -tilaisuus | music/christmas_concert
fi | Yhteislaulua haitarin säestyksellä | music/singing
fi | Karaoke-ilta Pubi Hauessa | music/singing
fi | Toivelaulut torstaina | music/singing
fi | Senioritanssit kylätalolla | music/dance
fi | Lavatanssit: Kulkurit | music/dance
fi | Paritanssin alkeiskurssi | music/dance
fi | Ukuleleryhmä aloittelijoille | music/playing_music
fi | Bändikerho yläkouluikäisille | music/playing_music
fi | Muskari 1–2-vuotiaille | music/children_music
fi | Loruhetki vauvoille | music/children_music
fi | Jazzia jokirannassa | music
fi | Sinfoniaorkesterin avoin kenraali | music/concerts
fi | Puhallinorkesterin matinea | music/concerts
fi | Lastenteatteri: Peikon matka | culture/theatre
fi | Kesäteatteri: Kylän kuningas | culture/theatre
fi | Näytelmäkerho nuorille | culture/theatre
fi | Stand up -ilta | culture/theatre
fi | Elokuva: Hiljainen järvi | culture/film
fi | Leffailta nuokkarilla | culture, company/film, youth_evenings
fi | Dokumenttielokuvien viikko | culture/film
fi | Näyttely: Valon jälkiä | culture/exhibitions
fi | Kuvataidenäyttelyn avajaiset | culture/exhibitions
fi | Museokierros lapsille | culture/museums_history
fi | Kotiseutuillat jatkuvat | culture/museums_history
fi | Sukututkimuksen peruskurssi | culture/museums_history
fi | Akvarellimaalausta iltaisin | culture, crafts/visual_arts
fi | Valokuvauskerho | culture, crafts/visual_arts
fi | Värikylpy 6–24 kk | culture, crafts/visual_arts
fi | Taidetta ja kahvia | culture
fi | Kirjallisuuspiiri | culture/literature
fi | Lukupiirissä uutuuksia | culture/literature
fi | Kirjailijavieraana dekkaristi | culture/literature
fi | Runoja rannalla | culture/literature
fi | Luovan kirjoittamisen työpaja | culture/literature
fi | Kirjavinkkausta 5.-luokkalaisille | culture/literature
fi | Satutunti kirjastossa | culture/stories
fi | Iltasatu pehmoleluille | culture/stories
fi | Tarinahetki ja mehua | culture/stories
fi | Lasten taidefestivaali | culture/festivals
fi | Neulekahvila | crafts/handicrafts
fi | Villasukat valmiiksi! Neulontailta | crafts/handicrafts
fi | Ompelijoiden avoin verstas | crafts/handicrafts
fi | Kudontapiiri | crafts/handicrafts
fi | Keramiikkaa jatkaville | crafts/ceramics_wood
fi | Puutöitä miehille | crafts/ceramics_wood
fi | Posliininmaalaus ja lasityöt | crafts/ceramics_wood
fi | Lasten joulukorttipaja | crafts
fi | Askartelua koko perheelle | crafts/children_crafts
fi | Legokerho 7–9 v. | crafts/children_crafts
fi | Lego-kerho | crafts/children_crafts
fi | Korjauskahvila: tuo rikkinäinen tuoli | crafts/repair
fi | Kädentaitokerho | crafts
fi | Kranssipaja | crafts/handicrafts
fi | Kokkikerho 3.–6.-luokkalaisille | food/cooking
fi | Joululeivontaa lasten kanssa | food/cooking
fi | Hapanjuurileivän salat | food/cooking
fi | Yhteinen lounas seurakuntatalolla | food, company/shared_meals
fi | Puurojuhla | food, company/shared_meals
fi | Hernekeittopäivä | food, company/shared_meals
fi | Ruoka-apu: jako torstaisin | food/food_aid
fi | Viininmaistelu | food/tasting
fi | Messu ja kirkkokahvit | faith/worship
fi | Perhemessu | faith/worship
fi | Jumalanpalvelus, kaste | faith/worship
fi | Ehtoollinen vanhainkodilla | faith/worship
fi | Vigilia tsasounalla | faith/worship
fi | Raamattupiirin avoin ilta | faith/prayer_groups
fi | Viikkohartaus | faith/prayer_groups
fi | Lähetysilta | faith
fi | Rippikoululaisten ilmoittautumisilta | faith
fi | Hiljaisuuden retriitti | faith
fi | Pyhäkoulu | faith
fi | Hautausmaahartaus | faith/worship
fi | Suomea vasta-alkajille | learning/finnish_learning
fi | Kielikahvilassa puhutaan suomea | learning/finnish_learning
fi | Englannin keskustelu, keskitaso | learning/languages
fi | Espanjan alkeet 1 | learning/languages
fi | Viittomakielen perusteet | learning/languages
fi | Digineuvontaa senioreille | learning/digital_help
fi | Digituki kirjastossa | learning/digital_help
fi | Älypuhelinkurssi | learning/digital_help
fi | Robotiikkakerho | learning/digital_help
fi | Tekoäly tutuksi | learning/digital_help
fi | ATK-kerho | learning/digital_help
fi | EA1-kurssi | learning, civic/first_aid_safety
fi | Kotivara ja 72 tuntia | learning, civic/first_aid_safety
fi | Alkusammutusharjoitus | learning, civic/first_aid_safety
fi | Yleisöluento: uni ja palautuminen | learning, wellbeing/lectures
fi | Studia generalia | learning/lectures
fi | Läksykerho koululla | learning/homework_help
fi | Rekrytilaisuus nuorille | learning/work_business
fi | Yrittäjien aamukahvit | learning, company/work_business
fi | Velkaneuvojan vastaanotto: velkaneuvonta | learning/money_rights
fi | Omaishoitajien vertaisryhmä | wellbeing/informal_care, peer_support
fi | Vertaistukiryhmä syöpään sairastuneille | wellbeing/peer_support, chronic_illness
fi | Muistikahvila | wellbeing, company/memory
fi | Aivojumppaa eläkeläisille | wellbeing/memory
fi | Sururyhmä alkaa | wellbeing/grief
fi | Leskien kahvihetki | wellbeing, company/grief
fi | Eroryhmä aikuisille | wellbeing/separation
fi | AA-ryhmä | wellbeing/substance_use
fi | Raittiuspiiri | wellbeing/substance_use
fi | Ystäväkahvila | wellbeing, company/loneliness
fi | Yksinäisyys puheeksi | wellbeing, company/loneliness
fi | Rentoutushetki äänimaljoilla | wellbeing/relaxation
fi | Mindfulness-ryhmä | wellbeing/relaxation
fi | Verenpaineen mittausta torilla | wellbeing/health_advice
fi | Influenssarokotukset | wellbeing/health_advice
fi | Diabetesyhdistyksen vertaisilta | wellbeing/peer_support
fi | Imetystukiryhmä | wellbeing, company/new_parents
fi | Perhevalmennus: synnytys | wellbeing, company/new_parents
fi | Vaunulenkki | wellbeing, company, exercise
fi | Kriisituen ilta | wellbeing/mental_health
fi | Avoin olohuone | company/meeting_places
fi | Miesten kahvila | company/meeting_places
fi | Eläkeläiskerho kokoontuu | company/meeting_places
fi | Perhekahvila | company/family_clubs
fi | Taaperokerho | company/family_clubs
fi | Perhekerho (srk-talo) | company/family_clubs
fi | Peli-ilta | company/games
fi | Bingo Urheilutalossa | company/games
fi | Lautapelikahvila | company/games
fi | Shakkikerho | company/games
fi | Pubivisa | company/games
fi | Keskustelupiiri ajankohtaisista aiheista | company/discussion
fi | Pikkujoulut | company/celebrations
fi | Itsenäisyyspäivän vastaanotto | company/celebrations
fi | Vappurieha torilla | company/celebrations
fi | Juhannuskokko | company/celebrations
fi | Pääsiäispolku | company/celebrations
fi | Virkistysmatka kylpylään | company/trips
fi | Ostosmatka Tallinnaan | company/trips
fi | Nuorisotila avoinna | company/youth_evenings
fi | Avoimet ovet | company
fi | Yhdistyksen vuosikokous | civic/meetings
fi | Sääntömääräinen syyskokous | civic/meetings
fi | Asukasilta: keskustan kaava | civic/participation
fi | Vaalipaneeli | civic/participation
fi | Talkoot rannassa | civic/volunteering
fi | Vapaaehtoistyön infoilta | civic/volunteering
fi | Lukumummit kouluun | civic/volunteering
fi | Järjestöilta | civic/associations
fi | Avustusinfo yhdistyksille | civic/associations
fi | Maahanmuuttajien monikulttuurinen ilta | civic/multicultural
fi | Reserviläisten ammunta | civic, exercise/national_defence
fi | Joulumyyjäiset | markets/sales_fairs
fi | Lähetyksen syysmyyjäisissä arpajaiset | markets/sales_fairs
fi | Peräkonttikirppis | markets/flea_markets
fi | Kirpputorilla löytöjä | markets/flea_markets
fi | Kirjakirppis | markets/flea_markets
fi | Maalaismarkkinat | markets/sales_fairs
fi | Hyvinvointimessut | markets/expos
fi | Huutokauppa | markets
fi | Kirjastossa esillä | -
fi | Kirjasto suljettu juhannuksena | -
fi | Kesäaukioloajat | -
fi | Toimisto avoinna | -
fi | Kirjanpidon määräajat | -
fi | Uimahalli kiinni: huoltoseisokki | -
fi | Teemailta | -
fi | Avoin ilta | -
fi | Gospelilta | music
fi | Hiihtolomaviikon ohjelma | -
fi | Tietokilpailu torstaina | company/games
fi | Käsityöläisten joulukonsertti | music/christmas_concert
fi | Kokoontuminen kirkossa | -
fi | Tapaaminen kirjastolla | company
sv | Stolgymnastik för seniorer | exercise/chair_exercise
sv | Vattengymnastik, damer | exercise/swimming
sv | Simskola i juni | exercise/swimming
sv | Yogan börjar igen | exercise/yoga_pilates
sv | Innebandy för lågstadiet | exercise/ball_games
sv | Stavgång varje tisdag | exercise/walking_running
sv | Balansgrupp 65+ | exercise/balance_strength
sv | Fågelskådning vid viken | nature/birds_animals
sv | Svamputflykt | nature/foraging_fishing
sv | Odlingskväll | nature/gardening
sv | Julkonsert | music/christmas_concert
sv | De vackraste julsångerna | music/christmas_concert
sv | Körövning | music/choirs
sv | Körsång i parken | music/choirs
sv | Allsångskväll | music/singing
sv | Pensionärsdans | music/dance
sv | Vårkonsert med blåsorkestern | music/concerts
sv | Sommarteater: Skärgårdsliv | culture/theatre
sv | Filmklubben visar | culture/film
sv | Vernissage | culture/exhibitions
sv | Sagostund på biblioteket | culture/stories
sv | Bokcirkel | culture/literature
sv | Författarbesök | culture/literature
sv | Släktforskning för nybörjare | culture/museums_history
sv | Stickcafé | crafts/handicrafts
sv | Keramikkurs | crafts/ceramics_wood
sv | Julpyssel för barn | crafts/children_crafts
sv | Matlagningskurs | food/cooking
sv | Sopplunch i församlingshemmet | food, company/shared_meals
sv | Ärtsoppa på torsdag | food, company/shared_meals
sv | Gudstjänst | faith/worship
sv | Högmässa | faith/worship
sv | Bibelstudiegrupp | faith/prayer_groups
sv | Andakt på äldreboendet | faith/prayer_groups
sv | Språkcafé | learning/finnish_learning
sv | Digitalt stöd för seniorer | learning/digital_help
sv | Föreläsning om hälsa | learning, wellbeing/lectures
sv | Läxhjälp | learning/homework_help
sv | Kamratstödsgrupp för anhörigvårdare | wellbeing/peer_support, informal_care
sv | Minneskafé | wellbeing/memory
sv | Sorgegrupp | wellbeing/grief
sv | Familjecafé | company/family_clubs
sv | Pensionärsklubben | company/meeting_places
sv | Bingokväll | company/games
sv | Midsommarfest | company/celebrations
sv | Luciafirande | company/celebrations
sv | Årsmöte | civic/meetings
sv | Talko på stranden | civic/volunteering
sv | Loppis | markets/flea_markets
sv | Bakluckeloppis | markets/flea_markets
sv | Julmarknad | markets/sales_fairs
sv | Bokmässan | markets/expos
sv | Kontoret stängt | -
sv | Öppettider | -
en | Chair yoga for seniors | exercise/chair_exercise
en | Swimming lessons for kids | exercise/swimming
en | Yoga at the Library | exercise/yoga_pilates
en | Nordic walking group | exercise/walking_running
en | Women's Basketball vs Oaks | exercise/ball_games
en | Bird walk by the lake | nature/birds_animals
en | Community garden workday | nature, civic/gardening, volunteering
en | Christmas concert | music/christmas_concert
en | Choir practice | music/choirs
en | Open mic night | music/concerts
en | Salsa dancing for beginners | music/dance
en | Film screening and discussion | culture, company/film
en | Art exhibition opening | culture/exhibitions
en | Toddler story time | culture, company/stories
en | Mystery book club | culture/literature
en | Poetry reading | culture/literature
en | Knitting circle | crafts/handicrafts
en | Pottery wheel basics | crafts/ceramics_wood
en | Cooking class: winter soups | food/cooking
en | Community potluck | food, company/shared_meals
en | Food pantry hours | food/food_aid
en | Sunday worship | faith/worship
en | Bible study | faith/prayer_groups
en | Language café | learning/finnish_learning
en | Tech help drop-in | learning, company/digital_help
en | Homework help | learning/homework_help
en | Grief support group | wellbeing/grief, peer_support
en | Memory café | wellbeing/memory
en | Caregiver support group | wellbeing/informal_care, peer_support
en | Board game night | company/games
en | Trivia night | company/games
en | New Year's party | company/celebrations
en | City council meeting | civic/meetings
en | Volunteer orientation | civic/volunteering
en | Christmas Fair | markets/sales_fairs
en | Flea market | markets/flea_markets
en | Farmers' Market | markets/sales_fairs
en | Office closed | -
en | Parking lot resurfacing | -
en | State of the bay | -
fi | Chair Yoga in English | exercise/chair_exercise
fi | Satutunti / Sagostund | culture/stories
und | Loppis – Kirppis – Flea market | markets/flea_markets
und | Joulutori | markets/sales_fairs
""".strip()


def rows() -> list[tuple[str, str, frozenset[str], frozenset[str]]]:
    """Language, title, topics and subjects of every line."""
    return [_row(line) for line in TITLES.splitlines()]


def _row(line: str) -> tuple[str, str, frozenset[str], frozenset[str]]:
    """One line taken apart."""
    language, title, told = (part.strip() for part in line.split("|"))
    topics, _, subjects = told.partition("/")
    return language, title, _listed(topics), _listed(subjects)


def _listed(text: str) -> frozenset[str]:
    """The ids between the commas."""
    return frozenset(part.strip() for part in text.split(",") if part.strip() not in {"", "-"})
