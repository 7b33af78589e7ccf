"""The words of the made-up region's titles, in Finnish, Swedish and English side by side.

Written for this generator and used by nothing else: what it measures must not have learned from the same list. A raised dot (``·``)
marks where a compound may be written apart. Each line of a table is one thing; a column that stays empty has no such form.
"""

from __future__ import annotations

from typing import NamedTuple

LANGUAGES = ("fi", "sv", "en")


class Words(NamedTuple):
    """One thing in three languages."""

    fi: str
    sv: str
    en: str
    other: str = ""
    """Another Finnish name for it; empty where there is none."""


class Audience(NamedTuple):
    """For whom, in the forms in which a title says so."""

    genitive: str
    fi: str
    sv: str
    en: str


class Subject(NamedTuple):
    """What a course teaches."""

    fi: str
    genitive: str
    sv: str
    en: str


def rows(table: str) -> list[list[str]]:
    """The cells of a table, one thing a line."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


CLUBS = [
    Words(fi, sv, en, other)
    for fi, sv, en, other in rows(
        """
        tuoli·jumppa | stolgymnastik | chair exercise | tuolivoimistelu
        tasapaino·ryhmä | balansgrupp | balance group | tasapainoharjoittelu
        sauva·kävely | stavgång | Nordic walking | sauvakävelylenkki
        kunto·piiri | cirkelträning | circuit training |
        vesi·jumppa | vattengymnastik | water aerobics | vesivoimistelu
        senioritanssi | seniordans | senior dance |
        lempeä jooga | mjuk yoga | gentle yoga | pehmeä jooga
        hatha·jooga | hathayoga | hatha yoga |
        pilates | pilates | Pilates |
        kunto·nyrkkeily | boxning för motion | fitness boxing |
        sulkapallo·vuoro | badmintontur | badminton session |
        lentopallo | volleyboll | volleyball |
        pöytätennis | bordtennis | table tennis | pingis
        boccia | boccia | boccia |
        lautapeli·ilta | brädspelskväll | board game night | lautapelit
        shakki·kerho | schackklubb | chess club |
        bridge·kerho | bridgeklubb | bridge club |
        bingo | bingo | bingo |
        lukupiiri | läsecirkel | reading group | kirjapiiri
        novelli·koukku | novellcirkel | short story evening |
        kirjoittaja·piiri | skrivarcirkel | writing circle | kirjoittajaryhmä
        satu·tunti | sagostund | story time | satuhetki
        muskari | musiklek | music play school | musiikkileikkikoulu
        vauva·tanssi | babydans | baby dance |
        perhe·kahvila | familjecafé | family café |
        perhe·kerho | familjeklubb | family club |
        ystävä·kahvila | vänskapscafé | friendship café |
        kieli·kahvila | språkcafé | language café |
        keskustelu·ryhmä | samtalsgrupp | discussion group |
        suru·ryhmä | sorgegrupp | grief support group | sururyhmä läheisensä menettäneille
        muisti·kahvila | minnescafé | memory café |
        vertaistuki·ryhmä | kamratstödsgrupp | peer support group | vertaisryhmä
        kuoro·harjoitus | körövning | choir practice | kuoron harjoitukset
        yhteislaulu·hetki | allsångsstund | sing-along | yhteislaulut
        orkesteri·harjoitus | orkesterrepetition | orchestra rehearsal |
        kitara·piiri | gitarrcirkel | guitar circle |
        pelimanni·ilta | spelmanskväll | folk music evening |
        neule·kahvila | stickcafé | knitting café | neulontailta
        käsityö·kerho | handarbetsklubb | craft club | käsityöpiiri
        posliinin·maalaus | porslinsmålning | porcelain painting |
        puutyö·paja | träslöjdsverkstad | woodworking workshop | puutyöilta
        korjaus·paja | reparationsverkstad | repair workshop | korjauskahvila
        akvarelli·ryhmä | akvarellgrupp | watercolour group |
        valokuvaus·kerho | fotoklubb | photography club | kameraseuran ilta
        digi·tuki | digitalt stöd | digital help | tietotekniikkaneuvonta
        läksy·kerho | läxklubb | homework club | läksypiiri
        kokki·kerho | kockklubb | cookery club | kokkikerho
        robotti·kerho | robotklubb | robotics club |
        tiede·kerho | vetenskapsklubb | science club |
        sirkus·koulu | cirkusskola | circus school |
        parkour | parkour | parkour |
        uima·koulu | simskola | swimming school |
        luistelu·koulu | skridskoskola | skating school |
        hiihto·koulu | skidskola | ski school |
        partio·ilta | scoutkväll | scout evening | partiokokous
        raamattu·piiri | bibelstudiegrupp | Bible study group |
        rukous·piiri | bönegrupp | prayer group | rukoushetki
        hartaus·hetki | andakt | devotional |
        lähetys·piiri | missionskrets | mission circle |
        diakonia·ruokailu | diakonilunch | community lunch | yhteisöruokailu
        aamu·puuro | morgongröt | porridge morning | puuroaamu
        kahvi·tunti | kaffestund | coffee hour | kahvihetki
        mies·kerho | herrklubb | men's club | miesten piiri
        ompelu·seura | syförening | sewing circle | ompeluilta
        puutarha·kerho | trädgårdsklubb | gardening club |
        lintu·kerho | fågelklubb | birdwatching club | lintuharrastajien ilta
        peli·ilta | spelkväll | gaming night |
        avoin nuorten·ilta | öppen ungdomskväll | open youth evening | nuokkari auki
        kuntosali·vuoro | gymtur | gym session | kuntosalin ohjattu vuoro
        avoimet ovet | öppet hus | open house |
        neuvonta·piste | rådgivning | advice point | neuvontapäivystys
        sukututkimus·ilta | släktforskningskväll | genealogy evening | sukututkijoiden tapaaminen
        """
    )
]
"""What meets every week."""

FAIRS = [
    Words(fi, sv, en, other)
    for fi, sv, en, other in rows(
        """
        joulu·myyjäiset | julmarknad | Christmas fair | joulumarkkinat
        joulun·avaus | julöppning | Christmas opening | joulukadun avajaiset
        joulu·konsertti | julkonsert | Christmas concert |
        kauneimmat joululaulut | de vackraste julsångerna | the most beautiful Christmas carols | joululaulutilaisuus
        itsenäisyyspäivän juhla | självständighetsfest | Independence Day celebration | itsenäisyyspäivän vastaanotto
        puuro·juhla | grötfest | Christmas porridge party |
        pikku·joulu | lillajul | pre-Christmas party | pikkujoulut
        uudenvuoden vastaanotto | nyårsfirande | New Year celebration | uudenvuoden juhla
        loppiais·tapahtuma | trettondagsevenemang | Epiphany event |
        ystävänpäivä·tanssit | vändagsdans | Valentine's dance |
        laskiais·rieha | fastlagsjippo | Shrovetide fun | laskiaistapahtuma
        hiihto·retki | skidutflykt | ski trip |
        pilkki·kilpailu | pimpeltävling | ice fishing contest | pilkkikisat
        lumikenkä·retki | snöskovandring | snowshoe walk | lumikenkäily
        kirpputori | loppis | flea market | kirppis
        kierrätys·tori | återbruksmarknad | recycling market | vaihtotori
        kirja·myyjäiset | bokmarknad | book sale | poistokirjojen myynti
        kirjailija·vieras | författarbesök | author visit | kirjailijailta
        runo·ilta | poesikväll | poetry evening | runokahvila
        taide·näyttelyn avajaiset | vernissage | exhibition opening |
        opastettu kierros | guidad rundtur | guided tour | opastus
        museo·paja | museiverkstad | museum workshop | työpaja museossa
        joulu·paja | julverkstad | Christmas workshop | jouluaskartelu
        lasten talvi·tapahtuma | vinterevenemang för barn | winter fun day | lasten talvipäivä
        perhe·päivä | familjedag | family day |
        kylä·ilta | bykväll | village evening | kyläläisten ilta
        asukas·ilta | invånarkväll | residents' evening | asukastilaisuus
        kevät·kokous | vårmöte | spring meeting |
        talkoo·päivä | talkodag | volunteer work day | talkoot
        hyväntekeväisyys·tempaus | välgörenhetsjippo | charity event | keräystempaus
        veren·luovutus | blodgivning | blood donation | verenluovutustilaisuus
        rokotus·päivä | vaccinationsdag | vaccination day | rokotustilaisuus
        terveys·päivä | hälsodag | health day | hyvinvointipäivä
        rekry·tori | rekryteringsmässa | job fair | rekrytointitapahtuma
        yrittäjä·aamu | företagarmorgon | entrepreneurs' breakfast | yrittäjien aamukahvit
        lasten konsertti | barnkonsert | children's concert |
        iskelmä·ilta | schlagerkväll | schlager night | iskelmätanssit
        päivä·tanssit | dagsdans | afternoon dance |
        karaoke·ilta | karaokekväll | karaoke night | karaoke
        tieto·visa | frågesport | pub quiz | visailuilta
        disko | disco | disco | tanssi-ilta
        kuutamo·luistelu | skridskoåkning i månsken | moonlight skating |
        yö·kahvila | nattcafé | night café |
        revontuli·ilta | norrskenskväll | northern lights evening |
        ruoka·hävikki·ilta | matsvinnskväll | food waste evening |
        leivonta·ilta | bakkväll | baking evening | leivontatalkoot
        """
    )
]
"""What takes place once or once a year."""

SUBJECTS = [
    Subject(*row)
    for row in rows(
        """
        keramiikka | keramiikan | keramik | pottery
        englanti | englannin | engelska | English
        espanja | espanjan | spanska | Spanish
        italia | italian | italienska | Italian
        suomi toisena kielenä | suomi toisena kielenä | finska som andraspråk | Finnish as a second language
        kudonta | kudonnan | vävning | weaving
        hopeatyöt | hopeatöiden | silversmide | silversmithing
        ompelu | ompelun | sömnad | sewing
        valokuvaus | valokuvauksen | fotografering | photography
        öljymaalaus | öljymaalauksen | oljemålning | oil painting
        verhoilu | verhoilun | möbeltapetsering | upholstery
        entisöinti | entisöinnin | möbelrestaurering | furniture restoration
        piano | pianon | piano | piano
        kitara | kitaran | gitarr | guitar
        ukulele | ukulelen | ukulele | ukulele
        yksinlaulu | yksinlaulun | solosång | solo singing
        kansantanssi | kansantanssin | folkdans | folk dance
        baletti | baletin | balett | ballet
        leipominen | leipomisen | bakning | baking
        sienestys | sienestyksen | svampplockning | mushroom picking
        mehiläishoito | mehiläishoidon | biodling | beekeeping
        ensiapu | ensiavun | första hjälpen | first aid
        hygieniapassi | hygieniapassin | hygienpass | hygiene passport
        taulukkolaskenta | taulukkolaskennan | kalkylprogram | spreadsheets
        älypuhelin | älypuhelimen | smarttelefon | smartphone
        tekoäly | tekoälyn | artificiell intelligens | artificial intelligence
        sukututkimus | sukututkimuksen | släktforskning | genealogy
        venäjä | venäjän | ryska | Russian
        viittomakieli | viittomakielen | teckenspråk | sign language
        puutarhanhoito | puutarhanhoidon | trädgårdsskötsel | gardening
        """
    )
]
"""What courses teach."""

LEVELS = [
    Subject("alkeet", "alkeiskurssi", "grundkurs", "beginners"),
    Subject("jatko", "jatkokurssi", "fortsättningskurs", "intermediate"),
    Subject("syventävä", "syventävä kurssi", "fördjupningskurs", "advanced"),
]
"""``fi`` behind a comma, ``genitive`` behind the subject's genitive."""

