"""Logos -> rows of them: each about as large to the eye as the others."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, sqrt

from progprint.blocks.types import Logo, Logos, Para
from progprint.geom import Rect
from progprint.pages.paras import Setting, set_para
from progprint.pages.rows import Galley, Row, depth, moved
from progprint.pages.types import ImageMark, LinkMark, Mark

#: area of a logo as a share of its cell: with a half, logos from half to twice as long as their cell's shape
#: have equal areas, and only those beyond are held by its sides. Equal widths make upright logos large,
#: equal heights make long ones so; areas come nearest to what the eye weighs.
SHARE = 0.5


def set_logos(block: Logos, measure: float, setting: Setting) -> Galley:
    """Set logos in as many rows as they need, none with a single one left over if that can be."""
    count = len(block.items)
    if not count:
        return ()
    across = min(block.across, count)
    if block.align == "center":
        across = ceil(count / ceil(count / across))
    width = max((measure - block.gap * (min(block.across, count) - 1)) / min(block.across, count), 1.0)
    rows: list[Row] = []
    for first in range(0, count, across):
        items = block.items[first : first + across]
        taken = len(items) * width + (len(items) - 1) * block.gap
        left = (measure - taken) / 2 if block.align == "center" else 0.0
        if rows:
            rows.append(Row(block.gap, gap=True))
        rows.append(_row(block, items, (left, width), setting))
    return tuple(rows)


def _row(block: Logos, items: tuple[Logo, ...], place: tuple[float, float], setting: Setting) -> Row:
    """Logos whose middles stand on one line, each in the middle of its cell or at its left edge."""
    left, width = place
    sizes = [_size(block, item, width, setting) for item in items]
    sized = list(zip(items, sizes, strict=True))
    names = [() if size else set_para(_name(block, item), width, setting) for item, size in sized]
    heights = [s[1] if s else depth(rows, setting.grid) for s, rows in zip(sizes, names, strict=True)]
    height = max(heights)
    marks: list[tuple[float, Mark]] = []
    for number, (item, size, rows) in enumerate(zip(items, sizes, names, strict=True)):
        x, y = left + number * (width + block.gap), (height - heights[number]) / 2
        box = Rect(x, y, width, heights[number])
        if size:
            inner = (width - size[0]) / 2 if block.align == "center" else 0.0
            box = Rect(x + inner, y, *size)
            picture = item.picture
            image = ImageMark(box, picture.file, picture.focus, picture.alt, picture.source, box)
            marks.append((next(setting.order), image))
        for row in rows:
            marks += [(order, moved(mark, x, y)) for order, mark in row.marks]
            y += row.height
        if item.link:
            marks.append((next(setting.order), LinkMark(box, item.link, item.picture.source)))
    faults = tuple(fault for rows in names for row in rows for fault in row.faults)
    return Row(height, tuple(marks), faults=faults)


def _name(block: Logos, logo: Logo) -> Para:
    """The name, under the middle of its cell where logos stand there."""
    return logo.name._replace(style=replace(logo.name.style, align=block.align))


def _size(block: Logos, logo: Logo, width: float, setting: Setting) -> tuple[float, float] | None:
    """How large a logo is printed; None when its name stands in for it."""
    info = setting.pictures.get(logo.picture.file) if logo.picture.file else None
    if info is None:
        return None
    aspect = 1 / info.aspect if block.turned else info.aspect
    area = width * block.height * SHARE
    wide = min(sqrt(area * aspect), width, block.height * aspect)
    return wide, wide / aspect
