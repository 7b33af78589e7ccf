"""A hundred hostile forms and a calendar with a script in every property, then every page that shows any of it, in a real browser.

The policy must have had nothing to stop, and no element may stand there that could do something without it: what is shown is text.
With KOOSTE_AXE=all the pages are looked at once more with the policy switched off.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from urllib.parse import urlencode, urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Page, Route

from explorer.desk_frame import SECTIONS
from explorer.door_services import Looked, Looks
from explorer.instance import Means
from explorer.page import COOKIE, TOKEN
from explorer.proxies import networks
from explorer.server import site_app
from harvesters.source import Schedules
from kooste import daemon, explorer_services, settings
from kooste.door_look import Looking
from store.database import open_store
from store.desk import Desk, open_desk
from store.desk_accounts import add_account, hashed
from store.desk_submissions import submissions
from store.snapshot import freeze
from tests.door_client import HELSINKI
from tests.explorer_client import running
from tests.served import calendar_host
from tests.town import Town

pytestmark = pytest.mark.browser

RUN = "top.__ran.push(1)"
FOREIGN = "https://kavala.example"
PAYLOADS = (
    f"<script>{RUN}</script>",
    f'"><img src=x onerror="{RUN}">',
    f"'><svg onload='{RUN}'></svg>",
    f"</textarea></title></script><script>{RUN}</script>",
    f"javascript:{RUN}",
    f'<a href="javascript:{RUN}" autofocus onfocus="{RUN}">tästä</a>',
    f'<iframe srcdoc="<script>{RUN}</script>"></iframe>',
    f'<img src="{FOREIGN}/kuva.png"><link rel="stylesheet" href="{FOREIGN}/tyyli.css">',
    f'<meta http-equiv="refresh" content="0;url={FOREIGN}/"><base href="{FOREIGN}/">',
    f'<form action="{FOREIGN}/"><button autofocus>Lähetä</button></form><style>@import "{FOREIGN}/x.css";</style>',
    "{{ 7 * 191 }}{% for one in range(9) %}x{% endfor %}${7*191}<%= 7*191 %>",
    f"\u202e<details open ontoggle={RUN}>\u2028<math href='javascript:{RUN}'>x</math>",
)
STAYS = PAYLOADS[4]
"""What no cleaning of harvested text takes away: it has no tags."""
PROPERTIES = (
    "DESCRIPTION",
    "LOCATION",
    "CATEGORIES",
    "COMMENT",
    "CONTACT",
    "RESOURCES",
    "X-ALT-DESC;FMTTYPE=text/html",
    "X-COST",
    "X-TAGS",
)
HOOK = "window.__ran = []; window.alert = window.confirm = window.prompt = () => window.__ran.push(1);"
ALIVE = f"""() => [...document.querySelectorAll('*')].filter((one) => ['BASE', 'IFRAME', 'SCRIPT'].includes(one.tagName)
        && one.textContent.includes('__ran') || [...one.attributes].some(({{name, value}}) => /^on/i.test(name)
        || /^\\s*javascript:/i.test(value) && /^(href|src|action|formaction|xlink:href)$/i.test(name)
        || value.startsWith('{FOREIGN}') && /^(src|srcset|action|data|content)$/i.test(name)))
    .map((one) => one.outerHTML.slice(0, 200))"""
"""Elements that could do something, were it not for the policy; a link to a foreign page is only a link."""
DOOR, DESK, STATUS = "/explore/ilmoita-kalenteri/", "/explore/poyta/", re.compile(r'href="([^"]*/tila/[^"]+)"')
EVENT = {"day": "2026-12-01", "begins": "18", "ends": "20", "is_free": "no", "enrolment": "yes"}
NOW = datetime(2026, 11, 22, 6, tzinfo=HELSINKI)


def escaped(text: str) -> str:
    """As a TEXT value of iCalendar (RFC 5545 section 3.3.11)."""
    return text.replace("\\", "\\\\").replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n")


def hostile_calendar() -> bytes:
    """A calendar with one of the payloads in every property of every event."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PAYLOADS[0]}", f"X-WR-CALNAME:{escaped(PAYLOADS[1])}"]
    for number, payload in enumerate(PAYLOADS):
        turned = PAYLOADS[number:] + PAYLOADS[:number]
        day, hour = 24 + number % 6, 8 + number
        lines += ["BEGIN:VEVENT", f"UID:{number}-{escaped(payload)}", "DTSTAMP:20261101T000000Z"]
        lines += [f"DTSTART:202611{day}T{hour:02}0000Z", f"DTEND:202611{day}T{hour + 2:02}0000Z", f"SUMMARY:{escaped(payload)} kerho"]
        lines += [f"URL:javascript:{RUN}//{FOREIGN}", f"ATTACH:{turned[4]}", f"IMAGE;VALUE=URI:javascript:{RUN}"]
        lines += [f"{name}:{escaped(text)}" for name, text in zip(PROPERTIES, turned, strict=False)]
        lines += [f'ORGANIZER;CN="{turned[2].replace(chr(34), "")}":mailto:a@kavala.example', f"CONFERENCE;VALUE=URI:javascript:{RUN}"]
        lines += ["END:VEVENT"]
    return ("\r\n".join([*lines, "END:VCALENDAR"]) + "\r\n").encode()


