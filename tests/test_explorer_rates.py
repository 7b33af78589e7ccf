"""One client's flood fills that client's bucket, and nobody else's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.rates import MOST_CLIENTS, Rates, client_key


def test_a_burst_is_taken_and_then_so_many_a_minute() -> None:
    rates = Rates(per_minute=60, burst=3)
    assert [rates.wait("a", 0.0) for _ in range(4)] == [0, 0, 0, 1]
    assert rates.wait("a", 0.5) == pytest.approx(0.5)
    assert rates.wait("a", 1.0) == 0
    assert rates.wait("b", 1.0) == 0


@given(st.lists(st.floats(0, 600), max_size=400))
def test_nobody_gets_more_than_the_burst_and_the_rate(moments: list[float]) -> None:
    rates = Rates(per_minute=30, burst=5)
    taken = sum(rates.wait("a", moment) == 0 for moment in sorted(moments))
    assert taken <= 5 + 600 * 30 / 60


def test_clients_are_forgotten_before_they_fill_the_memory() -> None:
    rates = Rates(per_minute=1, burst=1)
    for number in range(MOST_CLIENTS + 10):
        rates.wait(str(number), 0)
    assert rates.wait("0", 0) == 0
    assert rates.wait(str(MOST_CLIENTS + 9), 0) > 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8::1", "2001:db8::2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),  # as a listener for both kinds of address sees IPv4
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("fe80::1%eth0", "fe80::2", True),
        ("", "", True),
    ],
)
def test_who_is_counted_as_one(one: str, other: str, *, same: bool) -> None:
    assert (client_key(one) == client_key(other)) is same