AUDIENCES = [
    Audience(*row)
    for row in rows(
        """
        vauvojen | vauvoille | för bebisar | for babies
        taaperoiden | taaperoille | för småbarn | for toddlers
        lasten | lapsille | för barn | for children
        nuorten | nuorille | för unga | for young people
        aikuisten | aikuisille | för vuxna | for adults
        ikäihmisten | ikäihmisille | för seniorer | for seniors
        naisten | naisille | för kvinnor | for women
        miesten | miehille | för män | for men
        perheiden | perheille | för familjer | for families
        omaishoitajien | omaishoitajille | för närståendevårdare | for carers
        maahanmuuttajien | maahanmuuttajille | för invandrare | for immigrants
        opiskelijoiden | opiskelijoille | för studerande | for students
        työttömien | työttömille | för arbetslösa | for the unemployed
        aloittelijoiden | aloittelijoille | för nybörjare | for beginners
        """
    )
]
APART = (
    {"for babies", "for toddlers"},
    {"for babies", "for young people"},
    {"for toddlers", "for young people"},
    {"for children", "for young people"},
    {"for children", "for seniors"},
    {"for young people", "for seniors"},
    {"for women", "for men"},
    {"for carers", "for immigrants", "for students", "for the unemployed"},
)
"""Groups of which nobody belongs to two; where two of them may overlap, a session for one may be the session for the other."""
AGES = [(0, 1), (2, 3), (3, 4), (3, 6), (5, 6), (7, 9), (7, 12), (10, 12), (13, 17)]
GRADES = [(1, 2), (3, 4), (3, 6), (5, 6), (7, 9)]

