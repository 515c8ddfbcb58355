"""Vertical lines in the written file: where the ink falls, and what readers copy."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from progprint.geom import Point
from progprint.glyphs import Faces
from progprint.lines import set_paragraph
from progprint.pages.types import Booklet, Page, TextMark
from progprint.pdf import PdfOptions, write_pdf
from progprint.style import Span, TextStyle
from progprint.words import Words

BODY = TextStyle("body", size=10.0, leading=16.0, align="justify", vertical=True)
DATE = datetime(2027, 3, 1, tzinfo=UTC)
TEXTS = {
    "ja": "「映画祭」は、12月25日から2024年のCannesのように始まる。ちゃんとしたラーメン——とても〝面白い〟……"
          "（笑）吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗い所で泣いていた。",
    "zh-Hant": "他說：「這部電影在12月的Cannes影展首映，全場起立鼓掌長達12分鐘。」導演以細膩的筆觸，描繪了一個"
               "小鎮家庭的愛與失落——「家」究竟是什麼？（待續）……片長120分鐘。《海角》的結尾，是固定鏡頭；完。",
    "zh-Hans": "他说：“这部电影在12月的Cannes影展首映，全场起立鼓掌长达12分钟。”导演以细腻的笔触，描绘了一个小镇"
               "家庭的爱与失落——‘家’究竟是什么？（待续）……片长120分钟。《海角》的结尾，是固定镜头！",
    "ko": "세계 영화제는 12월에 시작합니다. 한국, 서울 (영화) 감독 세계 영화제는 12월에 시작합니다.",
}  # fmt: skip


def written(file: Path, faces: Faces, text: str, lang: str, style: TextStyle = BODY) -> Path:
    """One page of columns 160 pt high."""
    lines = set_paragraph([Span(Words(text, lang), style)], style, 160.0, faces)
    marks = tuple(
        TextMark(Point(380.0 - n * style.leading, 20.0), line.pieces, line.text, lang, "body", turn=90.0)
        for n, line in enumerate(lines)
    )
    page = Page(1, "1", "recto", (500.0, 200.0), marks)
    booklet = Booklet((page,), {}, (), "Tate", lang, 0.0, "saddle")
    write_pdf(booklet, faces, file, PdfOptions(DATE))
    return file


def copied(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as document:
        text = str(document[0].get_textpage().get_text_bounded())
    return re.sub(r"\s", "", text)


def ink(file: Path) -> tuple[float, float, float, float]:
    """Box of the ink in the first em of a line of 100 pt: left, top, right, bottom in em."""
    with pypdfium2.PdfDocument(file) as document:
        picture = document[0].render().to_pil().convert("L").point(lambda v: 255 * (v < 128))
    left, top, right, bottom = picture.getbbox()
    return (left - 330) / 100, (top - 20) / 100, (right - 330) / 100, (bottom - 20) / 100


@pytest.mark.parametrize("lang", TEXTS)
def test_vertical_text_copies_as_written(real_faces: Faces, tmp_path: Path, lang: str) -> None:
    file = written(tmp_path / "a.pdf", real_faces, TEXTS[lang], lang)
    assert copied(file) == TEXTS[lang].replace(" ", "")


#: where a mark's ink lies in its em: its middle across, its middle down, whether it is higher than wide
PLACES = {
    ("、", "ja"): (0.7, 0.2, None), ("。", "ja"): (0.75, 0.25, None), ("、", "zh-Hans"): (0.7, 0.2, None),
    ("、", "zh-Hant"): (0.5, 0.5, None), ("。", "zh-Hant"): (0.5, 0.5, None),
    ("ー", "ja"): (0.5, 0.5, True), ("…", "zh-Hant"): (0.5, 0.5, True), ("—", "ja"): (0.5, 0.5, True),
    ("（", "ja"): (0.5, 0.8, False), ("」", "zh-Hant"): (0.35, 0.2, False), ("字", "ja"): (0.5, 0.5, None),
    ("っ", "ja"): (0.6, 0.4, None), ("→", "ja"): (0.5, 0.5, True), ("한", "ko"): (0.5, 0.5, None),
    ("12", "ja"): (0.5, 0.5, None), ("M", "en"): (0.5, 0.45, None), ("Il", "en"): (0.5, 0.3, None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "lang"), PLACES)
def test_ink_falls_where_the_language_wants_it(
    real_faces: Faces, tmp_path: Path, text: str, lang: str
) -> None:
    style = TextStyle("body", size=100.0, leading=100.0, vertical=True, squeeze=False)
    left, top, right, bottom = ink(written(tmp_path / "a.pdf", real_faces, text, lang, style))
    across, down, high = PLACES[text, lang]
    assert ((left + right) / 2, (top + bottom) / 2) == (
        pytest.approx(across, abs=0.12), pytest.approx(down, abs=0.12)
    )  # fmt: skip
    assert high in (None, bottom - top > right - left)


def test_squeezed_marks_stand_closer(real_faces: Faces, tmp_path: Path) -> None:
    text, ends = "字」「字", []
    for squeeze in (True, False):
        style = TextStyle("body", size=40.0, leading=40.0, vertical=True, squeeze=squeeze)
        ends.append(ink(written(tmp_path / "a.pdf", real_faces, text, "ja", style))[3] * 100)
    # half an em of 40 pt
    assert ends[1] - ends[0] == pytest.approx(20, abs=1)


def test_one_program_serves_both_ways_of_writing(real_faces: Faces, tmp_path: Path) -> None:
    file = written(tmp_path / "a.pdf", real_faces, "→字→字", "ja")
    with pikepdf.open(file) as document:
        fonts = list(document.pages[0].Resources.Font.values())
        assert sorted(str(font.Encoding) for font in fonts) == ["/Identity-H", "/Identity-V"]
        assert len({font.DescendantFonts[0].objgen for font in fonts}) == 1


def test_an_upright_run_is_one_string(real_faces: Faces, tmp_path: Path) -> None:
    file = written(tmp_path / "a.pdf", real_faces, "吾輩は猫である", "ja")
    with pikepdf.open(file) as document:
        operators = document.pages[0].Contents[0].read_bytes().decode()
    # all but the last glyph, which keeps pdfium from reading columns as one line
    assert [len(glyphs) // 4 for glyphs in re.findall("<([0-9A-F]+)>", operators)] == [6, 1]


def test_the_same_lines_are_the_same_bytes(real_faces: Faces, tmp_path: Path) -> None:
    first, second = (
        written(tmp_path / name, real_faces, TEXTS["ja"], "ja").read_bytes() for name in ("a.pdf", "b.pdf")
    )
    assert first == second
