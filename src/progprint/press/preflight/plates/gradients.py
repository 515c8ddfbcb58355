"""Gradients that run along a line, between circles or by a formula -> patches of colour on a canvas."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import cos, hypot, pi, sin

from progprint.images import Canvas
from progprint.press.preflight.colours import paint
from progprint.press.preflight.drawn import Matrix, Ring, Shade
from progprint.press.preflight.functions import function_of
from progprint.press.preflight.matrices import corners, matrix_of, ring, times
from progprint.press.preflight.objects import array, decoded, entry, is_stream, number, numbers
from progprint.press.preflight.plates.separating import Ways

#: colours along a line; a plate knows 256 shares
COLOURS = 256
#: colours a side of a formula of two numbers
GRID = 48
#: corners that a circle is taken for
CORNERS = 48
#: pixels that are laid in the time that one value of a function takes, and each byte of its program
A_VALUE = 4000
A_BYTE = 30
#: beyond every page, in points
FAR = 20_000.0
COMPUTED = "a gradient whose colours cannot be computed"

#: from where in a gradient to the inks there; None where they are not known
Colours = Callable[[float], Mapping[str, float] | None]


class Unknown(Exception):
    """Raised with what cannot be known of a gradient."""


def colours_of(canvas: Canvas, mark: Shade, ways: Ways) -> Callable[[tuple[float, ...]], Mapping[str, float]]:
    """The inks at a place of the gradient's domain, or of components where it has no function."""
    found = entry(mark.source, "/Function")
    function = function_of(found) if found is not None else None
    if found is not None and function is None:
        raise Unknown(COMPUTED)

    program = decoded(found) if is_stream(found) and number(entry(found, "/FunctionType")) == 4 else b""
    cost = A_VALUE + A_BYTE * len(program)

    def inks(values: tuple[float, ...]) -> Mapping[str, float]:
        canvas.effort += cost
        try:
            made = ways.inks(paint(mark.space, function(values) if function else values))
        except ValueError as wrong:
            raise Unknown(COMPUTED) from wrong
        if made is None:
            raise Unknown(f"a gradient of {mark.space.kind} colours")
        return made

    return inks


def along_line(canvas: Canvas, mark: Shade, ways: Ways) -> None:
    """Type 2: a row of colours across the line, and what goes on beyond its ends."""
    coords = numbers(entry(mark.source, "/Coords"))
    if len(coords) != 4:
        raise Unknown(COMPUTED)
    x0, y0, x1, y1 = coords
    dx, dy = x1 - x0, y1 - y0
    length = hypot(dx, dy)
    if not length:
        return
    inks, (low, high) = colours_of(canvas, mark, ways), _domain(mark)
    wide = FAR / length / _least_scale(mark.matrix)
    across = -dy * wide, dx * wide

    def band(start: float, end: float) -> Ring:
        feet = [(x0 + dx * t, y0 + dy * t) for t in (start, end, end, start)]
        sides = (-1, -1, 1, 1)
        return ring(
            mark.matrix,
            [(x + s * across[0], y + s * across[1]) for (x, y), s in zip(feet, sides, strict=True)],
        )

    before, after = _extend(mark)
    if before:
        canvas.put(band(-wide, 0.0), inks((low,)))
    if after:
        canvas.put(band(1.0, wide), inks((high,)))
    row = [inks((low + at / (COLOURS - 1) * (high - low),)) for at in range(COLOURS)]
    unit: Matrix = (dx, dy, 2 * across[0], 2 * across[1], x0 - across[0], y0 - across[1])
    canvas.put_colours((COLOURS, 1), row, times(unit, mark.matrix), band(0.0, 1.0))


