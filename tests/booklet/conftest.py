"""The sample festival, built once for all workers."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from shown import Shown, show

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    return show(base / "sample-booklet", ROOT / "content")
