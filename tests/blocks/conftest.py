"""A desk for a festival written inside the test."""

from __future__ import annotations

from pathlib import Path

import pytest

from progprint.blocks.house import House, Selection, open_house
from progprint.blocks.make import make_blocks
from progprint.blocks.types import Entry
from progprint.cache import NoCache
from progprint.design.types import Design
from progprint.diag import Severity
from progprint.programme import read_programme
from small_books import design_of
from small_festival import write_files, write_tiny

MASTERS = """
masters:
  film: {verso: [{frame: a, columns: 1-4, blocks: [title]}], recto: [{frame: b, columns: 1-4, blocks: [review]}]}
  opener: {both: [{frame: a, columns: 1-4, blocks: [opener, opener-list]}]}
  plain: {both: [{frame: a, columns: 1-4, blocks: [heading, body]}]}
"""
FACTS = (
    'blocks: {fact-line: "{countries} · {year} · {running_time} · {colour} · {languages} · {subtitles}"}\n'
)
COLOURS = """
section-colours: {competition: accent, "*": [hairline]}
"""


class Press:
    """Makes houses and entries of a festival."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def design(
        self, sections: str = "sections: [films: {master: film}]\n", more: str = "", **options: str
    ) -> Design:
        text = "".join(f"{key}: {value}\n" for key, value in options.items())
        facts = "" if more.startswith("blocks:") else FACTS
        return design_of(self.folder, MASTERS, sections, facts + COLOURS + more + text)

    def house(
        self, design: Design | None = None, files: dict[str, str] | None = None, **changes: str
    ) -> House:
        content = write_files(write_tiny(self.folder / "content", **changes), files or {})
        programme, faults = read_programme(content)
        errors = [f for f in faults if f.severity is Severity.ERROR]
        assert programme is not None and not errors, errors
        return open_house(programme, design or self.design(), NoCache(), Selection())

    def entries(
        self,
        sections: str,
        files: dict[str, str] | None = None,
        more: str = "",
        **changes: str,
    ) -> dict[str, Entry]:
        design = self.design(f"sections:\n{sections}\n", more)
        house = self.house(design, files, **changes)
        made = make_blocks(house.desk.programme, design, NoCache())
        return {entry.name: entry for entry in made}


@pytest.fixture
def press(tmp_path: Path) -> Press:
    return Press(tmp_path)
