"""What it costs: the record's own offers, else the sentences that tell the price of the event as a whole.

Three-valued: free only where entrance is free for everybody, paid where a price is told, else unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from harvesters.record import RawOffer
from normalize import phrase_prices
from normalize.facts import Read, Sentence, evidence_of
from normalize.facts_words import FUNCTION, IF, PAST, UMBRELLA, WORD, is_about, is_event
from normalize.links import web_address
from normalize.model import Evidence, Offer
from normalize.notes import Notes
from normalize.privacy import redact
from normalize.text import one_line, shortened

Shape = dict[str, Any]
_LIMIT = 300
_MOST = 40
_LARGEST = 100_000
_NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,2})?")
_SPAN = re.compile(r"(\d{1,6}(?:[.,]\d{1,2})?)\s?[-–]\s?(\d{1,6}(?:[.,]\d{1,2})?)")
_SUMMED = re.compile(r"maksu\w*\s?\+|\+\s?\w*maksu|avgift\w*\s?\+|\+\s?\w*avgift|fee\s?\+|\+\s?\w*\s?fee")
"""A sum of which one part is not told: the figure beside it is not what one pays."""
TRIGGERS = frozenset((
    "maksut", "ilmai", "vapaa ", "vapaa.", "maksua", "gratis", "avgift", "kostnadsfri", "fri entr", "fritt", "free", "no cover",
    "no admission",
    "no entrance", "nuvttá", "€", "eur", *(f"{digit}{gap}e" for digit in "0123456789" for gap in ("", " ")),
))  # fmt: skip
CARD_TRIGGERS = frozenset(
    ("kaikuko", "kaiku-", "museoko", "museiko", "smartum", "epassi", "e-passi", "edenred", "liikuntaset", "kulttuuriset", "motionss")
)
_FREE = re.compile(
    r"(?<![\w-])(?:maksuton|maksuttom\w+|maksutta|ilmainen|ilmaista|ilmaiseksi|ilmais(?:tapahtuma|konsertti)|vapaa (?:sisään)?pääsy|"
    r"pääsy (?:on )?vapaa|sisäänpääsy (?:on )?vapaa|ei (?:sisään)?pääsymaksua|ei osallistumismaksua|ilman pääsymaksua|gratis|"
    r"avgiftsfri\w*|kostnadsfri\w*|fritt? inträde|fri entré|inträde fritt|ingen avgift|utan avgift|"
    r"free(?: of charge)?|no (?:admission|entrance|cover)(?: (?:charge|fee))?|nuvttá)(?![\w-])"
)
_ENTRANCE = re.compile(
    r"vapaa (?:sisään)?pääsy|(?:sisään)?pääsy (?:on )?vapaa|fritt? inträde|fri entré|free (?:admission|entry|entrance)|"
    r"(?:admission|entry) (?:is )?free"
)
"""What is free is the entrance, whatever else is said."""
_AND = re.compile(r"\s(?:ja|och|and|sekä|samt|eikä)\s")
_SHORT = 40
_FALSE_FREE = re.compile(
    r"free[\s-](?:range|spirit|fall|style|will|press|speech|jazz|form|time|ride|ski|radical|parking|wi-?fi|the|from|dom|"
    r"popcorn|food|gifts?)|"
    r"feel free|all free|(?:gluten|drug|alcohol|smoke|sugar|tax|dairy|scent|fragrance|hands|car|cost)[\s-]free|free up|set free|"
    r"ei (?:ole )?(?:maksuton|ilmai\w+)|inte gratis|not free|vapaa-aika\w*|vapaa aika"
)
_SOME = re.compile(
    r"\b(?:alle|under|yli|över|over|jäsen\w*|medlem\w*|members?|kaikukort\w*|museokort\w*|kort(?:illa|ilta)|opiskelij\w*|student\w*|"
    r"eläkeläi\w*|pensionär\w*|lap(?:set|silta|sille)|barn(?:en)?|child(?:ren)?|kids|seniors?|työttöm\w*|avustaj\w*|"
    r"assist\w*|ryhm(?:ät|ille)|"
    r"first|ensimmäi\w*|första|kertaus\w*|kokeilu\w*|initiates|vets?|veterans?|residents|guests?|mutta|men|but|paitsi|except)\b"
)
"""Free for some, or not wholly."""
_BESIDE = re.compile(
    r"kahvi|kaffe|coffee|pulla|lounas|lunch|buffe|ruoka|ruoan|ateria|illalli|middag|dinner|makkar|puuro|keitto|glögi|ohjelmalehti|"
    r"käsiohjelma|arpa|arvat|arvan|arpo|lott|raffle|pysäköin|parkki|parker|parking|jäsenmaksu|jäseneksi|medlemsavgift|membership|"
    r"vuokra|hyra|rent(?:al|ing|s)?\b|pöytä|pöydä|pöytiä|bord\b|tables?\b|booth|myyntipaik|vendor|lahjakort|presentkort|gift card|"
    r"palkin|palkk|voita|voitto|voittaj|vinn|vinst|prize|potti|pott\b|lahjoit|donat|gåva|kolehti|kollekt|keräy|"
    r"insamling|peruut|peruma|avbok|sakko|"
    r"no-show|bussi|buss\b|bus\b|kuljetu|kyyti|transport|majoit|hotel|boende|logi|kirjan|oppikirj|levy|cd\b|materiaali|material|"
    r"tarvikem|narikka|garderob|toimitusmaksu|palvelumaksu|service fee|lisämaksu|extra|rahoit|avustu|budjet|budget|stipend|bidrag|"
    r"euron|miljoon|sponsor|arvoi|värd|worth|säästä|alennus(?!lip)|discount|lisenssi|vakuutu|försäkr|lunasta|kappale|kpl|stycke"
)
"""What a sum of money may be for that is not the entrance."""
_INCLUDED = re.compile(r"\b(?:sis\.|sis\b|sisält\w*|inkl\.|inklusive|innehåll\w*|ingår|incl\.|includ\w+|with\b)[^),;.|]*")
_ANCHOR = (
    r"(?:(?:sisään|väli|pääsy|ovi|ennakko)?(?:lippu|liput|lipun hinta|lippujen hinnat?|lippuja)|"
    r"(?:sisään)?pääsy(?:maksu|liput?)?|pääsymaksu|"
    r"osallistumi(?:nen|smaksu)|osallistumishinta|kurssimaksu|kurssin hinta|kausimaksu|kertamaksu|lukukausimaksu|opetusmaksu|leirimaksu|"
    r"retken hinta|matkan hinta|hinta|hinnat|maksu|ilmoittautumismaksu|biljetter(?:na)?|biljett|biljettpris|inträde(?:savgift)?|"
    r"inträdet|entré|pris|avgift|deltagaravgift|kursavgift|terminsavgift|tickets?|admission|entry(?: fee)?|"
    r"entrance(?: fee)?|price|fee|cost)"
)
_ANCHORED = re.compile(
    rf"(?:^|[.,;:(!|]\s*|\s-\s|\b(?:on|ja|och|and)\s){_ANCHOR}\b[\s:=]*(?:(?:on|ovat|är|kostar|maksaa|maksavat|vain|alk\.?|alkaen|från|"
    r"ovelta|ennakkoon|ennakossa|ennakkomyynnissä|paikan päältä|porten|aikuiset|aikuisilta|aikuinen|vuxna|adults?|is|"
    r"are|from|only|peruslippu|"
    r"normaali|lapset|lapsi|n\.|noin|ca|alle|jäsenet|jäseniltä|medlemmar)[\s:=.]*){0,4}(?:€\s?)?\d"
)
"""A word for the price of the event itself, right before the sum."""
_SUM = re.compile(r"\d[\d.,]*\s?(?:€|euroa?\b|eur\b|e\b|,-)|€\s?\d")
_TERMS = re.compile(
    r"e|eur|euroa?|krt|kerta|kerralta|kertamaksu|kausi|kurssi|kk|hlö|henk|henkilö|perhe|perheeltä|aikui\w*|laps\w*|"
    r"lapset|alle|yli|v|vuotiaat|"
    r"opiskelij\w*|eläkeläi\w*|työttöm\w*|jäsen\w*|muut|ei-jäsen\w*|ja|tai|alk|alkaen|ovelta|ennakkoon|ilmai\w*|maksutta|vuxna?|barn|under|"
    r"år|studerande|pensionär\w*|medlem\w*|gång|per|och|eller|adults?|child(?:ren)?|kids|students?|seniors?|members?|non|each|liput|lippu|"
    r"hinta|maksu|pääsymaksu|sisäänpääsy|normaali|alennettu|peruslippu|päivä|tunti|osallistuja|termin|biljett\w*|vain|noin|inträde"
)
"""One whole word of a line of nothing but prices. Use with ``fullmatch``."""
_TAIL = re.compile(r"(?:\(|\s-\s|[,;:|]\s?|\s)(?P<sum>(?:liput\s|hinta\s|alk\.?\s)?\d[\d.,/ -]*(?:€|e\b|eur\b|euroa?\b)[^()]{0,24})\)?$")
"""The price at the end of a title: ``Keittolounas (8 €)``, ``Pikkujoulut, 25 e``."""
_DIFFERENT = re.compile(r"ennak|ovelta|ovella|förköp|porten|door|advance|early|alennus|perus|normaal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """What was understood of the price."""

    offers: tuple[Offer, ...] = ()
    is_free: bool | None = None
    concessions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Told:
    """One sentence that tells what it costs."""

    sentence: Sentence
    price: Shape

    @property
    def is_free(self) -> bool:
        """True where entrance is free for everybody."""
        return self.price["is_free"] is True

    @property
    def sums(self) -> frozenset[float]:
        """The amounts."""
        return frozenset(amount for amount in (self.price.get("min"), self.price.get("max")) if amount is not None)


def prices_of(raw: Sequence[RawOffer], read: Read, notes: Notes) -> Prices:
    """Offers, whether entrance is free, and the cards that are taken."""
    offers = [offer for one in raw[:_MOST] for offer in _declared(one, read, notes)]
    free = is_free(offers)
    concessions = {code for one in raw[:_MOST] for code in _cards(phrase_prices.read_price(_line(f"{one.price} {one.name}"))["price"])}
    told = _without_contradiction(list(_told(read)), notes, has_field=free is not None)
    if told and free is not None and _contradicts(offers, told, is_free=free):
        notes.add("price_conflict", "warning", told[0].sentence.telling.origin, told[0].sentence.text)
        told = []
    if any(offer.minimum is not None or offer.is_free for offer in offers):
        told = []
    if told:
        offers = [offer for offer in offers if offer != Offer(is_free=False)]
        offers += [offer for one in told for offer in _read(one, read)]
        free = is_free(offers)
    concessions |= set(_concessions(read))
    if free is not None:
        read.told(_evidence(told, is_free=free))
    return Prices(offers=tuple(dict.fromkeys(offers))[:_MOST], is_free=free, concessions=tuple(sorted(concessions)))


def is_free(offers: Sequence[Offer]) -> bool | None:
    """True where the entrance costs nobody anything, ``None`` where nothing is told of it."""
    entrance = [offer for offer in offers if not offer.is_optional]
    if any(offer.is_free is False or offer.minimum for offer in entrance):
        return False
    return True if any(offer.is_free and not (offer.group or offer.name) for offer in entrance) else None


def _declared(raw: RawOffer, read: Read, notes: Notes) -> Iterator[Offer]:
    """A field's own offer with its amounts, one for each group it names; the words stay.

    Where its mark "free" and its words contradict each other, nobody knows which is wrong: only the words are kept.
    """
    price, name, currency = _line(raw.price), _line(raw.name), _line(raw.currency)
    base = Offer(price=price, currency=currency, is_free=raw.is_free, name=name, url=web_address(raw.url) or "")
    found = _figures(price) or _words(price, name)
    if found and None not in {raw.is_free, found["is_free"]} and raw.is_free != found["is_free"]:
        notes.add("price_conflict", "warning", "offers", price)
        yield base.model_copy(update={"is_free": None})
        return
    if price or raw.is_free is not None:
        value = "free" if raw.is_free and not price else price
        read.told(evidence_of("offers", value, "offers", "price_field" if found else "price_words", price))
    yield from _offers(base, found) if found else [base]


def _figures(price: str) -> Shape:
    """A bare number or two as they are, ``{}`` where there are words."""
    if span := _SPAN.fullmatch(price):
        low, high = (float(part.replace(",", ".")) for part in span.groups())
        return {"min": low, "max": high, "is_free": False} if low < high else {}
    if not _NUMBER.fullmatch(price):
        return {}
    amount = float(price.replace(",", "."))
    return {"min": amount, "max": amount, "is_free": not amount}


def _words(price: str, name: str) -> Shape:
    """What the words of a price field say; nothing where they add up what is not told."""
    if not price or _SUMMED.search(price.lower()):
        return {"is_free": False} if price and _SUM.search(price.lower()) else {}
    shape: Shape = phrase_prices.read_price(price)["price"]
    if name and "options" not in shape and (group := _group(name)):
        shape = shape | {"group": group}
    return shape if shape["is_free"] is not None or len(shape) > 1 else {}


def _group(name: str) -> str:
    """The group that the name of an offer means: read as the grammar reads it beside a sum."""
    options = phrase_prices.read_price(f"{name} 1 €")["price"].get("options", [])
    return str(options[0]["label"] or "") if len(options) == 1 else ""


def _offers(base: Offer, shape: Shape) -> Iterator[Offer]:
    """The offer with what was understood: one of its own for each group, and for what is paid besides."""
    free = base.is_free if base.is_free is not None else shape["is_free"]
    common = {"currency": base.currency or str(shape.get("currency", "")), "unit": str(shape.get("unit", ""))}
    options = [option for option in shape.get("options", []) if option["amount"] <= _LARGEST]
    if options:
        for option in options:
            amount = {"minimum": option["amount"], "maximum": option["amount"], "group": option["label"] or shape.get("group", "")}
            own = {"unit": option["unit"]} if "unit" in option else {}
            yield base.model_copy(update=common | amount | own | {"is_free": not option["amount"]})
    elif shape.get("min") is not None and shape["min"] <= _LARGEST:
        amount = {"minimum": shape["min"], "maximum": shape["max"], "group": shape.get("group", "")}
        yield base.model_copy(update=common | amount | {"is_free": free})
    elif free is not None or base.price:
        yield base.model_copy(update={"is_free": free, "group": shape.get("group", "")})
    for besides in shape.get("optional", []):
        amount = {
            "minimum": besides["amount"],
            "maximum": besides["amount"],
            "group": besides["label"],
            "is_optional": True,
            "is_free": None,
        }
        yield base.model_copy(update=amount | {"currency": str(besides["currency"]), "url": ""})


def _told(read: Read) -> Iterator[_Told]:
    """The sentences that tell the price of the event as a whole."""
    return filter(None, (_price_in(sentence, read.title) for sentence in read.sentences(TRIGGERS)))


@lru_cache(maxsize=2048)
def _price_in(sentence: Sentence, title: str) -> _Told | None:
    """What one sentence tells of it; remembered, for every date of a series says the same."""
    words = _paid_title(sentence) if sentence.is_title else sentence.text if _paid(sentence, title) else ""
    price: Shape = phrase_prices.read_price(words)["price"] if words and not _SUMMED.search(sentence.low) else {"is_free": None}
    if price["is_free"] is not None:
        return _Told(sentence, price)
    if not _free(sentence, title):
        return None
    price = phrase_prices.read_price(sentence.text)["price"]
    return _Told(sentence, {"is_free": True, "optional": price.get("optional", []) if price["is_free"] else []})


def _free(sentence: Sentence, title: str) -> bool:
    """True for a sentence, or a clause of one, that says of the whole event that it costs nothing."""
    low = sentence.low
    if not _FREE.search(low) or _FALSE_FREE.search(low) or PAST.search(low):
        return False
    if sentence.is_title and re.match(r"(?:maksuton|avgiftsfri\w*|kostnadsfri\w*)\s\w+", low) and not _SOME.search(low):
        return True
    clauses = re.split(r"[.,;:()!|/]\s*|\s-\s", low)
    if _SUM.search(low) and not _is_free_beside(sentence, clauses):
        return False
    pieces = [piece for clause in clauses for piece in (_AND.split(clause) if _ENTRANCE.search(clause) else [clause])]
    general = any(
        _is_free_clause(piece.strip(), title) and (_ENTRANCE.search(piece) or not _is_of(before))
        for before, piece in zip(["", *pieces], pieces, strict=False)
    )
    return general and not any(_SOME.search(clause) and (_FREE.search(clause) or len(clause) < _SHORT) for clause in clauses)


def _is_free_beside(sentence: Sentence, clauses: list[str]) -> bool:
    """True where the sums of a sentence are for something besides a free entrance."""
    if _ENTRANCE.search(sentence.low) and all(_BESIDE.search(clause) for clause in clauses if _SUM.search(clause)):
        return True
    return phrase_prices.read_price(sentence.text)["price"]["is_free"] is True


def _is_of(before: str) -> bool:
    """True for a few words that name something besides the entrance: ``Parking - Free``."""
    return len(before.split()) <= 3 and _BESIDE.search(before) is not None  # noqa: PLR2004 - a label


def _is_free_clause(clause: str, title: str) -> bool:
    """True where nothing stands beside "free" but an event and small words."""
    found = _FREE.search(clause)
    if not found or IF.search(clause):
        return False
    rest = WORD.findall(clause[: found.start()] + " " + clause[found.end() :])
    if re.search(r"\d", clause):
        return False
    events = [word for word in rest if not FUNCTION.fullmatch(word)]
    if not all(is_event(word) and (is_about(word, title) or not _BESIDE.search(word)) for word in events):
        return False
    general = ("tapahtum", "tilaisuu", "evenemang", "tillställning", "event", "program")
    umbrella = UMBRELLA.search(title) is not None
    return all(word.startswith(general) or is_about(word, title) or not umbrella for word in events)


def _paid(sentence: Sentence, title: str) -> bool:
    """True for a sentence that tells the price of the event itself."""
    low = sentence.low
    if not _SUM.search(low) or IF.search(low) or PAST.search(low):
        return False
    bare = _INCLUDED.sub(" ", low)
    if any(found[0] not in title for found in _BESIDE.finditer(bare)):
        return False
    return _ANCHORED.search(low) is not None or _is_price_line(bare)


def _is_price_line(low: str) -> bool:
    """True for a line of nothing but sums and for whom they are."""
    return all(_TERMS.fullmatch(word) for word in WORD.findall(low)) and len(low) < 100  # noqa: PLR2004 - a line


def _paid_title(sentence: Sentence) -> str:
    """The words of the price at the end of a title, ``""`` where there is none or it is for something else."""
    found = _TAIL.search(sentence.low)
    if not found or re.search(r"palkin|potti|voit|arpa|arvo|lahjakort|pöytä|arvoi|prize|vinn|alkaen ja|keräy", sentence.low):
        return ""
    return found["sum"]


def _without_contradiction(told: list[_Told], notes: Notes, *, has_field: bool) -> list[_Told]:
    """What was told, nothing where one sentence says free and another names a price."""
    free = [one for one in told if one.is_free]
    paid = [one for one in told if not one.is_free]
    if free and paid:
        if not has_field:
            notes.add("price_conflict", "warning", paid[0].sentence.telling.origin, f"{free[0].sentence.text} / {paid[0].sentence.text}")
        return []
    return free[:1] if free else _agreeing(paid)


def _agreeing(paid: list[_Told]) -> list[_Told]:
    """The prices that do not contradict each other: told once, or for whom or where each of them is."""
    found: list[_Told] = []
    for one in paid:
        if not any(one.sums == other.sums for other in found):
            found.append(one)
    plain = [one for one in found if not one.price.get("options") and not _DIFFERENT.search(one.sentence.low)]
    titled = [one for one in plain if one.sentence.is_title]
    return found if len(plain) <= 1 else titled if len(titled) == 1 else []


def _contradicts(offers: list[Offer], told: list[_Told], *, is_free: bool) -> bool:
    """True where the field says free and the text does not, the reverse, or another sum."""
    if is_free != told[0].is_free:
        return True
    known = {amount for offer in offers for amount in (offer.minimum, offer.maximum) if amount is not None}
    sums = {amount for one in told for amount in one.sums}
    return bool(known and sums and not known & sums)


def _read(told: _Told, read: Read) -> Iterator[Offer]:
    """The offers that a sentence tells."""
    words = _line(told.sentence.text)
    base = Offer(price="" if told.is_free else words, is_free=told.price["is_free"])
    for offer in _offers(base, told.price):
        read.told(told.sentence.evidence("offers", _value(offer), "price_title" if told.sentence.is_title else "price_sentence"))
        yield offer.model_copy(update={"price": words}) if offer.is_optional else offer


def _value(offer: Offer) -> str:
    """The offer in a few signs, for its evidence."""
    if offer.minimum is None:
        return "free" if offer.is_free else "paid"
    amount = f"{offer.minimum:g}" if offer.maximum in {None, offer.minimum} else f"{offer.minimum:g}-{offer.maximum:g}"
    return " ".join(filter(None, (amount, offer.currency or "EUR", offer.unit, offer.group)))


def _evidence(told: list[_Told], *, is_free: bool) -> Evidence:
    """Why entrance is, or is not, free."""
    value = "true" if is_free else "false"
    if told:
        return told[0].sentence.evidence("is_accessible_for_free", value, "free_sentence" if is_free else "price_sentence")
    return evidence_of("is_accessible_for_free", value, "offers", "offers_decide")


def _concessions(read: Read) -> Iterator[str]:
    """The cards and vouchers that a sentence says are taken."""
    for sentence in read.sentences(CARD_TRIGGERS):
        if IF.search(sentence.low) or re.search(r"\b(?:ei|eivät|inte|not|no)\b", sentence.low):
            continue
        for code in _cards(phrase_prices.read_price(sentence.text)["price"]):
            read.told(sentence.evidence("concessions", code, "concession_words"))
            yield code


def _cards(shape: Shape) -> list[str]:
    return [*shape.get("concessions", []), *shape.get("payment", [])]


def _line(text: str) -> str:
    """One line without personal data."""
    return shortened(redact(one_line(text)).text, _LIMIT)
