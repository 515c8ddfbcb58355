"""Vertical lines: the same rules down the line as along it, and glyphs on its middle."""

from __future__ import annotations

from dataclasses import replace

import pytest

from progprint.glyphs import Faces
from progprint.lines import Line, set_line, set_paragraph
from progprint.style import Span, TextStyle
from progprint.words import Words

BODY = TextStyle("body", size=10.0, align="justify", vertical=True, letter_space=(0.0, 0.0))


def lines(faces: Faces, text: str, measure: float, style: TextStyle = BODY, lang: str = "ja") -> list[Line]:
    return list(set_paragraph([Span(Words(text, lang), style)], style, measure, faces))


def test_a_vertical_paragraph_has_the_lines_of_a_horizontal_one(square_faces: Faces) -> None:
    text = "電影節的字字字字，字字Cannes字字。字字字字字字"
    lying = lines(square_faces, text, 80.0, replace(BODY, vertical=False))
    assert [line.text for line in lines(square_faces, text, 80.0)] == [line.text for line in lying]


def test_adjustments_count_downwards_in_upright_pieces(square_faces: Faces) -> None:
    # 7 characters in 80 pt: six gaps open by 10/6 pt, in vertical writing a negative Tc
    first = lines(square_faces, "字" * 20, 75.0)[0].pieces[0]
    assert first.char_space == pytest.approx(-5 / 6, abs=0.001)
    assert first.face.endswith("@upright") and first.rise == 0


def test_turned_words_stand_on_the_middle(square_faces: Faces) -> None:
    pieces = lines(square_faces, "字Film字", 200.0)[0].pieces
    assert [(p.text, p.x, p.rise) for p in pieces] == [
        ("字", 0, 0),
        # glue of a quarter em; half the capitals' height, 350 of 1000
        ("Film", 12.5, -3.5),
        ("字", 35, 0),
    ]


def test_a_turned_sign_of_a_han_font_has_its_em_on_the_middle(square_faces: Faces) -> None:
    bracket = lines(square_faces, "「字", 200.0)[0].pieces[0]
    assert (bracket.text, bracket.rise) == ("「", pytest.approx(-3.8))


@pytest.mark.parametrize(("figures", "scale"), [("8", 1.0), ("12", 1.0), ("120", 0.6667), ("2024", 0.5)])
def test_figures_side_by_side_are_narrowed_to_one_em(
    square_faces: Faces, figures: str, scale: float
) -> None:
    style = replace(BODY, upright_digits=4)
    _, beside, after = lines(square_faces, f"第{figures}回", 200.0, style)[0].pieces
    assert (beside.x, beside.width, after.x) == (10, 10, 20)
    assert beside.scale == pytest.approx(scale, abs=0.001)
    # the foot of figures 7 pt high that stand in the middle of 10 pt
    assert (beside.rise, beside.char_space) == (pytest.approx(-8.5), 0)


def test_neighbouring_figures_keep_to_their_own_em(square_faces: Faces) -> None:
    spans = [Span(Words(text, "ja"), BODY) for text in ("字12", "34字")]
    (line,) = set_paragraph(spans, BODY, 200.0, square_faces)
    assert [(p.text, p.x) for p in line.pieces] == [("字", 0), ("12", 10), ("34", 20), ("字", 30)]


def test_the_space_at_a_line_s_end_is_shown(square_faces: Faces) -> None:
    first, second = lines(square_faces, "Film Festival", 50.0, lang="en")
    assert (first.text, first.reason) == ("Film", "space")
    assert first.pieces[-1].glyphs.count("<") == 1 and len(first.pieces[-1].glyphs) == 2 + 4 * 5
    assert len(second.pieces[-1].glyphs) == 2 + 4 * 8


def test_raised_type_is_as_far_from_its_neighbours_as_in_a_horizontal_line(square_faces: Faces) -> None:
    small = replace(BODY, size=5.0, rise=4.0)
    spans = [Span(Words("Film", "en"), BODY), Span(Words("a", "en"), small)]
    (line,) = set_paragraph([*spans, Span(Words("字", "ja"), small)], BODY, 200.0, square_faces)
    word, raised, han = line.pieces
    assert raised.rise - word.rise == pytest.approx(4)
    # the middle of 5 pt that rise by 4 lies at 4 + 1.9, that of 10 pt at 3.8
    assert han.rise == pytest.approx(2.1)


def test_one_line_stands_too(square_faces: Faces) -> None:
    line = set_line([Span(Words("字", "ja"), BODY)], replace(BODY, align="center"), square_faces, 100.0)
    assert (line.pieces[0].x, line.pieces[0].face.endswith("@upright")) == (45, True)
