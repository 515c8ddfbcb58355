"""What is embedded draws the same glyphs under the whole font's ids, and copies out as it was typed."""

from __future__ import annotations

import io
import random

import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

from progprint.glyphs import Face, Faces, FontFolders, open_fonts
from progprint.glyphs.cff import is_cid_keyed, with_cids


def _face(faces: Faces, lang: str, weight: int = 400, family: str = "text") -> Face:
    return faces[faces.resolve(family, weight, False, lang)]


def _glyphs(face: Face, text: str) -> list[int]:
    return [face.hb_font.get_nominal_glyph(ord(c)) for c in text]


def _top(data: bytes):
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    return fonts[0]


def _outline(draw) -> list[str]:
    """Moves and curves: whether a contour's last line is written out is a matter of taste."""
    pen = RecordingPen()
    draw(pen)
    return [name for name, _ in pen.value if name in ("moveTo", "curveTo")]


@pytest.mark.parametrize(("family", "weight", "lang"), [
    ("text", 400, "zh-Hant"), ("sans", 700, "ja"), ("text", 400, "ko"),
])
def test_cids_of_a_han_subset_are_the_whole_fonts_ids(
    real_faces: Faces, family: str, weight: int, lang: str,
) -> None:
    face = _face(real_faces, lang, weight, family)
    glyphs = _glyphs(face, "今骨的，。「上映A")
    subset = face.subset(glyphs)
    assert subset.kind == "cff-cid"
    top = _top(subset.data)
    assert top.charset == [".notdef", *(f"cid{g:05d}" for g in sorted(glyphs))]
    assert top.CIDCount > max(glyphs) and top.ROS == ("Adobe", "Identity", 0)
    for glyph in glyphs:
        drawn = _outline(lambda pen, glyph=glyph: face.hb_font.draw_glyph_with_pen(glyph, pen))
        assert _outline(top.CharStrings[f"cid{glyph:05d}"].draw) == drawn


def test_a_charset_with_long_stretches_is_read_back(real_faces: Faces) -> None:
    face = _face(real_faces, "zh-Hans")
    glyphs = [*range(2000, 2400), 29000, 30001]
    assert _top(face.subset(glyphs).data).charset[1:] == [f"cid{g:05d}" for g in glyphs]


def test_other_cids_can_be_given_again(real_faces: Faces) -> None:
    data = _face(real_faces, "ja").subset([5, 900]).data
    assert is_cid_keyed(data)
    assert _top(with_cids(data, [0, 7, 65000])).charset == [".notdef", "cid00007", "cid65000"]


def test_a_latin_subset_is_compact_and_mapped(real_faces: Faces) -> None:
    face = _face(real_faces, "en", 700)
    glyphs = _glyphs(face, "Éa")
    subset = face.subset(glyphs)
    font = TTFont(io.BytesIO(subset.data))
    assert subset.kind == "truetype" and set(subset.old_to_new) == {0, *glyphs}
    assert "fvar" not in font and "GSUB" not in font and font["maxp"].numGlyphs < 8
    name = font.getGlyphName(subset.old_to_new[glyphs[1]])
    assert font["hmtx"][name][0] == face.advance(glyphs[1])


def test_a_subset_does_not_depend_on_order(real_faces: Faces) -> None:
    face = _face(real_faces, "zh-Hant")
    glyphs = random.Random(1).sample(range(1, 15000), 60)
    assert face.subset(glyphs) == face.subset(sorted(glyphs)) == face.subset([*glyphs, glyphs[0]])


def test_canonical_texts_are_what_a_writer_types(real_faces: Faces) -> None:
    latin, han = _face(real_faces, "en"), _face(real_faces, "zh-Hant")
    for face, text in ((latin, "- ’‘ΩΔ1a"), (han, "車金一人，。「“")):
        assert "".join(map(face.canonical, _glyphs(face, text))) == text
    # U+F902 is the compatibility twin of 車, U+2F00 the radical of 一
    for twin, plain in (("\uf902", "車"), ("\u2f00", "一")):
        glyph = han.hb_font.get_nominal_glyph(ord(twin))
        assert not glyph or han.canonical(glyph) == plain


def test_a_canonical_text_does_not_depend_on_what_was_asked_before(real_faces: Faces) -> None:
    asked = list(range(1, 1400))
    first = _face(real_faces, "en")
    forward = [first.canonical(g) for g in asked]
    fresh, _ = open_fonts({"text": {"latin": "Source Serif 4"}}, FontFolders(None, None, ()))
    second = _face(fresh, "en")
    backward = [second.canonical(g) for g in reversed(asked)]
    assert forward == backward[::-1]
    assert "fi" in forward and "ffi" in forward


def test_the_descriptor_is_in_thousandths(real_faces: Faces) -> None:
    regular, bold = _face(real_faces, "en"), _face(real_faces, "en", 700)
    assert regular.descriptor()["Flags"] == 6 and regular.descriptor()["CapHeight"] == 670
    assert bold.descriptor()["StemV"] > regular.descriptor()["StemV"]
    assert _face(real_faces, "zh-Hant").em_ascent == 880
    assert regular.x_height < regular.cap_height < regular.ascent
