"""Words that say what form an event takes, when and for whom: one concept a line, Finnish | Swedish | English, written for this project.

The notation is that of ``names_lexicon``: several words by commas, ``*`` any ending, ``=`` just so; before the colon the kind
(``names_model.Kind``), and for an audience, a level or a language its code. The first Finnish word names the concept.
"""

from __future__ import annotations

FORMS = """
f: kerho | klubb,=club | club
f: ryhmä,porukka | grupp | group,gang
f: piiri,rinki | cirkel,krets,ring | circle
f: kurssi,kurssitus | kurs | course,class,classes
f: koulutus,valmennus,koulutta* | utbildning,coachning,fortbildning | training,coaching,tutoring
f: kahvila,kahvitus,kahvihetki,kahvi,kahvit,kahvittelu | kafé,café,kaffestund,fika | cafe,café,coffee,coffees,coffee shop,coffeehouse
f: kahvila,kaffila | kaffe* |
f: paja,työpaja,verstas,workshop* | verkstad,workshop,verkstan,ateljé | workshop,lab,studio session,atelier
f: konsertti,konserto* | konsert | concert,gig,recital
f: esitys,näytös,show,näytäntö | föreställning,show,framträdande | performance,show,showing,presentation
f: näyttely,taidenäyttely,näytteillä | utställning | exhibition,exhibit,display
f: avajaiset,avaus | vernissage,invigning,öppning* | opening,inauguration,grand opening,vernissage,opening reception
f: luento,esitelmä,luennot | föreläsning,föredrag | lecture,talk,seminar talk
f: keskustelu,keskustelutilaisuus,keskuste* | diskussion,samtal,samtals* | discussion,conversation,conversations,dialogue,debate,forum
f: paneeli,paneelikeskustelu | panel,paneldiskussion | panel,panel discussion
f: kokous,palaveri,vuosikokous | möte,sammanträde | meeting,assembly
f: tapaaminen,treffit,tapaamiset,tapaami* | träff,möte,sammankomst | meetup,meet-up,meet up,gathering,get-together,get together
f: tapaaminen,miitti | =meet | meeting,meet
f: juhla,juhlat,juhlatilaisuus,bileet,pippalot,kemut | fest,festlighet,fester,kalas,party* | party,celebration,celebrations,bash
f: festivaali,festarit,festari,festivaalit | festival | festival,fest
f: gaala | gala | gala
f: retki,retkeily,matka,retke* | utflykt,utfärd,resa,tur,exkursion | trip,excursion,outing,tour,field trip,journey
f: opastus,opaskierros,opastettu,kierros,opastetu* | guidning,rundtur,visning,guidad,guidade | guided,tour,guided tour,guidance
f: opastus,opaste* | guidat |
f: leiri,päiväleiri,leirikoulu | läger,kollo | camp,day camp
f: kilpailu,kisa,kisat,mittelö,kilpailut | tävling,tävlingar | competition,contest,race
f: turnaus,turnajaiset | turnering,cup,turnerings* | tournament,tourney,cup
f: ottelu,peli,matsi | match | match,game
f: cup | cup | cup
f: mestaruus,mestaruuskilpailut,mestaruus* | mästerskap,mästerskaps* | championship,championships
f: myyjäiset,myyjäis* | basar,försäljning,försäljnings* | fair,bazaar,sale,craft fair
f: markkinat,toripäivä,markkina,markkinoi* | marknad,torgdag | market,fair,marketplace
f: messut | mässa | expo,fair,trade fair
f: kirpputori,kirppis,kirppu*,kirpparit | loppis,loppmarknad | flea market,jumble sale,garage sale,rummage sale,car boot sale
f: kirpputori,kirppari,kirppikset | lopptorg | fleamarket,yard sale
f: huutokauppa | auktion | auction
f: arpajaiset,arvonta | lotteri,utlottning | raffle,lottery
f: talkoot,talkoo*,talkoopäivä | talko,talkon,talka,arbetsdag | work party,volunteer day,working bee,cleanup,clean-up,work day
f: kampanja,tempaus | kampanj,jippo,insats | campaign,drive
f: keräys | insamling | collection,fundraiser,fundraising,donation drive
f: seminaari,symposium | seminarium,symposium | seminar,symposium
f: webinaari | webbinarium,webinar,webbinar | webinar
f: konferenssi,kongressi | konferens,kongress | conference,congress,convention
f: infotilaisuus,info | infotillfälle,info,informationstillfälle | info session,information session,info,information meeting
f: infotilaisuus,infoilta,tiedotustilaisuus | informationsmöte,infokväll | briefing
f: esittely,esittäytymi*,esitte* | presentation,introduktion,visning | introduction,presentation,demonstration,demo,intro
f: neuvonta,neuvontapiste,ohjaus | rådgivning,handledning,vägledning | advice,counselling,counseling,guidance
f: tuki,apu,tuki*,avustus,auttami* | stöd,hjälp | support,help,assistance
f: vastaanotto,päivystys | mottagning | reception,drop-in clinic
f: harjoitus,harjoitukset,treenit,treeni,harjoitte* | träning,övning,övningar | practice,training,rehearsal,drill,workout
f: harjoitus,harkat | repetition | exercise
f: vuoro,salivuoro,höntsy,höntsä*,höntsyvuoro | tur,pass,speltur | session,slot,shift
f: kokeilu,kokeilukerta,tutustumiskerta,kokeile* | prova,provapå*,prova-på,provträning,testning | trial,try-out,taster,tryout,try
f: vierailu,käynti,vierailija,vieras | besök,gäst,gästspel | visit,guest,visiting
f: vastaanottajaiset | välkomstfest | welcome party
f: seremonia,juhlallisuus | ceremoni | ceremony
f: kulkue,paraati | tåg,parad,procession | parade,procession,march
f: katselmus | syn,mönstring | review
f: yleisötilaisuus | publiktillfälle | public event
f: olohuone | vardagsrum | living room
f: klinikka | klinik | clinic
f: yhteistyö,verkosto,verkostoitumi*,verkostotapaaminen | samarbete,nätverk,nätverks* | cooperation,networking,network,collaboration
f: lounas | lunch | lunch,luncheon
f: aamiainen,aamupala | frukost | breakfast
f: brunssi | brunch | brunch
f: illallinen,päivällinen | middag,kvällsmål | dinner,supper
f: iltapala | kvällsmat | evening snack
f: iltatee,teehetki,teekutsut | te,tebjudning,tekväll | tea,tea party
f: picnic,piknik,eväsretki | picknick | picnic
f: kutsut,vastaanotot | bjudning,mottagning | reception,invitation
f: klubi,klubi-ilta | klubb | club,nightclub
f: disko,disco | disko,disco | disco
f: bingo | bingo | bingo
f: visailu,tietovisa,visa,visailu*,pubivisa,kilpavisa | frågesport,quiz,frågetävling,pubquiz | quiz,trivia,pub quiz
f: haaste | utmaning | challenge
f: viikko,teemaviikko | vecka | week
f: viikonloppu | veckoslut,helg | weekend
g: tapahtuma,happening | evenemang,händelse,event | event,happening
g: tilaisuus,tilaisuudet | tillfälle,tillställning,evenemang | event,occasion,session
g: hetki,tunti,tuokio,tuokiot | stund,timme,timmar,tid | hour,time,moment
g: ilta,illanvietto,illanistujaiset,iltama,iltamat | kväll,afton,samkväm | evening,night,soiree
g: päivä,päivät | dag,dagar | day,days
g: aamu,aamupäivä,aamupäivät | morgon,förmiddag | morning,am
g: iltapäivä,iltapäivät,iltis | eftermiddag | afternoon
g: yö | natt | night,overnight
g: kerta,kokoontumi*,kokoontuu | gång,träffas | session,meets
g: toiminta,toiminto,toimi,aktiviteet* | verksamhet,aktivitet | activity,activities
g: ohjelma,ohjelmaa | program | programme,program
g: puuha,touhu,puuhaa,puuhastelu,puuhat | pyssel | fun,doings
g: tarjoilu,tarjoilut,tarjoa* | servering,förtäring | serving,refreshments,served
g: palvelu | tjänst,service | service
g: sarja | serie | series
g: kausi,lukukausi,kauden,lukukauden | säsong,termin | season,term,semester
g: teema,aihe | tema,ämne | theme,topic
g: yhteinen,yhteis*,yhdessäolo,yhdessä oloa | gemensam,gemenskap,samman*,tillsammans | together,common,joint,shared,community,communal
g: avoin,avoimet,avointa | öppen,öppet,öppna | open,drop-in,drop in
g: vapaa | fri,fritt | free
g: ilmainen,maksuton,ilmaiset,maksutto* | gratis,avgiftsfri,kostnadsfri,avgiftsfritt | free,free of charge,complimentary
g: uusi,uudet | ny,nytt,nya | new
g: iso,suuri,suur* | stor,stora,stort | big,large,great,grand
g: pieni,pikku,pienet | liten,lilla,små* | small,little
g: hyvä,hyvää | god,gott,goda,bra | good,nice,well
g: kiva,mukava,hauska,hauskaa | rolig,kul,roligt,trevlig,trevligt | fun,nice,jolly
g: oma,omat | egen,eget,egna | own
g: tavallinen | vanlig | regular,ordinary
g: monta,moni,monet,moni* | många,mång* | many,multi*
g: joka,jokainen | varje,var | every,each
g: koko | hela | whole,full
g: alku,alkajaiset,aloitus,alkaa,starttaa | start,inledning,upptakt,börjar | start,kickoff,kick-off,beginning,begins,starts
g: päätös,päättäjäiset,päättyy,loppu | avslutning,avslut,slut | closing,end,final,finale,wrap-up
g: lähtö,lähdetään,lähde* | avfärd,start | departure
g: osallistu* | delta,deltagande | participation,participate,join
g: ilmoittautumi* | anmälan,anmälning | registration,enrolment,sign-up
g: info | info | info
g: tutustumi*,tutustu | bekanta,bekantning | getting to know,introduction
g: opetus,opiskelu,oppimi*,opi,opetellaan | undervisning,studier,lär,lärande | teaching,learning,learn,study,studies,lesson
g: opetus,opettele* | lära | lessons
g: perus,perusasiat | bas,grund,grunder | basic,basics,essentials
g: vinkki,vinkit | tips,vink | tip,tips,hints
g: elävä,live | levande,live | live,living
g: hybridi | hybrid | hybrid
g: verkko,etä*,online,netti* | nätet,distans*,online,nät* | online,virtual,remote,web
g: ulko,ulkona | ute,utomhus,ute* | outdoor,outdoors,outside
g: sisä*,sisällä | inne,inomhus,inne* | indoor,indoors,inside
g: pop-up,popup,pop up | pop-up,popup,pop up | pop-up,popup,pop up
g: matala kynnys,matalan kynnyksen | låg tröskel,lågtröskel* | low-threshold,low threshold
g: rento,rennosti | avslappnad,avslappnat,ledig | relaxed,casual,chill
g: ensimmäinen,ensi | första,först | first,debut
g: viimeinen | sista | last
g: toinen | andra | second
g: kolmas | tredje | third
g: neljäs | fjärde | fourth
g: viides | femte | fifth
g: vuosi,vuosittainen,vuotuinen | år,årlig,års* | year,annual,yearly
g: kuukausi,kuukausittainen | månad,månads* | month,monthly
g: erikois*,erityinen | special* | special
g: tervetuloa,tervetulo* | välkommen,välkomna,välkomst | welcome
g: kutsu | inbjudan | invitation,invite
g: mahdollisuus | möjlighet,chans | opportunity,chance
g: kokemus,elämys | upplevelse,erfarenhet | experience
g: käytännön,käytännö* | praktisk* | practical,hands-on,hands on
g: aktiivinen | aktiv | active
g: suosittu | populär | popular
g: perinne,perinteinen,perinte* | tradition,traditionell* | tradition,traditional,heritage
g: kansainvälinen | internationell* | international
g: monikulttuurinen,monikulttuuri* | mångkulturell*,mångkultur* | multicultural,intercultural
g: paikallinen,lähi* | lokal,när* | local,nearby
g: julkinen,yleinen,yleisö* | offentlig,allmän*,publik* | public,general,audience
g: yksityinen | privat | private
g: käyttö,käytä | användning,använda | use,using
g: työ,=töiden,=töitä,=töihin,=töissä,=töillä | arbete,arbets*,jobb | work,job
d: maanantai | måndag | monday
d: tiistai | tisdag | tuesday
d: keskiviikko | onsdag | wednesday
d: torstai | torsdag | thursday
d: perjantai | fredag | friday
d: lauantai | lördag | saturday
d: sunnuntai | söndag | sunday
d: arki | vardag | weekday
d: tammikuu | januari | january
d: helmikuu | februari | february,feb
d: maaliskuu | mars | march
d: huhtikuu | april | april
d: toukokuu | maj | may
d: kesäkuu | juni | june
d: heinäkuu | juli | july
d: elokuu | augusti | august,aug
d: syyskuu | september | september
d: lokakuu | oktober | october
d: marraskuu | november | november
d: joulukuu | december | december
d: keskipäivä,puolipäivä | middagstid | noon,midday
d: keskiyö,puoliyö | midnatt | midnight
"""

