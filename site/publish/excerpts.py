"""What of a description may be shown: the whole under an open licence or a permission that covers texts, otherwise an excerpt.

Every way out of the site shows what stands in the almanac, so the almanac asks here once for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from normalize.licences import excerpt, is_excerpt, is_open, permits_texts
from normalize.model import Texts
from store.reading import EventRow, SourceRow


@dataclass(frozen=True, slots=True)
class Shown:
    """The texts that may be shown, and whether one of them is only the beginning of the publisher's."""

    texts: Texts
    is_excerpt: bool


def may_show_whole(source: SourceRow) -> bool:
    """True where the source's licence or its recorded permission covers texts."""
    return is_open(source.licence) or (bool(source.permission_by) and permits_texts(source.permission_scope))


def shown_description(event: EventRow, sources: Mapping[str, SourceRow], tellers: Mapping[str, str]) -> Shown:
    """The event's description as it may be shown: each text as the source whose words it is allows.

    ``tellers`` tells the source of each listing. Where nobody says whose words they are, every source of the event must allow it.
    """
    whole = {language for language in event.description if _may_all_show(_sources_of(event, language, tellers), sources)}
    texts = {language: text if language in whole else excerpt(text) for language, text in event.description.items()}
    return Shown(texts, is_excerpt=any(is_excerpt(text) for language, text in texts.items() if language not in whole))


def _sources_of(event: EventRow, language: str, tellers: Mapping[str, str]) -> tuple[str, ...]:
    listing = event.origins.get(f"description.{language}", "")
    return (tellers[listing],) if listing in tellers else event.source_ids


def _may_all_show(source_ids: tuple[str, ...], sources: Mapping[str, SourceRow]) -> bool:
    rows = [sources.get(source_id) for source_id in source_ids]
    return bool(rows) and all(row is not None and may_show_whole(row) for row in rows)


def as_shown(event: EventRow, sources: Mapping[str, SourceRow], tellers: Mapping[str, str]) -> EventRow:
    """The event with what may be shown of its description."""
    shown = shown_description(event, sources, tellers)
    return event if shown.texts == event.description else replace(event, description=shown.texts)
