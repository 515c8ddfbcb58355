"""Frame with vertical lines -> its blocks set sideways, then turned: columns run from right to left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import count
from typing import NamedTuple

from progprint.blocks.types import (
    Beside,
    Block,
    Guides,
    Headed,
    Logos,
    PageRef,
    Pair,
    Para,
    Table,
    Tick,
    Together,
    Unkept,
)
from progprint.design.types import Frame
from progprint.geom import Point, Rect
from progprint.pages.columns import Columns, balance, fill_columns
from progprint.pages.paras import Setting
from progprint.pages.rows import Galley, Row
from progprint.pages.setting import set_blocks
from progprint.pages.types import CodeMark, FillMark, ImageMark, LinkMark, Mark, RefMark, RuleMark, TextMark
from progprint.style import Ruby, Span, TextStyle

#: marks of one frame have their places between two whole numbers of the reading order; those of a paragraph
#: that is set anew (`paras`) have theirs between two of these
_STEP = 1e-4


class Upright(NamedTuple):
    """What flows through a vertical frame, before the frame has its height."""

    frame: Frame
    blocks: tuple[Block, ...]
    #: left over from other pages, set already
    carried: Galley
    setting: Setting

    def measure(self, box: Rect, gutter: float) -> float:
        """How far lines run down; the parts of a `split` frame stand one above the other."""
        split = self.frame.split
        return max((box.height - gutter * (split - 1)) / split, 1.0)


def fill_upright(upright: Upright, box: Rect, gutter: float, whole: float) -> Columns:
    """Set what flows through a frame that has its place; its columns are as deep as the frame is wide.

    `whole` is the width of an empty frame, as for `fill`.
    """
    frame, blocks, galley, setting = upright
    found = set_blocks(standing(blocks), upright.measure(box, gutter), setting)
    galley = (*galley, Row(setting.grid, gap=True), *found) if galley and found else galley + found
    make = balance if frame.balance else fill_columns
    return make(galley, frame.split, box.width, setting.grid, whole) if galley else Columns((), ())


@lru_cache(maxsize=1024)
def upright(style: TextStyle) -> TextStyle:
    """The style for vertical lines. Glyphs are not narrowed: upright ones would be no shorter for it."""
    return replace(style, vertical=True, glyph_scale=(0.0, 0.0))


def in_place(setting: Setting) -> Setting:
    """The same setting for blocks that are set later than read: their marks are numbered as if set now."""
    return replace(setting, order=count(next(setting.order), _STEP))


def standing(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks with vertical styles, however deep they lie."""
    return tuple(_standing(block) for each in blocks for block in _alone(each))


def _alone(block: Block) -> tuple[Block, ...]:
    """What stands above nothing takes the whole measure."""
    if isinstance(block, Pair) and sum(map(bool, block.sides)) < 2:
        return next(filter(None, block.sides), ())
    return (block,)


def _standing(block: Block) -> Block:
    match block:
        case Para():
            return _para(block)
        case PageRef(style=style):
            return block._replace(style=upright(style))
        case Tick(para=para):
            return block._replace(para=_para(para))
        case Table(rows=rows):
            return block._replace(rows=tuple(tuple(map(standing, cells)) for cells in rows))
        case Pair(left=left, right=right, more=more):
            more = tuple(map(standing, more))
            return block._replace(left=standing(left), right=standing(right), more=more)
        case Beside(parts=parts):
            return block._replace(parts=tuple(map(standing, parts)))
        case Together(blocks=blocks) | Unkept(blocks=blocks) | Guides(blocks=blocks):
            return block._replace(blocks=standing(blocks))
        case Logos(items=items):
            return block._replace(items=tuple(i._replace(name=_para(i.name)) for i in items), turned=True)
        case Headed(heading=heading, continued=again, body=body):
            return block._replace(heading=standing(heading), continued=standing(again), body=standing(body))
        case _:
            return block


def _para(para: Para) -> Para:
    notes = tuple(map(standing, para.notes))
    return para._replace(spans=spans_upright(para.spans), style=upright(para.style), notes=notes)


def spans_upright(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The same spans, their readings too, in vertical styles."""
    return tuple(
        s._replace(style=upright(s.style), ruby=s.ruby and Ruby(s.ruby.words, upright(s.ruby.style)))
        for s in spans
    )


def turned(mark: Mark, right: float, top: float) -> Mark:
    """A mark of a galley turned clockwise: lines run down from `top`, the first at the left of `right`.

    Pictures and codes keep upright in their turned boxes.
    """
    match mark:
        case TextMark(at=at):
            return mark._replace(at=Point(right - at.y, top + at.x), turn=mark.turn + 90)
        case RefMark(at=at):
            return mark._replace(at=Point(right - at.y, top + at.x))
        case RuleMark(start=start, end=end):
            return mark._replace(
                start=Point(right - start.y, top + start.x), end=Point(right - end.y, top + end.x)
            )
        case ImageMark(box=box, reach=reach):
            return mark._replace(
                box=_turned(box, right, top), reach=None if reach is None else _turned(reach, right, top)
            )
        case FillMark(box=box) | CodeMark(box=box) | LinkMark(box=box):
            return mark._replace(box=_turned(box, right, top))


def _turned(box: Rect, right: float, top: float) -> Rect:
    return Rect(right - box.bottom, top + box.x, box.height, box.width)