PEOPLE = """
a babies: vauva,vauvaperhe,vauveli | baby,bebis,bäbis,spädbarn,babyn | baby,babies,infant,infants
a toddlers: taapero,pikkulapsi,naperot,napero,pikkuiset | småbarn,knatte | toddler,toddlers,tots,tot
a preschool: leikki-ikäinen,alle kouluikäinen,esikoululainen,esikoulu,eskari | förskolebarn | preschool,preschooler,preschoolers
a preschool: leikki-ikäinen,eskarit,päiväkoti,päiväkotiryhmä | förskola,daghem,dagis,förskole* | kindergarten,nursery,pre-k
a children: lapsi,lasten,lapset,lapsille,lapsia,lapsi*,lastenryhmä,mukula,mukulat,muksu | barn,barnen,barnens | child,children
a children: lapsi,muksut,kakara,kakarat | unge,ungar,ungarna | children's,kid,kids,kid's
a school: koululainen,alakoululainen,alakoulu,kouluikäinen | skolbarn,skolelev | schoolchild,schoolchildren,pupils,school-age
a school: koululainen,peruskoululainen,ekaluokkalainen | lågstadiet,lågstadie*,skoleleve* | elementary,primary school
a teens: varhaisnuori,yläkoululainen,yläkoulu | tonåring,högstadiet,högstadie* | teen,teens,teenager,teenagers,tween,tweens
a teens: varhaisnuori,teini,teinit | tonårs* | secondary school
a youth: nuori,nuoret,nuoriso,nuorten,nuorille,junnu,junnut,juniori | ungdom,unga,ungdoms* | youth,young people,youngsters,juniors
a youth: nuori,juniorit | junior,juniorer | junior,young
a young_adults: nuori aikuinen,nuoret aikuiset | ung vuxen,unga vuxna | young adult,young adults
a adults: aikuinen,täysi-ikäinen,aikuis* | vuxen,vuxna,vuxen* | adult,adults,grown-ups,grown-up
a seniors: seniori,ikäihminen,ikäihmiset,ikääntynyt,ikääntyneet,ikääntyvä,eläkeläinen,vanhus,vanhukset,eläkeikäinen,eläkeväki | |
a seniors: seniori,senioriväki,vanhempi väki,ikämies,varttuneet | senior,äldre | senior,seniors,elderly,older adults,older people
a seniors: seniori,ikinuoret,kolmasikäiset,eläkeläis* | pensionär,pensionärs*,åldring | pensioner,pensioners,retired,retirees
a seniors: seniori,seniori* | seniorer | aged
a families: perhe,perheet,perheille,lapsiperhe,koko perhe | familj,barnfamilj,familje*,hela familjen | family,families,whole family
a parents: vanhemmat,vanhemmille,vanhempain*,vanhempien | förälder,föräldrar,föräldra* | parent,parents
a mothers: äiti,äidit,mamma | mamma,mammor,mor,mödrar,moder | mother,mothers,mom,moms,mum,mums,mommy,mama
a fathers: isä,isät,iskä | pappa,pappor,far,fäder | father,fathers,dad,dads,daddy
a grandparents: isovanhemmat,isovanhempien,isovanhemmille,mummo,mummi,ukki,vaari | farmor,mormor,morfar | grandparent,grandparents
a grandparents: isovanhemmat,pappa,mummot,mummola | farfar,morföräldrar | grandma,grandpa,granny
a women: nainen,naiset,naisten,naisille,nais*,rouva,rouvat,leidi,leidit | kvinna,kvinnor,kvinno*,dam | woman,women,women's,ladies
a women: nainen,ladyt | damer,dam* | lady
a men: mies,miehet,miesten,miehille,herra,herrat,äijä,äijät | man,män,mäns,mans,herr,herrar,karl,karlar | man,men,men's,gentlemen
a men: mies,mieh* | herr* | lads
a girls: tyttö,tytöt,tyttöjen,tytöille,tyttö*,likat | flicka,flickor,flick*,tjej,tjejer,tjej* | girl,girls,girls'
a boys: poika,pojat,poikien,pojille,poika* | pojke,pojkar,pojk*,kille,killar | boy,boys
a siblings: sisarukset,sisarus | syskon | sibling,siblings
a carers: omaishoitaja,omaishoitajat,omainen,omaiset | närståendevårdare,anhörig,anhöriga | carer,carers,caregiver,caregivers
a carers: omaishoitaja,läheinen,läheiset | närstående | family carers
a volunteers: vapaaehtoinen,vapaaehtois*,talkoolainen | frivillig,volontär,frivilliga,frivillig* | volunteer,volunteers,volunteering
a students: opiskelija,ylioppilas,lukiolainen,abi,abit,opiskelija* | studerande,student,gymnasist | student,students,undergraduate
a students: opiskelija | studerande* |
a immigrants: maahanmuuttaja,vieraskielinen,vieraskieliset,pakolainen | | immigrant,immigrants,newcomer,newcomers
a immigrants: maahanmuuttaja,turvapaikanhakija,maahanmuuttaneet | invandrare,nykomling | refugee,refugees,migrant,migrants
a immigrants: maahanmuuttaja,maahanmuuttaja*,kotoutuja,uussuomalainen | flykting,inflyttad,asylsökande | foreigner,foreigners
a immigrants: maahanmuuttaja | invandrar* | expats,expat
a unemployed: työtön,työttömät,työnhakija | arbetslös,arbetslösa,arbetssökande | unemployed,jobseeker,jobseekers,job seekers
a disabled: vammainen,vammaiset,erityislapsi,liikuntarajoitteinen | funktionsnedsatt*,funktionshindr* | disabled,special needs
a disabled: vammainen,vammais*,erityisryhmä | handikapp* | disabilities,disability
a associations: järjestö,järjestöt,yhdistys | förening,organisation | association,associations,organisations,organizations
a associations: järjestö,yhdistykset,yhdistystoimija | föreningar,förenings* | ngo,nonprofit,nonprofits
a entrepreneurs: yrittäjä,yrittäjät,yrittäjä* | företagare,entreprenör,företagar* | entrepreneur,entrepreneurs,business owners
a staff: henkilökunta,henkilöstö,työntekijät | personal,anställda | staff,employees,personnel
a members: jäsen,jäsenet,jäsenten,jäsen* | medlem,medlemmar,medlems* | member,members,members'
a leaders: ohjaaja,ohjaajat,vetäjä,vetäjät | ledare | leader,leaders,instructors,instructor
a veterans: veteraani,sotaveteraani | veteran | veteran,veterans
a couples: pariskunta,parit,pari | par | couple,couples
a singles: sinkku,sinkut | singel,singlar | single,singles
a widows: leski,lesket | änka,änkor,änkling | widow,widows,widowed
a rainbow: sateenkaari*,hlbtiq,queer,pride | regnbågs*,hbtq,queer,pride | lgbt,lgbtq,lgbtqia,lgbtq+,queer,rainbow,pride
l beginner: alkeet,alkeis*,aloittelija,vasta-alkaja,alkeita,alkeista | nybörjare | beginner,beginners,beginner's,beginners'
l beginner: alkeet,aloittelijat,vasta-alkajat,peruskurssi | nybörjar*,grundkurs,grunderna | basics,introductory,newbie,elementary
l intermediate: keskitaso,jatkaja,jatkajat | mellannivå,fortsättare | intermediate,improvers
l advanced: jatko,jatko*,edistynyt,edistyneet | fortsättning,fortsättnings*,avancerad | advanced,continuation
l advanced: jatko,jatkokurssi | påbyggnad* | continuing,experienced
l deepening: syventävä,syventävä*,edistynyt,edistyneet | fördjupning,fördjupnings*,fördjupande,avancerad | advanced
"""

