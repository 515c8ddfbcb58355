"""Folios keep away from the trim, on the sides that are cut."""

from __future__ import annotations

from pathlib import Path

import pytest

from progprint.checks import check_folios
from progprint.design import find_layout, read_layout
from progprint.design.types import Design
from progprint.geom import Point, mm
from progprint.lines.types import Piece
from progprint.pages.types import Booklet, Page, TextMark
from progprint.press.profile import Limits
from progprint.style import BLACK

WIDTH, HEIGHT = mm(148), mm(210)


@pytest.fixture(scope="module")
def design() -> Design:
    layout = find_layout("booklet", Path())
    assert layout is not None
    found, _ = read_layout(layout)
    assert found is not None
    return found


def page(number: int, x: float, y: float, style: str = "folio") -> Page:
    """A page with figures of 10 pt, 12 pt wide, whose baseline begins there."""
    line = (Piece("F", 10.0, BLACK, 0.0, 12.0, "", "12"),)
    mark = TextMark(Point(x, y), line, "12", "en", style)
    return Page(number, str(number), "recto" if number % 2 else "verso", (WIDTH, HEIGHT), (), (mark,))


def told(design: Design, *pages: Page, binding: str = "saddle") -> list[str]:
    book = Booklet(pages, {}, (), "t", "en", 8.5, binding)
    found = list(check_folios(book, design, Limits().folio))
    assert {f.code for f in found} <= {"folio-near-trim"}
    return [f.message for f in found]


def test_a_folio_near_the_foot_is_told_once_with_the_nearest(design: Design) -> None:
    pages = [page(n, mm(70), HEIGHT - mm(low)) for n, low in ((3, 5), (4, 4), (5, 6))]
    assert told(design, *pages) == [
        "folios in style `folio` stand 4 mm from the trim on page 4 and 1 more; the press asks for 6 mm"
    ]


def test_figures_reach_up_from_their_baseline(design: Design) -> None:
    assert told(design, page(3, mm(70), mm(6) + 7)) == []
    assert len(told(design, page(3, mm(70), mm(6) + 6))) == 1


def test_the_fold_is_not_cut(design: Design) -> None:
    inner, outer = mm(5), WIDTH - mm(5) - 12
    assert told(design, page(3, inner, mm(100)), page(4, outer, mm(100))) == []
    assert len(told(design, page(3, outer, mm(100)), page(4, inner, mm(100)))) == 1
    assert len(told(design, page(3, inner, mm(100)), binding="loose")) == 1


def test_other_furniture_is_no_folio(design: Design) -> None:
    assert told(design, page(3, mm(70), HEIGHT - mm(4), "running")) == []
