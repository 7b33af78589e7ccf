"""Events marked up in the page itself: microdata, RDFa Lite, h-event and hCalendar."""

from __future__ import annotations

from datetime import date

import pytest

from harvesters.record import RawEvent
from tests.schema_pages import page_reading, wall

MUSEUM = """
<article lang="fi" itemscope itemtype="https://schema.org/Event https://schema.org/ChildrensEvent" itemref="hinta puuttuu">
 <h2 itemprop="name">Joulu<b>paja</b></h2>
 <a itemprop="url" href="/paja">lue lisää</a> <img itemprop="image" src="kuva.jpg" alt="">
 <time itemprop="startDate" datetime="2026-12-13T11:00">su klo 11</time>–<meta itemprop="endDate" content="2026-12-13T15:00">
 <link itemprop="eventStatus" href="https://schema.org/EventScheduled">
 <div itemprop="description"><p>Askarrellaan.</p><p>Koko <i>perheelle</i>.</p><script>x()</script></div>
 <div itemprop="location" itemscope itemtype="https://schema.org/Place">
  <span itemprop="name">Museo Kallio</span>
  <p itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><span itemprop="streetAddress">Rantatie 4</span>
   <span itemprop="postalCode">57130</span> <span itemprop="addressLocality">Norppala</span></p>
  <span itemprop="geo" itemscope itemtype="https://schema.org/GeoCoordinates"><data itemprop="latitude" value="61.8642">x</data>
   <meta itemprop="longitude" content="28.8985"></span>
 </div>
 <div itemprop="organizer" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Museo Kallio</b></div>
</article>
<p id="hinta" itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span itemprop="price">0</span>
 <span itemprop="priceCurrency" content="EUR">€</span></p>
"""
RDFA = """
<article lang="fi" vocab="https://schema.org/" typeof="Event ChildrensEvent" resource="#paja">
 <h2 property="name">Joulu<b>paja</b></h2> <a property="url" href="/paja">lue lisää</a> <img property="image" src="kuva.jpg" alt="">
 <time property="startDate" datetime="2026-12-13T11:00">su klo 11</time>–<time property="endDate" content="2026-12-13T15:00">15</time>
 <link property="eventStatus" href="https://schema.org/EventScheduled">
 <div property="description"><p>Askarrellaan.</p><p>Koko <i>perheelle</i>.</p></div>
 <div property="location" typeof="Place"><span property="name">Museo Kallio</span>
  <p property="address" typeof="PostalAddress"><span property="streetAddress">Rantatie 4</span> <span property="postalCode">57130</span>
   <span property="addressLocality">Norppala</span></p>
  <span property="geo" typeof="GeoCoordinates"><meta property="latitude" content="61.8642">
   <meta property="longitude" content="28.8985"></span>
 </div>
 <div property="organizer" typeof="Organization"><b property="name">Museo Kallio</b></div>
 <p property="offers" typeof="Offer"><span property="price">0</span> <span property="priceCurrency" content="EUR">€</span></p>
</article>
"""
PREFIXED = (
    RDFA.replace('vocab="https://schema.org/"', 'prefix="s: https://schema.org/ og: http://ogp.me/ns#"')
    .replace('property="', 'property="s:')
    .replace('typeof="', 'typeof="s:')
    .replace("s:Event ChildrensEvent", "s:Event s:ChildrensEvent")
)
H_EVENT = """
<article class="post h-event" lang="fi">
 <h2 class="p-name">Joulu<b>paja</b></h2> <a class="u-url" href="/paja">lue lisää</a> <img class="u-photo" src="kuva.jpg" alt="">
 <span class="dt-start"><time class="value" datetime="2026-12-13">su 13.12.</time> klo
  <span class="value">11:00</span></span>–<span class="dt-end"><span class="value">3pm</span></span>
 <div class="e-content"><p>Askarrellaan.</p><p>Koko <i>perheelle</i>.</p></div>
 <div class="p-location h-card"><b class="p-name">Museo Kallio</b> <span class="p-adr h-adr">
  <span class="p-street-address">Rantatie 4</span> <span class="p-postal-code">57130</span> <span class="p-locality">Norppala</span></span>
  <span class="h-geo"><data class="p-latitude" value="61.8642">x</data><data class="p-longitude" value="28.8985">y</data></span></div>
 <div class="p-organizer h-card"><span class="p-name p-org">Museo Kallio</span></div>
</article>
"""
VEVENT = """
<div class="vevent" lang="fi">
 <a class="url summary" href="/paja">Joulupaja</a> <img class="photo" src="kuva.jpg" alt="">
 <abbr class="dtstart" title="20261213T1100">su klo 11</abbr>–<abbr class="dtend" title="20261213T1500">15</abbr>
 <div class="description"><p>Askarrellaan.</p><p>Koko perheelle.</p></div>
 <div class="location vcard"><span class="fn org">Museo Kallio</span> <div class="adr"><span class="street-address">Rantatie 4</span>
  <span class="postal-code">57130</span> <span class="locality">Norppala</span></div>
  <abbr class="geo" title="61.8642;28.8985">kartta</abbr></div>
 <span class="organizer vcard"><span class="fn org">Museo Kallio</span></span>
</div>
"""


def event_of(page: str) -> RawEvent:
    found = page_reading(page)
    assert len(found.events) == 1, found.issues
    return found.events[0]


