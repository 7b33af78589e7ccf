"""Words of names in the languages that a town's groups also write in: first the concept (as the other tables name it), then the words.

Any ending may follow a word here, for these are stems; Russian, Ukrainian and Arabic are written as they are and compared in Latin letters.
Concept | Russian | Ukrainian | Estonian | Northern Sámi | Arabic
"""

from __future__ import annotations

OTHER_LANGUAGES = ("ru", "uk", "et", "se", "ar")

OTHER = """
kieli | язык | мов | keel,keele | giella,giela | لغة,لغات
kahvila | кафе,кофе | кафе,кав | kohvik | gáfe,káfe,gáffe | مقهى,قهوة
kerho | клуб,кружок | клуб,гурток | klubi | klubba | نادي
ryhma | групп | груп | rühm,grupp | joavku | مجموعة
piiri | круж | гурт | ring | riekkis | حلقة
kurssi | курс | курс | kursus,kursuse | kursa,gursa | دورة,كورس
koulutus | обучени,тренинг | навчанн,тренінг | koolitus | skuvlen | تدريب
paja | мастерск,мастер-класс,воркшоп | майстер,воркшоп | töötuba,töötoa | bargobádji,bádji | ورشة
konsertti | концерт | концерт | kontsert | konsearta | حفل موسيقي
esitys | представлен,спектакл | вистав | etendus | čájálmas | عرض
nayttely | выставк | виставк | näitus | čájáhus | معرض
avajaiset | открыти | відкритт | avamine | rahpan | افتتاح
luento | лекци | лекці | loeng | logaldallan | محاضرة
keskustelu | разговор,беседа,дискусси | розмов,дискусі | arutelu,vestlus | ságastallan | نقاش,محادثة
kokous | собрани,заседани | збор | koosolek | čoahkkin | اجتماع
tapaaminen | встреч | зустріч | kohtumine | deaivvadeapmi | لقاء
juhla | праздник,вечеринка | свят,вечірк | pidu | feasta,ávvu | احتفال,حفلة
festivaali | фестивал | фестивал | festival | festivála | مهرجان
retki | поход,экскурси,поездка | похід,екскурсі,поїздк | matk,ekskursioon | mátki,mátkki | رحلة
opastus | экскурси | екскурсі | giidituur,ekskursioon | oahpisteapmi | جولة
leiri | лагер | табір | laager | leaira | مخيم
kilpailu | соревновани,конкурс | змаганн,конкурс | võistlus | gilvu | مسابقة
turnaus | турнир | турнір | turniir | turneringa | بطولة
ottelu | матч | матч | mäng,matš | čiekčančiekču | مباراة
myyjaiset | ярмарк,базар | ярмарок,базар | laat | vuovdimat | بازار
markkinat | ярмарк,рынок | ярмарок,ринок | turg,laat | márkanat | سوق
kirpputori | блошиный рынок,барахолк | блошиний ринок,барахолк | kirbuturg,täika | bargočuovga | سوق مستعمل
talkoot | субботник | толок | talgud | bargu | عمل تطوعي
infotilaisuus | информационн | інформаційн | infotund,infopäev | diehtojuohkin | اجتماع إعلامي
neuvonta | консультаци,советы | консультаці | nõustamine | ráđđeaddin | استشارة
tuki | помощ,поддержк | допомог,підтримк | tugi,abi | veahkki,doarjja | مساعدة,دعم
tapahtuma | мероприяти,событи | захід,поді | sündmus,üritus | dáhpáhus | فعالية
hetki | час | годин | tund,tunni | diibmu,boddu | ساعة
ilta | вечер | вечір,вечор | õhtu | eahket | مساء,أمسية
paiva | день,дня | день,дня | päev,päeva | beaivi | يوم
aamu | утр | ранок,ранк | hommik | iđit | صباح
yhteinen | общ,совместн,вместе | спільн,разом | ühine,koos | oktasaš,ovttas | مشترك
avoin | открыт | відкрит | avatud | rabas | مفتوح
ilmainen | бесплатн | безкоштовн,безплатн | tasuta | nuvttá | مجاني
harjoitus | трениров,занят,репетици | тренуванн,занятт | trenn,harjutus | hárjehallan | تدريب
musiikki | музык | музик | muusika | musihkka | موسيقى
laulu | песн,пени | пісн,спів | laul | lávlun,lávlla | غناء,أغنية
yhteislaulu | поем вместе | співаємо | ühislaulmine | oktasašlávlun | غناء جماعي
kuoro | хор | хор | koor,kooris | koara | جوقة
orkesteri | оркестр | оркестр | orkester | orkeastar | أوركسترا
teatteri | театр,пьес | театр,п'єс | teater,teatri | teáhter | مسرح
nukketeatteri | кукольный театр | ляльков | nukuteater | dohkkáteáhter | مسرح العرائس
elokuva | фильм,кино | фільм,кіно | film,kino | filbma | فيلم,سينما
tanssi | танц | танц,танец | tants | dánsun | رقص
kirja | книг,книж | книг,книж | raamat,raamatu | girji | كتاب
lukupiiri | книжный клуб,читательск | книжковий клуб | lugemisring,raamatuklubi | lohkanriekkis | نادي القراءة
lukeminen | чтени | читанн | lugemine | lohkan | قراءة
satu | сказк | казк | muinasjut | máinnas | قصة,حكاية
satutunti | час сказки,сказочный час | година казки | jututund,muinasjututund | máinnasboddu,máidnasboddu | ساعة القصة,وقت القصة
runo | поэзи,стих | поезі,вірш | luule | divtta,dikta | شعر
kirjailija | писател | письменник | kirjanik | girječálli | كاتب
taide | искусств | мистецтв | kunst | dáidda | فن
kasityo | рукодели | рукоділл | käsitöö | duodji | أشغال يدوية,حرف
askartelu | поделк,творчеств | вироб,творчіст | meisterdamine | duddjon | أشغال
neulonta | вязани | в'язанн | kudumine | gođđin | حياكة
ompelu | шить | шитт | õmblus,õmblemine | goarrun | خياطة
keramiikka | керамик | керамік | keraamika | keramihkka | سيراميك,خزف
valokuva | фото | фото | foto | govven | تصوير
liikunta | физкультур,движени | фізкультур,рух | liikumine | lihkadeapmi | حركة
urheilu | спорт | спорт | sport,spordi | valáštallan | رياضة
jumppa | гимнастик | гімнастик | võimlemine | jumppa | جمباز
jooga | йог | йог | jooga | joga | يوغا,يوجا
kavely | прогулк,ходьб | прогулянк | jalutuskäik,kõnd | vácci | مشي
uinti | плавани,бассейн | плаванн | ujumine | vuojadeapmi | سباحة
hiihto | лыж | лиж | suusatamine,suusa | čuoigan | تزلج
luistelu | катани,коньк | ковзан | uisutamine | riđiid | تزلج على الجليد
jalkapallo | футбол | футбол | jalgpall | spábbačiekčan | كرة القدم
koripallo | баскетбол | баскетбол | korvpall | korgespábba | كرة السلة
peli | игр | гра,ігр | mäng | speallu | لعبة,ألعاب
lautapeli | настольн | настільн | lauamäng | beavdespeallu | ألعاب الطاولة
shakki | шахмат | шах | male | šahkka | شطرنج
bingo | бинго,лото | бінго,лото | bingo | bingo | بنغو
luonto | природ | природ | loodus | luondu | طبيعة
metsa | лес | ліс | mets,metsa | vuovdi | غابة
lintu | птиц | птах | lind,linnu | loddi | طيور
puutarha | сад,огород | сад,город | aed,aia | gilvvagárdi | حديقة
ruoka | еда,пищ,кухн | їж,кухн | toit,toidu | biebmu | طعام
ruoanlaitto | кулинар,готовим | кулінар,готуємо | kokandus,toiduvalmistamine | biebmoráhkadeapmi | طبخ
leivonta | выпечк | випічк | küpsetamine | láibun | خبز
joulu | рождеств | різдв | jõul | juovllat,juovla | عيد الميلاد
uusivuosi | новый год,новогодн | новий рік,новорічн | uusaasta,aastavahetus | ođđajagi | رأس السنة
paasiainen | пасх | великд | lihavõtte,ülestõusmis | beassážat | عيد الفصح
juhannus | ивана купала,юханнус | купала,юханнус | jaanipäev,jaan | mihccamár | منتصف الصيف
talvi | зим | зим | talv | dálvi,dálve | شتاء
kevat | весн | весн | kevad | giđđa | ربيع
kesa | лет | літ | suvi,suve | geassi | صيف
syksy | осен | осін | sügis | čakča | خريف
loma | каникул | канікул | vaheaeg,puhkus | luopmu | عطلة
itsenaisyyspaiva | день независимости | день незалежності | iseseisvuspäev | iehčanasvuođa | عيد الاستقلال
jumalanpalvelus | богослужени,служба,месса | богослужінн,мес | jumalateenistus,missa | ipmilbálvalus,messu | قداس
rukous | молитв | молитв | palvus | rohkos | صلاة
raamattu | библи,библейск | біблі | piibel,piibli | biibbal | كتاب مقدس
seurakunta | приход | парафі,громад | kogudus | searvegoddi | كنيسة
kirjasto | библиотек | бібліотек | raamatukogu | girjerájus,girjerádju | مكتبة
kirkko | церк | церк | kirik | girku | كنيسة
koulu | школ | школ | kool | skuvla | مدرسة
museo | музе | музе | muuseum | musea | متحف
talo | дом | дім,будин | maja | viessu | بيت
vauva | младенц,малыш | немовлят,малюк | beebi,imik | njuoratmánná,njuoráhat | رضع,طفل رضيع
lapsi | дет,ребен,ребят | діт,дит | laps,laste | mánná,mánáid | أطفال,طفل
nuori | молодеж,подрост | молод,підліт | noor | nuorra,nuoraid | شباب
aikuinen | взросл | доросл | täiskasvan | rávis | كبار,بالغين
seniori | пожил,пенсионер,сеньор | літніх,пенсіонер,старш | eakad,eakate,pensionär | vuorrasat,boarrásat | كبار السن,مسنين
perhe | семей,семь | сім,родин | pere,perede | bearaš,bearrašat | عائلة,عائلي
nainen | женщин,женск | жін | naine,naiste | nisson | نساء,امرأة
mies | мужчин,мужск | чолов | mees,meeste | dievdu,almmái | رجال
aiti | мам,матер | мам,матер | ema | eadni | أمهات
maahanmuuttaja | иммигрант,мигрант | іммігрант,мігрант,біжен | sisserändaja | sisafárrejeaddji | مهاجرين,لاجئين
opiskelija | студент | студент | üliõpilane,õpilane | studeanta | طلاب
vapaaehtoinen | волонтер,доброволь | волонтер | vabatahtlik | eaktodáhtolaš | متطوعين
jarjesto | организаци,объединени | організаці,об'єднанн | ühing,organisatsioon | searvi | جمعية,جمعيات
suomi | финск,финлянд | фінськ,фінлянд | soome | suopma,suoma | فنلندي,فنلندية,فنلندا
ruotsi | шведск | шведськ | rootsi | ruoŧagiella,ruoŧŧa | سويدي,سويدية
englanti | английск | англійськ | inglise | eaŋgalas | إنجليزي,انجليزية
venaja | русск | російськ | vene | ruoššagiella,ruošša | روسي,روسية
viro | эстонск | естонськ | eesti | estteeana | إستوني
arabia | арабск | арабськ | araabia | arábia | عربي,عربية
ukraina | украинск | українськ | ukraina | ukraina | أوكراني
saame | саамск | саамськ | saami | sápmi,sámi,sámegiel | سامي
alkeet | начинающ,азы | початк | algajad,algajatele,alustajatele | álgi | مبتدئين,مبتدئ
jatko | продолжающ,продвинут | продовж,просунут | edasijõudnud | joatkka | متقدم
terveys | здоров | здоров | tervis | dearvvašvuohta | صحة
ensiapu | первая помощь,первой помощи | перша допомога,домедичн | esmaabi | vuosttasveahkki | إسعافات أولية
vertainen | взаимопомощ | взаємодопом | tugigrupp,tugirühm | veardásaš | دعم الأقران
ystava | друз,друж | друз | sõber,sõprade | ustit | أصدقاء,صداقة
digi | цифров | цифров | digi | digitála | رقمي
tietokone | компьютер | комп'ютер | arvuti | dihtor | حاسوب,كمبيوتر
laksy | домашн,уроки | домашн | kodutöö | leaksu | واجبات
sauna | сауна,баня | сауна,лазн | saun | sávdni | ساونا
kalastus | рыбалк | рибалк | kalapüük | guolásteapmi | صيد
"""
