"""PDF files whose pages show their numbers, as strangers make them; and where the numbers stand afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
import qrcode

from progprint.geom import mm

A5 = (mm(148), mm(210))
#: of the number's baseline, from the trim's left foot: points
AT = (40.0, 30.0)
#: middle of the code above the middle of the page, and side of a module: points
CODE, MODULE = 40.0, 2.0
#: from corner to corner of the diamond in the middle of the page, points: pdfium moves squares to whole pixels
DIAMOND = 12.0


def numbered(
    file: Path, pages: int, size: tuple[float, float] = A5, *, bleed: float = mm(3), turn: int = 0, unit: float = 1.0,
    change: Any = None, coded: bool = False,
) -> Path:
    """Write pages with `1`, `2` ... at `AT` on a tint that fills the bleed. `change(pdf)` breaks or adds what a test needs.

    With `coded` the paper is white, the number stands in a code, too, and a black diamond in the middle.
    """
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica))
        width, height = (side / unit for side in (size if turn in (0, 180) else size[::-1]))
        edge = bleed / unit
        for number in range(1, pages + 1):
            x, y = upright_to_page(AT[0] / unit, AT[1] / unit, width, height, turn)
            c, s = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[turn]
            drawn = (f"{0.3 * (number % 2)} 0 0 0 k 0 0 {width + 2 * edge} {height + 2 * edge} re f 0 0 0 1 k "
                     f"BT /F {12 / unit} Tf {c} {s} {-s} {c} {x + edge} {y + edge} Tm ({number}) Tj ET")
            if coded:
                middle = (width / 2 + edge, height / 2 + edge)
                drawn = drawn[drawn.index("f 0 0 0 1 k") + 2 :] + "".join(black(number, *middle))
            page = pikepdf.Dictionary(
                Type=pikepdf.Name.Page, MediaBox=[0, 0, width + 2 * edge, height + 2 * edge],
                TrimBox=[edge, edge, width + edge, height + edge],
                Contents=pdf.make_stream(drawn.encode()),
                Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font)))
            if turn:
                page.Rotate = turn
            if unit != 1.0:
                page.UserUnit = unit
            pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
        if change is not None:
            change(pdf)
        pdf.save(file)
    return file


def black(number: int, x: float, y: float) -> Iterator[str]:
    """The operators of a code and of a diamond round (x, y)."""
    symbol = qrcode.QRCode(border=0)
    symbol.add_data(str(number))
    rows = symbol.get_matrix()
    left, head = x - len(rows) * MODULE / 2, y + CODE + len(rows) * MODULE / 2
    for row, modules in enumerate(rows):
        for column, dark in enumerate(modules):
            if dark:
                yield f" {left + column * MODULE} {head - (row + 1) * MODULE} {MODULE} {MODULE} re"
    half = DIAMOND / 2
    yield f" f {x - half} {y} m {x} {y + half} l {x + half} {y} l {x} {y - half} l f"


def upright_to_page(x: float, y: float, width: float, height: float, turn: int) -> tuple[float, float]:
    """A point seen on the turned page (from its left foot) in the page's own space."""
    return {0: (x, y), 90: (width - y, x), 180: (width - x, height - y), 270: (y, height - x)}[turn]


class Seen(NamedTuple):
    """A number found on a sheet: points, y down, the middle of its box."""

    page: int
    x: float
    y: float


def numbers_on(file: Path) -> list[list[Seen]]:
    """For each side what pdfium reads on it."""
    sides = []
    with pypdfium2.PdfDocument(file) as document:
        for page in document:
            text = page.get_textpage()
            found = []
            for at in range(text.count_rects()):
                left, foot, right, head = text.get_rect(at)
                word = text.get_text_bounded(left - 0.5, foot - 0.5, right + 0.5, head + 0.5).strip()
                if word.isdigit():
                    found.append(Seen(int(word), (left + right) / 2, page.get_height() - (foot + head) / 2))
            sides.append(found)
            text.close()
            page.close()
    return sides
