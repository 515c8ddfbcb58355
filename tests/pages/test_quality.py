"""A generated festival in the house layout: no rule of setting is broken that can be kept."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parent.parent / "bench"
FILMS = 8


def test_what_can_be_kept_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    monkeypatch.chdir(tmp_path)
    from quality import NEVER, quality_of, table

    subprocess.run([sys.executable, str(BENCH / "generate.py"), str(FILMS), "content"], check=True)
    quality = quality_of(tmp_path / "content")
    counts = quality.counts
    assert quality.lines > 1500
    assert quality.broken_lines > 1000
    for code in (*NEVER, "hyphen-over-page", "keep-broken", "ladder", "overfull-line", "tight-line"):
        assert counts[code] == 0, table(quality, 3)
    # what no rule can avoid in narrow columns: a line too loose in every hundred
    assert counts["loose-line"] < quality.lines / 100
