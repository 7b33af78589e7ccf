"""What events are called in Finnish, Swedish and English: one concept a line, written for this project.

Two parts of a title that name the same concept in different languages are translations of each other ("Satutunti / Sagostund").
A word is a stem: it is found at the beginning of a word and, in a compound, at the beginning of a part of it; ``+`` ends a word that must
stand whole. Several words of one language are separated by commas. An empty field: the language has no word of its own.
"""

from __future__ import annotations

_TABLE = """
satutun,satutuok,satuhet | sagostund,sagotim,sagoläs | story time+,storytime,story hour,fairy tale
lorut,loruil | ramsstund,ramslek | rhyme
muskari,musiikkileikki | musiklek,musiklekis | music playgroup,music play
perhekahvila | familjecaf | family café,family cafe
perhekerho | familjeklubb,familjecirkel | family club
vauvakahvila,vauvakerho | babycaf,babyklubb | baby café,baby cafe
kahvila,kahvi,kaffe | kafé,café,caf,kaffe | café,cafe,coffee
kerho | klubb,cirkel | club
ryhmä | grupp | group
kurssi | kurs | course
luento | föreläsning,föredrag | lecture,talk+
työpaja,paja+ | verkstad,workshop | workshop
näyttely | utställning | exhibition
avajaiset | vernissage,invigning | opening+
konsert | konsert | concert
kuoro | kör+,körsång | choir
yhteislaulu,laulu | allsång,sång | sing-along,singalong,singing,songs,carols
tanssi | dans | dance,dancing
teatteri | teater | theatre,theater
näytelmä,esity | pjäs,föreställning | play+,performance
elokuva | film,bio+ | movie,film,cinema
nukketeatteri | dockteater | puppet
jooga | yoga | yoga
jumppa,voimistelu | gymnastik,gympa | gymnastics,exercise
tuolijumppa | stolgymnastik,stolgympa | chair exercise,chair gymnastics
vesijumppa | vattengymnastik,vattengympa | water aerobics,aqua
uinti,uimakoulu,uima | simning,simskola,sim | swimming,swim+
kävely | promenad | walk
retki,retkeily | utflykt,utfärd,vandring | trip+,hike,hiking,excursion
vaellus,patikointi | vandring | hike,hiking
pyöräily,pyörä | cyk | cycling,bike
hiihto | skidåkning,skid | ski+,skiing
luistelu | skridsko | skating
kuntosali | gym+ | gym+
peli-ilta,pelipäivä | spelkväll,speldag | game night,games night,game day
pelit,peli,pelaa | spel | game
lautapeli | brädspel,sällskapsspel | board game
shakki | schack | chess
askartelu | pyssel | crafts,crafting
käsityö,neulonta,neule | handarbete,hantverk,stickning,stick | handicraft,crafts,knitting,knit
kirpputori,kirppis | loppis,loppmarknad | flea market
myyjäiset | basar,försäljning | fair+,bazaar,sale+
markkinat | marknad | market,fair+
tori+,torilla | torg | market square
joulu | jul | christmas
pikkujoulu | lillajul | pre-christmas
pääsiäi | påsk | easter
vappu | vappen,första maj,valborg | may day
juhannu | midsommar | midsummer
itsenäisyy | självständighet | independence
uusivuosi,uudenvuoden,uusi vuosi | nyår | new year
laskiai | fastlag | shrove
ystävänpäivä | vändag | valentine
isänpäivä | farsdag | father's day
äitienpäivä | morsdag | mother's day
halloween,kekri | halloween,allhelgona | halloween
talvi | vinter | winter
kevät,kevään | vår+,vårens,vårdag | spring
kesä | sommar | summer
syksy,syys+,syysma,syysjuhla | höst | autumn
juhla | fest+,festen,jubileum | party,celebration,festival
kansainvälinen,kansainväli | internationell | international
kielikahvila | språkcaf | language café,language cafe
keskustelu | diskussion,samtal | discussion,conversation
lukupiiri | läsecirkel,bokcirkel | book club,reading circle,reading group
kirja+,kirjallisuus,kirjailija | bok+,litteratur,författar | book,literature,author
kirjavinkkaus | boktips | book tips,book talk
kirjasto | bibliotek | library
runo | dikt,poesi,lyrik | poetry,poem
lukukoira | läshund | reading dog
läksy | läx | homework
digitu,digiopast,digineuvo,nettineuvo | digistöd,digihjälp,digital hjälp | digital support,digital help,digital skills,tech help
tietokone | dator | computer
älypuhelin | smarttelefon | smartphone
opastus,opastettu | guidning,guidad | guided,guidance
kierros | rundtur,rundvandring | tour
avoimet ovet | öppet hus,öppna dörrar | open house,open day,open doors
avoin,avoimet,avoimen | öppen,öppet,öppna | open
ilta+,iltama | kväll | evening,night
aamu | morgon | morning
päivä | dag | day
viikko | vecka | week
kokous | möte | meeting
vuosikokous | årsmöte | annual meeting
infotilaisuus,tiedotustilaisuus | infomöte,informationsmöte,info+,infotillfälle | information session,info session
tapaaminen,tapaami | träff | meetup,meeting,gathering
vertaisryhmä,vertaistu | kamratstöd,stödgrupp | peer support,support group
omaishoitaja | närståendevårdare | informal carer,family carer,caregiver
muisti | minnes | memory
eläkeläis | pensionär | pensioner
senior,ikäihmis,ikääntyn | senior,äldre | senior,older people,elderly
laste,lapset,lapsi | barn | children,child,kids
perhe | familj | famil
nuorte,nuoret,nuori | ungdom,unga+ | youth,young people,teen
vauva | baby,bebis | bab
taapero | småbarn | toddler
aikui | vuxen,vuxna | adult
nais | kvinno | women
mies,mieste,miehet | män+,mans | men+,men's
tyttö | flick | girl
poik,poja | pojk | boy
koululais | skolbarn,skolelev | school children,schoolchildren
opiskelij | studera,student | student
maahanmuutta | invandr | immigrant
työttöm,työnhaki | arbetslös,arbetssök | unemployed,job seek
vapaaehtoi | frivillig,volontär | volunteer
jumalanpalvelus,messu | gudstjänst,högmässa,mässa | church service,worship,mass+
hartaus | andakt | devotion
rukous | bön | prayer
raamattu | bibel | bible
lähetys | mission | mission
hautausmaa | begravningsplats,kyrkogård | cemetery
ruoka,ruoan | mat+,maten,matlag | food
keittiö,kokki | kök,kock | cooking,cook+
lounas | lunch | lunch
aamiainen,aamupala | frukost | breakfast
leivonta,leivo | bak+,bakning | baking
puuro | gröt | porridge
glögi | glögg | mulled wine
vesi | vatten | water
luonto,luonno | natur | nature
metsä | skog | forest
lintu | fågel | bird
eläin,eläim | djur | animal
koira | hund | dog
hevonen,heppa,ratsastus | häst,ridning | horse,riding
puutarha | trädgård | garden
kasvi,taimi | växt,plant | plant
valokuv | foto,fotograf | photo
taide,taite | konst | art+,arts
maalaus | måleri,målning,måla | painting
piirust,piirtä | teckning,rita | drawing
keramiik | keramik | pottery,ceramics
musiik | musik | music
soitto,soitin | spel på,instrument | instrument
kitara | gitarr | guitar
piano | piano | piano
historia | histori | history
kulttuuri | kultur | culture
perinne | tradition | tradition
terveys,tervey | hälsa,hälso | health
hyvinvointi | välbefinnande,välfärd | wellbeing,well-being
liikunta,liikku | motion,idrott,rörelse | sport,exercise,physical activity
urheilu | idrott,sport | sport
ottelu,peli+ | match | match,game
turnaus | turnering | tournament
kilpailu,kisat,kisa+ | tävling | competition,contest
jalkapallo | fotboll | football,soccer
jääkiekko | ishockey | ice hockey
salibandy | innebandy | floorball
koripallo | basket | basketball
lentopallo | volleyboll | volleyball
sulkapallo | badminton | badminton
pallo | boll | ball
rentoutu,rentoutus | avslappning | relaxation
tasapaino | balans | balance
ensiapu | första hjälp | first aid
turvallisuus | säkerhet | safety
tulevaisuus,tulevaisuude | framtid | future
ilmasto | klimat | climate
kierrätys | återvinning | recycling
vaihto | byte+,bytes | swap,exchange
korjau | reparera,reparation | repair
neuvonta | rådgivning | advice,counselling,counseling
esittely | presentation | presentation,introduction
suomen kiel,suomea | finska | finnish
ruotsin kiel,ruotsia | svenska | swedish
englannin kiel,englantia | engelska | english
venäjä | ryska | russian
leikki,leiki | lek+,lekpark,lekstund | play+,playtime
puisto | park | park
leiri | läger | camp
talkoot | talko | work party
kahvit | kaffe | coffee
ompelu | sömnad,sy+ | sewing
tarina | berättelse,saga | story,tale
nukkumaan | godnatt | bedtime
pyjama | pyjamas | pyjama,pajama
valo | ljus | light
lumi | snö | snow
järvi,järve | sjö | lake
meri,mere | hav+,havet | sea+
saari,saaristo | ö+,skärgård | island,archipelago
kirkko | kyrk | church
koulu | skol | school
museo | museum | museum
talo+,talon | hus+ | house
alkei,alkeet | nybörjar,grund | beginner,basics
jatko | fortsättning | advanced,intermediate,continu
verkossa,etä | på nätet,distans | online,remote
"""


def _words(field: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in field.split(",") if word.strip())


CONCEPTS: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = tuple(
    (_words(fi), _words(sv), _words(en)) for fi, sv, en in (line.split("|") for line in _TABLE.strip().splitlines())
)
"""Finnish, Swedish and English words of each concept."""
EVENT_LANGUAGES = ("fi", "sv", "en")
