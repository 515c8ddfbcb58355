"""Marks in the waste: outside the bleed, on every plate, and the pages as they were."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from progprint.cache import open_cache
from progprint.geom import Rect, mm
from progprint.pages.types import FillMark
from progprint.pdf import Inks, PdfOptions, PdfReport, Printing, write_pdf
from progprint.pdf.marks import WASTE, Sheet, marks, patches
from progprint.style import Ink

RED = Ink(0, 0.9, 0.76, 0, "accent", "PANTONE 485 C")
KINDS = [Inks(), Inks("cmyk+spot", (RED,)), Inks("spot+k", (RED,)), Inks("k")]
Writer = Callable[..., PdfReport]


@pytest.fixture
def write(tmp_path: Path, faces: Any, options: Callable[..., PdfOptions]) -> Writer:
    def made(booklet: Any, kind: str, inks: Inks = KINDS[0], standard: str = "pdf-x-4", **more: Any) -> PdfReport:
        printing = Printing(standard, marks=kind, inks=inks)
        return write_pdf(booklet, faces, tmp_path / f"{kind}.pdf", options(printing=printing, **more))

    return made


@pytest.fixture
def body(setter: Any) -> Any:
    return (FillMark(Rect(-8.5, -8.5, 437, 612), RED), setter.line("words"))


def raster(file: Path, dpi: float = 144) -> Image.Image:
    with pypdfium2.PdfDocument(file) as document:
        return document[0].render(scale=dpi / 72).to_pil().convert("RGB")


@pytest.mark.parametrize("kind", ["crop", "all"])
def test_the_sheet_grows_and_trim_and_bleed_stay(write: Writer, booklet_of: Any, body: Any, kind: str) -> None:
    with pikepdf.open(write(booklet_of(body), kind).file) as document:
        page = document.pages[0]
        media, bleed, trim = ([float(v) for v in page[f"/{n}Box"]] for n in ("Media", "Bleed", "Trim"))
    waste = WASTE[kind]
    assert media == pytest.approx([0, 0, 437 + 2 * waste, 612 + 2 * waste], abs=0.001)
    assert bleed == pytest.approx([waste, waste, 437 + waste, 612 + waste], abs=0.001)
    assert trim == pytest.approx([waste + 8.5, waste + 8.5, waste + 428.5, waste + 603.5], abs=0.001)


@pytest.mark.parametrize("kind", ["crop", "all"])
def test_inside_the_bleed_nothing_changes(write: Writer, booklet_of: Any, body: Any, kind: str) -> None:
    # a millimetre is ten pixels, so both are drawn on one raster
    waste = {"crop": 80, "all": 130}[kind]
    plain, marked = (raster(write(booklet_of(body), k).file, 254) for k in ("off", kind))
    inside = marked.crop((waste, waste, waste + plain.width, waste + plain.height))
    apart = ImageChops.difference(plain, inside).convert("L").crop((1, 1, plain.width - 1, plain.height - 1))
    # the edges of letters fall a little otherwise on the renderer's pixels
    assert apart.reduce(8).getextrema()[1] < 30


@pytest.mark.parametrize("kind", ["crop", "all"])
def test_marks_stand_a_millimetre_from_the_bleed(write: Writer, booklet_of: Any, kind: str) -> None:
    seen = raster(write(booklet_of(()), kind).file, 288)
    scale, waste = 4, WASTE[kind]
    near = (waste - mm(1) + 0.3) * scale
    across, down = seen.size
    inner = seen.crop((round(near), round(near), across - round(near), down - round(near)))
    assert inner.getextrema() == ((255, 255),) * 3
    assert seen.getextrema() != ((255, 255),) * 3


@pytest.mark.parametrize("standard", ["pdf-x-4", "pdf-x-1a"])
@pytest.mark.parametrize("inks", KINDS, ids=lambda inks: str(inks.kind))
def test_marks_are_on_every_plate(write: Writer, booklet_of: Any, body: Any, inks: Inks, standard: str) -> None:
    oxide = pytest.importorskip("pdf_oxide")
    file = write(booklet_of(body), "all", inks, standard).file
    edge = WASTE["all"] + 8.5
    found = {p.ink_name: p for p in oxide.PdfDocument(str(file)).render_separations(0, dpi=288)}
    wanted = {"k": {"Black"}, "spot+k": {"Black", RED.spot}}.get(inks.kind, {"Cyan", "Magenta", "Yellow", "Black"})
    assert wanted <= set(found)
    for plate in found.values():
        row = int((WASTE["all"] - mm(3)) * 4)
        line = plate.data[row * plate.width : (row + 1) * plate.width]
        # the vertical crop marks at the head's left and right corner
        for x in (edge, edge + 420):
            assert max(line[int(x * 4) - 2 : int(x * 4) + 3]) > 100, plate.ink_name


def test_no_rgb_and_no_grey_in_marks() -> None:
    for inks in KINDS:
        words = set(marks(Sheet((420, 595), 8.5, WASTE["all"]), "all", inks).split())
        assert not words & {"rg", "RG", "g", "G", "sc", "SC"}
        assert "/All" in words and "0.25" in words


def test_the_bar_has_every_plate_and_stays_clear_of_the_marks() -> None:
    for inks in KINDS:
        for width in (210.0, 420.0, 700.0):
            sheet = Sheet((width, 300), 8.5, WASTE["all"])
            drawn = marks(sheet, "all", inks)
            boxes = [line.split()[-6:-2] for line in drawn.splitlines() if line.endswith(" re f")]
            assert len(boxes) == sum(map(len, patches(inks)))
            for x, y, w, h in (tuple(map(float, box)) for box in boxes):
                assert y >= sheet.edge + 300 + 8.5 + mm(1) and y + h <= 2 * sheet.edge + 300
                assert sheet.edge + mm(2) < x and x + w < sheet.edge + width - mm(2)
                assert abs(x + w / 2 - sheet.edge - width / 2) > w / 2 + mm(3.5)


@pytest.mark.parametrize("flaps", [0.0, 50.0, 90.0])
@pytest.mark.parametrize("spine", [0.0, 2.0, 4.5, 7.0, 12.0, 30.0])
@pytest.mark.parametrize("page", [105.0, 148.0, 235.0])
def test_no_mark_of_a_folded_sheet_touches_another(page: float, spine: float, flaps: float) -> None:
    x = sorted({flaps, flaps + page, flaps + page + spine, flaps + 2 * page + spine} - {0.0})
    width = 2 * (flaps + page) + spine
    folds = [mm(at) for at in x if at < width - 1]
    sheet = Sheet((mm(width), 300), 8.5, WASTE["all"], tuple(folds))
    drawn = marks(sheet, "all", KINDS[0]).splitlines()
    start = drawn.index("[3 2] 0 d")
    dashed = drawn[start + 1 : drawn.index("[] 0 d")]
    assert sorted({float(line.split()[0]) - sheet.edge for line in dashed}) == pytest.approx(folds, abs=0.01)
    crosses = [float(line.split()[0]) + mm(3.5) for line in drawn if line.endswith(" l S") and _is_level(line)]
    bar = [(float(b[0]), float(b[0]) + float(b[2])) for b in (x.split()[-6:] for x in drawn if x.endswith("re f"))]
    held = [at + sheet.edge for at in (0.0, *folds, mm(width))]
    spans = [(at - mm(3.5), at + mm(3.5)) for at in crosses] + bar
    assert len(crosses) == 2 * 2 + 2
    for left, right in spans:
        assert not any(left - mm(1) < at < right + mm(1) for at in held)
    apart = sorted({*spans[:4], *bar})
    assert all(one[1] <= other[0] + 0.01 for one, other in pairwise(apart))


def _is_level(line: str) -> bool:
    """The level arm of a registration mark."""
    x, y, _, end, down, *_ = line.split()
    return y == down and abs(abs(float(end) - float(x)) - mm(7)) < 0.1


def test_kept_pages_know_nothing_of_marks(write: Writer, booklet_of: Any, body: Any, tmp_path: Path) -> None:
    with open_cache(tmp_path) as cache:
        plain = write(booklet_of(body), "off", cache=cache).file.read_bytes()
        assert write(booklet_of(body), "all", cache=cache).reused == 1
        assert write(booklet_of(body), "off", cache=cache).file.read_bytes() == plain


def test_links_lie_over_their_words_when_there_are_marks(write: Writer, booklet_of: Any, setter: Any) -> None:
    page = (setter.line("site", x=100, y=100, link="https://example.org/"),)
    found = []
    for kind in ("off", "all"):
        with pikepdf.open(write(booklet_of(page), kind, purpose="screen").file) as document:
            found.append([float(v) for v in document.pages[0].Annots[0].Rect])
    assert found[1] == pytest.approx([v + WASTE["all"] for v in found[0]], abs=0.011)
