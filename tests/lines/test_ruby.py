"""Readings and dots: where they stand, what room they take, and that no line moves for them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import pytest

from progprint.glyphs import Faces
from progprint.lines import Line, natural_width, set_line, set_paragraph
from progprint.lines.types import Piece
from progprint.style import Ruby, Span, TextStyle
from progprint.words import Words

#: in the square font a Han character is 10 pt wide, a kana of a reading 5, a Latin letter of one 2.5
STYLE = TextStyle("text", size=10, align="justify", han_stretch_em=0.25)
SMALL = TextStyle("ruby", size=5)


def based(text: str, reading: str = "", style: TextStyle = STYLE, lang: str = "ja") -> Span:
    ruby = Ruby(Words(reading, lang), SMALL) if reading else None
    return Span(Words(text, lang), style, ruby=ruby)


class Part(NamedTuple):
    x: float
    end: float
    rise: float
    size: float


def parts(line: Line) -> list[Part]:
    """Each glyph by itself."""
    return [part for piece in line.pieces for part in glyphs_of(piece)]


def glyphs_of(piece: Piece) -> list[Part]:
    out, x = [], piece.x
    em = 1.0 if "Han" in piece.face else 0.5
    for glyphs, move in re.findall(r"<([0-9A-F]+)>|(-?\d+)", piece.glyphs):
        if move:
            x -= int(move) * piece.size / 1000
        for _ in range(0, len(glyphs), 4):
            out.append(Part(round(x, 2), round(x + em * piece.size, 2), round(piece.rise, 3), piece.size))
            x += em * piece.size + piece.char_space
    return out


def small(line: Line) -> list[tuple[float, float]]:
    return [(p.x, p.end) for p in parts(line) if p.size == 5]


def large(line: Line) -> list[tuple[float, float]]:
    return [(p.x, p.end) for p in parts(line) if p.size == 10]


def test_a_reading_as_wide_as_its_base_stands_right_above_it(square_faces: Faces) -> None:
    line = set_line([based("字"), based("漢", "かん"), based("字")], STYLE, square_faces)
    assert large(line) == [(0, 10), (10, 20), (20, 30)]
    assert small(line) == [(10, 15), (15, 20)]
    # its em square on the base's: 0.88 of 10 and 0.12 of 5
    assert {p.rise for p in parts(line) if p.size == 5} == {9.4}


def test_one_kana_is_centred(square_faces: Faces) -> None:
    assert small(set_line([based("字", "じ")], STYLE, square_faces)) == [(2.5, 7.5)]


def test_a_short_reading_of_a_group_is_spread_one_two_one(square_faces: Faces) -> None:
    """JLREQ 3.3.6: the room at the ends is half of the room between."""
    line = set_line([based("映画館", "しね")], STYLE, square_faces)
    # 30 pt for 10: 5 at the ends, 10 between
    assert small(line) == [(5, 10), (20, 25)]


def test_the_ends_of_a_very_short_reading_are_half_an_em_at_most(square_faces: Faces) -> None:
    line = set_line([based("漢字漢字漢字", "かん")], STYLE, square_faces)
    assert small(line) == [(5, 10), (50, 55)]


def test_a_long_reading_spreads_its_base(square_faces: Faces) -> None:
    """JLREQ 3.3.6; no room is taken from Han neighbours."""
    line = set_line([based("字"), based("東京", "とうきょうと"), based("字")], STYLE, square_faces)
    assert small(line)[0][0] == 10
    assert small(line)[-1][1] == 40
    # 10 pt more: 2.5 at the ends, 5 between
    assert large(line) == [(0, 10), (12.5, 22.5), (27.5, 37.5), (40, 50)]


def test_a_long_reading_hangs_over_kana_by_one_of_its_characters(square_faces: Faces) -> None:
    """JLREQ 3.3.8."""
    line = set_line([based("か"), based("承", "うけたま"), based("る")], STYLE, square_faces)
    assert large(line) == [(0, 10), (10, 20), (20, 30)]
    assert small(line) == [(5, 10), (10, 15), (15, 20), (20, 25)]
    longer = set_line([based("か"), based("承", "うけたまわる"), based("字")], STYLE, square_faces)
    assert small(longer)[0][0] == 5
    assert large(longer)[2] == (35, 45)


def test_two_readings_never_overlap_over_one_kana(square_faces: Faces) -> None:
    spans = [based("承", "うけたまわる"), based("と"), based("承", "うけたまわる")]
    ends = small(set_line(spans, STYLE, square_faces))
    assert all(after[0] >= before[1] for before, after in pairwise(ends))


def test_nothing_hangs_over_a_lines_edge(square_faces: Faces) -> None:
    """Alone on its line the base has room for its reading: 承 is 10 wide, うけたま 20."""
    spans = [based("かかか"), based("承", "うけたま"), based("るるる")]
    lines = set_paragraph(spans, STYLE, 40, square_faces)
    assert [line.text for line in lines] == ["かかか", "承（うけたま）るる", "る"]
    assert small(lines[1])[0][0] == 0
    for measure in (30, 40, 50, 60, 70):
        for line in set_paragraph(spans, STYLE, measure, square_faces):
            assert min(p.x for p in line.pieces) >= -0.01
            assert max(p.x + p.width for p in line.pieces) <= measure + 0.01


def test_the_width_before_breaking_is_the_width_set(square_faces: Faces) -> None:
    spans = [based("か"), based("東京", "とうきょうと"), based("で"), based("承", "うけたまわる")]
    line = set_line(spans, STYLE, square_faces)
    assert natural_width(spans, square_faces) == pytest.approx(line.width)
    assert max(p.x + p.width for p in line.pieces) == pytest.approx(line.width)


def test_a_group_is_never_broken_and_single_characters_may_be(square_faces: Faces) -> None:
    group = [based("字字字"), based("映画館", "えいがかん"), based("字")]
    texts = [line.text for line in set_paragraph(group, STYLE, 40, square_faces)]
    assert texts == ["字字字", "映画館（えいがかん）字"]
    single = [based("字字字"), based("映", "えい"), based("画", "が"), based("館", "かん"), based("字")]
    texts = [line.text for line in set_paragraph(single, STYLE, 40, square_faces)]
    assert texts == ["字字字映（えい）", "画館（がかん）字"]


def test_readings_move_with_a_justified_line(square_faces: Faces) -> None:
    spans = [based("字字"), based("漢", "かん"), based("字", "じ"), based("字字字字字字")]
    line = set_paragraph(spans, STYLE, 53, square_faces)[0]
    assert line.width == pytest.approx(53)
    bases, reading = large(line), small(line)
    assert bases[2][0] == pytest.approx(reading[0][0])
    assert sum(bases[3]) == pytest.approx(sum(reading[2]))
    gaps = [after[0] - before[1] for before, after in pairwise(bases)]
    assert gaps == pytest.approx([0.75] * len(gaps), abs=0.01)


def test_pinyin_is_centred_and_kept_apart(square_faces: Faces) -> None:
    spans = [based("東", "dong", lang="zh-Hant"), based("上", "zhuang", lang="zh-Hant")]
    line = set_line(spans, STYLE, square_faces)
    # `dong` is as wide as its base and a gap of 1.25, `zhuang` wider
    letters = small(line)
    words = [(letters[0][0], letters[3][1]), (letters[4][0], letters[9][1])]
    assert words[1][0] - words[0][1] == pytest.approx(1.25, abs=0.02)
    for own, reading in zip(large(line), words, strict=True):
        assert sum(own) == pytest.approx(sum(reading), abs=0.02)
    assert line.text == "東上（dong zhuang）"


def test_latin_words_may_have_readings(square_faces: Faces) -> None:
    spans = [based("Go to ", lang="en"), based("Tokyo", "とうきょう", lang="en"), based(" now", lang="en")]
    line = set_line(spans, STYLE, square_faces)
    assert line.text == "Go to Tokyo (とうきょう) now"
    assert line.width == pytest.approx(natural_width([based("Go to Tokyo now", lang="en")], square_faces))


def test_hyphens_never_part_a_base(square_faces: Faces) -> None:
    style = replace(STYLE, hyphenate=True)
    spans = [based("a ", style=style, lang="en"), based("international", "x", style, "en")]
    for line in set_paragraph(spans, style, 45, square_faces):
        assert "-" not in line.text


def test_dots_stand_at_characters_not_at_marks(square_faces: Faces) -> None:
    line = set_line([Span(Words("字、a漢か", "ja"), STYLE, dots="over")], STYLE, square_faces)
    middles = [(p.x + p.end) / 2 for p in parts(line) if p.rise > 8.8]
    bases = [sum(each) / 2 for each in large(line)]
    assert middles == pytest.approx([bases[0], bases[3], bases[4]], abs=0.02)
    assert line.text == "字、a漢か"
    under = set_line([Span(Words("字", "zh-Hans"), STYLE, dots="under")], STYLE, square_faces)
    assert under.pieces[1].rise < -1.2


def test_dots_change_no_line(square_faces: Faces) -> None:
    text = "字漢字漢、字漢字漢字漢字漢字、漢字漢字漢字漢。"
    plain = set_paragraph([Span(Words(text, "ja"), STYLE)], STYLE, 63, square_faces)
    dotted = set_paragraph([Span(Words(text, "ja"), STYLE, dots="over")], STYLE, 63, square_faces)
    assert [(a.text, a.width, a.ratio) for a in dotted] == [
        (b.text, pytest.approx(b.width), pytest.approx(b.ratio)) for b in plain
    ]


def test_a_reading_without_a_glyph_is_a_fault(square_faces: Faces) -> None:
    line = set_line([based("字", "\u0e01")], STYLE, square_faces)
    assert [(f.code, f.detail) for f in line.faults] == [("missing-glyph", "\u0e01")]


def test_syllables_of_hangul_have_dots_and_their_word_stays_whole(square_faces: Faces) -> None:
    """Hangul orthography: a dot over each syllable."""
    span = Span(Words("영화, 빛을", "ko"), STYLE, dots="over")
    line = set_line([span], STYLE, square_faces)
    plain = set_line([span._replace(dots="")], STYLE, square_faces)
    assert (line.text, line.width) == ("영화, 빛을", pytest.approx(plain.width))
    dots = [(p.x + p.end) / 2 for p in parts(line) if p.rise > 8.8]
    bases = [each for each in parts(line) if each.rise == 0 and each.size == 10]
    assert len(dots) == 4
    assert dots[0] - bases[0].x == pytest.approx(dots[1] - dots[0] - (bases[1].x - bases[0].x) + dots[0] - bases[0].x)
    narrow = set_paragraph([span], replace(STYLE, align="left"), plain.width - 2, square_faces)
    assert [each.text for each in narrow] == ["영화,", "빛을"]


def test_dots_leave_a_justified_korean_line_as_it_is(square_faces: Faces) -> None:
    style = replace(STYLE, letter_space=(-0.02, 0.05))
    text = "영화 빛을 보았다 그리고 영화 빛을 보았다 그리고 영화 빛을"
    plain = set_paragraph([Span(Words(text, "ko"), style)], style, 83, square_faces)
    dotted = set_paragraph([Span(Words(text, "ko"), style, dots="over")], style, 83, square_faces)
    assert [(a.text, a.width, a.ratio) for a in dotted] == [
        (b.text, pytest.approx(b.width), pytest.approx(b.ratio)) for b in plain
    ]
