"""Two languages side by side: what begins level when one tells in two paragraphs what the other tells in one."""

from __future__ import annotations

import pytest

from progprint.blocks.types import Block, Pair, Para
from progprint.glyphs import Faces
from progprint.pages.columns import fill
from progprint.pages.pairs import stretches
from progprint.pages.setting import set_block
from progprint.pages.types import TextMark
from small_books import GRID, in_galley, para, setting_of, span, style


def kinds(letters: str) -> tuple[Block, ...]:
    """p a paragraph, h a heading, b a byline."""
    names = {"p": "review", "f": "review-first", "h": "review-heading", "b": "byline"}
    return tuple(
        Para((span(letter),), style(names[letter], keep_next=letter == "h")) for letter in letters
    )


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("fpp", "fpp", ["f/f", "p/p", "p/p"]),
        # two told in one: only the beginning is level
        ("fppp", "fp", ["fppp/fp"]),
        # but the headings are, and what is alike between them
        ("fphfp", "fhfp", ["fp/f", "h/h", "f/f", "p/p"]),
        ("hfp", "hfpp", ["h/h", "fp/fpp"]),
        # one language without headings at all
        ("fhf", "fp", ["fhf/fp"]),
        ("fhf", "fpp", ["fhf/fpp"]),
        # the byline of one language stands by itself
        ("fpb", "fp", ["f/f", "p/p", "b/"]),
        ("fpp", "fppb", ["f/f", "p/p", "p/p", "/b"]),
        ("fpb", "fppb", ["fpb/fppb"]),
        ("fp", "", ["f/", "p/"]),
        ("", "", []),
    ],
)
def test_which_paragraphs_belong_together(left: str, right: str, wanted: list[str]) -> None:
    found = stretches(kinds(left), kinds(right))
    shown = ["".join(left[n] for n in a) + "/" + "".join(right[n] for n in b) for a, b in found]
    assert [s for s in shown if s != "/"] == wanted


def test_a_stretch_runs_down_without_holes(square_faces: Faces) -> None:
    left = tuple(para("aaaa bbbb cccc") for _ in range(3))
    right = (para("xxxx yyyy zzzz"), para("xxxx yyyy zzzz"))
    rows = set_block(Pair(left, right, (1.0, 1.0), 4.0), 44.0, setting_of(square_faces))
    assert len(rows) == 9
    assert not any(row.gap for row in rows)


def test_every_word_is_there_however_the_paragraphs_fall(square_faces: Faces) -> None:
    left, right = (para("aaaa bbbb"), para("cccc")), (para("xxxx"), para("yyyy"), para("zzzz"))
    rows = set_block(Pair(left, right, (1.0, 1.0), 4.0), 44.0, setting_of(square_faces))
    assert sorted(in_galley(rows)) == ["aaaa", "bbbb", "cccc", "xxxx", "yyyy", "zzzz"]


def test_neither_side_of_a_pair_leaves_a_widow(square_faces: Faces) -> None:
    left, right = para("aaaa bbbb cccc dddd eeee ffff"), para("vvvv wwww xxxx yyyy")
    rows = set_block(Pair((left,), (right,), (1.0, 1.0), 4.0), 44.0, setting_of(square_faces))
    ends = [len(fill(rows, lines * GRID, GRID, 100.0, reset=False).placed) for lines in range(1, 6)]
    # after the second line only: three leave the right side's last one alone, four the ends of both
    assert ends == [0, 2, 2, 4, 4]


def test_a_pair_may_be_set_anew_on_either_side(square_faces: Faces) -> None:
    words = "aa bb cc dd ee ff gg hh ii jj kk ll mm nn oo pp"
    given = {"align": "justify", "word_space": (0.5, 1.0, 3.0)}
    pair = Pair((para(words, **given),), (para(words.upper(), **given),), (1.0, 1.0), 4.0)
    rows = set_block(pair, 124.0, setting_of(square_faces))
    again = rows[0].again
    assert again is not None and again.rows == len(rows) and len(again.ways) == 4
    for way in again.ways:
        assert "".join(sorted("".join(in_galley(way())).replace(" ", ""))) == "".join(
            sorted("".join(in_galley(rows)).replace(" ", ""))
        )


@pytest.mark.parametrize(
    ("sides", "wanted"),
    [
        (("fp", "fp", "fp"), ["f/f/f", "p/p/p"]),
        (("fpb", "fpb", "fp"), ["f/f/f", "p/p/p", "b/b/"]),
        (("fp", "fpp", "fp"), ["fp/fpp/fp"]),
        (("fhf", "fhf", "fhfp"), ["f/f/f", "h/h/h", "f/f/fp"]),
    ],
)
def test_three_languages_belong_together_as_two_do(sides: tuple[str, ...], wanted: list[str]) -> None:
    found = stretches(*map(kinds, sides))
    shown = ["/".join("".join(s[n] for n in r) for s, r in zip(sides, row, strict=True)) for row in found]
    assert [s for s in shown if s.strip("/")] == wanted


def test_three_languages_begin_each_paragraph_level(square_faces: Faces) -> None:
    sides = [(para(f"{a}aaa bbbb cccc"), para(f"{a}ddd")) for a in "xyz"]
    sides[1] = (para("yaaa"), para("yddd"))
    block = Pair(sides[0], sides[1], (1.0, 1.0, 1.0), 4.0, (sides[2],))
    rows = set_block(block, 3 * 20.0 + 8.0, setting_of(square_faces))
    begins = [[mark.at.x for _, mark in row.marks if isinstance(mark, TextMark)] for row in rows]
    assert begins[0] == pytest.approx([0, 24, 48])
    assert begins[3] == pytest.approx([0, 24, 48])
