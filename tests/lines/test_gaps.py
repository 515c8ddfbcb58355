"""Punctuation, Han-Latin space and edges, in square numbers: size 10, a Han sign 10 points, a letter 5."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from square_runs import PLAIN, body, drawn, reshape, right_edge, run, segments_of, set_text, texts, word

from progprint.glyphs.types import Break, Kind, Run, Segment
from progprint.lines.edges import hangs
from progprint.lines.gaps import Side
from progprint.lines.items import make_items
from progprint.lines.paragraph import Paragraph, set_one_line, set_runs
from progprint.lines.ruling import Ruling
from progprint.style import Ink, TextStyle

RAGGED = replace(PLAIN, align="left")


def places(text: str, style=RAGGED, centred: bool = False) -> list[float]:
    """Where the glyphs of one line stand."""
    line = set_one_line([run(text, style, centred=centred)], Ruling(style, reshape), None)
    assert line is not None
    return [round(x, 2) for _, x in drawn(line)]


def natural(text: str, style=RAGGED, centred: bool = False) -> float:
    columns = make_items([run(text, style, centred=centred)], Ruling(style, reshape)).columns
    return columns.end_width[-1] - columns.start_width[0]


def test_the_mark_of_a_note_stands_close_and_the_space_after_it_is_the_texts() -> None:
    """JLREQ cl-20; typed spaces are as wide behind the small figure as anywhere."""
    small = replace(RAGGED, size=5.0, rise=3.0)
    mark = run("1", small, link="note:x#1")
    assert width_of(run("字", RAGGED), mark, run("字", RAGGED)) == 22.5
    assert width_of(run("字", RAGGED), run("1", small), run("字", RAGGED)) == 27.5
    spaced = run("1 ", small, link="note:x#1")
    line = set_one_line([run("ab", RAGGED), spaced, run("cd", RAGGED)], Ruling(RAGGED, reshape), None)
    assert line is not None and line.width == 10 + 2.5 + 5 + 10


def width_of(*runs: Run) -> float:
    columns = make_items(list(runs), Ruling(RAGGED, reshape)).columns
    return columns.end_width[-1] - columns.start_width[0]


@pytest.mark.parametrize(
    ("text", "width"),
    [("字字", 20), ("字，字", 30), ("字」，字", 35), ("字。」字", 35), ("字」「字", 35), ("字）（字", 35),
     ("字（「字", 35), ("字，「字", 35), ("字」。）字", 40), ("字・「字", 35), ("字」・字", 35),
     ("字。」。字", 40), ("字」』」字", 40), ("字『「（字", 40), ("字」、「字", 40), ("字」\u3000字", 35),
     ("字\u3000「字", 35)],
)  # fmt: skip
def test_two_marks_that_meet_give_up_half_an_em(text: str, width: float) -> None:
    """JLREQ 3.1.4; CLREQ, Adjustment of adjacent punctuation marks: two take one em and a half, three two."""
    assert natural(text) == width


def test_centred_marks_of_taiwan_give_up_the_inner_side() -> None:
    """CLREQ, Adjustment of adjacent punctuation marks, centred: a quarter of an em stands on each side."""
    assert places("字，「字", centred=True) == [0, 10, 15, 25]
    assert places("字」，字", centred=True) == [0, 10, 15, 25]
    assert places("字。」字", centred=True) == [0, 10, 17.5, 27.5]


def test_pairs_are_judged_across_runs() -> None:
    bold = replace(RAGGED, weight=700)
    line = set_one_line([run("字」", RAGGED), run("「字", bold, face="bold")], Ruling(RAGGED, reshape), None)
    assert line is not None
    assert [x for _, x in drawn(line)] == [0, 10, 15, 25]
    assert [piece.text for piece in line.pieces] == ["字」", "「字"]


def test_an_opening_mark_at_a_line_start_loses_its_empty_half() -> None:
    """JLREQ 3.1.5: the ink of `「` stands at the edge."""
    assert places("「字") == [-5, 5]
    assert natural("「字") == 15


def test_a_closing_mark_at_a_line_end_loses_its_empty_half() -> None:
    """JLREQ 3.1.9: so one more mark fits, before lines are chosen."""
    assert natural("字。") == 15
    assert texts(set_text("字字。字字", 25, RAGGED)) == ["字字。", "字字"]
    assert natural("字。", centred=True) == 17.5


def test_squeeze_can_be_turned_off() -> None:
    style = replace(RAGGED, squeeze=False)
    assert natural("「字」「字。」", style) == 70
    assert places("「字", style) == [0, 10]


def test_commas_hang_when_the_style_says_so() -> None:
    """JLREQ 3.8.2; CLREQ, Hanging Punctuation at Line End; also on a paragraph's last line."""
    style = replace(RAGGED, hanging=True)
    assert texts(set_text("字字，字字。", 20, style)) == ["字字，", "字字。"]
    assert texts(set_text("字字」字字", 20, style)) == ["字", "字」", "字字"]


