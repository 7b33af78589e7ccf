"""The client side as files: what it weighs, what the worker keeps, the manifests, and what pages give the script to say."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import brotli
import pytest
from parsel import Selector

from harvesters.errors import KoosteError
from normalize.model import Details, Registration, Start
from publish.addresses import FOLDERS
from publish.almanac import read_almanac
from publish.assets import read_assets
from publish.editions import make_editions
from publish.folders import Folders
from publish.offline import manifest_page, worker_page
from tests.publish_rows import HELSINKI, NOW, HandMade, at, files, joined, page, publish, schedules, single, slug_of, small_region

PNG = b"\x89PNG\r\n\x1a\n"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80"><path d="M0 0h200v80"/></svg>'
KIB = 1024
OPENS = at("2026-12-08", "09:00")
FORM = "https://opisto.example/kurssi/4711"


def course(opens: Start | None = OPENS, name: str = "Keramiikka") -> HandMade:
    """A course in January; one enrols on its organizer's form."""
    made = single(name, name, at("2027-01-12", "17:00"), at("2027-01-12", "19:00"))
    told = Details(registration=Registration(required=True, url=FORM, opens=opens))
    return replace(made, event_rows=[replace(made.event_rows[0], details=told)])


def with_course(opens: Start | None = OPENS) -> HandMade:
    return joined(small_region(), course(opens))


def weight(data: bytes) -> float:
    """KiB as brotli sends it."""
    return len(brotli.compress(data, mode=brotli.MODE_TEXT)) / KIB


def read_settings(worker: bytes) -> dict[str, Any]:
    found = re.search(r"SETTINGS = (\{.*\});", worker.decode())
    assert found
    made: dict[str, Any] = json.loads(found[1])
    return made


def settings(directory: Path) -> dict[str, Any]:
    return read_settings(files(directory)["sw.js"])


def test_scripts_and_style_keep_within_their_budgets(site: Path) -> None:
    made = files(site)
    site_script = next(data for path, data in made.items() if re.fullmatch(r"static/site\.[0-9a-f]{10}\.js", path))
    own_list = next(data for path, data in made.items() if re.fullmatch(r"static/mine\.[0-9a-f]{10}\.js", path))
    style = next(data for path, data in made.items() if re.fullmatch(r"static/style\.[0-9a-f]{10}\.css", path))
    assert weight(site_script) <= 2.5
    assert weight(own_list) <= 1.5
    assert weight(style) <= 10


def test_what_the_worker_keeps_is_there_and_small(site: Path) -> None:
    told, made = settings(site), files(site)
    pages = [f"{path.lstrip('/')}index.html" for paths in told["pages"].values() for path in paths]
    kept = [*(path.lstrip("/") for path in told["files"]), *pages]
    assert set(kept) <= made.keys()
    assert sum(len(made[path]) for path in kept) <= 2 * KIB * KIB
    assert sum(path.endswith(".woff2") for path in kept) == 1
    assert {language: paths[-1] for language, paths in told["pages"].items()} == {
        "fi": "/fi/ei-yhteytta/",
        "sv": "/sv/ingen-forbindelse/",
        "en": "/en/no-connection/",
    }


def test_no_copy_stays_of_pages_about_life_situations(site: Path) -> None:
    assert set(settings(site)["never"]) == {f"/{FOLDERS[language]['situation']}/" for language in ("fi", "sv", "en")}


def test_the_worker_changes_only_with_what_it_keeps(days: dict[str, dict[str, bytes]]) -> None:
    assert days["first"]["sw.js"] == days["next"]["sw.js"] != days["restyled"]["sw.js"]


def test_addresses_hold_the_path_below_which_the_site_stands(tmp_path: Path) -> None:
    there, folders = schedules(languages=("fi",), public_address="https://kunta.example/kalenteri"), Folders.found(tmp_path)
    almanac = read_almanac(small_region(), now=NOW, zone=HELSINKI, horizon=there.defaults.horizon)
    editions, assets = make_editions(there, almanac, folders, ""), read_assets(folders)
    told = read_settings(worker_page(editions, assets).render())
    assert all(path.startswith("/kalenteri/") for path in (*told["files"], *told["pages"]["fi"]))
    manifest = json.loads(manifest_page(editions["fi"], assets).render())
    assert (manifest["scope"], manifest["start_url"]) == ("/kalenteri/", "/kalenteri/fi/")


