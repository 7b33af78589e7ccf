"""Words of sports, games, nature, animals, food and travel: Finnish | Swedish | English, in the notation of ``names_lexicon``."""

from __future__ import annotations

SPORTS = """
m: liikunta,liikkumi*,liikkuva,liikku* | motion,rörelse,röra på sig | exercise,physical activity,movement,move
m: urheilu,urheilija | idrott,sport | sport,sports,athletics
jumppa,voimistelu,jumpa* | gymnastik,gympa | gymnastics,gym class,exercise class,aerobics
jumppa,jumppatuokio,jumppahetki | jumppa | exercise,exercises
tuolijumppa,tuolivoimistelu | stolgymnastik,stolgympa,stoljumppa | chair exercise,chair gymnastics,chair exercises
tuolijumppa,istumajumppa | sittgymnastik,sittgympa | seated exercise,chair aerobics
vesijumppa,vesivoimistelu | vattengymnastik,vattengympa | water aerobics,aqua aerobics,aquafit
vesijumppa,allasjumppa | vattenjumppa | water exercise,aqua gym
kuntosali | gym,konditionssal | gym,fitness room
kunto,kuntoilu | kondition,motion | fitness,keep fit
kuntopiiri | cirkelträning | circuit training,circuit
tasapaino | balans | balance
venyttely,venytys,notkeus | stretching,tänjning | stretching,stretch
kehonhuolto,keho | kroppsvård,kropp | body care,body maintenance,body
lihaskunto,voima,voimaharjoittelu,lihas* | styrketräning,muskel*,styrka | strength,strength training,muscle
pilates | pilates | pilates
jooga,joogata | yoga | yoga
asahi | asahi | asahi
taiji,tai chi,taijiquan,tai-chi | tai chi,taiji | tai chi,taiji
qigong,chi kung | qigong | qigong
meditaatio,mindfulness,tietoisuustaidot | meditation,mindfulness,medveten närvaro | meditation,mindfulness,meditate
rentoutus,rentoutumi*,rentoutu* | avslappning,avslappnings*,avkoppling | relaxation,relax,relaxing
hengitys | andning,andnings* | breathing,breathwork,breath
kävely,kävellen,kävellä,kävelemään,kävele* | promenad,gång,vandring,promenera,gå | walk,walking,stroll,walks
sauvakävely,sauvakävelijät,sauvakävelijä,sauvoen | stavgång | nordic walking,pole walking,nordic walk
juoksu,juoksu*,juoksemi*,hölkkä,lenkki,juokse* | löpning,lopp,löpar*,jogg,joggning,löp* | run,running,jogging,jog,runners
maraton | maraton | marathon
hiihto,hiihtä*,hiihdon,ladut,latu,hiihto* | skidåkning,skidor,skid*,skidning,spår | skiing,ski,cross-country,skis
laskettelu,rinne | slalom,utförsåkning,backe | downhill,slope,alpine skiing
lumilauta,lumilautailu | snowboard | snowboard,snowboarding
lumikenkä,lumikenkäily,lumikengät | snösko,snöskor,snöskovandring | snowshoe,snowshoeing,snowshoes
luistelu,luistelemaan,luistele*,luistin* | skridsko,skridskoåkning,skridskor | skating,skate,ice skating
yleisöluistelu,yleisövuoro | allmänhetens skridskoåkning,allmän åkning | public skating,open skating,open skate
yleisöluistelu | allmänhetens åkning | public skate
taitoluistelu | konståkning | figure skating
jääkiekko,lätkä,kiekko | ishockey,hockey | ice hockey,hockey
jää | is | ice
jääpallo | bandy | bandy
ringette | ringette | ringette
curling | curling | curling
jalkapallo,futis,jalis | fotboll | football,soccer
futsal | futsal | futsal
salibandy,säbä,sähly | innebandy | floorball
koripallo,koris | basket,korgboll,basketboll | basketball
lentopallo,lentis | volleyboll | volleyball
beach volley,rantalentopallo | beachvolley | beach volleyball
käsipallo | handboll | handball
pesäpallo,pesis | boboll | pesäpallo,finnish baseball,baseball
tennis | tennis | tennis
sulkapallo,sulkis | badminton | badminton
squash | squash | squash
padel | padel | padel
pickleball | pickleball | pickleball
pöytätennis,pingis | bordtennis,pingis | table tennis,ping pong,ping-pong
golf | golf | golf
frisbeegolf | frisbeegolf,discgolf | disc golf,frisbee golf
minigolf | minigolf | minigolf,mini golf
keilailu,keilaus,keila* | bowling | bowling
petankki | boule,petanque | petanque,boules
mölkky | mölkky | mölkky,molkky
boccia | boccia | boccia
tikka,tikanheitto,darts,tikka* | dart,darts,pilkastning | darts
biljardi | biljard | billiards,pool
pyöräily,pyörä,polkupyörä,fillari,pyörä*,pyöräretki | cykel,cykling,cykla,cyklar,cykel* | cycling,bike,bicycle,bikes,biking
bmx | bmx | bmx
skeittaus,skeitti,rullalauta* | skateboard,skejt* | skateboarding,skateboard
rullaluistelu | rullskridsko,inlines | roller skating,rollerblading
skootti,potkulauta | sparkcykel | scooter
uinti,uimaan,uimari,uintivuoro | simning,sim*,simma,bad | swimming,swim,swimmers
uimakoulu | simskola | swimming school,swim school,swimming lessons,swimming lesson,swim lessons
vauvauinti | babysim | baby swimming,baby swim
avanto,avantouinti,talviuinti | vinterbad,vinterbadning,vinak,vinter simning | winter swimming,ice swimming,ice hole
vesi,vesi* | vatten | water,aqua
sukellus,snorklaus,sukellu* | dykning,dykar* | diving,scuba,snorkelling
melonta,kanootti,kajakki,meloen,melo* | paddling,kanot,kajak,paddla | paddling,canoe,kayak,canoeing,kayaking
sup-lautailu,suppaus,sup | sup,paddleboard | sup,paddleboarding,stand up paddle
soutu,soudut,vene,veneily,veneet | rodd,båt,båtar,rodd* | rowing,boat,boats,boating
purjehdus,purje*,purjevene | segling,segla,segel* | sailing,sail
purjelauta | vindsurfing | windsurfing
kalastus,kalastamaan,kala,onki,onkikilpailu,ongin* | fiske,fiska,mete,fisk* | fishing,angling,fish
pilkki,pilkkikisa,pilkkikilpailu,pilkki* | pimpel,pimpelfiske,pimpling | ice fishing
metsästys | jakt | hunting
ratsastus,heppa,hevonen,heppa*,hevos*,poni | ridning,häst,rid*,ponny,hästar | riding,horse,horses,horseback,pony
keppihevonen | käpphäst | hobby horse
koira,koirat | hund,hundar | dog,dogs
agility | agility | agility
suunnistus,rastit,kuntorastit,iltarastit,rasti | orientering,kvällsorientering | orienteering
geokätköily | geocaching | geocaching
yleisurheilu | friidrott | track and field,athletics
paini | brottning | wrestling
nyrkkeily | boxning | boxing
judo | judo | judo
karate | karate | karate
aikido | aikido | aikido
taekwondo | taekwondo | taekwondo
ju-jutsu,jujutsu | jujutsu | jiu-jitsu,jujutsu
itsepuolustus | självförsvar | self-defence,self-defense
miekkailu | fäktning | fencing
jousiammunta,jousi | bågskytte | archery
ammunta | skytte | shooting
kiipeily,kiipeile* | klättring,klättra | climbing,bouldering,climb
parkour | parkour | parkour
cheerleading | cheerleading | cheerleading
trampoliini | trampolin | trampoline
temppujumppa,temppurata,temppu* | tricks,hinderbana,trickbana | obstacle course,tricks
telinevoimistelu | redskapsgymnastik | artistic gymnastics
rytminen voimistelu | rytmisk gymnastik | rhythmic gymnastics
crossfit | crossfit | crossfit
kahvakuula | kettlebell | kettlebell
spinning | spinning | spinning
hiit | hiit | hiit
moottori,moottoripyörä,motoristi | motor,motorcykel | motor,motorcycle,motorbike
auto,autot,rompetori | bil,bilar | car,cars,auto,automotive
ralli | rally | rally
ravit,raviurheilu | trav | trotting,harness racing
e-urheilu,esports | e-sport,esport | esports,e-sports
olympialaiset | olympiad | olympics
palloilu,pallo,pallopelit,pallot | boll,bollspel,bollar | ball,ball games,balls
maila | racket | racket
palautumi* | återhämtning | recovery
ryhti | hållning | posture
selkä | rygg | back
niska | nacke | neck
lantionpohja | bäckenbotten | pelvic floor
"""

