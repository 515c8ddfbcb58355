"""One cell of a pattern -> it again and again, and pictures seen through a matrix."""

from __future__ import annotations

from PIL import Image

Matrix = tuple[float, float, float, float, float, float]


def tiled(cell: Image.Image, columns: int, rows: int) -> Image.Image:
    """A cell side by side and under itself."""
    wide, high = cell.size
    line = Image.new("L", (wide * columns, high))
    for column in range(columns):
        line.paste(cell, (column * wide, 0))
    made = Image.new("L", (wide * columns, high * rows))
    for row in range(rows):
        made.paste(line, (0, row * high))
    return made


def seen_through(picture: Image.Image, matrix: Matrix, size: tuple[int, int]) -> Image.Image:
    """The pixels of a picture at which a matrix of the new ones' places ends."""
    a, b, c, d, e, f = matrix
    return picture.transform(size, Image.Transform.AFFINE, (a, c, e, b, d, f), Image.Resampling.NEAREST)


def shrunk(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A picture averaged to a size."""
    return picture if picture.size == size else picture.resize(size, Image.Resampling.BOX)
