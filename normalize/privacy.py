"""Personal data kept out of words: private e-mail addresses, telephone numbers, personal identity codes.

Kept, because they belong to an office and not to a person: role addresses (``info@``, ``toimisto@`` ...), numbers that only companies and
public bodies can have (010, 020, 029, 030, 07x, 0800, 0600, 116 xxx ...). Removed: every other address and number. A geographic number
(015, 09 ...) may be somebody's home and is removed too. Dates, times, prices, postal codes, accounts and ids are no telephone numbers;
web addresses are never touched, except those that hold such a contact (``https://wa.me/358...``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

REMOVED = {"fi": "[yhteystieto poistettu]", "sv": "[kontaktuppgift borttagen]", "en": "[contact removed]"}
"""What stands where something was removed, by the language of the text."""
REMOVED_ELSEWHERE = "[…]"

_ROLE_WORDS = """
aluepalvelu asiakaspalvelu biljetter bokningar booking contact desk ensiapu epost events expo forening förening halli hallitus hei
hello help helpdesk hotelli ilmo ilmoittautuminen ilmoittautumiset info jarjesto jasenasiat jasensihteeri johtokunta järjestö
jäsenasiat kahvila kansli kassa kerho keskus kirjaamo kirjasto klubi koordinaattori koulutus kulttuuri kunta kurssit lasnaolo
liikunta lipunmyynti liput mail media museo museum myynti nayttely neuvola neuvonta nuoriso office ohjaus opisto ordforande
ordförande palaute palvelu perhekeskus posti postmaster puheenjohtaja ravintola reception register registrering rekisteri ryhma
sales sali sek sekreterare service seura seurakunta shop sihteeri srk studio support taiteilijaseura talo tapahtuma tapahtumat
teatteri tickets tiedotus tilat tilavaraus toiminnanjohtaja toimisto turism uutiset vapaaehtoiset varaukset varaus verkkokauppa
viestinta viestintä webmaster yhdistys yhteydenotto yhteys yllapito ylläpito
"""
_ROLES = frozenset(_ROLE_WORDS.split())
"""What stands before the @ when an office reads the post."""
_STEM_WORDS = """
kirjasto palvelu toimisto neuvonta ilmoittau seurakunta yhdisty museo opisto kirjaamo tapahtum teatteri nuoriso kulttuuri liikunta
varauk bibliotek församling forsamling förening forening anmalan anmälan
"""
_ROLE_STEMS = tuple(_STEM_WORDS.split())
"""The same inside compounds: kaupunginkirjasto, nuorisopalvelut ..."""
_PLACEHOLDERS = frozenset({"etunimi.sukunimi", "fornamn.efternamn", "förnamn.efternamn", "firstname.lastname"})
_MAIL = re.compile(
    r"(?<![\w.+%/-])(?P<local>\w[\w.+%-]{0,63})\s?(?P<at>@|\(at\)|\[at\]|\(ät\)|\[ät\]|\(ä\)|\(a\)|\[a\]|\{at\})\s?"
    r"(?P<domain>[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})(?![\w@])",
    re.IGNORECASE,
)
_PROTECTED = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|\b[A-Z]{2}\d\d(?:[ \u00a0]?\d{4}){3,6}(?:[ \u00a0]?\d{1,4})?\b"  # an account (IBAN)
    r"|\b(?:(?:meeting|webinar|conference|kokous\w*)?[ -]?(?:id|tunnus|tunniste)"
    r"|viite(?:numero(?:lla)?)?|ref(?:erensnummer)?|passcode|isbn|issn)[.:]?[ \u00a0]*\d[\d \u00a0-]{3,24}",
    re.IGNORECASE,
)
"""What holds digits or an @ and is no contact: web addresses, accounts, meeting ids, reference numbers."""
_HINT = re.compile(r"\d\D{0,3}\d\D{0,3}\d|[(\[{](?:at|ät|ä|a)[)\]}]", re.IGNORECASE)
"""Without three digits near each other or an @ in some guise there is nothing to remove."""
_PHONE_URL = re.compile(
    r"https?://(?:www\.)?(?:wa\.me|(?:api|web)\.whatsapp\.com)/\S*\d{7}\S*|(?:tel|sms|callto):\+?\d[\d().-]{5,}\d", re.IGNORECASE
)
_IDENTITY = re.compile(r"(?<![\w-])(?P<day>[0-3]\d[01]\d\d\d)(?:[+]|[-A-FU-Y])(?P<number>\d{3})(?P<check>[0-9A-Y])(?![\w-])")
_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"

_GAP = r"[ \u00a0\u2009\u202f.\u2010-\u2013/-]{0,2}"
_DIGITS = rf"(?:{_GAP}\d)"
_MOBILE = re.compile(
    rf"(?<![\d#=@_\u20ac$A-Za-zÅÄÖåäö])(?<!\d[.:])(?:\(0(?:4\d{{1,2}}|50)\)|0(?:4\d|50)){_DIGITS}{{3,8}}(?!\d)(?![.:]\d)(?! ?\u20ac)"
)
_GEOGRAPHIC = re.compile(
    rf"(?<![\d#=@_\u20ac$A-Za-zÅÄÖåäö])(?<!\d[.,:/–-])(?<!\d )(?:\(0(?:1[3-9]|[235689])\)|0(?:1[3-9]|[235689]))(?P<rest>{_DIGITS}{{4,8}})"
    r"(?![\d\u20ac])(?![.,:–-]\d)(?! ?(?:\u20ac|e\b|eur))",
    re.IGNORECASE,
)
_INTERNATIONAL = re.compile(
    rf"(?<![\w+])(?:(?:\+|00)358(?:{_GAP}\(0\))?(?:{_GAP}\(?\d\)?){{5,10}}"
    r"|(?:\+[1-9]|00(?=46|47|45|372|49|44|7)\d)(?:[ \u00a0\u2010-\u2013/-]?\(?\d\)?){7,14})(?!\d)(?![.:]\d)"
)
_CALLED = re.compile(
    r"(?:\b(?:p|puh|puhelin|puhelimitse|puhelinnumero|gsm|matkapuh|soita|soittamalla|tekstiviesti(?:llä)?|whatsapp|viber|tfn|tel|telefon"
    r"|telefonnummer|ring|mob|mobil|phone|call|text|sms|numeroon|numerosta|nro)\b|☎|📞|📱)[.:]?\s*(?:nro\.?\s*|numeroon\s*)?$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"(?:(?<=\bpuh)|(?<=\btel)|(?<=\btfn)|(?<=\bcall)|(?<=\bphone)|(?<=\bgsm)|(?<=\bmob)|(?<=[☎📞📱]))(?P<gap>[.:]{0,2}\s{0,2})"
    r"\(?\d{3,5}\)?[ .\u00a0-]?\d{3}[ .\u00a0-]?\d{3,4}(?![\d])(?![.:]\d)",
    re.IGNORECASE,
)
"""A number in the shape of other countries right after a word for telephone."""
_SERVICE = re.compile(r"^(?:0(?:10|20|29|30|60|70|7[0-9]|80)|0[1-36-8]00|116|112)")
_YEAR_GROUP = re.compile(r"^\D*(?:19|20)\d\d(?!\d)")
_SHORTEST_MOBILE, _LONGEST_NATIONAL = 9, 11
_SHORTEST_CALLED, _SHORTEST_GEOGRAPHIC, _LONGEST_GEOGRAPHIC = 6, 8, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    """A text without personal data, and how many pieces were taken out."""

    text: str
    count: int


def redact(text: str, language: str = "und") -> Redacted:
    """The text with a short mark where an e-mail address, telephone number or identity code of a person stood.

    Doing it again changes nothing.
    """
    if "@" not in text and not _HINT.search(text):
        return Redacted(text=text, count=0)
    mark = REMOVED.get(language, REMOVED_ELSEWHERE)
    total = 0
    while True:  # what was removed may have hidden the beginning of the next number
        text, count = _once(text, mark)
        if not count:
            return Redacted(text=text, count=total)
        total += count


def _once(text: str, mark: str) -> tuple[str, int]:
    """The text after one look at everything between what is protected, and how many marks were set."""
    text, count = _PHONE_URL.subn(mark, text)
    pieces: list[str] = []
    position = 0
    for protected in _PROTECTED.finditer(text):
        cleaned, found = _without_contacts(text[position : protected.start()], mark)
        hidden = any(_is_personal_mail(mail) for mail in _MAIL.finditer(protected[0]))
        pieces += [cleaned, mark if hidden else protected[0]]
        count += found + hidden
        position = protected.end()
    cleaned, found = _without_contacts(text[position:], mark)
    return "".join(pieces) + cleaned, count + found


def _without_contacts(text: str, mark: str) -> tuple[str, int]:
    """Text that holds no web address, with marks, and how many."""
    count = 0
    for pattern, is_personal in _CONTACTS:
        pieces: list[str] = []
        position = 0
        for found in pattern.finditer(text):
            if is_personal(found):
                kept = found.groupdict().get("gap") or ""
                pieces += [text[position : found.start()], kept, mark]
                position = found.end()
                count += 1
        text = "".join(pieces) + text[position:]
    return text, count


def _is_personal_mail(found: re.Match[str]) -> bool:
    """True unless every part of the name before the @ is a role, or repeats the organisation's own name."""
    local, domain = found["local"].casefold(), found["domain"].casefold()
    if local in _PLACEHOLDERS:
        return False
    if found["at"] != "@" and not re.search(r"\.[a-z]{2,24}$", domain):
        return False
    parts = [part for part in re.split(r"[._+%-]|\d+", local) if part]
    own = domain.rpartition(".")[0]
    roles = [part in _ROLES or any(stem in part for stem in _ROLE_STEMS) for part in parts]
    return not (any(roles) and all(role or part in own for role, part in zip(roles, parts, strict=True)))


