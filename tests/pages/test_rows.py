"""Rows of galleys -> columns: nothing lost, order kept, keeps kept, gaps gone at heads, columns level."""

from __future__ import annotations

from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from progprint.geom import TOLERANCE, Point, Rect, fits
from progprint.pages.columns import Columns, Filled, balance, fill, fill_columns
from progprint.pages.rows import (
    Galley,
    Row,
    depth,
    kept,
    moved,
    on_grid,
    side_by_side,
    stack,
)
from progprint.pages.types import (
    CodeMark,
    FillMark,
    ImageMark,
    LinkMark,
    RefMark,
    RuleMark,
    TextMark,
)
from progprint.style import BLACK, TextStyle

GRID = 10.0
PROPERTY = settings(max_examples=80, deadline=None)


def line(name: str, height: float = GRID, **more: object) -> Row:
    return Row(height, anchors=(name,), **more)  # type: ignore[arg-type]


def lines(count: int, **more: object) -> Galley:
    return tuple(line(str(i), **more) for i in range(count))


def gap(height: float = GRID, keep: bool = False) -> Row:
    return Row(height, gap=True, keep=keep)


def names(rows: object) -> list[str]:
    """Names of the rows that are no gaps, in order."""
    return [a for row in rows for a in row.anchors]  # type: ignore[attr-defined]


def placed(filled: Filled) -> list[str]:
    return names(p.row for p in filled.placed)


def in_columns(columns: Columns) -> list[list[str]]:
    return [placed(c) for c in columns.columns]


# --- stack and depth -----------------------------------------------------------------------------


def test_rows_stand_one_under_the_other() -> None:
    stacked, bottom = stack(lines(3), GRID)
    assert [p.top for p in stacked] == [0, 10, 20]
    assert bottom == 30


def test_gaps_at_the_head_and_the_foot_of_a_column_vanish() -> None:
    stacked, bottom = stack((gap(), line("a"), gap(4), line("b"), gap()), GRID)
    assert [(p.top, p.row.height) for p in stacked] == [(0, 10), (10, 4), (14, 10)]
    assert bottom == 24


def test_a_row_that_snaps_goes_to_the_next_line_of_the_grid() -> None:
    stacked, bottom = stack((line("a", 13), line("b", snap=True)), GRID)
    assert [p.top for p in stacked] == [0, 20]
    assert bottom == 30


def test_rounding_never_costs_a_line_of_the_grid() -> None:
    assert on_grid(20.0 + TOLERANCE / 2, GRID) == 20.0
    assert on_grid(20.0 + 3 * TOLERANCE, GRID) == 30.0


# --- fill ----------------------------------------------------------------------------------------


def test_as_many_rows_as_fit_and_the_rest_in_order() -> None:
    filled = fill(lines(5), 30, GRID, 30)
    assert placed(filled) == ["0", "1", "2"]
    assert names(filled.rest) == ["3", "4"]
    assert filled.bottom == 30


def test_the_rest_never_begins_with_a_gap() -> None:
    filled = fill((line("a"), gap(), line("b")), 15, GRID, 15)
    assert names(filled.rest) == ["b"]
    assert not filled.rest[0].gap


def test_a_row_that_keeps_goes_on_with_the_next() -> None:
    rows = (line("a"), line("heading", keep=True), line("b"))
    filled = fill(rows, 20, GRID, 20)
    assert placed(filled) == ["a"]
    assert names(filled.rest) == ["heading", "b"]


def test_a_keep_reaches_over_the_empty_room_after_it() -> None:
    """A heading that keeps, then room, then text: the room is no place to leave the heading alone."""
    rows = (line("a"), line("heading", keep=True), gap(), line("b"))
    filled = fill(rows, 30, GRID, 30)
    assert placed(filled) == ["a"]


def test_kept_rows_wait_for_an_emptier_column() -> None:
    filled = fill(kept(lines(3)), 20, GRID, 40)
    assert (placed(filled), filled.broken) == ([], None)
    assert names(filled.rest) == ["0", "1", "2"]


def test_what_no_column_can_keep_together_is_broken_and_says_so() -> None:
    filled = fill(kept(lines(5)), 30, GRID, 30)
    assert placed(filled) == ["0", "1", "2"]
    assert filled.broken


