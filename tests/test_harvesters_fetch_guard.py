"""The address guard: which addresses and URLs may be contacted."""

from __future__ import annotations

import csv
import re
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters.fetch_guard import ForbiddenAddressError, check_redirect, check_url, is_public
from tests.shared import HOSTILE, needs_hostile

PUBLIC = ["93.184.216.34", "172.32.0.1", "100.63.255.254", "8.8.8.8", "2606:4700:4700::1111", "2a00:1450:4001::1"]
NOT_PUBLIC = [
    "127.0.0.1", "0.1.2.3", "10.0.0.1", "100.64.0.1", "169.254.169.254", "192.0.0.8", "192.88.99.1", "224.0.0.1", "255.255.255.255",
    "168.63.129.16", "::", "::1", "::ffff:8.8.8.8", "::127.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b::808:808", "64:ff9b:1::7f00:1",
    "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:80ff:fffe", "2001:db8::1", "3fff::1", "5f00::1", "fc00::1", "fe80::1", "fec0::1",
    "ff02::1", "2620:4f:8000::1", "2606:4700:4700::1111%eth0", "", "localhost", "127.1", "2130706433",
]  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_pass(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_all_other_addresses_are_refused(address: str) -> None:
    assert not is_public(address)


@given(st.sampled_from([IPv4Network(n) for n in ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")]), st.integers(0))
def test_no_address_of_a_private_network_passes_in_any_dress(network: IPv4Network, number: int) -> None:
    address = network[number % network.num_addresses]
    assert not is_public(address)
    for dress in ("::ffff:0:0", "::", "::ffff:0:0:0", "64:ff9b::"):
        assert not is_public(IPv6Address(int(IPv6Address(dress)) | int(address)))
    assert not is_public(IPv6Address((0x2002 << 112) | (int(address) << 80)))


@given(st.integers(0, 2**128 - 1).map(IPv6Address))
def test_only_global_unicast_is_public(address: IPv6Address) -> None:
    assert not is_public(address) or address in IPv6Network("2000::/3")


CANONICAL = {
    "https://example.org": "https://example.org/",
    "HTTPS://Example.ORG:443/Polku?a=b#osa": "https://example.org/Polku?a=b",
    "http://example.org?a": "http://example.org/?a",
    "webcal://example.org/a.ics": "https://example.org/a.ics",
    "WebCals://example.org/a.ics": "https://example.org/a.ics",
    "https://example.org:80/": "https://example.org:80/",
    "https://jyväskylä.fi/tapahtumat/ä b": "https://xn--jyvskyl-7wae.fi/tapahtumat/%C3%A4%20b",
    "https://example.org/%C3%A4?x=%zz&y={z}": "https://example.org/%C3%A4?x=%zz&y=%7Bz%7D",
    "http://93.184.216.34/": "http://93.184.216.34/",
    "http://[2606:4700:4700::1111]/": "http://[2606:4700:4700::1111]/",
}


@pytest.mark.parametrize("url", CANONICAL)
def test_a_public_url_is_rebuilt_in_its_one_form(url: str) -> None:
    assert check_url(url).url == CANONICAL[url]
    assert check_url(CANONICAL[url]).url == CANONICAL[url]


FORBIDDEN = [
    "", "x", "//example.org/", "http:example.org", "http:///x", "ftp://example.org/", "file:///etc/passwd", "feed:http://example.org/",
    "http://localhost/", "http://LOCALHOST./", "http://example.org./", "http://127.1/", "http://0x7f.1/", "http://017700000001/",
    "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/", "http://１２７.0.0.1/", "http://[::1]/", "http://[fe80::1%25eth0]/", "http://[::ffff:8.8.8.8]/",
    "http://[2606:4700:4700:0:0:0:0:1111]/", "http://8.8.8.08/", "http://user@example.org/", "http://example.org:22/", "http://example.org:/",
    "http://example.org:99999/", "http://example.org\\@example.net/", "http://exa mple.org/", "http://example.org/\r\nX: y", "http://intranet/",
    "http://printer.lan/", "http://a.onion/", "http://ex_ample.org/", "http://-a.org/", "http://xn--/", "http://" + "a." * 130 + "org/",
    "http://example.org/" + "a" * 2000, "http://ﬁ.org/", "http://exa\u0301mple.org/",
]  # fmt: skip


@pytest.mark.parametrize("url", FORBIDDEN)
def test_anything_else_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(ForbiddenAddressError) as refused:
        check_url(url)
    assert len(url) < 10 or url not in str(refused.value)


def test_only_the_very_host_and_port_that_the_configuration_names_are_exempt() -> None:
    allowed = ("127.0.0.1:8080", "localhost:8081", "[::1]:8082", "cal.example.org:8443")
    for url in ("http://127.0.0.1:8080/a", "http://LocalHost:8081/", "http://[::1]:8082/", "https://cal.example.org:8443/"):
        assert check_url(url, allowed).port in range(8080, 8444)
    for url in ("http://127.0.0.1/", "http://127.0.0.1:8081/", "http://127.0.0.2:8080/", "http://localhost:8080/", "http://127.1:8080/"):
        with pytest.raises(ForbiddenAddressError):
            check_url(url, allowed)


@given(st.text(min_size=1, max_size=40))
@settings(max_examples=100)
def test_whatever_passes_is_a_canonical_public_host(text: str) -> None:
    try:
        target = check_url(f"http://{text}/")
    except ForbiddenAddressError:
        return
    assert check_url(target.url) == target
    assert target.url.isascii()
    try:
        assert is_public(str(ip_address(target.host)))
    except ValueError:
        assert re.fullmatch(r"([a-z0-9-]+\.)+[a-z][a-z0-9-]*", target.host)


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/b.ics", "https://example.org/b.ics"),
        ("c.ics?x", "https://example.org/cal/c.ics?x"),
        ("//example.net/", "https://example.net/"),
        (" https://example.net/ä ", "https://example.net/%C3%A4"),
        ("/x%0d%0aSet-Cookie:%20a=b", "https://example.org/x%0d%0aSet-Cookie:%20a=b"),
        ("//127.0.0.1:81/", None),
        ("http://[::1", None),
        ("\\\\example.net", None),
        ("javascript:alert(1)", None),
        ("/a\r\nX: y", None),
    ],
)
def test_a_redirect_is_judged_like_any_url(location: str, expected: str | None) -> None:
    base = check_url("https://example.org/cal/a.ics")
    if expected is None:
        with pytest.raises(ForbiddenAddressError):
            check_redirect(base, location)
    else:
        assert check_redirect(base, location).url == expected


@needs_hostile
def test_every_row_of_the_address_table_is_decided_right() -> None:
    with (HOSTILE / "ssrf_addresses.csv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    assert len(rows) == 59
    assert [row for row in rows if is_public(row["address"]) != (row["verdict"] == "allow")] == []


_ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}


def spelled_out(line: str) -> str:
    return re.sub(r"\\(?:x([0-9a-f]{2})|([tnr\\]))", lambda found: chr(int(found[1], 16)) if found[1] else _ESCAPES[found[2]], line)


@needs_hostile
def test_every_url_of_the_table_is_refused() -> None:
    lines = (HOSTILE / "ssrf_urls.txt").read_text(encoding="utf-8").split("\n")
    urls = [line for line in lines if line and not line.startswith("# ")]
    assert len(urls) == 93
    for url in urls:
        for spelling in (url, spelled_out(url)):
            with pytest.raises(ForbiddenAddressError):
                check_url(spelling)
