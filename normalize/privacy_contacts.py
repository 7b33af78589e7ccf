"""Ways to reach a person in running text: telephone numbers, personal identity codes, messenger links; where each stands.

A finder takes a text in which everything that is no contact (web addresses, accounts, meeting ids) is masked, and gives the stretches to
take out.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from normalize.privacy_mail import holds_personal_mail
from normalize.privacy_marks import Span

_WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NO_NUMBERS = re.compile(
    r"\b[A-Z]{2}\d\d(?:[ \u00a0]?\d{4}){3,6}(?:[ \u00a0]?\d{1,4})?\b"  # an account (IBAN)
    r"|\b(?:(?:meeting|webinar|conference|kokous\w*)?[ -]?(?:id|tunnus|tunniste)"
    r"|viite(?:numero(?:lla)?)?|ref(?:erensnummer)?|passcode|isbn|issn)[.:]?[ \u00a0]*\d[\d \u00a0-]{3,24}",
    re.IGNORECASE,
)
"""What holds digits and is no telephone number: accounts, meeting ids, reference numbers."""
_HINT = re.compile(r"\d(?:\D{0,4}\d){5}")
"""Without six digits near each other there is no number."""
_MESSENGER = re.compile(
    r"https?://(?:www\.)?(?:wa\.me|(?:api|web)\.whatsapp\.com|signal\.me|t\.me/(?=\+|%2b))/?\S*\d{7}\S*"
    r"|(?:viber|whatsapp|sgnl|tg|skype)://?\S*\d{7}\S*"
    r"|(?:tel|sms|callto):\+?\d[\d().-]{5,}\d",
    re.IGNORECASE,
)
_MESSENGERS = ("wa.me", "whatsapp", "signal.me", "t.me/", "viber:", "tel:", "sms:", "callto:", "skype:", "sgnl:", "tg:")
_IDENTITY = re.compile(r"(?<![\w-])(?P<day>[0-3]\d[01]\d\d\d)(?:[+]|[-A-FU-Y])(?P<number>\d{3})(?P<check>[0-9A-Y])(?![\w-])", re.IGNORECASE)
_IDENTITY_WORD = re.compile(
    r"\b(?:hetu|henkilötunnu\w*|henkilö-?tun\.?|sotu|personbeteckning\w*|personnummer|(?:personal )?identity (?:code|number))\b\W{0,12}"
    r"(?P<code>\d{6}(?:\d\d)? ?[-+A-FU-Y]? ?\d{3}[0-9A-Z])(?!\w)",
    re.IGNORECASE,
)
"""After its own name a code is one even where its check character is wrong."""
_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_SPELLED_DIGIT = (
    r"(?:nolla|yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|noll|ett|två|tre|fyra|fem|sex|sju|åtta|nio"
    r"|zero|oh|one|two|three|four|five|six|seven|eight|nine)"
)
_SPELLED_NUMBER = re.compile(rf"\b(?:nolla|noll|zero|oh)(?:[ ,.-]{{1,3}}{_SPELLED_DIGIT}){{6,11}}\b", re.IGNORECASE)

_GAP = r"[ \u00a0\u2009\u202f.\u2010-\u2013/-]{0,2}"
_WIDE = r"[ \u00a0]{0,2}(?:[/\u2010-\u2013-][ \u00a0]{0,2})?"
"""Between the first group and the rest there may stand `` / ``."""
_DIGITS = rf"(?:{_GAP}\d)"
_MOBILE = re.compile(
    rf"(?<![\d#=@_\u20ac$A-Za-zÅÄÖåäö])(?<!\d[.:])(?:\(0(?:4\d{{1,2}}|50)\)|0(?:4\d\d?|50))(?:{_WIDE}\d|{_GAP}\d){_DIGITS}{{2,7}}"
    r"(?!\d)(?![.:]\d)(?! ?\u20ac)"
)
_GEOGRAPHIC = re.compile(
    rf"(?<![\d#=@_\u20ac$A-Za-zÅÄÖåäö])(?<!\d[.,:/–-])(?<!\d )(?:\(0(?:1[3-9]|[235689])\)|0(?:1[3-9]|[235689]))(?P<rest>{_DIGITS}{{4,8}})"
    r"(?![\d\u20ac])(?![.,:–-]\d)(?! ?(?:\u20ac|e\b|eur))",
    re.IGNORECASE,
)
_INTERNATIONAL = re.compile(
    rf"(?<![\w+])\(?(?:(?:\+|00)358\)?(?:{_GAP}\(0\))?(?:{_GAP}\(?\d\)?){{5,10}}"
    r"|(?:\+[1-9]|00(?=46|47|45|372|49|44|7)\d)(?:[ \u00a0\u2010-\u2013/-]?\(?\d\)?){7,14})(?!\d)(?![.:]\d)"
)
_CALLED = re.compile(
    r"(?:\b(?:p|puh|puhelin|puhelimitse|puhelinnumero|gsm|matkapuh|soita|soittamalla|tekstiviesti(?:llä)?|whatsapp|viber|tfn|tel|telefon"
    r"|telefonnummer|ring|mob|mobil|phone|call|text|sms|numeroon|numerosta|nro)\b|☎|📞|📱)[.:]?\s*(?:nro\.?\s*|numeroon\s*)?$",
    re.IGNORECASE,
)
_TOLD = re.compile(r"(?<!\d)\(?\d{3,5}\)?[ .\u00a0-]?\d{3}[ .\u00a0-]?\d{3,4}(?![\d])(?![.:]\d)")
"""A number in the shape of other countries, which counts right after a word for telephone."""
_TELLS = re.compile(r"(?:\b(?:puh|tel|tfn|call|phone|gsm|mob)|[☎📞📱])[.:]{0,2}\s{0,2}$", re.IGNORECASE)
_SERVICE = re.compile(r"^(?:0(?:10|20|29|30|60|70|7[0-9]|80)|0[1-36-8]00|116|112)")
_YEAR_GROUP = re.compile(r"^\D*(?:19|20)\d\d(?!\d)")
_SHORTEST_MOBILE, _LONGEST_NATIONAL = 9, 11
_SHORTEST_CALLED, _SHORTEST_GEOGRAPHIC, _LONGEST_GEOGRAPHIC = 6, 8, 10
_LAST_DAY, _LAST_MONTH = 31, 12


def masked(text: str) -> str:
    """The text, as long as it was, with nothing to read where a web address stands."""
    return _WEB.sub(_nothing, text) if "://" in text or "www." in text.lower() else text


def numbers_only(text: str) -> str:
    """The same where an account, or an id of another sort, stands."""
    return _NO_NUMBERS.sub(_nothing, text)


def _nothing(found: re.Match[str]) -> str:
    return "\0" * len(found[0])


def may_hold_number(text: str) -> bool:
    """False where no three digits stand near each other, and none in words."""
    return _HINT.search(text) is not None or _spells_a_number(text)


def _spells_a_number(text: str) -> bool:
    return _holds(text, ("nolla ", "noll ", "zero "))


def _holds(text: str, stems: tuple[str, ...]) -> bool:
    """True where one of them stands in the text, in letters of any size."""
    folded = text.lower()
    return any(map(folded.__contains__, stems))


def personal_links(text: str) -> list[Span]:
    """Addresses that call or write to a person, and web addresses with somebody's e-mail address in them."""
    if ":" not in text:
        return []
    found = [Span(*one.span()) for one in _MESSENGER.finditer(text)] if _holds(text, _MESSENGERS) else []
    if "://" in text and ("@" in text or "%40" in text):
        taken = {span.start for span in found}
        found += [Span(*one.span()) for one in _WEB.finditer(text) if one.start() not in taken and holds_personal_mail(one[0])]
    return sorted(found)


