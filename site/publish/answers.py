"""For whom, cost and enrolment in a few words, as lists give them; what nobody told is left out and never guessed."""

from __future__ import annotations

from normalize.full_marks import without_full_mark
from normalize.model import Details, Registration, Texts
from publish.dates import sentence
from publish.edition import Edition
from publish.enrolments import opens_mark, when_in_short
from publish.prices import number_in_words, price_lines
from publish.telling import STALE_AFTER
from publish.terms import ages_in_words
from publish.views import Answers, Mark, Prose
from store.reading import EventRow

_GROUPS = 3
"""Groups of people that a line of a list names; the item's page names all."""
_STEP_FREE = "step_free_entrance"
_FULL = frozenset({"full", "waiting_list"})


def answers(event: EventRow, edition: Edition) -> Answers:
    """The answers of an event, made once for all its lists."""
    made = edition.answers.get(event.id)
    if made is None:
        made = edition.answers[event.id] = _answers(event, edition)
    return made


def _answers(event: EventRow, edition: Edition) -> Answers:
    details, registration = event.details, event.details.registration
    told, is_stale = provenance(event, edition)
    return Answers(
        marks=_marks(registration, edition),
        whom=_whom(details, edition),
        cost=_cost(details, edition),
        is_free=details.is_accessible_for_free is True,
        enrol=_enrol(registration, edition),
        flags=flags(details),
        told=told,
        is_stale=is_stale,
    )


def provenance(event: EventRow, edition: Edition) -> tuple[str, bool]:
    """``Norppalan Eläkeväki ry +2, haettu 24.11.``; whether the last fetch is long ago. Nothing for what is over: it changes no more."""
    almanac, words = edition.almanac, edition.words
    sources = [almanac.sources[one] for one in event.source_ids if one in almanac.sources]
    if not sources or event.withdrawn_at is not None or almanac.ended(event):
        return "", False
    first = next((one for one in sources if one.organizer_id == event.organizer_id), sources[0])
    name = words("told.more", name=first.title, n=len(sources) - 1) if len(sources) > 1 else first.title
    days = [almanac.local(one.last_fetched).date() for one in sources if one.last_fetched]
    if not days:
        return name, False
    is_stale = almanac.today - max(days) > STALE_AFTER
    return words("told.stale" if is_stale else "told.fetched", name=name, date=edition.dates.brief(max(days))), is_stale


def flags(details: Details) -> str:
    """Which of the switches "show only" an event passes: only what is known passes."""
    step_free = any(one.code == _STEP_FREE and one.is_available for one in details.accessibility)
    told = {
        "is-free": details.is_accessible_for_free is True,
        "no-enrolment": details.registration is not None and details.registration.required is False,
        "step-free": step_free,
    }
    return " ".join(flag for flag, holds in told.items() if holds)


def _whom(details: Details, edition: Edition) -> str:
    """``Ikäihmiset, 65 vuotta täyttäneet``; ages alone where no group is named."""
    known = edition.almanac.audiences
    groups = [edition.said(known[code].name).text for code in details.audience if code in known]
    shown = [*groups[:_GROUPS], *ages_in_words(details, edition)]
    return sentence(", ".join(text[:1].lower() + text[1:] for text in shown))


def _cost(details: Details, edition: Edition) -> str:
    """``Maksuton``, one price, or from the lowest to the highest of several; the first where not all were understood."""
    words = edition.words
    if details.is_accessible_for_free:
        return words("cost.free")
    priced = [offer for offer in details.offers if not offer.is_optional]
    lines = [line.text for line in price_lines(details.model_copy(update={"offers": tuple(priced), "concessions": ()}), edition)]
    if len(lines) <= 1:
        return "".join(lines)
    amounts = [offer.minimum for offer in priced if offer.minimum is not None and offer.currency in {"", "EUR"}]
    if len(amounts) < len(priced) or len({offer.unit for offer in priced}) > 1:  # a visit and a season are no range
        return lines[0]
    low, high = min(amounts), max(offer.maximum or offer.minimum or 0.0 for offer in priced)
    return words("cost.euros", amount="–".join(number_in_words(amount, edition) for amount in dict.fromkeys((low, high))))


def _enrol(registration: Registration | None, edition: Edition) -> str:
    """Whether one just comes, enrols, or can no longer."""
    if registration is None:
        return ""
    words = edition.words
    if registration.state == "full":
        return ""  # the mark says so before the title
    if registration.state == "closed" or (registration.closes is not None and edition.almanac.is_past(registration.closes)):
        return words("enrol.state_closed")
    if registration.required is False:
        return words("enrol.just_come")
    if registration.required or registration.url or registration.closes or registration.state:
        return words("enrol.by", when=when_in_short(registration.closes, edition)) if registration.closes else words("enrol.enrol")
    return ""


def marked_name(event: EventRow, texts: Texts, edition: Edition) -> Prose:
    """The title of what stands behind its marks: without words for full of its own where one of them says so."""
    registration = event.details.registration
    if registration is None or registration.state not in _FULL:
        return edition.titled(texts)
    return edition.titled({language: without_full_mark(text) for language, text in texts.items()})


def _marks(registration: Registration | None, edition: Edition) -> tuple[Mark, ...]:
    """Full, queue and not yet open, before the title: what decides whether to read on."""
    if registration is None:
        return ()
    words = edition.words
    if registration.state in _FULL:
        return (Mark("changed", words(f"enrol.mark_{registration.state}")),)
    opens = registration.opens
    if opens is not None and edition.almanac.is_ahead(opens):
        return (opens_mark(opens, edition),)
    if registration.state == "not_yet_open" and opens is None:
        return (Mark("info", words("enrol.mark_not_yet_open")),)
    return ()