@dataclass
class Attacked:
    """A served region, and whoever sends hostile forms to it: so many clients behind one proxy."""

    address: str
    asking: httpx.Client
    desk: Desk
    pages: list[str] = field(default_factory=list)
    """Addresses at which what was sent is shown."""
    answers: dict[str, httpx.Response] = field(default_factory=dict)
    """Pages that a form was answered with: they stand at no address of their own."""
    count: int = 0

    def send(self, where: str, fields: Mapping[str, str | list[str]], *, keep: bool = False, follow: bool = False) -> httpx.Response:
        """What a form is answered with. It has the token that every page of ours would have given."""
        self.count += 1
        told = {"x-forwarded-for": f"192.0.2.{self.count}"}
        body = {TOKEN: self.asking.cookies[COOKIE], "once": f"{self.count:032}", **fields}
        answer = self.asking.post(where, data=body, headers=told, follow_redirects=follow)
        if keep and not answer.is_redirect:
            self.answers[f"/explore/__answer/{len(self.answers)}"] = answer
        return answer


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    folder = tmp_path_factory.mktemp("attacked")
    with calendar_host() as host:
        town = Town(folder, host)
        for name in ("yksi", "kaksi"):  # the second one makes duplicates and overlaps of everything
            town.source(name, title=f"{PAYLOADS[3]} ry", organizer={"name": f"{PAYLOADS[0]} {name}"})
            host.files[f"/{name}.ics"] = hostile_calendar()
        assert town.kooste("harvest", "--all", now=NOW.isoformat()).exit_code == 0
        assert town.kooste("relate", now=NOW.isoformat()).exit_code == 0
    with open_store(town.data) as store:
        freeze(store, NOW)
    known = settings.load(town.config())
    app = site_app(town.data, known, page_of=daemon.page_of(known), means=means(town, known), proxies=networks(["127.0.0.1"]))
    with running(app) as address, httpx.Client(base_url=address, timeout=60) as asking:
        asking.get("/explore/kirjaudu/")
        yield attack(Attacked(address, asking, open_desk(town.data)))


def means(town: Town, known: Schedules) -> Means:
    """What the explorer is given: a moderator, and a door that really looks, but once at each sort of thing."""
    made = explorer_services.means(known, town.data, town.config(), lambda: NOW)
    services = made.services
    assert services is not None
    assert services.door is not None
    with services.desk.write() as connection:
        add_account(connection, ("maija", "toimitus", "moderator"), hashed("seitseman-veljesta", 1000), NOW)
    look_at = cache(lambda body: Looking(schedules=known, data=town.data, now=NOW).at_file(body, PAYLOADS[1]))
    event = once_each(services.door.look_at)
    seen = Looks(lambda pasted: replace(look_at(hostile_calendar()), entry={"url": pasted, "format": "ical"}))
    return replace(made, services=replace(services, door=replace(services.door, looks=seen, look_at=event)))


def once_each(look: Callable[[bytes, str], Looked]) -> Callable[[bytes, str], Looked]:
    """A look that is taken for the first event entered and told of the others too: each costs half a second."""
    kept: list[Looked] = []

    def looked(body: bytes, name: str) -> Looked:
        kept.extend([] if kept else [look(body, name)])
        return kept[0]

    return looked


