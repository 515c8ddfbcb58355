"""Blocks -> rows: widows and orphans, tables, pairs, keeps, room before and after."""

from __future__ import annotations

from dataclasses import replace

import pytest

from progprint.blocks.types import (
    Beside,
    Gap,
    Lines,
    PageRef,
    Pair,
    Para,
    Picture,
    Rule,
    Symbol,
    Table,
    Tick,
    Together,
    Track,
)
from progprint.design.makes import WHOLE_ROW
from progprint.geom import Rect
from progprint.glyphs import Faces
from progprint.images import PictureInfo
from progprint.lines.types import Fault
from progprint.pages.columns import fill
from progprint.pages.rows import Galley, depth
from progprint.pages.setting import set_block, set_blocks, widths
from progprint.pages.stills import picture_marks
from progprint.pages.types import CodeMark, FillMark, ImageMark, LinkMark, RefMark, RuleMark, TextMark
from progprint.style import BLACK, Ruby, Span
from progprint.words import Words
from small_books import BASELINE, GRID, in_galley, para, setting_of, span

FIVE = "aaaa bbbb cccc dddd eeee"
PAIR = 28.0


def keeps(galley: Galley) -> list[bool]:
    return [bool(row.keep) for row in galley]


def marks(galley: Galley) -> list[object]:
    return [mark for row in galley for _, mark in row.marks]


def test_a_paragraph_is_a_row_a_line_on_the_grid(square_faces: Faces) -> None:
    galley = set_block(para(FIVE), 20.0, setting_of(square_faces))
    assert in_galley(galley) == ["aaaa", "bbbb", "cccc", "dddd", "eeee"]
    assert {row.height for row in galley} == {GRID}
    assert all(row.snap for row in galley)
    first = marks(galley)[0]
    assert isinstance(first, TextMark)
    assert first.at.y == pytest.approx(BASELINE)
    assert first.on_grid


def test_readings_and_dots_move_no_line(square_faces: Faces) -> None:
    plain = para("漢字漢字漢字漢字", lang="ja")
    small = replace(plain.style, size=plain.style.size / 2)
    marked = [
        Span(Words(text, "ja"), plain.style, "", Ruby(Words(reading, "ja"), small) if reading else None, dots)
        for text, reading, dots in [("漢字", "", ""), ("漢", "かん", ""), ("字", "じ", ""), ("漢字漢字", "", "over")]
    ]
    galleys = [
        set_block(plain._replace(spans=spans), 4 * plain.style.size, setting_of(square_faces))
        for spans in (plain.spans, tuple(marked))
    ]
    heights, places = (
        [[row.height for row in galley] for galley in galleys],
        [[mark.at for mark in marks(galley) if isinstance(mark, TextMark)] for galley in galleys],
    )
    assert heights[0] == heights[1]
    assert places[0] == places[1]
    assert in_galley(galleys[1])[0] == "漢字漢字（かんじ）"


def test_two_lines_stay_at_either_end_of_a_column(square_faces: Faces) -> None:
    assert keeps(set_block(para(FIVE), 20.0, setting_of(square_faces))) == [True, False, False, True, False]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("aaaa", [False]),
        ("aaaa bbbb", [True, False]),
        ("aaaa bbbb cccc", [True, True, False]),
        ("aaaa bbbb cccc dddd", [True, False, True, False]),
    ],
)
def test_short_paragraphs_are_never_parted_to_one_line(
    square_faces: Faces, words: str, kept: list[bool]
) -> None:
    assert keeps(set_block(para(words), 20.0, setting_of(square_faces))) == kept


@pytest.mark.parametrize("room", range(1, 7))
def test_no_room_leaves_one_line_alone(square_faces: Faces, room: int) -> None:
    galley = set_blocks(
        (para("first"), para("aaaa bbbb cccc dddd eeee ffff")), 20.0, setting_of(square_faces)
    )
    filled = fill(galley, room * GRID, GRID, 100 * GRID)
    here = [m.text for p in filled.placed for _, m in p.row.marks if isinstance(m, TextMark)]
    there = in_galley(filled.rest)
    second = [text for text in here if text != "first"]
    assert len(second) != 1
    assert len(there) == 0 or len([t for t in there if t != "first"]) != 1


def test_a_heading_keeps_its_text(square_faces: Faces) -> None:
    galley = set_block(para("head", keep_next=True), 100.0, setting_of(square_faces))
    assert keeps(galley) == [True]


