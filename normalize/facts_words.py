"""Words that say of what a sentence speaks: an event and its parts, and what stands beside it, in Finnish, Swedish and English."""

from __future__ import annotations

import re
from functools import lru_cache

_HEADS_FI = (
    "tapahtum|tilaisuu|konsert|kurssi|luento|lueno|luenno|kerho|ilta|illa|työpaja|paja|näyttely|retki|retke|opastu|juhla|juhli|myyjäi|"
    "tanssi|näytö|näytelm|esity|messu|leiri|koulutu|valmennu|tapaami|kahvila|kahvit|kokou|turnau|kilpailu|kisa|ottelu|jumppa|jumpa|"
    "vuoro|muskari|ryhmä|kävely|vaellu|festivaal|festari|karnevaal|rieha|markkina|kirppi|avajai|webinaari|seminaari|päivä|hetki|hetke|"
    "tunti|tunni|tuokio|kierro|uinti|uinni|disko|visa|bingo|laulu|talko|opetu|näytän|elokuva|teatteri|piiri|startti|olympial|seikkailu|"
    "joulupol|klubi|parkki|viikko|treeni|harjoitu|uimakoulu|palvelus|hartau|rata|suunnistu|pelit|peli|sauna|piknik|ohjelmahetk|infot?|"
    "lounas|brunssi|ateria|keskustelu|neuvonta|opisto|liikunta|jooga|pilates|zumba|puuha|satu|leikki|kuoro|teema|tori|cafe|café"
)
_HEADS_SV = (
    "evenemang|tillställning|konsert|kurs|föreläs|klubb|kväll|verkstad|workshop|utställning|utflykt|guidning|fest|dans|föreställning|"
    "pjäs|läger|utbildning|träff|café|kafé|möte|turnering|tävling|match|gympa|grupp|promenad|vandring|festival|marknad|loppis|seminari|"
    "webbinari|dag|stund|visning|gudstjänst|andakt|sagostund|körövning|skola|lunch|disco|info|rådgivning|rytmik|simning|simskola|bingo"
)
_HEADS_EN = (
    "event|concert|class|course|workshop|lecture|talk|session|program|programme|show|performance|exhibit|exhibition|festival|fair|market|"
    "tour|walk|hike|webinar|seminar|meeting|group|club|storytime|party|dance|screening|camp|series|clinic|practice|play|celebration|"
    "gathering|meetup|evening|reception|tournament|ride|training|presentation|panel|film|movie|recital|service|hour|time|masterclass"
)
EVENT = re.compile(rf"\w*(?:{_HEADS_FI})\w*|\w*(?:{_HEADS_SV})(?:en|et|n|t|er|ar|erna|arna|s)?|(?:{_HEADS_EN})")
"""One whole word that names an event, or a sort of one. Use with ``fullmatch``."""
UMBRELLA = re.compile(
    r"näyttely|museo|festivaal|festari|messut|viikot|viikko\b|utställning|festival|exhibit|expo\b|fair\b|markkinat|konferens"
)
"""What holds several things with prices and enrolments of their own."""
IF = re.compile(
    r"\b(?:jos|mikäli|ellei|ellemme|elleivät|kun|kunnes|saattaa|saatetaan|voidaan|voi|tarvittaessa|om|ifall|när|kan|vid behov|if|unless|"
    r"when|once|may|might|could|in case|should)\b"
)
"""What makes a sentence conditional."""
PAST = re.compile(
    r"\b(?:edelli\w+|viime|aiem\w+|aikai?sem\w+|vuonna (?:19|20)\d\d|silloin|oli|olivat|alun perin|alkuperäi\w+|tidigare|förra|"
    r"senaste|var|hade|år (?:19|20)\d\d|last (?:year|week|month|time|season)|previous\w*|was|were|had|earlier|in (?:19|20)\d\d)\b"
)
"""What makes it one of the past."""
FUNCTION = re.compile(
    r"on|ovat|oli|ja|sekä|kaikille|kaikki|avoin|avoimet|avoinna|tervetuloa|tervetullut|tervetulleita|mukaan|täysin|aina|huom|tämä|myös|"
    r"tule|hinta|maksu|pääsy|sisäänpääsy|osallistuminen|sisäänpääsymaksu|tilaisuuteen|tapahtumaan|konserttiin|kerhoon|"
    r"är|och|öppe[nt]|öppna|för|alla|välkommen|välkomna|välkommet|delta|deltagandet|deltagande|inträde|inträdet|entré|pris|helt|"
    r"det|detta|till|is|are|and|open|to|the|public|this|a|an|all|everyone|welcome|our|admission|entry|entrance|attendance|"
    r"participation|cost|price|fee|attend|always|completely|totally|of|charge|it's|its|for|adm|join"
)
"""One whole word that may stand in a sentence about free entrance. Use with ``fullmatch``."""
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


@lru_cache(maxsize=4096)
def is_past(low: str) -> bool:
    """True for a sentence (small letters) of the past; asked of one sentence several times, and of every date of a series."""
    return PAST.search(low) is not None


@lru_cache(maxsize=4096)
def is_event(word: str) -> bool:
    """True for a word that names an event."""
    return EVENT.fullmatch(word) is not None


def is_about(word: str, title: str) -> bool:
    """True where a word of a text stands in the title too, however it is inflected or compounded."""
    return len(word) >= 4 and word[: max(4, len(word) - 4)] in title  # noqa: PLR2004 - a stem