def between_circles(canvas: Canvas, mark: Shade, ways: Ways) -> None:
    """Type 3: rings between neighbouring circles, later ones upon earlier ones (ISO 32000-1, 8.7.4.5.4)."""
    coords = numbers(entry(mark.source, "/Coords"))
    if len(coords) != 6 or coords[2] < 0 or coords[5] < 0:
        raise Unknown(COMPUTED)
    x0, y0, r0, x1, y1, r1 = coords
    inks, (low, high) = colours_of(canvas, mark, ways), _domain(mark)
    apart = hypot(x1 - x0, y1 - y0)
    nested = apart <= abs(r1 - r0)
    far = FAR / _least_scale(mark.matrix)

    def circle(s: float) -> list[tuple[float, float]]:
        x, y, r = x0 + s * (x1 - x0), y0 + s * (y1 - y0), max(r0 + s * (r1 - r0), 0.0)
        return [
            (x + r * cos(2 * pi * k / CORNERS), y + r * sin(2 * pi * k / CORNERS)) for k in range(CORNERS + 1)
        ]

    def put(start: float, end: float, colour: Mapping[str, float], whole: bool = False) -> None:
        one, other = circle(start), circle(end)
        places = _hull([*one, *other]) if whole else [*one, *other[::-1], one[0]]
        canvas.put(ring(mark.matrix, places), colour)

    before, after = _extend(mark)
    growth = max(abs(r1 - r0), apart, 1e-6)
    if before:
        # down to where the radius is nothing, or beyond the page
        start = max(-r0 / (r1 - r0), -far / growth) if r1 > r0 else -far / growth
        put(start, 0.0, inks((low,)), not nested)
    steps = min(max(round(growth * _least_scale(mark.matrix)), 32), COLOURS)
    for step in range(steps):
        middle = step / (steps - 1)
        put(step / steps, (step + 1) / steps, inks((low + middle * (high - low),)))
    if after:
        end = min(r0 / (r0 - r1), far / growth) if r0 > r1 else far / growth
        put(1.0, end, inks((high,)), not nested)


def by_formula(canvas: Canvas, mark: Shade, ways: Ways) -> None:
    """Type 1: a grid of the colours that a formula gives."""
    domain = numbers(entry(mark.source, "/Domain")) or (0.0, 1.0, 0.0, 1.0)
    if len(domain) != 4:
        raise Unknown(COMPUTED)
    left, right, foot, head = domain
    inks = colours_of(canvas, mark, ways)
    matrix = times(matrix_of(array(entry(mark.source, "/Matrix"))), mark.matrix)
    # the first row of a grid is that at the head
    colours = [
        inks((left + (x + 0.5) / GRID * (right - left), head - (y + 0.5) / GRID * (head - foot)))
        for y in range(GRID)
        for x in range(GRID)
    ]
    unit: Matrix = (right - left, 0.0, 0.0, head - foot, left, foot)
    box = ring(matrix, corners(left, foot, right - left, head - foot))
    canvas.put_colours((GRID, GRID), colours, times(unit, matrix), box)


def _domain(mark: Shade) -> tuple[float, float]:
    found = numbers(entry(mark.source, "/Domain"))
    return (found[0], found[1]) if len(found) == 2 else (0.0, 1.0)


def _extend(mark: Shade) -> tuple[bool, bool]:
    found = [bool(value) for value in array(entry(mark.source, "/Extend"))]
    return (found[0], found[1]) if len(found) == 2 else (False, False)


def _least_scale(matrix: Matrix) -> float:
    a, b, c, d, _, _ = matrix
    return max(min(hypot(a, b), hypot(c, d)), 1e-6)


def _hull(places: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The corners of the smallest bulging figure round all places (Andrew 1979)."""
    rows = sorted(set(places))
    found: list[tuple[float, float]] = []
    for way in (rows, rows[::-1]):
        start = len(found)
        for x, y in way:
            while len(found) >= start + 2:
                (ax, ay), (bx, by) = found[-2], found[-1]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                    break
                found.pop()
            found.append((x, y))
        found.pop()
    return found


def kind_of(mark: Shade) -> int:
    return int(number(entry(mark.source, "/ShadingType")))
