"""Which parts of a line open and close first, in square numbers: size 10, a Han sign 10, a letter 5."""

from __future__ import annotations

from dataclasses import replace

import pytest
from square_runs import PLAIN, drawn, reshape, right_edge, run, set_text

from progprint.glyphs.types import Kind
from progprint.lines.paragraph import Paragraph, set_runs
from progprint.lines.types import Line
from progprint.style import EVENLY, Slack, Spacing, TextStyle

WORD, HAN_LATIN, MARKS, HAN = Slack.WORD, Slack.HAN_LATIN, Slack.MARKS, Slack.HAN
LETTERS, HANGUL, THAI, GLYPHS = Slack.LETTERS, Slack.HANGUL, Slack.THAI, Slack.GLYPHS


def ordered(*steps: tuple[Slack, ...], beyond: tuple[Slack, ...] = EVENLY.beyond) -> Spacing:
    """The same steps both ways; what is not named comes last."""
    rest = tuple(kind for kind in Slack if all(kind not in step for step in steps))
    return Spacing((*steps, rest), (*steps, rest), beyond)


def first_line(text: str, measure: float, spacing: Spacing, **style: object) -> Line:
    line = set_text(text, measure, replace(PLAIN, spacing=spacing, **style))[0]
    assert right_edge(line) == pytest.approx(measure, abs=0.02)
    return line


def spacing_in(line: Line) -> list[float]:
    return [piece.char_space for piece in line.pieces]


LATIN = {"letter_space": (-0.02, 0.02)}


def test_word_spaces_open_before_letters() -> None:
    """A word space opens by 1.65, nine places between letters by 0.2 each."""
    words_first = ordered((WORD,), (LETTERS,))
    assert spacing_in(first_line("abcd efgh ijkl mnop", 46.5, words_first, **LATIN)) == [0]
    assert spacing_in(first_line("abcd efgh ijkl mnop", 47.45, words_first, **LATIN)) == pytest.approx([0.1])
    assert spacing_in(first_line("abcd efgh ijkl mnop", 46.5, EVENLY, **LATIN))[0] > 0


def test_and_close_before_letters() -> None:
    words_first, letters_first = ordered((WORD,), (LETTERS,)), ordered((LETTERS,), (WORD,))
    assert spacing_in(first_line("abcd efgh", 44.5, words_first, **LATIN)) == [0]
    assert spacing_in(first_line("abcd efgh", 44.2, letters_first, **LATIN)) == pytest.approx([-0.1], abs=0.02)


def test_letters_never_leave_their_limit_words_go_on() -> None:
    line = first_line("abcd efgh ijkl mnop", 52, ordered((LETTERS,), (WORD,)), **LATIN)
    assert spacing_in(line) == [0.2]
    assert line.ratio > 1


MIXED = "字字字ab字字字字字字"


def test_the_space_between_han_and_latin_opens_before_han_characters() -> None:
    """JLREQ 3.8.4; CLREQ, Procedures for inter-character spacing expansion: to half an em."""
    line = first_line(MIXED, 88, ordered((WORD,), (HAN_LATIN,), (HAN,)))
    assert [x for _, x in drawn(line)] == pytest.approx([0, 10, 20, 34, 39, 48, 58, 68, 78], abs=0.02)


def test_then_han_characters_and_beyond_their_limit_what_the_language_says() -> None:
    steps = (WORD,), (HAN_LATIN,), (HAN,)
    style = {"han_stretch_em": 0.02, "last_line": "justify"}
    japanese = first_line("字ab字字", 52, ordered(*steps), **style)
    chinese = first_line("字ab字字", 52, ordered(*steps, beyond=(WORD, HAN)), **style)
    assert [x for _, x in drawn(japanese)] == pytest.approx([0, 15.87, 20.87, 31.73, 42], abs=0.02)
    assert [x for _, x in drawn(chinese)] == pytest.approx([0, 15, 20, 30, 42], abs=0.02)


def test_marks_close_before_the_space_between_han_and_latin() -> None:
    """JLREQ 3.8.3; CLREQ, Procedures for inter-character spacing reduction."""
    text = "字，字字ab字字"
    line = first_line(text, 73.5, ordered((WORD,), (MARKS,), (HAN_LATIN,)))
    assert [x for _, x in drawn(line)] == pytest.approx([0, 10, 18.5, 28.5, 41, 46, 53.5, 63.5], abs=0.02)
    line = first_line(text, 73.5, ordered((HAN_LATIN,), (MARKS,)))
    assert [x for _, x in drawn(line)] == pytest.approx([0, 10, 20, 30, 41.75, 46.75, 53.5, 63.5], abs=0.02)


def test_thai_words_share_a_step_with_word_spaces() -> None:
    made = run("abc def ghi jkl")
    thai = made._replace(segments=tuple(each._replace(kind=Kind.THAI, spaces=0) for each in made.segments))
    style = replace(PLAIN, spacing=ordered((WORD, THAI), (LETTERS,)))
    line = set_runs([thai], Paragraph(style, 46.5), reshape)[0]
    assert right_edge(line) == pytest.approx(46.5, abs=0.02)


def test_korean_syllables_have_a_step_of_their_own() -> None:
    made = run("abcd efgh ijkl mnop")
    korean = made._replace(segments=tuple(each._replace(kind=Kind.HANGUL) for each in made.segments))
    for steps, opened in (([(WORD,), (HANGUL,)], 0), ([(HANGUL,), (WORD,)], 0.1875)):
        style = replace(PLAIN, **LATIN, spacing=ordered(*steps))
        line = set_runs([korean], Paragraph(style, 46.5), reshape)[0]
        assert right_edge(line) == pytest.approx(46.5, abs=0.02)
        assert spacing_in(line) == pytest.approx([opened], abs=0.01)


def test_glyphs_widen_last_and_only_those_of_words() -> None:
    style = {"glyph_scale": (-0.02, 0.02), "han_stretch_em": 0.1}
    line = first_line("字字abcdefgh字字字字字", 98, ordered((HAN_LATIN,), (GLYPHS,), (HAN,)), **style)
    scales = {piece.text: piece.scale for piece in line.pieces}
    assert scales["abcdefgh"] == pytest.approx(1.02) or line.ratio < 1
    assert all(scale == 1 for text, scale in scales.items() if "字" in text)


@pytest.mark.parametrize("spacing", [EVENLY, ordered((WORD,), (LETTERS,)), ordered((HAN, LETTERS), (WORD,))])
@pytest.mark.parametrize("glyph_scale", [(0.0, 0.0), (-0.02, 0.02)])
def test_every_order_fills_the_measure(spacing: Spacing, glyph_scale: tuple[float, float]) -> None:
    text = "字字「字」ab cde字，字f 字字。（ghij klm）字字n op字字，字字q字字字——字字rst uv wx字字字。" * 2
    style = replace(PLAIN, spacing=spacing, glyph_scale=glyph_scale, letter_space=(-0.02, 0.02))
    runs = [run(text, style), run(text, TextStyle("small", size=8.0))]
    lines = set_runs(runs, Paragraph(style, 121.3), reshape)
    assert len(lines) > 8
    for line in lines[:-1]:
        assert line.width == pytest.approx(121.3)
        extra = 5 if line.text[-1:] in "，。」）" else 0
        assert right_edge(line) - extra * line.pieces[-1].size / 10 == pytest.approx(121.3, abs=0.03), line.text