def _is_identity(found: re.Match[str]) -> bool:
    """True where the check character fits (Population Data Services Agency), so that no course code is taken for one."""
    return _CHECKS[int(found["day"] + found["number"]) % len(_CHECKS)] == found["check"]


def _digits(text: str) -> str:
    """The digits of a written number."""
    return re.sub(r"\D", "", text)


def _is_foreign_phone(found: re.Match[str]) -> bool:
    """True for a number with a country code, except a Finnish service number."""
    text = re.sub(r"\(0\)", "", found[0])
    digits = _digits(text).removeprefix("00")
    return not (digits.startswith("358") and _SERVICE.match("0" + digits[3:].lstrip("0")))


def _is_told(found: re.Match[str]) -> bool:
    """True unless it is a service number."""
    return not _SERVICE.match(_digits(found[0]))


def _is_mobile(found: re.Match[str]) -> bool:
    """True for nine to eleven digits; for fewer only where a word such as "puh." stands before them; never for a date with a time."""
    digits = _digits(found[0])
    if _is_called(found):
        return len(digits) >= _SHORTEST_CALLED
    return _SHORTEST_MOBILE <= len(digits) <= _LONGEST_NATIONAL and not re.match(r"0\d[ .]\d\d[ .]\d", found[0])


def _is_geographic(found: re.Match[str]) -> bool:
    """True for an area code with a group of three or more digits after it; after a word such as "puh." however it is written."""
    digits = _digits(found[0])
    if _SERVICE.match(digits):
        return False
    if _is_called(found):
        return len(digits) >= _SHORTEST_CALLED
    grouped = re.match(r"\(?0\d{1,2}\)?[ \u00a0/-]\d{3}", found[0])
    return bool(grouped) and _SHORTEST_GEOGRAPHIC <= len(digits) <= _LONGEST_GEOGRAPHIC and not _YEAR_GROUP.match(found["rest"])


def _is_called(found: re.Match[str]) -> bool:
    """True where a word before the number says that one calls it."""
    return bool(_CALLED.search(found.string[max(0, found.start() - 40) : found.start()]))


_CONTACTS = (
    (_MAIL, _is_personal_mail),
    (_IDENTITY, _is_identity),
    (_INTERNATIONAL, _is_foreign_phone),
    (_MOBILE, _is_mobile),
    (_GEOGRAPHIC, _is_geographic),
    (_TOLD, _is_told),
)
