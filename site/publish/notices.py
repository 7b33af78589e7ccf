"""Notices for an organizer: what sources say otherwise, what competes, what is told twice, what is much alike; and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import islice
from typing import TypeVar

from normalize.model import Conflict
from publish.addresses import FILES, Target
from publish.atom import atom
from publish.concerns import Concerns, Dispute, Meeting, repeating_sources
from publish.contradictions import DATES, contradictions, days_told, differing, on_days, phrase_of, teller
from publish.dates import sentence
from publish.edition import Edition
from publish.items import when_text
from publish.overlap_words import kilometres, kind_mark, organizer_link, overlap_lines, shared_names, times
from publish.pages import Maker, Page, Render, digest
from publish.telling import event_link, next_day
from publish.views import Link, Mark
from publish.views_told import Notice, NoticeGroup
from store.reading import EventRow, OrganizerRow, SimilarRow

ATOM = "application/atom+xml"
_SHOWN = 50
"""Notices of one kind on a page and in a feed: more than anyone mends in a week."""
_DATES_SHOWN = 6
Found = TypeVar("Found")


def notice_pages(edition: Edition, render: Render, concerns: Concerns) -> Iterator[Page]:
    """The page and the feed of every organizer, with or without notices: a feed can be followed before there are any."""
    make = Maker(edition, render)
    for organizer in edition.almanac.organizers.values():
        groups = notice_groups(organizer, concerns, edition)
        yield _page(organizer, groups, edition, make)
        yield _feed(organizer, groups, edition)


def target_of(organizer: OrganizerRow) -> Target:
    """Where an organizer's notices stand."""
    return Target(kind="notices", name=organizer.slug, about=f"notices:{organizer.id}")


def _title(organizer: OrganizerRow, edition: Edition) -> str:
    return edition.words("notices.title", name=edition.said(organizer.name).text)


def _page(organizer: OrganizerRow, groups: Sequence[NoticeGroup], edition: Edition, make: Maker) -> Page:
    """Not for search engines: it is of use to those who plan, and changes with every day."""
    target, name = target_of(organizer), edition.said(organizer.name)
    title = _title(organizer, edition)
    feed = Link(edition.addresses.href(edition.language, target, "feed"), title, rel=ATOM)
    head = edition.head(target, title, edition.words("notices.description", name=name.text), nav="organizers", feeds=(feed,), indexed=False)
    content = {
        "title": edition.words("notices.heading"),
        "organizer": Link(edition.href("organizer", organizer.slug), name.text, name.lang),
        "groups": tuple(groups),
        "feed": edition.addresses.url(edition.language, target, "feed"),
        "quality": edition.href("quality"),
    }
    return make(target, "pages/notices.html", head, content)


def _feed(organizer: OrganizerRow, groups: Sequence[NoticeGroup], edition: Edition) -> Page:
    target, language = target_of(organizer), edition.language
    title, notices = _title(organizer, edition), tuple(notice for group in groups for notice in group.notices)
    page, feed = edition.addresses.url(language, target), edition.addresses.url(language, target, "feed")
    tag = f"tag:{edition.addresses.host},2026:{edition.region.id}/notices/{organizer.id}"
    return Page(
        path=f"{edition.addresses.folder(language, target)}{FILES[language]['feed']}",
        inputs=digest("atom", edition.fingerprint, tag, title, edition.name, page, notices),
        render=partial(atom, tag, title, page, feed, notices, edition),
    )


def notice_groups(organizer: OrganizerRow, concerns: Concerns, edition: Edition) -> tuple[NoticeGroup, ...]:
    """The notices by kind: what can be mended first, what is only good to know last."""
    identifier = organizer.id
    made = (
        _group("conflicts", concerns.disputes.get(identifier, ()), _dispute, edition),
        _group("overlaps", concerns.meetings.get(identifier, ()), partial(_meeting, organizer, concerns), edition),
        _group("twice", concerns.repeated.get(identifier, ()), _repeated, edition),
        _group("alike", concerns.alike.get(identifier, ()), partial(_alike, organizer), edition),
    )
    return tuple(group for group in made if group.notices)


