"""Areas that carry more ink than the paper takes are told with their swatch."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from progprint.checks import check_inks
from progprint.design import read_layout
from progprint.geom import Rect
from progprint.pages.types import Booklet, FillMark, Mark, Page
from progprint.style import Blend, Ink

HEAVY, LIGHT = Ink(1, 1, 0.6, 0.6, "night"), Ink(1, 0.8, 0.6, 0.6, "dusk")
AREA = Rect(0, 0, 50, 50)


def found(folder: Path, *marks: Mark, limit: float = 3.0) -> list[tuple[str, int, str]]:
    swatches = "swatches:\n  night: {cmyk: [100, 100, 60, 60]}\n  dusk: {cmyk: [100, 80, 60, 60]}\n"
    (folder / "own.yaml").write_text(f"extends: booklet\n{swatches}", "utf-8")
    design, _ = read_layout(folder / "own.yaml")
    assert design is not None
    page = Page(1, "7", "recto", (420, 595), tuple(marks))
    book = Booklet((page, replace(page, number=2)), {}, (), "t", "en", 8.5, "saddle")
    return [(f.code, f.source.line, f.message) for f in check_inks(book, design, limit)]


def test_a_heavy_swatch_is_told_once_with_its_place(tmp_path: Path) -> None:
    ((code, line, message),) = found(tmp_path, FillMark(AREA, HEAVY), FillMark(AREA, HEAVY))
    assert (code, line) == ("total-ink", 3)
    assert message == "the swatch `night` lays 320 % of ink in an area of page 7; the press takes 300 %"


def test_at_the_limit_is_in_order_and_the_limit_is_the_presss(tmp_path: Path) -> None:
    assert found(tmp_path, FillMark(AREA, LIGHT)) == []
    assert [line for _, line, _ in found(tmp_path, FillMark(AREA, LIGHT), limit=2.8)] == [4]


def test_the_end_of_a_gradient_counts_and_small_areas_and_hatching_do_not(tmp_path: Path) -> None:
    assert len(found(tmp_path, FillMark(AREA, LIGHT._replace(blend=Blend(HEAVY))))) == 1
    assert found(tmp_path, FillMark(Rect(0, 0, 9, 9), HEAVY), FillMark(AREA, HEAVY, "hatched")) == []
