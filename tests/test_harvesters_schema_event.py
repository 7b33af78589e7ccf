"""What becomes of each property of a schema.org event."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from harvesters.record import Availability, RawHours, RawImage, RawOffer
from tests.schema_pages import codes, event, one, reading, wall

PLACE = {
    "@type": "Place",
    "name": "Museo Kallio",
    "address": {
        "@type": "PostalAddress",
        "streetAddress": "Rantatie 4",
        "postalCode": "57130",
        "addressLocality": "Norppala",
        "addressCountry": "FI",
    },
    "geo": {"@type": "GeoCoordinates", "latitude": "61.8642", "longitude": 28.8985},
    "telephone": "015 123 4567",
}


@pytest.mark.parametrize(
    ("location", "name", "address", "latitude"),
    [
        (PLACE, "Museo Kallio", "Rantatie 4, 57130 Norppala", 61.8642),
        ([PLACE], "Museo Kallio", "Rantatie 4, 57130 Norppala", 61.8642),
        ([PLACE, {"@type": "Place", "name": "Tori"}], "Museo Kallio; Tori", "Rantatie 4, 57130 Norppala", 61.8642),
        ("Tori, Norppala", "Tori, Norppala", "", None),
        (["Tori"], "Tori", "", None),
        (
            {"@type": "PostalAddress", "streetAddress": "Tori 1", "addressLocality": "Norppala"},
            "Tori 1, Norppala",
            "Tori 1, Norppala",
            None,
        ),
        ({"@type": "Place", "address": "Tori 1"}, "Tori 1", "Tori 1", None),
        ({"@type": "Place", "name": "Sali 2", "containedInPlace": PLACE}, "Sali 2, Museo Kallio", "Rantatie 4, 57130 Norppala", 61.8642),
        ({"@type": "Place", "name": "Tupa", "latitude": 61.9, "longitude": 28.9}, "Tupa", "", 61.9),
        ({"@type": "Place", "name": {"@value": "Tupa"}, "geo": {"latitude": "x", "longitude": 5}}, "Tupa", "", None),
        ({"name": None}, None, "", None),
        (None, None, "", None),
        (5, "5", "", None),
    ],
)
def test_where(location: Any, name: str | None, address: str, latitude: float | None) -> None:
    found = one(event(location=location))
    assert [text.value for text in found.location] == ([name] if name else [])
    assert (found.address, found.latitude) == (address, latitude)


def test_a_position_that_is_none_is_told() -> None:
    assert codes(reading(event(location={"@type": "Place", "geo": {"latitude": 999, "longitude": 1}}))) == {("bad_geo", "warning")}
    assert codes(reading(event(location={"@type": "Place", "geo": {"latitude": "61,8", "longitude": "28,9"}}))) == {("bad_geo", "warning")}


def test_online_and_both() -> None:
    online = {"@type": "VirtualLocation", "url": "https://video.example/huone"}
    found = one(event(location=[PLACE, online], eventAttendanceMode="https://schema.org/MixedEventAttendanceMode"))
    assert (found.conference, found.attendance, found.location[0].value) == (("https://video.example/huone",), "mixed", "Museo Kallio")
    assert one(event(location=online)).location == ()


@pytest.mark.parametrize(
    ("offers", "expected"),
    [
        ({"@type": "Offer", "price": "0", "priceCurrency": "EUR"}, [RawOffer(price="0", currency="EUR")]),
        ({"@type": "Offer", "price": 12.5}, [RawOffer(price="12.5")]),
        ({"price": "9/5 €", "name": "liput", "url": "/liput"}, [RawOffer(price="9/5 €", name="liput", url="https://seura.example/liput")]),
        ([{"price": 9}, {"price": 5, "name": "lapset"}], [RawOffer(price="9"), RawOffer(price="5", name="lapset")]),
        ({"@type": "AggregateOffer", "lowPrice": 5, "highPrice": 9, "priceCurrency": "eur"}, [RawOffer(price="5–9", currency="EUR")]),
        ({"@type": "AggregateOffer", "lowPrice": 5, "offers": [{"price": 5}, {"price": 9}]}, [RawOffer(price="5"), RawOffer(price="9")]),
        ({"priceSpecification": {"price": 7, "priceCurrency": "EUR"}}, [RawOffer(price="7", currency="EUR")]),
        ("free", [RawOffer(price="free")]),
        ("https://liput.example/1", [RawOffer(url="https://liput.example/1")]),
        (None, []),
        ([[], None, 5], [RawOffer(price="5")]),
    ],
)
def test_prices_in_the_publishers_words(offers: Any, expected: list[RawOffer]) -> None:
    assert list(one(event(offers=offers)).offers) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"isAccessibleForFree": True}, [RawOffer(is_free=True)]),
        ({"isAccessibleForFree": "False"}, [RawOffer(is_free=False)]),
        (
            {"isAccessibleForFree": "https://schema.org/True", "offers": {"url": "https://liput.example/1"}},
            [RawOffer(is_free=True, url="https://liput.example/1")],
        ),
        ({"isAccessibleForFree": False, "offers": {"price": 9}}, [RawOffer(price="9")]),
        ({"isAccessibleForFree": True, "offers": {"price": 9}}, [RawOffer(price="9"), RawOffer(is_free=True)]),
        ({"isAccessibleForFree": "perhaps"}, []),
    ],
)
def test_free_only_where_a_field_says_so(fields: dict[str, Any], expected: list[RawOffer]) -> None:
    assert list(one(event(**fields)).offers) == expected


def test_how_to_enrol() -> None:
    action = {"@type": "RegisterAction", "target": {"@type": "EntryPoint", "urlTemplate": "https://seura.example/ilmo"}}
    offer = {"price": 5, "url": "/liput", "validFrom": "2027-01-01T09:00", "validThrough": "2027-03-25"}
    found = one(event(potentialAction=action, offers=offer, maximumAttendeeCapacity="20")).registration
    assert found is not None
    assert (found.url, found.opens, found.closes, found.capacity) == (
        "https://seura.example/ilmo",
        wall("2027-01-01T09:00"),
        date(2027, 3, 25),
        20,
    )
    assert found.required is None
    assert one(event(offers={"price": 0, "validFrom": "2026-01-01"})).registration is None


def test_places_left_are_told_on_every_reading_and_never_change_the_record() -> None:
    before = event(
        maximumAttendeeCapacity=20, remainingAttendeeCapacity=7, offers={"price": 5, "availability": "https://schema.org/InStock"}
    )
    after = before | {"remainingAttendeeCapacity": 0, "offers": {"price": 5, "availability": "SoldOut"}, "dateModified": "2026-11-01"}
    first, second = reading(before), reading(after)
    assert first.events[0].digest == second.events[0].digest
    uid = first.events[0].uid
    assert first.availability == (Availability(uid=uid, remaining=7, capacity=20, state="open"),)
    assert second.availability == (Availability(uid=uid, remaining=0, capacity=20, state="full"),)


@pytest.mark.parametrize(
    ("told", "state"),
    [
        (["InStock", "SoldOut"], "open"),
        (["SoldOut", "OutOfStock"], "full"),
        (["SoldOut", "Discontinued"], ""),
        (["BackOrder"], "queue"),
        (["PreSale"], "not_yet_open"),
    ],
)
def test_the_state_of_several_offers(told: list[str], state: str) -> None:
    found = reading(event(offers=[{"price": n, "availability": f"http://schema.org/{word}"} for n, word in enumerate(told)]))
    assert [one.state for one in found.availability] == ([state] if state else [])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"typicalAgeRange": "7-12"}, (7, 12)),
        ({"typicalAgeRange": "65-"}, (65, None)),
        ({"typicalAgeRange": "7–12 v"}, (7, 12)),
        ({"typicalAgeRange": "18+"}, (18, None)),
        ({"typicalAgeRange": "-12"}, (None, 12)),
        ({"typicalAgeRange": "7"}, (7, 7)),
        ({"typicalAgeRange": 7}, (7, 7)),
        ({"typicalAgeRange": "12-7"}, (None, None)),
        ({"typicalAgeRange": "700-"}, (None, None)),
        ({"typicalAgeRange": "adults"}, (None, None)),
        ({"audience": {"@type": "PeopleAudience", "suggestedMinAge": 3, "suggestedMaxAge": "6"}}, (3, 6)),
    ],
)
def test_ages(fields: dict[str, Any], expected: tuple[int | None, int | None]) -> None:
    found = one(event(**fields))
    assert (found.minimum_age, found.maximum_age) == expected


def test_for_whom_about_what_and_in_which_language() -> None:
    found = one(
        event(
            audience=[{"@type": "Audience", "audienceType": "perheet"}, "kaikki"],
            typicalAgeRange="aikuiset",
            keywords=["käsityöt", {"@type": "DefinedTerm", "name": "joulu"}, {"@id": "http://www.yso.fi/onto/yso/p419"}],
            genre="folk",
            about=[{"@type": "DefinedTerm", "name": "perinne"}, {"@type": "Person", "name": "Joku"}],
            inLanguage=["fi", {"@type": "Language", "name": "Swedish", "alternateName": "sv"}, "fi_FI", "Finnish"],
            accessibilityFeature="induction_loop",
            location={"@type": "Place", "name": "x", "amenityFeature": [{"name": "lift", "value": True}, {"name": "ramp", "value": False}]},
        )
    )
    assert found.audience == ("perheet", "kaikki", "aikuiset")
    assert found.categories == ("käsityöt", "joulu", "http://www.yso.fi/onto/yso/p419", "folk", "perinne")
    assert found.in_language == ("fi", "sv", "fi-FI")
    assert found.accessibility == ("induction_loop", "lift")


def test_keywords_in_one_string_are_parted_and_bounded() -> None:
    assert one(event(keywords="a, b,a")).categories == ("a", "b")
    found = reading(event(keywords=",".join(map(str, range(30)))))
    assert len(found.events[0].categories) == 20
    assert ("categories_cut", "info") in codes(found)


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        ("/kuva.jpg", ["https://seura.example/kuva.jpg"]),
        (["https://a.example/1.jpg", "https://a.example/1.jpg"], ["https://a.example/1.jpg"]),
        ({"@type": "ImageObject", "contentUrl": "https://a.example/1.jpg", "caption": "Kuva"}, ["https://a.example/1.jpg"]),
        ("data:image/png;base64,AAAA", []),
        ([{}], []),
    ],
)
def test_images(image: Any, expected: list[str]) -> None:
    assert [found.url for found in one(event(image=image)).images] == expected


def test_the_words_of_an_image() -> None:
    assert one(event(image={"url": "https://a.example/1.jpg", "caption": "Kuva"})).images == (
        RawImage(url="https://a.example/1.jpg", text="Kuva"),
    )


def test_organisations_are_kept_and_people_are_not() -> None:
    told = event(
        organizer=[
            {"@type": "Organization", "name": "Seura ry", "email": "puheenjohtaja@seura.example", "telephone": "040 1234567"},
            {"@type": "Person", "name": "Pekka Esimerkki"},
            {"name": "Nimetön Esimerkki"},
            "Merkkijono Esimerkki",
        ],
        performer={"@type": "Person", "name": "Laulaja Esimerkki"},
        performers=["Toinen Esimerkki"],
        instructor="Opettaja Esimerkki",
        sponsor="Kolmas Esimerkki",
        contactPoint={"name": "Neljäs Esimerkki", "email": "x@seura.example"},
        author={"@type": "Organization", "name": "Viides Esimerkki"},
        attendee=[{"@type": "Person", "name": "Kuudes Esimerkki"}],
        location=PLACE | {"employee": {"@type": "Person", "name": "Seitsemäs Esimerkki"}},
        oddField={"@type": "Person", "name": "Kahdeksas Esimerkki"},
    )
    found = reading(told)
    assert [name.value for name in found.events[0].organizer] == ["Seura ry"]
    assert not [word for word in ("Esimerkki", "@seura", "1234567", "123 4567") if word in repr(found)]


def test_a_person_more_or_less_changes_nothing() -> None:
    first = one(event(performer={"@type": "Person", "name": "A"}, organizer={"@type": "Person", "name": "B"}))
    assert first.digest == one(event(performer="C")).digest


def test_courses_take_from_the_course_what_the_instance_lacks() -> None:
    course = {
        "@type": "Course",
        "name": "Keramiikka",
        "description": "Savesta kuppi.",
        "provider": {"@type": "Organization", "name": "Norppalan opisto"},
        "hasCourseInstance": [
            {
                "@type": "CourseInstance",
                "startDate": "2027-01-13",
                "endDate": "2027-04-07",
                "courseMode": "onsite",
                "location": "Opistotalo",
            },
            {"@id": "#ilta"},
        ],
    }
    evening = {"@type": "CourseInstance", "@id": "#ilta", "name": "Iltaryhmä", "startDate": "2027-01-14", "courseMode": "online"}
    found = reading({"@graph": [evening, course]})
    assert {one.name[0].value for one in found.events} == {"Keramiikka", "Iltaryhmä"}
    assert {one.attendance for one in found.events} == {"offline", "online"}
    assert all(one.kind == "activity" and one.organizer[0].value == "Norppalan opisto" for one in found.events)


def test_an_exhibition_is_one_range_with_hours() -> None:
    hours = [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": ["https://schema.org/Tuesday", "Sunday"],
            "opens": "10:00",
            "closes": "17:00:00",
        },
        {"dayOfWeek": "Monday", "opens": "00:00", "closes": "00:00"},
        {"validFrom": "2026-12-24", "validThrough": "2026-12-24", "opens": "10:00", "closes": "13:00"},
        {"dayOfWeek": "PublicHolidays", "opens": "10:00", "closes": "13:00"},
        {"opens": "soon", "closes": "17:00"},
    ]
    told = event(name="Järven valo", startDate="2026-12-02", endDate="2027-02-28", openingHoursSpecification=hours)
    found = reading(told)
    assert (found.events[0].start, found.events[0].end) == (date(2026, 12, 2), date(2027, 3, 1))
    assert found.events[0].hours == (
        RawHours(weekday=2, opens="10:00", closes="17:00"),
        RawHours(weekday=7, opens="10:00", closes="17:00"),
        RawHours(weekday=1),
        RawHours(day=date(2026, 12, 24), opens="10:00", closes="13:00"),
    )
    assert codes(found) == {("field_ignored", "warning")}


def test_hours_in_one_string_and_whose_hours_count() -> None:
    place = PLACE | {"openingHours": ["Tu-Fr 10:00-17:00", "Sa,Su 11:00-16:00"]}
    exhibition = one(event(startDate="2026-12-02", endDate="2027-02-28", location=place))
    assert [(hour.weekday, hour.opens) for hour in exhibition.hours] == [
        (2, "10:00"),
        (3, "10:00"),
        (4, "10:00"),
        (5, "10:00"),
        (6, "11:00"),
        (7, "11:00"),
    ]
    assert one(event(location=place)).hours == ()


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ({"url": "/e/1"}, "https://seura.example/e/1"),
        ({"url": ["https://a.example/1", "https://a.example/2"]}, "https://a.example/1"),
        ({"url": None, "mainEntityOfPage": {"@id": "https://seura.example/t/1"}}, "https://seura.example/t/1"),
        ({"url": None, "@id": "https://seura.example/t/2"}, "https://seura.example/t/2"),
        ({"url": "javascript:alert(1)"}, ""),
        ({"url": "/e/1?PHPSESSID=abc123&b=1"}, "https://seura.example/e/1?b=1"),
        ({"url": "/e/1;jsessionid=ABC?x=2"}, "https://seura.example/e/1?x=2"),
        ({"url": "https://pekka:salasana@seura.example/e/1"}, "https://seura.example/e/1"),
        ({"url": None}, ""),
    ],
)
def test_the_events_own_page(fields: dict[str, Any], url: str) -> None:
    assert one(event(**fields)).url == url


def test_what_nobody_understands_is_kept() -> None:
    found = one(
        event(**{"@type": "SportsEvent"}, sport="uinti", doorTime="17:30", xEmail="a@b.example", aggregateRating={"ratingValue": 4})
    )
    assert found.extra == {"@type": "SportsEvent", "sport": "uinti", "doorTime": "17:30"}
