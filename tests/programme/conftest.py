"""A small festival to write faults into."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

FESTIVAL = """\
name: {en: Test Festival, zh-Hant: 測試影展}
dates: [2021-06-24, 2021-07-02]
time_zone: Europe/Rome
languages: [en, zh-Hant]
tickets: https://example.org/s/{code}
sections:
  competition: {name: Competition}
  shorts: {name: Short Films}
"""
VENUES = """\
arena: {name: Arena, code: AV}
visionario: {name: Visionario, code: VI}
"""

Write = Callable[[dict[str, str]], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a content folder: the files given, in a festival of two venues and two sections."""

    def write(files: dict[str, str]) -> Path:
        folder = tmp_path / "content"
        for name, text in {"festival.yaml": FESTIVAL, "venues.yaml": VENUES, **files}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder

    return write
