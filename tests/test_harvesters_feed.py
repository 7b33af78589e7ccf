"""What is read of a feed's items: time, place, identity, language, texts and the publisher's own fields."""

from __future__ import annotations

import contextlib
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from harvesters.errors import Unreadable
from harvesters.feed import read
from harvesters.feed_options import FeedOptions
from harvesters.record import RawEvent, Reading
from tests.golden_answers import answer, checked, codes, remembered

SPACES = (
    'xmlns:ev="http://purl.org/rss/1.0/modules/event/" xmlns:xcal="urn:ietf:params:xml:ns:xcal" '
    'xmlns:georss="http://www.georss.org/georss" '
    'xmlns:gml="http://www.opengis.net/gml" xmlns:mec="http://webnus.net/rss/mec/" xmlns:libcal="https://libcal.com/rss_xmlns.php" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:gd="http://schemas.google.com/g/2005" xmlns:media="http://search.yahoo.com/mrss/"'
)
HELSINKI = timezone(timedelta(hours=2))
FLOATING = datetime(2027, 3, 10, 18)  # noqa: DTZ001 - a floating time


def rss(*items: str, channel: str = "") -> str:
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0" {SPACES}><channel><title>T</title>{channel}{inside}</channel></rss>'


def reading(*items: str, channel: str = "", options: FeedOptions | None = None, known: dict[str, str] | None = None) -> Reading:
    return checked(read, answer(rss(*items, channel=channel), "https://norppala.example/tapahtumat/feed?k=1"), options, known)


def event(item: str, **given: Any) -> RawEvent:
    found = reading(f"<guid>g</guid><title>Nimi</title>{item}", **given)
    assert len(found.events) == 1, found.issues
    return found.events[0]


MEC_END = "<mec:endDate>2027-03-10</mec:endDate><mec:endHour>20:15</mec:endHour>"
TIMES: list[tuple[str, Any, Any]] = [
    ("<ev:startdate>2027-03-10T18:00:00+02:00</ev:startdate>", datetime(2027, 3, 10, 18, tzinfo=HELSINKI), None),
    ("<ev:startdate>2027-03-10T16:00:00Z</ev:startdate>", datetime(2027, 3, 10, 16, tzinfo=UTC), None),
    ("<ev:startdate>2027-03-10T18:00</ev:startdate>", FLOATING, None),
    ("<ev:startdate>2027-03-10 18:00:00</ev:startdate>", FLOATING, None),
    ("<ev:startdate>2027-03-10</ev:startdate><ev:enddate>2027-03-12</ev:enddate>", date(2027, 3, 10), date(2027, 3, 13)),
    ("<xcal:dtstart>20270310</xcal:dtstart><xcal:dtend>20270311</xcal:dtend>", date(2027, 3, 10), date(2027, 3, 11)),
    ("<xcal:dtstart>20270310T180000</xcal:dtstart>", FLOATING, None),
    ('<xcal:dtstart tzid="Europe/Helsinki">2027-03-10T18:00:00</xcal:dtstart>', FLOATING.replace(tzinfo=ZoneInfo("Europe/Helsinki")), None),
    ("<xcal:dtstart><xcal:date-time>2027-03-10T18:00:00</xcal:date-time></xcal:dtstart>", FLOATING, None),
    ("<xcal:dtstart>Wed, 10 Mar 2027 18:00:00 +0200</xcal:dtstart>", datetime(2027, 3, 10, 18, tzinfo=HELSINKI), None),
    ("<xcal:dtstart>Wed, 10 Mar 2027 16:00:00 GMT</xcal:dtstart>", datetime(2027, 3, 10, 16, tzinfo=UTC), None),
    (
        f"<mec:startDate>2027-03-10</mec:startDate><mec:startHour>6:00 pm</mec:startHour>{MEC_END}",
        FLOATING,
        FLOATING.replace(hour=20, minute=15),
    ),
    ("<mec:startDate>2027-03-10</mec:startDate><mec:startHour>All Day</mec:startHour>", date(2027, 3, 10), None),
    (
        "<libcal:date>2027-03-10</libcal:date><libcal:start>18:00:00</libcal:start><libcal:end>19:00:00</libcal:end>",
        FLOATING,
        FLOATING.replace(hour=19),
    ),
    (
        "<libcal:date>2027-03-10</libcal:date><libcal:start>00:00:00</libcal:start><libcal:end>23:59:59</libcal:end>",
        date(2027, 3, 10),
        date(2027, 3, 11),
    ),
    ('<ev:tribe_event_meta xmlns:ev="Event"><ev:startdate>2027-03-10T18:00</ev:startdate></ev:tribe_event_meta>', FLOATING, None),
    (
        '<gd:when startTime="2027-03-10T18:00:00.000+02:00" endTime="2027-03-10T19:00:00.000+02:00"/>',
        datetime(2027, 3, 10, 18, tzinfo=HELSINKI),
        datetime(2027, 3, 10, 19, tzinfo=HELSINKI),
    ),
    ('<dtstart xmlns="urn:ietf:params:xml:ns:xcal">2027-03-10T18:00</dtstart><link>https://norppala.example/1</link>', FLOATING, None),
    ("<ev:startdate>2027-03-10T18:00</ev:startdate><xcal:dtstart>2027-03-10T18:00:00+02:00</xcal:dtstart>", FLOATING, None),
]


