"""Pictures and their captions -> marks in a box, or rows of a galley."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from progprint.blocks.types import Block, Border, Para, Picture, Stills
from progprint.design.types import Frame, PictureLook
from progprint.geom import TOLERANCE, Point, Rect, mm
from progprint.images import PictureInfo
from progprint.pages.paras import Setting, set_para
from progprint.pages.room import Room
from progprint.pages.rows import Galley, Row, depth, kept, moved
from progprint.pages.types import FillMark, ImageMark, Mark, RuleMark, TextMark

Ordered = tuple[float, Mark]

#: width by height of a picture that is not there: most stills are not far from it
ASPECT = 1.5
#: between a picture and the turned caption at its edge
APART = mm(0.5)


def dressed(blocks: Sequence[Block], frame: Frame, measure: float, setting: Setting) -> tuple[Block, ...]:
    """The blocks of a frame, its pictures as it wants them; as high as they are wide if it has no height."""
    found = tuple(_dressed(block, frame.pictures) for block in blocks)
    if frame.pictures.fit != "width" or frame.height is not None or frame.bleeds:
        return found
    return tuple(_high(b, measure, setting) if isinstance(b, Picture) else b for b in found)


def _high(picture: Picture, measure: float, setting: Setting) -> Picture:
    info = setting.pictures.get(picture.file)
    strip = _strip(picture) if picture.caption_at == "edge" else 0.0
    return picture._replace(height=(measure - strip) / (info.aspect if info else ASPECT))


def _dressed(block: Block, look: PictureLook) -> Block:
    match block:
        case Picture():
            return _looking(block, look)
        case Stills(pictures=pictures):
            return block._replace(pictures=tuple(_looking(p, look) for p in pictures), across=look.across)
        case _:
            return block


def _looking(picture: Picture, look: PictureLook) -> Picture:
    border = Border(*look.border) if look.border is not None else None
    focus = look.focus or picture.focus
    return picture._replace(focus=focus, fit=look.fit, caption_at=look.caption, border=border)


def picture_marks(picture: Picture, box: Rect, setting: Setting) -> tuple[Ordered, ...]:
    """The picture in its box; one that cannot be used leaves its ground, or its room visibly empty (pdf)."""
    info = setting.pictures.get(picture.file)
    if picture.file and (info is not None or picture.ground is None):
        return ((next(setting.order), _image(picture, box, info)), *_border(picture.border, box, setting))
    if picture.ground is not None:
        return ((next(setting.order), FillMark(box, picture.ground, picture.pattern, picture.source)),)
    return ()


def _image(picture: Picture, box: Rect, info: PictureInfo | None) -> ImageMark:
    mark = ImageMark(box, picture.file, picture.focus, picture.alt, picture.source)
    if info is None or info.sheet is None:
        return mark
    # a page of a PDF file has no pixels to be cut: it is larger than what is seen of it
    width = max(box.width, box.height * info.aspect)
    height = width / info.aspect
    x = box.x - _cut(width, box.width, picture.focus[0])
    y = box.y - _cut(height, box.height, picture.focus[1])
    return mark._replace(box=Rect(x, y, width, height), reach=box)


def _cut(size: float, seen: float, focus: float) -> float:
    """How much is cut off at the start, so that `focus` is near the middle of what is seen."""
    return min(max(size * focus - seen / 2, 0.0), size - seen)


def _border(border: Border | None, box: Rect, setting: Setting) -> tuple[Ordered, ...]:
    if border is None or not border.width:
        return ()
    half = border.width / 2
    left, top, right, bottom = box.x + half, box.y + half, box.right - half, box.bottom - half
    # each side reaches to the outer edge, so that no corner is open
    ends = (
        (Point(box.x, top), Point(box.right, top)),
        (Point(right, box.y), Point(right, box.bottom)),
        (Point(box.x, bottom), Point(box.right, bottom)),
        (Point(left, box.y), Point(left, box.bottom)),
    )
    return tuple((next(setting.order), RuleMark(a, b, border.width, border.ink)) for a, b in ends)


def fitted(box: Rect, info: PictureInfo | None, fit: str) -> Rect:
    """The part of a room that a picture takes."""
    if info is None or fit == "cover":
        return box
    width = box.width if fit == "width" else min(box.width, box.height * info.aspect)
    height = min(width / info.aspect, box.height)
    if fit == "width":
        return Rect(box.x, box.y, width, height)
    return Rect(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)


def place_picture(picture: Picture, area: Rect, room: Room, setting: Setting) -> tuple[Ordered, ...]:
    """A picture as high as its frame, with its caption."""
    edge = picture.caption_at == "edge" and area.right < room.page.trim[0] + TOLERANCE
    strip = _strip(picture) if edge else 0.0
    info = setting.pictures.get(picture.file)
    box = fitted(Rect(area.x, area.y, area.width - strip, area.height), info, picture.fit)
    marks = picture_marks(picture, box, setting)
    if not picture.caption or picture.caption_style is None or picture.caption_at == "none":
        return marks
    if strip:
        return (*marks, *_turned(picture, box, setting))
    return (*marks, *_under(picture, box, room, setting))


def _under(picture: Picture, box: Rect, room: Room, setting: Setting) -> tuple[Ordered, ...]:
    """The caption flush right under the picture: on paper, never on the picture."""
    left, right = max(box.x, room.left), min(box.right, room.left + room.width)
    rows = _caption(picture, max(right - left, 1.0), "right", setting)
    return tuple((order, moved(mark, left, box.bottom)) for row in rows for order, mark in row.marks)


def _caption(picture: Picture, measure: float, align: str, setting: Setting) -> Galley:
    if not picture.caption or picture.caption_style is None:
        return ()
    return set_para(Para(picture.caption, replace(picture.caption_style, align=align)), measure, setting)


def _strip(picture: Picture) -> float:
    """Room for a line of turned caption."""
    style = picture.caption_style
    return style.leading + APART if picture.caption and style is not None else 0.0


def _turned(picture: Picture, box: Rect, setting: Setting) -> tuple[Ordered, ...]:
    """The caption at the right edge, read upwards from the picture's foot; its first line alone has room."""
    rows = _caption(picture, box.height, "left", setting)
    left = box.right + APART
    marks: list[Ordered] = []
    y = 0.0
    for row in rows:
        for order, mark in row.marks:
            if isinstance(mark, TextMark):
                at = Point(left + y + mark.at.y, box.bottom - mark.at.x)
                marks.append((order, mark._replace(at=at, turn=-90.0)))
        y += row.height
    return tuple(marks)


