"""Reader's spreads and contact sheets, read back with programs that are not the writer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from progprint.geom import Rect
from progprint.pages.types import FillMark, LinkMark, Page
from progprint.pdf import PdfOptions, PdfReport, render_pages, write_contact, write_pdf
from progprint.pdf.spreads import spreads_of
from progprint.style import Ink

RED, BLUE = Ink(0, 1, 1, 0, "red"), Ink(1, 0.6, 0, 0, "blue")


def page(number: int, side: str) -> Page:
    return Page(number, str(number), side, (420.0, 595.0), ())


def filled(ink: Ink) -> tuple[FillMark, ...]:
    """A page filled over its bleed on all sides."""
    return (FillMark(Rect(-8.5, -8.5, 437, 612), ink),)


@pytest.fixture
def written(tmp_path: Path, faces: Any, booklet_of: Any, setter: Any, options: Callable[..., PdfOptions]) -> PdfReport:
    link = LinkMark(Rect(100, 100, 50, 20), "ref:a")
    bodies = ((setter.line("cover"),), (*filled(RED), setter.line("left")), (*filled(BLUE), setter.line("right"), link), ())
    booklet = booklet_of(*bodies, refs={"a": 3})
    return write_pdf(booklet, faces, tmp_path / "spreads.pdf", options(spreads=True, purpose="screen"))


def test_pages_lie_as_they_open() -> None:
    pages = [page(1, "recto"), page(2, "verso"), page(3, "recto"), page(4, "verso"), page(7, "recto"), page(8, "recto")]
    numbers = [[p.number for p in spread] for spread in spreads_of(pages)]
    assert numbers == [[1], [2, 3], [4], [7], [8]]


def test_a_spread_is_two_pages_wide_and_has_no_bleed(written: PdfReport) -> None:
    with pikepdf.open(written.file) as document:
        boxes = [[float(v) for v in p.MediaBox] for p in document.pages]
        assert boxes == [[0, 0, 420, 595], [0, 0, 840, 595], [0, 0, 420, 595]]
        assert document.check_pdf_syntax() == []
        assert [str(document.Root.PageLabels.Nums[n].P) for n in (1, 3, 5)] == ["1", "2–3", "4"]
    assert [[p.number for p in sheet] for sheet in written.sheets] == [[1], [2, 3], [4]]
    assert written.pages == 4


def test_neither_page_reaches_over_the_other(written: PdfReport) -> None:
    with pypdfium2.PdfDocument(written.file) as document:
        image = document[1].render().to_pil().convert("RGB")
        left, right = image.getpixel((418, 300)), image.getpixel((422, 300))
        assert left[0] > 180 > 100 > left[2] and right[2] > 120 > 100 > right[0]
        text = document[1].get_textpage().get_text_range()
        assert text.index("left") < text.index("right")


def test_links_stand_and_lead_where_their_page_lies(written: PdfReport) -> None:
    with pikepdf.open(written.file) as document:
        (link,) = document.pages[1].Annots
        assert [float(v) for v in link.Rect] == [520, 475, 570, 495]
        assert link.Dest[0].objgen == document.pages[1].objgen


def test_the_kept_drawings_serve_both(
    tmp_path: Path, faces: Any, booklet_of: Any, setter: Any, options: Callable[..., PdfOptions]
) -> None:
    from progprint.cache import open_cache

    booklet = booklet_of((setter.line("one"),), (setter.line("two"),))
    with open_cache(tmp_path) as cache:
        plain = write_pdf(booklet, faces, tmp_path / "plain.pdf", options(cache=cache))
        again = write_pdf(booklet, faces, tmp_path / "spreads.pdf", options(cache=cache, spreads=True))
    assert (plain.reused, again.reused) == (0, 2)


def test_pictures_of_spreads_have_the_names_of_both(written: PdfReport, tmp_path: Path) -> None:
    names = ["page-001", "page-002-003", "page-004"]
    files = render_pages(written.file, tmp_path / "png", dpi=36, names=names)
    assert [f.stem for f in files] == names


def test_a_contact_sheet_shows_spreads_in_rows(
    tmp_path: Path, faces: Any, booklet_of: Any, options: Callable[..., PdfOptions]
) -> None:
    report = write_pdf(booklet_of(filled(RED), filled(BLUE), filled(RED)), faces, tmp_path / "a.pdf", options())
    (file,) = write_contact(report.file, tmp_path / "new" / "contact.png", report.sheets)
    with Image.open(file) as image:
        # two spreads side by side; the cover on the right of its own
        assert image.size == (2 * 2 * 170 + 3 * 22, 240 + 24 + 11 + 22)
        assert image.getpixel((22 + 80, 100)) == (226, 226, 226)
        assert image.getpixel((22 + 169 + 80, 100))[0] > 200 > image.getpixel((22 + 169 + 80, 100))[2]
        assert image.getpixel((22 + 360 + 80, 100))[2] > 120


def test_many_pages_go_on_several_sheets_of_equal_rows(
    tmp_path: Path, faces: Any, booklet_of: Any, options: Callable[..., PdfOptions]
) -> None:
    report = write_pdf(booklet_of(*((),) * 80), faces, tmp_path / "a.pdf", options())
    files = write_contact(report.file, tmp_path / "c.png", report.sheets)
    assert [f.name for f in files] == ["c-1.png", "c-2.png"]
    sizes = []
    for file in files:
        with Image.open(file) as image:
            sizes.append(image.size)
    assert sizes == [(2194, 4 * 275 + 22), (2194, 3 * 275 + 22)]


def test_a_file_of_spreads_is_shown_as_it_is(written: PdfReport, tmp_path: Path) -> None:
    (file,) = write_contact(written.file, tmp_path / "c.png", written.sheets)
    with Image.open(file) as image:
        assert image.size == (3 * 339 + 4 * 22, 240 + 24 + 11 + 22)
