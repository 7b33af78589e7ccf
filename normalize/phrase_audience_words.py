"""Words for whom something is, as stems of Finnish, Swedish, English and Northern Sámi; the first that fits at a place is taken."""

from __future__ import annotations

AUDIENCES: tuple[tuple[str, str], ...] = (
    (
        "all",
        (
            r"kaiken\s?-?ikäi\w*|kaikille|kaikenikäi\w*|kaikki\s(ovat\s)?(lämpimästi\s)?tervetull\w*|för\salla|alla\såldrar|"
            r"alla\s(är\s)?(varmt\s)?"
            r"välkomna|all\sages|every(one|body)|all\s(are\s)?welcome|open\sto\sall|for\sall|buohkaide|koko\skansalle"
        ),
    ),
    (
        "under_school_age",
        (
            r"alle\s?koulu-?ikäi\w*|(barn\s)?under\sskolåldern|förskolebarn\w*|pre-?schoolers?|(children\s)?(under|below)\sschool\sage|"
            r"leikki-?ikäi\w*|"
            r"päiväkoti-?(ikäi|lai|lap)\w*|päiväkotiryhm\w*|dagisbarn\w*|daghemsbarn\w*|daghemsgrupp\w*"
        ),
    ),
    (
        "babies_toddlers",
        (
            r"vauva(?!perhe)\w*|vauvo\w*|taaper\w*|pikkulap(?!siperhe)\w*|pikkuis(et|ille|ten)|småbarn(?!sf)\w*|bebis\w*|bäbis\w*|baby(er|"
            r"n|s)?|spädbarn\w*|babies|toddlers?|infants?|njuoratmánná\w*"
        ),
    ),
    (
        "school_age",
        (
            r"alakoulu\w*|ala-?aste\w*|ala-(?=\s(ja|sekä)\s(yläkoulu|yläaste))|koululai\w*|kouluikäi\w*|peruskoulu(lai|ikäi|-ikäi)\w*|"
            r"lågstadie\w*|låg-(?=\soch\shög)|"
            r"skolbarn\w*|skolelev\w*|skolåldern|grundskoleelev\w*|school-?age\w*|schoolchildren|primary\sschool\w*|pupils"
        ),
    ),
    (
        "youth",
        (
            r"yläkoulu\w*|yläaste\w*|nuor(et|ille|ten|isolle|iso|ison|isolai\w*|ia|illa|iso\w*)|teini(t|\w*)|teineille|varhaisnuor\w*|"
            r"lukioikäi\w*|lukio-ikäi\w*|"
            r"rippikouluikäi\w*|rippikoululai\w*|isos(et|ille|ten)|högstadie\w*|ungdom\w*|unga|tonår\w*|(pre-?)?teens?|teenagers?|"
            r"youths?|young\s(people|adults|persons)|"
            r"adolescents|skriftskol\w*|nuorat\w*|nuoraide|nuoraid"
        ),
    ),
    (
        "families",
        (
            r"(lapsi|vauva|suur|uus|pikkulapsi|nepsy-?)?perhe(?!kerho|kahvil|päivähoi|koti)(et|ille|iden|itä|ill\w*|en\w*|elle)?|"
            r"koko\sperhe\w*|(barn|småbarns)?familj(er|en|erna|ens|ers)?|famil(y|ies)|bearrašiid\w*|bearaš\w*"
        ),
    ),
    (
        "children",
        (
            r"lap(set|sille|sen|silla|sia|sineen)|lapsukais\w*|lasten|lapsi|lapsineen|lapsosil\w*|barn(en|ens)?|kids|child(ren)?|"
            r"mánáide|mánát|mánáid|juniori\w*|junioreille|juniorer|"
            r"tytö(t|ille)|poj(at|ille)|flickor|pojkar|girls|boys"
        ),
    ),
    (
        "students",
        (
            r"(korkea|ammatti|ammattikorkea|yli)?(koulu|opisto)?opiskelij\w*|yliopisto-?opiskelij\w*|lukiolai\w*|ammattikoululai\w*|"
            r"amislai\w*|ylioppila(at|ille|iden|s)|studerande\w*|student(er|erna)?|students?|gymnasi(e|ster)\w*|yrkesskolelev\w*|"
            r"toisen\sasteen|studeant\w*"
        ),
    ),
    ("pensioners", r"(kansan)?eläkeläi\w*|eläkkeellä\w*|eläkeikäi\w*|pensionär\w*|pensioners?|retired|retirees"),
    (
        "seniors",
        (
            r"ikäihmi\w*|ikäänty\w*|seniori?\w*|vanhuk\w*|vanhus\w*|vanhemmalle\sväelle|varttune\w*|iäkkä\w*|iäkäs|äldre(?!råd)|"
            r"vuorasat|vuorrasiidda|vuorrasolbm\w*|vuorasolbm\w*|"
            r"elderly|older\s(people|adults|persons)|ikäkansa\w*"
        ),
    ),
    ("unemployed", r"työttöm\w*|työtön|työnhaki\w*|arbetslös\w*|arbetssökande\w*|unemployed|job-?\s?seekers?|bargguheam\w*"),
    (
        "informal_carers",
        r"omaishoita\w*|närståendevårdar\w*|anhörigvårdar\w*|informal\scare(r|give)\w*|family\scare(r|give)\w*|carers|caregivers?",
    ),
    ("care_recipients", r"hoidettav\w*|vårdtagar\w*|care\srecipients?|those\sthey\scare\sfor"),
    (
        "immigrants",
        (
            r"maahan\s?-?muutta\w*|maahan\s?-?muutto(taust\w*)|uussuomalai\w*|pakolai\w*|turvapaikanhaki\w*|kotoutuj\w*|kotoutuv\w*|"
            r"ulkomaalais(ille|et|taust\w*)|"
            r"invandra(re\w*|r\w*)|inflyttade|nyinflyttade|nyanlända|flykting\w*|asylsökande\w*|immigrants?|newcomers?|refugees?|"
            r"asylum\sseekers?|migrants?|sisafárre\w*"
        ),
    ),
    (
        "mental_health_rehabilitees",
        (
            r"mielenterveys-?(ja\s)?(kuntoutuj|toipuj|kuntoutuv)\w*|mielenterveys-(?=\sja\s)|mielenterveyskuntout\w*|"
            r"psykiska\srehabiliterings\w*|mentalvårds-?klient\w*|rehabiliteringsklienter\sinom\smentalvården|"
            r"mental\shealth\s(rehabilitees|service\susers|clients)"
        ),
    ),
    (
        "substance_abuse_rehabilitees",
        (
            r"päihde(kuntoutuj|toipuj)\w*|päihde-(?=\s(ja|sekä)\smielenterveys)|päihteistä\stoipu\w*|missbruksrehabiliter\w*|"
            r"recovering\s(addicts|from\s(addiction|substance)\w*)"
        ),
    ),
    (
        "people_with_memory_disorders",
        r"muistisaira\w*|muistisairau\w*|muistihäiriöis\w*|muistioirei\w*|minnessjuk\w*|people\swith\s(a\s)?(memory|dementia)\w*|dementia",
    ),
    (
        "relatives",
        (
            r"(?<!perhe- )omais(ille|et|ten|ensa|illeen|iaan)|(?<!\d )omaiset|läheis(ille|et|ten|ensä|illeen|iään)|anhöriga?s?|"
            r"närstående(?!vård)|relatives|loved\sones|next\sof\skin"
        ),
    ),
    ("visually_impaired", r"näkövammai\w*|sokei(lle|den)|sokeat|heikkonäköi\w*|synskada\w*|visually\simpaired|blind|kuulonäkövammai\w*"),
    (
        "hearing_impaired",
        (
            r"kuulo(?:näkö)?vammai\w*|huonokuuloi\w*|kuuro(t|ille|jen)|kuulokojeen\skäyttäj\w*|viittomakieli(set|sille)|hörselskada\w*|"
            r"döva|hearing[-\s]impaired|hard\sof\shearing|deaf"
        ),
    ),
    (
        "people_with_intellectual_disabilities",
        (
            r"kehitysvammai\w*|utvecklingsstör\w*|(personer\smed\s)?intellektuell\w*|intellectual\sdisabilit\w*|(people\swith\s)?(learning|"
            r"intellectual)\sdisabilit\w*"
        ),
    ),
    (
        "people_with_disabilities",
        (
            r"vammai(s(?!kort|palvelu|neuvost)\w*|nen|ten)|liikuntavammai\w*|liikuntaestei\w*|liikuntarajoittei\w*|"
            r"toimintarajoittei\w*|toimintaestei\w*|erityisryhm\w*|erityislap\w*|erityislasten|"
            r"erityistä\stukea\starvitsev\w*|erityisnuor\w*|handikappa\w*|rörelsehindra\w*|specialgrupper|funktions(hindr|ned|"
            r"varia)\w*|people\swith\s(disabilities|reduced\smobility)|disabled"
        ),
    ),
    ("long_term_ill", r"pitkäaikaissaira\w*|pitkäaikaissairau\w*|långtidssjuk\w*|long-?\s?term\sill\w*|chronically\sill|kroniskt\ssjuka"),
    ("veterans", r"(sota)?veteraan(?!ipalvel)\w*|(krigs)?veteran(er|erna|ers)?|(war\s)?veterans?"),
    (
        "grandparents",
        (
            r"isovanhem\w*|isoäid\w*|isois(ät|ille)|mummo(t|ille|jen|la)?|mummit|mummeille|far-?\s?och\smorföräldrar|"
            r"mor-?\s?och\sfarföräldrar|grandparents?|grannies"
        ),
    ),
    (
        "parents",
        (
            r"vanhem(mat|mille|pien|pi|pineen|pansa|milleen)|vanhempainryhm\w*|odottavi\w*|odottava\w*|raskaana\solev\w*|(koti)?äi(dit|"
            r"deille|tien)|äiti-lapsi\w*|(koti)?is(ät|ille)|isä-lapsi\w*|yksinhuoltaj\w*|"
            r"(småbarns)?föräldra(r|rna|rs|grupp\w*)?|mammor(na)?|pappor(na)?|föräldralediga|gravida|ensamföräldrar|parents?|mothers|"
            r"fathers|mums|dads|expectant\w*|váhnem\w*"
        ),
    ),
    (
        "associations",
        (
            r"yhdistys(toimij\w*|ten|aktiiv\w*)|yhdistyks(ille|et|iä)|järjestö(t|ille|jen|toimij\w*|väki|väelle)|seura-?aktiiv\w*|"
            r"förening(ar|arna|ars|saktiva?|sfolk|sverksamma)|organisationer|associations?|ngos?|non-?profits?"
        ),
    ),
    ("volunteers", r"vapaaehtois(ille|et|ten|toimij\w*)|vapaaehtoistyöstä\skiinnostune\w*|frivilligarbetare|frivilliga|volunteers"),
    ("entrepreneurs", r"yrittäj\w*|yrityks(ille|et)|yritysten|företagare\w*|företag(?!s)|entrepreneurs?|businesses"),
    ("working_age", r"työikäi\w*|työssäkäyv\w*|i\sarbetsför\sålder|arbetsföra?|working[-\s]age\w*"),
    ("women", r"nais(ille|et)|kvinnor(na)?|damer(na)?|women|ladies"),
    ("men", r"mieh(ille|et)|män(nen)?|herrar(na)?|men|gentlemen"),
    ("adults", r"aikuis(et|ille|ten|väki|väelle)|täysi-?ikäi\w*|vuxna|fullvuxna|adults|grown-?ups|rávisolbmuid\w*|ollesolbmuid\w*"),
)
"""(code, shape of the words). The order decides where one word could be of two."""

