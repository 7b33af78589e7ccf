"""The explorer's stylesheet and the site's font, served without Datasette so that they are there before the first snapshot is."""

from __future__ import annotations

import hashlib
from pathlib import Path

from starlette.types import Send

TYPES = {".css": b"text/css; charset=utf-8", ".svg": b"image/svg+xml", ".woff2": b"font/woff2"}


class Assets:
    """The files of some folders below one address, read once."""

    def __init__(self, base: str, *folders: Path) -> None:
        files = [path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir()) if path.suffix in TYPES]
        self._files = {f"{base}{path.name}": path.read_bytes() for path in files}

    def __contains__(self, address: str) -> bool:
        return address in self._files

    def href(self, address: str) -> str:
        """The address with a mark that changes when the file does, so that it may be kept for ever."""
        return f"{address}?{hashlib.sha256(self._files[address]).hexdigest()[:10]}"

    async def send(self, address: str, query: bytes, send: Send) -> None:
        """Sends the file; a client that asked with the right mark may keep it."""
        marked = f"{address}?{query.decode('ascii', 'replace')}" == self.href(address)
        headers = [
            (b"content-type", TYPES[Path(address).suffix]),
            (b"cache-control", b"public, max-age=31536000, immutable" if marked else b"public, max-age=3600"),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": self._files[address]})
