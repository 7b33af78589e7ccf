"""More words of a town's calendar: clubs, crafts, health, faith, politics, markets, in the notation of ``names_lexicon``."""

from __future__ import annotations

CLUBS = """
kiertokoulu | ambulerande skola | travelling school
foorumi | forum | forum
väittely | debatt | debate
tietoisku | informationsinslag | short talk
asiantuntija,studia generalia | expert,studia generalia | expert,studia generalia
pyöreä pöytä | rundabordssamtal | round table
g: tutor,tutoroint* | tutor,handledare | tutor,tutoring
opinnot,opinto,opinto* | studie*,studier | studies,academic
opintopiiri | studiecirkel | study circle,study group
f: hulina,hulinat | stoj | hubbub
f: nyyttikestit,nyyttärit | knytkalas | potluck
f: kokoontumisajot | träffkörning | cruise meet
f: rokka,rokkapaiva | ärtsoppsfest | pea soup day
f: buffet,seisova pöytä | buffé,buffe,julbord,smörgåsbord | buffet,smorgasbord
joulupöytä | julbord | christmas buffet
herkku,herkut,herkuttelu | delikatess,godsaker | treats,delicacies,goodies
tee,teehuone | te | tea
resepti | recept | recipe,recipes
hapanjuuri | surdeg | sourdough
pasta | pasta | pasta
siideri | cider | cider
drinkki,cocktail | drink,cocktail | cocktail,cocktails
f: baari,pubi | bar,pub | bar,pub
f: pub-kierros | pubrunda | pub crawl,bar crawl
ruokarekka | matvagn | food truck,food trucks
jääkaappi,yhteisöjääkaappi | kylskåp,solidariskt kylskåp | fridge,community fridge
f: tyhjennysmyynti | utförsäljning,realisation | clearance sale,closing sale
c: poistomyynti,kirjamyyjäiset,kirjamarkkinat,kirjakirppis | bokförsäljning,bokloppis,bokrea,bokmarknad,bokbasar | book sale,used book sale
f: peräkonttikirppis,takakonttikirppis,peräkärrykirppis | bakluckeloppis,bakluckloppis | car boot sale,trunk sale
f: romutori,rompepäivä | skrotmarknad | swap meet
f: harrastemessut | hobbymässa | hobby fair
joulupuu,joulukuusi | julgran,granen | christmas tree
sytytys,sytyttä*,valaistus | tändning | lighting
kuusijuhla | julgransplundring | end of christmas party
kiitospäivä | tacksägelsedag | thanksgiving
hanukka | chanukka | hanukkah
päivänseisaus,päiväntasaus | solstånd,dagjämning | solstice,equinox
mardi gras | mardi gras | mardi gras
kuolleiden päivä | de dödas dag | dia de los muertos,day of the dead
patrikinpäivä,pyhän patrickin | st patricks dag | st patrick's day,saint patrick's day,st. patrick's
kuvaukset,koulukuvaus | fotografering i skolan | picture day
keikka | spelning | gig
resitaali | recital | recital
avoin mikki,avoin lava | öppen mikrofon,öppen scen | open mic,open mike,open stage
kvartetti | kvartett | quartet
trio | trio | trio
duo | duo | duo
kvintetti | kvintett | quintet
akustinen | akustisk | acoustic
toive,toivelaulu,toivekonsertti | önskesång,önskekonsert | request
kehtolaulu | vaggvisa | lullaby,lullabies
breakdance | breakdance | breakdance,breaking
bugg | bugg | boogie
funk | funk | funk
reggae | reggae | reggae
country | country | country
indie | indie | indie
bluegrass | bluegrass | bluegrass
pähkinänsärkijä | nötknäpparen | nutcracker
messias | messias | messiah
käsikello | handklocka | handbell,handbells
naamioteatteri | maskteater | mask theatre
pantomiimi | pantomim | pantomime,panto
akrobatia | akrobatik | acrobatics
miniatyyri,pienoismalli | miniatyr | miniature,scale model,model
murre | dialekt | dialect
kansanperinne,kulttuuriperintö | folktradition,kulturarv | folklore,cultural heritage
arkisto | arkiv | archive,archives
sketsi | sketch | sketch comedy
kamera | kamera | camera
tilkku,peitto,täkki | lapp,täcke | quilt,blanket
pitsi,nypläys | spets,knyppling | lace,bobbin lace
nahka,nahkatyö | läder,skinn | leather,leatherwork
paju,pajutyö | vide,pil,videarbete | willow,basketry,basket weaving
posliini,posliinimaalaus,posliininmaalaus | porslin,porslinsmålning | porcelain,china painting
betoni | betong | concrete
tekstiili | textil | textile,fibre,fiber
emali | emalj | enamel
kollaasi | collage | collage
muraali,seinämaalaus | väggmålning | mural
pastelli | pastell | pastel
päiväkirja | dagbok,journal | journal,journaling,diary
kirjansidonta | bokbinderi | bookbinding,bookmaking
haiku | haiku | haiku
lukudiplomi | läsdiplom | reading diploma
kielikylpy | språkbad | language immersion,immersion
kaksikielinen | tvåspråkig,tvåspråkig* | bilingual
esperanto | esperanto | esperanto
aerobic | aerobic | aerobic
core,keskivartalo | core | core
painonnosto,painot | vikter,tyngdlyftning | weights,weightlifting
lattari,lattarit,latinotanssi | latinodans | latin dance,latin
akvaario | akvarium | aquarium
uimahyppy | simhopp | diving board
maastopyörä,maastopyöräily | terrängcykel,mountainbike | mountain bike,mtb,mountain biking
rugby | rugby | rugby
softball | softboll | softball
lacrosse | lacrosse | lacrosse
amerikkalainen jalkapallo | amerikansk fotboll | american football
ampumahiihto | skidskytte | biathlon
triathlon | triathlon | triathlon
jääpuisto,jäärata | isbana | ice rink,ice track
liiga,sarja-ottelu | liga,seriematch | league
pudotuspelit | slutspel | playoff,playoffs
soveltava | anpassad | adaptive,adapted
pyörätuoli | rullstol | wheelchair
kamppailu,kamppailulaji | kampsport,kamp | martial arts,martial art
telttailu,retkeilyalue | tältning,camping | camping
koululiikunta | skolidrott | school sports
kaatuminen,kaatumis* | fall,fallolyckor,fallförebyggande | falls,fall prevention
vaunulenkki,vaunukävely,vaunu,vaunut | barnvagnspromenad,barnvagn | stroller walk,stroller,pram walk
kompostointi,komposti | kompost,kompostering | compost,composting
hedelmä,hedelmät | frukt | fruit,orchard
mehiläishoito | biodling | beekeeping
perhonsidonta | flugbindning | fly tying
kiertotalous | cirkulär ekonomi,cirkulär | circular economy,circular
roskankeruu,plogging | skräpplockning,plogging | litter picking,litter pick,plogging,creek cleanup,trash pickup
vieraslaji,vieraslajit | främmande art,invasiv | invasive species,invasive
ekologinen | ekologisk | ecological,ecology
vesiputous | vattenfall | waterfall
kaukoputki,tähtitorni | teleskop,observatorium | telescope,observatory
geologia | geologi | geology
genetiikka | genetik | genetics
viherrakentaminen,kasvihuone | växthus | greenhouse
uskonto,hengellinen | religion,andlig | religion,religious,spiritual,spirituality,interfaith
kristillinen,kristitty | kristen,kristna | christian
buddhalainen,buddhalaisuus | buddhistisk,buddhism | buddhist,buddhism
juutalainen | judisk | jewish
alfa,alfa-kurssi | alfakurs,alpha | alpha,alpha course
ylistys | lovsång | praise
todistus | vittnesbörd | testimony
saarna | predikan | sermon
teologia | teologi | theology
panihida | panichida | panikhida
"""

