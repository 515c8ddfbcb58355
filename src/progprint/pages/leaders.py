"""Cells of one row, set -> the same with leaders from the end of one to the beginning of the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from progprint.blocks.types import Block, Para
from progprint.geom import TOLERANCE, Point
from progprint.glyphs import Faces
from progprint.lines import set_leader
from progprint.pages.rows import Galley, Row
from progprint.pages.types import RefMark, TextMark

#: left edge of a cell, and its rows
Column = tuple[float, Galley]


def with_leaders(
    parts: Sequence[Sequence[Block]], columns: Sequence[Column], faces: Faces, order: Iterator[float]
) -> list[Column]:
    """Lead from the last line of each cell whose style has a leader to what stands next in the row.

    A single line to be led to (a folio, a name) goes down to the last line of a longer cell.
    """
    out = list(columns)
    for index, blocks in enumerate(parts[: len(out) - 1]):
        para = blocks[-1] if blocks else None
        after = next((n for n in range(index + 1, len(out)) if out[n][1]), None)
        if not isinstance(para, Para) or not para.style.leader or after is None:
            continue
        left, galley = out[index]
        x, led = out[after]
        led = _level(led, galley)
        out[after] = x, led
        line, target = _last_text(galley), _first(led)
        if line is None or target is None or not line.pieces:
            continue
        last = line.pieces[-1]
        start, end = left + line.at.x + last.x + last.width, x + target
        pieces = set_leader(para.style, line.lang, faces, start, end)
        if pieces:
            dots = line._replace(
                at=Point(-left, line.at.y), pieces=pieces, text=" ", ratio=0.0, reason="leader"
            )
            row = galley[-1]
            out[index] = left, (*galley[:-1], row._replace(marks=(*row.marks, (next(order), dots))))
    return out


def _level(led: Galley, galley: Galley) -> Galley:
    """One line beside several stands beside the last of them."""
    above = sum(row.height for row in galley) - sum(row.height for row in led)
    if len(led) != 1 or len(galley) < 2 or above < TOLERANCE:
        return led
    return (Row(above, keep=True), *led)


def _last_text(galley: Galley) -> TextMark | None:
    marks = galley[-1].marks if galley else ()
    return next((mark for _, mark in reversed(marks) if isinstance(mark, TextMark)), None)


def _first(galley: Galley) -> float | None:
    """Where the first text begins; a folio, which is set flush right later, with the room of its cell."""
    for row in galley:
        for _, mark in row.marks:
            if isinstance(mark, TextMark) and mark.pieces:
                return mark.at.x + mark.pieces[0].x
            if isinstance(mark, RefMark):
                return mark.at.x
    return None