def test_lines_that_stay_together(square_faces: Faces) -> None:
    galley = set_block(para(FIVE, keep_lines=True), 20.0, setting_of(square_faces))
    assert keeps(galley) == [True] * 4 + [False]


def test_room_before_and_after_is_a_gap(square_faces: Faces) -> None:
    galley = set_block(para("a", space_before=6.0, space_after=5.0), 20.0, setting_of(square_faces))
    assert [(r.height, r.gap) for r in galley] == [(6, True), (GRID, False), (5, True)]


def test_room_after_a_heading_keeps_too(square_faces: Faces) -> None:
    galley = set_block(para("a", space_after=5.0, keep_next=True), 20.0, setting_of(square_faces))
    assert keeps(galley) == [True, True]


def test_a_leading_off_the_grid_does_not_claim_to_stand_on_it(square_faces: Faces) -> None:
    small = Para((span("a"),), span("a").style.__class__("small", size=6.0, leading=7.0))
    (row,) = set_block(small, 50.0, setting_of(square_faces))
    (mark,) = (m for _, m in row.marks if isinstance(m, TextMark))
    assert (row.height, row.snap, mark.on_grid) == (7.0, False, False)


def test_a_name_too_wide_for_its_column_is_broken_after_all(square_faces: Faces) -> None:
    long = para("aaaa bbbb cccc", keep_items=True)
    assert in_galley(set_block(long, 100.0, setting_of(square_faces))) == ["aaaa bbbb cccc"]
    assert in_galley(set_block(long, 25.0, setting_of(square_faces))) == ["aaaa", "bbbb", "cccc"]


def test_words_that_are_links_lead_somewhere_on_every_line(square_faces: Faces) -> None:
    linked = Span(Words("aaaa bbbb", "en"), span("a").style, "https://example.org")
    galley = set_block(Para((linked,), linked.style), 20.0, setting_of(square_faces))
    assert [m.target for m in marks(galley) if isinstance(m, LinkMark)] == ["https://example.org"] * 2


def test_a_missing_glyph_stands_in_the_row(square_faces: Faces) -> None:
    galley = set_block(para("a☃b"), 100.0, setting_of(square_faces))
    assert [f.code for row in galley for f in row.faults] == ["missing-glyph"]


# --- rules, pictures, symbols --------------------------------------------------------------------


def test_a_rule_stays_with_what_is_under_it(square_faces: Faces) -> None:
    (row,) = set_block(Rule(0.5, BLACK, 6.0), 100.0, setting_of(square_faces))
    (rule,) = (m for _, m in row.marks)
    assert isinstance(rule, RuleMark)
    assert (rule.start, rule.end, row.height, row.keep) == ((0, 3), (100, 3), 6, True)


def test_a_picture_that_cannot_be_used_leaves_its_ground_or_its_room(square_faces: Faces) -> None:
    setting, box = setting_of(square_faces), Rect(0, 0, 60, 40)
    ((_, room),) = picture_marks(Picture("missing.jpg"), box, setting)
    assert isinstance(room, ImageMark)
    ((_, ground),) = picture_marks(Picture("missing.jpg", ground=BLACK), box, setting)
    assert isinstance(ground, FillMark)
    assert room.box == ground.box == box
    assert picture_marks(Picture(""), box, setting) == ()


def test_a_picture_fills_its_box(square_faces: Faces) -> None:
    info = PictureInfo("a.jpg", 60, 40, "RGB", False, None, "")
    setting = setting_of(square_faces)
    known = type(setting)(square_faces, GRID, {"a.jpg": info})
    ((_, image),) = picture_marks(Picture("a.jpg", focus=(0.2, 0.8)), Rect(0, 0, 60, 40), known)
    assert isinstance(image, ImageMark)
    assert (image.file, image.focus, image.box) == ("a.jpg", (0.2, 0.8), (0, 0, 60, 40))


def test_a_symbol_has_four_modules_of_silence_round_it(square_faces: Faces) -> None:
    symbol = Symbol("https://example.org", 21, ((0, 0, 1, 1),), 42.0)
    (row,) = set_block(symbol, 100.0, setting_of(square_faces))
    code, link = (m for _, m in row.marks)
    assert isinstance(code, CodeMark)
    assert code.box == (8.0, 8.0, 42.0, 42.0)
    assert row.height == 58.0
    assert isinstance(link, LinkMark)
    assert link.target == "https://example.org"


