"""Where the shared material lies, and the marks that skip visibly where it is absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("KOOSTE_SHARED", ROOT.parent / "shared"))
CORPORA = SHARED / "corpora"
HOSTILE = SHARED / "hostile"
REGION = SHARED / "region"

needs_corpora = pytest.mark.skipif(not CORPORA.is_dir(), reason="other people's feeds (../shared/corpora) are not here")
needs_hostile = pytest.mark.skipif(not HOSTILE.is_dir(), reason="the hostile inputs (../shared/hostile) are not here")
needs_region = pytest.mark.skipif(not REGION.is_dir(), reason="the region's reference data (../shared/region) is not here")