@pytest.mark.parametrize(("language", "short"), [("fi", "Tapahtumat"), ("sv", "Evenemang"), ("en", "Events")])
def test_each_language_can_be_put_among_programs(site: Path, language: str, short: str) -> None:
    manifest = json.loads(page(site, f"{language}/manifest.webmanifest"))
    assert (manifest["lang"], manifest["short_name"], manifest["display"]) == (language, short, "standalone")
    assert all(re.fullmatch(r"#[0-9A-F]{6}", manifest[name]) for name in ("theme_color", "background_color"))
    drawn, picture = manifest["icons"]
    assert [icon["src"].lstrip("/") in files(site) for icon in (drawn, picture)] == [True, True]
    assert (picture["sizes"], picture["type"], "maskable" in picture["purpose"]) == ("512x512", "image/png", True)


def test_what_shows_no_svg_gets_a_picture(site: Path) -> None:
    shown = Selector(page(site, "/fi/"))
    touch, shared = (
        shown.css('link[rel="apple-touch-icon"]::attr(href)').get(""),
        shown.css('meta[property="og:image"]::attr(content)').get(""),
    )
    assert shared == f"https://norppala.example{touch}"
    assert files(site)[touch.lstrip("/")].startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "picture", [b"GIF89a", PNG + bytes(8) + bytes([0, 0, 2, 0, 0, 0, 1, 0]), PNG + bytes(8) + bytes([0, 0, 0, 64] * 2)]
)
def test_a_picture_that_phones_do_not_take_is_refused(tmp_path: Path, picture: bytes) -> None:
    own = tmp_path / "static" / "icon.png"
    own.parent.mkdir()
    own.write_bytes(picture)
    with pytest.raises(KoosteError, match="square PNG of at least 192 pixels"):
        read_assets(Folders.found(tmp_path))


def test_no_page_runs_anything_but_our_files(site: Path) -> None:
    for path in ("/fi/", "/fi/tanaan/", "/sv/egna/", "/en/no-connection/"):
        shown = Selector(page(site, path))
        assert not shown.xpath("//script[not(@src)][not(contains(@type, 'json'))] | //@*[starts-with(name(), 'on')] | //style | //@style")
        policy = shown.css('meta[http-equiv="Content-Security-Policy"]::attr(content)').get("")
        assert "unsafe" not in policy
        for part in ("default-src 'none'", "script-src 'self'", "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'"):
            assert part in policy


@pytest.mark.parametrize("path", ["/fi/", "/fi/tanaan/", "/fi/huomenna/", "/fi/viikonloppu/", "/fi/viikko/"])
def test_lists_that_move_with_the_calendar_say_of_which_day_they_are(site: Path, path: str) -> None:
    body = Selector(page(site, path)).css("body")
    assert body.attrib["data-made"] == "2026-11-24"
    assert body.attrib["data-yesterday"] == "Tämä sivu on tehty eilen."
    assert body.attrib["data-before"] == "Tämä sivu on tehty 24.11.2026."


@pytest.mark.parametrize("path", ["/fi/pv/2026-11-24/", "/fi/viikko/2026-w48/", "/fi/tilaa/", "/fi/omat/"])
def test_pages_that_stay_true_do_not(site: Path, path: str) -> None:
    assert "data-made" not in page(site, path)


def test_a_moving_list_is_made_anew_on_the_next_day_though_nothing_changed(days: dict[str, dict[str, bytes]]) -> None:
    assert b'data-made="2026-11-25"' in days["next"]["fi/viikko/index.html"]


def test_an_end_is_told_where_it_is_known(site: Path) -> None:
    ends = Selector(page(site, "/fi/tanaan/")).css("time::attr(data-ends)").getall()
    assert ends == ["2026-11-24T11:00+02:00", "2026-11-24T15:00+02:00"]
    tomorrow = Selector(page(site, "/fi/huomenna/"))
    assert tomorrow.css(".card time")
    assert not tomorrow.css("time[data-ends]")  # nobody told when the Swedish hour ends


OPENINGS: dict[str, tuple[Start | None, str, str | None]] = {
    "Keramiikka": (OPENS, "Ilmoittautumislomake, aukeaa 8.12. klo 9", "2026-12-08T09:00+02:00"),
    "Kudonta": (at("2026-12-08", "09:30"), "Ilmoittautumislomake, aukeaa 8.12. klo 9.30", "2026-12-08T09:30+02:00"),
    "Kirjansidonta": (date(2026, 12, 8), "Ilmoittautumislomake, aukeaa 8.12.", "2026-12-08T00:00+02:00"),
    "Puutyö": (NOW, "Ilmoittaudu järjestäjän sivulla", None),
    "Punonta": (NOW.date(), "Ilmoittaudu järjestäjän sivulla", None),
    "Posliini": (None, "Ilmoittaudu järjestäjän sivulla", None),
}
COURSES = joined(*(course(opens, name) for name, (opens, _, _) in OPENINGS.items()))


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """The site on its first day, on the next, and with a style of its own when enrolment has opened; of the same rows."""
    directory, made = tmp_path_factory.mktemp("days"), {}
    for name, now in (("first", NOW), ("next", NOW + timedelta(days=1)), ("restyled", OPENS + timedelta(hours=1))):
        if name == "restyled":
            own = directory / "custom" / "static" / "style" / "95-own.css"
            own.parent.mkdir(parents=True)
            own.write_text(".own-colour { color: var(--ink); }\n", encoding="utf-8")
        publish(COURSES, directory, now=now)
        made[name] = files(directory)
    return made


