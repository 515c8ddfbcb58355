"""Frames of a master -> one page: places, heights, bleeds, what finds no room."""

from __future__ import annotations

from pathlib import Path

import pytest

from progprint.blocks.types import Band, Block, Entry, Fill, Lines, Picture, Tag
from progprint.geom import Rect, mm
from progprint.glyphs import Faces
from progprint.pages.frames import Carried, Laid, lay_page
from progprint.pages.rows import Galley
from progprint.pages.setting import set_blocks
from progprint.pages.types import FillMark, RuleMark, TextMark
from progprint.style import Ink
from small_books import (
    GRID,
    LEFT_RECTO,
    LEFT_VERSO,
    LINES,
    TOP,
    WIDTH,
    design_of,
    entry_of,
    in_galley,
    numbered,
    para,
    setting_of,
    text_mark,
    texts,
    tops,
)

RED = Ink(0, 1, 1, 0, "red")


class Press:
    """Lays one page of frames written as YAML."""

    def __init__(self, folder: Path, faces: Faces) -> None:
        self.folder, self.faces = folder, faces

    def lay(
        self,
        frames: str,
        parts: dict[str, tuple[Block, ...]],
        side: str = "recto",
        carried: Galley = (),
    ) -> Laid:
        lines = "".join(f"      - {{{frame.strip()}}}\n" for frame in frames.strip().splitlines())
        design = design_of(self.folder, f"masters:\n  plain:\n    both:\n{lines}")
        entry: Entry = entry_of(parts=parts)
        master = design.masters["plain"]
        return lay_page(master.recto, entry, side, design.page, setting_of(self.faces), Carried(carried))

    def galley(self, *blocks: Block) -> Galley:
        return set_blocks(blocks, WIDTH, setting_of(self.faces))


@pytest.fixture
def press(tmp_path: Path, square_faces: Faces) -> Press:
    return Press(tmp_path, square_faces)


def fills(laid: Laid) -> list[Rect]:
    return [m.box for m in laid.marks if isinstance(m, FillMark)]


def test_frames_stand_one_under_the_other(press: Press) -> None:
    laid = press.lay(
        """
        frame: a, columns: 1-4, blocks: [heading]
        frame: b, columns: 1-4, blocks: [body]
    """,
        {"heading": numbered(2), "body": numbered(3, 3)},
    )
    assert texts(laid.marks) == ["line 01", "line 02", "line 03", "line 04", "line 05"]
    assert tops(laid.marks) == [0, 1, 2, 3, 4]
    assert {m.at.x for m in laid.marks if isinstance(m, TextMark)} == {LEFT_RECTO}


def test_verso_mirrors_recto(press: Press) -> None:
    laid = press.lay("frame: a, columns: 1-4, blocks: [body]", {"body": numbered(1)}, "verso")
    assert text_mark(laid.marks, "line 01").at.x == LEFT_VERSO


def test_frames_whose_columns_do_not_meet_stand_side_by_side(press: Press) -> None:
    laid = press.lay(
        """
        frame: a, columns: 1-2, blocks: [credits]
        frame: b, columns: 3-4, blocks: [cast]
        frame: c, columns: 1-4, blocks: [body]
    """,
        {"credits": numbered(2), "cast": numbered(3, 11), "body": (para("under"),)},
    )
    assert text_mark(laid.marks, "line 11").at.x == LEFT_RECTO + 2 * (38 + 4)
    assert text_mark(laid.marks, "line 11").at.y == text_mark(laid.marks, "line 01").at.y
    # what comes under both begins under the longer one
    assert tops([text_mark(laid.marks, "under")]) == [3]


def test_empty_frames_take_no_room(press: Press) -> None:
    laid = press.lay(
        """
        frame: a, columns: 1-4, blocks: [heading], space: 3 lines
        frame: b, columns: 1-4, blocks: [body]
    """,
        {"body": numbered(1)},
    )
    assert tops(laid.marks) == [0]


def test_space_under_a_frame_is_counted_in_lines(press: Press) -> None:
    laid = press.lay(
        """
        frame: a, columns: 1-4, blocks: [heading], space: 2 lines
        frame: b, columns: 1-4, blocks: [body]
    """,
        {"heading": numbered(1), "body": numbered(1, 2)},
    )
    assert tops(laid.marks) == [0, 3]


def test_a_foot_frame_ends_on_the_last_line(press: Press) -> None:
    laid = press.lay(
        """
        frame: a, columns: 1-4, blocks: [body]
        frame: b, columns: 1-4, at: foot, blocks: [screenings]
    """,
        {"body": numbered(1), "screenings": numbered(2, 2)},
    )
    assert tops(laid.marks) == [0, LINES - 2, LINES - 1]


