"""What holds for every paragraph: nothing lost, order kept, no line over its measure unless it says so."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from square_runs import (
    CLOSING,
    OPENING,
    PLAIN,
    STOPS,
    joined,
    reshape,
    right_edge,
    run,
    set_text,
    texts,
    word,
)

from progprint.glyphs.types import Break
from progprint.lines.paragraph import Paragraph, set_one_line, set_runs
from progprint.lines.ruling import Ruling
from progprint.style import Hyphenation

WORDS = st.sampled_from(
    ["a", "film", "photographer", "well-known", "電", "影", "「節」", "，", "。", "——", "returning", "2024",
     "https://example.org/films/list", "（導演）", "unbreakablyenormouslylongword"]
)  # fmt: skip
TEXT = st.lists(st.tuples(WORDS, st.sampled_from(["", " "])), min_size=1, max_size=40).map(
    lambda parts: "".join(word + space for word, space in parts).strip()
)
STYLES = st.builds(
    lambda align, letters, hyphenate, hanging, squeeze, composer, last_line, balance, hyphenation: replace(
        PLAIN, align=align, letter_space=letters, hyphenate=hyphenate, hanging=hanging, squeeze=squeeze,
        composer=composer, last_line=last_line, balance=balance, phrases=balance, hyphenation=hyphenation,
    ),
    st.sampled_from(["justify", "left", "right", "center"]),
    st.sampled_from([(0.0, 0.0), (-0.02, 0.02)]),
    st.booleans(), st.booleans(), st.booleans(), st.sampled_from(["paragraph", "greedy"]),
    st.sampled_from(["natural", "near-full", "justify"]), st.booleans(),
    st.sampled_from([Hyphenation(), Hyphenation(3, 4, 8, 1, False, False)]),
)  # fmt: skip


@given(TEXT, st.floats(30, 260), STYLES)
@settings(max_examples=300, deadline=None)
def test_nothing_is_lost_and_order_is_kept(text: str, measure: float, style) -> None:
    assert joined(set_text(text, measure, style)) == text


@given(TEXT, st.floats(30, 260), STYLES, st.floats(0, 20), st.floats(0, 20))
@settings(max_examples=300, deadline=None)
def test_no_line_is_wider_than_its_measure_unless_it_says_so(
    text: str, measure: float, style, first: float, others: float
) -> None:
    style = replace(style, indent=first, hanging_indent=others)
    for number, line in enumerate(set_text(text, measure, style)):
        room = measure - (others if number else first)
        assert line.width <= room + 0.011 or "overfull-line" in [fault.code for fault in line.faults]


@given(TEXT, st.floats(60, 260), STYLES)
@settings(max_examples=200, deadline=None)
def test_a_justified_line_is_exactly_the_measure_wide(text: str, measure: float, style) -> None:
    style = replace(style, align="justify", hanging=False, squeeze=False)
    lines = set_text(text, measure, style)
    for line in lines[:-1]:
        if line.width == pytest.approx(measure, abs=0.011):
            assert right_edge(line) == pytest.approx(measure, abs=0.02)
        else:
            assert line.faults


@given(TEXT, st.floats(30, 260))
@settings(max_examples=200, deadline=None)
def test_no_line_breaks_the_kinsoku_unless_in_an_emergency(text: str, measure: float) -> None:
    lines = set_text(text, measure)
    for line, after in pairwise(lines):
        if line.reason != "emergency" and text[0] not in CLOSING + STOPS:
            assert line.text[-1] not in OPENING
            assert after.text[0] not in CLOSING + STOPS or line.reason == "space"


def test_one_line_needs_no_breaker() -> None:
    (line,) = set_text("a film", 200)
    assert (line.text, line.width, line.ratio, line.reason) == ("a film", 30, 0, "end")


def test_nothing_gives_no_line() -> None:
    assert set_runs([], Paragraph(PLAIN, 100), reshape) == ()
    assert set_one_line([], Ruling(PLAIN, reshape), 100) is None


def test_a_hard_break_ends_a_line_and_does_not_stretch_it() -> None:
    lines = set_text("one two\nthree", 100)
    assert [(line.text, line.reason, line.width) for line in lines] == [
        ("one two", "forced", 35),
        ("three", "end", 25),
    ]


def test_a_word_wider_than_the_measure_breaks_anywhere_and_is_marked() -> None:
    lines = set_text("see abcdefghijklmnop now", 30)
    assert joined(lines) == "see abcdefghijklmnop now"
    assert "emergency" in [line.reason for line in lines]
    assert not any(fault.code == "overfull-line" for line in lines for fault in line.faults)


def test_what_cannot_be_parted_is_too_wide_and_says_by_how_much() -> None:
    lines = set_text("電影", 8)
    assert texts(lines) == ["電", "影"]
    assert [(fault.code, fault.detail, fault.source.line) for fault in lines[0].faults] == [
        ("overfull-line", "2.0 pt over: 電", 3)
    ]


def test_an_address_breaks_after_its_signs_without_a_hyphen() -> None:
    style = replace(PLAIN, align="left")
    assert texts(set_text("https://www.example.org/films/cliff", 80, style)) == [
        "https://www.", "example.org/", "films/cliff",
    ]  # fmt: skip


def test_abbreviations_are_no_addresses() -> None:
    style = replace(PLAIN, align="left")
    assert texts(set_text("many, e.g. these or U.S.A. films", 65, style)) == [
        "many, e.g.",
        "these or",
        "U.S.A. films",
    ]


def test_a_last_line_of_one_character_is_avoided() -> None:
    """A runt: a last line shorter than 2 em (W3C jlreq issue 57)."""
    text = "電影節放映導演的是一電影節放映導演的是一映"
    style = replace(PLAIN, han_stretch_em=0.25)
    assert len(set_text(text, 105, style)[-1].text) >= 2
    assert [len(t) for t in texts(set_text(text[:-1], 105, style))] == [10, 10]


def test_at_most_two_hyphens_in_a_row() -> None:
    style = replace(PLAIN, hyphenate=True, word_space=(0.8, 1.0, 2.0))
    text = "the photographer is returning to a childhood village of festivals and remembering " * 4
    ladders = 0
    for measure in range(110, 150, 2):
        reasons = " ".join(line.reason for line in set_text(text.strip(), measure, style))
        assert "hyphen hyphen hyphen" not in reasons, measure
        ladders += "hyphen hyphen" in reasons
    assert ladders


def test_looseness_asks_for_a_line_more_or_less() -> None:
    text = "a film of the summer " * 9
    plain = len(set_text(text.strip(), 150))
    assert len(set_text(text.strip(), 150, looseness=1)) == plain + 1


def test_indents_move_the_first_line_and_the_others() -> None:
    style = replace(PLAIN, align="left", indent=10.0, hanging_indent=20.0)
    lines = set_text("aaaa bbbb cccc dddd", 60, style)
    assert [(line.text, line.pieces[0].x) for line in lines] == [
        ("aaaa bbbb", 10),
        ("cccc", 20),
        ("dddd", 20),
    ]
    assert set_text("aaaa bbbb", 60, style, first_indent=3.0)[0].pieces[0].x == 3


def test_ragged_lines_even_out_but_never_for_a_line_more() -> None:
    style = replace(PLAIN, align="left")
    assert texts(set_text("aaaa bbbb cc dddd eeeeeee", 60, style)) == ["aaaa bbbb cc", "dddd eeeeeee"]
    for text in ("aaa bb cc ddddd eeee f gg hhh", "a bb ccc dddd eeeee ffffff ggggg hhhh"):
        greedy = 1
        line = ""
        for each in text.split():
            if len(f"{line} {each}".strip()) * 5 > 60:
                greedy, line = greedy + 1, each
            else:
                line = f"{line} {each}".strip()
        assert len(set_text(text, 60, style)) == greedy


def test_a_word_in_two_styles_is_not_hyphenated() -> None:
    style = replace(PLAIN, hyphenate=True)
    whole = set_text("an extraordinarily photographer", 75, style)
    assert "hyphen" in [line.reason for line in whole]
    parts = [run("an ext", style), run("raordinarily", replace(style, italic=True), face="italic")]
    parts[0] = parts[0]._replace(segments=(*parts[0].segments[:-1], word("ext", 0, Break.NEVER)))
    lines = set_runs(parts, Paragraph(style, 80), reshape)
    assert texts(lines) == ["an", "extraordinarily"]


def test_alignment_right_and_centre() -> None:
    for align, x in (("right", 70), ("center", 35), ("left", 0), ("justify", 0)):
        (line,) = set_text("a film", 100, replace(PLAIN, align=align))
        assert line.pieces[0].x == x


def test_a_centred_title_breaks_into_even_lines() -> None:
    style = replace(PLAIN, align="center")
    assert texts(set_text("the boy who stole the moon tonight", 140, style)) == [
        "the boy who stole",
        "the moon tonight",
    ]


def test_one_line_is_aligned_in_its_width_and_says_when_it_is_too_wide() -> None:
    line = set_one_line([run("folio 12")], Ruling(replace(PLAIN, align="right"), reshape), 100)
    assert line is not None and line.pieces[0].x == 60
    line = set_one_line([run("folio 12")], Ruling(replace(PLAIN, align="right"), reshape), 20)
    assert line is not None and [fault.code for fault in line.faults] == ["overfull-line"]
    assert line.text == "folio 12"