def test_a_payload_that_is_no_address_is_no_link(square_faces: Faces) -> None:
    (row,) = set_block(Symbol("PLAIN", 21, (), 42.0), 100.0, setting_of(square_faces))
    assert [type(m) for _, m in row.marks] == [CodeMark]


def test_a_page_reference_keeps_its_room(square_faces: Faces) -> None:
    (row,) = set_block(PageRef("film:x", span("1").style), 30.0, setting_of(square_faces))
    ((_, reference),) = row.marks
    assert isinstance(reference, RefMark)
    assert (reference.width, reference.key, row.height) == (30.0, "film:x", GRID)


def test_ruled_lines_of_a_number(square_faces: Faces) -> None:
    galley = set_block(Lines(24.0, BLACK, 3), 100.0, setting_of(square_faces))
    assert [r.height for r in galley] == [24.0] * 3


def test_a_box_to_tick_stands_before_its_words(square_faces: Faces) -> None:
    (row,) = set_block(Tick(para("doors"), 8.0), 100.0, setting_of(square_faces))
    (words,) = (m for _, m in row.marks if isinstance(m, TextMark))
    assert words.at.x == 12.0
    assert len([m for _, m in row.marks if isinstance(m, RuleMark)]) == 4


# --- tables --------------------------------------------------------------------------------------


def test_measures_are_shared_fixed_first_then_widest_then_shares() -> None:
    tracks = (Track(fixed=20), Track(limit=50), Track(share=1), Track(share=3))
    assert widths(tracks, 4, 200, lambda _: 80.0) == [20, 50, 29.5, 88.5]
    assert widths(tracks, 4, 200, lambda _: 30.0) == [20, 30, 34.5, 103.5]


def test_no_track_is_less_than_nothing() -> None:
    assert min(widths((Track(fixed=90), Track(share=1)), 4, 50, lambda _: 0.0)) > 0


def test_cells_of_a_row_stand_level(square_faces: Faces) -> None:
    rows = (((para("role"),), (para("name one"),)), ((para("cut"),), (para("two"),)))
    galley = set_block(Table((Track(limit=100), Track(share=1)), rows, 10), 164, setting_of(square_faces))
    assert in_galley(galley) == ["role", "name one", "cut", "two"]
    at = {m.text: m.at for m in marks(galley) if isinstance(m, TextMark)}
    # the widest role is four letters of 5 pt, and half a point for rounding
    assert at["name one"].x == at["two"].x == pytest.approx(20.5 + 10)
    assert at["role"].y == at["name one"].y


@pytest.mark.parametrize("lines", range(1, WHOLE_ROW + 1))
def test_a_short_row_is_never_parted(square_faces: Faces, lines: int) -> None:
    names = " ".join(["aaaa"] * lines)
    galley = set_block(
        Table((Track(fixed=20), Track(share=1)), (((para("role"),), (para(names),)),), 4),
        44,
        setting_of(square_faces),
    )
    assert keeps(galley) == [True] * (lines - 1) + [False]


def test_a_long_list_breaks_after_its_second_line(square_faces: Faces) -> None:
    names = " ".join(["aaaa"] * (WHOLE_ROW + 2))
    galley = set_block(
        Table((Track(fixed=20), Track(share=1)), (((para("role"),), (para(names),)),), 4),
        44,
        setting_of(square_faces),
    )
    assert keeps(galley) == [True] + [False] * (WHOLE_ROW - 1) + [True, False]


def test_rules_and_room_stand_between_rows_only(square_faces: Faces) -> None:
    rows = (((para("a"),),), ((para("b"),),), ((para("c"),),))
    ruled = set_block(
        Table((Track(share=1),), rows, 4, rule=Rule(0.5, BLACK, 6)), 50, setting_of(square_faces)
    )
    assert [r.height for r in ruled] == [GRID, 6, GRID, 6, GRID]
    led = set_block(Table((Track(share=1),), rows, 4, lead=6), 50, setting_of(square_faces))
    assert [(r.height, r.gap) for r in led] == [(GRID, False), (6, True)] * 2 + [(GRID, False)]


# --- pairs, beside, together ---------------------------------------------------------------------


