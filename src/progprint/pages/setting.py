"""Blocks -> Galleys: every block set to a measure, as rows that a column can break between."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from progprint.blocks.types import (
    Band,
    Beside,
    Block,
    DayGrid,
    Fill,
    Gap,
    Headed,
    Lines,
    PageRef,
    Pair,
    Para,
    Picture,
    Rule,
    Symbol,
    Table,
    Tag,
    Tick,
    Together,
    Track,
)
from progprint.geom import Point, Rect
from progprint.glyphs import Faces
from progprint.images import PictureInfo
from progprint.lines import natural_width, set_paragraph
from progprint.pages.leaders import with_leaders
from progprint.pages.rows import Galley, Row, depth, kept, moved, side_by_side
from progprint.pages.types import CodeMark, FillMark, ImageMark, LinkMark, Mark, RefMark, RuleMark, TextMark
from progprint.style import Ink, Span, TextStyle
from progprint.words import Words

#: table rows of so many lines are never parted
WHOLE_ROW = 7
#: share of the grid from a line's foot to its baseline: room for the descenders of the body size
DROP = 0.28


@dataclass(frozen=True, slots=True)
class Setting:
    """What setting an entry needs besides its blocks."""

    faces: Faces
    #: distance of the grid's baselines, in points
    grid: float
    #: file -> what is known of the picture; None when it cannot be used
    pictures: Mapping[str, PictureInfo | None]
    #: numbers marks in reading order
    order: count[int] = field(default_factory=count)

    @property
    def drop(self) -> float:
        return self.grid * DROP


def set_blocks(blocks: Sequence[Block], measure: float, setting: Setting) -> Galley:
    """Set blocks one under the other; page references that follow one another stand on one line."""
    rows: list[Row] = []
    references: list[PageRef] = []
    for block in blocks:
        if isinstance(block, PageRef):
            references.append(block)
            continue
        rows += _references(references, measure, setting)
        references = []
        rows += set_block(block, measure, setting)
    return (*rows, *_references(references, measure, setting))


def _references(references: Sequence[PageRef], measure: float, setting: Setting) -> Galley:
    if not references:
        return ()
    style = references[0].style
    keys = tuple(r.key for r in references)
    mark = RefMark(Point(0, style.leading - setting.drop), measure, keys[0], style, more=keys[1:])
    return (Row(style.leading, ((next(setting.order), mark),), snap=_snaps(style, setting)),)


def set_block(block: Block, measure: float, setting: Setting) -> Galley:
    """Set one block to a measure, in points."""
    match block:
        case Para():
            return set_para(block, measure, setting)
        case Gap(height=height):
            return (Row(height, gap=True, keep=False),)
        case Rule():
            return _rule(block, measure, setting)
        case Picture():
            return _picture(block, measure, setting)
        case Symbol():
            return _symbol(block, setting)
        case PageRef():
            return _references((block,), measure, setting)
        case Table():
            return _table(block, measure, setting)
        case Pair():
            return _pair(block, measure, setting)
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
        case Lines(pitch=pitch, ink=ink, number=number):
            return tuple(
                Row(pitch, ((next(setting.order), _hairline(pitch, measure, ink)),)) for _ in range(number)
            )
        case DayGrid() | Tag() | Band() | Fill():
            # these take their height from their frame (frames.py)
            return ()


def _snaps(style: TextStyle, setting: Setting) -> bool:
    lines = style.leading / setting.grid
    return abs(lines - round(lines)) < 0.001


def set_para(para: Para, measure: float, setting: Setting) -> Galley:
    """Set a paragraph; its first two and last two lines stay together (no widow, no orphan)."""
    style = para.style
    lines = set_paragraph(para.spans, style, measure, setting.faces)
    if style.keep_items and any(line.reason == "emergency" for line in lines):
        # an item wider than the measure: its words may part after all, each language on lines of its own
        spans = tuple(
            s._replace(style=replace(s.style, keep_items=False), words=_between(para.spans, number))
            for number, s in enumerate(para.spans)
        )
        lines = set_paragraph(spans, style, measure, setting.faces)
    snap = _snaps(style, setting)
    baseline = style.leading - (setting.drop if snap else style.leading * DROP)
    last = len(lines) - 1
    rows: list[Row] = []
    if style.space_before:
        rows.append(Row(style.space_before, gap=True))
    for number, line in enumerate(lines):
        mark = TextMark(
            Point(0, baseline),
            line.pieces,
            line.text,
            line.lang,
            style.name,
            line.source,
            snap,
            line.ratio,
            line.reason,
        )
        marks: list[tuple[int, Mark]] = [(next(setting.order), mark)]
        marks += [(next(setting.order), link) for link in _links(mark, style)]
        rows.append(
            Row(
                style.leading,
                tuple(marks),
                keep=_keeps(style, number, last),
                snap=snap,
                faults=line.faults,
                anchors=(para.anchor,) if para.anchor and not number else (),
            )
        )
    if style.space_after:
        rows.append(Row(style.space_after, gap=True, keep=style.keep_next))
    return tuple(rows)


def _between(spans: Sequence[Span], number: int) -> Words:
    """The words of a span; a space between two languages becomes the end of a line."""
    words = spans[number].words
    after = spans[number + 1].words.lang if number + 1 < len(spans) else words.lang
    return words._replace(text="\n") if not words.text.strip() and after != words.lang else words


def _keeps(style: TextStyle, number: int, last: int) -> bool:
    if number == last:
        return style.keep_next
    return style.keep_lines or number == 0 or number == last - 1


def _links(mark: TextMark, style: TextStyle) -> list[LinkMark]:
    return [
        LinkMark(
            Rect(mark.at.x + p.x, mark.at.y - style.size * 0.8, p.width, style.size), p.link, mark.source
        )
        for p in mark.pieces
        if p.link
    ]


def _rule(rule: Rule, measure: float, setting: Setting) -> Galley:
    y = rule.room / 2
    mark = RuleMark(Point(0, y), Point(measure, y), rule.width, rule.ink)
    return (Row(rule.room, ((next(setting.order), mark),), keep=True),)


def _hairline(y: float, measure: float, ink: Ink) -> RuleMark:
    return RuleMark(Point(0, y), Point(measure, y), 0.25, ink)


def _picture(picture: Picture, measure: float, setting: Setting) -> Galley:
    height = picture.height or measure * 2 / 3
    return (Row(height, picture_marks(picture, Rect(0, 0, measure, height), setting)),)


def picture_marks(picture: Picture, box: Rect, setting: Setting) -> tuple[tuple[int, Mark], ...]:
    """The picture in its box; one that cannot be used leaves its ground, or its room visibly empty (pdf)."""
    known = setting.pictures.get(picture.file) is not None
    if picture.file and (known or picture.ground is None):
        image = ImageMark(box, picture.file, picture.focus, picture.alt, picture.source)
        return ((next(setting.order), image),)
    if picture.ground is not None:
        return ((next(setting.order), FillMark(box, picture.ground, source=picture.source)),)
    return ()


def _symbol(symbol: Symbol, setting: Setting) -> Galley:
    # four modules of quiet zone all round (ISO/IEC 18004, 9.1)
    quiet = symbol.size / symbol.side * 4
    box = Rect(quiet, quiet, symbol.size, symbol.size)
    marks: list[tuple[int, Mark]] = [
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
        rows += kept(joined) if len(joined) <= WHOLE_ROW else joined
    return tuple(rows)


def _pair(pair: Pair, measure: float, setting: Setting) -> Galley:
    left, right = widths(
        (Track(share=pair.shares[0]), Track(share=pair.shares[1])), pair.gutter, measure, lambda _: 0.0
    )
    set_left = [set_block(b, left, setting) for b in pair.left]
    set_right = [set_block(b, right, setting) for b in pair.right]
    rows: list[Row] = []
    for index in range(max(len(set_left), len(set_right))):
        columns = [
            (x, side[index])
            for x, side in ((0.0, set_left), (left + pair.gutter, set_right))
            if index < len(side)
        ]
        # the room that a paragraph asks for before and after it is the pair's
        before, after = (max(_edge_room(galley, first) for _, galley in columns) for first in (True, False))
        rows += [Row(before, gap=True)] if before else []
        rows += side_by_side(columns, setting.grid)
        rows += [Row(after, gap=True, keep=rows[-1].keep)] if after else []
    return tuple(rows)


def _edge_room(rows: Galley, first: bool) -> float:
    """Height of the empty room at the head or foot of a galley."""
    height = 0.0
    for row in rows if first else reversed(rows):
        if not row.gap:
            break
        height += row.height
    return height


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
            keep=True,
        )
        for number, row in enumerate(rows)
    )
