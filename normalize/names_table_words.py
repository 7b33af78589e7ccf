"""Everyday words that titles of events, plays, talks and walks are made of, in the notation of ``names_lexicon``."""

from __future__ import annotations

WORDS = """
vanha,vanhat | gammal,gamla | old,ancient
kaunis,kauniit,kaunein,kauneim* | vacker,vackra,vackraste,skön | beautiful,lovely,most beautiful
rakas | kär,älskade | dear,beloved
onnellinen,onni | lycklig,lycka | happy,happiness
iloinen | glad,glada | merry,joyful,cheerful
surullinen | ledsen,sorgsen | sad
kultainen,kulta | gyllene,guld | golden,gold
hopea | silver | silver
punainen,puna* | röd,röda | red
sininen,sini* | blå,blåa | blue
vihreä,viher* | grön,gröna | green
keltainen | gul,gula | yellow
valkoinen,valko* | vit,vita | white
musta | svart,svarta | black
harmaa | grå | grey,gray
ruusu | ros,rosor | rose,roses
nuoruus | ungdomstid | youth days
lapsuus | barndom | childhood
isänmaa | fosterland | fatherland,homeland
koti,kotona | hem,hemma | home
ikkuna | fönster | window
ovi | dörr | door
tie | väg | road,way
katu | gata | street
silta | bro | bridge
portti | port | gate
torni | torn | tower
myrsky | storm | storm,tempest
tuuli | vind | wind
sade,vesisade | regn | rain
kaste | dagg | dew
aalto,aallot | våg,vågor | wave,waves
unelma,unelmat | dröm,drömmar | dream,dreams
salaisuus,salaisuudet | hemlighet,hemligheter | secret,secrets
ihme,ihmeet | under,mirakel | miracle,wonder,wonders
ihminen,ihmiset | människa,människor | human,people,person
sankari | hjälte | hero,heroes
kuningas | kung | king
kuningatar | drottning | queen
prinsessa | prinsessa | princess
prinssi | prins | prince
peikko | troll | troll
keiju | fe,älva | fairy
lohikäärme | drake | dragon
dinosaurus | dinosaurie | dinosaur,dinosaurs
aave,kummitus,kummitukset | spöke,spöken | ghost,ghosts
hirviö | monster | monster,monsters
merirosvo | sjörövare,pirat | pirate,pirates
matkalainen | resenär | traveller,traveler
kulkuri | vagabond,luffare | vagabond,tramp
sotilas | soldat | soldier
lääkäri | läkare | doctor
opettaja | lärare | teacher
naapuri,naapurit | granne,grannar | neighbour,neighbours,neighbor,neighbors
veli,veljekset,veljestä | bror,bröder | brother,brothers
sisko | syster,systrar | sister,sisters
tytär | dotter | daughter
morsian | brud | bride
vihkiäiset | vigsel | wedding ceremony
aika | tid | time,age
nykyaika,nyky* | nutid,samtid* | contemporary,modern,today
tulevaisuus | framtid | future
ikuinen | evig | eternal
maailma | värld,världs* | world
tuntematon | okänd,okända | unknown
kadonnut | försvunnen,förlorad | lost,missing
kielletty | förbjuden | forbidden
villi | vild | wild
hullu | galen | crazy,mad
nopea | snabb | fast,quick,rapid
hidas | långsam | slow
lempeä,lempeästi,kevyt | mjuk,varsam,lätt | gentle,soft,light
kova | hård | hard
lämmin | varm,varma | warm
kylmä | kall,kalla | cold
makea | söt,söta | sweet
seitsemän | sju | seven
kolme | tre | three
kaksi | två | two
neljä | fyra | four
viisi | fem | five
kuuluisa | berömd,känd | famous
siipi,siivet | vinge,vingar | wing,wings
silmä,silmät | öga,ögon | eye,eyes
käsi,kädet | hand,händer | hand,hands
jalka,jalat | fot,fötter | foot,feet
pää | huvud | head
juuri,juuret | rot,rötter | root,roots
tunne,tunteet | känsla,känslor | emotion,emotions,feelings
ajatus,ajatukset | tanke,tankar | thought,thoughts
voimaannu* | stärkande | empowerment,empowering
luova,luovuus | kreativ,kreativitet,skapande | creative,creativity
vuorovaikutus | växelverkan | interaction
kohtaaminen,kohtaamispaikka | möte,möten,mötesplats | encounter,encounters,meeting place
rohkea,rohkeus | modig,mod | brave,courage
turvallinen | trygg | safe
iltasatu | godnattsaga | bedtime story
iltalaulu | kvällssång | evening song
hautausmaa | begravningsplats,kyrkogård | cemetery,churchyard
rautatie,juna | järnväg,tåg | railway,train
lentokone | flygplan | airplane,plane
laiva,risteily | fartyg,skepp,kryssning | ship,cruise
bussi,linja-auto | buss | bus
karjala,karjalainen | karelen,karelsk* | karelia,karelian
lappi | lappland | lapland
pohjoinen | nord,norr,nordlig | north,northern
etelä | syd,söder | south,southern
itä | öst,öster | east,eastern
länsi | väst,väster | west,western
pohjoismainen | nordisk | nordic
eurooppa | europa | europe,european
afrikka | afrika | africa,african
aasia | asien | asia,asian
amerikka | amerika | america,american
ruotsalainen,ruotsalais* | svensk,svenskar | swede
venäläinen | ryss,ryssar | russians
romani,romanit | rom,romer | roma
antiikki | antik,antikviteter | antique,antiques
keräily,keräilijä | samlande,samlare | collecting,collectors
rokokoo | rokoko | rococo
keskiaika | medeltid,medeltida | medieval,middle ages
viikinki | viking | viking,vikings
taikina | deg | dough
joulutorttu | jultårta | christmas tart
hauki | gädda | pike
muikku | siklöja | vendace
lohi | lax | salmon
hämähäkki | spindel | spider
ketteryys | vighet | agility skills
ankka | anka | duck
joutsen | svan | swan
kotka | örn | eagle
pöllö | uggla | owl
käärme | orm | snake
kettu | räv | fox
jänis,pupu,kani | hare,kanin | hare,rabbit,bunny
hiiri | mus | mouse
possu,sika | gris | pig
leijona | lejon | lion
tiikeri | tiger | tiger
apina | apa | monkey
elefantti,norsu | elefant | elephant
kalenteri | kalender | calendar
kello | klocka,klockor | clock,bell,bells
avain | nyckel | key
laatikko,pussi | låda,påse | box,bag
pöytä | bord | table
tuoli | stol | chair
lattia | golv | floor
metri | meter | metre
kierre | skruv | spiral
sydänääni | hjärtljud | heartbeat
ääni,äänet | ljud,röst,röster | sound,voice,sounds,voices
hiljaa | tyst | quietly
yksin | ensam | alone
kaksin | på tu man hand | two of us
paluu | återkomst | return,comeback
lähtijä | utflyttare | leaver
matkakertomus,matkakuvat | reseberättelse,resebilder | travel story,travelogue
kuvaesitys | bildvisning | slide show
lahjakortti | presentkort | gift card
lukko | lås | lock
raita | rand | stripe
ruutu | ruta | square pattern
pallero | boll liten | little ball
mäenlasku,pulkkamäki,pulkka | pulkåkning,pulka,kälkåkning | sledding,sledge,sledging,tobogganing
rieha,riehat | upptåg,jippo,skoj | funfair,romp,fun day
karnevaali,karnevaalit | karneval | carnival
tivoli,huvipuisto | tivoli,nöjespark | amusement park,funfair
ilotulitus | fyrverkeri | fireworks
kummi,kummit | fadder,faddrar | godparent,sponsor
vastuu | ansvar | responsibility
kasvu,kasvatus | växande,fostran,tillväxt | growth,education,upbringing
muutto,muuttaja,muuttolinnut | flyttning,flytt,flyttfågel | migration,moving,migratory
katsominen,katso*,katselu | titta,skåda,tittande,skådning | watching,watch,viewing,spotting
kuuntelu,kuuntele* | lyssna,lyssning,lyssnande | listening,listen
rakenna,rakenta*,rakentelu | bygg,bygga,byggande | build,building
tehdä,tee,tehdään,teet*,tekeminen,teko | gör,göra,tillverka,tillverkning | make,making,do
löytö,löydä,löytäminen | fynd,hitta,upptäck* | discovery,discover,find
haku,hae,hakeminen,etsi* | sök,sökning,söka | search,seek
valmistus,valmistaudu,valmistelu | förberedelse,förbered* | preparation,prepare,preparing
hoitaminen,hoida | sköta,skötsel | care for,tending
hyvästi | farväl,adjö | farewell,goodbye
tapaturma | olycka | accident
hiljentyminen | stillhetsstund | quiet moment
suojelu | skydd,skydds* | protection,conservation
kunnostus | iståndsättning | restoration work
tarkkailu | observation | observation,observing
valtuusto,kunnanvaltuusto,kaupunginvaltuusto | fullmäktige | council,city council,town council
lautakunta | nämnd | committee,commission
kuuleminen | hörande | hearing,public hearing
äänestys | röstning | voting,vote
mielenosoitus | demonstration | demonstration,protest,rally
muistotilaisuus,muisto*,muistojuhla | minnesstund,minneshögtid,minnes* | memorial,commemoration,vigil
seppele | krans | wreath laying
valmistujaiset | examensfest,dimission | graduation,commencement
kevätjuhla | vårfest | spring celebration
sitsit,sitsi | sits,sittning | sitz,academic dinner party
appro,haalari*,approt | appro,halare | pub crawl,student overalls
fuksi,fuksit | gulnäbb,gulis | freshman,freshmen,freshers
orientaatio,perehdytys | orientering,introduktion | orientation,induction
matto,matot | matta,mattor | rug,rugs,carpet
g: harrastus,harrastaja,harrastajat,harraste | hobby,entusiast,entusiaster | hobby,hobbies,enthusiast,enthusiasts
g: kansa,kansan | folk,folket | people
kertaus | repetition | refresher
"""
