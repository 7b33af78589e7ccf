"""Words of holidays, faith, care, helping, learning and society: Finnish | Swedish | English, in the notation of ``names_lexicon``."""

from __future__ import annotations

YEAR = """
m: joulu,joulun | jul,julen | christmas,xmas,yule
m: pikkujoulu,pikkujoulut | lillajul,julfest för personalen | pre-christmas party,christmas party,little christmas,pre-christmas
adventti | advent | advent
aatto | afton,=aftonen | eve
tonttu,tontut | tomte,tomtar,nisse | elf,elves,gnome
joulupukki | julgubbe,jultomte,julbock | santa claus,santa,father christmas
joulukalenteri | julkalender | advent calendar
lucia | lucia | lucia,st lucia,saint lucy
tiernapojat | stjärngossar | star boys
seimi | krubba | nativity,crib
m: uusivuosi,uudenvuoden*,uuden vuoden,uutena vuonna | nyår,nyårs* | new year,new year's,new years
loppiainen,loppiais* | trettondag,trettondedag,trettondag* | epiphany
nuutti,nuutinpäivä | knut,tjugondag knut | st knut's day
m: pääsiäinen,pääsiäis* | påsk | easter
palmusunnuntai,virpominen,virpo* | palmsöndag | palm sunday
pitkäperjantai | långfredag | good friday
kiirastorstai | skärtorsdag | maundy thursday
muna,munat,munajahti | ägg,äggjakt | egg,eggs,egg hunt
noita | häxa | witch
laskiainen,laskiais*,laskiaissunnuntai | fastlag,fastlags* | shrovetide,shrove,shrove tuesday
paasto | fasta | lent,fast,fasting
m: vappu,vappuna,vapun | vappen,valborg,första maj,valborgsmässo* | may day,mayday,vappu,walpurgis
helatorstai | kristi himmelsfärd | ascension
helluntai | pingst | pentecost,whitsun
m: juhannus,mittumaari,juhannus* | midsommar | midsummer
kokko | midsommareld,kokko,brasa,bål | midsummer bonfire
m: itsenäisyyspäivä,itsenäisyys* | självständighetsdag,självständighet* | independence day,independence
m: isänpäivä,isäinpäivä | farsdag | father's day,fathers day
m: äitienpäivä,äitien päivä | morsdag,mors dag | mother's day,mothers day
m: ystävänpäivä | alla hjärtans dag,vändag | valentine's day,valentine,valentines,friendship day
naistenpäivä | kvinnodagen,internationella kvinnodagen | women's day
miestenpäivä | mansdag | men's day
lapsen oikeuksien päivä,lapsen oikeudet | barnkonventionens dag,barnets rättigheter | children's rights day,rights of the child
pyhäinpäivä,pyhäinmiestenpäivä | alla helgons dag | all saints,all saints' day
halloween,kekri | halloween | halloween
kalevalan päivä,kalevala | kalevaladagen,kalevala | kalevala day,kalevala
runebergin päivä,runeberg | runebergsdagen,runeberg | runeberg day,runeberg
ruotsalaisuuden päivä,ruotsalaisuus | svenska dagen | swedish day,finnish swedish heritage day
vanhustenviikko,vanhusten viikko,vanhustenpäivä | äldreveckan | seniors' week,older people's week
ekumenia,ekumeeninen | ekumenik,ekumenisk | ecumenical
m: talvi | vinter | winter,wintry
m: kevät,kevää* | vår | spring,springtime
m: kesä | sommar | summer
m: syksy,syys*,syksyi* | höst | autumn,fall
m: loma,lomapäivä | lov,semester,ledighet | holiday,vacation,break,holidays
m: talviloma,hiihtoloma | sportlov,skidlov | winter holiday,winter break,ski break
m: syysloma | höstlov | autumn break,fall break,autumn holiday
m: kesäloma | sommarlov | summer holiday,summer break,summer vacation
m: sato,sadonkorjuu,elonkorjuu | skörd | harvest
venetsialaiset,muinaistulet | venetiansk,forneld | venetian,villa season
synttärit,syntymäpäivä,syntymäpäivät | födelsedag,födelsedags* | birthday,birthdays
juhlavuosi,vuosijuhla,juhlavuoden | jubileum,årsfest,jubileums* | anniversary,jubilee
häät,hää* | bröllop | wedding,weddings
ristiäiset,kaste | dop | baptism,christening
hautajaiset,siunaustilaisuus | begravning | funeral
lippu | flagga | flag
kansallispuku | folkdräkt | national costume
"""

