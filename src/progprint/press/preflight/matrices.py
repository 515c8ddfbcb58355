"""Places in a page's own space -> places on the page as it is read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from progprint.geom import Rect
from progprint.press.preflight.drawn import Matrix, Ring
from progprint.press.preflight.objects import number

UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
#: straight pieces that a curve is taken for: at 36 dpi no eye sees a difference
PIECES = 6


def matrix_of(found: Any) -> Matrix:
    """Six numbers as a matrix; of anything else the one that changes nothing."""
    if len(found) != 6:
        return UNIT
    a, b, c, d, e, f = (number(value) for value in found)
    return a, b, c, d, e, f


def times(first: Matrix, then: Matrix) -> Matrix:
    """One matrix and then another (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    k, m, n, o, p, q = then
    return (a * k + b * n, a * m + b * o, c * k + d * n, c * m + d * o, e * k + f * n + p, e * m + f * o + q)


def shifted(matrix: Matrix, x: float, y: float) -> Matrix:
    """A step in the matrix's own space, and then the matrix."""
    a, b, c, d, e, f = matrix
    return a, b, c, d, x * a + y * c + e, x * b + y * d + f


def at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def inverse(matrix: Matrix) -> Matrix:
    """The way back. Raises ZeroDivisionError of a matrix that leaves nothing."""
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    return d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area


def scale(matrix: Matrix) -> float:
    """By how much lengths grow, in the mean over directions."""
    a, b, c, d, _, _ = matrix
    return float(abs(a * d - b * c) ** 0.5)


def ring(matrix: Matrix, corners: Iterable[tuple[float, float]]) -> Ring:
    a, b, c, d, e, f = matrix
    # a code has a thousand rectangles: without a call for each corner they take half the time
    return tuple([(a * x + c * y + e, b * x + d * y + f) for x, y in corners])


def box_of(matrix: Matrix, left: float, foot: float, right: float, head: float) -> Rect:
    """The box on the page round a rectangle of the matrix's own space."""
    a, b, c, d, e, f = matrix
    if b or c:
        return around([ring(matrix, ((left, foot), (right, foot), (right, head), (left, head)))])
    x0, x1, y0, y1 = a * left + e, a * right + e, d * foot + f, d * head + f
    x, y = min(x0, x1), min(y0, y1)
    return Rect(x, y, max(x0, x1) - x, max(y0, y1) - y)


def corners(left: float, foot: float, width: float, height: float) -> list[tuple[float, float]]:
    return [(left, foot), (left + width, foot), (left + width, foot + height), (left, foot + height)]


def rectangle(matrix: Matrix, x: float, y: float, width: float, height: float) -> list[tuple[float, float]]:
    """The ring of a rectangle, closed."""
    a, b, c, d, e, f = matrix
    right, head = x + width, y + height
    if b or c:
        four = ring(matrix, ((x, y), (right, y), (right, head), (x, head)))
        return [*four, four[0]]
    x0, x1, y0, y1 = a * x + e, a * right + e, d * y + f, d * head + f
    first = x0, y0
    return [first, (x1, y0), (x1, y1), (x0, y1), first]


def around(rings: Iterable[Ring], more: float = 0.0) -> Rect:
    """The box round all places, `more` larger on each side."""
    xs = [x for one in rings for x, _ in one]
    if not xs:
        return Rect(0, 0, 0, 0)
    ys = [y for one in rings for _, y in one]
    left, top = min(xs) - more, min(ys) - more
    return Rect(left, top, max(xs) + more - left, max(ys) + more - top)


def shared(one: Rect, other: Rect) -> Rect | None:
    """What two boxes have in common; a line has a box without width."""
    x, y, width, height = one
    left, top, wide, high = other
    within = left <= x and top <= y and x + width <= left + wide and y + height <= top + high
    if within and width >= 0 and height >= 0:
        return one
    left, top = max(one.x, other.x), max(one.y, other.y)
    width, height = min(one.right, other.right) - left, min(one.bottom, other.bottom) - top
    return Rect(left, top, width, height) if width >= 0 and height >= 0 else None


def is_upright(one: Ring) -> bool:
    """A rectangle with sides along the page's."""
    places = one[:-1] if len(one) == 5 and one[0] == one[-1] else one
    if len(places) != 4:
        return False
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = places
    # nearly all are, and exactly, as `re` makes them
    if (x0 == x3 and x1 == x2 and y0 == y1 and y2 == y3) or (x0 == x1 and x2 == x3 and y0 == y3 and y1 == y2):
        return True
    return (
        all(
            abs(x - next_x) < 1e-3 or abs(y - next_y) < 1e-3
            for (x, y), (next_x, next_y) in zip(places, (*places[1:], places[0]), strict=True)
        )
        and len({round(x, 2) for x, _ in places}) <= 2
        and len({round(y, 2) for _, y in places}) <= 2
    )


def curve(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    """Places along a cubic curve of four points, without the first."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points
    found = []
    for step in range(1, PIECES + 1):
        t = step / PIECES
        s = 1 - t
        w0, w1, w2, w3 = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        found.append((w0 * x0 + w1 * x1 + w2 * x2 + w3 * x3, w0 * y0 + w1 * y1 + w2 * y2 + w3 * y3))
    return found
