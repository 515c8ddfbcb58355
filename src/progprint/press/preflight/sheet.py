"""Page of a file -> its boxes, and the matrix to places as they are read."""

from __future__ import annotations

from typing import Any, NamedTuple

from progprint.geom import Rect
from progprint.press.preflight.drawn import Matrix
from progprint.press.preflight.matrices import around, at, corners, inverse, ring, times
from progprint.press.preflight.objects import entry, inherited, number, numbers

#: left, foot, right, head in the page's own space
Box = tuple[float, float, float, float]
#: a page whose box is missing or no box is taken for A4, to go on
A4: Box = (0.0, 0.0, 595.276, 841.89)


class Sheet(NamedTuple):
    """A page's boxes from the trim's top left, y down; None is not there."""

    number: int
    media: Rect
    crop: Rect | None
    bleed: Rect | None
    trim: Rect | None
    art: Rect | None
    #: as is written on the page
    turn: float
    unit: float
    #: the page's own space -> from the trim's top left, in points
    matrix: Matrix
    #: the media box is one
    sound: bool
    source: Any

    @property
    def cut(self) -> Rect:
        """Where it is trimmed, or would be."""
        return self.trim or self.art or self.crop or self.media

    @property
    def printed(self) -> Rect:
        """What reaches the trimmed page or its bleed."""
        return self.bleed or self.cut


def read_sheet(page: Any, count: int) -> Sheet:
    """Read a page; `count` is its number from 1."""
    found = {
        key: _box(inherited(page, key) if key in ("/MediaBox", "/CropBox") else entry(page, key))
        for key in ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")
    }
    media = found["/MediaBox"] or A4
    unit = number(entry(page, "/UserUnit"), 1.0) or 1.0
    turn = number(inherited(page, "/Rotate")) % 360
    base = _upright(media, turn, unit)
    cut = found["/TrimBox"] or found["/ArtBox"] or found["/CropBox"] or media
    origin = _placed(cut, base)
    base = times(base, (1.0, 0.0, 0.0, 1.0, -origin.x, -origin.y))
    crop, bleed, trim, art = (
        _placed(box, base) if box else None
        for box in (found["/CropBox"], found["/BleedBox"], found["/TrimBox"], found["/ArtBox"])
    )
    return Sheet(
        count,
        _placed(media, base),
        crop,
        bleed,
        trim,
        art,
        turn,
        unit,
        base,
        found["/MediaBox"] is not None,
        page,
    )


def _box(found: Any) -> Box | None:
    values = numbers(found)
    if len(values) != 4 or not all(abs(v) < 1e6 for v in values):
        return None
    x1, y1, x2, y2 = values
    box = min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
    return box if box[2] - box[0] > 1 and box[3] - box[1] > 1 else None


def _placed(box: Box, base: Matrix) -> Rect:
    left, foot, right, head = box
    return around([ring(base, corners(left, foot, right - left, head - foot))])


def _upright(media: Box, turn: float, unit: float) -> Matrix:
    """Y down, turned clockwise as it is read."""
    rotations: dict[float, Matrix] = {
        90.0: (0.0, 1.0, 1.0, 0.0, 0.0, 0.0),
        180.0: (-1.0, 0.0, 0.0, 1.0, 0.0, 0.0),
        270.0: (0.0, -1.0, -1.0, 0.0, 0.0, 0.0),
    }
    base = rotations.get(turn, (1.0, 0.0, 0.0, -1.0, 0.0, 0.0))
    return times(base, (unit, 0.0, 0.0, unit, 0.0, 0.0))


def to_page(sheet: Sheet, box: Rect) -> Box:
    """A place back in the page's own space."""
    back = inverse(sheet.matrix)
    places = [at(back, x, y) for x, y in ((box.x, box.y), (box.right, box.bottom))]
    (x1, y1), (x2, y2) = places
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
