"""Small pictures of pages -> contact sheets: spreads in rows, folios beneath."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from progprint.images.bitmap import Bitmap

#: pixels between spreads and round the sheet, and height of a folio's line
SPACE, FOLIO = 22, 24
#: of the folios, in pixels
SIZE = 14
GROUND, INK = (226, 226, 226), (70, 70, 70)
#: a sheet is looked at as a whole on a screen: at most so many pixels wide, and so many rows of spreads
MOST_WIDTH, MOST_ROWS = 2200, 6


class Shown(NamedTuple):
    """One page on a contact sheet."""

    folio: str
    picture: Bitmap


#: what lies side by side; None where the cover faces nothing
Facing = tuple[Shown | None, ...]


def write_contact_sheets(target: Path, spreads: Sequence[Facing]) -> list[Path]:
    """Write spreads as `target`; when they are too many for one look, as `target`-1, -2 and so on."""
    width = max((page.picture.width for spread in spreads for page in spread if page), default=1)
    height = max((page.picture.height for spread in spreads for page in spread if page), default=1)
    slots = max(map(len, spreads), default=1)
    across = max(1, (MOST_WIDTH - SPACE) // (slots * width + SPACE))
    sheets = -(-len(spreads) // (across * MOST_ROWS)) or 1
    # as many rows on each sheet as on the others
    many = -(-len(spreads) // (across * sheets)) * across or 1
    parts = [spreads[start : start + many] for start in range(0, len(spreads), many)]
    names = [target][: len(parts)] if len(parts) <= 1 else list(_numbered(target, len(parts)))
    for name, part in zip(names, parts, strict=True):
        sheet = _sheet(part, (slots, width, height), min(across, len(part)))
        sheet.save(name, "PNG", compress_level=6)
    return names


def _numbered(target: Path, count: int) -> Iterator[Path]:
    return (target.with_name(f"{target.stem}-{number}{target.suffix}") for number in range(1, count + 1))


def _sheet(spreads: Sequence[Facing], cell: tuple[int, int, int], across: int) -> Image.Image:
    slots, width, height = cell
    rows = -(-len(spreads) // across)
    step, down = slots * width + SPACE, height + FOLIO + SPACE // 2
    sheet = Image.new("RGB", (across * step + SPACE, rows * down + SPACE), GROUND)
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(SIZE)
    for number, spread in enumerate(spreads):
        left, top = SPACE + number % across * step, SPACE + number // across * down
        for slot, page in enumerate(spread):
            if page is None:
                continue
            x = left + slot * width
            picture = Image.frombytes("RGB", page.picture[:2], page.picture.pixels)
            sheet.paste(picture, (x, top))
            place = (x + picture.width / 2, top + height + FOLIO / 2)
            draw.text(place, page.folio, fill=INK, font=font, anchor="mm")
    return sheet