def _group(kind: str, found: Sequence[Found], told: Callable[[Found, Edition], Notice | None], edition: Edition) -> NoticeGroup:
    notices = tuple(notice for one in islice(found, _SHOWN) if (notice := told(one, edition)) is not None)
    return NoticeGroup(
        id=kind,
        title=edition.words(f"notices.{kind}"),
        lead=edition.words(f"notices.{kind}_lead"),
        notices=notices,
        rest=max(0, len(found) - _SHOWN),
    )


def _changed(*events: EventRow) -> str:
    return max(event.last_changed for event in events).isoformat()


def _dispute(dispute: Dispute, edition: Edition) -> Notice | None:
    """``None`` where no conflict of it has words."""
    event, words = dispute.event, edition.words
    lines = _own_lines(event, edition) if dispute.is_own else tuple(_their_lines(dispute, edition))
    if not lines:
        return None
    kind = "conflict" if dispute.is_own else "mend"
    return Notice(
        id=f"{kind}-{event.id}",
        kind=kind,
        mark=Mark("changed", words(f"notice.{kind}")),
        title=event_link(event, edition),
        other=Link("", ""),
        when=sentence(when_text(event, edition)),
        lines=lines,
        todo=words(f"notice.{kind}_todo"),
        whom=_tellers(dispute, edition) if dispute.is_own else _known(organizer_link(event.organizer_id, edition)),
        changed=_changed(event),
    )


def _own_lines(event: EventRow, edition: Edition) -> tuple[str, ...]:
    """What others say of one's own event, and who."""
    return tuple(f"{one.text} ({one.source.text})" if one.source.text else one.text for one in contradictions(event, edition))


def _their_lines(dispute: Dispute, edition: Edition) -> Iterator[str]:
    """What one's own listing says of another's event, and what is shown instead; what it says of several days once."""
    days: dict[str, list[date | None]] = {}
    for conflict in dispute.conflicts:
        source = teller(dispute.event, conflict.listing_id, edition.almanac)
        if source is not None and (line := _their_line(conflict, source.title, edition)):
            days.setdefault(line, []).append(conflict.day)
    for line, on in days.items():
        yield on_days(line, on, edition)


def _their_line(conflict: Conflict, source: str, edition: Edition) -> str:
    words = edition.words
    if conflict.field == DATES:
        days = days_told(conflict.value, edition)
        return words("notice.mend_dates", source=source, days=days) if days else ""
    told = phrase_of(conflict, conflict.value, edition)
    shown = phrase_of(conflict, conflict.shown, edition) if conflict.shown else ""
    if not told:
        return ""
    return (
        words("notice.mend_line", source=source, told=told, shown=shown) if shown else words("notice.mend_only", source=source, told=told)
    )


def _tellers(dispute: Dispute, edition: Edition) -> tuple[Link, ...]:
    """Who keeps the sources that say otherwise; oneself is not named."""
    found = []
    for conflict in dispute.conflicts:
        source = teller(dispute.event, conflict.listing_id, edition.almanac)
        if source is not None and source.organizer_id != dispute.event.organizer_id:
            found.append(organizer_link(source.organizer_id, edition))
    return tuple(link for link in dict.fromkeys(found) if link.text)


def _known(*links: Link) -> tuple[Link, ...]:
    return tuple(link for link in links if link.text)


def _meeting(organizer: OrganizerRow, concerns: Concerns, meeting: Meeting, edition: Edition) -> Notice:
    words, (own, other) = edition.words, _own_first(organizer, concerns, meeting)
    is_within = own.organizer_id == other.organizer_id
    return Notice(
        id=meeting.id,
        kind=meeting.kind,
        mark=kind_mark(meeting.kind, edition),
        title=event_link(own, edition),
        other=event_link(other, edition),
        when=_when(own, meeting, concerns, edition),
        lines=(*_more_dates(meeting, edition), *overlap_lines(meeting.rows[0], edition)),
        todo=words("notice.overlap_own" if is_within else "notice.overlap_todo"),
        whom=() if is_within else _known(organizer_link(other.organizer_id, edition)),
        changed=_changed(own, other),
    )


