"""Guessed heights -> pages."""

from __future__ import annotations

import pytest

from progprint.blocks.paging import guessed_height, shared_out, stretched
from progprint.blocks.types import Beside, Para, Rule, Track
from progprint.style import BLACK, Span, TextStyle
from progprint.words import Words

STYLE = TextStyle("body", size=10.0, leading=12.0)


def _para(text: str) -> Para:
    return Para((Span(Words(text, "en"), STYLE),), STYLE)


@pytest.mark.parametrize(
    ("heights", "pages"),
    [
        ([], []),
        ([30.0] * 3, [3]),
        ([30.0] * 4, [2, 2]),
        ([30.0] * 7, [3, 2, 2]),
        # even shares would be too high here: each page takes what it holds
        ([10.0, 10.0, 90.0, 90.0], [2, 1, 1]),
        ([500.0, 10.0], [1, 1]),
    ],
)
def test_rows_are_shared_out_evenly_where_their_heights_allow(heights: list[float], pages: list[int]) -> None:
    assert shared_out(heights, 100.0, 7) == pages


def test_no_page_has_more_rows_than_allowed() -> None:
    assert shared_out([1.0] * 9, 100.0, 7) == [5, 4]


def test_rows_grow_into_the_room_left_between_limits() -> None:
    assert stretched([20.0, 20.0], 60.0, 20.0, 40.0) == 30.0
    assert stretched([20.0, 20.0], 500.0, 20.0, 40.0) == 40.0
    assert stretched([20.0, 20.0], 10.0, 20.0, 40.0) == 20.0
    # a row above the limit takes its own height first
    assert stretched([20.0, 50.0], 80.0, 20.0, 40.0) == 30.0


def test_parts_side_by_side_are_as_high_as_the_highest() -> None:
    block = Beside(((_para("a"),), (_para("word " * 20),)), (Track(fixed=50), Track(share=1)), 10, least=13.0)
    assert guessed_height(block, 260.0) == 3 * 12.0
    assert guessed_height(Beside(((_para("a"),),), (Track(share=1),), 0, least=13.0), 260.0) == 13.0
    assert guessed_height(Rule(1.0, BLACK, 8.0), 100.0) == 8.0


def test_han_signs_are_guessed_twice_as_wide() -> None:
    assert guessed_height(_para("海" * 11), 100.0) == 24.0
    assert guessed_height(_para("a" * 11), 100.0) == 12.0
