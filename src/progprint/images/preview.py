"""Pictures of pages -> one sheet of a preview: side by side, under a strip that says what it is not."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from progprint.images.bitmap import Bitmap

#: inches: height of the strip and of its letters, and what is left round the pages
STRIP, LETTERS, EDGE = 0.3, 0.13, 0.12
GROUND, WARNING, WHITE = (226, 226, 226), (176, 32, 32), (255, 255, 255)
#: of JPEG: type of 8 pt is read at 100 dpi, a spread of A5 takes 150 kB
QUALITY = 62


class PreviewSheet(NamedTuple):
    """A picture of one or two pages, packed as JPEG."""

    width: int
    height: int
    jpeg: bytes


def preview_sheet(pages: Sequence[Bitmap | None], label: str, dpi: float) -> PreviewSheet:
    """Lay pages beside each other; None leaves a page's room empty. `label` is of ASCII letters."""
    edge, strip = round(EDGE * dpi), round(STRIP * dpi)
    room = next(page for page in pages if page is not None)
    wide = sum((page or room).width for page in pages)
    high = max((page or room).height for page in pages)
    sheet = Image.new("RGB", (wide + 2 * edge, high + 2 * edge + strip), GROUND)
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((0, 0, sheet.width, strip - 1), fill=WARNING)
    font = _font(label, sheet.width - 2 * edge, dpi)
    draw.text((sheet.width / 2, strip / 2), label, WHITE, font, anchor="mm")
    x = edge
    for page in pages:
        if page is not None:
            sheet.paste(Image.frombytes("RGB", page[:2], page.pixels), (x, strip + edge))
        if x > edge:
            draw.line((x, strip + edge, x, strip + edge + high - 1), fill=GROUND)
        x += (page or room).width
    out = BytesIO()
    sheet.save(out, "JPEG", quality=QUALITY, optimize=True)
    return PreviewSheet(*sheet.size, out.getvalue())


def _font(label: str, room: float, dpi: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Letters as large as the strip allows, and the sheet's width."""
    size = LETTERS * dpi
    font = ImageFont.load_default(size)
    wide = font.getlength(label)
    return font if wide <= room else ImageFont.load_default(max(4.0, size * room / wide))
