"""Guides over the pages: grid, frames, and in red what ran on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from progprint.glyphs import Faces
from progprint.pages.guides import FRAME, GRID, LOOSE, OVERSET, with_guides
from progprint.pages.types import Booklet, RuleMark, TextMark
from small_books import GRID as LINE
from small_books import LEFT_RECTO, LINES, TOP, WIDTH, booklet_of, design_of, entry_of, numbered, para

PAGE = """
masters:
  page:
    both:
      - {frame: title, columns: 1-2, blocks: [title]}
      - {frame: story, columns: 1-4, split: 2, blocks: [review]}
"""


@pytest.fixture
def booklet(tmp_path: Path, square_faces: Faces) -> tuple[Booklet, Booklet]:
    """A booklet of one entry that runs on to a second page, and the same with guides."""
    design = design_of(tmp_path, PAGE)
    parts = {"title": (para("Title"),), "review": numbered(LINES * 2 + 4)}
    made = booklet_of((entry_of(master="page", parts=parts, room="page"),), design, square_faces, bind=False)
    return made, with_guides(made, design, square_faces)


def rules(book: Booklet, page: int, name: str) -> list[RuleMark]:
    return [m for m in book.pages[page].furniture if isinstance(m, RuleMark) and m.ink.name == name]


def labels(book: Booklet, page: int) -> list[str]:
    return [m.text for m in book.pages[page].furniture if isinstance(m, TextMark) and m.style == "guide"]


def test_pages_and_their_keys_stay(booklet: tuple[Booklet, Booklet]) -> None:
    plain, guided = booklet
    assert [(p.body, p.key) for p in guided.pages] == [(p.body, p.key) for p in plain.pages]
    assert all(p.furniture == () for p in plain.pages)


def test_every_line_of_the_grid_is_drawn_under_its_text(booklet: tuple[Booklet, Booklet]) -> None:
    heights = {round(rule.start.y, 3) for rule in rules(booklet[1], 0, GRID.name)}
    lines = {round(m.at.y, 3) for m in booklet[0].pages[0].body if isinstance(m, TextMark)}
    assert len(heights) == LINES and lines <= heights


def test_frames_stand_where_their_text_stands(booklet: tuple[Booklet, Booklet]) -> None:
    plain, guided = booklet
    title, story = plain.pages[0].frames
    assert (title.name, title.box) == ("title", (LEFT_RECTO, TOP, (WIDTH - 4) / 2, LINE))
    assert (story.name, story.split, story.box.y) == ("story", 2, TOP + LINE)
    assert len(rules(guided, 0, FRAME.name)) == 4 + 4 + 2 + 4  # two boxes, a gutter, the bleed
    assert {"title", "story"} <= set(labels(guided, 0))


def test_what_ran_on_is_red_and_where_it_ran_on_from(booklet: tuple[Booklet, Booklet]) -> None:
    plain, guided = booklet
    left = plain.pages[0].frames[1].left
    assert left == 6 and f"story: {left} lines run on" in labels(guided, 0)
    assert [rule.start.y for rule in rules(guided, 0, OVERSET.name)] == [plain.pages[0].frames[1].box.bottom]
    ran_on = [m for m in plain.pages[1].body if isinstance(m, TextMark)]
    assert len(rules(guided, 1, OVERSET.name)) == len(ran_on) == left
    assert [t for t in labels(guided, 1) if "ran on" in t] == ["ran on: text, 6 lines, 42 characters"]


def test_each_page_says_that_it_is_a_proof(booklet: tuple[Booklet, Booklet]) -> None:
    assert all(any("not for print" in text for text in labels(booklet[1], page)) for page in (0, 1))


def test_loose_lines_are_marked(tmp_path: Path, square_faces: Faces) -> None:
    design = design_of(tmp_path, PAGE)
    made = booklet_of((entry_of(master="page", parts={"title": (para("a"),)}),), design, square_faces)
    page = made.pages[0]
    body = tuple(m._replace(ratio=1.8) if isinstance(m, TextMark) else m for m in page.body)
    guided = with_guides(replace(made, pages=(replace(page, body=body),)), design, square_faces)
    assert len(rules(guided, 0, LOOSE.name)) == 1
    assert any("1 loose line" in text for text in labels(guided, 0))
