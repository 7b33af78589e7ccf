"""How news feeds tell of events: RSS 2.0 with the time in the title, WordPress posts, Atom with XHTML, RSS 1.0 with the event module."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from email.utils import format_datetime
from xml.sax.saxutils import escape

from examples.norppala.entry import HELSINKI, Entry, as_datetime
from examples.norppala.publisher import Publisher
from examples.norppala.words import LONG, day, hours, slug, when

_ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NOON = 12


def _newest_first(entries: Sequence[Entry]) -> list[Entry]:
    """A feed's order: by when it was written, the newest first."""
    return sorted(entries, key=lambda entry: (entry.created, entry.key), reverse=True)


# --- RSS 2.0 with the date in the title ------------------------------------------------------------------------------------------------


def write_plain(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """``Peli-ilta pe 27.11. klo 17``; ``pubDate`` is when it was written."""
    items = "".join(_plain_item(publisher, entry) for entry in _newest_first(entries))
    return {"s21.xml": _rss(publisher, items, generator="Drupal 10", link="rss.xml")}


def _plain_item(publisher: Publisher, entry: Entry) -> str:
    return (
        f"<item>\n<title>{escape(entry.name)} {when(entry)}</title>\n"
        f"<link>{publisher.site}/uutiset/{slug(entry.name)}-{entry.number % 1000}</link>\n"
        f"<description>{escape(f'{entry.text} {publisher.place(entry)}.'.strip())}</description>\n"
        f"<pubDate>{_written(entry)}</pubDate>\n"
        f'<guid isPermaLink="false">{entry.number % 9000} at {publisher.site}</guid>\n</item>\n'
    )


def _rss(publisher: Publisher, items: str, *, generator: str, link: str, namespaces: str = "") -> bytes:
    """The channel around the items."""
    return (
        f'{_DECLARATION}<rss version="2.0"{namespaces}>\n<channel>\n'
        f"<title>{escape(publisher.title)}</title>\n<link>{publisher.site}/</link>\n"
        f'<atom:link xmlns:atom="http://www.w3.org/2005/Atom" href="{publisher.served}/{link}" rel="self" type="application/rss+xml"/>\n'
        f"<description>{escape(publisher.about or publisher.title)}</description>\n<language>fi</language>\n"
        f"<generator>{generator}</generator>\n{items}</channel>\n</rss>\n"
    ).encode()


def _written(entry: Entry) -> str:
    return format_datetime(entry.created, usegmt=True)


# --- WordPress -------------------------------------------------------------------------------------------------------------------------

_NAMESPACES = ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
_THANKS = "<p>Kiitos kaikille, jotka olivat mukana syksyn talkoissa!</p>"


def write_posts(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """Posts in three languages, none of which says in which it is; the time stands in the text. One post tells of no event."""
    items = "".join(_post(publisher, entry) for entry in _newest_first(entries))
    thanks = _wordpress(publisher, "Kiitos talkooväelle", _THANKS, "Sun, 15 Nov 2026 09:12:00 +0000", 4711)
    version = "https://wordpress.org/?v=6.9"
    return {"s36.xml": _rss(publisher, items + thanks, generator=version, link="feed/", namespaces=_NAMESPACES)}


def _post(publisher: Publisher, entry: Entry) -> str:
    """One post; the same event in another language is another post."""
    told, place = _TOLD[entry.language](entry), publisher.place(entry)
    content = f"<p>{told}, <strong>{escape(_PLACES.get((entry.language, entry.venue), place))}</strong>.</p>\n<p>{escape(entry.text)}</p>"
    return _wordpress(publisher, entry.name, content, _written(entry), entry.number % 9000)


def _wordpress(publisher: Publisher, title: str, content: str, written: str, number: int) -> str:
    return (
        f"<item>\n<title>{escape(title)}</title>\n<link>{publisher.site}/2026/11/{slug(title) or 'post-' + str(number)}/</link>\n"
        f"<dc:creator><![CDATA[toimisto]]></dc:creator>\n<pubDate>{written.replace('GMT', '+0000')}</pubDate>\n"
        f"<category><![CDATA[Ajankohtaista]]></category>\n"
        f'<guid isPermaLink="false">{publisher.site}/?p={number}</guid>\n'
        f"<content:encoded><![CDATA[{content}]]></content:encoded>\n</item>\n"
    )


def _in_finnish(entry: Entry) -> str:
    """``Torstaina 26.11. klo 17–18.30``."""
    start = as_datetime(entry.start)
    return f"{LONG[start.weekday()].capitalize()}na {day(start)} klo {hours(start, entry.end)}"


def _in_english(entry: Entry) -> str:
    """``Thursday 26 November 2026, 5–6.30 pm``."""
    start, end = as_datetime(entry.start), as_datetime(entry.end or entry.start)
    span = "–".join(_twelve(moment) for moment in (start, end))
    return f"{_ENGLISH_DAYS[start.weekday()]} {start.day} {_ENGLISH_MONTHS[start.month - 1]} {start.year}, {span} pm"


def _twelve(moment: datetime) -> str:
    return f"{moment.hour - _NOON}.{moment.minute:02}" if moment.minute else str(moment.hour - _NOON)


def _in_russian(entry: Entry) -> str:
    """``26.11.2026 17.00–18.30``: figures, as everybody reads them."""
    start, end = as_datetime(entry.start), as_datetime(entry.end or entry.start)
    return f"{start.day}.{start.month}.{start.year} {start:%H.%M}–{end:%H.%M}"


_TOLD: Mapping[str, Callable[[Entry], str]] = {"fi": _in_finnish, "en": _in_english, "ru": _in_russian}
_PLACES = {("en", "v-kirjasto"): "Norppala Main Library", ("ru", "v-kirjasto"): "Pääkirjasto"}


# --- Atom ------------------------------------------------------------------------------------------------------------------------------

_PERFORMERS = "Esiintyjät: Esimerkki Oppilas (viulu, 9 v.), Keksitty Soittaja (sello, 11 v.) ja jousiorkesteri."
"""Performers are children: their names must go no further. These two are invented, as they say themselves."""


def write_atom(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """Entries whose time stands in the XHTML of their content; ``updated`` is the feed's own."""
    ordered = _newest_first(entries)
    latest = max(entry.modified for entry in ordered)
    head = (
        f'{_DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fi">\n<title>{escape(publisher.title)}</title>\n'
        f"<id>tag:{publisher.host},2026:konsertit</id>\n<updated>{_atom(latest)}</updated>\n"
        f'<link rel="self" href="{publisher.served}/feed.atom"/>\n<link href="{publisher.site}/"/>\n'
        f"<author><name>{escape(publisher.title)}</name></author>\n"
    )
    return {"s30.atom": f"{head}{''.join(_atom_entry(publisher, entry) for entry in ordered)}</feed>\n".encode()}


def _atom_entry(publisher: Publisher, entry: Entry) -> str:
    start = as_datetime(entry.start)
    told = f"{LONG[start.weekday()].capitalize()}na {day(start)} klo {hours(start, entry.end)}, <em>{escape(publisher.place(entry))}</em>"
    return (
        f"<entry>\n<title>{escape(entry.name)}</title>\n<id>tag:{publisher.host},2026:{entry.number % 10**6}</id>\n"
        f"<published>{_atom(entry.created)}</published>\n<updated>{_atom(entry.modified)}</updated>\n"
        f'<link rel="alternate" href="{publisher.site}/konsertit/{slug(entry.name)}"/>\n'
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">\n<p>{told}.</p>\n'
        f"<p>{escape(entry.text)} Vapaa pääsy.</p>\n<p>{_PERFORMERS}</p>\n</div></content>\n</entry>\n"
    )


def _atom(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


# --- RSS 1.0 with the event module -----------------------------------------------------------------------------------------------------

_RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ev="http://purl.org/rss/1.0/modules/event/">\n'
)


def write_event_module(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """RSS 1.0: the channel lists its items, then they follow, with ``ev:startdate`` and ``ev:enddate`` in local time with offset."""
    ordered = sorted(entries, key=lambda entry: as_datetime(entry.start))
    listed = "".join(f'<rdf:li rdf:resource="{_address(publisher, entry)}"/>\n' for entry in ordered)
    channel = (
        f'<channel rdf:about="{publisher.served}/events/rss">\n'
        f"<title>{escape(publisher.title)}</title>\n<link>{publisher.site}/en/events</link>\n"
        f"<description>{escape(publisher.about)}</description>\n<dc:language>en</dc:language>\n"
        f"<items><rdf:Seq>\n{listed}</rdf:Seq></items>\n</channel>\n"
    )
    items = "".join(_event_item(publisher, entry) for entry in ordered)
    return {"s32.rdf": f"{_DECLARATION}{_RDF}{channel}{items}</rdf:RDF>\n".encode()}


def _address(publisher: Publisher, entry: Entry) -> str:
    return f"{publisher.site}/en/events/{slug(entry.name)}-{entry.start:%Y-%m-%d}"


def _event_item(publisher: Publisher, entry: Entry) -> str:
    start = as_datetime(entry.start).replace(tzinfo=HELSINKI)
    end = as_datetime(entry.end or entry.start).replace(tzinfo=HELSINKI)
    address = _address(publisher, entry)
    return (
        f'<item rdf:about="{address}">\n<title>{escape(entry.name)}</title>\n<link>{address}</link>\n'
        f"<description>{escape(entry.text)}</description>\n<dc:date>{_atom(entry.modified - timedelta(hours=1))}</dc:date>\n"
        f"<ev:type>Event</ev:type>\n<ev:startdate>{start.isoformat()}</ev:startdate>\n<ev:enddate>{end.isoformat()}</ev:enddate>\n"
        f"<ev:location>{escape(publisher.place(entry))}</ev:location>\n</item>\n"
    )