PTV: tuple[tuple[str, str], ...] = (
    ("KR1.1", r"ikäihmi\w*|ikäänty\w*|seniori\w*|seniore\w*(?<!r)(?<!rna)|äldre|elderly|older\s(people|adults)"),
    ("KR1.2", r"lap(set|sille)|lapsiperh\w*|perhei(lle|tä)|perheet|barnfamilj\w*|children|families"),
    ("KR1.3", r"nuor(et|ille)|ungdom(ar)?|unga|young\speople"),
    ("KR1.4", r"pitkäaikaissaira\w*|långtidssjuk\w*"),
    ("KR1.6", r"vammai(s(?!kort|palvelu)\w*|nen)|people\swith\sdisabilities"),
    ("KR2.7", r"yhdistyks(et|ille)|järjestö(t|ille)|föreningar|associations"),
)
"""Target groups of the national service register (PTV), by the words that name them themselves."""

PTV_MEMBERS: dict[str, frozenset[str]] = {
    "KR1.1": frozenset({"seniors", "pensioners"}),
    "KR1.2": frozenset({"children", "families", "babies_toddlers", "under_school_age", "school_age", "parents", "grandparents"}),
    "KR1.3": frozenset({"youth", "adults"}),
    "KR1.4": frozenset({"long_term_ill"}),
    "KR1.6": frozenset({"people_with_disabilities"}),
    "KR2.7": frozenset({"associations", "volunteers"}),
}
"""Audiences that may be named beside a target group without making it the wrong one."""

