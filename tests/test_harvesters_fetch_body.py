"""Bodies: codings removed as they arrive, bounded in memory, never short without a word."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvesters.fetch_body import Body
from harvesters.fetch_failures import FetchFailedError

ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "identity": lambda data: data,
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
}
CAP = 10_000


def decode(codings: Sequence[str], pieces: Sequence[bytes], cap: int = CAP, *, cut: bool = False) -> bytes:
    body = Body(codings, cap, cut=cut)
    for piece in pieces:
        body.feed(piece)
    return body.finish()


def reason(codings: Sequence[str], pieces: Sequence[bytes], cap: int = CAP) -> str:
    with pytest.raises(FetchFailedError) as failed:
        decode(codings, pieces, cap)
    return failed.value.reason


@given(st.binary(max_size=CAP), st.lists(st.sampled_from(sorted(ENCODERS)), max_size=3), st.integers(1, 500))
def test_any_layers_in_pieces_of_any_size_give_the_body_back(body: bytes, codings: list[str], size: int) -> None:
    wire = body
    for coding in codings:
        wire = ENCODERS[coding](wire)
    pieces = [wire[at : at + size] for at in range(0, len(wire), size)]
    assert decode([", ".join(codings)], pieces) == body
    assert decode(codings, pieces) == body


@given(st.binary(min_size=1, max_size=500), st.sampled_from(["gzip", "deflate"]), st.data())
def test_a_stream_cut_anywhere_is_truncated(body: bytes, coding: str, data: st.DataObject) -> None:
    wire = ENCODERS[coding](body)
    end = data.draw(st.integers(1, len(wire) - 1))
    assert reason([coding], [wire[:end]]) == "truncated"


@given(st.binary(max_size=300), st.binary(max_size=300), st.integers(1, 50))
def test_gzip_members_in_a_row_are_one_body_and_padding_is_none(first: bytes, second: bytes, size: int) -> None:
    wire = gzip.compress(first) + gzip.compress(second) + b"\0" * 5
    assert decode(["gzip"], [wire[at : at + size] for at in range(0, len(wire), size)]) == first + second


@pytest.mark.parametrize("coding", ["br", "zstd", "compress", "gzip, gzip, gzip, gzip", "gzip;q=1", "ä"])
def test_codings_that_were_not_asked_for_are_refused(coding: str) -> None:
    assert reason([coding], [b"x"]) == "bad_encoding"


def test_what_is_not_what_it_says_is_refused() -> None:
    assert reason(["gzip"], [b"BEGIN:VCALENDAR\r\n"]) == "bad_encoding"
    damaged = bytearray(gzip.compress(b"x" * 500))
    damaged[-6] ^= 1
    assert reason(["gzip"], [bytes(damaged)]) == "bad_encoding"


@pytest.mark.parametrize("codings", [["gzip"], ["gzip", "gzip"], ["deflate"]])
def test_a_bomb_is_cut_at_the_cap_with_flat_memory(codings: list[str]) -> None:
    wire = b"\0" * 50_000_000
    for coding in codings:
        wire = ENCODERS[coding](wire)
    tracemalloc.start()
    try:
        assert reason(codings, [wire], 1_000_000) == "too_large"
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()


def test_a_stream_that_never_inflates_to_anything_is_cut_too() -> None:
    assert reason(["gzip"], [gzip.compress(b"")] * 10_000) == "too_large"


def test_the_cap_is_inclusive() -> None:
    assert decode([], [b"x" * CAP]) == b"x" * CAP
    assert reason([], [b"x" * CAP, b"x"]) == "too_large"


@given(st.binary(max_size=2000), st.integers(1, 1000))
def test_a_body_that_may_be_cut_is_cut_quietly(body: bytes, cap: int) -> None:
    assert decode([], [body], cap, cut=True) == body[:cap]
    assert decode(["gzip"], [gzip.compress(body)], cap, cut=True) == body[:cap]