def test_a_row_higher_than_any_column_is_set_all_the_same() -> None:
    filled = fill((line("a", 50), line("b")), 30, GRID, 30)
    assert placed(filled) == ["a"]
    assert filled.broken


def test_a_gap_before_a_row_too_high_costs_no_column() -> None:
    filled = fill((gap(), line("a", 50)), 30, GRID, 30)
    assert placed(filled) == ["a"]


@st.composite
def galleys(draw: st.DrawFn) -> Galley:
    """Rows as the blocks make them: lines that may keep or snap, and gaps between them."""
    rows = []
    for number in range(draw(st.integers(0, 14))):
        height = draw(st.sampled_from((0.0, 4.0, 5.0, 8.0, 10.0, 10.0, 10.0, 12.5, 20.0, 45.0)))
        keep = draw(st.booleans())
        if draw(st.integers(0, 4)) == 0:
            rows.append(gap(height, keep))
        else:
            rows.append(line(str(number), height, keep=keep, snap=draw(st.booleans())))
    return tuple(rows)


ROOMS = st.sampled_from((0.0, 5.0, 10.0, 15.0, 25.0, 30.0, 40.0, 60.0, 300.0))


@PROPERTY
@given(galleys(), ROOMS, st.sampled_from((0.0, 10.0, 300.0)))
def test_filling_loses_nothing_and_turns_nothing_round(rows: Galley, room: float, more: float) -> None:
    filled = fill(rows, room, GRID, room + more)
    assert placed(filled) + names(filled.rest) == names(rows)


@PROPERTY
@given(galleys(), ROOMS)
def test_a_filled_column_exceeds_its_room_only_by_one_row_that_is_higher(rows: Galley, room: float) -> None:
    filled = fill(rows, room, GRID, room)
    assert fits(filled.bottom, room) or len(placed(filled)) == 1


@PROPERTY
@given(galleys(), st.lists(ROOMS, min_size=1, max_size=40))
def test_filling_column_after_column_ends(rows: Galley, rooms: list[float]) -> None:
    """Each column takes at least one row, whatever its room."""
    left = rows
    for room in rooms * (len(rows) + 1):
        if not left:
            break
        before = len(left)
        left = fill(left, room, GRID, room).rest
        assert len(left) < before
    assert not left


@PROPERTY
@given(galleys(), ROOMS)
def test_no_column_ends_within_what_is_kept(rows: Galley, room: float) -> None:
    filled = fill(rows, room, GRID, room)
    if filled.rest and filled.placed and not filled.broken:
        last = filled.placed[-1].row
        assert not last.keep
        assert not last.gap


@PROPERTY
@given(galleys(), st.integers(1, 4), ROOMS)
def test_columns_lose_nothing(rows: Galley, count: int, room: float) -> None:
    for make in (fill_columns, balance):
        columns = make(rows, count, room, GRID, room)
        assert len(columns.columns) <= count
        assert [n for c in in_columns(columns) for n in c] + names(columns.rest) == names(rows)


@PROPERTY
@given(galleys(), st.integers(1, 4), ROOMS)
def test_balanced_columns_hold_what_full_ones_hold(rows: Galley, count: int, room: float) -> None:
    full = fill_columns(rows, count, room, GRID, room)
    level = balance(rows, count, room, GRID, room)
    assert names(level.rest) == names(full.rest)
    if not any(c.broken for c in full.columns):
        assert not any(c.broken for c in level.columns)
        assert fits(level.bottom, room)


@PROPERTY
@given(galleys(), st.integers(2, 3), ROOMS)
def test_no_lower_height_would_balance(rows: Galley, count: int, room: float) -> None:
    level = balance(rows, count, room, GRID, room)
    if level.rest or any(c.broken for c in level.columns):
        return
    for height in range(1, max(ceil(level.bottom / GRID - 0.01), 1)):
        trial = fill_columns(rows, count, height * GRID, GRID, room)
        assert trial.rest or any(c.broken for c in trial.columns), height


def test_balanced_columns_end_level() -> None:
    columns = balance(lines(7), 3, 100, GRID, 100)
    assert in_columns(columns) == [["0", "1", "2"], ["3", "4", "5"], ["6"]]
    assert columns.bottom == 30


def test_one_column_needs_no_balance() -> None:
    assert balance(lines(3), 1, 100, GRID, 100) == fill_columns(lines(3), 1, 100, GRID, 100)


