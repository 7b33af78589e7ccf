"""Everyday words by language: what ``normalize.languages`` knows a language by. Written for this project, copied from no corpus.

Two uses: a word that stands here in one language only speaks for that language, and the letter groups of all of a language's words tell
what its unknown words look like. Languages after ``NEIGHBOURS`` are known only so that they are not taken for one of ours.
"""

from __future__ import annotations

LITTLE_WORDS: dict[str, str] = {
    "fi": """
    ja on ei tai sekä että kun jos niin myös vain mukaan kanssa ovat voi olla oli ole tule tulkaa tulla sinä minä hän me te he se ne
    tämä nämä joka jotka mikä mitä missä milloin klo kello asti alkaen sen sitä siitä siinä jossa jolloin meidän teidän heidän sinun
    kaikki kaikille kaikkien jokainen kuka ketkä lisää lisätietoja lisätiedot myöhemmin ennen jälkeen aikana kautta varten vuoden vuotta
    vuosi viikko viikon päivä päivän päivää tänään huomenna nyt vielä jo ensi uusi uuden hyvä hyvää hyvin suuri pieni yhdessä yhteinen
    kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen ensimmäinen toinen sisään ulos ulkona kotona kaupungin kaupunki
    kunta kunnan kirjasto kirjaston kirjastossa koulu koulun talo talon talossa tervetuloa tervetulleita vapaa pääsy maksuton
    maksuttomia ilmainen ilmaiseksi ilmoittautuminen ilmoittautumiset ilmoittaudu viimeistään mennessä osallistua osallistu
    osallistuminen hinta liput lippu euroa järjestää järjestäjä järjestetään tapahtuma tapahtuman tapahtumassa paikka paikalla tarjolla
    ohjelmassa ohjelma mukana mukavaa yhdessäoloa tarjoilu kahvia pullaa aikuisille lapsille lasten lapset nuorille nuoret perheille
    seniorit ikäihmisille naiset miehet tyttöjen poikien työikäiset vuotiaat vuotiaille alkeet jatko alkeiskurssi jatkokurssi ryhmä
    kerho ilta aamu iltapäivä joulu talvi kesä syksy kevät maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina
    sunnuntaina maanantaisin tiistaisin keskiviikkoisin torstaisin perjantaisin lauantaisin sunnuntaisin suomeksi ruotsiksi englanniksi
    suomen kielellä kieli keskustelua tutustu tutustumaan voit voidaan pitää pidetään saa saat tee tehdään tehdä soita luvassa esittely
    suljettu avoinna auki palvelut palvelu neuvonta apua tuki jokaiselle eri muita muut toimii alkaa päättyy kestää varaa varaus
    paikkoja kurssi kurssin opisto seurakunta yhdistys järvi metsä liity seuraa katso löydät löytyy kuuluu sopii maksaa ota omat oma
    oman eväät mahdollisuus erittäin
    """,
    "sv": """
    och är att det den de som för med till av på inte eller en ett i om du vi ni han hon vår vårt våra din ditt dina er ert alla också
    kan ska skall vill får har hade var vara blir blev när där här hur vad vem vilka vilken detta denna dessa från mellan under efter
    före innan över utan vid hos samt men så bara mer mera mest mycket många någon något några ingen inget annat andra första sista nya
    nytt ny bra stor stora liten små gång gånger år åren månad vecka veckan veckor dag dagen dagar kväll kvällen morgon förmiddag
    eftermiddag idag imorgon måndag måndagar tisdag tisdagar onsdag onsdagar torsdag torsdagar fredag fredagar lördag lördagar söndag
    söndagar kl klockan välkommen välkomna tillsammans inträde fritt gratis avgiftsfri avgiftsfritt kostar pris biljetter anmälan anmäl
    anmälning senast arrangör arrangeras ordnas evenemang evenemanget program plats platsen deltagare delta deltagande barn barnen
    ungdomar unga vuxna äldre familjer seniorer kvinnor män flickor pojkar åringar nybörjare fortsättning grupp klubb kurs kursen jul
    sommar vinter höst vår svenska finska engelska språk språket bibliotek biblioteket skola skolan hus huset stad staden kommun
    kommunen förening föreningen församling församlingen information mera läs se kom kommer hjälp stöd service öppet öppen öppna stängt
    rådgivning kaffe kaffeservering bulla dopp föreläsning utställning konsert sagostund julmarknad musik sång dans lek idrott gymnastik
    rörelse promenad utflykt samling träff träffas möte hör av dig oss dem sig sin sitt sina man ta göra gör göras finns går håller
    börjar slutar pågår åldern egen eget egna
    """,
    "en": """
    the and of to in is are you for with on at by from or that this it as be we our your will can have has not all any more most new
    free about into over after before during between through up out if when where who what how why they them their there here his her
    its was were been do does make made get take bring come join us let's lets welcome enjoy learn please see find open every each
    everyone people family families children kids adults young youth seniors women men girls boys ages age years old year month week
    weekly day daily days today tonight tomorrow night evening morning afternoon monday tuesday wednesday thursday friday saturday
    sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january february march april june july august october
    december spring summer autumn winter christmas easter holiday registration register required admission entrance entry tickets ticket
    price fee cost group club class classes course lesson beginners advanced meeting meet talk lecture story time stories reading
    writing book books library school house town city park street church association community center centre hall room place event
    events organised organized hosted held first second third one two three four five six seven eight nine ten only also other another
    some no yes work working using use own good great best little big english finnish swedish language speaking speak conversation play
    games music song singing dance walk hike trip tour workshop training exercise help support service services information read drop
    session sessions experience friends together available offered includes including such both well than then but so just like
    """,
    "se": """
    ja lea leat ii eai eat go dahje maid dat dan das dát dán mii mun don son moai soai sii mis dus sus buot buohkat olbmot mánát mánáid
    nuorat nuoraid bearrašat boares ođđa buorre stuorra smávva bures boahtin boahtit boađe diibmu beaivi beaivvi eahket eahkes iđit
    iđđes vahkku jahki jagi vuossárga vuossárgga maŋŋebárga maŋŋebárgga disdat gaskavahkku duorastat duorastaga bearjadat bearjadaga
    lávvardat lávvardaga sotnabeaivi sotnabeaivve juovllat juovlla geassi dálvi čakča giđđa sámi sámegiella sámegillii davvisámegiella
    suoma girku girjerádju girjerájus skuvla gávpot suohkan dáhpáhus dáhpáhusat čoahkkin konsearta čájáhus lávlun lávlla juoigan
    musihkka duodji gursa gurssat almmuhit almmuheapmi almmut nuvttá haddi bálvalus veahkki ovttas rabas ruoktot doppe dáppe vel maŋŋel
    ovdal gitta rájes guokte golbma njeallje vihtta guhtta čieža gávcci ovcci logi vuosttas máinnas máinnasboddu muitalus čuoigan
    guolásteapmi luonddu
    """,
    "et": """
    ja on ei või ning et kui ka see need mis kes kus mille selle sel oma meie teie nende koos tule tulge tere tulemast tasuta sissepääs
    pilet piletid hind kell alates kuni enne pärast ajal kõik kõigile kõigi laste lastele noortele täiskasvanutele pere peredele eesti
    keel keele keeles soome vene inglise linn linna vald valla kool kooli raamatukogu raamatukogus maja majas päev päeval õhtu õhtul
    hommik esmaspäev esmaspäeval teisipäev teisipäeval kolmapäev kolmapäeval neljapäev neljapäeval reede reedel laupäev laupäeval
    pühapäev pühapäeval jõulud jõulukontsert näitus kontsert üritus õpituba koolitus loeng kohtumine ring laulmine tants mäng muusika
    käsitöö lugu muinasjutt registreerimine osalemine toimub toimuvad algus lõpp ootame saab saavad võib olema oleme uus uue hea väga
    rohkem info aasta aastat kaks kolm neli viis jooga võimlemine matk talgud laat turg kohvik
    """,
    "de": """
    und der die das den dem des ein eine einen einem einer ist sind nicht mit für von zu zum zur auf im in an am bei nach aus oder auch
    sich wir ihr sie er es ich du uns euch unser unsere wird werden kann können haben hat war sein wie was wer wo wenn dass als nur noch
    über unter durch gegen ohne um bis vor seit uhr heute morgen abend tag tage woche jahr montag dienstag mittwoch donnerstag freitag
    samstag sonntag herzlich willkommen eintritt frei kostenlos anmeldung karten preis veranstaltung konzert ausstellung lesung vortrag
    kinder familien jugendliche erwachsene frauen männer deutsch deutsche sprache gemeinde kirche schule haus stadt bibliothek
    weihnachten weihnachtsmarkt sommer winter kurs gruppe treffen gemeinsam singen tanzen spielen kaffee kuchen freunde
    """,
    "so": """
    waa iyo oo ka ku la u ee aan aad ay uu waxaa waxay waxaan waxaad wuxuu soo dhawoow dhawaada ama in haddii markii laga lagu looga
    loogu carruurta carruur caruurta dhalinyarada qoysaska haweenka ragga dadka waalidiinta kooxda koox casharka casharo dugsiga
    maktabadda kulan kulanka xafladda bilaash lacag diiwaangelin isdiiwaangeli luqadda af soomaali soomaaliga maalin maalinta subax
    galab habeen isniin talaado arbaco khamiis jimce sabti axad saacadda sannadka bisha cusub wanaagsan dhammaan halkan kale mid labo
    saddex afar shan
    """,
}
"""Words of running text, a few dozens to some hundreds a language, with forms that event texts use."""

