"""Payload -> QR symbol as merged black rectangles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from progprint.blocks.masks import best_mask, format_numbers
from progprint.blocks.types import Symbol
from progprint.cache import Cache
from progprint.diag import NOWHERE, Source
from progprint.geom import mm

if TYPE_CHECKING:
    from qrcode.main import QRCode

#: below this a module may not be read from an office print (facts: QR codes)
LEAST_MODULE_MM = 0.40
#: the whole symbol in a booklet
LEAST_SYMBOL_MM = 12.0
LEAST = (mm(LEAST_SYMBOL_MM), mm(LEAST_MODULE_MM))


def symbol(payload: str, kept: Cache, least: tuple[float, float] = LEAST, source: Source = NOWHERE) -> Symbol:
    """Make the QR code of a payload, error correction M, as small as its side and its modules may be.

    `least` is the side in points without the quiet zone, and a module's.
    """
    key = f"qr:1:{payload}"
    known = kept.get(key)
    matrix = _unpack(known) if known else _matrix(payload)
    if not known:
        kept.put(key, _pack(matrix))
    side = len(matrix)
    return Symbol(payload, side, merged(matrix), max(least[0], side * least[1]), source)


def _matrix(payload: str) -> list[list[bool]]:
    from qrcode.main import precomputed_qr_blanks

    code = _made(payload, 0, None)
    mask = best_mask(code.modules, precomputed_qr_blanks[code.version], _formats(code.version))
    if mask:
        code = _made(payload, mask, code.version)
    return [[bool(module) for module in row] for row in code.modules]


def _made(payload: str, mask: int, version: int | None) -> QRCode:
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code: QRCode = QRCode(version, error_correction=ERROR_CORRECT_M, border=0, mask_pattern=mask)
    code.add_data(payload)
    code.make(fit=version is None)
    return code


@cache
def _formats(version: int) -> tuple[tuple[int, int], ...]:
    """The format information of a version with each mask, read from symbols without a word."""
    return format_numbers([_made("", mask, version).modules for mask in range(8)])


def _pack(matrix: Sequence[Sequence[bool]]) -> bytes:
    return "\n".join("".join("01"[m] for m in row) for row in matrix).encode()


def _unpack(text: bytes) -> list[list[bool]]:
    return [[c == "1" for c in row] for row in text.decode().split("\n")]


def merged(matrix: Sequence[Sequence[bool]]) -> tuple[tuple[int, int, int, int], ...]:
    """Merge black modules into rectangles: runs of a row, joined downwards while they are alike.

    Fewer rectangles, and no hairlines between modules where a rasteriser rounds.
    """
    done: list[tuple[int, int, int, int]] = []
    growing: dict[tuple[int, int], tuple[int, int]] = {}
    for y, row in enumerate([*matrix, [False] * len(matrix)]):
        runs = _runs(row)
        for run in [r for r in growing if r not in runs]:
            top, height = growing.pop(run)
            done.append((run[0], top, run[1], height))
        for run in runs:
            top, height = growing.get(run, (y, 0))
            growing[run] = (top, height + 1)
    return tuple(sorted(done, key=lambda r: (r[1], r[0])))


def _runs(row: Sequence[bool]) -> set[tuple[int, int]]:
    """(start, length) of the black runs of one row."""
    runs: set[tuple[int, int]] = set()
    start = -1
    for x, black in enumerate([*row, False]):
        if black and start < 0:
            start = x
        elif not black and start >= 0:
            runs.add((start, x - start))
            start = -1
    return runs