def attack(at: Attacked) -> Attacked:
    """Sends everything."""
    at.send(f"{DOOR}{'e' * 40}/tapahtuma", {**EVENT, **dict.fromkeys(("name", "place", "price", "how_to_enrol"), STAYS)})
    for number, text in enumerate(PAYLOADS):
        at.send("/explore/palaute/", {"kind": text, "text": text, "email": text, "about": text}, keep=number == 1)
        at.send("/explore/palaute/", {"kind": "time", "about": "event:x", "text": text, "sure": "yes"})
        at.send("/explore/kirjaudu/", {"name": text, "password": text, "back": text}, keep=number == 1)
        _door(at, text, is_looked_at=number == 1)
    for key in ("u" * 40, "k" * 40):  # one stays a draft
        at.send(f"{DOOR}{key}/osoite", {"address": "https://kavala.example/k.ics"}, follow=True)  # its page waits for the look
    at.pages += [f"{DOOR}{'u' * 40}/{step}" for step in ("esikatselu", "julkaisutiedot")]
    at.pages += [f"{DOOR}{'e' * 40}/{step}" for step in ("esikatselu", "tapahtuma")]
    at.send(f"{DOOR}{key}/julkaisutiedot", {"organizer": PAYLOADS[0], "licence": "by", "may_publish": "yes", "note": PAYLOADS[2]})
    found = STATUS.search(at.asking.get(f"{DOOR}{key}/kuitti").text)
    assert found
    at.pages.append(found[1])
    _desk(at)
    return at


def _door(at: Attacked, text: str, *, is_looked_at: bool) -> None:
    """One event entered and sent in with the payload in every field; the draft's pages and the private ones."""
    draft = f"{DOOR}{at.count:040}"
    wrong = dict.fromkeys((*EVENT, "name", "place", "off", "until", "url", "description", "audience"), text)
    at.send(f"{draft}/tapahtuma", wrong, keep=is_looked_at)
    at.send(f"{draft}/tapahtuma", {**EVENT, **dict.fromkeys(("name", "place", "description", "price", "how_to_enrol"), text)})
    names = ("organizer", "business_id", "url", "place_id", "place_text", "licence", "email", "note", "audience")
    at.send(f"{draft}/julkaisutiedot", dict.fromkeys(names, text), keep=is_looked_at)
    told = {"organizer": text, "place_text": text, "note": text, "licence": "by", "may_publish": "yes"}
    found = STATUS.search(at.send(f"{draft}/julkaisutiedot", told, follow=True).text)
    if found is not None:  # else the name was refused in words
        at.send(found[1], {"what": "say", "text": text})
        at.pages += [found[1], f"{found[1]}/poista"] if is_looked_at else []


def _desk(at: Attacked) -> None:
    """What a moderator types, and the pages on which all of it is read."""
    assert "toimitus" in at.send("/explore/kirjaudu/", {"name": "maija", "password": "seitseman-veljesta"}, follow=True).text
    with at.desk.read() as connection:
        found = submissions(connection)
    for number, (one, text) in enumerate(zip(found, PAYLOADS, strict=False)):
        where = f"{DESK}ilmoitukset/{one.id}"
        at.send(where, {"do": ("ask", "reject", "withdraw")[number % 3], "text": text, "title": text}, keep=number == 2)
        at.pages += [where] if number == 1 or one.kind == "calendar" else []
    text, other = PAYLOADS[:2]
    one, two = [row["id"] for row in at.asking.get("/explore/kooste/events.json?_shape=array&_size=2").json()]
    at.send(f"{DESK}palautteet/1", {"do": "keep", "answer": text}, keep=True)
    at.send(f"{DESK}paatokset", {"kind": "different", "why": STAYS, "a": one, "b": two})
    at.send(f"{DESK}korjaukset/event/{one}", {"field": "name.fi", "value": STAYS, "why": STAYS}, keep=True)
    at.pages += [f"{DESK}vertaa?{urlencode({'a': one, 'b': two})}", f"{DESK}korjaukset/event/{one}?field=name.fi"]
    at.pages += [f"{DESK}korjaukset?{urlencode({'q': text, 'subject': text})}", f"{DESK}vertaa?{urlencode({'a': other, 'b': other})}"]
    at.pages += [DESK, *(f"{DESK}{told['fi']}" for told in SECTIONS.values()), f"{DESK}palautteet/1", f"{DESK}ilmoitukset?state=rejected"]


def asked_of(text: str) -> list[str]:
    """Pages for everybody that are asked with a payload in every parameter."""
    questions = {
        "ohjaus/maksutonta-lahella": (
            "ika",
            "alue",
            "paikka",
            "km",
            "alkaen",
            "paivia",
            "aika",
            "hinta_max",
            "esteettomyys",
            "kieli",
            "nayta",
        ),
        "ohjaus/lista": ("id", "tehty", "koko", "nayta"),
        "ohjaus/aukot": ("paivia", "kenelle"),
        "suunnittele/": ("pv", "kk", "vvvv", "alkaa", "paattyy", "kenelle", "aihe", "paikka", "sade"),
        "tilastot/aukot": ("ryhma", "kenelle", "alue"),
        "kooste/events": ("_search",),
        "kooste/places": ("name__contains",),
    }
    return [f"/explore/{path}?{urlencode(dict.fromkeys(names, text))}" for path, names in questions.items()]


