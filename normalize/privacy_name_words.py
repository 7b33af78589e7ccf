"""Words that tell a surname, a society or a house from each other, and what is no name at all (fi, sv, en)."""

from __future__ import annotations

_SURNAME_ENDS = """
nen sson ström qvist kvist lund lundin berg gren blom mäki niemi salmi ova enko owska owski shvili dottir sen
sen selle selta seltä seen senkin ssons sonille strömin strömille bergin bergille mäen mäelle mäeltä niemen niemelle
"""
_SURNAME_ENDINGS = tuple(_SURNAME_ENDS.split())
"""Endings of surnames that hardly anything else has, some of them in a case."""
_NO_SURNAME_ENDS = """
minen misen miselle lainen läinen laisen läisen toinen nainen ihminen punainen ilmainen aikainen kertainen kohtainen mukainen oinen
uinen chosen frozen kitchen listen dozen citizen
"""
_NO_SURNAMES = tuple(_NO_SURNAME_ENDS.split())
_SHORTEST = 5


def is_surname(word: str) -> bool:
    """True for a word (in lower case) with the ending of a surname; *-minen* is an activity, *-lainen* an inhabitant."""
    if len(word) < _SHORTEST or not word.endswith(_SURNAME_ENDINGS):
        return False
    return word.startswith("meikäläi") or not word.endswith(_NO_SURNAMES)


_ORG_WORDS = """
halli juhla juhlat kylätalo nuorisotalo kerhotalo kulttuuritalo seurantalo kylä kunta kunnan piiri puisto päivä päivät ryhmä sali talo
4h ab abf academy alumni arts association band board business bändi cafe café camp cathedral center centre chamber chapel choir church
cinema city club co-op coalition college commission committee community company coop corp council county department district duo
elementary ensemble festival fest foundation friends förbund förbundet förening föreningen gallery garden gardens group guild hall high
hockey hospital hotel inc institute jazz jury kapell klubb klubben kommun kommunen kuoro kvartetti kyrka kyrkan library llc lions lodge
ltd martat marttayhdistys media ministries mll museet museum network office orchestra orkesteri osk oy oyj park parks police productions
program quartet rf restaurant rotary ry rykmentti röda scouts school schools seniorit service services skola skolan society spr spf sr
srk staff state street studio studios säätiö tavern team teatteri theater theatre tiimi tmi toimikunta town trio trust tulevaisuus union
university university vpk winery workshop yhtye yhtyeen yoga
"""
ORGANISATIONS = frozenset(_ORG_WORDS.split())
_ORG_STEMS = """
yhdisty seurakun liitto liiton järjest kirjasto museo teatter opisto koulu lukio päiväko toimisto palvelu keskus keskuk kahvila hotelli
ravintola kirkko areena kappeli kuoro orkester yhtye klubi marttoj martoil partio osasto osuuskun kaupunki kaupung lautakun komppania
rykment teater förening sällskap klubb bibliotek skola församling stiftelse förbund museum centrum kulttuur liikun nuoriso eläkkee
eläkelä sairaala terveys festiv konsert iltama näyttely kilpailu kerho
"""
_ORG_STEMS_LIST = tuple(_ORG_STEMS.split())
_ORG_ENDS = ("seura", "seuran", "kylän", "kylä", "center", "centre", "cup", "messut")


def is_organisation(word: str) -> bool:
    """True for a word of a society's, a house's or an event's name."""
    folded = word.lower().rstrip(".:")
    if folded in ORGANISATIONS or folded.endswith(_ORG_ENDS):
        return True
    return not folded.endswith("nen") and any(stem in folded for stem in _ORG_STEMS_LIST)


_NO_NAMES = """
aika alle alku alkaen avoin ennakkoilmoittautuminen eläkeläiset hinta hyvää iltapäivä iltapäivisin ilm ilmo ilmainen ilmoittaudu
ilmoittautumiset ilmoittautuminen joulu järj järjestää järjestäjä kaikki kahvi kahvitarjoilu kello keskiviikko kevät kesä klo kohde kuva
kurssi kysy lapset lauantai liput lisätiedot lisätietoa lisätietoja luento maanantai maksuton nuoret ohjaaja ohjaajana ohjaajina
ohjaajat opettaja opettajana osoite ota paikka perjantai pidetään puh pääsy pääsymaksu retki soita sunnuntai syksy talvi tapahtuma
tarjolla tervetuloa tervetulleita tiedustelut tiistai tila torstai uusi vapaa varaukset vetäjä vetäjänä viikko yhteyshenkilö
yhteystiedot yhteistyössä zumba jooga pilates uinti jumppa tanssi musiikki adress anmälan avgift fri fritt information inträde kontakt
kontaktperson kontakta ledare lärare instruktör föreläsare måndag tisdag onsdag torsdag fredag lördag söndag pris plats ring tid vi
välkomna välkommen alla a all an and any at bring call contact cost day email e-mail fee free for from host hosted instructor join
leader led location meet more no note on open our please price questions register room rsvp see speaker speakers teacher taught the
their there this ticket tickets time to tour we welcome when where with you your monday tuesday wednesday thursday friday saturday
sunday january february march april may june july august september october november december info st saint santa san los las new north
south east west lake mount river general spring summer autumn fall winter annual first second mother father holy sacred national
international american california
"""
NO_NAMES = frozenset(_NO_NAMES.split())
"""Words that begin a sentence or a heading and are no part of a name."""
BEFORE_PLACES = frozenset({"st", "st.", "saint", "santa", "san", "los", "las", "new", "port", "fort", "mount", "lake"})
"""*Santa Rosa*: with one of these before it a given name is a place's."""
