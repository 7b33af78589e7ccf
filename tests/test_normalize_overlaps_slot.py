from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from harvesters.source import PlaceEntry
from normalize.model import Details, Listing
from normalize.overlaps import Rules, Slot, overlaps
from normalize.overlaps_slot import Instance, seconds_of, slot_of, slots_of
from normalize.recurrence import Window
from normalize.relate import relate

HELSINKI = ZoneInfo("Europe/Helsinki")
RULES = Rules()
HOUR = 3600


def instance(**values: Any) -> Instance:
    start = datetime(2026, 11, 26, 17, tzinfo=HELSINKI)
    told_of: dict[str, Any] = {"kind": "event", "status": "EventScheduled", "start": start, "end": start + timedelta(hours=2)} | values
    return Instance(id="o", event_id="e", **told_of)


ONLINE = PlaceEntry(id="online", name={"fi": "Verkossa"}, online=True)
MORNING = datetime(2026, 11, 26, 9, tzinfo=HELSINKI)


@pytest.mark.parametrize(
    ("values", "minutes"),
    [
        pytest.param({}, 120, id="as told"),
        pytest.param({"end": None}, 90, id="no end: assumed"),
        pytest.param({"end": datetime(2026, 11, 26, 17, tzinfo=HELSINKI)}, 90, id="an end at the start tells nothing"),
        pytest.param({"status": "EventRescheduled"}, 120, id="moved: it takes place"),
        pytest.param({"status": "EventCancelled"}, None, id="cancelled"),
        pytest.param({"status": "EventPostponed"}, None, id="put off"),
        pytest.param({"status": "EventMovedOnline"}, None, id="moved online"),
        pytest.param({"is_online": True}, None, id="online"),
        pytest.param({"place": ONLINE}, None, id="in the place that is none"),
        pytest.param({"kind": "service"}, None, id="standing help"),
        pytest.param({"kind": "volunteering"}, 120, id="a volunteers' task at an hour"),
        pytest.param({"start": date(2026, 11, 26), "end": None}, None, id="whole day"),
        pytest.param({"start": date(2026, 11, 26), "end": date(2026, 12, 26)}, None, id="whole days"),
        pytest.param({"start": MORNING, "end": MORNING + timedelta(hours=12)}, 720, id="a long day"),
        pytest.param({"start": MORNING, "end": MORNING + timedelta(hours=31)}, None, id="over several days"),
        pytest.param({"start": MORNING, "end": MORNING + timedelta(hours=7), "subjects": ("exhibitions",)}, None, id="an open exhibition"),
        pytest.param({"subjects": ("exhibitions",)}, 120, id="an artist's talk"),
        pytest.param({"start": MORNING.replace(day=27, hour=23), "end": MORNING.replace(day=28, hour=1)}, 120, id="over midnight"),
        pytest.param(
            {"start": datetime(2027, 3, 28, 2, tzinfo=HELSINKI), "end": datetime(2027, 3, 28, 5, tzinfo=HELSINKI)},
            120,
            id="night of summer time",
        ),
        pytest.param(
            {"start": datetime(2026, 10, 25, 2, tzinfo=HELSINKI), "end": datetime(2026, 10, 25, 5, tzinfo=HELSINKI)},
            240,
            id="night of winter time",
        ),
    ],
)
def test_what_takes_up_a_room_and_peoples_time(values: dict[str, Any], minutes: int | None) -> None:
    taken = slot_of(instance(**values), RULES)
    assert (taken and (taken.end - taken.begin) // 60) == minutes
    assert taken is None or taken.is_end_assumed == (minutes == 90)


def test_what_a_slot_shares() -> None:
    details = {"audience": ("all", "families", "youth"), "topics": ("culture",), "subjects": ("film",)}
    taken = slot_of(instance(**details), RULES)
    broad = slot_of(instance(**details), Rules(levels=frozenset({"topics", "subjects"}), unspecific=frozenset({"all"})))
    assert taken is not None
    assert broad is not None
    assert (taken.audience, taken.themes) == (frozenset({"youth"}), frozenset({"film"}))
    assert (broad.audience, broad.themes) == (frozenset({"families", "youth"}), frozenset({"culture", "film"}))


def test_the_hour_that_comes_twice() -> None:
    """Two nightly watches, both from two to three by the clock, an hour apart."""
    first, second = (datetime(2026, 10, 25, 3, tzinfo=HELSINKI, fold=fold) for fold in (0, 1))
    begins = [seconds_of(moment) for moment in (first, second)]
    slots = [Slot(id=str(begin), event_id=str(begin), begin=begin, end=begin + HOUR, place_id="p") for begin in begins]
    assert begins[1] - begins[0] == HOUR
    assert overlaps(slots, RULES) == []


def test_slots_of_an_event() -> None:
    place = PlaceEntry(id="market", name={"fi": "Tori"}, latitude=61.8, longitude=28.8)
    listing = Listing(
        id="l",
        source_id="s",
        uid="u",
        digest="",
        name={"fi": "Kerho"},
        start=datetime(2026, 11, 26, 15, tzinfo=UTC),
        end=datetime(2026, 11, 26, 16, tzinfo=UTC),
        timezone="Europe/Helsinki",
        organizer_id="o",
        place_id="market",
        room="hall",
        planned=True,
        details=Details(audience=("adults", "seniors"), subjects=("games",)),
    )
    related = relate("e", [listing], Window(start=date(2026, 11, 1), end=date(2026, 12, 1), timezone="Europe/Helsinki"))
    begin = seconds_of(datetime(2026, 11, 26, 15, tzinfo=UTC))
    assert list(slots_of(related, {"market": place}, RULES)) == [
        Slot(
            id=related.occurrences[0].id,
            event_id="e",
            begin=begin,
            end=begin + HOUR,
            place_id="market",
            room="hall",
            point=(61.8, 28.8),
            audience=frozenset({"seniors"}),
            themes=frozenset({"games"}),
            is_planned=True,
        )
    ]
