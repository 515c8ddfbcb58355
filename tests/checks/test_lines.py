"""Lines that stand badly are found on the pages as printed: each with its code, its page and its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from progprint.checks import check_lines
from progprint.design import read_design
from progprint.design.types import Design
from progprint.diag import Diagnostic, Severity, Source
from progprint.geom import Point
from progprint.lines.types import Piece
from progprint.pages.types import Booklet, Page, TextMark
from progprint.style import BLACK
from small_books import PLAIN, design_of

HERE = Source("films/x.yaml", 3, 5)


@pytest.fixture
def design(tmp_path: Path) -> Design:
    return design_of(tmp_path, PLAIN)


def mark(text: str, number: int, of: int, y: float, **more: object) -> TextMark:
    given = {"style": "body", "lang": "en", "source": HERE, "reason": "end" if number == of else "space", **more}
    width = float(given.pop("width", 100.0))  # type: ignore[arg-type]
    piece = Piece("f", 10.0, BLACK, 0.0, width, "", text)
    return TextMark(Point(20, y), (piece,), text, line=(number, of), **given)  # type: ignore[arg-type]


def found(design: Design, *pages: tuple[TextMark, ...]) -> list[Diagnostic]:
    made = tuple(Page(n, str(n), "recto", (200, 300), marks) for n, marks in enumerate(pages, 3))
    return list(check_lines(Booklet(made, {}, (), "X", "en", 8.5, "saddle"), design))


def codes(design: Design, *pages: tuple[TextMark, ...]) -> list[str]:
    return [f.code for f in found(design, *pages)]


def paragraph(first: int, last: int, of: int, **more: object) -> tuple[TextMark, ...]:
    return tuple(mark(f"line {n}", n, of, 12.0 * (n - first + 1), **more) for n in range(first, last + 1))


def test_a_paragraph_in_one_column_or_two_and_two_lines_is_well(design: Design) -> None:
    assert not found(design, paragraph(1, 4, 4))
    assert not found(design, paragraph(1, 2, 4), paragraph(3, 4, 4))


def test_a_last_line_alone_is_a_widow_and_a_first_one_an_orphan(design: Design) -> None:
    (widow,) = found(design, paragraph(1, 3, 4), paragraph(4, 4, 4))
    assert (widow.code, widow.severity, widow.source) == ("widow", Severity.WARNING, HERE)
    assert "page 4" in widow.message and "line 4" in widow.message
    (orphan,) = found(design, paragraph(1, 1, 4), paragraph(2, 4, 4))
    assert (orphan.code, "page 3" in orphan.message) == ("orphan", True)


def test_columns_of_one_page_part_paragraphs_like_pages(design: Design) -> None:
    second = tuple(m._replace(at=Point(110, 12)) for m in paragraph(4, 4, 4))
    assert codes(design, paragraph(1, 3, 4) + second) == ["widow"]


def test_vertical_lines_of_one_column_follow_from_right_to_left(design: Design) -> None:
    lines = paragraph(1, 4, 4)
    standing = tuple(m._replace(at=Point(180 - 12 * n, 20), turn=90.0) for n, m in enumerate(lines))
    assert codes(design, standing) == []
    below = standing[3]._replace(at=Point(180, 150))
    assert codes(design, (*standing[:3], below)) == ["widow"]


def test_a_divided_word_may_not_end_a_column(design: Design) -> None:
    (hyphen,) = found(design, paragraph(1, 2, 4, reason="hyphen"), paragraph(3, 4, 4))
    assert (hyphen.code, hyphen.severity) == ("hyphen-over-page", Severity.INFO)
    assert not found(design, paragraph(1, 4, 4, reason="hyphen"))


def test_lines_neither_begin_nor_end_with_what_kinsoku_forbids(design: Design) -> None:
    lines = (mark("雪下了（", 1, 3, 12, reason="between"), mark("。又下", 2, 3, 24), mark("）停", 3, 3, 36))
    assert codes(design, lines) == ["kinsoku"] * 3
    # what the author has broken so is the author's
    assert not found(design, (mark("（", 1, 2, 12, reason="forced"), mark("。又下", 2, 2, 24)))


def test_a_justified_paragraph_may_not_end_in_a_runt(tmp_path: Path, design: Design) -> None:
    short = (mark("word", 1, 2, 12), mark("a", 2, 2, 24, width=12.0))
    assert not found(design, short), "ragged lines may be short"
    file = tmp_path / "small.yaml"
    file.write_text(file.read_text("utf-8").replace("align: left", "align: justify"), "utf-8")
    justified, _ = read_design(file)
    assert justified is not None
    assert codes(justified, short) == ["runt"]
    assert not found(justified, (mark("word", 1, 2, 12), mark("abcd", 2, 2, 24, width=20.0)))
