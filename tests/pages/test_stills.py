"""Pictures in frames of the small page: how they fill them, their captions, borders and rows; and panels."""

from __future__ import annotations

from pathlib import Path

import pytest

from progprint.blocks.types import Block, Fill, Picture, Stills
from progprint.geom import Point, Rect
from progprint.glyphs import Faces
from progprint.images import PictureInfo, Sheet
from progprint.pages.frames import Laid, lay_page
from progprint.pages.setting import Setting, set_block
from progprint.pages.types import FillMark, ImageMark, RuleMark, TextMark
from progprint.style import Ink
from small_books import GRID, LEFT_RECTO, TOP, WIDTH, design_of, entry_of, para, span, style, text_mark, tops

WIDE = PictureInfo("/wide.jpg", 200, 100, "RGB", False, "", "0")
TALL = PictureInfo("/tall.jpg", 100, 200, "RGB", False, "", "0")
LINES = Sheet((200.0, 100.0), (0.0, 0.0, 0.0, 0.0), True)
PAGE = PictureInfo("/page.pdf#page=1", 200, 100, "PDF", False, "", "0", sheet=LINES)


def picture(info: PictureInfo = WIDE, caption: str = "", focus: tuple[float, float] = (0.5, 0.5)) -> Picture:
    small = style("caption")
    return Picture(info.file, focus, caption=(span(caption),) if caption else (), caption_style=small)


@pytest.fixture
def lay(tmp_path: Path, square_faces: Faces):
    def lay(frames: str, *blocks: Block, **parts: tuple[Block, ...]) -> Laid:
        rows = "".join(f"      - {{{row}}}\n" for row in frames.split("; "))
        design = design_of(tmp_path, f"\nmasters:\n  plain:\n    both:\n{rows}")
        known = {each.file: each for each in (WIDE, TALL, PAGE)}
        setting = Setting(square_faces, GRID, known)
        entry = entry_of(parts={"still": blocks, **parts})
        return lay_page(design.masters["plain"].recto, entry, "recto", design.page, setting)

    return lay


def images(laid: Laid) -> list[Rect]:
    return [mark.box for mark in laid.marks if isinstance(mark, ImageMark)]


def box(x: float, y: float, width: float, height: float) -> Rect:
    """From the corner of a recto's text."""
    return Rect(LEFT_RECTO + x, TOP + y, width, height)


FRAME = "frame: p, columns: 1-4, height: 120pt, blocks: [still]"


def test_a_picture_covers_its_frame_or_stands_whole_in_it_or_is_as_wide(lay) -> None:
    assert images(lay(FRAME, picture())) == [box(0, 0, WIDTH, 120)]
    assert images(lay(f"{FRAME}, fit: contain", picture())) == [box(0, 19, WIDTH, 82)]
    assert images(lay(f"{FRAME}, fit: contain", picture(TALL))) == [box(52, 0, 60, 120)]
    assert images(lay(f"{FRAME}, fit: width", picture())) == [box(0, 0, WIDTH, 82)]
    # higher than its frame: cut off there
    assert images(lay(f"{FRAME}, fit: width", picture(TALL))) == [box(0, 0, WIDTH, 120)]


def test_as_wide_as_a_frame_without_height_it_makes_the_frame_as_high(lay) -> None:
    frames = "frame: p, columns: 1-4, blocks: [still], fit: width; frame: t, columns: 1-4, blocks: [body]"
    laid = lay(frames, picture(), body=(para("below"),))
    assert images(laid) == [box(0, 0, WIDTH, 82)]
    # 82 pt are seven lines of 12 pt
    assert tops(laid.marks) == [7]


def test_the_frames_focus_is_stronger_than_the_contents(lay) -> None:
    (mark,) = [m for m in lay(f"{FRAME}, focus: [0.1, 30 %]", picture()).marks if isinstance(m, ImageMark)]
    assert mark.focus == (0.1, 0.3)


def test_a_page_of_a_pdf_file_is_larger_than_what_is_seen_of_it(lay) -> None:
    (mark,) = [m for m in lay(FRAME, picture(PAGE, focus=(1, 0))).marks if isinstance(m, ImageMark)]
    assert mark.reach == box(0, 0, WIDTH, 120)
    assert mark.box == box(WIDTH - 240, 0, 240, 120)