LANGUAGES = """
n fi: suomi,suomea,suomen kieli,suomenkielinen,suomeksi,suomenkielis* | finska,finskspråkig*,finland | finnish,finland
n sv: ruotsi,ruotsia,ruotsin kieli,ruotsinkielinen,ruotsiksi,ruotsinkielis* | svenska,svenskspråkig* | swedish
n en: englanti,englantia,englannin kieli,englanninkielinen,englanniksi,englanninkielis* | engelska,engelskspråkig* | english
n ru: venäjä,venäjää,venäjän kieli,venäjänkielinen,venäjäksi,venäjänkielis* | ryska,ryskspråkig* | russian
n et: viro,eesti,viron kieli,vironkielinen,viroksi,eestin | estniska,estniskspråkig* | estonian
n de: saksa,saksan kieli,saksankielinen,saksaksi | tyska,tyskspråkig* | german
n fr: ranska,ranskan kieli,ranskankielinen,ranskaksi | franska,franskspråkig* | french
n es: espanja,espanjan kieli,espanjankielinen,espanjaksi | spanska,spanskspråkig* | spanish,espanol
n it: italia,italian kieli,italiankielinen,italiaksi | italienska | italian
n ar: arabia,arabian kieli,arabiankielinen,arabiaksi | arabiska,arabiskspråkig* | arabic
n so: somali,somalin kieli,somalinkielinen,somaliksi | somaliska | somali
n ku: kurdi,kurdin kieli,kurdinkielinen | kurdiska | kurdish
n uk: ukraina,ukrainan kieli,ukrainankielinen,ukrainaksi | ukrainska | ukrainian
n zh: kiina,kiinan kieli,kiinankielinen,kiinaksi | kinesiska | chinese,mandarin
n ja: japani,japanin kieli,japaniksi | japanska | japanese
n pt: portugali,portugalin kieli,portugaliksi | portugisiska | portuguese
n pl: puola,puolan kieli,puolankielinen,puolaksi | polska språket | polish
n se: saame,pohjoissaame,saamen kieli,saamenkielinen,saameksi,saamelais* | samiska,nordsamiska,samer | sami,northern sami,saami
n fsl: viittomakieli,viittominen,viitottu,viittomakielinen | teckenspråk | sign language
n el: kreikka,kreikan kieli | grekiska | greek
n la: latina,latinan kieli | latin | latin
n tr: turkki,turkin kieli | turkiska | turkish
n fa: persia,dari,farsi | persiska,dari | persian,dari,farsi
n vi: vietnam,vietnamin kieli | vietnamesiska | vietnamese
n th: thai,thai-kieli | thailändska | thai
n hu: unkari,unkarin kieli | ungerska | hungarian
n no: norja,norjan kieli | norska | norwegian
n da: tanska,tanskan kieli | danska | danish
n selko: selkokieli,selkosuomi,selko* | lättläst,lätt svenska,lätt finska | easy language,plain language
"""
