"""Rectangles on the lattice of a QR symbol: told exactly, or left to the look at pixels."""

from __future__ import annotations

import pytest

from progprint.blocks.codes import symbol
from progprint.cache import NoCache
from progprint.images.lattice import symbol_of_rectangles
from progprint.images.symbols import symbols_of

CODE = symbol("HTTPS://EXAMPLE.ORG/0624", NoCache())
SIDE, MODULE, LEFT, TOP = CODE.side, 1.42, 80.0, 220.0

Ring = tuple[tuple[float, float], ...]


def rectangle(x: float, y: float, width: float, height: float, aslant: float = 0.0) -> Ring:
    left, top, right, foot = LEFT + x * MODULE, TOP + y * MODULE, LEFT + (x + width) * MODULE, TOP + (y + height) * MODULE
    return (left, top), (right, top + aslant), (right, foot + aslant), (left, foot), (left, top)


RUNS = [rectangle(*run) for run in CODE.runs]
CELLS = [rectangle(x + column, y + row, 1, 1) for x, y, wide, high in CODE.runs for column in range(wide) for row in range(high)]
#: each symbol's corners are made as squares in squares
HOLES = [rectangle(*box) for x, y in ((0, 0), (SIDE - 7, 0), (0, SIDE - 7))
         for box in ((x, y, 7, 7), (x + 1, y + 1, 5, 5), (x + 2, y + 2, 3, 3))]


@pytest.mark.parametrize("shapes", [[RUNS], [[run] for run in RUNS], [CELLS], [HOLES, CELLS[:1]]],
                         ids=["one path", "run by run", "cells", "holes"])
def test_it_is_found_where_the_pixels_show_it(shapes):
    found = symbol_of_rectangles(shapes)
    assert found is not None
    assert found[:4] == pytest.approx((SIDE, LEFT, TOP, SIDE * MODULE))


def test_the_pixels_show_the_same():
    # a place said twice is no rectangle to the lattice, and none the less one to the eye
    said_twice = [[(*ring, ring[0]) for ring in RUNS]]
    assert symbol_of_rectangles(said_twice) is None
    (seen,), (exact,) = symbols_of(said_twice), symbols_of([RUNS])
    assert seen.side == exact.side
    assert seen[1:4] == pytest.approx(exact[1:4], abs=0.1)


@pytest.mark.parametrize("more", [
    rectangle(3.5, 3, 1, 1), rectangle(-2, 3, 1, 1), rectangle(SIDE - 7, SIDE - 7, 7, 7, 0.01),
    rectangle(1, 1, 1, 1), rectangle(0, 0, SIDE + 1, 1), ((LEFT, TOP), (LEFT + 9, TOP), (LEFT, TOP + 9)),
], ids=["off the lattice", "outside", "aslant", "in a corner", "too wide", "a triangle"])  # fmt: skip
def test_what_is_less_exact_is_left_to_the_pixels(more):
    assert symbol_of_rectangles([RUNS, [more]]) is None


def test_four_corners_are_no_symbol():
    fourth = [rectangle(SIDE - 7 + x, SIDE - 7 + y, side, side) for x, y, side in ((0, 0, 7), (1, 1, 5), (2, 2, 3))]
    module = rectangle(10, 10, 1, 1)
    assert symbol_of_rectangles([[*HOLES, module]]) is not None
    assert symbol_of_rectangles([[*HOLES, module, *fourth]]) is None


def test_a_lattice_without_corners_is_no_symbol():
    chequer = [rectangle(x, y, 1, 1) for x in range(25) for y in range(25) if (x + y) % 2 == 0]
    assert symbol_of_rectangles([chequer]) is None