SHOWING = (
    *("/explore/kooste/events?_all=on", "/explore/kooste/listings", "/explore/kooste/organizers", "/explore/kooste/sources"),
    *("/explore/kooste/issues", "/explore/ohjaus/juuri-nyt?tuntematon=1", "/explore/ohjaus/juuri-nyt?tuntematon=1&nayta=yhteystiedot"),
    *("/explore/ohjaus/uutta-ja-muuttunutta", "/explore/ohjaus/paallekkaisyydet"),
    *("/explore/suunnittele/?pv=24&kk=11&vvvv=2026&alkaa=8&paattyy=22", "/explore/tilastot/lahteet", "/explore/tilastot/raportti"),
)
"""Pages for everybody that show the harvested calendars."""
QUIET = {
    *(f"{DESK}{SECTIONS[name]['fi']}" for name in ("submissions", "review", "overlaps", "held", "stale", "compare")),
    *(DESK, "/explore/ohjaus/juuri-nyt?tuntematon=1&nayta=yhteystiedot", "/explore/ohjaus/paallekkaisyydet", "/explore/tilastot/raportti"),
}
"""Pages that may show nothing of it: nothing waits there, or only figures stand there."""


@dataclass
class Seen:
    """What a browser noticed while it looked."""

    noticed: list[str] = field(default_factory=list)
    wrong: dict[str, list[str]] = field(default_factory=dict)
    silent: list[str] = field(default_factory=list)
    """Pages on which no hostile text stands to be read."""
    looked: int = 0

    def follow(self, page: Page, address: str) -> None:
        """Takes down whatever runs, asks a question, is stopped by the policy, or is asked for elsewhere."""
        page.on("console", lambda told: self.notice(told.text, is_wrong=told.type == "error" and "status of" not in told.text))
        page.on("dialog", lambda dialog: self.notice(f"dialog: {dialog.message}"))
        page.on("pageerror", lambda problem: self.notice(f"ran: {problem}"))
        page.context.on("request", lambda one: self.notice(f"asked: {one.url}", is_wrong=not one.url.startswith((address, "data:"))))

    def notice(self, what: str, *, is_wrong: bool = True) -> None:
        """Something that may be wrong."""
        self.noticed.extend([what] if is_wrong else [])

    def at(self, page: Page, name: str) -> None:
        """Takes down what is wrong with the page as it stands."""
        ran, alive, text = page.evaluate(f"[window.__ran.length, ({ALIVE})(), document.body.outerHTML]")
        problems = [*self.noticed, *(["something ran"] if ran else []), *(f"alive: {one}" for one in alive)]
        if problems:
            self.wrong[name] = problems
        self.noticed.clear()
        self.looked += 1
        self.silent += [] if "__ran" in text else [name]


def _answered(route: Route, attacked: Attacked) -> None:
    """Gives the browser the page that a form was answered with."""
    found = attacked.answers[urlsplit(route.request.url).path]
    policy = found.headers["content-security-policy"]
    route.fulfill(status=200, body=found.text, headers={"content-type": "text/html; charset=utf-8", "content-security-policy": policy})


@pytest.mark.parametrize("without_policy", [False, *([True] if os.environ.get("KOOSTE_AXE") == "all" else [])])
def test_nothing_runs_nothing_stirs_and_nobody_else_is_asked(browser: Browser, attacked: Attacked, *, without_policy: bool) -> None:
    context = browser.new_context(bypass_csp=without_policy, viewport={"width": 1280, "height": 900})
    context.add_cookies([{"name": name, "value": value, "url": attacked.address} for name, value in attacked.asking.cookies.items()])
    context.add_init_script(HOOK)
    context.route("**/__answer/*", lambda route: _answered(route, attacked))
    page, seen = context.new_page(), Seen()
    seen.follow(page, attacked.address)
    for where in (*attacked.answers, *SHOWING, *asked_of(PAYLOADS[1]), *dict.fromkeys(attacked.pages)):
        page.goto(attacked.address + where, wait_until="domcontentloaded")
        seen.at(page, where)
    context.close()
    assert attacked.count >= 100
    assert seen.wrong == {}
    assert set(seen.silent) <= QUIET
