"""Korean words that no line can hold: parted between syllables, and only then."""

from __future__ import annotations

from dataclasses import replace

import pytest

from progprint.glyphs import Faces
from progprint.lines import set_paragraph
from progprint.style import Span, TextStyle
from progprint.words import Words

LEFT = TextStyle("body", size=10.0, leading=14.0, align="left")


def lines_of(faces: Faces, text: str, measure: float, lang: str = "ko") -> list[str]:
    style = replace(LEFT)
    return [line.text for line in set_paragraph([Span(Words(text, lang), style)], style, measure, faces)]


def test_a_word_that_fits_a_line_is_never_parted(square_faces: Faces) -> None:
    assert lines_of(square_faces, "한국 국제영화제", 55.0) == ["한국", "국제영화제"]


@pytest.mark.parametrize(("text", "lines"), [
    ("국제영화제입니다", ["국제영화", "제입니다"]),
    # neither the stop nor a closing bracket begins a line, no opening one ends it (KLREQ, line breaking)
    ("국제영화.", ["국제", "영화."]),
    ("국제영(화제)", ["국제영", "(화제)"]),
])  # fmt: skip
def test_a_wider_one_is_parted_between_syllables(real_faces: Faces, text: str, lines: list[str]) -> None:
    assert lines_of(real_faces, text, 40.0) == lines


def test_thai_signs_are_never_parted_from_their_letter(real_faces: Faces) -> None:
    lines = lines_of(real_faces, "น้ำน้ำน้ำกี่กี่กี่", 12.0, "th")
    assert "".join(lines) == "น้ำน้ำน้ำกี่กี่กี่"
    assert all("ก" <= line[0] <= "ฮ" for line in lines) and len(lines) > 3
