"""Which addresses belong to one site: the same registrable domain, by the Public Suffix List."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

import tldextract


@cache
def _suffixes() -> tldextract.TLDExtract:
    """The list that the library brings along; it is never looked up on the network nor kept on disk."""
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def site_of(url: str) -> str:
    """The registrable domain (``norppala.example`` of ``tapahtumat.norppala.example``), or host and port where there is none."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    return _suffixes()(host).top_domain_under_public_suffix or parts.netloc.lower()


def is_same_site(one: str, other: str) -> bool:
    """True where whoever answers at one address may speak for the other."""
    return bool(site_of(one)) and site_of(one) == site_of(other)
