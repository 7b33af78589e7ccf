"""Words of names that say nothing about what an event is: little words, remarks, what stands before a place, ends of houses."""

from __future__ import annotations

import re

from normalize.names_fold import fold_word

_STOP_WORDS = """
ja sekä tai eli myös tule tulkaa mukaan kanssa yhdessä mukana on ei se ne kun niin että kuin mitä mikä miten missä me sinä kaikille
kaikki varten klo asti noin
vai kuinka miksi jos
esim mm ym jne och eller samt med i på av för till vid om hos från ett en den det de som är vi du att alla kl inte även utan mot under
hur vad när varför om
and or with at in on of the a an for from to by is are it this that we you your our all as be into up out via about ft feat featuring
how what when where who why if presents present esittää
presenterar vs v vastaan against
и в на с со для от до о об у к за та і з із зі від про sest ja ning koos või ka gii ovttas في و مع من على الى إلى عن
"""
STOP = frozenset(filter(None, map(fold_word, _STOP_WORDS.split())))
_REMARK_WORDS = """
peruttu peruuntunut peruutettu perutaan siirretty siirtynyt loppuunmyyty täynnä inställt inställd inställda avlyst avbokad framskjutet
flyttad
flyttat fullbokad fullbokat slutsålt slutsåld canceled cancelled postponed rescheduled
"""
REMARKS = frozenset(map(fold_word, _REMARK_WORDS.split()))
"""What a publisher writes before or behind a name when its event is cancelled, moved or full; ``normalize.status`` reads them."""
VERSUS = frozenset({"vs", "v", "mot", "vastaan", "against"})
AT = {"en": frozenset({"at", "in"}), "sv": frozenset({"i", "pa", "vid", "hos"})}
"""What stands before the name of a place."""
ON = {"sv": frozenset({"pa"}), "en": frozenset({"in"})}
"""What stands before the language an event is held in."""
_FINNISH_LOCAL = re.compile(r"(?<=...)(?:ssa|lla|sta|lta)$")
LOCAL = {"fi": _FINNISH_LOCAL, "und": _FINNISH_LOCAL, "et": re.compile(r"(?<=....)(?:s|l|st|lt)$")}
"""Endings of a word that says where."""
_WHO = """
opisto yliopisto kirjasto museo seurakunta kylatalo talo nuorisotila hotelli seura halli sali jarjesto tupa
palvelutalo paivakeskus sairaala keskus
"""
WHO_ENDS = frozenset(_WHO.split())
"""Concepts that make an organisation or a house of a whole compound (musiikkiopisto, kulttuuritalo)."""
_MATCH_WORDS = """
ottelu salibandy jalkapallo jaakiekko koripallo lentopallo
pesapallo futsal cup turnaus jaapallo ringette kasipallo mestaruus
"""
MATCHES = frozenset(_MATCH_WORDS.split())
"""Concepts of a match, where a dash stands between its two sides."""
_PERFORMED_WORDS = """
konsertti luento klubi esitys kirjailija keskustelu keikka musiikki teatteri stand_up jazz blues rock pop iskelma kansanmusiikki
tanssi lavatanssi
tango humppa orkesteri bandi kuoro seminaari paneeli nayttely avajaiset taiteilija runo kabaree monologi taikuri ooppera elokuva
resitaali dj
"""
PERFORMED = frozenset(_PERFORMED_WORDS.split())
"""Concepts of what somebody gives: there, a name that only one of two names has says who."""
GROUPS = frozenset({"ryhma", "kerho", "piiri", "klubi", "kerho/klubi"})
"""Concepts of people who meet, which do not say what for."""
_ENSEMBLE_WORDS = "trio duo kvartetti kvintetti bandi orkesteri kuoro kapelli"
ENSEMBLES = frozenset(_ENSEMBLE_WORDS.split())
"""Concepts that are part of a performer's name."""
