"""E-mail addresses of persons in running text, also where the @ is disguised; addresses of offices stay."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote

from normalize.privacy_marks import Span

_ROLE_WORDS = """
aluepalvelu asiakaspalvelu biljetter bokningar booking contact desk ensiapu epost events expo forening förening halli hallitus hei hello
help helpdesk hotelli ilmo ilmoittautuminen ilmoittautumiset info jarjesto jasenasiat jasensihteeri johtokunta järjestö jäsenasiat
kahvila kansli kassa kerho keskus kirjaamo kirjasto klubi koordinaattori koulutus kulttuuri kunta kurssit lasnaolo liikunta lipunmyynti
liput mail media museo museum myynti nayttely neuvola neuvonta nuoriso office ohjaus opisto ordforande ordförande palaute palvelu
perhekeskus posti postmaster puheenjohtaja ravintola reception register registrering rekisteri ryhma sales sali sek sekreterare service
seura seurakunta shop sihteeri srk studio support taiteilijaseura talo tapahtuma tapahtumat teatteri tickets tiedotus tilat tilavaraus
toiminnanjohtaja toimisto turism uutiset vapaaehtoiset varaukset varaus verkkokauppa admin asiakas biblioteket bokning bookings
boxoffice central chair community customerservice education engagement enquiries garden gardens general hallinto helpline inquiries
jumppa kansliet kassor kuntosali lapset leirit library marketing matkat membership museet nuoret ordf orders outreach pj press president
programs rahastonhoitaja reservations retket secretary seniorit team toimintakeskus training treasurer varaa vice volunteer volunteers
vuokraus welcome youth viestinta viestintä webmaster yhdistys yhteydenotto yhteys yllapito ylläpito
"""
_ROLES = frozenset(_ROLE_WORDS.split())
"""What stands before the @ when an office reads the post."""
_STEM_WORDS = """
kirjasto palvelu toimisto neuvonta ilmoittau seurakunta yhdisty museo opisto kirjaamo tapahtum teatteri nuoriso kulttuuri liikunta
varauk bibliotek församling forsamling förening forening anmalan anmälan martat kerho kylayhd kyläyhd elakkeen eläkkeen elakelii eläkelii
"""
_ROLE_STEMS = tuple(_STEM_WORDS.split())
"""The same inside compounds: kaupunginkirjasto, nuorisopalvelut ..."""
_PLACEHOLDERS = frozenset({"etunimi.sukunimi", "fornamn.efternamn", "förnamn.efternamn", "firstname.lastname"})
_AT = (
    r"\s?[@＠]\s?"
    r"|\s?[(\[{<]\s?(?:at|ät|ä|a|@|snabel-?a|miuku(?:mauku)?|kissanhäntä|ättä)\s?[)\]}>]\s?"
    r"|\s(?:ät|miuku(?:mauku)?|snabel-?a)\s"
)
"""The @ and its disguises; a bare *at* is a word of English and looked at apart."""
_DOT = r"(?:\.|\s?[(\[{](?:dot|piste|punkt|\.)[)\]}]\s?|\s(?:dot|piste|punkt)\s)"
_MAIL = re.compile(
    rf"(?<![\w.+%/-])(?P<local>\w[\w.+%-]{{0,63}})(?P<at>{_AT})(?P<domain>[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,6}})(?![\w@])",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    rf"(?<![\w.+%/-])(?P<local>[^\W\d_][\w-]{{0,31}}(?:(?:\.|\s(?:dot|piste|punkt)\s)[\w-]{{1,32}}){{1,3}})(?P<at>\sat\s)"
    rf"(?P<domain>[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,4}})(?![\w@])"
    r"|(?<![\w.+%/-])(?P<local2>[^\W\d_][\w.+-]{0,63})(?P<at2>\sat\s)(?P<domain2>[\w-]{1,63}\s(?:dot|piste|punkt)\s[a-z]{2,10})(?![\w@])",
    re.IGNORECASE,
)
"""``first.last at example.org``, ``first at example dot org``: a single word before *at* with a plain host after it is no address."""
_IN_BRACKETS = re.compile(r"[(\[{<]\s?(?:at|ät|ä|a|snabel-?a|miuku|kissanh|ättä)(?![a-zåäö]{9})", re.IGNORECASE)
_AS_WORD = re.compile(r"\s(?:ät|miuku(?:mauku)?|snabel-?a)\s", re.IGNORECASE)
_SPELLS = re.compile(r" [Aa][Tt] [\w-]+(?:\.\w|\s?[(\[{]?(?:dot|piste|punkt)\b)")
_TOP_LEVEL = re.compile(r"\.[a-z]{2,24}$")
_PLAIN = str.maketrans("äåöéèáóüšž", "aaoeeaousz")
_PARTS = re.compile(r"[/=&?#]+")
_FULL_NAME = 2
_GROUPS = ("group.calendar.google.com", "import.calendar.google.com", "resource.calendar.google.com", "group.v.calendar.google.com")
"""Hosts of calendars, not of people."""


class Mail(NamedTuple):
    """One address of a person: where it stands, and what stands before its @."""

    span: Span
    local: str


def may_hold_mail(text: str) -> bool:
    """False where no @ stands, in whatever guise."""
    return "@" in text or "＠" in text or _IN_BRACKETS.search(text) is not None or _AS_WORD.search(text) is not None


def may_spell_mail(text: str) -> bool:
    """False where no address is told in words."""
    return _SPELLS.search(text) is not None


def mails(text: str) -> list[Mail]:
    """Every address of a person with an @ in it, in whatever guise."""
    return [
        Mail(Span(*found.span()), found["local"])
        for found in _MAIL.finditer(text)
        if is_personal(found["local"], found["at"], found["domain"])
    ]


def spelled_mails(text: str) -> list[Mail]:
    """Every address of a person that is told in words (``first.last at example.org``)."""
    found = ((one, one["local"] or one["local2"], one["domain"] or one["domain2"]) for one in _SPELLED.finditer(text))
    return [Mail(Span(*one.span()), local) for one, local, domain in found if is_personal(re.sub(r"\s\w+\s", ".", local), "at", domain)]


def owner(mail: Mail) -> tuple[str, str] | None:
    """First and last name as they stand in ``first.last@``: the same name elsewhere in the text is this person's."""
    parts = [plain(part) for part in re.split(r"[._-]", mail.local)]
    return (parts[0], parts[1]) if len(parts) == _FULL_NAME and all(len(part) > 1 and part.isalpha() for part in parts) else None


def plain(word: str) -> str:
    """The word in lower case as an address writes it: ``ä`` is ``a``."""
    return word.casefold().translate(_PLAIN)


def holds_personal_mail(address: str) -> bool:
    """True for a web address with an e-mail address of a person in it, ``%40`` included."""
    if "@" not in address and "%40" not in address:
        return False
    read = _PARTS.sub(" ", unquote(address))
    return any(_TOP_LEVEL.search(read[mail.span.start : mail.span.end].lower()) for mail in mails(read))


def is_personal(local: str, at: str, domain: str) -> bool:
    """True unless every part of the name before the @ is a role, or repeats the organisation's own name."""
    local, domain = local.casefold(), re.sub(_DOT, ".", domain.casefold())
    if local in _PLACEHOLDERS or domain in _GROUPS or domain.startswith("thread."):
        return False
    if at.strip() not in {"@", "＠"} and not _TOP_LEVEL.search(domain):
        return False
    parts = [part for part in re.split(r"[._+%-]|\d+", local) if part]
    own = domain.rpartition(".")[0]
    roles = [part in _ROLES or any(stem in part for stem in _ROLE_STEMS) for part in parts]
    return not (any(roles) and all(role or part in own for role, part in zip(roles, parts, strict=True)))