NEIGHBOURS: dict[str, str] = {
    "da": """
    og er det den de som for med til af på ikke eller en et i om du vi jeg han hun vores alle også kan skal vil får har var være bliver
    når hvor hvordan hvad hvem fra mellem under efter før over uden ved hos samt men så kun mere meget nogle ingen andre første ny nye
    god stor lille år måned uge dag aften morgen mandag tirsdag onsdag torsdag fredag lørdag søndag velkommen velkomne sammen adgang
    gratis billetter tilmelding børn unge voksne ældre familier kvinder mænd bibliotek skole forening kirke forelæsning udstilling åpen
    åben høst jul sommer og å ikke barn ungdom eldre påmelding forestilling hva hvordan jeg dere utstilling
    """,
    "es": """
    el la los las de del y en que un una por para con no es son se su sus al lo como más pero o si este esta todos entre desde hasta día
    días hora lunes martes miércoles jueves viernes sábado domingo entrada gratis niños familias jóvenes música concierto exposición
    taller biblioteca ciudad español clase fiesta noche tarde año libro universidad cultura
    """,
    "fr": """
    le la les de des du et en que un une pour par avec dans sur est sont se ses au aux ce cette qui pas plus ou nous vous votre leur
    jour heure lundi mardi mercredi jeudi vendredi samedi dimanche entrée libre gratuit enfants familles jeunes musique concert
    exposition atelier bibliothèque ville français cours fête nuit soir année livre université soirée spectacle conférence à été
    """,
    "it": """
    il lo la i gli le di del della dei e in che un una per con non è sono si su al alla come più ma o se questo questa dal fino giorno
    giorni ora lunedì martedì mercoledì giovedì venerdì sabato domenica ingresso libero gratuito bambini famiglie giovani musica
    concerto mostra laboratorio biblioteca città italiano corso festa notte sera anno libro università presentazione incontro
    """,
    "pt": """
    o os as de do da dos e em que um uma por para com não é são se seu ao como mais mas ou este esta todos entre desde até dia dias hora
    segunda terça quarta quinta sexta sábado domingo entrada gratuita crianças famílias jovens música concerto exposição oficina
    biblioteca cidade português aula festa noite tarde ano livro universidade
    """,
    "nl": """
    de het een en van in is op te dat die voor met zijn niet aan er om ook als bij uit naar we je jij wij hij ons onze wordt worden kan
    kunnen heeft meer nog over door uur vandaag avond dag week jaar maandag dinsdag woensdag donderdag vrijdag zaterdag zondag welkom
    gratis kinderen ouders muziek tentoonstelling bibliotheek stad nederlands
    """,
    "ro": """
    și de la în cu pe din un o este sunt care pentru nu mai sau ce să se ale ai al lui fi prin după între către ziua ora luni marți
    miercuri joi vineri sâmbătă duminică intrare liberă copii tineri muzică concert expoziție atelier bibliotecă oraș român universitate
    cultură
    """,
    "pl": """
    i w na z do się nie to jest są że dla od po przez przy jak czy oraz lub ten ta który która dzień godzina poniedziałek wtorek środa
    czwartek piątek sobota niedziela wstęp wolny dzieci rodziny młodzież muzyka koncert wystawa warsztaty biblioteka miasto polski
    """,
}
"""Languages that share letters and words with ours (Norwegian stands with Danish): a text in one of them is ``und`` to us."""

