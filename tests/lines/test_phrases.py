"""Titles in Chinese and Japanese end their lines between words when their style asks for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from progprint.glyphs import Faces
from progprint.glyphs.seams import Seam, seams_of
from progprint.lines import set_paragraph
from progprint.style import Span, TextStyle
from progprint.words import Words

TITLE = TextStyle("title", size=10.0, align="left", balance=True)
PHRASED = replace(TITLE, phrases=True)


def lines_of(text: str, lang: str, ems: float, faces: Faces, style: TextStyle = PHRASED) -> list[str]:
    return [line.text for line in set_paragraph([Span(Words(text, lang), style)], style, 10 * ems, faces)]


def test_seams_are_found_by_words_and_marks() -> None:
    inside, between, lone, opened = Seam.INSIDE_WORD, Seam.BETWEEN_WORDS, Seam.BEFORE_LONE, Seam.OPEN
    assert seams_of("電影，音樂", "zh-Hant") == (inside, lone, opened, inside)
    assert seams_of("悲情城市", "zh-Hant") == (inside,) * 3
    assert seams_of("監督の新作", "ja") == (inside, inside, between, inside)


@pytest.mark.parametrize(
    ("text", "lang", "ems", "wanted"),
    [
        ("天長地久有時盡", "zh-Hant", 5, ["天長地久", "有時盡"]),
        ("悲情城市裡的電影", "zh-Hant", 7, ["悲情城市裡的", "電影"]),
        ("再見，我的青春時代", "zh-Hant", 8, ["再見，", "我的青春時代"]),
        ("監督の新作上映会", "ja", 7, ["監督の新作", "上映会"]),
    ],
)
def test_no_line_ends_inside_a_word(
    square_faces: Faces, text: str, lang: str, ems: float, wanted: list[str]
) -> None:
    assert lines_of(text, lang, ems, square_faces) == wanted


def test_a_line_more_is_better_than_a_parted_word(square_faces: Faces) -> None:
    assert lines_of("悲情城市悲情城市悲情城市", "zh-Hant", 6.5, square_faces) == ["悲情城市"] * 3


def test_without_the_wish_lines_are_as_they_were(square_faces: Faces) -> None:
    assert lines_of("悲情城市悲情城市悲情城市", "zh-Hant", 6.5, square_faces, TITLE) == [
        "悲情城市悲情",
        "城市悲情城市",
    ]


def test_a_word_wider_than_the_measure_is_parted(square_faces: Faces) -> None:
    assert "".join(lines_of("悲情城市", "zh-Hant", 3.0, square_faces)) == "悲情城市"