def pair_of(left: tuple[Para, ...], right: tuple[Para, ...], faces: Faces) -> Galley:
    return set_block(Pair(left, right, (1, 1), 4), PAIR * 2 + 4, setting_of(faces))


def rows_of(galley: Galley) -> list[list[str]]:
    return [[m.text for _, m in row.marks if isinstance(m, TextMark)] for row in galley]


def test_paragraphs_of_two_languages_begin_level(square_faces: Faces) -> None:
    galley = pair_of((para("aaaa bbbb cccc"), para("dddd")), (para("ee"), para("ff")), square_faces)
    assert rows_of(galley) == [["aaaa", "ee"], ["bbbb"], ["cccc"], ["dddd", "ff"]]


def test_the_longer_language_runs_on_alone(square_faces: Faces) -> None:
    galley = pair_of((para("a"),), (para("b"), para("c")), square_faces)
    assert rows_of(galley) == [["a", "b"], ["c"]]


def test_a_pair_stands_in_its_halves(square_faces: Faces) -> None:
    galley = pair_of((para("a"),), (para("b"),), square_faces)
    at = {m.text: m.at.x for m in marks(galley) if isinstance(m, TextMark)}
    assert at == {"a": 0.0, "b": PAIR + 4}


def test_room_before_a_byline_is_kept_within_a_pair(square_faces: Faces) -> None:
    left = (para("a"), para("by", space_before=GRID))
    right = (para("b"), para("by", space_before=GRID))
    assert depth(pair_of(left, right, square_faces), GRID) == 3 * GRID


def test_room_after_a_heading_is_kept_within_a_pair(square_faces: Faces) -> None:
    left = (para("a", space_after=GRID), para("b"))
    right = (para("c", space_after=GRID), para("d"))
    assert depth(pair_of(left, right, square_faces), GRID) == 3 * GRID


def test_parts_beside_one_another_run_down_by_themselves(square_faces: Faces) -> None:
    parts = ((para("a"), para("b")), (para("c"), para("d"), para("e")))
    galley = set_block(Beside(parts, (Track(share=1), Track(share=1)), 4), 60, setting_of(square_faces))
    assert rows_of(galley) == [["a", "c"], ["b", "d"], ["e"]]
    assert keeps(
        set_block(
            Beside(parts, (Track(share=1), Track(share=1)), 4, keep=True),
            60,
            setting_of(square_faces),
        )
    ) == [True, True, False]


def test_a_part_takes_at_least_its_height(square_faces: Faces) -> None:
    galley = set_block(Beside(((para("a"),),), (Track(share=1),), 4, least=50), 60, setting_of(square_faces))
    assert depth(galley, GRID) == pytest.approx(50)


def test_what_belongs_together_is_one_piece(square_faces: Faces) -> None:
    galley = set_block(Together((para(FIVE), Gap(4), para("x"))), 20, setting_of(square_faces))
    assert keeps(galley) == [True] * 6 + [False]


def test_faults_and_anchors_of_both_sides_survive_a_pair(square_faces: Faces) -> None:
    galley = pair_of((para("a", anchor="left"),), (para("b☃", anchor="right"),), square_faces)
    assert {a for row in galley for a in row.anchors} == {"left", "right"}
    assert Fault("missing-glyph", "☃") in {
        f._replace(source=Fault("", "").source) for r in galley for f in r.faults
    }


def test_marks_are_numbered_in_reading_order(square_faces: Faces) -> None:
    galley = pair_of((para("aaaa bbbb"), para("cccc")), (para("xxxx yyyy"), para("zzzz")), square_faces)
    ordered = sorted((o, m.text) for row in galley for o, m in row.marks if isinstance(m, TextMark))
    assert [text for _, text in ordered] == ["aaaa", "bbbb", "cccc", "xxxx", "yyyy", "zzzz"]


def test_a_limit_never_starves_the_shares(square_faces: Faces) -> None:
    """On a narrow page names would be set letter under letter."""
    assert widths((Track(limit=79), Track(share=1)), 7, 80, lambda _: 75.0)[1] >= 80 / 3


def test_the_pages_of_one_name_stand_on_one_line(square_faces: Faces) -> None:
    pages = tuple(PageRef(key, span("1").style) for key in ("a", "b", "c"))
    table = Table((Track(share=1), Track(fixed=60)), (((para("name"),), pages),), 4)
    assert depth(set_block(table, 160, setting_of(square_faces)), GRID) == GRID
