"""Frames with vertical lines: the measure is their height, and lines follow from right to left."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from progprint.blocks.types import PageRef, Pair, Picture, Rule, Symbol, Table, Track
from progprint.geom import Rect
from progprint.glyphs import Faces
from progprint.pages.entry import make_up
from progprint.pages.made import Made
from progprint.pages.types import CodeMark, FillMark, LinkMark, RuleMark, TextMark
from progprint.style import BLACK, Ink, Span
from progprint.words import Words
from small_books import (
    GRID,
    LEFT_RECTO,
    TOP,
    WIDTH,
    booklet_of,
    design_of,
    entry_of,
    numbered,
    para,
    setting_of,
    style,
    text_mark,
    texts,
)

RIGHT = LEFT_RECTO + WIDTH
MASTER = """
masters:
  tate:
    both:
      - {{frame: body, columns: 1-4, height: {height}, direction: vertical, {more}blocks: [body]}}
"""


def made(tmp_path: Path, faces: Faces, blocks, height: str = "96pt", more: str = "") -> tuple[Made, ...]:
    design = design_of(tmp_path, MASTER.format(height=height, more=more))
    return make_up(entry_of(master="tate", parts={"body": blocks}), "recto", design, setting_of(faces))


def han(count: int) -> str:
    return "字" * count


def test_lines_run_down_from_right_to_left(square_faces: Faces, tmp_path: Path) -> None:
    (page,) = made(tmp_path, square_faces, [para(han(20), "ja")])
    marks = [m for m in page.marks if isinstance(m, TextMark)]
    assert [m.text for m in marks] == [han(9), han(9), han(2)]
    # the middle of the first line of 12 pt lies 6 pt left of the frame's right edge
    assert [(m.at.x, m.at.y, m.turn) for m in marks] == [
        (RIGHT - 6, TOP, 90), (RIGHT - 18, TOP, 90), (RIGHT - 30, TOP, 90),
    ]  # fmt: skip


def test_parts_of_a_split_frame_stand_one_above_the_other(square_faces: Faces, tmp_path: Path) -> None:
    blocks = [para(f"{han(3)}{number:02d}", "ja") for number in range(16)]
    (page,) = made(tmp_path, square_faces, blocks, more="split: 2, ")
    first, last = (text_mark(page.marks, f"{han(3)}{n}") for n in ("00", "13"))
    # 13 lines of 12 pt in 164 pt; each part is 46 pt high, with a gutter of 4
    assert (first.at.x, first.at.y) == (RIGHT - 6, TOP)
    assert (last.at.x, last.at.y) == (RIGHT - 6, TOP + 50)


def test_what_is_left_goes_on_in_a_vertical_frame(square_faces: Faces, tmp_path: Path) -> None:
    pages = made(tmp_path, square_faces, [para(han(9), "ja") for _ in range(20)])
    assert [len(texts(page.marks)) for page in pages] == [13, 7]
    assert {m.turn for page in pages for m in page.marks if isinstance(m, TextMark)} == {90}


def test_lines_that_stand_do_not_go_on_among_lines_that_lie(square_faces: Faces, tmp_path: Path) -> None:
    design = design_of(
        tmp_path,
        """
masters:
  mixed:
    both:
      - {frame: heading, columns: 1-4, height: 96pt, direction: vertical, blocks: [heading]}
      - {frame: body, columns: 1-4, blocks: [body]}
  mixed-more:
    both:
      - {frame: body, columns: 1-4, blocks: [rest]}
""",
    )
    parts = {"heading": [para(han(9), "ja") for _ in range(20)], "body": numbered(30)}
    pages = make_up(entry_of(master="mixed", parts=parts), "recto", design, setting_of(square_faces))
    ways = [{m.turn for m in page.marks if isinstance(m, TextMark)} for page in pages]
    assert ways == [{0, 90}, {0}, {90}]
    assert sum(len(texts(page.marks)) for page in pages) == 50


def test_without_a_height_a_vertical_frame_takes_what_is_left(square_faces: Faces, tmp_path: Path) -> None:
    design = design_of(
        tmp_path,
        """
masters:
  tate:
    both:
      - {frame: heading, columns: 1-4, blocks: [heading]}
      - {frame: body, columns: 1-4, direction: vertical, blocks: [body]}
""",
    )
    entry = entry_of(master="tate", parts={"heading": numbered(2), "body": [para(han(40), "ja")]})
    (page,) = make_up(entry, "recto", design, setting_of(square_faces))
    # 20 lines of the grid less two: 216 pt, 21 characters
    column = text_mark(page.marks, han(21))
    assert column.at.y == TOP + 2 * GRID


def test_text_is_read_in_the_order_of_the_frames(square_faces: Faces, tmp_path: Path) -> None:
    design = design_of(
        tmp_path,
        """
