"""For whom, at what price, how to join and how to get in, in words; only what was told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from explorer.referral_dates import DateWords
from explorer.texts import PartWords
from normalize.links import web_address
from normalize.model import Details, Offer, Registration
from store.referral_items import Item

ALWAYS_SAID = ("step_free_entrance", "accessible_toilet", "induction_loop")
"""Asked for most often: said to be unknown where nobody told, never passed over."""
_SAID = 60
"""Characters of words about enrolling that the lines above them say already."""
_EURO = frozenset({"", "EUR"})


def whom_lines(item: Item, audiences: Mapping[str, str], days: DateWords) -> list[str]:
    """Who is meant and how old, then the publisher's own words."""
    details, t = item.details, days.t
    groups = [audiences[code] for code in details.audience if code in audiences]
    lines = [", ".join([groups[0], *(group[:1].lower() + group[1:] for group in groups[1:])])] if groups else []
    lines += _ages(details, t)
    if details.gender:
        lines.append(t[f"whom_{details.gender}"])
    if details.with_adult:
        lines.append(t["whom_with_adult"])
    if details.accompany_under:
        lines.append(t("whom_accompany", n=details.accompany_under))
    return list(dict.fromkeys([*lines, *details.eligibility]))


def _ages(details: Details, t: PartWords) -> Iterator[str]:
    """Years of birth and grades where the publisher counts in them, else the ages."""
    low, high = details.minimum_age, details.maximum_age
    for key, span in (("whom_born", details.birth_years), ("whom_grades", details.grades)):
        if span:
            yield t(key, span=str(span[0]) if span[0] == span[1] else f"{span[0]}–{span[1]}")
    if low is not None and high is not None:
        yield t("age_exact", n=low) if low == high else t("age_span", low=low, high=high)
    elif low is not None:
        yield t("age_from", n=low)
    elif high is not None:
        yield t("age_to", n=high)


def cost_lines(item: Item, t: PartWords, days: DateWords) -> list[str]:
    """Each price once; empty where nobody told any."""
    details = item.details
    offers = sorted(dict.fromkeys(details.offers), key=lambda offer: offer.is_optional)
    lines = [text for offer in offers if (text := _price(offer, t, days))]
    if details.is_accessible_for_free and not any(offer.is_free for offer in offers):
        lines.insert(0, t["free"])
    if details.is_accessible_for_free is False and not lines:
        lines.append(t["paid"])
    if details.concessions:
        lines.append(t("cards", cards=", ".join(_card(code, t) for code in details.concessions)))
    return list(dict.fromkeys(lines))


def _card(code: str, t: PartWords) -> str:
    return t[key] if (key := f"card_{code}") in t else code.replace("_", " ")


def _price(offer: Offer, t: PartWords, days: DateWords) -> str:
    """``Lapset: 5 € / kerta``; empty for an offer that says nothing."""
    price = t["free"] if offer.is_free and not offer.maximum else _amount(offer, t, days)
    if not price:
        return ""
    name = offer.name or (t[key] if (key := f"group_{offer.group}") in t else "")
    text = f"{name}: {price}" if name else price
    return t("optional", price=text) if offer.is_optional else text


def _amount(offer: Offer, t: PartWords, days: DateWords) -> str:
    """The amounts that were understood, else the publisher's words."""
    if offer.minimum is None or offer.currency not in _EURO:
        return f"{offer.price} {offer.currency}".strip()
    amount = days.decimal(offer.minimum)
    if offer.maximum is not None and offer.maximum != offer.minimum:
        amount = f"{amount}–{days.decimal(offer.maximum)}"
    told = t("euros", amount=amount)
    return t(key, price=told) if (key := f"unit_{offer.unit}") in t else told


def enrolment_lines(item: Item, t: PartWords, days: DateWords, now: datetime) -> Iterator[tuple[str, str]]:
    """How to join, each line with the address it leads to (may be empty): one action first."""
    registration = item.details.registration or Registration()
    opens = registration.opens if registration.opens is not None and _is_ahead(registration.opens, now, days) else None
    if opens is not None:
        yield t("enrol_opens", when=_moment(opens, days)), ""
    elif item.state:
        yield t[f"enrol_{item.state}"], ""
    if registration.required is False:
        yield t["enrol_not_required"], ""
    elif registration.required and not registration.url:
        yield t["enrol_required"], ""
    if address := web_address(registration.url):
        yield t["enrol_link"], address
    if registration.closes is not None and item.state not in {"full", "closed"}:
        yield t("enrol_closes", when=_moment(registration.closes, days)), ""
    if item.remaining is not None and item.told_at is not None and item.state not in {"full", "closed", "queue", "not_yet_open"}:
        yield t.count("places_left", item.remaining, when=days.brief(days.local(item.told_at).date())), ""
    if registration.text and not (len(registration.text) < _SAID and registration.required is not None):
        yield registration.text, ""


def _is_ahead(moment: datetime | date, now: datetime, days: DateWords) -> bool:
    return moment > now if isinstance(moment, datetime) else moment > days.today


def _moment(moment: datetime | date, days: DateWords) -> str:
    if not isinstance(moment, datetime):
        return days.short(moment)
    local = days.local(moment)
    return days.t("at_form", day=days.short(local.date()), hours=days.clock(local))


def features_known(item: Item) -> dict[str, bool]:
    """Feature -> whether it is there; what is not in it is unknown."""
    return {one.code: one.is_available for one in item.details.accessibility}


def feature_lines(known: Mapping[str, bool], asked: Sequence[str], t: PartWords) -> Iterator[tuple[str, bool]]:
    """``Esteetön sisäänkäynti: on``, and whether it is unknown; the ones asked for first."""
    for code in dict.fromkeys((*asked, *ALWAYS_SAID, *known)):
        state = known.get(code)
        answer = t["access_unknown"] if state is None else t["access_yes"] if state else t["access_no"]
        yield t("access_form", feature=feature_name(code, t), answer=answer), state is None


def feature_name(code: str, t: PartWords) -> str:
    """The feature in words; a code nobody worded as it is."""
    return t[key] if (key := f"access_{code}") in t else code.replace("_", " ")
