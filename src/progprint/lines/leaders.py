"""A style's leader and the room between two texts -> the dots that lead the eye from one to the other."""

from __future__ import annotations

from math import ceil, floor

from progprint.lines.types import Piece

#: between text and leader at least; less looks as if the first dot were a full stop
CLEAR_EM = 0.4
#: fewer signs than these lead nowhere
FEWEST = 2


def leader_pieces(unit: tuple[Piece, ...], pitch: float, start: float, end: float) -> tuple[Piece, ...]:
    """Repeat a leader's sign between two places of a measure, in points.

    Signs stand at whole multiples of `pitch`, so that those of all lines stand under one another. They are
    read as one space: what is copied holds no row of dots.
    """
    if not unit or pitch <= 0.0:
        return ()
    clear = CLEAR_EM * unit[0].size
    first, last = ceil((start + clear) / pitch), floor((end - clear) / pitch) - 1
    if last - first + 1 < FEWEST:
        return ()
    places = range(first, last + 1)
    moved = (piece._replace(x=place * pitch + piece.x) for place in places for piece in unit)
    signs = [piece._replace(text="", actual=True) for piece in moved]
    return (signs[0]._replace(text=" "), *signs[1:])