@pytest.mark.parametrize(("item", "start", "end"), TIMES)
def test_the_time_is_read_from_the_fields_that_tell_it(item: str, start: Any, end: Any) -> None:
    found = event(f"{item}<pubDate>Mon, 01 Feb 2027 09:00:00 GMT</pubDate>")
    assert (found.start, found.end, found.when) == (start, end, "")
    assert type(found.start) is type(start)


@pytest.mark.parametrize("published", ["pubDate", "dc:date"])
@pytest.mark.parametrize("day", ["Wed, 10 Mar 2027 18:00:00 +0200", "Fri, 31 Dec 9999 23:59:59 GMT", "eilen", ""])
def test_a_date_of_publication_is_never_the_date_of_the_event(published: str, day: str) -> None:
    found = event(f"<{published}>{day}</{published}><description>Tervetuloa</description>")
    assert (found.start, found.end, found.when) == (None, None, "Nimi\nTervetuloa")


def test_of_a_time_in_words_the_day_they_were_written_on_is_told_beside_them() -> None:
    found = event(
        "<pubDate>Mon, 01 Feb 2027 09:00:00 GMT</pubDate>"
        "<description>&lt;p&gt;La 24.4. klo 18&lt;/p&gt;&lt;p&gt;Kylätalo&lt;/p&gt;</description>"
    )
    assert (found.when, found.extra) == ("Nimi\nLa 24.4. klo 18\nKylätalo", {"published": "2027-02-01"})
    assert event("<ev:startdate>2027-04-24</ev:startdate><pubDate>Mon, 01 Feb 2027 09:00:00 GMT</pubDate>").extra == {}


def test_a_date_field_in_words_is_handed_on_as_words_and_told() -> None:
    found = reading("<guid>g</guid><title>Nimi</title><ev:startdate>24.4.2027 klo 18</ev:startdate><ev:enddate>klo 20</ev:enddate>")
    assert (found.events[0].start, found.events[0].when) == (None, "24.4.2027 klo 18 – klo 20")
    assert codes(found) == ["date_unreadable"]


def test_two_vocabularies_that_contradict_each_other_set_the_item_aside() -> None:
    found = reading(
        "<guid>g</guid><title>A</title><ev:startdate>2027-03-10T18:00:00</ev:startdate><xcal:dtstart>2027-03-11T18:00:00</xcal:dtstart>",
        "<guid>h</guid><title>B</title>",
    )
    issue = next(issue for issue in found.issues if issue.severity == "error")
    assert (issue.code, issue.value) == ("conflicting_dates", "2027-03-10T18:00:00 / 2027-03-11T18:00:00")
    assert [event.uid for event in found.events] == ["h"]


def test_own_fields_are_read_as_the_entry_says() -> None:
    options = FeedOptions(
        fields={
            "start": "alkaa",
            "start_time": "kello",
            "end": "paattyy",
            "location": "paikka",
            "price": "hinta",
            "registration_url": "ilmo",
        },
        date_format="%d.%m.%Y",
        time_format="%H.%M",
    )
    item = (
        "<alkaa>10.03.2027</alkaa><kello>18.00</kello><paattyy>11.03.2027</paattyy>"
        "<paikka>Tori</paikka><hinta>5 €</hinta><ilmo>/ilmo</ilmo>"
    )
    found = event(item, options=options)
    assert (found.start, found.end) == (FLOATING, date(2027, 3, 11))
    assert (found.location[0].value, found.offers[0].price) == ("Tori", "5 €")
    assert found.registration is not None
    assert found.registration.url == "https://norppala.example/ilmo"
    assert event(item).extra.keys() == {"alkaa", "kello", "paattyy", "paikka", "hinta", "ilmo"}


