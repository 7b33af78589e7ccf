"""What codes of other vocabularies mean in ours: plain tables. ``normalize.codes`` says how a code is found in them."""

from __future__ import annotations

AUDIENCES: dict[str, tuple[str, ...]] = {
    # YSO, as the cities' Linked Events use it
    "yso:p4354": ("children",),
    "yso:p13050": ("families",),
    "yso:p6915": ("under_school_age",),
    "yso:p6914": ("school_age",),
    "yso:p16485": ("school_age",),
    "yso:p11617": ("youth",),
    "yso:p5590": ("adults",),
    "yso:p2433": ("seniors",),
    "yso:p6165": ("immigrants",),
    "yso:p7179": ("people_with_disabilities",),
    "yso:p17354": ("people_with_disabilities",),
    "yso:p10060": ("people_with_intellectual_disabilities",),
    "yso:p4106": ("hearing_impaired",),
    "yso:p12297": ("mental_health_rehabilitees",),
    "yso:p8173": ("men",),
    "yso:p16991": ("women",),
    "yso:p7708": ("unemployed",),
    "yso:p1393": ("associations",),
    # Turku's own audiences
    "tsl:p15": ("immigrants",),
    "tsl:p16": ("people_with_disabilities",),
    "tsl:p17": ("babies_toddlers",),
    "tsl:p18": ("children", "families"),
    "tsl:p19": ("youth",),
    "tsl:p20": ("adults", "youth"),
    "tsl:p21": ("adults",),
    "tsl:p22": ("seniors",),
    "tsl:p23": ("students",),
    "tsl:p25": ("unemployed",),
    # Helsinki's target groups (events/fixtures/helfi_keywords.yaml of Linked Events)
    "helfi:1": ("children", "families"),
    "helfi:2": ("youth",),
    "helfi:3": ("immigrants",),
    "helfi:4": ("people_with_disabilities",),
    "helfi:5": ("seniors",),
    "helfi:6": ("entrepreneurs",),
    "helfi:7": ("associations",),
    # PTV target groups (code list ptvkohderyhmat)
    "ptv:KR1.1": ("seniors",),
    "ptv:KR1.2": ("children", "families"),
    "ptv:KR1.3": ("youth",),
    "ptv:KR1.4": ("long_term_ill",),
    "ptv:KR1.6": ("people_with_disabilities",),
    "ptv:KR2": ("associations", "entrepreneurs"),
    "ptv:KR2.1": ("entrepreneurs",),
    "ptv:KR2.3": ("entrepreneurs",),
    "ptv:KR2.4": ("entrepreneurs",),
    "ptv:KR2.5": ("entrepreneurs",),
    "ptv:KR2.7": ("associations",),
    "ptv:KR2.8": ("entrepreneurs",),
}
"""Code in one form (``vocabulary:number``) -> our audiences, sorted. A code that names nobody of ours (KR1, KR3, tourists) is left out."""

GENDER_OF: dict[str, str] = {"yso:p8173": "male", "yso:p16991": "female"}
"""YSO's men and women."""

AGE_GROUPS: dict[str, tuple[int, int | None, tuple[str, ...]]] = {
    "baby": (0, 1, ("babies_toddlers",)),
    "child": (2, 6, ("under_school_age",)),
    "schoolage": (7, 12, ("school_age",)),
    "young": (13, 17, ("youth",)),
    "youngadult": (18, 29, ("adults", "youth")),
    "adult": (30, 64, ("adults",)),
    "elderly": (65, None, ("seniors",)),
}
"""Lähellä's age groups: name -> lowest and highest age, our audiences."""

GENDERS: dict[str, str] = {
    "gender/male": "male",
    "gender/female": "female",
    "maleonly": "male",
    "femaleonly": "female",
    "male": "male",
    "female": "female",
}
"""Lähellä's ``gender/``, OpenActive's GenderRestrictionType and schema.org's GenderType, without the address before them."""

WORDS: dict[str, tuple[str, ...]] = {
    "everyone": ("all",),
    "everybody": ("all",),
    "all ages": ("all",),
    "all": ("all",),
    "adults": ("adults",),
    "adult": ("adults",),
    "children": ("children",),
    "kids": ("children",),
    "youth": ("youth",),
    "teens": ("youth",),
    "teenagers": ("youth",),
    "families": ("families",),
    "family": ("families",),
    "seniors": ("seniors",),
    "parents": ("parents",),
    "students": ("students",),
}
"""Plain English words of schema.org ``audienceType`` and ``typicalAgeRange`` where they stand alone."""

PTV_OF: dict[str, str] = {
    "seniors": "KR1.1",
    "pensioners": "KR1.1",
    "children": "KR1.2",
    "families": "KR1.2",
    "babies_toddlers": "KR1.2",
    "under_school_age": "KR1.2",
    "school_age": "KR1.2",
    "parents": "KR1.2",
    "youth": "KR1.3",
    "long_term_ill": "KR1.4",
    "people_with_disabilities": "KR1.6",
    "people_with_intellectual_disabilities": "KR1.6",
    "visually_impaired": "KR1.6",
    "hearing_impaired": "KR1.6",
    "entrepreneurs": "KR2",
    "associations": "KR2.7",
    "volunteers": "KR1",
    "adults": "KR1",
    "working_age": "KR1",
    "students": "KR1",
    "unemployed": "KR1",
    "immigrants": "KR1",
    "informal_carers": "KR1",
    "care_recipients": "KR1",
    "relatives": "KR1",
    "grandparents": "KR1",
    "people_with_memory_disorders": "KR1",
    "mental_health_rehabilitees": "KR1",
    "substance_abuse_rehabilitees": "KR1",
    "veterans": "KR1",
    "women": "KR1",
    "men": "KR1",
    "all": "KR1",
}
"""Our audience -> the narrowest PTV target group that holds it. PTV has none for immigrants, carers or the unemployed: citizens (KR1)."""

