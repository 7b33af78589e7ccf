"""JSON-LD as pages really write it: what can be meant only one way is read, a broken block costs only itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

from harvesters.schema_jsonld import BrokenBlock, decoded
from tests.schema_pages import codes, event, one, page_reading, reading, script

EVENT = '{"@type":"Event","name":"a","startDate":"2027-04-01"}'


@pytest.mark.parametrize(
    ("block", "value"),
    [
        ('{"a": [1, 2,], }', {"a": [1, 2]}),
        ('{"a": 1 /* b */, // c\n }', {"a": 1}),
        ('{"a": "https://x.example//y /* no */"}', {"a": "https://x.example//y /* no */"}),
        ('<!-- words -->{"a": 1}', {"a": 1}),
        ('<!--\n{"a": 1}\n//-->', {"a": 1}),
        ('//<![CDATA[\n{"a": 1};\n//]]>', {"a": 1}),
        ('//<![CDATA[{"a": 1}//]]>', {"a": 1}),
        ('<![CDATA[{"a": 1}]]>', {"a": 1}),
        ('{"a": "1\n2\t3"}', {"a": "1\n2\t3"}),
        ('{"a": "it\\\'s"}', {"a": "it's"}),
        ('{"a": "\\u00e4\\/"}', {"a": "ä/"}),
        ("{&quot;a&quot;: &quot;b&quot;}", {"a": "b"}),
        ('\ufeff{"a": NaN, "b": -Infinity}', {"a": None, "b": None}),
        ('{"a": 1}}', {"a": 1}),
        ('{"a": ",}"}', {"a": ",}"}),
    ],
)
def test_mistakes_that_can_be_meant_only_one_way(block: str, value: object) -> None:
    values, _ = decoded(block)
    assert values == [value]


def test_several_values_in_one_block() -> None:
    assert decoded('{"a": 1}\n{"b": 2}') == ([{"a": 1}, {"b": 2}], True)


def test_what_was_right_is_not_called_mended() -> None:
    assert decoded(' {"a": "x"} ') == ([{"a": "x"}], False)
    assert decoded(" ") == ([], False)


@pytest.mark.parametrize(
    "block",
    [
        "{ this is not json",
        '{"a": "b "c" d"}',
        '{"a": ',
        '{"a": 1} words',
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"a": ' + "9" * 100_000 + "}",
        '"' * 99_999,
        "/*" * 99_999,
        "<!--" * 99_999,
        ";" * 1000,
        "'a'",
    ],
    ids=range(12),
)
def test_what_would_have_to_be_guessed_is_broken(block: str) -> None:
    with pytest.raises(BrokenBlock):
        decoded(block)


def test_a_broken_block_costs_only_itself() -> None:
    found = page_reading('<script type="application/ld+json">{"@type": "Event", </script>', script(event()), "<script type=x>{</script>")
    assert len(found.events) == 1
    assert codes(found) == {("item_unreadable", "warning")}


def test_a_broken_block_that_speaks_of_an_event_withdraws_nothing() -> None:
    broken = '<script type="application/ld+json">{"@type": "%s", </script>'
    assert not page_reading(broken % "MusicEvent", script(event())).complete
    assert page_reading(broken % "BreadcrumbList", script(event())).complete


@pytest.mark.parametrize(
    "value",
    [
        [[event()]],
        {"@graph": [{"@type": "WebPage"}, event()]},
        {"@type": "WebPage", "mainEntity": event()},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "position": 1, "item": event()}]},
        {"@type": "Place", "name": "Tupa", "event": [event()]},
        {
            "@context": {"schema": "https://schema.org/"},
            "@type": "schema:Event",
            "schema:name": "Talkoot",
            "schema:startDate": "2027-04-01T18:00",
        },
        {"@type": "http://schema.org/Event", "https://schema.org/name": "Talkoot", "http://schema.org/startDate": "2027-04-01T18:00"},
        event(**{"@type": ["https://schema.org/MusicEvent", "Festival"]}),
        event(**{"@type": None, "type": "SocialEvent"}),
        event(**{"@type": "YogaEvent"}),
    ],
)
def test_wherever_an_event_stands_and_however_its_type_is_written(value: Any) -> None:
    found = one(value)
    assert found.name[0].value == "Talkoot"
    assert found.start is not None
    assert found.start.isoformat() == "2027-04-01T18:00:00"


@pytest.mark.parametrize(
    "kind", ["DeliveryEvent", "BroadcastEvent", "PublicationEvent", "Course", "Person", "UserComments", "", None, 5, ["Place"]]
)
def test_what_is_no_event_that_people_go_to(kind: Any) -> None:
    assert reading(event(**{"@type": kind}) | {"@type": kind}).read == 0


def test_references_are_put_in_place_also_across_blocks() -> None:
    place = {"@type": "Place", "@id": "#talo", "name": "Seurantalo", "address": {"@id": "#osoite"}}
    address = {"@type": "PostalAddress", "@id": "#osoite", "streetAddress": "Kylätie 1", "addressLocality": "Kylä"}
    found = reading({"@graph": [event(location={"@id": "#talo"}), place]}, address).events[0]
    assert (found.location[0].value, found.address) == ("Seurantalo", "Kylätie 1, Kylä")


def test_references_in_a_circle_end() -> None:
    nodes = [{"@type": "Place", "@id": f"#{n}", "name": str(n), "containedInPlace": {"@id": f"#{(n + 1) % 3}"}} for n in range(3)]
    found = reading({"@graph": [event(location={"@id": "#0"}), *nodes]}).events[0]
    assert found.location[0].value == "0, 1"


def test_references_that_multiply_end() -> None:
    nodes = [{"@id": f"#{n}", "@type": "Place", "name": f"p{n}", "address": [{"@id": f"#{n + 1}"}] * 50} for n in range(20)]
    assert reading({"@graph": [event(location={"@id": "#0"}), *nodes]}).read == 1


def test_texts_of_several_languages() -> None:
    name = [{"@value": "Talkoot", "@language": "fi"}, {"@value": "Talko", "@language": "sv"}]
    assert [(text.language, text.value) for text in one(event(name=name)).name] == [("fi", "Talkoot"), ("sv", "Talko")]
    assert [(text.language, text.value) for text in one(event(name={"fi": "Talkoot", "sv": "Talko"})).name] == [
        ("fi", "Talkoot"),
        ("sv", "Talko"),
    ]
    found = one({"@context": ["https://schema.org", {"@language": "sv"}], **event(name="Talko")})
    assert found.name[0].language == "sv"


def test_a_tag_makes_a_text_html_and_an_entity_does_not() -> None:
    found = one(event(name="Rock &amp; Roll", description="<p>Tervetuloa</p>"))
    assert (found.name[0].value, found.name[0].html, found.description[0].html) == ("Rock &amp; Roll", False, True)


def test_a_context_is_never_kept_nor_looked_up() -> None:
    found = one({"@context": "https://evil.example/context.json", **event()})
    assert "evil" not in found.text


def test_the_order_of_keys_changes_nothing() -> None:
    value = event(description="a", location={"@type": "Place", "name": "b"})
    turned = dict(reversed(value.items()))
    assert one(value).digest == one(json.loads(json.dumps(turned))).digest
