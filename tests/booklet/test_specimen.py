"""The specimen: every rule is on a page, set by the engine; its text is a golden, its pages a designer's proof."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest

from progprint.blocks.specimen import specimen_entries
from progprint.blocks.types import Beside, Block, Gap, Para, Together
from progprint.cache import NoCache
from progprint.design import read_layout
from progprint.design.exhibits import Part, read_exhibits
from progprint.design.types import Design
from progprint.glyphs import FontFolders, open_fonts
from progprint.job import Job
from progprint.pages.setting import Setting, set_block
from progprint.pages.types import Mark, TextMark
from progprint.specimen import specimen

DATA = Path(__file__).parents[2] / "src/progprint/data/specimen"
#: width of a sample's column, and of one that takes the room of two
COLUMN, WIDE = 158.7, 334.5


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    file = tmp_path_factory.mktemp("specimen") / "specimen.pdf"
    built = specimen(Job(Path("content"), output=file, use_cache=False))
    assert not built.diagnostics
    document = pypdfium2.PdfDocument(file)
    return [page.get_textpage().get_text_bounded() for page in document]


@pytest.fixture(scope="module")
def read() -> tuple[tuple[Part, ...], Design]:
    design, faults = read_layout(DATA / "layout.yaml")
    assert design is not None and all(fault.code.startswith("unused-") for fault in faults)
    parts, design, found = read_exhibits(DATA / "rules.yaml", design)
    assert not found
    return parts, design


def test_every_rule_is_shown_and_found(pages: list[str], read: tuple[tuple[Part, ...], Design]) -> None:
    printed = ["".join(page.split()) for page in pages]
    names = ["".join(e.name.text.split()) for part in read[0] for c in part.chapters for e in c.exhibits]
    assert len(names) > 50
    assert [name for name in names if name not in "".join(printed[1:])] == []
    assert [name for name in names if name not in printed[0]] == []


def test_its_pages_stay_as_they_are(pages: list[str], golden: Callable[[str, str], None]) -> None:
    """A change of the engine that moves a line shows here, in every language at once."""
    golden("specimen.txt", "\n\n".join(page.replace("\r\n", "\n").strip() for page in pages) + "\n")


def test_well_and_badly_set_are_not_the_same(read: tuple[tuple[Part, ...], Design]) -> None:
    """No exhibit shows nothing: what is called bad comes out otherwise than what is called good."""
    parts, design = read
    faces, faults = open_fonts(design.families, FontFolders(), NoCache(), design.font_places)
    assert faces is not None and not faults
    setting = Setting(faces, design.page.baseline, {})
    alike = []
    for name, good, bad, measure in _samples(parts, design):
        here, there = (_drawn([m for r in set_block(b, measure, setting) for _, m in r.marks]) for b in (good, bad))
        assert here and there
        if here == there:
            alike.append(name)
    assert alike == []


def _samples(parts: tuple[Part, ...], design: Design) -> Iterator[tuple[str, Block, Block, float]]:
    names = [e.name.text for part in parts for chapter in part.chapters for e in chapter.exhibits]
    blocks = [b for entry in specimen_entries(parts, design)[1:] for b in entry.part("body")]
    shown = [b.blocks[1] for b in blocks if isinstance(b, Together)]
    for name, exhibit in zip(names, shown, strict=True):
        assert isinstance(exhibit, Beside)
        samples = [b for part in exhibit.parts[1:] for b in part if not isinstance(b, Para | Gap)]
        if len(samples) == 2:
            yield name, *samples, COLUMN if len(exhibit.parts) == 3 else WIDE


def _drawn(marks: list[Mark]) -> list[tuple[object, ...]]:
    """What is seen of a text: its glyphs, their sizes and places."""
    return [(m.at, m.pieces) for m in marks if isinstance(m, TextMark)]