@pytest.mark.parametrize(
    ("lang", "hanging"),
    [("ja", "、。，．｡､"), ("zh-Hans", "、。，．；："), ("zh-CN", "、。，．；："), ("zh-Hant", "、。，．"), ("zh-TW", "、。，．"),
     ("yue", "、。，．"), ("ko", ",.、。，．"), ("en", "、。，．"), ("zh-Latn", "、。，．")],
)  # fmt: skip
def test_which_marks_hang_is_the_languages(lang: str, hanging: str) -> None:
    """JLREQ 3.8.2; CLREQ, Hanging Punctuation at Line End; CSS Text 4, hanging-punctuation."""
    found = ""
    for mark in "、。，．｡､；：！？」・,.;:!?":
        full = ord(mark) > 0x2FFF
        segment = Segment(mark, body(mark), 1000, Kind.CLOSE, Break.ALLOWED) if full else word(f"a{mark}")
        found += mark if hangs(Side(segment, run("", lang=lang))) else ""
    assert set(found) == set(hanging)


def test_a_mark_in_the_middle_of_its_em_does_not_hang() -> None:
    """In vertical lines `：；` stand there in China, too (CLREQ, Sizes and positions of Punctuation Marks)."""
    (colon,) = segments_of("：")
    assert colon.kind is Kind.MIDDLE
    assert not hangs(Side(colon, run("", lang="zh-Hans")))


def test_korean_commas_and_stops_hang_by_all_of_their_width() -> None:
    style = replace(RAGGED, hanging=True)
    lines = {}
    for lang in ("ko", "en"):
        lines[lang] = texts(set_runs([run("abc, ef. gh ijk", style, lang)], Paragraph(style, 35), reshape))
    assert lines == {"ko": ["abc, ef.", "gh ijk"], "en": ["abc,", "ef.", "gh ijk"]}


def test_marks_shrink_inside_a_line_stops_less_than_commas() -> None:
    """JLREQ 3.8.3 and table 5: half an em to a quarter; stops half as much."""
    style = replace(PLAIN, align="justify")
    comma, stop = set_text("字，字字字字字", 67.5, style), set_text("字。字字字字字", 68.75, style)
    for line in (*comma, *stop):
        assert (line.reason, line.ratio) == ("end", -1)
    assert [x for _, x in drawn(comma[0])][:3] == [0, 10, 17.5]
    assert [x for _, x in drawn(stop[0])][:3] == [0, 10, 18.75]


def test_a_space_stands_between_han_and_latin() -> None:
    """JLREQ 3.2.2; CLREQ, Mixed Text Composition in Horizontal Writing Mode: a quarter em on both sides."""
    assert places("字film字2字") == [0, 12.5, 17.5, 22.5, 27.5, 35, 47.5, 55]


@pytest.mark.parametrize("latin", ["a", "7", "5%", "35°", "18+", "$9", "€9", "9€", "#3", "C++", "3′", "e\u0301"])
def test_signs_that_belong_to_a_figure_or_name_have_it_on_both_sides(latin: str) -> None:
    left, right = places(f"字{latin}字")[1], places(f"字{latin}字")[-1]
    assert (left - 10, right - left - 5 * len(latin)) == (2.5, 2.5)


@pytest.mark.parametrize("han", ["〜", "→", "★", "\u3000"])
def test_signs_that_bring_their_own_white_have_none(han: str) -> None:
    assert places(f"{han}ab{han}")[1] == 10
    assert places("①ab")[1] == 12.5


def test_marks_of_another_size_give_up_halves_of_their_own_size() -> None:
    """JLREQ 3.1.4 says nothing of sizes: each mark has the empty half of its own."""
    small = replace(RAGGED, size=8.0)
    line = set_one_line([run("字」", RAGGED), run("「字", small)], Ruling(RAGGED, reshape), None)
    assert line is not None
    assert [x for _, x in drawn(line)] == [0, 10, 16, 24]


