"""Features of accessibility in words, as shapes of folded text in Finnish, Swedish and English."""

from __future__ import annotations

FEATURES: tuple[tuple[str, str], ...] = (
    (
        "accessible_toilet",
        (
            r"esteet\w+\s(?:wc(?:[:-]\w+)?|vessa\w*|käymälä\w*)|inva-?\s?(?:wc(?:[:-]\w+)?|vessa\w*|käymälä\w*)|(?:liikuntaesteisten|"
            r"liikuntarajoitteisten|pyörätuoli)-?\s?(?:wc(?:[:-]\w+)?|vessa\w*)|le-?wc\w*|tillgänglig\w*\s(?:toalett\w*|wc)|handikapptoalett\w*|"
            r"rwc|(?:wheelchair[-\s])?accessible\s(?:toilet|wc|restroom|washroom)s?|disabled\stoilets?"
        ),
    ),
    (
        "accessible_parking",
        (
            r"inva-?\s?(?:paik|pysäköin)\w*|le-?pysäköin\w*|esteet\w+\s(?:auto|pysäköinti)paik\w*|(?:parkering\sför\srörelsehindrade|"
            r"handikapparkering\w*)|"
            r"accessible\sparking|disabled\sparking"
        ),
    ),
    ("wheelchair_seats", r"pyörätuoli\s?paik\w*|pyörätuolikatsomo\w*|rullstolsplats\w*|wheelchair\s(?:seats?|spaces?|places?)"),
    ("pool_lift", r"allas(?:nosti|hissi)\w*|bassänglyft\w*|pool\s(?:lift|hoist)"),
    ("ramp_side_door", r"(?:luiska|ramppi)\s(?:sivu|taka)-?ove\w*|ramp\w*\svid\ssidodörr\w*|ramp\sat\s(?:the\s)?side\s(?:door|entrance)"),
    ("ramp", r"(?:pyörätuoli-?|inva-?)?luiska\w*|(?:pyörätuoli-?)?ramppi\w*|rampit|ramp(?:en|er)?"),
    ("lift", r"(?:inva|pyörätuoli|henkilö)?hissi(?!tön|ttöm)\w*|hiss(?:en|ar)?|lifts?|elevators?"),
    ("-lift", r"hissitön\w*|hissittömä\w*"),
    (
        "one_step_entrance",
        (
            r"(?:yksi|1)\s(?:porras|askelma|kynnys)\w*|(?:sisäänkäynnissä|ovella)\s(?:on\s)?(?:yksi\s)?(?:porras|kynnys)|"
            r"ett\strappsteg|one\sstep"
        ),
    ),
    (
        "-step_free_entrance",
        (
            r"esteelli\w*|(?:kaksi|kolme|neljä|viisi|muutama|monta|useita|2|3|4|5|6|7|8|9)\s(?:porrasta|askelmaa|rappusta|rappua)|"
            r"(?:två|tre|fyra|flera|några|2|3|4|5|6|7|8|9)\strappsteg|(?:two|three|four|several|a\sfew|2|3|4|5|6|7|8|9)\ssteps|"
            r"pyörätuolilla\sei\spääse\w*|ei\spääse\spyörätuolilla|ei\ssovellu\spyörätuoli\w*|bara\strappor|only\sstairs|stairs\sonly"
        ),
    ),
    (
        "step_free_entrance",
        (
            r"esteet\w+\s(?:sisäänkäyn\w*|kulku\w*|pääsy\w*|reit\w*)|(?:sisäänkäyn\w*|kulku|pääsy|tila\w*|talo|sali|paikka|"
            r"rakennus)\s(?:on\s|ovat\s)?(?:täysin\s)?esteet(?:ön|tömä\w*|tömät)|"
            r"esteet(?:ön|töntä|tömi\w*|tömä\w*|tömät)(?!\w)|ei\s(?:ole\s)?(?:portaita|kynnyksiä|tasoeroja|porrasta)|portaaton\w*|"
            r"portaattom\w*|kynnyksetön\w*|tasoeroton\w*|"
            r"tillgänglig\w*\s(?:entré\w*|ingång\w*|lokal\w*|plats(?:en)?(?!\w)|utrymme\w*)|tröskelfri\w*|trappfri\w*|hinderfri\w*|"
            r"inga\s(?:trappor|trösklar)|tillgänglig(?:t|a)?\s(?:för|med)\srullstol\w*|"
            r"step-?\s?free\w*(?:\s(?:access|entrance))?|level\saccess|barrier-?free|no\s(?:steps|stairs)|wheelchair[-\s](?:access|"
            r"friendly)\w*|accessible\s(?:for|by|to)\swheelchair\w*|fully\saccessible|"
            r"(?:lokalen|entrén|ingången|platsen|huset|evenemanget|utrymmet)\s(?:är\s)?(?:helt\s)?tillgänglig\w?|"
            r"(?<!\w\s)tillgänglig(?:t|a)?(?=\W*$)|(?<=inte\s)tillgänglig(?:t|a)?(?!\w)|"
            r"pyörätuolilla\s(?:pääsee|esteettömästi)|(?:soveltuu|sopii|sopiva)\spyörätuoli\w*|pyörätuoli\w*\s(?:soveltuva|sopiva)|"
            r"accessible\s(?:entrance|venue|building|premises|location)|"
            r"(?:venue|building|entrance|location|space|hall|room)s?\s(?:is|are)\s(?:fully\s)?accessible(?!\s(?:by|via|on|to|from))|"
            r"(?<!\w\s)accessible(?=\W*$)|(?<=not\s)accessible(?!\w)"
        ),
    ),
    (
        "induction_loop",
        (
            r"induktiosilmuk\w*|t-silmuk\w*|kuulosilmuk\w*|induktionssling\w*|hörselsling\w*|hörslinga\w*|(?:induction|hearing|"
            r"audio\sinduction)\sloops?"
        ),
    ),
    (
        "sign_language_interpretation",
        (
            r"viittomakiel\w*\stulk\w*|viittomakielentulk\w*|viittomakielinen\stulk\w*|tulkataan\s(?:\w+\s)?viittomakielelle|"
            r"viittomakieli(?:selle|set|nen)\stulk\w*|"
            r"teckenspråkstolk\w*|(?:tolkas|tolkning|tolkad\w?)\s(?:till\s|på\s)?(?:\w+\s)?teckenspråk|sign\slanguage\sinterpret\w*|"
            r"interpret\w*\s(?:in(?:to)?\s)?(?:\w+\s)?sign\slanguage|"
            r"bsl\sinterpret\w*"
        ),
    ),
    ("speech_to_text", r"kirjoitustulk\w*|skrivtolk\w*|speech[-\s]to[-\s]text|live\scaption\w*"),
    ("subtitles", r"tekstity\w*|tekstitetty|textad\w*|textning|subtitle\w*|captions?"),
    ("audio_description", r"kuvailutulk\w*|syntolk\w*|audio\sdescri\w*"),
    (
        "assistant_free",
        (
            r"avustaja(?:t|lle|lla)?\s(?:pääsee\s|pääsevät\s)?(?:mukaan\s)?(?:ilmaiseksi|maksutta|veloituksetta|vapaa)|"
            r"ledsagare\s(?:gratis|fritt|utan\savgift)|assistent\w*\sgratis|"
            r"(?:carers?|assistants?|companions?)\s(?:go\s)?free"
        ),
    ),
    (
        "guide_dogs_welcome",
        r"opaskoira\w*|avustajakoira\w*|assistentkoira\w*|ledarhund\w*|assistanshund\w*|guide\sdog\w*|assistance\sdog\w*",
    ),
    ("quiet_space", r"hiljainen\s(?:tila|huone)|lugnt\srum|quiet\s(?:room|space)|rauhallinen\stila"),
    ("relaxed_performance", r"aistiystäväl\w*|aistiesteet\w*|relaxed\sperformance|sensory[-\s]friendly|sinnesvänlig\w*|rento\snäytös"),
    ("fragrance_free", r"hajusteet\w*|tuoksuton\w*|doftfri\w*|parfymfri\w*|fragrance-?free|scent-?free"),
)
"""(code, shape of the words); what is special stands before what is general. A code with a minus says that it is not there."""
DENIED = (
    r"(?:\bei\sole|\bei|\beivät\sole|\beivät|\binte|\bingen|\binga|\binget|\bej|\bno|\bnot|\bwithout|\butan|\bilman|\bsaknar|\bpuuttuu|"
    r"\blacks|n't)\s(?:\w+\s){0,2}$"
)
DENIED_AFTER = (
    r"^\s(?:puuttuu|puuttuvat|ei\s(?:ole|toimi)|on\s(?:rikki|epäkunnossa|pois\skäytöstä)|rikki|epäkunnossa|finns\s(?:inte|ej)|saknas|"
    r"är\s(?:inte|ur\sfunktion|trasig)|ur\sfunktion|"
    r"(?:is\s|are\s)?(?:not\savailable|unavailable|out\sof\sorder|broken))"
)
"""Words before or behind a feature that deny it."""
PARTLY = r"(?:osittain|osin|rajoitetusti|lähes|melkein|delvis|nästan|partly|partially|partial|limited)\s(?:\w+\s)?$"
"""Words that leave open how much of it there is."""