PLAY = """
m: peli,pelit,pelaa*,pelailu,pelaami*,pelejä,pelata | spel,spela,spelar* | game,games,gaming,play games,playing
peli-ilta,peliluola,pelipäivä | spelkväll,speldag | game night,games night,gaming night,game day
lautapeli,lautapelit | brädspel,sällskapsspel | board game,board games,tabletop
roolipeli,larppi,larp | rollspel,lajv | role-playing,roleplaying,rpg,larp,dungeons and dragons
korttipeli,kortinpeluu | kortspel | card game,card games
konsolipeli,videopeli,digipeli | tv-spel,videospel,konsolspel,digitala spel | video game,video games,console games
shakki,šakki | schack | chess
bridge | bridge | bridge
tuppi | tuppi | tuppi
pokeri | poker | poker
canasta | canasta | canasta
magic the gathering,magic-kortti | magic the gathering | magic the gathering
pokemon | pokemon | pokemon
sudoku | sudoku | sudoku
palapeli,palapelit | pussel | puzzle,jigsaw,puzzles
leikki,leikit,leikki*,leiki* | lek,leka,lekar | play,games,playtime,playing
leikkipuisto | lekpark | playground
leikkiryhmä | lekgrupp | playgroup,play group
puisto | park | park
naamiaiset,naamiais*,naamio | maskerad | masquerade,costume,fancy dress
aarteenetsintä,aarre | skattjakt,skatt | treasure hunt,treasure,scavenger hunt
pakopeli,pakohuone | flyktspel,flyktrum | escape room,escape game
puisto jumppa | parkgympa | park gymnastics
hoppa,hyppy,hyppynaru,hyppi* | hopp,hoppa,hopprep | jump,skipping,jumping
pomppulinna | hoppborg | bouncy castle,bounce house
seikkailu,seikkaile* | äventyr,äventyrs* | adventure,adventures
"""