def set_picture(picture: Picture, measure: float, setting: Setting) -> Galley:
    """A picture of a height of its own among text, its caption with it."""
    info = setting.pictures.get(picture.file)
    strip = _strip(picture) if picture.caption_at == "edge" else 0.0
    width = measure - strip
    height = picture.height or width / ASPECT
    box = Rect(0, 0, width, height)
    box = fitted(box, info, picture.fit)
    marks = picture_marks(picture, box, setting)
    if strip:
        return (Row(height, (*marks, *_turned(picture, box, setting))),)
    under = _caption(picture, width, "right", setting) if picture.caption_at == "under" else ()
    return kept((Row(height, marks), *under))


def set_stills(block: Stills, measure: float, setting: Setting) -> Galley:
    """Rows of whole pictures that are as high as one another; a last row of fewer is no higher."""
    rows: list[Row] = []
    height = 0.0
    for first in range(0, len(block.pictures), block.across):
        pictures = block.pictures[first : first + block.across]
        aspects = [info.aspect if (info := setting.pictures.get(p.file)) else ASPECT for p in pictures]
        filling = (measure - block.gap * (len(pictures) - 1)) / sum(aspects)
        height = min(filling, height) if height and len(pictures) < block.across else filling
        if rows:
            rows.append(Row(block.gap, gap=True))
        rows.append(_line(pictures, [height * aspect for aspect in aspects], (height, block.gap), setting))
    return tuple(rows)


def _line(
    pictures: Sequence[Picture], widths: Sequence[float], sizes: tuple[float, float], setting: Setting
) -> Row:
    height, gap = sizes
    marks: list[Ordered] = []
    x, lowest = 0.0, height
    for picture, width in zip(pictures, widths, strict=True):
        marks += picture_marks(picture, Rect(x, 0, width, height), setting)
        under = _caption(picture, width, "left", setting) if picture.caption_at != "none" else ()
        y = height
        for row in under:
            marks += [(order, moved(mark, x, y)) for order, mark in row.marks]
            y += row.height
        lowest = max(lowest, height + depth(under, setting.grid))
        x += width + gap
    return Row(lowest, tuple(marks))
