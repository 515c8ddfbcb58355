"""Written press files -> one small PDF of page pictures, to look at: the cover, then spreads lying open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from progprint.images import preview_sheet
from progprint.images.preview import PreviewSheet
from progprint.pdf import PdfPages, opened_pdf

Progress = Callable[[str, int, int], None]

#: dots an inch, the finest first: at 100 type of 8 pt is read, at 50 a page is known again
DOTS = (100.0, 75.0, 50.0)
#: bytes that most mailboxes take, the letter's own coding included
MOST_BYTES = 7_000_000


class Shown(NamedTuple):
    """A file to show."""

    file: Path
    #: what its sheets are called: interior, cover
    role: str
    #: its pages face each other, the first one alone
    facing: bool
    #: bound at the right
    right_bound: bool = False


def preview_pdf(shown: Sequence[Shown], title: str, progress: Progress | None = None) -> bytes:
    """Draw the pages without their bleed, small enough to be mailed. Raises BadInput."""
    made = b""
    for dots in DOTS:
        made = _written(_sheets(shown, dots, progress), title, dots)
        if len(made) <= MOST_BYTES:
            break
    return made


def _sheets(shown: Sequence[Shown], dots: float, progress: Progress | None) -> Iterator[PreviewSheet]:
    for each in shown:
        with opened_pdf(each.file) as pages:
            for numbers in _spreads(len(pages), each):
                yield _sheet(pages, numbers, each.role, dots)
                if progress is not None:
                    progress("preview", max(numbers), len(pages))


def _spreads(count: int, shown: Shown) -> Iterator[tuple[int, ...]]:
    """Numbers of the pages on each sheet, as they lie from the left; 0 where none does."""
    if not shown.facing:
        yield from ((number,) for number in range(1, count + 1))
        return
    for first in range(0, count + 1, 2):
        pair = tuple(number if number <= count else 0 for number in (first, first + 1))
        if any(pair):
            yield pair[::-1] if shown.right_bound else pair


def _sheet(pages: PdfPages, numbers: tuple[int, ...], role: str, dots: float) -> PreviewSheet:
    named = sorted(filter(None, numbers))
    which = f"page{'s' * (len(named) > 1)} {'-'.join(map(str, named))} of {len(pages)}"
    label = f"PREVIEW, NOT FOR PRINTING    {role}, {which}    {dots:.0f} dpi, colours of the screen"
    drawn = [pages.picture(number - 1, dots) if number else None for number in numbers]
    return preview_sheet(drawn, label, dots)


def _written(sheets: Iterator[PreviewSheet], title: str, dots: float) -> bytes:
    """A PDF of JPEG pictures."""
    import pikepdf

    pdf = pikepdf.new()
    for sheet in sheets:
        picture = pdf.make_stream(
            sheet.jpeg, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=sheet.width,
            Height=sheet.height, ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8,
            Filter=pikepdf.Name.DCTDecode,
        )
        size = sheet.width * 72 / dots, sheet.height * 72 / dots
        page = pdf.add_blank_page(page_size=size)
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=picture))
        page.Contents = pdf.make_stream(f"q {size[0]:.3f} 0 0 {size[1]:.3f} 0 0 cm /P Do Q".encode())
    pdf.docinfo["/Title"] = f"{title} (preview)"
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    out = BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()
