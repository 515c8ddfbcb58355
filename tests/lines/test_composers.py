"""The composers, each by its promise: what an edit moves, how a paragraph ends, how many lines it has."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from square_runs import PLAIN, joined, right_edge, set_text, texts

GREEDY = replace(PLAIN, composer="greedy")
WORD = st.text("aoin", min_size=1, max_size=9)
WORDS = st.lists(WORD, min_size=8, max_size=40)
HAN = st.text("電影節放映導演的是一，。「」（）", min_size=20, max_size=80)
SENTENCE = "a film of the summer in which nothing much happens to anybody at all " * 3


@given(WORDS, st.lists(WORD, max_size=20), st.floats(80, 200), st.sampled_from(["justify", "left"]))
@settings(max_examples=100, deadline=None)
def test_a_late_edit_moves_no_earlier_line_of_the_greedy_composer(
    words: list[str], more: list[str], measure: float, align: str
) -> None:
    style = replace(GREEDY, align=align)
    before = set_text(" ".join(words), measure, style)
    after = set_text(" ".join(words + more), measure, style)
    kept = max(len(before) - 2, 0)
    assert [line.pieces for line in after[:kept]] == [line.pieces for line in before[:kept]]


def test_the_paragraph_composer_moves_earlier_lines_for_a_better_whole() -> None:
    together, singly = set_text(SENTENCE.strip(), 128), set_text(SENTENCE.strip(), 128, GREEDY)
    assert joined(together) == joined(singly) == SENTENCE.strip()
    assert texts(together) != texts(singly)
    assert max(line.ratio for line in together[:-1]) <= max(line.ratio for line in singly[:-1])


def test_the_greedy_composer_takes_the_nearest_break_not_the_last_that_fits() -> None:
    """Shrunk by 0.9 of what is allowed `a` would fit; without it the line is stretched by 0.8."""
    text = "aaaa bbbb cccc dddd eee a gggg hhhh iiii jjjj kkkk"
    assert texts(set_text(text, 120.5, GREEDY))[0] == "aaaa bbbb cccc dddd eee"
    assert texts(set_text(text, 121.5, GREEDY))[0] == "aaaa bbbb cccc dddd eee a"


@given(HAN, st.floats(60, 160))
@settings(max_examples=80, deadline=None)
def test_the_greedy_composer_keeps_kinsoku(text: str, measure: float) -> None:
    lines = set_text(text, measure, GREEDY)
    assert joined(lines) == text
    for line in lines[:-1]:
        assert line.reason == "emergency" or line.text[-1] not in "「（"
    for line, after in itertools.pairwise(lines):
        assert line.reason == "emergency" or after.text[0] not in "，。」）"


@pytest.mark.parametrize("composer", ["paragraph", "greedy"])
@pytest.mark.parametrize("align", ["justify", "left", "center"])
@pytest.mark.parametrize("text", [SENTENCE.strip(), "電影節放映導演的作品，" * 7])
def test_looseness_asks_for_a_line_more_or_fewer(composer: str, align: str, text: str) -> None:
    style = replace(PLAIN, composer=composer, align=align, word_space=(0.5, 1.0, 2.0))
    plain = len(set_text(text, 160, style))
    longer = set_text(text, 160, style, looseness=1)
    assert len(longer) == plain + 1 and joined(longer) == text
    assert len(set_text(text, 160, style, looseness=-1)) in (plain - 1, plain)


@pytest.mark.parametrize("composer", ["paragraph", "greedy"])
@pytest.mark.parametrize(("text", "measure"), [(SENTENCE.strip(), 168), ("電影，" * 20, 99)])
def test_looseness_presses_a_line_out(composer: str, text: str, measure: float) -> None:
    style = replace(PLAIN, composer=composer, word_space=(0.5, 1.0, 2.0))
    plain = set_text(text, measure, style)
    shorter = set_text(text, measure, style, looseness=-1)
    assert len(shorter) == len(plain) - 1 and joined(shorter) == text
    assert not any(line.faults for line in shorter)


@pytest.mark.parametrize("composer", ["paragraph", "greedy"])
def test_looseness_that_cannot_be_had_gives_the_nearest_number(composer: str) -> None:
    style = replace(PLAIN, composer=composer, align="left")
    assert len(set_text("aaaa bbbb cccc", 60, style, looseness=5)) == 3
    assert len(set_text("aaaa bbbb cccc", 60, style, looseness=-5)) == 2
    assert len(set_text("one", 60, style, looseness=1)) == 1


def test_a_justified_last_line_is_full_and_the_others_share_its_stretch() -> None:
    style = replace(PLAIN, last_line="justify", word_space=(0.8, 1.0, 2.0))
    lines = set_text("aaaa bbbb cccc dddd eeee ffff gggg hhhh", 110, style)
    assert [right_edge(line) for line in lines] == pytest.approx([110.0] * len(lines), abs=0.02)
    natural = set_text("aaaa bbbb cccc dddd eeee ffff gggg hhhh", 110, PLAIN)
    assert right_edge(natural[-1]) < 110


@pytest.mark.parametrize(("lacking", "full"), [(5.0, True), (9.5, False), (30.0, False)])
def test_a_last_line_that_lacks_little_is_set_full_when_asked(lacking: float, full: bool) -> None:
    """The limits: an em, and what the style lets the line's four spaces stretch, 6.6 points."""
    text = "aaaa bbbb cccc dddd eeee"
    measure = 5 * len(text) + lacking
    (line,) = set_text(text, measure, replace(PLAIN, last_line="near-full"))
    assert (line.width == pytest.approx(measure)) is full
    (line,) = set_text(text, measure, PLAIN)
    assert line.width == 5 * len(text)


def test_a_ragged_last_line_is_not_one_short_word() -> None:
    style = replace(PLAIN, align="left")
    text = "the boy who stole the silver moon from a well and ran"
    lines = set_text(text, 5 * 49, style)
    assert len(lines) == 2 and len(lines[-1].text.split()) > 1
    assert texts(set_text("extraordinarily ran", 75, style)) == ["extraordinarily", "ran"]


def test_a_syllable_alone_is_a_runt_however_long() -> None:
    style = replace(PLAIN, hyphenate=True, word_space=(0.8, 1.0, 2.0), letter_space=(-0.02, 0.02))
    for measure in range(150, 260):
        lines = set_text("they saw the film again and praised its photography", measure, style)
        assert len(lines) < 2 or lines[-2].reason != "hyphen" or lines[-2].ratio < 1.6


def test_titles_balance_when_asked() -> None:
    text = "the boy who stole the moon tonight"
    plain = texts(set_text(text, 140, replace(PLAIN, align="left")))
    even = texts(set_text(text, 140, replace(PLAIN, align="left", balance=True)))
    assert even == ["the boy who stole", "the moon tonight"] != plain
