"""Common given names in Finland, in the Nordic countries and of English speakers, and the forms Finnish gives them.

A list of given names is nobody's personal data; it tells a person's name from the name of a place or a society. Names that are first of all
ordinary words of English (``Will``, ``Grace``, ``May``) or that stand for months and the like are left out.
"""

from __future__ import annotations

_FINNISH = """
aada aapo aarne aaro aaron aatos aatu aila aili aimo aini aino airi akseli aku alina allan alma amanda ami anelma anita anitta anja anna
anne anneli anni annika annikki annukka anri ansa anselmi ansku anssi antero anton antti antton anu ari arja armas armi arno arto arttu
artturi arttuuri arvi arvo asko asta atte auli aune auvo eemeli eemil eerika eerikki eero eetu eeva eevi eija eila einari eine eini eino
elena eliina eliisa elina elisa elisabet elisabeth ella ellen elli elma elsa elsi elvi emilia emma emmi enni ensio erik erika erja erkki
erno esa esko essi ester eveliina fanni fiia frans hanna hannamari hanne hannele hannes hannu harri heidi heikki heimo heini helena heli
helinä helja helka hella helli hellin hellä helmi helmiina helvi henna henri henriikka henrik hermanni hilda hilja hilkka hilla hilma
iida iina iines iiris iiro iisakki iitu iivari ilari ilkka ilmari ilmo ilona ilpo ilta immi impi ina inari inka inkeri irene irina iris
irja irma iro isla ismo isto ivar jaakko jaana jalmari jami jani janika janina janita janne jari jarkko jarmo jarno jaska jasmin jenna
jenni jere jeremias jesse joel johanna johannes joni jonna joona joonas joonatan jooseppi jorma josefiina jouko jouni juha juhana juhani
juho jukka julia juska jussi justiina jutta juuli juulia juuso jyri jyrki kaapo kaarina kaarlo kaija kaisa kaisu kaj kalervo kalevi
kalle kari karita karoliina kasper kasperi katariina kati katja katri katriina kauko kerttu kerttuli kielo kimmo kirsi kirsikka kirsti
klaus konsta krista kristian kristiina kristo kukka kullervo kustaa kyllikki kyösti laila lari lasse lassi laura lauri lea leena leevi
leila lempi leni lenni leo leonard liina liinu liisa liisi lilja linda linnea lotta luukas lyyli maaret maaria maarit maija maiju maikki
mailis maire maisa mari maria mariaana mariana marianna marianne marika marita marja marjaana marjatta marjo marjukka marjut markku
marko markus marleena martta martti mati matias matilda matleena matti mauno mauri mauritz meeri meri merja mervi mia miia miika miikka
miina mika mikael mikaela mikko mila milja milla mimmi mimosa minea minka minna minni minttu mira mirja mirjam mirka mirkka mirva misa
mona moona naemi nanna nea neea nella nelli nestori niilo niina niklas niko noora ohto oili oiva ola olavi olga oliver olivia olli
onerva onni oona orvo orvokki oskar oskari osmo ossi otto outi paavali paavo pasi patrik patrikki paula pauli pauliina peetri peetu
peitsa pekka pentti pertti petra petri petrus petteri pia pietari pihla pihlaja piia pinja piritta pirjo pirkko päivi päivikki päiviö
raakel rafael raija raila raili raimo raine raisa ralf rami rasmus rauha rauno rebekka reetta reijo reima reino riikka riina riitta riku
risto ritva roni ronja roope roosa saana saara saga saija saila saima saimi saini salla salli salme sami samu samuel samuli sanelma
sanna sanni santeri santtu sara sari sarianna satu saul seija selma senja seppo severi signe siiri silja simo sini sinikka sirkka sirkku
sirpa sofia sohvi soila soile soini sointu sonja stiina susanna susanne suvi sylvi taavi taimi taina taneli tanja tapani tapio tarja
tarmo taru tatu teemu teija tellervo teppo terhi tero tertta terttu teuvo tiia tiina tiiu timo tintti titta toini toivo tomi tommi toni
topi topias touko tuija tuire tuomas tuomo tuukka tuula tuuli tuulia tuulikki tuure tyyne tyyni ulla ulpu unto uolevi urho urmas urpo
usko uuno valde valdemar valma valpuri valtteri vappu varpu veera veeti veijo veikka veikko veini veli vellamo vesa viena vieno vilho
vili vilja viljami viljo ville vilma vilppu virpi virva voitto vuokko väinämö väinö yrjö
"""
_SWEDISH = """
agneta alf alfons alfred algot alice alva anders andreas ann ann-christin ann-marie ann-sofie anna-lena annette annie arne arvid astrid
axel barbro beatrice bengt benita benjamin berit bernt bertel birger birgitta bjarne bjorn björn bo bodil boel brita britt britta börje
camilla carin carina carita carl carl-johan carola caroline cecilia charlotta charlotte christel christer christian christina
christoffer clara dag daniel david ebba edit edvard elin elisabet elvira emil erica ernst eva evelina fanny felix filip folke fredrik
fredrika frida gerd gerda gun gunborg gunilla gunnar gunnel gurli gustaf gustav göran gösta hans harald hedda hedvig helene henrika
hilding hjördis håkan ida inga ingalill inge ingeborg ingegerd ingela inger ingmar ingrid ingvar isabella jan jan-erik jan-peter jenny
jens jessica johan john jonas josefin karin karl karl-erik karolina katarina kenneth kerstin kjell knut kristina kristoffer lars
lars-erik leif lena lennart linnéa lisa lisbet lisbeth lovisa ludvig maj maj-britt maj-len malin marcus margareta margit marie mathias
mats mattias max mikael mikaela monica monika märta måns nicklas niclas nils nina ola olof oscar pamela patricia pehr per per-erik
pernilla peter petronella petter pär ragnar ragnhild ralf rebecka regina richard rikard robert robin rolf ronny rune sandra sigrid siv
sofie solveig sonja staffan stefan stellan sten stig stina sture sune susann svante sven tage theo therese thomas tomas tor torbjörn
tore torsten tove trygve ulf ulrik ulrika valter viktor viktoria vilhelm vivan viveca yngve yvonne åke åsa östen
"""
_ENGLISH = """
aaron abigail adam adrian alan albert alex alexander alexandra alexis allison amber amy andrea andrew angela ann anthony arthur ashley
barbara becky ben benjamin bernard beth betsy betty beverly bob bonnie brad bradley brandon brenda brett brian bridget bruce bryan
caitlin carl carla carmen carol carole caroline carolyn catherine cathy chad charles cheryl chloe chris christian christine christopher
cindy claire clara colleen connie craig crystal curtis cynthia dale dan dana daniel danielle darren dave debbie deborah debra dennis
diana diane donald donna doris dorothy doug douglas dylan edward edwin eileen elaine eleanor elizabeth ellen emily emma eric erin ethan
eugene evan evelyn frank fred gabriel gail gary geoffrey george gerald gina glenn gloria gordon greg gregory gwen hannah harold harriet
harry heather helen henry holly howard hugh ian isaac isabel jack jacob jacqueline james jamie jane janet janice jared jason jean jeff
jeffrey jennifer jenny jeremy jerry jesse jessica jill jim jimmy joan joanna joanne jodi joe joel john johnny jon jonathan jordan joseph
joshua joyce juan juanita judith judy julia julian julie justin karen kate katherine kathleen kathryn kathy katie keith kelly ken
kenneth kevin kim kimberly kirk kristen kristin kristine kurt kyle larry laura lauren laurie lawrence leah leonard leslie linda lisa liz
lois lori lorraine louis louise lucas lucy luke lynn madison marc marcia margaret maria marie marilyn mark marsha martha martin mary
matt matthew maureen megan melanie melissa meredith michael michele michelle mike miriam molly monica nancy natalie natasha nathan neil
nicholas nicole noah nora norman olivia oscar pam pamela patricia patrick patty paul paula peggy peter phil philip phillip phyllis
rachel ralph randy raymond rebecca renee rhonda richard rick rita robert robin rodney roger ron ronald rosemary roy russell ruth ryan
sally sam samantha samuel sandra sara sarah scott sean sebastian shannon sharon shaun sheila shelley sherry shirley simon sophia sophie
stacy stanley stephanie stephen steve steven stuart sue susan suzanne sylvia tammy tanya tara ted teresa terry theodore theresa tiffany
tim timothy tina todd tom tony tracy travis troy tyler valerie vanessa vera veronica victor victoria vincent virginia walter warren
wayne wendy william yolanda zachary
"""
_ELSEWHERE = """
abdi abdirahman abdul abdullah adnan agnieszka ahmad ahmed aisha aleksandr aleksandra aleksei ali alicja alisa amal amina amir ana
anastasia andrei andrzej angelika anh antonio aziz biret bogdan boris carlos chen daria dariusz darya dmitri dmytro ekaterina elif emre
ewa faisa faisal farah farid fatima fatma galina giovanni giulia giuseppe grzegorz hamid hamza hana hassan hiroshi hodan huong hussein
ibrahim igor ilya inga-máret ioana ion irina ismail ivan ivana jaan jamal javier jelena jesus jing joanna jorge jose josé jovsset juri
kadri katarzyna kateryna kenji khadija khalid kristjan krzysztof lan layla leyla li liis ling luca luis lyudmila magdalena mahmoud
maksim malgorzata marcin marco mariam marina mario mart małgorzata mehmet mei miguel mihail mikhail milan ming minh mohamed mohammad
mohammed mohamud muhammad muna mustafa mykola máret nadezhda nadia natalia nataliia natalya nguyen niillas nikita nikolai nimo nour nur
oksana oleg oleh oleksandr olena omar osman paolo pavel pawel paweł pedro piotr polina priit rahma rajesh rania ravi raúl reza rosa said
salma samira sanjay sergei sergio serhii sofiia stanislav suleiman svetlana sárá tamara tariq tatiana tatjana tetiana tomasz toomas tuan
vadim valentina vasili viktoriia vladimir volodymyr wei xiao yana yasmin yuki yulia yuliia yuri yusra yusuf zahra zainab zeynep áile
áilu ánde ántte
"""
_VOWELS = "aeiouyåäöéáó"
_WEAK = {"kk": "k", "pp": "p", "tt": "t", "mp": "mm", "rt": "rr"}
"""Consonant gradation before an ending that closes the syllable: ``pekka`` → ``pekalle``."""
_CASES = ("lle", "lta", "ltä", "lla", "llä")
"""To whom, from whom, with whom: how a Finnish text says whom to reach."""


