"""A response body as it arrives: content codings removed layer by layer, the cap counted on what comes out.

Nothing is inflated in one go: each layer hands on at most 64 KiB at a time and the last one stops at the cap, so a megabyte that
would become a gigabyte costs no more memory than the cap (RFC 9110 section 8.4).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence

from harvesters.fetch_failures import FetchFailedError

_PIECE = 64 * 1024
_MOST_LAYERS = 3
_GZIP_MAGIC = b"\x1f\x8b"
_DEFLATE_METHOD = 8


class _Inflate:
    """One layer of gzip or deflate."""

    def __init__(self, *, gzip: bool) -> None:
        self._gzip = gzip
        self._stream: zlib._Decompress | None = None
        self._rest = b""

    def _begin(self, first: bytes) -> zlib._Decompress:
        if self._gzip:
            return zlib.decompressobj(wbits=31)
        wrapped = first[0] & 0x0F == _DEFLATE_METHOD
        return zlib.decompressobj() if wrapped else zlib.decompressobj(wbits=-15)  # some servers leave the zlib wrapping out

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What the bytes inflate to, in bounded pieces; several gzip members in a row are one body (RFC 1952 section 2.2)."""
        data = self._rest + data
        self._rest = b""
        while data:
            if self._stream is None or self._stream.eof:
                if self._stream is not None and len(data) < len(_GZIP_MAGIC):
                    self._rest = data
                    return
                if self._stream is not None and not (self._gzip and data.startswith(_GZIP_MAGIC)):
                    return  # padding after the end, which gzip(1) ignores too
                self._stream = self._begin(data)
            try:
                piece = self._stream.decompress(data, _PIECE)
            except zlib.error:
                raise FetchFailedError("bad_encoding") from None
            if piece:
                yield piece
            data = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail

    def close(self) -> None:
        """Raises ``FetchFailedError("truncated")`` where the end of the stream never came."""
        if self._stream is not None and not self._stream.eof:
            raise FetchFailedError("truncated")


def _layers(codings: Sequence[str]) -> list[_Inflate]:
    """The layers to remove, outermost first; raises ``FetchFailedError`` for a coding we did not ask for."""
    names = [name.strip().lower() for name in ",".join(codings).split(",")]
    names = [name for name in names if name not in {"", "identity"}]
    if len(names) > _MOST_LAYERS or not {"gzip", "x-gzip", "deflate"}.issuperset(names):
        raise FetchFailedError("bad_encoding")
    return [_Inflate(gzip=name != "deflate") for name in reversed(names)]


class Body:
    """Collects a body up to ``cap`` decoded bytes; beyond it ``FetchFailedError("too_large")``, or quietly full where ``cut`` is set."""

    def __init__(self, codings: Sequence[str], cap: int, *, cut: bool = False) -> None:
        self._cap = cap
        self._cut = cut
        self._held = bytearray()
        self._wire = 0
        self._layers = _layers(codings)
        self.full = False

    def _keep(self, piece: bytes) -> None:
        self._held += piece[: self._cap - len(self._held)] if self._cut else piece
        if self._cut:
            self.full = len(self._held) >= self._cap
        elif len(self._held) > self._cap:
            raise FetchFailedError("too_large")

    def _pass(self, data: bytes, layers: Sequence[_Inflate]) -> None:
        if not layers:
            self._keep(data)
            return
        for piece in layers[0].feed(data):
            self._pass(piece, layers[1:])
            if self.full:
                return

    def feed(self, data: bytes) -> None:
        """Takes bytes as they came from the wire; the cap holds for them too, for there are streams that never inflate to anything."""
        self._wire += len(data)
        if self._wire > self._cap + _PIECE and not self._cut:
            raise FetchFailedError("too_large")
        if not self.full:
            self._pass(data, self._layers)

    def finish(self) -> bytes:
        """The decoded body; raises ``FetchFailedError("truncated")`` where a layer did not come to its end."""
        if not self.full:
            for layer in self._layers:
                layer.close()
        return bytes(self._held)
