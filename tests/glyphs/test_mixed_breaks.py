"""Text of several languages: each breaks by its own rules."""

from __future__ import annotations

import pytest

from progprint.glyphs import Faces
from progprint.glyphs.breaks import mixed_pieces, pieces
from progprint.lines import set_paragraph
from progprint.style import Span, TextStyle
from progprint.words import Words


def cut(*texts: tuple[str, str], strictness: str = "strict") -> list[str]:
    """Pieces of (language, text)."""
    return mixed_pieces([text for _, text in texts], [(lang, strictness) for lang, _ in texts])


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        # the wave begins no line of Japanese (JLREQ 3.1.7), whatever language the sentence is in
        ((("en", "He said "), ("ja", "東京～大阪"), ("en", " twice")),
         ["He ", "said ", "東", "京～", "大", "阪 ", "twice"]),
        # Korean keeps its words whole (KLREQ, line breaking), Han characters among them, too
        ((("zh-Hant", "他看"), ("ko", "한국映畵제 상영"), ("zh-Hant", "了。")),
         ["他", "看", "한국映畵제 ", "상영", "了。"]),
        # and a Chinese title in Korean text may end a line after each of its characters
        ((("ko", "영화 "), ("zh-Hant", "風景之外"), ("ko", "를 보다")),
         ["영화 ", "風", "景", "之", "外를 ", "보다"]),
        ((("zh-Hant", "導演"), ("en", "well-known film"), ("zh-Hant", "說")),
         ["導", "演", "well-", "known ", "film", "說"]),
        ((("en", ""), ("zh-Hant", ""), ("en", "one two")), ["one ", "two"]),
    ],
)  # fmt: skip
def test_each_language_keeps_its_rules(texts: tuple[tuple[str, str], ...], wanted: list[str]) -> None:
    assert cut(*texts) == wanted
    assert "".join(wanted) == "".join(text for _, text in texts)


def test_where_two_languages_meet_the_first_ones_rules_hold() -> None:
    assert cut(("zh-Hant", "看"), ("ko", "한국"), ("zh-Hant", "片")) == ["看", "한국", "片"]
    assert cut(("ko", "그는 "), ("zh-Hant", "風"), ("ko", "을")) == ["그는 ", "風을"]


def test_strictness_is_each_texts_own() -> None:
    texts, strict = ["see ", "チェック"], ("ja", "strict")
    assert mixed_pieces(texts, [("en", "strict"), strict]) == ["see ", "チェッ", "ク"]
    assert mixed_pieces(texts, [("en", "strict"), ("ja", "loose")]) == ["see ", "チ", "ェ", "ッ", "ク"]


def test_one_language_in_several_texts_is_one_text() -> None:
    text = "「放映。」他說：film"
    parts = [("zh-Hant", each) for each in (text[:3], text[3:5], text[5:])]
    assert cut(*parts) == pieces(text, "zh-Hant", "strict")


def test_a_chinese_title_in_a_korean_paragraph_fills_its_lines(square_faces: Faces) -> None:
    style = TextStyle("body", size=10.0, leading=14.0, align="left")
    spans = [Span(Words(text, lang), style) for text, lang in (("영화 ", "ko"), ("風景之外的風景", "zh-Hant"))]
    lines = [line.text for line in set_paragraph(spans, style, 60.0, square_faces)]
    assert len(lines) == 2 and lines[0].startswith("영화 風")
