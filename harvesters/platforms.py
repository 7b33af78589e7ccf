"""The programs that publish calendars, and what gives each of them away: PRODID, generator, host, path or header.

A key of ``PLATFORMS`` names the program in advice (``normalize.finding_mend``) and in ``Recognised.platform``. The tables are read in
order, so the narrower pattern stands first: The Events Calendar is found before the WordPress it runs in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

PLATFORMS: dict[str, str] = {
    "google": "Google Calendar",
    "outlook": "Outlook / Microsoft 365",
    "icloud": "Apple iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "tribe": "The Events Calendar (WordPress)",
    "mec": "Modern Events Calendar (WordPress)",
    "events_manager": "Events Manager (WordPress)",
    "eventon": "EventON (WordPress)",
    "event_organiser": "Event Organiser (WordPress)",
    "all_in_one": "All-in-One Event Calendar (WordPress)",
    "wordpress": "WordPress",
    "drupal": "Drupal",
    "joomla": "Joomla",
    "typo3": "TYPO3",
    "plone": "Plone",
    "liferay": "Liferay",
    "squarespace": "Squarespace",
    "wix": "Wix",
    "yhdistysavain": "Yhdistysavain",
    "myclub": "myClub",
    "nimenhuuto": "Nimenhuuto",
    "jopox": "Jopox",
    "hellewi": "Hellewi",
    "lyyti": "Lyyti",
    "lahella": "Lähellä.fi",
    "linked_events": "Linked Events",
    "kirkanta": "Kirkanta",
    "ptv": "PTV",
    "evl": "evl.fi",
    "kide": "Kide.app",
    "lippu": "Lippu.fi",
    "eventz": "Eventz.today",
    "openactive": "OpenActive",
    "mobilizon": "Mobilizon",
    "gancio": "Gancio",
    "meetup": "Meetup",
    "eventbrite": "Eventbrite",
    "localist": "Localist",
    "tockify": "Tockify",
    "teamup": "Teamup",
    "libcal": "LibCal",
    "campusgroups": "CampusGroups",
    "civicplus": "CivicPlus",
    "growthzone": "GrowthZone",
    "membershipworks": "MembershipWorks",
    "mobilize": "Mobilize",
    "schoolwires": "Blackboard Schoolwires",
    "churchbuilder": "Church Community Builder",
    "confluence": "Atlassian Confluence",
    "podio": "Podio",
    "zimbra": "Zimbra",
    "sogo": "SOGo",
    "radicale": "Radicale",
    "cyrus": "Cyrus / Fastmail",
    "davx5": "DAVx5",
    "davmail": "DavMail",
    "khal": "khal",
    "sabredav": "sabre/dav",
    "apple": "Apple Calendar",
    "thunderbird": "Thunderbird",
    "evolution": "GNOME Evolution",
    "facebook": "Facebook",
    "google_sheets": "Google Sheets",
    "dropbox": "Dropbox",
    "onedrive": "OneDrive / SharePoint",
    "library": "a calendar library",
    "kooste": "Kooste",
}
"""Key -> the name its users know."""

_PRODID = (
    (r"//kooste//", "kooste"),
    (r"google", "google"),
    (r"ecpv\d", "tribe"),
    (r"- ?mecv|modern events calendar|webnus", "mec"),
    (r"wp-events-plugin", "events_manager"),
    (r"event organiser|wp-event-organiser|eventorganiser", "event_organiser"),
    (r"all-in-one|timely network|ai1ec", "all_in_one"),
    (r"eventon", "eventon"),
    (r"wordpress", "wordpress"),
    (r"nextcloud", "nextcloud"),
    (r"owncloud", "owncloud"),
    (r"microsoft|exchange|outlook|office ?365", "outlook"),
    (r"icloud|caldav\.icloud", "icloud"),
    (r"apple", "apple"),
    (r"plone|plönë", "plone"),
    (r"liferay", "liferay"),
    (r"drupal", "drupal"),
    (r"joomla|jevents|icagenda", "joomla"),
    (r"typo3", "typo3"),
    (r"squarespace", "squarespace"),
    (r"yhdistysavain", "yhdistysavain"),
    (r"myclub", "myclub"),
    (r"nimenhuuto", "nimenhuuto"),
    (r"jopox|hockeypox", "jopox"),
    (r"hellewi|wildfrost", "hellewi"),
    (r"lyyti", "lyyti"),
    (r"mobilizon", "mobilizon"),
    (r"gancio", "gancio"),
    (r"meetup", "meetup"),
    (r"eventbrite", "eventbrite"),
    (r"localist", "localist"),
    (r"tockify", "tockify"),
    (r"teamup", "teamup"),
    (r"springshare|libcal", "libcal"),
    (r"campusgroups", "campusgroups"),
    (r"civicplus|civicengage", "civicplus"),
    (r"growthzone", "growthzone"),
    (r"membershipworks", "membershipworks"),
    (r"mobilize", "mobilize"),
    (r"schoolwires", "schoolwires"),
    (r"churchcommunitybuilder", "churchbuilder"),
    (r"confluence", "confluence"),
    (r"podio", "podio"),
    (r"zimbra", "zimbra"),
    (r"inverse inc|sogo", "sogo"),
    (r"radicale", "radicale"),
    (r"cyrusimap|fastmail", "cyrus"),
    (r"davx5|bitfire", "davx5"),
    (r"davmail", "davmail"),
    (r"khal", "khal"),
    (r"thunderbird|mozilla", "thunderbird"),
    (r"evolution|gnome", "evolution"),
    (r"sabre", "sabredav"),
    (r"icalcreator|ical4j|icalendar-ruby|collective/+icalendar|eluceo|data::ical|ical-generator", "library"),
)
_GENERATOR = (
    (r"kooste", "kooste"),
    (r"the events calendar", "tribe"),
    (r"modern events calendar", "mec"),
    (r"eventon", "eventon"),
    (r"events manager", "events_manager"),
    (r"wordpress", "wordpress"),
    (r"drupal|varbase", "drupal"),
    (r"joomla", "joomla"),
    (r"typo3", "typo3"),
    (r"plone", "plone"),
    (r"liferay", "liferay"),
    (r"squarespace", "squarespace"),
    (r"wix\.com", "wix"),
    (r"yhdistysavain", "yhdistysavain"),
    (r"localist", "localist"),
    (r"gancio", "gancio"),
    (r"mobilizon", "mobilizon"),
    (r"nextcloud", "nextcloud"),
    (r"civicplus", "civicplus"),
)
_HOST = (
    (r"docs\.google\.com|drive\.google\.com|googleusercontent\.com", "google_sheets"),
    (r"(calendar|www)\.google\.com", "google"),
    (r"outlook\.(office365|office|live)\.com|outlook\.com", "outlook"),
    (r"sharepoint\.com|1drv\.ms|onedrive\.live\.com", "onedrive"),
    (r"dropbox(usercontent)?\.com", "dropbox"),
    (r"icloud\.com", "icloud"),
    (r"myclub\.fi", "myclub"),
    (r"nimenhuuto\.com", "nimenhuuto"),
    (r"jopox\.fi", "jopox"),
    (r"opistopalvelut\.fi|kuntapalvelut\.fi|kesayliopistopalvelut\.fi", "hellewi"),
    (r"lyyti\.(com|in|fi)", "lyyti"),
    (r"lahella\.fi", "lahella"),
    (r"linkedevents\.fi|api\.hel\.fi|pirkanmaaevents\.fi", "linked_events"),
    (r"kirjastot\.fi", "kirkanta"),
    (r"palvelutietovaranto(\.\w+)?\.suomi\.fi", "ptv"),
    (r"evl\.fi", "evl"),
    (r"kide\.app", "kide"),
    (r"lippu\.fi|lippupiste\.(fi|com)", "lippu"),
    (r"eventz\.today", "eventz"),
    (r"yhdistysavain\.fi", "yhdistysavain"),
    (r"meetup\.com", "meetup"),
    (r"eventbrite\.\w+", "eventbrite"),
    (r"localist\.com", "localist"),
    (r"tockify\.com", "tockify"),
    (r"teamup\.com", "teamup"),
    (r"libcal\.com", "libcal"),
    (r"facebook\.com|fb\.(com|me)", "facebook"),
    (r"wixsite\.com", "wix"),
    (r"squarespace\.com", "squarespace"),
)
_PATH = (
    (r"/wp-json/tribe/events/|[?&](outlook-)?ical=1\b", "tribe"),
    (r"[?&]mec-ical-feed=", "mec"),
    (r"/wp-json/", "wordpress"),
    (r"/remote\.php/dav/|/apps/calendar/", "nextcloud"),
    (r"/linkedevents/v\d", "linked_events"),
    (r"/owa/calendar/", "outlook"),
    (r"/hockeypox/", "jopox"),
    (r"/sogo/", "sogo"),
)
_MARKUP = (
    (r"tribe-events|/plugins/the-events-calendar", "tribe"),
    (r"/plugins/modern-events-calendar|\bmec-(?:wrap|events|calendar)\b", "mec"),
    (r"/plugins/events-manager", "events_manager"),
    (r"/plugins/eventon", "eventon"),
    (r"/wp-content/|/wp-includes/|/wp-json/", "wordpress"),
    (r"data-drupal-|/sites/default/files/|drupal-settings-json", "drupal"),
    (r"/media/jui/|/components/com_", "joomla"),
    (r"static1\.squarespace\.com|squarespace-cdn", "squarespace"),
    (r"static\.wixstatic\.com|wix-warmup-data", "wix"),
    (r"yhdistysavain", "yhdistysavain"),
    (r"event-search-listview", "evl"),
    (r"/o/frontend-js|liferay", "liferay"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """What made a thing, and the words that say so."""

    platform: str
    evidence: str


def by_prodid(prodid: str) -> Clue | None:
    """The program that wrote a calendar (RFC 5545 section 3.7.3), its own name where the table lacks it."""
    key = _first(_PRODID, prodid)
    return Clue(platform=key, evidence=f"PRODID {prodid[:100]}") if key else None


def by_generator(generator: str) -> Clue | None:
    """The program that a page or a feed says it was made with."""
    key = _first(_GENERATOR, generator)
    return Clue(platform=key, evidence=f"generator {generator[:100]}") if key else None


def by_address(url: str) -> Clue | None:
    """The service whose host, or the program whose way of making addresses, it is; the address itself is not repeated."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if key := next((key for pattern, key in _HOST if re.search(rf"(?:^|\.)(?:{pattern})$", host)), ""):
        return Clue(platform=key, evidence=f"host {host}")
    key = _first(_PATH, f"{parts.path}?{parts.query}")
    return Clue(platform=key, evidence="the form of the address") if key else None


