"""The sample festival, built once for all workers."""

from __future__ import annotations

from pathlib import Path

import pytest

from shown import Shown, shared_folder, show

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    return show(shared_folder(tmp_path_factory, "sample-booklet"), lambda _: ROOT / "content")