TOWN = """
verkkopankki | nätbank | online banking
huijaus,huijaukset | bedrägeri,bluff | scam,scams,fraud
teknologia,tekniikka | teknologi,teknik | technology,tech
media,mediataito,medialukutaito | media,mediekunskap | media,media literacy
python,javascript | python,javascript | python,javascript
hackathon | hackathon | hackathon
alkusammutus | första släckning | fire extinguisher,extinguishing
varautuminen,kotivara,väestönsuojelu | beredskap,hemberedskap | preparedness,emergency preparedness,disaster
maanpuolustus,reserviläinen | försvar,reservist | defence,reservist,military,armed forces
hätä,kriisi | nöd,kris | emergency,crisis
itsemurha | självmord | suicide
uupumus,burnout | utmattning,utbrändhet | burnout,exhaustion
ahdistus,paniikki | ångest,panik | anxiety,panic
syömishäiriö | ätstörning | eating disorder
trauma | trauma | trauma
riippuvuus,peliriippuvuus | beroende,spelberoende | dependency,gambling
anonyymi,anonyymit | anonyma | anonymous
tupakka,savuton | rökfri,rökning | smoking,tobacco
menetys | förlust | loss
dementia,alzheimer,muistisairaus,muistisairas,muistisairaat | demens,alzheimer,minnessjukdom | dementia,alzheimer's,alzheimer
parkinson | parkinson | parkinson,parkinson's
epilepsia | epilepsi | epilepsy
allergia,astma | allergi,astma | allergy,asthma
keliakia | celiaki | celiac,coeliac
afasia,avh,aivohalvaus | afasi,stroke | aphasia,stroke
nivel,tules | led,leder | joint
vaihdevuosi,vaihdevuodet | klimakteriet,klimakterie* | menopause
verenpaine,verenpainemittaus | blodtryck,blodtrycksmätning | blood pressure,blood pressure check
mittaus,testaus,kuntotestaus,tarkastus | mätning,test,granskning | check,testing,screening,measurement
hammas | tand | dental,teeth
lääke | läkemedel,medicin | medicine,medication
lapsensa menettäneet | förlorat ett barn | bereaved parents
yksinhuoltaja,yksinhuoltajat | ensamförsörjare,ensamstående | single parent,single parents
kaksonen,kaksoset,monikko,monikkoperhe | tvilling,tvillingar | twin,twins,multiples
uusperhe | nyfamilj | blended family,stepfamily
parisuhde | parförhållande,parrelation | relationship,marriage
kantoliina | bärsjal | baby wearing,babywearing,sling
kestovaippa | tygblöja | cloth diaper,cloth nappy
aistipaja,aisti,aistit | sinnes*,sinnen | sensory,senses
vastaväitös,väitös,väitöstilaisuus | disputation,doktorsdisputation | doctoral defence,thesis defence
valokuvaretki | fotoutflykt | photo walk
jonglööri,jongleeraus | jonglering | juggling
kasvomaalaus | ansiktsmålning | face painting
ilmapallo | ballong | balloon
pehmolelu,nalle,nallet | mjukdjur,nalle | teddy,stuffed animal,teddy bear
yökyläily,yökylä | övernattning | sleepover
minecraft | minecraft | minecraft
fortnite | fortnite | fortnite
lanit | lan | lan party
warhammer | warhammer | warhammer
mahjong | mahjong | mahjong,mah jongg
ristikko,ristisana | korsord | crossword
kuutio | kub | cube
domino | domino | dominoes
scrabble,alfapet | scrabble,alfapet | scrabble
nukkekoti | dockhus | dollhouse
nuorisotyö | ungdomsarbete | youth work
nuorisovaltuusto | ungdomsfullmäktige | youth council
vanhusneuvosto | äldreråd | council of older people
neuvosto | råd | council,advisory board
hallituksen kokous,johtokunta | styrelsemöte,direktion | board meeting,board of directors
yhtiökokous | bolagsstämma | general meeting
asemakaava | detaljplan | local plan
osallistava budjetointi,budjetti | medborgarbudget,budget | participatory budgeting,budget
ennakkoäänestys | förhandsröstning | early voting,advance voting
puolue | parti | party politics
poliitikko,päättäjä,päättäjät | politiker,beslutsfattare | politician,decision makers
osallisuus,vaikuttaminen | delaktighet,påverkan | participation rights,advocacy,activism
asukasilta,kyläilta | invånarkväll,bykväll | residents' evening,village evening,town hall meeting
kunniamerkki,palkinto,palkitsemi* | pris,belöning,utmärkelse | award,awards,prize
eläkkeelle,eläke,eläkeinfo | pension,pensions* | pension,retirement
perintö,perunkirjoitus | arv,bouppteckning | inheritance,estate
sosiaali | social | social
asuminen,asunto,asumisneuvonta | boende,bostad | housing,home buying
työpajatoiminta,kesätyö | sommarjobb | summer job
ammatti | yrke | profession,vocational
opas,opaskoulutus | guide | guide
merimatka | sjöresa | voyage
ystävyysseura | vänskapsförening | friendship society
rasismi | rasism | racism,anti-racism
vähemmistö | minoritet | minority
oikeudet,ihmisoikeudet | rättigheter,mänskliga rättigheter | rights,human rights
lapsityö,varhaiskasvatus | småbarnspedagogik | early childhood education,early learning
päivähoito | dagvård | day care,daycare
aukiolo,kiinni,suljettu | stängt,öppettider | closed,opening hours
varattu,varaus | bokad,reserverad,bokning | reserved,booked,booking
katsastus | besiktning | inspection
purku,pystytys | rivning,resning | set-up,take-down
pienryhmä | smågrupp | small group
kuntalainen,kuntalaiset | kommuninvånare | resident forum
kiltis,opiskelijajärjestö,ainejärjestö | gille,ämnesförening | student organisation
kilta | gille | guild
rotary,lions | rotary,lions | rotary,lions
hiljainen tunti | tyst timme | quiet hour
kansalaisaloite | medborgarinitiativ | citizens' initiative
moottorisaha | motorsåg | chainsaw
pihasuunnittelu | gårdsplanering | garden design
"""