def test_a_border_lies_inside_the_picture(lay) -> None:
    laid = lay(f"{FRAME}, border: {{swatch: accent, width: 2pt}}", picture())
    rules = [m for m in laid.marks if isinstance(m, RuleMark)]
    assert {(m.width, m.ink.name) for m in rules} == {(2.0, "accent")}
    assert (rules[0].start, rules[0].end) == (Point(20, 25), Point(184, 25))
    assert len(rules) == 4


def test_a_caption_stands_under_at_the_right_beside_turned_or_nowhere(lay) -> None:
    under = text_mark(lay(FRAME, picture(caption="by me")).marks, "by me")
    assert (under.at.y, under.turn) == (TOP + 120 + 0.72 * GRID, 0)
    laid = lay(f"{FRAME}, caption: edge", picture(caption="by me"))
    edge = text_mark(laid.marks, "by me")
    (shown,) = images(laid)
    assert shown.right < edge.at.x < LEFT_RECTO + WIDTH
    # read upwards from the picture's foot
    assert (edge.at.y, edge.turn) == (TOP + 120, -90)
    assert not [m for m in lay(f"{FRAME}, caption: none", picture(caption="by me")).marks if isinstance(m, TextMark)]


def test_no_turned_caption_stands_on_a_picture_that_bleeds_there(lay) -> None:
    laid = lay(f"{FRAME}, caption: edge, bleeds: yes", picture(caption="by me"))
    assert text_mark(laid.marks, "by me").turn == 0


def test_pictures_of_a_row_are_as_high_and_fill_the_measure(square_faces: Faces) -> None:
    known = {each.file: each for each in (WIDE, TALL)}
    setting = Setting(square_faces, GRID, known)
    block = Stills((picture(WIDE, "one"), picture(TALL, "two"), picture(TALL)), 10, 2)
    first, gap, last = set_block(block, 260, setting)
    boxes = [m.box for _, m in first.marks if isinstance(m, ImageMark)]
    assert boxes == [Rect(0, 0, 200, 100), Rect(210, 0, 50, 100)]
    # their captions begin at their left edges
    assert [m.at.x for _, m in first.marks if isinstance(m, TextMark)] == [0, 210]
    assert (first.height, gap.height, last.height) == (112, 10, 100)


def test_a_panels_padding_is_rounded_to_lines_so_that_its_text_stands_on_the_grid(lay) -> None:
    frames = "frame: p, columns: 1-4, blocks: [still], panel: pale, inset: 8pt, padding: 8pt; frame: t, columns: 1-4, blocks: [body]"
    laid = lay(frames, para("on it"), body=(para("below"),))
    (ground,) = [m for m in laid.marks if isinstance(m, FillMark)]
    assert ground.box == box(0, 0, WIDTH, 3 * GRID)
    assert tops(laid.marks) == [1, 3]
    assert text_mark(laid.marks, "on it").at.x == LEFT_RECTO + 8


def test_without_padding_a_panel_is_as_high_as_its_text(lay) -> None:
    (ground,) = [m for m in lay("frame: p, columns: 1-4, blocks: [still], panel: pale", para("on it")).marks if isinstance(m, FillMark)]
    assert ground.box.height == GRID


def test_a_ground_with_a_picture_lies_behind_all_and_is_its_colour_without_one(lay) -> None:
    frames = "frame: g, columns: 1-4, bleeds: yes, blocks: [still]; frame: t, columns: 1-4, blocks: [body]"
    red = Ink(0, 1, 1, 0, "red")
    laid = lay(frames, Fill(red, picture()), body=(para("on it"),))
    assert isinstance(laid.marks[0], ImageMark)
    assert laid.marks[0].box == Rect(-10, -10, 220, 320)
    assert tops(laid.marks) == [0]
    gone = lay(frames, Fill(red, picture(WIDE._replace(file="/gone.jpg"))), body=(para("on it"),))
    assert isinstance(gone.marks[0], FillMark) and gone.marks[0].ink == red
