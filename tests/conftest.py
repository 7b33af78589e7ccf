"""Options of our own: ``--update-golden`` writes expected results anew instead of comparing them (look at the difference then)."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected results of tests/sources anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """True where expected results are to be written, not compared."""
    return bool(request.config.getoption("--update-golden"))
