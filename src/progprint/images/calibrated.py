"""Primaries, white and gammas of a space of colours -> an ICC profile of it (ICC.1:2001-04)."""

from __future__ import annotations

import struct
from typing import NamedTuple

#: white of the profiles' connection space (ICC.1, 7.2.16)
D50 = (0.9642, 1.0, 0.8249)
#: Bradford's cones (ICC.1:2010, annex E)
BRADFORD = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))
BACK = (
    (0.9869929, -0.1470543, 0.1599627),
    (0.4323053, 0.5183603, 0.0492912),
    (-0.0085287, 0.0400428, 0.9684867),
)

Triple = tuple[float, float, float]


class Calibrated(NamedTuple):
    """A space of three colours by their XYZ (ISO 32000-1, 8.6.5.3)."""

    white: Triple
    red: Triple
    green: Triple
    blue: Triple
    gamma: Triple


def profile_of(space: Calibrated) -> bytes:
    """Write the space as a profile of a screen."""
    name = b"calibrated\0"
    described = b"desc" + bytes(4) + struct.pack(">I", len(name)) + name + bytes(4 + 4 + 2 + 1 + 67)
    tags = [
        (b"desc", described), (b"cprt", b"text" + bytes(4) + b"none\0"), (b"wtpt", _xyz(D50)),
        *((key, _xyz(_adapted(colour, space.white)))
          for key, colour in ((b"rXYZ", space.red), (b"gXYZ", space.green), (b"bXYZ", space.blue))),
        *((key, b"curv" + bytes(4) + struct.pack(">IH", 1, min(max(round(gamma * 256), 1), 65535)))
          for key, gamma in zip((b"rTRC", b"gTRC", b"bTRC"), space.gamma, strict=True)),
    ]  # fmt: skip
    at = 128 + 4 + 12 * len(tags)
    table, data = struct.pack(">I", len(tags)), b""
    for key, value in tags:
        padded = value + bytes(-len(value) % 4)
        table += key + struct.pack(">II", at + len(data), len(value))
        data += padded
    size = 128 + len(table) + len(data)
    head = struct.pack(">I4sI4s4s4s", size, b"none", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    date = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    rest = b"acsp" + bytes(4 + 4 + 4 + 4 + 8 + 4) + b"".join(_fixed(value) for value in D50)
    return (head + date + rest).ljust(128, b"\0") + table + data


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(min(max(value, -100.0), 100.0) * 65536))


def _xyz(colour: Triple) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(_fixed(value) for value in colour)


def _adapted(colour: Triple, white: Triple) -> Triple:
    """A colour seen under one white as it looks under D50."""
    cones, wanted, seen = _times(BRADFORD, white), _times(BRADFORD, D50), _times(BRADFORD, colour)
    scaled = tuple(s * w / (c or 1.0) for s, w, c in zip(seen, wanted, cones, strict=True))
    return _times(BACK, (scaled[0], scaled[1], scaled[2]))


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three
