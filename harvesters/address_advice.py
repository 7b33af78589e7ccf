"""What a pasted address is, before anything is fetched, and the calendar address that was meant.

People paste what they have: a whole sentence, the code for embedding, the page they look at, a sharing link, a file name. Pure: text in,
:class:`Advice` out; nothing is resolved or asked. Rewrites are only those whose result follows from the address itself; where a program
must make a new address first, ``url`` stays empty and the code says which advice to give (``normalize.finding_words``).
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from harvesters.address_secrets import secret_part
from harvesters.address_services import google_public, service_advice

LONGEST = 4000
"""Characters of a pasted text that are looked at."""
_SPLIT = re.compile(r"[\s<>\"'“”]+")
_WEB = re.compile(r"(?:https?|webcals?|feed|ftp|ftps|file)\s*:/{1,3}[^\s<>\"'“”]+", re.IGNORECASE)
_DRIVE = re.compile(r"^[a-z]:[\\/]|^\\\\|^/(?:home|users|volumes|mnt)/|^~/", re.IGNORECASE)
_FILE_NAME = re.compile(r"^[^\s/@:]+\.(?:ics|ical|ifb|xml|rss|csv|xlsx?|docx?|pdf|txt|jpe?g|png)$", re.IGNORECASE)
_MAIL = re.compile(r"^(?:mailto:)?[^\s@/:]+@[^\s@/:]+\.[a-z]{2,24}$", re.IGNORECASE)
_HOST = re.compile(r"^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-zåäö]{2,24}(?::\d{1,5})?(?:[/?#].*)?$", re.IGNORECASE)
_END = ".,;!"


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to fetch, and what to tell about the address itself."""

    url: str = ""
    """The address to fetch, http(s); empty where there is none yet."""
    code: str = ""
    """A finding about the address (``address_google_embed`` ...); empty where it is fine."""
    values: tuple[tuple[str, str], ...] = ()
    """What the words of the finding may name."""
    is_secret: bool = False
    """The address holds a key: it is never shown, logged or written down."""
    public_url: str = ""
    """The public address of the same calendar, where it follows from the secret one."""
    others: tuple[str, ...] = ()
    """Further calendars of the same paste (an embed code with several)."""

    @property
    def shown(self) -> str:
        """The address as it may be shown: of a secret one only scheme and host."""
        return shown_address(self.url, is_secret=self.is_secret)


def advise(pasted: str) -> Advice:
    """What was meant by a pasted text."""
    text = html.unescape(pasted[:LONGEST]).strip().strip("<>\"'“”")
    found = _WEB.search(text)
    if found:
        return _of_address(found[0].rstrip(_END))
    first = next((piece for piece in _SPLIT.split(text) if piece), "").rstrip(_END)
    if not first:
        return Advice(code="address_missing")
    if _DRIVE.match(text) or _FILE_NAME.match(text):
        return Advice(code="address_file", values=(("name", _file_name(text)),))
    if _MAIL.match(first):
        return _of_mail(first.removeprefix("mailto:"))
    if _HOST.match(first):
        advice = _of_address(f"https://{first}")
        return advice if advice.code else _with(advice, "address_no_scheme")
    return Advice(code="address_not_one")


def _of_address(address: str) -> Advice:
    """An address with a scheme."""
    scheme, _, rest = address.partition(":")
    rest, scheme = rest.strip().lstrip("/"), scheme.strip().lower()
    if scheme == "file":
        return Advice(code="address_file", values=(("name", _file_name(rest)),))
    if scheme in {"ftp", "ftps"}:
        return Advice(code="address_not_web")
    advice = _of_web(f"{'http' if scheme == 'http' else 'https'}://{rest}")
    return _with(advice, "address_webcal") if scheme.startswith("webcal") and advice.url and not advice.code else advice


def _of_web(url: str) -> Advice:
    """A web address: not of one's own machine, of a service that is known, a key, or simply an address."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return Advice(code="address_not_one")
    if not host:
        return Advice(code="address_not_one")
    if host == "localhost" or host.endswith((".local", ".lan", ".internal")):
        return Advice(code="address_local")
    service = service_advice(parts, dict(parse_qsl(parts.query, keep_blank_values=True)))
    if service is None:
        return _checked(Advice(url=url))
    if not service.is_fetched:
        return Advice(code=service.code, values=service.values)
    return _checked(Advice(url=service.url or url, code=service.code, values=service.values, others=service.others))


def _checked(advice: Advice) -> Advice:
    """The advice, or that the address is a key."""
    secret, public = secret_part(advice.url)
    if not secret:
        return advice
    return Advice(url=advice.url, code="address_secret", is_secret=True, public_url=public, others=advice.others)


def _of_mail(address: str) -> Advice:
    """An e-mail address: of a Google account or calendar it names one calendar, of anyone else none."""
    if address.lower().endswith(("@gmail.com", "@group.calendar.google.com", "@googlemail.com")):
        return Advice(url=google_public(address), code="address_google_id")
    return Advice(code="address_mail")


def _with(advice: Advice, code: str) -> Advice:
    return Advice(url=advice.url, code=code, values=advice.values, is_secret=advice.is_secret, others=advice.others)


def _file_name(path: str) -> str:
    return re.split(r"[\\/]", path.strip())[-1][:100]


def shown_address(url: str, *, is_secret: bool) -> str:
    """The address, or of a secret one scheme and host and three dots."""
    if not is_secret or not url:
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return "…"
    return f"{parts.scheme}://{parts.hostname or ''}/…"