def test_foot_frames_stand_on_one_another_the_last_one_lowest(press: Press) -> None:
    laid = press.lay(
        """
        frame: a, columns: 1-4, at: foot, blocks: [heading], space: 1 line
        frame: b, columns: 1-4, at: foot, blocks: [body], space: 1 line
    """,
        {"heading": numbered(1), "body": numbered(1, 2)},
    )
    assert tops([text_mark(laid.marks, "line 01")]) == [LINES - 3]
    assert tops([text_mark(laid.marks, "line 02")]) == [LINES - 1]


def test_foot_frames_side_by_side_end_level(press: Press) -> None:
    laid = press.lay(
        """
        frame: a, columns: 1-2, at: foot, blocks: [credits]
        frame: b, columns: 3-4, at: foot, blocks: [cast]
    """,
        {"credits": numbered(1), "cast": numbered(3, 2)},
    )
    assert tops([text_mark(laid.marks, "line 01"), text_mark(laid.marks, "line 04")]) == [
        LINES - 1,
        LINES - 1,
    ]


def test_the_head_leaves_the_foot_its_room(press: Press) -> None:
    laid = press.lay(
        """
        frame: a, columns: 1-4, blocks: [body]
        frame: b, columns: 1-4, at: foot, blocks: [screenings], space: 1 line
    """,
        {"body": numbered(LINES), "screenings": numbered(2, 41)},
    )
    assert tops([text_mark(laid.marks, "line 41")]) == [LINES - 2]
    ((name, rest),) = laid.rest
    # two lines of the foot frame, and one of empty room above it
    assert (name, in_galley(rest)) == ("a", ["line 18", "line 19", "line 20"])


def test_a_foot_that_fills_the_page_sends_the_head_on(press: Press) -> None:
    """Text never stands on other text: without room it goes on to the next page, whole."""
    laid = press.lay(
        """
        frame: a, columns: 1-4, blocks: [body]
        frame: b, columns: 1-4, at: foot, blocks: [screenings]
    """,
        {"body": numbered(3), "screenings": numbered(LINES, 41)},
    )
    assert texts(laid.marks) == [f"line {n}" for n in range(41, 61)]
    assert [(name, in_galley(rest)) for name, rest in laid.rest] == [("a", ["line 01", "line 02", "line 03"])]


def test_a_fixed_height_is_kept(press: Press) -> None:
    laid = press.lay(
        """
        frame: a, columns: 1-4, height: 5 line, blocks: [still]
        frame: b, columns: 1-4, blocks: [body]
    """,
        {"still": (Picture("", ground=RED),), "body": numbered(1)},
    )
    assert fills(laid) == [Rect(LEFT_RECTO, TOP, WIDTH, 60)]
    assert tops(laid.marks) == [5]


@pytest.mark.parametrize(("below", "height"), [(0, 12), (8, 12), (10, 10), (12, 8), (15, 6), (19, 6)])
def test_a_height_from_to_takes_what_the_others_leave(press: Press, below: int, height: int) -> None:
    laid = press.lay(
        """
        frame: a, columns: 1-4, height: 6 line .. 12 line, blocks: [still]
        frame: b, columns: 1-4, blocks: [body]
    """,
        {"still": (Picture("", ground=RED),), "body": numbered(below)},
    )
    assert [box.height for box in fills(laid)] == [height * GRID]
    assert len(texts(laid.marks)) == min(below, LINES - height)


def test_a_foot_frame_from_to_leaves_the_head_its_room(press: Press) -> None:
    frames = """
        frame: a, columns: 1-4, blocks: [body]
        frame: b, columns: 1-4, at: foot, height: 2 line .. 12 line, panel: accent, blocks: [heading], space: 1 line
    """
    (high,) = fills(press.lay(frames, {"body": numbered(3), "heading": numbered(1, 50)}))
    (low,) = fills(press.lay(frames, {"body": numbered(LINES - 5), "heading": numbered(1, 50)}))
    assert high.height == pytest.approx(12 * GRID)
    assert low.height == pytest.approx(4 * GRID)
    assert low.bottom == pytest.approx(high.bottom)


def test_a_bar_in_the_head_margin_takes_no_line_of_the_text(press: Press) -> None:
    """A colour with a height is a bar in its place; without one it lies behind the whole page."""
    laid = press.lay(
        """
        frame: bar, columns: 1-4, height: 12pt, bleeds: yes, blocks: [section-ground], space: 1 line
        frame: body, columns: 1-4, blocks: [body]
    """,
        {"section-ground": (Fill(RED),), "body": numbered(2)},
    )
    (bar,) = fills(laid)
    assert bar.bottom == pytest.approx(12)
    assert tops(laid.marks) == [0, 1]


