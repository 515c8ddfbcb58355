"""Readings in the file: read back as text in brackets behind their words, no line moved, no glyph left out."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from progprint.geom import Point
from progprint.glyphs import Faces
from progprint.lines import set_line, set_paragraph
from progprint.pages.types import TextMark
from progprint.pdf import write_pdf
from progprint.style import Ruby, Span, TextStyle
from progprint.words import Words

#: as an editor writes them, and as they are read
JAPANESE = "この{映画館|えいがかん}で{承|うけたまわ}る{今|こん}{夜|や}の{志|こころざし}と{承|うけたまわ}りの*言葉*。"
READ = "この映画館（えいがかん）で承（うけたまわ）る今夜（こんや）の志（こころざし）と承（うけたまわ）りの言葉。"
TEXTS = [
    ("ja", JAPANESE, READ),
    ("zh-Hant", "{東京物語|Dōngjīng wùyǔ}與{懸|Xuán}{崖|yá}之上", "東京物語（Dōngjīng wùyǔ）與懸崖（Xuán yá）之上"),
    ("zh-Hant", "是{我|ㄨㄛˇ}{們|˙ㄇㄣ}的", "是我們（ㄨㄛˇ ˙ㄇㄣ）的"),
    ("zh-Hans", "一部*非常重要*的电影", "一部非常重要的电影"),
]


def spans(text: str, lang: str, style: TextStyle) -> list[Span]:
    small = TextStyle("ruby", family=style.family, size=style.size / 2)
    out = []
    for base, reading, stress, plain in re.findall(r"\{(.*?)\|(.*?)\}|\*(.*?)\*|([^{*]+)", text):
        ruby = Ruby(Words(reading, lang), small) if reading else None
        out.append(Span(Words(base or stress or plain, lang), style, "", ruby, "over" if stress else ""))
    return out


@pytest.mark.parametrize("measure", [400.0, 150.0])
@pytest.mark.parametrize("family", ["text", "sans"])
def test_readings_are_read_back_in_brackets(
    real_faces: Faces, booklet_of, options, tmp_path: Path, family: str, measure: float
) -> None:
    style = TextStyle("text", family=family, size=12, leading=24, align="justify")
    marks, expected = [], []
    for lang, written, _ in TEXTS:
        for line in set_paragraph(spans(written, lang, style), style, measure, real_faces):
            at = Point(15, 40 + 24 * len(marks))
            marks.append(TextMark(at, line.pieces, line.text, lang, "text"))
            expected.append(line.text)
            assert not line.faults
    if measure == 400:
        assert expected == [read for _, _, read in TEXTS]
    file = tmp_path / "ruby.pdf"
    write_pdf(booklet_of(tuple(marks), lang="ja"), real_faces, file, options())
    with pypdfium2.PdfDocument(file) as document:
        found = str(document[0].get_textpage().get_text_bounded()).replace("\r\n", "\n").split("\n")
    assert found == expected


def test_bopomofo_stands_in_a_column_to_the_right_with_its_tone_beside_it(real_faces: Faces) -> None:
    """CLREQ, Positioning of Bopomofo Interlinear Annotations."""
    style = TextStyle("text", size=20)
    line = set_line(spans("{學|ㄒㄩㄝˊ}{的|˙ㄉㄜ}好", "zh-Hant", style), style, real_faces)
    # every base is 20 wide and its reading 10
    assert line.width == pytest.approx(80)
    letters = [p for p in line.pieces if p.size == pytest.approx(6)]
    assert [p.x for p in letters] == pytest.approx([20, 20, 20, 50, 50])
    first, second, third = (p.rise for p in letters[:3])
    assert (first - second, second - third) == (pytest.approx(6), pytest.approx(6))
    # the column's middle is the character's
    assert second + 0.38 * 6 == pytest.approx(0.38 * 20)
    tone, neutral = (p for p in line.pieces if p.size not in (20, pytest.approx(6)))
    assert 26 < tone.x < 30
    assert tone.rise > third - 6
    assert 50 < neutral.x + neutral.width / 2 < 56


def standing(text: str, style: TextStyle) -> list[Span]:
    """Spans of a vertical frame."""
    down = replace(style, vertical=True)
    return [
        each._replace(style=down, ruby=each.ruby and each.ruby._replace(style=replace(each.ruby.style, vertical=True)))
        for each in spans(text, "zh-Hant", style)
    ]


def upright_page(faces: Faces, text: str, size: float, booklet_of, options, file: Path) -> pypdfium2.PdfDocument:
    """A vertical line whose middle is 100 pt from the page's left edge, and its head 20 from the top."""
    style = TextStyle("text", size=size, leading=2 * size)
    line = set_line(standing(text, style), replace(style, vertical=True), faces)
    assert not line.faults
    mark = TextMark(Point(100, 20), line.pieces, line.text, "zh-Hant", "text", turn=90.0)
    write_pdf(booklet_of((mark,), lang="zh-Hant", bleed=0.0), faces, file, options())
    return pypdfium2.PdfDocument(file)