_BORROWED = """
    aerobic agility baby baseball basketball camping ai art bach band bar bingo blues brunch café cafe cafeteria camp cup dance-mix dj
    disco drama euro expo fab family fest festival film fitness flamenco forum frisbee funk galleria gala gaming golf gospel hiphop
    hobby hub info international jam jazz judo karaoke karate keramik kino lab lan lan-party latino led live lounge mini mix museo
    museum musical net news online open opera org padel park performance photo pilates pizza pop pop-up pub punk quiz rap rave retro
    rock salsa sauna show ski sport sports squash stand-up start startup steel street studio super swing tango tai chi tech techno teams
    tour tribute trio duo kvartetti tv vip video web wine workshop yin yoga zoom zumba cafeen core chill crossfit
    """
SHARED = frozenset(_BORROWED.split())
"""Words that every language of the Nordic countries borrows: they say nothing about the language of a text."""

CYRILLIC: dict[str, str] = {
    "ru": """
    и в не на что с по для или как это мы вы они от до при из у к о за все всех можно где когда если также только уже ещё еще есть будет
    были язык языке русском русский детей дети взрослых бесплатно вход встреча клуб кружок библиотека понедельник вторник среда четверг
    пятница суббота воскресенье добро пожаловать приглашаем
    """,
    "uk": """
    і й в у не на що з із по для або як це ми ви вони від до при та за всі всіх можна де коли якщо також тільки вже ще є буде були мова
    мовою українською українська дітей діти дорослих безкоштовно вхід зустріч клуб гурток бібліотека понеділок вівторок середа четвер
    п'ятниця субота неділя ласкаво просимо запрошуємо
    """,
}