FAITH = """
m: jumalanpalvelus,=messu,=messun,=messua,=messussa,=messuun | |
m: jumalanpalvelus | gudstjänst,mässa,högmässa | service,worship,mass,worship service,divine service,church service
m: hartaus,hartaushetki,hartaustilaisuus | andakt,andaktsstund | devotion,devotions,devotional,prayer service
rukous,rukoile*,rukoushetki,rukouspiiri | bön,bönestund,böne* | prayer,prayers,praying
raamattu,raamattupiiri,raamattu* | bibel,bibel*,bibelstudiegrupp | bible,bible study,bible study group
ehtoollinen | nattvard | communion,eucharist,holy communion
vigilia | vigilia | vigil
liturgia | liturgi | liturgy
akatistos | akathistos | akathist
vesper,ehtoopalvelus,iltakirkko | vesper,aftongudstjänst | vespers,evensong
rippikoulu,ripari,rippikoululainen,konfirmaatio | skriftskola,konfirmation,konfirmand | confirmation,confirmation school
isonen,isoskoulutus,isoset | hjälpledare,hjälpis | young confirmation volunteer
pyhäkoulu | söndagsskola | sunday school
lähetys,lähetyspiiri | mission,missions* | mission,missionary
diakonia | diakoni | diakonia,deacon
evankeliumi | evangelium | gospel reading
herätys | väckelse | revival
hiljaisuus,retriitti,hiljainen,hiljentymi* | stillhet,stilla,retreat,tyst,tystnad | silence,retreat,quiet,silent
pyhiinvaellus | pilgrimsvandring,pilgrim | pilgrimage,pilgrim
pyhä,pyhät | helig,heliga | holy,sacred,saint
enkeli | ängel,änglar | angel,angels
ortodoksinen,ortodoksi,ortodoksit | ortodox | orthodox
luterilainen | luthersk | lutheran
katolinen | katolsk | catholic
islam,ramadan,eid | islam,ramadan,eid | islam,ramadan,eid
taizé,taize | taizé,taize | taizé,taize
tuomas,tuomasmessu | thomasmässa | thomas mass
siunaus | välsignelse | blessing
usko | tro | faith
toivo | hopp | hope
armo | nåd | grace,mercy
rauha | fred | peace
rakkaus | kärlek | love
ilo | glädje | joy
suru,sururyhmä,surevat | sorg,sorggrupp | grief,bereavement,mourning,grieving
kuolema | död,döden | death
elämä | liv,livet | life
"""

