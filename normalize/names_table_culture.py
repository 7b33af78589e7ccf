"""Words of music, stage, film, books, art and crafts: Finnish | Swedish | English, in the notation of ``names_lexicon``."""

from __future__ import annotations

MUSIC = """
m: musiikki,musisointi,musisoi* | musik,musicerande | music,musical evening
laulu,laulut,laulaja,laulajaiset | sång,sånger,sjunga | song,songs,singing,sing,sings,sang
laulu,laule*,laulami*,laulella,laulaa,laulo* | sjung*,sjöng*,sångare | singer,carols,carol
yhteislaulu,laulutuokio,lauluhetki | allsång,sångstund | sing-along,singalong,sing along
yhteislaulu,laulelma*,yhteislauluilta | sjung med | community singing,singalongs
kuoro,kuorolaulu,kuorolaiset | kör,körsång,körer | choir,chorus,choral
orkesteri,sinfonia | orkester,symfoni | orchestra,symphony,philharmonic
bändi,yhtye,kokoonpano | band,ensemble,grupp | band,ensemble,combo
kapelli | kapell | chapel band
puhallinorkesteri,puhallin*,torvisoittokunta | blåsorkester,blås* | brass band,wind band,brass
puhallinorkesteri,puhaltajat,torvi* | hornorkester | wind orchestra
soitto,soittaminen,soitta*,soittaja,soitettu | spel,spela instrument | playing music,play music,instrument playing
soitin,soittimet | instrument | instrument,instruments
piano,pianisti | piano,pianist | piano,pianist
viulu,viulisti | fiol,violin | violin,fiddle
sello | cello | cello
kitara,kitaristi | gitarr | guitar,guitarist
ukulele | ukulele | ukulele
kantele | kantele | kantele
harmonikka,haitari,hanuri,hanuristi | dragspel | accordion
huilu,nokkahuilu | flöjt,blockflöjt | flute,recorder
klarinetti | klarinett | clarinet
saksofoni | saxofon | saxophone,sax
trumpetti | trumpet | trumpet
rumpu,rummut,rummutus,rumpali,djembe | trumma,trummor,trumm*,djembe | drum,drums,drumming,djembe,percussion
urku,urut,urkujen,urku* | orgel,orglar | organ
harppu | harpa | harp
mandoliini | mandolin | mandolin
basso | bas | bass
muskari,musiikkileikkikoulu,musiikkileikki | musiklekskola,musiklek,musikskola för små | music playschool,music play school,music play
muskari,musiikkileikit,musaleikki | musiklekis | music playgroup,music and movement for babies
loru,lorutus,loruttelu,lorutuokio,loruilu | ramsa,ramsor,rim och ramsor,rimstund | rhyme,rhymes,nursery rhymes,rhyme time
karaoke | karaoke | karaoke
jazz,jatsi | jazz | jazz
blues | blues | blues
rock,rokki | rock | rock
pop | pop | pop
rap,räppi,hiphop,hip hop | rap,hiphop,hip hop | rap,hip-hop,hip hop,hiphop
metalli,metal,heavy,hevi | metal,heavy | heavy metal,metal,heavy
punk | punk | punk
soul | soul | soul
gospel | gospel | gospel
kansanmusiikki,pelimanni,pelimannit,folk | folkmusik,spelman,spelmän,spelmans*,folk | folk music,folk,fiddlers
iskelmä | schlager | schlager,finnish pop
ooppera | opera | opera
operetti | operett | operetta
musikaali | musikal | musical
kamarimusiikki,kamari* | kammarmusik,kammar* | chamber music,chamber
klassinen,klassisen | klassisk,klassiskt | classical
barokki | barock | baroque
elektroninen | elektronisk | electronic
dj | dj | dj
jami,jamit,jamisessio | jam,jamsession | jam,jam session,jams
levyraati,levy,vinyyli | skiva,vinyl,skivjury | record,records,vinyl,album
äänimaljat,äänikylpy,äänimalja | ljudbad,klangbad,klangskål | sound bath,singing bowls,sound healing
äänimaljat,sointukylpy,gongi | klangskålar | gong bath
laulukirja,virsi,virret,virsilaulu,virsi* | psalm,psalmer,psalm* | hymn,hymns,hymn singing
serenadi | serenad | serenade
tango | tango | tango
valssi | vals | waltz
humppa | humppa | humppa
polkka | polka | polka
salsa | salsa | salsa
bachata | bachata | bachata
swing,lindy hop | swing,lindy hop | swing,lindy hop
rytmi,rytmiikka | rytm,rytmik | rhythm
sävellys,säveltäjä | komposition,tonsättare,kompositör | composition,composer
sanoitus,laulunteko | låtskrivning | songwriting,songwriter,lyrics
studio | studio | studio
matinea | matiné | matinee
tribuutti,tribute,kunnianosoitus | hyllning,tribute | tribute
kiertue | turné | tour
debyytti | debut | debut
"""

