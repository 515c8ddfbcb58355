"""QR symbol made with mask 0 -> the mask of the least penalty (ISO/IEC 18004, 7.8).

The library weighs each mask module by module, which takes five sixths of its time. Here a whole symbol is one
number, so that a rule is a few operations for all its modules at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

#: ISO/IEC 18004, table 10: which modules a mask turns, by row and column
_MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda i, j: (i + j) % 2 == 0,
    lambda i, j: i % 2 == 0,
    lambda i, j: j % 3 == 0,
    lambda i, j: (i + j) % 3 == 0,
    lambda i, j: (i // 2 + j // 3) % 2 == 0,
    lambda i, j: i * j % 2 + i * j % 3 == 0,
    lambda i, j: (i * j % 2 + i * j % 3) % 2 == 0,
    lambda i, j: (i * j % 3 + (i + j) % 2) % 2 == 0,
)

#: light modules between two rows of the number: four on each side, as a finder-like pattern asks for
_BETWEEN = 8

Matrix = Sequence[Sequence[bool | None]]


def best_mask(matrix: Matrix, blank: Matrix, formats: Sequence[tuple[int, int]]) -> int:
    """Choose the mask of a symbol that was made with mask 0.

    `blank` is its version without data: None where data stands. `formats` is its format information for
    each mask (`format_numbers`).
    """
    side = len(matrix)
    forms = _format_places(side)
    dark, data = _two_ways(matrix), _two_ways([[m is None for m in row] for row in blank])

    def penalty(mask: int) -> int:
        ways = []
        for way in (0, 1):
            turned = dark[way] ^ (data[way] & (_pattern(mask, side)[way] ^ _pattern(0, side)[way]))
            ways.append(turned & ~forms[way] | formats[mask][way])
        return _runs(ways[0], side) + _runs(ways[1], side) + _blocks(ways[0], side) + _balance(ways[0], side)

    return min(range(len(_MASKS)), key=penalty)


def format_numbers(symbols: Sequence[Matrix]) -> tuple[tuple[int, int], ...]:
    """The format information of symbols of one version."""
    places = _format_places(len(symbols[0]))
    numbers = (_two_ways(symbol) for symbol in symbols)
    return tuple((rows & places[0], columns & places[1]) for rows, columns in numbers)


@cache
def _format_places(side: int) -> tuple[int, int]:
    """Where format information stands (ISO/IEC 18004, 7.9), the dark module with it."""
    near, far = {*range(9)} - {6}, range(side - 8, side)
    places = [
        [(i == 8 and (j in near or j in far)) or (j == 8 and (i in near or i in far)) for j in range(side)]
        for i in range(side)
    ]
    return _two_ways(places)


def _two_ways(rows: Matrix) -> tuple[int, int]:
    """By rows, and by columns."""
    return _number(rows), _number(list(zip(*rows, strict=True)))


def _number(rows: Matrix) -> int:
    """All rows as one number, light modules between them."""
    between = "0" * _BETWEEN
    return int(between.join("".join("1" if m else "0" for m in row) for row in rows) + between[:4], 2)


@cache
def _pattern(mask: int, side: int) -> tuple[int, int]:
    """Which modules a mask turns."""
    rule = _MASKS[mask]
    return _two_ways([[rule(i, j) for j in range(side)] for i in range(side)])


@cache
def _inside(side: int) -> int:
    return _number([[True] * side] * side)


def _runs(symbol: int, side: int) -> int:
    """Five or more alike in a row: 3, 1 for each more; 1:1:3:1:1 beside four light modules: 40."""
    inside = _inside(side)
    same = ~(symbol ^ symbol >> 1) & inside & inside >> 1
    five = same & same >> 1 & same >> 2 & same >> 3
    runs = five.bit_count() + 2 * (five & ~(five >> 1)).bit_count()
    light = ~symbol
    finder = symbol & light >> 1 & symbol >> 2 & symbol >> 3 & symbol >> 4 & light >> 5 & symbol >> 6
    after = light >> 7 & light >> 8 & light >> 9 & light >> 10
    before = light << 1 & light << 2 & light << 3 & light << 4
    return runs + 40 * ((finder & after).bit_count() + (finder & before).bit_count())


def _blocks(symbol: int, side: int) -> int:
    """Two by two alike: 3."""
    inside, pitch = _inside(side), side + _BETWEEN
    same = ~(symbol ^ symbol >> 1) & inside & inside >> 1
    level = ~(symbol ^ symbol >> pitch) & inside & inside >> pitch
    return 3 * (same & level & level >> 1).bit_count()


def _balance(symbol: int, side: int) -> int:
    """Each five hundredths off one half dark: 10."""
    return 10 * int(abs(symbol.bit_count() / (side * side) - 0.5) * 20)