def test_two_heights_from_to_share_what_the_others_leave(press: Press) -> None:
    laid = press.lay(
        """
        frame: a, columns: 1-4, height: 2 line .. 12 line, blocks: [still]
        frame: b, columns: 1-4, height: 2 line .. 12 line, blocks: [cover-band]
        frame: c, columns: 1-4, blocks: [body]
    """,
        {
            "still": (Picture("", ground=RED),),
            "cover-band": (Band((Picture("", ground=RED),)),),
            "body": numbered(6),
        },
    )
    assert len(texts(laid.marks)) == 6
    assert sum(box.height for box in fills(laid)) <= 14 * GRID


def test_a_picture_bleeds_on_the_sides_it_touches(press: Press) -> None:
    frames = """
        frame: a, columns: 1-4, height: 5 line, bleeds: yes, blocks: [still]
        frame: b, columns: 1-4, blocks: [body]
    """
    laid = press.lay(frames, {"still": (Picture("", ground=RED),), "body": numbered(1)})
    (box,) = fills(laid)
    assert (box.x, box.y, box.right) == (-10, -10, 210)
    # five lines of height from the trim's top; its foot stands on the grid
    assert box.bottom == TOP + 3 * GRID
    assert tops(laid.marks) == [3]


def test_a_picture_of_half_the_width_bleeds_on_one_side(press: Press) -> None:
    laid = press.lay(
        "frame: a, columns: 3-4, height: 5 line, bleeds: yes, blocks: [still]",
        {"still": (Picture("", ground=RED),)},
    )
    (box,) = fills(laid)
    assert (box.x, box.right) == (LEFT_RECTO + 84, 210)


def test_a_picture_at_the_foot_bleeds_there(press: Press) -> None:
    laid = press.lay(
        "frame: a, columns: 1-4, at: foot, height: 5 line, bleeds: yes, blocks: [still]",
        {"still": (Picture("", ground=RED),)},
    )
    (box,) = fills(laid)
    assert (box.y, box.bottom) == (TOP + 15 * GRID, 310)


def test_a_ground_lies_behind_and_takes_no_room(press: Press) -> None:
    laid = press.lay(
        """
        frame: ground, columns: 1-4, bleeds: yes, blocks: [opener-ground]
        frame: name, columns: 1-4, blocks: [opener]
    """,
        {"opener-ground": (Fill(RED),), "opener": numbered(1)},
    )
    assert isinstance(laid.marks[0], FillMark)
    assert laid.marks[0].box == Rect(-10, -10, 220, 320)
    assert tops(laid.marks) == [0]


def test_a_panel_is_as_high_as_its_frame_and_insets_its_text(press: Press) -> None:
    laid = press.lay("frame: a, columns: 1-4, panel: pale, blocks: [body]", {"body": numbered(2)})
    (box,) = fills(laid)
    assert (box.x, box.width, box.height) == (LEFT_RECTO, WIDTH, 2 * GRID)
    assert text_mark(laid.marks, "line 01").at.x == pytest.approx(LEFT_RECTO + mm(2))


def test_columns_of_one_frame_end_level(press: Press) -> None:
    laid = press.lay("frame: a, columns: 1-4, split: 2, balance: yes, blocks: [body]", {"body": numbered(5)})
    assert tops(laid.marks) == [0, 1, 2, 0, 1]
    assert text_mark(laid.marks, "line 04").at.x == LEFT_RECTO + 84
    under = press.lay(
        """
        frame: a, columns: 1-4, split: 2, balance: yes, blocks: [heading]
        frame: b, columns: 1-4, blocks: [body]
    """,
        {"heading": numbered(5), "body": numbered(1, 9)},
    )
    assert tops([text_mark(under.marks, "line 09")]) == [3]


def test_columns_of_a_frame_may_stand_further_apart_than_those_of_the_page(press: Press) -> None:
    say = "frame: a, columns: 1-4, split: 2, gutter: 24pt, balance: yes, blocks: [body]"
    laid = press.lay(say, {"body": (*numbered(1), para("aaaa aaaa aaaa"), *numbered(1, 3))})
    assert text_mark(laid.marks, "line 03").at.x == LEFT_RECTO + (WIDTH - 24) / 2 + 24
    # the measure is 70 pt, not 80: fourteen letters of 5 pt fit it
    assert texts(laid.marks) == ["line 01", "aaaa aaaa aaaa", "line 03"]
    (wide,) = press.galley(para("aaaa aaaa aaaa"))
    assert not wide.faults


def test_columns_that_are_not_level_fill_one_after_the_other(press: Press) -> None:
    laid = press.lay(
        "frame: a, columns: 1-4, split: 2, height: 4 line, blocks: [body]", {"body": numbered(5)}
    )
    assert tops(laid.marks) == [0, 1, 2, 3, 0]