STAGE = """
f: teatteri,teatteriesitys,näytelmä,näyttelijä | teater,pjäs,teaterföreställning,skådespel | theatre,theater,play,stage play
f: kesäteatteri | sommarteater | summer theatre
nukketeatteri,nuket,nukke | dockteater,dock*,docka | puppet,puppet theatre,puppets,puppet show
improvisaatio,impro | improvisation,impro | improv,improvisation
stand up,stand-up,komiikka,koomikko | stand up,ståupp,ståuppkomik,stand-up | stand-up,stand up,comedy,comedian
komedia | komedi | comedy
draama | drama | drama
farssi | fars | farce
satiiri | satir | satire
kabaree | kabaré | cabaret
revyy | revy | revue
monologi | monolog | monologue
ensi-ilta,kantaesitys | premiär,urpremiär | premiere,première,opening night
sirkus | cirkus | circus
taikuri,taika,taika* | trollkarl,magi,trolleri,magisk* | magic,magician,magical
tanssi,tanssit,tanssiminen,tanssija,tansseja,tanssimaan | dans,dansa,danser | dance,dances,dancing
tanssi,tanssiaiset,tanhu,tanhut,tanssi* | dansare,dansande | dancer,ball
lavatanssi,lavatanssit,paritanssi | pardans,danstillställning,logdans | social dancing,partner dance
päivätanssi,päivätanssit,iltapäivätanssit | dagdans,dagsdans,eftermiddagsdans,tedans | tea dance,afternoon dance,daytime dance
kansantanssi,tanhu,tanhut | folkdans | folk dance,folk dancing
baletti | balett | ballet
katutanssi | streetdance,street dance | street dance
steppi | stepp,steppdans | tap dance,tap
flamenco | flamenco | flamenco
zumba | zumba | zumba
linjatanssi,rivitanssi,rivitanssit | linedance,line dance | line dance,line dancing
istumatanssi | sittdans | chair dance,seated dance
itämainen | orientalisk | oriental,belly
burleski | burlesk | burlesque
performanssi | performance | performance art
elokuva,leffa,elokuvat,filmi,kino | film,bio,filmer,biograf | film,movie,cinema,films,movies,screening
dokumentti,dokkari | dokumentär | documentary
animaatio | animation | animation
lyhytelokuva | kortfilm | short film,shorts
video | video | video
valokuva,valokuvaus,kuvaus,kuvaa*,valokuvaa* | foto,fotografi,fotografering | photo,photography,photograph,photos
podcast | podcast,podd | podcast
radio | radio | radio
"""

BOOKS = """
kirja,kirjat | bok,böcker,boken | book,books
kirjallisuus | litteratur | literature,literary
lukupiiri,lukuryhmä,kirjapiiri | bokcirkel,läsecirkel,bokklubb | book club,reading group,reading circle
lukupiiri,kirjakerho | läscirkel | book circle,book group
lukeminen,luku,luke*,lukutuokio,lukija | läsning,läs,läsa,läs* | reading,read,reader,readers
kirjavinkkaus,vinkkaus | boktips,boktipsning | book tips,book talk,book recommendations
satu,sadut,satujen | saga,sagor,sago*,sagan | fairy tale,fairytale,fairy tales,tale,story,storytime
satutunti,satuhetki,satutuokio,satutuokiot | sagostund,sagotimme,sagotid | story time,storytime,story hour,storyhour
satutunti,tarinahetki,tarinatunti,tarinatuokio | sagoläsning | stories for children,storytelling for children
tarina,kertomus,tarinat,tarinointi | berättelse,berättelser,saga,historia | story,stories,tale,tales
tarina,tarinaniltä*,tarinankerronta,kertominen | berättande,sägen | storytelling,storyteller
runo,runous,runot,lyriikka,runoilija,runonlausunta | dikt,poesi,dikter,lyrik,poet,poeter | poem,poetry,poems,poet,verse
proosa | prosa | prose
novelli | novell | short story,short stories
romaani | roman | novel
dekkari,jännitys | deckare,spänning | crime fiction,detective,thriller,mystery
sarjakuva | serie,seriestrip,serietecknar* | comic,comics,manga
kirjailija,kirjailijavierailu,kirjailijavieras | författare,författarbesök,författarmöte | author,writer,author visit
kirjailija,kirjailijailta | författarkväll | authors,author talk
kirjoittaminen,kirjoitus,kirjoitta* | skrivande,skrivar*,skriva | writing,creative writing,write
kirjoittaminen,luova kirjoittaminen,kirjoittaja | kreativt skrivande | writers
kaunokirjoitus,kalligrafia | kalligrafi | calligraphy,lettering
julkistus,julkistamistilaisuus,julkkarit,julkaisu | lansering,släpp,utgivning | launch,release,publication
lausunta | recitation,deklamation | recitation
sanataide,sana,sanat | ordkonst,ord | word art,word,words
sananlasku | ordspråk | proverb
lukukoira,lukukoirat | läshund,läshundar | reading dog,reading dogs,read to a dog
novellikoukku | novellkrok | short stories and knitting
lehti,sanomalehti | tidning | newspaper,magazine
tarinat elävät | muntliga berättelser | oral stories
muisto,muistelu,muistele*,muistot | minne,minnen,minnas | memories,reminiscence,remembrance,memory lane
kirjoitelma | uppsats | essay
"""