@pytest.mark.parametrize("page", [MUSEUM, RDFA, PREFIXED, H_EVENT, VEVENT], ids=["microdata", "RDFa", "prefix", "h-event", "hCalendar"])
def test_one_event_in_every_syntax(page: str) -> None:
    found = event_of(page)
    assert (found.name[0].value, found.name[0].language) == ("Joulupaja", "fi")
    assert (found.start, found.end) == (wall("2026-12-13T11:00"), wall("2026-12-13T15:00"))
    assert (found.location[0].value, found.address) == ("Museo Kallio", "Rantatie 4, 57130 Norppala")
    assert (found.latitude, found.longitude) == (61.8642, 28.8985)
    assert found.url == "https://seura.example/paja"
    assert [image.url for image in found.images] == ["https://seura.example/kuva.jpg"]
    assert found.description[0].value == "Askarrellaan.\nKoko perheelle."
    assert [name.value for name in found.organizer] == ["Museo Kallio"]


@pytest.mark.parametrize("page", [MUSEUM, RDFA, PREFIXED], ids=["microdata", "RDFa", "prefix"])
def test_what_only_schema_org_can_say(page: str) -> None:
    found = event_of(page)
    assert [(offer.price, offer.currency) for offer in found.offers] == [("0", "EUR")]
    assert (found.status, found.extra) == ("SCHEDULED", {"@type": "ChildrensEvent"})


def test_items_of_other_vocabularies_and_hidden_ones_are_no_events() -> None:
    other = '<div vocab="http://xmlns.com/foaf/0.1/" typeof="Event"><b property="name">x</b></div>'
    none = '<div typeof="Event"><b property=name>y</b></div>'
    hidden = f"<template>{MUSEUM}{RDFA}{H_EVENT}</template>"
    assert page_reading(other, none, hidden, MUSEUM).read == 1


def test_items_within_other_items_are_found() -> None:
    concert = MUSEUM.replace("<article", "<article itemprop=event")
    group = f'<div itemscope itemtype="https://schema.org/MusicGroup"><b itemprop="name">Orkesteri</b>{concert}</div>'
    assert event_of(group).name[0].value == "Joulupaja"


def test_references_between_items_that_never_end() -> None:
    circle = (
        '<div id=a itemscope itemref="b" itemtype="https://schema.org/Event"><b itemprop=name>x</b>'
        '<i itemprop=startDate content="2027-01-01"></i></div><div id=b itemprop=location itemscope itemref="a c" itemtype="https://schema.org/Place"></div>'
        "<div id=c itemprop=x itemref=b>y</div>"
    )
    assert page_reading(circle).read >= 1


def test_nested_items_as_deep_as_anyone_likes() -> None:
    deep = '<div itemprop=location itemscope itemtype="https://schema.org/Place"><b itemprop=name>x</b>' * 100 + "</div>" * 100
    found = event_of(f'<div itemscope itemtype="https://schema.org/Event"><i itemprop=startDate content="2027-01-01"></i>{deep}</div>')
    assert found.location[0].value == "x"


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (
            '<time class="dt-start" datetime="2027-03-12">x</time><time class="dt-end" datetime="2027-03-14">y</time>',
            (date(2027, 3, 12), date(2027, 3, 15)),
        ),
        ('<time class="dt-start" datetime="2027-03-12 18:00">x</time>', (wall("2027-03-12T18:00"), None)),
        (
            '<i class="dt-start"><b class="value-title" title="2027-03-12T18:00+0200"> </b>pe</i>',
            (wall("2027-03-12T18:00+02:00"), None),
        ),
        (
            '<i class="dt-start"><b class=value>18:30</b> <b class=value>2027-03-12</b> <b class=value>+02:00</b></i>',
            (wall("2027-03-12T18:30+02:00"), None),
        ),
        ('<i class="dt-start"><b class=value>2027-03-12</b> <b class=value>12:15 p.m.</b></i>', (wall("2027-03-12T12:15"), None)),
        ('<i class="dt-start"><b class=value>2027-03-12</b> <b class=value>12am</b></i>', (wall("2027-03-12T00:00"), None)),
    ],
)
def test_dates_of_h_event(dates: str, expected: tuple[object, object]) -> None:
    found = event_of(f'<div class="h-event"><b class="p-name">x</b>{dates}</div>')
    assert (found.start, found.end) == expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ('<abbr class="dtend" title="2027-03-15">14.3.</abbr>', date(2027, 3, 15)),
        ('<abbr class="dtend" title="2027-03-12">12.3.</abbr>', date(2027, 3, 13)),
        ('<span class="dtend">2027-03-14</span>', date(2027, 3, 15)),
    ],
)
def test_the_last_day_of_hcalendar(end: str, expected: date) -> None:
    assert (
        event_of(f'<div class="vevent"><b class="summary">x</b><abbr class="dtstart" title="2027-03-12">12.3.</abbr>{end}</div>').end
        == expected
    )


def test_people_of_microformats_are_left_out() -> None:
    person = '<span class="p-organizer h-card"><a class="p-name u-email" href="mailto:pekka@seura.example">Pekka Esimerkki</a></span>'
    attendee = '<span class="p-attendee h-card">Maija Esimerkki</span>'
    found = page_reading(
        f'<div class="h-event"><b class="p-name">x</b><time class="dt-start" datetime="2027-03-12">x</time>{person}{attendee}</div>'
    )
    assert found.events[0].organizer == ()
    assert "Esimerkki" not in repr(found)
    assert "pekka" not in repr(found)


def test_a_place_in_words_is_kept_as_words() -> None:
    found = event_of(
        '<div class="h-event"><b class="p-name">x</b><time class="dt-start" datetime="2027-03-12">y</time>'
        '<i class="p-location">Kylätalo</i></div>'
    )
    assert (found.location[0].value, found.address) == ("Kylätalo", "")


def test_an_h_event_without_a_name_is_called_by_its_text() -> None:
    assert (
        event_of('<a class="h-event" href="/x">Talkoot <time class="dt-start" datetime="2027-03-12">perjantaina</time></a>').name[0].value
        == "Talkoot perjantaina"
    )
