"""Han characters on a grid of ems: size 10, so every Han glyph's x is a multiple of 10."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from square_runs import CLOSING, FULL, OPENING, PLAIN, STOPS, drawn, joined, reshape, run, set_text, texts

from progprint.lines.paragraph import Paragraph, set_runs
from progprint.lines.types import Line

GRID = replace(PLAIN, han_grid=True)
PARTS = st.sampled_from(
    ["電影節", "放映", "「節」", "，", "。", "——", "……", "35mm", "112", "Berlin", "a film", "（導演）", "2K",
     "the long way back from the lighthouse", "unbreakablyenormouslylongword", "\u3000"]
)  # fmt: skip
TEXT = st.lists(st.tuples(PARTS, st.sampled_from(["", "", " "])), min_size=1, max_size=30).map(
    lambda parts: "".join(word + space for word, space in parts).strip() or "電"
)


def off_grid(lines: tuple[Line, ...], pitch: float = 10.0) -> list[tuple[str, float]]:
    """Han characters and marks that stand beside the grid, and by how much."""
    glyphs = [glyph for line in lines for glyph in drawn(line) if FULL.match(glyph[0]) and glyph[0] != "\u3000"]
    return [(sign, x) for sign, x in glyphs if abs(x - round(x / pitch) * pitch) > 0.01]


@given(
    TEXT, st.floats(60, 320), st.sampled_from(["justify", "left", "right", "center"]), st.booleans(),
    st.booleans(), st.sampled_from([0.0, 20.0, 17.0]), st.sampled_from(["paragraph", "greedy"]),
)  # fmt: skip
@settings(max_examples=400, deadline=None)
def test_every_character_stands_on_the_grid(text, measure, align, hyphenate, hanging, indent, composer) -> None:
    style = replace(
        GRID, align=align, hyphenate=hyphenate, hanging=hanging, indent=indent, composer=composer,
        letter_space=(-0.02, 0.02), optical_margins=True,
    )  # fmt: skip
    lines = set_text(text, measure, style)
    assert joined(lines) == text
    assert off_grid(lines) == []
    for line, after in pairwise(lines):
        assert line.reason in ("space", "emergency") or after.text[0] not in CLOSING + STOPS
        assert line.reason == "emergency" or line.text[-1] not in OPENING
    for number, line in enumerate(lines):
        room = measure - (0 if number else indent)
        assert line.width <= room + 3.01 or "overfull-line" in [fault.code for fault in line.faults]


def test_words_take_as_many_ems_as_they_need() -> None:
    """CLREQ, Handling of Grid Alignment in Chinese and Western Mixed Text Composition."""
    (line,) = set_text("以35mm拍了112分，在1998年", 400, GRID)
    places = {sign: x for sign, x in drawn(line) if FULL.match(sign)}
    assert places == {"以": 0, "拍": 40, "了": 50, "分": 80, "，": 90, "在": 100, "年": 140}
    # 35mm is two ems wide, and half an em stands on both sides of it; 112 has a quarter
    assert [x for sign, x in drawn(line) if sign in "38"] == [15, 130]
    assert [x for sign, x in drawn(line) if sign in "12"] == [62.5, 67.5, 72.5, 115]


def test_sides_open_to_half_an_em_then_word_spaces_and_marks_share_what_is_left() -> None:
    (line,) = set_text("，ab字", 400, GRID)
    assert dict(drawn(line)) == {"，": 0, "a": 12.5, "b": 17.5, "字": 30}
    (line,) = set_text("（35mm）字", 400, GRID)
    assert drawn(line)[1] == ("3", 10)
    (line,) = set_text("字a film字", 400, GRID)
    found = drawn(line)
    assert found[-1] == ("字", 50)
    assert found[1][1] - 10 == pytest.approx(50 - found[-2][1] - 5, abs=0.01)


def test_marks_keep_their_em() -> None:
    """No squeeze: Many publications of Taiwan do so throughout (CLREQ, Punctuation Width Adjustment)."""
    (line,) = set_text("「字」，「字。」", 400, GRID)
    assert [x for _, x in drawn(line)] == [0, 10, 20, 30, 40, 50, 60, 70]


def test_the_measure_and_the_indents_are_whole_ems() -> None:
    style = replace(GRID, indent=22.0, hanging_indent=8.0)
    lines = set_text("電影節放映導演的是一電影節放映導演的是一", 97, style)
    assert texts(lines) == ["電影節放映導演", "的是一電影節放映", "導演的是一"]
    assert [drawn(line)[0][1] for line in lines] == [20, 10, 10]


def test_a_line_that_words_end_is_filled_where_their_spaces_can() -> None:
    lines = set_text("電影節放映 Ca 導演說了三次", 75, GRID)
    assert texts(lines) == ["電影節放映 Ca", "導演說了三次"]
    assert drawn(lines[0])[-2:] == [("C", 60), ("a", 65)]
    ragged = set_text("電影節放映 Ca 導演說了三次", 75, replace(GRID, align="left"))
    assert drawn(ragged[0])[-2:] == [("C", 52.5), ("a", 57.5)]


def test_a_line_of_words_alone_is_justified_and_says_how_loose() -> None:
    lines = set_text("電影 the long way back from the lighthouse at the edge 影", 102, GRID)
    words = [line for line in lines[:-1] if not FULL.search(line.text)]
    assert words and all(line.width == 100 and line.ratio != 0 for line in words)


def test_letter_spacing_is_part_of_the_cell() -> None:
    style = replace(GRID, tracking_em=0.2)
    lines = set_text("電影節ab放映——導演說，「字」，三次", 118, style)
    # a dash, which letter-spacing never parts, stands on the middle of its two cells
    assert off_grid(lines, 12.0) == [("—", 73), ("—", 83)]
    assert lines[0].width == 118


def test_other_sizes_and_words_across_runs_are_rounded_together() -> None:
    small, bold = replace(GRID, size=7.0), replace(GRID, weight=700)
    runs = [run("電影", GRID), run("小字 ab", small), run("節", GRID), run("ab", GRID), run("cd節", bold, face="b")]
    (line,) = set_runs(runs, Paragraph(GRID, 300), reshape)
    at = {sign: x for sign, x in drawn(line) if sign in "電影節"}
    assert all(x % 10 == pytest.approx(0, abs=0.01) for x in at.values())


def test_text_without_han_characters_is_set_as_ever() -> None:
    text = "the long way back from the lighthouse at the edge of the map"
    assert set_text(text, 103, GRID) == set_text(text, 103, PLAIN)


def test_a_measure_below_one_em_holds_no_grid() -> None:
    assert texts(set_text("電影", 8, GRID)) == ["電", "影"]


def test_a_line_whose_last_cell_a_mark_takes_is_full_whether_the_mark_may_hang_or_not() -> None:
    text = "電影節放映導演的是一電影節放映導演，的是一電影節放映導演的是一電影節"
    style = replace(GRID, hanging=True)
    assert [len(line) for line in texts(set_text(text, 90, style))] == [9, 9, 9, 7]
    assert [len(line) for line in texts(set_text(text, 80, style))] == [8, 8, 8, 8, 2]
    assert [len(line) for line in texts(set_text(text[1:], 80, style))] == [8, 9, 8, 8]
