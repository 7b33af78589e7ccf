"""How good the calendar is, for everybody to read: how duplicates are found and how well, what is known of events and what is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from publish.addresses import Target
from publish.almanac import Almanac
from publish.contradictions import coming_conflicts
from publish.edition import Edition
from publish.pages import Maker, Page, Render
from publish.views_told import Figure
from store.reading import EvaluationRow, EventRow

_KINDS = ("venue", "audience", "topic", "audience_soft")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is counted of coming events; once for all languages."""

    events: int
    """To come, undated ones too."""
    joined: int
    """Told by more than one source."""
    contradicted: int
    overlaps: Mapping[str, int]
    """Kind -> how many dated pairs are to come."""
    alike: int
    known: Mapping[str, int]
    """What is known -> of how many events."""

    @classmethod
    def of(cls, almanac: Almanac) -> Standing:
        """The counts on the almanac's day."""
        coming = [event for event in almanac.events.values() if event.withdrawn_at is None and not almanac.ended(event)]
        ids = {event.id for event in coming}
        alike = {row.id for rows in almanac.similar.values() for row in rows if row.event_a in ids and row.event_b in ids}
        return cls(
            events=len(coming),
            joined=sum(len(event.source_ids) > 1 for event in coming),
            contradicted=sum(bool(coming_conflicts(event, almanac)) for event in coming),
            overlaps=Counter(row.kind for row in almanac.overlaps if row.day >= almanac.today),
            alike=len(alike),
            known={name: sum(is_known(event) for event in coming) for name, is_known in _KNOWN.items()},
        )


def _has_price(event: EventRow) -> bool:
    return bool(event.details.offers) or event.details.is_accessible_for_free is not None


def _has_audience(event: EventRow) -> bool:
    details = event.details
    ages = (details.minimum_age, details.maximum_age, details.birth_years, details.grades)
    return bool(details.audience or details.eligibility or details.gender) or any(one is not None for one in ages)


def _has_place(event: EventRow) -> bool:
    return bool(event.place_id or event.conference)


def _has_access(event: EventRow) -> bool:
    return bool(event.details.accessibility or event.details.accessibility_text)


def _has_enrolment(event: EventRow) -> bool:
    found = event.details.registration
    return found is not None and bool(found.url or found.text or found.state or found.opens or found.closes or found.required is not None)


_KNOWN: Mapping[str, Callable[[EventRow], bool]] = {
    "place": _has_place,
    "audience": _has_audience,
    "price": _has_price,
    "enrolment": _has_enrolment,
    "access": _has_access,
}


def quality_page(edition: Edition, render: Render, standing: Standing) -> Page:
    """The public page of figures."""
    words, target = edition.words, Target(kind="quality")
    title = words("quality.title")
    head = edition.head(target, title, words("quality.description", region=edition.name), nav="quality")
    content = {
        "title": title,
        "evaluations": tuple(_evaluation(row, edition) for row in edition.almanac.evaluations),
        "counts": tuple(_counts(standing, edition)),
        "known": tuple(_known(standing, edition)),
        "sources": edition.href("sources"),
    }
    return Maker(edition, render)(target, "pages/quality.html", head, content)


def _evaluation(row: EvaluationRow, edition: Edition) -> tuple[str, str, tuple[Figure, ...]]:
    """The heading of one labelled set, what it is, and its figures."""
    words, day = edition.words, edition.dates.numeric(edition.almanac.local(row.at).date())
    about = words("quality.set", pairs=row.pairs, same=row.same, date=day)
    return row.name, about, tuple(_figures(row, edition))


def _figures(row: EvaluationRow, edition: Edition) -> Iterator[Figure]:
    words = edition.words
    for key, share in (("precision", row.precision), ("recall", row.recall), ("f1", row.f1)):
        value = words("fact.unknown_value") if share is None else percent(share, edition)
        yield Figure(label=words(f"quality.{key}"), value=value, meaning=words(f"quality.{key}_means"))
    for key, count in (("wrong", row.wrong), ("asked", row.asked), ("unknown", row.unknown)):
        yield Figure(label=words(f"quality.{key}"), value=str(count), meaning=words(f"quality.{key}_means"))


def percent(share: float, edition: Edition) -> str:
    """``98,7 %``: in tenths, rounded down, so that nothing is called perfect that is not."""
    tenths = int(share * 1000 + 1e-9)
    whole, tenth = divmod(tenths, 10)
    number = edition.words("cost.decimal", whole=whole, cents=tenth) if tenth else str(whole)
    return edition.words("quality.percent", n=number)


def _counts(standing: Standing, edition: Edition) -> Iterator[Figure]:
    words = edition.words
    for key, count in (("events", standing.events), ("joined", standing.joined), ("contradicted", standing.contradicted)):
        yield Figure(label=words(f"quality.{key}"), value=str(count))
    for kind in _ordered(standing.overlaps):
        label = words(words.known(f"overlap.{kind}", "overlap.other"))
        yield Figure(label=words("quality.overlaps", kind=label[:1].lower() + label[1:]), value=str(standing.overlaps.get(kind, 0)))
    yield Figure(label=words("quality.alike"), value=str(standing.alike))


def _ordered(overlaps: Mapping[str, int]) -> Sequence[str]:
    """The kinds that pages name, then any others."""
    return (*_KINDS, *sorted(set(overlaps) - set(_KINDS)))


def _known(standing: Standing, edition: Edition) -> Iterator[Figure]:
    """Of how many events a thing is known, and their share."""
    for name, count in standing.known.items():
        share = percent(count / standing.events, edition) if standing.events else edition.words("fact.unknown_value")
        yield Figure(label=edition.words(f"quality.known_{name}"), value=str(count), meaning=share)