masters:
  tate:
    both:
      - {frame: heading, columns: 3-4, height: 96pt, direction: vertical, blocks: [heading]}
      - {frame: body, columns: 1-2, blocks: [body]}
""",
    )
    entry = entry_of(master="tate", parts={"heading": [para(han(12), "ja")], "body": numbered(2)})
    (page,) = make_up(entry, "recto", design, setting_of(square_faces))
    assert texts(page.marks) == [han(9), han(3), "line 01", "line 02"]


def test_rules_links_and_codes_are_turned_with_the_lines(square_faces: Faces, tmp_path: Path) -> None:
    linked = replace(style(), vertical=False)
    spans = (Span(Words("字", "ja"), linked), Span(Words("字字", "ja"), linked, "https://example.org"))
    code = Symbol("1", 10, ((0, 0, 1, 1),), 20.0)
    blocks = [para("")._replace(spans=spans), Rule(0.5, BLACK, 6.0), code, Picture("", height=30, ground=BLACK)]
    (page,) = made(tmp_path, square_faces, blocks)
    by_kind = {type(m): m for m in page.marks}
    assert by_kind[LinkMark].box == Rect(RIGHT - 11, TOP + 10, 10, 20)
    rule = by_kind[RuleMark]
    assert (rule.start, rule.end) == ((RIGHT - 15, TOP), (RIGHT - 15, TOP + 96))
    assert by_kind[CodeMark].box == Rect(RIGHT - 18 - 28, TOP + 8, 20, 20)
    assert by_kind[FillMark].box == Rect(RIGHT - 18 - 36 - 30, TOP, 30, 96)


def test_a_text_in_one_language_takes_the_whole_height(square_faces: Faces, tmp_path: Path) -> None:
    alone = Pair((para(han(9), "ja"),), (), (1.0, 1.0), 4.0)
    (page,) = made(tmp_path, square_faces, [alone])
    assert texts(page.marks) == [han(9)]
    both = alone._replace(right=(para(han(4), "zh-Hant"),))
    (page,) = made(tmp_path, square_faces, [both])
    upper, lower = (m for m in page.marks if isinstance(m, TextMark) and m.line[0] == 1)
    assert (upper.at, lower.at) == ((RIGHT - 6, TOP), (RIGHT - 6, TOP + 50))


def test_tables_stand_too(square_faces: Faces, tmp_path: Path) -> None:
    rows = (((para("導演", "zh-Hant"),), (para(han(3), "zh-Hant"),)),)
    (page,) = made(tmp_path, square_faces, [Table((Track(fixed=30), Track(share=1)), rows, 4.0)])
    role, name = (text_mark(page.marks, text) for text in ("導演", han(3)))
    assert (role.at.x, role.at.y, name.at.x, name.at.y) == (RIGHT - 6, TOP, RIGHT - 6, TOP + 34)


def test_page_references_stand_in_a_vertical_line(square_faces: Faces, tmp_path: Path) -> None:
    entry = entry_of(
        master="tate", parts={"body": [PageRef("entry:a", style())]}, anchors=("entry:a",)
    )
    design = design_of(tmp_path, MASTER.format(height="96pt", more=""))
    (page,) = booklet_of([entry], design, square_faces, bind=False).pages
    (mark,) = [m for m in page.furniture if isinstance(m, TextMark)]
    assert (mark.text, mark.turn, mark.at.x) == ("1", 90, RIGHT - 6)


@pytest.mark.parametrize(("lang", "name"), [("ja", "短編"), ("en", "Shorts")])
def test_the_names_on_thumbs_may_stand(square_faces: Faces, tmp_path: Path, lang: str, name: str) -> None:
    masters = """
masters:
  plain:
    thumb: {width: 20pt, height: 60pt, top: 24pt, style: body, direction: vertical}
    both:
      - {frame: body, columns: 1-4, blocks: [body]}
"""
    words = (Span(Words(name, lang), style()),)
    entries = [
        entry_of(f"films/{side}", parts={"body": [para("x")]}, start=side, thumb=(Ink(0, 1, 1, 0), 1, words))
        for side in ("recto", "verso")
    ]
    pages = booklet_of(entries, design_of(tmp_path, masters), square_faces, bind=False).pages
    found = {
        page.side: mark for page in pages for mark in page.furniture if isinstance(mark, TextMark)
    }
    # the second tab, in the middle of which the name stands
    assert (found["recto"].at, found["verso"].at) == ((190, 84), (10, 84))
    assert {mark.turn for mark in found.values()} == {90}
    width = 10 * len(name) if lang == "ja" else 5 * len(name)
    assert found["recto"].pieces[0].x == pytest.approx((60 - width) / 2)