CARE = """
m: terveys,terveellinen | hälsa,hälso* | health,healthy
m: hyvinvointi | välmående,välfärd,välbefinnande,välbefinnande | wellbeing,well-being,wellness,welfare
muisti,lähimuisti | minne,minnes* | memory,dementia,brain
aivot | hjärna,hjärn* | brain
sydän,sydämen,sydäme* | hjärta,hjärt* | heart,cardiac
diabetes | diabetes | diabetes
syöpä | cancer | cancer
reuma | reuma | rheumatism,arthritis
masennus | depression | depression
mieli,mielenterveys,mielen | sinne,mental hälsa,psykisk hälsa,mental* | mind,mental health
päihde,päihteet,raittius,aa,alkoholi | missbruk,nykterhet,aa,alkohol | addiction,sobriety,aa,substance,alcohol,recovery
uni | sömn | sleep
stressi | stress | stress
kipu | smärta | pain
autismi,nepsy,adhd | autism,npf,adhd | autism,adhd,neurodiversity,neurodivergent
kuulo | hörsel | hearing
näkö,näkövamma* | syn | vision,sight,blind
ensiapu,ea | första hjälpen,första hjälp | first aid,cpr
elvytys | hjärt-lungräddning,återupplivning,hlr | cpr,resuscitation
verenluovutus,veripalvelu | blodgivning,blodtjänst | blood donation,blood drive
rokotus,rokotukset,influenssarokotus | vaccination,vaccinering,influensavaccin* | vaccination,vaccine,flu shot,vaccinations
neuvola | rådgivning,barnrådgivning | child health clinic,maternity clinic
perhekeskus | familjecenter,familjecentral | family centre,family center
lastenhoito,lapsiparkki | barnpassning,barnvakt | childcare,babysitting
hoito,hoiva,hoivat | vård,omsorg,vård* | care,caring
raskaus,synnytys,odottava,doula | graviditet,gravid,förlossning | pregnancy,birth,childbirth,pregnant
imetys | amning | breastfeeding
vauvahieronta,hieronta | babymassage,massage | baby massage,massage
vanhemmuus | föräldraskap | parenting,parenthood
ero,eroryhmä | skilsmässa | divorce,separation
yksinäisyys | ensamhet | loneliness
vertainen,vertaistuki,vertaistapaaminen | kamratstöd,kamrat* | peer,peer support,support group
vertainen,vertaisryhmä,vertais* | samtalsgrupp | peer group,self-help
ystävä,ystävät,ystävyys,kaveri,kaverit | vän,vänner,kompis,vän*,vänskap,vänskaps* | friend,friends,buddy,friendship,friendly
seurustelu,rupattelu,jutustelu,jutellaan,juttutuokio | prat,pratstund,umgänge | chat,chatting,chit-chat
seurustelu,juttutupa,höpötys,jutteluhetki | prata | socializing,social
auttaja,auttajat | hjälpare | helper,helpers
lahjoitus,hyväntekeväisyys | donation,välgörenhet | donation,charity,benefit,donations
ruokajako,ruoka-apu,leipäjono,ruokapankki | matutdelning,mathjälp | food bank,food aid,food distribution,food pantry
köyhyys | fattigdom | poverty
turvallisuus,turva | säkerhet,trygghet | safety,security
palo,paloturvallisuus,pelastus,palokunta,vpk | brand,brandkår,räddning,fbk | fire safety,fire brigade,rescue,fire department
poliisi | polis | police
oikeus,laki,lakimies,oikeusapu,juridi* | rätt,juridisk*,jurist | legal,law,lawyer,justice,rights
edunvalvonta,testamentti,hoitotahto | intressebevakning,testamente,vårdtestamente | guardianship,will,living will
vero,verotus,veroneuvonta | skatt,beskattning | tax,taxes,taxation
talous,raha,rahat | ekonomi,pengar | economy,finance,money,financial
velka | skuld | debt
kela,etuus,tuet | fpa,förmån,bidrag | kela,benefits
avustus,apuraha,hakemus | bidrag,stipendium,ansökan | grant,grants,application
avustus,rahoitus,hakemukset | finansiering,understöd | funding,scholarship
jalkahoito,kampaaja,kauneus | fotvård,frisör,skönhet | foot care,hairdresser,beauty
kuntoutus,fysioterapia,toiminta-terapia | rehabilitering,fysioterapi | rehabilitation,physiotherapy,rehab
ravitsemus,ravinto | näring,kost | nutrition,diet
painonhallinta | viktkontroll | weight management
seksuaalisuus | sexualitet | sexuality
tasa-arvo,yhdenvertaisuus | jämställdhet,jämlikhet | equality
väkivalta | våld | violence
kiusaaminen | mobbning | bullying
tulkki,tulkkaus | tolk,tolkning | interpreter,interpretation
toivotus | önskan | wish
asiointi | ärenden | errands
kauppakassi,kauppa,ostos | butik,affär,shopping | shop,shopping,grocery
virkistys,virkistyspäivä,virkistäytymi* | rekreation,rekreations* | recreation,refreshment
ulkoiluystävä | promenadvän | walking friend,outdoor companion
lukukaveri,lukumummi | läskompis | reading buddy
läksy,läksyt,läksykerho | läxa,läxor,läxhjälp | homework,homework help,homework club
"""