GENDERS: tuple[tuple[str, str], ...] = (
    (
        "male",
        (
            r"miest(en|enryhmä)|miehille|miehet|miesten\w*|poikien|pojille|pojat|herrar(nas|na)?|män(nen|s)?|pojkar(nas|na)?|men's|men|"
            r"boys'?|gentlemen"
        ),
    ),
    (
        "female",
        (
            r"nais(ten|ille|et|tenryhmä)\w*|tyttö(jen|ille)|tytöt|tytöille|dam(er|ernas|erna)|kvinnor(s|na|nas)?|flickor(nas|na)?|women's|"
            r"women|girls'?|ladies"
        ),
    ),
)

WORD_AGES: tuple[tuple[str, int | None, int | None], ...] = (
    (
        (
            r"vauva(?!perhe)\w*|vauvo\w*|taaper\w*|pikkulap\w*|babies|bab(?:y|ies)|toddlers?|bäbis\w*|småbarn\w*|spädbarn\w*|pikkuis\w*|"
            r"babyer\w*|njuoratmánná\w*"
        ),
        0,
        2,
    ),
    (
        (r"alle\s?koulu-?ikäis\w*|barn\sunder\sskolåldern|under\sskolåldern|(?:under|below)\sschool\sage|päiväkoti-?ikäis\w*"),
        0,
        6,
    ),
    (r"täysi-?ikäis\w*|fullvuxna", 18, None),
)
"""(words, lowest age, highest age): ages that a name of an audience tells."""

SCHOOLS: tuple[tuple[str, str, int, int, int, int], ...] = (
    (
        "primary",
        r"ala(?:koulu\w*|-(?=\s(?:ja|sekä)\s(?:yläkoulu|yläaste)))|ala-?aste\w*|lågstadie\w*|låg-(?=\soch\shög)|primary\sschool\w*",
        7,
        12,
        1,
        6,
    ),
    ("secondary", r"yläkoulu\w*|yläaste\w*|högstadie\w*|secondary\sschool\w*|lower\ssecondary\w*", 13, 15, 7, 9),
    ("basic", r"peruskoulu(?:lai|ikäi|-ikäi)\w*|grundskoleelever\w*", 7, 15, 1, 9),
)
"""(name, words, lowest age, highest age, first grade, last grade)."""
