"""Upright rectangles -> the QR symbol that they make, when each edge lies on its lattice (ISO/IEC 18004)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

#: sides of a symbol in modules: 17 + 4 for each version
SIDES = range(21, 178, 4)
#: part of a module by which an edge may miss its place: files have two or three decimals
OFF = 0.06
#: a corner's seven rows, a bit a module (6.3.3)
CORNER = (0b1111111, 0b1000001, 0b1011101, 0b1011101, 0b1011101, 0b1000001, 0b1111111)

Places = Sequence[tuple[float, float]]
#: left, top, right, foot
Box = tuple[float, float, float, float]


class Grid(NamedTuple):
    """A symbol in a bitmap or drawing: where it stands in that one's own units, y down."""

    side: int
    left: float
    top: float
    width: float
    #: the bitmap's value in the middle of a dark module
    dark: tuple[int, ...] = ()


def symbol_of_rectangles(shapes: Sequence[Sequence[Places]]) -> Grid | None:
    """Know the one symbol that all rectangles make together; None of what is anything else, or less exact."""
    boxes: list[list[Box]] = []
    for shape in shapes:
        found = [_rectangle(ring) for ring in shape]
        whole = [box for box in found if box is not None]
        if len(whole) < len(found):
            return None
        boxes.append(whole)
    every = [box for shape in boxes for box in shape]
    if not every:
        return None
    left, top = min(box[0] for box in every), min(box[1] for box in every)
    width, height = max(box[2] for box in every) - left, max(box[3] for box in every) - top
    module = min(min(box[2] - box[0], box[3] - box[1]) for box in every)
    if module <= 0 or abs(width - height) > module * OFF:
        return None
    side = round(width / module)
    if side not in SIDES:
        return None
    columns = _steps({x for box in every for x in (box[0], box[2])}, left, width / side)
    rows = _steps({y for box in every for y in (box[1], box[3])}, top, width / side)
    if columns is None or rows is None:
        return None
    return Grid(side, left, top, width) if _has_corners(_modules(boxes, columns, rows, side), side) else None


def _rectangle(ring: Places) -> Box | None:
    if len(ring) == 5 and ring[0] == ring[4]:
        (x0, y0), (x1, y1), (x2, y2), (x3, y3), _ = ring
    elif len(ring) == 4:
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = ring
    else:
        return None
    level = x0 == x3 and x1 == x2 and y0 == y1 and y2 == y3
    if not level and not (x0 == x1 and x2 == x3 and y0 == y3 and y1 == y2):
        return None
    return min(x0, x2), min(y0, y2), max(x0, x2), max(y0, y2)


def _steps(places: set[float], start: float, module: float) -> dict[float, int] | None:
    """Each place in whole modules; None when one lies between them."""
    steps = {place: round((place - start) / module) for place in places}
    exact = all(abs((place - start) / module - step) < OFF for place, step in steps.items())
    return steps if exact else None


def _modules(
    boxes: list[list[Box]], columns: dict[float, int], rows: dict[float, int], side: int
) -> list[int]:
    """The rows of dark modules, a bit each; what lies in two rings of one shape is light."""
    made = [0] * side
    for shape in boxes:
        dark = [0] * side
        for left, top, right, foot in shape:
            span = (1 << columns[right]) - (1 << columns[left])
            for row in range(rows[top], rows[foot]):
                dark[row] ^= span
        made = [one | other for one, other in zip(made, dark, strict=True)]
    return made


def _has_corners(modules: list[int], side: int) -> bool:
    """Three of the four, so that nothing is left to guess."""
    seen = [
        all(row >> shift & 0b1111111 == wanted for row, wanted in zip(rows, CORNER, strict=True))
        for rows in (modules[:7], modules[-7:])
        for shift in (0, side - 7)
    ]
    return seen.count(True) == 3
