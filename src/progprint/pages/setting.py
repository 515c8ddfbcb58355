"""Blocks -> Galleys: every block set to a measure, as rows that a column can break between."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from progprint.blocks.types import (
    Advert,
    Band,
    Beside,
    Block,
    Break,
    DayGrid,
    Facing,
    Fill,
    Gap,
    Guides,
    Headed,
    Lines,
    Logos,
    Miniature,
    Opposite,
    PageRef,
    Pair,
    Para,
    Picture,
    Rule,
    Stills,
    Symbol,
    Table,
    Tag,
    Tick,
    Together,
    Track,
    Unkept,
)
from progprint.geom import Point, Rect
from progprint.glyphs import Faces
from progprint.lines import natural_width
from progprint.pages.day_grid import set_day_grid
from progprint.pages.evils import TOGETHER
from progprint.pages.leaders import with_leaders
from progprint.pages.logos import set_logos
from progprint.pages.miniature import guided, set_miniature
from progprint.pages.pairs import Side, level
from progprint.pages.paras import Setting as Setting
from progprint.pages.paras import set_para as set_para
from progprint.pages.paras import set_text, snaps
from progprint.pages.rows import Galley, Note, Row, depth, kept, moved, side_by_side, unkept
from progprint.pages.stills import set_picture, set_stills
from progprint.pages.types import CodeMark, LinkMark, Mark, RefMark, RuleMark
from progprint.style import Ink


def set_blocks(blocks: Sequence[Block], measure: float, setting: Setting) -> Galley:
    """Set blocks one under the other; page references that follow one another stand on one line."""
    rows: list[Row] = []
    references: list[PageRef] = []
    fresh = False
    for block in blocks:
        if isinstance(block, PageRef):
            references.append(block)
            continue
        rows += _references(references, measure, setting)
        references = []
        here = set_block(block, measure, setting)
        rows += _begun(here) if fresh and here else here
        fresh = isinstance(block, Break) or (fresh and all(row.gap for row in here))
    return (*rows, *_references(references, measure, setting))


def _begun(rows: Galley) -> Galley:
    """The rows, of which the first that is no gap begins a page."""
    first = next((number for number, row in enumerate(rows) if not row.gap), len(rows))
    return tuple(row._replace(fresh=True) if number == first else row for number, row in enumerate(rows))


def _references(references: Sequence[PageRef], measure: float, setting: Setting) -> Galley:
    if not references:
        return ()
    style = references[0].style
    keys = tuple(r.key for r in references)
    baseline = style.leading / 2 if style.vertical else style.leading - setting.drop
    mark = RefMark(Point(0, baseline), measure, keys[0], style, more=keys[1:])
    return (Row(style.leading, ((next(setting.order), mark),), snap=snaps(style, setting)),)


def set_block(block: Block, measure: float, setting: Setting) -> Galley:
    """Set one block to a measure, in points."""
    match block:
        case Para():
            return set_text(block, measure, setting, _notes(block.notes, measure, setting))
        case Gap(height=height):
            return (Row(height, gap=True),)
        case Rule():
            return _rule(block, measure, setting)
        case Picture():
            return set_picture(block, measure, setting)
        case Stills():
            return set_stills(block, measure, setting)
        case Symbol():
            return _symbol(_filling(block, measure) if block.fills else block, setting)
        case PageRef():
            return _references((block,), measure, setting)
        case Table():
            return _table(block, measure, setting)
        case Pair():
            return _pair(block, measure, setting)
        case Opposite():
            return _opposite(block, measure, setting)
        case Facing(whole=whole):
            return set_blocks(whole, measure, setting)
        case Beside():
            joined = _beside(block.parts, block.tracks, block.gutter, (measure, setting))
            short = block.least - depth(joined, setting.grid)
            if short > 0:
                joined = (*joined, Row(short))
            return kept(joined) if block.keep else joined
        case Tick():
            return _tick(block, measure, setting)
        case Headed(heading=heading, continued=continued, body=body):
            first = set_blocks(heading, measure, setting)
            again = set_blocks(continued, measure, setting)
            return (*first, *(r._replace(head=again) for r in set_blocks(body, measure, setting)))
        case Together(blocks=blocks):
            return kept(set_blocks(blocks, measure, setting))
        case Unkept(blocks=blocks):
            return unkept(set_blocks(blocks, measure, setting))
        case Guides(blocks=blocks, ink=ink):
            return guided(set_blocks(blocks, measure, setting), measure, ink, setting)
        case Miniature():
            return set_miniature(block, measure, setting)
        case Lines(pitch=pitch, ink=ink, number=number):
            return tuple(
                Row(pitch, ((next(setting.order), _hairline(pitch, measure, ink)),)) for _ in range(number)
            )
        case Logos():
            return set_logos(block, measure, setting)
        case DayGrid(height=height) if height:
            return _day_grid(block, measure, setting)
        case Advert() | DayGrid() | Tag() | Band() | Fill() | Break():
            # these take their height from their frame (frames.py), or have none
            return ()


def _day_grid(grid: DayGrid, measure: float, setting: Setting) -> Galley:
    drawn = set_day_grid(
        grid,
        Rect(0, 0, measure, grid.height),
        lambda paras, width: tuple(row for para in paras for row in set_para(para, width, setting)),
    )
    marks = tuple((next(setting.order), mark) for mark in drawn.marks)
    return (Row(grid.height, marks, faults=drawn.faults, anchors=grid.anchors, snap=True),)


def _notes(notes: Sequence[Sequence[Block]], measure: float, setting: Setting) -> dict[str, Note]:
    """Notes by the names that their marks link to, in order."""
    found: dict[str, Note] = {}
    for number, blocks in enumerate(notes):
        name = next((b.anchor for b in blocks if isinstance(b, Para) and b.anchor), f"{number}")
        rows = tuple(row for row in set_blocks(blocks, measure, setting) if not row.gap)
        if rows:
            found[name] = Note(rows, measure)
    return found


def _rule(rule: Rule, measure: float, setting: Setting) -> Galley:
    y = rule.room / 2
    mark = RuleMark(Point(0, y), Point(measure, y), rule.width, rule.ink)
    return (Row(rule.room, ((next(setting.order), mark),), keep=True),)


def _hairline(y: float, measure: float, ink: Ink) -> RuleMark:
    return RuleMark(Point(0, y), Point(measure, y), 0.25, ink)


def _filling(symbol: Symbol, measure: float) -> Symbol:
    return symbol._replace(size=max(symbol.size, measure * symbol.side / (symbol.side + 8)))


def _symbol(symbol: Symbol, setting: Setting) -> Galley:
    # four modules of quiet zone all round (ISO/IEC 18004, 9.1)
    quiet = symbol.size / symbol.side * 4
    box = Rect(quiet, quiet, symbol.size, symbol.size)
    marks: list[tuple[float, Mark]] = [
        (next(setting.order), CodeMark(box, symbol.payload, symbol.side, symbol.runs, symbol.source))
    ]
    if symbol.payload.startswith(("http://", "https://")):
        marks.append((next(setting.order), LinkMark(box, symbol.payload, symbol.source)))
    return (Row(symbol.size + 2 * quiet, tuple(marks)),)


def widths(
    tracks: Sequence[Track], gutter: float, measure: float, widest: Callable[[int], float]
) -> list[float]:
    """Share a measure among tracks: fixed ones first, then the widest cell up to its limit, then shares."""
    result = [t.fixed for t in tracks]
    for index, track in enumerate(tracks):
        if track.limit:
            result[index] = min(widest(index), track.limit)
    room = measure - gutter * (len(tracks) - 1)
    _leave_room(result, tracks, room)
    left = room - sum(result)
    total = sum(t.share for t in tracks)
    for index, track in enumerate(tracks):
        if track.share:
            result[index] = max(left * track.share / total, 1.0)
    return result


def _leave_room(result: list[float], tracks: Sequence[Track], room: float) -> None:
    """Tracks with a limit take three fifths at most of what fixed ones leave: shares are not starved."""
    limited = [i for i, t in enumerate(tracks) if t.limit]
    wanted = sum(result[i] for i in limited)
    most = (room - sum(t.fixed for t in tracks)) * 0.6
    if wanted > most > 0 and any(t.share for t in tracks):
        for index in limited:
            result[index] *= most / wanted


def _widest(rows: Sequence[Sequence[Sequence[Block]]], faces: Faces) -> Callable[[int], float]:
    def measure(column: int) -> float:
        cells = (row[column] for row in rows if column < len(row))
        paras = (b for cell in cells for b in cell if isinstance(b, Para))
        # half a point more than the type needs: rounding must not turn a fitting line over
        return max((natural_width(p.spans, faces) for p in paras), default=0.0) + 0.5

    return measure


def _beside(
    parts: Sequence[Sequence[Block]], tracks: Sequence[Track], gutter: float, room: tuple[float, Setting]
) -> Galley:
    measure, setting = room
    given = widths(tracks, gutter, measure, _widest([parts], setting.faces))
    columns, x = [], 0.0
    for blocks, width in zip(parts, given, strict=False):
        columns.append((x, set_blocks(blocks, width, setting)))
        x += width + gutter
    return side_by_side(with_leaders(parts, columns, setting.faces, setting.order), setting.grid)


def _table(table: Table, measure: float, setting: Setting) -> Galley:
    given = widths(table.tracks, table.gutter, measure, _widest(table.rows, setting.faces))
    tracks = tuple(Track(fixed=w) for w in given)
    rows: list[Row] = []
    for number, cells in enumerate(table.rows):
        if number and table.rule:
            rows += _rule(table.rule, measure, setting)
        elif number and table.lead:
            rows.append(Row(table.lead, gap=True))
        joined = _beside(cells, tracks, table.gutter, (measure, setting))
        # a row stays whole; only a long list of names may break, after its second line (typography: tables)
        rows += kept(joined) if len(joined) <= table.whole else joined
    return tuple(rows)


def _pair(pair: Pair, measure: float, setting: Setting) -> Galley:
    tracks = tuple(Track(share=share) for share in pair.shares)
    sides: list[Side] = []
    x = 0.0
    for blocks, width in zip(pair.sides, widths(tracks, pair.gutter, measure, lambda _: 0.0), strict=True):
        sides.append(Side(x, blocks, [set_block(b, width, setting) for b in blocks]))
        x += width + pair.gutter
    return level(sides, setting.grid)


def _opposite(block: Opposite, measure: float, setting: Setting) -> Galley:
    """One of two facing pages: its rows are as high as those it faces, and may be parted where those may."""
    here = Side(0.0, block.here, [_fixed(set_block(b, measure, setting)) for b in block.here])
    there = [_unseen(set_block(b, block.measure, setting)) for b in block.there]
    rows = level([here, Side(0.0, block.there, there)], setting.grid)
    return tuple(row._replace(level=number) for number, row in enumerate(rows, block.first))


def _fixed(rows: Galley) -> Galley:
    return tuple(row._replace(again=None) for row in rows)


def _unseen(rows: Galley) -> Galley:
    """The room of rows that are printed elsewhere."""
    return tuple(row._replace(marks=(), faults=(), anchors=(), notes=(), again=None) for row in rows)


def _tick(tick: Tick, measure: float, setting: Setting) -> Galley:
    """The words as a paragraph beside a box of four rules."""
    style, size = tick.para.style, tick.size
    indent = size * 1.5
    rows = set_para(tick.para, max(measure - indent, 1.0), setting)
    top = (style.leading - size) / 2
    corners = (Point(0, top), Point(size, top), Point(size, top + size), Point(0, top + size))
    sides = zip(corners, corners[1:] + corners[:1], strict=True)
    box = tuple((next(setting.order), RuleMark(a, b, 0.75, style.ink)) for a, b in sides)
    return tuple(
        row._replace(
            marks=tuple((o, moved(m, indent, 0)) for o, m in row.marks) + (box if not number else ()),
            keep=TOGETHER,
        )
        for number, row in enumerate(rows)
    )