def test_what_is_carried_stands_before_the_frames_own(press: Press) -> None:
    laid = press.lay(
        "frame: a, columns: 1-4, blocks: [rest, review]",
        {"review": (para("review"),)},
        carried=press.galley(para("carried")),
    )
    assert texts(laid.marks) == ["carried", "review"]
    assert tops(laid.marks) == [0, 2], "an empty line between them"


def test_what_is_carried_is_set_once(press: Press) -> None:
    laid = press.lay(
        """
        frame: a, columns: 1-4, blocks: [rest]
        frame: b, columns: 1-4, blocks: [rest, review]
    """,
        {"review": (para("review"),)},
        carried=press.galley(para("carried")),
    )
    assert sorted(texts(laid.marks)) == ["carried", "review"]


def test_marks_come_in_reading_order(press: Press) -> None:
    """Foot frames are placed first, yet read last."""
    laid = press.lay(
        """
        frame: a, columns: 1-2, blocks: [credits]
        frame: b, columns: 3-4, blocks: [cast]
        frame: c, columns: 1-4, at: foot, blocks: [screenings]
    """,
        {"credits": numbered(3), "cast": numbered(3, 4), "screenings": numbered(2, 7)},
    )
    assert texts(laid.marks) == [f"line {n:02d}" for n in range(1, 9)]


def test_a_tag_stands_on_the_edge_above(press: Press) -> None:
    words = para("tag")
    laid = press.lay(
        """
        frame: a, columns: 1-4, height: 5 line, blocks: [still]
        frame: b, columns: 1-4, blocks: [premiere, body]
    """,
        {
            "still": (Picture("", ground=RED),),
            "premiere": (Tag(words.spans, words.style, RED),),
            "body": numbered(1),
        },
    )
    ground = fills(laid)[1]
    assert ground.bottom == TOP + 5 * GRID
    assert ground.width == pytest.approx(3 * 5 + 2 * mm(2))
    at = text_mark(laid.marks, "tag").at
    assert ground.y < at.y < ground.bottom
    assert at.x == pytest.approx(LEFT_RECTO + mm(2))


def test_a_band_shares_its_width(press: Press) -> None:
    slices = tuple(Picture("", ground=RED) for _ in range(4))
    laid = press.lay(
        "frame: a, columns: 1-4, height: 5 line, blocks: [cover-band]", {"cover-band": (Band(slices),)}
    )
    assert [box.x for box in fills(laid)] == [LEFT_RECTO + n * 41 for n in range(4)]
    assert {box.width for box in fills(laid)} == {41.0}


def test_ruled_lines_fill_what_the_text_leaves(press: Press) -> None:
    laid = press.lay("frame: a, columns: 1-4, blocks: [notes]", {"notes": (*numbered(1), Lines(24.0, RED))})
    ys = [m.start.y for m in laid.marks if isinstance(m, RuleMark)]
    assert ys == [TOP + GRID + 24.0 * n for n in range(1, 10)]


def test_kept_matter_too_high_for_a_page_is_parted_and_reported(press: Press) -> None:
    long = para(" ".join(["aaaa"] * 800), keep_lines=True)
    laid = press.lay("frame: a, columns: 1-4, blocks: [body]", {"body": (long,)})
    assert [f.code for f in laid.faults] == ["keep-broken"]
    assert len(texts(laid.marks)) == LINES


def test_the_credit_of_a_picture_stands_under_it_flush_right(press: Press) -> None:
    words = para("photo")
    picture = Picture("", ground=RED, caption=words.spans, caption_style=words.style)
    for side, edge in (("recto", 184), ("verso", 180)):
        laid = press.lay(
            "frame: a, columns: 1-4, height: 10 line, bleeds: yes, blocks: [still]",
            {"still": (picture,)},
            side,
        )
        mark = text_mark(laid.marks, "photo")
        (box,) = fills(laid)
        assert box.bottom < mark.at.y <= box.bottom + GRID
        assert mark.at.x + mark.pieces[-1].x + mark.pieces[-1].width == pytest.approx(edge)


def test_a_rule_on_a_frame_has_a_line_of_its_own(press: Press) -> None:
    laid = press.lay(
        """
        frame: a, columns: 1-4, rule: 2pt, blocks: [heading]
        frame: b, columns: 1-4, blocks: [body]
        """,
        {"heading": numbered(2), "body": numbered(1, first=3)},
    )
    (rule,) = [mark for mark in laid.marks if isinstance(mark, RuleMark)]
    assert (rule.start.y, rule.width) == (TOP + 1, 2)
    assert (rule.start.x, rule.end.x) == (LEFT_RECTO, LEFT_RECTO + WIDTH)
    assert tops(laid.marks) == [1, 2, 3]