ART = """
taide,taiteet,taidetta,taide* | konst,konsten,konst* | art,arts
taiteilija,taiteilijatapaaminen | konstnär,konstnärsträff,konstnär* | artist,artists,artist talk
kuvataide | bildkonst | visual art,visual arts,fine art
maalaus,maalaami*,maalaa*,maalari | målning,måleri,måla | painting,paint
akvarelli,vesiväri,vesivärit | akvarell | watercolour,watercolor,aquarelle
öljyväri,öljymaalaus | oljemålning | oil painting
akryyli | akryl | acrylic
piirtäminen,piirustus,piirrä,piirtä* | teckning,teckna,tecknande,rita | drawing,draw,sketching
kroki,croquis,elävä malli | kroki,krokiteckning | life drawing,croquis
grafiikka | grafik | printmaking,graphics,prints
veistos,kuvanveisto,kuvanveistäjä | skulptur | sculpture
patsas | staty | statue
keramiikka,savi,savityö,savityöt,dreijaus | keramik,lera,drejning,ler* | ceramics,pottery,clay
lasi,lasityö,lasityöt | glas | glass
mosaiikki | mosaik | mosaic
graffiti | graffiti | graffiti
muotoilu,design | design,formgivning | design
arkkitehtuuri | arkitektur | architecture
kulttuuri | kultur | culture,cultural
galleria | galleri | gallery
ikoni,ikonimaalaus | ikon,ikonmålning | icon,icons
väri,värit,väritys | färg,färger,färg* | colour,color,colours,colors,colouring
kuva,kuvat | bild,bilder | picture,pictures,image
käsityö,käsityöt,kädentaito,kässä,kädentaidot | handarbete,hantverk,slöjd | handicraft,handicrafts,craft,crafts
käsityö,kädentaido*,käsityöläinen | hantverkare,handarbeten | handiwork,craftspeople,artisan
askartelu,askarrellaan,askarte*,näpertely | pyssel,pyssla,pyssel* | crafts,crafting,craft,arts and crafts
neulonta,neule,neulominen,neulo*,neuleet | stickning,sticka,stick* | knitting,knit,knitters
sukka,villasukka | socka,strumpa,yllesocka | sock,socks
virkkaus,virkka* | virkning,virka | crochet,crocheting
ompelu,ompelija,ompele* | sömnad,sy,syjunta,symaskin | sewing,sew,stitching
kudonta,kangaspuut,kutominen,kutoa,kutoma*,kudo* | vävning,väv,vävstol,väva | weaving,loom,weave
kirjonta | broderi | embroidery
tilkkutyö,tilkkuilu,tilkkutyöt | lapptäcke,lappteknik | quilting,patchwork,quilt
huovutus | tovning,filtning | felting
makramee | makramé | macrame
puutyö,puutyöt,puukko,nikkarointi,veisto* | träslöjd,snickeri,träarbete,slöjda | woodwork,woodworking,carpentry,carving
metallityö,taonta,seppä | metallslöjd,smide,smed | metalwork,blacksmith,forging
korjaus,korjata,korjaa*,nikkaripaja | reparation,reparera,laga,fix* | repair,repairs,fix,mending,mend
entisöinti | restaurering,renovering | restoration
verhoilu | tapetsering,möbeltapetsering | upholstery
koru,korut | smycke,smycken | jewellery,jewelry
kynttilä | ljus,ljusstöpning | candle,candles,candlelight
saippua | tvål | soap
kranssi | krans | wreath
kukka,kukat,kukkasidonta | blomma,blommor,blomster*,blom* | flower,flowers,floral
himmeli | himmeli | himmeli
paperi | papper | paper
origami | origami | origami
kortti,kortit | kort | card,cards
lahja,lahjat | gåva,gåvor,present,julklapp | gift,gifts,present,presents
koriste,koristelu,koristee* | dekoration,pynt,prydnad,pynta | decoration,decorations,decorating,ornament,ornaments
kierrätys,tuunaus,uusiokäyttö,tuunaa* | återvinning,återbruk,remake | recycling,upcycling,reuse
vaihto,vaihtotori | byte,bytar*,byt* | swap,exchange,swapping
vaate,vaatteet,muoti | kläder,mode,klädsel,kläd* | clothes,clothing,fashion
lanka,villa | garn,ull | yarn,wool
lelu,lelut | leksak,leksaker | toy,toys
robotti,robotiikka | robot,robotik | robot,robotics,robots
lego,legot,legokerho | lego | lego
muovailu | modellering,modellera | modelling,play-doh
herbaario | herbarium | herbarium
historia,historiallinen | historia,historisk | history,historical,historic
"""