def _own_first(organizer: OrganizerRow, concerns: Concerns, meeting: Meeting) -> tuple[EventRow, EventRow]:
    """One's own event and the other; of two of one's own the one that begins first."""
    row, pair = meeting.rows[0], (meeting.event_a, meeting.event_b)
    starts = {one.event_id: one.start for one in (concerns.instances[row.occurrence_a], concerns.instances[row.occurrence_b])}
    first, second = sorted(pair, key=lambda event: (event.organizer_id != organizer.id, starts[event.id], event.id))
    return first, second


def _when(own: EventRow, meeting: Meeting, concerns: Concerns, edition: Edition) -> str:
    """``To 26.11. klo 17.00–19.00 ja 17.30–20.00``: one's own time first."""
    row = meeting.rows[0]
    first, second = (concerns.instances[one] for one in (row.occurrence_a, row.occurrence_b))
    if first.event_id != own.id:
        first, second = second, first
    both = edition.words.listed([times(first, edition), times(second, edition)])
    return sentence(edition.dates.at(edition.dates.short(row.day), both))


def _more_dates(meeting: Meeting, edition: Edition) -> Iterator[str]:
    """The days after the first on which the two meet again."""
    days = list(dict.fromkeys(row.day for row in meeting.rows))[1:]
    if days:
        shown = ", ".join(edition.dates.brief(day) for day in days[:_DATES_SHOWN])
        rest = len(days) - _DATES_SHOWN
        yield edition.words("notice.also", days=shown) if rest <= 0 else edition.words.count("notice.also_more", rest, days=shown)


def _repeated(event: EventRow, edition: Edition) -> Notice:
    words, almanac = edition.words, edition.almanac
    titles = [almanac.sources[source_id].title for source_id in event.source_ids if source_id in almanac.sources]
    own = [almanac.sources[source_id].title for source_id in repeating_sources(event, almanac) if source_id in almanac.sources]
    lines = [words("notice.twice_sources", sources=words.listed(titles))] if len(titles) > 1 else []
    lines += [words("notice.twice_own", source=title) for title in own]
    differs = differing(event, edition)
    lines.append(words("notice.twice_differs", fields=differs) if differs else words("notice.twice_agree"))
    return Notice(
        id=f"twice-{event.id}",
        kind="twice",
        mark=Mark("info", words("notice.twice")),
        title=event_link(event, edition),
        other=Link("", ""),
        when=sentence(when_text(event, edition)),
        lines=tuple(lines),
        todo=words("notice.twice_todo" if own else "notice.twice_nothing"),
        whom=(),
        changed=_changed(event),
    )


def _alike(organizer: OrganizerRow, found: tuple[SimilarRow, EventRow, EventRow], edition: Edition) -> Notice:
    row, own, other = found
    words, is_within = edition.words, other.organizer_id == organizer.id
    shared = shared_names(row.shared, edition)
    far = words("notice.alike_far", km=kilometres(row.kilometres, edition)) if row.kilometres else ""
    days = words.count("notice.alike_days", row.days) if row.days else words("notice.alike_same_day")
    return Notice(
        id=f"alike-{row.id}",
        kind="alike",
        mark=Mark("info", words("notice.alike")),
        title=event_link(own, edition),
        other=event_link(other, edition),
        when=sentence(words.listed([day for day in (next_day(own, edition), next_day(other, edition)) if day])),
        lines=tuple(
            line
            for line in (" ".join(part for part in (days, far) if part), words("overlap.shared", what=shared) if shared else "")
            if line
        ),
        todo=words("notice.alike_own" if is_within else "notice.alike_todo"),
        whom=() if is_within else _known(organizer_link(other.organizer_id, edition)),
        changed=_changed(own, other),
    )
