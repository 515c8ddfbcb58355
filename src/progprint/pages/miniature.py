"""Small pages in outline, and guides at a measure's edges -> rows: make-up that shows itself."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from progprint.blocks.types import Miniature
from progprint.design.types import Design, PageSpec
from progprint.geom import TOLERANCE, Point, mm
from progprint.pages.paras import Setting
from progprint.pages.room import Room
from progprint.pages.rows import Galley, Row, kept, moved, stack
from progprint.pages.types import Mark, RuleMark
from progprint.style import Ink

#: of guides and of baselines: seen on paper, and finer than any stem of the text beside it
FINE = 0.2
OUTLINE = 0.4
#: between two small pages that are no spread: the pages of one lie edge to edge
APART = mm(3)


def guided(rows: Galley, measure: float, ink: Ink, setting: Setting) -> Galley:
    """Draw a fine line at each edge of the measure, beside all of the rows."""
    placed, bottom = stack(rows, setting.grid)
    if not placed:
        return rows
    first = next(number for number, row in enumerate(rows) if row is placed[0].row)
    guides = tuple(
        (next(setting.order), RuleMark(Point(x, 0), Point(x, bottom), FINE, ink)) for x in (0.0, measure)
    )
    head = rows[first]._replace(marks=(*guides, *rows[first].marks))
    return kept((*rows[:first], head, *rows[first + 1 :]))


def set_miniature(block: Miniature, measure: float, setting: Setting) -> Galley:
    """Make up the entry as any other, on pages of its own, and draw these in as few rows as hold them."""
    # these pages stand in blocks, and blocks on pages: the one of the two that is met seldom waits
    from progprint.pages.entry import make_up

    page = block.page
    design = Design("", page, {}, {}, (), {block.entry.master: block.master}, {}, ())
    made = make_up(block.entry, "verso", design, replace(setting, grid=page.baseline, sink=page.drop))
    spread = block.entry.room == "spread"
    apart = 0.0 if spread else APART
    width, height = page.trim
    across = max(int((measure + apart + TOLERANCE) / (width + apart)), 1)
    rows: list[Row] = []
    for start in range(0, len(made), across):
        strip = made[start : start + across]
        marks = [
            (next(setting.order), moved(mark, number * (width + apart), 0))
            for number, each in enumerate(strip)
            for mark in (*_outline(block), *_baselines(block, each.side), *each.marks)
        ]
        faults = tuple(fault for each in strip for fault in each.faults)
        anchors = tuple(anchor for each in strip for anchor in each.anchors)
        rows += [Row(APART, gap=True)] if rows else []
        rows.append(Row(height, tuple(marks), faults=faults, anchors=anchors))
    return tuple(rows)


def _outline(block: Miniature) -> list[Mark]:
    width, height = block.page.trim
    corners = (Point(0, 0), Point(width, 0), Point(width, height), Point(0, height), Point(0, 0))
    return [RuleMark(a, b, OUTLINE, block.ink) for a, b in pairwise(corners)]


def _baselines(block: Miniature, side: str) -> list[Mark]:
    if block.lines is None:
        return []
    room, grid = Room(block.page, side), block.page.baseline
    left, right = _edges(block.page, room)
    return [
        RuleMark(Point(left, y), Point(right, y), FINE, block.lines)
        for n in range(1, round(room.height / grid) + 1)
        for y in (room.top + n * grid - block.page.drop * grid,)
    ]


def _edges(page: PageSpec, room: Room) -> tuple[float, float]:
    return room.left / 2, room.left + room.width + (page.trim[0] - room.left - room.width) / 2
