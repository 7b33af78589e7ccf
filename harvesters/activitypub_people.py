"""Who stands behind an ActivityPub event, and whom it is for: groups are named, persons are not kept, and nothing that is not for all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from harvesters.activitypub_log import id_of, types_of
from harvesters.json_document import items, mappings, text, without
from harvesters.json_kept import kept_of
from harvesters.json_people import reaches_someone

_PUBLIC = frozenset({"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"})
"""The three ways to write "everybody" (ActivityPub section 5.6)."""
_GROUPS = frozenset({"Application", "Group", "Organization", "Service"})
_PEOPLE = ("actor", "attributedTo", "organizers", "contacts", "to", "cc", "bto", "bcc", "audience", "phoneAddress", "publicKey")
"""Fields that name accounts; an account's address names a person too."""
_VOLATILE = (
    *("updated", "published", "participantCount", "remainingAttendeeCapacity", "replies", "likes", "shares", "comments"),
    "@context",
)
"""Fields that change without the event changing."""


def is_public(event: Mapping[str, Any], addressed: Mapping[str, Any] | None) -> bool:
    """True unless it is a draft or addressed to others than everybody. "Everybody" in ``cc`` alone is how Mobilizon writes an event that
    only those who have its link shall see.
    """
    if event.get("draft") is True:
        return False
    for holder in (event, addressed or {}):
        if "to" in holder or "cc" in holder:
            return any(id_of(receiver) in _PUBLIC for receiver in items(holder.get("to")))
    return True


def groups_of(pages: Iterable[Any]) -> dict[str, str]:
    """Id -> name of every group, organisation or service that an answer describes."""
    found = {}
    for page in pages:
        if types_of(page) & _GROUPS and id_of(page):
            found[id_of(page)] = text(page.get("name")) or text(page.get("preferredUsername"))
    return {identifier: name for identifier, name in found.items() if name}


def record_of(event: Mapping[str, Any], groups: Mapping[str, str], understood: Collection[str]) -> dict[str, Any]:
    """The record without people and volatile fields, with the names of the groups behind it as ``organizer``."""
    lists = {
        "tag": [tag for tag in items(event.get("tag")) if "Mention" not in types_of(tag)],
        "attachment": [attached for attached in items(event.get("attachment")) if not _reaches_someone(attached)],
    }
    kept = kept_of({**without(event, *_VOLATILE), **lists}, understood, *_PEOPLE)
    return {**kept, "organizer": _organizers(event, groups)}


def _reaches_someone(attached: Any) -> bool:
    """True for an attached fact or link that is somebody's e-mail address or telephone number."""
    record = attached if isinstance(attached, dict) else {"href": attached}
    return any(reaches_someone(text(record.get(name))) for name in ("value", "href", "name"))


def _organizers(event: Mapping[str, Any], groups: Mapping[str, str]) -> list[str]:
    """Names of groups the event is attributed to, then of those that organize it with them, each once."""
    holders = [*items(event.get("attributedTo")), *items(event.get("organizers"))]
    inside = [item for holder in mappings(holders) for name in ("items", "orderedItems") for item in items(holder.get(name))]
    names = [*map(groups.get, filter(None, map(id_of, (*holders, *inside)))), *groups_of([*holders, *inside]).values()]
    return list(dict.fromkeys(name for name in names if name and not reaches_someone(name)))
