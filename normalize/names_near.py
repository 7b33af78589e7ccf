"""Concepts that publishers use for one another in names: one group a line, by their keys in the tables of names."""

from __future__ import annotations

from functools import cache

_GROUPS = """
kerho ryhma piiri klubi
jatko keskitaso syventava
kurssi koulutus paja
myyjaiset markkinat messut
kirpputori myyjaiset vaihto
luento keskustelu seminaari paneeli infotilaisuus
tapaaminen kokous
tapaaminen kahvila
juhla ilta gaala karnevaali rieha
juhla festivaali
konsertti musiikki
konsertti esitys
nayttely avajaiset
retki opastus
retki vierailu
kokko tuli
ottelu turnaus kilpailu cup peli
kilpailu turnaus mestaruus
harjoitus vuoro
jumppa liikunta
kavely vaellus retki
satu tarina satutunti
tarina historia
kasityo askartelu
neulonta virkkaus kasityo
yhteislaulu laulu
laulu kuoro musiikki
ruoka ruoanlaitto
tanssi lavatanssi paivatanssi
poistomyynti myyjaiset tyhjennysmyynti kirpputori
peli peli-ilta lautapeli
kirja kirjallisuus lukeminen lukupiiri
jumalanpalvelus hartaus
neuvonta tuki
neuvonta opastus
sukka neulonta
digi tietokone
infotilaisuus esittely
luonto metsa ulkoilu
uusivuosi vuosi
joulu pikkujoulu
alku avajaiset
runo kirjallisuus
jaakiekko jaa
luistelu yleisoluistelu
uinti uimakoulu avanto
meditaatio rentoutus
taide kuvataide
konsertti karaoke
esitys teatteri
nukketeatteri teatteri
lounas ateria
aamiainen brunssi
keramiikka kasityo
kunto kuntosali
vertainen tuki
elokuva dokumentti
kahvila aamiainen
muisto historia
nuori varhaisnuori
disko tanssi
tahti taivas
tori markkinat
kierratys vaihto kirpputori
novellikoukku novelli
lounas ruoka ateria
hyvinvointi terveys
vastaanotto juhla kutsut
keskustelu vertainen
"""


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    """The numbers of the groups of each key, each behind a sign no key has."""
    found: dict[str, list[str]] = {}
    for number, line in enumerate(_GROUPS.strip().splitlines()):
        for key in line.split():
            found.setdefault(key, []).append(f"*{number}")
    return {key: tuple(numbers) for key, numbers in found.items()}


def near_of(key: str) -> tuple[str, ...]:
    """The groups a concept is in."""
    return _groups().get(key, ())


def near_keys() -> frozenset[str]:
    """Every key that a group names."""
    return frozenset(_groups())