NATURE = """
m: luonto | natur | nature
metsä,metsät | skog,skogs* | forest,woods,woodland
metsäkylpy | skogsbad | forest bathing
ulkoilu,ulkoilemaan,ulkoile* | friluftsliv,frilufts*,utevistelse | outdoors,outdoor recreation
vaellus,patikointi,patikka,vaelta* | vandring,fotvandring,vandra | hike,hiking,trek,trekking
polku,polut | stig | path,trail,trails
lintu,linnut,lintuja | fågel,fåglar,fågel* | bird,birds,birding
laskenta,laske,laske*,lasku | räkning,räkna | count,counting,census
pönttö,linnunpönttö | holk,fågelholk | nest box,birdhouse,nesting box
sieni,sienet,sienestys,sieniretki | svamp,svamp* | mushroom,mushrooms,fungi,foraging
marja,marjat,marjastus | bär,bärplockning | berry,berries
kasvi,kasvit | växt,växter,växt* | plant,plants
villiyrtti,villiyrtit,yrtti,yrtit | ört,vilda örter,ört* | herb,herbs,wild herbs
puutarha,puutarhuri,puutarhanhoito,viljely | trädgård,odling,odla | garden,gardening,gardens
puutarha,viljelijä,kasvimaa | trädgårds* | allotment,growing
piha | gård,gårds* | yard,courtyard
taimi,taimet,siemen,siemenet | planta,plantor,frö,frön | seedling,seedlings,seed,seeds
istutus | plantering | planting
puu,puut | träd | tree,trees
kuusi | gran | spruce,fir
ranta,rannalla | strand,stränder | beach,shore,waterfront
järvi | sjö,sjöar | lake,lakes
meri,saaristo | hav,havs*,skärgård | sea,archipelago,ocean
saari,saaret | öar,öarna,holme | island,islands
joki | älv,flod | river
koski | fors | rapids
vuori,tunturi,mäki | berg,fjäll,backe | mountain,hill,fell
suo | myr,kärr,mosse | bog,mire,wetland,marsh
tähti,tähdet,tähdet*,tähtitaivas,tähtiretki | stjärna,stjärnor,stjärn*,stjärnhimmel | star,stars,stargazing,starry
avaruus,tähtitiede | rymd,astronomi | space,astronomy
kuu | måne | moon
aurinko | sol | sun,solar
revontulet | norrsken | northern lights,aurora
sää | väder | weather
lumi | snö | snow
lumiukko | snögubbe | snowman
tuli,nuotio | eld,brasa,bål | fire,bonfire,campfire
lyhty,lyhdyt | lykta,lyktor | lantern,lanterns
valo,valot | ljus,ljus* | light,lights
pimeä | mörker,mörk | dark,darkness
taivas | himmel | sky,heaven
maa | jord,land | earth,land
ilmasto,ilmastonmuutos | klimat | climate
ympäristö | miljö | environment,environmental
kestävä kehitys,kestävyys | hållbarhet,hållbar | sustainability,sustainable
energia | energi | energy
jäte,roska,roskat,siivous,siivoa* | avfall,skräp,städ*,städning | waste,litter,trash,cleaning
eläin,eläimet | djur | animal,animals
kissa | katt | cat,cats
kotieläin,lemmikki | husdjur,sällskapsdjur | pet,pets,farm animals
hyönteinen,ötökkä,ötökät,perhonen,perhoset,mehiläinen | insekt,fjäril,bi,bin,småkryp | insect,insects,butterfly,bee,bees,bugs
lepakko | fladdermus,fladdermöss | bat,bats
karhu | björn | bear
susi | varg | wolf
hirvi | älg | moose,elk
poro | ren | reindeer
norppa,hylje | vikare,säl,saimenvikare | seal,ringed seal
lammas,lampaat | får,lamm | sheep,lamb
kana,kanat | höna,höns | hen,chicken,hens
lehmä | kossa | cow,cows
siili | igelkott | hedgehog
orava | ekorre | squirrel
kivi,mineraali | sten,mineral | stone,rock,stones,mineral
kansallispuisto | nationalpark | national park
laavu,kota | vindskydd,kåta | lean-to,shelter
partio,partiolaiset | scout,scouter,scouting | scout,scouts,scouting
sauna,saunailta,saunominen | bastu,bastukväll | sauna
"""