@pytest.mark.parametrize("reading", ["ㄕˋ", "ㄨㄛˇ", "ㄒㄩㄝˊ", "˙ㄉㄜ"])
def test_in_a_vertical_line_the_tone_stands_to_the_right_of_the_last_letter(
    real_faces: Faces, booklet_of, options, tmp_path: Path, reading: str
) -> None:
    """CLREQ, Positioning of the Tones in Bopomofo Symbols: half its room above the letter's top; ˙ before all."""
    with upright_page(real_faces, f"{{字|{reading}}}", 100, booklet_of, options, tmp_path / "a.pdf") as document:
        picture = document[0].render().to_pil().convert("L").point(lambda value: 255 * (value < 128))
    letters = len(reading) - 1
    neutral = reading[0] == "˙"
    # letters of 30 stand in the middle of the character's height, from 150 on to the right
    length = 30 * letters + 10.5 * neutral
    head = 20 + (100 - length) / 2
    wanted = (165, head + 5.25) if neutral else (190, head + length - 22.5)
    room = (150, round(head), 180, round(head + 10.5)) if neutral else (182, 20, 215, 130)
    left, top, right, bottom = picture.crop(room).getbbox()
    middle = room[0] + (left + right) / 2, room[1] + (top + bottom) / 2
    assert middle == (pytest.approx(wanted[0], abs=1.5), pytest.approx(wanted[1], abs=1.5))
    if not neutral:
        assert max(right - left, bottom - top) == pytest.approx(13.5, abs=1.5)


def test_bopomofo_of_vertical_lines_is_read_back_in_its_order(
    real_faces: Faces, booklet_of, options, tmp_path: Path
) -> None:
    text = "{我|ㄨㄛˇ}{們|˙ㄇㄣ}{學|ㄒㄩㄝˊ}習{壯|ㄓㄨㄤˋ}{事|ㄕˋ}好"
    with upright_page(real_faces, text, 20, booklet_of, options, tmp_path / "a.pdf") as document:
        found = str(document[0].get_textpage().get_text_bounded())
    assert "".join(found.split()) == "我們學（ㄨㄛˇ˙ㄇㄣㄒㄩㄝˊ）習壯事（ㄓㄨㄤˋㄕˋ）好"


def test_korean_words_with_dots_are_read_back_with_their_spaces(
    real_faces: Faces, booklet_of, options, tmp_path: Path
) -> None:
    style = TextStyle("text", size=12, leading=24)
    line = set_line(spans("그는 *영화, 그리고 빛*을 보았다.", "ko", style), style, real_faces)
    mark = TextMark(Point(15, 40), line.pieces, line.text, "ko", "text")
    write_pdf(booklet_of((mark,), lang="ko"), real_faces, tmp_path / "a.pdf", options())
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        found = str(document[0].get_textpage().get_text_bounded())
    assert found.strip() == "그는 영화, 그리고 빛을 보았다."


def test_korean_words_with_dots_are_read_back_in_a_vertical_line(
    real_faces: Faces, booklet_of, options, tmp_path: Path
) -> None:
    style = TextStyle("text", size=30, leading=60)
    spelt = standing("그는 *영화, 그리고 빛*을", style)
    lines = set_paragraph(
        [each._replace(words=each.words._replace(lang="ko")) for each in spelt], spelt[0].style, 290, real_faces
    )
    assert [line.text for line in lines] == ["그는 영화, 그리고", "빛을"]
    marks = [
        TextMark(Point(200 - 60 * n, 20), line.pieces, line.text, "ko", "text", turn=90.0)
        for n, line in enumerate(lines)
    ]
    file = tmp_path / "a.pdf"
    write_pdf(booklet_of(tuple(marks), lang="ko"), real_faces, file, options())
    with pypdfium2.PdfDocument(file) as document:
        found = str(document[0].get_textpage().get_text_bounded())
    assert " ".join(found.split()) == "그는 영화, 그리고 빛을"
