"""The demo region published in three languages, once for all processes of a run of the tests; to be looked at only."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kooste.cli import main
from tests.once import made_once


def demo_published(factory: pytest.TempPathFactory) -> Path:
    """The demo region as ``kooste demo --once`` leaves it, published for 23.11.2026; what the command said is in ``said.txt``."""
    return made_once(factory, "demo", _demo)


def _demo(folder: Path) -> None:
    done = CliRunner().invoke(main, ["demo", "--once", "--data", str(folder)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    (folder / "said.txt").write_text(done.stdout, "utf-8")