def test_of_a_feed_that_names_people_only_what_is_chosen_is_kept() -> None:
    item = (
        "<description>&lt;p class='aika'&gt;24.4. klo 18&lt;/p&gt;&lt;p&gt;Esiintyy Aada&lt;/p&gt;</description>"
        "<soittaja>Aada</soittaja><enclosure url='/aada.jpg' type='image/jpeg'/>"
    )
    chosen = event(item, options=FeedOptions(drop_text=True, when="p.aika"))
    assert (chosen.when, "Aada" in repr(chosen), "aada" in repr(chosen.images)) == ("24.4. klo 18\nNimi", False, False)
    assert event(item, options=FeedOptions(drop_text=True)).when == "Nimi"
    assert event(item, options=FeedOptions(when="p.paikka")).when == "Nimi\n24.4. klo 18\nEsiintyy Aada"


def test_times_with_a_false_offset_are_read_as_wall_clock_where_the_entry_says_so() -> None:
    item = "<ev:startdate>2027-03-10T18:00:00Z</ev:startdate>"
    assert event(item, options=FeedOptions(local_times=True)).start == FLOATING


@pytest.mark.parametrize("given", [{"date_format": "%Q"}, {"when": "p["}, {"fields": {"begin": "x"}}, {"drop": True}])
def test_options_that_cannot_be_meant_are_refused(given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        FeedOptions(**given)


@pytest.mark.parametrize(
    ("item", "uid"),
    [
        ("<guid isPermaLink='true'> https://a.example/?p=1 </guid>", "https://a.example/?p=1"),
        ("<guid>how-to</guid><link>https://a.example/x</link>", "how-to"),
        ("<link>https://a.example/x</link>", "https://a.example/x"),
        ("<link>/x</link>", "https://norppala.example/x"),
        ("<description>24.4. klo 18</description>", ""),
    ],
)
def test_identity_is_the_raw_guid_else_the_link(item: str, uid: str) -> None:
    found = reading(f"<title>A</title>{item}").events[0]
    assert (found.uid, bool(found.derived_uid)) == (uid, not uid)


def test_one_guid_for_several_items_keeps_them_all_whatever_their_order() -> None:
    items = [f"<guid>same</guid><title>{name}</title><ev:startdate>2027-03-1{name}</ev:startdate>" for name in "123"]
    keys = {(event.name[0].value, event.derived_uid) for event in reading(*items).events}
    assert len(keys) == 3
    assert sum(1 for event in reading(*reversed(items)).events if not event.derived_uid) == 1


def test_clocks_counters_and_authors_change_nothing() -> None:
    item = "<guid>g</guid><title>A</title><ev:startdate>2027-03-10</ev:startdate>"
    first = reading(item + "<pubDate>Mon, 01 Feb 2027 09:00:00 GMT</pubDate><dc:creator>Matti</dc:creator>")
    again = reading(item + "<pubDate>Tue, 02 Feb 2027 09:00:00 GMT</pubDate><dc:creator>Maija</dc:creator>", known=remembered(first))
    assert (len(again.unchanged), again.events) == (1, ())
    assert "Matti" not in repr(first)
    assert reading(item.replace("03-10", "03-11"), known=remembered(first)).events


def test_what_a_text_hangs_on_is_hashed_with_it() -> None:
    item = "<guid>g</guid><title>A</title><link>x</link>"
    first = reading(item, channel="<language>fi</language>")
    assert reading(item, channel="<language>sv</language>", known=remembered(first)).events[0].name[0].language == "sv"


@pytest.mark.parametrize(
    ("channel", "item", "options", "language"),
    [
        ("<language>fi-FI</language>", "<title>A</title>", None, "fi-FI"),
        ("<language>fi</language>", '<title xml:lang="sv">A</title>', None, "sv"),
        ("<language>fi</language>", "<title>A</title>", FeedOptions(several_languages=True), ""),
        ("<language>&lt;x&gt;</language>", "<title>A</title>", FeedOptions(), "<x>"),
    ],
)
def test_the_language_is_the_one_declared_nearest(channel: str, item: str, options: FeedOptions | None, language: str) -> None:
    found = reading(f"<guid>g</guid>{item}", channel=channel, options=options).events[0].name[0].language
    assert found == (language if language != "<x>" else "")


def test_places_prices_pictures_and_further_fields() -> None:
    found = event(
        "<ev:startdate>2027-03-10</ev:startdate><ev:location>Kylätalo</ev:location><ev:type>konsertti</ev:type><category>musiikki</category>"
        "<georss:where><gml:Point><gml:pos>61.9 28.9</gml:pos></gml:Point></georss:where>"
        "<xcal:cost>5 €</xcal:cost><xcal:status>cancelled</xcal:status>"
        '<enclosure url="/k.jpg" type="image/jpeg" length="99999999999999999999"/>'
        '<media:content url="https://a.example/m.png" medium="image"/>'
        "<omakentta>arvo</omakentta><yhteys>matti@a.example</yhteys><soita>040 123 4567</soita>"
    )
    assert (found.location[0].value, found.latitude, found.longitude) == ("Kylätalo", 61.9, 28.9)
    assert (found.categories, found.offers[0].price, found.status) == (("musiikki", "konsertti"), "5 €", "CANCELLED")
    assert [image.url for image in found.images] == ["https://norppala.example/k.jpg", "https://a.example/m.png"]
    assert found.extra == {"omakentta": "arvo"}


@pytest.mark.parametrize(
    ("link", "url", "told"),
    [
        ("x?y=1&amp;z=2", "https://norppala.example/tapahtumat/x?y=1&z=2", []),
        ("javascript:alert(1)", "", ["bad_url"]),
        ("https://nimi:salasana@a.example/x", "https://a.example/x", ["url_credentials_removed"]),
    ],
)
def test_links_are_absolute_http_addresses_or_none(link: str, url: str, told: list[str]) -> None:
    found = reading(f"<guid>g</guid><title>A</title><link>{link}</link>")
    assert (found.events[0].url, codes(found)) == (url, told)


def test_one_broken_item_costs_only_itself() -> None:
    found = reading("<guid>a</guid><title>A & B < 5 €</title>", "<guid>b</guid><title>C &amp; D</title>")
    assert [event.name[0].value for event in found.events] == ["A & B < 5 €", "C & D"]
    assert [(issue.code, issue.uid) for issue in found.issues] == [("markup_repaired", "a")]


def test_an_item_that_never_ends_ends_where_the_next_begins() -> None:
    body = rss("<guid>a</guid><title>A</title>", "<guid>b</guid><title>B</title>").replace("</item><item>", "<item>", 1)
    found = checked(read, answer(body))
    assert [event.uid for event in found.events] == ["a", "b"]


def test_every_cut_is_a_failure_and_never_a_shorter_feed() -> None:
    body = rss(*(f"<guid>{n}</guid><title><![CDATA[<b>{n}</b>]]></title><!-- {n} -->" for n in range(20))).encode()
    for end in range(1, len(body) - 1):
        with pytest.raises(Unreadable) as failure:
            checked(read, answer(body[:end]))
        assert failure.value.reason in {"truncated", "not_feed", "empty_body"}
    assert len(checked(read, answer(body)).events) == 20


PIECES = (
    '<item> </item> <title> </title> <guid>1</guid> <![CDATA[ ]]> <!-- --> <ev:startdate>2027-03-10</ev:startdate> &amp; &x; < > " '
    "<a&#32;b='c' </rss> </channel> <?x ?> <!DOCTYPE&#32;x> ä 24.4. <xcal:dtstart /> <link/> <guid> xml:base='x:' \x01"
)
BROKEN = st.lists(st.sampled_from(PIECES.split(" ")).map(lambda piece: piece.replace("&#32;", " ")), max_size=30)


@settings(max_examples=120, deadline=None)
@given(BROKEN, st.binary(max_size=40))
def test_no_text_is_more_than_unreadable(pieces: list[str], noise: bytes) -> None:
    body = rss("".join(pieces)).encode("utf-8", "replace") + noise
    with contextlib.suppress(Unreadable):
        checked(read, answer(body))
