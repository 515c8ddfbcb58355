"""A ladder is climbed to the first rung that fits, with all languages together; what fits no rung is counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from progprint.blocks.types import Entry, Para, Picture, Table, Track
from progprint.design.ladder import rungs_of
from progprint.design.types import Design, Ladder, Rung
from progprint.design.values import Wrong
from progprint.diag import Source
from progprint.glyphs import Faces
from progprint.pages.entry import make_up
from progprint.pages.fitting import at, fitting, steps
from progprint.pages.made import Made
from progprint.pages.types import ImageMark, TextMark
from small_books import LINES, design_of, entry_of, numbered, para, setting_of, texts

ROOM = """
masters:
  page:
    both:
      - {frame: picture, columns: 1-4, height: 2 lines .. 6 lines, blocks: [still]}
      - {frame: story, columns: 1-4, blocks: [review, cast]}
  page-more:
    both:
      - {frame: story, columns: 1-4, blocks: [rest]}
"""
HERE = Source("films/a.yaml", 7, 3)
#: 34 letters: two lines of 10 pt on 164 pt, one of 9.6 pt
LONG = "aaaa bbbb cccc dddd eeee ffff gggg"


def ladder(*rungs: str) -> Ladder:
    found: list[Rung] = []
    for text in rungs:
        got = rungs_of(text)
        assert not isinstance(got, Wrong)
        found += got
    return Ladder(tuple(found), 10.0)


def prose(text: str, lang: str = "en", **more: object) -> Para:
    return para(text, lang, source=HERE, **more)._replace(field="review")


def film(*blocks: object, fit: Ladder | None, **parts: tuple[object, ...]) -> Entry:
    given = {"review": blocks, **parts}
    return entry_of(master="page", parts=given, room="page", ladder=fit)  # type: ignore[arg-type]


class Maker:
    """Make-up that counts how often it is asked."""

    def __init__(self, design: Design, faces: Faces) -> None:
        self.design, self.faces, self.asked = design, faces, 0

    def __call__(self, entry: Entry, side: str) -> tuple[str, tuple[Made, ...]]:
        self.asked += 1
        return entry.name, make_up(entry, side, self.design, setting_of(self.faces))


@pytest.fixture
def maker(tmp_path: Path, square_faces: Faces) -> Maker:
    return Maker(design_of(tmp_path, ROOM), square_faces)


def fitted(
    entry: Entry, maker: Maker, locked: Callable[[Entry], tuple[Rung, ...] | None] = lambda entry: None
) -> tuple[Made, ...]:
    return fitting(maker, locked)(entry, "recto")[1]


def sizes(page: Made) -> set[float]:
    return {piece.size for mark in page.marks if isinstance(mark, TextMark) for piece in mark.pieces}


def test_what_fits_as_it_is_costs_nothing(maker: Maker) -> None:
    (page,) = fitted(film(prose("short"), fit=ladder("looseness", "size 9.8pt..9pt")), maker)
    assert (maker.asked, page.rungs, sizes(page)) == (1, (Rung("picture"),), {10.0})


def test_without_a_ladder_nothing_changes(maker: Maker) -> None:
    entry = film(*numbered(LINES + 3), fit=None)
    assert fitted(entry, maker) == maker(entry, "recto")[1]


def test_the_first_rung_that_fits_is_taken_and_no_smaller_one(maker: Maker) -> None:
    pages = fitted(film(*[prose(LONG)] * 12, fit=ladder("size 9.8pt..8pt")), maker)
    assert len(pages) == 1
    assert pages[0].rungs is not None and pages[0].rungs[-1] == Rung("size", 9.6)
    assert sizes(pages[0]) == {9.6}
    # from the ground to the top, then by halves: not all ten sizes
    assert maker.asked <= 6


def test_both_languages_stand_on_the_same_rung_in_proportion(maker: Maker) -> None:
    han = prose("懸崖" * 3, "zh-Hant")
    nine = replace(han.style, size=9.0)
    small = han._replace(style=nine, spans=(han.spans[0]._replace(style=nine),))
    (page,) = fitted(film(*[prose(LONG)] * 10, small, fit=ladder("size 9.8pt..8pt")), maker)
    assert sizes(page) == {9.6, 8.64}


def test_lines_keep_their_leading_and_stand_on_the_grid(maker: Maker) -> None:
    (page,) = fitted(film(*[prose(LONG)] * 12, fit=ladder("size 9.6pt")), maker)
    lines = [mark.at.y for mark in page.marks if isinstance(mark, TextMark)]
    assert {round(b - a, 3) for a, b in pairwise(lines)} == {12.0}


def test_letters_close_before_type_shrinks(maker: Maker) -> None:
    # 34 letters of 5 pt want 170 pt; closed by 4 % of 10 pt they want 156.4
    pages = fitted(film(*[prose(LONG)] * 12, fit=ladder("letter-space -4 %", "size 9pt")), maker)
    assert len(pages) == 1
    assert pages[0].rungs == (Rung("picture"), Rung("letter-space", -0.04))
    assert sizes(pages[0]) == {10.0}


def test_looseness_takes_a_line_where_the_spaces_allow_it(maker: Maker) -> None:
    text = " ".join(["aaaa"] * 22) + "."
    entry = film(prose(text, align="justify", word_space=(0.3, 1.0, 1.3)), fit=ladder("looseness"))
    natural, tight = (
        sum(isinstance(m, TextMark) for page in maker(at(entry, rungs), "recto")[1] for m in page.marks)
        for rungs in ((Rung("picture"),), (Rung("picture"), Rung("looseness")))
    )
    assert tight == natural - 1


def test_a_picture_named_later_keeps_its_height_until_then(maker: Maker) -> None:
    still, heights = (Picture("a.jpg"),), []
    for rungs in (("looseness", "picture"), ("picture",)):
        (page,) = fitted(film(*numbered(LINES - 4), fit=ladder(*rungs), still=still), maker)
        heights += [mark.box.height for mark in page.marks if isinstance(mark, ImageMark)]
    assert heights == [48.0, 48.0]
    assert steps(ladder("looseness", "picture"))[0] == ()
    assert not at(film(fit=ladder("looseness", "picture")), ()).flexible
    assert at(film(fit=ladder("looseness")), steps(ladder("looseness"))[0]).flexible


def cast(rows: int) -> Table:
    cells = tuple(((para(f"actor {n}", source=HERE._replace(line=20 + n)),), (para("role"),)) for n in range(rows))
    return Table((Track(share=1), Track(share=1)), cells, 4, field="cast")


def test_a_shorter_list_names_what_it_leaves_out(maker: Maker) -> None:
    entry = film(*numbered(LINES - 4), cast=(cast(6),), fit=ladder("cast 5", "cast 3"))
    (page,) = fitted(entry, maker)
    assert texts(page.marks)[-2:] == ["actor 2", "role"]
    (fault,) = [f for f in page.faults if f.code == "cut-short"]
    assert (fault.detail, fault.source.line) == ("cast is 3 rows shorter: actor 3 role, actor 4 role, actor 5 role", 23)


def test_what_fits_no_rung_stays_as_it_is_and_is_counted_by_field_and_language(maker: Maker) -> None:
    entry = film(*[prose(LONG)] * 21, fit=ladder("size 9.8pt..9pt"))
    pages = fitted(entry, maker)
    assert sizes(pages[0]) == {10.0}
    (over,) = pages[1].over
    # 42 lines of which 20 stand on the page, and at 9 pt one
    assert (over.field, over.lang, over.lines, over.least and over.least[0]) == ("review", "en", 22, 1)
    (fault,) = [f for f in pages[1].faults if f.code == "overset"]
    assert fault.detail.startswith("review.en is 22 lines, about ")
    assert fault.detail.endswith("over (1 line, about 34 characters at the ladder's last rung, `size 9pt`)")
    assert maker.asked == 2


def test_an_entry_much_too_short_says_how_many_lines_are_empty(maker: Maker) -> None:
    (page,) = fitted(film(*numbered(5), fit=ladder()), maker)
    assert [(f.code, f.detail) for f in page.faults] == [("underfill", f"{LINES - 5} of {LINES} lines are empty")]
    (full,) = fitted(film(*numbered(LINES - 5), fit=ladder()), maker)
    assert full.faults == ()


# --- decisions that are kept ---------------------------------------------------------------------


def test_a_kept_decision_is_obeyed_though_the_ladder_changed(maker: Maker) -> None:
    entry = film(prose("short"), fit=ladder("looseness"))
    (page,) = fitted(entry, maker, lambda entry: (Rung("picture"), Rung("size", 9.2)))
    assert (sizes(page), page.rungs) == ({9.2}, (Rung("picture"), Rung("size", 9.2)))
    assert maker.asked == 1


def test_a_kept_decision_that_fits_no_longer_is_made_anew(maker: Maker) -> None:
    entry = film(*[prose(LONG)] * 12, fit=ladder("size 9.8pt..8pt"))
    (page,) = fitted(entry, maker, lambda entry: (Rung("picture"),))
    assert page.rungs is not None and page.rungs[-1] == Rung("size", 9.6)


# --- a title, whose page is white space ----------------------------------------------------------

COVER = """
masters:
  page:
    both:
      - {frame: title, columns: 1-4, blocks: [cover-title]}
      - {frame: picture, columns: 1-4, height: 8 lines .. 14 lines, blocks: [still]}
      - {frame: foot, at: foot, columns: 1-4, blocks: [cover-edition]}
