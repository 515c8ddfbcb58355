"""Pages of PDF files that show colours are told from those that do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from progprint.pdf import is_coloured


@pytest.mark.parametrize(
    ("colour", "shows"),
    [((0, 0, 0, 1), False), ((0, 0, 0, 0.3), False), ((0, 0.9, 0.8, 0), True), ((0.2, 0, 0, 0), True)],
)
def test_a_small_logo_in_colour_is_seen(tmp_path: Path, colour: tuple[float, ...], shows: bool) -> None:
    file = tmp_path / "bank.pdf"
    canvas = Canvas(str(file), (400, 600))
    canvas.drawString(40, 40, "black")
    canvas.showPage()
    canvas.setFillColorCMYK(*colour)
    canvas.rect(200, 300, 12, 12, stroke=0, fill=1)
    canvas.save()
    assert is_coloured(f"{file}#page=2") is shows
    assert is_coloured(f"{file}#page=1") is False


def test_what_cannot_be_drawn_shows_nothing(tmp_path: Path) -> None:
    (tmp_path / "torn.pdf").write_bytes(b"%PDF-1.4 torn")
    assert not any(map(is_coloured, (f"{tmp_path}/none.pdf", f"{tmp_path}/torn.pdf", "a.jpg")))
