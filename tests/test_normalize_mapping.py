"""RawEvent -> Listing, or why not: normalize.mapping."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from harvesters.issue_kinds import ISSUE_KINDS
from harvesters.record import RawEvent, RawImage, Text
from harvesters.region_rules import LANGUAGES
from normalize.identity import kept_uid, listing_id
from normalize.mapping import Normalized, normalize
from normalize.model import Listing
from tests.normalizing import CONTEXT, END, HELSINKI, NAIVE, SOURCE, START, codes, of, source, stored


def test_a_plain_record_becomes_a_listing_without_issues() -> None:
    answer = of()
    assert answer == Normalized(
        outcome="stored",
        listing=Listing(
            id=listing_id("s36", "a@x"),
            source_id="s36",
            uid="a@x",
            digest="d1",
            name={"fi": "Kielikahvila"},
            start=START,
            end=END,
            timezone="Europe/Helsinki",
            organizer_id="monikulttuuri",
        ),
    )


LONG = timedelta(days=400)
REFUSED: list[tuple[dict[str, Any], str, str]] = [
    ({"name": ()}, "set_aside", "no_title"),
    ({"name": (Text(value=" \u200b <b></b>"),)}, "set_aside", "no_title"),
    ({"start": None}, "set_aside", "no_start"),
    ({"start": NAIVE}, "set_aside", "bad_value"),
    ({"end": START + LONG}, "set_aside", "duration_too_long"),
    ({"end": None, "duration": LONG}, "set_aside", "duration_too_long"),
    ({"end": None, "duration": timedelta.max}, "set_aside", "duration_too_long"),
    ({"end": datetime(9999, 12, 31, 23, 59, tzinfo=UTC)}, "set_aside", "duration_too_long"),
    ({"start": date(2026, 1, 1), "end": date(2036, 1, 1)}, "set_aside", "duration_too_long"),
    ({"start": START.replace(year=1950), "end": START.replace(year=2050), "rrule": ("FREQ=DAILY",)}, "set_aside", "duration_too_long"),
    ({"rrule": ("FREQ=SECONDLY;COUNT=1000000000",)}, "set_aside", "rrule_frequency"),
    ({"rrule": ("FREQ=DAILY;INTERVAL=0",)}, "set_aside", "rrule_invalid"),
    ({"rdate": tuple(START + timedelta(minutes=m) for m in range(5000))}, "set_aside", "too_many_dates"),
    ({"start": datetime(1, 1, 1, tzinfo=UTC), "end": datetime(1, 1, 1, 1, tzinfo=UTC)}, "out_of_horizon", "out_of_horizon"),
    ({"start": datetime(9998, 1, 1, tzinfo=UTC), "end": None, "rrule": ("FREQ=YEARLY",)}, "out_of_horizon", "out_of_horizon"),
    ({"start": START.replace(year=2019), "end": None}, "out_of_horizon", "out_of_horizon"),
    ({"start": START.replace(year=2019), "end": None, "rrule": ("FREQ=WEEKLY;COUNT=3",)}, "out_of_horizon", "out_of_horizon"),
    ({"access": "PRIVATE"}, "not_public", "not_public"),
    ({"access": "confidential"}, "not_public", "not_public"),
    ({"access": "X-OWN"}, "not_public", "not_public"),
    ({"access": "PRIVATE", "start": None}, "not_public", "not_public"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "outcome", "code"), REFUSED)
def test_a_record_that_is_not_stored_is_named(changes: dict[str, Any], outcome: str, code: str) -> None:
    answer = of(**changes)
    assert (answer.outcome, answer.listing) == (outcome, None)
    first = answer.issues[0]
    assert (first.code, first.uid, first.line, first.digest) == (code, "a@x", 7, "d1")
    assert first.severity == ("error" if outcome == "set_aside" else "info")
    if outcome == "not_public":
        assert [issue.value for issue in answer.issues] == [""]


def test_only_the_agreed_events_of_a_members_feed_are_public() -> None:
    members = source(only=("vauvauinti",))
    assert of(members, name=(Text(value="Harjoitukset, Maija vetää"),)) == Normalized(
        listing=None, outcome="not_public", issues=of(members, name=(Text(value="Muuta"),)).issues
    )
    assert stored(members, name=(Text(value="VAUVAUINTI (avoin kokeilu)"),)).name["fi"].startswith("VAUVA")


def test_what_is_years_ahead_is_looked_at_again_in_time() -> None:
    answer = of(start=START.replace(year=2030), end=None)
    assert answer.reconsider is not None
    assert date(2028, 1, 1) < answer.reconsider <= date(2029, 10, 26)
    assert of(start=START.replace(year=2019), end=None).reconsider is None


STATUSES: list[tuple[str, str, str, bool, str]] = [
    ("", "Kielikahvila", "EventScheduled", False, "Kielikahvila"),
    ("CONFIRMED", "Kielikahvila", "EventScheduled", False, "Kielikahvila"),
    ("CANCELLED", "Kielikahvila", "EventCancelled", False, "Kielikahvila"),
    ("CANCELLED", "PERUTTU: Kielikahvila", "EventCancelled", False, "Kielikahvila"),
    ("", "INSTÄLLT: Språkkafé", "EventCancelled", False, "Språkkafé"),
    ("CONFIRMED", "Cancelled: PERUTTU: Kielikahvila", "EventCancelled", False, "Kielikahvila"),
    ("", "Peruttu juna -näytelmä", "EventScheduled", False, "Peruttu juna -näytelmä"),
    ("CANCELLED", "PERUTTU:", "EventCancelled", False, "PERUTTU:"),
    ("TENTATIVE", "Kielikahvila", "EventScheduled", True, "Kielikahvila"),
]


@pytest.mark.parametrize(("word", "name", "status", "planned", "expected"), STATUSES)
def test_whether_it_takes_place(word: str, name: str, status: str, planned: bool, expected: str) -> None:  # noqa: FBT001 - a row of the table
    listing = stored(status=word, name=(Text(value=name),))
    assert (listing.event_status, listing.planned, listing.name) == (status, planned, {"fi": expected})


PLANNED = [
    (("Suunnitteilla",), True),
    (("Konsertti", "alustava varaus"), True),
    (("Under planering",), True),
    (("Tentative",), True),
    (("Kaupunkisuunnittelu",), False),
    (("Perhesuunnittelu", "Planning a family"), False),
    ((), False),
]


@pytest.mark.parametrize(("categories", "planned"), PLANNED)
def test_a_category_may_say_that_nothing_is_certain_yet(categories: tuple[str, ...], planned: bool) -> None:  # noqa: FBT001 - a row of the table
    assert stored(categories=categories).planned is planned


KINDS = [
    ({"rrule": ("FREQ=WEEKLY;BYDAY=TH",)}, {}, "activity"),
    ({"rrule": ("FREQ=MONTHLY;BYDAY=4TH",)}, {}, "activity"),
    ({"rrule": ("FREQ=WEEKLY;COUNT=12",)}, {}, "activity"),
    ({"rrule": ("FREQ=WEEKLY;COUNT=2",)}, {}, "event"),
    ({"rrule": ("FREQ=YEARLY",)}, {}, "event"),
    ({"rrule": ("FREQ=YEARLY;BYWEEKNO=1,3,5,7,9,11,13,49,51,53;BYDAY=TH",)}, {}, "activity"),
    ({"rrule": ("FREQ=YEARLY;BYWEEKNO=48;BYDAY=TH",)}, {}, "event"),
    ({}, {}, "event"),
    ({"rrule": ("FREQ=WEEKLY;BYDAY=TH",)}, {"kind": "event"}, "event"),
    ({"kind": "volunteering"}, {"kind": "activity"}, "volunteering"),
    ({}, {"kind": "service"}, "service"),
]


@pytest.mark.parametrize(("changes", "entry", "kind"), KINDS)
def test_what_sort_of_thing_it_is(changes: dict[str, Any], entry: dict[str, Any], kind: str) -> None:
    assert stored(source(**entry), **changes).kind == kind


def test_an_unknown_status_is_told_and_says_nothing() -> None:
    answer = of(status="WHATEVER")
    assert (codes(answer), answer.listing and answer.listing.event_status) == ({"status_unknown"}, "EventScheduled")


def test_languages_are_declared_or_seen_or_unknown() -> None:
    both = (Text(value="Satutunti", language="fi-FI"), Text(value="Sagostund", language="SV"), Text(value="Toinen", language="fi"))
    listing = stored(name=both, description=(Text(value="Välkommen", language="sv"),))
    assert listing.name == {"fi": "Satutunti", "sv": "Sagostund"}
    assert listing.description == {"sv": "<p>Välkommen</p>"}
    assert listing.in_language == ()  # in which languages it is held is another question
    assert stored(source(language=None)).name == {"fi": "Kielikahvila"}
    assert stored(source(language=None), name=(Text(value="Bingo"),)).name == {"und": "Bingo"}


def test_personal_data_goes_without_being_repeated() -> None:
    answer = of(
        name=(Text(value="Kahvit, ilm. 044 123 4567"),),
        description=(Text(value="Kysy maija.m@example.org tai info@example.org"),),
        location=(Text(value="Pihatie 3, p. 0441234567"),),
    )
    assert answer.listing is not None
    everything = answer.listing.model_dump_json() + repr(answer.issues)
    assert "1234567" not in everything.replace(" ", "")
    assert "maija" not in everything
    assert "info@example.org" in everything
    assert [(i.code, i.field, i.value) for i in answer.issues if i.code == "personal_data_removed"] == [
        ("personal_data_removed", field, "") for field in ("SUMMARY", "DESCRIPTION", "LOCATION")
    ]


def test_a_secret_address_of_the_source_is_nowhere() -> None:
    secret = source(url="https://jasenet.example/ical/${CLUB_TOKEN}/all.ics")
    leak = "https://jasenet.example/ical/s3cr3t/all.ics"
    listing = stored(secret, url=leak, description=(Text(value=f"Tilaa kalenteri {leak} itsellesi"),), location=(Text(value=leak),))
    assert "s3cr3t" not in listing.model_dump_json()


WHERE: list[tuple[dict[str, Any], str, str, set[str]]] = [
    ({"location": (Text(value="Pääkirjasto"),)}, "kirjasto", "Pääkirjasto", set()),
    ({"location": (Text(value="Pääkirjasto, lk 12"),)}, "kirjasto", "Pääkirjasto, lk 12", set()),
    ({"location": (Text(value="Kotikatu 5"),)}, "", "Kotikatu 5", {"place_unknown"}),
    ({}, "", "", set()),
    ({"conference": ("https://meet.example/x",)}, "verkko", "", set()),
    ({"location": (Text(value="https://zoom.us/j/1"),)}, "verkko", "https://zoom.us/j/1", set()),
]


@pytest.mark.parametrize(("changes", "place", "text", "noted"), WHERE)
def test_where(changes: dict[str, Any], place: str, text: str, noted: set[str]) -> None:
    answer = of(**changes)
    assert answer.listing is not None
    assert (answer.listing.place_id, answer.listing.place_text, codes(answer)) == (place, text, noted)


def test_a_source_without_locations_has_a_default_place_and_lookups() -> None:
    at = source(default_place="kirjasto", lookups={"place": {"JH1": "kirjasto"}, "category": {"LIIK": "Liikunta"}})
    assert stored(at).place_id == stored(at, location=(Text(value="JH1"),)).place_id == "kirjasto"
    assert stored(at, categories=("liik", "Liikunta", "Seniorit")).categories == ("Liikunta", "Seniorit")


def test_addresses_are_web_addresses() -> None:
    answer = of(
        url="https://user:secret@example.org/x",
        conference=("javascript:alert(1)", "https://meet.example/x"),
        images=(RawImage(url="https://x.fi/a.jpg", text="<b>Kuva</b>"), RawImage(url="http://x.fi/b.jpg")),
    )
    listing = answer.listing
    assert listing is not None
    assert (listing.url, listing.conference) == ("https://example.org/x", ("https://meet.example/x",))
    assert [(image.url, image.text) for image in listing.images] == [("https://x.fi/a.jpg", "Kuva")]
    assert {(i.code, i.field) for i in answer.issues} == {
        ("url_credentials_removed", "URL"),
        ("bad_url", "CONFERENCE"),
        ("bad_url", "IMAGE"),
    }
    assert "secret" not in repr(answer)


GEO = [(61.8, 28.9, (61.8, 28.9)), (999.0, -999.0, (None, None)), (float("nan"), float("inf"), (None, None)), (61.8, None, (None, None))]


@pytest.mark.parametrize(("latitude", "longitude", "expected"), GEO)
def test_impossible_coordinates_are_dropped(latitude: float, longitude: float | None, expected: tuple[float | None, float | None]) -> None:
    listing = stored(latitude=latitude, longitude=longitude)
    assert (listing.latitude, listing.longitude) == expected


def test_categories_are_few() -> None:
    answer = of(categories=tuple(f"c{n}" for n in range(5000)))
    assert answer.listing is not None
    assert (len(answer.listing.categories), codes(answer)) == (20, {"categories_cut"})


def test_long_texts_are_cut_and_told() -> None:
    answer = of(name=(Text(value="n" * 1000),), description=(Text(value="d" * 100_000),))
    assert answer.listing is not None
    assert len(answer.listing.name["fi"]) == 300
    assert len(answer.listing.description["fi"]) <= 20_000
    assert {(i.code, i.field) for i in answer.issues} == {("text_cut", "SUMMARY"), ("text_cut", "DESCRIPTION")}


def test_identity_is_the_raw_one() -> None:
    assert stored(uid=" A@x ").id == listing_id("s36", "A@x")
    assert stored(derived_uid="made-up").uid == "made-up"
    assert len(stored(uid="u" * 10_000).uid) == 255
    assert stored(uid="../../etc/passwd").id.isalnum()
    assert stored(sequence=10**30).sequence == 2**31 - 1


def test_every_code_has_words_in_every_language() -> None:
    used = {code for _, _, code in REFUSED}
    used |= {"floating_time", "no_end", "end_before_start", "end_not_comparable", "time_in_dst_gap"}
    used |= {
        "status_unknown",
        "place_unknown",
        "personal_data_removed",
        "text_cut",
        "bad_geo",
        "bad_url",
        "url_credentials_removed",
        "categories_cut",
        "bad_date_dropped",
    }
    missing = {code for code in used if code not in ISSUE_KINDS}
    assert missing == set()
    assert all(getattr(ISSUE_KINDS[code], language) for code in used for language in LANGUAGES)


WORDS = st.text(max_size=40) | st.sampled_from(
    [
        "<b>x</b>",
        "PERUTTU: &amp;lt;",
        "044 123 4567",
        "a@b.fi",
        "https://x.fi/?a&b",
        "\ud800",
        "&amp;amp;",
        "PERUTTU: PERUTTU:",
        "CANCELLED:&#32;x",
    ]
)
TEXTS = st.lists(
    st.builds(Text, value=WORDS, language=st.sampled_from(["", "fi", "sv-FI", "x", "ääö"]), html=st.booleans()), max_size=3
).map(tuple)
MOMENTS = (
    st.datetimes()
    | st.datetimes(timezones=st.sampled_from([UTC, HELSINKI, ZoneInfo("Pacific/Apia"), timezone(timedelta(hours=-11))]))
    | st.dates()
    | st.datetimes(datetime(2026, 11, 1), datetime(2027, 4, 1), timezones=st.just(HELSINKI))  # noqa: DTZ001 - bounds of naive datetimes
)  # fmt: skip
RULES = st.sampled_from(
    [
        (),
        ("FREQ=WEEKLY",),
        ("FREQ=DAILY;COUNT=5",),
        ("FREQ=MONTHLY;BYDAY=2TU",),
        ("nonsense",),
        ("FREQ=YEARLY", "FREQ=DAILY;UNTIL=20270101"),
    ]
)
RAWS = st.builds(
    RawEvent,
    uid=WORDS,
    digest=st.just("d"),
    text=st.just(""),
    name=TEXTS,
    description=TEXTS,
    location=TEXTS,
    start=st.none() | MOMENTS,
    end=st.none() | MOMENTS,
    duration=st.none() | st.timedeltas(),
    recurrence_id=st.none() | MOMENTS,
    rrule=RULES,
    rdate=st.lists(MOMENTS, max_size=3).map(tuple),
    exdate=st.lists(MOMENTS, max_size=3).map(tuple),
    status=WORDS,
    sequence=st.integers(),
    zone=st.sampled_from(["", "Europe/Stockholm", "UTC", "nowhere", "/etc/localtime"]),
    latitude=st.none() | st.floats(),
    longitude=st.none() | st.floats(),
    url=WORDS,
    conference=st.lists(WORDS, max_size=2).map(tuple),
    categories=st.lists(WORDS, max_size=3).map(tuple),
    images=st.lists(st.builds(RawImage, url=WORDS, text=WORDS), max_size=2).map(tuple),
)


@settings(max_examples=100, deadline=None)
@given(RAWS)
def test_any_record_is_stored_or_named_and_the_same_every_time(raw: RawEvent) -> None:
    answer = normalize(raw, SOURCE, CONTEXT)
    assert answer == normalize(raw, SOURCE, CONTEXT)
    assert (answer.outcome == "stored") == (answer.listing is not None)
    assert answer.listing or answer.issues
    assert all(issue.uid == kept_uid(raw.uid) for issue in answer.issues)
    if answer.listing:
        text = answer.listing.model_dump_json()
        assert Listing.model_validate_json(text).model_dump_json() == text
        text.encode()


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_what_we_publish_and_harvest_again_says_the_same(
    names: tuple[Text, ...], descriptions: tuple[Text, ...], locations: tuple[Text, ...]
) -> None:
    first = of(name=(Text(value="Nimi", language="fi"), *names), description=descriptions, location=locations).listing
    assert first is not None
    answer = of(
        name=tuple(Text(value=value, language=language) for language, value in first.name.items()),
        description=tuple(Text(value=value, language=language) for language, value in first.description.items()),
        location=(Text(value=first.place_text),),
        status=first.event_status,
    )
    assume(all(issue.code != "language_mismatch" for issue in answer.issues))  # what only looks Finnish is for tests of languages to judge
    again = answer.listing
    assert again is not None
    without = {"details": {"evidence"}}
    assert again.model_dump(exclude=without) == first.model_dump(exclude=without)