LAHELLA_OF: dict[str, tuple[str, ...]] = {
    "babies_toddlers": ("ageGroup/range:0-1",),
    "under_school_age": ("ageGroup/range:2-6",),
    "school_age": ("ageGroup/range:7-12",),
    "youth": ("ageGroup/range:13-17",),
    "adults": ("ageGroup/range:18-29", "ageGroup/range:30-64"),
    "working_age": ("ageGroup/range:18-29", "ageGroup/range:30-64"),
    "seniors": ("ageGroup/range:65-99",),
    "pensioners": ("ageGroup/range:65-99",),
    "women": ("gender/female",),
    "men": ("gender/male",),
}
"""Our audience -> codes of Lähellä's ``demographic``; one that is no age group or gender has none there."""

FEATURES: dict[str, str] = {
    # Lähellä (ac_parking is parking of any kind, ac_rollator has no counterpart)
    "acwheelchair": "step_free_entrance",
    "acinductionloop": "induction_loop",
    "acitoilet": "accessible_toilet",
    # names of schema.org amenityFeature, as OpenActive's example data and venues' pages write them
    "adaptedforwheelchairs": "step_free_entrance",
    "wheelchairaccessible": "step_free_entrance",
    "wheelchairaccess": "step_free_entrance",
    "wheelchairaccessibleentrance": "step_free_entrance",
    "stepfreeaccess": "step_free_entrance",
    "stepfree": "step_free_entrance",
    "disabledtoilet": "accessible_toilet",
    "accessibletoilet": "accessible_toilet",
    "wheelchairaccessiblerestroom": "accessible_toilet",
    "wheelchairaccessibletoilet": "accessible_toilet",
    "accessibleparking": "accessible_parking",
    "disabledparking": "accessible_parking",
    "wheelchairaccessibleparking": "accessible_parking",
    "lift": "lift",
    "elevator": "lift",
    "inductionloop": "induction_loop",
    "hearingloop": "induction_loop",
    "wheelchairspaces": "wheelchair_seats",
    "wheelchairseating": "wheelchair_seats",
    "poollift": "pool_lift",
    "poolhoist": "pool_lift",
    "ramp": "ramp",
    # schema.org accessibilityFeature, of what is shown or said
    "signlanguage": "sign_language_interpretation",
    "captions": "subtitles",
    "opencaptions": "subtitles",
    "closedcaptions": "subtitles",
    "audiodescription": "audio_description",
    # Mobilizon's metadata
    "mzaccessibilitywheelchairaccessible": "step_free_entrance",
    "mzaccessibilitylivesubtitle": "subtitles",
    "mzaccessibilitylivesignlanguage": "sign_language_interpretation",
}
"""Name in small letters and without marks -> our feature."""

YES = frozenset({"true", "yes", "fully", "full", "1", "kyllä", "ja", "on"})
NO = frozenset({"false", "no", "none", "0", "ei", "nej", "not"})
"""Values behind a feature's name; others ("partially", "limited") say neither."""

ENROLMENT_STATES: dict[str, str] = {
    # schema.org ItemAvailability
    "instock": "open",
    "limitedavailability": "open",
    "onlineonly": "open",
    "soldout": "full",
    "outofstock": "full",
    "preorder": "not_yet_open",
    "discontinued": "closed",
    # Linked Events, Lyyti, Hellewi, other registration systems
    "open": "open",
    "enrolmentopen": "open",
    "enrollmentopen": "open",
    "registrationopen": "open",
    "available": "open",
    "free": "open",
    "avoinna": "open",
    "auki": "open",
    "vapaita": "open",
    "tilaa": "open",
    "öppen": "open",
    "lediga": "open",
    "full": "full",
    "isfull": "full",
    "fullybooked": "full",
    "booked": "full",
    "täynnä": "full",
    "täysi": "full",
    "loppuunmyyty": "full",
    "loppuunvarattu": "full",
    "fullbokad": "full",
    "fullbokat": "full",
    "fullt": "full",
    "slutsåld": "full",
    "slutsålt": "full",
    "queue": "waiting_list",
    "inqueue": "waiting_list",
    "waiting": "waiting_list",
    "waitinglist": "waiting_list",
    "waitlist": "waiting_list",
    "waitlisted": "waiting_list",
    "jono": "waiting_list",
    "jonossa": "waiting_list",
    "jonotus": "waiting_list",
    "jonoon": "waiting_list",
    "varasija": "waiting_list",
    "kö": "waiting_list",
    "köplats": "waiting_list",
    "väntelista": "waiting_list",
    "closed": "closed",
    "ended": "closed",
    "expired": "closed",
    "enrolmentclosed": "closed",
    "enrollmentclosed": "closed",
    "registrationclosed": "closed",
    "päättynyt": "closed",
    "sulkeutunut": "closed",
    "suljettu": "closed",
    "stängd": "closed",
    "avslutad": "closed",
    "notopen": "not_yet_open",
    "notyetopen": "not_yet_open",
    "notstarted": "not_yet_open",
    "upcoming": "not_yet_open",
    "tulossa": "not_yet_open",
    "aukeaa": "not_yet_open",
    "eialkanut": "not_yet_open",
    "kommande": "not_yet_open",
}
"""State without marks and in small letters -> ours."""

FREE = frozenset({"free", "isfree", "maksuton", "ilmainen", "gratis", "avgiftsfri", "0", "freeofcharge", "eimaksua"})
PAID = frozenset({"paid", "charged", "chargeable", "maksullinen", "avgiftsbelagd"})
"""Lähellä's ``pricing``, PTV's ``serviceChargeType`` and their likes."""
