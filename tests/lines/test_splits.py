"""What parts a word: the style's rules of hyphenation, and emergencies in any script."""

from __future__ import annotations

import itertools
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from square_runs import PLAIN, joined, set_text

from progprint.glyphs import Faces
from progprint.glyphs.breaks import places_inside
from progprint.lines import Line, set_paragraph
from progprint.lines.hyphenate import hyphen_points
from progprint.style import Hyphenation, Span, TextStyle
from progprint.words import Words

BODY = TextStyle("body", size=10.0, leading=12.0, align="justify")
HYPHENED = replace(PLAIN, hyphenate=True)
TEXT = "the photographer is returning to a childhood village of festivals and remembering " * 2
THAI_WORDS = st.lists(
    st.sampled_from(["กรุงเทพมหานคร", "น้ำ", "ภาพยนตร์", "ที่", "เด็กหนุ่ม", "ค่อย ๆ ", " ", "พิพิธภัณฑสถาน"]),
    min_size=1,
    max_size=12,
).map(lambda words: " ".join("".join(words).split()))
LONG = {
    "ko": "가나다라마바사아자차카타파하" * 2,
    "en": "Donaudampfschifffahrtsgesellschaftskapitän",
    "de": "https://beispiel.example/einsehrlangerpfadohnejedeszeichen",
    "th": "กรุงเทพมหานครอมรรัตนโกสินทร์",
    "ja": "ブエノスアイレス国際インディペンデント映画祭",
}


def set_in(text: str, lang: str, measure: float, faces: Faces, style: TextStyle = BODY) -> tuple[Line, ...]:
    return set_paragraph([Span(Words(text, lang), style)], style, measure, faces)


def rejoined(lines: tuple[Line, ...]) -> str:
    return joined(lines).replace("\u200b", "")


def hyphened(lines: tuple[Line, ...]) -> list[tuple[str, str]]:
    """What stands before and after each hyphen."""
    return [
        (line.text.split()[-1].rstrip("-"), after.text.split()[0])
        for line, after in itertools.pairwise(lines)
        if line.reason == "hyphen"
    ]


def test_fewest_letters_are_the_styles() -> None:
    usual = hyphen_points("photographer", "en")
    assert usual == hyphen_points("photographer", "en", Hyphenation())
    strict = hyphen_points("photographer", "en", Hyphenation(before=6, after=5))
    assert strict == tuple(at for at in usual if 6 <= at <= len("photographer") - 5)
    assert hyphen_points("village", "en") and not hyphen_points("village", "en", Hyphenation(word=8))
    assert hyphen_points("abbey", "en", Hyphenation(word=5, after=2))


def test_names_in_running_text_stay_whole_when_asked() -> None:
    assert hyphen_points("Rotterdam", "en")
    assert not hyphen_points("Rotterdam", "en", Hyphenation(capitals=False))
    assert hyphen_points("remembering", "en", Hyphenation(capitals=False))


@pytest.mark.parametrize("composer", ["paragraph", "greedy"])
@pytest.mark.parametrize("most", [1, 2, 3])
def test_no_more_hyphens_in_a_row_than_the_style_lets(composer: str, most: int) -> None:
    style = replace(
        HYPHENED, word_space=(0.8, 1.0, 2.0), hyphenation=Hyphenation(in_a_row=most), composer=composer
    )
    longest = 0
    for measure in range(112, 160, 2):
        row = 0
        for line in set_text((TEXT * 2).strip(), measure, style):
            row = row + 1 if line.reason == "hyphen" else 0
            longest = max(longest, row)
    assert longest <= most
    assert longest == most or most == 3


def test_the_last_word_stays_whole_when_asked() -> None:
    text = "they saw the film again and praised its photographer"
    parted = 0
    for measure in range(60, 260, 3):
        parted += set_text(text, measure, HYPHENED)[-1].text == "grapher"
        kept = set_text(text, measure, replace(HYPHENED, hyphenation=Hyphenation(last_word=False)))
        assert kept[-1].text.endswith("photographer")
    narrow = set_text(text, 45, replace(HYPHENED, hyphenation=Hyphenation(last_word=False)))
    assert joined(narrow) == text and not any(line.faults[:1] == ("overfull-line",) for line in narrow)


def test_nothing_is_hyphenated_where_the_style_does_not_say_so() -> None:
    """Names of credits: their styles do not hyphenate, whatever the rules would be."""
    style = replace(PLAIN, align="left", hyphenation=Hyphenation(1, 1, 2))
    for measure in range(60, 120, 5):
        assert not hyphened(set_text(TEXT.strip(), measure, style))


def letter_ends(text: str) -> list[int]:
    return [at for at, _ in places_inside(text)]


def test_letters_keep_their_marks() -> None:
    assert letter_ends("abc") == [1, 2]
    assert letter_ends(unicodedata.normalize("NFD", "Việt")) == [1, 2, 5]
    assert letter_ends("น้ำใจ") == [3]
    assert letter_ends("เด็ก") == [3]


@given(THAI_WORDS, st.floats(8, 60))
@settings(max_examples=60, deadline=None)
def test_thai_is_parted_in_an_emergency_but_never_from_its_marks(real_faces, text: str, measure: float) -> None:
    lines = set_in(text, "th", measure, real_faces)
    assert rejoined(lines) == text
    for line in lines:
        assert line.text, "an empty line"
        assert unicodedata.category(line.text[0]) not in ("Mn", "Mc")
        assert line.text[0] not in "ะาำๅ" and (line.text[-1] not in "เแโใไ")


@pytest.mark.parametrize("lang", LONG)
@pytest.mark.parametrize("align", ["justify", "left"])
@pytest.mark.parametrize("composer", ["paragraph", "greedy"])
def test_what_is_wider_than_the_measure_is_parted_and_fits(
    real_faces: Faces, lang: str, align: str, composer: str
) -> None:
    style = replace(BODY, align=align, composer=composer, letter_space=(0.0, 0.0))
    text = f"{LONG[lang]} {LONG[lang]}"
    for measure in (35.0, 60.0, 90.0):
        lines = set_in(text, lang, measure, real_faces, style)
        assert rejoined(lines) == text
        assert not any(fault.code == "overfull-line" for line in lines for fault in line.faults)


@given(st.text("aé電，「ก้ำเ가 -", min_size=1, max_size=30), st.floats(1, 40), st.sampled_from(["paragraph", "greedy"]))
@settings(max_examples=80, deadline=None)
def test_no_measure_is_too_narrow_to_end(real_faces, text: str, measure: float, composer: str) -> None:
    style = replace(BODY, composer=composer, refine=False)
    lines = set_in(text, "zh-Hant", measure, real_faces, style)
    assert rejoined(lines).replace(" ", "") == text.replace(" ", "")


def test_a_ladder_that_cannot_be_helped_is_told() -> None:
    text = "photographers photographing childhood " * 6
    lines = set_text(text.strip(), 60, HYPHENED)
    reasons = "".join(line.reason[0] for line in lines)
    assert "hhh" in reasons
    found = [number for number, line in enumerate(lines) if "ladder" in [each.code for each in line.faults]]
    assert found[0] == reasons.index("hhh") + 2
    assert all(reasons[number - 2 : number + 1] == "hhh" for number in found)
