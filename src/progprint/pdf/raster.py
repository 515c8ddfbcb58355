"""PDF file -> PNG pictures of its pages, and whether one of them shows colours."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from progprint.images import sheet_of, write_png

#: longer side of a page that is looked at for colours, in pixels: a logo of 10 mm in it is 15 pixels wide
LOOKED_AT = 400
#: greys that a converter or JPEG made of three colours are as far apart, of 255
GREY = 24


def is_coloured(name: str) -> bool:
    """Whether a page of a PDF file, `ads/bank.pdf#page=2`, shows colours; False where it cannot be drawn."""
    import pypdfium2

    sheet = sheet_of(name)
    if sheet is None:
        return False
    try:
        with pypdfium2.PdfDocument(sheet[0]) as document:
            page = document[sheet[1] - 1]
            bitmap = page.render(scale=LOOKED_AT / max(*page.get_size(), 1.0), prefer_bgrx=True)
            rows = bytes(bitmap.buffer)
            bitmap.close()
            page.close()
    except (pypdfium2.PdfiumError, OSError, ValueError, IndexError):
        return False
    blue, green, red = (rows[plate::4] for plate in range(3))
    return any(max(one) - min(one) > GREY for one in zip(blue, green, red, strict=True))


def render_pages(
    file: Path, folder: Path, dpi: float = 150, pages: tuple[int, int] | None = None, *,
    trimmed: bool = False, names: Sequence[str] = (),
) -> list[Path]:
    """Write a picture of each page (first to last, from 1, both included) as `page-001.png` into `folder`.

    `trimmed` leaves the bleed away; `names` are other names than `page-001`, ... Raises OSError.
    """
    import pypdfium2

    folder.mkdir(parents=True, exist_ok=True)
    written = []
    with pypdfium2.PdfDocument(file) as document:
        start, last = pages or (1, len(document))
        for index in range(max(start, 1) - 1, min(last, len(document))):
            page = document[index]
            if trimmed:
                page.set_cropbox(*page.get_trimbox())
            bitmap = page.render(scale=dpi / 72, rev_byteorder=True)
            target = folder / f"{names[index] if names else f'page-{index + 1:03d}'}.png"
            size = (bitmap.width, bitmap.height)
            write_png(target, size, bytes(bitmap.buffer), stride=bitmap.stride, dpi=dpi)
            written.append(target)
            bitmap.close()
            page.close()
    return written
