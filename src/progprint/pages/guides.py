"""Booklet + Design -> the same pages with grid, margins, frames and what found no room drawn over them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from progprint.design.types import DROP, Design, PageSpec
from progprint.geom import Point, Rect, mm
from progprint.glyphs import Faces
from progprint.lines import set_line
from progprint.pages.room import Room
from progprint.pages.types import Booklet, Mark, Over, Page, RuleMark, TextMark
from progprint.style import Ink, Span, TextStyle
from progprint.words import Words

GRID, EDGE, FRAME = Ink(0.35, 0, 0, 0, "grid"), Ink(0, 0.7, 0, 0, "margin"), Ink(0.9, 0.2, 0, 0, "frame")
OVERSET, LOOSE = Ink(0, 1, 1, 0, "overset"), Ink(0, 0.5, 1, 0, "loose")
#: thin enough to read type through, thick enough for a laser printer (300 dpi)
HAIRLINE = 0.25
#: size of the labels, in points: smaller than any type of the page
LABEL = 4.5
#: a line is marked when its spaces open this much beyond the style's limits
LOOSE_RATIO = 1.0


class _House(NamedTuple):
    """What every page is drawn with."""

    design: Design
    faces: Faces
    title: str


def with_guides(booklet: Booklet, design: Design, faces: Faces) -> Booklet:
    """Draw the guides over every page. What pages are drawn from otherwise, and their keys, stay."""
    house = _House(design, faces, booklet.title)
    pages, over = [], ""
    for number, page in enumerate(booklet.pages):
        # what ran over goes on as long as pages send something on
        before = booklet.pages[number - 1].frames if number else ()
        goes_on = over == page.name and any(frame.left for frame in before)
        over = page.name if page.over or (over and goes_on) else ""
        following = booklet.pages[number + 1] if number + 1 < len(booklet.pages) else None
        leaves = following is not None and following.name == page.name and bool(following.over)
        marks = (*_grid(page, house), *_frames(page, house), *_loose(page))
        marks = (*marks, *_left(page, house, leaves or bool(over)), *_over(page, bool(over)))
        marks = (*marks, *_legend(page, house))
        pages.append(replace(page, furniture=(*page.furniture, *marks)))
    return replace(booklet, pages=tuple(pages))


def _grid(page: Page, house: _House) -> Iterator[Mark]:
    """Baselines, columns, margins and trim."""
    spec: PageSpec = house.design.page._replace(trim=page.size)
    room = Room(spec, page.side)
    top, bottom, left, right = room.top, room.top + room.height, room.left, room.left + room.width
    for line in range(1, round(room.height / spec.baseline) + 1):
        y = top + line * spec.baseline - DROP * spec.baseline
        yield _rule(left, y, right, y, GRID, 0.2)
    for number in range(1, spec.columns + 1):
        x, width = room.across((number, number))
        for edge in (x, x + width):
            yield _rule(edge, top, edge, bottom, EDGE, 0.2)
    foot = page.size[1] - spec.margins.bottom
    yield from _box(Rect(left, top, room.width, foot - top), EDGE, HAIRLINE)
    yield from _box(Rect(0.0, 0.0, *page.size), EDGE, HAIRLINE)
    bled = Rect(0.0, 0.0, *page.size)
    bled = Rect(-spec.bleed, -spec.bleed, bled.width + 2 * spec.bleed, bled.height + 2 * spec.bleed)
    yield from _box(bled, FRAME, 2 * HAIRLINE)


def _frames(page: Page, house: _House) -> Iterator[Mark]:
    """Each frame's box, its text columns, and its name at the upper edge."""
    gutter = house.design.page.gutter
    for frame in page.frames:
        box = frame.box
        yield from _box(box, FRAME, 2 * HAIRLINE)
        along = box.height if frame.direction == "vertical" else box.width
        measure = (along - gutter * (frame.split - 1)) / frame.split
        for number in range(1, frame.split):
            for edge in (number * (measure + gutter) - gutter, number * (measure + gutter)):
                if frame.direction == "vertical":
                    yield _rule(box.x, box.y + edge, box.right, box.y + edge, FRAME, HAIRLINE)
                else:
                    yield _rule(box.x + edge, box.y, box.x + edge, box.bottom, FRAME, HAIRLINE)
        yield from _label(frame.name, Point(box.x + 1, max(box.y, 0) + LABEL), FRAME, house)