def test_pairs_are_judged_over_the_edge_of_a_link_before_lines_are_chosen() -> None:
    open_ended = run("字」", RAGGED)
    first, last = open_ended.segments
    never = open_ended._replace(segments=(first, last._replace(break_after=Break.NEVER)))
    runs = [never, run("。", RAGGED, link="https://example.org"), run("字", RAGGED)]
    assert [line.text for line in set_runs(runs, Paragraph(RAGGED, 20), reshape)] == ["字」。", "字"]


def test_an_ideographic_space_vanishes_at_a_line_end() -> None:
    """JLREQ 3.1.6: a question mark is followed by an em, but not at the end of a line."""
    assert natural("字\u3000字") == 30
    assert natural("字字\u3000") == 20
    assert texts(set_text("字字\u3000字字", 20, RAGGED)) == ["字字\u3000", "字字"]


@pytest.mark.parametrize("spaces", [1, 2, 3])
def test_all_ideographic_spaces_at_a_line_end_vanish(spaces: int) -> None:
    blank = "\u3000" * spaces
    assert natural(f"字字{blank}") == natural(f"字。{blank}") + 5 == 20
    assert natural(f"字{blank}字") == 20 + 10 * spaces
    for style in (RAGGED, replace(PLAIN, han_grid=True)):
        lines = set_runs([spaced(f"字字{blank}字字", style)], Paragraph(style, 20), reshape)
        assert [(line.text, line.width) for line in lines] == [(f"字字{blank}", 20), ("字字", 20)]


@pytest.mark.parametrize("spaces", [0, 1, 2])
def test_a_justified_line_before_ideographic_spaces_ends_at_the_measure(spaces: int) -> None:
    style = replace(PLAIN, tracking_em=0.1)
    for text, measure in (("字字字字", 52), ("字a字字字", 57)):
        runs = [spaced(text + "\u3000" * spaces + "字字字字字", style)]
        line = set_runs(runs, Paragraph(style, measure), reshape)[0]
        assert line.text == text + "\u3000" * spaces
        last = [x for sign, x in drawn(line) if sign == "字"][-1]
        assert last + 10 == pytest.approx(measure, abs=0.01)


def spaced(text: str, style: TextStyle) -> Run:
    """A run in which no line begins with an ideographic space (UAX #14, LB 21)."""
    made = run(text, style)
    segments = [
        each._replace(break_after=Break.NEVER) if after.text == "\u3000" else each
        for each, after in pairwise((*made.segments, made.segments[-1]))
    ]
    return made._replace(segments=tuple(segments))


def test_hanging_never_moves_the_line_centred_or_to_the_right() -> None:
    for align, start in (("left", 0), ("center", 5), ("right", 10)):
        style = replace(RAGGED, align=align, hanging=True)
        line = set_text("字字。", 30, style)[-1]
        assert [x for _, x in drawn(line)] == [start, start + 10, start + 20]


def test_hanging_marks_leave_a_justified_line_its_full_width() -> None:
    style = replace(PLAIN, hanging=True)
    for text, measure in (("字字字，字字字字", 32), ("字a字，字字字字", 34), ("字字字」，字字字字", 36)):
        line = set_text(text, measure, style)[0]
        *_, (_, last), (mark, hung) = drawn(line)
        assert mark == "，"
        squeezed = 5 if "」" in line.text else 0
        assert last + 10 - squeezed == pytest.approx(measure, abs=0.01)
        assert hung == pytest.approx(measure + line.pieces[-1].char_space, abs=0.01)


def kerning(asked: Run, text: str) -> Segment:
    """Glyphs of a font in which `To` closes up by a tenth of an em."""
    made = word(text)
    return made._replace(width=made.width - 100) if text == "To" else made


def test_letters_of_two_inks_are_kerned_and_those_of_two_sizes_are_not() -> None:
    red = replace(RAGGED, ink=Ink(0, 1, 1, 0))
    for style, second in ((red, 4), (replace(red, size=8.0), 4), (replace(red, size=12.0), 6)):
        line = set_one_line([run("T", style), run("o x", RAGGED)], Ruling(RAGGED, kerning), None)
        assert line is not None
        assert drawn(line)[1][1] == second
    apart = set_one_line([run("T ", red), run("o", RAGGED)], Ruling(RAGGED, kerning), None)
    assert apart is not None and drawn(apart)[-1][1] == 10