THEMES = [
    Words(*row)
    for row in rows(
        """
        muisti ja aivoterveys | minne och hjärnhälsa | memory and brain health
        unen merkitys | sömnens betydelse | why sleep matters
        testamentti ja edunvalvonta | testamente och intressebevakning | wills and guardianship
        perunkirjoitus käytännössä | bouppteckning i praktiken | estate inventory in practice
        kotiseudun historia | hembygdens historia | local history
        vanhat kartat kertovat | gamla kartor berättar | what old maps tell
        metsän eläimet talvella | skogens djur på vintern | forest animals in winter
        muuttolintujen matka | flyttfåglarnas resa | the journey of migratory birds
        verkkohuijaukset ja niiltä suojautuminen | nätbedrägerier och hur man skyddar sig | online scams and how to avoid them
        lapsen ruutuaika | barnets skärmtid | children's screen time
        murrosikä ja vanhemmuus | pubertet och föräldraskap | puberty and parenting
        ravitsemus ikääntyessä | näring på äldre dar | nutrition in old age
        sydämen hyvinvointi | hjärtats välmående | heart health
        diabeteksen omahoito | egenvård vid diabetes | living with diabetes
        keskiaikaiset kirkot | medeltida kyrkor | medieval churches
        talvisodan kodit | vinterkrigets hem | homes during the Winter War
        pientalon energiaremontti | energirenovering av småhus | energy renovation of houses
        komposti toimimaan | få komposten att fungera | making compost work
        omenapuiden leikkaus | beskärning av äppelträd | pruning apple trees
        tähtitaivas paljain silmin | stjärnhimlen med blotta ögat | the night sky with the naked eye
        kaamosväsymys | vintertrötthet | winter fatigue
        nivelrikko ja liikunta | artros och motion | osteoarthritis and exercise
        yksinäisyydestä yhteyteen | från ensamhet till gemenskap | from loneliness to connection
        taloyhtiön vastuut | husbolagets ansvar | duties of a housing company
        järjestön viestintä | föreningens kommunikation | communication for associations
        avustusten hakeminen | att söka bidrag | applying for grants
        kuolinsiivous | dödsstädning | death cleaning
        jätevesien käsittely haja-asutusalueella | avloppsvatten i glesbygden | wastewater in rural areas
        romaanin synty | hur en roman blir till | how a novel is born
        rakennusperinnön hoito | vård av byggnadsarvet | caring for built heritage
        """
    )
]
"""What lectures are about."""

PLAY, FILM = Words("teatteri", "teater", "theatre"), Words("elokuva", "film", "film")
LECTURE = Words("luento", "föreläsning", "lecture", "yleisöluento")
EXTRAS = [
    Words(*row)
    for row in rows(
        """
        tervetuloa mukaan | välkommen med | welcome
        vapaa pääsy | fritt inträde | free entry
        ilmoittaudu mukaan | anmäl dig | sign up now
        kahvitarjoilu | kaffeservering | coffee served
        uusi aika | ny tid | new time
        kaikille avoin | öppet för alla | open to all
        """
    )
]
"""What publishers write behind a title that says nothing of what it is."""
