"""TLS: certificates are verified, and a secure address never falls back to an insecure one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from harvesters.errors import HarvestError
from harvesters.record import NotModified, Response
from tests.fetch_server import Canned, Site, fetch, limits, named, serving

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
FAR_AHEAD = datetime(2090, 1, 1, tzinfo=UTC)


class Authority:
    """Signs certificates for one test run."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Norppala test authority")])
        self.certificate = self._signed(self._name, self._key.public_key(), FAR_AHEAD, x509.BasicConstraints(ca=True, path_length=0))

    def _signed(self, name: x509.Name, key: ec.EllipticCurvePublicKey, end: datetime, extension: x509.ExtensionType) -> x509.Certificate:
        builder = x509.CertificateBuilder(self._name, name, key, x509.random_serial_number(), LONG_AGO, end)
        return builder.add_extension(extension, critical=isinstance(extension, x509.BasicConstraints)).sign(self._key, hashes.SHA256())

    def issue(self, path: Path, name: x509.GeneralName, end: datetime = FAR_AHEAD) -> Path:
        """A file with a certificate for the name, and its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = self._signed(x509.Name([]), key.public_key(), end, x509.SubjectAlternativeName([name]))
        pem = serialization.Encoding.PEM
        secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        path.write_bytes(certificate.public_bytes(pem) + secret)
        return path


def started(running: ExitStack, folder: Path, trusted: Authority) -> dict[str, Site]:
    """Sites with good and bad certificates, all on loopback."""
    here = x509.IPAddress(ip_address("127.0.0.1"))
    certificates = {
        "good": trusted.issue(folder / "good.pem", here),
        "expired": trusted.issue(folder / "expired.pem", here, LONG_AGO + timedelta(days=1)),
        "another-name": trusted.issue(folder / "name.pem", x509.DNSName("example.org")),
        "unknown-authority": Authority().issue(folder / "unknown.pem", here),
    }
    sites = {name: running.enter_context(serving(certificate)) for name, certificate in certificates.items()}
    sites["plain"] = running.enter_context(serving())
    for site in sites.values():
        site.routes = {"/a.ics": Canned()}
    sites["good"].routes["/down"] = Canned(status=301, headers={"Location": sites["plain"].url("/a.ics")})
    return sites


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Response | NotModified | HarvestError]]:
    folder = tmp_path_factory.mktemp("tls")
    trusted = Authority()
    (folder / "authority.pem").write_bytes(trusted.certificate.public_bytes(serialization.Encoding.PEM))
    with ExitStack() as running, pytest.MonkeyPatch.context() as environment:
        environment.setenv("SSL_CERT_FILE", str(folder / "authority.pem"))
        sites = started(running, folder, trusted)
        urls = {name: site.url("/a.ics").replace("http:", "https:") for name, site in sites.items()}
        yield fetch(urls | {"down": sites["good"].url("/down")}, limits(*sites.values(), total_seconds=10))


EXPECTED = {
    "good": "Response",
    "expired": "Unreachable tls",
    "another-name": "Unreachable tls",
    "unknown-authority": "Unreachable tls",
    "plain": "Unreachable tls",
    "down": "Unreachable insecure_redirect",
}


@pytest.mark.parametrize("name", EXPECTED)
def test_only_a_valid_certificate_for_the_very_name_is_trusted(outcomes: Mapping[str, object], name: str) -> None:
    assert named(outcomes[name]) == EXPECTED[name]
