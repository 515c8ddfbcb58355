"""The preview: pictures of spreads, marked as such, small."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from progprint.press import preview
from progprint.press.preview import Shown, preview_pdf


def sheets(data: bytes) -> list[tuple[float, float]]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return [(float(p.mediabox[2]), float(p.mediabox[3])) for p in pdf.pages]


def picture(data: bytes, number: int) -> Image.Image:
    with pypdfium2.PdfDocument(data) as document:
        return document[number].render(scale=1).to_pil().convert("RGB")


def test_pages_lie_as_in_the_open_book(good: Path) -> None:
    made = preview_pdf((Shown(good, "book", facing=True),), "Festival")
    # 4 pages: 1 alone, 2-3, 4 alone
    assert len(sheets(made)) == 3 and len(set(sheets(made))) == 1
    first, last = picture(made, 0), picture(made, 2)
    left, right = (first.width // 4, first.height // 2), (first.width * 3 // 4, first.height // 2)
    assert first.getpixel(right) == last.getpixel(left) == (255, 255, 255)
    assert first.getpixel(left) == last.getpixel(right) != (255, 255, 255)


def test_a_book_bound_at_the_right_opens_the_other_way(good: Path) -> None:
    made = preview_pdf((Shown(good, "book", facing=True, right_bound=True),), "Festival")
    first = picture(made, 0)
    assert first.getpixel((first.width // 4, first.height // 2)) == (255, 255, 255)


def test_loose_sheets_lie_alone(good: Path) -> None:
    assert len(sheets(preview_pdf((Shown(good, "pages", facing=False),), "Festival"))) == 4


def test_each_sheet_says_in_red_what_it_is_not(good: Path) -> None:
    made = preview_pdf((Shown(good, "book", facing=True),), "Festival")
    for number in range(3):
        shown = picture(made, number)
        red, green, blue = shown.getpixel((4, 4))  # type: ignore[misc]
        assert red > 150 and green < 70 and blue < 70
        strip = shown.crop((0, 0, shown.width, 20))
        assert max(band[1] for band in strip.getextrema()[1:]) > 200, "no letters on the strip"  # type: ignore[index]
    with pikepdf.open(BytesIO(made)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Festival (preview)"


def test_the_same_files_give_the_same_bytes(good: Path) -> None:
    shown = (Shown(good, "book", facing=True),)
    assert preview_pdf(shown, "節目") == preview_pdf(shown, "節目")


def test_a_long_book_becomes_coarser_until_it_can_be_mailed(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = (Shown(good, "book", facing=True),)
    fine = preview_pdf(shown, "Festival")
    monkeypatch.setattr(preview, "MOST_BYTES", len(fine) - 1)
    coarse = preview_pdf(shown, "Festival")
    assert len(coarse) < len(fine)
    assert sheets(coarse)[0] == pytest.approx(sheets(fine)[0], abs=1.5), "pages keep their size"
