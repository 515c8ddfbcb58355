"""Frames of a master + an entry's blocks -> one page's marks, and what found no room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from progprint.blocks.types import (
    Advert,
    Band,
    Block,
    DayGrid,
    Entry,
    Fill,
    Gap,
    Lines,
    Para,
    Picture,
    Rule,
    Tag,
)
from progprint.design.types import Frame, PageSpec
from progprint.geom import TOLERANCE, Point, Rect, fits
from progprint.lines import natural_width
from progprint.lines.types import Fault
from progprint.pages.adverts import set_advert
from progprint.pages.columns import Columns
from progprint.pages.day_grid import set_day_grid
from progprint.pages.placing import Job, ground_box, lowered, place_foot, place_head
from progprint.pages.room import Room, gutter_of, measure_of, padding_of
from progprint.pages.rows import Galley, Row, depth, held_back, moved, on_grid
from progprint.pages.setting import Setting, set_para
from progprint.pages.spanning import Bay, fill_spanning, set_spanning
from progprint.pages.stills import dressed, picture_marks, place_picture
from progprint.pages.types import FillMark, Framed, Mark, RuleMark, TextMark
from progprint.pages.vertical import Upright, fill_upright, in_place, turned
from progprint.style import BLACK

Ordered = tuple[float, Mark]


class Laid(NamedTuple):
    """One page made up."""

    marks: tuple[Mark, ...]
    #: what found no room, frame by frame
    rest: tuple[tuple[str, Galley], ...]
    faults: tuple[Fault, ...]
    anchors: tuple[str, ...]
    #: lines of the grid that are empty above the foot's frames, and how many the page has
    empty: tuple[int, int] = (0, 0)
    frames: tuple[Framed, ...] = ()


class Carried(NamedTuple):
    """What a page begins with, and how far it may go."""

    #: found no room on earlier pages: goes into the frame that lists `rest`
    rows: Galley = ()
    #: the first level row that must wait for the next page, as it does on the facing one; 0: none
    until: int = 0


NOTHING = Carried()


def is_elastic(block: Block) -> bool:
    """Whether a block takes its height from its frame."""
    return (
        isinstance(block, Advert | Band | Fill)
        or (isinstance(block, Picture | DayGrid) and not block.height)
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
    low, floor = place_foot(lowered(foot, head, room, setting), room, setting)
    high = place_head(head, room, floor, setting)
    deepest = max((box.bottom - room.top for _, box in high), default=0.0)
    placed = [(j, ground_box(j, room)) for j in grounds] + high + low
    laid = [_lay(job, box, room, setting) for job, box in placed]
    ordered = sorted((o for marks, *_ in laid for o in marks), key=lambda o: o[0])
    names = [job.frame.name for job, _ in placed]
    return Laid(
        tuple(mark for _, mark in ordered),
        tuple((name, rest) for name, (_, rest, *_) in zip(names, laid, strict=True) if rest),
        (*(f for *_, faults, _ in laid for f in faults), *_too_high(high, room.top + floor)),
        tuple(a for *_, anchors in laid for a in anchors),
        (int((floor - deepest + TOLERANCE) / setting.grid), round(room.height / setting.grid)),
        tuple(_framed(job, box, rest) for (job, box), (_, rest, *_) in zip(placed, laid, strict=True)),
    )


def _too_high(placed: Sequence[tuple[Job, Rect]], floor: float) -> Iterator[Fault]:
    """Frames of a height that stand over the frames at the foot, or over the margin."""
    for job, box in placed:
        if job.frame.height is not None and not fits(box.bottom, floor):
            yield Fault("frame-room", job.frame.name, job.frame.source)


def _framed(job: Job, box: Rect, rest: Galley) -> Framed:
    return Framed(job.frame.name, box, job.frame.split, job.frame.direction, sum(bool(r.marks) for r in rest))


def _prepare(frame: Frame, entry: Entry, room: Room, setting: Setting, carried: Carried) -> Job:
    blocks = _standing(frame, entry, has_more=bool(carried.rows))
    x, width = room.across(frame.columns)
    inset = frame.inset if frame.panel is not None else 0.0
    measure = measure_of(frame, room)
    blocks = dressed(blocks, frame, measure, setting)
    elastic = tuple(b for b in blocks if is_elastic(b))
    flowing = tuple(b for b in blocks if not is_elastic(b))
    if frame.direction == "vertical":
        lines = Upright(frame, flowing, carried.rows, in_place(setting))
        own = (x + inset, width - 2 * inset, _only_rest(entry))
        return Job(frame, blocks, (), elastic, measure, *own, upright=lines)
    galley = set_spanning(flowing, frame, (measure, width - 2 * inset), setting)
    if carried.rows and galley:
        # an empty line between what is carried on and what begins here
        galley = (Row(setting.grid, gap=True), *galley)
    galley, held = held_back(carried.rows + galley, carried.until)
    given = (elastic, measure, x + inset, width - 2 * inset, _only_rest(entry))
    return Job(frame, blocks, galley, *given, held=held)


def _standing(frame: Frame, entry: Entry, *, has_more: bool) -> tuple[Block, ...]:
    """What stands in a frame for this entry; rules and gaps by themselves do not."""
    conditions, furniture = dict(frame.conditions), dict(frame.furniture)
    blocks: list[Block] = []
    for name in frame.blocks:
        if name in conditions and not conditions[name].holds(entry.has):
            continue
        piece = furniture.get(name)
        if piece is None:
            has_more = has_more or bool(entry.part(name))
            blocks += entry.part(name)
        else:
            blocks.append(Rule(piece.width, piece.ink, piece.room) if piece.width else Gap(piece.room))
    return tuple(blocks) if has_more else ()


def _only_rest(entry: Entry) -> bool:
    """Whether a page is made for nothing but what is left over: only colours are printed again."""
    return all(isinstance(block, Fill) for _, blocks in entry.parts for block in blocks)


def _is_ground(job: Job) -> bool:
    """A frame of nothing but colour, and of no height, lies behind the others and takes no room from them."""
    return job.frame.height is None and bool(job.blocks) and all(isinstance(b, Fill) for b in job.blocks)


_Result = tuple[list[Ordered], Galley, tuple[Fault, ...], tuple[str, ...]]


def _lay(job: Job, box: Rect, room: Room, setting: Setting) -> _Result:
    """Fill one frame that has its place."""
    marks: list[Ordered] = []
    faults: list[Fault] = []
    area = _bled(box, room, at_top=box.y < TOLERANCE) if job.frame.bleeds else box
    if job.frame.panel is not None:
        inset = job.frame.inset
        ground = area if job.frame.bleeds else Rect(box.x - inset, box.y, box.width + 2 * inset, box.height)
        marks.append((-1, FillMark(ground, job.frame.panel)))
        pad = padding_of(job.frame, setting.grid)
        box = Rect(box.x, box.y + pad, box.width, max(box.height - 2 * pad, 0.0))
        area = area if job.frame.bleeds else box
    if job.frame.rule:
        y = box.y + job.frame.rule / 2
        marks.append((-0.5, RuleMark(Point(area.x, y), Point(area.right, y), job.frame.rule, BLACK)))
        box, area = (_below(each, setting.grid) for each in (box, area))
    below = on_grid(depth(job.galley, setting.grid), setting.grid)
    under = Rect(area.x, area.y + below, area.width, max(area.height - below, 0.0))
    for block in job.elastic:
        # what is written or drawn to scale begins under the frame's text; pictures and grounds lie behind it
        drawn, lost = _elastic(block, under if isinstance(block, Lines | DayGrid) else area, room, setting)
        marks += drawn
        faults += lost
    marks += _tags(job, box, setting)
    columns = _columns(job, box, room, setting)
    put = partial(_put, job, box, gutter_of(job.frame, room.page))
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


def _below(box: Rect, line: float) -> Rect:
    """What a rule and the line it stands on leave of a box."""
    return Rect(box.x, box.y + line, box.width, max(box.height - line, 0.0))


def _broken(row: Row, frame: Frame) -> Fault:
    """Say where lines that belong together were parted: after which line of the text, else in which frame."""
    source = next((m.source for _, m in row.marks if isinstance(m, TextMark) and m.source.line), frame.source)
    return Fault("keep-broken", frame.name, source)


def _put(job: Job, box: Rect, gutter: float, mark: Mark, number: int, top: float) -> Mark:
    """Put a mark into its column, `top` points from where that begins."""
    if job.upright is not None:
        return turned(mark, box.right - top, box.y + number * (job.upright.measure(box, gutter) + gutter))
    return moved(mark, box.x + number * (job.measure + gutter), box.y + top)


def _columns(job: Job, box: Rect, room: Room, setting: Setting) -> Columns:
    if job.upright is not None:
        whole = box.width if job.last else max(box.width, room.width)
        return fill_upright(job.upright, box, gutter_of(job.frame, room.page), whole)
    if not job.galley:
        return Columns((), ())
    # what fits no column here may fit the next page's; where only what is left over is laid, it must go on
    whole = box.height if job.last else max(box.height, room.height)
    bay = Bay(job.frame.split, box.height, setting.grid, whole, job.frame.balance)
    return fill_spanning(job.galley, bay)


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


def _tags(job: Job, box: Rect, setting: Setting) -> list[Ordered]:
    """Tags stand on the frame's upper edge, their own colour behind them."""
    marks: list[Ordered] = []
    for block in job.blocks:
        if isinstance(block, Tag):
            style = block.style
            width = natural_width(block.spans, setting.faces) + 2 * block.inset
            height = style.leading + 2 * block.room
            ground = Rect(box.x, box.y - height, width, height)
            marks.append((next(setting.order), FillMark(ground, block.ink)))
            for row in set_para(Para(block.spans, style), width, setting):
                at = (box.x + block.inset, box.y - height + block.room)
                marks += [(o, moved(m, *at)) for o, m in row.marks]
    return marks


def _elastic(
    block: Block, area: Rect, room: Room, setting: Setting
) -> tuple[list[Ordered], tuple[Fault, ...]]:
    match block:
        case Picture():
            return [*place_picture(block, area, room, setting)], ()
        case Advert():
            placed, lost = set_advert(block, area, room.page, setting)
            return [*placed], lost
        case Band(slices=slices):
            width = area.width / max(len(slices), 1)
            return [
                mark
                for i, s in enumerate(slices)
                for mark in picture_marks(s, Rect(area.x + i * width, area.y, width, area.height), setting)
            ], ()
        case Fill(picture=picture) if picture and setting.pictures.get(picture.file):
            return [(-1, mark) for _, mark in picture_marks(picture, area, setting)], ()
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