FOOD = """
m: ruoka,ruuan,ruokaa,ruuat,ruoan,ruoka*,ruokailu | mat,mat*,måltid | food,meal,meals,dining
ruoanlaitto,ruuanlaitto,kokkaus,kokki,kokkaa* | matlagning,kock,kök,kockklubb | cooking,cook,cookery,chef
ruoanlaitto,kokkikerho,kokkikoulu,keittiö,kokkailu | laga mat,kockskola | kitchen,culinary
leivonta,leipominen,leipo*,leivo* | bakning,baka,bak* | baking,bake
leipä | bröd | bread
pipari,piparkakku,piparit | pepparkaka,pepparkakor,pepparkaks* | gingerbread
pulla,korvapuusti | bulle,bullar,kanelbulle | bun,buns,cinnamon roll
kakku | tårta,kaka | cake,cakes
piirakka,karjalanpiirakka | pirog,karelsk pirog,paj | pie,pasty,pies,karelian pasty
lettu,letut,räiskäle,lättykestit,pannukakku,lätty,lätyt | plätt,plättar,pannkaka,pannkakor | pancake,pancakes
vohveli | våffla,våfflor | waffle,waffles
puuro,riisipuuro | gröt,risgrynsgröt | porridge,rice porridge
keitto,hernekeitto,soppa | soppa,ärtsoppa | soup,pea soup
kala-ateria | fiskmåltid | fish meal
ateria,aterioi* | måltid | meal
grilli,grillaus,makkara,makkaranpaisto | grill,grillning,korv | grill,barbecue,bbq,sausage
pizza | pizza | pizza
taco | taco | taco
sushi | sushi | sushi
suklaa | choklad | chocolate
juusto | ost | cheese
jäätelö | glass | ice cream
hillo,säilöntä | sylt,konservering | jam making,preserving,canning
hävikki,ruokahävikki | matsvinn,svinn | food waste,leftovers
kasvis,vegaani,kasvisruoka | vegetarisk,vegan* | vegetarian,vegan,vegetable
viini,viinit | vin | wine,wines
olut,oluet | öl | beer,beers,brewery,ale
viski | whisky | whisky,whiskey
maistelu,maistiaiset,tasting | provning,smakprov | tasting,tastings
ravintola,ravintolapäivä | restaurang,restaurangdag | restaurant,restaurant day
reko,lähiruoka | reko,närmat | local food,farmers
mehu,mehustus | saft,must,musteri | juice,juicing
omena,omenat,omenapuu | äpple,äpplen,äppelträd,äppel* | apple,apples,apple tree,apple trees
kansainvälinen ruoka | internationell mat | international food
rapu,ravut,rapujuhlat | kräfta,kräftor,kräftskiva | crayfish
savu,savustus | rök,rökning | smoking fish,smoked
peruna | potatis | potato
kaakao,glögi | kakao,glögg | cocoa,mulled wine
"""

