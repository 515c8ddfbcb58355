"""Sheets as pictures -> the book that folding or cutting them gives, and the numbers that are read on its pages.

Nothing here knows how pages were imposed: a sheet is what pdfium draws and the boxes of its page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import zxingcpp
from folded import Leaf, fold_up
from PIL import Image

#: ink is where a picture is darker: the thin parts of letters are grey
DARK = 180
#: what digits are brought to before they are compared
TEMPLATE = (12, 16)


class Raster(NamedTuple):
    """One face of a sheet."""

    picture: Image.Image
    #: what the cuts leave: left, top, right, foot in pixels
    trim: tuple[float, float, float, float]
    #: pixels of a point: pdfium draws a whole number of pixels across a sheet, and stretches it a little
    scale: tuple[float, float] = (1.0, 1.0)


class Cut(NamedTuple):
    """A page as it lies on the paper."""

    picture: Image.Image
    turned: bool = False


def rasters(file: Path, dpi: float) -> list[Raster]:
    """Draw all sides in grey."""
    with pikepdf.open(file) as pdf:
        boxes = [[float(value) for value in page.trimbox] for page in pdf.pages]
    made = []
    with pypdfium2.PdfDocument(file) as document:
        for page, (left, foot, right, head) in zip(document, boxes, strict=True):
            height = page.get_height()
            bitmap = page.render(scale=dpi / 72, grayscale=True)
            x, y = bitmap.width / page.get_width(), bitmap.height / height
            made.append(Raster(
                bitmap.to_pil().convert("L"), (left * x, (height - head) * y, right * x, (height - foot) * y), (x, y)))
            bitmap.close()
            page.close()
    return made


def cells(raster: Raster, columns: int, rows: int) -> dict[tuple[int, int], Cut]:
    """Cut a face into its pages."""
    left, top, right, foot = raster.trim
    width, height = (right - left) / columns, (foot - top) / rows
    return {
        (column, row): Cut(raster.picture.crop(tuple(map(round, (
            left + column * width, top + row * height, left + (column + 1) * width, top + (row + 1) * height)))))
        for row in range(rows) for column in range(columns)
    }  # fmt: skip


def leaves(front: Raster, back: Raster, columns: int, rows: int) -> dict[tuple[int, int], Leaf[Cut]]:
    """The leaves of a sheet that was turned over like a page, by their place on the front."""
    behind = cells(back, columns, rows)
    return {
        (column, row): Leaf(face, behind[columns - 1 - column, row])
        for (column, row), face in cells(front, columns, rows).items()
    }


def folded_pages(front: Raster, back: Raster, columns: int, rows: int, *, right_bound: bool = False) -> list[Image.Image]:
    """Fold a sheet; give its pages as one sees them leafing through it."""
    stacks = {}
    for (column, row), leaf in leaves(front, back, columns, rows).items():
        # the front lies down
        place = columns - 1 - column
        stacks[columns - 1 - place if right_bound else place, row] = [Leaf(leaf.down, leaf.up)]
    return [
        cut.picture.rotate(180) if leaf.turned else cut.picture
        for leaf in fold_up(stacks, columns, rows) for cut in (leaf.up, leaf.down)
    ]  # fmt: skip


# --- reading -------------------------------------------------------------------------------------


def code_on(picture: Image.Image) -> str:
    """What a telephone reads, if the page is held upright; else that it is not."""
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    return " ".join(code.text if abs(code.orientation) < 2 else f"turned {code.text}" for code in found) or "-"


class Digits:
    """Reads numbers set in one face."""

    def __init__(self, line: Image.Image) -> None:
        """`line` shows the digits from 0 to 9, and nothing else."""
        shapes = list(components(line))
        assert len(shapes) == 10, f"{len(shapes)} digits where there are ten"
        self._templates = [_normal(shape) for shape in shapes]

    def read(self, picture: Image.Image) -> str:
        """All digits from left to right."""
        return "".join(map(self._digit, components(picture)))

    def _digit(self, shape: Image.Image) -> str:
        seen = _normal(shape)
        away = [sum(abs(a - b) for a, b in zip(seen, template, strict=True)) for template in self._templates]
        best, second = sorted(away)[:2]
        assert best < 0.8 * second, "two digits look alike here; render at more pixels"
        return str(away.index(best))


def _normal(shape: Image.Image) -> bytes:
    """A shape at the size of templates; how wide it was is kept, for a 1 is narrow."""
    width, height = TEMPLATE
    drawn = Image.new("L", TEMPLATE, 255)
    drawn.paste(shape.resize((min(width, max(1, round(shape.width * height / shape.height))), height)), (0, 0))
    return drawn.tobytes()


def components(picture: Image.Image) -> Iterator[Image.Image]:
    """What is black and hangs together, from left to right."""
    width, height = picture.size
    left = {at for at, value in enumerate(picture.tobytes()) if value < DARK}
    boxes = []
    while left:
        front, box = [left.pop()], [width, height, 0, 0]
        while front:
            at = front.pop()
            y, x = divmod(at, width)
            box = [min(box[0], x), min(box[1], y), max(box[2], x), max(box[3], y)]
            near = {at + dy * width + dx for dy in (-1, 0, 1) for dx in (-1, 0, 1) if 0 <= x + dx < width} & left
            left -= near
            front += near
        boxes.append(box)
    for x1, y1, x2, y2 in sorted(boxes):
        yield picture.crop((x1, y1, x2 + 1, y2 + 1))


# --- measuring -----------------------------------------------------------------------------------


def middle_of_ink(picture: Image.Image, box: Sequence[float]) -> tuple[float, float]:
    """Where the ink within a box has its middle, in parts of a pixel: grey edges count by what they cover."""
    left, top, right, foot = map(round, box)
    part = picture.crop((left, top, right, foot))
    across = [255 - value / (foot - top) for value in _sums(part)]
    down = [255 - value / (right - left) for value in _sums(part.transpose(Image.Transpose.TRANSPOSE))]
    return left + _middle(across), top + _middle(down)


def _sums(part: Image.Image) -> list[int]:
    data, width = part.tobytes(), part.width
    return [sum(data[column::width]) for column in range(width)]


def _middle(weights: Sequence[float]) -> float:
    return sum((at + 0.5) * weight for at, weight in enumerate(weights)) / sum(weights)
