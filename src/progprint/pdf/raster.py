"""PDF file -> PNG pictures of its pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from progprint.images import write_png


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