PLACES = """
w: kirjasto,pääkirjasto,lähikirjasto | bibliotek,huvudbibliotek,stadsbibliotek | library,main library
w: kirjasto,kaupunginkirjasto,kirjastoauto | bokbuss | libraries
w: kirkko | kyrka,kyrko*,kyrk* | church
w: seurakunta,srk,srk-talo | församling,församlingshem | parish,parish hall,congregation
w: seurakunta,seurakuntatalo,seurakuntakeskus | församlings* | parish house
w: kappeli | kapell | chapel
w: koulu | skola,skol* | school
w: museo | museum,museet | museum
w: opisto,kansalaisopisto,työväenopisto | institut,medborgarinstitut,arbetarinstitut,arbis | institute,adult education centre,college
w: yliopisto | universitet | university
w: lukio | gymnasium | high school,upper secondary school
w: kaupunki | stad,stads* | city,town
w: kunta | kommun | municipality
w: kylä,kylien,kylät | by,byar | village,villages
w: kylätalo,seurantalo,seuratalo,kyläyhdistys | bygdegård,byahus,föreningshus | village hall,community hall
w: talo,talon | hus,huset | house
w: keskus | centrum,center,central | centre,center
w: tori | torg | square,market square
w: tupa,asukastupa,asukastalo | stuga,invånarstuga,invånarhus | community house,community room
w: nuorisotila,nuokkari,nuorisotalo | ungdomsgård,ungdomslokal | youth centre,youth center,youth club
w: kartano,linna | slott,herrgård | castle,manor
w: halli,uimahalli,jäähalli,areena | hall,simhall,ishall,arena | hall,swimming hall,arena,rink
w: halli,kenttä,stadion | plan,stadion | field,stadium,gymnasium
w: sali | sal | hall,auditorium
w: kauppakeskus,ostoskeskus | köpcentrum | shopping centre,mall
w: satama | hamn | harbour,harbor,port
w: sairaala,terveyskeskus,hyvinvointikeskus | sjukhus,hälsocentral,hälsovårdscentral | hospital,health centre
w: sairaala,hyvinvointialue | välfärdsområde | health center
w: palvelutalo,palvelukeskus | servicehus,servicecentral | care home,service centre
w: päiväkeskus,toimintakeskus | dagcenter,aktivitetscenter | day centre,activity centre
w: alue,kaupunginosa,lähiö | område,stadsdel | area,district,neighbourhood,neighborhood
w: asukas,asukkaat | invånare,boende | resident,residents
w: seutu,maakunta | region,landskap | region,county
w: verkossa,etänä,etäyhteys,zoom,teams | via zoom,zoom,teams | zoom,teams
w: marttayhdistys,martat,martta | marthaförening,martha,marthorna | marthas
w: seura,ry,liitto | förening,rf,förbund,sällskap | society,association,federation,inc
w: hotelli | hotell | hotel
w: huone,luokka,tila | rum,klass,utrymme | room,classroom,space
w: lava,tanssilava | scen,dansbana,lokal | stage,dance pavilion
w: kirkonkylä,keskusta | kyrkby,centrum | downtown,town centre,village centre
w: euroopan unioni,eu | eu | eu
w: vanhakaupunki,vanhankaupungi*,vanhassakaupungi*,vanha kaupunki | gamla stan | old town
"""