def test_what_exceeds_all_columns_fills_them() -> None:
    columns = balance(lines(9), 2, 30, GRID, 30)
    assert in_columns(columns) == [["0", "1", "2"], ["3", "4", "5"]]
    assert names(columns.rest) == ["6", "7", "8"]


# --- side by side --------------------------------------------------------------------------------


def mark(x: float, y: float, text: str) -> TextMark:
    return TextMark(Point(x, y), (), text, "en", "body")


def text_row(text: str, height: float = GRID, **more: object) -> Row:
    return Row(height, ((0, mark(0, height - 2, text)),), anchors=(text,), **more)  # type: ignore[arg-type]


def test_lines_that_stand_level_become_one_row() -> None:
    left, right = (text_row("a"), text_row("b")), (text_row("c"), text_row("d"))
    rows = side_by_side([(0, left), (100, right)], GRID)
    assert [sorted(r.anchors) for r in rows] == [["a", "c"], ["b", "d"]]
    places = {m.text: m.at for r in rows for _, m in r.marks if isinstance(m, TextMark)}
    assert places == {"a": (0, 8), "c": (100, 8), "b": (0, 8), "d": (100, 8)}


def test_rows_of_other_heights_join_where_they_overlap() -> None:
    left = (text_row("a"), text_row("b"), text_row("c"))
    right = (text_row("tall", 15),)
    rows = side_by_side([(0, left), (50, right)], GRID)
    assert [sorted(r.anchors) for r in rows] == [["a", "b", "tall"], ["c"]]
    assert [r.height for r in rows] == [20, 10]
    inner = {m.text: m.at.y for r in rows for _, m in r.marks if isinstance(m, TextMark)}
    assert inner == {"a": 8, "b": 18, "tall": 13, "c": 8}


def test_the_higher_side_gives_the_height() -> None:
    rows = side_by_side([(0, lines(1)), (50, lines(4))], GRID)
    assert depth(rows, GRID) == 40


def test_what_is_kept_on_one_side_is_kept_on_both() -> None:
    rows = side_by_side([(0, lines(2)), (50, (line("x", keep=True), line("y")))], GRID)
    assert [r.keep for r in rows] == [True, False]


def test_room_within_both_sides_stays() -> None:
    column = (line("a"), gap(), line("b"))
    rows = side_by_side([(0, column), (50, column)], GRID)
    assert [(r.height, r.gap) for r in rows] == [(10, False), (10, True), (10, False)]


def test_the_empty_room_after_a_kept_row_keeps_too() -> None:
    column = (line("a", keep=True), gap(), line("b"))
    assert [r.keep for r in side_by_side([(0, column)], GRID)] == [True, True, False]


@PROPERTY
@given(galleys(), galleys())
def test_side_by_side_loses_nothing(left: Galley, right: Galley) -> None:
    rows = side_by_side([(0, left), (100, right)], GRID)
    assert sorted(names(rows)) == sorted(names(left) + names(right))
    for column in (left, right):
        wanted = names(column)
        joined = [n for n in names(rows) if n in wanted]
        if not set(names(left)) & set(names(right)):
            assert joined == wanted


# --- marks ---------------------------------------------------------------------------------------

BOX = Rect(1, 2, 3, 4)


@pytest.mark.parametrize(
    "one",
    [
        ImageMark(BOX, "a.jpg"),
        FillMark(BOX, BLACK),
        CodeMark(BOX, "x", 21, ()),
        LinkMark(BOX, "ref:a"),
    ],
)
def test_boxes_move(one: ImageMark | FillMark | CodeMark | LinkMark) -> None:
    assert moved(one, 10, 20) == one._replace(box=Rect(11, 22, 3, 4))


def test_lines_and_rules_move() -> None:
    assert moved(mark(1, 2, "a"), 10, 20).at == (11, 22)  # type: ignore[union-attr]
    assert moved(RefMark(Point(1, 2), 9, "k", TextStyle("body")), 1, 1).at == (2, 3)  # type: ignore[union-attr]
    rule = moved(RuleMark(Point(0, 0), Point(5, 0), 1, BLACK), 1, 2)
    assert (rule.start, rule.end) == ((1, 2), (6, 2))  # type: ignore[union-attr]