def test_it_takes_the_place_of_a_typed_space() -> None:
    assert places("字 ab 字") == [0, 10, 12.5, 17.5, 22.5, 25]
    line = set_one_line([run("字 ab 字")], Ruling(RAGGED, reshape), None)
    assert line is not None and line.text == "字 ab 字"


def test_none_stands_beside_punctuation_or_at_a_line_edge() -> None:
    assert places("字，ab") == [0, 10, 20, 25]
    assert places("字(ab)字") == [0, 10, 15, 20, 25, 30]
    assert texts(set_text("字字ab", 20, RAGGED)) == ["字字", "ab"]
    assert natural("ab字") == natural("字ab") == 22.5


def test_it_stands_between_runs_and_styles() -> None:
    small = replace(RAGGED, size=8.0, rise=3.0)
    line = set_one_line(
        [run("字", RAGGED), run("1", small), run("字", RAGGED)], Ruling(RAGGED, reshape), None
    )
    assert line is not None
    assert [x for _, x in drawn(line)] == [0, 12.5, 19]
    assert [piece.rise for piece in line.pieces] == [0, 3, 0]


def test_it_stretches_and_shrinks_with_the_line() -> None:
    style = replace(PLAIN, han_latin_em=(0.25, 0.125, 0.5), han_stretch_em=0.0)
    line = set_text("字字ab字字 字字字", 60, style)[0]
    assert line.text == "字字ab字字"
    assert [x for _, x in drawn(line)] == [0, 10, 25, 30, 40, 50]
    shrunk = set_text("字字ab字字", 52.5, style)[0]
    assert (shrunk.ratio, [x for _, x in drawn(shrunk)]) == (-1, [0, 10, 21.25, 26.25, 32.5, 42.5])


def test_han_characters_stretch_by_char_space_but_a_long_dash_stays_whole() -> None:
    style = replace(PLAIN, han_stretch_em=0.25)
    line = set_text("字字——字字字字", 54, style)[0]
    assert line.text == "字字——字"
    assert [x for _, x in drawn(line)] == pytest.approx([0, 11.3333, 22.6667, 32.6667, 44], abs=0.01)
    assert right_edge(line) == pytest.approx(54, abs=0.01)


def test_latin_margins_hang_optically() -> None:
    style = replace(PLAIN, optical_margins=True)
    line = set_text("“abc def, ghi jkl", 50, style)[0]
    assert line.text == "“abc def,"
    assert line.pieces[0].x == -2
    assert right_edge(line) == pytest.approx(53, abs=0.01)


def test_letter_spacing_ends_at_the_style_limit() -> None:
    style = replace(PLAIN, letter_space=(-0.02, 0.02))
    line = set_text("abcd efgh ijkl mnop", 50, style)[0]
    assert line.text == "abcd efgh"
    assert line.pieces[0].char_space == 0.2
    assert right_edge(line) == pytest.approx(50, abs=0.01)


def test_glyphs_widen_by_the_style_limit() -> None:
    style = replace(PLAIN, glyph_scale=(-0.02, 0.02))
    line = set_text("abcd efgh abcd ijkl mnop", 50, style)[0]
    assert line.text == "abcd efgh"
    assert line.pieces[0].scale == pytest.approx(1.02)
    assert right_edge(line) == pytest.approx(50, abs=0.01)


def test_thai_takes_no_letter_spacing() -> None:
    from progprint.glyphs.types import Kind

    made = run("abc def ghi jkl")
    thai = made._replace(segments=tuple(each._replace(kind=Kind.THAI, spaces=0) for each in made.segments))
    line = set_runs([thai], Paragraph(PLAIN, 46.5), reshape)[0]
    assert line.text == "abcdefghi"
    assert line.pieces[0].char_space == 0
    assert right_edge(line) == pytest.approx(46.5, abs=0.01)


def test_rounding_is_carried_along_the_line() -> None:
    """TJ adjustments are whole thousandths of an em; a dozen roundings one way could be seen."""
    words = "a b c d e f g h i j k l m n o p q r"
    marks = "字，" * 12 + "字字"
    style = replace(PLAIN, size=9.7, han_stretch_em=0.0)
    checked = 0
    for text, widths in ((words, range(9500, 9700, 13)), (marks, range(23300, 24100, 53))):
        for width in widths:
            line = set_text(text, width / 100, style)[0]
            if line.width == pytest.approx(width / 100):
                assert right_edge(line) == pytest.approx(width / 100, abs=0.006)
                checked += 1
    assert checked > 20
