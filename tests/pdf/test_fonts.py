from array import array
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from io import BytesIO
from typing import NamedTuple

import pikepdf
import pytest

from progprint.cache import NoCache
from progprint.pdf.drawing import Drawn, pack, unpack
from progprint.pdf.fonts import write_font
from progprint.pdf.numbers import decimal, number
from progprint.pdf.output import Output, dictionary

Font = Callable[[str, list[int]], pikepdf.Dictionary]


class Program(NamedTuple):
    data: bytes
    kind: str
    old_to_new: dict[int, int]


class StandIn:
    """A face that is as wide as its glyph ids; those that end on 7 are a full em, on 9 have no text."""

    psname = "StandIn-Regular"
    digest = "0"

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def advance(self, glyph: int) -> float:
        return 1000.0 if glyph % 10 == 7 else glyph * 1.5

    def canonical(self, glyph: int) -> str:
        return "" if glyph % 10 == 9 else chr(0x1F600 + glyph) if glyph % 10 == 8 else chr(glyph)

    def descriptor(self) -> dict[str, int | float | list[int]]:
        return {"Flags": 4, "FontBBox": [0, -200, 1000, 800], "ItalicAngle": -9.5}

    def subset(self, glyphs: object) -> Program:
        assert isinstance(glyphs, list | array)
        return Program(b"program", self.kind, {g: i + 1 for i, g in enumerate(glyphs)})


def written(kind: str, glyphs: list[int]) -> pikepdf.Pdf:
    stream = BytesIO()
    output = Output(stream)
    (reference,), size = write_font(output, StandIn(kind), glyphs, NoCache())
    assert size == len(b"program")
    output.write_fonts({"F": reference})
    pages = output.write(dictionary(Type="/Pages", Kids="[]", Count=0))
    output.finish(output.write(dictionary(Type="/Catalog", Pages=pages, Font=output.fonts)), pages)
    return pikepdf.open(BytesIO(stream.getvalue()))


@pytest.fixture
def font() -> Iterator[Font]:
    """Writes a font alone and reads it back."""
    with ExitStack() as documents:
        yield lambda kind, glyphs: documents.enter_context(written(kind, glyphs)).Root.Font.F


GLYPHS = [65, 66, 67, 68, 70, 72, 73, 79, 80, 300]


def widths(found: pikepdf.Dictionary) -> dict[int, float]:
    flat = list(found.DescendantFonts[0].W)
    return {int(first) + i: float(width) for first, row in zip(flat[::2], flat[1::2], strict=True)
            for i, width in enumerate(row)}


def test_widths_leave_out_the_full_em(font: Font) -> None:
    found = font("truetype", GLYPHS)
    assert widths(found) == {g: g * 1.5 for g in GLYPHS if g != 67}
    assert int(found.DescendantFonts[0].DW) == 1000


def test_a_truetype_program_comes_with_a_map_of_all_ids(font: Font) -> None:
    found = font("truetype", GLYPHS).DescendantFonts[0]
    assert found.FontDescriptor.FontFile2.read_bytes() == b"program"
    assert int(found.FontDescriptor.FontFile2.Length1) == 7
    table = found.CIDToGIDMap.read_bytes()
    ids = [int.from_bytes(table[2 * i:2 * i + 2], "big") for i in range(len(table) // 2)]
    assert {i: new for i, new in enumerate(ids) if new} == {g: i + 1 for i, g in enumerate(GLYPHS)}


@pytest.mark.parametrize(("kind", "subtype"), [("cff-cid", "/CIDFontType0C"), ("opentype-cff", "/OpenType")])
def test_a_cff_program_needs_no_map(font: Font, kind: str, subtype: str) -> None:
    found = font(kind, GLYPHS).DescendantFonts[0]
    assert str(found.Subtype) == "/CIDFontType0" and "/CIDToGIDMap" not in found
    assert str(found.FontDescriptor.FontFile3.Subtype) == subtype
    assert float(found.FontDescriptor.ItalicAngle) == -9.5


def test_texts_beyond_the_first_plane_and_more_than_a_section(font: Font) -> None:
    glyphs = list(range(65, 265))
    lines = font("cff-cid", glyphs).ToUnicode.read_bytes().decode().splitlines()
    assert "<0044> <D83DDE44>" in lines and "<0041> <0041>" in lines
    assert not [line for line in lines if line.startswith("<0045>")]
    assert [line for line in lines if line.endswith("beginbfchar")] == ["100 beginbfchar", "80 beginbfchar"]


def test_the_name_tells_subsets_apart(font: Font) -> None:
    assert font("truetype", [65]).BaseFont != font("truetype", [66]).BaseFont


def test_drawn_bytes_survive_the_cache() -> None:
    drawn = Drawn(b"\n1 a\nstream\n", {"a b": array("H", [1, 10, 2570]), "字": array("H", [])})
    assert unpack(pack(drawn)) == drawn
    assert unpack(pack(Drawn(b"", {}))) == Drawn(b"", {})


@pytest.mark.parametrize(("hundredths", "text"), [
    (0, "0"), (5, "0.05"), (50, "0.5"), (-5, "-0.05"), (-150, "-1.5"), (100, "1"), (12345, "123.45"),
    (-100, "-1")])
def test_decimals_are_short(hundredths: int, text: str) -> None:
    assert decimal(hundredths) == text
    assert number(hundredths / 100) == text


def test_numbers_never_have_exponents() -> None:
    assert (number(1e-9), number(-1e-9), number(1234567.0)) == ("0", "0", "1234567")