def _stems(name: str) -> tuple[str, ...]:
    """What the endings are put to: ``matti`` → ``matti``, ``mati``; ``markus`` → ``markukse``; ``johan`` → ``johani``."""
    if name.endswith("nen"):
        return (name[:-3] + "se",)
    if name.endswith("s"):
        return (name[:-1] + "kse", name + "i")
    if name[-1] not in _VOWELS:
        return (name + "i",)
    before, last = name[:-1], name[-1]
    weak = before[:-2] + _WEAK[before[-2:]] if before[-2:] in _WEAK else before
    if weak == before and before.endswith("t") and before[-2:-1] and before[-2] in _VOWELS + "h":
        weak = before[:-1] + "d"
    return tuple(dict.fromkeys((name, weak + last)))


GIVEN_NAMES = frozenset(f"{_FINNISH}\n{_SWEDISH}\n{_ENGLISH}\n{_ELSEWHERE}".split())
"""In lower case, in their basic form."""
_STEMS = frozenset(stem for name in GIVEN_NAMES for stem in _stems(name))
TOWARDS = frozenset(stem + case for stem in _STEMS for case in _CASES)
"""``maijalle``, ``matilta``, ``sadulla``."""
GENITIVES = frozenset(stem + "n" for stem in _STEMS) | frozenset(name + "s" for name in _SWEDISH.split() if not name.endswith("s"))
"""``maijan``, ``matin``, ``åsas``."""
ILLATIVES = frozenset(stem + stem[-1] + "n" for stem in _STEMS)
"""``maijaan``, ``mattiin``: after *ota yhteyttä*."""
