"""Small pages among blocks, guides at a measure's edges, and keeps that are lifted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from progprint.blocks.types import Block, Guides, Headed, Miniature, Pair, Unkept
from progprint.design.types import Frame, Margins, Master, PageSpec
from progprint.geom import mm
from progprint.glyphs import Faces
from progprint.pages.rows import Galley
from progprint.pages.setting import set_block
from progprint.pages.types import RuleMark, TextMark
from progprint.pages.vertical import standing
from progprint.style import BLACK
from small_books import BASELINE, GRID, entry_of, in_galley, numbered, para, setting_of

#: 40 pt of measure and three lines of 12 pt
PAGE = PageSpec((60.0, 56.0), 0.0, Margins(10, 10, 10, 10), 1, 4.0, GRID)


def small(*blocks: Block, page: PageSpec = PAGE, **more: object) -> Miniature:
    master = Master("plain", *[(Frame("body", (1, 1), (36.0, 36.0), blocks=("body", "rest")),)] * 2)
    entry = entry_of(parts={"body": blocks})
    return Miniature(entry, page, master, BLACK)._replace(**more)  # type: ignore[arg-type]


def marks(galley: Galley) -> list[object]:
    return [mark for row in galley for _, mark in row.marks]


def places(galley: Galley) -> list[tuple[str, float, float]]:
    return [(m.text.strip(), m.at.x, m.at.y) for m in marks(galley) if isinstance(m, TextMark)]


def test_what_a_small_page_does_not_hold_stands_on_the_next(square_faces: Faces) -> None:
    galley = set_block(small(*numbered(5)), 200.0, setting_of(square_faces))
    first, second = 10.0, 10.0 + 60.0 + mm(3)
    assert [(text, x) for text, x, _ in places(galley)] == [
        ("line 01", first), ("line 02", first), ("line 03", first),
        ("line 04", pytest.approx(second)), ("line 05", pytest.approx(second)),
    ]  # fmt: skip
    assert [row.height for row in galley] == [56.0]


def test_small_pages_that_find_no_room_stand_below(square_faces: Faces) -> None:
    galley = set_block(small(*numbered(5)), 100.0, setting_of(square_faces))
    assert [row.height for row in galley if not row.gap] == [56.0, 56.0]
    assert {x for _, x, _ in places(galley)} == {10.0}


def test_the_grid_is_drawn_where_its_lines_stand(square_faces: Faces) -> None:
    galley = set_block(small(*numbered(3), lines=BLACK), 100.0, setting_of(square_faces))
    drawn = {m.start.y for m in marks(galley) if isinstance(m, RuleMark) and m.width < 0.3}
    assert sorted(drawn) == pytest.approx([10 + BASELINE, 10 + BASELINE + GRID, 10 + BASELINE + 2 * GRID])
    assert sorted(drawn) == pytest.approx([y for _, _, y in places(galley)])


def test_a_spread_lies_edge_to_edge(square_faces: Faces) -> None:
    block = small(*numbered(5))
    block = block._replace(entry=replace(block.entry, room="spread"))
    galley = set_block(block, 200.0, setting_of(square_faces))
    assert {x for _, x, _ in places(galley)} == {10.0, 70.0}


def test_guides_stand_at_both_edges_of_the_measure_over_all_its_lines(square_faces: Faces) -> None:
    galley = set_block(Guides((para("aaaa bbbb cccc"),), BLACK), 20.0, setting_of(square_faces))
    lines = [m for m in marks(galley) if isinstance(m, RuleMark)]
    assert [(m.start, m.end) for m in lines] == [((0, 0), (0, 3 * GRID)), ((20, 0), (20, 3 * GRID))]
    assert in_galley(galley) == ["aaaa", "bbbb", "cccc"]
    assert [bool(row.keep) for row in galley] == [True, True, False]


def test_unkept_lines_may_be_parted_anywhere(square_faces: Faces) -> None:
    listed = Headed((para("head", keep_next=True),), (para("more"),), (para("aaaa bbbb cccc"),))
    galley = set_block(Unkept((listed,)), 20.0, setting_of(square_faces))
    assert in_galley(galley) == ["head", "aaaa", "bbbb", "cccc"]
    assert not any(row.keep or row.head for row in galley)


def test_what_stands_in_them_stands_upright_in_vertical_frames(square_faces: Faces) -> None:
    inside = Pair((para("a"),), (para("b"),), (1, 1), 4.0)
    (kept, guided) = standing((Unkept((inside,)), Guides((inside,), BLACK)))
    assert isinstance(kept, Unkept) and isinstance(guided, Guides)
    for block in (*kept.blocks, *guided.blocks):
        assert isinstance(block, Pair)
        assert block.left[0].style.vertical  # type: ignore[union-attr]
