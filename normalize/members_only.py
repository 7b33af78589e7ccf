"""Which events of a calendar are for members, for staff or for those who booked (docs/privacy.md, "Members' matters").

To hide a public event is a loss too, so only three things hide one anywhere: the publisher says in so many words that others may not come,
the event is a private booking, or its name is that of a meeting of a board or of staff. What merely looks like a club's own matter
(training, working parties, members' evenings) hides an event only in a members' feed: one whose address is a key. An invitation to
everybody outranks all of it, and so do the word list ``only`` and the names ``also`` of a source, for people chose them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from harvesters.record import RawEvent
from harvesters.source import Source
from normalize.privacy import redact
from normalize.text import NAME_LIMIT, one_line

Reason = Literal["", "stated", "private", "internal", "own_matter"]
"""``stated``: told to be for members only; ``private``: a private booking; ``internal``: a meeting of a board or of staff;
``own_matter``: looks like a club's own matter, in a members' feed."""
_TAGS = re.compile(r"<[^<>]*>|\\n")
_LONGEST, _LONGEST_TITLE = 2000, 300
"""Characters of a description and of a name that are read: whom it is for stands at the beginning."""


def _any_of(phrases: str) -> str:
    """The phrases, one a line, as part of a pattern; a space is any white space."""
    return "(?:" + "|".join(r"\s+".join(line.split()) for line in phrases.strip().splitlines()) + ")"


_WHOSE = r"(?:[\w:-]+\s+){0,3}"
_STATED_TITLE = re.compile(
    _any_of(rf"""
    \b(?:vain|ainoastaan|pelkästään|yksinomaan)\s{_WHOSE}(?:jäsenille|jäsenten|jäsenistölle|henkilökunnalle|kutsuvieraille|asukkaille)\b
    \b(?:jäsenille|jäsenten|henkilökunnalle|kutsuvieraille)\s(?:vain|ainoastaan)\b
    ^jäsenille\s?[:–-]
    \(\s?(?:vain\s)?jäsenille\s?\)
    \bjäsenten\soma\b
    \(\s?(?:vain\s)?kutsuvie\w+\s?\)
    \bkutsuvieras(?:tilaisuus|näytäntö|näytös|ilta)\b
    \b(?:endast|bara|enbart)\sför\s{_WHOSE}(?:medlemmar|personal(?:en)?|inbjudna)\b
    \(\s?(?:för\s)?medlemmar\s?\)
    ^för\smedlemmar\b
    \(\s?(?:för\s)?inbjudna(?:\sgäster)?\s?\)
    \b(?:members?|staff|residents|invitation|invited\sguests)[\s-]only\b
    \b(?:only\sfor|for)\s(?:our\s)?(?:members|staff)\sonly\b
    \bei\s(?:ole\s)?(?:avoin(?:na)?|julkinen)\b
    \binte\s(?:öppe[nt]|offentlig)
    \bnot\sopen\sto\sthe\spublic\b
    """),
    re.IGNORECASE,
)
_SUBJECT = (
    r"(?:tilaisuus|tapahtuma|retki|ilta|matka|kurssi|kokous|kerho|ryhmä|koulutus|saunailta|juhla|pikkujoulut?|tämä|tapaaminen"
    r"|illanvietto|talkoot)\w{0,4}"
)
_STATED_TEXT = re.compile(
    _any_of(rf"""
    (?:^|[.!\n])\s*(?:vain|ainoastaan)\s{_WHOSE}jäsenille\s*[.!\n]
    \b{_SUBJECT}\s(?:on|ovat)\s(?:tarkoitettu|avoin|avoinna|suunnattu|varattu)?\s?(?:vain|ainoastaan|pelkästään)\s{_WHOSE}(?:jäsenille|henkilökunnalle|kutsuvieraille)\b
    \b{_SUBJECT}\s(?:on|ovat)\s(?:tarkoitettu\s)?(?:vain|ainoastaan)\s{_WHOSE}jäsenten\b
    \b{_SUBJECT}\sei\sole\s(?:avoin|julkinen|yleisölle)
    \bei\sole\savoin\syleisölle\b
    (?:^|[.!\n])\s*(?:endast|bara)\sför\s{_WHOSE}medlemmar\s*[.!\n]
    \b(?:evenemanget|träffen|mötet|kvällen|resan|kursen)\sär\s(?:endast|bara|enbart)\s(?:öppe[nt]\s)?för\s{_WHOSE}(?:medlemmar|personal)
    \binte\söppe[nt]\sför\sallmänheten\b
    (?:^|[.!\n])\s*(?:for\s)?members\sonly\s*[.!\n]
    \bthis\s(?:event|meeting|class|group|trip|walk)\sis\s(?:open\s)?(?:only\s(?:to|for)|for)\s(?:our\s)?(?:members|staff)(?:\sonly)?\s*[.!\n]
    \bnot\sopen\sto\sthe\s(?:general\s)?public\b
    """),
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    _any_of(r"""
    ^(?:varattu|tila\svarattu|sali\svarattu|yksityisvaraus|yksityistilaisuus|yksityinen|suljettu|suljettu\s(?:tilaisuus|ryhmä)|ei\sjulkinen|poissa|kiireinen|alustava)\W*$
    ^(?:varattu|tila\svarattu|sali\svarattu)\s?[:–-]
    \b(?:yksityistilaisuu|yksityisvarau|yksityinen\s(?:tilaisuus|tapaaminen|juhla|varaus)|suljettu\s(?:tilaisuus|ryhmä|tapahtuma))
    ^(?:hautajaiset|hautaan\ssiunaaminen|siunaustilaisuus|muistotilaisuus|häät|hääjuhla|vihkiminen|vihkitilaisuus|ristiäiset|kaste|kastejuhla|kastetilaisuus|syntymäpäivä(?:t|juhlat?)?|lastenkutsut)\W*$
    ^(?:begravning|jordfästning|minnesstund|bröllop|vigsel|dop|dopfest|födelsedag(?:sfest)?)\W*$
    ^(?:funeral|burial|wedding(?:\sreception)?|christening|baptism|birthday(?:\sparty)?)\W*$
    ^(?:upptagen|bokad|abonnerad|preliminär|privat|privat\savtalad\stid|slutet\ssällskap|stängt\ssällskap)\W*$
    \b(?:privat\s(?:tillställning|fest|bokning)|privatbokning|slutet\ssällskap|sluten\s(?:grupp|tillställning))
    ^(?:busy|tentative|private|booked|reserved|private\sappointment|out\sof\soffice)\W*$
    \b(?:private\s(?:event|party|function|booking|rental|meeting)|closed\sgroup)\b
    """),
    re.IGNORECASE,
)
_INTERNAL = re.compile(
    _any_of(r"""
    (?<![\w-])hallituksen\s(?:kokous|palaveri|kokoontuminen|järjestäytymiskokous|suunnittelupäivä|tapaaminen)
    \bhallitus\skokoontuu\b
    \bjohtokunnan\s(?:kokous|palaveri)
    \bjohtokunta\s(?:kokoontuu|klo)
    ^johtokunta\W*$
    \bjohtoryhm\w{1,4}\s(?:kokous|palaveri)
    \b(?:kehityskeskustelu|työpaikkakokous|työpalaveri|tiimipalaveri|henkilöstöpalaveri|viikkopalaveri|opettajainkokous|opettajankokous)
    \bhenkilökunnan\s(?:kokous|palaveri|koulutus|virkistys|pikkujoulu|kehittämis)
    \bhenkilöstön\s(?:kokous|koulutus|virkistys|pikkujoulu)
    \b(?:sisäinen|sisäiset)\s(?:kokous|palaveri|koulutus|tapaaminen|suunnittelu)
    \bstyrelsemöte|\bstyrelsens\smöte|\bstyrelsen\ssammanträder
    \bpersonalmöte|\binternt\smöte|\bintern\sutbildning|\bpersonalens\s(?:möte|julfest)
    \b(?:staff|internal)\smeeting\b
    """),
    re.IGNORECASE,
)
_OWN_MATTER = re.compile(
    _any_of(r"""
    \b\w*harjoitu(?:s|kset)\b
    \b\w*treenit?\b
    \bkilparyhmä
    \btalkoot\b|\btalkoopäivä
    \bjäsen(?:ilta|illat|illan|retki|matka|risteily|tilaisuus|tapaaminen|sauna|juhla)
    \bjäsenten\b
    \bjäsenille\b
    \bkahvivuoro|\bkioskivuoro|\btoimitsijavuoro|\bkimppakyy
    \bvanhempainilta\b
    \b(?:toimikunnan|valiokunnan|jaoston|työryhmän|tiimin)\s(?:kokous|palaveri)
    \b\w*träning(?:ar|en)?\b|\bmedlemskväll|\bmedlemsträff|\bmedlemsresa|\bför\smedlemmar\b|\btalko\b
    \b(?:team\s)?(?:training|practice)(?:\ssession)?\b|\bmembers['’]?\s(?:night|evening|meeting|trip)\b|\b(?:board|committee)\smeeting\b|\bwork\sparty\b
    """),
    re.IGNORECASE,
)
_OPEN = re.compile(
    _any_of(r"""
    (?<!ei\s)(?<!ole\s)\bavoi(?:n|met)\b(?!\s(?:vain|ainoastaan|jäsenille))
    \bavoimet\sovet
    \bkaikille\b|\bkaikki\s(?:ovat\s)?(?:kiinnostuneet|halukkaat|tervetulleita|asukkaat)
    \btervetuloa\s(?:kaikki|myös|uudet)
    \bmyös\s(?:ei-?\s?jäsen|muille|muut|uusille|uudet|vieraat|vieraille)|\bei-jäsen
    \bjäsenille\s(?:ja|sekä)\s(?:muille|ystäville|kiinnostuneille|vieraille|ei-)
    \bkokeil|\btutustu|\buusille\b|\buudet\s(?:harrastajat|jäsenet)|\bstarttikurssi|\balkeis|\bperuskurssi
    (?<!inte\s)\böpp(?:en|et|na)\b(?!\sför\s(?:\w+\s){0,2}medlemmar)|\balla\s(?:är\s)?välkomna|\bför\salla\b|\bicke-?medlemmar|\bäven\sandra|\bprova\b
    (?<!not\s)\bopen\s(?:to\s(?:all|everyone|the\spublic|non-?members)|house|day)|^open\b|\beveryone\s(?:is\s)?welcome|\ball\s(?:are\s)?welcome|\bnon-?members\b
    \bvisitors\s(?:are\s)?welcome|\bnewcomers\b|\bbeginners\b
    """),
    re.IGNORECASE,
)
"""What a publisher writes when anybody may come all the same."""
_NO_MATTER_OF_MEMBERS = re.compile(
    r"\buusien\sjäsenten|\bjäsenhankin|\bjäsenille\s(?:\d|ilmai|maksu|alen|-\s?\d|halvem|puoleen)|\bför\smedlemmar\s(?:\d|gratis)",
    re.IGNORECASE,
)
"""A price, or an evening for people who think of joining."""


_WHOM = ("jäsen", "henkilök", "kutsuv", "asukk", "medlem", "personal", "inbjud", "member", "staff", "resident", "invit")
_OPENNESS = ("avoin", "julkinen", "yleisö", "öppe", "offentlig", "allmänh", "public")
_STATED = _WHOM + _OPENNESS
_PARTS_OF_STATEMENTS = (
    *(("vain",), ("ainoastaan",), ("pelkästään",), ("ei", "avoin"), ("ei", "julkinen"), ("ei", "yleisölle")),
    *(("endast",), ("bara",), ("enbart",), ("inte", "allmänheten")),
    *(("members", "only"), ("this", "members"), ("this", "staff"), ("not", "open", "public")),
)
"""What stands together, somewhere, in every description that says it."""
_BOOKED = (
    *(
        "varat",
        "varau",
        "yksit",
        "sulje",
        "julkinen",
        "poissa",
        "kiirei",
        "alustava",
        "upptag",
        "bokad",
        "bokning",
        "abonn",
        "prelim",
        "privat",
        "slut",
    ),
    *("hautaj", "hautaan", "siunau", "muistot", "häät", "hääj", "vihki", "ristiä", "kaste", "syntymäp", "lastenk"),
    *("begravn", "jordf", "minnes", "bröllop", "vigsel", "dop", "födelse", "funeral", "burial", "wedding", "christen", "bapti", "birthday"),
    *("stäng", "busy", "tentat", "booked", "reserv", "office", "closed"),
)
_MEETINGS = ("hallit", "johto", "palaveri", "kokous", "keskustelu", "henkil", "sisäi", "styrelse", "personal", "intern", "staff")


def members_only(title: str, description: str = "", categories: Iterable[str] = (), *, members_feed: bool = False) -> Reason:
    """Why an event is not for the public, ``""`` where it is.

    ``description`` is plain text. ``members_feed`` is true for a source whose address is a key (``Source.is_secret``).
    """
    title, text = title[:_LONGEST_TITLE].strip(), description[:_LONGEST]
    reason = _looks(title, text, "\n".join(categories)[:_LONGEST], members_feed=members_feed)
    return "" if reason and (_OPEN.search(title) or _OPEN.search(text)) else reason


@lru_cache(maxsize=4096)
def _looks(title: str, text: str, labels: str, *, members_feed: bool) -> Reason:
    """Why an event looks as if it were not for the public; remembered, for every date of a series says the same."""
    if _holds(title + labels, _STATED) and (_STATED_TITLE.search(title) or _STATED_TITLE.search(labels)):
        return "stated"
    if _is_stated(text):
        return "stated"
    if _holds(title, _BOOKED) and _PRIVATE.search(title):
        return "private"
    if _holds(title, _MEETINGS) and _INTERNAL.search(title):
        return "internal"
    looks_own = members_feed and _OWN_MATTER.search(title) and not _NO_MATTER_OF_MEMBERS.search(title)
    return "own_matter" if looks_own else ""


@lru_cache(maxsize=2048)
def _is_stated(text: str) -> bool:
    """True where a description says it; remembered, for every date of a series has the same."""
    low = text.lower()
    may_state = any(all(map(low.__contains__, parts)) for parts in _PARTS_OF_STATEMENTS)
    return may_state and _STATED_TEXT.search(text) is not None


def _holds(text: str, stems: tuple[str, ...]) -> bool:
    """True where one of the stems stands in the text; asked before any pattern is tried."""
    folded = text.lower()
    return any(map(folded.__contains__, stems))


def reason_of(raw: RawEvent, source: Source, names: Iterable[str]) -> Reason:
    """The same for one record: of none whose source has words of its own that choose what is public (``only``), or names it (``also``)."""
    if source.only or _is_named(raw, source, names := tuple(names)):
        return ""
    text = "\n".join(_without_tags(one.value[: 2 * _LONGEST]) for one in raw.description)
    reasons = (members_only(name, text, raw.categories, members_feed=source.is_secret) for name in names)
    return next((reason for reason in reasons if reason), "")


def _is_named(raw: RawEvent, source: Source, names: Iterable[str]) -> bool:
    """Whether the publisher names the record as open to all: its whole name, as it is shown or as the publisher wrote it."""
    if not source.also:
        return False
    written = (redact(one_line(text.value, limit=NAME_LIMIT)).text for text in raw.name)
    return not {as_named(name) for name in source.also}.isdisjoint(map(as_named, (*names, *written)))


def as_named(name: str) -> str:
    """A name as it is compared with those of ``also``: case and white space aside."""
    return " ".join(name.split()).casefold()


@lru_cache(maxsize=2048)
def _without_tags(html: str) -> str:
    """A description with a line feed for every tag; remembered like what it says."""
    return _TAGS.sub("\n", html)
