"""PDF page -> its plates as three programs see them: our preflight, pdf_oxide, Ghostscript's tiffsep.

Each gives a picture of 36 dpi for each ink, 255 full ink. The others draw four times as fine, and are averaged.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
from PIL import Image, ImageFilter

from progprint.geom import Rect
from progprint.images import raster_of
from progprint.press.preflight.drawn import Painted
from progprint.press.preflight.fonts import Fonts
from progprint.press.preflight.interpret import Allowance
from progprint.press.preflight.operators import painted
from progprint.press.preflight.plates import Separating
from progprint.press.preflight.plates.laying import Laying
from progprint.press.preflight.sheet import Sheet, read_sheet
from progprint.press.profile import Profile

#: dpi of our plates, and of those of others before they are averaged
COARSE, FINE = 36, 144
#: colours are converted as we do
GHOSTSCRIPT = ("-dNOPAUSE", "-dBATCH", "-dQUIET", "-dSAFER", "-sDEVICE=tiffsep", f"-r{FINE}", "-dRenderIntent=1",
               "-dBlackPtComp=1", "-dMaxSpots=12", "-dOverprint=/enable")

Plates = dict[str, Image.Image]


class Page(NamedTuple):
    """A page and what our preflight says it paints."""

    sheet: Sheet
    painted: Painted


class File(NamedTuple):
    path: Path
    pages: tuple[Page, ...]
    separating: Separating


def read(pdf: pikepdf.Pdf, path: Path) -> File:
    """Read a file as preflight does. The file stays open."""
    fonts, allowance, pages = Fonts(), Allowance(), []
    for number, page in enumerate(pdf.pages, 1):
        sheet = read_sheet(page.obj, number)
        marks = painted(page.obj, sheet.matrix, sheet.media, (fonts, number), allowance)
        pages.append(Page(sheet, marks))
    return File(path, tuple(pages), Separating(pdf.Root, Profile("test")))


def ours(file: File, number: int) -> tuple[Plates, set[str]]:
    """Our plates of a page's whole sheet, and what they do not know."""
    page = file.pages[number]
    media = page.sheet.media
    laying = Laying(raster_of(media.x, media.y, media.width, media.height), file.separating, page.painted.marks)
    plates = laying.lay()
    return dict(plates.bands), laying.unknown


@lru_cache(maxsize=4)
def _document(path: Path) -> Any:
    import pdf_oxide

    return pdf_oxide.PdfDocument(str(path))


def oxide(file: File, number: int, dpi: int = FINE) -> Plates:
    """pdf_oxide's plates."""
    found = {}
    for plate in _document(file.path).render_separations(number, dpi=dpi):
        found[plate.ink_name] = Image.frombytes("L", (plate.width, plate.height), bytes(plate.data))
    return found


def ghostscript() -> str | None:
    return shutil.which("gs")


def tiffsep(file: File, number: int, last: int | None = None) -> list[Plates]:
    """Ghostscript's plates of pages `number` to `last`, with the file's own printing condition."""
    program = ghostscript()
    assert program is not None
    with tempfile.TemporaryDirectory() as folder:
        intent = Path(folder, "intent.icc")
        intent.write_bytes(file.separating.press.profile)
        last = number if last is None else last
        command = [program, *GHOSTSCRIPT, f"--permit-file-read={folder}/",
                   f"-sOutputICCProfile={intent}", f"-sDefaultCMYKProfile={intent}",
                   f"-dFirstPage={number + 1}", f"-dLastPage={last + 1}", f"-sOutputFile={folder}/p%d.tif", str(file.path)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"Ghostscript cannot draw {file.path}: {(done.stdout + done.stderr)[-400:]}")
        return [_separated(Path(folder), at) for at in range(1, last - number + 2)]


def _separated(folder: Path, page: int) -> Plates:
    found = {}
    for path in sorted(folder.glob(f"p{page}(*).tif")):
        name = path.name[len(f"p{page}("):-len(").tif")]
        with Image.open(path) as image:
            found[name] = Image.eval(image.convert("L"), lambda value: 255 - value)
    return found


def coarse(plates: Plates) -> Plates:
    """Plates as fine as ours."""
    factor = FINE // COARSE
    return {ink: plate.reduce(factor) for ink, plate in plates.items()}


def most_ink(plates: Plates) -> float:
    """The highest total ink that a square of 2 mm has everywhere in it, as a share."""
    bands = list(plates.values())
    if not bands:
        return 0.0
    total = Image.new("I", bands[0].size)
    sums = [0] * (bands[0].width * bands[0].height)
    for band in bands:
        sums = [a + b for a, b in zip(sums, band.tobytes(), strict=True)]
    # a filter knows whole numbers up to 255: up to ten plates in steps of one in a hundred of a plate
    step = max(sums) / 255 or 1.0
    total = Image.frombytes("L", bands[0].size, bytes(int(value / step) for value in sums))
    return total.filter(ImageFilter.MinFilter(3)).getextrema()[1] * step / 255


def at_box(plates: Plates, sheet: Sheet, box: Rect, dpi: int, inset: float = 0.0) -> dict[str, int]:
    """The highest share of each ink, 0 to 255, within a box of the page."""
    scale = dpi / 72
    left, top = (box.x - sheet.media.x + inset) * scale, (box.y - sheet.media.y + inset) * scale
    right, bottom = (box.right - sheet.media.x - inset) * scale, (box.bottom - sheet.media.y - inset) * scale
    window = int(left), int(top), max(int(right), int(left) + 1), max(int(bottom), int(top) + 1)
    return {ink: plate.crop(window).getextrema()[1] for ink, plate in plates.items()}
