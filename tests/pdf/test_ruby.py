"""Readings in the file: read back as text in brackets behind their words, no line moved, no glyph left out."""

from __future__ import annotations

import re
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
    """CLREQ 3.3.2."""
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
