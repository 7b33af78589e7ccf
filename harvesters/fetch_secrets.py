"""Keeps addresses out of logs: of a URL only scheme and host may be seen, for its path or query may be a secret."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from urllib.parse import unquote

_URL = re.compile(r"\b(https?://)(?:[^\s/'\"@]*@)?([^\s/'\"?#]+)[/?#][^\s'\"<>]*", re.IGNORECASE)
_HOST = re.compile(r"[a-z]+://(?:[^/?#]*@)?([^/?#@]*)", re.IGNORECASE)
_SHORTEST_SECRET = 8


def _secrets(url: str) -> set[str]:
    """Every part of an address that could be a secret by itself, as it stands there and unquoted; the host is none."""
    host = _HOST.match(url)
    private = [url[: host.start(1)].rpartition("//")[2], url[host.end(1) :]] if host else [url]
    pieces = {piece for text in private for piece in (text, *re.split(r"[/?&=:@;,]", text))}
    found = {url} | pieces | {unquote(piece) for piece in pieces}
    return {secret for secret in found if len(secret) >= _SHORTEST_SECRET}


def discreet(text: str, urls: Iterable[str]) -> str:
    """The text without paths and queries of addresses: neither of these nor of any other it holds."""
    for secret in sorted({secret for url in urls for secret in _secrets(url)}, key=len, reverse=True):
        text = text.replace(secret, "…")
    return _URL.sub(r"\1\2/…", text)


class Discreet(logging.Formatter):
    """Formats log records, tracebacks included, without addresses."""

    def __init__(self, urls: Iterable[str]) -> None:
        super().__init__("%(levelname)s %(name)s: %(message)s")
        self._urls = list(urls)

    def format(self, record: logging.LogRecord) -> str:
        """The record as one discreet text."""
        return discreet(super().format(record), self._urls)