"""


def cover(*names: str, fit: Ladder | None, size: float = 20.0) -> Entry:
    style = replace(para("x").style, size=size, leading=size * 1.1)

    def title(name: str) -> Para:
        (span,) = para(name).spans
        return Para((span._replace(style=style),), style, field="name")

    parts = {"cover-title": [title(n) for n in names], "still": [Picture("a.jpg")], "cover-edition": [para("3rd edition")]}
    return entry_of("cover", "page", parts, room="page", ladder=fit and fit._replace(size=size, display=True))


@pytest.fixture
def covers(tmp_path: Path, square_faces: Faces) -> Maker:
    return Maker(design_of(tmp_path, COVER), square_faces)


def test_leading_of_a_title_goes_with_its_size_and_never_falls_on_the_grid(covers: Maker) -> None:
    (page,) = fitted(cover(*["aaaaaaaa bbbbbbbb"] * 8, fit=ladder("size 19pt..8pt")), covers)
    (size,) = sizes(page) - {10.0}
    lines = [m.at.y for m in page.marks if isinstance(m, TextMark) and m.pieces[0].size == size]
    steps = {round(b - a, 2) for a, b in pairwise(lines)}
    assert size < 20 and steps == {round(size * 1.1, 1) + 0.05}
    assert not any(m.on_grid for m in page.marks if isinstance(m, TextMark) and m.pieces[0].size == size)


def test_a_picture_keeps_its_least_height_under_a_long_title(covers: Maker) -> None:
    entry = cover("aaaa " * 36, fit=ladder("size 19pt..8pt"))
    assert "frame-room" in {f.code for f in covers(entry, "recto")[1][0].faults}
    (page,) = fitted(entry, covers)
    assert "frame-room" not in {f.code for f in page.faults}
    (edition,) = [m for m in page.marks if isinstance(m, TextMark) and m.text == "3rd edition"]
    (picture,) = [m for m in page.marks if isinstance(m, ImageMark)]
    assert picture.box.bottom <= edition.at.y - 8 and picture.box.height >= 8 * 12 - 0.01


def test_no_word_of_a_title_is_parted_while_a_smaller_one_is_whole(covers: Maker) -> None:
    # 18 letters of 20 pt want 180 pt, the measure is 164: at 18.2 pt they fit
    (page,) = fitted(cover("m" * 18, fit=ladder("size 19.8pt..8pt")), covers)
    assert texts(page.marks)[0] == "m" * 18 and sizes(page) == {18.2, 10.0}
    # what no size holds is parted least often at the last
    (page,) = fitted(cover("m" * 60, fit=ladder("size 19pt..10pt")), covers)
    assert sizes(page) == {10.0} and texts(page.marks)[0] != "m" * 60


def test_a_title_that_no_size_fits_keeps_its_own(covers: Maker) -> None:
    pages = fitted(cover("aaaa " * 400, fit=ladder("size 19pt..16pt")), covers)
    assert len(pages) > 1 and 20.0 in sizes(pages[0])


def test_an_empty_cover_is_not_told_to_be_short(covers: Maker) -> None:
    (page,) = fitted(cover("a", fit=ladder("size 19pt")), covers)
    assert {f.code for f in page.faults} == set()