def _left(page: Page, house: _House, wanted: bool) -> Iterator[Mark]:
    """A red bar at the foot of a frame that had no room for all, and how much it sent on."""
    for frame in (f for f in page.frames if f.left and wanted):
        box = frame.box
        yield _rule(box.x, box.bottom, box.right, box.bottom, OVERSET, 1.5)
        lines = "1 line runs on" if frame.left == 1 else f"{frame.left} lines run on"
        at = Point(box.right - 16 * LABEL, box.bottom + LABEL + 1)
        yield from _label(f"{frame.name}: {lines}", at, OVERSET, house, 16 * LABEL)


def _over(page: Page, wanted: bool) -> Iterator[Mark]:
    """A red line under each line that stands where it ran on to."""
    for mark in page.body:
        if wanted and isinstance(mark, TextMark):
            yield from _under(mark, OVERSET, 0.5, ())


def _loose(page: Page) -> Iterator[Mark]:
    for mark in page.body:
        if isinstance(mark, TextMark) and mark.ratio > LOOSE_RATIO:
            yield from _under(mark, LOOSE, 0.5, (1.0, 1.0))


def _under(mark: TextMark, ink: Ink, width: float, dashes: tuple[float, ...]) -> Iterator[Mark]:
    if not mark.pieces:
        return
    start, end = mark.pieces[0].x, max(piece.x + piece.width for piece in mark.pieces)
    if mark.turn:
        # beside a vertical line
        x, y = mark.at.x - 1.5, mark.at.y
        yield RuleMark(Point(x, y + start), Point(x, y + end), width, ink, dashes)
    else:
        x, y = mark.at.x, mark.at.y + 1.5
        yield RuleMark(Point(x + start, y), Point(x + end, y), width, ink, dashes)


def _legend(page: Page, house: _House) -> Iterator[Mark]:
    """Between the running foot and the trim: that this is a proof, and what is wrong on it."""
    width, height = page.size
    loose = sum(1 for _ in _loose(page))
    said = [f"Proof with guides, not for print · page {page.number} · {page.name}"]
    said += [f"{loose} loose {'line' if loose == 1 else 'lines'}"] if loose else []
    yield from _label(" · ".join(said), Point(mm(4), height - mm(1.2)), EDGE, house)
    if page.over:
        text = "ran on: " + "; ".join(map(_said, page.over))
        yield from _label(text, Point(mm(4), LABEL + mm(1)), OVERSET, house, width - mm(8))


def _said(over: Over) -> str:
    field = f"{over.field} ({over.lang})" if over.lang else over.field
    return f"{field}, {over.lines} line{'s' * (over.lines != 1)}, {over.characters} characters"


def _label(text: str, at: Point, ink: Ink, house: _House, width: float = 0.0) -> Iterator[Mark]:
    families = house.design.families
    family = "sans" if "sans" in families else next(iter(families))
    align = "right" if width else "left"
    style = TextStyle("guide", family, 600, size=LABEL, leading=LABEL, ink=ink, align=align, refine=False)
    line = set_line((Span(Words(text, "en"), style),), style, house.faces, width or None)
    yield TextMark(at, line.pieces, line.text, line.lang, style.name)


def _box(box: Rect, ink: Ink, width: float) -> Iterator[Mark]:
    yield _rule(box.x, box.y, box.right, box.y, ink, width)
    yield _rule(box.x, box.bottom, box.right, box.bottom, ink, width)
    yield _rule(box.x, box.y, box.x, box.bottom, ink, width)
    yield _rule(box.right, box.y, box.right, box.bottom, ink, width)


def _rule(x1: float, y1: float, x2: float, y2: float, ink: Ink, width: float) -> RuleMark:
    return RuleMark(Point(x1, y1), Point(x2, y2), width, ink)
