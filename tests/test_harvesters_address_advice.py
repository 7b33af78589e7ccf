"""What people paste instead of a calendar's address, and which address they meant."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvesters.address_advice import advise
from harvesters.address_secrets import secret_part, without_secret
from normalize.findings_address import ADDRESS_FINDINGS

GROUP = "seura@group.calendar.google.com"
CID = base64.b64encode(GROUP.encode()).decode().rstrip("=")
EID = base64.b64encode(b"tapahtuma1 seura@g").decode().rstrip("=")
PUBLIC = "https://calendar.google.com/calendar/ical/seura%40group.calendar.google.com/public/basic.ics"
SEEN = [
    (
        "https://calendar.google.com/calendar/embed?src=seura%40group.calendar.google.com&ctz=Europe%2FHelsinki",
        "address_google_embed",
        PUBLIC,
    ),
    (f"https://calendar.google.com/calendar/htmlembed?src={GROUP}", "address_google_embed", PUBLIC),
    (f"https://calendar.google.com/calendar/u/0?cid={CID}", "address_google_sharing", PUBLIC),
    (f"https://calendar.google.com/calendar/u/0/r?cid={CID}&pli=1", "address_google_sharing", PUBLIC),
    ("https://calendar.google.com/calendar/r?cid=webcal://seura.example/a.ics", "address_google_sharing", "https://seura.example/a.ics"),
    (f"https://calendar.google.com/calendar/u/0/r/settings/calendar/{CID}?tab=mc", "address_google_settings", PUBLIC),
    (f"https://www.google.com/calendar/event?eid={EID}", "address_google_event", PUBLIC),
    (f"https://www.google.com/calendar/feeds/{GROUP}/public/basic", "address_google_embed", PUBLIC),
    (
        f'<iframe src="https://calendar.google.com/calendar/embed?src={GROUP}&amp;ctz=x" width="800"></iframe>',
        "address_google_embed",
        PUBLIC,
    ),
    (GROUP, "address_google_id", PUBLIC),
    (PUBLIC, "", PUBLIC),
    ("https://calendar.google.com/calendar/u/0/r/month/2026/11/1", "address_google_own", ""),
    (
        "https://outlook.office365.com/owa/calendar/a@b.example/c1/calendar.html",
        "address_outlook_page",
        "https://outlook.office365.com/owa/calendar/a@b.example/c1/calendar.ics",
    ),
    (
        "https://outlook.office365.com/calendar/published/a@b.example/c1/calendar.html",
        "address_outlook_page",
        "https://outlook.office365.com/owa/calendar/a@b.example/c1/calendar.ics",
    ),
    (
        "https://outlook.live.com/owa/calendar/g1/g2/cid-AB/index.html",
        "address_outlook_page",
        "https://outlook.live.com/owa/calendar/g1/g2/cid-AB/calendar.ics",
    ),
    ("https://outlook.office.com/calendar/view/month", "address_outlook_own", ""),
    (
        "https://pilvi.example/index.php/apps/calendar/p/AbC123/Tapahtumat",
        "address_nextcloud_page",
        "https://pilvi.example/remote.php/dav/public-calendars/AbC123?export",
    ),
    (
        "https://pilvi.example/remote.php/dav/public-calendars/AbC123/",
        "address_nextcloud_page",
        "https://pilvi.example/remote.php/dav/public-calendars/AbC123?export",
    ),
    ("https://pilvi.example/apps/calendar/dayGridMonth/now", "address_nextcloud_own", ""),
    ("https://www.icloud.com/calendar/", "address_icloud_own", ""),
    ("webcal://p12-caldav.icloud.com/published/2/abc", "address_webcal", "https://p12-caldav.icloud.com/published/2/abc"),
    (
        "https://docs.google.com/spreadsheets/d/1AbC/edit#gid=12",
        "address_sheet",
        "https://docs.google.com/spreadsheets/d/1AbC/export?format=csv&gid=12",
    ),
    (
        "https://docs.google.com/spreadsheets/d/e/2PACX-1/pubhtml?gid=3&single=true",
        "address_sheet",
        "https://docs.google.com/spreadsheets/d/e/2PACX-1/pub?gid=3&single=true&output=csv",
    ),
    ("https://docs.google.com/document/d/1AbC/edit", "address_shared_file", ""),
    ("https://drive.google.com/file/d/1AbC/view?usp=sharing", "address_sharing", "https://drive.google.com/uc?export=download&id=1AbC"),
    ("https://www.dropbox.com/s/abc/kal.ics?dl=0", "address_sharing", "https://www.dropbox.com/s/abc/kal.ics?dl=1"),
    (
        "https://seura.sharepoint.com/:x:/g/abc?e=1",
        "address_sharing",
        "https://seura.sharepoint.com/:x:/g/abc?e=1&download=1",
    ),
    ("https://1drv.ms/x/abc", "address_shared_file", ""),
    ("https://www.facebook.com/seura/events", "address_facebook", ""),
    ("https://www.meetup.com/seura-ry/", "address_known_page", "https://www.meetup.com/seura-ry/events/ical/"),
    ("https://teamup.com/ks12345678abcd", "address_known_page", "https://ics.teamup.com/feed/ks12345678abcd/0.ics"),
    ("https://tockify.com/seura/agenda", "address_known_page", "https://tockify.com/api/feeds/ics/seura"),
    ("https://joukkue.nimenhuuto.com/events", "address_known_page", "https://joukkue.nimenhuuto.com/calendar/ical"),
    ("seura.example/tapahtumat", "address_no_scheme", "https://seura.example/tapahtumat"),
    ("http://seura.example/a.ics", "", "http://seura.example/a.ics"),
    ("Kalenterimme on osoitteessa https://seura.example/a.ics, kiitos!", "", "https://seura.example/a.ics"),
    ("“https://seura.example/a.ics”", "", "https://seura.example/a.ics"),
    ("toimisto@seura.example", "address_mail", ""),
    ("C:\\Users\\Yhdistys\\kalenteri.ics", "address_file", ""),
    ("\\\\palvelin\\jako\\kalenteri.ics", "address_file", ""),
    ("file:///home/yhdistys/kalenteri.ics", "address_file", ""),
    ("kalenteri.ics", "address_file", ""),
    ("ftp://seura.example/a.ics", "address_not_web", ""),
    ("http://localhost/a.ics", "address_local", ""),
    ("http://nas.local/a.ics", "address_local", ""),
    ("", "address_missing", ""),
    ("meidän kalenteri", "address_not_one", ""),
    ("https://", "address_not_one", ""),
    ("https://[broken", "address_not_one", ""),
]
SECRETS = [
    (
        "https://calendar.google.com/calendar/ical/seura%40gmail.com/private-0123456789abcdef/basic.ics",
        "private-0123456789abcdef",
        "https://calendar.google.com/calendar/ical/seura%40gmail.com/public/basic.ics",
    ),
    ("https://id.myclub.fi/flow/calendar_subscriptions/12345.ics?token=abcdef123", "abcdef123", ""),
    ("https://seura.example/kal.ics?lang=fi&api_key=abc-def-ghi", "abc-def-ghi", ""),
    ("https://joukkue.nimenhuuto.com/calendar/ical?auth[user_id]=123&auth[signature]=abcdef99", "abcdef99", ""),
    ("https://tunnus:salasana@seura.example/kal.ics", "tunnus:salasana", ""),
    ("https://seura.example/private-0123456789abcdef/kal.ics", "private-0123456789abcdef", ""),
]


@pytest.mark.parametrize(("pasted", "code", "url"), SEEN)
def test_what_was_meant(pasted: str, code: str, url: str) -> None:
    found = advise(pasted)
    assert (found.code, found.url) == (code, url)
    assert not found.is_secret
    assert not code or code in ADDRESS_FINDINGS


@pytest.mark.parametrize(("address", "secret", "public"), SECRETS)
def test_an_address_that_is_a_key_is_never_shown(address: str, secret: str, public: str) -> None:
    found = advise(address)
    assert (found.code, found.is_secret, found.public_url) == ("address_secret", True, public)
    assert found.url == address
    assert secret not in found.shown
    assert secret_part(address)[0] == secret


@pytest.mark.parametrize(("address", "secret", "_"), SECRETS)
def test_the_configuration_keeps_a_reference_instead_of_the_key(address: str, secret: str, _: str) -> None:
    written = without_secret(address, "SEURA_KEY")
    assert secret not in written
    assert "${SEURA_KEY}" in written


@pytest.mark.parametrize(
    "address",
    [
        "https://outlook.office365.com/owa/calendar/0123456789abcdef@b.example/fedcba9876543210/calendar.ics",
        "https://pilvi.example/remote.php/dav/public-calendars/AbCdEf0123456789?export",
        "https://seura.example/?mec-ical-feed=1",
        "https://seura.example/a.ics?key=12",
        "https://seura.example/a.ics?keyword=jumppa",
    ],
)
def test_what_was_published_on_purpose_is_no_secret(address: str) -> None:
    assert secret_part(address) == ("", "")
    assert without_secret(address, "KEY") == address


def test_an_embed_code_with_several_calendars_names_them_all_and_holidays_last() -> None:
    found = advise(
        "https://calendar.google.com/calendar/embed?src=fi.finnish%23holiday%40group.v.calendar.google.com&src=a%40gmail.com&src=b%40gmail.com"
    )
    assert found.url.endswith("/a%40gmail.com/public/basic.ics")
    assert [url.split("/")[5] for url in found.others] == ["b%40gmail.com", "fi.finnish%23holiday%40group.v.calendar.google.com"]


@given(st.text(max_size=200))
def test_any_paste_has_an_answer(pasted: str) -> None:
    found = advise(pasted)
    assert found.url.startswith(("http://", "https://")) or found.code


@given(st.text(alphabet="abc:/?=&@.%#[]-_ \\\n<>\"'", max_size=80).map(lambda text: f"https://calendar.google.com/calendar/{text}"))
def test_any_address_of_a_service_has_an_answer(pasted: str) -> None:
    advise(pasted)


@given(st.text(alphabet=st.characters(min_codepoint=48, max_codepoint=122, categories=["Ll", "Lu", "Nd"]), min_size=8, max_size=30))
def test_a_key_in_a_parameter_stays_hidden_whatever_it_is(key: str) -> None:
    found = advise(f"https://seura.example/kalenteri.ics?token={key}")
    assert found.is_secret
    assert key not in found.shown or key in "https://seura.example/…"
