"""What stands upright in a vertical line, and how it is written there."""

from __future__ import annotations

import pytest

from progprint.glyphs import Faces, Run, Segment, shape
from progprint.glyphs.standing import ACROSS_SIGN, across, bare, crossed, orientation
from progprint.glyphs.types import Kind
from progprint.style import Span, TextStyle
from progprint.words import Words

VERTICAL = TextStyle("body", vertical=True)


def runs(faces: Faces, text: str, lang: str, style: TextStyle = VERTICAL) -> tuple[Run, ...]:
    return shape([Span(Words(text, lang), style)], faces)


def ways(faces: Faces, text: str, lang: str, style: TextStyle = VERTICAL) -> list[tuple[str, str]]:
    """(how it stands, text) of the runs."""
    found = runs(faces, text, lang, style)
    return [(r.face.partition("@")[2] or "turned", "".join(s.text for s in r.segments)) for r in found]


def one(faces: Faces, text: str, lang: str) -> Segment:
    return runs(faces, text, lang)[0].segments[0]


@pytest.mark.parametrize(
    ("characters", "way"),
    [("字あアゃ한、。！？①※Ａ１・", "U"), ("「』（〉ー〜：", "Tr"), ("aБ0-.—…“”→", "R"), ("\U0002000b", "U")],
)
def test_orientation_is_that_of_uax_50(characters: str, way: str) -> None:
    assert {orientation(c) for c in characters} == {way}


@pytest.mark.parametrize(
    ("text", "lang", "limit", "marked"),
    [
        ("12月25日", "ja", 2, ["12", "25"]),
        ("8月、2024年に120本", "ja", 2, ["8"]),
        ("2024年に120本", "ja", 4, ["2024", "120"]),
        ("え!?と!", "ja", 2, ["!?"]),
        ("3.5、12:30、12–15、A1、Room 12、12 Monkeys、50%", "ja", 2, []),
        ("제 12 회", "ko", 2, ["12"]),
        ("12月", "zh-Hant", 0, []),
        ("on 12 May", "en", 2, []),
    ],
)
def test_few_figures_alone_stand_side_by_side(text: str, lang: str, limit: int, marked: list[str]) -> None:
    (found,) = across([text], lang, limit)
    assert found.replace(ACROSS_SIGN, "") == text
    assert [part for part, beside in crossed(found) if beside] == marked


def test_figures_are_found_over_the_pieces_of_a_line() -> None:
    assert across(["第", "12", "回"], "ja", 2) == ["第", "12" + ACROSS_SIGN, "回"]
    assert across(["12–", "15"], "ja", 2) == ["12–", "15"]


def test_han_stands_and_latin_is_turned(real_faces: Faces) -> None:
    assert ways(real_faces, "『映画』12月にCannesで2024年、ー", "ja") == [
        ("upright", "『映画』"), ("across", "12"), ("upright", "月に"), ("turned", "Cannes"), ("upright", "で"),
        ("turned", "2024"), ("upright", "年、ー"),
    ]  # fmt: skip
    assert ways(real_faces, "영화(제)", "ko") == [
        ("upright", "영화"), ("turned", "("), ("upright", "제"), ("turned", ")"),
    ]  # fmt: skip
    assert ways(real_faces, "——……→", "zh-Hant") == [("upright", "——……"), ("turned", "→")]


def test_a_font_without_vertical_forms_turns_brackets(square_faces: Faces) -> None:
    assert ways(square_faces, "「字。」", "zh-Hant") == [("turned", "「"), ("upright", "字。"), ("turned", "」")]


def test_the_words_of_a_horizontal_line_are_as_ever(real_faces: Faces) -> None:
    assert ways(real_faces, "『映画』12月", "ja", TextStyle("body")) == [
        ("turned", "『映画』"), ("turned", "12"), ("turned", "月"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "comma", "colon"),
    [
        ("ja", (Kind.CLOSE, 0, 500), (Kind.MIDDLE, 250, 250)),
        ("zh-Hant", (Kind.CLOSE, 250, 250), (Kind.MIDDLE, 0, 0)),
        ("zh-Hans", (Kind.CLOSE, 0, 500), (Kind.MIDDLE, 0, 0)),
    ],
)
def test_marks_give_up_the_height_that_the_font_says(real_faces: Faces, lang: str, comma, colon) -> None:
    found = [one(real_faces, text, lang) for text in "，："]
    assert [(s.kind, s.squeeze_before, s.squeeze_after) for s in found] == [comma, colon]
    assert [one(real_faces, t, lang).squeeze_before for t in "「（《"] == [500, 500, 500]


@pytest.mark.parametrize("lang", ["ja", "zh-Hant", "zh-Hans"])
def test_vertical_forms_copy_as_typed(real_faces: Faces, lang: str) -> None:
    found = runs(real_faces, "、。，「」『』（）《》〈〉【】〔〕ーゃっャッ：；！？——……", lang)
    assert [s.text for r in found for s in r.segments if s.actual] == []


def test_figures_side_by_side_take_one_em_and_copy_as_typed(real_faces: Faces) -> None:
    segment = runs(real_faces, "12月", "ja")[0].segments[0]
    assert (segment.text, segment.width, segment.kind, segment.actual) == ("12", 1000, Kind.HAN, True)
    half, _, glyphs = segment.glyphs.partition("<")
    face = real_faces[bare(runs(real_faces, "12月", "ja")[0].face)]
    ids = [int(glyphs[at : at + 4], 16) for at in (0, 4)]
    assert int(half) == pytest.approx(sum(map(face.advance, ids)) / 2, abs=1)


def test_an_upright_space_is_as_high_as_it_is_wide(real_faces: Faces) -> None:
    (run,) = runs(real_faces, "한국 영화", "ko")
    face = real_faces[bare(run.face)]
    assert run.space == face.advance(int(run.space_glyphs[1:-1], 16)) < 400
