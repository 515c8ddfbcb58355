"""Marks for which a font has no anchor stand over their letters, as far from them as from a bare one."""

from __future__ import annotations

import re

import pytest

from progprint.glyphs import Faces, shape
from progprint.glyphs.pen import Pen
from progprint.glyphs.seats import seated
from progprint.glyphs.types import Glyph
from progprint.glyphs.wishes import Wish
from progprint.style import Span, TextStyle
from progprint.words import Words


def inks(faces: Faces, text: str, **style) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of each glyph as drawn, in 1/1000 em from the word's beginning."""
    out = []
    at = 0.0
    for run in shape([Span(Words(text, "en"), TextStyle("body", **{"family": "sans", **style}))], faces):
        face = faces[run.face]
        for segment in run.segments:
            x = at
            for hexes, move in re.findall(r"<(.*?)>|(-?\d+)", segment.glyphs):
                x -= int(move or 0)
                for glyph in (int(each, 16) for each in re.findall("....", hexes)):
                    box = face.hb_font.get_glyph_extents(glyph)
                    left, top = x + box.x_bearing * face.scale, segment.rise + box.y_bearing * face.scale
                    out.append((left, top + box.height * face.scale, left + box.width * face.scale, top))
                    x += face.advance(glyph)
            at += segment.width
    return out


def middle(ink: tuple[float, float, float, float]) -> float:
    return (ink[0] + ink[2]) / 2


@pytest.mark.parametrize("text", ["ê̄", "ê̌", "Ê̄", "Ê̌", "ấ̄"])
def test_a_mark_without_an_anchor_stands_over_its_letter(real_faces: Faces, text: str) -> None:
    letter, mark = inks(real_faces, text)
    assert middle(mark) == pytest.approx(middle(letter), abs=35)
    assert 20 < mark[1] - letter[3] < 150


def test_it_stands_as_far_from_the_accent_as_from_a_bare_letter(real_faces: Faces) -> None:
    _, low = inks(real_faces, "j\u0304")
    letter, high = inks(real_faces, "ê\u0304")
    (plain,) = inks(real_faces, "e")
    assert high[1] - letter[3] == pytest.approx(low[1] - plain[3], abs=1)


def test_small_capitals_are_measured_as_drawn(real_faces: Faces) -> None:
    letter, mark = inks(real_faces, "ê\u0304", features=("smcp",))
    assert middle(mark) == pytest.approx(middle(letter), abs=35)
    assert 20 < mark[1] - letter[3] < 150


def test_in_italics_it_leans_with_the_letter(real_faces: Faces) -> None:
    letter, mark = inks(real_faces, "ê\u0304", italic=True)
    assert 60 < middle(mark) - middle(letter) < 140


def test_a_mark_that_the_font_attached_stays(real_faces: Faces) -> None:
    for text in ("x\u0302", "q\u0323\u0307", "ê\u0304", "m\u0300"):
        pen, glyphs = _shaped(real_faces, text, "text", False)
        assert seated(text, glyphs, pen.face, pen._bare) == glyphs


@pytest.mark.parametrize("italic", [False, True])
@pytest.mark.parametrize("family", ["text", "sans"])
def test_the_seat_is_about_where_an_anchor_would_be(real_faces: Faces, family: str, italic: bool) -> None:
    for text in ("x\u0304", "m\u0302", "n\u0302", "X\u0304", "v\u0304", "x\u0323", "q\u0304"):
        pen, (letter, mark) = _shaped(real_faces, text, family, italic)
        loose = [letter, mark._replace(dx=0, dy=0)]
        _, seat = seated(text, loose, pen.face, pen._bare)
        assert seat.dx == pytest.approx(mark.dx, abs=32), text
        assert seat.dy == 0


def _shaped(faces: Faces, text: str, family: str, italic: bool) -> tuple[Pen, list[Glyph]]:
    pen = Pen(faces[faces.resolve(family, 400, italic, "en")], "Latn", "en", Wish())
    return pen, pen._shape(text, "Latn", {})


def test_a_mark_over_two_letters_stays_between_them(real_faces: Faces) -> None:
    k, tie, p = inks(real_faces, "k͡p")
    assert tie[0] < middle(k) < middle(p) < tie[2]


def test_a_second_mark_stands_on_the_first(real_faces: Faces) -> None:
    letter, first, second = inks(real_faces, "ê\u0304\u030c")
    assert letter[3] < first[1] < first[3] < second[1]
    assert middle(second) == pytest.approx(middle(letter), abs=30)
