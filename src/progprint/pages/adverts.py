"""Advertisement and the place of its frame -> the mark it makes, and what is wrong with its size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from progprint.blocks.types import Advert
from progprint.design.types import PageSpec
from progprint.geom import TOLERANCE, Rect, fits, mm
from progprint.images import PictureInfo, shown_name
from progprint.lines.types import Fault
from progprint.pages.paras import Setting
from progprint.pages.types import ImageMark, LinkMark, Mark

#: how far an advertisement may be off its size: no cutter is nearer
OFF = mm(0.5)


class _Room(NamedTuple):
    """Where an advertisement stands."""

    #: the part of its frame within the page's trim
    trim: Rect
    #: its frame, over the bleed where the frame reaches there
    area: Rect
    #: of the page
    bleed: float

    @property
    def whole(self) -> bool:
        """Whether it takes all of the page."""
        return all(self.bled)

    @property
    def bled(self) -> tuple[bool, bool, bool, bool]:
        """The sides that bleed: left, top, right, bottom."""
        trim, area = self.trim, self.area
        return (area.x < trim.x, area.y < trim.y, area.right > trim.right, area.bottom > trim.bottom)


def set_advert(
    advert: Advert, area: Rect, page: PageSpec, setting: Setting
) -> tuple[tuple[tuple[float, Mark], ...], tuple[Fault, ...]]:
    """Place an advertisement, never scaled unless it is a picture; at the trimmed edges of its frame."""
    picture = advert.picture
    room = _Room(_within(area, Rect(0, 0, *page.trim)), area, page.bleed)
    info = setting.pictures.get(picture.file)
    if info is None:
        # it leaves its room visibly empty
        mark = ImageMark(area, picture.file, picture.focus, picture.alt, picture.source)
        return ((next(setting.order), mark),), ()
    box, bleed = _placed(advert, info, room)
    faults = tuple(_faults(advert, box, bleed, room))
    reach = _within(area, _grown(box, bleed, room.bled))
    mark = ImageMark(box, picture.file, picture.focus, picture.alt, picture.source, reach)
    marks: list[tuple[float, Mark]] = [(next(setting.order), mark)]
    if advert.link:
        marks.append((next(setting.order), LinkMark(_within(box, room.trim), advert.link, picture.source)))
    return tuple(marks), faults


_Sides = tuple[float, float, float, float]


def _placed(advert: Advert, info: PictureInfo, room: _Room) -> tuple[Rect, _Sides]:
    """Where its trim falls, and how far it reaches beyond: left, top, right, bottom."""
    wanted = advert.size or (room.trim.width, room.trim.height)
    if info.sheet is not None:
        size, bleed = info.sheet.trim, info.sheet.bleed
    else:
        size, bleed = _picture_size(info, wanted, room), (0.0, 0.0, 0.0, 0.0)
    around = _with_bleed(wanted, room)
    if not any(bleed) and any(room.bled) and _alike(size, around) and not _alike(size, wanted):
        # its bleed is part of it: nothing says where the trim runs
        box = _aligned(wanted, room)
        left, top, right, bottom = (room.bleed * side for side in room.bled)
        return Rect(box.x - left, box.y - top, box.width + left + right, box.height + top + bottom), bleed
    return _aligned(size, room), bleed


def _picture_size(info: PictureInfo, wanted: tuple[float, float], room: _Room) -> tuple[float, float]:
    """A picture is as large as was sold, with the bleed if that is nearer to its shape; whole in any case."""
    sizes = (wanted, _with_bleed(wanted, room))
    width, height = min(sizes, key=lambda size: abs(size[0] / size[1] / info.aspect - 1))
    width = min(width, height * info.aspect)
    height = width / info.aspect
    # a pixel more or less is no other shape
    found = next((size for size in sizes if _alike(size, (width, height))), None)
    return found or (width, height)


def _with_bleed(size: tuple[float, float], room: _Room) -> tuple[float, float]:
    left, top, right, bottom = room.bled
    return size[0] + room.bleed * (left + right), size[1] + room.bleed * (top + bottom)


def _alike(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) <= OFF for a, b in zip(one, other, strict=True))


def _aligned(size: tuple[float, float], room: _Room) -> Rect:
    """At the edge that bleeds; in the middle where none or both do."""
    left, top, right, bottom = room.bled
    x = _at(room.trim.x, room.trim.width - size[0], left, right)
    y = _at(room.trim.y, room.trim.height - size[1], top, bottom)
    return Rect(x, y, *size)


def _at(start: float, spare: float, first: bool, last: bool) -> float:
    spare = 0.0 if abs(spare) < TOLERANCE else spare
    return start + (spare / 2 if first == last else 0.0 if first else spare)


def _faults(advert: Advert, box: Rect, bleed: _Sides, room: _Room) -> Iterator[Fault]:
    source = advert.picture.source
    name = shown_name(advert.picture.file)
    size, full = (box.width, box.height), (room.trim.width, room.trim.height)
    if not any(bleed) and any(room.bled) and _alike(size, _with_bleed(advert.size or full, room)):
        # its bleed is part of it
        return
    other = ""
    if advert.size is not None and not _alike(size, advert.size):
        other = f"sold were {_shown(*advert.size)}"
    elif room.whole and not _alike(size, full):
        other = f"the page is {_shown(*full)}"
    elif not (fits(size[0], full[0] + OFF) and fits(size[1], full[1] + OFF)):
        other = f"its room is {_shown(*full)}"
    if other:
        yield Fault("advertisement-size", f"{name} is {_shown(*size)}, {other}", source)
    lacking = [side for side, has in zip(_meeting(box, room), bleed, strict=True)
               if side and has < room.bleed - OFF]  # fmt: skip
    if lacking:
        where = "any side" if len(lacking) == 4 else " and ".join(lacking)
        detail = f"{name} has less than {room.bleed / mm(1):.1f} mm of bleed on {where}"
        yield Fault("advertisement-bleed", detail, source)


def _meeting(box: Rect, room: _Room) -> tuple[str, str, str, str]:
    """The sides on which it is cut with the page; empty for the others."""
    trim = room.trim
    near = (box.x - trim.x, box.y - trim.y, trim.right - box.right, trim.bottom - box.bottom)
    names = ("left", "top", "right", "bottom")
    left, top, right, bottom = (
        name if bled and gap <= OFF else "" for name, gap, bled in zip(names, near, room.bled, strict=True)
    )
    return left, top, right, bottom


def _shown(width: float, height: float) -> str:
    return f"{width / mm(1):.1f} x {height / mm(1):.1f} mm"


def _grown(box: Rect, bleed: _Sides, bled: tuple[bool, bool, bool, bool]) -> Rect:
    """With its bleed on the sides that are cut with the page."""
    left, top, right, bottom = (side * cut for side, cut in zip(bleed, bled, strict=True))
    return Rect(box.x - left, box.y - top, box.width + left + right, box.height + top + bottom)


def _within(box: Rect, room: Rect) -> Rect:
    """The part of a box that lies in a room."""
    left, top = max(box.x, room.x), max(box.y, room.y)
    right, bottom = min(box.right, room.right), min(box.bottom, room.bottom)
    return Rect(left, top, max(right - left, 0.0), max(bottom - top, 0.0))
