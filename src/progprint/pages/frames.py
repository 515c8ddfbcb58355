"""Frames of a master + an entry's blocks -> one page's marks, and what found no room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from progprint.blocks.types import Band, Block, DayGrid, Entry, Fill, Lines, Para, Picture, Tag
from progprint.design.types import Frame, PageSpec
from progprint.geom import TOLERANCE, Point, Rect, mm
from progprint.lines import natural_width
from progprint.lines.types import Fault
from progprint.pages.columns import Columns, balance, fill_columns
from progprint.pages.day_grid import set_day_grid
from progprint.pages.notes import depth_with_notes
from progprint.pages.room import Room, measure_of
from progprint.pages.rows import Galley, Row, depth, held_back, moved, on_grid
from progprint.pages.setting import Setting, picture_marks, set_blocks, set_para
from progprint.pages.types import FillMark, Mark, RuleMark, TextMark
from progprint.pages.vertical import Upright, fill_upright, in_place, turned

Ordered = tuple[float, Mark]


class Laid(NamedTuple):
    """One page made up."""

    marks: tuple[Mark, ...]
    #: what found no room, frame by frame
    rest: tuple[tuple[str, Galley], ...]
    faults: tuple[Fault, ...]
    anchors: tuple[str, ...]


class Carried(NamedTuple):
    """What a page begins with, and how far it may go."""

    #: found no room on earlier pages: goes into the frame that lists `rest`
    rows: Galley = ()
    #: the first level row that must wait for the next page, as it does on the facing one; 0: none
    until: int = 0


NOTHING = Carried()


class _Job(NamedTuple):
    """One frame with its contents, set."""

    frame: Frame
    blocks: tuple[Block, ...]
    galley: Galley
    #: blocks that are as high as the frame: picture, band, day grid, ruled lines
    elastic: tuple[Block, ...]
    #: of one of its columns
    measure: float
    x: float
    width: float
    #: of a page that is made for nothing but what is left over
    last: bool
    #: what is set in vertical lines, when the frame's height is known
    upright: Upright | None = None
    #: waits for the next page, though there may be room
    held: Galley = ()

    @property
    def empty(self) -> bool:
        return not (self.blocks or self.galley or (self.upright and self.upright.carried))


def is_elastic(block: Block) -> bool:
    """Whether a block takes its height from its frame."""
    return (
        isinstance(block, Band | DayGrid | Fill)
        or (isinstance(block, Picture) and not block.height)
        or (isinstance(block, Lines) and not block.number)
    )


def lay_page(
    frames: Sequence[Frame],
    entry: Entry,
    side: str,
    page: PageSpec,
    setting: Setting,
    carried: Carried = NOTHING,
) -> Laid:
    """Make up one page."""
    room = Room(page, side)
    taking = next((f for f in frames if "rest" in f.blocks), None)
    others = carried._replace(rows=())
    jobs = [_prepare(f, entry, room, setting, carried if f is taking else others) for f in frames]
    jobs = [job for job in jobs if not job.empty]
    grounds = [j for j in jobs if _is_ground(j)]
    foot = [j for j in jobs if j.frame.at == "foot" and j not in grounds]
    head = [j for j in jobs if j.frame.at != "foot" and j not in grounds]
    low, floor = _place_foot(foot, room, setting)
    high = _place_head(head, room, floor, setting)
    placed = [(j, _ground_box(j, room)) for j in grounds] + high + low
    laid = [_lay(job, box, room, setting) for job, box in placed]
    ordered = sorted((o for marks, *_ in laid for o in marks), key=lambda o: o[0])
    names = [job.frame.name for job, _ in placed]
    return Laid(
        tuple(mark for _, mark in ordered),
        tuple((name, rest) for name, (_, rest, *_) in zip(names, laid, strict=True) if rest),
        tuple(f for *_, faults, _ in laid for f in faults),
        tuple(a for *_, anchors in laid for a in anchors),
    )


def _prepare(frame: Frame, entry: Entry, room: Room, setting: Setting, carried: Carried) -> _Job:
    blocks = tuple(b for name in frame.blocks for b in entry.part(name))
    x, width = room.across(frame.columns)
    inset = mm(2) if frame.panel is not None else 0.0
    measure = measure_of(frame, room)
    elastic = tuple(b for b in blocks if is_elastic(b))
    flowing = tuple(b for b in blocks if not is_elastic(b))
    if frame.direction == "vertical":
        lines = Upright(frame, flowing, carried.rows, in_place(setting))
        return _Job(frame, blocks, (), elastic, measure, x + inset, width - 2 * inset, not entry.parts, lines)
    galley = set_blocks(flowing, measure, setting)
    if carried.rows and galley:
        # an empty line between what is carried on and what begins here
        galley = (Row(setting.grid, gap=True), *galley)
    galley, held = held_back(carried.rows + galley, carried.until)
    given = (elastic, measure, x + inset, width - 2 * inset, not entry.parts)
    return _Job(frame, blocks, galley, *given, held=held)


def _is_ground(job: _Job) -> bool:
    """A frame of nothing but colour lies behind the others and takes no room from them."""
    return bool(job.blocks) and all(isinstance(b, Fill) for b in job.blocks)


def _ground_box(job: _Job, room: Room) -> Rect:
    if job.frame.bleeds:
        return Rect(job.x, 0.0, job.width, room.top + room.height)
    return Rect(job.x, room.top, job.width, room.height)


def _natural(job: _Job, room: float, setting: Setting) -> float:
    """How high a frame wants to be, at most `room`; in whole lines of the grid."""
    frame, grid = job.frame, setting.grid
    if frame.height is not None:
        return frame.height[1]
    if job.elastic or job.upright is not None:
        return room
    if frame.split == 1:
        return min(on_grid(depth_with_notes(job.galley, grid), grid), room)
    columns = balance(job.galley, frame.split, room, grid, room)
    return room if columns.rest else min(on_grid(columns.bottom, grid), room)


def _place_foot(jobs: Sequence[_Job], room: Room, setting: Setting) -> tuple[list[tuple[_Job, Rect]], float]:
    """Foot frames from the last line upwards; and how much room they leave above them."""
    bottom = room.height
    placed: list[tuple[_Job, Rect]] = []
    for band in reversed(_bands(jobs)):
        highest = bottom
        for job in band:
            top = max(bottom - _natural(job, bottom, setting), 0.0)
            placed.append((job, Rect(job.x, room.top + top, job.width, bottom - top)))
            highest = min(highest, max(top - job.frame.space * setting.grid, 0.0))
        bottom = int((highest + TOLERANCE) / setting.grid) * setting.grid
    return placed, bottom


def _place_head(jobs: Sequence[_Job], room: Room, floor: float, setting: Setting) -> list[tuple[_Job, Rect]]:
    """Head frames from the top down to `floor`; a frame with heights from-to takes what the others leave."""
    bands = _bands(jobs)
    need = 0.0
    for band in bands:
        above = room.top if band is bands[0] else 0.0
        need += max(
            _least(job, floor, setting) - above * job.frame.bleeds + job.frame.space * setting.grid
            for job in band
        )
    spare = max(floor - need, 0.0)
    placed: list[tuple[_Job, Rect]] = []
    y = 0.0
    for band in bands:
        deepest, taken = y, 0.0
        for job in band:
            height = _height(job, floor - y, spare, setting, band is bands[-1])
            if job.frame.height is not None:
                taken = max(taken, height - job.frame.height[0])
            top = y
            if job.frame.bleeds and band is bands[0]:
                # the first frame begins at the trim: its foot still stands on the grid
                top = -room.top
                height += room.top if job.frame.height is None else 0.0
                height = _foot_on_grid(height, room, setting)
            placed.append((job, Rect(job.x, room.top + top, job.width, height)))
            deepest = max(deepest, top + height + job.frame.space * setting.grid)
        # what stands below begins on a line of the grid again
        y = min(on_grid(deepest, setting.grid), floor)
        spare = max(spare - taken, 0.0)
    return placed


def _foot_on_grid(height: float, room: Room, setting: Setting) -> float:
    lines = round((height - room.top) / setting.grid)
    return lines * setting.grid + room.top


def _least(job: _Job, room: float, setting: Setting) -> float:
    if job.frame.height is not None:
        return job.frame.height[0]
    if job.elastic or job.upright is not None:
        return depth_with_notes(job.galley, setting.grid)
    return _natural(job, room, setting)


def _height(job: _Job, left: float, spare: float, setting: Setting, lowest: bool = False) -> float:
    if job.frame.height is not None:
        least, most = job.frame.height
        lines = int((min(most - least, spare) + TOLERANCE) / setting.grid)
        return least + lines * setting.grid
    if lowest and job.frame.split == 1 and any(row.notes for row in job.galley):
        # notes stand at the foot of the page, not under the text's last line
        return max(left, 0.0)
    return max(min(_natural(job, left, setting), left), 0.0)


def _bands(jobs: Sequence[_Job]) -> list[list[_Job]]:
    """Frames whose columns do not overlap stand side by side."""
    bands: list[list[_Job]] = []
    for job in jobs:
        first, last = job.frame.columns
        if bands and all(last < j.frame.columns[0] or first > j.frame.columns[1] for j in bands[-1]):
            bands[-1].append(job)
        else:
            bands.append([job])
    return bands


_Result = tuple[list[Ordered], Galley, tuple[Fault, ...], tuple[str, ...]]


def _lay(job: _Job, box: Rect, room: Room, setting: Setting) -> _Result:
    """Fill one frame that has its place."""
    marks: list[Ordered] = []
    faults: list[Fault] = []
    area = _bled(box, room, at_top=box.y < TOLERANCE) if job.frame.bleeds else box
    if job.frame.panel is not None:
        inset = mm(2)
        ground = area if job.frame.bleeds else Rect(box.x - inset, box.y, box.width + 2 * inset, box.height)
        marks.append((-1, FillMark(ground, job.frame.panel)))
    below = on_grid(depth(job.galley, setting.grid), setting.grid)
    under = Rect(area.x, area.y + below, area.width, max(area.height - below, 0.0))
    for block in job.elastic:
        # what is written or drawn to scale begins under the frame's text; pictures and grounds lie behind it
        drawn, lost = _elastic(block, under if isinstance(block, Lines | DayGrid) else area, room, setting)
        marks += drawn
        faults += lost
    marks += _tags(job, box, setting)
    columns = _columns(job, box, room, setting)
    put = partial(_put, job, box, room.page.gutter)
    for number, column in enumerate(columns.columns):
        for top, row in column.placed:
            faults += row.faults
            marks += [(o, put(m, number, top)) for o, m in row.marks]
        # notes are read after their column
        order = max((o for _, row in column.placed for o, _ in row.marks), default=0.0)
        for top, row in column.foot:
            faults += row.faults
            marks += [(order + 0.25, put(m, number, top)) for _, m in row.marks]
    faults += [_broken(c.broken, job.frame) for c in columns.columns if c.broken is not None]
    anchors = tuple(a for c in columns.columns for p in (*c.placed, *c.foot) for a in p.row.anchors)
    return marks, columns.rest + job.held, tuple(faults), anchors


def _broken(row: Row, frame: Frame) -> Fault:
    """Say where lines that belong together were parted: after which line of the text, else in which frame."""
    source = next((m.source for _, m in row.marks if isinstance(m, TextMark) and m.source.line), frame.source)
    return Fault("keep-broken", frame.name, source)


def _put(job: _Job, box: Rect, gutter: float, mark: Mark, number: int, top: float) -> Mark:
    """Put a mark into its column, `top` points from where that begins."""
    if job.upright is not None:
        return turned(mark, box.right - top, box.y + number * (job.upright.measure(box, gutter) + gutter))
    return moved(mark, box.x + number * (job.measure + gutter), box.y + top)


def _columns(job: _Job, box: Rect, room: Room, setting: Setting) -> Columns:
    if job.upright is not None:
        whole = box.width if job.last else max(box.width, room.width)
        return fill_upright(job.upright, box, room.page.gutter, whole)
    if not job.galley:
        return Columns((), ())
    make = balance if job.frame.balance else fill_columns
    # what fits no column here may fit the next page's; where only what is left over is laid, it must go on
    whole = box.height if job.last else max(box.height, room.height)
    return make(job.galley, job.frame.split, box.height, setting.grid, whole)


def _bled(box: Rect, room: Room, *, at_top: bool) -> Rect:
    """The box over the margins and bleed on the sides it touches."""
    page = room.page
    left, right = box.x, box.right
    if abs(box.x - room.left) < TOLERANCE:
        left = -page.bleed
    if abs(box.right - room.left - room.width) < TOLERANCE:
        right = page.trim[0] + page.bleed
    top = -page.bleed if at_top else box.y
    bottom = box.bottom
    if bottom > room.top + room.height - TOLERANCE:
        bottom = page.trim[1] + page.bleed
    return Rect(left, top, right - left, bottom - top)


def _tags(job: _Job, box: Rect, setting: Setting) -> list[Ordered]:
    """Tags stand on the frame's upper edge, their own colour behind them."""
    marks: list[Ordered] = []
    for block in job.blocks:
        if isinstance(block, Tag):
            style = block.style
            width = natural_width(block.spans, setting.faces) + 2 * mm(2)
            height = style.leading + mm(1)
            ground = Rect(box.x, box.y - height, width, height)
            marks.append((next(setting.order), FillMark(ground, block.ink)))
            for row in set_para(Para(block.spans, style), width, setting):
                marks += [(o, moved(m, box.x + mm(2), box.y - height + mm(0.5))) for o, m in row.marks]
    return marks