def is_personal_link(address: str) -> bool:
    """True for such an address."""
    return bool(personal_links(address))


def _matching(pattern: re.Pattern[str], is_personal: Callable[[re.Match[str]], bool], *needed: str) -> Callable[[str], list[Span]]:
    """A finder of what the pattern matches and the question affirms; a text with none of what is needed is not looked through."""

    def find(text: str) -> list[Span]:
        if needed and not _holds(text, needed):
            return []
        return [Span(*found.span()) for found in pattern.finditer(text) if is_personal(found)]

    return find


def _is_identity(found: re.Match[str]) -> bool:
    """True where the check character fits (Population Data Services Agency), so that no course code is taken for one; a code of a
    possible day that ends in a letter is one with a slip of the pen.
    """
    check = found["check"].upper()
    if _CHECKS[int(found["day"] + found["number"]) % len(_CHECKS)] == check:
        return True
    return check.isalpha() and 0 < int(found["day"][:2]) <= _LAST_DAY and 0 < int(found["day"][2:4]) <= _LAST_MONTH


def _named_codes(text: str) -> list[Span]:
    """Whatever is called a personal identity code."""
    if not _holds(text, ("hetu", "henkilö", "sotu", "personbet", "personnum", "identity")):
        return []
    return [Span(*found.span("code")) for found in _IDENTITY_WORD.finditer(text)]


def _spelled_numbers(text: str) -> list[Span]:
    """Numbers in words: *nolla neljä nolla …*."""
    return [Span(*found.span()) for found in _SPELLED_NUMBER.finditer(text)] if _spells_a_number(text) else []


def _digits(text: str) -> str:
    """The digits of a written number."""
    return re.sub(r"\D", "", text)


def _is_foreign_phone(found: re.Match[str]) -> bool:
    """True for a number with a country code, except a Finnish service number."""
    text = re.sub(r"\(0\)", "", found[0])
    digits = _digits(text).removeprefix("00")
    return not (digits.startswith("358") and _SERVICE.match("0" + digits[3:].lstrip("0")))


def _is_told(found: re.Match[str]) -> bool:
    """True right after a word for telephone, unless it is a service number."""
    before = found.string[max(0, found.start() - 12) : found.start()]
    return _TELLS.search(before) is not None and not _SERVICE.match(_digits(found[0]))


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


_WORDS_TELLING = ("puh", "tel", "tfn", "call", "phone", "gsm", "mob", "☎", "📞", "📱")
NUMBERS: tuple[Callable[[str], list[Span]], ...] = (
    _matching(_IDENTITY, _is_identity),
    _named_codes,
    _matching(_INTERNATIONAL, _is_foreign_phone, "+", "00"),
    _matching(_MOBILE, _is_mobile, "04", "050"),
    _matching(_GEOGRAPHIC, _is_geographic, "01", "02", "03", "05", "06", "08", "09"),
    _matching(_TOLD, _is_told, *_WORDS_TELLING),
    _spelled_numbers,
)
"""One after the other: what the first takes out, the next does not see."""