def enrolling(made: dict[str, bytes], name: str) -> Selector:
    links = Selector(made[f"fi/t/{slug_of(COURSES, name)}/index.html"].decode()).css(f'a[href="{FORM}"]')
    assert len(links) == 1
    return links[0]


@pytest.mark.parametrize("name", OPENINGS)
def test_a_form_that_opens_later_says_when(days: dict[str, dict[str, bytes]], name: str) -> None:
    _, said, moment = OPENINGS[name]
    link = enrolling(days["first"], name)
    assert (link.css("::text").get(), link.attrib.get("data-opens")) == (said, moment)


def test_a_page_is_made_anew_when_enrolment_has_opened(days: dict[str, dict[str, bytes]]) -> None:
    for name in OPENINGS:
        assert enrolling(days["restyled"], name).css("::text").get() == "Ilmoittaudu järjestäjän sivulla"


def test_the_own_list_says_what_to_do_without_javascript(site: Path) -> None:
    for path, other in (("/fi/omat/", "/fi/tilaa/"), ("/sv/egna/", "/sv/prenumerera/"), ("/en/mine/", "/en/subscribe/")):
        shown = Selector(page(site, path))
        assert "JavaScript" in shown.css(".unscripted::text").get("")
        assert shown.css(f'main a[href="{other}"]')
        assert shown.css('meta[name="robots"][content="noindex"]')
        assert not shown.css("main button:not([hidden] button)")


def test_every_page_leads_to_the_own_list(site: Path) -> None:
    assert Selector(page(site, "/fi/tilaa/")).css('footer a[href="/fi/omat/"]')


def test_hidden_words_for_a_copy_stand_once_on_every_page(site: Path) -> None:
    """The worker finds them by their text."""
    for path in ("/fi/", "/sv/idag/", f"/fi/t/{slug_of(small_region(), 'Kyläkirppis')}/"):
        html = page(site, path)
        assert html.count(" hidden data-offline>") == 1
        assert html.count("<span data-fetched></span>") == 1


@pytest.mark.parametrize(
    ("own", "shown", "dark"),
    [
        ({"logo.svg": SVG}, ("svg", "200", "80"), None),
        ({"logo.png": PNG + bytes(8) + bytes([0, 0, 1, 0, 0, 0, 0, 64]), "logo-dark.svg": SVG}, ("png", "256", "64"), "svg"),
        ({"logo.svg": SVG, "logo.png": b""}, ("svg", "200", "80"), None),
        ({"logo-dark.svg": SVG}, None, None),
        ({}, None, None),
    ],
)
def test_a_municipality_s_logo_stands_before_the_name(
    own: dict[str, bytes], shown: tuple[str, str, str] | None, dark: str | None, tmp_path: Path
) -> None:
    folder = tmp_path / "custom" / "static"
    folder.mkdir(parents=True)
    for name, data in own.items():
        (folder / name).write_bytes(data)
    publish(small_region(), tmp_path)
    mark = Selector(page(tmp_path, "/fi/")).css(".wordmark")
    images = [(one.attrib["src"], one.attrib["width"], one.attrib["height"]) for one in mark.css("img[alt='']")]
    assert [(src.rpartition(".")[2], *size) for src, *size in images] == ([shown] if shown else [])
    others = mark.css("source[media='(prefers-color-scheme: dark)']::attr(srcset)").getall()
    assert [src.rpartition(".")[2] for src in others] == ([dark] if dark else [])
    assert {src.lstrip("/") for src in (*(src for src, *_ in images), *others)} <= files(tmp_path).keys()
    assert {src for src, *_ in images} <= set(settings(tmp_path)["files"])


def test_a_logo_without_a_size_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "static" / "logo.svg"
    own.parent.mkdir()
    own.write_text('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', encoding="utf-8")
    with pytest.raises(KoosteError, match="says how large it is"):
        read_assets(Folders.found(tmp_path))
