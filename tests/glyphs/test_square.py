"""The test fonts measure what they promise."""

from __future__ import annotations

from pathlib import Path

from progprint.glyphs import Break, Faces, Kind, shape
from progprint.style import Span, TextStyle
from progprint.words import Words
from square_font import make_square_fonts


def _segments(faces: Faces, text: str, lang: str):
    return [s for run in shape([Span(Words(text, lang), TextStyle("body"))], faces) for s in run.segments]


def test_latin_is_half_an_em_and_han_one(square_faces: Faces) -> None:
    word, han = _segments(square_faces, "Film 電", "en")
    assert (word.width, word.spaces, word.kind) == (2000, 1, Kind.WORD)
    assert (han.width, han.kind, han.break_after) == (1000, Kind.HAN, Break.ALLOWED)


def test_commas_are_centred_in_taiwan_and_cornered_in_china(square_faces: Faces) -> None:
    for lang, room in (("zh-Hant", (250, 250)), ("zh-Hans", (0, 500)), ("ja", (0, 500))):
        comma = _segments(square_faces, "字，", lang)[1]
        assert (comma.squeeze_before, comma.squeeze_after) == room


def test_two_drawings_have_the_same_bytes(square_fonts: tuple[Path, Path], tmp_path: Path) -> None:
    again = make_square_fonts(tmp_path)
    assert [p.read_bytes() for p in again] == [p.read_bytes() for p in square_fonts]
