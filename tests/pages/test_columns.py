"""Where columns end: the cheapest evil is taken, keeps part in their order, notes stand at the foot, all ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from progprint.blocks.types import Para
from progprint.geom import Point, fits
from progprint.glyphs import Faces
from progprint.lines.types import Fault
from progprint.pages.columns import Filled, balance, fill, fill_columns
from progprint.pages.evils import HEADING, PARAGRAPH, TOGETHER
from progprint.pages.notes import depth_with_notes
from progprint.pages.rows import Again, Galley, Note, Row, side_by_side
from progprint.pages.setting import set_block
from progprint.pages.types import TextMark
from progprint.style import Span
from small_books import GRID as BASELINE_GRID
from small_books import in_galley, para, setting_of, span, style

GRID = 10.0
PROPERTY = settings(max_examples=150, deadline=None)


def line(name: str, **more: object) -> Row:
    mark = TextMark(Point(0, 7), (), name, "en", "body")
    return Row(GRID, ((0, mark),), anchors=(name,), **more)  # type: ignore[arg-type]


def lines(names: str, **more: object) -> Galley:
    return tuple(line(name, **more) for name in names)


def put(filled: Filled) -> str:
    return "".join(a for p in filled.placed for a in p.row.anchors)


def foot(filled: Filled) -> str:
    return "".join(a for p in filled.foot for a in p.row.anchors)


def begun(rows: Galley, room: float, *, reset: bool = True) -> Filled:
    return fill(rows, room, GRID, room, reset=reset)


# --- the ranking ---------------------------------------------------------------------------------


def test_a_column_ends_a_line_early_rather_than_in_a_divided_word() -> None:
    rows = (*lines("ab"), line("c", divided=True), *lines("de"))
    assert put(begun(rows, 30)) == "ab"


def test_a_column_may_be_two_lines_short_but_not_without_end() -> None:
    rows = (*lines("ab"), *lines("cdefgh", divided=True), *lines("ij"))
    assert put(begun(rows, 50)) == "ab", "three lines short are better than a divided word"
    assert put(begun(rows, 80)) == "abcdefgh", "six lines short are worse"


def test_a_divided_word_at_the_very_end_of_all_rows_is_none() -> None:
    assert put(begun((*lines("ab"), line("c", divided=True)), 30)) == "abc"


def again(rows: str, *ways: Galley) -> tuple[Again, Galley]:
    made: list[Callable[[], Galley]] = [lambda way=way: way for way in ways]  # type: ignore[misc]
    one = Again(len(rows), tuple(made))
    return one, tuple(line(name, again=one) for name in rows)


def test_where_ending_early_leaves_a_hole_a_paragraph_is_set_a_line_tighter() -> None:
    _, paragraph = again("efgh", lines("xyz"))
    heading = lines("ijk", keep=HEADING)
    rows = (*lines("abcd"), *paragraph, *heading, *lines("lmn"))
    # heading and first line need four lines, three are left: the column would end three lines early
    assert put(begun(rows, 110, reset=False)) == "abcdefgh"
    assert put(begun(rows, 110)) == "abcdxyzijkl"


def test_a_paragraph_is_not_set_anew_for_a_line_or_two() -> None:
    def never() -> Galley:
        raise AssertionError

    one = Again(4, (never,))
    rows = (*(line(n, again=one) for n in "abcd"), line("e", keep=HEADING), *lines("fg"))
    assert put(begun(rows, 50)) == "abcd"


def test_a_loose_line_costs_more_than_a_short_column_and_less_than_a_divided_word() -> None:
    loose = tuple(row._replace(faults=(Fault("loose-line", "2"),)) for row in lines("uvwxyz" * 2))

    def ended(*way: Row) -> str:
        one = Again(12, (lambda: way,))
        rows = tuple(line(name, again=one, divided=name != "l") for name in "abcdefghijkl")
        return put(begun((*rows, *lines("mn")), 110))

    assert ended(*loose) == "abcdefghijk", "ten loose lines are no better"
    assert ended(*loose[:2], *lines("opqrstuvwx")) == "uvopqrstuvw"


def test_a_paragraph_begun_in_an_earlier_column_stays_as_it_is() -> None:
    _, paragraph = again("abcdef", lines("uvwxy"))
    late = tuple(row._replace(divided=True) for row in paragraph[2:])
    assert put(begun(late, 30)) == "cde"


def test_keeps_part_least_firm_first() -> None:
    rows = (
        line("a", keep=HEADING), line("b", keep=PARAGRAPH), line("c", keep=TOGETHER),
        line("d", keep=PARAGRAPH), line("e", keep=HEADING), line("f"),
    )  # fmt: skip
    filled = begun(rows, 50)
    assert put(filled) == "abc"
    assert filled.broken is not None and filled.broken.anchors == ("c",)


def test_balanced_columns_give_a_line_to_avoid_a_divided_word() -> None:
    rows = (*lines("ab"), line("c", divided=True), *lines("def"))
    columns = balance(rows, 2, 100, GRID, 100)
    assert [put(c) for c in columns.columns] == ["abcd", "ef"]


# --- paragraphs set anew -------------------------------------------------------------------------

WORDS = "aa bb cc dd ee ff gg hh ii jj kk ll mm nn oo pp qq rr ss tt uu vv"


def test_a_justified_paragraph_knows_how_to_be_set_otherwise(square_faces: Faces) -> None:
    block = para(WORDS, align="justify", word_space=(0.5, 1.0, 3.0))
    rows = set_block(block, 60.0, setting_of(square_faces))
    known = rows[0].again
    assert known is not None and known.rows == len(rows)
    looser, tighter = (way() for way in known.ways)
    assert (len(looser), len(tighter)) == (len(rows) + 1, len(rows) - 1)
    for other in (looser, tighter):
        assert "".join(in_galley(other)).replace(" ", "") == WORDS.replace(" ", "")
        orders = [order for row in other for order, _ in row.marks]
        first = rows[0].marks[0][0]
        assert orders == sorted(orders)
        assert first < orders[0] and orders[-1] < first + 1


def test_ragged_and_short_paragraphs_stay_as_they_are(square_faces: Faces) -> None:
    for block in (para(WORDS), para("aa bb", align="justify")):
        assert all(row.again is None for row in set_block(block, 60.0, setting_of(square_faces)))


# --- notes ---------------------------------------------------------------------------------------


def note(names: str, **more: object) -> Note:
    return Note(lines(names), 50.0, **more)  # type: ignore[arg-type]


def test_a_note_stands_at_the_foot_of_the_column_of_its_mark() -> None:
    rows = (*lines("a"), line("b", notes=(note("1"),)), *lines("cdefgh"))
    filled = begun(rows, 60)
    assert (put(filled), foot(filled)) == ("abcd", "1")
    rule, first = filled.foot
    assert first.top == 50, "its last line is the column's last"
    assert 40 < rule.top < 50


def test_a_line_whose_note_finds_no_room_moves_on_with_it() -> None:
    rows = (*lines("abc"), line("d", notes=(note("1"),)), *lines("ef"))
    filled = begun(rows, 40)
    assert (put(filled), foot(filled)) == ("abc", "")
    filled = begun(filled.rest, 40)
    assert (put(filled), foot(filled)) == ("de", "1")


def test_a_long_note_runs_on_and_comes_first_there() -> None:
    long = Note((line("1", keep=PARAGRAPH), *lines("234"), line("5", keep=PARAGRAPH), line("6")), 50.0)
    rows = (line("a", notes=(long,)), *lines("bc"), line("d", notes=(note("x"),)), *lines("ef"))
    first = begun(rows, 60)
    assert (put(first), foot(first)) == ("abc", "12")
    second = begun(first.rest, 60)
    # the next line's note finds no room beside what is left of the long one
    assert (put(second), foot(second)) == ("", "3456")
    third = begun(second.rest, 60)
    assert (put(third), foot(third)) == ("def", "x")


def test_a_note_may_outlast_the_text() -> None:
    rows = (line("a", notes=(note("123456"),)),)
    first = begun(rows, 40)
    assert (put(first), foot(first)) == ("a", "12")
    second = begun(first.rest, 40)
    assert (put(second), foot(second), begun(second.rest, 40).rest) == ("", "345", ())


def test_notes_of_columns_side_by_side_stand_side_by_side() -> None:
    left = (line("a", notes=(note("12"),)), line("b"))
    right = (line("c"), line("d", notes=(Note(lines("x"), 40.0),)))
    rows = side_by_side(((0.0, left), (60.0, right)), GRID)
    filled = begun((*rows, *lines("ef")), 60)
    tops = {a: p.top for p in filled.foot for a in p.row.anchors}
    assert tops == {"1": 40, "2": 50, "x": 40}
    (mark,) = (m for p in filled.foot for _, m in p.row.marks if isinstance(m, TextMark) and m.text == "x")
    assert mark.at.x == 60
    assert depth_with_notes(rows, GRID) == 50


def test_notes_count_in_the_height_of_balanced_columns() -> None:
    rows = (line("a", notes=(note("1"),)), *lines("bcdef"))
    columns = balance(rows, 2, 100, GRID, 100)
    assert [(put(c), foot(c)) for c in columns.columns] == [("ab", "1"), ("cdef", "")]


def test_a_paragraphs_notes_stand_with_the_lines_of_their_marks(square_faces: Faces) -> None:
    first, second = (para(text, anchor=f"note:{text}") for text in ("one", "two"))
    words = (span("aaaa bbbb"), Span(span("1").words, style(), "note:one"), span(" cccc"))
    block = Para(words, style(), notes=((first,), (second,)))
    rows = set_block(block, 25.0, setting_of(square_faces))
    assert in_galley(rows) == ["aaaa", "bbbb1", "cccc"]
    assert [[in_galley(n.rows) for n in row.notes] for row in rows] == [[], [["one"]], [["two"]]], (
        "a note that no mark calls for stands with the last line"
    )
    assert fill(rows, 100, BASELINE_GRID, 100).foot[-1].row.anchors == ("note:two",)
    links = [m.target for row in rows for _, m in row.marks if not isinstance(m, TextMark)]  # type: ignore[union-attr]
    assert links == ["ref:note:one"]


# --- make-up always ends -------------------------------------------------------------------------


@st.composite
def galleys(draw: st.DrawFn) -> Galley:
    """Rows of every kind: gaps, keeps, tall ones, heads, divided words, notes, paragraphs that can be re-set."""
    rows: list[Row] = []
    for number in range(draw(st.integers(0, 16))):
        if draw(st.integers(0, 5)) == 0:
            rows.append(Row(draw(st.sampled_from((0.0, 4.0, 10.0, 45.0))), gap=True, keep=draw(st.integers(0, 3))))
            continue
        notes = tuple(
            Note(
                tuple(
                    line(f"n{number}.{which}.{each} ", keep=draw(st.sampled_from((0, 0, PARAGRAPH))))
                    for each in range(draw(st.integers(1, 6)))
                ),
                40.0,
                draw(st.sampled_from((0.0, 0.0, 60.0))),
            )
            for which in range(draw(st.sampled_from((0, 0, 0, 1, 2))))
        )
        row = line(
            f"{number} ",
            keep=draw(st.sampled_from((0, 0, TOGETHER, PARAGRAPH, HEADING))),
            snap=draw(st.booleans()),
            divided=draw(st.booleans()),
            head=draw(st.sampled_from(((), (), (line("h"),)))),
            notes=notes,
        )
        rows.append(row._replace(height=draw(st.sampled_from((5.0, 8.0, 10.0, 10.0, 10.0, 12.5, 20.0, 45.0)))))
    for start in draw(st.lists(st.integers(0, 12), max_size=3)):
        end = min(start + draw(st.integers(1, 4)), len(rows))
        if start < end and not any(r.gap or r.again for r in rows[start:end]):
            plain = tuple(rows[start:end])
            one = Again(end - start, (lambda plain=plain: plain[::1],))  # type: ignore[misc]
            rows[start:end] = [row._replace(again=one) for row in plain]
    return tuple(rows)


ROOMS = st.sampled_from((0.0, 5.0, 10.0, 15.0, 25.0, 30.0, 40.0, 60.0, 300.0))


def all_of(rows: Galley) -> tuple[list[str], list[str]]:
    body = [a for row in rows if not row.repeated for a in row.anchors]
    notes = [a for row in rows for n in row.notes for each in n.rows for a in each.anchors]
    return body, notes


@PROPERTY
@given(galleys(), st.lists(ROOMS, min_size=1, max_size=5), st.booleans())
def test_all_is_placed_once_in_order_and_it_ends(rows: Galley, rooms: list[float], reset: bool) -> None:
    body, notes = [], []
    left, column = rows, 0
    while left:
        assert column < 400, "make-up does not end"
        room = rooms[column % len(rooms)]
        filled = fill(left, room, GRID, room, reset=reset)
        body += [a for p in filled.placed if not p.row.repeated for a in p.row.anchors]
        notes += [a for p in filled.foot for a in p.row.anchors]
        own = [p.top + p.row.height for p in filled.placed]
        if filled.broken is None:
            assert fits(filled.bottom, room)
            if filled.foot:
                assert max(own, default=0.0) <= min(p.top for p in filled.foot if p.row.height) + 0.01
            if filled.rest and filled.placed and any(row.anchors for row in filled.rest):
                assert not filled.placed[-1].row.keep
        left, column = filled.rest, column + 1
    wanted, wanted_notes = all_of(rows)
    assert body == wanted
    assert sorted(notes) == sorted(wanted_notes)
    by_note: dict[str, list[str]] = {}
    for name in notes:
        by_note.setdefault(name.rsplit(".", 1)[0], []).append(name)
    assert all(names == sorted(names) for names in by_note.values())


@PROPERTY
@given(galleys(), st.integers(1, 4), ROOMS)
def test_columns_with_notes_lose_nothing(rows: Galley, count: int, room: float) -> None:
    for make in (fill_columns, balance):
        columns = make(rows, count, room, GRID, room)
        body = [a for c in columns.columns for p in c.placed if not p.row.repeated for a in p.row.anchors]
        notes = [a for c in columns.columns for p in c.foot for a in p.row.anchors]
        left, left_notes = all_of(columns.rest)
        assert body + left == all_of(rows)[0]
        assert sorted(notes + left_notes) == sorted(all_of(rows)[1])


@pytest.mark.parametrize("room", [0.0, 3.0, 9.0])
def test_notes_end_even_where_no_line_of_them_has_room(room: float) -> None:
    left: Galley = (line("a", notes=(note("12"), note("3"))),)
    seen = ""
    for _ in range(10):
        if left:
            filled = begun(left, room)
            seen += put(filled) + foot(filled)
            left = filled.rest
    assert (seen, left) == ("a123", ())