def by_headers(headers: Mapping[str, str]) -> Clue | None:
    """The program that the server names beside its answer."""
    if "/wp-json/" in headers.get("link", ""):
        return Clue(platform="wordpress", evidence="header Link to wp-json")
    named = f"{headers.get('x-generator', '')} {headers.get('x-powered-by', '')} {headers.get('x-drupal-cache', '') and 'drupal'}"
    if found := by_generator(named):
        return Clue(platform=found.platform, evidence="header X-Generator")
    if "x-ms-exchange" in " ".join(headers) or "x-owa-version" in headers:
        return Clue(platform="outlook", evidence="headers of Exchange")
    return None


def by_markup(text: str) -> Clue | None:
    """The program whose files and class names stand in a page."""
    key = _first(_MARKUP, text)
    return Clue(platform=key, evidence="files and class names of the page") if key else None


def best(clues: Iterable[Clue | None]) -> Clue | None:
    """The first clue that is not as general as ``wordpress`` where a later one is a plugin of it."""
    found = [clue for clue in clues if clue is not None]
    plugins = ("tribe", "mec", "events_manager", "eventon", "event_organiser", "all_in_one")
    if found and found[0].platform in {"wordpress", "library", "sabredav"}:
        narrower = next((clue for clue in found if clue.platform in plugins or clue.platform in {"nextcloud", "owncloud"}), None)
        return narrower or found[0]
    return found[0] if found else None


def _first(table: tuple[tuple[str, str], ...], text: str) -> str:
    return next((key for pattern, key in table if re.search(pattern, text, re.IGNORECASE)), "") if text else ""
