"""A small booklet that a press takes as it is, and ways to look at what was made of it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from progprint.blocks.codes import symbol
from progprint.cache import NoCache
from progprint.geom import Point, Rect, mm
from progprint.glyphs import Faces
from progprint.lines.types import Piece
from progprint.pages.types import Booklet, CodeMark, FillMark, ImageMark, Mark, Page, RuleMark, TextMark
from progprint.pdf import PdfOptions, write_pdf
from progprint.press.preflight import Finding, preflight
from progprint.press.profile import Profile
from progprint.style import BLACK, Ink

sys.path.insert(0, str(Path(__file__).parent))

BLEED = mm(3)
TRIM = (298.0, 420.0)
DATE = datetime(2027, 3, 1, 12, 0, 0, tzinfo=UTC)
RED = Ink(0, 0.9, 0.8, 0)
USUAL = Profile("test")


def line(faces: Faces, text: str, x: float, y: float, size: float = 10.0) -> TextMark:
    """One glyph a character, without shaping."""
    key = faces.open("text", "zh-Hant" if ord(text[0]) > 0x2E80 else "latin", 400, False)
    font = faces[key].hb_font
    ids = [font.get_nominal_glyph(ord(c)) for c in text]
    width = sum(faces[key].advance(glyph) for glyph in ids) * size / 1000
    glyphs = f"<{''.join(f'{glyph:04X}' for glyph in ids)}>"
    return TextMark(Point(x, y), (Piece(key, size, BLACK, 0.0, width, glyphs, text),), text, "en", "body")


def marks_of(number: int, faces: Faces, picture: Path) -> tuple[Mark, ...]:
    """A band over three edges, text in two scripts, a line; a code and a picture on one page each."""
    width, _ = TRIM
    marks: list[Mark] = [
        FillMark(Rect(-BLEED, -BLEED, width + 2 * BLEED, 40.0), RED),
        line(faces, "Programme", 60.0, 90.0), line(faces, "節目", 60.0, 120.0),
        RuleMark(Point(60, 140), Point(200, 140), 0.5, BLACK),
    ]
    if number == 2:
        code = symbol("HTTPS://EXAMPLE.ORG/0624", NoCache())
        room = Rect(60, 200, code.side * 1.2, code.side * 1.2)
        marks.append(CodeMark(room, code.payload, code.side, code.runs))
    if number == 3:
        marks.append(ImageMark(Rect(60, 200, 72, 72), str(picture)))
    return tuple(marks)


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory, square_faces: Faces) -> Path:
    """A file of four pages that no rule finds anything in."""
    folder = tmp_path_factory.mktemp("good")
    picture = folder / "still.png"
    Image.radial_gradient("L").resize((400, 400)).convert("RGB").save(picture)
    pages = tuple(
        Page(n, str(n), "recto" if n % 2 else "verso", TRIM, marks_of(n, square_faces, picture))
        for n in range(1, 5))
    booklet = Booklet(pages, {}, (), "Festival", "en", BLEED, "saddle")
    file = folder / "good.pdf"
    write_pdf(booklet, square_faces, file, PdfOptions(DATE))
    return file


class Shelf(dict[str, bytes]):
    """A cache in memory."""

    def put(self, key: str, value: bytes) -> None:
        self[key] = value


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def found_in() -> Callable[..., tuple[Finding, ...]]:
    """Look at a file; what is kept of it must say the same."""
    def look(file: Path, profile: Profile = USUAL, **more: Any) -> tuple[Finding, ...]:
        report = preflight(file, profile, **more)
        kept = Shelf()
        assert all(preflight(file, profile, cache=kept, **more) == report for _ in range(2)) and len(kept) == 1
        return report.findings

    return look
