"""CCITT fax lines inside a file -> a picture of 1 bit, by way of the TIFF that they would be in."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import NamedTuple

from PIL import Image

from progprint.images.opening import DAMAGE

#: pixels of one picture: A3 at 1200 dpi has 280 million, 35 MB
MOST_PIXELS = 400_000_000


class Fax(NamedTuple):
    """How lines were packed (ISO 32000-1, table 11)."""

    #: below 0 group 4, 0 group 3 line by line, above 0 group 3 in two dimensions
    kind: int
    columns: int
    rows: int
    #: 1 is black, not 0
    black_is_1: bool


def picture_of_fax(data: bytes, size: tuple[int, int], fax: Fax) -> Image.Image | None:
    """Unpack lines as samples; None when they are damaged."""
    from PIL.TiffImagePlugin import TiffImageFile

    wide, high = fax.columns, fax.rows or size[1]
    if (wide, high) != size or not 0 < wide * high <= MOST_PIXELS:
        return None
    entries = [
        (256, 4, wide), (257, 4, high), (258, 3, 1), (259, 3, 4 if fax.kind < 0 else 3), (262, 3, 0),
        (273, 4, 0), (277, 3, 1), (278, 4, high), (279, 4, len(data)),
        *([] if fax.kind < 0 else [(292, 4, 1 if fax.kind else 0)]),
    ]  # fmt: skip
    start = 8 + 2 + 12 * len(entries) + 4
    head = struct.pack("<2sHIH", b"II", 42, 8, len(entries))
    for tag, kind, value in entries:
        head += struct.pack("<HHII", tag, kind, 1, start if tag == 273 else value)
    try:
        image = TiffImageFile(BytesIO(head + bytes(4) + data))
        image.load()
    except (*DAMAGE, MemoryError):
        return None
    # Pillow has white for 1; so have the samples, unless they say otherwise
    light = image.convert("L")
    return light.point([255 - value for value in range(256)]) if fax.black_is_1 else light
