"""A paragraph for the em grid -> Items whose columns count in whole ems.

Han characters and full-width marks take one cell each and neither stretch nor squeeze. What stands between
them, a *stretch* of words with the spaces on both sides, takes as many whole cells as its least width needs;
what it does not need goes to its gaps. So the characters of all lines stand in columns (CLREQ, "Handling of
Grid Alignment in Chinese and Western Mixed Text Composition"; asked for in Typst #4404).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil, floor
from typing import NamedTuple

from progprint.glyphs.types import Run, Segment
from progprint.lines.breaker import ROUNDING, Columns
from progprint.lines.gaps import FULL_WIDTH, tracking_of
from progprint.lines.items import Items, make_items
from progprint.lines.justify import Frame
from progprint.lines.ruling import Ruling
from progprint.lines.splits import extent_of
from progprint.style import TextStyle


class Grid(NamedTuple):
    """The cells of a paragraph. Points."""

    #: from cell to cell: the size, and fixed letter-spacing
    pitch: float
    #: the part of a cell that is letter-spacing, which the last one of a line lacks
    tracking: float
    #: the measure in whole cells
    measure: float
    #: stretches at the ends of lines reach the next cell's end
    justified: bool

    def cells(self, width: float) -> float:
        """The width of the least whole number of cells that hold this one."""
        return max(ceil((width - ROUNDING) / self.pitch), 0) * self.pitch


def grid_of(runs: Sequence[Run], frame: Frame, style: TextStyle) -> Grid | None:
    """The grid of a paragraph; None where nothing in it stands on one, or the measure holds no character."""
    tracking = style.tracking_em * style.size
    pitch = style.size + tracking
    cells = floor((frame.measure + tracking + ROUNDING) / pitch) if pitch > ROUNDING else 0
    if cells < 1 or not any(segment.kind in FULL_WIDTH for run in runs for segment in run.segments):
        return None
    return Grid(pitch, tracking, cells * pitch - tracking, style.align == "justify")


def squared(frame: Frame, ruling: Ruling, grid: Grid) -> tuple[Frame, Ruling]:
    """Measure and indents in whole cells, and the style without all that would move a character.

    Lines end in whole ems, so what they lack is weighed as in ragged text. The space between Han and Latin is
    more than nothing and at most half an em (CLREQ, as above), which half its least allows for all but a few
    words: a sixteenth at least, nine sixteenths at most.
    """
    style = ruling.style
    wanted, least, most = style.han_latin_em
    first, others = (round(indent / grid.pitch) * grid.pitch for indent in (frame.first, frame.others))
    align = "left" if grid.justified else style.align
    style = replace(
        style, align=align, squeeze=False, optical_margins=False, han_stretch_em=0.0,
        letter_space=(0.0, 0.0), glyph_scale=(0.0, 0.0), han_latin_em=(wanted, least / 2, most),
    )  # fmt: skip
    return frame._replace(measure=grid.measure, first=first, others=others), ruling._replace(style=style)


def make_on_grid(runs: Sequence[Run], ruling: Ruling, *, grid: Grid) -> Items:
    """As `make_items`, with columns that count in cells wherever a character stands on the grid."""
    items = make_items(runs, ruling)
    return items._replace(columns=_celled(items, grid))


class _Row(NamedTuple):
    """Segments one after the other as `make_items` has them, each with its natural place in points."""

    starts: list[float]
    ends: list[float]
    #: what gaps may give up before each segment
    shrinks: list[float]
    #: whether it takes whole cells
    square: list[bool]


def _natural(items: Items, grid: Grid) -> _Row:
    row = _Row([], [], [], [])
    at = shrink = 0.0
    for index, segment in enumerate(items.segments):
        run = items.run_at(index)
        if index:
            gap = items.gaps[index - 1]
            before = items.segments[index - 1]
            at += tracking_of(items.run_at(index - 1), before.kind) if gap is None else gap.width
            shrink += 0.0 if gap is None else gap.shrink
        row.starts.append(at)
        at += width_of(segment, run)
        row.ends.append(at)
        row.shrinks.append(shrink)
        row.square.append(is_square(segment, run, grid))
    return row


def width_of(segment: Segment, run: Run) -> float:
    """Natural width of a segment, in points."""
    return _body(segment, run) if segment.kind in FULL_WIDTH else extent_of(segment, run).width


def _body(segment: Segment, run: Run) -> float:
    return segment.width * run.style.size / 1000


def is_square(segment: Segment, run: Run, grid: Grid) -> bool:
    """Whether a segment fills cells: no word, nothing of another size, nothing under a wider reading."""
    if segment.kind not in FULL_WIDTH:
        return False
    width = _body(segment, run) + grid.tracking
    cells = round(width / grid.pitch)
    return cells > 0 and abs(width - cells * grid.pitch) < ROUNDING


class _Stretch(NamedTuple):
    """What stands between two characters of the grid, perhaps no segment but a space."""

    #: segments first to last - 1
    first: int
    last: int
    #: natural place where the cell before it ends, and where the next cell begins
    left: float
    right: float
    #: what all gaps up to its two ends may give up
    shrink_left: float
    shrink_right: float
    #: the same places on the grid
    at: float
    to: float
    #: too wide for one line
    wide: bool


def _celled(items: Items, grid: Grid) -> Columns:
    """The columns again, each place moved to where it is when the stretches before it are in whole cells.

    A line that begins inside a stretch has what is left of it in whole cells: its start is counted back from
    the stretch's end. A stretch too wide for one line is counted as it is in its first part, so that lines
    inside it have their natural widths, and no line is ever taken to be narrower than it comes out.
    """
    row = _natural(items, grid)
    owners, places = _stretches(row, grid)
    columns = items.columns
    end_width, start_width = columns.end_width[:], columns.start_width[:]
    last = len(row.starts) - 1
    for number, index in enumerate(items.ends):
        if number:
            owner = owners[index]
            if owner is None:
                end_width[number] = places[index] - (row.ends[index] - columns.end_width[number])
            else:
                end_width[number] = _end_in(owner, columns, number, grid)
        if number == len(items.ends) - 1:
            continue
        follower = min(index + 1, last)
        after = owners[index] if number in items.splits else owners[follower]
        if after is None:
            width = _body(items.segments[follower], items.run_at(follower))
            start_width[number] = places[follower] - width
        else:
            start_width[number] = _start_in(after, columns, number, grid)
    none = [0.0] * len(end_width)
    return columns._replace(
        end_width=end_width, start_width=start_width, end_stretch=none, end_shrink=none,
        start_stretch=none, start_shrink=none,
    )  # fmt: skip


def _stretches(row: _Row, grid: Grid) -> tuple[list[_Stretch | None], list[float]]:
    """The stretch of each segment, None for those on the grid; and where each of those ends on the grid."""
    count = len(row.starts)
    owners: list[_Stretch | None] = [None] * count
    places = [0.0] * count
    at = cell_end = shrink = 0.0
    index = 0
    while index < count:
        first = index
        while index < count and not row.square[index]:
            index += 1
        ended = index == count
        right = row.ends[-1] + grid.tracking if ended else row.starts[index]
        given = row.shrinks[-1] if ended else row.shrinks[index]
        content = right - cell_end
        wide = content - given + shrink > grid.measure + grid.tracking + ROUNDING
        to = at + grid.cells(content if wide else content - given + shrink)
        if index > first:
            stretch = _Stretch(first, index, cell_end, right, shrink, given, at, to, wide)
            owners[first:index] = [stretch] * (index - first)
        if not ended:
            width = row.ends[index] - row.starts[index]
            places[index] = to + width
            at, cell_end, shrink = to + width + grid.tracking, row.ends[index] + grid.tracking, given
            index += 1
    return owners, places


def _end_in(stretch: _Stretch, columns: Columns, number: int, grid: Grid) -> float:
    """Where a line that ends inside a stretch, or with it, ends on the grid."""
    natural = columns.end_width[number] - stretch.left
    if stretch.wide:
        return stretch.at + natural
    least = natural - (columns.end_shrink[number] - stretch.shrink_left)
    return stretch.at + grid.cells(least + grid.tracking) - grid.tracking


def _start_in(stretch: _Stretch, columns: Columns, number: int, grid: Grid) -> float:
    """Where a line that begins inside a stretch, or with it, begins."""
    rest = stretch.right - columns.start_width[number]
    least = rest - (stretch.shrink_right - columns.start_shrink[number])
    if stretch.wide and least > grid.measure + grid.tracking:
        return stretch.at + columns.start_width[number] - stretch.left
    return stretch.to - grid.cells(least)
