"""Real fonts: what a PDF reader would measure and read."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from progprint.diag import Source
from progprint.glyphs import Faces
from progprint.lines import Line, natural_width, set_line, set_paragraph
from progprint.style import Span, TextStyle
from progprint.words import Words

BODY = TextStyle("body", size=8.8, leading=11.5, align="justify", hyphenate=True)
ITALIC = replace(BODY, name="title", italic=True)
MEASURE = 170.08
ENGLISH = (
    "In the summer of 1968 a young photographer returns to the village of her childhood, only to discover "
    "that everything she remembers has been rearranged by well-intentioned officials. “Nothing,” she says, "
    "“is quite so unforgiving as a landscape that has forgotten you.” Shot on 16mm over eleven years; a "
    "first feature of rare confidence, and a festival favourite from Rotterdam to Busan."
)
CHINESE = (
    "「是枝裕和」說：這部電影在2024年的Cannes電影節首映，全場起立鼓掌長達12分鐘。導演以細膩的筆觸，描繪了"
    "一個小鎮家庭在變遷之中的愛與失落——「家」究竟是什麼？（待續）……片長120分鐘，英文字幕，映後座談由Jeanne "
    "Balibar主持。"
)
TOKEN = re.compile(r"<([0-9A-F]*)>|(-?\d+)")


def span(text: str, lang: str, style: TextStyle = BODY) -> Span:
    return Span(Words(text, lang, Source("films/cliff.yaml", 7, 3)), style)


def edges(line: Line, faces: Faces) -> list[tuple[float, float]]:
    """Left and right edge of each piece, from its TJ body and the fonts' own advances."""
    out = []
    for piece in line.pieces:
        x, gap = piece.x, 0.0
        for hexes, move in TOKEN.findall(piece.glyphs):
            if move:
                x -= int(move) * piece.size / 1000 * piece.scale
            for at in range(0, len(hexes), 4):
                advance = faces[piece.face].advance(int(hexes[at : at + 4], 16)) * piece.size / 1000
                x, gap = x + (advance + piece.char_space) * piece.scale, piece.char_space
        out.append((piece.x, x - gap))
    return out


@pytest.mark.parametrize(("text", "lang"), [(ENGLISH, "en"), (CHINESE, "zh-Hant")])
@pytest.mark.parametrize("measure", [140.0, MEASURE, 230.0])
def test_justified_lines_measure_what_they_say(
    real_faces: Faces, text: str, lang: str, measure: float
) -> None:
    style = replace(BODY, squeeze=False, letter_space=(-0.02, 0.03))
    lines = set_paragraph([span(text, lang, style)], style, measure, real_faces)
    assert len(lines) > 4
    for line in lines[:-1]:
        assert line.width == pytest.approx(measure)
        found = edges(line, real_faces)
        assert found[-1][1] == pytest.approx(measure, abs=0.02)
        for (_, right), (left, _) in pairwise(found):
            assert right <= left + 0.02 + 0.3 * style.size


def test_nothing_is_lost_in_mixed_spans(real_faces: Faces) -> None:
    spans = [span("See ", "en"), span("The Unforgiving Landscape", "en", ITALIC), span(" and 《", "en"),
             span("風景", "zh-Hant", ITALIC), span("》 for ", "en"), span(ENGLISH, "en")]  # fmt: skip
    lines = set_paragraph(spans, BODY, MEASURE, real_faces)
    text = ""
    for line in lines:
        text += (
            line.text[:-1] if line.reason == "hyphen" else line.text + (" " if line.reason == "space" else "")
        )
        assert "".join(piece.text for piece in line.pieces) == line.text
    assert text == "".join(each.words.text for each in spans)


def test_natural_width_is_the_width_of_one_line(real_faces: Faces) -> None:
    spans = [span("Directed by 導演", "en"), span(" Chloé", "en", ITALIC)]
    width = natural_width(spans, real_faces)
    assert set_line(spans, BODY, real_faces).width == pytest.approx(width)
    assert [line.text for line in set_paragraph(spans, BODY, width, real_faces)] == ["Directed by 導演 Chloé"]
    assert natural_width([], real_faces) == 0


def test_a_missing_glyph_is_a_fault_with_its_place(real_faces: Faces) -> None:
    (line,) = set_paragraph([span("a \U0001f9ff b", "en")], BODY, MEASURE, real_faces)
    assert [(fault.code, fault.detail, fault.source.line) for fault in line.faults] == [
        ("missing-glyph", "\U0001f9ff", 7)
    ]


def test_soft_hyphens_rule_their_word(real_faces: Faces) -> None:
    style = replace(BODY, hyphenate=False, align="left")
    lines = set_paragraph([span("extra\u00adordinarily", "en", style)], style, 45.0, real_faces)
    assert [line.text.replace("\u00ad", "") for line in lines] == ["extra-", "ordinarily"]


def test_the_same_words_are_set_the_same_whatever_came_before(real_faces: Faces) -> None:
    first = set_paragraph([span(ENGLISH, "en")], BODY, MEASURE, real_faces)
    set_paragraph([span(CHINESE + ENGLISH[40:], "zh-Hant")], BODY, MEASURE, real_faces)
    assert set_paragraph([span(ENGLISH, "en")], BODY, MEASURE, real_faces) == first


def places(line: Line, faces: Faces) -> list[float]:
    """Where the glyphs of a line's Han pieces begin."""
    out = []
    for piece in line.pieces:
        x = piece.x
        for hexes, move in TOKEN.findall(piece.glyphs):
            if move:
                x -= int(move) * piece.size / 1000
            for at in range(0, len(hexes), 4):
                if re.match("[\u3000-\uffef]", piece.text):
                    out.append(x)
                x += faces[piece.face].advance(int(hexes[at : at + 4], 16)) * piece.size / 1000 + piece.char_space
    return out


@pytest.mark.parametrize("lang", ["zh-Hant", "zh-Hans", "ja"])
@pytest.mark.parametrize("align", ["justify", "right"])
def test_on_a_grid_all_characters_of_all_lines_stand_in_columns(
    real_faces: Faces, lang: str, align: str
) -> None:
    style = replace(BODY, han_grid=True, align=align, indent=17.6)
    lines = set_paragraph([span(CHINESE, lang, style)], style, 180.0, real_faces)
    assert "".join(line.text + " " * (line.reason == "space") for line in lines) == CHINESE
    found = [x / 8.8 for line in lines for x in places(line, real_faces)]
    assert len(found) > 90
    assert [x for x in found if abs(x - round(x)) > 0.001] == []


def test_a_grid_in_vertical_lines(real_faces: Faces) -> None:
    style = replace(BODY, han_grid=True, vertical=True)
    for line in set_paragraph([span(CHINESE, "zh-Hant", style)], style, 180.0, real_faces):
        starts = [piece.x / 8.8 for piece in line.pieces if re.match("[\u3000-\uffef]", piece.text)]
        assert starts and [x for x in starts if abs(x - round(x)) > 0.001] == []