def _elastic(
    block: Block, area: Rect, room: Room, setting: Setting
) -> tuple[list[Ordered], tuple[Fault, ...]]:
    match block:
        case Picture():
            return [*picture_marks(block, area, setting), *_caption(block, area, room, setting)], ()
        case Band(slices=slices):
            width = area.width / max(len(slices), 1)
            return [
                mark
                for i, s in enumerate(slices)
                for mark in picture_marks(s, Rect(area.x + i * width, area.y, width, area.height), setting)
            ], ()
        case Fill(ink=ink):
            return [(-1, FillMark(area, ink))], ()
        case Lines(pitch=pitch, ink=ink):
            count = int((area.height + TOLERANCE) / pitch)
            return [
                (
                    next(setting.order),
                    RuleMark(
                        Point(area.x, area.y + n * pitch), Point(area.right, area.y + n * pitch), 0.25, ink
                    ),
                )
                for n in range(1, count + 1)
            ], ()
        case DayGrid():
            drawn = set_day_grid(
                block,
                area,
                lambda paras, width: tuple(row for para in paras for row in set_para(para, width, setting)),
            )
            return [(next(setting.order), m) for m in drawn.marks], drawn.faults
        case _:
            return [], ()


def _caption(picture: Picture, area: Rect, room: Room, setting: Setting) -> list[Ordered]:
    """The credit line under the picture, flush right: black on paper, never on the picture."""
    if not picture.caption or picture.caption_style is None:
        return []
    style = replace(picture.caption_style, align="right")
    rows = set_para(Para(picture.caption, style), room.width, setting)
    return [(order, moved(mark, room.left, area.bottom)) for row in rows for order, mark in row.marks]
