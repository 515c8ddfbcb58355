"""A small festival, and the sheets that the house layout makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from progprint.blocks.house import Selection
from progprint.blocks.make import make_blocks
from progprint.cache import NoCache
from progprint.design import read_design
from progprint.design.types import Design
from progprint.diag import Severity
from progprint.glyphs import Faces, FontFolders, open_fonts
from progprint.pages.entry import make_up
from progprint.pages.setting import Setting
from progprint.pages.settle import Book, settle
from progprint.pages.types import Booklet
from progprint.programme import read_programme
from progprint.programme.types import Programme

LAYOUT = Path(__file__).resolve().parent.parent.parent / "layouts" / "schedule.yaml"

FESTIVAL = """
name: {en: Harbour Film Days, zh-Hant: 海港電影節}
dates: [2021-06-24, 2021-06-27]
time_zone: Europe/Rome
languages: [en, zh-Hant]
"""
VENUES = """
arena: {name: {en: Arena, zh-Hant: 露天劇場}, code: AV, seats: 280}
ledra: {name: {en: Sala Ledra, zh-Hant: 小廳}, code: SL}
loft: {name: {en: The Loft, zh-Hant: 閣樓}, code: LO}
"""
#: slug -> minutes and English title
FILMS = {
    "walkers": (120, "Cliff Walkers"),
    "paper-moon": (14, "Paper Moon"),
    "the-ferry": (9, "The Ferry"),
    "long": (90, "Everything My Grandmother Said about the Typhoon: Part One"),
    "unknown": (None, "Work in Progress"),
}
SHORTS = "title: {en: Night Shorts, zh-Hant: 深夜短片}\nfilms: [paper-moon, the-ferry]\npauses: 2\n"


class Festival:
    """Writes slots, reads the whole and makes its sheets."""

    def __init__(self, folder: Path, design: Design, faces: Faces) -> None:
        self.folder, self.design, self.faces = folder, design, faces
        self.venues = VENUES
        #: further keys of festival.yaml
        self.about = ""
        self.slots: dict[str, list[str]] = {}

    def shows(self, what: str, at: str, venue: str, more: str = "") -> None:
        """Add a slot; `more` as YAML: `guests: true`."""
        self.slots.setdefault(what, []).append(f"  - {{at: {at}, venue: {venue}{', ' * bool(more)}{more}}}\n")

    def read(self) -> Programme:
        for name, text in (("festival", FESTIVAL + self.about), ("venues", self.venues), *self._entries()):
            file = self.folder / f"{name}.yaml"
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        programme, faults = read_programme(self.folder)
        assert programme is not None and not [f for f in faults if f.severity is Severity.ERROR]
        return programme

    def _entries(self) -> Sequence[tuple[str, str]]:
        entries = [("programmes/night", SHORTS + self._slots("night"))]
        for slug, (minutes, title) in FILMS.items():
            said = f"title: {{en: '{title}', zh-Hant: 片}}\nlanguages: [cmn]\nsubtitles: [en]\n"
            length = f"running_time: {minutes}\n" if minutes else ""
            entries.append((f"films/{slug}", said + length + self._slots(slug)))
        return entries

    def _slots(self, slug: str) -> str:
        return "screenings:\n" + "".join(self.slots[slug]) if slug in self.slots else ""

    def sheets(self, day: date | None = None, venue: str = "") -> Booklet:
        entries = make_blocks(self.read(), self.design, NoCache(), Selection(day, venue))
        setting = Setting(self.faces, self.design.page.baseline, {})
        return settle(
            entries, Book("Sheets", "en"), (self.design, self.faces),
            lambda entry, side: (entry.name, make_up(entry, side, self.design, setting)),
        )


@pytest.fixture(scope="session")
def schedule() -> Design:
    design, faults = read_design(LAYOUT)
    assert design is not None and not faults
    return design


@pytest.fixture(scope="session")
def schedule_faces(schedule: Design) -> Faces:
    faces, faults = open_fonts(schedule.families, FontFolders(None, None, ()))
    assert not faults
    return faces


@pytest.fixture
def festival(tmp_path: Path, schedule: Design, schedule_faces: Faces) -> Festival:
    return Festival(tmp_path, schedule, schedule_faces)
