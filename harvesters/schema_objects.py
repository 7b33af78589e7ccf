"""Events from decoded schema.org objects into a ledger, for this reader and for others whose records are JSON-LD."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from harvesters.json_document import canonical
from harvesters.ledger import Ledger, Notes
from harvesters.record import Availability, RawEvent
from harvesters.schema_event import Setting, event_of, kept
from harvesters.schema_graph import Record, records
from harvesters.schema_jsonld import told
from harvesters.schema_links import Base
from harvesters.schema_offers import availability
from harvesters.schema_records import Sighting, derived_uid, distinct, name_them, series_of, sighting


def take_objects(ledger: Ledger, values: Any, base: str, *, list_url: str = "", formats: Sequence[str] = ()) -> None:
    """Count and read every event in decoded JSON-LD, one object or a list.

    ``base`` is what relative addresses are relative to. ``list_url`` is the address of a document about several events, which is
    nobody's identity.
    """
    found = records(told(values, Base(url=base)))
    take(ledger, [sighting(record, 0, list_url, formats) for record in found], formats=formats)


def take(ledger: Ledger, sightings: Sequence[Sighting], *, formats: Sequence[str] = ()) -> None:
    """Count and read one record for each event that was seen, and tell the places left of every one."""
    chosen, copies = distinct(sightings)
    ledger.repeats += copies
    name_them(chosen)
    uids = {id(seen.record.own): seen.uid for seen in chosen}
    for seen in chosen:
        setting = Setting(
            uid="" if seen.record.number else seen.uid,
            derived_uid=derived_uid(seen),
            series=series_of(seen, uids),
            url=seen.url,
            schedule=seen.record.schedule,
            formats=formats,
        )
        text = canonical(kept(seen.record.node, setting))
        ledger.take(setting.uid, text, partial(_read, seen.record, setting, text))
        if (left := _left(seen)) is not None:
            ledger.availability.append(left)


def _left(seen: Sighting) -> Availability | None:
    """Places left of the event itself: what it takes from a whole says nothing about it, and without a uid nobody can be told."""
    record = seen.record
    own = record.node if "offers" in record.own else {name: value for name, value in record.node.items() if name != "offers"}
    return availability(own, seen.uid) if seen.uid and not record.number else None


def _read(record: Record, setting: Setting, text: str, digest: str, notes: Notes) -> RawEvent:
    if record.undated_parts:
        notes.add("field_ignored", "info", "subEvent", str(record.undated_parts))
    return event_of(record.node, setting, digest, text, notes)
