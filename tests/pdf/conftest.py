"""A small booklet of one's own: real fonts, text set one character after the other."""

from collections.abc import Callable
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz as hb

from progprint.geom import Point
from progprint.glyphs.face import Face
from progprint.lines.types import Piece
from progprint.pages.types import Booklet, Mark, Page, TextMark
from progprint.pdf import PdfOptions
from progprint.style import BLACK, Ink

DATE = datetime(2027, 3, 1, 12, 0, 0, tzinfo=UTC)
FILES = {
    "latin": ("fontpkg_source_serif_4", "files/SourceSerif4[opsz,wght].ttf", {"opsz": 9, "wght": 400}),
    "han": ("pylopdf_fonts_zh_tw", "NotoSerifTC-Regular.otf", {}),
}


def open_face(key: str) -> Face:
    package, path, axes = FILES[key]
    spec = find_spec(package)
    assert spec is not None and spec.submodule_search_locations
    file = Path(spec.submodule_search_locations[0]) / path
    return Face(hb.Blob.from_file_path(file), 0, axes, digest=key)


@pytest.fixture(scope="session")
def faces() -> dict[str, Face]:
    return {key: open_face(key) for key in FILES}


class Setter:
    """Sets text without shaping: one glyph a character, spaces as glyphs."""

    def __init__(self, faces: dict[str, Face]) -> None:
        self.faces = faces

    def piece(self, text: str, x: float = 0.0, size: float = 10.0, ink: Ink = BLACK, **more: Any) -> Piece:
        face = "han" if any(ord(c) > 0x2E80 for c in text) else "latin"
        ids = [self.faces[face].hb_font.get_nominal_glyph(ord(c)) for c in text]
        width = sum(self.faces[face].advance(g) for g in ids) * size / 1000
        glyphs = f"<{''.join(f'{g:04X}' for g in ids)}>"
        return Piece(face, size, ink, x, width, glyphs, text, **more)

    def line(self, text: str, x: float = 40.0, y: float = 50.0, turn: float = 0.0, **more: Any) -> TextMark:
        piece = self.piece(text, **more)
        return TextMark(Point(x, y), (piece,), text, "en", "body", turn=turn)


@pytest.fixture(scope="session")
def setter(faces: dict[str, Face]) -> Setter:
    return Setter(faces)


Maker = Callable[..., Booklet]


@pytest.fixture(scope="session")
def booklet_of() -> Maker:
    def make(*bodies: tuple[Mark, ...], keys: bool = True, **more: Any) -> Booklet:
        pages = tuple(
            Page(n, str(n), "recto" if n % 2 else "verso", (420.0, 595.0), body,
                 key=f"key-{n}" if keys else "", name=f"page {n}")
            for n, body in enumerate(bodies, 1))
        facts = {
            "refs": {}, "outline": (), "title": "Festival", "lang": "en", "bleed": 8.5, "binding": "saddle"}
        return Booklet(pages, **{**facts, **more})
    return make


@pytest.fixture(scope="session")
def options() -> Callable[..., PdfOptions]:
    def make(**more: Any) -> PdfOptions:
        return PdfOptions(DATE, **more)
    return make
