"""The line beyond the bleed says which file, page, day and plates these are."""

from __future__ import annotations

from pathlib import Path

import pytest

from progprint.geom import mm
from progprint.glyphs import Faces
from progprint.pages.job_line import INDENT, JobLine, with_job_line
from progprint.pages.types import Booklet, TextMark
from progprint.style import BLACK, REGISTRATION, Ink
from small_books import booklet_of, design_of, entry_of, numbered

CYAN = Ink(1, 0, 0, 0)
PLATES = (("Cyan", CYAN), ("Black", BLACK))
PAGE = """
masters:
  page:
    both: [{frame: story, columns: 1-4, blocks: [review]}]
"""


@pytest.fixture
def made(tmp_path: Path, square_faces: Faces) -> tuple[Booklet, object]:
    design = design_of(tmp_path, PAGE)
    entry = entry_of(master="page", parts={"review": numbered(60)}, room="page")
    return booklet_of((entry,), design, square_faces, bind=False), design


def lines(book: Booklet) -> list[TextMark]:
    return [m for page in book.pages for m in page.furniture if isinstance(m, TextMark) and m.style == "job-line"]


def test_every_page_says_its_file_page_day_and_plates(made: tuple, square_faces: Faces) -> None:
    book, design = made
    with_line = with_job_line(book, design, square_faces, JobLine("a.pdf", "2027-03-01", PLATES))
    assert lines(book) == []
    texts = [mark.text for mark in lines(with_line)]
    count = len(book.pages)
    assert count > 1
    assert texts == [f"a.pdf · page {n} of {count} · 2027-03-01 · Cyan · Black" for n in range(1, count + 1)]


def test_each_plate_is_named_in_its_own_ink_and_the_rest_in_all(made: tuple, square_faces: Faces) -> None:
    book, design = made
    mark = lines(with_job_line(book, design, square_faces, JobLine("a.pdf", "2027-03-01", PLATES)))[0]
    inks = {piece.ink: "" for piece in mark.pieces}
    for piece in mark.pieces:
        inks[piece.ink] += piece.text
    assert "a.pdf" in inks[REGISTRATION] and "Cyan" in inks[CYAN] and "Black" in inks[BLACK]
    assert "Cyan" not in inks[REGISTRATION]


def test_it_stands_below_the_bleed_and_within_the_page(made: tuple, square_faces: Faces) -> None:
    book, design = made
    for name in ("a.pdf", "long " * 60 + ".pdf"):
        mark = lines(with_job_line(book, design, square_faces, JobLine(name, "2027-03-01", PLATES)))[0]
        width, height = book.pages[0].size
        assert mark.at.y - 6 > height + book.bleed + mm(8)
        assert mark.at.x + max(p.x + p.width for p in mark.pieces) <= width - INDENT + 0.01
        assert "Black" in mark.text and "page 1 of" in mark.text


def test_pages_and_their_keys_stay(made: tuple, square_faces: Faces) -> None:
    book, design = made
    with_line = with_job_line(book, design, square_faces, JobLine("a.pdf", "2027-03-01", PLATES))
    for before, after in zip(book.pages, with_line.pages, strict=True):
        assert (before.body, before.key) == (after.body, after.key)
        assert after.furniture[: len(before.furniture)] == before.furniture


def test_a_name_in_letters_that_no_font_has(made: tuple, square_faces: Faces) -> None:
    book, design = made
    mark = lines(with_job_line(book, design, square_faces, JobLine("\U0001f3ac.pdf", "2027-03-01", PLATES)))[0]
    assert mark.text.startswith("?.pdf · page 1")
