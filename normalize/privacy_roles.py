"""What stands around a name and says that its holder leads, teaches, speaks or is to be asked (fi, sv, en)."""

from __future__ import annotations

import re


def _any_of(alternatives: str) -> str:
    """The alternatives, one a word or ``_`` for a space in one, as part of a pattern."""
    return "(?:" + "|".join(alternatives.replace("_", r"\s").split()) + ")"


_ROLE_FI = _any_of(r"""
    ohjaaj[ai] opettaj[ai] vetäj[äi] kouluttaj[ai] valmentaj[ai] luennoitsij[ai] luennoij[ai] puhuj[ai] alustaj[ai] juontaj[ai]
    pitäj[äi] henkilö vastaava työntekij[äi] hoitaj[ai] sihteeri puheenjohtaj[ai] toiminnanjohtaj[ai] \bjohtaj[ai] terapeutti kanttori
    pastori pappi papi diakoni emän[tn]\w isän[tn]\w \bopas \boppaa tulkki neuvoj[ai] koordinaattori mentori tuutori asiantuntij[ai]
    esittelij[äi] tutor \bapuri moderaattori fasilitaattori instruktori psykologi rovasti kirkkoherra kappalainen kerhotäti lehtori
    rehtori kapteeni huoltaj[ai] rahastonhoitaj[ai] talonmies
""")
_NO_FILM = "".join(
    f"(?<!{word})" for word in ("elokuva", "elokuvan ", "elokuvien ", "näytelmän ", "dokumentin ", "kuunnelman ", "elokuvien ")
)
_PERSON_FI = rf"(?:{_NO_FILM}{_ROLE_FI}\w{{0,10}}|\bohjaus:|\bohjauksesta vastaa\w{{0,3}})"
_VERB_FI = (
    r"\b"
    + _any_of("""
    ohjaa ohjaavat vetää vetävät opettaa opettavat luotsaa luennoi juontaa juontavat alustaa kouluttaa pitää valmentaa opastaa järjestää
    emännöi isännöi
""")
    + r"\b"
)
_PERSON_SV = _any_of(r"""
    ledare\w{0,3} ledar(?:na|en) instruktör\w{0,4} lärare\w{0,3} kontaktperson\w{0,3} föreläsare\w{0,3} talare\w{0,3}
    \bvärd(?:ar|en|inna)? \bunder_ledning_av \b(?:leds|ledd|hålls|dras|ordnas|arrangeras)_av \bundervis(?:ar|as_av) \bansvarig\w{0,4}
    handledare \bguide tränare präst kantor diakon ordförande sekreterare moderator konferencier koordinator arrangör\w{0,4} kassör
    inledare
""")
_PERSON_EN = r"\b" + _any_of(r"""
    instructors? teachers? (?:co-)?leaders? facilitators? coach(?:es)? (?:co-)?hosts? (?:co-)?hosted_by le[a]?d_by taught_by
    facilitated_by guided_by instructed_by coached_by moderated_by organi[sz]ed_by coordinated_by run_by tutors? speakers? moderators?
    guides? organi[sz]ers? coordinators? contact_person chair(?:person|man|woman)? docents? counsell?ors? trainers? presenters?
    lecturers? naturalists? pastors?
""")
_BETWEEN = r"[ \u00a0\t]*\)?\s*(?:[:;,–—/(-]\s*){0,2}"
_SMALL = _any_of(r"""
    toimi[iv]?\w* on ovat oli jatka\w+ tule\w* saapuu meillä mukana nimeltä mm\.? muun_muassa tänä tällä kertaa syksynä keväänä kesänä
    vuonna kerralla kaudella aina ja sekä tri rouva herra is are will_be our by with the and master dr\.? prof\.? mr\.? mrs\.? ms\.? är
    heter blir fungerar som verkar och av vår
    [\w-]+(?:ja|jä|eutti|tori|isti|nomi|logi|henkilö|vastaava|ssori|ist|tör|are|er|or|teri|kandidaatti|tti|ri) [\w:-]+n
""")
_DEGREE = r"(?-i:[A-ZÅÄÖ]{2,5}|[A-Z][a-z]{1,3}[MTKLD])"
_WORDS_BETWEEN = rf"(?:(?:{_SMALL}|{_DEGREE})[:,]?[ \u00a0]+(?:[–-][ \u00a0]+)?){{0,5}}"
ROLE_BEFORE = re.compile(
    rf"(?P<role>{_PERSON_FI}|{_VERB_FI}|{_PERSON_SV}|{_PERSON_EN}|\bjärjestäjä\w{{0,5}})(?<=[\w:])(?!\w)(?P<between>{_BETWEEN}{_WORDS_BETWEEN})[\"'”“(]?$",
    re.IGNORECASE,
)
"""A role (or what its holder does) directly before a name, with the titles and small words that may stand between."""
WEAK_ROLE = re.compile(
    rf"(?P<role>{_PERSON_FI})(?P<between>[ \u00a0\t]*[:–-]?[ \u00a0\t]*(?:\b(?:toimii|toimivat|on|ovat|oli|jatkaa)[ \u00a0]+)?)$",
    re.IGNORECASE,
)
"""A Finnish role so near that two capitalised words after it can hardly be anything but a name."""
_FINNISH_ONLY = """
ohjaaj ohjaus vetäj opettaj kouluttaj valmentaj luenn puhuj alustaj juontaj pitäj henkilö vastaava työntek hoitaj sihteer johtaj
terapeut kanttor pappi papi diakon emän isän opas oppaa tulkk neuvoj koordin tuutor asiantunt esittelij apuri moderaat fasilit instrukt
psykolog rovasti kirkkoherr kappalai kerhotä lehtor rehtor kapteen huoltaj talonmie
"""
FINNISH_STEMS = tuple(_FINNISH_ONLY.split())
"""Without one of these in it no text has a Finnish role."""
_OTHER_STEMS = """
mentor tutor pastor ohjau ohjaa vetä opetta luots juonta alusta koulutta pitää valmenta opast järjest johd pitämä ledar ledning leds
ledd lärar kontaktp föreläs talar värd hålls dras undervis ansvarig handled guid tränar präst kantor ordför sekreter konferenc arrang
kassör inled teach lead led instruct facilitat coach host taught organi coordinat run speaker moderat contact chair docent counsel
trainer presenter lecturer naturalist
"""
STEMS = (*FINNISH_STEMS, *_OTHER_STEMS.split())
"""Without one of these near it no name has a role in any language."""
_ASKING_STEMS = """
lisätie lisäinfo lisät. tiedustel kysymy kysely yhteyd yhteys yhteyt ilmoit ilm. ilmo varau peruutu kyydi soita soitto viesti kysy
tavoit lähetä vastuu kontakt info upplysn tillägg förfråg frågor anmäl bokning ring meddela osa contact question call text phone mail
rsvp regist inquir enquir reach
"""
ASKING_STEMS = tuple(_ASKING_STEMS.split())
"""The same for the words of asking."""
SPEAKS = re.compile(
    r"puhuja|luenno|alusta|juonta|esittelijä|föreläs|talare|konferencier|moderator|moderaattori|speaker|lecturer|presenter|host|inledare"
    r"|led by|lead by|leds av",
    re.IGNORECASE,
)
PUBLIC_TITLE = re.compile(
    r"\b"
    + _any_of(r"""
    kansanedustaja europarlamentaarikko mep \w*ministeri pormestari kunnanjohtaja kaupunginjohtaja maakuntajohtaja arkkipiispa piispa
    presidentti kirjailija runoilija säveltäjä kitaristi pianisti viulisti koomikko kapellimestari taiteilija näyttelijä laulaja
    muusikko \w*professori dosentti riksdagsledamot \w*minister borgmästare stadsdirektör biskop författare poet gitarrist dirigent
    kompositör sångare komiker konstnär skådespelare musiker professor docent author novelist artist guitarist [\w-]*instrumentalist
    singer drummer pianist violinist composer conductor comedian mayor senator member_of_parliament congress(?:man|woman) governor
""")
    + r"\w{0,4}\s*$",
    re.IGNORECASE,
)
"""Whoever speaks in public as the holder of a public office, or of their own work, is what the event is about."""
CREDITS = re.compile(
    r"käsikirjoit|\brooleissa|pääosissa|näyttelijät|\belokuva(?:n|t|ssa|sta|a)?\b|\bnäytelmä(?:n|ssä|stä)?\b|\bleffa|\bfilm(?:en|ens|i|s)?\b|\bpjäs|\bmanus"
    r"|i rollerna|screenplay|starring|\bcast\b|\bmovies?\b|ensi-ilta",
    re.IGNORECASE,
)
"""A film's or a play's director is what the event is about; a club that has one is not."""
DIRECTS = re.compile(r"ohjaa|ohjaus|regi", re.IGNORECASE)
TEACHES = re.compile(r"ohjaaj(?:ana|ina|alle|alta)", re.IGNORECASE)
CONTACT_BEFORE = re.compile(
    r"(?P<word>"
    + _any_of(r"""
    \blisätie\w{0,8} \blisäinfo\w{0,3} \blisät\. \btiedustelu\w{0,4} \bkysymykset \bkyselyt \byhteydeno\w{0,6}
    \byhteys(?:tiedot|henkilö\w*)? \bilmoittau\w{0,10} \bilmoita\w{0,4} \bilm\. \bilmo(?:t|ittelut?)?\b varau(?:s|kset)\b \bperuutukset
    \bkyydi\w* \bsoita\w{0,8} \bsoitto \bviesti\w{0,5} \bkysy\w{0,7} \byhteyttä \btavoittaa \blähetä \bvastuu\w{0,6} \bkontakt\w{0,5}
    \bmera?_info\w{0,8} \binformation \bupplysningar \btilläggs\w{4,14} \bförfrågningar \bfrågor \banmäl\w{0,9} \bbokning\w{0,4}
    \bring\b \bmeddela\b \bosa\b \bcontacts?\b \bmore_info\w* \bfor_info\w* \bquestions?\?? \bcall\b \btext\b \bphone\b \be-?mail\b
    \brsvp\w* \bregister_with \bregistrations? \binquiries \benquiries \breach_out_to \binfo
""")
    + r")(?P<between>[^\n]{0,80}|\s*:?\s*\n\s*)$",
    re.IGNORECASE,
)
"""A word of asking or enrolling, and what stands between it and a name in the same line."""
SENTENCE_END = re.compile(
    r"(?<!\d)(?<!\bpuh)(?<!\bp)(?<!\bilm)(?<!\bmm)(?<!\btel)(?<!\btfn)(?<!\besim)(?<!\bark)(?<!\bviim)(?<!\blisät)[.!](?:\s|$)|\?\s(?=.*\w)",
    re.IGNORECASE,
)
TOWARDS = re.compile(r"\b(?:till|av|hos|med|åt|to|with|by)\s+$", re.IGNORECASE)
"""A small word right before a name that says by itself that it is asked."""
FEW_WORDS = re.compile(r"\W*(?:[a-zåäö][\wåäö.:-]*[ \u00a0,:]+){0,5}\W*")
"""At most five words in lower case."""
TITLES_TOO = re.compile(r"\W*(?:[^\W\d][\w.:-]*[ \u00a0:*]+){0,5}\W*")
"""The same with words in capitals, which may be a title; no comma and no sentence ends."""
TO_BE_REACHED = re.compile(r"\s*(?:$|[^\w\s]|\n|(?:p|puh|tel|tfn|gsm|numero|at|for|on|via|mob|soita)\b)", re.IGNORECASE)
_TITLES = _any_of(r"""
    ohjaaja vetäjä opettaja kouluttaja puheenjohtaja toiminnanjohtaja sihteeri yhteyshenkilö vastaava kanttori diakoni instruktör
    kursledare ledare lärare kontaktperson instructor teacher leader facilitator coordinator host
""")
ROLE_AFTER = re.compile(
    r"\s{1,2}"
    + _any_of(r"""
    ohjaa vetää opettaa luotsaa kouluttaa juontaa luennoi alustaa opastaa valmentaa emännöi toimii_(?:ohjaaja|vetäjä|opettaja)na
    antaa_lisätietoja vastaa_(?:kysymyksiin|ilmoittautumisista|tiedusteluihin) ottaa_(?:vastaan_)?ilmoittautumi\w+ leder undervisar
    föreläser tar_emot_anmälningar teaches leads will_(?:teach|lead|guide|host|facilitate) instructs facilitates hosts
""")
    + rf"\b|\s?(?:,|[(–-])\s?[\w-]{{0,20}}{_TITLES}\b",
    re.IGNORECASE,
)
"""What its holder does or is, right after a name."""
UNDER_AFTER = re.compile(
    r"\s(?:johdolla|johtamana|johtama\b|ohjauksessa|ohjauksella|ohjaamana|ohjaama\b|opastuksella|opastamana|opastama\b|vetämänä|vetämä\b|vetämällä"
    r"|ohjaamalla|pitämä\b|opettama\b|luotsaama\w*|opetuksessa|ledning\b)",
    re.IGNORECASE,
)
"""``Maijan johdolla``, ``Åsas ledning``: after a name in the genitive."""
GOES_ON = re.compile(
    r"[ \t]*(?:\([^()\n]{0,30}\)[ \t]*)?,?[ \t]*(?:[a-zåäö]{2,14}[ \t]*)?"
    r"(?:[,;/&+\n]|\b(?:ja|sekä|tai|och|samt|eller|and|or)\b)\s*(?:[a-zåäö-]{2,25}[ \t]+)?"
)
"""Between two names of one list, an instrument or a title with them."""