LEARNING = """
m: kieli,kielet,kielten | språk,språk* | language,languages,linguistic
tandem | tandem | tandem,language exchange
äidinkieli,äidinkielten | modersmål | mother tongue,native language
puhe,puhu,puhuminen,puhuta* | tal,prata,tala,konversation | speech,speak,speaking,talking,conversation
viestintä | kommunikation | communication
matematiikka,laskento | matematik,matte | maths,math,mathematics
tiede,luonnontiede | vetenskap | science,scientific
fysiikka | fysik | physics
kemia | kemi | chemistry
biologia | biologi | biology
psykologia | psykologi | psychology
filosofia | filosofi | philosophy
historia,historiallinen,menneisyys | historia,historisk*,förr i tiden | history,historical,historic
sukututkimus,suku,sukututkija,sukututkijat | släktforskning,släkt,släktforskare | genealogy,family history
arkeologia | arkeologi | archaeology
kotiseutu,kotiseutuyhdistys | hembygd,hembygds* | local history,local heritage,home district
politiikka,vaalit,vaali* | politik,val,valdebatt | politics,election,elections,political
demokratia | demokrati | democracy
yhteiskunta | samhälle | society
sota,sodan | krig | war
perhehistoria | familjehistoria | family history
digi,digituki,digineuvonta,digiapu | digital*,digistöd,digi*,digihjälp | digital,digital support,digi,digital help
digi,digitaalinen,digi* | it-stöd,it-hjälp,datahjälp | tech help,it support
tietokone,atk,tietotekniikka,it,läppäri | dator,adb,it,data | computer,it,computers,laptop
puhelin,älypuhelin,kännykkä | telefon,smarttelefon,mobil,mobiltelefon | phone,smartphone,mobile,cell phone
tabletti,ipad | pekplatta,surfplatta,ipad,platta | tablet,ipad
internet | internet | internet
tietosuoja,tietoturva | dataskydd,datasäkerhet | data protection,privacy,cyber security,gdpr
tekoäly,ai,chatgpt | artificiell intelligens,ai,chatgpt | artificial intelligence,ai,chatgpt
koodaus,ohjelmointi,koodaa*,koodikerho | kodning,programmering,koda | coding,programming,code
3d-tulostus,3d,tulostus | 3d-utskrift,3d,3d-printning | 3d printing,3d,printing
some,sosiaalinen media | sociala medier | social media
kuvankäsittely,photoshop | bildbehandling,photoshop | image editing,photoshop
excel,taulukkolaskenta | excel,kalkyl | excel,spreadsheet
tietotaito,taito,taidot | kunskap,färdighet | skill,skills
työelämä,työnhaku,rekrytointi,rekry | arbetsliv,jobbsökning,rekrytering | working life,job search,recruitment,career
työelämä,cv,työpaikka | cv,arbetsplats | jobs,job fair
ura | karriär | career
yritys,yrittäjyys | företag,företagande | business,company,entrepreneurship,startup
markkinointi | marknadsföring | marketing
kirjanpito | bokföring | bookkeeping,accounting
hallitus,hallitustyö | styrelse,styrelsearbete | board
johtaminen,johto | ledarskap,ledning | leadership,management
projekti,hanke | projekt | project
kehittäminen,kehittä*,kehitys | utveckling,utvecklings* | development
suunnittelu,suunnitte* | planering,plan* | planning,plan,design
kaavoitus | planläggning,detaljplan | zoning,town planning,urban planning
rakentaminen,rakennus,remontti | byggande,byggnad,bygga,renovering | building,construction,renovation
sisustus | inredning | interior design,interior decorating
matkailu | turism,turist | tourism,travel
liikenne,ajokortti,tieliikenne | trafik,körkort | traffic,driving,transport
hygieniapassi | hygienpass | hygiene passport
järjestyksenvalvoja,jv | ordningsvakt,ordningsman | security steward
anniskelupassi | serveringspass | serving licence
tulityö | heta arbeten | hot work
kansalaisuus | medborgarskap | citizenship
kotoutumi*,kotouttami* | integration | integration
kulttuurikasvatus | kulturfostran | culture education
taideterapia | konstterapi | art therapy
kansalais* | medborgar* | citizen,citizens,civic
avoimet ovet,avoimien ovien,avointen ovien | öppet hus,öppna dörrar | open house,open day,open doors
ympäristökasvatus | miljöfostran | environmental education
koulutusilta | utbildningskväll | training evening
tutkimus,tutki* | forskning,undersökning,forska* | research,study,explore,exploring
keksijä,keksintö,keksi* | uppfinnare,uppfinning | inventor,invention,maker
kokeet,koe | prov,test | exam,test
avoin aamu | öppen morgon | open morning
kansainvälisyys | internationalism | internationality
"""
