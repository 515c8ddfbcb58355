"""Large first letters, and headings over all columns, on the small page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from progprint.blocks.types import Block, Gap, Pair, Para
from progprint.glyphs import Faces
from progprint.pages.frames import Laid, lay_page
from progprint.pages.initials import initial_of
from progprint.pages.setting import set_block
from progprint.pages.types import TextMark
from progprint.style import Span
from progprint.words import Words
from small_books import (
    BASELINE,
    GRID,
    LEFT_RECTO,
    WIDTH,
    design_of,
    entry_of,
    numbered,
    para,
    setting_of,
    style,
    text_mark,
)

TEXT = "Oaks stand in rows, and all who walk below them say so; none has been felled for years"


def lines(faces: Faces, text: str = TEXT, measure: float = 120, lang: str = "en", **more: object) -> list[TextMark]:
    found = set_block(para(text, lang, **{"initial": 3, **more}), measure, setting_of(faces))
    marks: list[TextMark] = []
    y = 0.0
    for row in found:
        marks += [m._replace(at=m.at._replace(y=m.at.y + y)) for _, m in row.marks if isinstance(m, TextMark)]
        y += row.height
    return marks


def test_its_foot_stands_on_the_last_lines_baseline_and_its_head_level_with_capitals(square_faces: Faces) -> None:
    first, *others = lines(square_faces)
    assert first.text == "O"
    assert first.at.y == pytest.approx(others[2].at.y)
    (piece,) = first.pieces
    cap = square_faces[piece.face].cap_height / 1000
    assert first.at.y - piece.size * cap == pytest.approx(others[0].at.y - 10 * cap, abs=0.01)


def test_the_lines_beside_it_are_short_and_all_others_full(square_faces: Faces) -> None:
    first, *others = lines(square_faces, align="justify")
    starts = [mark.pieces[0].x for mark in others]
    assert starts[:3] == [starts[0]] * 3 and starts[0] > first.pieces[0].width
    assert set(starts[3:]) == {0}
    ends = [mark.pieces[-1].x + mark.pieces[-1].width for mark in others[:-1]]
    assert ends == pytest.approx([120] * len(ends))


def test_no_word_is_lost_and_it_reads_on(square_faces: Faces) -> None:
    first, *others = lines(square_faces)
    assert first.text + " ".join(m.text for m in others).replace("- ", "") == TEXT


def test_a_short_paragraph_leaves_room_for_it(square_faces: Faces) -> None:
    found = set_block(para("One line", initial=3), 120, setting_of(square_faces))
    assert sum(row.height for row in found) == 3 * GRID


def test_the_lines_beside_it_are_not_parted(square_faces: Faces) -> None:
    found = set_block(para(TEXT, initial=3), 120, setting_of(square_faces))
    assert all(row.keep for row in found[:2])


def test_a_han_character_is_as_high_as_its_lines_which_begin_a_whole_em_on(square_faces: Faces) -> None:
    first, *others = lines(square_faces, "懸崖之上幾乎每一場外景都在下雪而導演從不讓人把它當成風景", lang="zh-Hant", initial=2)
    assert first.text == "懸"
    assert first.pieces[0].size == 10 + GRID
    assert [m.pieces[0].x for m in others[:3]] == [30, 30, 0]


@pytest.mark.parametrize(
    "text, letter", [('"Hero" it was', '"H'), ("L'été encore", "L'"), ("(Not) here", "(N"), ("7 films", "7")]
)
def test_quotes_before_it_and_an_apostrophe_after_it_belong_to_it(text: str, letter: str, square_faces: Faces) -> None:
    found = initial_of(para(text, initial=3), square_faces)
    assert found is not None
    assert found.rest[0].words.text == text[len(letter) :]


@pytest.mark.parametrize("text", ["— and then", "", "A", "· point", "One\ttab"])
def test_nothing_else_is_made_large(text: str, square_faces: Faces) -> None:
    one = Span(Words(text, "en"), style(initial=3))
    assert initial_of(Para((one,), one.style), square_faces) is None


def test_hard_breaks_go_on_beside_it(square_faces: Faces) -> None:
    _, *others = lines(square_faces, "One\ntwo\nthree\nfour")
    assert [m.text for m in others] == ["ne", "two", "three", "four"]
    assert [m.pieces[0].x > 0 for m in others] == [True, True, True, False]


# --- over all columns -----------------------------------------------------------------------------


@pytest.fixture
def lay(tmp_path: Path, square_faces: Faces):
    def lay(*blocks: Block, more: str = "") -> Laid:
        rows = f"      - {{frame: a, columns: 1-4, split: 2, blocks: [body]{more}}}\n"
        design = design_of(tmp_path, f"\nmasters:\n  plain:\n    both:\n{rows}")
        entry = entry_of(parts={"body": blocks})
        return lay_page(design.masters["plain"].recto, entry, "recto", design.page, setting_of(square_faces))

    return lay


def heading(text: str, **more: object) -> Para:
    return para(text, **{"span": True, **more})


def where(laid: Laid, text: str) -> tuple[float, int]:
    """Left edge from that of the text, and number of the line."""
    mark = text_mark(laid.marks, text)
    return mark.at.x - LEFT_RECTO, round((mark.at.y - BASELINE - 24) / GRID)


def test_columns_over_a_heading_end_level_and_it_goes_over_both(lay) -> None:
    wide = "a heading that no column holds"
    laid = lay(*numbered(6), heading(wide), *numbered(4, 7))
    assert [where(laid, f"line {n:02d}")[1] for n in (1, 3, 4, 6)] == [0, 2, 0, 2]
    assert where(laid, wide) == (0, 3)
    second = (WIDTH + 4) / 2
    assert [where(laid, f"line {n:02d}") for n in (7, 10)] == [(0, 4), (second, 5)]
    # in a frame of a height of its own the last columns fill one after the other
    high = lay(*numbered(6), heading(wide), *numbered(4, 7), more=", height: 200pt")
    assert where(high, "line 10") == (0, 7)


def test_room_before_and_after_a_heading_is_kept_but_at_the_head(lay) -> None:
    spaced = replace(style(span=True), space_before=GRID, space_after=GRID)
    block = Para((Span(Words("head", "en"), spaced),), spaced)
    laid = lay(block, *numbered(2), block._replace(spans=(Span(Words("again", "en"), spaced),)), *numbered(2, 3))
    assert [where(laid, text)[1] for text in ("head", "line 01", "again", "line 03")] == [0, 2, 4, 6]


def test_a_gap_between_two_parts_is_kept(lay) -> None:
    laid = lay(*numbered(2), Gap(GRID * 2), heading("head"))
    assert where(laid, "head")[1] == 3


def test_a_heading_at_the_foot_waits_for_the_next_page(lay) -> None:
    laid = lay(*numbered(38), heading("late"), *numbered(2, 50))
    ((_, rest),) = laid.rest
    assert [m.text for row in rest for _, m in row.marks if isinstance(m, TextMark)] == ["late", "line 50", "line 51"]


def test_what_stands_beside_nothing_takes_a_whole_column(lay) -> None:
    long = para("words " * 12)
    alone = lay(Pair((long,), (), (3, 2), 4))
    assert [m.text for m in alone.marks] == [m.text for m in lay(long).marks]
